"""Where a report tells the first name of somebody whom it calls by his surname, alone or behind his rank."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

from riwaya.lang.ar.parts import NEGATION, NOUN, PERFECTIVE, RELATIVE, SUBORDINATOR
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.naming import Naming
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT
from riwaya.read.speakers.owners import first_of, is_anothers, is_seat
from riwaya.read.speakers.surnames import is_given_behind, is_introduced, is_known_noun
from riwaya.read.text.tokens import WORD

_NAME_WORDS = 5
_SECOND = frozenset({"الدين", "الله", "الرحمن", "الحق"})  # عز | الدين, عطا | الله: what stands behind the first part of a name
_SON_OF = word_list("son before a surname")
_BEFORE_VERBS = frozenset({RELATIVE, PERFECTIVE, NEGATION, SUBORDINATOR})


class FullNames:
    """The full names of one document, found by the surname."""

    def __init__(self, grammar: Grammar, namings: Callable[[], list[Naming]]) -> None:
        self.grammar, self.namings = grammar, namings

    def of(self, name: str) -> Range | None:
        """The first place where something stands before a name that makes it fuller."""
        return next(self._told(name), None)

    def titled(self, short: Range) -> Range | None:
        """العقيد | الهاني: the first place where the same rank or title stands with a first name, or at the head of his office."""
        surname = self.grammar.tokens[short[1] - 1].word
        title = self.grammar.tokens[short[0]].word.core
        told = (first_of(self.grammar, full) or full for full in self._told(surname.core))
        return next((full for full in told if self._tells(full, short, title)), None)

    def _tells(self, full: Range, short: Range, title: str) -> bool:
        """Whether a mention tells more than a short one, its surname, and the title at the head or before the name."""
        tokens, surname = self.grammar.tokens, self.grammar.tokens[short[1] - 1].word.core
        titled = any(tokens[k].word.core == title and self.grammar.phrases.is_title(k) for k in range(*full))
        named = any(tokens[k].word.core == surname for k in range(*full))
        return titled and named and full[1] - full[0] > short[1] - short[0]

    def _told(self, name: str) -> Iterator[Range]:
        """The places where something stands before a name that makes it fuller, in text order."""
        phrases = self.grammar.phrases
        for at in (*self._places_of.get(name, ()), *self._places_of.get("ا" + name, ())):
            if (whole := self._bracketed(at)) is not None:
                yield whole
                continue
            if self._is_no_surname(name, at):
                continue
            start = at
            while start > 0 and at - start < _NAME_WORDS and self._is_name_part(start - 1):
                start -= 1
            if start == at and is_introduced(self.grammar, at):
                start = at - 1 - (self.grammar.tokens[at - 1].norm in _SECOND)
                yield start, phrases.end(start, self.grammar.layout.sentence(at).end, SUBJECT)
            elif start < at or (start > 0 and is_given_behind(self.grammar, start - 1)):
                yield self._with_office((min(start, at - 1), at + 1))

    def _is_no_surname(self, name: str, at: int) -> bool:
        """Whether a word is a body's name, a noun, a place or joined to somebody else (الوزراء | وكيري)."""
        word = self.grammar.tokens[at].word
        if self.grammar.register.names_body(name) or is_known_noun(self.grammar, at) or word.conjunction:
            return True
        return self.grammar.group(at, "source") not in ("", "title", "rank") or bool(word.preposition) or is_seat(self.grammar, at)

    def _with_office(self, where: Range) -> Range:
        """The mention that a name is part of, where one was found; in marks, with the office before them."""
        holding = [full.where for full in self.namings() if full.where[0] <= where[0] and where[1] <= full.where[1]]
        holding = [full for full in holding if not is_anothers(self.grammar, full, where[1] - 1)]
        return max(holding, key=lambda full: full[1] - full[0]) if holding else where

    def _bracketed(self, at: int) -> Range | None:
        """وزارة الدفاع (البنتاغون), بعثة الأمم المتحدة «يونامي»: a name in brackets or marks stands for what it follows."""
        layout = self.grammar.layout
        if not 0 < at < len(self.grammar.tokens) - 1 or at + 1 not in (layout.closing.get(at - 1), layout.brackets.get(at - 1)):
            return None
        marked = at - 1 in layout.closing
        for full in self.namings():
            whole = marked and full.where[1] == at + 2 and full.group in ("organ", "group")
            if full.size > 1 and full.where[0] < at - 1 and (full.where[1] == at - 1 or whole):
                return full.where[0], at + 2
        return None

    @cached_property
    def _places_of(self) -> dict[str, list[int]]:
        """Core of a word → the tokens where it stands."""
        places: dict[str, list[int]] = {}
        for token in self.grammar.tokens:
            if token.kind == WORD:
                places.setdefault(token.word.core, []).append(token.index)
        return places

    def _is_name_part(self, index: int) -> bool:
        """A first name, a title or rank before a name, or بن."""
        phrases = self.grammar.phrases
        token = self.grammar.tokens[index]
        if token.kind != WORD or self._is_verb(index) or token.word.preposition or index in phrases.placed:
            return False
        given = index > 0 and (phrases.is_title(index - 1) or phrases.is_name(index - 1)) and not phrases.has_article(index)
        if given and not self.grammar.tokens[index].word.labels and self.grammar.parts[index] == NOUN:
            return True
        if self._ends_servant(index):
            return True
        near = self.grammar.layout.norms[max(0, index - 1) : index + 1]  # أبو يحيى | التونسي
        named = self.grammar.parts[index] == NOUN and (not _SON_OF.isdisjoint(near) or phrases.is_title(index))
        return named or phrases.is_name(index)

    def _ends_servant(self, index: int) -> bool:
        """علي عبد | الله صالح, عبد | الفتاح: what is written apart behind عبد."""
        return index > 0 and self.grammar.layout.norms[index - 1] == "عبد" and self.grammar.phrases.has_article(index)

    def _is_verb(self, index: int) -> bool:
        """وركز | الانفصاليون, القرار الذي اتخذه | الحوثي, قد أحالت | الكرخي: a word that no table has where a verb stands."""
        opens = self.grammar.layout.sentence(index).start == index and self.grammar.tokens[index].norm.startswith("و")
        return opens or (index > 0 and self.grammar.parts[index - 1] in _BEFORE_VERBS)
