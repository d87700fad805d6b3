"""Numbers inside noun phrases: which belong to the noun before them, and which count something else."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, NUMERAL, QUANTIFIER
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.names import Names

_BEHIND = word_list("count behind noun")
_OF_SEVERAL = word_list("takes a counted genitive")
"""Plurals that take a counted genitive: سكان أربعة أحياء, قادة خمس دول."""


class Numbered(Names):
    """The numbers in the noun phrases of one document."""

    def past_count(self, index: int, split: bool) -> int | None:
        """The token up to which a phrase goes on at a number or quantity; None where that is not decided by the number."""
        if self._are_many(index):
            return index + 1
        known = self.is_definite(index - 1) or (self.parts[index] == NUMERAL and index - 1 in self.placed)
        if known and not self.is_definite(index):  # الهجوم على سوق دوما | 96 قتيلا
            return index + 1 if "numbered" in self.tokens[index - 1].word.labels else index
        if split and self.parts[index - 1] == NOUN and not self.is_body_or_definite(index):
            return index + 1 if self.tokens[index - 1].word.core in _OF_SEVERAL else index
        return None

    def _are_many(self, index: int) -> bool:
        """دعت دول | عدة إلى الهدوء, قتل جندي | واحد: how many they are, behind the noun; شن مسلحون | عدة هجمات counts others."""
        word, before = self.tokens[index].word, self.tokens[index - 1].word
        if word.norm not in _BEHIND or self.parts[index - 1] != NOUN or self.is_definite(index - 1):
            return False
        if before.labels & {"timeword", "measure"} or index + 1 >= len(self.tokens):
            return not before.labels & {"timeword", "measure"}
        behind = self.parts[index + 1]
        counts = behind == NOUN and not self.has_article(index + 1) and word.norm == "عده"
        return not counts and behind not in (NUMERAL, QUANTIFIER)
