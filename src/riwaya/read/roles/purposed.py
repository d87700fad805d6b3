"""Whom or what a deed is for or goes against, where other words than its own object tell it: حملات لملاحقة المسلحين."""

from __future__ import annotations

from riwaya.lang.ar.parts import ADVERB, AUXILIARY, NEGATION, NUMERAL, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.forces import is_force
from riwaya.read.clauses.near import TARGET, after, is_place, phrase_behind, second_phrase, thing_group
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.words.place_terms import is_part

_PURSUES, _GOES_ON = word_list("pursues or wins"), word_list("goes on or ceases")
_REACH, _NEAR, _CALLED_AFTER = 8, 4, ("هاجم", "اعتدى")


def purposed(grammar: Grammar, mark: Mark) -> Range | None:
    """حملات لملاحقة | المسلحين, انفجار | مخازن, القصف لم يتوقف على | الأحياء, كمين | لتعزيزات: what the rest of the words tell."""
    if mark.entry.type not in ("ASSAULT", "MOBILIZE"):
        return None
    rules = (_pursued, _blown_up, _gone_on_with, _lain_in_wait, _counted_next, _towards, _surroundings)
    return next((found for rule in rules if (found := rule(grammar, mark)) is not None), None)


def past_doer(grammar: Grammar, mark: Mark, target: Range) -> Range | None:
    """وقصف قوات النظام | القريتين: a force right behind an attack, and behind it the place, which alone is hit."""
    joined = mark.entry.group == "attack" and mark.entry.frame == "AO" and mark.found.conjunction == "و"
    if not joined or target[0] != mark.end or not is_force(grammar, target):
        return None
    second = second_phrase(grammar, target)
    return second if second is not None and is_place(grammar, second[0]) and grammar.phrases.is_definite(second[0]) else None


def doer_before(actor: Range | None, target: Range | None, struck: Range) -> Range | None:
    """وقصف | قوات النظام | القريتين: the force right before what alone is hit does it."""
    return target if target is not None and struck[0] == target[1] else actor


def _pursued(grammar: Grammar, mark: Mark) -> Range | None:
    """عمليات لملاحقة | المسلحين, القوة من أجل تفريق | مظاهرة, عمليات مطاردة | المسلحين: whom what a force does it for pursues."""
    if mark.entry.group not in ("attack", "move", "operation"):
        return None
    for at in range(mark.index + 1, min(grammar.limit(mark.index), mark.end + _REACH)):
        if grammar.parts[at] in (VERB, THAT) or (grammar.is_comma(at) and at + 1 not in grammar.date_at):
            return None
        word = grammar.tokens[at].word
        led = word.preposition == "ل" or grammar.tokens[at - 1].norm == "اجل" or at == mark.index + 1
        if led and word.core in _PURSUES and not (word.article or word.conjunction):
            return _with_genitive(grammar, phrase_behind(grammar, at + 1))
    return None


def _with_genitive(grammar: Grammar, where: Range | None) -> Range | None:
    """تفريق | مثيري الشغب: a word that no table has, with the definite noun that it governs."""
    if where is None or where[1] - where[0] > 1 or where[1] >= grammar.limit(where[0]):
        return where
    head, behind = grammar.tokens[where[0]].word, grammar.tokens[where[1]].word
    governs = not head.article and not head.labels and behind.article and not behind.conjunction and not behind.preposition
    return (where[0], where[1] + 1) if governs else where


def _blown_up(grammar: Grammar, mark: Mark) -> Range | None:
    """انفجار | مخازن أسلحة: a building that blows up, no bomb."""
    if mark.is_verb or mark.entry.lemma != "انفجر":
        return None
    found = phrase_behind(grammar, mark.end)
    return found if found is not None and thing_group(grammar, found[0]) == "building" else None


def _gone_on_with(grammar: Grammar, mark: Mark) -> Range | None:
    """القصف لم يتوقف منذ الفجر على | الأحياء: what a deed is done to that is said to go on or to cease."""
    if mark.is_verb or mark.entry.group != "attack" or "علي" not in mark.entry.preps:
        return None
    at, limit = mark.end, grammar.limit(mark.index)
    while at < limit and (grammar.parts[at] in (NEGATION, AUXILIARY, ADVERB) or grammar.phrases.is_adjective(at)):
        at += 1
    goes = at < limit and grammar.parts[at] == VERB and grammar.tokens[at].word.core in _GOES_ON
    return after(grammar, at + 1, frozenset({"علي"})) if goes else None


def _lain_in_wait(grammar: Grammar, mark: Mark) -> Range | None:
    """كمائن محكمة | لتعزيزات من الجيش: reinforcements for which somebody lies in wait."""
    if mark.is_verb or mark.entry.lemma != "كمين":
        return None
    for at in range(mark.end, min(grammar.limit(mark.index), mark.end + _NEAR)):
        word = grammar.tokens[at].word
        if word.preposition == "ل":
            awaited = word.core == "تعزيزات"
            return (at, grammar.phrases.end(at, grammar.limit(mark.index), TARGET)) if awaited else None
    return None


def _counted_next(grammar: Grammar, mark: Mark) -> Range | None:
    """نفذوا الإعدام بـ | 19 رهينة: so many who are put to death."""
    at = mark.end
    led = mark.entry.lemma == "أعدم" and at + 1 < grammar.limit(mark.index) and grammar.tokens[at].norm == "ب"
    return (
        (at + 1, grammar.phrases.end(at + 1, grammar.limit(mark.index), TARGET))
        if led and grammar.parts[at + 1] == NUMERAL
        else None
    )


def _towards(grammar: Grammar, mark: Mark) -> Range | None:
    """هجوم نفذه مسلحون باتجاه | إحدى النقاط: towards what an attack goes, behind whoever carries it out."""
    if mark.is_verb or mark.entry.group != "attack":
        return None
    for at in range(mark.end, min(grammar.limit(mark.index), mark.end + 2 * _REACH)):
        verb = grammar.parts[at] == VERB
        if grammar.is_comma(at) or grammar.parts[at] == THAT or (verb and not grammar.light(at)):
            return None
        if grammar.tokens[at].norm == "باتجاه" and at + 1 < grammar.limit(mark.index) and grammar.phrases.begins(at + 1):
            return at + 1, grammar.phrases.end(at + 1, grammar.limit(mark.index), TARGET)
    return None


def _surroundings(grammar: Grammar, mark: Mark) -> Range | None:
    """رد الجيش بقصف | محيط البلدة: the surroundings or a part of a place right behind a noun of shelling."""
    at, limit = mark.end, grammar.limit(mark.index)
    if mark.is_verb or mark.entry.frame != "AO" or mark.entry.group != "attack" or at + 1 >= limit:
        return None
    word = grammar.tokens[at].word
    if mark.entry.lemma in _CALLED_AFTER and "direction" in word.labels:  # هجوم | شمال مالي
        return None
    held = at + 1 in grammar.phrases.placed or "thing" in grammar.tokens[at + 1].word.labels
    part = (
        is_part(word)
        and (held or word.core != "وسط")  # تواصل القتال | وسط اتهامات متبادلة
        and word.core not in ("داخل", "خارج")
        and not (word.conjunction or word.preposition or word.article)
        and grammar.phrases.begins(at + 1)
    )
    return (at, grammar.phrases.end(at + 1, limit, TARGET)) if part else None


def who_were(grammar: Grammar, mark: Mark, target: Range) -> Range | None:
    """مقتل 3 وإصابة 5 | جنود: a number alone, before as many others of whom it is told who they are."""
    at = target[1]
    bare = target[1] - target[0] == 1 and grammar.parts[target[0]] == NUMERAL and at + 2 < grammar.limit(mark.index)
    if not bare or mark.entry.group != "result" or mark.is_verb or grammar.tokens[at].word.conjunction != "و":
        return None
    hurt = any(entry.group == "result" for entry in entries_at(grammar, at)) and grammar.parts[at + 1] == NUMERAL
    person = hurt and "person" in grammar.tokens[at + 2].word.labels
    return (at + 2, grammar.phrases.end(at + 2, grammar.limit(mark.index), TARGET)) if person else None
