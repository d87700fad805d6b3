"""What stands between a reporting verb and its content though it has a verb of its own; and content that أن does not open."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import AUXILIARY, NEGATION, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.clauses import verb_form
from riwaya.read.grammar import Grammar
from riwaya.read.sayings.endings import DOING_MORE
from riwaya.read.sayings.outer_says import outer_that
from riwaya.read.sayings.walks import SAYS, Walk


def asked_when(grammar: Grammar, at: int) -> bool:
    """قالت | عندما سألها الصحفيون: when somebody spoke, though a verb of asking tells it."""
    behind = grammar.tokens[at + 1].word.find("cue", "verb") if at + 1 < len(grammar.tokens) else None
    entry = behind.sense.entry if behind is not None else None
    return isinstance(entry, Cue) and entry.lemma == "سأل"


_WHO = frozenset({"وهو", "وهي", "وهم", "وهما"})


def describes(grammar: Grammar, state: Walk, at: int) -> bool:
    """قال النائب وهو | يتابع الحفر إن, أفادت منظمة | تتابع الحوادث بأن: a verb of telling that only describes who speaks."""
    deed = bool(state.cue.frames & {"masdar", "obj"})  # أكدت منظمة | تتابع الحوادث مقتل ثلاثة
    that = THAT in grammar.parts[at + 2 : state.limit]
    if state.subject is None or state.subject[0] < state.start or not (that or deed):
        return False
    if grammar.tokens[at - 1].norm in _WHO or outer_that(grammar, at) is not None:
        return True
    form = verb_form(grammar, at)
    indefinite = state.subject[1] == at and not grammar.phrases.is_definite(state.subject[0])
    told = grammar.parts[at + 1 : at + 2] == [THAT] or grammar.tokens[at].word.conjunction
    found = grammar.tokens[at].word.find("cue", "verb")
    more = found is not None and isinstance(found.sense.entry, Cue) and found.sense.entry.lemma in DOING_MORE
    more = more or state.cue.lemma == "قال"  # قالت فصائل | تعارض الحكومة إن
    return bool(indefinite and more and form is not None and form.tense == "imperfect" and not told)


def tells_who(grammar: Grammar, state: Walk, at: int) -> bool:
    """أعلن مدير الحركة | وهي منظمة معارضة للحصار |، أن: a clause that says who somebody is, right behind the speaker."""
    return grammar.tokens[at].norm in _WHO and state.subject is not None and state.subject[0] > state.start


def past_doing(grammar: Grammar, state: Walk, at: int) -> int:
    """قال | وهو يبكي |: «...», تابع | وهو يشير إلى الركام | أن: what somebody does as he speaks; else the same token."""
    if grammar.tokens[at].norm not in _WHO or at + 2 >= state.limit:
        return at
    word, open_to = grammar.tokens[at + 1].word, "ت" if grammar.tokens[at].norm == "وهي" else "ي"
    verb = "verb" in {one.sense.part for one in word.analyses} or not word.analyses
    if not verb or word.norm[:1] != open_to or not state.cue.frames & {"that", "quote"}:
        return at
    for k in range(at + 2, state.limit):
        if grammar.tokens[k].raw == ":" or grammar.layout.closing.get(k, k) - k > 2 or grammar.parts[k] == THAT:
            return k
    return at


def as_he_speaks(grammar: Grammar, at: int) -> bool:
    """قال وهو | يشير إلى الركام: «...»: a verb that tells what somebody does as he speaks, with what is said behind it all."""
    verb = at - 3 if at > 2 and grammar.is_comma(at - 2) else at - 2
    if verb < 0 or grammar.tokens[at - 1].norm not in _WHO or "cue.verb" not in grammar.tokens[verb].word.classes:
        return False
    return grammar.parts[verb] == VERB and any(grammar.tokens[k].raw == ":" for k in range(at + 1, grammar.limit(verb)))


def past_clause_of_that(grammar: Grammar, state: Walk, at: int) -> int:
    """أفاد تقرير دون أن | يحدد المكان بأن, قال بعد أن | أم الصلاة «...»: behind a clause of its own, if the content is to come.

    The same token where nothing comes any more.
    """
    if state.subject is None or "that" not in state.cue.frames or grammar.tokens[at - 1].norm not in _ASIDE:
        return at
    for k in range(at + 2, state.limit):
        if grammar.parts[k] == THAT:
            return k if grammar.tokens[k].norm.startswith("بان") or grammar.tokens[k].raw.startswith("إن") else at
        if grammar.layout.closing.get(k, k) - k > _SAID:
            return k
        if grammar.tokens[k].raw in ":؛":
            return k if grammar.tokens[k].raw == ":" else at
        if grammar.is_comma(k) and grammar.parts[k + 1 : k + 2] == [THAT]:
            return k
    return at


_ASIDE = frozenset({"دون", "بدون", "قبل", "بعد"})
_SAID = 6
"""A quotation longer than that is what is said, and no name."""


def goes_on_straight(grammar: Grammar, state: Walk, at: int) -> bool:
    """وأضاف | لم يصب أحد, وأضاف البيان | ستبدأ العملية غدا: right behind the verb or its speaker the speech itself begins."""
    spoken = state.cue.lemma in SAYS and grammar.tokens[at].norm in _OPENS_SPEECH
    if state.commas or state.addressee is not None or not (spoken or _goes_on_with_verb(grammar, state, at)):
        return False
    behind = state.subject[1] if state.subject is not None and state.subject[0] > state.start else state.start + 1
    behind = state.channel[1] if spoken and state.channel is not None else behind
    if behind > state.start + 1 and state.subject is not None and not grammar.phrases.is_definite(state.subject[0]):
        return False  # أضاف قانون جديد | أصدره المجلس
    if at != behind or "cue" in grammar.tokens[at].word.labels or grammar.tokens[at].word.conjunction:
        return False
    return THAT not in grammar.parts[at : min(state.limit, at + _NEAR)]


def _goes_on_with_verb(grammar: Grammar, state: Walk, at: int) -> bool:
    """وأضاف | لم يصب أحد: a verb or what denies it."""
    return state.cue.lemma == "أضاف" and grammar.parts[at] in _BEGINNINGS


_OPENS_SPEECH = word_list("opens speech without that")
_BEGINNINGS, _NEAR = frozenset({VERB, NEGATION, AUXILIARY}), 6
