"""Who was hurt in the meantime in another place: no result of the attack that was told before."""

from __future__ import annotations

from riwaya.lang.ar.parts import THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar
from riwaya.read.places.place_mentions import PlaceMention
from riwaya.read.telling.claims import Claim


def hurt_elsewhere(grammar: Grammar, claim: Claim) -> bool:
    """قصفوا بلدة الوادي، فيما | قتل طفل في قرية التل, كما | أصيب: with a named place of its own, unlike all named before it."""
    mark = claim.mark
    if not mark.is_verb or mark.entry.group != "result" or grammar.tokens[mark.index - 1].word.core not in _MEANWHILE:
        return False
    own = _own_place(grammar, mark.end, grammar.limit(mark.index))
    start = grammar.layout.sentence(mark.index).start
    told = [grammar.place_at[at].place.name for at in range(start, mark.index) if at in grammar.place_at]
    return own is not None and bool(told) and own.place.name not in told


def attacked_anew(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """إن اشتباكا وقع ولم يسفر عن ضحايا، وإن طائرة | قصفت التلال: an attack told in a clause of its own behind وإن is another."""
    mark, that = claim.mark, grammar.clause_start(claim.mark.index) - 1
    if not mark.is_verb or (host.mark.entry.group, mark.entry.group) != ("attack", "attack") or claim.roles.actor is None:
        return False
    return that > host.mark.index and grammar.parts[that] == THAT and bool(grammar.tokens[that].word.conjunction)


def _own_place(grammar: Grammar, start: int, limit: int) -> PlaceMention | None:
    """قتل طفل | في | بلدة النيرب: the first place of a clause, before a comma or verb, if it is named and in, and no country."""
    for at in range(start, limit):
        if grammar.is_comma(at) or grammar.parts[at] == VERB:
            return None
        if (found := grammar.place_at.get(at)) is not None:
            fits = found.relation in ("في", "ب") and not found.pointing and found.specificity >= _REGION
            return found if fits else None
    return None


_MEANWHILE = word_list("hurt meanwhile or as well")
_REGION = 2
