"""What a report is about: one with hardly a word of conflict, or on sport, accidents or trade, tells no events."""

from __future__ import annotations

from functools import cache

from riwaya.lang.ar.lexicon import Noun
from riwaya.lang.ar.parts import NOUN
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Word
from riwaya.read.clauses.near import thing_group
from riwaya.read.clauses.triggers import mark_at
from riwaya.read.grammar import Grammar
from riwaya.read.telling.mishaps import MISHAPS
from riwaya.spelling import folded
from riwaya.tables import language_folder, load_table

_SHORTEST = 60
_ONE_IN = 200
_SPORT, _OTHER, _ONLY = 4, 4, 2
_UNTITLED, _TITLED = 3, 6
"""How many halves of the words of conflict the words of other subjects outnumber."""


@cache
def _subjects() -> dict[str, str]:
    return {folded(row["form"]): row["subject"] for row in load_table(language_folder("ar"), "subjects.tsv")}


def off_subject(grammar: Grammar) -> bool:
    """A report of sixty tokens or more with no word of conflict in its title and few in its text, or on something else.

    Words of conflict are those of the table, and soldiers and fighters, not whoever else is told of by the same noun. On sport is a
    report with more words of sport than of conflict; on accidents, the weather, plain crime, the economy, schools or feasts is one
    with half as many again of theirs, or three times as many where the title has a word of conflict (two of theirs are enough
    beside a single word of conflict in a report of sixty tokens); never one whose title (its first paragraph where it has none)
    names armed men or what they do, one that names them twice, or one that tells of bombs, shelling, shots or an air raid.
    Of what has none of all these, shorter texts say too little to tell.
    """
    count, titled = _counted(grammar)
    armed, sport = count.get("armed", 0), count.get("sport", 0)
    conflict = count.get("conflict", 0) + armed
    other = sum(count.values()) - conflict
    if other >= _least(grammar, conflict) and 2 * other > conflict * (_TITLED if titled else _UNTITLED):
        fought = "armed" in titled or _is_armed(grammar, armed)
        if other >= _OTHER or not fought:
            return not fought
    if len(grammar.tokens) < _SHORTEST:
        return False
    if sport >= max(_SPORT, conflict + 1):
        return not _is_armed(grammar, armed)
    return not titled and conflict * _ONE_IN < len(grammar.tokens)


def tells_of_arms(grammar: Grammar) -> bool:
    """Whether the title (the first paragraph where there is none) names armed men or what they do, or a conflict in which the text
    names them twice."""
    count, titled = _counted(grammar)
    return "armed" in titled or ("conflict" in titled and count.get("armed", 0) > 1)


def _least(grammar: Grammar, conflict: int) -> int:
    """How many words of other subjects it takes: fewer where hardly a word of conflict stands beside them."""
    if conflict > 1:
        return _OTHER
    return _ONLY if len(grammar.tokens) >= _SHORTEST else _OTHER - (conflict == 0)


def _counted(grammar: Grammar) -> tuple[dict[str, int], set[str]]:
    """How many words of each subject stand in a document, and which subjects of conflict its title or first paragraph names."""
    count: dict[str, int] = {}
    titled = set()
    first = grammar.layout.sentences[0].paragraph if grammar.layout.sentences else 0
    for token in grammar.tokens:
        found = token.word.subject
        if found is None:
            found = token.word.subject = _subject_of(token.word)
        if token.word.core == "انقلاب" and _rolls_over(grammar, token.index):
            found = "mishap"
        if not found or (found == _FIGHTERS and grammar.parts[token.index] != NOUN):
            continue
        found = "conflict" if found == _FIGHTERS else found
        count[found] = count.get(found, 0) + 1
        if found in _AT_WAR and grammar.layout.sentence(token.index).paragraph == first:
            titled.add(found)
    return count, titled


def _rolls_over(grammar: Grammar, at: int) -> bool:
    """حادث | انقلاب, انقلاب | حافلة: no coup."""
    around = [at - 1, *range(at + 1, min(at + 3, len(grammar.tokens)))]
    return any(grammar.tokens[k].word.core in MISHAPS or thing_group(grammar, k) == "vehicle" for k in around)


_AT_WAR = frozenset({"conflict", "armed"})


def _is_armed(grammar: Grammar, armed: int) -> bool:
    """قصفت إسرائيل جامعة, فجر انتحاري ملعبا: whatever else is told, bombs, shells, shots and air raids fall in a conflict only."""
    return armed > 1 or any(_is_shot(grammar, token.index) for token in grammar.tokens if "trigger" in token.word.labels)


def _is_shot(grammar: Grammar, at: int) -> bool:
    """قصف, غارات, أطلقوا النار, فجر سيارة: words that tell of arms, whatever the report; not فجرها القاضي of a scandal."""
    mark = mark_at(grammar, at)
    if mark is None or mark.entry.mode not in _SHOTS:
        return False
    if mark.entry.lemma == "فجر":
        return any(token.word.core in _BLOWN_UP for token in grammar.tokens[at + 1 : at + 1 + _NEAR])
    return mark.entry.lemma in _ALWAYS or (mark.entry.lemma != "أغار" and bool(mark.entry.needs))


_NEAR = 3
_SHOTS = frozenset({"heavy-weapons", "aerial", "firearms", "explosives"})
_ALWAYS = frozenset({"قصف", "غارة"})
_BLOWN_UP = frozenset({"نفس", "حزام", "سياره", "عبوه", "شاحنه"})


def _subject_of(word: Word) -> str:
    """The subject of a word; _FIGHTERS for who is a soldier or a fighter if the word is a noun; empty where it has none."""
    listed = _subjects().get(word.core) or _subjects().get(word.norm)
    if listed:
        return listed
    found = word.find("person")
    entry = found.sense.entry if found is not None else None
    fights = isinstance(entry, Noun) and entry.group in ("military", "militant") and folded(entry.lemma) not in _ANYBODY
    return _FIGHTERS if fights else ""


_FIGHTERS = "fighters"
_ANYBODY = word_list("anybody, fighter or not")
"""أفراد, عناصر, عملاء, قائد: nouns of fighters that as often tell of anybody else, and the ranks of police and rescuers."""
