"""Headlines that tell several things in a row: where the next one begins behind و, as no full stop says."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.forms import looks_like_name
from riwaya.lang.ar.gazetteer import capital_names, gazetteer, place_key
from riwaya.lang.ar.lexicon import Noun
from riwaya.lang.ar.register import register
from riwaya.read.text.tokens import SIGN, WORD, Token

_LONGEST_SUBJECT, _SHORTEST_CLAUSE = 4, 2
_OF_SOMEBODY = frozenset({"source", "country", "person", "people"})
_TOLD = frozenset({"trigger", "cue", "masdar", "light"})
"""What a clause must have said before somebody else can follow it."""
_GOVERNING = frozenset({"prep", "relative", "subordinator", "that", "contrast", "locative"})


def turns(tokens: list[Token], start: int, end: int) -> list[int]:
    """The tokens of a headline behind which somebody else is told of: و with a subject, then his verb or a colon.

    هجوم على ميكولايف | وموسكو تعلن إجلاء السكان, دعوة إلى النفير | وإسرائيل تدفع بكتيبتين, إحباط هجوم | والدعم السريع: صامدون.
    """
    found: list[int] = []
    first = start
    for at in range(start + _SHORTEST_CLAUSE, end - 1):
        told = any(tokens[k].word.labels & _TOLD for k in range(first, at))
        if told and at - first >= _SHORTEST_CLAUSE and _opens(tokens, first, at, end):
            found.append(at)
            first = at
    return found


def _opens(tokens: list[Token], first: int, at: int, end: int) -> bool:
    if (close := _name_in_marks(tokens, at, end)) is not None:  # سنرد على القصف | و"النسور" تعلن التعبئة
        return close + 1 < end and _tells(tokens, at, close + 1)
    bare = tokens[at].norm.removeprefix("و")
    known = bare != tokens[at].norm and (register().names_one(bare) or bare in capital_names())
    joined = known or tokens[at].word.conjunction == "و"
    if tokens[at].kind != WORD or not joined or any(tokens[k].norm == "بين" for k in range(first, at)):
        return False
    if tokens[max(first, at - 2)].norm == "من":  # وفد من الجيش | والمعارضة يزور
        return False
    somebody = _is_somebody(tokens[at]) or _is_called(tokens, at)
    if not (somebody or tokens[at].word.article):
        return False
    for behind in range(at + 1, min(end, at + 1 + _LONGEST_SUBJECT)):
        token = tokens[behind]
        if token.raw == ":":
            return True
        if token.kind == SIGN or token.word.labels & _GOVERNING or token.word.conjunction:
            return False
        if somebody and _tells(tokens, at, behind):
            return behind + 1 < end or "cue" in token.word.labels  # الاحتلال يغلق المعابر | والفصائل تتوعد
    return False


def _name_in_marks(tokens: list[Token], at: int, end: int) -> int | None:
    """و|"النسور"| تعلن: the mark that closes a name in marks right behind و."""
    if tokens[at].norm != "و" or at + 2 >= end or tokens[at + 1].raw not in _MARKS:
        return None
    return next((k for k in range(at + 2, min(end, at + _IN_MARKS)) if tokens[k].raw in _MARKS), None)


_MARKS, _IN_MARKS = frozenset('"«»“”'), 7


def _is_somebody(token: Token) -> bool:
    """وموسكو, والجيش, والحوثيون, وحزب الله, وفصائل: who can be a subject; not وعسكريين, which goes on with what stands before."""
    word = token.word
    if register().names_one(token.norm[1:]):
        return True
    capital = word.core in capital_names() or token.norm.removeprefix("و") in capital_names()
    if word.labels & {"country"} or capital or word.core.endswith("ون"):
        return True
    if word.preposition or word.core.endswith(("ين", "يين")):
        return False
    if word.article:
        return bool(word.labels & _OF_SOMEBODY) or not (word.labels & {"trigger", "thing", "masdar"} or _is_place(token))
    found = word.find("source")
    body = found is not None and isinstance(found.sense.entry, Noun) and found.sense.entry.group in ("organ", "group")
    return body or (not word.analyses and looks_like_name(word.core))


def _is_called(tokens: list[Token], at: int) -> bool:
    """والدعم السريع: a name of the register of several words."""
    tails = register().tails.get(tokens[at].word.core, ())
    return any(tuple(one.norm for one in tokens[at + 1 : at + 1 + len(tail)]) == tail for tail in tails)


def _is_place(token: Token) -> bool:
    """والفاشر, والموصل: a place goes on with the places before it."""
    return bool(gazetteer().find(place_key(token.word.core)) or gazetteer().find(place_key("ال" + token.word.core)))


def _tells(tokens: list[Token], subject: int, at: int) -> bool:
    """Whether a present form in the third person stands at a token, that agrees with the subject."""
    forms = list(_present(tokens[at]))
    if not forms or any(found.sense.part == "noun" for found in tokens[at].word.analyses):
        return False
    if any(getattr(found.sense.entry, "lemma", "") in _RESULTS for found in tokens[at].word.analyses):
        return False
    plural = tokens[subject].word.core.endswith("ون")
    return any(form.person == 3 and (form.number == "p") == plural for form in forms)


_RESULTS = ("أوقع", "خلف", "أسفر", "أودى", "أدى")
"""غارات على صنعاء وعدن توقع قتلى: what comes of a deed is told of the deed."""


def _present(token: Token) -> Iterator[VerbForm]:
    for found in token.word.analyses:
        form = found.sense.form
        if isinstance(form, VerbForm) and form.tense == "imperfect":
            yield form
