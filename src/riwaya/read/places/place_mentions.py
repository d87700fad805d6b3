"""What every rule for places builds on: the record of a named place, and how one is made from tokens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from riwaya.lang.ar.gazetteer import Named, PlaceNoun
from riwaya.model.document import Span
from riwaya.model.event import Place
from riwaya.model.swift import changed, swift
from riwaya.read.places.place_names import GREAT_TOWN, Candidate, PlaceNames
from riwaya.read.text.layout import Layout
from riwaya.read.text.tokens import WORD, Token
from riwaya.read.words.place_terms import has_article, nationality, place_noun

SPECIFICITY = {"unknown": 1, "region": 1, "country": 1, "admin1": 3, "district": 4, "town": 5, "site": 6}
WORLD = 0
PART_OF_COUNTRY = 2
ADVERBIAL = "وسط"
"""The relation of a place that begins with a direction or داخل and needs no preposition."""
_INSIDE_TOWNS = frozenset({"حي", "حاره", "ضاحيه"})
_TOWNS, _SURE = frozenset({"مدينه", "بلده"}), 3.0
_MARKED, _NAMED_IN_MARKS = 3, frozenset({"town", "district", "admin1"})
_HEIGHTS = frozenset({"تل", "تله", "جبل", "وادي"})
"""So many words in marks behind a noun of settlement, or of a height or valley, are a name."""
_VILLAGES = frozenset({"قريه", "بلده", "حي"})
_OWNED = frozenset({"قاعده", "معسكر", "ثكنه", "مستشفي"})
_PARTS_OF = ("داخل", "محيط", "مدخل", "حرم", "بوابه")
"""داخل قاعدة العند, محيط مطار عدن: what stands before a place and tells a part of it."""
_FAR_BACK = 200
"""So many places back an antecedent is looked for."""


@swift
@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A named place: its tokens (end exclusive), what it is, and how specific (0 world region to 6 site).

    ``located``: a word of place stands before it (في حلب), so that it is no government and no part of a name.
    ``pointing``: the words only point back (المدينة); ``place`` then has the words, the name and the degrees of what they
    point to. ``named``: whether the report has named it at all (not المطار, where no airport was named).
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
    named: bool = True


def specificity(noun: PlaceNoun) -> int:
    """How specific a type noun is; a quarter lies inside a town, other districts around it."""
    return SPECIFICITY["site"] if noun.singular in _INSIDE_TOWNS else SPECIFICITY[noun.precision]


class PlaceMaker:
    """The places found so far in one document, and the making of further ones."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.tokens = layout.tokens
        self.names = PlaceNames(layout)
        self.found: list[PlaceMention] = []

    def earlier(self) -> Iterator[PlaceMention]:
        """The places found so far, the last one first."""
        return islice(reversed(self.found), _FAR_BACK)

    def earlier_in_paragraph(self, index: int) -> Iterator[PlaceMention]:
        """The places that stand before a token in its paragraph, the last one first."""
        paragraph = self.layout.sentence(index).paragraph
        for mention in self.earlier():
            if self.layout.sentence(mention.start).paragraph != paragraph:
                return
            yield mention

    def noun_of(self, mention: PlaceMention) -> str:
        """قاعدة العند, داخل قاعدة العند: the singular of a place's type noun, behind a word for a part of it too."""
        inner = place_noun(self.tokens[mention.start + 1]) if self._is_of_whole(mention) else None
        return mention.noun or (inner.singular if inner is not None else "")

    def without_part(self, mention: PlaceMention) -> PlaceMention:
        """داخل | قاعدة العند: the place itself, of which a word before it tells a part."""
        if mention.noun or not self.noun_of(mention):
            return mention
        span = self.span(mention.start + 1, mention.end)
        noun, place = self.noun_of(mention), changed(mention.place, span=span, name=span.text)
        return changed(mention, start=mention.start + 1, place=place, noun=noun)

    def _is_of_whole(self, mention: PlaceMention) -> bool:
        """داخل قاعدة العند, محيط مطار عدن; not شمال مدينة الباب, which lies outside."""
        inside = self.tokens[mention.start].word.core in _PARTS_OF
        return inside and mention.end > mention.start + 2 and not mention.noun and not mention.pointing

    def span(self, start: int, end: int) -> Span:
        """The span of some tokens without the conjunction and preposition written onto the first."""
        first, known = self.tokens[start], self.names.at.get(start)
        told = first.norm if first.norm in self.names.unknown else ""  # محافظة وادي الرمان ... على طريق | وادي الرمان
        name = known.key.split()[0] if known is not None else told
        cut = 0 if name == first.norm else _clitic_letters(first) or _unlisted_letters(first, name)
        return self.layout.written(first.start + cut, self.tokens[end - 1].end)

    def mention(self, start: int, end: int, sense: Named, located: bool, precision: str = "") -> PlaceMention:
        """A place of the gazetteer."""
        span = self.span(start, end)
        kind = precision or sense.precision
        country = sense.country or next(iter(self.names.hints(end)), None)
        place = Place(span, self._called(start, span), country, sense.latitude, sense.longitude, kind, sense.identifier)
        specific = SPECIFICITY[kind] if kind != "region" else PART_OF_COUNTRY if country else WORLD
        return PlaceMention(start, end, place, specific, located, known=sense.precision)

    def _called(self, start: int, span: Span) -> str:
        """What a place is called: للرياض is الرياض, وحماة is حماة."""
        known, token = self.names.at.get(start), self.tokens[start]
        if known is not None and token.norm == "و" + known.key.split(" ")[0] and span.start == token.start:
            return span.text[1:]
        return "ال" + span.text[2:] if token.word.preposition == "ل" and span.text.startswith("لل") else span.text

    def region(self, start: int, end: int, iso: str | None, pointing: bool = False) -> PlaceMention:
        """A part of a country, without degrees."""
        span = self.span(start, end)
        place = Place(span, span.text, iso, None, None, "region", f"iso:{iso}" if iso else "")
        return PlaceMention(start, end, place, PART_OF_COUNTRY, True, pointing)

    def unknown(self, start: int, end: int, precision: str, noun: str) -> PlaceMention:
        """A place that no gazetteer has: no degrees, the country only where it is sure."""
        span = self.span(start, end)
        place = Place(span, self._called(start, span), self.country_of(start, end), None, None, precision)
        specific = SPECIFICITY["site"] if noun in _INSIDE_TOWNS else SPECIFICITY[precision]
        return PlaceMention(start, end, place, specific, True, False, noun)

    def further(self, index: int, noun: PlaceNoun) -> PlaceMention | None:
        """مديرية «صبر الموادم», بلدة دير كيفا: a name that goes beyond what a gazetteer has of it, behind its type noun."""
        name = self.names.opened(index + 1)
        if name >= len(self.tokens) or has_article(self.tokens[index]):
            return None
        one = self.names.at.get(name)
        end = one.end if one is not None else name
        closed = self.layout.closing.get(name - 1, 0) if name > index + 1 else 0
        if (
            closed
            and end < closed <= name + _MARKED
            and (noun.precision in _NAMED_IN_MARKS or noun.singular in _HEIGHTS)
            and self._is_bare(name, closed)
        ):
            return self.unknown(index, min(closed + 1, len(self.tokens)), noun.precision, noun.singular)
        beyond = self.names.goes_beyond(name, end) if one is not None and not closed else end
        return self.unknown(index, beyond, noun.precision, noun.singular) if beyond > end else None

    def _is_bare(self, start: int, end: int) -> bool:
        """Whether only words stand in marks, none of which is a body's or a deed's: قرية «النور»; not منطقة «داعش»."""
        return not any(
            token.kind != WORD or token.word.labels & {"source", "trigger", "cue", "person"} for token in self.tokens[start:end]
        )

    def country_of(self, start: int, end: int) -> str | None:
        """The country of a name that no gazetteer has: its adjective or the place that holds it, the last sure place in its
        sentence, else the document's main one."""
        owned = self._is_owned(start, end)
        hints = self.names.hints(end + owned)
        if hints:
            return hints[0]
        first = self.layout.sentence(start).start
        for mention in self.earlier():
            if mention.start < first:
                break
            if mention.place.country and mention.located and not _is_left(mention):
                return mention.place.country
        return next(iter(self.names.hints(end)), None) or self.names.scene_country(2.0)

    def _is_owned(self, start: int, end: int) -> bool:
        """قاعدة زيلكان | التركية قرب بعشيقة, مستشفى الطوارئ | الإيطالي: the adjective tells whose it is, not where it lies."""
        if end >= self.layout.sentence(start).end or nationality(self.tokens[end].word) is None:
            return False
        noun = place_noun(self.tokens[start])
        return noun is not None and noun.singular in _OWNED

    def is_elsewhere(self, index: int, one: Candidate, sense: Named, noun: PlaceNoun) -> bool:
        """Whether what the gazetteer has for a name behind its type noun lies in a country that is not meant, or is a country
        (قرية السودان)."""
        if sense.precision == "country" and noun.singular in _VILLAGES:
            return True
        return self._named_after(index, one, sense, noun) or self.is_abroad(one, sense) or self._is_alone(one, sense, noun)

    def _is_alone(self, one: Candidate, sense: Named, noun: PlaceNoun) -> bool:
        """قرية البسيط in a report on Syria: a lesser place of a country of which nothing else is said."""
        lesser = noun.take == "free" or noun.precision in ("district", "town")
        known = sense.rank == 3 and noun.singular in _TOWNS
        if not lesser or known or sense.precision != "town" or sense.population >= GREAT_TOWN or self.names.hints(one.end):
            return False
        main = self.names.scene_country(_SURE)
        return main not in (None, sense.country) and self.names.context.get(sense.country, 0) <= self.names.told.get(one.key, 0)

    def _named_after(self, index: int, one: Candidate, sense: Named, noun: PlaceNoun) -> bool:
        """حاجز العقبة in a report on Syria: called after a place of another country."""
        if noun.take != "free" or sense.precision == noun.precision:
            return False
        iso = self.country_of(index, one.end)
        return iso is not None and iso != sense.country

    def is_abroad(self, one: Candidate, sense: Named) -> bool:
        """منطقة القبائل الباكستانية: its adjective or the place that holds it names another country than the gazetteer; no country
        lies in another one (الولايات المتحدة في العراق)."""
        if sense.precision == "country":
            return False
        hints = self.names.hints(one.end)
        return bool(hints) and bool(sense.country) and sense.country not in hints


def _is_left(mention: PlaceMention) -> bool:
    """تسللوا من | الأراضي الصومالية إلى بلدة: the country that somebody came from."""
    return mention.relation == "من" and mention.place.precision in ("country", "region")


def _unlisted_letters(token: Token, name: str) -> int:
    """في سيفاري | ونيونو: the letter before the name of a place where no table has the word with it."""
    lead = token.norm.removesuffix(name) if name and not token.word.analyses else ""
    return token.cut(len(lead)) if lead in ("و", "ب", "ل", "ف") else 0


def _clitic_letters(token: Token) -> int:
    """How many letters before the name are conjunction and preposition."""
    word = token.word
    doubled = word.norm[len(word.conjunction) :].startswith("لل")
    return token.cut(len(word.conjunction) + (0 if doubled else len(word.preposition)))
