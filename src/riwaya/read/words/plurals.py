"""Plurals and duals that show by their ن that no genitive follows (مسلحون | الأسبوع الماضي)."""

from __future__ import annotations

from functools import lru_cache

from riwaya.lang.ar.forms import frequency
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import NOUN, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.words.qualities import QUALITIES, Qualities

_SUFFER = ("قتل", "اصيب", "جرح", "فقد", "اسر")
_OF_NOBODY = word_list("takes no genitive")


class Plurals(Qualities):
    """The plurals and duals in the noun phrases of one document."""

    def has_nun(self, index: int) -> bool:
        """مسلحون | الأسبوع الماضي, مسلحان | منزل القاضي: a plural or dual with its ن has no genitive behind it; nor has انتحاري."""
        word = self.tokens[index].word
        if word.core in _OF_NOBODY and self.parts[index] == NOUN and not word.article:
            return True
        if self.parts[index] != NOUN or not word.bare.endswith(("ون", "ين", "ان")):
            return False
        if not word.labels and word.bare.endswith("ون"):
            return _is_met_as_plural(word.core)
        known = word.labels & {"number", "country"} or index in self.placed
        found = None if known else word.find("person") or word.find("source")
        form = found.sense.form if found else None
        number = form.number if isinstance(form, NounForm) else ""
        if word.bare.endswith("ان"):
            return number == "d" and not self.is_proper(index)  # طالبان
        return number in ("p", "d")

    def is_namer(self, index: int) -> bool:
        """السفينة | «روبيمار», ناقلة النفط | «روبيمار»: a ship asks for a name behind it, with the article too."""
        ship = self.tokens[max(0, index - (self.tokens[index].word.core == "نفط"))]
        return ship.word.groups.get("thing") == "vehicle" or super().is_namer(index)

    def is_counted_whole(self, index: int) -> bool:
        """عشرون جنديا | الحاجز, مئة متظاهر | الطريق: one of those counted, right behind their number, has no genitive."""
        if self.is_accusative(index):
            return True
        found = self.tokens[index].word.find("person") if not self.is_definite(index) else None
        form = found.sense.form if found else None
        return isinstance(form, NounForm) and form.number == "s"

    def is_past_nun(self, index: int) -> bool:
        """خطف مسلحون | مطران الطائفة, مجهولون | شيخ العشيرة: another phrase behind such a word; not المتمردون | وحلفاؤهم.

        مسلحون مجهولو الهوية: nor a quality with its genitive; but مسلحون | كبير المفاوضين.
        """
        word = self.tokens[index].word
        if self.is_past_one(index) or self.is_past_men(index):
            return True
        if not self.has_nun(index - 1) or word.core in QUALITIES:
            return False
        if word.conjunction or (self.tokens[index].norm.startswith("و") and not word.labels):  # الحوثيين | وفلول صالح
            return False
        return self._governs(index) or not self.agrees_in_number(index)

    def is_past_one(self, index: int) -> bool:
        """طعن شاب | حارسين, قتل مسلح | شرطيا: behind one man two or more in ين, or one in the accusative, are another phrase."""
        one, several = self.tokens[index - 1].word, self.tokens[index].word
        if one.core not in _ONE_MAN or one.article or several.article or several.conjunction or several.preposition:
            return False
        people = "person" in several.labels and not several.labels & {"demonym", "adjective"}
        return people and (self.is_accusative(index) or (several.bare.endswith("ين") and self.has_nun(index)))

    def is_past_men(self, index: int) -> bool:
        """دهس جنود | مدنيين, خطف رجال | صحفيين: behind the men right behind a verb others in ين are whom they hit, no adjective.

        Not قتل جنود | إسرائيليين, a passive that is often written so.
        """
        several, verb = self.tokens[index].word, index - 2
        if verb < 0 or self.parts[verb] != VERB or not self.is_broken_plural(index - 1) or self.tokens[index - 1].word.article:
            return False
        form = self.tokens[verb].word.core
        if form.startswith(("ت", "ن")) or form.endswith(("ت", "نا", "وا", "ون")) or self.tokens[index - 1].norm.endswith("ا"):
            return False
        if several.article or several.conjunction or several.preposition or not several.bare.endswith("ين"):
            return False
        suffers = self.tokens[verb].word.core.startswith(_SUFFER) and bool(several.labels & {"demonym", "adjective"})
        return "person" in several.labels and self.has_nun(index) and not suffers

    def is_broken_plural(self, index: int) -> bool:
        """جنود, الثوار: people in a plural without an ending."""
        found = self.tokens[index].word.find("person")
        form = found.sense.form if found else None
        plural = isinstance(form, NounForm) and form.number == "p"
        return plural and not self.tokens[index].word.bare.endswith(("ون", "ين", "ات"))

    def _governs(self, index: int) -> bool:
        """كبير | المفاوضين, أبرز | القادة: an adjective with the definite genitive that it governs."""
        behind = index + 1
        if not self.is_construct_adjective(index) or behind >= len(self.tokens) or behind in self.dated:
            return False
        return self.parts[behind] == NOUN and self.tokens[behind].word.article and not self.tokens[behind].word.preposition

    def agrees_in_number(self, index: int) -> bool:
        """مسلحون ملثمون, نازحين جدد: an adjective in the plural may follow, or one that tables know; not محتجون | سيارات."""
        word = self.tokens[index].word
        people = word.labels & {"demonym", "people", "country"}  # مسؤولون أفغان
        if self.tokens[index - 1].word.bare.endswith("ون") and not people and word.bare.endswith(("ين", "ان")):
            return False
        return self.is_adjective(index) or word.bare.endswith(("ون", "ين", "ان"))


@lru_cache(50_000)
def _is_met_as_plural(core: str) -> bool:
    """مجهولون | شيخ العشيرة, not خلدون: a word in ون that no table has is a plural where its other case is met."""
    other = core.removesuffix("ون") + "ين"
    return len(core) > _SHORT and frequency(other) + frequency("ال" + other) > 0


_SHORT, _ONE_MAN = 4, word_list("one man who acts")
