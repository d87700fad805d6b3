"""Asides on a speaker that hide or give his name: طلب عدم ذكر اسمه, يدعى فلان, يطلق على نفسه اسم «كذا»."""

from __future__ import annotations

import re

from riwaya.lang.ar.parts import AUXILIARY, NEGATION, NOUN, PREPOSITION, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar, Range, per_document
from riwaya.read.phrases.manners import BEFORE_VERB, Manner


def anonymity_end(grammar: Grammar, at: int) -> int:
    """Where طلب عدم ذكر اسمه, رفض الكشف عن هويته, لم يسمه ends, if it begins at a token; else the token."""
    return _anonymity_end(grammar, at) if _hides_names(grammar) else at


@per_document
def _hides_names(grammar: Grammar) -> bool:
    """Whether a word of who somebody is or a verb of naming stands in a document; in most none does, and nobody's name is hid."""
    norms = grammar.layout.norms
    return not IDENTITY.isdisjoint(norms) or any("سم" in norm and _NAMED.fullmatch(norm) for norm in norms)


def hiding_before(grammar: Grammar, index: int) -> int:
    """لكن مسؤولا محليا | طلب عدم الكشف عن هويته | قال: where words begin that hide a name before a verb; else the verb.

    So too between commas: لكن ضابطا في الحرس|، رفض ذكر اسمه، | أكد.
    """
    end = index - (index > 0 and grammar.is_comma(index - 1))
    if end < _HIDING_LEAST or grammar.tokens[end - 1].norm not in IDENTITY:
        return index
    first = max(grammar.layout.sentence(index).start, end - _HIDING_MOST)
    at = next((at for at in range(end - 2, first, -1) if anonymity_end(grammar, at) == end), index)
    return at - (at < end < index and grammar.is_comma(at - 1))


_HIDING_LEAST, _HIDING_MOST = 3, 7


def _anonymity_end(grammar: Grammar, at: int) -> int:
    if at >= len(grammar.tokens) or grammar.parts[at] == NEGATION:
        return _unnamed_end(grammar, at)
    if at + 1 < len(grammar.tokens) and grammar.parts[at] == VERB and grammar.tokens[at + 1].word.core in _ON_CONDITION:
        behind = _anonymity_end(grammar, at + 1)
        return behind if behind > at + 1 else at  # تحدث | شريطة عدم ذكر اسمه
    limit = min(len(grammar.tokens), at + 7)
    first = at + 1 + 2 * (grammar.tokens[at + 1 : at + 2] != [] and grammar.tokens[at + 1].norm in _TOO)  # اشترط | هو الآخر
    first += grammar.layout.norms[first : first + 1] == ["ايضا"]  # طلب | أيضا عدم كشف هويته
    named = next((k for k in range(first, min(limit, first + 2)) if "anonymity" in grammar.tokens[k].word.labels), None)
    verb = named is not None and any(found.sense.part == "verb" for found in grammar.tokens[at].word.analyses)
    if named is None or not (verb or grammar.tokens[at].word.core in _PREFERRING):
        return at
    ends = (k + 1 for k in range(named + 1, limit) if grammar.tokens[k].norm in IDENTITY)
    return next(ends, at)


def _unnamed_end(grammar: Grammar, at: int) -> int:
    """لم يسمه, لم تذكر أسماءهم, لم يكشف عن هويته: a verb of naming behind its negation."""
    verb = at + 1
    if verb < len(grammar.tokens) and _NAMED.fullmatch(grammar.tokens[verb].norm):
        return verb + 1
    if verb >= len(grammar.tokens) or grammar.parts[verb] != VERB:
        return at
    ends = (k + 1 for k in range(verb + 1, min(len(grammar.tokens), verb + 4)) if grammar.tokens[k].norm in IDENTITY)
    return next(ends, at)


def unnamed_speaker(grammar: Grammar, who: Range, limit: int) -> tuple[Range, int]:
    """نقلت الوكالة عن مسؤولين | طلبا عدم ذكر اسميهما | أن: who is cited, without what hides his name, and what stands behind.

    Behind them a comma is passed over too; where no name is hid all stays as it was.
    """
    first = who[1] + int(who[1] < limit and grammar.is_comma(who[1]))
    for at in range(who[0] + 1, min(first + 1, limit)):
        behind = anonymity_end(grammar, at)
        if behind > at:
            behind += behind < limit and grammar.is_comma(behind)
            return (who[0], at - int(grammar.is_comma(at - 1))), behind
    return who, who[1]


_TOO = frozenset({"هو", "هي"})
_NAMED = re.compile("[يتن]سم(ي)?(ه|ها|هم|هما)")


def called_end(grammar: Grammar, at: int) -> int:
    """Where ويدعى فلان, يسمى كذا, يطلق على نفسه اسم «كذا» ends, if it begins at a token; else the token."""
    own = grammar.tokens[at].word.core in NAMES_ITSELF
    if not own and not (grammar.tokens[at].raw.endswith("ى") and grammar.tokens[at].word.core in _IS_CALLED):
        return at
    end = at + 1
    quote = next((k for k in range(end, min(len(grammar.tokens), end + _CALLED)) if k in grammar.layout.closing), None)
    named = quote is not None and grammar.tokens[quote - 1].norm != "علي"  # أطلقت على | «القاعدة» صواريخ
    if quote is not None and named and all(grammar.tokens[k].norm in BEFORE_NAME for k in range(end, quote)):
        return min(grammar.layout.closing[quote] + 1, len(grammar.tokens))
    if own:
        return at
    while end < len(grammar.tokens) and end - at < _CALLED and grammar.phrases.begins(end):
        if grammar.phrases.preposition_of(grammar.tokens[end]):
            break
        end += 1
    return end


_CALLED = 5
_IS_CALLED, NAMES_ITSELF, BEFORE_NAME = map(word_list, ("is called", "names itself", "before a name"))
_PREFERRING = word_list("prefers anonymity")
IDENTITY = word_list("identity")
_ON_CONDITION = frozenset({"شريطه", "بشرط", "شرط"})


def past_aside(grammar: Grammar, at: int, limit: int) -> int:
    """اتهم قوات النخبة، التي يقودها سالم، | بالقصف, اتهم الوزير، وهو نائب سابق، | الجيش: behind a clause on who somebody is
    between commas; the token where none stands.

    Or behind words that give no name: اتهم جهات لم يسمها | بالقصف; or through whom it is said: حثت الطرفين، على لسان وزيرها، | على.
    """
    if (above := past_above_all(grammar, at, limit)) > at:
        return above
    if (described := past_described(grammar, at if at < limit and grammar.is_comma(at) else at - 1, limit)) > at:
        return described
    bare = at + 1 if at < limit and grammar.is_comma(at) else at
    if bare < limit and (capacity := _past_capacity(grammar, bare, limit)) > bare:
        return capacity + 1 if capacity < limit and grammar.is_comma(capacity) else capacity
    if bare < limit and (through := past_mouth(grammar, bare, limit)) > bare:
        return through + 1 if through < limit and grammar.is_comma(through) else through
    if bare < limit and (hidden := anonymity_end(grammar, bare)) > bare:
        return hidden + 1 if hidden < limit and grammar.is_comma(hidden) else hidden
    if at >= limit or not (grammar.parts[at] == RELATIVE or grammar.tokens[at].norm in _WHO_IS) or not grammar.is_comma(at - 1):
        return at
    close = next((k for k in range(at, min(limit, at + _ASIDE)) if grammar.is_comma(k)), None)
    return close + 1 if close is not None and close + 1 < limit else at


_WHO_IS = frozenset({"وهو", "وهي", "وهم"})


def past_beside(grammar: Grammar, at: int, limit: int) -> int:
    """Behind through whom somebody speaks, or who of them is meant above all; else the token."""
    return max(past_mouth(grammar, at, limit), past_above_all(grammar, at, limit), past_described(grammar, at, limit))


def past_described(grammar: Grammar, comma: int, limit: int) -> int:
    """دعا الوزير|، العائد من القاهرة، | قادة الكتل إلى, دعا المجلس|، بصفته قائد الجيش، | الأطراف إلى: behind what he is like or as
    what he speaks, between commas; else the comma."""
    at = comma + 1
    if comma < 1 or at + 2 >= limit or not grammar.is_comma(comma) or grammar.parts[comma - 1] != NOUN:
        return comma
    like = grammar.phrases.is_adjective(at) or not grammar.tokens[at].word.labels  # العائد من القاهرة
    like = like and grammar.phrases.has_article(at) and grammar.parts[at + 1] == PREPOSITION
    if not like and not grammar.tokens[at].norm.startswith(_AS):
        return comma
    close = next((k for k in range(at + 1, min(limit - 1, at + _ASIDE)) if grammar.is_comma(k) or grammar.parts[k] == VERB), None)
    ends = close is not None and grammar.is_comma(close) and not grammar.tokens[close + 1].word.conjunction
    return close + 1 if close is not None and ends and grammar.phrases.begins(close + 1) else comma


def past_above_all(grammar: Grammar, at: int, limit: int) -> int:
    """دعا المجتمع الدولي|، لا سيما الدول الكبرى، | إلى: behind who of them is meant above all, between commas; else the token."""
    if at + 2 >= limit or not grammar.is_comma(at):
        return at
    named = at + 1 + (grammar.layout.norms[at + 1] in ("لا", "ولا"))
    if grammar.layout.norms[named].removeprefix("و") not in _ABOVE_ALL:
        return at
    close = next((k for k in range(named + 1, min(limit, at + _ASIDE)) if grammar.is_comma(k)), None)
    return close + 1 if close is not None else at


_ABOVE_ALL = frozenset({"سيما", "لاسيما", "خاصه", "خصوصا", "بخاصه"})


def _past_capacity(grammar: Grammar, at: int, limit: int) -> int:
    """طالبت إسرائيل، | بوصفها القوة القائمة بالاحتلال، | باحترام القانون: past as what somebody is called on."""
    if at + 2 >= limit or not (grammar.tokens[at].norm.startswith(_AS) and grammar.phrases.is_owned(at)):
        return at
    near = range(at + 2, min(limit, at + _ASIDE))
    asked = (
        k for k in near if grammar.phrases.preposition_of(grammar.tokens[k]) == "ب" or grammar.tokens[k].norm in ("الي", "علي")
    )
    deeds = (k for k in asked if grammar.parts[k] == PREPOSITION or not grammar.phrases.has_article(k))
    return next(deeds, at)


_AS = ("بوصف", "بصفت", "باعتبار")


def past_participle(grammar: Grammar, at: int, limit: int) -> int:
    """قال الوزير، رافضا الهدنة، | إن: the comma behind a participle with its own act, if أن follows; else the participle."""
    commas = (k for k in range(at + 1, min(limit - 1, at + _ASIDE)) if grammar.is_comma(k))
    return next((k for k in commas if grammar.parts[k + 1] == THAT and not grammar.tokens[k + 1].word.conjunction), at)


_ASIDE = 16


def ends_insertion(grammar: Grammar, at: int, limit: int) -> bool:
    """Whether a clause between verb and content ends at a token: a comma, a colon, or the verb's own أن."""
    if grammar.parts[at] == THAT:
        return not _is_inner_that(grammar, at, limit)
    return grammar.is_comma(at) or grammar.tokens[at].raw == ":"


def _is_inner_that(grammar: Grammar, at: int, limit: int) -> bool:
    """تقر الدولة التي تخشى | أن | تتقدم الجماعة بأنها: أن of a verb inside what describes the speaker, if his own is to come."""
    verb = grammar.parts[at - 1] == VERB and "cue" in grammar.tokens[at - 1].word.labels
    if not verb or grammar.parts[at - 2] != RELATIVE:
        return False
    later = next((k for k in range(at + 2, limit) if grammar.parts[k] == THAT), None)
    return later is not None and not grammar.tokens[later].word.conjunction


def past_same(grammar: Grammar, at: int, end: int) -> int:
    """مثمنا في الوقت نفسه | جهود الوسطاء, رافضا في ذات الوقت | أي تدخل: no genitive follows the same time; else the end given."""
    norms = grammar.layout.norms[at : at + 2]
    same = len(norms) > 1 and (norms[0] in ("نفس", "ذات") or norms[1] in ("نفسه", "نفسها", "ذاته", "ذاتها"))
    return min(end, at + 2) if same else end


def past_time_clause(grammar: Grammar, at: int, limit: int) -> int:
    """قال الوزير قبل أن | يبدأ زيارته إن, بعد أن | زار الجبهة «...»: behind the clause that says when; 0 where none opens."""
    if grammar.tokens[at].norm != "ان" or grammar.tokens[at - 1].norm not in _WHEN:
        return 0
    if at + 1 >= limit or grammar.parts[at + 1] not in (AUXILIARY, VERB) or "cue" in grammar.tokens[at + 1].word.labels:
        return 0
    for k in range(at + 2, limit):
        if grammar.is_comma(k) or grammar.parts[k] == THAT or grammar.tokens[k].raw == ":":
            return k
        if grammar.layout.closing.get(k, k) - k > _SAID:
            return k
    return limit


_SAID = 6
"""A quotation longer than that is what is said, and no name."""


_WHEN = frozenset({"قبل", "بعد"})


def past_mouth(grammar: Grammar, at: int, limit: int) -> int:
    """أكدت الدولة | على لسان وزير خارجيتها سالم الهاني | أنها لن تتراجع: behind him through whom a body speaks; else the token."""
    if grammar.layout.norms[at : at + 2] != ["علي", "لسان"] or at + 1 >= limit:
        return at
    return grammar.phrases.end(at + 1, limit, Manner(frozenset({"ب", "عن", "علي", "الي"})))


def past_spreaders(grammar: Grammar, at: int, limit: int, of_film: bool = False) -> int:
    """مقطع مصور | تداوله ناشطون | أظهر: behind who spreads a film or picture that is shown; else the same token.

    ``of_film``: a film is known to be the subject, whatever stands between it and the verb (لقطات للجسر | نشرها ناشطون).
    """
    if at < 1 or at + 1 >= limit or not (of_film or grammar.parts[at] == VERB):
        return at
    film = next((k for k in range(at - 1, max(-1, at - 1 - _KINDS), -1) if not grammar.phrases.is_adjective(k)), at - 1)
    found = grammar.tokens[at].word.find("cue", "verb")
    shown = of_film or grammar.group(film, "source") == "document" or grammar.group(film - 1, "source") == "document"
    if not shown or found is None or not found.pronoun or not grammar.phrases.begins(at + 1):
        return at
    return grammar.phrases.end(at + 1, limit, BEFORE_VERB)


_KINDS = 2
"""So many adjectives a film or picture may have."""


def spoken_to_end(grammar: Grammar, at: int, limit: int) -> int:
    """وحسب مصادر مطلعة، | تحدثت للصحيفة، | فإن: the comma before فإن, behind whom a source is said to have told; else the same."""
    behind = at + 1
    if behind >= limit or not grammar.is_comma(at) or grammar.parts[behind] != VERB:
        return at
    if "cue" not in grammar.tokens[behind].word.labels or grammar.tokens[behind].word.conjunction:
        return at
    commas = (k for k in range(behind + 1, min(limit - 1, behind + _TOLD)) if grammar.is_comma(k))
    close = next(commas, at)
    return close if grammar.layout.norms[close + 1].startswith("فان") else at


_TOLD = 9
