"""Where a content that is a noun phrase ends: before a clause of its own, with or without a comma."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import (
    AUXILIARY,
    CONTRAST,
    DEMONSTRATIVE,
    NEGATION,
    NOUN,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    VERB,
    verb_percent,
)
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.aftermath import came_about, comes_after_deed, opens_aftermath
from riwaya.read.clauses.asides import called_end
from riwaya.read.clauses.clauses import verb_form
from riwaya.read.grammar import Grammar
from riwaya.read.phrases.manners import SHORT
from riwaya.read.sayings.fronted import goes_over_to_news
from riwaya.read.sayings.longer import does_to_them, goes_on_behind_comma, tells_who_else
from riwaya.read.sayings.posts import is_where_posted
from riwaya.read.sayings.unspoken import owns_up
from riwaya.read.text.tokens import DASHES

_PRETEXTS = frozenset({"بحجه", "بذريعه", "بدعوي"})


def phrase_end(grammar: Grammar, start: int, end: int) -> int:
    """Where a content that is a noun phrase ends: before a comma that opens a clause (، ويجري، فيما، لكن), or a new verb."""
    if start + 1 < end and _is_one_word(grammar, start):
        return start + 1
    if start + 2 < end and (close := _pointing_end(grammar, start, end)) is not None:
        return close
    for index in range(start + 1, end):
        beside = _adds_circumstance(grammar, index, start, end) and not tells_who_else(grammar, start, index)
        if _ends_phrase(grammar, index, start, end) or beside:
            return index - (index - 1 > start and grammar.is_comma(index - 1))
        says_who = grammar.parts[index] == PRONOUN and grammar.tokens[index].word.conjunction
        if says_who and not (_doing(grammar, index, end) or _within_dashes(grammar, index, end)):
            return index
        if _says_outside(grammar, index, start) or (index + 1 < end and _tells_of_them(grammar, index, start)):
            return index - (grammar.parts[index - 1] == RELATIVE and index - 1 > start)
        if index + 1 < end and _opens_channel(grammar, index) and not _answers_for(grammar, start, index):
            return index - (index - 1 > start and grammar.is_comma(index - 1))
        if not grammar.is_comma(index) or index + 1 >= end:
            continue
        goes_on = goes_on_behind_comma(grammar, start, index + 1, end) or comes_after_deed(grammar, index + 1, start, end)
        if (_opens_clause(grammar, index + 1) and not goes_on) or _opens_speech(grammar, index + 1, end):
            return index
    return end


def _opens_speech(grammar: Grammar, index: int, end: int) -> bool:
    """رفضوا فتح الطريق، | "ولم يقدموا سوى ممر جبلي": words in marks with a clause of their own, which somebody else says."""
    close = grammar.layout.closing.get(index)
    if close is None or close - index < _SPEECH or index + 1 >= end:
        return False
    word = grammar.tokens[index + 1].word
    return grammar.parts[index + 1] in (VERB, NEGATION) and bool(word.conjunction)


_SPEECH = 6


def _doing(grammar: Grammar, index: int, end: int) -> bool:
    """أظهر الفيديو الجنود | وهم ينسحبون: what somebody is doing at that, no comma before it."""
    return index + 1 < end and grammar.parts[index + 1] == VERB and not grammar.is_comma(index - 1)


def _within_dashes(grammar: Grammar, index: int, end: int) -> bool:
    """مقتل ضابط - | وهو من الحرس - خلال المواجهات: what says who he is, set between two dashes."""
    return grammar.tokens[index - 1].raw in DASHES and any(grammar.tokens[at].raw in DASHES for at in range(index, end))


def _opens_channel(grammar: Grammar, index: int) -> bool:
    """أعلن مقتل القائد | في بيان; not حرصه على الحوار, حق الشعب في تقرير مصيره."""
    if grammar.tokens[index].norm == "عبر" and is_where_posted(grammar, index):
        return True
    if grammar.parts[index] != PREPOSITION or not grammar.phrases.is_channel(index + 1):
        return False
    if grammar.tokens[index].word.core in ("من", "الي"):  # العودة إلى الحوار, الانسحاب من الحوار
        return False
    channel = grammar.tokens[index + 1].word.core
    if channel == "حوار" and grammar.phrases.has_article(index + 1):  # رفضت المشاركة | في الحوار; في الحوار | الذي أجرته القناة
        return any(norm.startswith("اجر") for norm in grammar.layout.norms[index + 3 : index + 4])
    if grammar.tokens[index].word.core == "علي":
        return channel.startswith(("حساب", "صفح", "موقع"))
    if channel == "حوار" and grammar.tokens[index - 1].word.core in _ENTERS:  # رافضا المشاركة | في حوار مع الجماعة
        return False
    behind = grammar.tokens[index + 2].norm if index + 2 < len(grammar.tokens) else ""
    return not (channel == "تقرير" and behind.startswith("مصير"))


_ENTERS = ("مشاركه", "دخول", "انخراط", "استمرار")
"""الدخول | في حوار: behind a noun of entering the dialogue is entered, and nobody speaks in it."""


def _says_outside(grammar: Grammar, index: int, start: int) -> bool:
    """قال الرجل الذي وجهت إليه انتقادات | إنه بريء: without a word of saying in the content إنه belongs to the one outside."""
    token = grammar.tokens[index]
    if grammar.parts[index] != THAT or not token.raw.startswith("إن") or token.norm == "ان":
        return False
    return not any("cue" in grammar.tokens[k].word.labels for k in range(start, index))


def _tells_of_them(grammar: Grammar, index: int, start: int) -> bool:
    """أفادت بتوقيف 26 شخصا | قالت إنهم, شكرت من ساهم في الصفقة | التي قالت إنها: what is said of those told of is said anew; a deed
    alone keeps its relative clause (أدان الهجوم الذي قال إنه).
    """
    token, behind = grammar.tokens[index], grammar.tokens[index + 1]
    says = grammar.parts[index] == VERB and "cue" in token.word.labels and not token.word.conjunction
    whoever = VERB in grammar.parts[start : index - 1] or grammar.layout.norms[start : start + 2] == ["كل", "من"]
    described = grammar.parts[index - 1] == RELATIVE and whoever
    says = says and (grammar.parts[index - 1] == NOUN or described)
    return says and behind.raw.startswith("إن") and behind.norm in ("انه", "انها", "انهم", "انهما")


def _adds_circumstance(grammar: Grammar, index: int, start: int, end: int) -> bool:
    """إثر، عقب، فيما بعد، بحجة: when and on what ground, without a comma."""
    token = grammar.tokens[index]
    if opens_aftermath(grammar, index):
        if grammar.parts[index - 1] == VERB and index - 1 > start:  # اشتباك وقع | إثر توغل
            return False
        return not came_about(grammar, index, start, end)
    if token.word.core in ("فيما", "بينما") and index + 1 < end and grammar.parts[index + 1] == VERB:
        form = verb_form(grammar, index + 1)
        return form is not None and form.tense == "perfect" and not _is_owned_verb(grammar, index + 1)
    later = token.norm == "فيما" and index + 1 < end and grammar.tokens[index + 1].norm == "بعد"
    return later or token.norm in _PRETEXTS or token.norm in ("باشد", "باقوي")  # أدان الهجوم | بأشد العبارات


def _is_owned_verb(grammar: Grammar, index: int) -> bool:
    """فيما | وصفه بالعدوان: with a pronoun on the verb فيما is no "while"."""
    return grammar.tokens[index].norm.endswith(("ه", "ها"))


def _pointing_end(grammar: Grammar, start: int, end: int) -> int | None:
    """نفت تلك التقارير | آنذاك: a demonstrative and its noun are whole, unless something joins them."""
    if grammar.parts[start] != DEMONSTRATIVE:
        return None
    close = grammar.phrases.end(start, end, SHORT)
    if close in grammar.layout.closing:  # اعتبر تلك المطالب | "تعجيزية"
        return None
    joined = close < end and grammar.parts[close] in (PREPOSITION, RELATIVE, NOUN, PRONOUN) and not grammar.is_sign(close)
    return None if joined or close >= end or close == start + 1 else close


def _is_one_word(grammar: Grammar, start: int) -> bool:
    """نفى ذلك | ثم عاد, ذلك | باستمرار, ذلك | جملة وتفصيلا, أكدت وفاته | الأربعاء: one word is all that is said."""
    if grammar.parts[start] == DEMONSTRATIVE:
        if grammar.tokens[start].norm == "ذلك" and _only_how(grammar, start + 1):
            return True
        if grammar.parts[start + 1] == RELATIVE or start + 1 in grammar.layout.closing:  # أولئك الذين, هذه «الانتخابات»
            return False
        alone = not grammar.phrases.begins(start + 1) or grammar.phrases.is_accusative(start + 1)
        said = grammar.tokens[start].norm == "ذلك" and grammar.parts[start - 1] == VERB
        return alone or (said and bool(grammar.tokens[start + 1].word.labels & {"source", "person"}))
    told = start + 1 in grammar.date_at and grammar.phrases.is_owned(start)
    return told and not _answers_for(grammar, start, start + 1) and not _does_then(grammar, start)


def _does_then(grammar: Grammar, start: int) -> bool:
    """أكد قيامه أمس | بخطف الجنود: behind the time a deed goes on with its own preposition."""
    at = grammar.date_at[start + 1].end
    carried_out = grammar.tokens[start].word.core.startswith("قيام") and at < grammar.limit(start)
    return carried_out and grammar.phrases.preposition_of(grammar.tokens[at]) == "ب"


def _answers_for(grammar: Grammar, start: int, at: int) -> bool:
    """أعلنت مسؤوليتها | اليوم عن الهجوم, | في بيان عن الهجوم: what somebody answers for stands behind when or where he said so."""
    return owns_up(grammar.tokens[start].word) and "عن" in grammar.layout.norms[at : at + _TO_DEED]


_TO_DEED = 6


def _ends_phrase(grammar: Grammar, index: int, start: int, end: int) -> bool:
    """Without a comma: بعد أن، لكن، مكتفيا: a clause of its own, and no part of what is said."""
    part, word = grammar.parts[index], grammar.tokens[index].word
    if _says_why(grammar, index, end) or _is_so_then(grammar, index, start):
        return True
    if (part == CONTRAST and word.core not in ("غير", "الا")) or word.core in ("مكتفيا", "مكتفيه", "مكتفين"):
        return True
    if _goes_over(grammar, index, start):
        return True
    if word.core != "بعد" or index + 1 >= end or grammar.parts[index + 1] != THAT:
        return False
    return RELATIVE not in grammar.parts[start:index]


def _says_why(grammar: Grammar, index: int, end: int) -> bool:
    """طالب بتمديد الهدنة | خصوصا أن القوافل على الطريق, | لا سيما وأن: why, behind what is said."""
    at = index + (grammar.tokens[index].norm == "لا")  # لا سيما
    that = at + 1 < end and (grammar.parts[at + 1] == THAT or grammar.tokens[at + 1].norm == "وان")
    return that and grammar.tokens[at].word.core in _ALL_THE_MORE


_ALL_THE_MORE = word_list("all the more as")


def _is_so_then(grammar: Grammar, index: int, start: int) -> bool:
    """بعد أن أكد العمدة وجود قناصة | فإن دخول الحي: where the main clause begins, behind one that بعد أن opened; not وإلا | فإن."""
    if not grammar.tokens[index].norm.startswith("فان") or grammar.parts[index] != THAT:
        return False
    within = {SUBORDINATOR, RELATIVE} & set(grammar.parts[start:index])
    return not within and not grammar.tokens[index - 1].norm.endswith("لا")


def _only_how(grammar: Grammar, at: int) -> bool:
    """نفت ذلك | باستمرار, نفى ذلك | جملة وتفصيلا: how often and how firmly it was said."""
    behind = grammar.tokens[at].word
    return behind.preposition == "ب" or grammar.layout.norms[at : at + 2] == ["جمله", "وتفصيلا"]


_SURELY = 90


def _goes_over(grammar: Grammar, index: int, start: int) -> bool:
    """رفضوا تسليم أسلحتهم | وفتحوا النار, يندد بالقصف | ويدعو: و and a verb that can be nothing else goes on with the report."""
    token = grammar.tokens[index]
    if token.norm == "وكذلك":
        return not grammar.is_comma(index - 1) or grammar.parts[index + 1 : index + 2] == [VERB]
    if grammar.parts[index] != VERB or not token.word.conjunction:
        return False
    if any(grammar.parts[k] in (RELATIVE, VERB) for k in range(start, index)):
        return False
    if does_to_them(grammar, index):
        return False
    if "cue" in token.word.labels and (form := verb_form(grammar, index)) is not None and form.tense == "imperfect":
        return True
    if token.norm.endswith("وا"):
        return True
    nominal = any(found.sense.part == "noun" for found in token.word.analyses)
    percent = verb_percent(token.word)  # too rare to be counted: رفضت الجبهة الاتفاق | واحتجزت رهائن
    known = percent >= _SURELY if percent is not None else "trigger" in token.word.labels
    return known and not nominal


def _opens_clause(grammar: Grammar, index: int) -> bool:
    """Whether a clause of its own begins behind a comma: وهو، بينما، ويجري; والتي, ويدعى, حيث and مما go on with the content."""
    part, word = grammar.parts[index], grammar.tokens[index].word
    if word.norm == "والا" or _says_what_came(grammar, index) or called_end(grammar, index) > index:
        return False
    if part in (VERB, DEMONSTRATIVE):
        return bool(word.conjunction) or _sums_up(grammar, index)
    if part == PREPOSITION and (word.core in ("رغم", "بعد") or (word.conjunction and _verb_follows(grammar, index))):
        return True
    if (part == NEGATION and word.conjunction == "و") or word.norm == "وقد":
        return True
    if word.norm == "وبالتالي":  # رأى فيها تهديدا، | وبالتالي لم يكن له إلا الهجوم
        return grammar.parts[index + 1 : index + 2] in ([VERB], [NEGATION])
    if part == PRONOUN and not word.conjunction:  # مقتل 4 مدنيين، هم امرأة وأطفالها
        return grammar.parts[index + 1 : index + 2] == [VERB]
    if part == AUXILIARY and word.norm.startswith("كان"):  # تدمير مخزن، | كان يستخدمه المسلحون
        return False
    return part in (CONTRAST, PRONOUN, AUXILIARY) or (part == SUBORDINATOR and word.core not in _GO_ON)


def _sums_up(grammar: Grammar, index: int) -> bool:
    """خرجوا للمطالبة بعودة الحكم المدني، | ليرتفع بذلك عدد القتلى: how many there are now, the report tells."""
    return grammar.tokens[index].norm in _RISES and grammar.layout.norms[index + 1 : index + 2] in (["بذلك"], ["عدد"], ["العدد"])


_RISES = frozenset({"ليرتفع", "ليصل", "ليبلغ", "لترتفع"})


def _says_what_came(grammar: Grammar, index: int) -> bool:
    """تبنى التفجير، | والذي أودى بحياة ثلاثة, أفاد بقصف القرية، | ما أسفر عن: what came of it belongs to what is said of it."""
    which = grammar.parts[index] == RELATIVE or grammar.tokens[index].norm in ("ما", "مما")
    if not which or grammar.parts[index + 1 : index + 2] != [VERB]:
        return False
    return grammar.light(index + 1) == "cause"


def _verb_follows(grammar: Grammar, index: int) -> bool:
    """، وفي هجوم وقع الجمعة فجرت: behind a comma, و and a prepositional phrase a verb begins a sentence of its own."""
    limit = min(grammar.limit(index), index + _SOON)
    return any(grammar.parts[k] == VERB and grammar.parts[k - 1] != RELATIVE for k in range(index + 1, limit))


_SOON = 9
_GO_ON = frozenset({"حيث", "اذ"})


def only_acts(grammar: Grammar, index: int) -> bool:
    """استعاد الجسر | وسلم 14 أسيرا, قصفت المطار | وألقت قنبلتين: verbs that tell with أن or of blame alone, where none follows."""
    if grammar.tokens[index].word.core in _CAME_BY and not grammar.is_comma(index - 1):
        return not any(grammar.phrases.is_channel(at) for at in (index + 1, index + 2))  # في عملية | وجاءت ردا على الهجوم
    cues = [found.sense.entry for found in grammar.tokens[index].word.all("cue", "verb")]
    if grammar.layout.norms[index + 1 : index + 2] == ["علي"] and not any(_may_tell_on(cue) for cue in cues):
        return True  # اقتحمت القرية | وقضت على ستة مسلحين
    if all(isinstance(cue, Cue) and cue.frames == _LIGHT for cue in cues):  # إذا رفعوا الحصار | وقدموا ضمانات
        near = grammar.tokens[index + 1 : min(index + _TO_NOUN, grammar.limit(index))]
        return not any(token.word.labels & {"cue", "emotion", "attitude"} for token in near)
    if any(isinstance(cue, Cue) and not (cue.frames <= _WITH_THAT or _mostly_acts(cue)) for cue in cues):
        return False
    behind = range(index + 1, min(index + _SOON, grammar.limit(index)))
    quoted = any(grammar.tokens[at].raw == ":" or at in grammar.layout.closing for at in behind)
    if quoted and any(isinstance(cue, Cue) and "quote" in cue.frames for cue in cues):
        return False
    return not any(grammar.parts[at] == THAT or grammar.tokens[at].word.core in BLAMES for at in behind)


_LIGHT, _TO_NOUN = frozenset({"light"}), 6
_CAME_BY = frozenset({"جاء", "جاءت", "جاؤوا"})


def _may_tell_on(cue: object) -> bool:
    """Whether a verb of telling may stand before على: where it takes that, or where it also tells with أن or a quotation."""
    return not isinstance(cue, Cue) or "علي" in cue.preps | cue.whom or bool(cue.frames & {"that", "quote"})


def _mostly_acts(cue: Cue) -> bool:
    """دفعت بمقاتلات | ونشرت صواريخ: a verb that tells with أن or a quotation, but mostly is a deed."""
    return cue.lemma in DOING_MORE and cue.frames <= _WITH_THAT | {"quote"}


DOING_MORE = word_list("doing more")
_WITH_THAT = frozenset({"that", "blame"})
BLAMES = word_list("word of blame")


def dashes_end(grammar: Grammar, index: int, start: int) -> int:
    """شنت غارات -وصفتها الوكالة بالأعنف | - على البلدات: dashes that open right before a cue hold all that it tells."""
    limit = grammar.limit(index)
    opened = index - 1 - (index > 1 and grammar.parts[index - 1] == RELATIVE)
    if opened <= grammar.layout.sentence(index).start or grammar.tokens[opened].raw not in DASHES:
        return limit
    close = next((at for at in range(index + 1, limit) if grammar.tokens[at].raw in DASHES), limit)
    return close if start < close else limit  # وعندها -حسب الصحيفة- | ستحاول


def tells_beside(grammar: Grammar, index: int) -> bool:
    """Whether the report itself goes on at a token: with what another said before, or with what came of what was said."""
    if _another_said_before(grammar, index) or _tells_outcome(grammar, index):
        return True
    return grammar.is_comma(index - 1) and (_comes_amid(grammar, index) or goes_over_to_news(grammar, index))


def _comes_amid(grammar: Grammar, index: int) -> bool:
    """أكد أن القانون نافع، | ويأتي التصويت وسط تهديدات, قال إنه سيعود، | جاء ذلك خلال لقاء: amid what it was said."""
    norm = grammar.tokens[index].norm
    return norm in _COMES or (norm in _CAME and grammar.layout.norms[index + 1 : index + 2] in (["ذلك"], ["هذا"]))


_COMES = frozenset({"وياتي", "وتاتي", "وجاء", "وجاءت"})
_CAME = frozenset({"جاء", "وجاء", "ياتي"})


def _another_said_before(grammar: Grammar, index: int) -> bool:
    """قصفت المواقع | بعد أن قالت أنقرة إن, | قبل أن يتحدث الحاكم عن حصيلة: what another said before or then, the report tells."""
    verb = index + 2
    if grammar.tokens[index].norm not in ("بعد", "قبل") or verb >= len(grammar.tokens) or grammar.tokens[index + 1].norm != "ان":
        return False
    said = grammar.parts[verb] == VERB and "cue" in grammar.tokens[verb].word.labels and grammar.phrases.begins(verb + 1)
    about = grammar.tokens[index].norm == "قبل" and "عن" in grammar.layout.norms[verb + 2 : verb + _SOON]
    return said and (about or THAT in grammar.parts[verb + 2 : verb + _SOON])


def _tells_outcome(grammar: Grammar, index: int) -> bool:
    """حذرها من الهجوم، | إلا أن ذلك لم يمنعها: what came of what was said, the report tells."""
    if grammar.tokens[index].norm not in ("الا", "غير", "بيد"):
        return False
    words = grammar.layout.norms[index : index + 4]
    return len(words) == _OUTCOME and words[1] == "ان" and words[2] in ("ذلك", "هذا") and words[3] in ("لم", "لا")


_OUTCOME = 4


def says_that(grammar: Grammar, index: int, reach: int) -> bool:
    """..., قالت مصادر بالجيش إن: behind a comma a reporting verb, its speaker and أن, no other verb between."""
    for at in range(index + 1, min(index + reach, len(grammar.tokens))):
        if grammar.parts[at] == THAT:
            return True
        if grammar.parts[at] in (VERB, RELATIVE) or grammar.is_sign(at):
            return False
    return False


TO_THAT = 8


def told_by_another(grammar: Grammar, index: int) -> bool:
    """أسسوا قاعدة في سنجار حيث | تقول أنقرة إن مقاتلين فيها: what somebody else says of it, with his name and أن."""
    found = grammar.tokens[index].word.find("cue", "verb")
    surely = found is not None and isinstance(found.sense.entry, Cue) and found.sense.entry.strength == "form"
    third = found is not None and getattr(found.sense.form, "person", 0) == _THIRD
    return surely and third and grammar.parts[index + 1 : index + 2] == [NOUN] and says_that(grammar, index, TO_THAT)


_THIRD = 3
