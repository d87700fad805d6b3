"""What hangs on a word of its own: any attack that may come, what holds as long as another does, what may have been, what
somebody is pressed for."""

from __future__ import annotations

from riwaya.lang.ar.parts import AUXILIARY, NOUN, QUANTIFIER, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.sayings.conditions import condition_in
from riwaya.read.statements import Told
from riwaya.read.telling.supposed import is_future

_NEAR, _REACH, _FAR = 4, 8, 12


def condition_of(grammar: Grammar, told: Told, modality: str) -> Range | None:
    """سنضرب أهدافا جديدة | إذا أرسلوا صواريخ: what a promise or threat depends on, and what a warning or what may be does."""
    if told.condition is not None or not (told.statement.act == "warn" or modality == "possible"):
        return told.condition
    found = condition_in(grammar, told.content)
    if found is None or grammar.tokens[found[0] - 1].norm in ("ما", "عما"):  # لا أعرف ما | إذا كانا قد انضما
        return None
    opener = grammar.layout.cores[found[0] : found[0] + 2]
    return found if not _IF.isdisjoint(opener) else None


def is_lasting(grammar: Grammar, condition: Range) -> bool:
    """ما دام | القصف مستمرا, طالما: a condition that holds already."""
    word = grammar.tokens[condition[0]].word
    return word.core in _AS_LONG or (word.core == "ما" and grammar.tokens[condition[0] + 1].norm.startswith("دام"))


def under_condition(grammar: Grammar, mark: Mark, condition: Range, modalities: tuple[str, str]) -> str:
    """سنرد ما دام | القصف مستمرا: what holds is told as it is; لن يتوقف إلى أن | تستسلم الحامية: what must come first is planned.

    ``modalities``: with what the statement makes of it, and its own.
    """
    modality, own = modalities
    inside = condition[0] <= mark.index < condition[1]
    if even_if(grammar, condition):
        return "conditional" if inside else modality
    if is_lasting(grammar, condition):
        return own if inside else modality
    word = grammar.tokens[condition[0]].word
    until = word.core in _UNTIL or grammar.layout.norms[condition[0] : condition[0] + 2] == ["الي", "ان"]
    if not until:
        return "conditional"
    return "planned" if inside and modality == "actual" else modality


_AS_LONG, _UNTIL = word_list("as long as"), word_list("until something comes")


def meets_any(grammar: Grammar, mark: Mark) -> bool:
    """سنسقط | أي طائرة, سنواجه أي | اقتحام, الرد بحزم على أي | استفزاز, أي هجوم سيقابل | برد: a deed done to any that may come."""
    index = mark.index
    if mark.is_verb:
        return bool(mark.found.future) and grammar.parts[mark.end : mark.end + 1] == [QUANTIFIER] and _is_any(grammar, mark.end)
    first = max(grammar.layout.sentence(index).start, index - _REACH)
    if _is_any(grammar, index - 1) and mark.entry.type in ("ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "CONTROL"):
        behind = range(mark.end, min(grammar.limit(index), mark.end + _REACH))
        before = range(max(grammar.clause_start(index), first), index - 1)
        return any(_will(grammar, at) for at in (*before, *behind))
    if mark.entry.lemma != "رد":
        return False
    answered = range(mark.end, min(grammar.layout.sentence(index).end, mark.end + _FAR) - 1)
    if any(grammar.tokens[at].norm == "علي" and _is_any(grammar, at + 1) for at in answered):
        return True
    met = mark.found.preposition == "ب" and grammar.tokens[index - 1].norm in _MET
    return met and any(_is_any(grammar, at) for at in range(first, index - 1))


_MET = word_list("will be met")


def _is_any(grammar: Grammar, at: int) -> bool:
    return at >= 0 and grammar.tokens[at].word.core == "اي"


def _will(grammar: Grammar, at: int) -> bool:
    """سيقوض, ستواجه: a form of the future, also of a verb that no table has."""
    norm = grammar.tokens[at].norm
    return is_future(grammar, at) or (norm.startswith(("سي", "ست")) and len(norm) > _NEAR and not grammar.tokens[at].word.labels)


def even_if(grammar: Grammar, condition: Range) -> bool:
    """لن نرحل | ولو هدموا بيوتنا: what somebody does in any case hangs on nothing."""
    return grammar.tokens[condition[0]].norm == "ولو"


def is_past(grammar: Grammar, mark: Mark) -> bool:
    """قصفوا, لم | يقصفوها من قبل: a verb that tells of the past; not إن لم | ينسحبوا."""
    if not mark.is_verb or mark.form is None:
        return False
    never = grammar.tokens[mark.index - 1].norm == "لم" and grammar.tokens[mark.index - 2].word.core not in _IF
    return mark.form.tense == "perfect" or never


_IF = frozenset({"ان", "اذا", "ما", "حال"})


def may_have_been(grammar: Grammar, mark: Mark, told: Told) -> bool:
    """رجح الخبير أن يكون الجندي قد | سقط برصاص زملائه, خشي أن تكون السفينة | أغرقت: a past of which somebody only thinks so."""
    if told.statement.act != "assess" or not is_past(grammar, mark):
        return False
    for at in range(mark.index - 1, max(told.content[0], mark.index - _REACH) - 1, -1):
        if grammar.parts[at] == AUXILIARY and grammar.tokens[at].word.core in _MAY_BE:
            return at == told.content[0] or grammar.parts[at - 1] == THAT
        if grammar.is_comma(at) or grammar.parts[at] in (THAT, VERB, RELATIVE):
            return False
    return False


_MAY_BE = word_list("may have been")


def is_pressed_for(grammar: Grammar, mark: Mark) -> bool:
    """يضغط الحزب على المقاتلين | للخروج, الضغط على الجماعة من أجل | الإفراج عن الأسرى: what somebody is pressed to do is asked."""
    if mark.is_verb or grammar.layout.lacks(_PRESSES):
        return False
    led = mark.found.preposition == "ل" or grammar.layout.norms[mark.index - 2 : mark.index] == ["من", "اجل"]
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _FAR)
    for at in range(mark.index - 1, first - 1, -1) if led else ():
        if grammar.tokens[at].word.core in _PRESSES:
            return "علي" in grammar.layout.norms[at + 1 : mark.index]
        if grammar.is_comma(at) or grammar.parts[at] in (VERB, RELATIVE, THAT):
            return False
    return False


_PRESSES = word_list("presses somebody")


def is_dispersed(grammar: Grammar, mark: Mark) -> bool:
    """من أجل تفريق | مظاهرة, لمنع | مسيرة منفصلة ضمت المئات: a crowd that is to be dispersed, or of which is told, is there."""
    if mark.entry.group != "crowd" or mark.is_verb or mark.index == 0:
        return False
    before = grammar.tokens[mark.index - 1].word.core
    told = (grammar.tokens[at].norm in _GATHERED for at in range(mark.index + 1, min(grammar.limit(mark.index), mark.index + 3)))
    return before in _SCATTERS or (before == "منع" and any(told))


_SCATTERS, _GATHERED = word_list("scatters a crowd"), word_list("gathered in a crowd")


def is_joined_aim(grammar: Grammar, mark: Mark) -> bool:
    """الإجراءات جارية لتحديد المهاجمين | واعتقالهم: a deed that is joined to what something is for is still to come too."""
    result = mark.entry.group == "result"
    if mark.is_verb or result or mark.found.conjunction != "و" or mark.found.preposition:
        return False
    if mark.found.article and mark.entry.lemma != "توصل":
        return False
    last = mark.index - 1 - grammar.is_comma(mark.index - 1)  # بهدف استئناف الحوار، | والتوصل إلى هدنة
    for at in range(last, max(grammar.layout.sentence(mark.index).start, mark.index - _REACH) - 1, -1):
        word = grammar.tokens[at].word
        if grammar.tokens[at].norm in _SO_AS or (word.preposition == "ل" and (word.core in _AIMS or _is_aim(grammar, at))):
            return True
        if grammar.is_comma(at) or word.conjunction or grammar.parts[at] in (VERB, THAT, RELATIVE):
            return False
    return False


def _is_aim(grammar: Grammar, at: int) -> bool:
    """خطط لفك الحصار | وإدخال المساعدات: a deed with ل, and nothing before it that takes ل (تعرضت | لقصف, أدى | لإغلاق الطريق)."""
    ends = any(entry.type in _TO_BE_DONE for entry in entries_at(grammar, at))
    takes = grammar.tokens[at - 1].word.core.startswith("تعرض") or grammar.light(at - 1) == "cause"
    return ends and not grammar.tokens[at].word.article and not takes


_AIMS = word_list("aim that another is joined to")
_SO_AS = ("بهدف", "بغيه", "بغرض")
_TO_BE_DONE = frozenset({"RETREAT", "COERCE", "AID", "CONTROL", "CONSULT"})


def goes_on(grammar: Grammar, mark: Mark) -> bool:
    """استمرار | حصار الموانئ يهدد السكان, | الغارات لن تتوقف: what goes on is no fear and no threat."""
    if mark.is_verb or mark.index == 0:
        return False
    behind = grammar.tokens[mark.end : mark.end + 2]
    endless = len(behind) > 1 and behind[0].norm == "لن" and behind[1].norm in _STOPS
    return endless or grammar.tokens[mark.index - 1].word.core in _GOES_ON


_GOES_ON, _STOPS = word_list("going on of a deed"), word_list("stops or not")


def is_feared(grammar: Grammar, mark: Mark) -> bool:
    """نخشى أن | يقتلوا بعيدا عن العيون, يخشى السكان | هجوما جديدا: what somebody fears may come."""
    index = mark.index
    if not mark.is_verb:
        return _is_object_of_fear(grammar, mark)
    if index < 2 or grammar.parts[index - 1] != THAT or is_past(grammar, mark):
        return False
    first = max(grammar.layout.sentence(index).start, index - _NEAR)
    return any(_fears(grammar, at) for at in range(first, index - 1))


def _is_object_of_fear(grammar: Grammar, mark: Mark) -> bool:
    """تخشى المنظمات وقوع | هجوم: right behind the verb and who fears, not of a repetition (تكرار سيناريو | تدمير المدينة)."""
    if mark.found.preposition or mark.found.conjunction or mark.found.article:
        return False
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _NEAR)
    fears = next((at for at in range(mark.index - 1, first - 1, -1) if _fears(grammar, at)), None)
    if fears is None:
        return False
    between = range(fears + 1, mark.index)
    return all(grammar.parts[at] == NOUN and grammar.tokens[at].word.core not in _AGAIN for at in between)


def _fears(grammar: Grammar, at: int) -> bool:
    """يخشى, خشيت, نخشى: a form of fearing."""
    return any(one.sense.entry.lemma == "خشي" for one in grammar.tokens[at].word.all("cue", "verb"))


_AGAIN = ("تكرار", "سيناريو")


def is_decided_on(grammar: Grammar, mark: Mark) -> bool:
    """واشنطن تقرر | تزويد كييف بصواريخ: what a state or body decides is still to come; تقرر | حبسهما is done by it."""
    if mark.is_verb or mark.index < 2:
        return False
    before = range(max(grammar.layout.sentence(mark.index).start + 1, mark.index - 3), mark.index)
    return any(grammar.tokens[at].norm == "تقرر" and grammar.parts[at - 1] == NOUN for at in before)
