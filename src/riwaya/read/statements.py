"""Statements: every rule at every cue, the speakers resolved, the acts decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from riwaya.lang.ar.parts import RELATIVE, THAT
from riwaya.lang.ar.words import Word
from riwaya.model.document import Span
from riwaya.model.remembered import remembered
from riwaya.model.statement import Source, Statement
from riwaya.model.swift import changed, swift
from riwaya.read.clauses.entities import entity_of
from riwaya.read.cues.according import formulas_of, set_phrases
from riwaya.read.cues.acts import act_of
from riwaya.read.cues.bare_verbs import bare_headline, mutual_charges
from riwaya.read.cues.carriers import carried, passed_on, told_again
from riwaya.read.cues.credits import credited
from riwaya.read.cues.dots import told_behind_dots
from riwaya.read.cues.next_speakers import before_next
from riwaya.read.cues.nominal import may_report, nouns
from riwaya.read.cues.other_sources import before_other_source
from riwaya.read.cues.own_judgements import is_told_judgement, told_of_himself
from riwaya.read.cues.participles import participles
from riwaya.read.cues.quotes import colon, postposed
from riwaya.read.cues.revised_tolls import revised_toll
from riwaya.read.cues.scolding import scolded
from riwaya.read.cues.seen_in import seen_in
from riwaya.read.cues.special import special_verbs
from riwaya.read.cues.told_back import owned_back
from riwaya.read.cues.verbs import finite_verbs
from riwaya.read.cues.what_they_say import told_beside
from riwaya.read.grammar import Grammar, Range
from riwaya.read.sayings.attribution import Attribution
from riwaya.read.sayings.claimed import claimed_deed
from riwaya.read.sayings.conditions import condition_in
from riwaya.read.sayings.holders import with_rest
from riwaya.read.sayings.labels import behind_joint, label_joint
from riwaya.read.sayings.nested import before_tellers_own
from riwaya.read.sayings.performing import NOT_SO, WE
from riwaya.read.speakers.contents import Spoken
from riwaya.read.speakers.speakers import resolve
from riwaya.read.speakers.whom_meant import whom_meant
from riwaya.read.words.fixed import FURNITURE

FAMILIES: tuple[Callable[[Grammar, int], Iterator[Attribution]], ...] = (
    set_phrases,
    told_beside,
    special_verbs,
    seen_in,
    finite_verbs,
    participles,
    postposed,
    bare_headline,
    nouns,
    mutual_charges,
    colon,
)
"""The families of rules in the order in which they are tried at a token."""

_CONDITIONAL = frozenset({"promise", "threaten", "demand", "assert"})
_DISTANCES = {"E": "endorses", "D": "distances", "N": "neutral"}


@swift
@dataclass(frozen=True, slots=True)
class Told:
    """A statement with the token ranges that events need."""

    statement: Statement
    cue: Range
    content: Range
    speaker: Range | None
    condition: Range | None = None
    addressee: Range | None = None


def governed_from(told: Told | None, start: int) -> int:
    """شنوا غارات بعد | إعلان الحركة هدنة: where words that govern a deed begin: in its sentence, and with the cue before it.

    جدد الوزير | التحذير من الغارات: a verb that repeats what somebody says governs no deed.
    """
    if told is not None and told.statement.rule == "repeated_act" and told.cue[1] <= told.content[0]:
        return max(start, told.cue[1])
    return start if told is None or told.cue[1] > told.content[0] else max(start, told.cue[0])


def is_put_to(told: Told, event_type: str) -> bool:
    """طالب الحكومة بسحب، اتهم الجماعة بقصف، أمهل المسلحين للانسحاب: what the speaker says that the addressee shall do or did."""
    leave = told.statement.detail == "ultimatum" and event_type == "RETREAT"
    return leave or told.statement.act in ("demand", "accuse")


def find_statements(grammar: Grammar) -> list[Told]:
    """The statements of a document in text order."""
    single = before_next(
        grammar, before_tellers_own(grammar, _without_echoes(grammar, [with_rest(grammar, one) for one in _candidates(grammar)]))
    )
    acts = before_other_source(grammar, told_again(grammar, carried(grammar, passed_on(grammar, single))))
    return [_told(grammar, one) for one in resolve(grammar, acts)] if acts else []


_SPEAKING = frozenset({"cue", "source", "attitude"})
_OF_VERBS = {
    told_beside: frozenset({"cue.verb"}),
    special_verbs: frozenset({"cue.verb", "cue.participle"}),
    seen_in: frozenset({"cue.verb"}),
    finite_verbs: frozenset({"cue.verb"}),
    participles: frozenset({"cue.participle"}),
    postposed: frozenset({"cue.verb"}),
    bare_headline: frozenset({"cue.verb"}),
}
"""The families that only look at reporting verbs or participles, in their order, and how such words are classed."""


@remembered(50_000)
def _families(word: Word) -> tuple[Callable[[Grammar, int], Iterator[Attribution]], ...]:
    """The families that may find something at a word at which no set phrase begins."""
    if not word.labels:
        return (colon,)
    verbal = [family for family in _OF_VERBS if not _OF_VERBS[family].isdisjoint(word.classes)]
    return (*verbal, nouns, mutual_charges) if may_report(word) else tuple(verbal)


def _candidates(grammar: Grammar) -> Iterator[Attribution]:
    silent_until = 0
    formulas = formulas_of(grammar)
    speaking = [one.index for one in grammar.tokens if not one.word.labels.isdisjoint(_SPEAKING) or one.raw == ":"]
    for index in sorted({*formulas, *speaking}):
        formula = formulas.get(index)
        if formula is not None and formula.kind == "background":
            silent_until = index + formula.length
        if index >= silent_until and grammar.parts[index] != FURNITURE:
            for family in FAMILIES if formula is not None else _families(grammar.tokens[index].word):
                made = next(family(grammar, index), None)
                if made is not None:
                    yield made
                    break
    yield from told_behind_dots(grammar)
    yield from scolded(grammar)
    yield from revised_toll(grammar)


def _without_echoes(grammar: Grammar, acts: list[Attribution]) -> list[Attribution]:
    """Drop a second act for one content: قائلا behind a verb, the noun of a light verb, a verb that a set phrase took."""
    acts = credited(grammar, told_of_himself(grammar, _performed(grammar, acts)))
    acts = [act for act in acts if not is_told_judgement(grammar, act, acts)]
    kept: list[Attribution] = []
    starts: set[int] = set()
    cues: set[int] = set()
    felt: set[int] = set()
    nearest = {act.content[0]: act.cue[0] for act in acts if act.rule == "verb_that" and _is_relative_saying(grammar, act)}
    undone = {act.content[0]: act.act for act in acts if act.act in _UNDONE}
    affirmed = {act.content[0] for act in acts if act.act == "assert" and act.rule == "verb_object"}
    deeds = {act.content[0] for act in acts if act.rule.endswith("_object") and act.act in _UNDONE}  # رفض الناطق، | كشف السبب
    for act in sorted(acts, key=lambda made: (made.cue[0], made.content)):
        if act.rule.startswith("verb") and act.cue[0] in deeds:
            continue
        if act.rule == "verb_that" and nearest.get(act.content[0], 0) > act.cue[0]:
            continue
        felt = felt | {act.content[0], act.content[0] + 1} if act.rule == "emotion" else felt  # عن | بالغ شكره
        if act.rule == "repeated_act":
            felt = felt | set(range(act.cue[1], act.content[0] + 1))  # كرر | تأكيد عزمه, كرر تأكيد | رفضه
        owned = act.act in _OWN and act.cue[0] in starts and grammar.phrases.is_owned(act.cue[0])  # أعلن | اعتزامه زيارة مصر
        owned = owned or (act.act == "condemn" and act.cue[0] in affirmed)  # أكد | تنديد بلاده بالهجوم
        owned = owned or (act.cue[0] in affirmed and grammar.phrases.is_owned(act.cue[0]))  # أكد | تمسكه بالهدنة
        beside = _is_joined(grammar, act, kept[-_LAST_ACTS:]) or _is_undone(grammar, act, undone)
        if act.rule == "reporting_noun" and (owned or act.cue[0] in felt or beside):
            continue
        if act.rule in ("said_by", "according") and any(_is_inserted(act, one) for one in kept[-_LAST_ACTS:]):
            continue
        asked = act.rule == "according" and act.act == "demand"
        asked = asked or (act.rule == "relative_object" and act.act == "claim_responsibility")  # أدان الهجوم الذي | تبنته الحركة
        if (act.content[0] in starts and not asked) or act.cue[0] in cues:
            continue
        kept.append(act)
        starts |= {act.content[0], *_names_begin(grammar, act)}
        cues.update(range(*act.cue))
    return kept


def _names_begin(grammar: Grammar, act: Attribution) -> tuple[int, ...]:
    """وصف الاتهام بأنه | دعاية: the name that something is called by is no content of the noun before it."""
    at = label_joint(grammar, act.cue[1], act.content[1]) if act.rule == "label" else None
    return (behind_joint(grammar, at),) if at is not None else ()


_OWN = frozenset({"promise", "reject", "support", "condemn"})
"""Acts that a speaker announces as his own."""
_UNDONE = frozenset({"demand", "reject", "threaten", "promise"})
"""Acts whose content has not been done: whoever is called on to say something has not said it."""
_LAST_ACTS = 3
"""So many acts before a phrase may hold it between verb and content."""


def _is_undone(grammar: Grammar, act: Attribution, undone: dict[int, str]) -> bool:
    """دعا إلى | الإبلاغ عنهم, رفض | الاعتراف بها: what one calls for or refuses to say has not been said; so no act of its own.

    Whoever refuses requests or accusations (رفض طلبا بالانسحاب) refuses what others have said.
    """
    outer = undone.get(act.cue[0], "")
    if not outer or act.subject is not None or grammar.tokens[act.cue[0]].word.core.startswith("قول"):
        return False
    if outer == "reject":
        return act.act in ("admit", "assert") and grammar.phrases.has_article(act.cue[0])
    return not grammar.phrases.is_owned(act.cue[0])


def _is_joined(grammar: Grammar, act: Attribution, before: list[Attribution]) -> bool:
    """امتنع عن مناقشة القرار أو | تأكيد النبأ: so too what أو joins to something that one refuses or calls for."""
    if act.cue[0] < 1 or grammar.layout.norms[act.cue[0] - 1] != "او" or act.subject is not None:
        return False
    return any(one.act in _UNDONE and one.content[0] <= act.cue[0] < one.content[1] for one in before)


def _is_relative_saying(grammar: Grammar, act: Attribution) -> bool:
    """ردوا على الجنود أمام البوابة التي | قالت الشرطة إن: who says so in a relative clause has it before any verb further off."""
    return act.cue[0] > 0 and grammar.parts[act.cue[0] - 1] == RELATIVE and grammar.tokens[act.cue[0]].norm in ("قال", "قالت")


def _is_inserted(act: Attribution, other: Attribution) -> bool:
    """قال التحالف، | وفق ما نقلته الوكالة، | إنه قصف: set between a verb and what is said, it covers nothing more."""
    if other.cue[1] <= act.cue[0] < other.content[0] and act.subject is not None and act.subject == other.subject:
        return True
    within = act.content[0] <= other.cue[0] < min(act.content[1], act.cue[0]) and other.content[0] >= act.cue[1]
    if not within or not other.rule.startswith("verb") or other.subject is None:
        return False
    return act.subject == other.subject or act.content[1] <= other.subject[1] + 1


_PERFORMED = frozenset({"accuse", "condemn", "reject", "support", "demand"})


def _performed(grammar: Grammar, acts: list[Attribution]) -> list[Attribution]:
    """أعلنت أنها تحمل فلانا المسؤولية: what one says one does is done by saying it, one statement in the act of the inner verb.

    So it is in the speaker's own person («نطالب الأمم المتحدة»), and where his country does it (بلاده تدين الهجوم).
    """
    inner = {act.cue[0]: act for act in acts if act.act in _PERFORMED and act.detail not in NOT_SO and not act.agentless}
    made: list[Attribution] = []
    gone: set[int] = set()
    for act in acts:
        start = act.content[0]
        owned = start and grammar.parts[start - 1] == THAT and grammar.tokens[start - 1].norm.endswith(("ه", "ها", "هم"))
        start = start + 1 if grammar.is_sign(start) else start
        ours = start < act.content[1] and grammar.tokens[start].word.core in WE
        we = (start, start + 1) if ours else None
        start += ours + (ours and start + 1 < act.content[1] and grammar.is_sign(start + 1))  # إن بلاده | "ترفض التدخل"
        done = inner.get(start) if start < act.content[1] else None
        own = done is not None and done.subject in (None, we)
        person = _person(grammar, start) if own else 0
        if act.act == "assert" and done is not None and (person == 1 or (person and (owned or ours))):
            made.append(changed(act, act=done.act, addressee=done.addressee))
            gone.add(start)
        else:
            made.append(act)
    return [act for act in made if act.cue[0] not in gone]


def _person(grammar: Grammar, index: int) -> int:
    """The person of an imperfect cue; 0 for anything else."""
    found = grammar.tokens[index].word.find("cue", "verb")
    imperfect = found is not None and getattr(found.sense.form, "tense", "") == "imperfect"
    return getattr(found.sense.form, "person", 0) if found is not None and imperfect else 0


def _told(grammar: Grammar, one: Spoken) -> Told:
    act = one.act
    condition = condition_in(grammar, act.content) if act.act in _CONDITIONAL else None
    act = changed(act, addressee=None) if _is_himself(grammar, one) else act
    speech_act = act_of(grammar, act, condition, one.name)
    if speech_act == "claim_responsibility":
        deed = owned_back(grammar, act.cue[0], act.content) or claimed_deed(grammar, act.content)
        act = changed(act, content=deed)
    statement = Statement(
        cue=grammar.whole(act.cue),
        act=speech_act,
        source=_source(grammar, one),
        content=_said(grammar, act.content, act.rule == "according"),
        rule=act.rule,
        via=tuple(dict.fromkeys(grammar.span(where) for where in act.via)),
        addressee=grammar.span(act.addressee) if act.addressee else None,
        quoted=act.quoted,
        condition=grammar.whole(condition) if condition and speech_act in ("promise", "threaten", "demand") else None,
        detail=act.detail,
        distance=_DISTANCES.get(act.distance, act.distance),
    )
    whom = act.addressee or whom_meant(grammar, act, one.name)
    return Told(statement, act.cue, act.content, one.body or one.name, condition if statement.condition else None, whom)


def _said(grammar: Grammar, content: Range, clause: bool) -> Span:
    """قالت الوزارة إنه | بالإضافة إلى القتلى أصيب ثلاثة: behind أن no preposition belongs to the verb of saying.

    ``clause``: nor does it where a whole clause is told by somebody (| بالتزامن قصفت المدفعية القرية، وفق الموقع).
    """
    behind_that = clause or (content[0] > 0 and grammar.parts[content[0] - 1] == THAT)
    return grammar.whole(content) if behind_that and not grammar.tokens[content[0]].word.conjunction else grammar.span(content)


def _is_himself(grammar: Grammar, one: Spoken) -> bool:
    """قال الوزير سالم النور إن ...، ودعا | النور إلى التهدئة: the speaker's own surname or title is nobody whom he calls on."""
    whom, name = one.act.addressee, one.name
    if whom is None or name is None or whom[1] - whom[0] != 1 or one.act.rule != "verb_whom":
        return False
    word = grammar.tokens[whom[0]].word
    if word.preposition:
        return False
    if grammar.tokens[name[0]].word.core == word.core:
        return True
    surname = not word.labels & {"source", "person", "country", "thing"} and whom[0] not in grammar.place_at
    return surname and grammar.tokens[name[1] - 1].word.core == word.core


def _source(grammar: Grammar, one: Spoken) -> Source | None:
    if one.name is None:
        return None
    mention = grammar.span(one.mention) if one.mention else None
    start, end = one.name  # للمتحدث "سالم النور": with the mark that closes it
    closed = end < len(grammar.tokens) and end in {grammar.layout.closing.get(at) for at in range(start, end)}
    return Source(mention, grammar.span((start, end + closed)).text, entity_of(grammar, one.name))
