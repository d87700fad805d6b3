"""``riwaya.Ledger``: the ledger with ingest, reread and link as methods."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

from riwaya.ledger.ledger import Ledger as Kept
from riwaya.model.kept import Custody, Fault
from riwaya.model.textmap import TextMap
from riwaya.sources.options import Options
from riwaya.workflow.ingest import Settings, ingest
from riwaya.workflow.link import link
from riwaya.workflow.origin import mapped, unplaced, with_places
from riwaya.workflow.reread import reread


class Ledger(Kept):
    """A ledger of reports and claims: a path (an SQLite file, with the bytes in ``<path>.raw`` beside it) or a URL.

    ``Ledger("news.db").ingest("reports/")`` is all it takes; ``riwaya.ledger.ledger.Ledger`` tells of the rest.
    """

    def ingest(
        self, *sources: str | Path, options: Options | None = None, actors: Path | None = None, jobs: int = 1
    ) -> Counter[str]:
        """Take in files, folders, feeds, pages and archives; how many reports were new, a sighting, refused …

        ``options`` say how sources are taken (``riwaya.sources.options``), ``actors`` is a table of your own actors,
        ``jobs`` how many processes read. Safe to repeat and to interrupt.
        """
        return ingest(self, map(str, sources), Settings(options or Options(), actors, jobs))

    def reread(self, *, actors: Path | None = None, jobs: int = 1) -> Counter[str]:
        """Read every text with the present rules; the earlier readings stay. ``changes()`` then says what is different."""
        return reread(self, Settings(actors=actors, jobs=jobs))

    def link(self, *, anew: bool = False) -> Counter[str]:
        """Find the reports of the same incidents, or bring them up to date (``riwaya.workflow.link``)."""
        return link(self, anew=anew)

    def text_map(self, document: str) -> TextMap | None:
        """Where each character of the text layer with this id stands in its bytes (``raw`` gives them).

        None where the bytes are missing or changed, or the layer is of a kind that nobody knows. Raises LedgerError where
        there is no such document.
        """
        found = mapped(self, super().custody(document).document.id)
        return found[0] if found else None

    def custody(self, identity: str) -> Custody:
        """The whole way of a claim or document, by its id or the beginning of it, each piece of evidence with its bytes."""
        return with_places(self, super().custody(identity))

    def verify(self, pinned: str = "", tell: Callable[[str], object] = str) -> Iterator[Fault]:
        """Everything that is not as it was; nothing is the normal answer.

        ``pinned`` is a head of the log kept elsewhere; ``tell`` is given the name of each check as it begins.
        """
        yield from super().verify(pinned, tell)
        tell("evidence in the bytes")
        yield from unplaced(self)

    def _repr_html_(self) -> str:
        held = self.summary()
        rows = "".join(f"<tr><th>{name}</th><td>{getattr(held, name)}</td></tr>" for name in held.__slots__)
        return f"<table><caption>{escape(self.address)}</caption>{rows}</table>"
