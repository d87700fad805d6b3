"""The whole way from a text to what is printed."""

import json

import riwaya
from riwaya.model.evidence import faults
from riwaya.show.explain import explanation
from riwaya.show.html import page
from riwaya.show.jsonl import reading_line
from riwaya.show.table import table

TEXT = "قالت وزارة الدفاع أمس إن قواتها قتلت خمسة مسلحين في هجوم شمال البلاد، ونفى متحدث باسم الحركة ذلك."


def test_a_report_is_read_and_shown() -> None:
    reading = riwaya.read(TEXT, published="2026-03-04")
    assert faults(reading) == []
    assert next(s.source.name for s in reading.statements if s.source) == "وزارة الدفاع"
    assert any(figure.kind == "killed" and figure.low == 5 for event in reading.events for figure in event.figures)
    assert json.loads(reading_line(reading))["statements"]
    assert "وزارة الدفاع" in table(reading) and "A reporting verb" in explanation(reading)
    assert page([reading]).startswith("<!doctype html>") and 'dir="rtl"' in reading._repr_html_()
