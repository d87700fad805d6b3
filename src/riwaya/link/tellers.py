"""Whose words a claim is: the originator at the bottom of the chain, the same wherever he is quoted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from riwaya.lang.ar.register import name_words
from riwaya.lang.ar.words import analyse
from riwaya.link.parties import Party, party
from riwaya.model.incident import Report, Said, Told
from riwaya.spelling import fold
from riwaya.tables import language_folder, load_table

UNNAMED = "unnamed"
"""The kind of a teller whom the report does not name."""

OUTLET = "outlet"
"""The kind of an outlet that tells in its own voice."""

_MOST = 5
_DEFINITE = 4


@dataclass(frozen=True, slots=True)
class Tellers:
    """Who tells in some reports.

    ``outlets`` are the keys and names of the reports' own voices by document, near-copies under the first text's;
    ``names`` the names of all who are quoted in a document: the short name (الغرفة) is found among them in full.
    """

    outlets: Mapping[str, tuple[str, str]]
    names: Mapping[str, tuple[str, ...]]

    def of(self, claim: Told | Said) -> Party:
        """The originator of an event or of a statement."""
        said = claim.teller if isinstance(claim, Told) else claim
        if said is None or said.statement.source is None:
            key, name = self.outlets[claim.report.id]
            return Party(key, name, "", OUTLET if said is None else UNNAMED)
        source = said.statement.source
        return who(source.name, source.entity, claim.report, self.names.get(claim.report.id, ()))

    def actor(self, told: Told) -> Party | None:
        """Who is said to do what an event tells of, None where nobody is named; his own forces (طائراته) are the teller's."""
        actor = told.event.actor
        if actor is None:
            return None
        if told.teller is not None and " " not in actor.name and _owned(actor.name):
            return self.of(told)
        return who(actor.name, actor.entity, told.report, self.names.get(told.report.id, ()))


def tellers(claims: Iterable[Told | Said]) -> Tellers:
    """Who tells in these claims; the order of the claims makes no difference."""
    reports: dict[str, Report] = {}
    names: dict[str, set[str]] = {}
    for claim in claims:
        reports[claim.report.id] = claim.report
        said = claim.teller if isinstance(claim, Told) else claim
        if said is not None and said.statement.source is not None:
            names.setdefault(claim.report.id, set()).add(said.statement.source.name)
    first: dict[str, Report] = {}
    for one in sorted(reports.values(), key=_originals_first):
        first.setdefault(one.witness, one)
    outlets = {identity: _outlet(first[one.witness]) for identity, one in reports.items()}
    return Tellers(outlets, {identity: tuple(sorted(found, key=_longest_first)) for identity, found in names.items()})


def _originals_first(report: Report) -> tuple[bool, str, str]:
    return report.id != report.witness, str(report.day or "9999"), report.id


def _longest_first(name: str) -> tuple[int, str]:
    return -len(name), name


def _owned(word: str) -> bool:
    """Whether a word is a force with a pronoun that hangs on it: قواته, طائراتنا."""
    return any(word.endswith(pronoun) and word.removesuffix(pronoun) in _words()["forces"] for pronoun in _PRONOUNS)


_PRONOUNS = ("ه", "ها", "هم", "نا")


def _outlet(report: Report) -> tuple[str, str]:
    """An outlet's own voice; a report that names no outlet speaks for itself alone."""
    name = report.document.outlet or ""
    return (f"outlet:{fold(name)}", name) if name else (f"outlet:{report.witness}", "the report")


def who(name: str, entity: str | None, report: Report, names: tuple[str, ...] = ()) -> Party:
    """Who a name is in a report: a spokesman is those for whom he speaks, a member of a party is on its side.

    ``names`` are other names of the report, in which a short name is looked up.
    """
    return _who(name, entity, report.day, names)


@lru_cache(1 << 16)
def _who(name: str, entity: str | None, day: date | None, names: tuple[str, ...]) -> Party:
    body, speaks = _represented(name)
    body = body or _army(name, names)
    if not body:
        return _whose(party(name, entity, day), day, names)
    full = next((one for one in names if one != name and _abridges(body, one)), body)
    behind = party(full, entity if speaks else None, day)
    if speaks or body in names:
        return behind
    own = party(name, entity, day)
    return replace(own, side=behind.side or own.side, kind=_member_kind(own, behind))


def _whose(own: Party, day: date | None, names: tuple[str, ...]) -> Party:
    """What the forces of a party do (مقاتلو الجبهة, طائرات الجيش) that party does, if the report or the register names it."""
    words = own.name.split()
    if own.key.startswith("entity:") or own.kind == "police" or (not names and len(words) < 2):
        return own
    if len(words) == 1:
        full = next((one for one in names if one != own.name and _abridges(own.name, one)), None)
        return party(full, None, day) if full else own
    if fold(words[0]) not in _words()["forces"]:
        return own
    rest = " ".join(words[1:])
    full = next((one for one in names if one == rest or _abridges(rest, one)), rest)
    behind = party(full, None, day)
    return behind if full != rest or rest in names or behind.key.startswith("entity:") else own


def _army(name: str, names: tuple[str, ...]) -> str:
    """The one army among the names of a report, for a military spokesman of whom it is not said whose he is; else empty."""
    cores = {analyse(word).core for word in name.split()[:3]}
    if not cores & _words()["speaks"] or not cores & _words()["military"]:
        return ""
    found = {one for one in names if one != name and _begins(one, _words()["army"])}
    return found.pop() if len(found) == 1 else ""


def _begins(name: str, forms: frozenset[str]) -> bool:
    words = name_words(name)
    return any(words[: len(form.split())] == tuple(form.split()) for form in forms)


def _member_kind(own: Party, behind: Party) -> str:
    """Somebody in a fighting party tells as that party does; an official of something that is no party stays what he is."""
    return behind.kind if behind.side and behind.kind else own.kind or behind.kind


@lru_cache(1 << 14)
def _represented(name: str) -> tuple[str, bool]:
    """For whom a name speaks, and whether he speaks for them or is only one of them; empty where it says neither."""
    words = name.split()
    cores = [fold(analyse(word).core) for word in words]
    table = _words()
    if cores and cores[0] in table["speaks"]:
        at = next((at for at, word in enumerate(words[: _MOST + 1]) if fold(word) in table["for"]), None)
        if at is not None:
            return _body(words[at + 1 :]), True
    if cores and cores[0] in table["member"]:
        at = next((at for at, word in enumerate(words[1:_MOST], 1) if fold(word) in table["in"]), None)
        if at is not None:
            return _body(words[at + 1 :]), False
    return "", False


@cache
def _words() -> dict[str, frozenset[str]]:
    """Class of the table of spokesmen → folded words."""
    found: dict[str, set[str]] = {}
    for row in load_table(language_folder("ar"), "spokesmen.tsv"):
        found.setdefault(row["class"], set()).update(map(fold, row.words("forms")))
    return {name: frozenset(words) for name, words in found.items()}


def _body(words: list[str]) -> str:
    """The name of a body, without the name of the person that follows it.

    It ends before a rank or title, and behind a word with the article that is followed by one without it.
    """
    taken: list[str] = []
    for word in words:
        found = analyse(word).find("source")
        titled = found is not None and getattr(found.sense.entry, "group", "") in ("rank", "title")
        ended = bool(taken) and _definite(taken[-1]) and not _definite(word) and fold(word) not in _words()["in"]
        if taken and (titled or ended):
            break
        taken.append(word)
    return " ".join(taken)


def _definite(word: str) -> bool:
    return fold(word).startswith("ال") and len(word) >= _DEFINITE


def _abridges(short: str, full: str) -> bool:
    """الغرفة may stand for غرفة طوارئ البلدة: one word with the article that the full name begins with."""
    if " " in short or " " not in full or not _definite(short):
        return False
    return _cut(short) == _cut(full)[:1]


@lru_cache(1 << 14)
def _cut(name: str) -> tuple[str, ...]:
    return name_words(name)
