"""Who announces that people were taken: whoever can seize them did; a union, an embassy or a company only tells of it."""

from __future__ import annotations

from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.near import person_group
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range

_NEAR = 4


def only_tells(grammar: Grammar, mark: Mark, speaker: Range, armed: bool) -> bool:
    """أعلنت نقابة الصحفيين | اعتقال ثلاثة شبان, أعلنت الخارجية | خطف مهندسين, أعلنت الحركة | اعتقال خمسة من كوادرها.

    ``armed``: whether the speaker is a body that fights; only such a one abducts.
    """
    if mark.entry.mode not in ("arrest", "abduct"):
        return False
    able = armed or (mark.entry.mode == "arrest" and _has_power(grammar, speaker))
    return not able or _takes_own(grammar, mark)


def _has_power(grammar: Grammar, speaker: Range) -> bool:
    """الشرطة, وزارة | الداخلية, السلطات, تركيا: a power that arrests people."""
    head = speaker[0]
    state = head in grammar.place_at or "country" in grammar.tokens[head].word.labels
    names = (grammar.tokens[at].word.core for at in range(head, min(speaker[1], head + _NEAR)))
    return state or person_group(grammar, head) == "police" or any(core in _POWERS for core in names)


def _takes_own(grammar: Grammar, mark: Mark) -> bool:
    """اعتقال زعيمها, اعتقال خمسة من | كوادرها, احتجاز أحد | رعاياها: whose pronoun is the speaker's own."""
    limit = min(grammar.limit(mark.index), mark.end + _NEAR)
    for at in range(mark.end, limit):
        if grammar.phrases.is_owned(at):
            return at == mark.end or grammar.tokens[at - 1].norm in ("من", "احد", "احدي")
        if grammar.tokens[at].word.conjunction or grammar.is_comma(at):
            return False
    return False


_POWERS = word_list("power that arrests")
