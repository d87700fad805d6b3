"""Who a verb means that names nobody, where no verb before it has a subject that agrees: men, an armed body, a long phrase."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, QUANTIFIER, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.able import is_organised
from riwaya.read.clauses.clauses import guessed_form
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.near import ACTOR, person_group
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.declared import is_armed
from riwaya.read.roles.nearer import are_men
from riwaya.read.roles.set_off import are_two
from riwaya.read.statements import Told

_HURT = frozenset({"result", "arrest", "free"})
_FAR, _BACK, _NEAR, _SOME_OF = 24, 50, 4, ("منهم", "منهما")


def last_named(grammar: Grammar, index: int, form: VerbForm, first: int) -> Range | None:
    """Whoever fits of those named last in a sentence, from ``first`` on: a long phrase, else men, else an armed body."""
    first = max(first, index - _BACK)
    return long_phrase(grammar, index, first) or men_meant(grammar, index, form, first)


def men_meant(grammar: Grammar, index: int, form: VerbForm, first: int) -> Range | None:
    """عملية لمنع المسلحين من التقدم بعد أن | سيطروا على البلدة, شمل هجوم المقاومة مواقع أخرى، | واستولوا على دبابة.

    "They" are the men named last, else the armed body; not those who were just killed or caught.
    """
    some = any(norm in _SOME_OF for norm in grammar.layout.norms[index + 1 : index + _NEAR])  # تصدوا للمهاجمين | وقتلوا اثنين منهم
    some = some and any(entry.group in _HURT for entry in entries_at(grammar, index))
    if not _is_they(form) or grammar.light(index) == "target" or some:
        return None
    index = _first_of_chain(grammar, index, first)
    nouns = [at for at in range(index - 1, first - 1, -1) if _may_be_meant(grammar, at)]
    at = next((at for at in nouns if _are_several(grammar, at)), None)
    if at is None:
        at = next((at for at in nouns if is_armed(grammar, at) and grammar.phrases.is_definite(at)), None)
    at = _head_of_joined(grammar, nouns, at, index) if at is not None else None
    if at is not None and _is_hurt(grammar, at):  # جرائم | المسلحين لم تقتصر على قتل السكان، بل هاجموا مدارس
        at = next((k for k in nouns if k < at and person_group(grammar, k) == "militant" and not _is_hurt(grammar, k)), None)
    if at is None:
        return None
    return at, grammar.phrases.end(at, index, ACTOR)


def _head_of_joined(grammar: Grammar, nouns: list[int], at: int, index: int) -> int:
    """قبول | الحوثيين وميليشيات صالح ... التي سيطروا عليها: men whom و joins to others are meant together with them."""
    for before in (noun for noun in nouns if noun < at):
        if not grammar.tokens[at].word.conjunction:
            break
        several = _are_several(grammar, before) or is_armed(grammar, before)
        if several and grammar.phrases.end(before, index, ACTOR) > at:
            at = before
    return at


def _is_they(form: VerbForm) -> bool:
    return (form.person, form.number, form.gender) == (3, "p", "m")


def _first_of_chain(grammar: Grammar, index: int, first: int) -> int:
    """بعد أن رشقوا القوات بالحجارة | وفروا: the first of several verbs of "them", which are all of the same men."""
    for at in range(index - 1, first - 1, -1):
        if grammar.parts[at] == VERB and _is_they(guessed_form(grammar, at)):
            index = at
    return index


def _may_be_meant(grammar: Grammar, at: int) -> bool:
    """A noun that opens a phrase and is neither an adjective nor somebody's own (قواتهم); الفرق بين الأمرين is no team."""
    apart = grammar.tokens[at].word.core == "فرق" and grammar.layout.norms[at + 1 : at + 2] == ["بين"]
    if grammar.parts[at] != NOUN or apart or not grammar.phrases.begins(at):
        return False
    same = at > 0 and grammar.phrases.is_of_same_men(at)  # الشبان | الملثمين
    return not (same or grammar.phrases.is_adjective(at) or grammar.phrases.is_owned(at))


def _are_several(grammar: Grammar, at: int) -> bool:
    """المسلحين, شخصان: people in the plural or two of them."""
    return are_men(grammar, at) or ("person" in grammar.tokens[at].word.labels and are_two(grammar.tokens[at].word))


def _is_hurt(grammar: Grammar, at: int) -> bool:
    """مقتل | عشرة جنود, اعتقلت الشرطة | المتظاهرين, ضرب | المدنيين, منحوا | الركاب: men right behind what is done to them."""
    before = at - 1
    while before > 0 and grammar.parts[before] in (NUMERAL, QUANTIFIER):
        before -= 1
    if before < 0:
        return False
    if grammar.parts[before] == VERB and guessed_form(grammar, before).number == "p":
        return True
    hurt = _HURT | {"attack"} if person_group(grammar, at) == "civilian" else _HURT
    return any(entry.group in hurt for entry in entries_at(grammar, before))


def long_phrase(grammar: Grammar, index: int, first: int) -> Range | None:
    """إن تحالفا من جماعات محلية ووحدات من الجيش، | بسطت سيطرتها: all between أن and a comma before its verb, with no verb in it."""
    comma = index - 1
    if not grammar.is_comma(comma) or grammar.tokens[index].word.conjunction:
        return None
    for at in range(comma - 1, max(first, comma - _FAR) - 2, -1):
        if grammar.is_comma(at) or grammar.parts[at] in (VERB, RELATIVE):
            return None
        if grammar.parts[at] == THAT:
            head = at + 1
            named = bool(grammar.tokens[head].word.labels & {"source", "person"})
            return (head, comma) if named and grammar.phrases.begins(head) else None
    return None


def tells_of_others(grammar: Grammar, index: int, told: Told | None) -> bool:
    """قال القائد: كنا نطارد الرجل حين | فجر نفسه, أوضح الناطق أنه ورد بلاغ | وقبض على الجاني: no man tells it of himself.

    هددت روسيا بالرد إذا | استخدمت الصواريخ لقصف أراضيها: nor does anybody threaten an answer to a deed of his own.
    """
    if told is not None and told.statement.act in ("threaten", "warn") and grammar.layout.norms[index - 1 : index] == ["اذا"]:
        return any(entry.group == "attack" for entry in entries_at(grammar, index))
    behind = grammar.tokens[index + 1 : index + 2]
    if (behind and behind[0].norm.startswith("نفس")) or _in_own_words(grammar, index, told):
        return True
    caught = any(entry.group == "arrest" for entry in entries_at(grammar, index)) and grammar.parts[index + 1 : index + 2] == [
        PREPOSITION
    ]
    return caught and told is not None and told.speaker is not None and not is_organised(grammar, told.speaker)


def _in_own_words(grammar: Grammar, index: int, told: Told | None) -> bool:
    """قال الخبير: "| بدأ الهجوم أمس": in words that are quoted nobody says "he" of himself; "أعلن أنه | بدأ" is no such."""
    if told is None or not told.statement.quoted or told.speaker is None or index < told.content[0]:
        return False
    form = guessed_form(grammar, index)
    own = form is not None and form.person == 3
    return own and THAT not in grammar.parts[max(0, told.content[0] - 2) : index]


def only_backs(grammar: Grammar, verb: int) -> bool:
    """الحركة التي | تدعمها الدولة, التحالف الذي | تقوده واشنطن: who backs or leads those of whom a relative clause tells."""
    return grammar.parts[verb - 1] == RELATIVE and grammar.tokens[verb].word.core.startswith(tuple(_BACKS))


_BACKS = word_list("backs or leads")
