"""The rules in plain words: what `riwaya explain` prints under "why" and the page shows beside a claim."""

from __future__ import annotations

_STATEMENTS = {
    "verb_that": "a reporting verb, its subject, and what is said behind أن or إن",
    "verb_object": "a reporting verb whose object is what is claimed",
    "verb_about": "a reporting verb and what it is about, behind its preposition",
    "verb_quote": "a reporting verb beside a quotation",
    "verb_whom": "a reporting verb with the one addressed, then what is said",
    "participle_that": "a reporting participle that leans on the speaker before it, and what is said behind أن or إن",
    "participle_object": "a reporting participle whose object is what is claimed",
    "participle_about": "a reporting participle and what it is about, behind its preposition",
    "participle_quote": "a reporting participle beside a quotation",
    "participle_whom": "a reporting participle with the one addressed, then what is said",
    "according": "a set phrase that names the teller (according to, citing, in the words of)",
    "adopted": "somebody takes responsibility for an act",
    "ascribed": "the outlet says whose words these are (quoted from, attributed to)",
    "blame": "somebody lays the blame for an act on another",
    "colon": "a speaker, a colon, and what he says",
    "considered": "somebody judges one thing to be another",
    "emotion": "somebody voices a feeling (concern, regret, hope) about what follows",
    "estimate": "somebody puts a number to something",
    "impersonal": "words that report without naming who speaks",
    "label": "a word of distance about one name (so-called, alleged)",
    "pretext": "a reason that the outlet ascribes to the one who acts (on the pretext of)",
    "relative_object": "what is said stands before the verb that reports it (the attack which ... called)",
    "relay": "an outlet or agency passes on another teller's words",
    "repeated_act": "one reporting verb with a second content joined by and",
    "report_of": "a report, statement or study is the teller",
    "reporting_noun": "a verbal noun of reporting (a statement that, an accusation of)",
    "said_by": "what is said, then who says it",
    "said_word": "a single quoted word or phrase that the outlet ascribes to somebody",
}

_GROUPS = {
    "act": "an act of force, pressure or control",
    "arrest": "taking or holding people",
    "attack": "an attack",
    "breach": "breaking an agreement",
    "crowd": "people gathering in the street",
    "deal": "an agreement",
    "free": "letting people go",
    "give": "giving aid",
    "hold": "holding an event or meeting",
    "leave": "leaving a place",
    "meet": "a meeting or visit",
    "move": "moving forces or people",
    "result": "what an attack did to people or things",
    "start": "opening fire or beginning an attack",
    "stop": "ending an act",
}

_FIGURES = {
    "casualties": "people counted as casualties, dead and wounded together",
    "counted_attack": "a number of attacks",
    "governed": "a number that the event word governs",
    "joined": "a second number joined to the one before it",
    "munition": "a number of shells, rockets or bombs, counted as attacks",
    "subset": "a part of the number before it (among them)",
    "among": "a part of the victims that are named before it (among the dead)",
    "missing": "a number of people who are missed",
    "body": "a number of bodies, by whose they are",
    "attackers": "a number of those who carry out an attack",
    "taking_part": "a number of those who take part in an event, or whom a force comprises",
    "toll": "a total of victims",
    "victim_noun": "a number of people whose noun says what became of them (dead, wounded, prisoner)",
    "role": "a number of those who suffer or take part in the event, named elsewhere in the sentence",
}

_DATES = {
    "absolute_day": "a day and a month, with or without the year",
    "numeric_day": "a date in digits",
    "day_range": "from one day of a month to another",
    "whole_month": "a month, counted back from the day of publication",
    "weekday": "a weekday, the nearest before the day of publication unless the sentence looks ahead",
    "weekday_pair": "a night between two weekdays, or two weekdays",
    "relative_day": "a day counted from the day of publication (yesterday, today)",
    "part_of_day": "a part of the day of publication",
    "ago": "so many units before the day of publication",
    "since": "from a day until the day of publication",
    "last_units": "the last so many units before the day of publication",
    "relative_unit": "this, last or next week, month or year",
    "year_alone": "a year",
}

RULES: dict[str, str] = {
    **_STATEMENTS,
    **{f"events.verb_{name}": f"a verb that tells of {words}" for name, words in _GROUPS.items()},
    **{f"events.noun_{name}": f"a noun that tells of {words}" for name, words in _GROUPS.items()},
    **{f"figures.{name}": words for name, words in _FIGURES.items()},
    **{f"dates.{name}": words for name, words in _DATES.items()},
}
"""Name of a rule → what it says. A test reads the sample reports and cases and fails on a rule that is not here."""
