"""Duals that look like accusatives: two holders of one office, whose nun a genitive took, and verbs of two."""

from __future__ import annotations

from collections.abc import Container, Sequence

from riwaya.lang.ar.parts import ADVERB, NOUN, VERB, is_adjectival
from riwaya.read.text.layout import Layout
from riwaya.read.text.tokens import Token


def is_dual(tokens: Sequence[Token], parts: Sequence[str], placed: Container[int], index: int) -> bool:
    """التقى | رئيسا الوزراء, بحث | وزيرا خارجية مصر والأردن: two of them, with a genitive that no accusative in tanwin has."""
    word, behind = tokens[index].word, index + 1
    if "source" not in word.labels or not word.bare.endswith("ا") or behind >= len(parts) or parts[behind] != NOUN:
        return False
    genitive = tokens[behind]
    if genitive.norm.startswith("ال"):
        return True
    bare = not (genitive.word.conjunction or genitive.word.preposition or genitive.word.bare.endswith("ا"))
    return (
        bare
        and behind not in placed
        and (behind + 1 in placed or (behind + 1 < len(tokens) and bool(tokens[behind + 1].word.article)))
    )


def is_no_dual(layout: Layout, parts: list[str], index: int) -> bool:
    """رفض الجيش | عرضا, إن هناك | قصفا: what were a verb of two, right behind one noun or "there", is an accusative."""
    token, before = layout.tokens[index], layout.tokens[index - 1]
    if index < 1 or not token.norm.endswith("ا"):
        return False
    if token.word.conjunction:
        two = not _is_described(layout, index)
    else:
        alone = before.norm in _THERE or _has_one_subject(layout, parts, index)
        two = not alone or before.norm.endswith(("ان", "ين", "هما", "ا"))
    if two:
        return False
    forms = [found.sense.form for found in token.word.analyses if found.sense.part == "verb"]
    return bool(forms) and all(getattr(form, "number", "") == "d" for form in forms)


def _is_described(layout: Layout, index: int) -> bool:
    """شهدت البلدة تصعيدا، | وقصفا متبادلا: an indefinite adjective in the accusative right behind; not وقتلا | مدنيا."""
    behind = layout.tokens[index + 1].word if index + 1 < len(layout.tokens) else None
    if behind is None or behind.article or not behind.norm.endswith("ا") or behind.labels & {"person", "thing"}:
        return False
    return is_adjectival(behind)


_THERE = ("هناك", "ثمه")


def _has_one_subject(layout: Layout, parts: list[str], index: int) -> bool:
    """Whether nouns of which none is joined with و stand between a token and the verb before it; باسم joins two of them."""
    for before in range(index - 1, max(index - _SUBJECT, -1), -1):
        if parts[before] == ADVERB or layout.norms[before] == "باسم":  # هاجم الجيش أمس | تجمعا, المتحدث باسم الجيش | دينا سالم
            continue
        if parts[before] != NOUN:  # مسلحان يستقلان دراجة | أطلقا النار
            return parts[before] == VERB and not layout.tokens[before].norm.endswith("ان")
        if layout.tokens[before].word.conjunction:
            return False
    return False


_SUBJECT = 6
