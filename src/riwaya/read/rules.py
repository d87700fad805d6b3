"""Every rule of the reader under the name that output and documentation give it. A rule's docstring says what it does."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from riwaya.read.cues import (
    according,
    acts,
    bare_verbs,
    dots,
    nominal,
    quotes,
    revised_tolls,
    scolding,
    seen_in,
    special,
    told_back,
    verbs,
    what_they_say,
)
from riwaya.read.dates import date_lasting, date_rules
from riwaya.read.figures import doers, figures
from riwaya.read.joining import anchors, answering, behind_it, denied, setting
from riwaya.read.places import place_points, places
from riwaya.read.roles import agents, antecedents, bearers, nounroles, parties, roles, violations
from riwaya.read.sayings import conditions
from riwaya.read.scenes import scene_dates, scene_then
from riwaya.read.speakers import identities, speakers
from riwaya.read.telling import alike, claims, modality, opinion, subject, telling, twice

Rule = Callable[..., object]


def _named(topic: str, rules: Iterable[Rule]) -> dict[str, Rule]:
    """The rules of a topic by their names; those of statements stand in output without their topic."""
    prefix = f"{topic}." if topic else ""
    return {prefix + rule.__name__.lstrip("_"): rule for rule in rules}


_STATEMENTS: tuple[Rule, ...] = (
    *verbs.JOINTS,
    told_back.relative_object,
    what_they_say.told_beside,
    bare_verbs.bare_headline,
    bare_verbs.mutual_charges,
    *special.SPECIAL.values(),
    *according.FORMULAS.values(),
    *quotes.RULES,
    *nominal.RULES,
    *dots.RULES,
    *scolding.RULES,
    *revised_tolls.RULES,
    *seen_in.RULES,
)

RULES: dict[str, Rule] = {
    **_named("", _STATEMENTS),
    **_named("acts", (*acts.RULES, conditions.condition_in)),
    **_named("speakers", (*speakers.RULES, identities.named_next, identities.titled_then_held)),
    **_named("joins", (*claims.JOINS, *twice.RULES, *(rule for rules in alike.ALIKE.values() for rule in rules))),
    **_named("rejects", (*telling.REJECTS, *telling.HARMLESS, subject.off_subject, opinion.own_voice)),
    **_named(
        "roles",
        (
            *roles.VERB_FRAMES.values(),
            *nounroles.RULES,
            *agents.RULES,
            *parties.RULES,
            *bearers.RULES,
            *violations.RULES,
            antecedents.antecedent_of,
        ),
    ),
    "events.denied_back": denied.denied_back,
    "events.stood_behind": behind_it.stood_behind,
    "events.threatened_answer": answering.threatened_answer,
    **_named("modality", modality.RULES),
    **_named("figures", figures.RULES),
    "figures.role": doers.role_figures,
    **_named("dates", (*date_rules.RULES, date_lasting.lasting)),
    "dates.since_event": scene_dates.RULES[0],
    "dates.shifted": scene_dates.RULES[1],
    "dates.looked_back": scene_then.RULES[0],
    **_named("places", (*places.RULES, *place_points.RULES)),
    **_named("settings", (*setting.RULES, anchors.is_anchored)),
}
"""Name → function."""

_PARTICIPLE = "A reporting participle that leans on the speaker of its clause"
_EVENT = {
    "act": "an act of force, pressure or control",
    "arrest": "taking or holding people",
    "attack": "an attack",
    "breach": "breaking an agreement",
    "crowd": "people gathering in the street",
    "deal": "an agreement",
    "free": "letting people go",
    "give": "giving aid",
    "hold": "taking, holding or losing ground",
    "leave": "leaving a place",
    "meet": "a meeting or visit",
    "move": "moving forces",
    "result": "what an attack did to people or things",
    "start": "the start of an operation",
    "state": "what somebody or something is in (held, besieged, wounded, deployed)",
    "stop": "ending or pausing an attack",
    "support": "one side acting with the support of another",
}

FAMILIES: dict[str, str] = {
    "participle_that": f"{_PARTICIPLE}, then أن or إن and what is said (مؤكدا أن).",
    "participle_quote": f"{_PARTICIPLE}, beside a colon or a quotation (قائلا: «...»).",
    "participle_about": f"{_PARTICIPLE}, with its preposition before what is said (مشيرا إلى نقص الدواء).",
    "participle_object": f"{_PARTICIPLE}, whose object says what happened (نافيا وجود قوات).",
    "participle_whom": f"{_PARTICIPLE}, with the one addressed, then what is said (متهما الجيش بقصف القرية).",
    **{f"events.verb_{name}": f"A verb that tells of {words}." for name, words in _EVENT.items() if name != "support"},
    **{f"events.noun_{name}": f"A noun that tells of {words}." for name, words in _EVENT.items()},
}
"""Names made of two parts → what they say: participles take the rules of verbs, event words the class of their table row."""


def first_line(rule: Rule) -> str:
    """What a rule does, in one sentence."""
    return (rule.__doc__ or "").strip().partition("\n")[0]


WORDS: dict[str, str] = {**{name: first_line(rule) for name, rule in RULES.items()}, **FAMILIES}
"""Name → what the rule does, in one sentence."""
