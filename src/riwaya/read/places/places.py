"""Places: named places of a document, each resolved by what else the document names. What is unknown stays unknown."""

from __future__ import annotations

from riwaya.lang.ar.gazetteer import Named, PlaceNoun, capital_names, place_words
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.places.place_known import NEAR_NAME, PlaceKnown
from riwaya.read.places.place_mentions import ADVERBIAL, PART_OF_COUNTRY, SPECIFICITY, PlaceMention, specificity
from riwaya.read.places.place_names import Candidate
from riwaya.read.text.layout import Layout
from riwaya.read.text.tokens import WORD, Token
from riwaya.read.words.place_terms import THE_WEST, has_article, is_called_behind, is_nationality, is_part, place_noun
from riwaya.read.words.states_next import state_next

__all__ = ["ADVERBIAL", "PART_OF_COUNTRY", "SPECIFICITY", "PlaceMention", "find_places"]

_CALLED_AFTER = word_list("called after what is beside it")
_FORENAMES = word_list("first name before a surname")
_TWO, _NEAR_PAIR = ("تين", "تان", "ين"), 120
_FINENESS = ("country", "region", "admin1", "district", "town", "site")


def find_places(layout: Layout) -> list[PlaceMention]:
    """The places of a document in text order, none inside another."""
    finder = _Finder(layout)
    finder.search()
    return finder.found


class _Finder(PlaceKnown):
    """The search through one document."""

    def __init__(self, layout: Layout) -> None:
        super().__init__(layout)
        self.series: PlaceNoun | None = None

    def search(self) -> None:
        """Fill ``found``."""
        behind = 0
        begins = {index for index, word in self.names.words.items() if word.begins} | self.names.at.keys()
        followed = bool(self.names.unknown)
        norms = self.layout.norms
        for index, token in enumerate(self.tokens):
            if index < behind:
                continue
            if index not in begins:
                word = token.word
                headed = not word.analyses or "namehead" in word.labels
                led = headed and (word.preposition == "ب" or (index and norms[index - 1] in NEAR_NAME))
                if not (led or followed or self.series is not None) or not self._may_begin(token):
                    continue
            mention = self._at(index) or self._sibling(index)
            if mention is not None:
                self._keep_series(mention)
                relation = self._relation(mention.start)
                self.found.append(changed(mention, relation=relation) if relation else mention)
                behind = mention.end

    def _may_begin(self, token: Token) -> bool:
        """Whether a place can begin at a token that is no known name and no word of place."""
        if token.kind != WORD:
            return False
        norm, unknown = token.norm, self.names.unknown
        if unknown and (norm in unknown or norm[1:] in unknown or norm[2:] in unknown):
            return True
        if self.series is not None and norm[:1] == "و" and self.found[-1].end == token.index:
            return True
        if token.word.analyses and "namehead" not in token.word.labels:
            return False
        return token.word.preposition == "ب" or (token.index > 0 and self.tokens[token.index - 1].norm in NEAR_NAME)

    def _keep_series(self, mention: PlaceMention) -> None:
        """A plural type noun opens a series of names (بلدات سرمين وبنش), which lasts while they are joined."""
        noun = place_noun(self.tokens[mention.start])
        if noun is not None:
            self.series = noun if noun.plural and not mention.pointing else None
        elif not (self._is_joined(mention.start) or self.tokens[mention.start].norm.startswith("و")):
            self.series = None

    def _sibling(self, index: int) -> PlaceMention | None:
        """A further name behind a plural place noun, which no gazetteer has (بلدات سرمين وكللي)."""
        if self.series is None or not self.found or self.found[-1].end != index:
            return None
        end = self.names.joined_end(index)
        if end == index:
            return None
        mention = self.unknown(index, end, self.series.precision, "")
        start = self.tokens[index].start + 1
        span = self.layout.written(start, self.tokens[end - 1].end)
        return changed(mention, place=changed(mention.place, span=span, name=span.text))

    def _at(self, index: int) -> PlaceMention | None:
        """The mention that begins at a token: direction, type noun and name, or the name alone."""
        if index not in self.names.words or not self.names.words[index].begins:
            return self.homeland(index) or self._plain(index)
        if is_part(self.tokens[index].word) or self.tokens[index].word.core.startswith("حدود"):
            found = self.border(index) or self._directed(index) or self._typed_or_national(index)
            return found or self.homeland(index) or self._plain(index)
        return self.border(index) or self._typed_or_national(index) or self.homeland(index) or self._plain(index)

    def _typed_or_national(self, index: int) -> PlaceMention | None:
        noun = place_noun(self.tokens[index])
        if noun is None:
            return self.national(index)
        named = self.several(index) or self._whole(index, noun) or self.further(index, noun) or self._typed(index, noun)
        return named or self.national(index) or self._side(index) or self.quarter(index, noun)

    def _side(self, index: int) -> PlaceMention | None:
        """المناطق الشرقية من حلب, الأحياء الغربية للمدينة: a side of a town."""
        end, limit = self._behind_side(index), self.layout.sentence(index).end
        if end == index + 1 or end + 1 >= limit or not has_article(self.tokens[index]):
            return None
        free = self.tokens[end].norm == "من"
        if not free and self.tokens[end].word.preposition != "ل":
            return None
        inner = self._typed_or_national(end + free) or self._plain(end + free)
        if inner is None or inner.place.precision in ("country", "region"):
            return None
        return self._widened(inner, index, inner.end, inner.place.precision)

    def _behind_side(self, index: int) -> int:
        """الأحياء | الغربية, الحي | الشرقي: the token behind what says which side is meant."""
        end, token = self.behind_sides(index + 1), self.tokens[min(index + 1, len(self.tokens) - 1)]
        east = end == index + 1 and "direction" in token.word.labels and has_article(token) and token.norm.endswith("ي")
        return end + (east and not token.word.conjunction)

    def _whole(self, index: int, noun: PlaceNoun) -> PlaceMention | None:
        """A name that holds its own type noun (مخيم جنين، جبل صبر)."""
        one = self.names.at.get(index)
        sense = self.names.best(one, noun) if one is not None and one.end > index + 1 else None
        if one is None or sense is None:
            return None
        if self.is_abroad(one, sense):
            return self.unknown(index, one.end, noun.precision, noun.singular)
        return changed(self.mention(index, one.end, sense, True), noun=noun.singular)

    def _plain(self, index: int) -> PlaceMention | None:
        """A name of the gazetteer alone; an ordinary word or name of persons only behind a word of place (في حلب)."""
        one = self.names.at.get(index)
        sense = self.names.best(one, self.names.introduced.get(one.key)) if one is not None and self._accepts(one) else None
        if one is None or sense is None:
            return self._remembered(index) or self._held(index)
        return self.mention(one.start, one.end, sense, self._is_located(index) or self.is_struck(one))

    def _accepts(self, one: Candidate) -> bool:
        """Whether a bare name is a place here: no part of another name; an ordinary word only behind a word of place."""
        before = self._before(one.start) if one.start else None
        token = self.tokens[one.start]
        led = token.word.preposition or self.names.is_led_by_in(one)  # موقعا للجيش | بحلب
        if before is not None and is_called_behind(before) and not led:
            return False
        if self._is_paper(one) or self._is_cut(one) or is_nationality(self.tokens, one.start):
            return False
        noun = place_noun(before) if before is not None else None
        if noun is not None and not led and self.names.is_of_accusative(noun, one.start, one.end):
            return False
        if before is not None and not led and self._is_surname(one, before):
            return False
        if any(token.word.core.startswith("بشري") for token in self.tokens[one.end : one.end + 1]):  # وضعوه | درعا | بشريا
            return False
        if one.key in self.names.introduced:
            return not self.names.is_ordinary(one) or self._is_located(one.start) or self.is_struck(one, 1)
        own = any(sense.rank == 3 for sense in one.senses)
        if one.key in place_words("ordinary"):
            return self._is_surely_located(one)
        if self.names.is_ordinary(one) or not own:
            placed = self._is_located(one.start) or self.is_visited(one) or self.is_struck(one)
            return placed and (own or self.names.likely(one))
        return True

    def _is_surname(self, one: Candidate, before: Token) -> bool:
        """الضابط محمد | الشدادي: a town with the article right behind a first name is a family name."""
        country = any(sense.precision in ("country", "region", "admin1") for sense in one.senses)
        return before.norm in _FORENAMES and has_article(self.tokens[one.start]) and not country

    def _is_cut(self, one: Candidate) -> bool:
        """بحركة نزوح, بانه, وأن: a town's name that is written like a particle with its word, without a word of place before it."""
        token = self.tokens[one.start]
        cut = token.word.preposition or token.word.conjunction
        if not cut or one.end > one.start + 1 or one.key != token.norm or not token.word.analyses:
            return False
        before = self._before(one.start).word if one.start > self.layout.sentence(one.start).start else None
        typed = place_noun(self._before(one.start)) is not None and not has_article(self._before(one.start))
        return before is None or not ("locative" in before.labels or typed)

    def _is_paper(self, one: Candidate) -> bool:
        """«الشرق الأوسط» alone in quotation marks, no في before them: the newspaper."""
        if one.key not in place_words("paper") or one.start == 0 or one.end >= len(self.tokens):
            return False
        quoted = self.layout.closing.get(one.start - 1) == one.end
        return quoted and (one.start < 2 or self.tokens[one.start - 2].word.core != "في")

    def _is_surely_located(self, one: Candidate) -> bool:
        """An ordinary word as a name: behind a free preposition of place, or ب and its article, a deed of war or a place that it
        is joined to, in a report about its country; not in في حديثه أمس, الدول الخمس."""
        word = self.tokens[one.start].word
        led = word.preposition == "ب" and word.article  # اشتباكات بالزاوية, not بحجة
        if (word.preposition and not led) or word.bare.endswith("ه"):
            return False
        if not (self._is_located(one.start) or self.is_struck(one, 1)):
            return False
        before = self._before(one.start) if one.start else None
        if before is not None and place_noun(before) is not None and has_article(before):
            return False
        if one.end < len(self.tokens) and self._is_noun_behind(one.start, self.tokens[one.end]):
            return False
        sense = self.names.best(one, None)
        return sense is not None and sense.rank == 3 and self.names.context.get(sense.country, 0) > 1

    def _is_noun_behind(self, index: int, token: Token) -> bool:
        """Whether a noun or adjective goes on from a word, so that it is an ordinary word and no name: في عتق | رقبة, في الدور |
        الأول; not في الدور | أمس."""
        word = token.word
        if token.kind != WORD or word.labels & {"prep", "locative", "direction", "that", "timeword", "subordinator"}:
            return False
        if has_article(self.tokens[index]) and not has_article(token):
            return False
        joined = word.conjunction or (word.norm.startswith("و") and not word.analyses)  # في سيفاري | وبافو
        return not (word.preposition or joined or place_noun(token))

    def _relation(self, index: int) -> str:
        """What places a mention: the preposition on its first word or before it, else that of the place that it is joined to."""
        token = self.tokens[index]
        if token.word.preposition:
            return token.word.preposition
        if self._is_joined(index) and (token.word.conjunction or self.tokens[index - 1].raw in "،,"):
            return "" if state_next(self.tokens, index) else self.found[-1].relation
        if index > self.layout.sentence(index).start:
            before = self.tokens[index - 1]
            if before.raw in '(«“"' and index - 1 > self.layout.sentence(index).start:
                before = self.tokens[index - 2]
            if before.norm in ("ب", "ل"):
                return before.norm
            if self.is_counted(index) and index - 1 > self.layout.sentence(index).start:  # في 13 | محافظة
                before = self.tokens[index - 2]
            if before.norm == "من" and (shared := self._of_each(index)):
                return shared
            if before.word.labels & {"locative", "prep"}:
                return before.word.core
        return ADVERBIAL if is_part(self.tokens[index].word) else ""

    def _of_each(self, index: int) -> str:
        """في كل من سوريا والعراق: what places each of them stands before كل; empty where none does."""
        at = index - 2
        if at <= self.layout.sentence(index).start or self.tokens[at].word.core not in ("كل", "كلا"):
            return ""
        word, before = self.tokens[at].word, self.tokens[at - 1].word
        return word.preposition or (before.core if before.labels & {"locative", "prep"} else "")

    def _directed(self, index: int) -> PlaceMention | None:
        """A part of a country that a direction names, or a town beside one (شمال العراق، ريف حلب الشمالي)."""
        token = self.tokens[index]
        if token.word.core == "خارج" or (has_article(token) and token.word.core.endswith(("ي", "يه"))):
            return None
        name = index + 1
        if token.norm == THE_WEST and name < len(self.tokens) and not has_article(self.tokens[name]):  # زود الغرب | كييف
            return None
        while name < len(self.tokens) and name - index < 4 and self._steps_over(name):
            name += 1
        if name >= len(self.tokens) or self.tokens[name].kind != WORD:
            return None
        if self.tokens[name].word.preposition not in ("", "ل") or self.tokens[name].word.conjunction:
            return None
        whole = self._at_name(index)
        if whole is not None:
            return whole
        inner = self._typed_or_national(name) or self.homeland(name) or self._plain(name)
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
        """ريف حلب | الشمالي والغربي: adjectives of direction; not the next part (محيط البلدة | والأطراف الشمالية)."""
        while end < len(self.tokens) and has_article(self.tokens[end]) and "direction" in self.tokens[end].word.labels:
            if self.tokens[end].word.conjunction and not self.tokens[end].norm.endswith(("ي", "يه")):
                break
            end += 1
        return end

    def _widened(self, inner: PlaceMention, start: int, end: int, precision: str) -> PlaceMention:
        """شمال العراق; وسط | المدينة, جنوبي | البلدة with the words that named the town."""
        own = precision in ("country", "region") or any(token.word.core == "عاصمه" for token in self.tokens[start:end])
        if inner.pointing and inner.named and not own and inner.place.span.end <= self.tokens[start].start:
            return changed(inner, start=start, end=end, located=True)
        where = self.span(start, end)
        specific = PART_OF_COUNTRY if precision == "region" else inner.specificity
        name = inner.place.name if inner.pointing else where.text
        place = changed(inner.place, span=where, name=name, precision=precision)
        return changed(inner, start=start, end=end, place=place, specificity=specific, located=True, noun="", named=True)

    def _typed(self, index: int, noun: PlaceNoun) -> PlaceMention | None:
        """A type noun and a name: a name that no gazetteer has stays without degrees (مدينة بنغازي، قرية أم السدر)."""
        token = self.tokens[index]
        name = self.names.opened(index + 1)
        if name < len(self.tokens):
            one = self.names.at.get(name)
            if one is not None and self._may_name(token, one) and not self.names.is_of_accusative(noun, name, one.end):
                sense = self.names.best(one, noun)
                if sense is not None and noun.precision == "country" and sense.precision == "town":  # دول | الاتحاد
                    return None
                if sense is not None and self.is_elsewhere(index, one, sense, noun):
                    return self.unknown(index, self._closed(name, one.end), noun.precision, noun.singular)
                if sense is not None:
                    mention = self._of_noun(index, self._closed(name, one.end), sense, noun)
                    town = any(other.precision == "town" and other.country == sense.country for other in one.senses)
                    return changed(mention, known="town") if town else mention
            if not has_article(token) and (end := self.names.unknown_behind(noun, name)) > name:
                return self.unknown(index, self._closed(name, end), noun.precision, noun.singular)
        named = self._called_after(index, noun) or self.old_town(index, noun)
        return named or self._both(index, noun) or self.pointing(index, noun, index + 1, None) or self.own_capital(index, noun)

    def _both(self, index: int, noun: PlaceNoun) -> PlaceMention | None:
        """في دوفس والكود، وسيطروا على | المنطقتين: two places that were named side by side, told by the first of them."""
        token = self.tokens[index]
        if not noun.plural or not has_article(token) or not token.norm.endswith(_TWO):
            return None
        behind: PlaceMention | None = None
        for one in self.earlier():
            if index - one.start > _NEAR_PAIR:
                return None
            pair = behind is not None and one.end == behind.start and self.tokens[behind.start].norm.startswith("و")
            if pair and not one.pointing and one.specificity >= SPECIFICITY["admin1"]:
                return self._pointer(index, index + 1, one)
            behind = one
        return None

    def _called_after(self, index: int, noun: PlaceNoun) -> PlaceMention | None:
        """حي المطار, حي طريق حلب: a quarter or a bridge that is called after the airport or road beside it."""
        one = noun.singular in _CALLED_AFTER and not noun.plural and not has_article(self.tokens[index])
        if not one or index + 1 >= len(self.tokens) or not self.names.behind_noun(index + 1):
            return None
        beside = place_noun(self.tokens[index + 1])
        road = self._typed(index + 1, beside) if beside is not None and beside.singular == "طريق" else None
        if road is not None:
            return self.unknown(index, road.end, noun.precision, noun.singular)
        if beside is None or beside.take != "unnamed" or beside.plural or not self._ends_here(index + 2):
            return None
        return self.unknown(index, index + 2, noun.precision, noun.singular)

    def _may_name(self, noun: Token, one: Candidate) -> bool:
        """Whether a name belongs to the type noun before it: العاصمة صنعاء, but not the adjective in المناطق الشمالية.

        قاعدة | للاتحاد: nor what ل says whose it is.
        """
        word = self.tokens[one.start].word
        if word.preposition == "ل" and word.article and one.key != self.tokens[one.start].norm:
            return False
        if word.conjunction or (word.preposition and not self.names.behind_noun(one.start)):
            return False
        if noun.word.core == "عاصمه" and self.tokens[one.start].norm in capital_names():  # العاصمة | الخرطوم
            return True
        return not has_article(noun) or not (has_article(self.tokens[one.start]) or self.names.is_ordinary(one))

    def _closed(self, name: int, end: int) -> int:
        """A name that was opened by a mark ends with the closing one."""
        opens = self.layout.closing.get(name - 1, self.layout.brackets.get(name - 1))
        return end + 1 if opens == end and end < len(self.tokens) else end

    def _of_noun(self, index: int, end: int, sense: Named, noun: PlaceNoun) -> PlaceMention:
        """The place of a known name behind a type noun; its precision is the coarser one of the two, for so far go its degrees."""
        coarser = min(noun.precision, sense.precision, key=_FINENESS.index)
        precision = sense.precision if noun.take == "own" or noun.plural else coarser
        specific = SPECIFICITY[sense.precision] if noun.plural else specificity(noun)
        mention = self.mention(index, end, sense, True, precision)
        whole = noun.plural and sense.precision == "country"
        specific = specific if noun.plural else max(specific, mention.specificity)
        return changed(mention, specificity=specific, noun="" if whole else noun.singular)


RULES = (
    _Finder._sibling,
    _Finder._directed,
    _Finder._whole,
    _Finder._typed,
    _Finder._called_after,
    _Finder._plain,
    _Finder._remembered,
    _Finder._held,
)
"""The rules for places that have a name."""
