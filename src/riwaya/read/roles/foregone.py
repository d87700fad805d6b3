"""What words only presuppose: what a demand or threat answers, amid what it is made, what is inquired into, an attack told as
one that happened."""

from __future__ import annotations

from riwaya.lang.ar.parts import ADVERB, DEMONSTRATIVE, NOUN, NUMERAL, PREPOSITION, RELATIVE, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.clauses import verb_form
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar

_BACKGROUND = word_list("behind what is said")
_AVENGING = frozenset({"انتقام", "ثار"})
"""توعد بالانتقام | لمقتل ضابط: what is to be avenged has happened."""
_OUTCRY = word_list("outcry")
_AMID, _LASTING = word_list("amid what is said"), word_list("goes on while said")
_LEADING = frozenset({"مع"} | _BACKGROUND | _AVENGING | _AMID)
_TELLABLE = frozenset({"ASSAULT", "COERCE", "CONTROL"})
_WITHIN = frozenset({NOUN, NUMERAL, PREPOSITION, ADVERB})
_REACH = 10


def is_foregone(grammar: Grammar, first: int, mark: Mark) -> bool:
    """هدد بالقصف ردا على | هجوم, طالب بمحاكمة منفذي | هجوم استهدف سوقا: what words that begin at a token take as given."""
    if any(is_background(grammar, at) for at in range(first, mark.index)):
        return True
    return is_given(grammar, mark) or is_told_of(grammar, mark) or is_not_let_pass(grammar, mark)


def is_not_let_pass(grammar: Grammar, mark: Mark) -> bool:
    """إن | اغتيال القائد | لن يمر دون عقاب: a deed that is not to be let pass has happened."""
    if mark.is_verb:
        return False
    norms = grammar.layout.norms
    for at in range(mark.end, min(grammar.limit(mark.index), mark.end + _REACH)):
        if grammar.parts[at] == VERB or grammar.is_comma(at):
            passes = grammar.parts[at] == VERB and norms[at - 1] == "لن" and norms[at] in _PASSES
            return passes and not _UNANSWERED.isdisjoint(norms[at + 1 : at + 3])
    return False


_PASSES, _UNANSWERED = word_list("passes or stays"), word_list("unanswered")


def is_background(grammar: Grammar, at: int) -> bool:
    """بعد, منذ, ردا على, وسط | تصاعد المعارك, مع | استمرار القصف: behind it stands what is known and not what is asked."""
    if grammar.parts[at] == RELATIVE:
        return True
    word, norms = grammar.tokens[at].word, grammar.layout.norms
    if at + 1 >= len(norms) or (word.core not in _LEADING and word.core not in _OUTCRY and norms[at + 1] != "علي"):
        return False
    if at in grammar.phrases.dated or grammar.parts[at + 1] == DEMONSTRATIVE:
        return False
    if is_answer(grammar, at):
        return True
    if word.core in _BACKGROUND or (word.core in _AVENGING and grammar.tokens[at + 1].word.preposition == "ل"):
        return True
    if word.norm == "مع":
        return grammar.tokens[at + 1].word.core in _LASTING
    if word.core not in _AMID or grammar.tokens[at - 1].norm == "من":
        return False
    return grammar.phrases.is_event_noun(at + 1) or grammar.tokens[at + 1].word.core in _LASTING


def is_answer(grammar: Grammar, at: int) -> bool:
    """سنرد على | اغتيال القائد, توعد بالرد على | قصف المدينة: what is to be answered has happened.

    دعا إلى مسيرة احتجاجا على | مقتل معلم, تنديدا بـ | قصف المدينة: so has what is to be cried out against.
    """
    norms = grammar.layout.norms
    if at + 1 >= len(norms):
        return False
    if grammar.tokens[at].word.core in _OUTCRY:
        return norms[at + 1] == "علي" or grammar.tokens[at + 1].word.preposition in ("ب", "ل")
    if norms[at + 1] != "علي":
        return False
    return any(entry.lemma == "رد" for entry in entries_at(grammar, at))


def is_given(grammar: Grammar, mark: Mark) -> bool:
    """رفض التعليق على | قصف المستشفى, طالب بكشف ملابسات | مقتله, لن يحقق في | قتلهم: what is inquired into, judged or commented on.

    Whoever inquires did not do it, and what is said of the inquiry (not made, asked for, planned) is not said of the deed.
    """
    index = mark.index
    if mark.is_verb or grammar.tokens[index].word.conjunction:
        return False
    near = index - 1 - (index - 1 in grammar.layout.closing)  # قضية | «اغتيال» الوزير
    near -= grammar.tokens[near].word.core in _CASES
    if near >= 0 and grammar.tokens[near].word.core in _CIRCUMSTANCES:
        return True
    first = max(grammar.layout.sentence(index).start, index - _INQUIRY_BACK)
    before = grammar.layout.cores[first:index]
    if _INQUIRIES.isdisjoint(before) and _ANSWERABLE.isdisjoint(before) and _CALLED_ON.isdisjoint(before):
        return False
    for at in range(index - 1, first - 1, -1):
        core = grammar.tokens[at].word.core
        if core in _INQUIRIES or core in _ANSWERABLE or core in _CALLED_ON:
            return _leads_to(grammar, at, index)
        if not _goes_between(grammar, at):
            return False
    return False


def is_accounted_for(grammar: Grammar, mark: Mark) -> bool:
    """مساءلة الحكومة عن | عمليات القتل: a deed for which somebody is to answer is told of by it."""
    before = grammar.layout.cores[max(grammar.layout.sentence(mark.index).start, mark.index - _INQUIRY_BACK) : mark.index]
    return not _CALLED_ON.isdisjoint(before) and is_given(grammar, mark)


def _goes_between(grammar: Grammar, at: int) -> bool:
    """تحقيق | مستقل وشفاف في | مقتل عشرة في | قصف: what may stand between an inquiry and a deed; no will, power or plan."""
    word = grammar.tokens[at].word
    if grammar.is_comma(at):
        return False
    if _is_mark(grammar, at):  # طالب بـ"تحقيق شفاف | " في مقتل الصحفية
        return True
    if _is_quality(grammar, at) or word.conjunction:
        return _is_quality(grammar, at)
    told = (
        word.core in _CASES
        or grammar.phrases.is_event_noun(at)
        or bool(word.labels & {"person", "source"})
        or at in grammar.place_at
    )
    return grammar.parts[at] in (NUMERAL, PREPOSITION) or (grammar.parts[at] == NOUN and (told or grammar.phrases.is_adjective(at)))


def _leads_to(grammar: Grammar, inquiry: int, index: int) -> bool:
    """تحقيق دولي مستقل | في مقتل, تعليقا | على, المسؤولين | عن قصف: a preposition behind it and its qualities; no purpose."""
    at = inquiry + 1
    asked = grammar.tokens[inquiry].word.core in _CALLED_ON  # مساءلة | الحكومة | عن عمليات القتل
    if grammar.parts[inquiry] == VERB or asked:  # لم تعلق | الحكومة | على قصف المستشفى
        at = next((k for k in range(at, index) if grammar.tokens[k].norm in _INTO or grammar.tokens[k].norm == "عن"), at)
    while at < index and (_is_quality(grammar, at) or _is_bare_adjective(grammar, at) or _is_mark(grammar, at)):
        at += 1
    lead = grammar.phrases.preposition_of(grammar.tokens[at]) or grammar.tokens[at].norm
    aims = any(grammar.phrases.preposition_of(grammar.tokens[k]) == "ل" for k in range(at, index + 1))
    into = ("عن", "علي") if asked else ("عن",) if grammar.tokens[inquiry].word.core in _ANSWERABLE else _INTO
    return lead in into and not aims


def _is_quality(grammar: Grammar, at: int) -> bool:
    """تحقيق | شفاف | ونزيه: a word for how an inquiry is to be, also with و, which no table takes off it."""
    if grammar.tokens[at].word.conjunction and grammar.parts[at] == NOUN and grammar.phrases.is_adjective(at):
        return True
    return grammar.tokens[at].norm.removeprefix("و") in _QUALITIES


def _is_mark(grammar: Grammar, at: int) -> bool:
    return at in grammar.layout.opening or at in grammar.layout.closing


def _is_bare_adjective(grammar: Grammar, at: int) -> bool:
    return grammar.phrases.is_adjective(at) and not grammar.phrases.preposition_of(grammar.tokens[at])


_CIRCUMSTANCES, _CASES = word_list("circumstance of a deed"), word_list("case of")
_INQUIRIES, _ANSWERABLE = word_list("inquiry"), word_list("answerable for")
_QUALITIES, _CALLED_ON = word_list("quality of an inquiry"), word_list("calls to account")
_INTO = ("في", "علي", "ب", "حول", "بشان")
_INQUIRY_BACK = 8


def is_told_of(grammar: Grammar, mark: Mark, at_once: bool = False) -> bool:
    """هجوم | نفذه مسلحون, الهجوم الذي | أسفر عن مقتل جندي: an attack of which a verb in the past tells in a relative clause.

    With ``at_once`` nothing but its qualities may stand between.
    """
    if mark.is_verb or mark.entry.type not in _TELLABLE:
        return False
    at, limit = mark.end, min(grammar.limit(mark.index), mark.end + _REACH)
    while at < limit and grammar.phrases.is_adjective(at) and not grammar.phrases.preposition_of(grammar.tokens[at]):
        at += 1
    if at < limit and mark.found.article:
        return grammar.parts[at] == RELATIVE and at + 1 < limit and _is_past(grammar, at + 1)
    led = at < limit and (grammar.parts[at] in (VERB, PREPOSITION) or bool(grammar.phrases.preposition_of(grammar.tokens[at])))
    if not led or (at_once and (grammar.parts[at] != VERB or grammar.tokens[at].norm == "قدر")):  # لاستهداف أكبر | قدر
        return False
    for behind in range(at, limit):
        other = grammar.parts[behind] == NOUN and grammar.phrases.is_event_noun(behind)
        if grammar.parts[behind] == VERB:
            return _is_past(grammar, behind) and not grammar.tokens[behind].word.conjunction
        if other or grammar.parts[behind] not in _WITHIN or grammar.tokens[behind].word.conjunction:
            return False
    return False


def _is_past(grammar: Grammar, at: int) -> bool:
    """Whether a verb in the past stands at a token, by its table or its shape."""
    if grammar.parts[at] != VERB:
        return False
    form = verb_form(grammar, at)
    return form.tense == "perfect" if form is not None else not grammar.tokens[at].norm.startswith(_OF_PRESENT)


_OF_PRESENT = ("ي", "ت", "ن", "س")


def lasts(grammar: Grammar, mark: Mark) -> bool:
    """قصف الطيران موقعا | والمعارك تتواصل في الريف, والاشتباكات مستمرة, | والقصف يتجدد على البلدة: a fight that goes on beside what
    else is told, or an attack that does so somewhere."""
    if mark.entry.type != "ASSAULT" or not mark.found.conjunction or mark.end >= len(grammar.tokens):
        return False
    if mark.entry.frame != "M":
        return _goes_on_there(grammar, mark)
    lasting = grammar.tokens[mark.end].word
    return grammar.light(mark.end) == "event" or (lasting.core in _GOING_ON and not lasting.article)


_GOING_ON = word_list("going on")


def _goes_on_there(grammar: Grammar, mark: Mark) -> bool:
    """والقصف | يتجدد | على البلدة, والغارات | تتواصل | في الريف: the noun of an attack, a verb of happening and where."""
    behind = grammar.layout.norms[mark.end + 1 : mark.end + 2]
    attack = mark.entry.group == "attack" and not mark.is_verb and bool(mark.found.article)
    return attack and behind in (["علي"], ["في"]) and grammar.parts[mark.end] == VERB and grammar.light(mark.end) == "event"
