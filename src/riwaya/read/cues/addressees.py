"""Whom a verb addresses where one phrase behind it was taken for its subject: اتهم الحركة بـ, دعا الوزير الجنود إلى."""

from __future__ import annotations

from riwaya.lang.ar.parts import AUXILIARY, NOUN, PREPOSITION, PRONOUN, RELATIVE, SUBORDINATOR, THAT, VERB
from riwaya.read.clauses.asides import past_aside
from riwaya.read.clauses.said_which import may_say_which
from riwaya.read.clauses.voices import SPEAKERS, is_arm
from riwaya.read.cues.complements import past_light, whom_content
from riwaya.read.cues.listeners import always_beside, introduces, nobody_before, shown_subject
from riwaya.read.grammar import Grammar
from riwaya.read.sayings.called_on import goes_on_calling, goes_on_without_and, is_world
from riwaya.read.sayings.offices import is_his_name
from riwaya.read.sayings.walks import Walk
from riwaya.read.words.given import HELD


def accused_that(grammar: Grammar, state: Walk, at: int) -> None:
    """كما اتهم الحزب بأنه, اتهمت الشرطة المعتقلين بأنهم: right before أن too a verb that must have an object has one.

    وأبلغ | مراسل الأفق | بأن: so does a verb of notifying, where nobody but a medium or its reporter stands behind it.
    """
    subject, frames = state.subject, state.cue.frames
    if "that" not in state.cue.whom or state.addressee is not None or subject is None:
        return
    medium = state.cue.detail == "notify" and "addressee" in grammar.tokens[subject[0]].word.labels
    if "that" in frames and not medium:
        return
    beside = at - subject[1] <= int(grammar.is_comma(subject[1]))
    if subject[0] > state.start and (beside or two_parties(grammar, state)):
        take_addressee(grammar, state, subject)


def late_addressee(grammar: Grammar, state: Walk, at: int) -> bool:
    """What was taken for the subject is the addressee if the content follows at once (تتهم السلطات بـ)."""
    if state.subject is None or state.subject[0] < state.start or grammar.is_comma(at) or state.closed:
        return False
    if introduces(grammar, state.subject) or shown_subject(grammar, state.subject[0]):
        return False
    inside = joined_in_sentence(grammar, state)
    behind = past_aside(grammar, past_light(grammar, at, state.limit), state.limit)  # دعا الوزير، الذي زار عدن، | إلى
    asked = grammar.tokens[min(behind, state.limit - 1)]
    own = bool({grammar.phrases.preposition_of(asked), asked.word.core} & state.cue.preps) or asked.raw == "ألا"
    alone = not inside and not two_parties(grammar, state)
    called = goes_on_calling(grammar, state, at)
    if own and not called and (alone or (state.cue.act == "warn" and not _is_people(grammar, state.subject[0]))):
        return False
    whom_content(grammar, state, at)
    if state.content is None:
        return False
    take_addressee(grammar, state, state.subject)
    return True


def has_addressee(grammar: Grammar, state: Walk, at: int) -> bool:
    """رحب الوزير ... وحث | الأطراف, دعا الأمين العام | إيران, ودعت | المجتمع الدولي: who is called on seems the subject."""
    return joined_in_sentence(grammar, state) or two_parties(grammar, state) or goes_on_calling(grammar, state, at)


def take_addressee(grammar: Grammar, state: Walk, subject: tuple[int, int]) -> None:
    """What was taken for the subject is the addressee, or the last of two phrases is.

    اتهم الأمير سالم بن فهد | رئيس الحكومة: here an office behind one with a form of address is another man's, whom the verb needs.
    """
    split = two_apart(grammar, subject, holds=False)
    state.addressee = (split or subject[0], subject[1])
    state.subject = (subject[0], split) if split else None


def _is_people(grammar: Grammar, at: int) -> bool:
    """وحذر السكان من: people are warned; وحذر الدفاع المدني من: a body warns."""
    return "person" in grammar.tokens[at].word.labels or not grammar.tokens[at].word.labels


def joined_in_sentence(grammar: Grammar, state: Walk) -> bool:
    """Whether the verb goes on with و inside a sentence, so that its subject stands earlier (رحب الأمين العام ... وحث الأطراف)."""
    first = grammar.layout.sentence(state.start).start
    also = state.start > first + 1 and goes_on_without_and(grammar, state.start)
    joined = (bool(grammar.tokens[state.start].word.conjunction) or also) and state.start > first
    if not joined or nobody_before(grammar, state.start):
        return False
    return not (_promises_himself(grammar, state) or _heads_his_body(grammar, state))


def _heads_his_body(grammar: Grammar, state: Walk) -> bool:
    """وندد الاتحاد بالهجوم، ودعا | رئيس مفوضيته | إلى, ودعا أمينه العام: the head of what was told of speaks for it."""
    at = state.start + 1
    if at >= state.limit or not grammar.phrases.is_title(at):
        return False
    owner = grammar.phrases.is_owned(at) and grammar.parts[at] == NOUN
    return owner or (at + 1 < state.limit and grammar.parts[at + 1] == NOUN and grammar.phrases.is_owned(at + 1))


def _promises_himself(grammar: Grammar, state: Walk) -> bool:
    """نفى الجيش الأمر، ووعد | الوزير | بفتح تحقيق: an office right behind وعد or هدد speaks, whoever spoke before.

    So does whoever holds one that is told in full (وتوعد | وزير الدفاع سالم الهاني | بالرد).
    """
    at = state.start + 1
    both = state.cue.act in ("promise", "threaten") and bool(state.cue.whom & state.cue.preps)
    if not both or at >= state.limit or not grammar.phrases.is_title(at):
        return False
    one = not grammar.tokens[at].word.bare.endswith(("ي", "ين", "ون", "ات"))  # وتوعد | مسؤولي السجن
    return grammar.phrases.has_article(at) or (one and at + 1 < state.limit and grammar.phrases.has_article(at + 1))


def two_parties(grammar: Grammar, state: Walk) -> bool:
    """دعا الأمين العام | إيران: whether what was taken for the subject holds the addressee too."""
    whole = state.subject is None or state.closed or state.subject[0] <= state.start
    return not whole and state.subject is not None and two_apart(grammar, state.subject) is not None


def two_apart(grammar: Grammar, where: tuple[int, int], holds: bool = True) -> int | None:
    """Where a phrase that holds subject and object falls apart: the last definite head or name behind a complete noun.

    ``holds``: whether an office behind one with a form of address is his own (دعا الأمير سالم الهاني | وزير الدفاع إلى).
    """
    phrases = grammar.phrases
    if (apart := _plainly_apart(grammar, where)) is not None:
        return apart
    for index in range(where[1] - 1, where[0], -1):
        word = grammar.tokens[index].word
        if _belongs_to_it(grammar, where[0], index):
            continue
        family = index - 2 >= where[0] and _is_of_family(grammar, index)
        unfinished = grammar.tokens[index - 1].word.labels & {"source", "thing"} and not phrases.is_complete_noun(index - 1)
        if unfinished and not family:
            continue
        complete = family or phrases.is_complete(index - 1) or grammar.is_sign(index - 1) or _is_last_name(grammar, index)
        if _is_marked_name(grammar, where[0], index) or (index in phrases.placed and index not in phrases.seats):  # أم | درمان
            continue
        his = holds and phrases.is_honour(where[0]) and not (phrases.is_honour(index) or phrases.has_article(index))
        if phrases.is_title(index) and (his or phrases.is_named_in_full(where[0], index)):
            continue
        if is_his_name(grammar, where, index):
            continue
        beside = phrases.is_name(index) and always_beside(grammar, index)
        if phrases.is_name(index - 1) and (beside or (phrases.is_title(index) and phrases.is_name(index - 2))):
            continue
        definite = phrases.is_definite(index) or "country" in word.labels
        definite = definite or (index + 1 < where[1] and (phrases.is_definite(index + 1) or phrases.is_name(index + 1)))
        world = is_world(grammar, index) or is_arm(grammar, index)  # دعا مدني | المجتمع الدولي, اتهم الوزير | الطيران الحربي
        head = world or index in phrases.seats or (bool(word.labels & {"person", "source", "country", "medium"}) and definite)
        alone = not word.labels and index == where[1] - 1 and not phrases.is_definite(index)
        surname = index - 1 > where[0] and phrases.is_name(index - 1) and always_beside(grammar, index)
        surname = surname or (phrases.is_title(index - 1) and phrases.has_article(index - 1))  # الملك | سلمان
        surname = surname or grammar.tokens[index - 1].norm == "الله"  # المتحدث ذبيح الله | مجاهد
        if complete and (head or (alone and not surname)):
            return index
    return None


def _plainly_apart(grammar: Grammar, where: tuple[int, int]) -> int | None:
    """اتهمت كل من الدولتين | الأخرى, اتهم الوزير | البحرية الأميركية: where words show at once that two are named."""
    if grammar.layout.norms[where[1] - 1] in _THE_OTHER and grammar.tokens[where[0]].word.core in _EACH:
        return where[1] - 1
    return where[0] + 1 if _is_her(grammar, where) else None


def _is_her(grammar: Grammar, where: tuple[int, int]) -> bool:
    """اتهم الوزير | البحرية الأميركية: two feminine words with the article behind a man's title alone are a body of its own."""
    title, behind = grammar.tokens[where[0]].word, grammar.tokens[where[0] + 1 : where[1]]
    man = grammar.phrases.is_title(where[0]) and title.article and grammar.gender(where[0]) == "m"
    return man and len(behind) > 1 and all(one.word.article and one.word.bare.endswith("ة") for one in behind[:2])


def _is_of_family(grammar: Grammar, index: int) -> bool:
    """آل الشيخ | الآباء, ناصر أبو بكر | الجيش: behind a name that two words make, no title of the man."""
    before = grammar.tokens[index - 2]
    kunya = "namehead" in before.word.labels and not grammar.phrases.is_title(index)
    kunya = kunya and (grammar.phrases.has_article(index) or "country" in grammar.tokens[index].word.labels)
    return before.norm == _FAMILY or kunya


def _belongs_to_it(grammar: Grammar, head: int, index: int) -> bool:
    """A sign, an adjective, what و or a preposition joins, عبد | الملك, عبد الملك | الحوثي: no phrase begins there."""
    phrases, before = grammar.phrases, grammar.layout.norms[max(head, index - 2) : index]
    if grammar.is_sign(index) or index - 1 in grammar.layout.closing:
        return True
    if any(first < index < end for first, end in phrases.called.items()):  # نائب رئيس مجلس الوزراء | وزير الداخلية
        return True
    if phrases.is_title(index - 1) and grammar.layout.norms[index + 1 : index + 2] == ["بن"]:  # الأمير | سلطان بن فهد
        return True
    if grammar.parts[index - 1] == PREPOSITION or before[:1] == ["ولد"]:  # المبعوث إلى | ليبيا سالم الهاني, ولد الشيخ | أحمد
        return True
    if phrases.is_adjective(index) and not _is_land_behind(grammar, head, index):
        return True
    servant = before[-1:] == ["عبد"] or (before[:1] == ["عبد"] and phrases.may_be_surname(index))
    return servant or bool(grammar.tokens[index].word.conjunction or phrases.preposition_of(grammar.tokens[index]))


def _is_land_behind(grammar: Grammar, head: int, index: int) -> bool:
    """دعا الوزير سالم الجبوري | السعودية: a land whose name is a feminine adjective describes no man."""
    word = grammar.tokens[index].word
    return "country" in word.labels and word.bare.endswith("ية") and grammar.gender(head) == "m"


_THE_OTHER, _EACH = ("الاخر", "الاخري"), ("كل", "كلا")
"""اتهمت كل من الدولتين | الأخرى."""


def _is_last_name(grammar: Grammar, index: int) -> bool:
    """المتحدث غيتاشيو رضا | السلطات: before a word with the article a plain noun behind a strange name goes on with it."""
    word, phrases = grammar.tokens[index - 1].word, grammar.phrases
    plain = grammar.parts[index - 1] == NOUN and not (
        word.article or word.conjunction or word.labels & {"source", "person", "thing"}
    )
    named = index > 1 and phrases.is_name(index - 2) and not phrases.preposition_of(grammar.tokens[index - 1])
    return phrases.has_article(index) and plain and named


def _is_marked_name(grammar: Grammar, head: int, index: int) -> bool:
    """حذر قائد الجيش | «سالم حمد» من: the words in marks behind an office are its holder's name, where no table knows them."""
    close = grammar.layout.closing.get(index - 1)
    if close is None or close - index < _FULL or not grammar.phrases.is_title(head):
        return False
    return not any(grammar.tokens[at].word.labels - {"homograph"} for at in range(index, close))


_FULL = 2
"""So many words a full name has at least."""
_FAMILY = "ال"
"""آل, written with its madda folded: the name of a family is whole with the word behind it."""


def pronoun_addressee(grammar: Grammar, state: Walk) -> None:
    """اتهمه الوزير بـ: the addressee is the pronoun, a phrase behind it the subject; the content follows the preposition."""
    if state.subject is None and state.addressee is not None:
        state.subject, state.addressee = state.addressee, None
        if _is_own_stance(grammar, state.subject[0]):  # التقى الوفد الوسطاء وأبلغهم | رفضه المقترح
            state.found("object", state.subject[0])
            state.subject = None
            return
    for at in range(state.start + 1, min(state.limit, state.start + 16)):
        token = grammar.tokens[at]
        if grammar.parts[at] == THAT and state.cue.whom & {"that", "to"}:
            state.found("whom", at + 1)
            return
        if _does_something_else(grammar, at):
            return
        clitic = grammar.phrases.preposition_of(token) or _strange_deed(grammar, state, at)
        if clitic and clitic in state.cue.whom:
            state.addressee = None if state.addressee is not None and state.addressee[0] == at else state.addressee
            state.subject = None if state.subject is not None and state.subject[0] == at else state.subject
            state.found("whom", at + 1 if token.norm == clitic else at)
            return
        if grammar.parts[at] == PREPOSITION and token.word.core in state.cue.whom:
            state.found("whom", at + 1)
            return


def _is_own_stance(grammar: Grammar, at: int) -> bool:
    """رفضه, استعدادها, نيتهم: a verbal noun or a noun of what one holds that a pronoun owns, which says nothing itself."""
    word = grammar.tokens[at].word
    stance = grammar.phrases.is_owned_masdar(at) or "cue" in word.labels or word.core in HELD
    return grammar.phrases.is_owned(at) and stance and not word.labels & SPEAKERS


def _strange_deed(grammar: Grammar, state: Walk, at: int) -> str:
    """يتهمها | بصب الزيت: right behind the verb of accusing a word with ب that no table knows."""
    word = grammar.tokens[at].word
    plain = grammar.parts[at] == NOUN and not word.labels and word.norm.startswith("ب") and len(word.norm) > _SHORTEST
    return "ب" if plain and at == state.start + 1 and state.cue.act == "accuse" else ""


_SHORTEST = 2


def _does_something_else(grammar: Grammar, at: int) -> bool:
    """الذي هددها | كان | على علاقة بها, لا نستطيع ذكرهم، | متوعدا | بـ: what stands behind goes with another verb or participle."""
    if grammar.parts[at] in (VERB, AUXILIARY):
        return grammar.parts[at - 1] not in (RELATIVE, PRONOUN, SUBORDINATOR) and not may_say_which(grammar, at)
    return grammar.is_comma(at - 1) and grammar.phrases.is_participle_cue(at)
