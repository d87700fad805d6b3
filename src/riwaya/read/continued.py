"""Who goes on speaking where the subject is dropped: whoever says it in his own words, opened the paragraph, or is cited."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.parts import VERB
from riwaya.read.agreement import agree, animate
from riwaya.read.attribution import Attribution
from riwaya.read.clauses import subject_of
from riwaya.read.contents import Said, Spoken
from riwaya.read.grammar import Grammar, Range


def own_words(grammar: Grammar, act: Attribution, said: Said) -> Range | None:
    """قال الوزير إن الباخرة وصلت، ولذلك نطلب مراقبين: what stands in the first person in somebody's words is his."""
    found = grammar.tokens[act.cue[0]].word.find("cue", "verb")
    form = found.sense.form if found is not None else None
    outer = said.around(act.cue[0]) if isinstance(form, VerbForm) and form.person == 1 else None
    return outer.name if outer is not None else None


def did_before(grammar: Grammar, act: Attribution, said: Said) -> Range | None:
    """وقام الوزير بزيارة للجنود. | وأشاد بهم: the person who opened the paragraph, if nobody has spoken in it yet."""
    sentence = grammar.layout.sentence_of[act.cue[0]]
    here = grammar.layout.sentences[sentence]
    joined = bool(grammar.tokens[act.cue[0]].word.conjunction) and act.detail != "add"
    if sentence == 0 or act.cue[0] != here.start or not joined:
        return None
    before = grammar.layout.sentences[sentence - 1]
    if said.named_between(before.start, here.start) or grammar.parts[before.start] != VERB:
        return None
    if before.paragraph != here.paragraph and not _alone(grammar, sentence - 1):
        return None
    subject = subject_of(grammar, before.start)
    if subject is None or not agree(grammar, act, subject) or any(grammar.tokens[k].word.conjunction for k in range(*subject)):
        return None
    alone = subject[1] - subject[0] == 1 and not grammar.tokens[subject[0]].word.labels and animate(grammar, subject[0])
    known = any(grammar.phrases.is_definite(k) or grammar.phrases.is_proper(k) for k in range(*subject))
    title = grammar.phrases.is_title(subject[0]) and known
    return subject if alone or title or grammar.phrases.is_name(subject[0]) else None


def _alone(grammar: Grammar, sentence: int) -> bool:
    """Whether a sentence is a paragraph of its own."""
    sentences = grammar.layout.sentences
    own = sentences[sentence].paragraph
    return own > 0 and all(sentences[near].paragraph != own for near in (sentence - 1, sentence + 1) if 0 <= near < len(sentences))


def cited_inside(grammar: Grammar, act: Attribution, here: list[Spoken]) -> Range | None:
    """قالت الوزارة إن الوزير شدد على الحوار، معتبرا: where the speaker does not agree, whoever he tells of does."""
    inside = (one for one in reversed(here) if one.name is not None and inside_other(one, here))
    return next((one.name for one in inside if one.name is not None and agree(grammar, act, one.name)), None)


def inside_other(one: Spoken, here: list[Spoken]) -> bool:
    """Whether a cue stands in the content of another act."""
    others = (other for other in here if other is not one and other.act.rule != "according")
    return any(other.act.content[0] <= one.act.cue[0] < other.act.content[1] for other in others)
