"""What the outlet remarks behind a content, in the same sentence: what it adds, and what the teller or anybody has left open."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import NEGATION, NOUN, NUMERAL, PREPOSITION, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar
from riwaya.read.text.tokens import DASHES

_ASIDES = word_list("remark behind a content")
"""How a remark begins: what begins with وفق or حسب may go on as وفقا or حسبما."""
_WHEN = word_list("between particle and time")


def is_aside(grammar: Grammar, index: int) -> bool:
    """After a comma: an outlet's remark (في إشارة إلى, من دون أن) or an according-to phrase that closes the sentence.

    في وقت متأخر من الليل only says when.
    """
    if grammar.parts[index] == VERB and "according" not in grammar.tokens[index].word.labels:  # خمسة قتلوا، | وفقد عشرة آخرون
        return False
    if _is_told_by_others(grammar, index) or _is_so_long_after(grammar, index):
        return True
    if _tells_of_the_others(grammar, index) or _in_own_words(grammar, index):
        return False
    words = " ".join(token.norm for token in grammar.tokens[index : index + 3])
    if "وقت " in words and words.rpartition(" ")[2] in _WHEN:
        return False  # أكدت، | في وقت سابق، أن المعارك انتهت
    if _while_another_says(grammar, index):
        return True
    behind = index + 2 + words.startswith("وهو الامر")
    behind += grammar.parts[behind : behind + 1] == [NEGATION]  # الأمر الذي | لم تؤكده الحكومة
    told = behind < len(grammar.tokens) and "cue" in grammar.tokens[behind].word.labels
    told = told and (not words.startswith("وهو الامر") or grammar.parts[behind + 1 : behind + 2] == [NOUN])
    return words.startswith(tuple(_ASIDES)) or (words.startswith(("وهو ما", "الامر الذي", "وهو الامر الذي")) and told)


def _in_own_words(grammar: Grammar, index: int) -> bool:
    """إن قبيلته خسرت، | حسب قوله، تسعة رجال, ستلجأ، | على حد تعبيره، إلى القضاء: whose words they are, with more of them behind."""
    at = index + (grammar.layout.norms[index : index + 2] == ["علي", "حد"]) + 1
    if at + 2 >= len(grammar.tokens) or not grammar.is_comma(at + 1):
        return False
    own, behind = grammar.tokens[at].word, grammar.tokens[at + 2].word
    own_words = own.core.startswith(_WORDS) and grammar.phrases.is_owned(at)
    return (
        own_words
        and not behind.conjunction
        and "cue" not in behind.labels
        and grammar.parts[at + 2] in (NOUN, NUMERAL, PREPOSITION)
    )


_WORDS = ("قول", "تعبير", "وصف", "زعم")


def _while_another_says(grammar: Grammar, index: int) -> bool:
    """، في الوقت الذي ذكرت فيه الصحيفة أن: what another says meanwhile; في الوقت الذي تقدمت فيه القوات goes on."""
    if grammar.layout.norms[index : index + 3] != ["في", "الوقت", "الذي"] or index + 3 >= len(grammar.tokens):
        return False
    found = grammar.tokens[index + 3].word.find("cue", "verb")
    return found is not None and THAT in grammar.parts[index + 4 : index + _TO_THAT]


_TO_THAT = 16


def led_to_saying(grammar: Grammar, index: int, cue: int) -> bool:
    """تعهد بأن يسلم السلاح، | وذلك بعد أن انتقدته المعارضة: upon what somebody promises, warns or asks, which the report tells."""
    if grammar.tokens[index].norm != "وذلك" or grammar.layout.norms[index + 1 : index + 2] not in (["بعد"], ["عقب"], ["اثر"]):
        return False
    found = grammar.tokens[cue].word.find("cue")
    return found is not None and isinstance(found.sense.entry, Cue) and found.sense.entry.act in _UPON


_UPON = frozenset({"promise", "threaten", "warn", "demand", "condemn"})


def as_he_says(grammar: Grammar, index: int) -> bool:
    """اتهم الجيش بالقصف لأنه -كما | قال- زرع الألغام: in dashes, with nobody named, what the speaker outside says is pointed at."""
    if index < _DASHED or index + 1 >= len(grammar.tokens) or grammar.layout.norms[index - 1] != "كما":
        return False
    return grammar.tokens[index - 2].raw in DASHES and grammar.tokens[index + 1].raw in DASHES


_DASHED = 2


def _tells_of_the_others(grammar: Grammar, index: int) -> bool:
    """نقل الجرحى إلى المستشفى، | في حين نقل عشرون آخرون إلى القاعدة: what became of the others of those told of goes on."""
    if grammar.layout.norms[index : index + 2] != ["في", "حين"] or grammar.parts[index + 2 : index + 3] != [VERB]:
        return False
    near = range(index + 3, min(index + _TO_OTHERS, len(grammar.tokens)))
    return THAT not in grammar.parts[index + 3 : index + _TO_OTHERS] and any(grammar.tokens[at].norm in _OTHERS for at in near)


_TO_OTHERS = 7


def _is_told_by_others(grammar: Grammar, index: int) -> bool:
    """، وهو أمر أكده مصدر آخر, ، وهي حصيلة لم يتسن التحقق منها: what others say of what is told, and what nobody could check."""
    verb = index + 2
    if grammar.tokens[index].norm not in ("وهو", "وهي") or verb + 1 >= len(grammar.tokens):
        return False
    if _is_a_first(grammar, index + 1):
        return True
    if grammar.tokens[index + 1].norm not in _NEWS:
        return False
    if grammar.tokens[verb].norm == "لم":
        return grammar.tokens[verb + 1].norm in _OPEN
    found = grammar.tokens[verb].word.find("cue", "verb") if grammar.parts[verb] == VERB else None
    return found is not None and bool(found.pronoun)


def _is_a_first(grammar: Grammar, at: int) -> bool:
    """، وهي | أول حصيلة تعلنها الحكومة, ، وهي | المرة الأولى التي: what is told for the first time, as the report sees it."""
    first, behind = grammar.layout.norms[at : at + 2]
    return (first == "اول" and behind in _NEWS) or (first, behind) in _FIRST_TIME


_FIRST_TIME = (("المره", "الاولي"), ("اول", "مره"))


def _is_so_long_after(grammar: Grammar, index: int) -> bool:
    """، وذلك بعد ساعات من إجلاء الجرحى, ، وذلك في بيان: how long after what, or where, the report tells of the saying itself."""
    if grammar.tokens[index].norm != "وذلك" or grammar.parts[index + 1 : index + 2] != [PREPOSITION]:
        return False
    if grammar.tokens[index + 1].norm not in ("بعد", "قبل"):
        return grammar.tokens[index + 1].norm in ("في", "خلال") and grammar.phrases.is_channel(index + 2)
    near = grammar.tokens[index + 2 : index + _TO_FROM]
    timed = next((at for at, token in enumerate(near) if "measure" in token.word.labels), None)
    return timed is not None and any(token.norm == "من" for token in near[timed + 1 : timed + 3])


_TO_FROM = 7


LEFT_OPEN = frozenset({"ولم", "دون", "بدون", "من", "في"})
"""How a remark on what nobody has said begins, or one on what is meant."""


def is_left_open(grammar: Grammar, index: int) -> bool:
    """Whether a remark on what nobody has said, or on what is meant, begins at a token, comma or none."""
    norm = grammar.tokens[index].norm
    if norm not in LEFT_OPEN or _tells_of_the_others(grammar, index):
        return False
    if norm == "في":
        return _says_what_is_meant(grammar, index + 1) or _whereas_another(grammar, index + 1)
    if norm == "ولم":
        return _is_not_known(grammar, index + 1) or _tells_no_more(grammar, index + 1)
    return _keeps_back(grammar, index + (norm == "من"))


def _says_what_is_meant(grammar: Grammar, at: int) -> bool:
    """قال إنه سيرد | في إشارة إلى القصف, كشف عن أسرى | في مؤشر على قرب الحسم: what the outlet takes it to mean."""
    return at + 1 < len(grammar.tokens) and grammar.tokens[at].norm in _MEANT and grammar.tokens[at + 1].norm in ("الي", "علي")


def _whereas_another(grammar: Grammar, at: int) -> bool:
    """قال الجيش إنه قصف مواقع في | حين | قالت الحركة: what another says meanwhile, no comma before it."""
    if grammar.layout.norms[at : at + 1] != ["حين"] or grammar.parts[at + 1 : at + 2] != [VERB]:
        return False
    found = grammar.tokens[at + 1].word.find("cue", "verb")
    return found is not None and getattr(found.sense.form, "tense", "") == "perfect"


def _keeps_back(grammar: Grammar, at: int) -> bool:
    """قالت الوزارة إن الهجوم فشل | دون أن تذكر تفاصيل: what the teller does not say."""
    if at + 2 >= len(grammar.tokens) or grammar.tokens[at].norm not in ("دون", "بدون", "غير"):
        return False
    return grammar.parts[at + 1] == THAT and grammar.tokens[at + 2].word.core in _KEPT_BACK


def _is_not_known(grammar: Grammar, at: int) -> bool:
    """ولم | يتضح السبب, ولم | يصدر أي تعليق, ولم | تعلن أي جهة مسؤوليتها: what is not found out, answered or claimed yet."""
    following = [token.norm for token in grammar.tokens[at : at + 3]]
    if not following or following[0] in _OPEN:
        return bool(following)
    if following[0] in ("يصدر", "يرد"):
        return not _ANSWERS.isdisjoint(following[1:])
    return following[0] in ("تعلن", "تتبن") and following[1:2] in (["اي"], ["ايه"])


def _tells_no_more(grammar: Grammar, at: int) -> bool:
    """قال الناطق إن القوة ستعود، ولم | يقدم مزيدا من التفاصيل: a verb of telling, and details that were not told."""
    near = grammar.tokens[at : at + _TO_DETAILS]
    return bool(near) and near[0].word.core in _KEPT_BACK and any(one.word.core in ("تفاصيل", "تفاصيلا") for one in near[1:])


_TO_DETAILS, _MEANT = 6, frozenset({"اشاره", "مؤشر"})
_OTHERS = word_list("others of those told of")
_NEWS = word_list("what was told, as others see it")
_KEPT_BACK, _OPEN, _ANSWERS = word_list("kept back"), word_list("left open"), word_list("answer that is awaited")
