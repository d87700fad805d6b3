"""What an attack noun strikes: the object of a verb of hitting beside it, or what a participle says it was aimed at."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Closed
from riwaya.lang.ar.parts import AUXILIARY, NOUN, NUMERAL, RELATIVE, THAT, VERB
from riwaya.lang.ar.thing_groups import SITES, WEAPONRY
from riwaya.read.clauses.advances import is_repelled
from riwaya.read.clauses.adverbials import past_adverbs
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.forces import is_force
from riwaya.read.clauses.lookalikes import deed_aimed_at, is_launch
from riwaya.read.clauses.near import (
    ACTOR,
    SPLIT_TARGET,
    after,
    counted_noun,
    is_victim,
    person_group,
    phrase_behind,
    second_phrase,
    source_group,
    thing_group,
)
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT
from riwaya.read.roles.lights import light_lemma
from riwaya.read.words.place_terms import is_part

_NEAR = 7


def is_done_next(grammar: Grammar, mark: Mark, where: Range) -> bool:
    """إن المسلحين قتلوا وتم | ضبط أسلحتهم: what was done next, behind a joined auxiliary, is no object of the verb before it."""
    between = range(mark.end, where[0])
    return any(grammar.parts[at] == AUXILIARY and grammar.tokens[at].word.conjunction == "و" for at in between)


def hit(grammar: Grammar, mark: Mark) -> Range | None:
    """The object of a verb of hitting beside an attack noun is the target (هجوم استهدف قافلة، القصف الذي طال الحي)."""
    for at in range(mark.end, min(grammar.limit(mark.index), mark.end + _NEAR)):
        reaches = at + 1 < len(grammar.tokens) and grammar.tokens[at + 1].norm in _REACHES
        if (grammar.is_comma(at) and not reaches) or grammar.parts[at] == THAT:
            return None
        if grammar.parts[at] != VERB:
            continue
        if grammar.tokens[at].word.conjunction and is_repelled(grammar, mark.index):
            return None  # أحبط الجيش هجوما | وقتل خمسة مسلحين
        if grammar.tokens[at - 1].norm in _ANEW:
            return None
        light = grammar.tokens[at].word.find("light", "verb")
        if (met := _who_met_it(grammar, at)) is not None:
            return met
        hits = (
            light is not None and isinstance(light.sense.entry, Closed) and light.sense.entry.group == "hit" and not light.pronoun
        )
        where = _object_of(grammar, mark, at) if hits or _includes(grammar, mark, at) else None
        strikes = where is not None and grammar.tokens[at - 1].norm == "حيث" and is_force(grammar, where)
        return None if strikes else _past_missiles(grammar, where)  # الانفجارات حيث استهدف | الطيران | مخازن
    return None


def _object_of(grammar: Grammar, mark: Mark, verb: int) -> Range | None:
    """هجوم استهدف | حاجزا, هجوم استهدف، صباح أمس، | حاجزا: the phrase behind a verb of hitting, and a time between commas."""
    return phrase_behind(grammar, past_adverbs(grammar, verb + 1, grammar.limit(mark.index)))


_ANEW = frozenset({"كما", "فيما", "بينما"})
"""في الانفجار كما | قتل حارس: a further clause, whose verb does not tell whom the attack before it hit."""


def _includes(grammar: Grammar, mark: Mark, at: int) -> bool:
    """حملة اعتقالات شملت | قياديين: whom a wave of arrests takes in, people and no place."""
    if mark.entry.group != "arrest" or grammar.tokens[at].word.core not in _TAKES_IN or at + 1 >= len(grammar.tokens):
        return False
    return "person" in grammar.tokens[counted_noun(grammar, at + 1, grammar.limit(at))].word.labels


_TAKES_IN = ("شملت", "شمل", "تشمل", "يشمل")


def came_of_it(grammar: Grammar, against: Range | None, struck: Range) -> bool:
    """ضربات على وكر دمرت | نفقين, هجوم على حاجز أصيب فيه | جنديان: what came of an attack, behind what it was made on."""
    if against is None or against[1] > struck[0] or against[0] in grammar.place_at:
        return False
    verbs = [at for at in range(against[1], struck[0]) if grammar.parts[at] == VERB]
    return any(entry.group == "result" for at in verbs for entry in entries_at(grammar, at))


def _who_met_it(grammar: Grammar, at: int) -> Range | None:
    """القصف الذي | تعرض له المخيم: who underwent an attack, behind the verb and the pronoun that points back to it."""
    back = light_lemma(grammar, at) == "تعرض"
    back = back and at + 1 < len(grammar.tokens) and grammar.tokens[at + 1].norm in ("له", "لها")
    where = phrase_behind(grammar, at + 2) if back else None
    if where is None:
        return None
    return where[0], next((k for k in range(where[0] + 1, where[1]) if grammar.tokens[k].norm == "من"), where[1])


def surroundings(grammar: Grammar, verb: int, where: Range | None) -> Range | None:
    """تعرض | محيط المخيم | للقصف: the surroundings or a part of a place behind a verb of undergoing, which they do not head."""
    led = where is not None and grammar.light(verb) == "target" and is_part(grammar.tokens[where[0]].word)
    return where if led else None


_REACHES = frozenset({"طال", "طالت"})
"""غارات عنيفة، | طالت مواقع: a verb that only strikes say, with nobody as subject behind it."""


def aimed_at(grammar: Grammar, mark: Mark) -> Range | None:
    """نفذت هجوما جويا من اتجاه الجولان | مستهدفة بعض النقاط: what a participle behind an attack noun says it was aimed at."""
    for at in range(mark.end, min(grammar.limit(mark.index), mark.end + 2 * _NEAR)):
        if grammar.parts[at] in (VERB, THAT) or mark.entry.group != "attack":
            return None
        if grammar.tokens[at].word.core in _AIMING:
            return phrase_behind(grammar, at + 1)
    return None


def dealt(grammar: Grammar, mark: Mark) -> Range | None:
    """توجيه ضربات جوية إلى | مواقع التنظيم, وجه ضربة | للجماعة, سدد ضربة | للجماعة: whom a blow is dealt to."""
    before = grammar.tokens[max(0, mark.index - 2) : mark.index]
    if mark.entry.group != "attack" or not any(token.word.core.lstrip("تي").startswith(_DEALS) for token in before):
        return None
    return after(grammar, mark.end, frozenset({"الي", "ل"}))


_DEALS = ("وجه", "وجيه", "سدد", "سديد")
_AIMING = frozenset({"مستهدفا", "مستهدفه", "مستهدفين"})


def _past_missiles(grammar: Grammar, found: Range | None) -> Range | None:
    """في أعنف هجوم قتلت | قذائف الهاون | ثلاثين مدنيا: what is fired hits, and what stands behind it is hit."""
    fired = found is not None and thing_group(grammar, found[0]) in WEAPONRY
    return second_phrase(grammar, found) if fired and found is not None else found


def strikes(grammar: Grammar, mark: Mark) -> bool:
    """هزت | انفجارات, استهدفت | غارة: whether an event noun is the subject of a verb of hitting right before it."""
    light = grammar.tokens[mark.index - 1].word.find("light", "verb") if mark.index else None
    if light is None or light.pronoun or grammar.parts[mark.index - 1] != VERB or mark.found.preposition:
        return False
    return isinstance(light.sense.entry, Closed) and light.sense.entry.group == "hit"


def shaken(grammar: Grammar, mark: Mark) -> Range | None:
    """هزت انفجارات متتالية | وسط المدينة: the object of a verb of hitting whose subject is the event noun itself.

    استهدف الهجوم | السيطرة على العاصمة: a deed is aimed at, and not hit.
    """
    if not strikes(grammar, mark) or deed_aimed_at(grammar, mark.index) is not None:
        return None
    limit = grammar.limit(mark.index)
    return second_phrase(grammar, (mark.index, grammar.phrases.end(mark.index, limit, SPLIT_TARGET)))


def middle_struck(grammar: Grammar, mark: Mark, subject: Range, behind: Range | None) -> Range | None:
    """قصف الجيش | وسط المدينة: the middle of something right behind whoever attacks, or what stands behind a preposition."""
    at = subject[1]
    struck = behind is None and mark.entry.group == "attack" and at + 1 < grammar.limit(mark.index)
    if not struck or grammar.tokens[at].norm != _MIDDLE or not grammar.phrases.begins(at + 1):
        return behind
    return at, grammar.phrases.end(at + 1, grammar.limit(mark.index), SPLIT_TARGET)


_MIDDLE = "وسط"


def fallen_upon(grammar: Grammar, mark: Mark) -> Range | None:
    """سقوط قذائف على | القرية: what shells fall upon; حفاظا على | السلامة says why."""
    found = after(grammar, mark.end, frozenset({"علي"})) if mark.entry.lemma == "سقط" else None
    why = found is not None and grammar.tokens[found[0] - 2].word.bare.endswith("ا")
    return None if why else found


def names_who(grammar: Grammar, mark: Mark) -> bool:
    """كان بين القتلى | خبراء: who is said to be among the dead."""
    among = bool(mark.found.article) and grammar.tokens[mark.index - 1].word.core == "بين"
    return among and mark.end < grammar.limit(mark.index) and grammar.phrases.begins(mark.end)


def fired_at(grammar: Grammar, mark: Mark) -> tuple[Range | None, Range | None] | None:
    """سقطت قذيفة أطلقها المسلحون على مركز حدودي: who fired what falls, and at what; None where no clause says so."""
    at = mark.companion + 1
    if mark.entry.lemma != "سقط" or not mark.index < mark.companion < len(grammar.tokens) - 1 or grammar.parts[at] != VERB:
        return None
    verbs = [found for found in grammar.tokens[at].word.all("trigger", "verb") if not found.conjunction]
    if thing_group(grammar, mark.companion) != "munition" or not any(is_launch(found) for found in verbs):
        return None
    doer = phrase_behind(grammar, at + 1) if any(found.pronoun for found in verbs) else None
    return doer, after(grammar, doer[1] if doer else at + 1, frozenset({"علي"}))


def named_behind_office(grammar: Grammar, mark: Mark, subject: Range | None, behind: Range | None) -> Range | None:
    """قتل قائد الفرقة | اللواء سالم الهاني, قتل اللواء سالم الهاني | قائد الفرقة: rank and name, and his office."""
    if (member := _member_of_body(grammar, mark, subject)) is not None:
        return member
    if subject is None or behind is None or subject[1] != behind[0] or subject[0] < mark.index:
        return None
    if mark.entry.group not in ("result", "arrest") or mark.found.pronoun or not grammar.phrases.is_title(subject[0]):
        return None
    first, last = (grammar.phrases.has_article(where[0]) for where in (subject, behind))
    ranked, office = subject if first else behind, behind if first else subject
    named = grammar.phrases.is_title(behind[0]) and ranked[1] - ranked[0] > 1 and office[1] - office[0] > 1
    return (subject[0], behind[1]) if named and first != last else None


def _member_of_body(grammar: Grammar, mark: Mark, subject: Range | None) -> Range | None:
    """قتل العقيد | في الحرس الثوري حسن خدائي | برصاص: a rank or office with the article, in what body he is one, and his name."""
    if subject is None or subject[0] < mark.index or mark.entry.group not in ("result", "arrest") or mark.found.pronoun:
        return None
    head, at, limit = subject[0], subject[1], grammar.limit(mark.index)
    if (
        not (grammar.phrases.is_title(head) and grammar.phrases.has_article(head))
        or at + 1 >= limit
        or grammar.tokens[at].norm != "في"
    ):
        return None
    end = grammar.phrases.end(head, limit, SUBJECT)
    body = source_group(grammar, at + 1) in ("organ", "group") or person_group(grammar, at + 1) == "unit"
    return (head, end) if body and end > at + 1 else None


def acts_on_some(grammar: Grammar, mark: Mark) -> tuple[Range, Range] | None:
    """عشرة صواريخ اعترض | الجيش ثمانية منها, خطفوا عمالا قتل | الحراس خمسة منهم: behind a verb somebody, then the part that he does
    it to; and رشق | شبان | الدورية بالحجارة.
    """
    start, limit = mark.index + 1, grammar.limit(mark.index)
    if mark.passive or mark.found.pronoun or start + 2 >= limit or grammar.parts[start] != NOUN:
        return None
    if (end := _people_before_force(grammar, mark, start, limit)) > start:
        return (start, start + 1), (start + 1, end)
    if not grammar.phrases.is_definite(start) and not grammar.phrases.is_proper(start):
        return None
    end = grammar.phrases.end(start, limit, ACTOR)
    counted = end + 1 < limit and grammar.parts[end] == NUMERAL and grammar.tokens[end + 1].norm in _SOME_OF
    return ((start, end), (end, end + 2)) if counted else None


def _people_before_force(grammar: Grammar, mark: Mark, start: int, limit: int) -> int:
    """رشق | شبان الدورية, طعن | فتى الجندي: where a force or vehicle ends that some people strike; no patrol has young men."""
    whom, phrases = start + 1, grammar.phrases
    plain = (
        not (phrases.is_definite(start) or grammar.tokens[start].word.conjunction) and person_group(grammar, start) == "civilian"
    )
    force = person_group(grammar, whom) in ("military", "police", "unit") or thing_group(grammar, whom) == "vehicle"
    if (
        mark.entry.group != "attack"
        or not (plain and force)
        or grammar.parts[whom] != NOUN
        or grammar.tokens[whom].word.conjunction
    ):
        return 0
    end = whom + 1
    while end < limit and phrases.is_adjective(end) and phrases.has_article(end) == phrases.has_article(whom):
        end += 1
    another = end < limit and grammar.parts[end] == NOUN and not phrases.preposition_of(grammar.tokens[end])
    return 0 if another or phrases.preposition_of(grammar.tokens[whom]) else end


_SOME_OF = frozenset({"منهم", "منها", "منهن"})


def tells_of_struck(grammar: Grammar, at: int, mark: Mark) -> bool:
    """تعرضت القاعدة التي | تضم جنودا لهجوم, سفينة | ترفع علما: a verb that only says which it is that underwent the attack."""
    if mark.found.preposition != "ل" or mark.entry.group != "attack" or grammar.light(at) == "target":
        return False
    before = at - 1 - (grammar.parts[at - 1] == AUXILIARY)  # مبنى كان | يتحصن فيه مسلحون
    if grammar.parts[before] != RELATIVE and (grammar.parts[before] != NOUN or grammar.phrases.is_definite(before)):
        return False
    for back in range(before, max(grammar.layout.sentence(at).start, at - 2 * _NEAR) - 1, -1):
        if grammar.parts[back] == VERB:
            return grammar.light(back) == "target"
        if grammar.is_comma(back) or grammar.parts[back] == THAT:
            return False
    return False


def is_site(grammar: Grammar, head: int, mark: Mark) -> bool:
    """قصف | منزل قائد, إن المركبة | أحرقت: a building or what can only be burnt is attacked; a capital or state acts."""
    burnt = mark.entry.lemma in _BURNT and head < mark.index and thing_group(grammar, head) == "vehicle"
    return burnt or (thing_group(grammar, head) in SITES and "country" not in grammar.tokens[head].word.labels)


_BURNT = ("أحرق", "أغرق", "فجر")


def is_harmed(grammar: Grammar, mark: Mark, subject: Range) -> bool:
    """خطف | صحفي في المطار: who alone stands with a deed that is told of its victims, if he can be one, or is hurt by hand."""
    return (mark.entry.counted == "target" and is_victim(grammar, subject)) or _is_hurt_by_hand(grammar, mark, subject)


def _is_hurt_by_hand(grammar: Grammar, mark: Mark, subject: Range) -> bool:
    """طعن | جندي في القدس, دهس | شرطي عند الحاجز: one man alone behind a deed that is done with one's hands suffers it.

    Who attacks by trade (طعن | مسلح في السوق) may have done it, as do several.
    """
    if (
        subject[0] < mark.index
        or mark.entry.group != "attack"
        or not (mark.entry.mode in _BY_HAND or mark.entry.lemma in _RUN_OVER)
    ):
        return False
    return person_group(grammar, subject[0]) in _UNARMED_OR_SERVING and not grammar.phrases.is_definite(subject[0])


_BY_HAND, _RUN_OVER = frozenset({"primitive", "beat", "sexual", "torture", "targeted"}), ("دهس", "دعس", "قنص")
_UNARMED_OR_SERVING = frozenset({"civilian", "military", "police", "official"})
