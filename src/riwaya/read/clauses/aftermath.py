"""What came of an attack, or was done behind one: إثر, عقب and بعد go on with what is said of a deed."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import NOUN, PREPOSITION, RELATIVE
from riwaya.read.clauses.companions import entries_at
from riwaya.read.grammar import Grammar

_TELLING = frozenset({"assert", "assess", "admit", "deny"})
_AFTERMATH = frozenset({"اثر", "عقب", "غداه"})
_VICTIMS, _SOON = 7, 9


def opens_aftermath(grammar: Grammar, index: int) -> bool:
    """اعتقال رجلين | إثر تفجير, انهيارهم | عقب الضربات: a word that stands before what something came behind."""
    return grammar.tokens[index].word.core in _AFTERMATH and grammar.parts[index] == PREPOSITION


def came_about(grammar: Grammar, index: int, start: int, end: int) -> bool:
    """أعلن إصابة اثنين | إثر تعرضهم لإطلاق نار, مقتل خمسة عقب تفجير: behind victims an attack is what they fell to."""
    if _follows_deed(grammar, index, start, end):
        return True
    groups = {one.group for at in range(max(0, index - _VICTIMS), index) for one in entries_at(grammar, at)}
    behind = range(index + 1, min(end, index + _SOON))
    wounds = len(behind) > 0 and grammar.phrases.is_owned(index + 1) and _is_of(grammar, index + 1, "result")
    if wounds and any(_is_of(grammar, at, "result") for at in range(start, index)):  # قتيلين في مظاهرات بالخرطوم | إثر إصابتهما
        return True
    return "result" in groups and (wounds or any(_is_of(grammar, at, "attack") for at in behind))


def _follows_deed(grammar: Grammar, index: int, start: int, end: int) -> bool:
    """أعلن اعتقال رجلين | إثر تفجير: right behind a content that is a deed, the attack that it came behind."""
    deed = bool(entries_at(grammar, start)) and grammar.parts[start] == NOUN and not _is_of(grammar, start, "attack")
    if index + 1 >= end or not (deed or grammar.phrases.is_masdar(start)) or not _is_told(grammar, start):
        return False
    broke_out = index + 2 < end and grammar.phrases.is_masdar(index + 1) and _is_of(grammar, index + 2, "attack")
    return grammar.parts[index + 1] == NOUN and (broke_out or _is_of(grammar, index + 1, "attack"))  # إثر اندلاع | اشتباكات


def _is_told(grammar: Grammar, start: int) -> bool:
    """أعلن الجيش | اعتقال رجلين; not وعد | بتشديد الحراسة: who tells of a deed, none that is promised, threatened or asked for."""
    first = grammar.layout.sentence(start).start
    at = next((k for k in range(start - 1, first - 1, -1) if "cue" in grammar.tokens[k].word.labels), None)
    if at is None:
        return False
    acts = {found.sense.entry.act for found in grammar.tokens[at].word.all("cue") if isinstance(found.sense.entry, Cue)}
    return bool(acts) and acts <= _TELLING


def comes_after_deed(grammar: Grammar, index: int, start: int, end: int) -> bool:
    """أعلن الجيش استعادة القرية، | بعد معارك: behind a comma too, where a deed is told and a fight or an order came before."""
    if grammar.tokens[index].norm != "بعد" or RELATIVE in grammar.parts[start:index]:
        return False
    return _follows_deed(grammar, index, start, end)


def _is_of(grammar: Grammar, at: int, group: str) -> bool:
    return any(one.group == group for one in entries_at(grammar, at))
