"""Leaders and members with a pronoun, which may be read as verbs: أعضاء الجماعة وقادتها الذين."""

from __future__ import annotations

from riwaya.read.text.layout import Layout


def are_leaders(layout: Layout, index: int) -> bool:
    """أعضاء الجماعة | وقادتها الذين: people with a pronoun right before "those who", no verb (التي | قادتها الحركة)."""
    named = any(found.sense.part == "noun" for found in layout.tokens[index].word.analyses)
    return named and layout.norms[index + 1 : index + 2] == ["الذين"] and "person" in layout.tokens[index].word.labels
