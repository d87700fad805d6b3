"""Places: named places of a document, each resolved by what else the document names. What is unknown stays unknown."""

from __future__ import annotations

from dataclasses import dataclass, replace

from riwaya.lang.ar.forms import frequency
from riwaya.lang.ar.gazetteer import Named, PlaceNoun, capital_of, place_words
from riwaya.lang.ar.words import analyse
from riwaya.model.document import Span
from riwaya.model.event import Place
from riwaya.read.layout import Layout
from riwaya.read.place_names import Candidate, PlaceNames, begins_place, country_of, has_article, is_common, nationality, place_noun
from riwaya.read.tokens import WORD, Token

SPECIFICITY = {"unknown": 1, "region": 1, "country": 1, "admin1": 3, "district": 4, "town": 5, "site": 6}
_WORLD = 0
_PART_OF_COUNTRY = 2
_MILITARY = frozenset({"الجويه", "العسكريه", "البحريه"})
"""What tells a base from the organisation القاعدة."""
_COMPASS = frozenset({"شمال", "جنوب", "شرق", "غرب", "وسط"})
_BESIDE = frozenset({"مذكور", "مذكوره", "نفسها", "نفسه", "يوم", "ان"})
ADVERBIAL = "وسط"
"""The relation of a place that begins with a direction or داخل and needs no preposition."""
_RARE = 120
_FINENESS = ("country", "region", "admin1", "district", "town", "site")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A named place: its tokens (end exclusive), what it is, and how specific (0 world region to 6 site).

    ``located``: a word of place stands before it (في حلب), so that it is no government and no part of a name.
    ``pointing``: the words only point back (المدينة); ``place`` then has the name and the degrees of what they point to.
    ``noun``: the singular of its type noun, empty where it has none. ``relation``: what places it: a preposition (في, على,
    من ...), empty where none stands before it; places that are joined share it. ``known``: the precision of what the
    gazetteer has, empty for an unknown name.
    """

    start: int
    end: int
    place: Place
    specificity: int
    located: bool = True
    pointing: bool = False
    noun: str = ""
    relation: str = ""
    known: str = ""


def find_places(layout: Layout) -> list[PlaceMention]:
    """The places of a document in text order, none inside another."""
    finder = _Finder(layout)
    finder.search()
    return finder.found


class _Finder:
    """The search through one document."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.tokens = layout.tokens
        self.names = PlaceNames(layout)
        self.found: list[PlaceMention] = []
        self.series: PlaceNoun | None = None

    def search(self) -> None:
        """Fill ``found``."""
        index = 0
        while index < len(self.tokens):
            mention = (self._at(index) or self._sibling(index)) if self._may_begin(index) else None
            if mention is not None:
                self._keep_series(mention)
                relation = self._relation(mention.start)
                self.found.append(replace(mention, relation=relation))
            index = mention.end if mention is not None else index + 1

    def _may_begin(self, index: int) -> bool:
        """Whether any rule can find a place at a token; most words are none of these."""
        token = self.tokens[index]
        if token.kind != WORD:
            return False
        if index in self.names.at or begins_place(token.word):
            return True
        norm, unknown = token.norm, self.names.unknown
        if unknown and (norm in unknown or norm[1:] in unknown or norm[2:] in unknown):
            return True
        if self.series is not None and norm[:1] == "و" and self.found[-1].end == index:
            return True
        behind_in = index > 0 and self.tokens[index - 1].norm == "في"
        return (behind_in or token.word.preposition == "ب") and not token.word.analyses

    def _keep_series(self, mention: PlaceMention) -> None:
        """A plural type noun opens a series of names (بلدات سرمين وبنش), which lasts while they are joined."""
        noun = place_noun(self.tokens[mention.start])
        if noun is not None:
            self.series = noun if noun.plural and not mention.pointing else None
        elif not self._is_joined(mention.start):
            self.series = None

    def _sibling(self, index: int) -> PlaceMention | None:
        """A further name of a series, which no gazetteer has."""
        word = self.tokens[index].word
        if self.series is None or not self.found or self.found[-1].end != index or not word.norm.startswith("و"):
            return None
        if not self.names.is_unknown_name(analyse(word.norm[1:])) or is_common(word):
            return None
        mention = self._unknown(index, index + 1, self.series.precision, "")
        start = self.tokens[index].start + 1
        span = self.layout.document.span(start, self.tokens[index].end)
        return replace(mention, place=replace(mention.place, span=span, name=span.text))

    def _at(self, index: int) -> PlaceMention | None:
        """The mention that begins at a token: direction, type noun and name, or the name alone."""
        if self._is_part(index) or self.tokens[index].word.core.startswith("حدود"):
            found = self._border(index) or self._directed(index) or self._typed_or_national(index)
            return found or self._homeland(index) or self._plain(index)
        return self._typed_or_national(index) or self._homeland(index) or self._plain(index)

    def _is_part(self, index: int) -> bool:
        """Whether a word makes what follows a part or the surroundings of a place: شمال، محيط، ريف."""
        word = self.tokens[index].word
        return "direction" in word.labels or word.core in place_words("part")

    def _typed_or_national(self, index: int) -> PlaceMention | None:
        noun = place_noun(self.tokens[index])
        if noun is None:
            return self._national(index)
        return self._whole(index, noun) or self._typed(index, noun) or self._national(index)

    def _whole(self, index: int, noun: PlaceNoun) -> PlaceMention | None:
        """A name of the overlay that holds its type noun (مخيم جنين, جبل صبر)."""
        one = self.names.at.get(index)
        sense = self.names.best(one, noun) if one is not None and one.end > index + 1 else None
        if one is None or sense is None:
            return None
        return replace(self._mention(index, one.end, sense, True), noun=noun.singular)

    # names alone

    def _plain(self, index: int) -> PlaceMention | None:
        one = self.names.at.get(index)
        sense = self.names.best(one, self.names.introduced.get(one.key)) if one is not None and self._accepts(one) else None
        if one is None or sense is None:
            return self._remembered(index) or self._held(index)
        return self._mention(one.start, one.end, sense, self._is_located(index))

    def _accepts(self, one: Candidate) -> bool:
        """Whether a bare name is a place here: no part of another name; an ordinary word only behind a word of place."""
        before = self.tokens[one.start - 1] if one.start else None
        if before is not None and "unplaced" in before.word.labels and not self.tokens[one.start].word.preposition:
            return False
        if self._is_paper(one):
            return False
        if one.key in self.names.introduced:
            return not self.names.is_ordinary(one) or self._is_located(one.start)
        own = any(sense.rank == 3 for sense in one.senses)
        if one.key in place_words("ordinary"):
            return self._is_surely_located(one)
        if self.names.is_ordinary(one) or not own:
            return self._is_located(one.start) and (own or self.names.likely(one))
        return True

    def _is_paper(self, one: Candidate) -> bool:
        """«الشرق الأوسط» alone in quotation marks, no في before them: the newspaper."""
        if one.key not in place_words("paper") or one.start == 0 or one.end >= len(self.tokens):
            return False
        quoted = self.layout.closing.get(one.start - 1) == one.end
        return quoted and (one.start < 2 or self.tokens[one.start - 2].word.core != "في")

    def _is_surely_located(self, one: Candidate) -> bool:
        """An ordinary word as a name: behind a free preposition of place or joined to a place, in a report about its country."""
        word = self.tokens[one.start].word
        if word.preposition or not self._is_located(one.start):
            return False
        behind = self.tokens[one.end] if one.end < len(self.tokens) else None
        if behind is not None and behind.kind == WORD and not (behind.word.labels & {"prep", "locative", "direction", "that"}):
            if not behind.word.preposition and not behind.word.conjunction and not place_noun(behind):
                return False
        sense = self.names.best(one, None)
        return sense is not None and sense.rank == 3 and self.names.context[sense.country] > 1

    def _remembered(self, index: int) -> PlaceMention | None:
        """A name that no gazetteer has, where the document has introduced it with its type noun elsewhere."""
        known = self.names.remembered(index)
        if known is None or not self._is_located(index):
            return None
        end, key = known
        return self._unknown(index, end, self.names.introduced[key].precision, "")

    def _held(self, index: int) -> PlaceMention | None:
        """A name that no gazetteer has, behind في or ب, where a larger place that holds it follows (في مروة بشمال الكاميرون)."""
        token = self.tokens[index]
        free = index > 0 and self.tokens[index - 1].norm == "في"
        if has_article(token) or (not free and token.word.preposition != "ب"):
            return None
        end = self.names.unknown_end(index, not free)
        if end == index or end >= len(self.tokens) or nationality(self.tokens[end].word):
            return None
        if frequency(self.tokens[index].norm) >= _RARE or frequency("ال" + self.tokens[index].word.core) > 0:
            return None
        behind = self.tokens[end].word
        nearer = behind.preposition == "ب" or behind.core == "في" or "direction" in behind.labels
        return self._unknown(index, end, "town", "") if nearer and self.names.hints(end) else None

    def _is_located(self, index: int) -> bool:
        """Whether a word of place stands before a name, or a place that it is joined to."""
        word = self.tokens[index].word
        if word.preposition == "ب":
            return True
        if index == 0 or not self.layout.sentence(index).start < index:
            return False
        before = self.tokens[index - 1]
        if before.word.labels & {"locative", "direction"} or place_noun(before) is not None or before.word.core in place_words("part"):
            return True
        return self._is_joined(index) and self.found[-1].located

    def _is_joined(self, index: int) -> bool:
        """Whether a word is joined to the place right before it by و or a comma."""
        if not self.found or index - self.found[-1].end > 1:
            return False
        between = self.tokens[index - 1].raw if index > self.found[-1].end else ""
        if between:
            return between in "،,(-–"
        return bool(self.tokens[index].word.conjunction)

    def _relation(self, index: int) -> str:
        """What places a mention: the preposition on its first word or before it, else that of the place that it is joined to."""
        token = self.tokens[index]
        if token.word.preposition:
            return token.word.preposition
        if self._is_joined(index) and (token.word.conjunction or self.tokens[index - 1].raw in "،,"):
            return self.found[-1].relation
        if index > self.layout.sentence(index).start:
            before = self.tokens[index - 1]
            if before.raw in "(«“\"" and index - 1 > self.layout.sentence(index).start:
                before = self.tokens[index - 2]
            if before.norm in ("ب", "ل"):
                return before.norm
            if before.word.labels & {"locative", "prep"}:
                return before.word.core
        return ADVERBIAL if self._is_part(index) else ""

    # parts of places

    def _directed(self, index: int) -> PlaceMention | None:
        """شمال العراق, جنوب شرقي تركيا, ريف حلب الشمالي: a part of what is named; beside a town, the town."""
        token = self.tokens[index]
        if token.word.core == "خارج" or (has_article(token) and token.word.core.endswith(("ي", "يه"))):
            return None
        name = index + 1
        while name < len(self.tokens) and name - index < 4 and self._steps_over(name):
            name += 1
        if name >= len(self.tokens) or self.tokens[name].kind != WORD:
            return None
        if self.tokens[name].word.preposition not in ("", "ل") or self.tokens[name].word.conjunction:
            return None
        whole = self._at_name(index)
        if whole is not None:
            return whole
        inner = self._typed_or_national(name) or self._homeland(name) or self._plain(name)
        if inner is None:
            return None
        end = self._trailing_direction(inner.end)
        precision = "region" if inner.place.precision == "country" else inner.place.precision
        return self._widened(inner, index, end, precision)

    def _steps_over(self, index: int) -> bool:
        """A further direction, or the adjective of one: جنوب شرقي تركيا, الريف الشمالي لحلب."""
        return "direction" in self.tokens[index].word.labels

    def _at_name(self, index: int) -> PlaceMention | None:
        """A name that has a direction in it (شمال سيناء, ريف دمشق)."""
        one = self.names.at.get(index)
        return self._plain(index) if one is not None and one.end > index + 1 else None

    def _trailing_direction(self, end: int) -> int:
        while end < len(self.tokens) and has_article(self.tokens[end]) and "direction" in self.tokens[end].word.labels:
            end += 1
        return end

    def _widened(self, inner: PlaceMention, start: int, end: int, precision: str) -> PlaceMention:
        where = self._span(start, end)
        specific = _PART_OF_COUNTRY if precision == "region" else inner.specificity
        name = inner.place.name if inner.pointing else where.text
        place = replace(inner.place, span=where, name=name, precision=precision)
        return replace(inner, start=start, end=end, place=place, specificity=specific, located=True, noun="")

    def _national(self, index: int) -> PlaceMention | None:
        """الأراضي السورية, الجنوب الليبي, العاصمة العراقية: a place noun or direction with the adjective of its country."""
        token = self.tokens[index]
        behind = index + 1
        if not has_article(token) or behind >= len(self.tokens) or not has_article(self.tokens[behind]):
            return None
        iso = nationality(self.tokens[behind].word) if self.tokens[behind].kind == WORD else None
        noun = place_noun(token)
        if iso is None or not (self._is_part(index) or noun is not None) or self.tokens[behind].word.conjunction:
            return None
        if noun is not None and noun.singular == "عاصمه":
            return self._capital(index, behind + 1, iso)
        where = self._span(index, behind + 1)
        if noun is not None:
            return self._pointing(index, noun, behind + 1, iso)
        place = Place(where, where.text, iso, None, None, "region", f"iso:{iso}")
        return PlaceMention(index, behind + 1, place, _PART_OF_COUNTRY)

    def _homeland(self, index: int) -> PlaceMention | None:
        """البلاد: the country that the document speaks of most, else that of the last place in the paragraph; none if neither is sure."""
        token = self.tokens[index]
        if not has_article(token):
            return None
        if token.word.core not in place_words("country"):
            return self._compass(index)
        iso = self._main_country() or self._last_country(index)
        if iso is None:
            return None
        known = next((one for one in reversed(self.found) if one.place.country == iso and one.place.precision == "country"), None)
        where = self._span(index, index + 1)
        place = Place(where, known.place.name if known else where.text, iso, None, None, "country", f"iso:{iso}")
        return PlaceMention(index, index + 1, place, SPECIFICITY["country"], True, True)

    def _compass(self, index: int) -> PlaceMention | None:
        """في الجنوب, في الشمال: that part of the country that the document speaks of."""
        before = self.tokens[index - 1].norm if index else ""
        if before != "في" or self.tokens[index].word.core not in _COMPASS or not self._ends_here(index + 1):
            return None
        iso = self._main_country()
        where = self._span(index, index + 1)
        place = Place(where, where.text, iso, None, None, "region", f"iso:{iso}")
        return PlaceMention(index, index + 1, place, _PART_OF_COUNTRY, True, True) if iso is not None else None

    def _main_country(self) -> str | None:
        """The country that the document speaks of half as often again as of any other."""
        ranked = self.names.context.most_common(2)
        sure = ranked and (len(ranked) == 1 or ranked[0][1] * 2 >= ranked[1][1] * 3)
        return ranked[0][0] if sure else None

    def _last_country(self, index: int) -> str | None:
        paragraph = self.layout.sentence(index).paragraph
        for one in reversed(self.found):
            if self.layout.sentence(one.start).paragraph != paragraph:
                return None
            if one.place.country and one.located:
                return one.place.country
        return None

    def _border(self, index: int) -> PlaceMention | None:
        """الحدود مع سوريا, حدودها مع سوريا, الحدود بين تركيا وسوريا: the border, on the side that the document speaks of."""
        token = self.tokens[index]
        behind = index + 2
        if not token.word.core.startswith("حدود") or behind >= len(self.tokens) or self.tokens[index + 1].norm not in ("مع", "بين"):
            return None
        other = country_of(self.tokens[behind].word) if self.tokens[behind].kind == WORD else None
        if other is None:
            return None
        where = self._span(index, behind + 1)
        sides = [iso for iso, _ in self.names.context.most_common(3) if iso != other]
        iso = sides[0] if sides and self.tokens[index + 1].norm == "مع" else other
        return PlaceMention(index, behind + 1, Place(where, where.text, iso, None, None, "region"), _PART_OF_COUNTRY)

    def _capital(self, index: int, end: int, iso: str) -> PlaceMention | None:
        """العاصمة العراقية: the capital of the country, its name included where it follows."""
        one = self.names.at.get(end)
        if one is not None and not self.tokens[end].word.preposition and not self.tokens[end].word.conjunction:
            sense = self.names.best(one, None)
            if sense is not None and sense.country == iso:
                return self._mention(index, one.end, sense, True)
        sense = capital_of(iso)
        return self._mention(index, end, sense, True) if sense is not None else None

    # type nouns

    def _typed(self, index: int, noun: PlaceNoun) -> PlaceMention | None:
        """مدينة بنغازي: the noun says what kind of place the name is; a name that no gazetteer has stays without degrees."""
        token = self.tokens[index]
        name = self.names.opened(index + 1)
        if name < len(self.tokens):
            one = self.names.at.get(name)
            if one is not None and self._may_name(token, one):
                sense = self.names.best(one, noun)
                if sense is not None:
                    mention = self._of_noun(index, self._closed(name, one.end), sense, noun)
                    town = any(other.precision == "town" and other.country == sense.country for other in one.senses)
                    return replace(mention, known="town") if town else mention
            if not has_article(token) and (end := self.names.unknown_behind(noun, name)) > name:
                return self._unknown(index, self._closed(name, end), noun.precision, noun.singular)
        return self._pointing(index, noun, index + 1, None) or self._own_capital(index, noun)

    def _own_capital(self, index: int, noun: PlaceNoun) -> PlaceMention | None:
        """العاصمة where no capital was named: that of the country that the document speaks of."""
        if noun.singular != "عاصمه" or not has_article(self.tokens[index]) or not self._ends_here(index + 1):
            return None
        iso = self._main_country()
        sense = capital_of(iso) if iso is not None else None
        return self._mention(index, index + 1, sense, True) if sense is not None else None

    def _ends_here(self, end: int) -> bool:
        """Whether no further definite word of the same phrase follows."""
        while end < len(self.tokens) and has_article(self.tokens[end]) and self.tokens[end].norm in place_words("link"):
            end += 1
        if end >= len(self.tokens) or self.tokens[end].kind != WORD or not has_article(self.tokens[end]):
            return True
        return self._may_follow(self.tokens[end])

    def _may_name(self, noun: Token, one: Candidate) -> bool:
        """Whether a name belongs to the type noun before it: العاصمة صنعاء, but not the adjective in المناطق الشمالية."""
        word = self.tokens[one.start].word
        if word.conjunction or (word.preposition and not self.names.behind_noun(one.start)):
            return False
        return not has_article(noun) or not (has_article(self.tokens[one.start]) or self.names.is_ordinary(one))

    def _closed(self, name: int, end: int) -> int:
        """A name that was opened by a mark ends with the closing one."""
        opens = self.layout.closing.get(name - 1, self.layout.brackets.get(name - 1))
        return end + 1 if opens == end and end < len(self.tokens) else end

    def _of_noun(self, index: int, end: int, sense: Named, noun: PlaceNoun) -> PlaceMention:
        """The place of a known name behind a type noun; its precision is the coarser one of the two, for so far go its degrees."""
        coarser = min(noun.precision, sense.precision, key=_FINENESS.index)
        precision = sense.precision if noun.take == "own" or noun.plural else coarser
        specific = SPECIFICITY[sense.precision] if noun.plural else _specificity(noun)
        mention = self._mention(index, end, sense, True, precision)
        return replace(mention, specificity=max(specific, mention.specificity) if not noun.plural else specific, noun=noun.singular)

    def _unknown(self, start: int, end: int, precision: str, noun: str) -> PlaceMention:
        span = self._span(start, end)
        place = Place(span, span.text, self._country_of(start, end), None, None, precision)
        specific = SPECIFICITY["site"] if noun in _INSIDE_TOWNS else SPECIFICITY[precision]
        return PlaceMention(start, end, place, specific, True, False, noun)

    def _country_of(self, start: int, end: int) -> str | None:
        """The country of a name that no gazetteer has: its adjective or the place that holds it, the last sure place in its
        sentence, else the document's main one."""
        hints = self.names.hints(end)
        if hints:
            return hints[0]
        first = self.layout.sentence(start).start
        for mention in reversed(self.found):
            if mention.start >= first and mention.place.country and mention.located:
                return mention.place.country
        ranked = self.names.context.most_common(2)
        sure = ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1])
        return ranked[0][0] if sure else None

    # words that point back

    def _pointing(self, index: int, noun: PlaceNoun, end: int, iso: str | None) -> PlaceMention | None:
        """المدينة، العاصمة، المطار: the last place of that kind in the document; none where there is none."""
        token = self.tokens[index]
        if not has_article(token) or noun.plural or (iso is None and not self._ends_here(end)):
            return None
        if noun.singular == "قاعده" and (end >= len(self.tokens) or self.tokens[end].norm not in _MILITARY):
            return None
        for mention in reversed(self.found):
            if self._fits(mention, noun) and not mention.pointing and (iso is None or mention.place.country == iso):
                return self._pointer(index, end, mention)
        if noun.singular == "منطقه" and iso is None:
            return self._same_area(index, end)
        return self._unnamed(index, end, noun) if noun.take == "unnamed" else None

    def _unnamed(self, index: int, end: int, noun: PlaceNoun) -> PlaceMention | None:
        """المطار, الميناء, where none was named: a place without name and degrees, in the country of the sentence."""
        while end < len(self.tokens) and has_article(self.tokens[end]) and self.tokens[end].norm in place_words("link"):
            end += 1
        mention = self._unknown(index, end, noun.precision, noun.singular)
        return replace(mention, pointing=True)

    def _same_area(self, index: int, end: int) -> PlaceMention | None:
        """المنطقة, where none was named so: the place that the paragraph named last, if it is smaller than a country."""
        paragraph = self.layout.sentence(index).paragraph
        for mention in reversed(self.found):
            if self.layout.sentence(mention.start).paragraph != paragraph:
                return None
            if mention.located and not mention.pointing and mention.specificity >= SPECIFICITY["admin1"]:
                return self._pointer(index, end, mention)
        return None

    def _fits(self, mention: PlaceMention, noun: PlaceNoun) -> bool:
        """Whether المدينة, المخيم can mean a place named before: a town, a camp."""
        if mention.noun == noun.singular:
            return True
        if noun.singular == "عاصمه":
            return mention.known == "town" and mention.place.country is not None and self._is_capital(mention)
        if noun.precision in ("site", "district") or noun.take == "known":
            return False
        return noun.precision == mention.place.precision or noun.precision == mention.known == "town"

    def _is_capital(self, mention: PlaceMention) -> bool:
        capital = capital_of(mention.place.country or "")
        return capital is not None and capital.identifier == mention.place.gazetteer

    def _may_follow(self, token: Token) -> bool:
        """A definite word right behind المدينة that is no part of its name: another phrase begins."""
        return bool(token.word.preposition or token.word.conjunction or "relative" in token.word.labels or token.word.core in _BESIDE)

    def _pointer(self, start: int, end: int, mention: PlaceMention) -> PlaceMention:
        place = replace(mention.place, span=self._span(start, end))
        return PlaceMention(start, end, place, mention.specificity, True, True, mention.noun)

    # spans

    def _span(self, start: int, end: int) -> Span:
        first = self.tokens[start]
        cut = _clitic_letters(first)
        return self.layout.document.span(first.start + cut, self.tokens[end - 1].end)

    def _mention(self, start: int, end: int, sense: Named, located: bool, precision: str = "") -> PlaceMention:
        span = self._span(start, end)
        kind = precision or sense.precision
        place = Place(span, span.text, sense.country or None, sense.latitude, sense.longitude, kind, sense.identifier)
        specific = _WORLD if kind == "region" and not sense.country else SPECIFICITY[kind]
        if kind == "region" and sense.country:
            specific = _PART_OF_COUNTRY
        return PlaceMention(start, end, place, specific, located, known=sense.precision)


def _specificity(noun: PlaceNoun) -> int:
    """How specific a type noun is; a quarter lies inside a town, other districts around it."""
    return SPECIFICITY["site"] if noun.singular in _INSIDE_TOWNS else SPECIFICITY[noun.precision]


_INSIDE_TOWNS = frozenset({"حي", "حاره", "ضاحيه"})


def _clitic_letters(token: Token) -> int:
    """How many letters before the name are conjunction and preposition."""
    word = token.word
    cut = len(word.conjunction) + (0 if word.norm[len(word.conjunction) :].startswith("لل") else len(word.preposition))
    return cut if len(token.raw) > cut + 1 and token.raw[:cut] == word.norm[:cut] else 0
