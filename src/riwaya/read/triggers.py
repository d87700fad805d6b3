"""Event words: which of its senses a trigger has here, told by the words that must or must not stand by it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Noun, Trigger
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import ADVERB, AUXILIARY, NOUN, PREPOSITION, PRONOUN, RELATIVE, THAT, VERB
from riwaya.lang.ar.words import Analysis
from riwaya.read.grammar import Grammar

_VERB_REACH, _NOUN_REACH = 16, 5
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
    named = together and _answers(grammar, mark.companion, mark.entry.needs, classes=False)
    return _swallowed(grammar, mark) + 1 if named else mark.index + 1


def _swallowed(grammar: Grammar, mark: Mark) -> int:
    """The last token that belongs to a trigger of several words: وقف إطلاق النار, لقي ... مصرعه, إنهاء القتال."""
    if mark.companion < 0:
        return mark.index
    behind = mark.companion + 1
    fire = behind < len(grammar.tokens) and grammar.tokens[behind].word.core in ("نار", "نيران")
    return behind if fire else mark.companion


def _starts_an_attack(mark: Mark, marks: list[Mark]) -> bool:
    """بدأ هجوما, أطلق عملية مداهمات: a verb of starting before a described deed adds no event of its own."""
    if mark.entry.group != "start":
        return False
    deeds = (other for other in marks if mark.index < other.index <= mark.companion + 2)
    return any(other.entry.group == "attack" or other.entry.type in ("COERCE", "CONTROL") for other in deeds)


def mark_at(grammar: Grammar, index: int) -> Mark | None:
    """The trigger at a token in the sense that its neighbours support; None where none fits."""
    best: tuple[int, Mark] | None = None
    for found in _readings(grammar, index):
        entry = found.sense.entry
        if not isinstance(entry, Trigger) or _rejected(grammar, index, entry) or _unlike(entry, found):
            continue
        is_verb = found.sense.part == "verb"
        at = _companion(grammar, index, entry, is_verb)
        if at is None:
            continue
        distance = at - index if entry.needs else _FAR
        if best is None or distance < best[0]:
            best = distance, Mark(index, index + 1, entry, found, is_verb, at if entry.needs else -1)
    if best is None:
        return None
    end = _end(grammar, best[1])
    return best[1] if end == index + 1 else replace(best[1], end=end)


def _unlike(entry: Trigger, found: Analysis) -> bool:
    """A form that the verb of a row cannot have: an object on an intransitive (تقدمها), many people on one visit."""
    form = found.sense.form
    if not isinstance(form, VerbForm):
        return False
    return (entry.frame in ("A", "V", "M") and bool(found.pronoun)) or (entry.mode == "visit" and form.number == "p")


_FAR = 99


def _readings(grammar: Grammar, index: int) -> Iterator[Analysis]:
    """The analyses that agree with the part of speech that the sentence gives the token."""
    part = grammar.parts[index]
    wanted = "verb" if part == VERB else "noun" if part == NOUN else ""
    for found in grammar.tokens[index].word.all("trigger"):
        if found.sense.part != wanted and not (wanted == "noun" and found.sense.part == "phrase"):
            continue
        if (
            isinstance(found.sense.entry, Trigger)
            and found.sense.entry.group == "state"
            and not _is_predicate(grammar, index, found)
        ):
            continue
        jussive = wanted == "verb" and getattr(found.sense.form, "tense", "") == "jussive"
        if jussive and not grammar.negated(index):
            continue
        if wanted == "verb" and getattr(found.sense.form, "voice", "") == "passive" and _has_active(grammar, index):
            continue
        yield found


def _is_predicate(grammar: Grammar, index: int, found: Analysis) -> bool:
    """Whether a participle says what somebody is (باتوا محاصرين, الوالد مصاب), or who made him so (المختطف من قبل الجماعة)."""
    if found.sense.part == "verb":
        return True
    behind = [token.norm for token in grammar.tokens[index + 1 : index + 3]]
    if behind == ["من", "قبل"] or behind == ["علي", "يد"]:
        return True
    if found.article or found.preposition or index == 0:
        return False
    before = index - 1
    while before > 0 and grammar.parts[before] == ADVERB:
        before -= 1
    if grammar.parts[before] in (AUXILIARY, THAT, PRONOUN):
        return True
    return grammar.parts[before] == NOUN and grammar.phrases.is_definite(before) and not grammar.phrases.is_adjective(before)


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
    if _pointed_at(grammar, index, entry):
        return index
    classes = True
    for at in range(index + 1, limit):
        if _answers(grammar, at, entry.needs, classes):
            return at
        if grammar.parts[at] == VERB and (not is_verb or "cue" in grammar.tokens[at].word.labels):
            break
        classes = classes and not _ends_reach(grammar, at)
    return _before(grammar, index, entry) if is_verb else None


def _ends_reach(grammar: Grammar, at: int) -> bool:
    """What a class of words is not looked for beyond: another clause, or what و joins."""
    return grammar.parts[at] in (VERB, THAT, RELATIVE) or bool(grammar.tokens[at].word.conjunction)


def _answers(grammar: Grammar, at: int, needs: frozenset[str], classes: bool = True) -> bool:
    """Whether a token is one of the words or, where asked, of one of the classes that a trigger needs."""
    token = grammar.tokens[at]
    if token.norm in needs or token.word.core in needs or token.word.bare in needs:
        return True
    return classes and any(belongs(grammar, at) for belongs in _classes(needs))


@cache
def _classes(needs: frozenset[str]) -> tuple[Callable[[Grammar, int], bool], ...]:
    """The classes of words among what a trigger needs."""
    return tuple(belongs for name, belongs in CLASSES.items() if name in needs)


def _before(grammar: Grammar, index: int, entry: Trigger) -> int | None:
    """The subject before a verb that needs a force or a vehicle as its subject (إن طائرة حربية هبطت); its own token then."""
    wanted = entry.needs if entry.frame in ("A", "V") else entry.needs & _SUBJECTS
    if not wanted:
        return None
    for at in range(index - 1, max(grammar.clause_start(index), index - _VERB_REACH) - 1, -1):
        if grammar.parts[at] == VERB or grammar.is_comma(at):
            return None
        if grammar.parts[at] == NOUN and _answers(grammar, at, wanted) and grammar.parts[at - 1] != PREPOSITION:
            return index
    return None


_SUBJECTS = frozenset({"#protester", "#force", "#vehicle", "#official", "#munition"})


def _pointed_at(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """A pronoun on the trigger stands for what it needs: هم for people, ها or ه for a place (بعد تحريرها)."""
    found = next((one for one in grammar.tokens[index].word.all("trigger") if one.sense.entry is entry), None)
    pronoun = found.pronoun if found is not None else ""
    if not pronoun:
        return False
    if entry.group == "breach":
        return True
    people = pronoun in ("هم", "هن")
    return bool(entry.needs & (_PEOPLE if people else frozenset({"#place"}) | ({"#person"} if pronoun == "ه" else frozenset())))


_PEOPLE = frozenset({"#person", "#captive", "#force"})


def _is_person(grammar: Grammar, at: int) -> bool:
    """Whether a token names a person, a victim or the holder of an office."""
    return ("person" in grammar.tokens[at].word.labels and grammar.parts[at] == NOUN) or _source_group(grammar, at) in _HUMANS


_HUMANS = frozenset({"title", "rank", "witness", "anonymous"})


def _is_force(grammar: Grammar, at: int) -> bool:
    """Whether a token names fighters, soldiers, police, a unit or an armed organisation."""
    found = grammar.tokens[at].word.find("person")
    entry = found.sense.entry if found else None
    return (isinstance(entry, Noun) and entry.group in ("military", "militant", "police", "unit")) or grammar.tokens[
        at
    ].word.core in _ARMIES


_ARMIES = frozenset(
    {"جيش", "تحالف", "حرس", "تنظيم", "حركه", "مقاومه", "ميليشيا", "ميليشيات", "فصائل", "تعزيزات", "حوثيون", "حوثيين"}
)


def is_protester(grammar: Grammar, at: int) -> bool:
    """Whether a token names people who protest."""
    found = grammar.tokens[at].word.find("person")
    entry = found.sense.entry if found else None
    return isinstance(entry, Noun) and entry.lemma in _PROTESTERS


_PROTESTERS = frozenset({"متظاهر", "متظاهرة", "محتج", "معتصم", "متضامن"})


def _is_official(grammar: Grammar, at: int) -> bool:
    """Whether a token is the title of an office, or a delegation."""
    return _source_group(grammar, at) == "title" or grammar.tokens[at].word.core in ("وفد", "مبعوث", "موفد", "بعثه")


def _is_place(grammar: Grammar, at: int) -> bool:
    return _thing_group(grammar, at) in ("settlement", "position") or at in grammar.place_at


def _source_group(grammar: Grammar, at: int) -> str:
    found = grammar.tokens[at].word.find("source")
    entry = found.sense.entry if found else None
    return entry.group if isinstance(entry, Noun) else ""


def _thing_group(grammar: Grammar, at: int) -> str:
    found = grammar.tokens[at].word.find("thing")
    entry = found.sense.entry if found else None
    return entry.group if isinstance(entry, Noun) else ""


def _thing(*groups: str) -> Callable[[Grammar, int], bool]:
    return lambda grammar, at: _thing_group(grammar, at) in groups


CLASSES: dict[str, Callable[[Grammar, int], bool]] = {
    "#place": _is_place,
    "#person": _is_person,
    "#captive": _is_person,
    "#force": _is_force,
    "#protester": is_protester,
    "#name": lambda grammar, at: grammar.phrases.is_proper(at),
    "#official": _is_official,
    "#vehicle": _thing("vehicle"),
    "#weapon": _thing("weapon", "munition"),
    "#munition": _thing("munition"),
    "#building": _thing("building"),
}
"""The classes of words that a row of the trigger table can ask for beside it."""
