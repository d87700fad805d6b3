"""Shallow syntax of Arabic clauses: the subject and the object of a verb, from agreement, definiteness and order.

Newswire puts verb, subject, object in this order, or the subject first; a plural verb, a passive or a pronoun tells what a
phrase behind it cannot be. Where these do not decide, nothing is said.
"""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import (
    ADVERB,
    AUXILIARY,
    BECAUSE,
    CONTRAST,
    DEMONSTRATIVE,
    FUTURE,
    NEGATION,
    NOUN,
    NUMERAL,
    PERFECTIVE,
    PREPOSITION,
    QUANTIFIER,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    VERB,
)
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Word
from riwaya.model.remembered import remembered
from riwaya.model.swift import swift
from riwaya.read.clauses.armed import is_done_with, past_means
from riwaya.read.clauses.asides import called_end
from riwaya.read.clauses.between import approximates, counts_nothing, past_aside, past_description
from riwaya.read.clauses.clauses import are_hit, for_whom, guessed_form, seized_beside_dead
from riwaya.read.clauses.forces import ARMS
from riwaya.read.clauses.left_over import past_own_words, what_is_left
from riwaya.read.clauses.near import counted_end, is_manner
from riwaya.read.clauses.pointed_back import antecedent, head_goes_on
from riwaya.read.clauses.subjects import preverbal_subject
from riwaya.read.clauses.violence import is_sudden
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT, SUFFERER, Manner
from riwaya.read.roles.antecedents import force_before
from riwaya.read.roles.beliefs import backed, believed
from riwaya.read.roles.bound_to import bound_to
from riwaya.read.roles.commas import (
    before_relative,
    joined_count,
    listed,
    marked_head,
    past_comma,
    quoted_phrase,
    tells_outcome,
)
from riwaya.read.roles.counted_men import counts_destroyed, counts_men, counts_people, is_so_long
from riwaya.read.roles.fronted_areas import is_setting, is_where, past_area
from riwaya.read.roles.fronted_objects import has_resumed, is_fronted, subject_first
from riwaya.read.roles.prepositions import (
    THINGS,
    means_another,
    past_clause,
    past_preposition,
    says_what_for,
    who_were,
)
from riwaya.read.roles.said_of_head import head_told_of
from riwaya.read.roles.set_off import (
    are_two,
    has_own_subject,
    is_no_subject_of_his,
    is_owned_noun,
    is_owned_that,
    is_several,
    past_backing,
    seen_doing,
    set_off,
)
from riwaya.read.roles.stepped_over import past_where
from riwaya.read.roles.strikers import behind_strike
from riwaya.read.roles.twins import goes_on, twin
from riwaya.read.words.owned import is_joined_form
from riwaya.read.words.parts import IN_IT

_SUBJECT = Manner(SUBJECT.stops | {"ضد", "في", "ل"}, split=True)
_FAR, _TWO = 30, 2


@swift
@dataclass(frozen=True, slots=True)
class Arguments:
    """The phrases of a verb in tokens: who it is said of, whom it goes to, and where the search behind it ended."""

    subject: Range | None
    object: Range | None


_NOBODY = Arguments(None, None)


@remembered(10_000)
def _manners(verb: Word) -> tuple[Manner, Manner]:
    """How the phrases behind a verb end: before the prepositions that its rows ask for (انسحبت القوات | من القرية)."""
    rows = (found.sense.entry for found in verb.all("trigger", "verb"))
    preps = frozenset(prep for row in rows if isinstance(row, Trigger) for prep in row.preps)
    return Manner(_SUBJECT.stops | preps, split=True), Manner(SUFFERER.stops | preps)


class Syntax:
    """The arguments of the verbs of one document, each found once."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._known: dict[int, Arguments] = {}

    def of(self, index: int, reserved: Range | None = None) -> Arguments:
        """The subject and object of the verb at a token; ``reserved`` is part of the verb itself (أطلق | النار)."""
        if index not in self._known:
            self._known[index] = self._find(index, reserved)
        return self._known[index]

    def _find(self, index: int, reserved: Range | None) -> Arguments:
        grammar = self.grammar
        form = guessed_form(grammar, index)
        behind = subject_first(grammar, index, behind_strike(grammar, index, self._phrases(index, reserved)))
        if (joined := self._joined(index, form, behind)) is not None:
            return joined
        if is_owned_that(grammar, that := self._before_particles(index) - 1) or tells_outcome(grammar, index):
            return Arguments(head_told_of(grammar, that), behind[0] if behind else None)
        several = form.number in ("p", "d")
        if form.person == 1 or (several and form.tense != "imperfect"):
            before = (self._before(index, form) or self._after_was(index, form)) if form.person == 3 else None
            return Arguments(before, behind[0] if behind else None)
        before = self._after_was(index, form)
        if before is None and self.resumes(index):
            if behind and self._can_be_subject(index, behind[0], form):
                return Arguments(behind[0], behind[1] if len(behind) > 1 else None)
            return Arguments(None, behind[0] if behind else None)
        before = before or self._before(index, form)
        if before is not None and not self._is_set_about(index, before, behind):
            return Arguments(before, behind[0] if behind else None)
        if not behind:
            return _NOBODY
        first = behind[0]
        other = several or not self._can_be_subject(index, first, form) or self._governed(first, reserved)
        other = other or (len(behind) == 1 and counts_destroyed(grammar, index, first))  # أن تحرق | ثلاث عربات
        if other or are_hit(grammar, index, behind):
            return Arguments(None, first)
        return Arguments(first, behind[1] if len(behind) > 1 else None)

    def _is_set_about(self, index: int, before: Range, behind: list[Range]) -> bool:
        """احتجاجات | عمدت الشرطة إلى قمعها: a deed does not set about anything where a body that agrees stands behind the verb."""
        if behind and is_fronted(self.grammar, index, before, behind[0]):  # المدينة | سيطر عليها المسلحون
            return self._can_be_subject(index, behind[0], guessed_form(self.grammar, index))
        deed = bool(behind) and self.grammar.light(index) == "actor" and self.grammar.phrases.is_event_noun(before[0])
        body = deed and bool(self.grammar.tokens[behind[0][0]].word.labels & {"source", "country"})
        return body and self._can_be_subject(index, behind[0], guessed_form(self.grammar, index))

    def _joined(self, index: int, form: VerbForm, behind: list[Range]) -> Arguments | None:
        """The arguments of one of two verbs that have doer, or doer and object, together; None for any other verb."""
        if (second := twin(self.grammar, index, form, behind)) and (shared := self._phrases(second, None)):
            subject = behind[0] if behind else self._before(index, form)
            own = len(shared) > 1 and bool(self.grammar.tokens[shared[0][0]].word.labels & {"source", "person"})
            return Arguments(subject, None if own else shared[0])
        first = goes_on(self.grammar, index, form, behind)
        return Arguments(self.of(first).subject, behind[0] if behind else None) if first >= 0 else None

    def _after_was(self, index: int, form: VerbForm) -> Range | None:
        """القرى التي كان | التنظيم | يسيطر عليها, كادت | الجماعة | أن تحتجزهم: who stands between an auxiliary and its verb."""
        grammar = self.grammar
        end = self._before_particles(index)
        end -= (nearly := grammar.layout.norms[end - 1 : end] == ["ان"])
        end -= grammar.is_comma(end - 1)  # كانت الجماعة المتطرفة، | تحتجزهم
        first = max(grammar.clause_start(end), index - _FAR)
        at = next((k for k in range(index - 2, first - 1, -1) if grammar.parts[k] == AUXILIARY), None)
        if at is None or grammar.tokens[index].word.conjunction or (nearly and "كاد" not in grammar.tokens[at].norm):
            return None
        at += grammar.tokens[at + 1].norm in IN_IT  # الوقت الذي لا يزال فيه | المسلحون | يسيطرون
        if form.number == "p" and approximates(grammar, at + 1, index):  # كان | نحو ألف محتج | قد أغلقوا الطرق
            return (at + 1, end) if counted_end(grammar, at + 1, end, _SUBJECT) == end else None
        if not grammar.phrases.begins(at + 1) or grammar.phrases.preposition_of(grammar.tokens[at + 1]):
            return None
        if grammar.phrases.end(at + 1, end, _SUBJECT) != end or not grammar.agrees(form, at + 1, before=True):
            return None
        return (at + 1, end) if self._names_somebody(at + 1) else None

    def _before(self, index: int, form: VerbForm) -> Range | None:
        if seized_beside_dead(self.grammar, index) or has_own_subject(self.grammar, index):
            return None
        if (found := believed(self.grammar, index) or for_whom(self.grammar, index, form)) is not None:
            return found
        if (found := bound_to(self.grammar, index, form) or backed(self.grammar, index, form)) is not None:
            return found
        before = preverbal_subject(self.grammar, index, form) or force_before(self.grammar, index, form)
        if before is None and form.number != "s" and form.person == 3:
            any_gender = form._replace(gender="c")
            before = preverbal_subject(self.grammar, index, any_gender)
            before = before if before is not None and is_several(self.grammar, before) else None
        if before is not None and is_no_subject_of_his(self.grammar, before, form):
            before = None
        if before is not None and before[1] <= index:
            start = self.grammar.clause_start(index)
            headed = start > 0 and self.grammar.parts[start - 1] == RELATIVE and before[1] <= start
            aside = not headed and self.grammar.phrases.preposition_of(self.grammar.tokens[before[0]])
            front = headed and self.grammar.tokens[before[0]].word.core == "جبهه"  # مع جبهة التحرير التي | تحاصر البلدة
            return before if not aside and (front or self._names_somebody(before[0])) else None
        across = self._across(index, form) or set_off(self.grammar, index, form) or past_backing(self.grammar, index, form)
        seen = across or self._described(index, form) or seen_doing(self.grammar, index, form)
        return seen or before_relative(self.grammar, index, form)

    def _across(self, index: int, form: VerbForm) -> Range | None:
        """القوات التي يقودها اللواء | هاجمت: a second verb without a conjunction behind a relative is that of its head."""
        grammar = self.grammar
        start = grammar.clause_start(index)
        if start < 1 or grammar.parts[start - 1] != RELATIVE or grammar.tokens[index].word.conjunction:
            return head_goes_on(grammar, index)
        between = range(start, index)
        if (
            grammar.parts[index - 1] in (VERB, AUXILIARY)
            or index - start > _FAR
            or not any(grammar.parts[at] == VERB for at in between)
        ):
            return None
        if any(grammar.parts[at] in _JOINTS or grammar.tokens[at].norm in ("حتي", "كي", "لكي") for at in between):
            return None
        found = antecedent(grammar, start - 1, form)
        if found is None or not self._heads_clause(found[0]) or (form.number != "s" and not is_several(self.grammar, found)):
            return None
        return found[0], self._before_particles(index)

    def _heads_clause(self, head: int) -> bool:
        """Whether the noun at a token can be the subject of what follows: a known noun that no preposition governs."""
        token = self.grammar.tokens[head]
        if not token.word.labels & THINGS or not self._names_somebody(head) or self.grammar.phrases.preposition_of(token):
            return False
        return head == 0 or self.grammar.parts[head - 1] != PREPOSITION

    def _before_particles(self, index: int) -> int:
        """الدولة التي ... | قد وقعت: where what stands before a verb ends, its particles aside."""
        while self.grammar.parts[index - 1] in (NEGATION, PERFECTIVE, AUXILIARY, FUTURE):
            index -= 1
        return index

    def _names_somebody(self, head: int) -> bool:
        """A time, an adverbial or a word of manner (وقت سابق، فضلا، كيف) is no subject."""
        word = self.grammar.tokens[head].word
        aside = word.labels & {"timeword", "according", "switch"} or is_setting(self.grammar, head)
        return not aside and (self.grammar.parts[head] == QUANTIFIER or word.core not in _NO_SUBJECTS)

    def _described(self, index: int, form: VerbForm) -> Range | None:
        """انفجار | استهدف قافلة, خلية كانت | تخطط لهجوم: an indefinite noun right before a verb that describes it."""
        grammar = self.grammar
        end = index - (grammar.parts[index - 1] == AUXILIARY)
        at = end - 1 - (end - 1 in grammar.layout.closing)  # مجموعات "| تخلت عن السلمية"
        while at > 0 and grammar.parts[at] == NOUN and grammar.phrases.is_adjective(at) and not grammar.phrases.is_definite(at):
            if "thing" in grammar.tokens[at].word.labels and (grammar.parts[at - 1] == VERB or grammar.phrases.is_definite(at - 1)):
                break  # أسقطوا | مروحية كانت تقصف القرية
            at -= 1
        at -= is_sudden(grammar, at)
        if at < grammar.clause_start(index) or grammar.parts[at] != NOUN or grammar.tokens[index].word.conjunction:
            return None
        held = end < index and has_resumed(grammar, index)  # مواقع كانت | تسيطر عليها الجماعة
        if is_where(grammar, at):
            return None
        if held or grammar.phrases.is_definite(at) or not grammar.phrases.begins(at) or not grammar.agrees(form, at, before=True):
            return None
        return (at, end) if self._names_somebody(at) and grammar.tokens[at].word.labels else None

    def resumes(self, index: int) -> bool:
        """Whether a relative clause points back with a pronoun (التي سيطر عليها الجيش, هجوم شنه مسلحون): its head is no subject."""
        grammar = self.grammar
        start = grammar.clause_start(index)
        relative = start > 0 and grammar.parts[start - 1] == RELATIVE and index - start < 3
        bare = index > 0 and grammar.parts[index - 1] == NOUN and not grammar.phrases.is_definite(index - 1)
        if not relative and not bare:
            return False
        return has_resumed(grammar, index) and not (relative and means_another(grammar, start - 1, index))

    def _phrases(self, index: int, reserved: Range | None) -> list[Range]:
        """The first two noun phrases behind a verb that no preposition governs."""
        grammar = self.grammar
        found: list[Range] = []
        manner, behind = _manners(grammar.tokens[index].word)
        at, limit = grammar.past_mark(index + 1), min(grammar.limit(index), index + _FAR)
        while at < limit and len(found) < _TWO:
            if (past := past_own_words(grammar, at, reserved)) == at:
                past = past_where(grammar, index if found else None, at, limit, manner)
            if past > at:
                at = past
            elif found and found[-1][1] == at and (end := joined_count(grammar, at, limit, manner)) > at:
                found[-1] = found[-1][0], end
                at = end
            elif (end := quoted_phrase(grammar, at, limit, manner)) > at or (end := what_is_left(grammar, at)) > at:
                found.append((at, end))
                at = end
            elif (end := marked_head(grammar, at, limit, manner)) > at:
                found.append((at + 1, end))
                at = end
            elif (approximates(grammar, at, limit) and not is_done_with(grammar, at)) or self._opens_phrase(at):
                held = reserved is not None and at < reserved[0] and not says_what_for(grammar, at, reserved)
                stop = reserved[0] if reserved is not None and held else limit
                two = grammar.phrases.is_oblique(at) and grammar.tokens[at].norm.endswith("ي")  # حررت | بلدتي النهر والبستان
                end = counted_end(grammar, at, stop, behind if found or two else manner)
                found.append((at, end))
                at = end
            elif (past := self._past(at, limit, found, manner)) > at:
                at = past
            else:
                break
        if len(found) < _TWO and at == limit and (end := what_is_left(grammar, at)) > at:
            found.append((at, end))
        return listed(grammar, found, limit, manner)

    def _past(self, at: int, limit: int, found: list[Range], manner: Manner) -> int:
        """The token behind what is no argument: a time, an adverb, a bracket, a preposition and its phrase, an aside."""
        grammar = self.grammar
        if at in grammar.date_at:
            return grammar.date_at[at].end
        if at in grammar.layout.brackets:
            return max(at + 1, grammar.skip_bracket(at))
        if grammar.tokens[at].norm in (_ALL_OF_IT if found else ()) or grammar.tokens[at].norm == "سوي":
            return at + 1  # تستهدف الشعب | كله, لم تقصف | سوى | مواقع عسكرية
        if grammar.parts[at] in (ADVERB, AUXILIARY) or is_so_long(grammar, at) or (found and grammar.phrases.is_state(at)):
            return at + (not who_were(grammar, at))
        if grammar.parts[at] == PREPOSITION:
            return past_means(grammar, at, limit, manner) if is_done_with(grammar, at) else past_preposition(grammar, at, limit)
        past = max(past_area(grammar, at), past_aside(grammar, at, limit, bool(found)))
        if past > at or (past := past_comma(grammar, at, limit, found)) > at:
            return past
        if found and (past := self._past_more(at, limit, found[-1], manner)) > at:
            return past
        if grammar.phrases.begins(at) and not grammar.tokens[at].word.conjunction:
            return past_means(grammar, at, limit, manner)
        return at

    def _past_more(self, at: int, limit: int, last: Range, manner: Manner) -> int:
        """The token behind what says more of the phrase before it, or by whom all this is told."""
        grammar = self.grammar
        if "according" in grammar.tokens[at].word.labels and at + 1 < limit:  # هاجم الحوثيون | بحسب الوكالة | مواقع للجيش
            return grammar.phrases.end(at + 1, limit, manner)
        if last[1] != at:
            return at
        return max(past_description(grammar, at, limit), called_end(grammar, at), past_clause(grammar, at, limit))

    def _opens_phrase(self, at: int) -> bool:
        grammar = self.grammar
        token = grammar.tokens[at]
        if (grammar.parts[at] not in (NOUN, NUMERAL, QUANTIFIER) and not grammar.phrases.begins(at)) or counts_nothing(grammar, at):
            return False
        if grammar.phrases.preposition_of(token) or (token.word.conjunction and at > 0) or token.norm in _ALL_OF_IT:
            return False
        if at > 0 and (is_joined_form(token.word) or (token.norm == "ذلك" and is_owned_noun(grammar, at - 1))):
            return False  # التي احتلتها | وشحنها, بعد رفضه | ذلك
        aside = is_manner(grammar, at) or grammar.phrases.is_state(at) or grammar.phrases.is_aside(at) or is_so_long(grammar, at)
        return grammar.phrases.begins(at) and not aside and past_area(grammar, at) == at

    def _can_be_subject(self, index: int, where: Range, form: VerbForm) -> bool:
        """Whether a phrase agrees with the verb before it and does not show the accusative."""
        grammar = self.grammar
        word = grammar.tokens[where[0]].word
        side = "direction" in word.labels and not word.article  # خطفتهم | غرب طرابلس
        if side or word.norm == "عددا" or not grammar.agrees(form, where[0], before=False) or counts_men(grammar, index, where):
            return False
        dual = word.labels & {"source"} and where[0] + 1 < where[1] and grammar.phrases.is_proper(where[0] + 1)
        case = grammar.parts[where[0]] in (NOUN, NUMERAL)  # أحرق | عددا من المنازل
        oblique = grammar.phrases.is_oblique(where[0]) and not word.article  # واعتقل | شابين; many write هاجم | الحوثيين
        return bool(dual) or not (case and (oblique or grammar.phrases.is_accusative(where[0])))

    def _governed(self, where: Range, reserved: Range | None) -> bool:
        """منع دخول | المساعدات, قضت على | العشرات: what a verb's own noun or preposition governs is no subject."""
        if reserved is None or where[0] != reserved[1]:
            return False
        own, phrases = reserved[1] - 1, self.grammar.phrases
        fired = [self.grammar.group(at, "thing") for at in (own, where[0])] == ["munition", "weapon"]  # أطلقت قذائف | الهاون
        return fired or self.grammar.parts[own] == PREPOSITION or (phrases.is_masdar(own) and not phrases.is_accusative(own))

    def compatible(self, form: VerbForm, where: Range) -> bool:
        """Whether somebody named earlier can be the dropped subject of a form."""
        grammar = self.grammar
        head = where[0] + (grammar.parts[where[0]] == DEMONSTRATIVE and where[0] + 1 < where[1])
        word = grammar.tokens[head].word
        if word.labels & {"thing", "timeword", "measure"} and "person" not in word.labels and word.core not in ARMS:
            return False
        if form.number != "s":
            return is_several(self.grammar, where)
        if form.gender == "f" and counts_people(grammar, where):
            return False
        if form.person == 3 and (word.bare.endswith("ون") or are_two(word)):
            return False
        place = grammar.place_at.get(head)
        gender = grammar.gender(head) or ("f" if place is not None and place.place.precision != "country" else "")  # درعا
        return not gender or form.gender == "c" or gender == form.gender


_JOINTS = frozenset({SUBORDINATOR, CONTRAST, BECAUSE, THAT})
_NO_SUBJECTS = word_list("no subject")
_ALL_OF_IT = frozenset({"كله", "كلها", "كلهم", "جميعهم", "جميعها"})
