"""Tokens whose part of speech is settled by what they are: page leftovers, prayers, turns, a counted فردا, a house, an uncle."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.parts import ADVERB, NOUN, NUMERAL, PREPOSITION, QUANTIFIER, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import group_of
from riwaya.read.text.layout import Layout
from riwaya.read.text.tokens import NUMBER, WORD, Token

FURNITURE = "furniture"
"""Leftovers of the page: no rule looks at them."""


def fixed_parts(layout: Layout) -> dict[int, str]:
    """الملك | حفظه الله | يزور القاهرة, إن شاء الله: what is only prayed tells and names nobody; رحمة الله is a name."""
    found = dict.fromkeys(layout.furniture, FURNITURE)
    for index, norm in _settling(layout):
        found.update(dict.fromkeys(range(index, _bound(layout, index)), QUANTIFIER))
        if norm == _GOD:
            found.update(dict.fromkeys(_prayer(layout, index), ADVERB))
        elif _names_something(layout, index):
            found[index] = NOUN
        elif norm == "توقع" and index and index + 1 < len(layout.tokens) and _is_victim(layout.tokens[index + 1]):
            found[index] = VERB  # غارة على الميناء | توقع قتيلين
        elif _governs(layout, index):
            found[index] = PREPOSITION
        elif _is_manner(layout, index) or (norm in _AS_FOR and "إ" not in layout.tokens[index].raw):
            found[index] = ADVERB  # أما | الوزير فقال
        elif norm == "عشر" and index and layout.norms[index - 1].endswith("اثني"):
            found[index - 1] = NUMERAL
        elif norm == "من" and index and _who_did(layout, index):
            found[index + 1] = VERB
        elif _does(layout, index):
            found[index] = VERB
    return found


def _does(layout: Layout, index: int) -> bool:
    """أعقبه | هجوم, a passive with its noun, what two did: a verb by what stands behind it."""
    norm = layout.norms[index]
    followed = (norm in _FOLLOWED or norm in _WENT_WITH) and _is_deed(layout, index + 1)
    return followed or " ".join(layout.norms[index : index + 2]) in _DONE or _two_did(layout, index)


def _is_manner(layout: Layout, index: int) -> bool:
    """السلطات عادة | ما تتهم الحركة, دهم المنازل | بحثا عن أسلحة: the second word of "often", and an aim with its preposition."""
    often = layout.norms[index] == "ما" and index > 0 and layout.norms[index - 1] in _OFTEN
    return often or " ".join(layout.norms[index : index + 2]) in _SEEKING


def _bound(layout: Layout, index: int) -> int:
    """قتل | ما يزيد على | عشرين جنديا, وما لا يقل عن | 70 جريحا: the number behind words that only say how exact it is; else 0."""
    if layout.norms[index] in _ABOUT:
        return index + 1 if index + 1 < len(layout.tokens) and _is_number(layout.tokens[index + 1]) else 0
    if layout.norms[index] not in _WHAT:
        return 0
    at = index + 1 + (layout.norms[index + 1 : index + 2] == ["لا"])
    if layout.norms[at : at + 1] == [] or layout.norms[at] not in _BOUNDS:
        return 0
    at += 1 + (layout.norms[at + 1 : at + 2] != [] and layout.norms[at + 1] in _BEFORE_NUMBER)
    return at if at < len(layout.tokens) and _is_number(layout.tokens[at]) else 0


def _names_something(layout: Layout, index: int) -> bool:
    """بمشاركة, 13 فردا, ابن عم, دار أيتام: a word that is a noun by what it is or stands beside."""
    norm = layout.norms[index]
    if _is_taking_part(layout.tokens[index]) or _is_kin(layout, index):
        return True
    if norm in _EXCHANGE:  # وقف القتال | وتبادل الأسرى; تبادل الجانبان الأسرى
        return "".join(layout.cores[index + 1 : index + 2]).startswith(tuple(_EXCHANGED))
    if norm == _HOUSE:
        return "".join(layout.cores[index + 1 : index + 2]) in _HOUSES
    return index > 0 and _is_noun(layout.tokens[index - 1], norm)


def _is_kin(layout: Layout, index: int) -> bool:
    """قتل ابن | عم الوزير: an uncle, behind his child; elsewhere it is "spread" (عم القتال المدينة)."""
    return layout.norms[index] in _UNCLES and index > 0 and layout.tokens[index - 1].word.core.startswith(_SON)


_UNCLES, _SON = frozenset({"عم", "خال"}), "ابن"
_EXCHANGE, _EXCHANGED = frozenset({"تبادل", "وتبادل"}), word_list("exchanged as captives")
_HOUSE, _HOUSES = "دار", word_list("house of")
"""قصفت الطائرات | دار أيتام: a house by what it is for; elsewhere دار is "was fought, took place"."""


def _is_number(token: Token) -> bool:
    """20, عشرين, المئة."""
    return token.kind == NUMBER or "number" in token.word.labels


_ABOUT = frozenset({"زهاء", "وزهاء", "قرابه", "وقرابه"})
_WHAT = frozenset({"ما", "وما"})
_BEFORE_NUMBER = frozenset({"من", "عن", "علي", "الي", "ب"})
_BOUNDS = word_list("verb that says how exact a number is")


def _settling(layout: Layout) -> list[tuple[int, str]]:
    """The tokens that may be settled by what they are: words of these rules, and what may be a dual where there are two."""
    two = not _OF_TWO.isdisjoint(layout.norms)
    return [(index, norm) for index, norm in enumerate(layout.norms) if norm in _SETTLING or (two and norm.endswith("ا"))]


def _is_deed(layout: Layout, index: int) -> bool:
    """انفجار | أعقبه هجوم, عملية | تلتها غارة: a deed behind the verb that says what followed another one."""
    word = layout.tokens[index].word if index < len(layout.tokens) else None
    return word is not None and "trigger" in word.labels and not (word.article or word.conjunction or word.preposition)


def _governs(layout: Layout, index: int) -> bool:
    """لم يبق | سوى عجوزين, في | اتجاه المنزل, سقطت | بيد الجيش, قصفوا | بـ9 صواريخ: words that govern here, also a letter alone."""
    norms = layout.norms
    if norms[index] == _IN_HAND:
        return index + 1 < len(norms) and "that" not in layout.tokens[index + 1].word.labels
    if norms[index] in _APART:
        return index + 1 < len(norms) and layout.tokens[index + 1].kind == NUMBER
    return norms[index] == "سوي" or norms[index - 1 : index + 1] == ["في", "اتجاه"]


def _is_taking_part(token: Token) -> bool:
    """أشاد الخطيب | بمشاركة العشائر: what is praised (``tokens.py``), no "together with"."""
    return token.norm == _TAKING_PART and bool(token.word.preposition)


def _is_victim(token: Token) -> bool:
    """قتيلين, جرحى: victims, no preposition on them."""
    return group_of(token.word, "person") == "victim" and not token.word.preposition


_DONE, _SEEKING = word_list("passive and its noun"), word_list("aim and its preposition")
"""قتل مسلح | وألقي القبض على آخر: a passive behind و, with the noun that it always has."""


def _two_did(layout: Layout, index: int) -> bool:
    """إن اثنين من المهاجمين | قتلا: behind أن and two of a group a dual in the perfect is their verb, no verbal noun."""
    if not layout.norms[index].endswith("ا") or index < _TWO_BACK:
        return False
    two = next((at for at in range(index - _TWO_BACK, index - 2) if layout.norms[at] in _OF_TWO), None)
    if two is None or layout.norms[two + 1] != "من" or two == 0 or "that" not in layout.tokens[two - 1].word.labels:
        return False
    forms = (found.sense.form for found in layout.tokens[index].word.analyses)
    return any(isinstance(form, VerbForm) and form.number == "d" and form.tense == "perfect" for form in forms)


_OF_TWO, _TWO_BACK = frozenset({"اثنين", "اثنتين"}), 5
_OFTEN = word_list("often, before ما")


def _who_did(layout: Layout, index: int) -> bool:
    """أول | من كشف القرار, الجيش هو | من أطلق النار: before a form that may be a verb, behind a pronoun one that is no noun too."""
    before = layout.norms[index - 1]
    if before.removeprefix("و") == "عدد" and index + 1 < len(layout.norms) and layout.norms[index + 1].endswith("وا"):
        return _may_do(layout, index + 1)  # عدد | من قتلوا
    if before == "اول" or not _may_do(layout, index + 1):
        return before == "اول" and _may_do(layout, index + 1)
    found = layout.tokens[index + 1].word.analyses
    verbs = all(one.sense.part == "verb" and not (one.conjunction or one.preposition) for one in found)
    alike = {getattr(one.sense.form, "gender", "") for one in found}
    return verbs and ((before == "هو" and "f" not in alike) or (before == "هي" and "m" not in alike) or before == "هم")


def _may_do(layout: Layout, index: int) -> bool:
    """كانت الصحيفة أول من | كشف القرار: a form that may be a verb in the third person, of whoever was the first."""
    if index >= len(layout.tokens) or layout.tokens[index].word.article or layout.norms[index] == "امس":
        return False
    return any(found.sense.part == "verb" for found in layout.tokens[index].word.analyses)


def _is_noun(before: Token, norm: str) -> bool:
    """اعتقلت 13 | فردا, قوة | خاصة: behind a number somebody is counted, behind a force "special" describes it.

    Elsewhere they are "so, in reply" (فردا على الهجوم) and "above all".
    """
    if norm == _SPECIALLY:
        return before.word.core in _SPECIAL and not before.word.article
    return norm == _ONE_OF_THEM and (before.kind == NUMBER or "number" in before.word.labels)


_TAKING_PART, _ONE_OF_THEM, _SPECIALLY, _IN_HAND = "بمشاركه", "فردا", "خاصه", "بيد"
_SPECIAL = word_list("may be special")


def _prayer(layout: Layout, index: int) -> range:
    """The tokens of the longest prayer that names God at a token; none where it is none."""
    for first in range(max(0, index - _BEFORE), index):
        for end in range(min(len(layout.norms), first + _LONGEST), index, -1):
            if " ".join(layout.norms[first:end]) in _PRAYERS and not layout.tokens[first].word.bare.endswith("ة"):
                return range(first, end)
    return range(0)


_GOD, _BEFORE, _LONGEST = "الله", 2, 4
_PRAYERS = word_list("prayer")
_SHORT = frozenset({"ما", "وما", "عشر", "من"})
_OTHER_WORDS = frozenset({_GOD, _TAKING_PART, _ONE_OF_THEM, _SPECIALLY, _IN_HAND, "توقع", "سوي", "اتجاه"})
_APART = frozenset({"ب", "وب", "ل", "ول"})
_FOLLOWED, _WENT_WITH = word_list("verb of what followed"), word_list("verb of what went with it")
_AS_FOR = frozenset({"اما", "واما"})
_SETTLING = (
    _SHORT
    | _UNCLES
    | _EXCHANGE
    | {_HOUSE}
    | _AS_FOR
    | _ABOUT
    | _APART
    | _FOLLOWED
    | _WENT_WITH
    | _OTHER_WORDS
    | {turn.split()[0] for turn in _DONE | _SEEKING}
)
"""The words that the rules here begin with; few tokens are of them."""


def turns(tokens: list[Token], index: int) -> bool:
    """إلى ذلك | كشف الوزير, بعد ذلك | قصف الجيش: behind a turn that heads a clause ذلك is whole, no noun of its own follows."""
    if index < _TURN or tokens[index - 1].norm != "ذلك" or tokens[index].word.article:
        return False
    heads = index == _TURN or tokens[index - 3].kind != WORD
    return heads and tokens[index - 2].norm.removeprefix("و") in _TURNS  # وإلى is spelled like a governor


_TURN = 2
_TURNS = word_list("turn with that")
