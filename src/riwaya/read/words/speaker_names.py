"""Names of speakers that look like verbs, between a reporting verb and what it tells: قال فيصل المقداد إن, قال مارك روته إن."""

from __future__ import annotations

from riwaya.lang.ar.forms import frequency, looks_like_name
from riwaya.lang.ar.parts import NOUN, PREPOSITION, THAT, VERB
from riwaya.lang.ar.words import group_of
from riwaya.read.text.tokens import Token
from riwaya.read.words.noverbs import imperfect


def name_speaker(tokens: list[Token], parts: list[str], verb: int, last: int) -> None:
    """قال فيصل المقداد إن, قال مارك روته إن: between a reporting verb and its أن a form behind the verb or a name is a name.

    ``last``: where its sentence ends, and with it the name.
    """
    while verb + 1 < last and parts[verb + 1] != VERB and "timeword" in tokens[verb + 1].word.labels:
        verb += 1  # أكد | أمس | مارك روته أن
    end = verb + 1
    told = end < last and "cue" in tokens[end].word.labels and imperfect(tokens[end])
    so = end < last and tokens[end].word.conjunction == "ف" and not imperfect(tokens[end])
    if end + 1 < last and parts[end] == VERB and (so or (not told and _is_strange(tokens, parts, end + 1))):
        parts[end] = NOUN
    reach = min(last - 1, verb + 2 * _NAME_REACH)
    for index in range(end, parts.index(THAT, end, reach) if THAT in parts[end:reach] else reach):
        unlisted = parts[index] == VERB and not tokens[index].word.analyses and tokens[index].norm[:1] != "ت"
        led = index == verb + 1 and (parts[index + 1] == PREPOSITION or tokens[index + 1].word.preposition)  # شدد | يعالون على
        if unlisted and (_is_strange(tokens, parts, index + 1) or (led and frequency(tokens[index].norm) < _SELDOM)):
            parts[index] = NOUN  # أشاد الأمين العام | ينس ستولتنبرغ بـ
    while end < min(last, verb + _NAME_REACH) and parts[end] in (NOUN, VERB):
        end += 1
    marked = end < last and tokens[end].raw in _SPEECH and tokens[end - 1].norm != "ل"  # طالبت مصادر تحدثت | لـ «الأفق» الدول
    if end >= last or end == verb + 1 or not (parts[end] == THAT or marked or _names_office(tokens, verb, end)):
        return
    for index in range(verb + 1, end):
        word, before = tokens[index].word, tokens[index - 1].word
        behind_name = index == verb + 1 or not (before.norm.startswith("ال") or any(not row.pronoun for row in before.analyses))
        reports = "cue" in word.labels and (imperfect(tokens[index]) or bool(word.conjunction))
        reports = reports or (index > verb + 1 and tokens[index].norm in _SAID)  # بثت القناة مشاهد | قالت إنها
        told = reports or "anonymity" in word.labels | tokens[max(verb, index - 2)].word.labels  # رفض ذكر اسمه | قال
        if parts[index] == VERB and behind_name and not told and not (marked and imperfect(tokens[index])):
            parts[index] = NOUN


def _names_office(tokens: list[Token], verb: int, comma: int) -> bool:
    """قال كاوه عزت |، قائد اللواء، إن: behind a name that opens with a word that no table has, a comma and who that is."""
    if tokens[comma].raw not in ("،", ",") or comma + 1 >= len(tokens) or tokens[verb + 1].word.analyses:
        return False
    behind = tokens[comma + 1]
    return behind.norm in ("وهو", "وهي") or (group_of(behind.word, "source") in _OFFICES and not behind.word.conjunction)


_OFFICES = frozenset({"title", "rank"})
_NAME_REACH, _SELDOM, _SAID = 7, 60, frozenset({"قال", "قالت", "قالوا"})
_SPEECH = frozenset(':"«“')
"""What may open direct speech."""


def _is_strange(tokens: list[Token], parts: list[str], index: int) -> bool:
    """دعا ينس | شتولتنبرغ: a word that no table has and that has no article, as foreign names are."""
    word = tokens[index].word
    return parts[index] == NOUN and not word.analyses and not word.article and looks_like_name(word.core)
