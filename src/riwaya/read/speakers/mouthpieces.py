"""Through whom a body or land speaks: حذرت الحكومة، على لسان | وزير دفاعها سالم الهاني، | من."""

from __future__ import annotations

from riwaya.lang.ar.parts import PREPOSITION
from riwaya.read.grammar import Grammar, Range, per_document
from riwaya.read.phrases.manners import SUBJECT
from riwaya.read.sayings.attribution import Attribution


def spoke_through(grammar: Grammar, act: Attribution) -> Range | None:
    """جددت روما على لسان | وزير دفاعها سالم الهاني | رفضها: whoever says the words speaks, for the body that the verb names."""
    mouths = _mouths(grammar)
    if not mouths:
        return None
    at = next((at for at in mouths if _belongs(grammar, act, at)), None)
    if at is None or not grammar.phrases.begins(at + 2):
        return None
    limit = next((start for start in (act.content[0], act.cue[0]) if start > at), grammar.limit(at))
    end = grammar.phrases.end(at + 2, limit, SUBJECT)
    named = any(grammar.phrases.is_name(k) for k in range(at + 3, end - 1))
    whom = named and "country" in grammar.tokens[end - 1].word.labels  # على لسان الوزير سالم الهاني | روسيا بالانسحاب
    return at + 2, end - (whom or grammar.parts[end - 1] == PREPOSITION)


def _belongs(grammar: Grammar, act: Attribution, at: int) -> bool:
    """Whether على لسان stands between a verb and its content, behind the subject of a relative clause, or right before the noun."""
    if at < act.cue[0]:  # جددت روما، | على لسان وزيرها، | تحذيرها
        end = grammar.phrases.end(at + 2, act.cue[0], SUBJECT)
        return act.subject is None and end + grammar.is_comma(end) == act.cue[0]
    if at < act.content[0]:
        return True
    return act.content[1] <= act.cue[0] and act.subject is not None and act.subject[1] == at  # الخطة التي رفضتها موسكو | على لسان


@per_document
def _mouths(grammar: Grammar) -> list[int]:
    """The tokens of على where على لسان stands."""
    norms = grammar.layout.norms
    return [at - 1 for at, norm in enumerate(norms) if norm == "لسان" and at and norms[at - 1] in ("علي", "وعلي")]
