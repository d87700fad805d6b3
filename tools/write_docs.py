"""Write the pages of the documentation that are made from the code.

usage: write_docs.py

Writes docs/rules.md: every rule of the reader with its docstring. A test compares the page with what this would write.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

from riwaya.read.rules import FAMILIES, RULES

OUTPUT = Path(__file__).parent.parent / "docs" / "rules.md"

_HEAD = """# The rules of the reader

Every line that Riwaya prints names the rule that found it. This page is made from the docstrings of those rules, which is also
what `riwaya explain` prints under "why". After a change to a docstring: `make docs`.

The rules of statements, events, figures and dates stand in the output by these names. The other rules decide what a line says
(its act, its speaker, who acts) or whether there is a line at all; they have no name in the output.
"""

_TOPICS = {
    "": "Statements: who says what",
    "acts": "Acts: what kind of statement it is",
    "speakers": "Speakers: who is meant where the cue does not say it in full",
    "events": "Events: the words that tell of them",
    "joins": "Events: when two mentions are one event",
    "rejects": "Events: what is not coded",
    "roles": "Events: who does what to whom",
    "modality": "Events: denied, planned, demanded, possible, conditional",
    "figures": "Figures: what a number counts",
    "dates": "Dates: when",
    "places": "Places: where",
    "settings": "Settings: which place belongs to which event, and whether its clause anchors it",
}
"""Topic → title; a topic is what stands before the point in a rule's name."""


def rules_page() -> str:
    """The page as text."""
    return _HEAD + "".join(f"\n## {title}\n\n{''.join(_entries(topic))}" for topic, title in _TOPICS.items())


def _entries(topic: str) -> Iterator[str]:
    for name in (*RULES, *FAMILIES):
        if name.rpartition(".")[0] == topic:
            words = inspect.cleandoc(RULES[name].__doc__ or "") if name in RULES else FAMILIES[name]
            first, _, rest = words.partition("\n\n")
            yield f"- `{name}`: {first}\n" + "".join(f"  {line}\n" for line in rest.split("\n") if rest)


def main() -> None:
    """Write the page."""
    OUTPUT.write_text(rules_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
