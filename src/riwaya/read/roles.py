"""Who does what to whom: actor and target of an event word, from the frame of its table row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from riwaya.lang.ar.lexicon import Closed, Noun
from riwaya.lang.ar.parts import ADVERB, NOUN, NUMERAL, PREPOSITION, QUANTIFIER, RELATIVE, THAT, VERB
from riwaya.read.arguments import Syntax, points_back_to
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases import OBJECT, Manner
from riwaya.read.triggers import Mark
from riwaya.read.verbs import antecedent

FORCES = frozenset({"organ", "group", "military", "militant", "police", "unit", "anonymous", "title", "rank"})
_AGENT_PHRASES = frozenset({"يد", "ايدي", "قبل", "طرف", "رصاص", "نيران"})
_GENITIVE_ACTS = frozenset({"attack", "crowd", "hold", "move", "meet", "leave", "deal", "give"})
_REACH = 14
_ACTOR = Manner(stops=frozenset({"ب", "عن", "علي", "الي", "في", "ل", "من", "ضد"}), split=True)
_TARGET = Manner(stops=frozenset({"ب", "عن", "علي", "الي", "في", "ضد"}))


@dataclass(frozen=True, slots=True)
class Roles:
    """Actor and target in tokens, and where the search for them ended."""

    actor: Range | None = None
    target: Range | None = None


def roles_of(syntax: Syntax, mark: Mark, light: Range | None = None) -> Roles:
    """Actor and target of a trigger; ``light`` is the subject of the light verb that governs an event noun."""
    if mark.is_verb:
        return VERB_FRAMES.get(mark.entry.frame, _transitive)(syntax, mark)
    roles = _noun_roles(syntax.grammar, mark)
    if light is None:
        return roles
    suffers = roles.target is None and roles.actor is not None and mark.entry.frame == "AO" and roles.actor[0] == mark.end
    return Roles(light, roles.actor if suffers else roles.target)


def _own_words(mark: Mark) -> Range | None:
    """The words behind a verb that are part of it (أطلق | النار, بسط | سيطرته)."""
    return (mark.companion, mark.companion + 1) if mark.companion > mark.index else None


def _transitive(syntax: Syntax, mark: Mark) -> Roles:
    """Subject acts, object suffers; a verb with one phrase of victims behind it and no object is passive."""
    grammar = syntax.grammar
    part = _own_words(mark) if _is_idiom(grammar, mark) else None
    found = syntax.of(mark.index, part)
    agent = _agent(grammar, mark)
    if mark.passive or agent is not None:
        return Roles(agent, found.object or found.subject)
    if mark.found.pronoun:
        return Roles(found.subject, _pronoun_object(grammar, mark))
    if found.subject is None:
        return Roles(None, found.object or _after_preposition(grammar, mark))
    if found.object is not None:
        return Roles(found.subject, found.object)
    if mark.entry.group in ("arrest", "result", "free") or (_is_victim(grammar, found.subject) and found.subject[0] > mark.index):
        return Roles(None, found.subject)
    if found.subject[0] < mark.index or _is_force(grammar, found.subject):
        return Roles(found.subject, _after_preposition(grammar, mark))
    return Roles(None, found.subject)


def _is_idiom(grammar: Grammar, mark: Mark) -> bool:
    """Whether the word that a verb needs is part of it and not its object (أطلق النار); أقام حاجزا has an object."""
    return mark.entry.frame != "AO" or "trigger" in grammar.tokens[mark.companion].word.labels


def _is_force(grammar: Grammar, where: Range) -> bool:
    """Whether a phrase names a force or state that can act."""
    labels = grammar.tokens[where[0]].word.labels
    return bool(labels & {"source", "country"} and not _is_place(grammar, where[0])) or _person_group(grammar, where[0]) in FORCES


def _intransitive(syntax: Syntax, mark: Mark) -> Roles:
    """Subject acts; the target stands behind the preposition of the row (سيطر على، انسحب من)."""
    grammar = syntax.grammar
    found = syntax.of(mark.index, _own_words(mark) if mark.end == mark.index + 1 or _is_idiom(grammar, mark) else None)
    target = _after_preposition(grammar, mark)
    if target is None and syntax.resumes(mark.index):
        target = points_back_to(grammar, mark.index)
    actor = found.subject
    if actor is None and target is not None and grammar.parts[target[1] : target[1] + 1] == [NOUN]:
        actor = _second_phrase(grammar, target)
    return Roles(actor, target)


def _unaccusative(syntax: Syntax, mark: Mark) -> Roles:
    """The subject is who suffers: استشهد ثلاثة, نزح السكان, لقي جنديان مصرعهما."""
    found = syntax.of(mark.index, _own_words(mark))
    return Roles(_agent(syntax.grammar, mark), found.subject or found.object)


def _mutual(syntax: Syntax, mark: Mark) -> Roles:
    """Two sides: the subject, and whoever stands behind مع."""
    found = syntax.of(mark.index, _own_words(mark))
    return Roles(found.subject, _after(syntax.grammar, mark.end, frozenset({"مع"})))


def _explosion(syntax: Syntax, mark: Mark) -> Roles:
    """What explodes is no actor; what it hits stands behind في or next to a place."""
    return Roles(None, _after(syntax.grammar, mark.end, frozenset({"ب", "في", "علي"})) if mark.entry.type == "ASSAULT" else None)


def _lost(syntax: Syntax, mark: Mark) -> Roles:
    """سقطت المدينة بيد المتمردين: what falls is the target, into whose hands the actor; خسر الجيش المدينة: who loses acts."""
    grammar = syntax.grammar
    found = syntax.of(mark.index)
    for at in range(mark.end, min(grammar.limit(mark.index), mark.end + _REACH)):
        if (
            grammar.tokens[at].word.core in ("يد", "ايدي", "قبضه")
            and at + 1 < len(grammar.tokens)
            and grammar.phrases.begins(at + 1)
        ):
            return Roles((at + 1, grammar.phrases.end(at + 1, grammar.limit(at), _ACTOR)), found.subject or found.object)
    if mark.found.pronoun:
        return Roles(found.subject, _pronoun_object(grammar, mark))
    return Roles(found.subject, found.object) if found.object else Roles(None, found.subject)


def _found(syntax: Syntax, mark: Mark) -> Roles:
    """انتشلت فرق الإنقاذ ثلاث جثث: who finds the dead is not who killed them."""
    grammar = syntax.grammar
    behind = _phrase_behind(grammar, mark.end)
    second = _second_phrase(grammar, behind) if behind else None
    return Roles(None, _after(grammar, mark.end, frozenset({"علي"})) or second or behind)


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


def _noun_roles(grammar: Grammar, mark: Mark) -> Roles:
    """An event noun: its genitive or pronoun, the sides behind بين and مع, the target behind على, ضد or ل, an agent."""
    agent = _agent(grammar, mark) or _nationality(grammar, mark)
    hit = _hit(grammar, mark)
    if mark.entry.frame == "V":
        return Roles(agent, hit)
    if mark.found.pronoun:
        return Roles(agent, hit or _phrase_behind(grammar, mark.end) or _after(grammar, mark.end, _AGAINST | mark.entry.preps))
    if mark.entry.frame == "C":
        return Roles(agent, (mark.index, grammar.phrases.end(mark.index, grammar.limit(mark.index), _TARGET)))
    between = _between(grammar, mark)
    if between is not None:
        return between
    genitive = _genitive(grammar, mark)
    behind = genitive[1] if genitive else agent[1] if agent else mark.end
    against = hit or _after(grammar, behind, frozenset(_AGAINST | mark.entry.preps - {"ل"}))
    facing = _after(grammar, genitive[1] if genitive else mark.end, frozenset({"مع"})) if mark.entry.frame == "M" else None
    if genitive is None:
        owner = _by_clitic(grammar, mark, "ل")
        if owner is not None and mark.entry.lemma in _OWNED and against is None:
            return Roles(owner, None)
        return Roles(agent, against or facing or owner)
    if _genitive_acts(grammar, mark, genitive):
        second = _second_phrase(grammar, genitive) if mark.entry.frame == "AO" else None
        return Roles(genitive, second or against or facing or _by_clitic(grammar, mark, "ل"))
    return Roles(agent, genitive)


_AGAINST = frozenset({"علي", "ضد"})


def _hit(grammar: Grammar, mark: Mark) -> Range | None:
    """هجوم استهدف قافلة, القصف الذي طال الحي: the object of a verb of hitting that goes with an attack noun."""
    for at in range(mark.end, min(grammar.limit(mark.index), mark.end + _NEAR)):
        if grammar.is_comma(at) or grammar.parts[at] == THAT:
            return None
        if grammar.parts[at] != VERB:
            continue
        light = grammar.tokens[at].word.find("light", "verb")
        hits = light is not None and isinstance(light.sense.entry, Closed) and light.sense.entry.group == "hit"
        return _phrase_behind(grammar, at + 1) if hits and light is not None and not light.pronoun else None
    return None


_NEAR = 7


def _genitive_acts(grammar: Grammar, mark: Mark, genitive: Range) -> bool:
    """Whether the genitive of an event noun is who acts (هجوم الجيش) rather than who suffers (مقتل الجندي)."""
    if mark.entry.frame.startswith("A") and not mark.entry.frame.startswith("AO"):
        return True
    labels = grammar.tokens[genitive[0]].word.labels
    if _is_place(grammar, genitive[0]):
        return False
    if mark.entry.group in ("result", "arrest", "free", "attack") and _second_phrase(grammar, genitive) is not None:
        return True
    if mark.entry.group in ("result", "arrest", "free"):
        return False
    if mark.found.pronoun or mark.entry.group == "meet":
        return True
    force = bool(labels & {"source", "country"}) or _person_group(grammar, genitive[0]) in FORCES
    return force and mark.entry.lemma in _ACTIVE_NOUNS


_OWNED = frozenset({"هاجم", "أغار", "كمين", "تعزيزات", "عملية", "طلعة", "حملة", "ضرب"})
"""Event nouns whose ل names the owner: كمين للمقاومة, هجمات للمسلحين."""
_ACTIVE_NOUNS = frozenset({"قصف", "هاجم", "ضرب", "أغار", "قاتل", "التقى", "زار", "ساعد"})


def _genitive(grammar: Grammar, mark: Mark) -> Range | None:
    """The noun phrase that an event noun governs directly."""
    if mark.found.article:
        return None
    at = mark.end
    limit = grammar.limit(mark.index)
    if at >= limit or not grammar.phrases.begins(at) or grammar.tokens[at].word.conjunction or grammar.tokens[at].word.preposition:
        return None
    if _is_modifier(grammar, at, mark):
        return None
    acts = mark.entry.group in _GENITIVE_ACTS
    return (at, grammar.phrases.end(at, limit, _ACTOR if acts else Manner(_TARGET.stops, split=True)))


def _is_modifier(grammar: Grammar, at: int, mark: Mark) -> bool:
    """An indefinite word behind an indefinite event noun is its adjective, unless it is a person, a thing or a name."""
    word = grammar.tokens[at].word
    if word.norm.removesuffix("ا").removesuffix("ه") == "انتحاري":
        return True
    if grammar.parts[at] in (NUMERAL, QUANTIFIER):
        return False
    if grammar.tokens[at].word.bare.endswith(_NISBA) and grammar.phrases.is_adjective(at) and not _governs_people(mark):
        return True
    if grammar.parts[at] != NOUN or grammar.phrases.is_definite(at) or word.labels & {"person", "source", "country", "thing"}:
        return grammar.phrases.is_adjective(at) and "person" not in word.labels
    return bool(word.labels) or grammar.phrases.is_adjective(at) or word.bare.endswith(("ة", "ات", "ا", "ين"))


_NISBA = ("ي", "ية", "يا", "يًا")


def _governs_people(mark: Mark) -> bool:
    """Whether an event noun takes victims or captives as its genitive (مقتل مدني), so that a nisba behind it is a person."""
    return mark.entry.group in ("result", "arrest", "free", "state")


def _between(grammar: Grammar, mark: Mark) -> Roles | None:
    """اشتباكات بين الجيش والمسلحين: the first side is the actor, the second the target."""
    limit = min(grammar.limit(mark.index), mark.end + 6)
    at = next((k for k in range(mark.end, limit) if grammar.tokens[k].norm == "بين"), None)
    if at is None or any(grammar.parts[k] in (VERB, THAT) or grammar.is_comma(k) for k in range(mark.end, at)):
        return None
    if (
        grammar.parts[at + 1 : at + 2] == [NUMERAL]
        or at + 1 >= limit + 6
        or at + 1 >= len(grammar.tokens)
        or not grammar.phrases.begins(at + 1)
    ):
        return None
    first_end = grammar.phrases.end(at + 1, grammar.limit(at), Manner(_ACTOR.stops, join=False))
    k = first_end
    while k < grammar.limit(at) and k < first_end + 5 and not grammar.tokens[k].word.conjunction:
        k += 1
    second = None
    if k < grammar.limit(at) and grammar.tokens[k].word.conjunction and grammar.parts[k] in (NOUN, QUANTIFIER):
        second = (k, grammar.phrases.end(k, grammar.limit(at), Manner(_ACTOR.stops, join=False)))
    return Roles((at + 1, first_end), second)


def _nationality(grammar: Grammar, mark: Mark) -> Range | None:
    """A bare nationality adjective is the actor of an attack (غارة أميركية), if nothing fuller stands in the clause."""
    if mark.entry.group in ("result", "arrest", "free", "state"):
        return None
    for at in range(mark.end, min(mark.end + 3, grammar.limit(mark.index))):
        word = grammar.tokens[at].word
        if "demonym" in word.labels and not word.conjunction:
            return (at, at + 1)
        if not grammar.phrases.is_adjective(at):
            return None
    return None


def _agent(grammar: Grammar, mark: Mark) -> Range | None:
    """من قبل، على يد، برصاص، شنها X: who did it, named behind."""
    limit = min(grammar.limit(mark.index), mark.end + _REACH)
    for at in range(mark.end, limit):
        token = grammar.tokens[at]
        if grammar.is_comma(at) or grammar.parts[at] == THAT:
            return None
        phrase = token.word.core in _AGENT_PHRASES and (token.word.preposition or grammar.parts[at - 1] == PREPOSITION)
        relative = grammar.parts[at] == VERB and not mark.is_verb and _carries_out(grammar, at, mark)
        if (phrase or relative) and at + 1 < limit and grammar.phrases.begins(at + 1):
            return (at + 1, grammar.phrases.end(at + 1, grammar.limit(at), _ACTOR))
    return None


def _carries_out(grammar: Grammar, at: int, mark: Mark) -> bool:
    """A verb of carrying out with a pronoun that points back to the event noun: شنها، نفذته."""
    found = grammar.tokens[at].word.find("light")
    if found is None or not found.pronoun:
        return False
    plural = mark.noun is not None and mark.noun.number == "p"
    return plural or found.pronoun == ("ها" if grammar.tokens[mark.index].word.bare.endswith("ة") else "ه")


def _phrase_behind(grammar: Grammar, at: int) -> Range | None:
    """The noun phrase right behind, times, adverbs and brackets aside."""
    limit = grammar.limit(at - 1)
    while at < limit and (
        at in grammar.date_at or grammar.parts[at] == ADVERB or at in grammar.layout.brackets or _is_pronoun_phrase(grammar, at)
    ):
        at = grammar.date_at[at].end if at in grammar.date_at else max(at + 1, grammar.skip_bracket(at))
    if at < limit and _is_manner(grammar, at):
        at += 1
    if at >= limit or not grammar.phrases.begins(at) or grammar.tokens[at].word.preposition or grammar.tokens[at].word.conjunction:
        return None
    return (at, grammar.phrases.end(at, limit, Manner(_TARGET.stops, split=True)))


def _is_manner(grammar: Grammar, at: int) -> bool:
    """An accusative that says how: جميعا، جزئيا."""
    word = grammar.tokens[at].word
    return "\u064b" in grammar.tokens[at].raw and not word.labels & {"person", "thing", "source", "country", "number", "trigger"}


def _is_pronoun_phrase(grammar: Grammar, at: int) -> bool:
    """A preposition with its pronoun: إليها، عليه، منهم."""
    found = grammar.tokens[at].word.find("prep")
    return found is not None and bool(found.pronoun)


def _second_phrase(grammar: Grammar, first: Range) -> Range | None:
    """An object behind a subject: the noun phrase that begins where the first ends."""
    at = first[1]
    limit = grammar.limit(first[0])
    while at < limit and (at in grammar.date_at or grammar.parts[at] == ADVERB):
        at = grammar.date_at[at].end if at in grammar.date_at else at + 1
    if at >= limit or not grammar.phrases.begins(at) or grammar.tokens[at].word.conjunction or grammar.tokens[at].word.preposition:
        return None
    if grammar.parts[at] == NUMERAL and grammar.parts[first[0]] == NUMERAL:
        return None
    return (at, grammar.phrases.end(at, limit, OBJECT))


def _tail(grammar: Grammar, mark: Mark) -> int:
    """The token behind a trigger and the noun that belongs to it (بسط سيطرته | على المدينة)."""
    if mark.companion != mark.index + 1:
        return mark.end
    own = "trigger" in grammar.tokens[mark.companion].word.labels and mark.entry.group not in ("leave", "move")
    return max(mark.end, mark.companion + 1) if own else mark.end


def _after_preposition(grammar: Grammar, mark: Mark) -> Range | None:
    return _after(grammar, _tail(grammar, mark), mark.entry.preps | ({"علي"} if mark.entry.type == "ASSAULT" else frozenset()))


def _after(grammar: Grammar, start: int, preps: frozenset[str]) -> Range | None:
    """The noun phrase behind the first of some prepositions in the clause."""
    limit = min(grammar.limit(max(0, start - 1)), start + _REACH)
    for at in range(start, limit):
        token = grammar.tokens[at]
        if grammar.parts[at] in (VERB, THAT, RELATIVE) or grammar.is_comma(at):
            return None
        if grammar.parts[at] == PREPOSITION and token.word.core in preps and at + 1 < limit:
            if at + 1 in grammar.layout.closing:
                return (at + 1, grammar.layout.closing[at + 1] + 1)
            if grammar.phrases.begins(at + 1):
                return (at + 1, grammar.phrases.end(at + 1, grammar.limit(at), _TARGET))
        if token.word.preposition in preps and token.word.preposition and grammar.parts[at] == NOUN:
            return (at, grammar.phrases.end(at, grammar.limit(at), _TARGET))
    return None


def _by_clitic(grammar: Grammar, mark: Mark, preposition: str) -> Range | None:
    at = mark.end
    if at < grammar.limit(mark.index) and grammar.tokens[at].word.preposition == preposition:
        return (at, grammar.phrases.end(at, grammar.limit(mark.index), _TARGET))
    return None


def _pronoun_object(grammar: Grammar, mark: Mark) -> Range | None:
    """The antecedent of an object pronoun: what a relative points back to, else the last phrase before the clause."""
    start = grammar.clause_start(mark.index)
    if start > 0 and grammar.parts[start - 1] == RELATIVE:
        return antecedent(grammar, start - 1, None)
    persons = mark.found.pronoun in ("هم", "هما", "هن")
    for at in range(mark.index - 1, grammar.layout.sentence(mark.index).start - 1, -1):
        wanted = "person" if persons else "thing"
        if wanted in grammar.tokens[at].word.labels and grammar.parts[at] == NOUN:
            first = at - 1 if at and grammar.parts[at - 1] == NUMERAL else at
            return (first, grammar.phrases.end(first, mark.index, Manner(_TARGET.stops, split=True)))
    return None


def _is_victim(grammar: Grammar, where: Range) -> bool:
    """Whether a phrase is headed by a number or by persons who are no force."""
    if grammar.parts[where[0]] in (NUMERAL, QUANTIFIER):
        return True
    found = grammar.tokens[where[0]].word.find("person")
    return found is not None and not found.article


def _person_group(grammar: Grammar, index: int) -> str:
    found = grammar.tokens[index].word.find("person")
    entry = found.sense.entry if found else None
    return entry.group if isinstance(entry, Noun) else ""


def _is_place(grammar: Grammar, index: int) -> bool:
    found = grammar.tokens[index].word.find("thing")
    entry = found.sense.entry if found else None
    return index in grammar.place_at or (isinstance(entry, Noun) and entry.group in ("settlement", "position", "building"))
