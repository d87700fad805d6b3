"""Who speaks because he protests: whoever marches makes the demand or condemnation that the protest is for."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Cue, Trigger
from riwaya.lang.ar.parts import NOUN, NUMERAL, QUANTIFIER, VERB
from riwaya.read.clauses.clauses import guessed_form, subject_of
from riwaya.read.clauses.subjects import preverbal_subject
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SHORT, SUBJECT
from riwaya.read.sayings.attribution import Attribution
from riwaya.read.speakers.agreement import animate


def doer(grammar: Grammar, act: Attribution) -> Range | None:
    """هدمت البلدية منزلا بحجة: whoever did what the pretext is for; مجموعة تنفذ | هجمات بدعوى: not what was done."""
    first = grammar.layout.sentence(act.cue[0]).start
    verb = next((at for at in range(act.cue[0] - 1, first - 1, -1) if grammar.parts[at] == VERB), None)
    who = subject_of(grammar, verb) or grammar.phrases.in_marks(verb + 1, act.cue[0]) if verb is not None else None
    if verb is None or who is None or who[0] < verb or not _is_done(grammar, who[0]):
        return who
    return preverbal_subject(grammar, verb, guessed_form(grammar, verb))


def _is_done(grammar: Grammar, at: int) -> bool:
    """تنفذ | كفاحا مسلحا, تشن | هجمات: the object of a verb, a deed or in the accusative, which does nothing itself."""
    word = grammar.tokens[at].word
    return not word.labels & {"person", "source"} and (grammar.phrases.is_accusative(at) or grammar.phrases.is_event_noun(at))


def protesters(grammar: Grammar, act: Attribution) -> Range | None:
    """Whoever protests makes the demand or condemnation that the protest is for (تظاهر ناشطون للمطالبة بـ)."""
    word = grammar.tokens[act.cue[0]].word
    if act.rule != "reporting_noun" or not (word.preposition == "ل" or grammar.phrases.is_accusative(act.cue[0])):
        return None
    first = grammar.layout.sentence(act.cue[0]).start
    for at in range(act.cue[0] - 1, first - 1, -1):
        if not _is_protest(grammar, at):
            continue
        if grammar.parts[at] == VERB:
            who = subject_of(grammar, at)  # تظاهر مئات العمال | في العاصمة للمطالبة
            return who and _counted(grammar, (who[0], min(who[1], act.cue[0])))
        if (who := _marchers(grammar, at, act.cue[0])) is not None:
            return who
        if _is_told_of(grammar, at):
            return at, grammar.phrases.end(at, act.cue[0], SHORT)
    return doer(grammar, act) if not word.preposition and act.act in ("condemn", "demand", "reject") else None


_OTHERS = ("اخري", "اخر", "اخرون", "اخرين")
"""مظاهرات بالخرطوم ومدن | أخرى: other towns, nobody who marches."""


def _marchers(grammar: Grammar, at: int, cue: int) -> Range | None:
    """مظاهرات حاشدة | للعمال, مسيرة نظمها | طلاب, شارك | المئات في مسيرة: who a noun of protest belongs to, or who is in it."""
    verb = next((k for k in range(at + 1, cue) if grammar.parts[k] == VERB), None)
    behind = verb + 1 if verb is not None else at + 1
    while behind < cue and not _are_known(grammar, behind) and (grammar.parts[behind] == NOUN or behind - 1 == verb):
        behind += 1
    if behind < cue and _are_known(grammar, behind) and grammar.tokens[behind].word.core not in _OTHERS:
        return behind, grammar.phrases.end(behind, cue, SUBJECT)
    first = grammar.layout.sentence(at).start
    who = next((subject_of(grammar, k) for k in range(at - 1, first - 1, -1) if grammar.parts[k] == VERB), None)
    if (
        _is_told_of(grammar, at)
        or who is None
        or who[0] in grammar.place_at
        or not (_are_known(grammar, who[0]) or animate(grammar, who[0]))
    ):
        return None
    return who[0], min(who[1], cue)


def _is_told_of(grammar: Grammar, at: int) -> bool:
    """قالت وزارة الصحة إن | احتجاجات للمطالبة: a protest that somebody tells of, who does not march in it."""
    first = grammar.layout.sentence(at).start
    verb = next((k for k in range(at - 1, first - 1, -1) if grammar.parts[k] == VERB), None)
    found = grammar.tokens[verb].word.find("cue", "verb") if verb is not None else None
    return found is not None and isinstance(found.sense.entry, Cue) and found.sense.entry.act == "assert"


def _are_known(grammar: Grammar, at: int) -> bool:
    """Whether a token counts or names people: العمال, مئات; not مظاهرة | 31 أغسطس."""
    if at in grammar.phrases.dated:
        return False
    known = grammar.parts[at] == NOUN and grammar.tokens[at].word.labels & {"source", "person"}
    return bool(known) or grammar.parts[at] in (NUMERAL, QUANTIFIER)


def crowd(grammar: Grammar, act: Attribution) -> Range | None:
    """تظاهر المئات في العاصمة، | مطالبين بـ: so many who protest are who demands, in a participle of people behind them."""
    if not (act.rule.startswith("participle") and grammar.tokens[act.cue[0]].word.bare.endswith("ين")):
        return None
    before = range(act.cue[0] - 1, grammar.layout.sentence(act.cue[0]).start - 1, -1)
    if not any(_is_protest(grammar, at) for at in before):
        return None
    verb = next((at for at in before if grammar.parts[at] == VERB), None)
    who = subject_of(grammar, verb) if verb is not None else None
    if who is None or grammar.parts[who[0]] != NUMERAL:
        return None
    return _counted(grammar, (who[0], min(who[1], act.cue[0])))


def _counted(grammar: Grammar, who: Range) -> Range:
    """مئات العمال | في العاصمة, مئات من سكان الحي | في العاصمة: those who are counted, also behind من."""
    of = who[0] + 1
    inner = of + 1 if grammar.layout.norms[of : of + 1] == ["من"] and of + 1 < who[1] and grammar.phrases.begins(of + 1) else who[0]
    return who[0], grammar.phrases.end(inner, who[1], SHORT)


def _is_protest(grammar: Grammar, at: int) -> bool:
    rows = [found.sense.entry for found in grammar.tokens[at].word.all("trigger")]
    return any(isinstance(row, Trigger) and row.type == "PROTEST" for row in rows)
