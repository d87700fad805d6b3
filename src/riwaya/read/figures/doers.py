"""Who acts: counts of those who take part or march, and counts that the roles of an event point to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from riwaya.lang.ar.parts import AUXILIARY, PREPOSITION, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.triggers import Mark
from riwaya.read.figures.counts import Count
from riwaya.read.figures.governors import DESTROYED, PERSONS, Counted, Field, fits
from riwaya.read.figures.groups import group_of
from riwaya.read.grammar import Grammar, Range

ATTACKERS = frozenset({"military", "police", "militant", "civilian", "other"})
_SENDING = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "CONTROL"})


def taking_part(field: Field, count: Count) -> Counted | None:
    """A number of those who take part in an event, or whom a force or crowd comprises (شارك ألف جندي في المعركة)."""
    bare = not count.group and count.rule == "counts.number_alone" and (count.low or 0) > _FEW
    if count.is_singular or not (count.group in ATTACKERS or bare):
        return None
    takes_part, comprised = _takes_part(field, count), _is_comprised(field, count)
    protest = field.nearest(count, frozenset({"PROTEST"}))
    if protest is not None and (takes_part or (comprised and not bare) or _marches(field, count)):
        return Counted(count, "participants", protest, "figures.taking_part")
    if bare:
        return None
    reinforced = _reinforced_with(field, count)
    if reinforced is not None and _is_armed(field, count):
        return Counted(count, "fighters", reinforced, "figures.taking_part")
    force = comprised and _is_armed(field, count)
    if not takes_part and not force:
        return None
    force_of = comprised and field.grammar.tokens[count.where[0] - 1].norm == "من"
    types = {"ASSAULT", "MOBILIZE", "COERCE"} if takes_part else {"ASSAULT", "MOBILIZE"} if force_of else {"MOBILIZE"}
    mark = _taken_in(field, count) if takes_part else None
    mark = mark or field.nearest(count, frozenset(types))
    return Counted(count, "fighters", mark, "figures.taking_part") if mark is not None else None


def _is_armed(field: Field, count: Count) -> bool:
    """تعزيزات تتألف من | 120 شرطيا: soldiers, fighters, policemen; not the men of a jury (رجال are police by their table)."""
    police = count.group == "police" and count.noun is not None and field.grammar.tokens[count.noun].word.core.startswith("شرط")
    return police or count.group in ("military", "militant")


def _taken_in(field: Field, count: Count) -> Mark | None:
    """ألف مقاتل شاركوا في | استعادة القاعدة, بمشاركة ألف جندي في | تحريرها: ground in whose taking they take part."""
    end = field.group_end(count)
    behind = range(end, min(end + _TAKEN_IN, field.grammar.layout.sentence(end - 1).end))
    mark = next((field.marks[at] for at in behind if at in field.marks), None)
    told = mark is not None and mark.entry.type == "CONTROL" and not mark.is_verb
    return mark if mark is not None and told and field.grammar.tokens[mark.index - 1].norm == "في" else None


_TAKEN_IN = 9


def _takes_part(field: Field, count: Count) -> bool:
    """A word of taking part shortly before the count, or a verb of taking part right behind its group."""
    tokens, start = field.grammar.tokens, count.where[0]
    near = [tokens[at].word.core for at in range(max(0, start - _PART_BACK), start) if field.same_sentence(at, start)]
    if any(word.startswith("عدد") for word in near):  # المشاركين في المسيرة بلغ عددهم | ستة آلاف
        near = [tokens[at].word.core for at in range(max(0, start - 2 * _PART_BACK), start) if field.same_sentence(at, start)]
    if any(word.startswith(tuple(_TAKING_PART)) for word in near):
        return True
    end = _past_aside(field, field.group_end(count))
    return any(tokens[at].word.core.startswith(tuple(_TAKING_PART)) for at in range(end, min(end + 2, len(tokens))))


def _past_aside(field: Field, end: int) -> int:
    """ألف مقاتل، موالين للحكومة، | شاركوا: the token behind what commas part from a group, where no verb stands in it."""
    if end >= len(field.grammar.tokens) or not field.grammar.is_comma(end):
        return end
    aside = range(end + 1, min(end + 1 + _ASIDE, field.grammar.layout.sentence(end).end))
    close = next((at for at in aside if field.grammar.is_comma(at)), None)
    return end if close is None or any(field.is_verb(at) for at in range(end, close)) else close + 1


_ASIDE = 6


def _is_comprised(field: Field, count: Count) -> bool:
    """قوة تضم 300 جندي, مسيرة تضم مئات المحتجين: what a force or a crowd consists of."""
    tokens, start = field.grammar.tokens, count.where[0]
    near = [tokens[at].word.core for at in range(max(0, start - 2), start)]
    if not near:
        return False
    return near[-1] in _COMPRISES or " ".join(near) in _COMPOSED or (near[-1] == "من" and _is_unit(field.grammar, start - 2))


def _is_unit(grammar: Grammar, at: int) -> bool:
    """كتيبة | من 600 جندي, قوة إقليمية | من 8700 جندي: a unit of so many, its adjectives aside."""
    while at > 0 and grammar.phrases.is_adjective(at) and grammar.tokens[at].word.core not in _UNITS:
        at -= 1
    led = at > 0 and grammar.parts[at - 1] == PREPOSITION  # ينتمون إلى | مجموعة من 54 عنصرا
    return at >= 0 and grammar.tokens[at].word.core in _UNITS and not led


_UNITS = word_list("unit of so many")


def _reinforced_with(field: Field, count: Count) -> Mark | None:
    """عزز الجيش مواقعه على الحدود بـ | 300 جندي, عززت مواقعها بـثلاثين مقاتلا: with how many a force is made stronger."""
    start = count.where[0]
    word = field.grammar.tokens[start].word
    if not (word.preposition == "ب" or (start and field.grammar.tokens[start - 1].norm == "ب")):
        return None
    before = range(max(field.grammar.clause_start(start), start - _REINFORCED_BACK), start)
    marks = (field.marks[at] for at in reversed(before) if at in field.marks)
    return next((one for one in marks if one.entry.lemma == "عزز"), None)


_REINFORCED_BACK = 10


def _marches(field: Field, count: Count) -> bool:
    """خرج مئات المحتجين, نزل الآلاف: a verb of going out right before the count."""
    before = count.where[0] - 1
    return before >= 0 and field.grammar.tokens[before].word.core.startswith(tuple(_GOING_OUT))


_GOING_OUT = word_list("goes out to protest")
_PART_BACK, _FEW = 4, 19
_TAKING_PART = word_list("takes part")
_COMPOSED = word_list("composed of")
_COMPRISES = word_list("comprises")


def role_figures(
    grammar: Grammar, counts: list[Count], found: list[Counted], roles: Iterable[tuple[Mark, Range | None, Range | None]]
) -> list[Counted]:
    """A number of those who act or suffer in an event, named elsewhere in the sentence.

    ``roles`` gives the trigger, actor and target of each event.
    """
    heads = {index: one for one in reversed(counts) if one.rule != "counts.number_alone" for index in range(*one.where)}
    taken = {one.count.where for one in found}
    marked = {one.mark.index for one in found}
    made: list[Counted] = []
    for mark, actor, target in sorted(roles, key=lambda one: one[0].entry.kind != "participants"):
        itself = mark.entry.counted == "self" and mark.entry.group != "state"  # ثلاثة جنود | مصابون بجروح
        suffered = "" if itself or mark.entry.counted == "actor" or mark.index in marked else mark.entry.kind
        acting = heads.get(actor[0]) if actor else _going_on(grammar, counts, mark)
        hit = heads.get(target[0]) if target else None
        pairs = [(_actor_kind(mark), acting), (suffered or _driven_out(mark, hit), hit)]
        if suffered and mark.found.pronoun and (mark.is_verb or _is_done(grammar, mark)):
            pairs.append((suffered, _pointed_at(grammar, counts, mark)))
        for kind, count in pairs:
            goes_on = kind == "fighters" and count is not None and count is _going_on(grammar, counts, mark)
            if kind and count is not None and count.where not in taken and (goes_on or _may_play(grammar, mark, kind, count)):
                protests = kind == "fighters" and (_are_protesters(grammar, count) or _block_roads(mark, count))
                made.append(Counted(count, "participants" if protests else kind, mark, "figures.role"))
                taken.add(count.where)
    return made


def _driven_out(mark: Mark, count: Count | None) -> str:
    """طردت القوات | آلافا من السكان: residents who are driven out are displaced; diplomats and fighters are only sent away."""
    return "displaced" if count is not None and mark.entry.mode == "deport" and count.group == "civilian" else ""


def _are_protesters(grammar: Grammar, count: Count) -> bool:
    """أغلق | مئتا متظاهر | الطريق: whoever protests takes part, whatever the protest comes to; he does not fight."""
    return count.noun is not None and grammar.tokens[count.noun].word.core.startswith(tuple(_PROTESTERS))


def _block_roads(mark: Mark, count: Count) -> bool:
    """قطع | مئات من أبناء العشيرة | الطريق: whoever blocks a road and is no armed force takes part in a protest."""
    return mark.entry.mode in ("obstruct", "restrict") and count.group in ("civilian", "other")


_PROTESTERS = word_list("people who protest")


def _going_on(grammar: Grammar, counts: list[Count], mark: Mark) -> Count | None:
    """إن ثلاثة مسلحين تسللوا إلى القرية | وأحرقوا منزلا: who acted acts again; the numbers agree."""
    if not mark.is_verb or not mark.found.conjunction or mark.form is None or mark.entry.type != "ASSAULT" or mark.passive:
        return None
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _GOING_ON_BACK)
    here = counts[bisect_left(counts, first, key=_start) : bisect_left(counts, mark.index, key=_start)]
    topic = next((one for one in reversed(here) if one.group in ATTACKERS and not one.is_singular), None)
    if topic is None or any(grammar.parts[at] == THAT for at in range(topic.where[1], mark.index)):
        return None
    before = topic.where[0] - 1
    opens = topic.where[0] == grammar.layout.sentence(mark.index).start or grammar.parts[before] in (THAT, VERB)
    two = topic.low == topic.high == _TWO
    return topic if opens and mark.form.number == ("d" if two else "p") else None


_GOING_ON_BACK, _TWO = 14, 2


def _may_play(grammar: Grammar, mark: Mark, kind: str, count: Count) -> bool:
    """Whether a count can be the role of an event: its class fits, a singular only suffers, what is taken stands behind."""
    if not fits(kind, count):
        return False
    if count.is_singular and (kind in ("fighters", "participants", "taken", "displaced") or not mark.is_verb):
        return False
    if kind == "taken":
        return count.where[0] > mark.index
    return kind != "fighters" or _may_fight(grammar, mark, count)


def _is_done(grammar: Grammar, mark: Mark) -> bool:
    """تم تدميرها, جرى اعتقالهم: a masdar that a verb of being done makes a verb."""
    return mark.index > 0 and grammar.parts[mark.index - 1] == AUXILIARY


def _pointed_at(grammar: Grammar, counts: list[Count], mark: Mark) -> Count | None:
    """رصدت خمس مركبات ... ودمرتها: the count before a verb that its pronoun points back to."""
    first = grammar.layout.sentence(mark.index).start
    wanted = DESTROYED - {"settlement"} if mark.found.pronoun == "ها" else PERSONS
    here = counts[bisect_left(counts, first, key=_start) : bisect_left(counts, mark.index, key=_start)]
    before = [one for one in here if one.group in wanted and not one.is_singular]
    if mark.found.pronoun == "هما":
        before = [one for one in before if one.low == one.high == 2]
    return before[-1] if before and mark.found.pronoun in ("ها", "هم", "هما") else None


def _start(count: Count) -> int:
    return count.where[0]


def _may_fight(grammar: Grammar, mark: Mark, count: Count) -> bool:
    """Who attacks or is sent are persons, and no preposition makes them the goal of something else (الاتهام إلى 29 شخصا)."""
    before = count.where[0] - 1
    if (
        count.group not in ATTACKERS
        or count.rule.startswith("counts.one_of")
        or (before >= 0 and grammar.parts[before] == PREPOSITION)
    ):
        return False
    if count.where[0] > mark.index:
        return True
    return not mark.found.conjunction if mark.is_verb else _is_carried_out(grammar, count)


def _is_carried_out(grammar: Grammar, count: Count) -> bool:
    """شن ثلاثة مسلحين هجوما, انتحاريتان قامتا بتفجير: a light verb beside whoever stands before an event noun."""
    before, end = count.where[0] - 1, group_of(grammar, count.noun)[1] if count.noun is not None else count.where[1]
    beside = [before, *range(count.where[1], min(end + 2, len(grammar.tokens)))]
    return any(at >= 0 and grammar.parts[at] == VERB and "light" in grammar.tokens[at].word.labels for at in beside)


def _actor_kind(mark: Mark) -> str:
    if mark.entry.kind in ("participants", "surrendered", "fighters"):
        return mark.entry.kind
    return "fighters" if mark.entry.type in _SENDING else ""
