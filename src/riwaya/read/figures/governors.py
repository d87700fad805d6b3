"""Which event word governs a count: the walk back from a count to the verb or noun before it, or on to the verb behind it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from riwaya.lang.ar.parts import (
    ADVERB,
    AUXILIARY,
    BECAUSE,
    CONTRAST,
    NOUN,
    NUMERAL,
    PREPOSITION,
    PRONOUN,
    QUANTIFIER,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    VERB,
)
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.triggers import Mark
from riwaya.read.figures.counts import Count
from riwaya.read.figures.groups import group_of
from riwaya.read.grammar import Grammar
from riwaya.read.words.noverbs import tells_age

_BACK, _FORWARD, _TOPIC_FORWARD, _INSERTION, _PARTED = 16, 12, 18, 14, 8
COMPANY = word_list("counted company")
"""خطف قائدا مع سبعة من جنوده: what has the same done to it."""
_PRONOUNED = frozenset(letter + pronoun for letter in "لب" for pronoun in ("ه", "ها", "هم", "هما", "هن", "نا"))
_DASHES = frozenset({"-", "–", "—", "ـ"})


_CLAUSES = frozenset({THAT, SUBORDINATOR, VERB, AUXILIARY, BECAUSE, CONTRAST, RELATIVE, PRONOUN})


@dataclass(frozen=True, slots=True)
class Counted:
    """A count with its kind, the trigger that governs it, and the rule that said so."""

    count: Count
    kind: str
    mark: Mark
    rule: str


@dataclass
class Field:
    """One document on the way from counts to figures: its event words by token, and the figures found so far."""

    grammar: Grammar
    marks: dict[int, Mark]
    found: list[Counted] = field(default_factory=list)
    _asked: tuple[Count, Counted | None, Mark | None] | None = None
    """The count whose governor was sought last, the figure before it, and the governor: rule after rule asks for the same."""

    @property
    def last(self) -> Counted | None:
        """The figure found last."""
        return self.found[-1] if self.found else None

    @cached_property
    def openers(self) -> dict[int, int]:
        """Closing bracket → opening bracket."""
        return {close: start for start, close in self.grammar.layout.brackets.items()}

    def same_sentence(self, one: int, other: int) -> bool:
        """Whether two tokens stand in one sentence."""
        return self.grammar.layout.sentence_of[one] == self.grammar.layout.sentence_of[other]

    def group_end(self, count: Count) -> int:
        """The token behind a count and the phrase of its noun."""
        return count.where[1] if count.noun is None else max(count.where[1], group_of(self.grammar, count.noun)[1])

    def nearest(self, count: Count, types: frozenset[str]) -> Mark | None:
        """The event word of some types that stands nearest to a count in its sentence."""
        sentence = self.grammar.layout.sentence(count.where[0])
        here = (self.marks[at] for at in range(sentence.start, sentence.end) if at in self.marks)
        fitting = [mark for mark in here if mark.entry.type in types]
        return min(fitting, key=lambda mark: abs(mark.index - count.where[0]), default=None)

    def before(self, count: Count) -> Mark | None:
        """The event word before a count that governs it, over subject, adverbs, times, brackets and insertions."""
        if self._asked is None or self._asked[0] is not count or self._asked[1] is not self.last:
            self._asked = count, self.last, self._before(count)
        return self._asked[2]

    def _before(self, count: Count) -> Mark | None:
        grammar, start = self.grammar, count.where[0]
        first = grammar.layout.sentence(start).start
        at, steps = start - 1, 0
        weak: Mark | None = None
        while at >= first and steps < _BACK:
            skipped = self._skipped(at, first)
            if skipped < at:
                at = skipped
                continue
            mark = self.marks.get(at)
            held = mark is not None and mark.end == start and not mark.found.article and not self._is_subject(mark)
            if mark is not None and (held or not self._crosses(mark)):
                return mark if self._governs(mark, count) else weak
            weak = weak or mark
            if mark is None and self._stops(at, self.joins(count)):
                return weak or (self._over_comma(at, count) if grammar.is_comma(at) and not steps else None)
            at, steps = at - 1, steps + 1
        return weak

    def _is_subject(self, mark: Mark) -> bool:
        """قتلت غارة | جنديا: an attack noun right behind an event verb acts; what stands behind it is the verb's object."""
        verb = self.marks.get(mark.index - 1)
        return verb is not None and verb.is_verb and not verb.passive and bool(verb.entry.kind) and verb.end == mark.index

    def _over_comma(self, comma: int, count: Count) -> Mark | None:
        """اعتقلت القوات أمس، شابين: a verb whose object a comma parts from its subject; nothing else stands between.

        أصيب مساء أمس، 12 مدنيا: or a comma behind the time, from those whom it befell.
        """
        if self.joins(count) or (self.last is not None and self.same_sentence(self.last.count.where[0], comma)):
            return None
        first = max(self.grammar.layout.sentence(comma).start, comma - _PARTED)
        for at in range(comma - 1, first - 1, -1):
            mark = self.marks.get(at)
            if mark is not None and mark.is_verb:
                active = mark.entry.frame == "AO" and not mark.passive and not mark.found.pronoun and at < comma - 1
                late = mark.end < comma and all(k in self.grammar.phrases.dated for k in range(mark.end, comma))
                return mark if (active or late) and given_kind(mark) and self.behind(count) is None else None
            if self.grammar.parts[at] not in (NOUN, PREPOSITION, ADVERB) and at not in self.grammar.phrases.dated:
                return None
        return None

    def adjacent(self, count: Count) -> Mark | None:
        """The event noun that has a count as its object right behind it (تفجير مخزن, تدمير ثلاث دبابات)."""
        mark = self.marks.get(count.where[0] - 1)
        return mark if mark is not None and not mark.is_verb and not mark.found.article else None

    def joins(self, count: Count) -> bool:
        """Whether و joins a count to what stands before it, written on it or alone."""
        return count.joined or (count.where[0] > 0 and self.grammar.tokens[count.where[0] - 1].norm == "و")

    def _skipped(self, at: int, first: int) -> int:
        """The token before a time, a bracket or an insertion between two commas or dashes that ends at a token."""
        grammar = self.grammar
        if at in self.openers:
            return self.openers[at] - 1
        if at in grammar.phrases.dated:
            return at - 1
        if grammar.layout.norms[max(at - 1, 0) : at + 1] == ["من", "جديد"]:
            return at - 2
        if not grammar.is_comma(at) and grammar.tokens[at].raw not in _DASHES:
            return at
        for opener in range(at - 1, max(first, at - _INSERTION) - 1, -1):
            pair = grammar.is_comma(opener) if grammar.is_comma(at) else grammar.tokens[opener].raw in _DASHES
            if pair:
                return opener - 1 if self._is_insertion(opener + 1, at) else at
        return at

    def _is_insertion(self, start: int, end: int) -> bool:
        """A time, a phrase with its preposition, who is cited, a relative: what commas part from a clause (، بحسب المرصد،)."""
        if start >= end or any(at in self.marks and self.marks[at].is_verb for at in range(start, end)):
            return False
        if self._cites(start):
            return True
        if self.grammar.parts[start] == RELATIVE or (self.is_verb(start) and self.describes(start)):
            return True
        opens = self.grammar.parts[start] == PREPOSITION or start in self.grammar.phrases.dated
        opens = opens or bool(self.grammar.tokens[start].word.preposition) or "according" in self.grammar.tokens[start].word.labels
        return opens and not any(self.grammar.parts[at] in (VERB, THAT) for at in range(start, end))

    def _cites(self, start: int) -> bool:
        """، كما قال الطبيب،, ، على ما أفاد المرصد،: a verb of saying behind كما or على ما."""
        verb = start + 1 + (self.grammar.tokens[start].norm == "علي" and self.grammar.tokens[start + 1].norm == "ما")
        return self.grammar.tokens[start].norm in ("كما", "مثلما", "علي") and "cue" in self.grammar.tokens[verb].word.labels

    def _crosses(self, mark: Mark) -> bool:
        """Whether the walk goes on over an event noun: one that only says in what the count came about (قتل في غارة خمسة)."""
        return not mark.is_verb and (not mark.entry.kind or mark.entry.counted == "self")

    def is_verb(self, at: int) -> bool:
        """Whether a verb stands at a token; a preposition with its pronoun (لها، بهم) is none."""
        return self.grammar.parts[at] == VERB and self.grammar.tokens[at].norm not in _PRONOUNED

    def _stops(self, at: int, joined: bool) -> bool:
        """Whether the walk back ends at a token: another clause begins, or a sign parts it; what is joined may follow a comma."""
        grammar = self.grammar
        if joined and grammar.is_comma(at):
            return False
        clause = grammar.parts[at] in _CLAUSES and (grammar.parts[at] != VERB or self.is_verb(at))
        if clause or self._is_circumstance(at) or grammar.phrases.is_participle_cue(at):
            return True
        if grammar.is_comma(at) or grammar.is_sign(at):
            quote = grammar.tokens[at].raw in '«“"»”(' and at + 1 < len(grammar.tokens)
            return not quote
        return False

    def _is_circumstance(self, at: int) -> bool:
        """مانعا، مستخدما: an active participle in the accusative that opens a clause of its own."""
        word, raw = self.grammar.tokens[at].word, self.grammar.tokens[at].raw
        shaped = len(word.core) > 4 and (word.core.startswith("م") or word.core[1] == "ا")
        return "\u064b" in raw and shaped and not word.labels & {"person", "thing", "demonym", "number", "adverb"}

    def _governs(self, mark: Mark, count: Count) -> bool:
        """Whether a count can depend on an event word: no preposition of another kind stands right before it."""
        before = count.where[0] - 1
        token = self.grammar.tokens[before]
        if before <= mark.index:
            return True
        if self.grammar.parts[before] == PREPOSITION and not any(found.pronoun for found in token.word.all("prep")):
            allowed = mark.entry.preps | ({"علي"} if mark.entry.frame == "F" or mark.companion == before - 1 else frozenset())
            return token.word.core in allowed or token.norm in COMPANY
        return True

    def behind(self, count: Count) -> Mark | None:
        """The verb behind a count that is its subject: ثمانية أفراد من القبيلة قتلوا."""
        start, end = count.where[1], self._reach(count)
        topic = count.where[0] > 0 and self.grammar.parts[count.where[0] - 1] == THAT
        described = False
        at = start
        while at < end:
            mark = self.marks.get(at)
            if mark is not None and mark.is_verb and not (described and mark.found.conjunction):
                return mark if not mark.found.conjunction else None
            if self.grammar.is_comma(at):
                following = self._past_insertion(at, end)
                if following == at and not (topic and at + 1 in self.marks and self.marks[at + 1].is_verb):
                    return None
                at = max(following, at + 1)
                continue
            if self.is_verb(at) and not tells_age(self.grammar.tokens, at):
                if described or not self.describes(at):
                    return None
                described = True
            elif self._ends_subject(at, count):
                return None
            at += 1
        return None

    def _reach(self, count: Count) -> int:
        """How far the verb may stand behind a count: far for a topic, nowhere behind من, near behind a preposition."""
        grammar, before = self.grammar, count.where[0] - 1
        end = grammar.layout.sentence(count.where[0]).end
        part = grammar.parts[before] if before >= 0 and self.same_sentence(before, count.where[0]) else ""
        if part == PREPOSITION:
            return 0 if grammar.tokens[before].norm == "من" else min(end, self.group_end(count) + 1)
        return min(end, count.where[1] + (_TOPIC_FORWARD if part == THAT else _FORWARD))

    def _ends_subject(self, at: int, count: Count) -> bool:
        """Whether another clause begins; a relative behind أحد tells of the group, not of the one."""
        part = self.grammar.parts[at]
        return part in (THAT, SUBORDINATOR) or (part == RELATIVE and count.rule == "counts.one_of_group")

    def _past_insertion(self, comma: int, end: int) -> int:
        """The token behind an insertion that tells a part of the counted (، معظمهم من المدنيين،); the comma where there is none."""
        grammar = self.grammar
        opener = comma + 1 + (comma + 1 < end and grammar.tokens[comma + 1].norm == "من")
        if opener >= end or "subset" not in grammar.tokens[opener].word.labels:
            return comma
        return next((at + 1 for at in range(opener, min(end, opener + _INSERTION)) if grammar.is_comma(at)), comma)

    def describes(self, at: int) -> bool:
        """يحملون, يعملون: a verb that describes the noun before it; the verb that the noun is the subject of may follow."""
        word = self.grammar.tokens[at].word
        return not word.conjunction and word.norm[:1] in "يت" and not word.norm.endswith("وا")

    def has_object(self, mark: Mark) -> bool:
        """Whether a verb acts on somebody: a pronoun hangs on it, or a noun phrase of persons or a number stands behind it."""
        if mark.found.pronoun:
            return True
        at = mark.index + 1
        while at < len(self.grammar.tokens) and at in self.grammar.phrases.dated:
            at += 1
        if at >= len(self.grammar.tokens) or not self.same_sentence(at, mark.index):
            return False
        word, part = self.grammar.tokens[at].word, self.grammar.parts[at]
        if word.conjunction or word.preposition or part not in (NOUN, NUMERAL, QUANTIFIER):
            return False
        return part != NOUN or bool(word.labels & {"person", "source", "thing"}) or self.grammar.phrases.is_definite(at)

    def suffers(self, mark: Mark) -> bool:
        """Whether the subject before a verb is who suffers: a passive, أصيب, استشهد; not one who acts on somebody else."""
        if mark.passive or mark.entry.frame in ("P", "T") or mark.entry.counted == "actor":
            return True
        return mark.entry.frame == "AO" and not self.has_object(mark)


PERSONS = frozenset({"military", "police", "militant", "civilian", "official", "victim", "other", "unit"})
DESTROYED = frozenset({"vehicle", "weapon", "building", "position", "munition", "settlement"})
TAKEN = frozenset({"building", "position", "settlement", "vehicle", "weapon", "munition", "goods"})
LAUNCHED = frozenset({"munition", "event"})
_FITS = {"destroyed": DESTROYED, "taken": TAKEN, "attacks": LAUNCHED, "fighters": PERSONS - {"unit"}}


def given_kind(mark: Mark) -> str:
    """The kind that an event word gives to what it governs; one that is itself counted (20 غارة) gives none."""
    return "" if mark.entry.counted == "self" else mark.entry.kind


def fits(kind: str, count: Count) -> bool:
    """Whether a group can be counted in this way; a group of unknown class can."""
    return not count.group or count.group in _FITS.get(kind, PERSONS)
