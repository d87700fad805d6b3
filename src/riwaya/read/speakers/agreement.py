"""Whether somebody can be the subject that a verb leaves out: by gender, number and kind."""

from __future__ import annotations

from itertools import takewhile

from riwaya.lang.ar.forms import frequency
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import NOUN, NUMERAL, QUANTIFIER
from riwaya.read.grammar import Grammar, Range
from riwaya.read.sayings.attribution import Attribution

_COUNTED, _COMMON, _MEN = 4, 600, 4
_HIS_THING = ("ته", "تها", "تهم")
_OF_BODY = ("وجهه", "وجهها", "صوته", "صوتها")


def animate(grammar: Grammar, index: int) -> bool:
    """Whether a subject can speak: a person, an organisation, a country, a name; no event and no thing."""
    if grammar.parts[index] in (NUMERAL, QUANTIFIER):
        near = range(index + 1, min(len(grammar.tokens), index + _COUNTED))
        counted = takewhile(lambda k: not grammar.is_sign(k), near)
        return any("person" in grammar.tokens[k].word.labels for k in counted)
    word = grammar.tokens[index].word
    if (word.core == "امر" and word.article) or word.core == "حصيله":
        return False
    if word.labels & {"source", "person", "country", "medium"}:
        return True
    if word.norm.startswith(("سراح", "سبيل")) or word.norm in _OF_BODY or word.bare.endswith(_HIS_THING):
        return False  # أطلقت | سراحه, لم يظهر | وجهه, لم تكن | حيلته
    if grammar.phrases.is_name(index):
        return not grammar.phrases.is_accusative(index)
    if word.bare.endswith("ون") and not word.article and len(word.core) > _MEN and grammar.parts[index] == NOUN:
        return not word.labels and word.norm != "مليون"  # منافسون أقوياء
    part = grammar.layout.norms[index + 1 : index + 2] in (["من"], ["الله"], ["الدين"])  # أكثر | من مئة شخص, نصر | الله
    if word.core and frequency("ال" + word.core) > _COMMON and not part:  # وضع | حد للفوضى
        return False
    return not word.analyses and not word.norm.startswith("ال") and not word.bare.endswith(("ه", "ها", "هم", "ا", "ة"))


def agree(grammar: Grammar, act: Attribution, name: Range) -> bool:
    """Whether a verb can have somebody named as its subject; what shows no gender agrees with any."""
    gender = grammar.gender(name[0])
    if act.number == "p" and is_one(grammar, name):
        return False
    behind = grammar.tokens[act.cue[1]].word.labels if act.cue[1] < len(grammar.tokens) else frozenset[str]()
    theirs = behind & {"person", "source"} and grammar.phrases.is_owned(act.cue[1])  # احتشد أعضاء الحزب، وقال | أعضاؤه
    if act.number == "s" and act.gender == "m" and not theirs and _are_men(grammar, name[0]):
        return False
    if act.number == "s" and act.gender == "f" and _in_nominative(grammar, name[0]):
        return False
    several = act.number == "p" and _is_joined(grammar, name)  # أوكرانيا وانفصاليون | وأعلنوا
    if several or not act.gender or not gender:
        return True
    if act.number == "p" and act.gender == "m":
        return gender == "m" or grammar.group(name[0], "source") == "group"  # أعلنت جماعة النور، مؤكدين
    return gender == act.gender


def _is_joined(grammar: Grammar, name: Range) -> bool:
    """الوزير وقائد الجيش: more than one, joined by و."""
    return any(grammar.tokens[k].word.conjunction for k in range(name[0] + 1, name[1]))


def _in_nominative(grammar: Grammar, index: int) -> bool:
    """اتهم المحتجون الشرطة، | وقالت إنها: a verb of her goes on with no people in ون."""
    word = grammar.tokens[index].word
    return word.bare.endswith("ون") and "person" in word.labels and grammar.gender(index) != "f"


def _are_men(grammar: Grammar, index: int) -> bool:
    """قال مسؤولون إن، | وأعلن عن مقتل جندي: a verb in the singular goes on with no people in ون or ين, nor with مصادر or شهود."""
    word = grammar.tokens[index].word
    if not word.labels & {"person", "source"}:
        return False
    forms = [found.sense.form for found in word.analyses if found.sense.label in ("person", "source")]
    several = bool(forms) and all(isinstance(form, NounForm) and form.state == "construct" for form in forms)
    many = bool(forms) and all(isinstance(form, NounForm) and form.number in ("p", "d") for form in forms)  # مسؤولين
    return several or many or word.bare.endswith(("ون", "يين"))


def are_people(grammar: Grammar, name: Range) -> bool:
    """أعلن قادة الفصائل، متهمين: whom a participle in ين goes with first, people or several; مصادر, الحركة take ة."""
    word = grammar.tokens[name[0]].word
    counted = grammar.parts[name[0]] in (NUMERAL, QUANTIFIER)
    return _is_joined(grammar, name) or counted or "person" in word.labels or word.bare.endswith(("ين", "ون", "ان", "و"))


def is_one(grammar: Grammar, name: Range) -> bool:
    """نفى الصحافي، | واتهموه: a verb in the plural has not one person as subject; a body or agency may be meant as many."""
    if _is_joined(grammar, name) or grammar.parts[name[0]] in (NUMERAL, QUANTIFIER):
        return False
    if grammar.group(name[0], "source") in ("organ", "group", "media", "document"):
        return False
    if grammar.group(name[0], "source") == "leader":  # ترامب: سنوقف القصف بعد أن | وعدوا
        return True
    if grammar.phrases.is_name(name[0]) and name[1] - name[0] > 1:
        return True
    found = grammar.tokens[name[0]].word.find("source") or grammar.tokens[name[0]].word.find("person")
    form = found.sense.form if found is not None else None
    return isinstance(form, NounForm) and form.number == "s"
