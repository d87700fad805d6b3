"""Nouns that are counted: persons and things, whether their form says one, two or many."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.forms import frequency
from riwaya.lang.ar.lexicon import Noun, Trigger
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import DEMONSTRATIVE, NOUN, RELATIVE, THAT, VERB
from riwaya.lang.ar.thing_groups import WEAPONRY
from riwaya.lang.ar.words import Analysis, Word, analyse
from riwaya.model.remembered import remembered
from riwaya.model.swift import swift
from riwaya.read.clauses.adverbials import past_time
from riwaya.read.clauses.armed import before_hit
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.near import thing_group
from riwaya.read.clauses.triggers import mark_at
from riwaya.read.grammar import Grammar, Range, per_document
from riwaya.read.numbers.count_words import COLLECTIVES
from riwaya.read.phrases.manners import Manner
from riwaya.tables import language_folder, load_table

_GROUP = Manner(stops=frozenset({"ب", "عن", "علي", "الي", "ل", "في"}), join=False)
_TWO = frozenset({"اثنين", "اثنان", "اثنتين", "اثنتان"})
_AGREEMENT_REACH = 14
_CACHE_LIMIT = 50_000


@swift
@dataclass(frozen=True, slots=True)
class CountedNoun:
    """A person or thing in its place: the table entry, its form, its analysis."""

    entry: Noun
    form: NounForm
    found: Analysis


def group_of(grammar: Grammar, noun: int) -> Range:
    """The noun phrase of a counted group, without what else is joined to it."""
    ends = _group_ends(grammar)
    if noun not in ends:
        end = grammar.phrases.end(noun, grammar.layout.sentence(noun).end, _GROUP)
        ends[noun] = before_hit(grammar, noun, end) if _is_fired(grammar, noun) else _before_object(grammar, noun, end)
    return noun, ends[noun]


def _before_object(grammar: Grammar, noun: int, end: int) -> int:
    """اقتحم 30 مستوطنا | باحات المسجد: a counted noun in ـا governs no noun behind it."""
    phrases, tokens = grammar.phrases, grammar.tokens
    if not (tokens[noun].norm.endswith("ا") and phrases.is_accusative(noun)):
        return end
    for at in range(noun + 1, end):
        word = tokens[at].word
        other = grammar.parts[at] == NOUN and not (word.preposition or word.conjunction or phrases.is_accusative(at))
        if other and not phrases.is_adjective(at) and not phrases.is_name(at):
            return at
        if grammar.parts[at] != NOUN:
            return end
    return end


def _is_fired(grammar: Grammar, noun: int) -> bool:
    """بثلاثة صواريخ | بلدة حاس, غارتين | شمال المدينة: arms, or two raids or more, which have no place as genitive."""
    raids = any(entry.group == "attack" for entry in entries_at(grammar, noun))
    return thing_group(grammar, noun) in WEAPONRY or (raids and grammar.tokens[noun].word.bare.endswith(("ات", "ين")))


@per_document
def _group_ends(grammar: Grammar) -> dict[int, int]:
    """Counted noun → the token behind its group, kept as groups are asked for."""
    return {}


def counted_entry(word: Word) -> Noun | None:
    """The table entry of a counted noun: a person before a thing."""
    for label in ("person", "thing"):
        found = word.find(label)
        if found is not None and isinstance(found.sense.entry, Noun):
            return found.sense.entry
    return None


_NATIONAL = Noun("", "civilian", "")
"""Whoever is named by his country (كويتيان): in the singular it is an adjective or the country itself (ليبيا)."""


@remembered(_CACHE_LIMIT)
def _readings(word: Word) -> tuple[CountedNoun, ...]:
    """What a word may be as a person or, if none, as a thing or, if none, as whoever is named by his country."""
    return tuple(
        CountedNoun(found.sense.entry if isinstance(found.sense.entry, Noun) else _NATIONAL, found.sense.form, found)
        for found in (word.all("person") or word.all("thing") or word.all("demonym"))
        if isinstance(found.sense.form, NounForm)
    )


def _is_many(word: Word) -> bool:
    """Whether an ending in ون or ان can be that of a plural or dual (هاون ends so by nature)."""
    forms = [found.sense.form for found in word.analyses if isinstance(found.sense.form, NounForm)]
    return not forms or any(form.number != "s" for form in forms)


def _is_common(rest: str) -> bool:
    """Whether what stands behind a clitic is an ordinary word (بجروح, بشظية), so that the whole is no name."""
    return frequency(rest) > 0 or frequency("ال" + rest) > 0 or "wound" in analyse(rest).labels


class Groups:
    """The nouns of one document that can be counted."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.tokens = grammar.tokens
        self.parts = grammar.parts

    def is_known(self, index: int) -> bool:
        """Whether the tables know a token as a person or a thing."""
        labels = self.tokens[index].word.labels
        return "person" in labels or "thing" in labels or "demonym" in labels

    def is_national(self, index: int) -> bool:
        """عشرات التونسيين, عشرون كينيا: people by the name of their country."""
        labels = self.tokens[index].word.labels
        return "demonym" in labels and "country" not in labels

    def is_bomb(self, noun: int) -> bool:
        """شاحنتين ملغومتين, ثلاث سيارات مفخخة: a vehicle that is made a bomb."""
        behind = self.tokens[noun + 1].word.core if noun + 1 < len(self.tokens) else ""
        return behind.startswith(("مفخخ", "ملغوم", "ملغم"))

    def is_family(self, index: int) -> bool:
        """قتلت | عائلة واحدة من ستة أشخاص: one family is not one person."""
        known = self.noun_at(index)
        return known is not None and known.entry.lemma in COLLECTIVES

    def is_hometown(self, noun: int) -> bool:
        """بينهم ستة من | جنين, خمسة من | مخيم بلاطة: one place by its name; سيطر على ثلاثة من | أحياء المدينة takes three."""
        known = self.noun_at(noun)
        one = known is None or (known.form.number == "s" and not self.grammar.phrases.has_article(noun))
        return one and noun in self.grammar.place_at and "demonym" not in self.tokens[noun].word.labels

    def is_event(self, index: int) -> bool:
        """Whether a noun stands here as an event word (سيارة مفخخة, غارة), not as a person or thing (سيارة مدنية)."""
        if not any(isinstance(found.sense.entry, Trigger) for found in self.tokens[index].word.all("trigger", "noun")):
            return False
        mark = mark_at(self.grammar, index)
        return mark is not None and not mark.is_verb and mark.entry.frame != "C"

    def _is_deed(self, index: int) -> bool:
        """أسفر الهجوم عن | أسر جنديين: a noun that only with what stands behind it is an event word (أسر families)."""
        if not any(isinstance(found.sense.entry, Trigger) for found in self.tokens[index].word.all("trigger", "phrase")):
            return False
        mark = mark_at(self.grammar, index)
        return mark is not None and not mark.is_verb and mark.entry.frame != "C" and mark.entry.group != "state"

    def is_modifier(self, index: int) -> bool:
        """An adjective or genitive behind its noun (جندي تركي, قائد كتيبة) is no group of its own.

        Behind a definite noun, a sound plural in ون or a dual in ان an indefinite noun begins another phrase (قتل الجيش شابا),
        behind سراح stands who is freed, behind بحياة whom it cost his life.
        """
        before = index - 1
        if index in self.grammar.phrases.befallen:
            return False
        if index == self.grammar.layout.sentence(index).start or self.tokens[index].word.conjunction:
            return False
        if self.parts[before] != NOUN or past_time(self.grammar, index):
            return False
        word = self.tokens[before].word
        own = self.tokens[index].word.bare
        anew = self._begins_anew(index) or self.grammar.phrases.is_past_one(index) or self._is_past_harm(index)
        if anew or word.core in ("سراح", "سبيل", "حياه", "ارواح"):
            return False
        if word.bare.endswith("ين") and own.endswith("ين"):
            return True
        if own.endswith("ين") and self._is_weapon(index) and (self.tokens[index].word.preposition or "thing" in word.labels):
            return False  # سيارة | بصاروخين, أطلقت مسيرة | صاروخين
        if "trigger" in word.labels and (not word.labels & {"person", "thing"} or self.is_event(before) or self._is_deed(before)):
            return False
        if "demonym" in self.tokens[index].word.labels:
            return True
        if word.bare.endswith(("ون", "ان")) and _is_many(word):
            return own.endswith(("ون", "ان"))
        return not (self.grammar.phrases.has_article(before) or self._is_named_doer(before))

    def _is_named_doer(self, index: int) -> bool:
        """قتلت حماس | جنديا, أسقطت أنقرة | مروحية: a body or state that goes by one name, right behind its verb."""
        known = index in self.grammar.phrases.named or index in self.grammar.phrases.placed
        return index > 0 and self.parts[index - 1] == VERB and known

    def _is_past_harm(self, index: int) -> bool:
        """لقي حتفه | عضوان, أصيب بجروح خطيرة | شرطيان: persons behind what befell them, which stands before them with its verb."""
        before, word = index - 1, self.tokens[index - 1].word
        phrases = self.grammar.phrases
        if "person" not in self.tokens[index].word.labels or phrases.has_article(index) or phrases.is_accusative(index):
            return False  # قضى نحبه | شهيدا
        if word.core.startswith(DEATHS):
            return True
        before -= word.bare.endswith("ة") and "wound" not in word.labels
        return "wound" in self.tokens[before].word.labels and phrases.preposition_of(self.tokens[before]) == "ب"

    def _is_weapon(self, index: int) -> bool:
        return self.grammar.group(index, "thing") in WEAPONRY

    def shares_number(self, noun: int | None, index: int) -> bool:
        """13 جنديا | وشرطيا على الأقل: a person in the accusative joined to a counted one shares his number."""
        if noun is None or index != noun + 1 or not self.tokens[index].word.conjunction:
            return False
        accusative = self.grammar.phrases.is_accusative
        return "person" in self.tokens[index].word.labels and accusative(noun) and accusative(index)

    def _begins_anew(self, index: int) -> bool:
        """على دراجات نارية مهندسا, قتل الجيش فلسطينيا: an accusative behind what is none agrees with nothing before it."""
        own, before = self.tokens[index].word, self.tokens[index - 1].word
        if own.bare.endswith("ين") and before.bare.endswith("ة") and own.labels & {"person", "thing"}:
            return self.grammar.phrases.is_adjective(index - 1) and self.parts[index - 2] == NOUN
        if index - 1 in self.grammar.phrases.placed and "country" in before.labels:
            return not self.grammar.phrases.is_adjective(index)
        if not own.bare.endswith("ا") or before.bare.endswith(("ا", "اء")) or "country" in own.labels:
            return False
        agreeing = before.bare.endswith("ة") or self.grammar.phrases.has_article(index - 1)
        if not (agreeing or (before.bare.endswith("ي") and self.parts[index - 2] == VERB and before.labels & {"person"})):
            return False
        return any(isinstance(found.sense.form, NounForm) and found.sense.form.accusative for found in own.analyses)

    def is_genitive_head(self, index: int) -> bool:
        """An indefinite noun before a definite noun or a name is itself definite (قائد الجيش, رئيس أركان الجيش, مدينة عدن)."""
        if index + 1 in self.grammar.layout.closing and "thing" in self.tokens[index].word.labels:
            return True
        for behind in range(index + 1, min(index + 4, len(self.tokens))):
            word = self.tokens[behind].word
            if self.parts[behind] == DEMONSTRATIVE and self.grammar.phrases.owns_before(behind, len(self.tokens)):
                return True  # قائد | هذه القوات
            if self.parts[behind] != NOUN or behind in self.grammar.phrases.dated or word.conjunction or word.preposition:
                return False
            if not word.labels and word.norm[:1] in ("ب", "ل", "و") and _is_common(word.norm[1:]):
                return False
            if word.core.startswith(DEATHS) or self.grammar.phrases.is_side(index, behind):
                return False  # قتل | جندي شمال المدينة
            if self.grammar.phrases.is_definite(behind) or self.grammar.phrases.is_proper(behind):
                return True
            person = "person" in word.labels and "demonym" not in word.labels
            if (self.grammar.phrases.is_adjective(behind) and not person) or self.grammar.phrases.is_accusative(behind):
                return False
        return False

    def noun_at(self, index: int) -> CountedNoun | None:
        """The person or thing at a token in the number that form and context give it."""
        word = self.tokens[index].word
        readings = _readings(word)
        if not readings or (readings[0].entry is _NATIONAL and readings[0].form.number == "s"):
            return None
        if len(readings) == 1:
            return readings[0] if word.core not in _NAMES else None
        owned = next((one for one in readings if one.found.pronoun), None) if word.bare.endswith("ه") else None
        if owned is not None and owned.form.number == "s":
            return owned
        dual = next((one for one in readings if one.form.number == "d"), None)
        other = next((one for one in readings if one.form.number != "d"), None)
        plural = next((one for one in readings if one.form.number == "p"), None)
        if other is not None and _TANWIN in self.tokens[index].raw:
            return other
        if dual is None or other is None:
            return readings[0] if word.core not in _NAMES else None
        if dual.found.pronoun and dual.found.stem.endswith("ا"):
            return dual
        if plural is None:
            return dual if other.found.pronoun == "ي" or self._lost_its_nun(index, other) else other
        return dual if self.is_dual(index, plural) else plural

    def _lost_its_nun(self, index: int, accusative: CountedNoun) -> bool:
        """قتل ضابطا شرطة: before a bare genitive an ـا is that of a dual, not of the accusative (قتل ضابطا شابا)."""
        behind = index + 1
        if not accusative.form.accusative or behind >= len(self.tokens) or self.parts[behind] != NOUN:
            return False
        word, phrases = self.tokens[behind].word, self.grammar.phrases
        if (
            word.conjunction
            or word.preposition
            or behind in phrases.dated
            or not word.labels & {"source", "person", "thing", "trigger"}
        ):
            return False
        return not (phrases.is_adjective(behind) or phrases.is_accusative(behind) or phrases.is_definite(behind))

    def is_dual(self, index: int, plural: CountedNoun) -> bool:
        """Whether an ـين that may be dual or plural (عسكريين) is a dual here: by numeral, agreement, the rest of the document."""
        if plural.found.pronoun and plural.entry.lemma in broken_plurals() and self.tokens[index].word.norm.endswith(_HIS_TWO):
            return True
        if plural.form.state == "construct" or plural.found.pronoun:
            return False
        if self.says_two(index) is not None or _DUAL_ENDING in self.tokens[index].raw:
            return True
        agreed = self._agreement(index)
        return (plural.entry.lemma in self.sure_duals and plural.entry.group != "other") if agreed is None else agreed

    def says_two(self, index: int) -> int | None:
        """The token behind اثنين if it stands behind a noun and at most one adjective (جنديين تركيين اثنين); الاثنين is a day."""
        end = self.grammar.layout.sentence(index).end
        for at in range(index + 1, min(end, index + 3)):
            if self.tokens[at].word.core in _TWO and not self.tokens[at].word.conjunction and at not in self.grammar.phrases.dated:
                return at + 1
            if self.parts[at] != NOUN or self.tokens[at].word.conjunction:
                return None
        return None

    def _agreement(self, index: int) -> bool | None:
        """Dual or plural as what follows shows it: a pronoun, a relative, a verb, an adjective; None where nothing does."""
        sentence = self.grammar.layout.sentence(index)
        for at in range(index + 1, min(sentence.end, index + _AGREEMENT_REACH)):
            word = self.tokens[at].word
            if at == index + 1 and self.parts[at] == NOUN and not word.conjunction and self.grammar.phrases.is_adjective(at):
                if not word.core.endswith("ين"):
                    return word.core.endswith("ان")
                continue
            shown = self._shown_number(at)
            if shown:
                return shown == "d"
            if self.parts[at] in (THAT, RELATIVE) or (self.parts[at] == NOUN and "person" in word.labels):
                return None
        return None

    def _shown_number(self, at: int) -> str:
        """The number that a word shows of those it speaks of: d, p, or empty."""
        word = self.tokens[at].word
        if self.parts[at] == RELATIVE:
            return _RELATIVES.get(word.core, "")
        if word.norm.endswith("هما") and len(word.norm) > 4:
            return "d"
        if self.parts[at] == VERB:
            numbers = {found.sense.form.number for found in word.analyses if isinstance(found.sense.form, VerbForm)}
            return numbers.pop() if len(numbers) == 1 and not numbers & {"s"} else ""
        return ""

    @cached_property
    def sure_duals(self) -> frozenset[str]:
        """The persons that the document names in a dual that cannot be a plural: شرطيان, عسكريين اثنين."""
        sure: set[str] = set()
        for index, token in enumerate(self.tokens):
            if "person" not in token.word.labels or not token.word.norm.endswith(("ان", "ين")):
                continue
            for found in token.word.all("person"):
                form, entry = found.sense.form, found.sense.entry
                dual = isinstance(form, NounForm) and form.number == "d" and form.state != "construct" and not found.pronoun
                if dual and isinstance(entry, Noun) and (token.word.norm.endswith("ان") or self.says_two(index) is not None):
                    sure.add(entry.lemma)
        return frozenset(sure)


_RELATIVES = {"ذين": "p", "لذين": "d", "لذان": "d"}
"""What الذين, اللذين, اللذان speak of; behind another one (في البلدتين | اللتين سقطتا) something else is spoken of."""
_TANWIN = "\u064b"
"""Where it is written, the form is a singular in the accusative (شخصًا), no dual before a genitive."""
_HIS_TWO = ("يه", "يها", "يهم", "يهما")


@cache
def broken_plurals() -> frozenset[str]:
    """Persons with a plural of their own: with a pronoun their ـين is that of a dual (مع حارسيه: his guards are حراسه)."""
    rows = load_table(language_folder("ar"), "persons.tsv")
    return frozenset(row["singular"] for row in rows if any(not one.endswith(("ون", "ين")) for one in row.words("plural")))


_DUAL_ENDING = "\u064eين"
"""Where the vowel is written, it tells a dual (مسعفَين)."""
_NAMES = frozenset({"طالبان"})
"""Names that are spelled like a dual."""
DEATHS = ("مصرع", "حتف", "نحب")
"""What one meets behind لقي, with a pronoun: no genitive of the noun before it (لقي شخص مصرعه)."""
