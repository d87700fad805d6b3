"""What stands between أن with somebody and the verb that is still to come: how old he is, or which one."""

from __future__ import annotations

from riwaya.lang.ar.parts import RELATIVE, VERB
from riwaya.read.text.tokens import Token
from riwaya.read.words.noverbs import tells_age


def only_says_which(tokens: list[Token], parts: list[str], at: int, index: int) -> bool:
    """أن طفلا | يبلغ من العمر 9 أعوام قتل, أن التحالف الذي | تقوده الدولة | قصف مواقع: the verb or a comma of an aside."""
    if parts[at] == VERB:
        return tells_age(tokens, at) or (0 < at < index - 1 and parts[at - 1] == RELATIVE)
    set_off = at == index - 1 or parts[at + 1] == RELATIVE
    return tokens[at].raw in ("،", ",") and set_off and RELATIVE in parts[max(0, index - _NEAR) : index]


_NEAR = 10
