"""Words that an agency or paper passes on: whoever stands behind عن or نقلا عن speaks, it carries."""

from __future__ import annotations

from riwaya.lang.ar.parts import THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.asides import unnamed_speaker
from riwaya.read.clauses.papers import is_carrier
from riwaya.read.cues.complements import CHANNEL
from riwaya.read.grammar import Grammar
from riwaya.read.phrases.manners import SUBJECT, Manner
from riwaya.read.sayings.offices import with_office
from riwaya.read.sayings.walks import Walk
from riwaya.read.text.tokens import DASHES

_NEEDS_ABOUT = word_list("needs about")


def passes_on(grammar: Grammar, state: Walk, at: int) -> bool:
    """أفادت الوكالة عن شهود عيان أن: whoever stands between عن and أن speaks, the agency carries."""
    inner = at + 1
    if grammar.tokens[at].norm != "عن" or "that" not in state.cue.frames or inner >= state.limit:
        return False
    if state.subject is None or state.subject[1] != at or _defends(grammar, at - 1):
        return False
    if not grammar.phrases.begins(inner) or not grammar.tokens[inner].word.labels & {"source", "person"}:
        return False
    end = grammar.phrases.end(inner, state.limit, CHANNEL)
    return end < state.limit and grammar.parts[end] == THAT


def before_credit(grammar: Grammar, first: int, about: int) -> int | None:
    """نقلت صحيفة محلية|، حسبما ذكرت وكالة الشمال عن الوزير قوله, وفقا لما ذكرته: up to عن, or to an aside.

    The aside tells who else carries it; behind another verb there is nothing that is passed on.
    """
    verbs = [at for at in range(first, about) if grammar.parts[at] in (VERB, THAT)]
    if not verbs:
        return about
    start = verbs[0] - 1 - (grammar.tokens[verbs[0] - 1].norm in ("ما", "لما"))
    credit = len(verbs) == 1 and first < start and "according" in grammar.tokens[start].word.labels
    return start - grammar.is_comma(start - 1) if credit and grammar.parts[verbs[0]] == VERB else None


def _defends(grammar: Grammar, last: int) -> bool:
    """وزارة الدفاع عن, نائبة عن: the word that needs عن, a deed or an office, not the name of a paper."""
    return grammar.tokens[last].norm in _NEEDS_ABOUT


def cited(grammar: Grammar, state: Walk, at: int) -> int:
    """قالت الصحيفة نقلا عن مسؤولين إن: the officials speak, the paper carries."""
    if not grammar.phrases.begins(at):
        return at
    named = with_office(grammar, (at, grammar.phrases.end(at, state.limit, CHANNEL)), state.limit)
    teller, end = unnamed_speaker(grammar, named, state.limit)
    if state.subject is not None:
        state.via.append(state.subject)
    state.subject = teller
    return end


def rests_on(grammar: Grammar, state: Walk, at: int) -> bool:
    """ذكرت القناة استنادا | إلى المسؤول أن: whether إلى leads to somebody who told it to the paper or channel that speaks."""
    if grammar.layout.norms[max(0, at - 1) : at + 1] != ["استنادا", "الي"] or at + 1 >= state.limit or state.subject is None:
        return False
    person = grammar.tokens[at + 1].word.labels & {"person"} or grammar.phrases.is_title(at + 1)
    return bool(person) and (is_carrier(grammar, state.subject[0]) or grammar.group(state.subject[0], "source") == "media")


def who_wrote(grammar: Grammar, state: Walk, at: int) -> int:
    """وأشار، وفقا لما أوردته الصحيفة، إلى, قال، وفق ما نقلته الوكالة، إن: the paper behind ما carries; where to go on.

    So too حسبما ذكرت القناة and كما نقلت عنه الوكالة, if أن follows; the same token where nothing is carried.
    """
    before, spoken = grammar.tokens[at - 1], grammar.tokens[at].norm
    clause = before.norm in _AS or (before.norm in _SAID_SO and grammar.parts[at] == VERB)
    told = "according" in before.word.labels and spoken in ("لما", "ما")
    beside = state.subject is not None and at - 2 <= state.subject[1]
    verb = at if clause else at + 1
    if not (clause or told) or (spoken == "ما" and not beside) or verb + 1 >= state.limit:
        return at
    if grammar.parts[verb] != VERB or "cue" not in grammar.tokens[verb].word.labels:
        return at
    behind = verb + 1 + (grammar.tokens[verb + 1].norm in _OF_HIM)
    if behind >= state.limit or not grammar.phrases.begins(behind):
        return at
    end = grammar.phrases.end(behind, state.limit, CHANNEL)
    if clause and not _then_that(grammar, end, state.limit):
        return at
    if state.subject is None or is_carrier(grammar, behind) or grammar.tokens[verb].word.core.startswith("نقل"):
        state.via.append((behind, end))
    return end


_AS, _SAID_SO = frozenset({"حسبما", "وفقما"}), frozenset({"كما", "مثلما"})
_OF_HIM = frozenset({"عنه", "عنها", "عنهم", "به", "بها"})


def _then_that(grammar: Grammar, at: int, limit: int) -> bool:
    """قال الوزير، كما نقلت عنه الوكالة أمس، | إن: whether, behind a time and a comma, أن of the verb follows."""
    at = grammar.date_at[at].end if at in grammar.date_at else at
    at += at < limit and grammar.is_comma(at)
    return at < limit and grammar.parts[at] == THAT and not grammar.tokens[at].word.conjunction


def past_dashes(grammar: Grammar, state: Walk, at: int) -> int:
    """أكد مصدر - وهو مسؤول في الجيش - الهجوم: what dashes hold in the midst of a clause tells of the speaker."""
    if grammar.tokens[at].raw not in _DASHES or state.subject is None:
        return at + 1
    close = next((k for k in range(at + 2, min(state.limit - 1, at + _ASIDE)) if grammar.tokens[k].raw in _DASHES), None)
    if close is None:
        return _with_branch(grammar, state, at)
    if THAT in grammar.parts[at:close]:
        return at + 1
    if grammar.tokens[at + 1].norm == "علي" and grammar.tokens[at + 2].norm == "لسان":
        cited(grammar, state, at + 3)
    return close + 1


def _with_branch(grammar: Grammar, state: Walk, at: int) -> int:
    """أعلنت سرايا النور - | كتيبة نابلس، | عن: behind one dash which of its branches speaks; the token behind it."""
    behind, word = at + 1, grammar.tokens[at + 1].word if at + 1 < state.limit else None
    if word is None or state.subject is None or state.subject[1] != at or word.conjunction or not grammar.phrases.begins(behind):
        return behind
    if not ("source" in word.labels or behind in grammar.phrases.placed):
        return behind
    end = grammar.phrases.end(behind, state.limit, Manner(SUBJECT.stops | state.cue.preps, split=True, attach=False))
    state.subject = state.subject[0], end
    return end


_DASHES, _ASIDE = DASHES | {"ـ"}, 16
