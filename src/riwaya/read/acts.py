"""The speech act: what the cue means, unless the content says unmistakably something else."""

from __future__ import annotations

from functools import cache

from riwaya.lang.ar.parts import NEGATION, THAT, VERB
from riwaya.read.attribution import Attribution
from riwaya.read.grammar import Grammar, Range
from riwaya.read.triggers import mark_at
from riwaya.spelling import fold
from riwaya.tables import language_folder, load_table

_OPEN_ACTS = frozenset({"assert", "assess"})
_HEAD = 6
_BENIGN = frozenset({"RETREAT", "AGREE", "AID", "CONSULT"})
_DENIED = frozenset({"ضالع", "ضالعه", "صحيح", "متورط", "مسؤول", "مسؤوله", "علاقه", "موجود", "موجوده"})


@cache
def _overrides() -> dict[str, str]:
    return {fold(row["form"]): row["act"] for row in load_table(language_folder("ar"), "overrides.tsv")}


def act_of(grammar: Grammar, made: Attribution, condition: Range | None) -> str:
    """The act of an attribution; only an open act (assert, assess) gives way to its content."""
    if made.act not in _OPEN_ACTS or made.agentless:
        return made.act
    if condition is not None and (act := _commitment(grammar, made.content)):
        return act
    return _by_words(grammar, made) or _denial(grammar, made) or _own_plan(grammar, made.content) or made.act


def _by_words(grammar: Grammar, made: Attribution) -> str:
    """Words that open the content: ضرورة and يجب demand, عدم وجود denies, دعمه supports."""
    if made.act != "assert":
        return ""
    start, end = made.content
    at = start
    while at < end and (grammar.is_sign(at) or grammar.parts[at] == THAT):
        at += 1
    words = [grammar.tokens[k].norm for k in range(at, min(end, at + 2))]
    for length in (2, 1):
        act = _overrides().get(" ".join(words[:length]))
        if act:
            return act
    return ""


def _denial(grammar: Grammar, made: Attribution) -> str:
    """A negated deed at the head of the content denies it (القصف لا يستهدف المدنيين); so does لا علاقة, ليست ضالعة."""
    start, end = made.content
    for index in range(start, min(end, start + _HEAD)):
        if grammar.is_comma(index):
            break
        if grammar.parts[index] != NEGATION or index + 1 >= end or grammar.tokens[index].norm in ("لن", "عدم"):
            continue
        behind = range(index + 1, min(end, index + 5))
        if any(grammar.tokens[k].norm in ("الا", "سوي", "غير") for k in behind):
            return ""
        deed = grammar.parts[index + 1] == VERB and "trigger" in grammar.tokens[index + 1].word.labels
        if deed or any(grammar.tokens[k].norm in _DENIED for k in behind):
            return "deny"
    return ""


def _own_plan(grammar: Grammar, content: Range) -> str:
    """أعلن أنه سيصعد الهجمات, قال إنها ستسحب قواتها: one's own future deed is a threat if it is violence, else a promise."""
    start = content[0] + 1 if grammar.is_sign(content[0]) else content[0]
    that = start - 1 if not grammar.is_sign(start - 1) else start - 2
    own = grammar.parts[that] == THAT and grammar.tokens[that].norm.endswith(("ه", "ها", "هم", "نا"))
    future = any(one.future for one in grammar.tokens[start].word.analyses) or grammar.tokens[start].norm.startswith(
        ("سي", "ست", "سن")
    )
    if grammar.parts[start] != VERB or not future or not (own or grammar.tokens[start].norm == "سيتم"):
        return ""
    for index in range(start, min(content[1], start + 4)):
        found = mark_at(grammar, index) if "trigger" in grammar.tokens[index].word.labels else None
        if found is not None and found.entry.type in _BENIGN - {"CONSULT"}:
            return "promise"
        if (found is not None and found.entry.type == "ASSAULT") or grammar.tokens[index].norm == "الرد":
            return "threaten"
    return ""


def _commitment(grammar: Grammar, content: Range) -> str:
    """A conditional future act: relief is promised, force is threatened."""
    for index in range(*content):
        if grammar.is_sign(index):
            continue
        found = mark_at(grammar, index) if "trigger" in grammar.tokens[index].word.labels else None
        future = any(one.future for one in grammar.tokens[index].word.analyses) or grammar.tokens[index - 1].norm in (
            "سيتم",
            "لن",
            "سوف",
        )
        if found is not None and future:
            return "promise" if found.entry.type in _BENIGN else "threaten"
    if any(grammar.tokens[k].norm in ("سيتم", "الرد", "سنرد", "سيرد") for k in range(*content)):
        return "threaten"
    return ""
