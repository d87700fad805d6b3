"""Victims told right behind an attack: in the next sentence (وأصيب ثمانية جنود), or by another teller in the same one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar
from riwaya.read.scenes.scene import Ground, Placed, Scene
from riwaya.read.text.tokens import Token

_AGAIN_REACH, _OPENING = 8, 2
_ANOTHER = word_list("another happening")
_LED_TO = word_list("scene result")


def is_outcome(ground: Ground, first: Scene, scene: Scene) -> bool:
    """انفجرت سيارة في كابل. وأصيب ثمانية جنود: victims that a claim tells right behind an attack, and of no other one."""
    if any(one.type != "ASSAULT" or one.modality != "actual" for one in (first, scene)):
        return False
    grammar = ground.grammar
    if not _counts_victims(grammar, scene) or is_another(ground, scene) or ground.turned(first.index) != ground.turned(scene.index):
        return False
    layout = grammar.layout
    here, there = layout.sentence_of[scene.index], layout.sentence_of[first.index]
    if here == there:
        return first.statement != scene.statement and first.index < scene.index
    near = here - there == 1 and layout.sentences[here].paragraph == layout.sentences[there].paragraph
    return near and _opens(grammar, scene)


def names_one(ground: Ground, first: Scene, scene: Scene, mentions: Sequence[Placed], shared: Placed | None = None) -> bool:
    """Whether the sentence of a claim has a place or time of its own, behind the claim before it and what that one shares with it:
    هاجموا | فجر الثلاثاء | قاعدة، وزعموا أنهم قتلوا."""
    sentence = ground.grammar.layout.sentence(scene.index)
    start = max(sentence.start, max(first.own), shared.end if shared is not None else 0)
    at = bisect_left(mentions, start, key=lambda one: one.start)
    return at < len(mentions) and mentions[at].start < sentence.end


def is_another(ground: Ground, scene: Scene) -> bool:
    """كما قصفت, بعد عامين من الهجوم, لمهاجمة القرية: what came besides, before or for which it was done."""
    tokens, start = ground.grammar.tokens, ground.grammar.layout.sentence(scene.index).start
    if tokens[scene.index].word.preposition == "ل":
        return True
    near = range(max(start, min(scene.own) - _AGAIN_REACH), min(len(tokens), max(scene.own) + 3))
    return any(ground.turns[at] or (tokens[at].word.core in _ANOTHER and not _is_of_result(tokens, at)) for at in near)


def _is_of_result(tokens: Sequence[Token], at: int) -> bool:
    """الهجوم أدى | أيضا إلى إصابة ستة: a further result of the same."""
    return at > 0 and tokens[at - 1].norm.removeprefix("و") in _LED_TO


def opens_with_cue(grammar: Grammar, scene: Scene) -> bool:
    """وقال شاهد إن, وفي التفاصيل ذكر: a sentence that begins with who tells what follows."""
    start = grammar.layout.sentence(scene.index).start
    near = range(start, min(start + _OPENING, scene.index))
    return any("cue" in grammar.tokens[at].word.labels and grammar.tokens[at].word.conjunction for at in near)


def entry_at(grammar: Grammar, at: int) -> Trigger | None:
    """The event word that a token is."""
    found = grammar.tokens[at].word.find("trigger")
    return found.sense.entry if found is not None and isinstance(found.sense.entry, Trigger) else None


def _counts_victims(grammar: Grammar, scene: Scene) -> bool:
    """قتل، إصابة، سقوط جرحى: every word of a claim tells what an attack led to."""
    entries = [entry_at(grammar, at) for at in scene.own]
    return all(entry is None or entry.group == "result" for entry in entries) and any(entries)


def _opens(grammar: Grammar, scene: Scene) -> bool:
    """وأصيب خمسة, وأسفر عن مقتل, وقال شاهد إن: the victims are what the sentence begins with, or what its teller does."""
    start = grammar.layout.sentence(scene.index).start
    if opens_with_cue(grammar, scene):
        return True
    first = next((at for at in range(start, scene.index + 1) if grammar.parts[at] == VERB), None)
    if first is None or first - start >= _OPENING:
        return False
    return first == scene.index or grammar.tokens[first].norm.removeprefix("و") in _LED_TO
