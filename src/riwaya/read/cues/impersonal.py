"""Set phrases whose teller nobody names, and reasons that the outlet does not vouch for (يعتقد أن، بتهمة، بحجة أن)."""

from __future__ import annotations

from riwaya.lang.ar.formulas import Formula
from riwaya.lang.ar.parts import NOUN, PREPOSITION, RELATIVE, THAT, VERB
from riwaya.read.clauses.said_which import may_say_which
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import Manner
from riwaya.read.sayings.attribution import Attribution, content_from
from riwaya.read.sayings.unspoken import is_somebodys


def impersonal(grammar: Grammar, index: int, formula: Formula) -> Attribution | None:
    """Words that report without naming who speaks (يعتقد أن، من المتوقع أن، بتهمة قتل جندي)."""
    start = index + formula.length
    if formula.length > 1 and (_has_subject(grammar, index, start) or is_somebodys(grammar, index, start)):
        return None
    content = content_from(grammar, start, index)
    if content is None or (formula.act == "accuse" and not _names_deed(grammar, content[0])):
        return None
    cue = (index, start if formula.form.startswith("من ") else index + 1)
    span = _of_whom(grammar, index, content[0])
    span = _before_next_deed(grammar, span) if formula.act == "accuse" else span
    return Attribution(cue, formula.act, "rumour", "neutral", "impersonal", span, agentless=True, quoted=content[1])


def _before_next_deed(grammar: Grammar, content: Range) -> Range:
    """سجن بتهمة قتل جندي، | ونقل إلى العاصمة: what goes on behind a comma with a verb of its own is no part of the charge."""
    start, end = content
    ahead = range(start + 1, end - 1)
    return start, next((k for k in ahead if grammar.is_comma(k) and _goes_on(grammar, k + 1)), end)


def _goes_on(grammar: Grammar, at: int) -> bool:
    return grammar.parts[at] == VERB and grammar.tokens[at].word.conjunction == "و"


def _of_whom(grammar: Grammar, index: int, content: Range) -> Range:
    """قتل مسلحون يعتقد أنهم من الحركة | ستة مدنيين: in a clause on a noun, what people are is all that is thought of them."""
    start, end = content
    described = index > 0 and grammar.parts[index - 1] == NOUN and not grammar.phrases.is_definite(index - 1)
    if _is_set_off(grammar, index, start):
        return start, next((k for k in range(start + 1, end) if grammar.is_comma(k)), end)
    if described and grammar.tokens[start - 1].norm.removeprefix("ب") in _THAT_THEY:
        verbs = (k for k in range(start, end) if grammar.parts[k] == VERB and not _tells_of_noun(grammar, k))
        end = next((k for k in verbs if k > start), end)
        content = start, end - 1 if grammar.is_comma(end - 1) else end
        if grammar.phrases.is_adjective(start) and not grammar.phrases.is_definite(start):
            return _kind_of(grammar, content)
    if described and grammar.phrases.is_owned(start):
        return start, next((k for k in range(start + 1, end) if grammar.is_comma(k) or _is_amid(grammar, k)), end)
    if not described or grammar.tokens[start].norm != "من" or start + 1 >= end or not grammar.phrases.begins(start + 1):
        return content
    return start, min(end, grammar.phrases.end(start + 1, end, Manner(split=True)))


_THAT_THEY = frozenset({"انها", "انه", "انهم"})


def _is_set_off(grammar: Grammar, index: int, start: int) -> bool:
    """قالت الجماعة، التي | يعتقد أنها مرتبطة بالقاعدة|، إن: between commas, what somebody is thought to be ends at the second."""
    before = index - 1 - (index > 1 and grammar.parts[index - 1] == RELATIVE)
    aside = before > 0 and grammar.is_comma(before) and not grammar.tokens[index].word.conjunction
    return aside and grammar.tokens[start - 1].norm.removeprefix("ب") in _THAT_THEY


def _tells_of_noun(grammar: Grammar, at: int) -> bool:
    """التحالف الذي | تقوده الدولة, تحالف | تقوده: a verb in a relative clause, or on an indefinite noun with its pronoun."""
    owned = any(found.sense.part == "verb" and found.pronoun for found in grammar.tokens[at].word.analyses)
    return grammar.parts[at - 1] == RELATIVE or (owned and may_say_which(grammar, at))


def _is_amid(grammar: Grammar, at: int) -> bool:
    """اعتقلوا 21 شخصا يشتبه في صلتهم بالتنظيم | خلال مداهمات: the raid in which they were seized is no part of the suspicion."""
    return grammar.parts[at] == PREPOSITION and grammar.tokens[at].word.core in ("خلال", "اثناء", "ضمن")


def _kind_of(grammar: Grammar, content: Range) -> Range:
    """قصفت طائرات يعتقد أنها روسية | أطراف البلدة, تابعة للجيش | مواقع: the adjective and whose or from where they are."""
    start, end = content
    behind = start + 1
    if behind >= end:
        return content
    of, token = grammar.parts[behind] == PREPOSITION and grammar.tokens[behind].norm == "من", grammar.tokens[behind]
    if of and behind + 1 < end and grammar.phrases.begins(behind + 1):
        return start, min(end, grammar.phrases.end(behind + 1, end, Manner(split=True)))
    if grammar.phrases.preposition_of(token) in ("ل", "ب") and grammar.phrases.begins(behind):
        whose = min(end, grammar.phrases.end(behind, end, Manner(split=True)))
        led = whose < end and grammar.parts[whose] in (RELATIVE, VERB)  # تابعة للتحالف | الذي تقوده الدولة, لتحالف | تقوده
        return start, end if led else whose
    return start, end if grammar.tokens[behind].word.conjunction else behind


def _names_deed(grammar: Grammar, content: Range) -> bool:
    """Whether a charge says what was done: بتهمة قتل جندي, بتهمة التجسس, not بشبهة «الإرهاب»."""
    at = next((k for k in range(*content) if not grammar.is_sign(k)), content[0])
    return (
        grammar.parts[at] in (VERB, THAT)
        or grammar.phrases.is_event_noun(at)
        or grammar.phrases.is_masdar(at)
        or grammar.phrases.is_definite_masdar(at)
        or grammar.phrases.is_owned(at)
        or (at == content[0] and grammar.phrases.has_article(at) and not grammar.tokens[at].word.labels & {"person", "source"})
        or (at + 1 < content[1] and (grammar.parts[at + 1] == PREPOSITION or bool(grammar.tokens[at + 1].word.preposition)))
    )


def _has_subject(grammar: Grammar, index: int, start: int) -> bool:
    """A personal verb: its subject stands before it in the clause (الخبراء يعتقدون) or is a plural form."""
    at = grammar.clause_start(index)
    whole = at < index and grammar.phrases.begins(at) and grammar.phrases.end(at, index) == index and start > index
    return whole and grammar.phrases.is_definite(index - 1)


def pretext(grammar: Grammar, index: int, formula: Formula) -> Attribution | None:
    """A reason that the one who acts gives and the outlet does not vouch for (بحجة أن، بذريعة أن)."""
    start = index + formula.length
    content = content_from(grammar, start, index, phrase=grammar.parts[start : start + 1] == [NOUN])
    if content is None:
        return None
    return Attribution((index, index + 1), "assert", "claim", "D", "pretext", content[0], quoted=content[1])
