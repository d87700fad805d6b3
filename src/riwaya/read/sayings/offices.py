"""Whose an office is that stands behind somebody, and whose a name that stands behind an office."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, PREPOSITION, PRONOUN, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.asides import unnamed_speaker
from riwaya.read.grammar import Grammar, Range, per_document
from riwaya.read.phrases.manners import SUBJECT
from riwaya.read.sayings.walks import Walk


def is_his_office(grammar: Grammar, state: Walk, at: int, end: int) -> bool:
    """اتهم سالم الهاني | سفير البلاد في العاصمة |، المسلحين: an office right behind a full name is his if somebody else follows."""
    behind = end + int(end < state.limit and grammar.is_comma(end))
    if state.subject is None or state.subject[1] != at or at - state.subject[0] < _FULL_NAME or behind >= state.limit:
        return False
    named = (grammar.phrases.is_name(state.subject[0]) or grammar.phrases.is_title(state.subject[0])) and grammar.phrases.is_title(
        at
    )
    other = grammar.parts[behind] == NOUN and grammar.phrases.begins(behind)
    other = other and not grammar.phrases.preposition_of(grammar.tokens[behind])
    return named and other and bool(grammar.tokens[behind].word.labels & {"person", "source", "country"})


_FULL_NAME = 2


def in_commas(grammar: Grammar, subject: Range, at: int, limit: int) -> int | None:
    """دعا سالم الدباغ، | وزير الدفاع، إلى الهدنة; اتهم رئيس الوزراء، | سالم الدباغ، الحركة: the comma that ends who he is."""
    phrases = grammar.phrases
    if subject[1] != at - 1 or at >= limit or not grammar.is_comma(at - 1):
        return None
    named = phrases.is_name(subject[0]) or phrases.is_name(subject[1] - 1) or _is_titled_man(grammar, subject)
    office = named and phrases.is_title(at)
    ranked = at + 1 < limit and phrases.is_title(at) and phrases.is_name(at + 1)  # رئيس الأركان، | الجنرال سامي الخطيب،
    close = next((k for k in range(at + 1, min(limit, at + _IN_COMMAS)) if grammar.is_comma(k)), None)
    ranked = ranked or (close is not None and _ends_in_man(grammar, at, close))
    if not office and (named or not (phrases.is_name(at) or ranked) or not phrases.is_title(subject[0])):
        return None
    if close is None or grammar.tokens[at].word.conjunction or grammar.tokens[at].word.preposition:
        return None
    return None if any(_says_more(grammar, k) for k in range(at, close)) else close


def _ends_in_man(grammar: Grammar, at: int, close: int) -> bool:
    """المفتي العام، | خطيب المسجد الشيخ محمد الهاني|، إلى: a second office with the name of whoever holds both, up to the comma."""
    phrases = grammar.phrases
    person = any(phrases.is_title(k) for k in range(at, close)) or "person" in grammar.tokens[at].word.labels
    named = phrases.is_name(close - 1) or (phrases.is_name(close - 2) and phrases.has_article(close - 1))
    return person and close - at > _FULL_NAME and named


def _is_titled_man(grammar: Grammar, who: Range) -> bool:
    """العميد سالم | الهاني، قائد اللواء، القوات: a title or rank at the head, a first name within, a surname with the article."""
    phrases = grammar.phrases
    first = who[1] - 2
    titled = first > who[0] and phrases.is_title(who[0]) and phrases.has_article(who[1] - 1)
    return titled and (phrases.is_name(first) or phrases.is_given_name(who[0], first))


def with_office(grammar: Grammar, subject: Range, limit: int) -> Range:
    """بحسب سامي الخطيب | رئيس المجلس, بحسب سامي الخطيب، | رئيس المجلس،: a name with the office right behind it or in commas."""
    if (close := in_commas(grammar, subject, subject[1] + 1, limit)) is not None:
        return subject[0], close
    phrases, at = grammar.phrases, subject[1] + (subject[1] < limit and grammar.is_comma(subject[1]))
    apart = at > subject[1]
    plain = at < limit and not (grammar.tokens[at].word.conjunction or grammar.tokens[at].word.preposition)
    named = phrases.is_name(subject[0]) or phrases.is_name(subject[1] - 1)
    holder = named or (phrases.is_title(subject[0]) and phrases.is_complete(subject[1] - 1))
    if not plain or not holder or not phrases.is_title(at) or (phrases.has_article(at) and not apart):
        return subject
    if apart and not named and not (at + 1 < limit and phrases.is_name(at + 1)):
        return subject
    end = phrases.end(at, limit, SUBJECT)
    closes = all(grammar.is_sign(k) for k in range(end, limit))
    return (subject[0], end) if closes or not apart else subject


def _says_more(grammar: Grammar, at: int) -> bool:
    """الناطق باسم الحكومة | لـ«الأفق»: a clause, or the outlet that was told, is no part of an office."""
    told = grammar.tokens[at].norm == "ل" or (
        grammar.tokens[at].word.preposition == "ل" and "medium" in grammar.tokens[at].word.labels
    )
    return told or grammar.parts[at] in (VERB, THAT, RELATIVE)


_IN_COMMAS = 12


def past_office(grammar: Grammar, state: Walk, at: int) -> int:
    """The token behind who a speaker is, told in commas, which then are part of him; the same where none is told."""
    subject = state.subject
    close = in_commas(grammar, subject, at, state.limit) if subject is not None and subject[0] > state.start else None
    if subject is None or close is None:
        return at
    state.subject, state.closed = (subject[0], close), True
    state.commas += 1
    return close + 1


def is_apposed(grammar: Grammar, state: Walk, at: int) -> bool:
    """مدير المكتب في العاصمة العميد سالم: a rank or name behind the speaker's affiliation, no comma between, is still he."""
    if state.subject is None or state.channel is not None or at - state.subject[1] > _NEAR_SPEAKER:
        return False
    between = range(state.subject[1], at)
    if any(grammar.is_comma(k) or k in grammar.date_at or grammar.parts[k] not in (NOUN, PREPOSITION) for k in between):
        return False
    if "obj" in state.cue.frames and grammar.phrases.is_accusative(at):
        return False
    placed = all(grammar.tokens[k].word.core in _WHERE for k in between if grammar.parts[k] == PREPOSITION)
    return placed and (grammar.phrases.is_title(at) or grammar.phrases.is_name(at))


_NEAR_SPEAKER, _WHERE = 7, frozenset({"في", "لدي", "من", "مع"})


def is_his_name(grammar: Grammar, where: Range | None, at: int) -> bool:
    """حذر الخبير العسكري | العميد سالم الهاني | من الخطر: rank and name right behind an office without a name are his.

    So are a form of address and a name, and the king's name behind that of his office (خادم الحرمين | الملك سلمان).
    """
    phrases = grammar.phrases
    if where is None or at + 1 >= len(grammar.tokens):
        return False
    if phrases.is_owned(where[0]) and phrases.is_name(at):  # اتهم الدبيبة منافسه | باشاغا
        return True
    if not phrases.has_article(at):
        return False
    ranked = grammar.group(at, "source") == "rank" or grammar.tokens[at].word.core in ADDRESSED
    if not ranked and not (grammar.tokens[at].norm == "الملك" and grammar.tokens[where[0]].word.core in _KINGS):
        return False
    office = grammar.group(where[0], "source") in ("title", "anonymous")
    named = phrases.is_name(at + 1) or phrases.is_given_name(at, at + 1)
    return office and named and not any(phrases.is_name(k) for k in range(where[0], at))


@per_document
def may_be_named(grammar: Grammar) -> bool:
    """منافسه باشاغا, العميد سالم الهاني: whether ``is_his_name`` may hold somewhere in a report."""
    if any("source" in token.word.labels and grammar.phrases.is_owned(token.index) for token in grammar.tokens):
        return True
    definite = [token.word for token in grammar.tokens if token.word.article]
    return any(word.groups.get("source") == "rank" or word.core in ADDRESSED or word.norm == "الملك" for word in definite)


ADDRESSED = word_list("form of address")
_KINGS = ("خادم", "عاهل")


def known_before(grammar: Grammar, at: int, end: int) -> int:
    """حث أوبراين | رئيس البلاد على: behind a surname told before an office is another's; else the end given.

    أبلغت مصادر مطلعة | «الصباح» أن: behind a nameless source the paper in marks is told.
    """
    behind = at + 1
    marked = next((k for k in range(behind, end) if k in grammar.layout.closing), end)
    if (
        marked < end
        and grammar.group(at, "source") == "anonymous"
        and all(map(grammar.phrases.is_adjective, range(behind, marked)))
    ):
        return marked
    word = grammar.tokens[at].word
    named = end > behind + 1 and not word.labels and not word.article and grammar.phrases.is_title(behind)
    if not named or grammar.phrases.has_article(behind):
        return end
    told = first_told(grammar)[grammar.tokens[at].norm] < at - 1
    return behind if told else end


@per_document
def first_told(grammar: Grammar) -> dict[str, int]:
    """The words of a report → where each stands first."""
    found: dict[str, int] = {}
    for at, norm in enumerate(grammar.layout.norms):
        found.setdefault(norm, at)
    return found


def whole_speaker(grammar: Grammar, state: Walk) -> None:
    """قال وزير الدفاع | توفيق الجبوري | إن, زعيم الحركة عبدالملك | الحوثي | إن: bare nouns up to what is said are his name as well.

    The last one is definite or a name, and the verb addresses nobody who could stand there.
    """
    if state.cue.detail == "learn":
        _learned_from(grammar, state)
    if state.content is None or state.joint not in ("that", "colon", "quote") or state.cue.whom or state.subject is None:
        return
    state.subject = _set_off(grammar, state.subject, state.content) or unnamed_speaker(grammar, state.subject, state.content)[0]
    if state.addressee is not None and state.subject[0] < state.addressee[0] < state.subject[1]:
        state.addressee = None
    at, end = state.subject[1], state.subject[1]
    if (
        state.subject[0] < state.start
        or at >= state.content
        or (grammar.phrases.has_article(at) and not _ends_in_name(grammar, at - 1))
    ):
        return
    while end < min(state.content, at + _NAME_REACH) and may_name(grammar, end):
        end += 1
    opens = grammar.parts[end] == THAT or grammar.tokens[end].raw == ":" or end in grammar.layout.closing
    if at < end and opens and (grammar.phrases.has_article(end - 1) or grammar.phrases.is_name(end - 1)):
        state.subject = state.subject[0], end
    elif grammar.phrases.is_last_name(at):
        state.subject = state.subject[0], at + 1


def _set_off(grammar: Grammar, who: Range, content: int) -> Range | None:
    """أوضح مصدر، | من عائلة السجين، | أن: between commas right behind an indefinite speaker, of whom he is one."""
    at, close = who[1], content - 2
    if at + 2 >= close or not (grammar.is_comma(at) and grammar.is_comma(close)) or grammar.phrases.is_definite(who[0]):
        return None
    of = grammar.tokens[at + 1].norm
    people = "source" in grammar.tokens[at + 2].word.labels and not grammar.phrases.is_channel(at + 2)
    inner = of == "من" or (of == "في" and people)
    turn = bool(grammar.tokens[at + 2].word.labels & {"switch", "timeword"}) or grammar.tokens[at + 2].norm in ("جهه", "ناحيه")
    alone = not any(grammar.is_comma(k) or grammar.parts[k] in (VERB, THAT) for k in range(at + 1, close))
    return (who[0], close) if inner and alone and not turn else None


def _learned_from(grammar: Grammar, state: Walk) -> None:
    """علم مراسل الأفق | من مصادر طبية | أن, وعلم | من مصدر أمني | أن: whoever stands between من and أن told it to the outlet."""
    first, end = state.subject or (state.start + 1, state.content or 0)
    if first <= state.start or state.content is None or state.joint != "that":
        return
    at = next((k for k in range(first, end) if grammar.tokens[k].norm == "من"), None)
    if at is None or at + 1 >= end or "source" not in grammar.tokens[at + 1].word.labels or (at > first) is (state.subject is None):
        return
    if state.subject is not None:
        state.via.append((first, at))
    state.subject = (at + 1, grammar.phrases.end(at + 1, state.content - 1, SUBJECT))


def whole_name_before(grammar: Grammar, start: int, end: int, limit: int) -> int:
    """عن أوليه | سولفانج | وهو باحث, قوله: bare nouns behind a name in no table, up to who he is or what he says, are his name."""
    if end < limit and grammar.tokens[end].norm in ("احد", "احدي"):  # عن صالح يوسف | أحد قادة الفرقة
        return grammar.phrases.end(end, limit, SUBJECT)
    if grammar.tokens[start].word.labels or grammar.phrases.has_article(start) or end >= limit:
        return end
    last = end
    while last < min(limit, end + _NAME_REACH) and may_name(grammar, last) and not grammar.tokens[last].word.labels:
        last += 1
    joined = last < limit and grammar.parts[last] == PRONOUN and bool(grammar.tokens[last].word.conjunction)
    return last if joined or (last < limit and grammar.phrases.is_saying(last)) else end


def _ends_in_name(grammar: Grammar, last: int) -> bool:
    """محافظة ديالى كريم | السالم: whether what stands before a surname is a first name, right behind a place too."""
    return grammar.phrases.is_name(last) or (last - 1 in grammar.phrases.placed and grammar.parts[last] == NOUN)


def may_name(grammar: Grammar, at: int) -> bool:
    """توفيق | الجبوري: a noun with no preposition or conjunction, no time, manner or other teller (وفق | الوكالة)."""
    word = grammar.tokens[at].word
    if grammar.parts[at] != NOUN or word.conjunction or grammar.phrases.preposition_of(grammar.tokens[at]):
        return False
    return (
        at not in grammar.phrases.dated
        and not grammar.phrases.is_accusative(at)
        and not word.labels & {"timeword", "switch", "adverb", "according"}
    )


_NAME_REACH = 4
