"""Who can be the subject behind a verb of saying: people, bodies, papers and gatherings, no deeds and no measures."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.gazetteer import without_article
from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import DEMONSTRATIVE, NEGATION, NOUN, NUMERAL, PREPOSITION, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.asides import IDENTITY
from riwaya.read.clauses.papers import is_paper
from riwaya.read.grammar import Grammar
from riwaya.read.phrases.manners import SUBJECT


def can_speak(grammar: Grammar, at: int, form: VerbForm | None) -> bool:
    """Whether a phrase can be the subject: it agrees with the verb and is no event noun."""
    labels = grammar.tokens[at].word.labels
    if speaks_as_body(grammar, at) or is_paper_that(grammar, at):
        return form is None or grammar.agrees(form, at, before=False)
    speaks = labels & {"person", "source", "country", "medium"} or grammar.tokens[at].norm == "الاحتلال"  # زعم | الاحتلال أن
    deed = any(
        found.sense.label in ("trigger", "cue") and found.sense.part not in _DOING for found in grammar.tokens[at].word.analyses
    )
    norm = grammar.tokens[at].norm
    if ((deed or "emotion" in labels) and not speaks) or norm in _NOBODY or norm in IDENTITY:
        return False
    told = form is not None and not grammar.is_verb(at - 1) and grammar.phrases.is_definite_masdar(at)
    if not speaks and (told or grammar.parts[at - 1] == NEGATION):
        return False
    if grammar.parts[at] == DEMONSTRATIVE and not (at + 1 < len(grammar.tokens) and grammar.phrases.begins(at + 1)):
        return False
    if grammar.tokens[at].word.core in _MATTERS and not speaks:
        return False
    if is_how(grammar, at):
        return False
    if _is_own_people(grammar, at) or is_measure(grammar, at) or (form is not None and grammar.phrases.is_oblique(at)):
        return False
    return form is None or grammar.agrees(form, at, before=False)


def is_how(grammar: Grammar, at: int) -> bool:
    """وقال | مستشهدًا بالتاريخ: a word with the accusative written tells how he says it, and is not he."""
    return "\u064b" in grammar.tokens[at].raw


def is_honoured(grammar: Grammar, at: int) -> bool:
    """أكد | سموه | أن, بين معاليه مقتل خمسة: a title of honour with his pronoun is the speaker himself, and nothing that he has."""
    if grammar.tokens[at].norm in ("هؤلاء", "اولئك"):  # وأكد | هؤلاء | أن: those who were told of
        return grammar.parts[at + 1 : at + 2] == [THAT]
    return grammar.tokens[at].word.core in _HONOURS and not grammar.phrases.preposition_of(grammar.tokens[at])


_HONOURS, _MATTERS = word_list("honorific"), word_list("matter that is explained")
_NOBODY = frozenset({"اي", "نفسه", "نفسها", "انفسهم"})


def is_measure(grammar: Grammar, at: int) -> bool:
    """فترة مدتها 60 يوما: a number of days or metres says nothing."""
    behind = at + 1
    return grammar.parts[at] == NUMERAL and behind < len(grammar.tokens) and bool(grammar.tokens[behind].word.labels & _MEASURES)


SPEAKERS = frozenset({"source", "person", "country", "medium"})
"""Labels of those who can be the source of a statement."""
_MEASURES = frozenset({"measure", "timeword"})
_DOING = frozenset({"verb", "participle"})


def names_actor(grammar: Grammar, at: int) -> bool:
    """الدعم السريع, والدفاع المدني, الجزيرة نت: the short name of an actor in the register, whatever its first word else means."""
    if not grammar.tokens[at].word.labels & {"trigger", "cue", "thing"} or not grammar.phrases.has_article(at):
        return False
    joined = len(grammar.tokens[at].word.conjunction)
    words = tuple(without_article(norm) for norm in (grammar.layout.norms[at][joined:], *grammar.layout.norms[at + 1 : at + 2]))
    return len(words) == 2 and (grammar.register.holds(words) or words in grammar.register.institutions)


def speaks_as_body(grammar: Grammar, at: int) -> bool:
    """الدعم السريع, القمة: a noun of an event that names an actor, or a gathering right behind its verb with more to come."""
    if _is_called(grammar, at):
        return True
    return names_actor(grammar, at) or (is_gathering(grammar, at) and grammar.parts[at - 1] == VERB and _goes_on(grammar, at))


def _is_called(grammar: Grammar, at: int) -> bool:
    """أعلن | تجمع «نداء الوادي» أن: a body with its name in marks, though its noun may be one of an event."""
    close = grammar.layout.closing.get(at + 1)
    if close is None or grammar.group(at, "source") != "group" or grammar.phrases.preposition_of(grammar.tokens[at]):
        return False
    return close + 1 < len(grammar.tokens) and grammar.parts[close + 1] == THAT


def is_gathering(grammar: Grammar, at: int) -> bool:
    """قمة, مؤتمر, وساطة: a noun of a meeting or a role by which those who take part speak as one."""
    return grammar.tokens[at].word.core in _GATHERINGS and not grammar.phrases.preposition_of(grammar.tokens[at])


def _goes_on(grammar: Grammar, at: int) -> bool:
    """أدانت القمة | الهجوم, قالت الوساطة | إن: behind the phrase stands أن or another noun, so that it is no object itself."""
    end = grammar.phrases.end(at, grammar.limit(at), SUBJECT)
    if any(grammar.phrases.is_owned(k) for k in range(at, end)):
        return False
    end = grammar.date_at[end].end if end in grammar.date_at else end
    return end < grammar.limit(at) and not grammar.is_sign(end) and grammar.parts[end] in (THAT, NOUN, PREPOSITION)


_GATHERINGS = word_list("gathering that speaks")


def is_paper_that(grammar: Grammar, at: int) -> bool:
    """كشف تحقيق أممي أن: a paper with أن close behind it says something, whatever else its word may mean."""
    return is_paper(grammar, at) and THAT in grammar.parts[at + 1 : at + 4]


def _is_own_people(grammar: Grammar, at: int) -> bool:
    """نصحت رعاياها, دعا أنصاره: people who belong to the subject are spoken to; none of them speaks for him here."""
    found = grammar.tokens[at].word.find("person")
    return found is not None and bool(found.pronoun) and isinstance(found.sense.form, NounForm) and found.sense.form.number == "p"


def is_protest(grammar: Grammar, at: int) -> bool:
    """مظاهرات | تطالب الحكومة بالرحيل: those who protest speak, not whom they address."""
    entries = (found.sense.entry for found in grammar.tokens[at].word.all("trigger", "noun"))
    return any(isinstance(entry, Trigger) and entry.type == "PROTEST" for entry in entries)


def is_arm(grammar: Grammar, at: int) -> bool:
    """الاحتلال يعلن, البحرية تنفي: an arm with the article speaks for those who use it."""
    word = grammar.tokens[at].word
    return word.article and word.core in _ARMS


_ARMS = word_list("arms")
