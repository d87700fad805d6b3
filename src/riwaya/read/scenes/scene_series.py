"""Times of a series: attacks of one day that the report tells first together, and then one by one."""

from __future__ import annotations

from riwaya.lang.ar.parts import NUMERAL, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.dates.dates import DateMention
from riwaya.read.grammar import Grammar
from riwaya.read.scenes.scene import Ground, Scene
from riwaya.read.scenes.scene_outcome import entry_at

_SERIES, _SERIES_REACH = word_list("scene series"), 6
_MEANWHILE, _TURN_REACH = word_list("scene meanwhile"), 8


def of_series(ground: Ground, scenes: list[Scene], found: list[DateMention | None], number: int) -> DateMention | None:
    """قتل ثلاثون في سلسلة تفجيرات أمس. وانفجرت سيارة في السوق. وقتل أربعة في تفجير آخر: each of them is of that day."""
    scene = scenes[number]
    if not _is_one_of_them(ground, scene):
        return None
    day: DateMention | None = None
    for at in range(number - 1, -1, -1):
        own, one = found[at], scenes[at]
        if one.type != "ASSAULT" or own is None:
            continue
        if day is not None and own.when != day.when:
            return None
        day = own
        if own.when.precision == "day" and _tells_series(ground.grammar, one):
            return own
    return None


def _is_one_of_them(ground: Ground, scene: Scene) -> bool:
    """An attack told as done, not with the article, in a sentence that has no time of its own and looks back to nothing."""
    grammar = ground.grammar
    if scene.type != "ASSAULT" or scene.modality != "actual":
        return False
    sentence = grammar.layout.sentence(scene.index)
    if any(at in grammar.date_at or ground.turns[at] for at in range(sentence.start, min(sentence.end, scene.index + _TURN_REACH))):
        return False
    return grammar.parts[scene.index] == VERB or not grammar.tokens[scene.index].word.article


def _tells_series(grammar: Grammar, scene: Scene) -> bool:
    """سلسلة | تفجيرات, | هجمات متفرقة: the attacks that the first sentence of the report tells together."""
    layout = grammar.layout
    sentence, lead = layout.sentence(scene.index), next((k for k, one in enumerate(layout.sentences) if one.paragraph), 0)
    if layout.sentence_of[scene.index] > lead:
        return False
    near = range(max(sentence.start, min(scene.own) - 2), min(sentence.end, max(scene.own) + _SERIES_REACH))
    return any(grammar.tokens[at].word.core in _SERIES for at in near)


def more_of_them(ground: Ground, scene: Scene, before: Scene) -> bool:
    """نفذوا 28 طلعة أمس فيما نفذ الجيش 30 طلعة: what is counted again by the same word, as done in the meantime."""
    grammar = ground.grammar
    if not (_is_counted(grammar, scene.index) and _is_counted(grammar, before.index)):
        return False
    if entry_at(grammar, scene.index) is not entry_at(grammar, before.index):
        return False
    return any(grammar.tokens[at].norm in _MEANWHILE for at in range(before.index, scene.index))


def _is_counted(grammar: Grammar, at: int) -> bool:
    """30 | طلعة: a noun with a number right before it."""
    return at > 0 and grammar.parts[at] != VERB and grammar.parts[at - 1] == NUMERAL


def of_toll(ground: Ground, scenes: list[Scene], found: list[DateMention | None], number: int) -> DateMention | None:
    """حصيلة ضحايا العنف خلال يوليو ... تتضمن 844 قتيلا، وسقط في العاصمة 335 قتيلا: victims of a toll that was told of a month."""
    scene = scenes[number]
    cores = {ground.grammar.tokens[at].word.core for at in scene.own}
    if number == 0 or scene.modality != "actual" or (_VICTIMS.isdisjoint(cores) and _TOLD_VICTIMS.isdisjoint(cores)):
        return None
    last = next((one for at in range(number - 1, -1, -1) if (one := found[at]) is not None), None)
    if last is None or last.when.rule != "dates.whole_month":
        return None
    return (
        last
        if any(token.word.core in _THROUGH for token in ground.grammar.tokens[max(0, last.start - 2) : last.start + 1])
        else None
    )


_VICTIMS, _TOLD_VICTIMS = word_list("dead and wounded"), word_list("victims of a toll")
_THROUGH = frozenset({"خلال", "شهر"})
