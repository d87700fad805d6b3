"""Places: named places of a document, each resolved by what else the document names. What is unknown stays unknown."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from riwaya.lang.ar.forms import frequency
from riwaya.lang.ar.gazetteer import Named, gazetteer, place_nouns, without_article
from riwaya.lang.ar.lexicon import Closed
from riwaya.lang.ar.words import Word, analyse
from riwaya.model.document import Span
from riwaya.model.event import Place
from riwaya.read.layout import Layout
from riwaya.read.tokens import WORD, Token

SPECIFICITY = {"unknown": 1, "region": 1, "country": 1, "admin1": 3, "district": 4, "town": 5, "site": 6}
_WORLD = 0
_PART_OF_COUNTRY = 2
_LARGE_TOWN = 100_000
_COMMON_WORD = 150


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A named place: its tokens (end exclusive), what it is, and how specific (0 world region to 6 site).

    ``located``: a word of place stands before it (في حلب), so that it is no government and no part of a name.
    ``pointing``: the words only point back (المدينة); ``place`` is then the place that they point to.
    """

    start: int
    end: int
    place: Place
    specificity: int
    located: bool = True
    pointing: bool = False


@dataclass(slots=True)
class _Candidate:
    """A name found in the gazetteer: its tokens, where its clitics end, what it may stand for."""

    start: int
    end: int
    senses: tuple[Named, ...]
    noun: int = -1
    located: bool = False


def country_of(word: Word) -> str | None:
    """ISO 3166-1 alpha-2 of a country's name or of an adjective of nationality."""
    for label in ("country", "demonym"):
        found = word.find(label)
        if found is not None and isinstance(found.sense.entry, Closed):
            return found.sense.entry.group
    return None


def find_places(layout: Layout) -> list[PlaceMention]:
    """The places of a document in text order, none inside another."""
    return _Finder(layout).mentions()


class _Finder:
    """The search through one document."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.tokens = layout.tokens
        self.context: Counter[str] = Counter()
        self.found: list[PlaceMention] = []

    def mentions(self) -> list[PlaceMention]:
        candidates = self._candidates()
        self._weigh(candidates)
        at = {one.start: one for one in candidates}
        index = 0
        while index < len(self.tokens):
            mention = self._at(index, at) if self.tokens[index].kind == WORD else None
            if mention is not None:
                self.found.append(mention)
            index = mention.end if mention is not None else index + 1
        return self.found

    def _candidates(self) -> list[_Candidate]:
        found: list[_Candidate] = []
        index = 0
        while index < len(self.tokens):
            one = self._name(index) if self.tokens[index].kind == WORD else None
            if one is not None:
                found.append(one)
            index = one.end if one is not None else index + 1
        return found

    def _name(self, index: int) -> _Candidate | None:
        """The longest name of the gazetteer at a token, as written or behind its clitics."""
        book = gazetteer()
        token = self.tokens[index]
        for first in dict.fromkeys((token.norm, *_cut(token.norm))):
            for words in range(min(book.longest.get(first, 0), len(self.tokens) - index), 0, -1):
                rest = self.tokens[index + 1 : index + words]
                if any(other.kind != WORD for other in rest):
                    continue
                senses = book.find(" ".join((first, *(without_article(other.norm) for other in rest))))
                if senses and not (words == 1 and self._says_nothing(first) and not self._behind_type(index)):
                    return _Candidate(index, index + words, senses)
        return None

    def _says_nothing(self, word: str) -> bool:
        """A direction or a type noun alone is no name, whatever village is called so."""
        stem = without_article(word)
        return stem in place_nouns() or word in place_nouns() or "direction" in analyse(word).labels

    def _behind_type(self, index: int) -> bool:
        """Whether a type noun in the singular stands right before (مدينة الميادين)."""
        return index > 0 and self.tokens[index - 1].word.core in place_nouns() and not self.tokens[index - 1].norm.startswith("ال")

    def _weigh(self, candidates: list[_Candidate]) -> None:
        """How often the document speaks of each country: its name, its adjective, its well-known places."""
        for token in self.tokens:
            iso = country_of(token.word) if token.kind == WORD else None
            if iso:
                self.context[iso] += 1
        for one in candidates:
            countries = {sense.country for sense in one.senses if sense.rank == 3 or sense.population >= _LARGE_TOWN}
            if len(countries) == 1 and not self._homograph(one):
                self.context[next(iter(countries))] += 1
        self.context.pop("", None)

    def _homograph(self, one: _Candidate) -> bool:
        word = self.tokens[one.start].word
        return one.end == one.start + 1 and ("homograph" in word.labels or bool(word.labels & _ORDINARY))

    def _at(self, index: int, at: dict[int, _Candidate]) -> PlaceMention | None:
        """The mention that begins at a token: direction, type noun and name, or the name alone."""
        word = self.tokens[index].word
        if "direction" in word.labels:
            return self._directed(index, at) or self._plain(index, at)
        if word.core in place_nouns():
            return self._typed(index, at) or self._plain(index, at)
        return self._plain(index, at)

    def _plain(self, index: int, at: dict[int, _Candidate]) -> PlaceMention | None:
        one = at.get(index)
        if one is None or not self._accepts(one):
            return None
        sense = self._best(one, "")
        if sense is None:
            return None
        return self._mention(one.start, one.end, sense, self._is_located(index))

    def _accepts(self, one: _Candidate) -> bool:
        """Whether a bare name is a place here: no part of another name; an ordinary word only behind a word of place."""
        before = self.tokens[one.start - 1] if one.start else None
        if before is not None and "unplaced" in before.word.labels and not self.tokens[one.start].word.preposition:
            return False
        own = any(sense.rank == 3 for sense in one.senses)
        if self._homograph(one) or not own:
            return self._is_located(one.start) and (own or self._likely(one))
        return True

    def _likely(self, one: _Candidate) -> bool:
        """A town that is not in the overlay: of a country that the document speaks of, or large, and no ordinary word."""
        sense = self._best(one, "")
        if sense is None:
            return False
        near = self.context[sense.country] > 0
        word = self.tokens[one.start].word
        if one.end == one.start + 1 and (word.analyses or _is_common(word)):
            return near and sense.population >= _LARGE_TOWN
        return near or sense.population >= _LARGE_TOWN

    def _is_located(self, index: int) -> bool:
        """Whether a word of place stands before a name, or a place that it is joined to."""
        word = self.tokens[index].word
        if word.preposition == "ب":
            return True
        if index == 0 or not self.layout.sentence(index).start < index:
            return False
        before = self.tokens[index - 1]
        if before.word.labels & {"locative", "direction"} or before.word.core in place_nouns():
            return True
        joined = self.found and (word.conjunction or before.raw in "،,(-–")
        return bool(joined and index - self.found[-1].end <= 1 and self.found[-1].located)

    def _directed(self, index: int, at: dict[int, _Candidate]) -> PlaceMention | None:
        """شمال العراق, جنوب شرقي تركيا, ريف حلب الشمالي: a part of what is named; beside a town, the town."""
        name = index + 1
        while name < len(self.tokens) and name - index < 3 and "direction" in self.tokens[name].word.labels:
            name += 1
        if name >= len(self.tokens) or self.tokens[name].kind != WORD or self.tokens[name].word.preposition:
            return None
        whole = self._at_name(index, at)
        if whole is not None:
            return whole
        inner = self._typed(name, at) if self.tokens[name].word.core in place_nouns() else None
        inner = inner or self._plain(name, at)
        if inner is None:
            return None
        end = self._trailing_direction(inner.end)
        precision = "region" if inner.place.precision == "country" else inner.place.precision
        return self._widened(inner, index, end, precision)

    def _at_name(self, index: int, at: dict[int, _Candidate]) -> PlaceMention | None:
        """A name that has a direction in it (شمال سيناء, ريف دمشق)."""
        one = at.get(index)
        return self._plain(index, at) if one is not None and one.end > index + 1 else None

    def _trailing_direction(self, end: int) -> int:
        token = self.tokens[end] if end < len(self.tokens) else None
        if token is not None and token.norm.startswith("ال") and "direction" in token.word.labels:
            return end + 1
        return end

    def _widened(self, inner: PlaceMention, start: int, end: int, precision: str) -> PlaceMention:
        where = inner.place.span if inner.pointing else self._span(start, end)
        specific = _PART_OF_COUNTRY if precision == "region" else inner.specificity
        place = replace(inner.place, span=where, name=where.text, precision=precision)
        return replace(inner, start=start, end=end, place=place, specificity=specific, located=True)

    def _typed(self, index: int, at: dict[int, _Candidate]) -> PlaceMention | None:
        """مدينة بنغازي: the noun says what kind of place the name is; a name that no gazetteer has stays without degrees."""
        token = self.tokens[index]
        precision, _ = place_nouns()[token.word.core]
        name = index + 1
        if name < len(self.tokens):
            one = at.get(name)
            if one is not None and not self.tokens[name].word.preposition:
                sense = self._best(one, precision)
                if sense is not None:
                    return self._mention(index, one.end, sense, True, precision)
            if not token.word.norm.startswith(_ARTICLES) and (end := self._unknown_end(name)) > name:
                return self._unknown(index, end, precision)
        return self._pointing(index, precision)

    def _unknown_end(self, index: int) -> int:
        """Where a name that no gazetteer has ends: one unknown word, or أم، دير، تل ... and the word behind; else ``index``."""
        behind = index + 1
        if "namehead" in self.tokens[index].word.labels and behind < len(self.tokens) and self.tokens[behind].kind == WORD:
            return behind + 1
        return behind if self._is_unknown_name(index) else index

    def _is_unknown_name(self, index: int) -> bool:
        """Whether a word behind a type noun can be the name of a place: no word that the tables or counts know."""
        word = self.tokens[index].word
        if self.tokens[index].kind != WORD or word.analyses or word.bare.endswith(("ية", "يه")) or word.preposition:
            return False
        if word.conjunction or country_of(word) or len(word.core) < 3:
            return False
        return word.norm.startswith("ال") or not _is_common(word)

    def _unknown(self, start: int, end: int, precision: str) -> PlaceMention:
        span = self._span(start, end)
        place = Place(span, span.text, self._country_near(end), None, None, precision)
        return PlaceMention(start, end, place, SPECIFICITY[precision])

    def _country_near(self, end: int) -> str | None:
        """The country of an adjective behind a name, of the last sure place in its sentence, else the document's main one."""
        if end < len(self.tokens) and self.tokens[end].kind == WORD:
            iso = country_of(self.tokens[end].word)
            if iso:
                return iso
        first = self.layout.sentence(end - 1).start
        for mention in reversed(self.found):
            if mention.start >= first and mention.place.country:
                return mention.place.country
        ranked = self.context.most_common(2)
        sure = ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1])
        return ranked[0][0] if sure else None

    def _pointing(self, index: int, precision: str) -> PlaceMention | None:
        """المدينة، البلاد، العاصمة: the last place of that kind in the document; none where there is none."""
        token = self.tokens[index]
        rest = token.norm[len(token.word.conjunction) :]
        if not rest.startswith(_ARTICLES):
            return None
        following = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if following is not None and following.norm.startswith("ال"):
            return None
        for mention in reversed(self.found):
            if mention.place.precision == precision and not mention.pointing:
                return PlaceMention(index, index + 1, mention.place, mention.specificity, True, True)
        return None

    def _best(self, one: _Candidate, precision: str) -> Named | None:
        """What a name stands for here: the context's country, the kind that the noun says, the better known."""
        hint = self._hint(one)
        total = max(1, sum(self.context.values()))

        def worth(sense: Named) -> tuple[float, int]:
            country = 4 * self.context[sense.country] / total + (4 if hint and sense.country == hint else 0)
            kind = 3.0 if sense.precision == precision else 0.0
            size = min(sense.population, 1_000_000) / 1_000_000
            return country + kind + sense.rank + size, sense.population

        senses = [sense for sense in one.senses if sense.rank > 1 or sense.population > 0 or self.context[sense.country]]
        return max(senses, key=worth) if senses else None

    def _hint(self, one: _Candidate) -> str | None:
        """The country that stands beside a name: its adjective, or a country in the same sentence behind it."""
        last = min(len(self.tokens), self.layout.sentence(one.start).end, one.end + 6)
        for index in range(one.end, last):
            iso = country_of(self.tokens[index].word) if self.tokens[index].kind == WORD else None
            if iso:
                return iso
        return None

    def _span(self, start: int, end: int) -> Span:
        first = self.tokens[start]
        cut = _clitic_letters(first)
        return self.layout.document.span(first.start + cut, self.tokens[end - 1].end)

    def _mention(self, start: int, end: int, sense: Named, located: bool, precision: str = "") -> PlaceMention:
        span = self._span(start, end)
        kind = precision if precision and sense.precision != "country" else sense.precision
        place = Place(span, span.text, sense.country or None, sense.latitude, sense.longitude, kind, sense.identifier)
        specific = _WORLD if kind == "region" and not sense.country else SPECIFICITY[kind]
        if kind == "region" and sense.country:
            specific = _PART_OF_COUNTRY
        return PlaceMention(start, end, place, specific, located)


_ORDINARY = frozenset({"number", "cue", "trigger", "person", "thing", "source"})
_ARTICLES = ("ال", "بال", "لل", "وال", "فال", "كال")


def _is_common(word: Word) -> bool:
    return frequency(word.norm) >= _COMMON_WORD


def _cut(norm: str) -> list[str]:
    """The word behind one or two clitics: وبنغازي → بنغازي, للعراق → العراق."""
    found: list[str] = []
    rest = norm
    for letters in ("وف", "بلك"):
        if len(rest) > 3 and rest[0] in letters:
            rest = "ا" + rest[1:] if rest.startswith("لل") else rest[1:]
            found.append(rest)
    return found


def _clitic_letters(token: Token) -> int:
    """How many letters before the name are conjunction and preposition."""
    word = token.word
    cut = len(word.conjunction) + (0 if word.norm[len(word.conjunction) :].startswith("لل") else len(word.preposition))
    return cut if len(token.raw) > cut + 1 and token.raw[:cut] == word.norm[:cut] else 0
