"""What is said by a noun in front of a sentence ends before what the sentence itself tells (وسط تحذيرات من كارثة، قصف الجيش)."""

from __future__ import annotations

from riwaya.lang.ar.parts import AUXILIARY, RELATIVE, SUBORDINATOR, THAT, VERB
from riwaya.read.clauses.between import points_back
from riwaya.read.clauses.clauses import verb_form
from riwaya.read.grammar import Grammar, Range


def before_its_verb(grammar: Grammar, index: int, content: Range) -> Range:
    """بعد اتهام الحكومة بقتل المحتجين | خرجت مظاهرات: an adverbial in front of a sentence ends before its verb.

    أكد أن دعوته للتعبئة | كان لها أثر: so does what a clause is about.
    """
    first, (start, end) = grammar.layout.sentence(index).start, content
    topic = index > first and grammar.parts[index - 1] == THAT and grammar.parts[start - 1] != THAT
    if not topic and (index - first > _FRONTED or any(grammar.parts[k] == VERB for k in range(first, index))):
        return content
    if grammar.parts[start - 1] == THAT:
        return (start, next((k for k in range(start + 1, end - 1) if _opens_main(grammar, k)), end))
    for at in range(start + 1, end):
        behind = at + 1 < end and grammar.parts[at + 1] in (VERB, AUXILIARY) and not grammar.tokens[at + 1].word.conjunction
        if grammar.is_comma(at) and behind and not topic:  # وسط تحذيرات من كارثة |، قصف الجيش المستشفى
            return (start, at)
        if grammar.parts[at] in (RELATIVE, THAT, SUBORDINATOR) or grammar.is_sign(at):
            return content
        plain = grammar.parts[at] in (VERB, AUXILIARY) and not grammar.tokens[at].word.conjunction
        if plain and grammar.phrases.is_definite(at - 1):
            return (start, at)
    return content if topic else (start, _only_verb(grammar, start, end))


def _only_verb(grammar: Grammar, start: int, end: int) -> int:
    """وسط تحذيرات من مجاعة وشيكة | قصفت الطائرات المرفأ: the last perfect of a sentence that has no other verb for itself."""
    sentence = grammar.layout.sentence(start)
    if any(not grammar.is_sign(at) for at in range(end, sentence.end)):
        return end
    return next((at for at in range(end - 2, start, -1) if _tells(grammar, at)), end)


def _tells(grammar: Grammar, at: int) -> bool:
    """A perfect that nothing joins and no pronoun ties to what stands before it."""
    form = verb_form(grammar, at) if grammar.parts[at] == VERB else None
    return form is not None and form.tense == "perfect" and not grammar.tokens[at].word.conjunction and not points_back(grammar, at)


def _opens_main(grammar: Grammar, comma: int) -> bool:
    """رغم مخاوف الوزير من أن الهدنة تنهار، فإن القاهرة تعمل: the comma before what the sentence says itself."""
    behind = grammar.tokens[comma + 1]
    return grammar.is_comma(comma) and (behind.norm.startswith("فا") or behind.norm == "فقد")


_FRONTED = 4
