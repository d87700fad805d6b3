"""Denials that point back: whoever denies what another told says of the same deed that it did not happen."""

from __future__ import annotations

from dataclasses import replace

from riwaya.lang.ar.parts import VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.grammar import Grammar, Range
from riwaya.read.statements import Told
from riwaya.read.telling.claims import Claim
from riwaya.read.telling.untrue import NEWS, is_news_told

_POINTERS, _HELD = frozenset({"ذلك", "هذا", "الامر"}), ("صحه", "حدوث")


def with_denials(grammar: Grammar, claims: list[Claim], told: list[Told]) -> list[Claim]:
    """The claims in text order, and for each denial that points back to one of them the deed as denied (a rule of coding)."""
    deniers = [number for number, one in enumerate(told) if _may_deny(grammar, one)]
    denied = [(number, denied_back(grammar, claims, told, number)) for number in deniers]
    added = [
        _denied(claim, told[number], number, _denies_part(grammar, told[number].content))
        for number, claim in denied
        if claim is not None
    ]
    added += [again for number in deniers if (again := _of_others(grammar, claims, told, number)) is not None]
    added += [again for number in deniers if (again := _of_outlet(grammar, claims, told, number)) is not None]
    return sorted([*claims, *added], key=lambda claim: claim.mark.index) if added else claims


def _of_outlet(grammar: Grammar, claims: list[Claim], told: list[Told], number: int) -> Claim | None:
    """قتل الجيش ثلاثة مدنيين، وهو ما | نفته الوزارة: what the outlet itself tells is told as done, and denied besides, once."""
    one = told[number]
    if one.content[1] > one.cue[0] or any(_tells(grammar, at) for at in range(*one.content)):
        return None
    around = [k for k, other in enumerate(told) if k != number and other.content[0] <= one.cue[0] < other.content[1]]
    teller = max(around, key=lambda k: told[k].content[0], default=None)
    deeds = [claim for claim in claims if claim.statement == number and claim.negated and claim.mark.index < one.content[1]]
    done = [claim for claim in deeds if claim.modality == "actual" and not grammar.negated(claim.mark.index)]
    for claim in done:
        claim.statement, claim.negated = teller, False
    return _denied(done[0], one, number, parts=False) if done else None


def _tells(grammar: Grammar, at: int) -> bool:
    """| تتهم الهند عدوها باكستان بتسليحهم، وهو ما تنفيه: a verb of telling, of which no statement came, tells for somebody else."""
    return grammar.parts[at] == VERB and "cue" in grammar.tokens[at].word.labels


def _may_deny(grammar: Grammar, one: Told) -> bool:
    """نفى ذلك, رفض المتحدث | تلك الاتهامات, رفضوا | ذلك: a denial, or a charge or demand that is rejected."""
    refused = one.statement.act == "reject" and (_names_charge(grammar, one.content) or _only_points(grammar, one.content))
    return refused or one.statement.act == "deny"


def _of_others(grammar: Grammar, claims: list[Claim], told: list[Told], number: int) -> Claim | None:
    """نفى ما ذكرته الصحيفة عن | قصف المطار: what others tell is denied too; أنباء تحدثت عن | مقتله tell it for nobody else."""
    one, inner = told[number], told[number + 1] if number + 1 < len(told) else None
    if inner is None or not is_news_told(grammar, one, inner):
        return None
    first = next((claim for claim in claims if claim.statement == number + 1 and _is_told_as_done(claim, number)), None)
    if first is None or any(grammar.is_comma(at) for at in range(inner.content[0], first.mark.index)):
        return None
    if inner.speaker is None or grammar.tokens[inner.speaker[0]].word.core in NEWS:
        first.statement, first.negated = number, True
        return None
    return _denied(first, one, number, parts=False)


def denied_back(grammar: Grammar, claims: list[Claim], told: list[Told], number: int) -> Claim | None:
    """قال الجيش إنه قصف المدينة، وهو ما | تنفيه أنقرة, ونفت أنقرة | ذلك: the deed told by another that a denial points back to."""
    if _denies_part(grammar, told[number].content):
        return _last_told(grammar, claims, told, number)
    content = _meant(grammar, told, number)
    if content is None:
        return None
    refused = told[number].statement.act == "reject" and _only_points(grammar, told[number].content)
    fits = _is_asked if refused else _is_told_as_done
    return next((claim for claim in claims if content[0] <= claim.mark.index < content[1] and fits(claim, number)), None)


def _last_told(grammar: Grammar, claims: list[Claim], told: list[Told], number: int) -> Claim | None:
    """قتل مسلحون تسعة مزارعين، لكن الحركة أنكرت | أي صلة لمقاتليها بالحادث: the violence that others told shortly before."""
    content, here = told[number].content, grammar.layout.sentence_of[told[number].cue[0]]
    if any(content[0] <= claim.mark.index < content[1] for claim in claims):
        return None
    for claim in reversed(claims):
        violent = claim.mark.entry.type in _VIOLENT
        if claim.mark.index < content[0] and violent and _is_told_as_done(claim, number):
            return claim if here - grammar.layout.sentence_of[claim.mark.index] <= _SHORTLY else None
    return None


def _denies_part(grammar: Grammar, content: Range) -> bool:
    """أي صلة لها بالأمر, علاقته بالحادث: that somebody had a part in what is pointed at, and nothing more."""
    first = content[0] + (grammar.tokens[content[0]].norm == "اي")
    if not first < content[1] <= first + _PART:
        return False
    word = grammar.tokens[first].word
    return word.core.startswith(_TIES) and bool(grammar.tokens[content[1] - 1].word.article)


_TIES, _PART, _SHORTLY, _VIOLENT = ("صله", "صلت", "علاقه", "علاقت"), 4, 2, frozenset({"ASSAULT", "COERCE"})


def _meant(grammar: Grammar, told: list[Told], number: int) -> Range | None:
    """The content before the cue; for ذلك the content that another told right before, for هذا الاتهام the charge before.

    So too what a headline's bare verb denies: موسكو تتهم كييف بقصف المحطة وأوكرانيا | تنفي.
    """
    one = told[number]
    if _names_charge(grammar, one.content):
        before = _charge(grammar, told, number)
    elif one.content[1] <= one.cue[0]:
        return _told_last(told, number)
    elif number > 0 and (one.content == one.cue or _only_points(grammar, one.content)):
        before = told[number - 1]
    else:
        return None
    if before is None or before.content[1] > one.cue[0]:
        return None
    here, there = grammar.layout.sentence_of[one.cue[0]], grammar.layout.sentence_of[before.content[1] - 1]
    return before.content if here - there <= 1 else None


def _charge(grammar: Grammar, told: list[Told], number: int) -> Told | None:
    """The accusation nearest before a denial, unless what is told right before stands nearer: قال المرصد ... ونفت | هذا الاتهام."""
    here = grammar.layout.sentence_of[told[number].cue[0]]
    accused = next((other for other in reversed(told[:number]) if other.statement.act == "accuse"), None)
    near = accused is not None and here - grammar.layout.sentence_of[accused.content[1] - 1] <= 1
    return accused if near or number == 0 else told[number - 1]


def _told_last(told: list[Told], number: int) -> Range:
    """وقال إنها ضبطت أسلحة، زاعما أن القتيل أطلق النار، وهو ما | نفته عائلته: of what stands before it what was told last."""
    content = told[number].content
    within = (other.content for other in told[:number] if content[0] < other.content[0] and other.content[1] == content[1])
    return max(within, default=content)


def _only_points(grammar: Grammar, content: Range) -> bool:
    """نفت أنقرة | ذلك, صحة ذلك: a pronoun that points back, and nothing more."""
    first, last = content[0], content[1] - 1
    held = first + 1 == last and grammar.tokens[first].word.core in _HELD
    return (held or first == last) and grammar.tokens[last].norm in _POINTERS


def _names_charge(grammar: Grammar, content: Range) -> bool:
    """ونفت القيادة | هذا الاتهام, ورفض المتحدث | تلك الاتهامات: a charge that is pointed at, and nothing more.

    وهو | اتهام رفضه المتحدث, نفت القيادة | الرواية: a charge that a clause says more of, or that is known.
    """
    first, end = content
    if end - first == 1:
        told_of = grammar.tokens[first].word
        known = bool(told_of.article) or (first > 0 and grammar.tokens[first - 1].norm in _AS)
        return known and told_of.core in _CHARGES
    if end - first > _POINTED or first + 1 >= end or grammar.tokens[first].norm not in _POINTING:
        return False
    return grammar.tokens[first + 1].word.core in _CHARGES


_AS = frozenset({"وهو", "وهي"})
_POINTING, _POINTED = frozenset({"هذا", "هذه", "تلك"}), 3
_CHARGES = word_list("charge that is pointed at")


def _is_asked(claim: Claim, number: int) -> bool:
    """طالبوه بتسليم نفسه فرفض | ذلك: a deed of giving in, of talks or of a deal that was asked for."""
    asked = claim.modality in ("demanded", "planned") and claim.mark.entry.type in ("RETREAT", "AGREE", "CONSULT")
    return asked and claim.statement != number and not claim.negated


def _is_told_as_done(claim: Claim, number: int) -> bool:
    return claim.statement != number and claim.modality == "actual" and not claim.negated


def _denied(claim: Claim, one: Told, number: int, parts: bool) -> Claim:
    """The same deed as whoever denies it tells of it: its word is the denial; who denies a part in it is said to have done it."""
    mark = changed(claim.mark, index=one.cue[0], end=one.cue[1])
    own = parts and one.speaker is not None
    roles = changed(claim.roles, actor=one.speaker) if own else claim.roles
    told = replace(claim, mark=mark, statement=number, roles=roles, figures=[], absorbed=[])
    return replace(told, negated=True, modality="actual", rule="events.denied_back")
