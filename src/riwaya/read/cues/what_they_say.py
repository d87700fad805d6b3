"""What somebody else has told of, beside another act: ما تداولته صفحات عن انسحابه, المظاهرات التي دعت إليها النقابات."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import ADVERB, NOUN, PRONOUN, RELATIVE, THAT
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.pointed_back import antecedent
from riwaya.read.clauses.voices import SPEAKERS
from riwaya.read.cues.told_back import before_aim
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT
from riwaya.read.sayings.attribution import Attribution, attribution, content_from


def told_beside(grammar: Grammar, index: int) -> Iterator[Attribution]:
    """Whose matter another act is about (نفى ما تداولته صفحات عن انسحابه، المظاهرات التي دعت إليها النقابات)."""
    for found in grammar.tokens[index].word.all("cue", "verb"):
        cue, form = found.sense.entry, found.sense.form
        if not isinstance(cue, Cue) or not isinstance(form, VerbForm) or form.voice == "passive":
            continue
        made = _what_they_told(grammar, index, cue, form) if found.pronoun else _called_for(grammar, index, cue, form)
        if made is not None:
            yield changed(made, gender=form.gender, number=form.number)
            return


def _what_they_told(grammar: Grammar, index: int, cue: Cue, form: VerbForm) -> Attribution | None:
    """نفى ما | تداولته صفحات عن انسحابه, ما ردده السكان من أن: behind ما and whoever told it, with عن or من أن what it was."""
    if index < 2 or cue.act != "assert" or not _is_what(grammar, index - 1):
        return None
    subject = _speaker(grammar, index + 1, form, anybody=True)
    if subject is None or subject[1] + 1 >= grammar.limit(index):
        return None
    about = subject[1]
    from_that = grammar.tokens[about].norm == "من" and grammar.parts[about + 1] == THAT
    that = from_that or grammar.tokens[about].norm.startswith("بان")  # ما أوردته الوكالة | بأن هناك اتفاقا
    if not that and grammar.tokens[about].norm not in _ABOUT:
        return None
    content = content_from(grammar, about + 1 + from_that, index, phrase=not that)
    if content is None:
        return None
    start, end = content[0]
    end = next((k for k in range(start + 1, end - 1) if " ".join(grammar.layout.norms[k : k + 2]) in _UNTRUE), end)
    end = next((k for k in range(start + 1, end) if grammar.parts[k] == PRONOUN and not grammar.tokens[k].word.conjunction), end)
    made = attribution((index, index + 1), cue, "told_beside", (start, end))  # ما يدعيه القائد عن وجود قوات | هو محض كذب
    return changed(made, subject=subject, quoted=content[1])


_ABOUT, _UNTRUE = frozenset({"عن", "حول", "بشان"}), word_list("not true, said of news")


def _is_what(grammar: Grammar, at: int) -> bool:
    """نفى | ما ذكرته, نفيه | ما أوردته, تتطرق إلى | ما ردده; not وفق | ما ذكرته, وهو | ما نفته."""
    if grammar.tokens[at].norm != "ما" or "according" in grammar.tokens[at - 1].word.labels:
        return False
    return grammar.tokens[at - 1].norm not in ("وهو", "وهي", "علي", "هو")


def _called_for(grammar: Grammar, index: int, cue: Cue, form: VerbForm) -> Attribution | None:
    """المظاهرات التي | دعت إليها النقابات, إضراب | دعت إليه النقابات, الإصلاحات التي | يطالب بها الدائنون: behind a relative, or
    behind an indefinite noun that the clause describes, with what is called for on a preposition.
    """
    at, relative = index + 1, index > 0 and grammar.parts[index - 1] == RELATIVE
    if (
        cue.detail not in _TELLS_OF
        or index < 2
        or at >= grammar.limit(index)
        or form.person != _THIRD
        or _led_back(grammar, at) not in _wanted(cue)
    ):
        return None
    described = relative or (grammar.parts[index - 1] == NOUN and not grammar.tokens[index].word.conjunction)
    head = antecedent(grammar, index - 1 if relative else index, None) if described else None
    if head is None or not _is_called_for(grammar, head, relative, cue):
        return None
    subject = _speaker(grammar, at + 1, form, anybody=not relative or cue.lemma == "طالب")
    behind = subject[1] if subject is not None else at + 1
    asked = behind < grammar.limit(index) and grammar.phrases.preposition_of(grammar.tokens[behind]) == "ب"
    if (subject is None and form.number != "p") or (cue.lemma == "طالب" and asked):  # نتيجة | يطالب بها بلاده بوقف القصف
        return None
    made = attribution((index, index + 1), cue, "told_beside", (head[0], index - relative))
    return changed(made, subject=subject)


def _led_back(grammar: Grammar, at: int) -> str:
    """دعت | إليها, يطالب | بها: the preposition with a pronoun that points back; empty where none stands."""
    if grammar.tokens[at].norm in ("به", "بها", "بهم"):
        return "ب"
    found = grammar.tokens[at].word.find("prep")
    return found.stem.replace("ي", "ى") if found is not None and found.pronoun in ("ها", "ه") else ""


def _is_called_for(grammar: Grammar, head: Range, relative: bool, cue: Cue) -> bool:
    """المظاهرات التي, إضراب: a deed; الإصلاحات التي يطالب بها: whatever one demands; not رجل دعا إليه, who calls people to it."""
    word = grammar.tokens[head[0]].word
    if not relative and grammar.phrases.is_definite(head[0]):
        return False
    deed = grammar.phrases.is_event_noun(head[0]) or "trigger" in word.labels
    if cue.lemma == "طالب":
        return relative or deed or not word.labels & {"source", "country", "medium"}
    return deed and "person" not in word.labels


_THIRD = 3


def _wanted(cue: Cue) -> frozenset[str]:
    """The prepositions that lead to what a verb tells of or calls for."""
    return frozenset(prep.replace("ي", "ى") for prep in cue.preps)


_TELLS_OF = frozenset({"announce", "appeal", "demand", "talk", "reveal", "note"})
"""أعلن عنها, دعا إليها, يطالب بها, تحدث عنها; not توصل إليها."""


def _speaker(grammar: Grammar, at: int, form: VerbForm, anybody: bool = False) -> Range | None:
    """Whoever stands right behind the verb or its preposition, adverbs and times aside, and can be its subject."""
    limit = grammar.limit(at - 1)
    while at < limit and (grammar.parts[at] == ADVERB or at in grammar.date_at):
        at = grammar.date_at[at].end if at in grammar.date_at else at + 1
    if at >= limit or not grammar.phrases.begins(at) or grammar.phrases.preposition_of(grammar.tokens[at]):
        return None
    speaks = (
        anybody
        or bool(grammar.tokens[at].word.labels & SPEAKERS)
        or at in grammar.phrases.seats
        or grammar.phrases.is_definite(at + 1)
    )
    if not speaks or not grammar.agrees(form, at, before=False):
        return None
    return at, before_aim(grammar, at, grammar.phrases.end(at, limit, SUBJECT))
