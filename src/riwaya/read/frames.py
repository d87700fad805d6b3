"""What follows a reporting verb: its subject, whom it addresses, where its content begins.

A frame of the cue table says how the content is joined (that, a quotation, a preposition, a masdar as object, an object
that is the addressee). The walk from the verb to the content passes over times, channels, brackets and insertions.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import (
    ADVERB,
    CONTRAST,
    DEMONSTRATIVE,
    PREPOSITION,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    VERB,
)
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases import OBJECT, SUBJECT, Manner

_WINDOW = 60
_REACH = 24
_NOT_THAT = frozenset({"الا", "غير", "بيد", "مع", "رغم", "كما", "حيث", "منذ", "بعد", "قبل", "دون", "بما", "سيما", "خصوصا", "ذلك"})
_LABEL_TOKENS = 4


@dataclass
class Walk:
    """What the walk from a cue has found so far; token ranges, end exclusive."""

    cue: Cue
    start: int
    limit: int
    subject: Range | None = None
    addressee: Range | None = None
    channel: Range | None = None
    via: list[Range] = field(default_factory=list)
    content: int | None = None
    joint: str = ""
    """How the content is joined: that, quote, colon, about, object, whom."""
    quote: bool = False
    needs_subject: bool = True
    commas: int = 0

    def found(self, joint: str, content: int) -> None:
        """The content begins at a token."""
        self.joint, self.content = joint, content


def walk(grammar: Grammar, index: int, cue: Cue, form: VerbForm | None, subject: Range | None) -> Walk:
    """Walk from the cue at a token to its content.

    ``subject`` is one already known from before the verb; ``form`` is None for a participle or masdar.
    """
    state = Walk(cue, index, min(grammar.limit(index), index + _WINDOW), subject)
    state.needs_subject = form is not None and subject is None
    if subject is not None:
        state.subject = subject
    at = index + 1
    while at < state.limit and state.content is None:
        following = _step(grammar, state, at, form)
        if following <= at:
            break
        at = following
    return state


def _step(grammar: Grammar, state: Walk, at: int, form: VerbForm | None) -> int:
    """Look at one token of the walk; the token to look at next, the same one to give up."""
    part = grammar.parts[at]
    if part == THAT:
        return _complementiser(grammar, state, at)
    if grammar.is_sign(at):
        return _sign(grammar, state, at)
    if at in grammar.date_at:
        return grammar.date_at[at].end
    if (content := _frame_preposition(grammar, state, at)) is not None and _within_reach(grammar, state, at):
        state.found("about", content)
        return content
    if state.cue.whom and state.subject is not None and state.addressee is None and _late_addressee(grammar, state, at):
        return at + 1
    return _part_step(grammar, state, at, form)


def _part_step(grammar: Grammar, state: Walk, at: int, form: VerbForm | None) -> int:
    """The rest of a step, by the token's part of speech."""
    part = grammar.parts[at]
    if state.commas and grammar.phrases.is_participle_cue(at):
        return at
    if part == PREPOSITION:
        return _adjunct(grammar, state, at)
    if part in (RELATIVE, SUBORDINATOR, CONTRAST):
        return _insertion(grammar, state, at)
    if part == VERB:
        return _verb(grammar, state, at)
    if grammar.phrases.begins(at):
        return _phrase(grammar, state, at, form)
    return at + 1


def _within_reach(grammar: Grammar, state: Walk, at: int) -> bool:
    """An object or prepositional content stands near its verb, across no comma but one that closes the subject."""
    if at - state.start > _REACH:
        return False
    closes_subject = grammar.is_comma(at - 1) and (state.subject is None or state.subject[1] >= at - 4)
    return state.commas != 1 or closes_subject


def _complementiser(grammar: Grammar, state: Walk, at: int) -> int:
    """إن، أن، بأن: the content begins behind it, unless it belongs to إلا أن، غير أن، بعد أن ..."""
    before = grammar.tokens[at - 1].word.core if at > state.start + 1 else ""
    if before in _NOT_THAT:
        return at
    frames = state.cue.frames
    wanted = frames & {"that", "to", "whom:that", "whom:to", "push", "emotion"} or state.cue.preps or before == "من"
    if not wanted:
        return at
    state.found("that", at + 1)
    return at + 1


def _sign(grammar: Grammar, state: Walk, at: int) -> int:
    raw = grammar.tokens[at].raw
    if grammar.is_comma(at):
        state.commas += 1
    if raw == ":":
        if state.cue.frames & {"quote", "that", "speech"} or at == state.start + 1:
            behind = at + 1
            spoken = behind < state.limit and grammar.parts[behind] == THAT
            state.found("colon", behind + 1 if spoken and behind not in grammar.layout.closing else behind)
        return at + 1
    if at in grammar.layout.closing:
        return _quotation(grammar, state, at)
    if at in grammar.layout.brackets:
        return grammar.skip_bracket(at)
    return at + 1


def _quotation(grammar: Grammar, state: Walk, at: int) -> int:
    """A quotation is the content, unless it is short and names the paper or group before it."""
    close = grammar.layout.closing[at]
    short = close - at - 1 <= _LABEL_TOKENS
    if short and (grammar.phrases.is_namer(at - 1) or (close + 1 < state.limit and grammar.parts[close + 1] == THAT)):
        return close + 1
    if short and _is_quoted_subject(grammar, state, at, close):
        state.subject = (at + 1, close)
        return close + 1
    if short and state.cue.whom and state.addressee is None:
        state.addressee = (at + 1, close)
        _whom_content(grammar, state, close + 1)
        return close + 1
    if state.cue.frames & {"quote", "that"}:
        state.found("quote", at)
        state.quote = True
        return at + 1
    if state.cue.frames & {"obj", "whom", "attack", "masdar"}:
        state.found("object", at)
        return at + 1
    return close + 1


def _is_quoted_subject(grammar: Grammar, state: Walk, at: int, close: int) -> bool:
    """قال «عسيري» في حديث: a name in marks right behind the verb, the sentence goes on, is the speaker."""
    alone = state.subject is None and state.needs_subject and at == state.start + 1 and close - at <= 3
    return alone and close + 1 < state.limit and not grammar.is_sign(close + 1) and grammar.phrases.begins(at + 1)


def _frame_preposition(grammar: Grammar, state: Walk, at: int) -> int | None:
    """Where the content begins if the token is the preposition that the verb asks for (أشار إلى، أفاد بـ، تحدث عن)."""
    token = grammar.tokens[at]
    preps = state.cue.preps
    if grammar.parts[at] == PREPOSITION and token.word.core in preps:
        following = at + 1
        while following < state.limit and grammar.parts[following] == ADVERB:
            following += 1
        if following >= state.limit:
            return None
        return following + 1 if grammar.parts[following] == THAT else following
    clitic = grammar.phrases.preposition_of(token)
    if clitic and clitic in preps:
        standing_alone = token.norm == clitic
        return at + 1 if standing_alone else at
    return None


def _late_addressee(grammar: Grammar, state: Walk, at: int) -> bool:
    """What was taken for the subject is the addressee if the content follows at once (تتهم السلطات بـ)."""
    if state.subject is None or state.subject[0] < state.start or grammar.is_comma(at):
        return False
    if grammar.phrases.preposition_of(grammar.tokens[at]) in state.cue.preps or grammar.tokens[at].word.core in state.cue.preps:
        return False
    _whom_content(grammar, state, at)
    if state.content is None:
        return False
    split = _split(grammar, state.subject)
    state.addressee = (split or state.subject[0], state.subject[1])
    state.subject = (state.subject[0], split) if split else None
    return True


def _split(grammar: Grammar, where: Range) -> int | None:
    """Where a phrase that holds subject and object falls apart: the last definite head or name behind a complete noun."""
    phrases = grammar.phrases
    for index in range(where[1] - 1, where[0], -1):
        word = grammar.tokens[index].word
        if phrases.is_adjective(index) or word.conjunction or phrases.preposition_of(grammar.tokens[index]):
            continue
        complete = phrases.is_definite(index - 1) or phrases.is_adjective(index - 1)
        definite = phrases.is_definite(index) or (index + 1 < where[1] and phrases.is_definite(index + 1))
        head = bool(word.labels & {"person", "source", "country", "medium"}) and definite
        if complete and (head or (not word.labels and index == where[1] - 1 and not phrases.is_definite(index))):
            return index
    return None


def _adjunct(grammar: Grammar, state: Walk, at: int) -> int:
    """A preposition that the verb does not ask for: channel, time, place; its phrase is passed over."""
    inner = at + 1
    if inner >= state.limit:
        return inner
    if inner in grammar.date_at:
        return grammar.date_at[inner].end
    if not grammar.phrases.begins(inner):
        return inner
    if grammar.tokens[at].word.core in state.cue.asked:
        return _asked(grammar, state, inner)
    end = grammar.phrases.end(inner, state.limit, _CHANNEL)
    if grammar.phrases.is_channel(inner):
        state.channel = (inner, end)
    return end


def _asked(grammar: Grammar, state: Walk, inner: int) -> int:
    """Whoever is asked (طلب من القائد), and what: behind أن, or the next noun phrase."""
    end = grammar.phrases.end(inner, state.limit, Manner(SUBJECT.stops, split=True))
    state.addressee = (inner, end)
    at = end
    while at < state.limit and (at in grammar.date_at or grammar.parts[at] == ADVERB):
        at = grammar.date_at[at].end if at in grammar.date_at else at + 1
    if at < state.limit and grammar.parts[at] != THAT and grammar.phrases.begins(at):
        state.found("whom", at)
    return end


_CHANNEL = Manner(stops=frozenset({"ب", "ل", "عن", "علي", "الي"}))


def _insertion(grammar: Grammar, state: Walk, at: int) -> int:
    """A relative or subordinate clause between verb and content: on to the next comma or complementiser."""
    if grammar.parts[at] != RELATIVE and state.subject is None:
        return at
    index = at + 1
    if (behind := anonymity_end(grammar, index)) > index:
        return behind
    while index < state.limit:
        if grammar.is_comma(index) or grammar.parts[index] == THAT or grammar.tokens[index].raw == ":":
            return index
        if index in grammar.layout.closing and grammar.layout.closing[index] - index > _LABEL_TOKENS:
            return index
        index += 1
    return index


def _verb(grammar: Grammar, state: Walk, at: int) -> int:
    """Another verb before the content: only an insertion on the speaker (طلب عدم ذكر اسمه) may stand here."""
    if (behind := anonymity_end(grammar, at)) > at:
        return behind
    if carries_channel(grammar, at):
        return _insertion(grammar, state, at) if state.subject else _past_carrier(grammar, state, at)
    if (state.subject is None and state.needs_subject) or "cue" in grammar.tokens[at].word.labels:
        return at
    if state.cue.lemma == "قال" and state.subject is not None and not state.commas and at - state.subject[1] <= 1:
        state.found("that", at)
        return at + 1
    return _insertion(grammar, state, at)


def anonymity_end(grammar: Grammar, at: int) -> int:
    """Where طلب عدم ذكر اسمه, رفض الكشف عن هويته ends, if it begins at a token; else the token."""
    limit = min(len(grammar.tokens), at + 7)
    named = next((k for k in range(at + 1, min(limit, at + 3)) if "anonymity" in grammar.tokens[k].word.labels), None)
    if named is None or grammar.parts[at] != VERB:
        return at
    ends = (k + 1 for k in range(named + 1, limit) if grammar.tokens[k].norm in _IDENTITY)
    return next(ends, at)


_IDENTITY = frozenset({"اسمه", "اسمها", "هويته", "هويتها", "اسماءهم", "اسمائهم", "هويتهم"})


def _past_carrier(grammar: Grammar, state: Walk, at: int) -> int:
    """The token behind the paper or agency that a channel's relative clause names."""
    behind = at + 1
    while behind < state.limit and behind in grammar.date_at:
        behind = grammar.date_at[behind].end
    return grammar.phrases.end(behind, state.limit, SUBJECT) if behind < state.limit and grammar.phrases.begins(behind) else behind


def carries_channel(grammar: Grammar, at: int) -> bool:
    """A verb with a pronoun that points back to a channel (في تصريح بثته الوكالة، في بيان نشره المكتب): no act of its own."""
    found = grammar.tokens[at].word.find("cue", "verb")
    if found is None or not found.pronoun:
        return False
    behind = range(max(0, at - 3), at)
    return any(grammar.phrases.is_channel(k) for k in behind) and not any(grammar.is_comma(k) for k in behind)


def _phrase(grammar: Grammar, state: Walk, at: int, form: VerbForm | None) -> int:
    """A noun phrase: the subject, the addressee, or the content itself."""
    phrases = grammar.phrases
    clitic = phrases.preposition_of(grammar.tokens[at])
    if clitic:
        return _clitic_phrase(grammar, state, at, clitic)
    frames = state.cue.frames
    objective = bool(frames & {"obj", "masdar", "attack"})
    if objective and phrases.is_claim_noun(at) and _within_reach(grammar, state, at):
        state.found("object", at)
        return at + 1
    if state.subject is None and state.needs_subject and _can_speak(grammar, at, form):
        manner = Manner(SUBJECT.stops | state.cue.preps, split=bool(state.cue.whom) or objective)
        end = phrases.end(at, state.limit, manner)
        state.subject = (at, end)
        return end
    return _object(grammar, state, at)


def _object(grammar: Grammar, state: Walk, at: int) -> int:
    """A second phrase: whom the verb addresses, or its object as content; else an apposition to the subject."""
    frames = state.cue.frames
    phrases = grammar.phrases
    if state.cue.whom and state.addressee is None and not grammar.is_comma(at - 1):
        stops = SUBJECT.stops | state.cue.preps | state.cue.whom
        end = phrases.end(at, state.limit, Manner(stops, split=True))
        state.addressee = (at, end)
        _whom_content(grammar, state, end)
        return end
    if frames & {"obj"} and state.commas != 1 and _within_reach(grammar, state, at):
        state.found("object", at)
        return at + 1
    end = phrases.end(at, state.limit, OBJECT)
    if state.subject is not None and grammar.is_comma(at - 1) and state.subject[1] == at - 1:
        state.subject = (state.subject[0], end)
    return end


def _whom_content(grammar: Grammar, state: Walk, at: int) -> None:
    """The content behind an addressee: the preposition of the frame, or a masdar."""
    preps = state.cue.whom | state.cue.preps
    index = at
    while index < state.limit and (index in grammar.date_at or grammar.parts[index] == ADVERB or grammar.is_comma(index)):
        index = grammar.date_at[index].end if index in grammar.date_at else index + 1
    if index >= state.limit:
        return
    token = grammar.tokens[index]
    clitic = grammar.phrases.preposition_of(token)
    free = token.word.core if grammar.parts[index] == PREPOSITION else ""
    if clitic and clitic in preps and grammar.parts[index] != THAT:
        state.found("whom", index + 1 if token.norm == clitic else index)
    elif free and free in preps:
        behind = index + 1
        state.found("whom", behind + 1 if behind < state.limit and grammar.parts[behind] == THAT else behind)
    elif "obj" in state.cue.whom and grammar.phrases.is_claim_noun(index):
        state.found("whom", index)


def _clitic_phrase(grammar: Grammar, state: Walk, at: int, clitic: str) -> int:
    """ل before a paper, agency or person is an addressee; other clitic phrases are passed over."""
    token = grammar.tokens[at]
    if clitic == "ل":
        end = at + 1
        if token.norm == "ل" and end in grammar.layout.closing:
            close = grammar.layout.closing[end]
            state.addressee = (end + 1, close)
            return close + 1
        end = grammar.phrases.end(at, state.limit, _CHANNEL)
        if state.addressee is None:
            state.addressee = (at, end)
        return end
    return grammar.phrases.end(at, state.limit, _CHANNEL)


def _can_speak(grammar: Grammar, at: int, form: VerbForm | None) -> bool:
    """Whether a phrase can be the subject: it agrees with the verb and is no event noun."""
    labels = grammar.tokens[at].word.labels
    if labels & {"trigger", "cue"} and not labels & {"person", "source"}:
        return False
    if grammar.parts[at] == DEMONSTRATIVE and not (at + 1 < len(grammar.tokens) and grammar.phrases.begins(at + 1)):
        return False
    return form is None or grammar.agrees(form, at, before=False)
