"""Forms of reporting verbs that are mostly another word: تعد, توجه, تنكر, يبلغ; what stands beside them tells."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from riwaya.lang.ar.lexicon import Closed, Cue, Trigger
from riwaya.lang.ar.parts import ADVERB, DEMONSTRATIVE, NEGATION, NOUN, NUMERAL, PREPOSITION, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Analysis
from riwaya.read.clauses.voices import SPEAKERS, names_actor
from riwaya.read.cues.happenings import bears_out, threatens_by_itself
from riwaya.read.cues.other_senses import OTHER_SENSES
from riwaya.read.grammar import Grammar
from riwaya.read.sayings.attribution import Attribution
from riwaya.read.words.owned import PRONOUN_ENDINGS
from riwaya.spelling import folded


def other_verb(grammar: Grammar, made: Attribution, cue: Cue, found: Analysis) -> bool:
    """تعد معقلا, تجمع ناشطون, جاؤوا: a form that is mostly another verb, without أن or بـ and في right behind it."""
    if cue.lemma == "وعد" and "عد\u0651" in grammar.tokens[made.cue[0]].raw:  # وعدّت الحركة أن: with its sign it is و and عدّ
        return True
    if cue.lemma in _NOT_BEFORE and made.rule != "verb_that" and _next_core(grammar, made.cue[0]) in _NOT_BEFORE[cue.lemma]:
        return not _stands_on_banner(grammar, made)
    if _goes_with_masdar(grammar, made, found):
        return True
    lemma = folded(cue.lemma)
    questions = _EVEN_WITH_THAT if made.rule == "verb_that" else _IN_ALL
    return any(lemma in verbs and test(grammar, made, found) for verbs, test in questions)


def _next_to(grammar: Grammar, index: int) -> int:
    """The token right behind a verb, adverbs aside."""
    at = index + 1
    while at + 1 < len(grammar.tokens) and grammar.parts[at] == ADVERB:
        at += 1
    return at


def _next_core(grammar: Grammar, index: int) -> str:
    at = _next_to(grammar, index)
    return grammar.tokens[at].word.core if at < len(grammar.tokens) else ""


def _shows(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """عرض الرئيس أن يستضيف الحوار: offers; عرض المضبوطات على الخبير التي اتضح أنها, سيعرض أمام القاضي: shows, or is brought."""
    if made.rule != "verb_that":
        return False
    that = made.content[0] - 1
    plain = all(grammar.parts[at] == NOUN for at in range(made.cue[1], that))
    return grammar.tokens[that].norm != "ان" or not plain or grammar.parts[made.content[0]] != VERB


def _suspects(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """يشتبه بأنه: nobody in particular suspects; قالت الشرطة إنها تشتبه في أنه: she does."""
    if grammar.tokens[made.cue[0]].word.core.startswith("ت"):
        return False
    return made.rule != "verb_that" or grammar.tokens[made.content[0] - 1].norm.endswith(("ه", "ها", "هم"))


def _stands_on_banner(grammar: Grammar, made: Attribution) -> bool:
    """رفعوا لافتات | كتب عليها «لا للحرب»: what stands in marks on what is raised is said by whoever raises it."""
    return made.quoted and made.cue[0] > 0 and grammar.tokens[made.cue[0] - 1].word.core in _RAISED


_RAISED = word_list("raised or shouted")


def _reaches(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """توصل إلى اتفاق: reaches something; توصل إلى أن concludes."""
    return grammar.parts[made.content[0] - 1] != THAT


def _undergoes(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """تعرض لقصف: undergoes."""
    return grammar.tokens[made.cue[0]].word.core == "تعرض"


def _heads_for(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """توجه إلى المدينة, ضربات توجهها, وجهوا الجنود إلى عدم السماح بالعبور: heads for, aims, or points somebody to something."""
    if made.rule == "verb_about" and "الي" in grammar.layout.norms[made.cue[1] : made.content[0]]:
        return True
    if made.rule != "verb_about" or not (found.pronoun or grammar.tokens[made.cue[0]].word.core == "توجه"):
        return False
    return bool(found.pronoun) or made.subject is None or grammar.gender(made.subject[0]) != "f"


def _amounts(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """يبلغ عدد السكان, يبلغ الثانية عشرة, يبلغ من العمر: amounts to."""
    at = _next_to(grammar, made.cue[0])
    aged = grammar.layout.norms[at : at + 2] == ["من", "العمر"]
    return aged or _next_core(grammar, made.cue[0]) in _MEASURED or grammar.parts[at : at + 1] == [NUMERAL]


def _looks_into(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """اطلع الوزير على سير العمل, without the hamza: who looks into something tells it to nobody; أطلع النواب على الخطة does."""
    whom = made.addressee
    written = "أ" in grammar.tokens[made.cue[0]].raw or getattr(found.sense.form, "tense", "") != "perfect"
    return not written and made.subject is None and whom is not None and whom[0] == made.cue[1]


def _comes(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """جاء الوفد: comes; جاء في البيان أن tells."""
    at = _next_to(grammar, made.cue[0])
    at += at < len(grammar.tokens) and grammar.is_comma(at)
    if at >= len(grammar.tokens):
        return True
    return grammar.tokens[at].norm not in ("في", "فيه", "فيها", "ب", "علي") and grammar.parts[at] != THAT


def _counts(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """يعد معقلا, تجمع ناشطون: an imperfect whose content stands far from it."""
    index = made.cue[0]
    close = made.subject[1] if made.subject is not None and made.subject[0] > index else index + 1
    return getattr(found.sense.form, "tense", "") == "imperfect" and made.content[0] > close + 1


def _is_thought(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """تعد المحاولة فاشلة، لذا فإنها: is held to be something; تعد الحكومة السكان بأنها ستعود promises."""
    promised = made.rule == "verb_that" and grammar.tokens[made.content[0] - 1].norm.startswith("ب")
    return not promised and _counts(grammar, made, found)


def _perishes(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """قضى معظمهم في القصف: perish; قرار يقضي بتعيين: provides; a court rules."""
    if made.subject is None:
        return True
    ruler = made.subject[0]
    if ruler in grammar.phrases.placed or "country" in grammar.tokens[ruler].word.labels:
        return False
    return grammar.group(ruler, "source") not in ("organ", "group", "title")


def _lays_bare(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """العملية كشفت عن ضعف الحراسة: what happens may show something, and tells nothing."""
    found_there = grammar.tokens[made.content[0]].word.core in _FOUND and grammar.parts[made.content[0] - 1] != THAT
    if found_there and (made.subject is None or "person" in grammar.tokens[made.subject[0]].word.labels):
        return True  # وكشفت القوات عن | مخبأ للسلاح; منظمة كشفت عن مقبرة
    if made.subject is None or names_actor(grammar, made.subject[0]):
        return False
    labels = grammar.tokens[made.subject[0]].word.labels
    return "trigger" in labels and not labels & {"source", "person", "medium"}


_FOUND = word_list("found, not told")


def _makes_sure(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """عادوا ليتأكدوا أنهم ماتوا: to make sure is an aim and tells nothing."""
    return found.preposition == "ل"


def _is_matter(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """لكن أمرا مهما لا بد أن, إنه أمر محزن جدا أن: a matter; hardly ever do two order something."""
    at, tokens = made.cue[0], grammar.tokens
    described = grammar.parts[at + 1 : at + 2] == [NOUN] and not grammar.phrases.is_definite(at + 1)
    described = described and "person" not in tokens[at + 1].word.labels
    return tokens[at].word.core == "امرا" or (at > 0 and tokens[at - 1].norm in _IT and described)


_IT = ("انه", "وانه", "هذا", "وهذا", "هو")


def _tightens(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """شدد الجيش الحصار على الحي, شدد إجراءاته: what is tightened stands before على; شدد الوزير على الحوار stresses."""
    cores = (grammar.tokens[at].word.core for at in range(made.cue[1], made.content[0]))
    return any(core in _TIGHTENED or _unowned(core) in _TIGHTENED for core in cores)


def _unowned(core: str) -> str:
    """إجراءات | ه, قبضت | ها: a noun without the pronoun of whose it is."""
    ending = next((one for one in PRONOUN_ENDINGS if core.endswith(one)), "")
    bare = core.removesuffix(ending)
    return bare.removesuffix("ت") + "ه" if bare.endswith("ت") and not bare.endswith("ات") else bare


_TIGHTENED = word_list("tightened")


def _recalls(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """يذكر الهجوم بتفجير العام الماضي: what happens reminds of something and says nothing."""
    where = made.subject or made.addressee
    if made.rule == "verb_that" or where is None:
        return False
    at = where[0] + (grammar.parts[where[0]] == DEMONSTRATIVE and where[0] + 1 < where[1])
    word = grammar.tokens[at].word
    return word.core in _INCIDENTS or ("trigger" in word.labels and not word.labels & {"source", "person"})


_INCIDENTS = word_list("recalls an incident")


def _is_price(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """دفع السكان | ثمن الحرب, ارتفع | ثمن الذخيرة, بأن | ثمنها: where something is paid, or nobody praises, ثمن is the price."""
    index = made.cue[0]
    paid = any("دفع" in grammar.tokens[at].norm for at in range(max(0, index - _PAID), index))
    inside = index > 0 and grammar.parts[index - 1] in (VERB, NOUN, THAT)
    return paid or (inside and made.subject is None and not grammar.tokens[index].word.conjunction)


_PAID = 4


def _surrenders(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """سلم اثنان نفسيهما للشرطة بعد أن: behind what is handed over stands no أن that anybody admits."""
    close = made.subject[1] if made.subject is not None and made.subject[0] > made.cue[0] else made.cue[1]
    return made.content[0] > close + 1


def _registers(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """سجلت أجرة النقل ارتفاعا, سجلت المحافظة مقتل خمسة: a thing or a place shows a number; an office writes it down."""
    if made.subject is None:
        return False
    word = grammar.tokens[made.subject[0]].word
    return made.subject[0] in grammar.phrases.placed or word.labels.isdisjoint(("source", "person", "medium"))


def _will_defend(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """ستدافع القوات عن الجزيرة: who will defend a place fights; دافع الوزير عن الاتفاق justified it."""
    return found.future or made.content[0] in grammar.phrases.placed


def _shows_bodies(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """عرض جثثهم على السكان, عرض نتائج الدراسة: only a deed or help is offered; or it is what one undergoes (تعرض لقصف)."""
    at, phrases = made.content[0], grammar.phrases
    word = grammar.tokens[at].word
    deed = phrases.is_deed_noun(at)
    shown = "thing" in word.labels or word.core.startswith("جث") or not (deed or grammar.parts[at - 1] == THAT)
    return shown or _undergoes(grammar, made, found)


def _grows(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """كلما زاد العدو تهديدا: what grows the more often adds nothing."""
    return made.cue[0] > 0 and grammar.tokens[made.cue[0] - 1].norm == "كلما"


def _approves_sum(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """أقر المجلس مساعدات بقيمة مليون, بأغلبية: what is approved stands before the sum, or before how many voted for it."""
    return grammar.tokens[made.content[0]].word.core in _NOT_BEFORE["أقر"]


def _signs(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """قبل أن | توقع أنقرة اتفاقا, الحكومة | توقع معاهدة: behind أن, or of what is feminine, who has something to sign signs."""
    index = made.cue[0]
    if grammar.tokens[index].word.core != "توقع":
        return False
    rows = [one.sense.entry for one in grammar.tokens[index].word.all("trigger", "verb")]
    signed = frozenset(need for row in rows if isinstance(row, Trigger) and row.type == "AGREE" for need in row.needs)
    head = index - 1 if made.subject is None else made.subject[0]
    she = head >= 0 and grammar.parts[head] == NOUN and grammar.gender(head) == "f"
    return (grammar.parts[index - 1] == THAT or she) and grammar.tokens[made.content[0]].norm in signed


def _goes_with_masdar(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """دفع السكان إلى الفرار | ورفض العودة, تهدف إلى إضعاف العدو | وكشف مخططاته: joined to a verbal noun that a preposition governs,
    with nobody before what it is about, one more verbal noun; وأدى إلى الفرار | ورفض السكان العودة is a verb.
    """
    index = made.cue[0]
    bare = made.rule == "verb_object" and made.subject is None and made.content[0] == index + 1 and found.conjunction == "و"
    if not bare or index < 3 or all(one.sense.part == "verb" for one in grammar.tokens[index].word.analyses):
        return False
    head = next((k for k in (index - 1, index - 2) if grammar.parts[k - 1] == PREPOSITION and grammar.parts[k] == NOUN), None)
    if head is None or (head == index - 2 and not grammar.phrases.is_complete(index - 1)):
        return False
    deed = grammar.phrases.is_masdar(head) or grammar.phrases.is_definite_masdar(head)
    return deed and grammar.tokens[head - 1].norm in ("الي", "علي")


def _only_shows(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """أظهرت القوات مهارة, صورة يظهر فيها جنود: people show a quality, or are seen; films and studies tell, a feeling is told."""
    at, content = _next_to(grammar, made.cue[0]), grammar.tokens[made.content[0]].word
    if at < len(grammar.tokens) and grammar.tokens[at].norm in _IN_IT:
        return True
    if made.subject is None or content.labels & {"emotion", "attitude", "cue"} or made.rule != "verb_object":
        return False
    word = grammar.tokens[made.subject[0]].word
    people = bool(word.labels & {"person", "people", "country"}) or grammar.phrases.is_name(made.subject[0])
    body = grammar.group(made.subject[0], "source") in ("organ", "group", "title")
    return people or body or names_actor(grammar, made.subject[0])


_IN_IT = frozenset({"فيه", "فيها", "عليه", "عليها", "عليهم"})


def _is_not_found(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """لم تعثر على دليل | يشير إلى, لا أدلة | تؤكد: what evidence that is not there would show nobody says."""
    index = made.cue[0]
    if grammar.tokens[index - 1].word.core not in _EVIDENCE:
        return False
    return any(grammar.parts[at] == NEGATION for at in range(max(grammar.clause_start(index), index - _FAR), index))


_EVIDENCE, _FAR = frozenset({"دليل", "ادله", "مءشر", "مءشرات"}), 6


def _gives_cause(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """مؤشرات | تدعو للتفاؤل, ما | يدعو إلى القلق: what gives cause for a feeling asks nobody for anything."""
    if getattr(found.sense.form, "tense", "") != "imperfect":
        return False
    feeling = grammar.tokens[made.content[0]].word.find("emotion")
    felt = feeling is not None and isinstance(feeling.sense.entry, Closed) and feeling.sense.entry.group == "assess"
    return felt and (made.subject is None or not grammar.tokens[made.subject[0]].word.labels & SPEAKERS)


_Test = Callable[[Grammar, Attribution, Analysis], bool]
_Question = tuple[AbstractSet[str], _Test]
_EVEN_WITH_THAT: tuple[_Question, ...] = (
    (word_list("also is suspected"), _suspects),
    (word_list("also shows"), _shows_bodies),
    (word_list("also grows"), _grows),
    (word_list("also amounts to"), _amounts),
    (word_list("also looks into"), _looks_into),
    (word_list("also comes"), _comes),
    (word_list("also makes sure"), _makes_sure),
    (word_list("also is a matter"), _is_matter),
    (word_list("also counts"), _counts),
    (word_list("also is held to be"), _is_thought),
    (word_list("also surrenders"), _surrenders),
    (word_list("also bears out"), bears_out),
    (frozenset({"هدد"}), threatens_by_itself),
    (frozenset({"عرض"}), _shows),
    *OTHER_SENSES,
    (word_list("also is not found"), _is_not_found),
)
"""Verbs that may be another one although أن stands behind them."""


def _only_opposes(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """فصائل تعارض الحكومة تحدثت عن هجوم: the imperfect behind an indefinite noun says on whose side they are."""
    index = made.cue[0]
    described = getattr(found.sense.form, "tense", "") == "imperfect" and made.subject is not None and made.subject[1] == index
    return described and not grammar.phrases.is_definite(index - 1) and grammar.layout.sentence(index).paragraph > 0


def _keeps_watch(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """المنظمة التي | توثق الانتهاكات قالت, شبكة | ترصد الهجمات: the imperfect that describes a body says what it is there for."""
    index = made.cue[0]
    if made.rule == "verb_that" or getattr(found.sense.form, "tense", "") != "imperfect" or found.conjunction or index == 0:
        return False
    bare = grammar.parts[index - 1] == NOUN and not grammar.phrases.is_definite(index - 1)
    return grammar.parts[index - 1] == RELATIVE or (bare and grammar.layout.sentence(index).paragraph > 0)


def _carries_on(grammar: Grammar, made: Attribution, found: Analysis) -> bool:
    """سيواصل الحزب القتال حتى "دحر" خصومه: who carries on with a deed, or will carry on, says nothing."""
    between = range(made.cue[1], made.content[0])
    return found.future or any(grammar.phrases.is_event_noun(at) or grammar.phrases.is_definite_masdar(at) for at in between)


_TESTS: tuple[_Question, ...] = (
    (word_list("also carries on"), _carries_on),
    (word_list("also passes a sum"), _approves_sum),
    (word_list("also fights for"), _will_defend),
    (word_list("also is against"), _only_opposes),
    (word_list("also reaches"), _reaches),
    (word_list("also heads for"), _heads_for),
    (word_list("also gathers"), _counts),
    (word_list("also perishes"), _perishes),
    (word_list("also lays bare"), _lays_bare),
    (word_list("also tightens"), _tightens),
    (word_list("also reminds"), _recalls),
    (word_list("also registers"), _registers),
    (word_list("also keeps watch"), _keeps_watch),
    (word_list("also is a price"), _is_price),
    (word_list("also signs"), _signs),
    (frozenset({"اظهر"}), _only_shows),
    (word_list("also gives cause"), _gives_cause),
)
_IN_ALL = (*_EVEN_WITH_THAT, *_TESTS)
_NOT_BEFORE = {
    "كتب": word_list("behind written"),
    "أنكر": word_list("behind disguised"),
    "أقر": word_list("behind approved"),
}
"""لافتة كتب عليها, أقر بالإجماع: with this behind it the verb is a passive, or another one."""
_MEASURED = word_list("amounts to something")
"""What يبلغ "amounts to" has as its subject."""
