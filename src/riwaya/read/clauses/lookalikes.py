"""Forms that look like an event word: they say which force, from where a bullet, how a load came down, or are another word."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, QUANTIFIER, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Analysis, Word
from riwaya.read.grammar import Grammar
from riwaya.spelling import folded

_WHICH = ("مهاجمه", "مقاتله", "عزل", "مسانده")
"""القوات | المهاجمة, الفصائل | المقاتلة, المدنيين | العزل, القوات | المساندة له: words that say which."""


def may_look_alike(word: Word) -> bool:
    """Whether ``only_says_which`` or ``parts_by_itself`` may hold of a form; of most they never do."""
    known = word.lookalike
    if known is None:
        known = word.lookalike = _may_look_alike(word)
    return known


def _may_look_alike(word: Word) -> bool:
    if word.core in ("صادر", "تفرق", "لقاء") or word.core in _WHICH or word.core.startswith(("مسير", "اسر")):
        return True
    return any(is_launch(found) or _brings_down(found) for found in word.analyses)


def only_says_which(grammar: Grammar, index: int, found: Analysis) -> bool:
    """القوات | المهاجمة, المدنيين | العزل, بيان | صادر أمس, برصاص | أطلق من الجبل: which forces or paper, whence a shot."""
    if index == 0:
        return False
    before = index - 1
    if grammar.tokens[index].word.core == "صادر" and found.sense.part == "verb":  # بيان | صادر مساء أمس
        return grammar.parts[before] == NOUN and not grammar.phrases.is_definite(before)
    if grammar.tokens[index].word.norm == "لقاء" and grammar.tokens[index + 1 : index + 2]:
        return grammar.tokens[index + 1].word.core in _PAID  # أفرجوا عنه | لقاء فدية
    if is_launch(found) and found.sense.part == "verb":
        return grammar.tokens[before].norm in ("برصاص", "بنيران", "بقذيفه", "بصاروخ")
    if _flies(grammar, index, found) or _drops_loads(grammar, index, found) or _all_of_it(grammar, index, found):
        return True
    if not found.article or grammar.tokens[index].word.core not in _WHICH:
        return False
    return grammar.parts[before] == NOUN and grammar.phrases.has_article(before)


_PAID = word_list("paid for a deed")


def _flies(grammar: Grammar, index: int, found: Analysis) -> bool:
    """قصفوا بطائرة | مسيرة سوقا شعبية, بطائرات | مسيرة: an aircraft that nobody flies is no march."""
    march = isinstance(found.sense.entry, Trigger) and found.sense.entry.type == "PROTEST"
    return march and grammar.tokens[index].word.core.startswith("مسير") and grammar.group(index - 1, "thing") == "vehicle"


def _drops_loads(grammar: Grammar, index: int, found: Analysis) -> bool:
    """عملية | إسقاط جوي لمعدات: what comes down by parachute is not shot down."""
    return _brings_down(found) and found.sense.part == "noun" and grammar.layout.norms[index + 1 : index + 2] == ["جوي"]


def _brings_down(found: Analysis) -> bool:
    """أسقط: what is shot down."""
    entry = found.sense.entry
    return isinstance(entry, Trigger) and entry.lemma == "أسقط" and entry.type == "ASSAULT"


def parts_by_itself(grammar: Grammar, index: int, found: Analysis) -> bool:
    """تفرق | المتظاهرون, تفرق | الحشد, تفرق | آلاف المحتجين: a crowd parts by itself; الشرطة | تفرق محتجين is she who parts it."""
    word, at = grammar.tokens[index].word, index + 1
    if found.sense.part != "verb" or word.core != "تفرق" or found.pronoun or at >= grammar.limit(index):
        return False
    behind = grammar.tokens[at].word
    if behind.core.endswith("ون") or (behind.article and not behind.core.endswith("ين") and grammar.gender(at) != "f"):
        return True
    return grammar.parts[at] in (NUMERAL, QUANTIFIER) and NOUN not in grammar.parts[grammar.clause_start(index) : index]


def _all_of_it(grammar: Grammar, index: int, found: Analysis) -> bool:
    """المدينة | بأسرها, العالم | بأسره: all of it; الجنود مع | أسرهم: their families; قام الجنود | بأسرهم captures them."""
    if grammar.tokens[index].word.core[:3] != "اسر" or not found.pronoun:
        return False
    if found.preposition != "ب":
        return grammar.tokens[index - 1].norm in ("مع", "الي", "افراد", "من") or _are_families(grammar, index, found)
    done = any(grammar.tokens[at].word.core in _CARRY_OUT for at in range(max(0, index - _CARRY_BACK), index))
    return grammar.parts[index - 1] == NOUN and not done


_CARRY_OUT, _CARRY_BACK = word_list("carry out a capture"), 4


def _are_families(grammar: Grammar, index: int, found: Analysis) -> bool:
    """السجناء المفرج عنهم | وأسرهم: the families of some people; بعد | أسرهم, تم تأمينهم | وأسرهم: their capture."""
    before = grammar.layout.norms[max(0, index - 1 - bool(found.conjunction)) : index]
    return found.pronoun == "هم" and _BEFORE_CAPTURE.isdisjoint(before)


_BEFORE_CAPTURE = word_list("before a capture")


def came_about(grammar: Grammar, index: int, at: int) -> bool:
    """وقعت اشتباكات رغم | الاتفاق, وقع الهجوم بعد | اتفاق الطرفين: what happened beside a deal signs none."""
    if not grammar.tokens[index].norm.lstrip("وف").startswith("قع"):
        return False
    return grammar.parts[at - 1] == PREPOSITION and not grammar.tokens[at - 1].norm.startswith(("علي", "من"))


def is_launch(found: Analysis) -> bool:
    """أطلق: the verb of what is fired."""
    return isinstance(found.sense.entry, Trigger) and found.sense.entry.lemma == "أطلق"


def brings_aid(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """وصلت طائرة عسكرية | تحمل مساعدات, محملة بالأدوية: what comes with aid on board is no move of troops, and takes no ground."""
    if entry.type == "CONTROL" and entry.lemma == "دخل":  # بدأت شاحنات المساعدات في | دخول القطاع
        before = range(max(grammar.clause_start(index), index - _ON_BOARD), index)
        carried = any(grammar.tokens[at].word.core.startswith(("مساعد", "اغاث")) for at in before)
        return carried and any(grammar.group(at, "thing") == "vehicle" for at in before)
    if entry.type != "MOBILIZE" or entry.lemma not in ("وصل", "هبط"):
        return False
    reach = range(index + 1, min(grammar.limit(index), index + _ON_BOARD))
    return any(grammar.tokens[at].word.core in _AID for at in reach) and any(
        grammar.group(at, "thing") == "vehicle" for at in reach
    )


_ON_BOARD = 10
_AID = word_list("aid on board")


def unlike(entry: Trigger, found: Analysis) -> bool:
    """A form that the row cannot have: an object on an intransitive (تقدمها), many people on one visit, اجتماعي, تصالحي, سيزار."""
    form = found.sense.form
    if found.pronoun == "ك" and (entry.lemma in ("لجأ", "أنهى") or not isinstance(form, VerbForm)):  # بحث | لجاك, إنهاك | القادة
        return True
    if not isinstance(form, VerbForm):
        two = entry.lemma == "تصالح" and getattr(form, "number", "") == "d"
        return two or (entry.lemma == "اجتمع" and found.pronoun == "ي")
    if entry.mode == "visit" and form.voice == "passive" and form.tense != "perfect":
        return True
    if form.person == 1 and entry.lemma in _NOT_OURS:
        return True
    if entry.lemma in _HARMS and form.number == "d" and form.tense == "perfect" and found.pronoun:
        return True
    if entry.mode == "visit" and form.number == "p":
        return True
    if not found.pronoun:
        return False
    fired = entry.group == "attack" and entry.lemma in FIRES  # صاروخا | أطلقته الجماعة
    alone = (entry.frame in ("A", "V", "M") and not fired) or entry.group == "start" or entry.lemma == "زاد"  # لن | تزيدنا القذائف
    return alone or folded(entry.lemma) in _FLEES


_HARMS = ("قتل", "جرح")
"""نقل | جرحاهم, تركوا | قتلاهم: their wounded and dead, whom no two have wounded or killed."""
FIRES = frozenset({"أطلق", "ألقى"})
_FLEES = word_list("flees")
"""وفرتها الدولة, هربها التجار: with a pronoun no verb of fleeing but of providing or smuggling."""
_NOT_OURS = frozenset({"فر", "أجلى", "دهم", "احتج"})
"""نفر من السكان, نجليه, سندهم, احتجنا: some people, his two sons, their support, we needed; nobody says that we flee."""


def inspects(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """تفقد الوزير المواقع, وصل | وتفقد القوات: he inspects; تفقد الحركة مواقعها, حركة تفقد مواقعها: a feminine beside it loses."""
    if entry.lemma != "فقد" or grammar.tokens[index].word.core != "تفقد":
        return False
    first, limit = grammar.layout.sentence(index).start, grammar.limit(index)
    if grammar.tokens[index].word.conjunction == "و":
        before = next((at for at in range(index - 1, first - 1, -1) if grammar.parts[at] == VERB), index)
        forms = [one.sense.form for one in grammar.tokens[before].word.analyses if isinstance(one.sense.form, VerbForm)]
        if before < index and any(form.tense == "perfect" for form in forms):
            return any(form.gender == "m" for form in forms)
    beside = [at for at in (index - 2, index - 1, index + 1) if first <= at < limit and grammar.parts[at] == NOUN]
    return not any(grammar.gender(at) == "f" for at in beside)


def heads_for_deed(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """تتجه الدولة إلى | نشر قوات, تتجه | لاستدعاء الاحتياط: whoever is about to do something does not march there."""
    if entry.lemma not in ("اتجه", "توجه") or grammar.parts[index] != VERB:
        return False
    for at in range(index + 1, min(grammar.limit(index), index + _SUBJECT)):
        led = grammar.tokens[at - 1].norm == "الي"
        if led or grammar.phrases.preposition_of(grammar.tokens[at]) == "ل":
            deed = grammar.phrases.is_masdar(at) and bool(grammar.tokens[at].word.all("trigger", "noun"))
            return deed and at not in grammar.place_at and (led or entry.lemma == "اتجه")
        if grammar.parts[at] == VERB or grammar.is_comma(at) or grammar.tokens[at].norm in ("نحو", "باتجاه", "صوب"):
            return False
    return False


_SUBJECT = 9


def aims_at_deed(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """استهدف الهجوم | السيطرة على العاصمة, تستهدف الحملة | القضاء عليهم: a deed as object is what is aimed at, and not struck."""
    return entry.lemma == "استهدف" and grammar.parts[index] == VERB and deed_aimed_at(grammar, index) is not None


def deed_aimed_at(grammar: Grammar, index: int) -> int | None:
    """استهدف الهجوم | السيطرة, تستهدف العملية | قطع طرق الإمداد: the deed that is a verb's object, behind its subject."""
    for at in range(index + 1, min(grammar.limit(index), index + _SUBJECT)):
        if grammar.parts[at] in (VERB, PREPOSITION) or grammar.is_sign(at):
            return None
        whole = at == index + 1 or grammar.phrases.has_article(at - 1) or grammar.phrases.is_adjective(at - 1)
        if whole and grammar.parts[at] == NOUN and _is_aim(grammar.tokens[at].word):
            return at
    return None


def _is_aim(word: Word) -> bool:
    """السيطرة, تحرير, قطع | طرق الإمداد, القضاء: ground to be taken, people to be held, somebody to be killed or stopped."""
    rows = [one.sense.entry for one in word.all("trigger", "noun")]
    taken = any(isinstance(row, Trigger) and row.type in ("CONTROL", "COERCE") for row in rows)
    other = word.preposition or word.conjunction or word.core == "احتلال"  # استهدف | الاحتلال القرية
    return not other and (taken or word.core in _AIMED_AT)


_AIMED_AT = word_list("deed aimed at")


def turns_to(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """توجه القائد إلى جنوده | بالقول, توجه إليهم | قائلا, توجه الوزير | بالشكر إلى: whoever turns to somebody with words stays."""
    if entry.lemma not in ("اتجه", "توجه"):
        return False
    for at in range(index + 1, min(grammar.limit(index), index + _SUBJECT)):
        if grammar.tokens[at].norm in _WORDS:
            return True
        if grammar.parts[at] == VERB or grammar.is_comma(at):
            return False
    return False


_WORDS = word_list("turned to with")


def over_a_fire(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """اندلع حريق وتمت | السيطرة عليه: firemen take no ground; the pronoun behind means the fire told of before."""
    if entry.lemma != "سيطر" or grammar.layout.norms[index + 1 : index + 2] not in (["عليه"], ["عليها"]):
        return False
    first = max(grammar.layout.sentence(index).start, index - _FIRE_BACK)
    return any(grammar.tokens[at].word.core in _ABLAZE for at in range(first, index))


_ABLAZE, _FIRE_BACK = word_list("fire"), 16


def is_of_deed(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """وجود | حشود عسكرية, نفى وجود | عملية تعبئة: what is there is a deed, which is told by its own word."""
    if entry.lemma != "وجود" or index + 1 >= grammar.limit(index):
        return False
    at = index + 1 + (grammar.tokens[index + 1].word.core == "عمليه")
    found = grammar.tokens[at].word.all("trigger") if at < grammar.limit(index) else ()
    rows = (one.sense.entry for one in found)
    return grammar.parts[at] == NOUN and any(isinstance(row, Trigger) and row.type == "MOBILIZE" for row in rows)
