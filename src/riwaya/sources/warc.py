"""WARC archives, plain or gzip: each page that was captured with success is a report."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from fastwarc.warc import ArchiveIterator, WarcRecordType

from riwaya.model.capture import Capture, Item, Refusal
from riwaya.sources.arrival import Arrival, from_bytes
from riwaya.sources.dateline import plausible
from riwaya.sources.identity import host_of
from riwaya.sources.language import arabic_letters
from riwaya.sources.options import Options, Refused, size, tool
from riwaya.sources.page import page_document
from riwaya.sources.warccut import Cut, cut

_PAGES = ("text/html", "application/xhtml+xml")
_ENTITY = re.compile(rb"&#x?[0-9a-f]{3,5};", re.IGNORECASE)
_DIGESTS = frozenset({"sha1", "sha256", "sha512", "md5"})
_KEPT = ("WARC-Block-Digest", "WARC-Payload-Digest", "WARC-Truncated", "WARC-IP-Address")
_OK = 200
_REASONS = 6
_LEAST = 60


class _NoPage(Exception):
    """A record that is no page, or a page that is no Arabic report: counted, not named."""


def warc_items(arrival: Arrival, options: Options) -> Iterator[Item | Refusal]:
    """The pages of a WARC archive. A record that is broken, lies about its length or was altered loses no other.

    What else an archive holds (images, requests, errors of servers) is passed over; pages that are no Arabic reports are
    told in one line at the end.
    """
    passed: Counter[str] = Counter()
    try:
        with arrival.open() as stream:
            for found in cut(stream, arrival.length, options.limits):
                try:
                    item = _item(arrival, options, found)
                except Refused as error:
                    yield Refusal(arrival.where(found.name), str(error))
                except _NoPage as reason:
                    passed[str(reason)] += 1
                else:
                    yield from [item] if item else []
    except Refused as error:
        yield Refusal(arrival.where(), str(error))
    if passed:
        yield Refusal(arrival.where(), _told(passed))


def _told(passed: Counter[str]) -> str:
    """One line on the pages that are no Arabic reports: how many for which reason, the commonest first."""
    common = sorted(passed.items(), key=lambda pair: (-pair[1], pair[0]))[:_REASONS]
    rest = passed.total() - sum(count for _, count in common)
    told = [f"{count:,} ({reason})" for reason, count in common] + ([f"{rest:,} (other reasons)"] if rest else [])
    return f"pages passed over: {', '.join(told)}"


def _item(arrival: Arrival, options: Options, found: Cut) -> Item | None:
    """The item of a record, None where it is no page. Raises Refused or _NoPage."""
    if found.fault is not None:
        raise Refused(found.fault)
    record = _page_record(found.raw)
    if record is None:
        return None
    raw = _payload(record, options)
    if not _may_be_arabic(raw):
        raise _NoPage("no Arabic in it")
    page = from_bytes(arrival.name, raw, _capture(arrival, record))
    page = replace(page, prefix=arrival.part(found.name))
    try:
        document, layer = page_document(raw, page, options)
    except Refused as error:
        raise _NoPage(str(error).partition(":")[0]) from error
    return Item(raw, page.capture, page.part(), document, layer)


def _page_record(raw: bytes) -> Any | None:
    """The parsed record, None where it is no page that was served with success. Raises Refused where it was altered."""
    wanted = WarcRecordType.response | WarcRecordType.resource
    try:
        record = next(ArchiveIterator(io.BytesIO(raw), record_types=wanted, parse_http=False), None)
        if record is None:
            return None
        if record.is_http:
            record.parse_http(auto_decode="all")
        served = record.http_headers is None or record.http_headers.status_code == _OK
        media_type = (record.http_content_type or record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    except (OSError, ValueError) as error:
        raise Refused(f"no record that can be read ({str(error)[:120]})") from error
    if not served or media_type not in _PAGES:
        return None
    _check_digest(raw, record.headers.get("WARC-Block-Digest"))
    return record


def _check_digest(raw: bytes, stated: str | None) -> None:
    """Raises Refused where a record's block has not the digest that the archive gives it; a digest we do not know says nothing."""
    algorithm, _, value = (stated or "").partition(":")
    if algorithm.lower() not in _DIGESTS or not value:
        return
    block = raw[raw.find(b"\r\n\r\n") + 4 : -4]
    digest = hashlib.new(algorithm.lower(), block, usedforsecurity=False).digest()
    spellings = {digest.hex(), base64.b32encode(digest).decode().rstrip("=").lower()}
    if value.strip().rstrip("=").lower() not in spellings:
        raise Refused(f"does not have the {algorithm} digest that the archive gives: altered or damaged since it was captured")


def _payload(record: Any, options: Options) -> bytes:
    """The page's bytes, without transfer and content encoding."""
    try:
        raw = bytes(record.reader.read(options.limits.report + 1))
    except (OSError, ValueError) as error:
        raise Refused(f"no content that can be unpacked ({str(error)[:120]})") from error
    if len(raw) > options.limits.report:
        raise Refused(f"larger than {size(options.limits.report)} once unpacked: no news page")
    return raw


def _may_be_arabic(raw: bytes) -> bool:
    """A quick look before a page is taken apart: most pages of an archive are in other languages."""
    if arabic_letters(raw.decode("utf-8", "ignore"), len(raw)) >= _LEAST or _ENTITY.search(raw):
        return True
    return raw[:2] in (b"\xff\xfe", b"\xfe\xff") or arabic_letters(raw.decode("cp1256"), len(raw)) >= _LEAST


def _capture(arrival: Arrival, record: Any) -> Capture:
    """The capture record as the archive has it. Raises Refused where it is not whole."""
    uri = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    retrieved = record.record_date
    if host_of(uri) is None:
        raise Refused(f"no address of a page (WARC-Target-URI {uri[:100]!r})")
    if not isinstance(retrieved, datetime) or not plausible(retrieved.date(), arrival.latest):
        raise Refused(f"no time of capture between 1990 and {arrival.latest} (WARC-Date {record.headers.get('WARC-Date')!r})")
    retrieved = retrieved.replace(tzinfo=retrieved.tzinfo or UTC).astimezone(UTC)
    http = record.http_headers.to_tuples() if record.http_headers is not None else ()
    own = tuple((name, value) for name in _KEPT if (value := record.headers.get(name)))
    media_type = record.http_headers.get("Content-Type") if record.http_headers is not None else record.headers.get("Content-Type")
    return Capture(uri, uri, retrieved, media_type or "text/html", (*http, *own), tool("warc"), record.record_id)
