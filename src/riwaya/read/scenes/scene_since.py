"""Times that tell when something began that has gone on since."""

from __future__ import annotations

from riwaya.lang.ar.parts import AUXILIARY, NOUN, RELATIVE, VERB, is_adjectival
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.dates.dates import DateMention
from riwaya.read.scenes.scene import Ground, Scene
from riwaya.read.words.noverbs import imperfect


def since_start(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """Whether a time tells when that began of which the claim came since then."""
    return _since_its_start(ground, one) or _began_with_war(ground, scene, one)


def _since_its_start(ground: Ground, one: DateMention) -> bool:
    """أسفر النزاع منذ اندلاعه | في مارس 2011 | عن مقتل مئة: the time of what it began with; what came of it came since then."""
    tokens, published = ground.grammar.tokens, ground.grammar.layout.document.published
    began = one.start - 1 - (tokens[one.start - 1].norm in ("في", "عام"))
    if began < 1 or published is None or one.when.end > published or ground.grammar.parts[began] == VERB:
        return False
    return tokens[began - 1].word.core == "منذ" and any(found.pronoun for found in tokens[began].word.analyses)


def _began_with_war(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """أسفرت الحرب التي اندلعت | في أبريل 2023 | عن مقتل الآلاف: when a war broke out; what came of it came since then."""
    grammar, tokens, published = ground.grammar, ground.grammar.tokens, ground.grammar.layout.document.published
    if published is None or one.when.end >= published or scene.index < one.end or grammar.parts[scene.index] == VERB:
        return False
    near = range(one.start - 1, max(grammar.layout.sentence(one.start).start + 1, one.start - _REACH), -1)
    verb = next((at for at in near if grammar.parts[at] == VERB), None)
    if verb is None or not tokens[verb].word.core.startswith(_BROKE_OUT) or grammar.parts[verb - 1] != RELATIVE:
        return False
    before = tokens[max(0, verb - 4) : verb - 1]
    return any(token.word.core in _WARS for token in before) and tokens[scene.index].word.core in _TOLL


_BROKE_OUT = ("اندلع", "بدا", "انطلق", "تفجر")
_WARS = frozenset({"حرب", "نزاع", "صراع"})
_TOLL = frozenset({"مقتل", "نزوح", "تشريد", "تهجير", "لجوء"})


def as_of_then(ground: Ground, scene: Scene, one: DateMention | None) -> DateMention | None:
    """حرب | منذ عام 2014 | عندما استولوا على صنعاء: what opened the time that has lasted since then was done at its beginning."""
    tokens, published = ground.grammar.tokens, ground.grammar.layout.document.published
    if one is None or one.when.rule != "dates.since" or one.end >= len(tokens) or tokens[one.end].norm not in _WHEN:
        return one
    if not one.end < scene.index <= one.end + _OPENED or published is None or ground.grammar.parts[scene.index] != VERB:
        return one
    first, written = one.when.start, tokens[one.end - 1].norm
    if written.isdigit() and len(written) == _YEAR and (first.month, first.day) == (1, 1) and _is_year(tokens[one.end - 2].norm):
        last, exact = first.replace(month=12, day=31), "year"
    elif first.day > 1:
        last, exact = first, "day"
    else:
        return one
    return changed(one, when=changed(one.when, end=min(last, published), precision=exact))


_WHEN, _OPENED, _YEAR = frozenset({"عندما", "حينما", "حين", "لما"}), 2, 4


def _is_year(norm: str) -> bool:
    """منذ | 2014, منذ | عام 2014: the year stands alone, with no month or day before it."""
    return norm in ("منذ", "عام", "العام", "سنه")


def in_relative(ground: Ground, scene: Scene, turn: int) -> bool:
    """التقى نازحين في قواعد لجأ إليها الآلاف | منذ اندلاع: since then came about what such a clause tells."""
    grammar, word = ground.grammar, ground.grammar.tokens
    if grammar.parts[scene.index] != VERB or scene.negated or word[scene.index].word.labels & {"light"}:
        return False
    relative = next((at for at in range(turn - 1, scene.index, -1) if grammar.parts[at] == RELATIVE), None)
    verb = next((at for at in range(relative + 1, turn) if grammar.parts[at] == VERB), None) if relative is not None else None
    if relative is None or verb is None or verb in ground.events or "light" in word[verb].word.labels:
        return False
    return verb - relative <= _RELATIVE_VERB and not imperfect(word[verb])


_RELATIVE_VERB = 2


def is_of_state(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """دخلوا المدينة المحاصرة | منذ مارس, استغلوا حربا تدور | منذ سنوات | للسيطرة: since when goes on what is described."""
    grammar, tokens = ground.grammar, ground.grammar.tokens
    if _lasted_until(ground, scene, one) or _goes_on_after(ground, scene, one):
        return True
    if tokens[one.start].norm != "منذ":
        return False
    if scene.type == "AGREE" and scene.negated:  # انهارت هدنة كانت سارية | منذ 2013, انتهاء الهدنة التي يلتزمونها | منذ عام
        return any(grammar.parts[at] in (RELATIVE, AUXILIARY) for at in range(scene.index, one.start))
    first = max(grammar.layout.sentence(one.start).start + 1, one.start - _REACH)
    for at in range(one.start - 1, first - 1, -1):
        if at in scene.own or grammar.is_comma(at) or _leads_on(ground, at):
            return False
        if _is_held(ground, at):  # المفروض على المدينة | منذ يناير
            return True
        if at == one.start - 1 and _lasts(ground, at):
            fought = scene.type == "ASSAULT" and tokens[at].word.core.startswith(_FOUGHT)
            return not fought and not (_describes(ground, scene, at) and not _ends(ground, scene, at))
        if grammar.parts[at] == VERB:
            held = scene.index < at or tokens[scene.index].word.preposition == "ل" or at in ground.holds
            return _is_ongoing(ground, scene, at) and held
        if grammar.parts[at] == RELATIVE:  # البلدة التي | يؤمنها مقاتلون منذ شهر
            return tokens[at + 1].norm[0] in _PRESENT and scene.index < at and not _describes(ground, scene, at)
    return False


def _is_held(ground: Ground, at: int) -> bool:
    """المفروض على المدينة | منذ يناير, الخاضعة للمسلحين | منذ عام: who or what is held."""
    word = ground.grammar.tokens[at].word
    if at in ground.events:
        return bool(word.article) and word.core in _LASTING
    return word.core in _HELD


def _lasts(ground: Ground, at: int) -> bool:
    """المستمر | منذ شهر, اعتصاما مستمرا | منذ شهر: a participle that says that something has lasted since then."""
    word, before = ground.grammar.tokens[at].word, ground.grammar.tokens[at - 1].word
    bare = ground.grammar.parts[at - 1] == NOUN and not (before.article or before.preposition)
    return word.core.removesuffix("ا") in _LASTING and bool(word.article or bare)


def _ends(ground: Ground, scene: Scene, at: int) -> bool:
    """إنهاء | الحرب المستمرة منذ شهر: what has lasted is what the claim puts an end to; not وقف إطلاق | النار المستمر منذ شهر."""
    before = at - 1
    while before not in scene.own and before > min(scene.own):
        before -= 1
    return scene.type == "RETREAT" and before > min(scene.own) and ground.grammar.tokens[before].word.core != _FIRE


def _leads_on(ground: Ground, at: int) -> bool:
    """المقر الذي توجد فيه القوات | والمسلحون منذ شهر: whether و opens something else, not a second doer with the article."""
    word = ground.grammar.tokens[at].word
    return bool(word.conjunction) and not (word.article and ground.grammar.parts[at] == NOUN)


def _lasted_until(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """كان المسلحون يسيطرون على البلدة | حتى أواخر 2013: when it ended that somebody held a place, not when he took it."""
    holds = scene.type in ("CONTROL", "COERCE") and _is_imperfect(ground, scene.index)
    return holds and one.start > scene.index and ground.grammar.tokens[one.start - 1].word.core == "حتي"


def _goes_on_after(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """لا تزال الطائرات تقصف القرى بعد انسحاب القوات | الشهر الماضي: when that was after which something still goes on."""
    first = max(ground.grammar.layout.sentence(scene.index).start, scene.index - _STILL_REACH)
    norms = ground.grammar.layout.norms[first : scene.index]
    still = any(norm.removeprefix("و") in _STILL for norm in norms)
    return still and any(ground.turns[at] for at in range(scene.index, one.start)) and one.start > scene.index


def lasts_itself(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """دعاهم إلى مواصلة | إضرابهم المستمر | منذ أسبوعين: since when that goes on which they shall go on with."""
    at = one.start - 1
    word = ground.grammar.tokens[at].word
    return at > 0 and word.article and word.core in _LASTING and _describes(ground, scene, at)


def _describes(ground: Ground, scene: Scene, at: int) -> bool:
    """المعارك العنيفة | المستمرة منذ شهر: whether what a word describes is the claim itself."""
    before = at - 1
    while before > 0 and before not in scene.own and is_adjectival(ground.grammar.tokens[before].word):
        before -= 1
    broken = scene.type == "AGREE" and any(ground.grammar.parts[own] == VERB for own in scene.own)  # انهارت | هدنة قائمة منذ 2013
    return before in scene.own and not broken


def _is_ongoing(ground: Ground, scene: Scene, verb: int) -> bool:
    """مسلحون | يقاتلون الجيش منذ عام, الحركة التي | يقودها منذ سنوات: a present form that describes somebody or something."""
    grammar, word = ground.grammar, ground.grammar.tokens[verb].word
    if not _is_imperfect(ground, verb) and (word.analyses or word.norm[0] not in _PRESENT):  # توجد, يعمل: in no table
        return False
    if word.core.endswith("تعرض"):  # المدينة التي | تتعرض منذ شهر لهجوم
        return False
    head = verb - (grammar.parts[verb - 1] == AUXILIARY)  # الذي كان | يعمل مراسلا منذ عامين
    relative = grammar.parts[head - 1] == RELATIVE
    bare = grammar.parts[head - 1] == NOUN and not grammar.tokens[head - 1].word.article
    return (relative or bare) and not _describes(ground, scene, head - relative)


def _is_imperfect(ground: Ground, at: int) -> bool:
    analyses = ground.grammar.tokens[at].word.analyses
    return any(getattr(found.sense.form, "tense", "") == "imperfect" for found in analyses)


_STILL, _STILL_REACH = word_list("still"), 12
_LASTING, _HELD, _REACH = word_list("has lasted since"), word_list("held since"), 9
_FIRE = "نار"
_FOUGHT = ("مستمر", "متواصل", "دائر", "جاري", "ممتد")
_PRESENT = "يت"
