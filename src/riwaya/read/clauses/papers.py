"""Papers that speak for somebody (بيان صادر عن الوزارة): whose they are, and where what is told of them ends."""

from __future__ import annotations

from typing import NamedTuple

from riwaya.lang.ar.forms import adjective_percent
from riwaya.lang.ar.parts import NOUN, PREPOSITION, RELATIVE, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.envoys import TOLD_TO
from riwaya.read.phrases.manners import Manner

_OWNER = Manner(stops=frozenset({"ب", "عن", "علي", "الي"}))
_CIRCUMSTANCE = Manner(stops=frozenset({"ب", "عن"}), split=True, attach=False)
_BACK = ("ه", "ها")
_REACH = 24


class Paper(NamedTuple):
    """A paper in the text: ``owner`` is whoever speaks through it, None where nobody is named; ``end`` the token behind it all."""

    owner: Range | None
    end: int


def is_paper(grammar: Grammar, index: int) -> bool:
    """Whether a paper, recording or count stands at a token: بيان، تقرير، شريط، حصيلة."""
    return grammar.group(index, "source") == "document"


def is_carrier(grammar: Grammar, index: int) -> bool:
    """An agency or channel publishes what others say."""
    word = grammar.tokens[index].word
    return "medium" in word.labels or word.core in _CARRIERS or f"لل{word.core}" in TOLD_TO


def paper_at(grammar: Grammar, start: int, limit: int, stops: frozenset[str] = frozenset()) -> Paper | None:
    """The paper that begins at a token, if more is told of it: who issued it, how, when and where; ``stops``: what a verb asks for.

    بيان مقتضب للجيش، البيان الصادر أمس عن الوزارة، تقرير أعدته المنظمة، بيان صدر عن المكتب في العاصمة، آخر حصيلة للوزارة.
    """
    start += start + 1 < limit and grammar.tokens[start].word.core in _LATEST
    if not is_paper(grammar, start):
        return None
    limit = min(limit, start + _REACH)
    at = told = _past_kind(grammar, start + 1, limit)
    owner: Range | None = None
    while at < limit:
        found = _issuer(grammar, at, limit) if owner is None else None
        owner = owner or found
        following = found[1] if found else _past_circumstance(grammar, at, limit, at > told)
        asked = grammar.tokens[at].word.core in stops and not _issues(grammar, at - 1)
        if following == at or (asked and not found):
            break
        at = following
    return Paper(owner, at) if at > told else None


def stands_in(grammar: Grammar, at: int, limit: int) -> bool:
    """حسبما جاء | في لائحة الاتهام, ورد | في بيان للوزارة: a paper with its author, or what else tells by itself; no bare بيان."""
    inner = at + 1
    if inner >= limit or grammar.tokens[at].norm != "في" or not grammar.phrases.begins(inner):
        return False
    if is_paper(grammar, inner):
        paper = paper_at(grammar, inner, limit)
        return paper is not None and paper.owner is not None
    pointing = grammar.phrases.is_owned(inner) or (
        "cue" in grammar.tokens[inner].word.labels and not grammar.phrases.has_article(inner)
    )
    return not pointing and inner not in grammar.date_at and inner not in grammar.place_at and not grammar.phrases.is_channel(inner)


def _past_kind(grammar: Grammar, at: int, limit: int) -> int:
    """Past what kind of paper it is: بيان | مقتضب, شريط | مصور."""
    while at < limit and grammar.phrases.begins(at) and not grammar.phrases.preposition_of(grammar.tokens[at]):
        if _issues(grammar, at) or not (grammar.phrases.is_adjective(at) or is_paper(grammar, at)):
            break
        at += 1
    return at


def _issuer(grammar: Grammar, at: int, limit: int) -> Range | None:
    """Whoever issued the paper, at a token: behind ل, عن or من, or as subject of the verb that points back to the paper."""
    tokens, phrases = grammar.tokens, grammar.phrases
    if grammar.parts[at] == VERB or _issues(grammar, at):
        named = tokens[at].norm.endswith(_BACK) and at + 1 < limit and phrases.begins(at + 1)
        own = named and (_stem(tokens[at].word.core) in _AUTHORED or not is_carrier(grammar, at + 1))
        return _owner(grammar, at + 1, limit) if own else None
    if tokens[at].norm in ("عن", "من") and _issues_before(grammar, at) and at + 1 < limit and phrases.begins(at + 1):
        return _owner(grammar, at + 1, limit)
    if tokens[at].norm == "ل" and (marked := phrases.in_marks(at + 1, limit)) is not None:
        return marked
    speaks = tokens[at].word.labels & {"source", "country", "person", "medium"} or phrases.is_proper(at)
    if tokens[at].word.preposition == "ل" and speaks and phrases.begins(at):
        return _owner(grammar, at, limit)
    return None


def _owner(grammar: Grammar, at: int, limit: int) -> Range:
    """A name from its first token to where the paper goes on: للجيش | صدر أمس."""
    end = grammar.phrases.end(at, limit, _OWNER)
    return at, next((k for k in range(at + 1, end) if _issues(grammar, k)), end)


def _issues(grammar: Grammar, at: int) -> bool:
    """صادر, نشره, صدرت: a word that tells how a paper came about."""
    core = grammar.tokens[at].word.core
    return core in _ISSUED or _stem(core) in _ISSUED


def _stem(core: str) -> str:
    """A verb without the pronoun that points back to the paper: نشرته, أعدتها."""
    return core.removesuffix("ها").removesuffix("ه")


def _issues_before(grammar: Grammar, at: int) -> bool:
    """صادر أمس | عن, صدر في العاصمة | عن: such a word stands not far before a token."""
    return any(_issues(grammar, k) for k in range(max(0, at - _NEAR), at))


_NEAR = 6


def _past_circumstance(grammar: Grammar, at: int, limit: int, told: bool) -> int:
    """Past a time, a word of issuing or, behind one of these, a place; the same token where something else begins."""
    if at in grammar.date_at:
        return grammar.date_at[at].end
    if grammar.parts[at] == RELATIVE and at + 1 < limit and _issues(grammar, at + 1):
        return at + 1
    if _issues(grammar, at) or (grammar.parts[at] == VERB and grammar.tokens[at].norm.endswith(_BACK)):
        return _past_copy(grammar, at, limit)
    if told and "timeword" in grammar.tokens[at].word.labels:
        return at + 1
    if told and grammar.parts[at] == PREPOSITION and at + 1 < limit and grammar.phrases.begins(at + 1):
        return grammar.phrases.end(at + 1, limit, _CIRCUMSTANCE)
    return at


def _past_copy(grammar: Grammar, at: int, limit: int) -> int:
    """تلقت الوكالة نسخة منه, نشرته وكالة الأنباء: past who came by the paper."""
    behind = next((k + 1 for k in range(at + 1, min(limit, at + _NEAR)) if grammar.tokens[k].norm in _OF_IT), at + 1)
    if behind in grammar.layout.closing:
        return min(limit, grammar.layout.closing[behind] + 1)
    carried = behind < limit and is_carrier(grammar, behind) and grammar.phrases.begins(behind)
    return grammar.phrases.end(behind, limit, _CIRCUMSTANCE) if carried else behind


def past_publisher(grammar: Grammar, at: int, limit: int) -> int:
    """وأضافت في بيان | نشرته أمس السفارة |: «...»: past who made public what somebody else goes on to say; else past the verb."""
    who = publisher_at(grammar, at, limit)
    return grammar.phrases.end(who, limit, _CIRCUMSTANCE) if who is not None else at + 1


def publisher_at(grammar: Grammar, at: int, limit: int) -> int | None:
    """بيان | نشرته أمس | السفارة: where whoever published a paper begins behind the verb; None in بيان نشره أمس | مقتل القائد."""
    who = grammar.date_at[at + 1].end if at + 1 in grammar.date_at else at + 1
    if _stem(grammar.tokens[at].word.core) not in _PUBLISHED or who >= limit or not grammar.phrases.begins(who):
        return None
    return None if grammar.phrases.is_masdar(who) or grammar.phrases.is_event_noun(who) else who


_LATEST, _ISSUED, _AUTHORED = word_list("latest paper"), word_list("issued"), word_list("made by")
_CARRIERS, _PUBLISHED = word_list("carrier of papers"), word_list("published by")
_OF_IT = frozenset({"منه", "منها", "عليه", "عليها"})


def describes_object(grammar: Grammar, at: int) -> bool:
    """بيانا | جديدا, تسجيلا | مصورا: an adjective, in the accusative too, whose alif hides it from counts of forms."""
    phrases = grammar.phrases
    if phrases.is_adjective(at):
        return True
    stem = grammar.tokens[at].word.core.removesuffix("ا")
    both = at > 0 and phrases.is_accusative(at) and phrases.is_accusative(at - 1) and grammar.parts[at] == NOUN
    often = adjective_percent(stem) if both else None
    return both and (stem == "مصور" or (often is not None and often >= _OFTEN_ADJECTIVE))


_OFTEN_ADJECTIVE = 60
