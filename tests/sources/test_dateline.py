"""Days in lines: one day, every way to write it; what is no day; what a line says of its day."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.sources.dateline import date_line, days_in, is_rights, page_words, plausible
from riwaya.sources.options import Refused
from riwaya.sources.record import parse_day, stated_day
from riwaya.spelling import fold
from riwaya.tables import check_rows, load_table

LATEST = date(2026, 11, 25)
DAY = date(2023, 9, 20)

FORMS = """
20 سبتمبر 2023
20 أيلول 2023
٢٠ سبتمبر ٢٠٢٣
۲۰ سبتمبر ۲۰۲۳
20 سبتمبر/أيلول 2023
20 أيلول/سبتمبر 2023
20 أيلول (سبتمبر) 2023
20 شتنبر 2023
20 سِبْتَمْبَر 2023م
20 من سبتمبر 2023
20 من شهر سبتمبر عام 2023
20 سبتمبر، 2023
20-سبتمبر-2023
سبتمبر 20, 2023
الأربعاء 20 سبتمبر 2023 - 14:30
2023/09/20
2023-09-20
20/09/2023
20-9-2023
20.9.2023
09/20/2023
5 ربيع الأول 1445هـ
5 ربيع الأول 1445 هـ
٥ ربيع الأول ١٤٤٥
5/3/1445هـ
1445/03/05
الأربعاء 5 ربيع الأول 1445هـ الموافق 20 سبتمبر 2023م
20 سبتمبر 2023م الموافق 5 ربيع الأول 1445هـ
Wed, 20 Sep 2023 01:30:00 +0300
20 September 2023
Sept 20, 2023
""".strip().split("\n")

NO_DAYS = """
20 سبتمبر
سبتمبر 2023
20 سبتمبر 23
20 سبتمبر/تشرين الأول 2023
31 فبراير 2023
20/13/32
99/99/2023
2023
45 ربيع الأول 1445
قتل 20 في سبتمبر من عام الفيل
12/5
""".strip().split("\n")


@pytest.mark.parametrize("line", FORMS)
def test_one_day_in_every_form(line: str) -> None:
    assert days_in(line) == (DAY,)
    found = date_line(line, LATEST)
    assert found is not None and found.day == DAY and found.others == (1 if line.startswith("Wed") else 0)


@pytest.mark.parametrize("line", NO_DAYS)
def test_no_day(line: str) -> None:
    assert days_in(line) == () and date_line(line, LATEST) is None


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_of_both_habits(month: int) -> None:
    table = load_table(files("riwaya") / "lang" / "ar", "months.tsv")
    names = [row["form"] for row in table if row["calendar"] == "gregorian" and int(row["number"]) == month]
    assert len(names) >= 2
    for name in names:
        assert days_in(f"7 {name} 2015") == (date(2015, month, 7),), name


@pytest.mark.parametrize(
    ("line", "label", "day"),
    [
        ("نشر في: 12 مايو 2024", "published", 12),
        ("تاريخ النشر 12/5/2024", "published", 12),
        ("آخر تحديث: 13 مايو 2024", "updated", 13),
        ("نشر 12 مايو 2024 - آخر تحديث 13 مايو 2024", "published", 12),
        ("آخر تحديث 13 مايو 2024، نشر 12 مايو 2024", "published", 12),
        ("12 مايو 2024", "", 12),
    ],
)
def test_what_a_line_says_of_its_day(line: str, label: str, day: int) -> None:
    found = date_line(line, LATEST)
    assert found is not None and (found.label, found.day) == (label, date(2024, 5, day)) and found.others == 0


@pytest.mark.parametrize(
    "line", ["© 2024-05-12", "Copyright 12/5/2024", "جميع الحقوق محفوظة 12 مايو 2024", "حقوق النشر 12 مايو 2024"]
)
def test_a_notice_of_rights_gives_no_day(line: str) -> None:
    assert is_rights(line) and date_line(line, LATEST) is None


def test_other_words_are_counted() -> None:
    found = date_line("وقع الهجوم الأول في 3 مارس 2012 شمال المدينة", LATEST)
    assert found is not None and found.others == 5


@pytest.mark.parametrize("year", ["0025", "0001", "1825", "1989", "2027", "9999"])
def test_years_outside_1990_to_tomorrow_are_refused(year: str) -> None:
    assert date_line(f"14 مارس {year}", LATEST) is None
    with pytest.raises(Refused, match="1990"):
        stated_day(f"{year}-12-14", LATEST)


def test_tomorrow_and_1990_are_not() -> None:
    assert plausible(LATEST, LATEST) and plausible(date(1990, 1, 1), LATEST)
    assert not plausible(date(2026, 11, 26), LATEST) and not plausible(date(1989, 12, 31), LATEST)
    assert stated_day("2026-11-25T23:59:00+03:00", LATEST) == LATEST


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2023-09-20", DAY),
        ("2023-09-20 02:51:32", DAY),
        ("2023-09-20T00:10:00+03:00", DAY),
        ("20230920", DAY),
        ("Wed, 20 Sep 2023 00:10:00 +0300", DAY),
        ("الأربعاء، 20 سبتمبر/أيلول 2023", DAY),
        ("yesterday", None),
        ("", None),
        ("-", None),
    ],
)
def test_time_stamps_give_the_day_where_they_were_written(written: str, day: date | None) -> None:
    assert parse_day(written) == day


def test_the_words_of_pages_are_a_sound_table() -> None:
    rows = load_table(files("riwaya") / "sources", "pagewords.tsv", frozenset("published updated rights beside furniture".split()))
    assert list(check_rows(rows, ("form",))) == []
    for row in rows:
        assert row["form"] in row["example"] and fold(row["form"]) in page_words(row["use"]), row["form"]


@given(st.text(max_size=300))
def test_any_line_is_survived(line: str) -> None:
    found = date_line(line, LATEST)
    assert found is None or plausible(found.day, LATEST)
    assert all(isinstance(day, date) for day in days_in(line))


@given(
    st.lists(
        st.sampled_from([*"/-.,()ه", " ", "20", "9", "2023", "1445", "سبتمبر", "أيلول", "ربيع الأول", "من", "عام"]), max_size=12
    )
)
def test_any_pieces_of_dates_are_survived(pieces: list[str]) -> None:
    for day in days_in(" ".join(pieces)):
        assert 1 <= day.year <= 9999
