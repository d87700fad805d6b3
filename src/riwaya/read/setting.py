"""Where and when: the place and the time of a claim, from its own clause, else from the clause that it goes on from.

What stands between a claim and a place or time counts as distance: another claim's word, a verb, a relative, a comma. The
nearest that fits wins, the more specific among equals; what lies too far belongs to something else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate, pairwise
from typing import TypeVar

from riwaya.lang.ar.parts import CONTRAST, NOUN, PREPOSITION, RELATIVE, SUBORDINATOR, THAT, VERB
from riwaya.model.event import When
from riwaya.read.dates import DateMention, shift_before
from riwaya.read.grammar import Grammar, Range
from riwaya.read.place_fits import Happening, Site, cost, sites
from riwaya.read.places import PlaceMention


@dataclass(frozen=True, slots=True)
class Scene:
    """A claim as its setting is looked for: the token of its trigger, all tokens of its triggers, teller, type, actor, target."""

    index: int
    own: frozenset[int]
    statement: int | None
    type: str
    group: str
    modality: str
    roles: tuple[Range | None, Range | None]

    @property
    def actor(self) -> Range | None:
        """Who acts."""
        return self.roles[0]

    @property
    def target(self) -> Range | None:
        """Whom or what it happens to."""
        return self.roles[1]


@dataclass(frozen=True, slots=True)
class Setting:
    """The place and the time of a claim, None where the text gives none."""

    place: PlaceMention | None = None
    date: DateMention | None = None


_M = TypeVar("_M", PlaceMention, DateMention)


def settings(grammar: Grammar, scenes: list[Scene], owners: list[int | None]) -> list[Setting]:
    """The settings of a document's claims, in their order."""
    ground = _Ground(grammar, scenes, owners)
    places = [ground.place(scene) for scene in scenes]
    _share(grammar, scenes, places)
    dates = [ground.date(scene) for scene in scenes]
    for number in range(len(scenes)):
        dates[number] = _shifted(grammar, scenes[: number + 1], dates[:number]) or dates[number]
    return [Setting(place, when) for place, when in zip(places, dates, strict=True)]


def _shifted(grammar: Grammar, scenes: list[Scene], dates: list[DateMention | None]) -> DateMention | None:
    """بعد يوم من سيطرتهم, غداة القصف, قبل يومين من الزيارة: so many days from what its paragraph has dated last."""
    scene = scenes[-1]
    found = shift_before(grammar.layout, scene.index)
    if found is None:
        return None
    paragraph = grammar.layout.sentence(scene.index).paragraph
    for other, day in zip(reversed(scenes[:-1]), reversed(dates), strict=True):
        if grammar.layout.sentence(other.index).paragraph != paragraph:
            return None
        if day is not None and day.when.start == day.when.end:
            span = grammar.layout.span(found.start, scene.index)
            moved = day.when.start + timedelta(days=found.days)
            return DateMention(found.start, scene.index, When(moved, moved, span, "day", "dates.shifted"))
    return None


def _share(grammar: Grammar, scenes: list[Scene], places: list[PlaceMention | None]) -> None:
    """What is done for an end is done where the end lies (شنوا هجوما لطرد القوات من المدينة): one place for both."""
    for at, (one, other) in enumerate(pairwise(scenes)):
        same = grammar.layout.sentence_of[one.index] == grammar.layout.sentence_of[other.index] and one.statement == other.statement
        if same and grammar.tokens[other.index].word.preposition == "ل":
            places[at] = places[at] or places[at + 1]
            places[at + 1] = places[at + 1] or places[at]


_SIGNS = {"،": 0.4, ",": 0.4, "؛": 1.5, ";": 1.5, ":": 1.0, "-": 0.5, "–": 0.5}
_PARTS = {RELATIVE: 0.8, THAT: 1.0, SUBORDINATOR: 1.2, CONTRAST: 2.5}
_TURNS = frozenset({"قبل", "بعد", "عقب", "اثر", "منذ", "غداه", "عشيه", "اعقاب"})
"""Prepositions that lead to another happening."""
_TURN = 0.8
_JOINED_NOUN = 0.3
_VERB, _JOINED_VERB = 0.7, 1.8
_END = 0.6
_EVENT_NOUN, _EVENT_VERB = 1.3, 2.0
_BEFORE, _HOSTED = 0.6, 1.0
_TOLD_BEFORE = 0.8
_PAST = 2.5
_EXACT, _WRITTEN_OUT = 0.3, frozenset({"dates.absolute_day", "dates.numeric_day"})
_FRONTED = 0.7
_SUPERLATIVES = frozenset(
    {"اول", "اولي", "اسوا", "اعنف", "اكبر", "ابرز", "اخطر", "اشد", "اطول", "اعلي", "اضخم", "اوسع", "احدث", "اخر", "ثاني", "ثالث"}
)
_FAR_TURN = 2.0
_COARSE = {"night": 0.0, "day": 0.0, "range": 0.1, "week": 0.2, "month": 0.3, "year": 0.5}
_PER_STEP = 0.15
_FAR_PLACE, _FAR_DATE = 4.0, 3.5


class _Ground:
    """The tokens of a document with what each adds to the distance between a claim and its setting."""

    def __init__(self, grammar: Grammar, scenes: list[Scene], owners: list[int | None]) -> None:
        self.grammar = grammar
        self.owners = owners
        self.published = grammar.layout.document.published
        self.events = {index: scene for scene in scenes for index in scene.own}
        told = {grammar.layout.sentence_of[index] for index in self.events}
        self.turns = [False] * len(grammar.tokens)
        self.weights = [0.0] * len(grammar.tokens)
        for sentence in (grammar.layout.sentences[number] for number in told):
            for index in range(sentence.start, sentence.end):
                self.turns[index] = self._turns(index)
                self.weights[index] = self._weight(index)
        self.sums = [0.0, *accumulate(self.weights)]
        placed = _by_sentence(grammar, grammar.places)
        self.sites = {number: sites(grammar, found) for number, found in placed.items() if number in told}
        self.dates = _by_sentence(grammar, grammar.dates)

    def _weight(self, index: int) -> float:
        token, part = self.grammar.tokens[index], self.grammar.parts[index]
        scene = self.events.get(index)
        if scene is not None:
            if token.word.preposition == "ل":
                return _END
            verb = part == VERB
            return (_EVENT_VERB if verb else _EVENT_NOUN) + (0.5 if verb and token.word.conjunction else 0.0)
        if part == VERB:
            return _JOINED_VERB if token.word.conjunction else _VERB
        if self.turns[index]:
            return _TURN
        joined = _JOINED_NOUN if token.word.conjunction else 0.0
        return _PARTS.get(part, _SIGNS.get(token.raw, joined))

    def _turns(self, index: int) -> bool:
        """Whether a preposition leads to another happening (بعد، عقب), not to a distance (على بعد مئة كيلومتر) or a time."""
        token = self.grammar.tokens[index]
        if token.word.core not in _TURNS or self.grammar.parts[index] not in (PREPOSITION, NOUN) or index in self.grammar.date_at:
            return False
        return self.grammar.tokens[index - 1].word.core != "علي"

    def between(self, scene: Scene, start: int, end: int) -> float:
        """The distance over the tokens from start to end, the claim's own words aside."""
        own = sum(self.weights[index] for index in self._joined(scene) if start <= index < end)
        return self.sums[end] - self.sums[start] - own

    def _joined(self, scene: Scene) -> set[int]:
        """The claim's own words and the claims that follow without a gap (اتفاق | لوقف إطلاق النار | في مينسك)."""
        joined, behind = set(scene.own), max(scene.own) + 1
        while behind in self.events:
            joined.add(behind)
            behind += 1
        return joined

    def distance(self, scene: Scene, start: int, end: int) -> float:
        """How far a mention of the tokens from start to end is from a claim."""
        if start >= scene.index:
            return self.between(scene, scene.index + 1, start) if start > scene.index else 0.0
        return self.between(scene, end, scene.index) + _BEFORE + self._hosted(scene, start)

    def _hosted(self, scene: Scene, start: int) -> float:
        """What stands right behind another claim's word, before this claim, belongs to that one first."""
        first = self.grammar.layout.sentence(start).start
        for at in range(start - 1, first - 1, -1):
            if at in scene.own:
                return 0.0
            if at in self.events:
                return _HOSTED
            if self.weights[at] >= _VERB:
                return 0.0
        return 0.0

    def told(self, scene: Scene, at: int) -> bool:
        """Whether a token is in the same teller's words."""
        return self.owners[at] == scene.statement

    def _elsewhere(self, scene: Scene, site: Site) -> float | None:
        """What it costs that a place is not in the words of the claim's teller: it may stand in what was told before it in
        the sentence, or at the head of the sentence (وفي حلب، قال المرصد إن); None where it can be no place of the claim."""
        if self.told(scene, site.start):
            return 0.0
        if site.start > scene.index:
            return None
        if self.owners[site.start] is not None:
            return _TOLD_BEFORE
        first = self.grammar.layout.sentence(scene.index).start
        fronted = site.start - first <= 1 and site.first.relation in ("في", "ب")
        return _TOLD_BEFORE if fronted else None

    def place(self, scene: Scene) -> PlaceMention | None:
        """The place that is nearest to a claim among those that can be where it happens."""
        found: list[tuple[float, PlaceMention]] = []
        for site in self.sites.get(self.grammar.layout.sentence_of[scene.index], ()):
            other = self._elsewhere(scene, site)
            extra = cost(self.grammar, site, Happening(scene.type, scene.own, *scene.roles))
            if other is None or extra is None:
                continue
            far = self.distance(scene, site.start, site.end) + extra + other
            if far <= _FAR_PLACE:
                found.append((far - _PER_STEP * site.rank, site.place))
        return min(found, key=lambda pair: (pair[0], pair[1].start))[1] if found else None

    def date(self, scene: Scene) -> DateMention | None:
        """The time that is nearest to a claim, the finer one among equals; what only was before or shall follow is not dated by it."""
        found: list[tuple[float, DateMention]] = []
        for one in self.dates.get(self.grammar.layout.sentence_of[scene.index], ()):
            if not self.told(scene, one.start) or self._compares(scene, one):
                continue
            far = self.distance(scene, one.start, one.end) * self._share(scene, one) + self._apart(scene, one)
            if far <= _FAR_DATE:
                found.append((far + _COARSE.get(one.when.precision, 0.0) - _EXACT * (one.when.rule in _WRITTEN_OUT), one))
        best = min(found, key=lambda pair: (pair[0], pair[1].start))[1] if found else None
        return self._since(scene, best) or (_until_now(self.published, scene, best) if best is not None else None)

    def _compares(self, scene: Scene, one: DateMention) -> bool:
        """أول تدخل منذ 2011, أعنف قتال منذ شهر: what is the first or worst since then has not gone on since then."""
        if one.when.rule not in ("dates.since", "dates.ago") or self.grammar.tokens[one.start].word.core != "منذ":
            return False
        return self._is_superlative(scene, one.start)

    def _is_superlative(self, scene: Scene, end: int) -> bool:
        tokens = self.grammar.tokens[max(0, scene.index - 2) : end]
        return any(token.word.core in _SUPERLATIVES for token in tokens)

    def _share(self, scene: Scene, one: DateMention) -> float:
        """A time at the head of what is told holds for all that follows: وفي الشهر الماضي شنت ... لكنها تعرضت."""
        first = self.grammar.layout.sentence(one.start).start
        while first < one.start and self.owners[first] != scene.statement:
            first += 1
        return _FRONTED if one.start - first <= 1 and one.start < scene.index else 1.0

    def _since(self, scene: Scene, best: DateMention | None) -> DateMention | None:
        """قتل ... منذ اندلاع الحرب في 26 مارس: from the time of what began until publication."""
        end = self.grammar.layout.sentence(scene.index).end
        turn = next((at for at in range(scene.index + 1, end) if self.turns[at]), None)
        if turn is None or self.published is None or self.grammar.tokens[turn].word.core != "منذ":
            return None
        if self._is_superlative(scene, turn):
            return None
        if (best is not None and best.start < turn) or self.between(scene, scene.index + 1, turn) > _FAR_TURN:
            return None
        for one in self.dates.get(self.grammar.layout.sentence_of[scene.index], ()):
            if one.start > turn and self.told(scene, one.start) and self.sums[one.start] - self.sums[turn + 1] <= _FAR_PLACE:
                if one.when.start > self.published or one.when.rule == "dates.since":
                    return None
                when = replace(one.when, end=self.published, precision="range", rule="dates.since_event")
                return replace(one, when=when)
        return None

    def _apart(self, scene: Scene, one: DateMention) -> float:
        """What lies between a time and a claim that it does not date: another claim's word that has it first, a turn (بعد), an end (ل)."""
        behind = one.start > scene.index
        start, end = (scene.index + 1, one.start) if behind else (one.end, scene.index)
        extra = 0.0
        if behind and any(self.weights[at] > _END for at in range(start, end) if at in self.events and at not in scene.own):
            extra += _HOSTED
        if not behind:
            if any(self.turns[at] for at in range(start, end)):
                extra += _PAST
            if self.grammar.tokens[scene.index].word.preposition == "ل":
                extra += _PAST
        return extra

def _until_now(published: date | None, scene: Scene, one: DateMention) -> DateMention:
    """What has happened this week, month or year has happened until publication."""
    when = one.when
    if published is None or when.rule != "dates.relative_unit" or scene.modality != "actual":
        return one
    part = when.precision != "week" and when.start.day > 1
    if part or not when.start <= published < when.end:
        return one
    return replace(one, when=replace(when, end=published))


def _by_sentence(grammar: Grammar, mentions: list[_M]) -> dict[int, list[_M]]:
    found: dict[int, list[_M]] = {}
    for one in mentions:
        found.setdefault(grammar.layout.sentence_of[one.start], []).append(one)
    return found
