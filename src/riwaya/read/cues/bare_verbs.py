"""What headlines say in short: that somebody denies or threatens (وكييف تنفي), whom he accuses, that two accuse each other."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import NOUN, VERB
from riwaya.model.swift import changed
from riwaya.read.clauses.around import phrase_after
from riwaya.read.clauses.subjects import preverbal_subject
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT
from riwaya.read.sayings.attribution import Attribution, attribution, content_from
from riwaya.read.sayings.judged import can_judge


def bare_headline(grammar: Grammar, index: int) -> Iterator[Attribution]:
    """A headline's verb that nothing follows, itself all that is said (وكييف تنفي، وغزة تتوعد), or only whom it accuses."""
    if grammar.layout.sentence(index).paragraph > 0 or grammar.parts[index] != VERB or grammar.negated(index):
        return
    for found in grammar.tokens[index].word.all("cue", "verb"):
        cue, form = found.sense.entry, found.sense.form
        if not isinstance(cue, Cue) or not isinstance(form, VerbForm) or form.tense != "imperfect" or form.person != _THIRD:
            continue
        if found.pronoun or found.conjunction or cue.act not in _ACTS or (subject := _speaker(grammar, index, form)) is None:
            continue
        made = _accuses(grammar, index, cue) if cue.lemma == "اتهم" else _alone(grammar, index, cue)
        if made is not None:
            yield changed(made, subject=subject, gender=form.gender, number=form.number)
            return


_THIRD = 3
_ACTS = frozenset({"deny", "reject", "threaten", "warn", "accuse", "condemn"})


def _speaker(grammar: Grammar, index: int, form: VerbForm) -> Range | None:
    """Whoever stands right before the verb, if he can speak: a body, a person, a country or its capital, Gaza."""
    subject = preverbal_subject(grammar, index, form)
    if subject is None or subject[1] != index:
        return None
    speaks = can_judge(grammar, subject[0]) or subject[0] in grammar.phrases.seats or grammar.tokens[subject[0]].word.core == "غزه"
    return subject if speaks else None


def _alone(grammar: Grammar, index: int, cue: Cue) -> Attribution | None:
    """The verb with the end of the headline, a mark or another clause behind it."""
    return attribution((index, index + 1), cue, "bare_headline", (index, index + 1)) if _ends(grammar, index + 1) else None


def _accuses(grammar: Grammar, index: int, cue: Cue) -> Attribution | None:
    """والدفاع المدني يتهم | قوات النظام: whom somebody accuses, and nothing of what."""
    at = index + 1
    if at >= grammar.limit(index) or not grammar.phrases.begins(at) or grammar.phrases.preposition_of(grammar.tokens[at]):
        return None
    end = grammar.phrases.end(at, grammar.limit(index), SUBJECT)
    if not _ends(grammar, end):
        return None
    return changed(attribution((index, index + 1), cue, "bare_headline", (at, end)), addressee=(at, end))


def _ends(grammar: Grammar, at: int) -> bool:
    """Whether the headline or its clause ends before a token."""
    if at >= grammar.layout.sentence(at - 1).end or grammar.is_sign(at):
        return at >= grammar.layout.sentence(at - 1).end or at not in grammar.layout.closing
    joined = bool(grammar.tokens[at].word.conjunction) and grammar.parts[at] in (NOUN, VERB)
    return joined or grammar.layout.sentence(at).paragraph > 0


def mutual_charges(grammar: Grammar, index: int) -> Iterator[Attribution]:
    """Charges that two bring against each other, named or not (اتهامات متبادلة بخرق الهدنة, تبادل الاتهامات بين الطرفين بخرقها)."""
    limit, words = grammar.limit(index), grammar.tokens
    if words[index].word.core != "اتهامات" or index + 2 >= limit:
        return
    behind = words[index + 1].word.core.startswith("متبادل")
    if not behind and words[index - 1].word.core != "تبادل":
        return
    at, both = index + 1 + behind, None
    if words[at].norm == "بين" and (both := phrase_after(grammar, at + 1, limit)) is not None:
        at = both[1]
    if at >= limit or grammar.phrases.preposition_of(words[at]) != "ب":
        return
    found = words[index].word.find("cue", "noun")
    content = content_from(grammar, at, index, phrase=True)
    if found is not None and isinstance(found.sense.entry, Cue) and content is not None:
        made = attribution((index, index + 1), found.sense.entry, "mutual_charges", _before_clause(grammar, content[0]))
        yield changed(made, agentless=both is None, subject=both, quoted=content[1])


def _before_clause(grammar: Grammar, content: Range) -> Range:
    """اتهامات متبادلة بالخروق | وطرق تعز تنتظر الحل: in a headline before what و joins, if that has a verb of its own."""
    if grammar.layout.sentence(content[0]).paragraph > 0:
        return content
    joined = (
        k for k in range(content[0] + 1, content[1]) if grammar.tokens[k].word.conjunction and VERB in grammar.parts[k : content[1]]
    )
    return content[0], next(joined, content[1])
