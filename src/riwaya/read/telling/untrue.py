"""What somebody says is not true, or that nothing shows it: it is not told to have happened."""

from __future__ import annotations

from riwaya.lang.ar.parts import CONTRAST, RELATIVE, SUBORDINATOR, THAT
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.statements import Told

_REACH, _NEAR, _TOLD = 10, 4, 8
_ENDS = frozenset({RELATIVE, SUBORDINATOR, CONTRAST})


def is_untrue(grammar: Grammar, mark: Mark) -> bool:
    """ليس صحيحا أن الجيش | قصف القرية, لا صحة لما تردد عن | مقتل القائد, أنباء | مقتله غير صحيحة: what is said not to be true."""
    return _behind(grammar, mark) or (not mark.is_verb and _ahead(grammar, mark))


def _behind(grammar: Grammar, mark: Mark) -> bool:
    """A noun right behind the words, or a verb of the clause that they open: لا دليل على أن | الهجوم كان منسقا denies no attack."""
    if grammar.layout.lacks(_BEHIND):
        return False
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _REACH)
    opened = False
    for at in range(mark.index - 1, first, -1):
        if _pair(grammar, at - 1) in _UNTRUE:
            return opened == mark.is_verb and grammar.tokens[at + 1].norm not in ("له", "لها", "لهم")
        if grammar.is_comma(at) or (grammar.parts[at] in _ENDS and grammar.tokens[at].norm != "لما"):
            return False
        opened = opened or grammar.parts[at] == THAT
    return False


def _ahead(grammar: Grammar, mark: Mark) -> bool:
    """أنباء | مقتل القائد غير صحيحة, الحديث عن | انسحاب الجيش عار عن الصحة: behind a noun of what is told."""
    if grammar.layout.lacks(NEWS):
        return False
    before = range(max(grammar.clause_start(mark.index), mark.index - _TOLD), mark.index)
    if not any(grammar.tokens[at].word.core in NEWS for at in before):
        return False
    for at in range(mark.end, min(grammar.limit(mark.index), mark.end + _REACH) - 1):
        if grammar.is_comma(at) or grammar.parts[at] in _ENDS:
            return False
        if _pair(grammar, at) in _UNTRUE_BEHIND:
            return True
    return False


def is_news_told(grammar: Grammar, denial: Told, inner: Told) -> bool:
    """نفى أنباء | تحدثت عن مقتله, نفى صحة ما | أعلنه المتمردون: what a denial is of, if it is news or what others tell."""
    start, end = denial.content
    start += grammar.tokens[start].word.core in ("صحه", "كل", "جميع")
    if denial.statement.act != "deny" or not start <= inner.cue[0] < inner.content[0] < inner.content[1] <= end:
        return False
    if inner.cue[0] - start > _NEAR or any(grammar.is_comma(at) for at in range(start, inner.cue[0])):
        return False
    return grammar.tokens[start].norm in ("ما", "مما") or grammar.tokens[start].word.core in NEWS


def _pair(grammar: Grammar, at: int) -> str:
    """Two words as they are written, the first without و or ف."""
    return f"{grammar.tokens[at].norm.removeprefix(grammar.tokens[at].word.conjunction)} {grammar.tokens[at + 1].norm}"


_UNTRUE, _UNTRUE_BEHIND, NEWS = word_list("not true"), word_list("not true, said of news"), word_list("news of a deed")
_BEHIND = frozenset(pair.split()[1] for pair in _UNTRUE)
"""The second words of those pairs."""
