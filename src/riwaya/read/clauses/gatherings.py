"""People who come together, as what is hit: اجتماع, تجمع, مظاهرة."""

from __future__ import annotations

from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar


def is_gathering(grammar: Grammar, at: int) -> bool:
    """استهدفت الغارة | اجتماعا لقادة التنظيم: people who come together, as what is hit."""
    return grammar.tokens[at].word.core.removesuffix("ا") in _GATHERINGS and not grammar.phrases.is_definite(at)


_GATHERINGS = word_list("gathering that is hit")
