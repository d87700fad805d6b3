"""Which rules read: hashes of the reader's code, the word tables, the gazetteer and the user's own actors."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from riwaya.model.kept import Rules
from riwaya.version import __version__

_GAZETTEER = "gazetteer.tsv"
_CODE = ("spelling.py", "tables.py")


@cache
def present_rules(actors: Path | None = None) -> Rules:
    """The rules as they are installed here, with the user's own actors where there are some.

    Raises OSError where the file of actors cannot be read.
    """
    home = files("riwaya")
    code = [*_under(home / "read", _is_code), *_under(home / "lang", _is_code), *((name, home / name) for name in _CODE)]
    tables = [*_under(home / "lang", _is_table), *_under(home / "data", lambda name: name != _GAZETTEER)]
    hashes = (_hash(code), _hash(tables), _hash([(_GAZETTEER, home / "data" / _GAZETTEER)]))
    own = hashlib.sha256(actors.read_bytes()).hexdigest() if actors else ""
    version = hashlib.sha256("\n".join((*hashes, own)).encode()).hexdigest()[:12]
    return Rules(version, f"riwaya {__version__}", *hashes, own)


@cache
def link_rules() -> str:
    """The version of the rules of comparing as they are installed here: the code, the tables and counts that it asks."""
    home = files("riwaya")
    code = [*_under(home / "link", _is_code), *_under(home / "lang", _is_code), *((name, home / name) for name in _CODE)]
    tables = [*_under(home / "lang", _is_table), *_under(home / "data", _is_table)]
    return hashlib.sha256("\n".join((_hash(code), _hash(tables))).encode()).hexdigest()[:12]


def _is_code(name: str) -> bool:
    return name.endswith(".py")


def _is_table(name: str) -> bool:
    return name.endswith(".tsv")


def _under(folder: Traversable, wanted: Callable[[str], bool], path: str = "") -> Iterator[tuple[str, Traversable]]:
    """The files of a folder and its folders by path, sorted, so that the hash is the same everywhere."""
    for one in sorted(folder.iterdir(), key=lambda found: found.name):
        if one.is_dir():
            yield from _under(one, wanted, f"{path}{folder.name}/")
        elif wanted(one.name):
            yield f"{path}{folder.name}/{one.name}", one


def _hash(pieces: list[tuple[str, Traversable]]) -> str:
    """One hash over names and contents."""
    found = hashlib.sha256()
    for name, piece in pieces:
        found.update(f"{name}\0{hashlib.sha256(piece.read_bytes()).hexdigest()}\n".encode())
    return found.hexdigest()
