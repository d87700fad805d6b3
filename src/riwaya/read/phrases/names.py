"""Names of persons inside noun phrases: first name and surname, where a name is whole, what is said behind it."""

from __future__ import annotations

from riwaya.lang.ar.forms import frequency
from riwaya.lang.ar.lexicon import Noun
from riwaya.lang.ar.nouns import masdar_shape
from riwaya.lang.ar.parts import NOUN, NUMERAL, THAT, VERB
from riwaya.lang.ar.thing_groups import HITTABLE
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.phrases.special import APART, COUNTERPARTS, ENDING, FILM, HOW_LONG, LACKED, SONS, STATES, WORST
from riwaya.read.words.given import HELD, GivenNames
from riwaya.read.words.nominals import NOT

_OCCASIONS, _ORDER = word_list("occasion of saying"), frozenset({"اول", "اخر", "احدث"})
CROWDS = frozenset({"الالاف", "المئات", "العشرات", "البعض"})
_BOMBER = "انتحاري"
_WITHOUT = frozenset({"بلا", "دون", "بدون"})
_SHOWN = frozenset({"person", "thing", "unit", "trigger"})
_SUSPICIONS = word_list("suspicion")
_DONE_TO = ("مقبوض", "مجني", "مدعي", "معتدي")
_STRIKES = ("صاروخ", "طائر", "مسير", "مروحي", "غار")
_ON_TA = ("ته", "تها", "تهم")
MAKES = frozenset({"طراز", "نوع"})
_UNIONS = word_list("union of people")
_PORTFOLIOS = word_list("ministry that is an adjective")
_ENDERS = STATES | HELD | APART | HOW_LONG
"""The labels and the words without which a word ends no phrase by itself."""
LABEL, _LONG_LABEL, _BRIEF, _THAT_REACH = 6, 10, 3, 10
_COMMON = 20
"""So often a common noun is met with the article in the counts of forms."""
PEOPLE_ENDS = ("ين", "ان", "ون")
"""How people in the plural or dual end."""
_HEADS = frozenset({"الرئيس", "الملك", "الامير", "المستشار", "الوزير"})


class Names(GivenNames):
    """The names in the noun phrases of one document."""

    def is_apposed_title(self, start: int, index: int) -> bool:
        """A title behind a name is his, unless an office stands before it and the new one has its own office behind it."""
        if not self.is_title(index) or (index - 1 in self.placed and not self.has_article(index) and not self.is_title(start)):
            return False
        if self._of_group(start, ("organ", "group")) and self.has_article(index - 1) and not self.has_article(index):
            return False  # اعتقلت قوات الاحتلال | نائب رئيس المجلس
        office = index + 1 < len(self.tokens) and (self.is_definite(index + 1) or self.is_proper(index + 1))
        return not self.is_title(start) or self.is_honour(start) or not office or self.is_name(index + 1)

    def is_crowd(self, index: int) -> bool:
        """هاجم الآلاف | السوق, أعلن البعض | مبايعة الجماعة: a number with the article that nothing counted follows."""
        return self.tokens[index].norm in CROWDS

    def is_body_or_definite(self, index: int) -> bool:
        """زعيم | مجموعة الذئب: a group is a body that somebody leads, but with من behind it a number of people."""
        body = self.tokens[index].norm == "مجموعه" and index + 1 < len(self.tokens) and self.tokens[index + 1].norm != "من"
        return body or self.is_definite(index)

    def past_pointer(self, index: int, limit: int) -> int:
        """المدينة | نفسها, مسلحون | غير معروفين: the token up to which a phrase goes on at such a word; the same where it ends."""
        if self.tokens[index].norm == NOT:
            return index + 2 if index + 1 < limit and self.is_negated(index) else index
        return index + 1 if self.tokens[index].norm.startswith(("نفس", "ذات")) else index

    def past_lack(self, index: int, limit: int) -> int:
        """أطباء | بلا حدود, طائرة | من دون طيار: the token behind what a name or thing is without; the same where none stands."""
        at = index + (self.tokens[index].norm == "من")
        lacks = at + 1 < limit and self.tokens[at].norm in _WITHOUT and self.tokens[at + 1].norm in LACKED
        return at + 2 if lacks else index

    def hides_case(self, start: int, index: int) -> bool:
        """قصف مستشفى | حكوميا, قصف منزلا ومبنى | سكنيا: a noun in ـى shows no case, its adjective does."""
        head, word = index - 1, self.tokens[index - 1].word
        own = word.bare.endswith("ى") and (head == start or bool(word.conjunction))
        return own and not self.is_definite(head) and self.is_adjective(index)

    def is_behind_lack(self, index: int) -> bool:
        """نفذت طائرة من دون طيار | غارة, أظهر مقطع فيديو | جنودا: no genitive follows what a thing is without, nor a film."""
        if self.tokens[index - 1].norm == FILM:
            return self.can_be_shown(index)
        return self.tokens[index - 1].norm in LACKED and not self.is_adjective(index)

    def can_be_shown(self, index: int) -> bool:
        """أظهر مقطع فيديو | جنودا, أظهر الفيديو | الدمار: a noun that a film can show, no participle that describes it."""
        shown = self.tokens[index].word.labels & _SHOWN or self.is_masdar(index) or self.is_accusative(index)
        return bool(shown) and not self.is_adjective(index)

    def is_state(self, index: int) -> bool:
        """القوات | مدعومة بالمليشيات, القاعدة | ساعات عدة: a participle that tells in what state somebody acts, or how long."""
        word = self.tokens[index].word
        so_long = word.core in HOW_LONG and self.layout.norms[index + 1 : index + 2] in (["عده"], ["طويله"], ["قليله"])
        return (word.core in STATES or so_long) and not word.article

    def is_nisba(self, index: int) -> bool:
        """قائد ميداني | حوثي, القائد الميداني | الحوثي: a person of a group, in the singular, who may as well describe."""
        word = self.tokens[index].word
        return "person" in word.labels and word.bare.endswith("ي") and not word.labels & {"source"}

    def is_family_of(self, start: int, index: int) -> bool:
        """القيادي سالم | الحوثي, سالم بدر الدين | الحوثي: behind a name that no register has, and more before it."""
        before = self.tokens[index - 1].word
        unknown = index - 1 > start and not before.labels and index - 1 not in self.named and index - 1 not in self.placed
        return unknown and self.is_nisba(index) and self.has_article(index)

    def is_behind_man(self, start: int, index: int) -> bool:
        """حث سيرغي لافروف | المعارضة, زار جون كيري | السعودية: behind a man's name a definite feminine body or land is another."""
        word = self.tokens[index].word
        if not (word.bare.endswith("ة") and word.labels & {"source", "country", "demonym"} and self.has_article(index)):
            return False
        return index - 1 > start and self.is_name(index - 1) and not self._of_group(start, ("organ", "group", "media"))

    def suspects(self, index: int) -> bool:
        """عدد من المشتبه | بهم, المقبوض | عليه: the preposition with its pronoun that a word of suspicion or seizing needs."""
        core, norm = self.tokens[index - 1].word.core, self.tokens[index].norm
        return (core.startswith("مشتبه") and norm.startswith(("به", "فيه"))) or (core in _DONE_TO and norm.startswith("عليه"))

    def is_charge(self, start: int, index: int) -> bool:
        """اعتقلت 40 شخصا | للاشتباه بهم, ثلاثة رجال | لارتباطهم: why somebody is held is no part of who he is."""
        people = self.parts[start] == NUMERAL or "person" in self.tokens[start].word.labels
        word = self.tokens[index].word
        return people and (self.is_owned_masdar(index) or (word.norm.startswith("لل") and word.core in _SUSPICIONS))

    def is_named_person(self, start: int, index: int) -> bool:
        """قوات الاحتلال | الصحفي علاء سالم, | الصحفية في قناة: behind a complete body a person whose name or office follows."""
        word = self.tokens[index].word
        if "person" not in word.labels or "demonym" in word.labels or index + 1 >= len(self.tokens) or self.has_nun(index):
            return False  # المسلحون | الحوثيون وحلفاؤهم
        body = self._of_group(start, ("organ", "group")) or (self._of_persons(start) and not self.is_title(start))
        if self.tokens[start].norm == "الاحتلال" and self.is_title(index):  # قتل الاحتلال | الصحفية سلمى حداد
            return self.has_article(index)
        behind = self.tokens[index + 1].word
        if behind.core == "في" and self.is_title(index) and getattr(word.analyses[0].sense.form, "number", "") != "p":
            return body and self.is_definite(index - 1) and self.has_article(index)
        plain = index + 1 not in self.placed and not (behind.labels or behind.article or behind.preposition)
        named = self.parts[index + 1] == NOUN and plain  # المجلس العسكري | بتعز
        return (body or self.is_nobody(start)) and named and self.is_definite(index - 1) and self.has_article(index)

    def _of_persons(self, index: int) -> bool:
        """Whether the noun at a token names forces or people in the plural."""
        found = self.tokens[index].word.find("person")
        entry = found.sense.entry if found is not None else None
        return isinstance(entry, Noun) and entry.group in ("unit", "military", "militant", "police")

    def hits(self, start: int, index: int) -> bool:
        """صاروخ | مدرسة القرية, مسيرة | سيارة: what is hit, behind a bare word for what strikes; صاروخ الجماعة is whose."""
        if self.tokens[start].word.core == _BOMBER and index == start + 1:  # فجر انتحاري | سيارة مفخخة, انتحاري | حزامه
            return self._thing(index) in ("vehicle", "munition") or self.is_owned(index)
        if self.has_article(index) or self._thing(index) not in HITTABLE:
            return False
        if any(self.is_definite(k) for k in range(start, index)):
            return False
        made = index - start > 2 and self.layout.norms[index - 2] in MAKES  # طائرة من طراز سوخوي | سيارة
        hit, before = self.tokens[index].word.core, self.tokens[start if made else index - 1].word.core
        kind = hit.startswith("مسير") or (before.startswith("طائر") and hit.startswith("مروحي"))  # طائرات | مروحية
        strikes = before.startswith(_STRIKES) and not kind and not (before == "مسيره" and hit.endswith("ات"))
        return self._thing(start) == "munition" or strikes

    def _thing(self, index: int) -> str:
        """The class of the noun of a thing at a token, empty where none stands."""
        found = self.tokens[index].word.find("thing")
        return found.sense.entry.group if found is not None and isinstance(found.sense.entry, Noun) else ""

    def is_setting(self, index: int) -> bool:
        """في بيان, في أول تعليق, في إطار: through what or on what occasion something is said; nobody belongs there."""
        at = min(index + (self.tokens[index].word.core in _ORDER), len(self.tokens) - 1)
        return self.is_channel(at) or self.tokens[at].word.core in _OCCASIONS

    def is_whole_name(self, start: int, last: int) -> bool:
        """الوزير جون كيري | في روما, صحيفة الأفق | في افتتاحيتها: behind a person's or paper's name it is said where he speaks."""
        if last == start and last in self.named and self.is_name(last):  # ظهر زيلينسكي | في المشاهد
            return True
        if last == start or not self.is_name(last) or last in self.placed or self.tokens[last].word.bare.endswith(PEOPLE_ENDS):
            return last + 2 in self.placed and (self._leads_state(start, last) or self._is_surname(start, last))
        if self._of_group(start, ("media",)):
            return True
        first = next((k for k in range(last, start - 1, -1) if not self.is_name(k)), start)
        if first > start and self._of_group(first, ("organ", "group")) and not self.is_definite(first):
            return False
        return (self.is_title(start) and any(self.is_definite(k) for k in range(start, last))) or self.is_name(last - 1)

    def _leads_state(self, start: int, last: int) -> bool:
        """أوباما | في واشنطن, الرئيس المصري | في القاهرة: a leader by his name or nation; where he is stands behind."""
        lone = last == start and self.is_name(start) and not self.tokens[start].word.labels
        head = self.tokens[start].norm.removeprefix(self.tokens[start].word.conjunction) in _HEADS
        return lone or (head and last == start + 1 and "demonym" in self.tokens[last].word.labels)

    def _is_surname(self, start: int, last: int) -> bool:
        """الوزير سامي | الدباغ | في بغداد: a name with the article, behind a given name and an office."""
        plain = self.has_article(last) and not self.tokens[last].word.labels
        return plain and self.is_name(last - 1) and (self.is_title(start) or last - 1 == start)

    def is_first_name(self, start: int, index: int) -> bool:
        """الوزير خالد | العطية في الدوحة إن: a lone name behind a title, when the sentence goes on with أن."""
        name = self.is_name(index) or self.is_given_name(start, index)
        return name and self.is_title(index - 1) and self.that_comes(index + 2)

    def that_comes(self, index: int) -> bool:
        """Whether أن or a colon comes before any verb, not far behind."""
        for at in range(index, min(index + _THAT_REACH, len(self.tokens))):
            if self.parts[at] == THAT or self.tokens[at].raw == ":":
                return True
            if self.parts[at] == VERB or self.tokens[at].raw in ".؛":
                return False
        return False

    def takes_genitive(self, index: int) -> bool:
        """كبير | المفاوضين, حاكم | الإقليم, لسرايا | القدس: an adjective that may govern a genitive, an office, a body behind ل."""
        word = self.tokens[index].word
        return self.is_bound(index) or self.is_title(index) or (word.preposition == "ل" and "source" in word.labels)

    def is_bound(self, index: int) -> bool:
        """كبير | المفاوضين, وزراء خارجية | الدول: an adjective with a genitive, a ministry so called behind whoever holds it."""
        portfolio = index > 0 and self.tokens[index].word.core in _PORTFOLIOS and self.is_title(index - 1)
        senior = self.tokens[index].word.core == "كبير" and index > 0 and self.tokens[index - 1].word.bare.endswith("ي")
        return portfolio or (self.is_construct_adjective(index) and not senior)  # دبلوماسي أوروبي كبير | الحكومة

    def is_named_in_full(self, first: int, index: int) -> bool:
        """هادي ميلادي | رئيس اللجنة: an office behind first name and surname, with no title before them, is his own."""
        plain = all(self.parts[at] == NOUN and not self.tokens[at].word.labels for at in range(first, index))
        return plain and index - first > 1 and self.is_title(index) and not self.has_article(first)

    def name_follows(self, index: int) -> bool:
        """رئيس البعثة للدعم في ليبيا | سالم الهاني: behind a deed that belongs to an office, and its place, stands a name."""
        at = index + 1
        while at < min(index + 4, len(self.tokens) - 1) and (self.tokens[at].norm == "في" or at in self.placed):
            at += 1
        if at + 1 >= len(self.tokens) or at in self.placed:
            return False
        return self.is_name(at) and self.parts[at + 1] == NOUN and not self.has_article(at + 1)

    def ends_full_name(self, start: int, index: int) -> bool:
        """قال فؤاد شكر إن, إسماعيل بقائي: a verbal noun as surname, behind a first name alone and right before أن, or with ي."""
        if self.is_name(index - 1) and self.tokens[index].word.bare.endswith("ي"):
            return True
        if self._describes_too(index) or self.is_surname_like_a_deed(start, index):
            return True
        if index - 1 != start or not self.is_name(start):
            return False
        then = index + 1 < len(self.parts) and self.parts[index + 1] == THAT
        return then or self.tokens[index].word.bare.endswith("ائي")

    def _describes_too(self, index: int) -> bool:
        """مصادر سورية | معارضة: behind an adjective in ة a word that may be a participle is one, with no genitive behind it."""
        bare, before = self.tokens[index].word.bare, self.tokens[index - 1].word
        if not (bare.startswith("م") and bare.endswith("ة") and before.bare.endswith("ية")) or before.article:
            return False
        return not (index + 1 < len(self.parts) and self.parts[index + 1] == NOUN)

    def is_no_surname(self, index: int) -> bool:
        """كيري | الانتخابات, أوباما | التسوية: a definite noun in ـات, ـة or of the shape of a verbal noun; not زياد النخالة."""
        word = self.tokens[index].word
        rare = word.bare.endswith("ة") and not word.labels and not frequency(word.core)
        return not rare and self.is_noun(index) and (word.bare.endswith(("ات", "ة")) or self.is_definite_masdar(index))

    def is_set_off(self, index: int) -> bool:
        """نفى الوزير | معرفته بالصفقة, | استقالته: behind an adjective, or with a pronoun on a known noun in ة or a verbal noun."""
        word = self.tokens[index].word
        if self.is_adjective(index - 1) or (word.bare.endswith(_ON_TA) and self.is_owned(index)):
            return True
        return word.bare.endswith("ه") and masdar_shape(word.core[:-1])

    def may_be_name(self, index: int) -> bool:
        """كوناتي, هادي: a name, or a word in ي that no table lists and that has no article."""
        word = self.tokens[index].word
        return self.is_name(index) or (self.parts[index] == NOUN and not (word.labels or word.article) and word.bare.endswith("ي"))

    def label_end(self, start: int, index: int, limit: int) -> int:
        """A name in quotation marks belongs to the noun before it: تنظيم «داعش», صحيفة “ستيت”."""
        body = self._of_group(index - 1, ("organ", "group", "media")) and not self.has_article(index - 1)
        close = self.layout.closing.get(index) or (self.layout.brackets.get(index) if body else None)  # جماعة (جند الوادي)
        if close is None or close >= limit or close - index > (_LONG_LABEL if body else LABEL):
            return index
        nameless = self._of_group(start, ("anonymous", "witness")) and (index - 1 == start or self.is_adjective(index - 1))
        if nameless and close - index > _BRIEF and "medium" not in self.tokens[index + 1].word.labels:
            return index  # قال مسؤول أميركي | "الجيش باق في المدينة"
        known = {"source", "person"} & self.tokens[start].word.labels and not self.is_title(start)
        agency = bool(known) and close - index < LABEL - 2
        listed = close + 2 in self.layout.closing and self.tokens[close + 1].norm == "و"  # طلبت العائلات «الصبر» و«الحذر»
        agency = agency and not (listed or self.is_event_noun(index + 1) or self.is_masdar(index + 1))
        person = self.is_label(start, index) or self.is_quoted_name(start, index, close)
        if not person and not self.is_namer(index - 1) and not (agency and self.is_definite(index - 1)):
            return index
        adjunct = "ل" if close - index < LABEL // 2 else "لب"  # الاتحاد "بأشد العبارات"
        brief = body and close - index <= _BRIEF  # تنظيم «فجر الوادي»: in two words of a name, no verb
        if (not brief and VERB in self.parts[index:close]) or self.tokens[index + 1].word.preposition in tuple(adjunct):
            return index
        return index if self.is_accusative(index + 1) else close + 1  # وتعتبرها واشنطن | «شريكا على الأرض»

    def in_marks(self, index: int, limit: int) -> tuple[int, int] | None:
        """نقلت «رويترز» عن, أفاد «مرصد حقوقي» بـ: the name that stands in the marks which open at a token, without them."""
        close = self.layout.closing.get(index, limit)
        named = close < limit and self.begins(index + 1) and VERB not in self.parts[index:close]
        return (index + 1, close) if named else None

    def is_in_name(self, index: int) -> bool:
        """محمد | بن سلمان, سامي | أبو زهري, طالبان | باكستان: where a name goes on, whatever its words may mean."""
        before = self.tokens[index - 1]
        if self.tokens[index].norm in SONS or (before.norm in SONS and self.parts[index - 1] == NOUN):
            return True
        if self.tokens[index].norm == "عبد" and not self.is_definite(index - 1):  # كامل | عبد الله
            return index + 1 < len(self.tokens) and self.has_article(index + 1)
        if self.tokens[index].norm in ("ابو", "ابي"):
            return not self.has_article(index - 1) and not before.word.labels and not self.preposition_of(self.tokens[index])
        return index in self.named and index - 1 in self.named and not self.tokens[index].word.conjunction

    def ends_any(self, index: int) -> bool:
        """Whether a word stands here at which any phrase ends; most words never do."""
        word = self.tokens[index].word
        worst = word.core in WORST and not word.article  # شنت روسيا | أعنف هجوم
        other = word.core in COUNTERPARTS  # التقى الوزير فؤاد حسين | نظيره
        if (
            other
            or self.is_behind_lack(index)
            or (worst and (index - 1 in self.placed or "country" in self.tokens[index - 1].word.labels))
        ):
            return True
        if word.labels.isdisjoint(ENDING) and word.core not in _ENDERS:
            return False
        return self._is_never_inside(index) or self._is_apart(index)

    def _is_never_inside(self, index: int) -> bool:
        """من جهته, بحسب, قوله, سراح, كيف, ختم الرئيس | كلمته, ختم كيري | كلمته: words that go on with no phrase."""
        word = self.tokens[index].word
        if not word.labels.isdisjoint(("switch", "according")) or word.core in APART:
            return True
        whole = self.is_definite(index - 1) or (self.parts[index - 1] == NOUN and not self.tokens[index - 1].word.labels)
        own = self.is_channel(index) and word.bare.endswith(("ه", "ها", "هم")) and whole
        return own or self.is_saying(index)

    def _is_apart(self, index: int) -> bool:
        """مؤكدا, هاربا, مقتلهم | إصابة: a state, or a deed behind one that has its owner."""
        states = self.is_participle_cue(index) or self.is_state(index)
        if states and (self.is_accusative(index) or self.is_definite(index - 1)):
            return True
        return (self.is_event_noun(index) and self.is_owned(index - 1)) or self._is_held(index)

    def _is_held(self, index: int) -> bool:
        """أكد قرضاي | ضرورة الحوار, سيسوكو | عزم أن: behind a name what is needed or felt, before a genitive or أن, is no name."""
        word = self.tokens[index].word
        if word.article or not (word.core in HELD or word.labels & {"attitude", "emotion"}):
            return False
        before = self.tokens[index - 1].word
        named = index - 1 in self.named or (self.parts[index - 1] == NOUN and not before.labels and not before.article)
        return named and index + 1 < len(self.tokens) and self.parts[index + 1] in (NOUN, THAT)

    def _opens(self, index: int) -> bool:
        """المتحدث باسم | «كتائب الفجر», ناشطون في | لجان: a noun phrase, or what stands in marks, begins at a token."""
        return self.begins(index) or index in self.layout.closing

    def is_thing_behind_name(self, start: int, index: int) -> bool:
        """قائد الجيش سالم الهاني | حل المجلس, سالم بن علي | تفوق الجنود: behind a name and surname a noun with its genitive that
        is often met with the article is no part of the name."""
        word, behind = self.tokens[index].word, index + 1
        if word.labels or word.article or word.preposition or word.bare.endswith("ي") or behind >= len(self.tokens):
            return False
        if self.is_name(index) or self.parts[behind] != NOUN or self.tokens[behind].word.conjunction or self.is_name(behind):
            return False
        surnamed = self.is_name(index - 1) or (self.has_article(index - 1) and not self.tokens[index - 1].word.labels)
        named = surnamed and any(self.is_name(at) for at in range(start, index - 1))
        return named and frequency("ال" + word.core) > _COMMON

    def is_parted(self, start: int, index: int) -> bool:
        """What a phrase ends before: what is hit, a thing behind a name, people (طالب خالد | المسلحين, في القاهرة | الإيرانيين)."""
        word = self.tokens[index].word
        if ("thing" in word.labels or self.tokens[start].word.core == _BOMBER) and self.hits(start, index):
            return True
        if not word.article:
            return self.is_thing_behind_name(start, index)
        return self.has_nun(index) and (index - 1 in self.placed or index - 1 in self.named or self.is_name(index - 1))

    def is_bare_nisba(self, index: int) -> bool:
        """A nisba that no table lists, at the head: a surname (زار بخاري | الكاميرون)."""
        word = self.tokens[index].word
        return not word.labels and word.bare.endswith("ي") and self.is_adjective(index)

    def is_other_number(self, index: int) -> bool:
        """حمل الوزير | الحوثيين, أبدى المبعوث | أسفه: people in the plural, or a feeling, behind a title with the article."""
        word, before = self.tokens[index].word, self.tokens[index - 1].word
        if self.is_owned(index) and "emotion" in word.labels:
            return True
        if not self.is_title(index - 1) or not self.has_article(index) or before.bare.endswith(("ين", "ون", "ات")):
            return False
        if not self.has_article(index - 1):  # زعيم الحوثيين
            return False
        return word.bare.endswith(("يين", "يون")) and not self.tokens[index - 1].word.labels & {"number"}

    def is_inflected_adjective(self, index: int) -> bool:
        """An adjective in the feminine or plural; a masculine one behind a name may be a name itself (هادي، كريم), and one
        right before أن is (أعلن سالم الهاني، برناردينو ليون أن)."""
        core = self.tokens[index].word.core
        common = frequency(core) and frequency("ال" + core)
        rare = not self.tokens[index].word.labels and not common  # محمد | اشتية, برناردينو | ليون
        if rare or (index + 1 < len(self.parts) and self.parts[index + 1] == THAT):
            return False
        return self.is_adjective(index) and self.tokens[index].word.bare.endswith(("ة", "ات", "ين", "ون"))

    def is_of_union(self, index: int) -> bool:
        """الاتحاد الدولي | للصحفيين, رابطة | للمحامين: people behind a union or league are its members, not whom it tells."""
        at = index - 1 - self.is_adjective(index - 1)
        people = "person" in self.tokens[index].word.labels or self.tokens[index].word.bare.endswith("ين")
        return at >= 0 and people and self.tokens[at].word.core in _UNIONS
