"""تنظيم: a group, or the noun of arranging something."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lang.ar.parts import NOUN
from riwaya.read.text.tokens import Token

_ARRANGED = frozenset({"انتخابات", "استفتاء", "مؤتمر", "فعاليات", "حمله"})


def arranges(tokens: Sequence[Token], parts: Sequence[str], index: int) -> bool:
    """أعلنت النقابة | تنظيم مسيرة, يعتزم الحزب | تنظيم انتخابات: what a body arranges, not a group (هاجم الجيش | تنظيم داعش)."""
    if not 0 < index < len(tokens) - 1 or tokens[index].norm != "تنظيم" or parts[index - 1] != NOUN:
        return False
    arranged = tokens[index + 1].word
    return not arranged.article and ("trigger" in arranged.labels or arranged.core in _ARRANGED)
