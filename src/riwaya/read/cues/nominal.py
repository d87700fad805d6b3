"""Reporting nouns: the masdar of a reporting verb, and nouns for reports and rumours."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import ADVERB, NOUN, PREPOSITION, PRONOUN, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Analysis, Word
from riwaya.model.swift import changed
from riwaya.read.clauses.adverbials import past_when_told
from riwaya.read.clauses.around import phrase_after
from riwaya.read.clauses.asides import IDENTITY, anonymity_end
from riwaya.read.clauses.between import past_aside, past_channel
from riwaya.read.clauses.forces import HIS_LAND
from riwaya.read.clauses.voices import SPEAKERS
from riwaya.read.cues.accusing import told_with
from riwaya.read.cues.called_accused import accused, accuses
from riwaya.read.cues.communities import are_men, community_end, men_before, past_adjectives
from riwaya.read.cues.hastened import hastened
from riwaya.read.cues.rumours import is_report, prevails, report_of
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import BEFORE_VERB, Manner
from riwaya.read.sayings.attribution import Attribution, attribution, content_from
from riwaya.read.sayings.fronted_nouns import before_its_verb
from riwaya.read.sayings.insertions import before_colon
from riwaya.read.sayings.offices import is_his_name
from riwaya.read.sayings.unspoken import is_no_matter, is_no_saying, is_received

_NEAR = 16


def nouns(grammar: Grammar, index: int) -> Iterator[Attribution]:
    """The attribution that a reporting noun at a token makes."""
    word = grammar.tokens[index].word
    for found in word.all("cue", "noun"):
        cue = found.sense.entry
        if isinstance(cue, Cue) and (made := hastened(grammar, index, cue, found) or reporting_noun(grammar, index, cue, found)):
            yield made
            return
    for rule in (report_of, accused, predicate):
        if (made := rule(grammar, index)) is not None:
            yield made
            return


def may_report(word: Word) -> bool:
    """Whether any of the rules for nouns may find something at a form."""
    charged = any(accuses(one) for one in word.all("cue", "participle"))
    return "cue.noun" in word.classes or "attitude" in word.labels or charged or is_report(word)


def _is_denied(grammar: Grammar, index: int) -> bool:
    """نفت الوزارة | مزاعم استهداف المدنيين, رفضت الحكومة | دعوات إلى الانسحاب: what somebody denies he does not say."""
    for at in range(index - 1, max(grammar.layout.sentence(index).start, index - _NEAR) - 1, -1):
        cues = [one.sense.entry for one in grammar.tokens[at].word.all("cue")]
        if any(isinstance(one, Cue) and one.act in ("deny", "reject") for one in cues):
            return True
        if grammar.is_comma(at) or grammar.parts[at] in (THAT, VERB):
            return False
    return False


_OF_OTHERS = ("assert", "accuse", "demand", "promise", "threaten")


def reporting_noun(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """The noun of a reporting verb, its genitive or pronoun the speaker (إعلان الجيش أن، نفيه وجود قوات)."""
    hides = "anonymity" in grammar.tokens[index].word.labels
    behind = range(index + 1, min(len(grammar.tokens), index + 4))
    if anonymity_end(grammar, index) > index or (hides and any(grammar.tokens[k].norm in IDENTITY for k in behind)):
        return None
    if grammar.parts[index] != NOUN or (found.preposition == "ل" and not _is_purpose(grammar, index, cue)):
        return None
    men = men_before(grammar, index) if (told := are_men(grammar.tokens[index].word)) else None
    if _says_nothing(grammar, index, cue, found) or (told and men is None):
        return None
    limit = min(grammar.limit(index), index + _NEAR)
    at, speaker, agentless = _genitive(grammar, index, limit, cue, found)
    speaker = _without_how(grammar, speaker)
    at, addressee = _addressed(grammar, at, limit, cue, speaker is not None or bool(found.pronoun))
    start = _joined(grammar, at, limit, cue, found.article and not cue.preps | cue.whom)
    if start is None and speaker is not None and at < limit and cue.frames & {"masdar", "obj"}:
        start = at if grammar.phrases.is_definite_masdar(at) else None
    his = start is None and (speaker is not None or found.pronoun) and grammar.parts[index - 1] != THAT
    start = _undergoing(grammar, at, limit, cue) if his else start
    by = None if speaker is not None or found.pronoun else _by_whom(grammar, at, limit)
    start = _object_of(grammar, at, cue, start, by is not None)
    if cue.detail == "fear" and (found.article or grammar.tokens[index].word.core.endswith("ا")):
        return None
    nobody = speaker is None and not found.pronoun
    agentless = agentless or (nobody and (prevails(grammar, index) or _is_raised(grammar, index)))
    denied = nobody and cue.act in _OF_OTHERS and _is_denied(grammar, index)
    if start is None or denied or (nobody and cue.act == "accuse" and grammar.parts[start - 1] == THAT):  # نفى الوزير اتهامات بأن
        return None
    if found.preposition and speaker is None and start == index + 1 and _is_his(grammar, start):
        return None
    content = content_from(grammar, start, index, phrase=grammar.parts[start - 1] != THAT)
    if content is None or _says(grammar, content[0][0]) or is_no_matter(grammar, start, cue):
        return None
    span = before_colon(grammar, before_its_verb(grammar, index, content[0]))
    if by is not None and start < by[0]:
        span, speaker, agentless = (start, min(span[1], by[0])), by[1], False
    made = attribution((index, index + 1), cue, "reporting_noun", span)
    return changed(
        made, subject=men or speaker, agentless=agentless, addressee=addressee, quoted=content[1] and span[1] == content[0][1]
    )


def _is_raised(grammar: Grammar, index: int) -> bool:
    """ما أثار | مخاوف, يثير القصف | مخاوف, تثير الجرائم | دعوات: what a deed raises is nobody's in particular."""
    before = grammar.tokens[max(grammar.clause_start(index), index - _RAISED_BACK) : index]
    return any(token.word.core.startswith(_RAISES) for token in before)


_RAISES, _RAISED_BACK = ("اثار", "يثير", "تثير"), 4


def _says_nothing(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> bool:
    """Whether what stands around a reporting noun says that it is only named, left unsaid, a reason, or something else."""
    if _only_named(grammar, index, cue, found) or _is_left_unsaid(grammar, index) or _is_reason(grammar, index):
        return True
    return is_no_saying(grammar, index, cue)


def _object_of(grammar: Grammar, at: int, cue: Cue, start: int | None, by: bool) -> int | None:
    """إعلان | الهدنة من قبل الحركة: where it is said by whom, what stands behind the noun is what is announced or refused."""
    if not by or start is not None or not cue.frames & {"masdar", "obj"}:
        return start
    return at if grammar.phrases.begins(at) and not grammar.phrases.is_adjective(at) else None


def _without_how(grammar: Grammar, speaker: Range | None) -> Range | None:
    """رفض الحكومة | القاطع, إعلان الحركة | الأخير: a masculine adjective behind a body in ة describes the noun of saying."""
    if speaker is None or speaker[1] - speaker[0] != _PAIR:
        return speaker
    head, last = (grammar.tokens[at].word for at in (speaker[0], speaker[1] - 1))
    other = head.bare.endswith("ة") and not last.bare.endswith(("ة", "ى")) and not last.conjunction
    how = other and head.article and last.article and grammar.phrases.is_adjective(speaker[1] - 1) and not last.labels
    return (speaker[0], speaker[1] - 1) if how else speaker


_PAIR = 2


def _undergoing(grammar: Grammar, at: int, limit: int, cue: Cue) -> int | None:
    """رفض الحكومة | للاتفاق, رفضه | الهدنة, إدانته | للهجوم: what is refused, condemned or backed behind whoever does it; not in
    رفض الحكومة للاتفاق | سيضعف البلاد, where it is only spoken of.
    """
    if "obj" not in cue.frames or cue.act not in _UNDERGONE:
        return None
    at += at + 1 < limit and grammar.phrases.has_article(at) and grammar.phrases.is_adjective(at)
    if at >= limit or not grammar.phrases.begins(at):
        return None
    behind = grammar.phrases.end(at, limit, BEFORE_VERB)
    if behind < limit and grammar.parts[behind] in (VERB, THAT) and not grammar.tokens[behind].word.conjunction:
        return None
    led = grammar.phrases.preposition_of(grammar.tokens[at])
    if not led and grammar.phrases.has_article(at) and grammar.phrases.is_event_noun(at) and grammar.parts[at - 1] == NOUN:
        return at
    if led != "ل" or at in grammar.date_at or at in grammar.phrases.placed or grammar.tokens[at].word.core == "مره":
        return None
    return None if _serves(grammar, at) and grammar.group(at, "source") != "document" else at


_UNDERGONE = frozenset({"reject", "condemn", "support", "deny"})


def _by_whom(grammar: Grammar, at: int, limit: int) -> tuple[int, Range] | None:
    """إعلان الهدنة | من قبل | الحركة: where the words begin that say by whom, and who it is."""
    for k in range(at + 1, limit - 2):
        if grammar.parts[k] in (VERB, THAT, RELATIVE) or grammar.is_comma(k):
            return None
        if grammar.tokens[k].norm == "من" and grammar.tokens[k + 1].norm == "قبل":
            marked = grammar.phrases.in_marks(k + 2, limit)
            who = marked or phrase_after(grammar, k + 2, limit)
            return (k, who) if who is not None and (marked or grammar.tokens[who[0]].word.labels & SPEAKERS) else None
    return None


def _is_reason(grammar: Grammar, index: int) -> bool:
    """باعتبار أن، على اعتبار أن: a conjunction that gives a reason; nobody judges."""
    word, behind = grammar.tokens[index].word, index + 1
    led = word.preposition == "ب" or (index > 0 and grammar.tokens[index - 1].norm == "علي")
    return word.core == "اعتبار" and led and behind < len(grammar.tokens) and grammar.parts[behind] == THAT


def _addressed(grammar: Grammar, at: int, limit: int, cue: Cue, spoken: bool) -> tuple[int, Range | None]:
    """اتهام الحكومة | المعارضة | بـ, دعوته | الأطراف | إلى, اتهام واشنطن | لطهران | بـ: whoever is addressed."""
    phrases = grammar.phrases
    whom = None if at < limit and _serves(grammar, at) else told_with(grammar, at, limit, cue)
    if whom is not None and _joined(grammar, whom[1], limit, cue, False) is not None:
        return whom[1], whom
    to = at < limit and cue.act == "accuse" and grammar.tokens[at].norm == "الي"
    if to and (behind := phrase_after(grammar, at + 1, limit)) is not None and _joined(grammar, behind[1], limit, cue, False):
        return behind[1], behind
    if to_him := at < limit and spoken and cue.act == "accuse" and grammar.tokens[at].norm in _TO_HIM:  # اتهامات كييف | لها بقصف
        return at + to_him, None
    if not cue.whom or not spoken or at >= limit or not phrases.begins(at) or phrases.is_masdar(at):
        return at, None
    clitic = phrases.preposition_of(grammar.tokens[at])
    somebody = bool(grammar.tokens[at].word.labels & SPEAKERS) or at in phrases.placed or phrases.is_definite(at)
    if clitic not in ("", "ل") or not somebody or (clitic in cue.whom and phrases.is_definite_masdar(at)):
        return at, None
    stops = frozenset({"ب", "عن", "علي", "الي", "من"}) | (cue.whom - {"ل"})
    end = phrases.end(at, limit, Manner(stops, split=True))
    return (end, (at, end)) if _joined(grammar, end, limit, cue, False) is not None else (at, None)


_TO_HIM = frozenset({"له", "لها", "لهم"})


def _only_named(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> bool:
    """في إشارة إلى, ضرورة الإبلاغ عن, أي إشارة إلى, وهي تأكيد على, والدعوة للاعتدال: speech that is named and not reported."""
    before = grammar.tokens[index - 1].norm if index else ""
    if cue.detail == "note" and before in ("في", "وفي"):
        return True
    if (
        found.preposition == "ب" and index and grammar.tokens[index - 1].word.core.startswith(_CONCERNED)
    ):  # معنية | بتوثيق الانتهاكات
        return True
    if before in ("اي", "ضروره", "بضروره", "اهميه", "باهميه") or (index and grammar.parts[index - 1] == PRONOUN):
        return True
    return bool(found.conjunction) and not found.preposition and (found.article or bool(found.pronoun))


_CONCERNED = ("معني", "مختص", "مكلف")
_SINCE = word_list("since an announcement")


def _is_left_unsaid(grammar: Grammar, index: int) -> bool:
    """دون الإفادة بعدد القتلى, لم يتم الإبلاغ عن إصابات, منذ الإعلان عن الهدنة: what nobody said, or only dates something."""
    before = grammar.tokens[index - 1].word.core if index else ""
    if before in _SINCE and grammar.phrases.has_article(index):
        return True
    if before in ("دون", "بدون", "عدم", "غير") or before.startswith(("يمكن", "استطيع", "نستطيع")):
        return True
    light = index > 1 and grammar.tokens[index - 1].word.core in ("تم", "يتم", "جري", "يجر", "تتم")
    return light and grammar.negated(index - 1)


def _is_purpose(grammar: Grammar, index: int, cue: Cue) -> bool:
    """للمطالبة بـ, للتنديد بـ, للاشتباه في, للتأكيد على أنهم: what somebody does something for is said, if it demands or has أن."""
    behind = grammar.parts[index + 1 : index + 3]
    return cue.act in ("demand", "condemn") or (cue.act == "accuse" and not cue.lemma) or THAT in behind


def _says(grammar: Grammar, index: int) -> bool:
    """اختتم تصريحاته بالقول إن: the second noun of saying has the content."""
    return any(
        isinstance(one.sense.entry, Cue) and one.sense.entry.lemma == "قال" for one in grammar.tokens[index].word.all("cue", "noun")
    )


def _genitive(grammar: Grammar, index: int, limit: int, cue: Cue, found: Analysis) -> tuple[int, Range | None, bool]:
    """Where the source of a masdar ends, the source, and whether there is none."""
    at = index + 1
    if found.pronoun or (at < limit and grammar.tokens[at].word.core in HIS_LAND):
        return at + (not found.pronoun), None, False
    theirs = at if found.article and cue.act in _OF_PAPERS else community_end(grammar, at, limit, bool(found.article))
    if theirs > at:
        return past_adjectives(grammar, theirs, limit, whose=True), (at, theirs), False
    if at < limit and _speaks(grammar, at) and not found.article:
        stops = frozenset({"ب", "عن", "علي", "الي", "ل", "من"}) | cue.preps | cue.whom
        end = grammar.phrases.end(at, limit, Manner(stops, split=True))
        if cue.whom and grammar.phrases.is_title(at) and end < limit and _serves(grammar, end):
            end = grammar.phrases.end(end, limit, Manner(stops, split=True))
        end = grammar.phrases.end(end, limit, Manner(stops, split=True)) if is_his_name(grammar, (at, end), end) else end
        end = _up_to_that(grammar, end, limit, cue)
        several = cue.act == "promise" or grammar.tokens[index].word.core in _MANY  # تهديدات | إيران بالرد, وعود | واشنطن بدعم
        several = several or (
            grammar.tokens[index].word.core == _CHARGES and _is_denied(grammar, index)
        )  # نفت اتهامات | كييف بقصفها
        object_only = "ب" in cue.whom and end < limit and grammar.phrases.preposition_of(grammar.tokens[end]) == "ب"
        behind = end < limit and grammar.phrases.is_masdar(end) and not grammar.tokens[end].word.preposition
        written = cue.act in _OF_PAPERS and grammar.group(at, "source") == "document" and not behind
        nobody = written or (object_only and not several) or _is_carried_out(grammar, index, found)
        return end, None if nobody else (at, end - grammar.is_comma(end - 1)), False
    charge = (cue.act == "accuse" and not cue.lemma) or cue.detail == "fear"  # القصف أثار | مخاوف من كارثة: nobody's own
    at = at if found.article else past_adjectives(grammar, at, limit)
    return at, None, charge or is_received(grammar, index) or not _has_subject(grammar, index, found)


_OF_PAPERS = ("condemn", "reject", "support")  # إدانة | القرار ببناء مستوطنة: what is condemned
_CHARGES = "اتهامات"
_MANY = frozenset({"تهديدات", "توجيهات", "مطالب", "مطالبات"})


def _up_to_that(grammar: Grammar, end: int, limit: int, cue: Cue) -> int:
    """إعلان الهيئة العليا | للمفاوضات | أن, بعثة | لدعم السلام، سالم الهاني، | أن: what a body is for, where أن follows.

    Not إبلاغ الوزير | للسفير | أن, whom he tells.
    """
    if end >= limit or "that" not in cue.frames or not grammar.phrases.begins(end):
        return end
    word = grammar.tokens[end].word
    if grammar.phrases.preposition_of(grammar.tokens[end]) != "ل" or word.labels & (SPEAKERS | {"medium", "addressee"}):
        return end
    that = next((at for at in range(end, limit) if grammar.parts[at] in (VERB, THAT, RELATIVE)), limit)
    commas = [at for at in range(end, that) if grammar.is_comma(at)]
    plain = not commas or (len(commas) == _PAIR and commas[1] == that - 1)
    return that if plain and that < limit and grammar.parts[that] == THAT else end


def _serves(grammar: Grammar, at: int) -> bool:
    """دعوة الأمين العام | للأمم المتحدة: the body that an office serves."""
    body = grammar.phrases.is_affiliation(at) and "medium" not in grammar.tokens[at].word.labels
    return body and grammar.phrases.preposition_of(grammar.tokens[at]) == "ل"


def _is_carried_out(grammar: Grammar, index: int, found: Analysis) -> bool:
    """قام بتهديد الفنان: the subject of قام threatens, the genitive is threatened."""
    before = (grammar.tokens[k].word.find("light", "verb") for k in range(max(0, index - 3), index))
    return found.preposition == "ب" and any(one is not None for one in before)


def _has_subject(grammar: Grammar, index: int, found: Analysis) -> bool:
    """Whether a masdar without genitive is what somebody does: للمطالبة بـ، مكتفيا بالقول، تبادلوا الاتهامات، سارع إلى التنديد."""
    if found.preposition in ("ل", "ب"):
        return True
    if index and grammar.tokens[index - 1].word.core in _BEING_DONE:
        return False
    at = index - 1
    while at > 0 and (grammar.parts[at] == ADVERB or at in grammar.phrases.dated):
        at -= 1
    before = grammar.parts[at] if index else ""
    return before in (VERB, NOUN) or (before == PREPOSITION and grammar.tokens[index - 1].word.core == "الي")


_BEING_DONE = word_list("speech being done")
"""تمت الإشارة إلى, تم الإعلان عن: nobody is named."""


def _speaks(grammar: Grammar, at: int) -> bool:
    """Whether a genitive is somebody who can speak."""
    token = grammar.tokens[at]
    if not grammar.phrases.begins(at) or grammar.phrases.preposition_of(token):
        return False
    speaks = bool(token.word.labels & SPEAKERS) or at in grammar.phrases.seats
    return speaks and "trigger" not in token.word.labels


def _joined(grammar: Grammar, at: int, limit: int, cue: Cue, article: bool) -> int | None:
    """Where the content of a masdar begins: behind أن, behind its preposition, or at a masdar of its own."""
    at = past_channel(grammar, past_aside(grammar, at, limit, named=True), limit) if at < limit else at
    at = past_when_told(grammar, at, limit)
    if at >= limit:
        return None
    token, part = grammar.tokens[at], grammar.parts[at]
    if part == THAT:
        return at + 1 if cue.frames & {"that", "to", "whom:that"} else None
    marked = at + (grammar.tokens[at].raw == ":")
    if marked in grammar.layout.closing and cue.lemma == "قال" and grammar.parts[at - 1] == NOUN:
        return marked
    if article:
        return None
    deed = at + 1 < limit and (grammar.phrases.is_masdar(at + 1) or grammar.phrases.is_event_noun(at + 1))
    if at in grammar.layout.closing and deed and "masdar" in cue.frames:  # إعلان الحكومة | "هدنة إنسانية"
        return at
    preps = cue.preps | cue.whom
    if part == PREPOSITION and token.word.core in preps:
        behind = at + 1
        return behind + 1 if behind < limit and grammar.parts[behind] == THAT else behind
    clitic = grammar.phrases.preposition_of(token)
    if clitic and clitic in preps:
        return at + 1 if token.norm == clitic else at
    if cue.frames & {"masdar", "obj", "attack"} and (grammar.phrases.is_masdar(at) or _is_his(grammar, at)):
        return at
    return None


def _is_his(grammar: Grammar, at: int) -> bool:
    """إعلان الحركة | مسؤوليتها, إعلانه | عزمه: what belongs to the speaker himself, and is nobody who could speak."""
    word = grammar.tokens[at].word
    owned = grammar.parts[at] == NOUN and not grammar.phrases.has_article(at) and grammar.phrases.is_owned(at)
    return owned and not word.conjunction and not word.labels & SPEAKERS and not grammar.phrases.preposition_of(grammar.tokens[at])


def predicate(grammar: Grammar, index: int) -> Attribution | None:
    """An adjective of attitude said of the one whose attitude it is (الأمم المتحدة قلقة من التصعيد)."""
    readings = grammar.tokens[index].word.all("attitude")
    found = next((one for one in readings if not (one.article or one.preposition or one.pronoun)), None)
    if found is None or not isinstance(found.sense.entry, Cue):
        return None
    start = grammar.layout.sentence(index).start
    subject = (start, index)
    if start >= index or not grammar.phrases.begins(start) or grammar.phrases.end(start, index, BEFORE_VERB) != index:
        return None
    at = _joined(grammar, index + 1, grammar.limit(index), found.sense.entry, False)
    content = content_from(grammar, at, index, phrase=True) if at is not None else None
    if content is None or not _speaks(grammar, start):
        return None
    made = attribution((index, index + 1), found.sense.entry, "predicate", content[0])
    return changed(made, subject=subject, quoted=content[1])


RULES = (reporting_noun, report_of, accused, predicate)
"""The rules for nouns and adjectives that report."""
