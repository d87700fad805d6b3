"""What a clause set off by commas tells ends before what the verb outside tells (وأشار المرصد الذي يؤكد أنه محايد، إلى أن)."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, PREPOSITION, RELATIVE, SUBORDINATOR, THAT, VERB
from riwaya.read.clauses.companions import entries_at
from riwaya.read.grammar import Grammar, Range
from riwaya.read.sayings.outer_says import outer_that


def within_insertion(grammar: Grammar, index: int, content: Range) -> Range:
    """In a relative clause set off by a comma (، الذي قال ...،), or beside a verb that waits for أن, a comma ends the content."""
    if (own := _before_outer_that(grammar, index, content)) is not None:
        return content[0], own
    start = grammar.clause_start(index)
    if start < 2 or grammar.parts[start - 1] != RELATIVE:
        return content
    if not grammar.is_comma(start - 2):
        return content[0], _outer_comma(grammar, start - 1, content)
    quoted = {k for at in range(*content) for k in range(at, grammar.layout.closing.get(at, at))}
    ends = (at for at in range(content[0] + 1, content[1]) if grammar.is_comma(at) and at not in quoted)
    end = next((at for at in ends if not _awaits_predicate(grammar, content[0], at)), content[1])
    return (content[0], end)


def _before_outer_that(grammar: Grammar, index: int, content: Range) -> int | None:
    """The comma before إن that belongs to the verb before a participle set off by commas; None where no verb waits."""
    if not grammar.phrases.is_participle_cue(index) or not grammar.is_comma(index - 1):
        return None
    before = range(max(grammar.layout.sentence(index).start, index - _WAITING), index)
    verb = next((k for k in reversed(before) if grammar.parts[k] == VERB), None)
    if verb is None or "cue" not in grammar.tokens[verb].word.labels or THAT in grammar.parts[verb:index]:
        return None
    ends = (k for k in range(content[0] + 1, content[1] - 1) if grammar.is_comma(k) and grammar.parts[k + 1] == THAT)
    return next((k for k in ends if not grammar.tokens[k + 1].word.conjunction), None)


_WAITING = 14


def _outer_comma(grammar: Grammar, relative: int, content: tuple[int, int]) -> int:
    """وأشار المرصد | الذي يؤكد أنه محايد |، إلى أن: the comma before what the verb outside says, else the end of the content."""
    before = range(max(grammar.layout.sentence(relative).start, relative - _NEAR), relative)
    verb = next((k for k in reversed(before) if grammar.parts[k] == VERB), None)
    if verb is None or "cue" not in grammar.tokens[verb].word.labels or THAT in grammar.parts[verb:relative]:
        return content[1]
    for at in range(content[0] + 1, content[1] - 1):
        if grammar.is_comma(at):
            that = at + 1 + (grammar.parts[at + 1] == PREPOSITION)
            if grammar.parts[that : that + 1] == [THAT] and not grammar.tokens[that].word.conjunction:
                return at
    return content[1]


_NEAR = 9


def _awaits_predicate(grammar: Grammar, start: int, comma: int) -> bool:
    """إن أحدهما، | وهو فتى في العاشرة، | أصيب: behind أن and a noun alone what it does is still to come."""
    bare = any(grammar.is_comma(at) for at in range(start + 1, min(comma, start + _BARE_SUBJECT) + 1))
    return (
        grammar.parts[start - 1] == THAT
        and bare
        and not any(grammar.parts[at] == VERB or grammar.phrases.is_masdar(at) for at in range(start, comma))
    )


_BARE_SUBJECT = 3


def before_main(grammar: Grammar, index: int, content: Range) -> Range:
    """وبينما أفادت السلطات بمقتل فتى، | واصلت الحركة قصفها: the content of a clause of time ends before the main verb."""
    first = grammar.layout.sentence(index).start
    opened = " ".join(grammar.layout.norms[first:index]).removeprefix("و") if index - first <= _WHILE_REACH else ""
    while_this = index - first <= 2 and grammar.tokens[index - 1].word.core in ("بينما", "فيما", "بعدما", "عندما")
    if not while_this and opened not in ("في وقت", "في الوقت الذي", "في حين"):
        return content
    mains = (k for k in range(content[0] + 1, content[1] - 1) if grammar.is_comma(k) and grammar.parts[k + 1] == VERB)
    end = next((k for k in mains if not grammar.tokens[k + 1].word.conjunction and _has_verb(grammar, content[0], k)), content[1])
    return content[0], end


def _has_verb(grammar: Grammar, start: int, comma: int) -> bool:
    """أن الاجتماع الذي شارك فيه الخبراء، | نجح: behind أن a topic with its relative clause waits for its verb across the comma."""
    if grammar.parts[start - 1] != THAT or RELATIVE not in grammar.parts[start:comma]:
        return True
    return any(grammar.parts[k] == VERB and grammar.parts[k - 1] != RELATIVE for k in range(start, comma))


_WHILE_REACH = 3


def before_circumstance(grammar: Grammar, content: Range) -> Range:
    """حذر من نتائج الحرب، | خلال تفقده المخيم: behind a comma, what the speaker did while he spoke is no part of what is said.

    مطالبين بالإفراج عنهم، | قبل أن يتدخل الوسطاء: nor is what came after it, as the report tells.
    """
    for at in range(content[0] + 1, content[1] - 2):
        if grammar.is_comma(at) and grammar.layout.norms[at + 1 : at + 3] == ["قبل", "ان"]:
            return content[0], at
        during = grammar.is_comma(at) and grammar.tokens[at + 1].word.core in _WHILE_HE
        doing = during and grammar.phrases.is_masdar(at + 2) and grammar.tokens[at + 2].norm.endswith(("ه", "ها", "هم"))
        if doing and not _as_victim(grammar, content, at + 2):
            return content[0], at
    return content


def _as_victim(grammar: Grammar, content: Range, doing: int) -> bool:
    """أعلنت مقتل متظاهر، خلال | مشاركته في مسيرة: who was killed or seized did it, unless it is a meeting (خلال لقائه)."""
    first = content[0] + (grammar.parts[content[0]] == PREPOSITION)
    harm = any(entry.type in ("ASSAULT", "COERCE") for entry in entries_at(grammar, first))
    near = range(doing, min(doing + _MEETING, grammar.limit(doing)))
    meets = any(entry.type == "CONSULT" for at in near for entry in entries_at(grammar, at))
    return harm and not meets and not any(grammar.phrases.is_channel(at) for at in near)


_MEETING = 4


_WHILE_HE = ("خلال", "اثناء", "لدي", "عقب")


def before_outer(grammar: Grammar, index: int, content: Range) -> Range:
    """الدولة التي تعارض الاتفاق | تسعى إلى الحرب, الحركة التي أعلنت ولاءها للتنظيم | والتي انهزمت: what a relative clause tells
    ends before the verb of those whom it describes, and before another relative clause on them.
    """
    that = outer_that(grammar, index)
    if that is not None and content[0] < that < content[1]:  # قالت أحزاب ترفض الهدنة | إن
        return content[0], that
    relative = grammar.clause_start(index) - 1
    if relative < 1 or grammar.parts[relative] != RELATIVE or index - relative > _SHORT_CLAUSE:
        return content
    first = grammar.layout.sentence(index).start
    waits = not any(grammar.parts[k] == VERB for k in range(first, relative))
    for at in range(content[0] + 1, content[1]):
        if at in grammar.layout.closing:
            return content
        waits = waits and not grammar.is_comma(at)
        if grammar.parts[at] == RELATIVE and grammar.tokens[at].norm == f"و{grammar.tokens[relative].norm}":
            return content[0], at - grammar.is_comma(at - 1)
        if grammar.parts[at] in (RELATIVE, THAT, SUBORDINATOR):
            return content
        if grammar.parts[at] == VERB and waits and _is_main(grammar, at):
            return content[0], at
    return content


def _is_main(grammar: Grammar, at: int) -> bool:
    """Whether a verb right behind a definite noun, no conjunction on it, is what the sentence waits for."""
    joined = grammar.tokens[at].word.conjunction or grammar.parts[at - 1] != NOUN
    return not joined and grammar.phrases.is_definite(at - 1)


_SHORT_CLAUSE = 4
"""So many tokens behind its relative a verb of telling may stand."""


def before_victims(grammar: Grammar, index: int, content: Range) -> Range:
    """سحقت الجماعة التي تصنفها الدولة تنظيما إرهابيا | مقاتلين: a label in a relative clause ends before the object outside it:
    people in the accusative, indefinite, behind the adjective of the label.
    """
    if grammar.parts[index - 1] != RELATIVE:
        return content
    for at in range(content[0] + 2, content[1]):
        word = grammar.tokens[at].word
        people = (
            grammar.parts[at] == NOUN and "person" in word.labels and not (word.article or word.conjunction or word.preposition)
        )
        cased = word.bare.endswith("ين") or grammar.phrases.is_accusative(at)
        if people and cased and grammar.phrases.is_adjective(at - 1) and not grammar.phrases.is_adjective(at):
            return content[0], at
    return content


def within_marks(grammar: Grammar, content: Range) -> Range:
    """دعا «السكان إلى | الإبلاغ عنهم | »: a closing mark whose opening one stands before what is said is no part of it."""
    start, end = content
    opened = grammar.layout.opening.get(end - 1)
    return (start, end - 1) if opened is not None and opened < start < end - 1 else content


def before_colon(grammar: Grammar, content: Range) -> Range:
    """وقال القائد بعد تأكيد الحكومة | مقتل سلفه: «سنمضي»: what a noun of saying tells ends before the colon of the verb outside."""
    colons = (at for at in range(content[0] + 1, content[1] - 1) if grammar.tokens[at].raw == ":")
    return content[0], next((at for at in colons if at + 1 in grammar.layout.closing), content[1])
