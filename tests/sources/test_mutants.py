"""Damaged files of every kind: nothing raises, and whatever is taken can be kept and read."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest

from riwaya.model.capture import Item, Refusal
from riwaya.sources.kinds import items
from riwaya.sources.options import Options, Refused
from sources.mutants import mutant
from sources.world import NOW


@pytest.mark.parametrize("block", range(4))
def test_damaged_files_raise_nothing(tmp_path: Path, block: int) -> None:
    """``make soak`` runs many more."""
    for seed in range(block * 60, block * 60 + 60):
        check(mutant(tmp_path, seed), seed)


def check(path: Path, seed: int) -> None:
    """Read a damaged file. Raises AssertionError where anything is raised or cannot be kept."""
    try:
        with patch("riwaya.sources.extract.library", _theirs_only), patch("riwaya.sources.feed.library", _theirs_only):
            _read(path)
    except Exception as error:
        raise AssertionError(f"seed {seed}, {path.name}: {type(error).__name__}: {error}") from error


def _read(path: Path) -> None:
    for found in items(str(path), Options(now=NOW)):
        if isinstance(found, Refusal):
            assert found.where and found.reason.isprintable()
        else:
            assert isinstance(found, Item) and found.raw and found.document.characters.strip()
            found.document.characters.encode()


@contextmanager
def _theirs_only(what: str) -> Iterator[None]:
    """In place of ``options.library``: what a library raises is the input's fault, what our own lines raise is ours."""
    try:
        yield
    except Refused:
        raise
    except Exception as error:
        if "site-packages" not in traceback.extract_tb(error.__traceback__)[-1].filename:
            raise
        raise Refused(f"{what}: {error}") from error
