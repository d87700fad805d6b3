"""Films and pictures that show something: they are the source, with what is told of how they became known."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, PREPOSITION, RELATIVE, THAT, VERB
from riwaya.read.clauses.asides import past_spreaders
from riwaya.read.clauses.films import is_film
from riwaya.read.grammar import Grammar, Range
from riwaya.read.sayings.walks import Walk


def is_described_film(grammar: Grammar, where: Range) -> bool:
    """تسجيل مصور بثه ناشطون على الإنترنت, صور للأقمار الصناعية: a film or picture with where it is from or what it is of."""
    film = is_film(grammar.tokens[where[0]].word)
    of_it = film and where[0] + 1 < where[1] and grammar.tokens[where[0] + 1].word.preposition == "ل"
    return of_it or (film and any(_came_about(grammar, at) for at in range(where[0] + 1, where[1])))


def whole_film(grammar: Grammar, state: Walk) -> None:
    """أظهر فيديو | نشر على موقع للتواصل | أن, شريط | بثته القناة | جثثا: the clause on a film up to what it shows tells which."""
    where = state.subject
    if where is None or state.content is None or where[0] < state.start or not is_film(grammar.tokens[where[0]].word):
        return
    if (shown := _shown_at(grammar, where)) is not None and state.joint == "object":
        state.subject = where[0], shown
        state.found("object", shown)
        return
    if state.joint == "object" and (behind := past_spreaders(grammar, state.content, state.limit, True)) > state.content:
        state.subject = where[0], behind
        state.found("object", _past_time(grammar, behind))
        return
    at = where[1] + (grammar.parts[where[1]] == RELATIVE)
    if not _came_about(grammar, at):
        return
    end = state.content - (grammar.parts[state.content - 1] == THAT)
    if at + 1 >= end or any(grammar.is_comma(k) for k in range(at, end - 1)):
        return
    end -= grammar.is_comma(end - 1)
    dated = (k for k in range(at + 1, end) if k in grammar.date_at and grammar.date_at[k].end == end)
    state.subject = where[0], next(dated, end)


def _past_time(grammar: Grammar, at: int) -> int:
    """لقطات نشرها المختبر | الخميس، | أضرارا: behind when it was published, and the comma that may close that."""
    end = grammar.date_at[at].end if at in grammar.date_at else at
    return end + (end > at and grammar.is_comma(end))


def _shown_at(grammar: Grammar, where: Range) -> int | None:
    """أظهر مقطع مصور | مشاهد القصف: a noun behind the adjective of a film is what it shows."""
    kind = where[0] + 1
    if kind >= where[1] or grammar.tokens[kind].word.core.removesuffix("ه") != "مصور":
        return None
    shown = next((at for at in range(kind + 1, where[1]) if not grammar.phrases.is_adjective(at)), where[1])
    return shown if shown < where[1] and grammar.parts[shown] == NOUN else None


def _came_about(grammar: Grammar, at: int) -> bool:
    """فيديو | نشر على الإنترنت, تسجيل | بثه ناشطون: a verb right behind a film; so is نشر before a preposition."""
    told = grammar.tokens[at].word.find("cue", "verb") is not None and grammar.parts[at + 1 : at + 2] == [PREPOSITION]
    return grammar.parts[at] == VERB or told
