"""Times of what is told again: of a happening that the sentence before, or another teller before, has dated."""

from __future__ import annotations

from bisect import bisect_left

from riwaya.lang.ar.parts import RELATIVE, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.dates.dates import DateMention
from riwaya.read.grammar import Grammar
from riwaya.read.scenes.scene import Ground, Scene
from riwaya.read.scenes.scene_outcome import entry_at, is_another, is_outcome, names_one, opens_with_cue

_TOLD_AGAIN = frozenset({"ASSAULT", "COERCE", "CONTROL", "PROTEST", "CONSULT"})
_SCENES_BACK, _SENTENCES_BACK = 20, 3


def retold(ground: Ground, scenes: list[Scene], found: list[DateMention | None], number: int) -> DateMention | None:
    """انفجرت سيارة أمس في السوق. وقال شاهد إن الانفجار قتل ثلاثة: the time of what is told again, in more words."""
    scene, before = scenes[number], told_before(ground, scenes, number)
    before = _line_before(ground, scenes, number) if before is None else before
    before = before - 1 if before is not None and _says_when(ground, scenes, before) and found[before - 1] is not None else before
    if before is None or scene.modality != "actual" or scene.type not in _TOLD_AGAIN or _goes_on_beside(ground, scene):
        return None
    if scene.negated != scenes[before].negated:  # قصفوا أمس القرية. وقال مصدر إنهم لم | يقصفوها
        return None
    own, first = found[before], scenes[before]
    if own is None or first.modality != "actual" or _is_to_come(ground, own):
        return None
    if own.when.precision not in ("day", "night") and not (
        own.when.rule == "dates.whole_month" and _is_one_deed(ground, first, scene)
    ):
        return None
    if is_outcome(ground, first, scene) and not names_one(ground, first, scene, ground.grammar.dates, own):
        return own
    if scene.type == "CONSULT" and _is_in_talks(ground.grammar, scene):
        return own
    if _has_other_time(ground, own, scene) or is_another(ground, scene) or not _is_same(ground, first, scene):
        return None
    return own


def _goes_on_beside(ground: Ground, scene: Scene) -> bool:
    """قتلوا أمس، في حين | تتصاعد المعارك, بينما | تستمر الغارات: what goes on besides is no part of what happened then."""
    grammar, first = ground.grammar, min(scene.own)
    for at in range(max(1, first - _BESIDE_REACH), first + 1):
        if grammar.tokens[at - 1].norm in _BESIDE and grammar.parts[at] == VERB and _is_imperfect(grammar, at):
            return True
    return False


_BESIDE, _BESIDE_REACH = word_list("whereas others were hurt"), 3


def _is_imperfect(grammar: Grammar, at: int) -> bool:
    return any(getattr(found.sense.form, "tense", "") == "imperfect" for found in grammar.tokens[at].word.analyses)


def told_before(ground: Ground, scenes: list[Scene], number: int) -> int | None:
    """The last claim of the same type, in this sentence or few before it in the paragraph."""
    layout, scene = ground.grammar.layout, scenes[number]
    here = layout.sentence_of[scene.index]
    for at in range(number - 1, max(-1, number - _SCENES_BACK), -1):
        there = layout.sentence_of[scenes[at].index]
        if here - there > _SENTENCES_BACK or layout.sentences[there].paragraph != layout.sentences[here].paragraph:
            return None
        if scenes[at].type == scene.type:
            return at
    return None


def _says_when(ground: Ground, scenes: list[Scene], number: int) -> bool:
    """قصفوا مواقع بعد | تفجير في 20 يوليو. وتزامنت الغارات: what stands behind another claim of its type and says when that was."""
    first = min(scenes[number].own)
    if not any(ground.turns[max(0, first - _TURN_REACH) : first]):
        return False
    sentence, before = ground.grammar.layout.sentence_of, scenes[max(0, number - 1)]
    return number > 0 and before.type == scenes[number].type and sentence[before.index] == sentence[first]


_TURN_REACH = 2


def _is_to_come(ground: Ground, own: DateMention) -> bool:
    """خلال زيارته غدا: what is told again has been."""
    published = ground.grammar.layout.document.published
    return published is not None and own.when.start > published


def _line_before(ground: Ground, scenes: list[Scene], number: int) -> int | None:
    """انفجرت سيارة أمس. (a new line) وقال شاهد إن | الانفجار قتل ثلاثة: the claim of the line before that the same word tells."""
    layout, scene = ground.grammar.layout, scenes[number]
    again = _definite(ground.grammar, scene) if scene.type in _BY_LINES else None
    talks = scene.type == "CONSULT" and _is_in_talks(ground.grammar, scene)
    cited = again is None and scene.type in _BY_LINES and scene.statement is not None and opens_with_cue(ground.grammar, scene)
    if again is None and not talks and not cited:
        return None
    here = layout.sentence_of[scene.index]
    for at in range(number - 1, max(-1, number - _SCENES_BACK), -1):
        if here - layout.sentence_of[scenes[at].index] > 1:
            return None
        if scenes[at].type != scene.type:
            continue
        same = talks or (cited and _is_like(ground.grammar, scenes[at], scene))
        if same or (again is not None and _is_told_by(ground.grammar, scenes[at], again)):
            return at
    return None


_BY_LINES = frozenset({"ASSAULT", "PROTEST", "CONSULT"})


def _is_in_talks(grammar: Grammar, scene: Scene) -> bool:
    """وجرى خلال | الاتصال بحث الأوضاع, بحثا خلال | اللقاء: what was talked about at the meeting."""
    near = range(max(1, min(scene.own) - _TALKS_REACH), min(len(grammar.tokens), max(scene.own) + _TALKS_REACH))
    return any(
        grammar.tokens[at - 1].word.core in _WITHIN and grammar.tokens[at].word.article and _is_talk(grammar, at) for at in near
    )


def _is_talk(grammar: Grammar, at: int) -> bool:
    entry = entry_at(grammar, at)
    return entry is not None and entry.type == "CONSULT"


_TALKS_REACH = 3


def _definite(grammar: Grammar, scene: Scene) -> int | None:
    """الهجوم, الاشتباكات: the noun with the article that names what happened, where no verb tells another attack."""
    if grammar.parts[scene.index] == VERB and _is_deed(grammar, scene.index):
        return None
    nouns = (at for at in scene.own if grammar.parts[at] != VERB and grammar.tokens[at].word.article and _is_deed(grammar, at))
    at = next(nouns, None)
    return None if at is None or _is_series(grammar, at) else at


def _is_series(grammar: Grammar, at: int) -> bool:
    """ضحايا عمليات | القصف, | الغارات التي تقتل مدنيين: what happens time and again."""
    if any(token.word.core in _SERIES for token in grammar.tokens[max(0, at - 2) : at + 1]):
        return True
    if at + 2 >= len(grammar.tokens) or grammar.parts[at + 1] != RELATIVE:
        return False
    return _is_imperfect(grammar, at + 2)


def _is_deed(grammar: Grammar, at: int) -> bool:
    entry = entry_at(grammar, at)
    return entry is not None and entry.group != "result"


def _is_told_by(grammar: Grammar, first: Scene, again: int) -> bool:
    """Whether a claim is told by the word that stands with the article later: as a verb (هاجم, الهجوم) or in the same number."""
    entry, number = entry_at(grammar, again), _number(grammar, again)
    like = (at for at in first.own if entry_at(grammar, at) is entry)
    return any(grammar.parts[at] == VERB or _number(grammar, at) == number for at in like)


def _is_one_deed(ground: Ground, first: Scene, scene: Scene) -> bool:
    """قصفوا المخيم في غارة في يناير. وأودت | الغارة بحياة خمسين: one attack, told by its word with the article."""
    again = _definite(ground.grammar, scene)
    return again is not None and _number(ground.grammar, again) == "s" and _is_told_by(ground.grammar, first, again)


def _number(grammar: Grammar, at: int) -> str:
    found = grammar.tokens[at].word.find("trigger")
    return getattr(found.sense.form, "number", "") if found is not None else ""


_SERIES = frozenset({"عمليات", "اعمال", "موجه", "سلسله"})


def _has_other_time(ground: Ground, own: DateMention, scene: Scene) -> bool:
    """Whether another time is told behind the one that was told, up to the end of the claim's sentence; not when it is told there
    that somebody says it (وقال بيان | اليوم | إن خمس غارات)."""
    dates, sentence = ground.grammar.dates, ground.grammar.layout.sentence(scene.index)
    for one in dates[bisect_left(dates, own.end, key=lambda one: one.start) :]:
        if one.start >= sentence.end:
            return False
        if one.start < sentence.start or ground.told(scene, one.start):
            return True
    return False


def _is_same(ground: Ground, first: Scene, scene: Scene) -> bool:
    """Whether a claim tells the first one again: by a definite attack noun, or by its word in the mouth of another teller."""
    grammar = ground.grammar
    apart = grammar.layout.sentence_of[scene.index] - grammar.layout.sentence_of[first.index]
    other = first.statement != scene.statement
    if points_back(grammar, scene):
        return apart > 0 or other or grammar.tokens[min(scene.own) - 1].norm in _WITHIN
    if _is_one_victim(grammar, first, scene):
        return True
    if grammar.parts[scene.index] == VERB and _is_imperfect(grammar, scene.index):
        return False  # وقال الضابط: نحن | نقصفهم بلا هوادة
    cited = (apart == 1 and opens_with_cue(grammar, scene)) or (apart == 0 and other)
    return cited and (_is_like(grammar, first, scene) or _names_again(grammar, first, scene))


def _is_one_victim(grammar: Grammar, first: Scene, scene: Scene) -> bool:
    """أصيبت سيارة الجنرال في هجوم أمس. وأكد الناطق مقتل | الجنرال: one man with the article, who was hit in both."""
    if first.type != "ASSAULT" or scene.type != "ASSAULT":
        return False
    victims = _persons(grammar, scene, "article")
    return bool(victims & _persons(grammar, first, ""))


def _persons(grammar: Grammar, scene: Scene, told: str) -> set[str]:
    """The single persons whom a claim hits, by what they are; those with the article alone, if so asked."""
    hit = range(*scene.roles[1]) if scene.roles[1] is not None else range(0)
    found = [(grammar.tokens[at].word.find("person"), grammar.tokens[at].word) for at in hit]
    return {
        one.stem
        for one, word in found
        if one is not None and (word.article or not told) and getattr(one.sense.form, "number", "") == "s"
    }


def _is_like(grammar: Grammar, first: Scene, scene: Scene) -> bool:
    """Whether two claims are told by the same word, or by what did it."""
    return bool(lemmas(grammar, first) & lemmas(grammar, scene)) or _names_means(grammar, first, scene)


def _names_means(grammar: Grammar, first: Scene, scene: Scene) -> bool:
    """هجوم | انتحاري ... إن | انتحاريا اقتحم, تفجير | سيارة ... إن | سيارة انفجرت: who or what did it, told again."""
    words = grammar.tokens[min(scene.own) : max(scene.own) + _MEANS_REACH]
    words = [*words, *grammar.tokens[max(0, min(scene.own) - _MEANS_REACH) : min(scene.own)]]
    told = grammar.tokens[min(first.own) : max(first.own) + _MEANS_REACH]
    means = {token.word.core.removesuffix("ا") for token in told if token.word.core.removesuffix("ا") in _MEANS}
    return bool(means & {token.word.core.removesuffix("ا") for token in words})


_MEANS, _MEANS_REACH = ("انتحاري", "سياره", "عبوه", "قنبله", "لغم"), 3


_WITHIN = frozenset({"في", "خلال", "اثناء", "جراء"})


def points_back(grammar: Grammar, scene: Scene) -> bool:
    """الهجوم, قتل في الحادث: a definite noun of what happened, not of those whom it hit (القتلى)."""
    if any(norm in _INCIDENTS for norm in grammar.layout.norms[scene.index : max(scene.own) + _INCIDENT_REACH]):
        return True
    for at in scene.own:
        word = grammar.tokens[at].word
        entry = entry_at(grammar, at)
        if grammar.parts[at] != VERB and word.article and entry is not None and entry.group != "result":
            return not _is_of_kind(grammar, at)
    return False


def _is_of_kind(grammar: Grammar, at: int) -> bool:
    """هذا النوع من | الهجمات, مثل هذه | الهجمات: what happens time and again."""
    return any(token.word.core in _KINDS for token in grammar.tokens[max(0, at - _TURN_REACH) : at])


_KINDS = ("نوع", "مثل")


_INCIDENTS, _INCIDENT_REACH = ("الحادث", "الحادثه"), 5


def lemmas(grammar: Grammar, scene: Scene) -> set[str]:
    """The words that tell a claim."""
    return {entry.lemma for at in scene.own if (entry := entry_at(grammar, at)) is not None}


def _names_again(grammar: Grammar, first: Scene, scene: Scene) -> bool:
    """مسلحون, then المسلحين: somebody who is named again, now with the article."""
    known = {
        grammar.tokens[at].word.core for role in first.roles if role for at in range(*role) if not grammar.tokens[at].word.article
    }
    now = (grammar.tokens[at].word for role in scene.roles if role for at in range(*role))
    return any(word.article and word.core in known for word in now)
