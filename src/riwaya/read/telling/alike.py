"""When two claims of one type other than violence are one happening: a deal and the verb that makes it, a call and a visit."""

from __future__ import annotations

from collections.abc import Callable

from riwaya.lang.ar.parts import THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.supported import SENDS
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim
from riwaya.spelling import folded

_CLAUSE, _NEAR, _GOAL = 8, 5, 3


def aid_named(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """One help that is named by its way and by what it brings (السماح بدخول قوافل الإغاثة)."""
    if (host.mark.entry.group, claim.mark.entry.group) != ("give", "give") or claim.mark.found.conjunction:
        return False
    between = range(host.mark.end, claim.mark.index)
    if any(grammar.is_comma(at) for at in between):
        return False
    laden = claim.mark.entry.lemma in ("حمل", "محمل") or grammar.layout.norms[claim.mark.index - 1] == "من"
    if laden and host.mark.entry.lemma in SENDS:  # سير المركز أمس سبع شاحنات | تحمل مساعدات, أرسل القافلة الرابعة من | المساعدات
        return len(between) < 2 * _CLAUSE
    return len(between) < _CLAUSE and not any(grammar.tokens[at].word.conjunction == "و" for at in between)


def helped_twice(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """تدريب | وتسليح المتشددين, الدعم والمساندة, تدريبهم وتسليحهم: kinds of help that stand side by side are one help."""
    if (host.mark.entry.group, claim.mark.entry.group) != ("give", "give") or not claim.mark.found.conjunction:
        return False
    behind = {host.mark.index + 1}
    if host.mark.entry.lemma == "قدم":  # تقديم المشورة | والتدريب
        behind.add(host.mark.companion + 1)
    if claim.mark.found.pronoun and host.roles.target is not None:
        behind.add(host.roles.target[1])
    return claim.mark.index in behind


def shown(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """What protesters do while they protest (احتشد المئات ورددوا هتافات)."""
    return claim.mark.is_verb and folded(claim.mark.entry.lemma) in _MANNERS and not _is_reason(grammar, host)


def _is_reason(grammar: Grammar, claim: Claim) -> bool:
    """تظاهروا | احتجاجا على الفساد: why, not that they protest."""
    return grammar.tokens[claim.mark.index].norm.endswith("احتجاجا")


_MANNERS = word_list("shown in a protest")


def visit_named(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """A visit or a call that the verb before it tells already (وصل الوزير في زيارة, في أول زيارة, في مستهل زيارة)."""
    visits = claim.mark.entry.mode == host.mark.entry.mode == "visit" or claim.mark.entry.mode == "phone"
    before = claim.mark.index - 1
    before -= before > host.mark.index and grammar.tokens[before].word.core in _WHICH
    named = not claim.mark.is_verb and grammar.tokens[before].norm in ("في", "ضمن", "خلال")
    return visits and named and host.mark.is_verb


_WHICH = word_list("begins or counts a visit")


def _side_by_side(grammar: Grammar, host: Claim, claim: Claim, reach: int) -> bool:
    """Whether a second mention stands near behind the first in its clause, and nothing sets it off."""
    between = range(host.mark.end, claim.mark.index)
    if claim.mark.found.conjunction or len(between) > reach:
        return False
    return not any(grammar.is_comma(at) or grammar.parts[at] == THAT or grammar.tokens[at].word.conjunction for at in between)


def deal_made(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """A deal and the verb that makes it (أبرم الطرفان اتفاقا، الاتفاق الذي أبرم، وقعا وثيقة صلح)."""
    lemmas = {host.mark.entry.lemma, claim.mark.entry.lemma}
    made = bool(lemmas & {"أبرم", "وقع"}) and bool(lemmas & {"اتفق", "صفقة", "تسوية", "مصالحة", "تفاهم", "تصالح"})
    named = host.mark.is_verb and 0 <= claim.mark.index - host.mark.companion <= 1
    return _agreed_on(grammar, host, claim) or (made and (named or _side_by_side(grammar, host, claim, _NEAR)))


def _agreed_on(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """اتفقت الحكومة والجماعة على | صفقة, الاتفاق مع الجماعة على | صفقة: what deal they agree on."""
    if host.mark.entry.lemma not in ("اتفق", "توصل") or claim.mark.is_verb or claim.mark.entry.lemma == "وافق":
        return False
    between = range(host.mark.end, claim.mark.index - 1)
    led = grammar.tokens[claim.mark.index - 1].norm == "علي" and len(between) <= _AGREED
    return led and not any(grammar.is_comma(at) or grammar.parts[at] in (THAT, VERB) for at in between)


_AGREED = 9


def talks_held(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """A round of talks, and what a meeting is about (جولة من المحادثات، بحث خلال لقائه، الاجتماع بحث، التقى نظيره وبحثا)."""
    if _both_discuss(grammar, host, claim):
        return True
    if not _side_by_side(grammar, host, claim, _NEAR) or claim.mark.entry.mode == "visit":
        return False
    if host.mark.entry.mode == "visit":
        return host.mark.entry.lemma == "جولة" and not claim.mark.is_verb
    return host.mark.entry.lemma in DISCUSS or claim.mark.entry.lemma in DISCUSS


def _both_discuss(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """التقى الوزير نظيره | وبحثا الهدنة: a verb in the dual or plural, of the two who meet in its sentence."""
    form, met = claim.mark.form, host.mark.is_verb and host.mark.entry.group == "meet" and host.roles.target is not None
    if not met or form is None or form.number == "s" or claim.mark.found.conjunction != "و":
        return False
    same = grammar.layout.sentence_of[host.mark.index] == grammar.layout.sentence_of[claim.mark.index]
    return same and claim.mark.entry.lemma in DISCUSS and claim.roles.actor in (None, host.roles.actor)


DISCUSS = frozenset({"بحث", "ناقش", "استعرض"})


def moved(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """Reinforcements and the verb that moves them (استقدم تعزيزات، تعزيزات ضخمة وصلت), an alert that is raised."""
    named = any(one.mark.entry.lemma in ("تعزيزات", "استنفر", "تأهب") for one in (host, claim))
    sent = host.roles.target is not None and claim.mark.index in range(*host.roles.target)  # دفع بمزيد من | التعزيزات
    return named and (sent or _side_by_side(grammar, host, claim, 3))


def gathered(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """A gathering and what it is for or called (تجمع المئات للاحتجاج، خرجوا في مظاهرة، مظاهرات احتجاج)."""
    if _is_reason(grammar, host) or claim.mark.is_verb or not _side_by_side(grammar, host, claim, _CLAUSE):
        return False
    led = claim.mark.found.preposition in ("ل", "ب") or grammar.tokens[claim.mark.index - 1].word.core in ("في", "ضمن")
    return led or claim.mark.index == host.mark.end


def came_out(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """مظاهرات | خرجت في المدينة, احتجاجات حاشدة خرجت: the protest and the verb right behind it that says that it came out."""
    verb = claim.mark.is_verb and claim.mark.entry.lemma == "خرج" and not claim.mark.found.conjunction
    if host.mark.is_verb or not verb or claim.roles.actor not in (None, host.roles.actor):
        return False
    return claim.mark.index - host.mark.end <= 2 and _side_by_side(grammar, host, claim, 2)


def flag_raised(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """A flag that is raised over what was just taken (دخلت القوات المدينة ورفعت العلم فوق مبنى البلدية)."""
    return claim.mark.entry.lemma == "رفع" and not claim.negated


def held_again(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """السيطرة عليها | وتحريرها, استعادة البلدة | وتحريرها: to take a place and, right behind it, to free it is one."""
    mark, target = claim.mark, host.roles.target
    behind = {host.mark.end, host.mark.end + 1} | ({target[1]} if target is not None else set())
    joined = bool(mark.found.pronoun) and mark.found.conjunction == "و" and mark.index in behind
    return joined and not (mark.is_verb or host.mark.is_verb) and folded(mark.entry.lemma) in _FREES


_FREES = ("حرر", "طهر", "استعاد")


def hold_regained(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """استعادتها | السيطرة على المدينة: to regain, and the hold that is regained right behind it, are one."""
    mark = claim.mark
    return folded(host.mark.entry.lemma) == _FREES[-1] and mark.index == host.mark.end and mark.entry.lemma == "سيطر"


def raided(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """Arrests and the raid in which they were made (اعتقلت ستين شخصا خلال حملة دهم، مداهمات واعتقالات)."""
    if claim.mark.is_verb or not (_is_raid(host) or _is_raid(claim)):
        return False
    if claim.mark.index == host.mark.end and not host.mark.is_verb:
        return True
    back = (claim.mark.index - 1, claim.mark.index - 2)
    led = any(grammar.tokens[at].norm in _DURING or grammar.tokens[at].norm == "اطار" for at in back)  # في إطار | حملة مداهمات
    return _is_raid(claim) and led


def led_away(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """اعتقلوا أربعة شبان | واقتادوهم إلى المعسكر: to lead away whom one has seized is no second arrest."""
    mark = claim.mark
    led = mark.is_verb and mark.entry.lemma == "اقتاد" and bool(mark.found.pronoun)
    joined = bool(mark.found.conjunction) or grammar.tokens[mark.index - 1].norm == "ثم"
    seized = host.mark.entry.kind == "captured" and claim.roles.actor in (None, host.roles.actor)
    named = any(at in grammar.place_at for at in range(mark.end, mark.end + _GOAL))  # واقتادوهم إلى | مدينة الرقة
    return led and joined and seized and not (named or claim.figures)


def _is_raid(claim: Claim) -> bool:
    """مداهمات, حملة | دهم, تفتيش: a search of houses."""
    return folded(claim.mark.entry.lemma) in _RAIDS


_RAIDS, _DURING = map(word_list, ("search of houses", "in or behind a raid"))


def laid_down(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """إلقاء السلاح | والاستسلام: to lay down arms and to surrender, side by side, are one."""
    if not host.mark.entry.mode == claim.mark.entry.mode == "disarm" or not claim.mark.found.conjunction:
        return False
    return claim.mark.index - max(host.mark.end, host.mark.companion + 1) <= 1


ALIKE: dict[str, tuple[Callable[[Grammar, Claim, Claim], bool], ...]] = {
    "AID": (aid_named, helped_twice),
    "PROTEST": (shown, gathered, came_out),
    "CONSULT": (visit_named, talks_held),
    "AGREE": (deal_made,),
    "MOBILIZE": (moved,),
    "CONTROL": (flag_raised, held_again, hold_regained),
    "COERCE": (raided, led_away),
    "RETREAT": (laid_down,),
}
"""When two claims of one type, other than violence, are one happening."""
