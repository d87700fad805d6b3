"""Reporting verbs with frames of their own: relays, blame, feelings, repeated acts, labels, light verbs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from riwaya.lang.ar.conjugate import JUSSIVE, VerbForm
from riwaya.lang.ar.lexicon import Closed, Cue
from riwaya.lang.ar.parts import DEMONSTRATIVE, NUMERAL, PREPOSITION, QUANTIFIER, RELATIVE, SUBORDINATOR, THAT, VERB
from riwaya.lang.ar.words import Analysis
from riwaya.read.attribution import Attribution, attribution, content_from, within_insertion
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases import Manner
from riwaya.read.subjects import antecedent, preverbal_subject

_NEAR = 14
_SAYINGS = frozenset({"قول", "تاكيد", "تصريح", "اعلان"})
_FREE = Manner(stops=frozenset({"ب", "عن", "علي", "الي"}), split=True)


def special_verbs(grammar: Grammar, index: int) -> Iterator[Attribution]:
    """The attribution of a verb (or participle) whose frame has a rule of its own."""
    for found in grammar.tokens[index].word.all("cue"):
        cue = found.sense.entry
        if not isinstance(cue, Cue) or found.sense.part == "noun" or not _is_verbal(grammar, index, cue, found):
            continue
        for frame, rule in SPECIAL.items():
            if frame in cue.frames and (made := rule(grammar, index, cue, found)) is not None:
                yield _with_form(grammar, index, made, found)
                return


def _is_verbal(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> bool:
    """Whether a verb stands here and affirms; عبر is also a preposition, its feeling tells."""
    if found.sense.part == "participle":
        return True
    if grammar.negated(index) or getattr(found.sense.form, "tense", "") == JUSSIVE:
        return False
    return grammar.parts[index] == VERB or (grammar.parts[index] == PREPOSITION and "emotion" in cue.frames)


def _with_form(grammar: Grammar, index: int, made: Attribution, found: Analysis) -> Attribution:
    form = found.sense.form
    if made.rule == "relay" and made.gender:
        return made
    if isinstance(form, VerbForm):
        return replace(made, gender=form.gender if form.gender != "c" else "", number=form.number)
    return replace(made, gender="f" if grammar.tokens[index].word.bare.endswith("ة") else "m")


def relay(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """An agency or paper passes on another speaker's words: he is the source, it is the carrier (نقلت وكالة عن مسؤول قوله)."""
    limit = min(grammar.limit(index), index + 30)
    about = next((k for k in range(index + 1, limit) if grammar.tokens[k].norm in ("عن", "عنه", "عنها", "عنهم")), None)
    if about is None or any(grammar.parts[k] in (VERB, THAT) for k in range(index + 1, about)):
        return None
    carrier = _phrase_after(grammar, index + 1, about)
    source, at = _speaker_after(grammar, about, limit)
    cue_range: Range = (index, index + 1)
    while at < limit and (not _opens_content(grammar, at) or grammar.parts[at - 1] == VERB):
        if grammar.tokens[at].word.find("cue", "noun") and grammar.tokens[at].word.analyses[0].pronoun:
            cue_range = (at, at + 1)
        at += 1
    if at >= limit:
        return None
    content = content_from(grammar, at + 1 if grammar.parts[at] == THAT else at, index)
    if content is None:
        return None
    made = attribution(cue_range, cue, "relay", content[0])
    if source is None and grammar.tokens[about].norm != "عن":
        gender = "f" if grammar.tokens[about].norm == "عنها" else "m"
        return replace(made, gender=gender, via=(carrier,) if carrier else (), quoted=content[1])
    return replace(made, subject=source, via=(carrier,) if carrier else (), quoted=content[1])


def _speaker_after(grammar: Grammar, about: int, limit: int) -> tuple[Range | None, int]:
    if about + 1 < limit and grammar.tokens[about].norm == "عن" and grammar.phrases.begins(about + 1):
        end = grammar.phrases.end(about + 1, limit, _FREE)
        return (about + 1, end), end
    return None, about + 1


def _opens_content(grammar: Grammar, at: int) -> bool:
    return grammar.parts[at] == THAT or grammar.tokens[at].raw == ":" or at in grammar.layout.closing


def _phrase_after(grammar: Grammar, at: int, limit: int) -> Range | None:
    if at < limit and grammar.phrases.begins(at):
        return (at, grammar.phrases.end(at, limit, _FREE))
    return None


def blame(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """Somebody lays the responsibility for an act on another, which accuses him (حمّل المجلس الجيش مسؤولية القصف)."""
    limit = min(grammar.limit(index), index + _NEAR)
    at = next((k for k in range(index + 1, limit) if "blame" in grammar.tokens[k].word.labels), None)
    if at is None:
        return None
    subject = _own_subject(grammar, index, found) or _phrase_after(grammar, index + 1, at)
    target = _phrase_after(grammar, subject[1], at) if subject and subject[0] > index else _phrase_after(grammar, index + 1, at)
    for k in range(at + 1, limit - 1):
        if grammar.tokens[k].norm == "علي" and grammar.phrases.begins(k + 1):
            target = (k + 1, grammar.phrases.end(k + 1, limit, _FREE))
            break
    content = content_from(grammar, at, index)
    if content is None:
        return None
    made = attribution((index, index + 1), cue, "blame", content[0])
    return replace(made, subject=subject, addressee=target, quoted=content[1])


def _own_subject(grammar: Grammar, index: int, found: Analysis) -> Range | None:
    form = found.sense.form
    return preverbal_subject(grammar, index, form) if isinstance(form, VerbForm) else None


def emotion(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """Somebody voices a feeling, and the noun of feeling decides the act (أعرب عن قلقه، أبدى استعداده)."""
    limit = min(grammar.limit(index), index + 30)
    voiced = next((k for k in range(index + 1, limit) if grammar.tokens[k].norm == "عن"), None)
    first = index + 1 if voiced is None or "emotion0" in cue.frames else voiced
    at = next((k for k in range(first, limit) if "emotion" in grammar.tokens[k].word.labels), None)
    if at is None or any(grammar.parts[k] == THAT for k in range(index + 1, at)):
        return None
    about = any(grammar.tokens[k].norm == "عن" for k in range(index + 1, at))
    if grammar.parts[index] == PREPOSITION and not about:
        return None
    noun = grammar.tokens[at].word.find("emotion")
    subject = _own_subject(grammar, index, found) or _phrase_after(grammar, index + 1, at)
    start = next((k + 1 for k in range(at + 1, min(at + 4, limit)) if grammar.parts[k] == THAT), at)
    content = content_from(grammar, start, index)
    if content is None or noun is None or not isinstance(noun.sense.entry, Closed):
        return None
    made = attribution((index, index + 1), cue, "emotion", content[0])
    return replace(made, act=noun.sense.entry.group, subject=subject, quoted=content[1])


def repeated_act(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """A verb that only leads to a noun of saying, which decides the act (جدد التأكيد، وجه اتهاما، أطلق تحذيرا)."""
    limit = min(grammar.limit(index), index + _NEAR)
    for at in range(index + 1, limit):
        noun = grammar.tokens[at].word.find("cue", "noun")
        if grammar.parts[at] in (VERB, THAT):
            return None
        again = found.sense.part == "participle" and at > index + 1
        if noun is None and not again and (voiced := _stance(grammar, at)):
            return _voiced(grammar, index, at, cue, found, voiced)
        if noun is None or not isinstance(noun.sense.entry, Cue) or noun.preposition:
            continue
        inner = noun.sense.entry
        subject = _own_subject(grammar, index, found) or _phrase_after(grammar, index + 1, at)
        start = _after_noun(grammar, at, limit, inner)
        content = content_from(grammar, start, index)
        if content is None:
            return None
        made = attribution((index, index + 1), inner, "repeated_act", content[0])
        return replace(made, subject=subject, quoted=content[1])
    return None


def _stance(grammar: Grammar, at: int) -> str:
    """The act of a noun of stance: دعم, التزام, تعازيه; empty where none stands, or it is an adjunct (بدعم من)."""
    word = grammar.tokens[at].word
    found = word.find("emotion")
    if found is None or found.preposition or word.conjunction or not isinstance(found.sense.entry, Closed):
        return ""
    return found.sense.entry.group if grammar.parts[at - 1] != PREPOSITION else ""


def _voiced(grammar: Grammar, index: int, at: int, cue: Cue, found: Analysis, act: str) -> Attribution | None:
    """جدد دعمه للجيش, قدم تعازيه: the stance is the content and its noun the act."""
    content = content_from(grammar, at, index, phrase=True)
    subject = _own_subject(grammar, index, found) or _phrase_after(grammar, index + 1, at)
    if content is None or (act not in ("support", "condemn") and "reiterate" not in cue.frames):
        return None
    if subject is not None and "trigger" in grammar.tokens[subject[0]].word.labels:
        return None
    made = attribution((index, index + 1), cue, "repeated_act", content[0])
    return replace(made, act=act, subject=subject, quoted=content[1])


def _after_noun(grammar: Grammar, at: int, limit: int, inner: Cue) -> int:
    """Behind a noun of saying: past أن or the preposition that its verb asks for, else right behind it."""
    for k in range(at + 1, min(at + 8, limit)):
        if grammar.parts[k] == THAT:
            return k + 1
        if grammar.parts[k] == PREPOSITION and grammar.tokens[k].word.core in inner.preps | inner.whom:
            return k + 2 if k + 1 < limit and grammar.parts[k + 1] == THAT else k + 1
        if grammar.phrases.preposition_of(grammar.tokens[k]) in inner.preps | inner.whom:
            return k
    return at + 1


def label(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """Somebody calls a thing by a name, and that name is what is said (وصف القصف بأنه جريمة).

    من وصفهم بـ with nobody else behind it is no statement.
    """
    limit = min(grammar.limit(index), index + 25)
    own = _own_subject(grammar, index, found)
    at = next((k for k in range(index + 1, limit) if _joins_label(grammar, k)), None)
    if at is None:
        return None
    before = grammar.tokens[index - 1].word.core if index else ""
    own = None if found.pronoun and grammar.phrases.begins(index + 1) else own
    subject = own or _labeller(grammar, index, at, bool(found.pronoun))
    if own is not None and not _can_judge(grammar, own[0]) and not grammar.phrases.is_proper(own[0]):
        return None
    if before in ("ما", "من", "مما", "بما") and (subject is None or subject == own):
        return None
    start = at + 1 if grammar.parts[at] == THAT or grammar.tokens[at].norm == "ب" else at
    close = grammar.layout.closing.get(start)
    content = ((start, close + 1), True) if close and close < limit else content_from(grammar, start, index, phrase=True)
    if content is None:
        return None
    made = attribution((index, index + 1), cue, "label", content[0])
    return replace(made, subject=subject, quoted=content[1])


def _labeller(grammar: Grammar, index: int, at: int, pronoun: bool) -> Range | None:
    """Who labels: the phrase behind the verb, if another one, or a pronoun on the verb, is what he labels."""
    subject = _phrase_after(grammar, index + 1, at)
    return subject if subject is not None and (pronoun or subject[1] < at) else None


def _joins_label(grammar: Grammar, at: int) -> bool:
    if grammar.parts[at] == THAT:
        return grammar.tokens[at].norm.startswith("با")
    return grammar.phrases.preposition_of(grammar.tokens[at]) == "ب"


def adopted(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """Somebody takes responsibility for an act (تبنى التنظيم الهجوم)."""
    limit = min(grammar.limit(index), index + _NEAR)
    if grammar.negated(index):
        return None
    if index + 1 < limit and grammar.tokens[index + 1].word.find("trigger", "noun") and not _own_subject(grammar, index, found):
        return _adopted_first(grammar, index, cue, limit)
    for at in range(index + 1, limit):
        word = grammar.tokens[at].word
        trigger = word.find("trigger", "noun")
        if trigger is not None or "blame" in word.labels or word.core.startswith(("مسؤوليت", "مسئوليت")):
            counted = _from_quantity(grammar, index, at)
            subject = _own_subject(grammar, index, found) or _phrase_after(grammar, index + 1, counted)
            content = content_from(grammar, counted, index)
            if content is None:
                return None
            made = attribution((index, index + 1), cue, "adopted", content[0])
            return replace(made, subject=subject, quoted=content[1])
        if grammar.parts[at] in (VERB, THAT):
            return None
    return None


def _from_quantity(grammar: Grammar, index: int, at: int) -> int:
    """غالبية هذه | الهجمات, سلسلة | هجمات: the quantity and the demonstrative belong to what is adopted."""
    while at - 1 > index and (
        grammar.parts[at - 1] in (DEMONSTRATIVE, QUANTIFIER, NUMERAL) or grammar.tokens[at - 1].word.core in ("سلسله", "عده")
    ):
        at -= 1
    return at


def _adopted_first(grammar: Grammar, index: int, cue: Cue, limit: int) -> Attribution | None:
    """تبنى الهجوم تنظيم القاعدة: what is adopted stands before who adopts it."""
    end = grammar.phrases.end(index + 1, limit, Manner(_FREE.stops, split=True, attach=False, join=False))
    subject = _phrase_after(grammar, end, grammar.limit(index))
    return replace(attribution((index, index + 1), cue, "adopted", (index + 1, end)), subject=subject)


def said_word(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """A verb of going on or ending that needs a word of saying behind it (اختتم بالقول إن، مضى قائلا)."""
    limit = min(grammar.limit(index), index + _NEAR)
    at = next((k for k in range(index + 1, limit) if _is_saying(grammar, k)), None)
    if at is None:
        return None
    start = next((k for k in range(at + 1, min(at + 8, limit)) if _opens_content(grammar, k)), None)
    if start is None:
        return None
    content = content_from(grammar, start + 1 if grammar.parts[start] == THAT else start, index)
    if content is None:
        return None
    subject = _own_subject(grammar, index, found) or _phrase_after(grammar, index + 1, at)
    return replace(attribution((index, index + 1), cue, "said_word", content[0]), subject=subject, quoted=content[1])


def _is_saying(grammar: Grammar, at: int) -> bool:
    return any(
        isinstance(found.sense.entry, Cue) and found.sense.entry.lemma == "قال" for found in grammar.tokens[at].word.all("cue")
    )


def estimate(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """Somebody puts a number to something (قدرت المنظمة عدد النازحين بألف)."""
    subject = _own_subject(grammar, index, found) or _phrase_after(grammar, index + 1, grammar.limit(index))
    if subject is None or not grammar.tokens[subject[0]].word.labels & {"source", "person", "medium", "country"}:
        return None
    if "quantifier" in grammar.tokens[subject[0]].word.labels or grammar.tokens[subject[0]].word.core == "عدد":
        return None
    content = content_from(grammar, max(subject[1], index + 1), index)
    if content is None or grammar.parts[content[0][0]] == SUBORDINATOR:
        return None
    return replace(attribution((index, index + 1), cue, "estimate", content[0]), subject=subject, quoted=content[1])


def ascribed(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """Somebody puts an act down to another or to a cause, who is the addressee (نسب الهجوم إلى الحركة)."""
    limit = min(grammar.limit(index), index + 30)
    at = next((k for k in range(index + 1, limit) if grammar.tokens[k].norm in ("الي", "الى")), None)
    if at is None or at + 1 >= limit:
        return None
    if found.pronoun:
        return _ascribed_back(grammar, index, cue, at)
    subject = _own_subject(grammar, index, found) or _phrase_after(grammar, index + 1, at)
    start = subject[1] if subject and subject[0] > index else index + 1
    if start < at and grammar.is_comma(start):
        start = max((k + 1 for k in range(start, at) if grammar.is_comma(k)), default=start)
    if start >= at:
        return None
    close = grammar.layout.closing.get(at + 1)
    target = (at + 2, close) if close and close < limit else _phrase_after(grammar, at + 1, limit)
    blamed = target is not None and (grammar.layout.closing.get(at + 1) is None and _can_judge(grammar, target[0]))
    content = (start, at) if cue.act == "accuse" or blamed else _with_cause(grammar, start, index, at)
    made = attribution((index, index + 1), cue, "ascribed", content)
    return replace(made, subject=subject, addressee=target if blamed or cue.act == "accuse" else None)


def _with_cause(grammar: Grammar, start: int, index: int, at: int) -> Range:
    """عزا التأخير إلى أسباب فنية: what is put down to a cause is said together with it."""
    behind = content_from(grammar, at + 1, index, phrase=True)
    return (start, behind[0][1] if behind is not None else at)


def _ascribed_back(grammar: Grammar, index: int, cue: Cue, at: int) -> Attribution | None:
    """الهجوم الذي نسبته السلطات إلى التنظيم: what the relative points back to is what is put down to somebody."""
    relative = index > 0 and grammar.parts[index - 1] == RELATIVE
    head = antecedent(grammar, index - 1 if relative else index, None)
    subject = _phrase_after(grammar, index + 1, at)
    if head is None or subject is None:
        return None
    made = attribution((index, index + 1), cue, "ascribed", head)
    return replace(made, subject=subject, addressee=_phrase_after(grammar, at + 1, grammar.limit(index)))


def considered(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """Somebody judges one thing to be another (تعتبر أنقرة الحزب منظمة إرهابية).

    With a speaker beside the verb the judgement is his; a bare يعتبر كذا has none.
    """
    limit = grammar.limit(index)
    form = found.sense.form
    at = index + 1
    if found.pronoun and isinstance(form, VerbForm):
        return _considered_back(grammar, index, cue, form)
    if any(grammar.parts[k] == THAT or _long_quote(grammar, index, k) for k in range(index + 1, min(limit, index + 10))):
        return None
    if not isinstance(form, VerbForm) or at >= limit:
        return None
    if grammar.phrases.preposition_of(grammar.tokens[at]) == "ل":
        return None
    labels = grammar.tokens[at].word.labels
    speaks = grammar.phrases.begins(at) and bool(labels & {"source", "country"}) and not grammar.phrases.is_accusative(at)
    subject = (at, grammar.phrases.end(at, limit, _FREE)) if speaks and grammar.agrees(form, at, before=False) else None
    subject = subject or preverbal_subject(grammar, index, form)
    if subject is not None and (not _can_judge(grammar, subject[0]) or not _two_phrases(grammar, subject, at)):
        subject = None
    content = content_from(grammar, subject[1] if subject and subject[0] > index else at, index, phrase=True)
    if content is None or content[0][1] - content[0][0] < 2 or (subject is None and not _is_commonly(grammar, index, cue, form)):
        return None
    made = attribution((index, index + 1), cue, "considered", content[0])
    return replace(made, subject=subject, agentless=subject is None, quoted=content[1])


def _is_commonly(grammar: Grammar, index: int, cue: Cue, form: VerbForm) -> bool:
    """يعتبر كذا, كان يعد كذا: nobody's judgement in particular; تعد alone only says what something is."""
    was = index > 0 and grammar.tokens[index - 1].word.core in ("كان", "كانت")
    return form.tense == "imperfect" and form.number != "p" and (cue.lemma != "عد" or was)


def _considered_back(grammar: Grammar, index: int, cue: Cue, form: VerbForm) -> Attribution | None:
    """التي اعتبرها خصومه غير دستورية, تصنفه واشنطن على أنه إرهابي: the pronoun is judged, what stands behind the judge is the label."""
    limit = grammar.limit(index)
    at = index + 1
    judges = at < limit and grammar.phrases.begins(at) and grammar.agrees(form, at, before=False)
    subject = (at, grammar.phrases.end(at, limit, _FREE)) if judges and _is_judge(grammar, at) else None
    start = subject[1] if subject else at
    while start < limit and (start in grammar.date_at or grammar.tokens[start].norm in ("علي", "ب", "ك")):
        start = grammar.date_at[start].end if start in grammar.date_at else start + 1
    start += start < limit and grammar.parts[start] == THAT
    content = content_from(grammar, start, index, phrase=True) if start < limit else None
    if content is None or (subject is None and form.number == "p"):
        return None
    made = attribution((index, index + 1), cue, "considered", within_insertion(grammar, index, content[0]))
    return replace(made, subject=subject, quoted=content[1])


def _is_judge(grammar: Grammar, at: int) -> bool:
    """A definite phrase or a named speaker behind the verb; an indefinite noun is the label."""
    return grammar.phrases.is_definite(at) or (_can_judge(grammar, at) and not grammar.phrases.is_adjective(at + 1))


def _two_phrases(grammar: Grammar, subject: Range, at: int) -> bool:
    """Whether a judge before his verb judges something: object and label behind it; with one phrase he is judged himself."""
    if subject[0] > at - 1 or not grammar.phrases.begins(at):
        return True
    end = grammar.phrases.end(at, grammar.limit(at), Manner(_FREE.stops, split=True, attach=False))
    return end < grammar.limit(at) and (grammar.phrases.begins(end) or end in grammar.layout.closing)


def _long_quote(grammar: Grammar, index: int, at: int) -> bool:
    """A quotation right behind the verb or too long to be a label (تعتبر الحزب «منظمة إرهابية» has a label)."""
    close = grammar.layout.closing.get(at)
    return close is not None and (at == index + 1 or close - at > _LABEL)


_LABEL = 5


def _can_judge(grammar: Grammar, index: int) -> bool:
    return index in grammar.phrases.placed or bool(grammar.tokens[index].word.labels & {"source", "country", "person", "medium"})


SPECIAL: dict[str, Callable[[Grammar, int, Cue, Analysis], Attribution | None]] = {
    "relay": relay,
    "blame": blame,
    "emotion": emotion,
    "emotion0": emotion,
    "reiterate": repeated_act,
    "light": repeated_act,
    "label": label,
    "attack": adopted,
    "speech": said_word,
    "estimate": estimate,
    "ascribe": ascribed,
    "label2": considered,
}
"""Frame of the cue table → rule."""
