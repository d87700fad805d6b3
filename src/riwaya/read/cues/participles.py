"""Reporting participles behind a clause (مشيرا إلى، مؤكدة أن): an act of the clause's subject."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import ADVERB, NOUN, PREPOSITION, THAT
from riwaya.model.swift import changed
from riwaya.read.clauses.asides import anonymity_end
from riwaya.read.cues.plainly import walked
from riwaya.read.cues.verbs import JOINTS
from riwaya.read.grammar import Grammar
from riwaya.read.phrases.manners import SUBJECT
from riwaya.read.sayings.attribution import Attribution, hangs_free, is_deed_too
from riwaya.read.sayings.unspoken import is_no_speech
from riwaya.read.words.given import HELD


def participles(grammar: Grammar, index: int) -> Iterator[Attribution]:
    """A reporting participle behind a clause (مشيرا إلى، مؤكدة أن): an act of the clause's subject."""
    if anonymity_end(grammar, index) > index:
        return
    for found in grammar.tokens[index].word.all("cue", "participle"):
        cue = found.sense.entry
        if not isinstance(cue, Cue) or not cue.lemma or found.article or found.preposition or found.pronoun:
            continue
        if not grammar.phrases.is_participle_cue(index) or not _adverbial(grammar, index) or _is_headquarters(grammar, index):
            continue
        state = walked(grammar, index, cue, _own_speaker(grammar, index, cue), None)
        made = next((made for joint in JOINTS if (made := joint(grammar, state))), None)
        if made is not None and not (is_no_speech(grammar, made.content[0], cue) or _is_sum(grammar, made)):
            gender = "f" if grammar.tokens[index].word.bare.endswith(("ة", "تين")) else "m"
            number = "p" if grammar.tokens[index].word.bare.endswith("ين") else "s"
            yield changed(made, rule=made.rule.replace("verb", "participle"), gender=gender, number=number)
            return


def _own_speaker(grammar: Grammar, index: int, cue: Cue) -> VerbForm | None:
    """استقبل الملك الوفد، مؤكدا | وزير الدفاع | حرص بلاده, مشيرا | رئيسه | إلى: the form where it has its own speaker."""
    at, phrases = index + 1, grammar.phrases
    if cue.act not in ("assert", "assess") or cue.whom or "that" not in cue.frames or at + 1 >= grammar.limit(index):
        return None
    word = grammar.tokens[at].word
    if word.conjunction or word.preposition or not phrases.begins(at) or not (phrases.is_title(at) or word.labels & {"person"}):
        return None
    end = phrases.end(at, grammar.limit(index), SUBJECT)
    told = end < grammar.limit(index) and (grammar.parts[end] == THAT or grammar.layout.norms[end] in cue.preps)
    held = next((k for k in range(at + 1, min(end + 1, grammar.limit(index))) if grammar.tokens[k].word.core in HELD), None)
    known = phrases.is_definite(at) or phrases.has_article(at + 1)
    if not known or phrases.is_owned(at) or not (told or (held is not None and phrases.is_complete(held - 1))):
        return None
    return VerbForm("perfect", 3, "f" if grammar.tokens[index].word.bare.endswith("ة") else "m", "s")


def _is_headquarters(grammar: Grammar, index: int) -> bool:
    """اتخذوا المدرسة | مقرا للقيادة: without ب right behind it a place, and nobody admits anything."""
    behind = grammar.tokens[index + 1] if index + 1 < len(grammar.tokens) else grammar.tokens[index]
    that = behind.norm.startswith("بان") or grammar.phrases.preposition_of(behind) == "ب"
    return grammar.tokens[index].word.core == "مقرا" and not that


def _is_sum(grammar: Grammar, made: Attribution) -> bool:
    """دفعت الحكومة | مبلغا قدره ألف دولار: a sum; مبلغا القادة | بأن الهدنة انتهت tells them so."""
    return grammar.tokens[made.cue[0]].word.core == "مبلغا" and not made.rule.endswith("that")


def _behind_definite(grammar: Grammar, index: int) -> bool:
    """An indefinite participle behind a definite noun is no attribute of it (دان القصف معتبرا), nor with an object of a land."""
    if any(found.sense.label == "thing" for found in grammar.tokens[index].word.analyses):
        return False
    if grammar.phrases.addresses_behind_land(index):  # طردت سفير رواندا | متهمة كيغالي بدعم المتمردين
        return True
    return grammar.parts[index - 1] == NOUN and grammar.phrases.is_definite(index - 1)


def _is_strict(grammar: Grammar, index: int) -> bool:
    """تفرض القوات حصارا | مشددا على المدينة, إجراءات | مشددة على الحدود: how strict something is, right behind it.

    Unless it is a speech (خطابا مشددا على).
    """
    core = grammar.tokens[index].word.core
    if core == "مشدده":
        return index > 0 and grammar.parts[index - 1] == NOUN and not _behind_definite(grammar, index)
    if core != "مشددا":
        return False
    at = index - 1
    while at > 0 and grammar.tokens[at].norm.endswith("يا") and grammar.parts[at] in (NOUN, ADVERB):  # طوقا أمنيا
        at -= 1
    thing = not grammar.tokens[at].word.labels & {"person", "source"} and not grammar.phrases.is_channel(at)
    thing = thing and not (grammar.phrases.is_name(at) or grammar.phrases.is_proper(at))  # التقاه أوباما | مشددا على
    return thing and grammar.parts[at] == NOUN and grammar.tokens[at].norm.endswith("ا")


def _adverbial(grammar: Grammar, index: int) -> bool:
    """A participle hangs behind a clause: it shows the accusative, or stands behind a comma or at the head."""
    bare = grammar.tokens[index].word.bare
    if _is_strict(grammar, index):
        return False
    if grammar.tokens[index].word.core in ("قائله", "قائلين") and grammar.parts[index + 1 : index + 2] == [THAT]:
        return True
    if bare.endswith(("ا", "ين", "ًا")) and grammar.parts[index - 1] != PREPOSITION:
        return True
    start = grammar.layout.sentence(index).start
    noun = is_deed_too(grammar.tokens[index].word.core)
    if (
        bare.endswith("ة")
        and index > start
        and not noun
        and (_behind_definite(grammar, index) or hangs_free(grammar, index) or index - 1 in grammar.layout.opening)
    ):
        return True
    apart = index > start and (grammar.is_comma(index - 1) or grammar.tokens[index - 1].raw == "؛")
    return bare.endswith("ة") and (index == start or apart or bool(grammar.tokens[index].word.conjunction))
