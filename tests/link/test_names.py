"""Words and names as linking compares them."""

import pytest

from riwaya.link.names import compared, names, place_words, rarity, sound


@pytest.mark.parametrize(
    "spellings",
    [("قرشوج", "قرشوتش", "قرشوش"), ("دوغوبايزيد", "دوغوبيازيد", "دوغوبايزيت"), ("كيليس", "كلس"), ("إنجرليك", "انجرليك")],
)
def test_spellings_of_one_foreign_name_sound_alike(spellings: tuple[str, ...]) -> None:
    assert len({sound(one) for one in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("عدن", "عدان"), ("حلب", "حمص"), ("تعز", "توز"), ("الرقة", "الرمادي")])
def test_names_of_too_few_consonants_or_other_ones_do_not(one: str, other: str) -> None:
    assert sound(one) != sound(other)


def test_a_name_behind_a_head_is_one_name() -> None:
    assert "خان بني قرشوج" in list(names("في منطقة خان بني قرشوج أمس"))
    assert "ام سدر" in list(names("قرب سوق أم السدر ظهرا"))
    assert not any(" " in one for one in names("أم، السدر"))


def test_verbs_and_words_of_tables_tell_nothing() -> None:
    assert list(names("قال المتحدث إن الجيش قتل خمسة جنود في هجوم على المدينة")) == []


def test_a_place_is_known_by_its_own_words() -> None:
    assert place_words("شمال مدينة قرشوج") == ("قرشوج",)
    assert place_words("مستشفى أم السدر") == ("ام", "سدر")
    assert place_words("سوق البلدة") == ()


def test_clitics_make_no_difference() -> None:
    assert compared("وبالفلوجة") == compared("للفلوجة") == compared("الفلوجة") == "فلوجه"


def test_a_name_of_several_words_is_rarer_than_its_words() -> None:
    assert rarity("دمشق") < rarity("ريف دمشق") < rarity("قرشوج") == 3
