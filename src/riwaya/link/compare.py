"""Everything that is said of one incident, in one go: accounts, relations, tolls, the suggested grade, records of the tellers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from riwaya.link.accounts import NO_CHOICES, Choices, accounts_of
from riwaya.link.claims import claims_of
from riwaya.link.grades import grade
from riwaya.link.records import records_of
from riwaya.link.relations import relations_of
from riwaya.link.tellers import Tellers
from riwaya.link.views import DEFAULT, Profile, tolls
from riwaya.model.incident import Account, Grade, Relation, SourceRecord, Told, Toll


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing the claims of one incident gives."""

    accounts: tuple[Account, ...]
    relations: tuple[Relation, ...]
    tolls: tuple[Toll, ...]
    grade: Grade | None
    records: tuple[SourceRecord, ...]


def compare(
    incident: str,
    told: Iterable[Told],
    chosen: Choices = NO_CHOICES,
    known: Tellers | None = None,
    profile: Profile = DEFAULT,
) -> Compared:
    """Compare the events of the incident with this id; their order makes no difference.

    ``chosen`` is what people decided about figures (``accounts.choices``), ``known`` the tellers of the reports where all
    their statements are at hand (``tellers.tellers``): short names are then found in full.
    """
    claims = claims_of(told, known)
    accounts = accounts_of(incident, claims, chosen)
    relations = relations_of(incident, claims, accounts)
    contested = any(one.kind == "denies" for one in relations)
    return Compared(
        accounts,
        relations,
        tolls(accounts, contested=contested, profile=profile),
        grade(incident, claims, accounts, relations),
        records_of(incident, claims, accounts),
    )
