"""Event words: which of its senses a trigger has here, told by the words that must or must not stand by it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Noun, Trigger
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import NOUN, VERB
from riwaya.lang.ar.words import Analysis
from riwaya.read.grammar import Grammar

_VERB_REACH, _NOUN_REACH = 16, 4
_REJECT_REACH = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """A trigger in its place: tokens (``end`` exclusive), the table entry, its analysis, and whether it is a verb."""

    index: int
    end: int
    entry: Trigger
    found: Analysis
    is_verb: bool
    companion: int = -1
    """The token of the word that the row needs beside it, -1 where it needs none."""

    @property
    def form(self) -> VerbForm | None:
        """The finite form, None for a noun."""
        return self.found.sense.form if isinstance(self.found.sense.form, VerbForm) else None

    @property
    def noun(self) -> NounForm | None:
        """The noun form, None for a verb."""
        return self.found.sense.form if isinstance(self.found.sense.form, NounForm) else None

    @property
    def passive(self) -> bool:
        """Whether the spelling shows the passive."""
        return self.form is not None and self.form.voice == "passive"


def find_marks(grammar: Grammar) -> list[Mark]:
    """The triggers of a document in text order."""
    marks: list[Mark] = []
    for index, token in enumerate(grammar.tokens):
        if "trigger" not in token.word.labels or index in grammar.phrases.dated or (mark := mark_at(grammar, index)) is None:
            continue
        if marks and index <= _swallowed(grammar, marks[-1]):
            continue
        marks.append(mark)
    return [mark for mark in marks if not _starts_an_attack(mark, marks)]


def _end(grammar: Grammar, mark: Mark) -> int:
    """A trigger of several words that stand together ends with the last of them."""
    together = mark.companion == mark.index + 1 and mark.entry.group not in ("leave", "move", "arrest", "free", "hold", "meet")
    return _swallowed(grammar, mark) + 1 if together else mark.index + 1


def _swallowed(grammar: Grammar, mark: Mark) -> int:
    """The last token that belongs to a trigger of several words: وقف إطلاق النار, لقي ... مصرعه, إنهاء القتال."""
    if mark.companion < 0:
        return mark.index
    behind = mark.companion + 1
    fire = behind < len(grammar.tokens) and grammar.tokens[behind].word.core in ("نار", "نيران")
    return behind if fire else mark.companion


def _starts_an_attack(mark: Mark, marks: list[Mark]) -> bool:
    """بدأ هجوما, أطلق حملة ضربات: a verb of starting before a described attack adds no event of its own."""
    if mark.entry.group != "start":
        return False
    return any(other.entry.group == "attack" and mark.index < other.index <= mark.companion + 2 for other in marks)


def mark_at(grammar: Grammar, index: int) -> Mark | None:
    """The trigger at a token in the sense that its neighbours support; None where none fits."""
    best: tuple[int, Mark] | None = None
    for found in _readings(grammar, index):
        entry = found.sense.entry
        if not isinstance(entry, Trigger) or _rejected(grammar, index, entry):
            continue
        is_verb = found.sense.part == "verb"
        at = _companion(grammar, index, entry, is_verb)
        if at is None:
            continue
        distance = at - index if entry.needs else _FAR
        if best is None or distance < best[0]:
            mark = Mark(index, index + 1, entry, found, is_verb, at if entry.needs else -1)
            best = distance, replace(mark, end=_end(grammar, mark))
    return best[1] if best else None


_FAR = 99


def _readings(grammar: Grammar, index: int) -> Iterator[Analysis]:
    """The analyses that agree with the part of speech that the sentence gives the token."""
    part = grammar.parts[index]
    wanted = "verb" if part == VERB else "noun" if part == NOUN else ""
    for found in grammar.tokens[index].word.all("trigger"):
        if found.sense.part != wanted:
            continue
        jussive = wanted == "verb" and getattr(found.sense.form, "tense", "") == "jussive"
        if jussive and not grammar.negated(index):
            continue
        if wanted == "verb" and getattr(found.sense.form, "voice", "") == "passive" and _has_active(grammar, index):
            continue
        yield found


def _has_active(grammar: Grammar, index: int) -> bool:
    """Whether a form is an active of some row too: أصيب is its own row, not only the passive of أصاب."""
    return any(getattr(found.sense.form, "voice", "") == "any" for found in grammar.tokens[index].word.all("trigger", "verb"))


def _rejected(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """Whether a word stands by that gives the form another sense (ضرب مثلا، فجر مفاجأة)."""
    if not entry.rejects:
        return False
    first = max(0, index - 1)
    window = grammar.tokens[first : index + 1 + _REJECT_REACH]
    return any(token.norm in entry.rejects or token.word.core in entry.rejects for token in window if token.index != index)


def _companion(grammar: Grammar, index: int, entry: Trigger, is_verb: bool) -> int | None:
    """Where a word stands that the trigger needs (أطلق ... النار); the trigger's own place if it needs none."""
    if not entry.needs:
        return index
    reach = _VERB_REACH if is_verb else _NOUN_REACH
    limit = min(grammar.layout.sentence(index).end, index + 1 + reach)
    for at in range(index + 1, limit):
        token = grammar.tokens[at]
        if token.norm in entry.needs or token.word.core in entry.needs or _of_class(grammar, at, entry.needs):
            return at
        if not is_verb and grammar.parts[at] == VERB:
            return None
    found = grammar.tokens[index].word.find("trigger")
    if found is not None and found.pronoun and "#person" in entry.needs:
        return index
    return None


def _of_class(grammar: Grammar, at: int, needs: frozenset[str]) -> bool:
    """Whether a token is of a class that is asked for: #place, #person, #captive."""
    if "#place" in needs and (_is_settlement(grammar, at) or at in grammar.place_at):
        return True
    return bool(needs & {"#person", "#captive"}) and _is_person(grammar, at)


def _is_person(grammar: Grammar, at: int) -> bool:
    """Whether a token names a person, a victim or the holder of an office."""
    word = grammar.tokens[at].word
    if "person" in word.labels and grammar.parts[at] == NOUN:
        return True
    found = word.find("source")
    entry = found.sense.entry if found else None
    return isinstance(entry, Noun) and entry.group in ("title", "rank", "witness", "anonymous")


def _is_settlement(grammar: Grammar, at: int) -> bool:
    found = grammar.tokens[at].word.find("thing")
    entry = found.sense.entry if found else None
    return isinstance(entry, Noun) and entry.group in ("settlement", "position")
