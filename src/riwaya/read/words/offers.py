"""What is offered, which is spelled as "he showed"."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.text.layout import Layout

_NEAR = 5


def is_offer(layout: Layout, parts: list[str], index: int) -> bool:
    """رفضت المعارضة | عرض الحكومة: what is offered, behind who refuses it."""
    if layout.tokens[index].norm != "عرض":
        return False
    first = max(layout.sentence(index).start, index - _NEAR)
    at = next((at for at in range(index - 1, first - 1, -1) if layout.tokens[at].word.core in _ANSWERED and parts[at] == VERB), -1)
    between = range(at + 1, index)
    return at >= 0 and all(parts[k] == NOUN and not layout.tokens[k].word.conjunction for k in between)


_ANSWERED = word_list("offer answered")
