"""What people decide: a row with its kind, subjects, user and reason; taken back by a row of its own, never deleted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, Table, exists, func, insert, select

from riwaya.ledger.codec import digest
from riwaya.ledger.log import Pen, now
from riwaya.ledger.schema import CAPTURE, DECISION, DOCUMENT, EVENT, FIGURE, READING, RUN, STATEMENT, SUBJECT, WITHDRAWAL
from riwaya.model.errors import LedgerError
from riwaya.model.ids import make_id
from riwaya.model.kept import Decision

DECISIONS = {
    "same": "these events are one incident",
    "different": "these events are not one incident",
    "unsure": "looked at, and it cannot be said whether these are one incident",
    "repeat": "the first figure repeats the second: they are not added",
    "accept": "what the machine suggests here is right",
    "reject": "what the machine suggests here is wrong",
    "note": "a remark",
}
"""What a decision can say of its subjects, in their order."""

TABLES: dict[str, Table] = {
    "doc": DOCUMENT,
    "cap": CAPTURE,
    "read": READING,
    "stmt": STATEMENT,
    "event": EVENT,
    "fig": FIGURE,
    "dec": DECISION,
    "run": RUN,
}
"""Where the things are that an id names, by what stands before its hyphen."""


def known(connection: Connection, identity: str) -> bool:
    """Whether the ledger holds what an id names."""
    table = TABLES.get(identity.partition("-")[0])
    return table is not None and connection.execute(select(exists().where(table.c.id == identity))).scalar_one()


def full_id(connection: Connection, beginning: str) -> str:
    """The id that begins so. Raises LedgerError where there is none, or more than one."""
    prefix, hyphen, _ = beginning.partition("-")
    if not hyphen or prefix not in TABLES:
        raise LedgerError(f"{beginning!r} is no id: ids begin with {', '.join(f'{one}-' for one in TABLES)}")
    column = TABLES[prefix].c.id
    query = select(column).where(column.startswith(beginning, autoescape=True)).distinct().limit(2)
    found = list(connection.execute(query).scalars())
    if len(found) != 1:
        raise LedgerError(f"{beginning}: {'nothing has this id' if not found else 'several ids begin so: give more of it'}")
    return str(found[0])


def decide(connection: Connection, kind: str, subjects: Sequence[str], user: str, reason: str) -> Decision:
    """Keep a decision. Raises LedgerError on an unknown kind or subject, and where user or reason is missing."""
    if kind not in DECISIONS:
        raise LedgerError(f"no decision {kind!r}: use one of {', '.join(DECISIONS)}")
    _answered_for(user, reason)
    unknown = [one for one in subjects if not known(connection, one)]
    if unknown or not subjects:
        raise LedgerError(f"nothing has the id {unknown[0]}" if unknown else "a decision needs the id of what it is about")
    pen, made = Pen(connection, user=user), now()
    identity = make_id("dec", kind, list(subjects), user, reason, made, pen.seq)
    after = decision_hash(identity, kind, subjects, user, reason, made)
    seq = pen.add("decide", identity, detail={"kind": kind, "of": list(subjects), "reason": reason}, after=after)
    pen.flush()
    number = (connection.execute(select(func.max(DECISION.c.number))).scalar() or 0) + 1
    row = {"number": number, "id": identity, "kind": kind, "user": user, "reason": reason, "made": made, "seq": seq}
    connection.execute(insert(DECISION).values(row))
    connection.execute(insert(SUBJECT), [{"decision": number, "place": at, "id": one} for at, one in enumerate(subjects)])
    return Decision(identity, kind, tuple(subjects), user, reason, made, seq)


def withdraw(connection: Connection, identity: str, user: str, reason: str) -> None:
    """Take a decision back. Raises LedgerError where there is none, or it was taken back before."""
    _answered_for(user, reason)
    row = connection.execute(select(DECISION.c.number, DECISION.c.seq).where(DECISION.c.id == identity)).first()
    if row is None:
        raise LedgerError(f"{identity}: no such decision")
    if connection.execute(select(WITHDRAWAL.c.decision).where(WITHDRAWAL.c.decision == row.number)).first():
        raise LedgerError(f"{identity}: was withdrawn before")
    pen, made = Pen(connection, user=user), now()
    after = withdrawal_hash(identity, user, reason, made)
    seq = pen.add("withdraw", identity, detail={"reason": reason}, after=after)
    pen.flush()
    values = {"decision": row.number, "user": user, "reason": reason, "made": made, "seq": seq}
    connection.execute(insert(WITHDRAWAL).values(values))


def decisions(connection: Connection, *, standing: bool = True, subject: str | None = None, since: int = 0) -> Iterator[Decision]:
    """The decisions in their order: those that stand, or all; about one thing, or all; made or withdrawn behind ``since``."""
    back = WITHDRAWAL.c
    query = (
        select(
            DECISION, back.made.label("undone"), back.user.label("undoer"), back.reason.label("undone_for"), back.seq.label("late")
        )
        .join(WITHDRAWAL, back.decision == DECISION.c.number, isouter=True)
        .order_by(DECISION.c.number)
    )
    if standing:
        query = query.where(back.decision.is_(None))
    if subject is not None:
        query = query.where(exists().where(SUBJECT.c.decision == DECISION.c.number, SUBJECT.c.id == subject))
    if since:
        query = query.where((DECISION.c.seq > since) | (back.seq > since))
    for row in connection.execute(query).all():
        chosen = select(SUBJECT.c.id).where(SUBJECT.c.decision == row.number).order_by(SUBJECT.c.place)
        subjects = tuple(connection.execute(chosen).scalars())
        undone = row.undone, row.undoer, row.undone_for
        yield Decision(row.id, row.kind, subjects, row.user, row.reason, row.made, row.seq, *undone)


def decision_hash(identity: str, kind: str, subjects: Sequence[str], user: str, reason: str, made: str) -> str:
    """What the log says of a decision."""
    return digest("decision", identity, kind, list(subjects), user, reason, made)


def withdrawal_hash(identity: str, user: str, reason: str, made: str) -> str:
    """What the log says of a withdrawal."""
    return digest("withdrawal", identity, user, reason, made)


def _answered_for(user: str, reason: str) -> None:
    if not user.strip():
        raise LedgerError("a decision needs the name of who makes it")
    if not reason.strip():
        raise LedgerError("a decision needs a reason: say in a few words why")
