"""How far a noun phrase may reach, by where it stands: behind its verb, before it, as object."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.model.remembered import remembered
from riwaya.model.swift import changed, swift


@swift
@dataclass(frozen=True, slots=True)
class Manner:
    """How far a phrase may reach.

    ``stops``: prepositions (clitic or free) that end it; ``split``: a definite person or organ after a definite noun is
    another phrase; ``attach``: prepositional phrases may join; ``join``: a coordinated noun may join; ``apposed``: a
    definite noun may follow a definite noun as its apposition (before a verb, where nothing else can stand).
    """

    stops: frozenset[str] = frozenset()
    split: bool = False
    attach: bool = True
    join: bool = True
    apposed: bool = False


@remembered(1_000)
def alone(manner: Manner) -> Manner:
    """A manner in which no prepositional phrase joins."""
    return changed(manner, attach=False)


SUBJECT = Manner(stops=frozenset({"ب", "عن", "علي", "الي"}))
OBJECT = Manner(stops=frozenset({"عن", "علي", "الي"}), attach=True)
SUFFERER = Manner(stops=OBJECT.stops | {"ب"})
BEFORE_VERB = changed(SUBJECT, apposed=True)
SHORT = Manner(attach=False, join=False)
APART = changed(SHORT, split=True)
