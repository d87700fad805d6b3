"""What still belongs to a content that is a noun phrase: more of a list, what came of it, who else was hurt."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, RELATIVE, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.clauses import verb_form
from riwaya.read.clauses.companions import entries_at
from riwaya.read.grammar import Grammar


def goes_on_behind_comma(grammar: Grammar, start: int, index: int, end: int) -> bool:
    """Whether what stands behind a comma still belongs to a content that is a noun phrase."""
    more = goes_on_listing(grammar, start, index, end) or led_to_it(grammar, start, index) or _in_view_too(grammar, start, index)
    more = more or _in_town_too(grammar, index)
    return more or tells_who_else(grammar, start, index) or goes_on_in_relative(grammar, start, index)


def _in_town_too(grammar: Grammar, index: int) -> bool:
    """قتلى في الخرطوم، | وأم درمان غربي العاصمة: behind a place and a comma another one that و joins, no verb behind it."""
    if index not in grammar.place_at or grammar.tokens[index].word.conjunction != "و" or index - 2 not in grammar.phrases.placed:
        return False
    end = grammar.place_at[index].end
    return end >= grammar.limit(index) or grammar.parts[end] != VERB


def _in_view_too(grammar: Grammar, start: int, index: int) -> bool:
    """خاصة في ظل محاولات التقارب، | وفي ظل وجود جماعات تتبنى القتل: و and the two words with which a phrase before it begins."""
    token = grammar.tokens[index]
    if grammar.parts[index] != PREPOSITION or not token.word.conjunction or index + 1 >= len(grammar.tokens):
        return False
    pair = [token.norm.removeprefix("و"), grammar.tokens[index + 1].norm]
    return any(grammar.layout.norms[at : at + 2] == pair for at in range(start, index - 1))


def does_to_them(grammar: Grammar, index: int) -> bool:
    """وجود أسرى داخل القاعدة | وتستخدمهم دروعا: و and what is done to those told of, in the present; no verb of telling."""
    form = verb_form(grammar, index)
    if form is None or form.tense != "imperfect" or "cue" in grammar.tokens[index].word.labels:
        return False
    return any(found.sense.part == "verb" and found.pronoun in _THEM for found in grammar.tokens[index].word.analyses)


_THEM = frozenset({"هم", "هن"})


def goes_on_listing(grammar: Grammar, start: int, index: int, end: int) -> bool:
    """أعلن توقيف خمسة، وضبط 9 أحزمة: behind a verbal noun a form that may be one too goes on, before a number or a thing."""
    word = grammar.tokens[index].word
    noun = any(found.sense.part == "noun" and not found.article for found in word.all("trigger"))
    if not noun or not grammar.phrases.is_masdar(start) or index + 1 >= end:
        return False
    behind = grammar.tokens[index + 1].word
    return grammar.parts[index + 1] == NUMERAL or "thing" in behind.labels or grammar.phrases.is_owned(index + 1)


_WHEREAS = word_list("whereas others were hurt")


def tells_who_else(grammar: Grammar, start: int, index: int) -> bool:
    """أكدت مقتل ستة، | فيما جرح تسعة, كما أصيب: behind a toll those who were hurt beside them are of the same toll."""
    whereas = grammar.tokens[index].word.core in _WHEREAS or grammar.tokens[index].norm == "كما"
    if not whereas or grammar.parts[index + 1 : index + 2] != [VERB]:
        return False
    hurt = any(entry.group == "result" for entry in entries_at(grammar, index + 1))
    return hurt and any(entry.group == "result" for at in range(start, min(start + 2, index)) for entry in entries_at(grammar, at))


def goes_on_in_relative(grammar: Grammar, start: int, index: int) -> bool:
    """ضرب الأطراف التي تعيث فسادا، | وتعتدي على الناس: و and a verb in the form of the one in the relative clause before it."""
    form = verb_form(grammar, index) if grammar.parts[index] == VERB and grammar.tokens[index].word.conjunction == "و" else None
    if form is None or form.tense != "imperfect" or "cue" in grammar.tokens[index].word.labels:
        return False
    relative = next((at for at in range(index - 1, start, -1) if grammar.parts[at] == RELATIVE), None)
    verbs = (verb_form(grammar, at) for at in range(relative or index, index) if grammar.parts[at] == VERB)
    return any(one == form for one in verbs)


def led_to_it(grammar: Grammar, start: int, index: int) -> bool:
    """تبنى الهجوم الذي وقع في القرية، | وأسفر عن مقتل خمسة: what the attack of the content led to, no subject between."""
    if grammar.light(index) != "cause" or grammar.tokens[index].word.conjunction != "و" or grammar.parts[index] != VERB:
        return False
    behind = index + 1 < len(grammar.parts) and grammar.parts[index + 1]
    subject = behind == NOUN and not grammar.tokens[index + 1].word.preposition and not grammar.tokens[index + 1].word.all("victim")
    told_of = grammar.phrases.has_article(start) and RELATIVE in grammar.parts[start:index]  # الجريمة التي نفذوها، | وأدت إلى
    deed = any("trigger" in grammar.tokens[k].word.labels and grammar.parts[k] == NOUN for k in range(start, index))
    return not subject and (told_of or deed)
