"""Which words counts take for common nouns, so that they end the name before them."""

from riwaya.lang.ar.forms import everyday
from riwaya.lang.ar.wordlists import word_list
from riwaya.spelling import fold

SURNAMES = (
    "بوتين أوباما كيري لافروف أردوغان نتنياهو روحاني ظريف عباس هنية العبادي البارزاني السيسي "
    "المعلم حفتر غوتيريش دي ميستورا ترامب بايدن زيلينسكي"
)
NOUNS = "سياسة موقف شروط تفاصيل قرار وقف اتفاق خطة نتائج مقترح"


def test_given_names_are_names_but_for_six_that_are_words_too() -> None:
    words = {"سيف", "تيسير", "عمر", "عزيز", "توفيق", "حسن"}
    assert {name for name in word_list("given name") if everyday(fold(name))} == words


def test_surnames_are_names() -> None:
    assert [name for name in SURNAMES.split() if everyday(fold(name))] == []


def test_common_nouns_are_words() -> None:
    assert [noun for noun in NOUNS.split() if not everyday(fold(noun))] == []
