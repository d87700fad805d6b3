"""Nouns of reporting verbs that report nothing: adverbs, names, the recognition of a state, what only stands for a paper."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import DEMONSTRATIVE, RELATIVE, THAT
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Word
from riwaya.read.grammar import Grammar
from riwaya.read.words.owned import PRONOUN_ENDINGS


def is_no_saying(grammar: Grammar, index: int, cue: Cue) -> bool:
    """Whether a form of a reporting noun is something else here: an adverb, a verb, a name, something done and not said."""
    if index and grammar.parts[index - 1] == RELATIVE:  # القضايا التي | تهم الشباب
        return True
    if cue.lemma == "كشف" and not _is_revealed(grammar, index):
        return True
    if _is_convicted(grammar, index, cue) or _is_called_for(grammar, index) or grammar.tokens[index].norm == "بالاجماع":
        return True
    if _is_to_come(grammar, index) or _comes_then(grammar, index) or _is_what_it_is(grammar, index):
        return True
    if cue.lemma == "اعترض" and grammar.phrases.has_article(index):  # حق | الاعتراض على الحكم
        return True
    return _is_surely(grammar, index) or _is_name(grammar, index, cue) or _is_done(grammar, index, cue)


def _is_what_it_is(grammar: Grammar, index: int) -> bool:
    """فسره مراقبون بأنه | إقرار بالهزيمة, وصفه بأنه | دعوة إلى الحرب: what something is called, behind أن with its pronoun."""
    return index > 0 and grammar.parts[index - 1] == THAT and grammar.layout.norms[index - 1].endswith(("انه", "انها"))


def _is_revealed(grammar: Grammar, index: int) -> bool:
    """بعد | كشف المحافظ عن وجود أسرى: only behind such a word, and with عن, the noun tells; كشف النقاب عن, مهمة الكشف عن do not."""
    led = index > 0 and grammar.tokens[index - 1].word.core in _REVEALED_WHEN
    near = grammar.layout.norms[index + 1 : min(index + _TO_ABOUT, grammar.limit(index))]
    return led and not grammar.phrases.has_article(index) and "عن" in near[1:]


_REVEALED_WHEN = frozenset({"بعد", "عقب", "اثر", "منذ", "مع"})
_TO_ABOUT = 8


def _is_called_for(grammar: Grammar, index: int) -> bool:
    """من المهم | التوضيح بأن, يجب | الإشارة إلى, لا بد من | التأكيد على: what should be said, whoever writes says himself."""
    if index == 0 or not grammar.phrases.has_article(index):
        return False
    return grammar.tokens[index - 1].word.core in _FITTING or grammar.layout.norms[max(0, index - 2) : index] == ["بد", "من"]


_FITTING = word_list("fitting to be said")


def is_received(grammar: Grammar, index: int) -> bool:
    """تلقى القادة | أوامر, يواجه الجيش | اتهامات, بعد تلقيه | تهديدات: whoever gets it says it not."""
    first = max(grammar.clause_start(index), index - _GETS)
    return any(grammar.tokens[at].word.core.startswith(tuple(_RECEIVED)) for at in range(first, index))


_GETS = 4
_RECEIVED = word_list("words received")


def _is_convicted(grammar: Grammar, index: int, cue: Cue) -> bool:
    """بعد إدانته بقتل جندي, ثبتت إدانتهم بـ: whom a court has found guilty of something nobody condemns in words."""
    behind = grammar.tokens[index + 1] if index + 1 < len(grammar.tokens) else grammar.tokens[index]
    accused = behind.word.article and behind.word.core.startswith(_ACCUSED)  # إدانة | المتهم الثاني بالقتل
    owned = grammar.phrases.is_owned(index) and grammar.phrases.preposition_of(behind) == "ب"
    return cue.lemma in _CONDEMNS and (owned or accused)


_ACCUSED = ("متهم", "مدعي", "مشتبه")


_CONDEMNS = frozenset({"أدان", "دان"})


def _is_to_come(grammar: Grammar, index: int) -> bool:
    """سوف يتم | الإفصاح عن أي تحرك, سيتم الإعلان عن, في حال رفضها للاتفاق: what is still to be told nobody has told."""
    if grammar.layout.norms[index - 1 : index] == ["حال"]:
        return True
    return grammar.layout.norms[index - 1 : index] in (["سيتم"], ["وسيتم"]) or grammar.layout.norms[max(0, index - 2) : index] == [
        "سوف",
        "يتم",
    ]


def _comes_then(grammar: Grammar, index: int) -> bool:
    """وجاء | الإعلان عن الهدنة عشية القمة, ويأتي هذا | التحذير: when it was said what was told before."""
    at = index - 1 - (index > 1 and grammar.parts[index - 1] == DEMONSTRATIVE)
    came = at >= 0 and grammar.tokens[at].word.core in ("جاء", "جاءت", "ياتي", "تاتي")
    return came and grammar.phrases.has_article(index)


def is_closely(grammar: Grammar, at: int) -> bool:
    """نتابع التقارير عن | كثب: how closely something is followed, and nothing that it tells of."""
    return grammar.tokens[at].norm in ("كثب", "قرب", "بعد")


def _is_surely(grammar: Grammar, index: int) -> bool:
    """بالتأكيد أن الهدنة هشة: at the head of a clause an adverb; ختم حديثه بالتأكيد أن says something."""
    if grammar.tokens[index].norm != "بالتاكيد":
        return False
    heads = index == grammar.layout.sentence(index).start or grammar.is_sign(index - 1)
    return heads and grammar.parts[index + 1 : index + 2] == [THAT]


def _is_name(grammar: Grammar, index: int, cue: Cue) -> bool:
    """سامح شكري على: thanks of his own that nobody gives in a quotation are a surname."""
    own = cue.lemma == "شكر" and grammar.tokens[index].norm.endswith("شكري")
    return own and grammar.layout.quote_around(index) is None


def _is_done(grammar: Grammar, index: int, cue: Cue) -> bool:
    """تم إخطار النيابة بالحادث: what is done, by nobody who is named, to let somebody know."""
    return cue.detail == "notify" and index > 0 and grammar.tokens[index - 1].word.core in _DONE


_DONE = word_list("notice done")


def is_no_matter(grammar: Grammar, start: int, cue: Cue) -> bool:
    """الاعتراف بدولة فلسطين, طلب لجوء, دعوة لحضور حفل, توجيهاته بهذا الصدد: what is recognised, asked on paper, or pointed at.

    تنفيذا لتوجيهات الملك | وبإشراف الوزير, | بالتنسيق مع الهلال الأحمر: nor is with whose help an order is carried out.
    """
    core = grammar.tokens[start].word.core
    if cue.detail == "order" and (grammar.phrases.is_help(start) or grammar.tokens[start].word.conjunction):
        return True
    if cue.act == "claim_responsibility" and not is_claimed(grammar, start):
        return True
    if cue.lemma == "أعلن" and core in _DECLARED:
        return True
    if cue.lemma == "اعترف":
        return core in _RECOGNISED or start in grammar.phrases.placed or "country" in grammar.tokens[start].word.labels
    if cue.lemma == "طلب" or core == "استغاثه":
        return core in _PAPERS
    if cue.lemma == "دعا" and core in _INVITED:
        return grammar.tokens[start].word.preposition == "ل"
    behind = grammar.tokens[start + 1].word.core if start + 1 < len(grammar.tokens) else ""
    return core == "هذا" and behind in _RESPECTS


def is_claimed(grammar: Grammar, start: int) -> bool:
    """تبني الحركة | قتل جنديين, تبنيه | المسؤولية; not تبني المجلس | القرار: a deed for which somebody answers."""
    if start >= len(grammar.tokens):  # a text that breaks off
        return False
    behind = range(start, min(start + _TO_DEED, grammar.limit(start)))
    deed = any(grammar.tokens[at].word.labels & {"trigger", "blame"} for at in behind)
    return deed or owns_up(grammar.tokens[start].word)


def owns_up(word: Word) -> bool:
    """مسؤوليته, مسئوليتها: somebody's own responsibility, in both spellings."""
    return word.core.startswith(("مسؤوليت", "مسئوليت"))


_TO_DEED = 3
_DECLARED = frozenset({"حاله", "مناسبه"})
"""إعلان | حالة الطوارئ, إعلان القاهرة الصادر | بمناسبة الزيارة: a state that is declared, and when a paper was issued."""
_RECOGNISED, _PAPERS = word_list("recognised"), word_list("asked for on paper")
_RESPECTS = frozenset({"صدد", "خصوص", "شان"})


def is_no_speech(grammar: Grammar, start: int, cue: Cue) -> bool:
    """يلوحون | بالأعلام, يدافعون عن | المقر, يهدد المنطقة | بأسرها: what is waved, defended, caused or whole is nothing said."""
    core = grammar.tokens[start].word.core
    if cue.lemma == "توقع":
        at_once = grammar.tokens[start - 1].norm == "توقع"  # غارة | توقع قتيلين; يتوقع قتلى expects them
        return core in _CASUALTIES and (at_once or grammar.parts[start - 2] == THAT)
    if cue.lemma == "لوح":
        return core in _WAVED
    if cue.lemma == "هدد":
        return core in _WHOLE
    if cue.lemma == "كشف":  # كشفت الشرطة | شبكة لتهريب السلاح; كشفت عن شبكة tells
        return core in _FOUND and grammar.tokens[start - 1].norm != "عن" and grammar.parts[start - 1] != THAT
    if cue.lemma == "رد":  # إن بلاده ردت ردا | "حازما"
        return any(grammar.tokens[k].norm == "ردا" for k in (start - 1, start - 2))
    if cue.lemma == "بين":  # عند تفتيشها تبين | احتواؤها على متفجرات: the nominative shows what turned out; وتبين | عدم وجود ضحايا
        turned_out = grammar.tokens[start - 1].norm.removeprefix("و") == "تبين" and (
            grammar.phrases.is_masdar(start) or core == "عدم"
        )
        return turned_out or any(core.endswith("ؤ" + pronoun) for pronoun in PRONOUN_ENDINGS)
    return cue.lemma == "دافع" and (core in _DEFENDED or start in grammar.phrases.placed)


_CASUALTIES = word_list("caused, not expected")
_WHOLE = word_list("all of what is threatened")
_FOUND = word_list("found out")
_INVITED = word_list("what somebody is invited to")
_WAVED, _DEFENDED = word_list("waved"), word_list("defended")


def is_somebodys(grammar: Grammar, index: int, start: int) -> bool:
    """وهو ينظر إلى الحطام, من يعتقد أن الحرب سهلة: somebody looks or thinks; ينظر إليه كبطل says what he passes for."""
    before = grammar.layout.norms[index - 1] if index else ""
    if grammar.tokens[start - 1].norm in ("ان", "بان"):
        return before == "من"
    if grammar.layout.norms[index].lstrip("و") not in ("ينظر", "تنظر"):
        return False
    near = range(start, min(grammar.limit(index), start + _PASSES_FOR))
    return not any(
        grammar.tokens[k].word.preposition == "ك"
        or grammar.tokens[k].norm.startswith("ك")
        or (grammar.tokens[k].norm == "علي" and grammar.parts[k + 1 : k + 2] == [THAT])
        or grammar.tokens[k].norm in ("باعتباره", "باعتبارها", "بوصفه", "بوصفها")
        for k in near
    )


_PASSES_FOR = 24
