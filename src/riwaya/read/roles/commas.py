"""Behind commas, marks and و: what goes on with a verb, what is its object, and what belongs to neither."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.parts import AUXILIARY, NOUN, NUMERAL, PERFECTIVE, PREPOSITION, QUANTIFIER, RELATIVE, THAT, VERB
from riwaya.read.clauses.forces import FORCES, is_force
from riwaya.read.clauses.near import counted_end, counted_noun, is_place, person_group, thing_group
from riwaya.read.clauses.pointed_back import antecedent
from riwaya.read.clauses.subjects import SIDES
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import Manner

_FAR, _LABEL = 30, 6


def governs_across(phrase: Range | None, mark: Mark) -> bool:
    """شن الطيران، فجر اليوم، | غارات: across commas an event noun belongs to a verb if it is its object."""
    return phrase is not None and phrase[0] <= mark.index < phrase[1]


def goes_on_behind(grammar: Grammar, verb: int, mark: Mark) -> bool:
    """تعرضت الوزيرة، سلمى حمدان، | لمحاولة اغتيال, تمكنت القوات، بدعم جوي، | من استعادة: one aside, then the verb's own."""
    commas = [at for at in range(verb + 1, mark.index) if grammar.is_comma(at)]
    if len(commas) != 2 or grammar.tokens[commas[0] + 1].word.conjunction:
        return False
    behind = range(commas[1] + 1, mark.index)
    if any(grammar.parts[at] == VERB for at in range(verb + 1, mark.index)) or len(behind) > 2:
        return False
    first = behind[0] if behind else mark.index
    led = bool(grammar.phrases.preposition_of(grammar.tokens[first])) or grammar.parts[first] == PREPOSITION
    timed = (
        commas[0] + 1 in grammar.date_at and grammar.date_at[commas[0] + 1].end == commas[1]
    )  # محاولة الجيش، أمس، | اقتحام البلدة
    return (led or timed) and all(grammar.parts[at] == PREPOSITION or grammar.phrases.is_masdar(at) for at in behind[1:])


def before_relative(grammar: Grammar, index: int, form: VerbForm) -> Range | None:
    """إن الضاحية التي تضم الوزارات، | تعرضت لقصف: what أن puts first, before a relative clause that a comma closes."""
    comma = index - 1
    while comma > 0 and grammar.parts[comma] in (PERFECTIVE, AUXILIARY):
        comma -= 1
    if not grammar.is_comma(comma) or grammar.tokens[index].word.conjunction or form.person == 1:
        return None
    first = grammar.layout.sentence(index).start
    for at in range(comma - 1, max(first, comma - _FAR), -1):
        if grammar.is_comma(at) or grammar.parts[at] == THAT:
            return None
        if grammar.parts[at] == RELATIVE:
            found = antecedent(grammar, at, form)
            heads = found is not None and (found[0] == first or grammar.parts[found[0] - 1] == THAT)
            return found if heads else None
    return None


def past_comma(grammar: Grammar, at: int, limit: int, found: list[Range]) -> int:
    """The token behind a comma, and a time set off by it, where what the verb governs goes on; else the token itself."""
    if not grammar.is_comma(at) or not found:
        return at
    if (past := object_behind(grammar, at, limit, found[-1])) > at:
        return past
    return grammar.date_at[at + 1].end if at + 1 in grammar.date_at else at  # قصف الطيران، | أمس الخميس | مواقع في صعدة


def object_behind(grammar: Grammar, comma: int, limit: int, subject: Range) -> int:
    """قصفت القوات في المحافظة، | مستودعا للحبوب: the object behind a comma, a thing in the accusative; else the comma."""
    at = comma + 1
    if not grammar.is_comma(comma) or at >= limit or grammar.tokens[at].word.conjunction:
        return comma
    if _behind_force(grammar, comma, at, subject):
        return at
    if grammar.parts[at] != NOUN:
        return comma
    named = bool(grammar.tokens[at].word.labels & {"thing", "person"})  # اعتقلت الشرطة، | رجلا
    plain = named and not grammar.phrases.is_state(at) and not grammar.phrases.is_masdar(at)
    single = grammar.tokens[at].word.bare.endswith("ة") and not grammar.phrases.is_definite(at)  # أسقط الجيش، | طائرة
    single = single and subject[1] == comma and _is_armed(grammar, subject)
    return at if plain and (grammar.phrases.is_accusative(at) or single) else comma


def _behind_force(grammar: Grammar, comma: int, at: int, subject: Range) -> bool:
    """داهمت الشرطة صباح اليوم، | منزل الناشط, اعتقلت الشرطة، | 20 شابا: behind a force and a time it is no apposition."""
    between = range(subject[1], comma)
    timed = any(k in grammar.date_at and grammar.date_at[k].end == comma for k in between) or _told_by(grammar, between)
    if not between and _site_hit(grammar, at, subject):
        return True
    led = bool(between) and grammar.parts[between.start] == PREPOSITION  # التقى | بوزير خارجية الكويت، الشيخ
    placed = led and any(k in grammar.place_at and grammar.place_at[k].end == comma for k in between)
    if (between and not timed and not placed) or not _is_armed(grammar, subject):
        return False
    if placed:  # اعتقلت الشرطة في بغداد، | الضابط سالم الهاني
        return _is_somebody(grammar, at)
    if grammar.parts[at] in (NUMERAL, QUANTIFIER):
        return at not in grammar.date_at and not any(
            token.word.labels & {"timeword", "measure"} for token in grammar.tokens[at : at + 2]
        )
    return timed and grammar.parts[at] == NOUN and can_suffer(grammar, at)


def _told_by(grammar: Grammar, between: range) -> bool:
    """قصفت المدفعية | وفق الموقع|، مستودعا: who says so, from the subject up to the comma."""
    if len(between) < 2 or "according" not in grammar.tokens[between.start].word.labels:
        return False
    return grammar.phrases.end(between.start + 1, between.stop) == between.stop


def _is_somebody(grammar: Grammar, at: int) -> bool:
    """المدعو حسن شاهين, الشاب سالم الهاني, السوري سامر حداد: one man by name behind what he is; no town is told of so."""
    phrases, behind = grammar.phrases, at + 1
    named = behind < len(grammar.tokens) and (phrases.is_name(behind) or phrases.is_given_name(at, behind))
    return named and phrases.has_article(at) and can_suffer(grammar, at)


def _site_hit(grammar: Grammar, at: int, subject: Range) -> bool:
    """استهدفت مسيرة، | بلدة الزهراء, حاصرت القوات، | مستشفى الأمل: a site right behind a force or its arm is no apposition."""
    armed = (
        _is_armed(grammar, subject) or thing_group(grammar, subject[0]) == "vehicle" or grammar.phrases.is_event_noun(subject[0])
    )
    hit = is_place(grammar, at) or (thing_group(grammar, at) == "vehicle" and not grammar.phrases.is_definite(at))
    return armed and not is_place(grammar, subject[0]) and hit and can_suffer(grammar, at)


def _is_armed(grammar: Grammar, where: Range) -> bool:
    """الشرطة, عشرات المستوطنين, مجموعة | من المسلحين: a force, or people of one that are counted; no single man."""
    head = counted_noun(grammar, *where)
    head += 2 * (head + 2 < where[1] and grammar.tokens[head + 1].norm == "من")
    if person_group(grammar, head) in ("title", "rank"):  # قتل القائد أمس، | زعيم الجماعة
        return False
    return is_force(grammar, where) or person_group(grammar, head) in FORCES


def can_suffer(grammar: Grammar, at: int) -> bool:
    """منزل الناشط, الشاب, باحات المسجد الأقصى: somebody, something or some part of a place that no preposition governs."""
    word, phrases = grammar.tokens[at].word, grammar.phrases
    part = at + 1 in grammar.place_at and not word.bare.endswith("ين")  # ممطرين | المدينة بالقذائف
    named = bool(word.labels & {"person", "thing"}) or at in grammar.place_at or part
    says = "cue" in word.labels and at not in grammar.place_at  # | مدينة رفح may be hit
    if not named or says or "timeword" in word.labels or word.core in SIDES or not phrases.begins(at):
        return False
    return not (phrases.preposition_of(grammar.tokens[at]) or phrases.is_state(at) or phrases.is_masdar(at))


def joined_count(grammar: Grammar, at: int, limit: int, manner: Manner) -> int:
    """قتل زعيم الجماعة | و12 من مرافقيه: the token behind a number in digits that و joins to a phrase; the same token for none."""
    if grammar.tokens[at].norm != "و" or at + 1 >= limit or grammar.parts[at + 1] != NUMERAL:
        return at
    return counted_end(grammar, at + 1, limit, manner)


def joined_people(grammar: Grammar, at: int, limit: int, manner: Manner) -> int:
    """مقتل ضابط | و3 جنود, | و3 من مرافقيه; not و40 غارة: the token behind people in digits that و joins; else the same."""
    end = joined_count(grammar, at, limit, manner) if at < limit else at
    labels = grammar.tokens[counted_noun(grammar, at + 1, end)].word.labels if end > at else frozenset()
    return end if "person" in labels and "trigger" not in labels else at


def listed(grammar: Grammar, found: list[Range], limit: int, manner: Manner) -> list[Range]:
    """قصفت مخابئ|، ومساكن ومخازن، ومواقع للجماعة, اعتقلت الشرطة ضابطا| و4 جنود: the last phrase with what is listed behind."""
    if not found:
        return found
    start, end = found[-1]
    if not _is_thing(grammar, head := counted_noun(grammar, start, end)):
        people = grammar.group(head, "person")
        return [*found[:-1], (start, joined_people(grammar, end, limit, manner))] if people and end < limit else found
    while end < limit:
        more = _one_more(grammar, end, limit, manner)
        if more == end:
            break
        end = more
    return [*found[:-1], (start, end)]


def _one_more(grammar: Grammar, at: int, limit: int, manner: Manner) -> int:
    """The token behind one more thing that و joins, behind a comma or as a number; the same token where none is joined."""
    if (end := joined_count(grammar, at, limit, manner)) > at:
        return end
    behind = at + 1
    if not grammar.is_comma(at) or behind >= limit or grammar.tokens[behind].word.conjunction != "و":
        return at
    if grammar.parts[behind] != NOUN or not _is_thing(grammar, behind):
        return at
    end = grammar.phrases.end(behind, limit, manner)
    goes_on = end < limit and grammar.parts[end] in (VERB, RELATIVE)  # ، ومواقع أخرى | استهدفتها
    return at if goes_on else end


def _is_thing(grammar: Grammar, at: int) -> bool:
    """مواقع, مخازن, دبابات: a thing that is hit or taken, indefinite and no event."""
    word = grammar.tokens[at].word
    return "thing" in word.labels and not grammar.phrases.is_definite(at) and "trigger" not in word.labels


def quoted_phrase(grammar: Grammar, at: int, limit: int, manner: Manner) -> int:
    """يقتل | «33» داعشيا, دمر الطيران | «عربة كاتيوشا»: the token behind a phrase that marks open; the same token where none do."""
    close = grammar.layout.closing.get(at)
    if close is None or close >= limit or close - at > _LABEL or not grammar.phrases.begins(at + 1):
        return at
    if any(grammar.parts[k] == VERB for k in range(at + 1, close)):
        return at
    behind = close + 1
    counts = grammar.parts[at + 1] == NUMERAL and behind < limit and grammar.phrases.begins(behind)
    theirs = behind < limit and grammar.phrases.has_article(behind) and "demonym" in grammar.tokens[behind].word.labels
    theirs = theirs and grammar.phrases.is_adjective(behind) and grammar.tokens[behind].word.bare.endswith("ية")
    word = grammar.tokens[behind].word if behind < limit else None  # قصفت «قسد» | والنظام السوري القاعدة
    both = word is not None and word.conjunction == "و" and bool(word.article) and bool(word.labels & {"source", "country"})
    return grammar.phrases.end(behind, limit, manner) if counts or both else behind + theirs  # اعتقلت «شرطة الأخلاق» | الإيرانية


def marked_head(grammar: Grammar, at: int, limit: int, manner: Manner) -> int:
    """استهدفت | «عناصر مسلحة كانت تعد لهجوم»: the end of a noun that marks open and a clause describes; else the same token."""
    close = grammar.layout.closing.get(at)
    if close is None or at + 2 >= close or close >= limit or grammar.parts[at + 1] != NOUN or grammar.phrases.is_definite(at + 1):
        return at
    end = grammar.phrases.end(at + 1, close, manner)
    return end if end < close and grammar.parts[end] in (VERB, AUXILIARY) and grammar.phrases.begins(at + 1) else at


def leads_over(grammar: Grammar, noun: int, mark: Mark) -> bool:
    """قيام الجيش، خلال الأيام الماضية، | بقصف البلدة: whether a noun of carrying out leads to a deed over what commas part."""
    return behind_comma(grammar, mark.index) or goes_on_behind(grammar, noun, mark)


def behind_comma(grammar: Grammar, index: int) -> bool:
    """نجاح القوات الموالية للرئيس، | في تحرير المدينة: a deed whose preposition a comma cuts off from who does it."""
    return index > 1 and grammar.is_comma(index - 2) and grammar.parts[index - 1] == PREPOSITION


def with_relative(grammar: Grammar, where: Range) -> Range:
    """A single word goes on with the short relative clause that says which (التحالف | الذي تقوده الدولة)."""
    at = where[1]
    if where[1] - where[0] != 1 or at + 2 >= len(grammar.tokens) or grammar.parts[at] != RELATIVE or grammar.parts[at + 1] != VERB:
        return where
    if grammar.tokens[at].word.conjunction or not grammar.phrases.begins(at + 2):  # الجماعة | والذي استهدف الحاجز
        return where
    end = grammar.phrases.end(at + 2, grammar.limit(at), Manner(attach=False, join=False, split=True))
    told = grammar.parts[end : end + 1] == [THAT]  # المسلحين | الذين قالت السلطات | إنهم خطفوا التلاميذ
    return where if told else (where[0], end)


def tells_outcome(grammar: Grammar, index: int) -> bool:
    """اندلعت المعارك، مما | أجبر العائلات على الفرار: behind مما, or ما after a comma, what happened is the subject of the verb.

    وهو ما | أجبرهم, سقطت المدينة ما | أجبر الرئيس على الفرار: so too behind وهو, and before a verb of forcing.
    """
    before = grammar.tokens[index - 1].norm if index else ""
    forces = grammar.layout.norms[index - 2 : index - 1] in (["وهو"], ["هو"]) or grammar.tokens[index].word.core in _FORCES
    if before != "مما" and not (before == "ما" and (grammar.is_comma(index - 2) or forces)):
        return False
    behind = grammar.tokens[index + 1].norm if index + 1 < len(grammar.tokens) else ""
    return not behind.startswith(_POINTING_BACK) and not any(found.pronoun for found in grammar.tokens[index].word.analyses)


_FORCES = frozenset({"اجبر", "ارغم", "اضطر", "دفع"})
_POINTING_BACK = ("عليه", "به", "فيه", "منه", "اليه")
"""مما تسيطر | عليه الجماعة: behind the verb a pronoun that takes up ما."""
