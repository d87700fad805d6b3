"""This and that inside noun phrases: whose or of whom a bare noun is that stands before them."""

from __future__ import annotations

from riwaya.lang.ar.parts import DEMONSTRATIVE, NOUN, NUMERAL, QUANTIFIER
from riwaya.read.phrases.everyday import Everyday


class Pointing(Everyday):
    """What a demonstrative points at, in the genitive of the noun before it."""

    def owns_before(self, index: int, limit: int) -> bool:
        """قائد | تلك الخلية, معظم | هذه القرى: a demonstrative with its noun is whose the bare noun before it is.

        هاجم مسلحون | هذه القرية, قصفت طائرات | تلك المواقع: not behind a plural with its ن, or what may act itself in the plural.
        """
        inner, before = index + 1, self.tokens[index - 1].word
        if self.parts[index] != DEMONSTRATIVE or inner >= limit or self.parts[inner] != NOUN or not self.has_article(inner):
            return False
        time = self.tokens[inner].word.core == "مره" or "timeword" in self.tokens[inner].word.labels
        if time or self.parts[index - 1] not in (NOUN, NUMERAL, QUANTIFIER):
            return False
        whole = self.is_definite(index - 1) or self.is_proper(index - 1) or self.is_accusative(index - 1) or self.has_nun(index - 1)
        counted = self.parts[index - 2] == NUMERAL or self.is_name(index - 2)  # زار مئة زائر | هذا الركن
        several = counted or (before.bare.endswith("ات") and self._thing(index - 1) not in ("", "position"))
        return not (whole or several or self.is_adjective(index - 1) or before.core == "قوات")
