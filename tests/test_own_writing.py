"""Samples, cases and examples are our own writing: no seven words in a row stand in the real reports beside the project."""

import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
RUN = 7
AT_ROOT = set(".gitignore ARCHITECTURE.md CHANGELOG.md CONTRIBUTING.md LICENSE Makefile NOTICE README.md pyproject.toml".split())
WORD = re.compile("[\u0621-\u063a\u0641-\u064a]{2,}")
FIELDS = re.compile("[\t\n|]")
MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Each run of so many Arabic words of two letters and more, whatever stands between them."""
    words = WORD.findall(MARKS.sub("", text))
    return (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def tracked() -> list[Path]:
    """The files of the project, in whatever folder and of whatever kind."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout.split("\0")
    return [ROOT / name for name in listed if name]


def own() -> dict[tuple[str, ...], str]:
    """Each run in a line or field of the project's files → where."""
    found = {}
    for path in tracked():
        for field in FIELDS.split(path.read_bytes().decode("utf-8", "replace")):
            found.update(dict.fromkeys(runs(field), path.name))
    return found


def strings(value: object) -> Iterator[str]:
    """The strings in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


def reports() -> Iterator[str]:
    """The texts of the real reports."""
    for path in sorted(SHARED.glob("corpus/*.zip")):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                yield from strings(json.loads(archive.read(name)))
    for path in sorted([*SHARED.glob("coding/*/texts.json"), SHARED / "gsr/texts.json"]):
        yield from strings(json.loads(path.read_text(encoding="utf-8")))
    for line in (SHARED / "incidents/texts.jsonl").read_text(encoding="utf-8").splitlines():
        yield from strings(json.loads(line))


def test_runs_of_words_are_found_across_signs() -> None:
    assert len(list(runs("أعلن الجيش، أمس، أنه قصفَ القريـة ليلا"))) == 1
    assert list(runs("أعلن الجيش أمس أنه قصف القرية")) == []


def test_nothing_lies_at_the_root_but_what_belongs_there() -> None:
    """What a run printed once into a file of the root was committed with the work, and lay there unseen."""
    assert {path.name for path in tracked() if path.parent == ROOT} == AT_ROOT


@pytest.mark.skipif(not (SHARED / "corpus").exists(), reason="the real reports are not at hand (../shared)")
def test_nothing_is_copied_from_real_reports() -> None:
    ours = own()
    copied = {f"{ours[run]}: {' '.join(run)}" for text in reports() for run in runs(text) if run in ours}
    assert copied == set()
