"""What a figure counts: the kind, whose side the counted are on, civilian or combatant; only as far as the words say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from riwaya.lang.ar.lexicon import Closed, Noun
from riwaya.lang.ar.words import analyse
from riwaya.link.parties import FIGHTING, Party, party
from riwaya.model.event import Event, Figure
from riwaya.model.incident import Quantity, Report
from riwaya.tables import language_folder, load_table

VICTIMS = frozenset({"killed", "wounded", "missing", "captured", "surrendered", "released", "displaced", "casualties", "fighters"})
"""Kinds of figures that count people who may be civilians or combatants of a side."""


_SOLDIER = "soldier"


@cache
def _statuses() -> dict[str, str]:
    """Lemma of a person → civilian, soldier or another combatant."""
    return {row["singular"]: row["status"] for row in load_table(language_folder("ar"), "victims.tsv")}


@lru_cache(1 << 16)
def status_of(words: str) -> str:
    """Civilian or combatant where the words say one of them and not the other, else unknown."""
    found = {"combatant" if one == _SOLDIER else one for one in _said(words)}
    return found.pop() if len(found) == 1 else "unknown"


@lru_cache(1 << 16)
def soldiers(words: str) -> bool:
    """Whether the words count soldiers of a regular army (جنديان, خمسة ضباط) and say nothing else of them."""
    counted = [word for word in words.split() if not analyse(word).all("number")]
    return bool(counted) and all(set(_said(word)) == {_SOLDIER} for word in counted)


def _said(words: str) -> Iterator[str]:
    """What the words say of those who are counted, word by word."""
    for word in words.split():
        for one in analyse(word).all("person"):
            if isinstance(one.sense.entry, Noun) and one.sense.entry.lemma in _statuses():
                yield _statuses()[one.sense.entry.lemma]


@lru_cache(1 << 16)
def nation_of(words: str) -> str:
    """The country whose people the words name (خمسة جنود أتراك, 12 فلسطينيا), empty where they name none or several."""
    found = {
        one.sense.entry.group
        for word in words.split()
        for one in analyse(word).all("demonym")
        if isinstance(one.sense.entry, Closed)
    }
    return found.pop() if len(found) == 1 else ""


def quantity_of(figure: Figure, event: Event, report: Report) -> Quantity:
    """The quantity that a figure counts: from the counted group, and where it is silent from the event's target."""
    if figure.kind not in VICTIMS:
        return Quantity(figure.kind)
    words = f"{figure.span.text} {figure.of.text if figure.of else ''}"
    status, side = status_of(words), nation_of(words)
    groups = tuple(_groups(figure, event, report))
    if status == "unknown" and any(one.kind in FIGHTING for one in groups):
        status = "combatant"
    side = next((one.side for one in groups if one.side), side)
    return Quantity(figure.kind, side, status)


def _groups(figure: Figure, event: Event, report: Report) -> Iterable[Party]:
    """The parties whose people the counted are: named in the group, or the target where the group is its beginning."""
    if figure.of is not None:
        yield from _known(figure.of.text, None, report)
    if event.target is not None and figure.of is not None and event.target.span.touches(figure.of):
        yield from _known(event.target.span.text, event.target.entity, report)


def _known(text: str, entity: str | None, report: Report) -> Iterable[Party]:
    """The party that a group's words name, their head left out: جنود من الجيش التركي, عناصر حزب الله."""
    words = text.split()
    tails = [" ".join(words[at:]) for at in range(len(words))] if entity is None else [text]
    for tail in tails:
        found = party(tail, entity, report.day)
        if found.key.startswith("entity:") and found.side and len(found.key) > len("entity:IL"):
            return [found]
    return []
