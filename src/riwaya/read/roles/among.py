"""Whose people were hit: the phrase behind في صفوف, في أوساط, بين or من, where a deed names no one of them."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, QUANTIFIER, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.near import TARGET
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.struck import names_who

_NEAR, _RANKS, _HARM = 7, ("صفوف", "صف", "اوساط"), frozenset({"result", "arrest"})


def in_ranks(grammar: Grammar, mark: Mark) -> Range | None:
    """حملة اعتقالات في صفوف | الطلاب, أوقع القصف خسائر بين | السكان: whose people a deed hit that names nobody else."""
    if mark.entry.group not in _HARM and mark.entry.counted != "target":
        return None
    limit = min(grammar.limit(mark.index), mark.end + _NEAR)
    for at in range(max(mark.end, mark.companion + 1), limit - 1):
        if grammar.parts[at] in (VERB, THAT) or grammar.is_comma(at):
            return None
        if grammar.parts[at] == PREPOSITION and (first := _first_of_ranks(grammar, at)) > at and first < limit:
            return (first, grammar.phrases.end(first, grammar.limit(at), TARGET)) if grammar.phrases.begins(first) else None
    return None


def _first_of_ranks(grammar: Grammar, at: int) -> int:
    """في صفوف | الجيش, بين صفوف | الجيش: the token behind the ranks in which somebody was hit; the same where none are named."""
    ranks = grammar.tokens[at + 1].word
    led = grammar.tokens[at].norm in ("في", "بين") and ranks.core in _RANKS
    return at + 2 if led and not (ranks.article or grammar.phrases.is_owned(at + 1)) else at


def who_is_hurt(grammar: Grammar, mark: Mark) -> Range | None:
    """خمسة | قتلى من الجماعة: whose the victims are, or they themselves; of whom it is only said (وصل | مصابا) is told before."""
    if grammar.tokens[mark.index].word.core == "مصابا" and grammar.parts[mark.index - 1] != NUMERAL:
        return None
    first = mark.end if names_who(grammar, mark) else mark.index
    counted = grammar.tokens[mark.index].word.core in _BODIES and grammar.parts[mark.end : mark.end + 1] == [NUMERAL]
    return _side(grammar, mark) or (first, grammar.phrases.end(mark.end if counted else first, grammar.limit(mark.index), TARGET))


_BODIES = word_list("bodies of the dead")  # جثامين | 3 جنود


def side_of_fallen(grammar: Grammar, mark: Mark, behind: int) -> Range | None:
    """سقط خمسة قتلى | من الجماعة, سقوط قتلى في صفوف | الجيش: whose the dead are that fell, behind the words that name them."""
    if mark.entry.lemma != "سقط" or mark.entry.group != "result":
        return None
    fell = any(entry.frame == "C" for at in range(mark.index + 1, behind) for entry in entries_at(grammar, at))
    return _side(grammar, mark, behind) if fell else None


def _side(grammar: Grammar, mark: Mark, first: int = 0) -> Range | None:
    """قتلى | من الجماعة, جرحى في صفوف | القوات, القتلى وسط | الميليشيا, وعدد من الجرحى من | الجماعة: whose the victims are."""
    at, limit = first or mark.end, min(grammar.limit(mark.index), mark.end + _NEAR)
    more = (NOUN, QUANTIFIER)
    while at < limit and grammar.parts[at] in more and not grammar.tokens[at].word.preposition and at not in grammar.date_at:
        at += 1
    joined = at < limit and grammar.tokens[at].word.preposition == "ب" and grammar.tokens[at].word.core in _RANKS  # بصفوف | الجيش
    if at + 1 >= limit or not (joined or grammar.parts[at] == PREPOSITION):
        return None
    at += 1
    led = grammar.tokens[at - 1].norm
    ranks = led == "في" and grammar.tokens[at].word.core in _RANKS
    amid = led == "وسط" and bool(grammar.tokens[at].word.labels & {"person", "source"} or at in grammar.phrases.named)
    if not (joined or ranks or amid or led in ("من", "بين")):
        return None
    at += ranks
    if at < limit and any((one.type, one.frame) == ("ASSAULT", "C") for one in entries_at(grammar, at)):
        return _side(grammar, mark, at + 1)
    fits = at < limit and grammar.phrases.begins(at) and grammar.parts[at] == NOUN and at not in grammar.place_at
    fits = fits and grammar.tokens[at].word.core != "درجه"  # مصابة بحروق من | الدرجة الثالثة
    return (at, grammar.phrases.end(at, grammar.limit(at), TARGET)) if fits else None
