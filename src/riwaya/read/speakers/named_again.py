"""Whether a report may name a speaker again: only then are its noun phrases searched for a fuller mention of him."""

from __future__ import annotations

from functools import cached_property

from riwaya.lang.ar.lexicon import Noun
from riwaya.lang.ar.words import Word
from riwaya.read.clauses.backed import with_leader
from riwaya.read.clauses.naming import RENAMED, Naming, alike, key
from riwaya.read.grammar import HONORIFICS, Grammar, Range

LONGEST = 14
"""So many tokens a mere mention has at most."""


class NamedAgain:
    """The words of one document by which somebody may be named, and where those who speak are named."""

    def __init__(self, grammar: Grammar, spoken: dict[int, int], addressed: frozenset[int]) -> None:
        self.grammar, self.spoken, self.addressed = grammar, spoken, addressed

    @cached_property
    def _words(self) -> dict[str, list[int]]:
        """What a word is compared by → the tokens where it stands."""
        found: dict[str, list[int]] = {}
        for token in self.grammar.tokens:
            found.setdefault(key(token.word), []).append(token.index)
        return found

    @cached_property
    def _heads(self) -> dict[str, list[int]]:
        """What the head of a mention is compared by → the tokens at which such a mention may begin."""
        found: dict[str, list[int]] = {}
        for token in self.grammar.tokens:
            if "source" in token.word.labels:
                for head in _names_of(token.word):
                    found.setdefault(head, []).append(token.index)
        return found

    def adds(self, seen: Range) -> bool:
        """What a verb has as its speaker ends where the verb says, unless a name in commas or what it serves (لحقوق) follows."""
        end = self.spoken.get(seen[0])
        return end is None or (end < seen[1] and self._goes_on(end))

    def _goes_on(self, end: int) -> bool:
        if end >= len(self.grammar.tokens):
            return False
        named = self.grammar.is_comma(end) or with_leader(self.grammar, end) > end
        return named or (self.grammar.tokens[end].word.preposition == "ل" and end not in self.addressed)

    def may_be(self, short: Naming) -> bool:
        """Whether the head or first word of a mention stands elsewhere too, or in a longer phrase around it."""
        if short.group:
            return any(self._begins_longer(at, short) for at in self._heads.get(short.head, ()))
        at, *others = self._words.get(short.words[0], (-1,))
        if others or short.words[0] in RENAMED or not short.where[0] <= at < short.where[1]:
            return True
        near = range(max(0, at + 1 - LONGEST), at + 1)
        return any("source" in self.grammar.tokens[k].word.labels and self._begins_longer(k, short) for k in near)

    def _begins_longer(self, at: int, short: Naming) -> bool:
        """Whether a mention at a token may be another one than that of a speaker who is called by a short mention."""
        if at != short.where[0] or at not in self.spoken or self._goes_on(self.spoken[at]):
            return True
        return at > 0 and self.grammar.tokens[at - 1].word.core in HONORIFICS


def _names_of(word: Word) -> set[str]:
    """What a mention that begins with a word may be headed by: the lemma of the table, or the word itself."""
    source = word.find("source")
    entry = source.sense.entry if source is not None else None
    return {key(word), alike(entry.lemma)} if isinstance(entry, Noun) else {key(word)}
