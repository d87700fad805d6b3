"""Whose deed an event noun is by how it hangs on the word before it: as what a verb or noun is about, or as its setting."""

from __future__ import annotations

from riwaya.lang.ar.parts import ADVERB, DEMONSTRATIVE, NOUN, PREPOSITION, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.able import is_common, is_organised, is_party
from riwaya.read.clauses.clauses import owning
from riwaya.read.clauses.near import thing_group
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT, Manner
from riwaya.read.roles.arguments import Syntax
from riwaya.read.roles.bearers import is_averted
from riwaya.read.roles.lights import takes_in
from riwaya.read.roles.purposes import behind_ready

TURNS, CAUSES, _OPPOSED = word_list("setting turn"), word_list("setting cause"), frozenset({"ضد", "عن"})
_SERIES = word_list("series")
"""بعد سلسلة من | الهجمات: words of number before من."""
_DESISTS, _UNDERTAKING = word_list("desists from"), word_list("undertaking")
_WILL = word_list("will to a deed")
"""عزم, استعداد, قدرة: what a pronoun may hang on (أعلنت | عزمها شن هجوم)."""
_PART = word_list("part in a deed")
_TIMES = frozenset({"timeword", "measure"})
_NEAR, _REACH, _ON = 4, 8, frozenset({"في", "ل", "ضد"})
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن")
_HOLDER = Manner(SUBJECT.stops | _ON, split=True, attach=False)


def setting_word(grammar: Grammar, verb: int, mark: Mark) -> str:
    """The preposition that makes an event noun the setting of a verb (قتلوا خلال | المواجهات), empty where it is its object."""
    if mark.found.preposition:
        return ""
    for at in range(mark.index - 1, max(verb, mark.index - _NEAR), -1):
        word = grammar.tokens[at].word
        definite = grammar.parts[at] == NOUN and grammar.phrases.has_article(at)
        if definite or at in grammar.phrases.dated or word.core == "ذلك":
            return ""
        if grammar.parts[at] == DEMONSTRATIVE and at + 1 == mark.index:
            return ""
        if word.core in TURNS | CAUSES or word.core in _OPPOSED:
            return "" if _leads_elsewhere(grammar, at, verb, mark) else word.core
        if word.norm == "من" and grammar.tokens[at - 1].word.core in _SERIES:
            continue
        if grammar.parts[at] == PREPOSITION:
            return _so_long_after(grammar, at) or _within(grammar, verb, at)
        if word.preposition or word.conjunction:
            return ""
    return ""


def _within(grammar: Grammar, verb: int, at: int) -> str:
    """في, where a preposition sets a deed (قتلوا في | المواجهات); whose part in it is named is not in it but for or against it."""
    if grammar.tokens[at].word.core != "في" or takes_in(grammar, verb):
        return ""
    return "" if _takes_part(grammar, at - 1) else "ضد" if _takes_part(grammar, at - 1, True) else "في"


def _so_long_after(grammar: Grammar, at: int) -> str:
    """بعد ساعات من | إطلاق صاروخ, بعد يوم واحد على | الهجوم: the word of time, past its length."""
    first = max(0, at - _NEAR)
    turn = next((k for k in range(at - 2, first - 1, -1) if grammar.tokens[k].word.core in TURNS), None)
    if turn is None or grammar.tokens[at].norm not in ("من", "علي"):
        return ""
    lasts = any(grammar.tokens[k].word.labels & {"timeword", "measure"} or k in grammar.phrases.dated for k in range(turn + 1, at))
    return grammar.tokens[turn].word.core if lasts else ""


def _takes_part(grammar: Grammar, at: int, owned: bool = False) -> bool:
    """للمشاركة | في تحرير المدينة, لتورطه | في قتل الجندي: a noun of taking part, with or without a pronoun that says who does."""
    found = grammar.tokens[at].word.find("light", "noun")
    return grammar.light(at, "noun") == "actor" and found is not None and bool(found.pronoun) == owned


def _leads_elsewhere(grammar: Grammar, at: int, verb: int, mark: Mark) -> bool:
    """تحاول منذ أيام | استعادة, لم يتوقف عن | قصف, فضلا عن | قصف: a time behind the preposition, or a word that takes it."""
    if grammar.tokens[at].norm == "عن":
        return grammar.tokens[verb].word.core in _DESISTS or grammar.tokens[at - 1].word.core == "فضلا"
    behind = grammar.tokens[at + 1].word
    return at + 1 < mark.index and bool(behind.labels & _TIMES) and not behind.labels & {"trigger", "light"}


def holder(grammar: Grammar, mark: Mark) -> Range | int | None:
    """قدرة التنظيم على | شن هجمات, إقدام الجنود على | إحراق القرية: whose will, power or part in a deed a noun before it tells.

    The token of the noun where a pronoun on it says whose (استعدادها | لإرسال قوات), or of ل with one (ستتيح لها | شن هجمات).
    """
    first = grammar.layout.sentence(mark.index).start
    end = _before_led(grammar, mark, first)
    let = next((at for at in (end, end - 1) if first < at < mark.index and _is_let(grammar, at)), None)
    if let is not None:
        return let
    for at in range(end - 1, max(first, end - _REACH) - 1, -1):
        if grammar.parts[at] == VERB or grammar.is_comma(at):
            return None
        if grammar.tokens[at].word.core.endswith(_PRONOUNS) and _owned(grammar, at):
            return at if end - at <= 2 and all(_describes(grammar, k) for k in range(at + 1, end)) else None
        core = grammar.tokens[at].word.core
        if (core in _WILL or core in _PART) and not grammar.tokens[at].word.article:
            return _holder_at(grammar, at + 1, end)
    return None


def _is_let(grammar: Grammar, at: int) -> bool:
    """ستتيح | لها شن هجمات, سمح | لهم باقتحام القرية: ل with a pronoun right behind a verb that lets somebody do something."""
    if grammar.parts[at - 1] != VERB or grammar.tokens[at].norm not in _FOR_THEM:
        return False
    return grammar.light(at - 1) == "object" or "سمح" in grammar.tokens[at - 1].word.core


_FOR_THEM = ("له", "لها", "لهم", "لهما")


def _holder_at(grammar: Grammar, start: int, end: int) -> Range | None:
    """قدرة | التنظيم | على شن هجمات: who stands behind a noun of will or power, up to what leads to the deed."""
    if start < end and (marked := grammar.layout.marked(start)) is not None:  # قدرة | «داعش» | على شن هجمات
        return marked if marked[1] == end else None
    phrases = grammar.phrases
    if (
        start >= end
        or phrases.preposition_of(grammar.tokens[start])
        or not phrases.begins(start)
        or phrases.is_adjective(start)
        or phrases.is_masdar(start)
    ):
        return None
    where = (start, min(end, phrases.end(start, end, _HOLDER)))
    if where[1] - start == 1 and not (phrases.is_definite(start) or phrases.is_proper(start) or grammar.place_at.get(start)):
        return None  # حملة | منظمة | لاقتحام القرية
    whole = where[1] > start and all(_describes(grammar, at) for at in range(where[1], end))
    return where if whole and is_party(grammar, where) and not is_common(grammar, where) else None


def holder_of(syntax: Syntax, mark: Mark, first: int) -> Range | None:
    """استمرار الميليشيات في الرفض | وسيطرتها على المدينة: the nearest party in the clause with which its pronoun agrees."""
    grammar, form = syntax.grammar, owning(mark.found.pronoun)
    for at in range(mark.index - 1, max(first, mark.index - 2 * _REACH) - 1, -1):
        if grammar.parts[at] == VERB or grammar.parts[at] == THAT:
            return None
        if not grammar.tokens[at].word.labels & {"source", "country", "person"} or not grammar.phrases.begins(at):
            continue
        where = _from_head(grammar, at, mark.index)
        placed = where[0] > 0 and where[0] in grammar.place_at and grammar.parts[where[0] - 1] == PREPOSITION
        placed = placed or (mark.found.pronoun == "ه" and not grammar.phrases.is_definite(where[0]))
        if not placed and is_organised(grammar, where) and is_party(grammar, where) and syntax.compatible(form, where):
            return where
    return None


def _from_head(grammar: Grammar, at: int, limit: int) -> Range:
    """قوات | الجيش, رئيس | الوزراء: the whole phrase in which a token stands, from its head."""
    end = grammar.phrases.end(at, limit, _HOLDER)
    while at > 0 and grammar.parts[at - 1] == NOUN and grammar.phrases.begins(at - 1) and not grammar.tokens[at].word.conjunction:
        if grammar.phrases.end(at - 1, limit, _HOLDER) < end:
            break
        at -= 1
    return at, end


def _before_led(grammar: Grammar, mark: Mark, first: int) -> int:
    """The token at which what leads to an event noun begins: a preposition, nouns of undertaking (على | شن هجوم, لتنفيذ | هجوم)."""
    end, led = mark.index, bool(mark.found.preposition)
    if not led and end - 1 > first and grammar.parts[end - 1] == DEMONSTRATIVE:  # وقوف الحركة خلف هذا | الهجوم
        end -= 1
    while not led and end - 1 > first and grammar.tokens[end - 1].word.core in _UNDERTAKING | _SERIES:
        end -= 1
        led = bool(grammar.tokens[end].word.preposition)
    if not led and end - 1 > first and (grammar.parts[end - 1] == PREPOSITION or grammar.tokens[end - 1].norm in _BEHIND):
        end -= 1
    return end


def sets_out(grammar: Grammar, subject: Range | None, mark: Mark) -> Range | None:
    """خرجت | القوات | لشن هجوم, تنطلق | المقاتلات | من القاعدة لقصف البلدة: whoever goes out for a deed, without from where."""
    if subject is None or subject[1] > mark.index:
        return None
    at = _before_led(grammar, mark, grammar.layout.sentence(mark.index).start)
    if grammar.phrases.preposition_of(grammar.tokens[at]) != "ل":
        return None
    goes = is_organised(grammar, subject) or thing_group(grammar, subject[0]) == "vehicle"
    end = next((k for k in range(subject[0] + 1, subject[1]) if grammar.tokens[k].norm == "من"), subject[1])
    return (subject[0], end) if goes else None


def is_led(grammar: Grammar, mark: Mark) -> bool:
    """لشن | هجوم, وتنفيذ | غارات: an event noun that goes on from what stands before it, nouns of undertaking between."""
    first = grammar.layout.sentence(mark.index).start
    at = _before_led(grammar, mark, first)
    word = grammar.tokens[at].word
    if is_averted(grammar, mark) or behind_ready(grammar, at):
        return False
    return at < mark.index and bool(word.conjunction or word.preposition)


_BEHIND = frozenset({"وراء", "خلف"})


def _owned(grammar: Grammar, at: int) -> bool:
    """استعداده, قدرتها, عزمهما: a noun of will or power with a pronoun."""
    core = grammar.tokens[at].word.core
    for pronoun in _PRONOUNS:
        stem = core.removesuffix(pronoun)
        if stem != core and (stem in _WILL or (stem.endswith("ت") and stem[:-1] + "ه" in _WILL)):
            return True
    return False


def _describes(grammar: Grammar, at: int) -> bool:
    """استعدادها | الكامل أمس | لإرسال: what may stand between a noun and what it leads to."""
    if at in grammar.phrases.dated or grammar.parts[at] == ADVERB:
        return True
    return grammar.parts[at] == NOUN and grammar.phrases.is_adjective(at)
