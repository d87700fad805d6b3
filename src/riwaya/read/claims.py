"""A claim in the making, and when two claims are one happening: attack and result, hit and attack noun, results."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from riwaya.lang.ar.lexicon import Closed
from riwaya.lang.ar.parts import ADVERB, NOUN, NUMERAL, PREPOSITION, QUANTIFIER, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.between import points_back
from riwaya.read.dates import DateMention
from riwaya.read.governors import Counted
from riwaya.read.grammar import Grammar
from riwaya.read.near import before_count
from riwaya.read.places import PlaceMention
from riwaya.read.roles import Roles
from riwaya.read.triggers import Mark


@dataclass
class Claim:
    """An event being put together, in tokens."""

    mark: Mark
    statement: int | None
    roles: Roles
    place: PlaceMention | None = None
    date: DateMention | None = None
    figures: list[Counted] = field(default_factory=list)
    negated: bool = False
    modality: str = "actual"
    rule: str = ""
    act: str = ""
    heads: bool = False
    """Whether the content of its statement begins with it (أعلنت النقابات الإضراب)."""
    own: bool = False
    """Whether its own phrase names who acts or who suffers."""
    absorbed: list[Mark] = field(default_factory=list)
    struck: bool = False
    hurt: bool = False
    """Whether an attack, whether a result is among the marks that it took in."""

    @property
    def first(self) -> int:
        """The first token of its triggers, joined ones included."""
        return min(mark.index for mark in (self.mark, *self.absorbed))

    @property
    def last(self) -> int:
        """The token behind the last of its triggers."""
        return max(mark.end for mark in (self.mark, *self.absorbed))


def joins(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """Whether two claims of one sentence and one teller are one happening."""
    same = (
        host.statement == claim.statement
        and grammar.layout.sentence_of[host.mark.index] == grammar.layout.sentence_of[claim.mark.index]
    )
    if not same or host.mark.entry.type != claim.mark.entry.type:
        return False
    if host.mark.entry.type != "ASSAULT":
        return any(rule(grammar, host, claim) for rule in ALIKE.get(host.mark.entry.type, ()))
    if host.negated != claim.negated and (claim.negated or "result" not in _groups(host, claim)):
        return False
    if host.negated and not claim.negated and claim.mark.is_verb and claim.mark.found.conjunction:
        return False
    return any(rule(grammar, host, claim) for rule in JOINS)


def _groups(host: Claim, claim: Claim) -> tuple[str, str]:
    return host.mark.entry.group, claim.mark.entry.group


def results_listed(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """Results in a row, joined by و or a comma (مقتل خمسة وإصابة ستة)."""
    if _groups(host, claim) != ("result", "result"):
        return False
    if claim.mark.found.conjunction or grammar.is_comma(claim.mark.index - 1) or claim.mark.index - host.mark.index < _NEAR:
        return True
    if _counted_with_and(grammar, host, claim):
        return True
    start = grammar.clause_start(claim.mark.index) - 1
    return start > host.mark.index and bool(grammar.tokens[start].word.conjunction) and grammar.parts[start] == THAT


def _counted_with_and(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """أوقع 16 قتيلا و20 | جريحا, 32 قتيلا ونحو مئة | جريح: the and stands before the number of what the result counts."""
    number = grammar.parts[max(host.mark.end, claim.mark.index - _NEAR) : claim.mark.index]
    if claim.mark.entry.frame != "C" or not {NUMERAL, QUANTIFIER} & set(number):
        return False
    for at in range(claim.mark.index - 1, max(host.mark.end, claim.mark.index - _NEAR) - 1, -1):
        if grammar.tokens[at].word.conjunction == "و" or grammar.tokens[at].norm == "و":
            return True
        if grammar.parts[at] not in (NUMERAL, QUANTIFIER, NOUN, PREPOSITION):
            return False
    return False


def others_hurt(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """قتل جنديان فيما أصيب ثلاثة, بلغ عدد القتلى مئة بينما بلغ عدد الجرحى ألفا: those hurt are of the same happening."""
    if _groups(host, claim) != ("result", "result") or not claim.mark.entry.kind.startswith("wounded"):
        return False
    before = range(max(host.mark.end, claim.mark.index - _NEAR), claim.mark.index)
    return any(grammar.tokens[at].word.core in WHEREAS for at in before)


WHEREAS = word_list("whereas others were hurt")


def attack_and_result(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """An attack, then what it leads to in its sentence (هجوم أسفر عن مقتل خمسة، قصفت الحي ودمرت منازل)."""
    if _groups(host, claim) != ("attack", "result") or _long_after(grammar, host, claim):
        return False
    return not _by_another(grammar, host, claim)


def _long_after(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """وقع الهجوم بعد | مقتل شرطيين, بعد أسبوع من | مقتلهما: what the attack came after is another happening."""
    for at in range(claim.mark.index - 1, max(host.mark.end, claim.mark.index - _NEAR) - 1, -1):
        if grammar.tokens[at].norm in ("بعد", "عقب", "اثر"):
            return at == claim.mark.index - 1 or grammar.tokens[claim.mark.index - 1].norm in ("من", "علي")
        if grammar.parts[at] == VERB or grammar.is_comma(at):
            return False
    return False


def _by_another(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """قصفت المدفعية الحي ودمر الطيران دبابتين: a result with a doer of its own, who is no attack."""
    actor = claim.roles.actor
    if not (claim.own and claim.mark.is_verb and claim.mark.found.conjunction) or actor is None or actor[0] < claim.mark.index:
        return False
    return actor != host.roles.actor and not any("trigger" in grammar.tokens[at].word.labels for at in range(*actor))


def result_in_attack(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """A result, then the attack in which it came about (مقتل خمسة في هجوم، قتلوا عندما فجر انتحاري)."""
    if _groups(host, claim) != ("result", "attack") or host.struck:
        return False
    return _through(grammar, host.mark.index, claim) or _meanwhile(grammar, host, claim)


def _through(grammar: Grammar, start: int, claim: Claim) -> bool:
    before = claim.mark.index - 1
    while before > start and grammar.parts[before] not in (PREPOSITION, VERB):
        if grammar.tokens[before].word.preposition == "ب":
            break
        before -= 1
    if claim.mark.found.preposition == "ب":
        return True
    if grammar.parts[before] == PREPOSITION:
        return grammar.tokens[before].word.core in _CAUSES
    return grammar.tokens[before].word.preposition == "ب"


_CAUSES = word_list("cause of a result")


def _meanwhile(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """عندما، حين، لدى، بعدما between a result and the attack of the clause that they open."""
    between = range(host.mark.index + 1, claim.mark.index)
    return any(
        grammar.tokens[at].word.core in _WHEN
        and claim.mark.index - at < _CLAUSE
        and not _verb_between(grammar, at, claim.mark.index)
        for at in between
    )


_WHEN = word_list("while attacked")
_CLAUSE, _LONG_CLAUSE = 8, 14
_NEAR = 5


def _verb_between(grammar: Grammar, start: int, end: int) -> bool:
    return any(grammar.parts[at] == VERB and "light" not in grammar.tokens[at].word.labels for at in range(start + 1, end))


def result_of_attack(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """Victims right before the attack that they are of (قتلى المعارك، ضحايا الهجوم)."""
    noun = not host.mark.is_verb and not claim.mark.is_verb
    return noun and _groups(host, claim) == ("result", "attack") and claim.mark.index == host.mark.end


def hitting(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """A verb of hitting that goes on from an attack word (غارات استهدفت الميناء)."""
    light = grammar.tokens[claim.mark.index].word.find("light", "verb")
    if light is None or not claim.mark.is_verb or host.mark.entry.group != "attack":
        return False
    alone = claim.roles.target is None and claim.roles.actor is not None and claim.roles.actor[0] > claim.mark.index
    named = (claim.own or claim.roles.actor is not None) and not alone
    if claim.mark.found.conjunction and (host.mark.is_verb or named):
        return False
    if not isinstance(light.sense.entry, Closed) or light.sense.entry.group != "hit":
        return False
    if any(
        grammar.is_comma(at) and at + 1 < claim.mark.index and _opens_another(grammar, at + 1)
        for at in range(host.mark.end, claim.mark.index)
    ):
        return False
    return not host.mark.is_verb or claim.mark.index - host.mark.end < _CLAUSE


def _opens_another(grammar: Grammar, at: int) -> bool:
    """في موازاة الضربات، | تابع الأمن عملياته التي تستهدف الحزب: a verb right behind a comma that does not point back."""
    return grammar.parts[at] == VERB and not points_back(grammar, at)


def doing(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """An attack noun as the subject of an attack verb (خمس غارات قصفت الموقع)."""
    if host.mark.is_verb or not claim.mark.is_verb or claim.roles.actor is None:
        return False
    return host.mark.entry.group == "attack" and claim.roles.actor[0] <= host.mark.index < claim.roles.actor[1]


def doing_far(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """إن ثلاث غارات قرب الرقة قصفت جسورا: an attack noun heads a clause, and its verb comes behind where it was."""
    first = host.mark.index - (host.mark.index > 0 and grammar.parts[host.mark.index - 1] == NUMERAL)
    if host.mark.is_verb or not claim.mark.is_verb or first == 0 or grammar.parts[first - 1] != THAT:
        return False
    between = range(host.mark.end, claim.mark.index)
    plain = all(grammar.parts[at] in (NOUN, PREPOSITION, ADVERB) and not grammar.is_comma(at) for at in between)
    return plain and host.mark.entry.group == "attack" and claim.roles.actor is None and len(between) <= _CLAUSE


def by_means(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """An attack and what it was carried out with (اغتيال قيادي بغارة، استهداف مركبة بتفجير عبوة، فجروا بواسطة عبوات)."""
    if _groups(host, claim) != ("attack", "attack") or claim.mark.is_verb or claim.mark.found.conjunction:
        return False
    means = claim.mark.found.preposition == "ب" or grammar.tokens[claim.mark.index - 1].norm in ("بواسطه", "باستخدام")
    between = range(host.mark.end, claim.mark.index)
    turns = any(grammar.tokens[at].word.core in _TURNS for at in between)
    apart = turns or any(grammar.parts[at] in (VERB, THAT) or grammar.is_comma(at) for at in between)
    return means and not apart and len(between) <= _CLAUSE


_TURNS = word_list("scene turn")
"""هذا الهجوم | غداة | قيام الجيش بقصف القرية: what stands behind is another happening."""


def carried_out_in(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """فجر نفسه في عملية انتحارية, قصفوا المواقع في 23 غارة: what somebody's deed is called by, behind في."""
    if _groups(host, claim) != ("attack", "attack") or claim.mark.is_verb or not host.mark.is_verb or claim.mark.found.article:
        return False
    between = range(host.mark.end, claim.mark.index)
    apart = any(grammar.parts[at] in (VERB, THAT) or grammar.is_comma(at) for at in between)
    return grammar.tokens[before_count(grammar, claim.mark.index)].norm == "في" and not apart and len(between) <= _LONG_CLAUSE


def leading_to(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """A verb of cause between two attack words (سقطت قذائف تسببت في احتراق مركبتين)."""
    between = range(host.mark.end, claim.mark.index)
    found = (grammar.tokens[at].word.find("light", "verb") for at in between if grammar.parts[at] == VERB)
    causes = any(one is not None and isinstance(one.sense.entry, Closed) and one.sense.entry.group == "cause" for one in found)
    opener = grammar.tokens[claim.mark.index - 2].word.core  # كما أسفرت | غارة على البلدة عن مقتل خمسة
    anew = grammar.parts[claim.mark.index - 1] == VERB and (opener in WHEREAS or opener == "كما") and not claim.mark.found.article
    return causes and not (claim.mark.found.conjunction or anew)


def in_a_manner(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """An accusative that says how somebody was killed (قتل طفل حرقا)."""
    if _groups(host, claim) != ("result", "attack") or claim.mark.is_verb or claim.mark.found.conjunction:
        return False
    verbs = any(grammar.parts[at] == VERB for at in range(host.mark.index + 1, claim.mark.index))
    return grammar.phrases.is_accusative(claim.mark.index) and not verbs


def named_twice(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """Two attack words side by side (انفجار سيارة مفخخة، هجوم بقنبلة، استهدف انفجار حافلة)."""
    if claim.mark.entry.group != "attack" or claim.mark.is_verb or claim.mark.index - host.mark.end > 1:
        return False
    bare = not (claim.mark.found.conjunction or claim.mark.found.preposition or claim.mark.index > host.mark.end)
    struck = host.mark.is_verb and host.mark.entry.lemma == "استهدف" and bare
    return claim.mark.entry.frame in ("N", "A", "AO") or struck


JOINS: tuple[Callable[[Grammar, Claim, Claim], bool], ...] = (
    results_listed,
    others_hurt,
    attack_and_result,
    result_in_attack,
    result_of_attack,
    hitting,
    doing,
    doing_far,
    by_means,
    carried_out_in,
    leading_to,
    in_a_manner,
    named_twice,
)
"""When two claims are one happening; each is a rule with its reason."""


def aid_named(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """One help that is named by its way and by what it brings (السماح بدخول قوافل الإغاثة)."""
    if (host.mark.entry.group, claim.mark.entry.group) != ("give", "give") or claim.mark.found.conjunction:
        return False
    if any(grammar.is_comma(at) or grammar.tokens[at].word.conjunction == "و" for at in range(host.mark.end, claim.mark.index)):
        return False
    return claim.mark.index - host.mark.end < _CLAUSE


def shown(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """What protesters do while they protest (احتشد المئات ورددوا هتافات)."""
    return claim.mark.is_verb and claim.mark.entry.lemma in _MANNERS


_MANNERS = frozenset({"هتف", "ردد", "رفع", "حمل", "جاب", "سار", "أشعل"})


def visit_named(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """A visit or a call that the verb before it tells already (وصل الوزير في زيارة)."""
    visits = claim.mark.entry.mode == host.mark.entry.mode == "visit" or claim.mark.entry.mode == "phone"
    named = not claim.mark.is_verb and grammar.tokens[claim.mark.index - 1].norm in ("في", "ضمن", "خلال")
    return visits and named and host.mark.is_verb


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
    return made and (named or _side_by_side(grammar, host, claim, _NEAR))


def talks_held(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """A round of talks, and what a meeting is about (جولة من المحادثات، بحث خلال لقائه، الاجتماع بحث)."""
    if not _side_by_side(grammar, host, claim, _NEAR) or claim.mark.entry.mode == "visit":
        return False
    if host.mark.entry.mode == "visit":
        return host.mark.entry.lemma == "جولة" and not claim.mark.is_verb
    return host.mark.entry.lemma in DISCUSS or claim.mark.entry.lemma in DISCUSS


DISCUSS = frozenset({"بحث", "ناقش", "استعرض"})


def moved(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """Reinforcements and the verb that moves them (استقدم تعزيزات، تعزيزات ضخمة وصلت), an alert that is raised."""
    named = any(one.mark.entry.lemma in ("تعزيزات", "استنفر", "تأهب") for one in (host, claim))
    return named and _side_by_side(grammar, host, claim, 3)


def gathered(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """A gathering and what it is for or called (تجمع المئات للاحتجاج، خرجوا في مظاهرة، مظاهرات احتجاج)."""
    reason = grammar.tokens[host.mark.index].norm.endswith("احتجاجا")
    if reason or claim.mark.is_verb or not _side_by_side(grammar, host, claim, _CLAUSE):
        return False
    led = claim.mark.found.preposition in ("ل", "ب") or grammar.tokens[claim.mark.index - 1].word.core in ("في", "ضمن")
    return led or claim.mark.index == host.mark.end


def flag_raised(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """A flag that is raised over what was just taken (دخلت القوات المدينة ورفعت العلم فوق مبنى البلدية)."""
    return claim.mark.entry.lemma == "رفع" and not claim.negated


def raided(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """Arrests and the raid in which they were made (اعتقلت ستين شخصا خلال حملة دهم، مداهمات واعتقالات)."""
    if claim.mark.is_verb or not {host.mark.entry.lemma, claim.mark.entry.lemma} & _RAIDS:
        return False
    if claim.mark.index == host.mark.end and not host.mark.is_verb:
        return True
    led = any(grammar.tokens[at].norm in _DURING for at in (claim.mark.index - 1, claim.mark.index - 2))
    return claim.mark.entry.lemma in _RAIDS and led


_RAIDS = frozenset({"مداهمة", "دهم", "داهم", "فتش"})
_DURING = frozenset({"خلال", "في", "اثناء", "ضمن", "اثر"})


def laid_down(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """إلقاء السلاح | والاستسلام: to lay down arms and to surrender, side by side, are one."""
    if not host.mark.entry.mode == claim.mark.entry.mode == "disarm" or not claim.mark.found.conjunction:
        return False
    return claim.mark.index - max(host.mark.end, host.mark.companion + 1) <= 1


ALIKE: dict[str, tuple[Callable[[Grammar, Claim, Claim], bool], ...]] = {
    "AID": (aid_named,),
    "PROTEST": (shown, gathered),
    "CONSULT": (visit_named, talks_held),
    "AGREE": (deal_made,),
    "MOBILIZE": (moved,),
    "CONTROL": (flag_raised,),
    "COERCE": (raided,),
    "RETREAT": (laid_down,),
}
"""When two claims of one type, other than violence, are one happening."""
