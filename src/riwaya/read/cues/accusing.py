"""Charges that somebody brings: وجهت النيابة إليه تهمة القتل, وجهت إليهم اتهامات بالتخطيط."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import ADVERB, NOUN, PREPOSITION, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.around import FREE, phrase_after
from riwaya.read.clauses.forces import HIS_LAND
from riwaya.read.clauses.pointed_back import antecedent
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import Manner
from riwaya.read.sayings.attribution import Attribution, attribution, content_from
from riwaya.read.sayings.colon_cited import is_in_head
from riwaya.read.sayings.insertions import within_insertion

_TO = frozenset({"الي", "ل"})
_TO_HIM = word_list("charged to him")


def charge(grammar: Grammar, index: int, noun: int, cue: Cue, subject: Range | None) -> Attribution | None:
    """What somebody is charged with stands behind the noun, past whoever is charged (وجهت النيابة إلى الرجل تهمة قتل جندي).

    Without anybody between verb and noun the verb is passive (وجهت إليه اتهامات), but for an accusative (وجهت إليه | اتهاما).
    """
    limit = grammar.limit(index)
    accused = _whom(grammar, index + 1, noun)
    at = noun + 1
    if (behind := _charged(grammar, at, limit)) is not None:
        accused, at = (accused or behind[0]), behind[1]
    prep = grammar.phrases.preposition_of(grammar.tokens[at]) if at < limit else ""
    genitive = at == noun + 1 and at < limit and grammar.phrases.begins(at) and not prep
    if at >= limit or not (prep == "ب" or genitive):
        at = accused[0] if accused is not None and accused[0] > noun else limit
    else:
        at += grammar.tokens[at].norm == "ب"
    content = content_from(grammar, at, index, phrase=True) if at < limit else None
    if content is None:
        return None
    (start, end), quoted = content
    known = accused is not None and accused[1] <= noun  # وجهت النيابة للموقوفين تهم الانتماء | إلى جماعة إرهابية
    whom = (k for k in range(start + 1, end - 1) if grammar.tokens[k].norm == "الي" and _is_somebody(grammar, k + 1))
    to = end if known else next(whom, end)
    accused = accused or phrase_after(grammar, to + 1, limit) if to < end else accused
    subject = subject or phrase_after(grammar, index + 1, noun)
    made = attribution((index, index + 1), cue, "repeated_act", (start, to))
    nobody = subject is None and not grammar.phrases.is_accusative(noun)
    return changed(made, subject=subject, agentless=nobody, addressee=accused, quoted=quoted)


def blamed(grammar: Grammar, index: int, blame: int, cue: Cue) -> Attribution | None:
    """هجوم ألقي باللوم فيه على الحركة, ألقي باللائمة في الحادث على الحركة: nobody is named who blames somebody for a deed."""
    limit = grammar.limit(index)
    at = blame + 1
    if at < limit and grammar.tokens[at].norm in _ON_HIM:
        return _blamed_back(grammar, index, blame, cue)
    if blame > index + 1 or at >= limit or grammar.tokens[at].norm not in ("في", "فيه", "فيها", "فيهما"):
        return None
    on = next((k for k in range(at + 1, min(limit, at + _ON)) if grammar.tokens[k].norm == "علي"), None)
    content = deed_before(grammar, index, far=True) if grammar.tokens[at].norm != "في" else (at + 1, on or at + 1)
    if on is None or content is None or content[0] >= content[1]:
        return None
    made = attribution((index, index + 1), cue, "blame", content)
    return changed(made, agentless=True, addressee=phrase_after(grammar, on + 1, limit))


def is_done(grammar: Grammar, index: int) -> bool:
    """Whether a form is a verb; حكومة | تلقي بيروت باللوم عليها: with blame close behind it is no noun of receiving.

    القناة | نقلا عن مسؤول: in a head before a colon it is none.
    """
    if grammar.parts[index] == VERB:
        return not is_in_head(grammar, index)
    word = grammar.tokens[index].word
    near = grammar.tokens[index + 1 : index + _LAYS]
    return word.norm == "تلقي" and not word.preposition and any("blame" in one.word.labels for one in near)


_ON, _LAYS = 10, 5
_ON_HIM = frozenset({"عليه", "عليها", "عليهم", "عليهما"})


def _blamed_back(grammar: Grammar, index: int, blame: int, cue: Cue) -> Attribution | None:
    """حكومة تلقي الرياض باللوم | عليها في الفوضى: the pronoun means whom the clause describes, the noun is who blames."""
    blamer = phrase_after(grammar, index + 1, blame)
    relative = grammar.parts[index - 1] == RELATIVE
    described = relative or (grammar.parts[index - 1] == NOUN and not grammar.tokens[index].word.conjunction)
    found = content_from(grammar, blame, index, phrase=True) if blamer is not None and described else None
    if found is None:
        return None
    made = attribution((index, index + 1), cue, "blame", within_insertion(grammar, index, found[0]))
    whom = antecedent(grammar, index - 1 if relative else index, None)
    if whom is not None:  # تنازلات | لحكومة
        inner = (at for at in range(whom[1] - 1, whom[0], -1) if grammar.tokens[at].word.preposition and grammar.phrases.begins(at))
        whom = next(inner, whom[0]), whom[1]
    return changed(made, subject=blamer, addressee=whom, quoted=found[1])


def _whom(grammar: Grammar, start: int, end: int) -> Range | None:
    """Whoever is charged, between the verb and the noun (وجهت إلى الرجل تهمة, وجهت النيابة للموقوفين تهم)."""
    for at in range(start, end - 1):
        if grammar.tokens[at].norm in _TO and grammar.parts[at] == PREPOSITION:
            return phrase_after(grammar, at + 1, end)
    told = (at for at in range(start + 1, end) if grammar.phrases.preposition_of(grammar.tokens[at]) == "ل")
    whom = next((at for at in told if "person" in grammar.tokens[at].word.labels), None)
    return phrase_after(grammar, whom, end) if whom is not None else None


def _charged(grammar: Grammar, at: int, limit: int) -> tuple[Range | None, int] | None:
    """Whoever is charged, right behind the noun, and the token behind him (الاتهام إلى الرجل | ب, اتهامه الحركة | ب)."""
    if at >= limit:
        return None
    if grammar.tokens[at].norm in _TO_HIM:
        return None, at + 1
    if (named := whom_named(grammar, at, "ب", limit)) is not None:
        return named, named[1]
    start = at + 1 if grammar.tokens[at].norm == "الي" else at
    if start == at and grammar.phrases.preposition_of(grammar.tokens[at]) != "ل":
        return None
    if start >= limit or not grammar.phrases.begins(start):
        return None
    end = grammar.phrases.end(start, limit, FREE)
    return (start, end), end


def _is_somebody(grammar: Grammar, at: int) -> bool:
    word = grammar.tokens[at].word
    return bool(word.labels & {"person", "source", "country", "demonym"}) or word.core in ("مشتبه", "متهم", "متهمين")


def deed_before(grammar: Grammar, index: int, far: bool = False) -> Range | None:
    """The event noun before a verb that says whose deed it is: the nearest, or the attack on it (هجوم على تجمع نسب إلى)."""
    end = index - 1 if grammar.parts[index - 1] == RELATIVE else index
    head: int | None = None
    for at in range(end - 1, max(grammar.layout.sentence(index).start, end - _DEED_REACH) - 1, -1):
        if grammar.parts[at] in (VERB, THAT) or grammar.is_comma(at) or grammar.tokens[at].word.core == "ردا":
            break
        struck = head is None or far or grammar.tokens[head - 1].norm in ("علي", "ضد")
        if grammar.phrases.is_event_noun(at) and struck:
            head = at
    return (head, end) if head is not None else None


_DEED_REACH = 14


def whom_named(grammar: Grammar, at: int, preposition: str, limit: int) -> Range | None:
    """كرر اتهامه | الحركة | بقصف القرية, مطالبتها | المسلحين | بالانسحاب: who stands between a noun of saying that is somebody's
    and the preposition of what he did or shall do."""
    if at >= limit or not grammar.phrases.is_owned(at - 1) or not grammar.phrases.begins(at):
        return None
    if grammar.phrases.preposition_of(grammar.tokens[at]) or not _is_somebody(grammar, at):
        return None
    end = grammar.phrases.end(at, limit, Manner(frozenset({preposition, "الي"}), split=True))
    if end >= limit:
        return None
    token = grammar.tokens[end]
    led = grammar.phrases.preposition_of(token) == preposition or token.norm == preposition
    return (at, end) if led else None


def put_to(grammar: Grammar, at: int, start: int, limit: int, inner: Cue) -> tuple[Range | None, int]:
    """Who is called on or threatened behind a noun of saying, and where what he is told begins; ``at``: the noun."""
    if inner.act in ("demand", "threaten", "warn") and (sent := _sent_to(grammar, at + 1, limit)) is not None:
        return sent, sent[1]
    if inner.act in ("threaten", "warn") and (whom := _threatened(grammar, at + 1, limit)) is not None:
        behind = after_noun(grammar, whom[1] - 1, limit, inner)
        led = behind < limit and grammar.phrases.preposition_of(grammar.tokens[behind]) == "ب"
        return whom, at if behind == whom[1] and not led else behind
    if inner.act != "demand":
        return None, start
    if (whom := called_on(grammar, at + 1, limit) or called_on(grammar, start, limit)) is not None:
        return whom, whom[1] + (grammar.tokens[whom[1]].norm == "الي")
    named = whom_named(grammar, at + 1, "الي", limit) or whom_named(grammar, at + 1, "ب", limit)
    return (named if named is not None and named[1] <= start else None), start


def after_noun(grammar: Grammar, at: int, limit: int, inner: Cue) -> int:
    """Behind a noun of saying: past أن or the preposition that its verb asks for, else right behind it."""
    for k in range(at + 1, min(at + 8, limit)):
        if grammar.parts[k] == THAT:
            return k + 1
        if grammar.parts[k] == PREPOSITION and grammar.tokens[k].word.core in inner.preps | inner.whom:
            return k + 2 if k + 1 < limit and grammar.parts[k + 1] == THAT else k + 1
        if grammar.phrases.preposition_of(grammar.tokens[k]) in inner.preps | inner.whom:
            return k
    at += 1
    at += at < limit and grammar.tokens[at].word.core in HIS_LAND  # جدد رفض | بلاده | للتدخل
    while at < limit and inner.act == "condemn" and (grammar.phrases.is_adjective(at) or grammar.tokens[at].norm == "الي"):
        at += 1  # وجه انتقادات | شديدة إلى الجيش
    return at


def called_on(grammar: Grammar, at: int, limit: int) -> Range | None:
    """جدد دعوته | للفصائل | إلى وقف القتال, وجه نداء | للأهالي | بالمغادرة: who is called on, before what he is called to."""
    if at >= limit or grammar.phrases.preposition_of(grammar.tokens[at]) != "ل" or grammar.phrases.is_deed_noun(at):
        return None
    end = grammar.phrases.end(at, limit, _BEFORE_AIM)
    aim = end < limit and grammar.parts[end] == PREPOSITION and grammar.tokens[end].word.core == "الي"
    deed = end < limit and grammar.phrases.is_deed_noun(end) and not grammar.tokens[end].word.conjunction
    aim = aim or (deed and grammar.tokens[end].word.preposition in ("ب", "ل", ""))  # مناشدته | للحلفاء | إمداد بلاده
    return (at, end) if aim else None


def _sent_to(grammar: Grammar, at: int, limit: int) -> Range | None:
    """وجه نداء إلى | الأهالي | لمغادرة القرية, تهديدا إلى | الحكومة | بقصف المدينة: to whom it goes, before a deed with ل or ب."""
    while at < limit and grammar.tokens[at].norm != "الي" and _says_how(grammar, at):
        at += 1
    if at + 1 >= limit or grammar.tokens[at].norm != "الي" or not grammar.phrases.begins(at + 1):
        return None
    if grammar.phrases.is_deed_noun(at + 1):  # وجه دعوة إلى | وقف القتال
        return None
    end = grammar.phrases.end(at + 1, limit, _BEFORE_DEED)
    aim = end < limit and grammar.tokens[end].word.preposition in ("ل", "ب") and grammar.phrases.is_deed_noun(end)
    return (at + 1, end) if aim else None


def told_with(grammar: Grammar, at: int, limit: int, cue: Cue) -> Range | None:
    """أوامر | لجنوده | بالانسحاب, تحذير | للسكان | من الألغام: to whom an order or a warning is given, behind the noun."""
    if cue.act == "demand":
        asks = cue.lemma == "طلب" and grammar.tokens[at - 1].word.preposition != "ب"  # رفضوا طلبا | للحركة
        return None if asks else called_on(grammar, at, limit)
    return _threatened(grammar, at, limit) if cue.act in ("threaten", "warn") else None


def _threatened(grammar: Grammar, at: int, limit: int) -> Range | None:
    """وجه تهديدا مباشرا | للصحفي سالم النور | بالقتل, رسالة تهديد | إلى القاضي: to whom a noun of threatening or warning is put."""
    while at < limit and _says_how(grammar, at):
        at += 1
    start = at + (at < limit and grammar.tokens[at].norm == "الي")
    if start >= limit or not grammar.phrases.begins(start) or grammar.phrases.is_deed_noun(start):
        return None
    led = start > at or grammar.phrases.preposition_of(grammar.tokens[start]) == "ل"
    return (start, grammar.phrases.end(start, limit, _BEFORE_THREAT)) if led else None


def _says_how(grammar: Grammar, at: int) -> bool:
    """تهديدا | مباشرا, شديد اللهجة: what describes a threat or a warning."""
    how = grammar.phrases.is_adjective(at) or grammar.phrases.is_accusative(at) or grammar.parts[at] == ADVERB
    return how and not grammar.phrases.preposition_of(grammar.tokens[at])


_BEFORE_DEED = Manner(frozenset({"الي", "ب", "ل"}), split=True)
_BEFORE_AIM = Manner(frozenset({"الي", "ب"}), split=True)
_BEFORE_THREAT = Manner(frozenset({"ب", "من", "علي", "عن", "الي"}), split=True)
