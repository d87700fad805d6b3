"""What a count counts: the kind of figure, from the word that governs it, from its own noun, or from the figure before it."""

from __future__ import annotations

from riwaya.lang.ar.parts import PREPOSITION, RELATIVE
from riwaya.lang.ar.thing_groups import SITES, WEAPONRY
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.event import Figure
from riwaya.read.clauses.near import thing_group
from riwaya.read.clauses.triggers import Mark
from riwaya.read.figures.breakdowns import broken_down, is_sort
from riwaya.read.figures.casualties import casualties
from riwaya.read.figures.counts import Count
from riwaya.read.figures.doers import ATTACKERS, taking_part
from riwaya.read.figures.elided import another_destroyed, compared, hurt_by, shares_genitive, those_who
from riwaya.read.figures.framed_counts import (
    body,
    bounded_behind,
    cell,
    exceeded,
    exchanged,
    household,
    kin,
    losses,
    missing,
    repeated,
)
from riwaya.read.figures.governors import COMPANY, DESTROYED, TAKEN, Counted, Field, fits, given_kind
from riwaya.read.figures.groups import group_of
from riwaya.read.figures.said_behind import among_behind, as_it_struck, cases, driven_by, fell_victim, told_number
from riwaya.read.figures.survivors import brought_after, in_danger, to_hospital
from riwaya.read.figures.tolls import among, is_direct_victim, joined, subset, toll, victim_noun
from riwaya.read.figures.wounds import beheaded, stabbed
from riwaya.read.grammar import Grammar
from riwaya.spelling import folded


def find_figures(grammar: Grammar, counts: list[Count], marks: list[Mark]) -> list[Counted]:
    """The counts that say something of an event, with kind and governing trigger, in text order."""
    field = Field(grammar, {mark.index: mark for mark in marks})
    for count in counts:
        last = field.last
        if last is not None and last.kind == "casualties" and _is_second_harm(last.count, count):
            continue
        if last is not None and shares_genitive(field, last.count, count):
            continue
        if last is not None and (compared(field, count) or is_sort(field, last, count)):
            continue
        rules = (repeated,) if count.rule == "counts.times" else (household,) if kin(field, count) is not None else RULES
        made = next((made for rule in rules if (made := rule(field, count)) is not None), None)
        if made is None:
            continue
        made = bounded_behind(field, exceeded(field, made))
        if last is not None and _was_subject(field, last, made):
            field.found.pop()
        field.found.append(made)
    return field.found


def _was_subject(field: Field, first: Counted, second: Counted) -> bool:
    """قتل انتحاري 32 شخصا: a singular behind a verb that has a number behind it is who acts."""
    active = not second.mark.passive and second.mark.entry.frame == "AO"
    alone = first.count.is_singular and first.rule == second.rule == "figures.governed" and not second.count.joined
    alone = alone and field.grammar.tokens[second.count.where[0] - 1].norm not in COMPANY
    return active and alone and first.mark.index == second.mark.index


def _is_second_harm(first: Count, count: Count) -> bool:
    """The second noun of قتيلا وجريحا is part of the figure before it."""
    return count.is_singular and 0 <= count.where[0] - first.where[1] <= 3


def counted_attack(field: Field, count: Count) -> Counted | None:
    """The counted noun is an attack (20 غارة، تفجيران، غارات عدة)."""
    mark = _attack_counted(field, count.noun) if count.noun is not None else None
    if mark is None or mark.is_verb or count.is_singular or count.rule == "counts.one_of_group":
        return None
    if mark.entry.group == "attack" or mark.entry.kind == "attacks":
        return Counted(count, "attacks", mark, "figures.counted_attack")
    return None


def _attack_counted(field: Field, noun: int) -> Mark | None:
    """ثلاث | غارات, 16 عملية | استهداف: the attack that a number counts, or right behind the operations that it was."""
    behind = field.marks.get(noun + 1) if field.grammar.tokens[noun].word.core in _OPERATIONS else None
    named = behind is not None and behind.entry.group == "attack" and not behind.found.conjunction and not behind.found.preposition
    return field.marks.get(noun) or (behind if named else None)


_OPERATIONS = word_list("operations that are counted")


def munition(field: Field, count: Count) -> Counted | None:
    """Shells, rockets and bombs that are fired count as attacks (سقطت عشرون قذيفة)."""
    if count.is_singular or not (count.group == "munition" or _is_rocket(field, count)) or _is_aimed_at(field, count):
        return None
    governor = _fired_with(field, count) or field.before(count) or field.behind(count)
    if governor is None or governor.entry.type != "ASSAULT":
        governor = _launched(field, count)
    if governor is None or governor.entry.type != "ASSAULT" or governor.entry.kind == "destroyed":
        return None
    hit = governor.entry.kind == "wounded" and field.grammar.tokens[count.where[0]].word.preposition == "ب"
    return None if hit else Counted(count, "attacks", governor, "figures.munition")


def _is_aimed_at(field: Field, count: Count) -> bool:
    """ضربة ضد | صاروخين, الاشتباك مع | ثلاث مسيرات: what is struck before it is launched is no attack."""
    return count.where[0] > 0 and field.grammar.tokens[count.where[0] - 1].norm in ("ضد", "مع")


def _fired_with(field: Field, count: Count) -> Mark | None:
    """قصفوا القرية، وسط اليمن، بخمسة صواريخ: the attack before what it was carried out with, however far away."""
    tokens, start = field.grammar.tokens, count.where[0]
    if tokens[start].word.preposition != "ب" and (start == 0 or tokens[start - 1].norm not in ("ب", "بواسطه", "باستخدام")):
        return None
    first = max(field.grammar.layout.sentence(start).start, start - _FIRED_BACK)
    before = (field.marks[at] for at in range(start - 1, first - 1, -1) if at in field.marks)
    attack = next(before, None)
    return attack if attack is not None and attack.entry.group == "attack" else None


def _launched(field: Field, count: Count) -> Mark | None:
    """سقط على البلدة، منذ بدء الحملة، | 300 برميل: the nearest verb before, where it says that something is fired or falls."""
    first = max(field.grammar.layout.sentence(count.where[0]).start, count.where[0] - _LAUNCHED_BACK)
    at = next((at for at in range(count.where[0] - 1, first - 1, -1) if field.is_verb(at)), first)
    verb = field.marks.get(at)
    return verb if verb is not None and _fires(verb) else None


def _fires(verb: Mark) -> bool:
    """أطلقوا, سقطت: a verb of firing or falling."""
    return verb.is_verb and verb.entry.group == "attack" and folded(verb.entry.lemma) in _LAUNCHES


_LAUNCHES, _LAUNCHED_BACK = word_list("fires or falls"), 20
_FIRED_BACK = 60


def _is_rocket(field: Field, count: Count) -> bool:
    """ستة صواريخ, 30 مسيرة, 30 طائرة | مسيرة: what is launched and not manned."""
    if count.noun is None:
        return False
    tokens, noun = field.grammar.tokens, count.noun
    drone = noun + 1 < len(tokens) and tokens[noun].word.core.startswith("طائر") and tokens[noun + 1].word.core.startswith("مسير")
    return drone or tokens[noun].word.core.startswith(tuple(_LAUNCHED))


_LAUNCHED = word_list("rocket or drone")


def governed(field: Field, count: Count) -> Counted | None:
    """The event word before or behind it counts the number (قتل خمسة جنود، ثمانية أفراد قتلوا)."""
    before = field.before(count)
    if before is not None and before.is_verb and (before.found.pronoun or _begins_anew(field, count, before)):
        before = None
    behind = None if before is not None and given_kind(before) else field.behind(count)
    for governor in (field.adjacent(count), before, behind):
        kind = _kind(governor, count) if governor is not None else ""
        if governor is None or not kind or not fits(kind, count):
            continue
        if _is_aside(field, count, governor) or (kind == "taken" and count.low == count.high == 1 and not count.is_singular):
            continue
        if count.is_singular and not is_direct_victim(field, count, governor, kind):
            continue
        leaves = kind == "fighters" and governor.entry.type == "RETREAT"
        if governor is behind and not (
            leaves or field.suffers(governor) or _who(field, count) or _resumes(field, count, kind, governor)
        ):
            continue
        if not count.group and (kind == "fighters" or not _is_near(field, count, governor)):
            continue
        return Counted(count, kind, governor, "figures.governed")
    return None


_ABOUT = ("علي", "ضد")


def _is_aside(field: Field, count: Count, governor: Mark) -> bool:
    """أحرق سيارة | لأحد السكان, اعتقل شابين | بعدة بلدات: whose a thing is, or where people are seized, is not counted."""
    grammar, start = field.grammar, count.where[0]
    governing = grammar.phrases.preposition_of(grammar.tokens[start]) or grammar.tokens[start - 1].norm
    if governor.entry.kind == "participants" and start > governor.end + 1 and grammar.tokens[start - 2].norm in _ABOUT:
        return grammar.phrases.is_masdar(start - 1)  # إضراب احتجاجا على فصل | 30 معلما
    if governing == "ب" and count.is_singular and count.group in WEAPONRY:  # أسقطوا مروحية | بصاروخ
        return True
    if governor.entry.kind == "destroyed" and count.group in ATTACKERS:
        if governor.is_verb and not governor.passive and governor.end <= start < governor.companion:  # أشعل | مئة محتج | النار
            return True
        if governor.is_verb and not governor.passive and _is_doer(field, count):
            return True
        return governing == "ل" and governor.is_verb and start > governor.end
    blast = governor.entry.lemma == "انفجر" or (governor.entry.lemma == "فجر" and not governor.is_verb)  # تفجيرات | في ثلاثة أحياء
    within = governor.entry.type == "COERCE" or blast  # انفجار | بمسجد يخلف قتلى
    return within and count.group in ("settlement", "building") and governing in ("ب", "في")


def _is_doer(field: Field, count: Count) -> bool:
    """أحرق مهاجمان | منزلا: two or more in the nominative right before a thing that burns are not burnt."""
    grammar, noun, end = field.grammar, count.noun, count.where[1]
    dual = count.rule == "counts.dual" and noun is not None and grammar.tokens[noun].word.bare.endswith("ان")
    if noun is None or not (dual or grammar.tokens[noun].word.bare.endswith("ون")):
        return False
    behind = range(end, min(end + _DOER_REACH, grammar.limit(noun)))
    things = (at for at in behind if thing_group(grammar, at) in DESTROYED)
    return any(not grammar.phrases.preposition_of(grammar.tokens[at]) and grammar.parts[at - 1] != PREPOSITION for at in things)


_DOER_REACH = 6


def _begins_anew(field: Field, count: Count, governor: Mark) -> bool:
    """قتلوا و32 أصيبوا: and right behind a verb begins another clause."""
    lone = field.joins(count) and not count.joined
    return field.joins(count) and governor.end >= count.where[0] - lone


def _resumes(field: Field, count: Count, kind: str, governor: Mark) -> bool:
    """25 مركزا تسيطر عليها العصابات: a pronoun behind the verb stands for what is taken; not behind التي."""
    behind = governor.end
    if RELATIVE in field.grammar.parts[count.where[1] : governor.index]:
        return False
    return kind == "taken" and behind < len(field.grammar.tokens) and field.grammar.tokens[behind].norm.startswith("علي")


_FLEES = word_list("flees")


def _who(field: Field, count: Count) -> bool:
    """101 ممن حرروا: the relative says that the counted are who suffered."""
    behind = count.where[1]
    return behind < len(field.grammar.tokens) and field.grammar.tokens[behind].norm == "ممن"


def _kind(mark: Mark, count: Count) -> str:
    """The kind that a trigger gives to a group: things that are arrested are taken, things blown up destroyed."""
    entry = mark.entry
    if entry.kind == "captured" and count.group in TAKEN:
        return "taken"
    if entry.kind == "released" and count.group in SITES:
        return "taken"
    if entry.lemma == "أسقط" and count.group == "munition":
        return "attacks"
    if entry.lemma == "نهب" and count.group in ("settlement", ""):
        return ""
    if entry.kind == "destroyed" and count.group in ATTACKERS:
        return "killed"
    blown_up = entry.lemma == "فجر" or (entry.lemma == "انفجر" and not mark.is_verb)  # what goes off (انفجرت | سيارة) does it
    if blown_up and count.group in DESTROYED - {"munition", "weapon"}:
        return "destroyed"
    holds = entry.type == "CONTROL" and (entry.frame != "A" or "علي" in entry.preps)
    if holds and not entry.kind and not count.is_singular and count.rule != "counts.one_of_group" and count.group in SITES:
        return "taken"
    if not entry.kind and (moved := _moved(mark, count)):
        return moved
    if entry.lemma == "أصاب":
        return "wounded" if count.group not in DESTROYED else ""
    return given_kind(mark)


def _moved(mark: Mark, count: Count) -> str:
    """Who goes: forces that come or leave are fighters (فر مئة جندي), others who flee or are evacuated displaced."""
    entry = mark.entry
    if (entry.lemma == "أجلى" or folded(entry.lemma) in _FLEES) and count.group in ("civilian", "victim"):
        return "displaced" if not count.kind else ""
    if entry.type == "MOBILIZE" and count.group in ATTACKERS:
        return "fighters"
    leaves = entry.type == "RETREAT" and entry.group == "leave" and entry.frame in ("A", "AO")
    return "fighters" if leaves and count.group in ("military", "militant", "police", "unit") else ""


def _is_near(field: Field, count: Count, governor: Mark) -> bool:
    """A bare number, or a noun that no table knows, counts right behind its verb or masdar (أصيب 24) or as its subject."""
    if count.rule == "counts.one_of_them":
        return abs(count.where[0] - governor.end) <= 1
    return abs(count.where[0] - governor.end) <= 3 or 0 <= governor.index - count.where[1] <= 2


RULES = (
    repeated,
    casualties,
    losses,
    counted_attack,
    body,
    beheaded,
    missing,
    in_danger,
    to_hospital,
    cases,
    among_behind,
    driven_by,
    fell_victim,
    told_number,
    as_it_struck,
    household,
    cell,
    exchanged,
    victim_noun,
    munition,
    among,
    subset,
    broken_down,
    joined,
    hurt_by,
    those_who,
    toll,
    stabbed,
    another_destroyed,
    governed,
    brought_after,
    taking_part,
)
"""The rules that give a count its kind, in order."""


def figure(grammar: Grammar, counted: Counted) -> Figure:
    """The figure of a count: evidence, interval, kind and counted group."""
    count = counted.count
    of = grammar.span(group_of(grammar, count.noun)) if count.noun is not None else None
    where = grammar.whole(count.where) if count.rule == "counts.both" else grammar.span(count.where)
    return Figure(where, counted.kind, count.low, count.high, counted.rule, count.approx, of)
