"""Everything that is said of one incident, in one go: accounts, relations, tolls, the suggested grade, records of the tellers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from riwaya.link.accounts import NO_CHOICES, Choices, accounts_of
from riwaya.link.claims import claims_of
from riwaya.link.grades import grade
from riwaya.link.heard import Heard
from riwaya.link.records import records_of
from riwaya.link.relations import relations_of
from riwaya.link.views import DEFAULT, Profile, tolls
from riwaya.model.incident import Account, Grade, Relation, SourceRecord, Toll


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing the claims of one incident gives."""

    accounts: tuple[Account, ...]
    relations: tuple[Relation, ...]
    tolls: tuple[Toll, ...]
    grade: Grade | None
    records: tuple[SourceRecord, ...]


def compare(incident: str, heard: Iterable[Heard], chosen: Choices = NO_CHOICES, profile: Profile = DEFAULT) -> Compared:
    """Compare the events of the incident with this id (``heard.hear`` makes them); their order makes no difference.

    ``chosen`` is what people decided about figures (``accounts.choices``).
    """
    claims = claims_of(heard)
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
