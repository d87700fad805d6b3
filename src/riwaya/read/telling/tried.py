"""A word of plan that an insertion parts from the deed: حاول المسلحون، مساء أمس، | اقتحام القاعدة."""

from __future__ import annotations

from collections.abc import Mapping

from riwaya.lang.ar.parts import CONTRAST, PREPOSITION, RELATIVE, SUBORDINATOR, THAT, VERB
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.text.tokens import DASHES

_ENDS = frozenset({VERB, THAT, RELATIVE, SUBORDINATOR, CONTRAST})


def tried_across(grammar: Grammar, mark: Mark, operators: Mapping[str, str]) -> str:
    """تحاول القوات -بقيادة سالم- | تطويق المدينة, تسعى الحركة، المدعومة من جيرانها، إلى | استعادة الميناء."""
    if mark.is_verb or mark.found.conjunction:
        return ""
    close = mark.index - 1 - (grammar.tokens[mark.index - 1].norm in ("الي", "علي"))
    opener = _opener(grammar, close)
    if opener is None:
        return ""
    first = grammar.layout.sentence(mark.index).start
    for at in range(opener - 1, max(first, opener - _SUBJECT) - 1, -1):
        if grammar.parts[at] == VERB:
            norm = grammar.tokens[at].norm
            found = operators.get(norm) or (operators.get(norm[1:]) if grammar.tokens[at].word.conjunction else None)
            return "planned" if found == "planned" else ""
        if grammar.parts[at] in _ENDS or grammar.is_comma(at):
            return ""
    return ""


def _opener(grammar: Grammar, close: int) -> int | None:
    """، مساء أمس، -بقيادة سالم- ، المدعومة من جيرانها،: where what two commas or dashes hold begins, if no clause of its own."""
    if close < _SHORTEST or not _is_mark(grammar, close):
        return None
    dash = grammar.tokens[close].raw in DASHES
    first = max(grammar.layout.sentence(close).start, close - _LONGEST)
    for at in range(close - 1, first, -1):
        if (grammar.tokens[at].raw in DASHES) if dash else grammar.is_comma(at):
            return at if _is_aside(grammar, at + 1) else None
        if grammar.parts[at] in (THAT, SUBORDINATOR, CONTRAST):
            return None
    return None


def _is_mark(grammar: Grammar, at: int) -> bool:
    return grammar.is_comma(at) or grammar.tokens[at].raw in DASHES


def _is_aside(grammar: Grammar, start: int) -> bool:
    """مساء أمس, بقيادة سالم, وفق المصدر, المدعومة من, التي تدعمها, وهو: how an insertion opens."""
    word = grammar.tokens[start].word
    opens = start in grammar.phrases.dated or grammar.parts[start] in (PREPOSITION, RELATIVE) or bool(word.preposition)
    return opens or "according" in word.labels or grammar.phrases.has_article(start) or word.norm in ("وهو", "وهي")


_SUBJECT, _LONGEST, _SHORTEST = 8, 14, 3
