"""The commands that ask what comparing found: each shape, each filter, and what they say to wrong questions."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

import pytest
from typer.testing import CliRunner, Result

from link.test_kept import every_report, take
from riwaya.cli.app import program
from riwaya.ledger.ledger import Ledger
from riwaya.workflow.link import link


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A ledger with all the series, linked."""
    folder = tmp_path_factory.mktemp("linked")
    with Ledger(folder / "ledger.db", user="tester") as ledger:
        take(ledger, folder, every_report())
        link(ledger)
    yield str(folder / "ledger.db")


def run(kept: str, *words: str) -> Result:
    return CliRunner().invoke(program(), [*words, "--ledger", kept])


def lines(kept: str, *words: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(kept, *words, "--format", "jsonl").stdout.splitlines()]


def rows(kept: str, *words: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(run(kept, *words, "--format", "csv").stdout)))


def raid(kept: str) -> str:
    """The id of the incident of the toll that grows."""
    return str(next(row["incident"] for row in rows(kept, "tolls", "--view", "ucdp", "--place", "المرج") if row["best"] != ""))


def test_an_incident_shows_its_accounts_side_by_side(kept: str) -> None:
    shown = run(kept, "incident", raid(kept)[:8]).stdout
    table = shown[shown.index("\nkilled\n") : shown.index("classes of tellers")]
    for cells in (
        "12              2026-04-06 assert  1     superseded",
        "27              2026-04-08 assert  1     current",
        "12              2026-04-06 assert  4     repeated",
    ):
        assert cells in table
    assert "غرفة طوارئ المرج" in table
    assert "how the claims stand" in shown
    assert "suggested grade" in shown
    assert "ucdp        UCDP: low is the lowest" in shown
    explained = run(kept, "incident", raid(kept), "--why").stdout
    assert "Both name the same place" in explained and "Both name the same place" not in shown
    assert explained.count("  step  ") > 5 and "  step  " not in shown
    whole = json.loads(run(kept, "incident", raid(kept), "--format", "jsonl").stdout)
    assert {"incident", "accounts", "relations", "tolls", "grade", "quotes"} <= whole.keys()
    evidence = {identity for one in whole["accounts"] for identity in one["evidence"]}
    assert evidence <= whole["quotes"].keys()


def test_an_unknown_incident_is_refused(kept: str) -> None:
    found = run(kept, "incident", "inc-0000000000000000")
    assert found.exit_code != 0
    assert "inc-0000000000000000" in str(found.exception)


def test_tolls_in_every_shape(kept: str) -> None:
    found = lines(kept, "tolls", "--place", "المرج", "--kind", "killed")
    assert {one["view"] for one in found} == {"range", "ucdp", "acled", "airwars", "ibc"}
    assert all(one["rule"] and one["evidence"] for one in found)
    assert len(rows(kept, "tolls", "--place", "المرج", "--kind", "killed")) == len(found)
    assert run(kept, "tolls", "--place", "المرج").stdout.count("rule        ") >= len(found)


def test_tolls_under_another_profile(kept: str) -> None:
    high = [row["high"] for row in rows(kept, "tolls", "--view", "ucdp", "--place", "المرج") if row["status"] == "all"]
    with_enemy = rows(kept, "tolls", "--view", "ucdp", "--place", "المرج", "--adversary-high")
    assert max(map(int, [row["high"] for row in with_enemy if row["status"] == "all"])) >= max(map(int, high))
    assert run(kept, "tolls", "--context", "peace").exit_code == 2


def test_filters_of_tolls(kept: str) -> None:
    assert rows(kept, "tolls", "--since", "2027-01-01") == []
    assert run(kept, "tolls", "--since", "2027-01-01").exit_code == 1
    assert rows(kept, "tolls", "--until", "2026-04-30")
    assert rows(kept, "tolls", "--type", "ASSAULT")
    assert rows(kept, "tolls", "--type", "AID") == []
    assert rows(kept, "tolls", "--text", "مخبز")
    assert rows(kept, "tolls", "--text", "سفينة") == []
    for option, value in (("--type", "NOISE"), ("--view", "guess"), ("--since", "yesterday")):
        assert run(kept, "tolls", option, value).exit_code == 2


def test_promises_in_every_shape(kept: str) -> None:
    found = lines(kept, "promises")
    assert {"open", "met", "broken", "withdrawn"} <= {str(one["status"]) for one in found}
    table = rows(kept, "promises")
    assert [row["id"] for row in table] == [one["id"] for one in found]
    met = run(kept, "promises", "--status", "met").stdout
    assert "because   Who was to act is later said to have done it" in met
    assert "words       " in met


def test_filters_of_promises(kept: str) -> None:
    assert {row["kind"] for row in rows(kept, "promises", "--kind", "offer")} == {"offer"}
    assert {row["by"] for row in rows(kept, "promises", "--actor", "الأمم المتحدة")} != set()
    assert rows(kept, "promises", "--since", "2026-08-01", "--until", "2026-08-31")
    assert rows(kept, "promises", "--type", "ASSAULT")
    assert rows(kept, "promises", "--text", "الأسرى")
    assert rows(kept, "promises", "--place", "جسر الغراب")
    assert rows(kept, "promises", "--country", "FR") == []
    assert run(kept, "promises", "--status", "kept").exit_code == 2


def test_sources_in_every_shape(kept: str) -> None:
    found = lines(kept, "sources")
    assert [len(one["incidents"]) for one in found] == sorted((len(one["incidents"]) for one in found), reverse=True)  # type: ignore[arg-type]
    assert len(rows(kept, "sources")) == len(found)
    army = rows(kept, "sources", "الجيش", "الوطني")
    assert [row["name"] for row in army] == ["الجيش الوطني"]
    assert int(army[0]["denials"]) >= 1
    assert "الجيش الوطني" in run(kept, "sources", "الجيش", "الوطني").stdout
    assert run(kept, "sources", "لا أحد").exit_code == 1
    only = rows(kept, "sources", "--place", "حي الزيتونة")
    assert {"الجيش الوطني", "جبهة الهضاب"} <= {row["name"] for row in only}
    assert len(only) < len(found)
