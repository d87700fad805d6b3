"""Verb forms from two of them: the perfect and the imperfect of the third person singular, as newspapers spell them.

Unvocalised spelling hides most of the grammar, so a verb needs no class label: whether it is hollow (قال), final-weak
(نفى، دعا، بقي) or ends in hamza (بدأ) can be read off its two citation forms. Rules: W. Fischer, A Grammar of
Classical Arabic, §§ 212–261, reduced to what remains visible without vowels.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple


class VerbForm(NamedTuple):
    """One finite form: ``tense`` perfect, imperfect or jussive, ``person`` 1 or 3, ``gender`` m, f or c (both), ``number`` s, d, p.

    ``voice`` is ``passive`` where the spelling shows it, else ``any``.
    """

    tense: str
    person: int
    gender: str
    number: str
    voice: str = "any"


_form = cache(VerbForm)
"""One object for each of the few forms: the lexicon has thousands of each."""
PERFECT = "perfect"
IMPERFECT = "imperfect"
JUSSIVE = "jussive"
"""The imperfect that لم and لا shorten where its last or middle radical is weak (لم يقل، لم ينف)."""


def verb_forms(perfect: str, imperfect: str) -> Iterator[tuple[str, VerbForm]]:
    """Every spelled form of a verb with what it says; empty citation forms give nothing."""
    if perfect:
        yield from _perfect(perfect, "any")
        yield from _perfect(_perfect_passive(perfect), "passive")
    if imperfect:
        hollow = bool(perfect) and is_hollow(perfect, imperfect)
        yield from _imperfect(imperfect, hollow, "any")
        yield from _imperfect(_imperfect_passive(imperfect, hollow), hollow, "passive")


def is_hollow(perfect: str, imperfect: str) -> bool:
    """Whether the middle radical is weak: the vowel before the last letter is long in both citation forms."""
    return len(perfect) > 2 and perfect[-2] == "ا" and len(imperfect) > 3 and imperfect[-2] in "ويا"


def _perfect(stem: str, voice: str) -> Iterator[tuple[str, VerbForm]]:
    if not stem:
        return
    yield stem, _form(PERFECT, 3, "m", "s", voice)
    last = stem[-1]
    if last in "ىا":
        body = stem[:-1]
        weak = "ي" if last == "ى" else "و"
        endings = {"fs": [body + "ت"], "mp": [body + "وا"], "md": [body + weak + "ا"], "fd": [body + "تا"]}
        first = body + weak + "نا"
    elif last == "ي":
        endings = {"fs": [stem + "ت"], "mp": [stem[:-1] + "وا"], "md": [stem + "ا"], "fd": [stem + "تا"]}
        first = stem + "نا"
    elif last in "أء":
        endings = {"fs": [stem + "ت"], "mp": [stem + "وا", stem[:-1] + "ؤوا"], "md": [stem[:-1] + "آ"], "fd": [stem + "تا"]}
        first = stem + "نا"
    else:
        endings = {"fs": [stem + "ت"], "mp": [stem + "وا"], "md": [stem + "ا"], "fd": [stem + "تا"]}
        short = stem[:-2] + last if len(stem) > 2 and stem[-2] == "ا" else stem
        first = short + "نا" if voice == "any" else ""
        endings["fp"] = [short + "ن"] if len(short) > 2 and last != "ن" and stem[0] != "و" else []  # قتلن; وعدن is "and Aden"
    for code, forms in endings.items():
        for form in forms:
            yield form, _form(PERFECT, 3, code[0], code[1], voice)
    if first:
        yield first, _form(PERFECT, 1, "c", "p", voice)


def _imperfect(form: str, hollow: bool, voice: str) -> Iterator[tuple[str, VerbForm]]:
    if not form:
        return
    stem = form[1:]
    for prefix, person, gender, number in (("ي", 3, "m", "s"), ("ت", 3, "f", "s"), ("ن", 1, "c", "p")):
        if person == 3 or voice == "any":  # no نصاب, نزار: nobody reports in the passive of himself
            yield prefix + stem, _form(IMPERFECT, person, gender, number, voice)
        if person == 3 and stem[-1] in "يىوا" and len(stem) > 2:
            yield prefix + stem[:-1], _form(JUSSIVE, person, gender, number, voice)
        elif person == 3 and hollow:
            yield prefix + stem[:-2] + stem[-1], _form(JUSSIVE, person, gender, number, voice)
    body = stem[:-1] if stem[-1] in "يىوا" else stem
    dual = body + {"ي": "ي", "ى": "ي", "و": "و", "ا": "ي"}.get(stem[-1], "") if body != stem else stem
    plurals = [body, body[:-1] + "ؤ"] if body[-1] in "أء" else [body]
    for prefix, gender in (("ي", "m"), ("ت", "f")):
        for ending in ("ان", "ا"):
            yield prefix + dual + ending, _form(IMPERFECT, 3, gender, "d", voice)
    for plural in plurals:
        for ending in ("ون", "وا"):
            yield "ي" + plural + ending, _form(IMPERFECT, 3, "m", "p", voice)


def _perfect_passive(perfect: str) -> str:
    """The passive where unvocalised spelling shows it: قال→قيل, أصاب→أصيب, استعاد→استعيد, هاجم→هوجم, نفى→نفي.

    Of hollow verbs of three letters only قيل is written; what the others would give is a noun or a name (دين, عيد, سير, دير, زيد).
    """
    if len(perfect) == len(_SAID) and perfect[1] == "ا":
        return "قيل" if perfect == _SAID else ""
    if len(perfect) > 3 and perfect[1] == "ا" and perfect[-2] != "ا":
        return perfect[0] + "و" + perfect[2:]
    if len(perfect) > 2 and perfect[-2] == "ا" and perfect[-1] not in "ءأ":
        return perfect[:-2] + "ي" + perfect[-1]
    if len(perfect) > 2 and perfect[-1] in "ىا":
        return perfect[:-1] + "ي"
    return ""


_SAID = "قال"


def _imperfect_passive(imperfect: str, hollow: bool) -> str:
    """The passive where unvocalised spelling shows it: يقول→يقال, يصيب→يصاب, ينفي→ينفى, يدعو→يدعى."""
    if hollow:
        return imperfect[:-2] + "ا" + imperfect[-1] if imperfect[-2] != "ا" else ""
    if imperfect[-1] in "يو":
        return imperfect[:-1] + "ى"
    return ""
