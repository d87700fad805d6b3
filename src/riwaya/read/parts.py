"""Parts of speech in their sentence: a form that may be a verb or a noun is decided by its neighbours."""

from __future__ import annotations

from riwaya.lang.ar.forms import frequency
from riwaya.lang.ar.lexicon import Noun
from riwaya.lang.ar.parts import (
    ADVERB,
    AUXILIARY,
    CONTRAST,
    DEMONSTRATIVE,
    EITHER,
    FUTURE,
    NEGATION,
    NOUN,
    NUMERAL,
    PERFECTIVE,
    PREPOSITION,
    PRONOUN,
    QUANTIFIER,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    VERB,
    is_adjectival,
    part_of_speech,
    verb_percent,
)
from riwaya.read.layout import Layout
from riwaya.read.spelled import opens_as_verb, spelled_part
from riwaya.read.tokens import LATIN, NUMBER, SIGN, WORD, Token

SIGN_PART = "sign"
FURNITURE = "furniture"
"""Leftovers of the page: no rule looks at them."""
_LONE = frozenset({"و", "ف"})
"""Conjunctions that a typist set apart from their word; rules step over them as over adverbs."""

_VERB_FOLLOWS = frozenset({NEGATION, PERFECTIVE, FUTURE, RELATIVE, SUBORDINATOR, AUXILIARY})
_NOUN_FOLLOWS = frozenset({PREPOSITION, QUANTIFIER, DEMONSTRATIVE, NUMERAL})


def tag(layout: Layout) -> list[str]:
    """The part of speech of every token."""
    tokens, furniture = layout.tokens, layout.furniture
    parts: list[str] = []
    for index, token in enumerate(tokens):
        if index in furniture:
            parts.append(FURNITURE)
        elif token.kind != WORD:
            parts.append(_OTHERS[token.kind])
        elif token.norm in _LONE or _says_how(tokens, index):
            parts.append(ADVERB)
        elif _heads_name(tokens, index) or _is_given(tokens, index) or (token.norm == "ام" and parts and parts[-1] == VERB):
            parts.append(NOUN)
        else:
            part = spelled_part(layout, token) or part_of_speech(token.word)
            part = NOUN if part == VERB and _is_no_verb(layout, parts, index) else part
            part = VERB if part == NOUN and opens_as_verb(layout, index) else part
            parts.append(_decide(layout, tokens, parts, index) if part == EITHER else part)
    for index in [k for k, part in enumerate(parts) if part == VERB and "cue" in tokens[k].word.labels]:
        _name_speaker(tokens, parts, index)
    return parts


_OTHERS = {NUMBER: NUMERAL, SIGN: SIGN_PART, LATIN: NOUN}
"""What a token is that is no Arabic word."""


def _name_speaker(tokens: list[Token], parts: list[str], verb: int) -> None:
    """قال فيصل المقداد إن, قال مارك روته إن: between a reporting verb and its أن a form behind the verb or a name is a name."""
    end = verb + 1
    while end < min(len(tokens), verb + _NAME_REACH) and parts[end] in (NOUN, VERB):
        end += 1
    if end >= len(tokens) or parts[end] != THAT or end == verb + 1:
        return
    for index in range(verb + 1, end):
        word, before = tokens[index].word, tokens[index - 1].word
        behind_name = index == verb + 1 or not (before.norm.startswith("ال") or any(not row.pronoun for row in before.analyses))
        told = "anonymity" in word.labels or ("cue" in word.labels and _imperfect(tokens[index]))
        if parts[index] == VERB and behind_name and not told:
            parts[index] = NOUN


_NAME_REACH = 7


def _is_no_verb(layout: Layout, parts: list[str], index: int) -> bool:
    """Whether what stands around a form that only a verb has in the tables says that it is none here."""
    token = layout.tokens[index]
    return _is_governed(layout, parts, index) or _is_deed(token) or _is_surname(layout, parts, index)


_BEHIND_NAMES = frozenset("ان انه انها انهم بان بانه في عن علي الي من خلال مع".split())


def _is_surname(layout: Layout, parts: list[str], index: int) -> bool:
    """هاكان فيدان إن: a form with ف, right behind a name and right before أن or a mark, goes on with the name."""
    token, before = layout.tokens[index], layout.tokens[index - 1]
    if (
        token.word.conjunction != "ف"
        or index < 2
        or parts[index - 1] != NOUN
        or before.word.labels
        or index + 1 >= len(layout.tokens)
    ):
        return False
    behind = layout.tokens[index + 1]
    ends = behind.kind == SIGN or bool(behind.word.preposition) or behind.norm in _BEHIND_NAMES
    return ends and not before.norm.startswith("ال") and _imperfect(token)


def _is_deed(token: Token) -> bool:
    """نفاد الوقود: a verbal noun that could else only be a verb of the first person."""
    forms = [found.sense.form for found in token.word.analyses if found.sense.part == "verb"]
    return "masdar" in token.word.labels and bool(forms) and all(getattr(form, "person", 3) == 1 for form in forms)


def _is_governed(layout: Layout, parts: list[str], index: int) -> bool:
    """باحثون في علم السكان: right behind a preposition stands no verb, but behind منذ, حتى or one with a pronoun (له)."""
    if index == layout.sentence(index).start or parts[index - 1] != PREPOSITION:
        return False
    before = layout.tokens[index - 1].norm
    return before not in ("منذ", "حتي", "ومنذ", "وحتي") and not before.endswith(("ه", "ها", "هم", "هما", "لي", "لنا"))


def _says_how(tokens: list[Token], index: int) -> bool:
    """بشكل | قاطع، بصورة | مفاجئة: the adjective of a phrase of manner."""
    if not index or tokens[index - 1].word.core not in _MANNERS:
        return False
    word = tokens[index].word
    return not word.norm.startswith(("ال", "و")) and not word.preposition


_MANNERS = frozenset({"بشكل", "بصوره", "بطريقه"})


def _heads_name(tokens: list[Token], index: int) -> bool:
    """أم، أبو، دير ... before a definite word, where no verb or mark stands before: part of a name."""
    behind = index + 1
    if "namehead" not in tokens[index].word.labels or behind >= len(tokens):
        return False
    return tokens[behind].norm.startswith("ال") and index > 0 and tokens[index - 1].kind == WORD


def _is_given(tokens: list[Token], index: int) -> bool:
    """فيصل | بن: what stands before "son of" is a name."""
    return tokens[index].word.conjunction == "ف" and index + 1 < len(tokens) and tokens[index + 1].norm == "بن"


def _decide(layout: Layout, tokens: list[Token], parts: list[str], index: int) -> str:
    """Verb or noun, from what stands before, else from what stands behind, else from counts."""
    token = tokens[index]
    if token.raw.endswith(("\u064b", "\u064b\u0627", "\u0627\u064b")):
        return NOUN
    if index == layout.sentence(index).start:
        return _clause_start(tokens, index)
    if token.word.conjunction:
        return _joined(tokens, parts, index)
    return _after(tokens, parts, index)


def _after(tokens: list[Token], parts: list[str], index: int) -> str:
    """Verb or noun inside a sentence, from the part of what stands before."""
    before = parts[index - 1]
    if tokens[index - 1].norm in _AS_TOLD:
        return VERB
    if before in _VERB_FOLLOWS:
        return NOUN if _takes_masdar(tokens[index - 1], before) else VERB
    if before in _NOUN_FOLLOWS:
        return NOUN
    if before == SIGN_PART and tokens[index - 1].raw in ")]":
        return _after_content_word(tokens, parts, index)
    if before == SIGN_PART or "switch" in tokens[index - 1].word.labels:
        return _clause_start(tokens, index)
    if before == PRONOUN:
        return VERB if _imperfect(tokens[index]) else NOUN
    if before == THAT:
        return _behind_that(tokens, index)
    if before in (NOUN, VERB):
        return _after_content_word(tokens, parts, index)
    if before == ADVERB and _has_verb(tokens, parts, index) and not _imperfect(tokens[index]):
        return NOUN
    return _clause_start(tokens, index)


def _takes_masdar(before: Token, part: str) -> bool:
    """عدم | قصف, تم | ضبط: a negation or auxiliary behind which a verbal noun stands."""
    return before.word.core in (_NOUN_NEGATIONS if part == NEGATION else _BEING_DONE if part == AUXILIARY else ())


_BEING_DONE = frozenset({"تم", "تمت", "يتم", "سيتم", "ستتم", "جري", "جرت", "يجري", "سيجري"})
"""Verbs of being done: a verbal noun follows (تم | ضبط أسلحة)."""
_AIMS = frozenset({"هدف", "غرض", "بغيه", "حق", "سبيل", "اجل", "محاوله", "عمليه", "نيه", "قصد", "بدء", "استمرار", "مواصله"})
"""Nouns of aim and undertaking that a verbal noun follows (بهدف | ضرب المواقع)."""
_AS_TOLD = frozenset({"حسبما", "وحسبما", "مثلما", "وفقما"})
"""As somebody said: a verb follows."""


def _behind_that(tokens: list[Token], index: int) -> str:
    """Behind أن a noun stands first; behind أنه، أنها a verb does, unless an adjective says what "it" is (إنه قصف عشوائي)."""
    if _imperfect(tokens[index]):
        return VERB
    owned = tokens[index - 1].norm.endswith(("ه", "ها", "هم", "هما", "ا", "ي"))
    behind = tokens[index + 1].word if index + 1 < len(tokens) else None
    bare = behind is not None and not behind.norm.startswith("ال") and not behind.labels & {"person", "number"}
    described = bare and behind is not None and is_adjectival(behind)
    verbal = any(found.sense.part == "verb" for found in tokens[index].word.analyses)
    since = index > 1 and tokens[index - 1].norm == "ان" and tokens[index - 2].word.core in _SINCE
    return VERB if (owned or since) and verbal and not described else NOUN


_SINCE = frozenset({"منذ", "بعد", "قبل", "دون", "حتي", "الي"})


_NOUN_NEGATIONS = frozenset({"عدم", "بلا", "انعدام"})


def _joined(tokens: list[Token], parts: list[str], index: int) -> str:
    """After و: the same part as what it continues; a perfect that a clause can begin with is a verb."""
    if _foreign_name(tokens, parts, index) or _is_whole(tokens[index]):
        return NOUN
    if _imperfect(tokens[index]):
        return VERB
    if parts[index - 1] == SIGN_PART:
        return _clause_start(tokens, index)
    governed = any(part == PREPOSITION for part in parts[max(0, index - 3) : index])
    verbs = any(part == VERB for part in parts[max(0, index - 8) : index])
    return NOUN if governed and not verbs else _clause_start(tokens, index)


def _is_whole(token: Token) -> bool:
    """وحيد: a form with و that was counted far more often than without it has no conjunction."""
    return "trigger" in token.word.labels and frequency(token.norm) > _FAR_MORE * (frequency(token.norm[1:]) + 1)


_FAR_MORE = 5


def _foreign_name(tokens: list[Token], parts: list[str], index: int) -> bool:
    """ويتسن behind ليا: a word that was never counted, behind another one that no table has, goes on with the name."""
    word, before = tokens[index].word, tokens[index - 1].word
    uncounted = frequency(word.norm) + frequency(word.norm[1:]) == 0
    return uncounted and not word.analyses and parts[index - 1] == NOUN and not before.labels and not before.norm.startswith("ال")


def _clause_start(tokens: list[Token], index: int) -> str:
    """At the start of a clause a verb comes first, unless counts say that the form is hardly ever one."""
    percent = verb_percent(tokens[index].word)
    if percent is not None and percent < _HARDLY:
        return NOUN
    found = tokens[index].word.analyses
    if found and found[0].sense.part == "noun" and percent is None:
        return NOUN
    return VERB


_HARDLY = 8


def _after_content_word(tokens: list[Token], parts: list[str], index: int) -> str:
    """After a noun: a verb if that noun is a definite subject and an object or preposition follows (الجيش قصف مواقع)."""
    if _imperfect(tokens[index]):
        return VERB
    if parts[index - 1] == NOUN and tokens[index - 1].word.core in _AIMS:
        return NOUN
    if _awaits_verb(tokens, parts, index) or _points_back(tokens, parts, index):
        return VERB
    if _has_verb(tokens, parts, index):
        return NOUN
    subject = parts[index - 1] == NOUN and tokens[index - 1].norm.startswith(("ال", "وال"))
    following = parts_of(tokens, index + 1)
    percent = verb_percent(tokens[index].word)
    if subject and following in (NOUN, NUMERAL, PREPOSITION, ADVERB, THAT) and (percent is None or percent >= _HARDLY):
        return VERB
    return VERB if percent is not None and percent >= _OFTEN else NOUN


def _points_back(tokens: list[Token], parts: list[str], index: int) -> bool:
    """هجوم شنه مسلحون, بيان صدر عن: a verb right behind an indefinite noun that it describes."""
    before, word = tokens[index - 1], tokens[index].word
    if parts[index - 1] != NOUN or before.norm.startswith(("ال", "وال", "بال", "لل")):
        return False
    if any(found.sense.part == "verb" and found.pronoun for found in word.analyses):
        if _is_paper(before):
            return True
        return {"trigger", "cue", "light", "channel"} & before.word.labels != set()
    return word.core in _DESCRIBING and "channel" in before.word.labels


def _is_paper(token: Token) -> bool:
    """صور، لقطات، معلومات: a paper or recording."""
    found = token.word.find("source")
    return found is not None and isinstance(found.sense.entry, Noun) and found.sense.entry.group == "document"


_DESCRIBING = frozenset({"تمكن", "صدر", "وزع", "نشر", "بث", "حصلت", "صدرت", "وصل", "تلقت"})


def _has_verb(tokens: list[Token], parts: list[str], index: int) -> bool:
    """A listed verb opened this clause (نفى الجيش | قصف المدرسة): without a joint there is no second one."""
    for before in range(index - 1, max(-1, index - _CLAUSE), -1):
        if parts[before] == VERB:
            return bool({"cue", "light"} & tokens[before].word.labels)
        joint = parts[before] not in (NOUN, NUMERAL, ADVERB, PREPOSITION, QUANTIFIER)
        if joint or (tokens[before].word.conjunction and parts[before] != NOUN):
            return False
    return False


_CLAUSE = 12


def _awaits_verb(tokens: list[Token], parts: list[str], index: int) -> bool:
    """Behind أن and a phrase of persons no verb has come yet (أن جنديا تركيا | قتل): this is it."""
    person = False
    for before in range(index - 1, max(-1, index - 10), -1):
        if parts[before] == THAT:
            return person
        if parts[before] in (VERB, SIGN_PART, AUXILIARY):
            return False
        if parts[before] == PREPOSITION and index - before < 3:
            return False
        person = person or "person" in tokens[before].word.labels
    return False


_OFTEN = 55


def parts_of(tokens: list[Token], index: int) -> str:
    """The part of speech that the form at an index tells by itself."""
    if index >= len(tokens) or tokens[index].kind != WORD:
        return ADVERB if index >= len(tokens) else NUMERAL if tokens[index].kind == NUMBER else SIGN_PART
    return part_of_speech(tokens[index].word)


def _imperfect(token: Token) -> bool:
    """Whether the form can only be an imperfect: a verb analysis in that tense and no noun."""
    verbs = [found for found in token.word.analyses if found.sense.part == "verb"]
    if verbs:
        return all(getattr(found.sense.form, "tense", "") != "perfect" for found in verbs)
    return token.norm.lstrip("وف")[:1] in ("ي",) and CONTRAST not in token.word.labels
