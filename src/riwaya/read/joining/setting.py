"""Where and when: the place and the time of every claim."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from riwaya.lang.ar.parts import NOUN
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import swift
from riwaya.read.dates.dates import DateMention
from riwaya.read.grammar import Grammar
from riwaya.read.joining.shared_places import share_places
from riwaya.read.places.place_points import is_capital
from riwaya.read.places.places import PlaceMention
from riwaya.read.scenes.place_fits import HOSPITALS, TOWARDS, Happening, cost
from riwaya.read.scenes.place_listed import is_linked_to, is_of_other_time, is_of_states
from riwaya.read.scenes.place_owned import is_across_answer
from riwaya.read.scenes.place_relative import described_place
from riwaya.read.scenes.place_sites import Site, is_finer, is_linked, is_unnamed, sites
from riwaya.read.scenes.place_spoken import is_where_told
from riwaya.read.scenes.place_where import place_where
from riwaya.read.scenes.scene import Ground, Scene
from riwaya.read.scenes.scene_dates import tells_time, times
from riwaya.read.scenes.scene_fronted import heads_next
from riwaya.read.scenes.scene_past import is_goal_of_next, is_past

_FAR = 4.0
_OF_NEXT = 2.0
_TOLD_BEFORE, _OF_TELLER = 0.8, 1.0
_TELLER_REACH = 4
_EXACTLY = word_list("where exactly")
_PER_STEP = 0.15
"""How much farther a place may be for being one step more specific."""


@swift
@dataclass(frozen=True, slots=True)
class Setting:
    """The place and the time of a claim, None where the text gives none."""

    place: PlaceMention | None = None
    date: DateMention | None = None


def settings(grammar: Grammar, scenes: list[Scene], owners: list[int | None]) -> list[Setting]:
    """The settings of a document's claims, in their order."""
    if not grammar.places and not tells_time(grammar):
        return [Setting()] * len(scenes)
    ground = Ground(grammar, scenes, owners)
    placed = {number: sites(grammar, found) for number, found in ground.by_sentence(grammar.places).items()}
    places = [_place(ground, scene, placed) for scene in scenes]
    share_places(ground, scenes, places)
    return [Setting(place, when) for place, when in zip(places, times(ground, scenes), strict=True)]


def _place(ground: Ground, scene: Scene, placed: dict[int, list[Site]]) -> PlaceMention | None:
    """The place nearest to an event among those that can be where it happens; a speaker's or actor's place is none."""
    described = described_place(ground, scene)
    if described is not None and described.place.precision != "country":
        return described
    found: list[tuple[float, Site]] = []
    for site in ground.near(scene, placed):
        elsewhere = _elsewhere(ground, scene, site)
        unlikely = cost(ground.grammar, site, Happening(scene.type, scene.own, *scene.roles))
        unlikely = 0.0 if is_linked(ground.grammar, site.first) else unlikely
        unlikely = min(unlikely or 0.0, _OF_TELLER) if elsewhere == _OF_TELLER else unlikely
        if elsewhere is None or unlikely is None or is_unnamed(site.place):
            continue
        if ground.is_of_deed(scene, site.start) or is_past(ground, scene, site.start) or heads_next(ground, scene, site):
            continue
        if site.first.relation in TOWARDS and is_goal_of_next(ground, scene, site.start):
            continue
        if is_across_answer(ground, scene, site.start) or is_of_states(ground.grammar, site, scene.roles[1]):
            continue
        if is_of_other_time(ground, scene, site) or is_linked_to(ground.grammar, site):
            continue
        far = ground.distance(scene, site.start, site.end) + unlikely + elsewhere
        far += _OF_NEXT * ground.is_of_next(scene, site.start)
        if far <= _FAR:
            found.append((far - _PER_STEP * site.rank, site))
    nearest = min(found, key=lambda pair: (pair[0], pair[1].place.start))[1] if found else None
    places = [site for _, site in found]
    best = _first_joined(ground, nearest, places).place if nearest is not None else None
    best = _right_before(ground, scene, placed, best)
    if described is not None and (best is None or best.place.country != described.place.country):
        return described
    return _in_country(ground, scene, best, [site.place for site in places]) if best is not None else None


def _right_before(ground: Ground, scene: Scene, placed: dict[int, list[Site]], best: PlaceMention | None) -> PlaceMention | None:
    """قصفوا الحوطة، فضلا عن | تعز، حيث قتل خمسة: the place right before حيث, unless a nearer one stands behind the verb."""
    where = place_where(ground, scene)
    if where is None or (best is not None and (best.start > where.start or is_finer(ground.grammar, best, where))):
        return best
    site = next((one for one in ground.near(scene, placed) if one.start <= where.start < one.end), None)
    return site.place if site is not None else where


def _first_joined(ground: Ground, site: Site, found: list[Site]) -> Site:
    """مشطوا زنجبار | وجعار بعد تحريرهما: the first of the places that are joined up to one; not of one that a noun describes
    (قرب المطار ومعسكر بدر | معقل الاشتباكات), which is no claim itself (شهدت إدلب وحلب | مجزرتين)."""
    grammar, behind = ground.grammar, site.end
    noun = behind < len(grammar.tokens) and grammar.parts[behind] == NOUN and behind not in ground.events
    if noun and not grammar.tokens[behind].word.preposition:
        return site
    ends = {one.end: one for one in found}
    while (before := _joined_at(grammar, site.start)) in ends:
        site = ends[before]
    return site


def _joined_at(grammar: Grammar, start: int) -> int:
    """في سيفاري | وبافو ونيونو: where what is joined to a place begins, a name that nothing knows between; -1 if it is not."""
    if not grammar.tokens[start].norm.startswith("و"):
        return -1
    between = grammar.tokens[start - 1].word
    unknown = between.norm.startswith("و") and not between.analyses and start - 1 not in grammar.place_at
    return start - 1 if unknown else start


def _in_country(ground: Ground, scene: Scene, best: PlaceMention, found: list[PlaceMention]) -> PlaceMention:
    """اقتحموا في اليمن بدعم من الطيران قاعدة العند, قصفوا في ريف حلب قريتي نبل: what is hit or taken, rather than what it is in."""
    finer = [one for one in found if one.place.country == best.place.country and is_finer(ground.grammar, one, best)]
    target = scene.roles[1]
    if best.place.precision != "country":
        own = target is not None and best.end <= target[0] and scene.type in ("ASSAULT", "CONTROL")
        taken = next((one for one in finer if own and target is not None and one.start == target[0]), None)
        return taken if taken is not None and not ground.grammar.tokens[taken.start].word.conjunction else best
    if target is not None and target[0] >= scene.index:
        taken = next((one for one in finer if target[0] <= one.start < target[1]), None)
        if taken is not None:
            return taken
    return next((one for one in finer if _goes_on(ground, scene, best, one)), best)


def _goes_on(ground: Ground, scene: Scene, best: PlaceMention, one: PlaceMention) -> bool:
    """عشر غارات في العراق، تركزت على أهداف قرب | الرمادي: where in a country exactly, before anything else is told."""
    after, tokens = max(ground.together(scene)) + 1, ground.grammar.tokens
    if one.start < best.end or best.start < after or not one.relation:
        return False
    if not any(tokens[at].word.core in _EXACTLY for at in range(best.end, one.start)):
        return False
    return bisect_left(ground.words, after) == bisect_left(ground.words, one.start)


def _of_teller(grammar: Grammar, site: Site) -> bool:
    """قال سكان بلدة بيت أمر إن, مصادر طبية في تعز: where those are who tell, as long as nothing tells more."""
    if site.place.place.precision in ("country", "region") or is_capital(site.place):
        return False
    first = max(grammar.layout.sentence(site.start).start, site.start - _TELLER_REACH)
    at = next((at for at in range(site.start - 1, first - 1, -1) if grammar.parts[at] == NOUN), None)
    if at is None or site.first.relation not in ("", "في", "ب"):
        return False
    near = range(max(first, at - 1), at + 1)
    return any(grammar.tokens[k].word.labels & {"person", "source"} for k in near)


def _elsewhere(ground: Ground, scene: Scene, site: Site) -> float | None:
    """What it costs that a place is not in the words of the claim's teller; None where it cannot be the claim's.

    It may stand in what was told before it in the sentence, or at the head of the sentence (وفي حلب، قال المرصد إن).
    """
    if ground.told(scene, site.start):
        return 0.0
    if site.start > scene.index or is_where_told(ground.grammar, site):
        return None
    if _of_teller(ground.grammar, site):
        return None if site.first.noun in HOSPITALS else _OF_TELLER
    head = ground.grammar.layout.sentence(scene.index).start
    fronted = site.start - head <= 1 and site.first.relation in ("في", "ب")
    return _TOLD_BEFORE if ground.owners[site.start] is not None or fronted else None


RULES = (_place,)
"""Where an event takes place."""
