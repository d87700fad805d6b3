"""Whoever speaks, where a phrase of place, time or channel stands between him and his verb."""

from __future__ import annotations

from riwaya.read.grammar import Grammar
from riwaya.read.sayings.walks import Walk


def before_speaker(grammar: Grammar, state: Walk, inner: int, end: int) -> int:
    """أعلن في دمشق | المتحدث باسم الجيش, قال في مؤتمر صحافي | قائد الشرطة: behind a phrase that is whole a speaker begins."""
    if state.subject is not None or not state.needs_subject or _awaits_guest(grammar, state, inner):
        return end
    return next((at for at in range(inner + 1, end) if _speaks(grammar, at) and _is_whole(grammar, inner, at)), end)


def _awaits_guest(grammar: Grammar, state: Walk, inner: int) -> bool:
    """قال خلال استقباله في عمان | وزير الخارجية: behind a meeting with its host stands whom he met."""
    met = range(state.start + 1, inner + 1)
    return any(grammar.phrases.is_owned(at) and grammar.phrases.is_event_noun(at) for at in met)


def _speaks(grammar: Grammar, at: int) -> bool:
    """المتحدث, رئيس الوزراء, وكالة الأنباء: an office or body, not joined to anything."""
    word, office = grammar.tokens[at].word, grammar.phrases.is_title(at)
    body = bool(word.labels & {"source", "medium"}) and not grammar.phrases.is_adjective(at)
    return (office or body) and not word.conjunction and not word.preposition


def _is_whole(grammar: Grammar, inner: int, at: int) -> bool:
    """في دمشق |, في مؤتمر صحافي |, في وقت لاحق |: a place by its name, or an indefinite noun with its adjective."""
    last, phrases = at - 1, grammar.phrases
    if last in phrases.placed:
        return phrases.has_article(at)
    if phrases.has_article(inner) or last == inner or phrases.has_article(last):
        return False
    strange = phrases.is_channel(inner) and not (grammar.tokens[last].word.labels or phrases.is_masdar(last))
    strange = strange and not grammar.tokens[last].norm.endswith(("ه", "ها"))  # في بيان تلاه | المتحدث
    return phrases.is_adjective(last) or (strange and phrases.is_title(at))  # في خطاب متلفز | زعيم الجماعة
