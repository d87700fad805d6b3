"""An indefinite phrase and the clause behind it that says which it is (قافلة تضم شاحنات, شيوخا متهمين بالتحريض)."""

from __future__ import annotations

from riwaya.lang.ar.parts import CONTRAST, NOUN, PREPOSITION, SUBORDINATOR, THAT, VERB
from riwaya.lang.ar.thing_groups import WEAPONRY
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.asides import called_end
from riwaya.read.clauses.between import brings_about, past_belief
from riwaya.read.grammar import Grammar, Range


def may_say_which(grammar: Grammar, verb: int) -> bool:
    """جنود | خطفهم مسلحون, محكمة | أنشأها الاتحاد: whether a verb stands right behind a noun that is not definite."""
    return grammar.parts[verb - 1] == NOUN and not grammar.phrases.is_definite(verb - 1)


def described(grammar: Grammar, where: Range, limit: int) -> Range:
    """An indefinite phrase goes on with the clause or participle that says which (قافلة | تضم شاحنات, شيوخا | متهمين بالتحريض)."""
    at = where[1]
    if "demonym" in grammar.tokens[where[0]].word.labels or grammar.phrases.is_definite(where[0]):
        return where
    if at >= limit or grammar.phrases.is_definite(where[1] - 1) or grammar.phrases.is_proper(where[1] - 1):
        return where
    if (past := past_belief(grammar, at, limit)) > at or (past := called_end(grammar, at)) > at:  # جماعة | تطلق على نفسها «كذا»
        return where[0], past
    verb = grammar.parts[at] == VERB and not grammar.tokens[at].word.conjunction
    if not verb or not _same_sort(grammar, where[0], at):
        return where
    end = at + 1
    holds = grammar.tokens[at].word.core in _HOLDS
    while end < min(limit, at + _CLAUSE) and not (_ends_description(grammar, end) or (holds and _goes_back(grammar, end))):
        end += 1
    return where[0], end - (end - 1 > at and grammar.tokens[end - 1].norm in _LOOSE)  # أحياء خسرها | في مايو


def _goes_back(grammar: Grammar, at: int) -> bool:
    """قافلة تضم 20 شاحنة | إلى المدينة, حافلة تقل عمالا | بصاروخين: where to and with what belong to the deed before."""
    struck = grammar.tokens[at].word.preposition == "ب" and grammar.group(at, "thing") in WEAPONRY
    return struck or grammar.tokens[at].norm == "الي"


_LOOSE = frozenset({"في", "من", "الي", "علي", "مع"})


def _same_sort(grammar: Grammar, head: int, verb: int) -> bool:
    """An imperfect or a verb with a pronoun describes the noun before it; a perfect may be the next thing told, and so does what an
    attack brings about (هجوم على حافلة | يخلف 9 قتلى)."""
    word = grammar.tokens[verb].word
    pronoun = any(found.pronoun for found in word.analyses if found.sense.part == "verb")
    return pronoun or (not brings_about(grammar, verb) and word.core[:1] in ("ي", "ت") and not word.bare.endswith("ت"))


def _ends_description(grammar: Grammar, at: int) -> bool:
    token = grammar.tokens[at]
    if grammar.is_comma(at) or at in grammar.date_at or grammar.parts[at] in (SUBORDINATOR, CONTRAST) or token.word.core in _TURNS:
        return True
    if grammar.parts[at] == THAT and grammar.parts[at - 1] != PREPOSITION:
        return True
    itself = token.word.core.startswith(("نفس", "انفس")) and token.norm.endswith(("ه", "ها", "هم", "هما"))
    return itself or (grammar.parts[at] == VERB and bool(token.word.conjunction)) or token.raw in _SIGNS


_CLAUSE, _TURNS = 12, word_list("ends a clause that describes")
_HOLDS, _SIGNS = frozenset({"تضم", "يضم", "تقل", "تحمل", "يحمل"}), frozenset(":()-–—[]؛")
