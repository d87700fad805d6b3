"""The two sides of a fight, a meeting or a deal: behind بين, or brought together by a verb."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, QUANTIFIER, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.near import ACTOR, REACH, after, by_clitic, phrase_behind
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import Manner
from riwaya.read.roles.genitives import genitive
from riwaya.read.roles.partners import somebody
from riwaya.read.roles.prepositions import past_preposition

_ONE_ACTOR = Manner(ACTOR.stops, join=False)
_NEAR = 7


def brought_together(grammar: Grammar, mark: Mark) -> tuple[Range, Range | None] | None:
    """اللقاء الذي جمع | الرئيس بالمبعوث, لقاء مباشر جمع في كابل | الوفد بقادة الحركة: whom a meeting brings together."""
    at = gathering_verb(grammar, mark)
    if at is None or grammar.layout.norms[at] not in _GATHERS + _INCLUDES:
        return None
    limit = grammar.limit(mark.index)
    placed = at + 1 < limit and grammar.parts[at + 1] == PREPOSITION
    first = phrase_behind(grammar, past_preposition(grammar, at + 1, limit) if placed else at + 1)
    if first is None:
        return None
    led = (k for k in range(first[0] + 1, first[1]) if grammar.phrases.preposition_of(grammar.tokens[k]) == "ب")
    first = first[0], next(led, first[1])
    return first, after(grammar, first[1], frozenset({"ب", "مع"}))


def gathering_verb(grammar: Grammar, mark: Mark) -> int | None:
    """اللقاء الذي | جمع, لقاء مباشر | جمعهما: the verb of bringing together behind a meeting, adjectives or a relative between."""
    if mark.entry.group != "meet" or mark.is_verb:
        return None
    for at in range(mark.end, min(grammar.limit(mark.index), mark.end + _NEAR)):
        if grammar.layout.norms[at].startswith(_GATHERS) or grammar.layout.norms[at] in _INCLUDES:
            described = grammar.parts[at - 1] == RELATIVE or not grammar.phrases.has_article(at - 1)
            return at if described else None
        if grammar.parts[at] not in (NOUN, RELATIVE) or grammar.tokens[at].word.conjunction:
            return None
    return None


_GATHERS = ("جمع", "جمعت", "يجمع", "تجمع")
_INCLUDES = ("ضم", "ضمت", "يضم", "تضم")


def between(grammar: Grammar, mark: Mark) -> tuple[Range, Range | None] | None:
    """Two sides behind بين: the first acts, the second is the target (اشتباكات بين الجيش والمسلحين)."""
    if mark.entry.group in ("hold", "leave", "arrest") or (mark.entry.mode == "visit" and mark.entry.lemma != "جولة"):
        return None
    at = _where_between(grammar, mark)
    if at is None:
        return None
    if any(
        grammar.parts[k] == THAT or (grammar.is_comma(k) and k + 1 < at) for k in range(_past_apposition(grammar, mark, at), at)
    ):
        return None
    own = mark.entry.group in ("result", "move") or (mark.entry.frame in ("A", "AO") and mark.entry.group == "attack")
    if _is_with_another(grammar, mark, at) or (
        own and _is_anothers(grammar, mark, at)
    ):  # مقتل خمسة خلال | اشتباكات بين الجيش والمسلحين
        return None
    if any(grammar.parts[k] == VERB and not (_goes_on(grammar, k) or _is_made(grammar, mark, k)) for k in range(mark.end, at)):
        return None
    opens = grammar.phrases.begins(at + 1) or grammar.layout.marked(at + 1) is not None  # بين | «داعش» والجيش
    return (_opposed(grammar, at) or beside(grammar, at)) if opens else None


def _is_made(grammar: Grammar, mark: Mark, at: int) -> bool:
    """الصفقة التي | أبرمت بين الحركة والحكومة: the verb that says that a deal was made."""
    return mark.entry.group == "deal" and any(entry.group == "deal" for entry in entries_at(grammar, at))


def exchanged(grammar: Grammar, mark: Mark, sides: tuple[Range, Range | None]) -> tuple[Range, Range | None]:
    """تبادل | 200 أسير بين الجيش والمتمردين: both sides set free whom they exchange; of any other deed the sides as they are."""
    if mark.entry.group != "free":
        return sides
    (first, end), freed = sides[0], genitive(grammar, mark) or by_clitic(grammar, mark, "ل")
    end = sides[1][1] if sides[1] is not None else end
    return (first, end), None if freed is None else (freed[0], min(freed[1], first - 1))


def beside(grammar: Grammar, at: int) -> tuple[Range, Range | None]:
    """بين | الجيش والمسلحين: the phrase behind بين, and the next one that is joined to it."""
    first_end = _with_theirs(grammar, grammar.phrases.end(at + 1, grammar.limit(at), _ONE_ACTOR), grammar.limit(at), more=True)
    if (joint := _of_two_lands(grammar, at + 1, first_end)) > first_end:
        return (at + 1, joint), None
    first_end = _of_one_body(grammar, at + 1, first_end)
    apart = first_end >= grammar.limit(at) or not grammar.tokens[first_end].word.conjunction
    if apart and grammar.tokens[at + 1].word.core.startswith(_BOTH):
        return (at + 1, first_end), None
    k = first_end
    while k < grammar.limit(at) and k < first_end + _NEAR and not _joins(grammar, k):
        k += 1
    second = _in_marks(grammar, first_end)
    if second is None and k < grammar.limit(at) and _joins(grammar, k) and grammar.parts[k] in (NOUN, QUANTIFIER):
        second = (k, _with_theirs(grammar, grammar.phrases.end(k, grammar.limit(at), _ONE_ACTOR), grammar.limit(at)))
    return (at + 1, first_end), second


def _of_two_lands(grammar: Grammar, start: int, end: int) -> int:
    """بين وزيري خارجية مصر | والأردن, بين الرئيسين المصري | والفرنسي: the token behind the lands that men of several lands have.

    Only behind people or offices in the dual or plural, where the land before and each that و joins stand bare.
    """
    head, limit = grammar.tokens[start].word, grammar.limit(start)
    offices = bool(head.labels & {"person", "source"}) and any(
        getattr(found.sense.form, "number", "") in ("d", "p") for found in head.analyses
    )
    if not offices or end - start < _TWO or not _is_land(grammar, end - 1):
        return end
    behind = end
    while behind < limit and grammar.tokens[behind].word.conjunction == "و" and _is_land(grammar, behind):
        behind += 1
    goes_on = behind < limit and grammar.phrases.begins(behind) and not grammar.tokens[behind].word.conjunction
    return end if goes_on else behind


def _of_one_body(grammar: Grammar, start: int, end: int) -> int:
    """بين عناصر | ومقاتلي الحزب | وقوة من الجيش, بين ضباط وجنود الفرقة ومسلحين: two kinds of men of one body are one side.

    Only where a side stands behind; شبان وجنود الجيش ومستوطنون are three.
    """
    limit = grammar.limit(start)
    if end != start + 1 or end + 1 >= limit or grammar.tokens[end].word.conjunction != "و" or grammar.phrases.is_definite(start):
        return end
    if not all(grammar.group(at, "person") in _MEN_OF_ARMS and not _is_whole(grammar, at) for at in (start, end)):
        return end
    past = grammar.phrases.end(end, limit, _ONE_ACTOR)
    return past if end + 1 < past < limit and grammar.tokens[past].word.conjunction == "و" else end


def _is_whole(grammar: Grammar, at: int) -> bool:
    """مسلحين, مقاتلون: a form that nothing can be added to, as to مقاتلي الحزب."""
    return grammar.tokens[at].word.bare.endswith(("ين", "ون"))


_MEN_OF_ARMS = frozenset({"military", "militant", "police"})


def _is_land(grammar: Grammar, at: int) -> bool:
    """مصر, والأردن, المصري: a land, or the adjective of one with the article."""
    word = grammar.tokens[at].word
    return "country" in word.labels or (bool(word.article) and "demonym" in word.labels)


_TWO = 2


def _in_marks(grammar: Grammar, at: int) -> Range | None:
    """بين «داعش» | و«النصرة»: a second side in marks, with the letter that joins it before them."""
    if at + 1 >= len(grammar.tokens) or grammar.tokens[at].norm != "و" or (marked := grammar.layout.marked(at + 1)) is None:
        return None
    return marked[0], min(grammar.limit(at), marked[1])


def _with_theirs(grammar: Grammar, end: int, limit: int, more: bool = False) -> int:
    """بين الجيش والحوثيين | وحلفائهم: who belongs to a side, as a pronoun says, is on it.

    ``more``: only where another side stands behind (بين القوات | وحلفائها | والحوثيين, not بين طالبان | وأعدائهم).
    """
    theirs = end < limit and grammar.tokens[end].word.conjunction == "و" and grammar.phrases.is_owned(end)
    if not theirs or grammar.parts[end] != NOUN:
        return end
    past = grammar.phrases.end(end, limit, _ONE_ACTOR)
    return past if not more or (past < limit and grammar.tokens[past].word.conjunction == "و") else end


def _past_apposition(grammar: Grammar, mark: Mark, at: int) -> int:
    """اشتباكات في تعز، ثالث أكبر مدن البلاد، | بين الجيش والمسلحين: the token behind two commas that say more of a place."""
    commas = [k for k in range(mark.end, at) if grammar.is_comma(k)]
    closed = len(commas) == 2 and commas[1] == at - 1 and mark.entry.frame == "M"
    return commas[1] if closed and not grammar.tokens[commas[0] + 1].word.conjunction else mark.end


def _opposed(grammar: Grammar, at: int) -> tuple[Range, Range] | None:
    """بين الجيش ورجال القبائل | من جهة والمسلحين من جهة أخرى: before "on one hand" is one side, behind it the other."""
    limit = min(grammar.limit(at), at + _OPPOSED, len(grammar.tokens) - 3)
    apart = next((k for k in range(at + 2, limit) if _is_hand(grammar, k)), None)
    if apart is None or any(grammar.parts[k] in (VERB, THAT) or grammar.is_comma(k) for k in range(at + 1, apart)):
        return None
    start = apart + 2 + grammar.is_comma(apart + 2)
    start += grammar.tokens[start].norm == "وبين"
    if not grammar.tokens[start - (grammar.tokens[start - 1].norm == "وبين")].word.conjunction or not grammar.phrases.begins(start):
        return None
    return (at + 1, apart), (start, grammar.phrases.end(start, grammar.limit(start), ACTOR))


def _is_hand(grammar: Grammar, at: int) -> bool:
    """من جهة, من طرف, من ناحية: on one hand; not من جهة | أخرى, nor of whose side it is."""
    behind = grammar.tokens[at + 2]
    joined = bool(behind.word.conjunction) or grammar.is_comma(at + 2)
    return grammar.tokens[at].norm == "من" and grammar.tokens[at + 1].norm in _HANDS and joined


_HANDS, _OPPOSED = frozenset({"جهه", "طرف", "ناحيه", "جانب"}), 24


def past_happening(grammar: Grammar, mark: Mark) -> int:
    """اشتباكات دارت | مع المسلحين: the token behind a verb that only says that a fight happens; else where its words end."""
    for at in range(mark.end, min(mark.end + _ADJECTIVES, grammar.limit(mark.index))):
        if grammar.parts[at] == VERB:
            return at + 1 if mark.entry.frame == "M" and _goes_on(grammar, at) else mark.end
        if grammar.parts[at] != NOUN:
            return mark.end
    return mark.end


_ADJECTIVES = 4


def _is_aimed(grammar: Grammar, at: int) -> bool:
    """غارات تركزت | على المواقع, الهجوم الذي نفذ | على القاعدة, شنها | على المدينة; not يقع على الأرض."""
    aimed = grammar.light(at) == "actor" or grammar.tokens[at].word.core.startswith(_AIMED)
    return grammar.parts[at] == VERB and aimed


_AIMED = ("تركز", "تتركز", "يتركز", "فرض", "تفرض")


def faced(grammar: Grammar, mark: Mark) -> Range | None:
    """العملية التي جرت ضد | الجماعة, اشتباكات خاضها مع | المسلحين: against whom, behind one verb."""
    if mark.entry.group != "attack" and mark.entry.lemma != "حاصر":  # حصار فرضته | على المدينة
        return None
    limit, verb = min(grammar.limit(mark.index), mark.end + 2 * _NEAR), False
    for at in range(mark.end, limit - 1):
        if grammar.is_comma(at) or grammar.parts[at] == THAT or (verb and grammar.parts[at] == VERB):
            return None
        if grammar.parts[at] == VERB:
            if not (grammar.light(at) in ("event", "actor") or any(one.pronoun for one in grammar.tokens[at].word.analyses)):
                return None
            verb = True
        verb = verb or grammar.tokens[at].word.core.startswith("جرت")
        against = grammar.tokens[at].norm == "ضد" or (mark.entry.frame == "M" and grammar.tokens[at].norm == "مع")
        if grammar.tokens[at].norm == "علي" and mark.entry.frame != "M" and _is_aimed(grammar, at - 1):
            return after(grammar, at, frozenset({"علي"}))  # غارات تركزت | على المواقع, الهجوم الذي نفذ | على القاعدة
        if verb and against:
            marked = grammar.layout.marked(at + 1)
            return marked or somebody(grammar, at + 1, grammar.phrases.end(at + 1, grammar.limit(at), ACTOR))
    return None


def _where_between(grammar: Grammar, mark: Mark) -> int | None:
    """اشتباكات | بين الجيش والمسلحين: where بين stands before the sides of an event; no two places that a road links."""
    limit = min(grammar.limit(mark.index), mark.end + (2 * REACH if mark.entry.frame == "M" else REACH), len(grammar.tokens) - 1)
    near = (k for k in range(mark.end, limit) if grammar.tokens[k].norm == "بين" and not is_now_and_then(grammar, k + 1))
    at = next((k for k in near if not _parts_lands(grammar, k - 1)), None)
    if at is None or (grammar.is_comma(at - 1) and mark.entry.frame != "M") or _lies_there(grammar, mark, at):
        return None
    return None if grammar.parts[at + 1] == NUMERAL or grammar.tokens[at + 1].word.core in _FATES else at


def _joins(grammar: Grammar, at: int) -> bool:
    """اشتباكات بين مجموعتين ليل الجمعة | والسبت: a day that و joins is no side."""
    return bool(grammar.tokens[at].word.conjunction) and at not in grammar.phrases.dated


def _parts_lands(grammar: Grammar, at: int) -> bool:
    at -= grammar.tokens[at].word.core.startswith("فاصل")
    return grammar.tokens[at].word.core.startswith(_PARTING)


_PARTING = ("حدود", "تماس")
"""اشتباكات عند | الحدود بين البلدين, عند خط | الحدود الفاصل بين البلدين: what lies between two lands."""


_BOTH = ("طرف", "جانبين", "فريقين", "خصمين")
"""معارك بين | الطرفين في الخرطوم ومدن أخرى: both sides in one word."""


_FATES = word_list("fate of victims")
"""سقوط مسلحين بين | قتيل وجريح: how they fell, not who fights whom."""


def is_now_and_then(grammar: Grammar, at: int) -> bool:
    """غارات بين | الحين والآخر: times, no sides."""
    return at < len(grammar.tokens) and grammar.tokens[at].word.core in _TIMES


_TIMES = word_list("now and then")


def _is_anothers(grammar: Grammar, mark: Mark, at: int) -> bool:
    """الهجوم الذي أتى قبل المحادثات | بين الحكومة والحركة: behind a verb or another deed they are not its sides."""
    return any(
        grammar.parts[k] == VERB
        or (grammar.parts[k] == NOUN and grammar.phrases.is_event_noun(k) and not grammar.phrases.is_adjective(k))
        for k in range(mark.end, at)
    )


def _is_with_another(grammar: Grammar, mark: Mark, at: int) -> bool:
    """محادثات مع مسؤولين لخفض التوتر | بين بلدين, غارة هي الأعنف منذ الحرب | بين بلدين: whoever one meets is named before, or what
    stands behind بين is of a time that is long past."""
    norms = grammar.layout.norms
    if mark.entry.group == "meet" and ("مع" in norms[mark.end : at - 1] or _is_of_deal(grammar, mark, at)):
        return True
    since = next((k for k in range(mark.end, at - 1) if norms[k] == "منذ"), None)
    return since is not None and grammar.phrases.has_article(at - 1) and since + 2 == at and since + 1 not in grammar.phrases.dated


def _is_of_deal(grammar: Grammar, mark: Mark, at: int) -> bool:
    """محادثات بشأن اتفاق نووي | بين بلدين: the two sides of the deal that is talked about."""
    near = range(max(mark.end + 1, at - 3), at)
    return any(grammar.tokens[k].word.core.startswith("اتفاق") and not grammar.phrases.has_article(k) for k in near)


def _lies_there(grammar: Grammar, mark: Mark, at: int) -> bool:
    """المنطقة الواقعة | بين جوبا وبور, الطريق بين مدينتي كيدال وغاو: two places between which something lies fight nobody."""
    if grammar.tokens[at - 1].word.core.removesuffix("ه") in _LINKS:
        return True
    towns = grammar.tokens[at + 1].word.core in _TWO_TOWNS
    lies = grammar.tokens[at - 1].word.core in _BEFORE_TOWNS and (towns or at + 1 in grammar.place_at)
    return lies or (towns and mark.entry.frame != "M")


_LINKS, _TWO_TOWNS, _BEFORE_TOWNS = word_list("links two places"), word_list("two towns"), word_list("lies between towns")
"""الطريق الرابط | بين محافظتين: what lies between two places is no fight of theirs."""


def _goes_on(grammar: Grammar, at: int) -> bool:
    """معارك | تدور بين, مواجهات | تشهدها المدينة بين: a verb that only says that it happens, or where."""
    where = grammar.light(at) == "place" and any(one.pronoun in ("ه", "ها") for one in grammar.tokens[at].word.analyses)
    return grammar.light(at) == "event" or where
