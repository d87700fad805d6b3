"""What is in somebody's hands: the place that stands before تحت سيطرة, خاضع لـ, عاد إلى سيطرة."""

from __future__ import annotations

from riwaya.lang.ar.parts import ADVERB, AUXILIARY, NEGATION, NOUN, NUMERAL, QUANTIFIER, RELATIVE, VERB
from riwaya.lang.ar.thing_groups import SITES
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.between import past_about
from riwaya.read.clauses.forces import is_body
from riwaya.read.clauses.near import ACTOR, TARGET, after, counted_noun, is_place, thing_group
from riwaya.read.clauses.supported import SENDS
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.antecedents import antecedent_of

_BACK = 10
_STILL = frozenset({ADVERB, AUXILIARY, NEGATION})
"""المدينة | لا تزال تحت سيطرة الجيش: words that only say since when or how long."""
_WHOLLY = ("بالكامل", "باكملها", "باكمله")
_UNDER = ("تحت", "ضمن", "الي", "خارج")
_OVER = frozenset({"علي"})
_SUBJECT_TO = ("خاضع", "واقع", "داخل")
_LIES = frozenset({"قع", "خضع", "قبع", "رزح"})
"""المدينة | تقع تحت سيطرة الجماعة, بلدات | تخضع لسيطرتها: verbs that only say that something is so."""
_WORDS = frozenset({"سيطر", "قبضة", "خاضع", "محررة", "أيدي"})
_PARTS_OF_LAND = ("اجزاء", "اراضي", "اراض", "ريف", "مساحات")


def set_free(grammar: Grammar, at: int) -> str:
    """إطلاق | سراحهم, أخلى | سبيله: the pronoun of whoever is set free; empty where none hangs on the word."""
    word = grammar.tokens[at].word
    if word.core[:4] not in ("سراح", "سبيل"):
        return ""
    return next((one for one in ("هما", "هم", "ها", "هن", "ه") if word.core[4:] == one), "")


def let_go(grammar: Grammar, mark: Mark, actor: Range | None, pronoun: str) -> tuple[Range | None, Range | None, bool]:
    """الضابطان | أطلق سراحهما أمس, أطلقت الشرطة | سراحه: who lets somebody go, whom سراح means, whether it was done to him.

    A man or several right before a verb in the singular are let go themselves; a body lets others go.
    """
    before = mark.is_verb and actor is not None and actor[1] <= mark.index and mark.form is not None and mark.form.number == "s"
    if before and actor is not None and not is_body(grammar, actor) and (pronoun != "ه" or grammar.gender(actor[0]) == "m"):
        return None, actor, True
    return actor, antecedent_of(grammar, mark.index, pronoun, mark.entry, actor), False


def received(grammar: Grammar, mark: Mark, subject: Range | None) -> tuple[Range | None, Range | None] | None:
    """تسلم | الجيش مروحيات من | الولايات المتحدة: who gets something, and from whom; None for any other verb.

    Of سلم the same form is feminine: تسلم | الدولة الأسلحة إلى الجيش. Goods behind a verb of sending are sent: أرسلت | سبع شاحنات.
    """
    if mark.entry.group != "give" or subject is None:
        return None
    if mark.entry.lemma in SENDS and subject[0] > mark.index and _is_load(grammar, subject):
        return None, after(grammar, subject[1], frozenset({"الي", "ل"}))
    spelled_so = mark.entry.lemma == "سلم" and grammar.tokens[mark.index].word.core == "تسلم"
    giver = _giver(grammar, mark)
    if mark.entry.lemma != "تسلم" and not (spelled_so and (giver is not None or grammar.gender(subject[0]) == "m")):
        return None
    return giver, subject


def _giver(grammar: Grammar, mark: Mark) -> Range | None:
    """تسلم الجيش دفعة من الأسلحة من | فرنسا: the first behind من who can give."""
    limit = min(grammar.limit(mark.index), mark.end + 2 * _BACK)
    for at in range(mark.end, limit - 1):
        if grammar.parts[at] in (VERB, RELATIVE) or grammar.is_comma(at):
            return None
        if grammar.tokens[at].norm == "من" and grammar.phrases.begins(at + 1):
            where = at + 1, grammar.phrases.end(at + 1, limit, ACTOR)
            if _gives(grammar, where):
                return where
    return None


def _gives(grammar: Grammar, where: Range) -> bool:
    return "country" in grammar.tokens[where[0]].word.labels or is_body(grammar, where) or where[0] in grammar.place_at


def _is_load(grammar: Grammar, where: Range) -> bool:
    """سبع | شاحنات محملة, شحنة من الأدوية: goods, or what carries them, with no article."""
    head = counted_noun(grammar, *where)
    return grammar.group(head, "thing") in _LOADS and not grammar.phrases.is_definite(head)


_LOADS = frozenset({"vehicle", "goods", "weapon", "munition"})


def held(grammar: Grammar, mark: Mark) -> Range | None:
    """لا تزال | المدينة تحت سيطرة الجيش, | البلدات الخاضعة لسيطرتهم: what is held stands before the words of holding."""
    if mark.is_verb or mark.entry.lemma not in _WORDS:
        return None
    end = _before_holding(grammar, mark)
    if end is None:
        return None
    while end > 0 and (_only_says_how(grammar, end - 1) or end - 1 in grammar.date_at or _lies(grammar, end - 1)):
        end -= 1
    end -= end > 0 and grammar.parts[end - 1] == RELATIVE  # البلدة | التي باتت تحت سيطرة الجيش
    end = _before_aside(grammar, end)
    marked = end > 0 and end - 1 in grammar.layout.opening  # «حلب» | خارج سيطرة الجيش; قاعدة «العند» | في قبضة الجيش
    if mark.entry.lemma == "قبضة" and (caught := _people_before(grammar, end)) is not None:
        return caught
    return _land_before(grammar, end) or (_land_before(grammar, end - 1) if marked else None)


def _people_before(grammar: Grammar, end: int) -> Range | None:
    """نحو مئة مسلح | في قبضة الجيش, لا يزال جنديان | في قبضة الجماعة: people whose phrase ends at a token."""
    for at in range(max(grammar.clause_start(end - 1) if end else 0, end - _BACK), end):
        start = past_about(grammar, at, end)
        if start < end and grammar.phrases.begins(start) and grammar.phrases.end(start, end, TARGET) == end:
            head = counted_noun(grammar, start, end)
            led = grammar.phrases.preposition_of(grammar.tokens[at])
            people = grammar.tokens[head].word.find("person") or grammar.phrases.is_title(head)
            return (at, end) if people and not led and grammar.tokens[at - 1].norm not in _UNDER else None
    return None


def _land_before(grammar: Grammar, end: int) -> Range | None:
    """كل أحياء المدينة | تحت سيطرة الجيش: the place that ends at a token, with all of its words."""
    first = max(grammar.clause_start(end - 1) if end else 0, end - _BACK)
    found = None
    for at in range(end - 1, first - 1, -1):
        if grammar.is_comma(at) and at < end - 1:
            break
        if _begins_land(grammar, at) and grammar.phrases.end(at, end, TARGET) <= end and _reaches(grammar, at, end):
            found = at, end
        if grammar.tokens[at].word.preposition:
            break
    return found


def _only_says_how(grammar: Grammar, at: int) -> bool:
    """المدينة | لا تزال | بالكامل | تحت سيطرة الجيش: a word that only says since when, how long or how far."""
    return grammar.parts[at] in _STILL or grammar.tokens[at].norm in _WHOLLY


def _lies(grammar: Grammar, at: int) -> bool:
    """المدينة | تقع تحت سيطرة الجماعة: an imperfect verb that only says that something is so."""
    core = grammar.tokens[at].word.core
    return core[:1] in ("ت", "ي") and core[1:] in _LIES


def _before_aside(grammar: Grammar, end: int) -> int:
    """مدينة الوادي| (شمال البلاد)، |الخاضعة لسيطرة الجيش: before a comma and a bracket that stand between land and who holds it."""
    end -= end > 1 and grammar.is_comma(end - 1)
    opened = (at for at in range(end - 2, max(0, end - _BACK), -1) if grammar.layout.brackets.get(at) == end - 1)
    return next(opened, end)


def _before_holding(grammar: Grammar, mark: Mark) -> int | None:
    """Where the words begin that say in whose hands: تحت | سيطرة, الخاضعة | لسيطرة, إلى | السيطرة; None where none do."""
    start, before = mark.index, grammar.tokens[mark.index - 1].word if mark.index else None
    if before is None:
        return None
    if mark.entry.lemma == "سيطر" and after(grammar, mark.end, _OVER) is not None:
        return None
    if mark.found.article and before.core == "تحت":  # الوضع تحت السيطرة
        return None
    if mark.entry.lemma == "أيدي":  # القصر لا يزال | بأيدي المتمردين, | في أيديهم
        start -= before.core == "في" and not mark.found.preposition
    if mark.entry.lemma in ("سيطر", "قبضة"):
        if (out := _out_of(grammar, mark.index)) is not None:
            start = out
        elif before.core in _UNDER or (mark.entry.lemma == "قبضة" and before.core == "في"):
            start -= 1
        elif not (mark.found.preposition == "ل" and (before.core.startswith("خاضع") or before.core[1:] == "خضع")):
            return None
    while start > 0 and grammar.tokens[start - 1].word.core.startswith(_SUBJECT_TO):
        start -= 1
    return start if start > 0 and grammar.parts[start - 1] != RELATIVE else None


def _out_of(grammar: Grammar, index: int) -> int | None:
    """المدينة | خرجت عن | سيطرة الجيش, خروج المدينة | عن | سيطرتهم: where words of going out of somebody's hands begin."""
    if index < _TWO or grammar.tokens[index - 1].norm != "عن":
        return None
    if grammar.tokens[index - 2].word.core in _GOES_OUT:
        return index - 2
    near = (grammar.tokens[at].word.core for at in range(index - 3, max(-1, index - _NAME), -1))
    return index - 1 if any(core in _GOES_OUT or core == "خروج" for core in near) else None


_TWO, _NAME, _GOES_OUT = 2, 7, word_list("goes out of hands")


def is_under(grammar: Grammar, mark: Mark) -> bool:
    """مدينة لا تزال | تحت سيطرة الجيش: whoever stands behind the words holds, not whoever is told of before."""
    return mark.entry.lemma in ("سيطر", "قبضة") and mark.index > 0 and grammar.tokens[mark.index - 1].word.core == "تحت"


def _begins_land(grammar: Grammar, at: int) -> bool:
    """Whether a place, or words for parts of one, can begin at a token: المدينة, أجزاء واسعة من تعز, معظم أحياء المدينة."""
    if grammar.parts[at] in (NUMERAL, QUANTIFIER):
        return at + 1 < len(grammar.tokens) and is_place(grammar, at + 1)
    return grammar.parts[at] == NOUN and (is_place(grammar, at) or grammar.tokens[at].word.core.startswith(_PARTS_OF_LAND))


def _goes_on(grammar: Grammar, head: int, at: int) -> bool:
    """أجزاء واسعة | من تعز, آخر مدينة كبرى | في دارفور, القصر الرئاسي | في حي كريتر: of what it is a part, or where it lies."""
    norm, behind = grammar.tokens[at].norm, at + 1
    lies = norm == "في" and is_place(grammar, behind) and (thing_group(grammar, head) in SITES or head in grammar.place_at)
    return grammar.phrases.begins(behind) and (norm == "من" or lies)


def _reaches(grammar: Grammar, at: int, end: int) -> bool:
    """Whether a phrase goes on to the words of holding: nothing but its own words, and what it is part of, stand between.

    منزل في | حي الشهباء الخاضع لسيطرتهم: what a definite word describes is definite itself.
    """
    last = grammar.phrases.end(at, end, TARGET)
    other = bool(grammar.tokens[end].word.article) and not grammar.phrases.is_definite(last - 1)
    while last < end and _goes_on(grammar, at, last) and not (other and grammar.tokens[last].norm == "في"):
        last = grammar.phrases.end(last + 1, end, TARGET)
    return last >= end


def whose_it_is(grammar: Grammar, mark: Mark) -> bool:
    """المدن الخاضعة | لسيطرتهم, مواقع كانت تحت | سيطرة الجماعة: whose places are or were, told by the way, with nobody new.

    قصفوا بلدة تحت | سيطرة الجماعة: so too one that no word calls by its name. مدن خاضعة لسيطرة الجماعة, إن المدينة تحت سيطرتهم:
    that somebody who is named holds them, or a clause of its own, is told.
    """
    if mark.is_verb or mark.entry.lemma not in ("سيطر", "قبضة") or mark.index < 2:
        return False
    before = mark.index - 1
    core, start = grammar.tokens[before].word.core, before - 1
    if mark.found.pronoun and (mark.found.preposition == "ل" or core == "تحت"):
        start += mark.found.preposition == "ل"
        which = grammar.phrases.has_article(start) or not grammar.phrases.is_complete_noun(start - 1)
        return which and grammar.tokens[start].word.core.startswith(_SUBJECT_TO) and grammar.parts[start - 1] == NOUN
    if core != "تحت" or _is_some_place(grammar, start):
        return core == "تحت"
    if grammar.tokens[start].word.core not in ("كان", "كانت"):
        return False
    return start > 0 and grammar.parts[start - 1] in (RELATIVE, NOUN)


def _is_some_place(grammar: Grammar, at: int) -> bool:
    """بلدة | تحت سيطرة الجماعة, مناطق واقعة | تحت سيطرتها: a place without article or name, right before the words of holding."""
    at -= grammar.tokens[at].word.core.startswith("واقع")
    some = grammar.group(at, "thing") in SITES and grammar.parts[at] == NOUN and grammar.parts[at - 1] not in (QUANTIFIER, NUMERAL)
    return some and not grammar.phrases.is_definite(at) and at not in grammar.place_at
