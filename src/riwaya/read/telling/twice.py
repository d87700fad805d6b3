"""One attack that is named twice: by a verb and an attack noun, by two words of clash, by an arrest and its operation."""

from __future__ import annotations

from collections.abc import Callable

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.parts import AUXILIARY, NOUN, NUMERAL, PREPOSITION, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.near import before_count
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar
from riwaya.read.telling.claims import Claim
from riwaya.read.words.parts import IN_IT
from riwaya.spelling import folded

_FAR = 18
"""How far behind an arrest its operation may be named: an actor, those arrested and where it was stand between."""


def leaves_victims(host: Claim, claim: Claim) -> bool:
    """أوقعت | معارك بين الجيش والمتمردين تسعين قتيلا: the attack that is the subject right behind a verb of leaving victims."""
    verb, found = host.mark, claim.mark.found
    leaves = verb.is_verb and verb.entry.type == "ASSAULT" and verb.entry.lemma in ("أوقع", "خلف")
    subject = claim.mark.index == verb.index + 1 and not (claim.mark.is_verb or found.conjunction or found.preposition)
    return leaves and subject and claim.mark.entry.type == "ASSAULT" and claim.mark.entry.group == "attack"


def named_again(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """Whether two claims of violence of one sentence and one teller are one attack that is named twice."""
    same = (
        host.statement == claim.statement
        and host.negated == claim.negated
        and grammar.layout.sentence_of[host.mark.index] == grammar.layout.sentence_of[claim.mark.index]
    )
    return same and host.mark.entry.type == claim.mark.entry.type == "ASSAULT" and any(rule(grammar, host, claim) for rule in RULES)


def done_by(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """المطار الذي دمرته | المعارك, قتلتهم غارة: the attack is the subject right behind a verb with its object on it."""
    verb = host.mark.is_verb and bool(host.mark.found.pronoun) and not host.mark.passive
    attack = not claim.mark.is_verb and claim.mark.entry.group == "attack"
    bare = not (claim.mark.found.preposition or claim.mark.found.conjunction)
    return verb and attack and bare and claim.mark.index == host.mark.end


def within_doer(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """وفجر انتحاري يقود | سيارة مفخخة نفسه: the arm that stands in the phrase of who blows himself up."""
    doer = host.roles.actor
    attacks = host.mark.is_verb and not claim.mark.is_verb and claim.mark.entry.group == "attack"
    return attacks and doer is not None and doer[0] < claim.mark.index < doer[1]


def found_killed(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """عثرت الشرطة على جثث أربعة مدنيين | قتلوا رميا بالرصاص: the dead who are found, and how they were killed."""
    found = host.mark.entry.frame == "F" and host.mark.is_verb and claim.mark.is_verb and not claim.mark.found.conjunction
    killed = claim.mark.entry.group == "result" or claim.mark.entry.lemma == "أعدم"
    return found and killed and claim.mark.index - host.mark.index <= _FAR


def fired_and_met(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """أطلقت الحركة صاروخا تم | اعتراضه: what becomes of the missile that was fired, and no deed of whoever fired it."""
    own = claim.mark.entry.lemma == "اعترض" and bool(claim.mark.found.pronoun) and not claim.mark.is_verb
    return own and host.mark.is_verb and host.mark.entry.lemma == "أطلق" and grammar.tokens[claim.mark.index - 1].word.core == "تم"


def clash_and_clash(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """مواجهات | ومعارك, اشتباكات وتبادل لإطلاق النار: two words of clash, joined by و, of one fight."""
    fights = claim.mark.entry.frame == "M" and (host.mark.entry.frame == "M" or host.mark.entry.lemma == "طارد")
    clashes = fights and not host.mark.is_verb
    to = any(token.word.preposition == "ل" for token in grammar.tokens[claim.mark.index + 1 : claim.mark.index + 2])
    clashes = clashes and (not claim.mark.is_verb or to)
    like = bool(host.mark.found.article) == bool(claim.mark.found.article)
    return clashes and like and claim.mark.found.conjunction == "و" and claim.mark.index == host.mark.end


def to_disperse(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """أطلقت الشرطة الغاز | لتفريق المتظاهرين, استخدمت القوة من أجل تفريق المحتجين: force and the end that it is used for."""
    mark = claim.mark
    force = host.mark.is_verb or host.mark.entry.lemma in ("أطلق", "استخدم")  # إطلاق الشرطة الغاز | لتفريق المتظاهرين
    if mark.is_verb or mark.entry.lemma not in ("فرق", "تفريق") or host.mark.entry.group != "attack" or not force:
        return False
    between = range(host.mark.end, mark.index)
    if len(between) > _FAR or any(grammar.parts[at] in (VERB, THAT) for at in between):
        return False
    return mark.found.preposition == "ل" or grammar.tokens[mark.index - 1].norm in _IN_ORDER_TO


def used_in(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """اشتباكات | استخدمت فيها أسلحة, نفذت 23 طلعة | قصفت خلالها مستودعات: what was done in an attack is that attack."""
    behind = claim.mark.index + 1
    used = claim.mark.is_verb and claim.mark.entry.group == "attack" and behind < len(grammar.tokens)
    if not used or host.mark.entry.group != "attack" or claim.mark.found.conjunction:
        return False
    apart = {at for at in range(host.mark.end, claim.mark.index) if grammar.parts[at] == VERB or grammar.is_comma(at)}
    set_off = claim.mark.index - 2 if grammar.parts[claim.mark.index - 1] == RELATIVE else -1  # الاشتباكات، التي | استخدمت فيها
    return apart <= {set_off} and grammar.tokens[behind].norm in IN_IT


_IN_ORDER_TO = ("اجل", "بهدف", "بغيه", "بغرض")


def goes_on_to_hit(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """هجوم وقع الاثنين في البلدة | واستهدف ناشطين, نفذت 17 ضربة قرب البلدة | واستهدفت جسورا: the attack itself hits."""
    mark, form = claim.mark, claim.mark.form
    joined = mark.found.conjunction == "و" and not mark.found.pronoun
    if form is None or not joined or host.mark.is_verb or host.mark.entry.group != "attack":
        return False
    if host.mark.entry.frame == "M" or form.tense != "perfect" or form.person != _THIRD or not _hits(grammar, mark.index):
        return False
    named = claim.roles.actor is not None and claim.roles.actor[0] > mark.index and claim.roles.target is not None
    return not named and _agrees(grammar, host.mark.index, form) and _tells_what_it_did(grammar, host.mark)


def _hits(grammar: Grammar, at: int) -> bool:
    """استهدف, ضرب: a verb of hitting, whose subject may be an attack."""
    return grammar.light(at) == "hit"


def _agrees(grammar: Grammar, noun: int, form: VerbForm) -> bool:
    """هجوم ... واستهدف, غارات ... واستهدفت, تفجيرين ... واستهدفا: whether a noun can be the subject of a form."""
    pair = grammar.tokens[noun].word.bare.endswith(("ين", "ان"))
    gender = grammar.gender(noun)
    return form.number == ("d" if pair else "s") and (not gender or form.gender in ("c", gender))


def _tells_what_it_did(grammar: Grammar, mark: Mark) -> bool:
    """وقع | هجوم في البلدة, هجوم | نسب إلى الجماعة, قصف | نفذه الجيش: a verb before it, or a clause of its own behind."""
    before = before_count(grammar, mark.index)
    if grammar.parts[before] == VERB and not any(entry.type == "ASSAULT" for entry in entries_at(grammar, before)):
        return True
    at, limit = mark.end, grammar.limit(mark.index)
    while at < limit and grammar.phrases.is_adjective(at) and grammar.parts[at] not in (VERB, RELATIVE):
        at += 1
    if at >= limit or grammar.tokens[at].word.conjunction:
        return False
    if grammar.parts[at] != VERB or grammar.light(at) != "actor":
        return grammar.parts[at] in (RELATIVE, AUXILIARY, VERB)
    done = grammar.tokens[at].word.find("light", "verb")
    return done is not None and bool(done.pronoun)


def came_of(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """سمع دوي انفجار | ناجم عن انفجار عربة, إن التفجير ناتج عن | اعتداء: what it came of is that attack."""
    attacks = host.mark.entry.group == claim.mark.entry.group == "attack" and not (host.mark.is_verb or claim.mark.is_verb)
    at = before_count(grammar, claim.mark.index)
    return attacks and grammar.tokens[at].norm == "عن" and grammar.tokens[at - 1].word.core in _CAME_OF


def blown_up_in(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """هجوم وقع السبت عندما | فجر انتحاري نفسه, حيث فجرت امرأة نفسها: how an attack went that is named before."""
    mark = claim.mark
    if host.mark.is_verb or host.mark.entry.group != "attack" or not mark.is_verb or mark.entry.lemma != "فجر":
        return False
    behind = grammar.tokens[mark.end : mark.end + _SELF]
    if not any(token.norm.startswith(("نفس", "انفس")) for token in behind):
        return False
    opener = grammar.tokens[mark.index - 1].word.core
    return opener in _WHEN or (opener == "ان" and grammar.tokens[mark.index - 2].word.core == "بعد")


def with_weapons(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """شنوا هجوما على التلة | واستخدموا الأسلحة الثقيلة: what who attacks used at that."""
    mark, actor = claim.mark, claim.roles.actor
    used = mark.is_verb and mark.entry.lemma in ("استخدم", "استعمل") and mark.found.conjunction == "و" and not mark.found.pronoun
    if not used or host.mark.entry.group != "attack" or mark.index - host.mark.end > _FAR:
        return False
    return actor is None or actor == host.roles.actor or (host.roles.actor is None and actor[0] < host.mark.index)


def and_his(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """غارات التحالف، | وضرباته على القرى, ضربات نفذها التحالف | وغارات لطائراته: more attacks of whoever did the first."""
    mark, actor = claim.mark, host.roles.actor
    attacks = host.mark.entry.group == mark.entry.group == "attack" and not (host.mark.is_verb or mark.is_verb)
    if not attacks or actor is None or mark.found.conjunction != "و" or not host.mark.index < actor[0] < actor[1] <= mark.index:
        return False
    own = bool(mark.found.pronoun) or (
        mark.end < len(grammar.tokens) and grammar.tokens[mark.end].word.preposition == "ل" and grammar.phrases.is_owned(mark.end)
    )
    beside = actor[1] == mark.index or (actor[1] == mark.index - 1 and grammar.is_comma(actor[1]))
    return own and beside and host.mark.entry.counted == mark.entry.counted


_THIRD, _SELF = 3, 4
_CAME_OF, _WHEN = word_list("attack that comes of one"), word_list("how an attack went")


def toll_of(grammar: Grammar, host: Claim, claim: Claim) -> bool:
    """ارتفعت إلى 16 | قتيلا | حصيلة 4 | انفجارات: the victims to whose number the toll of an attack behind them has come."""
    if host.mark.entry.frame != "C" or claim.mark.is_verb or claim.mark.entry.group != "attack":
        return False
    before = before_count(grammar, claim.mark.index)
    return host.mark.end <= before and grammar.tokens[before].word.core in ("حصيله", "ضحايا")


RULES: tuple[Callable[[Grammar, Claim, Claim], bool], ...] = (
    done_by,
    within_doer,
    found_killed,
    fired_and_met,
    clash_and_clash,
    to_disperse,
    used_in,
    goes_on_to_hit,
    came_of,
    blown_up_in,
    with_weapons,
    and_his,
    toll_of,
)
"""When two claims of violence are one attack that is named twice; each is a rule with its reason."""


def raid_named(grammar: Grammar, claim: Claim) -> bool:
    """اعتقلت الشرطة مئة شخص في | حملة أمنية: the operation in which people are arrested is told by the arrest."""
    if claim.figures or any(one.entry.group == "result" for one in claim.absorbed):
        return False
    operation = _operation(grammar, claim)
    led = before_count(grammar, operation) if operation else 0
    if not led or grammar.tokens[led].norm not in _DURING:
        return False
    first = max(grammar.layout.sentence(led).start, led - _FAR)
    for at in range(led - 1, first - 1, -1):
        if any(entry.type == "COERCE" and "arrest" in (entry.group, entry.mode) for entry in entries_at(grammar, at)):
            return True
        if grammar.parts[at] in (VERB, THAT):
            return False
    return False


def _operation(grammar: Grammar, claim: Claim) -> int:
    """The token of the operation: the event word itself, or what a verb of aiming tells of (حملة | استهدفت ناشطين); 0 for none."""
    if not claim.mark.is_verb:
        return claim.mark.index if folded(claim.mark.entry.lemma) in _OPERATIONS else 0
    if claim.mark.entry.lemma != "استهدف" or claim.mark.found.conjunction:
        return 0
    for at in range(claim.mark.index - 1, max(grammar.clause_start(claim.mark.index), claim.mark.index - _AIM_BACK) - 1, -1):
        if grammar.tokens[at].word.core in _OPERATIONS:  # حملة مداهمات في 5 محافظات | استهدفت
            return at
        if grammar.parts[at] not in (NOUN, NUMERAL, PREPOSITION):
            return 0
    return 0


_AIM_BACK = 6
_OPERATIONS = word_list("operation or campaign")
_DURING = word_list("operation of an arrest")


def adds(claim: Claim, mark: Mark) -> bool:
    """Whether a joined mark tells something; القتلى والجرحى, جثث قتلاهم and ضحايا | الهجوم are only known victims."""
    known = mark.found.article or mark.found.pronoun or mark.end == claim.mark.index
    return mark.entry.frame != "C" or not known
