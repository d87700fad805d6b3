"""Zip files: WACZ archives with their WARCs, and folders of reports that somebody has packed.

Nothing is unpacked to disk under a name from the archive (R36): members are read in place, their names are only words.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import IO, BinaryIO, cast

from riwaya.model.capture import Item, Refusal
from riwaya.sources.arrival import Arrival
from riwaya.sources.options import Limits, Options, Refused, printable, size

Members = Callable[[Arrival, Options], Iterator[Item | Refusal]]

_OUTSIDE = re.compile(r"^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)")
_LONGEST_NAME = 200
_CHUNK = 1_048_576
_ERRORS = (Refused, zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError)


def zip_items(arrival: Arrival, options: Options, read: Members) -> Iterator[Item | Refusal]:
    """The reports of a zip file: each member by ``read``, which knows the kinds. A WACZ gives those of its WARCs.

    A member that is broken, a bomb, encrypted, or named to lead outside, loses no other.
    """
    try:
        with arrival.open() as stream:
            _check_directory(stream, options.limits)
            with _opened(stream) as archive:
                yield from _Zip(arrival, options, read, archive).items()
    except _ERRORS as error:
        yield Refusal(arrival.where(), str(error) if isinstance(error, Refused) else f"no zip file that can be read ({error})")


def _opened(stream: BinaryIO) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(stream)
    except (ValueError, IndexError, LookupError, struct.error) as error:
        raise Refused(f"no zip file that can be read ({error}): fetch or copy it again") from error


class _Zip:
    """One open zip file."""

    def __init__(self, arrival: Arrival, options: Options, read: Members, archive: zipfile.ZipFile) -> None:
        self._arrival = arrival
        self._options = options
        self._read = read
        self._archive = archive
        self._members = [info for info in archive.infolist() if not info.filename.endswith("/") and not _is_litter(info.filename)]
        if len(self._members) > options.limits.members:
            raise Refused(f"more than {options.limits.members:,} files in it: pack them in smaller archives")
        if sum(info.file_size for info in self._members) > options.limits.expanded:
            raise Refused(f"expands to more than {size(options.limits.expanded)}: pack its files in smaller archives")
        self._digests = self._stated_digests()

    def items(self) -> Iterator[Item | Refusal]:
        """What the members hold, in the archive's order."""
        members = self._members
        if self._digests is not None:
            members = [info for info in members if _OUTSIDE.search(info.filename) or _is_warc(info.filename)]
            if not members:
                yield Refusal(self._arrival.where(), "a WACZ without a WARC under archive/: nothing to read")
        for info in members:
            name = _label(info.filename)
            try:
                self._check(info)
                with self._seekable(info) as opened:
                    capture = replace(self._arrival.capture, final=f"{self._arrival.capture.final}, {name}")
                    prefix = self._arrival.part(name)
                    member = Arrival(f"{self._arrival.name}, {name}", capture, opened, info.file_size, prefix)
                    yield from self._read(member, self._options)
            except _ERRORS as error:
                why = str(error) if isinstance(error, Refused) else f"cannot be read ({error}): the archive is damaged"
                yield Refusal(self._arrival.where(name), why)

    def _check(self, info: zipfile.ZipInfo) -> None:
        """Raises Refused where a member must not be opened, or is not what the archive says it is."""
        limits = self._options.limits
        if _OUTSIDE.search(info.filename):
            raise Refused("a name that leads outside of the archive: left out")
        if info.flag_bits & 1:
            raise Refused("encrypted: pack it without a password")
        if info.file_size > limits.report and info.file_size > limits.ratio * max(1, info.compress_size):
            raise Refused(f"expands to more than {limits.ratio} times its size: a bomb, or no report")
        stated = (self._digests or {}).get(info.filename)
        if stated is not None and self._digest(info) != stated:
            raise Refused("does not have the SHA-256 that datapackage.json gives it: altered or damaged since it was made")

    @contextmanager
    def _seekable(self, info: zipfile.ZipInfo) -> Iterator[Callable[[], BinaryIO]]:
        """How to open a member from its start; one that is compressed and read back and forth is spooled first."""
        if info.compress_type == zipfile.ZIP_STORED or not info.filename.endswith(_BACK_AND_FORTH):
            yield lambda: cast(BinaryIO, self._archive.open(info))
            return
        if info.file_size > self._options.limits.file:
            raise Refused(f"compressed inside the archive and larger than {size(self._options.limits.file)}: store it uncompressed")
        with tempfile.TemporaryFile() as spool:
            with self._archive.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    spool.write(chunk)
            yield lambda: cast(BinaryIO, _Rewound(spool))

    def _digest(self, info: zipfile.ZipInfo) -> str:
        with self._archive.open(info) as stream:
            return hashlib.file_digest(cast(io.BufferedReader, stream), "sha256").hexdigest()

    def _stated_digests(self) -> dict[str, str] | None:
        """The SHA-256 of each file as a WACZ's datapackage.json gives it, None where this is no WACZ."""
        names = {info.filename: info for info in self._members}
        package = names.get("datapackage.json")
        if package is None or not any(_is_warc(name) for name in names):
            return {} if self._arrival.name.endswith(".wacz") else None
        if package.file_size > self._options.limits.report:
            raise Refused(f"a datapackage.json larger than {size(self._options.limits.report)}")
        try:
            resources = json.loads(self._archive.read(package))["resources"]
            pairs = [(str(one["path"]), str(one["hash"])) for one in resources]
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise Refused(f"a datapackage.json that cannot be read ({type(error).__name__}): make the WACZ again") from error
        return {path: digest.removeprefix("sha256:").lower() for path, digest in pairs if digest.startswith("sha256:")}


class _Rewound:
    """A spooled file, from its start, that outlives its reader's close."""

    def __init__(self, spool: IO[bytes]) -> None:
        self._spool = spool
        spool.seek(0)

    def __enter__(self) -> IO[bytes]:
        return self._spool

    def __exit__(self, *_: object) -> None:
        return


_BACK_AND_FORTH = (".warc", ".warc.gz", ".parquet", ".pq")


def _is_warc(name: str) -> bool:
    return name.startswith("archive/") and name.endswith((".warc", ".warc.gz"))


def _is_litter(name: str) -> bool:
    """What systems leave in archives that people pack."""
    return name.startswith("__MACOSX/") or name.rpartition("/")[2] in (".DS_Store", "Thumbs.db")


def _label(name: str) -> str:
    """A member's name as words for people: without control characters, and not too long."""
    return printable(name)[:_LONGEST_NAME]


def _check_directory(stream: BinaryIO, limits: Limits) -> None:
    """Raises Refused where the list of files alone would fill the memory."""
    length = stream.seek(0, 2)
    stream.seek(max(0, length - 66_000))
    tail = stream.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + 22:
        raise Refused("no zip file, or one that is cut: fetch or copy it again")
    listed = int.from_bytes(tail[at + 12 : at + 16], "little")
    locator = tail[at - 20 : at] if at >= 20 else b""
    if locator.startswith(b"PK\x06\x07"):
        stream.seek(min(length, int.from_bytes(locator[8:16], "little")))
        listed = max(listed, int.from_bytes(stream.read(56)[40:48], "little"))
    stream.seek(0)
    if listed > limits.members * 512:
        raise Refused(f"a list of files as long as for more than {limits.members:,}: pack them in smaller archives")
