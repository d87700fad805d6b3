"""Who does what to whom: actor and target of an event word, from the frame of its table row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from riwaya.lang.ar.parts import NOUN
from riwaya.read.antecedents import antecedent_of
from riwaya.read.arguments import Syntax, points_back_to
from riwaya.read.grammar import Grammar, Range
from riwaya.read.near import ACTOR, REACH, after, after_preposition, is_place, is_victim, person_group, phrase_behind, second_phrase
from riwaya.read.nounroles import FORCES, agent_of, noun_roles
from riwaya.read.triggers import Mark


@dataclass(frozen=True, slots=True)
class Roles:
    """Actor and target in tokens, and where the search for them ended."""

    actor: Range | None = None
    target: Range | None = None


def roles_of(syntax: Syntax, mark: Mark, light: Range | None = None) -> Roles:
    """Actor and target of a trigger; ``light`` is the subject of the light verb that governs an event noun."""
    if mark.is_verb:
        return _over_what(syntax.grammar, VERB_FRAMES.get(mark.entry.frame, _transitive)(syntax, mark))
    roles = _over_what(syntax.grammar, Roles(*noun_roles(syntax.grammar, mark)))
    if light is None:
        return roles
    suffers = roles.target is None and roles.actor is not None and mark.entry.frame == "AO" and roles.actor[0] == mark.end
    return Roles(light, roles.actor if suffers else roles.target)


def _over_what(grammar: Grammar, roles: Roles) -> Roles:
    """استعاد السيطرة | على المدينة: what is taken is what control is over."""
    target = roles.target
    if target is None or grammar.tokens[target[0]].word.core not in ("سيطره", "سيطرته", "سيطرتها"):
        return roles
    return Roles(roles.actor, after(grammar, target[0] + 1, frozenset({"علي"})))


def _own_words(mark: Mark) -> Range | None:
    """The words behind a verb that are part of it (أطلق | النار, بسط | سيطرته)."""
    return (mark.companion, mark.companion + 1) if mark.companion > mark.index else None


def _transitive(syntax: Syntax, mark: Mark) -> Roles:
    """The subject acts, the object suffers (قصفت الطائرات المدينة); a verb with victims alone behind it is passive."""
    grammar = syntax.grammar
    part = _own_words(mark) if _is_idiom(grammar, mark) else None
    found = syntax.of(mark.index, part)
    agent = agent_of(grammar, mark)
    if mark.passive or agent is not None:
        return Roles(agent, found.object or found.subject)
    if mark.found.pronoun:
        return Roles(found.subject, antecedent_of(grammar, mark.index, mark.found.pronoun, mark.entry))
    if found.subject is None:
        return Roles(None, found.object or after_preposition(grammar, mark))
    if found.object is not None:
        return Roles(found.subject, found.object)
    if mark.entry.group in ("arrest", "result", "free") or (is_victim(grammar, found.subject) and found.subject[0] > mark.index):
        return Roles(None, found.subject)
    if found.subject[0] < mark.index or _is_force(grammar, found.subject):
        return Roles(found.subject, after_preposition(grammar, mark) or (after(grammar, mark.end, _UPON) if part else None))
    return Roles(None, found.subject)


_UPON = frozenset({"علي"})


def _is_idiom(grammar: Grammar, mark: Mark) -> bool:
    """Whether the word that a verb needs is part of it and not its object (أطلق النار); أقام حاجزا has an object."""
    return mark.entry.frame != "AO" or "trigger" in grammar.tokens[mark.companion].word.labels


def _is_force(grammar: Grammar, where: Range) -> bool:
    """Whether a phrase names a force or state that can act."""
    labels = grammar.tokens[where[0]].word.labels
    return bool(labels & {"source", "country"} and not is_place(grammar, where[0])) or person_group(grammar, where[0]) in FORCES


def _intransitive(syntax: Syntax, mark: Mark) -> Roles:
    """The subject acts, the target stands behind the verb's preposition (سيطر الفصيل على البلدة)."""
    grammar = syntax.grammar
    part = _own_words(mark) if mark.end == mark.index + 1 or _is_idiom(grammar, mark) else None
    found = syntax.of(mark.index, part if mark.entry.group != "crowd" else None)
    target = after_preposition(grammar, mark)
    if target is None and syntax.resumes(mark.index):
        target = points_back_to(grammar, mark.index)
    actor = found.subject
    if actor is None and target is not None and grammar.parts[target[1] : target[1] + 1] == [NOUN]:
        actor = second_phrase(grammar, target)
    return Roles(actor, target)


def _unaccusative(syntax: Syntax, mark: Mark) -> Roles:
    """The subject is who suffers (استشهد ثلاثة، نزح السكان، لقي جنديان مصرعهما)."""
    found = syntax.of(mark.index, _own_words(mark))
    return Roles(agent_of(syntax.grammar, mark), found.subject or found.object)


def _mutual(syntax: Syntax, mark: Mark) -> Roles:
    """Two sides: the subject, and whoever stands behind مع (اشتبك الجنود مع المسلحين)."""
    found = syntax.of(mark.index, _own_words(mark))
    return Roles(found.subject, after(syntax.grammar, mark.end, frozenset({"مع"})))


def _explosion(syntax: Syntax, mark: Mark) -> Roles:
    """What explodes is no actor; what it hits stands behind a preposition of place (انفجرت سيارة في السوق)."""
    return Roles(None, after(syntax.grammar, mark.end, frozenset({"ب", "في", "علي"})) if mark.entry.type == "ASSAULT" else None)


def _lost(syntax: Syntax, mark: Mark) -> Roles:
    """What falls is the target, into whose hands the actor; who loses a place acts (سقطت البلدة بيد المتمردين)."""
    grammar = syntax.grammar
    found = syntax.of(mark.index)
    for at in range(mark.end, min(grammar.limit(mark.index), mark.end + REACH)):
        if (
            grammar.tokens[at].word.core in ("يد", "ايدي", "قبضه")
            and at + 1 < len(grammar.tokens)
            and grammar.phrases.begins(at + 1)
        ):
            return Roles((at + 1, grammar.phrases.end(at + 1, grammar.limit(at), ACTOR)), found.subject or found.object)
    if mark.found.pronoun:
        return Roles(found.subject, antecedent_of(grammar, mark.index, mark.found.pronoun, mark.entry))
    return Roles(found.subject, found.object) if found.object else Roles(None, found.subject)


def _found(syntax: Syntax, mark: Mark) -> Roles:
    """Who finds the dead did not kill them: the dead alone are named (انتشل المسعفون ثلاث جثث)."""
    grammar = syntax.grammar
    behind = phrase_behind(grammar, mark.end)
    second = second_phrase(grammar, behind) if behind else None
    return Roles(None, after(grammar, mark.end, frozenset({"علي"})) or second or behind)


VERB_FRAMES: dict[str, Callable[[Syntax, Mark], Roles]] = {
    "AO": _transitive,
    "A": _intransitive,
    "P": _unaccusative,
    "M": _mutual,
    "V": _explosion,
    "T": _lost,
    "F": _found,
}
"""Frame of the trigger table → rule for its verb."""
