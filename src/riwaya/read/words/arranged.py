"""تنظيم, تسجيل, تحقيق: a group, a record, an inquiry, or the noun of what a body named before it does."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.read.text.tokens import Token

_ARRANGED = frozenset({"انتخابات", "استفتاء", "مؤتمر", "فعاليات", "حمله"})


def is_deed_of_body(tokens: Sequence[Token], index: int) -> bool:
    """أعلنت الوزارة | تسجيل خمس إصابات, أعلنت النقابة | تنظيم مسيرة: what a body does; not a group (هاجم الجيش | تنظيم داعش)."""
    if tokens[index].word.core in ("تسجيل", "تحقيق"):
        return True
    if tokens[index].norm != "تنظيم" or index + 1 >= len(tokens):
        return False
    arranged = tokens[index + 1].word
    return not arranged.article and ("trigger" in arranged.labels or arranged.core in _ARRANGED)
