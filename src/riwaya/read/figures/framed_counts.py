"""Figures whose kind a frame around the count tells: whom a cell that was broken up comprised, who came home in an exchange."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, THAT
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.forces import HOUSEHOLDS
from riwaya.read.clauses.triggers import Mark
from riwaya.read.figures.counts import Count
from riwaya.read.figures.governors import PERSONS, Counted, Field, fits, given_kind
from riwaya.read.numbers.numbers import approximation_at, interval
from riwaya.read.text.tokens import Token
from riwaya.spelling import folded

_CELL_BACK, _SEIZED_BACK = 14, 60
_CELLS = word_list("band that is broken up")
_ASSAULTS = frozenset({"ASSAULT"})
_CREWS = ("طاقم", "متن")
_COMPRISING = word_list("comprises")
_ABOARD = word_list("aboard")
_COMPOSED = word_list("stem of composed")


def cell(field: Field, count: Count) -> Counted | None:
    """A number of people whom a cell that was broken up or a ship that was seized comprised (خلية تضم ثمانية)."""
    if count.is_singular or (count.group not in PERSONS and count.group) or count.kind not in ("", "captured"):
        return None
    opener = _comprising(field, count)
    mark = _seizure(field, opener) if opener is not None else None
    return Counted(count, "captured", mark, "figures.cell") if mark is not None else None


def kin(field: Field, count: Count) -> int | None:
    """عائلة | من سبعة أفراد, الأسرة | المكونة من ستة: the token of the kin whose members a number counts, or None."""
    tokens, at = field.grammar.tokens, count.where[0] - 2
    if at < 0 or tokens[at + 1].norm != "من":
        return None
    while at > 0 and (_tells_size(tokens[at]) or field.grammar.phrases.is_adjective(at)):  # عائلة | فلسطينية | مؤلفة من
        at -= 1
    return at if tokens[at].word.core in HOUSEHOLDS or tokens[at].norm.startswith(_CREWS) else None  # قتل | طاقمها المكون من


def _tells_size(token: Token) -> bool:
    """أسرة | كاملة, | بأكملها, | مكونة من: words for all of it, and of what it is made up."""
    return token.norm in _WHOLE or token.word.core.startswith(tuple(_COMPOSED))


def household(field: Field, count: Count) -> Counted | None:
    """The members of kin to whom something is done (قتلت عائلة من سبعة أفراد, نزحت أسرة مؤلفة من خمسة أشخاص)."""
    at = kin(field, count)
    if at is None:
        return None
    first = max(field.grammar.layout.sentence(at).start, at - _KIN_BACK)
    near = (*range(at - 1, first - 1, -1), *range(count.where[1], count.where[1] + _KIN_AHEAD))
    mark = next((field.marks[k] for k in near if k in field.marks), None)
    kind = "killed" if mark is not None and mark.entry.kind == "destroyed" else given_kind(mark) if mark is not None else ""
    return Counted(count, kind, mark, "figures.household") if mark is not None and kind in _DONE_TO_KIN else None


_WHOLE = word_list("all of a household")
_KIN_BACK, _KIN_AHEAD = 4, 2
_DONE_TO_KIN = frozenset({"killed", "wounded", "missing", "captured", "released", "displaced"})


def exchanged(field: Field, count: Count) -> Counted | None:
    """A number of people who come home in an exchange of captives (عاد 118 جنديا)."""
    if count.is_singular or (count.group not in PERSONS and count.group):
        return None
    before = count.where[0] - 1
    returns = before >= 0 and field.grammar.tokens[before].word.core.startswith(tuple(_RETURNS))
    if not (returns or count.kind == "captured") or field.before(count) is not None:
        return None
    mark = field.nearest(count, frozenset({"RETREAT", "COERCE"}))
    released = mark is not None and mark.entry.kind == "released"
    return Counted(count, "released", mark, "figures.exchanged") if mark is not None and released else None


_RETURNS = word_list("comes back in an exchange")


def _comprising(field: Field, count: Count) -> int | None:
    """The token of a cell or crew before تضم, مكونة من, على متنها and the count; None where none stands there."""
    tokens, before = field.grammar.tokens, count.where[0] - 1
    before -= before > 0 and tokens[before].norm == "من" and tokens[before - 1].word.core.startswith(tuple(_COMPOSED))
    core = tokens[before].word.core
    if before < 1 or not (core in _COMPRISING or core in _ABOARD or core.startswith(tuple(_COMPOSED))):
        return None
    first = max(field.grammar.layout.sentence(before).start, before - _CELL_BACK)
    for at in range(before, first - 1, -1):
        core = tokens[at].word.core
        if core in _CELLS or core.startswith(_CREWS):
            return at
    return None


def _seizure(field: Field, opener: int) -> Mark | None:
    """The arrest or seizure before a cell, in its sentence."""
    first = max(field.grammar.layout.sentence(opener).start, opener - _SEIZED_BACK)
    before = (field.marks[at] for at in range(opener, first - 1, -1) if at in field.marks)
    return next((mark for mark in before if mark.entry.type == "COERCE"), None)


def exceeded(field: Field, counted: Counted) -> Counted:
    """تجاوز عدد القتلى المئة, خسائر تجاوزت 300 جندي: a verb of going beyond makes the number "more than"."""
    count, tokens = counted.count, field.grammar.tokens
    if count.approx or count.low is None or count.low != count.high or count.group not in PERSONS | {""}:
        return counted
    first = max(field.grammar.layout.sentence(count.where[0]).start, count.where[0] - _BEYOND_BACK)
    totals = counted.rule == "figures.toll"
    for at in range(count.where[0] - 1, first - 1, -1):
        core = tokens[at].word.core
        totals = totals or core in ("عدد", "حصيله", "اجمالي", "مجموع")
        if field.grammar.is_comma(at) or not (totals or field.grammar.parts[at] == NOUN):
            return counted
        over = core.startswith("زاد") and tokens[count.where[0] - 1].norm in ("علي", "عن")
        if totals and (over or core.startswith(tuple(_BEYOND))) and tokens[at - 1].norm not in ("لم", "لا", "ولم", "ولا"):
            return changed(counted, count=changed(count, low=count.low + 1, high=None, approx=tokens[at].raw))
    return counted


_BEYOND, _BEYOND_BACK = word_list("goes beyond a number"), 6


def bounded_behind(field: Field, counted: Counted) -> Counted:
    """17 مسلحا قتلوا | على الأقل: an approximation behind the verb of which those who are counted are the subject."""
    count, at = counted.count, counted.mark.end
    plain = not count.approx and count.low is not None and count.low == count.high and not count.is_singular
    limit = field.grammar.layout.sentence(count.where[0]).end
    if not plain or not counted.mark.is_verb or at <= count.where[1] or at >= limit:
        return counted
    comma = field.grammar.is_comma(at) and at + 1 < limit
    after = approximation_at(field.grammar.tokens, at + comma, limit, "after")
    if after is None:
        return counted
    low, high = interval(after[0], count.low, count.high)
    words = " ".join(token.raw for token in field.grammar.tokens[at + comma : after[1]])
    return changed(counted, count=changed(count, low=low, high=high, approx=words))


def missing(field: Field, count: Count) -> Counted | None:
    """A number of people who are missed (فقدان ثلاثة بحارة, لا يزال 10 | في عداد المفقودين)."""
    before = count.where[0] - 1
    if _are_among_missing(field, count.where[1]) and (not count.group or fits("missing", count)):
        mark = field.before(count) or field.nearest(count, _ASSAULTS)
        return Counted(count, "missing", mark, "figures.missing") if mark is not None else None
    if _is_out_of_contact(field, count):
        mark = field.nearest(count, _ASSAULTS)
        return Counted(count, "missing", mark, "figures.missing") if mark is not None else None
    if (
        before < 0
        or field.grammar.tokens[before].norm.removeprefix("و") not in _MISSED
        or (count.group and not fits("missing", count))
        or not (count.group or _follows_harm(field, before))
    ):
        return None
    mark = field.before(count) or field.nearest(count, _ASSAULTS)
    behind = count.where[1]
    lives = any(token.word.core in _LIVES for token in field.grammar.tokens[behind : behind + 3])
    return Counted(count, "killed" if lives else "missing", mark, "figures.missing") if mark is not None else None


def _follows_harm(field: Field, at: int) -> bool:
    """مقتل عشرة جنود وإصابة 25 | وفقدان 5: missing behind those harmed, of whom no more than a number is told."""
    return field.grammar.tokens[at].norm.startswith("و") and any(
        one.entry.group == "result" for k in range(max(0, at - _HARM_BACK), at) if (one := field.marks.get(k)) is not None
    )


_HARM_BACK = 6


def _is_out_of_contact(field: Field, count: Count) -> bool:
    """فقدان الاتصال بمجموعة مكونة من | 12 عنصرا, انقطع الاتصال | بخمسة جنود: people with whom contact was lost."""
    norms, start = field.grammar.layout.norms, count.where[0]
    first = max(field.grammar.layout.sentence(start).start, start - _HARM_BACK)
    contact = next((at for at in range(start - 1, first, -1) if norms[at] == "الاتصال"), None)
    if contact is None or count.is_singular or not fits("missing", count):
        return False
    lost = any(field.grammar.tokens[at].word.core.startswith(tuple(_LOST)) for at in range(max(0, contact - 2), contact))
    return lost and any(field.grammar.phrases.preposition_of(field.grammar.tokens[at]) == "ب" for at in (contact + 1, start))


_LOST = word_list("contact is lost")


def _are_among_missing(field: Field, behind: int) -> bool:
    """عشرة جنود | ما زالوا في عداد المفقودين: behind a number at most a verb before "among the missing"."""
    limit = field.grammar.layout.sentence(behind - 1).end
    at = next((k for k in range(behind, min(behind + 3, limit)) if field.grammar.tokens[k].norm == "في"), limit)
    return field.grammar.layout.norms[at + 1 : at + 3] == ["عداد", "المفقودين"]


_LIVES = word_list("life that is lost")
"""فقد تسعة عمال حياتهم: they lost their lives."""
_MISSED = word_list("goes missing")


def body(field: Field, count: Count) -> Counted | None:
    """A number of bodies, by whose they are (جثث 16 مسلحا)."""
    before = count.where[0] - 1
    if before < 0 or count.is_singular or field.grammar.tokens[before].word.core not in _BODIES or not fits("killed", count):
        return None
    mark = field.before(count) or field.nearest(count, _ASSAULTS)
    return Counted(count, "killed", mark, "figures.body") if mark is not None else None


_BODIES = word_list("bodies of the dead")


def repeated(field: Field, count: Count) -> Counted | None:
    """How often an attack was carried out (قصفت الطائرات البلدة أكثر من 20 مرة، هاجموا الحاجز مرتين)."""
    if count.rule != "counts.times":
        return None
    first = max(field.grammar.layout.sentence(count.where[0]).start, count.where[0] - _REPEATED_BACK)
    for at in range(count.where[0] - 1, first - 1, -1):
        mark = field.marks.get(at)
        if mark is not None and mark.entry.group == "breach":  # اتهم الجماعة بخرق الهدنة | 92 مرة
            return Counted(count, "attacks", mark, "figures.repeated")
        if mark is not None and mark.is_verb:
            attack = mark.entry.type == "ASSAULT" and mark.entry.group == "attack" and not mark.entry.kind
            return Counted(count, "attacks", mark, "figures.repeated") if attack else None
        if field.is_verb(at) or field.grammar.is_comma(at) or field.grammar.parts[at] == THAT:
            return None
    return None


_REPEATED_BACK = 12


def losses(field: Field, count: Count) -> Counted | None:
    """What a side lost, people and equipment, behind a word of losses (بلغت خسائرهم 300 جندي وثلاث دبابات)."""
    if not count.group or count.kind in _TOLD_HARMS or (count.is_singular and not count.joined):
        return None
    kind = "casualties" if count.group in PERSONS else "destroyed" if fits("destroyed", count) else ""
    first = max(field.grammar.layout.sentence(count.where[0]).start, count.where[0] - _LOSSES_BACK)
    for at in range(count.where[0] - 1, first - 1, -1):
        if field.grammar.tokens[at].word.core.startswith(("خسائر", "خساير")):
            mark = next((field.marks[k] for k in range(at, first - 1, -1) if k in field.marks), None)
            return Counted(count, kind, mark, "figures.losses") if kind and mark is not None and _tells_losses(mark) else None
        if field.grammar.parts[at] == THAT or (at in field.marks and not _tells_losses(field.marks[at])):
            return None
    return None


def _tells_losses(mark: Mark) -> bool:
    return mark.entry.group == "result" and folded(mark.entry.lemma) in _LOSSES


_TOLD_HARMS = frozenset({"killed", "wounded", "missing"})
_LOSSES, _LOSSES_BACK = word_list("tells losses"), 24
