"""What stands around a form that only a verb has in the tables and says that it is none: a governed noun, a name, an accusative."""

from __future__ import annotations

from riwaya.lang.ar.gazetteer import capital_names
from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import CONTRAST, EITHER, NOUN, NUMERAL, PREPOSITION, THAT, VERB, part_of_speech, says_how
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Word
from riwaya.read.text.layout import Layout
from riwaya.read.text.tokens import DASHES, SIGN, WORD, Token
from riwaya.read.words.duals import is_no_dual
from riwaya.read.words.forenames import is_father
from riwaya.read.words.leaders import are_leaders
from riwaya.read.words.media_names import names_medium
from riwaya.read.words.offers import is_offer
from riwaya.read.words.own_deeds import is_knowledge, is_own_deed
from riwaya.read.words.shared_genitives import shares_genitive


def is_no_verb(layout: Layout, parts: list[str], index: int, only: bool) -> bool:
    """Whether what stands around a form that may be a verb says that it is none here; ``only``: the tables have nothing else."""
    token, before = layout.tokens[index], layout.norms[index - 1] if index else ""
    if is_knowledge(layout.tokens, index) or are_leaders(layout, index) or (before in _SHE_WAS and _was_she(layout, index)):
        return True
    if (token.norm == _MEASURE and _is_measure(layout, index)) or is_father(layout.tokens, index):
        return True
    if token.word.core.startswith(_MEASURE) and (_is_amount(layout, index) or _is_ability(layout, index)):
        return True
    if _is_singled_out(layout, index) or _are_new(layout, index) or _is_carried(layout, index) or _is_dawn(layout, index):
        return True
    if _is_curfew(layout, index) or names_medium(layout, index) or is_offer(layout, parts, index):
        return True
    if shares_genitive(layout, parts, index):
        return True
    if not only:
        return is_no_dual(layout, parts, index)
    if _is_governed(layout, parts, index) or _is_deed(token) or _is_surname(layout, parts, index):
        return True
    if _heads_superlative(layout, index) or _ends_name(layout, index):
        return True
    return is_no_dual(layout, parts, index)


def _is_dawn(layout: Layout, index: int) -> bool:
    """إن القوات، | فجر اليوم الأحد، قصفت: between two commas, before nothing but a day, فجر is the time."""
    tokens, end = layout.tokens, index + 1
    if tokens[index].norm != "فجر" or index < 1 or tokens[index - 1].kind != SIGN:
        return False
    while end < len(tokens) and "timeword" in tokens[end].word.labels:
        end += 1
    return index + 1 < end < len(tokens) and tokens[end].kind == SIGN


def _is_curfew(layout: Layout, index: int) -> bool:
    """فرض الطوارئ | وحظر التجول, حماية المدنيين | ونزع السلاح: what is done to it right behind leaves no room for who does it."""
    behind = layout.norms[index + 1] if index + 1 < len(layout.norms) else ""
    deed = layout.norms[index].removeprefix("و")
    curfew = deed == "حظر" and behind in ("التجول", "التجوال", "تجول", "طيران", "الطيران")
    return curfew or (deed == "نزع" and behind in ("السلاح", "الاسلحه", "الالغام"))


def is_announced(layout: Layout, parts: list[str], index: int) -> bool:
    """أعلنت الكتائب -أمس- | قصف القرية: what a verb of announcing leads to, behind an aside between dashes, is no second verb."""
    tokens, first = layout.tokens, layout.sentence(index).start
    if index - first < _SHORTEST or tokens[index].word.conjunction or not _is_behind_aside(layout, index, first):
        return False
    opener = next((at for at in range(index - 2, max(first, index - _FAR), -1) if tokens[at].raw == tokens[index - 1].raw), first)
    verb = next((at for at in range(opener - 1, max(first - 1, opener - _FAR), -1) if parts[at] in (VERB, THAT)), -1)
    return verb >= 0 and parts[verb] == VERB and tokens[verb].word.core in _ANNOUNCES and VERB not in parts[opener:index]


def _is_behind_aside(layout: Layout, index: int, first: int) -> bool:
    """-أمس- | قصف, ، اليوم السبت، | استعادتها: behind an aside between dashes, or a time between commas."""
    tokens, close = layout.tokens, index - 1
    if tokens[close].raw in DASHES:
        return True
    at = close - 1
    while at > first and "timeword" in tokens[at].word.labels:
        at -= 1
    return tokens[close].raw in ("،", ",") and at < close - 1 and tokens[at].raw in ("،", ",")


_SHORTEST, _FAR, _ANNOUNCES = 5, 13, word_list("announces a deed")


def _was_she(layout: Layout, index: int) -> bool:
    """كانت | فرق الأمن اعتقلت: right behind "she was" a form that were a perfect of him is a noun, if a table has it as one."""
    token = layout.tokens[index]
    if token.word.conjunction or not token.word.labels & {"person", "source", "thing"}:
        return False
    forms = [found.sense.form for found in token.word.analyses if found.sense.part == "verb"]
    return all(getattr(form, "tense", "") == "perfect" and getattr(form, "gender", "") == "m" for form in forms)


def _is_measure(layout: Layout, index: int) -> bool:
    """إدخال أكبر | قدر من المساعدات, بأقل قدر من الخسائر: how much, right behind a word of comparison; no verb of estimating."""
    if index == 0 or layout.norms[index + 1 : index + 2] != ["من"]:
        return False
    return layout.tokens[index - 1].word.core in _MOST


def _is_amount(layout: Layout, index: int) -> bool:
    """مكافأة | قدرها سبعة ملايين دولار, مبلغ | قدره 50 ألفا: behind what amounts to it, right before a number."""
    owned = layout.tokens[index].word.core in ("قدره", "قدرها") and index + 1 < len(layout.tokens)
    return owned and bool(layout.tokens[index + 1].word.labels & {"number"} or layout.norms[index + 1][:1].isdigit())


def _is_ability(layout: Layout, index: int) -> bool:
    """بناء قدرتها العسكرية | وقدرتها الأمنية: what somebody is able to, right before an adjective of it; no verb of estimating."""
    word, behind = layout.tokens[index].word, layout.tokens[index + 1 : index + 2]
    owned = word.core.startswith("قدرت") and word.core.endswith(("ه", "ها", "هم"))
    return owned and any(next_.word.article and next_.word.bare.endswith("ية") and not next_.word.labels for next_ in behind)


_MOST = word_list("most or least of")
_SHE_WAS, _MEASURE = ("كانت", "وكانت"), "قدر"


def _is_singled_out(layout: Layout, index: int) -> bool:
    """انتهاكات الجماعة، خصوصا | خرق الهدنة, خاصة | حظر الإضرابات: behind "above all" what were a perfect is a noun."""
    token = layout.tokens[index]
    if index == 0 or layout.norms[index - 1].removeprefix("و") not in _ABOVE_ALL or token.word.conjunction:
        return False
    noun = any(found.sense.part == "noun" for found in token.word.analyses)
    forms = [found.sense.form for found in token.word.analyses if found.sense.part == "verb"]
    return noun and all(getattr(form, "tense", "") == "perfect" and getattr(form, "gender", "") == "m" for form in forms)


def _are_new(layout: Layout, index: int) -> bool:
    """جند التنظيم مقاتلين | جددا, جنودا | جددا: new ones behind an indefinite plural, no verb of two."""
    before = layout.tokens[index - 1].word if index else None
    if before is None or layout.tokens[index].norm != "جددا":
        return False
    return not before.article and before.bare.endswith(("ين", "ا"))


def _is_carried(layout: Layout, index: int) -> bool:
    """ناقلة | جند, ثلاث ناقلات | جند: troops that a vehicle carries, no verb of recruiting."""
    return index > 0 and layout.tokens[index].norm == "جند" and layout.tokens[index - 1].word.core.startswith("ناقل")


_ABOVE_ALL = ("خصوصا", "خاصه", "بخاصه", "لاسيما", "سيما")


def _ends_name(layout: Layout, index: int) -> bool:
    """النائب عبد الله أبشروا: a form in وا that no table has, behind a name and before a mark, goes on with the name."""
    word = layout.tokens[index].word
    if word.analyses or not word.norm.endswith("وا") or word.conjunction or index + 1 >= len(layout.tokens):
        return False
    before = layout.tokens[index - 1].word if index else word
    named = before.norm == "الله" or not (before.labels or before.article)
    return named and layout.tokens[index + 1].kind == SIGN


def _heads_superlative(layout: Layout, index: int) -> bool:
    """أحد | أخطر الأبعاد: right behind "one of" no perfect stands; behind the day الأحد one may."""
    before = layout.tokens[index - 1].word if index else None
    one = before is not None and before.core in ("احد", "احدي") and not before.article
    return one and not imperfect(layout.tokens[index])


_BEHIND_NAMES = word_list("behind a surname")


def _is_surname(layout: Layout, parts: list[str], index: int) -> bool:
    """هاكان فيدان إن: a form with ف, right behind a name and right before أن or a mark, goes on with the name."""
    token, before = layout.tokens[index], layout.tokens[index - 1]
    if (
        token.word.conjunction != "ف"
        or index < 2
        or parts[index - 1] != NOUN
        or before.word.labels
        or index + 1 >= len(layout.tokens)
    ):
        return False
    behind = layout.tokens[index + 1]
    ends = behind.kind == SIGN or bool(behind.word.preposition) or behind.norm in _BEHIND_NAMES
    return ends and not before.norm.startswith("ال") and imperfect(token)


def _is_deed(token: Token) -> bool:
    """نفاد الوقود: a verbal noun that could else only be a verb of the first person."""
    if "masdar" not in token.word.labels:
        return False
    forms = [found.sense.form for found in token.word.analyses if found.sense.part == "verb"]
    return bool(forms) and all(getattr(form, "person", 3) == 1 for form in forms)


def _is_governed(layout: Layout, parts: list[str], index: int) -> bool:
    """باحثون في علم السكان, أثر على | سير المحادثات: no verb right behind a preposition but منذ, حتى or one with a pronoun."""
    if index == layout.sentence(index).start or parts[index - 1] != PREPOSITION:
        return False
    before = layout.tokens[index - 1].norm
    return before not in _BEFORE_VERBS and not before.endswith(("ه", "ها", "هم", "هما", "لنا"))


_BEFORE_VERBS = frozenset({"منذ", "حتي", "ومنذ", "وحتي", "لي"})


def imperfect(token: Token) -> bool:
    """Whether the form can only be an imperfect: a verb analysis in that tense and no noun."""
    verbs = [found for found in token.word.analyses if found.sense.part == "verb"]
    if verbs:
        return all(getattr(found.sense.form, "tense", "") != "perfect" for found in verbs)
    return token.norm.lstrip("وف")[:1] in ("ي",) and CONTRAST not in token.word.labels


def describes_not(tokens: list[Token], parts: list[str], index: int) -> bool:
    """مسلحون | غير معروفين: before an adjective; not غير أن, nor كان من غير الممكن."""
    if tokens[index].norm != "غير" or index + 1 >= len(tokens) or tokens[index + 1].norm.startswith("ان"):
        return False
    return index > 0 and parts[-1] == NOUN


def tells_age(tokens: list[Token], at: int) -> bool:
    """أن طفلا | يبلغ من العمر | 9 أعوام قتل: the verb only says how old."""
    return tokens[at].norm in _AGED and at + 2 < len(tokens) and tokens[at + 2].norm in ("العمر", "عمره", "عمرها")


_AGED = word_list("tells age")


def is_carried_on(tokens: list[Token], parts: list[str], index: int) -> bool:
    """واصل الجيش، أمس، | قصف البلدة, واصلت القوات، خلال الأيام الماضية، | قصف, واصلت المروحيات، | دك المعاقل: behind a verb of
    carrying on, somebody, and one comma or a time between two, a form that may be a noun is what goes on, no second verb.
    """
    if index < _TIMED or tokens[index - 1].raw not in _COMMAS or tokens[index].word.conjunction or _has_pronoun(tokens[index]):
        return False
    if _carries_on_before(tokens, parts, index - 1):
        return True
    opener = next((at for at in range(index - 2, max(index - _ASIDE, 0), -1) if tokens[at].raw in _COMMAS), 0)
    if not opener or not any("timeword" in tokens[at].word.labels for at in range(opener + 1, index - 1)):
        return False
    return _carries_on_before(tokens, parts, opener)


def _carries_on_before(tokens: list[Token], parts: list[str], comma: int) -> bool:
    """واصلت مروحيات الجيش|، , بدأ التحالف|، : a verb of carrying on before a comma, with only somebody between them, no deed."""
    for at in range(comma - 1, max(comma - _ASIDE, -1), -1):
        if parts[at] == VERB:
            light = any(getattr(one.sense.entry, "group", "") == "actor" for one in tokens[at].word.all("light", "verb"))
            which = at > 0 and "relative" in tokens[at - 1].word.labels  # التحالف، الذي تقوده الدولة، | قصف
            return light and at < comma - 1 and not which
        if parts[at] != NOUN or "trigger" in tokens[at].word.labels:
            return False
    return False


_COMMAS, _ASIDE, _TIMED = "،,", 7, 3


def _has_pronoun(token: Token) -> bool:
    """حملتها: a pronoun hangs on the form."""
    return any(one.pronoun for one in token.word.analyses)


def named_topic(tokens: list[Token], index: int) -> bool:
    """وكان سانتوس | أمر بوقف, كان حفتر | طلب: right behind كان a word that no table has is whoever then does something."""
    word = tokens[index].word
    strange = not (word.analyses or word.article or word.conjunction) and tokens[index].norm != "ثمه"
    return strange and index > 0 and tokens[index - 1].word.core == "كان"


def goes_on(tokens: list[Token], index: int) -> bool:
    """روسيا | تواصل القصف: behind a state that opens its clause a form that may be a noun says that it goes on with something."""
    before = tokens[index - 1].word
    norms = [token.norm for token in tokens[index : index + 2]]
    agrees = norms == ["توافق", "علي"]  # تركيا | توافق على الهدنة
    agrees = agrees or (norms[0] == "توقع" and norms[-1].startswith(_SIGNED))  # إيران | توقع اتفاقا
    return (agrees or tokens[index].norm == "تواصل") and ("country" in before.labels or before.core in capital_names())


_SIGNED = ("اتفاق", "معاهد", "مذكر", "بروتوكول")


def joined_deed(tokens: list[Token], parts: list[str], index: int) -> bool:
    """دعا إلى وقف القصف | وفك الحصار: behind a governed deed, a form with its own object behind it is a deed as well, no verb."""
    if is_own_deed(tokens, index):
        return True
    if index + 1 >= len(tokens) or not _has_object(tokens[index], tokens[index + 1]):
        return False
    deed = False
    for at in range(index - 1, max(index - _DEED_REACH, 0), -1):
        if parts[at] != NOUN:
            return False
        word = tokens[at].word
        if word.conjunction:
            return False
        deed = deed or any(found.sense.part == "noun" for found in word.all("trigger"))
        if word.preposition or parts[at - 1] == PREPOSITION:
            return deed
    return False


_DEED_REACH = 5


def _has_object(token: Token, behind: Token) -> bool:
    """فك | الحصار, فتح | المعابر, نشر | قوات: right behind a deed stands what its row asks for; people may be the subject."""
    rows = [found.sense.entry for found in token.word.all("trigger") if found.sense.part == "noun"]
    person = "person" in behind.word.labels
    return any(
        {behind.norm, behind.word.core} & row.needs and (not person or row.group == "move")
        for row in rows
        if isinstance(row, Trigger)
    )


_SAYS_THAT = ("ذكر", "كشف", "علم", "زعم", "قدر")
_THAT_REACH = 6


def says_that(tokens: list[Token], index: int) -> bool:
    """لكن أوباما | ذكر أن, وبعد الهجوم | كشف أحد السكان أن: a form that may be a noun, and أن right behind it,
    or behind a definite noun with no verb in between.
    """
    if tokens[index].norm not in _SAYS_THAT or index == 0:
        return False
    before, behind = tokens[index - 1], [token for token in tokens[index + 1 : index + _THAT_REACH]]
    if behind and part_of_speech(behind[0].word) == THAT:
        return not behind[0].norm.startswith("ب") and part_of_speech(before.word) != PREPOSITION
    parts = (part_of_speech(token.word) if token.kind != SIGN else SIGN for token in behind)
    return before.norm.startswith("ال") and next((part for part in parts if part in _BOUNDS), "") == THAT


_BOUNDS = frozenset({THAT, VERB, EITHER, SIGN})


def does_so(tokens: list[Token], index: int) -> bool:
    """توعد كل من | تورط في الهجوم: behind "everyone who" a form that may be a noun is a verb."""
    whoever = index > 1 and tokens[index - 1].norm == "من" and tokens[index - 2].word.core == "كل"
    return whoever and not (tokens[index].word.conjunction or tokens[index].word.article)


def is_described(tokens: list[Token], parts: list[str], index: int) -> bool:
    """هدوء | حذر, مطارا | عسكريا: a form that describes the noun right before it."""
    return is_wary(tokens, index) or describes_accusative(tokens, parts, index)


def is_wary(tokens: list[Token], index: int) -> bool:
    """يسود المدينة هدوء | حذر: right behind what may be wary, حذر is its adjective and nobody warns."""
    return tokens[index].norm in ("حذر", "حذرا") and index > 0 and tokens[index - 1].word.core.removesuffix("ا") in _WARY


_WARY = word_list("may be wary")


def may_describe(word: Word) -> bool:
    """Whether ``describes_not`` or ``is_described`` may hold of a word."""
    return word.norm in ("غير", "حذر", "حذرا") or word.core.endswith("يا") or word.core in _EITHER


def describes_accusative(tokens: list[Token], parts: list[str], index: int) -> bool:
    """مطارا | عسكريا, اتصالا | هاتفيا, وقفا | دائما: behind an indefinite accusative an adverb that may be its adjective is."""
    word, before = tokens[index].word, tokens[index - 1].word if index else None
    nisba = word.core.endswith("يا") and word.core not in _NO_NISBA
    if before is None or not (nisba or word.core in _EITHER) or not ("adverb" in word.labels or says_how(word)):
        return False
    if parts[-1] == NUMERAL:
        return True  # قتل الجيش 25 | اسلاميا
    if index > 1 and tokens[index - 2].word.core in _KINDS:  # مدينة درعا | جزئيا
        return False
    plain = parts[-1] == NOUN and not before.article and not before.labels & {"adverb", "country", "demonym", "timeword"}
    return plain and before.bare.endswith(("ا", "اً", "ًا", "ى")) and not word.conjunction and len(before.core) > _SHORT


_KINDS = ("مدينه", "بلده", "قريه", "محافظه", "منطقه")
_EITHER = word_list("adverb or adjective")
_NO_NISBA = ("حاليا", "رميا", "سعيا")
_SHORT = 3


def heads_name(tokens: list[Token], index: int) -> bool:
    """أم، أبو، دير ... before a definite word, where no verb or mark stands before: part of a name."""
    behind = index + 1
    if "namehead" not in tokens[index].word.labels or behind >= len(tokens):
        return False
    return tokens[behind].norm.startswith("ال") and index > 0 and tokens[index - 1].kind == WORD


def is_mother(tokens: list[Token], parts: list[str], index: int) -> bool:
    """قالت | أم, في | أم درمان, مدينة | أم درمان: behind a verb, a preposition or what is called so it is no "or"."""
    if tokens[index].norm == "وام":  # الخرطوم | وأم درمان
        return True
    if tokens[index].norm != "ام" or not parts:
        return False
    return parts[-1] in (VERB, PREPOSITION) or "thing" in tokens[index - 1].word.labels


def label_before(tokens: list[Token], index: int) -> range:
    """دانت منظمة |«عدالة»| الحقوقية أمس | قصف القرية: a name in marks, and at most two words behind it."""
    near = range(index - 1, max(-1, index - 4), -1)
    close = next((at for at in near if tokens[at].raw in _MARKS), None)
    opened = range(close - 2, max(-1, close - _LONGEST_LABEL - 1), -1) if close is not None else range(0)
    first = next((at for at in opened if tokens[at].raw in _MARKS), None)
    return range(first, close + 1) if first is not None and close is not None else range(0)


_MARKS, _LONGEST_LABEL = frozenset('«»“”"'), 5
