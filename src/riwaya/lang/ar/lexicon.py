"""The Arabic lexicon: every form that the tables and the grammar give, folded, with what it may be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from riwaya.lang.ar.conjugate import VerbForm, verb_forms
from riwaya.lang.ar.nouns import NounForm, noun_forms, participle_forms
from riwaya.model.swift import swift
from riwaya.spelling import fold
from riwaya.tables import Row, language_folder, load_table


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """A reporting lexeme: its act, how much it needs beside it, how the outlet stands to the content, its frames."""

    lemma: str
    act: str
    detail: str
    strength: str
    distance: str
    frames: frozenset[str]
    preps: frozenset[str]
    whom: frozenset[str]
    """What joins the content behind a direct object that is addressed: folded prepositions, that, to, obj."""
    asked: frozenset[str] = frozenset()
    """The prepositions before whoever is asked (طلب من)."""


@dataclass(frozen=True, slots=True, eq=False)
class Trigger:
    """An event lexeme: type, PLOVER mode, group for merging, frame, what it counts, what must or must not stand by it."""

    lemma: str
    type: str
    mode: str
    group: str
    frame: str
    preps: frozenset[str]
    kind: str
    counted: str
    needs: frozenset[str]
    rejects: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Noun:
    """A person, a victim or a thing: its class and, for victims, the kind of figure it counts."""

    lemma: str
    group: str
    kind: str


@dataclass(frozen=True, slots=True, eq=False)
class Closed:
    """A word of a closed class."""

    lemma: str
    group: str


@dataclass(frozen=True, slots=True, eq=False)
class Numeral:
    """A number word: its class in the grammar of numbers, and its value (``high`` is None for an open end)."""

    lemma: str
    group: str
    low: int
    high: int | None


Entry = Cue | Trigger | Noun | Closed | Numeral
Form = VerbForm | NounForm | None


@swift
@dataclass(frozen=True, slots=True)
class Sense:
    """One thing a form may be: ``part`` is verb, participle, noun, closed, or phrase (a noun that needs its neighbour)."""

    label: str
    part: str
    entry: Entry
    form: Form


def _preps(frames: list[str], prefix: str) -> frozenset[str]:
    return frozenset(fold(frame.partition(":")[2]) for frame in frames if frame.startswith(prefix))


def _cue_senses(row: Row) -> Iterator[tuple[str, Sense]]:
    frames = row["frames"].split()
    entry = Cue(
        row["perfect"],
        row["act"],
        row["detail"],
        row["strength"],
        row["distance"],
        frozenset(frames),
        _preps(frames, "about:"),
        _preps(frames, "whom"),
        _preps(frames, "from:"),
    )
    for form, what in verb_forms(row["perfect"], row["imperfect"]):
        yield form, Sense("cue", "verb", entry, what)
    for form, how in participle_forms(row["participle"]):
        yield form, Sense("cue", "participle", entry, how)
    for noun in row.words("masdar"):
        for form, how in _said_once(noun):
            yield form, Sense("cue", "noun", entry, how)


def _said_once(noun: str) -> Iterator[tuple[str, NounForm]]:
    """The forms of a noun of speech or feeling; شكري is a name, and not the dual of شكر before its genitive."""
    return ((form, how) for form, how in noun_forms(noun) if noun.endswith("ة") or (how.number, how.state) != ("d", "construct"))


def _attitude_senses(row: Row) -> Iterator[tuple[str, Sense]]:
    frames = row["frames"].split()
    preps = _preps(frames, "about:")
    entry = Cue(row["form"], row["act"], row["detail"], "frame", "N", frozenset(frames), preps, frozenset())
    for form, how in noun_forms(row["form"], (), True):
        yield form, Sense("attitude", "noun", entry, how)
    yield row["form"] + "ة", Sense("attitude", "noun", entry, NounForm("s", "f"))


def _trigger_senses(row: Row) -> Iterator[tuple[str, Sense]]:
    frame, _, preps = row["frame"].partition(":")
    kind, _, counted = row["kind"].partition("@")
    entry = Trigger(
        row["perfect"] or row.words("nouns")[0],
        row["type"],
        row["mode"],
        row["class"],
        frame,
        frozenset(fold(prep) for prep in preps.split(",") if prep),
        kind,
        counted,
        frozenset(row.folded("with")),
        frozenset(row.folded("without")),
    )
    for form, what in verb_forms(row["perfect"], row["imperfect"]):
        yield form, Sense("trigger", "verb", entry, what)
    singular, *rest = row.words("nouns") or ("",)
    verbal = row["perfect"] or row["imperfect"]
    part = "phrase" if entry.group == "state" or (entry.needs and not verbal) else "noun"
    for form, how in noun_forms(singular, tuple(rest)):
        yield form, Sense("trigger", part, entry, how)


def _person_senses(row: Row) -> Iterator[tuple[str, Sense]]:
    entry = Noun(row["singular"], row["class"], row["kind"])
    for form, how in noun_forms(row["singular"], row.words("plural"), row["sound"] == "sound"):
        yield form, Sense("person", "noun", entry, how)


def _thing_senses(row: Row) -> Iterator[tuple[str, Sense]]:
    entry = Noun(row["singular"], row["class"], "")
    for form, how in noun_forms(row["singular"], row.words("plural"), row["sound"] == "sound"):
        yield form, Sense("thing", "noun", entry, how)


def _source_senses(row: Row) -> Iterator[tuple[str, Sense]]:
    entry = Noun(row["singular"], row["class"], "")
    plurals = row.words("plural")
    sound = not plurals or any(plural.endswith(("ون", "ات")) for plural in plurals)
    for form, how in noun_forms(row["singular"], plurals, sound):
        yield form, Sense("source", "noun", entry, how)
    if row["class"] == "title" and row["singular"][-1] not in "ةاىء":
        for form, how in noun_forms(row["singular"] + "ة", (), sound=True):
            yield form, Sense("source", "noun", entry, how)


def _light_senses(row: Row) -> Iterator[tuple[str, Sense]]:
    entry = Closed(row["perfect"], row["role"])
    for form, what in verb_forms(row["perfect"], row["imperfect"]):
        yield form, Sense("light", "verb", entry, what)
    for noun in row.words("masdar"):
        for form, how in noun_forms(noun):
            yield form, Sense("light", "noun", entry, how)


def _closed_senses(row: Row) -> Iterator[tuple[str, Sense]]:
    if row["class"] in _INFLECTED and not row["form"].startswith("ال"):
        entry = Closed(row["form"], row["class"])
        yield from ((form, Sense(row["class"], "noun", entry, how)) for form, how in noun_forms(row["form"]))
        return
    entry = Closed(row["form"], row["class"])
    yield row["form"], Sense(row["class"], "closed", entry, None)
    if row["class"] in ("medium", "basis") and row["form"].startswith("ال"):  # وفقا | للأناضول, وفقا | للمادة
        yield row["form"].removeprefix("ال"), Sense(row["class"], "closed", entry, ARTICLED)


_INFLECTED = frozenset({"channel", "masdar", "addressee", "people"})


def _emotion_senses(row: Row) -> Iterator[tuple[str, Sense]]:
    for form, how in _said_once(row["form"]):
        yield form, Sense("emotion", "noun", Closed(row["form"], row["act"]), how)


def _numeral_senses(row: Row) -> Iterator[tuple[str, Sense]]:
    low, dash, high = row["value"].partition("-")
    top = int(low) if not dash else int(high) if high else None
    entry = Numeral(row.words("forms")[0], row["class"], int(low), top)
    for form in row.words("forms"):
        yield form, Sense("number", "closed", entry, None)


ARTICLED = NounForm("s", "", "articled")
"""A name that is not written without its article: الكاميرون, للأناضول; كاميرون is somebody's surname."""


def _country_senses(row: Row) -> Iterator[tuple[str, Sense]]:
    """Single words only: names of several words are the gazetteer's."""
    entry = Closed(row["english"], row["iso2"])
    for name in row.words("names"):
        if " " not in name:
            articled = ARTICLED if name.startswith("ال") else None
            yield name.removeprefix("ال"), Sense("country", "noun", entry, articled)
    for demonym in row.words("demonyms"):
        if " " not in demonym:
            for form, how in noun_forms(demonym, (), True):
                yield form, Sense("demonym", "noun", entry, how)
            yield demonym + "ة", Sense("demonym", "noun", entry, NounForm("s", "f"))


TABLES = {
    "cues.tsv": _cue_senses,
    "triggers.tsv": _trigger_senses,
    "persons.tsv": _person_senses,
    "things.tsv": _thing_senses,
    "sources.tsv": _source_senses,
    "emotions.tsv": _emotion_senses,
    "attitudes.tsv": _attitude_senses,
    "light.tsv": _light_senses,
    "words.tsv": _closed_senses,
    "numbers.tsv": _numeral_senses,
    "countries.tsv": _country_senses,
}
"""What each table contributes to the lexicon."""


@cache
def lexicon() -> dict[str, tuple[Sense, ...]]:
    """Folded form → what it may be, in the order of the tables."""
    folder = language_folder("ar")
    found: dict[str, list[Sense]] = {}
    for name, give in TABLES.items():
        for row in load_table(folder, name):
            for form, sense in give(row):
                found.setdefault(fold(form), []).append(sense)
    return {form: tuple(senses) if len(senses) == 1 else _ordered(senses) for form, senses in found.items()}


def _ordered(senses: list[Sense]) -> tuple[Sense, ...]:
    """Each sense once, in the order of the tables, and last those of forms that only stand before a genitive."""
    return tuple(sorted(dict.fromkeys(senses), key=_is_construct))


def _is_construct(sense: Sense) -> bool:
    """A form cut for its genitive is the last thing that a spelling is (جرحى: wounded, not "two wounds of")."""
    return isinstance(sense.form, NounForm) and sense.form.state == "construct"
