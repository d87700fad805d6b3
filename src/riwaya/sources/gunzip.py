"""Gunzip within bounds: a stream that stops a bomb, and a reader of single members that can go on after a broken one (R34)."""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO

from riwaya.sources.options import Limits, Refused, size

MAGIC = b"\x1f\x8b\x08"

_CHUNK = 65_536
_GZIP = 31


class Broken(Refused):
    """Compressed bytes that cannot be undone from here on."""


class Meter:
    """What one file has expanded to so far, over all its members."""

    def __init__(self, most: int) -> None:
        self._left = most
        self._most = most

    def count(self, given: int) -> None:
        """Add some bytes. Raises Refused over the cap."""
        self._left -= given
        if self._left < 0:
            raise Refused(f"expands to more than {size(self._most)}: the rest is left")


class Member:
    """One member of a gzip file, from an offset on; ``end`` is the offset after it once it has been read to its end."""

    def __init__(self, stream: BinaryIO, start: int, limits: Limits, meter: Meter) -> None:
        stream.seek(start)
        self._stream = stream
        self.start = start
        self._limits = limits
        self._meter = meter
        self._inflater = zlib.decompressobj(_GZIP)
        self._packed = b""
        self._given = 0
        self._fed = 0
        self.ended = False

    @property
    def end(self) -> int:
        """The offset after the member."""
        return self.start + self._fed - len(self._inflater.unused_data)

    def read(self, most: int) -> bytes:
        """Up to ``most`` bytes, ``b""`` at the end. Raises Broken where the member is broken, breaks off or is a bomb."""
        while not self.ended:
            if not self._packed:
                self._packed = self._stream.read(_CHUNK)
                self._fed += len(self._packed)
                if not self._packed:
                    raise Broken("the compressed data breaks off: the file is cut, fetch or copy it again")
            try:
                piece = self._inflater.decompress(self._packed, most)
            except zlib.error as error:
                raise Broken(f"broken compressed data ({error}): the file was damaged, fetch or copy it again") from error
            self._packed = self._inflater.unconsumed_tail
            self.ended = self._inflater.eof
            self._count(len(piece))
            if piece:
                return piece
        return b""

    def _count(self, given: int) -> None:
        self._given += given
        packed = max(1, self._fed - len(self._packed))
        if self._given > self._limits.report and self._given > self._limits.ratio * packed:
            raise Broken(f"expands to more than {self._limits.ratio} times its size: a bomb, or no report")
        self._meter.count(given)


class Gunzip(io.RawIOBase):
    """The bytes of a whole gzip file, member after member, read once from the start."""

    def __init__(self, stream: BinaryIO, limits: Limits) -> None:
        self._source = stream
        self._limits = limits
        self._meter = Meter(limits.expanded)
        self._member: Member | None = Member(stream, 0, limits, self._meter)

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill a buffer. Raises Broken where the file is broken, breaks off or is a bomb."""
        while self._member is not None:
            piece = self._member.read(len(buffer))
            if piece:
                buffer[: len(piece)] = piece
                return len(piece)
            self._member = self._after(self._member)
        return 0

    def close(self) -> None:
        """Close the file below too."""
        self._source.close()
        super().close()

    def _after(self, member: Member) -> Member | None:
        end = member.end
        self._source.seek(end)
        return Member(self._source, end, self._limits, self._meter) if self._source.read(len(MAGIC)) == MAGIC else None


def gunzipped(stream: BinaryIO, limits: Limits) -> BinaryIO:
    """A buffered stream of what a gzip file holds."""
    return io.BufferedReader(Gunzip(stream, limits), _CHUNK)
