"""Whether a mention of an event claims something, or only points back, names the scene, or speaks in general."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.parts import AUXILIARY, NOUN, PREPOSITION, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.joined_talks import joins_talks
from riwaya.read.clauses.violence import is_excessive
from riwaya.read.grammar import Grammar
from riwaya.read.roles.foregone import is_told_of, lasts
from riwaya.read.roles.recalled import is_in_state
from riwaya.read.roles.replies import hits_back
from riwaya.read.telling.aims import says_what_for
from riwaya.read.telling.arrivals import NO_ARRIVALS
from riwaya.read.telling.bygone import fled_in_vain, is_heard, since_begun, since_then, so_called_deed
from riwaya.read.telling.byways import BYWAYS, is_repelled_now
from riwaya.read.telling.chants import only_chants
from riwaya.read.telling.charges import only_charged
from riwaya.read.telling.claims import Claim
from riwaya.read.telling.deals import DEALS, DEALS_OF_NOUNS, made_by_relative
from riwaya.read.telling.figurative import FIGURATIVE, by_nature, goes_off_alone
from riwaya.read.telling.general import GENERAL, is_displacement
from riwaya.read.telling.grounds import contested, restored
from riwaya.read.telling.helping import BESIDES, helps_nobody_named, sought
from riwaya.read.telling.judged import found_nothing, hurt_among_others, is_honoured, may_yet_die, only_judged
from riwaya.read.telling.kinds import asked_of, holds
from riwaya.read.telling.marching import MARCHES, UNARMED
from riwaya.read.telling.meetings import is_interview, known_meeting
from riwaya.read.telling.mishaps import accident
from riwaya.read.telling.missing import is_left_undone
from riwaya.read.telling.ordnance import ORDNANCE
from riwaya.read.telling.prevented import kept_from_coming
from riwaya.read.telling.risks import only_a_danger, to_be_thwarted
from riwaya.read.telling.talks import TALKS
from riwaya.read.telling.told_anew import told_though_known
from riwaya.read.telling.treaties import lacks_a_deal, made_or_kept
from riwaya.read.telling.twice import adds, raid_named
from riwaya.read.telling.untold import (
    BODIES,
    NO_HARM,
    aimed_at,
    channel,
    descriptive,
    forsaken,
    held_by_the_way,
    hit_on_the_spot,
    meanwhile,
    mediated,
    of_its_kind,
    only_to_prevent,
    stationed,
    subheading,
    visited_victims,
    who_took_part,
)
from riwaya.read.telling.victims import are_named, bare_victims, in_hands, tells_who_died
from riwaya.spelling import folded


def is_told(grammar: Grammar, claim: Claim) -> bool:
    """Whether a mention claims something: nothing says that it does not, and it is new or its clause adds to it."""
    mark = claim.mark
    harmless, rejects = _rules(mark.entry.type, mark.entry.group, mark.is_verb)
    if holds(harmless, grammar, claim):
        return False
    if claim.figures or any(adds(claim, mark) for mark in claim.absorbed) or tells_who_died(grammar, claim):
        return True
    return not holds(rejects, grammar, claim)


_Rules = tuple[Callable[[Grammar, Claim], bool], ...]


@lru_cache(1_000)
def _rules(kind: str, group: str, is_verb: bool) -> tuple[_Rules, _Rules]:
    """What may keep an event of a type and class from being told, even if it is counted, and only if it is not."""
    kinds = (kind, group)
    return asked_of(HARMLESS, kinds, is_verb), asked_of(OF_ANY if is_verb else REJECTS, kinds, is_verb)


_NEAR = 4


def points_back(grammar: Grammar, claim: Claim) -> bool:
    """A definite event noun with nobody in its clause, unless it is the topic, asked for or planned (بعد الهجوم)."""
    if claim.mark.is_verb or not _is_definite(grammar, claim) or claim.act in _POINTED_ACTS:
        return False
    if _is_dated(grammar, claim.mark.end) or is_repelled_now(grammar, claim):
        return False
    if says_what_for(grammar, claim):
        return True
    if lacks_a_deal(claim) or (claim.mark.entry.group in ("deal", "stop") and made_by_relative(grammar, claim.mark.end)):
        return False
    if (
        is_displacement(grammar, claim)
        or _happened(grammar, claim.mark.end)
        or _is_forced(grammar, claim)
        or _is_violence_told(grammar, claim)
        or hits_back(grammar, claim.mark.index - 1)
        or is_in_state(grammar, claim.mark)
        or joins_talks(grammar, claim.mark)
        or told_though_known(grammar, claim.mark)
    ):
        return False
    if is_heard(grammar, claim.mark.index) or _counted_among(grammar, claim.mark.index) or _is_truce_going_on(grammar, claim):
        return False
    if claim.own or claim.modality != "actual" or (claim.heads and claim.act in ("assert", "deny", "reject", "admit")):
        return False
    return not _opens_clause(grammar, claim)


def _is_dated(grammar: Grammar, end: int) -> bool:
    """الهجوم أمس, هجوم | الخميس الماضي: a time right behind an event noun."""
    return any(at in grammar.date_at for at in range(end, end + _DATED))


def _is_truce_going_on(grammar: Grammar, claim: Claim) -> bool:
    """بدء الهدنة, حالة الاستنفار; in a title the truce itself; and what somebody is pressed for (الضغط عليهم للاستسلام)."""
    entry = claim.mark.entry
    if entry.lemma in ("استنفر", "تأهب") and claim.mark.index and grammar.tokens[claim.mark.index - 1].word.core == "حاله":
        return True
    if entry.type == "RETREAT" and claim.mark.found.preposition == "ل":
        return True
    return entry.group == "stop" and (folded(entry.lemma) in _TRUCE or grammar.layout.sentence(claim.mark.index).paragraph == 0)


def _is_violence_told(grammar: Grammar, claim: Claim) -> bool:
    """أعمال العنف التي مارستها الجماعة: a word that judges, with a past relative clause that tells of the deed.

    دفع الحراس إلى إطلاق النار | عليهم: shots of somebody at those whom a pronoun means.
    """
    mark, behind = claim.mark, grammar.tokens[claim.mark.companion + 1 : claim.mark.companion + 2]
    fires = mark.entry.lemma == "أطلق" and mark.companion > mark.index and claim.roles.actor is not None
    if fires and behind and behind[0].norm in _AT_THEM:
        return True
    return folded(claim.mark.entry.lemma) in _JUDGING and is_told_of(grammar, claim.mark)


_AT_THEM = frozenset({"عليهم", "عليه", "عليها", "عليهما"})


def _is_forced(grammar: Grammar, claim: Claim) -> bool:
    """اضطرت الشرطة إلى التراجع, أجبروا على الانسحاب: who is made to leave leaves."""
    if claim.mark.entry.group != "leave":
        return False
    first = max(grammar.clause_start(claim.mark.index), claim.mark.index - 2 * _NEAR)
    return any(
        grammar.parts[at] == VERB and grammar.tokens[at].word.core.startswith(tuple(_FORCED))
        for at in range(first, claim.mark.index)
    )


_FORCED, _TRUCE = word_list("made to leave"), word_list("truce going on")


def _counted_among(grammar: Grammar, index: int) -> bool:
    """أعنف المعارك, سلسلة من الغارات: one or some of a kind are new."""
    before = [grammar.tokens[at].word.core for at in range(max(0, index - 2), index)]
    return "".join(before[-1:]) in _ONE_OF_A_KIND or " ".join(before) in _SOME_OF_A_KIND


_ONE_OF_A_KIND, _SOME_OF_A_KIND = word_list("one of a kind"), word_list("some of a kind")


def _happened(grammar: Grammar, end: int) -> bool:
    """المواجهات التي جرت في الوادي: a relative clause that says that it happened."""
    at = next((k for k in range(end, min(end + _DATED, len(grammar.tokens))) if grammar.parts[k] == RELATIVE), None)
    if at is None or at + 1 >= len(grammar.tokens):
        return False
    return grammar.light(at + 1) == "event"


_DATED = 3
_POINTED_ACTS = frozenset({"claim_responsibility", "accuse"})


def _is_definite(grammar: Grammar, claim: Claim) -> bool:
    """Whether an event noun is definite, by its own article or that of the word that it needs (إطلاق النار)."""
    companion = claim.mark.companion
    if claim.mark.entry.lemma == "توصل" and grammar.tokens[max(claim.mark.index - 1, 0)].word.core in _ONCE_MADE:
        return companion > claim.mark.index and grammar.phrases.has_article(companion)  # بعد التوصل إلى | اتفاق
    if claim.mark.found.article:
        return True
    named = companion > claim.mark.index and (claim.mark.entry.type in ("ASSAULT", "RETREAT") or claim.mark.entry.lemma == "دعم")
    return named and grammar.tokens[companion].word.norm.startswith("ال")


_ONCE_MADE = word_list("once a deal is made")


def _behind_date(grammar: Grammar, index: int) -> int:
    """تجددت | صباح اليوم | الاشتباكات: where the time begins that stands right before a noun; the noun itself where none does."""
    starts = (at for at in range(max(0, index - _DATE_LENGTH), index) if at in grammar.date_at)
    return next((at for at in starts if grammar.date_at[at].end == index and grammar.parts[at - 1] in (VERB, AUXILIARY)), index)


_DATE_LENGTH = 5


def _opens_clause(grammar: Grammar, claim: Claim) -> bool:
    """A definite event noun claims something as the topic of a content (إن الهجوم نفذ) or the subject of a going-on."""
    before = _behind_date(grammar, claim.mark.index) - 1
    before -= before in grammar.layout.closing  # إن | "المعارك متواصلة"
    if before < 0 or lasts(grammar, claim.mark) or grammar.parts[before] in (THAT, AUXILIARY):
        return True
    if grammar.parts[before] == PREPOSITION and before > 1 and grammar.parts[before - 2] != RELATIVE:
        before -= 1
    light = grammar.light(before, "noun") if grammar.parts[before] == NOUN else None
    known = light == "target" and grammar.phrases.has_article(before)  # تعاملوا معه بالتصدي | للعدوان
    if grammar.parts[before] == NOUN and (known or not light):  # تحت وقع | الهجوم
        return False
    undone = grammar.light(before) == "cause" and (grammar.negated(before) or is_left_undone(grammar, before))
    if undone and claim.mark.entry.type != "ASSAULT":  # دون أن يسفر | اللقاء عن اتفاق
        return False
    return "light" in grammar.tokens[before].word.labels and grammar.tokens[before - 1].word.core not in _SINCE


_SINCE = word_list("telling since")


def commented(grammar: Grammar, claim: Claim) -> bool:
    """An event noun right behind a verb that comments on it (وتأتي السيطرة على، ويسلط الهجوم)."""
    if claim.mark.is_verb or claim.mark.index == 0:
        return False
    before = grammar.tokens[claim.mark.index - 1].word
    return "comment" in before.labels and grammar.parts[claim.mark.index - 1] == VERB


def general_relative(grammar: Grammar, claim: Claim) -> bool:
    """A lasting state that tells nothing new (التحالف الذي يقاتل المتمردين، الأراضي التي تحتلها)."""
    form = claim.mark.found.sense.form
    if not isinstance(form, VerbForm) or form.tense == "perfect" or folded(claim.mark.entry.lemma) not in _LASTING:
        return False
    start = grammar.clause_start(claim.mark.index)
    if start > 0 and grammar.parts[start - 1] == RELATIVE and claim.mark.index - start < _NEAR:
        return True
    return form.person == 3 and start < claim.mark.index and not claim.mark.found.conjunction and claim.statement is None


_LASTING = word_list("lasting state")


def circumstance(grammar: Grammar, claim: Claim) -> bool:
    """What only places or names something else (أماكن احتجازهم، منفذ الهجوم، بموجب اتفاق، طاولة المفاوضات، حركات الاحتجاج)."""
    if claim.mark.is_verb or claim.mark.index == 0 or (claim.mark.entry.group == "move" and claim.mark.found.preposition):
        return False
    before = grammar.tokens[claim.mark.index - 1].word.core
    if claim.mark.entry.group not in _WITH_CIRCUMSTANCES:
        return False
    if before not in word_list(f"before {claim.mark.entry.group}") and not _able_to(grammar, claim):
        return False
    if (claim.mark.entry.group == "deal" and made_or_kept(grammar, claim)) or joins_talks(grammar, claim.mark):
        return False
    return claim.mark.entry.group != "attack" or not _is_dated(grammar, claim.mark.end)  # منفذ هجوم الخميس الماضي


def _able_to(grammar: Grammar, claim: Claim) -> bool:
    """قوات قادرة على | قتال التنظيم, تدريبهم على | القتال: what somebody can do, or is trained for."""
    at = claim.mark.index - 1
    if claim.mark.entry.group != "attack" or at < 1 or grammar.parts[at] != PREPOSITION:
        return False
    return grammar.tokens[at - 1].word.core in _ABLE


_ABLE = word_list("able to attack")
_WITH_CIRCUMSTANCES = frozenset({"arrest", "deal", "meet", "crowd", "move", "stop", "hold", "attack"})
"""The classes of events that a word right before may make the name of something else, each with its list."""


def demonstrated(grammar: Grammar, claim: Claim) -> bool:
    """A definite event noun behind a demonstrative, which points back (هذا الهجوم); عقب ذلك مظاهرة is a new one.

    رحبوا | بتوقيع هذا الاتفاق: so does the making of a deal that is pointed at.
    """
    ahead = claim.modality not in ("actual", "possible") and claim.mark.entry.type != "ASSAULT"  # سنوقع هذا | الاتفاق
    if claim.mark.is_verb or claim.mark.index == 0 or claim.act in _POINTED_ACTS or ahead:
        return False
    if claim.mark.entry.group == "deal" and claim.mark.companion > claim.mark.index and claim.date is None:
        return "demonstrative" in grammar.tokens[claim.mark.companion - 1].word.labels
    if not (_is_definite(grammar, claim) or claim.mark.found.pronoun) or is_repelled_now(grammar, claim):
        return False
    return not claim.mark.found.conjunction and "demonstrative" in grammar.tokens[claim.mark.index - 1].word.labels


def unnamed_violence(grammar: Grammar, claim: Claim) -> bool:
    """A word that judges (عدوان، مجزرة), unless a verb of carrying out or happening stands before it, or tells of it behind it."""
    if claim.mark.is_verb or folded(claim.mark.entry.lemma) not in _JUDGING or is_told_of(grammar, claim.mark):
        return False
    if is_excessive(grammar, claim.mark.end):
        return False
    near = range(max(grammar.clause_start(claim.mark.index), claim.mark.index - _NEAR), claim.mark.index)
    return not any("light" in grammar.tokens[at].word.labels for at in near)


_JUDGING = word_list("judging noun")


def purpose(grammar: Grammar, claim: Claim) -> bool:
    """Fighting, or to secure a place, as the aim of what somebody does (سافر للقتال، من أجل القتال، نشر الجنود لتأمين المدينة)."""
    if claim.mark.is_verb or claim.mark.entry.lemma not in _DONE_AS_AIM:
        return False
    return claim.mark.found.preposition == "ل" or (
        claim.mark.index > 0 and grammar.tokens[claim.mark.index - 1].word.core in _FOUGHT_FOR
    )


_FOUGHT_FOR = word_list("fought for")
_DONE_AS_AIM = ("قاتل", "حارب", "شارك", "تأمين")


def adverbial_cause(grammar: Grammar, claim: Claim) -> bool:
    """An accusative that says why somebody does something else (احتجاجا على)."""
    token = grammar.tokens[claim.mark.index]
    return claim.mark.entry.group == "crowd" and not claim.mark.is_verb and token.norm.endswith("احتجاجا")


OF_ANY: tuple[Callable[[Grammar, Claim], bool], ...] = (
    bare_victims,
    general_relative,
    restored,
    in_hands,
    *FIGURATIVE,
    subheading,
    stationed,
    aimed_at,
    forsaken,
    who_took_part,
    only_chants,
    *DEALS,
    *MARCHES,
)
"""What keeps a mention from being an event, be it a verb or a noun; each is a rule with its reason."""
OF_NOUNS: tuple[Callable[[Grammar, Claim], bool], ...] = (
    points_back,
    commented,
    demonstrated,
    contested,
    unnamed_violence,
    purpose,
    adverbial_cause,
    channel,
    circumstance,
    mediated,
    descriptive,
    held_by_the_way,
    hit_on_the_spot,
    only_to_prevent,
    kept_from_coming,
    meanwhile,
    of_its_kind,
    known_meeting,
    is_interview,
    *BODIES,
    since_then,
    so_called_deed,
    fled_in_vain,
    since_begun,
    only_judged,
    only_charged,
    to_be_thwarted,
    *BESIDES,
    *DEALS_OF_NOUNS,
    *TALKS,
)
"""What keeps a noun from being an event, and no verb."""
REJECTS = (*OF_ANY, *OF_NOUNS)
HARMLESS: tuple[Callable[[Grammar, Claim], bool], ...] = (
    accident,
    goes_off_alone,
    by_nature,
    raid_named,
    visited_victims,
    hurt_among_others,
    may_yet_die,
    is_honoured,
    found_nothing,
    only_a_danger,
    are_named,
    sought,
    helps_nobody_named,
    *NO_HARM,
    *ORDNANCE,
    *UNARMED,
    *BYWAYS,
    *NO_ARRIVALS,
    *GENERAL,
)
"""What keeps even a counted mention from being an event."""
