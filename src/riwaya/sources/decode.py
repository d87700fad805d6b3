"""Decoding what comes in: bytes to Arabic text, or a clear error."""

from __future__ import annotations

import codecs
import re

_ARABIC = re.compile("[\u0621-\u064a]")


class TextError(ValueError):
    """Input that is no readable Arabic text; the message says what to do."""


def decode(raw: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 (with or without a mark), Windows-1256 or ISO-8859-6.

    Raises TextError where the bytes are none of these.
    """
    for mark, name in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if raw.startswith(mark):
            return _strict(raw, name)
    if b"\0" in raw[:4096]:
        return _wide(raw)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _narrow(raw, error)


def _strict(raw: bytes, name: str) -> str:
    try:
        return raw.decode(name)
    except UnicodeDecodeError as error:
        raise TextError(f"broken {name.upper()} at byte {error.start}: save the file again as UTF-8") from error


def _wide(raw: bytes) -> str:
    for name in ("utf-16-le", "utf-16-be"):
        text = raw[: len(raw) // 2 * 2].decode(name, "replace")
        if len(_ARABIC.findall(text[:2000])) * 4 >= len(text[:2000]) and "\0" not in text:
            return text
    raise TextError("binary data, not text: give a text, JSON or JSON Lines file")


def _narrow(raw: bytes, error: UnicodeDecodeError) -> str:
    if len(_ARABIC.findall(raw.decode("utf-8", "ignore"))) * 4 >= len(raw):
        raise TextError(f"broken UTF-8 at byte {error.start} (0x{raw[error.start]:02x}): repair the file or save it again as UTF-8")
    texts = [text for name in ("cp1256", "iso8859-6") if (text := _single_byte(raw, name)) is not None]
    if not texts:
        raise TextError("binary data, not text: give a text, JSON or JSON Lines file")
    return max(texts, key=_arabic_likeness)


def _single_byte(raw: bytes, name: str) -> str | None:
    try:
        text = raw.decode(name)
    except UnicodeDecodeError:
        return None
    return text if len(_ARABIC.findall(text)) * 3 >= len(text) and not re.search("[\0-\x08\x0e-\x1f\x7f]", text) else None


def _arabic_likeness(text: str) -> int:
    """How much a text looks like Arabic: the article and the commonest letters count."""
    return 3 * len(re.findall(r"\bال", text)) + len(re.findall("[اليمون]", text))
