"""Small series of reports from end to end: what became of promises, and the account of one toll."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from link.reading import Claims, more, read, series
from riwaya.link.compare import Compared, compare
from riwaya.link.heard import hear
from riwaya.link.promises import promises_of
from riwaya.link.tellers import tellers
from riwaya.model.document import Document, Span
from riwaya.model.incident import Promise, Report, Said
from riwaya.model.statement import Source, Statement

SERIES = (
    "promise_met",
    "promise_broken",
    "promise_withdrawn",
    "threat_and_demand",
    "offer_under_condition",
    "denial",
    "toll_that_grows",
)


def promises(claims: Claims) -> tuple[Promise, ...]:
    return promises_of(claims.said, claims.told)


def shown(claims: Claims) -> list[str]:
    return [
        " | ".join((one.kind, one.by, one.what or "", one.status, *(f"{sign.bearing} {sign.rule}" for sign in one.signs)))
        for one in promises(claims)
    ]


def compared(claims: Claims) -> Compared:
    return compare("inc-1", hear(claims.of("ASSAULT"), tellers([*claims.said, *claims.told])))


def test_a_promise_that_is_met() -> None:
    assert shown(read(series("promise_met"))) == [
        "promise | جبهة الهضاب | RETREAT | met | repeats tells_it_again | meets does_it",
    ]


def test_a_promise_that_is_broken() -> None:
    assert shown(read(series("promise_broken"))) == [
        "promise | الجيش الوطني | RETREAT | broken | repeats tells_it_again | breaks does_the_opposite",
    ]


def test_an_offer_that_is_withdrawn() -> None:
    assert shown(read(series("promise_withdrawn"))) == [
        "offer | جبهة الهضاب | RETREAT | withdrawn | withdraws takes_it_back_in_words",
    ]


def test_a_threat_that_is_carried_out_and_a_demand_that_is_refused() -> None:
    assert shown(read(series("threat_and_demand")))[:2] == [
        "threat | جبهة الهضاب | ASSAULT | met | repeats tells_it_again | meets does_it",
        "demand | المجلس المحلي | RETREAT | broken | breaks refuses_the_demand",
    ]


def test_an_offer_waits_for_its_condition() -> None:
    assert shown(read(series("offer_under_condition"))) == [
        "offer | جبهة الهضاب | RETREAT | met | condition condition_comes_true | meets does_it",
        "offer | الجيش الوطني | RETREAT | open",
    ]


def test_a_conditional_offer_is_broken_only_after_its_condition() -> None:
    reports = series("offer_under_condition")
    fulfilled = more(reports[0], "alwadi-4", date(2026, 8, 5), "قال سكان إن جبهة الهضاب ألقت السلاح أمس الثلاثاء.")
    army = next(one for one in promises(read([*reports, fulfilled])) if one.by == "الجيش الوطني")
    assert (army.status, [sign.bearing for sign in army.signs]) == ("broken", ["condition", "breaks"])


def test_claims_on_both_sides_leave_it_unclear() -> None:
    reports = series("promise_met")
    denied = more(reports[0], "alsahl-3", date(2026, 6, 7), "قال شهود عيان إن جبهة الهضاب لم تنسحب من بلدة عين الصفصاف.")
    (promise,) = promises(read([*reports, denied]))
    assert promise.status == "unclear"
    assert {sign.bearing for sign in promise.signs} == {"repeats", "meets", "breaks"}


def test_without_later_claims_it_stands_open() -> None:
    assert [one.status for one in promises(read(series("promise_met")[:1]))] == ["open"]
    assert [one.status for one in promises(read(series("threat_and_demand")[:1]))] == ["open"] * 3


def test_what_comes_long_after_does_not_bear_on_it() -> None:
    first, second = series("promise_met")
    late = replace(second, published=date(2027, 6, 5))
    assert [one.status for one in promises(read([first, late]))] == ["open"]


def test_what_stands_in_a_condition_is_nobodys_promise() -> None:
    words = "تعهدت جبهة الهضاب بالانسحاب إذا تعهد الجيش الوطني بالهدنة"
    report = Report("doc-1", Document("one", "", words, date(2026, 6, 1)), "doc-1")

    def at(piece: str) -> Span:
        start = report.document.characters.index(piece)
        return report.document.span(start, start + len(piece))

    front, army = (Source(at(name), name) for name in ("جبهة الهضاب", "الجيش الوطني"))
    condition = at("إذا تعهد الجيش الوطني بالهدنة")
    offer = Statement(at("تعهدت"), "promise", front, at("الانسحاب إذا تعهد الجيش الوطني بالهدنة"), "made", condition=condition)
    inner = Statement(report.document.span(condition.start + 4, condition.start + 8), "promise", army, at("الهدنة"), "made")
    said = [Said("stmt-1", report, 0, offer), Said("stmt-2", report, 1, inner)]
    assert [one.id for one in promises_of(said, ())] == ["stmt-1"]
    assert [one.id for one in promises_of([Said("stmt-1", report, 0, replace(offer, condition=None)), said[1]], ())] == [
        "stmt-1",
        "stmt-2",
    ]


def test_who_promised_not_to_do_it_breaks_it_by_doing_it() -> None:
    first = series("promise_met")[0]
    promise = more(first, "a", date(2026, 6, 1), "تعهدت جبهة الهضاب بعدم استهداف المدنيين.")
    other_words = more(first, "a", date(2026, 6, 1), "تعهدت جبهة الهضاب بأنها لن تستهدف المدنيين.")
    civilians = more(first, "b", date(2026, 6, 9), "قال سكان إن جبهة الهضاب استهدفت مدنيين في السوق أمس الاثنين.")
    depot = more(first, "b", date(2026, 6, 9), "قال سكان إن جبهة الهضاب استهدفت مخزنا في السوق أمس الاثنين.")
    assert [(one.status, one.negated) for one in promises(read([promise, civilians]))] == [("broken", True)]
    assert [(one.status, one.negated) for one in promises(read([other_words, civilians]))] == [("broken", True)]
    assert [one.status for one in promises(read([promise, depot]))] == ["open"]


def test_a_name_that_anybody_may_have_is_nobodys_promise() -> None:
    first = series("promise_met")[0]
    promise = more(first, "a", date(2026, 6, 1), "تعهد الجيش بسحب قواته من البلدة.")
    kept = more(first, "b", date(2026, 6, 9), "قال سكان إن الجيش سحب قواته من البلدة أمس الاثنين.")
    assert [one.status for one in promises(read([promise, kept]))] == ["open"]


def test_what_stands_deep_in_a_demand_is_not_what_is_demanded() -> None:
    first = series("promise_met")[0]
    text = "دعا المجلس المحلي جبهة الهضاب إلى حماية السكان وبيوتهم في ظل القصف المدفعي."
    assert [one.what for one in promises(read([more(first, "a", date(2026, 6, 1), text)]))] == [None]


@pytest.mark.parametrize("name", SERIES)
def test_order_and_copies_change_nothing(name: str) -> None:
    reports = series(name)
    claims = read(reports)
    backwards = read(reports[::-1])
    assert promises(backwards) == promises(claims)
    assert compared(backwards) == compared(claims)
    copy = replace(reports[0], id="copy-1", outlet="ناقلة", published=reports[-1].published)
    copied = read([*reports, copy], {"copy-1": reports[0].id})
    assert promises(copied) == promises(claims)
    assert [replace(one, documents=()) for one in compared(copied).accounts] == [
        replace(one, documents=()) for one in compared(claims).accounts
    ]
    assert replace(compared(copied), accounts=()) == replace(compared(claims), accounts=())


def test_the_accounts_of_a_toll_that_grows() -> None:
    found = compared(read(series("toll_that_grows")))
    lines = [f"{one.name} {one.low} {one.status}" for one in found.accounts if one.quantity.kind == "killed"]
    for line in (
        "غرفة طوارئ المرج 12 superseded",
        "غرفة طوارئ المرج 19 superseded",
        "غرفة طوارئ المرج 27 current",
        "غرفة طوارئ المرج 5 subset",
        "غرفة طوارئ المرج 900 cumulative",
        "الجيش الوطني 15 current",
        "الضفاف 12 repeated",
    ):
        assert line in lines
    total = {one.view: (one.low, one.best, one.high) for one in found.tolls if one.quantity.status == "all"}
    assert total == {"ucdp": (14, 14, 27), "acled": (None, 14, None)}


def test_the_accused_denies() -> None:
    found = compared(read(series("denial")))
    assert {(one.kind, one.rule) for one in found.relations} == {("denies", "denies_the_event")}
    assert found.grade is not None
    assert found.grade.suggestion == "Contested?"
    records = {one.name: one for one in found.records}
    assert (records["الجيش الوطني"].denials, records["جبهة الهضاب"].contradicted, records["شاهد عيان"].claims) == (1, 1, 1)
