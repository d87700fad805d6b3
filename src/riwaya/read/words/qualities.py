"""Qualities with the genitive that tells in what somebody or something is so: مجهولو الهوية, صواريخ عالية الدقة."""

from __future__ import annotations

from riwaya.lang.ar.wordlists import word_list
from riwaya.read.words.nominals import Nominals

QUALITIES = word_list("quality with genitive")
_CONSTRUCT_ADJECTIVES = word_list("adjective with genitive")
_IN_WHAT = word_list("in what a quality is")


class Qualities(Nominals):
    """The qualities with a genitive in the noun phrases of one document."""

    def is_construct_adjective(self, index: int) -> bool:
        """Whether an adjective may govern a genitive: كبير | المفاوضين, مجهولة | الهوية, عالية | الدقة, روسية | الصنع."""
        core = self.tokens[index].word.core
        return core in _CONSTRUCT_ADJECTIVES or core in QUALITIES or self._is_so_in(index)

    def _is_so_in(self, index: int) -> bool:
        """بصواريخ عالية | الدقة, إيرانية | الصنع: any bare adjective before what things are measured or made by."""
        behind = self.tokens[index + 1].word if index + 1 < len(self.tokens) else None
        if behind is None or not behind.article or behind.core not in _IN_WHAT or behind.conjunction or behind.preposition:
            return False
        return not self.has_article(index) and self.is_adjective(index)

    def takes(self, index: int, preposition: str) -> bool:
        """Whether a participle takes a preposition: المتمردة على | السلطة, not هجمات شنتها الميليشيات المتمردة على | مواقع."""
        struck = self.tokens[index + 2 : index + 3] if self.tokens[index].word.core.startswith("متمرد") else []
        site = preposition == "علي" and any("thing" in token.word.labels for token in struck)
        return super().takes(index, preposition) and not site

    def takes_too(self, start: int, index: int, preposition: str) -> bool:
        """جبهة منشقة | عن الحركة, لجنة مشرفة | على السجون: so too without the article, of somebody; a paper is موجهة | إلى.

        كشف جندي منشق | عن الأسرار: but nobody comes from what is no body.
        """
        somebody = self.tokens[start].word.labels & {"source", "person"} and not self._of_group(start, ("document",))
        if preposition == "عن" and not (self.is_affiliation(index + 2) and "thing" not in self.tokens[index + 2].word.labels):
            return False
        return bool(somebody) and not self.is_definite(index) and self.is_adjective(index) and self.takes(index, preposition)
