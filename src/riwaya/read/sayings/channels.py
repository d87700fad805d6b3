"""Channels between a verb and its content: a paper or recording, and the clause that says how it became known."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.asides import past_same
from riwaya.read.clauses.papers import is_carrier, past_publisher, publisher_at
from riwaya.read.grammar import Grammar
from riwaya.read.phrases.manners import SUBJECT
from riwaya.read.phrases.special import FILM
from riwaya.read.sayings.behind_adjunct import PAPERS, before_speaker
from riwaya.read.sayings.objects import CLAIMED, is_judged_thing, is_made_known, is_what_of
from riwaya.read.sayings.walks import Walk
from riwaya.read.words.given import HELD

_OF_PAPER = frozenset({"عليه", "عليها"})
"""بيان اطلعت عليه الوكالة، تسجيل حصلت عليه القناة."""
_PAPERS = word_list("channel paper")


def tells_of_paper(grammar: Grammar, state: Walk, at: int) -> bool:
    """بيان اطلعت عليه الوكالة, مقطع فيديو، تداولته مواقع: a verb that says how the paper became known.

    سكان في قرية | تسيطر عليها المعارضة: no paper is told of.
    """
    if state.subject is None or at + 1 >= state.limit:
        return False
    spread = grammar.tokens[at].word.find("cue", "verb")
    known = grammar.is_comma(at - 1) and grammar.phrases.is_channel(state.subject[0]) and spread is not None and spread.pronoun
    place = at - 1 in grammar.phrases.placed or grammar.group(at - 1, "thing") == "settlement"
    return bool(known) or (grammar.tokens[at + 1].norm in _OF_PAPER and not place)


def past_carrier(grammar: Grammar, state: Walk, at: int) -> int:
    """The token behind the paper or agency that a channel's relative clause names."""
    _note_carrier(grammar, state, at)
    behind = at + 1
    while behind < state.limit and behind in grammar.date_at:
        behind = grammar.date_at[behind].end
    if behind >= state.limit or not grammar.phrases.begins(behind):
        return behind
    manner = changed(SUBJECT, split=True) if state.cue.whom else SUBJECT
    end = grammar.phrases.end(behind, state.limit, manner)
    return grammar.date_at[end].end if end in grammar.date_at else end


def _note_carrier(grammar: Grammar, state: Walk, at: int) -> None:
    """في تصريح | نقلته | وكالة الأفق: the agency, paper or channel that a verb of publishing names carries what is said."""
    found = grammar.tokens[at].word.find("cue", "verb")
    if found is None or not found.pronoun or getattr(found.sense.entry, "lemma", "") not in _PUBLISHES:
        return
    behind = at + 1
    while behind < state.limit and behind in grammar.date_at:
        behind = grammar.date_at[behind].end
    if behind < state.limit and (is_carrier(grammar, behind) or "medium" in grammar.tokens[behind].word.labels):
        state.via.append((behind, grammar.phrases.end(behind, state.limit, SUBJECT)))


_PUBLISHES = word_list("publishes what is said")


def past_copy(grammar: Grammar, state: Walk, at: int) -> int:
    """في بيان | تلقت الوكالة نسخة منه |: behind the copy of the channel that somebody got; right behind the verb where none is.

    أكدت الحركة في بيان | بثته أمس وكالة الأنباء | تقدمها: or behind who carries it.
    """
    _note_carrier(grammar, state, at)
    norms = grammar.layout.norms
    near = range(at + 2, min(state.limit, at + _TO_COPY))
    copied = next((k + 1 for k in near if norms[k] in ("منه", "منها") and norms[k - 1] == "نسخه"), None)
    if copied is None and state.subject is None and (state.cue.detail == "add" or _is_carried_by(grammar, state, at + 1)):
        return past_publisher(grammar, at, state.limit)
    if copied is None and state.subject is not None and publisher_at(grammar, at, state.limit) is not None:
        return past_carrier(grammar, state, at)
    return copied or at + 1


def _is_carried_by(grammar: Grammar, state: Walk, at: int) -> bool:
    """أعلن التحالف ... وأفاد في بيان نشرته | واس بأنه: behind whoever spoke before, a medium only publishes."""
    press = grammar.layout.norms[at : at + 2] in (["وسائل", "اعلام"], ["وسائل", "الاعلام"])
    named = at < state.limit and (press or is_carrier(grammar, at) or "medium" in grammar.tokens[at].word.labels)
    joined = bool(grammar.tokens[state.start].word.conjunction)
    return named and joined and grammar.layout.sentence(state.start).start > 0


_TO_COPY = 9


def carries_channel(grammar: Grammar, at: int) -> bool:
    """A verb with a pronoun that points back to a channel (في تصريح بثته الوكالة، في بيان نشره المكتب): no act of its own."""
    found = grammar.tokens[at].word.find("cue", "verb")
    if found is None or not found.pronoun:
        return False
    behind = range(max(0, at - 3), at)
    if grammar.tokens[at - 1].word.core in _PAPERS:
        return True
    return any(grammar.phrases.is_channel(k) for k in behind) and not any(grammar.is_comma(k) for k in behind)


def past_occasion(grammar: Grammar, state: Walk, at: int) -> int:
    """وقالت في وقفة | نظمتها عشرات الأمهات أمام المبنى | إن: past where one spoke who is named before."""
    own = [found.pronoun for found in grammar.tokens[at].word.analyses if found.sense.part == "verb"]
    here = state.adjunct is not None and state.adjunct[1] == at and bool(own) and all(own)
    if not here or state.subject is not None or state.cue.lemma != "قال" or not grammar.tokens[state.start].word.conjunction:
        return at
    near = range(at + 1, min(state.limit, at + _CLAUSE))
    that = next((k for k in near if grammar.parts[k] in (THAT, VERB) or grammar.is_sign(k)), at)
    if that == at or grammar.parts[that] != THAT or state.start == grammar.layout.sentence(state.start).start:
        return at
    state.needs_subject = False
    return that


_CLAUSE = 20


def is_new_paper(grammar: Grammar, inner: int) -> bool:
    """في | بيان, في | تصريح: a channel without article, which no object of the verb behind it can be the owner of."""
    return grammar.phrases.is_channel(inner) and not grammar.phrases.is_definite(inner)


def said_in(grammar: Grammar, state: Walk, inner: int, end: int) -> int | None:
    """قال المتمردون في بيان | "المعركة طويلة".: a quotation that ends the sentence behind the channel is no name of it."""
    opening = next((k for k in range(inner + 1, end) if k in grammar.layout.closing), None)
    if opening is None or state.subject is None or not grammar.phrases.is_channel(inner) or "quote" not in state.cue.frames:
        return None
    behind = range(grammar.layout.closing[opening] + 1, state.limit)
    return opening if all(grammar.is_sign(k) for k in behind) else None


def accused_behind_channel(grammar: Grammar, state: Walk, inner: int, end: int) -> int:
    """اتهمت الوزارة في بيان عاجل | جماعة النجم بـ, طالب في مؤتمر صحافي | المسلحين بـ: who is accused or called on must come yet,
    and owns no statement without article.
    """
    known = state.subject is not None or not state.needs_subject
    asked = state.cue.act in ("accuse", "threaten", "warn") or "obj" in state.cue.whom
    waits = asked and state.addressee is None and bool(state.cue.whom)
    if not waits or not grammar.phrases.is_channel(inner) or grammar.phrases.has_article(inner):
        return end
    near = range(inner + 1, min(max(end, inner + _KINDS), state.limit))
    accuses = state.cue.act == "accuse"
    for at in near:
        if _is_everyone(grammar, at):
            return at
        if grammar.parts[at] == VERB:
            break
        if known and _is_accused(grammar, at, inner) and (accuses or _is_whole(grammar, inner, at)):
            return at - (grammar.tokens[at - 1].norm in _ALL)
    return end


def _is_whole(grammar: Grammar, channel: int, at: int) -> bool:
    """في بيان | الأطراف, في مؤتمر صحافي | الأطراف, not في جلسة محكمة | الجنايات: nothing but what kind of channel it is before."""
    kinds = range(channel + 1, at)
    told = all(grammar.tokens[k].word.core in _PRESS or not grammar.tokens[k].word.labels & _BODIES for k in kinds)
    return told and (at > channel + 1 or grammar.phrases.has_article(at) or grammar.tokens[channel].norm in PAPERS)


_PRESS = frozenset({"صحافي", "صحفي", "صحافيه", "صحفيه"})
_BODIES = frozenset({"source", "person", "country", "medium", "thing"})


def _is_everyone(grammar: Grammar, at: int) -> bool:
    """توعد في كلمة متلفزة | كل من تورط في الهجوم: everybody of a kind can only be who is threatened or called on."""
    return grammar.layout.norms[at : at + 2] == ["كل", "من"]


def _is_accused(grammar: Grammar, at: int, channel: int) -> bool:
    """بيان | جماعة النجم, بيان | إسرائيل, not بيان | مقتضب, not بيان شديد | اللهجة: a known noun or one with the article."""
    phrases, labels = grammar.phrases, grammar.tokens[at].word.labels
    filmed = grammar.tokens[at].norm == FILM and at - 1 == channel
    filmed = filmed or grammar.tokens[at - 1].norm == "مع"  # مقابلة مع | قناة الأفق
    if filmed or grammar.parts[at] != NOUN or phrases.is_adjective(at) or not (labels or phrases.has_article(at)):
        return False
    if not labels and phrases.is_adjective(at - 1) and at - 1 > channel:
        return False
    behind = at + 1 < grammar.limit(at) and grammar.parts[at + 1] != VERB  # في تسجيل مصور | بثه على صفحته
    behind = behind and (phrases.is_definite(at + 1) or phrases.is_name(at + 1))
    return "country" in labels or phrases.is_definite(at) or behind


_KINDS = 3


def is_held(grammar: Grammar, at: int) -> bool:
    """أكد في ختام اللقاء | ضرورة الحوار: a word of what is held or needed."""
    return grammar.tokens[at].word.core in HELD


def is_new_deed(grammar: Grammar, at: int) -> bool:
    """في رسالة إلى الأمين العام | سيطرة القوات: a verbal noun without article, behind a noun with the article."""
    alone = not grammar.phrases.has_article(at) and not grammar.phrases.preposition_of(grammar.tokens[at])
    whole = grammar.phrases.has_article(at - 1) or any(grammar.phrases.called.get(k) == at for k in range(max(0, at - _NAME), at))
    marked = at - 1 in grammar.layout.opening  # انتقد لوكالة «الأفق» | سياسة الحكومة
    begins = alone and (whole or marked) and not grammar.tokens[at].word.conjunction
    owned = marked and grammar.phrases.is_common(at) and grammar.phrases.has_article(min(at + 1, len(grammar.tokens) - 1))
    return begins and (grammar.phrases.is_masdar(at) or owned) and not grammar.phrases.is_adjective(at)


_NAME = 4


def _is_called_on(grammar: Grammar, state: Walk, at: int) -> bool:
    """اتهمت الصحيفة خلال زيارة إلى الجبهة | مجلس الأمن: somebody with a genitive behind what is whole, where he must come yet."""
    asked = state.cue.act == "accuse" or "obj" in state.cue.whom
    if not asked or state.subject is None or state.addressee is not None or at + 1 >= state.limit:
        return False
    word, phrases = grammar.tokens[at].word, grammar.phrases
    marked = at - 1 in grammar.layout.opening and at > 1  # على حسابه في «تويتر» | المسلحين
    somebody = bool(word.labels & {"source", "person", "country"}) or (marked and word.article)
    if not somebody or word.conjunction or phrases.preposition_of(grammar.tokens[at]) or phrases.is_adjective(at):
        return False
    return marked or (phrases.has_article(at - 1) and phrases.has_article(at + 1) and not word.article)


def _is_criticised(grammar: Grammar, state: Walk, at: int) -> bool:
    """انتقد خلال زيارة إلى الجبهة | سياسة الحكومة: a common noun with its genitive behind what is whole."""
    if state.cue.act != "condemn" or "obj" not in state.cue.frames or state.subject is None or at + 1 >= state.limit:
        return False
    phrases = grammar.phrases
    whole = (phrases.has_article(at - 1) or at - 1 in grammar.layout.opening) and phrases.has_article(at + 1)
    plain = grammar.parts[at] == NOUN and not (phrases.is_definite(at) or grammar.tokens[at].word.conjunction)
    return whole and plain and phrases.is_common(at) and not phrases.preposition_of(grammar.tokens[at])


_ALL = frozenset({"جميع", "كل", "كافه"})


def before_object(grammar: Grammar, state: Walk, inner: int, end: int) -> int:
    """نفت الشرطة في بيان | استخدامها الذخيرة, أكد لدى استقباله المبعوث | دعمه, خلال لقائه الوزير | ضرورة الحوار: what is said.

    It is no genitive of the channel or occasion before it: a noun of what is held or needed, an event of his own or a new one.
    """
    phrases = grammar.phrases
    end += end < state.limit and grammar.tokens[end].norm == FILM and phrases.is_channel(end - 1)  # مقطع | مصور
    end = accused_behind_channel(grammar, state, inner, past_same(grammar, inner, before_speaker(grammar, state, inner, end)))
    if (said := said_in(grammar, state, inner, end)) is not None:
        return said
    for at in range(inner + 1, end):
        called = grammar.tokens[at].norm in _ALL or ("country" in grammar.tokens[at].word.labels and grammar.parts[at] == NOUN)
        if "obj" in state.cue.whom and called and phrases.is_complete(at - 1) and not phrases.preposition_of(grammar.tokens[at]):
            return at  # طالب على هامش مؤتمر باريس | جميع الأطراف بـ, بعد اجتماع مع نظيره التركي | إسرائيل بـ
        if state.cue.frames & CLAIMED and phrases.is_complete(at - 1) and (is_new_deed(grammar, at) or is_held(grammar, at)):
            return at
        announced = phrases.is_channel(inner) and is_made_known(grammar, state.cue, at)  # أعلن في خطاب | حزمة مساعدات
        if announced or _is_criticised(grammar, state, at) or _is_called_on(grammar, state, at):
            return at
        new = phrases.is_channel(inner) and not phrases.is_definite(at)
        # دان في بيان | الهجوم, انتقد في بيان | سياسة الحكومة
        behind = bool(state.cue.frames & CLAIMED) and is_new_paper(grammar, inner)
        if behind and (is_judged_thing(grammar, at) or grammar.tokens[at].norm == "اي"):
            return at - (at - 1 > inner and is_what_of(grammar, at - 1))
        if phrases.is_event_noun(at) and (phrases.is_owned(at) or new or behind):
            whole = at - 1 in grammar.layout.closing or (behind and at - 1 > inner and is_what_of(grammar, at - 1))
            return at - whole  # طلبت في بيان | «وقف القصف» ورحيل القوات, دان في بيان | استمرار القصف
    return end
