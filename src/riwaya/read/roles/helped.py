"""Who is helped, where the words of the help name him late: behind what it is for, as who asks for it."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN
from riwaya.model.swift import changed
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.near import TARGET, after, by_clitic
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.arguments import Syntax
from riwaya.read.statements import Told

_HELP = frozenset({"give", "support"})


def helped(syntax: Syntax, mark: Mark, target: Range | None, one: Told | None) -> Range | None:
    """تكثيف المساعدات لرفع المعاناة عن | السكان, طلبت | المدينة المساعدة: who is helped."""
    grammar = syntax.grammar
    if mark.entry.type != "AID" or mark.entry.group not in _HELP:
        return None
    if target is not None and _is_what_for(grammar, target):
        return _from_whom(grammar, target[0] + 1)
    if target is not None:
        return None
    return _borne(grammar, mark) or _supplied(grammar, mark) or _relieved(grammar, mark) or _asks(syntax, mark, one)


def _is_what_for(grammar: Grammar, where: Range) -> bool:
    """مساعدات | لرفع المعاناة: what help is for is nobody who gets it."""
    word = grammar.tokens[where[0]].word
    return word.preposition == "ل" and grammar.phrases.is_masdar(where[0]) and not word.labels & {"person", "source"}


def _borne(grammar: Grammar, mark: Mark) -> Range | None:
    """تحمل الطائرة مساعدات عسكرية | لقوات الحكومة: for whom what is carried is."""
    if not mark.is_verb or mark.companion <= mark.index:
        return None
    end = mark.companion + 1
    while end < grammar.limit(mark.index) and (grammar.phrases.is_adjective(end) or grammar.tokens[end].word.conjunction):
        end += 1
    found = by_clitic(grammar, changed(mark, end=end), "ل")
    return None if found is None or _is_what_for(grammar, found) else found


def _supplied(grammar: Grammar, mark: Mark) -> Range | None:
    """تزويد | تايبيه | بأسلحة: whoever stands between a noun of supplying and the goods, though no table has the name."""
    at, goods = mark.end, mark.companion
    if mark.is_verb or mark.entry.frame != "AO" or not at < goods or grammar.phrases.preposition_of(grammar.tokens[goods]) != "ب":
        return None
    plain = all(grammar.parts[k] == NOUN and not grammar.phrases.preposition_of(grammar.tokens[k]) for k in range(at, goods))
    return (at, min(goods, grammar.phrases.end(at, goods, TARGET))) if plain else None


def _relieved(grammar: Grammar, mark: Mark) -> Range | None:
    """المساعدات الإنسانية لتخفيف المعاناة عن | السكان: whom the end of the help names."""
    at = mark.end
    while at < grammar.limit(mark.index) and grammar.phrases.is_adjective(at):
        at += 1
    led = not mark.is_verb and at < grammar.limit(mark.index) and _is_what_for(grammar, (at, at + 1))
    return _from_whom(grammar, at + 1) if led else None


def _from_whom(grammar: Grammar, start: int) -> Range | None:
    """لرفع المعاناة عن | السكان: from whom something is lifted; عن | طريق الميناء is by which way."""
    found = after(grammar, start, frozenset({"عن"}))
    return None if found is None or grammar.tokens[found[0]].word.core == "طريق" else found


def _asks(syntax: Syntax, mark: Mark, one: Told | None) -> Range | None:
    """طلبت | المدينة من الوزارة المساعدة: whoever asks for help is to get it; not طلبت | دعم الجهود, المساعدة في | إجلاء الجرحى."""
    if one is None or one.statement.act != "demand" or one.speaker is None or mark.is_verb or one.cue[0] > mark.index:
        return None
    grammar, behind = syntax.grammar, mark.end
    cue = grammar.tokens[one.cue[0]].word.core
    if cue.startswith("طالب") or "طلب" not in cue[:_ASKING] or behind >= len(grammar.tokens):
        return None
    led = grammar.tokens[behind].norm == "في" and behind + 1 < len(grammar.tokens)
    helps = led and any(entry.type == "AID" for entry in entries_at(grammar, behind + 1))
    if helps or (grammar.parts[behind] == NOUN and not grammar.phrases.is_adjective(behind)):
        return None
    asking = syntax.of(one.cue[0]).subject or one.speaker
    return asking[0], next((at for at in range(asking[0] + 1, asking[1]) if grammar.tokens[at].norm == "من"), asking[1])


_ASKING = 6
