"""Reporting verbs: one rule for each way in which the content is joined."""

from __future__ import annotations

import re
from collections.abc import Iterator

from riwaya.lang.ar.conjugate import JUSSIVE, VerbForm
from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import AUXILIARY, DEMONSTRATIVE, NOUN, PREPOSITION, RELATIVE, THAT, VERB
from riwaya.lang.ar.words import Analysis
from riwaya.model.swift import changed
from riwaya.read.clauses.asides import anonymity_end, called_end, hiding_before
from riwaya.read.clauses.companions import names_force
from riwaya.read.clauses.first_to import first_to, is_first
from riwaya.read.clauses.papers import is_carrier
from riwaya.read.clauses.subjects import preverbal_subject
from riwaya.read.clauses.voices import is_arm, is_gathering, is_protest, names_actor
from riwaya.read.cues.addressees import pronoun_addressee
from riwaya.read.cues.covered import past_dates
from riwaya.read.cues.homographs import other_verb
from riwaya.read.cues.plainly import walked
from riwaya.read.cues.points_back import SPEAKING, points_back
from riwaya.read.cues.said_of import another_says
from riwaya.read.cues.told_back import relative_object
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT
from riwaya.read.sayings.attribution import Attribution, attribution, content_from
from riwaya.read.sayings.channels import carries_channel
from riwaya.read.sayings.insertions import before_circumstance, before_main, before_outer, within_insertion, within_marks
from riwaya.read.sayings.midway import as_he_speaks
from riwaya.read.sayings.occasions import is_shown_paper
from riwaya.read.sayings.remarks import as_he_says
from riwaya.read.sayings.unspoken import is_no_speech
from riwaya.read.sayings.walks import Walk


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
    called = grammar.tokens[state.start + 1].word.find("prep") if state.start + 1 < len(grammar.tokens) else None
    if called is not None and called.pronoun and called.stem == "الي":
        return None  # إضراب دعت | إليه | النقابات
    return _built(grammar, state, "verb_whom") if state.joint == "whom" else None


JOINTS = (verb_that, verb_quote, verb_about, verb_object, verb_whom)


def _built(grammar: Grammar, state: Walk, rule: str) -> Attribution | None:
    if state.content is None:
        return None
    phrase = state.joint in ("about", "object", "whom") and grammar.parts[state.content - 1] != THAT
    if (found := content_from(grammar, state.content, state.start, phrase=phrase)) is None:
        return None
    content, quoted = found
    content = within_marks(grammar, before_main(grammar, state.start, within_insertion(grammar, state.start, content)))
    content = before_outer(grammar, state.start, before_circumstance(grammar, content)) if phrase else content
    cue = state.cue
    return Attribution(
        (state.start, state.start + 1),
        cue.act,
        cue.detail,
        cue.distance,
        rule,
        content,
        state.subject,
        addressee=state.addressee,
        via=tuple(state.via),
        quoted=quoted or state.quote,
    )


def finite_verbs(grammar: Grammar, index: int) -> Iterator[Attribution]:
    """The attribution that a finite reporting verb at a token makes, if its frame is there."""
    for found in () if as_he_says(grammar, index) else grammar.tokens[index].word.all("cue", "verb"):
        cue, form = found.sense.entry, found.sense.form
        if not isinstance(cue, Cue) or not isinstance(form, VerbForm):
            continue
        if not found.pronoun and (unnamed := _agentless(grammar, index, cue, form)) is not None:
            yield unnamed
            return
        if not _possible(grammar, index, cue, form):
            continue
        if any(test(grammar, index) for test in _OF_PAPERS) or _first_person(grammar, index, cue, form):
            return
        cue = _not_ruled_out(grammar, index, cue)
        addressing = bool(cue.whom) and not found.pronoun
        subject = _subject_before(grammar, index, form, addressing)
        state = _walked(grammar, index, cue, form, subject)
        if state is None or points_back(grammar, index, state):
            return
        if found.pronoun and state.cue.whom:
            pronoun_addressee(grammar, state)
        elif (
            found.pronoun
            and cue.frames & {"masdar", "obj", "ascribe", "attack"}
            and (made := relative_object(grammar, index, state))
        ):
            yield changed(made, gender=form.gender, number=form.number)
            return
        made = next((made for joint in JOINTS if (made := joint(grammar, state))), None)
        if made is not None and acceptable(grammar, made, cue, found):
            yield changed(made, gender=form.gender, number=form.number)
            return


_OF_PAPERS = (carries_channel, is_shown_paper, as_he_speaks)
"""Verbs that only tell how words became known, or what somebody does as he speaks."""


def _subject_before(grammar: Grammar, index: int, form: VerbForm, addressing: bool) -> Range | None:
    """Whoever speaks before his verb; كانت الصحيفة | أول من كشف: or was the first to do so."""
    if form.person == 1 or _only_afterwards(grammar, index):
        return None
    if is_first(grammar, index):
        return first_to(grammar, index)
    if not addressing and another_says(grammar, index):
        return None
    return preverbal_subject(grammar, hiding_before(grammar, index), form, addressing)


def _only_afterwards(grammar: Grammar, index: int) -> bool:
    """ارتفعت الحصيلة، بعدما كانت | أفادت بمقتل ثلاثة: behind بعدما and عندما no subject stands before the verb."""
    was = index - 1 - (grammar.parts[index - 1] == AUXILIARY)
    return was >= 0 and grammar.tokens[was].word.core in ("بعدما", "عندما")


def _walked(grammar: Grammar, index: int, cue: Cue, form: VerbForm, subject: Range | None) -> Walk | None:
    """The walk from a verb to its content; None where only what happens stands before it and nobody behind it."""
    happens = subject is not None and (_is_happening(grammar, subject) or _is_told_of(grammar, index, subject))
    state = walked(grammar, index, cue, form, None if happens else subject, free=not grammar.is_told_who(index))
    said = cue.lemma == "قال" and form.tense == "perfect" and state.joint in ("that", "colon")
    told = said and grammar.parts[index - 1] in (RELATIVE, NOUN)  # الهجوم الذي | قال إنه فشل
    return None if happens and state.subject is None and not told else state


def _charged(grammar: Grammar, index: int, cue: Cue) -> Attribution | None:
    """رجل اتهم بالقتل, أوقف واتهم بأنه: with what one is accused of right behind it the verb is passive, nobody accuses."""
    at, joined = index + 1, bool(grammar.tokens[index].word.conjunction)
    described = joined or (index > 0 and grammar.parts[index - 1] in (RELATIVE, NOUN))
    that = described and at < grammar.limit(index) and grammar.parts[at] == THAT and grammar.tokens[at].norm.startswith("ب")
    if at >= grammar.limit(index) or not described or not (that or grammar.phrases.preposition_of(grammar.tokens[at]) == "ب"):
        return None
    subject = grammar.tokens[index - 1].word.labels
    if not joined and (subject & {"source", "country"} or (index - 1) in grammar.phrases.placed):
        return None
    found = content_from(grammar, at + 1 if that or grammar.tokens[at].norm == "ب" else at, index, phrase=not that)
    if found is None:
        return None
    return changed(attribution((index, index + 1), cue, "accused", found[0]), agentless=True)


def _agentless(grammar: Grammar, index: int, cue: Cue, form: VerbForm) -> Attribution | None:
    """What nobody who is named says: a passive that its vowels show, رجل اتهم بالقتل."""
    if _vowelled_passive(grammar, index, form):
        return _passive(grammar, index, cue, form)
    charged = cue.lemma == "اتهم" and _possible(grammar, index, cue, form) and not carries_channel(grammar, index)
    return _charged(grammar, index, cue) if charged else None


def _passive(grammar: Grammar, index: int, cue: Cue, form: VerbForm) -> Attribution | None:
    """أُعلن عن هدنة, طُلب من السكان المغادرة: a passive that its vowels show; nobody is named who says so."""
    if cue.lemma == "اتهم":
        return _was_charged(grammar, index, cue)
    if cue.detail not in _TOLD_OPENLY or form.tense != "perfect" or grammar.negated(index):
        return None
    state = walked(grammar, index, cue, form, None, free=False)
    made = next((made for joint in JOINTS if (made := joint(grammar, state))), None)
    if cue.detail == "learn":  # عُلم من مصدر أمني أن
        return made if made is not None and made.subject is not None else None
    return changed(made, rule="impersonal", subject=None, agentless=True) if made is not None else None


_TOLD_OPENLY = frozenset({"announce", "report", "affirm", "request", "learn"})


def _was_charged(grammar: Grammar, index: int, cue: Cue) -> Attribution | None:
    """واتُهمت الشرطة بالتقصير: a passive that its vowels show, with whom it is about and what he is accused of; nobody accuses."""
    at = index + 1
    if at >= grammar.limit(index) or not grammar.phrases.begins(at):
        return None
    end = grammar.phrases.end(at, grammar.limit(index), changed(SUBJECT, stops=SUBJECT.stops | {"ب"}))
    if end >= grammar.limit(index) or grammar.phrases.preposition_of(grammar.tokens[end]) != "ب":
        return None
    found = content_from(grammar, end + 1 if grammar.tokens[end].norm == "ب" else end, index, phrase=True)
    made = attribution((index, index + 1), cue, "accused", found[0]) if found is not None else None
    return changed(made, agentless=True, addressee=(at, end)) if made is not None else None


def _performs(cue: Cue, form: VerbForm) -> bool:
    """نطالب, ندين, طالبنا: who says so in the plural does it by saying it."""
    performative = cue.act in ("demand", "condemn", "reject", "accuse") and cue.detail != "regret"
    told = form.tense == "perfect" and cue.act == "demand"
    return performative and (form.tense == "imperfect" or told) and form.number == "p"


def _possible(grammar: Grammar, index: int, cue: Cue, form: VerbForm) -> bool:
    """No reporting act: a negated verb (لم يؤكد), one's own words in a quotation (نؤكد), a passive, a noun."""
    if (
        form.voice == "passive"
        or _vowelled_passive(grammar, index, form)
        or (form.person == 1 and not _performs(cue, form))
        or grammar.parts[index] != VERB
        or anonymity_end(grammar, index) > index
        or called_end(grammar, index) > index
    ):
        return False
    if form.number == "d" and form.tense == "perfect" and not _of_two(grammar, index):
        return False
    denied = (grammar.negated(index) and cue.lemma != _RULES_OUT) or _in_condition(grammar, index)
    return form.tense != JUSSIVE and not denied and not _only_possible(grammar, index, form)


def _in_condition(grammar: Grammar, index: int) -> bool:
    """إذا | أعلنت الحكومة أن, إذا ما رأى القاضي أن, نادرا ما تؤكد الدولة: what nobody has said, or hardly ever says."""
    before = grammar.layout.norms[max(0, index - 2) : index]
    if before == ["في", "حال"]:
        return True
    before = [norm.removeprefix("و").removeprefix("ف") for norm in before]
    return before[-1:] in (["اذا"], ["لو"], ["قلما"]) or before in (["اذا", "ما"], ["نادرا", "ما"])


def _not_ruled_out(grammar: Grammar, index: int, cue: Cue) -> Cue:
    """لم يستبعد الوزير شن هجوم: what is not ruled out is held possible."""
    return changed(cue, act="assess", detail="allow") if grammar.negated(index) else cue


_RULES_OUT = "استبعد"


def _only_possible(grammar: Grammar, index: int, form: VerbForm) -> bool:
    """عليهم أن يدركوا, دعاهم إلى أن يدينوا, بأن يحذروا: behind أن the act has not been done; قبل أن and بعد أن only say when."""
    that = grammar.tokens[index - 1] if index > 1 and form.tense == "imperfect" else None
    if that is None or that.norm.removeprefix("و") not in ("ان", "بان") or "إ" in that.raw:
        return False
    if grammar.tokens[index - 2].norm == "الي":
        return any("cue" in grammar.tokens[at].word.labels for at in range(grammar.clause_start(index - 2), index - 2))
    return grammar.tokens[index - 2].word.core not in ("قبل", "بعد", "منذ")


def _of_two(grammar: Grammar, index: int) -> bool:
    """A perfect in the dual needs two before it or begins its clause; else it is a noun in the accusative (ثمنا، تخوفا)."""
    word = grammar.tokens[index].word
    before = grammar.tokens[index - 1].norm if index else ""
    were_two = before.endswith(("ان", "ين", "هما")) and not before.endswith("كان")  # كان | طالبا في الجامعة
    return bool(word.conjunction) or index == grammar.clause_start(index) or were_two


def _vowelled_passive(grammar: Grammar, index: int, form: VerbForm) -> bool:
    """أُعلن، قُتل: a damma on the first letter shows the passive of a perfect, and of the imperfect of a simple verb (يُعد)."""
    if form.tense == "imperfect":
        found = grammar.tokens[index].word.find("cue", "verb")
        simple = found is not None and isinstance(found.sense.entry, Cue) and len(found.sense.entry.lemma) <= _SIMPLE
        return simple and bool(_PASSIVE.match(grammar.tokens[index].raw))
    return form.tense == "perfect" and bool(_DAMMA.match(grammar.tokens[index].raw))


_SIMPLE = 3
_PASSIVE = re.compile("[وف]?س?[يت]\u064f")
_DAMMA = re.compile("[وف]?\u064e?(?:[\u0621-\u064a]|ا[\u0621-\u064a]{0,2}ت)\u064f[^\u0648]")


def _first_person(grammar: Grammar, index: int, cue: Cue, form: VerbForm) -> bool:
    """أعتقد is I believe where the perfect is written اعتقد: the hamza tells, or that it opens a sentence in marks."""
    written = grammar.tokens[index].word.bare.lstrip("وف")
    opens = index > 0 and grammar.is_sign(index - 1) and not grammar.is_comma(index - 1)
    if cue.lemma == "اعتقد" and form.tense == "perfect" and opens and grammar.layout.quote_around(index) is not None:
        return True
    return form.tense == "perfect" and written.startswith("أ") and cue.lemma.startswith("ا")


def acceptable(grammar: Grammar, made: Attribution, cue: Cue, found: Analysis) -> bool:
    """Whether the frame suffices: verbs with other everyday senses need a speaker as subject."""
    if other_verb(grammar, made, cue, found) or grammar.tokens[made.content[0]].norm in _HIMSELF:
        return False
    if is_no_speech(grammar, made.content[0], cue) or _goes_on_doing(grammar, made, cue):
        return False
    if made.subject is not None and _is_happening(grammar, made.subject):
        return False
    if cue.strength != "speaker":
        return True
    if made.subject is None:
        return _goes_on_saying(grammar, made, cue)
    labels = grammar.tokens[made.subject[0]].word.labels
    if labels & {"source", "person", "country", "medium"} or made.rule == "verb_quote":
        return True
    return (
        made.subject[0] in grammar.phrases.placed
        or is_carrier(grammar, made.subject[0])
        or not labels & {"trigger", "cue", "thing", "masdar", "timeword", "measure"}
    )


def _goes_on_doing(grammar: Grammar, made: Attribution, cue: Cue) -> bool:
    """واصلت الكتيبة | «قصف الجسور», استأنف الوفد | «مفاوضاته»: a deed in marks with which a force or its owner goes on."""
    first = made.content[0] + (made.content[0] in grammar.layout.closing)
    if cue.detail != "add" or made.rule != "verb_quote" or made.subject is None or grammar.is_sign(made.content[0] - 1):
        return False
    owned = grammar.phrases.is_owned(first) and grammar.phrases.is_event_noun(first)
    return owned or (grammar.phrases.is_masdar(first) and names_force(grammar, made.subject[0]))


_HIMSELF = frozenset({"نفسه", "نفسها", "انفسهم", "بانفسنا"})
"""أظهر نفسه كقائد, نتدبر أمرنا بأنفسنا: showing oneself as somebody tells nothing."""


def _is_happening(grammar: Grammar, subject: Range) -> bool:
    """التفجير يهدد بإغلاق الحدود, احتفالات العيد أكدت: what happens says nothing; reports, الاحتلال, attackers and bodies do."""
    at = subject[0] + (grammar.parts[subject[0]] == DEMONSTRATIVE and subject[0] + 1 < subject[1])
    word = grammar.tokens[at].word
    if word.find("trigger", "noun") is None and "contest" not in word.labels:
        return False
    actor = is_arm(grammar, at) or names_actor(grammar, at) or is_gathering(grammar, at) or is_protest(grammar, at)
    others = (k for k in range(*subject) if grammar.tokens[k].word.core not in _SUICIDAL)
    speaks = any(grammar.tokens[k].word.labels & SPEAKING or k in grammar.phrases.named for k in others)
    return not (actor or speaks)


def _is_told_of(grammar: Grammar, index: int, subject: Range) -> bool:
    """قواعده التي | قال إنها خالية, في حصيلة | قالت إنها أولية: a thing or paper to which the pronoun on أن points is silent."""
    behind = past_dates(grammar, index + 1, grammar.limit(index))
    if behind >= grammar.limit(index) or grammar.parts[behind] != THAT:
        return False
    hit = subject[1] == index and not grammar.phrases.is_definite(subject[0])
    hit = hit and VERB in grammar.parts[grammar.layout.sentence(index).start : subject[0]]
    labels, paper = grammar.tokens[subject[0]].word.labels, grammar.group(subject[0], "source") == "document"
    speaks = bool(labels & SPEAKING)
    relative = grammar.parts[index - 1] == RELATIVE and (paper or not speaks)
    deed = relative and "trigger" in grammar.tokens[subject[1] - 1].word.labels  # إتمام الصفقة التي | قالت إنها
    before, alone = subject[0] - 1, subject[0] == index - 1
    done_to = hit and alone and (grammar.phrases.is_masdar(before) or grammar.phrases.is_event_noun(before))  # توقيف | خلية
    told = paper or deed or done_to or "thing" in labels or (not speaks and grammar.phrases.is_masdar(subject[0]))
    return (hit or relative) and told and grammar.tokens[behind].norm.endswith(("ها", "ه", "هم"))


_SUICIDAL = frozenset({"انتحاري", "انتحاريه", "ارهابي", "ارهابيه"})
"""الهجوم | الانتحاري: who else is a person here describes a deed."""


def _goes_on_saying(grammar: Grammar, made: Attribution, cue: Cue) -> bool:
    """وكتب أن, وروى: «...»: whoever spoke before goes on, if what he says stands right behind the verb, or behind where he writes
    (وكتب | على تويتر | أن)."""
    at = made.content[0]
    writes = cue.detail == "write" and made.cue[1] < at <= made.cue[1] + _PLATFORM and grammar.parts[made.cue[1]] == PREPOSITION
    if cue.detail in ("learn", "rule") or (at > made.cue[1] + 1 and not writes):
        return False
    close = grammar.layout.closing.get(at)
    return made.rule == "verb_that" or (made.rule == "verb_quote" and (close is None or close - at > _LONGER_THAN_NAME))


_LONGER_THAN_NAME, _PLATFORM = 5, 8
