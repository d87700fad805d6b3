"""Parts of speech in their sentence: a form that may be a verb or a noun is decided by its neighbours."""

from __future__ import annotations

from riwaya.lang.ar.forms import frequency
from riwaya.lang.ar.gazetteer import capital_names
from riwaya.lang.ar.lexicon import Noun
from riwaya.lang.ar.parts import (
    ADVERB,
    AUXILIARY,
    BEHIND_VERB,
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
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.text.layout import Layout
from riwaya.read.text.tokens import LATIN, NUMBER, SIGN, WORD, Token
from riwaya.read.words.asides_before import only_says_which
from riwaya.read.words.fixed import fixed_parts, turns
from riwaya.read.words.fronted import behind_place
from riwaya.read.words.noverbs import (
    does_so,
    goes_on,
    heads_name,
    imperfect,
    is_announced,
    is_carried_on,
    is_mother,
    is_no_verb,
    joined_deed,
    label_before,
    named_topic,
    says_that,
)
from riwaya.read.words.owned import is_owned_noun
from riwaya.read.words.speaker_names import name_speaker
from riwaya.read.words.spelled import follows_count, in_acronyms, opens_as_verb, settled_part, spelled_part
from riwaya.read.words.turned import MANNERS, is_plain, opens_as_whom, turned
from riwaya.read.words.unjoined import befell_governed, is_done_to, is_unjoined
from riwaya.read.words.verbs_behind_that import is_since, is_wanted

SIGN_PART = "sign"
_VERB_FOLLOWS = frozenset({NEGATION, PERFECTIVE, FUTURE, RELATIVE, SUBORDINATOR, AUXILIARY})
_NOUN_FOLLOWS = frozenset({PREPOSITION, QUANTIFIER, DEMONSTRATIVE, NUMERAL})


def tag(layout: Layout) -> list[str]:
    """The part of speech of every token."""
    tokens, fixed, letters = layout.tokens, fixed_parts(layout), in_acronyms(layout)
    parts: list[str] = []
    before = ""
    for index, token in enumerate(tokens):
        word = token.word
        if index in fixed:
            parts.append(fixed[index])
        elif token.kind != WORD:
            parts.append(_OTHERS[token.kind])
        elif index in letters:
            parts.append(NOUN)
        else:
            parts.append(word.sure if word.sure and before not in MANNERS else _tagged(layout, parts, index))
        if word.norm == "ظل" and parts[-2:] == [PREPOSITION, AUXILIARY]:  # في | ظل القصف
            parts[-1] = PREPOSITION
        elif word.norm == _MIDDLE and before in _GROUND and parts[-2:] == [PREPOSITION, PREPOSITION]:
            parts[-1] = NOUN
        before = before if word.norm == "غير" and before in MANNERS else word.core
    for index in [k for k, part in enumerate(parts) if part == VERB and "cue" in tokens[k].word.labels]:
        name_speaker(tokens, parts, index, layout.sentence(index).end)
    return parts


_MIDDLE, _GROUND = "وسط", frozenset({"علي", "الي", "من"})
"""سيطرت القوات على | وسط المدينة: the middle of something, no preposition behind another."""


def _tagged(layout: Layout, parts: list[str], index: int) -> str:
    """The part of speech of a word that stands behind tokens of these parts."""
    tokens, token = layout.tokens, layout.tokens[index]
    plain = is_plain(tokens, index)
    if not plain and (part := turned(layout, parts, index)):
        return part
    if settled := token.word.settled or settled_part(token):
        return VERB if settled == NOUN and opens_as_verb(layout, index) else settled
    if not plain and (opens_as_whom(tokens, parts, index) or heads_name(tokens, index) or is_mother(tokens, parts, index)):
        return NOUN
    part = spelled_part(layout, token) or part_of_speech(token.word)
    if part == EITHER and is_announced(layout, parts, index):
        return NOUN
    part = NOUN if part in (VERB, EITHER) and is_no_verb(layout, parts, index, part == VERB) else part
    part = VERB if part == NOUN and opens_as_verb(layout, index) else part
    return _decide(layout, tokens, parts, index) if part == EITHER else part


_OTHERS = {NUMBER: NUMERAL, SIGN: SIGN_PART, LATIN: NOUN}
"""What a token is that is no Arabic word."""


def _decide(layout: Layout, tokens: list[Token], parts: list[str], index: int) -> str:
    """Verb or noun, from what stands before, else from what stands behind, else from counts."""
    token = tokens[index]
    if token.raw.endswith(("\u064b", "\u064b\u0627", "\u0627\u064b")):
        return NOUN
    if says_that(tokens, index) or does_so(tokens, index):
        return VERB
    if is_carried_on(tokens, parts, index):
        return NOUN
    if index == layout.sentence(index).start or _behind_time(layout, tokens, parts, index):
        return _clause_start(tokens, index)
    if token.word.conjunction:
        return _joined(tokens, parts, index)
    return NOUN if _behind_label(layout, parts, index) else _after(tokens, parts, index)


def _behind_label(layout: Layout, parts: list[str], index: int) -> bool:
    """نفت حركة «النور» | توقف المحادثات: behind a verb and a body's name in marks comes what is said, no second verb."""
    tokens, opener = layout.tokens, layout.opening.get(index - 1, 0)
    told = (parts[opener - 1] == NOUN and "source" in tokens[opener - 1].word.labels) or tokens[opener - 1].norm == "ل"
    near = bool(opener) and told and index - opener <= _LABEL  # نفى في تصريح لـ«الصباح» | قصف القرية
    return near and _has_verb(tokens, parts, opener) and not imperfect(tokens[index])


_LABEL = 5


def _behind_time(layout: Layout, tokens: list[Token], parts: list[str], index: int) -> bool:
    """وأمس الأحد | هاجمت طائرات, ليل السبت | قتل: behind a day that heads the sentence a clause begins."""
    first = layout.sentence(index).start
    if index - first > _LONGEST_TIME or "timeword" not in tokens[index - 1].word.labels:
        return False
    return all("timeword" in tokens[at].word.labels or parts[at] in _IN_TIMES for at in range(first, index))


_LONGEST_TIME, _IN_TIMES = 5, frozenset({ADVERB, NUMERAL, PREPOSITION})


def _after(tokens: list[Token], parts: list[str], index: int) -> str:
    """Verb or noun inside a sentence, from the part of what stands before."""
    before = parts[index - 1]
    if tokens[index - 1].norm in _AS_TOLD:
        return VERB
    opened = "switch" in tokens[index - 1].word.labels or _behind_opening(tokens, parts, index)
    if opened and before not in _VERB_FOLLOWS and not _has_verb(tokens, parts, index):
        return _clause_start(tokens, index)
    if before in _VERB_FOLLOWS:
        return NOUN if _takes_masdar(tokens[index - 1], before) else VERB
    if before in _NOUN_FOLLOWS and not turns(tokens, index):
        return _after_content_word(tokens, parts, index) if follows_count(tokens, parts, index) else NOUN
    if before in (NOUN, VERB) or tokens[index - 1].raw in (")", "]"):
        return _after_content_word(tokens, parts, index)
    if before == PRONOUN:
        return VERB if imperfect(tokens[index]) else NOUN
    if before == THAT:
        return _behind_that(tokens, index)
    second = before == ADVERB and _has_verb(tokens, parts, index) and not imperfect(tokens[index])
    return NOUN if second else _clause_start(tokens, index)


def _behind_opening(tokens: list[Token], parts: list[str], index: int) -> bool:
    """وفي سياق آخر | كشف, من جانب ثان | أعلن: behind an opening phrase of the report a clause begins, also without a comma."""
    if behind_place(tokens, parts, index):
        return True
    if index > 1 and parts[index - 2] == PREPOSITION and tokens[index - 1].word.core in capital_names():
        return index == 2 or parts[index - 3] == SIGN_PART
    for start in (index - 2, index - 3):
        if start < 0 or parts[start] != PREPOSITION or tokens[start + 1].word.core not in _OPENINGS:
            continue
        plain = all(parts[k] in (NOUN, DEMONSTRATIVE) for k in range(start + 1, index))
        plain = plain and (tokens[start].norm != "الي" or start + 2 < index)  # قصف القرية، إلى جانب | رفض الحكومة الهدنة
        return plain and (start + 2 < index or tokens[index - 1].norm != "وقت")
    return False


_OPENINGS = word_list("opening phrase")


def _takes_masdar(before: Token, part: str) -> bool:
    """عدم | قصف, تم | ضبط: a negation or auxiliary behind which a verbal noun stands."""
    return before.word.core in (_NOUN_NEGATIONS if part == NEGATION else _BEING_DONE if part == AUXILIARY else ())


_BEING_DONE = word_list("being done")
"""Verbs of being done: a verbal noun follows (تم | ضبط أسلحة)."""
_AIMS = word_list("aim")
"""Nouns of aim and undertaking that a verbal noun follows (بهدف | ضرب المواقع)."""
_AS_TOLD = word_list("as told")
"""As somebody said: a verb follows."""


def _behind_that(tokens: list[Token], index: int) -> str:
    """Behind أن a noun stands first; behind أنه، أنها a verb does, unless an adjective says what "it" is (إنه قصف عشوائي)."""
    if imperfect(tokens[index]) or is_wanted(tokens, index):
        return VERB
    owned = tokens[index - 1].norm.endswith(("ه", "ها", "هم", "هما", "ا", "ي"))
    behind = tokens[index + 1].word if index + 1 < len(tokens) else None
    bare = behind is not None and not behind.norm.startswith("ال") and not behind.labels & {"person", "number"}
    counting = index + 2 < len(tokens) and tokens[index + 2].norm == "من"  # أنه قتل | أكثر من مئة
    described = bare and behind is not None and is_adjectival(behind) and not counting
    verbal = any(found.sense.part == "verb" for found in tokens[index].word.analyses)
    since = is_since(tokens, index)
    return VERB if (owned or since) and verbal and not described else NOUN


_NOUN_NEGATIONS = word_list("negation of a noun")


def _joined(tokens: list[Token], parts: list[str], index: int) -> str:
    """After و: the same part as what it continues; a perfect that a clause can begin with is a verb."""
    if _foreign_name(tokens, parts, index) or _is_whole(tokens[index]) or joined_deed(tokens, parts, index):
        return NOUN
    if imperfect(tokens[index]):
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
    either = percent is not None or any(row.sense.part == "noun" for row in found)
    return NOUN if either and _is_described(tokens, index) else VERB


def _is_described(tokens: list[Token], index: int) -> bool:
    """قصف مدفعي على البلدة: an indefinite adjective that names nobody behind a form says that it is a noun."""
    behind = tokens[index + 1].word if index + 1 < len(tokens) else None
    if behind is None or behind.article or behind.conjunction or behind.preposition or behind.core in _GIVEN:
        return False
    if not behind.core.endswith("ي"):
        return behind.core in _OF_ATTACKS and "trigger" in tokens[index].word.labels
    third = tokens[min(index + 2, len(tokens) - 1)]  # قصف روسي | يقتل مدنيين
    onward = third.norm in _ONWARD or imperfect(third)
    if behind.labels & _OF_SOMEBODY or ("direction" in behind.labels and not onward):  # قتل غربي | المدينة خمسة جنود
        return tokens[index].norm in _NO_VICTIMS and onward
    return is_adjectival(behind) and not _addresses(tokens, index)


def _addresses(tokens: list[Token], index: int) -> bool:
    """طالب عسيري | الحوثيين: behind a verb of telling and a nisba that no table has stands whom he addresses."""
    if "cue" not in tokens[index].word.labels or tokens[index + 1].word.labels or index + 2 >= len(tokens):
        return False
    told = tokens[index + 2]
    return told.norm.startswith("ال") and bool(told.word.labels & {"person", "source"})


_OF_ATTACKS, _NO_VICTIMS, _ONWARD = map(word_list, ("describes an attack", "attack of a people", "behind the attack of a people"))
"""قصف تركي | على القرية: behind a people's name a preposition or adjective, where a verb would have its object."""


_OF_SOMEBODY = frozenset({"person", "source", "people", "demonym", "country", "number"})
_HARDLY, _OFTEN = 8, 55
_GIVEN = word_list("given name")  # طالب | سامي الخطيب بالانسحاب
IN_IT = frozenset({"فيه", "فيها", "خلاله", "خلالها"})


def _after_content_word(tokens: list[Token], parts: list[str], index: int) -> str:
    """After a noun: a verb if that noun is a definite subject and an object or preposition follows (الجيش قصف مواقع)."""
    if imperfect(tokens[index]):
        return VERB
    if parts[index - 1] == NOUN and tokens[index - 1].word.core in _AIMS:
        return NOUN
    if _awaits_verb(tokens, parts, index) or _points_back(tokens, parts, index) or befell_governed(tokens, parts, index):
        return VERB
    if _has_verb(tokens, parts, index):
        return NOUN
    if is_unjoined(tokens, parts, index) or is_done_to(tokens, parts, index):
        return VERB
    named = tokens[index - 1].norm.startswith(("ال", "وال")) or named_topic(tokens, index - 1) or _is_led(tokens, index)
    following = parts_of(tokens, index + 1)
    percent = verb_percent(tokens[index].word)
    told = following in BEHIND_VERB or (following == DEMONSTRATIVE and tokens[index + 1].norm == "ذلك")  # الوفد | رفض ذلك
    verb = parts[index - 1] == NOUN and named and told and (percent is None or percent >= _HARDLY)
    return VERB if verb or (percent is not None and percent >= _OFTEN) or goes_on(tokens, index) else NOUN


def _is_led(tokens: list[Token], index: int) -> bool:
    """التحالف بقيادة أميركية | شن غارات: behind a definite body and who leads it, told in one word."""
    return index > 2 and tokens[index - 2].norm == "بقياده" and tokens[index - 3].norm.startswith(("ال", "وال"))


def _points_back(tokens: list[Token], parts: list[str], index: int) -> bool:
    """هجوم شنه مسلحون, بيان صدر عن: a verb right behind an indefinite noun that it describes."""
    before, word = tokens[index - 1], tokens[index].word
    if index > 1 and parts[index - 2] == NOUN and is_adjectival(before.word) and not before.norm.startswith("ال"):
        before = tokens[index - 2]
    if parts[index - 1] != NOUN or before.norm.startswith(("ال", "وال", "بال", "لل")):
        return False
    if any(found.sense.part == "verb" and found.pronoun for found in word.analyses):
        if _is_paper(before):
            return True
        return {"trigger", "cue", "light", "channel"} & before.word.labels != set()
    if index + 1 < len(tokens) and tokens[index + 1].norm in IN_IT:  # وقت | دفع فيه, هجوم | قتل خلاله ضابط
        return bool({"timeword", "trigger", "thing"} & before.word.labels)
    return word.core in _DESCRIBING and "channel" in before.word.labels


def _is_paper(token: Token) -> bool:
    """صور، لقطات، معلومات: a paper or recording."""
    found = token.word.find("source")
    return found is not None and isinstance(found.sense.entry, Noun) and found.sense.entry.group == "document"


_DESCRIBING = word_list("told of a channel")


def _has_verb(tokens: list[Token], parts: list[str], index: int) -> bool:
    """A listed verb opened this clause (نفى الجيش | قصف المدرسة): no second one without a joint; a name in marks is none."""
    label = label_before(tokens, index)
    for before in range(index - 1, max(-1, index - _CLAUSE), -1):
        if before in label:
            continue
        if parts[before] == VERB:
            return bool({"cue", "light"} & tokens[before].word.labels)
        joint = parts[before] not in (NOUN, NUMERAL, ADVERB, PREPOSITION, QUANTIFIER)
        if joint or (tokens[before].word.conjunction and parts[before] != NOUN):
            return False
    return False


_CLAUSE = 12


def _awaits_verb(tokens: list[Token], parts: list[str], index: int) -> bool:
    """Behind أن, لكن or كان and somebody no verb has come yet (أن جنديا تركيا | قتل, لكن الجيش | رفض ذلك): this is it."""
    person = False
    for before in range(index - 1, max(-1, index - 10), -1):
        if parts[before] in _OPENS or (tokens[before].word.core in _WAS and _is_what_was(tokens, parts, before, index)):
            return person or (before + 2 == index and parts[before + 1] == NOUN and is_owned_noun(tokens[before + 1].word))
        if only_says_which(tokens, parts, before, index):
            continue
        if parts[before] in (VERB, SIGN_PART, AUXILIARY) and tokens[before].raw not in ("(", ")"):  # أن شابا (25 عاما) | قتل
            return False
        if parts[before] == PREPOSITION and index - before < 3 and not tokens[index - 1].norm.startswith("عمر"):
            return False
        person = person or not tokens[before].word.labels.isdisjoint(_SOMEBODY)
    return False


_SOMEBODY, _OPENS, _WAS = frozenset({"person", "source", "country"}), (THAT, CONTRAST), ("كان", "كانت")


def _is_what_was(tokens: list[Token], parts: list[str], was: int, index: int) -> bool:
    """كان تنظيم داعش | قصف, كانت القوات | قصفت: of one gender with كان, and nothing led by a preposition or ابن between."""
    between = [token.word for token in tokens[was + 1 : index]]
    led = any(word.preposition for word in between) or PREPOSITION in parts[was + 1 : was + 2]  # كان على الجيش | وقف القصف
    led = led or tokens[index - 1].norm in ("ابي", "ابو", "بن")
    return not led and tokens[was].norm.endswith("ت") == tokens[index].norm.endswith("ت")


def parts_of(tokens: list[Token], index: int) -> str:
    """The part of speech that the form at an index tells by itself."""
    if index >= len(tokens) or tokens[index].kind != WORD:
        return ADVERB if index >= len(tokens) else NUMERAL if tokens[index].kind == NUMBER else SIGN_PART
    return part_of_speech(tokens[index].word)
