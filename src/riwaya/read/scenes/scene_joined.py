"""Times that a claim shares with the one before it: joined by و, in the meantime, its result."""

from __future__ import annotations

from typing import TypeVar

from riwaya.lang.ar.parts import AUXILIARY, DEMONSTRATIVE, NOUN, PREPOSITION, RELATIVE, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar
from riwaya.read.scenes.scene import Ground, Scene
from riwaya.read.scenes.scene_cause import is_caused_by
from riwaya.read.scenes.scene_series import more_of_them
from riwaya.read.words.noverbs import imperfect

_Time = TypeVar("_Time")


def joined(ground: Ground, scenes: list[Scene], found: list[_Time | None], number: int) -> _Time | None:
    """سيطروا أمس على الحي واعتقلوا سكانه: what is joined to a claim of its teller by و, as its result or in the meantime."""
    if number == 0:
        return None
    last = _last_told(ground, scenes, number)
    scene, before, layout = scenes[number], scenes[last], ground.grammar.layout
    if layout.sentence_of[scene.index] != layout.sentence_of[before.index] or scene.statement != before.statement:
        return None
    if scene.modality != before.modality or _goes_on_now(ground, scene, before):
        return None
    shares = _is_joined(ground, scene) or _is_result(ground, scene, before) or _is_meanwhile(ground, scene, before)
    shares = shares or _is_told_of(ground, scene) or _is_sequel(ground, scene) or _is_cause(ground, scene, before)
    shares = shares or _is_besides(ground, scene, before) or more_of_them(ground, scene, before)
    return found[last] if shares or _is_governed(ground, scene, before) or _is_done_too(ground, scene, before) else None


def _goes_on_now(ground: Ground, scene: Scene, before: Scene) -> bool:
    """سلموا القاعدة يوم الأحد | ويستكملون مغادرتهم: what goes on still has not the time of what was done."""
    grammar = ground.grammar
    verb = next((at for at in (scene.index, scene.index - 1) if at > 0 and grammar.parts[at] == VERB), None)
    if verb is None or grammar.tokens[verb].word.conjunction != "و" or not imperfect(grammar.tokens[verb]):
        return False
    return grammar.parts[before.index] == VERB and _is_perfect(grammar, before.index)


def _last_told(ground: Ground, scenes: list[Scene], number: int) -> int:
    """هاجموا أمس المعسكر الذي يسيطر عليه الجيش | وقتلوا: the claim before, past who only holds a place, where a perfect goes on."""
    at = number - 1
    verb = scenes[number].index if ground.grammar.parts[scenes[number].index] == VERB else _carrier(ground, scenes[number].index)
    if verb is None or not ground.grammar.tokens[verb].word.conjunction or not _is_perfect(ground.grammar, verb):
        return at
    while at > 0 and _only_holds(ground, scenes[at].index):
        at -= 1
    return at


def _is_governed(ground: Ground, scene: Scene, before: Scene) -> bool:
    """باستعادتهم | السيطرة, استئناف | المفاوضات: a verbal noun right behind another one that governs it."""
    grammar, at = ground.grammar, min(scene.own)
    if at != max(before.own) + 1 or grammar.parts[at] != NOUN or grammar.parts[at - 1] != NOUN:
        return False
    return not grammar.tokens[at].word.conjunction and not grammar.tokens[at - 1].word.article


def _is_done_too(ground: Ground, scene: Scene, before: Scene) -> bool:
    """قاموا باقتحام القاعدة | والسيطرة عليها, تم تطويق القارب | والقبض على اثنين: a second verbal noun under the same verb."""
    grammar, first, at = ground.grammar, min(before.own), min(scene.own)
    word = grammar.tokens[at].word
    if not word.conjunction or word.preposition or grammar.parts[at] != NOUN or grammar.parts[first] != NOUN:
        return False
    if grammar.parts[scene.index] == VERB or any(not _goes_along(ground, k) for k in range(max(before.own) + 1, at)):
        return False
    over = at + 1 < len(grammar.tokens) and grammar.tokens[at + 1].word.core.startswith("علي")  # والقبض | عليهم
    return (grammar.phrases.is_masdar(at) or over) and _is_done_by(ground, first)


def _goes_along(ground: Ground, at: int) -> bool:
    part = ground.grammar.parts[at]
    return (part in _OF_DOER or part == DEMONSTRATIVE) and not ground.turns[at] and at not in ground.events


def _is_done_by(ground: Ground, at: int) -> bool:
    """قاموا | باقتحام, تمكنوا من | تدمير, تم | اعتقال: whether ب, a light verb or تم leads to a verbal noun."""
    grammar, first = ground.grammar, ground.grammar.layout.sentence(at).start
    if grammar.tokens[at].word.preposition == "ب":
        return True
    if grammar.tokens[at - 1].norm != "من" and not is_done(grammar, at - 1):
        return False
    verb = next((k for k in range(at - 1, max(first, at - _FAR_LIGHT) - 1, -1) if grammar.parts[k] in (VERB, AUXILIARY)), None)
    if verb is None or verb in ground.events:
        return False
    return "light" in grammar.tokens[verb].word.labels or is_done(grammar, verb)


_FAR_LIGHT = 12


def _only_holds(ground: Ground, at: int) -> bool:
    """الذي | يسيطر عليه الجيش, التي كانت | تحاصرها القوات: what describes a place by who holds it."""
    parts = ground.grammar.parts
    was = at > 1 and parts[at] == VERB and parts[at - 1] == AUXILIARY and parts[at - 2] == RELATIVE
    return at in ground.holds or (was and not _is_perfect(ground.grammar, at))


def _is_joined(ground: Ground, scene: Scene) -> bool:
    """واعتقلوا سكانه, واندلعت اشتباكات, وتمكنوا من قتله: a verb with و, the claim's own or the light one before its noun."""
    grammar, at = ground.grammar, scene.index
    if grammar.parts[at] == VERB:
        return bool(grammar.tokens[at].word.conjunction) or _is_next(grammar, at)
    verb = _carrier(ground, at)
    if verb is None:
        return _is_carried_far(ground, at) or _is_paired(ground, at)
    if not grammar.tokens[verb].word.conjunction:
        return False
    return at - verb <= 1 + (grammar.tokens[at - 1].norm == "من") or _is_perfect(grammar, verb)


def _is_paired(ground: Ground, at: int) -> bool:
    """قاموا بتمشيط | وتطهير الأحياء: a verbal noun with و right behind another, of which the same is told."""
    word = ground.grammar.tokens[at].word
    behind = at - 1 in ground.events and ground.grammar.parts[at - 1] == NOUN and not ground.grammar.tokens[at - 1].word.article
    return behind and bool(word.conjunction) and not word.article and not word.preposition and ground.grammar.parts[at] == NOUN


def _is_carried_far(ground: Ground, at: int) -> bool:
    """وشنت طائرات التحالف العربي بقيادة السعودية | غارات: a noun behind a long doer of the light verb that carries it."""
    grammar = ground.grammar
    tokens, parts = grammar.tokens, grammar.parts
    for verb in range(at - 1, max(grammar.layout.sentence(at).start, at - _FAR_CARRIER) - 1, -1):
        word = tokens[verb].word
        if parts[verb] == VERB:
            told = "cue" in word.labels or verb in ground.events or not word.conjunction
            return "light" in word.labels and not told and _is_perfect(grammar, verb)
        if verb in ground.events or parts[verb] not in _OF_DOER or ground.turns[verb] or word.conjunction:
            return False
    return False


_FAR_CARRIER, _OF_DOER = 9, frozenset({NOUN, PREPOSITION})


def _is_next(grammar: Grammar, at: int) -> bool:
    """ثم | انسحبوا, وعلى الفور | اندلعت اشتباكات: what came right behind."""
    norms = grammar.layout.norms
    return (
        at > 1 and (norms[at - 1] == "ثم" or (norms[at - 1] in _AT_ONCE and norms[at - 2] == "وعلي")) and _is_perfect(grammar, at)
    )


_AT_ONCE = frozenset({"الفور", "الاثر"})


def _carrier(ground: Ground, at: int) -> int | None:
    """وسمع دوي | انفجارات, وتمكنوا من | قتله, وتم | اعتقاله: the verb shortly before a noun, if it tells nothing of its own."""
    grammar = ground.grammar
    near = range(at - 1, max(grammar.layout.sentence(at).start, at - _CARRIER_REACH) - 1, -1)
    verb = next((k for k in near if grammar.parts[k] == VERB or is_done(grammar, k) or grammar.is_comma(k)), None)
    if verb is None or grammar.is_comma(verb) or verb in ground.events or "cue" in grammar.tokens[verb].word.labels:
        return None
    return verb


def is_done(grammar: Grammar, at: int) -> bool:
    """وتم | اعتقاله, حيث تمت | مصادرتها: the auxiliary that says of a noun that it was done."""
    return grammar.parts[at] == AUXILIARY and grammar.tokens[at].word.core in _DONE


_DONE = word_list("scene done")


_CARRIER_REACH = 3


def _is_besides(ground: Ground, scene: Scene, before: Scene) -> bool:
    """كما سيطروا على الجسر, إضافة إلى أسر ثلاثة, وسط قصف عنيف: what was done besides, or amid which it was done."""
    grammar, norms, at = ground.grammar, ground.grammar.layout.norms, min(scene.own)
    verb = scene.index if grammar.parts[scene.index] == VERB else _carrier(ground, at)
    if verb is not None:
        return verb > 0 and norms[verb - 1] == "كما" and _is_perfect(grammar, verb)
    if _is_turned(ground, before):
        return False
    if at > 0 and norms[at - 1] == "وسط":
        return not grammar.tokens[at].word.article
    near = range(max(1, at - _BESIDES_REACH), at)
    return any(f"{norms[k - 1]} {norms[k]}" in _BESIDES for k in near) and not any(grammar.parts[k] == VERB for k in near)


_BESIDES, _BESIDES_REACH = word_list("scene besides"), 4


def _is_result(ground: Ground, scene: Scene, before: Scene) -> bool:
    """اشتباكات أدت إلى نزوح العائلات, مما أدى لإغلاق الطريق: what a verb of result leads to."""
    tokens, last, parts = ground.grammar.tokens, max(before.own), ground.grammar.parts
    if any(parts[at] == RELATIVE and tokens[at].norm not in _WHICH for at in range(last + _OWN_REACH, scene.index)):
        return False
    if _is_turned(ground, before):
        return False
    near = range(max(last + 1, scene.index - _RESULT_REACH), scene.index)
    return any(tokens[at].norm.removeprefix("و") in _RESULTS for at in near) or _is_second_result(ground, scene, before)


def _is_turned(ground: Ground, before: Scene) -> bool:
    """بعد القصف, غداة غارات: what only says when something else was."""
    return any(ground.turns[max(0, min(before.own) - _TURN_REACH) : min(before.own)])


def _is_second_result(ground: Ground, scene: Scene, before: Scene) -> bool:
    """مما أدى لإغلاق الطريق ونزوح عائلات, أسفر عن إصابة خمسة واعتقال عشرة: a noun with و that goes on with what a verb of
    result led to."""
    grammar, first = ground.grammar, min(before.own)
    if grammar.parts[scene.index] == VERB or not grammar.tokens[scene.index].word.conjunction:
        return False
    led = any(token.norm.removeprefix("و") in _RESULTS for token in grammar.tokens[max(0, first - _RESULT_REACH) : first])
    if led:
        return not any(grammar.parts[at] == VERB for at in range(first, scene.index))
    near = range(scene.index - 1, max(first, scene.index - _SECOND_REACH), -1)
    at = next((k for k in near if grammar.parts[k] == VERB or grammar.tokens[k].norm.removeprefix("و") in _RESULTS), None)
    return at is not None and grammar.tokens[at].norm.removeprefix("و") in _RESULTS


_WHICH = frozenset({"مما", "ما"})
_RESULTS, _RESULT_REACH, _TURN_REACH, _OWN_REACH, _SECOND_REACH = word_list("scene result"), 3, 2, 4, 14


def _is_told_of(ground: Ground, scene: Scene) -> bool:
    """تقدموا أمس في المحافظة، حيث سيطروا على الجسر, حيث تم اعتقالهم: a verb right behind حيث, which tells what came about there."""
    grammar = ground.grammar
    at = next((at for at in (scene.index, min(scene.own)) if grammar.parts[at] == VERB), None)  # حيث | قتل ثلاثة في | تفجير
    at = _carrier(ground, min(scene.own)) if at is None else at
    at = _light_behind(ground, min(scene.own)) if at is None else at
    if at is None or at == 0 or grammar.tokens[at - 1].norm != "حيث":
        return False
    return is_done(grammar, at) or _is_perfect(grammar, at)


def _light_behind(ground: Ground, at: int) -> int | None:
    """حيث | تمكنت القوات من | تدمير الجسر: the light verb whose doer stands between it and the noun that it carries."""
    grammar = ground.grammar
    for verb in range(at - 1, max(grammar.layout.sentence(at).start, at - _FAR_CARRIER) - 1, -1):
        if grammar.parts[verb] == VERB:
            return verb if "light" in grammar.tokens[verb].word.labels and verb not in ground.events else None
        if not _goes_along(ground, verb) or grammar.tokens[verb].word.conjunction:
            return None
    return None


def _is_sequel(ground: Ground, scene: Scene) -> bool:
    """أغلقوا الطريق أمس قبل أن تفرقهم الشرطة, قصفوا أمس المواقع في الوقت الذي احتجزت فيه الشرطة: what came next, or then."""
    norms, at = ground.grammar.layout.norms, scene.index
    return at > 1 and ground.grammar.parts[at] == VERB and (norms[at - 2], norms[at - 1]) in _SEQUELS


_SEQUELS = (("قبل", "ان"), ("الوقت", "الذي"))


def _is_cause(ground: Ground, scene: Scene, before: Scene) -> bool:
    """هجروا القرى في يناير إثر تعرضها لهجمات, مواجهات أمس عقب هجوم: what happened right before is of the same time."""
    tokens, at = ground.grammar.tokens, max(1, min(scene.own))
    if scene.type == before.type == "ASSAULT" and tokens[at - 1].word.core in _RIGHT_AFTER and not tokens[at].word.article:
        return True
    near = range(max(1, min(scene.own) - _CAUSE_REACH), min(scene.own) + 1)
    return any(tokens[at].word.core.startswith("تعرض") and is_caused_by(tokens[at - 1].word.core) for at in near)


_RIGHT_AFTER, _CAUSE_REACH = word_list("right after"), 3


def _is_perfect(grammar: Grammar, at: int) -> bool:
    return any(getattr(found.sense.form, "tense", "") == "perfect" for found in grammar.tokens[at].word.analyses)


def _is_meanwhile(ground: Ground, scene: Scene, before: Scene) -> bool:
    """قتل شرطيين أثناء قصف الجيش, انتحر بينما كانت الشرطة تطوقه: at the same time; بينما alone only tells of something else."""
    grammar, norms = ground.grammar, ground.grammar.layout.norms
    tokens, at = grammar.tokens, scene.index
    near = range(max(ground.grammar.layout.sentence(at).start, before.index + 1, at - _MEANTIME_REACH), at)
    meantime = any(tokens[k].norm in (_MEANTIME if at - k <= _MEANTIME_NEAR else _WHEN) for k in near)
    meantime = meantime or any(tokens[k].norm == "بينما" and ground.grammar.parts[k + 1] == AUXILIARY for k in near)
    meantime = meantime and not any(tokens[k].norm == "حين" and tokens[k - 1].norm == "في" for k in near)
    within = norms[at - 1] == "خلال" and norms[at - 2] != "من" and grammar.parts[at] != VERB and at - 1 not in grammar.date_at
    return meantime or within or any(token.norm in _DURING_IT for token in tokens[max(0, at - 1) : max(scene.own) + 2])


_DURING_IT = word_list("scene during it")
_MEANTIME, _MEANTIME_REACH, _MEANTIME_NEAR = word_list("scene meantime"), 6, 3
_WHEN = frozenset({"عندما", "حينما", "حين"})
