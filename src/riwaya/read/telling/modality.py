"""Whether an event is said to have happened: negation, plans, demands, conditions, possibilities."""

from __future__ import annotations

from functools import cache

from riwaya.lang.ar.parts import NEGATION, PERFECTIVE, PREPOSITION, RELATIVE, SUBORDINATOR, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.advances import ADVANCE, is_repelled
from riwaya.read.clauses.further_deeds import is_besides
from riwaya.read.clauses.joined_talks import stays_away
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.bearers import is_course
from riwaya.read.roles.foregone import is_answer, is_background, is_foregone, is_given, is_told_of
from riwaya.read.roles.purposes import is_provided, is_purpose, is_taken
from riwaya.read.roles.reaches import ends_reach, is_any, is_obliged, is_owed, is_unless, may_be, only_describes
from riwaya.read.roles.recalled import is_not_in_state
from riwaya.read.statements import Told, is_put_to
from riwaya.read.telling.ahead import (
    TO_COME,
    hardly_can_be,
    is_ahead,
    is_close,
    is_dated_to_come,
    is_due,
    is_imminent,
    is_ordered,
    laid_down,
    within_if,
)
from riwaya.read.telling.aims import has_begun, has_not_come, is_an_aim, is_to_help, may_come, may_deal, not_aimed_at, will_be
from riwaya.read.telling.deals import made_by_relative
from riwaya.read.telling.foiled import is_foiled, was_foiled, was_made
from riwaya.read.telling.governed import under_negated_verb
from riwaya.read.telling.hedged import (
    condition_of,
    goes_on,
    is_decided_on,
    is_dispersed,
    is_feared,
    is_joined_aim,
    is_past,
    is_pressed_for,
    may_have_been,
    meets_any,
    under_condition,
)
from riwaya.read.telling.imagined import (
    is_asked_whether,
    is_attempted_killing,
    is_invited_to,
    is_not_planned,
    is_to_be_stopped,
    is_unconfirmed,
    would_be,
)
from riwaya.read.telling.kinds import holds
from riwaya.read.telling.likely import is_inferred, is_likely
from riwaya.read.telling.missing import (
    has_broken_off,
    has_failed,
    is_kept_from,
    is_left_undone,
    is_none_at_all,
    is_not_let,
    is_not_prevented,
    nearly_was,
    no_longer,
    not_wanted_instead,
)
from riwaya.read.telling.preconditions import waits_for
from riwaya.read.telling.supposed import but_for, condition_around, is_future, supposed, would_have, would_not_have
from riwaya.read.telling.terms import by_terms
from riwaya.read.telling.tried import tried_across
from riwaya.read.telling.undone import excepted, not_carried_out
from riwaya.read.telling.untrue import is_untrue
from riwaya.read.telling.withheld import is_cut_off
from riwaya.read.words.noverbs import imperfect
from riwaya.spelling import folded
from riwaya.tables import language_folder, load_table

_BACK, _FAR, _NEAR, _SOON = 6, 14, 3, 6


@cache
def _operators() -> dict[str, str]:
    return {folded(row["form"]): row["modality"] for row in load_table(language_folder("ar"), "modality.tsv")}


def factuality(grammar: Grammar, mark: Mark, told: Told | None) -> tuple[bool, str]:
    """Whether the event at a trigger is negated, and its modality."""
    if is_given(grammar, mark):
        return mark.entry.group == "breach", "actual"
    if is_dispersed(grammar, mark):
        return False, "actual"
    if is_unless(grammar, mark):
        return mark.entry.group == "breach", "conditional"
    negated = is_negated(grammar, mark)
    modality = own = _own_modality(grammar, mark)
    if told is not None:
        negated = negated or _denied(grammar, mark, told)
        modality = _from_statement(grammar, mark, told, own)
        condition = condition_of(grammar, told, modality)
        if (
            condition is not None
            and modality in ("planned", "actual", "possible")
            and _in_condition_frame(grammar, mark, told, condition)
        ):
            modality = under_condition(grammar, mark, condition, (modality, own))
    if negated and mark.entry.group == "breach" and grammar.tokens[mark.index - 1].word.core in _AVERTS:
        return True, "possible"  # أجرى اتصالات لمنع | انهيار الهدنة
    return bool(negated) != (mark.entry.group == "breach"), modality


def is_negated(grammar: Grammar, mark: Mark) -> bool:
    """A negation before the verb, or عدم, دون, إحباط before the noun; لا ... إلا affirms, and so does لا يزال."""
    index = mark.index
    if is_unconfirmed(grammar, mark):
        return False
    first = max(grammar.layout.sentence(index).start, index - _NEAR)
    negatable = NEGATION in grammar.parts[first:index] or not mark.is_verb
    for at in range(index - 1, first - 1, -1) if negatable else ():
        word = grammar.tokens[at].word
        if grammar.phrases.past_lack(at, index) > at or grammar.tokens[at + 1].norm in STILL:
            continue
        governs = at == index - 1 or not mark.is_verb or grammar.parts[at + 1] != VERB or no_longer(grammar, at, index)
        denies = mark.is_verb or word.core in _LACKS or (at == index - 1 and _of_no_kind(grammar, mark))
        if grammar.parts[at] == NEGATION and denies and governs:
            return not excepted(grammar, index)
        if not mark.is_verb and _operator(grammar, at) == "negated" and not is_besides(grammar, mark.found, mark.index, at):
            return not (is_not_prevented(grammar, at) or was_made(grammar, mark, at))
        if grammar.is_comma(at) or grammar.parts[at] == THAT or is_background(grammar, at):
            break
    if mark.is_verb:
        return nearly_was(grammar, index) or is_left_undone(grammar, index) or is_foiled(grammar, mark) or is_untrue(grammar, mark)
    return holds(_UNDONE, grammar, mark) or (mark.entry.lemma in ADVANCE and is_repelled(grammar, index))


_NOT_DONE = (not_carried_out, is_not_in_state, has_failed, has_not_come, is_cut_off, stays_away, is_none_at_all)
_PREVENTED = (
    not_wanted_instead,
    is_kept_from,
    is_not_let,
    is_foiled,
    is_untrue,
    is_not_planned,
    under_negated_verb,
    has_broken_off,
)
_UNDONE = (*_NOT_DONE, *_PREVENTED)
_LACKS = frozenset({"عدم", "بلا", "انعدام"})
_AVERTS = ("منع", "تجنب", "تفادي")
STILL = word_list("still")
"""لا | يزال يحاصر, ما | زالوا ينتشرون: a negation before these says that it goes on."""


def _of_no_kind(grammar: Grammar, mark: Mark) -> bool:
    """لا اتفاق بين الجانبين, لا قتلى: لا right before a noun that is not definite."""
    return grammar.tokens[mark.index - 1].norm in ("لا", "ولا") and not (mark.found.article or mark.found.pronoun)


def _operator(grammar: Grammar, at: int) -> str:
    """What a word says of the event behind it, as written or without the particles on it (بعدم, ولمنع)."""
    word = grammar.tokens[at].word
    table = _operators()
    return table.get(word.norm) or table.get(word.norm.removeprefix(word.conjunction)) or table.get(word.core, "")


def _own_modality(grammar: Grammar, mark: Mark) -> str:
    """What the clause itself says: a future form, a purpose, a word of plan, demand or possibility before the trigger."""
    index = mark.index
    if is_asked_whether(grammar, mark):
        return "possible"
    if mark.found.future:
        return "conditional" if meets_any(grammar, mark) or but_for(grammar, mark) else "planned"
    if mark.found.preposition == "ل" and (mark.is_verb or would_have(grammar, mark)):
        return "conditional" if would_have(grammar, mark) else "planned"
    if mark.is_verb and grammar.tokens[index - 1].norm == "قد" and mark.form is not None and mark.form.tense == "imperfect":
        return "possible"
    if may_be(grammar, mark) and not was_foiled(grammar, mark):  # استعداد القوات لصد | هجوم محتمل
        return "possible"
    if holds(_HANGING, grammar, mark):
        return "conditional"
    if holds(_DEMANDED, grammar, mark):
        return "demanded"
    if was_foiled(grammar, mark):
        return "actual"
    happened = is_told_of(grammar, mark, at_once=True)
    feared = index > 0 and _operator(grammar, index - 1) == "possible"  # انتشر الجنود تحسبا | لهجوم جديد
    aim = (is_purpose(grammar, mark) and not feared) or is_provided(grammar, mark) or has_begun(grammar, mark)
    if (aim and not mark.is_verb and not happened) or holds(_TO_COME, grammar, mark):
        return "planned"
    return (
        laid_down(grammar, mark)
        or supposed(grammar, mark)
        or (
            ""
            if is_taken(grammar, mark)
            or _never(grammar, mark)
            or is_course(grammar, mark)
            or (happened and not _leads_in(grammar, index))
            else _operator_before(grammar, mark)
        )
        or tried_across(grammar, mark, _operators())
        or condition_around(grammar, mark)
        or _planned_behind(grammar, mark)
    )


def _leads_in(grammar: Grammar, index: int) -> bool:
    """احتمال | هجوم, خوفا من | هجمات: a word of plan or fear right before the event word, or before its preposition."""
    feared = grammar.parts[index - 1] == PREPOSITION and grammar.tokens[index - 2].norm in _REASONS
    return feared or bool(_operator(grammar, index - 1))


def _never(grammar: Grammar, mark: Mark) -> bool:
    """سيضرب مواقع لم | يضربها من قبل: what was not done before, whatever will be."""
    return is_past(grammar, mark) and grammar.parts[mark.index - 1] == NEGATION


def _was_done_by_then(grammar: Grammar, mark: Mark) -> bool:
    """سيطلق سراح خمسين أسيرا | شاركوا في القتال: the perfect in a clause that describes is past, whatever will be."""
    return is_past(grammar, mark) and grammar.tokens[mark.index - 1].norm != "قد" and not mark.found.conjunction


def _will_carry_out(grammar: Grammar, mark: Mark) -> bool:
    """ستقوم | القوات الحكومية والفصائل المتحالفة معها | بتسليم الأسرى: a future verb of doing, its long subject, and the deed."""
    if mark.found.preposition != "ب":
        return False
    first = max(grammar.clause_start(mark.index), mark.index - _FAR)
    for at in range(mark.index - 1, first - 1, -1):
        if grammar.parts[at] == VERB:
            return grammar.light(at) == "actor" and is_future(grammar, at)
        if grammar.is_comma(at) or (grammar.phrases.is_event_noun(at) and "person" not in grammar.tokens[at].word.labels):
            return False
    return False


def _operator_before(grammar: Grammar, mark: Mark) -> str:
    """A word of plan, demand or possibility before the event word in its clause (يعتزم، ضرورة، قد)."""
    index, operators = mark.index, _operators()
    first = grammar.layout.sentence(index).start
    deed = not mark.is_verb and "person" not in grammar.tokens[index].word.labels
    listed = deed and mark.found.conjunction == "و" and mark.entry.group != "result"  # تحاول طردهم | وتدمير المقر
    for at in range(index - 1, max(first, index - (_FAR if listed else _BACK)) - 1, -1):
        if grammar.is_comma(at) or grammar.parts[at] in (SUBORDINATOR, RELATIVE) or is_answer(grammar, at):
            break
        token = grammar.tokens[at]
        norm = token.norm
        found = operators.get(norm) or (operators.get(norm[1:]) if token.word.conjunction else None)
        if norm == "بد" and grammar.tokens[at - 1].norm == "لا":
            return "demanded"
        if found in ("planned", "possible", "demanded", "conditional") and not _threatens_it(grammar, at, mark):
            known = _is_reason(grammar, mark, norm) or (found == "planned" and only_describes(grammar, at, mark))
            return "" if known else found
        if ends_reach(grammar, at, mark):
            break
        future = norm in _WILL or ("س" in norm[:2] and is_future(grammar, at))
        if future or (at >= index - 2 and _aims(grammar, at, index)):
            behind = future and at > first + 2  # في حال سقوط المدينة، سيعني ذلك | سيطرة الجماعة, not ستتوقف المحادثات إذا
            ahead = (behind and condition_around(grammar, mark)) or "planned"
            return "" if _was_done_by_then(grammar, mark) else ahead
        if norm[:3] == "علي" and is_owed(grammar, at):
            return "demanded"
        if norm in ("قد", "وقد") and (imperfect(grammar.tokens[at + 1]) or may_deal(grammar, at + 1, mark)):
            return "possible"
        if grammar.parts[at] == VERB and at < index - 1 and mark.is_verb:
            break
    return ""


def _threatens_it(grammar: Grammar, at: int, mark: Mark) -> bool:
    """يهدد | القصف الهدنة: behind a verb of threatening only what ب leads to may come about; behind الخوف what من does."""
    if grammar.tokens[at].word.core == "حاجه":
        return mark.entry.type not in ("RETREAT", "CONSULT", "AGREE")
    if grammar.tokens[at].norm.startswith(("الخوف", "المخاوف")):
        return grammar.tokens[at + 1].norm != "من"
    led = (token.word.preposition == "ب" for token in grammar.tokens[at + 1 : mark.index + 1])
    return not_aimed_at(grammar, at, mark) or ("هدد" in grammar.tokens[at].norm and not any(led))


def _is_reason(grammar: Grammar, mark: Mark, norm: str) -> bool:
    """خوفا من القصف | سحب مقاتليه, واستعدادا للاقتحام | نشر دباباته: why somebody did something says nothing of what he did."""
    reason = norm.removeprefix("و") in _DONE_FOR or "خوف" in norm or "خاوف" in norm
    return reason and is_past(grammar, mark)


_DONE_FOR = word_list("done for a reason")
_REASONS = ("خوفا", "تخوفا", "تحسبا", "خشيه", "منعا")
_WILL = frozenset({"لن", "سيتم", "وسيتم", "سوف", "وسوف"})


def _aims(grammar: Grammar, at: int, index: int) -> bool:
    """لشن | غارات, لتنفيذ | هجوم: a light noun with ل says what something is for; so does ليساعدهم في | اقتحام البلدة."""
    if at == index - 1 and any(found.preposition == "ل" for found in grammar.tokens[at].word.all("light", "noun")):
        return True
    return is_to_help(grammar, at, index)


def _planned_behind(grammar: Grammar, mark: Mark) -> str:
    """An adjective of the future right behind the event word (الانسحاب المقبل)."""
    if mark.entry.type == "RETREAT" and not mark.is_verb:
        begins = grammar.tokens[mark.end : mark.end + _SOON]
        if any(token.word.core in ("تبدا", "يبدا", "تسري", "يسري") for token in begins):
            return "planned"
    coming = not TO_COME.isdisjoint(grammar.layout.norms[mark.end : mark.end + 2])
    if coming or is_dated_to_come(grammar, mark) or will_be(grammar, mark):
        return "planned"
    return "possible" if holds(_MAY_BE, grammar, mark) else "actual"


def _denied(grammar: Grammar, mark: Mark, told: Told) -> bool:
    """What a denial begins with is negated; a relative clause in it is not."""
    first = grammar.tokens[told.content[0]].word
    comments = bool(first.article) and first.core == "تعليق"  # رفض المتحدث | التعليق على أنباء عن جنود أصيبوا
    if told.statement.act not in ("deny", "reject") or told.statement.rule == "label" or comments:
        return False
    if told.statement.act == "deny" and told.statement.detail not in ("deny", "refute", "rule_out", "refuse"):
        return False
    start = told.content[0]
    if told.statement.act == "reject" and mark.entry.group in ("deal", "stop") and made_by_relative(grammar, mark.end):
        return False  # عارض النواب | الاتفاق الذي أبرمه الرئيس
    return not any(
        is_background(grammar, at) or grammar.is_comma(at) or _until_done(grammar, at) for at in range(start, mark.index)
    )


def _until_done(grammar: Grammar, at: int) -> bool:
    """رفض استقباله | حتى تم اغتياله: what happened in the end is not what was refused."""
    return grammar.tokens[at].norm == "حتي" and (grammar.parts[at + 1] == VERB or grammar.tokens[at + 1].norm in ("تم", "جري"))


def _from_statement(grammar: Grammar, mark: Mark, told: Told, modality: str) -> str:
    """The act colours the head of its content: what is demanded, promised or threatened has not happened."""
    act = told.statement.act
    if act not in ("demand", "promise", "threaten", "warn", "assess") or modality in ("demanded",):
        return modality
    if is_past(grammar, mark):
        return "possible" if may_have_been(grammar, mark, told) else modality
    if (
        is_foregone(grammar, told.content[0], mark)
        or (act == "demand" and is_to_be_stopped(grammar, mark))
        or (act != "demand" and goes_on(grammar, mark))
    ):
        return modality
    if act == "demand" or (act == "threaten" and is_put_to(told, mark.entry.type)):
        return "demanded"
    if act in ("promise", "threaten"):
        hangs = (modality == "conditional" and meets_any(grammar, mark)) or may_be(grammar, mark)
        return modality if hangs else "planned"
    if act == "warn":
        return "possible" if modality == "actual" else modality
    if told.statement.detail == "express" and modality == "actual" and _hopes(grammar, told):
        return "demanded"
    return "possible" if modality == "actual" and is_likely(grammar, mark, told) else _assessed(grammar, mark, told, modality)


def _hopes(grammar: Grammar, told: Told) -> bool:
    """أعرب عن | أمله في أن تحترم الأطراف الهدنة: what somebody voices his hope of is asked for."""
    return any(grammar.tokens[at].word.core.startswith(("امل", "تطلع")) for at in range(told.cue[0], told.content[0] + 1))


def _assessed(grammar: Grammar, mark: Mark, told: Told, modality: str) -> str:
    """What is expected is planned, what is feared or doubted possible; a judgement on what happened leaves it actual."""
    words = [grammar.tokens[at].word.core for at in range(*told.cue)] if told.statement.rule == "impersonal" else []
    likely = bool(words) and _is_what_may_be(grammar, mark, told)
    expected = told.statement.detail in ("expect", "hope") or (likely and any("توقع" in core for core in words))
    feared = grammar.tokens[told.cue[0]].word.core.startswith(("يخش", "خشي"))
    if modality != "actual" or expected:
        return "planned" if modality == "actual" else modality
    unsure = told.statement.detail in ("fear", "doubt", "allow") and not words
    return "possible" if feared or unsure or (likely and any("رجح" in core for core in words)) else modality


def _is_what_may_be(grammar: Grammar, mark: Mark, told: Told) -> bool:
    """يتوقع أن | تشارك القوات في تطهير المدينة: the deed of the verb behind أن, and of no other clause."""
    verbs = [at for at in range(told.content[0], mark.index) if grammar.parts[at] == VERB]
    first = verbs[0] if verbs else mark.index
    between = range(first + 1, mark.index + 1)
    led = grammar.parts[first] == VERB and first - told.content[0] < _SOON
    return led and not any(
        grammar.is_comma(at) or (grammar.parts[at] == VERB and not grammar.tokens[at].word.conjunction) for at in between
    )


def _in_condition_frame(grammar: Grammar, mark: Mark, told: Told, condition: Range) -> bool:
    """What a promise or threat depends on, and the deed that hangs on it, are conditional."""
    if condition[0] <= mark.index < condition[1]:
        return not (is_past(grammar, mark) and grammar.parts[mark.index - 1] == RELATIVE)  # إذا أزالوا الألغام التي | زرعوها
    within = told.content[0] <= mark.index < told.content[1] and grammar.parts[mark.index - 1] != PERFECTIVE
    return within and grammar.tokens[mark.index - 1].norm != "لم"  # سنضرب أهدافا لم | نقصفها من قبل


_TO_COME = (is_ahead, is_decided_on, _will_carry_out, is_joined_aim, is_attempted_killing, by_terms, is_an_aim)
_HANGING = (is_any, meets_any, within_if, would_not_have, waits_for)
_DEMANDED = (is_ordered, is_obliged, is_due, is_pressed_for, is_invited_to)
_MAY_BE = (is_feared, may_be, may_come, is_close, is_imminent, is_inferred, hardly_can_be, would_be, is_unconfirmed)
RULES = (is_negated, _operator_before, _planned_behind, _denied, _in_condition_frame)
"""What makes an event negated, planned, demanded, possible or conditional."""
