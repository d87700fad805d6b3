"""What a sentence supposes: a condition at its head and what hangs on it, a deed right behind a word of condition."""

from __future__ import annotations

from riwaya.lang.ar.parts import AUXILIARY, NEGATION, PERFECTIVE, VERB
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range, per_document
from riwaya.read.sayings.conditions import condition_in
from riwaya.read.text.layout import Sentence


def supposed(grammar: Grammar, mark: Mark) -> str:
    """إذا | سيطرت القوات, في حال | انسحاب الجيش: what is supposed; ما إذا | انسحبت, ما إذا كانت | المحادثات ستستمر: what may be."""
    at = mark.index - 1
    while at > 0 and (grammar.parts[at] in (NEGATION, AUXILIARY, PERFECTIVE) or grammar.tokens[at].norm == "تم"):
        at -= 1
    if at < 1:
        return ""
    if grammar.tokens[at].word.core in _IFS[:2]:
        if grammar.tokens[at - 1].norm != "ما":
            return "conditional" if mark.is_verb else ""
        known = mark.found.article and not any(is_future(grammar, k) for k in range(mark.end, min(grammar.limit(at), mark.end + 2)))
        return "" if known else "possible"
    supposed = grammar.tokens[at].word.core == "حال" and grammar.tokens[at - 1].word.core == "في"
    return "conditional" if supposed and at == mark.index - 1 else ""


def condition_around(grammar: Grammar, mark: Mark) -> str:
    """وإذا انتزعوا المدينة فسيتقدمون: the condition at the head of a sentence, and what follows behind ف."""
    found = _conditions(grammar)
    number = grammar.layout.sentence_of[mark.index]
    if number not in found:
        found[number] = _condition_at_head(grammar, grammar.layout.sentences[number])
    condition, behind = found[number]
    return "conditional" if mark.index < condition or mark.index >= behind else ""


@per_document
def _conditions(grammar: Grammar) -> dict[int, Range]:
    """Sentence → the end of the condition at its head, and where what hangs on it begins; kept as sentences are asked for."""
    return {}


def _condition_at_head(grammar: Grammar, sentence: Sentence) -> Range:
    """The end of the condition at the head of a sentence, and the token in ف behind it; the ends of the sentence for none."""
    first = next((at for at in range(sentence.start, sentence.end) if not grammar.is_sign(at)), sentence.start)
    condition = condition_in(grammar, (first, sentence.end), at_head=True)
    if condition is None or condition[0] > first + 2 or not _opens_condition(grammar, condition[0]):
        return sentence.start, sentence.end
    behind = (at for at in range(condition[1], sentence.end) if _hangs_on_it(grammar, at))
    return condition[1], next(behind, sentence.end)


def _opens_condition(grammar: Grammar, at: int) -> bool:
    """إذا, لو, في حال | سقوط المدينة: what opens a condition that all behind it hangs on."""
    return grammar.tokens[at].word.core in _IFS or grammar.layout.norms[at + 1 : at + 2] in (["حال"], ["حاله"])


def _hangs_on_it(grammar: Grammar, at: int) -> bool:
    """فسيتقدمون, وفي حال سقوط المدينة، | سيعني ذلك سيطرة الجماعة: ف, or a verb of the future behind a comma."""
    return grammar.tokens[at].norm.startswith("ف") or (grammar.is_comma(at - 1) and is_future(grammar, at))


_IFS = ("اذا", "لو", "ان")


def is_future(grammar: Grammar, at: int) -> bool:
    """ستليها, سيشن: a verb with س; not سيطر, which has its own."""
    token = grammar.tokens[at]
    if "س" not in token.norm[:2]:
        return False
    known = any(getattr(one.sense.form, "tense", "") == "perfect" for one in token.word.analyses)
    return any(one.future for one in token.word.analyses) or (
        grammar.parts[at] == VERB and not known and token.norm.startswith(("سي", "ست", "سن", "وسي", "وست", "وسن"))
    )


def would_have(grammar: Grammar, mark: Mark) -> bool:
    """لولا الحراسة | لقتلوا الوزير, لو انسحب الجيش | لسقطت المدينة: a perfect with ل behind what did not come about."""
    past = mark.form is None or mark.form.tense == "perfect"  # | لقتل, which may be read as a noun
    return past and _had_it_been(grammar, mark.index)


def would_not_have(grammar: Grammar, mark: Mark) -> bool:
    """لولا المتطوعون لما | تحررت المدينة: a perfect behind لما that hangs on what did come about."""
    behind = mark.is_verb and mark.index > 0 and grammar.tokens[mark.index - 1].norm == "لما"
    return behind and would_have(grammar, mark)


def _had_it_been(grammar: Grammar, index: int) -> bool:
    first = grammar.layout.sentence(index).start
    return any(grammar.tokens[at].norm.removeprefix("و") in _HAD_IT_BEEN for at in range(max(first, index - _WITHIN), index))


_HAD_IT_BEEN, _WITHIN = ("لو", "لولا"), 16


def but_for(grammar: Grammar, mark: Mark) -> bool:
    """كان الجيش | سيقتحم المدينة لولا الوساطة: what would have come about but for something."""
    behind = range(mark.end, min(grammar.layout.sentence(mark.index).end, mark.end + _WITHIN))
    return any(grammar.tokens[at].norm == "لولا" for at in behind)
