"""The layout of a document: paragraphs, sentences and quotations over its tokens."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import pairwise

from riwaya.lang.ar.formulas import furniture
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.document import Document, Span
from riwaya.model.swift import swift
from riwaya.read.text.datelines import dateline_end
from riwaya.read.text.dots import is_undotted
from riwaya.read.text.headlines import turns
from riwaya.read.text.tokens import NUMBER, SIGN, WORD, Token, tokenise

_BULLETS = frozenset("*•-–—")
_STOPS = frozenset(".!?؟…")
_OPENING = frozenset("«“„‹")
_CLOSING = frozenset("»”›″")
_STRAIGHT = frozenset('"')
_BRACKETS = {"(": ")", "[": "]"}
_ABBREVIATIONS = word_list("dotted letter")
_WRAPPED_LINE = 40
_WIDEST_WRAP, _NEAR_WIDEST = 160, 65


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: token indices of its marks; ``close`` is the token after the last one where the mark is missing."""

    open: int
    close: int


@swift
@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: first token, token after the last one, number of its paragraph; the title is paragraph 0."""

    start: int
    end: int
    paragraph: int


@dataclass
class Layout:
    """A document's tokens with the sentence of each, its quotations and brackets."""

    document: Document
    tokens: list[Token]
    sentences: list[Sentence]
    quotes: list[Quote]
    brackets: dict[int, int]
    sentence_of: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.characters = self.document.characters
        self.today = self.document.published
        """The day that the report itself calls today."""
        self.norms = [token.norm for token in self.tokens]
        """The folded form of every token."""
        self.has_numbers = NUMBER in [token.kind for token in self.tokens]
        """Whether a number in digits stands in the document."""
        self.undotted = is_undotted([token.word for token in self.tokens])
        """Whether the writer leaves the dots off a final ي (فى, الذى), as Egyptian papers do; then ي and ى tell nothing."""
        self.cores = [token.word.core for token in self.tokens]
        """Every token without its clitics: what a rule looks for and is not among them need not be looked for."""
        self.sentence_of = [number for number, sentence in enumerate(self.sentences) for _ in range(sentence.start, sentence.end)]
        self.sentence: Callable[[int], Sentence] = [self.sentences[number] for number in self.sentence_of].__getitem__
        """The sentence that holds a token."""
        self.closing = {quote.open: quote.close for quote in self.quotes}
        self.opening = {quote.close: quote.open for quote in self.quotes}
        self.furniture = self._furniture()
        """The tokens that are leftovers of the page and no reporting (links to other reports)."""
        self.around = self._around()
        """For each token the innermost quotation around it."""
        self._words = {*self.norms, *self.cores}
        self._lacks: dict[int, bool] = {}

    def lacks(self, words: AbstractSet[str]) -> bool:
        """Whether the document has none of some words, as written or without clitics: then rules that ask for them need not look.

        ``words`` is a constant of a module: it is known again by its identity.
        """
        known = self._lacks.get(id(words))
        if known is None:
            known = self._lacks[id(words)] = words.isdisjoint(self._words)
        return known

    @cached_property
    def words_before(self) -> dict[str, set[str]]:
        """Folded word → the folded words that stand right before it somewhere in the document."""
        return _neighbours((right, left) for left, right in pairwise(self.norms))

    @cached_property
    def words_behind(self) -> dict[str, set[str]]:
        """Folded word → the folded words that stand right behind it somewhere in the document."""
        return _neighbours(pairwise(self.norms))

    def _furniture(self) -> frozenset[int]:
        found: set[int] = set()
        firsts = _furniture_firsts()
        for sentence in self.sentences:
            words = tuple(self.norms[sentence.start : sentence.start + 3])
            if words[0] not in firsts:
                continue
            reach = next((kind for form, kind in furniture().items() if words[: len(form)] == form), None)
            if reach is not None:
                last = sentence.end if reach == "line" else self._paragraph_end(sentence)
                found.update(range(sentence.start, last))
        return frozenset(found)

    def _paragraph_end(self, sentence: Sentence) -> int:
        return max(other.end for other in self.sentences if other.paragraph == sentence.paragraph)

    def marked(self, at: int) -> tuple[int, int] | None:
        """The tokens of the quotation that opens at a token, with its marks."""
        close = self.closing.get(at)
        return None if close is None else (at, min(close + 1, len(self.tokens)))

    def span(self, start: int, end: int) -> Span:
        """The span of the tokens from start to end (exclusive)."""
        return self.written(self.tokens[start].start, self.tokens[end - 1].end)

    def written(self, first: int, last: int) -> Span:
        """The span of the characters from first to last (exclusive)."""
        return Span(first, last, self.characters[first:last])

    def quote_around(self, index: int) -> Quote | None:
        """The innermost quotation that holds a token between its marks."""
        return self.around[index]

    def _around(self) -> list[Quote | None]:
        """Quotations nest or lie apart."""
        around: list[Quote | None] = [None] * (len(self.tokens) + 1)
        opens = {quote.open: quote for quote in self.quotes}
        stack: list[Quote] = []
        for index in range(len(self.tokens)) if opens else ():
            while stack and index >= stack[-1].close:
                stack.pop()
            around[index] = stack[-1] if stack else None
            if index in opens:
                stack.append(opens[index])
        return around


def _neighbours(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    beside: dict[str, set[str]] = {}
    for word, other in pairs:
        beside.setdefault(word, set()).add(other)
    return beside


@cache
def _furniture_firsts() -> frozenset[str]:
    return frozenset(form[0] for form in furniture())


def lay_out(document: Document) -> Layout:
    """Tokens, sentences, quotations and brackets of a document."""
    characters = document.characters
    tokens = tokenise(characters)
    signs = [token.index for token in tokens if token.kind == SIGN]
    sentences: list[Sentence] = []
    quotes: list[Quote] = []
    brackets: dict[int, int] = {}
    for number, (start, end) in enumerate(_paragraphs(characters, tokens, len(document.title))):
        inside = signs[bisect_left(signs, start) : bisect_left(signs, end)]
        here = _sentences(tokens, inside, Sentence(start, end, number))
        sentences.extend(here if number else _headlines(tokens, here))
        quotes.extend(_trimmed(tokens, here, quote, end) for quote in _quotes(characters, tokens, inside, end))
        pairs = _bracket_pairs(tokens, inside)
        quotes.extend(Quote(*pair) for pair in pairs.items() if _names_body(tokens, *pair))
        brackets.update(pair for pair in pairs.items() if not _names_body(tokens, *pair))
    return Layout(document, tokens, sentences, quotes, brackets)


def _paragraphs(characters: str, tokens: list[Token], title_end: int) -> list[tuple[int, int]]:
    """Token ranges between line breaks; a line that was only wrapped goes on in the next."""
    ranges: list[tuple[int, int]] = []
    start = 0
    widest = max(map(len, characters[title_end + 1 :].split("\n")))
    for index in _firsts_of_lines(characters, tokens):
        left, right = tokens[index - 1], tokens[index]
        if left.start >= title_end and _wrapped(characters, left, right, widest):
            continue
        ranges.append((start, index))
        start = index
    if tokens:
        ranges.append((start, len(tokens)))
    if ranges and tokens[0].start > title_end:
        ranges.insert(0, (0, 0))
    return ranges


def _firsts_of_lines(characters: str, tokens: list[Token]) -> Iterator[int]:
    """The tokens with which lines begin, the first line aside."""
    index, at = 1, characters.find("\n", tokens[0].end) if tokens else -1
    while at >= 0:
        index = bisect_left(tokens, at, index, key=lambda token: token.start)
        if index == len(tokens):
            return
        yield index
        at = characters.find("\n", tokens[index].end)


def _wrapped(characters: str, left: Token, right: Token, widest: int) -> bool:
    """A line that ends in a word, near the width at which all lines break, or before what cannot begin a sentence."""
    length = left.end - characters.rfind("\n", 0, left.start) - 1
    if left.kind == SIGN or length < _WRAPPED_LINE or re.search(r"\n\s*\n", characters[left.end : right.start]):
        return False
    if widest <= _WIDEST_WRAP and length * 100 >= widest * _NEAR_WIDEST:
        return True
    return not right.word.conjunction and bool(right.word.labels & {"prep", "relative"})


def _sentences(tokens: list[Token], signs: list[int], paragraph: Sentence) -> list[Sentence]:
    """The sentences of a paragraph, which is given as if it were one; ``signs``: its tokens that are signs."""
    found: list[Sentence] = []
    first, end = paragraph.start, paragraph.end
    if paragraph.paragraph and first + 1 < end and tokens[first].raw in _BULLETS:  # * | الشرطة تعتقل ناشطين
        found.append(Sentence(first, first + 1, paragraph.paragraph))
        first += 1
    if paragraph.paragraph and (behind := dateline_end(tokens, first, end)) > first:
        found.append(Sentence(first, behind, paragraph.paragraph))
        first = behind
    for index in signs:
        if tokens[index].raw[0] in _STOPS and not _abbreviation(tokens, index, first):
            stop = index + 1
            while stop < end and tokens[stop].raw in _CLOSING | _STRAIGHT and tokens[stop].start == tokens[stop - 1].end:
                stop += 1
            if stop > first and index >= first:
                found.append(Sentence(first, stop, paragraph.paragraph))
                first = stop
    if first < end:
        found.append(Sentence(first, end, paragraph.paragraph))
    return found


def _headlines(tokens: list[Token], sentences: list[Sentence]) -> Iterator[Sentence]:
    """The sentences of a title, which begin anew where somebody else is told of."""
    for sentence in sentences:
        firsts = [sentence.start, *turns(tokens, sentence.start, sentence.end), sentence.end]
        yield from (Sentence(start, end, sentence.paragraph) for start, end in pairwise(firsts))


def _abbreviation(tokens: list[Token], index: int, first: int) -> bool:
    """A full stop after a one-letter title or unit (د. أحمد), or two dots that only hold breath (.. in headlines)."""
    if tokens[index].raw == "..":
        return False
    if tokens[index].raw != "." or index == first or index + 1 >= len(tokens):
        return False
    before = tokens[index - 1]
    if before.kind == WORD and before.norm in _ABBREVIATIONS:
        return tokens[index + 1].kind == WORD
    return dotted(tokens, index) or _closes_acronym(tokens, index)


def _closes_acronym(tokens: list[Token], index: int) -> bool:
    """شبكة سي.إن.إن. الأمريكية: the full stop behind the last letter, and no blank before it."""
    return dotted(tokens, index - 2) and tokens[index - 1].end == tokens[index].start and len(tokens[index - 1].raw) <= _LETTER


def dotted(tokens: list[Token], index: int) -> bool:
    """Whether a full stop stands inside an acronym (سي.إن.إن): short words on both sides, no blank, and one more such stop."""
    if not _joins_letters(tokens, index):
        return False
    return _joins_letters(tokens, index - 2) or _joins_letters(tokens, index + 2)


def _joins_letters(tokens: list[Token], index: int) -> bool:
    if not 0 < index < len(tokens) - 1 or tokens[index].raw != ".":
        return False
    before, behind = tokens[index - 1], tokens[index + 1]
    close = before.end == tokens[index].start and (behind.start == tokens[index].end or _spells(tokens, index))
    return close and before.kind == behind.kind == WORD and len(before.raw) <= _LETTER and len(behind.raw) <= _LETTER


def _spells(tokens: list[Token], index: int) -> bool:
    """سي. إن. إن. الأمريكية: names of letters with a blank behind each full stop; أن without one behind it is a particle."""
    last = tokens[index + 1].norm == "ان" and not (index + 2 < len(tokens) and tokens[index + 2].raw == ".")
    return not last and all(tokens[at].norm in _ABBREVIATIONS for at in (index - 1, index + 1))


_LETTER = 3
"""The letters of a foreign alphabet have so many letters in ours (سي، إيه، إن)."""


def _quotes(characters: str, tokens: list[Token], signs: list[int], end: int) -> list[Quote]:
    """Quotations of a paragraph, paired by direction and spacing; one that is never closed ends with the paragraph."""
    found: list[Quote] = []
    stack: list[int] = []
    for index in signs:
        raw = tokens[index].raw
        if raw in _OPENING or raw in _CLOSING or raw in _STRAIGHT:
            if _opens(characters, tokens[index], bool(stack)) or (not stack and _opens_speech(characters, tokens, index)):
                stack.append(index)
            elif stack:
                found.append(Quote(stack.pop(), index))
    while stack:
        found.append(Quote(stack.pop(), end))
    return sorted((quote for quote in found if quote.close > quote.open + 1), key=lambda quote: quote.open)


def _trimmed(tokens: list[Token], sentences: list[Sentence], quote: Quote, end: int) -> Quote:
    """One bad mark must not swallow what follows: a quotation ends before a sentence that begins with a reporting verb;
    one that is never closed ends with its sentence where a later sentence has marks of its own."""
    if quote.close == end and (act := _next_act(tokens, quote)) is not None:
        return Quote(quote.open, act)
    later = [sentence for sentence in sentences if quote.open < sentence.start < quote.close]
    if later and quote.close == end and any(_marked(tokens, sentence) for sentence in later):
        return Quote(quote.open, later[0].start)
    for sentence in later:
        reporting = tokens[sentence.start].word.find("cue", "verb")
        if reporting is not None and reporting.conjunction:
            return Quote(quote.open, sentence.start)
    return quote


def _next_act(tokens: list[Token], quote: Quote) -> int | None:
    """قال إن «الحوار مستمر في موعده | وأضاف أن الوفد «سيعود»: marks never closed, and what is said anew with أن before others."""
    marks = (at for at in range(quote.open + 1, quote.close) if tokens[at].raw in _OPENING or tokens[at].raw in _STOPS)
    mark = next(marks, quote.close)
    if mark >= quote.close or tokens[mark].raw not in _OPENING:
        return None
    for at in range(quote.open + 2, mark - 1):
        found = tokens[at].word.find("cue", "verb")
        if found is not None and found.conjunction == "و" and "that" in tokens[at + 1].word.labels:
            return at
    return None


def _marked(tokens: list[Token], sentence: Sentence) -> bool:
    return any(token.raw in _OPENING or token.raw in _STRAIGHT for token in tokens[sentence.start : sentence.end])


def _opens(characters: str, mark: Token, inside: bool) -> bool:
    """Whether a mark opens: blank or a clitic before it and text behind it; where spacing tells nothing, its shape."""
    before = characters[mark.start - 1 : mark.start]
    after = characters[mark.end : mark.end + 1]
    free_before = before in ("", " ", "\n", "\u00a0", "(", "[", ":", "\u0640", "،", ",", "«", "“")
    free_after = after in ("", " ", "\n", "\u00a0", ")", "]", ".", "،", ",", ":", "؛", ";", "!", "؟", "?", "»", "”")
    if free_before != free_after:
        return free_before
    if mark.raw in _STRAIGHT:
        return not inside
    return mark.raw in _OPENING


_BLANKS = frozenset({" ", "\u00a0"})


def _opens_speech(characters: str, tokens: list[Token], index: int) -> bool:
    """وأضاف ” نحن باقون”, قال الشرطي ” لقد: behind a verb of telling, or its speaker, a closing mark between blanks opens."""
    mark = tokens[index]
    if not (characters[mark.start - 1 : mark.start] in _BLANKS and characters[mark.end : mark.end + 1] in _BLANKS):
        return False
    for at in range(index - 1, max(-1, index - _SPEAKER_REACH), -1):
        if tokens[at].kind == SIGN:
            return False
        if tokens[at].word.find("cue", "verb") is not None or tokens[at].word.find("cue", "participle") is not None:
            return True
    return False


_SPEAKER_REACH = 7


def _bracket_pairs(tokens: list[Token], signs: list[int]) -> dict[int, int]:
    """Opening bracket → closing bracket, within a paragraph."""
    pairs: dict[int, int] = {}
    stack: list[int] = []
    for index in signs:
        raw = tokens[index].raw
        if raw in _BRACKETS:
            stack.append(index)
        elif stack and raw == _BRACKETS[tokens[stack[-1]].raw]:
            pairs[stack.pop()] = index
    return pairs


def _names_body(tokens: list[Token], opens: int, close: int) -> bool:
    """غارات على | (داعش), عناصر | (القاعدة): brackets in the place of marks around a name; not حركة المقاومة الإسلامية (حماس)."""
    alone = opens > 0 and close - 1 == opens + 1 and tokens[opens + 1].norm in _IN_BRACKETS
    return (alone and not tokens[opens - 1].word.article) or _tells_in_brackets(tokens, opens, close)


def _tells_in_brackets(tokens: list[Token], opens: int, close: int) -> bool:
    """أكدت | (كتائب القسام) أن: a body in brackets right behind a verb of telling, as its subject."""
    told = opens > 0 and opens + 1 < close <= opens + _SPEAKER_REACH and tokens[opens - 1].word.find("cue", "verb") is not None
    return told and "source" in tokens[opens + 1].word.labels and not tokens[opens + 1].word.preposition


_IN_BRACKETS = word_list("name in brackets")
