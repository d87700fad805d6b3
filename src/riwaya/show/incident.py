"""One incident whole, for a terminal: its accounts side by side, how the claims stand, tolls with their rules, why it is one.

Figures are numbered; below, a claim is named by that number. Arabic stands last on its line and apart from what is before it.
Rows of tables begin with one blank, so that they are not broken where the terminal is narrow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from riwaya.model.incident import Account, Grade, Incident, Relation, Toll
from riwaya.show.linked import Reasons, head_lines, number, quantity_words
from riwaya.show.table import clean, isolated, line

_COLUMNS = (("figure", 15), ("since", 10), ("act", 7), ("class", 5), ("status", 10), ("in", 2))
"""The columns of a table of accounts between number and teller, with their widths; ``in`` is in how many reports it stands."""

_ACTS = {"claim_responsibility": "claim"}


class Compared(Protocol):
    """An incident with all that comparing its claims found (``riwaya.workflow.answers.Whole``)."""

    @property
    def incident(self) -> Incident: ...  # noqa: D102 as named
    @property
    def accounts(self) -> tuple[Account, ...]: ...  # noqa: D102
    @property
    def relations(self) -> tuple[Relation, ...]: ...  # noqa: D102
    @property
    def tolls(self) -> tuple[Toll, ...]: ...  # noqa: D102
    @property
    def grade(self) -> Grade | None: ...  # noqa: D102
    @property
    def quotes(self) -> Mapping[str, str]: ...  # noqa: D102
    @property
    def tellers(self) -> Mapping[str, str]: ...  # noqa: D102


def whole_lines(found: Compared, reasons: Reasons, why: bool = False) -> str:
    """One incident whole; ``why`` adds the steps behind each toll and what joined its events, pair by pair."""
    out = [head_lines(found.incident)]
    out += account_lines(found, reasons)
    out += ["\nclasses of tellers\n", *_class_lines(found.accounts, reasons)] if found.accounts else []
    out += ["\nhow the claims stand\n", *relation_lines(found, reasons)] if found.relations else []
    out += ["\n", *_grade_lines(found.grade, found.tellers)] if found.grade else []
    out += ["\ntolls: what is reported, never confirmed\n", *_toll_lines(found.tolls, why)] if found.tolls else []
    out += why_lines(found.incident, why)
    return "".join(out)


# --- accounts


def account_lines(found: Compared, reasons: Reasons) -> Iterator[str]:
    """A table of accounts for each quantity, and below it the words behind each figure and why it has its status."""
    numbered = list(enumerate(found.accounts, 1))
    for quantity in dict.fromkeys(one.quantity for one in found.accounts):
        mine = [(at, one) for at, one in numbered if one.quantity == quantity]
        yield f"\n{quantity_words(quantity)}\n"
        yield "      " + " ".join(f"{name:<{width}}" for name, width in _COLUMNS) + " teller\n"
        yield from (_account_line(at, one) for at, one in mine)
        for at, one in mine:
            yield from _words(at, one, found.quotes, reasons)


def _account_line(at: int, one: Account) -> str:
    status = one.scope if one.status == "cumulative" else one.status
    act = _ACTS.get(one.act, one.act)
    cells = (number(one.low, one.high), str(one.since or "no day"), act, str(one.standing), status, str(len(one.documents)))
    row = " ".join(f"{cell:<{width}}" for cell, (_, width) in zip(cells, _COLUMNS, strict=True))
    return f" {f'[{at}]':<4} {row} {isolated(clean(one.name))}\n"


def _words(at: int, one: Account, quotes: Mapping[str, str], reasons: Reasons) -> Iterator[str]:
    if one.evidence[0] in quotes:
        yield line(f"[{at}] words", quotes[one.evidence[0]])
    yield line("  evidence", one.evidence[0] + (f" and {len(one.evidence) - 1} more" if len(one.evidence) > 1 else ""))
    if one.because:
        yield line("  because", reasons.get(one.because, one.because))


def _class_lines(accounts: Sequence[Account], reasons: Reasons) -> Iterator[str]:
    """What the classes of the accounts mean, each rule once."""
    for standing, ground in sorted({(one.standing, one.ground) for one in accounts}):
        yield line(f"class {standing}", reasons.get(ground, ground))


# --- how the claims stand


def relation_lines(found: Compared, reasons: Reasons) -> Iterator[str]:
    """How the claims stand to each other, with the pair of evidence.

    What one claim has to do with several others by one rule stands under it.
    """
    figures = {identity: (at, one) for at, one in enumerate(found.accounts, 1) for identity in one.evidence}
    last = ("", "", "")
    for one in found.relations:
        if (one.kind, one.one, one.rule) != last:
            last = (one.kind, one.one, one.rule)
            yield _claim_line(one.kind, one.one, figures, found.tellers)
            yield line("  because", reasons.get(one.rule, one.rule))
        yield _claim_line("  beside", one.other, figures, found.tellers)


def _claim_line(label: str, identity: str, figures: Mapping[str, tuple[int, Account]], tellers: Mapping[str, str]) -> str:
    """A claim on one line: the number of a figure and what it says, else the id; then who tells it."""
    if identity in figures:
        at, account = figures[identity]
        said = f"[{at}] {number(account.low, account.high)}"
    else:
        said = identity
    return f"  {label:<11} {said} {isolated(clean(tellers.get(identity, '')))}".rstrip() + "\n"


def _grade_lines(grade: Grade | None, tellers: Mapping[str, str]) -> Iterator[str]:
    """The grade that is suggested, its rule and what it rests on."""
    if grade is not None:
        yield f"suggested grade: {grade.suggestion}\n"
        yield line("rule", grade.rule)
        yield from (line("rests on", one) for one in grade.why)


# --- tolls and joins


def _toll_lines(tolls: Sequence[Toll], why: bool) -> Iterator[str]:
    """The numbers of every view side by side, then the rule of each, and with ``why`` the steps of every toll."""
    yield f" {'view':<16} {'low':>6} {'best':>6} {'high':>6}  of\n"
    for one in tolls:
        high = "open" if one.high is None and one.low is not None else _cell(one.high)
        yield f" {one.view:<16} {_cell(one.low):>6} {_cell(one.best):>6} {high:>6}  {quantity_words(one.quantity)}\n"
    for view, rule in dict.fromkeys((one.view, one.rule) for one in tolls):
        yield line(view, rule)
    for one in tolls if why else ():
        yield f"\n  {one.view}, {quantity_words(one.quantity)}\n"
        yield from (line("step", step) for step in one.why)
        yield line("evidence", " ".join(one.evidence))


def _cell(value: int | None) -> str:
    return "" if value is None else str(value)


def why_lines(incident: Incident, whole: bool) -> Iterator[str]:
    """Why events are one incident: pair by pair, what speaks for and against it; else where to read it."""
    if incident.why and not whole:
        yield "\n" + line("why", f"riwaya incident {incident.id} --why says what joined its events, and how each toll came about")
    pair = ("", "")
    for join in incident.why if whole else ():
        if pair == ("", ""):
            yield "\nwhy these events are one incident\n"
        if (join.one, join.other) != pair:
            pair = (join.one, join.other)
            yield f"  {join.one} {join.other}\n"
        yield line(f"  {join.score:+.1f}", join.sentence)
