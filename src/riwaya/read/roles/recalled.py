"""What an event noun takes up that stands before it: a pronoun behind it, or a participle that says what somebody is."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import ADVERB, AUXILIARY, NEGATION, PERFECTIVE, PREPOSITION, RELATIVE, THAT, VERB
from riwaya.read.clauses.near import TARGET, thing_group
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.antecedents import antecedent_of, is_meant, points_back_to
from riwaya.read.roles.prepositions import resumed

_OVER = frozenset({"علي"})
_IN_STATE, _ASIDE = ("قيد", "رهن"), frozenset({AUXILIARY, ADVERB, NEGATION})
_TWO, _BACK = 2, 8
_NAMED = frozenset({"person", "source", "thing"})


def meant_behind(grammar: Grammar, mark: Mark, actor: Range | None) -> Range | None:
    """دخول البلدة والسيطرة | عليها, حددت هوية المتهمين وتم القبض | عليهم: whom a pronoun behind a noun of taking stands for.

    احتجز الصحفي ثم تم الإفراج | عنه: or behind one of letting go.
    """
    if mark.entry.group not in ("hold", "arrest", "free"):
        return None
    people = mark.entry.group == "arrest"
    pronoun = resumed(grammar, _before_pronoun(grammar, mark, actor), mark.entry.preps | _OVER)
    if not pronoun or people != pronoun.startswith("هم"):
        return None
    if people and (mark.found.preposition or RELATIVE in grammar.parts[max(0, mark.index - _TWO) : mark.index]):
        return None
    return antecedent_of(grammar, mark.index, pronoun, mark.entry, actor)


def described_before(grammar: Grammar, mark: Mark, subject: Range | None) -> Range | None:
    """محكمة | يدعمها الاتحاد, مقاتلين | تدعمهم الدولة: the indefinite noun right before a verb whose pronoun agrees with it.

    أفرجوا عن عشرة مصلين كانوا قد | خطفوهم: whom they had taken before, who are others than they.
    """
    start, at = grammar.clause_start(mark.index), mark.index
    if mark.form is not None and mark.form.number == "p" and mark.found.pronoun == "هم":
        while at > 1 and grammar.parts[at - 1] in (AUXILIARY, PERFECTIVE):
            at -= 1
    before = None if start > 0 and grammar.parts[start - 1] == RELATIVE else points_back_to(grammar, at)
    if before is None or before == subject or grammar.is_comma(mark.index - 1):
        return None
    return before if is_meant(grammar, before[0], mark.found.pronoun, mark.entry) else None


def said_of(grammar: Grammar, mark: Mark) -> Range | None:
    """باتت | القاعدة محاصرة من جميع الجهات, أن | المسلحين باتوا محاصرين: of whom a participle says what was done to him.

    لا يزال | ثلاثة صحفيين قيد الاعتقال: or in what state somebody is.
    """
    held = is_in_state(grammar, mark)
    plain = not (mark.found.article or mark.found.preposition or mark.found.conjunction)
    if not held and not (plain and _is_participle(grammar, mark)):
        return None
    end, first = mark.index - held, grammar.clause_start(mark.index)
    while end > first and (grammar.parts[end - 1] in _ASIDE or end - 1 in grammar.date_at or end - 1 in grammar.layout.closing):
        end -= 1
    best: Range | None = None
    for at in range(end - 1, max(first, end - _BACK) - 1, -1):
        led = bool(grammar.phrases.preposition_of(grammar.tokens[at])) or grammar.is_comma(at)
        if led or grammar.parts[at] in (VERB, THAT, PREPOSITION, AUXILIARY):
            break
        if _is_known(grammar, at) and grammar.phrases.end(at, end, TARGET) >= end:
            best = at, end
    governed = best is not None and best[0] > 0 and grammar.parts[best[0] - 1] == PREPOSITION
    return None if governed else best


def is_in_state(grammar: Grammar, mark: Mark) -> bool:
    """ثلاثة صحفيين قيد | الاعتقال, وضع القائد رهن | الإقامة الجبرية: in what state somebody is whom nobody named holds."""
    return mark.entry.type == "COERCE" and mark.index > 0 and grammar.tokens[mark.index - 1].norm in _IN_STATE


def is_not_in_state(grammar: Grammar, mark: Mark) -> bool:
    """الصحفيون ليسوا قيد | الاعتقال: somebody is said not to be held."""
    return is_in_state(grammar, mark) and mark.index > 1 and grammar.tokens[mark.index - 2].word.core.startswith("ليس")


def _is_known(grammar: Grammar, at: int) -> bool:
    """Whether a phrase begins at a token that is definite, or names people or things."""
    labels = grammar.tokens[at].word.labels
    known = (grammar.phrases.is_definite(at) or bool(labels & _NAMED)) and "timeword" not in labels  # عامه الثاني قيد الاعتقال
    return known and grammar.phrases.begins(at)


def _is_participle(grammar: Grammar, mark: Mark) -> bool:
    """محاصرين, محتجزة: whether a form says what is done to somebody; محاصرة | من الجهات may, محاصرة | القاعدة is the deed."""
    if mark.entry.group == "state":
        return mark.entry.frame == "P"
    behind = mark.index + 1
    alone = mark.end == behind and (behind >= grammar.limit(mark.index) or grammar.parts[behind] in (PREPOSITION, ADVERB))
    rows = (found.sense.entry for found in grammar.tokens[mark.index].word.all("trigger"))
    return alone and any(isinstance(row, Trigger) and row.group == "state" and row.frame == "P" for row in rows)


def _before_pronoun(grammar: Grammar, mark: Mark, actor: Range | None) -> int:
    """السيطرة | الكاملة عليها, سيطرة | الجماعة عليها: the last token of what stands between a noun and such a pronoun."""
    if actor is not None and actor[0] == mark.end:
        return actor[1] - 1
    at = mark.end
    while at < grammar.limit(mark.index) and grammar.phrases.is_adjective(at):
        at += 1
    return at - 1


def in_name(grammar: Grammar, mark: Mark) -> Range | None:
    """قطع | الكهرباء عن المدينة, سرقة | المنازل, نقل | الجرحى: what a noun of taking or carrying away needs beside it suffers."""
    at = mark.companion
    if at != mark.index + 1 or mark.end <= at or mark.entry.frame != "AO" or grammar.phrases.preposition_of(grammar.tokens[at]):
        return None
    taken = mark.entry.mode in ("seize", "obstruct") or (mark.entry.group == "give" and _is_hurt(grammar, at))
    return (at, grammar.phrases.end(at, grammar.limit(mark.index), TARGET)) if taken else None


def _is_hurt(grammar: Grammar, at: int) -> bool:
    """الجرحى, المرضى: people, and no goods."""
    people = "person" in grammar.tokens[at].word.labels and not grammar.phrases.is_adjective(at)
    return people and not thing_group(grammar, at)
