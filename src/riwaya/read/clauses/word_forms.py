"""The forms that a word is known by where the tables name it as it is written, folded, or without what hangs on it."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Entry
from riwaya.lang.ar.parts import NOUN
from riwaya.lang.ar.words import PRONOUNS, Word
from riwaya.model.remembered import remembered
from riwaya.read.grammar import Grammar, per_document


def forms_around(grammar: Grammar, index: int) -> frozenset[str]:
    """The forms of all words of the sentence that holds a token: what is not among them need not be looked for in it."""
    known, number = _of_sentences(grammar), grammar.layout.sentence_of[index]
    if number not in known:
        sentence = grammar.layout.sentences[number]
        words = [token.word for token in grammar.tokens[sentence.start : sentence.end]]
        known[number] = frozenset().union(*map(_with_two, words))
    return known[number]


@per_document
def _of_sentences(grammar: Grammar) -> dict[int, frozenset[str]]:
    """Sentence → the forms of its words, kept as sentences are asked for."""
    return {}


def pronoun_on(word: Word, entry: Entry) -> str:
    """The pronoun on a form in its first analysis that is of an entry; empty where none hangs on it."""
    for found in word.analyses:
        if found.sense.entry is entry:
            return found.pronoun
    return ""


def forms_of(word: Word) -> tuple[str, ...]:
    """The forms that a word is known by: as written, folded, without clitics, without pronoun or accusative."""
    known = word.forms
    if known is None:
        known = word.forms = tuple({word.norm, word.core, word.bare, *_without_pronoun(word.core)})
    return known


@remembered(50_000)
def _with_two(word: Word) -> tuple[str, ...]:
    """The forms of a word and what it may be two of."""
    return (*forms_of(word), *_of_two(word))


def _without_pronoun(core: str) -> set[str]:
    """A word without the pronoun or the accusative on it (أسلحتهم → أسلحه, حصارا → حصار), and with that of one owner (قواتنا)."""
    ends = ""
    if core.endswith(_HANGING):
        ends = next((end for end in _HANGING if core.endswith(end) and len(core) - len(end) > 2), "")
    stem = core.removesuffix(ends) if ends else core.removesuffix("ا")
    if stem == core or len(stem) < 3:
        return set()
    whole = {stem, stem[:-1] + "ه"} if ends and stem.endswith("ت") else {stem}
    own = {stem + "ها", stem + "ه"} if ends in _OTHERS and len(stem) > _ROOT else set()  # أسرهم is no أسرة
    return whole | own


_OTHERS, _ROOT = ("نا", "هم", "هما"), 3
"""قواتنا, قواتهم: whose forces, where the tables name those of one owner only (قواتها, قواته)."""
_HANGING = tuple(one for one in PRONOUNS if one not in ("ي", "ك"))
"""Pronouns that are told from the last letter of a word."""


def two_of(grammar: Grammar, at: int, named: frozenset[str]) -> bool:
    """مدخلي | البلدة, سفينتي | شحن: two of what a table names, before their genitive (مدخل, سفينة); no عسكري."""
    word = grammar.tokens[at].word
    behind = at + 1 < len(grammar.tokens) and grammar.parts[at + 1] == NOUN and not grammar.phrases.is_adjective(at + 1)
    if word.article or not behind:
        return False
    return not _of_two(word).isdisjoint(named)


def _of_two(word: Word) -> frozenset[str]:
    """What a dual before its genitive may be two of, if it is one (مدخلي → مدخل, سفينتي → سفينه)."""
    if not word.core.endswith("ي") or len(word.core) < _DUAL:
        return frozenset()
    stem = word.core[:-1]
    return frozenset({stem, stem[:-1] + "ه"} if stem.endswith("ت") else {stem})


_DUAL = 4


def gave(grammar: Grammar, index: int) -> bool:
    """دبابات قدمتها, أسلحة | تسلمتها: a past that no و joins, with its pronoun; not مساعدات تقدمها, نهبوها ووزعوها."""
    norm = grammar.tokens[index].norm
    return not grammar.tokens[index].word.conjunction and (not norm.startswith(("ي", "ت", "ن")) or norm[:-2].endswith("ت"))
