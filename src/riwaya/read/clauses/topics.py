"""A subject that a relative clause or أما parts from its verb: المسؤول الذي زار بغداد | قال, أما الوزير | فقال."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.parts import AUXILIARY, CONTRAST, NEGATION, PERFECTIVE, RELATIVE, SUBORDINATOR, THAT, VERB
from riwaya.read.clauses.able import is_party
from riwaya.read.clauses.marked import skip_openers
from riwaya.read.clauses.near import ACTOR, thing_group
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import BEFORE_VERB

_REACH = 16
_SOMEBODY = frozenset({"person", "source", "country"})


def before_relative(grammar: Grammar, index: int, form: VerbForm) -> Range | None:
    """المسؤول العراقي الذي زار بغداد | قال إن: the phrase at the head of the clause that a relative with one verb describes."""
    first = max(grammar.layout.sentence(index).start, index - _REACH)
    if (
        RELATIVE not in grammar.parts[first:index] or grammar.parts[index - 1] == RELATIVE
    ):  # القوات التي تراجعت والتي | رفض قادتها الهدنة
        return None
    verb = next((at for at in range(index - 1, first, -1) if grammar.parts[at] == VERB or _parts(grammar, at)), first)
    relative = next((at for at in range(verb, first, -1) if grammar.parts[at] == RELATIVE or _parts(grammar, at)), first)
    if grammar.parts[verb] != VERB or grammar.parts[relative] != RELATIVE or verb - relative > 1 or grammar.is_comma(relative - 1):
        return None
    outer = next((at + 1 for at in range(relative - 1, first, -1) if _parts(grammar, at)), grammar.layout.sentence(index).start)
    at = skip_openers(grammar, outer, relative)
    if at >= relative or not grammar.phrases.begins(at) or grammar.phrases.preposition_of(grammar.tokens[at]):
        return None
    if grammar.tokens[at].word.core == "امر":  # الأمر الذي جعلهم | يؤكدون
        return None
    whole = grammar.phrases.end(at, relative, BEFORE_VERB) == relative
    return (at, relative) if whole and grammar.agrees(form, at, before=True) else None


def told_of(grammar: Grammar, index: int, form: VerbForm, first: int) -> Range | None:
    """قال الضابط إن | الرتل كان عائدا بعد خوضه معارك: whoever stands behind إن is told of, if no verb parts him from the deed."""
    for at in range(index - 1, max(first - 1, 0), -1):
        if grammar.parts[at] in (VERB, RELATIVE):
            return None
        if grammar.parts[at - 1] == THAT and grammar.phrases.begins(at):
            found = at, grammar.phrases.end(at, index, ACTOR)
            word = grammar.tokens[at].word
            somebody = bool(word.labels & _SOMEBODY) and is_party(grammar, found)
            fits = (somebody or thing_group(grammar, at) == "vehicle") and not word.preposition
            return found if fits and grammar.agrees(form, at, before=True) else None
    return None


def _parts(grammar: Grammar, at: int) -> bool:
    """A comma or a word that opens another clause, and a verb that something is joined to."""
    return grammar.is_comma(at) or grammar.parts[at] in (THAT, SUBORDINATOR, CONTRAST, AUXILIARY)


def behind_so(grammar: Grammar, index: int) -> int:
    """أما الرئيس | فقد أعلن, أما الجماعة | فلم توقف الغارات: the particle with ف before a verb behind أما, else the verb itself."""
    at = index
    while at > 1 and grammar.parts[at - 1] in _PARTICLES:
        at -= 1
    norm = grammar.tokens[at].norm
    so = at < index and norm.startswith("ف") and (norm == "فقد" or _as_for_at(grammar, at) >= 0)
    return at if so else index


_PARTICLES = frozenset({AUXILIARY, NEGATION, PERFECTIVE})


def _as_for_at(grammar: Grammar, index: int) -> int:
    """The token of أما at the head of the sentence, or shortly before with no verb between; -1 where none stands."""
    first = grammar.layout.sentence(index).start
    at = index - 1
    while at > max(first, index - _AS_FOR_REACH) and grammar.parts[at] not in (VERB, RELATIVE) and grammar.tokens[at].norm != "اما":
        at -= 1
    return next((k for k in (first, at) if grammar.tokens[k].norm in ("اما", "واما")), -1)


_AS_FOR_REACH = 8


def as_for(grammar: Grammar, index: int, form: VerbForm) -> Range | None:
    """أما الرئيس، محمود عباس، فقال, أما الوزير فقد أعلن: whoever أما puts first."""
    topic = spoken_of(grammar, index)
    return topic if topic is not None and grammar.agrees(form, topic[0], before=True) else None


def spoken_of(grammar: Grammar, index: int) -> Range | None:
    """أما الرئيس، محمود عباس، | فقال, أما الوزير، الذي زار بغداد، | فنقل عنه: whoever أما puts first, a relative clause aside."""
    first = _as_for_at(grammar, index)
    if first < 0 or not grammar.phrases.begins(first + 1):
        return None
    last = index - 1 if grammar.is_comma(index - 1) else index
    verb = next((k for k in range(first + 1, last) if grammar.parts[k] in (VERB, RELATIVE)), last)
    if verb < last:
        aside = grammar.parts[verb] == RELATIVE and grammar.is_comma(verb - 1) and last < index
        others = any(grammar.is_comma(k) or grammar.parts[k] == THAT for k in range(verb, last))
        last = verb - 1 if aside and not others else 0
    last = next((k for k in range(first + 2, last - 1) if _says_where_seated(grammar, k)), last)
    return (first + 1, last) if last > first + 1 else None


def _says_where_seated(grammar: Grammar, comma: int) -> bool:
    """أما المرصد|، ومقره لندن، | فقال: what is said of whoever أما puts first, between commas, is no part of his name."""
    behind = grammar.tokens[comma + 1].word
    owned = behind.norm.endswith(("ه", "ها", "هم")) and not behind.bare.endswith("ة") and not behind.labels & _SOMEBODY
    return grammar.is_comma(comma) and behind.conjunction == "و" and owned
