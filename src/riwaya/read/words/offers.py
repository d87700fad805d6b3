"""What is offered, which is spelled as "he showed"."""

from __future__ import annotations

from riwaya.lang.ar.wordlists import word_list
from riwaya.read.text.layout import Layout
from riwaya.read.text.tokens import SIGN

_NEAR = 5


def is_offer(layout: Layout, index: int) -> bool:
    """رفضت المعارضة | عرض الحكومة: what is offered, behind who refuses it."""
    if layout.tokens[index].norm != "عرض":
        return False
    first = max(layout.sentence(index).start, index - _NEAR)
    before = layout.tokens[first:index]
    apart = any(token.kind == SIGN or token.word.conjunction for token in before[1:])
    return not apart and any(token.word.core in _ANSWERED for token in before)


_ANSWERED = word_list("offer answered")
