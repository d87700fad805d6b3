"""What kind of nominal stands at a token: definite, adjective, name, masdar, title, channel ..."""

from __future__ import annotations

from typing import NamedTuple

from riwaya.lang.ar.forms import frequency, looks_like_name
from riwaya.lang.ar.nouns import NounForm, masdar_shape
from riwaya.lang.ar.parts import (
    AUXILIARY,
    DEMONSTRATIVE,
    NEGATION,
    NOUN,
    NUMERAL,
    PREPOSITION,
    QUANTIFIER,
    THAT,
    VERB,
    hardly_adjective,
)
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import OWN_ARTICLE, Word
from riwaya.model.remembered import remembered
from riwaya.read.text.layout import Layout
from riwaya.read.text.tokens import SIGN, WORD, Token
from riwaya.read.words.accusatives import ends_in_accusative
from riwaya.read.words.arranged import is_deed_of_body
from riwaya.read.words.duals import is_dual
from riwaya.read.words.forenames import is_name_like_deed, is_named_like_noun, is_named_official
from riwaya.read.words.kinds import describes, meets_whom
from riwaya.read.words.no_manners import are_people, is_said_of
from riwaya.read.words.owned import KNOWN, PRONOUN_ENDINGS, is_listed, owned_masdar, pronoun_hangs

_ADVERBIAL = ("ا", "اً", "ًا", "ة", "ين", "ات")
"""Endings of a participle that says how or while doing what: the accusative, where letters show it."""
_GOVERN_NOTHING = word_list("participle without preposition")
"""Participles that are mere adjectives: بعثة الأمم المتحدة | إلى."""
_GOVERNING = word_list("participle with preposition")  # of the shape فاعل; العامة, السابق, الحالي have none
_TAKES = {
    "الي": word_list("participle with ila"),
    "علي": word_list("participle with ala"),
    "عن": word_list("participle with an"),
    "مع": word_list("participle with maa"),
}
"""What a definite participle joins to itself: المسؤولة عن, المطلة على, الموجهة إلى."""
IN_NAME_OF, _SECTOR = word_list("in the name of"), "قطاع"  # ناطق بلسان الوزارة, مسؤولون بقطاع الصحة
_SIDING, _IN_YA = word_list("siding with somebody"), word_list("noun in ya")  # الداخلية, no adjective
_CLAIMS = frozenset({"trigger.noun", "cue.noun"})
_LABEL = 5
"""So many tokens of a label in marks; of a subject between أن and what is said of it."""
NOT = "غير"  # مسلحون | غير معروفين: before an adjective; behind it stands أن where it turns the sentence
_ALI, _GIVEN = "علي", word_list("given name")
"""Ali; the preposition is written على, unless the writer leaves off dots."""


class Found(NamedTuple):
    """What is found before phrases are: the tokens of times and of places, where a place begins, the tokens of actors' names of
    one word, and for names of several words the first token → the token behind."""

    dated: frozenset[int]
    placed: frozenset[int]
    seats: frozenset[int]
    named: frozenset[int]
    called: dict[int, int]


class Nominals:
    """The nominals of one document, and what was found before them."""

    def __init__(self, layout: Layout, parts: list[str], found: Found) -> None:
        self.layout = layout
        self.tokens = layout.tokens
        self.parts = parts
        self.dated, self.placed, self.seats, self.named, self.called = found
        self.beyond = frozenset(self.called.values())
        self.inside = frozenset(at for first, behind in self.called.items() for at in range(first, behind))
        self._adjectives: dict[int, bool] = {}
        self._names: dict[int, bool] = {}
        self._ends: dict[tuple[object, ...], int] = {}
        """What is found out about tokens and phrases when it is first asked for; it is asked for again and again."""

    def begins(self, index: int) -> bool:
        """Whether a noun phrase can begin at a token; not behind the last one."""
        part = self.parts[index] if index < len(self.parts) else ""
        if index in self.dated or part not in (NOUN, NUMERAL, QUANTIFIER, DEMONSTRATIVE):
            return False
        word = self.tokens[index].word
        if "according" in word.labels or word.norm in (NOT, "سواء"):
            return False
        return "cue.participle" not in word.classes or not self.is_participle_cue(index)

    def is_negated(self, index: int) -> bool:
        """مسلحون | غير معروفين, القوات | غير النظامية: whether غير and its adjective describe the noun before them."""
        behind = index + 1
        if behind >= len(self.tokens) or self.parts[behind] != NOUN or self.tokens[behind].word.labels & {"source", "country"}:
            return False
        known = self.is_definite(index - 1) or self.is_proper(index - 1)  # منظمة أكليد | غير الحكومية
        return self.has_article(behind) == known and not self.preposition_of(self.tokens[behind])

    def preposition_of(self, token: Token) -> str:
        """The preposition written onto a word (ب، ل، ك) or standing alone before a mark; empty where there is none."""
        if token.norm == "بان" and self.parts[token.index] == NOUN:
            return ""
        return token.norm if token.norm in ("ب", "ل", "ك") else token.word.preposition

    def has_article(self, index: int) -> bool:
        """Whether the article is written on a word; للقاء | الرئيس has none, its ل is its own."""
        word = self.tokens[index].word
        return word.article and (word.core != "لقاء" or not meets_whom(self.tokens, self.parts, index))

    def is_definite(self, index: int) -> bool:
        """Whether a word carries the article or a pronoun."""
        word = self.tokens[index].word
        return self.has_article(index) or (word.owned is not False and self.is_owned(index))

    def is_owned(self, index: int) -> bool:
        """Whether a pronoun hangs on a noun: the tables say so, or what remains without it is a known word (ضلوعه)."""
        word = self.tokens[index].word
        known = word.owned
        if known is None:
            known = word.owned = pronoun_hangs(word)
        return known and index not in self.called and (self.parts[index] == NOUN or is_listed(word))  # نبيه بري

    def is_adjective(self, index: int) -> bool:
        """Whether a word is an adjective (تركي، العسكرية، المسلحة), or a people's name behind those who belong to it."""
        known = self._adjectives.get(index)
        if known is None:
            aqsa = self.tokens[index].norm == "الاقصي" and index in self.placed  # اقتحم المستوطنون | الأقصى
            noun = aqsa or self.tokens[index].word.core in _IN_YA
            known = self._adjectives[index] = not noun and describes(self.tokens, self.parts, index)
        return known

    def governs(self, index: int) -> bool:
        """Whether a definite participle takes a preposition of its own: المسؤولة عن, الداعية إلى, المقرب من, المطلة على."""
        word = self.tokens[index].word
        if not self.has_article(index) or (not self.is_adjective(index) and word.labels & {"person", "source"}):
            return False
        if not self.is_adjective(index) or word.bare.endswith(("ي", "ية", "يين", "يون")):
            return bool(_taken_by(word))
        if word.core in _GOVERN_NOTHING:
            return False
        return word.core.startswith("م") or word.core.removesuffix("ه").removesuffix("ين").removesuffix("ون") in _GOVERNING

    def takes(self, index: int, preposition: str) -> bool:
        """Whether a definite participle is known to take a preposition that its clause may ask for: المسؤولة عن, الموجهة إلى."""
        return preposition in _taken_by(self.tokens[index].word)

    def is_noun(self, index: int) -> bool:
        """Whether counts say that a definite word is a noun and no adjective."""
        return hardly_adjective(self.tokens[index].word)

    def is_accusative(self, index: int) -> bool:
        """Whether a word shows the accusative: tanwin, or an alif that its table form says is one."""
        token = self.tokens[index]
        if "\u064b" in token.raw:
            return True
        word = token.word
        if "country" in word.labels or index in self.placed or index in self.called:  # هانا ماليار
            return False
        return not is_dual(self.tokens, self.parts, self.placed, index) and ends_in_accusative(word, self.parts[index] == NOUN)

    def is_oblique(self, index: int) -> bool:
        """طالب | المسلحين, حررت | بلدتي النهر والبستان: people in ين, or two things with a genitive, are no subject of a verb."""
        word = self.tokens[index].word
        two = word.norm.endswith("ي") and "thing" in word.labels and not word.labels & {"person", "source"}
        if not (word.bare.endswith("ين") or two) or not word.analyses:
            return False
        forms = [found.sense.form for found in word.analyses]
        return all(isinstance(form, NounForm) and form.number in ("d", "p") for form in forms)

    def is_name(self, index: int) -> bool:
        """Whether a word is a proper name: unknown to all tables, without article, and hardly ever written with one."""
        known = self._names.get(index)
        if known is None:
            token = self.tokens[index]
            if self.parts[index] != NOUN or token.kind != WORD or not _may_be_name(token.word):
                known = is_named_like_noun(self.tokens, self.parts, index)
            else:
                known = not (token.word.core.endswith("و") and index + 1 < len(self.tokens) and self.has_article(index + 1))
            self._names[index] = known
        return known

    def is_proper(self, index: int) -> bool:
        """Whether a name ends here: a person's, a place's, a country's, an actor's (حماس), or one in quotation marks."""
        closes = self.tokens[index].kind == SIGN and index in self.layout.opening
        listed = index in self.placed or index in self.named or "country" in self.tokens[index].word.labels
        return closes or listed or self.is_name(index)

    def is_complete(self, index: int) -> bool:
        """Whether a phrase can be whole at a token, so that no genitive follows: definite, an adjective or a name."""
        return self.is_definite(index) or self.is_adjective(index) or self.is_proper(index)

    def is_complete_noun(self, index: int) -> bool:
        """Whether no genitive can follow a known noun: it is definite, a nationality or a name; بلدية | روما takes one."""
        return self.is_definite(index) or self.is_proper(index) or "demonym" in self.tokens[index].word.labels

    def is_title(self, index: int) -> bool:
        """Whether a title or rank stands at a token: الرئيس, وزير, العميد."""
        word = self.tokens[index].word
        listed = word.groups.get("source") in ("title", "rank")
        return listed or (word.article and is_named_official(self.tokens, self.parts, index))

    def _of_group(self, index: int, groups: tuple[str, ...]) -> bool:
        return self.tokens[index].word.groups.get("source", "") in groups

    def is_masdar(self, index: int) -> bool:
        """Whether an indefinite verbal noun stands here, listed or by its shape: مقتل، قصف، تشكيل، إرسال."""
        return self._may_be_masdar(index) and not is_name_like_deed(self.tokens, self.parts, index)

    def _may_be_masdar(self, index: int) -> bool:
        word = self.tokens[index].word
        if self.is_claim_noun(index) or ("masdar" in word.labels and self.parts[index] == NOUN and not self.is_definite(index)):
            return True
        behind_body = index > 0 and self.parts[index - 1] == NOUN and self.is_definite(index - 1)
        if behind_body and is_deed_of_body(self.tokens, index):
            return not self.is_definite(index)
        if self.parts[index] != NOUN or word.labels & {"person", "source", "thing", "country", "adjective"} or index in self.placed:
            return False
        if word.norm in OWN_ARTICLE:
            return True
        if self.is_definite(index) or "trigger" in word.labels:
            return False
        if word.core.startswith("ا") and len(word.core) == 5 and word.core[3] == "ا":
            return word.bare[len(word.conjunction) + len(word.preposition) :].startswith("إ")
        return masdar_shape(word.core) and not self.is_adjective(index)

    def is_definite_masdar(self, index: int) -> bool:
        """Whether a verbal noun with the article stands here: الاضطلاع, المساعدة, التوقف."""
        word = self.tokens[index].word
        if not self.has_article(index) or self.parts[index] != NOUN or word.labels & {"person", "source"}:
            return False
        return self.is_event_noun(index) or (masdar_shape(word.core) and not self.is_adjective(index))

    def is_owned_masdar(self, index: int) -> bool:
        """Whether a verbal noun with a pronoun stands here, by its shape: استمرارها, استقالته, اقتحامهم."""
        return self.is_owned(index) and owned_masdar(self.tokens[index].word.core, self.parts[index] == NOUN)

    def is_his_doing(self, index: int) -> bool:
        """لدى | ترؤسه اجتماعا, لدى | وصول الوفد: a deed, or what has a pronoun and is nobody; not سفيرها لدى | حكومته."""
        word = self.tokens[index].word
        owned = word.bare.endswith(PRONOUN_ENDINGS) and word.labels.isdisjoint(("source", "person", "country", "thing"))
        return self.is_event_noun(index) or (owned and index not in self.placed)

    def is_claim_noun(self, index: int) -> bool:
        """Whether an indefinite noun of event or speech stands here that can open a claim: مقتل، قصف، اعتقال، نفي."""
        word = self.tokens[index].word
        if word.classes.isdisjoint(_CLAIMS) or self.is_participle_cue(index):
            return False
        return any(one.sense.label in ("trigger", "cue") and one.sense.part == "noun" and not one.article for one in word.analyses)

    def is_event_noun(self, index: int) -> bool:
        """A noun of event or speech, definite or not: الهجوم, المساعدة, مقتل; none in a name (هيئة تحرير الشام)."""
        word = self.tokens[index].word
        return index not in self.inside and ("masdar" in word.labels or not word.classes.isdisjoint(_CLAIMS))

    def is_deed_noun(self, index: int) -> bool:
        """القصف, استهداف, بالانسحاب: an event noun, or any verbal noun, with the article or without."""
        return self.is_event_noun(index) or self.is_masdar(index) or self.is_definite_masdar(index)

    def is_participle_cue(self, index: int) -> bool:
        """Whether a reporting participle stands here without the article: مشيرا، مؤكدة; وسائل is no سائل."""
        word = self.tokens[index].word
        told = "cue.participle" in word.classes
        before = self.tokens[max(index - 1, 0)]
        deed = (
            before.word.labels & {"trigger", "masdar"} and not before.word.article and self.parts[before.index] == NOUN
        )  # مقتل | محتجين
        hangs = told and not deed and (self.is_accusative(index) or (index > 0 and before.raw in "،,؛"))
        if not told or (word.labels & {"thing", "source", "person"} and not hangs):  # متحدثة: a woman who speaks too
            return False
        behind = index + 1 if index + 1 < len(self.tokens) else index  # استؤنفت | مجددا، أمس
        again = (word.core == "مجددا" and not self.begins(behind)) or (word.core == "مدينه" and behind in self.placed)
        again = again or (word.core == "مبلغا" and self.tokens[behind].norm in ("من", "ماليا"))
        again = again or (word.core == "مواصله" and self.parts[behind] == NOUN)  # أعلن الجيش | مواصلة القصف
        if again or self.tokens[behind].norm == "باسم" or (self.parts[behind] == VERB and word.bare.endswith(("ين", "ون"))):
            return False
        if not word.bare.endswith(_ADVERBIAL) or self._is_predicate(index):
            return False
        whole = any(not found.conjunction and found.sense.part in ("noun", "closed") for found in word.analyses)
        return any(
            found.sense.part == "participle"
            and not (found.article or found.preposition or found.pronoun)
            and not (whole and found.conjunction)
            for found in word.all("cue")
        )

    def _is_predicate(self, index: int) -> bool:
        """كان موجها, ليس مستغربا, 24 متهما, ناشطين مؤيدين: a participle that says what something was, is counted or described."""
        before, core = self.parts[index - 1] if index else "", self.tokens[index].word.core
        behind = self.tokens[index + 1].norm if index + 1 < len(self.tokens) else "ب"
        quarters = core in ("مقرا", "مقرين") and (before == VERB or not behind.startswith(("ب", "ان")))  # قصفوا | مقرا
        reason = core == "مبررا" and (before == VERB or behind.startswith("ل"))  # لا يرى | مبررا للقاء, رفض | مقترحا بالهدنة
        reason = reason or (core == "مقترحا" and behind.startswith(("ب", "ل")))
        if quarters or reason or (before == NOUN and core in _SIDING and not self.is_definite(index - 1)):
            return True
        if index + 1 < len(self.tokens) and self.is_accusative(index + 1) and self.is_adjective(index + 1):
            return True
        was = before in (AUXILIARY, NUMERAL, THAT, PREPOSITION)  # على | محتجين
        was = was or (before == NEGATION and self.tokens[index - 1].word.core.startswith("ليس"))
        was = was or are_people(self.tokens, self.parts, index)
        return was or (self.tokens[index].word.bare.endswith("ة") and is_said_of(self.parts, index))

    def is_saying(self, index: int) -> bool:
        """Whether a noun of saying with a pronoun stands here: قوله، تأكيدها."""
        word = self.tokens[index].word
        return "cue.noun" in word.classes and any(found.pronoun for found in word.all("cue", "noun"))

    def is_channel(self, index: int) -> bool:
        """Whether a noun names the channel of a statement: بيان، مؤتمر صحفي، تغريدة."""
        return index < len(self.tokens) and "channel" in self.tokens[index].word.labels

    def is_namer(self, index: int) -> bool:
        """Whether a noun asks for a name behind it: any noun without article that is neither adjective nor name itself."""
        token = self.tokens[index]
        if token.norm in ("ل", "ب", "لل") or token.word.labels & {"medium"}:
            return True
        if self.parts[index] != NOUN or self.is_definite(index) or self.is_accusative(index):
            return False
        listed = token.word.labels & {"source", "thing", "person", "masdar", "trigger"}
        return bool(listed) or not (self.is_adjective(index) or self.is_name(index) or token.word.labels)

    def is_countable(self, index: int) -> bool:
        """Whether a noun may be followed by من and a group: a person, a number, a quantity, an anonymous source."""
        labels = self.tokens[index].word.labels
        return bool(labels & {"person", "source", "number", "quantifier", "thing"})

    def is_affiliation(self, index: int) -> bool:
        """Whether a word names where somebody belongs: an organisation, a country, a named place, a place noun."""
        labels = self.tokens[index].word.labels
        body = "source" in labels and ("person" not in labels or self._of_group(index, ("organ", "group")))
        named = index in self.placed or index in self.named or index in self.called or body or bool(labels & {"country", "medium"})
        return named or self.tokens[index].word.core in IN_NAME_OF or self.tokens[index].word.core == _SECTOR

    def is_label(self, start: int, opener: int) -> bool:
        """السفينة | «بلو هورايزن»: words that no table has, in marks, behind a thing."""
        close = self.layout.closing.get(opener)
        if close is None or "thing" not in self.tokens[start].word.labels or opener - 1 != start or not self.is_definite(start):
            return False
        inside = range(opener + 1, close)
        return len(inside) < _LABEL and all(self.parts[k] == NOUN and not self.tokens[k].word.labels for k in inside)

    def is_quoted_name(self, start: int, index: int, close: int) -> bool:
        """محامية الهيئة الفلسطينية «حنان الخطيب»: a person's name in marks behind what he is."""
        named = all(self.is_name(k) or (k > index + 1 and self.has_article(k)) for k in range(index + 1, close))
        head = self.tokens[start].word.labels & {"thing", "trigger", "number", "country"}
        return named and close - index in (2, 3, 4) and self.is_definite(index - 1) and not head

    def opens_deed(self, start: int, index: int) -> bool:
        """السيطرة على المدينة | وإخضاعها, ترك البلاد | والتوجه: a deed behind و does not go on with whom or what a phrase names."""
        labels, word = self.tokens[start].word.labels, self.tokens[index].word
        fights = (getattr(found.sense.entry, "group", "") == "attack" for found in word.all("trigger"))
        fight = "source" in labels and bool(word.article) and any(fights)  # تعزيزات الجيش | والاشتباكات
        named = fight or start in self.placed or (labels & {"person", "thing"} and "source" not in labels)
        if word.labels & {"person", "source", "country", "thing"} or not (named or self._goes_its_own_way(start, index)):
            return False
        return "light.noun" in word.classes or self.is_owned_masdar(index) or self.is_definite_masdar(index)

    def is_land_alone(self, start: int, index: int) -> bool:
        """انتقدت روسيا | خطط واشنطن: a country alone takes no indefinite noun."""
        return index - 1 == start and "country" in self.tokens[start].word.labels and not self.is_name(index)

    def _goes_its_own_way(self, start: int, index: int) -> bool:
        """تطويق العاصمة | والسيطرة عليها, ترك الأماكن | والانتقال إلى البلدة: a deed with a preposition of its own."""
        behind = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if behind is None or self.parts[index + 1] != PREPOSITION:
            return False
        body = "source" in self.tokens[start].word.labels and "trigger" not in self.tokens[index].word.labels  # للجماعة | والسيطرة
        return any(found.pronoun for found in behind.word.analyses) or (behind.norm in ("علي", "الي") and not body)

    def may_be_surname(self, index: int) -> bool:
        """عبد الفتاح البرهان, عبد الملك الحوثي: behind عبد and its genitive, a word that no table has, or a nisba."""
        word = self.tokens[index].word
        return not word.labels or (word.labels <= {"demonym", "people", "person", "source"} and word.bare.endswith("ي"))


def _may_be_name(word: Word) -> bool:
    """Whether a form may be a proper name: unknown to all tables, without article, and hardly ever written with one."""
    known = word.nameable
    if known is None:
        known = word.nameable = _could_be_name(word)
    return known


def _could_be_name(word: Word) -> bool:
    if word.labels or word.article:
        return word.bare == _ALI
    if word.core in _GIVEN:
        return True
    if word.core.endswith("و") and frequency(word.core[:-1] + "ين") + frequency("ال" + word.core[:-1] + "ين") > KNOWN:
        return False
    return looks_like_name(word.core)


@remembered(10_000)
def _taken_by(word: Word) -> frozenset[str]:
    """The prepositions that a participle is known to take, in whatever gender and number."""
    masculine = word.core.removesuffix("ه")
    forms = {word.core, *(masculine.removesuffix(end) for end in ("", "ين", "ون", "ات"))}
    return frozenset(preposition for preposition, known in _TAKES.items() if not forms.isdisjoint(known))
