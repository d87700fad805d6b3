"""Reports from files: plain text, JSON (one object or an array) and JSON Lines, from a path or from standard input."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from riwaya.model.document import Document
from riwaya.sources.decode import TextError, decode

LARGEST = 256 * 1024 * 1024
"""Bytes that one file may have."""

LONGEST = 250_000
"""Characters that one report may have: several times the longest news report, and what a reader can take in seconds."""

_ARABIC_LETTER = re.compile("[\u0621-\u064a\ufe80-\ufefc]")
_FOREIGN_LETTER = re.compile("[\u067e\u0686\u0698\u06a9\u06af\u06cc\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2\u06c7\u06d0\u06d5]")
_FIELDS = ("id", "title", "text", "published", "outlet", "url")


class InputError(ValueError):
    """Input that cannot be read; the message names the file (and the line) and says what to do."""


def documents(name: str, published: date | None = None) -> Iterator[Document | InputError]:
    """The reports of a file (``-``: standard input), each a document or the error that stands in its place.

    ``published`` is the day of publication for reports that do not state one.
    """
    try:
        text = decode(_bytes(name))
    except (TextError, InputError, OSError) as error:
        yield InputError(f"{name}: {_why(error)}")
        return
    if name.endswith((".jsonl", ".ndjson")) or (not name.endswith(".json") and _many_objects(text)):
        yield from _lines(name, text, published)
    elif name.endswith(".json") or text.lstrip()[:2].startswith(("{", "[{")):
        yield from _json(name, text, published)
    else:
        yield _checked(name, Document(Path(name).stem if name != "-" else "stdin", "", text, published))


def _bytes(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    path = Path(name)
    if path.is_dir():
        raise InputError("is a folder: give the files in it")
    if not path.exists():
        raise InputError("no such file")
    if path.stat().st_size > LARGEST:
        raise InputError(f"larger than {LARGEST // 2**20} MiB: split it into several files")
    return path.read_bytes()


def _why(error: Exception) -> str:
    return f"cannot be read ({error.strerror})" if isinstance(error, OSError) and error.strerror else str(error)


def _many_objects(text: str) -> bool:
    """JSON Lines under another name: more than one line that begins with a brace."""
    return text.startswith("{") and len(re.findall(r"^\{", text, re.MULTILINE)) > 1


def _lines(name: str, text: str, published: date | None) -> Iterator[Document | InputError]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            where = f"{name}:{number}"
            try:
                yield _document(where, json.loads(line), published)
            except ValueError as error:
                yield InputError(f"{where}: {_json_fault(error)}")
            except RecursionError:
                yield InputError(f"{where}: JSON nested too deep: give one object with id, title and text")


def _json(name: str, text: str, published: date | None) -> Iterator[Document | InputError]:
    try:
        found = json.loads(text)
    except ValueError as error:
        yield InputError(f"{name}: {_json_fault(error)}")
        return
    except RecursionError:
        yield InputError(f"{name}: JSON nested too deep: give one object with id, title and text, or an array of them")
        return
    many = found if isinstance(found, list) else [found]
    if not many:
        yield InputError(f"{name}: an empty array: no report to read")
    for number, one in enumerate(many, 1):
        where = f"{name}, item {number}" if isinstance(found, list) else name
        try:
            yield _document(where, one, published)
        except InputError as error:
            yield error


def _json_fault(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"bad JSON at line {error.lineno} column {error.colno} ({error.msg}): repair it or leave the line out"
    return str(error).partition(": ")[2] or str(error)


def _document(where: str, found: Any, published: date | None) -> Document | InputError:
    """The document of one JSON object. Raises InputError where a field is missing or of a wrong type."""
    if not isinstance(found, dict):
        raise InputError(f"{where}: not an object: each report needs at least a field text")
    for field in _FIELDS:
        if found.get(field) is not None and not isinstance(found[field], str):
            raise InputError(f"{where}: the field {field} is no string: put it in quotation marks")
    if found.get("text") is None:
        raise InputError(f"{where}: no field text: each report needs id, title and text")
    day = _day(where, found.get("published")) or published
    identity = found.get("id") or f"{Path(where.partition(':')[0].partition(',')[0]).stem}"
    return _checked(where, Document(identity, found.get("title") or "", found["text"], day, found.get("outlet"), found.get("url")))


def _day(where: str, published: str | None) -> date | None:
    if not published:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError as error:
        raise InputError(f"{where}: published is {published!r}: write the day as 2026-11-24") from error


def _checked(where: str, document: Document) -> Document | InputError:
    """The document, or the error where it holds no Arabic text."""
    characters = document.characters
    if not characters.strip():
        return InputError(f"{where}: empty: there is nothing to read")
    if len(characters) > LONGEST:
        return InputError(f"{where}: {len(characters):,} characters, more than {LONGEST:,}: no single report: split it")
    sample = characters[:200_000]
    arabic, foreign = len(_ARABIC_LETTER.findall(sample)), len(_FOREIGN_LETTER.findall(sample))
    if arabic == 0:
        return InputError(f"{where}: no Arabic in it: Riwaya reads Arabic reports")
    if foreign * 12 > arabic + foreign:
        return InputError(f"{where}: Arabic script but not Arabic (Persian, Urdu, Kurdish ...): Riwaya reads Arabic reports")
    return document
