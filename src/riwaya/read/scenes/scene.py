"""The scene of a claim and how far the places and times of its sentence are from it.

What stands between a claim and a place or time counts as distance: another claim's word, a verb, a relative, a comma. The
nearest that fits wins; what lies too far belongs to something else.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol, TypeVar

from riwaya.lang.ar.parts import ADVERB, CONTRAST, NOUN, NUMERAL, PREPOSITION, RELATIVE, SUBORDINATOR, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import swift
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.protests import opposed_at


@swift
@dataclass(frozen=True, slots=True)
class Scene:
    """A claim as its setting is looked for: the token of its trigger, all tokens of its triggers, teller, type, actor, target, and
    whether it is said not to have happened."""

    index: int
    own: frozenset[int]
    statement: int | None
    type: str
    modality: str
    roles: tuple[Range | None, Range | None]
    negated: bool


class Placed(Protocol):
    """Something that begins and ends at a token."""

    @property
    def start(self) -> int:
        """Its first token."""

    @property
    def end(self) -> int:
        """The token after its last one."""


_Placed = TypeVar("_Placed", bound=Placed)


def last_before(told: Sequence[_Placed], at: int) -> _Placed | None:
    """The last of some times or places, in the order of the text, that begins before a token."""
    number = bisect_left(told, at, key=lambda one: one.start) - 1
    return told[number] if number >= 0 else None


_SIGNS = {"،": 0.4, ",": 0.4, "؛": 1.5, ";": 1.5, ":": 1.0, "-": 0.5, "–": 0.5}
_PARTS = {RELATIVE: 0.8, THAT: 1.0, SUBORDINATOR: 1.2, CONTRAST: 2.5}
_EVES = frozenset({"غداه", "عشيه"})
_WHILE = frozenset({"فيما", "بينما"})
MEANWHILE, _ELSEWHERE = 2.5, "فيما"
_TURNS, _TOPICS = word_list("scene turn"), word_list("scene topic")
_MATTERS = _WHILE | {"حين", "وقت"}
_TOLD_APART = _MATTERS | _TOPICS | {"الوقت"}
_LIGHT = frozenset({NOUN, PREPOSITION, NUMERAL, ADVERB})
"""Parts of speech that add nothing by themselves."""
_TOPIC = 1.0
_TURN, _EVE, _JOINED_NOUN = 0.8, 3.0, 0.3
VERB_BETWEEN, _JOINED_VERB = 0.7, 1.8
END = 0.6
"""What a claim for an end (لطرد القوات) adds: it goes with the claim before it."""
_EVENT_NOUN, _EVENT_VERB, _STATE = 1.3, 2.0, 0.5
_BEFORE = 0.6
HOSTED = 1.0
"""What stands by another claim first belongs to that one."""
_WINDOW, _GAPLESS, _HOST_REACH, _OF_DEED = 160, 4, 60, 8


_DEEDS, _WORDS = frozenset({"ASSAULT", "CONTROL", "COERCE", "MOBILIZE"}), frozenset({"AGREE", "CONSULT"})


def _is_held(grammar: Grammar, scene: Scene) -> bool:
    """البلدة التي يسيطر عليها المسلحون, المطار الذي يحاصره الجيش, الخاضعة لسيطرتهم: what describes who holds a place."""
    at = scene.index
    besieged = scene.type == "COERCE" and grammar.tokens[at].word.core.startswith(_BESIEGES)
    if not (scene.type == "CONTROL" or besieged) or at == 0:
        return False
    before = grammar.tokens[at - 1]
    if grammar.parts[at] != VERB:
        return before.norm == "تحت" or (grammar.tokens[at].word.preposition == "ل" and before.word.core in _UNDER)
    if not any(getattr(found.sense.form, "tense", "") == "imperfect" for found in grammar.tokens[at].word.analyses):
        return False
    if grammar.parts[at - 1] == RELATIVE or before.norm in _STILL:
        return True
    described = grammar.parts[at - 1] == NOUN and not before.word.article and not grammar.tokens[at].word.conjunction
    return described and at + 1 < len(grammar.tokens) and grammar.tokens[at + 1].word.core.startswith("علي")


_BESIEGES = ("يحاصر", "تحاصر")
_UNDER = ("خاضع", "خاضعه", "تخضع", "يخضع")
_STILL = word_list("still")


class Ground:
    """The tokens of a document with what each adds to the distance between a claim and its setting."""

    def __init__(self, grammar: Grammar, scenes: list[Scene], owners: list[int | None]) -> None:
        self.grammar = grammar
        self.owners = owners
        self.types = {index: scene.type for scene in scenes for index in scene.own}
        """The words of claims, each with its claim's type."""
        self.events = set(self.types)
        inside = {at for pair in grammar.layout.brackets.items() for at in range(*pair)}
        self.words = sorted(self.events - inside)
        self.deeds = sorted(index for scene in scenes if scene.type in _DEEDS for index in scene.own)
        """The words of claims of what is done on the ground, unlike what is agreed or talked about."""
        self.holds = {scene.index for scene in scenes if _is_held(grammar, scene)}
        """The verbs of what is held (التي يسيطر عليها المسلحون), which has no time of its own and keeps none from others."""
        self.goes_on = {index for scene in scenes for index in scene.own if index - 1 in scene.own}
        self.sentences = {grammar.layout.sentence_of[index] for index in self.events}
        self.turns = [False] * len(grammar.tokens)
        self.weights = [0.0] * len(grammar.tokens)
        for sentence in (grammar.layout.sentences[number] for number in self.sentences):
            parts, tokens = grammar.parts, grammar.tokens
            for index in range(sentence.start, sentence.end):
                word = tokens[index].word
                told = word.conjunction or word.norm in _TOLD_APART or word.core in _TURNS
                if told or parts[index] not in _LIGHT or index in self.events:
                    self.turns[index] = word.core in _TURNS and self._leads_on(index)
                    self.weights[index] = self._weight(index)
        self.sums = [0.0, *accumulate(self.weights)]
        self._aside = [index for index, norm in enumerate(grammar.layout.norms) if norm == _ELSEWHERE]

    def _weight(self, index: int) -> float:
        token, part = self.grammar.tokens[index], self.grammar.parts[index]
        if index in self.events:
            if index in self.goes_on:
                return 0.0
            if token.word.preposition == "ل":
                return END
            if index in self.holds:
                return _STATE
            verb = part == VERB
            return (_EVENT_VERB if verb else _EVENT_NOUN) + (0.5 if verb and token.word.conjunction else 0.0)
        if part == VERB:
            return _JOINED_VERB if token.word.conjunction else VERB_BETWEEN
        if self.turns[index]:
            return _EVE if token.word.core in _EVES else _TURN
        if token.norm in _TOPICS:
            return _TOPIC
        if token.norm in _WHILE or (token.norm in _TOLD_APART and self._is_at_that_time(index)):
            return MEANWHILE
        joined = _JOINED_NOUN if token.word.conjunction else 0.0
        return _PARTS.get(part, _SIGNS.get(token.raw, joined))

    def _is_at_that_time(self, index: int) -> bool:
        """في حين قصفوا, في الوقت الذي هاجموا: a noun of time that turns to something else."""
        norms = self.grammar.layout.norms[index : index + 2]
        turns = norms[0] in _MATTERS or norms == ["الوقت", "الذي"]
        return turns and self.grammar.tokens[index - 1].word.core == "في"

    def _leads_on(self, index: int) -> bool:
        """Whether a preposition leads to another happening (بعد، عقب), not to a distance (على بعد مئة كيلومتر), to
        who acts (من قبل الجيش) or to a time."""
        token = self.grammar.tokens[index]
        if self.grammar.parts[index] not in (PREPOSITION, NOUN) or index in self.grammar.date_at:
            return False
        before = self.grammar.tokens[index - 1].word.core
        return before != "علي" and not (before == "من" and token.word.core == "قبل")

    def turned(self, index: int) -> int:
        """How many times the document has said فيما up to a token: what is told behind it is another matter."""
        return bisect_right(self._aside, index)

    def by_sentence(self, mentions: Sequence[_Placed]) -> dict[int, list[_Placed]]:
        """Sentence → what stands in it, for the sentences with claims."""
        found: dict[int, list[_Placed]] = {}
        for one in mentions:
            number = self.grammar.layout.sentence_of[one.start]
            if number in self.sentences:
                found.setdefault(number, []).append(one)
        return found

    def near(self, scene: Scene, found: dict[int, list[_Placed]]) -> list[_Placed]:
        """What stands in a claim's sentence within reach of it; of what a protest is about, behind the word of protest."""
        here = found.get(self.grammar.layout.sentence_of[scene.index], [])
        opposed = opposed_at(self.grammar, scene.index)
        first = bisect_left(here, scene.index - _WINDOW if opposed is None else opposed, key=lambda one: one.start)
        last = bisect_left(here, min(scene.index + _WINDOW, self._told_first(scene)), key=lambda one: one.start)
        return here[first:last]

    def _told_first(self, scene: Scene) -> int:
        """وبعد يومين على | تفجير أودى بعشرة، | قصف الجيش اليوم القرية: where what follows a clause of time begins."""
        grammar, sentence = self.grammar, self.grammar.layout.sentence(scene.index)
        if not grammar.opens_with_time(scene.index):
            return sentence.end
        comma = next((at for at in range(sentence.start, sentence.end) if grammar.is_comma(at)), sentence.end)
        behind = comma + 1 < sentence.end and grammar.parts[comma + 1] == VERB and comma + 1 in self.events
        return comma if scene.index < comma and behind else sentence.end

    def between(self, scene: Scene, start: int, end: int) -> float:
        """The distance over the tokens from start to end, the claim's own words aside."""
        own = sum(self.weights[index] for index in self.together(scene) if start <= index < end)
        return self.sums[end] - self.sums[start] - own

    def together(self, scene: Scene) -> set[int]:
        """The claim's words and the claims that follow without a gap (اتفاق | لوقف إطلاق النار | في مينسك, قتلوا أو | اعتقلوا)."""
        together, behind, norms = set(scene.own), max(scene.own) + 1, self.grammar.layout.norms
        while behind - scene.index <= _GAPLESS:
            behind += behind < len(norms) and norms[behind] == "او"
            if behind not in self.events:
                break
            together.add(behind)
            behind += 1
        return together

    def distance(self, scene: Scene, start: int, end: int) -> float:
        """How far a mention of the tokens from start to end is from a claim."""
        near = self.nearest(scene, start)
        if start >= near:
            return self.between(scene, near + 1, start) if start > near else 0.0
        return self.between(scene, end, near) + _BEFORE + self._hosted(scene, start)

    def nearest(self, scene: Scene, start: int) -> int:
        """The word of a claim that a mention is measured from: the last one before it, else the first one behind it."""
        before = [at for at in scene.own if at <= start]
        return max(before) if before else min(scene.own)

    def _hosted(self, scene: Scene, start: int) -> float:
        """What stands right behind another claim's word, before this claim, belongs to that one first."""
        first = max(self.grammar.layout.sentence(start).start, start - _HOST_REACH)
        if self._is_led_on(start, first):
            return 0.0
        for at in range(start - 1, first - 1, -1):
            if at in scene.own:
                return 0.0
            if at in self.events:
                return HOSTED
            if self.weights[at] >= VERB_BETWEEN:
                return 0.0
        return 0.0

    def _is_led_on(self, start: int, first: int) -> bool:
        """قصفوا القرية، وفي اليوم التالي هاجموا: what stands behind و goes with what follows."""
        if start <= first:
            return False
        opened = start - 1 if self.grammar.parts[start - 1] == PREPOSITION else start
        behind_comma = opened > first and self.grammar.is_comma(opened - 1)
        return behind_comma and bool(self.grammar.tokens[opened].word.conjunction)

    def is_of_deed(self, scene: Scene, start: int) -> bool:
        """اتفقوا على قتال المسلحين في | الأنبار: what stands behind a deed that is agreed on, not where it is agreed; سيطروا على
        | رأس العين قبل أن يوقعوا اتفاقا: nor by a deed that came before."""
        if scene.type not in _WORDS:
            return False
        if start > scene.index:
            return bisect_left(self.deeds, max(self.together(scene)) + 1) < bisect_left(self.deeds, start)
        last = bisect_left(self.words, start) - 1
        deed = self.words[last] if last >= 0 else -_WINDOW
        near = start - deed <= _OF_DEED and deed >= self.grammar.layout.sentence(start).start and deed in self.deeds
        return near and any(self.turns[start : scene.index])

    def is_of_next(self, scene: Scene, start: int) -> bool:
        """مقتل جنود قبل محادثات في مينسك: what stands by another claim that has not come yet."""
        ahead = next((at for at in range(self.nearest(scene, start) + 1, start) if self.turns[at]), None)
        if ahead is None or self.grammar.tokens[ahead].word.core != "قبل":
            return False
        return any(at in self.events for at in range(ahead + 1, start))

    def told(self, scene: Scene, at: int) -> bool:
        """Whether a token is in the same teller's words as a claim."""
        return self.owners[at] == scene.statement
