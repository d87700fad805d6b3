"""Places past another happening: what stands beyond its words says where that one was, not the one before it."""

from __future__ import annotations

from bisect import bisect_right

from riwaya.lang.ar.parts import RELATIVE, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.scenes.scene import Ground, Scene
from riwaya.read.text.tokens import SIGN

_OF_OTHER, _OF_SAME = 12, 18
"""So many words a place past a happening of another type, of the same type may still stand from a claim."""
_APART, _AFTER = word_list("scene apart"), word_list("scene after")
_AIM, _LEADING = word_list("done for an end"), word_list("leads to a result")
_AMID, _DURING = word_list("amid what happens"), word_list("happens in or comes of")
_SUSPECTED = word_list("suspected of a deed")
_NEAR_AIM, _NEAR_APART, _NEAR_CAUSE, _LOOKED = 3, 4, 8, 12
_TALKS, _NOT_THERE = frozenset({"CONSULT", "AGREE"}), frozenset({"RETREAT", "AID"})
_AT_ONCE = frozenset({"ASSAULT", "CONTROL"})


def is_past(ground: Ground, scene: Scene, start: int) -> bool:
    """عززت السلطات الحراسة بعد الهجوم على | المتحف: whether a place ahead stands past another happening and is that one's."""
    target = scene.roles[1]
    if _is_beside(ground, scene) or start <= scene.index or (target is not None and target[0] <= start < target[1]):
        return False
    if ground.turned(start) != ground.turned(ground.nearest(scene, start)) or is_of_sought(ground, scene, start):
        return True
    other = _passed(ground, scene, start)
    if other is None:
        return False
    if scene.type in _TALKS and ground.types[other] in _NOT_THERE:
        return True
    if _is_aim(ground, other) or _is_within(ground, scene, other):
        return _is_suspicion(ground, scene, other)
    return _is_far(ground, scene, other, start) or _is_apart(ground, scene, other, start) or _is_suspicion(ground, scene, other)


def is_of_sought(ground: Ground, scene: Scene, start: int) -> bool:
    """دهموا منزلا بحثا عن منفذ هجوم في | القدس: where those did their deed for whom somebody searches."""
    tokens, near = ground.grammar.tokens, range(start - 1, max(scene.index, start - _OF_SOUGHT), -1)
    doer = next((at for at in near if tokens[at].word.core in _SOUGHT), None)
    return doer is not None and any(token.word.core in _SEEKS for token in tokens[max(scene.index, doer - 2) : doer])


_SOUGHT, _SEEKS, _OF_SOUGHT = word_list("sought for a deed"), word_list("seeks somebody"), 9


def is_goal_of_next(ground: Ground, scene: Scene, start: int) -> bool:
    """المعارك تسببت في نزوح المئات إلى | لبنان: where those go of whom the next claim tells, not where they were attacked."""
    other = _passed(ground, scene, start) if scene.type == "ASSAULT" and start > scene.index else None
    return other is not None and ground.types[other] in _GOING


_GOING = frozenset({"COERCE", "RETREAT", "MOBILIZE"})


def _is_beside(ground: Ground, scene: Scene) -> bool:
    """بدعم من | الطيران سيطروا على, وسط | قصف عنيف دخلوا: what goes with the claim behind it."""
    word, tokens = ground.grammar.tokens[scene.index].word, ground.grammar.tokens
    return (scene.type == "AID" and word.preposition == "ب") or (scene.index > 0 and tokens[scene.index - 1].word.core in _AMID)


def _passed(ground: Ground, scene: Scene, start: int) -> int | None:
    """The first word of another claim between a claim and a place; what is held, who helps and what is hit stand aside."""
    own, target = ground.together(scene), scene.roles[1] or (0, 0)
    first = bisect_right(ground.words, max(own))
    for at in ground.words[first : first + _LOOKED]:
        if at >= start:
            return None
        helps = ground.types[at] == "AID" and scene.type not in _TALKS
        if at not in ground.holds and not helps and not target[0] <= at < target[1]:
            return at
    return None


def _is_aim(ground: Ground, other: int) -> bool:
    """معارك من أجل | السيطرة على البلدة, هجوم أسفر عن | تدمير حاجز: what a claim is for or leads to is where the claim is."""
    tokens = ground.grammar.tokens
    if tokens[other].word.preposition == "ل":
        return True
    first = max(ground.grammar.layout.sentence(other).start, other - _NEAR_AIM)
    cores = [tokens[at].word.core for at in range(first, other)]
    return any(core in _AIM or core in _LEADING for core in cores) or any(_is_for(ground, at) for at in range(first, other))


def _is_for(ground: Ground, at: int) -> bool:
    """لمنعهم من | الاستيلاء على المدينة: a verbal noun with ل."""
    word = ground.grammar.tokens[at].word
    return word.preposition == "ل" and not word.article and ground.grammar.phrases.is_masdar(at)


def _is_within(ground: Ground, scene: Scene, other: int) -> bool:
    """قتل جنديان في | اشتباكات, سقطوا إثر | قصف, أصيب خلال | مداهمة: what a claim happens in or comes of."""
    tokens = ground.grammar.tokens
    near = range(max(scene.index + 1, other - _NEAR_AIM), other)
    if any(tokens[at].norm == "في" and tokens[at + 1].word.core not in _APART for at in near):
        return True
    return any(tokens[at].word.core in _DURING for at in range(max(scene.index + 1, other - _NEAR_CAUSE), other))


def _is_far(ground: Ground, scene: Scene, other: int, start: int) -> bool:
    """Whether more words stand before a place past another happening than one clause has."""
    near = ground.nearest(scene, start)
    reach = _OF_SAME if ground.types[other] == scene.type else _OF_OTHER
    grammar = ground.grammar
    joined = bool(grammar.tokens[other].word.conjunction) and not grammar.is_comma(other - 1)
    told = ground.types[other] == scene.type and grammar.parts[other - 1] == RELATIVE  # جثث المسلحين الذين | قتلوا
    if joined or told or start - near <= reach:  # قتل خمسة | واعتقل سبعة في البلدة
        return False
    return sum(grammar.tokens[at].kind != SIGN for at in range(near + 1, start)) > reach


def _is_apart(ground: Ground, scene: Scene, other: int, start: int) -> bool:
    """تسليح الحرس بعد | هجوم, الهجمات منذ | دخول القوات, بعد | الهجوم على المتحف: what was before, or goes on elsewhere."""
    grammar = ground.grammar
    after = range(max(scene.index + 1, other - _NEAR_APART), other)
    cores = [grammar.tokens[at].word.core for at in after]
    if any(core in _APART for core in cores):
        return scene.type != "ASSAULT" or ground.types[other] == "ASSAULT"  # ألف قتيل منذ | دخول المسلحين عدن
    if not any(core in _AFTER for core in cores) or grammar.parts[other] == VERB:
        return False
    if grammar.tokens[other].word.article:  # بعد | الهجوم, بعد ساعات من | الهجوم; not بعد محاولة | الهجوم
        return cores[-1] in _AFTER or cores[-1] == "من"
    owned = any(found.pronoun for at in range(other, start) for found in grammar.tokens[at].word.analyses)
    return scene.type not in _AT_ONCE and ground.types[other] != scene.type and not owned


def _is_suspicion(ground: Ground, scene: Scene, other: int) -> bool:
    """اعتقلت رجلين يشتبه في تورطهما في | هجوم: what those are suspected of who are arrested."""
    if scene.type != "COERCE" or ground.types[other] == "COERCE":
        return False
    tokens = ground.grammar.tokens
    return any(tokens[at].word.core in _SUSPECTED for at in range(scene.index + 1, other))
