"""Envoys and staff: the country or body of somebody (المبعوث الأممي إلى اليمن), and what goes on with no phrase of people."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import ADVERB, PREPOSITION, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import group_of
from riwaya.read.phrases.names import LABEL
from riwaya.read.phrases.numbered import Numbered
from riwaya.read.words.states_next import state_next

_OF_THEM = ("له", "لها", "لهم")
_NO_SIDES = frozenset({"انتحاري", "ارهابي", "قيادي", "جاني"})
_MORE = frozenset({"اكثر", "اشد", "اقل", "اعلي"})
"""أكثر الهجمات | دموية: in what it is more."""

_REPORTERS = word_list("works for an agency")
"""Whoever works for an agency: مراسل لوكالة الأنباء."""
TOLD_TO, _ARM_OF_BODY = word_list("told to a channel"), word_list("arm of a body")
_FOR_ONE = ("خاص", "خاصه")
_CONSTITUENCIES = ("ولايه", "محافظه", "دائره", "مدينه")
_SHARES = ("مشاركه", "مساهمه")
_COMES_FOR, _TIED_WITH = word_list("comes for"), word_list("tied with something")
_SAID_ON = ("هامش", "حساب", "صفحت", "لسان")
_DONE_WITH_IT = word_list("done with it next")
WHEREABOUTS = word_list("whereabouts")  # زينب سعد | البالغة خمسين عاما: no surname; counts know the other participles
_HIT = frozenset({"civilian", "military", "militant", "police", "unit"})
_INFORMED, MEDIA, OWNED_BY = map(word_list, ("informed of something", "medium by its kind", "whose men they are"))
"""القوات الموالية | للحكومة: beginnings of participles."""
_ARRIVES = tuple(word_list("arrives"))
_WHO_OR_WHAT = ("ما", "من")
_LEFT = ("تبقي", "بقي", "تبقت", "بقيت")


class Envoys(Numbered):
    """The envoys and staff in the noun phrases of one document."""

    def is_owner(self, index: int) -> bool:
        """مسلحون تابعون | لها, المسلحين الموالين | له: a pronoun behind ل that says whose men they are; their phrase ends there."""
        if index < 1 or self.tokens[index].norm not in _OF_THEM:
            return False
        before = self.tokens[index - 1].word
        verb = index + 1 < len(self.parts) and self.parts[index + 1] == VERB  # القوات المساندة لها | نفذت عملية
        return before.core.startswith(tuple(OWNED_BY)) and not (before.article and verb)

    def ends_band(self, start: int, index: int) -> bool:
        """مسلحون تابعون لها | القاعدة, الجماعة | المرتبطة بتنظيم: behind whose men they are, before what a body is tied to.

        بحث الوزيران | الأزمة: behind two with the article what cannot describe them; استهدف مسلحون | دورية: nor men in ون.
        """
        word, first, last = self.tokens[index].word, self.tokens[start].word, self.tokens[index - 1].word
        many = last.bare.endswith("ون") and "person" in last.labels and not word.conjunction
        if self.is_owner(index - 1) or (many and word.bare.endswith("ة") and "person" in word.labels):
            return True
        two = index - 1 == start and word.article and first.article and first.bare.endswith("ان") and self.has_nun(start)
        if two and not word.bare.endswith(("ان", "ين")):
            return word.bare.endswith("ة") or not self.is_adjective(index)
        return (self.is_tied(index) and self._of_group(start, ("organ", "group"))) or self._is_agency_told(start, index)

    def is_tied(self, index: int) -> bool:
        """الجماعة | المرتبطة بتنظيم القاعدة: a participle that ties a known body to another, with ب behind it."""
        if not self.has_article(index) or not self.tokens[index].word.core.startswith("مرتبط"):
            return False
        return index + 1 < len(self.tokens) and self.preposition_of(self.tokens[index + 1]) == "ب"

    def is_tied_with(self, start: int, index: int) -> bool:
        """أفادت اللجنة المكلفة | بالتحقيق | أن: what a participle with the article takes with ب belongs to whom it describes."""
        before = self.tokens[index - 1].word
        return index - 1 > start and before.article and before.core.startswith(tuple(_TIED_WITH))

    def past_recognised(self, start: int, index: int, limit: int) -> int:
        """حكومة الشمال المعترف | بها دوليا |: behind by whom a body is owned to; the same where nothing such stands."""
        owned_to = index - 1 > start and self.has_article(index - 1) and self.tokens[index - 1].word.core.startswith("معترف")
        if not owned_to or self.tokens[index].norm not in ("به", "بها", "بهم"):
            return index
        end = index + 1
        while end < limit and self.parts[end] == ADVERB:
            end += 1
        return end

    def is_informed(self, index: int) -> bool:
        """مصدر مطلع | على المحادثات, مسؤولان مطلعان | على الملف: what somebody knows of, behind a participle without article."""
        before = self.tokens[index - 1].word
        return self.tokens[index].norm == "علي" and before.core in _INFORMED and not before.article

    def is_said_on(self, preposition: str, index: int) -> bool:
        """مصادر مطلعة | على هامش القمة, | على حسابها: where something is said, which no participle takes."""
        if index >= len(self.tokens) or preposition not in ("في", "علي"):
            return False
        return self.is_setting(index) if preposition == "في" else self.tokens[index].word.core.startswith(_SAID_ON)

    def _is_agency_told(self, start: int, index: int) -> bool:
        """أفاد مصدر أمني | وكالة الأنباء بأن: a medium right behind a nameless source and its adjective is whom he told."""
        word = self.tokens[index].word
        if word.core not in MEDIA or word.conjunction or word.preposition or word.article:
            return False
        nameless = self._of_group(start, ("anonymous", "official")) and not self.has_article(start) and index - 1 > start
        return nameless and self.is_adjective(index - 1) and not self.has_article(index - 1)

    def envoy_end(self, start: int, place: int, end: int, limit: int) -> int | None:
        """المبعوث إلى اليمن | هانس غروندبرغ: where an envoy's country ends, before his name or أن, or behind a verb of saying.

        وصل المبعوث | إلى مسقط مبلغا القادة بأن الهدنة انتهت: there it is where he has come.
        """
        behind = next((at for at in range(place, end) if at not in self.placed), end)
        if place < behind < end and self.is_name(behind):
            return behind
        before = self.tokens[start - 1].word if start else None
        speaks = before is not None and "cue" in before.labels  # أعرب المبعوث إلى اليمن | عن قلقه
        comes = before is not None and before.core.startswith(_ARRIVES)
        told = not comes and (speaks or self.that_comes(end))
        return end if end < limit and (told or self.is_name(end)) else None

    def ends_body(self, start: int, index: int) -> bool:
        """عامل لدى اللجنة الدولية | للصليب الأحمر: right behind a body and its adjective."""
        body = index - 2
        described = body > start and self.is_adjective(body + 1) and self.has_article(body) and self.has_article(body + 1)
        return described and self._of_group(body, ("organ",))

    def are_fates(self, core: str, index: int) -> bool:
        """سقط مسلحون بين | قتيل وجريح: how people fell is no part of who they are."""
        return core == "بين" and self.tokens[index].word.labels >= {"person", "trigger"}

    def is_how_hit(self, start: int, index: int) -> bool:
        """قتل مسلحون جنودا | في كمين, أصاب شرطيا | في إطلاق نار: the attack that hit people is no part of who they are."""
        if index != start + 1 or self.tokens[index].norm != "في" or group_of(self.tokens[start].word, "person") not in _HIT:
            return False
        found = self.tokens[index + 1].word.find("trigger", "noun")
        entry = found.sense.entry if found else None
        return isinstance(entry, Trigger) and (entry.type, entry.group) == ("ASSAULT", "attack")

    def are_others(self, start: int, index: int) -> bool:
        """مناطق للحوثيين | وأخرى للحكومة: others of something else than the men told of."""
        return self.tokens[index].norm == "واخري" and self.tokens[start].word.bare.endswith(("ون", "ين"))

    def is_predicate(self, start: int, index: int) -> bool:
        """حركة النهضة | مسؤولة عن الهجوم, مدينة الرمادي | آمنة: a bare feminine adjective behind a known thing tells of it."""
        word = self.tokens[index].word
        known = self.has_article(index - 1) or index - 1 in self.named or index - 1 in self.placed
        if not word.bare.endswith("ة") or word.labels & {"trigger", "number"} or not known:
            return False
        strange = not word.analyses and (self.is_title(start) or word.bare.startswith("و"))  # الوزير الإسباني | خوسية
        if self.tokens[start].word.core in _MORE or strange:
            return False
        return self.is_adjective(index) and not self.is_definite(index) and not any(map(self._loosens, range(start + 1, index)))

    def _loosens(self, index: int) -> bool:
        """سيارة | تابعة للجماعة, وحدات | من الجيش: what leaves the phrase before it indefinite."""
        if self.parts[index] == PREPOSITION or self.preposition_of(self.tokens[index]):
            return True
        return self.is_adjective(index) and not self.is_definite(index)

    def is_left_over(self, index: int) -> bool:
        """حث الوزير | من تبقى من السكان, دمر | ما بقي من المنازل: ما or من before a verb of being left, no preposition here."""
        if index + 1 >= len(self.tokens) or self.tokens[index].norm not in _WHO_OR_WHAT:
            return False
        return self.tokens[index + 1].word.core in _LEFT

    def is_kind(self, index: int) -> bool:
        """القادة | السياسيين, الجنود | الفرنسيين: of which kind people are, alike in number and article."""
        before = self.tokens[index - 1].word
        alike = self.tokens[index].word.bare.endswith("يين") and self.has_article(index) and self.has_article(index - 1)
        return alike and "person" in before.labels and not before.bare.endswith(("ون", "ي", "ية", "ات"))

    def is_of_side(self, index: int) -> bool:
        """القيادي | الحوثي, المتحدث العسكري | الحوثي: behind one man, a nisba that alone is a fighter's: his side."""
        word = self.tokens[index].word
        fighter = word.core.endswith("ي") and group_of(word, "person") == "militant" and word.core not in _NO_SIDES
        if not fighter or not self.has_article(index):
            return False
        at = index - 1
        while at > 1 and self.has_article(at) and self.is_adjective(at) and not self.is_title(at):
            at -= 1
        one = self.has_article(at) and not self.tokens[at].word.bare.endswith(("ون", "ين", "ان", "ات", "ة"))
        return one and (self.is_title(at) or "person" in self.tokens[at].word.labels)

    def is_recognised(self, index: int) -> bool:
        """الحكومة | المعترف بها دوليا: a participle that says by whom a body is owned to."""
        owned_to = self.tokens[index].word.core.startswith("معترف")
        return owned_to and self.layout.norms[index + 1 : index + 2] in (["به"], ["بها"], ["بهم"])

    def label_end(self, start: int, index: int, limit: int) -> int:
        """الأمين العام لـ| «حزب النور», الجناح العسكري لـ| «حماس»: so too the body in marks that an office or arm serves."""
        if index - 1 > start and self.tokens[index - 1].norm == "ل":
            return self._served_end(start, index - 1, limit)
        return super().label_end(start, index, limit)

    def _served_end(self, start: int, index: int, limit: int) -> int:
        """The token behind a body in marks behind ل; the opening mark where none stands there, or a paper, which is told."""
        close = self.layout.closing.get(index + 1)
        serves = self.is_title(start) or self.tokens[start].word.core in _ARM_OF_BODY
        if close is None or close >= limit or close - index > LABEL or not serves or index - 1 == start:
            return index + 1
        word = self.tokens[index + 2].word
        told = bool(word.labels & {"medium", "addressee"}) or f"لل{word.core}" in TOLD_TO
        body = self._of_group(index + 2, ("organ", "group")) or index + 2 in self.named or index + 2 in self.called
        body = body or group_of(word, "person") in ("militant", "unit")
        return close + 1 if body and not told else index + 1

    def serves_marked(self, start: int, index: int) -> bool:
        """الأمين العام | لـ«حزب النور», القوة البرية | لـ«الحرس»: the body in marks that an office or an arm serves."""
        return self.tokens[index].norm == "ل" and self._served_end(start, index, len(self.tokens)) > index + 1

    def serves_nobody(self, start: int, index: int, labels: frozenset[str]) -> bool:
        """Whether a word with ل is nothing that the noun serves, but whoever is told, or an aim: قال المدير | للصحافيين."""
        if self.serves_marked(start, index):
            return False
        aim = start in self.placed and index - 1 in self.placed and bool(labels & {"trigger", "masdar"})
        aim = aim or (not labels and self._is_for_what(start, index)) or self.is_how_often(index)
        aim = aim or self.is_aim(index)
        return aim or self._is_why_there(start, index, labels) or self._serves_none(start, index, labels)  # إلى صنعاء | لبحث الهدنة

    def is_how_often(self, index: int) -> bool:
        """سيطروا على المدينة | لأول مرة, | لثاني مرة, | لأكثر من مرة: a word with ل that counts times."""
        return "مره" in self.layout.norms[index + 1 : index + 3] and not self.tokens[index].word.article

    def is_aim(self, index: int) -> bool:
        """أرسل تعزيزات | للسيطرة على الجسر, البلدة | للحصول على السلاح: a verbal noun with the article and with its preposition."""
        word, behind = self.tokens[index].word, self.tokens[index + 1 : index + 2]
        led = any(token.norm in ("علي", "الي") or (token.norm == "في" and word.core in _SHARES) for token in behind)
        return led and self.is_definite_masdar(index)

    def _is_why_there(self, start: int, index: int, labels: frozenset[str]) -> bool:
        """اقتحم الجيش الحي | لتفتيش المنازل, منزل العائلة | لاعتقالهم: for what deed a site is stormed.

        استهدف المركز الوطني | لإيواء النازحين, مصنعا | لإنتاج السلاح: not what it serves.
        """
        if not self._thing(start) or not self.has_article(index - 1):
            return False
        if "trigger" in labels and self.is_owned_masdar(index):
            return True
        alone = index - 1 == start
        raid = not alone and not self.has_article(start) and self._is_done_to_others(index)  # مقر الحزب | لاعتقال قادته
        return (alone or raid) and self.is_masdar(index)

    def _is_done_to_others(self, index: int) -> bool:
        """لاعتقال, لقتل, لتحرير: a noun of a deed that is done to somebody."""
        rows = (found.sense.entry for found in self.tokens[index].word.all("trigger", "noun"))
        return any(isinstance(row, Trigger) and row.type in ("ASSAULT", "COERCE", "RETREAT") for row in rows)

    def _is_for_what(self, start: int, index: int) -> bool:
        """اجتمع مع الوزراء اليمنيين | لحصر الأضرار, زار عدة مناطق | للاطلاع: a word that no table has, behind people told in full.

        The word before is a nisba or a genitive; الرافضين | لتقسيم البلاد says what they reject.
        """
        before = self.tokens[index - 1].word
        if index in self.named or index in self.placed or index in self.called:
            return False
        if self.comes_for(index):
            return True
        first = self.tokens[start].word
        people = bool(first.labels & {"person", "source"}) and not self._of_group(start, ("organ", "group", "media"))
        if people and self.ends_name(index - 1) and index - start > 2 and self.tokens[index].word.article:
            return True  # دعا الرئيس عبد الله حمدوك | للعمل سويا: behind a name and surname
        if not people or index - 1 == start or not self.has_article(index - 1) or self.is_title(index - 1):
            return False
        genitive = not self.has_article(start) and not self.is_adjective(index - 1) and not before.bare.endswith(("ين", "ون"))
        return before.bare.endswith("يين") or genitive

    def is_aside(self, index: int) -> bool:
        """الجماعة | المرتبطة بتنظيم, بلدة خان شيخون | الواقعة في الريف: what says more of the phrase before, and opens none."""
        return self.is_tied(index) or self.tells_where(index)

    def tells_where(self, index: int) -> bool:
        """هاجم الجيش بلدة خان شيخون | الواقعة في الريف: a participle that says where something lies is no phrase of its own."""
        return self.has_article(index) and self.tokens[index].word.core in WHEREABOUTS

    def comes_for(self, index: int) -> bool:
        """زار القائد عدة مناطق | للاطلاع على الوضع: for what one comes, which no place serves."""
        return self.tokens[index].word.core in _COMES_FOR

    def is_special_envoy(self, start: int, index: int) -> bool:
        """المبعوث الأميركي الخاص | بشأن إيران, المستشارة الخاصة للأمين العام | بشأن ليبيا: somebody in office for one matter."""
        return any(self.tokens[at].word.core in _FOR_ONE for at in range(start + 1, index))

    def is_sent_by(self, index: int) -> bool:
        """عضو مجلس النواب عن | محافظة نينوى, عن | كتلة الأمل: a party or province that somebody sits there for."""
        if self._of_group(index, ("group", "organ")) or index in self.placed:
            return True
        return self.tokens[index].norm in _CONSTITUENCIES

    def goes_over(self, start: int, index: int) -> bool:
        """مناطق للحوثيين | وأخرى للحكومة, غارات على لبنان | وعون يتهم إسرائيل: to others, or to who speaks next."""
        next_one = state_next(self.tokens, index) or self.speaks_next(start, index)
        return next_one or self.are_others(start, index) or self._is_done_with_it(index)

    def _is_done_with_it(self, index: int) -> bool:
        """استعادة البلدة | والحفاظ عليها, دحر المسلحين | والقضاء عليهم: what is done next with what the pronoun behind it means."""
        word, behind = self.tokens[index].word, index + 1
        if not word.article or word.core not in _DONE_WITH_IT or behind >= len(self.tokens):
            return False
        if word.core == "قضاء" and self.tokens[behind].norm == "علي":  # تدمير 14 آلية | والقضاء على مسلحين
            return True
        return self.parts[behind] == PREPOSITION and self.tokens[behind].norm.endswith(("ه", "ها", "هم", "هما"))

    def speaks_next(self, start: int, index: int) -> bool:
        """غارات على لبنان | وعون يتهم إسرائيل: behind what a preposition governs, who tells something right before his verb.

        اقتحام للأقصى | وغزة تتوعد: or a place, behind what such a letter governs.
        """
        behind = index + 1
        governed = (start > 0 and self.parts[start - 1] == PREPOSITION) or (
            index in self.placed and bool(self.tokens[start].word.preposition)
        )
        if not governed or self.parts[behind : behind + 1] != [VERB]:
            return False
        if self.is_adjective(index):  # قيادات أمنية | وسياسية تدين القصف
            return False
        return any(
            found.sense.label == "cue" and getattr(found.sense.form, "tense", "") == "imperfect" and not found.conjunction
            for found in self.tokens[behind].word.analyses
        )

    def is_allied(self, index: int) -> bool:
        """هاجمت قوات الدعم | بالتحالف مع الحركة المدينة: with whom they are allied, no body that they belong to."""
        return self.layout.norms[index : index + 2] == ["بالتحالف", "مع"]

    def heads_body(self, start: int, index: int) -> bool:
        """الأمين العام | للأمم المتحدة, المدير العام | للمنظمة: the body of which somebody is the general head."""
        peace = self.tokens[index].norm == "لعمليه" and self.tokens[min(index + 1, len(self.tokens) - 1)].norm == "السلام"
        if peace and self.is_title(start):  # منسق الأمم المتحدة | لعملية السلام
            return True
        body = group_of(self.tokens[index].word, "source") in ("organ", "group") or index in self.named
        return body and index - start == 2 and self.tokens[index - 1].norm == "العام" and self.is_title(start)

    def is_opposition(self, index: int) -> bool:
        """أنصار المعارضة | أمام البرلمان, وفد من المعارضة | مع الوزير: a participle that is a body's name takes no preposition."""
        return group_of(self.tokens[index].word, "source") in ("organ", "group") and self.has_article(index)

    def are_of_nation(self, index: int) -> bool:
        """هاجم الثوار | الليبيون المدينة, الأسرى | الفلسطينيون: a nisba in the nominative plural behind people describes them."""
        word, before = self.tokens[index].word, index - 1
        plural = "demonym" in word.labels and word.bare.endswith("يون") and not word.conjunction
        return plural and self.has_article(before) and "person" in self.tokens[before].word.labels

    def is_land(self, start: int, end: int) -> bool:
        """كوريا الشمالية | الرئيس, وفد المعارضة السورية | الرئيس: a land of several words, or a body with its nisba; no person."""
        body = group_of(self.tokens[start].word, "source") in ("organ", "group")
        nisba = body and self.is_adjective(end - 1) and self.has_article(end - 1)
        return end - start > 1 and (nisba or all(at in self.placed for at in range(start, end)))

    def _serves_none(self, start: int, index: int, labels: frozenset[str]) -> bool:
        """Whether a word with ل is who is told, or an aim, and no body in marks."""
        token = self.tokens[index]
        if self.layout.norms[index : index + 2] == ["لهيئه", "الاذاعه"]:
            return True
        if self.tokens[start].word.core in _REPORTERS:
            return not labels & {"addressee", "medium", "source"}
        if self.is_of_union(index):
            return False
        told = labels <= {"channel", "medium"} or token.norm in TOLD_TO
        if self.is_name(start) and told and not self._heads_office(start, index):
            return True  # وقال سواريز | لمحادثه, قال سالم حمد | للجزيرة
        if "trigger" in labels and self.is_title(start) and self.name_follows(index):
            return False
        if "trigger" in labels and (token.word.norm.startswith(("لل", "ولل")) or self.is_title(start)):
            return True
        named = self.is_title(start) and index - 2 > start and self.is_name(index - 1) and self.is_name(index - 2)
        if named and index - 1 not in self.placed:
            return True
        if labels & {"timeword", "measure"} or (labels & {"source", "person"} and not self._heads_office(start, index)):
            return True
        person = bool(self.tokens[start].word.labels & {"source", "person", "namehead"}) or start + 1 == index
        if token.norm in TOLD_TO and person:
            return True
        return token.norm in ("ل", "لاول") or bool(labels & {"addressee", "medium"}) or token.word.core == "قيام"

    def _heads_office(self, start: int, index: int) -> bool:
        """Whether the head is an office, organ or paper, which ل joins to what it serves (المتحدث الرسمي للوزارة, بيان للجيش)."""
        official = self._of_group(start, ("anonymous",)) and self.is_definite(start)
        if official or self._of_group(start, ("organ", "group", "document")):
            return True
        unlisted = not self.tokens[start].word.labels and not self.is_name(start)
        return unlisted or any(self.is_title(k) for k in range(start, index)) or self.ends_body(start, index)
