"""Subjects that commas or marks cut off from their verb, between أن and it."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import AUXILIARY, NEGATION, NOUN, NUMERAL, QUANTIFIER, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Word
from riwaya.read.clauses.between import approximates, before_among, past_belief
from riwaya.read.clauses.pointed_back import antecedent
from riwaya.read.grammar import Grammar, Range

_FAR, _ASIDE, _NEAR = 30, 12, 4
IF = frozenset({"اذا", "لو", "حين", "عندما", "بينما"})
"""أن سقوط المدينة مسألة أيام إذا | نجح الجيش: behind such a word another clause begins."""


def set_off(grammar: Grammar, index: int, form: VerbForm) -> Range | None:
    """أن المقاتلين، سيطروا, إن المهاجمين «حاصروا, أن مدرعات محملة بجنود تحركت: all that stands between أن and its verb."""
    if index > 1 and grammar.parts[index - 1] == AUXILIARY and index - 2 in grammar.layout.closing:
        index -= 1  # أن مرتكب الجريمة «كان | ينوي
    sign = index - 1
    opened = grammar.layout.opening.get(sign)
    if opened is not None and opened > 0 and grammar.parts[opened - 1] == THAT and sign - opened < _NEAR:
        return (opened, index)
    marked = sign > 0 and (sign in grammar.layout.closing or grammar.is_comma(sign))
    last = _opened_at(grammar, before_among(grammar, sign)) if marked else index
    if last < 1 or grammar.tokens[index].word.conjunction:
        return None
    start = grammar.clause_start(last - 1)
    if marked and start > 1 and grammar.is_comma(start - 1) and not _speaks_on(grammar, start, last):
        last = start - 1  # أن قائد الجماعة، المعروف بالشيخ، | غادر
        start = grammar.clause_start(last - 1)
    if start > 2 and grammar.tokens[start - 1].norm == "ممن":  # أن مئة مقاتل آخرين ممن كانوا في المصنع | سلموا أنفسهم
        start = grammar.clause_start(start - 2)
    that = start - 1 - (start > 1 and start - 1 in grammar.layout.closing)  # إن «لواء النصر، | قصف
    if that < start - 1 and (
        RELATIVE in grammar.parts[start:last] or any(one.pronoun for one in grammar.tokens[index].word.analyses)
    ):
        return None  # إن "المدارس | استهدفتها الجماعة
    if not start < last <= start + _FAR or not _heads(grammar, start, that, last < sign):
        return None
    if not approximates(grammar, start, last) and (
        not grammar.phrases.begins(start) or grammar.phrases.preposition_of(grammar.tokens[start])
    ):
        return None  # إن | نحو 50 مسلحا على دراجات نارية | هاجموا
    if any(grammar.parts[at] in (VERB, THAT, NEGATION) or grammar.tokens[at].norm in IF for at in range(start, last)):
        return None
    where = (start, last)
    fits = is_several(grammar, where) if form.number != "s" else grammar.agrees(form, start, before=True)
    return where if fits else None


def _heads(grammar: Grammar, start: int, that: int, aside: bool) -> bool:
    """أن | القوات, القوات، تساندها ميليشيات، | شنت: behind أن, or at the head of a sentence with somebody who is told beside it."""
    if that >= 0 and grammar.parts[that] == THAT:
        return not is_owned_that(grammar, that)
    return aside and start == grammar.layout.sentence(start).start


def past_backing(grammar: Grammar, index: int, form: VerbForm) -> Range | None:
    """مقاتلين محليين تدعمهم الطائرات | يحاولون: several of whom a verb with هم tells, before what they do themselves.

    مسلحين يستقلون دراجات نارية | اقتحموا: or one in the plural.
    """
    if form.number != "p" or form.person != 3 or grammar.tokens[index].word.conjunction:
        return None
    for at in range(index - 2, max(grammar.layout.sentence(index).start, index - _FAR), -1):
        if grammar.is_comma(at) or grammar.parts[at] == THAT:
            return None
        if grammar.parts[at] == VERB and grammar.parts[at - 1] != RELATIVE:
            told = any(one.pronoun == "هم" for one in grammar.tokens[at].word.analyses) and form.tense == "imperfect"
            found = antecedent(grammar, at, None) if told or (form.tense == "perfect" and _they_do(grammar, at)) else None
            return (found[0], index) if found is not None and is_several(grammar, found) else None
    return None


def _they_do(grammar: Grammar, at: int) -> bool:
    """مسلحين | يستقلون: an imperfect in the plural right behind people without the article."""
    forms = (one.sense.form for one in grammar.tokens[at].word.analyses if not one.pronoun)
    several = any(isinstance(form, VerbForm) and (form.tense, form.number) == ("imperfect", "p") for form in forms)
    several = several or (grammar.tokens[at].norm[:1] == "ي" and grammar.tokens[at].norm.endswith("ون"))
    return several and "person" in grammar.tokens[at - 1].word.labels and not grammar.phrases.is_definite(at - 1)


def _opened_at(grammar: Grammar, close: int) -> int:
    """إن الجنود|، يرافقهم مقاتلون أجانب، أعدموا: the comma before a verb that tells who is with them; the second without one."""
    for at in range(close - 1, max(1, close - _ASIDE), -1):
        if grammar.is_comma(at - 1):
            return at - 1 if _points_at_him(grammar.tokens[at].word) else close
        believed = grammar.parts[at] == THAT and is_owned_that(grammar, at) and past_belief(grammar, at - 1, close) > at
        if grammar.is_comma(at) or (grammar.parts[at] in (THAT, NEGATION, RELATIVE) and not believed):
            return close
    return close


def has_own_subject(grammar: Grammar, index: int) -> bool:
    """الجنود، | يساندهم مسلحون، هاجموا: behind a comma a verb whose pronoun means those before it, with its subject behind it."""
    behind = index + 1
    if not grammar.is_comma(index - 1) or behind >= len(grammar.tokens) or not grammar.phrases.begins(behind):
        return False
    bare = grammar.parts[behind] == NOUN and not grammar.phrases.is_definite(behind)
    return bare and _points_at_him(grammar.tokens[index].word) and not grammar.phrases.preposition_of(grammar.tokens[behind])


def _points_at_him(word: Word) -> bool:
    """يقودها, يرافقهم: a verb in the imperfect with a pronoun, whether a table has it or not."""
    told = any(one.pronoun in _HIM and isinstance(one.sense.form, VerbForm) for one in word.analyses)
    guessed = not word.analyses and word.norm[:1] in ("ي", "ت") and word.norm.endswith(("هم", "ها"))
    return (told or guessed) and not word.conjunction


_HIM = ("ه", "ها", "هم", "هما")


def _speaks_on(grammar: Grammar, start: int, end: int) -> bool:
    """Whether what stands between two commas tells something of its own: no apposition (، المعروف بالشيخ،)."""
    parts = grammar.parts
    if any(parts[at] in (VERB, THAT, NEGATION, AUXILIARY) for at in range(start, end)) or end - start > _ASIDE:
        return True
    return bool(grammar.tokens[start].word.conjunction)


def seen_doing(grammar: Grammar, index: int, form: VerbForm) -> Range | None:
    """شاهد حراسا من الميناء | يطلقون النار: those right before a verb in the plural that tells what they do."""
    if form.number == "s" or form.person == 1 or grammar.tokens[index].word.conjunction or grammar.parts[index - 1] != NOUN:
        return None
    found = antecedent(grammar, index, None)
    if found is not None and grammar.tokens[found[0]].norm == "وجود":  # اكتشاف وجود | خبراء في القاعدة | يقومون بتدريب
        found = found[0] + 1, found[1]
    if found is not None and grammar.group(found[0] + 1, "thing") == "vehicle":  # وصلوا على عشرات الدراجات | وفصلوا
        return None
    if found is not None and not is_several(grammar, found) and grammar.phrases.begins(index - 1):
        found = _last_men(grammar, *found)  # إنه شاهد | الجنود | يقتادون
    return found if found is not None and is_several(grammar, found) else None


def is_no_subject_of_his(grammar: Grammar, where: Range, form: VerbForm) -> bool:
    """يعتقد أنهم | أجانب، هاجموا, إنه | شاهد الجنود | يهاجمون: what the pronoun of أن is said to be does nothing itself."""
    if not is_owned_that(grammar, where[0] - 1):
        return False
    believed = where[0] > 1 and past_belief(grammar, where[0] - 2, len(grammar.tokens)) > where[0]
    return believed or (form.number == "p" and not is_several(grammar, where))


def _last_men(grammar: Grammar, start: int, end: int) -> Range:
    """شاهد | الجنود يقتادون, لمهاجمة | عسكريين أجانب يتمركزون: the noun at the end of a phrase, with its adjective."""
    last = end - 1
    described = last - 1 > start and grammar.phrases.is_adjective(last) and "person" in grammar.tokens[last - 1].word.labels
    return last - described, end


def is_several(grammar: Grammar, where: Range) -> bool:
    """Whether a phrase names several: joined, counted, a plural or a dual."""
    head = grammar.tokens[where[0]].word
    joined = any(grammar.tokens[at].word.conjunction for at in range(where[0] + 1, where[1]))
    counted = grammar.parts[where[0]] in (NUMERAL, QUANTIFIER) or approximates(grammar, *where)
    plural = any(getattr(found.sense.form, "number", "") in ("p", "d") for found in head.analyses)
    return joined or counted or plural or head.bare.endswith(("ون", "ين", "ات"))


def are_two(word: Word) -> bool:
    """فلسطينيان, الجنديان: a dual by every reading that a table has of it."""
    forms = [found.sense.form for found in word.analyses] if word.bare.endswith("ان") else []
    return bool(forms) and all(isinstance(form, NounForm) and form.number == "d" for form in forms)


def is_owned_that(grammar: Grammar, at: int) -> bool:
    """Whether أنه، إنها، أنهم stands at a token, or before the mark there: its pronoun is the subject of the verb behind it."""
    at -= at in grammar.layout.closing and grammar.parts[at + 1] == VERB  # قال إنه | "دمر ثلاث عربات"
    if not 0 <= at < len(grammar.tokens) or grammar.parts[at] != THAT:
        return False
    return grammar.tokens[at].norm.endswith(("ه", "ها", "هم", "هما", "نا"))


def are_others(grammar: Grammar, at: int, speaker: Range) -> bool:
    """قال سالم الهاني, قال النائب سالم الهاني | إنهم استولوا على البلدة: they are not the one man who speaks.

    قالت الحركة إنهم, قال قائد المتمردين إنهم may mean who speaks and his own.
    """
    if not grammar.tokens[at].norm.endswith(("هم", "هما")):
        return False
    return grammar.phrases.is_name(speaker[0]) or _is_civil(grammar, speaker)


def _is_civil(grammar: Grammar, speaker: Range) -> bool:
    """النائب سالم الهاني, وزير الصحة: a man of an office who has no armed men, as قائد الشرطة and زعيم الحركة have."""
    return grammar.tokens[speaker[0]].word.core in _CIVIL


_CIVIL = word_list("holds a civil office")


def is_owned_noun(grammar: Grammar, at: int) -> bool:
    """بعد رفضه | ذلك, لتأكيدها ذلك: a noun with a pronoun, behind which ذلك is what it is about."""
    return grammar.parts[at] == NOUN and grammar.tokens[at].norm.endswith(("ه", "ها", "هم")) and not grammar.tokens[at].word.article
