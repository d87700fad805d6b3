"""Whoever is called accused or suspected of something, and nobody is named who accuses."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import DEMONSTRATIVE, NOUN, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Analysis
from riwaya.read.clauses.around import follows_number
from riwaya.read.clauses.pointed_back import antecedent
from riwaya.read.grammar import Grammar, Range
from riwaya.read.sayings.attribution import Attribution, content_from


def accused(grammar: Grammar, index: int) -> Attribution | None:
    """Somebody is called accused of something and nobody is named who accuses (المتهم بقتل جندي)."""
    found = next((one for one in grammar.tokens[index].word.all("cue", "participle") if accuses(one)), None)
    at = index + 1
    if found is None or found.pronoun or at >= grammar.limit(index) or _is_verbs_own(grammar, index):
        return None
    free = grammar.tokens[at].norm in ("ب", "في")
    if not (free or grammar.phrases.preposition_of(grammar.tokens[at]) == "ب"):
        return None
    if grammar.tokens[at].norm == "في" and not _is_of_case(grammar, index, at + 1):
        return None
    start = at + 1 if free or grammar.parts[at] == THAT else at
    if start < len(grammar.tokens) and grammar.tokens[start].word.core in _BAIL:
        return None
    content = content_from(grammar, start, index, phrase=True)
    if content is None:
        return None
    whom = _called_so(grammar, index)
    return Attribution((index, index + 1), "accuse", "accuse", "N", "accused", content[0], addressee=whom, agentless=True)


_BAIL = frozenset({"كفاله", "ضمان"})
"""الإفراج عن المتهمين | بكفالة: on what terms they are let go."""


def _is_verbs_own(grammar: Grammar, index: int) -> bool:
    """أدلى المتهمان | باعترافات, قام المتهم | بزرع العبوة: what ب leads to goes with the verb right before the accused."""
    return index > 0 and grammar.parts[index - 1] == VERB and grammar.tokens[index - 1].word.core.startswith(tuple(_WITH_B))


_WITH_B = word_list("takes b behind its subject")


def accuses(found: Analysis) -> bool:
    """متهم, مشتبه: a participle that says what somebody is accused or suspected of."""
    cue = found.sense.entry
    return isinstance(cue, Cue) and cue.act == "accuse" and cue.lemma in ("اتهم", "")


def _is_of_case(grammar: Grammar, index: int, at: int) -> bool:
    """المتهمون في | تفجير السوق, في | قضية الرشوة: a deed or a case; not where they are (في | السجون, ثلاثة مشتبهين في | نيروبي),
    when, nor a case told before (في | هذه القضية).
    """
    if at in grammar.phrases.placed or at in grammar.date_at or follows_number(grammar, index):
        return False
    if at >= grammar.limit(index) or grammar.parts[at] == DEMONSTRATIVE or grammar.tokens[index - 1].word.core in ("حق", "حقوق"):
        return False
    return grammar.phrases.is_event_noun(at) or grammar.phrases.is_masdar(at) or grammar.tokens[at].word.core in _CASES


_CASES = word_list("case of the accused")


def _called_so(grammar: Grammar, index: int) -> Range | None:
    """الوزير سالم النور | المتهم بقتل, محاكمة | أربعة رجال | متهمين: the noun before the participle, without the deed done."""
    if index == 0 or grammar.parts[index - 1] != NOUN or grammar.tokens[index].word.conjunction:
        return None
    if grammar.phrases.is_event_noun(index - 1) or grammar.phrases.is_masdar(index - 1):
        return None  # جلسة محاكمة | المتهمين
    known = grammar.phrases.has_article(index - 1) or grammar.phrases.is_proper(index - 1) or grammar.phrases.is_owned(index - 1)
    several = grammar.tokens[index].word.core.endswith(("ين", "ون")) and not grammar.phrases.has_article(index - 1)
    if grammar.phrases.has_article(index) and (several or not known):
        return None  # مثل | المتهمون
    whom = antecedent(grammar, index, None)
    while whom is not None and not _may_be_meant(grammar, index, whom[0]):
        inner = next((k for k in range(whom[0] + 1, whom[1]) if grammar.phrases.begins(k)), None)
        whom = (inner, whom[1]) if inner is not None else None
    return whom


def _may_be_meant(grammar: Grammar, index: int, head: int) -> bool:
    """نفوذ | إيران المتهمة, الشرطة | المتهم: no deed, and of the gender that a participle in the singular shows."""
    if grammar.phrases.is_event_noun(head) or grammar.phrases.is_masdar(head):
        return False
    word = grammar.tokens[index].word.bare
    if word.endswith(("ين", "ون", "ان")):
        return True
    feminine = grammar.gender(head) == "f" or grammar.tokens[head].word.bare.endswith("ة")
    return word.endswith("ة") == feminine or (not grammar.gender(head) and not feminine and head in grammar.phrases.placed)
