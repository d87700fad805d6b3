"""Who can act and who can suffer: what the head of a phrase says of whom it names."""

from __future__ import annotations

from itertools import pairwise

from riwaya.lang.ar.calendar import units
from riwaya.lang.ar.forms import frequency
from riwaya.lang.ar.parts import DEMONSTRATIVE, NOUN, NUMERAL, PREPOSITION, QUANTIFIER
from riwaya.lang.ar.thing_groups import WEAPONRY
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.between import past_about
from riwaya.read.clauses.crowds import is_protester
from riwaya.read.clauses.forces import ARMS, HOUSEHOLDS
from riwaya.read.clauses.gatherings import is_gathering
from riwaya.read.clauses.left_over import what_is_left
from riwaya.read.clauses.near import counted_noun, is_place, person_group, source_group, thing_group
from riwaya.read.clauses.no_objects import is_border, is_no_object
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import HONORIFICS, Grammar, Range
from riwaya.read.words.owned import KNOWN

_PARTIES = frozenset({"organ", "group", "military", "militant", "police", "unit", "anonymous", "title", "rank", "official"})
_CROWDS = word_list("crowd that acts")
_TELLERS = word_list("no party")
_REINFORCEMENTS = word_list("reinforcement")
_SHOT = word_list("fired or going off")
"""What is fired or goes off does not act."""
_DEICTIC = frozenset({"ها", "هو", "هي", "ما"})
LOADED = ("مفخخ", "ملغوم", "ملغم")
_PART_OF_TIME = ("منتصف", "مطلع", "اواخر", "اوائل")
"""سريانها | منتصف الليلة: when, not whom."""
_PURPOSES = word_list("accusative of purpose")
"""عززت إجراءاتها | تحسبا للهجمات: for what purpose, not whom."""
_THESE, _FIGHTERS = frozenset({"هولاء", "اولئك"}), ("military", "militant", "police")
_BEFORE_HEAD = (NUMERAL, QUANTIFIER, DEMONSTRATIVE)
_NO_PARTY = frozenset("thing trigger cue timeword measure masdar channel number".split())
_NAMED = frozenset({"person", "source", "country", "thing", "demonym", "number"})


def is_party(grammar: Grammar, where: Range) -> bool:
    """Whether a phrase can name who acts: a force, group, state or office, not a witness, a paper or a thing."""
    head = _head(grammar, where)
    word = grammar.tokens[head].word
    source = source_group(grammar, head)
    person = person_group(grammar, head)
    over = [norm[:3] for norm in grammar.layout.norms[head + 1 : head + 2]] == ["علي"]  # معركة القضاء عليه
    known = word.core in ARMS or (word.article and word.core in _SOMEBODY and not over)
    if known or (source == "witness" and is_protester(grammar, head)):
        return True
    if source in ("witness", "media", "document") or word.core in _TELLERS or word.core in HOUSEHOLDS:
        return False
    if person or source in _PARTIES or word.labels & {"country"} or head in grammar.phrases.called:
        return True
    if head in grammar.layout.closing or _is_country(grammar, head):
        return True
    return not word.labels & _NO_PARTY and _may_name(grammar, head)


def _is_country(grammar: Grammar, head: int) -> bool:
    """كوريا | الشمالية: a country whose first word alone is none."""
    named = grammar.place_at.get(head)
    return named is not None and named.place.precision == "country"


_RANK = 2
"""ثاني أكبر | مدن البلاد: so many words of rank."""


def _head(grammar: Grammar, where: Range) -> int:
    """The noun that says what a phrase names, past numbers, ranks and demonstratives (عدد من | الهجمات, ثاني أكبر | مدن البلاد)."""
    head = past_about(grammar, where[0], where[1])
    head += _RANK if grammar.phrases.is_ranked(head) and head + _RANK < where[1] else 0
    respected = grammar.tokens[head].word.core in HONORIFICS and head + 1 < where[1]
    head += respected and grammar.phrases.is_title(head + 1)  # فخامة | الرئيس
    while head + 1 < where[1] and (grammar.parts[head] in _BEFORE_HEAD or grammar.tokens[head].norm in _BEFORE_WHOM):
        loose = grammar.phrases.is_adjective(head + 1) and not grammar.phrases.is_definite(head + 1)
        of_them = loose and head + 2 < where[1] and grammar.tokens[head + 2].norm == "من"  # عدد كبير من | الآليات
        if loose and not of_them and person_group(grammar, head + 1) not in _FIGHTERS:  # مئات غاضبة, ألف | مسلح
            break
        head += 1 + of_them
    return head


_BEFORE_WHOM = ("من", "اول", "اخر")
"""عدد من | الجنود, أول | سفينة: what stands before whoever or whatever a phrase names."""


def _may_name(grammar: Grammar, head: int) -> bool:
    """Whether a word that no table lists can name a party: no adjective, verbal noun, adverbial or time."""
    phrases, word = grammar.phrases, grammar.tokens[head].word
    if word.core in _THESE or grammar.parts[head] == QUANTIFIER:
        return True
    if grammar.parts[head] != NOUN or word.core.startswith("يوم") or phrases.is_accusative(head) or word.core in _DEICTIC:
        return False
    if _is_how(grammar, head) or _is_this(grammar, head):
        return False
    if phrases.is_masdar(head) or phrases.is_definite_masdar(head):
        return False
    nisba = word.bare.endswith("ي")  # السيسي: without its article never written
    surname = nisba and (not phrases.is_definite(head) or not (word.labels or frequency(word.core)))
    return not phrases.is_adjective(head) or word.bare.endswith(("ون", "ين")) or surname or phrases.is_name(head)


_WOMEN = ("امراه", "مراه", "فتاه", "سيده")


def _is_this(grammar: Grammar, head: int) -> bool:
    """هذا | الطرح, هذه | الخطوة: what "this" points at and no table knows is no party; هؤلاء المقاتلون, هذه المرأة are."""
    if head < 1 or grammar.tokens[head - 1].norm not in ("هذا", "هذه", "وهذا", "وهذه"):
        return False
    word = grammar.tokens[head].word
    return bool(word.article) and not word.labels and word.core not in _WOMEN


def is_common(grammar: Grammar, where: Range) -> bool:
    """مخططات التنظيم, الجهود, أموالهم, وهكذا: a word that no table has and that is no name is nobody; العدو is somebody."""
    head, phrases = _head(grammar, where), grammar.phrases
    word = grammar.tokens[head].word
    core, behind = word.core, grammar.tokens[head + 1 : head + 3]
    known = head in phrases.named or head in phrases.placed or head in grammar.layout.closing
    if word.labels or known or grammar.register.names_one(core):
        return not known and _is_nobody(grammar, head, where)
    if core in ARMS or core in _SOMEBODY or core.removesuffix("ه") in _SOMEBODY or core.startswith(("بلاد", "عبد")):
        return False
    if phrases.is_owned(head) or word.bare.endswith("ات"):
        return True
    of_people = len(behind) > 1 and behind[0].norm == "من" and "person" in behind[1].word.labels  # دفعة من المسلحين
    if of_people or word.bare.endswith(("ون", "ين", "ي")):
        return False
    if phrases.is_name(head):
        return core[0] in "وف" and max(frequency(core[1:]), frequency("ال" + core[1:])) > max(KNOWN, frequency(core))
    if word.article:
        return frequency(core) > KNOWN and frequency(core) * _SELDOM > frequency("ال" + core)
    best = len(core) == _ELATIVE and core[0] == "ا" and bool(behind) and "person" in behind[0].word.labels
    surname = bool(behind) and not behind[0].word.labels and (phrases.is_name(head + 1) or behind[0].word.bare.endswith("ي"))
    return not best and not surname and frequency("ال" + core) > KNOWN


def _is_nobody(grammar: Grammar, head: int, where: Range) -> bool:
    """جثث قتلاهم, الآتي, كل, من: the dead, a plan, a quantity or whoever alone do nothing; النظام القمعي, السجناء, من قتله do."""
    word = grammar.tokens[head].word
    if word.core == "من" and word.labels <= {"prep", "locative"}:
        return True
    if grammar.parts[head] == QUANTIFIER and not word.article and head + 1 == where[1]:
        return word.core != "مجموعه" and not word.core.endswith("هم")  # شارك | بعضهم في القتال
    if person_group(grammar, head) == "victim":
        told = word.core.startswith("موقوف") or (word.core == "قتيل" and word.article)  # خطط | الموقوفون, خطط القتيل: before
        return "trigger" in word.labels and not told
    return bool(word.labels & {"basis", "light"}) and not word.labels & {"person", "source", "country", "demonym"}


_SELDOM, _ELATIVE = 20, 4
"""A name with the article is so many times as often met with it as without (الأسد); the letters of أبرز."""
_SOMEBODY = word_list("somebody")


def _is_how(grammar: Grammar, head: int) -> bool:
    """تماما, دوليا: a word in ـا that no table has says how, unless a pronoun hangs on it, or it is a name or a number."""
    word, phrases = grammar.tokens[head].word, grammar.phrases
    if not word.core.endswith("ا") or word.labels or phrases.is_owned(head) or word.core.endswith(("ها", "نا", "هما")):
        return False
    return not phrases.is_name(head) and head not in phrases.placed and word.core.removesuffix("ا") not in _CROWDS


def acts(grammar: Grammar, where: Range, mark: Mark) -> bool:
    """Whether a phrase can be an actor: a party, or a vehicle or weapon that does its work; an event or a number is none."""
    head = _head(grammar, where)
    word = grammar.tokens[head].word
    towns = mark.entry.type == "ASSAULT" and grammar.parts[where[0]] == NUMERAL and thing_group(grammar, head) == "settlement"
    if word.core == "امر" or towns:  # الأمر الذي | أطلق سلسلة من أعمال القتل, حملة في 5 محافظات | استهدفت
        return False
    if (mark.entry.type == "ASSAULT" and _rescues(grammar, where)) or (mark.entry.group == "meet" and word.core in _TOPICS):
        return False
    if word.core in HOUSEHOLDS and mark.entry.type == "PROTEST":
        return True
    if source_group(grammar, head) == "witness" and (
        mark.entry.type == "PROTEST" or (word.core in _PEOPLE and (_is_own(mark) or _told_to_do(where, mark)))
    ):
        return True
    crowd = word.core in _CROWDS or word.core.removesuffix("ا") in _CROWDS or word.norm.removesuffix("ا") in _CROWDS  # آلافا
    if crowd or "demonym" in word.labels or is_faction(grammar, head) or _is_called_so(grammar, where):
        return True
    if thing_group(grammar, head) in ("vehicle", "weapon") or word.core in _REINFORCEMENTS:
        loaded = any(grammar.tokens[at].word.core.startswith(LOADED) for at in range(head + 1, where[1]))
        return word.core not in _SHOT and not loaded
    if thing_group(grammar, head) == "munition":
        return False
    great = head + 2 == where[1] and grammar.layout.norms[where[1] : where[1] + 1] == ["من"]  # أعداد كبيرة | من الجنود
    people = head + 2 == where[1] and "demonym" in grammar.tokens[head + 1].word.labels  # مئة | إسباني
    counts = head + 1 == where[1] or people or (great and grammar.phrases.is_adjective(head + 1))
    if "number" in word.labels and counts:  # أطلق ثلاث | طلقات: nobody
        return where[1] >= len(grammar.tokens) or thing_group(grammar, where[1]) not in WEAPONRY
    if mark.entry.type in ("ASSAULT", "COERCE", "CONSULT") and is_common(grammar, where):
        return _meets(grammar, where, mark)
    says_we = mark.form is not None and mark.form.person == 1
    return says_we or _many_go(grammar, where, mark) or is_party(grammar, where)


def _many_go(grammar: Grammar, where: Range, mark: Mark) -> bool:
    """إن آلافا من مواطنيه | سافروا للقتال: so many of a land, before their verb, who go to fight."""
    counted = grammar.layout.norms[where[0] + 1 : where[0] + 2] == ["من"] and grammar.parts[where[0]] == NUMERAL
    return counted and mark.is_verb and mark.entry.lemma == "سافر" and where[1] <= mark.index


def _is_called_so(grammar: Grammar, where: Range) -> bool:
    """شنت | القاعدة هجوما: a noun with the article that is the name of a body, alone."""
    word = grammar.tokens[where[0]].word
    return bool(word.article) and where[1] - where[0] == 1 and grammar.register.holds((word.core,))


def _meets(grammar: Grammar, where: Range, mark: Mark) -> bool:
    """يلتقي | الصيد وزير الدفاع: a word with the article alone behind a verb of meeting is a surname, as common as it may be."""
    word = grammar.tokens[where[0]].word
    alone = mark.is_verb and where == (mark.index + 1, mark.index + 2) and mark.entry.lemma in ("التقى", "اجتمع")
    return alone and bool(word.article) and not word.labels and not word.bare.endswith(("ة", "ات"))


_PEOPLE = word_list("people who act")
"""أربعة | أشخاص, أحد المهاجمين: people who tell of things, and who do them as well."""


def is_faction(grammar: Grammar, at: int) -> bool:
    """غارة | حوثية, أعمال نهب | حوثية: a feminine adjective that says whose deed it is; the masculine is a man of it."""
    word = grammar.tokens[at].word
    return word.core in _FACTIONS and not word.article and not word.conjunction


_FACTIONS = word_list("adjective of a faction")


def _is_own(mark: Mark) -> bool:
    """هجوم, مغادرة, مساعدة, اتفاق: what anybody may do; words of killing or seizing rather tell what is done to people."""
    return mark.entry.group in ("attack", "leave", "move", "give", "deal", "meet", "stop")


def _told_to_do(where: Range, mark: Mark) -> bool:
    """إن | السكان أسروا جنديين, جنود أسرهم | السكان: a verb of catching or killing with whom it is done to, and its subject."""
    before = where[1] <= mark.index and mark.form is not None and mark.form.number == "p"
    return mark.is_verb and mark.entry.group in ("arrest", "result") and (before or bool(mark.found.pronoun))


_TOPICS = word_list("what talks are about")
"""محادثات | السلام, حوار | الأديان: what is talked about talks with nobody."""


def _rescues(grammar: Grammar, where: Range) -> bool:
    """باشرت فرق | الدفاع المدني سقوط مقذوف: those who come to help attack nobody."""
    norms = grammar.layout.norms[where[0] : where[1]]
    return ("الدفاع", "المدني") in pairwise(norms)


def suffers(grammar: Grammar, where: Range, mark: Mark) -> bool:
    """Whether a phrase can be a target: not oneself, what is used, a lone adjective, or in a fight another event."""
    if is_no_object(grammar, where, mark) or _is_no_object(grammar, where, mark) or is_border(grammar, where, mark):
        return False
    head = _head(grammar, where)
    word, phrases = grammar.tokens[head].word, grammar.phrases
    if mark.entry.lemma in ("استخدم", "استعمل") and where[0] <= mark.companion < where[1]:
        return False
    helped = mark.entry.type == "AID" and grammar.tokens[where[0]].word.article  # مساعدات | للحفاظ على الاستقرار
    if _is_how_long(grammar, where) or ((helped or mark.entry.type in ("ASSAULT", "COERCE")) and _is_why(grammar, where, mark)):
        return False
    if word.labels & _NAMED or head in grammar.place_at or head in grammar.layout.closing:
        return True
    if word.core in ARMS or word.core in _REINFORCEMENTS or word.core in _CROWDS:
        return True
    if head > where[0] or past_about(grammar, where[0], where[1]) > where[0]:
        return True
    if (
        word.core in _PART_OF_TIME
        or word.core in _PURPOSES
        or word.core.startswith(("نفس", "انفس"))
        or (word.core in ("ذلك", "ما", "هذا", "هذه", "حساب") and what_is_left(grammar, head) == head)
        or (mark.entry.type == "MOBILIZE" and word.core in ("مستوي", "درجه", "حاله"))  # رفعت الشرطة | حالة التأهب
    ):
        return False
    ordinal = word.article and grammar.gender(head) == "m"
    town = word.article and word.bare.endswith("ية") and mark.entry.mode in _FIRE and grammar.tokens[head - 1].norm == "علي"
    if (
        phrases.is_adjective(head)
        and not (ordinal or town)
        and not (word.labels - {"adjective"} if head + 1 == where[1] else word.labels)
        and not word.bare.endswith(("ون", "ين", "ان", "ات"))
    ):
        return head + 1 < where[1] and not phrases.is_adjective(head + 1)
    if is_gathering(grammar, head):
        return True
    alone = head + 1 == where[1] and (phrases.is_masdar(head) or phrases.is_definite_masdar(head))
    event = alone or (phrases.is_event_noun(head) and not phrases.is_adjective(where[1] - 1))
    return not event or mark.entry.type not in ("ASSAULT", "CONTROL", "MOBILIZE")


def _is_how_long(grammar: Grammar, where: Range) -> bool:
    """معارك | لأكثر من ثلاثة أشهر, توقيفهم | لساعات, اقتحامه | هذه المرة: how long or how often, not whom."""
    at = counted_noun(grammar, past_about(grammar, *where), where[1])
    word, phrases = grammar.tokens[at].word, grammar.phrases
    if at + 1 < where[1] and not (phrases.is_adjective(at + 1) or phrases.preposition_of(grammar.tokens[at + 1])):
        return False
    return word.core in _LASTS or (word.core in units() and not word.article)


def _is_why(grammar: Grammar, where: Range, mark: Mark) -> bool:
    """عمليات | لتأمين المدينة, التفجير | لعرقلة الهدنة, شارك في | القتال: what for, or the fight itself, not whom."""
    phrases, token = grammar.phrases, grammar.tokens[where[0]]
    if mark.entry.lemma == "شارك":
        return phrases.is_event_noun(where[0])
    if token.word.preposition != "ل" or token.word.labels & {"person", "source", "country", "thing"}:
        return False
    if token.word.article:  # استخدام القوة | للدفاع عن البلاد
        behind = where[0] + 1
        led = behind < len(grammar.tokens) and grammar.parts[behind] == PREPOSITION
        led = led or (behind < len(grammar.tokens) and bool(phrases.preposition_of(grammar.tokens[behind])))
        deed = phrases.is_definite_masdar(where[0]) and "trigger" not in token.word.labels
        return led and (deed or token.word.core in _ENDS)
    if token.word.core in _REINFORCEMENTS:
        return False
    deed = bool(token.word.labels & {"trigger", "masdar"}) or "light.noun" in token.word.classes
    return deed or phrases.is_masdar(where[0]) or phrases.is_owned_masdar(where[0])


_LASTS, _ENDS = word_list("time that lasts"), word_list("end with the article")
_FIRE = ("heavy-weapons", "aerial")
"""غارة على | الشهابية: behind such a word a definite word in ية alone is a town."""
_WITH_PARTIES = frozenset({"AGREE", "CONSULT"})


def _only_left(mark: Mark) -> bool:
    """انسحبوا من | المدينة, فروا من | القوات: from where or from whom somebody goes suffers nothing."""
    return mark.entry.group == "leave" and mark.entry.frame == "A" and "عن" not in mark.entry.preps


def _only_reached(grammar: Grammar, where: Range, mark: Mark) -> bool:
    """تقدمت نحو | المدينة, وصل إلى | صنعاء, زيارته | لصنعاء: where somebody goes; زار | صنعاء, زيارة | صنعاء have it as object.

    زيارته | للعراق, جولة في | الصين: a state is whom a visit is to.
    """
    goes = mark.entry.type == "MOBILIZE" or mark.entry.mode == "visit" or mark.entry.lemma in ("زار", "جولة")
    if not goes or not is_place(grammar, _head(grammar, where)):
        return False
    between = grammar.layout.norms[mark.end : where[0]]  # جولة من المحادثات في | الصين
    if mark.entry.lemma in ("زار", "جولة") and "country" in grammar.tokens[_head(grammar, where)].word.labels:
        return mark.entry.lemma == "جولة" and "من" in between
    if mark.entry.type == "MOBILIZE":
        return mark.entry.frame == "A" and grammar.tokens[where[0] - 1].norm != "علي"
    before = grammar.parts[where[0] - 1] == PREPOSITION if where[0] else False
    led = before or bool(grammar.phrases.preposition_of(grammar.tokens[where[0]]))  # زيارة الوزير | الأردن has an object
    return mark.entry.mode == "visit" and (mark.entry.frame == "A" or (not mark.is_verb and led and bool(mark.entry.preps)))


def _is_no_object(grammar: Grammar, where: Range, mark: Mark) -> bool:
    """Where somebody goes or comes from, what somebody gets on with, and what is agreed or talked about."""
    if mark.entry.type in _WITH_PARTIES and not _is_counterpart(grammar, where):
        return True
    if mark.entry.type == "MOBILIZE" and _is_front(grammar, where, mark):
        return True
    if grammar.tokens[where[0]].word.core == "عدد" and where[1] <= mark.index and where[1] - where[0] <= _OF_THOSE:
        return True  # عدد | من قتلوا
    return _only_left(mark) or _only_reached(grammar, where, mark) or _only_done(grammar, where, mark)


_OF_THOSE = 2


def _is_front(grammar: Grammar, where: Range, mark: Mark) -> bool:
    """التقدم على | أكثر من محور, بدأ عملية | شمالي حلب: where troops move or an operation begins, not against whom."""
    if mark.entry.group == "start" and "direction" in grammar.tokens[where[0]].word.labels:
        return True
    return where[1] - where[0] > 1 and grammar.tokens[where[1] - 1].norm in _FRONTS


_FRONTS = ("محور", "جبهه", "اتجاه")


def _only_done(grammar: Grammar, where: Range, mark: Mark) -> bool:
    """تقدمت القوات في | عملياتها العسكرية, حققت تقدما في | تحرير المحافظة: a deed is no ground that is gained."""
    if mark.entry.type != "AID" and (mark.entry.type, mark.entry.frame) != ("CONTROL", "A"):
        return False
    head = _head(grammar, where)
    word = grammar.tokens[head].word
    deed = ("trigger" in word.labels and not word.bare.endswith(("ين", "ون"))) or grammar.phrases.is_masdar(head)
    if mark.entry.type == "AID":  # مساعدتهم على | احتلال المدينة
        return deed and where[0] > 0 and word.core not in HOUSEHOLDS and grammar.tokens[where[0] - 1].norm == "علي"
    return deed and not is_place(grammar, head)


def _is_counterpart(grammar: Grammar, where: Range) -> bool:
    """اتفقوا مع | الحكومة, زاروا | القاهرة: with whom or where; not what is agreed or talked about (على | هدنة)."""
    head, before = _head(grammar, where), grammar.tokens[where[0] - 1].norm if where[0] else ""
    met = is_party(grammar, where) or is_place(grammar, head) or bool(grammar.tokens[head].word.labels & {"person", "source"})
    return before == "مع" or (met and before != "علي")


def is_organised(grammar: Grammar, where: Range) -> bool:
    """Whether a phrase names an organisation, a group, a state, or an office of one."""
    if person_group(grammar, where[0]) in ("military", "militant", "police", "unit"):
        return True
    if source_group(grammar, where[0]) in ("organ", "group"):
        return grammar.tokens[where[0]].word.core not in HOUSEHOLDS
    return "country" in grammar.tokens[where[0]].word.labels
