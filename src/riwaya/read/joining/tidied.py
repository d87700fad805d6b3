"""Roles of meetings, moves, protests and help, without what belongs to another of them or says only where."""

from __future__ import annotations

from riwaya.lang.ar.parts import AUXILIARY, NOUN, NUMERAL, PERFECTIVE, PRONOUN, QUANTIFIER, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.forces import is_body
from riwaya.read.clauses.named_sites import operations_name
from riwaya.read.clauses.near import ACTOR, TARGET, after, thing_group
from riwaya.read.clauses.pointed_back import antecedent
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.joining.arms_given_up import laid_down
from riwaya.read.joining.taken_from import taken_from
from riwaya.read.joining.troops import of_troops
from riwaya.read.phrases.manners import SHORT
from riwaya.read.roles.protests import is_of_protest
from riwaya.read.roles.replies import is_answered
from riwaya.read.roles.roles import Roles
from riwaya.read.roles.so_called import so_called
from riwaya.read.words.place_terms import place_noun
from riwaya.spelling import folded


def tidied(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """The roles of an event word, each with its own words."""
    for rule in RULES:
        roles = rule(grammar, mark, roles)
    return roles


def singled_out(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """إن الجيش | هو الذي | أطلق صواريخ, المسلحين | هم | الذين: the words that single out who did it are no part of him."""
    actor = roles.actor
    if actor is None or actor[1] > mark.index:
        return roles
    end = actor[1] - (grammar.parts[actor[1] - 1] == RELATIVE)
    single = end > actor[0] + 1 and grammar.parts[end - 1] == PRONOUN and grammar.parts[end] == RELATIVE
    return changed(roles, actor=(actor[0], end - 1)) if single else roles


def visited(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """زار كيري | بغداد, زار رئيس البرلمان | بغداد: a place at the end of a visitor is what he visits."""
    actor = roles.actor
    if not mark.is_verb or mark.entry.mode != "visit" or roles.target is not None or actor is None or actor[0] < mark.index:
        return roles
    for at in range(actor[0] + 1, actor[1]):
        if at in grammar.place_at and grammar.place_at[at].end == actor[1] and _is_whole(grammar, at - 1):
            bare = not (grammar.tokens[at].word.conjunction or grammar.phrases.preposition_of(grammar.tokens[at]))
            return changed(roles, actor=(actor[0], at), target=(at, actor[1])) if bare else roles
    return roles


def who_visits(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """المبعوث الذي كان | يزور | سول: in a relative clause a place alone behind a verb of visiting is visited."""
    actor, relative = roles.actor, mark.index - 1
    if not mark.is_verb or mark.entry.mode != "visit" or roles.target is not None or actor is None or actor[0] != mark.end:
        return roles
    relative -= grammar.parts[relative] in (AUXILIARY, PERFECTIVE)
    place = grammar.place_at.get(actor[0])
    if place is None or place.end != actor[1] or relative < 1 or grammar.parts[relative] != RELATIVE:
        return roles
    return Roles(antecedent(grammar, relative, mark.form), actor)


def hurt_among(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """وقعت إصابات | بين الجنود, عدم وقوع قتلى | بين الموظفين: those among whom some are hurt suffer."""
    actor = roles.actor
    among = actor is not None and not mark.is_verb and mark.entry.group == "result" and grammar.tokens[actor[0] - 1].norm == "بين"
    return Roles(None, actor) if among and roles.target is None else roles


def _is_whole(grammar: Grammar, at: int) -> bool:
    """Whether nobody needs a genitive behind a token: a name, a definite noun, a closing mark."""
    phrases = grammar.phrases
    pronoun = phrases.is_owned(at)
    return phrases.is_name(at) or phrases.has_article(at) or pronoun or at in grammar.layout.opening


def sent_out(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """نشر الجيش قوات | في سيناء, سحبت الدولة قواتها | من المدينة: where troops go, or whence, is no part of them.

    سلم المقاتلون مواقعهم | للجيش: nor are those to whom they hand something over.
    """
    target = roles.target
    if target is None or mark.entry.group not in ("move", "leave") or target[0] < mark.index:
        return roles
    for at in range(target[0] + 1, target[1]):
        norm, before = grammar.tokens[at].norm, at - 1
        own = grammar.parts[before] in (NUMERAL, QUANTIFIER)
        own = own or (grammar.phrases.has_article(before) and grammar.phrases.is_adjective(before))  # قواتها الموجودة | في المدينة
        to_whom = mark.entry.lemma == "سلم" and grammar.tokens[at].word.preposition == "ل" and grammar.phrases.is_definite(before)
        if (norm == "في" and not own) or (norm == "من" and grammar.phrases.is_owned(before)) or to_whom:
            return changed(roles, target=(target[0], at))
    return roles


def for_what(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """أرسل الجيش مئات الجنود | لتأمين الميناء, زار مدينة عدن | للوقوف على الدمار: for what somebody is sent or met."""
    target, phrases = roles.target, grammar.phrases
    if target is None or mark.entry.group not in ("move", "meet") or target[0] < mark.index:
        return roles
    lone = not phrases.is_definite(target[0]) and "person" not in grammar.tokens[target[0]].word.labels  # لجنة | لتوزيع المساعدات
    for at in range(target[0] + 1 + lone, target[1]):
        if grammar.tokens[at].word.preposition == "ل" and (phrases.is_masdar(at) or phrases.is_definite_masdar(at)):
            return changed(roles, target=(target[0], at))
    return roles


def whose_protest(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """اعتصام | لأهالي المخطوفين, وقفة احتجاجية | لطلاب الجامعة: those behind ل right beside a protest hold it."""
    target = roles.target
    if mark.is_verb or mark.entry.group != "crowd" or target is None or roles.actor is not None or target[0] < mark.end:
        return roles
    led = grammar.phrases.preposition_of(grammar.tokens[target[0]]) == "ل" or grammar.tokens[target[0] - 1].norm == "ل"
    between = range(mark.end, target[0])
    beside = all(grammar.phrases.is_adjective(at) and not is_of_protest(grammar, mark, at) for at in between)
    people = "person" in grammar.tokens[target[0]].word.labels
    return changed(roles, actor=target, target=None) if led and beside and people else roles


def mourned(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """إضراب حدادا | على مقتل الشبان, حدادا | على الشهداء: for whom people mourn is not against whom they protest."""
    target = roles.target
    if target is None or mark.entry.group != "crowd" or target[0] - 2 < mark.index:
        return roles
    mourning = grammar.tokens[target[0] - 1].norm == "علي" and grammar.tokens[target[0] - 2].norm.startswith("حداد")
    return changed(roles, target=None) if mourning else roles


def with_vehicle(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """دخلت | قافلة مساعدات, وصلت | حاملة طائرات: the convoy or ship that the verb needs is the head of what arrives."""
    actor = roles.actor
    comes = mark.is_verb and mark.entry.group in ("give", "move")
    if actor is not None and comes and mark.companion == actor[1] and thing_group(grammar, actor[1] - 1) == "vehicle":
        end = grammar.phrases.end(actor[0], grammar.limit(mark.index), SHORT)
        return changed(roles, actor=(actor[0], max(end, actor[1])))  # أول سفينة | مساعدات
    arrives = actor is not None and comes and mark.companion == actor[0] - 1 > mark.index
    help_itself = grammar.tokens[mark.companion].word.core.startswith(_HELP)  # وصلت مساعدات | كويتية
    if actor is None or not arrives or help_itself or grammar.tokens[mark.companion].word.preposition:
        return roles
    return changed(roles, actor=(mark.companion, actor[1]))


_HELP = ("مساعد", "معون", "اغاث")


def given_to(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """قدمت القوات الموالية للحكومة مساعدات | للسكان: who gets something stands behind whoever gives it, not within."""
    actor, target = roles.actor, roles.target
    if mark.entry.group != "give" or not mark.is_verb or actor is None or target is None or not actor[0] < target[0] < actor[1]:
        return roles
    return changed(roles, target=after(grammar, actor[1], _TO))


_TO = frozenset({"ل", "الي"})


def headed_for(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """تقدمت القوات نحو | بلدة نوران, اقتربت من | العاصمة: what troops advance on; where they only arrive is no target."""
    if roles.target is not None or mark.entry.type != "MOBILIZE" or folded(mark.entry.lemma) not in _ADVANCES:
        return roles
    limit = min(grammar.limit(mark.index), mark.index + _REACH)
    for at in range(mark.index + 1, limit - 1):
        if grammar.parts[at] in (VERB, THAT, RELATIVE) or grammar.is_comma(at):
            return roles
        near = grammar.tokens[at].norm == "من" and mark.entry.lemma == "اقترب"
        if (near or grammar.tokens[at].norm in _TOWARDS) and grammar.phrases.begins(at + 1):
            goal = (at + 1, grammar.phrases.end(at + 1, limit, TARGET))
            side = goal[1] - goal[0] == 1 and "direction" in grammar.tokens[at + 1].word.labels  # تقدموا باتجاه | الشمال
            return roles if side else changed(roles, target=goal)
    return roles


def without_name(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """أطلق الجيش عملية | «الصقر» ضد الجماعة: the name of an operation suffers nothing; against whom it is may stand behind it."""
    target = roles.target
    if mark.entry.group != "start" or target is None or target[0] < mark.end:
        return roles
    name = operations_name(grammar, target[0] + (target[0] in grammar.layout.closing))
    return roles if name is None else changed(roles, target=after(grammar, name[1] + 1, _AGAINST))


_AGAINST = frozenset({"ضد"})


def answered_apart(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """رد الجيش على | القصف بغارات على المدينة: what the answer hits was not hit by the attack that is answered."""
    target = roles.target
    if target is None or mark.is_verb or target[0] < mark.end or not is_answered(grammar, mark.index):
        return roles
    between = range(mark.end, target[0])
    apart = any(grammar.phrases.is_event_noun(at) and grammar.tokens[at].word.preposition == "ب" for at in between)
    return changed(roles, target=None) if apart else roles


def without_topic(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """بحث الوزير مع نظيره التركي | سبل التعاون, مع سامي حداد | مستجدات المنطقة: what two talk over is no part of who is met."""
    target = roles.target
    if mark.entry.group != "meet" or target is None:
        return roles
    topic = (at for at in range(target[0] + 1, target[1]) if grammar.tokens[at].word.norm in _TOPICS)
    at = next(topic, target[1])
    return changed(roles, target=(target[0], at)) if at < target[1] and _ends_name(grammar, at - 1) else roles


_TOPICS = word_list("what is talked over")


def with_office(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """اعتقلت الشرطة العقيد نزار الخطيب | قائد اللواء: behind rank and name of somebody who suffers his office is said of him."""
    target, phrases = roles.target, grammar.phrases
    if target is None or mark.entry.group not in ("result", "arrest", "free", "attack", "meet") or target[1] - target[0] < _NAMED:
        return roles
    at, limit = target[1], grammar.limit(target[0])
    office = at + 1 < limit and phrases.is_title(at) and not (phrases.has_article(at) or grammar.tokens[at].word.conjunction)
    ranked = phrases.is_title(target[0]) and phrases.has_article(target[0])
    if not (office and ranked) or (phrases.has_article(at - 1) and phrases.is_adjective(at - 1)):
        return roles
    end = phrases.end(at, limit, TARGET)
    acts = roles.actor is not None and at <= roles.actor[0] < end
    return roles if acts else changed(roles, target=(target[0], end))


_NAMED = 3


def _ends_name(grammar: Grammar, at: int) -> bool:
    """نظيره التركي, سامي | حداد: a definite word, a name, or the surname behind one."""
    return grammar.phrases.is_definite(at) or grammar.phrases.is_name(at) or grammar.phrases.is_name(at - 1)


def visits_there(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """فالون الذي يزور | العراق: a land right behind a visit in a relative clause is visited by whom the clause tells of."""
    actor = roles.actor
    if not mark.is_verb or mark.entry.mode != "visit" or roles.target is not None or actor is None or actor[0] != mark.index + 1:
        return roles
    if actor[0] not in grammar.place_at or grammar.parts[mark.index - 1] != RELATIVE:
        return roles
    return changed(roles, actor=antecedent(grammar, mark.index - 1, None), target=actor)


_ADVANCES, _TOWARDS, _REACH = word_list("advances"), word_list("headed for"), 12


def left_behind(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """نزح آلاف المدنيين | من مدينة الفاشر: the place people leave says where from, not who they are."""
    target = roles.target
    if not mark.is_verb or mark.entry.kind != "displaced" or target is None or target[0] < mark.index:
        return roles
    for at in range(target[0] + 1, target[1] - 1):
        if grammar.tokens[at].norm == "من" and (at + 1 in grammar.place_at or place_noun(grammar.tokens[at + 1]) is not None):
            return changed(roles, target=(target[0], at))
    return roles


def said_to_be(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """الجبهة الثورية، وهي | مجموعة متشددة تقف وراء هجمات: what a body is said to be did what the body did."""
    actor = roles.actor
    if actor is None or actor[0] < 2 or grammar.tokens[actor[0] - 1].norm not in _WHICH_IS or not is_body(grammar, actor):
        return roles
    end = actor[0] - 1 - grammar.is_comma(actor[0] - 2)
    first, found = grammar.layout.sentence(end).start, None
    for at in range(end - 1, first - 1, -1):
        if grammar.parts[at] != NOUN or grammar.is_comma(at):
            break
        if grammar.phrases.begins(at) and grammar.phrases.end(at, end, ACTOR) == end:
            found = at, end
    return roles if found is None or not is_body(grammar, found) else changed(roles, actor=found)


_WHICH_IS = ("وهي", "وهو")


RULES = (
    singled_out,
    said_to_be,
    visited,
    who_visits,
    hurt_among,
    without_topic,
    visits_there,
    sent_out,
    for_what,
    mourned,
    whose_protest,
    with_vehicle,
    given_to,
    with_office,
    taken_from,
    headed_for,
    without_name,
    answered_apart,
    of_troops,
    so_called,
    left_behind,
    laid_down,
)
