"""Men and things that are counted behind a verb, to whom something is done: قتلت | 44 مسلحا, واعتقلت | 6 منهم."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.parts import NUMERAL, PREPOSITION, QUANTIFIER
from riwaya.lang.ar.thing_groups import HITTABLE
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.between import past_about
from riwaya.read.clauses.clauses import is_band
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.near import counted_noun, thing_group
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range


def counts_men(grammar: Grammar, index: int, where: Range) -> bool:
    """قتلت | 44 مسلحا, قتلت | جميع المهاجمين: men that are counted are not the subject of a feminine verb."""
    at = where[0]
    if is_band(grammar, index, where) or not _is_feminine(grammar, index):
        return False
    while at + 1 < where[1] and grammar.parts[at] in (NUMERAL, QUANTIFIER, PREPOSITION):
        at += 1
    if any(grammar.parts[k] == NUMERAL and grammar.tokens[k + 1].norm == "من" for k in range(at, where[1] - 1)):
        return True  # وقتلت | أكثر من 200 من القوة المهاجمة
    if at == where[0]:
        return _of_them(grammar, where)
    word, men = grammar.tokens[at].word, grammar.tokens[where[0]].word.core in _COUNT_MEN
    return "person" in word.labels and (men or grammar.gender(at) == "m" or word.bare.endswith(("ين", "ون")))


def counts_destroyed(grammar: Grammar, index: int, where: Range) -> bool:
    """أحرقت | ثلاث عربات, أن تدمر | خمس دبابات: counted vehicles or buildings behind a verb of destroying do not destroy."""
    if grammar.parts[where[0]] != NUMERAL or where[0] != index + 1:
        return False
    destroys = any(entry.kind == "destroyed" and entry.frame == "AO" for entry in entries_at(grammar, index))
    return destroys and thing_group(grammar, counted_noun(grammar, *where)) in HITTABLE


def counts_people(grammar: Grammar, where: Range) -> bool:
    """خطفت الجبهة | خمسة مقاتلين بعد خطفها آخرين: men in a number are no "she"."""
    return grammar.parts[where[0]] == NUMERAL and "person" in grammar.tokens[counted_noun(grammar, *where)].word.labels


def is_so_long(grammar: Grammar, at: int) -> bool:
    """سيطرت على القاعدة ساعات | عدة: what says how many hours or days it was, behind them, is no phrase of the verb."""
    return grammar.tokens[at].norm == "عده" and at > 0 and bool(grammar.tokens[at - 1].word.labels & {"timeword", "measure"})


def _of_them(grammar: Grammar, where: Range) -> bool:
    """واعتقلت | 6 منهم: so many of men who were named before."""
    bare = grammar.parts[where[0]] == NUMERAL and where[1] - where[0] == 1
    return bare and grammar.layout.norms[where[1] : where[1] + 1] == ["منهم"]


def _is_feminine(grammar: Grammar, index: int) -> bool:
    """Whether every form that a verb may be is feminine."""
    forms = [one.sense.form for one in grammar.tokens[index].word.analyses if isinstance(one.sense.form, VerbForm)]
    return bool(forms) and all(form.gender == "f" for form in forms)


_COUNT_MEN = word_list("numeral of men")


def is_part_of_them(grammar: Grammar, subject: Range | None, behind: Range | None) -> bool:
    """قتل أربعون شخصا | معظمهم من النساء: who most of those are that stand right before it, nobody to whom they did it."""
    if subject is None or behind is None or behind[0] != subject[1]:
        return False
    return "subset" in grammar.tokens[behind[0]].word.labels


def killed_too(grammar: Grammar, mark: Mark, first: Range | None, second: Range | None) -> Range | None:
    """قتل 9 من المسلحين | و6 من المقاتلين, قتل 13 من ميليشات | الجماعة: all that is counted behind a verb of killing suffers."""
    if mark.entry.group not in _DONE_TO or first is None or second is None or first[0] < mark.index:
        return None
    gap, counted = second[0] - first[1], past_about(grammar, *first)  # قتل نحو | 3 جنود و8 مدنيين
    if gap > 1 or grammar.parts[counted] not in (NUMERAL, QUANTIFIER):
        return None
    joined = gap == 1 and grammar.tokens[first[1]].norm == "و" and grammar.parts[second[0]] == NUMERAL
    of_them = gap == 0 and any(grammar.tokens[at].norm == "من" for at in range(*first)) and grammar.phrases.is_definite(second[0])
    return (first[0], second[1]) if joined or of_them else None


_DONE_TO = frozenset({"arrest", "result", "free"})
