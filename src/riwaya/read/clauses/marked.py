"""Subjects before their verb that are named in marks, and what may stand before a subject at the head of its clause."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.nouns import masdar_shape
from riwaya.lang.ar.parts import ADVERB, AUXILIARY, CONTRAST, FUTURE, NEGATION, NOUN, PERFECTIVE, PREPOSITION, THAT, VERB
from riwaya.read.clauses.between import past_hour
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import BEFORE_VERB
from riwaya.read.text.tokens import DASHES


def quoted_subject(grammar: Grammar, index: int) -> Range | None:
    """«حماس» تتهم، أن «القاعدة» قد أعلنت، منظمة "العفو" تدين: a short name in marks opens the clause, right before the verb."""
    if not (grammar.layout.quotes or grammar.layout.brackets):
        return None
    end = index
    while end and grammar.parts[end - 1] in (PERFECTIVE, NEGATION, FUTURE):
        end -= 1
    whole = _before_aside(grammar, end)
    end = _before_participle(grammar, whole)
    while end > 1 and grammar.parts[end - 1] == NOUN and grammar.phrases.is_adjective(end - 1):  # «الداخلية» | الكويتية تعلن
        end -= 1
    if (bracket := _bracket(grammar, end - 1)) is not None:
        return bracket
    opened = grammar.layout.opening.get(end - 1)
    if opened is None or end - opened > _LABEL or opened < grammar.layout.sentence(index).start:
        return None
    if any(grammar.parts[k] == VERB for k in range(opened, end)):
        return None
    start = skip_openers(grammar, grammar.clause_start(opened), opened)  # وكانت | صحيفة «المسار» ذكرت
    if start < opened and grammar.phrases.begins(start) and grammar.phrases.end(start, whole, BEFORE_VERB) == whole:
        return (start, whole)
    if opened == grammar.layout.sentence(index).start or grammar.parts[opened - 1] == AUXILIARY:
        return (opened, whole)
    that = grammar.parts[opened - 1] == THAT and grammar.tokens[opened - 1].norm.endswith("ن")
    return (opened, whole) if that else None


def _before_participle(grammar: Grammar, end: int) -> int:
    """«جبهة النهر» | المؤلفة من فصائل عدة أعلنت: where a definite participle with its preposition opens behind a name in marks."""
    for at in range(end - 2, max(end - _GOVERNED, 0), -1):
        if grammar.parts[at] == VERB or grammar.is_comma(at):
            return end
        if at - 1 in grammar.layout.opening:
            word, behind = grammar.tokens[at].word, at + 1
            ties = bool(word.article) and word.core[:1] in "مت" and not word.labels & {"source", "person"}
            led = grammar.parts[behind] == PREPOSITION or bool(grammar.tokens[behind].word.preposition)
            return at if ties and led else end
    return end


_GOVERNED = 9


def _before_aside(grammar: Grammar, end: int) -> int:
    """كان «أبو حمزة» | -المتحدث باسم السرايا- قد قال: where an aside between dashes or commas opens behind a name in marks."""
    sign = grammar.tokens[end - 1].raw if end else ""
    if sign not in DASHES and sign != "،":
        return end
    opens = (at for at in range(end - 2, max(0, end - _ASIDE), -1) if grammar.tokens[at].raw == sign)
    at = next(opens, 0)
    aside = at > 1 and at - 1 in grammar.layout.opening and VERB not in grammar.parts[at:end]
    return at if aside else end


_ASIDE = 10


def _bracket(grammar: Grammar, close: int) -> Range | None:
    """أن (داعش) | يستهدف: a name that stands in brackets as it would in marks; an age or a time in brackets is none."""
    if close < 2 or grammar.tokens[close].raw != ")":
        return None
    first = max(0, close - _NAME - 1)
    opened = next((at for at in range(close - 2, first - 1, -1) if grammar.layout.brackets.get(at) == close), None)
    if opened is None or any(at in grammar.date_at or grammar.parts[at] != NOUN for at in range(opened + 1, close)):
        return None
    headed = opened == grammar.layout.sentence(opened).start or grammar.parts[opened - 1] in (THAT, AUXILIARY)
    return (opened + 1, close) if headed else None


def before_as(grammar: Grammar, index: int, form: VerbForm) -> Range | None:
    """والوزارة إذ | تعلن ذلك: whoever opens the sentence before إذ, in the solemn manner of official statements."""
    if index < 2 or grammar.tokens[index - 1].norm != "اذ":
        return None
    at = skip_openers(grammar, grammar.clause_start(index - 2), index - 1)
    at += grammar.parts[at] == THAT
    whole = at < index - 1 and grammar.phrases.begins(at) and grammar.phrases.end(at, index - 1, BEFORE_VERB) == index - 1
    return (at, index - 1) if whole and grammar.agrees(form, at, before=True) else None


def skip_openers(grammar: Grammar, start: int, index: int) -> int:
    """Past what may stand before a subject: auxiliaries, dates, adverbs, من جهته."""
    at = start
    while at < index:
        if at in grammar.date_at:
            at = grammar.date_at[at].end
        elif grammar.parts[at] in (AUXILIARY, ADVERB, PERFECTIVE, NEGATION) or "switch" in grammar.tokens[at].word.labels:
            at += 1
        elif (past := _past_hour(grammar, at, index)) > at:
            at = past
        elif _is_domain(grammar, at) or _turns(grammar, at):
            at += 2
        elif grammar.tokens[at].word.core == "اما" and grammar.parts[at + 1 : at + 2] == [
            PREPOSITION
        ]:  # أما في بروكسل | فلم يستبعد
            return index
        else:
            break
    return at


def _past_hour(grammar: Grammar, at: int, index: int) -> int:
    """حوالي الساعة 2:05 من | فجر اليوم | نفذت إسرائيل: the token behind an hour and the day that follows, right before the verb."""
    past = past_hour(grammar, at, index)
    past += at < past < index and grammar.tokens[past].norm == "من"
    past = grammar.date_at[past].end if at < past < index and past in grammar.date_at else past
    return past if past == index else at


def _turns(grammar: Grammar, at: int) -> bool:
    """هذا وكانت | القوات قد أعلنت, هذا وقد: by which a report turns to what was told before."""
    if grammar.tokens[at].norm != "هذا" or at + 1 >= len(grammar.tokens):
        return False
    return grammar.parts[at + 1] in (AUXILIARY, PERFECTIVE) and grammar.tokens[at + 1].norm.startswith("و")


def is_aim(grammar: Grammar, at: int) -> bool:
    """تنفيذًا لتوجيهات الرئيس، | أمر, وتعقيبا على القرار | قال, حقًا | كتب: an accusative that opens a clause says why or how.

    Behind أن or لكن it is the subject; without its tanwin it shows by its shape and a preposition behind it.
    """
    opens = at - 1 - (at > 1 and at - 1 in grammar.layout.closing)
    if at + 1 >= len(grammar.tokens) or (at and grammar.parts[opens] in (THAT, CONTRAST)):
        return False
    core = grammar.tokens[at].word.core
    if "\u064b" in grammar.tokens[at].raw:
        return True
    behind = grammar.parts[at + 1] == PREPOSITION or bool(grammar.phrases.preposition_of(grammar.tokens[at + 1]))
    return behind and core.endswith("ا") and masdar_shape(core[:-1])


def _is_domain(grammar: Grammar, at: int) -> bool:
    """ميدانيا، دبلوماسيا، وجنوبا: an accusative that says where or in which field, cut off by a comma."""
    token = grammar.tokens[at]
    accusative = token.norm.endswith("ا") and not token.norm.startswith("ال") and len(token.norm) > _SHORTEST_DOMAIN
    someone = token.word.labels & {"country", "person", "source"}
    return accusative and at + 1 < len(grammar.tokens) and grammar.is_comma(at + 1) and not someone


_LABEL, _NAME = 6, 3
_SHORTEST_DOMAIN = 3


def parted_by(grammar: Grammar, index: int) -> int | None:
    """The dash or mark that opens before a verb, where its subject stands before that."""
    opened = _dashes_before(grammar, index)
    return _marks_before(grammar, index) if opened is None else opened


def _marks_before(grammar: Grammar, index: int) -> int | None:
    """قال إن نقابته | "ترفض العنف": the mark that opens right before a verb whose subject stands between أن and it."""
    mark = index - 1
    if mark < 1 or mark not in grammar.layout.closing or grammar.parts[mark - 1] != NOUN:
        return None
    start = grammar.clause_start(mark)
    return mark if start > 0 and grammar.parts[start - 1] == THAT else None


def _dashes_before(grammar: Grammar, index: int) -> int | None:
    """الجماعة | -الموالية للتنظيم- تبنت, - قد أعلنت: where the dashes open that close right before a verb."""
    index -= grammar.parts[index - 1] == PERFECTIVE
    if index < _NARROWEST or grammar.tokens[index - 1].raw not in DASHES:
        return None
    first = max(grammar.layout.sentence(index).start, index - _WIDEST)
    return next((at for at in range(index - _NARROWEST, first, -1) if grammar.tokens[at].raw in DASHES), None)


_NARROWEST, _WIDEST = 3, 24
