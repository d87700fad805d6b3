"""What a count counts: the kind of figure, from the word that governs it."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.lang.ar.parts import NOUN, PREPOSITION, SUBORDINATOR, THAT, VERB
from riwaya.model.event import Figure
from riwaya.read.counts import Count, counted_entry
from riwaya.read.grammar import Grammar
from riwaya.read.triggers import Mark

_BACK, _FORWARD, _SUM_BACK = 14, 12, 24
_PERSONS = frozenset({"military", "police", "militant", "civilian", "official", "victim", "other", "unit"})
_DESTROYED = frozenset({"vehicle", "weapon", "building", "position", "munition", "settlement"})
_TAKEN = frozenset({"building", "position", "settlement", "vehicle", "weapon"})
_FITS = {
    "killed": _PERSONS,
    "wounded": _PERSONS,
    "captured": _PERSONS,
    "released": _PERSONS,
    "surrendered": _PERSONS,
    "displaced": _PERSONS,
    "participants": _PERSONS,
    "fighters": _PERSONS,
    "destroyed": _DESTROYED,
    "taken": _TAKEN,
}


@dataclass(frozen=True, slots=True)
class Counted:
    """A count with its kind, the trigger that governs it, and the rule that said so."""

    count: Count
    kind: str
    mark: Mark
    rule: str


def find_figures(grammar: Grammar, counts: list[Count], marks: list[Mark]) -> list[Counted]:
    """The counts that say something of an event, with kind and governing trigger, in text order."""
    by_index = {mark.index: mark for mark in marks}
    found: list[Counted] = []
    for count in counts:
        if found and found[-1].kind == "casualties" and _is_second_harm(found[-1].count, count):
            continue
        made = next((made for rule in RULES if (made := rule(grammar, count, by_index, found)) is not None), None)
        if made is not None:
            found.append(made)
    return found


def _is_second_harm(first: Count, count: Count) -> bool:
    """The second noun of قتيلا وجريحا is part of the figure before it."""
    return first.noun is not None and count.where[0] == first.noun + 1 and count.rule == "counts.singular"


def victim_noun(grammar: Grammar, count: Count, marks: dict[int, Mark], found: list[Counted]) -> Counted | None:
    """The counted noun is itself a victim: قتيل, جريح, أسير, نازح."""
    mark = marks.get(count.noun) if count.noun is not None else None
    if mark is not None and mark.entry.counted == "self" and count.kind:
        if count.rule == "counts.singular" and not _headline_position(grammar, count):
            return None
        return Counted(count, count.kind, mark, "figures.victim_noun")
    if count.kind in ("captured", "displaced", "missing"):
        governor = _before(grammar, count, marks)
        if governor is not None and governor.entry.kind:
            return Counted(count, governor.entry.kind, governor, "figures.victim_noun")
    return None


def _headline_position(grammar: Grammar, count: Count) -> bool:
    """A singular victim noun counts one behind a verb or masdar of falling (سقوط قتيل), or at the head of a clause."""
    before = count.where[0] - 1
    if before < 0:
        return True
    return (
        grammar.parts[before] == VERB
        or "trigger" in grammar.tokens[before].word.labels
        or bool(grammar.tokens[count.where[0]].word.conjunction)
    )


def counted_attack(grammar: Grammar, count: Count, marks: dict[int, Mark], found: list[Counted]) -> Counted | None:
    """The counted noun is an attack: 20 غارة, تفجيران, خمس طلعات."""
    mark = marks.get(count.noun) if count.noun is not None else None
    if mark is None or mark.is_verb or count.rule == "counts.singular":
        return None
    if mark.entry.group == "attack" or mark.entry.kind == "attacks":
        return Counted(count, "attacks", mark, "figures.counted_attack")
    return None


def munition(grammar: Grammar, count: Count, marks: dict[int, Mark], found: list[Counted]) -> Counted | None:
    """Shells, rockets and bombs fired are attacks."""
    if count.group != "munition" and not _is_rocket(grammar, count):
        return None
    governor = _before(grammar, count, marks) or _behind(grammar, count, marks)
    if governor is not None and governor.entry.type == "ASSAULT" and governor.entry.kind != "destroyed":
        return Counted(count, "attacks", governor, "figures.munition") if count.rule != "counts.singular" else None
    return None


def _is_rocket(grammar: Grammar, count: Count) -> bool:
    return count.noun is not None and grammar.tokens[count.noun].word.core.startswith(("صاروخ", "صواريخ"))


def subset(grammar: Grammar, count: Count, marks: dict[int, Mark], found: list[Counted]) -> Counted | None:
    """بينهم ثلاثة أطفال: a part of the figure before it, of the same kind."""
    if not found or count.where[0] == 0:
        return None
    last = found[-1]
    before = grammar.tokens[count.where[0] - 1]
    near = count.where[0] - last.count.where[1] <= _SUM_BACK
    if near and "subset" in before.word.labels and grammar.layout.sentence_of[count.where[0]] == _sentence(grammar, last):
        return Counted(count, last.kind, last.mark, "figures.subset")
    return None


def joined(grammar: Grammar, count: Count, marks: dict[int, Mark], found: list[Counted]) -> Counted | None:
    """ثلاثة جنود وشرطيان: a count joined by و to the one before it is of the same kind."""
    if not found or not _joined_by_and(grammar, count):
        return None
    last = found[-1]
    if last.kind == "casualties" and count.rule == "counts.singular":
        return None
    group_end = last.count.of[1] if last.count.of else last.count.where[1]
    if 0 <= count.where[0] - max(group_end, last.count.where[1]) <= 1 and fits(last.kind, count):
        return Counted(count, last.kind, last.mark, "figures.joined")
    return None


def _joined_by_and(grammar: Grammar, count: Count) -> bool:
    first = grammar.tokens[count.where[0]]
    return bool(first.word.conjunction) or (count.where[0] > 0 and grammar.tokens[count.where[0] - 1].norm == "و")


def toll(grammar: Grammar, count: Count, marks: dict[int, Mark], found: list[Counted]) -> Counted | None:
    """بلغ عدد القتلى 20, ارتفعت الحصيلة إلى 30 قتيلا: the noun before the verb says what the number counts."""
    if count.rule not in ("counts.number_alone", "counts.number_and_noun") or (count.group and count.group != "civilian"):
        return None
    first = grammar.layout.sentence(count.where[0]).start
    for index in range(count.where[0] - 1, max(first, count.where[0] - _SUM_BACK) - 1, -1):
        if grammar.parts[index] == THAT:
            return None
        mark = marks.get(index)
        if mark is not None and mark.entry.counted == "self" and mark.entry.kind in ("killed", "wounded"):
            tally = any(grammar.tokens[k].word.core in _TALLIES for k in range(max(first, index - 2), count.where[0]))
            return Counted(count, mark.entry.kind, mark, "figures.toll") if tally else None
    return None


_TALLIES = frozenset({"عدد", "حصيله", "اعداد", "بلغ", "بلغت", "ارتفع", "ارتفعت"})


def governed(grammar: Grammar, count: Count, marks: dict[int, Mark], found: list[Counted]) -> Counted | None:
    """The trigger before or behind it counts it: قتل خمسة جنود, مقتل ثلاثة, ثمانية أفراد قتلوا."""
    for governor in (_before(grammar, count, marks), _behind(grammar, count, marks)):
        if governor is None or not governor.entry.kind or governor.entry.counted == "self":
            continue
        if not fits(governor.entry.kind, count):
            continue
        if count.rule == "counts.singular" and not _is_direct_victim(grammar, count, governor):
            continue
        if count.rule == "counts.number_alone" and count.group == "" and not _may_stand_alone(grammar, count, governor):
            continue
        return Counted(count, governor.entry.kind, governor, "figures.governed")
    return None


def _may_stand_alone(grammar: Grammar, count: Count, governor: Mark) -> bool:
    """A bare number counts right behind its verb or masdar (أصيب 24) or as its subject, not further away."""
    return abs(count.where[0] - governor.index) <= 4 or count.where[1] >= governor.index - 2


def _is_direct_victim(grammar: Grammar, count: Count, governor: Mark) -> bool:
    """A singular counts one only right behind the trigger, or right before it as subject of a passive."""
    if governor.entry.kind in ("participants", "fighters", "taken", "displaced"):
        return False
    gap = count.where[0] - governor.end
    if 0 <= gap <= 1:
        return True
    between = range(governor.end, count.where[0])
    only_names = all(grammar.parts[k] == NOUN for k in between) and 0 < gap <= 5 and governor.is_verb and not governor.passive
    return only_names or (count.where[0] < governor.index <= count.where[1] + 3 and governor.is_verb)


def fits(kind: str, count: Count) -> bool:
    """Whether a group can be counted in this way; a group of unknown class can."""
    allowed = _FITS.get(kind)
    return allowed is None or not count.group or count.group in allowed


def _before(grammar: Grammar, count: Count, marks: dict[int, Mark]) -> Mark | None:
    """The nearest counting trigger before a count in its clause, over its subject, adverbs and coordinated counts."""
    first = grammar.layout.sentence(count.where[0]).start
    for index in range(count.where[0] - 1, max(first, count.where[0] - _BACK) - 1, -1):
        mark = marks.get(index)
        if mark is not None and (mark.entry.kind or mark.entry.type == "ASSAULT"):
            return mark if mark.entry.counted != "self" or mark.is_verb or not mark.entry.kind else None
        if grammar.tokens[index].norm == "ما" and grammar.tokens[index + 1].norm == "بين":
            continue
        if grammar.parts[index] in (THAT, SUBORDINATOR, VERB) or grammar.tokens[index].raw == ":":
            return None
        if grammar.is_comma(index) and index < count.where[0] - 1:
            return None
        if grammar.parts[index] == PREPOSITION and grammar.tokens[index].word.core in _NO_CROSSING:
            return None
    return None


_NO_CROSSING = frozenset({"بعد", "قبل", "منذ", "خلال", "اثر", "جراء", "عقب", "بسبب"})


def _behind(grammar: Grammar, count: Count, marks: dict[int, Mark]) -> Mark | None:
    """The verb behind a count that is its subject: ثمانية أفراد من القبيلة قتلوا."""
    end = grammar.layout.sentence(count.where[0]).end
    for index in range(count.where[1], min(end, count.where[1] + _FORWARD)):
        mark = marks.get(index)
        if mark is not None and mark.is_verb:
            return mark if mark.entry.kind and not mark.found.conjunction else None
        if grammar.parts[index] in (VERB, THAT, SUBORDINATOR) or grammar.is_comma(index):
            return None
    return None


def _sentence(grammar: Grammar, counted: Counted) -> int:
    return grammar.layout.sentence_of[counted.count.where[0]]


def casualties(grammar: Grammar, count: Count, marks: dict[int, Mark], found: list[Counted]) -> Counted | None:
    """مقتل وإصابة العشرات, 33 قتيلا وجريحا: killed and wounded that are not told apart."""
    first = count.where[0]
    mark = marks.get(count.noun) or _before(grammar, count, marks) if count.noun is not None else None
    if mark is not None and count.noun is not None and _both_harms(grammar, count):
        return Counted(count, "casualties", mark, "figures.casualties")
    before, earlier = marks.get(first - 1), marks.get(first - 2)
    if before is None or earlier is None or before.is_verb or earlier.is_verb or not before.found.conjunction:
        return None
    if before.entry.group == "result" and _other_harm(earlier.entry.kind, before) and count.rule != "counts.singular":
        return Counted(count, "casualties", earlier, "figures.casualties")
    return None


def _both_harms(grammar: Grammar, count: Count) -> bool:
    """قتيلا وجريحا: the counted noun is joined to the other harm's noun, which no number counts."""
    if count.noun is None or count.noun + 1 >= len(grammar.tokens) or not grammar.tokens[count.noun + 1].word.conjunction:
        return False
    behind = counted_entry(grammar, count.noun + 1)
    return behind is not None and {count.kind, behind.kind} == {"killed", "wounded"} and count.rule != "counts.singular"


def _other_harm(kind: str, mark: Mark) -> bool:
    return {kind, mark.entry.kind} == {"killed", "wounded"}


RULES = (casualties, victim_noun, counted_attack, munition, subset, joined, toll, governed)
"""The rules that give a count its kind, in order."""


def figure(grammar: Grammar, counted: Counted) -> Figure:
    """The figure of a count: evidence, interval, kind and counted group."""
    count = counted.count
    of = grammar.span(count.of) if count.of else None
    return Figure(grammar.span(count.where), counted.kind, count.low, count.high, counted.rule, count.approx, of)
