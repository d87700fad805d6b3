"""Whom a pronoun on a noun of undergoing means: بعد تعرضه لهجوم."""

from __future__ import annotations

from riwaya.lang.ar.parts import PREPOSITION, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.near import ACTOR
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.antecedents import antecedent_of

_PRONOUNS = ("ه", "ها", "هم", "هما")
_WHERE = word_list("where somebody is taken")
_BACK = 16


def whose_undergoing(grammar: Grammar, at: int) -> str:
    """بعد | تعرضه لهجوم, إثر | تعرضها لعدة غارات: the pronoun on a noun of undergoing; empty where none stands at a token."""
    core = grammar.tokens[at].word.core if at > 0 else ""
    pronoun = core.removeprefix("تعرض")
    return pronoun if pronoun != core and pronoun in _PRONOUNS else ""


def exposed(grammar: Grammar, mark: Mark) -> Range | None:
    """أغلق المستشفى أبوابه بعد تعرضه | لقصف, إثر تعرضها لهجوم: whom the pronoun on a noun of undergoing right before ل means."""
    return exposed_at(grammar, mark, mark.index - 1) if mark.found.preposition == "ل" else None


def exposed_at(grammar: Grammar, mark: Mark, at: int) -> Range | None:
    """تعرضها | لعدة غارات: whom the pronoun on a noun of undergoing at a token means."""
    if not (pronoun := whose_undergoing(grammar, at)):
        return None
    meant = antecedent_of(grammar, at, pronoun, mark.entry)
    if meant is None or meant[0] < grammar.layout.sentence(at).start:
        return None
    rather = _subject(grammar, at, pronoun) if _is_whereabouts(grammar, meant[0]) else None
    return rather or meant


def _is_whereabouts(grammar: Grammar, at: int) -> bool:
    """نقل إلى | المستشفى, توقفت قرب | المدرسة, أدخل | مستشفى: where somebody was or was taken."""
    before = grammar.tokens[at - 1].word if at else grammar.tokens[at].word
    led = at > 0 and (grammar.parts[at - 1] == PREPOSITION or "locative" in before.labels)
    return led or grammar.tokens[at].word.core in _WHERE


def _subject(grammar: Grammar, at: int, pronoun: str) -> Range | None:
    """نقل | الرجل إلى المستشفى بعد تعرضه: the subject of the verb before, if it agrees with the pronoun."""
    first = max(grammar.layout.sentence(at).start, at - _BACK)
    verb = next((k for k in range(at - 1, first - 1, -1) if grammar.parts[k] == VERB), None)
    head = verb + 1 if verb is not None else at
    if head >= at or not grammar.phrases.begins(head):
        return None
    gender = grammar.gender(head)
    agrees = gender == ("f" if pronoun == "ها" else "m") if pronoun in ("ه", "ها") else gender == ""
    known = grammar.tokens[head].word.labels & {"person", "thing"}
    return (head, grammar.phrases.end(head, at, ACTOR)) if agrees and known else None
