"""What an event noun is done to: its genitive where somebody else sets about it, what stands behind the genitive that does it,
and whoever stands before the words that tell of his wounds."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, QUANTIFIER, VERB
from riwaya.read.clauses.clauses import guessed_form
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.forces import is_force
from riwaya.read.clauses.near import SPLIT_TARGET, TARGET, second_phrase
from riwaya.read.clauses.subjects import preverbal_subject
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.commas import can_suffer
from riwaya.read.roles.prepositions import past_preposition


def is_ready_to(grammar: Grammar, mark: Mark) -> bool:
    """بريطانيا مستعدة | لقصف المتشددين, | لضرب «داعش» فتحت القاعدة: what somebody is ready or sets out to do hits the genitive."""
    heads = mark.index == grammar.layout.sentence(mark.index).start
    return mark.found.preposition == "ل" and (heads or grammar.tokens[mark.index - 1].word.core.startswith(_READY))


_READY = ("مستعد", "جاهز", "متاهب")


def fights_whom(grammar: Grammar, mark: Mark, genitive: Range) -> bool:
    """يختص | بقتال تنظيم «داعش», انضم إلى | قتال الحوثيين: whom somebody sets about fighting, unless ضد or مع says against whom.

    بذل المزيد في | قتال داعش: behind في too a group that is called by its name.
    """
    before = grammar.tokens[mark.index - 1].norm if mark.index else ""
    named = before == "في" and grammar.register.names_one(grammar.tokens[genitive[0]].word.core)
    led = mark.found.preposition == "ب" or before == "الي" or named
    behind = grammar.layout.norms[genitive[1] : genitive[1] + 3]
    return mark.entry.lemma == "قاتل" and led and not {"ضد", "مع"} & set(behind)


def who_is_so(grammar: Grammar, mark: Mark) -> Range | None:
    """إن ثلاثة جنود | مصابون بجروح, البعض منهم | مصابون بحروق: who stands right before the words that tell of their wounds.

    نقل ثلاثة جنود إلى المستشفى | مصابين بجروح: or the nearest who are counted, if the words before name nobody.
    """
    if (mark.entry.group, mark.entry.frame) != ("state", "C") or mark.index == 0:
        return None
    end = mark.index - (grammar.tokens[mark.index - 1].norm in _OF_THEM)
    end -= grammar.parts[end - 1] == VERB and not grammar.tokens[end - 1].word.conjunction  # إن الرجل وصل | مصابا برصاصة
    first = max(grammar.layout.sentence(mark.index).start, end - _NEAR)
    heads = [at for at in range(first, end) if grammar.phrases.begins(at) and not _is_governed(grammar, at)]
    where = next(((at, end) for at in heads if grammar.phrases.end(at, end, TARGET) == end), None)
    if where is not None:
        return _who_came(grammar, first, where) or where
    counted = next((at for at in reversed(heads) if grammar.parts[at] == NUMERAL), None)
    return (counted, grammar.phrases.end(counted, end, SPLIT_TARGET)) if counted is not None else None


def _who_came(grammar: Grammar, first: int, where: Range) -> Range | None:
    """وصل | المصور إلى مستشفى القدس مصابا: whoever stands behind the verb, where a place stands before the words of his wounds."""
    behind = where[0] > 0 and grammar.tokens[where[0] - 1].word.labels & {"thing", "source"}  # مستشفى | القدس
    if "person" in grammar.tokens[where[0]].word.labels or not (behind or where[0] in grammar.place_at):
        return None
    verb = next((at for at in range(where[0] - 1, first - _NEAR, -1) if at >= 0 and grammar.parts[at] == VERB), None)
    if verb is None:
        return None
    if not grammar.phrases.begins(verb + 1) or _is_governed(grammar, verb + 1) or verb + 1 in grammar.place_at:
        return preverbal_subject(grammar, verb, guessed_form(grammar, verb))
    return verb + 1, grammar.phrases.end(verb + 1, where[0], SPLIT_TARGET)


def _is_governed(grammar: Grammar, at: int) -> bool:
    """إلى | المستشفى, بالقرية: what a preposition governs is not wounded."""
    return bool(grammar.phrases.preposition_of(grammar.tokens[at])) or (at > 0 and grammar.parts[at - 1] == PREPOSITION)


_NEAR, _OF_THEM = 8, frozenset({"منهم", "منها", "منهن"})


def object_behind(grammar: Grammar, genitive: Range) -> Range | None:
    """استعادة القوات | البلدة, استعادة القوات | للبلدة: what the genitive of a verbal noun does it to.

    تحييد 14 إرهابيا | شمال العراق, قنص جندي | شرقي الحي: behind so many who are counted, or one, a point of the compass says where.
    """
    if is_force(grammar, genitive) and (past := _past_time_or_place(grammar, genitive)) > genitive[1]:
        genitive = (genitive[0], past)
    second = second_phrase(grammar, genitive)
    at = genitive[1]
    if second is None and (struck := _past_whose(grammar, genitive)) is not None:
        return struck
    if second is not None and (_is_whereabouts(grammar, genitive, second) or _is_his_office(grammar, genitive, second)):
        return None
    if second is not None and not is_force(grammar, genitive):
        loose = grammar.parts[second[0]] == NUMERAL or grammar.phrases.is_adjective(second[0])
        second = None if loose and not grammar.phrases.is_definite(second[0]) else second
    if second is not None or at >= grammar.limit(genitive[0]) or grammar.tokens[at].word.conjunction:
        return second
    if grammar.tokens[at].word.preposition != "ل" or not grammar.phrases.begins(at) or grammar.phrases.is_event_noun(at):
        return None
    return None if is_owners(grammar, genitive) else (at, grammar.phrases.end(at, grammar.limit(at), TARGET))


def _is_whereabouts(grammar: Grammar, genitive: Range, second: Range) -> bool:
    """تحييد 14 إرهابيا | شمال العراق: a point of the compass behind so many, or one."""
    return "direction" in grammar.tokens[second[0]].word.labels and _is_counted_or_one(grammar, genitive[0])


def _is_his_office(grammar: Grammar, genitive: Range, second: Range) -> bool:
    """استهداف العميد نزار الخطيب | قائد اللواء: an office behind the rank and name of one man is his; لقاء الرئيس | وزير الدفاع."""
    if any(entry.group == "meet" for entry in entries_at(grammar, genitive[0] - 1)):
        return False
    titled = grammar.phrases.is_title(genitive[0]) and grammar.phrases.is_title(second[0]) and genitive[1] - genitive[0] > 1
    return titled and grammar.phrases.has_article(genitive[0]) and not grammar.phrases.has_article(second[0])


def received_later(grammar: Grammar, mark: Mark, genitive: Range) -> Range | None:
    """استقبال الملك في قصر السلام أمس | لوزير الدفاع: whom somebody receives, behind ل and where and when he does it."""
    if mark.entry.group != "meet" or mark.entry.frame != "AO":
        return None
    at, limit = genitive[1], min(grammar.limit(mark.index), genitive[1] + 2 * _NEAR)
    while at < limit:
        word = grammar.tokens[at].word
        if word.preposition == "ل" and grammar.phrases.begins(at):
            somebody = word.labels & {"person", "source", "country"} and not grammar.phrases.is_event_noun(at)
            return (at, grammar.phrases.end(at, grammar.limit(at), TARGET)) if somebody else None
        past = grammar.date_at[at].end if at in grammar.date_at else at
        past = past_preposition(grammar, at, limit) if grammar.tokens[at].norm in ("في", "لدي") else past
        if past == at and grammar.phrases.preposition_of(grammar.tokens[at]) == "ب":
            past = grammar.phrases.end(at, limit, SPLIT_TARGET)
        if past == at:
            return None
        at = past
    return None


def _past_whose(grammar: Grammar, genitive: Range) -> Range | None:
    """اقتحام عشرات الجنود من الجيش | بلدة حلحول: the place behind a crowd and the force that it is of."""
    at, limit = genitive[1], grammar.limit(genitive[0])
    crowd = grammar.parts[genitive[0]] in (NUMERAL, QUANTIFIER) and at + 1 < limit and grammar.tokens[at].norm == "من"
    if not crowd or not grammar.phrases.begins(at + 1):
        return None
    for here in range(at + 2, min(grammar.phrases.end(at + 1, limit, TARGET) + 1, limit)):
        if here in grammar.place_at and not grammar.phrases.preposition_of(grammar.tokens[here]):
            whose = grammar.parts[here - 1] == NOUN and (
                grammar.phrases.is_definite(here - 1) or not grammar.tokens[here - 1].word.labels
            )
            where = "direction" in grammar.tokens[here].word.labels
            return (here, grammar.place_at[here].end) if whose and not where else None
    return None


def _is_counted_or_one(grammar: Grammar, at: int) -> bool:
    """14 إرهابيا, جندي: a number, or a single person without the article, who has no object."""
    found = grammar.tokens[at].word.find("person")
    if found is None or found.article or grammar.phrases.is_title(at):
        return grammar.parts[at] == NUMERAL
    return isinstance(found.sense.form, NounForm) and found.sense.form.number == "s"


def _past_time_or_place(grammar: Grammar, genitive: Range) -> int:
    """اقتحام القوات، فجر اليوم، | للبلدة, اقتحام القوات صباح الأحد، | أطراف البلدة: the token behind a time and its commas,
    or behind where they are."""
    at, limit = genitive[1], grammar.limit(genitive[0])
    start = at + (at < limit and grammar.is_comma(at))
    end = start
    while end < limit and end in grammar.date_at:
        end = grammar.date_at[end].end
    end += end > start and end < limit and grammar.is_comma(end)
    if end == at and at + 1 in grammar.place_at and grammar.tokens[at].norm == "في":  # قصف المتمردين | في اليمن | لأحياء سكنية
        behind = grammar.place_at[at + 1].end
        return behind if behind < limit and grammar.tokens[behind].word.preposition == "ل" else at
    to_whom = start < end < limit and grammar.tokens[end].word.preposition == "ل"
    return end if to_whom or (start < end < limit and can_suffer(grammar, end)) else at


def is_owners(grammar: Grammar, genitive: Range) -> bool:
    """استهداف رتل | للنظام, قصف حشود | لقوات الاحتلال: behind something indefinite ل names whose it is."""
    at = genitive[1]
    if at >= grammar.limit(genitive[0]) or grammar.tokens[at].word.preposition != "ل" or grammar.phrases.is_definite(at - 1):
        return False
    return not grammar.phrases.is_proper(at - 1) and is_force(grammar, (at, at + 1))


def is_held(grammar: Grammar, mark: Mark, against: Range) -> bool:
    """المعارك بعد سيطرة المتمردين على | المدينة, اعتقاله بعد استيلاء الجيش على | السلطة: what a noun of control between takes
    for itself the deed does not hit."""
    parted = mark.entry.type == "ASSAULT" or mark.entry.group in ("arrest", "free")
    between = range(mark.end, against[0]) if parted else range(0)
    rows = (found.sense.entry for at in between for found in grammar.tokens[at].word.all("trigger", "noun"))
    return any(isinstance(row, Trigger) and row.type == "CONTROL" and "علي" in row.preps for row in rows)


def is_outcome(grammar: Grammar, at: int) -> bool:
    """أدى القصف | لإصابة ثلاثة جنود, أدت الغارة | لوفاة شخصين: behind ل what became of people, no victims (استهداف لجرحى)."""
    return any(entry.group == "result" and entry.frame != "C" for entry in entries_at(grammar, at))
