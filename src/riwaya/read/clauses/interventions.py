"""تدخل: intervention, which is written like "she enters"."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, PREPOSITION, QUANTIFIER, VERB
from riwaya.read.grammar import Grammar


def is_intervention(grammar: Grammar, index: int) -> bool:
    """تزايد | تدخل التحالف, رفض أي | تدخل, تمهيدا | لتدخل عسكري, نعارض | تدخلهم في الحرب: not "she enters"."""
    norm = grammar.tokens[index].norm
    if grammar.parts[index] != VERB or index == 0:
        return False
    if norm in _HIS:
        return grammar.layout.norms[index + 1 : index + 2] == ["في"]
    if norm not in ("تدخل", "لتدخل"):
        return False
    if _says_of_which_kind(grammar, index + 1):
        return True
    before = index - 1
    bare = grammar.parts[before] == NOUN and not grammar.phrases.is_complete(before)
    return norm == "تدخل" and (bare or grammar.parts[before] in (PREPOSITION, QUANTIFIER))


def _says_of_which_kind(grammar: Grammar, at: int) -> bool:
    """تدخل | عسكري, تدخل | تركي: an adjective of the masculine, which no subject or object of "she enters" is."""
    if at >= grammar.limit(at - 1):
        return False
    word = grammar.tokens[at].word
    if word.article or word.preposition or word.conjunction:
        return False
    return word.core in _KINDS or ("demonym" in word.labels and word.core.endswith("ي"))


_HIS = frozenset({"تدخله", "تدخلها", "تدخلهم", "وتدخله", "وتدخلهم"})
_KINDS = ("عسكري", "بري", "اجنبي", "خارجي", "دولي")
