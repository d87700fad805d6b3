"""Write the pages of the documentation that are made from the code.

usage: write_docs.py

Writes docs/rules.md from riwaya.show.rules. A test compares the page with what this would write.
"""

from __future__ import annotations

from pathlib import Path

from riwaya.show.rules import RULES

OUTPUT = Path(__file__).parent.parent / "docs" / "rules.md"
_HEAD = """# Rules

Every statement, event, date and figure names the rule that found it. `riwaya explain` prints these words, the page shows them under
"why". This page is made by `tools/write_docs.py` (`make docs`).
"""
_PARTS = {"": "Statements", "events": "Events", "figures": "Figures", "dates": "Dates"}


def rules_page() -> str:
    """The page of all rules, one table for each kind, in the order of the code."""
    out = [_HEAD]
    for part, title in _PARTS.items():
        rows = [f"| `{rule}` | {words} |" for rule, words in RULES.items() if rule.rpartition(".")[0] == part]
        out.append("\n".join([f"\n## {title}\n", "| rule | what it sees |", "|---|---|", *rows, ""]))
    return "".join(out)


def main() -> None:
    """Write the page."""
    OUTPUT.write_text(rules_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
