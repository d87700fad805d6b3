"""Groups of ``things.tsv`` that rules ask for together."""

from __future__ import annotations

WEAPONRY = frozenset({"weapon", "munition"})
"""What is fired or set off: صاروخ, قذيفة, بندقية."""
HARDWARE = WEAPONRY | {"vehicle"}
"""What forces fight with: صواريخ, دبابات, طائرات."""
SITES = frozenset({"building", "position", "settlement", "land"})
"""What stands where it is: مدرسة, موقع, قرية."""
HITTABLE = SITES | {"vehicle"}
"""What an attack hits that is nobody: منزل, حاجز, سيارة."""
