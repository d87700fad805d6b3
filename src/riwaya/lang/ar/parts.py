"""Parts of speech of a single form, as far as the form itself tells; the rest is left to its neighbours.

A form that may be a verb or a noun (قتل، قصف) is EITHER. Where the tables say nothing, counts from unlabelled news decide
(data/forms.tsv, made by tools/count_forms.py): how often a form stands where only a verb can stand.
"""

from __future__ import annotations

from riwaya.lang.ar import forms
from riwaya.lang.ar.words import Analysis, Word

NOUN = "noun"
VERB = "verb"
EITHER = "either"
NUMERAL = "numeral"
PREPOSITION = "prep"
THAT = "that"
RELATIVE = "relative"
DEMONSTRATIVE = "demonstrative"
SUBORDINATOR = "subordinator"
CONTRAST = "contrast"
BECAUSE = "because"
ADVERB = "adverb"
AUXILIARY = "auxiliary"
NEGATION = "negation"
PERFECTIVE = "perfective"
FUTURE = "future"
QUANTIFIER = "quantifier"
PRONOUN = "pronoun"

CLOSED = (
    THAT,
    PREPOSITION,
    RELATIVE,
    DEMONSTRATIVE,
    SUBORDINATOR,
    CONTRAST,
    BECAUSE,
    AUXILIARY,
    NEGATION,
    PERFECTIVE,
    FUTURE,
    QUANTIFIER,
    PRONOUN,
    ADVERB,
)
"""Closed classes in the order in which they win over one another."""

BEHIND_VERB = frozenset({NOUN, EITHER, NUMERAL, QUANTIFIER, PREPOSITION, ADVERB, THAT})
"""الوفد رفض | شروط الهدنة, الوفد قبل | كل الشروط: what may stand behind a verb that follows its subject."""

_SURE_VERB, _SURE_NOUN = 70, 30
_DEFINITE_DAYS = ("الاحد", "الاثنين")
"""Sunday and Monday: with the article the numbers one and two name days."""


def part_of_speech(word: Word) -> str:
    """The part of speech of a form, EITHER where only its neighbours can tell."""
    known = word.part
    if not known:
        known = word.part = _part(word)
    return known


def _part(word: Word) -> str:
    if not word.labels.isdisjoint(_CLOSED) and (closed := _closed_part(word)):
        return closed
    if "number" in word.labels and not word.norm.endswith(_DEFINITE_DAYS):
        return NUMERAL
    if says_how(word):
        return ADVERB
    verbal = [
        found for found in word.analyses if found.sense.part == "verb" and _spelled(word, found) and not _is_ours(word, found)
    ]
    if word.bare.startswith(("ال", "وال", "بال", "فال", "كال", "لل", "ولل")) and len(word.bare) > 4 and not verbal:
        return NOUN
    if verbal and "country" in word.labels and all(getattr(found.sense.form, "voice", "") == "passive" for found in verbal):
        return NOUN  # جيش | تشاد, not the passive of أشاد
    nominal = [found for found in word.analyses if found.sense.part != "verb"]
    return _by_tables(word, bool(verbal), bool(nominal), any(found.future for found in verbal))


def _is_ours(word: Word, found: Analysis) -> bool:
    """نصيب is a share: what "we" would do is no verb in a form that was often counted and never as one."""
    return getattr(found.sense.form, "person", 0) == 1 and forms.never_verb(word.norm)


_CLOSED = frozenset(CLOSED)


def _closed_part(word: Word) -> str:
    """The first closed class that a form may be of as it stands; empty where it is of none."""
    whole = any(found.sense.part == "verb" and not found.conjunction for found in word.analyses)
    for label in CLOSED:
        if label in word.labels and any(_bare_particle(found, label, whole) for found in word.all(label)):
            return label
    return ""


_LEAST_PLURAL, _LEAST_DERIVED = 5, 5
_FOREIGN = frozenset({"فرنسوا", "فرانسوا", "شينخوا", "كورتوا", "ستيوا", "بنوا", "مدجياوا", "يتيمين", "يتيمان"})


def _has_verbal_shape(word: Word) -> bool:
    """A form that no table has and that only a verb can have: بادروا, يرتدون, يكترثوا, يستحوذ; اليابانيون and ميازاوا are none."""
    form = word.norm[len(word.conjunction) :]
    if len(form) < _LEAST_PLURAL or form in _FOREIGN or form.startswith("ال"):
        return False
    if form.endswith("وا"):
        return not form.endswith(("اوا", "جوا", "غوا"))
    if form.startswith("ي") and form.endswith("ون"):
        return not form.endswith("يون")
    return form.startswith("يست") and len(form) >= _LEAST_DERIVED


def _bare_particle(found: Analysis, label: str, whole: bool) -> bool:
    """Whether a reading is a particle as it stands; ``whole``: the form is a verb that begins with ف (فتحت, no ف and تحت)."""
    within = label == PREPOSITION and found.preposition == "ب" and bool(found.pronoun)  # بداخله
    return (
        not found.article
        and (not found.preposition or label == RELATIVE or within)
        and not (found.conjunction == "ف" and whole and found.sense.label != PERFECTIVE)
    )


def _by_tables(word: Word, verbal: bool, nominal: bool, future: bool) -> str:
    percent = verb_percent(word)
    if future:
        return VERB
    if verbal:
        if not nominal and percent is None:
            return VERB
        if not nominal and percent is not None and percent >= _SURE_NOUN:
            return VERB
        return EITHER
    if percent is None and not word.analyses and _has_verbal_shape(word):
        return VERB
    if percent is None or (nominal and word.labels != {"comment"}):
        return NOUN
    return VERB if percent >= _SURE_VERB else EITHER if percent >= _SURE_NOUN else NOUN


def _spelled(word: Word, found: Analysis) -> bool:
    """A verb is not written with tanwin or ta marbuta; one with a pronoun on it that was never seen as a verb is none."""
    if found.pronoun and forms.never_verb(word.norm[len(word.conjunction) :]):
        return False
    return not word.bare.endswith("ة")


def verb_percent(word: Word) -> int | None:
    """How often, in percent, the form stood where only a verb can stand; None where too little tells.

    ليرتفع العدد: an imperfect with ل is counted as it is without.
    """
    percent = forms.verb_percent(word.norm)
    if percent is None and word.conjunction:
        percent = forms.verb_percent(word.norm[1:])
    if percent is None and word.preposition == "ل" and not word.article and word.core.startswith("ي") and not word.analyses:
        percent = forms.verb_percent(word.core)
    return percent


_MOSTLY, _NISBA_MOSTLY = 55, 30
_NISBA = ("ي", "يه", "يون", "يين", "يات", "يان", "يتين", "يا")
"""Endings of the nisba, the adjective of relation (تركي، العسكرية), folded."""


def is_adjectival(word: Word) -> bool:
    """Whether a form is an adjective: listed, or counted where adjectives stand, or an unseen form that ends as a nisba."""
    known = word.adjectival
    if known is None:
        known = word.adjectival = _adjectival(word)
    return known


def _adjectival(word: Word) -> bool:
    if "adjective" in word.labels and any(not found.pronoun for found in word.all("adjective")):
        return True
    nisba = len(word.core) > 3 and word.core.endswith(_NISBA) and not (word.bare.endswith("ى") or _are_two_things(word))
    percent = forms.adjective_percent(word.core)
    if percent is None and not nisba and _may_be_accusative(word):
        percent = forms.adjective_percent(word.core[:-1])
        return percent is not None and percent >= _SURELY
    if percent is not None:
        return percent >= (_NISBA_MOSTLY if nisba else _MOSTLY)
    named = word.core.endswith("ي") and "demonym" not in word.labels
    return nisba and not named and not (word.labels & {"trigger", "number"})


def _are_two_things(word: Word) -> bool:
    """مبنيين, مستشفيين: two of a thing whose name ends in ى are spelled like a nisba."""
    return any(getattr(found.sense.form, "number", "") == "d" for found in word.all("thing"))


def _may_be_accusative(word: Word) -> bool:
    """عنصرا | بارزا: an indefinite form in ـا that no table has; مدخلها ends in a pronoun."""
    core = word.core
    return not (word.labels or word.article) and core.endswith("ا") and not core.endswith(("ها", "نا")) and len(core) > _ACCUSATIVE


_ACCUSATIVE = 4
_SURELY, _COMMON, _LEAST_HOW = 60, 20, 5
_NOUNS = frozenset({"افريقيا", "كوريا", "ثانيا", "تكنولوجيا", "جغرافيا"})


def says_how(word: Word) -> bool:
    """قانونيا, تدريجيا: an unlisted form in ـيا whose nisba is mostly an adjective says how; where it is rare it may be a name."""
    form = word.core
    if word.labels or not form.endswith("يا") or len(form) < _LEAST_HOW or form in _NOUNS or word.preposition or word.article:
        return False
    if forms.frequency(form) < _COMMON:
        return False
    return any((forms.adjective_percent(nisba) or 0) >= _SURELY for nisba in (form[:-1], form[:-1] + "ه"))


_HARDLY_EVER = 15


def hardly_adjective(word: Word) -> bool:
    """Whether counts say that a form is a noun: it hardly ever stood where adjectives stand."""
    percent = forms.adjective_percent(word.core)
    return percent is not None and percent < _HARDLY_EVER
