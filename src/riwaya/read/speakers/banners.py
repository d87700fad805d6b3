"""Who speaks through a banner, a chant or a march: whoever raises or shouts it, or walks in it."""

from __future__ import annotations

from riwaya.lang.ar.parts import NUMERAL, QUANTIFIER, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.clauses import subject_of
from riwaya.read.clauses.voices import is_protest
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SHORT
from riwaya.read.sayings.attribution import Attribution
from riwaya.read.speakers.agreement import animate


def raised_by(grammar: Grammar, act: Attribution) -> Range | None:
    """رفع المحتجون | لافتات تنتقد الصمت, رددوا هتافات | تطالب العسكر: whoever raises or shouts what the verb tells."""
    banner = act.cue[0] - 1
    if not act.rule.startswith("verb") or banner < 1 or grammar.tokens[banner].word.core not in _RAISED:
        return None
    shown = (token.word.core.startswith(_SHOWS) for token in grammar.tokens[max(0, banner - _NEAR) : banner])
    return _people_before(grammar, banner) if any(shown) else None


_RAISED = word_list("raised or shouted")
_SHOWS, _NEAR = ("رفع", "رافع", "ردد", "مردد", "حمل"), 4


def marching(grammar: Grammar, act: Attribution) -> Range | None:
    """خرج مئات السكان في | مسيرة تطالب بفك الحصار: whoever is in a march, the aim of which the verb behind it tells."""
    at = act.cue[0] - 1
    march = at > 0 and (is_protest(grammar, at) or grammar.layout.norms[at - 1 : at + 1] == ["في", "مسيره"])
    if not march or not act.rule.startswith("verb") or grammar.phrases.is_definite(at):
        return None
    return _people_before(grammar, at) or _crowd_before(grammar, at)


def _crowd_before(grammar: Grammar, end: int) -> Range | None:
    """خرج | مئات السكان | أمس في مسيرة: so many people before a march, whatever the verb is."""
    first = grammar.layout.sentence(end).start
    for at in range(end - 1, first - 1, -1):
        if grammar.parts[at] in (NUMERAL, QUANTIFIER) and at not in grammar.phrases.dated and animate(grammar, at):
            return at, grammar.phrases.end(at, end, SHORT)
    return None


def _people_before(grammar: Grammar, end: int) -> Range | None:
    """The subject of the nearest verb before a token in its sentence, if people; behind رددوا that of the verb before it."""
    first = grammar.layout.sentence(end).start
    for at in range(end - 1, first - 1, -1):
        who = subject_of(grammar, at) if grammar.parts[at] == VERB else None
        if who is not None and who[0] < end and animate(grammar, who[0]) and who[0] not in grammar.place_at:
            return who[0], min(who[1], end)
    return None
