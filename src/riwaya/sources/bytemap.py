"""From the characters of a text layer back to the bytes that were kept: the map of every kind of source (R4).

A map is made anew from the bytes, the layer and its name whenever it is asked for, always the same. It needs no trust: what it
says of a segment anyone can check by decoding those bytes. ``MAPPED`` has the kinds.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import suppress
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from riwaya.model.capture import Capture
from riwaya.model.document import Document
from riwaya.model.textmap import Gap, Segment, TextMap, errors_of
from riwaya.sources.align import Aligner, Block, Unit
from riwaya.sources.csvs import delimiter_of
from riwaya.sources.decode import KNOWN, decode_exactly, encoding_of, mended
from riwaya.sources.options import Refused
from riwaya.sources.record import FIELDS
from riwaya.sources.trace import BETWEEN, Run, Trace, as_it_is, picked
from riwaya.sources.written import csv_cells, json_strings, markup, unescaped

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CODECS = ("utf-8", "cp1256", "iso8859-6", "utf-16-le", "utf-16-be")
_MARKED = re.compile(r"^(?:- |\|.*$)", re.MULTILINE)
_PUT_IN = re.compile(r"\s+|(?<=\n)-(?=\s)|\|(?:---\|)*")


class _Written(NamedTuple):
    """Bytes as text: what they decode to behind a mark of so many bytes, and with which codec."""

    text: str
    codec: str
    mark: int


Made = tuple[_Written, list[Run]]
"""Runs of a text layer in its bytes as text."""


class _Kind(NamedTuple):
    """How a kind of text layer is mapped, and what its bytes are."""

    runs: Callable[[bytes, Document, Capture], Made | None]
    of: str


def text_map(raw: bytes, layer: str, document: Document, capture: Capture) -> TextMap | None:
    """The map of a text layer, None for a kind of layer that nobody here has made.

    ``layer`` is its name, ``capture`` how the bytes came (a server's word for the encoding, a table's header). The cost is
    linear in the bytes, whatever they are; where they do not give the text the map has gaps.
    """
    kind = MAPPED.get(layer.partition(" ")[0])
    if kind is None:
        return None
    found = kind.runs(raw, document, capture) if BETWEEN not in document.characters else None
    written, runs = found or (_Written("", "utf-8", 0), [])
    segments = tuple(_segments(written, _joined(runs)))
    gaps = tuple(_gaps(document, segments))
    return TextMap(hashlib.sha256(raw).hexdigest(), kind.of, written.codec, segments, gaps)


# --- strings that are kept as they are


def _texts(raw: bytes) -> Iterator[_Written]:
    """What bytes may say: the likeliest encoding first. A line of a file may not tell by itself which one the file has."""
    mark = next((mark for mark in _MARKS if raw.startswith(mark)), b"")
    names = [name for name, own in zip(("utf-8", "utf-16-le", "utf-16-be"), _MARKS, strict=True) if own == mark]
    with suppress(Refused):
        names += [] if names else [encoding_of(raw)]
    for name in dict.fromkeys((*names, *_CODECS)):
        with suppress(UnicodeDecodeError):
            yield _Written(raw[len(mark) :].decode(name), name, len(mark))


def _exact(strings: Callable[[Trace, Capture], Trace], raw: bytes, document: Document, capture: Capture) -> Made | None:
    """Title and text as whole strings of what is written."""
    for written in _texts(raw):
        trace = strings(as_it_is(written.text), capture)
        text = _string(trace, "text", document.text)
        if text is not None:
            title = _string(trace, "title", document.title) or []
            behind = len(document.title) + 1
            return written, [*title, *(run._replace(start=run.start + behind, end=run.end + behind) for run in text)]
    return None


def _string(trace: Trace, field: str, value: str) -> list[Run] | None:
    """The runs of a field's value from 0 on: as the value of a key that has the field's name, as a string, or inside of one."""
    if not value:
        return []
    wanted = [f"{BETWEEN}{name}{BETWEEN}" for name in FIELDS[field]]
    for before in (*wanted, BETWEEN):
        at = trace.text.find(f"{before}{value}{BETWEEN}")
        if at >= 0:
            return _runs(trace, at + len(before), len(value))
    at = trace.text.find(value)
    return _runs(trace, at, len(value)) if at >= 0 else None


def _runs(trace: Trace, at: int, length: int) -> list[Run]:
    return [run._replace(start=run.start - at, end=run.end - at) for run in trace.runs(at, at + length)]


def _plain(raw: bytes, document: Document, capture: Capture) -> Made | None:
    return _exact(lambda trace, _: trace, raw, document, capture)


def _json(raw: bytes, document: Document, capture: Capture) -> Made | None:
    return _exact(lambda trace, _: json_strings(trace), raw, document, capture)


def _csv(raw: bytes, document: Document, capture: Capture) -> Made | None:
    return _exact(
        lambda trace, how: csv_cells(trace, delimiter_of(dict(how.headers).get("csv-header", ""))), raw, document, capture
    )


# --- text that was taken out of markup


def _page(raw: bytes, document: Document, capture: Capture) -> Made | None:
    written = _marked_up(raw, capture)
    found = markup(as_it_is(mended(written.text)))
    return written, _extracted(document, [found.words, found.apart, unescaped(found.words)])


def _feed(raw: bytes, document: Document, capture: Capture) -> Made | None:
    """An entry does not say which encoding its feed has: the one that gives most of the text."""
    wanted = len("".join(document.characters.split()))
    best: Made | None = None
    most = -1
    for written in _entries(raw, document, capture):
        outer = markup(as_it_is(mended(written.text)))
        inner = markup(outer.words)
        runs = _extracted(document, [inner.words, outer.words, unescaped(inner.words)])
        count = sum(run.end - run.start for run in runs)
        if count > most:
            best, most = (written, runs), count
        if count >= wanted:
            break
    return best


def _entries(raw: bytes, document: Document, capture: Capture) -> Iterator[_Written]:
    """What an entry may say: as a page would be read, then in every encoding in which it has the longest word of the text."""
    yield _marked_up(raw, capture)
    word = max(document.text.split(), key=len, default="")
    for codec in sorted(KNOWN - {"utf-16"}):
        text = raw.decode(codec, errors_of(codec))
        if word in text:
            yield _Written(text, codec, 0)


def _marked_up(raw: bytes, capture: Capture) -> _Written:
    text, codec = decode_exactly(raw, capture.media_type)
    return _Written(text, codec, next((len(mark) for mark in _MARKS if raw.startswith(mark)), 0))


def _blank(line: re.Match[str]) -> str:
    """The mark of a list's item, or a row of a table, with blanks for the marks that the extraction put in."""
    return "  " if line[0] == "- " else line[0].replace("---|", "    ").replace("|", " ")


class _Place(NamedTuple):
    """A block of a layer's packed characters in the packed words of a source."""

    source: Trace
    words: Trace
    block: Block


def _extracted(document: Document, sources: Sequence[Trace]) -> list[Run]:
    """The lines of a text laid over the words of a page; those that do not stand there whole, over its other strings."""
    characters, keep = document.characters, _unseen(document.text)
    layer = _packed(_MARKED.sub(_blank, characters), keep)
    title, *lines = units = _units(document, layer)
    placed: list[_Place] = []
    for source in sources:
        words = _packed(source.text, keep)
        aligner = Aligner(layer.text, words.text)
        if source is sources[0]:
            blocks = aligner.blocks(lines)
            blocks += aligner.alone(title, min((block.source for block in blocks), default=len(words.text)))
        else:
            blocks = [block for unit in units for block in aligner.alone(unit, len(words.text))]
            placed = _without(placed, units, {block.text for block in blocks})
        placed += [_Place(source, words, block) for block in blocks]
        whole = {Unit(block.text, block.text + block.length) for block in blocks}
        units = [unit for unit in units if unit not in whole and unit.start < unit.end]
        if not units:
            break
    placed = _in_no_order(placed, units, layer, sources[0], keep) if units else placed
    return sorted(run for one in placed for run in _unpacked(characters, layer, one))


def _in_no_order(placed: list[_Place], units: Sequence[Unit], layer: Trace, source: Trace, keep: Set[str]) -> list[_Place]:
    """Lines that stand nowhere whole once more, wherever their pieces are: another line of the same words may have their room."""
    words = _packed(source.text, keep)
    aligner = Aligner(layer.text, words.text)
    again = [(unit, aligner.blocks([unit])) for unit in units]
    had: Counter[int] = Counter()
    for one in placed:
        at = bisect_right(units, (one.block.text, len(layer.text))) - 1
        if at >= 0 and one.block.text < units[at].end:
            had[units[at].start] += one.block.length
    better = [(unit, blocks) for unit, blocks in again if sum(block.length for block in blocks) > had[unit.start]]
    kept = _without(placed, units, {unit.start for unit, _ in better})
    return kept + [_Place(source, words, block) for _, blocks in better for block in blocks]


def _without(placed: list[_Place], units: Sequence[Unit], moved: Set[int]) -> list[_Place]:
    """The blocks that are no pieces of lines that were found whole elsewhere; these are told by their beginnings."""
    starts = [unit.start for unit in units]
    ends = {unit.start: unit.end for unit in units}

    def belongs(block: Block) -> bool:
        at = bisect_right(starts, block.text) - 1
        return at >= 0 and block.text < ends[starts[at]] and starts[at] in moved

    return [one for one in placed if not belongs(one.block)]


def _units(document: Document, layer: Trace) -> list[Unit]:
    """The title (also an empty one) and the lines of the text, as pieces of the packed characters."""
    ends, at = [0], 0
    for line in (document.title, *document.text.split("\n")):
        at += len(line) + 1
        ends.append(_index(layer, at))
    return [Unit(start, end) for number, (start, end) in enumerate(pairwise(ends)) if number == 0 or start < end]


def _index(packed: Trace, place: int) -> int:
    """How many of the packed characters stand before a place of the source."""
    number = bisect_left(packed.begin, place)
    return packed.at[number] if number < len(packed.at) else len(packed.text)


def _unseen(text: str) -> set[str]:
    """The characters of a text that nobody sees, and that are no white space."""
    return {letter for letter in set(text) if not letter.isprintable() and not letter.isspace()}


def _packed(text: str, keep: Set[str]) -> Trace:
    """A text without white space, which extraction changes, and without what nobody sees, which some drop (but for ``keep``)."""
    dropped = "".join(sorted(_unseen(text) - keep))
    return picked(text, _seen(dropped))


@lru_cache(maxsize=64)
def _seen(unseen: str) -> re.Pattern[str]:
    return re.compile(rf"[^\s{re.escape(unseen)}]+")


def _unpacked(characters: str, layer: Trace, place: _Place) -> Iterator[Run]:
    """What the same words of a layer and of a source are in both, white space included where it is the same."""
    kept: tuple[int, int, int] | None = None
    source, words, block = place
    theirs = words.runs(block.source, block.source + block.length)
    for ours, other, length in _together(layer.runs(block.text, block.text + block.length), theirs):
        if kept is not None and characters[kept[1] : ours] == source.text[kept[2] : other]:
            kept = kept[0], ours + length, other + length
            continue
        if kept is not None:
            yield from _sourced(source, *kept)
        kept = ours, ours + length, other + length
    if kept is not None:
        yield from _sourced(source, *kept)


def _sourced(source: Trace, start: int, end: int, until: int) -> Iterator[Run]:
    """Characters of the layer from start to end, which stand in a source until a place, as runs of the bytes' text."""
    begin = until - (end - start)
    for run in source.runs(begin, until):
        yield run._replace(start=run.start - begin + start, end=run.end - begin + start)


def _together(ours: Iterator[Run], theirs: Iterator[Run]) -> Iterator[tuple[int, int, int]]:
    """Two sequences of runs of one length, cut where either begins anew: places in both, and a length."""
    one, other = next(ours, None), next(theirs, None)
    while one is not None and other is not None:
        length = min(one.end - one.start, other.end - other.start)
        yield one.begin, other.begin, length
        one = _behind(one, length) or next(ours, None)
        other = _behind(other, length) or next(theirs, None)


def _behind(run: Run, length: int) -> Run | None:
    return Run(run.start + length, run.end, run.begin + length, 1) if run.start + length < run.end else None


# --- characters to bytes


def _joined(runs: list[Run]) -> list[Run]:
    """Runs in order, with those that go on where the one before ends made one."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last and last.width == run.width and (last.end, _end(last)) == (run.start, run.begin):
            found[-1] = last._replace(end=run.end)
        else:
            found.append(run)
    return found


def _end(run: Run) -> int:
    return run.begin + (run.end - run.start) * run.width


def _segments(written: _Written, runs: list[Run]) -> Iterator[Segment]:
    """Runs with the bytes of their places; each stretch of the text is encoded once."""
    ends = [(run.begin, _end(run)) for run in runs]
    at, passed, errors = 0, written.mark, errors_of(written.codec)
    place: dict[int, int] = {}
    for one in sorted({end for pair in ends for end in pair}):
        passed += len(written.text[at:one].encode(written.codec, errors))
        at = one
        place[one] = passed
    for run, (begin, end) in zip(runs, ends, strict=True):
        yield Segment(run.start, run.end, place[begin], place[end])


def _gaps(document: Document, segments: Sequence[Segment]) -> Iterator[Gap]:
    """What stands between the segments, and why no byte gives it."""
    characters, joint, at = document.characters, len(document.title), 0
    for start, end in (*((one.text_start, one.text_end) for one in segments), (len(characters), len(characters))):
        if at < start:
            yield from _gap(characters, joint, at, start)
        at = max(at, end)


def _gap(characters: str, joint: int, start: int, end: int) -> Iterator[Gap]:
    if start <= joint < end:
        yield from _gap(characters, -1, start, joint)
        yield Gap(joint, joint + 1, "joined")
        yield from _gap(characters, -1, joint + 1, end)
        return
    at = start
    for put_in in _PUT_IN.finditer(characters, start, end):
        if at < put_in.start():
            yield Gap(at, put_in.start(), "not found")
        yield Gap(*put_in.span(), "put in")
        at = put_in.end()
    if at < end:
        yield Gap(at, end, "not found")


MAPPED: dict[str, _Kind] = {
    "plain": _Kind(_plain, "the file as received"),
    "json": _Kind(_json, "the object as it stands in the file"),
    "jsonl": _Kind(_json, "the line as it stands in the file"),
    "csv": _Kind(_csv, "the row's lines as they stand in the file"),
    "parquet": _Kind(_json, "the row as Riwaya wrote it down: in a Parquet file it has no bytes of its own"),
    "page": _Kind(_page, "the page as received, without transfer and content encoding"),
    "feed": _Kind(_feed, "the entry as it stands in the feed"),
}
"""Kinds of text layers, by the first word of their names, how each is mapped and what its bytes are."""
