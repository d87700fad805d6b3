"""The joining of two claims of one happening into one: whose trigger leads, whose roles and figures it keeps."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.lang.ar.parts import NUMERAL, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.advances import is_repelled
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.near import is_place
from riwaya.read.grammar import Grammar
from riwaya.read.joining.elsewhere import attacked_anew, hurt_elsewhere
from riwaya.read.joining.fired import says_who_fired, told_by_firing
from riwaya.read.joining.summed_up import sums_up
from riwaya.read.roles.edges import harmed
from riwaya.read.roles.replies import answered_between, in_answer, is_answered, is_by
from riwaya.read.roles.roles import Roles
from riwaya.read.telling.alike import ALIKE, DISCUSS
from riwaya.read.telling.claims import (
    JOINS,
    WHEREAS,
    Claim,
    burns_too,
    by_means,
    groups,
    hitting,
    in_a_manner,
    result_in_attack,
)
from riwaya.read.telling.twice import goes_on_to_hit, leaves_victims, named_again, used_in


def merge(grammar: Grammar, claims: list[Claim]) -> Iterator[Claim]:
    """Join what is one happening: attack and result, hit and attack noun, coordinated results; in text order of what leads."""
    kept: list[Claim] = []
    for number, claim in enumerate(claims):
        if number and burns_too(claims[number - 1], claim):
            claim.mark = changed(claim.mark, entry=changed(claim.mark.entry, group="result", kind="destroyed", counted="target"))
        if (destroyed := next((one for one in kept[-_LAST:] if _is_destroyed(one, claim)), None)) is not None:
            destroyed.figures.extend(changed(one, kind="destroyed") for one in claim.figures)
            continue
        if says_who_fired(grammar, claims, number):
            if kept:
                told_by_firing(kept[-1], claim)
            continue
        last = range(len(kept) - 1, max(-1, len(kept) - 1 - _LAST), -1)
        behind = next(_behind(claims, number), None) if kept else None
        at = next((at for at in last if _is_one(grammar, kept[at], claim, behind)), None)
        if at is None:
            kept.append(claim)
        else:
            kept[at] = _joined(grammar, kept[at], claim)
    for claim in (one for one in kept if one.absorbed):
        claim.figures.sort(key=lambda one: one.count.where)
    yield from sorted(kept, key=lambda claim: claim.mark.index)


def _behind(claims: list[Claim], number: int) -> Iterator[Claim]:
    """قتل ثلاثة | وأصيب سبعة | في انفجار: what stands behind a result and the results that are joined to it."""
    for claim in claims[number + 1 : number + 1 + _FURTHER]:
        alike = claim.mark.is_verb or not claims[number].mark.is_verb  # ومقتل جندي | وإصابة آخر | في اشتباكات
        if claim.mark.entry.group != "result" or not alike or claim.mark.found.conjunction != "و":
            yield claim


_FURTHER = 2


def _is_one(grammar: Grammar, host: Claim, claim: Claim, behind: Claim | None) -> bool:
    """Whether two claims are one happening: by a rule of joining, unless an attack of its own stands behind the second."""
    sentences = grammar.layout.sentence_of
    together = host.statement == claim.statement and sentences[host.mark.index] == sentences[claim.mark.index]
    if not together and not leaves_victims(host, claim):
        return False
    if answered_between(grammar, host.mark.end, claim.mark.index) or in_answer(grammar, claim.mark.index):
        return False
    if is_by(grammar, claim.mark) and is_answered(grammar, host.mark.index):
        return False
    if named_again(grammar, host, claim) or leaves_victims(host, claim):
        return True
    apart = behind is not None and (is_another(host, claim) or _hits_elsewhere(grammar, host, claim, behind))
    own = behind is not None and apart and has_own_attack(grammar, claim, behind)
    return not own and joins(grammar, host, claim)


def joins(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """Whether two claims of one sentence and one teller are one happening."""
    same = (
        host.statement == claim.statement
        and grammar.layout.sentence_of[host.mark.index] == grammar.layout.sentence_of[claim.mark.index]
    )
    if not same or host.mark.entry.type != claim.mark.entry.type:
        return False
    near = range(max(host.mark.end, claim.mark.index - _EVE_REACH), claim.mark.index)
    eve = not _EVES.isdisjoint(grammar.layout.cores[near.start : near.stop])
    if eve and any(grammar.tokens[at].word.core in _EVES and at + 1 not in grammar.phrases.dated for at in near):
        return False
    if _is_apart(grammar, host, claim):
        return False
    if host.mark.entry.group == "attack" and (any(_is_later(grammar, at) for at in near) or _comes_after(grammar, host, claim)):
        return False
    if host.mark.entry.type != "ASSAULT":
        return any(rule(grammar, host, claim) for rule in ALIKE.get(host.mark.entry.type, ()))
    told_apart = host.negated != claim.negated and not by_means(grammar, host, claim)  # أحبطت هجوما | بثلاث سيارات مفخخة
    if told_apart and (claim.negated or "result" not in groups(host, claim)):
        return False
    if host.negated and not claim.negated and claim.mark.is_verb and claim.mark.found.conjunction:
        return False
    if _hits_another(grammar, claim) or sums_up(grammar, host, claim) or _told_elsewhere(grammar, host, claim):
        return False
    return any(rule(grammar, host, claim) for rule in JOINS)


def _is_destroyed(host: Claim, claim: Claim) -> bool:
    """تدمير | 47 عبوة ناسفة, دمر الجيش | سيارة مفخخة: a bomb that is destroyed itself is no attack in which something was."""
    target = host.roles.target
    bomb = claim.mark.entry.frame == "N" and not claim.mark.is_verb
    return bomb and host.mark.entry.kind == "destroyed" and target is not None and target[0] <= claim.mark.index < target[1]


def _is_apart(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """تدمير 39 عربة | وتدمير 36 دراجة: the same noun of destroying once more, with what else is destroyed, is another deed."""
    if _destroys_more(grammar, host, claim) or _do_others(grammar, host, claim):
        return True
    again = host.mark.entry is claim.mark.entry and not (host.mark.is_verb or claim.mark.is_verb)
    both = host.roles.target is not None and claim.roles.target is not None
    return again and both and claim.mark.entry.kind == "destroyed" and claim.mark.found.conjunction == "و"


def _do_others(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """قتل ثلاثة بنيران الشرطة، | وأحرق المتظاهرون سيارات: a verb joined by و behind which others do something to something else."""
    actor, target, mark = claim.roles.actor, claim.roles.target, claim.mark
    first = host.roles.actor
    if not mark.is_verb or mark.found.conjunction != "و" or actor is None or target is None or first is None:
        return False
    named = mark.index < actor[0] and mark.index < target[0] and first[1] <= mark.index
    words = grammar.layout.cores
    return named and host.mark.entry.group == "result" and set(words[slice(*actor)]).isdisjoint(words[slice(*first)])


def _destroys_more(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """أسقط صاروخا، كما | دمر موقعا: a verb of destroying behind كما, with a thing of its own, tells another deed."""
    one, other = host.roles.target, claim.roles.target
    verbs = host.mark.is_verb and claim.mark.is_verb and claim.mark.entry.kind == "destroyed" and not claim.roles.passive
    apart = one is not None and other is not None and one[1] <= claim.mark.index < other[0]
    before = claim.mark.index - 1
    joined = claim.mark.found.conjunction == "و" and grammar.is_comma(before) and host.mark.entry.kind == "destroyed"
    return verbs and apart and (joined or (grammar.tokens[before].norm == "كما" and grammar.is_comma(before - 1)))


def _told_elsewhere(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """فيما | قتل طفل في قرية التل, وإن طائرة | قصفت التلال: hurt in another place, or attacked in another clause."""
    return hurt_elsewhere(grammar, claim) or attacked_anew(grammar, host, claim)


_EVE_REACH, _EVES = 12, frozenset({"غداه", "عشيه", "تالي"})
"""وتأتي الهجمات | غداة قصف المطار, في اليوم التالي | لقصف المطار: what was the day before or came the day after is apart."""


def _is_later(grammar: Grammar, at: int) -> bool:
    """وقع الهجوم | بعد يومين من قيام السكان بقتل عنصرين: an attack some time after a deed is another."""
    behind = grammar.layout.norms[at + 1 : at + 4]
    counted = at + 1 < len(grammar.tokens) and (
        grammar.parts[at + 1] == NUMERAL or grammar.tokens[at + 1].word.labels & {"timeword", "measure"}
    )
    return grammar.tokens[at].norm == "بعد" and bool(counted) and "من" in behind


def _comes_after(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """وبعد يومين على | تفجير أودى بحياة عشرة، | قصف الجيش القرية: behind a clause of time, and its comma, an attack is another.

    هجوم تلاه | قصف مدفعي: so is one that is said to have followed or gone before.
    """
    if grammar.layout.norms[claim.mark.index - 1] in _FOLLOWED:
        return True
    first, mark = grammar.layout.sentence(claim.mark.index).start, claim.mark
    opened = grammar.opens_with_time(mark.index) and first < host.mark.index and not host.mark.is_verb
    return opened and mark.is_verb and mark.entry.group == "attack" and grammar.is_comma(mark.index - 1)


_FOLLOWED = word_list("verb of what followed")


def _hits_another(grammar: Grammar, claim: Claim) -> bool:
    """إغراق سفينة | ومهاجمة أخرى: an attack joined by و on another of its kind is a second one."""
    mark = claim.mark
    if mark.entry.group != "attack" or mark.is_verb or mark.found.conjunction != "و" or mark.end >= len(grammar.tokens):
        return False
    return grammar.tokens[mark.end].word.core in _OTHERS


_OTHERS = frozenset({"اخري", "اخرين", "ثانيه"})


def is_another(host: Claim, claim: Claim) -> bool:
    """أدى القصف إلى مقتل خمسة، | ومقتل ثلاثة في غارة: behind an attack; joined by و, if it counts what was counted before."""
    if not (host.struck or host.mark.entry.group == "attack"):
        return False
    return not claim.mark.found.conjunction or any(one.kind == claim.mark.entry.kind for one in host.figures)


def _hits_elsewhere(grammar: Grammar, host: Claim, claim: Claim, behind: Claim) -> bool:
    """قتل أربعة في قصف على رفح، | وأصيب سبعة في | قصف على خان يونس: harm behind an attack, before one with its own target.

    قتل ثلاثة في تفجير | وأصيب خمسة في | هجوم آخر: or before one that is said to be another.
    """
    told_before = any(one.count.where[0] < host.mark.index for one in host.figures)
    if host.mark.entry.group != "attack" or not told_before:
        return False
    if not claim.mark.is_verb:
        return _is_listed(grammar, claim)
    return behind.roles.target is not None or grammar.layout.norms[behind.mark.end : behind.mark.end + 1] in (["اخر"], ["اخري"])


def has_own_attack(grammar: Grammar, claim: Claim, behind: Claim) -> bool:
    """كما قتل ثلاثة | في غارة على تعز: a result that opens a clause and has an attack of its own with what it hits."""
    found, start = behind.mark.found, claim.mark.index - 1
    if behind.mark.is_verb or found.article or found.pronoun or behind.negated:
        return False
    parted = bool(claim.mark.found.conjunction) if claim.mark.is_verb else _is_listed(grammar, claim)
    there = claim.mark.is_verb and grammar.tokens[start].norm == "حيث" and behind.mark.entry.frame == "M"
    parted = parted or there or (claim.mark.is_verb and _is_meanwhile(grammar, start))  # غارات على الريف، حيث | قتل 40 في معارك
    if behind.roles.target is None and not parted:
        return False
    if claim.statement != behind.statement or not result_in_attack(grammar, claim, behind):
        return False
    if any(_breaks(grammar, at) for at in range(claim.mark.end, behind.mark.index)):
        return False
    if claim.mark.is_verb:
        return bool(claim.mark.found.conjunction) or there or _is_meanwhile(grammar, start)
    if claim.mark.found.conjunction:
        return True
    return grammar.tokens[start].norm == "الي" and grammar.tokens[start - 1].word.core.startswith(_BESIDES)


def _is_listed(grammar: Grammar, claim: Claim) -> bool:
    """قتل ثلاثة في تفجير، | ومقتل جندي في اشتباكات: a noun of result that و joins behind a comma, as one of a list."""
    return claim.mark.found.conjunction == "و" and grammar.is_comma(claim.mark.index - 1)


def _is_meanwhile(grammar: Grammar, before: int) -> bool:
    """فيما | أصيب ثلاثة في غارة, بينما تتواصل المعارك، | قتل ثلاثة في غارة: what is told meanwhile is another happening.

    وفي الشرق حيث تدور المعارك، | قتل ثلاثة في غارة: and so is what is told behind a clause that describes a place.
    """
    if not grammar.is_comma(before):
        return grammar.tokens[before].word.core in _MEANWHILE
    if before > 1 and grammar.tokens[grammar.clause_start(before - 1) - 1].norm == "حيث":
        return True
    first = grammar.layout.sentence(before).start
    opens = grammar.tokens[first].word.core in _MEANWHILE
    return opens and not any(grammar.is_comma(at) for at in range(first, before))


def _breaks(grammar: Grammar, at: int) -> bool:
    """A verb, unless it tells of a further result (وأصيب ثلاثة), or a comma, unless it says who is among them (، بينهم طفل)."""
    if grammar.is_comma(at):
        if at + 1 in grammar.date_at or at - 1 in grammar.phrases.dated:  # قتل ثلاثة، | أمس الجمعة، | في غارة
            return False
        return grammar.tokens[at + 1].word.core not in _AMONG and grammar.tokens[at + 1].word.preposition != "ب"
    further = grammar.tokens[at].word.conjunction == "و" and any(one.group == "result" for one in entries_at(grammar, at))
    return grammar.parts[at] == VERB and not further


_AMONG = frozenset({"بينهم", "بينها", "بينهن", "بينهما"})
_MEANWHILE = word_list("meanwhile others suffer")
_BESIDES = ("اضاف", "بالاضاف", "جانب")
"""إضافة إلى | مقتل أربعة بغارة على البلدة, إلى جانب ...: what is added."""
_LAST = 6
"""So many claims back another may be joined to."""


def _joined(grammar: Grammar, host: Claim, claim: Claim) -> Claim:
    """One claim of two: the attack word is the trigger, figures add up, empty roles are filled."""
    attack_first = host.mark.entry.group == "attack" or claim.mark.entry.group != "attack" or in_a_manner(grammar, host, claim)
    lead, other = (host, claim) if attack_first else (claim, host)
    if other.mark.entry.lemma in DISCUSS and not other.mark.is_verb:
        other.roles = Roles(None, None)
    if used_in(grammar, lead, other) or goes_on_to_hit(grammar, lead, other) or _answers(grammar, lead, other):
        other.roles = changed(other.roles, actor=None)
    other = _of_event(grammar, lead, other)
    if (doer := other.roles.actor) is not None and doer[0] < lead.mark.index < doer[1] and lead.mark.entry.type == "ASSAULT":
        other.roles = changed(other.roles, actor=None)
    if other.mark.entry.group == "result" and lead.mark.entry.group == "attack" and other.roles.target is not None:
        other.roles = changed(other.roles, target=harmed(grammar, other.roles.target))
    lead.roles = _joint_roles(lead, other, lead is host, _is_hit(grammar, lead) and not _burns_besides(lead, other))
    lead.hurt = host.hurt or claim.hurt or other.mark.entry.group == "result"
    lead.struck = host.struck or claim.struck or (other.mark.entry.group == "attack" and not in_a_manner(grammar, host, claim))
    host.figures.extend(claim.figures)
    host.absorbed.extend((*claim.absorbed, other.mark))
    lead.figures, lead.absorbed = host.figures, host.absorbed
    return lead


def _answers(grammar: Grammar, lead: Claim, other: Claim) -> bool:
    """صدت القوات هجوما على القاعدة | وقتلت عشرين مسلحا: whoever repels an attack did not make it, whomever he kills."""
    behind = lead.mark.index < other.mark.index and not lead.mark.is_verb
    return behind and other.mark.is_verb and is_repelled(grammar, lead.mark.index)


def _of_event(grammar: Grammar, lead: Claim, other: Claim) -> Claim:
    """الضربات أصابت مواقع: the subject of a verb of hitting is the attack itself, so the phrase behind the verb is hit."""
    actor = other.roles.actor
    if actor is None or not lead.mark.index < other.mark.index < actor[0] or not hitting(grammar, lead, other):
        return other
    if grammar.tokens[lead.mark.index - 1].word.core == "في" and other.roles.target is not None:  # وفي هجوم آخر، قتلت | القوات عشرة
        return other
    return changed(other, roles=Roles(None, other.roles.target or actor))


def _is_hit(grammar: Grammar, claim: Claim) -> bool:
    """Whether an explosion hit what is its target (انفجار استهدف قافلة) and did not only happen there (انفجرت في حي)."""
    target = claim.roles.target
    if target is not None and any(_tells_another(grammar, at) for at in range(claim.mark.end, target[0])):
        return False
    if claim.mark.entry.frame != "V" or target is None or not is_place(grammar, target[0]):
        return True
    within = grammar.tokens[target[0] - 1].norm == "في" or grammar.tokens[target[0]].word.preposition == "ب"
    return not within or any(grammar.parts[at] == VERB for at in range(claim.mark.end, target[0]))


def _burns_besides(lead: Claim, other: Claim) -> bool:
    """قتلوا 17 جنديا | وأحرقوا أربع آليات: what was burnt besides is not whom the deed was aimed at."""
    own = other.mark.is_verb and other.roles.actor is not None and other.roles.target is not None
    joined = lead.mark.is_verb and lead.mark.found.conjunction == "و" and lead.mark.entry.lemma == "أحرق"
    return own and joined and other.mark.index < lead.mark.index


def _tells_another(grammar: Grammar, at: int) -> bool:
    """قتل طفل في القصف | وأصيب والداه, فيما أصيب والداه: a further result of the attack, of others than those told first."""
    if grammar.parts[at] != VERB or not any(one.group == "result" for one in entries_at(grammar, at)):
        return False
    return bool(grammar.tokens[at].word.conjunction) or grammar.tokens[at - 1].word.core in WHEREAS


def _joint_roles(lead: Claim, other: Claim, first: bool, hit: bool) -> Roles:
    """Victims that are told before their attack are its target, and so are those of a clash, or of what only went off somewhere
    (انفجرت سيارة في الحي، ما أدى إلى مقتل | أربعة أشخاص); ``first``: the attack was told first.

    ``hit``: the attack names whom it hits. In a clash with (مع) somebody, he is who acts.
    """
    actor = lead.roles.actor or other.roles.actor
    result = other.mark.entry.group == "result" and not lead.hurt
    victims = other.roles.target if result and not (first and hit) else None
    if victims is None:
        fought = (
            result
            and hit
            and lead.mark.entry.frame == "M"
            and lead.roles.actor is None
            and bool(lead.roles.target and other.figures)
        )
        return Roles(lead.roles.target, None) if fought else Roles(actor, lead.roles.target or other.roles.target)
    if lead.mark.entry.frame == "M" and lead.roles.actor is None:
        return Roles((lead.roles.target if hit else None) or actor, victims)
    return Roles(actor, (lead.roles.target if hit else None) or victims)
