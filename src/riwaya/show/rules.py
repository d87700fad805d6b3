"""The rules in plain words: what `riwaya explain` prints under "why" and the page shows beside a claim."""

from __future__ import annotations

from riwaya.read.rules import WORDS

RULES: dict[str, str] = {name: words.removesuffix(".") for name, words in WORDS.items()}
"""Name of a rule → the first line of its docstring."""
