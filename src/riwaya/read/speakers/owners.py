"""Whose name stands in a mention: its bearer's, or that of somebody whom the mention only belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.lang.ar.gazetteer import state_of_capital
from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.naming import Naming
from riwaya.read.cues.listeners import told_end
from riwaya.read.grammar import Grammar, Range
from riwaya.read.speakers.mention_ends import are_many, begins_other
from riwaya.read.words.nominals import IN_NAME_OF

_OWNED = word_list("owner")
"""What has a person's name behind it as its owner's: قوات صالح, إدارة أوباما, محامي صالح; حركة طالبان has its own name there."""
_SONS = word_list("son of")
_FEW = 8


def owns_name(grammar: Grammar, index: int) -> bool:
    """Whether a noun is one that belongs to whoever is named behind it."""
    return grammar.tokens[index].word.core in _OWNED and not grammar.phrases.is_definite(index)


def is_seat(grammar: Grammar, at: int) -> bool:
    """والي | الخرطوم, رئيس | تركيا: a country, or a place behind an office, is nobody's surname."""
    placed = at in grammar.phrases.placed and at > 0 and grammar.phrases.is_title(at - 1)
    return placed or "country" in grammar.tokens[at].word.labels


def is_government(grammar: Grammar, at: int) -> bool:
    """نفت | موسكو: a country or capital speaks for itself, whoever's name stood right before it (دعا سامر أوستن | موسكو إلى)."""
    word = grammar.tokens[at].word
    return at in grammar.phrases.placed and ("country" in word.labels or bool(state_of_capital(word.core, word.article)))


def is_anothers(grammar: Grammar, full: Range, at: int) -> bool:
    """Whether the name at a token of a mention is not its bearer's: قوات | صالح, مستشار | أوباما, محمد بن | سلمان."""
    if at <= full[0] or (grammar.tokens[at].word.labels and not _is_seated(grammar, at)):
        return False
    tokens, phrases = grammar.tokens, grammar.phrases
    if _is_seated(grammar, at) or _is_joined(grammar, full[0], at) or tokens[at].word.preposition:
        return True
    kind, within = grammar.group(full[0], "source"), PREPOSITION in grammar.parts[full[0] : at]
    if kind == "document" or (kind in ("organ", "group") and within):
        return True  # المعارضة في خطط الرئيس، سالم الهاني
    before = tokens[at - 1].word.core
    if any(start < at for start, _ in served_by(grammar, full)):
        return True
    if before in _SONS or before in IN_NAME_OF:
        return True
    if phrases.is_title(at - 1) and not phrases.has_article(at - 1):
        return grammar.group(at - 1, "source") == "title"
    first = at
    while first > full[0] and at - first < _FEW and (phrases.is_name(first - 1) or _is_his_title(grammar, first - 1)):
        first -= 1
    if first == full[0]:
        return False
    if tokens[first - 1].word.core in IN_NAME_OF:
        return True
    forces = tokens[first - 1].word.core == "قوات" and tokens[at].word.bare.endswith("ة")
    return owns_name(grammar, first - 1) and not forces


def _is_seated(grammar: Grammar, at: int) -> bool:
    """خبير في | مكتبة المجلس, سفير | المملكة: the thing or country of an office, which is not its holder."""
    phrases = grammar.phrases
    seat = phrases.is_title(at - 1) and not phrases.has_article(at - 1) and grammar.group(at - 1, "source") == "title"
    return grammar.tokens[at - 1].norm == "في" or (seat and bool(grammar.tokens[at].word.labels & {"thing", "country"}))


def _is_joined(grammar: Grammar, first: int, at: int) -> bool:
    """الرئيس سالم أوباما | ومحمود كوناتي: the second of two who are named together."""
    joined = any(grammar.tokens[k].word.conjunction for k in range(first + 1, at + 1))
    return joined and are_several(grammar, (first, at + 1))


def _is_his_title(grammar: Grammar, index: int) -> bool:
    """رئيس الوزراء التركي: a title before a name, or its nationality."""
    phrases = grammar.phrases
    described = index > 0 and phrases.has_article(index) and phrases.is_adjective(index)
    return phrases.is_title(index) or (described and phrases.is_title(index - 1))


def apposed_names(grammar: Grammar, full: Range) -> Iterator[Range]:
    """The ends of a mention that name its bearer by rank and name, or tell his office behind his name.

    المتحدث باسم الجيش | العقيد سالم الهاني, السفير سالم الهاني، | المتحدث باسم الوزارة.
    """
    phrases = grammar.phrases
    if (office := _office_behind(grammar, full)) is not None:
        yield office
    for at in range(full[0] + 1, full[1] - 1):
        if not phrases.is_title(at) or not phrases.has_article(at) or grammar.tokens[at].word.conjunction:
            continue
        named = any(phrases.is_name(k) or phrases.is_given_name(at, k) for k in range(at + 1, full[1]))
        complete = phrases.is_definite(at - 1) or phrases.is_proper(at - 1) or grammar.is_comma(at - 1)
        if named and complete:
            yield (at, full[1])


def _office_behind(grammar: Grammar, full: Range) -> Range | None:
    """The office that stands behind a comma, where only names and titles stand before it."""
    phrases = grammar.phrases
    at = next((k + 1 for k in range(*full) if grammar.is_comma(k)), full[1])
    if at >= full[1] or not phrases.is_title(at) or any(phrases.is_name(k) for k in range(at, full[1])):
        return None
    before = range(full[0] + phrases.is_title(full[0]), at - 1)
    named = len(before) > 1 and all(not grammar.tokens[k].word.labels for k in before)
    return (at, full[1]) if named else None


def trimmed(grammar: Grammar, where: Range, surnames: set[str]) -> int:
    """Where a mere mention ends: behind the surname that speaks alone elsewhere, before a participle whose own phrase is cut off.

    الرئيس سالم كوناتي | خطة, حركة النور | المنضوية; also before what is his own (رفع الاتحاد الدولي | صوته), and behind a medium
    that is told (لوكالة رويترز | سالم النور).
    """
    phrases, tokens = grammar.phrases, grammar.tokens
    end = told_end(grammar, *where) if phrases.preposition_of(tokens[where[0]]) == "ل" else where[1]
    end = next((at for at in range(where[0] + 1, end) if _is_his_own(grammar, at) or begins_other(grammar, where[0], at)), end)
    end = min(grammar.layout.closing.get(end - 1, end - 1) + 1, len(tokens))
    if end - where[0] > _PAIR and phrases.governs(end - 1):
        end -= 1
    for at in range(where[0] + 1, end - 1):
        word, behind = tokens[at].word, at + 1
        if word.core not in surnames or word.labels or phrases.is_title(behind) or grammar.is_comma(behind):
            continue
        first = phrases.is_title(at - 1) and phrases.is_name(behind)
        if not first and (phrases.is_title(at - 1) or phrases.is_adjective(at - 1) or phrases.is_name(at - 1)):
            return behind
    return end


_PAIR = 2


def _is_his_own(grammar: Grammar, at: int) -> bool:
    """الاتحاد الدولي | صوته: behind a definite noun a noun with a pronoun that is nobody."""
    word, phrases = grammar.tokens[at].word, grammar.phrases
    somebody = word.labels & {"source", "person", "country"} or word.conjunction or phrases.preposition_of(grammar.tokens[at])
    if somebody or word.article or not phrases.has_article(at - 1) or not phrases.is_owned(at):
        return False
    return not phrases.is_name(at) or not (phrases.is_title(at - 1) or phrases.begins(at + 1))


def bodies_in(grammar: Grammar, where: Range) -> Iterator[Range]:
    """The bodies that a mention of a person or source names with more than one word: مدير | المرصد السوري | سالم الهاني."""
    phrases = grammar.phrases
    for at in range(where[0] + 1, where[1] - 1):
        word = grammar.tokens[at].word
        if (
            grammar.group(at, "source") not in ("organ", "group", "media")
            or word.norm.startswith(("لل", "ولل"))
            or word.core == "حكومه"
        ):
            continue
        end = next((k for k in range(at + 1, where[1]) if _ends_body(grammar, k)), where[1])
        if end > at + 1 and phrases.begins(at) and (phrases.is_definite(end - 1) or phrases.is_proper(end - 1)):
            yield at, end


def served_by(grammar: Grammar, where: Range) -> Iterator[Range]:
    """الصحافيين المرافقين | لوزير الدفاع سالم الهاني: whoever people in the plural go with or work for is named by himself."""
    several = grammar.tokens[where[0]].word.bare.endswith(("ين", "ون"))
    if grammar.group(where[0], "source") in ("organ", "group") or (grammar.phrases.is_title(where[0]) and not several):
        return
    for at in range(where[0] + 1, where[1] - 1):
        if grammar.tokens[at].word.preposition == "ل" and grammar.phrases.is_title(at):
            yield at, where[1]


def has_aim(grammar: Grammar, full: Range, size: int) -> bool:
    """استعدت المقاومة الشعبية | لاستعادة القاعدة, سعي الطرفين | لحل: with ل behind a short mention is what somebody is up to."""
    at = full[0] + size
    pair = grammar.tokens[full[0]].word.bare.endswith("ين")
    if (
        (size < _PAIR and not pair)
        or at >= full[1]
        or grammar.tokens[at].word.preposition != "ل"
        or grammar.phrases.has_article(at)
    ):
        return False
    deed = grammar.phrases.is_event_noun(at) and grammar.parts[max(full[0] - 1, 0)] == VERB
    return deed or (grammar.phrases.is_masdar(at) and pair)


def _ends_body(grammar: Grammar, at: int) -> bool:
    """Whether a name, a title, a former office or a place where something is begins behind the name of a body."""
    phrases, word = grammar.phrases, grammar.tokens[at].word
    if grammar.parts[at] != NOUN or phrases.is_title(at) or word.core in _FORMER:
        return True
    complete = phrases.is_definite(at - 1) or phrases.is_proper(at - 1)
    named = (
        (not word.labels or _is_first_name(grammar, at))
        and not phrases.has_article(at)
        and at not in phrases.placed
        and not phrases.preposition_of(grammar.tokens[at])
    )
    return complete and (named or phrases.is_name(at) or word.core in ("ابو", "ابي"))


def _is_first_name(grammar: Grammar, at: int) -> bool:
    """الرئاسة التونسية | منذر البنزرتي: a form of telling before a surname that no table has."""
    behind = grammar.tokens[at + 1].word if at + 1 < len(grammar.tokens) else None
    surname = behind is not None and not behind.labels and behind.article and behind.bare.endswith("ي")
    return surname and grammar.tokens[at].word.labels <= {"cue"}


_FORMER = word_list("former office")


def are_several(grammar: Grammar, where: Range) -> bool:
    """وزير الخارجية جون كيري، ووزير الخزانة; الشرطة والجيش: two who speak together; neither alone is meant by both.

    الوزير ورئيس البعثة سالم الهاني is one who holds two offices.
    """
    return first_of(grammar, where) is not None


def is_certain(grammar: Grammar, full: Naming) -> bool:
    """Whether a body that is named is a certain one: حكومة البلاد, and not حكومة وحدة وطنية."""
    if full.group not in ("organ", "group"):
        return True
    return any(grammar.phrases.is_definite(k) or grammar.phrases.is_proper(k) for k in range(*full.where))


def first_of(grammar: Grammar, where: Range) -> Range | None:
    """The first of two who speak together, without the comma behind him."""
    joined = (at for at in range(where[0] + 1, where[1]) if grammar.tokens[at].word.conjunction)
    second = next((at for at in joined if _is_second(grammar, where, at) and not _is_in_name(grammar, where[0], at)), None)
    if second is None:
        return None
    return where[0], second - 1 if grammar.is_comma(second - 1) else second


def _is_in_name(grammar: Grammar, start: int, at: int) -> bool:
    """جماعة «أنصار السنة | والمسلمين», جماعة نصرة الإسلام | والمسلمين: a word of one name, in marks or known as such."""
    names = (grammar.layout.closing, grammar.phrases.called)
    return any(held.get(one, 0) > at for held in names for one in range(start, at))


def _is_second(grammar: Grammar, where: Range, at: int) -> bool:
    """Whether another one begins with و at a token: behind a name a nationality or body, a body beside a body, an office."""
    phrases = grammar.phrases
    behind_name = phrases.is_name(at - 1)
    if _is_beside_him(grammar, where, at):
        return True
    if phrases.is_title(at):
        return grammar.is_comma(at - 1) or behind_name or not any(phrases.is_name(k) for k in range(*where))
    if (behind_name and "demonym" in grammar.tokens[at].word.labels) or _is_another(grammar, where, at):
        return True
    if behind_name and phrases.is_name(at) and at + 1 < where[1] and not grammar.tokens[at + 1].word.conjunction:
        return True  # سالم كوناتي | وهلال ميلادي
    if grammar.group(where[0], "source") in ("organ", "group") and _are_fighters(grammar, at):
        return True
    if are_many(grammar, where[0]) and phrases.has_article(where[0]) and phrases.is_name(at):
        return True  # الوزراء | وكيري
    if grammar.group(at, "source") not in ("organ", "group"):
        return False
    body = grammar.group(where[0], "source") in ("organ", "group")
    return behind_name or (body and (phrases.has_article(where[0]) or not phrases.is_definite(at)))


def _is_beside_him(grammar: Grammar, where: Range, at: int) -> bool:
    """الرئيس المصري | والأمير سالم بن حمد, وزير الدفاع | والوفد المرافق: who has a title of his own, or comes with him."""
    phrases = grammar.phrases
    if not phrases.is_title(where[0]) or not phrases.has_article(at) or at + 1 >= where[1] + 1:
        return False
    if grammar.tokens[at].word.core == "وفد":
        return True
    own = "امير" in grammar.tokens[at].word.core and at + 1 < where[1] and phrases.is_name(at + 1)
    return own and not any(phrases.is_name(k) for k in range(where[0], at))


def _is_another(grammar: Grammar, where: Range, at: int) -> bool:
    """الاتحاد الأوروبي | وتونس, سالم الهاني | ومصدران بالشرطة: a country beside a body, people without a name beside anybody."""
    if grammar.group(at, "source") in ("anonymous", "witness"):
        return not grammar.phrases.has_article(at)
    body = grammar.group(where[0], "source") in ("organ", "group") or "country" in grammar.tokens[where[0]].word.labels
    body = body and PREPOSITION not in grammar.parts[where[0] : at]  # حركة الفجر في مالي | والنيجر
    return body and "country" in grammar.tokens[at].word.labels and not grammar.phrases.has_article(at)


def _are_fighters(grammar: Grammar, at: int) -> bool:
    """جبهة الصمود | والمقاتلين, المرصد | والفرقة: units or men behind a body that is none of such men (نقابة الأطباء والعمال)."""
    word = grammar.tokens[at].word
    if not grammar.phrases.has_article(at) or "person" not in word.labels or grammar.phrases.is_adjective(at):
        return False
    unit = "numbered" in word.labels and not grammar.phrases.is_title(at)
    return unit or (word.bare.endswith(("ين", "ون")) and "person" not in grammar.tokens[at - 1].word.labels)


def only_in_title(grammar: Grammar, short: Naming, full: Naming) -> bool:
    """زعيم «قسد», مسؤول لدى «قسد» is not «قسد»: a name in marks behind an office without article or its preposition."""
    if full.group not in ("title", "rank", "anonymous") or short.group:
        return False
    tokens, layout, phrases = grammar.tokens, grammar.layout, grammar.phrases
    return any(
        k in layout.closing
        and (grammar.parts[k - 1] == PREPOSITION or (phrases.is_title(k - 1) and not phrases.has_article(k - 1)))
        and {tokens[at].word.core for at in range(k + 1, layout.closing[k])} == set(short.words)
        for k in range(full.where[0] + 1, full.where[1])
    )


def apposition(grammar: Grammar, start: int, end: int) -> int:
    """A name between commas behind an office: قائد شرطة المدينة، سالم الهاني،"""
    limit = grammar.layout.sentence(start).end
    if end + 1 >= limit or not grammar.is_comma(end):
        return end
    at = end + 1
    if grammar.phrases.has_article(at):
        return end
    while at < limit and grammar.parts[at] == NOUN and not grammar.tokens[at].word.labels and at - end < _NAMED:
        at += 1
    closes = at < limit and (grammar.is_comma(at) or grammar.parts[at] not in (NOUN, NUMERAL, PREPOSITION))
    return at if closes and at - end > 2 else end


_NAMED = 6
"""So many tokens behind an office with the comma before it a name has at most."""
