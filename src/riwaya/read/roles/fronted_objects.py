"""The object right behind its verb and the subject behind it: هاجم القرية | مسلحون, تحاصر القاعدة | قوات أخرى."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import NOUN, QUANTIFIER
from riwaya.lang.ar.thing_groups import SITES
from riwaya.read.clauses.able import is_organised
from riwaya.read.clauses.near import person_group, thing_group
from riwaya.read.grammar import Grammar, Range

_TAKEN, _ACTING = frozenset({"ASSAULT", "COERCE", "CONTROL"}), frozenset({"military", "militant", "police", "unit"})


def subject_first(grammar: Grammar, verb: int, found: list[Range]) -> list[Range]:
    """هاجم القرية أمس | مسلحون مجهولون: the phrases behind a verb, who acts before the site that it is done to.

    Only an indefinite force does, which nothing shows to be an object; هاجمت القرية | مسلحين is no report.
    """
    if len(found) < 2 or not _is_done_to_sites(grammar, verb) or not _is_site(grammar, found[0][0]):
        return found
    head = found[1][0]
    acting = person_group(grammar, head) in _ACTING or is_organised(grammar, found[1])
    loose = (
        grammar.parts[head] in (NOUN, QUANTIFIER) and not grammar.phrases.is_definite(head) and not grammar.phrases.is_proper(head)
    )
    shown = grammar.phrases.is_accusative(head) or grammar.phrases.is_oblique(head)
    return [found[1], found[0]] if acting and loose and not shown else found


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
