"""One attack that is named twice: by a verb and an attack noun, by two words of clash, by an arrest and its operation."""

from __future__ import annotations

from collections.abc import Callable

from riwaya.lang.ar.parts import THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.claims import Claim
from riwaya.read.companions import entries_at
from riwaya.read.grammar import Grammar
from riwaya.read.near import before_count
from riwaya.read.triggers import Mark

_FAR = 18
"""How far behind an arrest its operation may be named: an actor, those arrested and where it was stand between."""


def named_again(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """Whether two claims of violence of one sentence and one teller are one attack that is named twice."""
    same = (
        host.statement == claim.statement
        and host.negated == claim.negated
        and grammar.layout.sentence_of[host.mark.index] == grammar.layout.sentence_of[claim.mark.index]
    )
    return same and host.mark.entry.type == claim.mark.entry.type == "ASSAULT" and any(rule(grammar, host, claim) for rule in RULES)


def done_by(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """المطار الذي دمرته | المعارك, قتلتهم غارة: the attack is the subject right behind a verb with its object on it."""
    verb = host.mark.is_verb and bool(host.mark.found.pronoun) and not host.mark.passive
    attack = not claim.mark.is_verb and claim.mark.entry.group == "attack"
    bare = not (claim.mark.found.preposition or claim.mark.found.conjunction)
    return verb and attack and bare and claim.mark.index == host.mark.end


def clash_and_clash(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """مواجهات | ومعارك, اشتباكات وتبادل لإطلاق النار: two words of clash, joined by و, of one fight."""
    fights = claim.mark.entry.frame == "M" and (host.mark.entry.frame == "M" or host.mark.entry.lemma == "طارد")
    clashes = fights and not host.mark.is_verb
    clashes = clashes and (not claim.mark.is_verb or grammar.tokens[claim.mark.index + 1].word.preposition == "ل")
    like = bool(host.mark.found.article) == bool(claim.mark.found.article)
    return clashes and like and claim.mark.found.conjunction == "و" and claim.mark.index == host.mark.end


def to_disperse(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """أطلقت الشرطة الغاز | لتفريق المتظاهرين, استخدمت القوة من أجل تفريق المحتجين: force and the end that it is used for."""
    mark = claim.mark
    if mark.is_verb or mark.entry.lemma not in ("فرق", "تفريق") or host.mark.entry.group != "attack" or not host.mark.is_verb:
        return False
    between = range(host.mark.end, mark.index)
    if len(between) > _FAR or any(grammar.parts[at] in (VERB, THAT) for at in between):
        return False
    return mark.found.preposition == "ل" or grammar.tokens[mark.index - 1].norm in _IN_ORDER_TO


def used_in(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """اشتباكات | استخدمت فيها أسلحة ثقيلة: what was used in an attack is that attack."""
    behind = claim.mark.index + 1
    used = claim.mark.is_verb and claim.mark.entry.lemma == "استخدم" and behind < len(grammar.tokens)
    if not used or host.mark.entry.group != "attack":
        return False
    between = range(host.mark.end, claim.mark.index)
    beside = not any(grammar.parts[at] == VERB or grammar.is_comma(at) for at in between)
    return beside and grammar.tokens[behind].norm in ("فيه", "فيها")


_IN_ORDER_TO = ("اجل", "بهدف", "بغيه", "بغرض")
RULES: tuple[Callable[[Grammar, Claim, Claim], bool], ...] = (done_by, clash_and_clash, to_disperse, used_in)
"""When two claims of violence are one attack that is named twice; each is a rule with its reason."""


def raid_named(grammar: Grammar, claim: Claim) -> bool:
    """اعتقلت الشرطة مئة شخص في | حملة أمنية: the operation in which people are arrested is told by the arrest."""
    if claim.figures or any(one.entry.group == "result" for one in claim.absorbed):
        return False
    operation = _operation(grammar, claim)
    led = before_count(grammar, operation) if operation else 0
    if not led or grammar.tokens[led].norm not in _DURING:
        return False
    first = max(grammar.layout.sentence(led).start, led - _FAR)
    for at in range(led - 1, first - 1, -1):
        if any(entry.type == "COERCE" and "arrest" in (entry.group, entry.mode) for entry in entries_at(grammar, at)):
            return True
        if grammar.parts[at] in (VERB, THAT):
            return False
    return False


def _operation(grammar: Grammar, claim: Claim) -> int:
    """The token of the operation: the event word itself, or what a verb of aiming tells of (حملة | استهدفت ناشطين); 0 for none."""
    if not claim.mark.is_verb:
        return claim.mark.index if claim.mark.entry.lemma in _OPERATIONS else 0
    if claim.mark.entry.lemma != "استهدف" or claim.mark.found.conjunction:
        return 0
    near = (at for at in (claim.mark.index - 1, claim.mark.index - 2) if at > 0)
    return next((at for at in near if grammar.tokens[at].word.core in _NAMED), 0)


_OPERATIONS = frozenset({"عملية", "حملة"})
_NAMED = frozenset({"عمليه", "عمليات", "حمله", "حملات"})
_DURING = word_list("operation of an arrest")


def adds(claim: Claim, mark: Mark) -> bool:
    """Whether a joined mark tells something; القتلى والجرحى, جثث قتلاهم and ضحايا | الهجوم are only known victims."""
    known = mark.found.article or mark.found.pronoun or mark.end == claim.mark.index
    return mark.entry.frame != "C" or not known
