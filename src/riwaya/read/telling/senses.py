"""Senses of event words that only who acts and who suffers tells: whose force is trained, who flees."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Noun
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import NOUN, NUMERAL, QUANTIFIER, VERB
from riwaya.lang.ar.thing_groups import HARDWARE
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.companions import names_force
from riwaya.read.clauses.forces import HOUSEHOLDS
from riwaya.read.clauses.near import TARGET, counted_noun, phrase_behind
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.handing import handed_over
from riwaya.read.roles.held import received
from riwaya.read.roles.roles import Roles
from riwaya.read.telling.caught import are_caught
from riwaya.read.telling.operations import who_launches
from riwaya.read.telling.standing import as_it_stands
from riwaya.spelling import folded

_EXERCISE = "تدريب"
_TRAINS = frozenset({"درب", "سلح", _EXERCISE})
_BACK, _HEAD = 5, 3


def in_sense(grammar: Grammar, mark: Mark, roles: Roles) -> tuple[Mark, Roles]:
    """The event word in the sense that its roles tell, with the roles of that sense."""
    roles = changed(roles, actor=_civilians_before(grammar, mark, roles) or roles.actor)
    if _civilians_flee(grammar, mark, roles):
        entry = changed(mark.entry, type="COERCE", mode="deport", group="act", frame="P", kind="displaced", counted="target")
        return changed(mark, entry=entry), changed(roles, actor=None, target=roles.actor)
    if _resumes(grammar, mark, roles) or _are_exchanged(grammar, mark, roles):
        return mark, changed(roles, actor=None, target=roles.actor)
    if are_caught(grammar, mark, roles):
        entry = changed(mark.entry, type="COERCE", mode="arrest", group="arrest", kind="captured", counted="target")
        return changed(mark, entry=entry), roles
    if (of_operation := who_launches(grammar, mark, roles)) is not None:
        return mark, of_operation
    if (lost := _driven_out_of(grammar, mark, roles)) is not None:
        entry = changed(mark.entry, type="CONTROL", mode="", group="hold", kind="", counted="")
        one = mark.is_verb and mark.form is not None and mark.form.number == "s"
        loser = roles.target if one and roles.target != lost else None  # طردت | «بوكو حرام» من الأراضي
        return changed(mark, entry=entry), changed(roles, actor=roles.actor or loser, target=lost)
    if _is_freed_place(grammar, mark, roles):
        return changed(mark, entry=changed(mark.entry, type="CONTROL", mode="", group="hold", kind="taken")), roles
    if (handed := handed_over(grammar, mark, roles)) is not None:
        return handed
    if _only_moves(grammar, mark):
        return mark, changed(roles, target=None)
    if _drives_away(grammar, mark, roles):
        return changed(mark, entry=changed(mark.entry, type="COERCE", mode="deport", group="act")), roles
    return _in_sense_of_help(grammar, mark, roles)


def _is_made_to_flee(grammar: Grammar, mark: Mark, roles: Roles) -> bool:
    """أجبرت الغارات | المقاتلين على الفرار, عشرين | من مقاتليه فروا من القتال: fighters who leave; civilians are driven."""
    flees = folded(mark.entry.lemma) in _FLEES
    if mark.entry.type != "COERCE" or roles.target is None or not (flees or mark.entry.lemma in _MAKES):
        return False
    head = counted_noun(grammar, *roles.target)
    civilians = _is_civilian(grammar, head) or grammar.tokens[head].word.core in HOUSEHOLDS  # سبعين عائلة
    if flees:
        some = grammar.layout.norms[head + 1 : head + 2] == ["من"] and head + 2 < roles.target[1]
        return not civilians and names_force(grammar, head + 2 if some else head)
    group = grammar.group(head, "source") == "group" and not civilians
    fights = names_force(grammar, head) or group or grammar.tokens[head].word.core in _ARMED_MEN
    return fights and mark.companion > mark.index and grammar.tokens[mark.companion].word.core in _LEAVES


_MAKES = ("أجبر", "أرغم", "اضطر")
_LEAVES, _ARMED_MEN = word_list("leaving that is forced"), ("خاطفين", "مهاجمين", "مسلحين", "متسللين")


def _in_sense_of_help(grammar: Grammar, mark: Mark, roles: Roles) -> tuple[Mark, Roles]:
    """تلقوا تدريبات, أرسلت الدولة دبابات إلى حليفتها, تدريب المقاومة: arms and training that go to another."""
    if (stands := as_it_stands(grammar, mark, roles)) is not None:
        return mark, stands
    if mark.entry.lemma == "تلقى" and (roles.actor is None or roles.actor[0] < mark.companion):
        return mark, changed(roles, actor=_who_trains(grammar, mark), target=roles.actor)
    if _is_test_shot(grammar, mark, roles):
        entry = changed(mark.entry, type="MOBILIZE", mode="weapons", group="move", kind="", counted="")
        return changed(mark, entry=entry), changed(roles, target=None)
    if _is_made_to_flee(grammar, mark, roles):
        entry = changed(mark.entry, type="RETREAT", mode="withdraw", group="leave", frame="A", kind="", counted="")
        return changed(mark, entry=entry), changed(roles, actor=roles.target, target=None)
    if mark.found.pronoun and (got := received(grammar, mark, roles.actor)) is not None:  # أسلحة تسلمتها | الدولة من حلفائها
        return mark, changed(roles, actor=got[0], target=got[1])
    if (whom := _armed_by(grammar, mark, roles)) is not None:
        return _help(mark), changed(roles, target=whom)
    if _trains_whom(grammar, mark, roles):
        return _help(mark), changed(roles, actor=None, target=roles.actor)
    return as_help(grammar, mark, roles), roles


def _is_test_shot(grammar: Grammar, mark: Mark, roles: Roles) -> bool:
    """أطلقت الدولة صاروخا باليستيا باتجاه | البحر: a missile that is fired at nobody shows what an army has."""
    fired = mark.entry.lemma == "أطلق" and mark.entry.mode == "heavy-weapons" and roles.target is not None
    return fired and roles.target is not None and grammar.tokens[roles.target[0]].word.core in ("بحر", "مياه", "محيط")


def _driven_out_of(grammar: Grammar, mark: Mark, roles: Roles) -> Range | None:
    """طردت المقاومة الحوثيين من | المدينة, دحر المسلحين من قرى الريف: out of which place a force is driven, which so loses it."""
    if (held := _driven_from_it(grammar, mark)) is not None:
        return held
    whom = roles.target
    if whom is None and folded(mark.entry.lemma) in _DRIVES_OUT:
        whom = _driven_itself(grammar, mark, roles)
    owned = bool(mark.found.pronoun) and not mark.is_verb  # على الرغم من | طرده من الأحياء: nobody is named who did it
    if folded(mark.entry.lemma) not in _DRIVES_OUT or whom is None or owned or not _fights(grammar, whom[0]):
        return None
    limit = grammar.limit(mark.index)
    within = (_out_of(grammar, at, limit) for at in range(whom[0] + 1, whom[1]) if grammar.tokens[at].norm in ("من", "عن"))
    lost = next((one for one in within if one is not None), None)  # مقاتلي الجماعة من | جبهة الريف
    return lost or _out_of(grammar, whom[1] if whom[0] > mark.index else mark.end, limit)


def _driven_itself(grammar: Grammar, mark: Mark, roles: Roles) -> Range | None:
    """طردت | الحركة من العاصمة, | المسلحون طردوا من القرية: behind the verb, or its subject, stands out of which place."""
    if not mark.is_verb or roles.actor is None:
        return None
    near = max(mark.end, roles.actor[1])
    return roles.actor if near < len(grammar.tokens) and grammar.tokens[near].norm == "من" else None


def _driven_from_it(grammar: Grammar, mark: Mark) -> Range | None:
    """تمكنت القوات من دحرهم من | المدينة: only fighters are so beaten, whoever the pronoun is."""
    if mark.entry.lemma != "دحر" or not mark.found.pronoun:
        return None
    return _out_of(grammar, mark.end, grammar.limit(mark.index))


def _out_of(grammar: Grammar, at: int, limit: int) -> Range | None:
    """من | المدينة, عن | كل القرى, من | ثلاث بلدات, من | جبهة الريف: the place behind a token that leads out of it."""
    if at + 1 >= limit or grammar.tokens[at].norm not in ("من", "عن", "خارج") or not grammar.phrases.begins(at + 1):
        return None
    head = at + 1 + (grammar.parts[at + 1] in (NUMERAL, QUANTIFIER) and at + 2 < limit)
    placed = head in grammar.place_at or grammar.group(head, "thing") in ("settlement", "position", "building")
    placed = placed or grammar.tokens[head].word.core in _FRONTS or grammar.tokens[head].word.core in _LANDS
    return (at + 1, grammar.phrases.end(at + 1, limit, TARGET)) if placed else None


def _fights(grammar: Grammar, at: int) -> bool:
    """الحوثيين, ميليشيات الجماعة, التنظيم, داعش, بوكو حرام: who can hold ground, and no government and no man."""
    at += at in grammar.layout.closing  # طردت | «بوكو حرام» من المدينة
    cores = grammar.layout.cores[at : at + 2]
    if cores[0] in HOUSEHOLDS:
        return False
    group = grammar.group(at, "source") == "group" or grammar.register.names_body(cores[0])
    group = group or grammar.register.names_armed(tuple(cores))
    return group or names_force(grammar, at)


_LANDS = ("اراضي", "مناطق", "مواقع", "اجزاء", "مساحات")
_DRIVES_OUT, _FRONTS = word_list("drives out"), word_list("front that is held")


def _who_trains(grammar: Grammar, mark: Mark) -> Range | None:
    """تلقت الكتيبة تدريبات ضمن برنامج تقوده | الدولة: whoever leads the programme in which somebody is trained trains him."""
    limit = min(grammar.limit(mark.index), mark.companion + 2 * _BACK)
    for at in range(mark.companion + 1, limit - 1):
        led = grammar.parts[at] == VERB and grammar.tokens[at].word.core.startswith(_LEADS)
        if led and any(grammar.tokens[k].word.core.startswith("برنامج") for k in range(mark.companion, at)):
            return phrase_behind(grammar, at + 1)
    return None


_LEADS = ("تقود", "يقود", "تدير", "يدير", "تشرف")


def _only_moves(grammar: Grammar, mark: Mark) -> bool:
    """أعادت القوات | تموضعها, إعادة | الانتشار: the noun beside the verb says what a force does, and to nobody."""
    at = mark.companion
    redeploys = (mark.entry.lemma, mark.entry.mode) == ("أعاد", "withdraw") and at > mark.index
    return redeploys and grammar.tokens[at].word.core.startswith(("تموضع", "انتشار"))


def _drives_away(grammar: Grammar, mark: Mark, roles: Roles) -> bool:
    """إخراج | مقاتلي التنظيم من المدينة, أخرجت القوات | المسلحين: a force that is not somebody's own is driven out by another.

    صفقة لإخراج | المقاتلين: not by a deal, by which it leaves.
    """
    target, before = roles.target, grammar.tokens[max(0, mark.index - _HEAD) : mark.index]
    if mark.entry.lemma != "أخرج" or mark.entry.type != "RETREAT":
        return False
    if any(token.word.core.startswith(_DEALS) for token in before):
        return False
    if mark.found.pronoun == "هم" and not mark.is_verb and roles.actor is not None:  # حاولت الشرطة | إخراجهم
        return True
    if target is None or target[0] < mark.index:
        return False
    own = any(grammar.phrases.is_owned(at) for at in range(*target))
    return not own and grammar.group(target[0], "thing") == "" and _fights(grammar, counted_noun(grammar, *target))


_DEALS = ("صفق", "اتفاق", "تسوي", "مفاوض", "مبادر")


def _trains_whom(grammar: Grammar, mark: Mark, roles: Roles) -> bool:
    """تدريب | المقاومة, لتدريب | عناصر المعارضة: behind training stands who is trained, if it is a force that others train."""
    if mark.is_verb or mark.entry.lemma not in _TRAINS or roles.actor is None or roles.actor[0] != mark.end:
        return False
    heads = range(mark.end, min(roles.actor[1], mark.end + _HEAD))
    return grammar.tokens[mark.index].word.core == _EXERCISE and any(grammar.tokens[at].word.core in _TRAINED for at in heads)


def _help(mark: Mark) -> Mark:
    return changed(mark, entry=changed(mark.entry, type="AID", mode="", group="give"))


def _armed_by(grammar: Grammar, mark: Mark, roles: Roles) -> Range | None:
    """سترسل الدولة دبابات إلى | أوكرانيا, أرسلت أسلحة | للمتمردين: to whom arms are sent."""
    target = roles.target
    if mark.entry.type != "MOBILIZE" or mark.entry.lemma != "أرسل" or target is None:
        return None
    if grammar.group(target[0], "thing") not in HARDWARE or grammar.phrases.is_owned(target[0]):
        return None
    limit = grammar.limit(target[0])
    for at in range(target[0] + 1, min(limit, target[0] + _TO_WHOM)):
        if grammar.tokens[at - 1].norm == "الي" or grammar.tokens[at].word.preposition == "ل":
            given = _country(grammar, at) or names_force(grammar, at) or grammar.tokens[at].word.core in _TRAINED
            return (at, grammar.phrases.end(at, limit)) if given else None
    return None


_TO_WHOM = 7


def _resumes(grammar: Grammar, mark: Mark, roles: Roles) -> bool:
    """إن الشيخ | أفرج عنه, المطلوب قبض عليه: the pronoun behind the verb is whoever stands before it, so it was done to him."""
    if not mark.is_verb or mark.entry.lemma not in _DONE_TO or roles.actor is None or roles.target is not None:
        return False
    behind = grammar.tokens[mark.index + 1].word.find("prep") if mark.index + 1 < len(grammar.tokens) else None
    impersonal = mark.form is None or (mark.form.gender, mark.form.number) == ("m", "s")  # الشرطة التي | قبضت عليه does it
    impersonal = impersonal or (mark.form is not None and mark.form.gender == "f" and grammar.gender(roles.actor[0]) == "m")
    told = impersonal and roles.actor[1] <= mark.index and behind is not None
    return told and behind is not None and bool(behind.pronoun) and behind.stem in ("عن", "علي")


_DONE_TO = frozenset({"أفرج", "قبض", "اعتدى"})


def _are_exchanged(grammar: Grammar, mark: Mark, roles: Roles) -> bool:
    """اتفقا على الهدنة | وتبادل الأسرى: captives behind the word of exchange do not exchange anybody."""
    if mark.entry.lemma != "تبادل" or mark.entry.group != "free" or roles.actor is None or roles.target is not None:
        return False
    return grammar.tokens[roles.actor[0]].word.core.startswith(tuple(_CAPTIVES))


_CAPTIVES = word_list("exchanged as captives")


def _is_freed_place(grammar: Grammar, mark: Mark, roles: Roles) -> bool:
    """تحرير القوات | جامعة الأنبار, تحرير | الوطن من الإرهابيين: a place that is freed is taken, unless who was held is named."""
    if (mark.entry.type, mark.entry.lemma) != ("RETREAT", "حرر") or roles.target is None:
        return False
    first, end = roles.target
    if grammar.parts[first] not in _COUNTED:
        return False
    if grammar.tokens[counted_noun(grammar, first, end)].word.core in _UNITS:  # 12 | وحدة إدارية
        return True
    whole = max(end, grammar.phrases.end(first, grammar.limit(first)))
    named = [at for at in range(first, whole) if grammar.parts[at] == NOUN or at in grammar.place_at]  # 101 ممن حرروا: people
    return bool(named) and not any(_may_be_held(grammar, at) for at in named if at not in grammar.place_at)


def _may_be_held(grammar: Grammar, at: int) -> bool:
    """ثلاثة | مختطفين, سمير | كامل; not 12 | وحدة إدارية."""
    word = grammar.tokens[at].word
    return ("person" in word.labels and word.core not in _UNITS) or grammar.phrases.is_proper(at)


def _civilians_flee(grammar: Grammar, mark: Mark, roles: Roles) -> bool:
    """اللاجئون الذين | هربوا من البلاد, هروب السكان: civilians who flee are driven out; fighters and officials withdraw."""
    leaves = folded(mark.entry.lemma) in _FLEES or (mark.entry.lemma == "غادر" and not mark.is_verb)  # طلب من السكان | المغادرة
    if (mark.entry.type, mark.entry.mode) != ("RETREAT", "withdraw") or not leaves or roles.actor is None:
        return False
    held = grammar.layout.cores[mark.end : min(grammar.limit(mark.index), mark.end + _BACK)]
    if not _CAPTIVITY.isdisjoint(held):  # هربت الفتيات من | قبضة التنظيم
        return False
    return any(_is_civilian(grammar, at) for at in range(*roles.actor)) or _are_plain_people(grammar, roles.actor)


def _civilians_before(grammar: Grammar, mark: Mark, roles: Roles) -> Range | None:
    """عائلات من القرية بدأت | بالمغادرة, طلب من سكانهما | المغادرة: those who leave, before the verbal noun in its clause.

    تشجيع | المدنيين على الفرار: those who are to flee stand right before what they are led to.
    """
    if mark.entry.type != "RETREAT" or mark.is_verb:
        return None
    if folded(mark.entry.lemma) in _FLEES:
        who = mark.index - 2
        led = who >= 0 and grammar.tokens[mark.index - 1].norm in ("علي", "الي")
        return (who, who + 1) if led and _is_civilian(grammar, who) and grammar.phrases.begins(who) else None
    if mark.entry.lemma != "غادر" or roles.actor is not None:
        return None
    first = max(grammar.clause_start(mark.index), mark.index - 2 * _BACK)
    for at in range(mark.index - 1, first - 1, -1):
        if _is_civilian(grammar, at) and grammar.phrases.begins(at):
            return at, grammar.phrases.end(at, mark.index)
    return None


def _is_civilian(grammar: Grammar, at: int) -> bool:
    """السكان, سكانهما, لاجئون: a word for those who live there or have fled."""
    core = grammar.tokens[at].word.core
    return core in _CIVILIANS or core.startswith("سكانه")


def _are_plain_people(grammar: Grammar, where: Range) -> bool:
    """فر | القرويون, هرب | مئات الطلاب: people in the plural who are no fighters; one man alone may flee from the police."""
    if grammar.tokens[where[0]].word.core in ("احد", "احدي"):
        return False
    found = grammar.tokens[counted_noun(grammar, *where)].word.find("person")
    entry, form = (found.sense.entry, found.sense.form) if found is not None else (None, None)
    several = isinstance(form, NounForm) and form.number == "p"
    return several and isinstance(entry, Noun) and entry.group == "civilian"


_UNITS = frozenset({"وحده", "وحدات"})
_COUNTED = (NOUN, NUMERAL, QUANTIFIER)
_FLEES, _CIVILIANS = word_list("flees"), word_list("civilians who flee")
_CAPTIVITY = word_list("captivity that is fled")


def as_help(grammar: Grammar, mark: Mark, roles: Roles) -> Mark:
    """دربت الدولة مقاتلي المعارضة, تدريب الجيش العراقي, تلقوا تدريبات: training that another gives is military aid."""
    if mark.entry.type != "MOBILIZE" or mark.entry.lemma not in _TRAINS:
        return mark
    if not (_is_received(grammar, mark) or _is_anothers(grammar, mark, roles)):
        return mark
    return _help(mark)


def _is_received(grammar: Grammar, mark: Mark) -> bool:
    """تلقت الفرقة | تدريبات, خضعوا | لتدريب عسكري: who is trained stands before a verb of getting it."""
    if mark.is_verb:
        return False
    before = range(max(grammar.layout.sentence(mark.index).start, mark.index - _BACK), mark.index)
    return any(grammar.tokens[at].word.core.startswith(_GETS) for at in before)


_GETS = ("تلق", "يتلق", "خضع", "يخضع")


def _is_anothers(grammar: Grammar, mark: Mark, roles: Roles) -> bool:
    """Whether the force is called by another country than who trains it, or is one of those that others train."""
    target, actor = roles.target, roles.actor
    if target is None:  # تدريباتها العسكرية في البحر
        return mark.entry.lemma != _EXERCISE and actor is not None and _is_foreign(grammar, actor)
    if grammar.phrases.is_owned(target[0]) or _arms_its_own(grammar, mark, roles):  # درب الجيش | جنوده
        return False
    if actor is not None and actor != target and _is_foreign(grammar, actor):
        return not _alike(grammar, actor, target)
    heads = range(target[0], min(target[1], target[0] + _HEAD))
    return _is_foreign(grammar, target) or any(grammar.tokens[at].word.core in _TRAINED for at in heads)


def _arms_its_own(grammar: Grammar, mark: Mark, roles: Roles) -> bool:
    """سلحت الحكومة | العشائر, طالب بتسليح | سكان القرى: people of the land whom its rulers arm, or who are to be armed."""
    if mark.entry.lemma != "سلح" or roles.target is None:
        return False
    heads = range(roles.target[0], min(roles.target[1], roles.target[0] + _HEAD))
    people = any(grammar.tokens[at].word.core in _TRIBES or grammar.group(at, "person") == "civilian" for at in heads)
    ruled = roles.actor is None or roles.actor == roles.target or grammar.tokens[roles.actor[0]].word.core.startswith(_RULERS)
    return people and ruled and not _is_foreign(grammar, roles.target)


_TRIBES = ("عشائر", "قبائل")
_RULERS = ("حكوم", "جيش", "وزار", "قياد", "سلط")
_TRAINED = word_list("force that others train")


def _is_foreign(grammar: Grammar, where: Range) -> bool:
    """الدولة, الولايات المتحدة, القوات | الأميركية, التحالف: a country, what is called by one, or an alliance."""
    return any(_country(grammar, at) or grammar.tokens[at].word.core in _ALLIANCES for at in range(*where))


_ALLIANCES = word_list("alliance or state that trains")


def _country(grammar: Grammar, at: int) -> bool:
    word = grammar.tokens[at].word
    return grammar.parts[at] == NOUN and not word.labels.isdisjoint(("country", "demonym"))


def _alike(grammar: Grammar, actor: Range, target: Range) -> bool:
    """الجيش العراقي ... القوات العراقية: both are called by the same country."""
    called = {grammar.tokens[at].word.core.removesuffix("ه") for at in range(*actor) if _country(grammar, at)}
    return any(grammar.tokens[at].word.core.removesuffix("ه") in called for at in range(*target))
