"""Encodings: the right letters or a refusal, never other letters in their place."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.sources.decode import TextError, decode, decode_exactly, decode_markup, encoding_of
from sources.world import REPORT, SECOND

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859-6"]
WORDS = st.lists(st.sampled_from(f"{REPORT} {SECOND} 23 2024".split()), min_size=8, max_size=60).map(
    lambda words: " ".join([*words, SECOND])
)
LATIN = "https://www.example.org/a/long/address?with=parameters&and=more "


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=WORDS)
def test_text_in_every_encoding(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "iso8859-6"])
@given(text=WORDS)
def test_records_with_much_latin_in_them(encoding: str, text: str) -> None:
    line = json.dumps({"url": LATIN, "text": f"{text} {REPORT}"}, ensure_ascii=False)
    assert decode(line.encode(encoding)) == line


@given(text=WORDS, at=st.integers(0, 10_000), byte=st.sampled_from([b"\xff", b"\xfe", b"\xd9", b"\xc3"]), latin=st.integers(0, 9))
def test_broken_utf8_is_never_read_as_something_else(text: str, at: int, byte: bytes, latin: int) -> None:
    """However much Latin stands around it: a refusal that says so."""
    raw = f"{LATIN * latin}{REPORT}{text}".encode()
    at %= len(raw)
    broken = raw[:at] + byte + raw[at:]
    with pytest.raises(TextError, match="broken UTF-8"):
        decode(broken)
    assert "\ufffd" in decode_markup(broken) and ("المتحدث" in decode_markup(broken) or "المجلس" in decode_markup(broken))


@given(st.binary(max_size=400))
def test_any_bytes_come_back(raw: bytes) -> None:
    """What is decoded exactly gives its bytes back, so that a piece of a feed has its own."""
    text, codec = decode_exactly(raw)
    if not codec.startswith("utf-16"):
        assert text.encode(codec, "surrogateescape") == raw.removeprefix(b"\xef\xbb\xbf")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1256"])
def test_a_text_that_is_cut_in_a_letter(encoding: str) -> None:
    raw = (REPORT * 20).encode(encoding)
    for end in range(len(raw) - 4, len(raw)):
        assert encoding_of(raw[:end], whole=False) == encoding


@pytest.mark.parametrize("raw", [bytes(range(256)) * 9, b"\x89PNG\r\n\x1a\n" + b"\0" * 99, b"\0" * 500])
def test_binary_data_is_refused(raw: bytes) -> None:
    with pytest.raises(TextError, match="binary"):
        decode(raw)
