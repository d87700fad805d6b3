"""Actor and target of an event noun: its genitive or pronoun, the sides behind بين and مع, the target behind على, ضد or ل."""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, QUANTIFIER, THAT, VERB
from riwaya.lang.ar.thing_groups import HARDWARE
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.able import acts, is_party
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.forces import is_force
from riwaya.read.clauses.joined_talks import of_city
from riwaya.read.clauses.near import (
    TARGET,
    after,
    by_clitic,
    counted_noun,
    passing,
    person_group,
    phrase_behind,
    thing_group,
)
from riwaya.read.clauses.no_objects import is_told_of_it
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import Manner
from riwaya.read.roles.agents import agent_of, is_kind_of_munition
from riwaya.read.roles.among import side_of_fallen, who_is_hurt
from riwaya.read.roles.antecedents import antecedent_of
from riwaya.read.roles.bearers import blamed
from riwaya.read.roles.exposed import exposed
from riwaya.read.roles.genitive_roles import behind_agent, genitive_acts, state_and_whom, tells_where
from riwaya.read.roles.genitives import genitive, is_own_quality
from riwaya.read.roles.lights import done_by
from riwaya.read.roles.means import is_used_in, set_off_at
from riwaya.read.roles.nounobjects import is_held, is_outcome, object_behind, received_later, who_is_so
from riwaya.read.roles.operating import past_when
from riwaya.read.roles.partners import given, is_chaired, partner
from riwaya.read.roles.peoples import nationality
from riwaya.read.roles.recalled import in_name, meant_behind, said_of
from riwaya.read.roles.sides import between, brought_together, exchanged, faced, gathering_verb, past_happening
from riwaya.read.roles.struck import aimed_at, came_of_it, dealt, fallen_upon, hit, shaken, strikes
from riwaya.read.roles.violations import violator
from riwaya.read.roles.welcomed import welcomed
from riwaya.read.sayings.posts import is_where_posted
from riwaya.read.words.own_deeds import takes_object
from riwaya.spelling import folded


def noun_roles(grammar: Grammar, mark: Mark) -> tuple[Range | None, Range | None]:
    """Who acts and who suffers, from the phrases around an event noun, or as a pronoun behind it says."""
    if (both := welcomed(grammar, mark)) is not None:
        return both
    named, target = _named_roles(grammar, mark)
    chaired = named is not None and target is None and is_chaired(grammar, mark)  # ترأس الملك اجتماع | الحكومة
    actor = None if chaired else named
    target = who_is_so(grammar, mark) or (named if chaired else target)
    return actor, target or meant_behind(grammar, mark, actor) or said_of(grammar, mark) or in_name(grammar, mark)


def _named_roles(grammar: Grammar, mark: Mark) -> tuple[Range | None, Range | None]:
    """Who acts and who suffers, as the phrases around an event noun name them."""
    agent = agent_of(grammar, mark) or blamed(grammar, mark) or nationality(grammar, mark) or violator(grammar, mark)
    struck = hit(grammar, mark) or shaken(grammar, mark) or exposed(grammar, mark)
    if struck is None and mark.entry.lemma in ("فجر", "انفجر"):
        struck = passing(grammar, mark) or set_off_at(grammar, mark)
    if mark.entry.frame == "V":
        return agent, struck or fallen_upon(grammar, mark)
    if (led := _led(grammar, mark, agent)) is not None:
        return led
    if mark.found.pronoun:
        return _with_pronoun(grammar, mark, agent, struck)
    fallen = side_of_fallen(grammar, mark, max(mark.end, mark.companion + 1))
    if mark.entry.frame == "C" or fallen is not None:
        return agent, fallen or who_is_hurt(grammar, mark)
    sides = brought_together(grammar, mark) or between(grammar, mark)
    if sides is not None:
        return exchanged(grammar, mark, sides)
    genitive = None if gathering_verb(grammar, mark) else _party_of(grammar, mark)  # لقاء | جمعهما
    if mark.entry.group == "deal":
        return genitive if genitive and _makes(grammar, mark, genitive) else agent, partner(grammar, mark)
    if mark.entry.group == "give" and not (mark.entry.lemma == "ساعد" and grammar.tokens[mark.index].word.bare.endswith("ة")):
        return given(grammar, mark, genitive, agent)
    preps = frozenset(_against(mark) | mark.entry.preps - {"ل"}) | (frozenset({"ب"}) if mark.entry.mode == "phone" else frozenset())
    behind = genitive[1] if genitive else mark.end
    against = after(grammar, behind, preps)
    against = struck if struck is not None and not came_of_it(grammar, against, struck) else against
    against = against or (behind_agent(grammar, mark, agent, preps) if agent else None)
    if against is not None and (only_where(grammar, mark, counted_noun(grammar, *against)) or is_held(grammar, mark, against)):
        against = None
    against = None if against is not None and _is_of_next(grammar, mark, behind, against) else against
    behind = past_happening(grammar, mark) if behind == mark.end else behind
    facing = after(grammar, behind, frozenset({"مع", "ضد"})) if mark.entry.frame == "M" else None
    against = against or facing or aimed_at(grammar, mark) or dealt(grammar, mark) or faced(grammar, mark)
    return _governing(grammar, mark, genitive, agent, against) if genitive else _bare(grammar, mark, agent, against)


def _against(mark: Mark) -> frozenset[str]:
    """Behind which prepositions an event noun has whom it is against: على says of a march where, of a truce nothing; زيارة لبحث
    الحرب ضد الجماعة is against nobody."""
    if (mark.entry.group == "stop" and mark.entry.frame == "A") or (mark.entry.group == "meet" and mark.entry.lemma != "جولة"):
        return frozenset()
    return _AGAINST - {"علي"} if mark.entry.group == "move" and not mark.entry.preps else _AGAINST


def only_where(grammar: Grammar, mark: Mark, head: int) -> bool:
    """كمين على | الطريق, اشتباكات على | أطراف الحي, هجمات على | محاور عدة, تبنت الهجوم على | تلغرام: where, not against whom."""
    where = ("طريق", "حدود") if mark.entry.lemma == "كمين" else _OUTSKIRTS if _is_fight(mark) else ()
    core = grammar.tokens[head].word.core
    ground = mark.entry.group != "hold" and grammar.tokens[head].norm == "الارض"  # القوات المنتشرة على | الأرض
    return core in where or core in _AXES or ground or is_where_posted(grammar, head - 1)


def _is_of_next(grammar: Grammar, mark: Mark, start: int, where: Range) -> bool:
    """زحف المتمردين إلى المدينة والسيطرة على | أجزاء منها: what stands behind the next deed is no goal of the move before it.

    استهدف الهجوم السيطرة على | العاصمة: nor is what an attack is to take struck by it.
    """
    words = [(at, grammar.tokens[at].word) for at in range(start, where[0])]
    taken = mark.entry.group == "attack" and mark.found.article and where[0] - 2 >= mark.end
    if taken and any(entry.type == "CONTROL" and "علي" in entry.preps for entry in entries_at(grammar, where[0] - 2)):
        return True
    if any(
        word.core in _AFTER and grammar.phrases.is_event_noun(at + 1) for at, word in words[:-1]
    ):  # المداهمات بعد مقتل جندي على | الحدود
        return True
    return mark.entry.group == "move" and any(word.conjunction and grammar.phrases.is_event_noun(at) for at, word in words)


def _is_fight(mark: Mark) -> bool:
    return mark.entry.group == "attack" and (mark.entry.frame == "M" or mark.entry.lemma == "قاتل")


_OUTSKIRTS, _AXES = word_list("outskirts"), word_list("axis of an attack")


def _makes(grammar: Grammar, mark: Mark, whose: Range) -> bool:
    """اتفاق | الفصائل, موافقة | أنقرة على استخدام القاعدة: whose deal or consent it is; اتفاق | الطائف is called by a place."""
    consents = mark.entry.lemma == "وافق" and (whose[0] in grammar.place_at or is_party(grammar, whose))
    return consents or "country" in grammar.tokens[whose[0]].word.labels or is_force(grammar, whose)


def _party_of(grammar: Grammar, mark: Mark) -> Range | None:
    """The genitive of an event noun, if it can act or suffer."""
    found = genitive(grammar, mark)
    own = found is not None and (found[0], mark.entry.frame) == (mark.companion, "A") and grammar.phrases.is_owned(found[0])
    if found is None or (own and not acts(grammar, found, mark)):  # بسط | سيطرته على المدينة
        return None
    if is_kind_of_munition(grammar, found[0]):  # إطلاق قذائف | هاون على الحي
        return None
    struck = thing_group(grammar, found[0]) in ("vehicle", "building") and strikes(grammar, mark)  # استهدفت غارة | سيارة
    return None if struck or is_used_in(grammar, mark, found) or _is_scene(grammar, mark, found) else found


def _led(grammar: Grammar, mark: Mark, agent: Range | None) -> tuple[Range | None, Range | None] | None:
    """عمليات ضد | القوات, القضاء على | التنظيم, دعم من | التحالف: roles of a noun whose own words end in a preposition."""
    within = mark.end > mark.index + 1 and grammar.parts[mark.end - 1] == PREPOSITION
    if mark.entry.group == "support":
        return phrase_behind(grammar, mark.end) if within else after(grammar, mark.end, frozenset({"من"})), None
    behind = grammar.tokens[mark.end].word.core if within and mark.end < grammar.limit(mark.index) else ""
    if not within or grammar.tokens[mark.end - 1].word.core not in ("ضد", "علي") or behind == "لسان":
        return None
    return agent, phrase_behind(grammar, mark.end)


def _arms(grammar: Grammar, where: Range) -> Range:
    """إلقاء | السلاح والاستسلام, تسليم | سلاحه للدولة: the arms that are laid down do not act; another deed is no part of them."""
    tokens = grammar.tokens
    joined = (at for at in range(where[0] + 1, where[1]) if tokens[at].word.conjunction and "trigger" in tokens[at].word.labels)
    return where[0], next(joined, where[1])


def _is_scene(grammar: Grammar, mark: Mark, where: Range) -> bool:
    """اشتباكات | بنغازي, احتجاجات | الخرطوم: a named place behind a noun of clashes or protests is where they are."""
    scene = where[0] in grammar.place_at or thing_group(grammar, where[0]) in ("settlement", "position")
    named = where[0] == mark.end and of_city(grammar, mark)  # قمة | باريس
    return named or ((mark.entry.frame == "M" or mark.entry.group == "crowd") and scene)


def _is_fired(mark: Mark, genitive: Range) -> bool:
    """إطلاق | عشرات الصواريخ على القرية, إطلاق | 8 صواريخ: the munition that the noun of firing needs is what is fired, no doer."""
    return mark.entry.lemma == "أطلق" and mark.entry.group == "attack" and genitive[0] < mark.companion < genitive[1]


def _governing(
    grammar: Grammar, mark: Mark, genitive: Range, agent: Range | None, against: Range | None
) -> tuple[Range | None, Range | None]:
    """هجوم الجيش على البلدة, مقتل جنديين: the genitive of an event noun acts, else it suffers."""
    if mark.entry.mode == "disarm" and genitive[0] == mark.companion:
        return agent, _arms(grammar, genitive)
    if _is_fired(mark, genitive) or tells_where(grammar, mark, genitive, against):
        return agent, against
    if (state := state_and_whom(grammar, mark, genitive[0])) is not None:
        return state
    if not genitive_acts(grammar, mark, genitive):
        return agent, genitive
    whole = genitive[0], genitive[1] + is_own_quality(grammar, mark, *genitive)
    second = object_behind(grammar, whole) if mark.entry.frame in ("AO", "T") else None
    return genitive, second or against or by_clitic(grammar, mark, "ل") or received_later(grammar, mark, whole)


def _bare(grammar: Grammar, mark: Mark, agent: Range | None, against: Range | None) -> tuple[Range | None, Range | None]:
    """هجوم للمسلحين, مساعدات للقرية: an event noun without genitive, whose ل names whose it is or whom it goes to."""
    owner = _owner(grammar, mark)
    struck = owner is not None and against is not None and owner[0] == against[0]  # وجه ضربات | للجماعة
    if owner is not None and not struck and _owner_acts(grammar, mark, owner):
        return agent or owner, against
    return agent, against or (owner if mark.entry.group not in ("stop", "leave") else None)


def _with_pronoun(grammar: Grammar, mark: Mark, agent: Range | None, hit: Range | None) -> tuple[Range | None, Range | None]:
    """A pronoun on an event noun acts if an object stands behind it, else it suffers (قصفها للبلدة، بعد تحريرها)."""
    losses = mark.entry.lemma == "تكبد"  # نفى الناطق | تكبدهم خسائر
    if losses or (is_forced(mark) and not takes_object(grammar.tokens, mark.index)):
        return agent, antecedent_of(grammar, mark.index, mark.found.pronoun, mark.entry)
    behind = _past_arm(grammar, _own_end(grammar, mark) or mark.end, grammar.limit(mark.index))  # قصفها | بالمدفعية | القرية
    target = hit or (None if done_by(grammar, mark) else _no_manner(grammar, mark, phrase_behind(grammar, behind)))
    moved = mark.entry.group == "move" and mark.entry.frame == "AO"  # نشرهم | على الحدود
    if behind < len(grammar.tokens) and (is_told_of_it(grammar, behind) or _brings_about(grammar, mark, behind)):
        meant = antecedent_of(grammar, mark.index, mark.found.pronoun, mark.entry)  # مقتله | سيضعف الحملة ضد الجماعة
        return agent, meant if mark.entry.group in ("result", "arrest") or mark.entry.counted == "target" else None
    if mark.entry.frame != "AO" or not _says_why(grammar, mark.end):
        target = target or by_clitic(grammar, mark, "ل")
        against = None if moved else after(grammar, mark.end, _AGAINST | mark.entry.preps)
        target = target or (against if against is not None and not is_held(grammar, mark, against) else None)
    if target is None and (moved or mark.entry.lemma == "زرع"):  # زرعهم | عبوة
        return agent, _moved(grammar, mark) if moved else None
    if target is not None or mark.entry.frame != "AO" or _is_own_deed(grammar, mark):
        if target is None and mark.entry.frame == "P":
            return agent, antecedent_of(grammar, mark.index, mark.found.pronoun, mark.entry)
        return agent, target
    meant = antecedent_of(grammar, mark.index, mark.found.pronoun, mark.entry)
    far = meant is not None and mark.companion > mark.index and meant[0] < grammar.layout.sentence(mark.index).start
    return agent, None if far else meant


def _brings_about(grammar: Grammar, mark: Mark, behind: int) -> bool:
    """أثار مقتلها | غضبا, إن مقتله | جريمة: what a killing that is the subject of a verb brings about, or is said to be."""
    word = grammar.tokens[behind].word
    if "emotion" in word.labels and not word.preposition:
        return True
    if mark.found.preposition or grammar.parts[mark.index - 1] not in (VERB, THAT) or grammar.parts[behind] != NOUN:
        return False
    plain = not word.preposition and not grammar.phrases.is_definite(behind) and behind not in grammar.place_at
    return plain and not word.labels & (_NAMED | {"thing", "number"})


def _says_why(grammar: Grammar, at: int) -> bool:
    """زار البلدة بعد تحريرها | للوقوف على الأضرار: a purpose right behind a deed has the words behind it for itself."""
    word = grammar.tokens[at].word if at < len(grammar.tokens) else None
    if word is None or word.preposition != "ل":
        return False
    masdar = grammar.phrases.is_masdar(at) and not word.bare.endswith("ات")  # قصفه | لتعزيزات
    return masdar or grammar.phrases.is_definite_masdar(at) or word.core in _ENDS


_ENDS = ("اطلاع", "تحقيق", "حفاظ")


def is_forced(mark: Mark) -> bool:
    """إجبارهم على المغادرة, طردهم من الحي: the pronoun of a noun of forcing suffers, whatever stands behind it."""
    driven = mark.entry.lemma == "طرد" and mark.found.preposition != "ل"  # أرسلت الحكومة قوة | لطردهم: who sent it does it
    return bool(mark.found.pronoun) and not mark.is_verb and (driven or folded(mark.entry.lemma) in _FORCED)


def _moved(grammar: Grammar, mark: Mark) -> Range | None:
    """ألفي جندي سيتم نشرهم: who is moved; إن خبراء | يشرفون على تدريبهم: not the subject of the verb that governs it."""
    found = antecedent_of(grammar, mark.index, mark.found.pronoun, mark.entry)
    led = bool(mark.found.preposition) or (mark.index > 0 and grammar.parts[mark.index - 1] == PREPOSITION)
    acts = led and found is not None and found[1] < mark.index and grammar.parts[found[1]] == VERB
    return None if acts else found


def _is_own_deed(grammar: Grammar, mark: Mark) -> bool:
    """بدأت الحركة | هجومها السنوي, زيارته, لقاءاته: a deed that is somebody's, unlike what is done to him (مهاجمته, قصفها)."""
    return mark.entry.mode == "visit" or grammar.tokens[mark.index].word.core.startswith(_OWN_DEEDS)


_OWN_DEEDS = ("هجوم", "هجمات", "ضربات", "اعتداءات", "لقاء")


def _no_manner(grammar: Grammar, mark: Mark, found: Range | None) -> Range | None:
    """حبسهما | احتياطيا, اعتقالهم | تعسفيا: a lone adjective in ـيا behind a pronoun says how; هجومهم | الخاطف, عنفه | الشديد."""
    if found is not None and (_lasts(grammar, found) or is_told_of_it(grammar, found[0])):
        return None
    if found is None or found[1] - found[0] > 1:
        return found
    word = grammar.tokens[found[0]].word
    if word.core == "احتياطيا" or (word.article and mark.entry.frame == "A" and not word.labels):
        return None
    if _is_own_deed(grammar, mark) and word.article and not word.labels & {"source", "country"}:
        return None
    how = word.core.endswith("يا") and len(word.core) > _TWO + _TWO and not word.labels & _NAMED
    return None if how and found[0] not in grammar.place_at else found


def _own_end(grammar: Grammar, mark: Mark) -> int | None:
    """تكبيدهم | خسائر كبيرة, زرعهم | عبوة ناسفة: the token behind the indefinite word that a deed needs and its adjectives."""
    at = mark.companion
    if at != mark.index + 1 or grammar.phrases.is_definite(at) or grammar.tokens[at].word.labels & _NAMED - {"thing"}:
        return None
    end = at + 1
    while end < grammar.limit(mark.index) and grammar.phrases.is_adjective(end) and not grammar.phrases.is_definite(end):
        end += 1
    return end if end > at + 1 else None


def _lasts(grammar: Grammar, where: Range) -> bool:
    """احتجازه | ثلاثة أيام, توقيفه | يومين: days or hours behind a pronoun say how long."""
    at = where[0] + (where[1] - where[0] > 1 and grammar.parts[where[0]] in (NUMERAL, QUANTIFIER))
    return bool(grammar.tokens[at].word.labels & {"timeword", "measure"})


_NAMED = frozenset({"source", "person", "country"})


def _owner(grammar: Grammar, mark: Mark) -> Range | None:
    """هجمات مفترضة | للحركة, كمين | لـ«داعش»: the phrase behind ل, adjectives aside."""
    at, limit = grammar.past_mark(mark.end), grammar.limit(mark.index)
    while at < min(limit, mark.end + _TWO) and _goes_with(grammar, at) and at not in grammar.date_at:
        at += 1
    at = past_when(grammar, _past_arm(grammar, at, limit), limit)
    if at >= limit or grammar.tokens[at].word.conjunction:
        return None
    if grammar.tokens[at].norm == "ل" and (marked := grammar.layout.marked(at + 1)) is not None:
        return marked[0], min(limit, marked[1])
    if grammar.tokens[at].word.preposition != "ل" or not grammar.phrases.begins(at):
        return None
    if "attitude" in grammar.tokens[at - 1].word.labels or grammar.tokens[at - 1].word.core.startswith("مسيل"):
        return None  # إطلاق الغاز المسيل | للدموع
    if grammar.tokens[at].word.core in ("نار", "رصاص"):  # الهجوم رافقه إطلاق | للرصاص
        return None
    purpose = grammar.phrases.is_event_noun(at) and not grammar.tokens[at].word.labels & {"source", "person"}
    purpose = purpose or is_outcome(grammar, at) or grammar.layout.norms[at + 1 : at + 2] == ["عن"]  # القوة | للدفاع عن البلاد
    return None if purpose else (at, grammar.phrases.end(at, limit, TARGET))


def _past_arm(grammar: Grammar, at: int, limit: int) -> int:
    """هجوم | بطائرة مسيرة | للجماعة, قصف | بالمدفعية | للقوات الحكومية: behind what an attack is carried out with."""
    led = at < limit and grammar.phrases.preposition_of(grammar.tokens[at]) == "ب"
    arm = led and thing_group(grammar, at) in HARDWARE and grammar.phrases.begins(at)
    return grammar.phrases.end(at, limit, Manner(frozenset({"ل"}), attach=False, join=False)) if arm else at


def _goes_with(grammar: Grammar, at: int) -> bool:
    """Whether the word at a token describes an event noun: an adjective, or a word that no table lists (هجوم | مفترض)."""
    if grammar.parts[at] != NOUN or grammar.phrases.preposition_of(grammar.tokens[at]):
        return False
    labels = grammar.tokens[at].word.labels
    return grammar.phrases.is_adjective(at) or not labels & {"person", "source", "country", "thing", "trigger"}


def _owner_acts(grammar: Grammar, mark: Mark, owner: Range) -> bool:
    """Whether ل names whose deed it is (هجوم للمسلحين, تراجع للقوات) and not whom it goes to (استهداف للجيش, استسلام للجيش)."""
    if mark.entry.group in ("give", "support", "result", "arrest", "free") or mark.entry.lemma == "استسلم":
        return False
    if mark.entry.group == "attack" and _is_somebodys(grammar, mark, owner[0]):
        return True
    frame, head = mark.entry.frame, owner[0]
    meets = mark.entry.group == "meet" and (frame != "AO" or mark.entry.lemma == "التقى")  # اجتماع | لوجهاء القرية
    if meets and grammar.tokens[head].word.labels & {"person", "source"}:
        return True
    if frame == "AO" and folded(mark.entry.lemma) not in _OWNED and mark.entry.group != "meet":
        return False
    marked = head in grammar.layout.closing or grammar.tokens[head - 1].norm == "ل"
    return (
        marked
        or is_force(grammar, owner)
        or grammar.tokens[head].word.core.startswith("بلاد")  # أي مشاركة | لبلاده في القتال
        or (mark.entry.group == "attack" and thing_group(grammar, head) == "vehicle")
        or (
            mark.entry.group == "attack"
            and (grammar.register.names_one(grammar.tokens[head].word.core) or head in grammar.phrases.called)
        )
    )


def _is_somebodys(grammar: Grammar, mark: Mark, head: int) -> bool:
    """هجوم | لشاب مسلح, تفجير انتحاري | لـ«الحركة»: ل behind an attack that hits nothing by itself names whose it was."""
    suicide = any(grammar.tokens[at].word.core.startswith("انتحاري") for at in range(mark.end, head))
    somebody = person_group(grammar, head) not in ("", "victim") and not grammar.phrases.is_definite(head)
    return suicide or (somebody and grammar.tokens[mark.index].word.core.startswith(_OWN_DEEDS))


_AGAINST = frozenset({"علي", "ضد", "بحق", "تجاه"})
_TWO = 2
_OWNED = word_list("owner acts")
"""Lemmas of event nouns with an object whose ل names the owner all the same: قصف للجيش, هجمات للمسلحين."""
_FORCED, _AFTER = word_list("forces somebody"), ("بعد", "عقب", "اثر", "قبل", "غداه")


RULES = (nationality, hit, _with_pronoun, between, genitive)
"""Who acts and who suffers, from the phrases around an event noun."""
