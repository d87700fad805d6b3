"""The place of a claim whose own words name none: that of the claim beside it about the same happening."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from riwaya.lang.ar.parts import VERB
from riwaya.read.grammar import Grammar
from riwaya.read.joining.again import tells_of_one
from riwaya.read.places.places import PART_OF_COUNTRY, PlaceMention
from riwaya.read.roles.protests import opposed_at
from riwaya.read.scenes.place_fits import TOWARDS, is_on_the_way
from riwaya.read.scenes.place_origin import is_origin
from riwaya.read.scenes.place_owned import is_answered
from riwaya.read.scenes.place_where import place_meant
from riwaya.read.scenes.scene import Ground, Scene
from riwaya.read.scenes.scene_kept import is_perfect
from riwaya.read.scenes.scene_outcome import entry_at, is_another, is_outcome, names_one
from riwaya.read.scenes.scene_past import is_past
from riwaya.read.scenes.scene_retold import lemmas, points_back, told_before
from riwaya.read.text.tokens import WORD

_Places = list[PlaceMention | None]
_Key = tuple[int, int | None, int, bool]


def share_places(ground: Ground, scenes: list[Scene], places: _Places) -> None:
    """Give claims without a place that of a claim about the same happening."""
    _where_it_was(ground, scenes, places)
    if any(places):
        keys = [_key(ground, scene) for scene in scenes]
        _for_an_end(ground, scenes, keys, places)
        _from_before(ground, scenes, keys, places)
        _from_behind(ground, scenes, keys, places)
        _of_outcome(ground, scenes, places)
        _told_again(ground, scenes, places)
        _of_outcome(ground, scenes, places)  # once more: victims behind an attack that has just been given its place
        _back_to_it(ground, scenes, places)
    _by_another(ground, scenes, places)
    _meant_there(ground, scenes, places)
    _under_label(ground, scenes, places)


def _for_an_end(ground: Ground, scenes: list[Scene], keys: list[_Key], places: _Places) -> None:
    """What is done for an end is done where the end lies (شنوا هجوما لطرد القوات من المدينة): one place for both."""
    for at, (one, other) in enumerate(pairwise(keys)):
        if one == other and ground.grammar.tokens[scenes[at + 1].index].word.preposition == "ل":
            there = places[at + 1]
            if there is None or not _is_ahead(ground, scenes[at + 1], there):
                places[at] = places[at] or there
            before = places[at]
            sent = before is not None and _is_sent_from(ground, scenes[at], before)
            places[at + 1] = there or (None if sent else before)


def _key(ground: Ground, scene: Scene) -> _Key:
    """The sentence of a claim, its teller, how many times فيما has turned to something else, and whether others answer it."""
    number, turned = ground.grammar.layout.sentence_of[scene.index], ground.turned(scene.index)
    return number, scene.statement, turned, is_answered(ground, scene.index)


def _is_ahead(ground: Ground, scene: Scene, place: PlaceMention) -> bool:
    """فروا باتجاه | المدينة, كانت متجهة إلى | الجبهة: where somebody has not come yet; nothing else happens there."""
    if place.relation not in TOWARDS:
        return False
    return scene.type in ("RETREAT", "COERCE") or is_on_the_way(ground.grammar, place.start)


def _is_sent_from(ground: Ground, scene: Scene, place: PlaceMention) -> bool:
    """تعزيزات أرسلت من | الثكنة تعرضت لكمين, أسقطوا صواريخ أطلقت من | البحر: what was sent or fired from there is elsewhere."""
    return place.relation == "من" and scene.type in ("ASSAULT", "MOBILIZE") and is_origin(ground.grammar, place.start)


def _from_before(ground: Ground, scenes: list[Scene], keys: list[_Key], places: _Places) -> None:
    """دخلوا الجامعة وهم يخوضون معارك: what goes on in a sentence goes on where its teller was last; not an agreement, nor what a
    protest is about."""
    last: dict[_Key, PlaceMention] = {}
    for at, scene in enumerate(scenes):
        own = places[at]
        if own is not None:
            if not (_is_ahead(ground, scene, own) or _is_sent_from(ground, scene, own)):
                last[keys[at]] = own
        elif scene.type != "AGREE" and opposed_at(ground.grammar, scene.index) is None:
            places[at] = last.get(keys[at])


def _from_behind(ground: Ground, scenes: list[Scene], keys: list[_Key], places: _Places) -> None:
    """وسط قصف عنيف دخلوا المدينة: an attack before a claim with a place, in one sentence and of one teller."""
    following: dict[_Key, PlaceMention] = {}
    for at in range(len(scenes) - 1, -1, -1):
        own, scene = places[at], scenes[at]
        if own is not None:
            if not (_is_ahead(ground, scene, own) or _is_sent_from(ground, scene, own)):
                following[keys[at]] = own
        elif scene.type == "ASSAULT" and scene.modality == "actual":
            place = following.get(keys[at])
            of_next = place is not None and (ground.is_of_next(scene, place.start) or is_past(ground, scene, place.start))
            places[at] = None if of_next else place


def _where_it_was(ground: Ground, scenes: list[Scene], places: _Places) -> None:
    """وقال حاكم مديرية دوما حيث حصلت | الغارة إن مروحيتين هاجمتا حاجزا: a place of which is said that it was there."""
    grammar = ground.grammar
    there = {grammar.layout.sentence_of[one.start]: one for one in grammar.places if _is_said_of(grammar, one)}
    for at, scene in enumerate(scenes):
        place = there.get(grammar.layout.sentence_of[scene.index])
        told = scene.type == "ASSAULT" and scene.statement is not None and places[at] is None
        if told and place is not None and place.end < scene.index:
            places[at] = place


def _is_said_of(grammar: Grammar, place: PlaceMention) -> bool:
    """في بركي | حيث حصلت الغارة, حيث وقع الهجوم: a verb and an attack with the article right behind حيث."""
    behind = place.end + 2
    if behind >= grammar.layout.sentence(place.start).end or grammar.tokens[place.end].norm != "حيث":
        return False
    word, entry = grammar.tokens[behind].word, entry_at(grammar, behind)
    attack = word.core in ("حادث", "حادثه") or (entry is not None and entry.type == "ASSAULT")
    return grammar.parts[behind - 1] == VERB and bool(word.article) and attack


def _of_outcome(ground: Ground, scenes: list[Scene], places: _Places) -> None:
    """انفجرت سيارة في كابل. وأصيب ثمانية جنود: victims told right behind an attack fell where it was."""
    for at in range(1, len(scenes)):
        before = places[at - 1]
        if places[at] is not None or before is None or before.relation == "من" or _is_ahead(ground, scenes[at - 1], before):
            continue
        first, scene = scenes[at - 1], scenes[at]
        told = (ground.grammar.places, ground.grammar.dates)
        if is_outcome(ground, first, scene) and not any(names_one(ground, first, scene, one) for one in told):
            places[at] = before


def _told_again(ground: Ground, scenes: list[Scene], places: _Places) -> None:
    """انفجرت سيارة في كابل. وأدى الهجوم إلى: an attack with the article is the one that the paragraph told before."""
    for at, scene in enumerate(scenes):
        if places[at] is not None or scene.type != "ASSAULT" or scene.modality not in ("actual", "possible"):
            continue
        before = told_before(ground, scenes, at)
        place = places[before] if before is not None else None
        if before is None or place is None or place.relation == "من" or place.place.precision in ("country", "region"):
            continue
        first = scenes[before]
        others = [one for one in ground.grammar.places if one.start > place.start]
        if names_one(ground, first, scene, others) or is_another(ground, scene) or first.modality != "actual":
            continue
        back = points_back(ground.grammar, scene) or _is_exchange(ground.grammar, scene)
        if back and _is_one(ground, first, scene) and not _has_like(ground, scenes, at, before):
            places[at] = place


def _is_exchange(grammar: Grammar, scene: Scene) -> bool:
    """هاجموا مركزا في تعز. وقتل شرطيان خلال | تبادل إطلاق النار: fire that is exchanged answers the attack told before it."""
    return grammar.tokens[scene.index].word.core == "تبادل" and scene.type == "ASSAULT"


def _has_like(ground: Ground, scenes: list[Scene], at: int, before: int) -> bool:
    """قصفوا تعز، ووقعت اشتباكات. وأدى | القصف: whether its own word was told in the paragraph, before the last attack."""
    grammar = ground.grammar
    here, own = grammar.layout.sentence(scenes[at].index).paragraph, lemmas(grammar, scenes[at])
    earlier = scenes[max(0, before - _BACK) : before]
    return any(grammar.layout.sentence(one.index).paragraph == here and own & lemmas(grammar, one) for one in earlier)


def _is_one(ground: Ground, first: Scene, scene: Scene) -> bool:
    """Whether an attack noun tells of the one attack before it, and not of several behind a single one."""
    grammar = ground.grammar
    several = [any(grammar.tokens[at].word.bare.endswith(_SEVERAL) for at in one.own) for one in (first, scene)]
    return tells_of_one(grammar, scene.index, scene.index + 1) and (several[0] or not several[1])


_BACK = 10
_SEVERAL = ("ات", "ين", "ان")


def _back_to_it(ground: Ground, scenes: list[Scene], places: _Places) -> None:
    """أخلوا الحامية بعد ساعات من استعادتها: who takes or holds something does it where his paragraph was last."""
    last: dict[int, PlaceMention] = {}
    for at, scene in enumerate(scenes):
        paragraph = ground.grammar.layout.sentence(scene.index).paragraph
        own = places[at]
        if own is not None:
            last[paragraph] = own
        elif scene.type == "CONTROL":
            places[at] = last.get(paragraph)


def _by_another(ground: Ground, scenes: list[Scene], places: _Places) -> None:
    """قصفوا القرية، لكن الجيش نفى أن يكون | استهدف منازل: what another teller says of an attack, in the sentence that places it."""
    grammar = ground.grammar
    for at, scene in enumerate(scenes):
        number = _placed_before(ground, scenes, places, at) if places[at] is None and scene.modality == "actual" else None
        place = places[number] if number is not None else None
        if number is None or place is None or place.relation == "من" or place.specificity <= PART_OF_COUNTRY:
            continue
        behind = bisect_left(grammar.places, place.end, key=lambda one: one.start)
        last = bisect_left(grammar.places, grammar.layout.sentence(scene.index).end, key=lambda one: one.start)
        others = [one for one in grammar.places[behind:last] if ground.told(scene, one.start)]
        ahead = _is_ahead(ground, scenes[number], place)
        if not ahead and not names_one(ground, scenes[number], scene, others) and _is_of_it(ground, scenes[number], scene):
            places[at] = place


def _placed_before(ground: Ground, scenes: list[Scene], places: _Places, at: int) -> int | None:
    """The last claim before one in its sentence that has a place, told by another teller as done."""
    sentence_of, scene = ground.grammar.layout.sentence_of, scenes[at]
    for number in range(at - 1, max(-1, at - _FEW - 1), -1):
        first = scenes[number]
        if sentence_of[first.index] != sentence_of[scene.index]:
            return None
        if places[number] is not None:
            return number if first.statement != scene.statement and first.modality == "actual" else None
    return None


def _is_of_it(ground: Ground, first: Scene, scene: Scene) -> bool:
    """نفى أن يكون | استهدف, موضحا أن | الهجوم: an attack told as done then, or with the article; not الانفجارات | السابقة.

    And its victims (قصفوا السوق في تعز، بينما تحدث الجيش عن | مقتل مسلحين). Any deed where the same teller goes on: قصفوا منزلا في
    حي الهدف، مضيفا أن الجنود | اعتقلوا ثلاثة.
    """
    tokens = ground.grammar.tokens
    if is_another(ground, scene) or tokens[min(scene.index + 1, len(tokens) - 1)].word.core.startswith("سابق"):
        return False
    if is_outcome(ground, first, scene):
        return True
    goes_on = any(tokens[at].norm in _GOING_ON for at in range(first.index, scene.index))
    if not goes_on and {first.type, scene.type} != {"ASSAULT"}:
        return False
    return is_perfect(ground.grammar, scene.index) or (scene.type == first.type == "ASSAULT" and points_back(ground.grammar, scene))


_FEW, _GOING_ON = 3, ("مضيفا", "مضيفه", "موضحا", "مشيرا", "مشيره")


def _meant_there(ground: Ground, scenes: list[Scene], places: _Places) -> None:
    """حاصروا ماريوبول، وقالت السلطات إن ألف مدني قتلوا | فيها: what has no place of its own, where a pronoun means one."""
    for at, scene in enumerate(scenes):
        places[at] = places[at] or place_meant(ground, scene)


def _under_label(ground: Ground, scenes: list[Scene], places: _Places) -> None:
    """ليبيا.. إغراق سفينة: a place that stands alone before the headline is where the headline happens."""
    grammar = ground.grammar
    first = grammar.layout.sentences[:2]
    if not grammar.places or len(first) < 2 or first[0].paragraph != first[1].paragraph:
        return
    label = first[0]
    place, tokens = grammar.places[0], grammar.tokens
    words = [at for at in range(label.start, label.end) if tokens[at].kind == WORD and tokens[at].norm != "في"]
    if words != list(range(place.start, place.end)):
        return
    for at, scene in enumerate(scenes):
        if grammar.layout.sentence_of[scene.index] == 1:
            places[at] = places[at] or place
