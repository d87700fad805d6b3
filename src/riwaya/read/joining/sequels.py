"""Events that go on from the one before: who did that did this too."""

from __future__ import annotations

from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import AUXILIARY, PERFECTIVE, SUBORDINATOR, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.clauses import guessed_form
from riwaya.read.clauses.forces import is_force
from riwaya.read.clauses.near import person_group
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.agents import agent_of
from riwaya.read.roles.arguments import Syntax
from riwaya.read.roles.control import is_led
from riwaya.read.roles.foregone import lasts
from riwaya.read.roles.purposes import is_made_ready, underwent
from riwaya.read.roles.set_off import is_owned_that
from riwaya.read.telling.claims import Claim


def go_on(syntax: Syntax, claims: list[Claim]) -> None:
    """An event that names nobody and goes on from the one before has the same doer."""
    if len(claims) < _TWO:
        return
    _share_object(claims[-2], claims[-1])
    _meet_next(syntax, claims)
    if claims[-1].roles.actor is not None:
        return
    grammar, before, claim = syntax.grammar, claims[-2], claims[-1]
    if (doer := _from_sentence_before(syntax, claims)) is not None:
        claim.roles = changed(claim.roles, actor=doer)
        return
    if claim.mark.is_verb:
        if any(rule(syntax, before, claim) for rule in (_is_joined, _is_about_them, _may_be_noun)):
            claim.roles = changed(claim.roles, actor=before.roles.actor)
    elif not _only_undergone(grammar, claim) and _may_go_on(grammar, before, claim):
        _share(grammar, before, claim)


def _meet_next(syntax: Syntax, claims: list[Claim]) -> None:
    """وصل الرئيس إلى القاهرة. | والتقى نظيره المصري: one alone behind a verb that opens a sentence is met; not والتقى الوزيران."""
    claim, grammar = claims[-1], syntax.grammar
    roles, entry = claim.roles, claim.mark.entry
    if not claim.mark.is_verb or (entry.group, entry.frame, entry.mode) != ("meet", "AO", "") or roles.actor is None:
        return
    several = grammar.tokens[roles.actor[0]].word.bare.endswith("ان") or any(
        grammar.tokens[at].word.conjunction for at in range(*roles.actor)
    )
    sent = _sent_there(syntax, claims[-2], claim)
    if sent is not None and roles.target is not None and roles.actor == claims[-2].roles.actor:
        claim.roles = changed(roles, actor=sent)
    if roles.target is not None or roles.actor[0] < claim.mark.end or several or claim.mark.found.pronoun:
        return
    claim.roles = changed(roles, actor=None, target=roles.actor)
    doer = sent or _from_sentence_before(syntax, claims)
    claim.roles = roles if doer is None else changed(claim.roles, actor=doer)


def _sent_there(syntax: Syntax, before: Claim, claim: Claim) -> Range | None:
    """أوفدت الحكومة نائب الوزير إلى أربيل حيث | التقى رئيس الإقليم: who was sent there is who meets the one behind the verb."""
    grammar, whom = syntax.grammar, before.roles.target
    near = grammar.layout.sentence_of[before.mark.index] == grammar.layout.sentence_of[claim.mark.index]
    if not near or whom is None or not before.mark.is_verb or grammar.tokens[claim.mark.index - 1].norm != "حيث":
        return None
    sent = before.mark.entry.lemma in _SENT and grammar.phrases.is_title(whom[0])
    return whom if sent and claim.mark.form is not None and syntax.compatible(claim.mark.form, whom) else None


_SENT = frozenset({"أوفد", "أرسل", "بعث"})


def _only_undergone(grammar: Grammar, claim: Claim) -> bool:
    """تعرضت القاعدة التي ينتشر فيها جنود | لهجوم: whoever is told of beside what was struck did not strike it."""
    return claim.mark.found.preposition == "ل" and claim.roles.target is not None and underwent(grammar, claim.mark)


def _share_object(before: Claim, claim: Claim) -> None:
    """أحرق المسلحون ونهبوا | المنازل: two verbs of one doer, joined by و, with nothing but him between them, have one object."""
    first, second, target = before.mark, claim.mark, claim.roles.target
    if not (first.is_verb and second.is_verb and second.found.conjunction) or first.entry.frame != "AO":
        return
    if before.roles.target is not None or before.roles.passive or first.found.pronoun or second.found.pronoun:
        return
    if target is None or target[0] < second.index or first.entry.group in ("stop", "give", "deal", "meet"):
        return
    if second.entry.group == "arrest" and first.entry.group == "attack":  # اقتحمت القوات | واعتقلت خمسة شبان
        return
    actor = before.roles.actor or (first.end, first.end)
    if all(actor[0] <= at < actor[1] for at in range(first.end, second.index)):
        before.roles = changed(before.roles, target=target)


def _share(grammar: Grammar, before: Claim, claim: Claim) -> None:
    """اقتحام الجيش المخيم | ومداهمة منازل قبل انسحابه: the doer is that of the one before, or the charged.

    تظاهروا احتجاجا على | زيارته: what is protested against is no deed of the crowd.
    """
    if before.mark.entry.type == "PROTEST" != claim.mark.entry.type:
        return
    between = range(before.mark.end, claim.mark.index)
    if before.mark.entry.group == "arrest" and any(grammar.tokens[at].word.core in _CHARGES for at in between):
        claim.roles = changed(claim.roles, actor=before.roles.target)
        return
    found, target = claim.mark.found, claim.roles.target
    hit = bool(found.pronoun) and target is not None and target[1] <= claim.mark.index
    if hit and before.mark.entry.type in _NO_DEEDS:  # زيارة عدن بعد | تحريرها
        return
    allowed = before.mark.entry.lemma == "سمح" and before.roles.target is not None  # السماح للقوات | بدخول القرية
    led = bool(found.conjunction or found.pronoun or found.preposition)
    led = led or ((allowed or before.mark.entry.type not in _NO_DEEDS) and is_led(grammar, claim.mark))
    if before.statement == claim.statement and led:
        claim.roles = changed(claim.roles, actor=before.roles.target if allowed else before.roles.actor)


def _may_go_on(grammar: Grammar, before: Claim, claim: Claim) -> bool:
    """Whether an event noun that can have a doer stands in the same clause and statement as the event before it."""
    mark = claim.mark
    done = (mark.index > 0 and grammar.parts[mark.index - 1] == AUXILIARY) or is_made_ready(grammar, mark)
    if mark.is_verb or done or mark.entry.frame not in ("AO", "A", "M") or mark.entry.group == "result":
        return False
    if lasts(grammar, mark):
        return False
    if any(grammar.tokens[at].word.core in _ANSWERED for at in range(max(0, mark.index - 2), mark.index)):
        return False
    layout = grammar.layout
    if layout.sentence_of[before.mark.index] != layout.sentence_of[mark.index]:
        return False
    between = range(before.mark.end, mark.index)
    return len(between) < _TOGETHER and not any(grammar.parts[at] in (VERB, THAT) for at in between)


def _is_joined(syntax: Syntax, before: Claim, claim: Claim) -> bool:
    """داهمت الشرطة المنزل | وضبطت أسلحة, خطفت الحركة مهندسين | ثم قتلت اثنين: what could be a passive goes on from before.

    Behind و or ثم a verb whose form could be a passive is done by whoever did what stands before it.
    """
    mark, actor, grammar = claim.mark, before.roles.actor, syntax.grammar
    then = grammar.tokens[mark.index - 1].norm == "ثم"
    if actor is None or mark.form is None or not (mark.found.conjunction or then):
        return False
    if not (mark.entry.group in _DONE or mark.entry.kind == "displaced" or _has_object(grammar, actor, claim)):
        return False
    if not before.mark.is_verb or before.roles.passive or before.statement != claim.statement or mark.passive:
        return False
    if not _same_sentence(grammar, before, claim) or claim.mark.index - before.mark.index > _TOGETHER or agent_of(grammar, mark):
        return False
    between = range(before.mark.end, mark.index - then)
    if actor[0] > mark.index or any(grammar.parts[at] in (VERB, THAT, SUBORDINATOR) for at in between):
        return False
    return mark.form.person == 3 and syntax.compatible(mark.form, actor)


_DONE = frozenset({"result", "arrest"})
_DEEDS = frozenset({"attack", "act", "move"})


def _has_object(grammar: Grammar, actor: Range, claim: Claim) -> bool:
    """طوق الجيش البلدة | وهدم ثلاثة منازل, ونقل جنوده, وفرض حظر التجول: a deed whose only phrase behind it can do nothing."""
    mark, target = claim.mark, claim.roles.target
    if mark.entry.group not in _DEEDS or mark.entry.frame != "AO" or mark.found.pronoun:
        return False
    if person_group(grammar, actor[0]) == "victim":
        return False
    if target is None:
        return mark.companion >= mark.index + 1
    return target[0] > mark.index and (grammar.phrases.is_owned(target[0]) or not is_force(grammar, target))


def _is_about_them(syntax: Syntax, before: Claim, claim: Claim) -> bool:
    """مشيرة إلى أنهم | اعتقلوا العشرات: behind a pronoun that is not the speaker's, whoever acted before in the sentence acts."""
    mark, actor, grammar = claim.mark, before.roles.actor, syntax.grammar
    if actor is None or mark.form is None or claim.roles.passive or mark.entry.frame not in ("AO", "A"):
        return False
    owned = is_owned_that(grammar, mark.index - 1) and grammar.tokens[mark.index - 1].norm.endswith(("هم", "هما", "هن"))
    return owned and _same_sentence(grammar, before, claim) and syntax.compatible(mark.form, actor)


def _may_be_noun(syntax: Syntax, before: Claim, claim: Claim) -> bool:
    """نجحت القوات في قتل مسلحين | وأسر آخرين: what looks like a verb and is a second noun under the same word."""
    mark, actor, grammar = claim.mark, before.roles.actor, syntax.grammar
    then = grammar.tokens[mark.index - 1].norm == "ثم"  # بالسيطرة على المطار ثم | طرد المسلحين
    if actor is None or before.mark.is_verb or mark.form is None or not (mark.found.conjunction == "و" or then) or mark.passive:
        return False
    bare = (mark.form.tense, mark.form.person, mark.form.gender, mark.form.number) == ("perfect", 3, "m", "s")
    word = grammar.tokens[mark.index].word
    if not bare or mark.found.pronoun or not (word.find("trigger", "noun") or word.find("trigger", "phrase")):
        return False
    if before.statement != claim.statement or not _same_sentence(grammar, before, claim) or actor[1] > before.mark.index:
        return False
    if (before.mark.found.article and not then) or grammar.tokens[before.mark.index].word.bare.endswith("ات"):
        return False
    between = range(before.mark.end, mark.index - then)
    return len(between) < _TOGETHER and not any(grammar.parts[at] in (VERB, THAT, SUBORDINATOR) for at in between)


def _same_sentence(grammar: Grammar, before: Claim, claim: Claim) -> bool:
    return grammar.layout.sentence_of[before.mark.index] == grammar.layout.sentence_of[claim.mark.index]


def _from_sentence_before(syntax: Syntax, claims: list[Claim]) -> Range | None:
    """قصف التحالف المدينة. | كما شن غارات على البلدة: a sentence that opens with a verb of nobody goes on with the doer before."""
    grammar, claim = syntax.grammar, claims[-1]
    layout, verb = grammar.layout, _that_they(grammar, claim) or _opening_verb(syntax, claim)
    if verb is None or claim.roles.passive:
        return None
    here, form = layout.sentence_of[verb], guessed_form(grammar, verb)
    if claim.mark.entry.group in _DONE and (form.gender, form.number) == ("m", "s") and not _shows_object(grammar, claim):
        return None
    found: list[Range] = []
    for before in reversed(claims[:-1]):
        there = layout.sentence_of[before.mark.index]
        if here - there > 1 or layout.sentences[there].paragraph != layout.sentences[here].paragraph:
            break
        actor = before.roles.actor
        if there == here:
            return None
        if actor is not None and form.person == 3 and syntax.compatible(form, actor):
            found.append(actor)
    return found[-1] if found else None


def _that_they(grammar: Grammar, claim: Claim) -> int | None:
    """هاجم المسلحون القرية. وأضاف الوزير أنهم | نهبوا المتاجر: a deed of force behind أنهم, of which no man tells of himself."""
    mark = claim.mark
    at = mark.index - 1
    while at > 0 and grammar.parts[at] in (PERFECTIVE, AUXILIARY):
        at -= 1
    they = mark.is_verb and is_owned_that(grammar, at) and grammar.tokens[at].norm.endswith("هم")
    return mark.index if they and mark.entry.type in _BY_FORCE else None


_BY_FORCE = frozenset({"ASSAULT", "COERCE", "CONTROL"})


def _shows_object(grammar: Grammar, claim: Claim) -> bool:
    """كما دمر | دبابتين, وقتل | جنديا: whether the case of what is hit says that somebody did it."""
    target = claim.roles.target
    head = target[0] if target is not None else claim.mark.index
    oblique = grammar.phrases.is_oblique(head) and not grammar.phrases.has_article(head)
    return head > claim.mark.index and (oblique or grammar.phrases.is_accusative(head))


def _may_be_hit(grammar: Grammar, claim: Claim, subject: Range) -> bool:
    """كما استهدف | مخازن للأسلحة, كما هاجم | القاعدة: what is hit looks like a subject; كما قصف | منزل is passive."""
    if claim.roles.target is None or claim.roles.target[0] != subject[0] or claim.roles.actor is not None:
        return False
    head, phrases = subject[0], grammar.phrases
    forms = [found.sense.form for found in grammar.tokens[head].word.analyses if isinstance(found.sense.form, NounForm)]
    one = any(form.number == "s" for form in forms) and not grammar.tokens[head].word.bare.endswith("ة")
    shows = one and subject[1] - head == 1 and not (phrases.is_definite(head) or phrases.is_accusative(head))
    return bool(forms or phrases.is_definite(head)) and not shows


def _opening_verb(syntax: Syntax, claim: Claim) -> int | None:
    """The verb that an event is told by, where its sentence opens with it and it has no subject: itself or a light verb."""
    grammar, mark = syntax.grammar, claim.mark
    first = grammar.layout.sentence(mark.index).start
    verb = next((at for at in range(first, min(first + 3, mark.index + 1)) if grammar.parts[at] == VERB), None)
    if verb is None or any(grammar.tokens[at].word.core not in _OPENERS for at in range(first, verb)):
        return None
    if mark.entry.frame not in ("AO", "A", "M") or mark.entry.group == "stop":
        return None
    if verb < mark.index:
        alone = not mark.is_verb and not any(grammar.parts[at] == VERB for at in range(verb + 1, mark.index))
        if not alone or grammar.light(verb) != "actor":
            return None
    subject = syntax.of(verb).subject
    if subject is not None and verb == mark.index and _may_be_hit(grammar, claim, subject):
        subject = None
    if subject is not None and subject[0] <= mark.index < subject[1] and verb < mark.index:  # كما شن | ثلاث غارات
        women = grammar.tokens[mark.index].word.bare.endswith(("ة", "ات"))
        subject = None if women and guessed_form(grammar, verb).gender == "m" else subject
    return verb if subject is None else None


_OPENERS = word_list("opens a sequel")
"""كما | شن غارات, وهم | يسيطرون على الميناء: words before the verb of a sentence that goes on from the one before."""
_TWO, _TOGETHER = 2, 16
_NO_DEEDS = frozenset({"CONSULT", "AID", "AGREE"})
_CHARGES = word_list("charge")
"""Words behind an arrest for what somebody is said to have done (اعتقال ثمانية بتهمة | التخطيط لهجمات)."""
_ANSWERED = word_list("answered")
"""قتلوا جنودا انتقاما | لقصف القرية: what is avenged, they did not do."""
