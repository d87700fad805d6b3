"""What commas set off behind somebody: his name (رئيس الوزراء، | سالم حداد،), and what he is (القوات، | المدعومة من الدولة،)."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, PREPOSITION, THAT, VERB
from riwaya.read.grammar import Grammar

_LONGEST, _BACK = 5, 7
_NOBODYS = frozenset({"thing", "trigger", "cue", "timeword", "masdar", "source", "light"})


def says_more(grammar: Grammar, start: int, end: int) -> bool:
    """Whether nothing but who somebody is, or what he is like, stands between two commas behind him."""
    return _is_his_name(grammar, start, end) or _is_like_that(grammar, start, end)


def _is_like_that(grammar: Grammar, start: int, end: int) -> bool:
    """القوات، | المدعومة من الدولة، | مواقع, مسلحان، | يستقلان دراجة، | ضابطا: a participle or imperfect, no clause in it."""
    word = grammar.tokens[start].word
    if word.conjunction or word.preposition or any(grammar.parts[at] in (VERB, THAT) for at in range(start + 1, end)):
        return False
    if grammar.parts[start] == VERB:
        return end - start > 1 and word.norm[:1] in ("ي", "ت") and word.norm.endswith(("ون", "ان", "ين"))
    if grammar.parts[start] != NOUN or word.labels & {"demonym", "country"}:
        return False
    return grammar.phrases.is_adjective(start) or _takes_preposition(grammar, start, end)


def _takes_preposition(grammar: Grammar, start: int, end: int) -> bool:
    """مقاتلو التنظيم، | المعروف باسم داعش،: a participle with the article, and what it takes behind it."""
    word, behind = grammar.tokens[start].word, start + 1
    led = behind < end and (grammar.parts[behind] == PREPOSITION or bool(grammar.tokens[behind].word.preposition))
    return led and bool(word.article) and word.core.startswith("م")


def _is_his_name(grammar: Grammar, start: int, end: int) -> bool:
    """رئيس الوزراء، | سالم حداد، | نظيره: whether nothing but a man's name stands between the commas, and an office before them."""
    phrases = grammar.phrases
    if end - start > _LONGEST or not phrases.is_name(start + (end - start > 1 and not phrases.is_name(start))):
        return False
    for at in range(start, end):
        word = grammar.tokens[at].word
        if grammar.parts[at] != NOUN or word.conjunction or word.preposition or word.labels & _NOBODYS:
            return False
    return phrases.end(start, end) == end and _is_office(grammar, start - 1)


def _is_office(grammar: Grammar, comma: int) -> bool:
    """للجنرال المتقاعد، القيادي في الحزب،: whether a word of office or rank stands in the few words up to a comma."""
    for at in range(comma - 1, max(-1, comma - _BACK), -1):
        if grammar.is_sign(at) or grammar.is_verb(at):
            return False
        if grammar.phrases.is_title(at):
            return True
    return False
