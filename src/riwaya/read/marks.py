"""What stands beside a reporting verb: words in marks that name a paper, the speaker or what is said; whom somebody faces."""

from __future__ import annotations

from riwaya.lang.ar.parts import THAT, VERB
from riwaya.read.complements import CHANNEL, whom_content
from riwaya.read.grammar import Grammar
from riwaya.read.walks import Walk

_LABEL_TOKENS = 4
_TO_THAT = 12


def quotation(grammar: Grammar, state: Walk, at: int) -> int:
    """A quotation is the content, unless it is short and names the paper or group before it."""
    close = grammar.layout.closing[at]
    short = close - at - 1 <= _LABEL_TOKENS
    named = grammar.phrases.is_namer(at - 1) or _is_followed(grammar, state, close + 1)
    if short and named and not _is_clause(grammar, at, close, state.limit):
        return close + 1
    if short and _is_quoted_subject(grammar, state, at, close):
        state.subject = (at + 1, close)
        return close + 1
    if short and state.cue.whom and state.addressee is None:
        state.addressee = (at + 1, close)
        whom_content(grammar, state, close + 1)
        return close + 1
    if state.cue.frames & {"quote", "that"}:
        state.found("quote", at)
        state.quote = True
        return at + 1
    if state.cue.frames & {"obj", "whom", "attack", "masdar"}:
        state.found("object", at)
        return at + 1
    return close + 1


def _is_followed(grammar: Grammar, state: Walk, behind: int) -> bool:
    """في منشور على «المنصة»، أن: behind a short quotation a colon, another quotation or أن opens what is said."""
    if behind < state.limit and grammar.is_comma(behind) and grammar.parts[behind + 1 : behind + 2] == [THAT]:
        return behind + 1 < state.limit
    if behind >= state.limit:
        return False
    return grammar.tokens[behind].raw == ":" or behind in grammar.layout.closing or grammar.parts[behind] == THAT


def _is_clause(grammar: Grammar, opened: int, close: int, limit: int) -> bool:
    """قال لوكالة رويترز «المسلحون انسحبوا»: words in marks with a verb name no paper, if nothing behind them is said."""
    if any(
        grammar.parts[k] == THAT or grammar.tokens[k].raw == ":" or k in grammar.layout.closing for k in range(close + 1, limit)
    ):
        return False
    verbs = (k for k in range(opened + 1, close) if grammar.parts[k] == VERB)
    return grammar.is_sign(min(close + 1, len(grammar.tokens) - 1)) and any(grammar.tokens[k].word.analyses for k in verbs)


def _is_quoted_subject(grammar: Grammar, state: Walk, at: int, close: int) -> bool:
    """قال «عسيري» في حديث: a name in marks right behind the verb, the sentence goes on, is the speaker."""
    alone = state.subject is None and state.needs_subject and at == state.start + 1 and close - at <= 3
    if not alone or close + 1 >= state.limit or not grammar.phrases.begins(at + 1):
        return False
    behind = range(close + 1, min(state.limit, close + _TO_THAT))
    if not grammar.is_sign(close + 1) or grammar.tokens[close + 1].raw == ":":
        return True
    return grammar.is_comma(close + 1) and any(grammar.parts[k] == THAT for k in behind)


FACING = frozenset("متوجها متوجهه متوجهين مخاطبا مخاطبه مخاطبين".split())


def faced(grammar: Grammar, state: Walk, at: int) -> int:
    """وأضاف متوجها إلى جنوده, قالت مخاطبة النواب: a participle behind the verb, then whom the words are for."""
    inner = at + 1
    if inner < state.limit and grammar.tokens[inner].word.core in ("الي", "نحو"):
        inner += 1
    if inner >= state.limit or not grammar.phrases.begins(inner):
        return at + 1
    state.addressee = (inner, grammar.phrases.end(inner, state.limit, CHANNEL))
    return state.addressee[1]
