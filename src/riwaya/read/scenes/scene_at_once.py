"""Times of what was done at once: on the day of the claim before it."""

from __future__ import annotations

from riwaya.lang.ar.parts import THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.dates.dates import DateMention
from riwaya.read.scenes.scene import Ground, Scene
from riwaya.read.words.noverbs import imperfect

_AT_ONCE = word_list("done at once")
_REACH, _SENTENCES_BACK = 8, 1
_EXACT = ("day", "night")


def at_once(ground: Ground, scenes: list[Scene], found: list[DateMention | None], number: int) -> DateMention | None:
    """سقطت قذيفة أمس على القرية. وردت المدفعية | على الفور | بقصف مواقعهم: the day of what it came right after."""
    if number == 0 or found[number - 1] is None or not _is_at_once(ground, scenes[number]):
        return None
    scene, before, own = scenes[number], scenes[number - 1], found[number - 1]
    sentence_of = ground.grammar.layout.sentence_of
    if sentence_of[scene.index] - sentence_of[before.index] > _SENTENCES_BACK or before.modality != scene.modality:
        return None
    return own if own is not None and own.when.precision in _EXACT else None


def _is_at_once(ground: Ground, scene: Scene) -> bool:
    """وعلى الفور ردت, ردت في حينه: the word stands in the clause of what has been done."""
    grammar, sentence = ground.grammar, ground.grammar.layout.sentence(scene.index)
    if scene.modality != "actual" or imperfect(grammar.tokens[scene.index]):
        return False
    for at in range(max(sentence.start, scene.index - _REACH), min(sentence.end, scene.index + _REACH)):
        if grammar.tokens[at].norm.removeprefix("و") in _AT_ONCE and _is_in_clause(ground, scene, at):
            return True
    return False


def _is_in_clause(ground: Ground, scene: Scene, at: int) -> bool:
    """وعلى الفور، | ردت المدفعية: no other clause begins between the word and the claim."""
    grammar, parts = ground.grammar, ground.grammar.parts
    first, last = sorted((at, scene.index))
    for k in range(first + 1, last):
        told = parts[k] == VERB and "light" not in grammar.tokens[k].word.labels and not grammar.tokens[k].norm.endswith(_ANSWERED)
        if told or parts[k] == THAT or k in ground.events or (grammar.is_comma(k) and k != at + 1):
            return False
    return True


_ANSWERED = ("رد", "ردت", "ردوا")
