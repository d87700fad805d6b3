"""Whom a pronoun on a verb of accusing or demanding means: نفت الجماعة سيطرة الجيش، واتهمته بقصف القرية."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN
from riwaya.read.clauses.able import is_party
from riwaya.read.clauses.near import ACTOR
from riwaya.read.grammar import Grammar, Range
from riwaya.read.sayings.attribution import Attribution

_NAMED = frozenset({"source", "country", "person"})


def whom_meant(grammar: Grammar, act: Attribution, speaker: Range | None) -> Range | None:
    """رفض الجيش تصريحات الحركة، | واتهمها بقصف القرية: the nearest party before that agrees and does not speak."""
    if act.act not in ("accuse", "demand") or act.addressee is not None or not act.rule.startswith("verb"):
        return None
    cue = act.cue[0]
    verbs = grammar.tokens[cue].word.all("cue", "verb")
    pronoun = next((found.pronoun for found in verbs if found.pronoun in ("ه", "ها")), "")
    sentence = grammar.layout.sentence(cue)
    first = sentence.start if sentence.paragraph else 0  # طالبان: مقتل مهاجمين.. والجبهة | تتهمها بإعدام أسرى
    for at in range(cue - 1, first - 1, -1):
        aside = any(who is not None and who[0] <= at < who[1] for who in (speaker, act.subject))
        if pronoun and not aside and _fits(grammar, at, pronoun):
            start = at - (at > 0 and grammar.phrases.is_title(at - 1) and not grammar.phrases.has_article(at - 1))
            return _named_in_full(grammar, start), grammar.phrases.end(at, cue, ACTOR)
    return None


def _named_in_full(grammar: Grammar, at: int) -> int:
    """منزل | الأسير خالد المصري الذي تتهمه إسرائيل, | الجيش الإسرائيلي: where whoever is called after a people begins."""
    if "demonym" not in grammar.tokens[at].word.labels:
        return at
    before = range(at - 1, max(0, at - _FULL), -1)
    man = (k for k in before if grammar.phrases.has_article(k) and grammar.tokens[k].word.labels & {"person", "source"})
    start = next(man, at)
    return start if all(grammar.parts[k] == NOUN for k in range(start, at)) else at


_FULL = 4


def _fits(grammar: Grammar, at: int, pronoun: str) -> bool:
    """Whether a party in the gender of a pronoun begins at a token; people in the plural are not he or she."""
    word = grammar.tokens[at].word
    seat = at in grammar.phrases.seats and pronoun == "ها"  # تنفي موسكو ذلك، بينما | تتهمها كييف بـ
    if grammar.parts[at] != NOUN or not (seat or word.labels & _NAMED) or not grammar.phrases.begins(at):
        return False
    several = word.bare.endswith(("ون", "ين", "ان"))
    agrees = grammar.gender(at) in ("", "f" if pronoun == "ها" else "m")
    return agrees and not several and (seat or is_party(grammar, (at, at + 1)))
