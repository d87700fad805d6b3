"""Behind a preposition inside a clause: where its phrase ends, with what is counted, described or done in it."""

from __future__ import annotations

from riwaya.lang.ar.parts import (
    ADVERB,
    AUXILIARY,
    CONTRAST,
    DEMONSTRATIVE,
    NOUN,
    NUMERAL,
    PREPOSITION,
    QUANTIFIER,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    VERB,
)
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.between import approximates, past_aside, past_hour
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.left_over import what_is_left
from riwaya.read.clauses.near import counted_end
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT, Manner
from riwaya.read.phrases.names import LABEL


def past_preposition(grammar: Grammar, at: int, limit: int) -> int:
    """قتل في | هجوم على الحاجز | ثلاثة جنود: the token behind a preposition and its phrase."""
    if (hour := past_hour(grammar, at, limit)) > at:  # هاجموا | عند الساعة 10:30 | قاعدة
        return hour
    inner = at + 1
    found = grammar.tokens[at].word.find("prep")
    if found is not None and (found.pronoun or whole_with_pronoun(grammar.tokens[at].norm)):
        return _past_some_of_them(grammar, at, limit)
    if inner + 1 < limit and grammar.parts[inner] == NUMERAL and _is_a_time(grammar, inner + 1):  # قصفوا | في عدة مرات | المصفاة
        return inner + 2
    if inner < limit and approximates(grammar, inner, limit):
        return counted_end(grammar, inner, limit, _GOVERNED)
    if inner in grammar.date_at:  # اقتحمت في | ساعات الفجر | قوات خاصة القرية
        return grammar.date_at[inner].end
    if _is_since_that(grammar, at, limit):
        return inner + 1
    if inner < limit and (past := _past_same_or_left(grammar, inner, limit)) > inner:
        return past
    if inner < limit and _is_a_time(grammar, inner) and inner + 1 < limit:
        return inner + 1 + _describes_time(grammar, inner + 1)
    if inner < limit and grammar.phrases.begins(inner):
        inner += _is_before_pointer(grammar, inner, limit)
        end = _past_its_land(grammar, _place_alone(grammar, inner, grammar.phrases.end(inner, limit, _GOVERNED)), limit)
        end = _past_counted(grammar, end, limit, _GOVERNED)
        return _past_own_object(grammar, at, end, limit)
    close = grammar.layout.closing.get(inner, inner)  # قتل في | «هجوم إرهابي» | ثلاثة جنود
    return close + 1 if inner < close < limit and close - inner <= LABEL else inner


def _is_since_that(grammar: Grammar, at: int, limit: int) -> bool:
    """زار الأمير عقب ذلك | وحدات المدفعية, قصف الجيش بعد ذلك | القرية: ذلك is whole before what is no time and no happening."""
    if at + 2 >= limit or grammar.tokens[at].word.core not in _SINCE or grammar.tokens[at + 1].norm != "ذلك":
        return False
    labels = grammar.tokens[at + 2].word.labels
    return bool(labels & {"thing", "person", "source"}) and not labels & {"trigger", "timeword", "masdar", "measure"}


_SINCE = word_list("since that")


def past_clause(grammar: Grammar, at: int, limit: int) -> int:
    """قتلت القوات | التي سيطرت على البلدة | عشرات المدنيين: the object behind the relative clause of a subject; else the relative.

    The verb of the clause takes one phrase for itself, none where a preposition stands right behind it.
    """
    verb = at if _describes_bare(grammar, at, limit) else at + 1
    was = at < verb < limit - 1 and grammar.parts[verb] == AUXILIARY  # المسلحون | الذين كانوا في الوادي | حاجزا
    verb += was and grammar.parts[verb + 1] == VERB
    if (verb > at and grammar.parts[at] != RELATIVE) or verb >= limit or not (was or grammar.parts[verb] == VERB):
        return at
    index = verb + 1
    own = index < limit and grammar.parts[index] != PREPOSITION
    while index < limit and grammar.parts[index] not in _OPENING:
        if grammar.is_comma(index) and (past := past_aside(grammar, index, limit, True)) > index:  # أطلق من البحر|، أمس،| مخزنا
            index = past
            continue
        if grammar.is_sign(index):
            break
        behind = _past_part(grammar, index, limit)
        if behind == index:
            if grammar.tokens[index].word.conjunction or not grammar.phrases.begins(index):
                return at
            if not own:
                return index
            own, behind = False, grammar.phrases.end(index, limit, _GOVERNED)
        index = behind
    return at


def _describes_bare(grammar: Grammar, at: int, limit: int) -> bool:
    """دمر صاروخ | أطلق من البحر | مخزنا: a verb with a preposition right behind it, which describes an indefinite noun."""
    if grammar.parts[at] != VERB or grammar.parts[at - 1] != NOUN or at + 1 >= limit or grammar.parts[at + 1] != PREPOSITION:
        return False
    return not (grammar.tokens[at].word.conjunction or grammar.phrases.is_definite(at - 1))


def _past_part(grammar: Grammar, at: int, limit: int) -> int:
    """The token behind a time, an adverb or a preposition with its phrase in a relative clause; else the token."""
    if at in grammar.date_at:
        return grammar.date_at[at].end
    if grammar.parts[at] == PREPOSITION:
        return past_preposition(grammar, at, limit)
    if grammar.phrases.preposition_of(grammar.tokens[at]) and grammar.phrases.begins(at):
        return grammar.phrases.end(at, limit, _GOVERNED)
    return at + (grammar.parts[at] == ADVERB)


_OPENING = frozenset({VERB, THAT, RELATIVE, SUBORDINATOR, CONTRAST})


def _place_alone(grammar: Grammar, at: int, end: int) -> int:
    """استقبل الملك في الرياض | الرئيس الأوكراني, فجر في حي الكرادة | انتحاري نفسه: an office with the article or an indefinite
    person behind the name of a place is somebody else.
    """
    behind = grammar.place_at[at].end if at in grammar.place_at else end
    person = behind < end and "person" in grammar.tokens[behind].word.labels
    other = behind < end and (grammar.phrases.is_title(behind) if grammar.phrases.has_article(behind) else person)
    return behind if other and not grammar.tokens[behind].word.conjunction else end


def _past_its_land(grammar: Grammar, end: int, limit: int) -> int:
    """قتل جنديان في مدينة أورفة | التركية: the token behind the adjective of the land where a place is, nobody of its own."""
    if end >= limit or end - 1 not in grammar.phrases.placed or "demonym" not in grammar.tokens[end].word.labels:
        return end
    word = grammar.tokens[end].word
    describes = bool(word.article) and word.bare.endswith(("ية", "ي")) and not (word.conjunction or word.preposition)
    return end + 1 if describes else end


def _is_before_pointer(grammar: Grammar, at: int, limit: int) -> bool:
    """قتل جندي في إطار | هذه العمليات: an indefinite noun behind a preposition has what is pointed to as its genitive."""
    known = grammar.phrases.is_definite(at) or grammar.phrases.is_adjective(at)
    return at + 2 < limit and not known and grammar.parts[at + 1] == DEMONSTRATIVE and grammar.phrases.has_article(at + 2)


_GOVERNED = Manner(SUBJECT.stops | {"ضد", "في", "ل"}, split=True, attach=False)


def _is_a_time(grammar: Grammar, at: int) -> bool:
    """منذ | أشهر, في | وقت: a time without the article, behind which a phrase may begin."""
    word = grammar.tokens[at].word
    return bool(word.labels & _TIMES) and not word.article


def _past_same_or_left(grammar: Grammar, at: int, limit: int) -> int:
    """اعتقلت الشرطة في | اليوم نفسه | ثلاثة شبان, فرض على | من بقي من السكان | حصارا: the token behind a definite time that is the
    same as one before, or behind those who are left; the same token where neither stands."""
    timed = at + 1 < limit and grammar.tokens[at].word.labels & _TIMES and grammar.tokens[at].word.article
    if timed and grammar.tokens[at + 1].norm in _SAME:
        return at + 2
    return what_is_left(grammar, at)


_SAME = ("نفسه", "نفسها", "ذاته", "ذاتها", "عينه")


def _describes_time(grammar: Grammar, at: int) -> bool:
    """في وقت | لاحق, منذ أشهر | طويلة: an adjective behind a time, no phrase of its own."""
    phrases, word = grammar.phrases, grammar.tokens[at].word
    plain = grammar.parts[at] == NOUN and not phrases.is_definite(at) and not word.preposition
    spoken = grammar.tokens[at - 1].word.core == "وقت"
    return plain and (spoken or (phrases.is_adjective(at) and not word.labels & THINGS))


_TIMES = frozenset({"timeword", "measure"})
THINGS = frozenset({"person", "thing", "source", "country", "number", "trigger"})
"""Labels of words that name somebody, something or how many."""


def _past_counted(grammar: Grammar, end: int, limit: int, manner: Manner) -> int:
    """تمكنت من قتل | ستة منهم: a number behind a verbal noun is its genitive and no subject."""
    counts = end < limit and grammar.parts[end] in (NUMERAL, QUANTIFIER) and grammar.phrases.is_masdar(end - 1)
    return counted_end(grammar, end, limit, manner) if counts else end


def _past_own_object(grammar: Grammar, at: int, end: int, limit: int) -> int:
    """اعتقلت الشرطة أثناء مداهمتها | المنازل | عشرة شبان: what is done meanwhile has an object of its own, behind which we go on.

    التقى الوزير خلال زيارته | الرئيس: people behind a meeting may be those whom the verb means.
    """
    deed = at + 1
    if grammar.tokens[at].norm not in _WHILE or end != deed + 1 or not _is_object(grammar, end, limit):
        return end
    meets = any(entry.type == "CONSULT" for entry in entries_at(grammar, deed)) and end not in grammar.place_at
    if meets or not (grammar.phrases.is_owned(deed) and grammar.phrases.is_his_doing(deed)):
        return end
    return grammar.phrases.end(end, limit, SUBJECT)


def _is_object(grammar: Grammar, at: int, limit: int) -> bool:
    """Whether a noun that no conjunction or preposition leads begins a phrase at a token."""
    if at >= limit or grammar.parts[at] != NOUN or not grammar.phrases.begins(at):
        return False
    return not (grammar.tokens[at].word.conjunction or grammar.phrases.preposition_of(grammar.tokens[at]))


_WHILE = word_list("while doing something else")


def whole_with_pronoun(norm: str) -> bool:
    """تبرعت | به الإمارات, سلم | لهم المدينة: ب or ل and its pronoun, one word in the tables."""
    return norm[:1] in ("ب", "ل") and norm[1:] in _PRONOUNS


_PRONOUNS = frozenset({"ه", "ها", "هم", "هما", "نا"})


def _past_some_of_them(grammar: Grammar, at: int, limit: int) -> int:
    """قتل 15 شخصا | بينهم نساء وأطفال: the token behind a preposition with a pronoun, and behind whoever is among them."""
    behind = at + 1
    among = grammar.tokens[at].norm.startswith("بين") and grammar.tokens[at].norm != "بينما"
    return grammar.phrases.end(behind, limit) if among and behind < limit and grammar.phrases.begins(behind) else behind


def says_what_for(grammar: Grammar, at: int, reserved: Range) -> bool:
    """وصلت طائرة | إغاثة سعودية: the word that an event needs, as the kind of the vehicle that does it."""
    return at + 1 == reserved[0] and grammar.group(at, "thing") == "vehicle" and not grammar.phrases.is_definite(at)


def resumed(grammar: Grammar, index: int, preps: frozenset[str]) -> str:
    """The pronoun on a preposition right behind a verb that stands for what it is about (سيطر | عليها), empty where none does."""
    for at in range(index + 1, min(grammar.limit(index), index + _NEAR)):
        found = grammar.tokens[at].word.find("prep")
        if found is not None and found.pronoun in BACK_PRONOUNS:
            return found.pronoun if grammar.tokens[at].norm.removesuffix(found.pronoun) in preps else ""
        if grammar.parts[at] not in (ADVERB, AUXILIARY) and at not in grammar.date_at:
            return ""
    return ""


_NEAR = 4

BACK_PRONOUNS = frozenset({"ه", "ها", "هم", "هما", "هن"})


def who_were(grammar: Grammar, at: int) -> bool:
    """أفرج عن عشرة بحارة | كانوا محتجزين لدى قراصنة: in the plural right behind a noun "they were" tells of those it names."""
    return grammar.tokens[at].norm in _THEY_WERE and grammar.parts[at - 1] == NOUN


_THEY_WERE = frozenset({"كانوا", "كانا", "كانتا", "كن"})


def means_another(grammar: Grammar, relative: int, index: int) -> bool:
    """الشرطة التي قبضت | عليه, الجيش الذي | قصفها: a pronoun of another gender or number than the relative means somebody else."""
    norm = grammar.tokens[relative].norm
    own = next((pronoun for end, pronoun in (*_ONE, _MANY) if norm.endswith(end)), None)
    word, behind = grammar.tokens[index].word, grammar.tokens[index + 1 : index + 2]
    pronouns = {found.pronoun for found in word.analyses if found.sense.part == "verb" and found.pronoun}
    if not pronouns and behind:
        pronouns = {found.pronoun for found in behind[0].word.analyses if found.sense.label == "prep" and found.pronoun}
    return own is not None and bool(pronouns) and own not in pronouns and not pronouns - BACK_PRONOUNS


_ONE = (("التي", "ها"), ("الذي", "ه"))
_MANY = ("الذين", "هم")
