"""Make the picture of the README: a part of the page of one sample, as Chromium shows it.

usage: picture.py [CHROMIUM]     needs the extra [picture] (Pillow), Chromium and an Arabic font (Debian: chromium, fonts-noto-core)

Writes docs/reading.png. The text is real output of ``riwaya read --format html``; only what lies below the cut is left out.
"""

from __future__ import annotations

import json
import shutil
import sys
from datetime import date
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from riwaya.model.document import Document
from riwaya.read.reader import read_document
from riwaya.show.html import page

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "alyawm-2026-03-04.json"
OUTPUT = ROOT / "docs" / "reading.png"
WIDTH, ROWS = 1000, 4
COLOURS = 64
LARGEST = 150_000


def main() -> None:
    """Take the picture."""
    chromium = sys.argv[1] if len(sys.argv) > 1 else shutil.which("chromium") or sys.exit("no chromium: give its path")
    one = json.loads(SAMPLE.read_text(encoding="utf-8"))
    document = Document(one["id"], one["title"], one["text"], date.fromisoformat(one["published"]), one["outlet"])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        shown = browser.new_page(viewport={"width": WIDTH, "height": 400}, color_scheme="light")
        shown.set_content(page([read_document(document)]))
        last = shown.locator(".row").nth(ROWS - 1).bounding_box() or sys.exit("the sample has too few rows")
        height = last["y"] + last["height"] + 8
        shown.screenshot(path=OUTPUT, full_page=True, clip={"x": 0, "y": 0, "width": WIDTH, "height": height})
        browser.close()
    with Image.open(OUTPUT) as picture:
        picture.convert("RGB").quantize(COLOURS).save(OUTPUT, optimize=True)
    size = OUTPUT.stat().st_size
    print(f"{OUTPUT.name}: {size:,} bytes")
    if size > LARGEST:
        sys.exit(f"larger than {LARGEST:,} bytes: show fewer rows")


if __name__ == "__main__":
    main()
