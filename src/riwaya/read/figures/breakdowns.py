"""A total that is told in its parts behind a dash or a colon: 28 قتيلا - 17 جنديا و11 مسلحا -."""

from __future__ import annotations

from riwaya.read.figures.counts import Count
from riwaya.read.figures.governors import PERSONS, Counted, Field

_HARMS = frozenset({"killed", "wounded", "captured", "released"})
_OPENS = frozenset({":", "-", "–", "—", "("})
_REACH = 8


def broken_down(field: Field, count: Count) -> Counted | None:
    """قتل عشرة أشخاص: | سبعة مدنيين وثلاثة جنود: a smaller number behind the sign that opens the parts of the one before it."""
    last, tokens, start = field.last, field.grammar.tokens, count.where[0]
    if last is None or last.kind not in _HARMS or last.count.is_singular or count.group not in PERSONS or start < 1:
        return None
    if count.kind not in ("", last.kind) or count.is_singular or tokens[start - 1].raw not in _OPENS:
        return None
    if not field.same_sentence(last.count.where[0], start) or start - last.count.where[1] > _REACH:
        return None
    between = range(last.count.where[1], start - 1)
    if any(field.is_verb(at) or field.grammar.is_comma(at) for at in between):
        return None
    fewer = count.low is not None and last.count.low is not None and count.low < last.count.low
    return Counted(count, last.kind, last.mark, "figures.broken_down") if fewer else None


def is_sort(field: Field, last: Counted, count: Count) -> bool:
    """قتلت عشرين عسكريا بين | ضابط وجندي: of which sorts those are who were counted; nobody is counted again."""
    if not count.is_singular or not 0 < count.where[0] - last.count.where[1] <= _SORTS:
        return False
    opener = field.group_end(last.count)
    between = range(last.count.where[1], min(opener + 1, count.where[0]))
    first = next((at for at in between if field.grammar.tokens[at].norm == "بين"), None)
    if first is None or last.count.is_singular:
        return False
    behind = range(first + 2, count.where[0] + 1)
    return all(field.grammar.tokens[at].word.conjunction for at in behind)


_SORTS = 8
