"""Other news that a sentence goes on with behind what is said: a clause of time in front, or another source."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import NOUN, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar

_WHILE = word_list("while, in front of other news")
_OTHERS = word_list("another teller")


def goes_over_to_news(grammar: Grammar, index: int) -> bool:
    """سيارات انفجرت، | وفيما قتل ثلاثة، كشف مصدر عن, ...، | كشف مصدر آخر عن: behind a comma the report itself tells on."""
    if not grammar.is_comma(index - 1):
        return False
    return _fronts(grammar, index) or _another_tells(grammar, index) or _is_main_of_while(grammar, index)


def _fronts(grammar: Grammar, index: int) -> bool:
    """، | وفي حين أصيب جندي، أعلن مصدر طبي: و and a word for while, whose main clause reports behind the next comma."""
    words = " ".join(grammar.layout.norms[index : index + 2])
    if words not in _WHILE and grammar.tokens[index].norm not in _WHILE:
        return False
    end = min(grammar.layout.sentence(index).end, index + _CLAUSE) - 1
    main = next((at + 1 for at in range(index + 2, end) if grammar.is_comma(at)), index)
    word = grammar.tokens[main].word
    return main > index and grammar.parts[main] == VERB and "cue" in word.labels and not word.conjunction


_CLAUSE = 30


def _is_main_of_while(grammar: Grammar, index: int) -> bool:
    """وفيما رفض الناطق التعليق، داعيا إلى الصبر، | أعلن التنظيم: what is told behind the clause of time in front."""
    first = grammar.layout.sentence(index).start
    if index == first or grammar.tokens[first].word.core not in ("فيما", "بينما") or grammar.parts[index] != VERB:
        return False
    found = grammar.tokens[index].word.find("cue", "verb")
    surely = found is not None and isinstance(found.sense.entry, Cue) and found.sense.entry.strength == "form"
    return surely and found is not None and not found.conjunction


def _another_tells(grammar: Grammar, index: int) -> bool:
    """، | كشف مصدر آخر عن: a verb of telling right behind the comma, with one more source than the one that speaks."""
    found = grammar.tokens[index].word.find("cue", "verb")
    surely = found is not None and isinstance(found.sense.entry, Cue) and found.sense.entry.strength == "form"
    if not surely or grammar.parts[index : index + 2] != [VERB, NOUN] or "source" not in grammar.tokens[index + 1].word.labels:
        return False
    return any(norm in _OTHERS for norm in grammar.layout.norms[index + 2 : index + 2 + _ADJECTIVES])


_ADJECTIVES = 3


def is_main_behind(grammar: Grammar, index: int, cue: int) -> bool:
    """وبعد أن طلبت الشرطة تعزيزات، | نصب المسلحون كمينا: the main clause behind a clause of time in front, in which one asks."""
    if not grammar.is_comma(index - 1) or grammar.parts[index] != VERB or grammar.tokens[index].word.conjunction:
        return False
    if grammar.layout.norms[max(cue - 2, 0) : cue] == ["الوقت", "الذي"] and cue - 3 == grammar.layout.sentence(cue).start:
        return True  # في الوقت الذي أكد فيه الوزير أن القائد مات، | نفى المتحدث ذلك
    norms = [norm.removeprefix("و") for norm in grammar.layout.norms[max(cue - 2, 0) : cue]]
    since = norms in (["بعد", "ان"], ["قبل", "ان"], ["منذ", "ان"])
    head = cue - 2 if since else cue - 1
    if head < 0 or not (since or norms[-1] in _ONCE):
        return False
    return head == grammar.layout.sentence(cue).start or grammar.parts[head - 1] == THAT or grammar.is_comma(head - 1)


_ONCE = frozenset({"بعدما", "عندما", "حين", "حينما"})
