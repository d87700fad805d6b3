"""What a pronoun on an event word stands for: the nearest phrase before it that fits in gender, number and kind."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import NOUN, NUMERAL, QUANTIFIER, RELATIVE, THAT, VERB
from riwaya.lang.ar.thing_groups import HITTABLE, SITES
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.able import LOADED
from riwaya.read.clauses.adverbials import past_adverbs
from riwaya.read.clauses.pointed_back import antecedent, head_goes_on
from riwaya.read.clauses.subjects import preverbal_subject
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import Manner
from riwaya.read.words.place_terms import place_noun

_BACK = 60
_PHRASE = Manner(stops=frozenset({"ب", "عن", "علي", "الي", "في", "ضد"}), split=True)
_PLACE = Manner(stops=_PHRASE.stops | {"من"}, split=True)
_PARTS = word_list("part that is taken")
_WOMEN = ("نساء", "نسوه", "فتيات")
_PLURAL, _ONE_OF_THEM = ("هم", "هما", "هن"), "احدهم"


def antecedent_of(grammar: Grammar, index: int, pronoun: str, entry: Trigger, other: Range | None = None) -> Range | None:
    """A pronoun on an event word is the nearest phrase before it that fits in gender, number and kind (بعد تحريرها).

    ``other``: who does it to him, whom the pronoun cannot mean.
    """
    start = grammar.clause_start(index)
    doer = head_goes_on(grammar, index)
    if doer is None and start > 0 and grammar.parts[start - 1] == RELATIVE and not is_of_holders(grammar, index, pronoun):
        pointed = antecedent(grammar, start - 1, None)
        lone = pronoun in _PLURAL and grammar.tokens[start - 1].norm == "التي"
        if not lone or pointed is None or _are_people(grammar, *pointed):  # الهزائم التي لحقت بهم | وطردهم
            return head_meant(grammar, pointed, pronoun, entry)
    other = other or doer
    paragraph = grammar.layout.sentence(index).paragraph
    first = max(0, index - _BACK)
    for at in range(index - 1, first - 1, -1):
        if grammar.layout.sentence(at).paragraph != paragraph:
            return None
        if (other is not None and other[0] <= at < other[1]) or _tells_it(grammar, at, index, entry):
            continue
        if _fits(grammar, at, pronoun, entry):
            at = _standing_there(grammar, at, first, (pronoun, entry)) or _outermost(grammar, at, first, (pronoun, entry))
            many = at > 0 and (grammar.parts[at - 1] in (NUMERAL, QUANTIFIER) or _are_all(grammar, at))
            head = at - many
            return head, grammar.phrases.end(head, index, _PLACE if at in grammar.place_at else _PHRASE)
    return None


def _tells_it(grammar: Grammar, at: int, index: int, entry: Trigger) -> bool:
    """قال | المتحدث إن مقتله, قال سالم حداد أحد | المتحدثين إن مقتله: whoever tells that somebody was killed is not he.

    هدد | الزعيم بقتله, قال | محاميه إن اعتقاله: nor is he who threatens or admits it, nor a captive's own lawyer.
    """
    if entry.kind != "killed" and not (entry.kind == "captured" and grammar.phrases.is_owned(at)):
        return False
    first = grammar.layout.sentence(at).start
    verb = next((k for k in range(at - 1, first - 1, -1) if grammar.parts[k] in (VERB, THAT)), None)
    spoken = verb is not None and grammar.parts[verb] == VERB and "cue" in grammar.tokens[verb].word.labels
    between = grammar.parts[at + 1 : index]
    first_word = verb == at - 1 and THAT in between
    return spoken and (first_word or (VERB not in between and (THAT in between or grammar.tokens[index].word.preposition == "ب")))


def _are_people(grammar: Grammar, first: int, end: int) -> bool:
    """القوات التي, عشرات العائلات التي: whether a phrase has a word of people in it."""
    return any(grammar.tokens[at].word.labels & {"person", "source", "country"} for at in range(first, end))


def _standing_there(grammar: Grammar, at: int, first: int, wanted: tuple[str, Trigger]) -> int | None:
    """اقتحموا | منزل الأسير في حي المساكن تمهيدا لهدمه: the building or vehicle that stands in a place, rather than the place."""
    led = next((k for k in range(at - 1, max(first, at - _LED), -1) if grammar.tokens[k].norm == "في"), None)
    if led is None or wanted[1].type != "ASSAULT":
        return None
    if led + 1 not in grammar.place_at and place_noun(grammar.tokens[led + 1]) is None:
        return None
    if any(grammar.parts[k] != NOUN for k in range(led + 1, at)):
        return None
    for k in range(led - 1, max(first, led - _NESTED) - 1, -1):
        if grammar.parts[k] != NOUN or grammar.tokens[k].word.conjunction:
            return None
        if grammar.group(k, "thing") in _STANDING and k not in grammar.place_at and _fits(grammar, k, *wanted):
            return k
    return None


_LED, _STANDING = 4, ("building", "vehicle", "weapon")


def is_of_holders(grammar: Grammar, index: int, pronoun: str) -> bool:
    """المسلحين الذين | يسيطرون عليها, القائد الذي | احتلها: whether a clause is about one, and its pronoun about another."""
    start = grammar.clause_start(index)
    if start < 1 or grammar.parts[start - 1] != RELATIVE or pronoun not in ("ه", "ها"):
        return False
    norm = grammar.tokens[start - 1].norm
    return norm.endswith(("الذين", "اللواتي", "اللاتي", "التي" if pronoun == "ه" else "الذي"))


def head_meant(grammar: Grammar, where: Range | None, pronoun: str, entry: Trigger) -> Range | None:
    """استعادة | المناطق التي يسيطر عليها الجيش, معركة تطهير | البلدة التي استردها: of a deed and what it is done to the latter."""
    counted = where is not None and entry.type == "CONTROL" and grammar.parts[where[0]] == NUMERAL  # طن من القمح من | المناطق
    if where is None or not (counted or _cannot_be(grammar, where[0], pronoun, entry)):
        return where
    inner = (at for at in range(where[0] + 1, where[1]) if not grammar.tokens[at].word.conjunction)
    at = next((at for at in inner if _may_be(grammar, at, pronoun)), where[0])
    return at, where[1]


def _may_be(grammar: Grammar, at: int, pronoun: str) -> bool:
    """Whether a noun inside a phrase is a place or thing of the gender of a pronoun."""
    if grammar.parts[at] != NOUN or not grammar.phrases.begins(at) or _describes(grammar, at):
        return False
    gender = grammar.gender(at)
    fits = not gender or pronoun not in ("ه", "ها") or gender == ("f" if pronoun == "ها" else "m")
    return fits and (at in grammar.place_at or "thing" in grammar.tokens[at].word.labels)


def _cannot_be(grammar: Grammar, head: int, pronoun: str, entry: Trigger) -> bool:
    """Whether a deed, or where a place is taken somebody or what has the other gender, heads a phrase before a relative."""
    word, gender = grammar.tokens[head].word, grammar.gender(head)
    deed = word.labels & {"trigger", "light"} and not word.labels & {"person", "source", "thing", "country"}
    if deed or grammar.phrases.is_masdar(head) or grammar.phrases.is_definite_masdar(head) or word.preposition:
        return True
    other = bool(gender) and pronoun in ("ه", "ها") and gender != ("f" if pronoun == "ها" else "m")
    other = other or (grammar.parts[head] == NOUN and not word.labels and word.core not in _PARTS)  # ربط | المناطق التي يسيطر عليها
    return (
        entry.type == "CONTROL"
        and (other or bool(word.labels & {"person", "source"}))
        and not is_meant(grammar, head, pronoun, entry)
    )


def _outermost(grammar: Grammar, at: int, first: int, wanted: tuple[str, Trigger]) -> int:
    """بلدة الوادي في شمال المحافظة ... استعادتها: of a place inside another one that fits too the head of both is meant."""
    best = at
    for before in range(at - 1, max(first, at - _NESTED) - 1, -1):
        inner = grammar.parts[before] == NOUN or grammar.tokens[before].norm == "في"
        if not inner or grammar.tokens[before].word.conjunction or grammar.phrases.is_masdar(before):
            break
        if before in grammar.place_at and _fits(grammar, before, *wanted) and grammar.parts[before - 1] != NOUN:
            best = before
    return best - _is_kind_of_place(grammar, best - 1)


def _is_kind_of_place(grammar: Grammar, at: int) -> bool:
    """بلدة | الهضبة: whether the noun that says what a place is stands before its name."""
    if at < 0 or grammar.parts[at] != NOUN or at + 1 not in grammar.place_at or grammar.tokens[at].word.article:
        return False
    return grammar.group(at, "thing") in SITES


_NESTED = 8


def _fits(grammar: Grammar, at: int, pronoun: str, entry: Trigger) -> bool:
    """Whether the noun at a token can be meant: people for هم, a place or thing for ه and ها where the event takes one."""
    noun = grammar.parts[at] == NOUN or grammar.tokens[at].norm == _ONE_OF_THEM
    return noun and grammar.phrases.begins(at) and is_meant(grammar, at, pronoun, entry)


def is_meant(grammar: Grammar, at: int, pronoun: str, entry: Trigger) -> bool:
    """Whether the noun at a token agrees with a pronoun and is of a kind that the event takes."""
    word = grammar.tokens[at].word
    if word.core == "انسان" and at > 0 and grammar.tokens[at - 1].word.core == "حقوق":
        return False
    if _is_no_head(grammar, at) or (entry.lemma == "فجر" and at in grammar.place_at):
        return False
    if pronoun == "هما" and not _are_two(grammar, at):
        return False
    if pronoun == "هما" and (entry.type == "CONTROL" or _are_hit(grammar, at, entry)):  # نقطتي تفتيش قبل أن | تستعيدهما القوات
        return entry.type != "CONTROL" or grammar.group(at, "thing") in SITES
    if pronoun in _PLURAL:
        women = pronoun == "هم" and word.core in _WOMEN  # فصلوا الرجال عن | النساء ثم اقتادوهم
        return (("person" in word.labels and _is_plural(grammar, at)) or _are_all(grammar, at)) and not women
    if pronoun == "ه" and (_are_men(grammar, at) or _are_some(grammar, at)):  # نصب المسلحون كمينا له | وقتلوه
        return False
    gender = grammar.gender(at) or _gender_of_place(grammar, at)
    if gender and gender != ("f" if pronoun == "ها" else "m"):
        return False
    if (entry.type in ("CONTROL", "RETREAT") and entry.group != "free") or "#place" in entry.needs:
        return at in grammar.place_at or grammar.group(at, "thing") in SITES
    if (entry.group in ("result", "arrest", "free") and entry.kind != "destroyed") or entry.lemma == "اغتال":
        return _is_seized(grammar, at, entry)
    return _is_struck(grammar, at, entry)


def _is_seized(grammar: Grammar, at: int, entry: Trigger) -> bool:
    """Whether the noun at a token may be killed, seized or set free: people and ships, no place, nor kin that tell of it."""
    word = grammar.tokens[at].word
    if (entry.group == "arrest" and grammar.group(at, "thing") == "vehicle") or word.norm == _ONE_OF_THEM:
        return True  # 17 سفينة يمكن | احتجازها, خطفوا أحدهم ثم أفرجوا | عنه
    if at in grammar.place_at or at in grammar.phrases.placed:  # الشابة من | محافظة كردستان ... مقتلها
        return False
    if grammar.parts[at + 1 : at + 2] == [VERB] and "cue" in grammar.tokens[at + 1].word.labels:  # إن | العائلة ترفض التحقيق
        return False
    return "person" in word.labels or (grammar.phrases.is_title(at) and not word.conjunction)


def _is_no_head(grammar: Grammar, at: int) -> bool:
    """سيارة | مفخخة, قضاء الكرمة | شرقي الفلوجة: what only says of which kind or on which side something is."""
    word = grammar.tokens[at].word
    side = "direction" in word.labels and not word.article and at > 0 and grammar.parts[at - 1] == NOUN
    return side or word.core.startswith(LOADED) or _describes(grammar, at)


def _are_two(grammar: Grammar, at: int) -> bool:
    """جنديين, نقطتي | تفتيش: a dual by its ending, or by the table where its ن is gone."""
    word = grammar.tokens[at].word
    bound = word.bare.endswith(("ي", "تا")) and any(getattr(one.sense.form, "number", "") == "d" for one in word.analyses)
    return bound or word.bare.endswith(("ان", "ين"))


def _are_hit(grammar: Grammar, at: int, entry: Trigger) -> bool:
    """حقلي | النفط بعد أن اقتحمهما محتجون: whether an attack hits places or vehicles such as the noun at a token names."""
    return entry.group == "attack" and entry.mode != "firearms" and grammar.group(at, "thing") in HITTABLE


def _is_struck(grammar: Grammar, at: int, entry: Trigger) -> bool:
    """Whether the noun at a token is of a kind that may be shot at (people, vehicles), driven out (no place) or else struck."""
    labels = grammar.tokens[at].word.labels
    if entry.mode == "firearms":  # قبل أن يطلقوا | عليه النار
        return bool(labels & {"person", "demonym"}) or grammar.group(at, "thing") == "vehicle"
    if entry.lemma in ("طرد", "رحل", "أجبر", "أرغم"):  # على الرغم من | طرده من الأحياء, وأجبرها على الفرار
        return bool(labels & {"person", "source"}) and at not in grammar.place_at
    met = entry.group == "meet" and grammar.tokens[at].word.article and grammar.phrases.is_title(at)  # زار المبعوث ... استقبله
    return bool(labels & {"thing", "person"}) or at in grammar.place_at or met


def are_of_number(grammar: Grammar, at: int, pronoun: str, counted: bool) -> bool:
    """جنديين | عنهما, ناقلتين | عنهما: people or a vehicle of the number and gender of a pronoun; ``counted``: behind numbers."""
    ship = grammar.group(at, "thing") == "vehicle"
    labels = grammar.tokens[at].word.labels
    if "person" not in labels and not (ship and pronoun != "هم") and not (counted and not labels):  # 13 مصليا
        return False
    if pronoun in _PLURAL:
        two = _are_two(grammar, at) and not counted
        return two if pronoun == "هما" else (_is_plural(grammar, at) or counted)
    gender = grammar.gender(at)
    return not (counted or _are_men(grammar, at) or _are_two(grammar, at)) and gender in ("", "f" if pronoun == "ها" else "m")


def _gender_of_place(grammar: Grammar, at: int) -> str:
    """ميناء | الحديدة, مدينة | الحديدة: the noun that says what a place is shows its gender; a town is she."""
    if at not in grammar.place_at:
        return ""
    word = grammar.tokens[at - _is_kind_of_place(grammar, at - 1)].word
    found = word.find("thing")
    if found is None:
        return "" if word.labels & {"country", "direction"} or at + 1 in grammar.phrases.placed else "f"
    single = getattr(found.sense.form, "number", "") == "s"
    return ("f" if word.bare.endswith("ة") else "m") if single else ""


def _describes(grammar: Grammar, at: int) -> bool:
    """القائد | الأميركي ... دحره: an adjective with the article behind a noun with it is nobody else."""
    phrases = grammar.phrases
    return at > 0 and phrases.has_article(at) and phrases.has_article(at - 1) and phrases.is_adjective(at)


def _are_men(grammar: Grammar, at: int) -> bool:
    """المسلحون, الجنود: people in the plural, no single one of them (أحد | الجنود)."""
    found = grammar.tokens[at].word.find("person")
    several = found is not None and getattr(found.sense.form, "number", "") == "p"
    return several and not (at > 0 and grammar.parts[at - 1] == QUANTIFIER)


def _are_some(grammar: Grammar, at: int) -> bool:
    """المستوطنين, المهربون: a plural with the article that no table has; not أحد | المهربين."""
    word = grammar.tokens[at].word
    plural = bool(word.article) and word.bare.endswith(("ين", "ون")) and not word.labels - {"person"}
    return plural and not (at > 0 and grammar.parts[at - 1] == QUANTIFIER)


def _is_plural(grammar: Grammar, at: int) -> bool:
    found = grammar.tokens[at].word.find("person")
    number = getattr(found.sense.form, "number", "") if found is not None else ""
    return number in ("p", "d") or (at > 0 and grammar.parts[at - 1] in (NUMERAL, QUANTIFIER))


def _are_all(grammar: Grammar, at: int) -> bool:
    """جميع | المخططين, بعض | الفارين: a plural in ين that no table has, behind a quantity, is people."""
    word = grammar.tokens[at].word
    people = bool(word.article) and not word.labels and word.bare.endswith("ين")
    return people and at > 0 and "quantifier" in grammar.tokens[at - 1].word.labels


def force_before(grammar: Grammar, index: int, form: VerbForm) -> Range | None:
    """الجيش الذي قصف | مواقع المسلحين: a force is the subject where a place or thing stands behind the verb, which cannot act."""
    at = index + 1
    if _sends_its_own(grammar, index):
        whole = antecedent(grammar, index - 1, None)  # ميليشيات الجماعة والرئيس السابق، التي | تركت مواقعها
        agrees = whole is not None and grammar.agrees(form, whole[0], before=True) and not grammar.phrases.is_event_noun(whole[0])
        return whole if agrees else antecedent(grammar, index - 1, form)
    if at >= len(grammar.tokens) or "person" in grammar.tokens[at].word.labels:
        return None
    if at not in grammar.place_at and grammar.group(at, "thing") not in SITES:
        return None
    found = preverbal_subject(grammar, index, form, addressing=True)
    labels = grammar.tokens[found[0]].word.labels if found is not None else frozenset()
    return found if labels & {"person", "source"} and not labels & {"trigger", "thing"} else None


def points_back_to(grammar: Grammar, index: int) -> Range | None:
    """What a relative clause around a verb describes: the phrase before its relative pronoun, or the noun right before the verb."""
    start, before = grammar.clause_start(index), index - 1
    bare = before > 0 and grammar.parts[before] == NOUN and not grammar.tokens[index].word.conjunction
    bare = bare and "timeword" not in grammar.tokens[before].word.labels  # في وقت | دفع فيه الجيش بتعزيزات
    bare = bare and not grammar.phrases.is_definite(before) and not grammar.phrases.is_proper(before)
    told = VERB in grammar.parts[start:index]  # الكتائب التي تنوي استعادة قرى | يحتلها
    if start > 0 and grammar.parts[start - 1] == RELATIVE and not (bare and told):
        return antecedent(grammar, start - 1, None)
    return antecedent(grammar, index, None) if bare else None


def _sends_its_own(grammar: Grammar, index: int) -> bool:
    """فرنسا، التي تسحب منذ أشهر | قواتها, الدولة التي نشرت | جنودها: a relative with a verb of moving, and those whom it moves."""
    if index < 1 or grammar.tokens[index - 1].norm not in ("التي", "الذي"):
        return False
    found = (one.sense.entry for one in grammar.tokens[index].word.all("trigger", "verb"))
    if not any(isinstance(row, Trigger) and row.frame == "AO" and row.group in ("leave", "move") for row in found):
        return False
    own = "ها" if grammar.tokens[index - 1].norm == "التي" else "ه"
    behind = past_adverbs(grammar, index + 1, grammar.limit(index))
    behind = grammar.date_at[behind + 1].end if behind + 1 in grammar.date_at else behind  # منذ | فبراير الماضي
    return behind < grammar.limit(index) and grammar.phrases.is_owned(behind) and grammar.tokens[behind].norm.endswith(own)
