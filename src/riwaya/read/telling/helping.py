"""Help that is told beside another deed: whose help it was done with, or whom it was done to help."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import NOUN, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.supported import is_ready_to_help
from riwaya.read.clauses.word_forms import forms_of
from riwaya.read.grammar import Grammar
from riwaya.read.roles.lights import light_lemma
from riwaya.read.telling.claims import Claim
from riwaya.read.telling.withheld import kept_out

_BACK = 10


def helped_by(grammar: Grammar, claim: Claim) -> bool:
    """تقدم الجيش | بدعم من حلفائه, سيطروا بمساعدة العشائر, تحت غطاء من الطيران: with whose help something else is done.

    قامت الدولة | بدعم الفصائل, متهم بمساعدة التنظيم: behind a word that takes ب the help is what is told.
    """
    mark = claim.mark
    if mark.is_verb or mark.entry.type != "AID" or mark.entry.lemma not in _HELPS or mark.found.article or claim.heads:
        return False
    covered = mark.index > 0 and grammar.tokens[mark.index - 1].word.core in _UNDER
    return covered or (mark.found.preposition == "ب" and not _is_taken(grammar, mark.index))


def _is_taken(grammar: Grammar, index: int) -> bool:
    """قام رجال القرية | بمساعدة, اتهامات إلى البلد | بدعم: whether a word before takes ب, and no other deed stands between."""
    first = max(grammar.layout.sentence(index).start, index - _BACK)
    for at in range(index - 1, first - 1, -1):
        word = grammar.tokens[at].word
        if grammar.parts[at] == THAT:
            return False
        if not _TAKES.isdisjoint(forms_of(word)):
            return True
        if "trigger" in word.labels or grammar.parts[at] == RELATIVE or light_lemma(grammar, at) == "واصل":
            return False
        if "cue" in word.labels:
            return True
    return False


_HELPS = frozenset({"دعم", "ساند", "ساعد", "مساعدة", "غطاء"})
_HELPS_WITH = _HELPS | {"درب", "سلح", "أسعف"}
_UNDER = word_list("under cover")
_TAKES = word_list("takes help with bi")


def helps_with_task(grammar: Grammar, claim: Claim) -> bool:
    """طلبت المساعدة | في تتبع ثلاث سفن, للمساعدة في وقف التدفق: a hand with a task is no aid, unless the military lends it."""
    mark, actor = claim.mark, claim.roles.actor
    if actor is not None and any(grammar.tokens[at].word.core.startswith(("عسكري", "جيش")) for at in range(*actor)):
        return False
    if mark.is_verb or mark.entry.lemma != "مساعدة" or not mark.found.article or mark.end + 1 >= len(grammar.tokens):
        return False
    task = mark.end + 1
    deed = grammar.parts[task] == NOUN and not (grammar.phrases.has_article(task) or task in grammar.place_at)
    known = grammar.tokens[task].word.labels & {"person", "source", "timeword"}
    return grammar.tokens[mark.end].norm in ("في", "علي") and deed and not known


def done_to_help(grammar: Grammar, claim: Claim) -> bool:
    """شن الطيران غارات | لدعم القوات, وصلت قوة لإسعاف المصابين: what something else is done for; دعا إلى دعمهم asks for help."""
    mark = claim.mark
    if mark.is_verb or mark.entry.type != "AID" or mark.entry.lemma not in _HELPS_WITH or claim.heads or claim.negated:
        return False
    goods = grammar.tokens[mark.index].word.core == "مساعدات"  # المرور الآمن | للمساعدات
    goods = goods or is_ready_to_help(grammar, mark.index)
    return mark.found.preposition == "ل" and not goods and claim.modality in ("actual", "planned")


def attributive(grammar: Grammar, claim: Claim) -> bool:
    """Taking part and helping as what somebody is called by (القوات المشاركة في العملية, فصائل مساندة لها)."""
    if claim.mark.is_verb or claim.mark.entry.lemma not in ("شارك", "ساند") or claim.mark.index == 0:
        return False
    before = claim.mark.index - 1
    while before > 0 and grammar.phrases.is_adjective(before) and not grammar.phrases.has_article(before):
        before -= 1
    known = grammar.phrases.is_definite(before) or grammar.phrases.has_article(before)
    if grammar.parts[before] != NOUN or known != bool(claim.mark.found.article):
        return False
    return known or not grammar.tokens[before].word.labels.isdisjoint(("person", "source"))


def only_laden(grammar: Grammar, claim: Claim) -> bool:
    """منع المسلحون شاحنات | محملة بالمساعدات: with what somebody's convoy is laden that is stopped or hit; nothing is brought."""
    at = claim.mark.index
    if claim.mark.is_verb or not grammar.tokens[at].word.core.startswith("محمل"):
        return False
    before = range(grammar.clause_start(at), at)
    verbs = (one for k in before if grammar.parts[k] == VERB for one in entries_at(grammar, k))
    return any(one.type in _STOPPING and one.lemma != "غادر" for one in verbs)


_STOPPING = ("ASSAULT", "COERCE")


def helps_to_do(grammar: Grammar, claim: Claim) -> bool:
    """مساعدة الجانبين | على إنهاء الخلاف: help with a deed of somebody's own gives him nothing."""
    mark = claim.mark
    if mark.is_verb or mark.entry.lemma != "مساعدة" or claim.figures:
        return False
    for at in range(mark.end, min(grammar.limit(mark.index), mark.end + _NEAR) - 1):
        if grammar.tokens[at].norm == "علي":
            return grammar.phrases.is_masdar(at + 1) and at + 1 not in grammar.place_at
    return False


def load_of_target(grammar: Grammar, claim: Claim) -> bool:
    """قصفت الطائرات | قافلة مساعدات, نهبوا مخزن | مساعدات: with what a thing is laden that is hit or seized is given to nobody.

    قافلة مساعدات | تعرضت لقصف: nor is that of one that underwent it.
    """
    at, mark = claim.mark.index, claim.mark
    if mark.is_verb or mark.entry.type != "AID" or grammar.phrases.has_article(at):
        return False
    carrier = at if grammar.group(at, "thing") in _CARRIERS else at - 1
    first = grammar.clause_start(at)
    if carrier < first or grammar.group(carrier, "thing") not in _CARRIERS:
        return False
    deeds = (entries_at(grammar, k) for k in range(carrier - 1, first - 1, -1) if grammar.parts[k] in (VERB, NOUN))
    nearest: list[Trigger] = next((rows for rows in deeds if rows), [])
    underwent = mark.end < len(grammar.tokens) and grammar.tokens[mark.end].word.core.startswith("تعرض")
    return underwent or any(row.type in _STOPPING for row in nearest)


_CARRIERS = ("vehicle", "building")
_NEAR = 4


def sought(grammar: Grammar, claim: Claim) -> bool:
    """قتل خمسة من منتظري | المساعدات, عامل | إغاثة: help that people wait for, or whose work it is, is given to nobody here.

    الهيئات المسؤولة عن | تقديم الإغاثة: nor what a body is there for.
    """
    mark = claim.mark
    if mark.is_verb or mark.entry.type != "AID" or mark.found.preposition or not mark.index:
        return False
    if mark.index > 1 and grammar.tokens[mark.index - 1].norm == "عن":
        return grammar.tokens[mark.index - 2].word.core.startswith(("مسءول", "مسؤول"))
    return grammar.tokens[mark.index - 1].word.core in _SEEKERS


def helps_nobody_named(grammar: Grammar, claim: Claim) -> bool:
    """إن نشر مراقبين | سيساعد: a verb of helping with nobody and nothing behind it."""
    mark = claim.mark
    if not mark.is_verb or mark.entry.lemma != "ساعد" or mark.found.pronoun or claim.roles.target is not None:
        return False
    behind = mark.end
    return behind >= grammar.limit(mark.index) or grammar.is_sign(behind)


_SEEKERS = word_list("seeks or brings help")
BESIDES = (helped_by, done_to_help, helps_with_task, attributive, only_laden, helps_to_do, load_of_target, kept_out)
"""What keeps help from being an event of its own."""
