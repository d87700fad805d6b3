"""What stands between a verb and its phrases and is none of them: on which side of a place, without what, whose turn it is."""

from __future__ import annotations

from riwaya.lang.ar.parts import NEGATION, NOUN, NUMERAL, QUANTIFIER, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.no_objects import is_side_where
from riwaya.read.grammar import Grammar
from riwaya.read.phrases.manners import APART, Manner

_LACKED = word_list("lacked")
_LACKS = ("دون", "بدون", "بلا")
_ANY = ("اي", "سابق", "وجه")
_POINTS = ("شمال", "جنوب", "شرق", "غرب")
_TURNS = ("بدوره", "بدورها", "بدورهم", "بدورهما")
_WINGS = ("ذراع", "فرع", "جناح")
_PHRASE = frozenset({NOUN, NUMERAL, QUANTIFIER})


def past_setting(grammar: Grammar, at: int, limit: int) -> int:
    """The token behind a side, something lacked, a number of times or a turn; the same token where none stands."""
    if grammar.tokens[at].norm in _TURNS or _counts_times(grammar, at):
        return grammar.phrases.end(at, limit, APART) if grammar.tokens[at].norm not in _TURNS else at + 1
    past = max(_past_side(grammar, at, limit), _past_lack(grammar, at, limit), _past_wing(grammar, at, limit))
    return max(past, _past_unknown(grammar, at, limit), _past_every(grammar, at, limit))


def _past_every(grammar: Grammar, at: int, limit: int) -> int:
    """تقصف القوات | كل يوم | المدينة, يقتل | كل ليلة | عشرة: how often, without a preposition."""
    every = grammar.tokens[at].norm == "كل" and at + 1 < limit and "timeword" in grammar.tokens[at + 1].word.labels
    return at + 2 if every else at


def _counts_times(grammar: Grammar, at: int) -> bool:
    """قصفت الطائرات | وللمرة الثالثة | البلدة: how often, joined by و."""
    word = grammar.tokens[at].word
    return word.conjunction == "و" and word.preposition == "ل" and "measure" in word.labels


def _past_side(grammar: Grammar, at: int, limit: int) -> int:
    """هاجم مسلحون | غربي المدينة | حاجزا, قتل | شمال شرقي بعقوبة | جنديان: behind a side of a place, if a phrase follows it."""
    inner = at
    while inner < limit and _is_point(grammar, inner):
        inner += 1
    if inner == at or inner >= limit:
        return at
    named = next((grammar.place_at[k].end for k in range(at, inner + 1) if k in grammar.place_at), 0)
    whole = grammar.phrases.has_article(inner)
    end = named or (grammar.phrases.end(inner, limit, APART) if whole else at)
    return end if end > at and _opens_another(grammar, end, limit) else at


def _past_unknown(grammar: Grammar, at: int, limit: int) -> int:
    """هاجم مسلحون | لم تعرف هويتهم | القرية, | لم يكشف عن أسمائهم | القاضي: behind what is not known of those before."""
    behind = at + 2
    if at < 1 or behind >= limit or grammar.parts[at] != NEGATION or grammar.parts[at + 1] != VERB or grammar.parts[at - 1] != NOUN:
        return at
    behind += grammar.tokens[behind].norm == "عن"
    return behind + 1 if behind < limit and grammar.phrases.is_owned(behind) else at


def _past_wing(grammar: Grammar, at: int, limit: int) -> int:
    """خطفت جبهة الوادي | ذراع التنظيم في سوريا | خمسة عمال: behind whose wing somebody is, if those whom he hits follow it."""
    if at < 1 or grammar.tokens[at].norm not in _WINGS or not grammar.phrases.is_complete(at - 1) or grammar.parts[at - 1] != NOUN:
        return at
    end = grammar.phrases.end(at, limit, APART)
    if end + 1 < limit and grammar.tokens[end].norm == "في" and end + 1 in grammar.place_at:
        end = grammar.place_at[end + 1].end
    return end if _opens_another(grammar, end, limit) else at


def _is_point(grammar: Grammar, at: int) -> bool:
    """غرب, شمالي: a point of the compass with nothing written onto it."""
    word = grammar.tokens[at].word
    bare = not (word.article or word.conjunction or word.preposition)
    return bare and "direction" in word.labels and word.core.startswith(_POINTS)


def _opens_another(grammar: Grammar, at: int, limit: int) -> bool:
    """Whether somebody or something else begins at a token: people, or what is counted or has no article."""
    if at >= limit or grammar.parts[at] not in _PHRASE or at in grammar.date_at or not grammar.phrases.begins(at):
        return False
    word, phrases = grammar.tokens[at].word, grammar.phrases
    if word.conjunction or phrases.preposition_of(grammar.tokens[at]) or phrases.is_state(at) or "direction" in word.labels:
        return False
    return bool(word.labels & {"person", "source"}) or not phrases.is_definite(at)


def _past_lack(grammar: Grammar, at: int, limit: int) -> int:
    """تعتقل | دون محاكمة | الدولة ناشطين, احتجزت | بلا تهمة | خمسة شبان: behind what is lacked, one bare word before a phrase."""
    if grammar.tokens[at].norm not in _LACKS or at + 1 >= limit:
        return at
    word = at + 1 + (grammar.tokens[at + 1].word.core in _ANY)
    if word >= limit or grammar.tokens[word].word.core not in _LACKED or grammar.tokens[word].word.article:
        return at
    end = word + 1
    return end + 2 if grammar.layout.norms[end : end + 1] == ["او"] and end + 2 < limit else end


def past_where(grammar: Grammar, verb: int | None, at: int, limit: int, manner: Manner) -> int:
    """قتل خمسة مسلحين | غرب المدينة | : behind the side of a place, where a verb has its victims already, or another setting."""
    if verb is not None and is_side_where(grammar, verb, at):
        return grammar.phrases.end(at, limit, manner)
    return past_setting(grammar, at, limit)
