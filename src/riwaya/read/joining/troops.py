"""Roles of moves, retreats and seizures: whose own force is moved, who crosses where, whose advance it is, what fell to whom."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, NUMERAL, QUANTIFIER, RELATIVE
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.companions import answers
from riwaya.read.clauses.near import ACTOR, TARGET, after, is_place
from riwaya.read.clauses.pointed_back import antecedent
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.roles import Roles
from riwaya.read.telling.marching import armed_at
from riwaya.spelling import folded

_GROUPS = frozenset({"move", "leave", "hold", "stop", "start", "free"})


def of_troops(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """The roles of a move, a retreat or a seizure, each with its own words."""
    if mark.entry.group not in _GROUPS:
        return roles
    for rule in RULES:
        roles = rule(grammar, mark, roles)
    return roles


def without_nobody(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """تنص | المرحلة الأولى على الانسحاب: a stage moves nobody."""
    actor, target = roles.actor, roles.target
    if actor is not None and _is_nobody(grammar, actor[0]):
        roles = changed(roles, actor=None)
    return changed(roles, target=None) if target is not None and _is_nobody(grammar, target[0]) else roles


def _is_nobody(grammar: Grammar, at: int) -> bool:
    return grammar.tokens[at].word.core in _NOBODY


def own_force(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """وضعت | قواتها في حالة تأهب, تحشيد | قواتهم: an own force right behind a word that moves somebody is who is moved."""
    actor = roles.actor
    moves = mark.entry.frame == "AO" or mark.entry.lemma == "تحشيد"
    if actor is None or roles.target is not None or not moves or actor[0] != mark.index + 1:
        return roles
    owned = grammar.phrases.is_owned(actor[0]) and armed_at(grammar, actor[0])
    return changed(roles, actor=None, target=actor) if owned else roles


def called_up(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """يقومون بتعبئة | القوات للإطاحة بالرئيس: a force right behind a word of calling up is who is called up."""
    at = mark.end
    if mark.is_verb or mark.entry.lemma not in ("تعبئة", "تحشيد") or at >= grammar.limit(mark.index):
        return roles
    if not grammar.phrases.begins(at) or not armed_at(grammar, at) or grammar.phrases.is_adjective(at):
        return roles
    whom = (at, grammar.phrases.end(at, grammar.limit(mark.index), ACTOR))
    actor = None if roles.actor is not None and roles.actor[0] == at else roles.actor
    return changed(roles, actor=actor, target=whom)


def quality_of_deed(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """انسحاب إسرائيل | الكامل, سحب القوات | التدريجي: the last word says how it is done, not what they are."""
    found = _short(grammar, mark, roles.actor), _short(grammar, mark, roles.target)
    return roles if found == (roles.actor, roles.target) else changed(roles, actor=found[0], target=found[1])


def _short(grammar: Grammar, mark: Mark, where: Range | None) -> Range | None:
    """A role behind a verbal noun without the last word that is a quality of the deed."""
    if where is None or mark.is_verb or where[0] != mark.end or where[1] - where[0] < _TWO:
        return where
    word = grammar.tokens[where[1] - 1].word
    return (where[0], where[1] - 1) if word.article and word.core in _QUALITIES else where


def crosses(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """عبرت | مدمرة أميركية | مضيق الوادي, غادرت | آخر القوات الأجنبية | البلاد: who goes, and where to."""
    if not mark.is_verb or not mark.entry.frame.startswith("A") or folded(mark.entry.lemma) not in _CROSSES or mark.found.pronoun:
        return roles
    actor, target = roles.actor, roles.target
    who = actor or target
    if who is None or who[0] != mark.index + 1 or (actor is not None and target is not None):
        return roles
    at = _place_within(grammar, who)
    if not _goes(grammar, who[0], at):
        return roles
    if at < who[1]:
        return changed(roles, actor=(who[0], at), target=(at, who[1]))
    if actor is not None:
        return roles
    limit = grammar.limit(mark.index)
    where = (at, grammar.phrases.end(at, limit, TARGET)) if at < limit and is_place(grammar, at) else None
    if where is None and mark.entry.type == "CONTROL":  # دخلت «المقاومة» ليلا إلى | الحي
        where = after(grammar, who[1], frozenset({"الي"}))
    return changed(roles, actor=who, target=where)


def how_far(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """تراجعت | الوحدات | كيلومترين نحو الغرب: how far they go is no part of who goes."""
    actor = roles.actor
    if actor is None or not mark.is_verb or actor[1] - actor[0] < _TWO:
        return roles
    if not grammar.tokens[actor[1] - 1].word.core.startswith(("كيلومتر", "متر", "امتار")):
        return roles
    return changed(roles, actor=(actor[0], actor[1] - 1))


def who_is_needed(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """خرجت | آخر دفعة من مقاتلي الحي, وصلت | دفعة من الجنود: a quantity behind the verb goes on with its fighters."""
    start, at, actor = mark.index + 1, mark.companion, roles.actor
    if not mark.is_verb or mark.entry.frame[:1] != "A" or mark.entry.group not in ("move", "leave"):
        return roles
    if at <= start + 1 or grammar.tokens[at - 1].norm != "من" or not grammar.phrases.begins(start):
        return roles
    some = actor == (start, at - 1) if actor is not None else roles.target is None
    if not some or grammar.phrases.has_article(start) or not armed_at(grammar, at):
        return roles
    if any(grammar.parts[k] not in (NOUN, QUANTIFIER, NUMERAL) for k in range(start, at - 1)):
        return roles
    return changed(roles, actor=(start, grammar.phrases.end(at, grammar.limit(mark.index), ACTOR)))


def whose_leaving(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """أعلنت مالي مغادرة | مرتزقة الشركة البلاد: a force right behind the noun of leaving leaves, whoever tells of it."""
    target = roles.target
    if mark.is_verb or mark.entry.lemma != "غادر" or target is None or target[0] != mark.end or is_place(grammar, target[0]):
        return roles
    if target[0] in grammar.place_at or not _goes(grammar, *target):
        return roles
    at = next((k for k in range(target[0] + 1, target[1]) if k in grammar.place_at), target[1])
    return changed(roles, actor=(target[0], at), target=(at, target[1]) if at < target[1] else None)


def _goes(grammar: Grammar, start: int, end: int) -> bool:
    """مدمرة أميركية, آخر القوات, عشرات الجنود: who is armed, or the last or so many of them; not صفوف التنظيم."""
    first = start + (start in grammar.layout.closing and start + 1 < end)
    if armed_at(grammar, first):
        return True
    some = grammar.parts[first] in (NUMERAL, QUANTIFIER) or grammar.tokens[first].word.core in ("اخر", "اول")
    return some and any(armed_at(grammar, at) for at in range(first + 1, end))


def _place_within(grammar: Grammar, where: Range) -> int:
    """مدمرة أميركية | مضيق الوادي: where a place begins behind the adjective of who goes; the end of the phrase where none does."""
    found = (at for at in range(where[0] + 2, where[1]) if at in grammar.place_at and grammar.place_at[at].end == where[1])
    at = next(found, where[1])
    dual = grammar.tokens[at - 1].word.core.endswith(("تان", "تين"))
    if at == where[1] or not (dual or grammar.phrases.is_adjective(at - 1)):
        return where[1]
    bare = not (grammar.tokens[at].word.conjunction or grammar.phrases.preposition_of(grammar.tokens[at]))
    return at if bare else where[1]


def whose_move(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """رصدت المقاومة تسللا | لعشرات المقاتلين, التقدم الكبير | للقوات: whoever stands behind ل moves, whoever saw or praised it."""
    target = roles.target
    if mark.is_verb or mark.entry.group not in ("move", "hold") or not mark.entry.frame.startswith("A") or target is None:
        return roles
    if folded(mark.entry.lemma) not in _OWN_MOVES or target[0] < mark.end or not armed_at(grammar, _head(grammar, target)):
        return roles
    led = grammar.phrases.preposition_of(grammar.tokens[target[0]]) == "ل" or grammar.tokens[target[0] - 1].norm == "ل"
    return changed(roles, actor=target, target=None) if led else roles


def _head(grammar: Grammar, where: Range) -> int:
    """لعشرات | المقاتلين, لأعداد كبيرة من | المسلحين: the first armed word of a phrase, else its first word."""
    return next((at for at in range(*where) if armed_at(grammar, at)), where[0])


def what_fell(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """محيط المطار الذي | سقط بيد المقاومة, بعد | سقوط غوما: the place that the clause is about is what fell."""
    at = mark.index - 1
    if mark.entry.frame == "T" and not mark.is_verb and roles.target is None and mark.end in grammar.place_at:
        return changed(roles, target=(mark.end, grammar.place_at[mark.end].end))
    if mark.entry.frame != "T" or not mark.is_verb or roles.target is not None or at < 1:
        return roles
    if grammar.tokens[at].norm in _HAD and (lost := _right_before(grammar, at)) is not None:
        return changed(roles, target=lost)
    if grammar.parts[at] != RELATIVE:
        return roles
    found = antecedent(grammar, at, mark.form)
    if found is None:
        return roles
    inside = (k for k in range(*found) if k in grammar.place_at or is_place(grammar, k))
    named = next(inside, None)
    while named is not None and named + 1 < found[1] and grammar.tokens[named].word.core in _OUTSKIRTS:  # محيط | المطار
        named += 1
    return roles if named is None else changed(roles, target=(named, found[1]))


def _right_before(grammar: Grammar, at: int) -> Range | None:
    """عدة | مناطق كانت قد سقطت: the place with no article before كانت قد."""
    while at > 0 and grammar.tokens[at].norm in _HAD:
        at -= 1
    for first in range(at, max(at - _TWO, 0) - 1, -1):
        bare = is_place(grammar, first) and not grammar.phrases.is_definite(first)
        if bare and grammar.phrases.end(first, at + 1, TARGET) == at + 1:
            return first, at + 1
    return None


_HAD = ("قد", "كانت", "كان")


def not_who_acts(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """استعادت | مواقع على المشارف كان الحوثيون يستخدمونها: a form in ون is no object; what the verb needs is."""
    target = roles.target
    if (
        not mark.is_verb
        or mark.entry.frame != "AO"
        or target is None
        or mark.companion <= mark.index
        or target[0] <= mark.companion
    ):
        return roles
    word = grammar.tokens[target[0]].word
    if mark.found.pronoun or not word.bare.endswith("ون") or target[0] in grammar.place_at:
        return roles
    return changed(roles, target=(mark.companion, grammar.phrases.end(mark.companion, grammar.limit(mark.index), TARGET)))


def comes_to_a_halt(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """قال إن | الحرب لن تتوقف: the fighting that stands before a verb of ceasing is what ceases, and does nothing."""
    actor = roles.actor
    if not mark.is_verb or mark.entry.lemma != "توقف" or actor is None or roles.target is not None or actor[1] > mark.index:
        return roles
    halts = answers(grammar, actor[0], mark.entry.needs)
    return changed(roles, actor=None, target=actor) if halts else roles


def given_back(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """استعادت الدولة | جثث ثلاثة جنود: the dead that are given back are the bodies, not only who they were."""
    at, target = mark.companion, roles.target
    if mark.entry.group != "free" or mark.entry.lemma != "استعاد" or target is None or at <= mark.index or target[0] != at + 1:
        return roles
    return changed(roles, target=(at, target[1]))


def its_quality(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """وسع الجيش | عملياته البرية: an adjective behind what the verb needs is a part of it."""
    at, target = mark.companion, roles.target
    if target is None or at <= mark.index or target[0] != at + 1 or not grammar.phrases.is_owned(at):
        return roles
    whole = grammar.phrases.has_article(target[0]) and grammar.phrases.is_adjective(target[0])
    if not whole:
        return roles
    end = target[0] + 1
    while end < target[1] and grammar.phrases.has_article(end) and grammar.phrases.is_adjective(end):
        end += 1
    return changed(roles, target=(at, end))


_TWO = 2
_NOBODY, _QUALITIES = word_list("moves nobody"), word_list("quality of a move")
_CROSSES, _OWN_MOVES, _OUTSKIRTS = word_list("crosses or leaves"), word_list("own move"), word_list("beside what fell")
RULES = (
    without_nobody,
    own_force,
    called_up,
    quality_of_deed,
    crosses,
    how_far,
    who_is_needed,
    whose_leaving,
    whose_move,
    what_fell,
    not_who_acts,
    comes_to_a_halt,
    given_back,
    its_quality,
)
"""Corrections of who moves whom where, each a rule with its reason."""
