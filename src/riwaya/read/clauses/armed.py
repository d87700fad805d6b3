"""What a deed is done with, between a verb and its object: where it ends and whom or what it hits begins."""

from __future__ import annotations

from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, VERB
from riwaya.lang.ar.thing_groups import SITES, WEAPONRY
from riwaya.read.clauses.between import past_about
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.near import counted_noun, thing_group
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.phrases.manners import Manner
from riwaya.read.words.place_terms import is_part


def past_means(grammar: Grammar, at: int, limit: int, manner: Manner) -> int:
    """قصفت بثلاثة صواريخ | شقة سكنية, بصاروخ موجه | سيارة, بغارتين | محيط البلدة: the token behind what a deed is done with.

    A building, a position or one vehicle without the article behind arms is hit with them; behind any other phrase nothing parts.
    """
    first = past_about(grammar, at + (grammar.parts[at] == PREPOSITION), limit)  # بـ | 9 صواريخ, بأكثر من | 40 قذيفة
    end = grammar.phrases.end(first, limit, manner)
    head = counted_noun(grammar, first, end)
    if not is_done_with(grammar, at):
        return end
    end = next((k for k in range(first + 1, end - 1) if _is_from(grammar, k)), end)
    if thing_group(grammar, head) not in WEAPONRY and not _are_raids(grammar, at, head):
        return end
    if head + 1 < end and grammar.phrases.is_owned(head) and not grammar.phrases.has_article(head + 1):
        return head + 1
    return before_hit(grammar, head, end)


def is_done_with(grammar: Grammar, at: int) -> bool:
    """قصفوا | بصاروخين سيارة, | بـ9 صواريخ موقعا: ب on a word, or apart before digits."""
    return grammar.tokens[at].norm == "ب" or grammar.phrases.preposition_of(grammar.tokens[at]) == "ب"


def before_hit(grammar: Grammar, head: int, end: int) -> int:
    """بثلاثة صواريخ | بلدة حاس, غارتين | شمال المدينة: where arms or raids end before what they hit; else the end that is given."""
    return next((k for k in range(head + 1, end) if _is_hit(grammar, k)), end)


def _are_raids(grammar: Grammar, at: int, head: int) -> bool:
    """استهدفت | بغارتين محيط البلدة, | بخمس غارات أطراف المدينة: raids that are counted."""
    counted = grammar.parts[at] == NUMERAL or grammar.tokens[head].word.bare.endswith("تين")
    return counted and any(entry.group == "attack" for entry in entries_at(grammar, head))


def is_only_means(grammar: Grammar, mark: Mark) -> bool:
    """دمر الجيش | باستخدام صواريخ | جسرا: what a deed of its clause is done with is no deed of its own."""
    if mark.is_verb or mark.entry.lemma != "استخدم" or mark.found.preposition != "ب":
        return False
    before = range(grammar.clause_start(mark.index), mark.index)
    return any(grammar.parts[at] == VERB and any(one.type == "ASSAULT" for one in entries_at(grammar, at)) for at in before)


def _is_hit(grammar: Grammar, at: int) -> bool:
    """بصاروخين | سيارة, بصواريخ | شقة: what arms hit, one vehicle or any site, and no part of their name (صواريخ | طائرات)."""
    word = grammar.tokens[at].word
    if grammar.parts[at] != NOUN or word.article or word.conjunction or word.preposition:
        return False
    group = thing_group(grammar, at)
    part = is_part(word) and at + 1 < len(grammar.parts) and grammar.parts[at + 1] == NOUN  # بغارتين | محيط البلدة
    return part or group in SITES or (group == "vehicle" and _is_one(grammar, at))


def _is_from(grammar: Grammar, at: int) -> bool:
    """قصفت بالمدفعية | من مواقعها | المقر, not بعربات | من طراز قديم: from where it is fired, no part of the means."""
    return grammar.layout.norms[at] == "من" and grammar.parts[at] == PREPOSITION and thing_group(grammar, at + 1) in SITES


def _is_one(grammar: Grammar, at: int) -> bool:
    found = grammar.tokens[at].word.find("thing")
    form = found.sense.form if found is not None else None
    return isinstance(form, NounForm) and form.number == "s"
