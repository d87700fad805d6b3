"""Names of the register of several words: one phrase each, whatever their words mean elsewhere (هيئة تحرير الشام، حركة أمل)."""

from __future__ import annotations

from riwaya.lang.ar.calendar import months
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import NOUN, PREPOSITION
from riwaya.lang.ar.register import Register
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.phrases.names import LABEL, MAKES
from riwaya.read.phrases.spoken import Spoken
from riwaya.read.text.layout import Layout


def called_here(layout: Layout, known: Register) -> dict[int, int]:
    """The first token of each name of two words or more → the token behind the longest name that begins there."""
    found: dict[int, int] = {}
    tails = known.tails
    for index in [at for at, core in enumerate(layout.cores) if core in tails or core in _DATED or core == _DEPUTY]:
        core = layout.cores[index]
        for tail in tails.get(core, ()):
            if tuple(layout.norms[index + 1 : index + 1 + len(tail)]) == tail:
                found[index] = index + 1 + len(tail)
                break
        if core in _DATED and index + 2 < len(layout.tokens) and _is_day(layout, index + 1):
            found[index] = index + 3
        if core == _DEPUTY and (end := _two_offices(layout, index)):
            found[index] = end
    return found


def _two_offices(layout: Layout, at: int) -> int:
    """نائب رئيس مجلس الوزراء | وزير الداخلية: the token behind two offices of one man that begin at a token; 0 where none do."""
    ends = (at + long for long in _LENGTHS if " ".join(layout.norms[at : at + long]) in _OFFICES)
    return next((end + 2 for end in ends if layout.norms[end : end + 1] == ["وزير"] and end + 1 < len(layout.norms)), 0)


def _is_day(layout: Layout, at: int) -> bool:
    """حركة | 23 مارس, ائتلاف | 14 فبراير: a number of a day and a month, by which a movement is called."""
    return layout.norms[at].isdigit() and layout.norms[at + 1] in months()


_STYLES = word_list("style before a name") | word_list("form of address")
_DATED = word_list("movement called by a day")
_OFFICES, _DEPUTY, _LENGTHS = word_list("office of a minister too"), "نائب", (5, 4)
SOLE, _DOERS = word_list("sole holder of an office"), 6  # طلب الوزير | من الجيش
WINGS, _BODIES = ("الجناح", "الذراع"), ("organ", "group", "unit")

CONSENT, _PROVINCE = word_list("consent"), "مقاطعه"  # أعلنت الحركة | الموافقة; a province, which is a boycott too

_HE = word_list("masculine by use")  # الداعية البحريني


class Called(Spoken):
    """The names of the register in the noun phrases of one document."""

    befallen: frozenset[int] = frozenset()
    """Where those begin whom the event behind their verb befell."""

    def past_called(self, index: int, following: int, limit: int) -> int:
        """The token behind a name of the register that begins at ``index``, within the limit; else ``following``."""
        behind = self.called.get(index, following) if following == index + 1 else following
        return behind if behind <= limit else following

    def label_end(self, start: int, index: int, limit: int) -> int:
        """دبابات من طراز | "تي-72" | وعربات: so too what a make is called, and the phrase goes on behind it."""
        close = self.layout.closing.get(index, limit) if self.tokens[index - 1].norm in MAKES else limit
        return close + 1 if close < limit and close - index <= LABEL else super().label_end(start, index, limit)

    def whose_wing(self, start: int, index: int, limit: int) -> int:
        """كتائب الوادي | الجناح العسكري | لحركة النور: where those begin whose wing a group with a name is; 0 where none stand.

        ``index``: where a wing is told of.
        """
        whose = index + 2
        if index - 1 == start or not self.has_article(index + 1):
            return 0
        band = self._of_group(start, ("group",)) and self.tokens[start].word.core != "جيش"  # هاجم جيش الوادي | الجناح العسكري
        word = self.tokens[whose].word
        return whose if band and self.is_adjective(index + 1) and word.preposition == "ل" and not word.conjunction else 0

    def is_of_several(self, start: int, index: int) -> bool:
        """توعد رئيس الحكومة | المتورطين: several who do something are not the one who holds an office; الوزير المعين may be."""
        word = self.tokens[index].word
        doers = word.core.startswith("م") and len(word.core) >= _DOERS and word.bare.endswith(("ين", "ون"))
        his = bool(word.labels & {"person"}) and self.has_article(index - 1) and self.is_owned(index) and word.bare.endswith("يه")
        led = index - 1 > start and self.is_title(index - 1) and not self.is_definite(index - 1)  # الأمير سالم قائد | المتمردين
        one = doers and self.tokens[start].word.core in SOLE and not led
        return his or one or self.is_other_number(index) or self._is_a_people(start, index)

    def _is_a_people(self, start: int, index: int) -> bool:
        """منعت قوات الاحتلال | الفلسطينيين من دخول المسجد, اعتقلت القوات | الشقيقين: people are no adjective of a body."""
        word = self.tokens[index].word
        people = ("demonym" in word.labels and word.bare.endswith("يين")) or (
            word.labels & {"person", "source"} and word.bare.endswith("ين")
        )
        if not (people and self.has_article(index)):
            return False
        body = self._of_group(start, _BODIES) or self.tokens[start].norm == "الاحتلال"
        body = body or (self.is_title(start) and self.tokens[start].word.core == "قائد" and self._of_group(index - 1, _BODIES))
        body = body and self.parts[start] == NOUN and self.is_definite(index - 1)
        return body and not any(self._are_several(at) for at in range(start, index))

    def _are_several(self, index: int) -> bool:
        """عناصر | الشرطة الفرنسيين, مسؤولي, الوزيرين: whom an adjective in ين describes; not قوات."""
        word = self.tokens[index].word
        forms = (found.sense.form for found in (word.find("person"), word.find("source")) if found is not None)
        plural = any(isinstance(form, NounForm) and form.number in ("p", "d") for form in forms)
        return (plural and not word.bare.endswith("ات")) or word.bare.endswith(("ين", "ون", "ان", "ي", "و"))

    def is_behind_called(self, index: int) -> bool:
        """هاجمت حركة أمل | القرية: a definite noun behind a name of the register is no part of it; an adjective, a place or a
        title may be (حكومة إقليم كردستان العراق, القيادي في حركة فتح العقيد سالم حمد)."""
        if self.parts[index] != NOUN or index in self.placed:
            return False
        word = self.tokens[index].word
        if word.conjunction or word.preposition or "country" in word.labels:
            return False
        if not word.article:  # اتهمت حركة فتح | حكومة الاحتلال
            behind = index + 1 < len(self.tokens) and self.has_article(index + 1)
            return behind and self._of_group(index, ("organ", "group"))
        if word.core.startswith("م") and not word.labels:  # قوات النظام | المدعمة بمسلحين
            return False
        return not (self.is_adjective(index) or self.is_title(index))

    def is_styled(self, start: int, index: int) -> bool:
        """بالعاهل السعودي | الملك سلمان, مع الوزير الكويتي | الشيخ سالم: style and name behind an office led by a preposition."""
        core, behind = self.tokens[index].word.core, index + 1
        led = self.tokens[start].word.preposition or (start > 0 and self.parts[start - 1] == PREPOSITION)
        if not led or core not in _STYLES or not (self.has_article(index) and self.is_title(start)):
            return False
        described = index - 1 > start and all(self.is_adjective(at) for at in range(start + 1, index))
        if not described or (core == "ملك" and self.tokens[start].word.core != "عاهل"):
            return False
        named = behind < len(self.tokens) and self.parts[behind] == NOUN and not self.has_article(behind)
        return named and not self.is_title(behind)

    def attacks(self, index: int) -> bool:
        """القوات | المهاجمة, الطائرات | المهاجمة: a participle of what attacks, and no deed."""
        told = self.tokens[index - 1].word.labels & {"source", "thing"}
        return bool(told) and self.tokens[index].word.core == "مهاجمه" and self.has_article(index)

    def is_defence(self, index: int) -> bool:
        """أعلنت | الدفاع التركية: the ministry by its short name; not الدفاع المدني, الدفاع الجوي."""
        behind = self.layout.cores[index + 1 : index + 2]
        return self.tokens[index].word.core == "دفاع" and self.has_article(index) and behind not in (["مدني"], ["جوي"])

    def is_masculine(self, index: int) -> bool:
        """الوزير, الجيش: one man or body with the article, masculine by its table and its ending."""
        word = self.tokens[index].word
        if not self.has_article(index) or not word.analyses or word.bare.endswith(("ة", "ات", "ى", "اء")):
            return False
        form = next((one.sense.form for one in word.analyses if one.sense.label in ("source", "person")), None)
        return isinstance(form, NounForm) and form.number == "s" and form.gender == "m"

    def is_other_gender(self, start: int, index: int) -> bool:
        """رفضت الحركة | المقترح: behind a feminine head a definite nisba or participle in the masculine is no adjective of it.

        انتقد الوزير | المعارضة: nor is one in the feminine behind one man or a masculine body.
        """
        core = self.tokens[index].word.core
        if self.has_article(index) and self.tokens[index].word.bare.endswith("ة") and self.is_masculine(start):
            surname = self.is_title(start) and not self.tokens[index].word.labels  # الدكتور | الربيعة
            ministry = self.is_defence(start) and "demonym" in self.tokens[index].word.labels  # الدفاع | التركية
            alone = (start == 0 or self.parts[start - 1] != NOUN) and not ministry  # جماعة | الحوثي الإرهابية
            rest = range(start + 1, index)
            return alone and not surname and all(self.is_adjective(k) and not self.tokens[k].word.bare.endswith("ة") for k in rest)
        rules = core == _PROVINCE and index - 1 == start and self.is_title(start)  # حاكم | المقاطعة
        if core in CONSENT and not rules and self.tokens[start].word.labels & {"source", "person", "country"}:
            return True
        masculine = core.endswith("ي") or (core.startswith("م") and not core.endswith(("ه", "ات", "ين", "ون", "ان", "ا")))
        known = self.has_article(index) and self.tokens[start].word.bare.endswith("ة") and self.has_article(start)
        if not masculine or not known or core.startswith("معترف") or self.tokens[start].word.core in _HE:
            return False
        return all(self.is_adjective(k) and self.tokens[k].word.bare.endswith("ة") for k in range(start + 1, index))
