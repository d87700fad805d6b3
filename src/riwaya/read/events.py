"""Events: triggers with their roles, attack and result joined into one, bare mentions left out."""

from __future__ import annotations

from dataclasses import replace
from heapq import heappop, heappush

from riwaya.lang.ar.parts import AUXILIARY, THAT, VERB
from riwaya.read.able import acts, suffers
from riwaya.read.arguments import Syntax, with_relative
from riwaya.read.claims import Claim, merge
from riwaya.read.counts import find_counts
from riwaya.read.doers import role_figures
from riwaya.read.figures import find_figures
from riwaya.read.governors import Counted
from riwaya.read.grammar import Grammar, Range
from riwaya.read.modality import factuality
from riwaya.read.near import described, whole
from riwaya.read.parties import Parties
from riwaya.read.roles import Roles, against_whom, roles_of
from riwaya.read.scene import Scene
from riwaya.read.setting import settings
from riwaya.read.statements import Told
from riwaya.read.telling import is_told
from riwaya.read.triggers import Mark, find_marks


def find_claims(grammar: Grammar, told: list[Told]) -> list[Claim]:
    """The claimed events of a document in text order."""
    parties = Parties(Syntax(grammar), told)
    marks = [mark for mark in find_marks(grammar) if mark.index not in parties.cues]
    owners = innermost(told, len(grammar.tokens))
    claims: list[Claim] = []
    for mark in marks:
        claims.append(_claim(parties, mark, owners[mark.index], told))
        _go_on(grammar, claims)
    counts = find_counts(grammar)
    counted = find_figures(grammar, counts, marks)
    roles = ((claim.mark, claim.roles.actor, claim.roles.target) for claim in claims)
    _attach_figures(claims, [*counted, *role_figures(grammar, counts, counted, roles)])
    counted_at = {index: one.where for one in reversed(counts) for index in range(*one.where)}
    for claim in claims:
        claim.roles = _with_counts(claim.roles, counted_at)
    merged = list(merge(grammar, claims))
    _set_scenes(grammar, merged, owners)
    return [claim for claim in merged if is_told(grammar, claim)]


def _with_counts(roles: Roles, counts: dict[int, Range]) -> Roles:
    """A role that begins inside a counted phrase is the whole of it (أكثر من سبعمئة شخص)."""
    return replace(roles, actor=_counted(roles.actor, counts), target=_counted(roles.target, counts))


def _counted(role: Range | None, counts: dict[int, Range]) -> Range | None:
    if role is None:
        return None
    holding = counts.get(role[0])
    return role if holding is None else (holding[0], max(holding[1], role[1]))


def _set_scenes(grammar: Grammar, claims: list[Claim], owners: list[int | None]) -> None:
    """Place and time of every claim."""
    for claim, found in zip(claims, settings(grammar, [_scene(claim) for claim in claims], owners), strict=True):
        claim.place, claim.date = found.place, found.date


def _scene(claim: Claim) -> Scene:
    mark = claim.mark
    return Scene(
        index=mark.index,
        own=frozenset(index for one in (mark, *claim.absorbed) for index in range(one.index, one.end)),
        statement=claim.statement,
        type=mark.entry.type,
        modality=claim.modality,
        roles=(claim.roles.actor, claim.roles.target),
    )


def innermost(told: list[Told], count: int) -> list[int | None]:
    """For every token the index of the innermost statement whose content holds it: the one with the fewest characters."""
    owners: list[int | None] = []
    coming = sorted((number for number, one in enumerate(told) if not _only_put_down(one)), key=lambda n: -told[n].content[0])
    holding: list[tuple[int, int]] = []
    for index in range(count):
        while coming and told[coming[-1]].content[0] <= index:
            number = coming.pop()
            said = told[number].statement.content
            heappush(holding, (said.end - said.start, -number))
        while holding and told[-holding[0][1]].content[1] <= index:
            heappop(holding)
        owners.append(-holding[0][1] if holding else None)
    return owners


def _only_put_down(one: Told) -> bool:
    """هجوم نسب إلى الجماعة: whose deed it is has no teller; that it happened is told by whoever tells the sentence."""
    return one.statement.rule == "ascribed" and one.statement.source is None and one.content[1] <= one.cue[0] + 1


def _claim(parties: Parties, mark: Mark, owner: int | None, told: list[Told]) -> Claim:
    one = told[owner] if owner is not None else None
    negated, modality = factuality(parties.grammar, mark, one)
    light = parties.light(mark, one)
    claim = Claim(mark, owner, roles_of(parties.syntax, mark, light[0] if light and light[1] == "actor" else None))
    claim.own = claim.roles.actor is not None or claim.roles.target is not None
    claim.own = claim.own or light is not None
    if mark.is_verb and claim.roles.target is None:
        claim.roles = replace(claim.roles, target=parties.sufferer(mark, claim.roles))
    if light and light[1] == "target" and claim.roles.target is None:
        claim.roles = replace(claim.roles, target=light[0])
    elif claim.roles.actor is None and not claim.roles.passive:
        claim.roles = replace(claim.roles, actor=_unnamed_actor(parties, mark, one))
    if mark.entry.group == "crowd":
        claim.roles = replace(claim.roles, target=against_whom(parties.grammar, mark) or claim.roles.target)
    claim.roles = _in_full(parties, mark, claim.roles)
    claim.negated, claim.modality = negated, modality
    claim.act = one.statement.act if one is not None else ""
    claim.heads = one is not None and mark.index == one.content[0]
    claim.rule = f"events.{'verb' if mark.is_verb else 'noun'}_{mark.entry.group}"
    return claim


def _go_on(grammar: Grammar, claims: list[Claim]) -> None:
    """اقتحام الجيش المخيم | ومداهمة منازل قبل انسحابه: an event noun that goes on from another has the same doer."""
    if len(claims) < _TWO or claims[-1].roles.actor is not None or not _may_go_on(grammar, claims[-2], claims[-1]):
        return
    before, claim = claims[-2], claims[-1]
    between = range(before.mark.end, claim.index)
    if before.mark.entry.group == "arrest" and any(grammar.tokens[at].word.core in _CHARGES for at in between):
        claim.roles = replace(claim.roles, actor=before.roles.target)
        return
    found = claim.mark.found
    if before.statement == claim.statement and (found.conjunction or found.pronoun or found.preposition):
        claim.roles = replace(claim.roles, actor=before.roles.actor)


def _may_go_on(grammar: Grammar, before: Claim, claim: Claim) -> bool:
    """Whether an event noun that can have a doer stands in the same clause and statement as the event before it."""
    mark = claim.mark
    done = mark.index > 0 and grammar.parts[mark.index - 1] == AUXILIARY
    if mark.is_verb or done or mark.entry.frame not in ("AO", "A", "M") or mark.entry.group == "result":
        return False
    layout = grammar.layout
    if layout.sentence_of[before.index] != layout.sentence_of[mark.index]:
        return False
    between = range(before.mark.end, mark.index)
    return len(between) < _TOGETHER and not any(grammar.parts[at] in (VERB, THAT) for at in between)


_TWO, _TOGETHER = 2, 16
_CHARGES = frozenset({"تهمه", "تهم", "شبهه", "اشتباه", "بتهمه", "بشبهه"})
"""Words behind an arrest for what somebody is said to have done (اعتقال ثمانية بتهمة | التخطيط لهجمات)."""


def _in_full(parties: Parties, mark: Mark, roles: Roles) -> Roles:
    """Actor and target with what says which they are; who cannot act is no actor."""
    grammar, actor, target = parties.grammar, roles.actor, roles.target
    if actor is not None and not acts(grammar, actor, mark):
        actor = None
    elif actor is not None:
        actor = _without(mark, actor, described(grammar, with_relative(grammar, actor), grammar.limit(actor[0])))
    if target is not None and not suffers(grammar, target, mark):
        target = None
    if target is not None:
        target = _without(mark, target, whole(grammar, target, grammar.limit(target[0])))
    return replace(roles, actor=actor, target=target)


def _without(mark: Mark, short: Range, full: Range) -> Range:
    """The longer phrase, unless it holds the event itself (قرية | تسيطر عليها الجماعة)."""
    return short if full[0] <= mark.index < full[1] else full


def _unnamed_actor(parties: Parties, mark: Mark, one: Told | None) -> Range | None:
    """Who acts where the phrase of the event word does not name him."""
    if mark.entry.frame not in ("AO", "A", "M"):
        return None
    if not mark.is_verb:
        return parties.owner(mark, one) if mark.found.pronoun else parties.controller(mark, one)
    if mark.passive or mark.form is None:
        return None
    if mark.form.person == 1:
        return one.speaker if one is not None else None
    return parties.carried(mark.index, one)


def _attach_figures(claims: list[Claim], counted: list[Counted]) -> None:
    by_index = {claim.index: claim for claim in claims}
    for one in counted:
        claim = by_index.get(one.mark.index)
        if claim is not None:
            claim.figures.append(one)
