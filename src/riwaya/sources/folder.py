"""A folder is the reports in its files, in the order of their names, folders within it included."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from riwaya.sources.options import Refused


def files_under(name: str) -> Iterator[str]:
    """The files of a folder in a fixed order, without hidden ones; links to folders are not followed.

    Raises Refused where the folder cannot be read.
    """
    faults: list[OSError] = []
    for folder, folders, names in os.walk(name, onerror=faults.append):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        yield from (str(Path(folder) / one) for one in sorted(names) if not one.startswith("."))
    if faults:
        raise Refused(f"a folder that cannot be read ({faults[0].filename}: {faults[0].strerror}): its files were left out")
