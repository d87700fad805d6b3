"""Names of places in one document: what the gazetteer has for them, and which of several places a name stands for here."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from riwaya.lang.ar.calendar import units
from riwaya.lang.ar.gazetteer import (
    Named,
    PlaceNoun,
    PlaceWord,
    gazetteer,
    place_nouns,
    place_words,
    second_words,
    without_article,
)
from riwaya.lang.ar.parts import is_adjectival
from riwaya.lang.ar.words import analyse
from riwaya.read.places.place_unknown import UnknownNames
from riwaya.read.text.layout import Layout
from riwaya.read.text.tokens import WORD, Token
from riwaya.read.words.place_terms import (
    NO_PLACE_WORD,
    has_article,
    is_common,
    is_further,
    links,
    named_country,
    nationality,
    place_noun,
    place_word,
    without_clitics,
)

LARGE_TOWN, GREAT_TOWN = 100_000, 500_000
_LINK_REACH = 10
_PLACED = 3
"""How often a country must be named, and so many times as often as any other, where adjectives speak of others as often."""
_TANWIN = ("\u064b", "\u064bا")
"""سورياً, يمنيًّا: an adjective or adverb, no name."""
_ORDINARY = frozenset({"number", "cue", "trigger", "person", "thing", "source", "adjective"})


@dataclass(slots=True)
class Candidate:
    """A name that the gazetteer has: its tokens (end exclusive), its key, what it may stand for."""

    start: int
    end: int
    key: str
    senses: tuple[Named, ...]


class PlaceNames(UnknownNames):
    """The names of places that one document holds, and the countries that it speaks of."""

    def __init__(self, layout: Layout) -> None:
        super().__init__(layout)
        self.context: dict[str, int] = {}
        """How often the document speaks of each country."""
        known = [token.word.place or place_word(token.word) for token in self.tokens]
        self.words: dict[int, PlaceWord] = {index: word for index, word in enumerate(known) if word is not NO_PLACE_WORD}
        """The tokens that names of places are made of, and what their forms may be in them."""
        self.placed: dict[str, int] = {}
        """How often the document names each country, or a well-known place in it: not the adjective of who acts in another one."""
        self._hints: dict[int, tuple[str, ...]] = {}
        self.at: dict[int, Candidate] = {one.start: one for one in self._candidates()}
        self.introduced: dict[str, PlaceNoun] = {}
        self.unknown: dict[str, list[tuple[str, ...]]] = {}
        self.told: dict[str, int] = {}
        """How often a name by itself has spoken of its country."""
        self._evidence: dict[str, set[str]] = {}
        self._weigh()
        self._introduce()

    def _candidates(self) -> list[Candidate]:
        found: list[Candidate] = []
        behind = 0
        for index, word in self.words.items():
            if index < behind or not word.names:
                continue
            one = self._name(index, word)
            if one is not None:
                behind = one.end
                if one.senses:
                    found.append(one)
        return found

    def _name(self, index: int, word: PlaceWord) -> Candidate | None:
        """The longest name of the gazetteer at a token, as written or behind its clitics; no senses where it is none here."""
        token = self.tokens[index]
        within = token.word.find("prep") if "prep" in token.word.labels else None
        if token.raw.endswith(_TANWIN) or ("that" in token.word.labels and "أ" in token.raw):  # القصف على المدينة | بأنه جريمة
            return None
        if within is not None and within.stem == "داخل" and within.pronoun:  # من | بداخله
            return None
        if self.is_no_place(index) or self._was(index):
            return Candidate(index, index + 1, token.norm, ())
        found: Candidate | None = None
        for form in word.names:
            one = self._longest(index, *form)
            if one is not None and (found is None or one.end > found.end):  # ب | أم درمان, not بام
                found = one
        return found

    def _longest(self, index: int, first: str, longest: int, alone: tuple[Named, ...]) -> Candidate | None:
        """The longest name that begins with a form of a token, without senses where it is never one."""
        token, limit, never = self.tokens[index], self.layout.sentence(index).end, place_words("never")
        if first != token.norm and not has_article(token) and self.behind_noun(index) and not _is_led_by_in(token, first, alone):
            return None
        behind = without_article(self.tokens[index + 1].norm) if index + 1 < limit else ""
        most = min(max(longest, 2), limit - index) if behind in second_words(first) else 1
        for words in range(most, 0, -1):
            key = self._key(first, index + 1, index + words) if words > 1 else first
            if key is None:
                continue
            if key in never or (words == 1 and token.norm in never):
                return Candidate(index, index + words, key, ())
            senses = self._whole(gazetteer().find(key), token) if words > 1 else alone
            if senses and (words > 1 or senses[0].rank == 3 or not self._says_nothing(first, index)):
                return Candidate(index, index + words, key, senses)
        return None

    def _was(self, index: int) -> bool:
        """سيطر على 3 بلدات | كان الجيش قد استعادها: "was" behind a plural is not Cannes."""
        before = place_noun(self.tokens[index - 1]) if index and "auxiliary" in self.tokens[index].word.labels else None
        return before is not None and before.plural

    def _key(self, first: str, start: int, end: int) -> str | None:
        """What a name of several words is looked up by: its first word and the tokens behind; None where one is no word."""
        words = [first]
        for other in self.tokens[start:end]:
            if other.kind != WORD:
                return None
            words.append(without_article(other.norm))
        return " ".join(words)

    def _whole(self, senses: tuple[Named, ...], token: Token) -> tuple[Named, ...]:
        """A name that begins with its own type noun (العاصمة صنعاء) is read as noun and name, unless the overlay has it whole."""
        return tuple(sense for sense in senses if sense.rank == 3) if place_noun(token) is not None else senses

    def _says_nothing(self, word: str, index: int) -> bool:
        """A direction, a unit of time or a type noun alone is no name, whatever village is called so; behind its noun it may be."""
        if word in units() or without_article(word) in units():
            return True
        stem = without_article(word)
        if stem in place_words("pointer"):
            return True
        before = place_noun(self.tokens[index - 1]) if self.behind_noun(index) else None
        if "direction" in analyse(word).labels:
            return before is None or before.plural or before.precision != "admin1"
        return before is None and (stem in place_nouns() or word in place_nouns())

    def _weigh(self) -> None:
        """How often the document speaks of each country: its name, its adjective, its well-known places."""
        context = self.context
        for index, word in self.words.items():
            if word.country and not (self._is_beyond(index) or self._is_world_agency(index, word.country)):
                context[word.country] = context.get(word.country, 0) + 1
                if named_country(self.tokens[index].word):
                    self.placed[word.country] = self.placed.get(word.country, 0) + 1
        for one in self.at.values():
            countries = {sense.country for sense in one.senses if sense.rank == 3 or sense.population >= LARGE_TOWN}
            if len(countries) == 1 and not self.is_ordinary(one):
                country = next(iter(countries))
                context[country] = context.get(country, 0) + 1
                self.placed[country] = self.placed.get(country, 0) + 1
                self.told[one.key] = self.told.get(one.key, 0) + 1
            if hints := self.hints(one.end):
                self._evidence.setdefault(one.key, set()).update(hints)
        context.pop("", None)

    def _is_world_agency(self, index: int, country: str) -> bool:
        """الوكالة | الفرنسية, وكالة الأنباء | الألمانية: an agency that reports from everywhere."""
        return country in _OF_THE_WORLD and index > 0 and self.tokens[index - 1].word.core in _AGENCY

    def _is_beyond(self, index: int) -> bool:
        """الحدود التركية, الحدود مع تركيا: the country on the other side of a border, of which nothing else is said."""
        before = [self.tokens[at].word.core for at in range(max(0, index - 2), index)]
        return "".join(before[-1:]).startswith("حدود") or (before[-1:] == ["مع"] and before[0].startswith("حدود"))

    def _introduce(self) -> None:
        """A name that once stands behind its type noun is a place in the whole document (مدينة الحوطة ... شهدت الحوطة)."""
        for index, word in self.words.items():
            noun = word.noun
            if noun is None or noun.precision == "country" or index in self.at or index + 1 == len(self.tokens):
                continue
            behind = self.tokens[index + 1].word
            if has_article(self.tokens[index]) or (behind.preposition == "ل" and behind.article):  # قاعدة | للاتحاد
                continue
            name = self.opened(index + 1)
            if (one := self.at.get(name)) is not None:
                if self.is_led_by_in(one):
                    continue
                self.introduced.setdefault(one.key, noun)
            elif (end := self.unknown_behind(noun, name)) > name:
                self._remember(tuple(other.norm for other in self.tokens[name:end]), noun)
                while noun.plural and (further := self.joined_end(end)) > end:
                    first, *rest = [other.norm for other in self.tokens[end:further]]
                    self._remember((first.removeprefix("و"), *rest), noun)
                    end = further

    def _remember(self, words: tuple[str, ...], noun: PlaceNoun) -> None:
        """Keep a name that no gazetteer has with the type noun that introduced it."""
        if " ".join(words) not in self.introduced:
            self.unknown.setdefault(words[0], []).append(words)
            self.introduced[" ".join(words)] = noun

    def ranked(self) -> list[tuple[str, int]]:
        """The countries with how often the document speaks of them, the most spoken of first."""
        return sorted(self.context.items(), key=lambda counted: -counted[1])

    def main_country(self, times: float) -> str | None:
        """The country that the document speaks of so many times as often as of any other."""
        return _foremost_country(self.ranked()[:2], times)

    def scene_country(self, times: float) -> str | None:
        """The main country, else the one that the document names so much more often: غارات إسرائيلية على بلدات في | لبنان."""
        placed = sorted(self.placed.items(), key=lambda one: -one[1])[:2]
        return self.main_country(times) or (_foremost_country(placed, _PLACED) if placed and placed[0][1] >= _PLACED else None)

    def only_told(self, one: Candidate) -> set[str]:
        """The countries of which only a name itself speaks."""
        told = self.told.get(one.key, 0)
        return {sense.country for sense in one.senses if self.context.get(sense.country, 0) <= told}

    def is_led_by_in(self, one: Candidate) -> bool:
        """في هجوم | بنالوت, بأم درمان: whether ب is written onto a name."""
        return self.tokens[one.start].norm == "ب" + one.key.split()[0]

    def opened(self, index: int) -> int:
        """The token behind a quotation mark or bracket that may open before a name (محافظة «ديار بكر»); none behind a sentence."""
        if index >= self.layout.sentence(index - 1).end:
            return len(self.tokens)
        opens = index < len(self.tokens) and (index in self.layout.closing or self.tokens[index].raw == "(")
        return index + 1 if opens and index + 1 < len(self.tokens) else index

    def remembered(self, index: int) -> tuple[int, str] | None:
        """The end and key of a name that no gazetteer has, where it stands without the type noun that once introduced it."""
        if not self.unknown:
            return None
        for first in (self.tokens[index].norm, *without_clitics(self.tokens[index].norm)):
            for words in self.unknown.get(first, ()):
                rest = tuple(other.norm for other in self.tokens[index + 1 : index + len(words)])
                if (first, *rest) == words:
                    return index + len(words), " ".join(words)
        return None

    def is_ordinary(self, one: Candidate) -> bool:
        """Whether a name is also an ordinary word or a name of persons, so that it needs a word of place before it."""
        word = self.tokens[one.start].word
        if one.key in place_words("ordinary"):
            return True
        if word.norm == _AQSA:
            return one.start > 0 and self.tokens[one.start - 1].word.core in _FARTHEST + _NAMED_AFTER_IT
        if "country" in word.labels:
            return "homograph" in word.labels and not self._heads_line(one)
        return one.end == one.start + 1 and ("homograph" in word.labels or bool(word.labels & _ORDINARY))

    def _heads_line(self, one: Candidate) -> bool:
        """مالي.. مقتل خمسة جنود, مالي: هجوم على قاعدة: a country before two dots or a colon, at the head of its sentence."""
        first = self.layout.sentence(one.start).start
        return one.start == first and one.end < len(self.tokens) and self.tokens[one.end].raw in ("..", ":", "...", "…")

    def likely(self, one: Candidate) -> bool:
        """A place that is not in the overlay: of a country that the document speaks of, or large, and no common word."""
        sense = self.best(one, None)
        if sense is None:
            return False
        near = sense.country in self.context
        word = self.tokens[one.start].word
        if one.end == one.start + 1 and (word.analyses or is_common(word)):
            return (near and sense.population >= LARGE_TOWN) or (sense.population >= GREAT_TOWN and not word.analyses)
        return near or sense.population >= LARGE_TOWN

    def best(self, one: Candidate, noun: PlaceNoun | None) -> Named | None:
        """What a name stands for: of the country beside it, the document's, the kind that its noun says, the better known."""
        hints, context = self.hints(one.end), self.context
        evidence: AbstractSet[str] = self._evidence.get(one.key, frozenset())
        total = max(1, sum(context.values()))

        def worth(sense: Named) -> tuple[float, int]:
            country = 4 * context.get(sense.country, 0) / total + 6 * (sense.country in hints) + 2 * (sense.country in evidence)
            kind = 3.0 if noun is not None and sense.precision == noun.precision else 0.0
            size = min(sense.population, 1_000_000) / 1_000_000
            return country + kind + sense.rank + size, sense.population

        senses = [sense for sense in one.senses if sense.rank > 1 or sense.population > 0 or sense.country in context]
        found = max(_foremost(senses, hints, noun), key=worth) if senses else None
        main = self.main_country(2.0)
        if found is None or not one.key.startswith(_AREA) or main in (None, found.country):
            return found
        return found._replace(country=main or "", latitude=None, longitude=None, identifier="")

    def hints(self, end: int) -> tuple[str, ...]:
        """The country that is said of a name: its adjective right behind it, or the larger place that it is said to lie in."""
        known = self._hints.get(end)
        if known is None:
            known = self._hints[end] = self._said_country(end)
        return known

    def _said_country(self, end: int) -> tuple[str, ...]:
        limit = min(self.layout.sentence(end - 1).end, end + _LINK_REACH)
        for at in range(end, limit):
            token = self.tokens[at]
            if token.word.core.startswith("حدود"):
                break
            iso = nationality(token.word) if token.kind == WORD else None
            if iso and at <= end + 1 and (at == end or is_adjectival(self.tokens[end].word)):
                return (iso,)
            if iso and at > end and self._is_of_place(at):
                return (iso,)
            if (at > end or token.word.preposition == "ب") and (held := self._holder(at)):
                return (self._holds_further(at) or held,)
            if not (links(token) or is_further(token)):
                break
        return ()

    def _is_of_place(self, at: int) -> bool:
        """حي شهرنو بالعاصمة | الأفغانية كابل, وسط المدينة | الليبية: the adjective of the larger place that holds a name."""
        before = self.tokens[at - 1]
        return place_noun(before) is not None and has_article(before) and has_article(self.tokens[at])

    def _holds_further(self, at: int) -> str | None:
        """بناحية | الرياض جنوب كركوك: the country of what holds a district in its turn, not of a capital of the same name."""
        one, before = self.at.get(at), place_noun(self.tokens[at - 1])
        within = one is not None and before is not None and before.precision == "district"
        return next(iter(self.hints(one.end)), None) if within and one is not None else None

    def _holder(self, at: int) -> str | None:
        """The country of a name that leaves no doubt: a country's own, or one with all its places in one country."""
        iso = named_country(self.tokens[at].word) if self.tokens[at].kind == WORD else None
        if iso:
            return iso
        one = self.at.get(at)
        if one is None or one.key in place_words("ordinary"):
            return None
        countries = {sense.country for sense in one.senses if sense.rank > 1 or sense.population >= LARGE_TOWN}
        return next(iter(countries)) if len(countries) == 1 else None


def _foremost_country(ranked: list[tuple[str, int]], times: float) -> str | None:
    """The first of two countries where it is counted so many times as often as the second."""
    sure = ranked and (len(ranked) == 1 or ranked[0][1] >= times * ranked[1][1])
    return ranked[0][0] if sure else None


_OF_THE_WORLD, _AGENCY = frozenset({"FR", "DE"}), frozenset({"وكاله", "انباء", "صحافه"})
"""Agence France-Presse and the German press agency (dpa) report from everywhere."""
_AQSA = "الاقصي"
_FARTHEST = ("شرق", "مغرب", "حد", "شمال", "مدي")
_NAMED_AFTER_IT = ("جند", "شهداء", "انتفاضه", "طوفان", "هبه")
"""اقتحم المستوطنون | الأقصى: the mosque, but in الشرق الأقصى, الحد الأقصى, and in what is called after it (جند الأقصى)."""
_AREA = "المنطقه"
"""المنطقة الشرقية: a province of one country, but a part of any other one in a report on that one."""


def _is_led_by_in(token: Token, first: str, senses: tuple[Named, ...]) -> bool:
    """سوق | ببغداد, حاجز | بدرعا: a well-known town behind ب, which says where a nameless site lies; not قرية | باما."""
    return token.norm == "ب" + first and any(sense.rank == 3 or sense.population >= LARGE_TOWN for sense in senses)


def _foremost(senses: list[Named], hints: tuple[str, ...], noun: PlaceNoun | None) -> list[Named]:
    """The senses in question: those of the country beside the name, else the overlay's, unless its type noun says otherwise."""
    hinted = [sense for sense in senses if sense.country in hints]
    own = [sense for sense in senses if sense.rank == 3]
    if hinted or not own:
        return hinted or senses
    kinds = {sense.precision for sense in own}
    other = noun is not None and noun.precision not in kinds and any(sense.precision == noun.precision for sense in senses)
    return senses if other else own
