"""Event words that are only names: of a society that is there for such deeds, or a word that is spoken of as a word."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.phrases.phrases import SOCIETIES


def is_only_name(grammar: Grammar, mark: Mark) -> bool:
    """Whether an event word tells nothing because it is a name here."""
    return not mark.is_verb and (names_society(grammar, mark) or is_spoken_of(grammar, mark))


def names_society(grammar: Grammar, mark: Mark) -> bool:
    """جمعية | مساعدة | السجناء, هيئة | إغاثة | اللاجئين: what a society is there for, right behind its kind, before a genitive."""
    before, behind = mark.index - 1, mark.index + 1
    if mark.entry.group != "give" or before < 0 or behind >= len(grammar.tokens) or mark.found.article or mark.found.preposition:
        return False
    whom = grammar.parts[behind] == NOUN and grammar.phrases.has_article(behind)
    return whom and grammar.tokens[before].word.core in SOCIETIES and not grammar.phrases.has_article(before)


def is_spoken_of(grammar: Grammar, mark: Mark) -> bool:
    """تستخدم أنقرة كلمة | "تحييد", مصطلح «التطهير»: a word in marks behind what says that it is one."""
    opened = mark.index - 1
    alone = opened > 0 and grammar.layout.closing.get(opened) == mark.index + 1
    return alone and grammar.tokens[opened - 1].word.core in _WORDS


_WORDS = frozenset({"كلمه", "عباره", "مصطلح", "لفظ", "تعبير"})
