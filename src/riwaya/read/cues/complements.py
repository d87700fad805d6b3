"""The noun phrases behind a reporting verb: who of them is subject, addressee or content.

Arabic newswire puts verb, subject, object in this order; agreement, definiteness and the frame of the verb tell where
one ends and the other begins.
"""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.forms import frequency
from riwaya.lang.ar.parts import ADVERB, NOUN, NUMERAL, PREPOSITION, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.around import so_called
from riwaya.read.clauses.asides import anonymity_end, past_aside
from riwaya.read.clauses.papers import is_carrier, paper_at
from riwaya.read.clauses.voices import can_speak, is_honoured, is_how, is_measure, is_paper_that, speaks_as_body
from riwaya.read.cues.listeners import can_listen, committee_end, past_cause, past_part, told_end, whoever_end
from riwaya.read.grammar import Grammar
from riwaya.read.phrases.called import CONSENT
from riwaya.read.phrases.manners import OBJECT, SUBJECT, Manner
from riwaya.read.sayings.attribution import is_deed_too
from riwaya.read.sayings.behind_adjunct import past_guest, past_met
from riwaya.read.sayings.called_on import past_all
from riwaya.read.sayings.channels import is_new_deed
from riwaya.read.sayings.objects import (
    CLAIMED,
    behind_comma,
    is_announced,
    is_behind_speaker,
    is_seat,
    is_shown,
    that_ahead,
    with_lack,
)
from riwaya.read.sayings.offices import is_apposed, is_his_name, is_his_office, known_before, past_office
from riwaya.read.sayings.talked_to import only_leads
from riwaya.read.sayings.walks import SAYS, Walk
from riwaya.read.words.given import HELD
from riwaya.read.words.parts import SIGN_PART

_REACH, _COMMON = 24, 20
_HIM_APART, _WHO = word_list("pronoun apart"), frozenset({"source", "person", "country", "medium", "addressee"})
CHANNEL = Manner(stops=frozenset({"ب", "ل", "عن", "علي", "الي"}))


def phrase(grammar: Grammar, state: Walk, at: int, form: VerbForm | None) -> int:
    """A noun phrase at a token of the walk: the subject, the addressee, or the content itself; where to look next."""
    clitic = grammar.phrases.preposition_of(grammar.tokens[at])
    if state.addressee is None and (end := whoever_end(grammar, state, at)) > at:
        state.addressee = (at, end)
        whom_content(grammar, state, end)
        return end
    if clitic:
        return _clitic_phrase(grammar, state, at, clitic)
    if (state.channel is not None and at == state.channel[1] and _is_carrying_verb(grammar, at)) or only_leads(grammar, state, at):
        return at + 1
    if state.subject is None and state.needs_subject and _is_he_before(grammar, state, at):
        state.needs_subject = False
        return at + 1
    if _points_back(grammar, state, at, form):
        state.subject = (at + 1, grammar.phrases.end(at + 1, state.limit, SUBJECT))
        state.found("object", at)
        return at + 1
    if opens_object(grammar, state, at):
        state.found("object", with_lack(grammar, state, at))
        return at + 1
    if state.subject is None and state.needs_subject and can_speak(grammar, at, form):
        manner = Manner(
            SUBJECT.stops | state.cue.preps | state.cue.asked, split=bool(state.cue.whom) or bool(state.cue.frames & CLAIMED)
        )
        end = past_cause(grammar, at, grammar.phrases.end(at, state.limit, manner), state.limit)
        end = known_before(grammar, at, end) if "obj" in state.cue.whom or "علي" in state.cue.whom else end
        hidden = next((k for k in range(at + 1, end) if anonymity_end(grammar, k) > k), None)
        if hidden is not None:
            state.subject = (at, hidden)
            return anonymity_end(grammar, hidden)
        state.subject = (at, end)
        paper = paper_at(grammar, at, state.limit, state.cue.preps | state.cue.whom)
        return max(end, paper.end) if paper is not None else end
    return _object(grammar, state, at)


def _is_he_before(grammar: Grammar, state: Walk, at: int) -> bool:
    """أكد | سموه أن, وقال | مستشهدًا بالتاريخ: whoever was named before, by a word of respect or by how he says it."""
    how = at == state.start + 1 and state.cue.lemma in SAYS and is_how(grammar, at)
    return how or is_honoured(grammar, at)


def _points_back(grammar: Grammar, state: Walk, at: int, form: VerbForm | None) -> bool:
    """نفى | ذلك | وزير الدفاع, أعلن ذلك المتحدث: right behind the verb ذلك is what is said, before whoever says so."""
    if grammar.tokens[at].norm != "ذلك" or at != state.start + 1 or not state.needs_subject or that_ahead(grammar, state, at):
        return False
    labels = grammar.tokens[at + 1].word.labels if at + 1 < state.limit else frozenset()
    return bool(state.cue.frames & CLAIMED and labels & {"source", "person"}) and can_speak(grammar, at + 1, form)


def past_naming(grammar: Grammar, state: Walk, at: int) -> int:
    """Past words that keep back a name (رفض ذكر اسمه), or whoever is called so (ما يعرف بالمقاومة) or was met; else the token."""
    if state.cue.whom and state.addressee is None and grammar.tokens[at].norm in _HIM_APART:
        state.addressee = (at, at + 1)  # متهمة | إياهم "بالتعاون مع العدو"
        whom_content(grammar, state, at + 1)
        return at + 1
    if state.subject is not None:
        return max(anonymity_end(grammar, at), past_met(grammar, state, at))
    if (guest := past_guest(grammar, state, at)) > at:
        return guest
    called = so_called(grammar, at, state.limit) if state.needs_subject else None
    if called is None:
        return at
    state.subject = called
    return called[1]


def _is_carrying_verb(grammar: Grammar, at: int) -> bool:
    """في مؤتمر صحافي عقده: a verb with a pronoun that describes the channel."""
    return any(found.sense.part == "verb" and found.pronoun for found in grammar.tokens[at].word.analyses)


def opens_object(grammar: Grammar, state: Walk, at: int) -> bool:
    """Whether the content begins here as object: a verbal noun (أعلن مقتل), also a definite one behind the subject."""
    phrases, core = grammar.phrases, grammar.tokens[at].word.core
    if not state.cue.frames & CLAIMED or not within_reach(grammar, state, at) or (at in phrases.called and state.subject is None):
        return False
    if phrases.is_saying(at) and phrases.that_comes(at + 1):
        return False
    if _goes_on_with_name(grammar, state, at):
        return False
    if state.subject is None and state.needs_subject and (speaks_as_body(grammar, at) or is_paper_that(grammar, at)):
        return False
    if phrases.is_masdar(at) or is_shown(grammar, state, at) or (core in HELD and is_behind_speaker(grammar, state, at)):
        return True
    if is_announced(grammar, state, at):
        return True
    if state.subject is not None and state.is_behind_subject(at) and phrases.is_thing_behind_name(state.subject[0], at):
        return True
    labels = grammar.tokens[at].word.labels
    if state.subject is not None or not state.needs_subject:
        deed = phrases.is_event_noun(at) or phrases.is_owned_masdar(at)
        foretold = state.cue.act == "assess" and phrases.is_accusative(at) and not phrases.is_adjective(at)
        own_name = phrases.is_name(at) and not grammar.tokens[at].word.bare.endswith(("ها", "هم"))  # عبده
        owned = (state.subject is None or is_behind_speaker(grammar, state, at)) and _is_owned_noun(grammar, at) and not own_name
        return ((deed or foretold) and not labels & {"person", "source"}) or owned or core in CONSENT
    return _is_owned_noun(grammar, at) or _is_common_noun(grammar, at)


def _goes_on_with_name(grammar: Grammar, state: Walk, at: int) -> bool:
    """أوضحت ليلى | حداد | أن: right behind the speaker and before أن what else would be a deed is more of who she is."""
    if state.is_behind_subject(at) and grammar.phrases.is_last_name(at):
        return True
    held = grammar.tokens[at].word.labels & {"cue", "emotion", "attitude"} or grammar.phrases.is_owned(at)
    return not held and state.is_behind_subject(at) and that_ahead(grammar, state, at)


def _is_owned_noun(grammar: Grammar, at: int) -> bool:
    """A noun with a pronoun that cannot be the subject: نفى ضلوعه, أعلنت الحركة نيتها; قائدها can speak; ذكر ضيفه بأن tells him."""
    word = grammar.tokens[at].word
    owned = word.bare.endswith(("ه", "ها", "هم", "هما")) and not grammar.phrases.has_article(at) and grammar.parts[at] == NOUN
    told = grammar.layout.norms[at + 1 : at + 2] == ["بان"] and not word.labels and not grammar.phrases.is_owned_masdar(at)
    return owned and grammar.phrases.is_owned(at) and not (told or word.labels & {"person", "source", "country", "medium"})


def _is_common_noun(grammar: Grammar, at: int) -> bool:
    """وأكدت | سلامة الطيارين: a thing that is often named with the article, before its genitive; whoever said so stands before."""
    word, phrases = grammar.tokens[at].word, grammar.phrases
    if word.labels or not word.bare.endswith("ة") or at in phrases.placed or at + 1 >= len(grammar.tokens):
        return False
    if phrases.has_article(at) or phrases.is_name(at):
        return False
    joined = grammar.tokens[at - 1].word.conjunction and grammar.parts[at - 1] == VERB
    return bool(joined) and phrases.has_article(at + 1) and frequency("ال" + word.core) > _COMMON


def _object(grammar: Grammar, state: Walk, at: int) -> int:
    """A second phrase: whom the verb addresses, or its object as content; else an apposition to the subject."""
    phrases = grammar.phrases
    manner = Manner(SUBJECT.stops | state.cue.preps | state.cue.whom, split=True)
    if (past := max(past_office(grammar, state, at), past_all(grammar, state, at))) > at:
        return past
    if state.addressee is not None and state.addressee[1] == at and is_his_name(grammar, state.addressee, at):
        state.addressee = state.addressee[0], phrases.end(at, state.limit, manner)
        whom_content(grammar, state, state.addressee[1])
        return state.addressee[1]
    if state.cue.whom and state.addressee is None and _follows_subject(grammar, state, at):
        end = phrases.end(at, state.limit, manner)
        if (state.is_behind_subject(at) and is_his_name(grammar, state.subject, at)) or is_his_office(grammar, state, at, end):
            state.subject = (state.subject[0] if state.subject else at, end)
            return end
        nobody = is_measure(grammar, at) or state.cue.detail == "justify"  # أمهلته | 72 ساعة, علل | قراره
        state.addressee = None if nobody else (at, end)
        whom_content(grammar, state, end)
        return end
    named = (grammar.is_comma(at - 1) and phrases.is_name(at)) or is_apposed(grammar, state, at)
    plain = "obj" in state.cue.frames and not named and not that_ahead(grammar, state, at)
    if plain and (state.commas != 1 or behind_comma(grammar, state, at)) and within_reach(grammar, state, at):
        state.found("object", with_lack(grammar, state, at))
        return at + 1
    split = not grammar.is_comma(at - 1) and is_apposed(grammar, state, at)
    end = phrases.end(at, state.limit, Manner(OBJECT.stops | state.cue.preps | state.cue.whom, split=split))
    if state.subject is not None and (is_apposed(grammar, state, at) or (grammar.is_comma(at - 1) and state.subject[1] == at - 1)):
        state.subject = (state.subject[0], end)
    return end


def _follows_subject(grammar: Grammar, state: Walk, at: int) -> bool:
    """Whether nothing but times, places and commas stands between the speaker and the next phrase."""
    if not grammar.is_comma(at - 1):
        return True
    if state.subject is None or state.subject[0] < state.start or grammar.tokens[at].word.conjunction:
        return False  # دعا أطباء، | ومنظمات | إلى
    between = range(state.subject[1], at)
    spoken = state.channel is not None and state.channel[0] == between.start + 2  # اتهم القائد، في تسجيل | بثه على صفحته، | الحكومة
    aside = spoken or past_aside(grammar, between.start + 1, at + 1) == at  # ناشد الوزير، الذي عاد، | الجيش
    covered = {k for start, date in grammar.date_at.items() if start in between for k in range(start, date.end)}
    return (aside and grammar.is_comma(between.start)) or all(k in covered or grammar.parts[k] in _BETWEEN for k in between)


_BETWEEN = frozenset({NOUN, PREPOSITION, ADVERB, NUMERAL, SIGN_PART})


def whom_content(grammar: Grammar, state: Walk, at: int) -> None:
    """The content behind an addressee: the preposition of the frame, or a masdar."""
    preps = state.cue.whom | state.cue.preps
    index = past_aside(grammar, past_light(grammar, past_part(grammar, state, at, preps), state.limit), state.limit)
    if (
        index in grammar.layout.closing
        and index + 1 < state.limit
        and grammar.phrases.preposition_of(grammar.tokens[index + 1]) in preps
    ):
        state.found("whom", index)
        return
    if index >= state.limit:
        return
    if "to" in state.cue.whom and grammar.parts[index] == VERB and _is_purpose(grammar, index):
        state.found("whom", index)
        return
    token = grammar.tokens[index]
    clitic = grammar.phrases.preposition_of(token)
    free = token.word.core if grammar.parts[index] == PREPOSITION else ""
    behind = index + 1 + grammar.is_comma(index + 1) if index + 1 < state.limit else state.limit
    if grammar.tokens[index].word.core == "قول" and behind < state.limit and grammar.parts[behind] == THAT:
        state.found("whom", behind + 1)  # برر قراراته | بالقول إن
        return
    if clitic and clitic in preps and grammar.parts[index] != THAT and not only_genitive(grammar, index, clitic):
        state.found("whom", index + 1 if token.norm == clitic else index)
    elif free and free in preps and not (index + 1 in grammar.phrases.placed and state.cue.act == "demand"):
        behind = index + 1
        state.found("whom", behind + 1 if behind < state.limit and grammar.parts[behind] == THAT else behind)
    elif "obj" in state.cue.whom and (_is_asked(grammar, index) or grammar.phrases.is_definite_masdar(index)):
        state.found("whom", index)


def _is_asked(grammar: Grammar, at: int) -> bool:
    """ناشد الدول | إرسال الدواء, عدم الاعتراف, ضرورة التدخل, ألا تتدخل: a deed, or a word that denies or calls for one."""
    denied = grammar.tokens[at].norm in ("عدم", "الا") and not grammar.tokens[at].raw.startswith("إ")
    return grammar.phrases.is_masdar(at) or denied or grammar.tokens[at].word.core in HELD


def past_light(grammar: Grammar, at: int, limit: int) -> int:
    """Past times, adverbs and commas."""
    while at < limit:
        if at in grammar.date_at:
            at = grammar.date_at[at].end
        elif grammar.parts[at] == ADVERB or grammar.is_comma(at):
            at += 1
        elif grammar.parts[at] == NUMERAL and at + 1 < limit and "measure" in grammar.tokens[at + 1].word.labels:
            at += 2
        else:
            break
    return at


def _is_purpose(grammar: Grammar, index: int) -> bool:
    """دعا الجنود ليكونوا: an imperfect with ل says what is asked."""
    return any(found.preposition == "ل" for found in grammar.tokens[index].word.analyses) or grammar.tokens[index].norm.startswith(
        ("لي", "لت")
    )


def only_genitive(grammar: Grammar, index: int, clitic: str) -> bool:
    """ل joins what is asked before a verbal noun only (دعا لوقف القتال، لمعاودة الحوار), else a genitive (مندوب للأمم)."""
    phrases, word = grammar.phrases, grammar.tokens[index].word
    deed = "trigger" in word.labels or phrases.is_event_noun(index) or phrases.is_definite_masdar(index) or phrases.is_masdar(index)
    bare = not word.labels and not phrases.has_article(index) and index not in phrases.placed
    purpose = bare and (is_deed_too(word.core) or not phrases.is_name(index))
    nobody = phrases.has_article(index) and index not in phrases.placed and not word.labels & _WHO
    purpose = purpose or (nobody and phrases.ends_name(index - 1))  # دعا الوزير أحمد سالم | للضغط على الحكومة
    return clitic == "ل" and not (deed or purpose)


def asked(grammar: Grammar, state: Walk, inner: int) -> int:
    """Whoever is asked (طلب من القائد), and what: behind أن, or the next noun phrase."""
    end = grammar.phrases.end(inner, state.limit, Manner(SUBJECT.stops, split=True))
    state.addressee = (inner, end)
    at = end
    while at < state.limit and (at in grammar.date_at or grammar.parts[at] == ADVERB or at in grammar.layout.brackets):
        at = grammar.date_at[at].end if at in grammar.date_at else max(at + 1, grammar.skip_bracket(at))
    quoted = at in grammar.layout.closing
    if at < state.limit and (quoted or (grammar.parts[at] != THAT and grammar.phrases.begins(at))):
        state.found("whom", at)
    return end


def _clitic_phrase(grammar: Grammar, state: Walk, at: int, clitic: str) -> int:
    """ل before a paper, agency or person is an addressee; other clitic phrases are passed over."""
    token = grammar.tokens[at]
    if clitic in state.cue.asked and state.addressee is None and token.norm != clitic:
        return asked(grammar, state, at)
    if token.norm == "لاول":  # أعلنت الوزارة | لأول مرة | فتح الميناء
        return at + 2
    if clitic == "ل":
        end = at + 1
        close = grammar.layout.closing.get(end, grammar.layout.brackets.get(end, end)) if token.norm == "ل" else end
        if close > end:
            state.addressee = (end + 1, close)
            return close + 1
        if (served := _served(grammar, state, at)) is not None:
            return served
        end = committee_end(grammar, at, state.limit) or grammar.phrases.end(at, state.limit, CHANNEL)
        end = next((k for k in range(at + 1, end) if anonymity_end(grammar, k) > k or is_new_deed(grammar, k)), end)
        end = told_end(grammar, at, end) if state.subject is None and state.needs_subject else end
        if state.addressee is None and not state.cue.whom and can_listen(grammar, state, at):
            state.addressee = (at, end)
        return end
    end = grammar.phrases.end(at, state.limit, CHANNEL)
    if is_seat(grammar, state, at) and state.subject is not None:
        state.subject = (state.subject[0], end)
    return end


def _served(grammar: Grammar, state: Walk, at: int) -> int | None:
    """دعا الأمين العام | للحزب سالم الحاج | الأطراف: what an office serves and its holder's name belong to the speaker."""
    subject, phrases = state.subject, grammar.phrases
    if not state.cue.whom or subject is None or subject[1] != at or not phrases.is_title(subject[0]):
        return None
    if grammar.tokens[at].word.labels & {"medium", "addressee"} or is_carrier(grammar, at) or phrases.ends_name(at - 1):
        return None
    end = phrases.end(at, state.limit, changed(CHANNEL, split=True))
    if end < state.limit and phrases.begins(end) and grammar.parts[end] == NOUN and not phrases.has_article(end):
        labels = grammar.tokens[end].word.labels & {"source", "person", "country", "thing", "trigger", "masdar"}
        end = end if labels else phrases.end(end, state.limit, changed(SUBJECT, split=True))
    state.subject = (subject[0], end)
    return end


def _only_adjuncts(grammar: Grammar, start: int, end: int) -> bool:
    """Whether only prepositional phrases and times stand between the subject and a comma: no clause, no other comma."""
    at = start
    while at < end:
        if at in grammar.layout.brackets:
            at = max(at + 1, grammar.skip_bracket(at))
        elif grammar.parts[at] in _LIGHT or at in grammar.phrases.dated or _is_passed(grammar, at):
            at += 1
        else:
            return False
    return True


_LIGHT = frozenset({NOUN, PREPOSITION, NUMERAL, ADVERB})


def _is_passed(grammar: Grammar, at: int) -> bool:
    """A mark of quotation, or a verb that only tells of the channel."""
    return at in grammar.layout.opening or at in grammar.layout.closing or _tells_of_channel(grammar, at)


def _tells_of_channel(grammar: Grammar, at: int) -> bool:
    """في بيان | صدر أمس، في تصريحات | نشرت: a verb that says how the channel came about."""
    return grammar.parts[at] == VERB and grammar.phrases.is_channel(at - 1)


def _before_time(grammar: Grammar, at: int) -> int:
    """The token before a time that stands right before a token (، اليوم | عن مقتل), else the token before it."""
    for start in range(at - 1, max(at - _TIME, 0), -1):
        if start in grammar.date_at and grammar.date_at[start].end == at:
            return start - 1
    return at - 1


_TIME = 6


def within_reach(grammar: Grammar, state: Walk, at: int) -> bool:
    """An object or prepositional content stands near its verb, across no comma but one that closes the subject."""
    if at - state.start > _REACH:
        return False
    before = _before_time(grammar, at)
    if state.commas != 1:
        return True
    if state.subject is None or state.subject[0] < state.start:
        behind = max(state.subject[1], state.start + 1) if state.subject is not None else before
        return grammar.is_comma(before) and _only_adjuncts(grammar, behind, before)
    behind = state.subject[1]
    if grammar.is_comma(behind):
        return _only_adjuncts(grammar, behind + 1, before) or (before == behind)
    apart = grammar.is_comma(before) and (grammar.parts[behind] == RELATIVE or _only_adjuncts(grammar, behind, before))
    return apart or (
        at == behind and grammar.tokens[at].norm not in ("عن", "الي")
    )  # مصادر في المحافظة، المجاورة لعدن | سيطرة المقاومة
