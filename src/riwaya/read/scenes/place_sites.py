"""Places of a sentence that lie in one another, as one site (في حي الزهراء بمدينة حمص وسط سوريا)."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import swift
from riwaya.read.grammar import Grammar
from riwaya.read.places.places import ADVERBIAL, PART_OF_COUNTRY, SPECIFICITY, PlaceMention
from riwaya.read.words.place_terms import is_further, is_part, links


@swift
@dataclass(frozen=True, slots=True)
class Site:
    """Places of which each lies in the next (في حي الزهراء بمدينة حمص وسط سوريا): where they begin and end, the one that counts.

    ``rank``: how specific it is; what is joined to another place by و is as specific as that one, so that the first counts.
    """

    start: int
    end: int
    place: PlaceMention
    first: PlaceMention
    rank: int


def sites(grammar: Grammar, places: list[PlaceMention]) -> list[Site]:
    """The places of a sentence, those that lie in one another as one site."""
    found: list[Site] = []
    for one in places:
        last = found[-1] if found else None
        if last is not None and _lies_in(grammar, last, one) and not _names_who(grammar, last, one):
            finer = _finer(last, one)
            rank = last.rank if finer is last.place else max(last.rank, finer.specificity)
            found[-1] = Site(last.start, one.end, finer, last.first, rank)
        else:
            joined = last is not None and one.start == last.end and bool(grammar.tokens[one.start].word.conjunction)
            rank = min(last.rank, one.specificity) if last is not None and joined else one.specificity
            found.append(Site(one.start, one.end, one, one, rank))
    return found


def _lies_in(grammar: Grammar, site: Site, one: PlaceMention) -> bool:
    """Whether nothing but links stands between two places of one country, the second one not joined by و."""
    end = site.end
    if grammar.tokens[one.start].word.conjunction or one.start - end > _LINKED:
        return False
    if site.place.place.country and one.place.country and site.place.place.country != one.place.country:
        return False
    if one.relation == "ب" and is_linked(grammar, site.first):
        return False
    if one.start == end:  # في محافظة تعز | قرية المسراخ: what is taken there, or a finer place
        return bool(one.relation) or (one.located and not (one.noun not in _SEATS and is_finer(grammar, one, site.place)))
    if one.relation == "قرب" and one.start - end == 1:  # في بلدة أجدابيا قرب | ميناء البريقة
        return site.first.relation in ("في", "ب") and site.place.specificity >= SPECIFICITY["district"]
    holds = one.relation in ("في", "ب") and site.place.specificity > PART_OF_COUNTRY
    joined = holds and is_further(grammar.tokens[end])
    further = end + joined
    if one.place.precision == "region" and one.specificity < site.place.specificity:  # مدينة تدمر | الأثرية | بوسط البلاد
        further += grammar.tokens[further].word.article and grammar.phrases.is_adjective(further)
    return all(links(grammar.tokens[at]) for at in range(further, one.start))


def is_linked(grammar: Grammar, one: PlaceMention) -> bool:
    """طريقا يربط | بغداد بالبصرة, الطريق الواصل بين | بغداد والبصرة: where a road begins, right behind what links."""
    at = one.start - 1 - (one.relation == "بين")
    return one.relation in ("", "بين") and at >= 0 and grammar.tokens[at].word.core in _LINKS


_LINKS = word_list("links a place to another")
_LINKED, _SEATS = 8, ("", "عاصمه", "مركز")


def is_finer(grammar: Grammar, one: PlaceMention, other: PlaceMention) -> bool:
    """ريف حلب | قريتي نبل: whether a place is named more exactly than another; a town is, than what lies around one."""
    if one.specificity != other.specificity:
        return one.specificity > other.specificity
    return is_part(grammar.tokens[other.start].word) and not is_part(grammar.tokens[one.start].word)


def _names_who(grammar: Grammar, site: Site, one: PlaceMention) -> bool:
    """التقى أمير قطر في الدوحة, ثوار بنغازي في منطقة الليثي, من سوريا في الجولان: the first says who or whence, not where."""
    if one.relation not in ("في", "ب") or (site.first.pointing and site.first.place.precision == "region"):
        return False
    before = grammar.tokens[site.start - 1].word.labels if site.start else frozenset()
    if site.first.place.precision in ("country", "region"):
        return site.first.relation not in ("في", "ب", ADVERBIAL) and one.specificity > site.first.specificity
    return not site.first.relation and not site.first.located and bool(before & {"person", "source"})


def _finer(site: Site, one: PlaceMention) -> PlaceMention:
    """The first place of a site, or a later one that lies in it (في محافظة تعز، في منطقة الضباب)."""
    if is_unnamed(site.place) and (
        one.relation in ("في", "ب") or one.start == site.end
    ):  # القاعدة في | بلدة كاتي, المطار | جنوب حلب
        return one
    inside = one.relation in ("في", "ب") and one.specificity > site.place.specificity
    inside = inside or (one.relation == "علي" and one.specificity >= SPECIFICITY["district"])  # في المحافظة على | البلدة
    if (
        one.start == site.end
        and one.noun == "منطقه"
        and one.relation == "ب"
        and one.place.country == "SA"
        and not site.place.pointing
    ):
        return site.place
    return one if inside and site.place.specificity <= SPECIFICITY["admin1"] else site.place


def is_unnamed(place: PlaceMention) -> bool:
    """المطار, القاعدة الجوية where the report has named none."""
    return place.place.precision == "site" and not place.named
