"""Events: triggers with their roles, attack and result joined into one, bare mentions left out."""

from __future__ import annotations

from dataclasses import replace

from riwaya.lang.ar.lexicon import Closed, Noun, Trigger
from riwaya.lang.ar.parts import VERB
from riwaya.read.claims import Claim, merge
from riwaya.read.clauses import guessed_form, postverbal_subject
from riwaya.read.counts import Count, find_counts
from riwaya.read.figures import Counted, find_figures, fits
from riwaya.read.grammar import Grammar, Range
from riwaya.read.modality import factuality
from riwaya.read.roles import FORCES, roles_of
from riwaya.read.setting import Scene, date_of, place_of
from riwaya.read.statements import Told
from riwaya.read.telling import is_told
from riwaya.read.triggers import Mark, find_marks
from riwaya.read.verbs import preverbal_subject


def find_claims(grammar: Grammar, told: list[Told]) -> list[Claim]:
    """The claimed events of a document in text order."""
    marks = [mark for mark in find_marks(grammar) if not _is_cue(mark, told)]
    owners = innermost(told, len(grammar.tokens))
    claims = [_claim(grammar, mark, owners[mark.index], told) for mark in marks]
    counts = find_counts(grammar)
    counted = find_figures(grammar, counts, marks)
    _attach_figures(claims, counted)
    _count_roles(claims, counts, counted)
    merged = list(merge(grammar, claims))
    _set_scenes(grammar, merged, owners)
    return [claim for claim in merged if is_told(grammar, claim)]


def _set_scenes(grammar: Grammar, claims: list[Claim], owners: list[int | None]) -> None:
    """Place and time of every claim; a claim without a place takes it from the claim before it in its paragraph."""
    for number, claim in enumerate(claims):
        sentence = grammar.layout.sentence(claim.index)
        before, behind = claims[number - 1] if number else None, claims[number + 1] if number + 1 < len(claims) else None
        scene = Scene(
            min(claim.first, claim.index),
            claim.statement,
            max(sentence.start, before.last if before else 0),
            min(sentence.end, behind.first if behind else sentence.end),
            claim.roles.actor,
            claim.roles.target,
            claim.mark.entry.type == "CONTROL",
        )
        claim.place = place_of(grammar, scene, owners)
        claim.date = date_of(grammar, scene, owners)
        if before is not None and _goes_on(grammar, before, claim):
            claim.place = claim.place or before.place
            if before.mark.entry.type == claim.mark.entry.type:
                claim.date = claim.date or before.date


def _goes_on(grammar: Grammar, before: Claim, claim: Claim) -> bool:
    """Whether a claim follows another in the same paragraph."""
    numbers = [grammar.layout.sentence(one.index).paragraph for one in (before, claim)]
    return numbers[0] == numbers[1]


def _is_cue(mark: Mark, told: list[Told]) -> bool:
    return any(one.cue[0] <= mark.index < one.cue[1] for one in told)


def innermost(told: list[Told], count: int) -> list[int | None]:
    """For every token the index of the innermost statement whose content holds it."""
    owners: list[int | None] = [None] * count
    order = sorted(range(len(told)), key=lambda k: told[k].content[0] - told[k].content[1])
    for number in order:
        for index in range(told[number].content[0], min(told[number].content[1], count)):
            owners[index] = number
    return owners


def _claim(grammar: Grammar, mark: Mark, owner: int | None, told: list[Told]) -> Claim:
    one = told[owner] if owner is not None else None
    negated, modality = factuality(grammar, mark, one)
    light = light_subject(grammar, mark)
    claim = Claim(mark, owner, roles_of(grammar, mark, light[0] if light and light[1] == "actor" else None))
    claim.own = claim.roles.actor is not None or claim.roles.target is not None
    if light and light[1] == "target" and claim.roles.target is None:
        claim.roles = replace(claim.roles, target=light[0])
    if claim.roles.actor is None and mark.entry.frame in ("AO", "A", "M"):
        claim.roles = replace(claim.roles, actor=dropped_actor(grammar, mark, one))
    claim.negated, claim.modality = negated, modality
    claim.act = one.statement.act if one is not None else ""
    claim.rule = f"events.{'verb' if mark.is_verb else 'noun'}_{mark.entry.group}"
    return claim


def dropped_actor(grammar: Grammar, mark: Mark, told: Told | None) -> Range | None:
    """Who acts where the clause does not repeat it: the subject of the clause before, or the speaker (قال إنه سيطر)."""
    if mark.is_verb:
        if mark.passive or mark.entry.group == "result" or mark.form is None or mark.form.person == 1:
            return told.speaker if told and mark.form is not None and mark.form.person == 1 else None
        gender = mark.form.gender
    elif mark.found.pronoun:
        gender = "f" if mark.found.pronoun == "ها" else "m"
    else:
        return governing_party(grammar, mark, told)
    for at in range(mark.index - 1, grammar.layout.sentence(mark.index).start - 1, -1):
        if told is not None and at < told.content[0]:
            break
        if grammar.parts[at] == VERB and not _tells_result(grammar, at):
            form = guessed_form(grammar, at)
            subject = preverbal_subject(grammar, at, form) or postverbal_subject(grammar, at, form)
            if subject is not None and subject[1] <= mark.index and _same_gender(grammar, subject, gender):
                return subject
    if told is not None and told.speaker is not None and _same_gender(grammar, told.speaker, gender):
        return told.speaker if _is_party(grammar, told.speaker) else None
    return None


def _tells_result(grammar: Grammar, at: int) -> bool:
    """A verb whose subject suffers (أصيب 47 آخرون): he is not who acts next."""
    rows = (found.sense.entry for found in grammar.tokens[at].word.all("trigger", "verb"))
    return any(isinstance(row, Trigger) and row.group == "result" for row in rows)


def governing_party(grammar: Grammar, mark: Mark, told: Told | None) -> Range | None:
    """The force or state that is the subject of the verb before an event noun (استأنف الحزب أسلوب العمليات الانتحارية)."""
    if mark.entry.group == "result":
        return None
    first = max(grammar.layout.sentence(mark.index).start, told.content[0] if told else 0)
    for at in range(mark.index - 1, first - 1, -1):
        if grammar.parts[at] == VERB and "cue" not in grammar.tokens[at].word.labels:
            form = guessed_form(grammar, at)
            subject = preverbal_subject(grammar, at, form) or postverbal_subject(grammar, at, form)
            if subject is not None and subject[1] <= mark.index:
                return subject if _is_force(grammar, subject) else None
    own = told is not None and told.speaker is not None and mark.index - told.content[0] < _AT_ONCE
    if own and told is not None and mark.entry.type in ("RETREAT", "AGREE", "MOBILIZE", "CONTROL") and told.speaker is not None:
        return told.speaker if _is_force(grammar, told.speaker) else None
    return None


_AT_ONCE = 3


def _is_force(grammar: Grammar, where: Range) -> bool:
    """Whether a phrase is headed by an organisation, a group, a state, or an office."""
    word = grammar.tokens[where[0]].word
    found = word.find("person")
    entry = found.sense.entry if found else None
    if isinstance(entry, Noun) and entry.group in FORCES:
        return True
    return bool(word.labels & {"source", "country"}) and _is_party(grammar, where)


def _same_gender(grammar: Grammar, where: Range, gender: str) -> bool:
    shown = grammar.gender(where[0])
    return not shown or gender == "c" or shown == gender


def _is_party(grammar: Grammar, where: Range) -> bool:
    """Whether a speaker can be the one who acts: a force, a group, a state, not a source or a witness."""
    found = grammar.tokens[where[0]].word.find("source")
    entry = found.sense.entry if found else None
    return not (isinstance(entry, Noun) and entry.group in ("anonymous", "witness", "media", "document"))


def light_subject(grammar: Grammar, mark: Mark) -> tuple[Range, str] | None:
    """The subject of a light verb that governs an event noun, and its role (شن الطيران غارات: actor)."""
    if mark.is_verb:
        return None
    first = grammar.layout.sentence(mark.index).start
    for at in range(mark.index - 1, max(first, mark.index - 12) - 1, -1):
        if grammar.is_comma(at) and at < mark.index - 1:
            return None
        if grammar.parts[at] != VERB:
            continue
        found = grammar.tokens[at].word.find("light", "verb")
        if found is None or not isinstance(found.sense.entry, Closed) or found.sense.entry.group not in ("actor", "target"):
            return None
        form = guessed_form(grammar, at)
        subject = preverbal_subject(grammar, at, form) or postverbal_subject(grammar, at, form)
        if subject is None or subject[0] <= mark.index < subject[1]:
            return None
        return subject, found.sense.entry.group
    return None


def _attach_figures(claims: list[Claim], counted: list[Counted]) -> None:
    by_index = {claim.index: claim for claim in claims}
    for one in counted:
        claim = by_index.get(one.mark.index)
        if claim is not None:
            claim.figures.append(one)


def _count_roles(claims: list[Claim], counts: list[Count], counted: list[Counted]) -> None:
    """A count that is the target of its claim, however far away (رصدت خمس مركبات ... ودمرتها), or its crowd."""
    taken = {one.count.where for one in counted}
    for claim in claims:
        kind = claim.mark.entry.kind
        role = claim.roles.actor if kind == "participants" else claim.roles.target
        if not kind or role is None or claim.figures:
            continue
        for count in counts:
            at_head = count.where[0] <= role[0] < count.where[1] and count.rule != "counts.number_alone"
            if (
                at_head
                and count.where not in taken
                and fits(kind, count)
                and (count.rule != "counts.singular" or claim.mark.is_verb)
            ):
                claim.figures.append(Counted(count, kind, claim.mark, "figures.role"))
                taken.add(count.where)
