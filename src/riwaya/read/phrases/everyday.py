"""Common nouns that no table knows, behind whoever does something: what counts say is nobody's name begins another phrase."""

from __future__ import annotations

from riwaya.lang.ar.forms import everyday
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, QUANTIFIER, VERB
from riwaya.lang.ar.thing_groups import HITTABLE, SITES, WEAPONRY
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import group_of
from riwaya.read.phrases.called import Called
from riwaya.read.text.tokens import DASHES, SIGN

_GIVEN, _ONE_MAN = word_list("given name"), word_list("one man who acts")
_OPERATIONS = ("عمليه", "حمله", "سلسله", "هجمه", "محاوله")
_DOERS = ("منفذ", "مخطط", "مدبر")
_ARRIVING = frozenset({"person", "source", "thing"})
_SIDES, _TURN, _WHEN = ("جهه", "ناحيه", "جانب"), 3, word_list("setting turn")
_OTHER_SIDES = ("اخري", "اخر", "ثانيه", "ثان")
_PLACES, _SIZES = word_list("place in a rank"), word_list("by which it ranks")
_BRANCHES = word_list("branch behind a rank")
_TAKING_PART = ("مشاركون", "مشاركين", "مجتمعون", "مجتمعين")
_SHORT_NAME, _OF_KIND = 4, 2
"""So many tokens a short name in brackets has with them; so far behind arms (قذيفة | هاون | المصنع) stands what they hit."""
_TWO_NAMES, _OF_THEM = 4, 3
_NO_PLACE = frozenset({"demonym", "adjective", "direction"})
_OF_NAMES = frozenset({"demonym", "homograph", "adjective"})
_INFLECTED = ("ة", "ي", "ين", "ون", "ات")

_RANKS = ("اخر", "احدث", "اول", "اولي", "اكثر")


class Everyday(Called):
    """The common nouns of one document that stand behind a name, a title or an adjective."""

    def is_cut_off(self, index: int) -> bool:
        """انتزعت قوات هادي | آخر حصونهم: what befell somebody, or a word of rank behind what is definite, is no part of it."""
        return index in self.befallen or (self.tokens[index].norm in _RANKS and self._ranks_next(index))

    def _ranks_next(self, index: int) -> bool:
        """شن التنظيم | أول هجوم, عقد المركز | أكثر من ندوة; not الجندي | أول."""
        if index + 1 >= len(self.tokens):
            return False
        behind, norm = self.tokens[index + 1], self.tokens[index].norm
        opens = (self.parts[index + 1] == NOUN and not behind.word.article) or (behind.norm == "من" and norm == "اكثر")
        whole = self.is_name(index - 1) or self.is_name(index - 2) or self.is_definite(index - 1)
        soldier = norm == "اول" and ("person" in self.tokens[index - 1].word.labels or self.is_title(index - 1))
        return opens and whole and not soldier

    def is_common(self, index: int) -> bool:
        """Whether counts say that a word is a common noun and nobody's name: سياسة, موقف, الجريمة."""
        word = self.tokens[index].word
        return word.core not in _GIVEN and everyday(word.core)

    def is_no_man(self, index: int) -> bool:
        """قوات الاحتلال | أدهم نصار, جهاز المخابرات | سامر: a deed or a body, of which no name says who it is."""
        labels = self.tokens[index].word.labels
        return "person" not in labels and ("trigger" in labels or self._of_group(index, ("organ", "group")))

    def takes_name(self, start: int, index: int) -> bool:
        """Whether a name may follow as apposition: behind a title or person, unless an indefinite adjective says "a, some"."""
        if any(
            self.is_adjective(k) and not self.is_definite(k) and not self.is_construct_adjective(k) for k in range(start + 1, index)
        ):
            return False
        if self.is_behind_title(start, index) or self.is_whose(start, index - 1):
            return True
        whose = self.has_article(start) or (self.has_article(index - 1) and self.is_no_man(index - 1))
        body = whose and self._of_group(start, ("media", "organ", "group"))  # القناة | أسماء الضحايا, قوات الاحتلال | أدهم نصار
        return bool(self.tokens[start].word.labels & {"source", "person"}) and not body

    def is_ranked(self, index: int) -> bool:
        """استعادت القوات | ثاني أكبر مدن البلاد: the second or third of its kind in size, no part of who does something.

        حلب ثاني أكبر مدن البلاد: behind a place it says which that is.
        """
        norms = self.layout.norms
        if norms[index] not in _PLACES or index - 1 in self.placed:
            return False
        return index + 1 < len(norms) and norms[index + 1] in _SIZES

    def is_beside_name(self, start: int, index: int) -> bool:
        """رفضت واشنطن | شروط الهدنة, انتقد أوباما | سياسة البلاد, نفى تنظيم «النور» | توقف المحادثات: no part of the name.

        Behind the name of a place of which the phrase tells more than the name, or behind a first name alone, it may be one.
        """
        before = index - 1
        if not self.is_common(index):
            return False
        if self.tokens[before].kind == SIGN:
            return index + 1 >= len(self.tokens) or not self.is_name(index + 1)  # الأمين العام لـ«الحزب» | حسن نصرالله
        if before in self.placed:
            return before == start
        return before in self.named or (before > start and self._has_genitive(index))

    def _has_genitive(self, index: int) -> bool:
        """سلامة | الطيارين, دور | موسكو, فكرة | إقامة حلف: a definite noun, a place or a deed right behind a noun."""
        behind = index + 1
        if behind >= len(self.tokens) or self.tokens[behind].word.conjunction or self.preposition_of(self.tokens[behind]):
            return False
        return behind in self.placed or self.is_masdar(behind) or self.has_article(behind)

    def leaves_place(self, start: int, index: int) -> bool:
        """قوات المعارضة السورية | دمشق, مقاتلو حركة طالبان | قندوز: behind its adjective or name no place is part of a body's name.

        القوات المسلحة السعودية, رئيس الحزب الكردي صلاح الدين ديمرتاش: an adjective that names a land too, a man named like a place.
        """
        word, before = self.tokens[index].word, index - 1
        behind = index + 1
        if word.labels & _NO_PLACE or (behind < len(self.tokens) and (behind in self.placed or self.is_name(behind))):
            return False
        if before == start or not (self.is_adjective(before) or index in self.beyond):
            return self.is_town_behind_office(start, index)
        return self.is_definite(before) or index in self.beyond

    def is_site_behind(self, start: int, index: int) -> bool:
        """هاجم مسلح | مركز الشرطة, اقتحم 20 مستوطنا | منزل العائلة, هاجم رجال قبائل | مواقع الجيش: a place or vehicle behind men.

        One man, those counted, and several whose kind is told have none as genitive; قائد معسكر, سكان قرية have one.
        """
        before = index - 1
        if (self.tokens[before].word.core in _ONE_MAN and self._is_his(index)) or self._is_object_of_many(index):
            return True  # قتل رجل | زوجته
        if self.tokens[index].word.core in _OPERATIONS and not self.is_definite(
            before
        ):  # نفذ شاب | عملية طعن, not منفذ عملية الطعن
            doer = self.tokens[before].word
            return "person" in doer.labels and not self.is_title(before) and not doer.core.startswith(_DOERS)
        if not self._is_site(index) or self.is_definite(index):
            return False
        if self.tokens[before].word.core in _ONE_MAN:
            return not self.is_definite(before)
        if self._tells_leader(before):
            return True
        if before == start:
            return False
        if self.parts[before - 1] == NUMERAL and self.is_counted_whole(before):
            return True
        bare = not self.tokens[before].word.labels or self._are_men(before)
        bare = bare and not self.tokens[before].word.conjunction
        return bare and self._are_men(start) and not (self.is_definite(before) or self.is_adjective(before))

    def _is_object_of_many(self, index: int) -> bool:
        """هاجم الحوثيون | السعودية, يقدم الخبراء | المشورة: what is feminine and single is no adjective of people in ون or اء.

        اقتحم المستوطنون | الأقصى: nor is the mosque.
        """
        before, word = self.tokens[index - 1].word, self.tokens[index].word
        if word.norm == "الاقصي" and index in self.placed:
            return "person" in before.labels and before.article
        alone = before.bare.endswith("ون") or (
            before.bare.endswith("اء") and NOUN not in self.parts[max(0, index - 2) : index - 1]
        )  # رئاسة الوزراء | التركية
        people = alone and before.article and "person" in before.labels
        return people and word.article and word.bare.endswith("ة") and self.parts[index] == NOUN

    def _is_his(self, index: int) -> bool:
        """زوجته, شقيقه: somebody with a pronoun that says whose."""
        somebody = self.tokens[index].word.find("person")
        return somebody is not None and bool(somebody.pronoun)

    def _tells_leader(self, index: int) -> bool:
        """قوات التحالف بقيادة | أميركية: an adjective behind the noun of leading."""
        return self.tokens[index - 1].norm == "بقياده" and self.is_adjective(index) and not self.is_definite(index)

    def is_behind_title(self, start: int, index: int) -> bool:
        """مقر الرئيس | سامر, مواقع للرئيس السابق | سامر: a title before a name, with what he is now between."""
        before = index - 1
        if self.is_title(before):
            return True
        while before > start and self.has_article(before) and (self.is_adjective(before) or not self.tokens[before].word.labels):
            before -= 1
        if before > start and self.tokens[index - 2].norm == "عبد":  # الرئيس سامر عبد الله | صالح
            return True
        return self.is_title(before) and self.has_article(before)

    def _is_governed(self, index: int) -> bool:
        """عدد من | الشبان الملثمين, عشرات | المستوطنين المتطرفين: men behind a preposition, or in the genitive of a noun."""
        before = index - 1
        if before < 0 or self.tokens[index].word.preposition:
            return before >= 0
        noun = self.parts[before] in (NOUN, NUMERAL, QUANTIFIER) and not self.is_definite(before)
        return self.parts[before] == PREPOSITION or noun

    def is_of_same_men(self, index: int) -> bool:
        """المسلحون | الحوثيون, الثوار | الحوثيون: a second noun of men in the case of the first says which men they are."""
        word, before = self.tokens[index].word, self.tokens[index - 1].word
        if word.conjunction or word.preposition or not (word.article and before.article):
            return False
        if before.bare.endswith("ون"):
            return word.bare.endswith("ون")
        if word.bare.endswith("يون") and self.is_broken_plural(index - 1):
            return True
        body = word.labels & {"source", "country"} or index in self.placed or index in self.named  # للصحفيين | الكرملين
        if word.bare.endswith("ين") and not body and self._is_governed(index - 1):
            doing = word.core.startswith("م") or self.parts[index - 2] == PREPOSITION  # طردت كتائب الثوار | الحوثيين
            return before.bare.endswith("ين") or (doing and self.is_broken_plural(index - 1))
        return before.bare.endswith("ين") and word.bare.endswith("يين") and self._are_men(index - 1, article=True)

    def is_other_hand(self, index: int) -> bool:
        """أعلن الجيش | من جهة أخرى, مقاتلو المعارضة | بعد الاشتباكات: a turn to another matter or time is nobody's."""
        if self.tokens[index].word.core in _WHEN:
            return True
        norms = self.layout.norms[index : index + _TURN]
        return len(norms) == _TURN and norms[0] == "من" and norms[1] in _SIDES and norms[2] in _OTHER_SIDES

    def is_head(self, index: int) -> bool:
        """قوة خاصة | شقيق القيادي, عبوة ناسفة | دورية للشرطة: what may be an adjective is none before a genitive of its own."""
        word, behind = self.tokens[index].word, index + 1
        if not word.labels & {"person", "thing"} or word.bare.endswith("ي") or behind >= len(self.tokens) or behind in self.dated:
            return False
        following = self.tokens[behind].word
        body = following.preposition == "ل" and "source" in following.labels and word.bare.endswith("ة")
        return body or (bool(following.article) and not (following.preposition or following.conjunction))

    def _is_site(self, index: int) -> bool:
        """A building, position, settlement or vehicle, or a place of the gazetteer with its noun: نقطة تفتيش, بلدة الوادي."""
        word = self.tokens[index].word
        if word.conjunction or word.preposition or self.parts[index] != NOUN:
            return False
        return group_of(word, "thing") in HITTABLE

    def _are_men(self, index: int, article: bool = False) -> bool:
        """Men in the plural or a group of them, with or without article: رجال, عناصر, قبائل."""
        word = self.tokens[index].word
        found = word.find("person")
        form = found.sense.form if found is not None else None
        several = isinstance(form, NounForm) and form.number == "p"
        return bool(word.article) == article and (several or group_of(word, "source") in ("group", "organ"))

    def is_leaders_name(self, start: int, index: int) -> bool:
        """قائد المتمردين | سالم حمدان, المتحدث باسم المتمردين | سالم: a name behind an office and those whom its holder leads."""
        named = (self.is_name(index) or self.tokens[index].norm == "عبد") and index - 1 > start and self.has_article(index - 1)
        bound = not self.has_article(start) or any(self.tokens[at].norm == "باسم" for at in range(start + 1, index - 1))
        return named and bound and self.is_title(start)

    def is_name_of_two(self, start: int, index: int) -> bool:
        """اعتقلت القوات الشابين | سامر حلبي ونادر خليل: the names of two or more to whom something is done."""
        man = self.tokens[start].word
        if index - 1 != start or not (self.has_article(start) and "person" in man.labels and man.bare.endswith("ين")):
            return False
        near = self.tokens[index : index + _TWO_NAMES]
        whole = all(self.parts[one.index] == NOUN and one.word.labels <= _OF_NAMES and not one.word.article for one in near[:2])
        joined = (one.index for one in near[1:] if one.word.conjunction)
        named = any(self.is_name(at) or (at + 1 < len(self.tokens) and self.is_name(at + 1)) for at in joined)
        return whole and len(near) == _TWO_NAMES and named

    def is_beside_adjective(self, start: int, index: int) -> bool:
        """كشفت مصادر أمنية | تفاصيل الهجوم: behind somebody and what he is like."""
        source = self.tokens[start].word.labels & {"source", "person"}
        return bool(source) and self.tokens[index - 1].word.bare.endswith(_INFLECTED) and self.is_common(index)

    def is_drone(self, start: int, index: int) -> bool:
        """قصفت طائرة حربية | مسيرة, طائرات استطلاع تركية | مسيرة: of an aircraft, that nobody flies it."""
        return self.tokens[index].word.core.startswith("مسير") and self.tokens[start].word.core.startswith("طائر")

    def arrives_there(self, start: int, index: int) -> bool:
        """وصلت إلى ميناء عدن | سفينة: behind the name of a place an indefinite noun is who or what arrives."""
        if index - 1 not in self.placed or not self.tokens[index].word.labels & _ARRIVING:
            return False
        return not (self.is_adjective(index) or self.is_apposed_title(start, index))

    def is_town_behind_office(self, start: int, index: int) -> bool:
        """زار الرئيس | دمشق, يزور وزير الدفاع | بغداد: no town is part of an office that is definite, nor a man's name."""
        before = index - 1
        office = group_of(self.tokens[start].word, "source") == "title" and before <= start + 1
        people = before == start and "people" in self.tokens[start].word.labels  # قصف الروس | أوديسا
        if not (people or (office and not self.is_name(index))) or not self.has_article(before) or index not in self.seats:
            return False
        return start > 0 and self.parts[start - 1] == VERB

    def is_partitive(self, start: int, index: int) -> bool:
        """خرج عدد | من السكان, انسحبت مجموعة | من المقاتلين: من behind a quantity or a group, before those who make it up."""
        if self.parts[index - 1] == QUANTIFIER:
            return True
        if self.parts[index - 1] == NUMERAL and index + 1 < len(self.tokens) and "person" in self.tokens[index + 1].word.labels:
            return True
        return index + 1 < len(self.tokens) and self.is_made_up_of(start, index + 1)

    def is_branch(self, index: int) -> bool:
        """العميد | الطيار سالم الهاني, العميد ركن | طيار سالم الهاني: a profession that belongs to the rank before it."""
        word, before = self.tokens[index].word, index - 1
        if word.core not in _BRANCHES or word.conjunction or word.preposition or before < 0:
            return False
        return self._of_group(before, ("rank",)) or self.is_branch(before)

    def goes_on_here(self, index: int) -> bool:
        """Whether the word at a token, or that before it, is one of those at which a phrase goes on, whatever they may mean."""
        return self.is_in_name(index) or self.is_arm_of(index) or self.is_branch(index)

    def ends_here(self, start: int, index: int) -> bool:
        """Whether the word at a token, or that before it, is one of those at which phrases end."""
        if self.goes_past_arm(index) or self.is_side(start, index) or self._counts_others(index):
            return True
        return self.ends_band(start, index) or self.ends_any(index)

    def _counts_others(self, index: int) -> bool:
        """خسر الجيش | أكثر من عشرين جنديا, القوات | البالغ عددها ألف: what counts others, or tells how many those before are."""
        counted = "".join(self.layout.norms[index + 1 : index + 2]).startswith(("عدد", "عديد"))
        told = counted and self.tokens[index].word.core.startswith("بالغ")
        behind = self.layout.norms[index + 1 : index + 2] == ["من"] and self.parts[index + 2 : index + 3] == [NUMERAL]
        return told or (behind and self.tokens[index].word.core in ("اكثر", "اقل"))

    def past_more(self, start: int, index: int, limit: int) -> int:
        """Behind what something is without, by whom it is owned to, what somebody takes part in; the same token for none."""
        without = max(self.past_lack(index, limit), self.past_recognised(start, index, limit))
        return max(without, self.past_occasion(start, index, limit))

    def at_least_of(self, start: int, index: int) -> int:
        """سبعة عناصر | على الأقل من | قوات النظام: those of whom so many are counted, at least; else the same token."""
        inner = index + _OF_THEM
        least = self.layout.norms[index + 1 : inner] == ["الاقل", "من"] and self.tokens[index].norm in ("علي", "في")
        if not least or self.parts[start] != NUMERAL or not self.begins(inner):
            return index
        return inner if self.tokens[inner].word.labels & {"person", "source"} else index

    def past_occasion(self, start: int, index: int, limit: int) -> int:
        """المشاركون | في الندوة |, المجتمعون | في باريس: behind what those take part in who are told by it; else the same token."""
        inner = index + 1
        part = self.tokens[start].word.core.startswith(_TAKING_PART) and self.has_article(start) and index - 1 == start
        if not part or self.tokens[index].norm != "في" or inner >= limit or self.parts[inner] != NOUN:
            return index
        at = inner + 1
        at += at < limit and not self.has_article(inner) and (self.is_definite(at) or at in self.placed)
        while at < limit and self.is_adjective(at) and self.has_article(at):
            at += 1
        return at if self.is_definite(at - 1) or at - 1 in self.placed else index

    def is_behind_noun(self, index: int) -> bool:
        """Whether a noun with the article stands before a word, and is no name: عبد الحكيم | مجاهد، إن is the surname.

        Behind a name made with عبد that holds for a word that no table has and that governs nothing.
        """
        governs = self.parts[index + 1 : index + 2] == [NOUN]
        if governs or not self.has_article(index - 1) or self.layout.norms[index - 2 : index - 1] != ["عبد"]:
            return self.has_article(index - 1)
        word = self.tokens[index].word
        return bool(word.labels) or self.is_masdar(index) or self.is_accusative(index) or word.bare.endswith("ة")

    def past_sign(self, start: int, index: int, limit: int) -> int:
        """Past a name in marks or brackets that belongs to the noun before it, past a hyphen in a place (قرية تين | -أكوف).

        The same token where none stands.
        """
        if index in self.placed and self.tokens[index].raw in DASHES:
            return index + 1
        past = self._past_short_name(start, index, limit) or self._past_province(start, index, limit)
        return past or self.label_end(start, index, limit)

    def _past_province(self, start: int, index: int, limit: int) -> int:
        """تنظيم الدولة الإسلامية | - ولاية خراسان | : the province by which a branch of a group is called; else 0."""
        behind = index + 3
        if behind > limit or self.tokens[index].raw not in DASHES or self.layout.norms[index + 1] != "ولايه":
            return 0
        return behind if self._of_group(start, ("group",)) and self.parts[index + 2] == NOUN else 0

    def _past_short_name(self, start: int, index: int, limit: int) -> int:
        """المتحدث باسم حركة المقاومة الإسلامية (حماس) | سامي حداد: a body's short name in brackets before its man; else 0."""
        close = self.layout.brackets.get(index, limit)
        if close - index > _SHORT_NAME or close + 1 >= limit or not self.is_title(start):
            return 0
        if not (index - 1 > start and self.is_definite(index - 1)) or any(self.parts[k] != NOUN for k in range(index + 1, close)):
            return 0
        given, second = close + 1, close + 2
        word = self.tokens[given].word
        if second >= limit or word.conjunction or word.article or given in self.placed:
            return 0
        surnamed = self.is_name(second) and not (word.labels or word.preposition or self.is_masdar(given))  # (حماس) | حازم قاسم
        if not (self.is_name(given) or word.core in _GIVEN or surnamed):
            return 0
        return second if self.parts[second] == NOUN and not self.preposition_of(self.tokens[second]) else 0

    def hits(self, start: int, index: int) -> bool:
        """أصاب صاروخ | المستشفى, أصابت خمس قذائف | منازل: so too a site with the article, and behind counted arms.

        مدفعية قيادة المنطقة and قذائف الجيش are whose.
        """
        if super().hits(start, index):
            return True
        head = start + (self.parts[start] == NUMERAL)
        if head >= index or self._thing(head) not in WEAPONRY or any(self.is_definite(k) for k in range(head, index)):
            return False
        if not self.has_article(index):
            return head > start and self._thing(index) in HITTABLE
        whose = (
            self.tokens[head].word.bare.endswith("ية") or index - head > _OF_KIND or "source" in self.tokens[index - 1].word.labels
        )
        return start > 0 and self.parts[start - 1] == VERB and self._thing(index) in SITES and not whose
