"""Men of whom a pronoun tells what became of them next: whom the deed before was done to, and not whoever did it."""

from __future__ import annotations

from riwaya.lang.ar.parts import NUMERAL, QUANTIFIER
from riwaya.model.swift import changed
from riwaya.read.clauses.near import counted_noun
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.antecedents import are_of_number
from riwaya.read.roles.taken_up import pronoun_behind
from riwaya.read.telling.claims import Claim

_BACK = 4
_SEIZED = frozenset({"arrest", "free"})
_TWO, _ONE_OF = ("اثنان", "اثنين"), ("احد", "احدي")
_KILLED = frozenset({"اغتال", "أعدم", "ذبح"})


def take_up(grammar: Grammar, claims: list[Claim]) -> None:
    """اعتقلت الشرطة صحفيين، وطالبت النقابة | بالإفراج عنهما: the pronoun means whom the deed before was done to.

    أفرج المسلحون عن عشرة رهائن كانوا قد | خطفوهم: and not whoever did a deed before.
    """
    claim = claims[-1]
    _charge(grammar, claims)
    _flee(grammar, claims)
    pronoun, target = _whom(grammar, claim), claim.roles.target
    if not pronoun:
        return
    doers = [before.roles.actor for before in claims[-_BACK - 1 : -1]]
    paragraph = grammar.layout.sentence(claim.mark.index).paragraph
    for before in reversed(claims[-_BACK - 1 : -1]):
        if grammar.layout.sentence(before.mark.index).paragraph != paragraph:
            return
        same = before.roles.target
        if same is None or same[1] > claim.mark.index or not _may_befall(before, claim) or not _agrees(grammar, same, pronoun):
            continue
        part = target is not None and same[0] < target[0] < same[1]  # عمالا | أجانب
        if target is None or part or target in doers:
            actor = None if claim.roles.actor == same else claim.roles.actor
            claim.roles = changed(claim.roles, actor=actor, target=same)
        return


def _charge(grammar: Grammar, claims: list[Claim]) -> None:
    """أطلقوا النار على شاب بزعم | محاولته طعن جندي: what somebody is said to have done as he was shot or seized, he does."""
    if grammar.layout.lacks(_PRETEXTS):
        return
    claim = claims[-1]
    first = max(grammar.layout.sentence(claim.mark.index).start, claim.mark.index - _PRETEXT_REACH)
    at = next((k + 1 for k in range(claim.mark.index - 1, first - 1, -1) if grammar.tokens[k].norm in _PRETEXTS), 0)
    pronoun = next((one for one in _HIS if at and grammar.tokens[at].norm.endswith(one)), "")
    before = next((one for one in reversed(claims[:-1]) if one.roles.target is not None and one.mark.index < at), None)
    if not pronoun or before is None or before.roles.target is None or not first <= before.mark.index:
        return
    if before.roles.target[1] < at and _agrees(grammar, before.roles.target, pronoun):
        target = None if claim.roles.target == before.roles.target else claim.roles.target
        claim.roles = changed(claim.roles, actor=before.roles.target, target=target)


def _flee(grammar: Grammar, claims: list[Claim]) -> None:
    """قتل القائد بقصف للتحالف أثناء | هروبه, ضبطوا مسلحين خلال محاولتهم | الفرار: who is hit or seized is who flees."""
    claim = claims[-1]
    if claim.mark.is_verb or (claim.mark.entry.type, claim.mark.entry.group) != ("RETREAT", "leave"):
        return
    at = claim.mark.index if claim.mark.found.pronoun else claim.mark.index - 1
    tried = at == claim.mark.index or grammar.tokens[at].word.core.startswith("محاول")
    pronoun = next((one for one in _HIS if grammar.tokens[at].norm.endswith(one)), "")
    if at < 1 or not (tried and pronoun and grammar.tokens[at - 1].word.core in _WHILE):
        return
    first = grammar.layout.sentence(at).start
    hit = next(
        (one.roles.target for one in reversed(claims[:-1]) if one.mark.index >= first and one.roles.target is not None), None
    )
    if hit is None or hit[1] > at or not _agrees(grammar, hit, pronoun):
        return
    head = counted_noun(grammar, *hit)
    if "person" in grammar.tokens[head].word.labels or grammar.phrases.is_title(head) or grammar.phrases.is_proper(head):
        claim.roles = changed(claim.roles, actor=hit)


_WHILE = ("اثناء", "خلال", "لدي", "عند", "حال")
_PRETEXTS = frozenset({"بزعم", "بدعوي", "بذريعه", "بحجه", "بتهمه"})
_HIS, _PRETEXT_REACH = ("هما", "هم", "ها", "ه"), 18


def _whom(grammar: Grammar, claim: Claim) -> str:
    """خطفوهم, تحريرهم, الإفراج عنهما: the pronoun of those to whom something is done; empty where somebody else is named."""
    mark, target = claim.mark, claim.roles.target
    if _kind(claim) == "" or (target is not None and target[1] > mark.index):
        return ""
    return mark.found.pronoun or pronoun_behind(grammar, mark)


def _kind(claim: Claim) -> str:
    """Whether a deed seizes or frees men, or kills them."""
    entry = claim.mark.entry
    if entry.group in _SEIZED:
        return "seized"
    return "killed" if entry.type == "ASSAULT" and (entry.group == "result" or entry.lemma in _KILLED) else ""


def _may_befall(before: Claim, claim: Claim) -> bool:
    """احتجزوا رهائن | وأعدموهم: who was seized may be killed or freed; who was killed is only told of again (| مقتلها)."""
    first, second = _kind(before), _kind(claim)
    return first == "seized" or (first == second == "killed" and not claim.mark.is_verb)


def _agrees(grammar: Grammar, where: Range, pronoun: str) -> bool:
    """Whether a phrase is of people in the number and gender of a pronoun."""
    first, head = grammar.tokens[where[0]].word.core, counted_noun(grammar, *where)
    if first.startswith(_TWO):  # اثنان من الجنود
        return pronoun == "هما"
    one_of = first in _ONE_OF  # أحد الجنود
    several = grammar.parts[where[0]] in (NUMERAL, QUANTIFIER) and not one_of
    return are_of_number(grammar, head, pronoun, several) and not one_of
