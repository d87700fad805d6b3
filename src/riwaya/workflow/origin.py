"""Where the words of claims stand in the bytes that were kept: the ledger's bytes, the map of the sources."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from riwaya.ledger.ledger import Ledger
from riwaya.model.evidence import Part, event_parts, statement_parts
from riwaya.model.kept import Custody, Fault, KeptEvent, KeptStatement, Original
from riwaya.model.textmap import TextMap
from riwaya.sources.bytemap import text_map

Found = tuple[TextMap, bytes]


def mapped(ledger: Ledger, document: str) -> Found | None:
    """The map of the text layer with this id and its bytes, None where these are not what they were, or nobody knows the kind
    of layer."""
    found = next(ledger.originals(document), None)
    return None if found is None else _mapped(found)


def _mapped(one: Original) -> Found | None:
    if one.content is None or hashlib.sha256(one.content).hexdigest() != one.raw:
        return None
    found = text_map(one.content, one.layer, one.document, one.capture)
    return None if found is None else (found, one.content)


def with_places(ledger: Ledger, found: Custody) -> Custody:
    """The way of a claim with each piece of its evidence in the bytes."""
    place = mapped(ledger, found.document.id)
    if place is None:
        return found
    evidence = tuple(tuple(place[0].placed(*part, place[1]) for part in _parts(one)) for one in found.claims)
    return replace(found, map=place[0], evidence=evidence)


def _parts(claim: KeptStatement | KeptEvent) -> Iterator[Part]:
    return statement_parts(claim.statement) if isinstance(claim, KeptStatement) else event_parts(claim.event)


def unplaced(ledger: Ledger) -> Iterator[Fault]:
    """Evidence whose bytes do not give its words. Bytes that are missing or changed are told of elsewhere."""
    for one in ledger.originals():
        place = _mapped(one)
        if place is not None and not place[0].whole:
            yield from _unplaced(ledger, one, *place)


def _unplaced(ledger: Ledger, one: Original, place: TextMap, raw: bytes) -> Iterator[Fault]:
    for reading, _ in Ledger.custody(ledger, one.id).readings:
        for claim in Ledger.custody(ledger, reading).claims:
            for name, span in _parts(claim):
                fault = place.placed(name, span, raw).fault
                if fault:
                    yield Fault(claim.id, f"{name} {span.start}:{span.end} in {one.id} has no bytes in {one.raw}: {fault}")
