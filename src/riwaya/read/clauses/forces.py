"""Who can act: forces, states, organisations and offices, and the arms that stand for those who use them."""

from __future__ import annotations

from riwaya.lang.ar.gazetteer import capital_names, without_article
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.near import is_place, person_group, source_group
from riwaya.read.grammar import Grammar, Range

ARMS = word_list("arms")
"""Arms and services that stand for those who use them (غارات | الطيران)."""
HOUSEHOLDS = word_list("household")
"""قتلت | عائلة في غارة: kin, who are killed or flee and carry nothing out."""
HIS_LAND = frozenset({"بلاده", "بلادها", "بلادنا"})
"""إن | بلاده لن توقف الحرب, تأكيد | بلاده أهمية الحوار: his country is the state that he speaks for."""
_UTILITIES = word_list("runs in networks")
FORCES = frozenset({"organ", "group", "military", "militant", "police", "unit", "anonymous", "title", "rank"})


def is_body(grammar: Grammar, where: Range) -> bool:
    """Whether a phrase names a state, an organisation or a unit, which arrests and is not arrested."""
    if is_place(grammar, where[0]):
        return False
    labels = grammar.tokens[where[0]].word.labels
    if grammar.tokens[where[0]].word.core in HOUSEHOLDS:
        return False
    return "country" in labels or person_group(grammar, where[0]) == "unit" or source_group(grammar, where[0]) in ("organ", "group")


def _is_called_so(grammar: Grammar, at: int) -> bool:
    """بوكو حرام, الدعم السريع: the two words by which the register calls an actor."""
    words = grammar.tokens[at].word.core, *(token.norm for token in grammar.tokens[at + 1 : at + 2])
    return grammar.register.holds(tuple(without_article(word) for word in words))


def is_force(grammar: Grammar, where: Range) -> bool:
    """Whether a phrase names a force, state or office that can act; شبكات | الطاقة, أطراف | البلدة are none."""
    word = grammar.tokens[where[0]].word
    labels = word.labels
    if word.core.startswith("شبك") and where[0] + 1 < where[1] and grammar.tokens[where[0] + 1].word.core in _UTILITIES:
        return False
    if (
        word.core in ARMS
        or word.core in HIS_LAND
        or (grammar.register.names_one(word.core) and where[0] not in grammar.place_at and "country" not in labels)
    ):
        return True
    if where[1] - where[0] > 1 and _is_called_so(grammar, where[0]):
        return True
    if "direction" in labels and where[1] - where[0] > 1 and is_place(grammar, where[0] + 1):
        return False
    if labels & {"source", "country"} and not is_place(grammar, where[0]):
        return source_group(grammar, where[0]) not in ("witness", "media", "document") and word.core not in HOUSEHOLDS
    return person_group(grammar, where[0]) in FORCES


def is_capital(grammar: Grammar, where: Range) -> bool:
    """ترفع | موسكو حصارها, رفعت | أديس أبابا الحصار: a capital for its government."""
    return " ".join(grammar.layout.norms[where[0] : where[1]]) in capital_names()
