"""Who is called on, asked or warned where a sentence goes on with و and names no speaker: ودعا | السكان | إلى المغادرة."""

from __future__ import annotations

from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar
from riwaya.read.sayings.walks import Walk


def goes_on_calling(grammar: Grammar, state: Walk, at: int) -> bool:
    """Whether a sentence goes on with و, and what stands behind its verb is only called on; ``at``: where the content may begin."""
    first = state.start + 1
    also = grammar.layout.norms[state.start - 1 : state.start] == ["كما"]  # كما دعا | المجتمع الدولي
    joined = bool(grammar.tokens[state.start].word.conjunction) or also
    if state.subject is None or state.subject[0] != first or not joined:
        return False
    opens = grammar.layout.sentence(state.start).start
    if opens == 0 or (opens == state.start - 1 and not also):
        return False
    return is_world(grammar, first) or _is_party(grammar, first) or (_is_resident(grammar, first) and _is_asked(grammar, at))


def goes_on_without_and(grammar: Grammar, verb: int) -> bool:
    """كما | طالب الدول بـ, ثم | ناشد السكان, قبل أن | يدعو القضاة إلى: a word that goes on with whoever spoke before."""
    norms = grammar.layout.norms
    if norms[verb - 1] in ("كما", "ثم"):
        return True
    before = norms[max(0, verb - 2) : verb] == ["قبل", "ان"] and verb - 2 > grammar.layout.sentence(verb).start
    return before and verb + 1 < len(norms) and not _is_one_man(grammar, verb + 1)


def _is_one_man(grammar: Grammar, at: int) -> bool:
    """قبل أن يدعو | الرئيس إلى: an office or name in the singular behind the verb calls himself; القضاة are called on."""
    found = grammar.tokens[at].word.find("source")
    several = found is not None and getattr(found.sense.form, "number", "s") != "s"
    return not several and (grammar.phrases.is_title(at) or grammar.phrases.is_name(at))


def past_all(grammar: Grammar, state: Walk, at: int) -> int:
    """حثت الأطراف | كافة | على: past the word that says that all of them are meant, behind who seems the subject."""
    if state.subject is None or not state.is_behind_subject(at) or grammar.layout.norms[at] not in _EVERY:
        return at
    if at + 1 < len(grammar.tokens) and grammar.tokens[at + 1].word.article:  # أكدت الأدلة | كافة المعلومات
        return at
    state.subject = state.subject[0], at + 1
    return at + 1


_EVERY = frozenset({"كافه", "جميعا", "جميعها", "جميعهم", "كلها"})


def is_world(grammar: Grammar, at: int) -> bool:
    """قالت الهيئة إن ... . ودعت | المجتمع الدولي | إلى التحرك: whoever spoke before goes on and calls on the world."""
    return grammar.layout.norms[at : at + 2] == _WORLD or grammar.layout.norms[at] in _ALL_OF_US


_WORLD, _ALL_OF_US = ["المجتمع", "الدولي"], frozenset({"الجميع", "العالم"})


def _is_party(grammar: Grammar, at: int) -> bool:
    """ودعت | أطراف النزاع | إلى التهدئة, ودعا | جميع الأطراف | إلى: the two sides together call on nobody."""
    return grammar.tokens[at + _all(grammar, at)].word.core in _PARTIES


def _is_resident(grammar: Grammar, at: int) -> bool:
    """وطالب | سكان القرية | بإخلائها, وحذر | جميع المواطنين | من: people who live there."""
    return grammar.tokens[at + _all(grammar, at)].word.core in _RESIDENTS


def _all(grammar: Grammar, at: int) -> int:
    """جميع | الأطراف, كافة | السكان: how many words stand before the noun."""
    return int(grammar.tokens[at].word.core in _ALL and at + 1 < len(grammar.tokens))


def _is_asked(grammar: Grammar, at: int) -> bool:
    """إلى | عدم الاقتراب, | بإخلائها: what is asked of those who live there, not by them (توفير المياه)."""
    cores = [grammar.tokens[k].word.core for k in range(at, min(at + 2, len(grammar.tokens)))]
    return any(core in _ASKED or any(core.startswith(word[:-1]) for word in _ASKED if len(word) > _SHORT) for core in cores)


_SHORT = 4
"""A word of more letters may stand before a pronoun, by which its last one changes (مغادرتها, إخلائه)."""
_ALL, _PARTIES, _RESIDENTS = word_list("all of them"), word_list("parties together"), word_list("those who live there")
_ASKED = word_list("asked of those who live there")
