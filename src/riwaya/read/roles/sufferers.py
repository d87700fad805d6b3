"""Who suffers beside the object of the event word: what an explosion shakes, whom supplies are cut off from, whom somebody ends."""

from __future__ import annotations

from riwaya.lang.ar.parts import DEMONSTRATIVE, NOUN, VERB
from riwaya.read.clauses.able import is_party
from riwaya.read.clauses.near import ACTOR, TARGET, is_place, whole
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.antecedents import antecedent_of
from riwaya.read.roles.arguments import Syntax
from riwaya.read.roles.edges import without_place
from riwaya.read.roles.helped import helped
from riwaya.read.roles.kept_so import kept_so
from riwaya.read.roles.laid import fallen_on, struck_where
from riwaya.read.roles.opened import opened
from riwaya.read.roles.prepositions import resumed
from riwaya.read.roles.purposed import past_doer, purposed, who_were
from riwaya.read.roles.roles import Roles
from riwaya.read.roles.taken_up import taken_up
from riwaya.read.roles.undergone import befell, undergone
from riwaya.read.statements import Told

_SHAKES = frozenset({"هز", "هزت", "يهز", "تهز"})
_THINGS = frozenset({"thing", "person", "source", "country"})
_SUPPLIES = ("امداد", "طريق", "طرق", "خط")
_REACH, _CUT_REACH = 5, 7


def struck_instead(syntax: Syntax, mark: Mark, roles: Roles, one: Told | None) -> Range | None:
    """هز انفجار | مبنى الوزارة, قطعوا الإمدادات عن | الجيش, القضاء | عليهم: who suffers, None where the target is told already."""
    target = roles.target
    if mark.entry.lemma == "قضى" and target is None:  # محاصرة المسلحين والقضاء | عليهم; whom ها means is less sure
        pronoun = resumed(syntax.grammar, mark.index, frozenset({"علي"}))
        return antecedent_of(syntax.grammar, mark.index, pronoun, mark.entry, roles.actor) if pronoun == "هم" else None
    if mark.entry.lemma == "انفجر" and not mark.is_verb and target is None and (shook := _shaken(syntax, mark)) is not None:
        return shook
    if (mark.entry.lemma, mark.entry.type) == ("قطع", "COERCE"):
        return _cut_off(syntax.grammar, mark)
    if (given := helped(syntax, mark, target, one)) is not None:
        return given
    if target is not None:
        found = fallen_on(syntax.grammar, mark, target) or past_doer(syntax.grammar, mark, target)
        return found or who_were(syntax.grammar, mark, target)
    grammar = syntax.grammar
    if (roles.actor is None or mark.passive) and (fallen := befell(grammar, mark)) is not None:
        return fallen
    if (found := taken_up(grammar, mark, roles.actor)) is not None:
        return without_place(grammar, found)
    for rule in _LATE:
        if (found := rule(grammar, mark)) is not None:
            return without_place(grammar, found)
    return None


_LATE = (kept_so, undergone, struck_where, opened, purposed)
"""Who or what suffers where the phrases of the deed do not tell it, in this order."""


def _shaken(syntax: Syntax, mark: Mark) -> Range | None:
    """هز انفجار | مبنى الوزارة, انفجار يهز | فندقا, هز انفجار | وسط المدينة: what a verb of shaking has as object."""
    grammar = syntax.grammar
    near = range(max(grammar.layout.sentence(mark.index).start, mark.index - 3), min(mark.index + _REACH, len(grammar.tokens)))
    verb = next((at for at in near if grammar.parts[at] == VERB), -1)
    if verb < 0 or grammar.tokens[verb].word.core not in _SHAKES:
        return None
    found, at, limit = syntax.of(verb), mark.end, grammar.limit(mark.index)
    while at < limit and grammar.phrases.is_adjective(at) and not grammar.phrases.has_article(at):
        at += 1
    if verb < mark.index and at + 1 < limit and "direction" in grammar.tokens[at].word.labels and grammar.phrases.begins(at + 1):
        return at, grammar.phrases.end(at + 1, limit, TARGET)
    if verb < mark.index and at < limit and is_place(grammar, at) and grammar.phrases.begins(at):
        return at, grammar.phrases.end(at, grammar.limit(at), TARGET)
    for where in (found.object, found.subject):
        if where is not None and where[0] > max(verb, mark.index) and is_place(grammar, where[0]):
            return whole(grammar, where, grammar.limit(where[0]))
    return None


def _cut_off(grammar: Grammar, mark: Mark) -> Range | None:
    """قطع طرق الإمداد عن | المسلحين: those from whom something is cut off, close behind it."""
    limit = min(grammar.limit(mark.index), max(mark.end, mark.companion + 1) + _CUT_REACH)
    supplied = False
    for at in range(mark.index, limit - 1):
        supplied = supplied or grammar.tokens[at].word.core.startswith(_SUPPLIES)
        if (grammar.parts[at] == VERB and at > mark.index) or grammar.is_comma(at):
            return None
        if supplied and grammar.tokens[at].norm == "عن" and grammar.phrases.begins(at + 1):
            where = at + 1, grammar.phrases.end(at + 1, grammar.limit(at), ACTOR)
            head = at + 1 + (grammar.parts[at + 1] == DEMONSTRATIVE)  # عن | تلك القوات
            noun = head < where[1] and grammar.parts[head] == NOUN
            known = noun and (bool(grammar.tokens[head].word.labels & _THINGS) or is_party(grammar, (head, where[1])))
            return where if known else None
    return None
