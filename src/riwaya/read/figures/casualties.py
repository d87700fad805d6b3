"""Figures of killed and wounded that are not told apart."""

from __future__ import annotations

from riwaya.read.clauses.between import past_dashes
from riwaya.read.clauses.triggers import Mark
from riwaya.read.figures.counts import Count
from riwaya.read.figures.governors import Counted, Field
from riwaya.read.figures.groups import counted_entry
from riwaya.read.figures.tolls import FALLS, VIOLENT
from riwaya.read.text.tokens import NUMBER


def casualties(field: Field, count: Count) -> Counted | None:
    """Killed and wounded that are not told apart (33 قتيلا وجريحا، مقتل وإصابة العشرات); قتيلان وجرحى are."""
    if count.is_singular or count.rule == "counts.dual" or count.group in ("settlement", "position"):  # جرحى في | منطقتين
        return None
    mark = _two_harms_behind(field, count) or _two_harms_before(field, count) or _hurt_somehow(field, count)
    return Counted(count, "casualties", mark, "figures.casualties") if mark is not None else None


def _hurt_somehow(field: Field, count: Count) -> Mark | None:
    """أوقعت الغارات عشرات | الضحايا: nobody says what became of them."""
    vague = count.low != count.high and count.approx is None
    if count.noun is None or not vague or field.grammar.tokens[count.noun].word.core != "ضحايا":
        return None
    governor = field.before(count)
    return governor if governor is not None and governor.entry.lemma in FALLS else None


def _two_harms_behind(field: Field, count: Count) -> Mark | None:
    """قتيلا وجريحا, من القتلى والجرحى, بين قتيل وجريح: the other harm's noun is joined and has no number of its own."""
    tokens = field.grammar.tokens
    noun, between = count.noun, _harms_parted(field, count)
    if between is not None:
        noun = between + 1 + (tokens[between].norm == "ما")
    if noun is None or noun + 1 >= len(tokens) or not tokens[noun + 1].word.conjunction:
        return None
    first, second = counted_entry(tokens[noun].word), counted_entry(tokens[noun + 1].word)
    if noun + 2 < len(tokens) and (tokens[noun + 2].kind == NUMBER or "number" in tokens[noun + 2].word.labels):
        return None
    if first is None or second is None or {first.kind, second.kind} != {"killed", "wounded"}:
        return None
    fell = field.before(count) if between is not None else None
    return fell or field.marks.get(noun) or field.before(count) or field.nearest(count, VIOLENT)


def _harms_parted(field: Field, count: Count) -> int | None:
    """بين قتيل وجريح, ما بين: the word that parts those who are counted, behind them."""
    norms, start = field.grammar.layout.norms, count.where[1]
    limit = field.grammar.layout.sentence(count.where[0]).end
    if _PARTING.isdisjoint(norms[start : limit + 3]):
        return None
    end = past_dashes(field.grammar, max(field.group_end(count), start), limit)  # عشرات الضحايا | -بينهم أطفال- | بين قتيل وجريح
    behind = range(start, min(max(end, start + 1) + 2, len(norms) - 2))
    return next((at for at in behind if norms[at] in _PARTING), None)


_PARTING = frozenset({"بين", "ما"})


def _two_harms_before(field: Field, count: Count) -> Mark | None:
    """مقتل وإصابة العشرات, قتل وجرح العشرات, قتلوا وأصابوا 17: two results, the second joined by و, the count right behind it."""
    later = field.before(count) if count.group != "other" else None
    if later is None or not later.found.conjunction or (field.last and field.last.count.where[0] > later.index):
        return None
    earlier = _earlier(field, later)
    if earlier is None:
        return None
    noun = field.grammar.tokens[earlier.index].word.core == "مقتل" and later.entry.lemma == "جرح"  # مقتل | وجرح 14 جنديا
    if later.is_verb != earlier.is_verb and not noun:
        return None
    alike = later.form is not None and earlier.form is not None and later.form.number == earlier.form.number
    if earlier.form is not None and (
        not (alike or earlier.form.number == "s") or (field.last and field.last.mark.index == earlier.index)
    ):
        return None
    return earlier if {later.entry.kind, earlier.entry.kind} == {"killed", "wounded"} else None


def _earlier(field: Field, later: Mark) -> Mark | None:
    """قتل | وأصيب عشرات; قتلت | الغارات وأصابت عشرات: the harm right before, or before the doer of a verb that wounds."""
    beside = field.marks.get(later.index - 1)
    if (beside is not None and beside.entry.group == "result") or not (
        later.is_verb and field.grammar.tokens[later.index].word.core.startswith("اصاب")
    ):
        return beside
    back = range(later.index - 2, max(later.index - _DOER, field.grammar.layout.sentence(later.index).start) - 1, -1)
    verb = next((field.marks[at] for at in back if at in field.marks and field.marks[at].is_verb), None)
    return verb if verb is not None and field.grammar.phrases.end(verb.end, later.index) == later.index else beside


_DOER = 6
