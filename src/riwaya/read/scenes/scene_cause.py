"""Times that stand behind the cause: what came of an attack right then has its time (سقطت إثر هجوم في مارس)."""

from __future__ import annotations

from riwaya.lang.ar.parts import VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.dates.dates import DateMention
from riwaya.read.scenes.scene import Ground, Scene

_BECAUSE_OF, _IN_THE_WAKE, _BEHIND = word_list("because of"), word_list("in the wake of"), "بعد"
_FELL = frozenset({"ASSAULT", "CONTROL", "RETREAT", "COERCE"})
_CAUSES = frozenset({"ASSAULT", "COERCE", "CONTROL"})
_AMID, _EVENTS = ("خلال", "اثناء"), _CAUSES | {"PROTEST", "MOBILIZE"}
_REACH = 2
_LONG = ("month", "year", "range", "week")


def of_cause(ground: Ground, scenes: list[Scene], found: list[DateMention | None], number: int) -> DateMention | None:
    """سقطت البلدة إثر هجوم واسع في مارس: the time of what brought it about, which is told behind it."""
    if number + 1 >= len(scenes):
        return None
    scene, cause, when = scenes[number], scenes[number + 1], found[number + 1]
    if when is None or when.start < cause.index or scene.type not in _FELL or cause.type not in _EVENTS:
        return None
    layout = ground.grammar.layout
    if layout.sentence_of[scene.index] != layout.sentence_of[cause.index] or scene.statement != cause.statement:
        return None
    if scene.modality != "actual" or cause.modality != "actual" or ground.turned(scene.index) != ground.turned(cause.index):
        return None
    if cause.type in _CAUSES and _leads_to(ground, scene, cause, when):
        return when
    return when if _is_amid(ground, scene, cause) or _at_that(ground, scene, cause) else None


def _is_amid(ground: Ground, scene: Scene, cause: Scene) -> bool:
    """قتل متظاهر | خلال | المظاهرات التي خرجت أمس: what came about while something else went on has its day."""
    grammar, first = ground.grammar, min(cause.own)
    if grammar.parts[first] == VERB or grammar.tokens[first - 1].norm not in _AMID or grammar.tokens[first - 2].norm == "من":
        return False
    return first - 1 not in grammar.date_at and max(scene.own) < first - 1


def _at_that(ground: Ground, scene: Scene, cause: Scene) -> bool:
    """خطفوا عشرة رجال | حين | اقتحموا القرية أمس: what was done when another thing was; في حين goes over to another matter."""
    grammar, at = ground.grammar, cause.index - 1
    if grammar.parts[at + 1] != VERB or grammar.tokens[at].norm not in _WHEN or grammar.tokens[at - 1].norm == "في":
        return False
    return grammar.parts[scene.index] == VERB and not any(grammar.is_comma(k) for k in range(scene.index, at))


_WHEN = ("حين", "عندما", "حينما", "لما")


def _leads_to(ground: Ground, scene: Scene, cause: Scene, when: DateMention) -> bool:
    """سقطت | إثر | هجوم, بعد سلسلة | هجمات: what is not named with the article; behind بعد only in so long a time as a month."""
    tokens, first = ground.grammar.tokens, min(cause.own)
    near = range(max(max(scene.own) + 1, first - _REACH), first)
    at = next((at for at in near if tokens[at].word.core == _BEHIND or is_caused_by(tokens[at].word.core)), None)
    if at is None or ground.grammar.parts[first] == VERB or any(tokens[k].word.article for k in range(at + 1, first + 1)):
        return False
    if when.start - 1 == cause.index and tokens[when.start].raw[:1].isdigit():  # الغزو إثر | هجمات 11 سبتمبر
        return False
    if ground.grammar.date_at.get(at) is not None or (scene.type == "ASSAULT" and tokens[at].word.core not in _BECAUSE_OF):
        return False
    return tokens[at].word.core != _BEHIND or when.when.precision in _LONG


def is_caused_by(core: str) -> bool:
    """إثر, جراء, عقب: whether what stands behind a word brought about what stands before it."""
    return core in _BECAUSE_OF or core in _IN_THE_WAKE
