"""Actor and target of an event noun: its genitive or pronoun, the sides behind بين and مع, the target behind على, ضد or ل."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Closed
from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, QUANTIFIER, THAT, VERB
from riwaya.read.antecedents import antecedent_of
from riwaya.read.grammar import Grammar, Range
from riwaya.read.near import ACTOR, REACH, TARGET, after, by_clitic, is_place, person_group, phrase_behind, second_phrase
from riwaya.read.phrases import Manner
from riwaya.read.triggers import Mark

FORCES = frozenset({"organ", "group", "military", "militant", "police", "unit", "anonymous", "title", "rank"})
_AGENT_PHRASES = frozenset({"يد", "ايدي", "قبل", "طرف", "رصاص", "نيران"})
_GENITIVE_ACTS = frozenset({"attack", "crowd", "hold", "move", "meet", "leave", "deal", "give"})


def noun_roles(grammar: Grammar, mark: Mark) -> tuple[Range | None, Range | None]:
    """Who acts and who suffers, from the phrases around an event noun."""
    agent = agent_of(grammar, mark) or _nationality(grammar, mark)
    hit = _hit(grammar, mark)
    if mark.entry.frame == "V":
        return agent, hit
    if mark.entry.group == "support":
        return after(grammar, mark.end, frozenset({"من"})), None
    if mark.found.pronoun:
        return _with_pronoun(grammar, mark, agent, hit)
    if mark.entry.frame == "C":
        return agent, (mark.index, grammar.phrases.end(mark.index, grammar.limit(mark.index), TARGET))
    between = _between(grammar, mark)
    if between is not None:
        return between
    genitive = _genitive(grammar, mark)
    behind = genitive[1] if genitive else agent[1] if agent else mark.end
    against = hit or after(grammar, behind, frozenset(_AGAINST | mark.entry.preps - {"ل"}))
    facing = after(grammar, genitive[1] if genitive else mark.end, frozenset({"مع"})) if mark.entry.frame == "M" else None
    if genitive is None:
        owner = by_clitic(grammar, mark, "ل")
        if owner is not None and mark.entry.lemma in _OWNED and against is None:
            return owner, None
        return agent, against or facing or owner
    if _genitive_acts(grammar, mark, genitive):
        second = second_phrase(grammar, genitive) if mark.entry.frame == "AO" else None
        return genitive, second or against or facing or by_clitic(grammar, mark, "ل")
    return agent, genitive


def _with_pronoun(grammar: Grammar, mark: Mark, agent: Range | None, hit: Range | None) -> tuple[Range | None, Range | None]:
    """A pronoun on an event noun acts if an object stands behind it, else it suffers (قصفها للبلدة، بعد تحريرها)."""
    target = hit or phrase_behind(grammar, mark.end) or after(grammar, mark.end, _AGAINST | mark.entry.preps)
    target = target or by_clitic(grammar, mark, "ل")
    if target is not None or mark.entry.frame != "AO":
        if target is None and mark.entry.frame == "P":
            return agent, antecedent_of(grammar, mark.index, mark.found.pronoun, mark.entry)
        return agent, target
    return agent, antecedent_of(grammar, mark.index, mark.found.pronoun, mark.entry)


_AGAINST = frozenset({"علي", "ضد"})
_NEAR = 7
_OWNED = frozenset({"هاجم", "أغار", "كمين", "تعزيزات", "عملية", "طلعة", "حملة", "ضرب", "قصف"})
"""Event nouns whose ل names the owner: كمين للمقاومة, هجمات للمسلحين."""
_ACTIVE_NOUNS = frozenset({"قصف", "هاجم", "ضرب", "أغار", "قاتل", "التقى", "زار", "ساعد"})
_NISBA = ("ي", "ية", "يا", "يًا")


def _hit(grammar: Grammar, mark: Mark) -> Range | None:
    """The object of a verb of hitting beside an attack noun is the target (هجوم استهدف قافلة، القصف الذي طال الحي)."""
    for at in range(mark.end, min(grammar.limit(mark.index), mark.end + _NEAR)):
        if grammar.is_comma(at) or grammar.parts[at] == THAT:
            return None
        if grammar.parts[at] != VERB:
            continue
        light = grammar.tokens[at].word.find("light", "verb")
        hits = light is not None and isinstance(light.sense.entry, Closed) and light.sense.entry.group == "hit"
        return phrase_behind(grammar, at + 1) if hits and light is not None and not light.pronoun else None
    return None


def _genitive_acts(grammar: Grammar, mark: Mark, genitive: Range) -> bool:
    """Whether the genitive of an event noun is who acts (هجوم الجيش) rather than who suffers (مقتل الجندي)."""
    if mark.entry.frame.startswith("A") and not mark.entry.frame.startswith("AO"):
        return True
    labels = grammar.tokens[genitive[0]].word.labels
    if is_place(grammar, genitive[0]):
        return False
    if mark.entry.group in ("result", "arrest", "free", "attack") and second_phrase(grammar, genitive) is not None:
        return True
    if mark.entry.group in ("result", "arrest", "free"):
        return False
    if mark.found.pronoun or mark.entry.group == "meet":
        return mark.found.preposition != "ل"
    force = bool(labels & {"source", "country"}) or person_group(grammar, genitive[0]) in FORCES
    return force and mark.entry.lemma in _ACTIVE_NOUNS


def _genitive(grammar: Grammar, mark: Mark) -> Range | None:
    """The phrase that an event noun governs, which acts or suffers (هجوم الجيش، مقتل جنديين)."""
    if mark.found.article:
        return None
    at = mark.end
    limit = grammar.limit(mark.index)
    if at >= limit or not grammar.phrases.begins(at) or grammar.tokens[at].word.conjunction or grammar.tokens[at].word.preposition:
        return None
    if _is_modifier(grammar, at, mark):
        return None
    acts = mark.entry.group in _GENITIVE_ACTS
    return (at, grammar.phrases.end(at, limit, ACTOR if acts else Manner(TARGET.stops, split=True)))


def _is_modifier(grammar: Grammar, at: int, mark: Mark) -> bool:
    """An indefinite word behind an indefinite event noun is its adjective, unless it is a person, a thing or a name."""
    word = grammar.tokens[at].word
    if word.norm.removesuffix("ا").removesuffix("ه") == "انتحاري":
        return True
    if grammar.parts[at] in (NUMERAL, QUANTIFIER):
        return False
    adjective = grammar.phrases.is_adjective(at)
    if word.bare.endswith(_NISBA) and adjective and not _governs_people(mark):
        return True
    if grammar.parts[at] != NOUN or grammar.phrases.is_definite(at) or word.labels & {"person", "source", "country", "thing"}:
        return adjective and "person" not in word.labels
    return adjective or bool(word.labels - {"trigger", "masdar", "measure"}) or word.bare.endswith(("ة", "ا"))


def _governs_people(mark: Mark) -> bool:
    """Whether an event noun takes victims or captives as its genitive (مقتل مدني), so that a nisba behind it is a person."""
    return mark.entry.group in ("result", "arrest", "free", "state")


def _between(grammar: Grammar, mark: Mark) -> tuple[Range, Range | None] | None:
    """Two sides behind بين: the first acts, the second is the target (اشتباكات بين الجيش والمسلحين)."""
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
    first_end = grammar.phrases.end(at + 1, grammar.limit(at), Manner(ACTOR.stops, join=False))
    k = first_end
    while k < grammar.limit(at) and k < first_end + 5 and not grammar.tokens[k].word.conjunction:
        k += 1
    second = None
    if k < grammar.limit(at) and grammar.tokens[k].word.conjunction and grammar.parts[k] in (NOUN, QUANTIFIER):
        second = (k, grammar.phrases.end(k, grammar.limit(at), Manner(ACTOR.stops, join=False)))
    return (at + 1, first_end), second


def _nationality(grammar: Grammar, mark: Mark) -> Range | None:
    """A bare adjective of nationality is who acts in an attack, if nothing fuller stands there (غارة أميركية)."""
    if mark.entry.group in ("result", "arrest", "free", "state"):
        return None
    for at in range(mark.end, min(mark.end + 3, grammar.limit(mark.index))):
        word = grammar.tokens[at].word
        if "demonym" in word.labels and "country" not in word.labels and not word.conjunction:
            return (at, at + 1)
        if grammar.parts[at] != NOUN or not grammar.phrases.is_adjective(at):
            return None
    return None


def agent_of(grammar: Grammar, mark: Mark) -> Range | None:
    """Who did it, named behind من قبل, على يد, برصاص or a verb of carrying out (قتلوا برصاص الشرطة، غارة شنها الجيش)."""
    limit = min(grammar.limit(mark.index), mark.end + REACH)
    for at in range(mark.end, limit):
        token = grammar.tokens[at]
        if grammar.is_comma(at) or grammar.parts[at] == THAT:
            return None
        phrase = token.word.core in _AGENT_PHRASES and (token.word.preposition or grammar.parts[at - 1] == PREPOSITION)
        relative = grammar.parts[at] == VERB and not mark.is_verb and _carries_out(grammar, at, mark)
        if (phrase or relative) and at + 1 < limit and grammar.phrases.begins(at + 1):
            return (at + 1, grammar.phrases.end(at + 1, grammar.limit(at), ACTOR))
    return None


def _carries_out(grammar: Grammar, at: int, mark: Mark) -> bool:
    """A verb of carrying out with a pronoun that points back to the event noun: شنها، نفذته."""
    found = grammar.tokens[at].word.find("light")
    if found is None or not found.pronoun:
        return False
    plural = mark.noun is not None and mark.noun.number == "p"
    return plural or found.pronoun == ("ها" if grammar.tokens[mark.index].word.bare.endswith("ة") else "ه")


RULES = (agent_of, _nationality, _hit, _with_pronoun, _between, _genitive)
"""Who acts and who suffers, from the phrases around an event noun."""
