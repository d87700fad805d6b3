"""Times of totals: who was hit or taken since something began that the report has dated."""

from __future__ import annotations

from riwaya.lang.ar.parts import VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.dates.dates import DateMention
from riwaya.read.scenes.scene import Ground, Scene, last_before

_VICTIMS = word_list("dead and wounded")
_BEGINNINGS = ("انطلاق", "اندلاع", "بدء", "بدئ", "بدا")
_BEFORE, _BEHIND, _FROM_TURN = 4, 9, 4.0
_SINCE = frozenset({"dates.since", "dates.since_event"})
_TOTALS = frozenset({"ASSAULT", "COERCE"})


def total_since(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """ارتفع عدد القتلى منذ بدء الاحتجاجات | في 25 أكتوبر | إلى 103 قتلى: the day of what the dead are counted from."""
    grammar, first = ground.grammar, ground.grammar.layout.sentence(one.start).start
    if one.end > scene.index or _VICTIMS.isdisjoint(grammar.tokens[at].word.core for at in scene.own):
        return False
    turn = next((at for at in range(one.start - 1, first - 1, -1) if ground.turns[at]), None)
    if turn is None or grammar.tokens[turn].word.core != "منذ" or ground.sums[one.start] - ground.sums[turn + 1] > _FROM_TURN:
        return False
    if any(grammar.parts[at] == VERB or grammar.is_comma(at) for at in range(one.end, scene.index)):
        return False
    return any(grammar.parts[at] == VERB for at in range(first, turn))


def since_it_began(ground: Ground, scene: Scene) -> DateMention | None:
    """انطلقت العملية في 18 أبريل، وقتل | منذ انطلاقها | مئة جندي: since the day that was told of what it points back to."""
    published = ground.grammar.layout.document.published
    if published is None or scene.modality != "actual":
        return None
    at = _its_beginning(ground, scene)
    told = _told(ground, at) if at is not None else None
    if at is None or told is None or told.when.end > published or told.when.start == published:
        return None
    span = ground.grammar.layout.span(at, at + 2)
    when = changed(told.when, end=published, span=span, precision="range", rule="dates.since_event")
    return DateMention(at, at + 2, when)


def _its_beginning(ground: Ground, scene: Scene) -> int | None:
    """وقتل | منذ انطلاقها | مئة جندي: where a claim says since whose beginning, with no time of its own behind it."""
    grammar, sentence = ground.grammar, ground.grammar.layout.sentence(scene.index)
    for at in range(max(sentence.start, scene.index - _BEFORE), min(sentence.end - 1, scene.index + _BEHIND)):
        if grammar.tokens[at].word.core != "منذ" or not _begins(ground, at + 1) or not ground.told(scene, at):
            continue
        dated = any(k in grammar.date_at for k in range(at + 2, min(at + 4, sentence.end)))
        first, last = sorted((at, scene.index))
        apart = any(grammar.is_comma(k) or (k in ground.events and k not in scene.own) for k in range(first + 1, last))
        return None if dated or apart else at
    return None


def _begins(ground: Ground, at: int) -> bool:
    """منذ | انطلاقها, منذ | اندلاعه: a verbal noun of beginning, with a pronoun."""
    word = ground.grammar.tokens[at].word
    return word.bare.startswith(_BEGINNINGS) and word.bare.endswith(("ها", "ه", "هم", "هما"))


def _told(ground: Ground, at: int) -> DateMention | None:
    """The last time before a token, in its sentence or the one before it."""
    grammar = ground.grammar
    told = last_before(grammar.dates, at)
    near = told is not None and grammar.layout.sentence_of[at] - grammar.layout.sentence_of[told.start] <= 1
    return told if near else None


def share_since(ground: Ground, scenes: list[Scene], found: list[DateMention | None]) -> None:
    """قتلوا مئة شخص | واعتقلوا ألفا منذ انقلاب فبراير 2021: two totals of one doer, joined by و, since the same day."""
    for number in range(len(scenes) - 1):
        scene, behind, one = scenes[number], scenes[number + 1], found[number + 1]
        if found[number] is not None or one is None or one.when.rule not in _SINCE or one.start < behind.index:
            continue
        if _is_joined(ground, scene, behind):
            found[number] = one


def _is_joined(ground: Ground, scene: Scene, behind: Scene) -> bool:
    grammar = ground.grammar
    first, last = max(scene.own) + 1, min(behind.own)
    same = scene.statement == behind.statement and scene.modality == behind.modality == "actual"
    verbs = grammar.parts[scene.index] == VERB and grammar.parts[behind.index] == VERB and behind.index == last
    if not (same and verbs) or {scene.type, behind.type} - _TOTALS or grammar.tokens[last].word.conjunction != "و":
        return False
    if grammar.layout.sentence_of[scene.index] != grammar.layout.sentence_of[last]:
        return False
    return not any(grammar.parts[at] == VERB or grammar.is_comma(at) or at in grammar.date_at for at in range(first, last))
