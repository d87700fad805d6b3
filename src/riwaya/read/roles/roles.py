"""Who does what to whom: actor and target of an event word, from the frame of its table row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from riwaya.lang.ar.parts import NOUN, PREPOSITION, VERB
from riwaya.lang.ar.thing_groups import HITTABLE, WEAPONRY
from riwaya.model.swift import changed, swift
from riwaya.read.clauses.able import acts, is_organised
from riwaya.read.clauses.between import past_about
from riwaya.read.clauses.forces import is_body, is_capital, is_force
from riwaya.read.clauses.lookalikes import is_launch
from riwaya.read.clauses.near import (
    ACTOR,
    REACH,
    after,
    after_preposition,
    counted_noun,
    halted,
    is_place,
    passing,
    person_group,
    phrase_behind,
    second_phrase,
    thing_group,
)
from riwaya.read.clauses.office_holders import holds_office
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.agents import agent_beside, agent_of, hit_by_fired, is_kind_of_munition
from riwaya.read.roles.among import in_ranks, side_of_fallen
from riwaya.read.roles.antecedents import antecedent_of, head_meant, is_meant, is_of_holders, points_back_to
from riwaya.read.roles.arguments import Arguments, Syntax
from riwaya.read.roles.counted_men import is_part_of_them, killed_too
from riwaya.read.roles.held import held, is_under, let_go, received, set_free
from riwaya.read.roles.means import laid_round, who_suffers, whose_lives
from riwaya.read.roles.met import met_apart, of_one_man
from riwaya.read.roles.nounroles import noun_roles
from riwaya.read.roles.partners import chairing_verb, fought, granted, met, not_when, only_arrives, partner, receiver, who_gets
from riwaya.read.roles.peoples import nationality
from riwaya.read.roles.prepositions import resumed
from riwaya.read.roles.recalled import described_before
from riwaya.read.roles.sides import between
from riwaya.read.roles.spelled_voice import is_aboard, is_passive, shows_active
from riwaya.read.roles.split_phrases import is_aimed_at, mended
from riwaya.read.roles.struck import acts_on_some, fired_at, is_done_next, is_harmed, is_site, middle_struck, named_behind_office
from riwaya.read.roles.told_ahead import told_ahead


@swift
@dataclass(frozen=True, slots=True)
class Roles:
    """Actor and target in tokens, and where the search for them ended."""

    actor: Range | None = None
    target: Range | None = None
    passive: bool = False
    """Whether the verb says what was done to its subject, so that nobody who goes on from before acts."""


def roles_of(syntax: Syntax, mark: Mark, light: Range | None = None) -> Roles:
    """Actor and target of a trigger; ``light`` is the subject of the light verb that governs an event noun."""
    roles = _roles(syntax, mark, light)
    if roles.actor is None and (chairs := chairing_verb(syntax.grammar, mark)) is not None:
        roles = changed(roles, actor=syntax.of(chairs).subject or syntax.of(chairs).object)
    own = roles.target is None or (not mark.is_verb and roles.target[1] <= mark.index)  # لقائه | المبعوث
    if own and (other := met(syntax.grammar, mark)) is not None and other != roles.actor:
        return changed(roles, target=other)
    if roles.target is None and (hit := in_ranks(syntax.grammar, mark)) is not None:
        return changed(roles, target=hit)
    if roles.target is None and (ahead := told_ahead(syntax.grammar, mark, roles.actor)) is not None:
        return changed(roles, actor=ahead[0], target=ahead[1])
    return roles


def _roles(syntax: Syntax, mark: Mark, light: Range | None) -> Roles:
    """Actor and target of a trigger, as its frame has them."""
    if (fired := fired_at(syntax.grammar, mark)) is not None:
        return Roles(*fired)
    if mark.is_verb:
        return _over_what(syntax.grammar, mark, VERB_FRAMES.get(mark.entry.frame, _transitive)(syntax, mark))
    roles = _over_what(syntax.grammar, mark, Roles(*noun_roles(syntax.grammar, mark)))
    if mark.entry.lemma == "حمل" and roles.actor is not None and roles.actor[0] == mark.companion:  # حمل | السلاح
        roles = changed(roles, actor=None)
    if (kept := held(syntax.grammar, mark)) is not None:
        return Roles(roles.actor or roles.target, kept)
    given = (
        _between_two(syntax.grammar, mark, roles)
        or mark.entry.group == "support"
        or (roles.actor is not None and (mark.entry.lemma == "وافق" or is_under(syntax.grammar, mark)))  # ينتظر | موافقة البرلمان
    )
    if light is None or given or agent_of(syntax.grammar, mark) is not None:
        return roles
    own = roles.actor if roles.target is None and roles.actor != light else None
    return Roles(light, own if own is not None and _is_met(syntax.grammar, mark, own) else roles.target)


def _between_two(grammar: Grammar, mark: Mark, roles: Roles) -> bool:
    """تشهد الجبهة معارك | بين الجيش والمسلحين, اتفاق | بين الحكومة والحركة: two named sides do it, whoever else is told of."""
    mutual = mark.entry.frame == "M" or mark.entry.group == "deal"
    if not mutual or roles.actor is None or roles.target is None or roles.actor[0] in grammar.place_at:
        return False
    return grammar.tokens[roles.actor[0] - 1].norm == "بين"


def _is_met(grammar: Grammar, mark: Mark, where: Range) -> bool:
    """شن | غارات المواقع, نصب | كمينا للدورية: whoever stands behind an event noun with a doer of its own suffers it."""
    if mark.entry.frame == "AO" and where[0] == mark.end:
        return mark.entry.lemma != "فجر" or not is_force(grammar, where)  # تورطوا في تفجيرات | داعش
    return grammar.phrases.preposition_of(grammar.tokens[where[0]]) == "ل" or grammar.tokens[where[0] - 1].norm == "ل"


def _over_what(grammar: Grammar, mark: Mark, roles: Roles) -> Roles:
    """استعاد السيطرة | على المدينة, أطلق سراح | المهندس, حصد أرواح | مدنيين: what control is over, who is freed or dies suffers."""
    target = roles.target
    if (lost := whose_lives(grammar, mark)) is not None:
        return Roles(roles.actor, lost)
    if (stopped := halted(grammar, mark)) is not None:
        return changed(roles, target=stopped)
    at = target[0] if target is not None else mark.companion if mark.entry.group == "free" else -1
    if at >= 0 and (pronoun := set_free(grammar, at)):
        return Roles(*let_go(grammar, mark, roles.actor, pronoun))
    if target is not None and grammar.tokens[target[0]].word.core in ("سراح", "سبيل", "ارواح"):
        freed = (target[0] + 1, target[1]) if target[0] + 1 < target[1] else phrase_behind(grammar, target[1])
        return changed(roles, target=freed)
    if target is None or grammar.tokens[target[0]].word.core not in ("سيطره", "سيطرته", "سيطرتها"):
        return roles
    taken = after(grammar, target[0] + 1, frozenset({"علي"}))
    if taken is None and (pronoun := resumed(grammar, target[0], _UPON)):  # استعادت السيطرة | عليها
        taken = antecedent_of(grammar, mark.index, pronoun, mark.entry, roles.actor)
    return changed(roles, target=taken)


def _own_words(grammar: Grammar, mark: Mark) -> Range | None:
    """The words behind a verb that are part of it (أطلق | النار, بسط | سيطرته); somebody who stands there is its subject."""
    freed = mark.entry.type == "CONTROL" and mark.entry.frame == "P"  # تحررت | المدينة
    if mark.companion <= mark.index or freed:
        return None
    word = grammar.tokens[mark.companion].word
    somebody = word.labels & {"person", "source", "country"} or thing_group(grammar, mark.companion) == "vehicle"
    somebody = (somebody and "trigger" not in word.labels) or holds_office(grammar, mark.companion)
    return None if somebody else (mark.companion, _described_end(grammar, mark.companion))


def _described_end(grammar: Grammar, at: int) -> int:
    """شن | حربا مدمرة, أطلق | عملية عسكرية واسعة, أطلق | قنابل الغاز: adjectives of an indefinite word, or its kind."""
    curfew = grammar.tokens[at].word.core == "حظر" and any("تجو" in token.norm for token in grammar.tokens[at + 1 : at + 2])
    kind = curfew or (at + 1 < len(grammar.tokens) and is_kind_of_munition(grammar, at + 1))
    end = at + 1 + kind  # فرضت السلطات | حظر التجول
    while not grammar.phrases.is_definite(at) and end < grammar.limit(at) and _goes_with(grammar, end):
        end += 1
    return end


def _goes_with(grammar: Grammar, at: int) -> bool:
    """حصارا | خانقا, | عسكريا: whether an indefinite adjective stands at a token, with nothing written onto it."""
    word, phrases = grammar.tokens[at].word, grammar.phrases
    plain = grammar.parts[at] == NOUN and phrases.is_adjective(at) and ("adverb" in word.labels or not word.labels & _NO_QUALITY)
    counts = past_about(grammar, at, grammar.limit(at)) > at  # لقي حتفه | أكثر من عشرين شخصا
    return plain and not (phrases.is_definite(at) or word.conjunction or word.preposition or counts)


_BROUGHT = frozenset({"قدم", "أرسل", "سلم", "أوصل", "وزع"})
_UPON = frozenset({"علي"})


def _transitive(syntax: Syntax, mark: Mark) -> Roles:
    """The subject acts, the object suffers (قصفت الطائرات المدينة); a verb with victims alone behind it is passive."""
    grammar = syntax.grammar
    part = _own_words(grammar, mark) if _is_idiom(grammar, mark) else None
    found = _own_phrases(grammar, mark, syntax.of(mark.index, part))
    agent = agent_beside(grammar, mark, found.subject, found.object)
    if is_passive(grammar, mark) or agent is not None or is_aimed_at(grammar, mark, found):
        struck = hit_by_fired(grammar, found.subject, agent, found.object)
        return Roles(agent, struck or found.subject or found.object, passive=struck is None)
    brought = mark.entry.lemma in _BROUGHT and mark.companion == mark.index  # الدعم الذي قدمته الدولة | للقرية
    if mark.found.pronoun and mark.entry.group != "deal" and not brought:  # الاتفاق الذي وقعته
        meant = (
            _seen_before(syntax, mark)
            or described_before(grammar, mark, found.subject)
            or antecedent_of(grammar, mark.index, mark.found.pronoun, mark.entry, found.subject)
        )
        return Roles(found.subject, laid_round(grammar, mark, meant))
    behind = after_preposition(grammar, mark) or (after(grammar, mark.end, _UPON) if part else None)
    if mark.entry.group == "give":
        return Roles(
            *(received(grammar, mark, found.subject) or (found.subject, who_gets(grammar, mark, found.subject, found.object)))
        )
    if mark.entry.group == "stop":
        able = found.subject is not None and any(fits(grammar, found.subject) for fits in (is_force, is_organised, is_capital))
        able = able or (found.subject is not None and found.subject[0] in grammar.layout.closing)  # بدأت | «الوحدة» هدنة
        return Roles(found.subject if able else None, None)
    if mark.entry.group == "deal" or (mark.entry.group == "breach" and mark.entry.lemma in ("علق", "جمد")):  # علقت العمل | باتفاق
        sides = between(grammar, mark) if found.subject is None else None  # وقع | اتفاق بين الحركتين
        return Roles(*sides) if sides else Roles(found.subject, partner(grammar, mark) or receiver(grammar, found.object))
    if found.subject is None:
        target = who_suffers(grammar, mark, found.object, behind) if found.object is not None else behind
        return Roles(None, target, passive=target is None and mark.entry.group in _DONE_TO)
    alone = found.subject[0] > mark.index or (found.object is None and behind is None)  # إن | المستشفى | قصف
    hits = mark.entry.type == "ASSAULT" and mark.entry.lemma != "أعدم"  # أعدم | القضاء رجلين
    if hits and alone and is_site(grammar, counted_noun(grammar, *found.subject), mark):
        return Roles(None, found.subject, passive=found.subject[0] < mark.index)
    if found.object is not None and behind is not None and mark.entry.lemma == "دخل" and not is_place(grammar, found.object[0]):
        return Roles(found.subject, behind)  # دخلت القوات إلى | المدينة من جهات عدة
    if found.object is not None:
        return Roles(found.subject, who_suffers(grammar, mark, found.object, behind))
    return _alone(grammar, mark, found.subject, behind, part is not None)


def _seen_before(syntax: Syntax, mark: Mark) -> Range | None:
    """رصدت القوات | ثلاث عربات في البلدة ودمرتها: the object of the verb with which a second one is joined."""
    grammar = syntax.grammar
    if not mark.found.conjunction:
        return None
    first = max(grammar.layout.sentence(mark.index).start, mark.index - 2 * REACH)
    at = next((k for k in range(mark.index - 1, first - 1, -1) if grammar.parts[k] == VERB), None)
    before = syntax.of(at).object if at is not None else None
    if before is None or before[1] > mark.index:
        return None
    head = counted_noun(grammar, *before)
    return before if is_meant(grammar, head, mark.found.pronoun, mark.entry) else None


def _alone(grammar: Grammar, mark: Mark, subject: Range, behind: Range | None, idiom: bool) -> Roles:
    """One phrase with a transitive verb: it suffers where the verb kills or arrests it, else it acts (اغتيل ضابط, هاجم مسلحون)."""
    struck = mark.entry.lemma == "استهدف" and subject[0] < mark.index  # القائد | استهدف بعبوة
    if mark.entry.group in _DONE_TO or mark.entry.lemma == "أعدم" or struck:  # الناشطان | سيعدمان
        suffers = behind is None and person_group(grammar, subject[0]) == "civilian"  # قتلت | عائلة في غارة
        acts = is_body(grammar, subject) and not suffers
        return Roles(subject, behind) if acts else Roles(None, subject, passive=not shows_active(mark))
    if mark.entry.lemma == "استخدم" and subject[0] > mark.index and thing_group(grammar, subject[0]) in WEAPONRY:
        return Roles(None, None)
    if mark.entry.lemma == "أسقط" and subject[0] > mark.index:  # أسقطت | الطائرة المدنية خلال رحلتها
        return Roles(None, subject, passive=mark.index == grammar.layout.sentence(mark.index).start)
    if mark.entry.lemma == "نشر" and subject[0] > mark.index and not grammar.phrases.is_definite(subject[0]):
        return Roles(None, subject)  # تريد الحركة أن تنشر | قوات في الوادي
    kills = is_harmed(grammar, mark, subject)
    if kills and subject[0] > mark.index and (not idiom or mark.entry.kind == "displaced"):  # أجبرت | آلاف العائلات على النزوح
        goes_on = mark.found.conjunction and mark.entry.group in ("move", "hold")  # أغلق الجيش المداخل ونشر | قناصة
        return Roles(None, subject, passive=not goes_on)
    if subject[0] < mark.index or is_force(grammar, subject) or idiom or mark.entry.group == "meet":
        return Roles(subject, behind if idiom or subject[0] < mark.index else middle_struck(grammar, mark, subject, behind))
    return Roles(None, subject)


def _own_phrases(grammar: Grammar, mark: Mark, found: Arguments) -> Arguments:
    """The phrases of a transitive verb without what only looks like its object, two men apart that look like one."""
    if (split := acts_on_some(grammar, mark)) is not None:
        return Arguments(*split)
    found = mended(grammar, mark, found)
    both = killed_too(grammar, mark, found.subject, found.object) or named_behind_office(grammar, mark, found.subject, found.object)
    if both is not None:
        return Arguments(both, None)
    what = found.object
    aside = what is not None and any(fits(grammar, mark, what) for fits in (_is_whereabouts, is_done_next, is_aboard))
    aside = aside or is_part_of_them(grammar, found.subject, what)
    if aside or (mark.entry.group in ("result", "arrest") and _behind_attack(grammar, found)):
        return changed(found, object=None)
    return met_apart(grammar, mark, found) if mark.entry.group == "meet" else found


def _behind_attack(grammar: Grammar, found: Arguments) -> bool:
    """قتل عراقيان أمس في تفجير لصهريج | محمل بالغاز: what stands behind an attack noun is no object of the verb before it."""
    if found.subject is None or found.object is None:
        return False
    at = grammar.date_at[found.subject[1]].end if found.subject[1] in grammar.date_at else found.subject[1]
    if at >= found.object[0] or grammar.tokens[at].norm not in ("في", "خلال", "اثناء"):
        return False
    between = (k for k in range(at + 1, found.object[0]) if "trigger" in grammar.tokens[k].word.labels)
    own = found.object[0] - 1  # اعتقلت الشرطة خلال مداهمتها المنازل | عشرة شبان
    return any(grammar.phrases.is_event_noun(k) and not (k < own and grammar.phrases.is_owned(k)) for k in between)


_DONE_TO, _NO_QUALITY = frozenset({"arrest", "result", "free"}), frozenset({"person", "source", "thing", "direction"})


def _is_whereabouts(grammar: Grammar, mark: Mark, where: Range) -> bool:
    """خطف ثلاثة جنود | جنوب العاصمة: a named place behind a verb of killing or seizing people is where it happened."""
    return mark.entry.group in _DONE_TO and mark.entry.kind != "destroyed" and where[0] in grammar.place_at


def _is_idiom(grammar: Grammar, mark: Mark) -> bool:
    """Whether the word that a verb needs is part of it and not its object (أطلق النار); أقام حاجزا has an object."""
    word = grammar.tokens[mark.companion].word
    event = "trigger" in word.labels and word.core != "تعزيزات"  # أرسلت الدولة | تعزيزات
    return mark.entry.frame != "AO" or (event and thing_group(grammar, mark.companion) not in HITTABLE)  # أغلق | جسرين


def _intransitive(syntax: Syntax, mark: Mark) -> Roles:
    """The subject acts, the target stands behind the verb's preposition (سيطر الفصيل على البلدة)."""
    grammar = syntax.grammar
    part = _own_words(grammar, mark) if mark.end == mark.index + 1 or _is_idiom(grammar, mark) else None
    found = of_one_man(grammar, mark, syntax.of(mark.index, part if mark.entry.group != "crowd" else None))
    if mark.entry.group == "deal":
        return Roles(found.subject, partner(grammar, mark, found.subject) or granted(grammar, mark))
    target = fought(grammar, mark, not_when(grammar, _pointed_at(syntax, mark, found.subject) or after_preposition(grammar, mark)))
    if target is None and mark.end > mark.index + 1 and grammar.parts[mark.end - 1] == PREPOSITION:
        target = phrase_behind(grammar, mark.end)
    sender = (agent_of(grammar, mark) or nationality(grammar, mark)) if mark.entry.group == "give" else None  # وصلت مساعدات | عربية
    actor = sender or found.subject or _reinforcements(grammar, mark)
    if actor is not None and target is not None and actor[0] < target[0] < actor[1]:  # وصل | المبعوث إلى اليمن | إلى صنعاء
        target = after(grammar, actor[1], mark.entry.preps)
    fires = part is not None and mark.entry.type == "ASSAULT"  # أطلقت روسيا | 24 صاروخا
    placed = sender is None and actor is not None and is_place(grammar, actor[0]) and actor[0] > mark.index
    if placed and found.object is not None and not fires and acts(grammar, found.object, mark):
        actor = found.object
    lone = target if actor is None and target is not None and grammar.parts[target[1] : target[1] + 1] == [NOUN] else None
    second = second_phrase(grammar, lone) if lone is not None else None  # سيطرت على المجمع | مقر القيادة
    who = second if second is not None and acts(grammar, second, mark) else actor
    launched = who is None and is_launch(mark.found) and mark.companion == mark.index  # صاروخين | أطلقا من الجبل
    return Roles(who, None if target is not None and only_arrives(grammar, mark, target) else target, launched)


def _reinforcements(grammar: Grammar, mark: Mark) -> Range | None:
    """كما انتشرت | تعزيزات من الجيش: reinforcements right behind a verb of moving."""
    behind = mark.index + 1
    if mark.entry.group != "move" or behind >= grammar.limit(mark.index) or grammar.tokens[behind].norm != "تعزيزات":
        return None
    return behind, grammar.phrases.end(behind, grammar.limit(mark.index), ACTOR)


def _pointed_at(syntax: Syntax, mark: Mark, subject: Range | None) -> Range | None:
    """التي سيطر عليها الجيش, قرية تسيطر عليها الجماعة, واستولت عليها القوات: what a pronoun behind the verb stands for."""
    grammar = syntax.grammar
    pronoun = resumed(grammar, mark.index, mark.entry.preps | _UPON)
    if is_launch(mark.found) and (mark.found.pronoun or not pronoun):  # صاروخا | أطلقته الجماعة على المدينة
        return None
    if not pronoun:
        return points_back_to(grammar, mark.index) if syntax.resumes(mark.index) else None
    before = head_meant(grammar, points_back_to(grammar, mark.index), pronoun, mark.entry)
    if before is not None and before != subject and not is_of_holders(grammar, mark.index, pronoun):
        return before
    return antecedent_of(grammar, mark.index, pronoun, mark.entry, subject)


def _unaccusative(syntax: Syntax, mark: Mark) -> Roles:
    """The subject is who suffers (استشهد ثلاثة، نزح السكان); all that stands before a word of the verb (لقي جنديان | مصرعهما)."""
    found = syntax.of(mark.index, _own_words(syntax.grammar, mark))
    sufferer = found.subject or found.object
    if found.subject and found.object and found.subject[1] == found.object[0] and found.object[1] == mark.companion:
        sufferer = found.subject[0], mark.companion
    behind = max(sufferer[1] if sufferer else mark.end, mark.companion + 1)
    return Roles(agent_of(syntax.grammar, mark), side_of_fallen(syntax.grammar, mark, behind) or sufferer)


def _mutual(syntax: Syntax, mark: Mark) -> Roles:
    """Two sides: the subject, and whoever stands behind مع (اشتبك الجنود مع المسلحين, اصطدم المتظاهرون بالشرطة).

    تبادل الطرفان | 200 أسير: whom two sides exchange is set free.
    """
    if mark.entry.group == "free":
        exchange = syntax.of(mark.index)
        return Roles(exchange.subject, exchange.object)
    found = syntax.of(mark.index, _own_words(syntax.grammar, mark))
    return Roles(found.subject, after(syntax.grammar, mark.end, frozenset({"مع"}) | mark.entry.preps))


def _explosion(syntax: Syntax, mark: Mark) -> Roles:
    """What explodes is no actor; what it hits stands behind a preposition of place (انفجرت سيارة في السوق)."""
    if mark.entry.type != "ASSAULT":
        return Roles()
    return Roles(None, passing(syntax.grammar, mark) or after(syntax.grammar, mark.end, frozenset({"ب", "في", "علي"})))


def _lost(syntax: Syntax, mark: Mark) -> Roles:
    """What falls is the target, into whose hands the actor; who loses a place acts (سقطت البلدة بيد المتمردين)."""
    grammar = syntax.grammar
    found = syntax.of(mark.index)
    for at in range(mark.end, min(grammar.limit(mark.index), mark.end + REACH)):
        if (
            (grammar.tokens[at].word.core in ("يد", "ايدي", "قبضه") or grammar.tokens[at].norm == "بيد")
            and at + 1 < len(grammar.tokens)
            and grammar.phrases.begins(at + 1)
        ):
            return Roles((at + 1, grammar.phrases.end(at + 1, grammar.limit(at), ACTOR)), found.subject or found.object)
    if mark.found.pronoun:
        return Roles(found.subject, antecedent_of(grammar, mark.index, mark.found.pronoun, mark.entry))
    return Roles(found.subject, found.object) if found.object else Roles(None, found.subject)


def _found(syntax: Syntax, mark: Mark) -> Roles:
    """Who finds the dead did not kill them: the dead alone are named (انتشل المسعفون ثلاث جثث)."""
    grammar = syntax.grammar
    behind = phrase_behind(grammar, mark.end)
    second = second_phrase(grammar, behind) if behind else None
    return Roles(None, after(grammar, mark.end, frozenset({"علي"})) or second or behind)


VERB_FRAMES: dict[str, Callable[[Syntax, Mark], Roles]] = {
    "AO": _transitive,
    "A": _intransitive,
    "P": _unaccusative,
    "M": _mutual,
    "V": _explosion,
    "T": _lost,
    "F": _found,
}
"""Frame of the trigger table → rule for its verb."""
