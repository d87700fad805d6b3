"""What an according-to phrase covers: what follows it at the head of a sentence, else the clause before it."""

from __future__ import annotations

from riwaya.lang.ar.formulas import formulas
from riwaya.lang.ar.parts import (
    AUXILIARY,
    CONTRAST,
    DEMONSTRATIVE,
    NEGATION,
    NOUN,
    NUMERAL,
    PREPOSITION,
    PRONOUN,
    QUANTIFIER,
    RELATIVE,
    THAT,
    VERB,
)
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar, Range
from riwaya.read.sayings.attribution import content_end, content_from
from riwaya.read.sayings.landmarks import contrasts, is_told, last_of, parts_added
from riwaya.read.text.tokens import DASHES


def past_dates(grammar: Grammar, at: int, limit: int) -> int:
    """Past the time at which the source spoke."""
    at = grammar.skip_bracket(at) if at < limit and at in grammar.layout.brackets else at
    while at < limit and (at in grammar.date_at or "timeword" in grammar.tokens[at].word.labels):
        at = grammar.date_at[at].end if at in grammar.date_at else at + 1
    return at


def covered(grammar: Grammar, index: int, behind: int, limit: int) -> Range | None:
    """What an according-to phrase covers: what follows it at the head of a sentence, else the clause before it."""
    first = grammar.layout.sentence(index).start
    quote = grammar.layout.quote_around(index)
    first = max(first, quote.open + 1) if quote else first
    head = _skip_linkers(grammar, first, index)
    dash = _closing_dash(grammar, index, limit)
    behind = behind if dash is None else dash
    inside = index > head and grammar.parts[index - 1] == THAT and behind < limit  # قال إنه، بحسب الشرطة، قتل خمسة
    inside = inside or _is_opening(grammar, head, index)
    if head >= index and _alone(grammar, index, behind):
        return _sentence_before(grammar, index)
    if head >= index or inside or _opens_anew(grammar, index, behind, limit) or _told_then(grammar, behind, limit):
        return _following(grammar, behind, index)
    start = (
        _who_he_is(grammar, head, index, behind)
        or _own_part(grammar, head, index)
        or _behind_other(grammar, head, index)
        or _clause_before(grammar, head, index)
    )
    goes_on = behind < limit and not grammar.is_comma(behind) and grammar.tokens[behind].raw != "."
    goes_on = goes_on and grammar.parts[behind] != RELATIVE and grammar.tokens[behind].norm != "وذلك"
    goes_on = goes_on and not _says_of_him(grammar, behind)
    closes = index - head > _WHOLE and (grammar.is_comma(index - 1) or grammar.tokens[index - 1].raw in "-–")
    inserted = dash is not None or _is_inserted(grammar, head, index, behind)
    inserted = inserted or _who_he_is(grammar, head, index, behind) is not None
    if inserted and (outcome := _outcome(grammar, head, index, behind)) is not None:
        return outcome, _before_other_news(grammar, outcome, index, limit)
    end = index
    if (goes_on and not closes) or inserted:
        reach = _before_other_news(grammar, behind, index, limit) if inserted else content_end(grammar, behind - 1, limit, index)
        end = reach if reach > behind else index
    while end > start + 1 and _only_joins(grammar, end - 1):
        end -= 1
    return (start, end) if end > start else None


def _who_he_is(grammar: Grammar, head: int, index: int, behind: int) -> int | None:
    """أعلنت مقتل القائد، | وهو المسؤول، حسب المصادر، عن نقل المقاتلين: a clause on who he is, in which it stands."""
    if behind + 1 >= grammar.limit(index) or not grammar.is_comma(behind) or grammar.parts[behind + 1] != PREPOSITION:
        return None
    first = next((at + 1 for at in range(index - 2, max(head, index - _CLAUSE), -1) if grammar.is_comma(at)), None)
    return first if first is not None and grammar.tokens[first].norm in ("وهو", "وهي", "وهم") else None


_CLAUSE = 7


def _says_of_him(grammar: Grammar, behind: int) -> bool:
    """وفق بيانات للحزب | نشرتها الوكالة: a verb with a pronoun right behind an indefinite word says more of who tells."""
    verb = grammar.parts[behind] == VERB and not grammar.tokens[behind].word.conjunction
    return verb and any(found.pronoun for found in grammar.tokens[behind].word.analyses)


def _only_joins(grammar: Grammar, at: int) -> bool:
    """A comma, a dash or a full stop, and the last word of سقطت القذيفة على السوق، | وذلك | بحسب الشرطة."""
    return grammar.is_comma(at) or grammar.tokens[at].raw in ".-" or grammar.tokens[at].norm == "وذلك"


def _outcome(grammar: Grammar, head: int, index: int, behind: int) -> int | None:
    """قصفوا الجسر، ما أسفر -وفق مصدر- عن | مقتل ستة: what came of it, as he says."""
    at = behind + (grammar.is_comma(behind) or grammar.tokens[behind].raw in DASHES)
    if at + 1 >= grammar.limit(index) or grammar.parts[at] != PREPOSITION or not grammar.phrases.is_event_noun(at + 1):
        return None
    verb = next((k for k in range(index - 1, head - 1, -1) if grammar.parts[k] == VERB), None)
    caused = verb is not None and verb > head and grammar.light(verb) == "cause" and grammar.tokens[verb - 1].norm in ("ما", "مما")
    return at + 1 if caused and not any(grammar.is_comma(k) for k in range(verb or head, index - 1)) else None


def _before_other_news(grammar: Grammar, start: int, index: int, limit: int) -> int:
    """شارك المئات، وفق المراسل، في المسيرة|، وأغلق محتجون الشارع: an insertion covers up to where somebody else acts."""
    end = content_end(grammar, start - 1, limit, index)
    for at in range(start + 1, end - 1):
        joined = grammar.is_comma(at - 1) and grammar.parts[at] == VERB and grammar.tokens[at].word.conjunction == "و"
        if joined and grammar.parts[at + 1] == NOUN and not grammar.tokens[at + 1].word.preposition:
            return at - 1
    return end


def _closing_dash(grammar: Grammar, index: int, limit: int) -> int | None:
    """أجرت -وفق مصدر تحدث للقناة | - اتصالات: the dash that closes what one right before the phrase opened, if more comes."""
    if index == 0 or grammar.tokens[index - 1].raw not in DASHES:
        return None
    close = next((at for at in range(index + 1, min(limit, index + _ASIDE)) if grammar.tokens[at].raw in DASHES), None)
    if close is None or close + 1 >= limit or grammar.is_sign(close + 1):
        return None
    return None if grammar.tokens[close + 1].word.conjunction else close


_ASIDE = 16


def _alone(grammar: Grammar, index: int, behind: int) -> bool:
    """قتل 18 جنديا في الجبل. | وفقا لشبكة الأخبار.: nothing but the phrase stands in its sentence."""
    return all(grammar.is_sign(at) for at in range(behind, grammar.layout.sentence(index).end))


def _sentence_before(grammar: Grammar, index: int) -> Range | None:
    """The sentence before, under the title, in which nobody tells."""
    number = grammar.layout.sentence_of[index]
    if number == 0:
        return None
    before, own = grammar.layout.sentences[number - 1], grammar.layout.sentences[number]
    if before.paragraph == 0 != own.paragraph or is_told(grammar, before.start, before.end):
        return None
    end = before.end
    while end > before.start + 1 and grammar.is_sign(end - 1):
        end -= 1
    return before.start, end


def _is_opening(grammar: Grammar, head: int, index: int) -> bool:
    """في غضون ذلك، | وبحسب مصادر محلية، قصفت, من جهة أخرى | بحسب القناة قصفت: what only opens the sentence tells nothing."""
    opens = head + 1 < index <= head + _OPENING and grammar.parts[head] == PREPOSITION
    return opens and all(grammar.parts[k] != VERB and not grammar.phrases.is_event_noun(k) for k in range(head, index))


_OPENING = 5


def _told_then(grammar: Grammar, behind: int, limit: int) -> bool:
    """بحسب الأوراق التي قرأناها فإن الحارس دخل السوق: behind a relative clause فإن opens what is said."""
    if behind >= limit or grammar.parts[behind] != RELATIVE:
        return False
    return any(grammar.tokens[k].norm.startswith("فان") for k in range(behind, min(limit, behind + RELATIVE_REACH)))


def _opens_anew(grammar: Grammar, index: int, behind: int, limit: int) -> bool:
    """..., وبحسب المصدر كانوا يخططون: behind و and before a clause the phrase belongs to what follows."""
    joined = grammar.tokens[index].norm not in formulas()
    goes_on = behind < limit and not grammar.is_sign(behind) and grammar.parts[behind] in (VERB, AUXILIARY, NEGATION, THAT)
    so = behind + (behind < limit and grammar.is_comma(behind))
    return joined and (goes_on or (so < limit and grammar.tokens[so].norm.startswith("فا")))


def _is_inserted(grammar: Grammar, head: int, index: int, behind: int) -> bool:
    """لم يعرف، بحسب المرصد، ما إذا كان: set off by commas on both sides it stands in the midst of what it covers."""
    pair = [grammar.is_comma(at) or grammar.tokens[at].raw in DASHES for at in (index - 1, behind) if at < len(grammar.tokens)]
    if behind + 1 >= grammar.limit(index) or (pair != [True, True] and not _is_awaited(grammar, head, index, behind)):
        return False
    if past_dates(grammar, behind + 1, grammar.limit(index)) >= grammar.limit(index):  # بحسب ما أفادت به مصادر، | الاثنين
        return False
    word = grammar.tokens[behind + 1].word
    turns = grammar.parts[behind + 1] == CONTRAST or word.core in ("الا", "غير", "بيد", "اما")
    turns = turns or grammar.phrases.is_title(behind + 1)
    meanwhile = word.norm == "في" and grammar.tokens[min(behind + 2, len(grammar.tokens) - 1)].word.core in ("وقت", "حين")
    awaits = word.core in _AFTER and (word.core == "رغم" or not _is_bare_clause(grammar, head, index))
    if awaits or turns or meanwhile or is_told(grammar, head, index):
        return False
    if grammar.parts[behind + 1] == PREPOSITION and index - head > _WHOLE_CLAUSE:
        return False  # سيطر التحالف على المعبر، حسبما قالت مصادر، | في ضربة جديدة للمجلس
    goes_on = behind + 1 in grammar.layout.closing or grammar.parts[behind + 1] in (NOUN, PREPOSITION, QUANTIFIER, NUMERAL)
    goes_on = goes_on or _lacks_predicate(grammar, head, index, behind + 1)
    return goes_on and not word.conjunction and not grammar.phrases.is_participle_cue(behind + 1)


def _is_bare_clause(grammar: Grammar, head: int, index: int) -> bool:
    """وجاء القرار، بحسب الناطق، | عقب اجتماع, واندلع القتال، بحسب السكان، | بعد: that something came about tells nothing without
    the rest of the clause; انسحب الجيش، بحسب الناطق، | بعد does.
    """
    if index - head > _BARE or grammar.parts[head : head + 2] != [VERB, NOUN] or not grammar.phrases.is_definite(head + 1):
        return False
    return grammar.light(head) == "event" or grammar.tokens[head].word.core in _CAME


_BARE, _CAME = 3, frozenset({"جاء", "جاءت"})


def _lacks_predicate(grammar: Grammar, head: int, index: int, at: int) -> bool:
    """السبب، بحسب الوزير، | هو نقص الوقود, المياه، كما يقول، | لا تكفي: a noun alone before the phrase waits for its predicate."""
    known = grammar.phrases.has_article(head)
    told = any(
        grammar.parts[k] in (VERB, AUXILIARY, THAT) or (not known and grammar.phrases.is_event_noun(k)) for k in range(head, index)
    )
    return not told and grammar.parts[head] in (NOUN, DEMONSTRATIVE) and grammar.parts[at] in (PRONOUN, NEGATION, VERB, AUXILIARY)


def _is_awaited(grammar: Grammar, head: int, index: int, behind: int) -> bool:
    """قتل خمسة وفق المصدر، | في قصف على القرية, قصفت المدفعية وفق الموقع، | تعزيزات: one comma, and what the verb still lacks."""
    at = behind + 1
    if not grammar.is_comma(behind) or index - head > _WHOLE_CLAUSE or VERB not in grammar.parts[head:index]:
        return False
    if grammar.parts[at] == PREPOSITION:
        return at + 1 < grammar.limit(index) and (grammar.phrases.is_event_noun(at + 1) or at + 1 in grammar.phrases.placed)
    plain = grammar.parts[at] == NOUN and not (grammar.phrases.has_article(at) or grammar.tokens[at].word.conjunction)
    return plain and bool(grammar.tokens[at].word.labels & {"thing", "trigger"})


_WHOLE_CLAUSE = 7
_AFTER = word_list("behind an insertion")


def _own_part(grammar: Grammar, head: int, index: int) -> int | None:
    """In a sentence that already has its teller, an according-to phrase at the end covers the last quotation or clause only."""
    if not is_told(grammar, head, index):
        return None
    last = index - 1 if not grammar.is_comma(index - 1) else index - 2
    opened = grammar.layout.opening.get(last)
    if opened is not None and opened > head:
        return opened
    added = last_of(parts_added(grammar), head + 1, index - 1)
    quote = grammar.layout.quote_around(added) if added is not None else None
    return added if quote is None or quote.close >= index else None  # «الهدنة باقية، وسنرى» في الجنوب، بحسب


def _behind_other(grammar: Grammar, head: int, index: int) -> int | None:
    """قتل أربعة، وفق الشرطة، | وأصيب خمسة، وفق المستشفى: behind one teller the next one covers only what follows."""
    last = index - 2 if grammar.is_comma(index - 1) else index - 1
    other = next((k for k in range(last, head, -1) if "according" in grammar.tokens[k].word.labels), None)
    if other is None:
        return None
    start = next((k + 1 for k in range(other + 1, last) if grammar.is_comma(k)), None)
    clause = start is not None and any(grammar.parts[k] == VERB or grammar.phrases.is_event_noun(k) for k in range(start, index))
    return start if clause else None


_WHOLE = 3
"""So many tokens before an according-to phrase are a clause that it covers alone."""


RELATIVE_REACH = 10


def _following(grammar: Grammar, behind: int, index: int) -> Range | None:
    limit = grammar.limit(index)
    at = _past_description(grammar, behind, limit)
    while at < limit and (grammar.is_comma(at) or grammar.parts[at] == THAT):
        at += 1
    if at < limit and grammar.tokens[at].norm in ("فان", "فانه", "فانها", "فقد"):
        at += 1
    found = content_from(grammar, at, index)
    if found is None:
        return None
    start, end = found[0]
    return start, next((k - 1 for k in range(start + 2, end - 2) if _others_have_acted(grammar, k)), end)


def _others_have_acted(grammar: Grammar, at: int) -> bool:
    """بحسب منظمات إنسانية، نزح ألف شخص، | وقد شرعت السلطات في توزيع الخيام: what others have done since then, the report tells."""
    if grammar.tokens[at].norm != "وقد" or not grammar.is_comma(at - 1) or grammar.parts[at + 1] != VERB:
        return False
    return grammar.group(at + 2, "source") == "organ" and grammar.phrases.has_article(at + 2)


def _past_description(grammar: Grammar, behind: int, limit: int) -> int:
    """بحسب اللجنة، إحدى الهيئات المحلية، | فإن القوات تقدمت: past what says who tells, no verb in it, up to فإن or فقد."""
    for at in range(behind, min(limit, behind + _DESCRIPTION)):
        if grammar.tokens[at].norm.startswith("فان") or grammar.tokens[at].norm == "فقد":
            return at
        if grammar.parts[at] in (VERB, AUXILIARY) and RELATIVE not in grammar.parts[behind:at]:
            return behind
    return behind


_DESCRIPTION = 16


def _skip_linkers(grammar: Grammar, first: int, index: int) -> int:
    at = first
    while at < index and (grammar.is_comma(at) or grammar.tokens[at].raw in "-–*" or at in grammar.date_at):
        at = grammar.date_at[at].end if at in grammar.date_at else at + 1
    return at


def _clause_before(grammar: Grammar, head: int, index: int) -> int:
    """Where the covered clause begins: behind the last بينما or فيما of the sentence, else its head."""
    found = last_of(contrasts(grammar), head + 1, index)
    return head if found is None else found
