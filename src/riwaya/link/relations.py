"""How the claims of an incident stand to each other: agree, differ, contradict, denies, admits, supersedes.

Each relation names the two pieces of evidence and the rule. Tellers with the same interval agree with the first of them;
intervals are compared once for each two that are different, so that a hundred tellers of one number make no ten thousand
pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from riwaya.link.accounts import interval, meet
from riwaya.link.claims import Claims
from riwaya.link.heard import Heard
from riwaya.link.standing import OWN_LOSSES, Sides, sides_of
from riwaya.model.incident import Account, Relation

ADMISSIONS = frozenset({"admit", "claim_responsibility"})
"""Acts with which somebody owns up to something."""


def relations_of(incident: str, claims: Claims, accounts: Sequence[Account]) -> tuple[Relation, ...]:
    """The relations between the claims of one incident, in canonical order."""
    sides = sides_of(claims)
    found = {*_between_figures(incident, accounts), *_replaced(incident, accounts)}
    found |= {*_denials(incident, claims), *_denied_figures(incident, claims, accounts)}
    found |= {*_admissions(incident, claims, sides), *_admitted_losses(incident, accounts)}
    return tuple(sorted(found, key=lambda one: (one.kind, one.one, one.rule, one.other)))


# --- figure against figure


def same_interval(one: Account, other: Account) -> str | None:
    """Two tellers give the same figure for the same quantity."""
    return "agree" if interval(one) == interval(other) else None


def intervals_meet(one: Account, other: Account) -> str | None:
    """The figures of two tellers for the same quantity have a number in common."""
    return "agree" if meet(interval(one), interval(other)) else None


def the_later_is_higher(one: Account, other: Account) -> str | None:
    """Two tellers give figures without a common number, the later one higher: the toll may have grown between them."""
    if one.since is None or other.since is None or one.since == other.since:
        return None
    early, late = (one, other) if one.since < other.since else (other, one)
    return "differ" if early.high is not None and late.low is not None and late.low > early.high else None


def undated_figures(one: Account, other: Account) -> str | None:
    """Two tellers give figures without a common number, and it is not known which came first."""
    return "differ" if one.since is None or other.since is None else None


def no_common_number(one: Account, other: Account) -> str | None:
    """Two tellers give figures for the same quantity that cannot both be right: no toll shrinks."""
    return "contradict" if one.originator != other.originator else None


def two_figures_of_one_teller(one: Account, other: Account) -> str | None:
    """One teller gives two figures for the same quantity, and nothing says which replaces the other."""
    return "contradict"


FIGURE_RULES: tuple[Callable[[Account, Account], str | None], ...] = (
    same_interval,
    intervals_meet,
    the_later_is_higher,
    undated_figures,
    no_common_number,
    two_figures_of_one_teller,
)
"""How two current figures of one quantity stand to each other; the first rule that answers decides."""


def compared(one: Account, other: Account) -> tuple[str, str]:
    """The kind of relation between two figures of one quantity, and the rule."""
    for rule in FIGURE_RULES:
        kind = rule(one, other)
        if kind is not None:
            return kind, rule.__name__
    raise AssertionError("the last rule always answers")


def groups(accounts: Iterable[Account]) -> list[list[Account]]:
    """Current figures by quantity: those that are compared with each other."""
    found: dict[object, list[Account]] = {}
    for one in accounts:
        if one.status == "current" and one.scope == "incident" and interval(one) != (None, None):
            found.setdefault(one.quantity, []).append(one)
    return list(found.values())


def _between_figures(incident: str, accounts: Sequence[Account]) -> Iterator[Relation]:
    for group in groups(accounts):
        heads: dict[object, Account] = {}
        for one in group:
            head = heads.setdefault(interval(one), one)
            if head is not one:
                yield Relation(incident, "agree", head.evidence[0], one.evidence[0], same_interval.__name__)
        different = list(heads.values())
        for at, one in enumerate(different):
            for other in different[at + 1 :]:
                kind, rule = compared(one, other)
                yield Relation(incident, kind, one.evidence[0], other.evidence[0], rule)


def _replaced(incident: str, accounts: Sequence[Account]) -> Iterator[Relation]:
    """The last word of a teller supersedes each of his earlier figures for the same quantity."""
    last: dict[object, Account] = {}
    for one in accounts:
        if one.status in ("current", "cumulative"):
            last[one.originator, one.quantity, one.scope] = one
    for one in accounts:
        newer = last.get((one.originator, one.quantity, one.scope))
        if one.status == "superseded" and newer is not None:
            yield Relation(incident, "supersedes", newer.evidence[0], one.evidence[0], one.because)


# --- denials and admissions


def denies_the_event(denial: Heard, claim: Heard) -> bool:
    """Somebody says that it did not happen, or that he did not do it; somebody else says that it did.

    What a claimant says of the deeds of his own side is not what the other side denies of its own.
    """
    same = denial.type == claim.type
    others = denial.teller.key != claim.teller.key and not _of_one_side(denial, claim)
    return same and others and not _tells_of_himself(claim)


def _tells_of_himself(claim: Heard) -> bool:
    """Whether somebody tells of a deed of his own side."""
    return claim.actor is not None and bool(claim.teller.side) and claim.actor.side == claim.teller.side


def _of_one_side(one: Heard, other: Heard) -> bool:
    return bool(one.teller.side) and one.teller.side == other.teller.side


def _denials(incident: str, claims: Claims) -> Iterator[Relation]:
    """The first denial of each who denies, beside the first claim of each who says the opposite."""
    for denial in {one.teller.key: one for one in reversed(claims.denied)}.values():
        first: dict[str, Heard] = {}
        for claim in claims.affirmed:
            if denies_the_event(denial, claim):
                first.setdefault(claim.teller.key, claim)
        for claim in first.values():
            yield Relation(incident, "denies", denial.id, claim.id, denies_the_event.__name__)


def denies_the_figure(low: int | None, high: int | None, account: Account) -> bool:
    """What is denied has a figure, and somebody else's figure for the same kind of harm has a number in common with it."""
    return meet((low, high), interval(account))


def _denied_figures(incident: str, claims: Claims, accounts: Sequence[Account]) -> Iterator[Relation]:
    for denial in claims.denied:
        for figure in denial.figures:
            for account in accounts:
                if account.quantity.kind != figure.quantity.kind or account.originator == denial.teller.key:
                    continue
                if account.status == "current" and denies_the_figure(figure.low, figure.high, account):
                    yield Relation(incident, "denies", figure.id, account.evidence[0], denies_the_figure.__name__)


def admits_the_deed(admission: Heard, claim: Heard) -> bool:
    """Somebody who is said to have done it says so himself; somebody else had said so of him."""
    same = admission.type == claim.type and admission.teller.key != claim.teller.key
    return same and not _of_one_side(admission, claim)


def owns_up(heard: Heard, sides: Sides) -> bool:
    """Whether an event is told in an admission by somebody who is said to have done it."""
    return heard.act in ADMISSIONS and bool(({heard.teller.key, heard.teller.side} - {""}) & sides.accused)


def _admissions(incident: str, claims: Claims, sides: Sides) -> Iterator[Relation]:
    """The first admission of each who owns up, beside the first claim of each other teller."""
    for admission in {one.teller.key: one for one in reversed(claims.affirmed) if owns_up(one, sides)}.values():
        first: dict[str, Heard] = {}
        for claim in claims.affirmed:
            if admits_the_deed(admission, claim):
                first.setdefault(claim.teller.key, claim)
        for claim in first.values():
            yield Relation(incident, "admits", admission.id, claim.id, admits_the_deed.__name__)


def admits_its_losses(own: Account, account: Account) -> bool:
    """A side tells of its own losses in an admission; somebody else gives a figure for them too."""
    return own.originator != account.originator and own.quantity == account.quantity


def _admitted_losses(incident: str, accounts: Sequence[Account]) -> Iterator[Relation]:
    for group in groups(accounts):
        for own in group:
            if own.act not in ADMISSIONS and own.ground not in OWN_LOSSES:
                continue
            first: dict[str, Account] = {}
            for account in group:
                if admits_its_losses(own, account):
                    first.setdefault(account.originator, account)
            for account in first.values():
                yield Relation(incident, "admits", own.evidence[0], account.evidence[0], admits_its_losses.__name__)
