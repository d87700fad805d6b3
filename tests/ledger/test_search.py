"""Search finds words in any spelling and says where they stand in the original."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.making import document, item, take
from riwaya.ledger.ledger import Ledger
from riwaya.ledger.locate import places
from riwaya.ledger.query import DocumentQuery
from riwaya.ledger.words import stem, stems, words
from riwaya.model.errors import LedgerError

TEXT = (
    "أعلنت قُوّاتُ الشرعيّة السيطرةَ على مدينة تعز، وبقواتها المنتشرة في المدينة ١٬٢٠٠ جندي، وقال المسؤولون إن ٢٣ مسلحا "
    "قتلوا في الإشتباكات بالقرب من المستشفى 🔥 ومدينتهم محاصرة وللحكومة رأي آخر، وسيقصف الطيران."
)
FOUND: dict[str, list[str]] = {
    "قوات": ["قُوّاتُ", "وبقواتها"],
    "القوّات": ["قُوّاتُ", "وبقواتها"],
    "مدينه": ["مدينة", "المدينة", "ومدينتهم"],
    "مَدِينَة": ["مدينة", "المدينة", "ومدينتهم"],
    "1200": ["١٬٢٠٠"],
    "1,200": ["١٬٢٠٠"],
    "23": ["٢٣"],
    "۲۳": ["٢٣"],
    "الاشتباكات": ["الإشتباكات"],
    "مستشفي": ["المستشفى"],
    "حكومة": ["وللحكومة"],
    "يقصف": ["وسيقصف"],
    '"مدينة تعز"': ["مدينة تعز"],
    '"تعز مدينة"': [],
    "تعز مسلحا": ["تعز", "مسلحا"],
    "مسل*": ["مسلحا"],
    "تعز -محاصره": [],
    "تعز -بغداد": ["تعز"],
    "بغداد": [],
    "تع": [],
}


@pytest.mark.parametrize("query", FOUND)
def test_words_are_found_in_any_spelling_with_their_spans(ledger: Ledger, query: str) -> None:
    take(ledger, item(1, of=document(1, title="عنوان", text=TEXT)), item(2, of=document(2, title="آخر", text="نص آخر لا شأن له.")))
    hits = ledger.search(query)
    assert [span.text for hit in hits for span in hit.spans] == FOUND[query]
    for hit in hits:
        assert all(hit.document.document.characters[span.start : span.end] == span.text for span in hit.spans)


@pytest.mark.parametrize("query", ["", "   ", '""', "-قوات", '* - "', "، .", "'"])
def test_a_query_without_a_word_is_an_error_that_says_so(ledger: Ledger, query: str) -> None:
    with pytest.raises(LedgerError, match="at least one word"):
        ledger.search(query)


@pytest.mark.parametrize(
    "query", ["قوات' OR 1=1", 'قوات" OR "x', "قوات:* & !x", "قوات) NEAR(", "stems:قوات", "قوات\\", "قوات|x", "a'b"]
)
def test_no_query_breaks_the_search_language(ledger: Ledger, query: str) -> None:
    take(ledger, item(1, of=document(1, text=TEXT)))
    ledger.search(query)


def test_old_versions_are_found_only_when_asked_for(ledger: Ledger) -> None:
    take(ledger, item(1, of=document(1, text="ذكر التقرير كلمة زمرد مرة.")))
    take(ledger, item(1, raw=b"new", of=document(1, text="ذكر التقرير كلمة ياقوت مرة.")))
    assert ledger.search("زمرد") == []
    assert [hit.document.version for hit in ledger.search("زمرد", all_versions=True)] == [1]
    assert [hit.document.version for hit in ledger.search("ياقوت")] == [2]


def test_no_more_hits_than_asked_for(ledger: Ledger) -> None:
    take(ledger, *(item(number) for number in range(30)))
    assert len(ledger.search("قالت", limit=7)) == 7
    assert len({hit.document.id for hit in ledger.search("قالت", limit=25)}) == 25


def test_a_document_that_the_index_lacks_is_a_fault_until_the_next_run(file: Ledger) -> None:
    take(file, item(1))
    with file._database.writing() as connection:
        file._database.dialect.clear_index(connection)
    kept = next(file.documents(DocumentQuery()))
    assert [(one.where, "index" in one.what) for one in file.verify()] == [(kept.id, True)]
    take(file, item(2))
    assert list(file.verify()) == [] and len(file.search("قالت")) == 2


def test_the_index_is_made_anew_when_the_word_tables_change(ledger: Ledger) -> None:
    take(ledger, item(1, of=document(1, text=TEXT)))
    with ledger._database.writing() as connection:
        ledger._database.dialect.clear_index(connection)
        connection.exec_driver_sql("UPDATE meta SET value = 'older tables' WHERE name = 'index'")
    assert ledger.search("قوات") == []
    take(ledger, item(2))
    assert len(ledger.search("قوات")) == 2 or len(ledger.search("الشرعية")) == 1
    assert [entry.before for entry in ledger.log() if entry.action == "index"] == ["", "older tables"]
    assert list(ledger.verify()) == []


def test_words_and_stems_stand_side_by_side() -> None:
    assert stems(TEXT).split(" ") == [stem(form) for form, _, _ in words(TEXT)]
    assert all(TEXT[start:end] == form for form, start, end in words(TEXT))
    assert stem("\u200fقوات\u200f") == stem("قوات") and stem("ـــ") == ""


FORMS = (
    "قوات القوات وبقواته مدينة ومدينتهم المدينه إستياء استيائهم ٢٣ 23 ١٬٢٠٠ 1,200 a,b AbC قوّاتُ ﻻجئ ـــ ، و مستشفى المستشفي".split()
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(FORMS), max_size=12),
    st.lists(st.sampled_from([" ", "، ", "\u200f", ",", "\n"]), min_size=1),
    st.data(),
)
def test_places_are_those_that_taking_every_word_apart_would_give(forms: list[str], gaps: list[str], data: st.DataObject) -> None:
    text = "".join(form + gap for form, gap in zip(forms, gaps * 12, strict=False))
    line = [(one, start, end) for form, start, end in words(text) if (one := stem(form))]
    phrase = [stem(form) for form in data.draw(st.lists(st.sampled_from(FORMS), min_size=1, max_size=2)) if stem(form)]
    if phrase:
        slow = [
            (line[at][1], line[at + len(phrase) - 1][2])
            for at in range(len(line) - len(phrase) + 1)
            if [one for one, _, _ in line[at : at + len(phrase)]] == phrase
        ]
        assert list(places(text, phrase)) == slow


def test_places_cost_no_more_than_the_text_is_long() -> None:
    begun = time.process_time()
    assert len(list(places("قتل," * 30_000, ["قتل"]))) == 30_000
    assert list(places("ق" * 300_000, ["قتل"])) == []
    assert time.process_time() - begun < 10


def test_a_line_of_marks_only_is_no_word() -> None:
    assert list(words("\u064b\u064c 🔥 ، — …")) == []


def test_a_very_long_document_is_indexed_as_far_as_it_goes(ledger: Ledger) -> None:
    take(ledger, item(1, of=document(1, text="ذكر التقرير كلمة زمرد مرة.")))
    letters = "بتثجحخدذرزسشصضطظعغفقكلمنهي"
    many = " ".join(a + b + c + d for a in letters[:20] for b in letters for c in letters for d in letters)
    with ledger._database.writing() as connection:
        ledger._database.dialect.clear_index(connection)
        ledger._database.dialect.fill_index(connection, [{"number": 1, "stems": f"زمرد {many}"}])
    assert [span.text for hit in ledger.search("زمرد") for span in hit.spans] == ["زمرد"]
