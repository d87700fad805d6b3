"""Words that are nouns by themselves and tell the kind of what stands before them: طائرة مسيرة, الرصاص الحي, نواب سنة."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.read.tokens import Token

KINDS = frozenset({"مسيره", "حي", "حيه", "سنه"})
BULLETS = ("رصاص", "ذخير", "طلق", "اعيره")


def tells_kind(tokens: Sequence[Token], index: int) -> bool | None:
    """طائرة | مسيرة, بالرصاص | الحي, الذخيرة | الحية: such a word behind what it describes; None where it does not stand there."""
    if index == 0 or tokens[index].word.core not in KINDS:
        return None
    word, before = tokens[index].word, tokens[index - 1].word
    if word.core == "مسيره":
        return word.article == before.article if before.labels & {"demonym", "thing"} else None
    if word.core == "سنه":  # نواب | سنة
        several = before.bare.endswith(("ون", "ين")) or not before.article
        return True if several and before.labels & {"person", "source"} and not before.labels & {"number", "timeword"} else None
    return True if before.core.startswith(BULLETS) and word.article == before.article else None
