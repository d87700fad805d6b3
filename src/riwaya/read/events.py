"""Events: triggers with their roles, attack and result joined into one, bare mentions left out."""

from __future__ import annotations

from datetime import date

from riwaya.lang.ar.parts import RELATIVE, THAT, VERB
from riwaya.model.swift import changed
from riwaya.read.clauses.able import acts, suffers
from riwaya.read.clauses.armed import is_only_means
from riwaya.read.clauses.backed import past_backers
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.near import after, is_place, thing_group, whole, with_share
from riwaya.read.clauses.said_which import described
from riwaya.read.clauses.triggers import Mark, find_marks
from riwaya.read.dates.date_until import UNTIL_DAY
from riwaya.read.figures.counts import find_counts
from riwaya.read.figures.doers import role_figures
from riwaya.read.figures.figures import find_figures
from riwaya.read.figures.governors import Counted
from riwaya.read.grammar import Grammar, Range
from riwaya.read.joining.again import speak_again
from riwaya.read.joining.answering import with_threats
from riwaya.read.joining.behind_it import with_doers_behind
from riwaya.read.joining.counted_doers import without_doers
from riwaya.read.joining.denied import with_denials
from riwaya.read.joining.merged import merge
from riwaya.read.joining.others_deeds import by_others, undergoes
from riwaya.read.joining.others_hurt import count_hurt_with_others
from riwaya.read.joining.same_men import take_up
from riwaya.read.joining.sequels import go_on
from riwaya.read.joining.setting import settings
from riwaya.read.joining.tidied import tidied
from riwaya.read.joining.totals import date_parts
from riwaya.read.roles.agents import hand_within, with_group
from riwaya.read.roles.arguments import Syntax
from riwaya.read.roles.asked import only_tells
from riwaya.read.roles.bearers import is_going_on
from riwaya.read.roles.beyond import doer_beyond, of_the_deed_before
from riwaya.read.roles.by_nobody import is_done
from riwaya.read.roles.commas import with_relative
from riwaya.read.roles.declared import declarer, own_to_tell, sets_off, who_owned_up
from riwaya.read.roles.edges import before_next_deed, without_place
from riwaya.read.roles.extents import before_own_words, in_full
from riwaya.read.roles.nounroles import is_forced
from riwaya.read.roles.operating import carries_out
from riwaya.read.roles.parties import Parties
from riwaya.read.roles.protests import against_whom, crowd_protests, is_shot_at
from riwaya.read.roles.purposed import doer_before
from riwaya.read.roles.purposes import is_taken, underwent
from riwaya.read.roles.roles import Roles, roles_of
from riwaya.read.roles.subject_ends import before_weapons, object_start
from riwaya.read.roles.sufferers import struck_instead
from riwaya.read.roles.verbs_beyond import asked_to, goes_on_beyond
from riwaya.read.roles.wished import not_admitted, threatened, wished
from riwaya.read.scenes.scene import Scene
from riwaya.read.statements import Told
from riwaya.read.telling.claims import Claim
from riwaya.read.telling.gained import with_gains
from riwaya.read.telling.modality import factuality
from riwaya.read.telling.operations import with_operations
from riwaya.read.telling.opinion import own_voice
from riwaya.read.telling.senses import in_sense
from riwaya.read.telling.subject import off_subject
from riwaya.read.telling.telling import is_told
from riwaya.read.telling.truces import named_else, not_kept


def find_claims(grammar: Grammar, told: list[Told]) -> list[Claim]:
    """The claimed events of a document in text order; none where it is about something else, or says what its writer thinks."""
    if off_subject(grammar) or own_voice(grammar, told):
        return []
    parties = Parties(Syntax(grammar), told)
    marks = [mark for mark in find_marks(grammar) if mark.index not in parties.cues or crowd_protests(grammar, mark)]
    marks = [mark for mark in marks if not (is_only_means(grammar, mark) or named_else(grammar, mark, marks))]
    owners = innermost(told, len(grammar.tokens))
    if not marks:
        return with_threats(grammar, [], told, owners)
    claims: list[Claim] = []
    for mark in marks:
        claims.append(_claim(parties, mark, owners[mark.index], told))
        _go_on(parties.syntax, claims)
    counts = find_counts(grammar)
    counted = without_doers(grammar, claims, find_figures(grammar, counts, marks))
    roles = ((claim.mark, claim.roles.actor, claim.roles.target) for claim in claims)
    _attach_figures(claims, [*counted, *role_figures(grammar, counts, counted, roles)])
    counted_at = {index: one.where for one in reversed(counts) for index in range(*one.where)}
    for claim in claims:
        claim.roles = _with_counts(grammar, claim.roles, counted_at)
    merged = list(merge(grammar, claims))
    asides = _asides(told, {claim.statement for claim in merged})
    _set_scenes(grammar, merged, innermost(told, len(grammar.tokens), asides) if asides else owners)
    date_parts(merged)
    count_hurt_with_others(grammar, merged)
    claims = [claim for claim in merged if is_told(grammar, claim)]
    for claim in claims:
        claim.roles = _untangled(grammar, claim)
    speak_again(grammar, claims)
    for claim in claims:
        claim.roles = _whole_target(grammar, claim)
    claims = with_doers_behind(grammar, with_gains(grammar, with_operations(grammar, claims)), told, owners)
    return with_threats(grammar, with_denials(grammar, claims, told), told, owners)


def _untangled(grammar: Grammar, claim: Claim) -> Roles:
    """Nobody is both doer and sufferer: of two phrases one within the other the one that tells less is left out.

    اغتيال | النائب العام المصري: his nationality does nothing; قتلى | هجمات الحركة: the dead with the attack are no target;
    تفجيراته: whose deed it is acts; طالب | الذي فجر نفسه: he acts; أصيب | الجندي خلال العمليات: who is hurt does nothing;
    اعتقل الصحفي | من طرف الشرطة: by whose hand is no part of whom it hits.
    """
    roles, mark = claim.roles, claim.mark
    actor, target = roles.actor, roles.target
    if actor is None or target is None or actor[0] < target[0] or actor[1] > target[1] or mark.entry.group == "stop":
        return roles
    if (hand := hand_within(grammar, target, actor)) is not None:
        return changed(roles, target=(target[0], hand))
    hurt = claim.hurt or mark.entry.group == "result" or mark.passive
    if mark.is_verb and target[1] <= mark.index and not hurt:
        return changed(roles, actor=target, target=None)
    acts_itself = actor == target and not hurt and not is_place(grammar, actor[0]) and not thing_group(grammar, actor[0])
    own = (mark.found.pronoun and not mark.is_verb) or acts_itself
    dead = target[0] < mark.index < target[1] and any(entry.group == "result" for entry in entries_at(grammar, target[0]))
    if own or dead:
        return changed(roles, target=None)
    described = any(grammar.parts[at] in (RELATIVE, VERB) for at in range(target[0], actor[0]))
    return roles if described else changed(roles, actor=None)


def _go_on(syntax: Syntax, claims: list[Claim]) -> None:
    """استسلم المسلحون بعد | محاصرتهم: who acted before goes on, unless it is he whom the new deed hits."""
    claim = claims[-1]
    alone = claim.roles.actor is None
    go_on(syntax, claims)
    take_up(syntax.grammar, claims)
    own = alone and claim.mark.found.pronoun and not claim.mark.is_verb and _overlap(claim.roles)
    if own or by_others(syntax.grammar, claims):
        struck = claim.roles.actor if claim.roles.target is None and undergoes(syntax.grammar, claim.mark) else claim.roles.target
        claim.roles = changed(claim.roles, actor=None, target=struck)


def _whole_target(grammar: Grammar, claim: Claim) -> Roles:
    """A target of one word with the clause that says which it is; the place in it is none of the event's."""
    mark, target = claim.mark, claim.roles.target
    if target is None:
        return claim.roles
    held = mark.companion >= target[1] and mark.entry.frame == "P"
    limit = mark.companion if held else grammar.limit(target[0])
    deeds = [one.index for one in (mark, *claim.absorbed)]
    full = in_full(grammar, target, before_own_words(grammar, target, claim.roles.actor, deeds, limit))
    full = target if any(full[0] <= at < full[1] for at in deeds) else full
    return claim.roles if full == target else changed(claim.roles, target=full)


def _with_counts(grammar: Grammar, roles: Roles, counts: dict[int, Range]) -> Roles:
    """A role that begins inside a counted phrase is the whole of it (أكثر من سبعمئة شخص)."""
    actor, target = _counted(grammar, roles.actor, counts), _counted(grammar, roles.target, counts)
    if actor is not None and target is not None and actor[0] < target[1] and target[0] < actor[1]:
        return roles
    return roles if actor == roles.actor and target == roles.target else changed(roles, actor=actor, target=target)


def _counted(grammar: Grammar, role: Range | None, counts: dict[int, Range]) -> Range | None:
    """The counted phrase in which a role begins, without a verb of approximation (تجاوزت | 40 قتيلا)."""
    if role is None:
        return None
    holding = counts.get(role[0])
    if holding is not None and grammar.parts[holding[0]] == VERB:
        holding = holding[0] + 1, holding[1]
    return role if holding is None else (holding[0], max(holding[1], role[1]))


def _set_scenes(grammar: Grammar, claims: list[Claim], owners: list[int | None]) -> None:
    """Place and time of every claim."""
    for claim, found in zip(claims, settings(grammar, [_scene(claim) for claim in claims], owners), strict=True):
        claim.place, claim.date = found.place, found.date
        claim.modality = _as_dated(claim, grammar.layout.document.published)


def _scene(claim: Claim) -> Scene:
    mark = claim.mark
    return Scene(
        index=mark.index,
        own=frozenset(index for one in (mark, *claim.absorbed) for index in range(one.index, one.end)),
        statement=claim.statement,
        type=mark.entry.type,
        modality=claim.modality,
        roles=(claim.roles.actor, claim.roles.target),
        negated=claim.negated,
    )


def _asides(told: list[Told], telling: set[int | None]) -> frozenset[int]:
    """هاجم من يشتبه بأنهم إرهابيون الحاجز أمس: statements of nobody in which nothing happens; they part no time from a claim."""
    return frozenset(number for number, one in enumerate(told) if one.statement.source is None and number not in telling)


def innermost(told: list[Told], count: int, passed: frozenset[int] = frozenset()) -> list[int | None]:
    """For every token the index of the innermost statement whose content holds it: with the fewest characters, the first of equals;
    some statements passed over."""
    owners: list[int | None] = [None] * count
    telling = [number for number, one in enumerate(told) if number not in passed and not _only_put_down(one)]
    for number in sorted(telling, key=lambda n: (told[n].statement.content.start - told[n].statement.content.end, -n)):
        start, end = told[number].content
        owners[start:end] = [number] * (end - start)
    return owners


def _as_dated(claim: Claim, published: date | None) -> str:
    """يعقد الطرفان محادثات غدا: what is told as done but has a day to come is planned; not what holds until then (هدنة حتى غد)."""
    when = claim.date.when if claim.date is not None else None
    ahead = published is not None and when is not None and (when.start > published or when.end > when.start == published)
    ahead = ahead and when is not None and when.rule != UNTIL_DAY
    longer = claim.mark.entry.lemma == "مدد"  # وافق الطرفان على | تمديد الهدنة حتى نهاية الشهر
    return "planned" if ahead and claim.modality == "actual" and not (longer or _is_perfect(claim.mark)) else claim.modality


def _is_perfect(mark: Mark) -> bool:
    return mark.form is not None and mark.form.tense == "perfect"


def _only_put_down(one: Told) -> bool:
    """هجوم نسبته السلطات إلى الجماعة, هجوم | تبنته الحركة: that it happened is told by whoever tells the sentence."""
    owned = one.statement.act == "claim_responsibility" and one.statement.rule != "adopted"  # هجمات تبنى | بعضها
    return (owned or one.statement.rule in ("ascribed", "told_beside")) and one.content[0] < one.cue[0]


def _claim(parties: Parties, mark: Mark, owner: int | None, told: list[Told]) -> Claim:
    one = told[owner] if owner is not None else None
    negated, modality = factuality(parties.grammar, mark, one)
    mark = not_kept(mark, negated)
    light = None if mark.entry.lemma == "سرى" else parties.light(mark, one)  # بدأ | سريان الهدنة
    if light is not None and light[1] == "actor" and (is_taken(parties.grammar, mark) or _is_put_to_another(parties, mark, one)):
        light = None  # المدينة الخاضعة | لسيطرة الجماعة
    claim = Claim(mark, owner, roles_of(parties.syntax, mark, light[0] if light and light[1] == "actor" else None))
    claim.own = claim.roles.actor is not None or claim.roles.target is not None
    claim.own = claim.own or light is not None or is_going_on(parties.grammar, mark)
    if mark.is_verb and claim.roles.target is None and (sufferer := parties.sufferer(mark, claim.roles)) is not None:
        claim.roles = changed(claim.roles, target=sufferer)
    if light and light[1] == "target" and (claim.roles.target is None or _only_where(parties.grammar, mark, claim.roles)):
        claim.roles = changed(claim.roles, target=light[0])
    elif (
        claim.roles.actor is None
        and not (claim.roles.passive or is_shot_at(parties.grammar, mark))
        and (unnamed := _unnamed_actor(parties, mark, one, claim.roles.target)) is not None
        and not (mark.entry.mode == "firearms" and unnamed == claim.roles.target)  # طعن فلسطيني جنديا قبل أن | يطلق عليه النار
    ):
        claim.roles = changed(claim.roles, actor=unnamed)
    if claim.roles.actor is None and (teller := _goes_on_to_do(parties, mark)) is not None:
        claim.roles = changed(claim.roles, actor=teller)
    claim.roles = _only_told(parties.grammar, mark, claim.roles, one)
    if (met := _met(parties, claim, one)) is not None:
        claim.roles = changed(claim.roles, actor=met, target=claim.roles.actor)
    if mark.entry.group == "crowd" and (against := against_whom(parties.grammar, mark)) is not None:
        actor = None if claim.roles.actor is not None and claim.roles.actor[0] == against[0] else claim.roles.actor
        claim.roles = changed(claim.roles, actor=actor, target=against)
    claim.roles = tidied(parties.grammar, mark, _in_full(parties, mark, claim.roles))
    claim.roles = _told_beside(parties, mark, claim.roles, one)
    if claim.roles.actor is not None and claim.roles.actor == claim.roles.target:
        caught = is_forced(mark) or (mark.entry.group == "arrest" and bool(mark.found.pronoun))  # حاول الهروب لدى | ضبطه
        claim.roles = changed(claim.roles, **{"actor" if caught else "target": None})
    mark, claim.roles = in_sense(parties.grammar, mark, claim.roles)
    claim.mark, claim.negated, claim.modality = mark, negated, modality
    claim.act = one.statement.act if one is not None else ""
    claim.heads = one is not None and mark.index == one.content[0] + (one.content[0] in parties.grammar.layout.closing)
    claim.rule = f"events.{'verb' if mark.is_verb else 'noun'}_{mark.entry.group}"
    return claim


def _only_told(grammar: Grammar, mark: Mark, roles: Roles, one: Told | None) -> Roles:
    """The roles of a deed that is asked for, wished, denied or threatened with."""
    told_of = not_admitted(grammar, only_tells(grammar, mark, roles, one), one)
    return threatened(mark, wished(grammar, mark, told_of, one), one)


def _is_put_to_another(parties: Parties, mark: Mark, one: Told | None) -> bool:
    """كرر الوزير اتهامه الحركة | بقصف القرية: no verb before it in what is said, the deed is his who is accused or called on."""
    if one is None or parties.asked(mark, one) is None:
        return False
    return not any(parties.grammar.parts[at] in (VERB, THAT) for at in range(one.content[0], mark.index))


def _told_beside(parties: Parties, mark: Mark, roles: Roles, one: Told | None) -> Roles:
    """هز انفجار | فندقا, نفذ الحزب عمليات | استهدفت مواقع: what suffers or who acts, told by another word beside the event word."""
    struck = struck_instead(parties.syntax, mark, roles, one)
    led = struck is not None and mark.entry.type == "AID" and parties.grammar.tokens[struck[0]].word.preposition == "ل"
    if struck is not None and (not led or suffers(parties.grammar, struck, mark)):
        roles = changed(roles, actor=doer_before(roles.actor, roles.target, struck), target=struck)
    if roles.actor is None and (doer := carries_out(parties.syntax, mark, one)) is not None:
        roles = changed(roles, actor=doer)
    return roles


def _overlap(roles: Roles) -> bool:
    """Whether actor and target have words in common."""
    actor, target = roles.actor, roles.target
    return actor is not None and target is not None and actor[0] < target[1] and target[0] < actor[1]


def _only_where(grammar: Grammar, mark: Mark, roles: Roles) -> bool:
    """تعرضت القافلة لهجوم على | طريق المطار: whoever underwent it was hit, not the road where it was."""
    if roles.target is None or mark.found.preposition != "ل" or not is_place(grammar, roles.target[0]):
        return False
    return underwent(grammar, mark)


def _met(parties: Parties, claim: Claim, one: Told | None) -> Range | None:
    """وصل المبعوث إلى القاهرة، حيث التقى | الرئيس: who meets the one that stands alone behind a verb of meeting."""
    mark, actor = claim.mark, claim.roles.actor
    alone = mark.is_verb and claim.roles.target is None and not mark.found.pronoun  # استقبله | الرئيس
    if not alone or actor is None or (mark.entry.group, mark.entry.frame) != ("meet", "AO"):
        return None
    return parties.carried(mark.index, one) if mark.form is not None and actor[0] > mark.index else None


def _in_full(parties: Parties, mark: Mark, roles: Roles) -> Roles:
    """Actor and target with what says which they are; who cannot act is no actor."""
    grammar, actor, target = parties.grammar, roles.actor, roles.target
    behind = past_backers(grammar, actor, mark.entry.preps) if actor is not None and mark.is_verb and actor[0] >= mark.end else 0
    target = after(grammar, behind, mark.entry.preps) if behind and target is None else target
    if actor is not None and not acts(grammar, actor, mark):
        actor = None
    elif actor is not None and not _is_deeds_own(grammar, mark, actor):
        limit = target[0] if target is not None and target[0] > actor[0] else grammar.limit(actor[0])
        actor, limit = before_weapons(grammar, mark, actor), min(limit, object_start(grammar, mark, actor), behind or limit)
        goes_on = mark.is_verb and mark.found.conjunction and actor[1] < mark.index
        full = with_relative(grammar, actor) if goes_on else described(grammar, with_relative(grammar, actor), limit)
        if not mark.is_verb and mark.entry.group != "leave" and full == actor:
            full = actor[0], max(actor[1], with_group(grammar, *actor))
        actor = without_place(grammar, _without(mark, actor, full))
    if target is not None and not suffers(grammar, target, mark):
        target = None
    if target is not None:
        last = mark.companion if mark.companion >= target[1] and mark.entry.frame == "P" else grammar.limit(target[0])
        target = before_next_deed(grammar, _without(mark, target, whole(grammar, with_share(grammar, target), last)))
        target = without_place(grammar, target)
    return roles if actor == roles.actor and target == roles.target else changed(roles, actor=actor, target=target)


def _is_deeds_own(grammar: Grammar, mark: Mark, actor: Range) -> bool:
    """القصف | الإسرائيلي الذي طال القرية: behind an adjective of the deed a relative describes the deed, not who acts."""
    behind = actor[0] >= mark.end and actor[1] == actor[0] + 1 and not mark.is_verb
    return behind and grammar.phrases.is_adjective(actor[0]) and grammar.layout.norms[actor[1] : actor[1] + 1] != ["الذين"]


def _without(mark: Mark, short: Range, full: Range) -> Range:
    """The longer phrase, unless it holds the event itself (قرية | تسيطر عليها الجماعة)."""
    return short if full[0] <= mark.index < full[1] else full


def _unnamed_actor(parties: Parties, mark: Mark, one: Told | None, target: Range | None) -> Range | None:
    """Who acts where the phrase of the event word does not name him; a target before the word is what its pronoun means."""
    if (teller := own_to_tell(parties.grammar, mark, one)) is not None:
        return teller
    if mark.entry.group == "stop" and mark.entry.frame == "N" and not mark.is_verb:
        return parties.asked(mark, one) or declarer(parties.grammar, mark, one)  # أعلنت القيادة | بدء الهدنة
    lost = mark.is_verb and mark.entry.frame == "T" and bool(mark.found.pronoun)  # استعادت القوات القرى التي | خسرتها
    if mark.entry.frame not in ("AO", "A", "M") and not lost and not sets_off(parties.grammar, mark, one):
        return None
    if not mark.is_verb and is_done(parties.grammar, mark):
        return None
    if not mark.is_verb:
        owner = who_owned_up(mark, parties.told.get(parties.grammar.layout.sentence_of[mark.index], ()))
        return owner or doer_beyond(parties, mark, one) or parties.doer(mark, one, target) or of_the_deed_before(parties, mark, one)
    causes = parties.grammar.light(mark.index) == "cause" and mark.entry.group != "deal"  # قبل أن | توقع تركيا اتفاقا
    if mark.passive or mark.form is None or causes:  # غارة | أودت بحياة خمسة
        return None
    if mark.form.person == 1:
        return one.speaker if one is not None else None
    return asked_to(parties, mark, one) or parties.carried(mark.index, one) or goes_on_beyond(parties, mark, one)


def _goes_on_to_do(parties: Parties, mark: Mark) -> Range | None:
    """رفضت الجبهة الاتفاق | واحتجزت رهائن, دعت الحكومة إلى الهدوء | ونشرت قوات: who says something and goes on to do something."""
    form = mark.form
    if form is None or mark.found.conjunction != "و" or mark.passive or (form.tense, form.person) != ("perfect", 3):
        return None
    if mark.entry.frame not in ("AO", "A", "M") or parties.grammar.light(mark.index):
        return None
    for one in parties.told.get(parties.grammar.layout.sentence_of[mark.index], ()):
        if one.content[1] == mark.index and one.cue[0] < one.content[0] and one.speaker is not None:
            return one.speaker if parties.syntax.compatible(form, one.speaker) else None
    return None


def _attach_figures(claims: list[Claim], counted: list[Counted]) -> None:
    by_index = {claim.mark.index: claim for claim in claims}
    for one in counted:
        claim = by_index.get(one.mark.index)
        if claim is not None:
            claim.figures.append(one)
