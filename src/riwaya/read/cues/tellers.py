"""Who may stand behind according to: somebody who can speak, not a plan, a law, a need or an event."""

from __future__ import annotations

from riwaya.lang.ar.gazetteer import without_article
from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import NUMERAL, QUANTIFIER
from riwaya.read.clauses.voices import names_actor
from riwaya.read.grammar import Grammar
from riwaya.read.words.owned import PRONOUN_ENDINGS


def names_source(grammar: Grammar, at: int) -> bool:
    """Whether a phrase names somebody who can speak: not a plan, a law, a need or an event."""
    if not grammar.phrases.begins(at) and at not in grammar.layout.closing:
        return False
    at += "demonstrative" in grammar.tokens[at].word.labels and at + 1 < len(grammar.tokens)  # طبقا | لهذه القوانين
    word = grammar.tokens[at].word
    behind = grammar.tokens[at + 1].word.labels if at + 1 < len(grammar.tokens) else frozenset[str]()
    if word.norm.endswith("نا") and grammar.phrases.is_owned(at):
        return False
    registered = names_actor(grammar, at) or _is_registered(grammar, at)
    if "basis" in word.labels and not registered and (word.core in _PLANS or not behind & {"demonym", "country"}):
        return False
    if word.labels & {"source", "person", "medium", "country"} or registered or _counts_tellers(grammar, at):
        return True
    if any(isinstance(found.sense.entry, Cue) and found.sense.entry.act == "admit" for found in word.all("cue", "noun")):
        return True
    common = grammar.phrases.is_owned(at) and word.norm.endswith(PRONOUN_ENDINGS) and not word.norm.startswith(_SAYINGS)
    return not common and not word.labels & {"trigger", "thing", "cue", "number", "timeword"}


def _is_registered(grammar: Grammar, at: int) -> bool:
    """وفق | برنامج الأغذية العالمي: a name of three words that the register has, whatever its first word else means."""
    words = tuple(without_article(token.norm) for token in grammar.tokens[at : at + 3])
    return "basis" in grammar.tokens[at].word.labels and grammar.register.holds(words)


def _counts_tellers(grammar: Grammar, at: int) -> bool:
    """بحسب | العديد من المراقبين, وفقا | لعدة مصادر, وفق | ثلاثة شهود: a number of people."""
    behind = at + 1 + (grammar.layout.norms[at + 1 : at + 2] == ["من"])
    counted = grammar.parts[at] in (NUMERAL, QUANTIFIER) and behind < len(grammar.tokens)
    return counted and bool(grammar.tokens[behind].word.labels & {"source", "person"})


_PLANS = frozenset({"خطه", "بروتوكول"})
_SAYINGS = ("تعبير", "عبارات", "وصف", "راي")
"""وفق | تفسيرهم للقانون, حسب | مقدرته: what somebody has is no teller, but for words that he says."""
