"""Counted things: a number with its noun, a dual, an indefinite singular, a vague plural; before anyone says what kind."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.lang.ar.lexicon import Noun, Trigger
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import NOUN
from riwaya.lang.ar.words import Analysis
from riwaya.read.grammar import Grammar, Range
from riwaya.read.numbers import Number, approximation_at, interval, opens_number, read_number
from riwaya.read.parts import FURNITURE
from riwaya.read.phrases import Manner
from riwaya.read.tokens import NUMBER

_GROUP = Manner(stops=frozenset({"ب", "عن", "علي", "الي", "ل", "في"}), join=False)
_ONE_OF = frozenset({"احد", "احدي", "واحد", "واحده"})
_OTHERS = frozenset({"اخر", "اخرين", "اخرون", "اخري", "اخرا", "اخران", "اخريين", "اخريات"})


@dataclass(frozen=True, slots=True)
class Count:
    """A counted group: tokens of number and noun, the interval, the noun's token and class, the group's tokens."""

    where: Range
    low: int | None
    high: int | None
    rule: str
    approx: str | None = None
    noun: int | None = None
    group: str = ""
    kind: str = ""
    of: Range | None = None
    others: bool = False


def find_counts(grammar: Grammar) -> list[Count]:
    """Everything counted in a document, in text order; what is a date, an age, a price or a name is left out."""
    counts: list[Count] = []
    index = 0
    while index < len(grammar.tokens):
        made = _count_at(grammar, index)
        if made is None:
            index += 1
        else:
            counts.append(made)
            index = max(made.where[1], index + 1)
    return counts


def _count_at(grammar: Grammar, index: int) -> Count | None:
    token = grammar.tokens[index]
    if index in grammar.phrases.dated or grammar.parts[index] == FURNITURE:
        return None
    if token.kind == NUMBER or "number" in token.word.labels or opens_number(token):
        number = read_number(grammar.tokens, index, grammar.layout.sentence(index).end)
        if number is not None:
            return _numbered(grammar, number)
    if token.word.core in _ONE_OF:
        return _one_of(grammar, index)
    return _bare_noun(grammar, index)


def _numbered(grammar: Grammar, number: Number) -> Count | None:
    """A number and what it counts: a noun behind it, a noun before it (الجرحى التسعة), من and a group, or nothing."""
    end = grammar.layout.sentence(number.start).end
    at = number.end
    if any(index in grammar.phrases.dated for index in range(number.head, number.end)) or _is_measure(grammar, number, end):
        return None
    start = number.start
    if number.vague and grammar.tokens[number.head].word.core in _NEED_OF:
        at = next((k for k in range(at, min(end, at + 3)) if grammar.tokens[k].norm == "من"), end)
        if at == end:
            return None
    if at < end and grammar.tokens[at].norm == "من" and at + 1 < end and grammar.phrases.begins(at + 1):
        group = (at + 1, grammar.phrases.end(at + 1, end, _GROUP))
        return _with_noun(grammar, number, start, group, group[1], "counts.number_of_group")
    if at < end and _is_counted_noun(grammar, at):
        group = (at, grammar.phrases.end(at, end, _GROUP))
        return _with_noun(grammar, number, start, group, at + 1, "counts.number_and_noun")
    if at < end and grammar.tokens[at].norm in ("منهم", "منها", "منهن"):
        return Count((start, at + 1), number.low, number.high, "counts.number_of_group", number.approx)
    before = number.start - 1
    if before >= 0 and _is_person_or_thing(grammar, before) and not number.vague and grammar.phrases.is_definite(before):
        return _with_noun(grammar, number, before, (before, before + 1), number.end, "counts.noun_and_number")
    if number.vague and grammar.tokens[number.head].word.core in _NEED_NOUN:
        return None
    return Count((start, number.end), number.low, number.high, "counts.number_alone", number.approx)


_NEED_OF = frozenset({"عدد", "عددا", "اعداد", "اعدادا", "عديد"})
_NEED_NOUN = frozenset({"بعض", "عده", "كثير", "كثيرين", "كثيرون"})


def _with_noun(grammar: Grammar, number: Number, start: int, group: Range, stop: int, rule: str) -> Count:
    after = approximation_at(grammar.tokens, stop, grammar.layout.sentence(start).end, "after")
    low, high, approx = number.low, number.high, number.approx
    if after is not None and approx is None:
        low, high = interval(after[0], low, high)
        approx = " ".join(token.raw for token in grammar.tokens[stop : after[1]])
        stop = after[1]
    noun = group[0]
    entry = counted_entry(grammar, noun)
    others = grammar.tokens[noun].norm in _OTHERS
    return Count(
        (start, stop), low, high, rule, approx, noun, entry.group if entry else "", entry.kind if entry else "", group, others
    )


def _is_counted_noun(grammar: Grammar, at: int) -> bool:
    """Whether the token behind a number can be what it counts: a noun that is neither a verb nor joined by و."""
    token = grammar.tokens[at]
    clitic = token.word.conjunction or token.word.preposition
    return grammar.parts[at] == NOUN and not clitic and at not in grammar.phrases.dated


def _is_person_or_thing(grammar: Grammar, at: int) -> bool:
    return bool(grammar.tokens[at].word.labels & {"person", "thing"})


def _is_measure(grammar: Grammar, number: Number, end: int) -> bool:
    """A number of days, kilometres, dollars or percent, an age, an article of law, a unit's name: no count."""
    for at in range(number.end, min(end, number.end + 2)):
        token = grammar.tokens[at]
        if "measure" in token.word.labels or token.raw in "%٪$":
            return True
        if grammar.parts[at] != NOUN:
            break
    if number.end < end and grammar.tokens[number.end].norm in ("في", "بالمءه", "بالمئه", "بالمائه", "بالميه"):
        behind = grammar.tokens[number.end + 1].norm if number.end + 1 < end else ""
        if behind in ("المئه", "المائه", "الميه", "المءه") or grammar.tokens[number.end].norm != "في":
            return True
    before = grammar.tokens[number.start - 1] if number.start > 0 else None
    return before is not None and "numbered" in before.word.labels


def _one_of(grammar: Grammar, index: int) -> Count | None:
    """أحد الجنود: one of a group."""
    behind = index + 1
    end = grammar.layout.sentence(index).end
    if behind >= end or grammar.parts[behind] != NOUN or not _is_person_or_thing(grammar, behind):
        return None
    group = (behind, grammar.phrases.end(behind, end, _GROUP))
    entry = counted_entry(grammar, behind)
    return Count((index, behind + 1), 1, 1, "counts.one_of_group", None, behind, entry.group if entry else "", "", group)


def _bare_noun(grammar: Grammar, index: int) -> Count | None:
    """A dual counts two by itself; an indefinite singular may count one, a bare plural counts nothing."""
    if grammar.parts[index] != NOUN:
        return None
    if not _is_person_or_thing(grammar, index):
        return _dual_event(grammar, index)
    word = grammar.tokens[index].word
    if "demonym" in word.labels and index and grammar.parts[index - 1] == NOUN:
        return None
    found = _best_noun(grammar, index)
    if found is None or not isinstance(found.sense.form, NounForm) or not isinstance(found.sense.entry, Noun):
        return None
    form, entry = found.sense.form, found.sense.entry
    if _is_modifier(grammar, index):
        return None
    group = (index, grammar.phrases.end(index, grammar.layout.sentence(index).end, _GROUP))
    stop = index + 1
    others = word.core in _OTHERS
    if form.number == "d":
        if (
            form.state == "construct"
            and not _is_genitive_head(grammar, index)
            and "trigger" in grammar.tokens[index - 1].word.labels
        ):
            return None
        if found.pronoun or (found.article and entry.group not in ("victim", "other")):
            return None
        stop = stop + 1 if stop < len(grammar.tokens) and grammar.tokens[stop].word.core in ("اثنين", "اثنان", "اثنتين") else stop
        return Count((index, stop), 2, 2, "counts.dual", None, index, entry.group, entry.kind, group, others)
    event_noun = any(
        sense.sense.entry.frame != "C" for sense in word.all("trigger", "noun") if isinstance(sense.sense.entry, Trigger)
    )
    if form.number == "s" and not (found.article or found.pronoun or event_noun) and not _is_genitive_head(grammar, index):
        return Count((index, stop), 1, 1, "counts.singular", None, index, entry.group, entry.kind, group, others)
    return None


def _is_modifier(grammar: Grammar, index: int) -> bool:
    """An adjective or genitive behind its noun (جندي تركي, قائد كتيبة) is no group of its own."""
    if index == grammar.layout.sentence(index).start or grammar.tokens[index].word.conjunction:
        return False
    before = grammar.tokens[index - 1]
    return grammar.parts[index - 1] == NOUN and "trigger" not in before.word.labels


def _dual_event(grammar: Grammar, index: int) -> Count | None:
    """تفجيران، هجومين: two events by their form."""
    for found in grammar.tokens[index].word.all("trigger", "noun"):
        form = found.sense.form
        if isinstance(form, NounForm) and form.number == "d" and form.state == "any" and not found.pronoun:
            return Count((index, index + 1), 2, 2, "counts.dual", None, index, "event", "", None)
    return None


def _best_noun(grammar: Grammar, index: int) -> Analysis | None:
    """The person or thing sense of a token; an ـين that may be dual or plural is a plural of persons with a sound plural."""
    word = grammar.tokens[index].word
    readings = word.all("person") or word.all("thing")
    plural = [found for found in readings if isinstance(found.sense.form, NounForm) and found.sense.form.number == "p"]
    dual = [found for found in readings if isinstance(found.sense.form, NounForm) and found.sense.form.number == "d"]
    if dual and plural:
        return dual[0] if _dual_by_context(grammar, index) else plural[0]
    return readings[0] if readings else None


def _dual_by_context(grammar: Grammar, index: int) -> bool:
    """عسكريين: two if the adjective or number behind says so, or if others follow in the dual."""
    behind = grammar.tokens[index + 1 : index + 4]
    if any(token.word.core in ("اثنين", "اثنان", "اثنتين") for token in behind):
        return True
    return bool(behind) and behind[0].word.bare.endswith("ان")


def _is_genitive_head(grammar: Grammar, index: int) -> bool:
    """An indefinite singular before a definite noun is itself definite (قائد الجيش)."""
    behind = index + 1
    return behind < len(grammar.tokens) and grammar.parts[behind] == NOUN and grammar.phrases.is_definite(behind)


def counted_entry(grammar: Grammar, index: int) -> Noun | None:
    """The table entry of a counted noun: a person before a thing."""
    word = grammar.tokens[index].word
    for label in ("person", "thing"):
        found = word.find(label)
        if found is not None and isinstance(found.sense.entry, Noun):
            return found.sense.entry
    return None
