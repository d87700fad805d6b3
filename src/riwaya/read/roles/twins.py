"""Two verbs of one doer, joined by و, with the object behind the second: اعترضت الدفاعات الجوية | ودمرت ثلاثة صواريخ."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import NOUN, NUMERAL, RELATIVE, THAT, VERB
from riwaya.read.clauses.clauses import guessed_form
from riwaya.read.clauses.forces import ARMS
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT

_NOMINATIVE, _WOUND = ("ون", "ان"), ("اصاب", "جرحوا")


def twin(grammar: Grammar, index: int, form: VerbForm, behind: list[Range]) -> int:
    """The second of two verbs that have doer and object together, 0 where a verb has none: اعترضت (الدفاعات) | ودمرت صاروخا.

    Both do the same to one object and agree; nothing but the doer stands between them, and no pronoun on the second.
    """
    second = behind[0][1] if behind else index + 1
    if len(behind) > 1 or second + 1 >= grammar.limit(index) or grammar.parts[second] != VERB:
        return 0
    word = grammar.tokens[second].word
    if word.conjunction != "و" or not _does_to(grammar, index) & _does_to(grammar, second):
        return 0
    wounds = word.core.startswith(_WOUND[0]) if behind else _wounds(grammar, second)  # قتلت الغارات | وأصابت عشرات
    if not _attacks(grammar, index) and not wounds:  # قتلوا | وأصابوا 17 جنديا
        return 0
    if behind and not (_acts(grammar, behind[0][0]) and grammar.agrees(form, behind[0][0], before=False)):
        return 0
    other, object_head = guessed_form(grammar, second), grammar.tokens[second + 1].word.bare
    same = (form.gender, form.number, form.tense) == (other.gender, other.number, other.tense)
    return second if same and not object_head.endswith(_NOMINATIVE) else 0


def _wounds(grammar: Grammar, second: int) -> bool:
    """قتلوا | وأصابوا جنودا, قتلوا | وجرحوا 15 جنديا: a verb of wounding; جرحوا may be passive, not before a number."""
    core = grammar.tokens[second].word.core
    return core.startswith(_WOUND) or (core == "جرحوا" and grammar.parts[second + 1] == NUMERAL)


def goes_on(grammar: Grammar, index: int, form: VerbForm, behind: list[Range]) -> int:
    """The first of two verbs that have a doer together, -1 where there is none: اكتشف (التحالف) | ودمر 91 زورقا.

    The doer, somebody, stands between them; what is counted behind the second is a thing that it was done to. قتلوا أو | اعتقلوا.
    """
    if (before := max(_or_else(grammar, index, form), _does_more(grammar, index, form, behind))) >= 0:
        return before
    if grammar.tokens[index].word.conjunction != "و" or len(behind) != 1 or grammar.parts[behind[0][0]] != NUMERAL:
        return -1
    counted = next((at for at in range(*behind[0]) if grammar.parts[at] == NOUN), -1)
    if counted < 0 or "thing" not in grammar.tokens[counted].word.labels or not _does_to(grammar, index):
        return -1
    reach = range(index - 1, max(grammar.clause_start(index), index - _BETWEEN) - 1, -1)
    first = next((at for at in reach if grammar.parts[at] == VERB), -1)
    if first < 0 or first + 1 >= index or not _is_known_body(grammar, first + 1):
        return -1
    other = guessed_form(grammar, first)
    alone = grammar.phrases.end(first + 1, index, SUBJECT) == index and grammar.agrees(other, first + 1, before=False)
    return first if alone and (form.gender, form.number, form.tense) == (other.gender, other.number, other.tense) else -1


_BETWEEN = 7


def _does_more(grammar: Grammar, index: int, form: VerbForm, behind: list[Range]) -> int:
    """طاردت القوات المتمردين | وضربت مجموعات أخرى, حاصر الجيش الحي | ونشر القناصة: the verb before that has the same doer.

    Of the second verb, which does something to an object, one phrase is left: men, indefinite, or deployed; -1 for any other.
    """
    if grammar.tokens[index].word.conjunction != "و" or form.number != "s" or len(behind) != 1:
        return -1
    rows = [one.sense.entry for one in grammar.tokens[index].word.all("trigger", "verb")]
    groups = {row.group for row in rows if isinstance(row, Trigger) and row.frame == "AO"}
    if not groups or groups & _ALSO_OF_ONESELF or not _are_men(grammar, behind[0], deployed="move" in groups):
        return -1
    reach = range(index - 1, max(grammar.layout.sentence(index).start, index - _LONG) - 1, -1)
    first = next((at for at in reach if grammar.parts[at] in (VERB, RELATIVE, THAT)), -1)
    if first < 0 or grammar.parts[first] != VERB or grammar.parts[first - 1] == RELATIVE or not _does_to(grammar, first):
        return -1
    other = guessed_form(grammar, first)
    return first if (form.gender, form.number, form.tense) == (other.gender, other.number, other.tense) else -1


_LONG = 16
_ALSO_OF_ONESELF = frozenset({"result", "free", "meet"})


def _are_men(grammar: Grammar, where: Range, deployed: bool) -> bool:
    """مجموعات أخرى, جماعات مسلحة, القناصة: men in the plural, no known force; with an article only who is deployed."""
    word = grammar.tokens[where[0]].word
    if grammar.parts[where[0]] != NOUN or word.core in ARMS or grammar.phrases.is_proper(where[0]):
        return False
    if deployed:
        return word.labels & {"person", "source"} == {"person"} and bool(word.article)
    return word.bare.endswith("ات") and "source" in word.labels and not grammar.phrases.is_definite(where[1] - 1)


def _or_else(grammar: Grammar, index: int, form: VerbForm) -> int:
    """قتلوا أو | اعتقلوا أو | استسلموا: the verb before a verb in the plural that أو parts from it; -1 where none stands."""
    if index < 2 or grammar.tokens[index - 1].norm != "او" or grammar.parts[index - 2] != VERB or form.person != _THIRD:
        return -1
    return index - 2 if form.number == "p" and form.gender == guessed_form(grammar, index - 2).gender else -1


_THIRD = 3


def _attacks(grammar: Grammar, index: int) -> bool:
    """قتل شرطي | وأصيب آخر: behind a verb of killing or arrest the one phrase suffers; behind one of attack a body acts."""
    rows = [one.sense.entry for one in grammar.tokens[index].word.all("trigger", "verb")]
    groups = {row.group for row in rows if isinstance(row, Trigger)}
    return not groups or ("attack" in groups and groups.isdisjoint(("result", "arrest")))


def _is_known_body(grammar: Grammar, head: int) -> bool:
    """الدفاعات الجوية, قوات الدفاع الجوي, التحالف: known forces, no men that are counted and no place."""
    word = grammar.tokens[head].word
    if grammar.parts[head] != NOUN or not (word.labels & {"source", "country"} or word.core in ARMS):
        return False
    return grammar.phrases.is_definite(head) or grammar.phrases.end(head, grammar.limit(head), SUBJECT) > head + 1


def _acts(grammar: Grammar, head: int) -> bool:
    """A known body, or an attack that kills and wounds (الغارات, ضربات مماثلة)."""
    return _is_known_body(grammar, head) or grammar.phrases.is_event_noun(head)


def _does_to(grammar: Grammar, index: int) -> set[str]:
    """The types of event that a verb tells of somebody who does it to an object; none where a pronoun is its object."""
    found = grammar.tokens[index].word.all("trigger", "verb")
    if any(one.pronoun for one in found):
        return set()
    return {one.sense.entry.type for one in found if isinstance(one.sense.entry, Trigger) and one.sense.entry.frame == "AO"}
