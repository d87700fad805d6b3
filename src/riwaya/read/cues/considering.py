"""Participles that judge: معتبرا الهدنة استراحة."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import ADVERB, DEMONSTRATIVE
from riwaya.model.swift import changed
from riwaya.read.clauses.around import FREE
from riwaya.read.grammar import Grammar
from riwaya.read.phrases.manners import Manner
from riwaya.read.sayings.attribution import Attribution, attribution, content_from
from riwaya.read.sayings.occasions import past_same_time


def considering(grammar: Grammar, index: int, cue: Cue) -> Attribution | None:
    """وقال إن الحرب مستمرة، معتبرا الهدنة استراحة, معتبرا ذلك خطوة: what is judged, and behind it, indefinite, what it is.

    رفض القرار، معتبرا إياه | خرقا: a pronoun apart says what is judged, so that all behind it is what it is.
    """
    limit, at = grammar.limit(index), index + 1
    if at + 1 < limit and grammar.tokens[at].norm in _APART:
        apart = content_from(grammar, at + 1, index, phrase=True)
        made = attribution((index, index + 1), cue, "considered", apart[0]) if apart is not None else None
        return changed(made, quoted=apart[1]) if made is not None and apart is not None else None
    at = _past_aside(grammar, at, limit)
    if at >= limit or not grammar.phrases.begins(at) or grammar.phrases.preposition_of(grammar.tokens[at]):
        return None
    pointing = grammar.parts[at] == DEMONSTRATIVE and at + 1 < limit and not grammar.phrases.has_article(at + 1)
    end = at + 1 if pointing else grammar.phrases.end(at, limit, Manner(FREE.stops, split=True, attach=False))
    judged = pointing or grammar.phrases.is_definite(at) or grammar.phrases.is_definite(end - 1)
    if not judged or end >= limit or not grammar.phrases.begins(end) or grammar.phrases.is_definite(end):
        return None
    content = content_from(grammar, at, index, phrase=True)
    if content is None or content[0][1] <= end:
        return None
    return changed(attribution((index, index + 1), cue, "considered", content[0]), quoted=content[1])


def _past_aside(grammar: Grammar, at: int, limit: int) -> int:
    """معتبرا | في بيان | القصف جريمة, معتبرا|، في الوقت نفسه،| الهدنة خدعة, معتبرا | أيضا: behind where and when."""
    if (behind := past_same_time(grammar, at)) > at:
        return behind
    while at < limit and (grammar.parts[at] == ADVERB or at in grammar.date_at):
        at = grammar.date_at[at].end if at in grammar.date_at else at + 1
    if at + 2 < limit and grammar.layout.norms[at] in ("في", "خلال") and grammar.phrases.is_channel(at + 1):
        at += 2
        while at < limit and grammar.phrases.is_adjective(at) and not grammar.phrases.has_article(at):
            at += 1
    return at


_APART = frozenset({"اياه", "اياها", "اياهم"})
