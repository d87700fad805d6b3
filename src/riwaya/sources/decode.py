"""Decoding what comes in: bytes to Arabic text, or a clear error. The only place where encodings are told."""

from __future__ import annotations

import codecs
import re

from riwaya.sources.options import Refused

_ARABIC = re.compile("[\u0621-\u064a]")
_ARTICLE = re.compile(r"\bال")
_COMMON = re.compile("[اليمون]")
_ACCENTED = re.compile("[\u00c0-\u00ff]")
_CONTROL = re.compile("[\0-\x08\x0e-\x1f\x7f]")
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})""", re.IGNORECASE)
_HEADER = re.compile(r"""charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""", re.IGNORECASE)
_ESCAPED = "surrogateescape"
_ESCAPES = re.compile("[\ud800-\udfff]")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_NARROW = ("cp1256", "iso8859-6")
KNOWN = frozenset(
    {"utf-8", "utf-16", "utf-16-le", "utf-16-be", "ascii", "cp1252", "iso8859-1", "mac-arabic", "cp720", "cp864", *_NARROW}
)
"""Codecs that a page's own word is believed for."""
_NO_TEXT = "binary data, not text: give a text, JSON, JSON Lines, CSV, HTML, feed or archive file"


class TextError(Refused):
    """Input that is no readable Arabic text; the message says what to do."""


def decode(raw: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 (with or without a mark), Windows-1256 or ISO-8859-6.

    Raises TextError where the bytes are none of these.
    """
    return raw.decode(encoding_of(raw))


def encoding_of(raw: bytes, whole: bool = True) -> str:
    """The codec that decodes a text without an error; of a text that is not whole the last character may be cut.

    Raises TextError where there is none.
    """
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _strict(raw, name, whole)
    if b"\0" in raw[:4096]:
        return _wide(raw, whole)
    try:
        _check(raw, "utf-8", whole)
    except UnicodeDecodeError as error:
        return _narrow(raw, error)
    return "utf-8"


def decode_markup(raw: bytes, media_type: str = "") -> str:
    """The text of a page or feed, as a browser would have it but without trusting what it says of itself.

    Valid UTF-8 is UTF-8; then the encoding that the response, the page or the XML declaration names, if it gives Arabic;
    then the likelier of Windows-1256 and ISO-8859-6. A few broken bytes become U+FFFD, they lose no page.
    """
    return mended(decode_exactly(raw, media_type)[0])


def decode_exactly(raw: bytes, media_type: str = "") -> tuple[str, str]:
    """As ``decode_markup``, with broken bytes kept as lone surrogates, and the codec that gives a piece its bytes back
    (with ``errors="surrogateescape"``)."""
    for mark, name in _MARKS:
        if raw.startswith(mark):
            name = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}.get(mark, "utf-8")
            return raw[len(mark) :].decode(name, _ESCAPED if name == "utf-8" else "replace"), name
    likely = raw.decode("utf-8", _ESCAPED)
    broken = len(_ESCAPES.findall(likely))
    if broken == 0 or len(_ARABIC.findall(likely)) > 3 * broken:
        return likely, "utf-8"
    texts = {name: raw.decode(name, _ESCAPED) for name in (*_declared(raw, media_type), *_NARROW)}
    best = max(texts, key=lambda name: _arabic_likeness(texts[name]))
    return texts[best], best


def mended(text: str) -> str:
    """A text with U+FFFD for every byte that was broken."""
    return _ESCAPES.sub("\ufffd", text)


def _declared(raw: bytes, media_type: str) -> list[str]:
    labels = [found[1] for found in [_HEADER.search(media_type)] if found]
    labels += [found[1].decode("ascii", "replace") for found in (_META.search(raw[:8192]), _XML.match(raw[:400])) if found]
    names = [_codec(label) for label in labels]
    return [name for name in names if name in KNOWN]


def _codec(label: str) -> str:
    try:
        return codecs.lookup(label).name
    except LookupError:
        return ""


def _check(raw: bytes, name: str, whole: bool) -> None:
    codecs.getincrementaldecoder(name)("strict").decode(raw, whole)


def _strict(raw: bytes, name: str, whole: bool) -> str:
    try:
        _check(raw, name, whole)
    except UnicodeDecodeError as error:
        raise TextError(f"broken {name.upper()} at byte {error.start}: save the file again as UTF-8") from error
    return name


def _wide(raw: bytes, whole: bool) -> str:
    for name in ("utf-16-le", "utf-16-be"):
        text = raw[: len(raw) // 2 * 2].decode(name, "replace")
        if len(_ARABIC.findall(text[:2000])) * 4 >= len(text[:2000]) and "\0" not in text:
            return _strict(raw, name, whole)
    raise TextError(_NO_TEXT)


def _narrow(raw: bytes, error: UnicodeDecodeError) -> str:
    likely = raw.decode("utf-8", _ESCAPED)
    if len(_ARABIC.findall(likely)) > len(_ESCAPES.findall(likely)):
        raise TextError(f"broken UTF-8 at byte {error.start} (0x{raw[error.start]:02x}): repair the file or save it again as UTF-8")
    texts = {name: text for name in _NARROW if (text := _single_byte(raw, name)) is not None}
    if not texts:
        raise TextError(_NO_TEXT)
    return max(texts, key=lambda name: _arabic_likeness(texts[name]))


def _single_byte(raw: bytes, name: str) -> str | None:
    try:
        text = raw.decode(name)
    except UnicodeDecodeError:
        return None
    letters = len(_ARABIC.findall(text))
    return text if letters >= 3 and letters * 6 >= len(text) and not _CONTROL.search(text) else None


def _arabic_likeness(text: str) -> int:
    """How much a text looks like Arabic: the article and the commonest letters count, letters with accents and broken
    bytes count against it."""
    sample = text[:400_000]
    good = 3 * len(_ARTICLE.findall(sample)) + len(_COMMON.findall(sample))
    return good - 3 * len(_ESCAPES.findall(sample)) - 2 * len(_ACCENTED.findall(sample))
