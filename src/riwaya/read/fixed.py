"""Tokens whose part of speech is settled by what they are: leftovers of the page, prayers for somebody."""

from __future__ import annotations

from riwaya.lang.ar.parts import ADVERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.layout import Layout

FURNITURE = "furniture"
"""Leftovers of the page: no rule looks at them."""


def fixed_parts(layout: Layout) -> dict[int, str]:
    """الملك | حفظه الله | يزور القاهرة, إن شاء الله: what is only prayed tells and names nobody; رحمة الله is a name."""
    found = dict.fromkeys(layout.furniture, FURNITURE)
    for index, norm in enumerate(layout.norms):
        if norm == _GOD:
            found.update(dict.fromkeys(_prayer(layout, index), ADVERB))
    return found


def _prayer(layout: Layout, index: int) -> range:
    """The tokens of the longest prayer that names God at a token; none where it is none."""
    for first in range(max(0, index - _BEFORE), index):
        for end in range(min(len(layout.norms), first + _LONGEST), index, -1):
            if " ".join(layout.norms[first:end]) in _PRAYERS and not layout.tokens[first].word.bare.endswith("ة"):
                return range(first, end)
    return range(0)


_GOD, _BEFORE, _LONGEST = "الله", 2, 4
_PRAYERS = word_list("prayer")
