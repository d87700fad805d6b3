"""Whether a report may name a speaker again: only then are its noun phrases searched for a fuller mention of him."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Noun
from riwaya.read.backed import with_leader
from riwaya.read.grammar import HONORIFICS, Grammar, Range
from riwaya.read.naming import RENAMED, Naming, key

LONGEST = 14
"""So many tokens a mere mention has at most."""


class NamedAgain:
    """The words of one document by which somebody may be named, and where those who speak are named."""

    def __init__(self, grammar: Grammar, spoken: dict[int, int], addressed: frozenset[int]) -> None:
        self.grammar, self.spoken, self.addressed = grammar, spoken, addressed
        self._words: dict[str, list[int]] = {}
        self._heads: dict[str, list[int]] = {}
        """What a mention is compared by → the tokens that it may stand at: by its words, and by its head."""
        for token in grammar.tokens:
            same = key(token.word)
            self._words.setdefault(same, []).append(token.index)
            for head in _heads(grammar, token.index, same):
                self._heads.setdefault(head, []).append(token.index)

    def adds(self, seen: Range) -> bool:
        """What a verb has as its speaker ends where the verb says, unless a name in commas or what it serves (لحقوق) follows."""
        end = self.spoken.get(seen[0])
        return end is None or (end < seen[1] and self._goes_on(end))

    def _goes_on(self, end: int) -> bool:
        if end == len(self.grammar.tokens):
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


def _heads(grammar: Grammar, at: int, same: str) -> tuple[str, ...]:
    """What the head of a mention that begins at a token may be: the lemma of the table, or the word itself."""
    word = grammar.tokens[at].word
    found = word.find("source")
    if found is None:
        return ()
    entry = found.sense.entry
    return (entry.lemma, same) if isinstance(entry, Noun) and entry.lemma != same else (same,)
