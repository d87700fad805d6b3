"""How common a written form is, and how often it is a verb: counts from unlabelled news (tools/count_forms.py)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _counts() -> tuple[dict[str, int], dict[str, int]]:
    tokens: dict[str, int] = {}
    percents: dict[str, int] = {}
    for line in (files("riwaya") / "data" / "forms.tsv").read_text(encoding="utf-8").split("\n")[1:]:
        form, _, rest = line.partition("\t")
        count, _, percent = rest.partition("\t")
        if count:
            tokens[form] = int(count)
        if percent and int(percent) >= _LEAST_PERCENT:
            percents[form] = int(percent)
    return tokens, percents


_LEAST_PERCENT = 15
"""Below this the few verbal places are noise: the form counts as never seen as a verb."""


def frequency(form: str) -> int:
    """How often a folded form was counted; 0 for a rare one."""
    return _counts()[0].get(form, 0)


def verb_percent(form: str) -> int | None:
    """How often, in percent, a folded form stood where only a verb can stand; None where hardly ever or too little tells."""
    return _counts()[1].get(form)
