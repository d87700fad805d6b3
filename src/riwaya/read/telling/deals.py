"""Deals that are spoken of: known treaties, what a deal is about, views that are alike. None of them says that a deal is made."""

from __future__ import annotations

from collections.abc import Callable

from riwaya.lang.ar.parts import AUXILIARY, RELATIVE, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.companions import entries_at
from riwaya.read.grammar import Grammar
from riwaya.read.telling.alike import DISCUSS
from riwaya.read.telling.claims import Claim
from riwaya.read.telling.kept import asked_or_promised, to_be_agreed, to_be_kept
from riwaya.read.telling.known_deals import framed_by_deal
from riwaya.read.telling.treaties import signed_between
from riwaya.read.telling.truces import begins_there
from riwaya.spelling import folded

_NEAR, _WIDE = 4, 12


def old_treaty(grammar: Grammar, claim: Claim) -> bool:
    """A treaty that is called by a place (اتفاق الطائف، اتفاقية جنيف) is known; who makes one now signs or reaches it."""
    behind = claim.mark.end
    if claim.mark.is_verb or claim.mark.entry.lemma != "اتفق" or claim.mark.found.article or behind >= len(grammar.tokens):
        return False
    named = (
        behind in grammar.place_at
        or grammar.tokens[behind].word.norm in _CITIES
        or (grammar.phrases.is_name(behind) and not grammar.phrases.is_accusative(behind))
    )
    if grammar.tokens[behind].word.preposition or not named:
        return False
    around = range(max(grammar.clause_start(claim.mark.index), claim.mark.index - _NEAR), claim.mark.index)
    return not any("light" in grammar.tokens[at].word.labels or _makes_a_deal(grammar, at) for at in around)


_CITIES = word_list("treaty city")


def long_signed(grammar: Grammar, claim: Claim) -> bool:
    """بعد توقيع الاتفاق النووي, منذ التوقيع على الاتفاق: a known deal that only says since when; بعد توقيع اتفاق makes one."""
    mark = claim.mark
    if mark.is_verb or mark.entry.group != "deal" or mark.index == 0 or mark.companion <= mark.index or claim.heads:
        return False
    if grammar.tokens[mark.index - 1].word.core not in _SINCE or not grammar.phrases.has_article(mark.companion):
        return False
    if any(entries_at(grammar, at) for at in range(mark.end, mark.companion)):  # بعد موافقة الطرفين على | تمديد الهدنة
        return False
    return not any(at in grammar.date_at for at in range(mark.end, min(grammar.limit(mark.index), mark.end + _NEAR)))


_SINCE = word_list("since a deal")


def deal_spoken_of(grammar: Grammar, claim: Claim) -> bool:
    """محادثات بشأن | اتفاق الحبوب, خطوة نحو | تطبيع العلاقات: the deal that something is about is known, or not yet made."""
    mark = claim.mark
    if mark.entry.lemma == "طبع":
        return not ((claim.heads and claim.act != "support") or asked_or_promised(claim))
    if mark.is_verb or mark.entry.lemma != "اتفق" or mark.found.article or mark.index == 0:
        return False
    return grammar.tokens[mark.index - 1].word.core in _SPOKEN_OF


_SPOKEN_OF = word_list("talks are about")


def _makes_a_deal(grammar: Grammar, at: int) -> bool:
    return any(entry.group == "deal" for entry in entries_at(grammar, at))


def made_by_relative(grammar: Grammar, end: int) -> bool:
    """الاتفاق | الذي تم التوصل إليه, الهدنة الثانية | التي أعلنوها: it is made there; الاتفاق الذي يهدد السلام is known."""
    aim = _behind_aim(grammar, end)
    if aim > end and grammar.tokens[aim].norm in _DONE:  # الاتفاق لوقف إطلاق النار | تم التوصل إليه
        return True
    end = aim
    while end < len(grammar.tokens) and grammar.parts[end] != RELATIVE and grammar.phrases.is_adjective(end):
        end += 1
    if grammar.parts[end : end + 1] != [RELATIVE]:
        return False
    behind = range(end + 1, min(end + _NEAR, len(grammar.tokens)))
    verb = next((at for at in behind if grammar.parts[at] in (VERB, AUXILIARY)), end)
    word = grammar.tokens[verb].word
    if "light" in word.labels or word.core.startswith((*_ANNOUNCED, *_MADE)) or word.core in _DONE:
        return True
    return any(entry.group in ("deal", "stop") for entry in entries_at(grammar, verb))


def _behind_aim(grammar: Grammar, end: int) -> int:
    """الاتفاق لوقف إطلاق النار | الذي تم التوصل إليه: behind the halt that a deal is for."""
    if end >= len(grammar.tokens) or grammar.tokens[end].word.preposition != "ل":
        return end
    if not any(entry.group == "stop" for entry in entries_at(grammar, end)):
        return end
    last = min(len(grammar.tokens), end + _NEAR)
    return next((at for at in range(end + 1, last) if grammar.parts[at] in (RELATIVE, VERB, AUXILIARY)), end)


_ANNOUNCED = ("اعلن", "تعلن", "يعلن", "اقر", "بدا")
_MADE = word_list("relative clause that makes a deal")
_DONE = ("تم", "تمت", "يتم", "جري", "جرت")


def known_deal(grammar: Grammar, claim: Claim) -> bool:
    """يهدد الاتفاق أمن المنطقة, أهداف الهدنة: a deal or truce with the article is known, unless somebody makes or refuses it."""
    mark = claim.mark
    if mark.is_verb or not mark.found.article or not _is_named(mark.entry.lemma):
        return False
    if claim.act in ("reject", "deny") and (claim.heads or (claim.negated and _is_proposed(grammar, mark.index))):
        return False
    if to_be_kept(grammar, claim) or to_be_agreed(grammar, claim):
        return False
    return not (_behind_a_maker(grammar, mark.index) or _made_behind(grammar, mark.end) or signed_between(grammar, claim))


def _is_proposed(grammar: Grammar, index: int) -> bool:
    """رفضت الحركة مقترح | الهدنة, المقترح الأمريكي | للهدنة: a truce or deal that is offered."""
    before = index - 1
    while before > 0 and grammar.phrases.is_adjective(before):
        before -= 1
    return index > 0 and grammar.tokens[before].word.core in _OFFERS


_OFFERS = ("مقترح", "عرض", "اقتراح", "مبادره", "خطه")


def _is_named(lemma: str) -> bool:
    """Whether a word names a deal or a truce, and does not say that somebody makes one."""
    return lemma in ("اتفق", "صفقة", "تسوية", "تفاهم") or folded(lemma) in _TRUCE


def _behind_a_maker(grammar: Grammar, index: int) -> bool:
    """تم | الاتفاق, أعلن التحالف السبت | الهدنة, احترام | الهدنة: what makes, keeps or refuses it stands before it."""
    start = grammar.clause_start(index)
    for at in range(index - 1, max(start, index - _WIDE) - 1, -1):
        word = grammar.tokens[at].word
        if word.core.startswith(_ANNOUNCED[:3]) and "cue" in word.labels:
            return True
        if index - at <= _NEAR and (word.core in _MAKERS or grammar.light(at) == "event"):  # جرى | الاتفاق
            return True
    return False


_MAKERS = word_list("makes or keeps a deal")


def _made_behind(grammar: Grammar, end: int) -> bool:
    """الاتفاق | على وقف القتال, الهدنة الإنسانية | التي أعلنها التحالف, الهدنة | صامدة: what stands behind it makes it."""
    at, last = end, len(grammar.tokens)
    if any(token.word.core in _IN_FORCE for token in grammar.tokens[end : end + _NEAR]):
        return True
    while at < last and grammar.phrases.is_adjective(at) and grammar.parts[at] != RELATIVE:
        at += 1
    if begins_there(grammar, at):
        return True
    return at < last and (grammar.tokens[at].norm.startswith("علي") or at in grammar.date_at or made_by_relative(grammar, at))


_IN_FORCE = word_list("in force or over")


def reconciliation(grammar: Grammar, claim: Claim) -> bool:
    """يدعم المصالحة, عملية المصالحة: with the article it is what people hope for; أعلن الطرفان المصالحة makes it."""
    if claim.mark.entry.lemma != "مصالحة" or not claim.mark.found.article or asked_or_promised(claim):
        return False
    first = grammar.clause_start(claim.mark.index)
    return not any("light" in grammar.tokens[at].word.labels or _makes_a_deal(grammar, at) for at in range(first, claim.mark.index))


def at_one(grammar: Grammar, claim: Claim) -> bool:
    """يتفق الباحثون على, لا تتفق مع ما ثبت: the present says that views are alike, not that anybody agrees on a deal."""
    form = claim.mark.form
    if form is None or claim.mark.entry.lemma not in ("اتفق", "توافق") or form.tense == "perfect":
        return False
    past = grammar.tokens[claim.mark.index - 1].word.core == "لم" if claim.mark.index else False
    return not (past or claim.mark.found.future or form.number == "d" or claim.modality != "actual" or _in_title(grammar, claim))


def _in_title(grammar: Grammar, claim: Claim) -> bool:
    return grammar.layout.sentence(claim.mark.index).paragraph == 0


def truce_of_a_deal(grammar: Grammar, claim: Claim) -> bool:
    """A truce that a deal is about which nobody signs here (رغم اتفاق لوقف إطلاق النار, اتفاقات متتالية لوقفه).

    بدأ تطبيق اتفاق | وقف إطلاق النار: but a deal that begins to hold is a truce.
    """
    if claim.mark.entry.group != "stop" or claim.mark.is_verb or claim.mark.index == 0:
        return False
    deal = claim.mark.index - 1
    while deal > 0 and grammar.phrases.is_adjective(deal):
        deal -= 1
    if not any(entry.lemma == "اتفق" for entry in entries_at(grammar, deal)):
        return False
    first = max(grammar.clause_start(claim.mark.index), claim.mark.index - _WIDE)
    near = range(max(first, deal - _BEGUN), deal)
    begins = grammar.tokens[deal - 1].word.core in _HOLDS and any(grammar.tokens[at].word.core in _BEGINS for at in near)
    return not (begins or any(_makes_a_deal(grammar, at) for at in range(first, deal)))


_BEGUN, _HOLDS = 3, ("تطبيق", "سريان", "تنفيذ")
_BEGINS = ("بدا", "بدء", "يبدا", "بدات")


def halt_discussed(grammar: Grammar, claim: Claim) -> bool:
    """بحث الوزيران | وقف القتال: what is talked about is not told to have stopped."""
    if claim.mark.is_verb or claim.mark.entry.group != "stop":
        return False
    first = max(grammar.clause_start(claim.mark.index), claim.mark.index - _WIDE)
    if claim.modality != "actual":
        return False
    verbs = (at for at in range(first, claim.mark.index) if grammar.parts[at] == VERB)
    return any(entry.lemma in DISCUSS for at in verbs for entry in entries_at(grammar, at))


def truce_in_force(grammar: Grammar, claim: Claim) -> bool:
    """هدنة أعلنتها الحكومة يبدأ | سريانها اليوم: when the truce of the same sentence comes into force is no truce of its own."""
    if claim.mark.entry.lemma != "سرى" or claim.mark.is_verb or not claim.mark.found.pronoun:
        return False
    first = grammar.layout.sentence(claim.mark.index).start
    truces = (at for at in range(first, claim.mark.index) if grammar.tokens[at].word.core in _TRUCE)
    return any(at == first or grammar.tokens[at - 1].word.core not in _KEPT for at in truces)


_KEPT = ("احترام", "التزام")
"""دعا إلى احترام الهدنة التي بدأ | سريانها أمس: that a truce is in force is told beside the demand to keep it."""
_TRUCE = frozenset({"هدنه", "تهدئه"})

DEALS: tuple[Callable[[Grammar, Claim], bool], ...] = (at_one, reconciliation)
"""What keeps a mention from being a deal or a halt; each is a rule with its reason."""
DEALS_OF_NOUNS: tuple[Callable[[Grammar, Claim], bool], ...] = (
    truce_of_a_deal,
    old_treaty,
    halt_discussed,
    truce_in_force,
    known_deal,
    long_signed,
    deal_spoken_of,
    framed_by_deal,
)
"""What keeps a noun from being one, and no verb."""
