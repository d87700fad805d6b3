"""What somebody says he thinks, hopes or fears: one statement, in the act of the verb of judging."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import THAT, VERB
from riwaya.model.swift import changed
from riwaya.read.grammar import Grammar
from riwaya.read.sayings.attribution import Attribution

_OWN = {"ه": ("m", "s"), "ها": ("f", "s"), "هم": ("m", "p")}
"""The pronoun on إن → the form of the verb whose subject it is."""


def told_of_himself(grammar: Grammar, acts: list[Attribution]) -> list[Attribution]:
    """قال الوزير | إنه يخشى أن تمتد الحرب: what a speaker says he thinks or fears he judges himself, in one statement."""
    starts = {act.cue[0] for act in acts if act.act == "assess"}
    own = {act.content[0] for act in acts if act.act == "assert" and act.content[0] in starts and _is_his_own(grammar, act)}
    judged = [changed(act, act="assess") if act.act == "assert" and act.content[0] in own else act for act in acts]
    return [act for act in judged if act.cue[0] not in own]


def _is_his_own(grammar: Grammar, act: Attribution) -> bool:
    """قالت | إنها تأمل, قالوا | إنهم يعتقدون: a verb of judging behind إن with his pronoun; not قالت الوزارة | إنه يعتقد."""
    index = act.content[0]
    if grammar.parts[index] != VERB or grammar.parts[index - 1] != THAT:
        return False
    that = grammar.tokens[index - 1].norm
    wanted = next((_OWN[ending] for ending in ("هم", "ها", "ه") if that.endswith(ending)), None)
    if wanted is None or act.gender not in ("", "c", wanted[0]):
        return False
    found = grammar.tokens[index].word.all("cue", "verb")
    return any(_is_judgement(one.sense.entry) and not one.pronoun and _fits(one.sense.form, wanted) for one in found)


def _is_judgement(entry: object) -> bool:
    """يعتقد, يأمل, يخشى, يتوقع: a verb of what somebody thinks."""
    return isinstance(entry, Cue) and entry.act == "assess" and entry.detail in ("judge", "hope", "fear", "expect")


def _fits(form: object, wanted: tuple[str, str]) -> bool:
    """Whether a verb is an imperfect of the third person in a gender and number."""
    if not isinstance(form, VerbForm) or form.tense != "imperfect" or form.person != 3:
        return False
    return form.number == wanted[1] and form.gender in (wanted[0], "c")


def is_told_judgement(grammar: Grammar, act: Attribution, acts: list[Attribution]) -> bool:
    """أكد أن المملكة | تعتبر صمام أمان, أن هناك | مخاوف من حرب: a judgement or fear of nobody's in what somebody says is his.

    قال: «| تشير معلوماتنا إلى مقتل خمسة»: so is what he says that he and his people know.
    """
    if _is_intended(grammar, act):
        return any(one is not act and one.content[0] <= act.cue[0] < one.content[1] for one in acts)
    nobodys = act.agentless and (act.rule == "considered" or _are_there(grammar, act.cue[0]))
    his = act.subject is not None and (_is_ours(grammar, act.subject[0]) or _counted_by_his(grammar, act, act.subject[0]))
    if not (nobodys or his):
        return False
    return any(one is not act and one.content[0] <= act.cue[0] < one.content[1] for one in acts)


def _is_intended(grammar: Grammar, act: Attribution) -> bool:
    """قال المسؤول إن واشنطن | تعتزم إرسال مدربين: what somebody intends, as another tells it, he does not promise himself."""
    return act.act == "promise" and act.rule.startswith("verb") and grammar.tokens[act.cue[0]].word.core.endswith("عتزم")


def _are_there(grammar: Grammar, index: int) -> bool:
    """هناك | مخاوف, ثمة | مخاوف: the word that somebody fears something, behind one that says that it is so."""
    return grammar.tokens[index].word.core == "مخاوف" and index > 0 and grammar.tokens[index - 1].word.core in ("هناك", "ثمه")


def _is_ours(grammar: Grammar, at: int) -> bool:
    """معلوماتنا, تقديراتنا: a paper or estimate with the pronoun of whoever speaks."""
    word = grammar.tokens[at].word
    return grammar.group(at, "source") == "document" and any(one.pronoun == "نا" for one in word.analyses)


def _counted_by_his(grammar: Grammar, act: Attribution, at: int) -> bool:
    """وأكد المركز أن | فريقه | وثق مقتل عشرة, وإن | طواقمها | أحصت: what a speaker's own people recorded he tells himself."""
    return act.detail == "record" and at > 0 and grammar.parts[at - 1] == THAT and grammar.phrases.is_owned(at)
