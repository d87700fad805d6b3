"""A statement: one reporting act, its cue, its source and what is reported."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.model.document import Span
from riwaya.model.swift import swift

ACTS = (
    "assert",
    "admit",
    "deny",
    "accuse",
    "condemn",
    "demand",
    "promise",
    "threaten",
    "warn",
    "reject",
    "support",
    "assess",
    "claim_responsibility",
)
"""The thirteen speech acts of the coding guide."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks.

    ``mention`` is the span at this cue (None for a dropped subject); ``name`` is the fullest mention in the document,
    an exact substring; ``entity`` is the id in the actor register, where known.
    """

    mention: Span | None
    name: str
    entity: str | None = None


@swift
@dataclass(frozen=True, slots=True)
class Statement:
    """One reporting act.

    ``via`` are the carriers between the source and this outlet, nearest to the outlet first. ``detail`` is the finer
    act of the cue table (say, announce, note ...), ``distance`` whether the outlet presents the content as true
    (``endorses``), keeps away from it (``distances``) or neither (``neutral``).
    """

    cue: Span
    act: str
    source: Source | None
    content: Span
    rule: str
    via: tuple[Span, ...] = ()
    addressee: Span | None = None
    quoted: bool = False
    condition: Span | None = None
    detail: str = "say"
    distance: str = "neutral"
