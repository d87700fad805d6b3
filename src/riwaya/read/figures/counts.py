"""Counted things: a number with its noun, a dual, an indefinite singular, one of a group; before anyone says what kind."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.lang.ar.forms import adjective_percent
from riwaya.lang.ar.lexicon import Noun
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import ADVERB, NOUN, THAT, VERB
from riwaya.lang.ar.thing_groups import SITES
from riwaya.model.swift import changed, swift
from riwaya.read.figures.groups import DEATHS, CountedNoun, Groups, counted_entry
from riwaya.read.figures.measures import is_no_count, is_year, stands_in_brackets
from riwaya.read.figures.older import is_older, newer
from riwaya.read.figures.other_things import class_of_others, numbers_noun
from riwaya.read.figures.paired import two_do, two_events
from riwaya.read.grammar import Grammar, Range
from riwaya.read.numbers.count_words import (
    ANOTHER,
    ANY,
    BEHIND,
    BOTH,
    BOTH_OF,
    COLLECTIVES,
    COMPARED,
    COUNTABLE,
    FOREMOST,
    IN_PLACE_OF_OF,
    MANY,
    NEED_NOUN,
    NEED_OF,
    OF_THEM,
    ONE,
    ONE_OF,
    ONE_OF_THEM,
    OPENING,
    SOME_OF_THEM,
    TIMES,
    TWICE,
    beginnings,
)
from riwaya.read.numbers.numbers import Number, approximation_at, begins_number, interval, read_number
from riwaya.read.text.tokens import WORD, Token
from riwaya.read.words.fixed import FURNITURE


@swift
@dataclass(frozen=True, slots=True)
class Count:
    """A counted group: tokens of number and noun, the interval, the noun's token and class."""

    where: Range
    low: int | None
    high: int | None
    rule: str
    approx: str | None = None
    noun: int | None = None
    group: str = ""
    kind: str = ""
    joined: bool = False
    """Whether و is written on its first word."""

    @property
    def is_singular(self) -> bool:
        """Whether only the form of an indefinite noun says one."""
        return self.rule == "counts.singular"


def find_counts(grammar: Grammar) -> list[Count]:
    """Everything counted in a document, in text order; what is a date, an age, a price or a name is left out."""
    counter = _Counter(grammar)
    counts: list[Count] = []
    behind = 0
    for index in beginnings(grammar.tokens):
        made = counter.at(index) if index >= behind else None
        if made is None:
            continue
        behind = max(made.where[1], index + 1)
        if counts and counts[-1].where[1] > made.where[0]:
            if counts[-1].rule not in ("counts.singular", "counts.dual"):
                continue
            counts.pop()
        others = made.group == "other"
        counts.append(changed(made, group=class_of_others(grammar, made.noun, made.group)) if others else made)
    return counts


def times(tokens: list[Token], start: int, at: int, low: int | None, high: int | None, approx: str | None) -> Count | None:
    """ثلاث مرات, أكثر من 270 مرة, مرتين: how often something was done; None where no word of times stands there."""
    if at >= len(tokens) or tokens[at].norm not in TIMES or (low == 1 == high):
        return None
    return Count((start, at + 1), low, high, "counts.times", approx)


class _Counter:
    """The counting of one document."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.tokens = grammar.tokens
        self.parts = grammar.parts
        self.groups = Groups(grammar)
        self.spent = 0
        """The token behind the last number that counts nothing: none of its tokens is read again."""

    def at(self, index: int) -> Count | None:
        """What is counted from a token on."""
        token = self.tokens[index]
        if token.norm in SOME_OF_THEM:
            return Count((index, index + 1), 2, None, "counts.some_of_them", joined=token.norm.startswith("و"))
        if index in self.grammar.phrases.dated or self.parts[index] == FURNITURE:
            return None
        if index >= self.spent and begins_number(self.tokens, index):
            number = read_number(self.tokens, index, self.grammar.layout.sentence(index).end)
            if number is not None:
                return self._numbered(number)
            if (bounded := self._bounded(index)) is not None:
                return bounded
        if token.kind != WORD or not token.word.labels:
            return self._of_them(index) if token.norm in BOTH else None
        return self._named(index)

    def _named(self, index: int) -> Count | None:
        """What a word counts without a number: one of, both, a dual, a singular."""
        token = self.tokens[index]
        if token.word.core in ONE_OF:
            return self._one_of(index)
        if token.norm in BOTH_OF and index + 1 < len(self.tokens) and self.tokens[index + 1].norm.endswith(("ين", "ان")):
            return self._both_of(index)
        if token.word.core in ONE_OF_THEM or token.norm in BOTH:
            return self._of_them(index)
        if token.norm in ANOTHER:
            return self._another(index)
        if token.norm in TWICE:
            return times(self.tokens, index, index, 2, 2, None)
        noun = self.parts[index] == NOUN or (self.parts[index] == ADVERB and index > 0 and self.parts[index - 1] == THAT)
        return self._bare(index) if noun and token.word.labels & COUNTABLE else None

    def _another(self, index: int) -> Count | None:
        """إصابة ثالث, وجرحت رابعة: one more, right behind an event word and before no noun that it would number."""
        before = self.tokens[index - 1].word if index else None
        if before is None or "trigger" not in before.labels or numbers_noun(self.grammar, index + 1):
            return None
        return Count((index, index + 1), 1, 1, "counts.singular", None, index, "other")

    def _bounded(self, index: int) -> Count | None:
        """ما لا يقل عن شخصين: an approximation before a noun whose form says how many."""
        label, at = approximation_at(self.tokens, index, self.grammar.layout.sentence(index).end, "before") or ("", index)
        if not label or at >= len(self.tokens) or self.parts[at] != NOUN:
            return None
        found = self._bare(at)
        if found is None or found.is_singular:
            return None
        low, high = interval(label, found.low, found.high)
        words = " ".join(token.raw for token in self.tokens[index:at])
        return changed(found, where=(index, found.where[1]), low=low, high=high, approx=words)

    def _numbered(self, number: Number) -> Count | None:
        """A number and what it counts: a noun behind it, a noun before it (الجرحى التسعة), من and a group, or nothing."""
        if is_no_count(self.grammar, number) or is_older(self.grammar, number):
            self.spent = number.end
            return times(self.tokens, number.start, number.end, number.low, number.high, number.approx)
        number = newer(self.grammar, number)
        end = self.grammar.layout.sentence(number.start).end
        at = self._past_size(number, end)
        if at is None:
            return None
        behind = self._behind_noun(number)
        if behind is not None and number.start == number.head and self._is_attribute(number):
            return behind
        if self._is_one(number) and self._follows_noun(number):
            return None
        group = at + 1 + (at + 1 < end and self.tokens[at + 1].raw in OPENING)  # 300 من | «المرتزقة»
        if group < end and self.tokens[at].norm == "من" and self.grammar.phrases.begins(group):
            return self._of_group(number, group)
        opened = at + 1 < end and self.tokens[at].raw in OPENING and self._is_counted(at + 1)
        if at < end and (opened or self._is_counted(at)) and not self.grammar.phrases.is_crowd(number.end - 1):
            return self._with_noun(number, number.start, at + opened, at + opened + 1, "counts.number_and_noun")
        if at < end and self.tokens[at].norm in OF_THEM:
            return changed(self._bare_number(number, at + 1), rule="counts.number_of_them")
        return behind or self._alone(number)

    def _past_size(self, number: Number, end: int) -> int | None:
        """The token behind a number; عدد كبير من, عدد منهم, العديد من need their من, else they count nothing."""
        if not number.vague or self.tokens[number.head].word.core not in NEED_OF:
            return number.end
        for at in range(number.end, min(end, number.end + 3)):
            norm = self.tokens[at].norm
            if norm == "من" or norm in OF_THEM or (at == number.end and norm in IN_PLACE_OF_OF):  # عددا كبيرا | منهم, عدد | آخر
                return at
            if self.grammar.phrases.has_article(at):
                return None
        return None

    def _of_group(self, number: Number, noun: int) -> Count:
        """خمسة من الجنود: a number of a group."""
        if self.tokens[noun].word.core in COMPARED or self._comes_from(number, noun):
            return self._bare_number(number, number.end)
        stop = noun + 1
        if self.parts[noun] != NOUN:
            stop = next((at + 1 for at in range(noun, min(noun + 4, len(self.tokens))) if self.parts[at] == NOUN), noun + 1)
        if stop < len(self.tokens) and begins_number(self.tokens, stop) and self.tokens[stop].norm.startswith("ال"):
            return self._bare_number(number, noun - 1)
        return self._with_noun(number, number.start, stop - 1, stop, "counts.number_of_group")

    def _comes_from(self, number: Number, noun: int) -> bool:
        """نزوح المئات من | مدينتهم, فر الآلاف من | القرية, ستة من | جنين: a place is where they come from."""
        if not number.vague and self.groups.is_hometown(noun):
            return True
        known = self.groups.noun_at(noun) if self.grammar.phrases.is_crowd(number.end - 1) else None
        if known is None or known.entry.group not in SITES:
            return noun in self.grammar.place_at and self.grammar.phrases.is_crowd(number.end - 1)
        return known.form.number == "s" or self.grammar.phrases.is_owned(noun)

    def _behind_noun(self, number: Number) -> Count | None:
        """الجرحى التسعة, القتلى الـ 20, قتيل واحد, غارات عدة: the number stands behind its noun."""
        article = self.tokens[number.start - 1].norm == "ال" if number.start else False
        before = number.start - 1 - article
        if before < 0 or (number.label is not None and number.head > number.start):
            return None
        if self.parts[before] != NOUN or before in self.grammar.phrases.dated or number.joined:
            return None
        adjective = self.groups.is_modifier(before) or not self.groups.is_known(before)
        noun = before - (before > 0 and adjective and self.parts[before - 1] == NOUN and self.grammar.phrases.is_adjective(before))
        if not (self.groups.is_known(noun) or "trigger" in self.tokens[noun].word.labels):
            return None
        if self._is_one(number) and self.groups.is_family(noun):
            return None
        if number.vague or self._is_one(number):
            fits = not self.grammar.phrases.is_definite(noun) and self.tokens[number.head].word.core in BEHIND
        else:
            fits = self.grammar.phrases.is_definite(noun) and (article or self._has_article(number))
        return self._with_noun(number, noun, noun, number.end, "counts.noun_and_number") if fits else None

    def _is_attribute(self, number: Number) -> bool:
        """Whether a number behind its noun can only belong to it: it carries the article (الجرحى الـ35 من النساء), or says one."""
        return self._has_article(number) or self._is_one(number) or self.tokens[number.start - 1].norm == "ال"

    def _has_article(self, number: Number) -> bool:
        """الجرحى | التسعة; المعارك | ألفي جندي: two thousand are not told with the article."""
        norm = self.tokens[number.head].norm
        return norm.startswith("ال") and not norm.startswith("الف")

    def _is_one(self, number: Number) -> bool:
        """قتيل | واحد; مقتل | واحد وعشرين مدنيا is no single one."""
        return self.tokens[number.head].word.core in ONE and number.low == 1

    def _follows_noun(self, number: Number) -> bool:
        """يوم واحد, أسرة واحدة: one as an adjective of what is no person and no thing."""
        before = number.start - 1
        return before >= 0 and self.parts[before] == NOUN and not number.joined and not self.grammar.phrases.is_definite(before)

    def _alone(self, number: Number) -> Count | None:
        core = self.tokens[number.head].word.core
        if is_year(number, self.tokens) or (number.vague and core in NEED_NOUN and not self._are_many(number, core)):
            return None
        if stands_in_brackets(self.grammar, number) and self._names(number.start - 1):
            return None
        return self._bare_number(number, number.end)

    def _bare_number(self, number: Number, end: int) -> Count:
        return Count((number.start, end), number.low, number.high, "counts.number_alone", number.approx, joined=number.joined)

    def _are_many(self, number: Number, core: str) -> bool:
        """جرح كثيرون, إصابة عديدين: many people, right behind an event word, times aside; وعشرات بالاختناق."""
        choked = number.end < len(self.tokens) and self.tokens[number.end].norm == "بالاختناق"
        before = number.start - 1
        while before in self.grammar.phrases.dated:  # قتل | أمس | الكثيرون
            before -= 1
        return choked or (core in MANY and before >= 0 and "trigger" in self.tokens[before].word.labels)

    def _names(self, before: int) -> bool:
        """Whether a noun that is no event stands before a bracket: the number in it is an age or the like."""
        return before >= 0 and self.parts[before] == NOUN and "trigger" not in self.tokens[before].word.labels

    def _with_noun(self, number: Number, start: int, noun: int, stop: int, rule: str) -> Count:
        entry = counted_entry(self.tokens[noun].word)
        group, kind = (entry.group, entry.kind) if entry else ("civilian" if self.groups.is_national(noun) else "", "")
        if rule == "counts.number_of_group" and group in SITES and self._is_one_name(noun):
            group = ""
        joined = number.joined or (start == noun and bool(self.tokens[noun].word.conjunction))
        group = "munition" if self.groups.is_bomb(noun) else group
        made = Count((start, stop), number.low, number.high, rule, number.approx, noun, group, kind, joined)
        return made if number.label is not None else self._limited(made)

    def _is_one_name(self, noun: int) -> bool:
        """خمسة من القاعدة: a definite singular that looks like a place names whom they belong to."""
        known = self.groups.noun_at(noun)
        return known is not None and known.form.number == "s" and self.grammar.phrases.is_definite(noun)

    def _limited(self, count: Count) -> Count:
        """A count with the approximation behind it or behind its adjectives: جنديان تركيان على الأقل, سبعة منهم، على الأقل."""
        end = min(self.grammar.layout.sentence(count.where[0]).end, count.where[1] + _LATE)
        for at in range(count.where[1], end):
            comma = self.grammar.is_comma(at) and at + 1 < end
            after = approximation_at(self.tokens, at + comma, end, "after")
            if after is not None:
                low, high = interval(after[0], count.low, count.high)
                words = " ".join(token.raw for token in self.tokens[at + comma : after[1]])
                return changed(count, where=(count.where[0], after[1]), low=low, high=high, approx=words)
            word, of_group = self.tokens[at].word, self.tokens[at].norm == "من" and at == count.where[1]
            if self.groups.shares_number(count.noun, at):
                continue
            if comma or (self.parts[at] != NOUN and not of_group) or word.conjunction or word.preposition:
                return count
        return count

    def _is_counted(self, at: int) -> bool:
        """Whether the token behind a number can be what it counts: a noun that is neither a verb nor joined by و."""
        word = self.tokens[at].word
        apart = at in self.grammar.phrases.dated or two_do(self.grammar, at) or self.grammar.phrases.is_past_their_number(at)
        if apart or word.conjunction or word.preposition or word.core.startswith(DEATHS):
            return False
        return self.parts[at] == NOUN or (self.parts[at] in (VERB, ADVERB) and self.groups.is_known(at))

    def _one_of(self, index: int) -> Count | None:
        """أحد الجنود, أحد أبرز القادة, إحدى السيارات: one of a group."""
        end = self.grammar.layout.sentence(index).end
        behind = index + 1 + (index + 2 < end and self.tokens[index + 1].word.core in FOREMOST)
        if behind >= end or self.parts[behind] != NOUN or behind in self.grammar.phrases.dated:
            return None
        phrases = self.grammar.phrases
        if not (self.groups.is_known(behind) or phrases.is_definite(behind) or phrases.is_owned(behind)):
            return None
        entry = counted_entry(self.tokens[behind].word)
        joined = bool(self.tokens[index].word.conjunction)
        return Count((index, behind + 1), 1, 1, "counts.one_of_group", None, behind, entry.group if entry else "", "", joined)

    def _both_of(self, index: int) -> Count | None:
        """كلا الجنديين, كلتا السيارتين: both."""
        entry = counted_entry(self.tokens[index + 1].word)
        return self._count(index, index + 2, 2, entry, "counts.both") if entry is not None else None

    def _of_them(self, index: int) -> Count:
        """أحدهم, كلاهما, أحدهم ضابط: one of them or both, with the noun that says what they are."""
        value = 2 if self.tokens[index].norm in BOTH else 1
        noun = index + 1 if index + 1 < len(self.tokens) and self.parts[index + 1] == NOUN else None
        known = self.groups.noun_at(noun) if noun is not None and "person" in self.tokens[noun].word.labels else None
        if noun is None or known is None or known.found.article or known.found.conjunction:  # مقتل أحدهم | وإصابة الآخرين
            return Count((index, index + 1), value, value, "counts.one_of_them")
        return Count((index, noun + 1), value, value, "counts.one_of_them", None, noun, known.entry.group, "")

    def _bare(self, index: int) -> Count | None:
        """A dual counts two by itself; an indefinite singular may count one, a bare plural counts nothing."""
        if not self.groups.is_known(index):
            joined = two_events(self.grammar, index)
            return Count((index, index + 1), 2, 2, "counts.dual", None, index, "event", "", joined) if joined is not None else None
        known = self.groups.noun_at(index)
        if known is None or self.groups.is_modifier(index) or (index and self.tokens[index - 1].word.core in ANY):
            return None
        two_places = (known.form.number, known.form.state) == ("d", "construct") and known.entry.lemma in _TAKEN_IN_PAIRS
        if self._is_place(index) and not two_places:  # على | قريتي سوشاني ولوماكوفكا
            return None
        if known.form.number == "d":
            return self._dual(index, known)
        if known.form.number != "s" or known.found.article or known.found.pronoun or known.entry.lemma in COLLECTIVES:
            return None
        if (not known.form.accusative and self.groups.is_genitive_head(index)) or self.groups.is_event(index):
            return None
        return self._count(index, index + 1, 1, known.entry, "counts.singular")

    def _is_place(self, index: int) -> bool:
        """تركيا is spelled like "a Turk"."""
        return "country" in self.tokens[index].word.labels or index in self.grammar.phrases.placed

    def _dual(self, index: int, known: CountedNoun) -> Count | None:
        """جنديان, شرطيين اثنين, والديه, موقعي صاروخ."""
        named = known.entry.group in ("victim", "other") and self.tokens[index].word.norm.endswith("ان")
        if known.found.article and not named:
            return None
        if known.found.pronoun and (known.found.sense.label != "person" or known.entry.group == "unit"):  # إيقاع | طاقميهما
            return None
        if known.form.state == "construct" and not known.found.pronoun and not self._governs(index, known.form):
            return None
        stop = self.groups.says_two(index) or index + 1
        return self._count(index, stop, 2, known.entry, "counts.dual")

    def _governs(self, index: int, form: NounForm) -> bool:
        """Whether a dual without its ن has the genitive behind it that takes the ن away."""
        behind = index + 1
        if behind >= len(self.tokens) or self.parts[behind] != NOUN or behind in self.grammar.phrases.dated:
            return False
        word = self.tokens[behind].word
        percent = adjective_percent(self.tokens[index].word.core)
        if word.conjunction or word.preposition or (percent is not None and percent > _ADJECTIVAL):
            return False
        if self.tokens[index].word.norm.endswith("ا") and self.grammar.phrases.is_definite(behind):
            return True
        return not self.grammar.phrases.is_adjective(behind) or self.grammar.phrases.is_definite(behind)

    def _count(self, index: int, stop: int, value: int, entry: Noun, rule: str) -> Count:
        joined = bool(self.tokens[index].word.conjunction)
        group = "munition" if self.groups.is_bomb(index) else entry.group
        return self._limited(Count((index, stop), value, value, rule, None, index, group, entry.kind, joined))


_LATE, _TAKEN_IN_PAIRS = 7, ("قرية", "بلدة", "مدينة", "موقع", "منطقة")
_ADJECTIVAL = 30
"""From this percent on a form in ي is a nisba (مركزي), no dual before its genitive (موقعي صاروخ)."""
