"""What joins the name that somebody gives to a thing: وصف القصف | بأنه جريمة, سمى المسلحين | بالخونة."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, QUANTIFIER, THAT, VERB
from riwaya.read.grammar import Grammar


def label_joint(grammar: Grammar, start: int, limit: int) -> int | None:
    """وصف القصف | بالجريمة, وصف الهجوم بالصواريخ | بأنه جريمة: where a label begins; a plain ب goes with what is called so."""
    first = next((at for at in range(start, limit) if joins_label(grammar, at)), None)
    for at in range(limit if first is None else first, limit):
        if grammar.parts[at] == THAT and joins_label(grammar, at):
            return at
        if grammar.is_comma(at) or grammar.parts[at] in (VERB, THAT) or at in grammar.layout.closing:
            break
    return first


def joins_label(grammar: Grammar, at: int) -> bool:
    """بأنه, بالجريمة: a complementiser or a word with ب; not الأمين العام | بالجامعة العربية, where he belongs."""
    if grammar.parts[at] == THAT:
        return grammar.tokens[at].norm.startswith("با")
    both = at + 1 < len(grammar.tokens) and grammar.phrases.has_article(at) and grammar.phrases.has_article(at + 1)
    if both and grammar.group(at, "source") == "organ":
        return False
    return grammar.phrases.preposition_of(grammar.tokens[at]) == "ب"


def behind_joint(grammar: Grammar, at: int) -> int:
    """وصف الهجوم بأنه | جبان: where the name begins that a thing is called by."""
    return at + 1 if grammar.parts[at] == THAT or grammar.tokens[at].norm == "ب" else at


def is_attribute(grammar: Grammar, index: int) -> bool:
    """مجموعة | وصفتها بالتخريبية, إصابة | وصفت بالخطيرة: behind an indefinite noun a label of one word, no clause with أن."""
    if index == 0 or grammar.parts[index - 1] not in (NOUN, QUANTIFIER) or grammar.tokens[index].word.conjunction:
        return False
    if grammar.phrases.is_definite(index - 1) or grammar.phrases.is_proper(index - 1) or index + 1 >= len(grammar.tokens):
        return False
    near = range(index + 1, min(grammar.limit(index), index + _LABEL))
    at = next((k for k in near if grammar.tokens[k].word.preposition == "ب"), -1)
    return at > 0 and grammar.parts[at] == NOUN and bool(grammar.tokens[at].word.article)


_LABEL = 5
