"""What the program must read of the example of a row, table by table: the row's class, not only its letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cached_property

from firing import fired
from riwaya.lang.ar.parts import CLOSED
from riwaya.lang.ar.wordlists import word_lists
from riwaya.lang.ar.words import forget_words
from riwaya.model.document import Document
from riwaya.model.event import Figure
from riwaya.model.reading import Reading
from riwaya.read.dates.dates import DateMention, find_dates
from riwaya.read.events import find_claims
from riwaya.read.grammar import Grammar, understand
from riwaya.read.places.places import PlaceMention, find_places
from riwaya.read.reader import read_document
from riwaya.read.statements import Told, find_statements
from riwaya.read.telling.claims import Claim
from riwaya.spelling import fold
from riwaya.tables import Row, language_folder, load_table

DAY = date(2026, 3, 2)


def _last_day(row: Row) -> date:
    """The last day on which a row holds that holds until some day; else the day of all examples."""
    until = row["until"] if "until" in row.columns else ""
    return date.fromisoformat(until) if until else DAY


class Example:
    """The example of a row, read."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.document = Document("row", "", row["example"], _last_day(row))

    @cached_property
    def grammar(self) -> Grammar:
        """Its tokens, parts of speech and phrases."""
        return understand(self.document, None)

    @cached_property
    def told(self) -> list[Told]:
        """Its statements in tokens."""
        return find_statements(self.grammar)

    @cached_property
    def claims(self) -> list[Claim]:
        """Its events in tokens."""
        return find_claims(self.grammar, self.told)

    @cached_property
    def reading(self) -> Reading:
        """Its statements and events."""
        return read_document(self.document)

    @cached_property
    def places(self) -> list[PlaceMention]:
        """Its named places."""
        return find_places(self.grammar.layout)

    @cached_property
    def dates(self) -> list[DateMention]:
        """Its times."""
        return find_dates(self.grammar.layout, DAY)

    @property
    def figures(self) -> list[Figure]:
        """Its numbers."""
        return [figure for event in self.reading.events for figure in event.figures]

    @property
    def acts(self) -> set[str]:
        """The acts of its statements."""
        return {one.statement.act for one in self.told}

    def tokens(self, label: str, lemma: str) -> list[int]:
        """The tokens that can be the word of a row."""
        words = enumerate(token.word for token in self.grammar.tokens)
        return [k for k, word in words if any(one.sense.label == label and one.sense.entry.lemma == lemma for one in word.analyses)]


Check = Callable[[Example], bool]


def closed_word(one: Example) -> bool:
    """A word of a closed class has its part of speech; other classes do what they are there for."""
    name, form = one.row["class"], one.row["form"]
    at = one.tokens(name, form)
    if name in CLOSED:
        return name in [one.grammar.parts[k] for k in at]
    return bool(at) and (name not in WORDS or WORDS[name](one, form, at))


def _no_count(one: Example, form: str, at: list[int]) -> bool:
    return not [figure for figure in one.figures if any(letter.isdigit() for letter in figure.span.text)]


def _covered(one: Example, form: str, at: list[int]) -> bool:
    return any(place.start <= k < place.end for place in one.places for k in at)


def _rule(*names: str) -> Callable[[Example, str, list[int]], bool]:
    return lambda one, form, at: bool(fired(one.document) & set(names))


WORDS: dict[str, Callable[[Example, str, list[int]], bool]] = {
    "channel": lambda one, form, at: any(one.grammar.phrases.is_channel(k) for k in at),
    "addressee": lambda one, form, at: any(
        told.addressee and fold(form) in fold(one.grammar.span(told.addressee).text) for told in one.told
    ),
    "measure": lambda one, form, at: not one.figures,
    "numbered": _no_count,
    "unplaced": lambda one, form, at: not [place for place in one.places if not place.pointing],
    "direction": lambda one, form, at: form.endswith("ا") or any(place.located for place in one.places),
    "locative": lambda one, form, at: any(place.located for place in one.places),
    "namehead": _covered,
    "basis": lambda one, form, at: not one.told,
    "according": _rule("according", "said_by"),
    "blame": _rule("blame"),
    "anonymity": lambda one, form, at: [told.statement.act for told in one.told] == ["admit"],
    "masdar": lambda one, form, at: any(told.content[0] in at for told in one.told),
    "comment": _rule("rejects.commented"),
    "contest": _rule("rejects.contested"),
    "subset": lambda one, form, at: form in ("غالبيتهم", "معظمهم") or "figures.subset" in fired(one.document),
}
"""Class of words.tsv → what its example must show."""


def source(one: Example) -> bool:
    """The word heads or stands in the one who speaks; a document gives way to its issuer."""
    at = one.tokens("source", one.row["singular"])
    speakers = [told.speaker for told in one.told if told.speaker is not None]
    if one.row["class"] == "document":
        return bool(at) and bool(speakers)
    return any(speaker[0] <= k < speaker[1] for speaker in speakers for k in at)


def cue(one: Example) -> bool:
    """A statement of the row's act, at a form of the row."""
    lemma = one.row["perfect"]
    at = {k for told in one.told if told.statement.act == one.row["act"] for k in range(*told.cue)}
    return bool(at & set(one.tokens("cue", lemma)))


def trigger(one: Example) -> bool:
    """An event of the row's type, at a form of the row or joined with it."""
    lemma = one.row["perfect"] or one.row.words("nouns")[0]
    marks = (mark for claim in one.claims for mark in (claim.mark, *claim.absorbed))
    return any(mark.entry.lemma == lemma and mark.entry.type == one.row["type"] for mark in marks)


def modality(one: Example) -> bool:
    """An event that the word colours."""
    wanted = one.row["modality"]
    return any(event.negated if wanted == "negated" else event.modality == wanted for event in one.reading.events)


def formula(one: Example) -> bool:
    """A set phrase of the outlet's own voice makes no statement, any other one of its act."""
    if one.row["kind"] == "background":
        return not one.told
    return one.row["kind"] in {told.statement.rule for told in one.told} and (
        one.row["kind"] == "said_by" or one.row["act"] in one.acts
    )


def actor(one: Example) -> bool:
    """The speaker is who the row says."""
    entities = [told.statement.source.entity or "" for told in one.told if told.statement.source]
    wanted = one.row["id"] if "id" in one.row.columns else ":" + one.row["kind"]
    return any(entity == wanted or (wanted.startswith(":") and entity.endswith(wanted)) for entity in entities)


def institution(one: Example) -> bool:
    """The institution is the speaker or acts."""
    acting = [event.actor.entity or "" for event in one.reading.events if event.actor]
    return actor(one) or any(entity.endswith(":" + one.row["kind"]) for entity in acting)


def _begins(one: Example) -> Iterator[date]:
    yield from (mention.when.start for mention in one.dates)


def month(one: Example) -> bool:
    """A day in that month; for the Hijri calendar any day."""
    return any(one.row["calendar"] != "gregorian" or day.month == int(one.row["number"]) for day in _begins(one))


def direction(one: Example) -> bool:
    """A time on the side of publication that the word points to."""
    if one.row["form"].endswith("ان"):
        return True
    past = {"past": -1, "current": 0, "next": 1}[one.row["direction"]]
    return any((day < DAY) if past < 0 else (mention.when.end >= DAY) for mention in one.dates for day in [mention.when.start])


def third_of_a_month(one: Example) -> bool:
    """A part of a month."""
    return any((mention.when.end - mention.when.start).days <= 12 for mention in one.dates)


def type_noun(one: Example) -> bool:
    """A place that begins with the noun, of its precision where the row insists on it."""
    nouns = {fold(form) for column in ("singular", "plural") for form in one.row.words(column)}
    begins = [place for place in one.places if fold(place.place.span.text).removeprefix("ال").startswith(tuple(nouns))]
    strict = one.row["take"] not in ("own", "known")
    return any(not strict or place.place.precision in (one.row["precision"], "town", "region", "district") for place in begins)


def condition(one: Example) -> bool:
    """A statement on the condition that the word opens."""
    form = fold(one.row["form"]).removeprefix("و")
    found = (told.statement.condition for told in one.told)
    return any(span is not None and fold(span.text).removeprefix("و").startswith(form) for span in found)


def listed_word(one: Example) -> bool:
    """A word of a list that a rule asks for: without it the example is read otherwise."""
    word, whole, words = fold(one.row["form"]), one.reading, word_lists()[one.row["list"]]
    words.remove(word)
    forget_words()
    try:
        return read_document(one.document) != whole
    finally:
        words.add(word)
        forget_words()


CHECKS: dict[str, Check] = {
    "words.tsv": closed_word,
    "sources.tsv": source,
    "cues.tsv": cue,
    "triggers.tsv": trigger,
    "modality.tsv": modality,
    "formulas.tsv": formula,
    "actors.tsv": actor,
    "institutions.tsv": institution,
    "conditions.tsv": condition,
    "overrides.tsv": lambda one: one.row["act"] in one.acts,
    "emotions.tsv": lambda one: one.row["act"] in one.acts,
    "attitudes.tsv": lambda one: one.row["act"] in one.acts,
    "furniture.tsv": lambda one: not one.told,
    "approximations.tsv": lambda one: any(fold(one.row["form"]) in fold(figure.approx or "") for figure in one.figures),
    "months.tsv": month,
    "weekdays.tsv": lambda one: int(one.row["number"]) in {day.weekday() for day in _begins(one)},
    "dayparts.tsv": lambda one: len(one.dates) == 1,
    "dayshifts.tsv": lambda one: DAY + timedelta(days=int(one.row["days"])) in set(_begins(one)),
    "timeunits.tsv": lambda one: one.row["form"].endswith("ان") or bool(one.dates),
    "reltimes.tsv": direction,
    "monthparts.tsv": third_of_a_month,
    "ordinals.tsv": lambda one: int(one.row["number"]) in {day.day for day in _begins(one)},
    "seasons.tsv": lambda one: int(one.row["first"]) in {day.month for day in _begins(one)},
    "decades.tsv": lambda one: int(one.row["year"]) in {day.year for day in _begins(one)},
    "feasts.tsv": lambda one: bool(one.dates),
    "notimes.tsv": lambda one: not one.dates,
    "placenouns.tsv": type_noun,
    "countries.tsv": lambda one: one.row["iso2"] in {place.place.country for place in one.places},
}
CHECKS |= {f"lists/{entry.name}": listed_word for entry in (language_folder("ar") / "lists").iterdir()}
"""Table → what its examples must show."""


def unread(name: str) -> list[str]:
    """The rows of a table whose examples are not read as the row says."""
    rows = load_table(language_folder("ar"), name)
    return [f"{row.line}: {row['example']}" for row in rows if not CHECKS[name](Example(row))]
