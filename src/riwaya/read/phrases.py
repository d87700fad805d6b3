"""Noun phrases without a parse: where a phrase that begins at a token ends.

What holds a phrase together is agreement and definiteness; what ends it is a verb, a complementiser, a time, a channel,
a masdar after a phrase that is already complete (أعلن الجيش | مقتل), a preposition that the governing verb asks for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from riwaya.lang.ar.lexicon import Noun
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import (
    DEMONSTRATIVE,
    NOUN,
    NUMERAL,
    PREPOSITION,
    QUANTIFIER,
    hardly_adjective,
    is_adjectival,
)
from riwaya.read.layout import Layout
from riwaya.read.parts import SIGN_PART
from riwaya.read.tokens import Token

_LONGEST = 24
_LABEL = 6
_NAMERS = frozenset({"organ", "group", "media", "document"})


@dataclass(frozen=True, slots=True)
class Manner:
    """How far a phrase may reach.

    ``stops``: prepositions (clitic or free) that end it; ``split``: a definite person or organ after a definite noun is
    another phrase; ``attach``: prepositional phrases may join; ``join``: a coordinated noun may join; ``apposed``: a
    definite noun may follow a definite noun as its apposition (before a verb, where nothing else can stand).
    """

    stops: frozenset[str] = frozenset()
    split: bool = False
    attach: bool = True
    join: bool = True
    apposed: bool = False


SUBJECT = Manner(stops=frozenset({"ب", "عن", "علي", "الي"}))
OBJECT = Manner(stops=frozenset({"عن", "علي", "الي"}), attach=True)
BEFORE_VERB = replace(SUBJECT, apposed=True)
SHORT = Manner(attach=False, join=False)


class Phrases:
    """The noun phrases of one document, over its tokens, their parts of speech and the tokens that time words cover."""

    def __init__(self, layout: Layout, parts: list[str], dated: frozenset[int]) -> None:
        self.layout = layout
        self.tokens = layout.tokens
        self.parts = parts
        self.dated = dated

    def begins(self, index: int) -> bool:
        """Whether a noun phrase can begin at a token."""
        part = self.parts[index]
        if index in self.dated or part not in (NOUN, NUMERAL, QUANTIFIER, DEMONSTRATIVE):
            return False
        return not self.is_participle_cue(index)

    def end(self, start: int, limit: int, manner: Manner = SUBJECT) -> int:
        """The token after the noun phrase that begins at ``start``; never beyond ``limit``."""
        limit = min(limit, start + _LONGEST)
        index = start + 1 if self.parts[start] != PREPOSITION else start
        while index < limit:
            following = self._step(start, index, limit, manner)
            if following == index:
                break
            index = following
        return index

    def _step(self, start: int, index: int, limit: int, manner: Manner) -> int:
        """The token up to which the phrase goes on; the same token where it ends."""
        token, part = self.tokens[index], self.parts[index]
        if index in self.dated:
            return index
        if part == SIGN_PART:
            return self._label_end(index, limit)
        if part == PREPOSITION:
            return self._attached(start, index, limit, manner)
        if part == DEMONSTRATIVE:
            return index + 1 if token.norm.startswith(("نفس", "ذات")) else index
        if part not in (NOUN, NUMERAL, QUANTIFIER):
            return index
        if token.word.conjunction:
            return index + 1 if manner.join and self._joins(start, index) else index
        if part in (NUMERAL, QUANTIFIER) and self.is_definite(index - 1) and not self.is_definite(index):
            return index
        if self.parts[index - 1] == NUMERAL and part == NOUN and not token.word.conjunction and not token.word.preposition:
            return index + 1
        if self._breaks(start, index, manner):
            return index
        return index + 1

    def _label_end(self, index: int, limit: int) -> int:
        """A name in quotation marks belongs to the noun before it: تنظيم «داعش», صحيفة “ستيت”."""
        close = self.layout.closing.get(index)
        if close is None or close >= limit or close - index > _LABEL or not self.is_namer(index - 1):
            return index
        return close + 1

    def is_namer(self, index: int) -> bool:
        """Whether a noun asks for a name behind it: an indefinite organisation, paper, group or place noun."""
        token = self.tokens[index]
        if token.norm in ("ل", "ب", "لل"):
            return True
        for found in token.word.all("source") + token.word.all("thing"):
            entry = found.sense.entry
            if not found.article and isinstance(entry, Noun) and (entry.group in _NAMERS or found.sense.label == "thing"):
                return True
        return bool(token.word.labels & {"medium"})

    def _attached(self, start: int, index: int, limit: int, manner: Manner) -> int:
        """A preposition and its phrase, where it belongs to the noun: مصدر في الشرطة, مسؤول من قبيلة."""
        token = self.tokens[index]
        core = token.word.core
        if not manner.attach or core in manner.stops or index + 1 >= limit:
            return index
        if core == "من":
            counted = NUMERAL in (self.parts[start], self.parts[index - 1]) or self.parts[index - 1] == QUANTIFIER
            allowed = counted or self.is_countable(start)
        else:
            allowed = core in ("في", "لدي", "ضد", "علي") and token.norm == core
        inner = index + 1
        if not allowed or not self.begins(inner) or self.is_channel(inner) or "timeword" in self.tokens[inner].word.labels:
            return index
        return self.end(inner, limit, replace(manner, attach=False))

    def is_countable(self, index: int) -> bool:
        """Whether a noun may be followed by من and a group: a person, a number, a quantity, an anonymous source."""
        labels = self.tokens[index].word.labels
        return bool(labels & {"person", "source", "number", "quantifier", "thing"})

    def _joins(self, start: int, index: int) -> bool:
        """A coordinated noun: not a masdar that opens a new claim, not an adverb or participle."""
        token = self.tokens[index]
        if self.is_participle_cue(index) or (self.is_claim_noun(index) and not self.is_claim_noun(start)):
            return False
        return "timeword" not in token.word.labels

    def _breaks(self, start: int, index: int, manner: Manner) -> bool:
        """Whether the noun at a token begins another phrase."""
        token = self.tokens[index]
        preposition = self.preposition_of(token)
        if preposition:
            return self._preposition_breaks(index, preposition, manner)
        if self.is_participle_cue(index) or "switch" in token.word.labels:
            return True
        if "according" in token.word.labels or self.is_saying(index):
            return True
        if manner.split and "country" in token.word.labels and self._is_name(index - 1):
            return True
        before_definite = self.is_definite(index - 1)
        if manner.split and self._has_article(index) and "trigger" in token.word.labels and self._is_name(index - 1):
            return True
        if self.is_definite(index):
            return before_definite and self._is_other_noun(index, manner)
        if self.is_accusative(index) and not self.is_accusative(start):
            return True
        if self.is_claim_noun(index):
            return before_definite or self.is_adjective(index - 1) or self._is_name(index - 1)
        return before_definite and bool(token.word.labels & {"person", "thing"}) and not self.is_adjective(index)

    def _is_other_noun(self, index: int, manner: Manner) -> bool:
        """A definite noun behind a definite noun: no genitive, so another phrase, unless it is an adjective or a name."""
        if self.is_adjective(index) or manner.apposed:
            return False
        word = self.tokens[index].word
        if not self._has_article(index):
            return self.is_adjective(index - 1) or not self._is_title(index - 1)
        labels = word.labels
        if labels & {"trigger", "thing"} and self._has_article(index - 1):
            return True
        noun = hardly_adjective(word)
        if self._is_title(index - 1):
            return noun and bool(labels & {"source", "person"})
        return (manner.split and bool(labels & {"person", "source", "country", "thing"})) or (noun and self._has_article(index - 1))

    def _is_title(self, index: int) -> bool:
        """A title before another title or a name: الشيخ الدكتور, العميد الركن."""
        return any(
            isinstance(found.sense.entry, Noun) and found.sense.entry.group in ("title", "rank")
            for found in self.tokens[index].word.all("source")
        )

    def _has_article(self, index: int) -> bool:
        return self.tokens[index].norm.startswith(("ال", "وال", "بال", "لل", "ولل"))

    def _preposition_breaks(self, index: int, preposition: str, manner: Manner) -> bool:
        if preposition in manner.stops:
            return True
        token = self.tokens[index]
        if preposition == "ل":
            nouns = token.word.labels
            if "trigger" in nouns and token.word.norm.startswith(("لل", "ولل")):
                return True
            quoted = index + 1 < len(self.tokens) and index + 1 in self.layout.closing and token.norm == "ل"
            return quoted or bool(nouns & {"addressee", "medium"}) or not manner.attach
        return preposition == "ك" or not manner.attach

    def preposition_of(self, token: Token) -> str:
        """The preposition written onto a word (ب، ل، ك) or standing alone before a mark; empty where there is none."""
        return token.norm if token.norm in ("ب", "ل", "ك") else token.word.preposition

    def is_definite(self, index: int) -> bool:
        """Whether a word carries the article or a pronoun."""
        word = self.tokens[index].word
        if word.norm.startswith(("ال", "وال", "لل", "بال", "كال", "ولل", "وبال")) and len(word.norm) > 3:
            return True
        return bool(word.analyses) and (word.analyses[0].article or bool(word.analyses[0].pronoun))

    def is_adjective(self, index: int) -> bool:
        """Whether a word is an adjective (تركي، العسكرية، المسلحة)."""
        return is_adjectival(self.tokens[index].word)

    def is_accusative(self, index: int) -> bool:
        """Whether a word shows the accusative: tanwin, or an alif that its table form says is one."""
        token = self.tokens[index]
        if "\u064b" in token.raw:
            return True
        return any(isinstance(found.sense.form, NounForm) and found.sense.form.accusative for found in token.word.analyses[:1])

    def is_claim_noun(self, index: int) -> bool:
        """Whether an indefinite masdar stands here that can open a claim: مقتل، قصف، اعتقال."""
        word = self.tokens[index].word
        if self.is_participle_cue(index):
            return False
        for found in word.analyses:
            if found.sense.label in ("trigger", "cue") and found.sense.part == "noun" and not found.article:
                return True
        return False

    def is_participle_cue(self, index: int) -> bool:
        """Whether a reporting participle stands here without the article: مشيرا، مؤكدة; وسائل is no سائل."""
        word = self.tokens[index].word
        if "cue" not in word.labels or ("thing" in word.labels and not self.is_accusative(index)):
            return False
        whole = any(not found.conjunction and found.sense.part in ("noun", "closed") for found in word.analyses)
        return any(
            found.sense.part == "participle"
            and not (found.article or found.preposition or found.pronoun)
            and not (whole and found.conjunction)
            for found in word.all("cue")
        )

    def is_saying(self, index: int) -> bool:
        """Whether a noun of saying with a pronoun stands here: قوله، تأكيدها."""
        return any(found.pronoun for found in self.tokens[index].word.all("cue", "noun"))

    def is_channel(self, index: int) -> bool:
        """Whether a noun names the channel of a statement: بيان، مؤتمر صحفي، تغريدة."""
        return "channel" in self.tokens[index].word.labels

    def _is_name(self, index: int) -> bool:
        """Whether a word is unknown to all tables, as names are."""
        return not self.tokens[index].word.labels and self.parts[index] == NOUN
