"""A WARC file cut into records, each checked to be as long as it says: a false length must not mix two pages (R34).

Records are handed over as bytes, at most one in memory. After anything broken the cut goes on at the next record: in a
gzip file at the next member, in a plain one at the next line that begins as a record does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from riwaya.sources.gunzip import MAGIC, Broken, Member, Meter
from riwaya.sources.options import Limits, Refused, printable, size

_LENGTH = re.compile(rb"^content-length:[ \t]{0,9}([^\r\n]{0,40})\r?$", re.IGNORECASE | re.MULTILINE)
_ID = re.compile(rb"^warc-record-id:[ \t]{0,9}([^\r\n]{1,200})\r?$", re.IGNORECASE | re.MULTILINE)
_NO_PAGE = re.compile(
    rb"^(?:warc-type:[ \t]{0,9}(?:warcinfo|request|metadata|revisit|conversion)"
    rb"|content-type:[ \t]{0,9}(?![ \t]|text/html|application/(?:http|xhtml)))",
    re.IGNORECASE | re.MULTILINE,
)
_BEGIN = b"WARC/"
_END = b"\r\n\r\n"
_NEXT = _END + _BEGIN
_LONGEST_HEAD = 65_536
_SLACK = 65_536
_CHUNK = 262_144


class Cut(NamedTuple):
    """A record with its bytes, or why it is none; ``name`` is its record id, or the offset where none can be read."""

    name: str
    raw: bytes
    fault: str | None = None


def cut(stream: BinaryIO, length: int | None, limits: Limits) -> Iterator[Cut]:
    """The records of a WARC file, plain or gzip; ``length`` is its size where that is known.

    Raises Refused where it is no WARC file, expands beyond all measure, or has too many broken records.
    """
    faults = 0
    for found in _members(stream, limits) if stream.read(len(MAGIC)) == MAGIC else _plain(stream, length, limits):
        faults += found.fault is not None
        yield found
        if faults >= limits.faults:
            raise Refused(f"more than {limits.faults:,} broken records: the rest is left")


def _plain(stream: BinaryIO, length: int | None, limits: Limits) -> Iterator[Cut]:
    stream.seek(0)
    if stream.read(len(_BEGIN)) != _BEGIN:
        raise Refused("no WARC file: it begins with no record")
    stream.seek(0)
    yield from _records(_Window(stream.read, length), limits, 0)


def _members(stream: BinaryIO, limits: Limits) -> Iterator[Cut]:
    """The records of a gzip file, member by member."""
    meter = Meter(limits.expanded)
    start: int | None = 0
    first = True
    while start is not None:
        member = Member(stream, start, limits, meter)
        window = _Window(member.read, None)
        try:
            if first and window.peek(len(_BEGIN)) != _BEGIN:
                raise Refused("no WARC file: it begins with no record")
            first = False
            yield from _records(window, limits, start)
            start = _next_member(stream, member.end, limits, meter)
        except Broken as error:
            yield Cut(f"record at byte {start}", b"", str(error))
            start = _found_member(stream, member.start + 1, limits, meter)
            first = False


def _next_member(stream: BinaryIO, offset: int, limits: Limits, meter: Meter) -> int | None:
    """Where the next member begins, None at the end of the file."""
    stream.seek(offset)
    return offset if stream.read(len(MAGIC)) == MAGIC else _found_member(stream, offset, limits, meter)


def _found_member(stream: BinaryIO, offset: int, limits: Limits, meter: Meter) -> int | None:
    """The next place that unpacks to a record; one that only looks like it costs as much as a report would."""
    for at in _places(stream, offset):
        if _begins_a_record(stream, at, limits):
            return at
        meter.count(limits.report)
    return None


def _places(stream: BinaryIO, offset: int) -> Iterator[int]:
    """Every offset with the mark of a gzip member."""
    held = b""
    while True:
        stream.seek(offset + len(held))
        chunk = stream.read(_CHUNK)
        if not chunk:
            return
        block = held + chunk
        at = block.find(MAGIC)
        while at >= 0:
            yield offset + at
            at = block.find(MAGIC, at + 1)
        held = block[-(len(MAGIC) - 1) :]
        offset += len(block) - len(held)


def _begins_a_record(stream: BinaryIO, at: int, limits: Limits) -> bool:
    try:
        return _Window(Member(stream, at, limits, Meter(_CHUNK)).read, None).peek(len(_BEGIN)) == _BEGIN
    except Refused:
        return False


def _records(window: _Window, limits: Limits, base: int) -> Iterator[Cut]:
    """The records in a stretch of bytes."""
    while window.past_blank():
        offset = window.offset
        head = window.head()
        found = _record(window, head, limits) if head is not None else "no head of a record where one should begin"
        if isinstance(found, str):
            yield Cut(_name(head or b"", base + offset), b"", found)
            window.to_next_record(offset + 1)
        elif found:
            yield Cut(_name(head or b"", base + offset), found)


def _record(window: _Window, head: bytes, limits: Limits) -> bytes | str:
    """A record's bytes (none for one that is passed over), or why it cannot be taken."""
    stated = [found[1].strip() for found in _LENGTH.finditer(head)]
    if len(set(stated)) != 1 or not stated[0].isdigit() or len(stated[0]) > 18:
        return f"no length that can be used (Content-Length {b', '.join(stated).decode('ascii', 'replace') or 'missing'})"
    length = int(stated[0])
    if not window.may_hold(length):
        return f"says {length} bytes, which the file does not have: a false length, or the file is cut"
    if length > limits.report + _SLACK:
        return _passed_over(window, head, length, limits)
    block = window.take(length)
    if len(block) < length:
        return f"says {length} bytes, {len(block)} are there: a false length, or the file is cut"
    if not window.at_boundary():
        return f"says {length} bytes, but no record ends there: a false length"
    return head + block + _END


def _passed_over(window: _Window, head: bytes, length: int, limits: Limits) -> bytes | str:
    """Go past a record too large for a report; only one that might have been a page is worth a word."""
    about = window.peek(2048)
    passed = window.skip(length)
    if passed < length or not window.at_boundary():
        return f"says {length} bytes, but no record ends there: a false length"
    if _NO_PAGE.search(head) or _NO_PAGE.search(about):
        return b""
    return f"larger than {size(limits.report)}: no news page"


def _name(head: bytes, offset: int) -> str:
    found = _ID.search(head)
    return f"record {printable(found[1].decode('ascii', 'replace'))}" if found else f"record at byte {offset}"


class _Window:
    """Bytes that are read on demand; those of the record that is being looked at stay, so that one can go back in it."""

    def __init__(self, read: Callable[[int], bytes], length: int | None) -> None:
        self._read = read
        self._length = length
        self._held = bytearray()
        self._at = 0
        self._base = 0
        self._ended = False

    @property
    def offset(self) -> int:
        """The offset of the next byte."""
        return self._base + self._at

    def may_hold(self, count: int) -> bool:
        """Whether there can be so many bytes more, as far as is known."""
        return self._length is None or self.offset + count <= self._length

    def peek(self, count: int) -> bytes:
        """The next bytes, fewer at the end."""
        while len(self._held) - self._at < count and not self._ended:
            chunk = self._read(_CHUNK)
            self._ended = not chunk
            self._held += chunk
        return bytes(self._held[self._at : self._at + count])

    def take(self, count: int) -> bytes:
        """The next bytes, and go past them."""
        taken = self.peek(count)
        self._at += len(taken)
        return taken

    def skip(self, count: int) -> int:
        """Go past some bytes without keeping them; how many there were."""
        left = count
        while left and (passed := len(self.take(min(left, _CHUNK)))):
            left -= passed
            self._forget()
        return count - left

    def past_blank(self) -> bool:
        """Go past line ends between records; whether anything is left."""
        while (blank := self.peek(64)) and not blank.strip(b"\r\n"):
            self._at += len(blank)
            self._forget()
        self._at += len(blank) - len(blank.lstrip(b"\r\n"))
        self._forget()
        return bool(blank)

    def head(self) -> bytes | None:
        """The head of a record up to its blank line, and go past it; None where there is none."""
        for count in (1024, 8192, _LONGEST_HEAD):
            found = self.peek(count)
            end = found.find(_END)
            if not found.startswith(_BEGIN):
                return None
            if end >= 0:
                return self.take(end + len(_END))
        return None

    def at_boundary(self) -> bool:
        """Whether a record may end here: a blank line, and then the next record or nothing."""
        rest = self.peek(len(_END) + len(_BEGIN))
        return rest == _END + _BEGIN or not rest.strip(b"\r\n")

    def to_next_record(self, offset: int) -> None:
        """Go to the next record that begins after an offset, or to the end."""
        self._at = max(0, offset - self._base)
        while True:
            found = self._held.find(_NEXT, self._at)
            if found >= 0:
                self._at = found + len(_END)
                return
            if self._ended:
                self._at = len(self._held)
                return
            self._at = max(self._at, len(self._held) - len(_NEXT))
            self._forget()
            self.peek(len(self._held) - self._at + 1)

    def _forget(self) -> None:
        if self._at > _CHUNK:
            del self._held[: self._at]
            self._base += self._at
            self._at = 0
