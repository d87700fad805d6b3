"""A claim in the making, and when two claims of violence are one happening: attack and result, hit and attack noun, results."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from riwaya.lang.ar.lexicon import Closed
from riwaya.lang.ar.parts import ADVERB, AUXILIARY, NOUN, NUMERAL, PREPOSITION, QUANTIFIER, THAT, VERB
from riwaya.lang.ar.thing_groups import WEAPONRY
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.adverbials import past_adverbs
from riwaya.read.clauses.between import is_causing, points_back
from riwaya.read.clauses.near import before_count, thing_group
from riwaya.read.clauses.triggers import Mark
from riwaya.read.dates.dates import DateMention
from riwaya.read.figures.governors import Counted
from riwaya.read.grammar import Grammar
from riwaya.read.places.places import PlaceMention
from riwaya.read.roles.roles import Roles
from riwaya.read.telling.besides import besides


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


def become(claim: Claim, type_: str, group: str, mode: str = "") -> None:
    """Tell a claim as an event of another type and class, with the rule of that class."""
    entry = changed(claim.mark.entry, type=type_, mode=mode, group=group, kind="", counted="")
    claim.mark, claim.rule = changed(claim.mark, entry=entry), f"events.{'verb' if claim.mark.is_verb else 'noun'}_{group}"


def groups(host: Claim, claim: Claim) -> tuple[str, str]:
    """The groups of the words of two claims, in text order (attack, result)."""
    return host.mark.entry.group, claim.mark.entry.group


def results_listed(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """Results in a row, joined by و or a comma (مقتل خمسة وإصابة ستة)."""
    if groups(host, claim) != ("result", "result") or _elsewhere(grammar, host, claim):
        return False
    if claim.mark.found.conjunction or grammar.is_comma(claim.mark.index - 1) or claim.mark.index - host.mark.index < _NEAR:
        return True
    wounds = grammar.tokens[claim.mark.index - 1].word.core.startswith("متاثر")  # استشهد الشاب متأثرا | بإصابته
    if wounds or _died_of_it(grammar, host, claim) or _counted_with_and(grammar, host, claim) or besides(grammar, claim.mark.index):
        return True
    start = grammar.clause_start(claim.mark.index) - 1
    return start > host.mark.index and bool(grammar.tokens[start].word.conjunction) and grammar.parts[start] == THAT


def _elsewhere(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """ستة قتلى في بلدة الوادي، | وخمسة قتلى في مدينة الجبل: as many of one kind again, each in a place of its own."""
    if claim.mark.entry.kind != host.mark.entry.kind or claim.mark.entry.frame != "C":
        return False
    between = range(host.mark.end, claim.mark.index)
    behind = range(claim.mark.end, min(grammar.limit(claim.mark.index), claim.mark.end + _NEAR))
    return all(any(_leads_to_place(grammar, at) for at in span) for span in (between, behind))


def _leads_to_place(grammar: Grammar, at: int) -> bool:
    """في | بلدة الوادي: a preposition right before a place."""
    return grammar.tokens[at].norm == "في" and at + 1 in grammar.place_at


def _died_of_it(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """أصيب الجندي ونقل إلى المستشفى حيث | توفي متأثرا بجراحه: with nobody named, who was wounded died of it."""
    mark = claim.mark
    died = mark.is_verb and mark.entry.lemma == "توفي" and mark.companion == mark.index + 1
    died = died and grammar.tokens[mark.companion].word.core.startswith("متاثر")
    return died and host.mark.entry.kind.startswith("wounded")


def _counted_with_and(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """أوقع 16 قتيلا و20 | جريحا, 32 قتيلا ونحو مئة | إصابة: the and stands before the number of what the result counts."""
    number = grammar.parts[max(host.mark.end, claim.mark.index - _NEAR) : claim.mark.index]
    hurt = not claim.mark.is_verb and claim.mark.entry.lemma == "أصيب" and not claim.mark.found.article
    if not (hurt or claim.mark.entry.frame == "C") or not {NUMERAL, QUANTIFIER} & set(number):
        return False
    for at in range(claim.mark.index - 1, max(host.mark.end, claim.mark.index - _NEAR) - 1, -1):
        if grammar.tokens[at].word.conjunction == "و" or grammar.tokens[at].norm == "و":
            return True
        if grammar.parts[at] not in (NUMERAL, QUANTIFIER, NOUN, PREPOSITION):
            return False
    return False


def others_hurt(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """قتل جنديان فيما أصيب ثلاثة, بلغ عدد القتلى مئة بينما بلغ عدد الجرحى ألفا: those hurt are of the same happening."""
    if groups(host, claim) != ("result", "result") or not claim.mark.entry.kind.startswith("wounded"):
        return False
    before = range(max(host.mark.end, claim.mark.index - _NEAR), claim.mark.index)
    return any(grammar.tokens[at].word.core in WHEREAS for at in before) or _as_well(grammar, claim)


def _as_well(grammar: Grammar, claim: Claim) -> bool:
    """قُتل الفتى، | كما أصيب والداه في الهجوم: hurt as well, with no attack of their own behind."""
    at, behind = claim.mark.index, range(claim.mark.end, grammar.limit(claim.mark.index))
    other = any(grammar.phrases.is_event_noun(k) and not grammar.tokens[k].word.article for k in behind)
    return claim.mark.is_verb and grammar.tokens[at - 1].norm == "كما" and not other


WHEREAS = word_list("whereas others were hurt")


def attack_and_result(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """An attack, then what it leads to in its sentence (هجوم أسفر عن مقتل خمسة، قصفت الحي ودمرت منازل)."""
    if groups(host, claim) != ("attack", "result") or _long_after(grammar, host, claim):
        return False
    return not _by_another(grammar, host, claim)


def _long_after(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """وقع الهجوم بعد | مقتل شرطيين, قبل أن | ترديه الشرطة: what the attack came after or before is another happening."""
    for at in range(claim.mark.index - 1, max(host.mark.end, claim.mark.index - _NEAR) - 1, -1):
        if grammar.tokens[at].norm in _AFTER:
            return at == claim.mark.index - 1 or grammar.tokens[claim.mark.index - 1].norm in ("من", "علي", "ان", "عن")
        if grammar.parts[at] == VERB or grammar.is_comma(at):
            return False
    return False


_AFTER = frozenset({"بعد", "عقب", "اثر", "قبل"})


def _by_another(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """قصفت المدفعية الحي ودمر الطيران دبابتين: a result with a doer of its own, who is no attack.

    إن القصف مستمر، وإن دبابات | دمرت مبنى: so too one who stands before the verb in a clause of its own behind وإن.
    """
    actor = claim.roles.actor
    if not (claim.own and claim.mark.is_verb and _begins_anew(grammar, claim)) or actor is None:
        return False
    start = grammar.clause_start(claim.mark.index)
    anew = host.mark.index < actor[0] == start and grammar.tokens[start - 1].norm.startswith("و")
    if actor[0] < claim.mark.index and not anew:
        return False
    words = [grammar.tokens[at].word for at in range(*actor)]
    return actor != host.roles.actor and not any("trigger" in word.labels and word.core != "احتلال" for word in words)


def _begins_anew(grammar: Grammar, claim: Claim) -> bool:
    """وقصفت, بينما | قصفت, كما | قصفت, وأن مواطنا | قتل: a verb that a particle joins to what is told before it."""
    that = grammar.clause_start(claim.mark.index) - 1
    anew = that > 0 and grammar.parts[that] == THAT and grammar.tokens[that].norm.startswith("و")
    return anew or bool(claim.mark.found.conjunction) or grammar.tokens[claim.mark.index - 1].word.core in _ANEW


_ANEW = frozenset(WHEREAS) | {"كما"}


def result_in_attack(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """A result, then the attack in which it came about (مقتل خمسة في هجوم، قتلوا عندما فجر انتحاري، مصاب بجرح جراء ضربه)."""
    wounds = groups(host, claim) == ("state", "attack") and host.mark.entry.counted == "self"
    if host.struck or not (wounds or groups(host, claim) == ("result", "attack")):
        return False
    return _through(grammar, host.mark.index, claim) or (not _by_somebody(host, claim) and _meanwhile(grammar, host, claim))


def _by_somebody(host: Claim, claim: Claim) -> bool:
    """قتل الجنود مدنيين بعدما | هاجم مسلحون قافلتهم: a deed with a doer of its own, then what another did before it."""
    actor = host.roles.actor
    done = actor is not None and (host.mark.is_verb or actor[1] <= host.mark.index)
    return claim.mark.is_verb and done and actor != claim.roles.actor


def _through(grammar: Grammar, start: int, claim: Claim) -> bool:
    before = claim.mark.index - 1
    if before == start and claim.mark.found.conjunction:  # هدد بقتل | وذبح الأسرى
        return True
    if claim.mark.found.conjunction and any(at in grammar.place_at for at in range(start, before)):
        return False  # مقتل فتى برصاص الجنود شرق الخليل | وهجوم على حافلة
    aim = claim.mark.found.preposition == "ل" and not claim.mark.found.article
    if aim and not grammar.tokens[before].word.core.startswith("تعرض"):  # دمر منصة في صعدة كانت معدة | لاستهداف المدينة
        return False
    while before > start and grammar.parts[before] not in (PREPOSITION, VERB, AUXILIARY):
        if grammar.tokens[before].word.preposition == "ب":
            break
        before -= 1
    if grammar.parts[before] == PREPOSITION and claim.mark.found.preposition != "ب":
        apart = grammar.tokens[before + 1].norm == "وقت" and not grammar.phrases.is_adjective(before + 2)  # في وقت | تواصل عدوانها
        apart = apart or _watches(grammar, before + 1)
        return grammar.tokens[before].word.core in _CAUSES and not apart
    return claim.mark.found.preposition == "ب" or (before > start and grammar.tokens[before].word.preposition == "ب")


_CAUSES = word_list("cause of a result")


def _watches(grammar: Grammar, at: int) -> bool:
    """قتلت الصحفية أثناء | تغطيتها اقتحام المخيم: what somebody was killed while reporting on is another happening."""
    core = grammar.tokens[at].word.core
    return grammar.phrases.is_owned(at) and any(core.startswith(stem) for stem in _REPORTING)


_REPORTING = word_list("reporting on an attack")


def _meanwhile(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """عندما، حين، لدى، بعدما between a result and the attack of the clause that they open; في حين opens another matter."""
    return any(
        grammar.tokens[at].word.core in _WHEN
        and (grammar.tokens[at].word.core != "حين" or grammar.tokens[at - 1].norm != "في")
        and claim.mark.index - at < _CLAUSE
        and not _verb_between(grammar, at, claim.mark.index)
        for at in range(host.mark.index + 1, claim.mark.index)
    )


_WHEN = word_list("while attacked")
_CLAUSE, _LONG_CLAUSE, _NEAR = 8, 14, 5


def _verb_between(grammar: Grammar, start: int, end: int) -> bool:
    return any(grammar.parts[at] == VERB and "light" not in grammar.tokens[at].word.labels for at in range(start + 1, end))


def result_of_attack(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """Victims right before the attack that they are of (قتلى المعارك، ضحايا الهجوم)."""
    noun = not host.mark.is_verb and not claim.mark.is_verb
    return noun and groups(host, claim) == ("result", "attack") and claim.mark.index == host.mark.end


def hitting(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """A verb of hitting that goes on from an attack word (غارات استهدفت الميناء)."""
    light = grammar.tokens[claim.mark.index].word.find("light", "verb")
    if light is None or not claim.mark.is_verb or host.mark.entry.group != "attack":
        return False
    alone = claim.roles.target is None and claim.roles.actor is not None and claim.roles.actor[0] > claim.mark.index
    where = grammar.tokens[claim.mark.index - 1].norm == "حيث"  # الانفجارات في صنعاء حيث | استهدف الطيران مخازن
    named = (claim.own or claim.roles.actor is not None) and not alone
    if where and claim.roles.actor is not None and claim.roles.target is not None:
        return False
    if _begins_anew(grammar, claim) and (host.mark.is_verb or named):
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
    if groups(host, claim) != ("attack", "attack") or claim.mark.is_verb or claim.mark.found.conjunction:
        return False
    before = before_count(grammar, claim.mark.index)  # هجوم | بثلاث سيارات مفخخة
    means = "ب" in (claim.mark.found.preposition, grammar.tokens[before + 1].word.preposition)
    with_it = grammar.tokens[before].norm in ("بواسطه", "باستخدام", "ب")  # أغار | بـ6 غارات
    means = means or with_it
    struck = host.absorbed[-1] if host.absorbed and host.absorbed[-1].entry.group == "attack" else host.mark
    between = range(struck.end, before - 1 if with_it and grammar.is_comma(before - 1) else claim.mark.index)
    turns = any(grammar.tokens[at].word.core in _TURNS for at in between)
    apart = turns or any(grammar.parts[at] in (VERB, THAT) or grammar.is_comma(at) for at in between)
    return means and not apart and len(between) <= _CLAUSE


_TURNS = word_list("scene turn")
"""هذا الهجوم | غداة | قيام الجيش بقصف القرية: what stands behind is another happening."""


def carried_out_in(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """فجر نفسه في عملية انتحارية, قصفوا المواقع في 23 غارة, اغتيال ضابط في هجوم: what a deed is called by, behind في."""
    killing = host.mark.entry.counted == "target" and host.mark.entry.kind == "killed"
    if groups(host, claim) != ("attack", "attack") or claim.mark.is_verb or claim.mark.found.article:
        return False
    if not (host.mark.is_verb or killing):
        return False
    between = range(host.mark.end, claim.mark.index)
    apart = any(grammar.parts[at] in (VERB, THAT) or grammar.is_comma(at) for at in between)
    return grammar.tokens[before_count(grammar, claim.mark.index)].norm == "في" and not apart and len(between) <= _LONG_CLAUSE


def leading_to(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """A verb of cause between two attack words, or its participle (سقطت قذائف تسببت في, متسببة في احتراق مركبتين)."""
    between = range(host.mark.end, claim.mark.index)
    causes = any(is_causing(grammar, at) for at in between)
    opener = grammar.tokens[claim.mark.index - 2].word.core  # كما أسفرت | غارة على البلدة عن مقتل خمسة
    anew = grammar.parts[claim.mark.index - 1] == VERB and opener in _ANEW and not claim.mark.found.article
    return causes and not (claim.mark.found.conjunction or anew or (claim.mark.is_verb and _begins_anew(grammar, claim)))


def burns_too(before: Claim, claim: Claim) -> bool:
    """مقتل ثلاثة وتدمير منزل | وإحراق مركبة: a noun of burning joined to results is one of them."""
    listed = before.mark.entry.group == "result" and not before.mark.is_verb and before.statement == claim.statement
    burns = claim.mark.entry.lemma == "أحرق" and not claim.mark.is_verb
    return listed and burns and claim.mark.found.conjunction == "و" and claim.mark.index - before.mark.index < _LONG_CLAUSE


def coming_down(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """أطلقوا صاروخا | سقط في الحقل, إطلاق صاروخين | سقطا في القرية: what was fired comes down, in a clause that describes it."""
    mark, fired = claim.mark, host.mark.companion
    if groups(host, claim) != ("attack", "attack") or not mark.is_verb or mark.found.conjunction or mark.entry.lemma != "سقط":
        return False
    if not host.mark.index < fired < mark.index or thing_group(grammar, fired) not in WEAPONRY:
        return False
    if mark.companion > mark.index:  # ثم سقط | صاروخ على القرية
        return False
    return not any(grammar.parts[at] in (VERB, THAT) or grammar.is_comma(at) for at in range(fired, mark.index))


def in_a_manner(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """An accusative that says how somebody was killed (قتل طفل حرقا)."""
    if groups(host, claim) != ("result", "attack") or claim.mark.is_verb or claim.mark.found.conjunction:
        return False
    verbs = any(grammar.parts[at] == VERB for at in range(host.mark.index + 1, claim.mark.index))
    return grammar.phrases.is_accusative(claim.mark.index) and not verbs


def named_twice(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """Two attack words side by side (انفجار سيارة مفخخة، هجوم بقنبلة، استهدف انفجار حافلة، انفجرت أمس عبوة)."""
    end = past_adverbs(grammar, host.mark.end, claim.mark.index) if host.mark.is_verb else host.mark.end
    first = before_count(grammar, claim.mark.index) + 1 if claim.mark.entry.frame == "N" else claim.mark.index
    if claim.mark.entry.group != "attack" or claim.mark.is_verb or first - end > 1:  # فجر المقاتلون | ثلاث عبوات
        return False
    later = claim.mark.index > end and grammar.tokens[end].norm in _AFTER
    if later and NUMERAL not in grammar.parts[claim.mark.end : claim.mark.end + 1]:
        return False  # اندلعت الاشتباكات | بعد قصف الحي; not بعد هجمات 11 سبتمبر
    bare = not (claim.mark.found.conjunction or claim.mark.found.preposition or claim.mark.index > end)
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
    coming_down,
    in_a_manner,
    named_twice,
)
"""When two claims are one happening; each is a rule with its reason."""
