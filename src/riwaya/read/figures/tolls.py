"""Figures of victims whose own noun or a total says what became of them, and figures that go on from the one before."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Noun
from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.fallen import LED_TO
from riwaya.read.clauses.triggers import Mark
from riwaya.read.figures.counts import Count
from riwaya.read.figures.governors import LAUNCHED, PERSONS, Counted, Field, fits, given_kind
from riwaya.read.figures.groups import counted_entry
from riwaya.read.figures.older import is_of_older
from riwaya.read.words.parts import IN_IT

_HARMS = frozenset({"killed", "wounded", "missing"})
_TALLIES, _THEY = word_list("tally"), word_list("they")
_REACHES = word_list("toll reaches")
"""How words of reaching a total begin."""
_TOLLS_BACK, _TOLL_BACK, _SUBSET_BACK, _JOINED_BACK = 4, 28, 24, 14
_BARE, _TURNED_REACH, _QUOTES = 5, 14, frozenset('«“"(')
_NEAR_SINGULAR, _NEAR_VERB = 6, 6
VIOLENT = frozenset({"ASSAULT"})
_HELD = frozenset({"COERCE", "RETREAT", "ASSAULT"})


def victim_noun(field: Field, count: Count) -> Counted | None:
    """The counted noun says what became of the counted (قتيل، جريح، أسير، نازح)."""
    if count.noun is None or not count.kind:
        return None
    if count.kind not in _HARMS:
        return _held(field, count)
    state = count.noun in field.marks and field.marks[count.noun].entry.group == "state"  # وصل الرجل | مصابا برصاصة
    if count.is_singular and (state or not _opens_clause(field, count)):
        return None
    governor = field.before(count)
    if governor is not None and given_kind(governor) and governor.entry.group != "result":
        return Counted(count, governor.entry.kind, governor, "figures.victim_noun")
    if governor is not None and _kills(governor, count):
        return Counted(count, "killed", governor, "figures.victim_noun")
    own = field.marks.get(count.noun)
    mark = own if own is not None and own.entry.group == "result" else governor
    if mark is None and field.last is not None and field.same_sentence(field.last.count.where[0], count.where[0]):
        mark = field.last.mark
    mark = mark or field.nearest(count, VIOLENT)
    return Counted(count, count.kind, mark, "figures.victim_noun") if mark is not None else None


def _kills(governor: Mark, count: Count) -> bool:
    """وفاة سبعة جرحى: who was wounded has died; سقوط سبعة جرحى only says that they were wounded."""
    return governor.end == count.where[0] and given_kind(governor) == "killed" and governor.entry.lemma not in FALLS


FALLS = frozenset({"سقط", "أوقع", "خلف", "حصد"})


def _held(field: Field, count: Count) -> Counted | None:
    """Prisoners and displaced: what their event does with them (إطلاق 20 أسيرا, مقتل نازحين اثنين), else what their noun says."""
    governor = field.before(count) or field.behind(count)
    if governor is not None and field.joins(count) and governor.end >= count.where[0] - 1:
        governor = None
    apart = count.kind in ("displaced", "missing")
    left = apart and governor is not None and governor.entry.group == "result"
    left = left and governor is not None and (field.joins(count) or governor.entry.lemma in FALLS)  # خلفت المعارك | آلاف النازحين
    if governor is not None and given_kind(governor) and not left:
        if count.is_singular and not is_direct_victim(field, count, governor, governor.entry.kind):
            return None
        return Counted(count, governor.entry.kind, governor, "figures.victim_noun")
    if count.is_singular:
        return None
    last = field.last
    if count.kind == "captured" and last is not None and last.count.kind in _HARMS:
        gap = _joint_gap(field, last.count, count, last.mark.index)
        mark = field.nearest(count, frozenset({"COERCE"})) or last.mark  # 12 قتيلا وثمانية جرحى | و30 معتقلا
        return Counted(count, count.kind, mark, "figures.victim_noun") if gap is not None else None
    if apart and last is not None and _joint_gap(field, last.count, count, last.mark.index) is not None:
        return Counted(count, count.kind, last.mark, "figures.victim_noun")
    if count.kind == "displaced":
        caused = governor is not None and governor.entry.lemma in FALLS  # خلفت الحرب آلاف القتلى، | وملايين النازحين
        return Counted(count, count.kind, governor, "figures.victim_noun") if governor is not None and caused else None
    arrest = field.nearest(count, frozenset({"COERCE"})) or field.nearest(count, _HELD)
    if arrest is not None and (arrest.entry.kind == count.kind or (arrest.entry.type == "COERCE" and not arrest.entry.kind)):
        return Counted(count, count.kind, arrest, "figures.victim_noun")
    return None


def _opens_clause(field: Field, count: Count) -> bool:
    """A singular victim noun counts one behind a verb or masdar of falling (سقوط قتيل), joined to a count, or at the head."""
    grammar, before = field.grammar, count.where[0] - 1
    if before < 0 or grammar.layout.sentence(count.where[0]).start == count.where[0]:
        return True
    return (
        grammar.parts[before] == VERB
        or ((labels := grammar.tokens[before].word.labels) & {"trigger"} and not labels & {"person"})
        or (count.joined and field.last is not None and 0 <= count.where[0] - field.last.count.where[1] <= 3)
        or grammar.tokens[before].word.core in ("باقين", "بينهم")
        or (grammar.tokens[before].norm in ("عن", "،") and _is_listed(field, count))
        or (grammar.tokens[before].norm in ("عن", "الي") and _is_led_to(field, before))
    )


def _is_led_to(field: Field, before: int) -> bool:
    """اشتباكات أسفرت عن | قتيل, أدى القصف إلى | قتيل وثلاثة جرحى: what a verb of leading to leads to."""
    near = range(max(field.grammar.clause_start(before), before - _NEAR_VERB), before)
    return any(field.grammar.parts[at] == VERB and field.grammar.tokens[at].word.core in LED_TO for at in near)


def _is_listed(field: Field, count: Count) -> bool:
    """أسفر القصف عن | قتيل وجريحين: the first of two harms that are counted."""
    grammar, behind = field.grammar, count.where[1]
    if behind + 1 >= len(grammar.tokens):
        return False
    if grammar.tokens[behind].norm == "و":
        return grammar.parts[behind + 1] == NUMERAL
    if not grammar.tokens[behind].word.conjunction:
        return False
    return grammar.parts[behind] == NUMERAL or bool(grammar.tokens[behind].word.labels & {"person", "trigger"})


def among(field: Field, count: Count) -> Counted | None:
    """A part of the victims that are named behind بين (من بين القتلى أربعة أطفال, بين القتلى الاثني عشر أربعة أطفال)."""
    at, last = _opener(field, count), field.last
    if last is not None and (last.count.where[1], last.count.rule) == (count.where[0], "counts.noun_and_number"):
        at = at if last.count.noun is None else last.count.noun
    tokens = field.grammar.tokens
    if (
        at < 1
        or tokens[at - 1].norm not in ("بين", "وبين")
        or not field.grammar.phrases.is_definite(at)
        or not fits("killed", count)
    ):
        return None
    entry, mark = counted_entry(tokens[at].word), field.marks.get(at)
    if entry is None or not entry.kind:
        return None
    mark = mark or field.nearest(count, _HELD)
    return Counted(count, entry.kind, mark, "figures.among") if mark is not None else None


def _opener(field: Field, count: Count) -> int:
    """The token before a count, or before the bare nouns that it is joined to (بينهم نساء وأطفال وجندي)."""
    at = count.where[0] - 1
    bare = at
    while count.joined and bare > 0 and at - bare < _BARE and field.grammar.parts[bare] == NOUN and not field.marks.get(bare):
        bare -= 1
    return bare if "subset" in field.grammar.tokens[bare].word.labels or bare in field.marks else at


def subset(field: Field, count: Count) -> Counted | None:
    """A part of the number before it, of the same kind (بينهم ثلاثة أطفال، خمسة منهم)."""
    last = field.last
    if last is None or count.where[0] == 0 or count.where[0] - last.count.where[1] > _SUBSET_BACK:
        return None
    tokens, start = field.grammar.tokens, count.where[0]
    if not field.same_sentence(last.count.where[0], start):
        return None
    opener = _opener(field, count)
    opener -= opener > 0 and tokens[opener].raw in _QUOTES  # قتل عشرة، هم «ستة جنود وأربعة مدنيين»
    marked = "subset" in tokens[opener].word.labels and not _is_in_it(field, opener)
    marked = marked or tokens[opener].norm.removeprefix("و") in _THEY
    if count.noun is not None and not count.group and last.kind not in _HARMS:
        return None
    if count.rule == "counts.some_of_them":
        return Counted(count, last.kind, last.mark, "figures.subset") if last.kind in _HARMS else None
    part = count.rule == "counts.number_of_them" and count.high is not None and field.before(count) is None
    part = part or (count.rule == "counts.one_of_them" and count.noun is not None)
    own = field.behind(count)  # دربوا 12 مقاتلا وقال إن خمسة منهم | قتلوا
    part = part and not (own is not None and own.entry.kind and own.index == count.where[1] and last.kind not in _HARMS)
    if count.is_singular and count.group not in PERSONS:
        return None
    if (marked or part) and (fits(last.kind, count) or last.kind in ("attacks", "destroyed")):
        return Counted(count, last.kind, last.mark, "figures.subset")
    return None


def _is_in_it(field: Field, at: int) -> bool:
    """قتل فيها, فيهم: "in it" tells no part, بمن فيهم does."""
    tokens = field.grammar.tokens
    return tokens[at].norm in ("فيها", "فيهم", "فيه") and (
        at == 0 or tokens[at - 1].norm not in ("بمن", "بما", "من", "ومن", "وبمن")
    )


def joined(field: Field, count: Count) -> Counted | None:
    """A number joined to the one before it, of the same kind (ثلاثة جنود وشرطيان وطفلة)."""
    last = field.last
    if (
        last is None
        or last.kind == "casualties"
        or count.kind in ("displaced", "missing")
        or not field.same_sentence(last.count.where[0], count.where[0])
    ):
        return None
    own = field.behind(count)
    if own is not None and own.entry.kind and own.index - count.where[1] <= 1:
        return None
    gap = _joint_gap(field, last.count, count, last.mark.index)
    if gap is not None and last.mark.entry.lemma == "خسر" and fits("destroyed", count) and count.group:  # خسروا 20 جنديا | ودبابتين
        return Counted(count, "destroyed", last.mark, "figures.joined")
    if gap is None or not fits(last.kind, count):
        return None
    if last.kind == "attacks" and count.group not in LAUNCHED:
        return None
    shares = count.rule == "counts.number_alone" and field.grammar.parts[count.where[1] : count.where[1] + 1] == [PREPOSITION]
    if gap > 1 and ((not count.group and not shares) or (count.is_singular and gap > _NEAR_SINGULAR)):
        return None
    return Counted(count, last.kind, last.mark, "figures.joined")


def _joint_gap(field: Field, first: Count, second: Count, owner: int) -> int | None:
    """How many tokens lie between the phrase of a count and a second one that is joined to it; None if it is not joined.

    Only the verb that both depend on (``owner``) may stand between them: ثمانية قتلوا في القرية، واثنان في البلدة.
    """
    start = second.where[0]
    end = min(field.group_end(first), start)
    start -= _addition(field, start)
    gap = start - max(end, first.where[1])
    if not 0 <= gap <= _JOINED_BACK or not (second.joined or start < second.where[0]):
        return None
    parted = any(at != owner and _parts(field, at, at >= end, gap) for at in range(first.where[1], start))
    signs = (at for at in range(first.where[1], start - 1) if field.grammar.is_sign(at))
    return None if parted or any(field.grammar.tokens[at].raw not in '«»“”"()' for at in signs) else gap


def _parts(field: Field, at: int, outside: bool, gap: int) -> bool:
    """Whether a token between two counts begins something else: a complementiser, a verb that does not only describe, an event."""
    mark = field.marks.get(at)
    if field.grammar.parts[at] == THAT or (field.is_verb(at) and (gap > _NEAR_VERB or not field.describes(at))):
        return True
    return mark is not None and outside and (mark.is_verb or bool(mark.entry.kind))


def _addition(field: Field, start: int) -> int:
    """How many words before a count say "and": وَ standing alone, إضافة إلى, بالإضافة إلى, فضلا عن, إلى جانب."""
    tokens = field.grammar.tokens
    if start > 0 and tokens[start - 1].norm == "و":
        return 1
    if start < 2:
        return 0
    if (led := _added_with_li(field, start)) > 0:
        return led
    first = tokens[start - 2].norm.removeprefix("و").removeprefix("بال")
    return 2 if f"{first} {tokens[start - 1].norm}" in _ADDITIONS else 0


def _added_with_li(field: Field, start: int) -> int:
    """إضافة | لـ145 من المقاتلين, بالإضافة | لثلاثة جنود: how many words before a count say "in addition to" with ل."""
    tokens = field.grammar.tokens
    apart = tokens[start - 1].norm == "ل"
    before = tokens[start - 1 - apart].norm.removeprefix("و").removeprefix("بال")
    return 1 + apart if before == "اضافه" and (apart or tokens[start].word.preposition == "ل") else 0


_ADDITIONS = word_list("in addition")


def toll(field: Field, count: Count) -> Counted | None:
    """A total: the noun before the number says what it counts (بلغ عدد القتلى 20، ارتفعت الحصيلة إلى 30)."""
    if count.rule not in ("counts.number_alone", "counts.number_and_noun", "counts.number_of_group") or not fits("killed", count):
        return None
    if (turned := _turned_round(field, count)) is not None:
        return turned
    grammar, start = field.grammar, count.where[0]
    if start > 0 and grammar.tokens[start - 1].norm in _EXCEPT:
        return None
    first = grammar.layout.sentence(start).start
    reached = False
    for at in range(start - 1, max(first, start - _TOLL_BACK) - 1, -1):
        word = grammar.tokens[at].word
        mark = field.marks.get(at)
        if grammar.parts[at] == THAT or (mark is not None and mark.is_verb and given_kind(mark)):
            return None
        reached = reached or word.core.startswith(tuple(_REACHES))
        entry = counted_entry(word)
        if entry is not None and entry.kind and word.labels & {"person"} and not _is_counted_itself(field, at):
            reached = reached or _goes_on(field, count, at)
            return _total(field, count, entry, at, reached)
        if (
            word.core in ("حصيله", "عدد")
            and (reached or _rises_before(field, at))
            and field.last is not None
            and grammar.parts[at] == NOUN
        ):
            return _same_toll(field, count)
    return None


_EXCEPT = ("باستثناء", "عدا", "سوي", "الا")


def _rises_before(field: Field, at: int) -> bool:
    """وارتفعت الحصيلة إلى 30: the verb right before the total."""
    return field.grammar.tokens[at - 1].word.core.startswith(tuple(_REACHES))


def _goes_on(field: Field, count: Count, at: int) -> bool:
    """ارتفع عدد القتلى إلى ثلاثة والجرحى إلى تسعة: a total joined to the one before it, its verb left out."""
    tokens = field.grammar.tokens
    tolls = (one for one in field.found[-_TOLLS_BACK:] if one.rule == "figures.toll")  # إلى 20، بينهم طفلان، والجرحى إلى 30
    told = any(field.same_sentence(one.count.where[0], at) for one in tolls)
    right_behind = count.where[0] - 1 == at  # عدد القتلى 7 | والجرحى 3
    return told and bool(tokens[at].word.conjunction) and (right_behind or tokens[count.where[0] - 1].norm == "الي")


def _turned_round(field: Field, count: Count) -> Counted | None:
    """ارتفع إلى 37 عدد المواطنين الذين قتلوا, ما يرفع إلى 88 عدد القتلى: the number before what it totals."""
    tokens, start, stop = field.grammar.tokens, count.where[0], count.where[1]
    if start == 0 or tokens[start - 1].norm != "الي" or stop >= len(tokens) or tokens[stop].norm not in _TALLIES:
        return None
    for at in range(stop + 1, min(field.grammar.layout.sentence(start).end, stop + _TURNED_REACH)):
        mark, entry = field.marks.get(at), counted_entry(tokens[at].word)
        kind = (given_kind(mark) if mark is not None else "") or (entry.kind if entry is not None else "")
        if kind in _HARMS:
            mark = mark or field.nearest(count, VIOLENT)
            return Counted(count, kind, mark, "figures.toll") if mark is not None else None
    return None


def _is_counted_itself(field: Field, at: int) -> bool:
    return any(one.count.noun == at for one in field.found[-3:])


def _total(field: Field, count: Count, entry: Noun, at: int, reached: bool) -> Counted | None:
    """عدد القتلى 20, القتلى بلغوا 20, ارتفاع قتلى التفجير إلى 20: a tally noun or a word of rising before the victims, or a verb of
    reaching behind them."""
    tokens = field.grammar.tokens
    tally = at > 0 and (tokens[at - 1].word.core in _TALLIES or (at > 1 and tokens[at - 2].word.core in _TALLIES))
    tally = tally or (at > 0 and tokens[count.where[0] - 1].norm == "الي" and _rises_before(field, at))
    tally = tally or _are_so_many(field, count, at)
    first = field.grammar.layout.sentence(at).start
    reached = reached or any(tokens[k].word.core.startswith(tuple(_REACHES)) for k in range(max(first, at - 6), at))
    if not (tally or is_of_older(field.grammar, at) or (reached and tokens[at].norm.startswith(("ال", "لل", "بال", "وال")))):
        return None
    if count.where[0] - at > 4 and not reached:
        return None
    mark = field.marks.get(at) or field.before(count) or field.nearest(count, VIOLENT if entry.kind in _HARMS else _HELD)
    return Counted(count, entry.kind, mark, "figures.toll") if mark is not None else None


def _are_so_many(field: Field, count: Count, at: int) -> bool:
    """إن | القتلى | أربعة فقط, أن القتلى هم 18 عنصرا: the number that the known victims are said to be."""
    between = field.grammar.layout.norms[at + 1 : count.where[0]]
    told = at > 0 and field.grammar.parts[at - 1] == THAT and field.grammar.phrases.has_article(at)
    return told and (not between or (len(between) == 1 and between[0] in _THEY))


def _same_toll(field: Field, count: Count) -> Counted | None:
    """وارتفعت الحصيلة إلى 30: the total of what was counted last."""
    last = field.last
    if last is None or last.kind not in _HARMS or count.group not in ("", "civilian"):
        return None
    mark = field.nearest(count, VIOLENT)
    return Counted(count, last.kind, mark, "figures.toll") if mark is not None else None


def is_direct_victim(field: Field, count: Count, governor: Mark, kind: str) -> bool:
    """A singular counts one only right behind the trigger, as object behind its subject, or right before it as its subject."""
    if kind in ("participants", "fighters", "displaced") or count.group in ("settlement", "unit"):
        return False
    if governor.companion >= 0 and governor.companion == count.noun:
        return True
    grammar, start = field.grammar, count.where[0]
    gap = start - governor.end
    if start in grammar.phrases.befallen:
        return True
    if gap < 0:
        near = governor.index <= field.group_end(count) + 1 or (start > 0 and grammar.parts[start - 1] == THAT)
        return governor.is_verb and near and field.suffers(governor)
    between = [at for at in range(governor.end, start) if at not in grammar.phrases.dated]
    if len(between) <= 1 and all(grammar.parts[at] != VERB for at in between):
        return not between or _is_joint(field, between[0], governor)
    if not governor.is_verb or governor.passive:
        return False
    accusative = count.noun is not None and grammar.phrases.is_accusative(count.noun)
    names = all(grammar.parts[at] == NOUN for at in between) and len(between) <= 5
    names = names or (len(between) <= 4 and grammar.phrases.is_definite(between[-1]))
    if not all(grammar.parts[at] in (NOUN, PREPOSITION) for at in between):
        return False
    return names or (accusative and len(between) <= 9)


def _is_joint(field: Field, at: int, governor: Mark) -> bool:
    """One token between a trigger and its victim: a preposition it asks for, an adverb, its subject, a quotation mark."""
    part = field.grammar.parts[at]
    if part == PREPOSITION:
        return field.grammar.tokens[at].norm in IN_IT or field.grammar.tokens[at].word.core in governor.entry.preps | {"علي"}
    if part == NOUN:
        return governor.is_verb or at == governor.companion or field.grammar.phrases.is_definite(at)
    return True
