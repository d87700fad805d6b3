"""Where something is posted: على تويتر, على حسابه, على منصة إكس stand between a verb and what is said, and are not what is said."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, PREPOSITION, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar
from riwaya.read.sayings.walks import Walk
from riwaya.read.words.given import HELD

_PLATFORMS, _SITES = word_list("platform of posts"), word_list("site on a platform")
_REACH = 11


def is_posted(grammar: Grammar, state: Walk, at: int) -> bool:
    """وأكد | على تويتر | أن, شدد | على صفحته في فيسبوك | على أن: the medium behind على, where what is said is to come."""
    if grammar.tokens[at].word.core != "علي" or at + 2 >= state.limit or grammar.parts[at + 1] != NOUN:
        return False
    if is_where_posted(grammar, at):
        return True
    word = grammar.tokens[at + 1].word
    return (word.core in _PLATFORMS or _is_site(grammar, at + 1)) and _is_told_behind(grammar, state, at + 2)


def _is_site(grammar: Grammar, at: int) -> bool:
    """صفحته, منصة | إكس, قناة | الجزيرة, هامش | القمة: a page, channel or margin, by itself or before whose it is."""
    cores = {grammar.tokens[at].word.core, *(found.stem for found in grammar.tokens[at].word.analyses)}
    return not cores.isdisjoint(_SITES)


def _is_told_behind(grammar: Grammar, state: Walk, at: int) -> bool:
    """على منصة إكس | على أن, | أن, | على ضرورة: that, a mark of speech or the same preposition, before any verb."""
    for k in range(at, min(state.limit, at + _REACH)):
        if grammar.parts[k] == THAT:
            return True
        if grammar.parts[k] == VERB:
            return False
        again = grammar.parts[k] == PREPOSITION and grammar.tokens[k].word.core in state.cue.preps
        if again and not is_posted(grammar, state, k):
            return True
    return False


def is_where_posted(grammar: Grammar, at: int) -> bool:
    """تبنت التفجير | عبر صفحتها في فيسبوك, | على تطبيق تلغرام: a platform behind a preposition, or a page on it."""
    if grammar.parts[at] != PREPOSITION or grammar.tokens[at].norm not in _ON:
        return False
    for k in range(at + 1, min(grammar.limit(at), at + _NEAR)):
        if grammar.tokens[k].word.core in _PLATFORMS or grammar.tokens[k].norm == _SOCIAL:
            return True
        if grammar.parts[k] not in (NOUN, PREPOSITION) and k not in grammar.layout.closing:  # على حسابه في «تويتر»
            return False
    return False


_ON, _SOCIAL = ("علي", "عبر", "في"), "التواصل"  # مواقع | التواصل, شبكات | التواصل
_NEAR = 5


def notes_deed(grammar: Grammar, state: Walk, at: int, clitic: str) -> bool:
    """يشير التقرير | لوقوع جرائم, لفت | لأهمية الحوار: ل for إلى, before a deed or what is held of something."""
    if state.cue.detail != "note" or clitic != "ل" or "الي" not in state.cue.preps or grammar.phrases.has_article(at):
        return False
    if at != state.start + 1 and not state.is_behind_subject(at):
        return False
    return grammar.phrases.is_masdar(at) or grammar.phrases.is_event_noun(at) or grammar.tokens[at].word.core in HELD
