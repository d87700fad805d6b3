"""The subject of a reporting verb before it: at the head of its clause, in a title, or what a relative points back to."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.forms import everyday
from riwaya.lang.ar.lexicon import Cue, Noun
from riwaya.lang.ar.parts import (
    ADVERB,
    AUXILIARY,
    CONTRAST,
    DEMONSTRATIVE,
    FUTURE,
    NEGATION,
    NOUN,
    NUMERAL,
    PERFECTIVE,
    PREPOSITION,
    RELATIVE,
    THAT,
    VERB,
)
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.adverbials import past_adverbs
from riwaya.read.clauses.asides import anonymity_end, past_spreaders
from riwaya.read.clauses.films import is_film
from riwaya.read.clauses.first_to import the_one_who
from riwaya.read.clauses.had_done import had_done, past_attribute, past_help
from riwaya.read.clauses.marked import before_as, is_aim, parted_by, quoted_subject, skip_openers
from riwaya.read.clauses.papers import describes_object, paper_at
from riwaya.read.clauses.past_names import past_name, past_odd_name, past_tie
from riwaya.read.clauses.pointed_back import PLURAL_RELATIVES, antecedent
from riwaya.read.clauses.topics import as_for, before_relative, behind_so
from riwaya.read.clauses.violence import is_sudden
from riwaya.read.clauses.voices import is_arm, is_protest
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import BEFORE_VERB, SUBJECT
from riwaya.read.phrases.special import FILM
from riwaya.read.words.parts import IN_IT


def preverbal_subject(grammar: Grammar, index: int, form: VerbForm, addressing: bool = False) -> Range | None:
    """The subject that stands before its verb: at the head of the clause, or the antecedent of a relative.

    ``addressing``: the verb has a person as object, so that one behind it need not be its subject (ميركل التي دعت تركيا).
    """
    if (before := _verb_before(grammar, index, form)) is not None:
        return preverbal_subject(grammar, index - 1, before, addressing)
    so = behind_so(grammar, index)
    if grammar.tokens[index].word.conjunction or so < index:
        return as_for(grammar, so, form) if "ف" in (grammar.tokens[so].word.conjunction, grammar.tokens[so].norm[:1]) else None
    if (who := the_one_who(grammar, index)) is not None:
        return who
    if not IN_IT.isdisjoint(grammar.layout.norms[index + 1 : index + 2]) or _is_about_something(grammar, index):
        return None
    if (labelled := quoted_subject(grammar, index) or before_as(grammar, index, form)) is not None:
        return labelled
    if (earlier := _once_before(grammar, index, form) or had_done(grammar, index, form)) is not None:
        return earlier
    if (opened := parted_by(grammar, index)) is not None:
        return _clause_subject(grammar, opened, grammar.clause_start(opened), form)
    if (topic := before_relative(grammar, index, form)) is not None:
        return topic
    start = grammar.clause_start(index)
    if 0 < start <= index and grammar.parts[start - 1] == RELATIVE:
        return _of_relative(grammar, index, start, form, addressing)
    return _clause_subject(grammar, index, start, form)


def _is_about_something(grammar: Grammar, index: int) -> bool:
    """وفيما يتعلق بخيار السلام والحرب | أوضح الوزير: what a sentence turns to does not speak."""
    first = grammar.layout.sentence(index).start
    words = [norm.removeprefix("و") for norm in grammar.layout.norms[first : first + 2]]
    return words in (["فيما", "يتعلق"], ["فيما", "يخص"])


def _of_relative(grammar: Grammar, index: int, start: int, form: VerbForm, addressing: bool) -> Range | None:
    """الحركة التي | تندد: the antecedent, unless the pronoun does not agree or a speaker stands behind the verb."""
    relative = grammar.tokens[start - 1].norm
    if (form.number == "s" and relative in PLURAL_RELATIVES) or _others_do(grammar, start - 1, form):
        return None
    if form.gender == "m" and relative == "التي":  # القوات التي | قال إنها قصفت السوق
        return None
    if form.gender == "f" and relative == "الذي":
        return None
    if resumed(grammar, index):
        return None
    after = past_adverbs(grammar, index + 1, grammar.limit(index))
    behind = form.number != "p" and after < len(grammar.tokens) and _speaker_behind(grammar, after, form)  # الذين هاجموا | الشرطة
    if behind and (not addressing or grammar.phrases.is_owned(after)):
        return None
    return antecedent(grammar, start - 1, form) if _only_light(grammar, start, index) else None


def _others_do(grammar: Grammar, relative: int, form: VerbForm) -> bool:
    """الوزير، الذي | يتهمونه, المدينة التي | يسيطرون عليها: a verb in the plural behind a relative in the singular has others as
    subject, unless several stand before that (المسلحين الذي قصفوا, misspelt).
    """
    if form.number != "p" or grammar.tokens[relative].norm not in ("الذي", "التي"):
        return False
    before = relative - 1 - (relative > 1 and grammar.is_comma(relative - 1))
    return not grammar.tokens[max(before, 0)].norm.endswith(("ين", "ون"))


def resumed(grammar: Grammar, index: int) -> bool:
    """الجماعة التي | طلبت منها الحكومة, الوزير الذي | يتهمه بـ: on a preposition or the verb the pronoun of the antecedent says
    that another speaks; whom somebody tells (الوالي، الذي أطلعه على) may be another.
    """
    relative = grammar.tokens[index - 1].norm if index else ""
    own = "ها" if relative == "التي" else "ه" if relative == "الذي" else ""
    found = grammar.tokens[index + 1].word.find("prep") if index + 1 < len(grammar.tokens) else None
    verbs = [one for one in grammar.tokens[index].word.analyses if one.sense.part == "verb"]
    tells = any(isinstance(one.sense.entry, Cue) and one.sense.entry.act == "assert" for one in verbs)
    itself = bool(verbs) and not tells and all(one.pronoun == own for one in verbs)
    return bool(own) and (itself or (found is not None and found.pronoun == own))


def _verb_before(grammar: Grammar, index: int, form: VerbForm) -> VerbForm | None:
    """الحركة | تندد | وتطالب المجلس: the form of a verb right before one that و joins to it, alike in all, with one subject."""
    if index == 0 or grammar.tokens[index].word.conjunction != "و" or grammar.parts[index - 1] != VERB:
        return None
    for found in grammar.tokens[index - 1].word.analyses:
        if isinstance(found.sense.form, VerbForm) and found.sense.form == form and not found.pronoun:
            return found.sense.form
    return None


def _once_before(grammar: Grammar, index: int, form: VerbForm) -> Range | None:
    """سبق للرئيس أن أعلن: whoever did so before stands behind ل; الجماعة سبق أن أعلنت: or before it all."""
    if index < 3 or grammar.parts[index - 1] != THAT:
        return None
    if grammar.tokens[index - 2].word.core == "سبق":
        return preverbal_subject(grammar, index - 2, form)
    first = grammar.layout.sentence(index).start
    for at in range(index - 2, max(first, index - _ONCE_REACH) - 1, -1):
        if grammar.parts[at] == VERB:
            holds = grammar.tokens[at].word.core == "سبق" and grammar.phrases.preposition_of(grammar.tokens[at + 1]) == "ل"
            return (at + 1, index - 1) if holds and grammar.phrases.begins(at + 1) else None
    return None


_ONCE_REACH = 8


def _clause_subject(grammar: Grammar, index: int, start: int, form: VerbForm) -> Range | None:
    """The noun phrase from the head of the clause to the verb; else the indefinite noun that the verb describes."""
    at = skip_openers(grammar, start, index)
    if at >= index:
        return _before_insertion(grammar, index, start, form)
    if grammar.tokens[at].word.core == "مثل" and grammar.parts[at + 1] == NOUN:  # مثل حلب | تخضع المدينة
        return None
    if (
        "according" in grammar.tokens[at].word.labels
        or is_aim(grammar, at)
        or not grammar.phrases.begins(at)
        or grammar.phrases.preposition_of(grammar.tokens[at])
    ):
        return _described(grammar, index, form)
    end = grammar.phrases.end(at, index, BEFORE_VERB)
    if grammar.parts[at] == DEMONSTRATIVE and end == at + 1:
        return _described(grammar, index, form)
    if (paper := paper_at(grammar, at, index)) is not None and paper.end == index:
        return at, index
    if not _only_light(grammar, end, index):
        return _described(grammar, index, form)
    deed = grammar.phrases.is_event_noun(at) and (end == index or form.number == "p")  # تم الإفراج عن موظفين | خطفوا
    if deed and (nearer := _described(grammar, index, form)) is not None:
        return nearer
    if form.number == "s" and (last := _last_conjunct(grammar, at, index, form)) is not None:
        return last
    end = max(past(grammar, end, index) for past in (past_name, past_spreaders, past_tie, past_odd_name))
    pair = form.number == "d" and any(grammar.tokens[k].word.conjunction for k in range(at + 1, end))
    return (at, end) if grammar.agrees(form._replace(gender="c") if pair else form, at, before=True) else None


def _described(grammar: Grammar, index: int, form: VerbForm) -> Range | None:
    """An indefinite noun that the verb describes (جماعات متشددة تعلن ولاءها، داعشي هدد): the phrase right before the verb."""
    first = grammar.layout.sentence(index).start
    at = index - 2 if grammar.is_comma(index - 1) and _is_paper(grammar, index - 2) else index - 1
    while at > first and not grammar.phrases.is_definite(at) and (_is_attribute(grammar, at) or _is_paper(grammar, at)):
        at -= 1
    if not grammar.phrases.begins(at) or grammar.phrases.is_definite(at) or grammar.phrases.is_proper(at):
        return _film(grammar, index, form) or _coordinate(grammar, index, form)
    if (
        grammar.tokens[at].word.core in SIDES
        or is_sudden(grammar, at)
        or _is_shown(grammar, at, index)
        or _another_says(grammar, index, form)
    ):
        return None
    led = grammar.tokens[at - 1].word.core if at > first and grammar.parts[at - 1] == PREPOSITION else ""
    said_in = led not in ("", "عن", "علي") and grammar.phrases.is_channel(at)  # في | بيان يقول; not كشف عن | تقرير يوضح
    if said_in or led in ("من", "بدون", "دون"):
        return None
    beside = at > first and "person" in grammar.tokens[at - 1].word.labels and not grammar.phrases.is_definite(at - 1)
    film = at > first and grammar.tokens[at].norm == FILM and grammar.group(at - 1, "source") == "document"
    if film or (beside and not grammar.phrases.is_accusative(at)):
        at -= 1
    speaks = bool(grammar.tokens[at].word.labels & {"person", "source", "medium"}) or is_protest(grammar, at)
    speaks = speaks or (form.number == "p" and grammar.parts[at] == NUMERAL)  # لتفريق آلاف | خرجوا
    if speaks and grammar.agrees(form, at, before=True):
        return at, index
    return _film(grammar, index, form)


def _film(grammar: Grammar, index: int, form: VerbForm) -> Range | None:
    """نشرت صور أقمار صناعية | تظهر دبابات, مقطعا للهجوم | يظهر: pictures with what they are of, before the verb of showing."""
    found = grammar.tokens[index].word.find("cue", "verb")
    if found is None or not isinstance(found.sense.entry, Cue) or found.sense.entry.lemma != "أظهر" or found.conjunction:
        return None
    for at in range(index - 2, max(grammar.layout.sentence(index).start, index - _SHORT_NAME) - 1, -1):
        word = grammar.tokens[at].word
        if grammar.is_comma(at) or grammar.parts[at] in (VERB, RELATIVE):
            return None
        if not word.article and is_film(word) and grammar.agrees(form, at, before=True):
            return at - is_film(grammar.tokens[at - 1].word), index
    return None


def _another_says(grammar: Grammar, verb: int, form: VerbForm) -> bool:
    """مقاتلون بينهم جماعة | قالت مصادر إنها: with a speaker behind it a verb that addresses nobody is not the noun's before it."""
    found = grammar.tokens[verb].word.find("cue", "verb")
    entry = found.sense.entry if found is not None else None
    if verb + 1 >= len(grammar.tokens) or grammar.phrases.is_accusative(verb + 1):
        return False
    return _speaker_behind(grammar, verb + 1, form) and isinstance(entry, Cue) and not entry.whom


def _is_shown(grammar: Grammar, at: int, verb: int) -> bool:
    """نشرت الحركة صورا | قالت إنها, نعى الحزب مقاتلا | قال إنه: whoever shows or names it says what it is."""
    found = grammar.tokens[verb].word.find("cue", "verb")
    says = found is not None and isinstance(found.sense.entry, Cue) and found.sense.entry.detail == "say"
    behind = grammar.tokens[verb + 1].norm if verb + 1 < len(grammar.tokens) else ""
    counted = at > 0 and grammar.parts[at - 1] == NUMERAL
    return says and (counted or grammar.phrases.is_accusative(at)) and behind in ("انه", "انها", "انهم")


SIDES = word_list("side of a matter")
"""من جهة أخرى | قصفت: what only turns to something else does nothing."""


def _is_attribute(grammar: Grammar, at: int) -> bool:
    return grammar.phrases.begins(at) and describes_object(grammar, at)


def _is_paper(grammar: Grammar, at: int) -> bool:
    """معلومات موثقة, تقارير صحفية: the adjective in ـة behind papers in the plural, whatever else the word may be."""
    word = grammar.tokens[at].word
    if at < 1 or not (word.bare.endswith("ة") or word.core in ("مصور", "مصورا")) or grammar.phrases.is_definite(at):
        return False
    found = grammar.tokens[at - 1].word.find("source")
    entry = found.sense.entry if found else None
    return isinstance(entry, Noun) and entry.group == "document" and not grammar.phrases.is_definite(at - 1)


def _coordinate(grammar: Grammar, index: int, form: VerbForm) -> Range | None:
    """الغارات تتواصل وإردوغان ينفي: behind و a speaker of his own, right before the verb."""
    first = grammar.layout.sentence(index).start
    for at in range(index - 1, max(first, index - _SHORT_NAME) - 1, -1):
        word = grammar.tokens[at].word
        if word.conjunction:
            if _is_one_more_place(grammar, at, index):
                return None
            named = grammar.phrases.is_proper(at) or grammar.phrases.called.get(at) == index  # والدعم السريع | ينفي
            speaks = word.labels & {"source", "country", "person"} or named or is_arm(grammar, at)
            whole = speaks and grammar.phrases.begins(at) and grammar.phrases.end(at, index, BEFORE_VERB) == index
            return (at, index) if whole and grammar.agrees(form, at, before=True) else None
        if grammar.parts[at] != NOUN:
            return None
    return None


def _is_one_more_place(grammar: Grammar, at: int, verb: int) -> bool:
    """غارات في حلب | وإدلب تدمر مستشفى: a further place where it happens does nothing itself, unless the verb is one of saying."""
    here = grammar.place_at.get(at)
    placed = here is not None and bool(here.relation) and at - 1 in grammar.place_at
    return placed and "cue" not in grammar.tokens[verb].word.labels


_SHORT_NAME = 5


def _last_conjunct(grammar: Grammar, start: int, end: int, form: VerbForm) -> Range | None:
    """قتلى في غارة والجيش ينفي: a verb in the singular has the last of two joined phrases alone as subject, if it can speak.

    حصيلة متضاربة والحكومة تعد: in the feminine only if the first of them cannot.
    """
    for index in range(end - 1, start, -1):
        word = grammar.tokens[index].word
        if word.conjunction and form.gender == "f":
            first = not any(grammar.tokens[k].word.conjunction for k in range(start + 1, index))
            body = first and word.article and bool(word.labels & {"source", "country"}) and not _is_somebody(grammar, start)
            alone = body and grammar.gender(index) == "f" and grammar.phrases.end(index, end, BEFORE_VERB) == end
            return (index, end) if alone else None
        if word.conjunction:
            speaks = word.labels & {"source", "country"} or not word.labels or is_arm(grammar, index)
            speaks = speaks and grammar.gender(index) != "f" and not _is_in_his_charge(grammar, start, index)
            return (index, end) if speaks and grammar.phrases.end(index, end, BEFORE_VERB) == end else None
    return None


def _is_somebody(grammar: Grammar, at: int) -> bool:
    """الشرطة, الوزير, سكان, دبابات: whether a noun is somebody or a thing that moves, and no paper or deed (حصيلة, تقرير, ثورة)."""
    labels = grammar.tokens[at].word.labels
    if labels & {"country", "person", "medium", "thing"}:
        return True
    return "source" in labels and grammar.group(at, "source") not in _THINGS


_THINGS = frozenset({"document"})


def _is_in_his_charge(grammar: Grammar, start: int, index: int) -> bool:
    """مدير العلاقات | والإعلام سالم حمدان, المركز الوطني للنخيل | والتمور: what an office or body is there for does not speak."""
    word = grammar.tokens[index].word
    if not word.article or word.labels & {"person", "country"}:
        return False
    return grammar.phrases.is_title(start) or (not word.labels and everyday(word.core))


def _speaker_behind(grammar: Grammar, at: int, form: VerbForm) -> bool:
    """In a relative clause, a speaker behind the verb is its subject, not the antecedent (التي حذر رئيسها, not الذي قتل جنودا)."""
    if _is_object(grammar, at):
        return False
    speaks = bool(grammar.tokens[at].word.labels & {"source", "person", "country"}) or at in grammar.phrases.seats
    return speaks and grammar.phrases.begins(at) and grammar.agrees(form, at, before=False)


def _is_object(grammar: Grammar, at: int) -> bool:
    """الذي استهدف | مدنيين, الذي قتل | جنودا: a noun in the accusative, as far as its letters show it."""
    word = grammar.tokens[at].word
    plural = word.norm.endswith("ين") and any(getattr(found.sense.form, "number", "") in ("p", "d") for found in word.analyses)
    return plural or grammar.phrases.is_accusative(at)


def _only_light(grammar: Grammar, start: int, index: int) -> bool:
    """Whether only adverbs, dates, brackets, negations and short prepositional phrases stand between subject and verb."""
    at = start
    while at < index:
        time = at + (grammar.parts[at] == PREPOSITION)  # القوات | خلال الأسبوع الماضي | قتلت
        if time in grammar.date_at:
            at = grammar.date_at[time].end
        elif at in grammar.layout.brackets:
            at = grammar.skip_bracket(at)
        elif grammar.parts[at] in (ADVERB, AUXILIARY, PERFECTIVE, NEGATION, FUTURE):
            at += 1
        elif grammar.parts[at] == PREPOSITION and at + 1 < index and grammar.phrases.begins(at + 1):
            at = grammar.phrases.end(at + 1, index, SUBJECT)
        elif (past := max(test(grammar, at, index) for test in _PASSED)) > at:
            at = past
        else:
            return False
    return at == index


_PASSED = (past_help, past_name, past_spreaders, past_attribute, past_tie, past_odd_name)
"""What may stand between a subject and its verb, beside what is light."""


def _before_insertion(grammar: Grammar, index: int, start: int, form: VerbForm) -> Range | None:
    """A subject at the head of the sentence, cut off from its verb by an apposition between commas."""
    first = grammar.layout.sentence(index).start
    if start <= first or not grammar.is_comma(start - 1):
        return None
    outer = max((k + 1 for k in range(first, index) if grammar.parts[k] in (THAT, CONTRAST)), default=first)
    at = skip_openers(grammar, outer, index)
    if at >= index or at >= start:
        return None
    awaits = grammar.parts[first] == AUXILIARY and grammar.parts[index - 1] == PERFECTIVE
    if not awaits and (start != index or not _is_apposition(grammar, at, index)):
        return None
    if not grammar.phrases.begins(at) or grammar.phrases.preposition_of(grammar.tokens[at]) or is_aim(grammar, at):
        return None
    end = grammar.phrases.end(at, index, BEFORE_VERB)
    comma = grammar.skip_bracket(end) if end in grammar.layout.brackets else end  # كان تلفزيون الوادي (حكومي)، أفاد
    if not grammar.is_comma(comma) or not grammar.agrees(form, at, before=True):
        return None
    return at, _named_between(grammar, end, index)


def _named_between(grammar: Grammar, end: int, index: int) -> int:
    """كان المتحدث باسم الجيش، العقيد سالم ناصر، قد أعلن: a rank and name that fill the insertion belong to the speaker."""
    phrases, at = grammar.phrases, end + 1
    if not (phrases.is_title(at) or phrases.is_name(at)) or grammar.tokens[at].word.conjunction:
        return end
    named = phrases.end(at, index, BEFORE_VERB)
    whole = named > at + 1 and grammar.is_comma(named) and named + 1 >= index - (grammar.parts[index - 1] == PERFECTIVE)
    return named if whole else end


def _is_apposition(grammar: Grammar, at: int, index: int) -> bool:
    """No clause stands between a subject and its verb, unless it says that he wants no name (، طلب عدم ذكر اسمه،)."""
    verbs = [k for k in range(at, index) if grammar.parts[k] == VERB]
    return all(anonymity_end(grammar, k) == index - 1 for k in verbs)
