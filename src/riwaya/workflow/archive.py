"""``riwaya.Ledger``: the ledger with ingest, reread and link as methods."""

from __future__ import annotations

from collections import Counter
from html import escape
from pathlib import Path

from riwaya.ledger.ledger import Ledger as Kept
from riwaya.sources.options import Options
from riwaya.workflow.ingest import Settings, ingest
from riwaya.workflow.link import link
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

    def _repr_html_(self) -> str:
        held = self.summary()
        rows = "".join(f"<tr><th>{name}</th><td>{getattr(held, name)}</td></tr>" for name in held.__slots__)
        return f"<table><caption>{escape(self.address)}</caption>{rows}</table>"
