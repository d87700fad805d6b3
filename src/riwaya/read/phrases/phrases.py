"""Noun phrases without a parse: where a phrase that begins at a token ends.

What holds a phrase together is agreement and definiteness; what ends it is a verb, a complementiser, a time, a channel,
a masdar after a phrase that is already complete (أعلن الجيش | مقتل), a preposition that the governing verb asks for.
"""

from __future__ import annotations

from riwaya.lang.ar.parts import DEMONSTRATIVE, NOUN, NUMERAL, PREPOSITION, QUANTIFIER
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.phrases.called import SOLE, WINGS
from riwaya.read.phrases.compass import PROVINCES
from riwaya.read.phrases.envoys import OWNED_BY, WHEREABOUTS
from riwaya.read.phrases.manners import APART, SHORT, SUBJECT, Manner, alone
from riwaya.read.phrases.names import LABEL, PEOPLE_ENDS
from riwaya.read.phrases.pointing import Pointing
from riwaya.read.phrases.special import is_special, leads
from riwaya.read.text.layout import dotted
from riwaya.read.words.nominals import IN_NAME_OF, NOT
from riwaya.read.words.parts import SIGN_PART

_LONGEST = 24
_IN_HIS_NAME = word_list("in somebody's name")
_IN_CHARGE = {"علي": word_list("in charge على"), "عن": word_list("in charge عن")}  # المشرف على المستشفى
_COUNTING = frozenset({NUMERAL, QUANTIFIER})
_PLACING = frozenset({"في", "علي", "بين", "داخل", "ضد"})
_ENVOYS, _LOADED_WITH = word_list("sent to somewhere"), ("محمل", "مزود", "مجهز", "مدجج", "مكتظ")
_OFTEN = ("مرات", "مره", "مرتين")  # قصفوا القرية | مرات عدة
_BACKED = ("مدعوم", "مقرب", "مءلف", "مؤلف", "مكون")  # فصائل مدعومة | من دولة مجاورة, القوة المؤلفة | من ألف جندي
_PARTS = word_list("part of a whole")  # جزء كبير | من المدينة, مزيد | من التعزيزات
_ABBREVIATED = frozenset({"د", "م", "ا"})  # doctor, engineer, professor
_DEPUTIES = frozenset({"نائب", "مساعد", "وكيل"})
SOCIETIES, _FOR, _LED, _OUTLETS = map(word_list, ("society", "stands for somebody", "led", "outlet of somebody"))


class Phrases(Pointing):
    """The noun phrases of one document."""

    def end(self, start: int, limit: int, manner: Manner = SUBJECT) -> int:
        """The token after the noun phrase that begins at ``start``; never beyond ``limit``."""
        limit = min(limit, start + _LONGEST)
        asked = (start, limit, manner.stops, manner.split, manner.attach, manner.join, manner.apposed)
        end = self._ends.get(asked)
        if end is None:
            end = self._ends[asked] = self._reach(start, limit, manner)
        return end

    def _reach(self, start: int, limit: int, manner: Manner) -> int:
        """The token after the phrase, found step by step."""
        index = start + 1 if self.parts[start] != PREPOSITION else start
        close = self.layout.closing.get(start)
        if close is not None and close - start < LABEL and close < limit:
            index = close + 1
        called = self.called
        index = self.past_called(start, index, limit) if called else index
        while index < limit and (following := self._step(start, index, limit, manner)) != index:
            index = self.past_called(index, following, limit) if called else following
        if index + 2 >= limit or self.layout.norms[index] not in WINGS:
            return index
        return self.end(whose, limit, APART) if (whose := self.whose_wing(start, index, limit)) else index

    def _step(self, start: int, index: int, limit: int, manner: Manner) -> int:
        """The token up to which the phrase goes on; the same token where it ends."""
        token, part = self.tokens[index], self.parts[index]
        if index in self.dated or self.is_cut_off(index) or (index in self.beyond and self.is_behind_called(index)):
            return index
        if token.norm == "اليوم" and self._of_group(start, ("media",)):  # صحيفة المصري | اليوم
            return index + 1
        if part == SIGN_PART:
            letter = token.raw in "./" and (self.tokens[index - 1].norm in _ABBREVIATED or dotted(self.tokens, index))
            return index + 1 if letter and index + 1 < limit and self.begins(index + 1) else self.past_sign(start, index, limit)
        if part == PREPOSITION:
            return index if self.is_other_hand(index) or self.is_left_over(index) else self._attached(start, index, limit, manner)
        if part == DEMONSTRATIVE or token.norm == NOT:
            return self.end(index, limit, manner) if self.owns_before(index, limit) else self.past_pointer(index, limit)
        if part not in (NOUN, NUMERAL, QUANTIFIER):
            return self.past_lack(index, limit)
        if token.word.conjunction:
            return index + 1 if manner.join and self._joins(start, index) else index
        if part != NOUN and (counted := self.past_count(start, index, manner.split)) is not None:
            return counted
        if self.parts[index - 1] == NUMERAL and part == NOUN and not token.word.preposition:
            other = self.is_noun(index) or (token.word.bare.endswith("ة") and not self.is_adjective(index))  # نظم المئات | وقفة
            return index if (self.is_crowd(index - 1) and other) or self.is_past_number(start, index) else index + 1
        return index if self._breaks(start, index, manner) else index + 1

    def _attached(self, start: int, index: int, limit: int, manner: Manner) -> int:
        """A preposition and its phrase, where it belongs to the noun: مصدر في الشرطة, مسؤول من قبيلة."""
        core = self.tokens[index].word.core
        if core in _IN_HIS_NAME or self.suspects(index) or self.is_owner(index):
            return index + 1
        if (own := self._governed(start, index, limit, manner)) is not None:
            return own
        of_them = self.at_least_of(start, index)
        more = self.end(of_them, limit) if of_them > index else self.past_more(start, index, limit)
        if more > index:
            return more
        inner = index + 1
        asked = (core in manner.stops and not (core == "من" and self.is_partitive(start, index))) or self.is_said_on(core, inner)
        if inner >= limit or not manner.attach or asked or self.tokens[inner].norm == "اجل":  # التخلي عن مناطق | من أجل نقل القوات
            return index
        if core == "في" and self.layout.norms[inner : inner + 2] in (["واحد", "من"], ["القريب", "العاجل"]):
            return index  # أضافت المنظمة | في واحد من تقاريرها, يزور المحافظة | في القريب العاجل
        if core == "باسم":  # شن عملية ضد الحزب | باسم «المخلب»
            if self._of_group(start, ("organ", "group")) and inner in self.layout.closing:
                return index
            return self.end(inner, limit, alone(manner)) if self._opens(inner) else index
        if not self._may_attach(start, index) or not self._opens(inner):
            return index
        same = self.tokens[inner].word.core in ("نفس", "ذات") and "timeword" in self.tokens[min(inner + 1, limit - 1)].word.labels
        if same or self.is_setting(inner) or self.tokens[inner].word.labels & {"timeword", "switch"}:
            return index
        inner += self.tokens[inner].norm == "اصل" and self.parts[inner + 1 : inner + 2] == [NUMERAL]  # 18 مسيرة من أصل | 24
        end = self.end(inner, limit, alone(manner))
        vague = core == "في" and self.is_definite(index - 1) and not any(self.is_complete(k) for k in range(inner, end))
        return index if vague else end

    def _governed(self, start: int, index: int, limit: int, manner: Manner) -> int | None:
        """The end of what a participle or office takes with a preposition of its own: المسؤولة عن الملف, المشرف على المستشفى."""
        inner, core, first = index + 1, self.tokens[index].word.core, self.tokens[start].word.core
        if inner >= limit or not self.begins(inner) or self.is_said_on(core, inner):
            return None
        governed = index - 1 > start and self.governs(index - 1)
        if governed and (core in manner.stops or not self.is_adjective(index - 1) or self.is_opposition(index - 1)):
            governed = self.takes(index - 1, core)
        governed = governed or (index - 1 > start and self.takes_too(start, index - 1, core))
        defends = core == "عن" and first in SOCIETIES and self.tokens[index - 1].norm.endswith(("لدفاع", "مدافعه"))
        deputy = index - 1 == start or self.tokens[index - 1].norm == "النائب"
        deputy = deputy and self.tokens[index - 1].word.core in _FOR
        sent = not deputy and first in _FOR and self.is_sent_by(inner) and ("عن" not in manner.stops or self.that_comes(inner))
        stands_for = core == "عن" and manner.attach and (deputy or sent)
        backed = core == "من" and index - 1 > start and self.tokens[index - 1].word.core.startswith(_BACKED)
        backed = backed or (index - 1 > start and self.is_informed(index))
        led = core in _LED and self._of_group(start, ("organ", "group"))  # التحالف | بقيادة الدولة
        if defends or stands_for or backed or led or governed:
            return self.end(inner, limit, alone(manner))
        envoy = (core == "الي" and first in _ENVOYS) or (core == "بشان" and self.is_special_envoy(start, index))
        if envoy and inner in self.placed:
            return self.envoy_end(start, inner, self.end(inner, limit, alone(manner)), limit)
        if manner.attach and index - 1 == start and first in _IN_CHARGE.get(core, ()):
            end = self.end(inner, limit, alone(manner))
            return end if self.that_comes(end) else None
        return None

    def _may_attach(self, start: int, index: int) -> bool:
        """Whether the preposition at a token may join to the noun before it: a place, a group that he is one of."""
        token = self.tokens[index]
        core = token.word.core
        before = self.tokens[index - 1].word
        some = before.core in _PARTS or (before.conjunction and self.parts[index - 1] in (NUMERAL, QUANTIFIER))
        if core == "من" and (index - 1 == start or before.conjunction) and some:  # الحي | وجزء من المدينة, القائد | وثلاثة من حراسه
            return True
        during = core == "لدي" and self.is_his_doing(index + 1)
        if during or (core in ("من", "في") and self._is_no_group(start, index + 1, core)):
            return False
        told = self.is_whole_name(start, index - 1) or self.is_of_side(index - 1)  # القيادي الحوثي | في المقابلة
        if core in _PLACING and (told or self.are_fates(core, index + 1)):
            return False
        if core == "في" and index - 1 == start and self.parts[start] == NUMERAL:  # قتل خمسة | في مدن أخرى
            return self.tokens[index + 1].norm in ("المئه", "المائه")
        if core == "في" and self.is_owned(index + 1) and self._of_group(start, ("organ", "group", "media")) and index - 1 > start:
            return False
        if core == "من":
            counted = not _COUNTING.isdisjoint((self.parts[start], self.parts[index - 1]))
            more = self.tokens[start].word.core == "اكثر" and (index - 1 == start or self.parts[start + 2] == NUMERAL)
            body = self._of_group(start, ("organ", "group")) and (self.has_article(start) or index - 1 > start)
            counted = counted or self.is_partitive(start, index) or self.tokens[start].word.core in _PARTS
            return counted or more or (self.is_countable(start) and not body and not self.from_sides(index))
        return core in ("في", "لدي", "ضد", "علي", "بين", "داخل") and token.norm == core

    def _is_no_group(self, start: int, inner: int, core: str) -> bool:
        """خشي السكان | من عودة القتال, طلب القائد | من جنوده: an event, or a leader's own people, is nothing that he is one of.

        A body that is called like a deed is (ضابط | في الدعم السريع).
        """
        event = self.is_event_noun(inner) or (core == "من" and self.tokens[inner].word.core == "محاوله")
        event = event or (core == "في" and (self.is_masdar(inner) or "trigger" in self.tokens[inner].word.labels))
        event = event and inner not in self.called
        if event and core == "في" and (self.parts[start] == NUMERAL or self.is_how_hit(start, inner - 1)):
            return True
        if event and not self.tokens[inner].word.labels & {"person", "source", "thing"}:
            return core == "من" or self.is_title(start) or self.has_article(start) or self.is_complete_noun(inner - 2)
        office = self.is_title(start) and self.has_article(start)
        sole = self.tokens[start].word.core in SOLE and (core == "من" or (inner - 2 == start and self.is_no_seat(inner)))
        return office and (self.is_owned(inner) or sole)

    def _joins(self, start: int, index: int) -> bool:
        """A coordinated noun: not a masdar that opens a new claim, not an adverb or participle."""
        token = self.tokens[index]
        if self.is_participle_cue(index) or (self.is_claim_noun(index) and not self.is_claim_noun(start)):
            return False
        if self.is_owned(index) and token.word.labels & {"trigger", "masdar"} and "person" not in token.word.labels:
            return False  # تمشيط المنطقة | وتأمينها
        if self.opens_deed(start, index) or token.word.core in ("مقره", "مقرها", "عددهم", "عددها") or self.goes_over(start, index):
            return False
        led = (token.word.preposition and token.word.labels & {"basis", "measure"}) or self.is_help(index)  # القوات | وبالتنسيق مع
        return not (led or self.is_other_means(start, index) or "timeword" in token.word.labels)

    def _breaks(self, start: int, index: int, manner: Manner) -> bool:
        """Whether the noun at a token begins another phrase."""
        token, before = self.tokens[index], self.tokens[index - 1].word
        special = is_special(token.word) or leads(before) or index in self.named
        on = (special and self.goes_on_here(index)) or self.is_called_like_a_deed(start, index)
        if on or self.is_land_of_seat(start, index) or self.is_how_many(start, index):
            return False
        if index in self.placed and index - 1 in self.placed and not token.word.conjunction:
            return index in self.seats and (start in self.placed if "direction" in token.word.labels else manner.split)
        if preposition := self.preposition_of(token):
            return self._preposition_breaks(start, index, preposition, manner)
        told = "medium" in token.word.labels and self.is_adjective(index - 1) and not self.is_definite(index - 1)
        told = told and self._of_group(start, ("anonymous", "rank"))  # مصدر طبي | فرانس برس
        if told or (special and self.ends_here(start, index)) or self.is_told(start, index) or self.is_past_name(index):
            return True
        if manner.split and ((index in self.placed and self.leaves_place(start, index)) or self.is_site_behind(start, index)):
            return True
        if (manner.split or self._of_group(start, ("group",))) and self.is_parted(start, index):
            return True
        if self.is_definite(index):
            return self.belongs_to_counted(start, index) or self._definite_breaks(start, index, manner)
        if self.is_accusative(index) and not self.is_accusative(start) and not self.hides_case(start, index):
            return not (self.parts[start] == NUMERAL and self.is_accusative(index - 1) and self.is_adjective(index))
        if not self.is_masdar(index):
            return self.is_behind_counted(start, index) or self._indefinite_breaks(start, index, manner)
        whole = self.is_complete(index - 1) and not self.is_construct_adjective(index - 1)
        whole = whole or self.is_given_name(start, index - 1) or "medium" in self.tokens[index - 1].word.labels
        whole = whole or self.is_name_behind_name(start, index - 1)
        return (whole and not self.ends_full_name(start, index)) or self._indefinite_breaks(start, index, manner)

    def _indefinite_breaks(self, start: int, index: int, manner: Manner) -> bool:
        """An indefinite noun: a genitive or adjective behind an indefinite one, a name behind a title, else another phrase."""
        labels = self.tokens[index].word.labels
        arrives = self.is_ranked(index) or self.is_state_behind_name(start, index) or self.arrives_there(start, index)
        arrives = arrives or (index - 1 in self.placed and self.is_predicate(start, index))
        past = not manner.apposed and self.is_past_nun(index) and not self.is_leaders_name(start, index)
        past = past and not self.is_name_of_two(start, index)
        if arrives or past or (self.may_be_name(index - 1) and self.is_gift(index)):
            return True
        if self.is_proper(index - 1):
            deed = "trigger" in labels and (not self.is_name(index - 1) or self._of_group(start, ("organ", "group")))
            noun = bool(deed or labels & {"country", "person", "source", "thing"}) or self.is_land_alone(start, index)
            other = (noun or self.is_beside_name(start, index)) and not self.is_adjective(index)
            other = other and not self.is_apposed_title(start, index)
            return manner.split and (other or (self.is_name(index - 1) and self.is_inflected_adjective(index)))
        if self.is_definite(index - 1):
            if manner.apposed and self.is_title(index) and (self.is_title(start) or self.is_name(start)):
                return False  # نائب رئيس الوزراء | وزير الخارجية قال
            people = "person" in labels and self.tokens[index].word.bare.endswith(PEOPLE_ENDS)
            if people or self.tokens[index].norm in _OFTEN or labels & {"attitude", "emotion"} or self.is_predicate(start, index):
                return True
            if self.is_name(index) or "country" in labels or self.is_given_name(start, index):
                return manner.split and ("country" in labels or not self.takes_name(start, index))
            if manner.split and self.is_title(index) and not self.is_apposed_title(start, index):
                return True
            apart = (manner.split and self.is_behind_noun(index)) or bool(labels & {"person", "thing", "channel"})
            kin = "person" in labels and any(behind.word.article for behind in self.tokens[index + 1 : index + 2])  # شقيق المسلح
            return apart and (kin or not self.is_adjective(index) or bool(labels & {"thing", "trigger"}))
        named = self.is_name(index) and self.is_given_name(start, index - 1)  # الشاب سعيد | نصار
        deputy = self.is_title(index) and self.tokens[index - 1].word.core in _DEPUTIES
        named = named or deputy  # دعا سالم حمدان نائب | رئيس المجلس إلى
        whose = index - 1 == start and self.is_title(start)  # حذر حاكم | خاركيف من
        whose = whose or self.is_drone(start, index) or self.is_bound(index - 1)
        whose = whose or (index - 1 == start and "person" in self.tokens[start].word.labels)  # قتل مدني | كفيف في القصف
        if named or whose or not manner.split or not self.is_adjective(index - 1):
            return False
        describes = (self.is_adjective(index) and not self.is_head(index)) or self.is_nisba(index) or self.is_accusative(index)
        known = bool(labels) or self.is_beside_adjective(start, index)
        other = index - 1 > start and not describes and known and not self.is_named_in_full(start, index)
        return (self.is_name(index) and not self.is_accusative(index)) or other

    def _definite_breaks(self, start: int, index: int, manner: Manner) -> bool:
        """A definite noun: a genitive behind an indefinite one, an adjective behind a definite one, else another phrase."""
        nun = not manner.apposed and not self.is_definite(index - 1) and self.has_nun(index - 1)
        nun = nun or (self.tokens[index].norm == "الاخر" and self.tokens[index - 1].norm in ("طرف", "جانب"))  # اتهم كل طرف | الآخر
        if nun or self.is_behind_man(start, index) or self.is_behind_whole_name(start, index):
            return True
        if index - 2 >= start and self.parts[index - 2] == NUMERAL and self.is_counted_whole(index - 1):
            return True
        if (manner.split and not self.is_kind(index)) and (
            self.is_of_several(start, index) or self.is_other_gender(start, index) or self.is_named_person(start, index)
        ):
            return True
        named = index > start + 1 and (self.tokens[index - 2].word.core == "عبد" or self.is_first_name(start, index - 1))
        if (named and self.may_be_surname(index)) or self.is_family_of(start, index) or self.is_of_same_men(index):
            return False
        described = (self.is_adjective(index) and not self.is_owned(index)) or self.is_of_side(index) or self.is_recognised(index)
        if manner.apposed or described or self.tokens[index - 1].word.core in ("ذات", "نفس", "عبد"):
            return False
        bound = self.is_construct_adjective(index - 1)  # طائرات مجهولة | الهوية
        if not bound and (self.is_proper(index - 1) or self.is_given_name(start, index - 1)):
            return self._ends_name(start, index, manner)
        if index - 1 > start and "medium" in self.tokens[index - 1].word.labels and not self.has_article(index - 1):
            return True
        if not self.is_definite(index - 1):
            nisba = (
                manner.split and index - 1 == start and self.is_bare_nisba(start)
            )  # زار بخاري | الكاميرون, طالب بخاري | المسلحين
            if nisba and ("country" in self.tokens[index].word.labels or self.has_nun(index)):
                return True
            return index - 1 > start and self.is_adjective(index - 1) and not self.takes_genitive(index - 1)
        return self._is_other_noun(start, index, manner)

    def _ends_name(self, start: int, index: int, manner: Manner) -> bool:
        """Whether a definite noun behind a name is another phrase: no surname, no title of the one named."""
        labels = self.tokens[index].word.labels
        if not self.has_article(index):
            return not self.tokens[index].word.bare.endswith("ائي")
        if manner.split and self._of_group(start, ("group",)) and index - 1 in self.named and not labels:
            return True  # تنظيم داعش | العبادي
        land = index - 1 == start and ("country" in self.tokens[start].word.labels or start in self.named)  # طالبان | السفير
        if manner.split and self.is_title(index) and (land or self.is_land(start, index)):
            return True
        if "trigger" in labels or self.tokens[index].word.core in WHEREABOUTS:
            return manner.split or self.has_article(index)
        person = index - 1 not in self.placed and "country" not in self.tokens[index - 1].word.labels
        if person and self.is_no_surname(index):
            return True
        unlisted = labels <= {"homograph"} or (labels <= {"cue"} and self.tokens[index].word.bare.endswith("ي"))
        surname = index - 2 == start and self.is_surname_in_ya(start, index)
        if surname or self.is_title(index) or (unlisted and (person or not self.is_noun(index))):
            return False
        people = "person" in labels and not self.tokens[index].word.bare.endswith("ي")  # سيرغي بوبكو | السكان
        return manner.split or people or self.is_noun(index)

    def _is_other_noun(self, start: int, index: int, manner: Manner) -> bool:
        """A definite noun behind a definite noun: no genitive, so another phrase, unless it is an adjective or a name."""
        if not self.has_article(index) or self.is_kind(index):
            his = self.has_article(index - 1) and self.is_title(index - 1) and not self.is_name(index)  # أبلغ الرئيس | ضيفه
            his_man = self.is_owned(index) and (self.is_title(index) or his)
            return his_man or self.is_set_off(index) or not (self.is_title(index - 1) or self.is_kind(index))
        labels = self.tokens[index].word.labels
        if self.is_styled(start, index) or self.attacks(index):
            return False
        if labels & {"trigger", "thing"} and self.is_definite(index - 1):
            return True
        if self.is_nisba(index) and self.is_title(start) and all(self.is_adjective(k) for k in range(start + 1, index)):
            return index - 1 == start and self.is_noun(index)
        if self.is_title(index - 1):
            other = labels & {"source", "person"} or self.is_common(index)  # رفض الرئيس | الشروط
            return self.is_noun(index) and bool(other) and not self.is_branch(index)
        other = bool(labels & {"person", "source", "country", "thing"}) and not self.are_of_nation(index)
        masdar = self.is_definite_masdar(index) and not self.tokens[index].word.core.startswith("م")  # الهيئة | المدافعة عن العمال
        deed = self.is_noun(index) or masdar  # رفع نائب رئيس المجلس الوطني | الشكر للجنود
        return (manner.split and other) or (deed and self.has_article(index - 1))

    def _preposition_breaks(self, start: int, index: int, preposition: str, manner: Manner) -> bool:
        """A word with a written-on preposition: an affiliation belongs to whoever stands before it, else it ends the phrase."""
        labels = self.tokens[index].word.labels
        if manner.apposed and preposition != "ك":
            return self.is_help(index)
        if not manner.attach or preposition == "ك":
            return True
        if preposition == "ب" and "ب" in manner.stops and self.is_praised(start, index):
            return True
        if self._belongs(start, index, preposition):
            return False
        if preposition in manner.stops or (preposition == "ل" and self.is_charge(start, index)):
            return True
        return preposition == "ل" and self.serves_nobody(start, index, labels)

    def _belongs(self, start: int, index: int, preposition: str) -> bool:
        """مصدر | بالشرطة, مخزن تابع | للجماعة: to what somebody or something belongs."""
        if preposition == "ل":
            own = self.tokens[index - 1].word.core.startswith(tuple(OWNED_BY)) or self.heads_body(start, index)  # التابع | للجيش
            foes = self.tokens[index].word.core == "عدو" and not self.has_article(index - 1)  # دبابتين | للعدو
            own = own or foes or self.serves_marked(start, index)  # القوة البرية | لـ«الحرس»
            return own or (self.tokens[start].word.core in _OUTLETS and self.is_adjective(index - 1))
        loaded = index - 1 > start and self.tokens[index - 1].word.core.startswith(_LOADED_WITH)
        core = self.tokens[index].word.core
        charged = core == "اعمال" and self.tokens[index - 1].word.core.endswith(("قائم", "قائمين"))
        tied = index - 1 > start and self.tokens[index - 1].word.core.startswith("مرتبط") and not self.has_article(index - 1)
        own = loaded or charged or tied or core in PROVINCES or self.is_tied_with(start, index)
        return preposition == "ب" and (own or self._affiliates(start, index))

    def _affiliates(self, start: int, index: int) -> bool:
        """مصدر بالشرطة, المتحدث باسم الجيش, مدير المستشفى بعدن: a person or office and where it belongs."""
        word, first = self.tokens[index].word, self.tokens[start].word
        headed = first.labels & {"source", "person"} and word.norm != "بالقوه" and not self.is_allied(index)
        other = self.is_title(index) and not word.bare.endswith("ة")  # التقى الوفد | بالعاهل, مدير | بمحافظة عدن
        if not headed or other or "trigger" in word.labels or not self.is_affiliation(index):
            return False
        if first.core not in SOLE and (index in self.named or index in self.called):  # قيادي | بحماس
            return True
        office = word.core == "حكومه" or self._of_group(start, ("title", "rank", "anonymous"))  # وزارة الصحة | بحكومة الوحدة
        known = self.has_article(index) or word.core in IN_NAME_OF or index in self.placed
        return known or (office and self._is_his_body(index))

    def _is_his_body(self, index: int) -> bool:
        """المتحدث | بشرطة المدينة | الرائد سالم: a named body with ب behind an office, if a name or what is told is to come."""
        body = self._of_group(index, ("organ", "group", "media")) or self.tokens[index].word.core == "قطاع"
        if self.is_name(index - 1) or not body or index + 1 >= len(self.tokens):
            return False
        if not (self.is_definite(index + 1) or self.is_proper(index + 1)):
            return False
        end = self.end(index, len(self.tokens), SHORT)
        behind = end + 1 if end < len(self.tokens) and self.tokens[end].raw in "،," else end
        named = behind < len(self.tokens) and (self.is_title(behind) or self.is_name(behind))
        if end + 1 < len(self.tokens) and self.layout.norms[end] in _PLACING:  # مسؤول | بقطاع الصحة | في المدينة بمقتل
            end = self.end(end + 1, len(self.tokens), SHORT)
        told = end < len(self.tokens) and self.preposition_of(self.tokens[end]) in ("ب", "") and self.is_event_noun(end)
        return named or told or self.that_comes(end)
