"""What somebody holds out (a promise, an offer, a threat, a demand), and deeds: what parties are said to do or not to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from riwaya.lang.ar.words import analyse
from riwaya.link.parties import Party
from riwaya.link.spots import where
from riwaya.link.tellers import Tellers, who
from riwaya.model.document import Span
from riwaya.model.incident import Said, Told, Where
from riwaya.spelling import fold
from riwaya.tables import language_folder, load_table

KINDS = {"promise": "promise", "threaten": "threat", "demand": "demand"}
"""Act → what is held out; a promise under a condition, or that is offered, is an offer."""

_HEAD = 3
"""Words that may stand before what is held out."""

OWN_DEEDS = frozenset({"RETREAT", "AGREE", "AID", "MOBILIZE"})
"""Types of events of which somebody who names no actor speaks as his own."""


@dataclass(frozen=True, slots=True)
class Deed:
    """An event as a deed of a party: who is said to do it or not to do it, what, where, and from which day on.

    ``act`` is that of the statement ("" the outlet's own voice), ``dated`` true where the words give the time, ``takes_back``
    the kinds of what its words take back.
    """

    id: str
    document: str
    day: date
    by: Party
    teller: Party
    type: str
    mode: str | None
    place: Where | None
    target: str
    negated: bool
    modality: str
    act: str
    dated: bool
    takes_back: tuple[str, ...]

    @property
    def done(self) -> bool:
        """Whether it is said to have been done."""
        return not self.negated and self.modality == "actual"


@dataclass(frozen=True, slots=True)
class Held:
    """Something held out: by whom, to whom, who is to act, what (``type`` None where it is no event that is coded).

    ``negated`` is true where he promises not to do it; ``condition`` are the deeds that it depends on, ``printed`` their
    words.
    """

    id: str
    document: str
    kind: str
    by: Party
    to: str | None
    acting: Party | None
    type: str | None
    mode: str | None
    place: Where | None
    target: str
    negated: bool
    day: date | None
    condition: tuple[Deed, ...]
    printed: str | None

    @property
    def conditional(self) -> bool:
        """Whether it depends on something."""
        return self.printed is not None


def deeds_of(told: Iterable[Told], known: Tellers) -> list[Deed]:
    """The deeds among some events, in canonical order; an event that is nobody's, or on no day, is none."""
    found = [deed for one in told if (deed := _deed(one, known)) is not None]
    return sorted(found, key=lambda deed: (deed.day, deed.document, deed.id))


def _deed(told: Told, known: Tellers) -> Deed | None:
    event, teller = told.event, known.of(told)
    day = event.date.start if event.date is not None else told.report.day
    by = _actor(told, known)
    if day is None or by is None:
        return None
    taken = taken_back(_around(told.report.document.characters, event.trigger))
    return Deed(
        told.id,
        told.report.id,
        day,
        by,
        teller,
        event.type,
        event.mode,
        where(event.place) if event.place else None,
        event.target.span.text if event.target else "",
        event.negated,
        event.modality,
        told.teller.statement.act if told.teller else "",
        event.date is not None,
        taken,
    )


def _actor(told: Told, known: Tellers) -> Party | None:
    """Who does it; a teller who names nobody speaks of what his own side does."""
    named = known.actor(told)
    speaks = told.teller is not None and told.teller.statement.source is not None
    return named or (known.of(told) if speaks and told.event.type in OWN_DEEDS else None)


def held_out(said: Said, told: Iterable[Told], known: Tellers) -> Held | None:
    """What a statement holds out, None where it holds out nothing; ``told`` are the events that it tells."""
    statement = said.statement
    kind = KINDS.get(statement.act)
    if kind is None or statement.source is None:
        return None
    if kind == "promise" and (statement.condition is not None or statement.detail == "offer"):
        kind = "offer"
    within = [one for one in told if statement.condition is not None and statement.condition.touches(one.event.trigger)]
    main = _main(said, [one for one in told if one not in within and one.event.modality != "actual"])
    by = known.of(said)
    return Held(
        said.id,
        said.report.id,
        kind,
        by,
        statement.addressee.text if statement.addressee else None,
        _acting(kind, said, main, by, known),
        main.event.type if main else None,
        main.event.mode if main else None,
        where(main.event.place) if main and main.event.place else None,
        main.event.target.span.text if main and main.event.target else "",
        _forsworn(said, main) if main else False,
        said.report.day,
        tuple(deeds_of(within, known)),
        statement.condition.text if statement.condition else None,
    )


def _main(said: Said, told: Iterable[Told]) -> Told | None:
    """What is held out: the first event of the content, if it stands at its head (behind the condition, if that comes first)."""
    first = min(told, key=lambda one: one.event.trigger.start, default=None)
    return first if first is not None and len(_before(said, first)) <= _HEAD else None


def _before(said: Said, told: Told) -> list[str]:
    """The words of a statement before an event that it tells, behind its condition if that comes first."""
    content, condition, at = said.statement.content, said.statement.condition, told.event.trigger.start
    start = condition.end if condition is not None and condition.end <= at else content.start
    return content.text[max(0, start - content.start) : max(0, at - content.start)].split()


def _forsworn(said: Said, told: Told) -> bool:
    """Whether an event is held out not to be done: لن نقصف, عدم استهداف المدنيين."""
    return told.event.negated or any("negation" in analyse(word).labels for word in _before(said, told))


def _acting(kind: str, said: Said, main: Told | None, by: Party, known: Tellers) -> Party | None:
    """Who is to act: of a demand whoever is asked, or the actor of what is asked for; else the one who speaks."""
    if kind != "demand":
        return by
    if said.statement.addressee is not None:
        return who(said.statement.addressee.text, None, said.report, known.names.get(said.report.id, ()))
    return known.actor(main) if main is not None else None


def same_party(one: Party | None, other: Party | None) -> bool:
    """Whether two are one party wherever they are named: the same name, if it is anybody's own, or on one side."""
    if one is None or other is None or not (own_name(one) and own_name(other)):
        return False
    return one.key == other.key or (bool(one.side) and one.side == other.side)


def own_name(party: Party) -> bool:
    """Whether a name is somebody's own: one of the register, or of two words at least. الجيش is another army elsewhere."""
    return party.key.startswith("entity:") or " " in party.key


# --- words of taking back


def taken_back(words: str) -> tuple[str, ...]:
    """The kinds of what some words take back: سحبت عرضها (a promise or offer), تراجع عن تهديده (a threat); empty for others."""
    return _taken_back(words) if _opener().search(fold(words)) else ()


@lru_cache(1 << 12)
def _taken_back(words: str) -> tuple[str, ...]:
    found = _pattern().search(" ".join(fold(words).split()))
    return _kinds()[found.group("word")] if found else ()


def _around(characters: str, trigger: Span) -> str:
    """The words from a trigger on, in its line."""
    end = characters.find("\n", trigger.end)
    return characters[trigger.start : min(end if end >= 0 else len(characters), trigger.end + 60)]


@cache
def _forms(name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows = load_table(language_folder("ar"), "withdrawals.tsv")
    return tuple((fold(form), row.words("kinds")) for row in rows if row["class"] == name for form in row.words("forms"))


@cache
def _kinds() -> Mapping[str, tuple[str, ...]]:
    return dict(_forms("word"))


def _either(name: str) -> str:
    return "|".join(sorted((re.escape(form) for form, _ in _forms(name)), key=len, reverse=True))


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[وف]?(?:{_either('takes')})(?!\w)")


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[وف]?(?:{_either('takes')})(?: \w+){{0,4}}? (?P<word>{_either('word')})(?!\w)")
