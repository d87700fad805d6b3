"""Who of those before a verb or a pronoun may act next: crews, objects that are somebody, the nearest men."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Closed
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import NOUN
from riwaya.lang.ar.thing_groups import HARDWARE
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.able import is_party
from riwaya.read.clauses.near import ACTOR, thing_group
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.set_off import is_several
from riwaya.read.statements import Told
from riwaya.spelling import folded


def nearer_men(grammar: Grammar, index: int, pronoun: str, found: Range) -> Range:
    """اشتبكت القوات مع المسلحين لدى محاولتهم اقتحام القرية: the men behind a subject that هم does not fit; else the subject."""
    if pronoun == "ها" and (troops := _troops_met(grammar, found[1], index)) is not None:
        return troops
    if pronoun != "هم" or grammar.gender(found[0]) != "f":
        return found
    men = last_men(grammar, found[1], index)
    if men is None and thing_group(grammar, found[0]) in HARDWARE:  # انسحب المسلحون بعد أن قصفت الطائرات مواقعهم قبل | انسحابهم
        return _men_hit(grammar, found[1], index) or last_men(grammar, grammar.layout.sentence(index).start + 1, found[0]) or found
    return men or found


def _troops_met(grammar: Grammar, first: int, index: int) -> Range | None:
    """فجرت المقاومة عبوة في آلية ل | قوات الاحتلال | خلال اقتحامها المدينة: troops named right before they come."""
    if grammar.tokens[index - 1].norm not in ("خلال", "اثناء"):
        return None
    for at in range(index - 2, first - 1, -1):
        if grammar.tokens[at].word.core == "قوات" and grammar.phrases.begins(at):
            return (at, index - 1) if grammar.phrases.end(at, index - 1) == index - 1 else None
    return None


def _men_hit(grammar: Grammar, first: int, index: int) -> Range | None:
    """قصفت الطائرات مواقع | المسلحين قبل انسحابهم: the men whose posts machines hit."""
    for at in range(first, index):
        if grammar.parts[at] == NOUN and are_men(grammar, at) and is_party(grammar, (at, at + 1)):
            return at, grammar.phrases.end(at, index, ACTOR)
    return None


def men_told_of(grammar: Grammar, mark: Mark, told: Told) -> Range | None:
    """أعلن الأمن قتل | مسلحين من الحركة | بعد اقتحامهم المقر: the men before a deed that is theirs, where one body tells of it."""
    if mark.found.pronoun != "هم" or told.speaker is None or is_several(grammar, told.speaker):
        return None
    return last_men(grammar, told.content[0], mark.index)


def last_men(grammar: Grammar, first: int, index: int) -> Range | None:
    """The last people in the plural before a token, if they can act; حركة | الشباب are none."""
    for at in range(index - 1, first - 1, -1):
        governed = grammar.parts[at - 1] == NOUN and grammar.tokens[at].word.article and not grammar.tokens[at].word.conjunction
        if grammar.parts[at] == NOUN and not governed and grammar.phrases.begins(at) and are_men(grammar, at):
            where = at, grammar.phrases.end(at, index, ACTOR)
            return where if is_party(grammar, where) else None
    return None


_FORCES = word_list("forces somebody")


def men_forced(grammar: Grammar, verb: int) -> Range | None:
    """لهجوم شنه المسلحون وأجبرتهم على | التراجع: the men before a verb of forcing whose pronoun means them."""
    forces = grammar.tokens[verb].word.all("light", "verb")
    if not any(
        one.pronoun == "هم" and isinstance(one.sense.entry, Closed) and folded(one.sense.entry.lemma) in _FORCES for one in forces
    ):
        return None
    for at in range(verb - 1, grammar.layout.sentence(verb).start - 1, -1):
        if grammar.parts[at] == NOUN and grammar.phrases.begins(at) and are_men(grammar, at):
            return at, grammar.phrases.end(at, verb, ACTOR)
    return None


def are_men(grammar: Grammar, at: int) -> bool:
    """مسلحي | التنظيم, عناصر | الجماعة, الجنود: whether a noun may be people in the plural."""
    forms = (one.sense.form for one in grammar.tokens[at].word.all("person", "noun"))
    return any(isinstance(form, NounForm) and form.number == "p" for form in forms)


def is_crew(grammar: Grammar, form: VerbForm, where: Range) -> bool:
    """اقتحمت الآليات الحي | وحاصرت منزلا: vehicles that did one thing may do the next."""
    at = next((at for at in range(*where) if grammar.parts[at] == NOUN), where[0])
    return thing_group(grammar, at) == "vehicle" and grammar.agrees(form, where[0], before=True)


def is_somebody(grammar: Grammar, head: int) -> bool:
    """طردت القوات | التنظيم من الأراضي التي كان يسيطر عليها: whether an object is somebody who can act next."""
    named = grammar.tokens[head].word.labels & {"source", "person", "country"}
    return bool(named) and not grammar.phrases.is_owned(head) and not grammar.phrases.is_accusative(head)
