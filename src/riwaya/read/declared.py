"""A deed that an armed body announces in a word as its own: أعلنت الكتائب | استهداف دبابة."""

from __future__ import annotations

from riwaya.lang.ar.parts import THAT
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.forces import ARMS
from riwaya.read.grammar import Grammar, Range
from riwaya.read.near import person_group
from riwaya.read.triggers import Mark
from riwaya.spelling import fold


def declares(grammar: Grammar, mark: Mark, speaker: Range, content: Range) -> bool:
    """أعلن الحزب | استهداف موقع للجيش: what an armed body announces first it did itself, unless its own men or posts suffer."""
    bare = not mark.is_verb and not mark.found.pronoun and not grammar.phrases.has_article(mark.index)
    if not bare or mark.index != content[0] or grammar.parts[mark.index - 1] == THAT or fold(mark.entry.lemma) not in _DEEDS:
        return False
    return _is_armed(grammar, speaker[0]) and not _hits_own(grammar, mark)


def _is_armed(grammar: Grammar, head: int) -> bool:
    """الكتائب, الجيش, الحركة: a body that fights, no ministry and nobody who counts the dead."""
    core = grammar.tokens[head].word.core
    return person_group(grammar, head) in ("military", "militant", "unit") or core in ARMS or core in _BODIES


def _hits_own(grammar: Grammar, mark: Mark) -> bool:
    """استهداف موقعها, استهداف دورية لها: whose pronoun is the speaker's own does not hit itself."""
    behind = range(mark.index + 1, min(grammar.limit(mark.index), mark.index + _NEAR))
    return any(grammar.phrases.is_owned(at) or grammar.tokens[at].norm in ("له", "لها", "لهم") for at in behind)


_NEAR = 5
_BODIES = word_list("body that fights")
_DEEDS = word_list("declared deed")
"""Lemmas of attack nouns with an object that somebody armed announces of himself (استهداف, قصف, قنص)."""
