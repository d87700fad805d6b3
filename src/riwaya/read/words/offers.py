"""What is offered, which is spelled as "he showed"."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, VERB
from riwaya.read.text.layout import Layout

_NEAR = 5


def is_offer(layout: Layout, parts: list[str], index: int) -> bool:
    """رفضت المعارضة | عرض الحكومة: what is offered, behind who refuses it."""
    if layout.tokens[index].norm != "عرض":
        return False
    first = max(layout.sentence(index).start, index - _NEAR)
    at = next((at for at in range(index - 1, first - 1, -1) if parts[at] == VERB), -1)
    refuses = at >= 0 and any(one.sense.entry.lemma == "رفض" for one in layout.tokens[at].word.all("cue", "verb"))
    return refuses and all(parts[k] == NOUN and not layout.tokens[k].word.conjunction for k in range(at + 1, index))
