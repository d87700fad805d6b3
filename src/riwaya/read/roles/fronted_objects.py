"""Objects before who acts: right behind the verb (هاجم القرية | مسلحون), or before it, with a pronoun (القرية | قصفها الجيش)."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import NOUN, QUANTIFIER
from riwaya.lang.ar.thing_groups import SITES
from riwaya.read.clauses.able import is_organised
from riwaya.read.clauses.clauses import guessed_form
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.forces import ARMS
from riwaya.read.clauses.near import counted_noun, person_group, thing_group
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.prepositions import BACK_PRONOUNS, whole_with_pronoun

_TAKEN, _ACTING = frozenset({"ASSAULT", "COERCE", "CONTROL"}), frozenset({"military", "militant", "police", "unit"})


def subject_first(grammar: Grammar, verb: int, found: list[Range]) -> list[Range]:
    """هاجم القرية أمس | مسلحون مجهولون: the phrases behind a verb, who acts before the site that it is done to.

    Only an indefinite force does, which nothing shows to be an object; هاجمت القرية | مسلحين is no report.
    """
    if len(found) > 1 and _visits_it(grammar, verb, found[0][0], found[1][0]):
        return [found[1], found[0]]
    if len(found) < 2 or not _is_done_to_sites(grammar, verb) or not _is_site(grammar, found[0][0]):
        return found
    head = found[1][0]
    acting = person_group(grammar, head) in _ACTING or is_organised(grammar, found[1])
    loose = (
        grammar.parts[head] in (NOUN, QUANTIFIER) and not grammar.phrases.is_definite(head) and not grammar.phrases.is_proper(head)
    )
    shown = grammar.phrases.is_accusative(head) or grammar.phrases.is_oblique(head)
    return [found[1], found[0]] if acting and loose and not shown else found


def _visits_it(grammar: Grammar, verb: int, place: int, who: int) -> bool:
    """زار بغداد أمس | وزير الدفاع, يزور موسكو | وفد من المعارضة: somebody behind the place that a verb of visiting has first."""
    visits = any(entry.mode == "visit" for entry in entries_at(grammar, verb))
    if not visits or place not in grammar.place_at or who in grammar.place_at:
        return False
    if not grammar.agrees(guessed_form(grammar, verb), who, before=False):  # زارت روسيا | الوزير
        return False
    return grammar.phrases.is_title(who) or bool(grammar.tokens[who].word.labels & {"person", "source"})


def _is_done_to_sites(grammar: Grammar, verb: int) -> bool:
    """Whether a verb tells what somebody does to an object: attacks, seizes or holds it."""
    rows = [found.sense.entry for found in grammar.tokens[verb].word.all("trigger", "verb")]
    return any(isinstance(row, Trigger) and row.frame == "AO" and row.type in _TAKEN for row in rows)


def _is_site(grammar: Grammar, head: int) -> bool:
    """القرية, بلدة الوادي: a site that is known; دمرت نقطة تفتيش ومبنى وناقلة | جنود أخرى goes on with what is hit."""
    if not (grammar.phrases.has_article(head) or head in grammar.place_at):
        return False
    word = grammar.tokens[head].word
    return thing_group(grammar, head) in SITES and not word.labels & {"country", "source", "person"} and not word.preposition


def has_resumed(grammar: Grammar, index: int) -> bool:
    """تحتجزهم, يسيطر | عليها: a pronoun of the third person on the verb or on the preposition behind it."""
    word, behind = grammar.tokens[index].word, grammar.tokens[index + 1 : index + 2]
    if any(found.pronoun in BACK_PRONOUNS for found in word.analyses if found.sense.part == "verb"):
        return True
    found = behind[0].word.find("prep") if behind else None
    return found is not None and (found.pronoun in BACK_PRONOUNS or whole_with_pronoun(behind[0].norm))


def is_fronted(grammar: Grammar, index: int, before: Range, behind: Range) -> bool:
    """معظم القرى | قصفها الجيش, المدينة | سيطر عليها الجيش: a site before a verb that points back to it; whoever it is whom the
    pronoun on the verb means, if who does it stands right behind."""
    if before[1] > index or not has_resumed(grammar, index) or not _does(grammar, counted_noun(grammar, *behind)):
        return False
    site = _is_site(grammar, counted_noun(grammar, *before)) or _is_site(grammar, before[1] - 1)
    owned = any(found.pronoun in BACK_PRONOUNS for found in grammar.tokens[index].word.all("trigger", "verb"))
    return site or (owned and behind[0] == index + 1 and grammar.phrases.is_definite(behind[0]))


def _does(grammar: Grammar, head: int) -> bool:
    """الجيش, المسلحون, الطيران, الطائرات: who or what does something to others."""
    word = grammar.tokens[head].word
    party = word.labels & {"source", "person", "country"} and not word.labels & {"thing", "timeword"}
    return bool(party) or word.core in ARMS or thing_group(grammar, head) == "vehicle"
