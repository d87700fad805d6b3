"""The phrase that an event noun governs, and what only looks like one: an adjective, a manner, a number."""

from __future__ import annotations

from riwaya.lang.ar.nouns import NounForm, masdar_shape
from riwaya.lang.ar.parts import NOUN, NUMERAL, QUANTIFIER
from riwaya.lang.ar.thing_groups import HARDWARE
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Word
from riwaya.read.clauses.between import approximates
from riwaya.read.clauses.entities import is_body_of_two
from riwaya.read.clauses.left_over import what_is_left
from riwaya.read.clauses.near import ACTOR, SPLIT_TARGET, TARGET, counted_end, thing_group
from riwaya.read.clauses.triggers import Mark
from riwaya.read.clauses.violence import is_sudden
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.commas import joined_people
from riwaya.read.words.kinds import BULLETS

_GENITIVE_ACTS = frozenset({"act", "attack", "crowd", "hold", "move", "meet", "leave", "deal", "give"})
_LONG = 6
_DESCRIBING = word_list("describes an event")
"""What looks like the genitive of an event noun and is none: قصف | مدفعي إسرائيلي, هجوم | آخر."""
_OF_MEETINGS = word_list("describes a meeting")
"""اجتماع | موسع لقادة الفصائل, لقاء | ثنائي: of which kind a meeting is, not who meets."""
_SEASONS = frozenset({"صيف", "شتاء", "ربيع", "خريف"})
"""هجوم | الصيف: when, not whom."""
_OF_BULLETS = frozenset({"حي", "حيه", "مطاطي", "معدني", "مطاطيه"})
"""إطلاق الرصاص | الحي: of which kind the bullets are."""
_USING = ("استخدم", "استعمل")
_ARMED_DEEDS = ("هجوم", "هجمات", "كمين", "اعتداء", "اشتباك", "عملي")
"""هجوم | مسلح: deeds of which such a word says how, not who."""
_PARTS = word_list("part that is taken")
_NISBA = ("ي", "ية", "يا", "يًا")


def genitive(grammar: Grammar, mark: Mark) -> Range | None:
    """The phrase that an event noun governs, which acts or suffers (هجوم الجيش، مقتل جنديين, «استشهاد» | أربعة)."""
    weapon = mark.entry.lemma in _USING and mark.end > mark.index + 1  # استخدام طائرات | مسيرة
    if mark.found.article or weapon:
        return None
    limit = grammar.limit(mark.index)
    at = mark.companion if _governs_companion(grammar, mark) else _past_second(grammar, mark, limit)
    at += at < limit and grammar.tokens[at].word.core in ("سراح", "سبيل")
    if at == mark.end and mark.index - (opened := grammar.layout.opening.get(at, mark.index)) in _FEW:  # "ستواصل استهداف" | الضباط
        at, limit = at + 1, grammar.limit(opened)
    if (left := what_is_left(grammar, at)) > at:
        return at, left
    if at < limit and approximates(grammar, at, limit):
        return (at, counted_end(grammar, at, limit, SPLIT_TARGET))
    if (
        mark.entry.group != "stop"
        and (marked := grammar.layout.marked(at)) is not None
        and grammar.layout.closing[at] <= limit
        and grammar.parts[at + 1] == NOUN
        and (mark.entry.frame.startswith(("AO", "P")) or (mark.entry.frame == "A" and _may_act(grammar, at + 1, mark)))
        and not (grammar.layout.closing[at] == at + 2 and _is_quality(grammar, at + 1, mark))
    ):
        return marked
    if (end := _numbered(grammar, at, limit)) > at:
        return at, end
    if at >= limit or not grammar.phrases.begins(at) or grammar.tokens[at].word.conjunction:
        return None
    brought_down = at == mark.companion and is_downing(mark)
    if grammar.phrases.preposition_of(grammar.tokens[at]) or (not brought_down and _is_modifier(grammar, at, mark)):
        return None
    named = _named(grammar, at)
    killed = named and mark.entry.group == "attack" and mark.entry.counted == "target"
    if killed or mark.entry.group in ("result", "arrest", "free"):
        first = at + (_governs_people(mark) and _is_unknown(grammar, at, limit))
        manner = TARGET if named else SPLIT_TARGET
        end = _before_all(grammar, at, grammar.phrases.end(first, limit, manner))
        return (at, joined_people(grammar, end, limit, manner))  # مقتل | ضابط و3 جنود
    acts = mark.entry.group in _GENITIVE_ACTS
    return (at, _before_own_quality(grammar, mark, at, grammar.phrases.end(at, limit, ACTOR if acts else SPLIT_TARGET)))


def _numbered(grammar: Grammar, at: int, limit: int) -> int:
    """مقتل | «33» جنديا, ضبط | (12) مهربا: the token behind a number in marks or brackets and whom it counts; else the same."""
    close = grammar.layout.closing.get(at, grammar.layout.brackets.get(at))
    if close is None or close + 1 >= limit or grammar.parts[at + 1] != NUMERAL:
        return at
    return grammar.phrases.end(close + 1, limit, SPLIT_TARGET)


_FEW = (1, 2, 3)


def _before_own_quality(grammar: Grammar, mark: Mark, start: int, end: int) -> int:
    """غارات الجيش | الجوية: where the phrase of who does a deed ends before an adjective of the deed."""
    return next((at for at in range(start + 1, end) if is_own_quality(grammar, mark, start, at)), end)


def is_own_quality(grammar: Grammar, mark: Mark, start: int, at: int) -> bool:
    """غارات الجيش | الجوية, هجمات الحوثيين | الصاروخية: a feminine adjective behind men or one body is the deed's.

    اجتماع القيادة الفلسطينية | الطارئ: nor does a masculine one go with a feminine body that meets.
    """
    if mark.entry.group == "meet" and at < len(grammar.tokens) and at > start:
        return _is_of_meeting(grammar, mark, at)
    if mark.entry.group != "attack" or at >= len(grammar.tokens) or not grammar.tokens[mark.index].word.bare.endswith(("ات", "ة")):
        return False
    own, before = grammar.tokens[at].word, grammar.tokens[at - 1].word
    feminine = own.article and own.bare.endswith("ة") and not own.labels & {"source", "demonym"}
    if not feminine or not grammar.phrases.is_adjective(at) or not grammar.phrases.is_definite(at - 1):
        return False
    men = before.bare.endswith(("ين", "ون")) and bool(before.labels & {"person", "source"})
    return men or (at == start + 1 and "source" in before.labels and _is_one_body(grammar, start))


def _is_of_meeting(grammar: Grammar, mark: Mark, at: int) -> bool:
    """اجتماع القيادة الفلسطينية | الطارئ, زيارة الوزير | الأخيرة: an adjective that agrees with the meeting, not with who meets."""
    own, before = grammar.tokens[at].word, grammar.tokens[at - 1].word
    plain = bool(own.article) and grammar.phrases.is_adjective(at) and not own.labels & {"source", "person", "demonym", "country"}
    feminine = grammar.tokens[mark.index].word.bare.endswith(("ة", "ات"))
    if not plain or not before.article:
        return False
    if feminine:
        return own.bare.endswith("ة") and grammar.gender(at - 1) == "m" and not before.bare.endswith("ات")
    return not own.bare.endswith(("ة", "ين", "ون")) and before.bare.endswith("ة")


def _is_one_body(grammar: Grammar, at: int) -> bool:
    """الجيش, التحالف, النظام: a masculine singular, whose adjectives are masculine too."""
    forms = [found.sense.form for found in grammar.tokens[at].word.analyses if isinstance(found.sense.form, NounForm)]
    one = bool(forms) and all(form.number == "s" for form in forms)
    return one and grammar.gender(at) == "m"


def _before_all(grammar: Grammar, start: int, end: int) -> int:
    """اعتقال الوزير | لجميع المخططين: where a phrase ends before all of those to whom it was done."""
    return next((at for at in range(start + 1, end) if is_done_to_all(grammar, at)), end)


def is_done_to_all(grammar: Grammar, at: int) -> bool:
    """اعتقال الوزير | لجميع المخططين: ل before a quantity, behind something definite."""
    word = grammar.tokens[at].word if at < len(grammar.tokens) else None
    led = word is not None and word.preposition == "ل" and "quantifier" in word.labels
    return led and at > 0 and (grammar.phrases.is_definite(at - 1) or grammar.phrases.is_proper(at - 1))


def _may_act(grammar: Grammar, at: int, mark: Mark) -> bool:
    """سيطرة | «داعش», اعتداء | «الحركة» على المقر: what stands in marks behind a noun of holding or moving, not عملية | «عاصفة».

    Behind a noun of attack it is who did it, if it is said against whom.
    """
    behind = grammar.layout.closing[at - 1] + 1 if at - 1 in grammar.layout.closing else at
    upon = behind < len(grammar.tokens) and grammar.tokens[behind].norm == "علي"
    if upon and grammar.tokens[mark.index].word.core.startswith(("اعتداء", "غار", "عدوان")):
        return at not in grammar.place_at and not grammar.phrases.is_adjective(at)
    return mark.entry.group in ("hold", "leave", "move") and at not in grammar.place_at


def _past_second(grammar: Grammar, mark: Mark, limit: int) -> int:
    """قصف وتدمير | منازل, أسر أو اعتقال | جنود: where the genitive begins that a noun shares with the deed joined to it.

    أحبط الجيش هجوما وقتل خمسة: in the indefinite accusative a noun has no genitive to share.
    """
    at = mark.end
    if grammar.phrases.is_accusative(mark.index) or mark.entry.type not in _SHARING or mark.entry.frame != "AO" or at >= limit:
        return at
    if mark.entry.type != "ASSAULT" and at > mark.index + 1:  # مصادرة الأراضي وهدم | البيوت
        return at
    second = at + (grammar.tokens[at].norm == "او")  # أسر أو | اعتقال
    behind = second + 1
    if behind >= limit:
        return at
    word = grammar.tokens[second].word
    unread = not word.labels and word.norm.startswith("و") and masdar_shape(word.norm[1:])  # اقتحام وتدنيس | المسجد
    if second == at and word.conjunction != "و" and not unread:
        return at
    plural = any(one.bare.endswith("ات") for one in (grammar.tokens[mark.index].word, word))
    deed = grammar.phrases.is_event_noun(second) or (mark.entry.type != "ASSAULT" and grammar.phrases.is_masdar(second))
    led = grammar.tokens[behind].word.conjunction or grammar.phrases.preposition_of(grammar.tokens[behind])
    own = grammar.tokens[behind].word.core in _SECONDS_OWN or word.core == "اطلاق"
    deed = deed or (unread and grammar.phrases.is_definite(behind))
    return behind if deed and not (word.article or plural or led or own) else at


_SHARING = frozenset({"ASSAULT", "COERCE", "AID", "CONTROL"})
_SECONDS_OWN = ("نار", "نيران", "مسلح")
"""تفجير وإطلاق | نار, تفجير وهجوم | مسلح: what belongs to the second deed alone."""


def _governs_companion(grammar: Grammar, mark: Mark) -> bool:
    """إجلاء | السكان, إسقاط | طائرة مسيرة: the people, or what is brought down, that a noun of event needs beside it."""
    word = grammar.tokens[mark.companion].word
    if mark.entry.lemma in _USING:
        return False
    if is_downing(mark):
        return thing_group(grammar, mark.companion) in HARDWARE
    if mark.entry.lemma == "أغلق":  # إغلاق | المعابر
        return mark.companion == mark.index + 1
    return (
        mark.companion == mark.index + 1
        and not word.labels & {"trigger", "thing"}
        and bool(word.labels & {"source", "person", "country"})
    )


def is_downing(mark: Mark) -> bool:
    """إسقاط | مروحية روسية, اعتراض | صاروخ باليستي: what is brought down, whose it is said to be."""
    return mark.entry.kind == "destroyed" and mark.companion == mark.index + 1


def _named(grammar: Grammar, at: int) -> bool:
    """مقتل | الجنرال فلان, اعتقال | الطفلة فلانة: a definite person whose name follows."""
    word = grammar.tokens[at].word
    person = word.labels & {"person"} or grammar.phrases.is_title(at) or grammar.phrases.is_name(at)
    several = word.bare.endswith(("ين", "ون", "ات")) or grammar.parts[at] == NUMERAL
    return bool(person) and not several and (grammar.phrases.is_definite(at) or grammar.phrases.is_name(at))


def _is_modifier(grammar: Grammar, at: int, mark: Mark) -> bool:
    """هجوم | كبير, قصف | مدفعي: whether a word describes an event noun; مقتل | أبو سالم, قصف | غزة name somebody or a place."""
    own = _is_hit(grammar, at, mark) or _is_named(grammar, at, mark) or _is_part(grammar, at, mark)
    own = (
        own
        or _is_other_gender(grammar, at, mark)
        or _is_last(grammar, at, mark)
        or is_body_of_two(grammar, at)
        or (mark.entry.frame == "AO" and grammar.tokens[at].word.groups.get("thing", "") == "vehicle")  # استهداف | ناقلة نفط
        or (_governs_people(mark) and _is_unknown(grammar, at, grammar.limit(mark.index)))
        or (mark.entry.counted == "target" and mark.entry.kind == "killed" and grammar.phrases.is_title(at))  # اغتيال | صحفي ومصوره
    )
    consents = mark.entry.lemma == "وافق" and at in grammar.phrases.placed  # موافقة | أنقرة
    return not (own or consents) and (
        _agrees(grammar, at, mark) or _describes(grammar, at, mark) or _is_meanwhile(grammar, at, mark)
    )


def _is_meanwhile(grammar: Grammar, at: int, mark: Mark) -> bool:
    """خرجوا في مظاهرة | رافعين شعارات, مسيرة | حاملين صورا: what those do meanwhile who go out, in a participle."""
    word = grammar.tokens[at].word
    return mark.entry.group == "crowd" and word.bare.endswith("ين") and not (word.article or word.labels & {"person", "source"})


def _is_hit(grammar: Grammar, at: int, mark: Mark) -> bool:
    """قصف | غزة, تحرير | صعدة: a town behind a noun of what is done to it; هجوم غزة is known by where it was."""
    done = mark.entry.frame == "AO" and mark.entry.group in ("attack", "hold")
    if not done or at not in grammar.phrases.placed or grammar.tokens[mark.index].word.core.startswith(_KNOWN_BY_PLACE):
        return False
    return grammar.tokens[at].word.labels.isdisjoint({"country", "direction", "demonym"})


_KNOWN_BY_PLACE = ("هجوم", "هجمات", "ضرب", "تفجير", "اعتداء")


def _is_last(grammar: Grammar, at: int, mark: Mark) -> bool:
    """استعادة | آخر معقل, تحرير | ثاني مدن البلاد, وصول | أول سفينة: a rank before what is taken or comes, not describing it."""
    behind = at + 1
    ranks = _RANKED if mark.entry.frame == "AO" else RANKS if mark.entry.group in _MOVES else ()
    if grammar.tokens[at].word.core not in ranks or behind >= grammar.limit(mark.index):
        return False
    bare = not (grammar.tokens[behind].word.conjunction or grammar.phrases.preposition_of(grammar.tokens[behind]))
    return bare and grammar.parts[behind] == NOUN and bool(grammar.tokens[behind].word.labels & {"thing", "person"})


_RANKED = ("اخر", "ثاني", "ثالث")
RANKS, _MOVES = ("اخر", "اول"), frozenset({"give", "move", "leave"})


def _is_part(grammar: Grammar, at: int, mark: Mark) -> bool:
    """تحرير | بقية المحافظات, تأمين | كبرى المدن: a word of how much of something, before the whole of it."""
    behind = at + 1
    if grammar.tokens[at].word.core not in _PARTS or behind >= grammar.limit(mark.index) or grammar.parts[behind] != NOUN:
        return False
    return grammar.phrases.begins(behind) and not grammar.phrases.preposition_of(grammar.tokens[behind])  # تحرير كامل | للبلاد


def _describes(grammar: Grammar, at: int, mark: Mark) -> bool:
    """An indefinite word behind an indefinite event noun is its adjective, unless it is a person, a thing or a name."""
    word = grammar.tokens[at].word
    bare = word.norm.removesuffix("ا").removesuffix("ه").removesuffix("ان").removesuffix("ين")
    if bare == "انتحاري" or (mark.entry.group == "meet" and _OF_MEETINGS & {bare, word.norm}):
        return True
    if word.core in _OF_BULLETS and grammar.tokens[at - 1].word.core.startswith(BULLETS):
        return True
    if word.core in _SEASONS or (_is_dual(mark) and word.bare.endswith(("ين", "ان")) and not word.article):  # هجومين | مسلحين
        return True
    if grammar.parts[at] in (NUMERAL, QUANTIFIER):
        return _counts_deeds(grammar, at, mark)
    if grammar.phrases.has_article(at) and _opens_genitive(grammar, at, mark):
        return False
    armed = word.core in ("مسلح", "مسلحه") and grammar.tokens[mark.index].word.core.startswith(_ARMED_DEEDS)
    if armed or is_sudden(grammar, at):
        return True
    adjective = grammar.phrases.is_adjective(at)
    if word.bare.endswith(_NISBA) and adjective and not _governs_people(mark):
        return True
    if word.core in _DESCRIBING or _is_manner(word):
        return True
    if grammar.parts[at] != NOUN or grammar.phrases.is_definite(at) or word.labels & {"person", "source", "country", "thing"}:
        return adjective and "person" not in word.labels
    return adjective or bool(word.labels - {"trigger", "masdar", "measure"}) or word.bare.endswith(("ة", "ا"))


def _counts_deeds(grammar: Grammar, at: int, mark: Mark) -> bool:
    """هجمات | عدة استهدفت الثكنة, هجمات | كثيرة: how many deeds there were; مقتل | عدة جنود counts whom they hit."""
    if grammar.tokens[at].word.core in _DESCRIBING and not _governs_people(mark):
        return True
    return grammar.tokens[at].norm == "عده" and at == mark.end and grammar.phrases.are_many(at)


def _is_other_gender(grammar: Grammar, at: int, mark: Mark) -> bool:
    """ضبط | شحنة أسلحة, ضبط | كمية من المخدرات: a feminine word behind a masculine verbal noun is no adjective of it.

    أعمال نهب | ممنهجة: behind another noun it may be the adjective of that.
    """
    own, word = grammar.tokens[mark.index].word, grammar.tokens[at].word
    one = mark.noun is not None and mark.noun.number == "s" and not own.bare.endswith(("ة", "ات", "اء"))
    if not one or mark.entry.frame != "AO" or at != mark.index + 1 or not word.bare.endswith("ة") or word.article:
        return False
    led = mark.index > 0 and grammar.parts[mark.index - 1] == NOUN and not grammar.phrases.is_complete(mark.index - 1)
    led = led and not (own.preposition or own.conjunction)
    return word.norm != "بحوزه" and (not led or bool(word.labels & {"thing", "person"}))


def _agrees(grammar: Grammar, at: int, mark: Mark) -> bool:
    """قصفا | مركزا: in the indefinite accusative a noun governs nothing, and what shows the same case describes it."""
    governs_nothing = mark.noun is not None and mark.noun.accusative and at == mark.index + 1
    return governs_nothing and grammar.phrases.is_accusative(at)


def _is_unknown(grammar: Grammar, at: int, limit: int) -> bool:
    """اعتقال | قاري ذبيح الله: a word in ـي that no table has before a name is no adjective but a name too."""
    word, behind = grammar.tokens[at].word, at + 1
    if word.article or word.labels or not word.bare.endswith("ي") or behind >= limit or grammar.parts[behind] != NOUN:
        return False
    return grammar.phrases.is_name(behind) and not grammar.tokens[behind].word.labels


def _is_named(grammar: Grammar, at: int, mark: Mark) -> bool:
    """مقتل | أبو سالم الهاني: somebody who is named by his son, behind a noun that takes people."""
    takes = _governs_people(mark) or (mark.entry.group == "attack" and mark.entry.counted == "target")
    head = "namehead" in grammar.tokens[at].word.labels and not grammar.tokens[at].word.article
    return takes and head and grammar.parts[at + 1 : at + 2] == [NOUN]


def _is_quality(grammar: Grammar, at: int, mark: Mark) -> bool:
    """هجوم | «كبير», هجوم | «إرهابي»: what only describes an event noun in marks of its own; «حوثي» says whose it is."""
    word = grammar.tokens[at].word
    somebody = "person" in word.labels and not (mark.entry.group == "attack" and word.core in _OF_DEEDS)
    return not (somebody or "demonym" in word.labels) and _is_modifier(grammar, at, mark)


_OF_DEEDS = word_list("of a deed, in marks")
"""هجوم | «إرهابي»: what may be somebody, and behind an attack says of which kind it was."""


def _is_dual(mark: Mark) -> bool:
    """Whether an event noun tells of two, so that an adjective behind it ends as a man in the plural does."""
    return mark.noun is not None and mark.noun.number == "d" and mark.noun.state != "construct"


def _is_manner(word: Word) -> bool:
    """قتال | متزامن, قصف | متواصل: a participle in مت that no table has says how."""
    return word.core.startswith("مت") and len(word.core) >= _LONG and not word.labels and not word.article


def _opens_genitive(grammar: Grammar, at: int, mark: Mark) -> bool:
    """A definite word behind an indefinite event noun is its genitive, behind a definite one (القوة | المفرطة) its adjective."""
    return mark.companion != at and not grammar.phrases.is_definite(at - 1)


def _governs_people(mark: Mark) -> bool:
    """Whether an event noun takes victims or captives as its genitive (مقتل مدني), so that a nisba behind it is a person."""
    return mark.entry.group in ("result", "arrest", "free", "state")
