"""Whose deeds are listed: جرائم ارتكبها المتمردون شملت القصف وخطف النشطاء, انتهاكات من جانب القوات بينها قصف الأحياء."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, NUMERAL, QUANTIFIER, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.able import is_common, is_party
from riwaya.read.clauses.clauses import subject_of
from riwaya.read.clauses.near import ACTOR
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.statements import Told

_CRIMES, _LISTING = word_list("crime that is listed"), word_list("lists deeds")
_COMMITTING = word_list("commits a crime")
_BY = word_list("by whom a crime is")
_REACH, _BACK = 40, 25


def violator(grammar: Grammar, mark: Mark) -> Range | None:
    """وثقت المنظمة جرائم ارتكبها المتمردون شملت | القصف وخطف النشطاء: who commits the crimes among which a deed is listed."""
    breach = mark.entry.group == "breach"  # انتهاكات المتمردين، خصوصا | خرق الهدنة
    if mark.is_verb or mark.found.pronoun or not (breach or mark.entry.type in ("ASSAULT", "COERCE")):
        return None
    lists = _lists(grammar, mark)
    crime = _crime(grammar, lists) if lists is not None else None
    if lists is None or crime is None:
        return None
    return _by_whom(grammar, crime, lists) or _committed(grammar, crime, lists) or _whose(grammar, crime, lists)


def charged_with(grammar: Grammar, mark: Mark, told: Told | None) -> Range | None:
    """اتهمت المنظمة الحركة بارتكاب جرائم شملت | قتل الأسرى: who is accused of the crimes among which a deed is listed."""
    if told is None or told.statement.act != "accuse" or mark.is_verb:
        return None
    lists = _lists(grammar, mark)
    crime = _crime(grammar, lists) if lists is not None else None
    return told.addressee if crime is not None and crime >= told.content[0] else None


def _lists(grammar: Grammar, mark: Mark) -> int | None:
    """شملت | القصف وإعدامات, من بينها قصف الأحياء و | خطف النشطاء: the word that lists deeds, no clause between it and the deed."""
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _REACH)
    for at in range(mark.index - 1, first, -1):
        word = grammar.tokens[at].word
        if word.core in _LISTING or word.norm in _LISTING:
            return at
        if grammar.parts[at] in (VERB, THAT):
            return None
    return None


def _crime(grammar: Grammar, lists: int) -> int | None:
    """The noun of crimes that a word of listing goes back to, the nearest in its sentence."""
    first = max(grammar.layout.sentence(lists).start, lists - _BACK)
    return next((at for at in range(lists - 1, first - 1, -1) if grammar.tokens[at].word.core in _CRIMES), None)


def _by_whom(grammar: Grammar, crime: int, limit: int) -> Range | None:
    """الجرائم المرتكبة من جانب | المتمردين: the phrase behind words that name the doer."""
    for at in range(crime + 1, limit - 2):
        if grammar.layout.norms[at] in ("من", "علي") and grammar.layout.norms[at + 1] in _BY:
            return _somebody(grammar, at + 2, limit)
    return None


def _committed(grammar: Grammar, crime: int, limit: int) -> Range | None:
    """جرائم ارتكبها | المتمردون: the subject of a verb of committing."""
    verbs = (at for at in range(crime + 1, limit) if grammar.parts[at] == VERB)
    verb = next((at for at in verbs if grammar.tokens[at].word.core.startswith(tuple(_COMMITTING))), None)
    subject = subject_of(grammar, verb) if verb is not None else None
    return subject if subject is not None and verb is not None and verb < subject[0] and subject[1] <= limit else None


def _whose(grammar: Grammar, crime: int, limit: int) -> Range | None:
    """جرائم | الحركة, الانتهاكات | الإسرائيلية: the genitive or the nationality of a noun of crimes."""
    behind = crime + 1
    if behind < limit and "demonym" in grammar.tokens[behind].word.labels and grammar.phrases.is_adjective(behind):
        return behind, behind + 1
    if grammar.tokens[crime].word.article or grammar.phrases.preposition_of(grammar.tokens[min(behind, limit)]):
        return None
    return _somebody(grammar, behind, limit)


def _somebody(grammar: Grammar, at: int, limit: int) -> Range | None:
    if at >= limit or grammar.parts[at] not in (NOUN, NUMERAL, QUANTIFIER) or not grammar.phrases.begins(at):
        return None
    found = at, grammar.phrases.end(at, limit, ACTOR)
    known = grammar.phrases.is_definite(at) or grammar.phrases.is_proper(at) or found[1] - at > 1
    return found if known and is_party(grammar, found) and not is_common(grammar, found) else None


RULES = (violator, charged_with)
"""Who acts where deeds are listed as somebody's crimes."""
