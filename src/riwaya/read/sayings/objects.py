"""The object of a reporting verb as what is said: where it hides in the subject, behind an aside, or is none because أن follows."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import ADVERB, DEMONSTRATIVE, NOUN, NUMERAL, PREPOSITION, QUANTIFIER, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar
from riwaya.read.phrases.manners import SUBJECT
from riwaya.read.sayings.walks import Walk
from riwaya.read.words.given import HELD
from riwaya.read.words.parts import SIGN_PART

CLAIMED = frozenset({"obj", "masdar", "attack"})
"""Frames with an object that says what happened."""


def object_in_subject(grammar: Grammar, state: Walk) -> None:
    """دانت دول ومنظمات | التفجير: a subject that swallowed the object falls apart at its last event noun."""
    if state.cue.detail == "thank":
        _thanked_alone(grammar, state)
    if state.subject is None or not state.cue.frames & CLAIMED or state.subject[0] < state.start:
        return
    if (eaten := _eaten_behind_name(grammar, state)) is not None:
        state.subject = (state.subject[0], eaten)
        state.found("object", eaten)
        return
    if state.content is not None:
        return
    if "obj" in state.cue.frames and state.subject[0] == state.start + 1 and _is_thing(grammar, state.subject[0]):
        state.found("object", state.subject[0])
        state.subject = None
        return
    for at in range(state.subject[1] - 1, state.subject[0], -1):
        word = grammar.tokens[at].word
        if word.conjunction or grammar.phrases.preposition_of(grammar.tokens[at]) or word.labels & {"source", "person"}:
            continue
        needed = (
            word.core in HELD and not grammar.phrases.has_article(at) and grammar.phrases.is_complete(at - 1)
        )  # أكد الوزير | حق الشعب في العودة
        judged = state.cue.act in _JUDGES and is_judged_thing(grammar, at) and grammar.phrases.is_complete(at - 1)
        judged = judged or (at - 1 in grammar.phrases.placed and is_made_known(grammar, state.cue, at))  # في جنيف | خطة للحوار
        if (
            needed
            or judged
            or _is_beside_people(grammar, state, at)
            or (grammar.phrases.is_event_noun(at) and grammar.parts[at - 1] != DEMONSTRATIVE)
        ):
            at = _whole_deed(grammar, state.subject[0], at)
            state.subject = (state.subject[0], at)
            state.found("object", at)
            return


def _thanked_alone(grammar: Grammar, state: Walk) -> None:
    """شكرت الوزارة | كل من ساهم في الصفقة: with nothing said of what for, who is thanked is all that is said."""
    if state.content is not None or state.subject is None:
        return
    whom = state.addressee[0] if state.addressee is not None else state.subject[1]
    if not state.start < state.subject[0] <= whom < state.limit or not grammar.phrases.begins(whom):
        return
    word, known = grammar.tokens[whom].word, grammar.phrases.is_definite(whom) or grammar.parts[whom] == QUANTIFIER
    if known and not (word.conjunction or word.preposition):  # ضربة تشكر عليها الشرطة | ودليل على
        state.found("object", whom)
        state.addressee = None


def _eaten_behind_name(grammar: Grammar, state: Walk) -> int | None:
    """أكد الرئيس ديفيد كاميرون | سيطرة القوات | على المدينة: a deed behind a name, though the verb may ask for على behind it."""
    subject = state.subject
    if subject is None or state.joint != "about" or "masdar" not in state.cue.frames or state.content != subject[1] + 1:
        return None
    for at in range(subject[0] + 1, subject[1]):
        plain = not (grammar.phrases.has_article(at) or grammar.tokens[at].word.conjunction or grammar.tokens[at].word.preposition)
        if plain and grammar.phrases.is_event_noun(at) and _ends_name(grammar, at - 1):
            return at
    return None


def _ends_name(grammar: Grammar, last: int) -> bool:
    """ديفيد | كاميرون, سالم | النوري: a name, or a word behind a first name that is also a land."""
    return grammar.phrases.is_name(last) or (grammar.phrases.is_name(last - 1) and not grammar.phrases.has_article(last))


def is_judged_thing(grammar: Grammar, at: int) -> bool:
    """انتقد النائب سالم قنديل | الموقف الأميركي, أيدت واشنطن | خطوة البرلمان: what is condemned, backed or refused."""
    word = grammar.tokens[at].word
    plain = grammar.parts[at] == NOUN and not (word.conjunction or grammar.phrases.preposition_of(grammar.tokens[at]))
    return plain and word.core in _JUDGED


_JUDGES = frozenset({"condemn", "support", "reject", "deny"})
_JUDGED = word_list("judged thing")


def is_what_of(grammar: Grammar, at: int) -> bool:
    """| استمرار القصف, | صحة التقارير: a verbal noun, or what is held of something, before its genitive."""
    return grammar.phrases.is_masdar(at) or grammar.tokens[at].word.core in HELD


def _whole_deed(grammar: Grammar, start: int, at: int) -> int:
    """أعلن مسؤول | انتهاء الهدنة: a verbal noun right before the deed that it governs is said too."""
    phrases, joined = grammar.phrases, grammar.tokens[at - 1].word.conjunction
    return at - 1 if phrases.has_article(at) and at - 1 > start and phrases.is_masdar(at - 1) and not joined else at


def _is_beside_people(grammar: Grammar, state: Walk, at: int) -> bool:
    """دان الوزراء | الجرائم: right behind people in the plural a noun with the article that does not describe them."""
    phrases, first = grammar.phrases, grammar.tokens[at - 1].word
    forms = (found.sense.form for found in first.all("person") + first.all("source"))
    several = any(isinstance(form, NounForm) and form.number == "p" for form in forms)
    alone = "obj" in state.cue.frames and state.subject is not None and state.subject[0] == at - 1 and phrases.has_article(at - 1)
    return alone and several and phrases.has_article(at) and not phrases.is_adjective(at)


def _is_thing(grammar: Grammar, at: int) -> bool:
    """وانتقد القرار, كما انتقدت التعريف: a definite noun that nobody is; alone behind a verb with an object it is the object."""
    phrases, labels = grammar.phrases, grammar.tokens[at].word.labels
    if not phrases.has_article(at) or at in phrases.placed or labels & _SOMEBODY:
        return False
    return bool(labels & {"thing", "trigger", "basis", "masdar", "channel", "anonymity"}) or phrases.is_definite_masdar(at)


_SOMEBODY = frozenset({"source", "person", "country", "medium", "people", "demonym"})


def that_ahead(grammar: Grammar, state: Walk, at: int) -> bool:
    """أكد العميد ركن | طيار أحمد | أن: what stands between the speaker and أن, no verb or comma between, goes on with who he is.

    أوضحت ليلى حداد | مساعدة الوزير لشؤون الشمال، | أن: so does an office and what it is for.
    """
    if "that" not in state.cue.frames:
        return False
    for k in range(at, min(state.limit, at + _TO_THAT)):
        if grammar.parts[k] == THAT:
            that = grammar.tokens[k]
            joined = grammar.phrases.preposition_of(that) or that.word.conjunction or that.norm.startswith("ب")
            return not joined and grammar.parts[k - 1 - grammar.is_comma(k - 1)] == NOUN
        phrases = grammar.phrases
        closes = grammar.is_comma(k) and k + 1 < state.limit and grammar.parts[k + 1] == THAT
        if _is_told_to(grammar, k) or closes or grammar.tokens[k].norm in _AFFAIRS:
            continue
        if phrases.is_participle_cue(k) or phrases.preposition_of(grammar.tokens[k]) or grammar.parts[k] in _NO_NAME:
            return False
    return False


def _is_told_to(grammar: Grammar, at: int) -> bool:
    """لـ«الشروق»: a paper to which the speaker said it, and its marks."""
    token = grammar.tokens[at]
    marks = at in grammar.layout.opening or at in grammar.layout.closing
    return marks or token.norm == "ل" or (token.word.preposition == "ل" and "medium" in token.word.labels)


_TO_THAT = 14
_AFFAIRS = frozenset({"لشؤون", "للشؤون", "لشئون", "للشئون"})
_NO_NAME = frozenset({VERB, RELATIVE, PREPOSITION, SIGN_PART})


def awaited(grammar: Grammar, state: Walk, at: int) -> bool:
    """أعلن رئيس المجلس، علي داود، | تقدم القوات, أدانت المنظمة الخميس، | قصف المدينة: behind a closed aside or a time and a comma
    a form that may be a deed is the object, no verb.
    """
    known = state.subject is not None or not state.needs_subject
    claimed = state.cue.frames & {"masdar", "obj"} and known and not grammar.tokens[at].word.conjunction
    timed = state.subject is not None and state.subject[1] in grammar.date_at and at - 2 in grammar.phrases.dated
    beside = state.subject is not None and state.subject[1] == at - 1 and not that_ahead(grammar, state, at)
    apart = state.commas > 1 or timed or beside
    closed = (apart and grammar.is_comma(at - 1)) or grammar.tokens[at - 1].raw in ("-", "–", "—")
    closed = closed or _behind_aside(grammar, state, at)
    if not claimed or not closed or at + 1 >= state.limit or grammar.parts[at + 1] not in (NOUN, NUMERAL):
        return False
    word = grammar.tokens[at].word
    return "masdar" in word.labels or any(
        found.sense.part == "noun" for found in word.all("trigger") + word.all("cue") + word.all("light")
    )


def _behind_aside(grammar: Grammar, state: Walk, at: int) -> bool:
    """أدان الوزير في بيان له اليوم | قصف المستشفى: behind when or in what he says so, before a definite noun."""
    behind = state.subject[1] if state.subject is not None else state.start
    if at + 1 >= state.limit or at - 1 <= behind - (state.subject is None) or that_ahead(grammar, state, at):
        return False
    if grammar.tokens[at].word.core in _OF_CHANNEL or (state.subject is None and state.needs_subject):
        return False
    aside = (
        at - 1 in grammar.phrases.dated
        or (state.subject is None and grammar.parts[at - 1] == ADVERB)
        or (state.adjunct is not None and state.adjunct[1] == at)
    )
    aside = aside or grammar.tokens[at - 1].norm in _HIS or (not state.commas and grammar.is_comma(at - 1))
    return aside and (grammar.phrases.has_article(at + 1) or at + 1 in grammar.phrases.placed)


_HIS = frozenset({"له", "لها", "لهم"})
_OF_CHANNEL = word_list("told of a channel")


def behind_comma(grammar: Grammar, state: Walk, at: int) -> bool:
    """استبعد رئيس الحكومة، | احتمال التأجيل: an object behind the comma that closes the speaker, with no other comma behind."""
    papers = state.cue.act == "deny" and grammar.group(at, "source") == "document"  # نفى الحزب، | تقريرا عن انسحابه
    if state.subject is not None and grammar.is_comma(at - 1) and (papers or _is_condemned(grammar, state, at)):
        return True
    if state.subject is None or not grammar.is_comma(at - 1) or grammar.phrases.has_article(at):
        return False
    if grammar.tokens[at].word.labels & {"source", "person", "country", "medium", "adjective"} or grammar.phrases.is_adjective(at):
        return False
    behind = range(at + 1, state.limit)
    return not any(grammar.is_comma(k) for k in behind) and not any(grammar.parts[k] == THAT for k in behind)


def _is_condemned(grammar: Grammar, state: Walk, at: int) -> bool:
    """دان الأمين العام أمس، | هذه الجريمة، وقال, بأشد العبارات، | الجريمة: behind how or when somebody condemns it."""
    if state.cue.act != "condemn" or state.subject is None or grammar.tokens[at].word.conjunction:
        return False
    labels = grammar.tokens[at].word.labels
    pointed = grammar.parts[at] == DEMONSTRATIVE or (grammar.phrases.has_article(at) and "trigger" in labels)
    apart = state.start < state.subject[1] < at - 1 and grammar.phrases.has_article(at)
    return pointed or (apart and not labels & {"source", "person", "country", "medium"})


def is_shown(grammar: Grammar, state: Walk, at: int) -> bool:
    """أظهر مقطع فيديو | جنودا وهم يتجولون: whoever or whatever a film or picture shows, behind it."""
    if state.subject is None or not state.cue.frames & CLAIMED or grammar.parts[at] != NOUN or at < state.subject[1]:
        return False
    film = grammar.group(state.subject[0], "source") == "document"
    return film and not grammar.is_comma(at - 1) and grammar.phrases.can_be_shown(at)


def is_seen_in(grammar: Grammar, state: Walk, at: int) -> bool:
    """يظهر | في التسجيل | احتراق المزرعة: the film in which something is seen tells it."""
    if state.cue.lemma != "أظهر" or state.subject is not None or not state.needs_subject or grammar.tokens[at].norm != "في":
        return False
    return at == state.start + 1 and grammar.group(at + 1, "source") == "document"


def is_aim_of_body(grammar: Grammar, state: Walk, at: int) -> bool:
    """دعت بعثة الأمم المتحدة | للدعم في ليبيا | إلى الهدوء, اللجنة الوطنية | لمكافحة الفساد: what a body is there for, if إلى still
    stands behind it.
    """
    subject, word = state.subject, grammar.tokens[at].word
    if subject is None or subject[1] != at or word.preposition != "ل" or "الي" not in state.cue.preps:
        return False
    if not word.article and not (at - 1 > subject[0] and grammar.phrases.is_adjective(at - 1)):
        return False
    body = grammar.group(subject[0], "source") in ("organ", "group")
    return body and any(
        grammar.layout.norms[k] == "الي" and grammar.layout.norms[k + 1 : k + 2] != ["جانب"]
        for k in range(at + 1, min(state.limit, at + _SERVICE))
    )


_SERVICE = 6


def is_seat(grammar: Grammar, state: Walk, at: int) -> bool:
    """نددت الجالية | بالمملكة | بالهجوم, أفاد مدير المكتب | بالمنطقة | بأن: where the speaker is, if ب stands behind it again."""
    word = grammar.tokens[at].word
    if state.subject is None or state.subject[1] != at or word.preposition != "ب":
        return False
    if word.core not in _SEATS and at not in grammar.phrases.placed:
        return False
    end = grammar.phrases.end(at, state.limit, SUBJECT)
    end = grammar.date_at[end].end if end in grammar.date_at else end
    return end < state.limit and (grammar.phrases.preposition_of(grammar.tokens[end]) == "ب" or grammar.layout.norms[end] == "بان")


_SEATS = word_list("seat of a speaker")


def is_of_adjunct(grammar: Grammar, state: Walk, at: int) -> bool:
    """قالت الوزيرة خلال الإعلان | عن التهم | «...»: عن belongs to a noun of saying right before it, behind a verb of saying."""
    if state.cue.detail != "say" or state.adjunct is None or state.adjunct[0] != at - 1:
        return False
    entries = (found.sense.entry for found in grammar.tokens[at - 1].word.all("cue", "noun"))
    return any(isinstance(entry, Cue) and "عن" in entry.preps for entry in entries)


def is_far(grammar: Grammar, state: Walk, at: int) -> bool:
    """رد الوزير على من يشكك في الأمر | مبينا أن: far behind the verb and its speaker أن goes with the participle.

    In تحدث إلى الصحيفة أمس قائلا إن he says what the verb tells of.
    """
    behind = state.subject[1] if state.subject is not None and state.subject[0] > state.start else state.start + 1
    return grammar.phrases.is_accusative(at) and at - behind > _BESIDE and grammar.tokens[at].word.core not in _SAYING


_BESIDE = 4
_SAYING = frozenset({"قائلا", "قائله", "قائلين"})


def is_announced(grammar: Grammar, state: Walk, at: int) -> bool:
    """أعلنت الحركة | أسماء الأسرى, أعلنت واشنطن أمس | حزمة مساعدات: what is made known, though it is no deed."""
    return state.subject is not None and is_made_known(grammar, state.cue, at) and is_behind_speaker(grammar, state, at)


def is_made_known(grammar: Grammar, cue: Cue, at: int) -> bool:
    """| خطة, | نتائج, | برنامجا: what one announces, though it is no deed."""
    word = grammar.tokens[at].word
    listed = word.core in _ANNOUNCED or (grammar.phrases.is_accusative(at) and word.core.removesuffix("ا") in _ANNOUNCED)
    return cue.detail == "announce" and listed and not (word.conjunction or word.preposition)


_ANNOUNCED = word_list("announced")


def is_behind_speaker(grammar: Grammar, state: Walk, at: int) -> bool:
    """أعلنت الحركة | نيتها, أعلنت الحركة أمس | نيتها, أعلنت الحركة، في بيان، | نيتها: right behind whoever speaks, or behind when
    and where he said so; behind the verb where he stands before it (كانت واشنطن قد أعلنت الخميس | حزمة مساعدات).
    """
    if state.is_behind_subject(at):
        return True
    ahead = state.subject is not None and state.subject[1] <= state.start
    behind = state.subject[1] if state.subject is not None and state.subject[0] > state.start else at
    behind = state.start + 1 if ahead else behind
    where = {k for passed in (state.channel, state.adjunct) if passed is not None for k in range(passed[0] - 1, passed[1])}
    where |= {k for k in range(behind, at) if grammar.parts[k] == PREPOSITION and k + 1 in grammar.phrases.dated}  # في | مطلع مايو
    aside = (
        k in grammar.phrases.dated or k in where or grammar.parts[k] == ADVERB or grammar.is_comma(k) for k in range(behind, at)
    )
    return (behind < at or (ahead and behind == at)) and all(aside)


def with_lack(grammar: Grammar, state: Walk, at: int) -> int:
    """أكد المتحدث | عدم صحة الأنباء: what is said begins with the word that denies it."""
    return at - 1 if at - 1 > state.start and grammar.tokens[at - 1].norm == "عدم" else at
