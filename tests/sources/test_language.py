"""Is it an Arabic report? Letters decide, a model only where they leave a doubt."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.model.document import Document
from riwaya.sources.language import arabic_letters, fault, language_fault
from sources.world import REPORT, SECOND

ARABIC = {
    "a report": REPORT,
    "two words": "هدوء حذر",
    "harakat and tatweel": "قَالَ المُتَحَدِّثُ إِنَّ الجَيْـــشَ اِنْسَحَبَ مِنَ البَلْدَةِ.",
    "presentation forms": "ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ ﺇﻥ ﺍﻟﺠﻴﺶ ﺍﻧﺴﺤﺐ",
    "names spelt with other letters": f"{REPORT} وقالت شركة گوگل في پاريس إن خدماتها لم تتأثر.",
    "a Persian keyboard": REPORT.replace("ي", "ی").replace("ك", "ک"),
    "a sentence from a Persian keyboard": "وقالت وزارة الخارجیة فی بیان إن خمسة جنود قتلوا أمس فی هجوم علی حاجز قرب الموصل.",
    "Latin names": f"{REPORT} (Reuters) BBC, AFP, Al Jazeera, United Nations OCHA",
}
OTHER = {
    "Persian": "گزارش‌ها می‌گویند پنج نفر در حمله به بازار شهر کشته شدند و چند نفر دیگر زخمی شدند؛ پلیس گفت که پیگیری ادامه دارد",
    "Persian typed on an Arabic keyboard": "وزارت دفاع اعلام كرد در اين عمليات نيروهاي دولتي توانستند شهر را "
    "از محاصره آزاد كنند و گفت اين خبر تاييد شد",
    "Persian without the letters that Arabic lacks": "وزارت دفاع اعلام کرد در این عملیات نیروهای دولتی توانستند شهر را "
    "از محاصره آزاد کنند و این خبر تایید شد",
    "Urdu": "پولیس کے مطابق بازار میں ہونے والے دھماکے میں پانچ افراد ہلاک اور کئی زخمی ہو گئے",
    "Sorani": "وەزارەتی بەرگری ڕایگەیاند کە پێنج سەرباز لە هێرشەکەدا کوژراون",
    "Pashto": "د دفاع وزارت وویل چې په برید کې پنځه سرتیري ووژل شول",
    "Uyghur": "دۆلەت مۇداپىئە مىنىستىرلىقى بەش ئەسكەرنىڭ ئۆلگەنلىكىنى ئېلان قىلدى",
    "English": "The ministry said that five soldiers were killed near the old bridge on Sunday evening.",
    "English about an Arabic word": "The word صحافة means journalism, and this page explains at length where the word comes from.",
    "Hebrew": "משרד הביטחון מסר כי חמישה חיילים נהרגו ליד הגשר הישן",
    "figures": "12 / 2024 -- 55",
    "nothing": " \n\t ",
}


@pytest.mark.parametrize("name", ARABIC)
def test_arabic(name: str) -> None:
    assert fault(Document("x", "", ARABIC[name])) is None


@pytest.mark.parametrize("name", OTHER)
def test_other(name: str) -> None:
    assert fault(Document("x", "", OTHER[name])) is not None
    if len(OTHER[name]) > 60:
        assert fault(Document("x", "عنوان", OTHER[name])) is not None


@pytest.mark.parametrize(
    "document", [Document("x", "", REPORT + "\0"), Document("x", "", REPORT + "\udc80"), Document("x", "", REPORT, url="\ud800")]
)
def test_what_no_ledger_can_keep(document: Document) -> None:
    assert "surrogate" in str(fault(document))


def test_the_model_is_loaded_only_where_letters_leave_a_doubt() -> None:
    code = (
        "import sys\nfrom riwaya.sources.language import language_fault\n"
        f"assert language_fault({REPORT!r}) is None\nprint('fasttext' in sys.modules)\n"
        f"assert language_fault({OTHER['Persian typed on an Arabic keyboard']!r}) is not None\nprint('fasttext' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


@given(st.lists(st.sampled_from([REPORT, SECOND, *OTHER.values(), "a" * 50, "٢٣", "ﻻ", "پ", "چ", "ـ", "ً"]), max_size=6))
def test_the_quick_look_never_disagrees(pieces: list[str]) -> None:
    """What the look at bytes lets pass, the count of letters lets pass too; ی and ک alone may be those of a keyboard."""
    text = " ".join(pieces)
    letters = arabic_letters(text)
    if language_fault(text) is None:
        assert letters > 0
        assert sum(character in "پچژگٹڈڑںےۇە" for character in text) * 12 <= 2 * letters
        assert sum(character.isascii() and character.isalpha() for character in text) <= 2 * letters
