"""What the rules of time look at: the tokens from one place on, the day of publication, small look-ups."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from riwaya.lang.ar.calendar import Month, directions, first_words, months, no_times, parts, shifts, thirds, weekdays
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import swift
from riwaya.read.text.layout import Layout
from riwaya.read.text.tokens import NUMBER, WORD, Token

_DAY = timedelta(days=1)
_QUOTES = ("«", "“", '"')

EARLIEST, LATEST = 1900, 2100
"""The years that a date may lie in."""

_LONGEST_PART = 4
_FARTHEST = 80
"""More tokens than the longest expression of time has, its numbers included."""


@swift
@dataclass(frozen=True, slots=True)
class Days:
    """What a rule found: the token after the expression, first and last day, precision."""

    end: int
    first: date
    last: date
    precision: str


class Timeline:
    """The tokens from one place on, the day of publication, and small look-ups."""

    def __init__(self, layout: Layout, index: int, published: date | None, *, led: bool = False) -> None:
        self.led = led
        self.layout = layout
        self.tokens = layout.tokens
        self.norms = layout.norms
        self.index = index
        self.published = published
        self.today = (layout.today or published) if published is not None else None
        """The day that the report itself calls today, from which its days and its last or next days count; what goes on
        since a day ends with the day of publication."""
        self.units: tuple[tuple[float, str, int, str] | None] | None = None
        """What is counted in units of time here, once it was sought."""
        self.limit = layout.sentence(index).end
        first = self.tokens[index]
        self.clitic = 0
        self.first = first.norm
        if first.norm[:1] in ("و", "ف", "ب", "ل") and first.norm[1:] in _behind_clitic():
            self.clitic, self.first = 1, first.norm[1:]

    def word(self, at: int) -> str:
        """The folded word at a token, empty behind the end of the sentence; the first word without its clitic."""
        if at == self.index:
            return self.first
        return self.norms[at] if at < self.limit else ""

    def ahead(self, reach: int = _FARTHEST) -> list[str]:
        """The folded words behind the first, as far as any rule reads on."""
        return self.norms[self.index + 1 : min(self.limit, self.index + reach)]

    def before(self, back: int = 1) -> str:
        """The folded word some tokens before the expression, empty at the start of the sentence and where a word led to it."""
        at = self.index - back if not self.led else -1
        return self.tokens[at].norm if at >= self.layout.sentence(self.index).start else ""

    @property
    def is_name(self) -> bool:
        """Whether a day and month are the name of something (ثورة 25 يناير، جسر 14 تموز)."""
        joined = self.before() == "و" and self.before(2) in months() and self.before(3).isdigit()
        return self.named(1) or (joined and self.named(4))

    def named(self, back: int) -> bool:
        """ثورة 25 يناير, لثورتي «25 يناير» و30 يونيو: whether so far before the expression a word makes it a name."""
        named = self.before(back + (self.before(back) in _QUOTES))
        return named in no_times("name") or (named[:1] in ("ل", "ب", "و") and named[1:] in no_times("name"))

    @property
    def is_no_time(self) -> bool:
        """Whether a word, or two, stand before that make no time of what follows (صحيفة اليوم، كل جمعة, قناة روسيا اليوم).

        A row of one word holds of it behind a particle too (وفقا لصحيفة | الغد), but not of the word with the article.
        """
        one = self.before()
        if not one:
            return False
        led = self.tokens[self.index - 1].word
        return (not led.article and led.core in no_times("before")) or f"{self.before(2)} {one}" in no_times("before")

    @property
    def is_verb(self) -> bool:
        """الحرص الذي | يوليه الوزير, الجندي الذي | ضحى بنفسه: a word right behind a relative, where no time can stand."""
        return bool(self.before()) and "relative" in self.tokens[self.index - 1].word.labels

    def number(self, at: int, low: int, high: int) -> int | None:
        """The number in digits at a token, if it lies between the bounds."""
        if at >= self.limit or self.tokens[at].kind != NUMBER or not self.tokens[at].norm.isdigit():
            return None
        value = int(self.tokens[at].norm) if len(self.tokens[at].norm) < 5 else 0
        return value if low <= value <= high else None

    def phrase(self, at: int, length: int) -> str:
        """Some folded words from a token on, joined by blanks."""
        if at + length > self.limit:
            return " ".join([self.word(k) for k in range(at, at + length)])
        words = self.norms[at : at + length]
        if at == self.index:
            words[0] = self.first
        return " ".join(words)

    def skip(self, at: int, *words: str) -> int:
        """The token after a word, if it is one of these; else the same token."""
        return at + 1 if self.word(at) in words else at

    def part(self, at: int, use: str) -> int:
        """The token after a word for a part of the day, as noun (فجر) or adverb (فجرا، بعد الظهر); the same where none stands."""
        if self.word(at) not in part_words(use):
            return at
        for length in range(_LONGEST_PART, 0, -1):
            if at + length <= self.limit and self.phrase(at, length) in parts(use):
                return at + length
        return at

    def month(self, at: int) -> tuple[Month, int] | None:
        """The month at a token and the token after it, its second name in brackets or behind a stroke included."""
        if self.word(at) not in first_words(months):
            return None
        for length in (2, 1):
            name = self.phrase(at, length)
            found = months().get(name)
            if found is not None and at + length <= self.limit and not self._is_ibb(at):
                return found, self._second_name(at + length, found)
        return None

    def _is_ibb(self, at: int) -> bool:
        """معارك في إب: the town in Yemen, which folds to the same word as the month آب."""
        raw = self.tokens[at].raw
        return self.norms[at].endswith("اب") and raw.endswith("إب")

    def _second_name(self, at: int, month: Month) -> int:
        """سبتمبر/أيلول, سبتمبر (أيلول), سبتمبر أيلول: one month with two names."""
        opened = at + 1 if self.word(at) in ("/", "(", "-", "–") else at
        for length in (2, 1):
            found = months().get(self.phrase(opened, length))
            if found is not None and (found.calendar, found.number) == (month.calendar, month.number):
                end = opened + length
                return end + 1 if self.word(at) == "(" and self.word(end) == ")" else end
        return at

    def direction(self, at: int) -> str:
        """past, current or next, if an adjective of time stands at a token."""
        return directions().get(self.word(at), "")

    def before_last(self, at: int) -> int:
        """The token after قبل الماضي, one week, month or year further back than الماضي; the same where it does not stand."""
        opened = at + (self.word(at) == "ما")
        return opened + 2 if self.word(opened) == "قبل" and self.direction(opened + 1) == "past" else at


@cache
def _behind_clitic() -> frozenset[str]:
    words = {form.split()[0] for form in (*weekdays(), *months(), *thirds(), *shifts())}
    return frozenset(words | part_words("noun") | {"في", "منذ", "خلال", "الاسبوع", "الشهر", "العام"})


@cache
def part_words(use: str) -> frozenset[str]:
    """The first words of parts of the day, as nouns or as adverbs."""
    return frozenset(form.split()[0] for form in parts(use))


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, None where there is no such day."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def month_days(year: int, month: int, third: str) -> tuple[date, date]:
    """First and last day of a month, or of its first, middle or last third; its end is the last third too."""
    first = date(year, month, 1)
    last = (date(year + month // 12, month % 12 + 1, 1)) - _DAY
    if third == "first":
        return first, first.replace(day=10)
    if third == "middle":
        return first.replace(day=11), first.replace(day=20)
    return (first.replace(day=21), last) if third in ("last", "end") else (first, last)


def future_before(line: Timeline) -> bool:
    """Whether a future form or a word of plan stands shortly before the expression, and no past one nearer."""
    first = line.layout.sentence(line.index).start
    for at in range(line.index - 1, max(first, line.index - _AHEAD_REACH) - 1, -1):
        token = line.tokens[at]
        norm = token.norm.removeprefix("و")
        if norm in _PLANNED or _is_future(token) or (norm in _SET and not _was(line, first, at)):
            return True
        if token.norm in _BEFORE or (at > first and line.norms[at - 1] == _IF):
            continue
        if at - 1 > first and line.norms[at - 1] == "ان" and norm[0] in "يت" and line.norms[at - 2] not in _BEFORE:
            continue  # من المتوقع أن | توقع الحكومة
        if _is_perfect(token) and not (at > first and _is_verbal_noun(token, line.tokens[at - 1])):
            return False
    return False


def just_begun(line: Timeline) -> bool:
    """هدنة ابتداء من الأحد, كان من المقرر أن تبدأ الأحد: what may have begun a day or two ago, or should have."""
    first = line.layout.sentence(line.index).start
    for at in range(line.index - 1, max(first, line.index - _AHEAD_REACH) - 1, -1):
        norm = line.norms[at]
        if norm in _STARTING or (norm in _PLANNED and any(one in _WAS for one in line.norms[max(first, at - 2) : at])):
            return True
    return False


_STARTING = ("اعتبارا", "ابتداء", "بدايه")
_AHEAD_REACH, _IF = 10, "اذا"
_PLANNED = word_list("ahead of a date")
_SET = word_list("set for a date")
_WAS = word_list("tells the past")
_WAS_REACH, _BEFORE = 5, ("قبل", "بعد")


def _was(line: Timeline, first: int, at: int) -> bool:
    """كان الوزير يزور, قبل أن تبدأ هجومها: a present form that tells the past, not what is set for a date."""
    if at - 2 >= first and line.norms[at - 2] in _BEFORE and line.norms[at - 1] == "ان":
        return True
    return any(token.norm in _WAS for token in line.tokens[max(first, at - _WAS_REACH) : at])


def _is_perfect(token: Token) -> bool:
    return any(getattr(found.sense.form, "tense", "") == "perfect" for found in token.word.analyses)


def _is_verbal_noun(token: Token, before: Token) -> bool:
    """تعتزم الحكومة هدم المخيم: a word that can be a perfect too, but stands behind a noun or a preposition without و."""
    if token.word.conjunction or before.kind != WORD or not any(found.sense.part == "noun" for found in token.word.analyses):
        return False
    if before.word.labels & _BEFORE_VERB or before.norm in ("قد", "وقد", "لقد", "ثم"):
        return False
    return bool(before.word.labels & {"prep"}) or any(found.sense.part == "noun" for found in before.word.analyses)


_BEFORE_VERB = frozenset({"that", "relative", "subordinator", "contrast", "auxiliary"})


def _is_future(token: Token) -> bool:
    return bool(token.word.analyses) and token.word.analyses[0].future
