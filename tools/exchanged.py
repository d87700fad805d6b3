"""What is read otherwise when words of a report are exchanged for others of their kind, or the report is written otherwise.

usage: exchanged.py FILES-or-FOLDER [--kinds say,city,…] [--reports 300] [--seed 1] [--show]

Nobody has to code a report for that: where a reading changes in more than the exchanged word, one of the two readings is wrong (or
the exchange makes no sense, as a town of Yemen beside one of Syria). For every kind, one line: reports in which something could be
exchanged, answers (statements and events) read in them, answers read otherwise and their share. ``--show`` prints those before it,
with the text around, ``-`` as the report has it, ``+`` after the exchange; § stands for an exchanged word.

Kinds are the groups of words in exchanged.tsv, each word put for another of its group, and ways of writing: ``WRITINGS``.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from riwaya.model.document import Document, Span
from riwaya.read.reader import read_document
from riwaya.spelling import LETTERS, MARKS, fold
from riwaya.tables import load_table
from sample import documents

_FOLDER: Traversable = Path(__file__).parent
_AROUND = 90
_HEAD, _TAIL = 40, 30
"""So much of a long content is compared and shown."""
_TELLING = "قال|أكد|أعلن|ذكر|أوضح|أضاف|شدد|دعا|أشار"
WRITINGS: dict[str, Callable[[str], str]] = {
    "arabic digits": lambda text: text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
    "comma before that": lambda text: re.sub(r"(?<![،:{(]) (?=إن )", "، ", text),
    "egyptian": lambda text: re.sub(r"ي(?!\w)", "ى", text),
    "hamza left off": lambda text: re.sub("[أإ]", "ا", text),
    "letters of a persian keyboard": lambda text: text.translate(str.maketrans("يك", "یک")),
    "no blanks but hard ones": lambda text: text.replace(" ", "\u00a0"),
    "no vowels": lambda text: re.sub(f"[{MARKS}]", "", text),
    "other commas": lambda text: text.replace("،", ","),
    "straight marks": lambda text: re.sub("[«»“”]", '"', text),
    "yesterday behind the verb": lambda text: re.sub(rf"(?<!\w)([وف]?(?:{_TELLING})ت?) (?=\w)", r"\1 أمس ", text),
}
"""Ways of writing a report that change nothing of what it says, but for a time more."""


class Change(NamedTuple):
    """What is done to a text, and how its words and those of the text before are compared."""

    apply: Callable[[str], str]
    level: Callable[[str], str]


class Row(NamedTuple):
    """One answer: where its cue or trigger stands, and all that is compared of it."""

    at: int
    told: str


@cache
def groups() -> dict[str, list[tuple[str, ...]]]:
    """Kind → groups of words that stand for one another."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in load_table(_FOLDER, "exchanged.tsv"):
        found.setdefault(row["kind"], []).append(row.words("words"))
    return found


def exchange(kind: str, draw: random.Random) -> Change:
    """Each word of the groups of a kind put for another, the same one throughout; a word of two groups counts to the first."""
    put: dict[str, str] = {}
    for words in groups()[kind]:
        put |= {word: other for word, other in zip(words, draw.sample(words, len(words)), strict=True) if word not in put}
    longest = sorted(put, key=len, reverse=True)
    sought = re.compile(f"(?<![{LETTERS}{MARKS}])([وف]?)({'|'.join(map(re.escape, longest))})(?![{LETTERS}{MARKS}])")
    return Change(lambda text: sought.sub(lambda at: at[1] + put[at[2]], text), lambda text: sought.sub(r"\1§", text))


def writing(kind: str, _draw: random.Random) -> Change:
    """One of WRITINGS, its words compared without spelling, marks and blanks."""
    return Change(WRITINGS[kind], _plain)


def _plain(text: str) -> str:
    return " ".join(re.sub('[«»“”"،,]', "", fold(text)).split())


KINDS: dict[str, Callable[[random.Random], Change]] = {
    **{kind: partial(exchange, kind) for kind in groups()},
    **{kind: partial(writing, kind) for kind in WRITINGS},
}
"""Every kind by its name; a draw decides which word is put for which."""


def rows(document: Document, level: Callable[[str], str]) -> Iterator[Row]:
    """The answers of a report as they are compared."""

    def words(span: Span | None) -> str:
        return level(span.text) if span is not None else "-"

    reading = read_document(document)
    for one in reading.statements:
        source = words(one.source.mention) if one.source is not None else "-"
        said = words(one.content)
        said = said if len(said) <= _HEAD + _TAIL else f"{said[:_HEAD]}…{said[-_TAIL:]}"
        yield Row(one.cue.start, f"{one.act} «{words(one.cue)}» {source} | {' '.join(map(words, one.via))} | {said}")
    for event in reading.events:
        teller = None if event.statement is None else words(reading.statements[event.statement].cue)
        sides = [words(side.span if side is not None else None) for side in (event.actor, event.target)]
        place = words(event.place.span) if event.place is not None else "-"
        counted = sorted((figure.kind, words(figure.span)) for figure in event.figures)
        told = f"{event.type} «{words(event.trigger)}» told by {teller} | {' | '.join((*sides, place))}"
        yield Row(event.trigger.start, f"{told} | {'dated' if event.date else '-'} | {counted} | {event.negated} {event.modality}")


def compared(document: Document, change: Change) -> tuple[int, list[str]] | None:
    """How many answers a report gives, and those that differ after a change, with the text around; None where nothing changes."""
    other = replace(document, text=change.apply(document.text))
    if other.text == document.text:
        return None
    sides = [(sign, one, list(rows(one, change.level))) for sign, one in (("-", document), ("+", other))]
    counts = [Counter(row.told for row in found) for _, _, found in sides]
    differing = []
    for number, (sign, one, found) in enumerate(sides):
        for row in found:
            if counts[number][row.told] > counts[1 - number][row.told]:
                around = one.characters[max(0, row.at - _AROUND) : row.at + _AROUND].replace("\n", " ")
                differing.append(f"    {around}\n  {sign} {row.told}")
    return len(sides[0][2]), differing


def measured(kind: str, reports: list[Document], most: int, seed: int) -> tuple[int, int, int, list[str]]:
    """Reports changed, answers in them, answers read otherwise (a changed answer counts once), and what ``--show`` prints."""
    draw = random.Random(f"{kind} {seed}")
    changed = answers = otherwise = 0
    shown: list[str] = []
    for document in draw.sample(reports, len(reports)):
        found = compared(document, KINDS[kind](draw))
        if found is None:
            continue
        changed, answers = changed + 1, answers + found[0]
        if found[1]:
            gone = sum(line.splitlines()[1].startswith("  -") for line in found[1])
            otherwise += max(gone, len(found[1]) - gone)
            shown += [f"### {document.id}", *found[1]]
        if changed == most:
            break
    return changed, answers, otherwise, shown


def main() -> None:
    """Print one line for every kind."""
    parser = argparse.ArgumentParser()
    parser.add_argument("addresses", nargs="+", metavar="FILES-or-FOLDER")
    parser.add_argument("--kinds", default=",".join(KINDS), help=f"of {', '.join(KINDS)}")
    parser.add_argument("--reports", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    if unknown := set(given.kinds.split(",")) - set(KINDS):
        parser.error(f"no kind {', '.join(sorted(unknown))}: choose from {', '.join(KINDS)}")
    reports = documents(given.addresses)
    for kind in given.kinds.split(","):
        changed, answers, otherwise, shown = measured(kind, reports, given.reports, given.seed)
        print(*(shown if given.show else ()), sep="\n", end="\n" if given.show and shown else "")
        share = 100 * otherwise / answers if answers else 0.0
        print(f"{kind:<30} {changed:>5} reports {answers:>6} answers {otherwise:>5} otherwise {share:>5.1f} %", flush=True)


if __name__ == "__main__":
    main()
