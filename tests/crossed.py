"""Every reporting verb with every kind of speaker, every verb of doing with every kind of doer: few words, read right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import riwaya
from riwaya.lang.ar.conjugate import verb_forms
from riwaya.tables import Row, language_folder, load_table

SPEAKERS = {
    "الوزير": "m",
    "المتحدث باسم الجيش": "m",
    "رئيس البلدية": "m",
    "قائد الجيش": "m",
    "مسؤول أمني": "m",
    "والي الخرطوم": "m",
    "عمدة المدينة": "m",
    "الرئيس الأميركي جو بايدن": "m",
    "جو بايدن": "m",
    "الأمم المتحدة": "f",
    "الولايات المتحدة": "f",
    "تركيا": "f",
    "وزارة الصحة": "f",
    "حركة حماس": "f",
    "الحشد الشعبي": "m",
    "الجيش الإسرائيلي": "m",
    "المرصد السوري لحقوق الإنسان": "m",
    "شهود عيان": "m",
    "مصر": "f",
    "خليفة حفتر": "m",
    "وزير الخارجية التركي هاكان فيدان": "m",
    "إمام المسجد": "m",
    "والدة الضحية": "f",
}
"""Speaker → gender."""

DOERS = {
    "الجيش السوري": "m",
    "المسلحون": "m",
    "القوات الإسرائيلية": "f",
    "روسيا": "f",
    "قوات الحكومة": "f",
    "حركة طالبان": "f",
}
"""Doer → gender."""


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
            for name, gender in SPEAKERS.items():
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
        for name, gender in DOERS.items():
            text = f"{inflected(row, gender)} {name} الفصيل المعارض أمس."
            events = riwaya.read(text).events
            roles = [(one.actor and one.actor.span.text, one.target and one.target.span.text) for one in events]
            found[name].append((text, roles == [(name, "الفصيل المعارض")]))
    return found


def share(sentences: list[tuple[str, bool]]) -> float:
    """How many of a hundred sentences are read right."""
    return 100 * sum(right for _, right in sentences) / len(sentences)
