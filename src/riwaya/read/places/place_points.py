"""Places without a name of their own: the country spoken of, its capital, its borders, and words that point back (المدينة)."""

from __future__ import annotations

from riwaya.lang.ar.gazetteer import PlaceNoun, capital_of
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.places.place_home import MILITARY, Homelands
from riwaya.read.places.place_mentions import SPECIFICITY, PlaceMention
from riwaya.read.text.layout import Layout
from riwaya.read.text.tokens import WORD
from riwaya.read.words.place_terms import has_article, is_part, nationality, place_noun, place_word

_BORDERING = word_list("before a nationality of places")
_BORDERLAND, _OF_BORDER = ("الشريط", "المنطقه", "المناطق"), frozenset({"الحدودي", "الحدوديه"})
_NO_ONE = word_list("points to no place")
"""أموال | الدولة, شؤون | الهجرة: type nouns that with the article mean something else more often than a place named before."""
_STATES = frozenset({"دول", "بلدان", "شعوب", "انظمه"})
"""دول | المنطقة: a part of the world, not a place named before."""
_SIDES = word_list("side of a country")
_GUARDS = word_list("of a border, no place")


def is_capital(mention: PlaceMention) -> bool:
    """Whether a place is the capital of its country."""
    capital = capital_of(mention.place.country) if mention.place.country else None
    return capital is not None and capital.identifier == mention.place.gazetteer


_SURE_SIDE = 1.5
_NO_CITIES = frozenset({"قريه", "مستوطنه"})
_SEATS = frozenset({"", "مدينه", "عاصمه"})
_GOALS = frozenset({"باتجاه", "اتجاه", "نحو", "صوب"})


class PlacePointers(Homelands):
    """Finds places that are named by what they are, not by a name."""

    def national(self, index: int) -> PlaceMention | None:
        """A place noun or direction with the adjective of its country (الأراضي السورية، العاصمة العراقية); not الأطراف الليبية."""
        token = self.tokens[index]
        behind = index + 1
        if (
            not has_article(token)
            or token.norm == "الاطراف"
            or behind >= self.layout.sentence(index).end
            or not has_article(self.tokens[behind])
        ):
            return None
        iso = nationality(self.tokens[behind].word) if self.tokens[behind].kind == WORD else None
        noun = place_noun(token)
        if iso is None or not (is_part(token.word) or noun is not None) or self.tokens[behind].word.conjunction:
            return None
        guarded = index > 0 and self.tokens[index - 1].word.core in ("حرس", "خفر")
        if guarded and not token.word.core.startswith("حدود"):  # خفر | السواحل الليبي
            return None
        if token.norm.endswith("ه") and not self.tokens[behind].norm.endswith("ه"):
            return None
        if noun is not None and noun.singular == "عاصمه":
            return self._capital(index, behind + 1, iso)
        if noun is not None:
            return self.pointing(index, noun, behind + 1, iso)
        if not token.word.core.startswith("حدود"):
            return self.region(index, behind + 1, iso)
        end, other = self._other_side(behind + 1)
        side = self._this_side(iso) if other is None else self._side_of_two(iso, other)
        return None if guarded else self.region(index, end, side)

    def _other_side(self, index: int) -> tuple[int, str | None]:
        """الحدود السورية | التركية, الحدود الهندية | - الباكستانية: where the border of two countries ends, and the second."""
        limit = self.layout.sentence(index - 1).end
        at = index + (index < limit and self.tokens[index].raw in "-–")
        if at >= limit or self.tokens[at].kind != WORD or not has_article(self.tokens[at]) or self.tokens[at].word.conjunction:
            return index, None
        other = nationality(self.tokens[at].word)
        return (at + 1, other) if other is not None else (index, None)

    def _side_of_two(self, first: str, second: str) -> str:
        """الحدود السورية التركية: the country of the two that the report speaks of beyond these words, else the first."""
        main = self.names.main_country(_SURE_SIDE)
        return second if main == second and self.names.context.get(second, 0) > 1 else first

    def _this_side(self, iso: str) -> str:
        """الحدود التركية in a report on Iraq: the side of the country that it speaks of, which the border parts from another."""
        return self.names.main_country(_SURE_SIDE) or iso

    def several(self, index: int) -> PlaceMention | None:
        """المدن اليمنية, قرى حدودية باكستانية, 13 محافظة تركية: several places of a country, without names."""
        noun, end = place_noun(self.tokens[index]), self.layout.sentence(index).end
        counted = index > 0 and noun is not None and not noun.plural and self.is_counted(index)
        if noun is None or not (noun.plural or counted) or noun.precision == "country":
            return None
        if "person" in self.tokens[index].word.labels:  # معتقلين | سوريين
            return None
        behind = index + 1 + (index + 1 < end and self.tokens[index + 1].norm.removeprefix("ال") in _BORDERING)
        if behind >= end or self.tokens[behind].kind != WORD or self.tokens[behind].word.conjunction:
            return None
        iso = nationality(self.tokens[behind].word)
        agrees = has_article(self.tokens[behind]) == has_article(self.tokens[index])
        return self.region(index, behind + 1, iso) if iso is not None and agrees else None

    def is_counted(self, index: int) -> bool:
        """في 13 | محافظة, أربعين | قرية: whether a number stands before a type noun."""
        before = self.tokens[index - 1]
        return before.raw.isdigit() or "number" in before.word.labels

    def quarter(self, index: int, noun: PlaceNoun) -> PlaceMention | None:
        """المنطقة الغربية للبلاد, المناطق الجنوبية من اليمن: the part of a country that an adjective of direction names."""
        end = self.behind_sides(index + 1)
        if noun.singular != "منطقه" or not has_article(self.tokens[index]) or end == index + 1:
            return None
        return self._of_country(index, end)

    def _of_country(self, index: int, end: int) -> PlaceMention | None:
        """المنطقة الغربية | للبلاد: a part of the country that is named behind it, or of the one that the report speaks of."""
        limit = self.layout.sentence(index).end
        behind = end + (end < limit and self.tokens[end].norm == "من")
        owned = behind < limit and self.tokens[behind].word.preposition == "ل"
        whose = self._country_at(behind) if owned or end < behind < limit else None
        if whose is not None:
            return self.region(index, behind + 1, whose)
        iso = self.names.main_country(1.5)
        return self.region(index, end, iso, pointing=True) if iso is not None and not owned and self._ends_here(end) else None

    def behind_sides(self, end: int) -> int:
        """الحدود | الجنوبية الغربية: the token behind adjectives of direction."""
        limit = self.layout.sentence(end - 1).end
        while end < limit and self.layout.norms[end] in _SIDES:
            end += 1
        return end

    def _capital(self, index: int, end: int, iso: str) -> PlaceMention | None:
        """The capital of a country by its adjective, with its name where that follows (العاصمة العراقية بغداد)."""
        one = self.names.at.get(end)
        if one is not None and not self.tokens[end].word.preposition and not self.tokens[end].word.conjunction:
            sense = self.names.best(one, None)
            if sense is not None and sense.country == iso:
                return self.mention(index, one.end, sense, True)
        sense = capital_of(iso)
        return self._as_named(self.mention(index, end, sense, True)) if sense is not None else None

    def _as_named(self, capital: PlaceMention) -> PlaceMention:
        """انفجار في كابل، وشهدت | العاصمة: told as كابل or العاصمة كابل, with its own words where it has not been named so."""
        same = (one for one in self.earlier() if one.place.gazetteer == capital.place.gazetteer and not one.pointing)
        named = next((one for one in same if self._is_by_name(one)), None)
        return changed(capital, place=named.place) if named is not None else capital

    def _is_by_name(self, one: PlaceMention) -> bool:
        """كابل, العاصمة كابل; not العاصمة الأفغانية or شمال كابل: whether a place is told with its own name."""
        named = any(at in self.names.at for at in range(one.start, one.end))
        return named and one.noun in _SEATS and not is_part(self.tokens[one.start].word)

    def old_town(self, index: int, noun: PlaceNoun) -> PlaceMention | None:
        """البلدة القديمة في القدس, المدينة القديمة: a quarter that is called so."""
        behind = index + 1
        old = behind < self.layout.sentence(index).end and self.layout.norms[behind] == "القديمه"
        if not old or noun.singular not in ("بلده", "مدينه") or noun.plural or not has_article(self.tokens[index]):
            return None
        return self.unknown(index, behind + 1, "district", noun.singular)

    def own_capital(self, index: int, noun: PlaceNoun) -> PlaceMention | None:
        """A bare العاصمة is the capital of the country that the report speaks of, if none was named."""
        if noun.singular != "عاصمه" or not has_article(self.tokens[index]) or not self._ends_here(index + 1):
            return None
        iso = self.names.main_country(1.5)
        sense = capital_of(iso) if iso is not None else None
        return self._as_named(self.mention(index, index + 1, sense, True)) if sense is not None else None

    def border(self, index: int) -> PlaceMention | None:
        """A border with a neighbour, on the side that the report speaks of (الحدود مع سوريا)."""
        token = self.tokens[index]
        behind = index + 2
        if token.norm.startswith(_BORDERLAND) and self.tokens[index + 1 : behind] and self.tokens[index + 1].norm in _OF_BORDER:
            return self.region(index, behind, self.names.main_country(1.0), pointing=True)
        if not token.word.core.startswith("حدود"):
            return None
        if behind >= len(self.tokens) or self.tokens[index + 1].norm not in ("مع", "بين"):
            return self._own_border(index)
        other = place_word(self.tokens[behind].word).country if self.tokens[behind].kind == WORD else None
        if other is None:
            return None
        if self.tokens[index + 1].norm == "بين":
            return self.region(index, behind + 1 + self._is_second_side(behind + 1), other)
        sides = [iso for iso, _ in self.names.ranked()[:3] if iso != other]
        return self.region(index, behind + 1, sides[0] if sides else other)

    def _is_second_side(self, index: int) -> bool:
        """الحدود بين السودان | وتشاد: the country on the other side of a border."""
        if index >= self.layout.sentence(index - 1).end or self.tokens[index].kind != WORD:
            return False
        word = self.tokens[index].word
        return bool(word.conjunction) and place_word(word).country is not None

    def _own_border(self, index: int) -> PlaceMention | None:
        """قرب الحدود, تمشيط الحدود الجنوبية: the border of the country that the report speaks of; not حرس الحدود."""
        before, whole = self.tokens[index - 1].word.core if index else "", self.names.at.get(index)
        if self.tokens[index].word.core != "حدود" or not has_article(self.tokens[index]) or before in _GUARDS:
            return None
        sense = self.names.best(whole, None) if whole is not None and whole.end > index + 1 else None
        if sense is not None and sense.country == self.names.main_country(1.0):  # منطقة | الحدود الشمالية
            return None
        return self._of_country(index, self.behind_sides(index + 1))

    def pointing(self, index: int, noun: PlaceNoun, end: int, iso: str | None) -> PlaceMention | None:
        """A definite place noun is the last place of that kind in the report (المدينة، المخيم); none where there is none."""
        token = self.tokens[index]
        if not has_article(token) or noun.plural or (iso is None and (noun.singular in _NO_ONE or not self._ends_here(end))):
            return None
        if noun.singular == "قاعده" and not self._is_base(index, end):
            return None
        if noun.singular == "منطقه" and index > 0 and self.tokens[index - 1].word.core in _STATES:
            return None
        if (meant := self._meant(noun, iso)) is not None:
            return self._pointer(index, end, self.without_part(self._itself(self._located(meant, noun), noun)))
        if noun.singular == "منطقه" and iso is None:
            return self._same_area(index, end)
        return self._unnamed(index, end, noun) if noun.take == "unnamed" else None

    def _meant(self, noun: PlaceNoun, iso: str | None) -> PlaceMention | None:
        """في باخموت. وقال إن كييف لا تنسحب من | المدينة: the last place that fits, before a capital that is a government."""
        known = (one for one in self.earlier() if self._fits(one, noun) and not one.pointing)
        fitting = (one for one in known if (iso is None or one.place.country == iso) and not is_home(self.layout, one.start))
        aside: PlaceMention | None = None
        for mention in fitting:
            if not self._is_aside(mention, noun):
                return mention
            aside = aside or mention
        return aside

    def _is_aside(self, mention: PlaceMention, noun: PlaceNoun) -> bool:
        """إن | كييف لا تنوي, الكرمة (50 كلم غرب | بغداد): a capital that speaks or acts, or to which only a distance leads.

        انسحبوا من المدينة باتجاه | حلب: nor is a goal, behind what is left. Nor is قرية عورتا a city where another place is, and
        مستوطنة بركان | قضاء سلفيت only says where that lies.
        """
        if noun.singular == "عاصمه" or mention.place.precision == "country":
            return False
        far = self.layout.norms[max(0, mention.start - 2) : mention.start]
        nouns = (place_noun(token) for token in self.tokens[mention.start : mention.end])
        lesser = noun.singular == "مدينه" and any(one is not None and one.singular in _NO_CITIES for one in nouns)
        whole = mention.noun and not (mention.relation or self.tokens[mention.start].word.conjunction)
        beside = whole and any(one.end == mention.start for one in self.earlier())
        left = mention.relation in _GOALS and any(
            0 < mention.start - one.end <= 2 and one.relation == "من" for one in self.earlier()
        )
        return bool(lesser or beside or left) or (is_capital(mention) and not mention.located) or not _DISTANCES.isdisjoint(far)

    def _located(self, mention: PlaceMention, noun: PlaceNoun) -> PlaceMention:
        """مدينة الزاوية، غرب العاصمة طرابلس, بلدة دوما قرب نابلس: the town that another one only locates."""
        if not is_part(self.tokens[mention.start].word) and mention.relation != "قرب":
            return mention
        before = next((one for one in self.earlier() if one.start < mention.start), None)
        near = before is not None and mention.start - before.end <= 1
        return before if before is not None and near and self._fits(before, noun) and not before.pointing else mention

    def _itself(self, mention: PlaceMention, noun: PlaceNoun) -> PlaceMention:
        """مدينة الدلنج, not مستشفى الدلنج or شمال الدلنج, is what المدينة means where the report has named it so."""
        if self._is_whole(mention, noun) or not mention.place.gazetteer:
            return mention
        same = (one for one in self.earlier() if one.place.gazetteer == mention.place.gazetteer and not one.pointing)
        return next((one for one in same if self._is_whole(one, noun)), mention)

    def _is_whole(self, mention: PlaceMention, noun: PlaceNoun) -> bool:
        return mention.noun in ("", noun.singular) and not is_part(self.tokens[mention.start].word)

    def _is_base(self, index: int, end: int) -> bool:
        """Whether القاعدة is a base: an adjective says so, or one was named before and no organisation stands before it."""
        if end < len(self.tokens) and self.tokens[end].norm in MILITARY:
            return True
        before = self.tokens[index - 1].word if index else None
        locative = before is not None and ("locative" in before.labels or is_part(before))
        return locative and any(self.noun_of(one) == "قاعده" for one in self.earlier())

    def _unnamed(self, index: int, end: int, noun: PlaceNoun) -> PlaceMention | None:
        """A definite place noun where none of its kind was named: a place without name and degrees (المطار، الميناء)."""
        mention = self.unknown(index, self._behind_adjectives(end), noun.precision, noun.singular)
        return changed(mention, pointing=True, named=False)

    def _same_area(self, index: int, end: int) -> PlaceMention | None:
        """المنطقة, where none was named so, is the place that the paragraph named last, if it is smaller than a country."""
        for mention in self.earlier_in_paragraph(index):
            if mention.located and not mention.pointing and mention.specificity >= SPECIFICITY["admin1"]:
                return self._pointer(index, end, mention)
        return None

    def _fits(self, mention: PlaceMention, noun: PlaceNoun) -> bool:
        """Whether المدينة, المخيم can mean a place named before: a town, a camp."""
        if self.noun_of(mention) == noun.singular:
            return True
        if noun.singular == "عاصمه":
            return is_capital(mention)
        if noun.singular == "قريه":  # no town is القرية
            return mention.noun == "بلده"
        if noun.precision in ("site", "district") or noun.take == "known":
            return False
        return noun.precision == mention.place.precision or noun.precision == mention.known == "town"

    def _pointer(self, start: int, end: int, mention: PlaceMention) -> PlaceMention:
        """المدينة is told with the words that named the town (مدينة حلب), العاصمة with its own where none did."""
        own = self.tokens[start].word.core == "عاصمه"
        place = changed(mention.place, span=self.span(start, end)) if own else mention.place
        pointer = PlaceMention(start, end, place, mention.specificity, True, True, mention.noun)
        return self._as_named(pointer) if own else pointer


_DISTANCES = word_list("unit of distance")


def is_home(layout: Layout, start: int) -> bool:
    """الحكومة التي تعمل من الرياض, الرئيس الذي يعيش في المنفى في الرياض: whether a name says where somebody lives."""
    near = range(max(layout.sentence(start).start + 1, start - HOME_REACH), start)
    home = next((at for at in reversed(near) if layout.norms[at] in _LIVES), None)
    return home is not None and "relative" in layout.tokens[home - 1].word.labels


_LIVES, HOME_REACH = word_list("lives in a place"), 5


RULES = (
    PlacePointers.national,
    PlacePointers._capital,
    PlacePointers.own_capital,
    PlacePointers.homeland,
    PlacePointers._compass,
    PlacePointers.border,
    PlacePointers.pointing,
    PlacePointers._unnamed,
    PlacePointers._same_area,
)
"""The rules for places that are named by what they are."""
