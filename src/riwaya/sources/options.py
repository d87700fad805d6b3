"""What a caller may set, and the caps that keep hostile input small."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache

from riwaya.version import __version__

MIB = 2**20

EXTRACTOR_NAMES = ("trafilatura", "resiliparse")
"""Who can find the main text of a page."""

_LONGEST_REASON = 400


class Refused(ValueError):
    """Something that is not taken; the message says why and what to do in one line, and the caller adds where."""

    def __init__(self, why: str) -> None:
        super().__init__(printable(why)[:_LONGEST_REASON])


def printable(text: str) -> str:
    """Words from an input as one line that a terminal can be given: no control characters, no signs of direction."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in " ".join(text.split()))


@contextmanager
def library(what: str) -> Iterator[None]:
    """Around what a library does with hostile input: whatever it raises is the refusal of that input.

    Raises Refused.
    """
    try:
        yield
    except Refused:
        raise
    except Exception as error:
        raise Refused(f"{what} cannot be taken apart ({type(error).__name__}: {str(error)[:120]})") from error


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps on what one source may cost: sizes in bytes, times in seconds."""

    report: int = 16 * MIB
    """One report: a page, a text file, a record, a line, a row, an entry of a feed."""
    file: int = 256 * MIB
    """A file that has to be held whole."""
    feed: int = 64 * MIB
    entries: int = 10_000
    """Entries of one feed."""
    members: int = 100_000
    """Files in one folder's archive (zip, WACZ)."""
    expanded: int = 2**36
    """What one compressed file may expand to in all."""
    ratio: int = 200
    """How many times its size a compressed piece may expand to, once it is larger than a report."""
    faults: int = 1_000
    """Broken records after which an archive is left."""
    elements: int = 20_000
    """HTML elements of one page."""
    redirects: int = 5
    seconds: float = 60.0
    """One fetch, redirects included, from the first connection to the last byte."""


@dataclass(frozen=True, slots=True)
class Options:
    """How sources are taken.

    ``published`` and ``outlet`` stand in where a report states none. ``fields`` renames columns, as
    ``(("published", "date_extracted"),)``. ``follow`` fetches the pages that a feed's entries link to, with ``pause``
    seconds between them. ``domains`` are the only ones that may be fetched from (all, if empty); ``networks`` are
    addresses that may be fetched from although they are not public (``10.1.0.0/16``). ``extractor`` is one of
    ``EXTRACTOR_NAMES``. ``now`` fixes the time of capture, for runs that must be repeatable.
    """

    published: date | None = None
    outlet: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    follow: bool = False
    pause: float = 0.5
    domains: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    extractor: str = "trafilatura"
    now: datetime | None = None
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        """Raises ValueError where a network is none, or the extractor is unknown."""
        for network in self.networks:
            ipaddress.ip_network(network)
        if self.extractor not in EXTRACTOR_NAMES:
            raise ValueError(f"{self.extractor!r} is no extractor: take one of {', '.join(EXTRACTOR_NAMES)}")

    def time(self) -> datetime:
        """The time of capture, aware and in UTC."""
        return (self.now or datetime.now(UTC)).astimezone(UTC)


def size(count: int) -> str:
    """A number of bytes for people: ``16 MiB``."""
    for unit, power in (("GiB", 2**30), ("MiB", MIB), ("KiB", 2**10)):
        if count >= power:
            return f"{count / power:.4g} {unit}"
    return f"{count} bytes"


@cache
def package_version(name: str) -> str:
    """The installed version of a package."""
    from importlib.metadata import version  # noqa: PLC0415 - 10 ms of every start, for what a start does not need

    return version(name)


def tool(kind: str) -> str:
    """The tool that a capture record names: ``riwaya 0.1.0 feed``."""
    return f"riwaya {__version__} {kind}"
