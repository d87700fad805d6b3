"""Times that stand behind a claim in the clause of another verb or noun, which they date: what came next, what it came after."""

from __future__ import annotations

from riwaya.lang.ar.parts import AUXILIARY, CONTRAST, NOUN, RELATIVE, THAT, VERB, is_adjectival
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.dates.dates import DateMention
from riwaya.read.scenes.scene import Ground, Scene

_CLAUSE_REACH, _SUBJECT_REACH = 12, 5
_TALKS, _TO_COME = frozenset({"CONSULT", "AGREE", "AID"}), frozenset({"planned", "demanded"})
_DEEDS = frozenset({"ASSAULT", "CONTROL", "COERCE"})
_AFTER, _AFTERWARDS = word_list("scene after which"), "بعدما"
_FRONTED, _PURSUANT = word_list("fronted before its clause"), 3
_STARTING = frozenset({"ابتداء", "اعتبارا"})
_DESPITE = "رغم"
_ANSWERS, _OPENED = word_list("in answer to"), ('"', "«", "“")


def is_of_clause(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """Whether a time behind a claim dates another clause, by one of the rules below."""
    near = ground.nearest(scene, one.start)
    if near >= one.start or ground.grammar.is_comma(one.start - 1):
        return near < one.start and _is_of_main(ground, scene, near, one)
    between = range(near + 1, one.start)
    if (
        _is_occupied_since(ground, one)
        or _is_of_answered(ground, between)
        or _is_of_main(ground, scene, near, one)
        or _is_after_noun(ground, scene, between, one)
    ):
        return True
    verb = _last_verb(ground, between)
    if verb is None:
        return False
    return _is_next(ground, near, verb) or _is_after_that(ground, between, verb) or _is_of_relative(ground, near, verb)


def _is_occupied_since(ground: Ground, one: DateMention) -> bool:
    """الانسحاب من الأراضي المحتلة | عام 1967: the year since when a land is occupied; not قتل جنديان في الضفة المحتلة أمس."""
    at = one.start - 1 - (ground.grammar.layout.norms[one.start - 1] == "في")
    return one.when.rule == "dates.year_alone" and ground.grammar.tokens[at].word.core.startswith("محتل")


def _last_verb(ground: Ground, between: range) -> int | None:
    """The last verb between a claim and a time, if it is no claim and no other claim stands behind it."""
    for at in reversed(between[-_CLAUSE_REACH:]):
        if at in ground.events:
            return None
        if ground.grammar.parts[at] == VERB:
            return at
    return None


def _is_next(ground: Ground, near: int, verb: int) -> bool:
    """تسيطر على العاصمة حكومة، | وتولت السلطة قبل عام, لكن العنف | ازداد في 2025: a clause of its own; not ووقع الهجوم أمس."""
    grammar, word = ground.grammar, ground.grammar.tokens[verb].word
    if "light" in word.labels:
        return False
    first = verb - (grammar.layout.norms[verb - 1] == "وقد")  # ثلاثون سفينة محتجزة، | وقد يرتفع العدد بحلول الخريف
    joined = first < verb or bool(word.conjunction)
    return (joined and grammar.is_comma(first - 1)) or CONTRAST in grammar.parts[near + 1 : verb]


def _is_after_that(ground: Ground, between: range, verb: int) -> bool:
    """سلمت المقاتلات بعدما | رفعت واشنطن الحظر في مارس, بعد أن كانت | أعلنت أمس: what came before, and has the time."""
    grammar, norms = ground.grammar, ground.grammar.layout.norms
    at = verb - 1
    while at in between and (grammar.parts[at] == AUXILIARY or norms[at] == "قد"):
        at -= 1
    if at not in between:
        return False
    return norms[at] == _AFTERWARDS or (grammar.parts[at] == THAT and norms[at - 1] == "بعد" and at - 1 in between)


def _is_after_noun(ground: Ground, scene: Scene, between: range, one: DateMention) -> bool:
    """أول زيارة لطهران بعد | توصلها إلى اتفاق أمس, يناقش الهدنة قبل | التصويت عليها غدا: a verbal noun that has the time."""
    if scene.type not in _TALKS and scene.modality not in _TO_COME:
        return False
    grammar = ground.grammar
    turn = next((at for at in reversed(between[:-1]) if grammar.tokens[at].word.core in _AFTER), None)
    if turn is None or not ground.turns[turn] or grammar.tokens[turn].word.conjunction or one.when.precision == "year":
        return False
    if ground.types.get(turn + 1, "") in _DEEDS:
        return scene.type in _TALKS and one.when.precision != "day"
    if any(at in ground.events or grammar.parts[at] == VERB for at in range(turn + 1, one.start)):
        return False
    return grammar.parts[turn + 1] == NOUN and (grammar.phrases.is_masdar(turn + 1) or _is_done_to(ground, turn + 1))


def _is_done_to(ground: Ground, at: int) -> bool:
    """التصويت | عليه, الاتفاق عليها: a noun with the article, and what it was done to told by a pronoun."""
    tokens = ground.grammar.tokens
    behind = tokens[at + 1].word if at + 1 < len(tokens) else tokens[at].word
    return tokens[at].word.article and "prep" in behind.labels and any(found.pronoun for found in behind.analyses)


def _is_of_relative(ground: Ground, near: int, verb: int) -> bool:
    """مقتل رجل على القائمة التي كانت الوزارة | أعلنتها أمس: a perfect in a relative clause that describes something else, its doer
    before it or the time far behind it."""
    grammar = ground.grammar
    word = grammar.tokens[verb].word
    past = any(getattr(found.sense.form, "tense", "") == "perfect" for found in word.analyses)
    if (
        not past
        or _STARTING & {token.word.core for token in grammar.tokens[verb + 1 : verb + _CLAUSE_REACH]}
        or "light" in word.labels
        or word.conjunction
    ):
        return False
    first = max(near + 1, verb - _SUBJECT_REACH)
    relative = next((at for at in range(verb - 1, first - 1, -1) if grammar.parts[at] == RELATIVE), None)
    if relative is None or any(grammar.is_comma(at) or grammar.parts[at] == VERB for at in range(relative, verb)):
        return False
    return grammar.parts[near] == VERB or relative - near > _PURSUANT


def is_of_answer_to(ground: Ground, scene: Scene, one: DateMention) -> bool:
    """قصفوا أمس مواقع | ردا على هجوم, قتل جنديان أمس رغم | الهدنة: the time of what answers it, not of what came before."""
    return _is_of_answered(ground, range(one.end, min(scene.own))) or _is_despite(ground, min(scene.own))


def _is_despite(ground: Ground, at: int) -> bool:
    """رغم | الهدنة, على الرغم من | الاتفاق: what stands all the same."""
    norms = ground.grammar.layout.norms
    return at > 1 and (norms[at - 1] == _DESPITE or (norms[at - 1] == "من" and norms[at - 2] == "ال" + _DESPITE))


def _is_of_answered(ground: Ground, between: range) -> bool:
    """قصفوا مواقع | ردا على هجوم الاثنين, الاعتقالات | على خلفية احتفال أمس: the time of what is answered, or stands behind."""
    norms = ground.grammar.layout.norms
    return any(f"{norms[at]} {norms[at + 1]}" in _ANSWERS or norms[at] in _ANSWERS for at in between[:-1])


def _is_of_main(ground: Ground, scene: Scene, near: int, one: DateMention) -> bool:
    """ضمن | المساعدات السعودية، وصلت أمس سفينة, بعد | التشاور معهم قرر الرئيس تمديدها غدا: the time of the clause behind it."""
    grammar = ground.grammar
    if grammar.parts[near] == VERB:
        return False
    head = _head(ground, scene)
    if head is None or grammar.tokens[head].word.core not in _FRONTED:
        return False
    parts = grammar.parts
    if any(parts[at] == VERB for at in range(head, near)):
        return False
    for at in range(near + 1, one.start):
        tells_of_it = all(is_adjectival(grammar.tokens[k].word) for k in range(near + 1, at))  # بعد هجوم | وقع في مايو
        if parts[at] == VERB and not tells_of_it and RELATIVE not in parts[max(near, at - 2) : at]:
            return at not in ground.events
    return False


def _head(ground: Ground, scene: Scene) -> int | None:
    """The first word of a claim's sentence, or of what is told in it behind أن."""
    grammar = ground.grammar
    first = grammar.layout.sentence(scene.index).start
    told = next((at for at in range(scene.index - 1, first - 1, -1) if grammar.parts[at] == THAT), first - 1)
    head = told + 1
    while head < scene.index and (grammar.tokens[head].raw in _OPENED or grammar.parts[head] == CONTRAST):
        head += 1
    return head if head < scene.index else None
