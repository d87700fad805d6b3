"""Names of places that no gazetteer has: which words behind a type noun can be one, and where it ends."""

from __future__ import annotations

from riwaya.lang.ar.forms import adjective_percent, frequency
from riwaya.lang.ar.gazetteer import PlaceNoun, gazetteer, place_nouns, place_words
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import is_adjectival
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Analysis, Word, analyse
from riwaya.read.text.layout import Layout
from riwaya.read.text.tokens import DASHES, WORD
from riwaya.read.words.place_terms import ARTICLES, has_article, is_common, place_noun

_RARE_WORD = 60
_SOMETIMES_ADJECTIVE = 30
_FOREIGN = "ييه"
"""How only foreign names end (غريسييه)."""
_GRAMMAR = frozenset({"prep", "relative", "that", "locative", "negation", "auxiliary", "subordinator", "contrast"})
_STRANGE, _LEADING, _AROUND = 3, ("في", "علي", "الي", "قرب", "عند"), word_list("around a name")
_NO_NAMES = frozenset({"person", "source", "trigger", "masdar", "unplaced", "thing", "number", "timeword", "direction"})
_CALLED = ("حي", "شارع", "دوار", "مستشفي")
_NAMED = ("شارع", "مستشفي")
_QUALIFIERS, _BODY = word_list("qualifier of a name"), word_list("part of the body")
_GOODS, _WATERS = word_list("goods of a site"), word_list("water with banks")


class UnknownNames:
    """The words of one document, asked for names that no gazetteer has."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.tokens = layout.tokens

    def behind_noun(self, index: int) -> bool:
        """Whether a type noun in the construct stands right before (مدينة الميادين)."""
        if index <= self.layout.sentence(index).start:
            return False
        return place_noun(self.tokens[index - 1]) is not None and not has_article(self.tokens[index - 1])

    def is_no_place(self, index: int) -> bool:
        """أصيب في منطقة | الصدر, تنظيم الدولة - ولاية | خراسان, | الضفة الغربية للنهر: a part of the body, a branch, a bank."""
        before = self.tokens[index - 1].word.core if index else ""
        if self.tokens[index].word.core == "ضفه" and self._is_of_water(index + 1):
            return True
        if before == "ولايه" and index > 1 and self.tokens[index - 2].raw in DASHES:
            return True
        return before == "منطقه" and has_article(self.tokens[index]) and self.tokens[index].word.core in _BODY

    def _is_of_water(self, at: int) -> bool:
        """الضفة | الغربية لنهر الفرات, الضفة | الشرقية من القناة: of what the bank is, behind the word that says which one."""
        limit = self.layout.sentence(at - 1).end
        at += at < limit and has_article(self.tokens[at]) and self.tokens[at].word.core not in _WATERS
        at += at < limit and self.tokens[at].norm == "من"
        return at < limit and self.tokens[at].word.core in _WATERS

    def unknown_behind(self, noun: PlaceNoun, name: int) -> int:
        """Where a name that no gazetteer has ends behind its type noun; ``name`` where none stands.

        Behind a broken plural (مناطق، دول) there are several, or it is no name; nor are goods (مصفاة | نفط).
        """
        if name < len(self.tokens) and self.tokens[name].norm in _GOODS:
            return name
        end = self.unknown_end(name) if noun.take != "known" or self._is_strange(name) else name
        if end == name and noun.precision == "site" and not (noun.take or noun.plural) and self._is_within(name):
            return name + 1
        if end == name and (noun.take == "free" or noun.singular in _NAMED) and not noun.plural and self._is_called_anything(name):
            return name + 1
        if end == name or end > len(self.tokens) or self.is_no_place(name):
            return name
        if noun.precision == "country" and has_article(self.tokens[name]):
            return name
        several = end < len(self.tokens) and self.tokens[end].norm.startswith("و")
        dual = self.tokens[name - 1].norm.endswith("ي") and self.tokens[name - 1].word.core != "ميداني"  # قائد ميداني
        return end if not noun.plural or dual or several else name

    def is_of_accusative(self, noun: PlaceNoun, name: int, end: int) -> bool:
        """جسرا | جويا, نفقا | كان: behind the accusative of a noun of place stands no name; behind its dual there are two."""
        second = end < len(self.tokens) and self.tokens[end].norm.startswith("و")
        return self.tokens[name - 1].norm.endswith(noun.singular + "ا") and not second

    def _is_strange(self, name: int) -> bool:
        """في جبهة | البلق, على محطة | زيزون: a word that no table and no count has, behind a noun that a word of place leads to."""
        if name >= len(self.tokens) or name < 2 or self.tokens[name].kind != WORD:
            return False
        word, noun = self.tokens[name].word, self.tokens[name - 1].word
        if word.analyses or word.labels or word.conjunction or frequency(word.norm) >= _STRANGE or noun.core in ("طريق", "طرق"):
            return False
        before = self.tokens[name - 2]
        led = before.norm.removeprefix("و") in _LEADING or before.word.core in _AROUND
        return bool(noun.preposition in ("ب", "ل")) or led

    def _is_within(self, name: int) -> bool:
        """معسكر | المنار في مديرية, مثلث | المحطة بمحافظة: a common word right before the place that holds what it names."""
        if name >= len(self.tokens) or name + 2 >= self.layout.sentence(name).end or not has_article(self.tokens[name]):
            return False
        word, behind = self.tokens[name].word, name + 1
        if word.labels & _NO_NAMES or word.conjunction or word.preposition or is_adjectival(word):
            return False
        free = self.tokens[behind].norm == "في"
        holder = place_noun(self.tokens[behind + free])
        led = free or self.tokens[behind].word.preposition == "ب"
        return led and holder is not None and not holder.plural and holder.precision in ("admin1", "district", "town")

    def _is_called_anything(self, name: int) -> bool:
        """في حي | الهدف, أغلقوا شارع | الستين: what is called after anything, in the singular; a quarter behind a word of place."""
        if name >= len(self.tokens) or name < 2 or not has_article(self.tokens[name]):
            return False
        before, word, noun = self.tokens[name - 2], self.tokens[name].word, self.tokens[name - 1]
        led = noun.word.preposition or "locative" in before.word.labels or noun.word.core in _NAMED
        if noun.word.core not in _CALLED or has_article(noun) or not led:
            return False
        plain = word.labels <= {"thing", "number"} and word.core not in place_nouns()
        return plain and not (word.conjunction or word.preposition or is_adjectival(word))

    def unknown_end(self, index: int, clitic: bool = False) -> int:
        """Where a name that no gazetteer has ends: unknown words, or أم، دير، تل ... and the word behind; else ``index``.

        ``clitic``: a preposition is written onto its first word.
        """
        if index >= len(self.tokens) or self.tokens[index].kind != WORD:
            return index
        behind = index + 1
        follows = behind < self.layout.sentence(index).end and self.tokens[behind].kind == WORD
        word = self.tokens[index].word
        if clitic:
            word = analyse(word.norm.removeprefix("و")[1:])
        if word.norm in place_words("titled") and self.behind_noun(index):
            return behind + 1 if follows and self._goes_on_name(behind) else behind
        if follows and self._heads_name(word) and (end := self._end_behind_head(index)) > index:
            return end
        if not self.is_unknown_name(word):
            return index
        if self._is_hyphened(behind):
            return behind + 2
        if follows and not has_article(self.tokens[index]) and self._goes_on(behind):
            return behind + 1
        if follows and self.tokens[behind].norm in _QUALIFIERS:
            return behind + 1
        return behind

    def joined_end(self, index: int) -> int:
        """قرى سرمين | وكللي, قرى كونا | ودوكو باري: where a further name ends that و joins; ``index`` where none stands."""
        limit = self.layout.sentence(index - 1).end
        if index >= limit or not self.tokens[index].norm.startswith("و"):
            return index
        if not self.is_unknown_name(analyse(self.tokens[index].norm[1:])) or is_common(self.tokens[index].word):
            return index
        behind = index + 1
        follows = behind < limit and self.tokens[behind].kind == WORD and not self.tokens[index].norm.startswith("وال")
        return behind + 1 if follows and self._goes_on(behind) else behind

    def _heads_name(self, word: Word) -> bool:
        """أم الفرج, دير كيفا, تل رفعت: a word with which names of places begin."""
        return "namehead" in word.labels or word.norm in place_words("head")

    def _is_led_by_head(self, index: int) -> bool:
        """تل | رفعت; not بلدة تل | جنوب غرب نابلس."""
        word = self.tokens[index].word
        return not (word.conjunction or word.labels & _GRAMMAR or "direction" in word.labels)

    def _end_behind_head(self, head: int) -> int:
        """Where a name ends that begins with such a word; ``head`` where none does."""
        if self._is_led_by_head(head + 1):
            return head + 2
        alone = self.behind_noun(head) and "direction" in self.tokens[head + 1].word.labels
        return head + 1 if alone else head

    def goes_beyond(self, name: int, end: int) -> int:
        """بلدة دير | كيفا: where a name ends of which a gazetteer has only the first word, with which many names begin."""
        if end != name + 1 or end >= self.layout.sentence(name).end or not self._heads_name(self.tokens[name].word):
            return end
        known = self.tokens[end].word.labels or self.tokens[end].kind != WORD or has_article(self.tokens[end])
        return end if known or not self._is_led_by_head(end) or self.tokens[end].word.preposition else end + 1

    def _is_hyphened(self, index: int) -> bool:
        """قرية سمراخ | -أكوف: a hyphen between two words of a name, with no space round it."""
        if index + 1 >= len(self.tokens) or self.tokens[index].raw != "-" or self.tokens[index + 1].kind != WORD:
            return False
        before, sign, behind = self.tokens[index - 1 : index + 2]
        return before.end == sign.start and sign.end == behind.start

    def _goes_on_name(self, index: int) -> bool:
        """Whether a word can be the name behind a title (مسجد الإمام الصادق)."""
        word = self.tokens[index].word
        verbal = any(found.sense.part == "verb" for found in word.analyses)
        return not (word.conjunction or word.preposition or verbal or word.labels & _GRAMMAR or "direction" in word.labels)

    def is_unknown_name(self, word: Word) -> bool:
        """Whether a word behind a type noun can be the name of a place: no word that the tables or counts know."""
        if word.conjunction or len(word.core) < 3 or self._has_preposition(word) or word.norm in place_words("never"):
            return False
        if word.norm not in place_words("given") and not all(_is_accusative(found) for found in word.analyses):
            return False
        ending = word.bare.endswith(("ية", "يه", "يا", "ًا", "ها", "هم")) and not word.bare.endswith(_FOREIGN)
        if ending and not word.norm.startswith(ARTICLES):
            return False
        if word.core in place_nouns():
            return False
        if word.norm.startswith(ARTICLES):
            if is_common(word) and word.norm not in place_words("given"):
                return False
            return not (adjective_percent(word.core) or 0) >= _SOMETIMES_ADJECTIVE or frequency(word.norm) < _RARE_WORD
        return word.norm in place_words("given") or not (is_common(word) or self._may_be_adjective(word))

    def _has_preposition(self, word: Word) -> bool:
        """Whether a preposition is written on a word behind a type noun: باما is a name, بريف is في + ريف."""
        if not word.preposition:
            return False
        article = word.norm.startswith(("بال", "لل"))
        return article or word.core in place_nouns() or word.core in place_words("part") or bool(analyse(word.core).labels)

    def _may_be_adjective(self, word: Word) -> bool:
        """An indefinite word behind an indefinite noun: محصنة, شهيرة say how it is, not what it is called."""
        if word.bare.endswith(_FOREIGN):
            return False
        if is_adjectival(word) or (adjective_percent(word.core) or 0) >= _SOMETIMES_ADJECTIVE:
            return True
        participle = word.bare.endswith("ة") and word.norm.startswith("م") and len(word.norm) in (5, 6, 7)
        return participle or (word.norm.startswith("ب") and word.norm.endswith(("ها", "هم", "ه")) and frequency(word.norm) > 0)

    def _goes_on(self, index: int) -> bool:
        """The second word of a name that no gazetteer has (قبردين بلقار): unknown, rare, without article; not بيمبر | بنيران."""
        word = self.tokens[index].word
        known = word.preposition and (gazetteer().find(word.core) or frequency(word.core) >= _RARE_WORD)
        if word.norm.startswith("و") or known:
            return False
        return self.is_unknown_name(word) and not has_article(self.tokens[index]) and frequency(word.norm) < _RARE_WORD


def _is_accusative(found: Analysis) -> bool:
    """Whether a reading takes a word for an indefinite accusative, which cannot stand behind a construct (قرية بيتا)."""
    return isinstance(found.sense.form, NounForm) and found.sense.form.accusative
