"""With whom a deal is made or talks are held, to whom something is granted, who is supplied; what is agreed on is none of them."""

from __future__ import annotations

from riwaya.lang.ar.parts import ADVERB, NOUN, NUMERAL, PREPOSITION, RELATIVE, THAT, VERB
from riwaya.model.swift import changed
from riwaya.read.clauses.between import past_about
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.forces import is_force
from riwaya.read.clauses.near import (
    ACTOR,
    REACH,
    SPLIT_TARGET,
    after,
    after_preposition,
    by_clitic,
    counted_noun,
    is_place,
    thing_group,
)
from riwaya.read.clauses.states import is_state
from riwaya.read.clauses.supported import SENDS
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import HONORIFICS, Grammar, Range
from riwaya.read.roles.genitives import RANKS

_WITH = frozenset({"مع"})
_ABOUT = frozenset({"علي", "حول", "بشان"})


def partner(grammar: Grammar, mark: Mark, subject: Range | None = None) -> Range | None:
    """وقع اتفاقا مع | الفصائل | على فتح الطريق: with whom a deal is made, without what it is about.

    لم يوافق المتمردون المتحالفون مع | الحركة: not with whom those are allied who make it.
    """
    found = after(grammar, mark.end, _WITH)
    if found is None or (subject is not None and subject[0] < found[0] < subject[1]):
        return None
    about = (at for at in range(found[0] + 1, found[1]) if grammar.tokens[at].norm in _ABOUT or _is_end(grammar, at))
    return found[0], next(about, found[1])


def met(grammar: Grammar, mark: Mark) -> Range | None:
    """اجتمع الوزير، أمس الأحد، مع | نظيره, التقى الملك | بالرئيس, جلسة مباحثات مع | الوفد, لقائه أمس | المبعوث: who is met."""
    if mark.entry.group != "meet" or mark.entry.mode == "visit" or "بين" in grammar.layout.norms[mark.end : mark.end + _BESIDE]:
        return None
    at, limit = mark.end, min(grammar.limit(mark.index), mark.end + REACH)
    while at < limit and (grammar.parts[at] not in (VERB, THAT, RELATIVE) or _goes_on_with(grammar, at, limit)):
        token = grammar.tokens[at]
        beside = grammar.phrases.is_help(at - 1)  # ناقش الأزمة بالتنسيق | مع المنظمة
        if token.norm == "مع" and grammar.parts[at] == PREPOSITION and at + 1 < limit and not beside:
            return somebody(grammar, at + 1, _without_matter(grammar, at + 1))
        man = mark.entry.lemma == "اجتمع" and (grammar.phrases.is_title(at) or token.word.core.startswith(_COUNTERPARTS))
        led = grammar.phrases.preposition_of(token) == "ب" and grammar.phrases.begins(at) and (man or mark.entry.frame == "AO")
        found = somebody(grammar, at, grammar.phrases.end(at, grammar.limit(at), SPLIT_TARGET)) if led else None
        if found is not None:
            return found
        at += 1
    return _past_setting(grammar, mark) if mark.found.pronoun and mark.entry.frame == "AO" and not mark.is_verb else None


_COUNTERPARTS = ("نظير", "وفد", "قاده", "سفراء")
"""اجتمع الوزير | بنظيره, | بوفد من الجماعة; not اجتمعوا | بالقاهرة, | بوزارة الدفاع."""


def is_chaired(grammar: Grammar, mark: Mark) -> bool:
    """ترأس الملك | اجتماع الحكومة, عقب ترؤسه | اجتماعا للحكومة: whether somebody chairs a meeting, with whom the others meet."""
    return _chairing(grammar, mark, _CHAIRS) is not None


def chairing_verb(grammar: Grammar, mark: Mark) -> int | None:
    """ترأس | الوزير أمس اجتماعا, يترأس المحافظ اجتماعا: the verb of chairing that governs a meeting, no clause between."""
    at = _chairing(grammar, mark, _CHAIRS[1:])
    between = range(at + 1, mark.index) if at is not None else range(0)
    clause = any(grammar.parts[k] in (VERB, THAT, RELATIVE) or grammar.phrases.is_event_noun(k) for k in between)
    return at if at is not None and grammar.parts[at] == VERB and not clause else None


def _chairing(grammar: Grammar, mark: Mark, words: tuple[str, ...]) -> int | None:
    if mark.entry.group != "meet" or mark.is_verb:
        return None
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _NEAR)
    return next((at for at in range(first, mark.index) if grammar.tokens[at].word.core.startswith(words)), None)


_NEAR, _CHAIRS = 6, ("ترؤس", "تراس", "يتراس", "تتراس")


def _goes_on_with(grammar: Grammar, at: int, limit: int) -> bool:
    """المحادثات | التي بدأت مع الحركة: a relative, or its verb, right before with whom."""
    verb = at + (grammar.parts[at] == RELATIVE)
    return verb + 1 < limit and grammar.parts[verb] == VERB and grammar.tokens[verb + 1].norm == "مع"


_BESIDE = 7


def _without_matter(grammar: Grammar, start: int) -> int:
    """مع | الرئيس الكيني حول الأزمة: where those end with whom something is talked about."""
    end = grammar.phrases.end(start, grammar.limit(start), SPLIT_TARGET)
    return next((at for at in range(start + 1, end) if grammar.tokens[at].norm in _ABOUT or _is_end(grammar, at)), end)


def somebody(grammar: Grammar, start: int, end: int) -> Range | None:
    """The phrase from a token on if it names people, a body, a state or a person: مع | عدد من النشطاء; not مع | بداية الأزمة."""
    if start >= end or start in grammar.date_at:
        return None
    head = counted_noun(grammar, start, end)
    respected = grammar.tokens[head].word.core in HONORIFICS and head + 1 < end
    head += respected and grammar.phrases.is_title(head + 1)  # التقى | بفخامة الرئيس
    labels = grammar.tokens[head].word.labels
    named = grammar.parts[head] == NOUN and (grammar.phrases.is_name(head) or grammar.phrases.is_title(head))
    led = grammar.phrases.preposition_of(grammar.tokens[start]) == "ب"  # التقى | بمصر الجديدة
    seat = head in grammar.place_at and ("country" not in labels or led)
    return (start, end) if (named or labels & {"person", "source", "country"}) and not seat else None


def _past_setting(grammar: Grammar, mark: Mark) -> Range | None:
    """لقائه، أمس في عمان، | المبعوث الأممي: whoever stands behind the time and place of his meeting."""
    at, limit = mark.end, min(grammar.limit(mark.index), mark.end + REACH)
    while at < limit:
        if at in grammar.date_at:
            at = grammar.date_at[at].end
        elif grammar.is_comma(at) or grammar.parts[at] == ADVERB:
            at += 1
        elif grammar.parts[at] == PREPOSITION and at + 1 < limit and at + 1 in grammar.place_at:
            at = grammar.place_at[at + 1].end
        else:
            break
    if at >= limit or not grammar.phrases.begins(at) or grammar.phrases.preposition_of(grammar.tokens[at]):
        return None
    return somebody(grammar, at, grammar.phrases.end(at, grammar.limit(at), ACTOR))


def _is_end(grammar: Grammar, at: int) -> bool:
    """اتفاق مع الجماعة | لوقف القتال: for what end."""
    return grammar.tokens[at].word.preposition == "ل" and grammar.phrases.is_event_noun(at)


def granted(grammar: Grammar, mark: Mark) -> Range | None:
    """وافقت الدولة على السماح | للتحالف باستخدام قواعدها: to whom something is granted."""
    matter = after_preposition(grammar, mark)
    if matter is None or not (grammar.phrases.is_masdar(matter[0]) or grammar.phrases.is_definite_masdar(matter[0])):
        return None
    to_whom = by_clitic(grammar, changed(mark, end=matter[0] + 1), "ل")
    return to_whom if to_whom is not None and is_force(grammar, to_whom) else None


def who_is_supplied(grammar: Grammar, mark: Mark, behind: Range | None) -> Range | None:
    """زودت الدولة | الجيش | بصواريخ, تزويد | الجيش | بالسلاح: with the goods behind ب, what stands before them gets them."""
    goods = mark.companion
    if behind is None or mark.entry.group != "give" or mark.entry.frame != "AO" or not behind[0] < goods:
        return None
    goods -= grammar.parts[goods - 1] == NUMERAL  # تزويد كييف | بثلاث بطاريات
    return (behind[0], min(behind[1], goods)) if grammar.tokens[goods].word.preposition == "ب" else None


def who_gets(grammar: Grammar, mark: Mark, subject: Range | None, behind: Range | None) -> Range | None:
    """زودت الدولة | الجيش بصواريخ, قدمت مساعدات | للسكان, أجلى الجيش | رعايا على الحدود: who is given something or helped."""
    close = behind is not None and _is_beside(grammar, behind, subject[1] if subject and subject[0] > mark.index else mark.end)
    supplied = who_is_supplied(grammar, mark, behind) or (receiver(grammar, behind) if close else None)
    supplied = supplied or _to_whom(grammar, mark) or receiver(grammar, behind)
    return _land_alone(grammar, supplied)


def _to_whom(grammar: Grammar, mark: Mark) -> Range | None:
    """سير مركز سالم للإغاثة شاحنات | للسكان: to whom something is given, behind the name of a body that is there for it.

    أرسلت المنظمة شاحنات لإيصال المساعدات إلى | المخيم: or behind the verbal noun of what it is sent for.
    """
    if _is_told_by_pronoun(grammar, mark):
        return None
    found = after(grammar, mark.end, _TO | mark.entry.preps)
    named = found is not None and (grammar.tokens[found[0]].word.core == "اغاثه" or _is_to_bring(grammar, found[0]))
    return after(grammar, found[1], _TO | mark.entry.preps) if found is not None and named else found


def _is_to_bring(grammar: Grammar, at: int) -> bool:
    """شاحنات | لإيصال المساعدات, منحة | لدعم النازحين: help that somebody is sent or something given for."""
    return grammar.tokens[at].word.preposition == "ل" and any(entry.type == "AID" for entry in entries_at(grammar, at))


def _is_told_by_pronoun(grammar: Grammar, mark: Mark) -> bool:
    """قدم الفريق المساعدة | لهم ونقلهم إلى المستشفى: ل with a pronoun says to whom, and what stands behind it does not."""
    behind = max(mark.end, mark.companion + 1)
    return behind < len(grammar.tokens) and grammar.tokens[behind].norm in _TO_THEM


_TO_THEM = ("له", "لها", "لهم", "لهما")


def _land_alone(grammar: Grammar, where: Range | None) -> Range | None:
    """سلمت الدولة | أوكرانيا | دفعة من المدافع: the name of a land ends before the indefinite noun of what it is given."""
    if where is None or where[1] - where[0] < _MORE or where[0] not in grammar.place_at:
        return where
    behind = grammar.place_at[where[0]].end
    land = "country" in grammar.tokens[where[0]].word.labels and behind < where[1]
    plain = land and not grammar.phrases.is_definite(behind) and not grammar.tokens[behind].word.conjunction
    return (where[0], behind) if plain else where


_MORE = 2


def given(grammar: Grammar, mark: Mark, genitive: Range | None, agent: Range | None) -> tuple[Range | None, Range | None]:
    """مساعدات الدولة | للقرية, إيصال المساعدات | إلى القرية, تزويد | أوكرانيا بالسلاح: who gives, and who receives."""
    if (states := _from_state_to_state(grammar, mark, genitive)) is not None:
        return states
    if (supplied := who_is_supplied(grammar, mark, genitive)) is not None:
        return agent, supplied
    if genitive is not None and mark.entry.lemma in _RESCUES and _are_people(grammar, genitive):
        return agent, genitive
    receiver = after(grammar, mark.end, mark.entry.preps | {"ل", "الي", "علي"}) or _in_marks(grammar, mark)
    receiver = None if _is_told_by_pronoun(grammar, mark) else receiver
    if receiver is not None and only_arrives(grammar, mark, receiver):
        receiver = None
    if receiver is not None and (_is_deed(grammar, receiver[0]) or _is_at_what(grammar, receiver[0])):
        receiver = None
    if receiver is None and genitive is not None and _is_helping(grammar, mark):
        return agent, genitive
    ranked = genitive is not None and grammar.tokens[genitive[0]].word.core in RANKS  # وصول | أول سفينة
    vehicle = genitive is not None and thing_group(grammar, genitive[0] + ranked) == "vehicle"
    if genitive is not None and receiver is None and grammar.tokens[genitive[0]].word.labels & {"person"} and not vehicle:
        return agent, genitive
    state = genitive is not None and "country" in grammar.tokens[genitive[0]].word.labels  # دعم إيران | للجماعة
    if genitive is None or not (is_force(grammar, genitive) or vehicle or state) or _is_sent(grammar, mark, genitive):
        return agent, receiver
    return (genitive, receiver) if receiver is not None or vehicle else (agent, genitive)


_RESCUES = frozenset({"أجلى", "أنقذ", "انتشل", "نقل", "أسعف"})


def _are_people(grammar: Grammar, where: Range) -> bool:
    """إجلاء | قرابة 300 شخص, نقل | الجرحى إلى العاصمة: those whom help itself reaches, and nobody for whom something is."""
    head = counted_noun(grammar, past_about(grammar, *where), where[1])
    return "person" in grammar.tokens[head].word.labels


def _is_sent(grammar: Grammar, mark: Mark, where: Range) -> bool:
    """إرسال | فريق طبي إلى المدينة, تسيير | سبع شاحنات: who or what is sent, behind a noun of sending, gives nothing."""
    return mark.entry.lemma in SENDS and not grammar.phrases.is_definite(where[1] - 1)


def _from_state_to_state(grammar: Grammar, mark: Mark, whose: Range | None) -> tuple[Range | None, Range | None] | None:
    """تزويد | واشنطن | كييف بصواريخ, تسليم | كييف 6 مدافع: of two states in a row the second is given something, of one before
    what is counted the only one."""
    if whose is None or mark.entry.frame != "AO" or not is_state(grammar, whose[0]):
        return None
    behind = grammar.place_at[whose[0]].end
    if behind >= grammar.limit(mark.index) or grammar.tokens[behind].word.conjunction:
        return None
    first = whose[0], behind
    if is_state(grammar, behind) and not grammar.phrases.preposition_of(grammar.tokens[behind]):
        return first, (behind, grammar.place_at[behind].end)
    return (None, first) if grammar.parts[behind] == NUMERAL else None


_NAMED = frozenset({"source", "person", "country"})


def _is_deed(grammar: Grammar, at: int) -> bool:
    """على | مواجهة النقص, على | احتلال البلدة, مركز سالم | للإغاثة: for what, not who."""
    word = grammar.tokens[at].word
    if word.core == "اغاثه":
        return True
    if word.labels & _NAMED or grammar.phrases.has_article(at):
        return False
    return grammar.phrases.is_masdar(at) or (bool(word.labels & {"trigger", "light"}) and not word.bare.endswith("ين"))


def _in_marks(grammar: Grammar, mark: Mark) -> Range | None:
    """مساعدة الدولة لـ | «الحركة»: a name in marks behind a lone ل."""
    for at in range(mark.end, min(grammar.limit(mark.index), mark.end + _NEAR)):
        if grammar.parts[at] in (VERB, THAT) or grammar.is_comma(at):
            return None
        if grammar.tokens[at].norm == "ل" and (marked := grammar.layout.marked(at + 1)) is not None:
            return marked
    return None


def _is_at_what(grammar: Grammar, at: int) -> bool:
    """مساعدة النظام على | الاستمرار: in what somebody is helped."""
    return grammar.tokens[at - 1].norm == "علي" and grammar.phrases.is_definite_masdar(at)


def _is_helping(grammar: Grammar, mark: Mark) -> bool:
    """مساعدة | الجيش على البقاء, قاموا بمساعدة | الناس: to help somebody; with his help is بمساعدة | الجيش behind a noun."""
    before = mark.index - 1
    if grammar.tokens[mark.index].word.core != "مساعده" or (before >= 0 and grammar.tokens[before].word.core == "فضل"):
        return False
    return mark.found.preposition != "ب" or (before >= 0 and grammar.parts[before] == VERB)


_TO = frozenset({"ل", "الي", "علي"})


def _is_beside(grammar: Grammar, where: Range, at: int) -> bool:
    """Whether people stand right behind a verb or its subject, with no ل behind them (unlike دعم إيران | للجماعة)."""
    if where[0] != at or thing_group(grammar, where[0]) == "building":
        return False
    return where[1] >= len(grammar.tokens) or grammar.phrases.preposition_of(grammar.tokens[where[1]]) != "ل"


def fought(grammar: Grammar, mark: Mark, target: Range | None) -> Range | None:
    """شارك في القتال ضد | قوات الانقلاب, شارك في الهجوم على | المطار: whom the fight is against in which somebody takes part."""
    if target is None or mark.entry.lemma != "شارك" or mark.entry.type != "ASSAULT":
        return target
    return after(grammar, target[0] + 1, frozenset({"علي", "ضد"})) or target


def not_when(grammar: Grammar, target: Range | None) -> Range | None:
    """حققت تقدما في | البلدة; في | الأسابيع الأخيرة tells when, and is none whom or what anything is done to."""
    when = target is not None and grammar.tokens[target[0]].word.labels & {"measure", "timeword"}
    return None if when and target is not None and not grammar.tokens[target[0]].word.labels & {"person", "source"} else target


def only_arrives(grammar: Grammar, mark: Mark, target: Range) -> bool:
    """رست سفينة مساعدات في | الميناء, وصول قافلة إلى | المدينة: where help arrives, which is nobody who gets it."""
    led = grammar.tokens[target[0] - 1].norm in ("الي", "في")
    return mark.entry.type == "AID" and mark.entry.frame != "AO" and led and is_place(grammar, target[0])


def receiver(grammar: Grammar, behind: Range | None) -> Range | None:
    """ساعدت الدولة | الجنود, منحت واشنطن | كييف: who is helped, not what is given."""
    if behind is None:
        return None
    if is_state(grammar, behind[0]):
        return behind
    labels = grammar.tokens[counted_noun(grammar, *behind)].word.labels | grammar.tokens[behind[0]].word.labels
    return behind if labels & {"source", "person", "country"} else None
