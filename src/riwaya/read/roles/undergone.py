"""What undergoes a deed by a noun before it: exposed to it (رغم تعرضه لثلاث ضربات), or its aim (باتت المدينة هدفا لقصف)."""

from __future__ import annotations

from riwaya.lang.ar.parts import AUXILIARY, NOUN, NUMERAL, PREPOSITION, QUANTIFIER, RELATIVE, THAT, VERB
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.near import TARGET, before_count, whole
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.antecedents import antecedent_of, are_of_number
from riwaya.read.roles.exposed import exposed_at
from riwaya.read.roles.lights import tells_result

_AIMED = frozenset({"هدف", "عرضه", "مسرح"})
_NEAR = 3
_BACK = 10


def undergone(grammar: Grammar, mark: Mark) -> Range | None:
    """رغم تعرضه | لثلاث ضربات, باتت المدينة هدفا رئيسيا | لقصف: what stands before, and undergoes an attack noun with ل."""
    if mark.is_verb or mark.entry.group != "attack" or (first := led_by_to(grammar, mark)) < 1:
        return None
    return exposed_at(grammar, mark, first - 1) or _aim(grammar, first - 1)


def led_by_to(grammar: Grammar, mark: Mark) -> int:
    """تعرضه | لضربة, تعرض المدينة | لثلاث غارات, تعرضها | لـ3 ضربات: the token of the ل before a deed; 0 where none stands."""
    first = before_count(grammar, mark.index) + 1
    first -= first > 0 and grammar.tokens[first - 1].norm == "ل"
    led = grammar.tokens[first].norm == "ل" or grammar.phrases.preposition_of(grammar.tokens[first]) == "ل"
    return first if led else 0


def up_to_deed(grammar: Grammar, subject: Range, mark: Mark) -> Range:
    """تعرضت مواقع لحزب الله | لقصف, تعرضت مجموعة من المدنيين | لقصف: who underwent it, whole, and no further than the deed."""
    if mark.found.preposition != "ل" or subject[0] >= mark.index:
        return subject
    if subject[1] > mark.index:
        return subject[0], mark.index
    at = subject[1]
    owned = at < mark.index and grammar.tokens[at].word.preposition == "ل" and not grammar.phrases.is_event_noun(at)
    return (subject[0], grammar.phrases.end(at, mark.index, TARGET)) if owned else subject


def befell(grammar: Grammar, mark: Mark) -> Range | None:
    """بالثأر لضابط | اغتيل, جثمان شاب | قتل برصاص الجنود: the person right before a verb that tells what befell him."""
    hurts = mark.entry.group in ("result", "arrest") or mark.entry.counted == "target"
    if not (mark.is_verb and hurts) or mark.found.conjunction or mark.found.pronoun:
        return None
    if (meant := _meant_by_that(grammar, mark)) is not None:
        return meant
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _NAMED)
    for at in range(mark.index - 1, first - 1, -1):
        word = grammar.tokens[at].word
        if grammar.parts[at] in (VERB, THAT, RELATIVE) or grammar.is_comma(at) or word.core.startswith(_THEMSELVES):
            return None
        if grammar.parts[at] != NOUN or "person" not in word.labels or _is_of_same_man(grammar, at):
            continue
        counted = at > first and grammar.parts[at - 1] in (NUMERAL, QUANTIFIER)
        start = at - counted
        return (start, mark.index) if whole(grammar, (start, at + 1), mark.index)[1] == mark.index else None
    return None


def _meant_by_that(grammar: Grammar, mark: Mark) -> Range | None:
    """استهدفت الغارة القيادي، وأنه | قتل في ضربة: whom the pronoun on the word before the verb means."""
    that = grammar.tokens[mark.index - 1] if mark.index else None
    alone = mark.end >= grammar.limit(mark.index) or grammar.parts[mark.end] == PREPOSITION or mark.end in grammar.date_at
    if that is None or not alone or grammar.parts[that.index] != THAT:
        return None
    pronoun = next((one for one in ("هما", "هم", "ها", "ه") if that.norm.endswith(one)), "")
    found = antecedent_of(grammar, that.index, pronoun, mark.entry) if pronoun and mark.entry.group == "result" else None
    return found if found is not None and are_of_number(grammar, found[0], pronoun, counted=False) else None


_NAMED = 5


def _is_of_same_man(grammar: Grammar, at: int) -> bool:
    """ضابط | كبير, قائد | ميداني: an adjective of the person before it; صحفي behind عائلة is somebody."""
    return at > 0 and grammar.phrases.is_adjective(at) and "person" in grammar.tokens[at - 1].word.labels


_THEMSELVES = ("نفس", "انفس")


def _aim(grammar: Grammar, last: int) -> Range | None:
    """كانت القرية هدفا | لغارات, أصبحت المدينة هدفا رئيسيا | للهجوم: of what it is said that it is the aim."""
    near = range(last, max(0, last - _NEAR), -1)
    at = next((at for at in near if grammar.tokens[at].word.norm.removesuffix("ا") in _AIMED), 0)
    if not at or any(not grammar.phrases.is_adjective(k) for k in range(at + 1, last + 1)):
        return None
    first = max(grammar.clause_start(at), at - _BACK)
    for start in range(first, at):
        if grammar.parts[start] in (VERB, THAT, RELATIVE):
            continue
        heads = grammar.parts[start] in (NOUN, NUMERAL, QUANTIFIER) and grammar.phrases.begins(start)
        led = (start > 0 and grammar.parts[start - 1] == PREPOSITION) or grammar.phrases.preposition_of(grammar.tokens[start])
        if heads and not led and _reaches(grammar, start, at):
            return start, grammar.phrases.end(start, at, TARGET)
    return None


def _reaches(grammar: Grammar, start: int, at: int) -> bool:
    """Whether nothing but times and words of being stand between the end of a phrase and a token."""
    end = grammar.phrases.end(start, at, TARGET)
    while end < at and (grammar.parts[end] == AUXILIARY or end in grammar.date_at):
        end = grammar.date_at[end].end if end in grammar.date_at else end + 1
    return end == at


def only_suffers(grammar: Grammar, at: int, subject: Range | None, other: Range | None) -> bool:
    """أصيب | 47 آخرون, هاجم التنظيم القرية وخطف | نساء: who alone is killed or seized does not act next."""
    if subject is not None and other is not None:
        return False
    if tells_result(grammar, at) or subject is None or subject[0] < at or not _are_some(grammar, subject[0]):
        return tells_result(grammar, at)
    joined = bool(grammar.tokens[at].word.conjunction) or grammar.tokens[at - 1].norm == "ثم"
    rows = entries_at(grammar, at)
    return any(row.lemma == "أعدم" or (joined and (row.group == "arrest" or row.counted == "target")) for row in rows)


def _are_some(grammar: Grammar, head: int) -> bool:
    """نساء, آخرين, ثلاثة عمال: people without the article, no body and no name."""
    noun = grammar.parts[head] in (NOUN, NUMERAL) and head not in grammar.layout.closing
    known = grammar.phrases.is_definite(head) or grammar.phrases.is_proper(head)
    return noun and not known and not grammar.tokens[head].word.labels & {"source", "thing"}  # اعترضتهما | سيارة وأطلقت النار
