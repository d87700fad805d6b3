"""Every row of the tables that comparing uses: its example is understood as the row says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from link.making import Line, told
from riwaya.link import scopes
from riwaya.link.held import taken_back
from riwaya.link.parties import party
from riwaya.link.tellers import _represented, who
from riwaya.link.victims import soldiers, status_of
from riwaya.spelling import fold
from riwaya.tables import Row, language_folder, load_table

FOLDER = language_folder("ar")


def rows(name: str) -> list[Row]:
    return load_table(FOLDER, name)


def said(row: Row) -> list[str]:
    return [str(row.line), *row.words("forms" if "forms" in row.columns else "singular")[:1]]


@pytest.mark.parametrize("row", rows("tellers.tsv"), ids=said)
def test_every_form_makes_its_kind_of_teller(row: Row) -> None:
    kinds = {form: party(form).kind for form in row.words("forms")}
    assert set(kinds.values()) == {row["kind"]}, kinds
    assert party(row["example"]).kind == row["kind"]


@pytest.mark.parametrize("row", rows("victims.tsv"), ids=said)
def test_every_example_has_its_status(row: Row) -> None:
    soldier = row["status"] == "soldier"
    assert status_of(row["example"]) == ("combatant" if soldier else row["status"])
    assert soldiers(row["singular"]) is soldier


def covers(clause: str) -> str:
    claim = told(Line(1, low=900, high=900, tail=f" {clause}"))
    return scopes.scope_of(claim.event.figures[0], claim.event, claim.report).covers


@pytest.mark.parametrize("row", [row for row in rows("scopes.tsv") if row["class"] in ("cumulative", "period")], ids=said)
def test_every_form_tells_what_a_figure_covers(row: Row) -> None:
    assert {form: covers(form) for form in row.words("forms")} == dict.fromkeys(row.words("forms"), row["class"])
    assert covers(row["example"]) == row["class"]


@pytest.mark.parametrize("row", [row for row in rows("scopes.tsv") if row["class"] in ("since", "long")], ids=said)
def test_a_long_time_back_makes_a_total(row: Row) -> None:
    openers = row.words("forms") if row["class"] == "since" else ["منذ"]
    units = row.words("forms") if row["class"] == "long" else ["ست سنوات", "2009"]
    phrases = [f"{opener} {unit}" for opener in openers for unit in units]
    assert {phrase: covers(phrase) for phrase in phrases} == dict.fromkeys(phrases, "cumulative")
    assert covers(row["example"]) == "cumulative"


@pytest.mark.parametrize("row", [row for row in rows("scopes.tsv") if row["class"] in ("within", "unit")], ids=said)
def test_within_a_time_makes_a_period(row: Row) -> None:
    openers = row.words("forms") if row["class"] == "within" else ["خلال", "في 10"]
    units = row.words("forms") if row["class"] == "unit" else ["ثلاثة أيام", "شهر"]
    phrases = [f"{opener} {unit}" for opener in openers for unit in units]
    assert {phrase: covers(phrase) for phrase in phrases} == dict.fromkeys(phrases, "period")
    assert covers(row["example"]) == "period"


@pytest.mark.parametrize("row", [row for row in rows("scopes.tsv") if row["class"] in ("conflict", "took")], ids=said)
def test_what_a_conflict_took_is_a_total(row: Row) -> None:
    words = row.words("forms")
    phrases = (
        [f"{word} أسفرت عن ذلك" for word in words] if row["class"] == "conflict" else [f"النزاع الذي {word}" for word in words]
    )
    assert {phrase: covers(phrase) for phrase in phrases} == dict.fromkeys(phrases, "cumulative")


@pytest.mark.parametrize("row", [row for row in rows("scopes.tsv") if row["class"] == "update"], ids=said)
def test_every_form_says_that_a_count_is_new(row: Row) -> None:
    for form in row.words("forms"):
        claim = told(Line(1, low=27, high=27, tail=f" {form}"))
        found = scopes.scope_of(claim.event.figures[0], claim.event, claim.report)
        assert (found.covers, found.update) == ("incident", True), form


@pytest.mark.parametrize("row", [row for row in rows("scopes.tsv") if row["class"] == "turn"], ids=said)
def test_another_count_begins_behind_these_words(row: Row) -> None:
    assert {form: covers(f"في السوق {form} العدد 4000 منذ بدء المعارك") for form in row.words("forms")} == dict.fromkeys(
        row.words("forms"), "incident"
    )


@pytest.mark.parametrize("row", [row for row in rows("scopes.tsv") if row["class"] == "among"], ids=said)
def test_among_makes_a_part(row: Row) -> None:
    for form in row.words("forms"):
        claim = told(Line(1, low=3, high=3))
        start = claim.event.figures[0].span.start
        words = claim.report.document.characters
        text = f"{words[:start].rstrip()} {form} {words[start:]}"
        figure = claim.event.figures[0]
        moved = replace(figure, span=replace(figure.span, start=text.index("3"), end=text.index("3") + 1))
        report = replace(claim.report, document=replace(claim.report.document, title="", text=text.lstrip("\n")))
        assert scopes.is_part(moved, report), form
        assert not scopes.is_part(figure, claim.report)


def test_words_of_other_clauses_do_not_count() -> None:
    assert covers("في السوق. ونزح كثيرون منذ بدء المعارك") == "incident"
    assert covers("في السوق، ونزح كثيرون منذ بدء المعارك") == "incident"
    assert covers("في ساعة متأخرة من مساء أمس") == "incident"
    assert covers("في عام 2014") == "incident"
    assert covers("في المدينة التي مزقتها الحرب") == "incident"
    assert covers("منذ يومين") == "incident"


@pytest.mark.parametrize("row", rows("withdrawals.tsv"), ids=said)
def test_every_form_takes_something_back(row: Row) -> None:
    kinds = row.words("kinds")
    for form in row.words("forms"):
        words = f"{form} عن عرضها" if row["class"] == "takes" else f"سحبت الحركة رسميا {form} السابق"
        assert taken_back(words) == (kinds or ("promise", "offer")), words
    assert taken_back(row["example"])


def test_taking_back_something_else_is_no_withdrawal() -> None:
    assert not taken_back("سحبت الحركة قواتها من البلدة")
    assert not taken_back("تراجع المقاتلون إلى التلال")
    assert not taken_back("أعلنت الحركة عرضها الجديد")


@pytest.mark.parametrize("row", [row for row in rows("spokesmen.tsv") if row["class"] in ("speaks", "member")], ids=said)
def test_spokesmen_and_members_stand_for_somebody(row: Row) -> None:
    for form in row.words("forms"):
        behind = " باسم جبهة الهضاب" if row["class"] == "speaks" else " في جبهة الهضاب"
        body, speaks = _represented(f"{form}{behind} سالم النور")
        assert (body, speaks) == ("جبهة الهضاب", row["class"] == "speaks"), form


def test_who_a_name_is_in_its_report() -> None:
    report = told(Line(1)).report
    names = ("جبهة الهضاب", "الجيش الوطني", "غرفة طوارئ المرج")
    keys = {
        name: who(name, None, report, names).key for name in (*names, "المتحدث باسم الغرفة سالم", "المتحدث العسكري العقيد نادر")
    }
    assert keys["المتحدث باسم الغرفة سالم"] == keys["غرفة طوارئ المرج"]
    assert keys["المتحدث العسكري العقيد نادر"] == keys["الجيش الوطني"]
    assert who("مقاتلو الجبهة", None, report, names).key == keys["جبهة الهضاب"]
    assert who("قيادي في الجبهة", None, report, names).side == who("جبهة الهضاب", None, report).side
    assert who("قيادي في الجبهة", None, report, names).key != keys["جبهة الهضاب"]
    assert who("المتحدث باسم الجيش التركي", None, report).key == "entity:TR:army"


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("الجيش التركي", "TR"),
        ("كتائب القسام", "hamas"),
        ("حزب الله", "hezbollah"),
        ("الأمم المتحدة", ""),
        ("مسؤول عسكري تركي", "TR"),
    ],
)
def test_whose_side_a_name_is_on(name: str, side: str) -> None:
    assert party(name).side == side


def test_one_key_however_a_name_is_written() -> None:
    for names in (
        ("الرئيس التركي رجب طيب أردوغان", "الرئيس التركي إردوغان", "أردوغان"),
        ("إحصائية «المرج»", "إحصائية “المرج”", "احصائية المرج"),
        ("الجيش التركي", "القوات التركية", "قوات تركية", "الناطق باسم الجيش التركي"),
    ):
        report = told(Line(1)).report
        assert len({who(name, None, report).key for name in names}) == 1, names


def test_the_examples_of_spokesmen_hold_their_forms() -> None:
    for row in rows("spokesmen.tsv"):
        assert any(fold(form) in fold(row["example"]) for form in row.words("forms")), row.line


def test_a_readers_own_id_wins_over_the_name() -> None:
    one = told(Line(1, by="الجيش", entity="SY:army", low=3, high=3))
    assert one.teller is not None
    assert replace(one).teller == one.teller
    assert who("الجيش", "SY:army", one.report).side == "SY"
