"""The country that a report speaks of: البلاد, المملكة, a part of it by the compass."""

from __future__ import annotations

from riwaya.lang.ar.gazetteer import capital_names, place_words
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import group_of
from riwaya.model.event import Place
from riwaya.read.places.place_mentions import SPECIFICITY, PlaceMaker, PlaceMention
from riwaya.read.text.tokens import WORD, Token
from riwaya.read.words.place_terms import has_article, nationality

_COMPASS = word_list("compass")
MILITARY = word_list("military, of a base")
"""What tells a base from the organisation القاعدة."""
_MOSTLY = 3.0
"""So many times as often as any other a report speaks of the country that it is about."""
_BESIDE = word_list("no name of a place")
_IN_OR_TO = frozenset({"في", "داخل", "الي"})
_HELP = frozenset({"دعم", "تمويل", "تسليح", "ايعاز", "تحريض"})
_KINGDOMS = frozenset({"SA", "BH", "JO", "MA"})
_THAT = frozenset({"ان", "بان"})


class Homelands(PlaceMaker):
    """Finds the country that words without a name point to."""

    def _country_at(self, index: int) -> str | None:
        """The country that a token names, البلاد too."""
        iso = self.names.words[index].country if index in self.names.words else None
        home = self.homeland(index) if iso is None else None
        return home.place.country if home is not None else iso

    def homeland(self, index: int) -> PlaceMention | None:
        """البلاد is the country that the report speaks of most, else that of the last place in the paragraph."""
        token = self.tokens[index]
        if not has_article(token) or (index > 0 and self.tokens[index - 1].word.core == "تنظيم"):
            return None
        kingdom = token.word.core in place_words("kingdom")
        if not kingdom and token.word.core not in place_words("country"):
            return self._compass(index)
        near = (one for one in self.earlier_in_paragraph(index) if one.located and not self._is_helper(one))
        sure = (one.place.country for one in near if one.place.country)
        iso = self._kingdom(index) if kingdom else self._home(index) or next(sure, None)
        if iso is None:
            return None
        known = next((one for one in self.earlier() if one.place.country == iso and one.place.precision == "country"), None)
        where = self.span(index, index + 1)
        span, name = (known.place.span, known.place.name) if known else (where, self._called(index, where))
        place = Place(span, name, iso, None, None, "country", f"iso:{iso}")
        return PlaceMention(index, index + 1, place, SPECIFICITY["country"], True, True)

    def _home(self, index: int) -> str | None:
        """أعلن الجيش النيجيري، بعد لقاء في تشاد، مقتل جنود في شمال | البلاد: the country spoken of most, else that of the only
        state of which the sentence names an army, an office or another body."""
        first = self.layout.sentence(index).start
        if (own := self._tellers(first, index)) is not None:
            return own
        if (most := self.names.main_country(_MOSTLY)) is not None:
            return most
        states = {nationality(self.tokens[at].word) for at in range(first + 1, index) if self._is_of_state(at)}
        return next(iter(states)) if len(states) == 1 else self.names.main_country(1.5)

    def _tellers(self, first: int, index: int) -> str | None:
        """أعلنت أوكرانيا أن القوات الروسية تقدمت في شرق | البلاد: the state that tells what the forces of another do."""
        that = next((at for at in range(first + 1, index) if self.layout.norms[at] in _THAT), index)
        others = {nationality(self.tokens[at].word) for at in range(that + 1, index) if self._is_of_state(at)}
        named = (nationality(token.word) or self._state_at(token.index) for token in self.tokens[first + 1 : that])
        teller = next((iso for iso in named if iso is not None), None) if others else None
        return teller if teller not in others else None

    def _state_at(self, index: int) -> str | None:
        """أوكرانيا, كييف: the state that a country or its capital stands for."""
        return capital_names().get(self.tokens[index].word.core) or self._country_at(index)

    def _is_of_state(self, at: int) -> bool:
        """الجيش | النيجيري, الرئيس | الصومالي: a nationality right behind a body or office with the article."""
        if nationality(self.tokens[at].word) is None or not has_article(self.tokens[at]):
            return False
        return has_article(self.tokens[at - 1]) and group_of(self.tokens[at - 1].word, "source") in ("organ", "title")

    def _is_helper(self, one: PlaceMention) -> bool:
        """بتلقي دعم من | إيران: who stands behind somebody, not where it happens."""
        behind = one.start > 1 and self.tokens[one.start - 1].norm == "من"
        return behind and self.tokens[one.start - 2].word.core in _HELP

    def _kingdom(self, index: int) -> str | None:
        """محادثات في المملكة: the kingdom that the report speaks of, behind في or إلى; none where it speaks of two."""
        word, before = self.tokens[index].word, self.tokens[index - 1].word
        placed = word.preposition in ("ب", "ل") or before.norm in _IN_OR_TO
        if not placed or not self._ends_here(index + 1):
            return None
        known = [iso for iso in self.names.context if iso in _KINGDOMS]
        return known[0] if len(known) == 1 else None

    def _compass(self, index: int) -> PlaceMention | None:
        """في الجنوب, في الشمال: that part of the country that the report speaks of."""
        before = self.tokens[index - 1].norm if index else ""
        if before != "في" or self.tokens[index].word.core not in _COMPASS or not self._ends_here(index + 1):
            return None
        iso = self.names.main_country(1.5)
        return self.region(index, index + 1, iso, pointing=True) if iso is not None else None

    def _ends_here(self, end: int) -> bool:
        """Whether no further definite word of the same phrase follows."""
        end = self._behind_adjectives(end)
        if end >= self.layout.sentence(end - 1).end or self.tokens[end].kind != WORD or not has_article(self.tokens[end]):
            return True
        return self._may_follow(self.tokens[end])

    def _may_follow(self, token: Token) -> bool:
        """A definite word right behind المدينة that is no part of its name: another phrase begins."""
        word = token.word
        return bool(word.preposition or word.conjunction or "relative" in word.labels or word.core in _BESIDE)

    def _behind_adjectives(self, end: int) -> int:
        """The token behind definite adjectives that say what kind of place it is (المدينة الساحلية, الميناء التجاري)."""
        limit = self.layout.sentence(end - 1).end
        kinds = place_words("link") | MILITARY
        while end < limit and has_article(self.tokens[end]) and self.tokens[end].norm in kinds:
            end += 1
        return end
