"""Whether a place in a sentence can be where a claim takes place, from what relates it to the words before it."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.lang.ar.parts import NOUN, NUMERAL, PERFECTIVE, QUANTIFIER, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import swift
from riwaya.read.grammar import Grammar, Range
from riwaya.read.places.place_points import HOME_REACH, is_capital, is_home
from riwaya.read.places.places import ADVERBIAL, PlaceMention
from riwaya.read.scenes.place_origin import is_land, is_of_people, is_origin, starts_inside
from riwaya.read.scenes.place_owned import says_whose
from riwaya.read.scenes.place_posts import fires_from, is_post, is_spread
from riwaya.read.scenes.place_sites import Site
from riwaya.read.words.place_terms import has_article, is_part

_WITHIN, TOWARDS, _PARTIES = map(word_list, ("place within", "place ahead", "place of a party"))
"""What says that something happens in a place, moves towards it or takes it as a party; others make it ``located``."""
_SUCH_AS, _EXAMPLE = "ك", 0.5
_INCLUDED = ("بما فيها", "بما في ذلك")
"""قتلوا في الضفة، بما فيها | القدس: a part of the place that is told before."""
_MOVING = frozenset({"MOBILIZE", "CONSULT", "AID", "CONTROL"})
_SEIZING = frozenset({"ASSAULT", "CONTROL"})
_LEAVING, _TALKING = frozenset({"RETREAT", "COERCE", "CONTROL"}), frozenset({"CONSULT", "AGREE"})
_OF_LARGER = frozenset({"عاصمه", "مركز"})
"""What a place is called by the larger one that it is the seat of (كولومبيا عاصمة الولاية)."""
_ARRIVES = word_list("arrives")
_ON_THE_WAY = word_list("on the way")
_HEADING = word_list("heading for a place")
"""كانوا يعتزمون السفر إلى سوريا: where somebody wants to go."""
_GOAL_REACH = 10
_ORGANISATIONS, _BY_FULL_NAME = word_list("organisation, of a place"), {"الاسلاميه": "الشام"}
"""What is called after where it is; الدولة الإسلامية only by its full name (في العراق والشام), else its place follows."""
_SENT, _SENT_REACH = word_list("envoy"), 8
_UNDERGOES = word_list("undergoes")
_ASIDE, _AIMED = 2.0, 1.0
"""What a relation costs that seldom says where: the origin of an attack, the way to a place."""


@swift
@dataclass(frozen=True, slots=True)
class Happening:
    """What a site is looked at for: the type of a claim, the tokens of its triggers, its actor and target."""

    type: str
    own: frozenset[int]
    actor: Range | None
    target: Range | None


def cost(grammar: Grammar, site: Site, claim: Happening) -> float | None:
    """How unlikely a site is for a claim; None where it cannot be."""
    one = site.first
    relation = one.relation
    party = one.place.precision == "country" or _is_capital(one)
    if party and not relation and _is_toured(grammar, site, claim):
        return _VISITED
    if _in_actor(one, claim.actor) and (party or site.start - 1 not in claim.own):
        return None
    if party and (grammar.tokens[site.start - 1].norm in _LEADS or _is_tied_to(grammar, site)):
        return None
    if (
        _is_used(grammar, site, claim)
        or _is_denied(grammar, site)
        or _is_topic(grammar, site, claim)
        or _is_given_to(site, claim, party)
        or (party and _is_side(grammar, site, claim))
        or _is_home(grammar, site, claim)
        or is_post(grammar, site.start, claim.actor)
        or says_whose(grammar, site, claim.actor, claim.target)
    ):
        return None
    if _undergoes_next(grammar, site, claim):
        return 0.0
    if starts_inside(grammar, site.start):
        return _from(grammar, site, claim, party)
    return _by_relation(grammar, site, claim, party)


def _undergoes_next(grammar: Grammar, site: Site, claim: Happening) -> bool:
    """كانت | طرابلس شهدت مواجهات, | العاصمة قد عاشت معارك: what undergoes it, before its verb."""
    at = site.end + (grammar.parts[site.end : site.end + 1] == [PERFECTIVE])
    if site.first.relation or at >= min(claim.own) or grammar.parts[at] != VERB or grammar.tokens[at].word.conjunction:
        return False
    return any(getattr(found.sense.entry, "lemma", "") in _UNDERGOES for found in grammar.tokens[at].word.analyses)


_LEADS = word_list("leads, before a state")
"""التحالف بقيادة | الولايات المتحدة, تحالف تقوده | السعودية: who leads, not where it happens."""


def _is_tied_to(grammar: Grammar, site: Site) -> bool:
    """القوات المدعومة من | روسيا, سفينة لها صلة | ببريطانيا: a state that stands behind somebody is not where it happens."""
    if site.first.relation not in ("من", "ب", "ل"):
        return False
    tie = site.start - 1 - (site.first.relation == grammar.tokens[site.start - 1].norm)
    word = grammar.tokens[tie].word if tie >= 0 else None
    return word is not None and bool({word.core, word.core.removesuffix("ه").removesuffix("ين")} & _TIED)


_TIED = word_list("tied to a state")


def _by_relation(grammar: Grammar, site: Site, claim: Happening, party: bool) -> float | None:
    """How unlikely a site is for a claim by the word that places it."""
    one, relation = site.first, site.first.relation
    if " ".join(grammar.layout.norms[max(site.start - 3, 0) : site.start]).endswith(_INCLUDED):
        return _ASIDE
    if relation == ADVERBIAL or relation in _WITHIN:
        named = (relation == "في" and _is_organisation(grammar, site)) or (party and _affiliates(grammar, site, claim.own))
        return None if named else _ASIDE if claim.type == "ASSAULT" and fires_from(grammar, site.start) else 0.0
    if relation == "عن" and _is_freed(grammar, site, claim):
        return 0.0
    if relation == _SUCH_AS:
        return None if party else _EXAMPLE
    if relation in _PARTIES:
        struck = bool(one.noun) and not party
        against = relation == "ضد" and claim.type == "ASSAULT"  # هجوم ضد | مدينة جنالي
        lost = relation == "عن" and claim.type in _SEIZING and _in_target(site, claim.target)  # الدفاع عن | مدينة اجتاحوها
        return 0.0 if struck and (against or lost) else None
    if relation == "من":
        near = grammar.tokens[site.start - 2].word.core in ("قرب", "مقربه")
        return 0.0 if near or is_spread(grammar, site.start) else _from(grammar, site, claim, party)
    if relation in TOWARDS:
        return _towards(grammar, site, claim)
    if relation == "بين":
        return None if party or is_capital(one) else 0.3
    return _unrelated(grammar, site, claim, party)


def _is_topic(grammar: Grammar, site: Site, claim: Happening) -> bool:
    """جلسة لبحث الوضع في اليمن, محادثات حول سوريا: what people meet about, not where they meet."""
    if claim.type != "CONSULT" or site.start < min(claim.own):
        return False
    if site.first.relation == "حول":
        return True
    if site.first.relation not in ("في", "ب"):
        return False
    start = _first_joined(grammar, site.start)
    near = range(max(min(claim.own), start - 3), start - 1)
    return any(grammar.tokens[at].word.core in _MATTERS for at in near) or _is_of_peace(grammar, start, claim)


def _first_joined(grammar: Grammar, start: int) -> int:
    """الأزمة في سوريا | واليمن: where the first of the places begins that are joined up to one."""
    while grammar.tokens[start].word.conjunction:
        before = next((at for at in range(max(0, start - 4), start) if at in grammar.place_at), None)
        if before is None or grammar.place_at[before].end != start:
            break
        start = before
    return start


def _is_of_peace(grammar: Grammar, start: int, claim: Happening) -> bool:
    """بحث سبل السلام في سورية: peace that is sought; محادثات السلام في أفغانستان are where they are held."""
    at = start - 2
    return grammar.tokens[at].word.core == "سلام" and at - 1 not in claim.own and at > min(claim.own)


_MATTERS = word_list("matters of talks")


def _is_freed(grammar: Grammar, site: Site, claim: Happening) -> bool:
    """رفع الحصار عن المدينة: what a siege is lifted from."""
    return claim.type == "RETREAT" and grammar.tokens[site.start - 2].word.core in ("حصار", "طوق")


def _is_used(grammar: Grammar, site: Site, claim: Happening) -> bool:
    """سمحت باستخدام قاعدة إنجرليك لشن غارات: a base that is used for an attack elsewhere."""
    used = claim.type in ("ASSAULT", "AID") and site.first.noun in ("قاعده", "مطار")
    return used and grammar.tokens[site.start - 1].word.core in _USE and site.start > 0


_USE = ("استخدام", "استعمال")


def _is_given_to(site: Site, claim: Happening, party: bool) -> bool:
    """زودت واشنطن | كييف براجمات صواريخ: the state that is given something is no place."""
    return claim.type == "AID" and party and not site.first.relation and _in_target(site, claim.target)


def _is_side(grammar: Grammar, site: Site, claim: Happening) -> bool:
    """اتفاق بين دول الخليج | والولايات المتحدة, خلية سلحتها | إيران: who agrees, or does something in a clause that describes."""
    target, at = claim.target, site.start - 1
    if target is None or site.first.relation or not target[0] < site.start < target[1] + 1:
        return claim.type == "AGREE" and target == (site.start, site.end) and bool(grammar.tokens[site.start].word.conjunction)
    return grammar.parts[at] == VERB and at not in claim.own


def _is_denied(grammar: Grammar, site: Site) -> bool:
    """قتل في كابول وليس في كراتشي: where it was not."""
    return not _NOT.isdisjoint(grammar.layout.cores[max(0, site.start - 2) : site.start])


_NOT = frozenset({"ليس", "ليست"})


def _is_home(grammar: Grammar, site: Site, claim: Happening) -> bool:
    """الرئيس الذي يعيش في المنفى في الرياض: where somebody lives, not where anything happens, unless it is said of what happens."""
    homely = site.first.relation in ("في", "ب", "من") and is_home(grammar.layout, site.start)
    return homely and not any(site.start - HOME_REACH < at < site.start for at in claim.own)


def _from(grammar: Grammar, site: Site, claim: Happening, party: bool) -> float | None:
    """انسحبوا من المدينة: the place that is left or taken; أطلقوا صواريخ من لبنان, تعزيزات قادمة من صنعاء: seldom or never."""
    if is_origin(grammar, site.start, claim.own) or (claim.type in _TALKING and is_of_people(grammar, site.start)):
        return None
    if claim.type in _LEAVING and site.start > min(claim.own):
        return 0.0
    return None if party or (claim.type == "ASSAULT" and is_land(grammar, site.start)) else _ASIDE


def _towards(grammar: Grammar, site: Site, claim: Happening) -> float | None:
    """وصلوا إلى المدينة: the goal of what moves, close behind its word; seldom where anything else happens, and never the
    hospital to which those are taken who were hurt."""
    if site.first.noun in HOSPITALS and claim.type in _HURTING:
        return None
    arrives = any(grammar.tokens[at].word.core.startswith(tuple(_ARRIVES)) for at in claim.own if at < site.start)
    whole = site.place.place.precision in ("country", "region")
    if _is_sent(grammar, site) and (whole or not arrives):
        return None
    before = [at for at in claim.own if at < site.start]
    if claim.type == "RETREAT" and before and _is_left(grammar, max(before) + 1, site.start):
        return None
    if claim.type in _MOVING and arrives:
        return -_ASIDE
    if claim.type in _MOVING and any(site.start - at <= _GOAL_REACH for at in before):
        return 0.0
    goal = grammar.tokens[site.start - 2].word.core
    struck = claim.type == "ASSAULT" and goal == "تسلل" and not whole  # استهدفوا قوة خلال تسللها إلى | بلدة بليدا
    if is_on_the_way(grammar, site.start) or (goal in _HEADING and not struck):
        return None
    return _AIMED if claim.type == "ASSAULT" else _ASIDE


def _is_left(grammar: Grammar, first: int, start: int) -> bool:
    """انسحبوا من المعبر باتجاه | المدينة: whether what they left is told before where they go; no عدد من مرافقيه."""
    for at in range(first, start):
        if grammar.tokens[at].norm in _OUT_OF and grammar.parts[at - 1] not in (NUMERAL, QUANTIFIER):
            return not any(grammar.tokens[k].word.conjunction or grammar.is_comma(k) for k in range(at, start))
    return False


_OUT_OF = frozenset({"من", "منها", "منه", "منهما"})
HOSPITALS, _HURTING = frozenset({"مستشفي", "مشفي"}), frozenset({"ASSAULT", "COERCE"})


def _affiliates(grammar: Grammar, site: Site, own: frozenset[int]) -> bool:
    """وزير حقوق الإنسان بالجمهورية اليمنية: a country that says whose minister it is."""
    if site.first.relation != "ب":
        return False
    for at in range(site.start - 1, max(site.start - 5, -1), -1):
        if at in own or grammar.parts[at] != NOUN:
            return False
        if grammar.phrases.is_title(at):
            return True
    return False


def _is_organisation(grammar: Grammar, site: Site) -> bool:
    """القاعدة في جزيرة العرب, الدولة الإسلامية في العراق والشام: a country or larger in the name of an organisation."""
    before = grammar.tokens[site.start - 2].norm
    if is_part(grammar.tokens[site.start].word):  # القاعدة في | شمال سوريا
        return False
    if site.place.place.precision not in ("country", "region") or before not in _ORGANISATIONS:
        return False
    behind = _BY_FULL_NAME.get(before)
    end = min(grammar.layout.sentence(site.start).end, site.end + 2)
    return behind is None or any(grammar.tokens[at].word.core == behind.removeprefix("ال") for at in range(site.start, end))


def is_on_the_way(grammar: Grammar, start: int) -> bool:
    """تعزيزات متجهة إلى | تعز: where something has not come yet."""
    return grammar.tokens[start - 2].word.core.startswith(tuple(_ON_THE_WAY))


def _is_sent(grammar: Grammar, site: Site) -> bool:
    """مبعوث الأمم المتحدة إلى اليمن: where somebody is sent says who he is."""
    first = max(grammar.layout.sentence(site.start).start, site.start - _SENT_REACH)
    return any(grammar.tokens[at].word.core in _SENT for at in range(first, site.start))


def _in_actor(one: PlaceMention, actor: Range | None) -> bool:
    """رئيس سوريا, قوات صنعاء: a part of who acts, unless a word of place makes it where."""
    within = actor is not None and actor[0] <= one.start < actor[1] and one.start - actor[0] < 3
    return within and one.relation in ("", "ل", "من", "مع")


def _is_capital(one: PlaceMention) -> bool:
    """A capital named without a word of place: likely its government."""
    return not one.located and not one.noun and is_capital(one)


def _unrelated(grammar: Grammar, site: Site, claim: Happening, party: bool) -> float | None:
    """A place without preposition: what is hit, taken or visited, what undergoes it, or the genitive of another noun."""
    at = site.start - 1
    if at in claim.own:
        subject = party and grammar.parts[at] == VERB and not _in_target(site, claim.target)
        behind = grammar.tokens[site.end].norm if site.end < len(grammar.tokens) else ""
        doer = party and behind in ("علي", "ضد") and not _in_target(site, claim.target)  # ضربات | روسيا | على سوريا
        return None if subject or doer else 0.0
    if at < grammar.layout.sentence(site.start).start:
        return 0.5 if not party or (site.end < len(grammar.tokens) and grammar.tokens[site.end].raw == ":") else None
    word = grammar.tokens[at].word
    if grammar.parts[at] == VERB:
        return _of_verb(grammar, site, claim, party)
    if _is_hit(grammar, site, claim, party) or _is_seat(grammar, site, claim):
        return 0.0
    if site.first.relation == "ل" and party and _is_visited(grammar, site, claim) and not _is_sent(grammar, site):
        return 0.0
    of_people = bool(word.labels & {"person", "source"}) and grammar.parts[at] == NOUN
    if of_people:
        larger = party or site.first.place.precision in ("region", "admin1")  # رئيس | إقليم كردستان
        return None if party or (larger and grammar.phrases.is_title(at)) else _ASIDE
    if site.first.relation == "ل" and grammar.tokens[site.start].word.core == "دول":  # المجموعة الاقتصادية | لدول غرب أفريقيا
        return 0.0 if _is_visited(grammar, site, claim) else None
    if site.first.relation == "ل" and (party or _is_sent(grammar, site)):
        return None
    return 0.0 if _in_target(site, claim.target) else _of_noun(grammar, site, party)


def _of_noun(grammar: Grammar, site: Site, party: bool) -> float | None:
    """عاصمة | الولاية, سكان | القرية: behind a noun, of which it is the genitive."""
    before = grammar.tokens[site.start - 1]
    if site.first.relation == "ل":
        return 0.2
    if before.word.core in _OF_LARGER and not has_article(before):
        return _ASIDE
    if party and not site.first.located:
        return None
    return 0.0 if site.first.located else 0.4


def _is_hit(grammar: Grammar, site: Site, claim: Happening, party: bool) -> bool:
    """قصف التحالف | صنعاء, قصف الطيران السوري | بلدة مارع: what is hit or taken, right behind who does it."""
    if claim.target is None or claim.target[0] != site.start or site.first.relation:
        return False
    return not (party and (claim.type not in _SEIZING or grammar.tokens[site.start].word.conjunction))


def _is_seat(grammar: Grammar, site: Site, claim: Happening) -> bool:
    """هجوم على مقر بلدية | مقديشو: a capital in whose building something happens."""
    if claim.target is None or claim.type not in _SEIZING or not _in_target(site, claim.target) or not is_capital(site.first):
        return False
    return grammar.tokens[claim.target[0]].word.core in _BUILDINGS


_BUILDINGS = word_list("building of a body")


def _of_verb(grammar: Grammar, site: Site, claim: Happening, party: bool) -> float | None:
    """شهدت المدينة اشتباكات, قصفوا المدينة: what undergoes it or is hit, right behind a verb."""
    if _is_exposed(grammar, site, claim):
        return -_ASIDE
    undergoes = any(getattr(found.sense.entry, "lemma", "") in _UNDERGOES for found in grammar.tokens[site.start - 1].word.analyses)
    return 0.0 if undergoes or not party or _in_target(site, claim.target) else None


def _is_exposed(grammar: Grammar, site: Site, claim: Happening) -> bool:
    """تعرضت القاعدة التي تضم جنودا شمالي البلاد لهجوم: what undergoes it, however far behind that stands."""
    at = min(claim.own)
    exposed = any(getattr(found.sense.entry, "lemma", "") == "تعرض" for found in grammar.tokens[site.start - 1].word.analyses)
    return exposed and at > site.end and grammar.tokens[at].word.preposition == "ل"


def _is_visited(grammar: Grammar, site: Site, claim: Happening) -> bool:
    """خلال زيارته الأولى لبغداد, وصل الجنود لبولندا: where a visit goes, or who comes."""
    near = [grammar.tokens[at].word.core for at in claim.own if 0 < site.start - at <= _GOAL_REACH]
    if claim.type in _MOVING and any(core.startswith(tuple(_ARRIVES)) for core in near):
        return True
    return claim.type == "CONSULT" and any(core.startswith(_VISITS) for core in near)


def _is_toured(grammar: Grammar, site: Site, claim: Happening) -> bool:
    """يزور الوزير الأميركي مصر, غادرت القوات بيروت: the country or capital that is visited or left, behind who comes or goes."""
    before = grammar.tokens[site.start - 1]
    near = (grammar.tokens[at].word.core for at in claim.own if 0 < site.start - at <= _GOAL_REACH)
    named = has_article(before) or not before.word.labels
    return claim.type in ("CONSULT", "RETREAT") and named and any(core.startswith(tuple(_TOURS)) for core in near)


_VISITED, _TOURS = 0.2, word_list("tours")
_VISITS = ("زيار", "جول")


def _in_target(site: Site, target: Range | None) -> bool:
    return target is not None and target[0] <= site.start < target[1]
