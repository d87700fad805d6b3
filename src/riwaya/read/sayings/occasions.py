"""On what occasion somebody speaks: nothing of it is what he says, though the verb may ask for the preposition in it."""

from __future__ import annotations

from riwaya.lang.ar.parts import ADVERB, AUXILIARY, NOUN, PREPOSITION, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar
from riwaya.read.phrases.manners import Manner
from riwaya.read.sayings.channels import before_object
from riwaya.read.sayings.walks import Walk
from riwaya.read.words.given import HELD

_ANSWERS, _FRINGE, _SHOWN = map(word_list, ("said in answer to", "fringe or end of a meeting", "was published"))
_SPREAD = frozenset({"نشر", "بث", "كتب", "دون"})
_FIRST = frozenset({"اول", "ثاني", "احدث", "اخر"})
_OF_WHAT = frozenset({"يتعلق", "يخص", "يتصل"})
_ASKED = frozenset({"عن", "حول", "بشان"})
_PHRASE = Manner(stops=frozenset({"ب", "عن", "علي", "الي", "ل"}))
_NEAR, _REACH = 5, 9


def past_setting(grammar: Grammar, state: Walk, at: int) -> int:
    """أكد الوزير | تعليقا على الهجوم | أن, على هامش المؤتمر, ردا على سؤال عن الهدنة: behind the occasion; else the same token."""
    if (turned := max(_past_turn(grammar, state, at), _past_where(grammar, state, at), past_same_time(grammar, at))) > at:
        return turned
    inner = _behind_head(grammar, at, state.limit)
    if inner is None or inner >= state.limit or grammar.parts[inner] != NOUN:
        return at
    asked = grammar.tokens[inner].word.core in _QUESTIONS and not grammar.phrases.has_article(inner)
    end = _question_end(grammar, inner, state.limit) if asked else grammar.phrases.end(inner, state.limit, _PHRASE)
    end = before_object(grammar, state, inner, end)
    if end + 1 < state.limit and grammar.layout.norms[end] in _ASKED and grammar.tokens[inner].word.core in _QUESTIONS:
        end = before_object(grammar, state, end + 1, grammar.phrases.end(end + 1, state.limit, _PHRASE))
    state.adjunct = (inner, end)
    return end


_QUESTIONS = frozenset({"سؤال", "اسئله", "استفسار", "استفسارات"})


def _question_end(grammar: Grammar, at: int, limit: int) -> int:
    """ردا على سؤال صحافي | مقتل خمسة, ردا على أسئلة الصحافيين | قصف القرية: behind a question, what kind it is and who asks."""
    end = at + 1
    while (
        end < limit
        and grammar.parts[end] == NOUN
        and (
            grammar.tokens[end].word.core.startswith(_JOURNALISTS)
            or (grammar.phrases.is_adjective(end) and not grammar.phrases.is_definite(end))
        )
    ):
        end += 1
    asks = end == at + 1 and end < limit and bool(grammar.tokens[end].word.labels & {"medium", "addressee"})
    return grammar.phrases.end(end, limit, _PHRASE) if asks and not grammar.phrases.preposition_of(grammar.tokens[end]) else end


_JOURNALISTS = ("صحاف", "صحف")


def _behind_head(grammar: Grammar, at: int, limit: int) -> int | None:
    """Where the thing or meeting begins on the occasion of which somebody speaks; None where no occasion begins."""
    norms = grammar.layout.norms[at : min(limit, at + _NEAR)]
    if len(norms) < 3:
        return None
    if norms[0] in _ANSWERS and norms[1] in ("علي", "عن"):
        return at + 2
    if norms[0] in ("في", "علي") and norms[1] in _FRINGE:
        return at + 2
    if norms[:2] == ["من", "علي"]:
        return at + 2
    if norms[0] == "في" and norms[1] in _FIRST:
        return next((at + k + 1 for k in range(3, len(norms)) if norms[k] in ("علي", "عن")), None)
    about = 1 + (norms[0] == "في")
    return at + about + 1 if norms[about - 1] in ("ما", "فيما") and norms[about] in _OF_WHAT else None


def _past_turn(grammar: Grammar, state: Walk, at: int) -> int:
    """حذر الوزير | من جهة أخرى | من أن, أمس | من بيروت | من أن, بعد ساعات | من القصف | من أن: of two من the verb's is before أن."""
    norms = grammar.layout.norms
    if norms[at] != "من":
        return at
    if norms[at + 1 : at + 3] in (["جهه", "اخري"], ["ناحيه", "اخري"], ["جانب", "اخر"]):
        state.adjunct = (at + 1, at + 3)
        return min(state.limit, at + 3)
    if "من" not in state.cue.preps:
        return at
    for k in range(at + 2, min(state.limit - 1, at + _REACH)):
        if norms[k] == "من" and grammar.parts[k + 1] == THAT:
            return k
        if grammar.parts[k] in (VERB, THAT) or norms[k] == "من":
            return at
    return at


def _past_where(grammar: Grammar, state: Walk, at: int) -> int:
    """مشككا | في بيان | في صمود الهدنة, آملا | في تصريح | أن تصمد: the first في leads to the channel."""
    if grammar.layout.norms[at] != "في" or "في" not in state.cue.preps or at + 2 >= state.limit:
        return at
    same = grammar.layout.norms[at + 1] == "الوقت" and grammar.layout.norms[at + 2] in _SAME
    if not same and not (grammar.phrases.is_channel(at + 1) and not grammar.phrases.has_article(at + 1)):
        return at
    for k in range(at + 2, min(state.limit, at + _REACH)):
        if grammar.parts[k] == THAT or grammar.layout.norms[k] == "في":
            return k
        if grammar.parts[k] == VERB:
            return at
    return at


def past_same_time(grammar: Grammar, at: int) -> int:
    """متهما|، في الوقت نفسه، | الجيش بالقصف: behind the commas that hold only that it was at the same time; else the same token."""
    norms = grammar.layout.norms
    if at + 4 >= len(norms) or norms[at + 1 : at + 3] != ["في", "الوقت"] or norms[at + 3] not in _SAME:
        return at
    return at + 5 if grammar.is_comma(at) and grammar.is_comma(at + 4) else at


_SAME = ("نفسه", "ذاته")


def past_shown(grammar: Grammar, state: Walk, at: int) -> int:
    """في مقابلة مع قناة النور | بثت أمس | إن, في بيان، | نشر على موقعها | إن: behind the clause on how words were published."""
    spread = _is_spread(grammar, at)
    if not spread and not is_shown_paper(grammar, at):
        return at
    behind = at + 1
    if spread and behind < state.limit and not _is_where_shown(grammar, behind, state.limit):
        return at
    while behind < state.limit:
        if behind in grammar.date_at:
            behind = grammar.date_at[behind].end
        elif grammar.parts[behind] == ADVERB:
            behind += 1
        elif _is_where_shown(grammar, behind, state.limit) and not _is_asked_for(grammar, state, behind):
            inner = behind + 1
            behind = before_object(grammar, state, inner, grammar.phrases.end(inner, state.limit, _PHRASE))
        else:
            break
    return behind


def _is_asked_for(grammar: Grammar, state: Walk, at: int) -> bool:
    """شدد في بيان نشر على الشبكة | على ضرورة الحوار: the preposition of the verb, before a deed or what is held of one."""
    behind = at + 1
    deed = grammar.tokens[behind].word.core in HELD or grammar.phrases.is_masdar(behind) or grammar.phrases.is_event_noun(behind)
    return grammar.layout.norms[at] in state.cue.preps and deed


def _is_spread(grammar: Grammar, at: int) -> bool:
    """في بيان مقتضب | نشره على المنصة: behind an adjective of the paper the verb may look like a noun."""
    found = grammar.tokens[at].word.find("cue", "verb")
    own = found is not None and found.pronoun and getattr(found.sense.entry, "lemma", "") in _SPREAD
    described = at > 1 and grammar.phrases.is_channel(at - 2) and not grammar.phrases.is_definite(at - 1)
    return bool(own) and (grammar.phrases.is_channel(at - 1) or described)


def _is_where_shown(grammar: Grammar, at: int, limit: int) -> bool:
    """نشر | على موقع الحركة, بثت | عبر التلفزيون: a preposition that leads to a noun, and asks for no أن."""
    return at + 1 < limit and grammar.layout.norms[at] in ("علي", "في", "عبر") and grammar.parts[at + 1] == NOUN


def is_shown_paper(grammar: Grammar, at: int) -> bool:
    """مقابلة مع القناة | بثت أمس, بيان صادر عنه، | نشر على موقعه: a passive of publishing, of what somebody said before it."""
    if grammar.parts[at] != VERB or grammar.tokens[at].norm not in _SHOWN or at + 1 >= len(grammar.tokens):
        return False
    timed = at + 1 in grammar.date_at or grammar.parts[at + 1] in (PREPOSITION, ADVERB) or grammar.is_comma(at + 1)
    first = max(grammar.layout.sentence(at).start, at - _REACH)
    channel = next((k for k in range(at - 1, first, -1) if grammar.phrases.is_channel(k)), None)
    if not timed or channel is None or grammar.parts[channel - 1] != PREPOSITION:
        return False
    return not any(grammar.parts[k] in (VERB, THAT) for k in range(channel + 2, at))  # بيان | صادر عنه


def closes_aside(grammar: Grammar, state: Walk, at: int) -> bool:
    """قال الوزير في بيان نشره المكتب|، قصف, بحسب ما نقلته الوكالة|، أن: a comma that only closes how one heard of it."""
    if state.commas or state.subject is None or not state.start < state.subject[0] < state.subject[1] < at:
        return False
    between = range(state.subject[1], at)
    verb = next((k for k in between if grammar.parts[k] == VERB), None)
    told = verb is not None and (grammar.phrases.is_channel(verb - 1) or grammar.phrases.is_channel(verb - 2))
    cited = any("according" in grammar.tokens[k].word.labels for k in between)
    return cited or told or any(_is_spread(grammar, k) for k in between)


def before_setting(grammar: Grammar, phrase: tuple[int, int]) -> tuple[int, int]:
    """حمل الوزير سالم النور | للصحفيين, | تعليقا على القصف, | في بيان مقتضب: the speaker ends before whom, when and how he told."""
    start, end = phrase
    for at in range(start + 1, end):
        told = grammar.phrases.preposition_of(grammar.tokens[at]) == "ل" and grammar.tokens[at].word.labels & {
            "addressee",
            "medium",
        }
        channel = grammar.parts[at] == PREPOSITION and grammar.phrases.is_channel(at + 1)
        if told or channel or grammar.tokens[at].norm in _ANSWERS or grammar.tokens[at].norm in _DURING:
            return start, at
    return phrase


_DURING = frozenset({"خلال", "عقب", "اثناء", "لدي"})


def once_before(grammar: Grammar, at: int) -> bool:
    """اعتبر الوزير من قبل | أن الاتفاق خطر: earlier, where no verb follows; not حذر من قبل | أن يصل."""
    earlier = grammar.layout.norms[at - 2 : at] == ["من", "قبل"]
    return earlier and grammar.parts[at + 1 : at + 2] not in ([VERB], [AUXILIARY])
