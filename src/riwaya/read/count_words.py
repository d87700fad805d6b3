"""Words that a count is told by: one of, both, another, many, how many times; and words that only seem to count."""

from __future__ import annotations

from functools import lru_cache

from riwaya.lang.ar.words import Word
from riwaya.read.numbers import number_openers

ONE_OF = frozenset({"احد", "احدي"})
ONE_OF_THEM = frozenset({"احدهم", "احدهما", "احداهن", "احداهما", "احدها"})
BOTH = frozenset({"كلاهما", "كليهما", "كلتاهما", "كلتيهما"})
COLLECTIVES = frozenset({"عائلة", "أسرة"})
"""One family is not one person."""
COUNTABLE = frozenset({"person", "thing", "demonym", "trigger"})
SOME_OF_THEM = frozenset({"بعضهم", "وبعضهم", "بعضهن", "وبعضهن"})
BOTH_OF = frozenset({"كلا", "وكلا", "كلتا", "وكلتا", "كلي", "كلتي"})
MAY_COUNT = COUNTABLE | {"number"}
ALONE = BOTH | BOTH_OF | SOME_OF_THEM
SINGLES = ONE_OF | ONE_OF_THEM
ANY = frozenset({"اي", "ايه", "كل", "غير"})
ONE = frozenset({"واحد", "واحده", "واحدا"})
ANOTHER = frozenset(one + end for one in ("ثالث", "رابع", "خامس", "سادس", "سابع") for end in ("", "ه", "ا"))
OPENING = frozenset('«“"(')
FRAMES = frozenset("«“\"(['‹”")
RISES = ("ارتف", "يرتفع", "ترتفع", "زاد", "زيادة", "انخف", "تراجع", "يصل", "لترتفع", "ليرتفع", "صعد", "قفز")
NEED_OF = frozenset({"عدد", "عددا", "اعداد", "اعدادا", "عديد"})
NEED_NOUN = frozenset({"بعض", "عده", "كثير", "كثيرين", "كثيرون", "عديده", "كثيره", "كثر", "عديدون", "عديدين"})
MANY = frozenset({"كثيرون", "كثيرين", "عديدون", "عديدين"})
BEHIND = frozenset({"عده", "عديده", "كثيره", "كثر", "كثيرون", "كثيرين", "عديدون", "عديدين"}) | ONE
COMPARED = frozenset({"اصل", "بين", "مجموع", "اجمالي", "جمله"})
TWICE = "مرتين"
TIMES = frozenset({"مره", "مرات", TWICE})


@lru_cache(50_000)
def may_count(word: Word) -> bool:
    """Whether a count can begin with a word."""
    return (
        not word.labels.isdisjoint(MAY_COUNT)
        or word.norm in number_openers()
        or word.norm in ALONE | ANOTHER
        or word.norm == TWICE
        or word.core in SINGLES
    )
