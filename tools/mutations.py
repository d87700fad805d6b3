"""Ways to spoil a report, for the fuzz run (soak.py): each takes a text and dice and gives another text."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

Dice = random.Random
Mutation = Callable[[str, Dice], str]

LONGEST = 20_000
"""Characters that a spoiled report may have."""

_BIDI = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e\u034f\ufe0f"
_BLANKS = "\u00a0\u2002\u2009\u202f\u205f\u3000\u1680\u2028\u2029\u0085\x0b\x0c\r\t\n"
_HARAKAT = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670\u06d6\u06ed\u0615"
_QUOTES = "«»“”„‟‘’‚‹›\"'`´″′〈〉《》「」『』⟨⟩❝❞＂"
_BRACKETS = "()[]{}<>﴾﴿（）［］｛｝⟦⟧【】"
_STOPS = ".,:;!?،؛؟…‥-–—ـ/\\|*_=+&%#@~^$٪٫٬·•"
_DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२３４５²½Ⅷ৩๔𝟛߂"
_CONTROLS = "".join(chr(code) for code in [*range(9), *range(14, 32), *range(127, 160)])
_EMOJI = ("🔥", "👨\u200d👩\u200d👧", "🇾🇪", "✋🏽", "1\ufe0f\u20e3", "💥💥💥", "\U000e0041", "\U0010ffff")
_FOREIGN = ("پ", "گ", "ڤ", "ی", "ک", "ھ", "Breaking", "Москва", "北京", "e\u0301", "ǅ", "ß", "İ", "ŉ")
_LIGATURES = ("\ufdf2", "\ufdfa", "\ufdfd", "\ufefb", "\ufef7", "\ufe70", "\ufefc", "\ufb50", "\ufeff\ufefb")
_SURROGATES = ("\ud800", "\udbff", "\udc00", "\udfff", "\udfff\ud800", "\ude00\ud83d")
_WORDS = (
    *"قال قالت وأضاف نفى أعلن أن إن إنه قوله بأن وأن الذي التي ما من في على عن إلى بـ لـ كل بعد قبل منذ حتى".split(),
    *"بحسب وفقا نقلا حيث مشيرا مؤكدة لم لن لا قد سوف إذا لو هل مقتل إصابة قتل وقتل أصيب هجوم قصف".split(),
    *"جندي جنديان قتيلا جريحا مئات آلاف عشرات نحو حوالي أكثر بينهم أمس اليوم الأحد الإثنين يوم مساء مارس رمضان".split(),
    *"خمسة وعشرين مئة ألفي ثلاثمئة مليونا محمد عبد أبو بن الرئيس وزارة الدفاع حركة دمشق صنعاء سوريا محافظة".split(),
)
_PRESENTED = {
    "ا": "\ufe8d",
    "ل": "\ufedf",
    "م": "\ufee3",
    "ن": "\ufee7",
    "ي": "\ufef3",
    "ق": "\ufed7",
    "و": "\ufeed",
    "ه": "\ufeeb",
}
_DIGIT_SETS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９", "०१२३४५६७८९")


def _at(text: str, dice: Dice) -> int:
    return dice.randint(0, len(text))


def _put(pieces: str | tuple[str, ...]) -> Mutation:
    """A mutation that puts one of some pieces in, here and there, sometimes many times over."""

    def put(text: str, dice: Dice) -> str:
        for _ in range(dice.randint(1, 8)):
            at = _at(text, dice)
            text = text[:at] + dice.choice(pieces) * dice.choice((1, 1, 1, 2, 3, 40)) + text[at:]
        return text

    return put


def cut_out(text: str, dice: Dice) -> str:
    """A stretch is missing."""
    at = _at(text, dice)
    return text[:at] + text[at + dice.randint(1, 60) :]


def cut_short(text: str, dice: Dice) -> str:
    """Only the beginning or only the end is left."""
    at = _at(text, dice)
    return text[:at] if dice.random() < 0.5 else text[at:]


def double(text: str, dice: Dice) -> str:
    """A stretch stands there twice, somewhere else."""
    at, to = _at(text, dice), _at(text, dice)
    return text[:to] + text[at : at + dice.randint(1, 200)] + text[to:]


def shuffle_words(text: str, dice: Dice) -> str:
    """The words of a stretch, or all of them, in another order."""
    words = text.split(" ")
    start = dice.randrange(len(words))
    some = words[start : start + dice.choice((3, 8, 20, len(words)))]
    dice.shuffle(some)
    return " ".join([*words[:start], *some, *words[start + len(some) :]])


def swap_characters(text: str, dice: Dice) -> str:
    """Neighbours change places."""
    letters = list(text)
    for _ in range(dice.randint(1, 12)):
        at = dice.randrange(max(1, len(letters) - 1))
        letters[at : at + 2] = letters[at : at + 2][::-1]
    return "".join(letters)


def drop_blanks(text: str, dice: Dice) -> str:
    """Some words run together."""
    return "".join(letter for letter in text if letter != " " or dice.random() < 0.8)


def other_blanks(text: str, dice: Dice) -> str:
    """Blanks and line breaks of other kinds."""
    return "".join(dice.choice(_BLANKS) if letter in " \n" and dice.random() < 0.3 else letter for letter in text)


def drop_stops(text: str, dice: Dice) -> str:
    """No punctuation, or no line breaks, is left."""
    return re.sub(dice.choice((r"[.،:؛؟!]", r"\n", r"[«»\"“”]")), dice.choice(("", " ")), text)


def sprinkle(text: str, dice: Dice) -> str:
    """A mark behind many letters: harakat, tatweel, zero-width and bidirectional signs."""
    marks = dice.choice((_HARAKAT, "\u0640", _ZERO_WIDTH, _BIDI))
    return "".join(letter + dice.choice(marks) if dice.random() < 0.25 else letter for letter in text)


def present(text: str, dice: Dice) -> str:
    """Letters as presentation forms."""
    return "".join(_PRESENTED.get(letter, letter) if dice.random() < 0.5 else letter for letter in text.replace("لا", "\ufefb"))


def other_digits(text: str, dice: Dice) -> str:
    """Digits of another script."""
    digits = dice.choice(_DIGIT_SETS)
    return re.sub(r"\d", lambda found: digits[int(found[0])], text)


def long_numbers(text: str, dice: Dice) -> str:
    """Digits grow into absurd numbers."""
    return re.sub(r"\d+", lambda found: found[0] * dice.choice((1, 2, 9, 400)), text)


def repeat(text: str, dice: Dice) -> str:
    """One piece thousands of times: a letter, a mark, a word, a stretch of the text."""
    start = _at(text, dice)
    own = text[start : start + dice.randint(1, 30)]
    piece = dice.choice(
        (own, dice.choice(_WORDS) + " ", dice.choice(_QUOTES + _BRACKETS + _STOPS), dice.choice(_DIGITS), "و", "ال")
    )
    at = _at(text, dice)
    return text[:at] + piece * (dice.choice((30, 300, 3000)) // max(1, len(piece))) + text[at:]


def quote_all(text: str, dice: Dice) -> str:
    """Every word, or every sentence, in quotation marks or brackets, which may not match."""
    left, right = dice.choice(_QUOTES + _BRACKETS), dice.choice(_QUOTES + _BRACKETS)
    between = dice.choice((" ", "."))
    return between.join(f"{left}{piece}{right}" for piece in text.split(between))


def backwards(text: str, dice: Dice) -> str:
    """Letters or words in visual order, as old converters leave them."""
    return text[::-1] if dice.random() < 0.5 else " ".join(reversed(text.split(" ")))


MUTATIONS: tuple[Mutation, ...] = (
    cut_out,
    cut_short,
    double,
    shuffle_words,
    swap_characters,
    drop_blanks,
    other_blanks,
    drop_stops,
    sprinkle,
    present,
    other_digits,
    long_numbers,
    repeat,
    quote_all,
    backwards,
    *map(_put, (_BIDI, _ZERO_WIDTH, _BLANKS, _HARAKAT, _QUOTES, _BRACKETS, _STOPS, _DIGITS, _CONTROLS, "\0")),
    *map(_put, (_EMOJI, _FOREIGN, _LIGATURES, _SURROGATES, _WORDS)),
)
"""All ways, each as likely as the others."""


def spoiled(texts: list[str], dice: Dice) -> str:
    """One text or several joined, spoiled in one to five ways."""
    text = dice.choice(("\n", " ", "")).join(dice.choice(texts) for _ in range(dice.choice((1, 1, 1, 2, 4))))
    for _ in range(dice.randint(1, 5)):
        text = dice.choice(MUTATIONS)(text, dice)[:LONGEST]
    return text
