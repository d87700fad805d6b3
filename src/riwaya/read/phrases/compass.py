"""Where somebody is, told by a point of the compass behind his name: it is no part of the name (الجيش السوداني | غربي المدينة)."""

from __future__ import annotations

from riwaya.lang.ar.parts import NUMERAL, QUANTIFIER
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.phrases.names import Names
from riwaya.read.words.place_terms import THE_WEST

_SIDES = word_list("side from which")
_POSTS = frozenset({"مواقع", "قواعد", "منصات", "مناطق"})
_VARIOUS = (["متعدده"], ["مختلفه"], ["عده"], ["عديده"])
PROVINCES = frozenset({"شماليه", "جنوبيه", "شرقيه", "غربيه"})
"""Provinces called after a side: المتحدث باسم الشرطة | بالشرقية."""


class Compass(Names):
    """The points of the compass behind the noun phrases of one document."""

    def is_side(self, start: int, index: int) -> bool:
        """برصاص الجيش الإسرائيلي | شرقي المخيم, قتل جندي | شمال المدينة: a point of the compass without the article, behind
        somebody who is told in full, people of no office or a vehicle (مسيرة | شمالي حلب), before a place or definite noun."""
        word, before, behind = self.tokens[index].word, self.tokens[index - 1].word, index + 1
        if before.norm == THE_WEST and not word.article:  # زود الغرب | كييف, يسلح الغرب | أوكرانيا
            return index in self.placed or "country" in word.labels
        if "direction" not in word.labels or word.article or word.conjunction or "direction" in before.labels:
            return False
        somebody = self.tokens[start].word.labels & {"source", "person", "country"} or self.tokens[start].norm == "الاحتلال"
        office = self.is_title(start) or self.is_title(index - 1) or self._of_group(index - 1, ("organ", "group"))
        people = ("person" in before.labels and not office) or (self._thing(start) == "vehicle" and index in self.placed)
        if not people and not (somebody and (self.is_definite(index - 1) or self.is_proper(index - 1))):
            return False
        if behind >= len(self.tokens):
            return False
        return behind in self.placed or self.is_definite(behind) or "thing" in self.tokens[behind].word.labels

    def from_sides(self, index: int) -> bool:
        """هاجموا المدينة | من عدة محاور, | من ثلاث جهات: from where they came is no part of what they attacked.

        ارتفع عدد ضحايا قصف المدينة | من 12 إلى 15: nor is the number that a total had before; أقلعت الطائرات | من قاعدة المزة.
        """
        before, inner = self.tokens[index - 1].word, self.tokens[index + 1].word
        if "thing" in before.labels and "person" not in before.labels and index + 1 in self.placed:
            return "thing" in inner.labels
        if index - 1 in self.placed and inner.core in _POSTS:  # باتجاه مدينة حلب | من مواقع في الريف
            return True
        named = inner.core == "جهه" and index - 1 in self.placed and index + 2 < len(self.tokens)
        if named and not self.is_adjective(index + 2):  # باحات الأقصى | من جهة باب المغاربة
            return True
        if inner.core in _SIDES and self.layout.norms[index + 2 : index + 3] in _VARIOUS:  # هجمات | من جهات متعددة
            return True
        counted = self.parts[index + 1 : index + 2] in ([NUMERAL], [QUANTIFIER])
        rises = counted and "الي" in self.layout.norms[index + 2 : index + 4]
        return counted and (rises or any(token.word.core in _SIDES for token in self.tokens[index + 2 : index + 3]))

    def is_land_of_seat(self, start: int, index: int) -> bool:
        """حاكم منطقة بيلغورود | الروسية سالم كريم: behind an office and where it is, the land of that place."""
        word = self.tokens[index].word
        land = bool(word.article) and "demonym" in word.labels and not (word.conjunction or word.preposition)
        return land and self.is_title(start) and index - 1 > start and index - 1 in self.placed
