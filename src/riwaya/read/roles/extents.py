"""What a target in one word goes on with: the clause that says which, those it is made up of, to whom it belongs."""

from __future__ import annotations

from riwaya.lang.ar.parts import (
    AUXILIARY,
    CONTRAST,
    FUTURE,
    NEGATION,
    NOUN,
    NUMERAL,
    PERFECTIVE,
    PREPOSITION,
    QUANTIFIER,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    VERB,
)
from riwaya.lang.ar.thing_groups import WEAPONRY
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.between import points_back
from riwaya.read.clauses.forces import ARMS
from riwaya.read.clauses.near import TARGET, is_place
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import Manner
from riwaya.read.roles.lights import light_lemma

_WHOSE = Manner(TARGET.stops | {"من"}, split=True)
_CLAUSE = 12
_SIGNS = frozenset(":()-–—[]؛")
_AREAS = word_list("area known by where it lies")
_TURNS = word_list("ends a clause that describes")


def in_full(grammar: Grammar, where: Range, limit: int) -> Range:
    """A target of one word with what says which one it is; a longer one says so already."""
    head, at = where
    if (end := _of_them_all(grammar, where, limit)) > at:
        return head, end
    if at - head == 1 and at + 1 < limit and (end := _of_those(grammar, head, at, limit)) > at:
        return head, end
    if at - head != 1 or at + 1 >= limit or grammar.parts[head] != NOUN or grammar.tokens[at].word.conjunction:
        return where
    if _is_named(grammar, head) and not _are_some_of(grammar, head, at):
        return where
    for rule in (_with_relative, _with_state, _of_whom, _of_whose, _where_it_lies):
        if (end := rule(grammar, head, at, limit)) > at:
            return head, end
    return where


def before_own_words(grammar: Grammar, target: Range, actor: Range | None, deeds: list[int], limit: int) -> int:
    """أصيب مصور كان يوثق المسيرة | برصاص الجيش, مقتل جندي كان يحرس الجسر | في اشتباكات: where the event's own words begin."""
    if grammar.parts[target[1] : target[1] + 1] == [RELATIVE]:  # المدير الذي | ألقي القبض عليه
        return limit
    starts = [at for at in (*deeds, *(actor[:1] if actor is not None else ())) if target[1] <= at < limit]
    return min([_start_of_phrase(grammar, at, target[1]) for at in starts], default=limit)


def _start_of_phrase(grammar: Grammar, at: int, first: int) -> int:
    """برصاص | الجيش, على يد | مسلحين, في | اشتباكات: the preposition that leads to a token, or to the noun before it."""
    led = at > first + 1 and grammar.parts[at - 2] == PREPOSITION and not _is_owned(grammar, at - 2)
    at -= led and grammar.parts[at - 1] == NOUN
    at -= at > first and grammar.parts[at - 1] == NOUN and bool(grammar.tokens[at - 1].word.preposition)
    while at > first and grammar.parts[at - 1] == PREPOSITION:
        at -= 1
    return at


def _of_them_all(grammar: Grammar, where: Range, limit: int) -> int:
    """مقرين عامين ومستودعا | لمسلحي الجماعة: whose several indefinite things are that و joins."""
    at, tokens = where[1], grammar.tokens
    if at >= limit or tokens[at].word.preposition != "ل" or grammar.phrases.is_definite(at - 1):
        return at
    joined = next((k for k in range(at - 1, where[0], -1) if tokens[k].word.conjunction), 0)
    things = joined and "thing" in tokens[joined].word.labels and "thing" in tokens[where[0]].word.labels
    whose = things and tokens[at].word.labels & {"source", "person", "demonym"}
    return grammar.phrases.end(at, limit, _WHOSE) if whose else at


def _of_those(grammar: Grammar, head: int, at: int, limit: int) -> int:
    """اعتقل الجيش 3 | ممن يشتبه بهم: so many of those of whom a clause tells."""
    told = grammar.tokens[at].norm == "ممن" and (grammar.parts[head] in (NUMERAL, QUANTIFIER))
    return _clause_end(grammar, at + 1, limit) if told else at


def _are_some_of(grammar: Grammar, head: int, at: int) -> bool:
    """الفلسطينيين | الذين تقل أعمارهم عن خمسين: those of a people of whom a clause tells; a body by its name needs none."""
    word = grammar.tokens[head].word
    people = "demonym" in word.labels and not grammar.register.names_one(word.core)
    return people and grammar.tokens[at].norm == "الذين" and word.bare.endswith(("ين", "ون"))


def _is_named(grammar: Grammar, head: int) -> bool:
    """الجيش, الحوثيين, عدن: a body, people or place by its name, which needs nothing more; القوات is no name."""
    word = grammar.tokens[head].word
    named = head in grammar.place_at or head in grammar.phrases.named or grammar.register.names_one(word.core)
    name = grammar.phrases.is_name(head) and not word.bare.endswith("ات")
    body = "source" in word.labels and not word.labels & {"thing", "person"} and not word.bare.endswith(("ات", "ين", "ون"))
    return named or name or body or bool(word.labels & {"country", "demonym", "people"})


def _with_relative(grammar: Grammar, head: int, at: int, limit: int) -> int:
    """قصف المواقع | التي تسيطر عليها الجماعة: where the clause ends that says which; no clause of somebody else."""
    if grammar.parts[at] != RELATIVE or not grammar.phrases.is_definite(head) or not _agrees(grammar, head, at):
        return at
    if at + 1 < limit and light_lemma(grammar, at + 1) in _DOES and points_back(grammar, at + 1):
        return at  # إحراق المسجد | الذي نفذه المسلحون
    return _clause_end(grammar, at + 1, limit)


_DOES = ("نفذ", "شن", "ارتكب")


def _agrees(grammar: Grammar, head: int, at: int) -> bool:
    """المواقع التي, الحي الذي, الجنود الذين: whether a relative can speak of a noun."""
    relative, word = grammar.tokens[at].norm, grammar.tokens[head].word
    several = word.bare.endswith(("ين", "ون")) or (word.find("person") is not None and grammar.gender(head) == "")
    if relative == "الذين":
        return "person" in word.labels
    if relative == "التي":
        return not word.bare.endswith(("ين", "ون")) and grammar.gender(head) != "m"
    return relative == "الذي" and not several and grammar.gender(head) != "f"


def _with_state(grammar: Grammar, head: int, at: int, limit: int) -> int:
    """سيارة | كانت تقل جنودا: where the clause ends that says what an indefinite one was doing."""
    was = grammar.parts[at] == AUXILIARY and grammar.tokens[at].word.core in ("كان", "كانت", "كانوا")
    if not was or grammar.phrases.is_definite(head) or not _is_said(grammar, at + 1):
        return at
    return _clause_end(grammar, at + 1, limit)


def _is_said(grammar: Grammar, at: int) -> bool:
    """كانت | تقل جنودا, كان | قريبا من الحاجز: a verb, also one that no table has, or an adjective in the accusative."""
    if grammar.parts[at] in (VERB, PREPOSITION):
        return True
    bare = grammar.tokens[at].word
    unknown = not bare.labels and bare.norm.startswith(("ي", "ت"))
    return grammar.parts[at] == NOUN and (unknown or (bare.bare.endswith("ا") and grammar.phrases.is_adjective(at)))


def _where_it_lies(grammar: Grammar, head: int, at: int, limit: int) -> int:
    """قريتين | قرب المدينة: near what areas lie that no other word tells apart."""
    led = grammar.tokens[head].word.core in _AREAS and grammar.tokens[at].norm == "قرب" and is_place(grammar, at + 1)
    return grammar.phrases.end(at + 1, limit, _WHOSE) if led else at


def _of_whom(grammar: Grammar, head: int, at: int, limit: int) -> int:
    """شخصين | من سكان القرية, قوة | من الشرطة: who they are of whom an indefinite word tells."""
    people = grammar.tokens[head].word.labels & {"person", "number"} and not grammar.phrases.is_definite(head)
    if not people or grammar.tokens[at].norm != "من" or not grammar.phrases.begins(at + 1) or is_place(grammar, at + 1):
        return at
    group = grammar.tokens[at + 1].word.labels & {"person", "source", "demonym", "people"}
    return grammar.phrases.end(at + 1, limit, _WHOSE) if group else at


def _of_whose(grammar: Grammar, head: int, at: int, limit: int) -> int:
    """تمركزات | لقوات النظام: whose an indefinite thing is that no table has."""
    token = grammar.tokens[at]
    if grammar.tokens[head].word.labels or token.word.preposition != "ل" or grammar.parts[at] != NOUN:
        return at
    whose = token.word.labels & {"source", "demonym"} or grammar.register.names_one(token.word.core)
    return grammar.phrases.end(at, limit, _WHOSE) if whose else at


def _clause_end(grammar: Grammar, start: int, limit: int) -> int:
    """Where a clause ends that describes: before a sign, a time, another clause, or the verb that goes on."""
    at, told = start, False
    while at < min(limit, start + _CLAUSE) and not _ends(grammar, at, told):
        told = told or grammar.parts[at] == VERB
        at += 1
    while at > start and grammar.parts[at - 1] in _LEADING and not _is_owned(grammar, at - 1):
        at -= 1
    return at if at > start else start - 1


def _is_owned(grammar: Grammar, at: int) -> bool:
    """المدينة التي دخلوا | فيها: a preposition with its pronoun may be the last word of a clause."""
    return any(found.pronoun for found in grammar.tokens[at].word.all("prep"))


_LEADING = frozenset({PREPOSITION, AUXILIARY, NEGATION, PERFECTIVE, QUANTIFIER, FUTURE})


def _ends(grammar: Grammar, at: int, told: bool) -> bool:
    """المدينة التي يسيطر عليها التنظيم | ستصبح: whether a clause ends at a token; ``told``: its own verb stands before."""
    token = grammar.tokens[at]
    if grammar.is_comma(at) or token.raw in _SIGNS or at in grammar.date_at or token.word.core in _TURNS:
        return True
    if grammar.parts[at] in (THAT, SUBORDINATOR, CONTRAST, RELATIVE):
        return True
    if (
        told and token.norm == "من" and at + 1 < len(grammar.tokens) and grammar.phrases.is_masdar(at + 1)
    ):  # منع من تقل أعمارهم عن الخمسين | من دخول المسجد
        return True
    struck = token.word.preposition == "ب" and (grammar.group(at, "thing") in WEAPONRY or token.word.core in ARMS)
    return told and (struck or grammar.parts[at] in (VERB, AUXILIARY, FUTURE))  # كانت تقل جنودا | بالمدفعية
