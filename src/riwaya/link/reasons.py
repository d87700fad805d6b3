"""Why: the words behind the names of rules. A rule's docstring is what the user reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from riwaya.link import accounts, bearings, promises, relations, scopes, standing

_RULES: tuple[Callable[..., Any], ...] = (
    accounts.vaguer_words,
    accounts.newer_figure,
    accounts.new_count,
    accounts.same_number_in_less_detail,
    accounts.others_agree_on_his_other_figure,
    accounts.higher_figure_in_the_same_report,
    *scopes.RULES,
    *standing.RULES,
    *relations.FIGURE_RULES,
    relations.denies_the_event,
    relations.denies_the_figure,
    relations.admits_the_deed,
    relations.admits_its_losses,
    *(rule for _, rule in bearings.RULES),
    promises.tells_it_again,
    promises.takes_it_back_in_words,
)

_SAID = {
    accounts.SAID_TO_BE_NEW: "The words say that the count is a new one.",
    "a_person_rejected_it": "A person decided that this figure is wrong here.",
    "a_person_says_it_repeats": "A person decided that this figure repeats another one.",
    "part_of_the_figure_before": "It counts a part of another figure (among them, of whom), and is never added to it.",
    "outlet_repeats_its_source": "The outlet says in its own voice, often in the headline, what its report attributes to somebody.",
}


def _words(rules: Iterable[Callable[..., Any]]) -> dict[str, str]:
    """The first paragraph of each docstring on one line."""
    return {rule.__name__: " ".join((rule.__doc__ or "").partition("\n\n")[0].split()) for rule in rules}


REASONS: dict[str, str] = _words(_RULES) | _SAID
"""Name of a rule → what it says, one line."""


def reason(name: str) -> str:
    """What a rule says; its name where no words are known."""
    return REASONS.get(name, name)
