"""تدخل: intervention, which is written like "she enters"."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, PREPOSITION, QUANTIFIER, THAT, VERB
from riwaya.read.grammar import Grammar


def is_intervention(grammar: Grammar, index: int) -> bool:
    """تزايد | تدخل التحالف, رفض أي | تدخل, تمهيدا | لتدخل عسكري, نعارض | تدخلهم في الحرب: not "she enters".

    Nor is إن | تدخل التحالف في البلاد ينذر بالحرب; في وقت | تدخل فيه الحرب عامها الثاني is.
    """
    norm = grammar.tokens[index].norm
    if grammar.parts[index] != VERB or index == 0:
        return False
    if norm.lstrip("ولب") in _HIS:
        return grammar.layout.norms[index + 1 : index + 2] in (["في"], ["علي"])
    if norm not in ("تدخل", "لتدخل", "تدخلا") or _enters_its_year(grammar, index):
        return False
    if _says_of_which_kind(grammar, index + 1) or _intervenes_in(grammar, index):
        return True
    before = index - 1
    bare = grammar.parts[before] == NOUN and not grammar.phrases.is_complete(before)
    return norm == "تدخل" and (bare or grammar.parts[before] in (PREPOSITION, QUANTIFIER))


def _intervenes_in(grammar: Grammar, index: int) -> bool:
    """إن | تدخل التحالف في البلاد, زعموا | تدخل الدولة فيما يجري: who enters a place does so with no في."""
    limit = min(grammar.limit(index), index + _REACH)
    led = grammar.parts[index - 1] in (THAT, VERB)  # not المقاومة | تدخل القصر في المدينة
    if grammar.tokens[index].norm != "تدخل" or not led or not grammar.phrases.begins(index + 1):
        return False
    inside = next((at for at in range(index + 2, limit - 1) if grammar.tokens[at].norm in ("في", "فيما")), limit)
    if inside == limit or any(grammar.parts[at] == VERB for at in range(index + 1, inside)):
        return False
    where = inside + 1
    dated = where in grammar.date_at or inside in grammar.date_at
    past = grammar.phrases.end(where, limit) if grammar.phrases.begins(where) else limit
    entered = past < limit and grammar.phrases.begins(past) and not grammar.tokens[past].word.preposition
    return not dated and not entered


def _enters_its_year(grammar: Grammar, index: int) -> bool:
    """تدخل الحرب في الوادي | عامها الثاني: a time with a pronoun, which something enters."""
    behind = grammar.tokens[index + 1 : min(grammar.layout.sentence(index).end, index + _REACH)]
    return any(token.norm.startswith(_TIMES) and token.norm.endswith(("ها", "ه")) for token in behind)


_REACH, _TIMES = 10, ("اسبوع", "شهر", "عام", "يوم", "سنت")


def _says_of_which_kind(grammar: Grammar, at: int) -> bool:
    """تدخل | عسكري, تدخل | تركي: an adjective of the masculine, which no subject or object of "she enters" is."""
    if at >= grammar.limit(at - 1):
        return False
    word = grammar.tokens[at].word
    if word.article or word.preposition or word.conjunction:
        return False
    return word.core in _KINDS or ("demonym" in word.labels and word.core.endswith("ي"))


_HIS = ("تدخله", "تدخلها", "تدخلهم")
_KINDS = ("عسكري", "بري", "اجنبي", "خارجي", "دولي")
