"""What stands between a verb and its content and says nothing of its own: to whom a speaker talked, the word news, الانتباه."""

from __future__ import annotations

from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import APART
from riwaya.read.sayings.walks import Walk


def says_which(grammar: Grammar, subject: Range, verb: int) -> bool:
    """أفادت منظمة | تعنى بالأسرى بأن: a clause right behind an indefinite speaker; not أفاد مصدر | تحدث إلى الوكالة."""
    talked = grammar.tokens[verb].word.core.startswith(_TALKS)
    return subject[1] == verb and not (talked or grammar.phrases.is_definite(subject[0]))


def only_leads(grammar: Grammar, state: Walk, at: int) -> bool:
    """لفت | الانتباه إلى, تناقل ناشطون | خبر مقتل القائد: a noun between verb and content that says nothing of its own."""
    heed = state.cue.lemma == "لفت" and grammar.tokens[at].norm in _HEED
    return heed or (state.cue.detail == "relay" and state.subject is not None and grammar.tokens[at].word.core in _NEWS)


_HEED = frozenset({"الانتباه", "النظر", "الانظار"})  # لفت | الانتباه إلى أن
_NEWS, _TALKS = frozenset({"خبر", "نبا", "انباء"}), "تحدث"


def past_talk(grammar: Grammar, state: Walk, at: int) -> int:
    """طالبت قيادات | تحدثت لـ «الأفق» | المنظمات بالعمل: past a verb of talking that describes the speaker, and to whom he did."""
    to, limit = at + 1, state.limit
    talked = grammar.tokens[at].word.core.startswith(_TALKS) and state.subject is not None and state.subject[1] == at
    if not talked or to >= limit:
        return at
    if grammar.phrases.preposition_of(grammar.tokens[to]) != "ل" and grammar.tokens[to].norm != "الي":
        return at
    first = to + (grammar.tokens[to].norm in ("ل", "الي"))
    if first >= limit:
        return at
    return grammar.layout.closing.get(first, grammar.phrases.end(first, limit, APART) - 1) + 1
