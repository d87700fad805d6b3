"""What a relative pronoun points back to."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.parts import RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.relatives import before_bracket, is_apart, people_before
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT
from riwaya.read.text.tokens import DASHES

PLURAL_RELATIVES = frozenset({"الذين", "اللذين", "اللذان", "اللواتي", "اللاتي"})
"""الذين | أشار بيان إليهم: a verb in the singular has another subject."""


def antecedent(grammar: Grammar, relative: int, form: VerbForm | None) -> Range | None:
    """The noun phrase that a relative pronoun points back to: the longest that ends right before it."""
    first = grammar.layout.sentence(relative).start
    if grammar.tokens[relative].word.conjunction:
        earlier = (at for at in range(relative - 1, first, -1) if grammar.parts[at] == RELATIVE or grammar.parts[at] == THAT)
        same = next(earlier, None)
        if (
            same is not None
            and relative - same < _SAME_REACH
            and grammar.tokens[same].norm == grammar.tokens[relative].word.norm.removeprefix("و")
        ):
            return antecedent(grammar, same, form)
    apart = relative > first and (
        grammar.is_comma(relative - 1) or grammar.tokens[relative - 1].raw in DASHES
    )  # الهجوم | -الذي تبنته
    last = before_bracket(grammar, relative - apart, first)
    if grammar.tokens[relative].norm in PLURAL_RELATIVES and (people := people_before(grammar, first, last)) is not None:
        return people
    best: Range | None = None
    for at in range(last - 1, max(first, last - 12) - 1, -1):
        if not grammar.phrases.begins(at) or "according" in grammar.tokens[at].word.labels:
            if grammar.parts[at] in (VERB, THAT) or grammar.is_comma(at):
                break
            continue
        if best is not None and form is not None and _stands_before(grammar, at, best[0], form):
            break
        if best is not None and is_apart(grammar, at, best[0], last):
            break
        if grammar.phrases.end(at, last, SUBJECT) >= last and (form is None or grammar.agrees(form, at, before=True)):
            best = (at, last)
    return best


_SAME_REACH = 24


def _stands_before(grammar: Grammar, at: int, best: int, form: VerbForm) -> bool:
    """What does not speak or die itself, before whoever does in its genitive: a deed, a thing, صحة التقارير, جثمان الفتى."""
    word = grammar.tokens[at].word
    if (word.core in _TRUTH and not word.article) or _is_done_to_men(grammar, at):
        return True
    if word.preposition == "ب" and word.core in _BACKING:  # بحماية | الشرطة التي اعتقلت
        return True
    described = "demonym" in grammar.tokens[best].word.labels and grammar.phrases.has_article(best - 1)  # الصحة | الفلسطينية
    if (grammar.phrases.is_adjective(best) or described) and "country" not in grammar.tokens[best].word.labels:
        return False
    town = best in grammar.place_at and not grammar.tokens[best].word.labels and grammar.phrases.is_event_noun(at)
    if word.core == "حقوق" or (town and form.gender == "m"):  # المرصد السوري | لحقوق الإنسان, هجوم سروج | الذي استهدف
        return False
    return _is_deed(grammar, at) or _only_thing(grammar, at, best, form)


def _is_done_to_men(grammar: Grammar, at: int) -> bool:
    """ملاحقة | بقية العناصر التي هربت: a verbal noun that no table has does nothing, the people in its genitive do."""
    word, behind = grammar.tokens[at].word, grammar.tokens[at + 1 : at + 3]
    bare = not (word.labels or word.article) and grammar.phrases.is_masdar(at)
    return bare and any("person" in token.word.labels for token in behind)


_TRUTH = frozenset({"صحه", "مضمون", "حقيقه", "دقه", "جثمان"})
_BACKING = word_list("by whose backing")


def _only_thing(grammar: Grammar, at: int, best: int, form: VerbForm) -> bool:
    """موقف | المنظمة التي تدين: what shows no gender of its own does not stand before a speaker who agrees."""
    speaks = grammar.tokens[best].word.labels & {"source", "country", "person"}
    if grammar.group(at, "thing") == "building" and grammar.phrases.is_name(best):  # منزل | ضياء حمارشة الذي نفذ
        return True
    return bool(speaks) and grammar.gender(best) == form.gender and not grammar.gender(at) and not grammar.phrases.is_proper(at)


def _is_deed(grammar: Grammar, at: int) -> bool:
    """لقتال | المجموعة التي أعلنت: an event does not speak, whoever stands in its genitive does."""
    word = grammar.tokens[at].word
    return bool(word.labels & {"trigger", "masdar", "emotion"}) and not word.labels & {"source", "person", "country"}


def head_goes_on(grammar: Grammar, index: int) -> Range | None:
    """الثوار الذين استقبلوا الفارين | وفتحوا عليهم النار: who does the second of two verbs in the plural behind الذين, joined by و.

    الأشخاص الذين | اعتقلوهم وعذبوهم: not where the first has a pronoun, so that it is done to them.
    """
    start = grammar.clause_start(index)
    if start < 1 or grammar.tokens[start - 1].norm not in PLURAL_RELATIVES or index <= start + 1:
        return None
    first, second = grammar.tokens[start].word, grammar.tokens[index].word
    both = grammar.parts[start] == grammar.parts[index] == VERB and second.conjunction == "و"
    if not both or not _SEVERAL_DO.issuperset((first.bare[-2:], second.bare[-2:])):
        return None
    return antecedent(grammar, start - 1, _THEY)


_THEY = VerbForm("perfect", 3, "m", "p")
_SEVERAL_DO = frozenset({"وا", "ون"})
