"""Deals whose making is told beside them: by a participle, between whom and when, or by words of a lack."""

from __future__ import annotations

from riwaya.lang.ar.parts import RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim
from riwaya.read.telling.kept import to_be_kept

_REACH, _WHEN = 14, 9


def made_then(grammar: Grammar, claim: Claim) -> bool:
    """بموجب اتفاقية السلام | الموقعة بين البلدين عام 1979: a deal that only names something else tells when it was made.

    تطبيق اتفاق الهدنة | الذي تم التوصل إليه في فبراير: so does one with a relative clause.
    """
    made = _participle(grammar, claim) or _relative(grammar, claim)
    return bool(made) and any(at in grammar.date_at for at in range(made, min(grammar.limit(made), made + _WHEN)))


def signed_between(grammar: Grammar, claim: Claim) -> bool:
    """نص الاتفاق | الموقع بين الحكومة والحركة: a known deal of which a participle tells between whom, or when, it was made."""
    made = _participle(grammar, claim)
    behind = range(made + 1, min(grammar.limit(claim.mark.index), made + _WHEN))
    return bool(made) and any(at in grammar.date_at or grammar.tokens[at].norm in ("بين", "مع") for at in behind)


def _participle(grammar: Grammar, claim: Claim) -> int:
    """Where the participle of making stands behind a deal, 0 where none does."""
    for at in range(claim.mark.end, min(grammar.limit(claim.mark.index), claim.mark.end + _REACH)):
        if grammar.tokens[at].word.core in _MADE:
            return at
        if grammar.is_comma(at) or grammar.parts[at] in (VERB, THAT, RELATIVE):
            return 0
    return 0


def _relative(grammar: Grammar, claim: Claim) -> int:
    """Where a verb of making stands in the relative clause behind a deal, 0 where none does."""
    for at in range(claim.mark.end, min(grammar.limit(claim.mark.index), claim.mark.end + _REACH)):
        if grammar.is_comma(at) or grammar.parts[at] == VERB:
            return 0
        if grammar.parts[at] == RELATIVE:
            near = range(at + 1, min(at + 4, len(grammar.tokens)))
            return next((k for k in near if grammar.tokens[k].word.core.startswith(tuple(_REACHED))), 0)
    return 0


_MADE, _REACHED = word_list("deal that is made"), word_list("how a deal was made")


def lacks_a_deal(claim: Claim) -> bool:
    """انتهت المحادثات دون | التوصل إلى اتفاق: that no deal was reached is news, with the article too."""
    return claim.negated and claim.mark.entry.lemma == "توصل"


def made_or_kept(grammar: Grammar, claim: Claim) -> bool:
    """بموجب الاتفاقية | الموقعة عام 1979, طالبوا بتنفيذ | الاتفاق, رفضت أي | صفقة: deals behind words that else only name them."""
    any_of_them = claim.mark.index > 0 and grammar.tokens[claim.mark.index - 1].word.core == "اي"
    refused = claim.act == "reject" and claim.negated and any_of_them
    return refused or made_then(grammar, claim) or to_be_kept(grammar, claim)
