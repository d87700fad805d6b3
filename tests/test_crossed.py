"""Every reporting verb with every kind of speaker, every verb of doing with every kind of doer: few words, read right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import pytest

import riwaya
from riwaya.lang.ar.conjugate import verb_forms
from riwaya.tables import Row, language_folder, load_table

SPEAKERS = {
    "الوزير": ("m", 88),
    "المتحدث باسم الجيش": ("m", 89),
    "رئيس البلدية": ("m", 89),
    "قائد الجيش": ("m", 89),
    "مسؤول أمني": ("m", 89),
    "والي الخرطوم": ("m", 0),
    "عمدة المدينة": ("m", 0),
    "الرئيس الأميركي جو بايدن": ("m", 89),
    "جو بايدن": ("m", 96),
    "الأمم المتحدة": ("f", 74),
    "الولايات المتحدة": ("f", 74),
    "تركيا": ("f", 98),
    "وزارة الصحة": ("f", 96),
    "حركة حماس": ("f", 96),
    "الحشد الشعبي": ("m", 0),
    "الجيش الإسرائيلي": ("m", 94),
    "المرصد السوري لحقوق الإنسان": ("m", 94),
    "شهود عيان": ("m", 89),
    "مصر": ("f", 0),
    "خليفة حفتر": ("m", 0),
    "وزير الخارجية التركي هاكان فيدان": ("m", 0),
    "إمام المسجد": ("m", 0),
    "والدة الضحية": ("f", 0),
}
"""Speaker → gender, and how many of a hundred verbs must name this speaker and nobody else. The numbers only go up."""

DOERS = {
    "الجيش السوري": ("m", 97),
    "المسلحون": ("m", 97),
    "القوات الإسرائيلية": ("f", 98),
    "روسيا": ("f", 98),
    "قوات الحكومة": ("f", 98),
    "حركة طالبان": ("f", 0),
}
"""Doer → gender, and how many of a hundred verbs that take an object must have this doer and the object as target."""

SLACK = 3


def inflected(row: Row, gender: str) -> str:
    """The perfect of the third person singular."""
    forms = verb_forms(row["perfect"], row["imperfect"])
    return next(form for form, says in forms if says[:4] == ("perfect", 3, gender, "s"))


def said(row: Row) -> Iterator[str]:
    """What may stand behind the speaker, joined as the verb wants it."""
    for frame in row["frames"].split():
        if frame == "that":
            yield "إن الطريق مغلق" if row["perfect"] == "قال" else "أن الطريق مغلق"
        elif frame.startswith("about:"):
            word = frame.removeprefix("about:")
            yield f"{word}{'' if len(word) == 1 else ' '}انهيار الهدنة"


@cache
def told() -> dict[str, list[tuple[str, bool]]]:
    """Speaker → sentences, and whether each is one statement of this speaker."""
    found: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for row in load_table(language_folder("ar"), "cues.tsv"):
        for tail in said(row) if row["perfect"] else ():
            for name, (gender, _) in SPEAKERS.items():
                text = f"{inflected(row, gender)} {name} {tail}."
                sources = [one.source.name if one.source else "" for one in riwaya.read(text).statements]
                found[name].append((text, sources == [name]))
    return found


@cache
def done() -> dict[str, list[tuple[str, bool]]]:
    """Doer → sentences, and whether each is one event of this doer and the target."""
    found: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for row in load_table(language_folder("ar"), "triggers.tsv"):
        if not row["frame"].startswith("AO") or not row["perfect"] or row["with"]:
            continue
        for name, (gender, _) in DOERS.items():
            text = f"{inflected(row, gender)} {name} الفصيل المعارض أمس."
            events = riwaya.read(text).events
            roles = [(one.actor and one.actor.span.text, one.target and one.target.span.text) for one in events]
            found[name].append((text, roles == [(name, "الفصيل المعارض")]))
    return found


def share(sentences: list[tuple[str, bool]]) -> float:
    """How many of a hundred sentences are read right."""
    return 100 * sum(right for _, right in sentences) / len(sentences)


@pytest.mark.parametrize("name", SPEAKERS)
def test_a_verb_has_its_speaker(name: str) -> None:
    wrong = [text for text, right in told()[name] if not right]
    assert SPEAKERS[name][1] <= share(told()[name]) < SPEAKERS[name][1] + SLACK, wrong


@pytest.mark.parametrize("name", DOERS)
def test_a_verb_has_its_doer(name: str) -> None:
    wrong = [text for text, right in done()[name] if not right]
    assert DOERS[name][1] <= share(done()[name]) < DOERS[name][1] + SLACK, wrong
