"""Places that tell whose people somebody is, what he is called or where something was made: nothing happens there."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar, Range
from riwaya.read.scenes.place_sites import Site
from riwaya.read.scenes.scene import Ground, Scene

_PEOPLE, _MADE, _ANSWERS = word_list("people of a place"), word_list("made or kept in a place"), word_list("answers a deed")
_MADE_REACH, _GREATEST_REACH = 4, 6


def says_whose(grammar: Grammar, site: Site, actor: Range | None, target: Range | None) -> bool:
    """من نازحي | الأنبار, نازحين من | حلب: whether a place only says whose or what somebody or something is."""
    suffers = target is not None and target[0] <= site.start < target[1]
    if (actor is not None and _is_surname(grammar, site, actor)) or (target is not None and _is_surname(grammar, site, target)):
        return True
    if (
        _is_joined_state(grammar, site)
        or _is_to_be_freed(grammar, site)
        or _is_of_people(grammar, site, suffers)
        or _is_greatest(grammar, site)
    ):
        return True
    return not grammar.layout.lacks(_MADE) and _is_made_there(grammar, site)


def _is_joined_state(grammar: Grammar, site: Site) -> bool:
    """وفد حركة النور | وقطر | والولايات المتحدة, قصفتها "إسرائيل" | والولايات المتحدة: a state that acts with a body or state."""
    at = site.start
    while at > 0 and at in grammar.place_at and _is_state(grammar, at):
        marked = at - 1 in grammar.layout.closing.values()
        if grammar.tokens[at].word.conjunction != "و":
            return False
        at -= 1 + marked
        if marked and at in grammar.place_at:
            return _is_state(grammar, at) and at - 1 in grammar.layout.closing
    body = "source" in grammar.tokens[at].word.labels or at in grammar.phrases.named or at in grammar.phrases.inside
    return at < site.start and body and at not in grammar.place_at


def _is_state(grammar: Grammar, at: int) -> bool:
    place = grammar.place_at[at]
    return place.known == "country" and not place.relation


def _is_to_be_freed(grammar: Grammar, site: Site) -> bool:
    """القوات الديمقراطية لتحرير | رواندا, جبهة تحرير شعب | تيغراي: what a group that the register knows is called after."""
    if site.start - 1 not in grammar.phrases.inside:
        return False
    return any(token.word.core == "تحرير" for token in grammar.tokens[site.start - 2 : site.start])


def _is_surname(grammar: Grammar, site: Site, role: Range) -> bool:
    """الصحفي خالد | سنجار: behind a title and a given name."""
    at = site.start
    if not role[0] + 1 < at < role[1] or site.first.relation or site.end > at + 1 or site.first.noun:
        return False
    title = grammar.tokens[at - 2].word
    named = grammar.phrases.is_name(at - 1) or grammar.phrases.is_given_name(at - 2, at - 1)
    return named and title.article and bool(title.labels & {"person", "source"})


def _is_of_people(grammar: Grammar, site: Site, suffers: bool) -> bool:
    """من أبناء | مديرية حيدان, لنازحي | حلب, نازحين من | حلب: a place right behind those who come from there."""
    at = site.start - 1
    if site.first.relation == "من":
        return at > 0 and grammar.tokens[at].norm == "من" and _are_people(grammar, at - 1, suffers)
    return site.first.relation == "" and at >= 0 and _are_people(grammar, at, suffers)


def _are_people(grammar: Grammar, at: int, suffer: bool) -> bool:
    """نازحي | الأنبار; أبناء | عدن only where it is done to them."""
    word = grammar.tokens[at].word
    return word.core in _PEOPLE and (suffer or word.core != "ابناء") and not word.article and grammar.parts[at] == NOUN


def _is_made_there(grammar: Grammar, site: Site) -> bool:
    """الدبابات التي | صنعت في | أوهايو, الرئيس في | المنفى | في الرياض: where something was made or somebody is in exile."""
    tokens = grammar.tokens
    first = max(grammar.layout.sentence(site.start).start + 1, site.start - _MADE_REACH)
    for at in range(site.start - 1, first - 1, -1):
        if grammar.is_comma(at) or tokens[at].word.conjunction:
            return False
        if tokens[at].word.core in _MADE:
            led = any("relative" in tokens[k].word.labels for k in range(max(0, at - 2), at))
            return (led or tokens[at].word.article) and site.first.relation in ("في", "ب")
    return False


def _is_greatest(grammar: Grammar, site: Site) -> bool:
    """وهي أكبر قاعدة عسكرية في | البلاد: the country of which something is said to be the greatest."""
    if site.place.place.precision not in ("country", "region") or site.first.relation != "في":
        return False
    first = max(grammar.layout.sentence(site.start).start, site.start - _GREATEST_REACH)
    for at in range(site.start - 2, first - 1, -1):
        if grammar.is_comma(at):
            return False
        if grammar.tokens[at].word.core in ("اكبر", "اهم"):
            before = grammar.tokens[max(0, at - 2) : at]
            return any(token.norm.removeprefix("و") in _IS for token in before)
    return False


_IS = frozenset({"هي", "هو", "تعتبر", "تعد", "يعد"})


def is_across_answer(ground: Ground, scene: Scene, start: int) -> bool:
    """هاجموا المركز ردا على | الغارات في سوريا, ردا على مقتل جنود، | يشن غارات في العراق: a place on the other side of what a
    deed answers."""
    target = scene.roles[1]
    if target is not None and target[0] <= start < target[1]:
        return False
    return is_answered(ground, scene.index) != is_answered(ground, start)


def is_answered(ground: Ground, index: int) -> bool:
    """شنوا غارات ردا على | هجوم في إدلب: whether a token tells what others answer, up to the next comma."""
    grammar, first = ground.grammar, ground.grammar.layout.sentence(index).start
    if _ANSWERS.isdisjoint(grammar.layout.cores[first:index]):
        return False
    for at in range(index - 1, first - 1, -1):
        if grammar.is_comma(at):
            return False
        if grammar.tokens[at].word.core in _ANSWERS:
            return grammar.tokens[at + 1].norm == "علي" or grammar.tokens[at + 1].word.preposition == "ل"
    return False
