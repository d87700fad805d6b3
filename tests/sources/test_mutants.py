"""Damaged files of every kind: nothing raises, and whatever is taken can be kept and read."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.model.capture import Item, Refusal
from riwaya.sources.kinds import items
from riwaya.sources.options import Options
from sources.mutants import mutant
from sources.world import NOW


@pytest.mark.parametrize("block", range(4))
def test_damaged_files_raise_nothing(tmp_path: Path, block: int) -> None:
    """``make soak`` runs many more."""
    for seed in range(block * 60, block * 60 + 60):
        check(mutant(tmp_path, seed), seed)


def check(path: Path, seed: int) -> None:
    try:
        for found in items(str(path), Options(now=NOW)):
            if isinstance(found, Refusal):
                assert found.where and found.reason.isprintable() and "taken apart (" not in found.reason, found.reason
            else:
                assert isinstance(found, Item) and found.raw and found.document.characters.strip()
                found.document.characters.encode()
    except Exception as error:
        raise AssertionError(f"seed {seed}, {path.name}: {type(error).__name__}: {error}") from error
