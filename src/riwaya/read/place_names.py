"""Names of places in one document: what the gazetteer has for them, and which of several places a name stands for here."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from riwaya.lang.ar.calendar import units
from riwaya.lang.ar.forms import adjective_percent, frequency
from riwaya.lang.ar.gazetteer import Named, PlaceNoun, gazetteer, nationalities, place_nouns, place_words, without_article
from riwaya.lang.ar.lexicon import Closed
from riwaya.lang.ar.parts import is_adjectival
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.words import Analysis, Word, analyse
from riwaya.read.layout import Layout
from riwaya.read.tokens import WORD, Token

_LARGE_TOWN = 100_000
_COMMON_WORD = 150
_RARE_WORD = 60
_SOMETIMES_ADJECTIVE = 30
_LINK_REACH = 10
_ORDINARY = frozenset({"number", "cue", "trigger", "person", "thing", "source", "adjective"})
_GRAMMAR = frozenset({"prep", "relative", "that", "locative", "negation", "auxiliary", "subordinator", "contrast"})
_ARTICLES = ("ال", "بال", "لل", "وال", "فال", "كال")
_QUALIFIERS = frozenset("الشرقيه الغربيه الشماليه الجنوبيه الشرقي الغربي الشمالي الجنوبي الكبري الصغري العليا السفلي الجديده القديمه".split())


_CACHE_LIMIT = 200_000
_known_countries: dict[str, str | None] = {}


@dataclass(slots=True)
class Candidate:
    """A name that the gazetteer has: its tokens (end exclusive), its key, what it may stand for."""

    start: int
    end: int
    key: str
    senses: tuple[Named, ...]


def country_of(word: Word) -> str | None:
    """ISO 3166-1 alpha-2 of a country's name or of an adjective of nationality."""
    if word.norm not in _known_countries:
        if len(_known_countries) >= _CACHE_LIMIT:
            _known_countries.clear()
        _known_countries[word.norm] = _entry_of(word, "country") or nationality(word)
    return _known_countries[word.norm]


def nationality(word: Word) -> str | None:
    """ISO 3166-1 alpha-2 of an adjective of nationality."""
    return nationalities().get(word.core)


def _entry_of(word: Word, label: str) -> str | None:
    found = word.find(label) if label in word.labels else None
    return found.sense.entry.group if found is not None and isinstance(found.sense.entry, Closed) else None


def place_noun(token: Token) -> PlaceNoun | None:
    """The noun of place that a token is (مدينة, بمحافظتي), None where it is none."""
    return place_nouns().get(token.word.core) if token.kind == WORD else None


def has_article(token: Token) -> bool:
    """Whether the article is written on a word, behind its clitics."""
    return token.norm.startswith(_ARTICLES)


class PlaceNames:
    """The names of places that one document holds, and the countries that it speaks of."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.tokens = layout.tokens
        self.context: Counter[str] = Counter()
        self.at: dict[int, Candidate] = {one.start: one for one in self._candidates()}
        self.introduced: dict[str, PlaceNoun] = {}
        self.unknown: dict[str, list[tuple[str, ...]]] = {}
        self._evidence: dict[str, Counter[str]] = {}
        self._weigh()
        self._introduce()

    def _candidates(self) -> list[Candidate]:
        found: list[Candidate] = []
        index = 0
        while index < len(self.tokens):
            token = self.tokens[index]
            one = self._name(index) if token.kind == WORD and _firsts(token.norm) else None
            if one is not None and one.senses:
                found.append(one)
            index = one.end if one is not None else index + 1
        return found

    def _name(self, index: int) -> Candidate | None:
        """The longest name of the gazetteer at a token, as written or behind its clitics; no senses where it is none here."""
        token = self.tokens[index]
        book = gazetteer()
        whole = not has_article(token) and self.behind_noun(index)
        for first, longest in _firsts(token.norm):
            if whole and first != token.norm:
                continue
            for words in range(min(longest, len(self.tokens) - index), 0, -1):
                rest = self.tokens[index + 1 : index + words]
                if any(other.kind != WORD for other in rest):
                    continue
                key = " ".join((first, *(without_article(other.norm) for other in rest)))
                if key in place_words("never"):
                    return Candidate(index, index + words, key, ())
                senses = self._whole(book.find(key), token) if words > 1 else book.find(key)
                if senses and (words > 1 or senses[0].rank == 3 or not self._says_nothing(first, index)):
                    return Candidate(index, index + words, key, senses)
        return None

    def _whole(self, senses: tuple[Named, ...], token: Token) -> tuple[Named, ...]:
        """A name that begins with its own type noun (العاصمة صنعاء) is read as noun and name, unless the overlay has it whole."""
        return tuple(sense for sense in senses if sense.rank == 3) if place_noun(token) is not None else senses

    def _says_nothing(self, word: str, index: int) -> bool:
        """A direction, a unit of time or a type noun alone is no name, whatever village is called so; behind its noun it may be."""
        if word in units() or without_article(word) in units():
            return True
        stem = without_article(word)
        before = place_noun(self.tokens[index - 1]) if self.behind_noun(index) else None
        if "direction" in analyse(word).labels:
            return before is None or before.plural or before.precision != "admin1"
        return before is None and (stem in place_nouns() or word in place_nouns())

    def behind_noun(self, index: int) -> bool:
        """Whether a type noun in the construct stands right before (مدينة الميادين)."""
        return index > 0 and place_noun(self.tokens[index - 1]) is not None and not has_article(self.tokens[index - 1])

    def _weigh(self) -> None:
        """How often the document speaks of each country: its name, its adjective, its well-known places."""
        self.context.update(iso for token in self.tokens if token.kind == WORD and (iso := country_of(token.word)))
        for one in self.at.values():
            countries = {sense.country for sense in one.senses if sense.rank == 3 or sense.population >= _LARGE_TOWN}
            if len(countries) == 1 and not self.is_ordinary(one):
                self.context[next(iter(countries))] += 1
            self._evidence.setdefault(one.key, Counter()).update(self.hints(one.end))
        self.context.pop("", None)

    def _introduce(self) -> None:
        """A name that once stands behind its type noun is a place in the whole document (مدينة الحوطة ... شهدت الحوطة)."""
        for index, token in enumerate(self.tokens[:-1]):
            noun = place_noun(token)
            if noun is None or has_article(token) or noun.precision == "country" or index in self.at:
                continue
            name = self.opened(index + 1)
            if (one := self.at.get(name)) is not None:
                self.introduced.setdefault(one.key, noun)
            elif (end := self.unknown_behind(noun, name)) > name:
                words = tuple(other.norm for other in self.tokens[name:end])
                self.unknown.setdefault(words[0], []).append(words)
                self.introduced.setdefault(" ".join(words), noun)

    def opened(self, index: int) -> int:
        """The token behind a quotation mark or bracket that may open before a name (محافظة «ديار بكر»)."""
        opens = index < len(self.tokens) and (index in self.layout.closing or self.tokens[index].raw == "(")
        return index + 1 if opens and index + 1 < len(self.tokens) else index

    def remembered(self, index: int) -> tuple[int, str] | None:
        """The end and key of a name that no gazetteer has, where it stands without the type noun that once introduced it."""
        if not self.unknown:
            return None
        for first in (self.tokens[index].norm, *_cut(self.tokens[index].norm)):
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
        if "country" in word.labels:
            return "homograph" in word.labels
        return one.end == one.start + 1 and ("homograph" in word.labels or bool(word.labels & _ORDINARY))

    def likely(self, one: Candidate) -> bool:
        """A place that is not in the overlay: of a country that the document speaks of, or large, and no common word."""
        sense = self.best(one, None)
        if sense is None:
            return False
        near = self.context[sense.country] > 0
        word = self.tokens[one.start].word
        if one.end == one.start + 1 and (word.analyses or is_common(word)):
            return near and sense.population >= _LARGE_TOWN
        return near or sense.population >= _LARGE_TOWN

    def best(self, one: Candidate, noun: PlaceNoun | None) -> Named | None:
        """What a name stands for here: the country that stands by it, the document's, the kind that the noun says, the better known."""
        hints = self.hints(one.end)
        evidence = self._evidence.get(one.key, Counter())
        total = max(1, sum(self.context.values()))

        def worth(sense: Named) -> tuple[float, int]:
            country = 4 * self.context[sense.country] / total + 6 * (sense.country in hints) + 2 * (evidence[sense.country] > 0)
            kind = 3.0 if noun is not None and sense.precision == noun.precision else 0.0
            size = min(sense.population, 1_000_000) / 1_000_000
            return country + kind + sense.rank + size, sense.population

        senses = [sense for sense in one.senses if sense.rank > 1 or sense.population > 0 or self.context[sense.country]]
        return max(_foremost(senses, hints, noun), key=worth) if senses else None

    def hints(self, end: int) -> tuple[str, ...]:
        """The country that is said of a name: its adjective right behind it, or the larger place that it is said to lie in."""
        limit = min(self.layout.sentence(end - 1).end, end + _LINK_REACH)
        for at in range(end, limit):
            token = self.tokens[at]
            iso = nationality(token.word) if token.kind == WORD else None
            if iso and at <= end + 1 and (at == end or is_adjectival(self.tokens[end].word)):
                return (iso,)
            if at > end and (held := self._holder(at)):
                return (held,)
            if not links(token):
                break
        return ()

    def _holder(self, at: int) -> str | None:
        """The country of a name that leaves no doubt: a country's own, or one with all its places in one country."""
        iso = _entry_of(self.tokens[at].word, "country") if self.tokens[at].kind == WORD else None
        if iso:
            return iso
        one = self.at.get(at)
        if one is None or one.key in place_words("ordinary"):
            return None
        countries = {sense.country for sense in one.senses if sense.rank > 1 or sense.population >= _LARGE_TOWN}
        return next(iter(countries)) if len(countries) == 1 else None

    def unknown_behind(self, noun: PlaceNoun, name: int) -> int:
        """Where a name that no gazetteer has ends behind its type noun; ``name`` where none stands.

        Behind a broken plural (مناطق، دول) there are several, or it is no name.
        """
        end = self.unknown_end(name) if noun.take != "known" else name
        if end == name or end > len(self.tokens):
            return name
        if noun.precision == "country" and has_article(self.tokens[name]):
            return name
        several = end < len(self.tokens) and self.tokens[end].norm.startswith("و")
        dual = self.tokens[name - 1].norm.endswith("ي")
        return end if not noun.plural or dual or several else name

    def unknown_end(self, index: int, clitic: bool = False) -> int:
        """Where a name that no gazetteer has ends: unknown words, or أم، دير، تل ... and the word behind; else ``index``.

        ``clitic``: a preposition is written onto its first word.
        """
        if index >= len(self.tokens) or self.tokens[index].kind != WORD:
            return index
        behind = index + 1
        follows = behind < len(self.tokens) and self.tokens[behind].kind == WORD
        word = self.tokens[index].word
        if clitic:
            word = analyse(word.norm.removeprefix("و")[1:])
        if word.norm in place_words("titled") and self.behind_noun(index):
            return behind + 1 if follows and self._goes_on_name(behind) else behind
        heads = "namehead" in word.labels or word.norm in place_words("head")
        if heads and follows and not self.tokens[behind].word.conjunction and not self.tokens[behind].word.labels & _GRAMMAR:
            return behind + 1
        if not self.is_unknown_name(word):
            return index
        if follows and not has_article(self.tokens[index]) and self._goes_on(behind):
            return behind + 1
        if follows and self.tokens[behind].norm in _QUALIFIERS:
            return behind + 1
        return behind

    def _goes_on_name(self, index: int) -> bool:
        """Whether a word can be the name behind a title (مسجد الإمام الصادق)."""
        word = self.tokens[index].word
        verbal = any(found.sense.part == "verb" for found in word.analyses)
        return not (word.conjunction or word.preposition or verbal or word.labels & _GRAMMAR or "direction" in word.labels)

    def is_unknown_name(self, word: Word) -> bool:
        """Whether a word behind a type noun can be the name of a place: no word that the tables or counts know."""
        if word.conjunction or len(word.core) < 3 or self._has_preposition(word):
            return False
        if word.norm not in place_words("given") and not all(_is_accusative(found) for found in word.analyses):
            return False
        if word.bare.endswith(("ية", "يه", "يا", "ًا", "ها", "هم")) or word.core in place_nouns():
            return False
        if word.norm.startswith(_ARTICLES):
            if is_common(word) and word.norm not in place_words("given"):
                return False
            return not (adjective_percent(word.core) or 0) >= _SOMETIMES_ADJECTIVE or frequency(word.norm) < _RARE_WORD
        return word.norm in place_words("given") or not (is_common(word) or self._may_be_adjective(word))

    def _has_preposition(self, word: Word) -> bool:
        """Whether a preposition is written on a word behind a type noun: باما is a name, بريف is في + ريف."""
        if not word.preposition:
            return False
        article = word.norm.startswith(("بال", "لل"))
        return article or word.core in place_nouns() or word.core in place_words("part") or bool(analyse(word.core).labels)

    def _may_be_adjective(self, word: Word) -> bool:
        """An indefinite word behind an indefinite noun: محصنة, شهيرة say how it is, not what it is called."""
        if is_adjectival(word) or (adjective_percent(word.core) or 0) >= _SOMETIMES_ADJECTIVE:
            return True
        participle = word.bare.endswith("ة") and word.norm.startswith("م") and len(word.norm) in (5, 6, 7)
        return participle or (word.norm.startswith("ب") and word.norm.endswith(("ها", "هم", "ه")) and frequency(word.norm) > 0)

    def _goes_on(self, index: int) -> bool:
        """The second word of a name that no gazetteer has (قبردين بلقار): unknown, rare, without article."""
        word = self.tokens[index].word
        if word.norm.startswith("و"):
            return False
        return self.is_unknown_name(word) and not has_article(self.tokens[index]) and frequency(word.norm) < _RARE_WORD


_known_openers: dict[str, bool] = {}


def begins_place(word: Word) -> bool:
    """Whether a place can begin at a word that is no name: a direction, a part of a place, a type noun, البلاد."""
    found = _known_openers.get(word.norm)
    if found is None:
        if len(_known_openers) >= _CACHE_LIMIT:
            _known_openers.clear()
        classes = (place_words("part"), place_words("country"), place_nouns())
        found = "direction" in word.labels or any(word.core in known for known in classes) or word.core.startswith("حدود")
        _known_openers[word.norm] = found
    return found


def _foremost(senses: list[Named], hints: tuple[str, ...], noun: PlaceNoun | None) -> list[Named]:
    """The senses that come into question: those of the country that stands by, else the overlay's, unless the type noun says otherwise."""
    hinted = [sense for sense in senses if sense.country in hints]
    own = [sense for sense in senses if sense.rank == 3]
    if hinted or not own:
        return hinted or senses
    kinds = {sense.precision for sense in own}
    other = noun is not None and noun.precision not in kinds and any(sense.precision == noun.precision for sense in senses)
    return senses if other else own


def links(token: Token) -> bool:
    """Whether a token may stand between a place and the larger place that holds it: في، شمال، التابعة ل، a comma."""
    if token.kind != WORD:
        return token.raw in "،,(-–" or token.raw.isdigit()
    word = token.word
    if word.conjunction:
        return False
    return (
        word.core in ("في", "من", "علي")
        or "direction" in word.labels
        or place_noun(token) is not None
        or word.core in place_words("link")
        or token.norm in place_words("link")
        or "number" in word.labels
    )


def _is_accusative(found: Analysis) -> bool:
    """Whether a reading takes a word for an indefinite accusative, which cannot stand behind a construct (قرية بيتا)."""
    return isinstance(found.sense.form, NounForm) and found.sense.form.accusative


def is_common(word: Word) -> bool:
    """Whether a form is counted so often that it is an ordinary word."""
    return frequency(word.norm) >= _COMMON_WORD


_known_firsts: dict[str, tuple[tuple[str, int], ...]] = {}


def _firsts(norm: str) -> tuple[tuple[str, int], ...]:
    """A form and what it is behind its clitics, as far as a name can begin with it, and how many words such a name may have."""
    found = _known_firsts.get(norm)
    if found is None:
        if len(_known_firsts) >= _CACHE_LIMIT:
            _known_firsts.clear()
        longest = gazetteer().longest
        forms = (norm, *_cut(norm))
        found = _known_firsts[norm] = tuple((form, longest[form]) for form in forms if form in longest)
    return found


def _cut(norm: str) -> list[str]:
    """The word behind one or two clitics: وبنغازي → بنغازي, للعراق → العراق."""
    found: list[str] = []
    rest = norm
    for letters in ("وف", "بلك"):
        if len(rest) > 3 and rest[0] in letters:
            rest = "ا" + rest[1:] if rest.startswith("لل") else rest[1:]
            found.append(rest)
    return found
