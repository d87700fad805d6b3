"""Whether the genitive of an event noun does the deed or suffers it: هجوم | الجيش, مقتل | الجندي."""

from __future__ import annotations

from riwaya.lang.ar.gazetteer import capital_names
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import AUXILIARY, PREPOSITION, RELATIVE, THAT, VERB
from riwaya.lang.ar.thing_groups import HARDWARE, HITTABLE
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Word
from riwaya.read.clauses.able import acts
from riwaya.read.clauses.between import past_belief
from riwaya.read.clauses.forces import is_body, is_force
from riwaya.read.clauses.near import TARGET, after, counted_noun, is_place, person_group, thing_group
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.bearers import enabled
from riwaya.read.roles.control import holder
from riwaya.read.roles.genitives import is_done_to_all, is_downing
from riwaya.read.roles.nounobjects import fights_whom, is_owners, is_ready_to, object_behind, received_later
from riwaya.spelling import folded

_ACTIVE_NOUNS = word_list("genitive acts")
"""Lemmas of event nouns whose genitive acts: هجوم الجيش, زيارة الوزير."""
_AGAINST = frozenset({"علي", "ضد", "بحق", "تجاه"})
_SOMEBODY = frozenset({"person", "country"})


def genitive_acts(grammar: Grammar, mark: Mark, genitive: Range) -> bool:
    """Whether the genitive of an event noun is who acts (هجوم الجيش) rather than who suffers (مقتل الجندي)."""
    if (mark.entry.frame.startswith("A") and not mark.entry.frame.startswith("AO")) or _puts_down(grammar, mark, genitive):
        return not (mark.entry.group == "attack" and _is_scene(grammar, genitive[0]))
    if mark.entry.group == "stop" and mark.entry.frame == "N":  # التزام | الحركة بالهدنة
        return is_force(grammar, genitive)
    if is_downing(mark) and thing_group(grammar, genitive[0]) in HARDWARE:  # إسقاط | طائرتين لأذربيجان
        return False
    if is_owners(grammar, genitive) or is_ready_to(grammar, mark) or fights_whom(grammar, mark, genitive):
        return False
    if _is_anothers(grammar, mark, genitive):
        return False
    if genitive[0] in grammar.layout.closing:
        if thing_group(grammar, genitive[0] + 1) in HITTABLE and not grammar.tokens[genitive[0] + 1].word.labels & _SOMEBODY:
            return False  # هدد بقصف | «مراكز القيادة»
        active = folded(mark.entry.lemma) in _ACTIVE_NOUNS and not _is_done_to(grammar.tokens[mark.index].word)
        kills = mark.entry.group == "attack" and mark.entry.counted == "target" and genitive[0] + 1 not in grammar.place_at
        hits = kills and object_behind(grammar, genitive) is not None  # إعدام «الحركة» | خمسة أسرى
        return active or hits or _hits_by_clitic(grammar, mark, genitive)
    return _state_acts(grammar, mark, genitive) if is_place(grammar, genitive[0]) else _party_acts(grammar, mark, genitive)


def _is_anothers(grammar: Grammar, mark: Mark, genitive: Range) -> bool:
    """حق الدولة في قصف | الحركة, قدرة الجيش على قصف | المتمردين: who may or can do it stands before; the genitive suffers it."""
    word = grammar.tokens[mark.index].word
    if mark.entry.frame != "AO" or mark.entry.group != "attack" or word.core.startswith(_OWN_DEEDS) or word.bare.endswith("ات"):
        return False
    hits = after(grammar, genitive[1], _AGAINST) is not None or _hits_by_clitic(grammar, mark, genitive)
    return not hits and (_is_a_right(grammar, mark) or (enabled(grammar, mark) or holder(grammar, mark)) is not None)


def _is_a_right(grammar: Grammar, mark: Mark) -> bool:
    """أيدت حق حليفتها في | قصف المتمردين: what somebody has a right to do, whoever it is."""
    before = grammar.tokens[max(0, mark.index - _RIGHT) : mark.index]
    led = len(before) > 1 and before[-1].norm == "في"
    return led and any(token.word.core == "حق" and not token.word.article for token in before)


_OWN_DEEDS, _RIGHT = ("هجوم", "ضربه", "غاره"), 5


def _state_acts(grammar: Grammar, mark: Mark, genitive: Range) -> bool:
    """قصف | تركيا لقرية, إرسال | تركيا قوات, هجوم | تركيا على القرية: a country, if it is told to whom or what it is done."""
    word = grammar.tokens[genitive[0]].word
    if "country" not in word.labels:  # غزو | موسكو لأوكرانيا, not قصف | صنعاء للمرة الثانية
        told = genitive[1] < grammar.limit(mark.index) and genitive[1] not in grammar.date_at
        capital = genitive[1] - genitive[0] == 1 and not word.article and word.core in capital_names()
        return told and capital and _hits_by_clitic(grammar, mark, genitive) and _is_land(grammar, genitive[1])
    hits = _hits_by_clitic(grammar, mark, genitive) or object_behind(grammar, genitive) is not None
    return hits or (mark.entry.group == "attack" and after(grammar, genitive[1], _AGAINST) is not None)


def state_and_whom(grammar: Grammar, mark: Mark, at: int) -> tuple[Range, Range] | None:
    """تدريب | واشنطن | لمقاتلي المعارضة, سحب | روسيا | لقواتها: a state or its capital, and behind ل what it does it to."""
    place, word, limit = grammar.place_at.get(at), grammar.tokens[at].word, grammar.limit(mark.index)
    state = "country" in word.labels or word.core in capital_names() or grammar.layout.norms[at : at + 2] == _STATES
    if place is None or not state or mark.entry.frame != "AO" or mark.entry.group not in ("move", "leave", "hold"):
        return None
    led = place.end
    if led >= limit or grammar.tokens[led].word.preposition != "ل" or not grammar.phrases.begins(led) or led in grammar.date_at:
        return None
    if not (_is_land(grammar, led) or is_force(grammar, (led, led + 1))):
        return None
    return (at, led), (led, grammar.phrases.end(led, limit, TARGET))


_STATES = ["الولايات", "المتحده"]


def tells_where(grammar: Grammar, mark: Mark, genitive: Range, against: Range | None = None) -> bool:
    """هجوم | سروج, تفجير | بغداد: a place that an attack is called after; هجوم | بغداد على المسلحين is who attacks."""
    end, place = genitive[1], grammar.place_at.get(genitive[0])
    if place is not None and place.end < end and grammar.tokens[place.end].word.core in _ATTACK_IS:  # هجوم | سروج الانتحاري
        return True
    if mark.entry.lemma not in _CALLED or _is_done_to(grammar.tokens[mark.index].word):
        return False
    if thing_group(grammar, genitive[0]) not in ("", "settlement"):
        return False
    relative = end < grammar.limit(mark.index) and grammar.parts[end] == RELATIVE
    if (relative and _is_scene(grammar, genitive[0])) or mark.found.preposition == "ب":
        return relative and _is_scene(grammar, genitive[0])
    word = grammar.tokens[genitive[0]].word
    named = word.core in capital_names() or (place is not None and "country" not in word.labels)
    return named and against is None


_CALLED, _ATTACK_IS = ("هاجم", "اعتدى", "فجر"), word_list("says what an attack is like")


def _is_scene(grammar: Grammar, at: int) -> bool:
    """اعتداء | سروج, اعتداءات | بنغازي: a place that is no state and no capital is where it happened."""
    word = grammar.tokens[at].word
    return is_place(grammar, at) and "country" not in word.labels and word.core not in capital_names()


def _is_land(grammar: Grammar, at: int) -> bool:
    """قصف موسكو | لأوكرانيا, | لجارتها: another place, or what is told by whose it is."""
    return is_place(grammar, at) or grammar.phrases.is_owned(at)


def _party_acts(grammar: Grammar, mark: Mark, genitive: Range) -> bool:
    """هجوم | الجيش, تعزيزات | المسلحين; not مهاجمة | الجيش, ضرب | الجماعة: a force that does what the noun names."""
    force = is_force(grammar, genitive)
    core = grammar.tokens[mark.index].word.core
    if force and (core == "تعزيزات" or (mark.entry.lemma == "فجر" and core.endswith("ات"))):  # تعزيزات | المسلحين, تفجيرات | الحركة
        return True
    if (
        force and mark.entry.frame == "M" and genitive[0] != mark.companion and not grammar.phrases.is_adjective(genitive[0])
    ):  # معارك | الجيش مع المتمردين, اشتباكات | القوات الحكومية
        return True
    if _only_suffers(grammar, mark, genitive):
        return False
    if _against_whom(grammar, mark, genitive) or _storm(grammar, mark, genitive):
        return True
    if mark.entry.group in ("result", "arrest", "free", "attack") and object_behind(grammar, genitive) is not None:
        return True
    people = "person" in grammar.tokens[genitive[0]].word.labels and not grammar.phrases.is_definite(genitive[0])
    sent = mark.entry.group == "move" and people and not is_body(grammar, genitive)
    behind = object_behind(grammar, genitive) if mark.entry.frame in ("AO", "T") and force and not sent else None
    if behind is not None and not (mark.entry.group == "move" and _is_aim(grammar, behind[0])):
        return True  # not إرسال | مراقبين دوليين لليمن
    if mark.entry.group in ("result", "arrest", "free"):
        return False
    if mark.entry.lemma in ("استقبل", "زار") and _came_about(grammar, mark):  # تم استقبال | الوفد, تمت زيارة | الجرحى
        return (received_later(grammar, mark, genitive) or after(grammar, genitive[1], _TO)) is not None
    if mark.found.pronoun or mark.entry.group == "meet":
        return mark.found.preposition != "ل" and not _is_called_on(grammar, mark, genitive)
    caused = core == "حصار" and grammar.tokens[mark.index - 1].norm in _CAUSES  # بسبب حصار | قوات النظام
    active = folded(mark.entry.lemma) in _ACTIVE_NOUNS and not _is_done_to(grammar.tokens[mark.index].word)
    return force and (caused or active)


_CAUSES = word_list("because of")


def _came_about(grammar: Grammar, mark: Mark) -> bool:
    """تم | استقبال, تم خلالها | زيارة: a visit or welcome behind an auxiliary that says that it was done."""
    at = mark.index - 1
    at -= at > 0 and grammar.parts[at] == PREPOSITION
    return at >= 0 and grammar.parts[at] == AUXILIARY and not mark.found.preposition


_TO = frozenset({"الي", "ل"})


def _is_called_on(grammar: Grammar, mark: Mark, genitive: Range) -> bool:
    """منفتح على لقاء | مسؤولين, سمح للوفد بزيارة | الأسرى: people whom somebody is to meet or visit."""
    person = grammar.tokens[counted_noun(grammar, *genitive)].word.find("person")
    several = person is not None and isinstance(person.sense.form, NounForm) and person.sense.form.number != "s"
    if not several or mark.found.pronoun or mark.found.article or {"مع", "بين"} & set(_behind(grammar, genitive)):
        return False
    if mark.entry.mode == "visit":
        return mark.found.preposition == "ب"
    led = mark.index > 0 and grammar.tokens[mark.index - 1].norm in _ABOUT_TO
    return mark.entry.frame == "AO" and led and not grammar.phrases.is_definite(genitive[0])


def _behind(grammar: Grammar, where: Range) -> list[str]:
    """The next words behind a phrase."""
    return grammar.layout.norms[where[1] : where[1] + _FEW]


_ABOUT_TO, _FEW = frozenset({"علي", "الي"}), 3


def _storm(grammar: Grammar, mark: Mark, genitive: Range) -> bool:
    """اقتحامات | المستوطنين, not اقتحام | المسجد: people who are named behind a noun of storming storm a place."""
    return mark.entry.lemma == "اقتحم" and "person" in grammar.tokens[genitive[0]].word.labels


def _is_aim(grammar: Grammar, at: int) -> bool:
    """إرسال قوات | لسد الفراغ: for what troops are sent; إنزال الجيش | لقوات برية tells whom it sends."""
    word = grammar.tokens[at].word
    return word.preposition == "ل" and not word.article and word.labels.isdisjoint(("person", "source", "country"))


def _against_whom(grammar: Grammar, mark: Mark, genitive: Range) -> bool:
    """هجوم | الدرك على القرية: whoever is named between an attack and whom it is against does it."""
    takes = mark.entry.group == "attack" and "علي" in mark.entry.preps
    if not takes or mark.entry.counted == "target" or _is_done_to(grammar.tokens[mark.index].word):
        return False
    against = after(grammar, genitive[1], _AGAINST)
    return against is not None and grammar.tokens[against[0]].word.core not in _WHERE and acts(grammar, genitive, mark)


_WHERE = ("طريق", "حدود", "يد")
"""هجوم المسلحين على | الطريق, على | أيدي الشرطة: where or by whom, not against whom."""


def _is_done_to(word: Word) -> bool:
    """مهاجمة | الجيش, ضرب | الجماعة: names of a deed whose genitive it is done to, beside هجوم and ضربة, whose genitive does it."""
    return word.core == "ضرب" or (word.core.startswith("م") and word.bare.endswith("ة"))


def _puts_down(grammar: Grammar, mark: Mark, genitive: Range) -> bool:
    """قمع الرئيس سالم حداد | للاحتجاجات: whoever is named before what ل says is put down does it."""
    return mark.entry.lemma == "قمع" and not is_place(grammar, genitive[0]) and _hits_by_clitic(grammar, mark, genitive)


def _hits_by_clitic(grammar: Grammar, mark: Mark, genitive: Range) -> bool:
    """قصف تركيا | لقرية, استهداف «داعش» | لمسجد: whoever is named before what ل says is hit does it."""
    at = genitive[1]
    led = mark.entry.group == "attack" and at < grammar.limit(mark.index)
    if led and grammar.tokens[at].norm == "ل":
        return grammar.layout.marked(at + 1) is not None
    led = led and grammar.tokens[at].word.preposition == "ل"
    crowd = mark.entry.lemma == "قمع"  # قمع الحكومة | للاحتجاجات
    return (
        led and grammar.phrases.begins(at) and (crowd or not (grammar.phrases.is_event_noun(at) or grammar.phrases.is_masdar(at)))
    )


def behind_agent(grammar: Grammar, mark: Mark, agent: Range, preps: frozenset[str]) -> Range | None:
    """هجوم من الجيش على | البلدة, قصف من الجيش | لمواقع الجماعة: whom the deed of an agent that من or بيد names is said to hit."""
    found = after(grammar, _past_who_they_are(grammar, mark, agent), preps)
    if found is not None or agent[0] < mark.end or mark.entry.frame != "AO":
        return found
    led = agent[0] - mark.end <= _DESCRIBED and _hits_by_clitic(grammar, mark, agent)
    return (agent[1], grammar.phrases.end(agent[1], grammar.limit(agent[1]), TARGET)) if led else None


_DESCRIBED = 3


def _past_who_they_are(grammar: Grammar, mark: Mark, agent: Range) -> int:
    """شنه مسلحون | يعتقد أنهم من الحركة | على حاجز, نفذه رجال | يرتدون الأسود | على مركز: behind what says who they are."""
    at, limit = agent[1], grammar.limit(mark.index)
    if agent[0] < mark.end or at >= limit or grammar.parts[at] != VERB or grammar.tokens[at].word.conjunction:
        return at
    if (past := past_belief(grammar, at, limit)) > at:
        return past
    for behind in range(at + 1, min(limit - 1, at + _CLAUSE)):
        if grammar.parts[behind] in (VERB, THAT) or grammar.is_comma(behind):
            return at
        struck = is_place(grammar, behind + 1) or thing_group(grammar, behind + 1) in HITTABLE
        if struck and grammar.tokens[behind].norm == "علي" and grammar.parts[behind] == PREPOSITION:
            return behind
    return at


_CLAUSE = 8


def _only_suffers(grammar: Grammar, mark: Mark, genitive: Range) -> bool:
    """مقتل | الجندي, حرق | الطفل كريم: who is killed, seized or set free, unless a body does it, or one whom an attack kills."""
    if is_done_to_all(grammar, genitive[1]) and genitive[1] < grammar.limit(mark.index):
        return False
    if mark.entry.group in ("result", "arrest", "free"):
        return not (is_body(grammar, genitive) or _hits_people(grammar, mark, genitive))
    if mark.entry.group == "attack" and mark.entry.frame == "AO" and _is_hit(grammar, genitive):
        return True
    return mark.entry.group == "attack" and mark.entry.counted == "target" and _is_one(grammar, genitive[0])


def _is_hit(grammar: Grammar, genitive: Range) -> bool:
    """قصف | القنصلية الإيرانية, استهداف | مجموعة من المدنيين: a seat of diplomats and unarmed people bomb nobody."""
    civil = person_group(grammar, counted_noun(grammar, *genitive)) == "civilian"
    return (civil or grammar.tokens[genitive[0]].word.core in _SEATS) and after(grammar, genitive[1], _AGAINST) is None


_SEATS = word_list("seat of diplomats")


def _hits_people(grammar: Grammar, mark: Mark, genitive: Range) -> bool:
    """قتل مسلحي الحركة | لخمسة مدنيين, اعتقال الجنود | للصحافي: fighters before those to whom ل says that it was done."""
    at, head = genitive[1], counted_noun(grammar, *genitive)
    if mark.entry.frame != "AO" or at >= grammar.limit(mark.index) or person_group(grammar, head) not in _ARMED:
        return False
    word, found = grammar.tokens[at].word, grammar.tokens[head].word.find("person")
    several = found is not None and isinstance(found.sense.form, NounForm) and found.sense.form.number != "s"
    people = (
        several
        and word.labels & {"person", "number"}
        and not (grammar.phrases.is_event_noun(at) or person_group(grammar, at) in _ARMED)
    )
    return word.preposition == "ل" and bool(people)


_ARMED = frozenset({"militant", "military", "police"})


def _is_one(grammar: Grammar, head: int) -> bool:
    """حرق | الطفل كريم, اغتيال | النائب العام سالم: a single person or office, whom a noun of killing names as its victim."""
    found = grammar.tokens[head].word.find("person")
    one = found is not None and isinstance(found.sense.form, NounForm) and found.sense.form.number == "s"
    return grammar.phrases.is_title(head) or (one and person_group(grammar, head) not in ("unit", "militant"))
