"""Attribution by signs: a name before a colon, a quotation before its verb."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.lang.ar.calendar import ordinal_words
from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.gazetteer import state_of_capital
from riwaya.lang.ar.lexicon import Closed, Cue
from riwaya.lang.ar.parts import NOUN, NUMERAL, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import BEFORE_VERB, SUBJECT
from riwaya.read.sayings.attribution import Attribution, attribution, content_from
from riwaya.read.sayings.colon_cited import cited_before_colon, listener_before_colon
from riwaya.read.sayings.offices import with_office
from riwaya.read.sayings.silent_marks import names_work
from riwaya.read.text.tokens import DASHES, DOTS

_LONGEST_NAME = 12
_SAY = Cue(":", "assert", "say", "form", "N", frozenset({"quote"}), frozenset(), frozenset())


def colon(grammar: Grammar, index: int) -> Iterator[Attribution]:
    """A speaker's name, a colon, and what he says (المرصد: 12 قتيلا)."""
    if grammar.tokens[index].raw != ":":
        return
    first = _behind_heading(grammar, index)
    name_end = _before_reply(grammar, first, index)
    if index - first > _LONGEST_NAME or index == first:
        return
    told = _told_to(grammar, first, name_end) or listener_before_colon(grammar, first, name_end)
    behind = told[0] - (not grammar.tokens[told[0]].word.preposition) if told else name_end
    cited = cited_before_colon(grammar, first, name_end) if told is None else None
    behind = first if cited is not None else behind
    if any(grammar.parts[k] in (VERB, THAT) or grammar.tokens[k].raw in DASHES for k in range(first, behind)):
        return
    interviewed = told is not None and _is_anybody(grammar, first, behind)
    head = grammar.tokens[first]
    heads = name_end == first + 1 and _is_point(grammar, first)
    if heads or head.norm in _HEADINGS or not (interviewed or _is_name(grammar, first, name_end)):
        return
    content = content_from(grammar, index + 1, index)
    if content is not None and first not in grammar.phrases.placed:
        content = (_to_title_end(grammar, content[0]), content[1])
    if content is None or content[0][1] - content[0][0] < 2 or _is_dateline(grammar, first, name_end, content[0][0]):
        return
    made = attribution((index, index + 1), _SAY, "colon", content[0])
    inner = (first + 1, name_end - 1) if grammar.layout.closing.get(first) == name_end - 1 else (first, name_end)
    if cited is not None:
        yield changed(made, subject=cited[1], via=(cited[0],), quoted=content[1])
        return
    if told is not None:
        marked = grammar.layout.closing.get(first) == _before_paper(grammar, told) - 1
        inner = (first + marked, _before_paper(grammar, told) - marked)
    yield changed(made, subject=inner, addressee=told, quoted=content[1])


def _to_title_end(grammar: Grammar, content: Range) -> Range:
    """الوزير: المعركة حسمت.. | والعملية مستمرة: in a headline he says what two dots part as well, till somebody else speaks."""
    sentences, here = grammar.layout.sentences, grammar.layout.sentence_of[content[0]]
    start, end = content
    while end < len(grammar.tokens) and grammar.layout.sentence(content[0]).paragraph == 0 and here + 1 < len(sentences):
        dots, behind = sentences[here].end - 1, sentences[here + 1]
        if behind.paragraph or grammar.tokens[dots].raw not in DOTS or _tells_himself(grammar, behind.start, behind.end):
            break
        here, end = here + 1, behind.end
    return start, end


def _tells_himself(grammar: Grammar, start: int, end: int) -> bool:
    """والبنتاغون يؤكد مقتله, نتنياهو: لن نتوقف: another speaker with his verb or colon."""
    cue = (at for at in range(start, end) if grammar.parts[at] == VERB and "cue" in grammar.tokens[at].word.labels)
    return any(grammar.tokens[at].raw == ":" for at in range(start, end)) or next(cue, None) is not None


def _is_point(grammar: Grammar, at: int) -> bool:
    """ختاماً: نشكر, الثاني: انسحاب الجيش, أبرزها: وقف القصف: one word that numbers a point or points back to what is listed."""
    word = grammar.tokens[at].word
    owned = grammar.phrases.is_owned(at) and not word.labels
    adverbial = grammar.tokens[at].raw.endswith(("اً", "ًا")) or (word.preposition == "ل" and not word.labels)
    return adverbial or owned or (word.core in ordinal_words() and not word.labels)


def _behind_heading(grammar: Grammar, index: int) -> int:
    """عاجل | الكتائب: استهدفنا دبابة, عاجل: مراسلنا: : where a name begins before a colon, behind a heading of the outlet."""
    first = grammar.layout.sentence(index).start
    parted = first + 2 < index and grammar.tokens[first].norm in _HEADINGS and grammar.is_sign(first + 1)
    return first + 2 if parted else first


def _before_reply(grammar: Grammar, first: int, colon: int) -> int:
    """الخالدي | ردا على "النوري": لا اتفاق: where a name ends before a colon, what he answers is no part of it."""
    norms = grammar.layout.norms
    return next((at for at in range(first + 1, colon - 1) if norms[at : at + 2] == ["ردا", "علي"]), colon)


def _told_to(grammar: Grammar, first: int, end: int) -> Range | None:
    """قيادي لـ«الوطن», راسخ لـ المدينة: to which paper the speaker says what stands behind the colon."""
    opened = grammar.layout.opening.get(end - 1)
    if opened is not None:
        apart = opened - 1 > first and grammar.tokens[opened - 1].norm == "ل"
        return (opened + 1, end - 1) if apart else None
    apart = end - 2 > first and grammar.tokens[end - 2].raw == "لـ" and grammar.phrases.has_article(end - 1)
    return (end - 1, end) if apart else None


def _before_paper(grammar: Grammar, told: Range) -> int:
    """The token at which لـ stands before a paper, in marks or not, or is written onto it."""
    if grammar.tokens[told[0]].word.preposition == "ل":
        return told[0]
    return told[0] - 1 if grammar.tokens[told[0] - 1].norm == "ل" else told[0] - 2


def _is_anybody(grammar: Grammar, first: int, behind: int) -> bool:
    """باتيس لـ«الوطن»: before the paper to which it is told stand a few nouns that name no deed, in marks or not."""
    words = [k for k in range(first, behind) if not grammar.is_sign(k) and grammar.tokens[k].norm != "ل"]
    plain = all(grammar.parts[k] == NOUN and not grammar.phrases.is_event_noun(k) for k in words)
    return plain and 0 < len(words) <= _INTERVIEWED


_INTERVIEWED = 4


_HEADINGS = word_list("outlet heading")
"""عاجل: غارات على المدينة: a heading of the outlet names nobody."""


def _is_dateline(grammar: Grammar, first: int, end: int, content: int) -> bool:
    """الكويت: بدء المحاكمة, اليمن: مقتل خمسة: a place before a colon only says where, if a number or masdar follows."""
    if grammar.parts[content] == VERB and grammar.tokens[content].norm.endswith("نا"):
        return False  # كييف: أسرنا 26 جنديا
    if end - 1 in grammar.layout.opening or grammar.tokens[end - 1].raw == ")":
        end = next((k for k in range(first, end) if grammar.tokens[k].raw == "("), end)
        if end - first <= 2 and first in grammar.phrases.placed:
            return True
    place = end - first <= 2 and (first in grammar.phrases.placed or "country" in grammar.tokens[first].word.labels)
    if place and (grammar.tokens[first].word.core in _HOUSES or _is_abroad(grammar, first, content)):
        return False
    if place and content in grammar.layout.closing and grammar.parts[content + 1 : content + 2] == [NUMERAL]:
        return True
    if place and "country" in grammar.tokens[first].word.labels and _others_do(grammar, content):
        return True
    return place and (
        grammar.parts[content] == NUMERAL
        or grammar.tokens[content].norm in _SERIES
        or (grammar.phrases.is_event_noun(content) and not _is_sentence(grammar, content))
        or grammar.phrases.is_masdar(content)
        or (grammar.light(content) in ("event", "actor") and _event_behind(grammar, content))
    )


def _event_behind(grammar: Grammar, at: int) -> bool:
    """طرابلس: تجدد | الاشتباكات: what goes on there, whether its first word is a verb or a noun."""
    return at + 1 < len(grammar.tokens) and grammar.parts[at + 1] == NOUN and grammar.phrases.is_event_noun(at + 1)


_HOUSES = word_list("house that tells")
"""مستشفى العودة: مقتل خمسة: houses whose people tell what they see."""


def _is_abroad(grammar: Grammar, first: int, content: int) -> bool:
    """تركيا: مقتل جنديين في | إدلب: a state before a colon that tells of a place in another one.

    واشنطن: هجوم | الحوثيين على السفينة: nor is its capital where others do something.
    """
    state = grammar.place_at.get(first)
    if state is None:
        return False
    end = grammar.layout.sentence(content).end
    if state.place.precision != "country":
        return _is_others(grammar, first, range(content, end))
    behind = (grammar.place_at.get(at) for at in range(content, end))
    there = {one.place.country for one in behind if one is not None and one.relation == "في"} - {None}
    return bool(there) and state.place.country not in there


def _is_others(grammar: Grammar, capital: int, content: range) -> bool:
    """واشنطن: | هجوم الحوثيين: whether a capital stands before what others do, and nothing of its own state."""
    word = grammar.tokens[capital].word
    own = state_of_capital(word.core, word.article)
    named = [grammar.tokens[at].word.find(label) for at in content for label in ("demonym", "country")]
    lands = {found.sense.entry.group for found in named if found is not None and isinstance(found.sense.entry, Closed)}
    return bool(own) and bool(lands) and own not in lands


_SERIES = ("سلسله", "عشرات", "مءات", "الاف", "عده")


def _is_sentence(grammar: Grammar, content: int) -> bool:
    """روسيا: الغارات الأميركية تساعد التنظيم: a definite noun and its verb say something."""
    end = grammar.layout.sentence(content).end
    return grammar.phrases.has_article(content) and VERB in grammar.parts[content:end]


def _others_do(grammar: Grammar, content: int) -> bool:
    """اليمن: المقاومة تدخل المدينة, ليبيا: طائرات تغرق سفينة: behind a country's name others, then what they do."""
    word = grammar.tokens[content].word
    named = grammar.phrases.has_article(content) or grammar.phrases.is_proper(content + 1)
    indefinite = grammar.phrases.begins(content) and not grammar.phrases.is_definite(content) and not word.preposition
    if "country" in word.labels or not (indefinite or (named and word.labels & {"source", "people", "person"})):
        return False
    end = grammar.phrases.end(content, grammar.limit(content), BEFORE_VERB)
    return end < grammar.limit(content) and grammar.parts[end] == VERB


def _is_name(grammar: Grammar, first: int, end: int) -> bool:
    """Whether what stands before a colon names a speaker: an office, an organisation, a country, or unknown words only."""
    if grammar.layout.closing.get(first) == end - 1:  # «الدفاع المدني»: انتشال ثلاث جثث
        return end - first > 2 and not any(grammar.phrases.is_event_noun(k) for k in range(first + 1, end - 1))
    if grammar.tokens[first].word.core in _HOUSES and end - first > 1:
        return True
    labels = set().union(*(grammar.tokens[k].word.labels for k in range(first, end)))
    if labels & {"source", "person", "medium", "country"} and grammar.parts[first] == NOUN:
        return "trigger" not in grammar.tokens[first].word.labels
    if end - first == 2 and grammar.is_ministry(first):
        return True
    if grammar.phrases.called.get(first) == end:  # يحيى سريع: قصفنا المطار
        return True
    names = all(grammar.parts[k] == NOUN and grammar.tokens[k].word.labels <= _NAME_LABELS for k in range(first, end))
    whole = end - first > 1 or grammar.tokens[first].word.labels <= {"unplaced"}
    return names and whole and end - first <= 3 and first not in grammar.date_at


_NAME_LABELS = frozenset({"unplaced", "namehead", "homograph"})
"""What is said of بن, أبو and خان, and of names that are places too, in names of several words."""


def _goes_on(grammar: Grammar, behind: int) -> int | None:
    """Where a quotation ends that a verb cut in two («...»، تروي أم، «...»); None where it does not go on."""
    while behind < len(grammar.tokens) and grammar.is_comma(behind):
        behind += 1
    close = grammar.layout.closing.get(behind)
    return close + 1 if close is not None and close < len(grammar.tokens) else None


def _clause_told(grammar: Grammar, index: int, cue: Cue) -> int | None:
    """لن تنسحب القوات، يقول الوزير: the clause before a comma and a verb of saying that ends the sentence with its speaker."""
    limit = grammar.limit(index)
    if cue.detail != "say" or index + 1 >= limit or not grammar.is_comma(index - 1) or not grammar.phrases.begins(index + 1):
        return None
    if grammar.phrases.end(index + 1, limit, SUBJECT) < limit:
        return None
    first = grammar.layout.sentence(index).start
    verbs = [k for k in range(first, index) if grammar.parts[k] == VERB]
    told = any("cue" in grammar.tokens[k].word.labels for k in verbs)
    return first if verbs and not told and index - first > _SHORTEST_CLAUSE else None


_SHORTEST_CLAUSE = 3


def postposed(grammar: Grammar, index: int) -> Iterator[Attribution]:
    """A quotation, then the verb and whoever says it («...»، قال الوزير)."""
    word = grammar.tokens[index].word
    found = word.find("cue", "verb")
    if found is None or not isinstance(found.sense.entry, Cue) or grammar.parts[index] != VERB or index == 0:
        return
    close = index - 1 - (grammar.tokens[index - 1].norm == "هكذا")
    while close > 0 and (grammar.is_comma(close) or grammar.tokens[close].raw in "-–"):
        close -= 1
    open_mark = grammar.layout.opening.get(close)
    if open_mark is not None and names_work(grammar, open_mark):
        return
    if open_mark is None and (start := _clause_told(grammar, index, found.sense.entry)) is not None and not found.conjunction:
        open_mark = start
    elif open_mark is None or close - open_mark < 4 or found.conjunction:
        return
    quoted = close in grammar.layout.opening
    form = found.sense.form
    limit = grammar.limit(index)
    subject: Range | None = None
    if index + 1 < limit and grammar.phrases.begins(index + 1):
        subject = with_office(grammar, (index + 1, grammar.phrases.end(index + 1, limit, SUBJECT)), limit)
    end = _goes_on(grammar, subject[1] if subject else index + 1) or close + 1
    made = attribution((index, index + 1), found.sense.entry, "postposed", (open_mark, end))
    gender = form.gender if isinstance(form, VerbForm) and form.gender != "c" else ""
    if subject is not None and NUMERAL not in grammar.parts[subject[0] : subject[0] + 1]:
        yield changed(made, subject=subject, gender=gender, quoted=quoted)


RULES = (colon, postposed)
"""The rules that signs of writing lead to."""
