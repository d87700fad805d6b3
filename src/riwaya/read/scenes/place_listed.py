"""Places named for another reason: states told one by one, which take part, and where something else was at another time."""

from __future__ import annotations

from riwaya.lang.ar.parts import VERB
from riwaya.read.grammar import Grammar, Range
from riwaya.read.scenes.place_sites import Site, is_linked
from riwaya.read.scenes.scene import Ground, Scene, last_before

_REACH, _LINK_REACH, _SEVERAL, _BEHIND_TIME = 12, 5, 3, 3


def is_of_states(grammar: Grammar, site: Site, target: Range | None) -> bool:
    """الدول الخمس، وهي | فرنسا وبريطانيا وروسيا, بالإضافة إلى | ألمانيا: one of the states that take part, not where it happens;
    not شهدت | سوريا والعراق ولبنان هجمات."""
    if site.first.place.precision != "country" or (target is not None and target[0] <= site.start < target[1]):
        return False
    if site.first.relation:
        return site.first.relation == "الي" and site.start > 1 and grammar.tokens[site.start - 2].word.core == "اضافه"
    first, number = _series(grammar, site)
    begins = first == grammar.layout.sentence(first).start
    return number >= _SEVERAL and (begins or grammar.parts[first - 1] != VERB)


def _series(grammar: Grammar, site: Site) -> tuple[int, int]:
    """Where the states begin that stand side by side with a site, and how many there are."""
    sentence = grammar.layout.sentence(site.start)
    near = range(max(sentence.start, site.start - _REACH), min(site.end + _REACH, sentence.end))
    states = [one for at in near if (one := grammar.place_at.get(at)) and one.place.precision == "country" and not one.relation]
    first = last = site.start
    number = 0
    for one in states:
        if number and one.start - last > 1:
            if one.start > site.start:
                break
            number = 0
        first, last, number = first if number else one.start, one.end, number + 1
    return first, number


def is_of_other_time(ground: Ground, scene: Scene, site: Site) -> bool:
    """الهجومان في يونيو في سوسة | وفي مارس في متحف باردو: a place behind a second time, which has a first one before it."""
    dates, tokens = ground.grammar.dates, ground.grammar.tokens
    second = last_before(dates, site.start)
    if second is None or second.start < max(scene.own) or site.start - second.end > _BEHIND_TIME:
        return False
    led = tokens[second.start].norm if tokens[second.start].word.conjunction else tokens[second.start - 1].norm
    first = last_before(dates, second.start)
    apart = first is not None and first.start > min(scene.own) and second.start - first.end > 1
    return led.startswith("و") and apart  # not ليل السبت | وصباح الأحد في الحرم


def is_linked_to(grammar: Grammar, site: Site) -> bool:
    """طريقا يربط بغداد | بالبصرة: where a road leads, of which the beginning has been named."""
    if site.first.relation != "ب":
        return False
    near = range(max(grammar.layout.sentence(site.start).start, site.start - _LINK_REACH), site.start)
    return any(is_linked(grammar, grammar.place_at[at]) for at in near if at in grammar.place_at)
