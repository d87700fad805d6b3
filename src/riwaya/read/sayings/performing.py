"""What a speaker does by saying it, or is ready to do: نرحب بالاتفاق supports it, نحن ملتزمون بالهدنة promises."""

from __future__ import annotations

from functools import cache

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.gazetteer import capital_names
from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import DEMONSTRATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Word
from riwaya.read.clauses.naming import key
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SHORT
from riwaya.read.words.place_terms import named_country, nationality
from riwaya.spelling import folded
from riwaya.tables import language_folder, load_table

_HEAD = 6
WE = word_list("we who speak")
_OPEN = frozenset({"assert", "assess", "admit", "deny", "claim_responsibility"})
_OF_BODIES = frozenset({"condemn", "support", "reject", "demand"})
NOT_SO = frozenset({"condole", "offer", "promise", "challenge"})
_FEMININE_OR_MANY = ("", "ه", "ون", "ين", "ان", "تان")


def performed(grammar: Grammar, content: Range, speaker: Range | None) -> str:
    """«نطالب المجتمع الدولي», «بلاده تدين بشدة الهجوم»: the act that a verb in the speaker's own person does; else empty."""
    start, own = _head(grammar, content, speaker)
    own = own and grammar.parts[start - 1] != THAT
    for at in range(start, min(content[1], start + 2)):
        if grammar.parts[at] != VERB or grammar.negated(at):
            continue
        for found in grammar.tokens[at].word.all("cue", "verb"):
            form, entry = found.sense.form, found.sense.entry
            if (
                not isinstance(form, VerbForm)
                or not isinstance(entry, Cue)
                or form.tense != "imperfect"
                or form.voice == "passive"
                or found.future
            ):
                continue
            if entry.act not in _OPEN and entry.detail not in NOT_SO and (form.person == 1 or (own and entry.act in _OF_BODIES)):
                return entry.act
        return ""
    return ""


def is_ready(grammar: Grammar, content: Range, speaker: Range | None) -> str:
    """«نحن ملتزمون بالهدنة», «بريطانيا مستعدة لقصف»: promise, where the speaker or his country says so of himself; else empty."""
    start, own = _head(grammar, content, speaker)
    if not own or start >= content[1]:
        return ""
    return "promise" if grammar.tokens[start].norm in _promising() else ""


def keeps_on(grammar: Grammar, content: Range) -> str:
    """«العمليات العسكرية ضد المسلحين ستستمر», «الحملة لن تتوقف»: promise, for whoever says so of operations; else empty."""
    start = _head(grammar, content, None)[0]
    start += start < content[1] and grammar.parts[start] == DEMONSTRATIVE
    if start >= content[1] or grammar.tokens[start].word.core not in _OPERATIONS:
        return ""
    limit = min(content[1], start + _OPERATIONS_REACH)
    verb = next((at for at in range(start, limit) if grammar.parts[at] == VERB or grammar.is_comma(at)), limit)
    return "promise" if verb < limit and grammar.tokens[verb].norm in _KEEP_ON and _lasts(grammar, verb) else ""


def _lasts(grammar: Grammar, verb: int) -> bool:
    """ستستمر, لن | تتوقف: that it goes on, or does not stop."""
    stops = grammar.tokens[verb].norm.endswith("توقف")
    return stops == (grammar.tokens[verb - 1].norm == "لن")


_OPERATIONS, _KEEP_ON, _OPERATIONS_REACH = word_list("operations"), word_list("keep on"), 12


@cache
def _promising() -> frozenset[str]:
    """مستعد, مستعدة, مستعدون: the adjectives of attitude that promise, in every form."""
    rows = load_table(language_folder("ar"), "attitudes.tsv")
    return frozenset(folded(row["form"]) + end for row in rows if row["act"] == "promise" for end in _FEMININE_OR_MANY)


def _head(grammar: Grammar, content: Range, speaker: Range | None) -> tuple[int, bool]:
    """The first word that says something of the speaker, and whether a subject before it (نحن, بلاده, تركيا) is he himself."""
    start = content[0]
    while start < content[1] and (grammar.is_sign(start) or grammar.parts[start] == THAT):
        start += 1
    if start >= content[1]:
        return start, False
    if grammar.tokens[start].word.core in WE:
        return start + 1, True
    if speaker is not None and is_his_body(grammar, start, speaker):
        behind = grammar.phrases.end(start, min(start + _HEAD, content[1]), SHORT) if grammar.phrases.begins(start) else start + 1
        while behind < content[1] and grammar.is_sign(behind):
            behind += 1
        return behind, True
    return start, grammar.tokens[start - 1].norm.endswith(("ننا", "نهم", "نني", "نه", "نها")) and grammar.parts[start - 1] == THAT


def _state_of(word: Word) -> str:
    """أنقرة, تركيا: the country (ISO 3166-1 alpha-2) that a capital or a name stands for; empty where neither stands."""
    return capital_names().get(word.core, "") or named_country(word) or ""


def _is_of(word: Word, iso: str) -> bool:
    """الرئيس | التركي, وزير خارجية | تركيا: whether a word of a speaker tells his country."""
    return iso in (nationality(word), _state_of(word))


def _seat_of(grammar: Grammar, at: int) -> str:
    """أنقرة, تل أبيب: the country that a name or capital of one or two words stands for; empty where none stands."""
    return _state_of(grammar.tokens[at].word) or capital_names().get(" ".join(grammar.layout.cores[at : at + 2]), "")


def _fights(grammar: Grammar, at: int) -> bool:
    """الناطق باسم | حماس: an armed group or movement, which speaks for المقاومة."""
    return grammar.group(at, "source") == "group" or grammar.register.names_body(key(grammar.tokens[at].word))


def is_his_body(grammar: Grammar, at: int, speaker: Range) -> bool:
    """قال الرئيس التركي إن | تركيا سترد, إن | أنقرة لن, أكد المتحدث باسم الحركة أن | الحركة سترد: whom he speaks for.

    قال الناشط التركي إن | تركيا: whoever holds no office does not speak for his country.
    """
    private = grammar.tokens[speaker[0]].word.core.removesuffix("ه") in _PRIVATE
    if not private and (iso := _seat_of(grammar, at)) and any(_is_of(grammar.tokens[k].word, iso) for k in range(*speaker)):
        return True
    if grammar.tokens[at].norm == "المقاومه" and any(_fights(grammar, k) for k in range(*speaker)):
        return True
    land = "country" in grammar.tokens[at].word.labels and not grammar.tokens[at].word.article and not private
    body = grammar.group(at, "source") in ("organ", "group")
    if not (land or body) or not grammar.phrases.begins(at):
        return False
    end = grammar.phrases.end(at, min(at + _HEAD, len(grammar.tokens)), SHORT)
    if end <= at or not (land or "demonym" not in grammar.tokens[end - 1].word.labels):
        return False
    last = key(grammar.tokens[at if land else end - 1].word)
    return any(key(grammar.tokens[k].word) == last for k in range(*speaker))


_PRIVATE = word_list("holds no office")

RULES = (performed, is_ready, keeps_on)
"""What a speaker does by saying it."""
