"""Violence in the act of a statement: of which somebody is suspected, or which a speaker swears or says he will go on with."""

from __future__ import annotations

from riwaya.lang.ar.parts import THAT, VERB
from riwaya.read.clauses.clauses import verb_form
from riwaya.read.clauses.triggers import mark_at
from riwaya.read.grammar import Grammar, Range
from riwaya.read.sayings.attribution import Attribution


def is_suspected(grammar: Grammar, made: Attribution) -> bool:
    """يشتبه | بضلوعهم في الهجوم, | بأنهم زرعوا العبوة: of a deed, which is blame; بانتمائهم إلى الحركة only tells who they are."""
    if not made.agentless or not grammar.tokens[made.cue[0]].norm.endswith("شتبه"):
        return False
    form = verb_form(grammar, made.content[0]) if grammar.parts[made.content[0]] == VERB else None
    done = (
        form is not None and form.tense == "perfect" and grammar.tokens[made.content[0] - 1].norm.endswith(("هم", "ه", "هما", "ها"))
    )
    belongs = grammar.tokens[made.content[0]].word.core.startswith(_BELONGING)
    return done or (grammar.phrases.is_owned(made.content[0]) and grammar.parts[made.content[0] - 1] != THAT and not belongs)


_BELONGING = ("انتما",)


def strikes_somebody(grammar: Grammar, at: int, content: Range) -> bool:
    """ستواصل | استهداف النواب, أقسم على | مهاجمة الثكنات: violence with those whom it shall strike.

    Not القتال ضد العدو, nor ستمدد | حملتها الجوية, where what stands behind only describes it.
    """
    found = mark_at(grammar, at) if "trigger" in grammar.tokens[at].word.labels else None
    behind = at + 1
    fights = grammar.tokens[at].norm == "محاربه" and behind < content[1] and "source" in grammar.tokens[behind].word.labels
    deed = found is not None and found.entry.type == "ASSAULT" and not grammar.tokens[at].word.article
    if (
        not (deed or fights)
        or behind >= content[1]
        or grammar.tokens[behind].word.conjunction
        or (grammar.phrases.is_owned(at) and grammar.phrases.is_adjective(behind))
        or not grammar.phrases.begins(behind)
    ):
        return False
    return not grammar.phrases.preposition_of(grammar.tokens[behind])


def swears_revenge(grammar: Grammar, made: Attribution) -> bool:
    """أقسم القائد على | الثأر لجنوده, على | محاربة الحكومة: who swears to do violence to somebody threatens him."""
    if made.detail != "swear":
        return False
    revenge = grammar.tokens[made.content[0]].word.core in ("ثار", "انتقام")
    return revenge or strikes_somebody(grammar, made.content[0], made.content)


def is_by_force(grammar: Grammar, at: int) -> bool:
    """إخراجهم | بالقوة, إبعاد المقاتلين | بالقوة: a deed done by force stands right before, or before those whom it hits."""
    deeds = range(max(at - 2, 0), at)
    return grammar.tokens[at].norm == "بالقوه" and any("trigger" in grammar.tokens[k].word.labels for k in deeds)
