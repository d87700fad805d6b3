"""What of a subject may stand behind its noun phrase, before the verb: how he is called, whose it is."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, PREPOSITION, VERB
from riwaya.read.grammar import Grammar
from riwaya.read.phrases.manners import SUBJECT


def past_name(grammar: Grammar, at: int, index: int) -> int:
    """أن متحدثا باسم الجبهة | هو سالم علي | أكد, أن زعيما محليا | يدعى سالم علي | أبلغ: the token behind how somebody is called."""
    if at + 1 >= index or index - at > _LONGEST_NAME or grammar.tokens[at].norm not in _CALLED:
        return at
    words = (grammar.tokens[k].word for k in range(at + 1, index))
    plain = all(not (word.conjunction or word.preposition or word.article) for word in words)
    unknown = not grammar.tokens[at + 1].word.labels and not grammar.is_sign(at + 1)  # هو غيتاتشو | ردا
    named = plain and all(grammar.parts[k] == NOUN or (unknown and k > at + 1) for k in range(at + 1, index))
    told = unknown and (grammar.parts[at] == VERB or grammar.parts[at + 1] == NOUN)
    return index if named and (told or grammar.phrases.is_name(at + 1)) else at


_CALLED, _LONGEST_NAME = ("يدعي", "تدعي", "هو", "هي"), 5


def past_tie(grammar: Grammar, at: int, index: int) -> int:
    """القناة التابعة | لها | قالت, الفصيل | المرتبط بالقاعدة | أعلن: the token behind whose it is or what it is tied to."""
    if at + 1 < index and grammar.phrases.is_tied(at) and grammar.phrases.begins(at + 1):
        return grammar.phrases.end(at + 1, index, SUBJECT)
    found = grammar.tokens[at].word.find("prep") if 0 < at < index and grammar.parts[at] == PREPOSITION else None
    own = found is not None and (bool(found.pronoun) or grammar.tokens[at].norm in _ITS)
    tied = own and grammar.phrases.has_article(at - 1)
    return at + 1 if tied and grammar.phrases.is_adjective(at - 1) else at


_ITS = ("له", "لها", "لهم")


def past_odd_name(grammar: Grammar, at: int, index: int) -> int:
    """المتحدث باسمه أودا | تربي | أنكر: the token behind the last part of a name that looks like a verb, right before the verb."""
    verbs = at + 1 == index and grammar.parts[at] == VERB and not grammar.tokens[at].word.conjunction
    named = verbs and at > 0 and not grammar.tokens[at - 1].word.labels and not grammar.phrases.has_article(at - 1)
    return index if named and "cue" in grammar.tokens[index].word.labels else at
