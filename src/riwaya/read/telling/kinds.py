"""Which rules of what is told can hold of an event at all, by its type and class: no other need be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from riwaya.read.grammar import Grammar

_Asked = TypeVar("_Asked")
_Rule = TypeVar("_Rule", bound=Callable[..., bool])

_BY_KIND = {
    "result": "may_yet_die is_honoured visited_victims no_news without_harm nobody_hurt bodies_to_recover",
    "ASSAULT": "only_judged hurt_among_others are_named among_the_worst no_part_taken at_no_body who_took_part of_its_kind",
    "ASSAULT COERCE CONTROL": "by_nature practised",
    "ASSAULT COERCE": "only_charged",
    "CONSULT AGREE": "to_be_thwarted",
    "MOBILIZE": "starts_no_operation takes_part_in_none deploys_nothing forms_no_force learns_arms",
    "CONTROL MOBILIZE": "comes_unarmed",
    "CONSULT MOBILIZE": "comes_to_a_point",
    "CONSULT": "visits_nobody",
    "CONTROL": "in_hands contested by_votes",
    "CONTROL RETREAT": "named_for_it",
    "RETREAT": "leaves_unarmed forsaken",
    "AGREE": "of_one_mind",
    "AID": "no_help serves_body helped_by done_to_help helps_with_task load_of_target sought kept_out helps_nobody_named",
    "move": "on_arrival",
    "move hold": "kept_from_coming",
    "crowd": "adverbial_cause only_chants hit_while_gathered",
    "meet": "channel meanwhile known_meeting is_interview",
    "start attack": "since_begun",
    "stop": "truce_of_a_deal halt_discussed aim_of_efforts",
    "deal": "long_signed",
    "free leave MOBILIZE AID": "deed_discussed",
    "stop free leave deal": "topic_of_talks framed_by_deal",
}
"""Types and classes of events → the rules that hold of no others; ``tests/test_kinds.py`` asks them of all others too."""

ONLY_OF = {rule: frozenset(kinds.split()) for kinds, rules in _BY_KIND.items() for rule in rules.split()}

ONLY_OF_NOUNS = frozenset(
    (
        "visited_victims no_news without_harm nothing_held sentenced bomb_found nobody_hurt driven on_arrival "
        "among_the_worst for_the_sake only_to_end bodies_to_recover best_way no_remedy no_part_taken no_help back_to_it "
        "only_a_blow only_there learns_arms practised"
    ).split()
)
"""The rules that hold of no verb."""


def holds(rules: Iterable[Callable[[Grammar, _Asked], bool]], grammar: Grammar, asked: _Asked) -> bool:
    """Whether one of some rules holds of an event."""
    for rule in rules:  # noqa: SIM110 - a generator would take twice as long
        if rule(grammar, asked):
            return True
    return False


def asked_of(rules: Iterable[_Rule], kinds: tuple[str, str], is_verb: bool) -> tuple[_Rule, ...]:
    """Those of some rules that can hold of an event of these kinds (its type and class)."""
    fit = [rule for rule in rules if not (is_verb and rule.__name__ in ONLY_OF_NOUNS)]
    return tuple(rule for rule in fit if rule.__name__ not in ONLY_OF or not ONLY_OF[rule.__name__].isdisjoint(kinds))
