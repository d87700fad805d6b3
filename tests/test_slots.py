"""One thing in a sentence changes, what is read of the rest does not: speakers, openings, adverbs, doers, places and days in turn.

A sentence of every combination is read, some four thousand in all, and none may be read otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import riwaya
from riwaya.model.reading import Reading

PUBLISHED = "2026-03-02"
"""A Monday."""
SAID = "القوات انسحبت من البلدة"
SPEAKERS = (
    "الوزير سامي العلي|متحدث باسم الجيش|رئيس الوزراء البريطاني ديفيد كاميرون|الجنرال جون ألين|الناطق باسم الحكومة|أوباما|"
    "مسؤول في وزارة الصحة|زعيم الحزب|الكرملين|الجيش الإسرائيلي|محافظ نينوى|المرصد السوري لحقوق الإنسان|مصدر أمني رفيع|"
    "عضو المجلس المحلي خالد الشامي|السفير التركي في بغداد|أحد سكان الحي|والد الضحية|أبو محمد الشامي"
).split("|")
VERBS = (("أعلن", "أن"), ("أكد", "أن"), ("قال", "إن"), ("أوضح", "أن"), ("كشف", "أن"), ("ذكر", "أن"))
FRAMES = (
    "{v} {s} {a} {c}.|من جهته، {v} {s} {a} {c}.|وفي المقابل {v} {s} {a} {c}.|{v} {s} أمس الأحد {a} {c}.|{v} {s} في بيان {a} {c}.|"
    "{v} {s} في مؤتمر صحفي عقده في العاصمة {a} {c}.|{v} {s} لوكالة الأنباء {a} {c}.|{v} {s} خلال لقاء مع السفير {a} {c}.|"
    "وبعد ساعات من الهجوم {v} {s} {a} {c}.|أمس {v} {s} {a} {c}.|وكان {s} قد {v} {a} {c}.|لكن {s} {v} {a} {c}.|"
    "إلا أن {s} {v} {a} {c}.|"
    "فيما {v} {s} {a} {c}.|كما {v} {s} {a} {c}.|بدوره {v} {s} {a} {c}.|وسبق أن {v} {s} {a} {c}.|{v} {s}، الاثنين، {a} {c}.|"
    "وفي السياق ذاته {v} {s} {a} {c}.|وإلى ذلك {v} {s} {a} {c}.|{v} {s} في حديث لـ«صوت الشمال» {a} {c}.|"
    "ومن نيويورك، {v} {s} {a} {c}.|"
    "{v} أيضا {s} {a} {c}.|{v} من جانبه {s} {a} {c}.|{v} في وقت سابق {s} {a} {c}.|{v}، في وقت متأخر، {s} {a} {c}.|"
    "{v} أمام البرلمان {s} {a} {c}.|{v} عبر الهاتف {s} {a} {c}.|{v} للصحفيين {s} {a} {c}.|{v} عقب اجتماع طارئ {s} {a} {c}.|"
    "{v} قبل ساعات {s} {a} {c}.|{v} في دمشق {s} {a} {c}.|{v} {s} من جانبه {a} {c}."
).split("|")
ADVERBS = (
    "أبدا دائما أساسا سرا عمدا فجأة مسبقا سريعا كثيرا قليلا طويلا مبكرا متأخرا مؤقتا كليا جزئيا تدريجيا قانونيا محليا داخليا "
    "خارجيا سنويا يوميا نظريا عشوائيا شخصيا شفهيا ضمنيا علنيا فعليا نادرا بدقة بسهولة جميعا حتما"
).split()
DOERS = (
    ("الجيش", "قصف"),
    ("القوات الحكومية", "قصفت"),
    ("مسلحون", "قصف"),
    ("طائرات التحالف", "قصفت"),
    ("تنظيم داعش", "قصف"),
    ("المتمردون الحوثيون", "قصف"),
    ("جماعة مسلحة", "قصفت"),
    ("وحدات حماية الشعب الكردية", "قصفت"),
)
PLACES = "في حلب|بحلب|شمال حلب|في ريف حلب|قرب مدينة تدمر|داخل مدينة تعز|جنوب غربي تعز|بمحافظة الأنبار|على مشارف الموصل".split("|")
DAYS = (
    ("أمس", "2026-03-01"),
    ("أمس الأحد", "2026-03-01"),
    ("مساء السبت", "2026-02-28"),
    ("فجر الجمعة", "2026-02-27"),
    ("في 12 فبراير", "2026-02-12"),
    ("ليل الأحد", "2026-03-01"),
)
DEEDS = (
    "{v} {d} {t} موقعا للجيش {p}.|{v} {d} موقعا للجيش {p} {t}.|و{t} {v} {d} موقعا للجيش {p}.|{v} {d} موقعا للجيش {t} {p}."
).split("|")


def _read(text: str) -> Reading:
    return riwaya.read(text, published=PUBLISHED)


def _reports(reading: Reading, speaker: str | None) -> bool:
    """Whether a reading is one statement, of this speaker, of what is said here."""
    if len(reading.statements) != 1:
        return False
    one = reading.statements[0]
    return (one.source.name if one.source else None) == speaker and one.content.text == SAID


def _other_speakers() -> Iterator[str]:
    for speaker, (verb, that), frame in product(SPEAKERS, VERBS, FRAMES):
        text = frame.format(v=verb, s=speaker, a=that, c=SAID)
        if not _reports(_read(text), speaker):
            yield text


def test_who_speaks_whatever_opens_the_sentence() -> None:
    assert list(_other_speakers()) == []


def _other_adverbs() -> Iterator[str]:
    for adverb in ADVERBS:
        alone = f"وأكد {adverb} أن {SAID}."
        named = f"وقال الوزير سامي العلي {adverb} إن {SAID}."
        yield from (text for text, speaker in ((alone, None), (named, "الوزير سامي العلي")) if not _reports(_read(text), speaker))
        deed = f"وقصفت القوات الحكومية {adverb} مواقع المسلحين في حلب."
        events = _read(deed).events
        roles = [(one.actor and one.actor.span.text, one.target and one.target.span.text) for one in events]
        if roles != [("القوات الحكومية", "مواقع المسلحين")]:
            yield deed


def test_an_adverb_is_nobody() -> None:
    assert list(_other_adverbs()) == []


def _other_deeds() -> Iterator[str]:
    for (doer, verb), place, (time, day), deed in product(DOERS, PLACES, DAYS, DEEDS):
        text = deed.format(v=verb, d=doer, t=time, p=place)
        events = _read(text).events
        found = [(one.actor and one.actor.span.text, one.date and one.date.start.isoformat()) for one in events]
        hit = all(one.target and one.target.span.text.startswith("موقعا للجيش") and one.place for one in events)
        if found != [(doer, day)] or not hit:
            yield text


def test_who_did_it_where_and_when_in_any_order() -> None:
    assert list(_other_deeds()) == []
