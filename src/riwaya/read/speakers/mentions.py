"""Mentions of those who speak and act, and the fullest mention of each in the document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from riwaya.lang.ar.gazetteer import state_of_capital
from riwaya.lang.ar.lexicon import Noun
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import DEMONSTRATIVE, NOUN, NUMERAL, PREPOSITION, QUANTIFIER
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.backed import with_leader
from riwaya.read.clauses.entities import entity_of
from riwaya.read.clauses.naming import Naming, Pools, alike, is_bare_role, key, keys, pools, says_nothing
from riwaya.read.grammar import HONORIFICS, Grammar, Range
from riwaya.read.phrases.manners import SUBJECT, Manner
from riwaya.read.sayings.offices import is_his_name, may_be_named
from riwaya.read.speakers.described import may_be_tied, ministry, tied, told_before
from riwaya.read.speakers.full_names import FullNames
from riwaya.read.speakers.mention_ends import opens_mention, whole_name
from riwaya.read.speakers.misspelt import misspelt
from riwaya.read.speakers.named_again import LONGEST, NamedAgain
from riwaya.read.speakers.owners import (
    apposed_names,
    apposition,
    are_several,
    bodies_in,
    first_of,
    has_aim,
    is_anothers,
    is_certain,
    is_government,
    only_in_title,
    owns_name,
    served_by,
    trimmed,
)
from riwaya.read.speakers.surnames import run_together

_WHOLE, _SERVED = Manner(SUBJECT.stops, split=True), Manner(SUBJECT.stops | {"في"}, split=True)
_ENOUGH, _PAIR = 8, 2
_SITES, _OTHERS = word_list("site of a speaker"), word_list("somebody else")  # مصدر أمني | آخر
_ENVOY = "مبعوث"


class Cast:
    """All mentions of one document, for finding the fullest one of whoever a short one means."""

    def __init__(self, grammar: Grammar, extra: list[Range], addressed: frozenset[int] = frozenset()) -> None:
        self.grammar, self.extra, self.addressed = grammar, extra, addressed
        self.speakers = frozenset(extra)
        self._compared: dict[Range, Naming] = {}
        self._surnames = {grammar.tokens[one[0]].word.core for one in extra if one[1] - one[0] == 1}
        self._wholes = {inner: full for full in dict.fromkeys(extra) for inner in apposed_names(grammar, full)}
        """Rank and name at the end of a mention (العقيد سالم الهاني) → the whole mention, which tells his office too."""
        self._spoken = dict(extra)
        self._known: dict[tuple[object, ...], list[Naming]] = {}
        self._spoke: dict[tuple[object, ...], list[Naming]] = {}
        self._foremost: dict[Range, Range] = {}
        self._names: dict[str, Range | None] = {}
        self._states: dict[str, Range | None] = {}

    @cached_property
    def namings(self) -> list[Naming]:
        """The mentions in text order, sought when a short one is compared with what may be named elsewhere."""
        scanned = [seen for seen in self._scan() if self._again.adds(seen)]
        found = {where: self.naming(where) for where in dict.fromkeys([*scanned, *self._given])}
        return sorted(found.values(), key=lambda naming: naming.where)

    @cached_property
    def _given(self) -> list[Range]:
        """Those who speak, and whoever is named within their mentions."""
        firsts = [first for full in dict.fromkeys(self.extra) if (first := first_of(self.grammar, full)) is not None]
        return list(dict.fromkeys([*self.extra, *self._wholes, *firsts]))

    @cached_property
    def _named(self) -> list[Naming]:
        """The mentions of those who speak and of whoever is named within them, in text order."""
        return sorted([self.naming(where) for where in self._given], key=lambda naming: naming.where)

    @cached_property
    def _speaking(self) -> list[Naming]:
        """The mentions of those who speak, in text order."""
        return [one for one in self._named if one.where in self.speakers]

    @cached_property
    def _again(self) -> NamedAgain:
        return NamedAgain(self.grammar, self._spoken, self.addressed)

    @cached_property
    def _all_pools(self) -> Pools:
        return pools(self.namings)

    @cached_property
    def _told_pools(self) -> Pools:
        return pools(self._named)

    def _scan(self) -> list[Range]:
        """Noun phrases headed by an office, a rank, an organisation or a person."""
        grammar = self.grammar
        ranges: list[Range] = []
        index = 0
        while index < len(grammar.tokens):
            word = grammar.tokens[index].word
            if grammar.parts[index] == NOUN and "source" in word.labels and opens_mention(grammar, index):
                manner = _SERVED if word.preposition else _WHOLE  # ثكنة | للجيش في بلدة الوادي
                end = whole_name(grammar, index, grammar.phrases.end(index, grammar.layout.sentence(index).end, manner))
                end = min(apposition(grammar, index, trimmed(grammar, (index, end), self._surnames)), index + LONGEST)
                if word.preposition != "ل" and is_his_name(grammar, (index, end), end):
                    named, end = end, grammar.phrases.end(end, grammar.layout.sentence(end).end, manner)
                    self._wholes.setdefault((named, end), (index, end))
                end = with_leader(grammar, end)
                ranges.append((index, end))
                ranges.extend(self._bodies(index, end))
                inside = grammar.group(index, "source") == "document" or owns_name(grammar, index)
                index = index + 1 if inside else max(index + 1, end)
            else:
                index += 1
        return ranges

    def _bodies(self, start: int, end: int) -> Iterator[Range]:
        """مدير المرصد السوري, مصدر في وزارة الدفاع: the body that a person or source belongs to is named there too."""
        yield from served_by(self.grammar, (start, end))
        if self.grammar.phrases.is_title(start) or self.grammar.group(start, "source") in ("anonymous", "media"):
            yield from bodies_in(self.grammar, (start, end))

    def naming(self, where: Range) -> Naming:
        """A mention with its comparison key; هذا الناطق باسم ... points back as the bare role does."""
        if where not in self._compared:
            self._compared[where] = self._make(where)
        return self._compared[where]

    def _make(self, where: Range) -> Naming:
        tokens = self.grammar.tokens
        several = where[1] - where[0] > 1
        if several and self.grammar.parts[where[0]] == DEMONSTRATIVE:
            where = (where[0] + 1, where[0] + 2)
        elif several and tokens[where[0]].word.core in HONORIFICS and self.grammar.phrases.is_title(where[0] + 1):
            where = (where[0] + 1, where[1])
        core_end = next((k for k in range(*where) if self._opens_place(where[0], k)), where[1])
        words = keys(
            [
                token.word
                for token in tokens[where[0] : core_end]
                if token.word.norm
                and not token.norm.startswith(("نفس", "ذات"))
                and (token.index == where[0] or not says_nothing(token.word))
            ]
        )
        source = tokens[where[0]].word.find("source") or tokens[where[0]].word.find("person")
        entry = source.sense.entry if source else None
        head = alike(entry.lemma) if isinstance(entry, Noun) else (words[0] if words else "")
        group = entry.group if isinstance(entry, Noun) else ""
        if len(words) == 1 and core_end == where[1] and self.grammar.register.names_body(words[0]):
            head, group = words[0], ""  # طالبان is no pair of students
        rest = tuple([key(tokens[k].word) for k in range(core_end + 1, where[1]) if self.grammar.parts[k] == NOUN])
        form = source.sense.form if source else None
        told = (
            isinstance(form, NounForm)
            and group in ("anonymous", "witness", "title", "organ", "group")
            and not tokens[where[0]].word.bare.endswith("ين")
        )
        number = form.number if isinstance(form, NounForm) and told else ""
        definite = self.grammar.phrases.is_definite(where[0]) or len(words) > 1
        return Naming(where, words, head, group, definite, number, rest)

    def _points(self, where: Range) -> bool:
        """المحافظ, محافظ المنطقة: a bare role that is somebody known, by its article or a genitive that says nothing more."""
        phrases = self.grammar.phrases
        of_it = where[1] - where[0] == _PAIR and phrases.is_title(where[0]) and phrases.has_article(where[0] + 1)
        return of_it or phrases.is_definite(where[0])

    def _opens_place(self, first: int, index: int) -> bool:
        """قائد | في الشرطة, الجيش | بمدينة الوادي: where what somebody is ends and where he is begins."""
        if self.grammar.parts[index] == PREPOSITION:
            return True
        word = self.grammar.tokens[index].word
        return index > first and word.preposition == "ب" and word.core in _SITES

    def fullest(self, where: Range) -> Range:
        """The fullest mention in the document of whoever a mention means; the mention itself if there is none."""
        found = self._fullest(where)
        named = self.naming(found)
        return self._wholes.get(found) or self._same_words.get((named.words, named.rest), found)

    @cached_property
    def _same_words(self) -> dict[tuple[tuple[str, ...], tuple[str, ...]], Range]:
        """The words of rank and name at the end of a mention, or of an office → the fullest such mention."""
        parts = sorted(self._wholes.items(), key=lambda both: both[1][1] - both[1][0])
        return {(self.naming(inner).words, self.naming(inner).rest): full for inner, full in parts}

    def _fullest(self, where: Range) -> Range:
        short = self.naming(where)
        if not short.words or self.grammar.parts[where[0]] in (NUMERAL, QUANTIFIER):
            return where
        if (country := self._country_of_capital(where) or self._longer_country(short)) is not None:
            return country
        if (whole := ministry(self.grammar, short, self._told_pools[1].get(short.words[0], []))) is not None:
            return whole.where
        candidates = [full for full in self._fuller(short) if not self._comes_new(short, full)] or self._same_envoy(short)
        if not candidates:
            found = self._lone(where) if where[1] - where[0] == 1 else self._without_rank(short, where)
            alike = misspelt(self.grammar, short, self._speaking) if found == where else []
            if not alike and found == where:
                told = told_before(self.grammar, short, self._speaking) or tied(self.grammar, short, self._beside(short))
                return self._fullest(told.where) if told is not None else where
            return max(alike, key=self._fullness).where if alike else found
        if is_bare_role(short):
            return self._nearest(short, candidates)
        titled = candidates[0].size == _PAIR and candidates[0].group in ("rank", "title")  # شكري: الوزير شكري
        return self._fullest(candidates[0].where) if titled else candidates[0].where

    def _beside(self, short: Naming) -> list[Naming]:
        """The mentions among which may be what a short one is tied to; seeking them also tells names behind offices."""
        return self.namings if may_be_tied(self.grammar, short) or may_be_named(self.grammar) else []

    def _same_envoy(self, short: Naming) -> list[Naming]:
        """المبعوث الأممي سالم الهاني ... المبعوث الأممي | إلى اليمن: the envoy with his name is the one who is sent there."""
        sent = short.head == _ENVOY and len(short.words) > 1 and short.definite
        plain = tuple(word for word in short.words if word == short.words[0] or not self._is_land(word))
        if not sent or (plain == short.words and not short.rest):
            return []
        named = [full for full in self._fuller(changed(short, words=plain, rest=())) if not full.rest]
        return [full for full in named if any(self.grammar.phrases.is_name(at) for at in range(*full.where))]

    def _is_land(self, key_of_word: str) -> bool:
        """Whether what a word is compared by is that of a country."""
        return key_of_word.isascii()

    def _comes_new(self, short: Naming, full: Naming) -> bool:
        """وأضاف المصدر ... وأشار | مصدر أمني: a source that first comes up later is not the one that is known already."""
        later = full.where[0] > short.where[0] and not self.grammar.phrases.is_definite(full.where[0])
        return later and short.group == "anonymous" and is_bare_role(short)

    def _without_rank(self, short: Naming, where: Range) -> Range:
        """العقيد الهاني: who speaks elsewhere under the same name without rank or title."""
        phrases = self.grammar.phrases
        titled = short.group in ("rank", "title") and phrases.has_article(short.where[0])
        last = short.where[1] - 1
        if not titled or len(short.words) < 2 or self.grammar.tokens[last].word.labels or phrases.is_adjective(last):
            return where
        name = changed(short, words=short.words[1:], head=short.words[1], group="", number="")
        fuller = [full for full in self._fuller(name) if full.where in self.speakers]
        if fuller:
            return fuller[0].where
        return (len(short.words) == _PAIR and self._full_names.titled(short.where)) or where

    def _fuller(self, short: Naming) -> list[Naming]:
        """The fuller mentions that a mention can mean, kept for all compared by the same: of a bare role in text order."""
        again = self._again.may_be(short)
        asked = again, *self._compared_by(short)
        found = self._known.get(asked)
        if found is None:
            heads, words = self._all_pools if again else self._told_pools
            pool = heads.get(short.head, []) if short.group else words.get(short.words[0], [])
            found = [full for full in pool if self._means(short, full)]
            if not is_bare_role(short):
                found.sort(key=self._fullness, reverse=True)
            self._known[asked] = found
        return found

    def _compared_by(self, short: Naming) -> tuple[object, ...]:
        """All that decides which mentions a short one can mean."""
        role = is_bare_role(short)
        apart = self._points(short.where) if role else not short.group and self._is_country(short)
        return short.words, short.rest, short.head, short.group, short.number, apart, are_several(self.grammar, short.where)

    def _country_of_capital(self, where: Range) -> Range | None:
        """واشنطن: the country's own name, where it speaks in the same document."""
        words = " ".join(self.grammar.tokens[k].word.core for k in range(*where))
        iso = state_of_capital(words, self.grammar.phrases.has_article(where[0]))
        if not iso:
            return None
        if iso not in self._states:
            spoken = (full.where for full in self._speaking)
            self._states[iso] = next((other for other in spoken if entity_of(self.grammar, other) == iso), None)
        return self._states[iso]

    def _longer_country(self, short: Naming) -> Range | None:
        """أمريكا: الولايات المتحدة where the country speaks under its longer name too."""
        if not self._is_country(short) or short.size > 1 or (iso := entity_of(self.grammar, short.where)) is None or ":" in iso:
            return None
        same = [full for full in self._speaking_states.get(iso, []) if full.size > short.size]
        return max(same, key=self._fullness).where if same else None

    @cached_property
    def _speaking_states(self) -> dict[str, list[Naming]]:
        """Who is named by a mention without office → the mentions of him that speak, the fullest of each size only."""
        found: dict[str, dict[int, Naming]] = {}
        for full in self._speaking:
            identifier = None if full.group else entity_of(self.grammar, full.where)
            if identifier is not None:
                found.setdefault(identifier, {}).setdefault(min(full.size, _ENOUGH), full)
        return {identifier: list(sizes.values()) for identifier, sizes in found.items()}

    def _lone(self, where: Range) -> Range:
        """A surname alone (خلفان): the first place where a first name or a title stands before it; a nickname in brackets."""
        if is_government(self.grammar, where[0]):
            return where
        name = self.grammar.tokens[where[0]].word.core
        if name not in self._names:
            self._names[name] = self._full_names.of(name) or run_together(self.grammar, name)
        return self._names[name] or where

    @cached_property
    def _full_names(self) -> FullNames:
        return FullNames(self.grammar, lambda: self.namings)

    def _nearest(self, short: Naming, candidates: list[Naming]) -> Range:
        """For a bare role (الوزير، المصدر) the last mention before it, of a body the last that spoke; else the first one behind."""
        if short.group in ("organ", "group"):
            candidates = self._that_spoke(short, candidates)
        behind = bisect_left(candidates, short.where[0], key=lambda full: full.where[0])
        best = candidates[max(behind - 1, 0)]
        if best.where not in self._foremost:
            longer = self._fuller(best) if best.size > 1 else []
            self._foremost[best.where] = max([best, *longer], key=self._fullness).where
        return self._foremost[best.where]

    def _that_spoke(self, short: Naming, candidates: list[Naming]) -> list[Naming]:
        """Those of the mentions of a body that speak, if one of them stands before a short mention; else all."""
        asked = self._compared_by(short)
        if asked not in self._spoke:
            self._spoke[asked] = [full for full in candidates if full.where in self.speakers]
        spoke = self._spoke[asked]
        return spoke if spoke and spoke[0].where[0] < short.where[0] else candidates

    def _fullness(self, full: Naming) -> tuple[bool, bool, int, int]:
        """A speaker before a mere mention, one that stands free before one behind ل (للجيش), then more words, then the first."""
        first = self.grammar.tokens[full.where[0]]
        free = not (self.grammar.phrases.preposition_of(first) or first.norm.startswith("نظير"))  # نظيره الجزائري
        return full.where in self.speakers, free, min(full.size, _ENOUGH), -full.where[0]

    def _means(self, short: Naming, full: Naming) -> bool:
        """Whether a fuller mention can be the same: it holds every word of the short one, and more."""
        if self._only_placed(short, full):
            return False
        if full.where == short.where or full.size <= short.size or (short.number and full.number and short.number != full.number):
            return False
        if len(short.words) > 1 and any(self.grammar.phrases.governs(k) for k in range(*full.where)):
            return False
        if (are_several(self.grammar, full.where) and not are_several(self.grammar, short.where)) or has_aim(
            self.grammar, full.where, short.size
        ):
            return False
        if is_bare_role(short):
            known = full.where in self.speakers or is_certain(self.grammar, full)
            return self._points(short.where) and short.head == full.head and known
        own, whole = {*short.words, *short.rest}, {*full.words, *full.rest}
        if not own <= whole or not _OTHERS.isdisjoint(whole - own) or only_in_title(self.grammar, short, full):
            return False
        if short.group:
            return short.head == full.head
        if self._is_body(short) and (full.group not in ("organ", "group", "media") or self._serves(full)):
            return False  # زعيم طالبان is not طالبان
        return not self._is_country(short) and not self._is_anothers(short, full)

    def _is_body(self, one: Naming) -> bool:
        """حماس, طالبان: a body of the register under a name of one word."""
        return len(one.words) == 1 and not one.rest and self.grammar.register.names_body(one.words[0])

    def _serves(self, one: Naming) -> bool:
        """المكتب السياسي | لحركة حماس: a body that belongs to the one that is named in it."""
        return any(self.grammar.tokens[k].word.preposition == "ل" for k in range(one.where[0] + 1, one.where[1]))

    def _is_anothers(self, short: Naming, full: Naming) -> bool:
        """Whether a name stands in a mention only as that of somebody whom the mention belongs to."""
        first = next((k for k in range(*full.where) if key(self.grammar.tokens[k].word) == short.words[0]), None)
        return first is not None and is_anothers(self.grammar, full.where, first)

    def _only_placed(self, short: Naming, full: Naming) -> bool:
        """حزب الله | في المنطقة, للجيش السوداني | بمدينة الوادي: where a body of the register is makes no fuller name of it."""
        if full.words != short.words or full.group not in ("group", "organ") or full.size == short.size:
            return False
        return entity_of(self.grammar, short.where) is not None

    def _is_country(self, short: Naming) -> bool:
        """A country's or place's name stands for itself, not for whoever holds an office in it: الولايات المتحدة."""
        named = bool(self.grammar.tokens[short.where[0]].word.labels & {"country", "demonym"})
        return named or all(at in self.grammar.phrases.placed for at in range(*short.where))
