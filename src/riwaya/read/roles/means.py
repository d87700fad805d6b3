"""What a deed is done with: oneself, a bomb, a car full of explosives; it is no target."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, QUANTIFIER
from riwaya.lang.ar.thing_groups import WEAPONRY
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.able import LOADED
from riwaya.read.clauses.entities import is_body_of_two
from riwaya.read.clauses.forces import is_force
from riwaya.read.clauses.near import after, counted_noun, person_group, phrase_behind, thing_group
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.genitives import genitive
from riwaya.read.roles.laid import goes_off


def _is_means(grammar: Grammar, mark: Mark, where: Range) -> bool:
    """فجر | نفسه, فجر | سترته, زرع | لغما: oneself or what one attacks with is no target."""
    head = where[0]
    while head + 1 < where[1] and grammar.parts[head] in (NUMERAL, QUANTIFIER):
        head += 1
    word = grammar.tokens[head].word
    if mark.entry.lemma == "فجر" and _goes_off(grammar, where):
        return True  # فجر انتحاري | سيارة مفخخة, | سترته الناسفة
    if mark.entry.lemma == "فجر" and grammar.phrases.is_owned(head) and thing_group(grammar, head) == "vehicle":
        return any(token.word.core.startswith("انتحاري") for token in grammar.tokens[mark.index : where[0]])  # فجر انتحاري | سيارته
    return word.core.startswith(_SELF) or (mark.entry.lemma in _SETS_OFF and thing_group(grammar, head) in WEAPONRY)


_SELF = ("نفس", "انفس")


def _goes_off(grammar: Grammar, where: Range) -> bool:
    """سيارة | مفخخة, حزام | ناسف, طرد | متفجر: whether words tell of something full of explosives."""
    return any(grammar.tokens[at].word.core.startswith((*LOADED, "ناسف", "متفجر")) for at in range(*where))


def is_used_in(grammar: Grammar, mark: Mark, genitive: Range) -> bool:
    """تفجير | سيارة مفخخة, إطلاق نيران | الأسلحة, هجمات | الصواريخ: what an event noun is done with does and suffers nothing."""
    what = thing_group(grammar, genitive[0])
    if is_body_of_two(grammar, genitive[0]):
        return False
    if mark.entry.lemma == "فجر":
        return what == "munition" or _goes_off(grammar, genitive)
    if genitive[0] == mark.companion + 1 and grammar.tokens[mark.companion].word.core in _FIRE:
        return what in ("weapon", "vehicle")
    strikes = mark.entry.group == "attack" and grammar.tokens[mark.index].word.core.startswith(_STRIKES)
    return strikes and (what in WEAPONRY or grammar.tokens[genitive[0]].word.core.startswith("مسير"))  # ضربة | مسيرة


_FIRE = ("نيران", "نار")
_STRIKES = ("هجوم", "هجمات", "ضربات", "ضربه")


def who_suffers(grammar: Grammar, mark: Mark, where: Range, behind: Range | None) -> Range | None:
    """The object of a verb, unless it is only what the deed is done with (فجر | نفسه, أسقط | براميل متفجرة على البلدة).

    استخدمت الرصاص الحي ضد | المحتجين: nor what is used against somebody.
    """
    if mark.entry.lemma == "استخدم" and (struck := after(grammar, where[0], _AGAINST)) is not None:
        return struck
    if behind is not None and _is_dropped(grammar, mark, where):
        return behind
    if mark.entry.lemma == "رشق" and any(grammar.tokens[at].word.core.startswith(_THROWN) for at in range(*where)):
        return after(grammar, where[1], frozenset(_TOWARDS))
    if behind is not None and (sized := _sized(grammar, behind, where)) is not None:
        return sized
    if mark.entry.type == "COERCE" and grammar.tokens[where[0]].word.core.startswith(_LAID):
        return behind or after(grammar, where[1], _ROUND)
    return _at_whom(grammar, mark, where) if _is_means(grammar, mark, where) else where


def set_off_at(grammar: Grammar, mark: Mark) -> Range | None:
    """تفجير عبوة ناسفة | بدبابة للجيش, تفجير نفسه في | سوق: at whom or where a bomb is set off, behind the noun of it."""
    own = grammar.tokens[mark.index + 1 : mark.index + 2]
    if mark.entry.lemma == "فجر" and own and own[0].word.core.startswith(_SELF):  # تفجير | نفسيهما في السوق
        return _where_he_stands(grammar, mark.index + 2)
    bomb = genitive(grammar, mark) if mark.entry.lemma == "فجر" and not mark.is_verb else None
    return _at_whom(grammar, mark, bomb) if bomb is not None and is_used_in(grammar, mark, bomb) else None


def _at_whom(grammar: Grammar, mark: Mark, where: Range) -> Range | None:
    """فجر المقاتلون عبوة ناسفة | بجيب عسكري, | في دورية للشرطة: the vehicle, post or men at which a bomb is set off."""
    loaded = thing_group(grammar, counted_noun(grammar, *where)) in ("munition", "vehicle") or _goes_off(grammar, where)
    bomb = mark.entry.lemma == "فجر" and loaded
    inside = (at for at in range(where[0] + 1, where[1]) if grammar.tokens[at].norm == "في")
    if mark.entry.lemma == "فجر" and grammar.tokens[where[0]].word.core.startswith(_SELF):
        return _where_he_stands(grammar, where[0] + 1)
    found = after(grammar, next(inside, where[1]), _AT) if bomb else None
    if found is None or any(grammar.tokens[at].word.core.startswith(LOADED) for at in range(*found)):
        return None
    head = counted_noun(grammar, *found)
    hit = thing_group(grammar, head) in ("vehicle", "position") or person_group(grammar, head) in _MEN
    return found if hit or is_force(grammar, found) else None


def _where_he_stands(grammar: Grammar, start: int) -> Range | None:
    """فجر انتحاري نفسه في | سوق مزدحمة, قرب | حاجز, وسط | مصلين: the site or people among whom somebody blows himself up."""
    found = after(grammar, start, frozenset(_AMONG))
    if found is None or found[0] in grammar.place_at:
        return None
    head = counted_noun(grammar, *found)
    if not (thing_group(grammar, head) in _STRUCK or person_group(grammar, head) or is_force(grammar, found)):
        return None
    side = (at for at in range(found[0] + 1, found[1]) if "direction" in grammar.tokens[at].word.labels)
    return found[0], next(side, found[1])


def _sized(grammar: Grammar, behind: Range, where: Range) -> Range | None:
    """فرضت حصارا على بلدة | عدد سكانها ألف, على شريط | عمقه ميل: on what something is laid, without the words for its size."""
    owned = next((at for at in range(behind[0] + 1, where[1]) if grammar.phrases.is_owned(at)), None)
    near = behind[0] < where[0] <= behind[1] + 1
    return (behind[0], min(owned, where[0])) if near and owned is not None else None


_AMONG, _STRUCK = word_list("where a bomber stands"), frozenset({"building", "position", "vehicle"})
_AT, _MEN = frozenset({"ب", "في"}), frozenset({"military", "police", "militant", "unit"})
_AGAINST = frozenset({"ضد", "بحق"})
_THROWN, _TOWARDS = ("حجار", "زجاج"), word_list("thrown towards")
"""رشقوا | الحجارة باتجاه | الجنود: what is thrown, and at whom."""
_ROUND = frozenset({"علي", "حول", "ضد"})
_LAID = ("حصار", "طوق", "خناق", "قيود")
"""شددت القوات | الحصار | على البلدة: what is laid round a place is not what suffers it."""


def laid_round(grammar: Grammar, mark: Mark, what: Range | None) -> Range | None:
    """الحصار الذي تفرضه القوات | على البلدة: round whom what a pronoun means is laid."""
    if what is not None and goes_off(grammar, mark, what):  # عبوة | فجروها, الألغام التي | زرعوها
        return None
    if what is None or mark.entry.type != "COERCE" or not grammar.tokens[what[0]].word.core.startswith(_LAID):
        return what
    return after(grammar, mark.end, _ROUND)


def _is_dropped(grammar: Grammar, mark: Mark, where: Range) -> bool:
    """أسقطت المروحيات | براميل متفجرة | على البلدة: bombs that fall on something are no target, unlike what is shot down."""
    head = counted_noun(grammar, *where)
    over = grammar.parts[where[1] : where[1] + 1] == [PREPOSITION] and grammar.tokens[where[1]].norm == "علي"
    return mark.entry.lemma == "أسقط" and over and thing_group(grammar, head) in WEAPONRY


def whose_lives(grammar: Grammar, mark: Mark) -> Range | None:
    """أودى القصف بحياة | عائلة كاملة: whose lives an attack takes, if they are not counted."""
    behind = mark.companion + 1
    taken = mark.is_verb and mark.entry.lemma == "أودى" and 0 < behind < len(grammar.tokens)
    return phrase_behind(grammar, behind) if taken and grammar.parts[behind] == NOUN else None


_SETS_OFF = frozenset({"فجر", "زرع", "ألقى", "أطلق", "استخدم"})
