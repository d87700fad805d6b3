"""Whose deed an event noun is, told further off than its neighbour: through a noun of taking part, a charge, an earlier topic."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.parts import ADVERB, AUXILIARY, NEGATION, NOUN, PERFECTIVE, PREPOSITION, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.able import acts, is_organised, is_party
from riwaya.read.clauses.clauses import owning
from riwaya.read.clauses.near import ACTOR, counted_end
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.bearers import accused, enabled, set_on
from riwaya.read.roles.lights import lets_by_means
from riwaya.read.roles.parties import Parties
from riwaya.read.roles.same_topic import TOPIC, topic_before
from riwaya.read.roles.set_off import is_owned_that
from riwaya.read.roles.sides import gathering_verb
from riwaya.read.statements import Told
from riwaya.read.words.parts import IN_IT

_LIGHT = frozenset({AUXILIARY, PERFECTIVE, NEGATION, ADVERB})
_NEAR = 10


def doer_beyond(parties: Parties, mark: Mark, told: Told | None) -> Range | None:
    """Whose deed an event noun is, where no word right before it tells; tried in the order of RULES."""
    for rule in RULES:
        if (doer := rule(parties, mark, told)) is not None:
            return doer if acts(parties.grammar, doer, mark) else None
    return None


def met_before(parties: Parties, mark: Mark, told: Told | None) -> Range | None:
    """بعد يومين من لقاء | جمعهما: the two before it whom a verb of bringing together means by its pronoun."""
    grammar = parties.grammar
    at = gathering_verb(grammar, mark)
    if at is None or not grammar.layout.norms[at].endswith("هما"):
        return None
    first = max(grammar.layout.sentence(at).start, told.content[0] if told else 0)
    return parties.before(at, VerbForm("perfect", 3, "c", "d"), first, people=True)


def through_part(parties: Parties, mark: Mark, told: Told | None) -> Range | None:
    """وضع خطط للتعاون في | إخراج المسلحين, متهم بالتخطيط ل | مهاجمة القرية: whoever takes the part that leads to a deed."""
    at = _part_before(parties.grammar, mark)
    return None if at is None else _governed(parties, mark, at, told)


def _part_before(grammar: Grammar, mark: Mark) -> int | None:
    """للتعاون في, بالتخطيط ل, على رأس: the token of a noun of part or lead that names nobody, right before what leads to a deed."""
    at = mark.index - 1
    if at > 0 and grammar.tokens[at].norm == "راس" and grammar.tokens[at - 1].norm == "علي":  # وصل على رأس | تعزيزات
        return at
    led = bool(mark.found.preposition) or grammar.parts[at] == PREPOSITION
    at -= not mark.found.preposition
    if at < 1 or not led:
        return None
    word = grammar.tokens[at].word
    return at if word.article and word.core in _PART and bool(word.preposition) else None


_PART = word_list("part with a preposition")


def _governed(parties: Parties, mark: Mark, at: int, told: Told | None) -> Range | None:
    """Who carries out an event noun that stood at another token."""
    word = parties.grammar.tokens[at].word
    found = changed(mark.found, preposition=word.preposition, conjunction=word.conjunction, article=False, pronoun="")
    return parties.controller(changed(mark, index=at, end=at + 1, found=found), told)


def joined_charge(parties: Parties, mark: Mark, told: Told | None) -> Range | None:
    """المتمردون المتهمون بتلقي الدعم | ومحاولة السيطرة على البلاد: who is charged with one deed and with another joined to it."""
    grammar = parties.grammar
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _NEAR)
    joint = mark.index if mark.found.conjunction else mark.index - 1
    if grammar.tokens[joint].word.conjunction != "و" or grammar.parts[joint] != NOUN:
        return None
    for at in range(joint - 1, first, -1):
        if grammar.parts[at] in (VERB, THAT, RELATIVE) or grammar.is_comma(at):
            return None
        if grammar.tokens[at].word.preposition == "ب" and grammar.phrases.is_masdar(at):
            moved = changed(mark, index=at, end=at + 1, found=changed(mark.found, preposition="ب", conjunction="", pronoun=""))
            return accused(grammar, moved)
    return None


def among_deeds(parties: Parties, mark: Mark, told: Told | None) -> Range | None:
    """مسؤولة عن عدة جرائم بينها | قتل ضابط: who is answerable for deeds of which one is named."""
    grammar = parties.grammar
    led = mark.index - 1
    if grammar.tokens[led].norm not in ("بينها", "منها"):
        return None
    led -= grammar.tokens[led - 1].norm == "من"
    led -= grammar.is_comma(led - 1)
    first = grammar.layout.sentence(mark.index).start
    for at in range(led - 1, max(first, led - _NEAR), -1):
        if grammar.parts[at] in (VERB, THAT, RELATIVE) or grammar.is_comma(at):
            return None
        before = grammar.parts[at - 1] == PREPOSITION or bool(grammar.tokens[at].word.preposition)
        if before and grammar.phrases.begins(at):
            found = changed(mark.found, preposition=grammar.tokens[at].word.preposition, conjunction="", article=False)
            return enabled(grammar, changed(mark, index=at, end=at + 1, found=found))
    return None


def on_the_way(parties: Parties, mark: Mark, told: Told | None) -> Range | None:
    """أن الوحدة تعرضت لإطلاق نار وهي في طريقها ل | اعتقال مطلوبين: whoever is on his way to a deed."""
    grammar = parties.grammar
    at = mark.index - 1
    pronoun = grammar.tokens[at].word.core.removeprefix("طريق")
    if mark.found.preposition != "ل" or pronoun not in ("ه", "ها", "هم", "هما"):
        return None
    first = max(grammar.layout.sentence(at).start, told.content[0] if told else 0)
    form = owning(pronoun)
    return topic_before(grammar, at, form, first) or parties.before(at, form, first, machines=True)


def charged_themselves(parties: Parties, mark: Mark, told: Told | None) -> Range | None:
    """أن اثنين من القتلى أجنبيان، وأنهما ضالعان في | قتل موظف: whom the pronoun of أن before a participle means."""
    grammar = parties.grammar
    at = mark.index - 1 if mark.found.preposition else mark.index - 2
    if at < 2 or not grammar.tokens[at].word.core.startswith(tuple(_DOING)) or not is_owned_that(grammar, at - 1):
        return None
    first = max(grammar.layout.sentence(at).start, told.content[0] if told else 0)
    form = owning(next(one for one in ("هما", "هم", "ها", "ه") if grammar.tokens[at - 1].norm.endswith(one)))
    return topic_before(grammar, at - 1, form, first) or parties.before(at, form, first, people=True)


_DOING = word_list("accused doer")


def by_such_means(parties: Parties, mark: Mark, told: Told | None) -> Range | None:
    """ستزود بلاده أوكرانيا بأنظمة تمكنها من | ضرب أهداف: to whom what lets somebody do a deed is given."""
    grammar = parties.grammar
    at = mark.index - 2
    if at < 1 or grammar.tokens[at + 1].norm != "من" or not lets_by_means(grammar, at):
        return None
    first = grammar.layout.sentence(at).start
    verb = next((k for k in range(at - 1, first - 1, -1) if grammar.parts[k] == VERB), -1)
    given = parties.syntax.of(verb).object if verb >= 0 else None
    form = owning(grammar.tokens[at].norm.removeprefix("تمكن"))
    return given if given is not None and given[1] <= at and parties.syntax.compatible(form, given) else None


def of_whom_it_is_said(parties: Parties, mark: Mark, told: Told | None) -> Range | None:
    """إن الحركة تعاند، وهي متمسكة بنهج | قتال الجيش, أن يكون قادرا على | استعادة المدينة: whom a pronoun or يكون means."""
    grammar = parties.grammar
    sentence = grammar.layout.sentence(mark.index).start
    at = set_on(grammar, mark, sentence)
    if at is None or at - 2 < sentence:
        return None
    form = VerbForm("perfect", 3, "f" if grammar.tokens[at].word.bare.endswith("ة") else "m", "s")
    before = at - 1
    while before > sentence and grammar.parts[before] in _LIGHT and grammar.tokens[before].word.core not in _BEING:
        before -= 1
    first = max(sentence, told.content[0] if told and told.content[0] < before else 0)
    if grammar.tokens[before].word.norm in _HE:
        return topic_before(grammar, before, form, first) or parties.before(before, form, first)
    if is_owned_that(grammar, before):  # إلا أنها | مصممة على مواصلة القتال
        return parties.before(before, form, first) or topic_before(grammar, before, form, first)
    if grammar.tokens[before].word.core in _BEING and grammar.parts[before - 1] == THAT:
        return parties.before(before, form, sentence)
    return None


_HE = frozenset({"وهو", "وهي", "هو", "هي"})
_BEING = frozenset({"يكون", "تكون"})


def taken_part_in(parties: Parties, mark: Mark, told: Told | None) -> Range | None:
    """الإضراب الذي شل الموانئ وشارك فيه | آلاف الموظفين: who took part in a protest, as a clause about it says.

    عقد اجتماع حضره | قادة الفصائل, لقاء شارك فيه | الوزير: so too who was at a meeting.
    """
    grammar = parties.grammar
    if mark.is_verb or mark.entry.group not in ("crowd", "meet"):
        return None
    limit = min(grammar.layout.sentence(mark.index).end, mark.end + 2 * _NEAR)
    for at in range(mark.index + 1, limit - 2):
        if grammar.parts[at] == THAT and mark.entry.group == "meet":
            return None
        who = at + 2 if grammar.tokens[at].word.core.startswith(_JOINED_IN) and grammar.layout.norms[at + 1] in IN_IT else 0
        who = at + 1 if grammar.tokens[at].word.core in _ATTENDED and mark.entry.group == "meet" else who
        if who:
            joined = grammar.tokens[at].word.conjunction or grammar.parts[at - 1] in (RELATIVE, NOUN)
            begins = grammar.phrases.begins(who)
            return (who, counted_end(grammar, who, grammar.limit(at), TOPIC)) if joined and begins else None
    return None


_ATTENDED = ("حضره", "حضرها", "يحضره", "تحضره", "حضرته")
_JOINED_IN = ("شارك", "يشارك", "تشارك", "اشترك")


def lures(parties: Parties, mark: Mark, told: Told | None) -> Range | None:
    """أوقعت الكتيبة قوة من الجيش في | كمين: whoever makes somebody fall into an ambush laid it."""
    grammar = parties.grammar
    if mark.is_verb or grammar.tokens[mark.index - 1].norm != "في" or grammar.tokens[mark.index].word.core not in _TRAPS:
        return None
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _NEAR)
    verb = next((at for at in range(mark.index - 1, first - 1, -1) if grammar.parts[at] == VERB), -1)
    if verb < 0 or not grammar.tokens[verb].word.core.startswith(("اوقع", "يوقع", "توقع", "استدرج")):
        return None
    found = parties.syntax.of(verb)
    doer = found.subject if found.subject is not None and found.object is not None else None
    return doer or parties.carried(verb, told)


_TRAPS = ("كمين", "كماءن", "فخ")


def arrives_on(parties: Parties, mark: Mark, told: Told | None) -> Range | None:
    """أثار وصول الرئيس أمس في | زيارة جدلا: who comes on a visit, told by the noun of his coming."""
    grammar = parties.grammar
    if mark.entry.mode != "visit" or mark.is_verb or grammar.tokens[mark.index - 1].norm != "في":
        return None
    for at in range(mark.index - 2, max(grammar.layout.sentence(mark.index).start, mark.index - 2 * _NEAR) - 1, -1):
        if grammar.parts[at] in (VERB, THAT) or grammar.is_comma(at):
            return None
        if grammar.tokens[at].word.core in _COMING and not grammar.tokens[at].word.article and grammar.phrases.begins(at + 1):
            where = at + 1, grammar.phrases.end(at + 1, mark.index, ACTOR)
            return where if is_party(grammar, where) else None
    return None


_COMING = ("وصول", "قدوم", "توجه")


def warned_off(parties: Parties, mark: Mark, told: Told | None) -> Range | None:
    """حذر الوزير الحركة من | مهاجمة السفن: who is warned against a deed would do it; not حذر السكان من هجمات."""
    if told is None or told.addressee is None or told.statement.act != "warn" or mark.index != told.content[0]:
        return None
    grammar = parties.grammar
    plain = not (mark.is_verb or mark.found.article or grammar.tokens[mark.index].word.bare.endswith("ات"))
    body = is_organised(grammar, told.addressee) or told.addressee[0] in grammar.place_at
    led = grammar.tokens[mark.index - 1].norm == "من" and mark.entry.frame in ("AO", "A")
    return told.addressee if plain and body and led else None


def called_for(parties: Parties, mark: Mark, told: Told | None) -> Range | None:
    """هتافات تطالب العسكر | بالعودة, طالب أنقرة | بسحب قواتها: who is called on by a verb that tells nothing of its own here."""
    grammar = parties.grammar
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _NEAR)
    verb = next((at for at in range(mark.index - 1, first - 1, -1) if grammar.parts[at] == VERB), -1)
    if mark.found.preposition != "ب" or verb < 0 or not grammar.tokens[verb].word.core.startswith(_CALLS):
        return None
    found = parties.syntax.of(verb)
    chanted = verb > first and grammar.parts[verb - 1] == NOUN and not grammar.phrases.is_definite(verb - 1)  # هتافات | تطالب
    whom = found.object or (found.subject if chanted else None)
    right = whom is not None and whom[0] == verb + 1 and whom[1] == mark.index and is_party(grammar, whom)
    return whom if right else None


_CALLS = ("طالب", "يطالب", "تطالب")


def of_the_deed_before(parties: Parties, mark: Mark, told: Told | None) -> Range | None:
    """إثر دخول الزعيم إلى المدينة ثم | انسحابه منها: whose deed before it was, in the genitive, where a pronoun goes on."""
    grammar = parties.grammar
    if not mark.found.pronoun or mark.entry.frame != "A":
        return None
    form = owning(mark.found.pronoun)
    for at in range(mark.index - 1, max(grammar.layout.sentence(mark.index).start, mark.index - 2 * _NEAR) - 1, -1):
        if grammar.parts[at] in (VERB, THAT, RELATIVE):
            return None
        if not grammar.phrases.is_event_noun(at) or grammar.tokens[at].word.article or not grammar.phrases.begins(at + 1):
            continue
        where = at + 1, grammar.phrases.end(at + 1, mark.index, ACTOR)
        placed = where[0] in grammar.place_at
        return where if is_party(grammar, where) and not placed and parties.syntax.compatible(form, where) else None
    return None


RULES = (
    met_before,
    through_part,
    joined_charge,
    among_deeds,
    on_the_way,
    charged_themselves,
    by_such_means,
    of_whom_it_is_said,
    taken_part_in,
    lures,
    arrives_on,
    warned_off,
    called_for,
)
"""Who does what an event noun names, told further off."""
