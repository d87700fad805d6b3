"""Events: triggers with their roles, attack and result joined into one, bare mentions left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from riwaya.lang.ar.lexicon import Closed, Noun, Trigger
from riwaya.lang.ar.parts import AUXILIARY, PREPOSITION, THAT, VERB
from riwaya.read.clauses import guessed_form, postverbal_subject
from riwaya.read.counts import find_counts
from riwaya.read.dates import DateMention
from riwaya.read.doers import role_figures
from riwaya.read.figures import find_figures
from riwaya.read.governors import Counted
from riwaya.read.grammar import Grammar, Range
from riwaya.read.modality import factuality
from riwaya.read.places import PlaceMention
from riwaya.read.roles import FORCES, Roles, roles_of
from riwaya.read.setting import Scene, date_of, place_of
from riwaya.read.statements import Told
from riwaya.read.triggers import Mark, find_marks
from riwaya.read.verbs import preverbal_subject


@dataclass
class Claim:
    """An event being put together, in tokens."""

    mark: Mark
    statement: int | None
    roles: Roles
    place: PlaceMention | None = None
    date: DateMention | None = None
    figures: list[Counted] = field(default_factory=list)
    negated: bool = False
    modality: str = "actual"
    rule: str = ""
    absorbed: list[Mark] = field(default_factory=list)

    @property
    def index(self) -> int:
        """The token of the trigger."""
        return self.mark.index

    @property
    def first(self) -> int:
        """The first token of its triggers, joined ones included."""
        return min(mark.index for mark in (self.mark, *self.absorbed))

    @property
    def last(self) -> int:
        """The token behind the last of its triggers."""
        return max(mark.end for mark in (self.mark, *self.absorbed))


def find_claims(grammar: Grammar, told: list[Told]) -> list[Claim]:
    """The claimed events of a document in text order."""
    marks = [mark for mark in find_marks(grammar) if not _is_cue(mark, told)]
    owners = innermost(told, len(grammar.tokens))
    claims = [_claim(grammar, mark, owners[mark.index], told) for mark in marks]
    counts = find_counts(grammar)
    counted = find_figures(grammar, counts, marks)
    roles = ((claim.mark, claim.roles.actor, claim.roles.target) for claim in claims)
    _attach_figures(claims, [*counted, *role_figures(grammar, counts, counted, roles)])
    merged = list(_merge(grammar, claims))
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
    if light and light[1] == "target" and claim.roles.target is None:
        claim.roles = replace(claim.roles, target=light[0])
    if claim.roles.actor is None and mark.entry.frame in ("AO", "A", "M"):
        claim.roles = replace(claim.roles, actor=dropped_actor(grammar, mark, one))
    claim.negated, claim.modality = negated, modality
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


def _merge(grammar: Grammar, claims: list[Claim]) -> Iterator[Claim]:
    """Join what is one happening: attack and result, hit and attack noun, coordinated results."""
    kept: list[Claim] = []
    for claim in claims:
        host = next((host for host in reversed(kept[-6:]) if _joins(grammar, host, claim)), None)
        if host is None:
            kept.append(claim)
        else:
            kept[kept.index(host)] = _joined(grammar, host, claim)
    yield from kept


def _joins(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """Whether two claims of one sentence and one teller are one happening."""
    same = host.statement == claim.statement and grammar.layout.sentence_of[host.index] == grammar.layout.sentence_of[claim.index]
    if not same or host.mark.entry.type != "ASSAULT" or claim.mark.entry.type != "ASSAULT":
        return False
    groups = (host.mark.entry.group, claim.mark.entry.group)
    if host.negated != claim.negated and "result" not in groups:
        return False
    if groups == ("result", "result"):
        return _coordinated_results(grammar, host, claim)
    if groups == ("result", "attack"):
        return not _attack_of(host) and _through(grammar, host.index, claim)
    if groups == ("attack", "result"):
        return True
    return _same_attack(grammar, host, claim)


def _attack_of(host: Claim) -> bool:
    return any(mark.entry.group == "attack" for mark in host.absorbed)


def _coordinated_results(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """مقتل خمسة وإصابة ستة: results joined by و or a comma."""
    return bool(claim.mark.found.conjunction) or grammar.is_comma(claim.index - 1) or claim.index - host.index < 5


def _through(grammar: Grammar, start: int, claim: Claim) -> bool:
    """A result, then the attack behind في، خلال، إثر، جراء، بـ: مقتل خمسة في هجوم."""
    before = claim.index - 1
    while before > start and grammar.parts[before] not in (PREPOSITION, VERB):
        if grammar.tokens[before].word.preposition == "ب":
            break
        before -= 1
    if claim.mark.found.preposition == "ب":
        return True
    if grammar.parts[before] == PREPOSITION:
        return grammar.tokens[before].word.core in _CAUSES
    return grammar.tokens[before].word.preposition == "ب"


_CAUSES = frozenset({"في", "خلال", "اثر", "جراء", "عقب", "بسبب", "نتيجه", "اثناء", "من", "بعد"})


def _same_attack(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """Two attack words of one attack: غارات استهدفت, انفجار سيارة مفخخة, هجوم بقنبلة."""
    light = grammar.tokens[claim.index].word.find("light", "verb")
    if light is not None and claim.mark.is_verb and isinstance(light.sense.entry, Closed) and light.sense.entry.group == "hit":
        return not host.mark.is_verb and not claim.mark.found.conjunction
    return claim.index - host.mark.end <= 1 and claim.mark.entry.frame in ("N", "A", "AO") and not claim.mark.is_verb


def _joined(grammar: Grammar, host: Claim, claim: Claim) -> Claim:
    """One claim of two: the attack word is the trigger, figures add up, empty roles are filled."""
    attack_first = host.mark.entry.group == "attack" or claim.mark.entry.group != "attack"
    lead, other = (host, claim) if attack_first else (claim, host)
    roles = _joint_roles(lead, other)
    return replace(
        lead,
        roles=roles,
        figures=sorted(host.figures + claim.figures, key=lambda one: one.count.where),
        absorbed=[*host.absorbed, *claim.absorbed, other.mark],
    )


def _joint_roles(lead: Claim, other: Claim) -> Roles:
    """Victims are the target of an attack that names none; in a clash with (مع) somebody, he is who acts."""
    actor = lead.roles.actor or other.roles.actor
    if lead.mark.entry.frame == "M" and other.mark.entry.group == "result" and other.roles.target is not None:
        return Roles(actor or lead.roles.target, other.roles.target)
    return Roles(actor, lead.roles.target or other.roles.target)


def is_told(grammar: Grammar, claim: Claim) -> bool:
    """Whether a mention claims something: it is a verb, or its clause gives it a participant, figure, time or place."""
    if claim.mark.is_verb or claim.figures or claim.absorbed:
        return True
    if claim.mark.found.article:
        return claim.roles.actor is not None or claim.roles.target is not None or _opens_clause(grammar, claim)
    return True


def _opens_clause(grammar: Grammar, claim: Claim) -> bool:
    """A definite event noun claims something as the topic of a content (إن الهجوم نفذ) or the subject of a going-on."""
    before = claim.index - 1
    if before < 0:
        return False
    return grammar.parts[before] in (THAT, AUXILIARY) or "light" in grammar.tokens[before].word.labels
