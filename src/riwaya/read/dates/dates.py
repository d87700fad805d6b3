"""Time expressions, resolved against the day of publication. No date is invented: what does not resolve is no mention."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from riwaya.lang.ar.calendar import LINKS, behind_number, decades, openers
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.event import When
from riwaya.read.dates.date_counted import counted_unit
from riwaya.read.dates.date_lasting import lasting
from riwaya.read.dates.date_starts import rules_at
from riwaya.read.dates.timeline import Days, Timeline
from riwaya.read.text.layout import Layout
from riwaya.read.text.tokens import NUMBER, WORD


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression: its tokens (end exclusive) and what it resolves to."""

    start: int
    end: int
    when: When


def find_dates(layout: Layout, published: date | None) -> list[DateMention]:
    """The time expressions of a document in text order, longest first where they overlap.

    Without a day of publication only dates with a year in digits, and decades, resolve. A time of the clock says nothing where a
    day stands by it.
    """
    if published is None and _DIGIT.search(layout.characters) is None and decades().keys().isdisjoint(layout.norms):
        return []
    mentions: list[DateMention] = []
    known, firsts = openers(), _first_words()
    behind = 0
    for index in [token.index for token in layout.tokens if token.norm in firsts or token.kind == NUMBER]:
        if index < behind or not _may_open(layout, index, known):
            continue
        mention = _longest(layout, index, published)
        if mention is not None:
            mentions.append(mention)
            behind = mention.end
    dated = {layout.sentence_of[one.start] for one in mentions if one.when.rule != _CLOCK}
    return [one for one in mentions if one.when.rule != _CLOCK or layout.sentence_of[one.start] not in dated]


_CLOCK = "dates.clock"
_DIGIT = re.compile(r"\d")


@cache
def _first_words() -> frozenset[str]:
    """The first words of time expressions, with a clitic written on them or not."""
    return frozenset(clitic + word for clitic in ("", "و", "ف", "ب", "ل") for word in openers())


def _may_open(layout: Layout, index: int, known: frozenset[str]) -> bool:
    """Whether a rule may begin at a token: a number before a word of time, a word of time, or a particle before one."""
    token = layout.tokens[index]
    behind = layout.tokens[index + 1] if index + 1 < len(layout.tokens) else None
    if token.kind == NUMBER:
        return "." in token.norm or (behind is not None and behind.norm in behind_number())
    if token.kind != WORD:
        return False
    word = token.norm
    if word not in known:
        if word[:1] not in ("و", "ف", "ب", "ل") or word[1:] not in known:
            return False
        word = word[1:]
    if word not in LINKS:
        return True
    if behind is None:
        return False
    return behind.kind == NUMBER or behind.norm in known or behind.norm in _VAGUE or "number" in behind.word.labels


_VAGUE = word_list("between particle and time")
"""Words between a particle and the time that it leads to: about, more than; and parts of the day with the article."""


def _longest(layout: Layout, index: int, published: date | None) -> DateMention | None:
    line = Timeline(layout, index, published)
    best: tuple[int, Days, str] | None = None
    for rule in rules_at(line):
        found = rule(line)
        if found is not None and (best is None or found.end > best[0]):
            best = found.end, found, rule.__name__
    if best is None:
        return None
    days, name = lasting(line, best[1]), best[2]
    precision = "day" if days.precision == "clock" else days.precision
    led = line.first == "في"
    index += led
    start = layout.tokens[index].start + line.clitic * (not led)
    stop = layout.tokens[days.end - 1].end
    span = layout.written(start, stop)
    return DateMention(index, days.end, When(days.first, days.last, span, precision, f"dates.{name}"))


@dataclass(frozen=True, slots=True)
class Shift:
    """So many days from another happening: the first token of the words that say so, and the days."""

    start: int
    days: int


def shift_before(layout: Layout, index: int) -> Shift | None:
    """What stands right before a happening and says how far it is from another: غداة (the day before), بعد يومين من, قبل يوم من."""
    first = layout.sentence(index).start
    for at in range(index - 1, max(first, index - _SHIFT_REACH) - 1, -1):
        word = layout.tokens[at].norm.removeprefix("و")
        if word in _EVES and (index - at <= _NEAR or _leads_to(layout, at + 1)):
            return Shift(at, _EVES[word])
        if word in ("بعد", "قبل"):
            counted = counted_unit(Timeline(layout, at, None), at + 1 + (layout.tokens[at + 1].norm in _PASSED))
            if counted is None or counted[1] not in _SHIFTS or not _of(layout, counted[2], index):
                return Shift(at, 0) if _is_hours(layout, at + 1, index) else None
            if layout.tokens[index].word.article and _opens_clause(layout, index + 1):
                return None  # بعد ثلاثة أيام على | الانفجار، اعتقلت الشرطة السائق
            days = int(counted[0] * _SHIFTS[counted[1]])
            return Shift(at, days if (word == "بعد") == _is_past_known(layout, counted[2], index) else -days)
    return None


def _is_past_known(layout: Layout, at: int, index: int) -> bool:
    """بعد ثلاثة أيام على الانفجار، | اعتقلت الشرطة السائق: the verb behind what is known came after it."""
    return any(layout.tokens[k].raw in "،," for k in range(at + 1, index)) and _is_verb(layout, index)


def _opens_clause(layout: Layout, at: int) -> bool:
    """الانفجار|، اعتقلت الشرطة: a comma and a verb in the perfect."""
    return at + 1 < len(layout.tokens) and layout.tokens[at].raw in "،," and _is_verb(layout, at + 1)


def _leads_to(layout: Layout, at: int) -> bool:
    """غداة | مقتل جنود في هجوم, غداة | تعرض القاعدة لهجوم: a verbal noun that goes on to what happened."""
    word = layout.tokens[at].word
    return "masdar" in word.labels or word.core == "تعرض"


def _is_hours(layout: Layout, at: int, index: int) -> bool:
    """بعد ساعات من, قبل ساعات قليلة على: on the same day."""
    at += layout.tokens[at].norm in ("بضع", "عده")
    if at + 1 >= index:
        return False
    behind = at + 1 + (layout.tokens[at + 1].norm in ("قليله", "قلائل", "فقط"))
    return layout.tokens[at].norm == "ساعات" and _of(layout, behind, index)


_PASSED = ("مرور", "مضي", "انقضاء")
"""بعد | مرور | يومين على الهجوم: so long behind it."""
_SHIFTS = {"day": 1, "week": 7, "hour": 1 / 24}
_EVES = {"غداه": -1, "عشيه": 1}
_SHIFT_REACH, _NEAR = 7, 3


def _of(layout: Layout, at: int, index: int) -> bool:
    """Whether من or على leads from a count of days to a happening close by."""
    at += layout.tokens[at].norm in ("فقط", "تقريبا") if at < index else 0
    if at >= index or layout.tokens[at].norm not in ("من", "علي") or index - at > _NEAR:
        return False
    return not (index - at == _VERB_BEHIND and layout.tokens[at + 1].word.article and _is_verb(layout, index))


_VERB_BEHIND = 2


def _is_verb(layout: Layout, index: int) -> bool:
    """بعد يومين من المعارك | استعادوا: what came then, not what it came so long after."""
    return any(getattr(found.sense.form, "tense", "") == "perfect" for found in layout.tokens[index].word.analyses)
