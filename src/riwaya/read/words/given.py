"""First names that are also words: behind a title, a rank, a person (الشاب كريم البالي), and the surnames behind them."""

from __future__ import annotations

from riwaya.lang.ar.forms import frequency
from riwaya.lang.ar.gazetteer import capital_names
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import DEMONSTRATIVE, NOUN, NUMERAL, PREPOSITION, QUANTIFIER, THAT
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.words.forenames import is_named_like_verb
from riwaya.read.words.plurals import Plurals

_MET, _MET_OWNED = 400, 150
"""So often a common noun is met with the article; so often it is where what belongs to somebody stands behind it."""
_OF_A_PEOPLE = "تركي"
"""A given name that also says of what people somebody is: العميد تركي | المالكي."""
HELD = word_list("held or needed")
"""ضرورة, وجوب, حرص: what somebody says is needed, or holds."""
_RIGHT = "حق"
"""A right is in something, so أن is none of its own; ضرورة أن is what is told."""
_HONOURS = word_list("form of address")
_FAMILIES, _MOURNING = word_list("family name and noun"), "حداد"
_TOLD = frozenset({"thing", "channel", "attitude", "emotion", "timeword", "switch", "adverb"})


class GivenNames(Plurals):
    """The first names of one document that no spelling shows."""

    def is_given_name(self, start: int, index: int) -> bool:
        """A name that is also an ordinary word (نبيل، شريف، مبارك): no article, behind a title, a rank, a single person."""
        word = self.tokens[index].word
        if index <= start or self.parts[index] != NOUN or self.is_definite(index) or self.is_accusative(index):
            return False
        if self.preposition_of(self.tokens[index]):
            return False
        man = word.labels == {"person"} and index + 1 < len(self.tokens) and self.is_name(index + 1)
        if word.norm == _OF_A_PEOPLE and index + 1 < len(self.tokens):
            man = man or (self.has_article(index + 1) and self.may_be_surname(index + 1))
        man = man or is_named_like_verb(self.tokens, index)
        known = word.labels & {"person", "thing", "source", "trigger", "country"} and not man
        if word.bare.endswith(("ة", "ات", "ين", "ون")) or known:
            return False
        if self._governs_noun(index):
            return False
        somebody = self.is_title(start) or (
            self.has_article(start) and (self._of_group(start, ("witness",)) or self._is_one(start))
        )
        return (somebody or self.is_whose(start, index - 1)) and (self.is_definite(index - 1) or self.is_name(index - 1))

    def is_honour(self, start: int) -> bool:
        """الأمير سالم حداد, العميد سالم حداد, صاحب السمو الملكي: a rank or form of address, which says nothing of an office."""
        own = self.has_article(start) and (self.tokens[start].word.core in _HONOURS or self._of_group(start, ("rank",)))
        return own or self.tokens[start].norm == "صاحب"

    def is_called_like_a_deed(self, start: int, index: int) -> bool:
        """الشاب | إيهاب دراغمة, الأسير | توفيق الخطيبي: a first name shaped like a verbal noun, before a surname."""
        behind = index + 1
        last = behind >= len(self.tokens)
        if not last and self.parts[behind] == THAT and self.is_last_name(index):
            return True
        if self.tokens[index].word.core in _FAMILIES and self.is_called_like_a_noun(start, index):
            return True
        if last or not self.tokens[start].word.article:
            return False
        word, surname = self.tokens[index].word, self.tokens[behind].word
        if word.bare.endswith(("ة", "ات", "ا")) or word.conjunction or word.preposition or surname.conjunction:
            return False
        if not (self.is_definite(index - 1) and self.is_masdar(index)):
            return False
        if not (self._is_one(start) or (self.is_title(start) and not word.labels)):
            return False
        rare = surname.bare.endswith("ي") or (self._is_one(start) and not frequency(surname.norm))
        return self.is_name(behind) or (surname.article and rare and not word.labels and self.may_be_surname(behind))

    def ends_name(self, last: int) -> bool:
        """عبد الله | حمدوك, سالم | الهاني, عبد الفتاح | البرهان: the last word of a man's name, with the article too."""
        if self.is_name(last):
            return True
        surname = self.tokens[last].word.article and not self.tokens[last].word.labels
        return bool(surname) and (self.is_name(last - 1) or self.layout.norms[max(last - 2, 0)] == "عبد")

    def is_last_name(self, index: int) -> bool:
        """قال مارك | روته | إن, أكد فرحان | حق | أن, وانغ ون | بين | أن: one word right behind a name that no table has, before أن.

        A verb with its pronoun or a preposition governs nothing there; a noun of a thing or of a feeling, or an owned one, does.
        """
        behind = index + 1
        if not 0 < index < len(self.tokens) - 1 or self.parts[behind] != THAT or not self.is_name(index - 1):
            return False
        word = self.tokens[index].word
        if word.article or word.conjunction or index in self.dated or index - 1 in self.placed:
            return False
        if self.parts[index] == PREPOSITION:
            return word.core == "بين" and self.tokens[behind].raw.startswith(("أ", "إ"))
        if self.parts[index] != NOUN or word.preposition or self.is_accusative(index) or word.labels & _TOLD:
            return False
        if word.core in HELD and word.core != _RIGHT:
            return False
        verbal = any(found.sense.part == "verb" and found.pronoun for found in word.analyses)
        return verbal or not (self.is_owned(index) or "cue" in word.labels)

    def is_called_like_a_noun(self, start: int, index: int) -> bool:
        """العقيد سامر | الحداد, علي | الجراح: right behind a first name a common noun that is a family name, with no adjective."""
        word = self.tokens[index].word
        if word.core not in _FAMILIES or not word.article or word.conjunction or self.preposition_of(self.tokens[index]):
            return False
        if not (self.is_name(index - 1) or self.is_given_name(start, index - 1)) or self.is_name(index - 2):
            return False
        behind = index + 1
        if behind == len(self.tokens):
            return True
        mourned = word.core == _MOURNING and start > 0 and "علن" in self.tokens[start - 1].norm  # أعلن الرئيس كوناتي | الحداد
        described = self.has_article(behind) and self.is_adjective(behind) and not self.is_noun(behind)
        return not described and (not mourned or self.parts[behind] == THAT)

    def is_name_behind_name(self, start: int, index: int) -> bool:
        """رفض سالم | فاضل | تحديد موعد, سيد | فاضل: behind a first name a bare word of no table is the rest of it."""
        word = self.tokens[index].word
        bare = not (word.labels or word.article or word.conjunction or self.preposition_of(self.tokens[index]))
        first = index > start and (self.is_name(index - 1) or self.tokens[index - 1].norm == "سيد")
        return bare and first and not word.bare.endswith(("ة", "ات", "ين", "ون"))

    def is_no_seat(self, index: int) -> bool:
        """شارك الوزير في | المراسم, تجول المحافظ في | السوق: no body or place in which one holds an office (في الحكومة)."""
        return index not in self.placed and not self.tokens[index].word.labels & {"source", "country", "medium"}

    def is_surname_like_a_deed(self, start: int, index: int) -> bool:
        """تعرض النائب سالم | نجاح لهجوم: behind title and first name a verbal noun with nothing that could be its genitive."""
        if self.tokens[index].word.labels & {"trigger", "cue"} or not self.is_title(start) or index - 1 <= start:
            return False
        return (self.is_name(index - 1) or self.is_given_name(start, index - 1)) and not self._may_govern(index)

    def _may_govern(self, index: int) -> bool:
        """نجاح | المفاوضات, مقتل | ثلاثة: whether what stands behind a noun may be its genitive."""
        behind = index + 1
        if behind >= len(self.tokens) or self.parts[behind] not in (NOUN, NUMERAL, QUANTIFIER, DEMONSTRATIVE):
            return False
        return not self.tokens[behind].word.conjunction and not self.preposition_of(self.tokens[behind])

    def is_surname_in_ya(self, start: int, index: int) -> bool:
        """المواطن جمال | الراعي: right behind a given name a noun in ي, whatever it means, that tells of no people."""
        word = self.tokens[index].word
        named = word.bare.endswith("ي") and not word.labels & {"demonym", "people", "trigger"}
        return named and self.is_given_name(start, index - 1)

    def is_state_behind_name(self, start: int, index: int) -> bool:
        """أبلغ عدنان | سوريا, حث سامر أوستن | طهران: a country behind a name, or it or a capital behind first name and surname.

        وأضافت ليلى منصور | مؤكدة أن, وقالت مصادر طبية | مضيفة: nor does a participle of saying in the feminine belong to her;
        طردت سفير رواندا | متهمة كيغالي بدعم: nor one with an object to a land.
        """
        word = self.tokens[index].word
        if word.bare.endswith("ة") and self.is_participle_cue(index) and index + 1 < len(self.tokens):
            said = self.parts[index + 1] == THAT or self.tokens[index + 1].raw == ":" or index + 1 in self.layout.closing
            return said or self.addresses_behind_land(index)
        country = "country" in word.labels
        if country and self.is_name(index - 1):
            return not (word.bare.endswith("يا") and self.tokens[index - 1].word.bare.endswith("يا"))  # مركزا حدوديا | تركيا
        capital = word.core in capital_names() and not word.article and not self.preposition_of(self.tokens[index])
        known = self.is_title(start) and (self.is_name(index - 1) or index - 1 in self.named)
        if known and (capital or country):  # زار الوزير جون كيري | موسكو
            return True
        return (country or capital) and self._is_plain_surname(start, index - 1)

    def addresses_behind_land(self, index: int) -> bool:
        """رواندا | متهمة كيغالي بدعم: whether a form behind the name of a land or town has a noun right behind it as its object."""
        behind = index + 1
        land = index > 0 and (index - 1 in self.placed or "country" in self.tokens[index - 1].word.labels)
        if not land or behind >= len(self.tokens) or self.parts[behind] != NOUN:
            return False
        return not (self.preposition_of(self.tokens[behind]) or self.tokens[behind].word.conjunction)

    def _is_plain_surname(self, start: int, index: int) -> bool:
        """سامر | أوستن: a word that no table lists right behind a first name."""
        word = self.tokens[index].word
        if (
            index <= start
            or self.parts[index] != NOUN
            or word.labels
            or word.article
            or word.conjunction
            or word.bare.endswith("ة")
        ):
            return False
        return self.is_name(index - 1) and not self.is_name(index) and not self.preposition_of(self.tokens[index])

    def is_whose(self, start: int, index: int) -> bool:
        """منزل الأسير | سالم النور: right behind a thing, one person told of as known."""
        if index != start + 1 or "thing" not in self.tokens[start].word.labels or not self.has_article(index):
            return False
        return "demonym" not in self.tokens[index].word.labels and self._is_one(index)

    def _is_one(self, index: int) -> bool:
        """الشاب | كريم البالي, الفتى | إسلام نوح: a person in the singular."""
        found = self.tokens[index].word.find("person")
        form = found.sense.form if found else None
        return isinstance(form, NounForm) and form.number == "s"

    def _governs_noun(self, index: int) -> bool:
        """الوزير | شروط الحركة, المتحدث | تاريخ بدء الحملة: a known definite noun or a deed behind it is a genitive, no surname."""
        behind = index + 1
        met = frequency("ال" + self.tokens[index].word.core)
        if met > _MET_OWNED and behind < len(self.tokens) and self.is_owned(behind) and self.parts[behind] == NOUN:
            return True  # قدم السفير | أوراق اعتماده
        common = met > _MET
        if common and behind < len(self.tokens) and "masdar" in self.tokens[behind].word.labels and not self.has_article(behind):
            return True
        if behind >= len(self.tokens) or not self.has_article(behind) or self.tokens[behind].word.bare.endswith(("ي", "ية")):
            return False
        return bool(self.tokens[behind].word.labels & {"source", "thing", "trigger", "country", "emotion"})

    def is_behind_whole_name(self, start: int, index: int) -> bool:
        """هاجم القائد كريم عواد | القرية: behind title, first name and surname a known noun is nobody's genitive."""
        if index - 2 <= start or not self.is_title(start) or not self.has_article(index):
            return False
        word, surname = self.tokens[index].word, self.tokens[index - 1].word
        plain = self.parts[index - 1] == NOUN and not (surname.labels or surname.article)
        plain = plain and not (surname.preposition or surname.conjunction)
        known = word.labels & {"thing", "trigger"} and not word.labels & {"person"} and not word.bare.endswith("ي")
        return plain and bool(known) and (self.is_name(index - 2) or self.is_given_name(start, index - 2))

    def is_gift(self, index: int) -> bool:
        """قرر الرئيس كوناتي | مكافأة أفراد الجيش: behind a name a noun in ة with a known genitive is no surname."""
        behind, word = index + 1, self.tokens[index].word
        if not word.bare.endswith("ة") or behind >= len(self.tokens) or not (word.labels or frequency(word.core)):
            return False
        if self.parts[behind] == DEMONSTRATIVE:
            return True
        if self.parts[behind] != NOUN:
            return False
        led = bool(self.preposition_of(self.tokens[behind]))  # وزير الخارجية ناصر جودة | لبحث الهدنة
        return not led and bool(self.tokens[behind].word.labels & {"person", "source", "thing", "trigger", "country"})

    def is_nobody(self, index: int) -> bool:
        """خطف من أمام | منزله الصحفي علاء سالم, في وسط | المدينة: a noun that names neither somebody nor a body."""
        labels = self.tokens[index].word.labels
        return bool(labels) and not (labels & {"person", "source", "country"} or self.is_title(index) or self.is_proper(index))
