"""Times on the other side of a relative clause: of what is told of somebody, not of what the clause says befell him."""

from __future__ import annotations

from riwaya.lang.ar.parts import AUXILIARY, NOUN, PREPOSITION, RELATIVE, SUBORDINATOR, THAT, VERB
from riwaya.read.clauses.said_which import may_say_which
from riwaya.read.dates.dates import DateMention
from riwaya.read.grammar import Grammar
from riwaya.read.scenes.scene import Ground, Scene

_WITHIN, _IN_CLAUSE, _WORDS = 2, 4, frozenset({"AGREE", "CONSULT"})


def is_of_outer(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """Whether a time and a claim stand on two sides of a relative clause, by one of the rules below."""
    if one.start > max(scene.own):
        return _is_of_subject(ground, scene, one)
    if one.end > min(scene.own):
        return False
    return _is_of_whom_it_befell(ground, scene, one) or _is_of_what_allows(ground, scene, one) or _is_closed(ground, scene, one)


def _is_of_subject(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """السفينة التي | احتجزوها وصلت أمس, إن المسلحين الذين | اقتحموا القرية انسحبوا أمس: what the subject did then."""
    grammar, parts = ground.grammar, ground.grammar.parts
    relative = _relative(grammar, min(scene.own))
    if relative is None:
        return False
    first = _clause(grammar, relative)
    if any(parts[at] in (VERB, AUXILIARY) or at in ground.events for at in range(first, relative)):
        return False
    for at in range(max(scene.own) + 1, one.start):
        if parts[at] in (RELATIVE, THAT, SUBORDINATOR) or grammar.tokens[at].word.conjunction or ground.turns[at]:
            return False
        if _is_told(grammar, at):
            return not may_say_which(grammar, at)
    return False


def _is_of_whom_it_befell(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """شيعوا أمس جثمان الشاب الذي | قتله الجنود, عثروا أمس على جثث جنود | خطفهم مسلحون: a deed that only says who somebody is."""
    grammar, at = ground.grammar, _told_by(ground, min(scene.own))
    if not _is_perfect(grammar, at) or grammar.tokens[at].word.conjunction:
        return False
    head = at - 1 - (grammar.parts[at - 1] == AUXILIARY)
    if head <= one.end or not (grammar.parts[head] == RELATIVE or (may_say_which(grammar, at) and _has_object(grammar, at))):
        return False
    main = _main(ground, head, scene)
    return main is not None and not any(grammar.is_comma(k) for k in range(main, head))


def _told_by(ground: Ground, at: int) -> int:
    """الوزير الذي | عاد من زيارة: the verb of the relative clause that a noun of happening stands in, if it tells nothing else."""
    relative = _relative(ground.grammar, at) if ground.grammar.parts[at] == NOUN else None
    if relative is None or at - relative > _IN_CLAUSE or relative + 1 in ground.events:
        return at
    return at if "light" in ground.grammar.tokens[relative + 1].word.labels else relative + 1


def _is_of_what_allows(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """يتيح الاتفاق الذي أبرم في 3 يونيو | الإفراج عن مئة: when that was made which allows it."""
    grammar, parts = ground.grammar, ground.grammar.parts
    relative = _relative(grammar, one.start)
    if relative is None or parts[min(scene.own)] != NOUN or _main(ground, relative, scene) is None:
        return False
    verb = next((at for at in range(relative + 1, one.start) if parts[at] == VERB), None)
    if verb is None or one.start - verb > _WITHIN + 1 or ground.types.get(verb, "AGREE") not in _WORDS:
        return False
    if "light" in grammar.tokens[verb].word.labels:  # التحالف الذي شن ليلا خمس | غارات
        return False
    return not any(grammar.is_comma(at) or ground.turns[at] or at in ground.events for at in range(one.end, min(scene.own)))


def _is_closed(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """الجماعة التي قتلت ألف شخص منذ 2009، | تسيطر على الشمال: what is told of the subject behind the clause and its time."""
    grammar, parts, at = ground.grammar, ground.grammar.parts, scene.index
    if parts[at] != VERB or grammar.tokens[at].word.conjunction or at - 1 != one.end or not grammar.is_comma(one.end):
        return False
    relative = _relative(grammar, one.start)
    if relative is None or not any(parts[k] == VERB for k in range(relative + 1, one.start)):
        return False
    first = _clause(grammar, relative)
    fronted = parts[first] == PREPOSITION or ground.turns[first]  # وفي الهدنة التي أعلنت في مارس، | منعوا
    return not fronted and not any(parts[k] in (VERB, AUXILIARY) for k in range(first, relative))


def _relative(grammar: Grammar, at: int) -> int | None:
    """الذين | ... : the relative whose clause a token stands in, no other clause between."""
    for k in range(at - 1, grammar.layout.sentence(at).start, -1):
        if grammar.parts[k] == RELATIVE:
            return k
        if grammar.parts[k] in (THAT, SUBORDINATOR) or grammar.is_comma(k) or grammar.tokens[k].raw in ":؛":
            return None
    return None


def _clause(grammar: Grammar, at: int) -> int:
    """Where the clause of a token begins: behind أن, a colon, or at the head of the sentence."""
    first = grammar.layout.sentence(at).start
    return next((k + 1 for k in range(at - 1, first - 1, -1) if grammar.parts[k] == THAT or grammar.tokens[k].raw == ":"), first)


def _main(ground: Ground, head: int, scene: Scene) -> int | None:
    """شيع | المئات أمس جثمان الشاب الذي: the one verb of the clause, if it does not tell a claim of the same type."""
    grammar, first = ground.grammar, _clause(ground.grammar, head)
    verbs = [at for at in range(first, head) if grammar.parts[at] in (VERB, AUXILIARY)]
    if not verbs and grammar.parts[first] == NOUN and not (grammar.tokens[first].word.labels or grammar.tokens[first].word.article):
        verbs = [first]  # شيع: in no table
    if len(verbs) != 1 or grammar.parts[verbs[0]] == AUXILIARY:
        return None
    return verbs[0] if ground.types.get(verbs[0], "") != scene.type else None


def _is_told(grammar: Grammar, at: int) -> bool:
    """وصلت, كانت قد | أقلعت: a perfect."""
    return grammar.parts[at] == AUXILIARY or _is_perfect(grammar, at)


def _is_perfect(grammar: Grammar, at: int) -> bool:
    """وصلت, نجوا: a verb in the perfect, be it in no table."""
    word = grammar.tokens[at].word
    if grammar.parts[at] != VERB or not word.analyses:
        return grammar.parts[at] == VERB and word.norm[0] not in _PRESENT
    return any(getattr(found.sense.form, "tense", "") == "perfect" for found in word.analyses)


_PRESENT = "يتن"


def _has_object(grammar: Grammar, at: int) -> bool:
    return any(found.pronoun for found in grammar.tokens[at].word.analyses)
