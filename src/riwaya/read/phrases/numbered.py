"""Numbers inside noun phrases: which belong to the noun before them, and which count something else."""

from __future__ import annotations

from riwaya.lang.ar.calendar import ordinal_words
from riwaya.lang.ar.parts import NOUN, NUMERAL, QUANTIFIER
from riwaya.lang.ar.thing_groups import HARDWARE, SITES
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import group_of
from riwaya.read.phrases.compass import Compass
from riwaya.read.phrases.names import PEOPLE_ENDS

_BEHIND = word_list("count behind noun")
_OF_SEVERAL = word_list("takes a counted genitive")
"""Plurals that take a counted genitive: سكان أربعة أحياء, قادة خمس دول."""
_GATHERED, _ARMED = word_list("made up of people"), word_list("force with units")
_ARMS, _UNITS = word_list("arm of a unit"), word_list("unit with a number")
_HELP = word_list("with whose help")
_HOW_MANY = frozenset({"رقم", "قدره", "قدرها"})
_CLOSING = '»”"'
_ONE_OF = ("احد", "احدي", "بعض")
_UNIT = 2
"""How far before its arm the word of a unit stands: اللواء 35 | مدرعات."""


class Numbered(Compass):
    """The numbers in the noun phrases of one document."""

    def is_arm_of(self, index: int) -> bool:
        """الفرقة السادسة | مشاة, اللواء 35 | مدرعات: what a unit fights with, behind its number."""
        if index < _UNIT or self.tokens[index].word.core not in _ARMS or self.tokens[index].word.article:
            return False
        number = self.parts[index - 1] == NUMERAL or self.tokens[index - 1].word.core in ordinal_words()
        return number and self.tokens[index - _UNIT].word.core in _UNITS

    def is_made_up_of(self, start: int, inner: int) -> bool:
        """مجموعات صغيرة من | المتظاهرين, وحدات من | الجيش: people or a force that a group or unit is made up of."""
        word = self.tokens[inner].word
        several = word.labels & {"person"} and word.bare.endswith(PEOPLE_ENDS) and self.has_article(inner)
        return self.tokens[start].word.core in _GATHERED and bool(several or word.core in _ARMED)

    def is_help(self, index: int) -> bool:
        """قوات الجيش | وبالتعاون مع العشائر: the noun behind ب that tells with whose help somebody acts."""
        word = self.tokens[index].word
        return word.preposition == "ب" and word.core in _HELP

    def is_other_means(self, start: int, index: int) -> bool:
        """قصفت بالصواريخ مطارا | وبالمسيرات مصنعا: with what else is hit, behind what is hit, which no ب leads."""
        word = self.tokens[index].word
        if word.preposition != "ب" or group_of(word, "thing") not in HARDWARE:
            return False
        return not any(self.tokens[at].word.preposition == "ب" for at in range(start, index))

    def is_behind_counted(self, start: int, index: int) -> bool:
        """اقتحم 120 مستوطنا | باحات المسجد: a noun with its genitive behind a counted accusative, which takes none.

        استهدفت في ثلاث عمليات | سفينة: nor is what is hit the genitive of so many attacks.
        """
        behind, word = index + 1, self.tokens[index].word
        counted = index - 2 >= start and self.parts[index - 2] == NUMERAL
        before = self.tokens[index - 1].word.labels
        deeds = counted and "trigger" in before and before.isdisjoint(("thing", "person")) and not self.is_accusative(index - 1)
        if deeds and word.labels & {"thing", "person"} and not word.labels & {"trigger", "masdar"}:
            return not self.is_definite(index)
        if not counted or not self.is_accusative(index - 1) or behind >= len(self.tokens):
            return False
        if word.bare.endswith(PEOPLE_ENDS) or self.is_adjective(index) or self.parts[index] != NOUN or self.parts[behind] != NOUN:
            return False
        return not self.tokens[behind].word.preposition and (self.is_definite(behind) or self.is_proper(behind))

    def is_past_number(self, start: int, index: int) -> bool:
        """قرار المجلس رقم 2216 | الحركة, القرار 2216 | ضرورة: a noun behind the number of a paper, or one with the article."""
        named = index - 2 >= start and (self.tokens[index - 2].norm == "رقم" or self.tokens[start].word.core == "قرار")
        return (named and not self.is_adjective(index)) or self.is_past_their_number(index)

    def is_past_their_number(self, index: int) -> bool:
        """التقى القادة الثلاثة | الرئيس: a noun behind a number with the article, which counts the noun before it."""
        counted = index > 1 and self.has_article(index - 1) and self.has_article(index - 2)
        word = self.tokens[index].word
        describes = self.is_adjective(index) or word.labels & {"demonym", "people"} or word.bare.endswith(PEOPLE_ENDS)
        return counted and self.parts[index - 2] == NOUN and not describes

    def belongs_to_counted(self, start: int, index: int) -> bool:
        """ألقى عشرة جنود | أسلحتهم, فقد ستة عمال | حياتهم: what is theirs is no genitive of those who were just counted."""
        word = self.tokens[index].word
        counted = index - 2 >= start and self.parts[index - 2] == NUMERAL and not self.is_definite(index - 1)
        return counted and not word.preposition and not word.conjunction and self.is_owned(index)

    def goes_past_arm(self, index: int) -> bool:
        """هاجمت الفرقة 22 مشاة | مواقع المسلحين: the name of a unit ends with its arm, but for an adjective (التابع للمنطقة)."""
        return self.is_arm_of(index - 1) and not self.is_adjective(index) and not self.governs(index)

    def is_how_many(self, start: int, index: int) -> bool:
        """القرار | رقم 2216, فدية | قدرها مليون دولار: of which number a paper is, or how much something; no body has one."""
        labels = self.tokens[start].word.labels
        body = "source" in labels and not labels & {"basis", "channel", "numbered"}
        return not body and self.leads_to_number(index)

    def leads_to_number(self, index: int) -> bool:
        """| رقم 2216, | قدرها مليون دولار: a word that only says that a number follows."""
        return self.tokens[index].norm in _HOW_MANY and self.parts[index + 1 : index + 2] == [NUMERAL]

    def past_count(self, start: int, index: int, split: bool) -> int | None:
        """The token up to which a phrase goes on at a number or quantity; None where that is not decided by the number."""
        if self.are_many(index) or self.is_how_many(start, index - 1):
            return index + 1
        if self._is_behind_marks(index):
            return index
        if self.tokens[index].word.norm == "عدد" and self.is_adjective(index - 1):  # قدرت جامعة أميركية | عدد القتلى
            return index
        known = self.is_definite(index - 1) or (self.parts[index] == NUMERAL and index - 1 in self.placed)
        if known and not self.is_definite(index):  # الهجوم على سوق دوما | 96 قتيلا
            numbered = self.tokens[index - 1].word.labels | self.tokens[start].word.labels  # القرار الدولي | 2216
            return index + 1 if "numbered" in numbered else index
        if split and self.parts[index - 1] == NOUN and not self.is_body_or_definite(index):
            return index + 1 if self.tokens[index - 1].word.core in _OF_SEVERAL or self._is_house_of(index) else index
        return None

    def _is_house_of(self, index: int) -> bool:
        """حاصروا | منزل أحد القادة, أحرقت مقر | إحدى الشركات: a building before one of several, of whom it is the house."""
        house = group_of(self.tokens[index - 1].word, "thing") in SITES and not self.is_accusative(index - 1)
        return house and self.tokens[index].norm in _ONE_OF

    def _is_behind_marks(self, index: int) -> bool:
        """خطف تنظيم «النور» | خمسة سكان: a number behind a name in marks counts others; not «3» | آلاف, طائرات «إف 16» | الأربع."""
        word = self.tokens[index].word
        plain = self.parts[index] == NUMERAL and not (word.article or word.preposition or word.conjunction)
        return plain and self.tokens[index - 1].raw in _CLOSING and self.parts[index - 2] != NUMERAL

    def are_many(self, index: int) -> bool:
        """دعت دول | عدة إلى الهدوء, قتل جندي | واحد: how many they are, behind the noun; شن مسلحون | عدة هجمات counts others."""
        word, before = self.tokens[index].word, self.tokens[index - 1].word
        if word.norm not in _BEHIND or self.parts[index - 1] != NOUN or self.is_definite(index - 1):
            return False
        if before.labels & {"timeword", "measure"} or index + 1 >= len(self.tokens):
            return not before.labels & {"timeword", "measure"}
        behind = self.parts[index + 1]
        counts = behind == NOUN and not self.has_article(index + 1) and word.norm == "عده"
        return not counts and behind not in (NUMERAL, QUANTIFIER)
