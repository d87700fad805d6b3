"""What a count counts: the kind of figure, from the word that governs it, from its own noun, or from the figure before it."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.lang.ar.lexicon import Closed
from riwaya.lang.ar.parts import AUXILIARY, PREPOSITION, VERB
from riwaya.read.counts import Count
from riwaya.read.governors import DESTROYED, PERSONS, TAKEN, Counted, Field, figure, fits, given_kind
from riwaya.read.grammar import Grammar, Range
from riwaya.read.groups import group_of
from riwaya.read.tolls import among, body, casualties, is_direct_victim, joined, shares_genitive, subset, toll, victim_noun
from riwaya.read.triggers import Mark

__all__ = ["Counted", "figure", "find_figures", "fits", "role_figures"]

_ATTACKERS = frozenset({"military", "police", "militant", "civilian", "other"})
_SENDING = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "CONTROL"})


def find_figures(grammar: Grammar, counts: list[Count], marks: list[Mark]) -> list[Counted]:
    """The counts that say something of an event, with kind and governing trigger, in text order."""
    field = Field(grammar, {mark.index: mark for mark in marks})
    for count in counts:
        last = field.last
        if last is not None and last.kind == "casualties" and _is_second_harm(last.count, count):
            continue
        if last is not None and shares_genitive(field, last.count, count):
            continue
        made = next((made for rule in RULES if (made := rule(field, count)) is not None), None)
        if made is None:
            continue
        if last is not None and _was_subject(last, made):
            field.found.pop()
        field.found.append(made)
    return field.found


def _was_subject(first: Counted, second: Counted) -> bool:
    """قتل انتحاري 32 شخصا: a singular behind a verb that has a number behind it is who acts."""
    active = not second.mark.passive and second.mark.entry.frame == "AO"
    alone = first.count.is_singular and first.rule == second.rule == "figures.governed" and not second.count.joined
    return active and alone and first.mark.index == second.mark.index


def _is_second_harm(first: Count, count: Count) -> bool:
    """The second noun of قتيلا وجريحا is part of the figure before it."""
    return count.is_singular and 0 <= count.where[0] - first.where[1] <= 3


def counted_attack(field: Field, count: Count) -> Counted | None:
    """The counted noun is an attack: 20 غارة, تفجيران, خمس طلعات, غارات عدة."""
    mark = field.marks.get(count.noun) if count.noun is not None else None
    if mark is None or mark.is_verb or count.is_singular or count.rule == "counts.one_of_group":
        return None
    if mark.entry.group == "attack" or mark.entry.kind == "attacks":
        return Counted(count, "attacks", mark, "figures.counted_attack")
    return None


def munition(field: Field, count: Count) -> Counted | None:
    """Shells, rockets and bombs fired are attacks."""
    if count.is_singular or not (count.group == "munition" or _is_rocket(field, count)):
        return None
    governor = field.before(count) or field.behind(count)
    if governor is not None and governor.entry.type == "ASSAULT" and governor.entry.kind != "destroyed":
        return Counted(count, "attacks", governor, "figures.munition")
    return None


def _is_rocket(field: Field, count: Count) -> bool:
    return count.noun is not None and field.grammar.tokens[count.noun].word.core.startswith(_LAUNCHED)


_LAUNCHED = ("صاروخ", "صواريخ", "مسير", "طائرات مسيره")


def attackers(field: Field, count: Count) -> Counted | None:
    """شن نحو مئتي مقاتل هجوما, نفذ الهجوم خمسة مسلحين: who carries out an attack that a light verb puts into words."""
    if count.is_singular or count.group not in _ATTACKERS or not (mark := _carried_out(field, count)):
        return None
    return Counted(count, "fighters", mark, "figures.attackers")


def _carried_out(field: Field, count: Count) -> Mark | None:
    """The attack noun behind or before the count, where a light verb stands right before both."""
    start = count.where[0]
    at, before = start - 1, field.marks.get(start - 1)
    if before is not None and not before.is_verb and before.entry.type == "ASSAULT":
        return before if _is_light(field, start - 2) else None
    if not _is_light(field, at):
        return None
    end = field.group_end(count)
    behind = (field.marks.get(k) for k in range(end, min(end + 4, len(field.grammar.tokens))))
    return next((mark for mark in behind if mark is not None and not mark.is_verb and mark.entry.type == "ASSAULT"), None)


def _is_light(field: Field, at: int) -> bool:
    if at < 0 or field.grammar.parts[at] != VERB:
        return False
    found = field.grammar.tokens[at].word.find("light", "verb")
    return found is not None and not found.pronoun and isinstance(found.sense.entry, Closed) and found.sense.entry.group == "actor"


def taking_part(field: Field, count: Count) -> Counted | None:
    """شارك ألف جندي في الهجوم, بمشاركة مئات المحتجين في المسيرة, قوة تضم 300 جندي: who takes part in an event named beside it."""
    if count.is_singular or count.group not in _ATTACKERS:
        return None
    protest = field.nearest(count, frozenset({"PROTEST"}))
    if protest is not None and (_takes_part(field, count) or _marches(field, count)):
        return Counted(count, "participants", protest, "figures.taking_part")
    if not _takes_part(field, count):
        return None
    mark = field.nearest(count, frozenset({"ASSAULT", "MOBILIZE"}))
    return Counted(count, "fighters", mark, "figures.taking_part") if mark is not None else None


def _takes_part(field: Field, count: Count) -> bool:
    """A word of taking part or of comprising right before the count, or a verb of taking part right behind its group."""
    tokens, start = field.grammar.tokens, count.where[0]
    near = [tokens[at].word.core for at in range(max(0, start - _PART_BACK), start) if field.same_sentence(at, start)]
    if any(word.startswith(_PARTS) for word in near) or (near and near[-1] in _COMPRISES) or " ".join(near[-2:]) in _COMPOSED:
        return True
    end = field.group_end(count)
    return any(tokens[at].word.core.startswith(_PARTS) for at in range(end, min(end + 2, len(tokens))))


def _marches(field: Field, count: Count) -> bool:
    """خرج مئات المحتجين, نزل الآلاف: a verb of going out right before the count."""
    before = count.where[0] - 1
    return before >= 0 and field.grammar.tokens[before].word.core.startswith(_GOING_OUT)


_GOING_OUT = ("خرج", "يخرج", "نزل", "تدفق", "توافد", "سار", "تجمع", "تجمهر", "احتشد", "نظم")
_PART_BACK = 4
_PARTS = ("شارك", "يشارك", "تشارك", "مشارك")
_COMPOSED = frozenset({"تتالف من", "يتالف من", "مكونه من", "مكون من", "مؤلفه من", "مؤلف من", "تتكون من"})
_COMPRISES = frozenset({"تضم", "يضم", "يضمان", "تضمان", "ضمت", "قوامها", "قوامه", "تعدادها", "تعداده"})


def governed(field: Field, count: Count) -> Counted | None:
    """The trigger before or behind it counts it: قتل خمسة جنود, مقتل ثلاثة, ثمانية أفراد قتلوا."""
    before = field.before(count)
    if before is not None and before.is_verb and (before.found.pronoun or _begins_anew(field, count, before)):
        before = None
    behind = None if before is not None and given_kind(before) else field.behind(count)
    for governor in (field.adjacent(count), before, behind):
        kind = _kind(governor, count) if governor is not None else ""
        if governor is None or not kind or not fits(kind, count):
            continue
        if count.is_singular and not is_direct_victim(field, count, governor, kind):
            continue
        if governor is behind and not (field.suffers(governor) or _who(field, count)):
            continue
        if not count.group and (kind == "fighters" or not _is_near(field, count, governor)):
            continue
        return Counted(count, kind, governor, "figures.governed")
    return None


def _begins_anew(field: Field, count: Count, governor: Mark) -> bool:
    """قتلوا و32 أصيبوا: and right behind a verb begins another clause."""
    lone = field.joins(count) and not count.joined
    return field.joins(count) and governor.end >= count.where[0] - lone


_FLIGHTS = frozenset({"فر", "هرب"})


def _who(field: Field, count: Count) -> bool:
    """101 ممن حرروا: the relative says that the counted are who suffered."""
    behind = count.where[1]
    return behind < len(field.grammar.tokens) and field.grammar.tokens[behind].norm == "ممن"


def _kind(mark: Mark, count: Count) -> str:
    """The kind that a trigger gives to a group: things that are arrested are taken, things blown up destroyed."""
    entry = mark.entry
    if entry.kind == "captured" and count.group in TAKEN:
        return "taken"
    if entry.kind == "released" and count.group in ("position", "settlement", "building"):
        return "taken"
    if entry.kind == "destroyed" and count.group in _ATTACKERS:
        return "killed"
    if entry.lemma in ("فجر", "انفجر") and count.group in DESTROYED and count.group != "munition":
        return "destroyed"
    holds = entry.type == "CONTROL" and (entry.frame != "A" or "علي" in entry.preps)
    if holds and not entry.kind and count.rule != "counts.one_of_group" and count.group in ("position", "settlement", "building"):
        return "taken"
    if entry.lemma in _FLIGHTS and count.group in ("civilian", "victim"):
        return "displaced"
    if entry.type == "MOBILIZE" and not entry.kind and count.group in _ATTACKERS:
        return "fighters"
    if entry.lemma == "أصاب":
        return "wounded" if count.group not in DESTROYED else ""
    return given_kind(mark)


def _is_near(field: Field, count: Count, governor: Mark) -> bool:
    """A bare number, or a noun that no table knows, counts right behind its verb or masdar (أصيب 24) or as its subject."""
    if count.rule == "counts.one_of_them":
        return abs(count.where[0] - governor.end) <= 1
    return abs(count.where[0] - governor.end) <= 3 or count.where[1] >= governor.index - 2


RULES = (casualties, counted_attack, body, victim_noun, munition, among, subset, joined, toll, governed, attackers, taking_part)
"""The rules that give a count its kind, in order."""


def role_figures(
    grammar: Grammar, counts: list[Count], found: list[Counted], roles: Iterable[tuple[Mark, Range | None, Range | None]]
) -> list[Counted]:
    """Counts that are actor or target of an event, however far away: who attacks or is sent, who marches, what is destroyed.

    ``roles`` gives the trigger, actor and target of each event.
    """
    taken = {one.count.where for one in found}
    marked = {one.mark.index for one in found}
    made: list[Counted] = []
    for mark, actor, target in sorted(roles, key=lambda one: one[0].entry.kind != "participants"):
        suffered = "" if mark.entry.counted in ("self", "actor") or mark.index in marked else mark.entry.kind
        pairs = [(_actor_kind(mark), _count_in(counts, actor)), (suffered, _count_in(counts, target))]
        if suffered and mark.found.pronoun and (mark.is_verb or _is_done(grammar, mark)):
            pairs.append((suffered, _pointed_at(grammar, counts, mark)))
        for kind, count in pairs:
            if kind and count is not None and count.where not in taken and _may_play(grammar, mark, kind, count):
                made.append(Counted(count, kind, mark, "figures.role"))
                taken.add(count.where)
    return made


def _may_play(grammar: Grammar, mark: Mark, kind: str, count: Count) -> bool:
    """Whether a count can be the role of an event: its class fits, a singular only suffers, what is taken stands behind."""
    if not fits(kind, count):
        return False
    if count.is_singular and (kind in ("fighters", "participants", "taken", "displaced") or not mark.is_verb):
        return False
    if kind == "taken":
        return count.where[0] > mark.index
    return kind != "fighters" or _may_fight(grammar, mark, count)


def _is_done(grammar: Grammar, mark: Mark) -> bool:
    """تم تدميرها, جرى اعتقالهم: a masdar that a verb of being done makes a verb."""
    return mark.index > 0 and grammar.parts[mark.index - 1] == AUXILIARY


def _pointed_at(grammar: Grammar, counts: list[Count], mark: Mark) -> Count | None:
    """رصدت خمس مركبات ... ودمرتها: the count before a verb that its pronoun points back to."""
    first = grammar.layout.sentence(mark.index).start
    wanted = DESTROYED - {"settlement"} if mark.found.pronoun == "ها" else PERSONS
    before = [one for one in counts if first <= one.where[0] < mark.index and one.group in wanted and not one.is_singular]
    if mark.found.pronoun == "هما":
        before = [one for one in before if one.low == one.high == 2]
    return before[-1] if before and mark.found.pronoun in ("ها", "هم", "هما") else None


def _may_fight(grammar: Grammar, mark: Mark, count: Count) -> bool:
    """Who attacks or is sent are persons, and no preposition makes them the goal of something else (الاتهام إلى 29 شخصا)."""
    before = count.where[0] - 1
    if count.group not in _ATTACKERS or (before >= 0 and grammar.parts[before] == PREPOSITION):
        return False
    return mark.is_verb or count.where[0] > mark.index or _is_carried_out(grammar, count)


def _is_carried_out(grammar: Grammar, count: Count) -> bool:
    """شن ثلاثة مسلحين هجوما, انتحاريتان قامتا بتفجير: a light verb beside whoever stands before an event noun."""
    before, end = count.where[0] - 1, group_of(grammar, count.noun)[1] if count.noun is not None else count.where[1]
    beside = [before, *range(count.where[1], min(end + 2, len(grammar.tokens)))]
    return any(at >= 0 and grammar.parts[at] == VERB and "light" in grammar.tokens[at].word.labels for at in beside)


def _actor_kind(mark: Mark) -> str:
    if mark.entry.kind in ("participants", "surrendered", "fighters"):
        return mark.entry.kind
    return "fighters" if mark.entry.type in _SENDING else ""


def _count_in(counts: list[Count], role: Range | None) -> Count | None:
    """The count that heads a phrase."""
    if role is None:
        return None
    return next((c for c in counts if c.where[0] <= role[0] < c.where[1] and c.rule != "counts.number_alone"), None)
