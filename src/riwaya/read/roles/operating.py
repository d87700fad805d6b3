"""Whose operation it is that hits, kills or catches, where it is no event word: نفذ الحزب عمليات | استهدفت مواقع عسكرية."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, QUANTIFIER, RELATIVE, THAT, VERB
from riwaya.read.clauses.able import is_organised, is_party
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.forces import is_force
from riwaya.read.clauses.near import ACTOR, person_group
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.arguments import Syntax
from riwaya.read.roles.declared import is_armed
from riwaya.read.statements import Told

_OPERATIONS = frozenset({"عمليه", "عمليات", "عمليتين", "عمليتان"})
_WITHIN = ("في", "خلال", "اثناء")
_RAIDS = ("حمله", "حملات", "مداهمه", "مداهمات")
_REACH = 6


def past_when(grammar: Grammar, at: int, limit: int) -> int:
    """قصف | ليل أمس | للطيران, قصف | في نهاية الأسبوع | للطيران: the token behind a time before whose deed it was."""
    led = at + (at + 1 < limit and grammar.parts[at] == PREPOSITION)
    if led >= limit or led not in grammar.date_at:
        return at
    end = grammar.date_at[led].end
    return end if end < limit and grammar.phrases.preposition_of(grammar.tokens[end]) == "ل" else at


def within_operation(grammar: Grammar, mark: Mark) -> Range | None:
    """مقتل 14 مسلحا في عملية | للقوات الخاصة, قتل ثلاثة خلال عملية أمنية | للشرطة: whose operation it was that killed or caught.

    قتل | مسلح واعتقل ثلاثة خلال سلسلة عمليات للشرطة: killed and caught, one by a verb joined to the other.
    """
    if mark.entry.group not in ("result", "arrest"):
        return None
    limit = min(grammar.limit(mark.index), mark.end + 2 * _REACH)
    for at in range(mark.end, limit - 1):
        if _is_joined(grammar, at):
            continue
        if mark.entry.group == "result" and person_group(grammar, at) in ("military", "police"):  # أصيب | جندي خلال عملية للجيش
            return None
        if grammar.parts[at] in (VERB, THAT, RELATIVE) or grammar.is_comma(at):
            return None
        if grammar.tokens[at].norm not in _WITHIN or (head := _operation(grammar, at + 1, limit, mark)) is None:
            continue
        behind = head + 1
        while behind < limit and grammar.phrases.is_adjective(behind) and grammar.parts[behind] == NOUN:
            behind += 1
        whose = behind < limit and grammar.phrases.preposition_of(grammar.tokens[behind]) == "ل" and grammar.phrases.begins(behind)
        where = (behind, grammar.phrases.end(behind, grammar.limit(at), ACTOR)) if whose else None
        return where if where is not None and is_force(grammar, where) else None
    return None


def _operation(grammar: Grammar, at: int, limit: int, mark: Mark) -> int | None:
    """عملية أمنية, سلسلة | عمليات, سلسلة من | العمليات; مداهمات where somebody was caught: the word of an operation."""
    at += grammar.tokens[at].norm == "سلسله"
    at += at < limit and grammar.tokens[at].norm == "من"
    core = grammar.tokens[at].word.core if at < limit else ""
    return at if core in _OPERATIONS or (mark.entry.group == "arrest" and core in _RAIDS) else None


def _is_joined(grammar: Grammar, at: int) -> bool:
    """قتل مسلح | واعتقل ثلاثة: a verb of killing or catching that و joins to one before it."""
    joined = grammar.parts[at] == VERB and grammar.tokens[at].word.conjunction == "و"
    return joined and any(row.group in ("result", "arrest") for row in entries_at(grammar, at))


def the_latter(syntax: Syntax, mark: Mark) -> Range | None:
    """دحر الجيش التنظيم بعد أن سيطر | الأخير على المدينة, هجوم للحركة شنته | الأخيرة: the last party that agrees."""
    grammar = syntax.grammar
    latter = _latter(syntax, mark)
    if latter is None:
        return None
    other = "m" if grammar.tokens[latter].norm.endswith("ه") else "f"
    for at in range(latter - 2, grammar.layout.sentence(mark.index).start - 1, -1):
        body = grammar.tokens[at].word.labels & {"source", "country"} and grammar.phrases.begins(at)
        if body and "source" in grammar.tokens[at - 1].word.labels and grammar.phrases.end(at - 1, latter - 1, ACTOR) > at:
            continue  # موقع لقوات | سوريا الديمقراطية
        where = (at, grammar.phrases.end(at, latter - 1, ACTOR)) if body else None
        if where is not None and is_party(grammar, where) and grammar.gender(at) != other:
            return where
    return None


def _latter(syntax: Syntax, mark: Mark) -> int | None:
    """سيطر | الأخير, هجوم شنته | الأخيرة, وردت | الأخيرة بقصف: where "the latter" stands who does it, behind its verb."""
    grammar = syntax.grammar
    if grammar.layout.lacks(_LATTER):
        return None
    if mark.is_verb:
        subject = syntax.of(mark.index).subject
        alone = subject is not None and subject[1] - subject[0] == 1 and grammar.tokens[subject[0]].norm in _LATTER
        return subject[0] if subject is not None and alone else None
    near = range(
        max(grammar.layout.sentence(mark.index).start + 1, mark.index - _BESIDE), min(grammar.limit(mark.index), mark.end + _BESIDE)
    )
    carried = (at for at in near if grammar.tokens[at].norm in _LATTER and grammar.light(at - 1) == "actor")
    return next((at for at in carried if grammar.parts[at - 1] == VERB), None)


_LATTER, _BESIDE = frozenset({"الاخير", "الاخيره"}), 4


def carries_out(syntax: Syntax, mark: Mark, told: Told | None) -> Range | None:
    """نفذ الحزب عمليات | استهدفت مواقع, أعلنت الكتائب تنفيذ عملية | استهدفت دبابة: whose operation it is that hits."""
    if (whose := within_operation(syntax.grammar, mark) or the_latter(syntax, mark)) is not None:
        return whose
    if not mark.is_verb or mark.entry.lemma not in ("استهدف", "طال"):
        return None
    grammar, subject = syntax.grammar, syntax.of(mark.index).subject
    if subject is None or subject[1] > mark.index:
        return None
    head = next((at for at in range(*subject) if grammar.tokens[at].word.core in _OPERATIONS), -1)
    if head < 1 or grammar.phrases.has_article(head):
        return None
    at = head - 1
    while at > 0 and grammar.parts[at] in (NUMERAL, QUANTIFIER):
        at -= 1
    if grammar.light(at, "noun") == "actor":
        if told is None or told.speaker is None or told.content[0] != at or told.statement.act != "assert":
            return None
        return told.speaker if is_armed(grammar, told.speaker[0]) else None
    first = max(grammar.clause_start(at), at - _REACH)
    verb = next((k for k in range(at, first - 1, -1) if grammar.parts[k] == VERB), -1)
    if verb < 0 or grammar.light(verb) != "actor":
        return None
    doer = syntax.of(verb).subject
    return doer if doer is not None and doer[1] <= head and is_organised(grammar, doer) else None
