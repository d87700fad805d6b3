"""Event words by which nobody's deed is meant: nature and feelings as subjects, what goes off by itself, like views, seats."""

from __future__ import annotations

from riwaya.lang.ar.gazetteer import place_words
from riwaya.lang.ar.parts import PREPOSITION, THAT, VERB
from riwaya.lang.ar.thing_groups import WEAPONRY
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.forces import FORCES, is_body
from riwaya.read.clauses.near import person_group
from riwaya.read.cues.scolding import is_scolded
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim
from riwaya.read.words.owned import PRONOUN_ENDINGS

_NEAR, _WIDE = 4, 14


def by_nature(grammar: Grammar, claim: Claim) -> bool:
    """احتجز الثلج المسافرين, سيطر القلق على السوق: snow, smoke, fear or a programme does what only people do."""
    mark, behind = claim.mark, claim.mark.index + 1
    if mark.entry.lemma == "سيطر" and not mark.is_verb:  # رغم سيطرة | الخوف على السكان
        return behind < grammar.limit(mark.index) and _is_natural(grammar, behind)
    if not mark.is_verb or mark.entry.type not in ("ASSAULT", "COERCE", "CONTROL") or mark.passive or claim.absorbed:
        return False
    if behind < grammar.limit(mark.index) and _is_natural(grammar, behind):
        return True
    actor = claim.roles.actor
    return actor is not None and actor[0] < mark.index and _is_natural(grammar, actor[0])


def _is_natural(grammar: Grammar, at: int) -> bool:
    """Snow, fear or a programme; عاصفة الحزم, غضب الفرات are operations by their names."""
    word = grammar.tokens[at].word
    behind = at + 1 + (at + 1 < len(grammar.tokens) and grammar.tokens[at + 1].norm == "من")
    if word.core in _MOODS and behind < len(grammar.tokens) and grammar.tokens[behind].word.core in _NATURE:
        return True  # أجواء من القلق
    named = word.core in _OPERATIONS and not word.article and at + 1 < len(grammar.tokens) and grammar.phrases.has_article(at + 1)
    return word.core in _NATURE and not (word.preposition or word.conjunction or named)


_NATURE = word_list("nature feeling or plan")
_MOODS = ("اجواء", "حاله", "مشاعر")
_OPERATIONS = word_list("first word of an operation's name")


def goes_off_alone(grammar: Grammar, claim: Claim) -> bool:
    """انفجار أنبوب غاز, انفجر إطار الحافلة: what goes off by itself, with no weapon in its sentence."""
    if claim.mark.entry.lemma != "انفجر":
        return False
    behind = range(claim.mark.end, min(grammar.limit(claim.mark.index), claim.mark.end + _NEAR))
    if not any(grammar.tokens[at].word.core in _BURSTS for at in behind):
        return False
    sentence = grammar.layout.sentence(claim.mark.index)
    around = range(max(sentence.start, claim.mark.index - _WIDE), min(sentence.end, claim.mark.index + _WIDE))
    return not any(grammar.group(at, "thing") in WEAPONRY for at in around)


_BURSTS = word_list("bursts by itself")


def in_words(grammar: Grammar, claim: Claim) -> bool:
    """هاجم الوزير في تغريدة, شن هجوما لاذعا على الحزب: whoever is attacked in words is only scolded."""
    if claim.mark.entry.lemma != "هاجم" or claim.mark.found.article:
        return False
    limit = grammar.limit(claim.mark.index)
    if _in_a_speech(grammar, claim.mark.index, claim.mark.end, limit):
        return True
    for at in range(max(grammar.clause_start(claim.mark.index), claim.mark.index - _NEAR), min(limit, claim.mark.end + 2 * _NEAR)):
        if grammar.parts[at] == THAT and at > claim.mark.index:
            return False
        core = grammar.tokens[at].word.core
        if core.startswith(tuple(_WRITTEN)) or core.removesuffix("ا") in _SHARP:
            return True
    return False


def _in_a_speech(grammar: Grammar, index: int, end: int, limit: int) -> bool:
    """تصريحاته التي | هاجم فيها منافسه, مقالا | هاجم فيه الحكومة, هاجم منافسه في خطاب ألقاه: attacks in words."""
    cores = grammar.layout.cores
    if not _IN_IT.isdisjoint(grammar.layout.norms[end : min(limit, end + 2)]):
        return any(core.startswith(tuple(_SPEECHES)) for core in cores[max(0, index - _NEAR) : index])
    behind = range(end + 1, min(limit, end + 2 * _NEAR))
    return any(cores[at].startswith(tuple(_SPEECHES)) and grammar.tokens[at - 1].norm in _WHEN_OR_WHY for at in behind)


_SPEECHES, _IN_IT = word_list("words of an attack"), frozenset({"فيها", "فيه"})
_WHEN_OR_WHY = frozenset({"في", "خلال", "بسبب", "اثر"})
_WRITTEN, _SHARP = word_list("attacked in words"), word_list("sharp, of words")


def by_a_speaker(grammar: Grammar, claim: Claim) -> bool:
    """هاجم السفير | إيران, الكاتب يهاجم | المملكة: whoever only speaks and writes attacks a state or body in words.

    شن رئيس الحكومة هجوما شديدا على | الرئيس السابق: so does an official who makes an attack on another.
    """
    mark, actor, target = claim.mark, claim.roles.actor, claim.roles.target
    if mark.entry.lemma not in ("هاجم", "شن") or actor is None or target is None or claim.absorbed or claim.figures:
        return False
    speaks = person_group(grammar, actor[0]) == "official" or grammar.tokens[actor[0]].word.core in _SPEAKERS
    scolded, plainly = person_group(grammar, target[0]) == "official", mark.is_verb and mark.entry.lemma == "هاجم"
    word = grammar.tokens[target[0]].word
    state = "country" in word.labels or target[0] in grammar.place_at or word.core in place_words("kingdom")
    if not speaks or not (scolded or (plainly and (state or is_body(grammar, target)))):
        return False
    sentence = grammar.layout.sentence(mark.index)
    return not any(grammar.group(at, "thing") in WEAPONRY for at in range(sentence.start, sentence.end))


_SPEAKERS = word_list("speaks or writes")


def of_one_mind(grammar: Grammar, claim: Claim) -> bool:
    """اتفق خبراء على أن, اتفق معه النائب في أن: those who think alike make no deal."""
    mark = claim.mark
    if mark.entry.lemma not in ("اتفق", "توافق") or mark.entry.type != "AGREE":
        return False
    limit = min(grammar.limit(mark.index), mark.end + _NEAR)
    for at in range(mark.end, limit):
        if grammar.tokens[at].word.core in _OBSERVERS:
            return True
        if grammar.parts[at] == VERB:
            break
    return mark.is_verb and any(_in_opinion(grammar, at) for at in range(mark.end, limit))


def _in_opinion(grammar: Grammar, at: int) -> bool:
    """اتفق معه | في أن, اتفقا | في الرأي."""
    if grammar.parts[at] != PREPOSITION or grammar.tokens[at].norm != "في" or at + 1 >= len(grammar.tokens):
        return False
    return grammar.tokens[at + 1].norm in _OPINION


_OBSERVERS = word_list("thinks alike")
_OPINION = frozenset({"ان", "الراي", "وجهه", "وجهات", "ذلك"})


def at_no_body(grammar: Grammar, claim: Claim) -> bool:
    """خلية تستهدف أمن البلاد, القضاء على الفكر المتطرف: what is struck is nothing that can be hit."""
    target = claim.roles.target
    if claim.mark.entry.type != "ASSAULT" or target is None or claim.absorbed:
        return False
    word = grammar.tokens[target[0]].word
    if claim.mark.entry.lemma == "هاجم" and claim.mark.is_verb and is_scolded(grammar, target[0]):
        return claim.roles.actor is None or person_group(grammar, claim.roles.actor[0]) not in FORCES
    core = _without_owner(word.core) if grammar.phrases.is_owned(target[0]) else word.core
    return core in _NO_BODIES and not (core == "امن" and word.article)


def _without_owner(core: str) -> str:
    """قضى على | أملهم, القضاء على | أحلامه: a noun without the pronoun that hangs on it."""
    return next((core.removesuffix(end) for end in PRONOUN_ENDINGS if core.endswith(end)), core)


_NO_BODIES = word_list("struck in words only")


def only_a_blow(grammar: Grammar, claim: Claim) -> bool:
    """سيطر الجيش على التل، في ضربة موجعة للجماعة; يعد مقتله ضربة كبيرة للتنظيم: what something is to somebody, no strike."""
    mark = claim.mark
    if mark.is_verb or grammar.tokens[mark.index].norm != "ضربه" or mark.end >= grammar.limit(mark.index) or claim.figures:
        return False
    dealt = range(max(grammar.clause_start(mark.index), mark.index - _NEAR), mark.index)
    by_somebody = any(grammar.light(at) == "actor" and "comment" not in grammar.tokens[at].word.labels for at in dealt)
    return grammar.tokens[mark.end].word.core in _HARD and not by_somebody


_HARD = word_list("hard blow")


def by_votes(grammar: Grammar, claim: Claim) -> bool:
    """الكونغرس الذي | يسيطر عليه الجمهوريون, استولى القراصنة على البيانات: seats, decisions and data are no ground."""
    target = claim.roles.target
    if claim.mark.entry.type != "CONTROL" or target is None:
        return False
    within = range(target[0], min(target[1], target[0] + _NEAR + 1))
    return any(grammar.tokens[at].word.core.removesuffix("ا") in _SEATS for at in within)


_SEATS = word_list("held by votes or wits")

FIGURATIVE = (of_one_mind, in_words, by_a_speaker, at_no_body, only_a_blow, by_votes)
"""Deeds that are none: those who think alike, who scold, who strike at what has no body, a blow to somebody, seats."""
