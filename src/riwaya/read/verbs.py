"""Reporting verbs and participles: one rule for each way in which the content is joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from riwaya.lang.ar.conjugate import JUSSIVE, VerbForm
from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import ADVERB, AUXILIARY, NEGATION, NOUN, PERFECTIVE, PREPOSITION, RELATIVE, THAT, VERB
from riwaya.lang.ar.words import Analysis
from riwaya.read.attribution import Attribution, attribution, content_from
from riwaya.read.frames import anonymity_end, carries_channel, walk
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases import BEFORE_VERB, SUBJECT
from riwaya.read.walks import Walk


def verb_that(grammar: Grammar, state: Walk) -> Attribution | None:
    """A reporting verb with its subject, then أن or إن and what is said (قالت الوزارة إن الطريق فتح)."""
    return _built(grammar, state, "verb_that") if state.joint == "that" else None


def verb_quote(grammar: Grammar, state: Walk) -> Attribution | None:
    """A reporting verb beside the colon or quotation that holds what is said."""
    return _built(grammar, state, "verb_quote") if state.joint in ("quote", "colon") else None


def verb_about(grammar: Grammar, state: Walk) -> Attribution | None:
    """A reporting verb with the preposition that it asks for, behind which what is said stands (أشار إلى نقص الدواء)."""
    return _built(grammar, state, "verb_about") if state.joint == "about" else None


def verb_object(grammar: Grammar, state: Walk) -> Attribution | None:
    """A reporting verb whose object says what happened (أعلن مقتل القائد، نفى وجود قوات)."""
    return _built(grammar, state, "verb_object") if state.joint == "object" else None


def verb_whom(grammar: Grammar, state: Walk) -> Attribution | None:
    """A verb that addresses somebody, then what he is told, asked or accused of (اتهم الجيش بقصف القرية)."""
    return _built(grammar, state, "verb_whom") if state.joint == "whom" else None


JOINTS = (verb_that, verb_quote, verb_about, verb_object, verb_whom)


def _built(grammar: Grammar, state: Walk, rule: str) -> Attribution | None:
    if state.content is None:
        return None
    phrase = state.joint in ("about", "object", "whom") and grammar.parts[state.content - 1] != THAT
    found = content_from(grammar, state.content, state.start, phrase=phrase)
    if found is None:
        return None
    content, quoted = found
    content = _within_insertion(grammar, state.start, content)
    made = attribution((state.start, state.start + 1), state.cue, rule, content)
    return replace(made, subject=state.subject, addressee=state.addressee, quoted=quoted or state.quote, via=tuple(state.via))


def _within_insertion(grammar: Grammar, index: int, content: Range) -> Range:
    """In a relative clause set off by a comma (، الذي قال ...،) the content ends with the next comma."""
    start = grammar.clause_start(index)
    if start < 2 or grammar.parts[start - 1] != RELATIVE or not grammar.is_comma(start - 2):
        return content
    end = next((at for at in range(content[0] + 1, content[1]) if grammar.is_comma(at)), content[1])
    return (content[0], end)


def finite_verbs(grammar: Grammar, index: int) -> Iterator[Attribution]:
    """The attribution that a finite reporting verb at a token makes, if its frame is there."""
    for found in grammar.tokens[index].word.all("cue", "verb"):
        cue, form = found.sense.entry, found.sense.form
        if not isinstance(cue, Cue) or not isinstance(form, VerbForm) or not _possible(grammar, index, form):
            continue
        if carries_channel(grammar, index) or _first_person(grammar, index, cue, form):
            return
        if cue.lemma == "اتهم" and not found.pronoun and (made := _charged(grammar, index, cue)) is not None:
            yield made
            return
        subject = preverbal_subject(grammar, index, form, bool(cue.whom))
        state = walk(grammar, index, cue, form, subject)
        if state.subject is None and index and grammar.tokens[index - 1].norm in ("ما", "مما"):
            return
        if found.pronoun and state.cue.whom:
            _pronoun_addressee(grammar, state)
        elif (
            found.pronoun
            and cue.frames & {"masdar", "obj", "ascribe", "attack"}
            and (made := relative_object(grammar, index, state))
        ):
            yield replace(made, gender=form.gender, number=form.number)
            return
        made = next((made for joint in JOINTS if (made := joint(grammar, state))), None)
        if made is not None and acceptable(grammar, made, cue, found):
            yield replace(made, gender=form.gender, number=form.number)
            return


def _charged(grammar: Grammar, index: int, cue: Cue) -> Attribution | None:
    """رجل اتهم بالقتل, والتي اتهمت بالتجسس: with what one is accused of right behind it the verb is passive, nobody accuses."""
    at = index + 1
    described = grammar.parts[index - 1] in (RELATIVE, NOUN) if index else False
    if at >= grammar.limit(index) or not described or grammar.phrases.preposition_of(grammar.tokens[at]) != "ب":
        return None
    subject = grammar.tokens[index - 1].word.labels
    if subject & {"source", "country"} or (index - 1) in grammar.phrases.placed:
        return None
    found = content_from(grammar, at + 1 if grammar.tokens[at].norm == "ب" else at, index, phrase=True)
    if found is None:
        return None
    return replace(attribution((index, index + 1), cue, "accused", found[0]), agentless=True)


def relative_object(grammar: Grammar, index: int, state: Walk) -> Attribution | None:
    """What is said stands before the relative clause whose verb reports it (الهدنة التي أعلنتها القيادة)."""
    relative = grammar.parts[index - 1] == RELATIVE
    if index < 2 or not (relative or grammar.parts[index - 1] == NOUN):
        return None
    head = antecedent(grammar, index - 1 if relative else index, None)
    behind = index + 1
    if head is None or not _is_told(grammar, head, relative) or behind >= state.limit or not grammar.phrases.begins(behind):
        return None
    subject = (behind, grammar.phrases.end(behind, state.limit, SUBJECT))
    made = attribution((index, index + 1), state.cue, "relative_object", (head[0], index - 1 if relative else index))
    return replace(made, subject=subject)


def _is_told(grammar: Grammar, head: Range, relative: bool) -> bool:
    """Whether what a relative clause points back to is an event (هدنة إنسانية أعلنها): no case, no figure, no plan."""
    event = any(grammar.phrases.is_event_noun(at) for at in range(*head))
    return event and (relative or not grammar.phrases.is_definite(head[0]))


def _pronoun_addressee(grammar: Grammar, state: Walk) -> None:
    """اتهمه بـ: the addressee is the pronoun; the content follows the preposition."""
    for at in range(state.start + 1, min(state.limit, state.start + 16)):
        token = grammar.tokens[at]
        if grammar.parts[at] == THAT and state.cue.whom & {"that", "to"}:
            state.found("whom", at + 1)
            return
        clitic = grammar.phrases.preposition_of(token)
        if clitic and clitic in state.cue.whom:
            state.found("whom", at + 1 if token.norm == clitic else at)
            return
        if grammar.parts[at] == PREPOSITION and token.word.core in state.cue.whom:
            state.found("whom", at + 1)
            return


def _possible(grammar: Grammar, index: int, form: VerbForm) -> bool:
    """No reporting act: a negated verb (لم يؤكد), one's own words in a quotation (نؤكد), a passive, a noun."""
    if (
        form.voice == "passive"
        or _vowelled_passive(grammar, index, form)
        or form.person == 1
        or grammar.parts[index] != VERB
        or anonymity_end(grammar, index) > index
    ):
        return False
    return form.tense != JUSSIVE and not grammar.negated(index)


def _vowelled_passive(grammar: Grammar, index: int, form: VerbForm) -> bool:
    """أُعلن، قُتل: a damma on the first letter shows the passive of a perfect."""
    return form.tense == "perfect" and bool(_DAMMA.match(grammar.tokens[index].raw))


_DAMMA = re.compile("[وف]?\u064e?[\u0621-\u064a]\u064f[^\u0648]")


def _first_person(grammar: Grammar, index: int, cue: Cue, form: VerbForm) -> bool:
    """أعتقد is I believe where the perfect is written اعتقد: the hamza tells."""
    written = grammar.tokens[index].word.bare.lstrip("وف")
    return form.tense == "perfect" and written.startswith("أ") and cue.lemma.startswith("ا")


def acceptable(grammar: Grammar, made: Attribution, cue: Cue, found: Analysis) -> bool:
    """Whether the frame suffices: verbs with other everyday senses need a speaker as subject."""
    if cue.strength != "speaker":
        return True
    if made.subject is None:
        return False
    labels = grammar.tokens[made.subject[0]].word.labels
    if labels & {"source", "person", "country", "medium"} or made.rule == "verb_quote":
        return True
    return made.subject[0] in grammar.phrases.placed or not labels & {"trigger", "cue", "thing", "masdar", "timeword", "measure"}


def preverbal_subject(grammar: Grammar, index: int, form: VerbForm, addressing: bool = False) -> Range | None:
    """The subject that stands before its verb: at the head of the clause, or the antecedent of a relative.

    ``addressing``: the verb has a person as object, so that one behind it need not be its subject (ميركل التي دعت تركيا).
    """
    if grammar.tokens[index].word.conjunction:
        return None
    if index + 1 < len(grammar.tokens) and grammar.tokens[index + 1].norm in ("فيه", "فيها"):
        return None
    if (labelled := _quoted_subject(grammar, index)) is not None:
        return labelled
    start = grammar.clause_start(index)
    if start > 0 and start <= index and grammar.parts[start - 1] == RELATIVE:
        behind = index + 1 < len(grammar.tokens) and _speaker_behind(grammar, index + 1, form)
        if behind and (not addressing or grammar.phrases.is_owned(index + 1)):
            return None
        return antecedent(grammar, start - 1, form) if _only_light(grammar, start, index) else None
    return _clause_subject(grammar, index, start, form)


def _clause_subject(grammar: Grammar, index: int, start: int, form: VerbForm) -> Range | None:
    """The noun phrase from the head of the clause to the verb; else the indefinite noun that the verb describes."""
    at = _skip_openers(grammar, start, index)
    if at >= index:
        return _before_insertion(grammar, index, start, form)
    if not grammar.phrases.begins(at) or grammar.phrases.preposition_of(grammar.tokens[at]):
        return _described(grammar, index, form)
    end = grammar.phrases.end(at, index, BEFORE_VERB)
    if not _only_light(grammar, end, index):
        return _described(grammar, index, form)
    if end == index and grammar.phrases.is_event_noun(at) and (nearer := _described(grammar, index, form)) is not None:
        return nearer
    if form.number == "s" and form.gender == "m" and (last := _last_conjunct(grammar, at, index)) is not None:
        return last
    return (at, end) if grammar.agrees(form, at, before=True) else None


def _described(grammar: Grammar, index: int, form: VerbForm) -> Range | None:
    """An indefinite noun that the verb describes (جماعات متشددة تعلن ولاءها، داعشي هدد): the phrase right before the verb."""
    first = grammar.layout.sentence(index).start
    at = index - 1
    while at > first and grammar.phrases.begins(at) and grammar.phrases.is_adjective(at) and not grammar.phrases.is_definite(at):
        at -= 1
    if not grammar.phrases.begins(at) or grammar.phrases.is_definite(at) or grammar.phrases.is_proper(at):
        return _coordinate(grammar, index, form)
    behind_prep = at > first and grammar.parts[at - 1] == PREPOSITION
    if behind_prep and (grammar.tokens[at - 1].word.core == "من" or grammar.phrases.is_channel(at)):
        return None
    if at > first and "person" in grammar.tokens[at - 1].word.labels and not grammar.phrases.is_definite(at - 1):
        at -= 1
    speaks = grammar.tokens[at].word.labels & {"person", "source", "medium"}
    return (at, index) if speaks and grammar.agrees(form, at, before=True) else None


def _coordinate(grammar: Grammar, index: int, form: VerbForm) -> Range | None:
    """الغارات تتواصل وإردوغان ينفي: behind و a speaker of his own, right before the verb."""
    first = grammar.layout.sentence(index).start
    for at in range(index - 1, max(first, index - _SHORT_NAME) - 1, -1):
        word = grammar.tokens[at].word
        if word.conjunction:
            speaks = word.labels & {"source", "country"} or grammar.phrases.is_proper(at)
            whole = speaks and grammar.phrases.begins(at) and grammar.phrases.end(at, index, BEFORE_VERB) == index
            return (at, index) if whole and grammar.agrees(form, at, before=True) else None
        if grammar.parts[at] != NOUN:
            return None
    return None


_SHORT_NAME = 5


def _quoted_subject(grammar: Grammar, index: int) -> Range | None:
    """«حماس» تتهم، منظمة "العفو" تدين: a short name in quotation marks right before the verb."""
    opened = grammar.layout.opening.get(index - 1)
    if opened is None or index - opened > _LABEL or opened < grammar.layout.sentence(index).start:
        return None
    if any(grammar.parts[k] == VERB for k in range(opened, index)):
        return None
    start = grammar.clause_start(opened)
    if start < opened and grammar.phrases.begins(start) and grammar.phrases.end(start, index, BEFORE_VERB) == index:
        return (start, index)
    return (opened, index) if opened == grammar.layout.sentence(index).start else None


_LABEL = 6


def _last_conjunct(grammar: Grammar, start: int, end: int) -> Range | None:
    """قتلى في غارة والجيش ينفي: a verb in the singular has the last of two joined phrases alone as subject, if it can speak."""
    for index in range(end - 1, start, -1):
        word = grammar.tokens[index].word
        if word.conjunction:
            speaks = word.labels & {"source", "country"} and grammar.gender(index) == "m"
            return (index, end) if speaks and grammar.phrases.end(index, end, BEFORE_VERB) == end else None
    return None


def _speaker_behind(grammar: Grammar, at: int, form: VerbForm) -> bool:
    """In a relative clause, a speaker behind the verb is its subject, not the antecedent (التي حذر رئيسها)."""
    speaks = bool(grammar.tokens[at].word.labels & {"source", "person", "country"})
    return speaks and grammar.phrases.begins(at) and grammar.agrees(form, at, before=False)


def _skip_openers(grammar: Grammar, start: int, index: int) -> int:
    """Past what may stand before a subject: auxiliaries, dates, adverbs, من جهته."""
    at = start
    while at < index:
        if at in grammar.date_at:
            at = grammar.date_at[at].end
        elif grammar.parts[at] in (AUXILIARY, ADVERB, PERFECTIVE, NEGATION) or "switch" in grammar.tokens[at].word.labels:
            at += 1
        elif _is_domain(grammar, at):
            at += 2
        else:
            break
    return at


def _is_domain(grammar: Grammar, at: int) -> bool:
    """ميدانيا، دبلوماسيا، وجنوبا: an accusative that says where or in which field, cut off by a comma."""
    token = grammar.tokens[at]
    accusative = token.norm.endswith("ا") and not token.norm.startswith("ال") and len(token.norm) > _SHORTEST_DOMAIN
    return accusative and at + 1 < len(grammar.tokens) and grammar.is_comma(at + 1) and not token.word.labels & {"country"}


_SHORTEST_DOMAIN = 4


def _only_light(grammar: Grammar, start: int, index: int) -> bool:
    """Whether only adverbs, dates, brackets, negations and short prepositional phrases stand between subject and verb."""
    at = start
    while at < index:
        if at in grammar.date_at:
            at = grammar.date_at[at].end
        elif at in grammar.layout.brackets:
            at = grammar.skip_bracket(at)
        elif grammar.parts[at] in (ADVERB, AUXILIARY, PERFECTIVE, NEGATION):
            at += 1
        elif grammar.parts[at] == PREPOSITION and at + 1 < index and grammar.phrases.begins(at + 1):
            at = grammar.phrases.end(at + 1, index, SUBJECT)
        else:
            return False
    return at == index


def _before_insertion(grammar: Grammar, index: int, start: int, form: VerbForm) -> Range | None:
    """A subject at the head of the sentence, cut off from its verb by an apposition between commas."""
    first = grammar.layout.sentence(index).start
    at = _skip_openers(grammar, first, index)
    if at >= index or start <= first or not grammar.is_comma(start - 1) or at >= start:
        return None
    awaits = grammar.parts[first] == AUXILIARY and grammar.parts[index - 1] == PERFECTIVE
    if not awaits and (start != index or any(grammar.parts[k] in (VERB, THAT) for k in range(at, index))):
        return None
    if not grammar.phrases.begins(at) or grammar.phrases.preposition_of(grammar.tokens[at]):
        return None
    end = grammar.phrases.end(at, index, BEFORE_VERB)
    return (at, end) if grammar.is_comma(end) and grammar.agrees(form, at, before=True) else None


def antecedent(grammar: Grammar, relative: int, form: VerbForm | None) -> Range | None:
    """The noun phrase that a relative pronoun points back to: the longest that ends right before it."""
    first = grammar.layout.sentence(relative).start
    last = relative - 1 if grammar.is_comma(relative - 1) else relative
    best: Range | None = None
    for at in range(last - 1, max(first, last - 12) - 1, -1):
        if not grammar.phrases.begins(at) or "according" in grammar.tokens[at].word.labels:
            if grammar.parts[at] in (VERB, THAT) or grammar.is_comma(at):
                break
            continue
        if grammar.phrases.end(at, last, SUBJECT) >= last and (form is None or grammar.agrees(form, at, before=True)):
            best = (at, last)
    return best


def participles(grammar: Grammar, index: int) -> Iterator[Attribution]:
    """A reporting participle behind a clause (مشيرا إلى، مؤكدة أن): an act of the clause's subject."""
    for found in grammar.tokens[index].word.all("cue", "participle"):
        cue = found.sense.entry
        if not isinstance(cue, Cue) or found.article or found.preposition or found.pronoun:
            continue
        if not grammar.phrases.is_participle_cue(index) or not _adverbial(grammar, index):
            continue
        state = walk(grammar, index, cue, None, None)
        made = next((made for joint in JOINTS if (made := joint(grammar, state))), None)
        if made is not None:
            gender = "f" if grammar.tokens[index].word.bare.endswith("ة") else "m"
            number = "p" if grammar.tokens[index].word.bare.endswith("ين") else "s"
            yield replace(made, rule=made.rule.replace("verb", "participle"), gender=gender, number=number)
            return


def _behind_definite(grammar: Grammar, index: int) -> bool:
    """An indefinite participle behind a definite noun is no attribute of it (دان القصف معتبرا)."""
    if any(found.sense.label == "thing" for found in grammar.tokens[index].word.analyses):
        return False
    return grammar.parts[index - 1] == NOUN and grammar.phrases.is_definite(index - 1)


def _adverbial(grammar: Grammar, index: int) -> bool:
    """A participle hangs behind a clause: it shows the accusative, or stands behind a comma or at the head."""
    bare = grammar.tokens[index].word.bare
    if grammar.tokens[index].word.core in ("قائله", "قائلين") and grammar.parts[index + 1 : index + 2] == [THAT]:
        return True
    if bare.endswith(("ا", "ين", "ًا")) and grammar.parts[index - 1] != PREPOSITION:
        return True
    start = grammar.layout.sentence(index).start
    if bare.endswith("ة") and index > start and _behind_definite(grammar, index):
        return True
    return bare.endswith("ة") and (index == start or grammar.is_comma(index - 1) or bool(grammar.tokens[index].word.conjunction))
