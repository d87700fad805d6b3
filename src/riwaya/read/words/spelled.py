"""What the spelling of a form tells of its part of speech: ي or ى, a shadda, a hamza, and the word right behind it."""

from __future__ import annotations

import re
from itertools import pairwise

from riwaya.lang.ar.forms import frequency, never_verb
from riwaya.lang.ar.nouns import masdar_shape
from riwaya.lang.ar.parts import ADVERB, EITHER, NEGATION, NOUN, VERB, is_adjectival, part_of_speech
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Analysis, Word, group_of
from riwaya.read.text.layout import Layout, dotted
from riwaya.read.text.tokens import NUMBER, SIGN, WORD, Token
from riwaya.read.words.kinds import is_body_of

_CLOSED = frozenset({"prep", "adverb", "subordinator"})


def spelled_part(layout: Layout, token: Token) -> str:
    """What the spelling alone tells; empty where it tells nothing.

    روي is a name where روى is the verb, نفى is the verb where نفي is the noun, علي is Ali where على is the preposition,
    unless the writer leaves off dots; a shadda shows the verb in بيّن, a hamza above that in أبان, which else are prepositions.
    """
    if token.norm in _BESIDE and (beside := _told_beside(layout, token)):
        return beside
    if token.word.bare == "أثار" and token.index and layout.tokens[token.index - 1].word.article:
        return VERB  # قصف القرية | أثار غضبا; آثار are traces
    return (
        _signed_part(token)
        or _future_part(token)
        or ("" if layout.undotted and token.word.bare not in _DOTTED_NAMES else _dotted(token.word))
    )


def _is_denied(layout: Layout, token: Token) -> bool:
    """مسلحون لم | تعرف هويتهم, جندي كان | يحرس الجسر: behind لم or كان a form that no table has and that opens like an imperfect is
    one; كان ياسر is a name."""
    before = layout.tokens[token.index - 1].norm if token.index else ""
    if before in _WAS:
        return _may_be_denied(token) and not (never_verb(token.norm) or token.norm.startswith(_NAMES))
    return before in ("لم", "ولم") and _may_be_denied(token)


_WAS = ("كان", "كانت", "كانوا")
_NAMES = ("يحيي", "يعقوب", "يونس", "يا")


def _may_be_denied(token: Token) -> bool:
    return (token.norm[:1] in ("ي", "ت") or token.norm.endswith(_THEY)) and not token.word.labels


def _is_told_of(layout: Layout, token: Token) -> bool:
    """السكان الذين | بقوا, المعركة التي | سميت: right behind a relative a form that no table has, by its ending or its shape."""
    relative = layout.norms[token.index - 1] if token.index else ""
    if token.word.labels or token.word.article or relative not in _DOES:
        return False
    return token.norm.endswith(_DOES[relative]) and len(token.norm) > _SHORTEST_VERB


_THEY = "وا"
_DOES = {"الذين": _THEY, "التي": "ت"}


def is_told_by_spelling(token: Token) -> bool:
    """Whether the spelling of a form may tell its part in some report."""
    return (
        token.norm in _BESIDE
        or token.word.bare == "أثار"
        or bool(_signed_part(token) or _future_part(token) or _dotted(token.word))
    )


def _future_part(token: Token) -> str:
    """سيتكرر, ستتكثف, ستستعيد: an unknown word that opens like a future verb of the fifth to tenth form; سيتي is too short.

    سيضر, ستثير: so too one that without its س is a common form of a verb.
    """
    form = token.norm.removeprefix("و")
    if token.word.labels or not form.startswith(_FUTURE):
        return ""
    return VERB if (len(form) > _SHORT and form.startswith(_WILL)) or frequency(form[1:]) > max(_MET, frequency(form)) else ""


_FUTURE, _MET = ("سي", "ست"), 25
_WILL, _SHORT = ("ستت", "سيت", "ستست", "سيستع", "سيستأ"), 5


def settled_part(token: Token) -> str:
    """The part of speech of a form at which no rule looks at the words around; empty where they decide.

    A form is sure, so that no rule looks around it, if it is a noun: the rules that look first make nouns of others.
    """
    known = token.word.settled
    if known is None:
        known = token.word.settled = _settled_part(token)
        looked_around = token.norm[:1] == "و" or may_turn(token.norm) or _may_be_rooted(token)
        looked_around = looked_around or _may_be_denied(token) or token.norm.endswith(_DOES["التي"])
        token.word.sure = "" if known != NOUN or looked_around else known
    return known


def _settled_part(token: Token) -> str:
    word = token.word
    if token.norm in _LONE:
        return ADVERB
    if token.norm == "ام" or word.conjunction == "ف" or "namehead" in word.labels or {"adverb", "person"} <= word.labels:
        return ""
    if is_told_by_spelling(token):
        return ""
    part = part_of_speech(word)
    return "" if part in (VERB, EITHER) else part


_LONE = frozenset({"و", "ف"})
"""Conjunctions that a typist set apart from their word; rules step over them as over adverbs."""


def _signed_part(token: Token) -> str:
    """What a shadda or a hamza tells; empty where none tells anything."""
    word = token.word
    shown = "\u0651" in token.raw or word.bare.endswith("أبان")
    if shown and _CLOSED & word.labels and any(found.sense.part == "verb" for found in word.analyses):
        return VERB
    if word.bare in ("ألا", "بألا", "وألا"):  # طالب بألا تتكرر: what is not to be
        return NEGATION
    return NOUN if word.bare.endswith("إمام") or word.bare == "آمر" or word.norm in _NEVER_VERBS else ""


_NEVER_VERBS = word_list("spelled as a verb")
"""فالح العيساوي, تعز: names and nouns that the tables hold for forms of verbs."""


def _dotted(word: Word) -> str:
    known = word.spelled
    if known is None:
        known = word.spelled = _dotted_part(word)
    return known


_TOLD_BESIDE = frozenset({"فقد", "اثر", "ما", "وما"})
_SHOWED_UP = frozenset({"ظهر", "وظهر"})
_NAME_PARTS = frozenset({"فان", "لي"})
_BESIDE = frozenset({"كي", "بان", "بين", "وبين"}) | _NAME_PARTS | _TOLD_BESIDE | _SHOWED_UP


def _told_beside(layout: Layout, token: Token) -> str:
    """What the word behind tells of a form: بان كي مون, بين المدير أن, فقد خمسة جنود, فقدان أثرهم; empty where it tells nothing."""
    if token.norm == "اثر" and token.raw.endswith("أثر"):
        return NOUN if token.index and layout.tokens[token.index - 1].word.core in _TRACED else ""
    if token.norm in ("ما", "وما"):
        return NEGATION if token.index + 1 < len(layout.tokens) and layout.tokens[token.index + 1].norm in _STILL else ""
    if token.norm == "فقد":
        behind = layout.tokens[token.index + 1] if token.index + 1 < len(layout.tokens) else token
        counted = behind.kind == NUMBER or "number" in behind.word.labels
        return VERB if counted or behind.word.article or behind.word.core in _LOST else ""
    if token.norm in _SHOWED_UP:
        return VERB if _is_somebody_behind(layout, token.index + 1) else ""
    if token.norm in _NAME_PARTS:
        return NOUN if _joins_names(layout, token.index) else ""
    if token.norm == "كي" and _goes_on_as_name(layout, token.index):
        return NOUN
    if token.norm == "بان" and token.index + 1 < len(layout.tokens) and _goes_with_ban(layout.tokens[token.index + 1]):
        return NOUN
    return VERB if token.norm in ("بين", "وبين") and _opens_with_that(layout, token.index) else ""


_LOST, _TRACED, _STILL = word_list("lost"), word_list("traced"), word_list("still")
"""فقد | مواقعه, فقد | السيطرة, فقد | الجيش السيطرة: what is lost, or who lost it, behind the verb; فقد else is "and so ... has"."""


def _is_somebody_behind(layout: Layout, at: int) -> bool:
    """ظهر | مسلحون, وظهر | الناطق باسم الجماعة: with somebody behind it that is a verb; ظهر السبت and ظهر أمس are times."""
    if at >= len(layout.tokens):
        return False
    word = layout.tokens[at].word
    return bool(word.labels & {"person", "source"}) and not (word.preposition or word.conjunction or "timeword" in word.labels)


def _joins_names(layout: Layout, index: int) -> bool:
    """يوهانس | فان | در كلاوو, ألان | لي | روي: between two words that no table has, or before a particle of foreign names."""
    if not 0 < index < len(layout.tokens) - 1:
        return False
    before, behind = layout.tokens[index - 1], layout.tokens[index + 1]
    if behind.norm in _PARTICLES:
        return True
    alone = all(near.kind == WORD and not near.word.analyses and not near.word.article for near in (before, behind))
    return alone and layout.tokens[index].norm == "لي"


_PARTICLES = word_list("foreign particle")


def _goes_with_ban(behind: Token) -> bool:
    """بان كي مون, بان أكد: the name; behind بأن "that" stands no perfect."""
    said = "cue.verb" in behind.word.classes and behind.word.classes <= {"cue.verb"} and behind.norm[:1] not in "يتن"
    return behind.norm in ("كي", "جي") or said


def _dotted_part(word: Word) -> str:
    """What ي and ى at the end of a form tell where the writer tells them apart; empty where they tell nothing.

    علي is Ali and والي a governor, where على and وإلى are prepositions; روى is the verb that روي is not.
    """
    if not word.bare.endswith(("ي", "ى")):
        return ""
    if word.bare in _DOTTED_NAMES or word.bare == "والي":
        return NOUN
    verbs = [found.sense.form for found in word.analyses if found.sense.part == "verb"]
    perfect = bool(verbs) and all(getattr(form, "tense", "") == "perfect" for form in verbs)
    if perfect and any(found.sense.part == "verb" and _lemma(found).endswith("ي") for found in word.analyses):
        return VERB
    if (
        perfect
        and word.core.startswith("ا")
        and len(word.core) == _FOURTH
        and not any(f.sense.part == "noun" for f in word.analyses)
    ):
        return VERB
    if perfect and all(getattr(form, "voice", "") == "any" for form in verbs):
        return VERB if word.bare.endswith("ى") else NOUN
    return ""


_DOTTED_NAMES = frozenset({"علي", "ولي", "وولي"})
_FOURTH = 4
"""Letters of a weak verb of the fourth form: ألقي is its passive, and no noun."""


def _lemma(found: Analysis) -> str:
    return getattr(found.sense.entry, "lemma", "")


def _opens_with_that(layout: Layout, index: int) -> bool:
    """وبين أن, بين المدير أن, وبين معاليه أن: heading a sentence and before أن, at most a speaker between, the verb."""
    tokens = layout.tokens
    if index + 1 >= len(tokens):
        return False
    heads = index == layout.sentence(index).start or (tokens[index].norm == "بين" and tokens[index - 1].raw in "،,")
    if not heads and not (tokens[index].norm == "وبين" or tokens[index - 1].norm in _OPENERS):
        return False
    reach = _NEAR_THAT if "source" in tokens[index + 1].word.labels and (heads or tokens[index].norm == "بين") else _SHORT_NAME
    several = tokens[index + 1].norm.endswith(("ات", "ين"))  # وبين الفرضيات أن
    reach = reach if (heads and not several) or reach > _SHORT_NAME else 2
    for token in tokens[index + 1 : min(index + reach, layout.sentence(index).end)]:
        if token.norm in ("ان", "انه", "انها", "انهم"):
            return True
        if token.word.conjunction == "و" or (token.kind == SIGN and token.raw != "،"):
            return False
    return False


_OPENERS = word_list("before told")
_NEAR_THAT, _SHORT_NAME = 12, 5


def _goes_on_as_name(layout: Layout, index: int) -> bool:
    """بان كي مون: behind كي "in order to" stands a verb, no name."""
    behind = layout.tokens[index + 1] if index + 1 < len(layout.tokens) else None
    return behind is not None and behind.kind == WORD and not behind.word.analyses and behind.norm[:1] not in "يتنا"


def opens_as_verb(layout: Layout, index: int) -> bool:
    """وتباهت الشرطة, وحدد الوزير, ورسم كيري: at the head of a sentence a form with و that no table has, before a speaker.

    Before a mere name it is a verb if the name stands elsewhere with something else before it. A tenth form without the ا of its
    verbal noun is one anywhere (واستذكر مسيرته).
    """
    if _is_denied(layout, layout.tokens[index]) or _is_told_of(layout, layout.tokens[index]):
        return True
    token = layout.tokens[index]
    if token.norm[:1] != "و" or index + 1 >= len(layout.tokens):
        return _opens_before_office(layout, index)
    if _TENTH_FORM.fullmatch(token.norm) and not token.word.labels:
        return True
    if not _may_be_verb(layout, index):
        return False
    behind = layout.tokens[index + 1]
    if behind.kind != WORD or behind.word.conjunction or behind.word.preposition:
        return False
    if "source" in behind.word.labels or "country" in behind.word.labels:
        return True
    before = layout.words_before.get(behind.norm, set())
    told = bool(before - {token.norm}) and token.norm[1:] not in layout.words_before and behind.norm != "بن"
    return told and not behind.word.labels and frequency(token.norm[1:]) < _OF_NAMES


def _opens_before_office(layout: Layout, index: int) -> bool:
    """بدد | الوزير المخاوف: at the head of a sentence a short word that no table has, right before an office with the article."""
    token, behind = layout.tokens[index], index + 1
    if index != layout.sentence(index).start or behind >= len(layout.tokens) or not _may_be_rooted(token):
        return False
    office = layout.tokens[behind].word
    return office.article and group_of(office, "source") == "title"


def _may_be_rooted(token: Token) -> bool:
    """بدد, هدأت: a word that no table has, of as many letters as a perfect of three radicals."""
    return len(token.norm) in _ROOT and not (token.word.labels or token.word.article)


_ROOT = (3, 4)
_TENTH_FORM = re.compile("واست[^\\Wاوي]{2}[^\\Wاويه]ت?")


def _may_be_verb(layout: Layout, index: int) -> bool:
    """A form with و that no table has and that is hardly ever written with the article; no adjective, no verbal noun."""
    token = layout.tokens[index]
    word, stem = token.word, token.norm[1:]
    if index != layout.sentence(index).start or layout.sentence(index).paragraph == 0 or word.labels:
        return False
    if not token.norm.startswith("و") or len(stem) < _SHORTEST_VERB or stem.startswith(("ال", "ب", "ل", "ك")):
        return False
    if token.raw.endswith(("ة", "ًا", "اً", "ات", "ين", "ون", "ه", "ها")) or is_adjectival(word) or masdar_shape(stem):
        return False
    return frequency("ال" + stem) <= max(_SELDOM, frequency(stem) // 2)


_SHORTEST_VERB, _SELDOM, _OF_NAMES = 3, 24, 200


def in_acronyms(layout: Layout) -> set[int]:
    """سي.إن.إن, سي إن إن, إن بي سي: the letters of a channel's name; they are no particles."""
    tokens, norms = layout.tokens, layout.norms
    dots = [at for at, norm in enumerate(norms) if norm == "."] if "." in norms else ()
    found = {at for dot in dots if dotted(tokens, dot) for at in (dot - 1, dot + 1)}
    for token in tokens if _LETTER in norms else ():
        if token.norm == _LETTER:
            near = [one.norm for one in tokens[max(0, token.index - 2) : token.index + 3]]
            found |= {token.index + 1, token.index + 2} if near[-2:] == ["ان", "ان"] else set()
            found |= {token.index - 2} if token.index > 1 and near[:2] == ["ان", "بي"] else set()
    return found


_LETTER = "سي"


def may_turn(norm: str) -> bool:
    """Whether a word may stand for something else by what stands around it (غير, بان, بالتأكيد, مرة أخرى)."""
    return norm in ("غير", "بان", "بالتاكيد") or norm in _PARTS_OF_AGAIN


def follows_count(tokens: list[Token], parts: list[str], index: int) -> bool:
    """جنديين اثنين | قتلا, مدنيين كثيرين | قتلوا: behind a count that itself follows its noun, no counted noun is to come."""
    return index > 1 and tokens[index - 1].norm in _BEHIND_NOUN and parts[index - 2] == NOUN


_BEHIND_NOUN = word_list("count behind noun")


def says_again(tokens: list[Token], index: int) -> bool:
    """دعا الوزير | مرة أخرى | إلى الحوار, من جديد: one of two words that only say that somebody does it again."""
    if tokens[index].norm not in _PARTS_OF_AGAIN:
        return False
    return any(f"{one.norm} {other.norm}" in _AGAIN for one, other in pairwise(tokens[max(0, index - 1) : index + 2]))


_AGAIN = word_list("again")
_PARTS_OF_AGAIN = frozenset(word for phrase in _AGAIN for word in phrase.split())


def may_say_again(word: Word) -> bool:
    """Whether ``says_again`` may hold of a word."""
    return word.norm in _PARTS_OF_AGAIN


def may_be_noun(word: Word) -> bool:
    """Whether ``is_noun_here`` or ``says_again`` may hold of a word that stands behind another word."""
    verb = any(found.sense.part == "verb" for found in word.analyses)
    return verb or word.norm in ("ولد", "بالتاكيد", "بان") or word.norm in _PARTS_OF_AGAIN


def is_noun_here(tokens: list[Token], parts: list[str], index: int) -> bool:
    """قال | بان | إن: behind a verb and before أن or a preposition بان is a name, not بأن without its hamza.

    ختم كلمته | بالتأكيد | على أن: so before على and أن what else is an adverb is a noun.
    اتهمت منظمة | رصد الجرائم الجيش: what a body does in its name, where a verb would agree with it.
    قال «| تجمع أهالي الأسرى» في بيان: a body in marks behind a reporting verb is no verb.
    قال د. | أشرف حمدان إن: behind a dotted title stands a name.
    المبعوث إسماعيل | ولد الشيخ: the son of a sheikh, behind his name.
    """
    token, before = tokens[index], tokens[index - 1]
    if token.norm == "ولد" and index + 1 < len(tokens):
        return tokens[index + 1].norm == "الشيخ" and bool(parts) and parts[-1] == NOUN and not before.word.article
    if index > 1 and before.raw == "." and tokens[index - 2].norm == "د":
        return True
    if 0 < index < len(tokens) - 1 and tokens[index + 1].word.article and is_body_of(before, token):
        return True
    if index > 1 and before.raw in _MARKS and parts[-2] == VERB:
        return "source" in token.word.labels and "cue" in tokens[index - 2].word.labels
    if token.norm == "بالتاكيد" and index + 1 < len(tokens):
        return tokens[index + 1].norm in ("علي", "ان")
    if token.raw != "بان" or not parts or parts[-1] != VERB or index + 1 >= len(tokens):
        return False
    behind = tokens[index + 1].norm
    return behind in ("ان", "كي", "عن", "الي", "من", "علي") and not (behind == "ان" and tokens[index + 1].raw == "ان")


_MARKS = frozenset('"«“”')
