"""The reader: a document in, its statements and events out."""

from __future__ import annotations

from pathlib import Path

from riwaya.model.document import Document
from riwaya.model.event import Event, Mention
from riwaya.model.reading import Reading
from riwaya.read.clauses.entities import entity_of
from riwaya.read.events import find_claims
from riwaya.read.figures.figures import figure
from riwaya.read.grammar import Grammar, Range, understand
from riwaya.read.joining.anchors import is_anchored
from riwaya.read.statements import find_statements
from riwaya.read.telling.claims import Claim


def read_document(document: Document, actors: Path | None = None) -> Reading:
    """The reading of one document; every span in it stands exactly where it says.

    ``actors`` is a table of the user's own actors, which wins over the one that comes with Riwaya.
    """
    grammar = understand(document, actors)
    told = find_statements(grammar)
    claims = find_claims(grammar, told)
    statements = tuple(one.statement for one in told)
    return Reading(document, statements, tuple(_event(grammar, claim) for claim in claims))


def _event(grammar: Grammar, claim: Claim) -> Event:
    return Event(
        trigger=grammar.span((claim.mark.index, claim.mark.end)),
        type=claim.mark.entry.type,
        rule=claim.rule,
        mode=claim.mark.entry.mode or None,
        statement=claim.statement,
        actor=_mention(grammar, claim.roles.actor),
        target=_mention(grammar, claim.roles.target),
        place=claim.place.place if claim.place else None,
        date=claim.date.when if claim.date else None,
        figures=tuple(figure(grammar, one) for one in claim.figures),
        negated=claim.negated,
        modality=claim.modality,
        anchored=is_anchored(grammar, claim),
    )


def _mention(grammar: Grammar, where: Range | None) -> Mention | None:
    if where is None:
        return None
    span = grammar.span(where)
    return Mention(span, span.text, entity_of(grammar, where))
