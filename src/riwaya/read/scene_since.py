"""Times that tell when something began that has gone on since."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, RELATIVE, VERB, is_adjectival
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.dates import DateMention
from riwaya.read.scene import Ground, Scene


def since_its_start(ground: Ground, one: DateMention) -> bool:
    """أسفر النزاع منذ اندلاعه | في مارس 2011 | عن مقتل مئة: the time of what it began with; what came of it came since then."""
    tokens, published = ground.grammar.tokens, ground.grammar.layout.document.published
    began = one.start - 1 - (tokens[one.start - 1].norm in ("في", "عام"))
    if began < 1 or published is None or one.when.end > published or ground.grammar.parts[began] == VERB:
        return False
    return tokens[began - 1].word.core == "منذ" and any(found.pronoun for found in tokens[began].word.analyses)


def is_of_state(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """دخلوا المدينة المحاصرة | منذ مارس, استغلوا حربا تدور | منذ سنوات | للسيطرة: since when goes on what is described."""
    grammar, tokens = ground.grammar, ground.grammar.tokens
    if tokens[one.start].norm != "منذ":
        return False
    first = max(grammar.layout.sentence(one.start).start + 1, one.start - _REACH)
    for at in range(one.start - 1, first - 1, -1):
        if at in scene.own or grammar.is_comma(at) or tokens[at].word.conjunction:
            return False
        if at == one.start - 1 and tokens[at].word.article and tokens[at].word.core in _LASTING:
            return not _describes(ground, scene, at) and not (scene.type == "ASSAULT" and tokens[at].word.core.startswith("مستمر"))
        if grammar.parts[at] == VERB:
            return _is_ongoing(ground, scene, at) and (scene.index < at or tokens[scene.index].word.preposition == "ل")
    return False


def _describes(ground: Ground, scene: Scene, at: int) -> bool:
    """المعارك العنيفة | المستمرة منذ شهر: whether what a word describes is the claim itself."""
    before = at - 1
    while before > 0 and before not in scene.own and is_adjectival(ground.grammar.tokens[before].word):
        before -= 1
    return before in scene.own


def _is_ongoing(ground: Ground, scene: Scene, verb: int) -> bool:
    """مسلحون | يقاتلون الجيش منذ عام, الحركة التي | يقودها منذ سنوات: a present form that describes somebody or something."""
    grammar = ground.grammar
    if not any(getattr(found.sense.form, "tense", "") == "imperfect" for found in grammar.tokens[verb].word.analyses):
        return False
    if grammar.tokens[verb].word.core.endswith("تعرض"):  # المدينة التي | تتعرض منذ شهر لهجوم
        return False
    relative = grammar.parts[verb - 1] == RELATIVE
    bare = grammar.parts[verb - 1] == NOUN and not grammar.tokens[verb - 1].word.article
    return (relative or bare) and not _describes(ground, scene, verb - relative)


_LASTING, _REACH = word_list("has lasted since"), 7
