"""The word that an event word needs beside it (أطلق ... النار, وصل ... رتل), and the classes of words it may be of."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from riwaya.lang.ar.lexicon import Noun, Trigger
from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, QUANTIFIER, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.remembered import remembered
from riwaya.read.clauses.adverbials import past_adverbs
from riwaya.read.clauses.backed import leads
from riwaya.read.clauses.bases import is_base
from riwaya.read.clauses.begun import begun_before
from riwaya.read.clauses.between import approximates, before_among
from riwaya.read.clauses.body_names import is_of_body
from riwaya.read.clauses.calls import is_made
from riwaya.read.clauses.crowds import is_held_here, is_protester, sets_out_marching
from riwaya.read.clauses.done_topics import done_to_topic
from riwaya.read.clauses.drones import comes_down, is_drone
from riwaya.read.clauses.fallen import dies_of_attack, falls_in_attack, is_fallen_town
from riwaya.read.clauses.nothing_behind import held_from, nothing_behind
from riwaya.read.clauses.numbers_sent import with_number
from riwaya.read.clauses.office_holders import holds_office
from riwaya.read.clauses.quitting import before_that, left_again, refusal_before, told_before
from riwaya.read.clauses.states import is_state
from riwaya.read.clauses.tallied import is_tallied
from riwaya.read.clauses.truces import counted_breach, only_talked_of
from riwaya.read.clauses.word_forms import forms_around, forms_of, gave, pronoun_on, two_of
from riwaya.read.grammar import Grammar
from riwaya.read.words.noverbs import imperfect
from riwaya.spelling import folded

_VERB_REACH, _NOUN_REACH, _NEAR = 16, 5, 4
_REACH_ENDS = frozenset({VERB, THAT, RELATIVE})
"""The parts of speech that open another clause; a class of words is looked for up to there, or up to what و joins."""


def companion_of(grammar: Grammar, index: int, entry: Trigger, is_verb: bool) -> int | None:
    """Where a word stands that the trigger needs (أطلق ... النار); the trigger's own place if it needs none."""
    if not entry.needs or _pointed_at(grammar, index, entry):
        return index
    crew = entry.lemma == "أسعف" and index > 0 and grammar.tokens[index - 1].word.core in _CREWS
    if crew or sets_out_marching(grammar, index, entry):
        return None
    limit = _limit(grammar, index, entry, is_verb)
    needs, behind = entry.needs, index
    if is_verb and entry.frame == "AO" and needs & _HELD:
        behind = _subject_end(grammar, index, limit)
    subject_end = behind
    classes = bool(_classes(needs))
    tokens, parts = grammar.tokens, grammar.parts
    for at in range(index + 1, limit):
        if not is_verb and at == index + _NEAR:
            needs -= {"#attack"}
        word, part = tokens[at].word, parts[at]
        named = not needs.isdisjoint(word.forms or forms_of(word)) or (classes and at >= behind and _of_class(grammar, at, needs))
        named = named or (word.core.endswith("ي") and two_of(grammar, at, needs))
        if named and not _leaves_the_verb(grammar, at, entry, is_verb) and not is_drone(grammar, index, at, needs):
            return at
        if part == THAT and word.norm != "ما":
            break
        if part == VERB and word.core not in _NOT_LESS and (not is_verb or _goes_on(grammar, at, entry)):
            break
        held = entry.group == "hold" and is_verb and at < limit - 1 and names_force(grammar, at)
        joined = word.conjunction and at >= subject_end and not held
        classes = (classes and not (joined or part in _REACH_ENDS)) or (classes and leads(grammar, at))
        of_them = word.norm == "من" and parts[at - 1] == NUMERAL  # حررت القوات | 11 من الرهائن
        if part == PREPOSITION and classes and is_verb and at >= behind and not of_them:
            behind = _behind_phrase(grammar, at, limit, entry)
    return _before(grammar, index, entry) if is_verb else _controller(grammar, index, entry)


def _limit(grammar: Grammar, index: int, entry: Trigger, is_verb: bool) -> int:
    """Where the search ends; it need not begin where the sentence has none of the words, and no class of words is needed."""
    if not _classes(entry.needs) and entry.needs.isdisjoint(forms_around(grammar, index)):
        return index
    reach = _VERB_REACH if is_verb else _genitive_reach(entry)
    return min(grammar.layout.sentence(index).end, index + 1 + reach + _measured(grammar, index))


_CREWS = word_list("of an ambulance")
"""سيارات | الإسعاف, طواقم | الإسعاف: who or what helps, which tells of no help."""


_NOT_LESS = ("يقل", "تقل", "يزيد", "تزيد")
"""سقوط ما لا يقل عن 70 قذيفة: the verb of an approximation."""


def _subject_end(grammar: Grammar, index: int, limit: int) -> int:
    """طردت | ألمانيا وفرنسا | نحو 40 دبلوماسيا, حررت | القوات أمس | قرية: where the subject ends behind which an object stands.

    Else the verb.
    """
    first = index + 1
    if first >= limit or not grammar.phrases.begins(first):
        return index
    end = past_adverbs(grammar, grammar.phrases.end(first, limit), limit)
    if end < limit and approximates(grammar, end, limit):
        return end
    if end >= limit or grammar.parts[end] not in (NOUN, NUMERAL, QUANTIFIER):
        return index
    word, head = grammar.tokens[end].word, grammar.tokens[first].word
    new = head.bare.endswith("ين") and not head.article and grammar.tokens[end].norm.endswith("ا")  # يجند مقاتلين | جددا
    return index if word.conjunction or word.preposition or new else end


_HELD = frozenset({"#captive", "#person"})
"""The classes of those to whom something is done; whoever does it may be of them too."""


def _measured(grammar: Grammar, index: int) -> int:
    """تحرير | أكثر من 50 % من | أحياء المدينة: how many tokens behind a trigger only say how much of what it needs is meant."""
    at = index + 1
    last = min(grammar.layout.sentence(index).end, index + 1 + _QUANTITY)
    while at < last and (grammar.parts[at] in (NUMERAL, QUANTIFIER) or _measures(grammar, at)):
        at += 1
    return at - index - 1


def _measures(grammar: Grammar, at: int) -> bool:
    """أكثر من, نحو, معظم, 50 %: a word or sign beside a number or for one."""
    return grammar.tokens[at].norm in _MEASURING or grammar.tokens[at].raw in ("%", "٪")


_QUANTITY = 7
_MEASURING = word_list("companion measure")


def _goes_on(grammar: Grammar, at: int, entry: Trigger) -> bool:
    """A verb of reporting, and behind a verb of starting any verb with و, opens a clause of its own."""
    word = grammar.tokens[at].word
    return "cue" in word.labels or (entry.group == "start" and bool(word.conjunction))


def _leaves_the_verb(grammar: Grammar, at: int, entry: Trigger, is_verb: bool) -> bool:
    """يقيم | بمخيمات, وصل اللاعبان ... | للوحدة: what hangs on ب or ل is no subject or object, unless the row writes it so."""
    if only_talked_of(grammar, at, entry) or ((entry.group, entry.frame) == ("give", "AO") and is_of_body(grammar, at)):
        return True
    word = grammar.tokens[at].word
    asked = word.preposition in entry.preps or (word.preposition == "ل" and "الي" in entry.preps)
    if not is_verb or not word.preposition or asked or entry.group == "start" or entry.frame not in ("AO", "A", "V", "P"):
        return False
    return word.norm not in entry.needs and word.bare not in entry.needs


def _genitive_reach(entry: Trigger) -> int:
    """How far behind its noun the word may stand that a trigger needs."""
    lemma = folded(entry.lemma)
    return next((reach for reach, lemmas in _GENITIVE.items() if lemma in lemmas), _NOUN_REACH)


_GENITIVE = {reach: word_list(f"genitive within {reach}") for reach in (1, 2, 3, 7, 9)}
"""How near the needed word stands → the verbal nouns whose genitive it is."""


def _controller(grammar: Grammar, index: int, entry: Trigger) -> int | None:
    """طالب المسلحين بالخروج, اضطرت القوات إلى التراجع, بدأت القوات الانتشار: who does it stands before the verbal noun."""
    called = (entry.mode == "phone" and is_made(grammar, index)) or told_before(grammar, index, entry)
    called = called or counted_breach(grammar, index, entry)
    died = entry.lemma == "توفي" and dies_of_attack(grammar, index)
    if index == 0 or called or died or (entry.group == "crowd" and is_held_here(grammar, index)):
        return index or None
    if entry.frame == "C":
        return index if is_tallied(grammar, index, entry.needs) else None
    if "#force" not in entry.needs:
        return None
    if entry.group == "state":  # إن خبراء من الحرس | موجودون في القاعدة
        there = range(max(grammar.clause_start(index), index - 2 * _NEAR), index)
        return index if any(grammar.parts[at] == NOUN and answers(grammar, at, entry.needs) for at in there) else None
    by, before = grammar.tokens[index].word.preposition, grammar.tokens[index - 1].norm
    asked = entry.lemma == "غادر" and grammar.phrases.has_article(index)
    if entry.group == "leave" and (asked or by in ("ب", "ل") or before in ("الي", "علي")):
        first = max(grammar.clause_start(index), index - 2 * _NEAR)
    elif entry.group == "move" and (by == "ب" or (entry.lemma in _SETS_OUT and not by and grammar.phrases.has_article(index))):
        first = _begun(grammar, index)
    elif entry.group == "leave" and (verb := refusal_before(grammar, index)) >= 0:
        first = verb
    else:
        return None
    if (
        entry.group == "leave"
        and grammar.tokens[index - 2].norm in _MADE_TO
        and grammar.layout.norms[index + 1 : index + 2] != ["عن"]
    ):
        return index  # كانوا في البلدة لكنهم أجبروا على | التراجع
    leaves = entry.lemma == "غادر"  # طلب من السكان | المغادرة, عائلات بدأت | بالمغادرة
    who = (at for at in range(first, index) if grammar.parts[at] == NOUN)
    return index if any(names_force(grammar, at) or (leaves and grammar.tokens[at].word.core in _CIVILIANS) for at in who) else None


_CIVILIANS, _MADE_TO = word_list("civilians who flee"), ("اجبروا", "ارغموا", "اضطروا")


def _begun(grammar: Grammar, index: int) -> int:
    """تقوم قوة | بالانتشار, القوات بدأت | بالتحرك, سمح للجيش | بالانتشار: where the clause begins whose verb has somebody do it."""
    first = max(grammar.layout.sentence(index).start, index - _VERB_REACH)
    verb = next((at for at in range(index - 1, first - 1, -1) if grammar.parts[at] == VERB), index)
    word, near = grammar.tokens[verb].word, index - verb <= _NEAR or bool(grammar.tokens[index].word.preposition)
    does = near and verb < index and ("light" in word.labels or word.core.startswith(_LETS))
    return grammar.clause_start(verb) if does else index


_LETS = ("سمح", "يسمح", "تسمح")
_SETS_OUT = ("انتشر", "تحرك")


def _behind_phrase(grammar: Grammar, at: int, limit: int, entry: Trigger) -> int:
    """Where a phrase ends that a preposition opens and the row does not ask for: وصل إلى المدينة | رتل; not مئات من الجنود."""
    asked = grammar.tokens[at].word.core in entry.preps or "#place" in entry.needs
    if asked or at + 1 >= limit or grammar.parts[at + 1] == NUMERAL:
        return at
    if grammar.tokens[at].norm == "من" and "number" in grammar.tokens[at - 1].word.labels:
        return at
    return grammar.phrases.end(at + 1, limit) if grammar.phrases.begins(at + 1) else at


def _is_attack(grammar: Grammar, at: int) -> bool:
    """Whether a token is the noun of an attack (وقف استهداف المدنيين)."""
    if grammar.parts[at] != NOUN:
        return False
    entries = (found.sense.entry for found in grammar.tokens[at].word.all("trigger", "noun"))
    return any(isinstance(one, Trigger) and (one.type, one.group) == ("ASSAULT", "attack") and not one.needs for one in entries)


def answers(grammar: Grammar, at: int, needs: frozenset[str], classes: bool = True) -> bool:
    """Whether a token is one of the words or, where asked, of one of the classes that a trigger needs."""
    if not needs.isdisjoint(forms_of(grammar.tokens[at].word)):
        return True
    return classes and _of_class(grammar, at, needs)


def _of_class(grammar: Grammar, at: int, needs: frozenset[str]) -> bool:
    """Whether a token is of one of the classes that a trigger needs."""
    return any(belongs(grammar, at) for belongs in _classes(needs))


@remembered(1_000)
def _classes(needs: frozenset[str]) -> tuple[Callable[[Grammar, int], bool], ...]:
    """The classes of words among what a trigger needs."""
    return tuple(belongs for name, belongs in CLASSES.items() if name in needs)


def _before(grammar: Grammar, index: int, entry: Trigger) -> int | None:
    """The subject before a verb that needs a force or a vehicle as its subject (إن طائرة حربية هبطت); its own token then."""
    if begun_before(grammar, index, entry) or left_again(grammar, index, entry):
        return index
    alone = entry.frame == "AO" and nothing_behind(grammar, index, entry)
    wanted = entry.needs if entry.frame in ("A", "V", "P") or alone else entry.needs & _SUBJECTS
    if not wanted:
        return None
    opened = before_among(grammar, index - 1) if index else index  # 3 آلاف شخص|، معظمهم نساء، |فروا
    origin = held_from(grammar, index) if alone else opened if opened < index - 1 else before_that(grammar, index, entry)
    for at in range(origin - 1, max(grammar.clause_start(origin), origin - _VERB_REACH) - 1, -1):
        aim = grammar.phrases.preposition_of(grammar.tokens[at]) == "ل" and grammar.phrases.is_masdar(at)
        if grammar.parts[at] == VERB or grammar.is_comma(at) or aim:  # أطلقت الشرطة الغاز | لتفريق آلاف خرجوا
            return None
        led = grammar.parts[at - 1] == PREPOSITION and not _is_part_of(grammar, at - 1) and grammar.parts[index - 1] != THAT
        led = led and (at < index - 1 or grammar.phrases.has_article(at))  # ردا على صاروخ | أطلق من الجنوب
        if grammar.parts[at] == NOUN and answers(grammar, at, wanted) and not led:
            return None if only_talked_of(grammar, at, entry) else index
    return None


def _is_part_of(grammar: Grammar, at: int) -> bool:
    """مئات | من | السكان, عدد من الجنود: a quantity of them, who are themselves the subject."""
    return grammar.tokens[at].norm == "من" and at > 0 and grammar.parts[at - 1] in (QUANTIFIER, NUMERAL)


_SUBJECTS = frozenset({"#protester", "#force", "#vehicle", "#official", "#munition"})


def _pointed_at(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """A pronoun on the trigger stands for what it needs: هم for people, ها or ه for a place (بعد تحريرها)."""
    pronoun = pronoun_on(grammar.tokens[index].word, entry)
    if not pronoun or entry.frame == "T":  # القرى التي | خسرها الجيش
        return bool(pronoun) and _head_answers(grammar, index, entry)
    if entry.group == "stop" and entry.lemma == "أوقف":  # أدان الغارات وطالب | بوقفها
        return grammar.parts[index] == NOUN and pronoun in ("ه", "ها") and _attack_before(grammar, index)
    if entry.group == "breach":
        return entry.frame == "AO" and entry.lemma not in ("ألغى", "أنهى", "أفشل") and _deal_before(grammar, index, _DEALS)
    told_of = _head_answers(grammar, index, entry) or done_to_topic(grammar, index, entry)
    deals = _DEALS if entry.lemma == "سرى" else _TRUCES  # الاتفاق النووي ويتطلعون إلى | تمديده
    if told_of or (entry.group == "stop" and entry.lemma in ("سرى", "مدد") and _deal_before(grammar, index, deals)):
        return True
    people = pronoun in ("هم", "هن") or (pronoun == "هما" and entry.lemma == "أوقف")
    return bool(entry.needs & (_PEOPLE if people else frozenset({"#place"}) | ({"#person"} if pronoun == "ه" else frozenset())))


def _deal_before(grammar: Grammar, index: int, deals: AbstractSet[str]) -> bool:
    """أعلنت الهدنة ثم خرقتها, بدأ سريانها: what the pronoun stands for is a truce or a deal that was just named."""
    first = max(0, index - 2 * _VERB_REACH)
    return any(grammar.tokens[at].word.core in deals for at in range(first, index))


def _attack_before(grammar: Grammar, index: int) -> bool:
    """أدان الغارات وطالب | بوقفها: an attack that was just named, with nothing between that is to be stopped instead."""
    first = max(grammar.layout.sentence(index).start, index - _VERB_REACH)
    return any(_is_attack(grammar, at) and grammar.phrases.has_article(at) for at in range(first, index))


_DEALS, _TRUCES = word_list("truce or deal"), frozenset({"هدنه", "تهدئه", "وقف"})


def _head_answers(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """القذائف التي أطلقتها الجماعة, ميثاق وقعته الفصائل: the head of the relative clause is what the row asks for."""
    start = grammar.clause_start(index)
    told = grammar.parts[index] == VERB and not imperfect(grammar.tokens[index])
    gives = told and entry.group == "give" and gave(grammar, index)
    if ((entry.group in ("attack", "deal", "hold") and told) or gives) and grammar.parts[index - 1] == NOUN:
        named = frozenset(need for need in entry.needs if not need.startswith("#"))
        if any(answers(grammar, at, named, classes=False) for at in range(max(start, index - 2), index)):
            return True
    if (
        not (entry.group in ("attack", "deal", "hold") or gives)
        or grammar.parts[index] != VERB
        or start < 2
        or index - start > _NEAR
        or grammar.parts[start - 1] != RELATIVE
    ):
        return False
    needs = frozenset(need for need in entry.needs if not need.startswith("#"))
    return any(answers(grammar, at, needs, classes=False) for at in range(max(0, start - _NEAR), start - 1))


_PEOPLE = frozenset({"#person", "#captive", "#force"})


def _is_person(grammar: Grammar, at: int) -> bool:
    """Whether a token names a person, a victim or the holder of an office."""
    return ("person" in grammar.tokens[at].word.labels and grammar.parts[at] == NOUN) or grammar.group(at, "source") in _HUMANS


_HUMANS = frozenset({"title", "rank", "witness", "anonymous"})


def names_force(grammar: Grammar, at: int) -> bool:
    """Whether a token names fighters, soldiers, police, a unit or an armed organisation; الوحدة الوطنية is unity."""
    if (
        grammar.tokens[at].word.norm.endswith("الوحده")
        and "".join(t.word.core for t in grammar.tokens[at + 1 : at + 2]) not in _ARMED
    ):
        return False
    found = grammar.tokens[at].word.find("person")
    entry = found.sense.entry if found else None
    return (isinstance(entry, Noun) and entry.group in ("military", "militant", "police", "unit")) or grammar.tokens[
        at
    ].word.core in _ARMIES


_ARMED, _ARMIES = word_list("companion armed unit"), word_list("companion army")


def _is_official(grammar: Grammar, at: int) -> bool:
    """Whether a token is the title of an office, or a delegation; محافظة is a place, مساعدات is help, طريق رئيسي a road."""
    if grammar.tokens[at].word.core in ("محافظه", "مساعده", "مساعدات", "رئيسي"):
        return False
    titled = grammar.group(at, "source") == "title" or grammar.tokens[at].word.core in _ENVOYS
    return titled or holds_office(grammar, at)


_ENVOYS = word_list("companion envoy")


def _is_place(grammar: Grammar, at: int) -> bool:
    return grammar.group(at, "thing") in ("settlement", "position") or at in grammar.place_at


def _thing(*groups: str) -> Callable[[Grammar, int], bool]:
    return lambda grammar, at: grammar.group(at, "thing") in groups


CLASSES: dict[str, Callable[[Grammar, int], bool]] = {
    "#place": _is_place,
    "#person": _is_person,
    "#captive": _is_person,
    "#force": names_force,
    "#protester": is_protester,
    "#country": is_state,
    "#name": lambda grammar, at: grammar.phrases.is_proper(at),
    "#official": _is_official,
    "#vehicle": _thing("vehicle"),
    "#weapon": _thing("weapon", "munition"),
    "#munition": _thing("munition"),
    "#building": _thing("building"),
    "#attack": _is_attack,
    "#base": is_base,
    "#fallen": falls_in_attack,
    "#fallen-town": is_fallen_town,
    "#falling-drone": comes_down,
    "#with-number": with_number,
    "#number": lambda grammar, at: grammar.parts[at] == NUMERAL and NUMERAL not in grammar.parts[max(0, at - 2) : at],
}
"""The classes of words that a row of the trigger table can ask for beside it."""


def entries_at(grammar: Grammar, at: int) -> list[Trigger]:
    """The rows of triggers that a token can be."""
    return [one.sense.entry for one in grammar.tokens[at].word.all("trigger") if isinstance(one.sense.entry, Trigger)]
