"""Names of places that no gazetteer has, without their type noun: named so before, or held by a larger place that follows."""

from __future__ import annotations

from riwaya.lang.ar.forms import frequency
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.places.place_goals import PlaceGoals
from riwaya.read.places.place_mentions import PlaceMention
from riwaya.read.text.tokens import Token
from riwaya.read.words.place_terms import has_article, is_part, nationality, place_noun

_SHORTEST = 4
_RARE, _SELDOM, _LAND = 120, 20, ("البلاد", "للبلاد")
_AROUND, NEAR_NAME = word_list("around a name"), ("في", "قرب", "عند", "حول")
_WITNESSING = word_list("a place witnesses")
_LISTING = word_list("names places one by one")


class PlaceKnown(PlaceGoals):
    """Finds places that only what the report says elsewhere, or what stands around them, shows to be places."""

    def _remembered(self, index: int) -> PlaceMention | None:
        """A name that no gazetteer has, where the report has named it with its type noun elsewhere."""
        known = self.names.remembered(index)
        if known is None or not self._is_located(index):
            return None
        end, key = known
        mention = self.unknown(index, end, self.names.introduced[key].precision, "")
        if mention.place.country is not None:
            return mention
        same = (one.place.country for one in self.earlier() if one.place.country and self._is_called(one, key))
        return changed(mention, place=changed(mention.place, country=next(same, None)))

    def _is_called(self, one: PlaceMention, key: str) -> bool:
        """قرية بوندارا, وبوندارا: whether a place ends with a name."""
        norms = self.layout.norms[one.start : one.end]
        return " ".join(norms[-1 - key.count(" ") :]).removeprefix("و") == key

    def _held(self, index: int) -> PlaceMention | None:
        """A name that no gazetteer has, behind في, قرب or ب, where a larger place that holds it follows (في مروة بشمال مالي)."""
        token = self.tokens[index]
        before = self.tokens[index - 1] if index > self.layout.sentence(index).start else None
        free = before is not None and (before.norm in NEAR_NAME or before.word.core in _AROUND)
        if not free and token.word.preposition != "ب":
            return None
        end = self.names.unknown_end(index, not free)
        if end == index or end >= len(self.tokens) or nationality(self.tokens[end].word):
            return None
        headed = end > index + 1 and "namehead" in token.word.labels  # في | تل الخرنوب بمحافظة حمص
        if not headed and self._is_ordinary(token):
            return None
        behind = self.tokens[end].word
        nearer = behind.preposition == "ب" or behind.core == "في" or "direction" in behind.labels
        held = nearer and (self.names.hints(end) or self._is_in_land(end))
        return self.unknown(index, end, "town", "") if held else None

    def _is_in_land(self, at: int) -> bool:
        """في مادجو | شرقي البلاد: a direction and the country that the report speaks of."""
        behind = at + 1
        return "direction" in self.tokens[at].word.labels and behind < len(self.tokens) and self.tokens[behind].norm in _LAND

    def _is_ordinary(self, token: Token) -> bool:
        """في القاعة بشمال صنعاء: a word that is counted, with the article or without, or one with it that a table has."""
        if has_article(token):
            return bool(token.word.analyses) or frequency(token.norm) >= _SELDOM or frequency(token.word.core) >= _SELDOM
        return frequency(token.norm) >= _RARE or frequency("ال" + token.word.core) > 0

    def _is_located(self, index: int) -> bool:
        """Whether a word of place stands before a name, or a place that it is joined to."""
        word = self.tokens[index].word
        if word.preposition == "ب" or self._is_led_by_in(index):
            return True
        if index == 0 or not self.layout.sentence(index).start < index:
            return False
        before = self._before(index)
        if "locative" in before.word.labels or place_noun(before) is not None or is_part(before.word):
            return True
        if before.norm.removeprefix("و") in _WITNESSING or (before.norm in _LISTING and self._lists_places(index - 2)):
            return True
        return self._is_joined(index) and self.found[-1].located

    def _is_led_by_in(self, index: int) -> bool:
        """قتلوا | بنالوت: ب on a name that no table knows with it, of a country that the report speaks of; not قال | بلاتر."""
        one = self.names.at.get(index)
        if one is None or not self.names.is_led_by_in(one):
            return False
        if any(sense.rank == 3 for sense in one.senses):
            return True
        owned = len(one.key) < _SHORTEST or self.tokens[index].word.bare.endswith(("ه", "ها", "هم"))  # عرف | بميوله
        return not owned and self.names.main_country(1.0) in {sense.country for sense in one.senses} - self.names.only_told(one)

    def _lists_places(self, at: int) -> bool:
        """في عدة مدن | بينها الرباط, مدن عدة من | أبرزها وهران: whether several places are named one by one."""
        first = max(self.layout.sentence(at + 1).start, at - 2)
        nouns = (place_noun(self.tokens[k]) for k in range(at, first - 1, -1))
        return any(noun is not None and noun.plural for noun in nouns)

    def _before(self, index: int) -> Token:
        """The token before a name, an opening mark aside (في «الرياض»)."""
        at = index - 1
        marked = self.tokens[at].raw in '(«“"' and at > self.layout.sentence(index).start
        return self.tokens[at - 1] if marked else self.tokens[at]

    def _is_joined(self, index: int) -> bool:
        """Whether a word is joined to the place right before it by و or a comma."""
        if not self.found or index - self.found[-1].end > 1:
            return False
        between = self.tokens[index - 1].raw if index > self.found[-1].end else ""
        if between:
            return between in "،,(-–"
        return bool(self.tokens[index].word.conjunction)
