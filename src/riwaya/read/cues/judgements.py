"""Verbs that judge: labels (وصف بأنه), judgements (اعتبر)."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import DEMONSTRATIVE, NOUN, NUMERAL, PREPOSITION, QUANTIFIER, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Analysis
from riwaya.model.swift import changed
from riwaya.read.clauses.around import FREE, own_subject, phrase_after
from riwaya.read.clauses.subjects import preverbal_subject
from riwaya.read.cues.considering import considering
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import Manner
from riwaya.read.sayings.attribution import Attribution, attribution, content_from
from riwaya.read.sayings.insertions import before_victims, within_insertion
from riwaya.read.sayings.judged import (
    behind_that,
    can_judge,
    goes_on_judging,
    has_one_phrase,
    is_alone,
    judges_of_relative,
    label_in_marks,
    two_phrases,
)
from riwaya.read.sayings.judged_clauses import that_behind
from riwaya.read.sayings.labels import behind_joint, is_attribute, label_joint
from riwaya.read.sayings.offices import in_commas


def _is_wounds(grammar: Grammar, content: Range) -> bool:
    """جراح ثلاثة منهم وصفت | بالخطيرة: how grave wounds or a state are called by nobody judges nothing; بأنها خطيرة does."""
    word = grammar.tokens[content[0]].word
    return content[1] - content[0] == 1 and word.core in _GRAVE and word.preposition == "ب"


_GRAVE = word_list("how grave wounds are")


def label(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """Somebody calls a thing by a name, and that name is what is said (وصف القصف بأنه جريمة).

    من وصفهم بـ with nobody else behind it is no statement.
    """
    limit = min(grammar.limit(index), index + 25)
    own = own_subject(grammar, index, found)
    at = label_joint(grammar, index + 1, limit)
    if at is None or grammar.tokens[at].word.core in _IN_HIS_WORDS:
        return None
    own = None if found.pronoun and grammar.phrases.begins(index + 1) else own
    subject = own or (_labeller(grammar, index, at, bool(found.pronoun)) if _names_labeller(grammar, index, found) else None)
    if own is not None and not can_judge(grammar, own[0]) and not grammar.phrases.is_proper(own[0]):
        return None
    if _is_so_called(grammar, index) and (subject is None or subject == own):
        return None
    if found.sense.part == "verb" and _only_describes(grammar, index, subject):
        return None
    start = behind_joint(grammar, at)
    close = grammar.layout.closing.get(start)
    marked = close and close < limit and not _goes_behind_marks(grammar, close)
    content = (
        ((start, _behind_joined(grammar, close)), True) if close and marked else content_from(grammar, start, index, phrase=True)
    )
    if content is None or (subject is None and _is_wounds(grammar, content[0])):
        return None
    told_of = index > 0 and (grammar.parts[index - 1] == RELATIVE or is_attribute(grammar, index))
    relative = told_of and grammar.phrases.is_adjective(content[0][0])
    told = (content[0][0], _adjectives_end(grammar, content[0])) if relative else content[0]
    first = told[0] if found.pronoun else _labelled(grammar, subject[1] if subject and subject[0] > index else index + 1, at)
    made = attribution((index, index + 1), cue, "label", (first if first < at else told[0], told[1]))
    nobody = subject is None and "\u064f" in grammar.tokens[index].raw[:3]  # فيما | وُصف بأنه
    quoted = content[1] and (first >= at or told[1] - told[0] > told[0] - first)
    return changed(made, subject=subject, agentless=nobody, quoted=quoted)


def _behind_joined(grammar: Grammar, close: int) -> int:
    """وصف الهجوم بـ«الجبان» | و«البشع»: behind the last of the labels that stand in marks of their own."""
    opened = close + 1 + (grammar.layout.norms[close + 1 : close + 2] == ["و"])
    further = grammar.layout.closing.get(opened) if opened > close + 1 else None
    whole = further is not None and further < grammar.limit(close)
    return _behind_joined(grammar, further) if further is not None and whole else close + 1


def _is_so_called(grammar: Grammar, index: int) -> bool:
    """رفض ما | وصفه بالخرق, انتقد ما | اعتبره خرقا: what somebody calls so while he says more; في ما وصف بأنه is told beside."""
    before = grammar.layout.norms[max(0, index - 2) : index]
    passive = before == ["في", "ما"] and not any(found.pronoun for found in grammar.tokens[index].word.analyses)
    what = before[-1:] != [] and before[-1][-2:] in ("ما", "من") and before[-1][:-2] in ("", "م", "ب", "ل", "ع")
    return what and not passive


def _labelled(grammar: Grammar, start: int, at: int) -> int:
    """وصف الوزير في كلمة له | الهجوم بأنه جبان: where what is called so begins; what is only pointed at (ذلك) is left out."""
    while start < at and grammar.tokens[start].norm != "ما":
        start = grammar.skip_bracket(start)  # وصف مكتب التنسيق (أوتشا) | الوضع بأنه صعب
        if start >= at or start in grammar.layout.closing:
            return min(start, at)
        if grammar.parts[start] == DEMONSTRATIVE:
            return start if grammar.phrases.begins(start + 1) and start + 1 < at else at
        if start in grammar.date_at:
            start = grammar.date_at[start].end
        elif grammar.parts[start] in (VERB, RELATIVE):  # في خطاب | بثته القناة، الهجوم
            start = next((k for k in range(start, at) if grammar.is_comma(k)), at)
        elif grammar.parts[start] == PREPOSITION and grammar.phrases.begins(start + 1):
            start = _past_channel(grammar, start + 1, at)
        elif grammar.phrases.begins(start) and not grammar.phrases.preposition_of(grammar.tokens[start]):
            return start
        else:
            start += 1
    return at


def _past_channel(grammar: Grammar, start: int, at: int) -> int:
    """وصف الوزير في تصريحات صحفية | القصف بأنه جبان: a definite deed right before the label is no genitive of the channel."""
    end = grammar.phrases.end(start, at, FREE)
    deeds = (k for k in range(start + 2, end) if grammar.phrases.has_article(k) and grammar.phrases.is_event_noun(k))
    return end if end < at else next(deeds, end)


_IN_HIS_WORDS = frozenset({"قوله", "قولها", "قولهم", "قول"})
"""وصف ما حدث | بقوله إن: what he says follows, and the noun of saying is its cue."""


def _goes_behind_marks(grammar: Grammar, close: int) -> bool:
    """وصفه بأنه «أسوأ يوم» | للمدينة منذ شهور: what stands in marks is only where the label begins."""
    return close + 1 < len(grammar.tokens) and grammar.phrases.preposition_of(grammar.tokens[close + 1]) == "ل"


def _names_labeller(grammar: Grammar, index: int, found: Analysis) -> bool:
    """Whether whoever calls it so can stand behind the verb: not behind a pronoun (لكنه | وصف الأنباء)."""
    return found.sense.part == "verb" and not grammar.is_told_who(index)


def _adjectives_end(grammar: Grammar, content: Range) -> int:
    """الاشتباكات التي وصفها بأنها عنيفة | تركزت في الجبل: in a relative clause adjectives are the label, the sentence goes on."""
    at = content[0]
    while at < content[1] and grammar.parts[at] == NOUN and (grammar.phrases.is_adjective(at) or _is_joined(grammar, at)):
        at += 1
    return at


def _is_joined(grammar: Grammar, at: int) -> bool:
    """الضربة التي وصفها بالموجعة | والقاسية: a word in ة joined to an adjective in ة, both with the article or both without."""
    word, before = grammar.tokens[at].word, grammar.tokens[at - 1].word
    feminine = word.bare.endswith("ة") and before.bare.endswith("ة")
    return bool(word.conjunction) and feminine and word.article == before.article and not word.labels


def _only_describes(grammar: Grammar, index: int, subject: Range | None) -> bool:
    """بجروح وصفت بالخطيرة, مصدر وصفته بالمطلع, يصف نفسه بـ: an attribute of the noun before it, or a name that one takes."""
    behind = grammar.tokens[index + 1].norm if index + 1 < len(grammar.tokens) else ""
    described = index > 0 and grammar.parts[index - 1] == NOUN and not grammar.tokens[index].word.conjunction
    aside = (subject is None or subject[1] <= index) and is_attribute(grammar, index)  # قضوا على مجموعة | وصفوها بالتخريبية
    return behind.startswith(("نفسه", "انفسهم")) or aside or (subject is None and described)


def _labeller(grammar: Grammar, index: int, at: int, pronoun: bool) -> Range | None:
    """Who labels: the phrase behind the verb, if another one, or a pronoun on the verb, is what he labels."""
    subject = phrase_after(grammar, index + 1, at)
    if subject is None or pronoun:
        return subject
    office = grammar.phrases.is_title(subject[0])  # الأمين المساعد لشؤون اللاجئين
    if subject[1] < at and _is_labelled(grammar, subject, at):
        return None
    if subject[1] < at:
        return (subject[0], _with_holder(grammar, subject[1], at)) if office else subject
    end = grammar.phrases.end(subject[0], at, Manner(FREE.stops, split=True, attach=office))
    end = _with_holder(grammar, end, at) if office else end
    if _is_strange_name(grammar, subject[0], at):
        return subject[0], subject[0] + 1
    if end >= at or not can_judge(grammar, subject[0]):
        return None
    aside = office and grammar.parts[end] == PREPOSITION and _labelled(grammar, end, at) < at  # في حديث للصحيفة | الهجوم
    return (subject[0], end) if aside or grammar.phrases.begins(end) else None


def _is_labelled(grammar: Grammar, subject: Range, at: int) -> bool:
    """ووصف الوضع في الأحياء الغربية | من المدينة بأنه, ووصف الاتفاق | الموقع أمس بأنه: what cannot judge and is a deed, or has
    nothing behind it that is called so."""
    deed = grammar.phrases.has_article(subject[0]) and grammar.phrases.is_event_noun(subject[0])
    judges = can_judge(grammar, subject[0]) and "basis" not in grammar.tokens[subject[0]].word.labels  # الاتفاق
    return not judges and (deed or _labelled(grammar, subject[1], at) == at)


def _is_strange_name(grammar: Grammar, at: int, label: int) -> bool:
    """وصف بومبيو | الهجوم بأنه: one word that is in no table and no common noun, before a deed with the article."""
    word, phrases = grammar.tokens[at].word, grammar.phrases
    strange = not (word.labels or word.article or word.conjunction or word.preposition) and not phrases.is_masdar(at)
    return (
        strange and not phrases.is_common(at) and at + 1 < label and phrases.has_article(at + 1) and phrases.is_event_noun(at + 1)
    )


def _with_holder(grammar: Grammar, end: int, at: int) -> int:
    """وصف الأمين المساعد لشؤون اللاجئين | السفير كريم عواد | الهجوم: title and name right behind an office are its holder's."""
    if end >= at or not (grammar.phrases.is_title(end) and grammar.phrases.has_article(end)):
        return end
    return grammar.phrases.end(end, at, Manner(FREE.stops, split=True, attach=False))


def considered(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """Somebody judges one thing to be another (تعتبر أنقرة الحزب منظمة إرهابية).

    With a speaker beside the verb the judgement is his; a bare يعتبر كذا has none.
    """
    limit = grammar.limit(index)
    form, at = found.sense.form, index + 1
    if found.pronoun and isinstance(form, VerbForm):
        return None if _is_promise(grammar, index, cue) else _considered_back(grammar, index, cue, form)
    if that_behind(grammar, index, limit):
        return None
    if found.sense.part == "participle":
        return considering(grammar, index, cue)
    if not isinstance(form, VerbForm) or at >= limit or _is_promise(grammar, index, cue):
        return None
    if grammar.tokens[index].norm == "عدا" or _prepares(grammar, index, cue) or grammar.parts[at] == NUMERAL:
        return None  # المغرب الذي | يعد 1500 مقاتل
    named = _is_named(grammar, at)
    land = "country" in grammar.tokens[at].word.labels and at + 1 in grammar.phrases.named  # تعتبر روسيا | داعش منظمة إرهابية
    end = at + 1 if land else grammar.phrases.end(at, limit, FREE)
    office = in_commas(grammar, (at, end), end + 1, limit)  # اعتبر سالم الدباغ، | رئيس الوفد، الهجوم انتهاكا
    named, end = named or office is not None, office or end
    speaks = grammar.phrases.begins(at) and named and not grammar.phrases.is_accusative(at)
    subject = (at, end) if speaks and grammar.agrees(form, at, before=False) else None
    subject = None if subject is not None and is_alone(grammar, index, subject) else subject
    subject, judged = _who_judges(grammar, index, cue, form, subject, office is not None)
    content = content_from(grammar, subject[1] if subject and subject[0] > index else at, index, phrase=True)
    if content is None or grammar.parts[content[0][0]] == RELATIVE:
        return None  # اعتبر تنظيم «كذا»، | الذي قاتل سنوات، أن
    they = cue.lemma == "اعتبر" and form.number == "p" and form.person != 1 and not has_one_phrase(grammar, at)
    they = they or (bool(found.conjunction) and goes_on_judging(grammar, index, form))
    nobody = subject is None and not they  # لأنهم | يعتبرون الموصل آخر معاقلهم: those told of before
    if content[0][1] - content[0][0] < 2 or (nobody and not judged and not _is_commonly(grammar, index, cue, form)):
        return None
    made = attribution((index, index + 1), cue, "considered", in_relative(grammar, index, content[0]))
    return changed(made, subject=subject, agentless=nobody, quoted=content[1])


def _who_judges(
    grammar: Grammar, index: int, cue: Cue, form: VerbForm, subject: Range | None, office: bool
) -> tuple[Range | None, bool]:
    """أنقرة | تعتبر الحزب خطرا, أن مصر | تعد ركيزة: who judges, before the verb or behind it; whether one before is judged."""
    at = index + 1
    judge = behind_that(grammar, index, form)
    strange = _strange_judge(grammar, at, form) if subject is None else None
    subject = judge or subject or strange or preverbal_subject(grammar, index, form)
    town = subject is not None and _is_town(grammar, subject[0], index)
    known = judge or strange or office or subject is None
    if subject is not None and not known and not _judges(grammar, subject, index):
        subject = None
    before = town or (subject is not None and subject[0] < index)
    if subject is not None and not known and not two_phrases(grammar, subject, at):
        led = grammar.phrases.preposition_of(grammar.tokens[at]) == "ب"  # الحكومة | تعد بملاحقتهم
        subject, before = None, before and form.number == "s" and not led  # المملكة | تعد ركيزة; الناس | يعتبرون إيران هي المرجع
    judged = judge is None and before and has_one_phrase(grammar, at)
    subject = None if judged or _is_judged(grammar, index, cue, form, subject) else subject
    return subject, judged


def _is_named(grammar: Grammar, at: int) -> bool:
    """Whether somebody or some place is named at a token, or people of a nation."""
    word, phrases = grammar.tokens[at].word, grammar.phrases
    known = bool(word.labels & {"source", "country", "people"}) or at in phrases.placed or at in phrases.named
    return (known or ("demonym" in word.labels and word.bare.endswith("ون"))) and word.core not in _ONE


def _strange_judge(grammar: Grammar, at: int, form: VerbForm) -> Range | None:
    """اعتبر لافروف | توسيع الحلف تهديدا, اعتبر كوبلر | الهجوم جريمة: between a perfect and the deed that is judged, words that no
    table has name the judge."""
    if form.tense != "perfect" or form.number != "s":
        return None
    for k in range(at, min(at + _NAME, grammar.limit(at))):
        word = grammar.tokens[k].word
        if k > at and not word.conjunction and (grammar.phrases.is_masdar(k) or _is_the_deed(grammar, k)):
            return at, k
        if word.labels or word.preposition or word.conjunction or not grammar.phrases.begins(k):
            return None
    return None


def _is_the_deed(grammar: Grammar, at: int) -> bool:
    """الهجوم | جريمة: a deed with the article, and behind it what it is judged to be."""
    deed = grammar.phrases.has_article(at) and grammar.phrases.is_event_noun(at)
    return deed and at + 1 < grammar.limit(at) and grammar.phrases.begins(at + 1) and not grammar.phrases.is_definite(at + 1)


_NAME = 4


def _is_town(grammar: Grammar, at: int, index: int) -> bool:
    """حلب التي | تعد أكبر مدن الشمال: a place before the verb that can judge nothing."""
    return at < index and at in grammar.phrases.placed and not can_judge(grammar, at)


def _is_judged(grammar: Grammar, index: int, cue: Cue, form: VerbForm, subject: Range | None) -> bool:
    """يعد الجيش في مقدمة المشاركين, تعد الجماعة هي الأولى: behind يعد only people in the plural are judges."""
    if cue.lemma != "عد" or form.tense != "imperfect" or subject is None or subject[0] < index:
        return False
    word = grammar.tokens[subject[0]].word
    return not (word.labels & {"person", "people"} or word.bare.endswith("ون") or grammar.parts[subject[0]] == QUANTIFIER)


def in_relative(grammar: Grammar, index: int, content: Range) -> Range:
    """اتهم الحزب الذي يعتبر القوة الثانية في البرلمان | ، الحكومة بـ: in a relative clause the judgement ends at a comma."""
    if index == 0 or grammar.parts[index - 1] != RELATIVE or content[0] in grammar.layout.closing:
        return content
    end = next((k for k in range(content[0] + 1, content[1]) if grammar.is_comma(k) or _is_main_verb(grammar, k)), content[1])
    return content[0], end


def _is_main_verb(grammar: Grammar, at: int) -> bool:
    """الحزب الذي يعتبر القوة الثانية في البلاد | رفض الاتفاق: right behind something definite the verb of the clause outside."""
    verb = grammar.parts[at] == VERB and not grammar.tokens[at].word.conjunction
    return verb and grammar.parts[at - 1] == NOUN and grammar.phrases.is_definite(at - 1)


_ONE = frozenset({"احد", "احدي"})
"""تعتبر أحد أهم المراكز: one of them is what somebody is judged to be."""


def _prepares(grammar: Grammar, index: int, cue: Cue) -> bool:
    """تعد الحركة لهجوم, تعد الآن لتحرير القاعدة: with ل close behind it the verb says that one prepares."""
    if grammar.phrases.preposition_of(grammar.tokens[index + 1]) == "ل":
        return True
    behind = range(index + 2, min(grammar.limit(index), index + 4))
    return cue.lemma == "عد" and any(
        grammar.phrases.preposition_of(grammar.tokens[k]) == "ل"
        and (grammar.phrases.is_masdar(k) or grammar.phrases.is_event_noun(k))
        for k in behind
    )


def _is_promise(grammar: Grammar, index: int, cue: Cue) -> bool:
    """وعد الرئيس السكان بإعادة البناء, وعدهم | الوزير بصرف مساعدة: with ب behind it وعد is no و and عد."""
    if cue.lemma != "عد" or not grammar.tokens[index].norm.startswith("وع"):
        return False
    behind = range(index + 1, min(grammar.limit(index), index + _PROMISE))
    if index and grammar.tokens[index - 1].norm in ("ما", "كما"):  # وهو ما | وعدت واشنطن القيام به
        return True
    return any(grammar.phrases.preposition_of(grammar.tokens[k]) == "ب" for k in behind)


_PROMISE = 16


def _is_commonly(grammar: Grammar, index: int, cue: Cue, form: VerbForm) -> bool:
    """يعتبر كذا, كان يعد كذا: nobody's judgement in particular; تعد alone only says what something is."""
    was = index > 0 and grammar.tokens[index - 1].word.core in ("كان", "كانت")
    main = index == grammar.clause_start(index) and (index == 0 or grammar.parts[index - 1] not in (RELATIVE, THAT))
    main = main and grammar.parts[index + 1 : index + 2] != [DEMONSTRATIVE]
    return form.tense == "imperfect" and form.number != "p" and (cue.lemma != "عد" or was or main)


def _considered_back(grammar: Grammar, index: int, cue: Cue, form: VerbForm) -> Attribution | None:
    """التي اعتبرها خصومه غير دستورية: the pronoun is judged, what stands behind the judge is the label."""
    if grammar.tokens[index].norm in ("عدوه", "عدوها", "عدوهم"):  # تتهم الدولة | عدوها القديم
        return None
    limit = grammar.limit(index)
    at = index + 1
    judges = at < limit and grammar.phrases.begins(at) and grammar.agrees(form, at, before=False)
    subject = (at, label_in_marks(grammar, at, limit)) if judges and _is_judge(grammar, at) else None
    subject = (at, at + 1) if subject is None and at < limit and _is_named_judge(grammar, at) else subject
    marked = grammar.phrases.in_marks(at, limit) if subject is None else None  # يعتبره «حزب الفجر» | عدوا
    subject = marked if marked is not None and not grammar.is_sign(min(marked[1] + 1, limit - 1)) else subject
    start = subject[1] + (subject[1] in grammar.layout.opening) if subject else at
    while start < limit and (start in grammar.date_at or grammar.tokens[start].norm in ("علي", "ب", "ك")):
        start = grammar.date_at[start].end if start in grammar.date_at else start + 1
    start += start < limit and grammar.parts[start] == THAT
    content = content_from(grammar, start, index, phrase=True) if start < limit else None
    if content is None or (subject is None and (form.number == "p" or _is_so_called(grammar, index))):
        return None
    within = before_victims(grammar, index, within_insertion(grammar, index, content[0]))
    return changed(attribution((index, index + 1), cue, "considered", within), subject=subject, quoted=content[1])


def _is_judge(grammar: Grammar, at: int) -> bool:
    """A definite phrase or a named speaker behind the verb, or كل من; an indefinite noun is the label."""
    if grammar.layout.norms[at : at + 2] == ["كل", "من"]:
        return True
    labelled = at + 1 < len(grammar.tokens) and grammar.phrases.is_adjective(at + 1)
    state = "country" in grammar.tokens[at].word.labels or at in grammar.phrases.placed  # تصنفه | أنقرة إرهابيا
    return grammar.phrases.is_definite(at) or (can_judge(grammar, at) and (state or not labelled))


def _is_named_judge(grammar: Grammar, at: int) -> bool:
    """اعتبرها كاميرون «صراع جيلنا»: one word that is no accusative right before a label in marks is who judges."""
    marked = at + 1 < grammar.limit(at) and at + 1 in grammar.layout.closing
    return marked and grammar.parts[at] == NOUN and not grammar.phrases.is_accusative(at)


def _judges(grammar: Grammar, subject: Range, index: int) -> bool:
    """Whether somebody who can judge is the subject; in a title one word right before the verb is (السالمي | يعتبر الهدنة فرصة)."""
    at = subject[0]
    alone = (at + 1, index) == (subject[1], at + 1) and not grammar.tokens[at].word.labels
    titled = alone and grammar.layout.sentence(at).paragraph == 0
    return titled or can_judge(grammar, at) or judges_of_relative(grammar, subject, index)
