"""What is put down to whom or what: words to their speaker, a deed to its doer, an outcome to its cause (نسب إلى، عزا إلى)."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import RELATIVE, THAT, VERB
from riwaya.lang.ar.words import Analysis
from riwaya.model.swift import changed
from riwaya.read.clauses.around import own_subject, phrase_after
from riwaya.read.clauses.pointed_back import antecedent
from riwaya.read.cues.accusing import deed_before
from riwaya.read.cues.covered import past_dates
from riwaya.read.cues.told_back import deed_told_back
from riwaya.read.grammar import Grammar, Range
from riwaya.read.sayings.attribution import Attribution, attribution, content_from
from riwaya.read.sayings.judged import can_judge


def ascribed(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """Somebody puts an act down to another or to a cause, who is the addressee (نسب الهجوم إلى الحركة)."""
    limit = min(grammar.limit(index), index + 30)
    at = _put_down_to(grammar, index, limit)
    if at is None or at + 1 >= limit:
        return None
    if found.article and cue.detail == "cause":
        return None  # المرجع الديني: who is asked, and not who puts it down to a cause
    if found.pronoun:
        return _ascribed_back(grammar, index, cue, at)
    timed = all(k in grammar.phrases.dated for k in range(index + 1, at))  # الهجوم الذي نسب | الاثنين الماضي | إلى التنظيم
    if at <= index + 1 or timed:
        teller, whom = own_subject(grammar, index, found), phrase_after(grammar, at + 1, limit)
        told = _words_of(grammar, index, cue, (teller, whom), limit) if whom and cue.act == "accuse" else None
        return told or _ascribed_passive(grammar, index, cue, at)
    leans = found.sense.part == "participle"  # مرجعا الأمر إلى جيوب صغيرة
    subject = None if leans else own_subject(grammar, index, found) or phrase_after(grammar, index + 1, at)
    target = _whom(grammar, at + 1, limit)
    if target is not None and cue.act == "accuse" and (told := _words_of(grammar, index, cue, (subject, target), limit)):
        return told
    if subject is not None and subject[0] == index + 1 and cue.act == "accuse" and _is_put_down(grammar, subject[0]):
        made = attribution((index, index + 1), cue, "ascribed", (index + 1, at))  # تفجير نسبت | المسؤولية عنه | إلى الجماعة
        return changed(made, agentless=True, addressee=target)
    if subject is not None and grammar.tokens[subject[0]].word.core in _REASONS:
        subject = None  # كما أرجع سبب التأخر إلى: what is put down to something, by whoever spoke before
    start = subject[1] if subject and subject[0] > index else index + 1
    if start < at and grammar.is_comma(start):
        start = max((k + 1 for k in range(start, at) if grammar.is_comma(k)), default=start)
    if start >= at:
        return None
    blamed = target is not None and (grammar.layout.closing.get(at + 1) is None and can_judge(grammar, target[0]))
    content = (start, at) if cue.act == "accuse" or blamed else _with_cause(grammar, start, index, at)
    made = attribution((index, index + 1), cue, "ascribed", content)
    return changed(made, subject=subject, addressee=target if blamed or cue.act == "accuse" else None)


def _is_put_down(grammar: Grammar, at: int) -> bool:
    """نسبت | المسؤولية عنه, نسب | الهجوم إلى متمردين: what puts nothing down to anybody; the verb is passive."""
    return grammar.tokens[at].word.core.startswith(("مسؤولي", "مسئولي")) or grammar.phrases.is_event_noun(at)


def _whom(grammar: Grammar, at: int, limit: int) -> Range | None:
    """نسب الهجوم إلى | «جيش التحرير»: whom or what a deed is put down to, in marks or not."""
    close = grammar.layout.closing.get(at)
    return (at + 1, close) if close and close < limit else phrase_after(grammar, at, limit)


def _words_of(grammar: Grammar, index: int, cue: Cue, who: tuple[Range | None, Range], limit: int) -> Attribution | None:
    """نسب التقرير إلى مسؤول قوله إن, قوله «...», أن, نسب إلى مسؤول قوله إن: words that a paper, or nobody who is named, puts down
    to somebody; he says them, it carries them."""
    near = range(who[1][1], min(limit - 1, who[1][1] + _OFFICE))
    at = next((k for k in near if _is_saying(grammar, k) or grammar.parts[k] in (VERB, THAT)), who[1][1])
    opens = past_dates(grammar, at + 1, limit)  # قوله | أمس | إن
    saying = opens < limit and _is_saying(grammar, at) and (grammar.parts[opens] == THAT or _opens_speech(grammar, opens))
    that = at + 1 < limit and grammar.parts[at] == THAT and grammar.tokens[at].norm == "ان" and who[0] is not None
    start = opens + (grammar.parts[opens] == THAT) if saying else at + 1
    content = content_from(grammar, start, at) if saying or that else None
    if content is None:
        return None
    teller = (who[1][0], max(at, who[1][1]))
    told = (index, index + 1) if that else (at, at + 1)
    made = changed(attribution(told, cue, "relay", content[0]), act="assert", subject=teller, quoted=content[1])
    return changed(made, via=(who[0],) if who[0] is not None else ())


def _opens_speech(grammar: Grammar, at: int) -> bool:
    return at in grammar.layout.closing or grammar.tokens[at].raw == ":"


def _is_saying(grammar: Grammar, at: int) -> bool:
    return grammar.phrases.is_saying(at) or grammar.tokens[at].norm == "القول"


_OFFICE = 6
"""So many tokens the rest of an office may fill behind whom words are put down to (مسؤول في المركز | لإدارة الدفاع قوله)."""
_REASONS = frozenset({"سبب", "اسباب"})


def _put_down_to(grammar: Grammar, index: int, limit: int) -> int | None:
    """The preposition before whoever or whatever an act is put down to; ل may be written on his name (نسب للحركة)."""
    close = index + 1
    if close < limit and grammar.phrases.preposition_of(grammar.tokens[close]) == "ل" and can_judge(grammar, close):
        return close - 1
    return next((k for k in range(close, limit) if grammar.tokens[k].norm in ("الي", "الى")), None)


def _with_cause(grammar: Grammar, start: int, index: int, at: int) -> Range:
    """عزا التأخير إلى أسباب فنية: what is put down to a cause is said together with it."""
    behind = content_from(grammar, at + 1, index, phrase=True)
    return (start, behind[0][1] if behind is not None else at)


def _ascribed_passive(grammar: Grammar, index: int, cue: Cue, at: int) -> Attribution | None:
    """هجمات نسبت إلى المقاتلين: the verb is passive; nobody is named who says so."""
    head = deed_before(grammar, index) if not grammar.tokens[index].word.conjunction else None
    if head is None:
        return None
    made = attribution((index, index + 1), cue, "ascribed", head)
    return changed(made, agentless=True, addressee=_whom(grammar, at + 1, grammar.limit(index)))


def _caused_by(grammar: Grammar, index: int, cue: Cue, at: int) -> Attribution | None:
    """نفت الوزارة ضلوعها في القتل، وعزته إلى | اشتباك مع مهربين: to what whoever spoke puts down what was just told."""
    found = content_from(grammar, at + 1, index, phrase=True) if at == index + 1 else None
    return attribution((index, index + 1), cue, "ascribed", found[0]) if found is not None else None


def _ascribed_back(grammar: Grammar, index: int, cue: Cue, at: int) -> Attribution | None:
    """الهجوم الذي نسبته السلطات إلى التنظيم: what the relative points back to is what is put down to somebody."""
    relative = index > 0 and grammar.parts[index - 1] == RELATIVE
    if cue.detail == "cause" and grammar.tokens[index].word.conjunction == "و":
        return _caused_by(grammar, index, cue, at)
    head = antecedent(grammar, index - 1 if relative else index, None)
    if head is None or not grammar.phrases.is_event_noun(head[0]) or (not relative and grammar.is_comma(index - 1)):
        head = (None if relative else deed_told_back(grammar, index)) or deed_before(grammar, index)
    subject = phrase_after(grammar, index + 1, at)
    if head is None or subject is None:
        return None
    made = attribution((index, index + 1), cue, "ascribed", head)
    return changed(made, subject=subject, addressee=_whom(grammar, at + 1, grammar.limit(index)))
