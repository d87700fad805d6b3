"""The page in a browser: Debian's Chromium, driven by Playwright, with scripts switched off. Skipped where there is none."""

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from riwaya.model.document import Document
from riwaya.read.reader import read_document
from riwaya.show.html import page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.json"))
LONG = "ق" * 400 + " https://example.invalid/" + "a" * 300
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    found = [json.loads(path.read_text(encoding="utf-8")) for path in SAMPLES]
    found.append({"id": "long", "title": LONG, "text": f"قال {LONG} إن {LONG} قتل خمسة جنود.\n<script>document.title='x'</script>"})
    readings = [
        read_document(Document(one["id"], one["title"], one["text"], date(2026, 3, 4), "o", one.get("url"))) for one in found
    ]
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(page(readings), encoding="utf-8")
    return path.as_uri()


def opened(browser: Browser, address: str, width: int = 1280, scheme: str = "light", scripts: bool = False) -> Page:
    shown = browser.new_page(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=scripts,
    )
    shown.goto(address)
    return shown


@pytest.mark.parametrize("width", [1280, 800, 390, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_sticks_out_sideways(browser: Browser, address: str, width: int, scheme: str) -> None:
    shown = opened(browser, address, width, scheme)
    assert shown.evaluate("document.documentElement.scrollWidth") <= width
    boxes = [box for locator in shown.locator(".text, .claim, .meta, .key").all() if (box := locator.bounding_box())]
    assert len(boxes) > 40 and all(box["x"] >= 0 and box["x"] + box["width"] <= width for box in boxes)


def test_claims_stand_left_of_their_paragraph_and_on_a_phone_below_it(browser: Browser, address: str) -> None:
    for width in (1280, 390):
        row = opened(browser, address, width).locator("#r1 .row:has(.claims)").first
        text, claim = row.locator(".text").bounding_box(), row.locator(".claim").first.bounding_box()
        assert text is not None and claim is not None
        if width == 1280:
            assert claim["x"] + claim["width"] <= text["x"] and abs(claim["y"] - text["y"]) < 30
        else:
            assert claim["y"] >= text["y"] + text["height"]


def shadow(shown: Page, selector: str) -> str:
    return str(shown.locator(selector).first.evaluate("node => getComputedStyle(node).boxShadow"))


def test_pointing_at_a_claim_lights_its_evidence_and_back(browser: Browser, address: str) -> None:
    shown = opened(browser, address)
    assert shadow(shown, "#r1 .cue.c1") == shadow(shown, "#r1-c1") == "none"
    shown.locator("#r1-c1").hover()
    assert shadow(shown, "#r1 .cue.c1") != "none" and shadow(shown, "#r1 .cue.c2") == "none"
    shown.locator("#r1 .cue.c2").hover()
    assert shadow(shown, "#r1-c2") != "none" and shadow(shown, "#r1-c1") == "none"


def test_following_a_number_leads_to_the_claim_and_lights_it(browser: Browser, address: str) -> None:
    shown = opened(browser, address, 390)
    shown.locator("#r3-tc3").click()
    shown.mouse.move(0, 0)
    assert shown.url.endswith("#r3-c3") and shadow(shown, "#r3 .cue.c3") != "none"
    box = shown.locator("#r3-c3").bounding_box()
    assert box is not None and 0 <= box["y"] < 900


def test_nothing_is_asked_of_any_host_and_no_script_runs(browser: Browser, address: str) -> None:
    shown = browser.new_page()
    asked: list[str] = []
    shown.on("request", lambda request: asked.append(request.url))
    faults: list[str] = []
    shown.on("console", lambda message: faults.append(message.text))
    shown.goto(address)
    assert asked == [address] and faults == [] and shown.title() == "رواية"


def luminance(colour: str) -> float:
    parts = [float(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_every_ground(browser: Browser, address: str, scheme: str) -> None:
    """Contrast of at least 4.5 (WCAG 2 AA) for the text on the colour of each kind, and for what is said softly."""
    shown = opened(browser, address, scheme=scheme)
    for selector in (".cue", ".source", ".content", ".trigger", ".figure", ".place", ".date", ".claim dd", ".claim dt", ".meta"):
        colour, ground = shown.locator(f".riwaya article {selector}").first.evaluate(
            "node => { let at = node; while (getComputedStyle(at).backgroundColor === 'rgba(0, 0, 0, 0)') at = at.parentElement;"
            " return [getComputedStyle(node).color, getComputedStyle(at).backgroundColor] }"
        )
        light, dark = sorted((luminance(colour), luminance(ground)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (selector, colour, ground)
