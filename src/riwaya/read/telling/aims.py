"""What is still to come: ground that is the aim of a battle, deeds of which a verb behind says that they will or may be done."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import NEGATION, PREPOSITION, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.lookalikes import deed_aimed_at
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim
from riwaya.read.telling.supposed import is_future


def has_begun(grammar: Grammar, mark: Mark) -> bool:
    """بدأت معركة | تحرير المدينة, بدء عملية | استعادة السد: ground is the aim of a battle that begins or goes on."""
    at = mark.index - 1
    if mark.entry.type != "CONTROL" or mark.found.preposition or mark.found.conjunction or at < 1:
        return False
    if grammar.tokens[at].word.core not in _BATTLES:
        return False
    first = max(grammar.layout.sentence(mark.index).start, at - _NEAR)
    return any(grammar.tokens[k].word.core in _BEGINS for k in range(first, at))


_NEAR = 3
_BATTLES, _BEGINS = word_list("battle for ground"), word_list("battle begins")


def is_to_help(grammar: Grammar, at: int, index: int) -> bool:
    """أرسلت طائرات | لتساعدهم في | اقتحام البلدة, وصلوا | للمشاركة في | استعادتها: helping in the deed, with ل."""
    word = grammar.tokens[at].word
    led = at == index - 2 and grammar.tokens[index - 1].norm in ("في", "علي")
    aims = led and grammar.tokens[at].norm.startswith("ل")
    known = grammar.tokens[index].word.article or not _is_ground(grammar, index)  # للمشاركة في | المواجهات الدائرة هناك
    if aims and grammar.parts[at] != VERB and (word.conjunction or known):
        return False
    return aims and any(helping in word.norm[1:] for helping in ("ساعد", "شارك", "ساهم", "سهم", "سهام"))


def _is_ground(grammar: Grammar, index: int) -> bool:
    """Whether a word tells of ground, troops or an attack, and not of talks or help."""
    kinds = {
        found.sense.entry.type for found in grammar.tokens[index].word.all("trigger") if isinstance(found.sense.entry, Trigger)
    }
    return bool(kinds) and kinds.isdisjoint(("AID", "CONSULT", "AGREE"))


def may_come(grammar: Grammar, mark: Mark) -> bool:
    """الهجوم البري | قد يقع في أي وقت, العملية | قد تبدأ غدا: the verb behind a noun says that it may come about."""
    at = _verb_behind(grammar, mark, _COMES)
    return mark.end < at and grammar.tokens[at - 1].norm == "قد"


def may_deal(grammar: Grammar, at: int, mark: Mark) -> bool:
    """قد | توجه ضربة للنظام: a form that may be a perfect too, right before the deed of which it is the imperfect light verb."""
    senses = (found.sense for found in grammar.tokens[at].word.all("light", "verb"))
    deals = any(getattr(one.form, "tense", "") == "imperfect" for one in senses) and grammar.light(at) == "actor"
    return deals and at == mark.index - 1 and not mark.is_verb


def has_not_come(grammar: Grammar, mark: Mark) -> bool:
    """العملية العسكرية | لم تبدأ بعد, المحادثات | لن تعقد: the verb behind a noun says that it has not come about.

    انفجرت عبوة | ولم تقع إصابات: joined by و, the verb has a subject of its own.
    """
    at = _verb_behind(grammar, mark, _COMES)
    return mark.end < at and grammar.parts[at - 1] == NEGATION and not grammar.layout.norms[at - 1].startswith("و")


def will_be(grammar: Grammar, mark: Mark) -> bool:
    """استعادة المدينة | ستتم قريبا, المحادثات | ستعقد في جنيف: the verb of the future behind a noun says that it will be."""
    return _verb_behind(grammar, mark, _WILL) >= 0 or _which_will(grammar, mark)


def _which_will(grammar: Grammar, mark: Mark) -> bool:
    """الزيارة | التي سيقوم بها الوفد, الحملة | التي ستطلقها الشرطة: a future verb of carrying it out in the relative of a noun."""
    verb = mark.end + 1
    if mark.is_verb or verb >= len(grammar.tokens) or grammar.parts[mark.end] != RELATIVE or not is_future(grammar, verb):
        return False
    return grammar.light(verb) in ("actor", "event")


def _verb_behind(grammar: Grammar, mark: Mark, verbs: AbstractSet[str]) -> int:
    """Where the first verb stands behind a noun that heads its clause, if it is one of some forms; else -1."""
    if mark.is_verb or mark.found.preposition or (mark.index and grammar.parts[mark.index - 1] == PREPOSITION):
        return -1
    limit = min(grammar.limit(mark.index), mark.end + _BEHIND)
    if verbs.isdisjoint(grammar.layout.norms[mark.end : limit]):
        return -1
    for at in range(mark.end, limit):
        if grammar.tokens[at].norm in verbs:
            return at
        if grammar.is_comma(at) or grammar.parts[at] in (VERB, THAT, RELATIVE):
            return -1
    return -1


_BEHIND = 8
_WILL, _COMES = word_list("will take place"), word_list("comes about")


def is_an_aim(grammar: Grammar, mark: Mark) -> bool:
    """تحريرها من | أولوياته, يعمل على | تحريرها, تحريرها | مهم: what is an aim, worked on or of value is still to be done."""
    return _is_called_aim(grammar, mark) or _is_worked_on(grammar, mark) or _is_valued(grammar, mark)


def _is_called_aim(grammar: Grammar, mark: Mark) -> bool:
    """تحرير صنعاء يعد من | أولويات الجيش, أولويتنا هي | استعادة المدينة: a deed of which it is said that it is somebody's aim."""
    if mark.is_verb or mark.found.preposition or grammar.layout.lacks(_COPULAS) or mark.index < 1:
        return False
    cores, norms = grammar.layout.cores, grammar.layout.norms
    if norms[mark.index - 1] in _IT_IS:
        first = max(grammar.clause_start(mark.index), mark.index - _NEAR - 2)
        return any(cores[at].startswith(tuple(_AIMS)) for at in range(first, mark.index - 1))
    limit = min(grammar.limit(mark.index), mark.end + _BEHIND)
    copula = next((at for at in range(mark.end, limit) if norms[at] in _COPULAS), limit)
    behind = copula + 1 + (norms[copula + 1 : copula + 2] == ["من"])
    return behind < limit and cores[behind].startswith(tuple(_AIMS))


_IT_IS = frozenset({"هو", "هي"})
_COPULAS = word_list("copula before an aim")
_AIMS = word_list("aim of a deed")


def _is_worked_on(grammar: Grammar, mark: Mark) -> bool:
    """تعمل تركيا على | تأمين المنطقة: what somebody is at work on is still to be done; who works on combing it combs it."""
    if mark.is_verb or mark.entry.type not in ("CONTROL", "COERCE", "RETREAT") or mark.index < 2:
        return False
    if grammar.layout.norms[mark.index - 1] != "علي":
        return False
    first = max(grammar.clause_start(mark.index), mark.index - _BEHIND)
    verb = next((at for at in range(mark.index - 2, first - 1, -1) if grammar.parts[at] == VERB), None)
    return verb is not None and grammar.tokens[verb].word.core in _WORKS


def _is_valued(grammar: Grammar, mark: Mark) -> bool:
    """تحرير الموصل | مهم للعراق, استعادة العاصمة | على رأس أولويات الجيش: a deed that is called important or the first to do."""
    if mark.is_verb or mark.entry.type not in ("CONTROL", "RETREAT") or mark.found.preposition:
        return False
    norms, cores = grammar.layout.norms, grammar.layout.cores
    for at in range(mark.end + 1, min(grammar.limit(mark.index), mark.end + _BEHIND)):
        if grammar.parts[at] in (VERB, THAT) or grammar.is_sign(at):
            return False
        if norms[at] in _VALUED and (grammar.phrases.has_article(at - 1) or at - 1 in grammar.phrases.placed):
            return True
        if norms[at : at + 2] == ["علي", "راس"] and cores[at + 2 : at + 3] and cores[at + 2].startswith(tuple(_AIMS)):
            return True
    return False


_WORKS, _VALUED = word_list("is at work"), word_list("of value")


def not_aimed_at(grammar: Grammar, at: int, mark: Mark) -> bool:
    """يهدف | الهجوم إلى السيطرة, استهدف | القصف اجتماعا: behind a verb of aiming only the deed that it leads to is to come."""
    norm = grammar.tokens[at].norm
    if norm.endswith(_STRIKES_OR_AIMS):
        deed = deed_aimed_at(grammar, at)
        return deed is None or mark.index < deed
    return norm.endswith(_AIMING_VERBS) and grammar.parts[at] == VERB and "الي" not in grammar.layout.norms[at + 1 : mark.index + 1]


def says_what_for(grammar: Grammar, claim: Claim) -> bool:
    """إن الغارات | تهدف إلى كبحه, | استهدف الهجوم السيطرة: of a known attack with nobody beside it only what it is for is told."""
    if claim.own or claim.mark.entry.type != "ASSAULT":
        return False
    mark, norms = claim.mark, grammar.layout.norms
    if norms[mark.end : mark.end + 2] in (["يهدف", "الي"], ["تهدف", "الي"]):
        return True
    before = norms[mark.index - 1] if mark.index else ""
    if before.endswith(_AIMING_VERBS) and grammar.parts[mark.index - 1] == VERB and not before.endswith(_STRIKES_OR_AIMS):
        return "الي" in norms[mark.end : mark.end + 2]
    return before.endswith(_STRIKES_OR_AIMS) and deed_aimed_at(grammar, mark.index - 1) is not None


_STRIKES_OR_AIMS, _AIMING_VERBS = ("ستهدف", "ستهدفت"), ("هدف", "هدفت", "هدفون")
