"""Whom a reporting verb can have as listener or addressee, and who is no addressee but speaks himself."""

from __future__ import annotations

from riwaya.lang.ar.gazetteer import state_of_capital
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import NOUN, PREPOSITION, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.asides import anonymity_end
from riwaya.read.clauses.clauses import guessed_form, subject_of
from riwaya.read.grammar import Grammar
from riwaya.read.phrases.envoys import MEDIA, TOLD_TO
from riwaya.read.phrases.manners import SUBJECT, Manner
from riwaya.read.sayings.attribution import is_deed_too
from riwaya.read.sayings.walks import Walk
from riwaya.read.words.given import HELD

_MEETINGS = word_list("where somebody speaks")


def can_listen(grammar: Grammar, state: Walk, at: int) -> bool:
    """Whether somebody is told: للصحافيين; no aim (لمواجهة العنف), nobody whose paper or meeting it is (في بيان للوزارة)."""
    word = grammar.tokens[at].word
    if state.channel is not None and at == state.channel[1]:
        paper = grammar.tokens[state.channel[0]].word
        own = grammar.group(state.channel[0], "source") == "document" or paper.core in _MEETINGS or "تغريد" in paper.core
        if own and not word.labels & {"medium", "addressee"} and grammar.group(at, "source") not in ("media", "witness"):
            return False
    if _goes_with_occasion(grammar, state, at) or _is_of_office(grammar, state, at):
        return False
    if word.labels & {"person", "source", "country", "medium", "addressee"} or word.norm in TOLD_TO:
        return True
    deed = grammar.phrases.is_deed_noun(at) or is_deed_too(word.core)
    return not deed and not word.labels & {"thing", "timeword", "measure"}


def _is_of_office(grammar: Grammar, state: Walk, at: int) -> bool:
    """في رسالة إلى رئيس المجلس والأمين العام | للأمم المتحدة: what an office serves to which somebody writes."""
    adjunct = state.adjunct
    if adjunct is None or adjunct[1] != at or grammar.tokens[at].word.labels & {"medium", "addressee"}:
        return False
    return any(grammar.phrases.is_title(k) for k in range(*adjunct)) and grammar.phrases.has_article(at - 1)


def _goes_with_occasion(grammar: Grammar, state: Walk, at: int) -> bool:
    """أعلن خلال زيارة | للعراق, بعد استقباله | للوفد: right behind an event in which something is said it is no listener.

    So too behind one that he leads or attends (لدى ترؤسه اجتماعا | للحكومة).
    """
    if state.adjunct is None or state.adjunct == state.channel:
        return False
    led = at - 1 == state.adjunct[1] and grammar.phrases.is_accusative(at - 1)
    if not led and at != state.adjunct[1]:
        return False
    listens = grammar.tokens[at].word.labels & {"medium", "addressee"} or grammar.group(at, "source") in ("media", "witness")
    return not listens and grammar.phrases.is_event_noun(at - 1 if led else state.adjunct[0])


def told_end(grammar: Grammar, at: int, end: int) -> int:
    """قال لوكالة رويترز | سالم النور إن, قال لصحيفة الأفق | المتحدث باسم الجيش: behind the name of a medium begins who speaks."""
    phrases = grammar.phrases
    noun = grammar.group(at, "source") == "media"
    for k in range(at + 1 + (noun and not grammar.tokens[at].word.article), end):
        word, before = grammar.tokens[k].word, grammar.tokens[k - 1].word
        whole = "medium" in before.labels or before.norm in TOLD_TO or before.core in _SECOND_WORDS or (noun and before.article)
        office = _is_office(grammar, k)
        whole = whole or office
        if not whole or "medium" in word.labels or word.core in _SECOND_WORDS or grammar.parts[k] != NOUN:
            continue
        full = (
            phrases.is_name(k) and k + 1 < len(grammar.tokens) and grammar.parts[k + 1] == NOUN and not phrases.is_adjective(k + 1)
        )
        if full or office or grammar.group(k, "source") in _SPEAKERS:
            return k
    return end


def _is_office(grammar: Grammar, at: int) -> bool:
    """قال للصحفيين | الجنرال سالم الهاني إن, لوكالة الأنباء | متحدث باسم الجيش إن: an office behind the article, أن to come."""
    phrases = grammar.phrases
    office = (
        (phrases.is_title(at) or grammar.group(at, "source") in _SPEAKERS)
        and not phrases.is_adjective(at)
        and not grammar.tokens[at].word.conjunction
    )
    known = at in phrases.named and at - 1 not in phrases.named and grammar.parts[at + 1 : at + 2] == [THAT]
    return phrases.has_article(at - 1) and (known or (office and phrases.that_comes(at + 1)))


_SPEAKERS = frozenset({"title", "rank", "anonymous", "witness"})

_SECOND_WORDS = word_list("second word of a medium")


def past_cause(grammar: Grammar, at: int, end: int, limit: int) -> int:
    """أوعز المرصد | لحقوق الإنسان | بسحب مراقبيه: the rights a body is named by are part of it; نفت موسكو | صحة الأنباء: not so."""
    told = next((k for k in range(at + 1, end) if _is_told_body(grammar, k)), end)  # قال الوزير | للجنة الشؤون الخارجية
    if told < end and grammar.phrases.is_complete(told - 1) and not grammar.phrases.is_adjective(told - 1):
        return told
    held = next((k for k in range(at + 1, end) if grammar.tokens[k].norm in HELD and grammar.phrases.is_complete(k - 1)), end)
    if held < end:
        return held
    rights = end < limit and grammar.tokens[end].norm == "لحقوق"
    return grammar.phrases.end(end, limit, SUBJECT) if rights else end


def _is_told_body(grammar: Grammar, at: int) -> bool:
    """للجنة, للجان: ل before a body whose own first letter is ل."""
    word = grammar.tokens[at].word
    return word.norm.startswith("لل") and not word.article and grammar.group(at, "source") == "organ"


def committee_end(grammar: Grammar, at: int, limit: int) -> int:
    """قال | للجنة الشؤون الخارجية |: the end of a committee that is told; 0 where it has the article (للجنة الأمنية).

    Behind ل the word is written alike with the article and without; a genitive behind it shows that it has none.
    """
    if at + 1 >= limit or not grammar.committee_told(at):
        return 0
    return grammar.phrases.end(at + 1, limit, _TOLD)


def medium_told(grammar: Grammar, start: int, end: int) -> tuple[int, int] | None:
    """كما قال مصدر طبي | للجزيرة, حسبما أفاد | لوكالة رويترز | شهود: the medium that is told, in a stretch of tokens."""
    for at in range(start, end):
        word = grammar.tokens[at].word
        medium = word.norm in TOLD_TO or "medium" in word.labels or (word.preposition and word.core in MEDIA)
        if medium and grammar.phrases.preposition_of(grammar.tokens[at]) == "ل" and grammar.phrases.begins(at):
            return at, told_end(grammar, at, grammar.phrases.end(at, grammar.limit(at), _TOLD))
    return None


def talked_to(grammar: Grammar, at: int, limit: int) -> tuple[tuple[int, int] | None, int]:
    """وفق مصدر | تحدث للجزيرة طالبا عدم ذكر اسمه | ، فإن: the medium that a cited speaker has talked to, and what stands behind.

    Without such a verb, the medium that is told right there, and what stands behind that.
    """
    first = at + 1 if at + 1 < limit and grammar.tokens[at].word.core in _TALKED else at
    listener = medium_told(grammar, first, min(first + 1, limit))
    if listener is None and at < first < limit - 1 and grammar.layout.norms[first] in ("ل", "الي"):
        marked, whom = grammar.phrases.in_marks(first + 1, limit), grammar.phrases.begins(first + 1)
        listener = marked or ((first + 1, grammar.phrases.end(first + 1, limit, _TOLD)) if whom else None)
    if listener is None or first == at:
        return listener, at if listener is None else listener[1]
    hidden = next((k for k in range(listener[0] + 1, listener[1] + 1) if anonymity_end(grammar, k) > k), listener[1])
    behind = anonymity_end(grammar, hidden)
    return (listener[0], hidden), behind + (behind in grammar.layout.opening)


_TALKED = frozenset({"تحدث", "تحدثت", "تحدثوا", "تحدثا", "تحدثن"})


def past_listener(grammar: Grammar, at: int, limit: int) -> int:
    """كما قال مصدر في الجيش | للقناة: behind whoever was told, if somebody is."""
    told = medium_told(grammar, at, min(at + 1, limit))
    if at >= limit or told is not None:
        return at if told is None else told[1]
    word = grammar.tokens[at].word
    if word.norm in MEDIA and grammar.phrases.is_adjective(at - 1):  # كما أفاد مصدر أمني | وكالة الأنباء
        return grammar.phrases.end(at, limit, _TELLER)
    if word.preposition != "ل" or not word.labels & {"medium", "addressee", "source"}:
        return at
    return grammar.phrases.end(at, limit, _TELLER) if grammar.phrases.begins(at) else at


_TELLER = Manner(stops=frozenset({"ب", "عن", "علي", "الي"}))
_TOLD = Manner(stops=frozenset({"ب", "ل", "عن", "علي", "الي"}))


def whoever_end(grammar: Grammar, state: Walk, at: int) -> int:
    """وتحذر | كل من يخالف قرار الحظر | بأن: where everybody of a kind ends who is addressed; else the token."""
    behind = at + 2
    if not state.cue.whom or grammar.layout.norms[at:behind] != ["كل", "من"] or behind >= state.limit:
        return at
    word = grammar.tokens[behind].word
    verb = word.norm.startswith(("ت", "ي")) and not word.article and not word.labels & {"source", "person", "country"}
    if not (verb or grammar.parts[behind] == VERB) or behind in grammar.phrases.placed:
        return at
    stops = (
        k
        for k in range(behind + 1, state.limit)
        if grammar.is_sign(k) or grammar.parts[k] == THAT or _opens_matter(grammar, state, k)
    )
    return next(stops, at)


def _opens_matter(grammar: Grammar, state: Walk, at: int) -> bool:
    """كل من يخالف | بالضرب, كل من يملك سلاحا | إلى تسليمه: what they are told or asked for begins here."""
    if grammar.parts[at] == PREPOSITION and grammar.tokens[at].word.core in state.cue.whom | state.cue.preps:
        return True
    phrases = grammar.phrases
    deed = phrases.is_event_noun(at) or phrases.is_definite_masdar(at) or phrases.is_masdar(at)
    threatened = state.cue.act == "threaten" and not grammar.tokens[at].word.labels & {"person", "source", "thing"}
    return phrases.preposition_of(grammar.tokens[at]) == "ب" and (deed or threatened)


def always_beside(grammar: Grammar, index: int) -> bool:
    """خوان مانويل | سانتوس: a name that never stands without the one behind it is a first name; دعا الرئيس أوباما | بوتين."""
    behind = grammar.layout.words_behind.get(grammar.tokens[index - 1].norm, set())
    return behind <= {grammar.tokens[index].norm}


def introduces(grammar: Grammar, subject: tuple[int, int]) -> bool:
    """وهدد قيادي في الحركة، باللجوء إلى القضاء: an office or source in the singular, new to the report, speaks."""
    at = subject[0]
    if grammar.group(at, "source") not in ("title", "anonymous") or grammar.phrases.is_definite(at) or subject[1] - at < 2:
        return False
    form = grammar.tokens[at].word.analyses[0].sense.form
    described = grammar.phrases.is_adjective(at + 1) and not grammar.phrases.is_definite(at + 1)
    single = isinstance(form, NounForm) and form.number == "s" and not form.accusative
    return single and (described or grammar.parts[at + 1] == PREPOSITION)


def nobody_before(grammar: Grammar, verb: int) -> bool:
    """قصفت الطائرات البلدة، وطالب السكان بالمغادرة: no verb before agrees, so the subject stands behind and nobody is addressed.

    قصفت الطائرات البلدة، وتوعدت أنقرة بالرد: so too where what did something before cannot speak.
    إنفاذا للتوجيهات، وأمر الأمير سالم الهاني بإرسال القافلة: and where nobody did anything before one with a form of address.
    """
    first = grammar.layout.sentence(verb).start
    others = [k for k in range(first, verb) if grammar.parts[k] == VERB]
    if not others and verb + 1 < len(grammar.tokens) and grammar.phrases.is_honour(verb + 1):
        return True
    genders = (guessed_form(grammar, verb).gender, "c")
    if _calls_on_capital(grammar, verb):
        return False
    if _in_series(grammar, others, genders):
        return True
    return bool(others) and not any(guessed_form(grammar, k).gender in genders and not _of_a_thing(grammar, k) for k in others)


def _in_series(grammar: Grammar, others: list[int], genders: tuple[str, str]) -> bool:
    """ونددت روسيا بالقصف، | وطالب البرلمان بوقفه: the last who spoke with و, by name, is of the other gender: each speaks anew."""
    said = (k for k in reversed(others) if "cue" in grammar.tokens[k].word.labels and grammar.tokens[k].word.conjunction == "و")
    last = next(said, None)
    return last is not None and subject_of(grammar, last) is not None and guessed_form(grammar, last).gender not in genders


def _calls_on_capital(grammar: Grammar, verb: int) -> bool:
    """وطالب | أنقرة بسحب قواتها: behind a verb in the masculine a capital, which is feminine, is called on."""
    at = verb + 1
    word = grammar.tokens[at].word if at < len(grammar.tokens) else None
    capital = word is not None and bool(state_of_capital(word.core, word.article))
    return capital and guessed_form(grammar, verb).gender == "m" and not grammar.phrases.is_title(at)


def _of_a_thing(grammar: Grammar, verb: int) -> bool:
    """Whether the subject of a verb is a thing or a deed."""
    subject = subject_of(grammar, verb)
    labels = grammar.tokens[subject[0]].word.labels if subject is not None else frozenset[str]()
    return bool(labels & {"thing", "trigger"}) and not labels & {"source", "person", "country", "medium"}


def shown_subject(grammar: Grammar, index: int) -> bool:
    """وطالب المحتجون بـ: the nominative of people cannot be whom the verb addresses."""
    word = grammar.tokens[index].word
    return word.bare.endswith("ون") and "person" in word.labels


def past_part(grammar: Grammar, state: Walk, at: int, preps: frozenset[str]) -> int:
    """توعد المشاركين | في الهجوم | بالعقاب: behind what an addressee had a part in, where the verb's preposition follows."""
    led = at + 1 < state.limit and grammar.parts[at] == PREPOSITION and grammar.tokens[at].word.core in _PART_IN - preps
    if not led or state.addressee is None or grammar.phrases.preposition_of(grammar.tokens[state.addressee[0]]):
        return at
    end = grammar.phrases.end(at + 1, state.limit, Manner(preps, split=True)) if grammar.phrases.begins(at + 1) else at
    return end if at < end < state.limit and grammar.phrases.preposition_of(grammar.tokens[end]) in preps else at


_PART_IN = frozenset({"في", "عن"})
