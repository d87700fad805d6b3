"""Who had done something: كان | التحالف | قد أعلن, and who does what a verb behind him tells of him first."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.parts import AUXILIARY, NOUN, PERFECTIVE, PREPOSITION, THAT, VERB
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import BEFORE_VERB, SUBJECT

_REACH, _ATTRIBUTE = 10, 8


def had_done(grammar: Grammar, index: int, form: VerbForm) -> Range | None:
    """ضمن مبادرة كان | التحالف | قد أعلن بموجبها: the noun phrase that fills the place between كان and قد."""
    if index < 2 or grammar.parts[index - 1] != PERFECTIVE or grammar.tokens[index - 1].word.conjunction:
        return None
    first = max(grammar.layout.sentence(index).start, index - _REACH)
    was = next((at for at in range(index - 2, first - 1, -1) if grammar.parts[at] == AUXILIARY), None)
    if was == index - 2:
        return _before_comma(grammar, was, form)
    if was is None or was + 1 >= index - 1 or not grammar.phrases.begins(was + 1):
        return None
    filled = grammar.phrases.end(was + 1, index - 1, BEFORE_VERB) == index - 1 or _is_odd_name(grammar, was + 1, index - 1)
    return (was + 1, index - 1) if filled and grammar.agrees(form, was + 1, before=True) else None


def _is_odd_name(grammar: Grammar, start: int, end: int) -> bool:
    """وكان | حاكم عفر أول أربا | قد قال: an office and a name with words that mean something else, and nothing beside them."""
    words = [grammar.tokens[at].word for at in range(start + 1, end)]
    plain = all(not (word.conjunction or word.preposition) for word in words)
    odd = any(grammar.is_sign(at) or grammar.parts[at] in (PREPOSITION, VERB, THAT) for at in range(start, end))
    return plain and not odd and grammar.phrases.is_title(start)


def _before_comma(grammar: Grammar, was: int, form: VerbForm) -> Range | None:
    """يذكر أن | الجيش الروسي|، كان قد أعلن: behind أن the noun phrase that a comma parts from its verb."""
    if not grammar.is_comma(was - 1):
        return None
    at = next((k for k in range(was - 2, max(0, was - _REACH) - 1, -1) if grammar.parts[k] == THAT), was) + 1
    if at >= was - 1 or not grammar.phrases.begins(at) or grammar.phrases.end(at, was - 1, BEFORE_VERB) != was - 1:
        return None
    return (at, was - 1) if grammar.agrees(form, at, before=True) else None


def past_attribute(grammar: Grammar, at: int, index: int) -> int:
    """لكن مسؤولا أمنيا | نقلت عنه القناة | قال: the token behind a clause on an indefinite noun, with its pronoun near the verb.

    The same token where none stands before a reporting verb.
    """
    if at < 1 or not _describes(grammar, at, index):
        return at
    led = grammar.tokens[at + 1].word.find("prep")
    own = [found.pronoun for found in grammar.tokens[at].word.analyses if found.sense.part == "verb"]
    apart = led is not None and bool(led.pronoun)
    behind = at + 1 + apart
    named = behind < index and grammar.parts[behind] == NOUN and grammar.phrases.begins(behind)
    whole = named and grammar.phrases.end(behind, index, BEFORE_VERB) == index
    return index if whole and (apart or (bool(own) and all(own))) else at


def _describes(grammar: Grammar, at: int, index: int) -> bool:
    """Whether one verb alone stands between an indefinite noun and a reporting verb, and no mark."""
    if grammar.parts[at] != VERB or grammar.tokens[at].word.conjunction or grammar.phrases.is_definite(at - 1):
        return False
    if "cue" not in grammar.tokens[index].word.labels or not 1 < index - at <= _ATTRIBUTE:
        return False
    return not any(grammar.parts[k] == VERB or grammar.is_sign(k) for k in range(at + 1, index))


def past_help(grammar: Grammar, at: int, index: int) -> int:
    """قوات الجيش | وبالتعاون مع العشائر | سيطرت: the token behind whose help somebody had; the same where none is told."""
    if not grammar.phrases.is_help(at):
        return at
    inner = at + 1 + (grammar.tokens[at + 1].norm in ("مع", "من"))
    return grammar.phrases.end(inner, index, SUBJECT) if inner < index and grammar.phrases.begins(inner) else at
