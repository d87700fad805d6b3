"""Conjunction and preposition of a word that no table has, as far as its shape and counts of forms tell."""

from __future__ import annotations

from riwaya.lang.ar.forms import frequency
from riwaya.lang.ar.gazetteer import gazetteer
from riwaya.lang.ar.nouns import masdar_shape
from riwaya.lang.ar.register import register
from riwaya.lang.ar.wordlists import word_list

CONJUNCTIONS = ("و", "ف")
_SHORT_NAME = 4
_WHOLE_NAMES = word_list("name that is no word with a clitic")


def guessed(norm: str) -> tuple[str, str]:
    """Clitics of a word that no table has: the article shows them, or what remains is the commoner word."""
    if is_whole_name(norm):
        return "", ""
    if is_whole_name(norm[1:]) and norm[0] in "وفبلك":  # وبايدن, لأوباما
        return (norm[0], "") if norm[0] in CONJUNCTIONS else ("", norm[0])
    conjunction = norm[:1] if norm[:1] in CONJUNCTIONS and (_is_clitic(norm, _COMMONER) or _is_joined_town(norm)) else ""
    rest = norm[len(conjunction) :]
    preposition = rest[:1] if rest[:1] in ("ب", "ل") and _is_clitic(rest, 1) else ""
    if rest.startswith("ك") and (_is_clitic(rest, 1) if rest.startswith("كال") else _is_likened(rest)):
        preposition = "ك"
    return conjunction, preposition


def is_whole_name(word: str) -> bool:
    """بايدن, ستولتنبرغ: a name that is no word with a clitic."""
    return word in _WHOLE_NAMES or (len(word) > _SHORT_NAME and register().names_leader(word))


def _is_joined_town(word: str) -> bool:
    """ودارفور, وكسلا: و before a name that the gazetteer has, where no place or common word is spelled so."""
    rest = word[1:]
    if word[0] != "و" or len(rest) < _SHORT_NAME or frequency(word) > RARE:
        return False
    return bool(gazetteer().longest(rest)) and not gazetteer().longest(word)


def _is_clitic(word: str, times: int) -> bool:
    rest = word[1:]
    if len(rest) < 3:
        return False
    if word.startswith("فال") and not frequency(rest) and not frequency(rest[2:]):  # فالديس
        return False
    if rest.startswith(("ال", "لل", "بال")) or word.startswith("لل"):
        written = len(rest) > _SHORT_NAME or not rest.startswith("ال") or bool(frequency(rest))  # أضرارا بالغة has no غة
        return len(rest) > 3 and written
    if times == 1 and len(rest) == 3 and rest[0] != "ب" and not frequency("ال" + rest):  # ببذل: no word begins with بب
        return False
    if times > 1 and (_owned_stem(word) or (masdar_shape(rest) and frequency(word) <= frequency(rest))):
        return True
    if times == 1 and (_owned_stem(word) or _is_plural_means(rest) or (masdar_shape(rest) and frequency(word) < _SELDOM)):
        return True
    common = frequency(rest) + (frequency("ال" + rest) if times == 1 else 0)
    return common > times * frequency(word) + (_COMMON if times > 1 else RARE)


def _is_likened(word: str) -> bool:
    """كدليل, كجزء, كوسيلة: hardly ever met, where what stands behind ك is common."""
    return len(word) > _SHORT_NAME and frequency(word) <= RARE and frequency(word[1:]) > _COMMON


def _is_plural_means(rest: str) -> bool:
    """بمكبرات الصوت, بمسيرات: behind ب or ل a participle in ات."""
    return len(rest) >= _LEAST_PLURAL and rest.startswith("م") and rest.endswith("ات")


_LEAST_PLURAL = 6


def _owned_stem(word: str) -> bool:
    """بارتباطهم, بانتمائه, وحلفاؤهم, ومعداته: without its pronoun what remains is common, with the clitic it is not."""
    pronoun = next((ending for ending in _OWNERS if word.endswith(ending)), "")
    cut = word.removesuffix(pronoun)
    led = word.startswith("ب") and cut.endswith("ت")  # بصلتهم
    if not pronoun or len(cut) <= _SHORTEST_OWNED + (pronoun == "ه") - led:
        return False
    return any(_met(whole[1:]) > 2 * _met(whole) + RARE for whole in {cut, _free(cut)})


def _met(stem: str) -> int:
    """How often a noun was counted, with the article and without."""
    return frequency(stem) + frequency("ال" + stem)


def _free(stem: str) -> str:
    """انتمائ(ه) → انتماء, حلفاؤ(هم) → حلفاء, علاقت(ه) → علاقه: a noun as it is written without the pronoun behind it."""
    last = {"ئ": "ء", "ؤ": "ء", "ت": "ه"}.get(stem[-1:], "")
    return stem[:-1] + last if last else stem


_OWNERS = ("هما", "هم", "ها", "نا", "ه")
_SHORTEST_OWNED = 4
_COMMONER, _COMMON, RARE, _SELDOM = 2, 20, 6, 15
