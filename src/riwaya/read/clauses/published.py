"""How far behind a verb stands what gives it another sense: what is published, raised or blown out of proportion."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import NOUN, NUMERAL, VERB
from riwaya.read.clauses.word_forms import forms_of
from riwaya.read.grammar import Grammar

PUBLISHED, _NEAR = 14, 6
"""نشر تنظيم القاعدة في اليمن | شريط فيديو, فجر الرئيس بسعيه للبقاء | أزمة: what is not deployed or blown up stands far behind."""


def may_be_published(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """نشر التنظيم في اليمن | شريطا: whether what is no deployment may stand far behind; not where the object is deployed."""
    if entry.lemma not in ("نشر", "رفع", "تبادل", "فجر") or grammar.parts[index] != VERB:
        return False
    return not _deploys(grammar, index, entry)


def _deploys(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """نشر سلاح البحرية | سفنا حربية لحماية المنصة: an accusative with no article is what is deployed, whatever follows."""
    for at in range(index + 1, min(grammar.limit(index), index + _NEAR)):
        word = grammar.tokens[at].word
        if grammar.parts[at] not in (NOUN, NUMERAL):
            return False
        plain = word.norm.endswith("ا") and not (word.article or word.preposition or word.conjunction)
        if plain and not entry.needs.isdisjoint(forms_of(word)):
            return True
    return False
