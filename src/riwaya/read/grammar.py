"""One document, ready for the rules: its layout, parts of speech, dates and noun phrases, and small questions about them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, wraps
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.gazetteer import capital_names
from riwaya.lang.ar.lexicon import Closed, Noun
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import (
    ADVERB,
    BECAUSE,
    CONTRAST,
    NEGATION,
    NOUN,
    NUMERAL,
    PREPOSITION,
    QUANTIFIER,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    VERB,
)
from riwaya.lang.ar.register import Register, register
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Word
from riwaya.model.document import Document, Span
from riwaya.read.dates.date_days import days_told
from riwaya.read.dates.date_written import written_on
from riwaya.read.dates.dates import DateMention, find_dates
from riwaya.read.phrases.befallen import befallen_here
from riwaya.read.phrases.called import called_here
from riwaya.read.phrases.phrases import Phrases
from riwaya.read.places.places import PlaceMention, find_places
from riwaya.read.text.layout import Layout, Sentence, lay_out
from riwaya.read.text.tokens import Token
from riwaya.read.words.nominals import Found
from riwaya.read.words.parts import SIGN_PART, tag

COMMAS = frozenset("،,؛;")
_OPENERS = frozenset(':«“"')
_CLAUSE_JOINTS = frozenset({THAT, SUBORDINATOR, CONTRAST, RELATIVE, BECAUSE})
Range = tuple[int, int]
"""A range of tokens, end exclusive."""


HONORIFICS = word_list("word of respect")
"""فخامة | الرئيس, سمو | ولي العهد: words of respect before a title, which says whom they name."""
_FEMININE = word_list("feminine by use")


_SHORT_NAME = 5
"""فيصل, فالح: a noun with ف is a name, unless ف and the article stand before a longer word (فالجيش)."""
_BODIES = frozenset({"organ", "group", "document"})
_AFTER = frozenset({"بعد", "عقب", "اثر", "غداه"})
_ORDINALS = word_list("ordinal for a man")
"""قتل | الرابع: ordinals that stand for a man."""
_MASCULINE, _EITHER = word_list("masculine by use"), word_list("of either gender")
"""Men's titles and names in ـة."""
_HE_OR_SHE = word_list("country that may be he")
ABOUT_WHAT = {"عما": "عن", "مما": "من"}
"""تحدث السكان | عما شاهدوه, حذر | مما وصفه بالكارثة: a preposition and ما in one word."""


_Made = TypeVar("_Made")


def per_document(make: Callable[[Grammar], _Made]) -> Callable[[Grammar], _Made]:
    """What is made of a whole document when it is first asked for, and kept with its grammar."""

    @wraps(make)
    def kept(grammar: Grammar) -> _Made:
        found: _Made
        try:
            found = grammar.kept[make]
        except KeyError:
            found = grammar.kept[make] = make(grammar)
        return found

    return kept


def within(tokens: list[int], start: int, end: int) -> Iterator[int]:
    """Those of some tokens in text order that lie from ``start`` to ``end`` (exclusive)."""
    at = bisect_left(tokens, start)
    while at < len(tokens) and tokens[at] < end:
        yield tokens[at]
        at += 1


@dataclass
class Grammar:
    """What all rules look at."""

    layout: Layout
    parts: list[str]
    dates: list[DateMention]
    times: list[DateMention]
    """What ends a phrase as a time does: ``dates``, and where the day of publication is unknown also what resolves to no day."""
    places: list[PlaceMention]
    phrases: Phrases
    register: Register

    def __post_init__(self) -> None:
        self.tokens: list[Token] = self.layout.tokens
        """The tokens of the document."""
        self.kept: dict[Callable[[Grammar], Any], Any] = {}
        """What is made of the whole document once."""
        self._quotes = self.layout.around
        self.limit: Callable[[int], int] = self._limits().__getitem__
        """Where what begins at a token must end: its quotation's mark, if inside one and not alone in it, else its sentence."""
        self._commas = [token.raw in COMMAS for token in self.tokens]
        self.is_comma: Callable[[int], bool] = self._commas.__getitem__
        """Whether a token is a comma or semicolon."""
        self.clause_start: Callable[[int], int] = self._clause_starts().__getitem__
        """The first token of the clause that holds a token: behind a comma, a complementiser, a subordinator, a mark."""
        self.date_at = {mention.start: mention for mention in self.times}
        """First token of a time expression → the expression; for where it ends, not for its day."""
        self.place_at = {mention.start: mention for mention in self.places}
        """First token of a place → the place."""

    def span(self, where: Range) -> Span:
        """The span of a token range, without the conjunction or preposition written onto its first word."""
        start, end = where
        return self.layout.written(self.tokens[start].start + self._clitics(start), self.tokens[end - 1].end)

    def whole(self, where: Range) -> Span:
        """The span of a token range as written."""
        return self.layout.span(*where)

    def _clitics(self, index: int) -> int:
        """How many letters of a token are a conjunction or preposition that can be cut off without breaking the word."""
        token = self.tokens[index]
        word = token.word
        if (
            word.conjunction == "ف"
            and self.parts[index] == NOUN
            and not (word.norm.startswith("فال") and len(word.norm) > _SHORT_NAME)
        ):
            return 0
        if word.norm == "وادي" and self.parts[index] == NOUN:  # على | وادي عقان; وأدى is a verb
            return 0
        if word.norm in ABOUT_WHAT:
            return token.cut(1)
        doubled = word.norm[len(word.conjunction) :].startswith("لل")
        if self.committee_told(index):
            return token.cut(len(word.conjunction) + 1)
        return token.cut(len(word.conjunction) + (0 if doubled else len(self.phrases.preposition_of(token))))

    def committee_told(self, index: int) -> bool:
        """للجنة | الشؤون الخارجية, not للجنة | الأمنية: ل before لجنة without the article, as the genitive behind it shows."""
        word = self.tokens[index].word
        doubled = word.norm.removeprefix("و").startswith("لل") and not word.article
        if not doubled or self.parts[index + 1 : index + 2] != [NOUN]:
            return False
        behind = self.tokens[index + 1].word
        return behind.article and not behind.bare.endswith("ية") and not behind.preposition

    def _limits(self) -> list[int]:
        limits: list[int] = []
        for sentence in self.layout.sentences:
            stop = self._stop(sentence)
            limits += [stop] * (stop - sentence.start)
            limits += range(stop + 1, sentence.end + 1)
        for index, quote in enumerate(self._quotes[:-1] if self.layout.quotes else ()):
            if quote is not None and quote.close <= limits[index] and self.past_mark(index + 1) == index + 1:
                limits[index] = quote.close
        return limits

    def past_mark(self, behind: int) -> int:
        """قواته «حررت» | البلدة, «عمليات اقتحام» | للمصنع: the token behind a mark that closes on one word or two."""
        return behind + 1 if behind - self.layout.opening.get(behind, behind) in (2, 3) else behind

    def _stop(self, sentence: Sentence) -> int:
        """Where a sentence ends without the marks that close it; they are no part of what is said."""
        end = sentence.end
        while end > sentence.start + 1 and self.tokens[end - 1].raw in ".!؟?…":
            end -= 1
        return end

    def opens_with_time(self, index: int) -> bool:
        """| وبعد يومين على تفجير السوق، قصف الجيش القرية: whether the sentence of the token begins with a clause of time."""
        return self.tokens[self.layout.sentence(index).start].word.core in _AFTER

    def _clause_starts(self) -> list[int]:
        joints = [
            index + 1
            for index, part in enumerate(self.parts)
            if part in _CLAUSE_JOINTS or (part == SIGN_PART and (self._commas[index] or self._opens_clause(index)))
        ]
        firsts = sorted({*joints, *(sentence.start for sentence in self.layout.sentences), len(self.parts)})
        return [first for first, end in pairwise(firsts) for _ in range(first, end)]

    def _opens_clause(self, index: int) -> bool:
        """A mark opens a clause, but not where it holds a mere name: المحلل في مركز «السنابل» للدراسات يشكك."""
        if self.tokens[index].raw not in _OPENERS or self.parts[index - 1 : index + 2 : 2] == [
            NUMERAL,
            NUMERAL,
        ]:  # الساعة 2 | : | 05
            return False
        close = self.layout.closing.get(index)
        behind_noun = index > 0 and self.parts[index - 1] == NOUN and not self.tokens[index - 1].word.article
        return close is None or close - index > _NAME or not behind_noun or VERB in self.parts[index:close]

    def skip_bracket(self, index: int) -> int:
        """The token after a bracket that opens here; the same token if none does."""
        close = self.layout.brackets.get(index)
        return index if close is None else close + 1

    def group(self, index: int, label: str) -> str:
        """The class that the tables give a noun of this label (person, source, thing) at a token, empty where none stands."""
        return self.tokens[index].word.groups.get(label, "") if index < len(self.tokens) else ""

    def light(self, index: int, part: str = "verb") -> str:
        """What the subject of a light verb has to do with its event noun (شن actor, تعرض target, وقع event); empty for none.

        ``part`` asks for a light noun instead, or, empty, for either.
        """
        found = self.tokens[index].word.find("light", part)
        return found.sense.entry.group if found is not None and isinstance(found.sense.entry, Closed) else ""

    def _is_land_in_two(self, index: int) -> bool:
        """الولايات | المتحدة, المملكة | المتحدة: a country whose name is a feminine noun and its adjective."""
        place = self.place_at.get(index)
        return place is not None and place.known == "country" and self.tokens[index].word.bare.endswith(("ات", "ة"))

    def gender(self, index: int) -> str:
        """The gender that the noun at a token shows: m, f, or empty where nothing tells, as with names in ـة (أسامة، حمزة)."""
        word = self.tokens[index].word
        led = word.norm in ("نفس", "ذات") or word.core in HONORIFICS
        if led and not word.article and index + 1 < len(self.parts) and self.parts[index + 1] == NOUN:
            return self.gender(index + 1)
        if "country" in word.labels:  # حذر | إسرائيل: she is warned; العراق may be he or she
            return "" if word.core in _HE_OR_SHE else "f"
        if index in self.phrases.placed or self.register.names_one(word.core):
            return "f" if self._is_land_in_two(index) else ""
        if self.parts[index] == NUMERAL:
            return ""
        if self.is_ministry(index):
            return "f"
        if word.core in _EITHER:
            return ""
        if word.core in _MASCULINE or (word.article and word.core in _ORDINALS):
            return "m"
        if word.core in _FEMININE:
            return "f"
        named = not word.labels and self.phrases.is_name(index)  # عريقات
        if word.bare.endswith("ات") and not named:
            return "f"
        shown = self._shown_gender(word)
        return "f" if shown == "" and word.bare.endswith("ة") and not named else shown.strip()

    def _shown_gender(self, word: Word) -> str:
        """What the table form of a speaker shows; a blank where a verb of either gender may stand (قال قادة, قالت قادة)."""
        for found in word.analyses:
            form, entry = found.sense.form, found.sense.entry
            if not isinstance(form, NounForm) or found.sense.label not in ("person", "source"):
                continue
            if form.gender == "f" and word.bare.endswith("ه"):  # والدته | is she; مديره may be هم or she
                mother = found.sense.label == "person" and found.pronoun and word.bare.endswith("ته")
                return "f" if mother else " "
            if form.number != "p" or word.norm.endswith(("ون", "ين")):
                return form.gender
            bodies = found.sense.label == "source" and isinstance(entry, Noun) and entry.group in _BODIES
            return "f" if bodies else " "
        return ""

    def is_ministry(self, index: int) -> bool:
        """الدفاع الروسية, الصحة اللبنانية: a field of government with a nationality in the feminine stands for the ministry."""
        behind = index + 1
        if behind >= len(self.tokens) or (self.tokens[index].word.core,) not in self.register.institutions:
            return False
        word = self.tokens[behind].word
        feminine = "demonym" in word.labels and word.bare.endswith("ة") and self.phrases.has_article(behind)
        return feminine and self.phrases.has_article(index)

    def agrees(self, verb: VerbForm, subject: int, before: bool) -> bool:
        """Whether a verb can have the noun at a token as its subject; ``before``: the noun stands before the verb."""
        gender = self.gender(subject)
        led = not before and bool(self.tokens[subject - 1].word.conjunction)
        body = led and self.tokens[subject].word.bare.endswith("ة")  # أطلق النار واستهدف | مجموعة من المزارعين: no subject
        if not gender or verb.gender == "c" or (self.parts[subject] in (NUMERAL, QUANTIFIER) and not body):
            return True
        land = "country" in self.tokens[subject].word.labels
        if before and verb.number == "p":
            return gender == "m" or land or self.tokens[subject].word.bare.endswith(("ون", "ين"))
        joined = land and subject + 1 < len(self.tokens) and bool(self.tokens[subject + 1].word.conjunction)
        return gender == verb.gender or joined  # تبادل | أوكرانيا وانفصاليون الاتهامات

    def negated(self, index: int) -> bool:
        """Whether a negation stands right before a verb."""
        return index > 0 and self.parts[index - 1] == NEGATION

    def is_told_who(self, index: int) -> bool:
        """لكنها رفضت, لأنهما قالا, وهي طلبت: the pronoun on the word before a verb is its subject; nobody behind it is."""
        before = self.tokens[index - 1].norm if index else ""
        if before in ("وهي", "وهو", "وهم"):
            return True
        if not before or self.tokens[index].word.conjunction or self.parts[index - 1] not in (THAT, CONTRAST, BECAUSE):
            return False
        return before.endswith(_PRONOUNS)

    def is_verb(self, index: int) -> bool:
        """Whether a token is a finite verb here."""
        return self.parts[index] == VERB

    def is_sign(self, index: int) -> bool:
        """Whether a token is a sign."""
        return self.parts[index] == SIGN_PART


_PRONOUNS = ("ه", "ها", "هم", "هما", "نا")
_NAME = 3
"""So many tokens with its opening mark a name in marks has at most."""
_NO_NAME = frozenset({VERB, QUANTIFIER, NEGATION, CONTRAST})
"""What no word of a name in the register is, whatever it is elsewhere: غير بيدرسن, ليز تراس."""
_SOME_DAY = date(2001, 1, 1)
"""Where the day of publication is not known, a time (الأربعاء) still ends a phrase, though no date comes of it."""


def understand(document: Document, actors: Path | None = None) -> Grammar:
    """The grammar of a document; ``actors`` is the user's own register."""
    layout = lay_out(document)
    layout.today = written_on(layout)
    told = find_dates(layout, document.published or _SOME_DAY)
    dates = find_dates(layout, None) if told and document.published is None else told
    dated = frozenset(index for mention in told for index in range(mention.start, mention.end)) | days_told(layout)
    parts = tag(layout)
    for time in told:
        if parts[time.start] == VERB and _is_time_of(parts, layout, time.start):
            parts[time.start] = NOUN
    places = [one for one in find_places(layout) if one.start not in dated or one.end - 1 not in dated]
    for mention in places:
        if not mention.pointing:
            for index in range(mention.start, mention.end):
                parts[index] = NOUN if parts[index] == VERB else parts[index]
    placed = frozenset(index for mention in places if not mention.pointing for index in range(mention.start, mention.end))
    capitals = _capitals(layout, parts, placed)
    for index in capitals:
        if layout.tokens[index].word.core not in capital_names():
            parts[index + 1] = NOUN
    seats = frozenset(mention.start for mention in places if not mention.pointing) | capitals
    placed |= capitals | {index + 1 for index in capitals if layout.tokens[index].word.core not in capital_names()}
    known = register(actors)
    called = enumerate(layout.norms) if known.calls_any(layout.norms) else ()
    named = frozenset(index for index, norm in called if known.calls_one(norm) and parts[index] == NOUN)
    named |= {at for at, token in enumerate(layout.tokens) if token.word.preposition == "ب" and known.calls_one(token.norm[1:])}
    named |= {index + 1 for index in named if known.holds(tuple(layout.norms[index : index + 2]))}
    found = Found(dated, placed, seats, named, called_here(layout, known))
    for first, behind in found.called.items():
        parts[first:behind] = [NOUN if part in _NO_NAME else part for part in parts[first:behind]]
    phrases = Phrases(layout, parts, found)
    phrases.befallen = befallen_here(phrases)
    return Grammar(layout, parts, dates, told, places, phrases, known)


def _is_time_of(parts: list[str], layout: Layout, index: int) -> bool:
    """استعاد الجيش | فجر اليوم | البلدة: a word of time that could be a verb, in a clause that has its verb before it."""
    first = max(layout.sentence(index).start, index - _CLAUSE_REACH)
    for at in range(index - 1, first - 1, -1):
        if parts[at] == VERB:
            return at < index - 1
        if parts[at] not in (NOUN, ADVERB, PREPOSITION, NUMERAL):
            return False
    return False


_CLAUSE_REACH = 8


@cache
def _first_words_of_capitals() -> frozenset[str]:
    return frozenset(name.split()[0] for name in capital_names())


def _capitals(layout: Layout, parts: list[str], placed: frozenset[int]) -> frozenset[int]:
    """The tokens at which the name of a capital begins that no place holds: it stands for its government (اتهمت باريس موسكو)."""
    names, tokens = capital_names(), layout.tokens
    firsts = _first_words_of_capitals()
    found: set[int] = set()
    if firsts.isdisjoint(layout.cores):
        return frozenset()
    for index, token in enumerate(tokens):
        if token.word.core not in firsts or index in placed or parts[index] != NOUN or token.word.labels:
            continue
        pair = f"{token.word.core} {tokens[index + 1].norm}" if index + 1 < len(tokens) else ""
        if pair in names or (token.word.core in names and not pair.endswith((" راس", " راسه"))):
            found.add(index)
    return frozenset(found)
