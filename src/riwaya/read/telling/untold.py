"""Mentions that tell nothing: headings, no news of victims, whom one visits, mediation, where troops sit, aims of sanctions."""

from __future__ import annotations

from riwaya.lang.ar.parts import AUXILIARY, DEMONSTRATIVE, NOUN, NUMERAL, QUANTIFIER, RELATIVE, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.companions import answers, entries_at
from riwaya.read.clauses.triggers import mark_at
from riwaya.read.grammar import Grammar, per_document
from riwaya.read.roles.held import held, whose_it_is
from riwaya.read.telling.claims import Claim
from riwaya.read.text.tokens import SIGN
from riwaya.spelling import folded

_SHORT, _NEAR, _BACK = 5, 3, 6
_BODY = 2
"""The title and the line under it tell."""


def subheading(grammar: Grammar, claim: Claim) -> bool:
    """A line between two paragraphs that names what the next is about (نزوح وحصار, قصف تركي): few words, no verb, no full stop."""
    sentence = grammar.layout.sentence(claim.mark.index)
    if sentence.paragraph < _BODY or sentence.end - sentence.start > _SHORT:
        return False
    if sentence.paragraph not in _lone_lines(grammar) or sentence is grammar.layout.sentences[-1]:
        return False
    if claim.mark.is_verb and not _may_be_noun(grammar, claim):
        return False
    inside = (at for at in range(sentence.start, sentence.end) if at != claim.mark.index)
    return not any(grammar.parts[at] == VERB or grammar.tokens[at].kind == SIGN for at in inside)


def _may_be_noun(grammar: Grammar, claim: Claim) -> bool:
    """قصف تركي: a form that is a verb and a deed, with no definite noun behind it that would be its subject."""
    inside = range(claim.mark.end, grammar.layout.sentence(claim.mark.index).end)
    noun = any(found.sense.part == "noun" for found in grammar.tokens[claim.mark.index].word.all("trigger"))
    return noun and not any(grammar.phrases.has_article(at) or grammar.phrases.is_name(at) for at in inside)


@per_document
def _lone_lines(grammar: Grammar) -> frozenset[int]:
    """The paragraphs of one sentence."""
    found: dict[int, int] = {}
    for sentence in grammar.layout.sentences:
        found[sentence.paragraph] = found.get(sentence.paragraph, 0) + 1
    return frozenset(number for number, count in found.items() if count == 1)


def no_news(grammar: Grammar, claim: Claim) -> bool:
    """لم ترد أنباء عن خسائر بشرية, دون أنباء عن إصابات: no news says neither that there are victims nor that there are none."""
    if claim.mark.entry.group != "result" or claim.mark.is_verb:
        return False
    first = max(grammar.layout.sentence(claim.mark.index).start, claim.mark.index - _BACK)
    for at in range(first, claim.mark.index - 1):
        if grammar.tokens[at].word.core in _NEWS:
            comes = grammar.tokens[at - 1].word.core in _COMES and grammar.negated(at - 1)
            return comes or grammar.tokens[at - 1].word.core in _WITHOUT
    return False


_WITHOUT = frozenset({"دون", "بدون"})


def without_harm(grammar: Grammar, claim: Claim) -> bool:
    """سقطت قذيفة على القرية دون | إصابات, من دون أن يسفر عن ضحايا: that an attack hurt nobody is told with the attack."""
    mark = claim.mark
    if not claim.negated or mark.entry.group != "result" or mark.is_verb:
        return False
    first = grammar.layout.sentence(mark.index).start
    last = max(first, mark.index - _BACK)
    without = next((at for at in range(mark.index - 1, last - 1, -1) if grammar.tokens[at].word.core in _WITHOUT), None)
    if without is None or any(grammar.is_comma(at) for at in range(without, mark.index)):
        return False
    return any(_is_attack(grammar, at) for at in range(first, without))


def _is_attack(grammar: Grammar, at: int) -> bool:
    """سقطت | قذيفة; not سقطت مسيرة: an attack word in a sense that its neighbours support."""
    if not any(entry.group == "attack" for entry in entries_at(grammar, at)):
        return False
    mark = mark_at(grammar, at)
    return mark is not None and mark.entry.group == "attack"


_NEWS, _COMES = word_list("news that comes"), word_list("news comes")


def mediated(grammar: Grammar, claim: Claim) -> bool:
    """وقعا الاتفاق بوساطة تركية, بعد وساطة روسية: whose mediation brought something about is no meeting of its own."""
    if claim.mark.entry.lemma != "توسط" or claim.mark.is_verb or claim.mark.index == 0:
        return False
    return claim.mark.found.preposition == "ب" or grammar.tokens[claim.mark.index - 1].word.core in _THROUGH


_THROUGH = word_list("through mediation")


def visited_victims(grammar: Grammar, claim: Claim) -> bool:
    """زار الوزير عددا من | الجرحى, تفقد المحافظ | مصابي الهجوم: victims whom somebody visits were told of before."""
    if claim.mark.entry.group != "result" or claim.mark.is_verb or not grammar.phrases.is_definite(claim.mark.index):
        return False
    first = max(grammar.layout.sentence(claim.mark.index).start, claim.mark.index - _BACK)
    for at in range(claim.mark.index - 1, first - 1, -1):
        if grammar.is_comma(at):
            return False
        if grammar.tokens[at].word.core in _VISITS or grammar.tokens[at].word.core.removesuffix("ت") in _VISITS:
            return True
    return False


def who_took_part(grammar: Grammar, claim: Claim) -> bool:
    """اعتقلت الشرطة الذين | شاركوا في الهجوم: who is known by an attack; the attack was told before."""
    mark = claim.mark
    if not mark.is_verb or mark.entry.lemma != "شارك" or mark.entry.type != "ASSAULT":
        return False
    return mark.index > 0 and grammar.parts[mark.index - 1] == RELATIVE


def of_its_kind(grammar: Grammar, claim: Claim) -> bool:
    """ويعد هذا أول | هجوم من نوعه, وهو أعنف | هجوم منذ عام: an attack that was told is set beside others."""
    at = claim.mark.index
    if claim.mark.entry.type != "ASSAULT" or at < 2 or grammar.tokens[at - 1].word.core not in _COMPARES:
        return False
    return grammar.tokens[at - 2].word.core in _LIKENS


_VISITS, _COMPARES, _LIKENS = word_list("visits victims"), word_list("sets beside others"), word_list("says what it is")


def stationed(grammar: Grammar, claim: Claim) -> bool:
    """مواقع تمركز القوات, حيث يتمركزون, قصف تمركزات: where troops sit, as what a place is called by or what is hit."""
    if claim.mark.entry.lemma not in ("تمركز", "انتشر") or claim.mark.index == 0:
        return False
    if claim.mark.entry.lemma == "انتشر":  # في ولاية نوران حيث | ينتشر المتمردون
        known = claim.mark.is_verb and claim.mark.form is not None and claim.mark.form.tense != "perfect" and claim.date is None
        return known and grammar.tokens[claim.mark.index - 1].norm == "حيث"
    before = claim.mark.index - 1
    if claim.mark.is_verb:
        start = grammar.clause_start(claim.mark.index)
        if start > 0 and grammar.parts[start - 1] == RELATIVE and claim.mark.index - start < _NEAR:
            return True
        imperfect = claim.mark.form is not None and claim.mark.form.tense != "perfect"
        return imperfect and (grammar.tokens[before].word.core in _WHERE or grammar.parts[before] == AUXILIARY)
    return grammar.tokens[before].word.core in _POINTS or _is_hit(grammar, claim)


def _is_hit(grammar: Grammar, claim: Claim) -> bool:
    """قصفت المقاتلات | تمركزات, غارات على | تعزيزات: an attack before what is not definite, and nothing else done to it."""
    if claim.mark.found.article or claim.mark.found.pronoun:
        return False
    first = max(grammar.clause_start(claim.mark.index), claim.mark.index - _BACK)
    for at in range(claim.mark.index - 1, first - 1, -1):
        if any(entry.type == "ASSAULT" for entry in entries_at(grammar, at)):
            return True
        if grammar.parts[at] == VERB:
            return False
    return False


_POINTS = word_list("point of troops")
_WHERE = ("حيث", "كان", "كانت", "كانوا")


def hit_on_the_spot(grammar: Grammar, claim: Claim) -> bool:
    """قصف الطيران | تعزيزات للمتمردين, استهدف | حشودا: those hit tell of no move, unless they are on their way."""
    if claim.mark.entry.lemma not in ("تعزيزات", "حشد") or claim.mark.is_verb or claim.mark.index == 0:
        return False
    if grammar.tokens[claim.mark.index - 1].word.core in _AMID or not _is_hit(grammar, claim):
        return False
    behind = grammar.tokens[claim.mark.end : min(grammar.layout.sentence(claim.mark.index).end, claim.mark.end + _WAY)]
    moving = tuple(_MOVING)
    return not any(token.word.core.startswith(moving) for token in behind)


_WAY = 12
_AMID = ("وسط", "بعد", "مع", "عقب")
_MOVING = word_list("reinforcements move")


def aimed_at(grammar: Grammar, claim: Claim) -> bool:
    """عقوبات تستهدف شركات, الألعاب التي تستهدف الأطفال: what no force does aims at somebody, but strikes nobody."""
    if claim.mark.entry.lemma != "استهدف" or not claim.mark.is_verb:
        return False
    if _is_purpose(grammar, claim):
        return True
    first = max(grammar.layout.sentence(claim.mark.index).start, claim.mark.index - _BACK)
    for at in range(claim.mark.index - 1, first - 1, -1):
        if grammar.is_comma(at) or grammar.parts[at] == VERB:
            return False
        if grammar.tokens[at].word.core.removesuffix("ا") in _MEASURES:
            return True
    return False


def _is_purpose(grammar: Grammar, claim: Claim) -> bool:
    """ذلك يستهدف | الاستيلاء على الأراضي: a verbal noun that is no attack behind the imperfect is what somebody aims to do."""
    behind = claim.mark.end
    if claim.mark.form is None or claim.mark.form.tense != "imperfect" or behind >= grammar.limit(claim.mark.index):
        return False
    deed = grammar.phrases.is_masdar(behind) or grammar.phrases.is_definite_masdar(behind)
    hit = (one.group in ("attack", "meet", "move") and one.lemma != "عزز" for one in entries_at(grammar, behind))
    return deed and not any(hit)  # تستهدف | تعزيز الجبهة


_MEASURES = word_list("measure that aims")


def descriptive(grammar: Grammar, claim: Claim) -> bool:
    """الفصائل المقاتلة, بلدات محاصرة في الشمال: a participle behind its noun says what kind it is, nothing behind it is done."""
    if (
        claim.mark.is_verb
        or folded(claim.mark.entry.lemma) not in _KINDS
        or claim.mark.index == 0
        or not _is_participle(grammar, claim)
    ):
        return False
    before = claim.mark.index - 1
    if grammar.parts[before] != NOUN or "light" in grammar.tokens[before].word.labels:
        return False
    behind = claim.mark.end
    governs = behind < grammar.layout.sentence(claim.mark.index).end and grammar.parts[behind] in (NOUN, NUMERAL, QUANTIFIER)
    governs = governs and not grammar.tokens[behind].word.conjunction
    if claim.mark.found.article:
        return grammar.phrases.has_article(before)
    return not governs and not grammar.phrases.is_definite(before)


def _is_participle(grammar: Grammar, claim: Claim) -> bool:
    return grammar.tokens[claim.mark.index].word.core in ("مقاتله", "محاصره")


_KINDS = frozenset({"قاتل", "حاصر"})


def meanwhile(grammar: Grammar, claim: Claim) -> bool:
    """خلال جولته, على هامش اجتماعهم, زيارته تلك: a visit that somebody had, with nobody named whom he met, is known already."""
    mark = claim.mark
    if mark.entry.group != "meet" or mark.is_verb or not mark.found.pronoun:
        return False
    if grammar.parts[mark.end : mark.end + 1] == [DEMONSTRATIVE]:  # زيارته تلك
        return True
    if claim.roles.target is not None or claim.mark.index == 0 or grammar.tokens[claim.mark.index - 1].word.core not in _MEANWHILE:
        return False
    for at in range(mark.end, min(grammar.limit(claim.mark.index), mark.end + _PARTNER)):
        if grammar.parts[at] == VERB:
            break
        if grammar.tokens[at].norm in ("مع", "الي") or grammar.tokens[at].word.preposition == "ب":
            return False
    return True


_PARTNER = 14
_MEANWHILE = word_list("meanwhile")


def serves_body(grammar: Grammar, claim: Claim) -> bool:
    """بعثة الأمم المتحدة | لمساعدة العراق: help behind the name of a body says what it is there for."""
    mark = claim.mark
    if mark.entry.type != "AID" or mark.is_verb or mark.found.preposition != "ل":
        return False
    for at in range(claim.mark.index - 1, max(-1, claim.mark.index - _BACK), -1):
        if grammar.parts[at] in (VERB, NUMERAL) or grammar.is_sign(at):
            return False
        if grammar.tokens[at].word.core in _SERVING:
            return True
    return False


_SERVING = word_list("body that serves")


def named_for_it(grammar: Grammar, claim: Claim) -> bool:
    """الحركة الشعبية | لتحرير السودان, جيش | تحرير السودان: what a movement is called by; not أعلن الجيش | تحرير المدينة."""
    at, mark = claim.mark.index, claim.mark
    if mark.entry.type not in ("CONTROL", "RETREAT") or mark.is_verb or at == 0 or grammar.tokens[at].word.core != "تحرير":
        return False
    if mark.found.preposition == "ل":
        called = at > 1 and grammar.phrases.is_adjective(at - 1)  # الجيش | لتحرير المدينة is for that end
        return called and grammar.tokens[at - 2].word.core in _MOVEMENTS and grammar.phrases.has_article(at - 2)
    named = not mark.found.preposition and not grammar.phrases.has_article(at - 1)
    return named and grammar.tokens[at - 1].word.core in _MOVEMENTS


BODIES = (serves_body, named_for_it)
"""What bodies are there for, or are called by, has not been done."""
_MOVEMENTS = word_list("movement called by its end")


def forsaken(grammar: Grammar, claim: Claim) -> bool:
    """تتخلى عن حليفها, تخلت عن ترددها: whoever gives up no ground, post or arms does not withdraw."""
    mark = claim.mark
    if mark.entry.lemma != "تخلى" or mark.entry.type != "RETREAT":
        return False
    reach = range(mark.end, min(grammar.limit(mark.index), mark.end + _FORSAKEN))
    what = next((at + 1 for at in reach if grammar.tokens[at].norm == "عن"), None)
    if what is None or what >= len(grammar.tokens):
        return True
    ground = what in grammar.place_at and "country" not in grammar.tokens[what].word.labels
    post = grammar.group(what, "thing") in _GROUND
    return not (ground or post or answers(grammar, what, mark.entry.needs, classes=False))


_FORSAKEN = 8
_GROUND = frozenset({"settlement", "position", "building", "weapon", "munition"})


def only_to_prevent(grammar: Grammar, claim: Claim) -> bool:
    """شددوا الحراسة | لمنع عودة المسلحين, يسعى إلى منع السفر: what is done so that somebody cannot come keeps out nobody yet."""
    mark = claim.mark
    if mark.is_verb or mark.entry.lemma != "منع" or claim.act in ("promise", "threaten"):
        return False
    aim = mark.found.preposition == "ل" or (mark.index > 0 and grammar.tokens[mark.index - 1].word.core in _SO_THAT)
    return aim and claim.modality == "planned"


_SO_THAT = ("اجل", "هدف", "بهدف", "الي", "علي")


def nothing_held(grammar: Grammar, claim: Claim) -> bool:
    """الهيئة خاضعة للحكومة: where no land stands before it, a word of being subject tells of none held."""
    return not claim.mark.is_verb and claim.mark.entry.lemma == "خاضع" and held(grammar, claim.mark) is None


def held_by_the_way(grammar: Grammar, claim: Claim) -> bool:
    """قصفت الطائرات بلدة | تحت سيطرة الجماعة: whose a place is, told by the way, is not told to have been taken."""
    return whose_it_is(grammar, claim.mark)


def sentenced(grammar: Grammar, claim: Claim) -> bool:
    """حكمت المحكمة بإعدام قيادي, قرر قاضي المحكمة إعدامه, القتل قصاصا, حكم القتل: what a court has ruled is no attack."""
    mark = claim.mark
    if mark.is_verb or mark.entry.lemma not in ("أعدم", "قتل"):
        return False
    if grammar.tokens[mark.end : mark.end + 1] and grammar.tokens[mark.end].word.core.startswith(_AS_PUNISHMENT):
        return True
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _RULED)
    for at in range(mark.index - 1, first - 1, -1):
        if grammar.tokens[at].word.core in _RULINGS:
            return mark.found.preposition == "ب" or at == mark.index - 1
        if grammar.parts[at] == VERB and grammar.tokens[at].word.core in _DECIDES:
            return any(token.word.core in _COURTS for token in grammar.tokens[at + 1 : mark.index])
        if grammar.parts[at] in (VERB, RELATIVE) or grammar.is_comma(at):
            return False
    return False


_DECIDES, _COURTS = word_list("decides in court"), word_list("court")
_RULED = 10
_AS_PUNISHMENT = ("قصاص", "تعزير")
_RULINGS = word_list("ruling of a court")

NO_HARM = (no_news, without_harm, nothing_held, sentenced)
"""What keeps even a counted mention from being an event: no news of it, nobody hurt, no land held, what a court has ruled."""


def channel(grammar: Grammar, claim: Claim) -> bool:
    """A call or meeting in which somebody spoke to a paper (في اتصال هاتفي مع الصحيفة)."""
    if claim.mark.entry.group != "meet" or claim.mark.is_verb or claim.mark.index == 0:
        return False
    before = grammar.tokens[claim.mark.index - 1].word
    if before.core not in ("في", "عبر", "خلال") or claim.mark.found.article:
        return False
    if claim.mark.entry.mode != "visit" and _with_a_paper(grammar, claim):
        return True
    behind = range(claim.mark.end, min(grammar.limit(claim.mark.index), claim.mark.end + _WITH_WHOM))
    with_whom = next((at for at in behind if grammar.tokens[at].norm == "مع"), None)
    if with_whom is None or with_whom + 1 >= len(grammar.tokens):
        return claim.mark.entry.lemma == "اتصل"
    return not grammar.tokens[with_whom + 1].word.labels & {"source", "country", "person"}


def _with_a_paper(grammar: Grammar, claim: Claim) -> bool:
    """في حوار لصحيفة الأفق, في مقابلة أجرتها معه القناة: a paper or a channel stands right behind."""
    behind = range(claim.mark.end, min(grammar.limit(claim.mark.index), claim.mark.end + _PAPER_REACH))
    return any("medium" in grammar.tokens[at].word.labels or grammar.group(at, "source") == "media" for at in behind)


_WITH_WHOM, _PAPER_REACH = 4, 5
"""مع وكالة «رويترز»: a mark counts as a token."""
