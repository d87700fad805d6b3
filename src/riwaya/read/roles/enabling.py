"""Whom words let do a deed, before it: سمح لمندوبيها بزيارة الأسرى, أنظمة تمكنها من | ضرب الأهداف; and who stands behind it."""

from __future__ import annotations

from riwaya.lang.ar.parts import ADVERB, NOUN, PREPOSITION, VERB
from riwaya.read.clauses.able import acts, is_common, is_party
from riwaya.read.clauses.near import ACTOR
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.arguments import Syntax
from riwaya.read.roles.bearers import capable
from riwaya.read.roles.lights import light_lemma

_LETS = ("سمح", "يسمح", "تسمح", "سمحت", "سماح")
_CARRIES_OUT = frozenset({"نفذ", "شن", "ارتكب"})
_NEAR, _SUBJECT = 10, 5


def let_do(grammar: Grammar, mark: Mark) -> Range | None:
    """يسمح لمندوبيها ب | زيارة الأسرى, سمح للجيش ب | دخول البلدة: to whom a deed is allowed, which ب leads."""
    if mark.found.preposition != "ب":
        return None
    for at in range(mark.index - 1, max(grammar.layout.sentence(mark.index).start, mark.index - _NEAR), -1):
        if grammar.parts[at] not in (NOUN, ADVERB) and grammar.tokens[at].norm != "من":  # لمجموعات | من المستوطنين
            return None
        if grammar.tokens[at].word.preposition != "ل" or not grammar.phrases.begins(at):
            continue
        where = at, grammar.phrases.end(at, mark.index, ACTOR)
        lets = where[1] == mark.index and _is_let(grammar, at)
        somebody = is_party(grammar, where) or "person" in grammar.tokens[at].word.labels or grammar.phrases.is_owned(at)
        return where if lets and somebody else None
    return None


def _is_let(grammar: Grammar, at: int) -> bool:
    """سمحت | للجيش, سمحت الشرطة | للمستوطنين: whether a verb of letting stands before, with nobody but its subject between."""
    for before in range(at - 1, max(-1, at - _SUBJECT), -1):
        if grammar.tokens[before].word.core in _LETS:
            return True
        if grammar.parts[before] != NOUN or grammar.tokens[before].word.preposition:
            return False
    return False


def open_to(grammar: Grammar, mark: Mark) -> Range | None:
    """بلاده منفتحة على | لقاء مسؤولين من الشمال: who is ready to meet somebody, whom the genitive of the meeting names."""
    if mark.entry.group != "meet" or mark.is_verb or mark.found.article:
        return None
    return capable(grammar, mark, grammar.layout.sentence(mark.index).start)


def behind_deed(syntax: Syntax, at: int, mark: Mark) -> Range | None:
    """نفذت الهجمات | قوات حكومية, نفذ الهجومين في البلدة | فتاتان: a party behind a deed that looks like the subject."""
    found = syntax.of(at)
    subject, behind = found.subject, found.object
    if subject is None or behind is None or subject[0] != mark.index or not mark.found.article or behind[0] < mark.end:
        return None
    grammar = syntax.grammar
    led = grammar.parts[behind[0] - 1] == PREPOSITION or light_lemma(grammar, at) not in _CARRIES_OUT
    return None if led or not acts(grammar, behind, mark) or is_common(grammar, behind) else behind


def has_led(grammar: Grammar, noun: int, mark: Mark) -> bool:
    """بادر المسلح عند | قيام الشرطة بملاحقته | بإطلاق النار: its own deed stands before, the next is another's."""
    if mark.found.preposition != "ب" or mark.found.conjunction:
        return False
    led = any(grammar.tokens[at].word.preposition == "ب" and _is_deed(grammar, at) for at in range(noun + 1, mark.index))
    first = max(grammar.layout.sentence(noun).start, noun - _NEAR)
    return led and any(grammar.parts[at] == VERB and grammar.light(at) == "actor" for at in range(first, noun))


def _is_deed(grammar: Grammar, at: int) -> bool:
    """بملاحقته, بملاحقة المسلح: a verbal noun with a pronoun or a genitive."""
    return grammar.phrases.is_owned_masdar(at) or grammar.phrases.is_masdar(at)
