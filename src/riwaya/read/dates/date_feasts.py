"""Rules of time for feasts of the Muslim and Christian calendars."""

from __future__ import annotations

from datetime import date, timedelta

from riwaya.lang.ar.calendar import feasts, first_words, ordinals, weekdays
from riwaya.read.dates.date_points import from_hijri, hijri_years
from riwaya.read.dates.timeline import Days, Timeline, day_of, future_before


def feast(line: Timeline) -> Days | None:
    """A feast, the nearest before publication unless the sentence looks ahead (عيد الفطر، ثاني أيام عيد الأضحى)."""
    at = line.index
    if (named := _on_weekday(line)) is not None:
        return named
    if line.published is not None and (eid := _eid(line)) is not None:
        return eid
    nth = ordinals().get("ال" + line.word(at), 0) if line.word(at + 1) in ("ايام", "يوم", "يومي") else 0
    at += 2 * bool(nth)
    if line.word(at) not in first_words(feasts):
        return None
    found = next((one for length in (3, 2) if (one := feasts().get(line.phrase(at, length))) is not None), None)
    if found is None or line.published is None or (not nth and _is_occasion(line)):
        return None
    days = _days_of_feast(line, found.calendar, found.month, found.day)
    end = line.skip(at + found.length, "المبارك", "السعيد", "المجيد")
    direction = line.direction(end)
    if direction == "next" or (not direction and future_before(line)):
        begin = next((day for day in days if day > line.published), None)
    else:
        begin = next((day for day in reversed(days) if day <= line.published), None)
    if begin is None:
        return None
    first = begin + timedelta(days=max(0, nth - 1))
    last = first if nth else begin + timedelta(days=found.days - 1)
    return Days(end + bool(direction), first, last, "day" if first == last else "range")


def _is_occasion(line: Timeline) -> bool:
    """بمناسبة | عيد الفطر, هنأهم | بعيد الفطر: a feast for which something is done or said; not في عيد الفطر, أيام عيد الفطر."""
    if line.clitic:
        return line.tokens[line.index].norm[0] in "بل"
    if not line.before():
        return False
    word = line.tokens[line.index - 1].word
    return not (word.labels & {"prep", "timeword", "locative"} or word.core in _HOLIDAYS)


_HOLIDAYS = ("اجازه", "عطله")


def _on_weekday(line: Timeline) -> Days | None:
    """الأحد ثالث أيام عيد الفطر, يوم الجمعة الماضي أول أيام العيد: a weekday, and behind it which day of the feast that was."""
    at = line.skip(line.part(line.index, "noun"), "يوم")
    number = weekdays().get(line.word(at))
    if number is None:
        return None
    at = line.skip(at + 1 + bool(line.direction(at + 1)), "،", ",")
    if at + 1 >= line.limit or line.word(at + 1) not in ("ايام", "يوم"):
        return None
    found = feast(Timeline(line.layout, at, line.published, led=True))
    return found if found is not None and found.first == found.last and found.first.weekday() == number else None


def _eid(line: Timeline) -> Days | None:
    """مساء يوم العيد, ثاني أيام العيد, اليوم الأول للعيد: the last of the two Muslim feasts."""
    at = line.part(line.index, "noun")
    nth = ordinals().get("ال" + line.word(at), 0) if line.word(at + 1) in ("ايام", "يوم") else 0
    at += bool(nth)
    said = _SO_MANY.get(line.word(at), 0)
    if line.word(at) == "اليوم" and (nth := ordinals().get(line.word(at + 1), 0)):
        at, said = line.skip(at + 1, "من") + 1, 1
        at = line.skip(line.skip(at, "من"), "ايام") - 1
    if not said or nth > _SO_MANY["ايام"] or line.word(at + 1) not in ("العيد", "للعيد") or line.published is None:
        return None
    begins = [day for month, begin in _EIDS for day in _days_of_feast(line, "hijri", month, begin) if day <= line.published]
    first = max(begins) + timedelta(days=max(0, nth - 1))
    last = first if nth else first + timedelta(days=said - 1)
    return Days(line.skip(at + 2, "المبارك", "السعيد"), first, last, "day" if first == last else "range")


_SO_MANY, _EIDS = {"يوم": 1, "يومي": 2, "ايام": 3}, ((10, 1), (12, 10))


def _days_of_feast(line: Timeline, calendar: str, month: int, day: int) -> list[date]:
    if calendar == "hijri":
        return [found for year in sorted(hijri_years(line)) if (found := from_hijri(year, month, day)) is not None]
    here = line.published.year if line.published else 0
    return [found for year in (here - 1, here, here + 1) if (found := day_of(year, month, day)) is not None]
