"""What follows a reporting verb: its subject, whom it addresses, where its content begins.

A frame of the cue table says how the content is joined (that, a quotation, a preposition, a masdar as object, an object
that is the addressee). The walk from the verb to the content passes over times, channels, brackets and insertions.
"""

from __future__ import annotations

from functools import cache

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import ADVERB, CONTRAST, NEGATION, PREPOSITION, RELATIVE, SUBORDINATOR, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.adverbials import past_when
from riwaya.read.clauses.around import names_terms
from riwaya.read.clauses.asides import anonymity_end, called_end, ends_insertion, past_beside, past_participle, past_time_clause
from riwaya.read.cues.addressees import accused_that, has_addressee, late_addressee
from riwaya.read.cues.complements import CHANNEL, asked, only_genitive, past_naming, phrase, within_reach
from riwaya.read.cues.facing import FACING, faced
from riwaya.read.cues.late import far_behind
from riwaya.read.cues.quoted import LABEL_TOKENS, quotation, speaks_himself
from riwaya.read.cues.relayed import cited, passes_on, past_dashes, rests_on, who_wrote
from riwaya.read.grammar import ABOUT_WHAT, Grammar, Range
from riwaya.read.phrases.manners import Manner
from riwaya.read.sayings.channels import before_object, carries_channel, past_carrier, past_copy, past_occasion, tells_of_paper
from riwaya.read.sayings.described_films import whole_film
from riwaya.read.sayings.met_first import goes_with_adjunct, is_elsewhere, is_nearness
from riwaya.read.sayings.midway import asked_when, describes, goes_on_straight, past_clause_of_that, past_doing, tells_who
from riwaya.read.sayings.objects import awaited, is_aim_of_body, is_far, is_of_adjunct, is_seat, is_seen_in, object_in_subject
from riwaya.read.sayings.occasions import closes_aside, once_before, past_setting, past_shown
from riwaya.read.sayings.offices import whole_speaker
from riwaya.read.sayings.own_relatives import past_own_saying
from riwaya.read.sayings.posts import notes_deed
from riwaya.read.sayings.silent_marks import is_clock, names_work
from riwaya.read.sayings.talked_to import past_talk, says_which
from riwaya.read.sayings.turning import is_praised
from riwaya.read.sayings.walks import Walk
from riwaya.read.words.given import HELD

_WINDOW, _TO_OBJECT, _NEAR = 60, 12, 7
_NOT_THAT, _OWN_ABOUT, _HOW = map(word_list, ("takes that itself", "takes about itself", "asking how"))
_WITH_PRONOUN = word_list("preposition with pronoun")


def walk(grammar: Grammar, index: int, cue: Cue, form: VerbForm | None, subject: Range | None, free: bool = True) -> Walk:
    """Walk from the cue at a token to its content.

    ``subject`` is one already known from before the verb; ``form`` is None for a participle or masdar. ``free``: a subject
    may stand behind the verb.
    """
    state = Walk(cue, index, min(grammar.limit(index), index + _WINDOW), subject)
    state.needs_subject = free and form is not None and subject is None and form.person != 1 and form.number not in _SEVERAL
    at = index + 1
    while at < state.limit and state.content is None:
        following = _step(grammar, state, at, form)
        if following <= at:
            break
        at = following
    object_in_subject(grammar, state)
    whole_speaker(grammar, state)
    whole_film(grammar, state)
    far_behind(grammar, state, form is not None)
    return state


_SEVERAL = ("d", "p")  # أكدوا, أكدتا: a verb that shows how many do it has its subject before it


def _step(grammar: Grammar, state: Walk, at: int, form: VerbForm | None) -> int:
    """Look at one token of the walk; the token to look at next, the same one to give up."""
    part = grammar.parts[at]
    if part == THAT:
        return _complementiser(grammar, state, at)
    asides = past_beside(grammar, at, state.limit), past_doing(grammar, state, at)
    if (spoken := max(*asides, past_setting(grammar, state, at), past_shown(grammar, state, at))) > at:
        return spoken
    if grammar.is_sign(at):
        return _sign(grammar, state, at)
    if at in grammar.date_at:
        return grammar.date_at[at].end
    waits = bool(state.cue.whom) and state.addressee is None
    if waits and has_addressee(grammar, state, at) and late_addressee(grammar, state, at):
        return at + 1
    if passes_on(grammar, state, at):
        return cited(grammar, state, at + 1)
    if (content := _frame_preposition(grammar, state, at)) is not None and within_reach(grammar, state, at):
        state.found("about", content)
        return content
    if state.cue.whom and state.subject is not None and state.addressee is None and late_addressee(grammar, state, at):
        return at + 1
    behind = past_naming(grammar, state, at)
    return behind if behind > at else _part_step(grammar, state, at, form)


def _part_step(grammar: Grammar, state: Walk, at: int, form: VerbForm | None) -> int:
    """The rest of a step, by the token's part of speech."""
    part = grammar.parts[at]
    how = grammar.tokens[at].word.core in _HOW and state.cue.frames & {"that", "obj", "quote"}
    lest = part == NEGATION and grammar.tokens[at].raw.endswith("ألا") and state.cue.frames & {"that", "whom:obj", "whom:to"}
    if how or lest or speaks_himself(grammar, state, at) or goes_on_straight(grammar, state, at):
        state.found("that", at)
        return at + 1
    if grammar.phrases.is_participle_cue(at) and (state.commas or is_far(grammar, state, at)):
        return past_participle(grammar, at, state.limit) if state.commas else at
    known = state.subject is not None or grammar.tokens[at - 1].norm in _IN_IT  # ورد ببيان استنكر | فيه | ما حدث
    if (grammar.tokens[at].norm == "ما" and known and _is_called_so(grammar, at + 1, state)) or is_nearness(grammar, state, at):
        state.found("object", at)
        return at + 1
    if part == PREPOSITION or "according" in grammar.tokens[at].word.labels:
        return _adjunct(grammar, state, at)
    if grammar.tokens[at].word.core in FACING and state.addressee is None:
        return faced(grammar, state, at)
    if part in (RELATIVE, SUBORDINATOR, CONTRAST) or tells_who(grammar, state, at):
        return _insertion(grammar, state, at)
    if part == VERB and awaited(grammar, state, at):
        state.found("object", at)
        return at + 1
    if part == VERB:
        return _verb(grammar, state, at)
    turn = "switch" in grammar.tokens[at].word.labels  # أكد الوزير بدوره دعمه
    return phrase(grammar, state, at, form) if grammar.phrases.begins(at) and not turn else at + 1


def _is_called_so(grammar: Grammar, at: int, state: Walk) -> bool:
    """رفض ما وصفه بالتدخل, استنكر ما حدث, نفى ما تردد: a clause with ما as object, of telling if nothing is denied or condemned."""
    if at >= state.limit or not state.cue.frames & {"obj", "masdar", "attack"}:
        return False
    if grammar.phrases.preposition_of(grammar.tokens[at]) == "ل":  # أكد الوزير ما | للحوار من أهمية
        return "من" in grammar.layout.norms[at + 1 : at + _NEAR]
    plain = grammar.parts[at] == VERB or not grammar.tokens[at].word.labels
    if plain and state.cue.act in ("condemn", "deny"):  # نفى ما | تناقلته الصحف: no table has every verb
        return True
    found = grammar.tokens[at].word.find("cue", "verb") if grammar.parts[at] == VERB else None
    return grammar.tokens[at].norm in _CALLED or (found is not None and bool(found.pronoun))


_CALLED, _IN_IT = word_list("calls it so"), frozenset({"فيه", "فيها"})


def _complementiser(grammar: Grammar, state: Walk, at: int) -> int:
    """إن، أن، بأن: the content begins behind it, unless it belongs to إلا أن، غير أن، بعد أن ..."""
    before = grammar.tokens[at - 1].word.core if at > state.start + 1 else ""
    loose = before == "ذلك" and bool(grammar.phrases.preposition_of(grammar.tokens[at]) or grammar.tokens[at].norm.startswith("ب"))
    loose = loose or once_before(grammar, at)
    until = before == "من" or (before == "الي" and state.cue.act != "demand")
    if (before in _NOT_THAT and not loose) or (until and before not in state.cue.preps | state.cue.whom):
        return past_clause_of_that(grammar, state, at)
    frames = state.cue.frames
    if grammar.tokens[at].word.conjunction == "و":  # يعتبر العمل تهديدا، وإننا نبعث: a second content, of another verb
        return at
    wanted = frames & {"that", "to", "whom:that", "whom:to", "push"} or state.cue.preps
    if not wanted:
        return at
    accused_that(grammar, state, at)
    state.found("that", _judgement(grammar, state, at) or at + 1)
    return at + 1


def _judgement(grammar: Grammar, state: Walk, at: int) -> int | None:
    """قال البيان، من المؤسف أن, أضاف: من الضروري أن: a judgement with من before أن is said too."""
    first = state.subject[1] if state.subject is not None and state.subject[0] > state.start else state.start + 1
    for k in range(max(first, at - 4), at - 1):
        judged = grammar.phrases.has_article(k + 1) and not grammar.tokens[k + 1].word.labels & {"source", "person", "timeword"}
        if grammar.tokens[k].norm == "من" and judged and k + 1 not in grammar.phrases.placed:
            return k if k == first or grammar.is_sign(k - 1) else None
    return None


def _sign(grammar: Grammar, state: Walk, at: int) -> int:
    raw = grammar.tokens[at].raw
    if grammar.is_comma(at):
        state.commas += not closes_aside(grammar, state, at)
    if raw == ":" and not (is_clock(grammar, at) or names_work(grammar, at + 1)):
        if state.cue.frames & {"quote", "that", "speech"} or at == state.start + 1:
            behind = at + 1
            spoken = behind < state.limit and grammar.parts[behind] == THAT
            state.found("colon", behind + 1 if spoken and behind not in grammar.layout.closing else behind)
        return at + 1
    if at in grammar.layout.closing:
        if grammar.phrases.is_event_noun(at + 1) and _frame_preposition(grammar, state, at + 1) == at + 1:
            state.found("about", at)  # نددت اللجنة | "بالقمع الوحشي" للمتظاهرين
            return at
        return quotation(grammar, state, at)
    if at in grammar.layout.brackets:
        return grammar.skip_bracket(at)
    return past_dashes(grammar, state, at)


def _frame_preposition(grammar: Grammar, state: Walk, at: int) -> int | None:
    """Where the content begins if the token is the preposition that the verb asks for (أشار إلى، أفاد بـ، تحدث عن)."""
    token, preps = grammar.tokens[at], state.cue.preps
    if ABOUT_WHAT.get(token.norm) in preps and state.cue.detail != "say":
        return None if grammar.is_comma(at - 1) else at
    free = grammar.parts[at] == PREPOSITION and token.word.core in preps and not token.word.conjunction
    if free and not is_elsewhere(grammar, state, at):
        own = grammar.tokens[at - 1].word.core in _OWN_ABOUT and not _stands_alone(grammar, state, at)
        if token.word.core == "عن" and (own or _says_who(grammar, state, at) or is_of_adjunct(grammar, state, at)):
            return None
        if token.word.core == "عن" and "that" in state.cue.frames and _that_close(grammar, state, at + 1):
            return None
        if state.cue.act == "demand" and at + 1 in grammar.phrases.placed:
            return None
        if token.word.core == "عن" and state.cue.lemma == "أكد" and not (at + 1 < state.limit and _is_found(grammar, at + 1)):
            return None
        following = at + 1
        while following < state.limit and grammar.parts[following] == ADVERB:
            following += 1
        if following >= state.limit or (token.word.core == "من" and "switch" in grammar.tokens[following].word.labels):
            return None
        return following + 1 if grammar.parts[following] == THAT else following
    clitic = "ب" if is_praised(grammar, state.cue, at) else grammar.phrases.preposition_of(token)
    if not (clitic in preps or notes_deed(grammar, state, at, clitic)) or _leads_elsewhere(grammar, state, at, clitic):
        return None
    return at + 1 if token.norm == clitic else at


def _leads_elsewhere(grammar: Grammar, state: Walk, at: int, clitic: str) -> bool:
    """Whether a preposition on a word, though the verb asks for it, leads to whose something is, an aim, a seat or terms."""
    owned = only_genitive(grammar, at, clitic) or is_aim_of_body(grammar, state, at) or is_seat(grammar, state, at)
    tied = clitic == "ب" and grammar.phrases.is_tied(at - 1)  # أفادت الشبكة المرتبطة | بالمعارضة | أن
    return owned or tied or names_terms(grammar, at) or goes_with_adjunct(grammar, state, at)


def _stands_alone(grammar: Grammar, state: Walk, at: int) -> bool:
    """كشف المسؤول | عن خطة: with the article and nothing else said the office is the whole subject, unless أن is to come."""
    return state.subject == (at - 1, at) and grammar.phrases.has_article(at - 1) and not grammar.phrases.that_comes(at)


def _is_found(grammar: Grammar, at: int) -> bool:
    """أكدت مصادر عن تواجد مسلحين: an indefinite noun that is nobody, as what is confirmed."""
    named = grammar.tokens[at].word.labels & {"source", "person", "country", "medium"} or at in grammar.phrases.placed
    return grammar.phrases.is_masdar(at) or (not named and grammar.phrases.begins(at) and not grammar.phrases.is_definite(at))


def _that_close(grammar: Grammar, state: Walk, at: int) -> bool:
    """قالت جماعة للدفاع عن حقوق الإنسان | إن: with أن close behind, no verb or mark between, عن belongs to the noun before it."""
    for k in range(at + 1, min(state.limit, at + _TO_OBJECT)):
        closes = state.cue.lemma == "قال" and grammar.is_comma(k) and grammar.parts[k + 1 : k + 2] == [THAT]
        if grammar.tokens[k].raw == ":" or closes:
            return True
        if grammar.parts[k] == THAT:
            new = state.cue.lemma == "قال" or not grammar.phrases.is_event_noun(k - 1)  # قال عن الهجوم إنه فشل
            return new and not grammar.tokens[k].word.conjunction
        if grammar.parts[k] in (VERB, RELATIVE) or grammar.is_sign(k):
            return False
    return False


def _says_who(grammar: Grammar, state: Walk, at: int) -> bool:
    """قالت النائبة وهي عضو | عن الحزب | إن: between وهي and أن the clause says who the speaker is."""
    if state.subject is None or THAT not in grammar.parts[at : min(state.limit, at + _TO_OBJECT)]:
        return False
    return any(grammar.tokens[k].norm in ("وهو", "وهي") for k in range(state.subject[1], at))


@cache
def _adjunct_manner(cue: Cue) -> Manner:
    """The phrase of an adjunct ends before the prepositions that the verb asks for."""
    return changed(CHANNEL, stops=CHANNEL.stops | cue.preps)


def _adjunct(grammar: Grammar, state: Walk, at: int) -> int:
    """A preposition that the verb does not ask for: channel, time, place; its phrase is passed over."""
    inner = at + 1
    if inner >= state.limit or grammar.tokens[at].norm in _WITH_PRONOUN:
        return inner
    if rests_on(grammar, state, at):
        return cited(grammar, state, inner)
    if grammar.tokens[at].norm == "نقلا" and grammar.tokens[inner].norm == "عن" and inner + 1 < state.limit:
        return cited(grammar, state, inner + 1)
    if (behind := past_when(grammar, at, state.limit)) > at:
        return behind
    if not grammar.phrases.begins(inner):
        return past_time_clause(grammar, inner, state.limit) or who_wrote(grammar, state, inner)
    if "switch" in grammar.tokens[inner].word.labels:
        return inner + 1
    if grammar.tokens[at].word.core in state.cue.asked:
        return asked(grammar, state, inner)
    if state.cue.detail == "learn" and grammar.tokens[at].norm == "من" and state.subject is not None:
        return cited(grammar, state, inner)
    end = grammar.phrases.end(inner, state.limit, _adjunct_manner(state.cue))
    if "according" in grammar.tokens[at].word.labels and grammar.tokens[inner].word.labels & {"medium", "source"}:
        state.via.append((inner, end))
    end = before_object(grammar, state, inner, end)
    _note_channel(grammar, state, at, end)
    return end


def _note_channel(grammar: Grammar, state: Walk, at: int, end: int) -> None:
    """قال | في بيان, يظهر | في التسجيل: through what somebody speaks, or the film in which something is seen."""
    state.adjunct = (at + 1, end)
    if grammar.phrases.is_channel(at + 1):
        state.channel = state.adjunct
    if is_seen_in(grammar, state, at):
        state.subject = state.adjunct


def _insertion(grammar: Grammar, state: Walk, at: int) -> int:
    """A relative or subordinate clause between verb and content: on to the next comma or complementiser."""
    if grammar.parts[at] != RELATIVE and state.subject is None:
        return at
    behind = at + 1
    told = behind < state.limit and grammar.parts[behind] == VERB and "cue" in grammar.tokens[behind].word.labels
    if grammar.parts[at] == SUBORDINATOR and told and not asked_when(grammar, at):
        past = who_wrote(grammar, state, behind)
        return past if past > behind else at
    index = at + 1
    if (behind := max(anonymity_end(grammar, index), past_own_saying(grammar, at, state.limit))) > index:
        return behind
    while index < state.limit:
        if index > at + 2 and _object_behind_insertion(grammar, state, index):
            return index
        if ends_insertion(grammar, index, state.limit):
            return index
        if index in grammar.layout.closing and grammar.layout.closing[index] - index > LABEL_TOKENS:
            return index
        index += 1
    return index


def _object_behind_insertion(grammar: Grammar, state: Walk, index: int) -> bool:
    """The object behind a relative clause on the speaker: أعلن التحالف الذي ... وقفا, أكد خلال الاتصال الذي ... دعمه.

    So too what is held or asked for: طلبت رئيسة اللجنة التي شكلها المجلس | السماح بالدخول, أكد خبراء زاروا القرية | ضرورة.
    """
    word, phrases = grammar.tokens[index].word, grammar.phrases
    if not state.cue.frames & {"masdar", "obj"} or word.conjunction or not within_reach(grammar, state, index):
        return False
    governed = grammar.parts[index - 1] == PREPOSITION or phrases.preposition_of(grammar.tokens[index])
    if governed or word.labels & {"person", "source"} or not phrases.begins(index):
        return False
    whole = phrases.is_complete(index - 1) or phrases.is_name(index - 1) or phrases.is_name(index - 2)
    asked = whole and (word.core in HELD or (state.cue.act == "demand" and phrases.is_definite_masdar(index)))
    if asked or (phrases.is_masdar(index) and _is_whole(grammar, state, index - 1)):
        return True
    if phrases.is_accusative(index):
        return phrases.is_event_noun(index) or ("obj" in state.cue.frames and not phrases.is_adjective(index))
    return phrases.is_event_noun(index) and phrases.is_owned(index)


def _is_whole(grammar: Grammar, state: Walk, last: int) -> bool:
    """أعلن التحالف الذي تقوده السعودية | تنفيذ غارات: behind a definite noun or a time a deed is not in the clause before it."""
    if state.cue.detail == "find":
        return grammar.phrases.is_complete(last)
    whole = last in grammar.phrases.dated or last in grammar.phrases.placed or grammar.phrases.is_definite(last)
    whole = whole or grammar.parts[last] == ADVERB
    return whole and "masdar" in state.cue.frames


def _verb(grammar: Grammar, state: Walk, at: int) -> int:
    """Another verb before the content: only an insertion on the speaker (طلب عدم ذكر اسمه) may stand here."""
    if (behind := max(anonymity_end(grammar, at), past_occasion(grammar, state, at), past_talk(grammar, state, at))) > at:
        return behind
    if (behind := called_end(grammar, at)) > at:
        if state.subject is not None and state.subject[1] == at:  # ساكن آخر | يدعى سالم
            state.subject = (state.subject[0], behind)
        return behind
    if state.channel is not None and at == state.channel[1]:
        manner = at + 1 < state.limit and grammar.phrases.preposition_of(grammar.tokens[at + 1]) == "ب"
        return grammar.phrases.end(at + 1, state.limit, CHANNEL) if manner else past_copy(grammar, state, at)
    if tells_of_paper(grammar, state, at):
        return _insertion(grammar, state, at)
    if carries_channel(grammar, at):
        behind = past_carrier(grammar, state, at)
        waits = behind < state.limit and (grammar.phrases.is_masdar(behind) or grammar.phrases.is_accusative(behind))
        return behind if waits or not state.subject else _insertion(grammar, state, at)
    if (state.subject is None and state.needs_subject) or (
        "cue" in grammar.tokens[at].word.labels and not describes(grammar, state, at)
    ):
        return at
    if state.cue.lemma == "قال" and state.subject is not None and not state.commas and _goes_straight_on(grammar, state, at):
        state.found("that", at)
        return at + 1
    behind = _insertion(grammar, state, at)
    if state.subject is not None and says_which(grammar, state.subject, at):
        state.subject = (state.subject[0], behind)
    return behind


def _goes_straight_on(grammar: Grammar, state: Walk, at: int) -> bool:
    """قال الوزير يجب: the verb stands right behind the speaker, no وهو between."""
    sayings = grammar.tokens[at : state.limit]
    if state.addressee is not None or any(one.raw.startswith("إن") and one.norm.startswith("ان") for one in sayings):
        return False
    return state.subject is not None and at - state.subject[1] <= 1 and grammar.tokens[at - 1].norm not in ("وهو", "وهي", "وهم")
