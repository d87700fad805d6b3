"""What stands between a verb and its arguments and belongs to neither: a time between commas, a clause that describes."""

from __future__ import annotations

from riwaya.lang.ar.calendar import units
from riwaya.lang.ar.lexicon import Closed
from riwaya.lang.ar.parts import ADVERB, NOUN, NUMERAL, PREPOSITION, PRONOUN, QUANTIFIER, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.adverbials import past_when
from riwaya.read.clauses.apposed import says_more
from riwaya.read.grammar import Grammar
from riwaya.read.phrases.called import WINGS
from riwaya.read.phrases.manners import APART, SUBJECT
from riwaya.read.text.tokens import DASHES

_LONGEST = 12
_ABOUT = word_list("about a number")
_AT_THE = ("عند", "في")
_MORE = word_list("more or less than a number")
_OPENS_NUMBER = _ABOUT | _MORE | {"ما"}
_SELF = ("نفس", "انفس")
_HANDS = word_list("hand that loses")
_BACK = frozenset({"ه", "ها", "هم", "هما", "هن"})


def past_aside(grammar: Grammar, at: int, limit: int, named: bool) -> int:
    """The token behind an aside that a comma or dash opens; the same token where none is closed in time.

    ``named``: a phrase stands before it, so that who it is may be said between commas (الوزير، وهو نائب سابق، ...).
    """
    opener = grammar.tokens[at].raw
    earlier = past_when(grammar, at, limit) if grammar.parts[at] == PREPOSITION else at
    if not grammar.layout.lacks(_TIMED):
        earlier = max(past_hour(grammar, at, limit), _past_times(grammar, at, limit), earlier)
    if earlier > at:
        return earlier
    if not grammar.is_comma(at) and opener not in DASHES:
        return at
    if not named and _is_behind_time(grammar, at, limit):
        return at + 1
    signs = (k for k in range(at + 2, min(limit - 1, at + _LONGEST)) if _closes(grammar, k, opener))
    close = next(signs, None)
    if close is None or not _goes_on(grammar, close + 1):
        return at
    if not _is_aside(grammar, at + 1, close, named) and not (named and opener in DASHES):  # القوات -المدعومة من الدولة- | القرية
        return at
    return close + 1


def past_dashes(grammar: Grammar, at: int, limit: int) -> int:
    """مصادر | -طلبت عدم ذكرها- | فإن القصف توقف: the token behind what dashes hold; the same token where nothing such stands."""
    if at >= limit or grammar.tokens[at].raw not in DASHES:
        return at
    return next((k + 1 for k in range(at + 2, min(limit, at + _LONGEST)) if grammar.tokens[k].raw in DASHES), at)


def _is_behind_time(grammar: Grammar, comma: int, limit: int) -> bool:
    """استشهد فجر اليوم، | ثلاثة شبان: a comma between a time right behind a verb and those whom the verb tells of."""
    first = comma
    while first - 1 in grammar.phrases.dated:
        first -= 1
    first -= first < comma and grammar.tokens[first - 1].norm == "في"  # استهدفت | في ساعة مبكرة الجمعة، | مسلحين
    if first == comma or grammar.parts[first - 1] != VERB or comma + 1 >= limit:
        return False
    word = grammar.tokens[comma + 1].word
    bare = not (word.conjunction or word.preposition or word.article)
    return bare and grammar.parts[comma + 1] in (NOUN, NUMERAL, QUANTIFIER) and grammar.phrases.begins(comma + 1)


def _closes(grammar: Grammar, index: int, opener: str) -> bool:
    return grammar.tokens[index].raw in DASHES if opener in DASHES else grammar.is_comma(index)


def _is_aside(grammar: Grammar, start: int, end: int, named: bool) -> bool:
    """A time, prepositional phrases, or behind a phrase a clause that says who he is."""
    first = grammar.parts[start]
    town = start > 1 and start - 2 in grammar.phrases.placed and grammar.tokens[start].word.core in _ONE_OF
    if named and (town or grammar.tokens[start].norm in _WINGS):
        return not any(grammar.parts[k] in (VERB, THAT) for k in range(start, end))
    believed = grammar.tokens[start].word.core in _BELIEVED  # هاجم مسلحون، | يعتقد أنهم من الحركة، | حاجزا
    told = first == RELATIVE or believed or (first == PRONOUN and bool(grammar.tokens[start].word.conjunction))
    if named and (told or says_more(grammar, start, end)):
        return True
    at = start
    while at < end:
        if at in grammar.date_at:
            at = grammar.date_at[at].end
        elif grammar.parts[at] == ADVERB or "timeword" in grammar.tokens[at].word.labels:
            at += 1
        elif at in grammar.layout.brackets:
            at = max(at + 1, grammar.skip_bracket(at))
        elif "according" in grammar.tokens[at].word.labels:  # قصف الجيش، بحسب المرصد، | القرية
            said = grammar.layout.norms[at + 1 : at + 2] == ["ما"]  # قتل، وفق ما ذكر شهود، | جنديان
            return said or not any(grammar.parts[k] in (VERB, THAT) for k in range(at, end))
        elif named and _is_part_of_land(grammar, at, end):
            at = grammar.place_at[at].end
        else:
            return _is_prepositional(grammar, at, end)
    return True


def _is_part_of_land(grammar: Grammar, at: int, end: int) -> bool:
    """في مدينة درعا، | جنوب البلاد، | ضد الجيش: where a place lies, right before a preposition."""
    lies = at in grammar.place_at and "direction" in grammar.tokens[at].word.labels
    return lies and end + 1 < len(grammar.tokens) and grammar.parts[end + 1] == PREPOSITION


_WINGS = (*WINGS, "جناح", "ذراع", "فرع")
"""كتائب الوادي، | الجناح العسكري للحركة، القرية, الجبهة، | فرع التنظيم، خمسة شبان: whose wing somebody is, between commas."""
_ONE_OF = ("احد", "احدي", "ثاني", "كبري", "عاصمه")
"""في الإقليم، | أحد الأقاليم الشرقية، ثلاث شابات: what says more of a place between commas."""


def _is_prepositional(grammar: Grammar, at: int, end: int) -> bool:
    """Whether a prepositional phrase without a clause fills the rest of an aside."""
    opens = grammar.parts[at] == PREPOSITION or (bool(grammar.tokens[at].word.preposition) and grammar.parts[at] == NOUN)
    return opens and not any(grammar.parts[k] in (VERB, THAT) or grammar.is_comma(k) for k in range(at, end))


def _goes_on(grammar: Grammar, at: int) -> bool:
    """Whether the clause goes on behind an aside: with a phrase or a preposition that no conjunction opens."""
    if at >= len(grammar.tokens) or grammar.tokens[at].word.conjunction:
        return False
    return grammar.parts[at] in (PREPOSITION, ADVERB) or grammar.phrases.begins(at)


def past_hour(grammar: Grammar, at: int, limit: int) -> int:
    """استهدف | قرابة الساعة الثالثة | مركز الشرطة: the token behind an hour; the same token where none stands."""
    hour = at
    while hour < limit and (grammar.tokens[hour].word.core in _ABOUT or grammar.tokens[hour].norm in _AT_THE):
        hour += 1
    if hour + 1 >= limit or grammar.tokens[hour].norm != "الساعه":
        return at
    behind = hour + 1
    while behind < limit and (behind in grammar.date_at or _tells_hour(grammar, behind)):
        behind = grammar.date_at[behind].end if behind in grammar.date_at else behind + 1
    return behind


def _tells_hour(grammar: Grammar, at: int) -> bool:
    token = grammar.tokens[at]
    if grammar.parts[at] == NUMERAL:  # الساعة 14,00 | ثلاث قرى
        return token.raw[:1].isdigit() and grammar.tokens[at - 1].norm in ("الساعه", ":")
    ordinal = token.word.article and token.word.bare.endswith("ة") and at not in grammar.place_at
    return token.raw in ":." or ordinal or "timeword" in token.word.labels


def past_belief(grammar: Grammar, at: int, limit: int) -> int:
    """مسلحون | يعتقد أنهم من الحركة, طائرات | يعتقد أنها لتحالف تقوده الدولة: the token behind what somebody is believed to be."""
    if grammar.tokens[at].word.core not in _BELIEVED or grammar.tokens[at].word.conjunction or at + 2 >= limit:
        return at
    behind = at + 1 + (grammar.tokens[at + 1].norm in ("في", "ب"))
    owned = grammar.tokens[behind].norm.endswith(("ه", "ها", "هم", "هما", "هن"))
    if not owned or not (grammar.parts[behind] == THAT or grammar.phrases.is_owned_masdar(behind)):
        return at
    behind += 1
    behind += behind < limit and grammar.parts[behind] == VERB
    behind += behind < limit and grammar.parts[behind] == PREPOSITION
    if behind >= limit or not grammar.phrases.begins(behind):
        return at
    end = _past_kind(grammar, behind, limit) or grammar.phrases.end(behind, limit, APART)
    if end < limit and grammar.tokens[end].word.preposition == "ل" and grammar.phrases.begins(end):
        end = grammar.phrases.end(end, limit, APART)
    led = end + 1 < limit and grammar.parts[end] == VERB and points_back(grammar, end) and grammar.phrases.begins(end + 1)
    return grammar.phrases.end(end + 1, limit, APART) if led else end


def _past_kind(grammar: Grammar, at: int, limit: int) -> int:
    """يرجح أنها روسية | أطراف البلدة: the token behind adjectives that say of what kind somebody is; 0 where none ends here."""
    phrases, end = grammar.phrases, at
    while (
        end < limit
        and phrases.is_adjective(end)
        and not phrases.is_definite(end)
        and not phrases.preposition_of(grammar.tokens[end])
    ):
        end += 1
    other = end >= limit or phrases.is_definite(end) or end in grammar.place_at or grammar.parts[end] == PREPOSITION
    return end if end > at and other else 0  # يهوديان | متطرفان go on


_BELIEVED = word_list("believed")


def past_description(grammar: Grammar, at: int, limit: int) -> int:
    """مقاتلون | تدعمهم طائرات | المدينة: the token behind a short clause with a pronoun that describes the phrase before it."""
    if (past := past_belief(grammar, at, limit)) > at:
        return past
    if grammar.phrases.is_tied(at) and at + 1 < limit:  # استهدفت الجماعة | المرتبطة بالقاعدة | حاجزا
        return grammar.phrases.end(at + 1, limit, _SPLIT)
    verb = at + 1 if grammar.parts[at] == RELATIVE and at + 1 < limit else at
    if verb > at and (comma := _comma_behind(grammar, at, limit)) is not None and _goes_on(grammar, comma + 1):
        return comma + 1
    if grammar.parts[verb] != VERB or grammar.tokens[verb].word.conjunction:
        return at
    if not points_back(grammar, verb):
        return _past_doing(grammar, at, limit) if verb == at else at
    behind = verb + 1
    if behind < limit and grammar.phrases.begins(behind) and not grammar.phrases.preposition_of(grammar.tokens[behind]):
        return _before_site(grammar, behind, grammar.phrases.end(behind, limit, _SPLIT), limit)
    return behind


def _before_site(grammar: Grammar, start: int, end: int, limit: int) -> int:
    """قوة ترافقها جرافة | بلدة الزيتون: the town that nothing follows is no genitive of who goes with them, but what is hit."""
    if (end < limit and grammar.phrases.begins(end)) or grammar.phrases.has_article(start):
        return end
    sites = (at for at in range(start + 1, end) if at in grammar.place_at and grammar.place_at[at].noun)
    return next(sites, end)


def _past_doing(grammar: Grammar, at: int, limit: int) -> int:
    """مسلحون | يستقلون دراجات نارية | نقطة تفتيش: the token behind what an indefinite subject does, before the next phrase."""
    behind = at + 1
    describes = grammar.tokens[at].word.core[:1] in ("ي", "ت") and not grammar.phrases.is_definite(at - 1)
    if (
        not describes
        or behind >= limit
        or not grammar.phrases.begins(behind)
        or grammar.phrases.preposition_of(grammar.tokens[behind])
    ):
        return at
    end = grammar.phrases.end(behind, limit, _SPLIT)
    if end >= limit or not grammar.phrases.begins(end):
        return at
    token = grammar.tokens[end]
    return at if token.word.conjunction or grammar.phrases.preposition_of(token) else end


_SPLIT = changed(SUBJECT, split=True)


def _comma_behind(grammar: Grammar, at: int, limit: int) -> int | None:
    return next((k for k in range(at, min(limit, at + _LONGEST)) if grammar.is_comma(k)), None)


def points_back(grammar: Grammar, verb: int) -> bool:
    """Whether a pronoun hangs on a verb, be it one that no table has (ترافقها)."""
    word = grammar.tokens[verb].word
    strange = not word.analyses and word.norm.endswith(("ها", "هم"))
    return strange or any(found.pronoun in _BACK for found in word.analyses if found.sense.part == "verb")


def approximates(grammar: Grammar, at: int, limit: int) -> bool:
    """نحو ثلاثين طائرة, أكثر من ألف شخص, ما لا يقل عن عشرة: words of approximation that open the phrase of their number."""
    return past_about(grammar, at, limit) > at


def past_about(grammar: Grammar, at: int, limit: int) -> int:
    """The number behind words of approximation; the same token where none stand."""
    core, part = grammar.tokens[at].word.core, grammar.parts[at]
    if part != QUANTIFIER and core not in _MORE and core not in _ABOUT:
        return at
    behind = at + 1
    if part == QUANTIFIER and not _is_number(grammar, at):  # ما لا يقل عن | عشرة, زهاء | ستين
        while behind < limit and grammar.parts[behind] == QUANTIFIER and not _is_number(grammar, behind):
            behind += 1
        return behind if behind < limit and _is_number(grammar, behind) else at
    if core in _MORE and behind < limit and grammar.tokens[behind].norm in ("من", "عن"):
        behind += 1
    elif core not in _ABOUT:
        return at
    counts = behind < limit and (grammar.parts[behind] in (NUMERAL, QUANTIFIER) or grammar.tokens[behind].word.core in units())
    return behind if counts else at  # نحو | ثلاثة أيام, نحو | ساعتين


def _is_number(grammar: Grammar, at: int) -> bool:
    """20, عشرين: a number in digits or words."""
    return grammar.parts[at] == NUMERAL or "number" in grammar.tokens[at].word.labels


def _opens_clause(grammar: Grammar, at: int, limit: int) -> bool:
    """غارة على السوق | والجيش ينفي: a definite noun with و right before its own verb goes on with another clause."""
    if not grammar.tokens[at].word.conjunction or grammar.parts[at] != NOUN or at + 1 >= limit:
        return False
    verb = grammar.parts[at + 1] == VERB and not grammar.tokens[at + 1].word.conjunction
    return verb and grammar.phrases.has_article(at)


def _is_loser(grammar: Grammar, at: int, behind: int) -> bool:
    """انتزع مقاتلو المعارضة بلدة | من قوات النظام: a force from which a place is taken."""
    place = at in grammar.place_at or grammar.group(at, "thing") in ("settlement", "position")
    place = place and not grammar.phrases.is_owned(behind - 2)
    force = grammar.group(behind, "person") in ("unit", "military", "militant") or grammar.group(behind, "source") == "group"
    return place and (force or grammar.register.names_one(grammar.tokens[behind].word.core))


def _ranks(grammar: Grammar, at: int, limit: int) -> bool:
    """شنت الدولة | أول غارات جوية, نفذ الجيش | أكبر عملية: a word of rank with an indefinite noun behind something definite."""
    word, before = grammar.tokens[at].word, at - 1
    if word.article or word.conjunction or word.preposition or at + 1 >= limit:
        return False
    whole = grammar.phrases.is_definite(before) or before in grammar.phrases.placed
    return whole and grammar.parts[at + 1] == NOUN and not grammar.phrases.is_definite(at + 1)


_RANKS = frozenset({"اول", "اكبر", "اعنف", "اخر"})


def room(grammar: Grammar, at: int, limit: int) -> int:
    """Where a phrase must end that begins at a token: before نفسه, before a counted phrase, before the hands that lose it."""
    tokens = grammar.tokens
    for k in range(at + 1, min(limit, at + 2 * _LONGEST)):
        word = tokens[k].word
        core = word.core
        if core.startswith(_SELF) and core.endswith(("ه", "ها", "هم", "هما", "هن")):
            return k
        if (core in _OPENS_NUMBER and approximates(grammar, k, limit)) or (core in _RANKS and _ranks(grammar, k, limit)):
            return k
        if word.conjunction and _opens_clause(grammar, k, limit):
            return k
        if word.norm == "من" and k + 1 < limit and (tokens[k + 1].word.core in _HANDS or _is_loser(grammar, at, k + 1)):
            return k
    return limit


def counts_nothing(grammar: Grammar, at: int) -> bool:
    """طائرات من طراز إف | 16: a number in digits before a time, a comma, a preposition or nothing; an hour (الساعة 14,00).

    انتحاري يقتل | 25 في سوق: not right behind a verb.
    """
    behind, limit = at + 1, grammar.limit(at)
    if not grammar.layout.lacks(_TIMED) and max(past_hour(grammar, at, limit), _past_times(grammar, at, limit)) > at:
        return True
    if grammar.parts[at] != NUMERAL or not grammar.tokens[at].raw.isdigit() or (at > 0 and grammar.parts[at - 1] == VERB):
        return False
    if behind >= limit or behind in grammar.date_at or grammar.is_comma(behind):
        return True
    return grammar.parts[behind] == PREPOSITION and not grammar.tokens[behind].norm.startswith("من")


def _past_times(grammar: Grammar, at: int, limit: int) -> int:
    """قصفت | ثلاث مرات | السوق, قصفت | مرتين | السوق: behind how often something is done; the same token where nothing says so."""
    end = at + (grammar.parts[at] in (NUMERAL, QUANTIFIER) and at + 1 < limit and grammar.tokens[at + 1].norm in ("مرات", "مره"))
    often = end > at or grammar.tokens[at].norm == "مرتين"
    return end + 1 if often and end + 1 < limit else at


HOUR = frozenset({"الساعه"})
_TIMED = HOUR | {"مرات", "مره", "مرتين"}


def brings_about(grammar: Grammar, at: int) -> bool:
    """هجوم على حافلة | يخلف 9 قتلى, | يوقع جرحى: a verb that says what came of something."""
    found = grammar.tokens[at].word.find("light", "verb")
    several = grammar.tokens[at].norm.endswith(("وا", "ون"))  # أسرى | تسببوا في مقتل جنود
    if found is None or several or not isinstance(found.sense.entry, Closed) or found.sense.entry.group != "cause":
        return False
    behind = range(at + 1, min(at + _OUTCOME, grammar.limit(at)))
    return any(grammar.parts[k] == NUMERAL or grammar.tokens[k].word.labels & {"trigger", "number"} for k in behind)


_OUTCOME = 4


def is_causing(grammar: Grammar, at: int) -> bool:
    """قذائف | تسببت في احتراق مركبتين, | متسببة في مقتل جنديين: a verb of cause, or the participle that tells the same."""
    if grammar.parts[at] == VERB:
        return grammar.light(at) == "cause"
    return grammar.tokens[at].word.core.startswith("متسبب") and not grammar.tokens[at].word.article


def past_channel(grammar: Grammar, at: int, limit: int) -> int:
    """قول الرئيس|، في مقابلة بثتها القناة، | إن: the token behind a channel, between commas or not, before أن; else the same."""
    if at + 2 < limit and grammar.tokens[at].norm == "في" and grammar.phrases.is_channel(at + 1):
        told = next((k for k in range(at + 2, min(limit, at + _LONGEST)) if grammar.parts[k] in (THAT, VERB)), at)
        return told if grammar.parts[told] == THAT else at  # إعلان الوزير | في بيان | أن
    if at + 2 >= limit or not grammar.is_comma(at) or grammar.tokens[at + 1].norm != "في" or not grammar.phrases.is_channel(at + 2):
        return at
    close = next((k for k in range(at + 3, min(limit - 1, at + _LONGEST)) if grammar.is_comma(k)), None)
    return close + 1 if close is not None and grammar.parts[close + 1] == THAT else at


def before_among(grammar: Grammar, comma: int) -> int:
    """خمسة عناصر|، بينهم قيادي، |قتلوا, الكتيبة|، بقيادة العقيد، |وصلت: the comma before an aside on who is among or leads them;
    else the sign itself."""
    if not grammar.is_comma(comma):
        return comma
    first = max(grammar.layout.sentence(comma).start, comma - _AMONG_REACH)
    for at in range(comma - 2, first, -1):
        if grammar.parts[at] == VERB:
            return comma
        if grammar.is_comma(at):
            behind = at + 1 + (grammar.tokens[at + 1].norm == "من")
            word = grammar.tokens[behind].word
            return at if "subset" in word.labels or word.norm in _AMONG_THEM else comma
    return comma


_AMONG_REACH, _AMONG_THEM = 8, ("بينهما", "بقياده", "برئاسه")


def is_of_many(grammar: Grammar, at: int) -> bool:
    """عدد كبير | من | الآليات, عدد | كبير | من الآليات: what stands between a quantity and those of whom there are so many."""
    norm = grammar.tokens[at].norm
    return norm == "من" or (at > 0 and norm.startswith(_GREAT) and grammar.parts[at - 1] in (NUMERAL, QUANTIFIER))


_GREAT = ("كبير", "قليل", "محدود", "هائل", "ضخم")
