"""The page: safe whatever the report holds, complete, and made of nothing but itself."""

import json
import re
from collections import Counter
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.api import Reading as Shown
from riwaya.model.document import Document
from riwaya.model.reading import Reading
from riwaya.read.reader import read_document
from riwaya.show.html import body, page
from riwaya.show.marks import KINDS
from riwaya.show.table import clean

ROOT = Path(__file__).parent.parent
SAMPLES = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "samples").glob("*.json"))]
DAY = date(2026, 3, 4)
TAGS = set("html head meta title style body div nav ol li a p span article h2 bdi dl dt dd details summary".split())
ATTRIBUTES = set("lang dir charset name content http-equiv class id href rel aria-label aria-hidden".split())
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</p></article></div></body><script src=//evil.example/x.js></script>",
    "' onmouseover='alert(1)",
    "&lt;b&gt;&#60;script&#62;",
    "<style>*{display:none}</style></style>",
    "\u202egnp.exe\u2066 \u202b\u2069",
    "\x1b[31m\x00\x07\x85",
    "javascript:alert(1)",
    "-->]]><!--",
    "\ud800",
]


class Parsed(HTMLParser):
    """Tags, attributes, links and the words of the rows of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.rows: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        look = dict(attrs).get("class") or ""
        if tag != "meta":
            self.open.append((tag, look))
        if look.split()[:1] == ["text"]:
            self.rows.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1][0] == tag, f"</{tag}> closes {self.open[-1:]}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        looks = [look for _, look in self.open]
        if "text" in looks and "n" not in looks:
            self.rows[-1] += data

    def values(self, name: str) -> list[str]:
        return [value for _, attribute, value in self.attributes if attribute == name]


def sample(number: int) -> Reading:
    one = SAMPLES[number]
    return read_document(Document(one["id"], one["title"], one["text"], DAY, one["outlet"], one["url"]))


def check(readings: list[Reading]) -> Parsed:
    """The page of some readings holds their text and nothing that a page must not hold."""
    parsed = Parsed(page(readings))
    assert parsed.open == [] and set(parsed.tags) <= TAGS
    assert {name for _, name, _ in parsed.attributes} <= ATTRIBUTES
    assert not [name for name, count in Counter(parsed.values("id")).items() if count > 1]
    inside = {f"#{name}" for name in parsed.values("id")}
    outside = [value for value in parsed.values("href") if value not in inside]
    assert all(re.match("https?://", value) for value in outside)
    text = "".join(reading.document.characters for reading in readings)
    assert "".join("".join(parsed.rows).split()) == "".join(clean(text).split())
    return parsed


def test_the_samples_make_a_whole_page() -> None:
    readings = [sample(number) for number in range(len(SAMPLES))]
    parsed = check(readings)
    assert parsed.tags["article"] == len(SAMPLES)
    cards = Counter(name for look in parsed.values("class") for name in look.split() if name == "claim")
    own = sum(event.statement is None for reading in readings for event in reading.events)
    assert cards["claim"] == sum(len(reading.statements) for reading in readings) + own


def test_evidence_is_marked_with_its_kind_and_its_claim() -> None:
    shown = page([sample(0)])
    assert re.search(r'<a class="cue c1" id="r1-tc1" href="#r1-c1"><span class="n" aria-hidden="true">1</span>أفاد</a>', shown)
    looks = {name for look in Parsed(shown).values("class") for name in look.split()}
    assert set(KINDS) <= looks


def test_claims_stand_beside_their_paragraph() -> None:
    rows = page([sample(0)]).split('<div class="row">')[1:]
    for row in rows:
        cues = re.findall(r'id="r1-t(c\d+)"', row)
        assert cues == re.findall(r'<li class="claim c\d+" id="r1-(c\d+)"', row)
    assert sum('class="claim' in row for row in rows) >= 3


def test_every_kind_of_evidence_is_told_without_colour() -> None:
    css = re.sub(r"/\*.*?\*/", "", body([sample(0)]))
    for kind in set(KINDS) - {"content"}:
        rule = next(found for found in re.findall(rf"\.riwaya \.{kind} {{(.*?)}}", css, re.DOTALL) if "background" in found)
        assert re.search("border-bottom|text-decoration|font-weight", rule), kind
    assert "background-size" in css.partition(".riwaya .opens {")[2][:400]
    lines = re.findall(r"border-bottom: \d+px (\w+)", css)
    assert len(set(lines)) == len(lines) == 4, "no two kinds have the same line"


def test_light_dark_phone_and_paper() -> None:
    css = body([sample(0)])
    for medium in ("prefers-color-scheme: dark", "screen and (max-width: 800px)", "@media print"):
        assert medium in css
    assert 'name="viewport"' in page([sample(0)])


def test_nothing_is_fetched_and_nothing_runs() -> None:
    shown = page([sample(number) for number in range(len(SAMPLES))])
    assert "default-src 'none'" in shown and "<script" not in shown and "url(" not in shown and "@import" not in shown
    assert not re.search(r"<(img|link|iframe|object|embed|form|base|audio|video|svg)\b", shown) and not re.search(
        r"\son\w+=", shown
    )


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_stay_words(hostile: str) -> None:
    text = f"قال {hostile} الوزير إن {hostile} خمسة جنود قتلوا أمس في {hostile}.\n{hostile}"
    document = Document(hostile, f"{hostile} قتل جندي", text, DAY, hostile, hostile)
    parsed = check([read_document(document), sample(1)])
    shown = page([read_document(document)])
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", shown)
    assert parsed.tags["article"] == 2


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://a.example/ x", "//a.example"]
)
def test_only_web_addresses_are_links(address: str) -> None:
    parsed = check([read_document(Document("a", "", "قال الوزير إن الحرب انتهت.", DAY, None, address))])
    assert address not in parsed.values("href")
    safe = 'https://a.example/?a=1&b="><script>'.replace(" ", "")
    assert safe in check([read_document(Document("a", "", "قال الوزير إن الحرب انتهت.", DAY, None, safe))]).values("href")


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(["<b>", "&", '"', "\n", "\n\n", " ", "قال الوزير إن", "قتل جندي أمس", "«", "»", ". ", "\u202e", "🔥"]),
        max_size=40,
    )
)
def test_any_text_makes_a_whole_page(parts: list[str]) -> None:
    check([read_document(Document("any", "".join(parts[:3]).replace("\n", " "), "".join(parts) + " انتهى.", DAY))])


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    text = "قال الوزير إن خمسة جنود قتلوا أمس. " * 60
    parsed = check([read_document(Document("long", "", text, DAY))])
    assert len(parsed.rows) > 4 and all(row.rstrip().endswith(".") for row in parsed.rows if row)


def test_the_page_is_the_same_every_time() -> None:
    assert page([sample(2)]) == page([sample(2)])


def test_a_notebook_shows_the_same_body() -> None:
    reading = sample(3)
    assert Shown(reading.document, reading.statements, reading.events)._repr_html_() == body([reading])


def test_a_fault_is_found() -> None:
    with pytest.raises(AssertionError):
        Parsed("<div><p></div>")
    assert "script" in Parsed("<p><script>1</script></p>").tags


def test_a_text_that_nests_without_end_makes_no_endless_page() -> None:
    short, long = (len(page([read_document(Document("deep", "", "« قال " * times, DAY))])) for times in (100, 400))
    assert long < 5 * short
