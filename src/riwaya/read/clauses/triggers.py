"""Event words: which of its senses a trigger has here, told by the words that must or must not stand by it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, THAT, VERB
from riwaya.lang.ar.words import Analysis
from riwaya.model.swift import changed, swift
from riwaya.read.clauses.advances import ADVANCE, as_gain, as_move, as_stopped, is_past_comma, is_repelled, is_stopped
from riwaya.read.clauses.companions import answers, companion_of, entries_at, names_force
from riwaya.read.clauses.first_letters import whole_verb
from riwaya.read.clauses.interventions import is_intervention
from riwaya.read.clauses.lookalikes import (
    aims_at_deed,
    brings_aid,
    heads_for_deed,
    inspects,
    is_of_deed,
    may_look_alike,
    only_says_which,
    over_a_fire,
    parts_by_itself,
    turns_to,
    unlike,
)
from riwaya.read.clauses.named_sites import is_in_a_name, only_names
from riwaya.read.clauses.nothing_behind import nothing_behind
from riwaya.read.clauses.only_beside import only_beside
from riwaya.read.clauses.other_words import is_another_word
from riwaya.read.clauses.predicates import is_predicate
from riwaya.read.clauses.published import PUBLISHED, may_be_published
from riwaya.read.clauses.quitting import leaves_what
from riwaya.read.clauses.violence import violence_in_general
from riwaya.read.grammar import Grammar

_REJECT_REACH = 4


@swift
@dataclass(frozen=True, slots=True)
class Mark:
    """A trigger in its place: tokens (``end`` exclusive), the table entry, its analysis, and whether it is a verb."""

    index: int
    end: int
    entry: Trigger
    found: Analysis
    is_verb: bool
    companion: int = -1
    """The token of the word that the row needs beside it, -1 where it needs none."""

    @property
    def form(self) -> VerbForm | None:
        """The finite form, None for a noun."""
        return self.found.sense.form if isinstance(self.found.sense.form, VerbForm) else None

    @property
    def noun(self) -> NounForm | None:
        """The noun form, None for a verb."""
        return self.found.sense.form if isinstance(self.found.sense.form, NounForm) else None

    @property
    def passive(self) -> bool:
        """Whether the spelling shows the passive."""
        return self.form is not None and self.form.voice == "passive"


def find_marks(grammar: Grammar) -> list[Mark]:
    """The triggers of a document in text order."""
    marks: list[Mark] = []
    held: list[Mark] = []
    for index in [token.index for token in grammar.tokens if "trigger" in token.word.labels]:
        dated = index in grammar.phrases.dated and not _on_oneself(grammar, index)
        if dated or index in grammar.phrases.inside or (mark := mark_at(grammar, index)) is None:
            continue
        before = (other for other in (*marks[-2:], *held[-1:]) if not _dies_in_attack(other, mark))
        if marks and _into_hands(marks[-1], mark):
            continue
        if any(_holds(grammar, other, index) and not _accepts_truce(grammar, other, mark) for other in before):
            held += [mark] * (mark.entry.group == "stop")  # بحث تنفيذ وقف شامل | لإطلاق النار: nor is the fire that is to cease
            continue
        marks.append(mark)
    return [mark for mark in marks if not _starts_an_attack(mark, marks)]


def _on_oneself(grammar: Grammar, index: int) -> bool:
    """فجرا نفسيهما, فجر نفسه: the verb, not the dawn."""
    if grammar.tokens[index].word.core not in ("فجر", "فجرا"):
        return False
    behind = grammar.tokens[index + 1 : index + 2]
    return bool(behind) and behind[0].norm.startswith(("نفس", "انفس"))


def _holds(grammar: Grammar, mark: Mark, index: int) -> bool:
    """Whether a token belongs to a trigger before it: one of the words that stand together, or the word that it needs."""
    last = _swallowed(grammar, mark)
    return index <= last and (index >= mark.companion or last - mark.index <= _REJECT_REACH)


def _into_hands(mark: Mark, other: Mark) -> bool:
    """سقطت البلدة في | قبضة المتمردين: into whose hands something falls is told by the verb."""
    return mark.entry.frame == "T" and other.entry.lemma == "قبضة" and other.index - mark.index <= _REJECT_REACH


def _dies_in_attack(mark: Mark, other: Mark) -> bool:
    """توفي رجل في | قصف على القرية: the attack that tells how somebody died leads, as behind قتل."""
    return mark.entry.lemma == "توفي" and other.entry.group == "attack" and not other.is_verb


def _accepts_truce(grammar: Grammar, mark: Mark, other: Mark) -> bool:
    """قبلت الحكومة الهدنة, وافقت على نشر قوات: a deal that is made, and the truce or deed that it is about, are two events."""
    if mark.entry.group != "deal" or other.is_verb:
        return False
    if other.entry.group == "stop":
        return True
    return mark.entry.lemma == "وافق" and other.entry.group not in ("deal", "give") and not grammar.negated(mark.index)


def _end(grammar: Grammar, mark: Mark) -> int:
    """A trigger of several words that stand together ends with the last of them."""
    apart = mark.entry.group in ("leave", "move", "arrest", "free", "hold", "meet") or mark.entry.mode == "strike"
    together = mark.companion == mark.index + 1 and not apart
    led = {grammar.phrases.preposition_of(grammar.tokens[mark.companion]), grammar.layout.norms[mark.companion]}
    whole = grammar.parts[mark.companion] == PREPOSITION and grammar.phrases.begins(mark.companion + 1)
    if together and mark.is_verb and mark.entry.group == "attack" and led & mark.entry.preps and not whole:
        return mark.index + 1  # تصدت | للجيش, أغارت | على نحو ثمانين هدفا: whom the deed is done to
    named = together and answers(grammar, mark.companion, mark.entry.needs, classes=False)
    return _swallowed(grammar, mark) + 1 if named else mark.index + 1


def _swallowed(grammar: Grammar, mark: Mark) -> int:
    """The last token that belongs to a trigger of several words: وقف إطلاق النار, لقي ... مصرعه, إنهاء القتال."""
    if mark.companion < 0:
        return mark.index
    behind = mark.companion + 1
    fire = behind < grammar.layout.sentence(mark.index).end and grammar.tokens[behind].word.core in ("نار", "نيران")
    return behind if fire else mark.companion


def _starts_an_attack(mark: Mark, marks: list[Mark]) -> bool:
    """بدأ هجوما, أطلق عملية مداهمات: a verb of starting before a described deed adds no event of its own."""
    if mark.entry.group != "start":
        return False
    deeds = (other for other in marks if mark.index < other.index <= mark.companion + 2)
    return any(other.entry.group in ("attack", "free") or other.entry.type == "COERCE" for other in deeds)


def mark_at(grammar: Grammar, index: int) -> Mark | None:
    """The trigger at a token in the sense that its neighbours support; None where none fits."""
    best: tuple[int, Mark] | None = None
    for found in _readings(grammar, index):
        entry = found.sense.entry
        if not isinstance(entry, Trigger) or unlike(entry, found) or is_another_word(grammar, index, found, entry):
            continue
        is_verb = found.sense.part == "verb"
        repelled = not is_verb and is_stopped(grammar, entry, index)
        at = index if repelled else companion_of(grammar, index, entry, is_verb)
        if at is None or (entry.type != "MOBILIZE" if repelled else _rejected(grammar, index, entry)):
            continue
        if entry.lemma in _BOMBS and found.preposition == "ب" and _is_means(grammar, index):
            continue
        entry = as_stopped(entry) if repelled else entry
        if _is_elsewhere(grammar, found, entry, at, index) or (entry.group == "start" and _against(grammar, entry, at, index)):
            continue
        if only_beside(grammar, index, entry, at) or is_past_comma(grammar, entry, index, at):
            continue
        entry = as_gain(grammar, as_move(grammar, entry, at) if is_verb else entry, index)
        distance = _distance(grammar, entry, index, at)
        if best is None or distance < best[0]:
            best = distance, Mark(index, index + 1, entry, found, is_verb, at if entry.needs else -1)
    if best is None:
        return None
    if best[1].is_verb and best[1].companion == index and nothing_behind(grammar, index, best[1].entry):
        return changed(best[1], found=_as_passive(best[1].found))
    end = _end(grammar, best[1])
    return best[1] if end == index + 1 else changed(best[1], end=end)


def _as_passive(found: Analysis) -> Analysis:
    """إن المسيرة | أسقطت: what stands before a verb of destroying, with nothing behind it, did not do it."""
    form = found.sense.form
    if not isinstance(form, VerbForm):
        return found
    return changed(found, sense=changed(found.sense, form=form._replace(voice="passive")))


def _distance(grammar: Grammar, entry: Trigger, index: int, at: int) -> int:
    """How far the word stands that a row needs; تقدمت القوات | في حيين: ground that is gained before who gains it."""
    if entry.type == "CONTROL" and at > index and grammar.tokens[at].norm == "في":
        return 0
    return at - index if entry.needs else _FAR


_BOMBS = frozenset({"عبوة", "لغم"})


def _is_means(grammar: Grammar, index: int) -> bool:
    """دمروا دبابة بعبوة ناسفة: a bomb with ب behind a verb of violence is what it was done with."""
    first = grammar.clause_start(index)
    return any(grammar.parts[k] == VERB and "trigger" in grammar.tokens[k].word.labels for k in range(first, index))


def _is_elsewhere(grammar: Grammar, found: Analysis, entry: Trigger, at: int, index: int) -> bool:
    """The place of a definite verbal noun is its object behind ل or إلى only (الاحتلال ... في المدينة is no event)."""
    taken = entry.type == "CONTROL" and entry.frame == "AO" and "#place" in entry.needs
    if found.sense.part == "verb" or not found.article or not taken:
        return False
    if entry.lemma == "احتل" and any(one.type in ("ASSAULT", "COERCE") for one in entries_at(grammar, index - 1)):
        return True  # اقتحام | الاحتلال | لنابلس
    led = {"الي", "لكل"}.intersection(grammar.layout.norms[max(index + 1, at - _PARTS_OF_IT) : at])
    return grammar.tokens[at].word.preposition != "ل" and not led


_PARTS_OF_IT = 3


def _against(grammar: Grammar, entry: Trigger, at: int, index: int) -> bool:
    """بدأ عملية عسكرية ضد المسلحين, شن عملية عسكرية: an operation against somebody, or so launched, is itself what is told.

    بدأت الشرطة حملة أمنية على الحي only begins one; so does أطلقت الدولة عملية عسكرية ضد المسلحين.
    """
    deed = mark_at(grammar, at) if at > index else None
    if deed is None or deed.entry.group != "attack" or (entry.lemma == "أطلق" and grammar.tokens[at].word.core == "عمليه"):
        return False
    if entry.lemma == "شن":
        return True
    behind = grammar.tokens[at + 1 : at + 2 + _REJECT_REACH]
    police = any(token.word.core == "امنيه" for token in behind[:1])
    return any(token.norm == "ضد" or (token.norm == "علي" and not police) for token in behind)


_FAR = 99


def _readings(grammar: Grammar, index: int) -> Iterator[Analysis]:
    """The analyses that agree with the part of speech that the sentence gives the token."""
    part, word = _part(grammar, index), grammar.tokens[index].word
    wanted = "verb" if part == VERB else "noun" if part == NOUN else ""
    lookalike = may_look_alike(word)
    for found in word.analyses:
        entry = found.sense.entry
        if not isinstance(entry, Trigger):
            continue
        if found.sense.part != wanted and not (wanted == "noun" and found.sense.part == "phrase"):
            continue
        if entry.group == "state" and not is_predicate(grammar, index, found, entry):
            continue
        if lookalike and (only_says_which(grammar, index, found) or parts_by_itself(grammar, index, found)):
            continue
        form = found.sense.form
        tense = form.tense if isinstance(form, VerbForm) else ""
        if wanted == "verb" and (tense == "jussive") != grammar.negated(index) and tense in ("jussive", _after_lam(grammar, index)):
            continue
        if found.conjunction and whole_verb(grammar, index):
            continue
        if wanted == "verb" and _disagrees(grammar, index, found):
            continue
        if wanted == "verb" and isinstance(form, VerbForm) and form.voice == "passive" and _has_active(grammar, index):
            continue
        yield found


def _part(grammar: Grammar, index: int) -> str:
    """The part of speech of a token, as far as only an event word tells it (فجر نفسه, تدخل الجيش, تقدم للجيش)."""
    if _on_oneself(grammar, index):
        return VERB
    stopped = grammar.tokens[index].word.norm in ADVANCE and is_repelled(grammar, index)  # أوقف الجيش | تقدم المسلحين
    return NOUN if stopped or is_intervention(grammar, index) or _is_progress(grammar, index) else grammar.parts[index]


def _is_progress(grammar: Grammar, index: int) -> bool:
    """تقدم | للجيش في الريف, تقدم كبير | لقوات المعارضة: an advance of a force, as a headline has it, is no verb."""
    if grammar.tokens[index].word.norm not in ("تقدم", "توغل") or index != grammar.layout.sentence(index).start:
        return False
    for at in range(index + 1, min(grammar.limit(index), index + 1 + _QUALITIES)):
        if grammar.tokens[at].word.preposition == "ل":
            return names_force(grammar, at)
        if grammar.tokens[at].norm == "في":  # تقدم روسي | في الشرق
            return "demonym" in grammar.tokens[index + 1].word.labels
        if not (grammar.phrases.is_adjective(at) or "demonym" in grammar.tokens[at].word.labels):
            return False
    return False


_QUALITIES = 3


def _disagrees(grammar: Grammar, index: int, found: Analysis) -> bool:
    """وكانت | فرق الأمن قد وصلت: right behind كانت a perfect form of the masculine is no verb but a noun."""
    form = found.sense.form
    if not isinstance(form, VerbForm) or form.tense != "perfect" or (form.gender, form.number) != ("m", "s"):
        return False
    if found.sense.entry is not None and found.sense.entry.lemma == "تهدم":  # تهدم | القوات المنازل
        return any(grammar.gender(at) == "f" for at in (index - 1, index + 1) if 0 <= at < len(grammar.tokens))
    return index > 0 and grammar.tokens[index - 1].word.core == "كانت"


def _after_lam(grammar: Grammar, index: int) -> str:
    """The tense that cannot stand behind لم and لن: لم تعقب is no perfect of تعقب."""
    return "perfect" if index > 0 and grammar.tokens[index - 1].word.core in ("لم", "لن") else ""


def _has_active(grammar: Grammar, index: int) -> bool:
    """Whether a form is an active of some row too: أصيب is its own row, not only the passive of أصاب."""
    return any(getattr(found.sense.form, "voice", "") == "any" for found in grammar.tokens[index].word.all("trigger", "verb"))


_LOOK_BACK = frozenset({"جثة", "رفات", "شحنة", "خرج", "شهيد"})
"""شيع | الآلاف | جثمان الشهيد, ضبطت البحرية | شحنة أسلحة: the verb that gives it another sense stands before its subject."""


def _seems(grammar: Grammar, index: int) -> bool:
    """بدا أمس، في اليوم الثالث للعملية، | أن الحملة تتعثر: "it seemed", written without the hamza and with أن behind it."""
    if not grammar.tokens[index].word.bare.endswith("بدا"):
        return False
    return any(grammar.parts[at] == THAT for at in range(index + 1, grammar.layout.sentence(index).end))


_OTHERWISE = {"سلم": "من", "انسحب": "علي"}
"""لم تسلم | من التخريب, ينسحب | على الجميع: with these right behind, nobody lays down arms or leaves."""


def _subject_start(grammar: Grammar, index: int) -> int:
    """عشرات المقاتلين من الميليشيات | فروا: where the words begin that may be the subject before a verb."""
    at, first = index, max(grammar.layout.sentence(index).start, index - _SUBJECT_REACH)
    while at > first and grammar.parts[at - 1] in (NOUN, NUMERAL, PREPOSITION) and not grammar.is_comma(at - 1):
        at -= 1
    return at


_SUBJECT_REACH = 8


def _rejected(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """Whether a word or the spelling gives the form another sense (ضرب مثلا، فجر مفاجأة، يقضي بـ, تجلى)."""
    named = is_in_a_name(grammar, index, entry) or only_names(grammar, index, entry)
    if named or violence_in_general(grammar, index, entry) or brings_aid(grammar, index, entry):
        return True
    behind = grammar.tokens[index + 1] if index + 1 < len(grammar.tokens) else grammar.tokens[index]
    led = behind.word.preposition == "ب" or (entry.lemma == "قضى" and behind.norm.startswith("ب"))
    if "علي" in entry.needs and led and entry.lemma != "أغار":  # أغارت بصواريخ | على الموقع
        return True
    if inspects(grammar, index, entry) or heads_for_deed(grammar, index, entry) or is_of_deed(grammar, index, entry):
        return True
    if turns_to(grammar, index, entry) or over_a_fire(grammar, index, entry) or aims_at_deed(grammar, index, entry):
        return True
    if entry.lemma == "بدأ" and _seems(grammar, index):
        return True
    if entry.type == "RETREAT" and behind.norm.removesuffix("هم") == _OTHERWISE.get(entry.lemma):
        return True
    if entry.lemma == "أجلى" and grammar.tokens[index].word.bare.endswith("تجلى"):
        return True
    if entry.lemma == "انسحب" and (left := leaves_what(grammar, index)):
        return left != entry.type
    if grammar.layout.lacks(entry.rejects):
        return False
    flees = entry.lemma == "فر" and not grammar.tokens[index].word.conjunction
    back = _REJECT_REACH if entry.lemma in _LOOK_BACK or entry.lemma in ("رفع", "تحركات") else 1  # سفينة أخرى | ترفع العلم
    first = _subject_start(grammar, index) if flees else index - back
    leaving = entry.lemma == "غادر" and grammar.parts[index] == NOUN  # أكد الوزير | مغادرة القوات
    first = max(0, first + leaving)
    reach = PUBLISHED if may_be_published(grammar, index, entry) else _REJECT_REACH
    words = (token for token in grammar.tokens[first : index + 1 + reach] if token.index != index)
    held = entry.type == "CONTROL"  # في قبضة المسلحين | من بينها
    around = [token for token in words if not (held and token.norm == "من" and token.index > index + 1)]
    norms, cores = [token.norm for token in around], [token.word.core for token in around]
    return not (entry.rejects.isdisjoint(norms) and entry.rejects.isdisjoint(cores))
