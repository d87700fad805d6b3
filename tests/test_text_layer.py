"""The text layer: whatever bytes and marks a report comes with, its characters, tokens and sentences keep their places."""

import json
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from riwaya.model.document import Document
from riwaya.model.evidence import faults
from riwaya.model.reading import Reading
from riwaya.read.reader import read_document
from riwaya.read.text.datelines import dateline_end
from riwaya.read.text.layout import Layout, lay_out
from riwaya.read.text.tokens import WORD, tokenise
from riwaya.show.jsonl import reading_json
from riwaya.sources.decode import decode
from riwaya.spelling import INVISIBLE, LETTERS, MARKS, bare, fold, level

SAMPLES = [
    json.loads(path.read_text(encoding="utf-8")) for path in sorted((Path(__file__).parent.parent / "samples").glob("*.json"))
]
TEXTS = [sample["text"] for sample in SAMPLES]
WORDS = sorted({word for text in TEXTS for word in re.findall(f"[{LETTERS}]+", text)})
HARAKAT = list("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670")
TATWEEL = ["\u0640", "\u0640\u0640"]
BIDI = list("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
ZERO_WIDTH = list("\u200b\u200c\u200d\u2060\ufeff\u00ad")
EMOJI = ["🔥", "👨\u200d👩\u200d👧", "🇾🇪", "✋🏽", "💥"]
BLANKS = ["\u00a0", "\u2009", "\u202f", "  "]
PRESENTED = {"ا": "\ufe8d", "م": "\ufee3", "ن": "\ufee7", "ي": "\ufef3", "ق": "\ufed7", "لا": "\ufefb"}
INNER_HARAKAT = list("\u064e\u0650\u0651\u0652")
"""Harakat that may stand inside a word and tell no other word: tanwin ends a word, and a damma makes a passive."""

MARK_KINDS = {"harakat": INNER_HARAKAT, "tatweel": TATWEEL, "bidi": BIDI, "zero width": ZERO_WIDTH}
DAY = date(2026, 3, 4)


def read(text: str) -> Reading:
    reading = read_document(Document("text", "", text, DAY))
    assert faults(reading) == []
    return reading


def sense(reading: Reading) -> list[object]:
    """What was read, without offsets and without the marks in the words."""
    found = reading_json(reading)

    def plain(value: object) -> object:
        if isinstance(value, dict):
            return {key: plain(one) for key, one in value.items() if key not in ("start", "end") or not isinstance(one, int)}
        if isinstance(value, list):
            return [plain(one) for one in value]
        return " ".join(fold(value).split()) if isinstance(value, str) else value

    return [plain(found["statements"]), plain(found["events"])]


SENTENCES = sorted({sentence for text in TEXTS for sentence in re.split(r"(?<=\.)\s", text)})
prose = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8).map("\n".join)
"""Sentences of reports: a single-byte text tells its encoding only where it is language, not a heap of words."""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1256", "iso-8859-6"])
@settings(max_examples=60, deadline=None)
@given(text=prose)
def test_every_encoding_gives_the_same_characters(encoding: str, text: str) -> None:
    if encoding == "iso-8859-6":
        text = re.sub("[«»]", "", text)
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_a_byte_order_mark_is_no_character(mark: bytes) -> None:
    text = TEXTS[0]
    assert decode(mark + text.encode("utf-16-le" if mark == b"\xff\xfe" else "utf-16-be")) == text


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120), st.sampled_from(["utf-8", "utf-16"]))
@example("🔥\U0010ffff قال \u202e", "utf-16")
def test_unicode_of_all_planes_is_kept(noise: str, encoding: str) -> None:
    assume("\0" not in noise)
    text = f"قال الوزير {noise} إن خمسة جنود قتلوا"
    assert decode(text.encode(encoding)) == text


pieces = [*WORDS[::40], *HARAKAT, *TATWEEL, *BIDI, *ZERO_WIDTH, *EMOJI, *BLANKS, *PRESENTED.values(), *"٣۴7%.,:;«»\"'()،؛؟!-…\n\t "]
mixture = st.lists(st.sampled_from(pieces), max_size=80).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.one_of(mixture, st.text(max_size=200)))
def test_tokens_lie_apart_in_order_and_lose_no_letter_or_digit(text: str) -> None:
    tokens = tokenise(text)
    assert all(text[token.start : token.end] == token.raw != "" for token in tokens)
    assert all(left.end <= right.start for left, right in pairwise(tokens))
    outside = "".join(
        text[a:b] for a, b in zip([0, *(t.end for t in tokens)], [*(t.start for t in tokens), len(text)], strict=True)
    )
    assert not re.search(rf"[{LETTERS}]|\d|[^\W_]", re.sub(f"[{MARKS}{INVISIBLE}]", "", outside))


@settings(max_examples=300, deadline=None)
@given(st.one_of(mixture, st.text(max_size=200)), st.integers(0, 20))
def test_sentences_and_quotations_cover_the_tokens(text: str, cut: int) -> None:
    layout = lay_out(Document("text", text[:cut], text[cut:]))
    check_layout(layout)


def check_layout(layout: Layout) -> None:
    bounds = [(sentence.start, sentence.end) for sentence in layout.sentences]
    assert [place for start, end in bounds for place in range(start, end)] == list(range(len(layout.tokens)))
    assert all(left.paragraph <= right.paragraph for left, right in pairwise(layout.sentences))
    for quote in layout.quotes:
        assert 0 <= quote.open < quote.close <= len(layout.tokens)
    for left, right in layout.brackets.items():
        assert left < right and layout.tokens[left].raw + layout.tokens[right].raw in ("()", "[]")


def test_the_short_way_of_folding_gives_what_the_long_one_does() -> None:
    """Letters that folding leaves alone are told by one look; of every letter the two ways agree, alone and inside a word."""
    for code in (*range(0x20, 0x900), *range(0xFB50, 0xFF00)):
        for form in (chr(code), f"سلا{chr(code)}م"):
            assert fold(form) == level(bare(form))


@settings(max_examples=300, deadline=None)
@given(st.one_of(mixture, st.text(max_size=80)))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text) and bare(bare(text)) == bare(text)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, str]:
    """A sample, and the same with marks of one kind inside its words."""
    text = draw(st.sampled_from(TEXTS))
    marks = MARK_KINDS[draw(st.sampled_from(sorted(MARK_KINDS)))]
    places = [found.end() for found in re.finditer(f"[{LETTERS}](?=[{LETTERS}])", text)]
    chosen = draw(st.lists(st.sampled_from(places), min_size=1, max_size=30, unique=True))
    for at in sorted(chosen, reverse=True):
        text = text[:at] + draw(st.sampled_from(marks)) + text[at:]
    return re.sub(f"[{MARKS}{INVISIBLE}\u0640]", "", text), text


@settings(max_examples=120, deadline=None)
@given(marked())
def test_marks_inside_words_change_no_sense(pair: tuple[str, str]) -> None:
    plain, spoiled = pair
    assert sense(read(spoiled)) == sense(read(plain))


@pytest.mark.parametrize("digits", ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"])
@pytest.mark.parametrize("text", TEXTS, ids=[sample["id"] for sample in SAMPLES])
def test_digits_of_every_script_count_the_same(text: str, digits: str) -> None:
    assert sense(read(text.translate(str.maketrans("0123456789", digits)))) == sense(read(text))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(TEXTS), st.sampled_from(BLANKS), st.randoms(use_true_random=False))
def test_blanks_of_other_kinds_change_no_sense(text: str, blank: str, dice: object) -> None:
    words = text.split(" ")
    choose = dice.random  # type: ignore[attr-defined]
    spoiled = words[0] + "".join((blank if choose() < 0.2 else " ") + word for word in words[1:])
    assert sense(read(spoiled)) == sense(read(text))


@pytest.mark.parametrize("letter, form", [("و", "\ufeed"), ("ل", "\ufedf")])
def test_a_particle_is_no_part_of_a_span_in_any_spelling(letter: str, form: str) -> None:
    text = "قتل جندي {0}أصيب آخر في هجوم {0}جبهة الشمال."
    plain, presented = (sense(read(text.format(one))) for one in (letter, form))
    assert presented == plain


@pytest.mark.parametrize("text", TEXTS, ids=[sample["id"] for sample in SAMPLES])
def test_presentation_forms_are_the_letters_that_they_show(text: str) -> None:
    for letters, form in sorted(PRESENTED.items(), key=lambda pair: -len(pair[0])):
        text = text.replace(letters, form)
    assert sense(read(text)) == sense(read(bare(text)))


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(TEXTS), st.lists(st.tuples(st.integers(0, 900), st.sampled_from([*EMOJI, *BIDI, *BLANKS])), max_size=15))
def test_emoji_and_marks_anywhere_move_no_evidence(text: str, noise: list[tuple[int, str]]) -> None:
    for at, mark in noise:
        text = text[:at] + mark + text[at:]
    read(text)


def test_offsets_are_code_points_of_the_text_as_received() -> None:
    text = "👨\u200d👩\u200d👧 🔥\u202e قـال الوَزير\u00a0إن ٥ جنود قُتلوا"
    statement = read(text).statements[0]
    assert statement.cue.text == "قـال" and "\n".join(["", text])[statement.cue.start : statement.cue.end] == "قـال"
    assert statement.source is not None and statement.source.name == "الوَزير"


def test_words_are_cut_where_their_particles_end() -> None:
    tokens = [token for token in tokenise("وبالمدينة فسيعلن للوزارة وقواتهم") if token.kind == WORD]
    assert [(token.word.conjunction, token.word.preposition) for token in tokens[:3]] == [("و", "ب"), ("ف", ""), ("", "ل")]


def test_a_dateline_ends_behind_its_mark_and_is_none_without_an_outlet() -> None:
    agency = tokenise("بيروت - أ ف ب - قتل جندي")
    assert dateline_end(agency, 0, len(agency)) == 6
    title_then_letter = tokenise("الفريق أ ب - المخا - قتل جندي")
    assert dateline_end(title_then_letter, 2, len(title_then_letter)) == 2, "a letter of the line before is none of an agency's"
    doctor = tokenise("المخا - د. سالم - قتل جندي")
    assert dateline_end(doctor, 0, len(doctor)) == 0, "a letter and its point are none of an agency's"


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("letters", [("ي", "ی"), ("ك", "ک"), ("ه", "ہ")])
def test_letters_of_persian_and_urdu_keyboards_are_the_letters_that_they_stand_for(letters: tuple[str, str], text: str) -> None:
    assert sense(read(text.replace(*letters))) == sense(read(text))


@pytest.mark.parametrize("text", TEXTS)
def test_a_final_ya_without_dots_changes_no_sense(text: str) -> None:
    assert sense(read(re.sub(r"ي\b", "ى", text))) == sense(read(text))


def test_harakat_in_forms_of_their_own_are_marks() -> None:
    """Fonts of old newsrooms write them as U+FE70 to U+FE7F; NFKC makes a blank and a mark of each, on which a lookup broke."""
    for code in (*range(0xFC5E, 0xFC64), *range(0xFCF2, 0xFCF5), *range(0xFE70, 0xFE75), *range(0xFE76, 0xFE80)):
        assert fold(f"حلب{chr(code)}") == "حلب" and bare(f"ح{chr(code)}لب") == "حلب"
        assert [token.raw for token in tokenise(f"في {chr(code)} حلب")] == ["في", "حلب"]
        reading = read_document(Document("text", "", f"قصف الجيش {chr(code) * 3} في سوق {chr(code)}"))
        assert [event.trigger.text for event in reading.events] == ["قصف"]


def test_a_mark_on_a_conjunction_is_cut_off_with_it() -> None:
    reading = read_document(Document("text", "", "انسحب الجنود أمس. و\u064eقصف الجيش البلدة."))
    assert [event.trigger.text for event in reading.events] == ["انسحب", "قصف"]
