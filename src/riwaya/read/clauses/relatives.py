"""What a relative pronoun may point back to: not past a bracket, the people in the plural, who or what is known."""

from __future__ import annotations

from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import NOUN, NUMERAL, RELATIVE, THAT, VERB
from riwaya.model.swift import changed
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT

_SPLIT = changed(SUBJECT, split=True)


def is_apart(grammar: Grammar, at: int, best: int, last: int) -> bool:
    """Whether a phrase that begins at a token is another than the one behind it, which ends right before a relative."""
    if "حد" in grammar.layout.norms[at - 1 : at + 1] and grammar.layout.norms[best - 1] in ("كبير", "بعيد", "ما"):
        return True  # إلى حد كبير | الرواية التي
    if at > 0 and grammar.tokens[at - 1].norm == "بين" and grammar.tokens[best].word.conjunction == "و":
        return True  # بين الأهالي | والجنود الذين أطلقوا
    named = grammar.phrases.is_name(best) and (grammar.phrases.is_adjective(at) or grammar.tokens[at].norm == "الله")
    heads = grammar.phrases.has_article(at) and not named  # قوات الجماعة والرئيس السابق | عبد الله | سالم التي
    split = heads and grammar.phrases.end(at, last, _SPLIT) == best and not _is_of_head(grammar, at, best)
    if split or _describes_deed(grammar, at, best):
        return True
    return grammar.parts[last] == RELATIVE and (_is_unknown(grammar, at, best) or _is_of_another_gender(grammar, at, best, last))


def _describes_deed(grammar: Grammar, at: int, best: int) -> bool:
    """هروب جماعي | لقوات الجماعة, التي: what describes a deed and is no part of whose deed it is."""
    plain = grammar.parts[at] == NOUN and not grammar.tokens[at].word.labels and not grammar.phrases.is_definite(at)
    return plain and grammar.tokens[best].word.preposition == "ل" and at > 0 and grammar.phrases.is_event_noun(at - 1)


def _is_of_head(grammar: Grammar, at: int, best: int) -> bool:
    """تنظيم القاعدة | الإرهابي الذي: a masculine adjective behind a feminine noun describes what stands before both."""
    apart = grammar.tokens[at].word.bare.endswith("ة") and grammar.gender(best) == "m"
    return apart and grammar.phrases.is_adjective(best)


def _is_unknown(grammar: Grammar, at: int, best: int) -> bool:
    """سوق مزدحم في | البلدة التي, عشرة أشخاص في | بلدة الوادي التي: a relative tells of who or what is known."""
    led = grammar.tokens[best - 1].norm == "في" and (grammar.phrases.has_article(best) or best in grammar.place_at)
    led = led and not grammar.phrases.is_event_noun(best)
    if not led or grammar.parts[at] not in (NOUN, NUMERAL) or _is_known(grammar, at):
        return False
    end = grammar.phrases.end(at, best - 1, _SPLIT)
    return end == best - 1 and not any(_is_known(grammar, k) for k in range(at, end))


def _is_known(grammar: Grammar, at: int) -> bool:
    """أشخاص | روس, بلدة | الوادي: a name, a nationality or a definite noun; not the accusative of مستشفى | جديدا."""
    return grammar.phrases.is_complete_noun(at) and not grammar.phrases.is_accusative(at)


def _is_of_another_gender(grammar: Grammar, at: int, best: int, last: int) -> bool:
    """المخيم في | المدينة التي هاجمها, الجسر قرب | القرية التي: what does not agree is not what a relative tells of."""
    if not grammar.phrases.has_article(at) or grammar.tokens[best - 1].norm not in _WHERE:
        return False
    wanted = {"التي": "f", "الذي": "m"}.get(grammar.tokens[last].norm)
    return wanted is not None and _shown_gender(grammar, at) not in ("", wanted) and _shown_gender(grammar, best) == wanted


def _shown_gender(grammar: Grammar, at: int) -> str:
    """The gender that a noun's ending and number show: المدينة, القرية; المخيم, الأهالي and العمل agree with no التي."""
    word = grammar.tokens[at].word
    if word.bare.endswith("ة"):
        return "f"
    found = word.find("thing") or word.find("person")
    form = found.sense.form if found is not None else None
    if isinstance(form, NounForm) and form.number == ("s" if found is not None and found.sense.label == "thing" else "p"):
        return "m"
    return "m" if grammar.phrases.is_definite_masdar(at) and word.bare.startswith("ال") else grammar.gender(at)


_WHERE = ("في", "قرب", "داخل", "وسط", "من")


def before_bracket(grammar: Grammar, last: int, first: int) -> int:
    """الفتى سالم النور| (16 عاما) |الذي استشهد: where a bracket opens that closes right before a token, else the token."""
    opened = (at for at in range(last - _LEAST, max(first, last - _BRACKET), -1) if grammar.layout.brackets.get(at) == last - 1)
    return next(opened, last)


_LEAST, _BRACKET = 4, 8  # تنظيم (داعش) is a name in brackets


def people_before(grammar: Grammar, first: int, last: int) -> Range | None:
    """المواطنين في العاصمة، الذين: the nearest people in the plural, with what belongs to them."""
    for at in range(last - 1, max(first, last - _PEOPLE_REACH) - 1, -1):
        if grammar.parts[at] in (VERB, THAT):
            return None
        found = grammar.tokens[at].word.find("person") or grammar.tokens[at].word.find("source")
        form = found.sense.form if found else None
        plural = isinstance(form, NounForm) and form.number in ("p", "d")
        if plural and grammar.tokens[at].word.bare.endswith(_NUN) and grammar.phrases.begins(at):
            return (_second_side(grammar, _of_what_people(grammar, at, first), last), last)
    return None


def _of_what_people(grammar: Grammar, at: int, first: int) -> int:
    """المقاتلين الأكراد | السوريين الذين: the head of people whom the names of their peoples describe."""
    while at > first and grammar.tokens[at].word.labels & _PEOPLES and grammar.phrases.has_article(at):
        before = grammar.tokens[at - 1].word
        led = grammar.tokens[at].word.conjunction or grammar.tokens[at].word.preposition
        if led or not before.article or before.labels.isdisjoint(("person", "demonym")):
            break
        at -= 1
    return at


def _second_side(grammar: Grammar, at: int, last: int) -> int:
    """بين الشبان | وجنود الاحتلال الذين أطلقوا: of two sides the second alone is who the relative tells of; else the token."""
    if at == 0 or grammar.tokens[at - 1].norm != "بين":
        return at
    joined = (k for k in range(at + 1, last) if grammar.tokens[k].word.conjunction == "و" and grammar.group(k, "person"))
    return next(joined, at)


_PEOPLE_REACH = 8
_PEOPLES = frozenset({"demonym", "people"})
_NUN = ("ين", "ون", "ان")
