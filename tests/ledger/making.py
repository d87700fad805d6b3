"""Reports of our own making for the tests of the ledger: as many as wanted, each different, always the same."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from riwaya.ledger.intake import Found, Prepared, prepared
from riwaya.ledger.ledger import Ledger
from riwaya.model.capture import Capture, Item, Refusal
from riwaya.model.document import Document, Span
from riwaya.model.event import Event, Figure, Mention, Place, When
from riwaya.model.kept import Outcome, Rules, Run
from riwaya.model.reading import Reading
from riwaya.model.statement import Source, Statement
from riwaya.workflow.readers import examined

TELLERS = "وزارة الدفاع|المتحدث باسم الجبهة|مدير المستشفى|رئيس البلدية|غرفة الطوارئ|مصدر عسكري|لجنة الإغاثة|قائد الشرطة".split("|")
TOWNS = "وادي النخيل|تل الرمان|عين الصفصاف|بئر السدر|جسر الغراب|حي الزيتونة|سهل القمح|قلعة الحجر|مرج الغزلان|رأس الجبل".split("|")
DEEDS = "قصفت|هاجمت|حاصرت|استهدفت|داهمت|اقتحمت".split("|")
WHAT = "مواقع المسلحين|الطريق العام|مخزن الذخيرة|نقطة التفتيش|محطة المياه|المبنى القديم|السوق الشعبي|مقر القيادة".split("|")
WHEN = "فجر أمس|مساء أمس|صباح اليوم|ليل أمس|ظهر أمس".split("|")
FILL = (
    "المدرسة الحقول النهر المزارع الجسر السكان القرية الحافلة الخيام المطر الشتاء الطريق المساعدات الخبز الماء الدواء الأطفال "
    "النازحين الجرحى المتطوعون القافلة المخيم الحاجز الهاتف البيوت الجدران النوافذ السقف الحديقة البئر القمح الزيتون التلال"
).split()


def text(number: int) -> str:
    """A report of a few sentences; another number gives another one."""
    dice = random.Random(number)
    lines = []
    for _ in range(dice.randint(3, 6)):
        teller, town, when = dice.choice(TELLERS), dice.choice(TOWNS), dice.choice(WHEN)
        count = dice.randint(3, 90)
        rest = " ".join(dice.sample(FILL, 9))
        lines.append(
            f"قالت {teller} إن قواتها {dice.choice(DEEDS)} {dice.choice(WHAT)} في {town} {when}، وقتل {count} مسلحا. {rest}."
        )
    return "\n".join(lines)


def document(number: int, **changed: Any) -> Document:
    """A report with all its fields."""
    day = date(2026, 3, 1) + timedelta(days=number % 28)
    made = Document(
        f"r{number}", f"تقرير {number}", text(number), day, f"outlet{number % 5}", f"https://news.example/{number % 5}/r{number}"
    )
    return replace(made, **changed)


def item(number: int = 0, *, raw: bytes | None = None, layer: str = "plain 1", of: Document | None = None, **capture: Any) -> Item:
    """An item as a source gives it."""
    one = of or document(number)
    when = datetime(2026, 11, 1, 12, 0, number % 60, tzinfo=UTC)
    address = one.url or f"/inbox/{one.id}.txt"
    taken = Capture(address, address, when, "text/plain", (("Server", "own"),), "riwaya 0.1.0 test")
    content = one.characters.encode() if raw is None else raw
    return Item(content, replace(taken, **capture), "", one, layer)


def lines(numbers: range) -> str:
    """Reports as JSON Lines."""
    out = []
    for number in numbers:
        one = document(number)
        fields = {"id": one.id, "title": one.title, "text": one.text, "outlet": one.outlet, "url": one.url}
        out.append(json.dumps({**fields, "published": str(one.published)}, ensure_ascii=False))
    return "\n".join(out) + "\n"


def feed(folder: Path, name: str, numbers: range) -> str:
    """A file of reports; its path."""
    path = folder / name
    path.write_text(lines(numbers), encoding="utf-8")
    return str(path)


def take(ledger: Ledger, *items: Item | Refusal, rules: Rules | None = None) -> list[Outcome]:
    """Keep items as ``riwaya ingest`` does, in one batch, in this process; other rules where they are given."""
    run = begun(ledger, rules)
    batch: list[Prepared | Refusal] = []
    for one in items:
        ready = prepared(one) if isinstance(one, Item) else one
        if isinstance(ready, Prepared) and ready.document not in ledger.known([ready.document]):
            ready = replace(ready, found=found(ready))
        batch.append(ready)
    outcomes = ledger.keep(run, batch)
    ledger.end(run, {}, whole=True)
    return outcomes


def found(one: Prepared) -> Found:
    """What the reader makes of an item."""
    return examined(one.document, one.item.document)


def begun(ledger: Ledger, rules: Rules | None = None) -> Run:
    """A run that began."""
    kind = rules or Rules("rules-of-tests", "riwaya test", "c" * 64, "t" * 64, "g" * 64)
    number = sum(1 for _ in ledger.log())
    return ledger.begin(Run(f"run-{number:016x}", "ingest", "2026-11-01T00:00:00Z", "tester", kind))


RICH = "العنوان\nأعلنت الوزارة لوكالة عبر الناطق أنها قصفت البلدة بالمدافع يوم السبت وقتلت نحو خمسة جنود 🔥 إذا"


def at(word: str) -> Span:
    """A word of the rich report."""
    start = RICH.index(word)
    return Span(start, start + len(word), word)


def rich_reading() -> Reading:
    """A reading in which every field of every record has a value of its own."""
    title, body = RICH.split("\n", 1)
    one = Document("rich", title, body, date(2026, 3, 2), "outlet", "https://news.example/rich")
    told = Statement(
        cue=at("أعلنت"),
        act="assert",
        source=Source(at("الوزارة"), "الوزارة", "XX:ministry"),
        content=at("قصفت البلدة"),
        rule="verb_that",
        via=(at("الناطق"),),
        addressee=at("لوكالة"),
        quoted=True,
        condition=at("إذا"),
        detail="announce",
        distance="distances",
    )
    silent = Statement(at("أعلنت"), "deny", None, at("يوم السبت"), "bare")
    bare = Event(at("قتلت"), "ASSAULT", "verb", figures=(Figure(at("خمسة"), "killed", None, 10**30, "number"),))
    return Reading(one, (told, silent), (rich_event(), bare))


def rich_event() -> Event:
    """An event in which every field has a value of its own."""
    return Event(
        trigger=at("قصفت"),
        type="ASSAULT",
        rule="verb",
        mode="heavy-weapons",
        statement=0,
        actor=Mention(at("الوزارة"), "الوزارة", "XX:ministry"),
        target=Mention(at("جنود"), "جنود"),
        place=Place(at("البلدة"), "Town", "XX", 33.25, -0.5, "town", "geonames:1"),
        date=When(date(2026, 2, 28), date(2026, 2, 28), at("يوم السبت"), "day", "weekday"),
        figures=(Figure(at("خمسة"), "killed", 5, None, "number", at("نحو").text, at("جنود")),),
        means=(at("بالمدافع"),),
        negated=True,
        modality="planned",
        anchored=True,
    )
