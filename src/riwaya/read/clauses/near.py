"""Phrases near a trigger: right behind it, behind a preposition, behind the first phrase, and what belongs to a phrase."""

from __future__ import annotations

from riwaya.lang.ar.parts import ADVERB, NOUN, NUMERAL, PREPOSITION, QUANTIFIER, RELATIVE, THAT, VERB
from riwaya.lang.ar.thing_groups import SITES
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.between import HOUR, approximates, is_of_many, past_about, past_aside, past_hour, room
from riwaya.read.clauses.further_deeds import is_further_deed
from riwaya.read.clauses.gatherings import is_gathering
from riwaya.read.clauses.left_over import what_is_left
from riwaya.read.clauses.said_which import described
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUFFERER, Manner
from riwaya.read.phrases.names import LABEL

REACH, _NO_PLACE = 14, ("حصيله", "اثناء", "قريب")
_KINDS = frozenset({"person", "thing", "source", "country", "trigger", "quantifier"})
ACTOR = Manner(stops=frozenset({"ب", "عن", "علي", "الي", "في", "ل", "من", "ضد"}), split=True)
TARGET = Manner(stops=frozenset({"ب", "عن", "علي", "الي", "في", "ضد"}))
SPLIT_TARGET, _OF_TARGET = (Manner(TARGET.stops | more, split=True) for more in (frozenset[str](), frozenset({"من"})))


def counted_noun(grammar: Grammar, at: int, end: int) -> int:
    """ستة من | القتلى, عشرات | الجنود, عدد كبير من | الآليات: the noun behind numbers and quantities; the last of them for none."""
    while at + 1 < end and (grammar.parts[at] in (NUMERAL, QUANTIFIER) or is_of_many(grammar, at)):
        at += 1
    return at


def phrase_behind(grammar: Grammar, at: int) -> Range | None:
    """The noun phrase right behind, times, adverbs and brackets aside."""
    limit = grammar.limit(at - 1)
    at = past_hour(grammar, at, limit) if at < limit and not grammar.layout.lacks(HOUR) else at
    while at < limit and (
        at in grammar.date_at or grammar.parts[at] == ADVERB or at in grammar.layout.brackets or _is_pronoun_phrase(grammar, at)
    ):
        at = grammar.date_at[at].end if at in grammar.date_at else max(at + 1, grammar.skip_bracket(at))
    if at < limit and (is_manner(grammar, at) or _describes_owned(grammar, at)):
        at += 1
    word = grammar.tokens[at].word if at < limit and at not in grammar.phrases.befallen else None
    if word is None or not grammar.phrases.begins(at) or word.preposition or word.conjunction:
        return None
    end = grammar.phrases.end(at, limit, SPLIT_TARGET)
    last = end - at > 1 and grammar.phrases.has_article(at) and grammar.tokens[end - 1].norm in ("اخر", "اول", "ابرز")
    return (at, end - last)  # القصر الجمهوري | آخر معقل للجماعة


def _describes_owned(grammar: Grammar, at: int) -> bool:
    """هجومها | الكبير: an adjective with the article behind a noun with a pronoun describes that noun."""
    phrases = grammar.phrases
    led = grammar.tokens[at].word.preposition  # لقائها | بالمساعد الخاص
    return at > 0 and not led and phrases.has_article(at) and phrases.is_adjective(at) and phrases.is_owned(at - 1)


def is_manner(grammar: Grammar, at: int) -> bool:
    """An accusative that says how: جميعا، جزئيا."""
    word = grammar.tokens[at].word
    return "\u064b" in grammar.tokens[at].raw and not word.labels & {"person", "thing", "source", "country", "number", "trigger"}


def _is_pronoun_phrase(grammar: Grammar, at: int) -> bool:
    """A preposition with its pronoun: إليها، عليه، منهم."""
    found = grammar.tokens[at].word.find("prep")
    return found is not None and bool(found.pronoun)


def passing(grammar: Grammar, mark: Mark) -> Range | None:
    """انفجر لغم لدى مرور | دورية, تفجير عند وصول | القافلة: who passes when something goes off is whom it is meant for."""
    limit = min(grammar.limit(mark.index), mark.end + 2 * REACH)
    for at in range(mark.end + 1, limit - 1):
        word, before = grammar.tokens[at].word, grammar.tokens[at - 1].word
        if grammar.parts[at] == THAT:
            return None
        if word.core in _PASSING and before.core in _WHEN and grammar.phrases.begins(at + 1):
            return at + 1, grammar.phrases.end(at + 1, limit, SPLIT_TARGET)
    return None


_HUNDREDTHS = frozenset({"مئه", "مايه", "مائه"})  # 80 في المئة | من المخازن
_PASSING, _WHEN = word_list("passing"), word_list("while passing")


def with_share(grammar: Grammar, where: Range) -> Range:
    """تسيطر على 80 | % من المدينة: a share with what it is a share of."""
    end, limit = where[1], grammar.limit(where[0])
    end += end + 1 < limit and grammar.tokens[end].norm == "في" and grammar.tokens[end + 1].word.core in _HUNDREDTHS
    if end >= limit or (grammar.tokens[end].word.core not in _HUNDREDTHS and grammar.tokens[end].raw not in ("%", "٪")):
        return where
    led = end + 2 < limit and grammar.tokens[end + 1].norm == "من" and grammar.phrases.begins(end + 2)
    return where[0], grammar.phrases.end(end + 2, limit, TARGET) if led else end + 1


def second_phrase(grammar: Grammar, first: Range) -> Range | None:
    """An object behind a subject: the noun phrase that begins where the first ends."""
    at = first[1]
    limit = grammar.limit(first[0])
    while at < limit and (at in grammar.date_at or grammar.parts[at] == ADVERB):
        at = grammar.date_at[at].end if at in grammar.date_at else at + 1
    if at >= limit or not grammar.phrases.begins(at) or grammar.tokens[at].word.conjunction or grammar.tokens[at].word.preposition:
        return None
    if grammar.parts[at] == NUMERAL and grammar.parts[first[0]] == NUMERAL:
        return None
    return (at, grammar.phrases.end(at, limit, SUFFERER))


def _tail(grammar: Grammar, mark: Mark) -> int:
    """The token behind a trigger and the noun that belongs to it (بسط سيطرته | على المدينة)."""
    if mark.companion != mark.index + 1:  # ألقت الشرطة، أمس، | القبض | على المتهم
        own = mark.entry.group == "arrest" and grammar.parts[mark.companion] == NOUN
        return max(mark.end, mark.companion + 1) if own else mark.end
    own = "trigger" in grammar.tokens[mark.companion].word.labels and mark.entry.group not in ("leave", "move")
    return max(mark.end, mark.companion + 1) if own else mark.end


def after_preposition(grammar: Grammar, mark: Mark) -> Range | None:
    """The phrase behind a preposition that the trigger's row names; behind على too for an attack."""
    return after(grammar, _tail(grammar, mark), mark.entry.preps | ({"علي", "ضد"} if mark.entry.type == "ASSAULT" else frozenset()))


def after(grammar: Grammar, start: int, preps: frozenset[str]) -> Range | None:
    """The noun phrase behind the first of some prepositions in the clause."""
    limit = min(grammar.limit(max(0, start - 1)), start + REACH)
    at = start
    while at < limit:
        if (past := past_aside(grammar, at, limit, named=True)) > at:
            at = past
            continue
        if grammar.parts[at] in (VERB, THAT, RELATIVE) or (grammar.is_comma(at) and not _goes_on(grammar, at, preps)):
            return None
        if is_further_deed(grammar, at) or grammar.tokens[at].norm == "بسبب":
            return None
        if (found := _governed(grammar, at, limit, preps)) is not None:
            return found
        at += 1
    return _behind_label(grammar, limit, preps)


def _behind_label(grammar: Grammar, close: int, preps: frozenset[str]) -> Range | None:
    """نفذ «ضربات مكثفة» | على المواقع: right behind the mark that closes a few words, the phrase of a preposition."""
    opened, behind = grammar.layout.opening.get(close), close + 1
    if opened is None or close - opened > LABEL or behind + 1 >= len(grammar.tokens) or grammar.parts[behind] != PREPOSITION:
        return None
    return _governed(grammar, behind, grammar.limit(behind), preps)


def _goes_on(grammar: Grammar, comma: int, preps: frozenset[str]) -> bool:
    """سيطر «داعش»، | على البلدة: a comma behind marks or a time, right before the preposition that is asked for."""
    closed = comma - 1 in grammar.layout.opening or comma - 1 in grammar.phrases.dated
    led = comma + 1 < len(grammar.tokens) and grammar.parts[comma + 1] == PREPOSITION
    site = led and grammar.tokens[comma + 1].norm == "علي" and thing_group(grammar, comma + 2) in SITES  # غارات، | على مقرات
    return led and (closed or site) and grammar.tokens[comma + 1].norm in preps


def _is_neighbour(grammar: Grammar, at: int) -> bool:
    """على الحدود | مع باكستان, الشريط الحدودي | مع تشاد: behind whose border it happens, no side; اشتباكات حدودية | مع تشاد."""
    core, guard = grammar.tokens[at - 1].word.core, grammar.tokens[at - 2].word.labels & {"person", "source"}  # قوات الحدود | مع
    border = not guard if core == "حدود" else core in ("حدودي", "حدوديه") and not grammar.phrases.is_event_noun(at - 2)
    return border and grammar.tokens[at].norm == "مع"


def _governed(grammar: Grammar, at: int, limit: int, preps: frozenset[str]) -> Range | None:
    """The phrase of one of some prepositions that stands at a token or is written onto its word."""
    token = grammar.tokens[at]
    bare = grammar.parts[at] != PREPOSITION and not token.word.preposition
    helped = token.norm == "مع" and grammar.phrases.is_help(at - 1)  # ناقش الأزمة بالتنسيق | مع المنظمة
    of_them = token.norm == "من" and grammar.parts[at - 1] == NUMERAL and at + 1 < limit
    if bare or helped or _is_neighbour(grammar, at) or (of_them and person_group(grammar, at + 1)):
        return None
    adverb = at + 1 < limit and _MANNERS & {grammar.tokens[at + 1].word.core, grammar.tokens[at + 1].norm}
    if token.word.core == "علي" and adverb and not _is_fired(grammar, at - 1):
        return None
    if "بحق" in preps and grammar.layout.norms[at : at + 2] == ["في", "حق"] and at + 2 < limit and grammar.phrases.begins(at + 2):
        return (at + 2, counted_end(grammar, at + 2, grammar.limit(at), TARGET))
    if grammar.parts[at] == PREPOSITION and token.word.core in preps and at + 1 < limit:
        if (marked := grammar.layout.marked(at + 1)) is not None:
            return marked
        if (left := what_is_left(grammar, at + 1)) > at + 1:  # فرض حصارا على | من تبقى من المسلحين
            return at + 1, left
        if grammar.phrases.begins(at + 1) or approximates(grammar, at + 1, limit):
            return (at + 1, counted_end(grammar, at + 1, grammar.limit(at), TARGET))
    beside = token.word.preposition == "ب" and token.word.core in ("قرب", "جوار", "محاذاه", "مقربه")  # انفجرت | بالقرب من المسرح
    nominal = grammar.parts[at] in (NOUN, NUMERAL, QUANTIFIER)  # دفع الجيش | بمئات الجنود
    if token.word.preposition in preps and token.word.preposition and nominal and not beside:
        return (at, counted_end(grammar, at, grammar.limit(at), TARGET))
    return None


def _is_fired(grammar: Grammar, at: int) -> bool:
    """أطلق الجنود | النار على دراجة, أطلقت طائرة | صاروخين على دراجة: at what something is fired; not أطلق رجل على دراجة النار."""
    fired = grammar.tokens[at].word.core in ("نار", "رصاص") or thing_group(grammar, at) in ("weapon", "munition")
    return fired and thing_group(grammar, at + 2) == "vehicle"


_MANNERS = word_list("adverb of على")
"""What على makes an adverb: على الأكثر (but على أكثر من عشر قرى), على نطاق واسع, على مدى أعوام."""


def counted_end(grammar: Grammar, at: int, limit: int, manner: Manner) -> int:
    """Where a phrase ends that may open with words of approximation, and that leaves out who loses what is taken."""
    start = past_about(grammar, at, limit)
    end = grammar.phrases.end(start, room(grammar, start, limit), manner)
    if grammar.parts[start] != NUMERAL:
        return end
    where = (k for k in range(start + 1, end - 1) if grammar.tokens[k].norm == "في" and k + 1 in grammar.place_at)
    return next(where, end)


def by_clitic(grammar: Grammar, mark: Mark, preposition: str) -> Range | None:
    """The phrase right behind a trigger whose first word carries a preposition (هجمات | للمسلحين)."""
    at = grammar.past_mark(mark.end)
    at += at < grammar.limit(mark.index) and _describes_owned(grammar, at)  # قصفها | العنيف | للبلدة
    if at >= grammar.limit(mark.index) or grammar.tokens[at].word.preposition != preposition or lasts(grammar, at):
        return None
    tears = grammar.tokens[at - 1].word.core.startswith("مسيل")  # إطلاق الغاز المسيل | للدموع
    return None if tears else (at, grammar.phrases.end(at, grammar.limit(mark.index), TARGET))


def halted(grammar: Grammar, mark: Mark) -> Range | None:
    """وقف | الغارات الجوية, علق الجيش | عملياته: what is halted suffers; the fire that ceases (إطلاق النار) is no target."""
    at = mark.companion
    if mark.entry.group != "stop" or mark.entry.lemma not in _HALTS or at <= mark.index:
        return None
    if grammar.tokens[at].word.core.startswith(("اطلاق", "نار", "نيران", "حصار", "اجراءات")):
        return None
    start = at - (at - 1 > mark.index and grammar.parts[at - 1] == QUANTIFIER)
    return start, grammar.phrases.end(start, grammar.limit(mark.index), TARGET)


_HALTS = frozenset({"أوقف", "علق", "أنهى", "توقف"})


def is_victim(grammar: Grammar, where: Range) -> bool:
    """Whether a phrase is headed by a number or by persons who are no force."""
    if grammar.parts[where[0]] in (NUMERAL, QUANTIFIER):
        return True
    return (found := grammar.tokens[where[0]].word.find("person")) is not None and not found.article


def person_group(grammar: Grammar, index: int) -> str:
    """The class of the person noun at a token, empty where none stands."""
    return grammar.group(index, "person")


def source_group(grammar: Grammar, index: int) -> str:
    """The class of the noun of a source at a token, empty where none stands."""
    return grammar.group(index, "source")


def thing_group(grammar: Grammar, index: int) -> str:
    """The class of the noun of a thing at a token, empty where none stands."""
    return grammar.group(index, "thing")


def is_place(grammar: Grammar, index: int) -> bool:
    """Whether a named place or a noun of a settlement, position or building stands at a token."""
    return index in grammar.place_at or thing_group(grammar, index) in SITES


def whole(grammar: Grammar, where: Range, limit: int) -> Range:
    """A short target goes on with whose it is or what describes it: أهدافا | للتنظيم, قافلة | تضم شاحنات."""
    where = _with_kind(grammar, where, limit)
    at = where[1]
    if where[1] - where[0] > _SHORT or at >= limit:
        return where
    token, head = grammar.tokens[at], where[0] + (grammar.tokens[where[0]].word.core == "اخر")  # آخر معقل | للمسلحين
    more = grammar.parts[head] == NUMERAL and at - head > 1  # not انتحاري يقتل | 25 في سوق
    thing = "thing" in grammar.tokens[head].word.labels or more or is_gathering(grammar, head)
    force = person_group(grammar, where[0]) == "unit" and not grammar.phrases.is_definite(where[0])
    if (thing or force) and grammar.parts[at] == NOUN and token.word.preposition == "ل" and not _is_why(grammar, where[0], at):
        return where[0], grammar.phrases.end(at, limit, _OF_TARGET)
    if grammar.tokens[at - 1].word.core in _LYING and _leads(grammar, at, limit):
        return where[0], grammar.phrases.end(at + (grammar.parts[at] == PREPOSITION), limit, ACTOR)
    if at + 1 >= limit:
        return where
    counted = grammar.parts[where[0]] == NUMERAL or "number" in (labels := grammar.tokens[where[0]].word.labels)
    counted = counted or (not labels & _KINDS and grammar.phrases.end(where[0], limit, TARGET) > at)  # إرسال مزيد | من القوات
    if counted and token.norm == "من" and grammar.phrases.begins(at + 1) and not is_place(grammar, at + 1):
        return where[0], grammar.phrases.end(at + 1, limit, TARGET)
    if (end := _body_end(grammar, where, limit)) > at:
        return where[0], end
    inside = token.norm == "في" and grammar.phrases.begins(at + 1) and not _is_deed(grammar, at + 1, limit)
    inside = inside and not ("timeword" in grammar.tokens[at + 1].word.labels or grammar.tokens[at + 1].word.core in _NO_PLACE)
    if thing and inside and not grammar.phrases.is_definite(where[1] - 1):
        return where[0], grammar.phrases.end(at + 1, limit, ACTOR)
    if thing and token.norm == "ل" and (marked := grammar.layout.marked(at + 1)) is not None:
        return where[0], min(limit, marked[1])
    if (end := _governed_end(grammar, where, limit)) > at:
        return where[0], end
    return described(grammar, where, limit)


def before_count(grammar: Grammar, index: int) -> int:
    """في | ثاني هجوم, في | 23 غارة, في | سلسلة غارات, فجروا | عددا من العبوات: the token before what counts an attack noun."""
    at = index - 1
    at -= at > 1 and grammar.tokens[at].norm == "من" and _counts_deeds(grammar, at - 1)
    while at > 0 and _counts_deeds(grammar, at):
        at -= 1
    return at


def _counts_deeds(grammar: Grammar, at: int) -> bool:
    return grammar.parts[at] in (NUMERAL, QUANTIFIER) or grammar.tokens[at].word.core in _COUNTING


def counts_deed(grammar: Grammar, where: Range, index: int) -> bool:
    """شنت | سلسلة غارات, شن | المزيد من الغارات: a quantity right before an event noun says how many, not who."""
    last = index - 1 - (grammar.tokens[index - 1].norm == "من")
    quantity = grammar.parts[where[0]] == QUANTIFIER or grammar.tokens[where[0]].word.core in _QUANTITIES
    return quantity and where == (last, last + 1)


def _is_deed(grammar: Grammar, at: int, limit: int) -> bool:
    """في | هجوم, في | ثاني هجوم: an event noun, counted or not."""
    while at < limit and _counts_deeds(grammar, at):
        at += 1
    return at < len(grammar.tokens) and "trigger" in grammar.tokens[at].word.labels


_SHORT = 2
_COUNTING, _QUANTITIES = word_list("counts or frames attacks"), frozenset({"مزيد", "عديد", "عدد", "مجموعه", "جمله"})


def _with_kind(grammar: Grammar, where: Range, limit: int) -> Range:
    """استعراضا | عسكريا للجماعة: a gathering in the accusative with the adjective that says of which kind it is."""
    at = where[1]
    kind = at < limit and grammar.tokens[at].norm.endswith("يا") and grammar.tokens[at - 1].norm.endswith("ا")
    kind = kind and not grammar.tokens[at].word.preposition
    return (where[0], at + 1) if kind and is_gathering(grammar, where[0]) else where


def _is_why(grammar: Grammar, head: int, at: int) -> bool:
    """مواقع | لقصف المدينة, البلدة | للقيام بتفتيش, المدينة | لساعات: a deed with ل is why, a measure how long, not whose."""
    phrases, carried = grammar.phrases, grammar.tokens[at].word.labels >= {"light", "masdar"} or lasts(grammar, at)
    return carried or phrases.comes_for(at) or phrases.is_masdar(at) or phrases.is_aim(at) or phrases.is_charge(head, at)


def lasts(grammar: Grammar, at: int) -> bool:
    """حصارها | لأيام, قصف المدينة | لليوم الثالث, | لثاني مرة, | لأكثر من مرة: how long or how often."""
    return bool(grammar.tokens[at].word.labels & {"timeword", "measure"}) or grammar.phrases.is_how_often(at)


def _is_body(grammar: Grammar, at: int) -> bool:
    """قياديا في | حماس: a body that the tables or the register name."""
    word = grammar.tokens[at].word
    return "source" in word.labels or (grammar.register.names_one(word.core) and at not in grammar.place_at)


def _body_end(grammar: Grammar, where: Range, limit: int) -> int:
    """قياديا | في حماس, القيادي | في المقاومة أحمد سالم: where a person goes on with his body; the same token where none stands."""
    at, head = where[1], grammar.tokens[where[0]].word
    if grammar.tokens[at].norm != "في" or "person" not in head.labels or not _is_body(grammar, at + 1):
        return at
    if not grammar.phrases.is_definite(where[0]):
        return grammar.phrases.end(at + 1, limit, ACTOR)
    second = at == where[0] + 2 and head.core in _RANKED  # الرجل الثاني | في الحركة
    member = second or (at == where[0] + 1 and head.core in _MEMBERS)
    return _with_name(grammar, grammar.phrases.end(at + 1, limit, ACTOR), limit) if member else at


def _with_name(grammar: Grammar, end: int, limit: int) -> int:
    """القيادي في المقاومة | أحمد سالم: a member of a body goes on with his name."""
    return grammar.phrases.end(end, limit, ACTOR) if end < limit and grammar.phrases.is_name(end) else end


_MEMBERS, _RANKED = word_list("member of a body"), ("رجل", "قائد", "قيادي", "مسوول")


def _governed_end(grammar: Grammar, where: Range, limit: int) -> int:
    """أجزاء واسعة | من المدينة, التحالف | بقيادة الدولة, شيوخا | متهمين بالتحريض: what a short phrase needs."""
    at = where[1]
    token, before = grammar.tokens[at], grammar.tokens[at - 1]
    led = token.norm in _LED or (token.norm == "تحت" and grammar.tokens[at + 1].word.core in _HELD)
    if led and grammar.phrases.begins(at + 1):
        return grammar.phrases.end(at + 1, limit, ACTOR)
    charged = grammar.parts[at] == NOUN and token.word.core.startswith(_CHARGED) and not grammar.phrases.is_definite(at)
    if charged and not token.word.conjunction and grammar.phrases.preposition_of(grammar.tokens[at + 1]) == "ب":
        return grammar.phrases.end(at + 1, limit, ACTOR)
    portion = (
        token.norm == "من" and at > where[0] + 1 and grammar.tokens[where[0]].word.core in _PORTIONS and is_place(grammar, at + 1)
    )
    if portion:
        return grammar.phrases.end(at + 1, limit, ACTOR)
    takes = before.word.core in _TAKING and (where[1] - where[0] == 1 or grammar.tokens[at - 2].norm == "من")
    if takes and token.norm in ("في", "عن", "علي", "الي") and grammar.phrases.begins(at + 1):
        return grammar.phrases.end(at + 1, limit, ACTOR)
    return at


def _leads(grammar: Grammar, at: int, limit: int) -> bool:
    """تلال مشرفة | على البلدة, قرى محيطة | بالمدينة: a preposition before a noun, or written onto it."""
    free = grammar.tokens[at].norm in ("علي", "الي", "من") and at + 1 < limit and grammar.phrases.begins(at + 1)
    return free or (grammar.parts[at] == NOUN and grammar.tokens[at].word.preposition in ("ب", "ل"))


_PORTIONS, _LYING = word_list("portion of a place"), word_list("says where something lies")
_CHARGED = ("متهم", "مشتبه", "متورط", "مرتبط", "موال")
_LED, _HELD, _TAKING = word_list("led"), word_list("held"), word_list("needs a complement")
"""Participles that need what stands behind their preposition: مسؤولا | عن الملف, المتمردين | على الشرعية."""
