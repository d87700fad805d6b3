"""Names of agencies and channels that look like verbs: قالت وكالة فرات إن."""

from __future__ import annotations

from riwaya.read.text.layout import Layout


def names_medium(layout: Layout, index: int) -> bool:
    """وكالة | فرات, قناة | فلق: right behind an agency or channel without article what would be a verb with ف is its name."""
    if index == 0 or layout.tokens[index].word.conjunction != "ف":
        return False
    before = layout.tokens[index - 1].word
    return "addressee" in before.labels and not before.article
