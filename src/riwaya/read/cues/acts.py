"""The speech act: what the cue means, unless the content says unmistakably something else."""

from __future__ import annotations

from functools import cache

from riwaya.lang.ar.parts import NEGATION, NOUN, NUMERAL, QUANTIFIER, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.clauses import verb_form
from riwaya.read.clauses.forces import is_force
from riwaya.read.clauses.near import person_group, source_group
from riwaya.read.clauses.triggers import mark_at
from riwaya.read.cues.denounced import denounced
from riwaya.read.cues.estimates import rests_on_estimate
from riwaya.read.cues.own_acts import blames, did_not_do, is_laid_on, must_be, stands_by, will_do
from riwaya.read.cues.violent_acts import is_by_force, is_suspected, strikes_somebody, swears_revenge
from riwaya.read.grammar import Grammar, Range
from riwaya.read.sayings.attribution import Attribution
from riwaya.read.sayings.judged import can_judge
from riwaya.read.sayings.performing import is_his_body, is_ready, keeps_on, performed
from riwaya.read.sayings.unspoken import is_claimed
from riwaya.spelling import folded
from riwaya.tables import language_folder, load_table

_OPEN_ACTS = frozenset({"assert", "assess"})
_HEAD = 6
_BENIGN = frozenset({"RETREAT", "AGREE", "AID", "CONSULT"})
_DENIED, _EXCEPT = word_list("what is denied"), word_list("except")


@cache
def _overrides() -> dict[str, str]:
    return {folded(row["form"]): row["act"] for row in load_table(language_folder("ar"), "overrides.tsv") if row["where"] == "head"}


@cache
def _phrases() -> dict[str, str]:
    return {folded(row["form"]): row["act"] for row in load_table(language_folder("ar"), "overrides.tsv") if row["where"] == "near"}


def act_of(grammar: Grammar, made: Attribution, condition: Range | None, speaker: Range | None = None) -> str:
    """The act of an attribution; only an open act (assert, assess) gives way to its content. ``speaker``: his fullest mention."""
    if made.act == "reject" and _was_so(grammar, made.content):
        return "deny"
    if _alarm(made):
        return "warn"
    if rests_on_estimate(grammar, made):
        return "assess"
    if swears_revenge(grammar, made):
        return "threaten"
    if made.act not in _OPEN_ACTS or made.agentless:
        return "accuse" if is_suspected(grammar, made) else made.act
    if (act := _by_phrase(grammar, made)) or (
        condition is not None and (act := _depends(grammar, made.content, condition, speaker))
    ):
        return act
    if made.rule in ("label", "considered"):
        untrue = _by_phrase(grammar, changed(made, act="assert")) == "deny"  # وصف الأنباء بأنها عارية عن الصحة
        return (
            ("deny" if untrue else denounced(grammar, made))
            or _by_words(grammar, made)
            or _own_act(grammar, made, speaker)
            or made.act
        )
    denied = made.detail != "expect" and ("deny" if did_not_do(grammar, made) else _denial(grammar, made))
    return _by_words(grammar, made) or denied or _refusal(grammar, made, speaker) or _own_act(grammar, made, speaker) or made.act


def _own_act(grammar: Grammar, made: Attribution, speaker: Range | None) -> str:
    """What the speaker says of himself: that he does it by saying so, is ready for it, or will do it."""
    ours = _own_plan(grammar, made, speaker) or performed(grammar, made.content, speaker)
    ours = ours or is_ready(grammar, made.content, speaker) or keeps_on(grammar, made.content)
    return ours or stands_by(grammar, made.content, speaker) or blames(grammar, made.content)


def _was_so(grammar: Grammar, content: Range) -> bool:
    """رفض أن | تكون بلاده دعمت المسلحين: what is rejected as having been done is denied."""
    if grammar.tokens[content[0]].norm not in _BEING:
        return False
    behind = range(content[0] + 1, min(content[1], content[0] + _HEAD))
    return any((form := verb_form(grammar, at)) is not None and form.tense == "perfect" for at in behind)


_BEING = frozenset({"تكون", "يكون", "يكونوا", "تكونا", "يكونا"})


def _by_words(grammar: Grammar, made: Attribution) -> str:
    """The words that open what is said decide the act: ضرورة and يجب demand, عدم وجود denies, دعمه supports."""
    if made.act != "assert":
        return ""
    start, end = made.content
    at = start
    while at < end and (grammar.is_sign(at) or grammar.parts[at] == THAT):
        at += 1
    words = [grammar.tokens[k].norm for k in range(at, min(end, at + 2))]
    if (is_laid_on(grammar, at, end) or must_be(grammar, at, end)) and " ".join(words) not in _overrides():
        return "demand"
    if len(words) > 1 and words[0] in _OWNED_UP and words[1] == "عن" and grammar.parts[at - 1] != THAT:
        return "claim_responsibility"
    if len(words) > 1 and words[1] in _BEHIND and words[0].startswith(_STANDS) and is_claimed(grammar, at + 2):
        return "claim_responsibility"
    if grammar.parts[at - 1] == THAT and _lies_in(grammar, at, end):
        return ""
    for length in (2, 1):
        act = _overrides().get(" ".join(words[:length]))
        if act:
            if grammar.parts[at] == VERB and act == "reject":  # "رفض المسلحون الاستسلام"
                return ""
            own = not (act == "promise" and _is_anothers(grammar, made, at)) and not _is_topic(grammar, act, at, end)
            own = own and not (act in _STANCES and _is_told_of(grammar, made, at, end))
            return act if own else ""
    return ""


def _is_told_of(grammar: Grammar, made: Attribution, at: int, end: int) -> bool:
    """أكدت مصادر | رفض الأهالي دخول القوات, أكد الضابط | رفض عشرات الجنود القتال: what others hold is only told."""
    if at + 1 >= end or grammar.phrases.is_owned(at) or grammar.phrases.is_owned(at + 1):
        return False
    others = person_group(grammar, at + 1) not in ("", "official") or grammar.parts[at + 1] in (NUMERAL, QUANTIFIER)
    body = can_judge(grammar, at + 1) or is_force(grammar, (at + 1, at + 2))
    return others or (body and made.subject is not None and source_group(grammar, made.subject[0]) in _HEARD)


_STANCES, _HEARD = ("reject", "support"), ("anonymous", "witness")


def _is_topic(grammar: Grammar, act: str, at: int, end: int) -> bool:
    """إن | رفض البرلمان للاتفاق سيضعف البلاد: a stance that أن puts first, with a verb behind it, is only what is spoken of."""
    stance = act in ("reject", "support", "condemn", "promise") and grammar.parts[at - 1] == THAT
    behind = range(at + 1, end)
    told = any(grammar.parts[k] == VERB or grammar.tokens[k].norm.startswith(("سي", "ست")) for k in behind)
    return stance and told and not grammar.phrases.is_owned(at)


def _is_anothers(grammar: Grammar, made: Attribution, at: int) -> bool:
    """كشف السفير عن | استعداد حكومته: behind عن what somebody whom a genitive names is ready for is told; عن عزمه is his own.

    أكد الوزير | جاهزية القوات: so is the state that others are in, wherever it stands.
    """
    state = grammar.tokens[at].word.core == "جاهزيه" and at + 1 < len(grammar.tokens) and grammar.phrases.has_article(at + 1)
    return (
        (state or made.rule.endswith("_about"))
        and at + 1 < made.content[1]
        and not grammar.phrases.is_owned(at)
        and (grammar.phrases.is_definite(at + 1) or grammar.phrases.is_proper(at + 1))
    )


def _describes_object(grammar: Grammar, index: int, start: int) -> bool:
    """إن طفلا حمل قذيفة | لم تنفجر: behind a verb and an indefinite noun the negation says what that is like."""
    noun = index - 1 > start and grammar.parts[index - 1] == NOUN and not grammar.phrases.is_definite(index - 1)
    return noun and not grammar.phrases.is_proper(index - 1) and VERB in grammar.parts[start:index]


def _sets_right(grammar: Grammar, index: int, end: int) -> bool:
    """إن الغارة | لم تصب الثكنة، وإنما مخزنا بجوارها: what was hit instead is told; but لم نقتل الشرطي denies."""
    form = verb_form(grammar, index + 1)
    return (form is None or form.person != 1) and any(
        grammar.tokens[k].norm in _INSTEAD for k in range(index + 1, min(end, index + _HEAD + _HEAD))
    )


def _lies_in(grammar: Grammar, at: int, end: int) -> bool:
    """إن | أهمية التلة تكمن في: what the weight of something is asks for nothing."""
    return any(grammar.tokens[k].norm in _LIES for k in range(at, min(end, at + _HEAD)))


_INSTEAD, _LIES = word_list("what was hit instead"), word_list("where its weight lies")


_OWNED_UP = word_list("owned up to")
"""أعلنت الحركة | المسؤولية عن الهجوم: not behind أن, where the blame may be another's."""


_STANDS, _BEHIND = ("وقوفه", "وقوفنا"), ("وراء", "خلف")
"""أعلنت الجماعة | وقوفها وراء الهجوم: not وقوفه خلف | الجيش."""


def _by_phrase(grammar: Grammar, made: Attribution) -> str:
    """A set phrase near the head of what is said decides the act (عارية عن الصحة denies, يتحمل مسؤولية accuses)."""
    if made.act != "assert":
        return ""
    start, end = made.content
    words = grammar.layout.norms[start : min(end, start + _PHRASE_REACH)]
    if _first_words().isdisjoint(words):
        return ""
    text = " ".join(words)
    return next((act for form, act in _phrases().items() if f" {form} " in f" {text} "), "")


@cache
def _first_words() -> frozenset[str]:
    return frozenset(form.split()[0] for form in _phrases())


_PHRASE_REACH = 14


def _denial(grammar: Grammar, made: Attribution) -> str:
    """A negated deed at the head of what is said denies it (القصف لا يستهدف المدنيين، لا علاقة له، ليست ضالعة)."""
    start, end = made.content
    for index in range(start, min(end, start + _HEAD)):
        if grammar.is_comma(index):
            break
        if grammar.parts[index] != NEGATION or index + 1 >= end or grammar.tokens[index].norm in ("لن", "عدم"):
            continue
        if _describes_object(grammar, index, start) or _sets_right(grammar, index, end) or grammar.tokens[index + 1].norm in _STILL:
            continue
        behind = range(index + 1, min(end, index + 5))
        found = mark_at(grammar, index + 1) if "trigger" in grammar.tokens[index + 1].word.labels else None
        done = grammar.parts[index + 1] == VERB or grammar.tokens[index].norm == "لا"  # لا | قتال في الوادي
        deed = done and found is not None and found.entry.type in ("ASSAULT", "COERCE")
        excepted = any(grammar.tokens[k].norm in _EXCEPT for k in behind)
        if excepted and not (deed and grammar.tokens[index].norm == "لا"):
            return ""
        if deed or any(grammar.tokens[k].norm in _DENIED for k in behind):
            return "deny"
    return ""


_STILL = word_list("still")
"""لا | تزال موجودة: what goes on is not denied."""


def _alarm(made: Attribution) -> bool:
    """أنذر المبعوث بكارثة: an ultimatum that is given to nobody only warns."""
    return made.detail == "ultimatum" and made.rule == "verb_about" and made.addressee is None


def _refusal(grammar: Grammar, made: Attribution, speaker: Range | None) -> str:
    """What the speaker or his own body will not accept, he rejects (إن الحركة لن تقبل باتفاق)."""
    content = made.content
    start = content[0] + 1 if grammar.is_sign(content[0]) else content[0]
    that = start - 1 if not grammar.is_sign(start - 1) else start - 2
    owned = grammar.parts[that] == THAT and grammar.tokens[that].norm.endswith(("ه", "ها", "هم", "هما", "نا"))
    if start >= content[1]:
        return ""
    owned = owned or grammar.tokens[start].word.core in _OWN or grammar.tokens[start].norm in _BODIES
    owned = owned or (speaker is not None and is_his_body(grammar, start, speaker))
    for at in range(start, min(content[1] - 1, start + _HEAD)):
        if grammar.tokens[at].norm == "لن":
            verb = grammar.tokens[at + 1].word.core
            ours = verb.startswith("ن") and verb.endswith(tuple(_TAKES_PART))
            return "reject" if ours or (verb.endswith(tuple(_ACCEPTS)) and (owned or verb.startswith("ن"))) else ""
    return ""


_BODIES = word_list("body that the speaker is of")
_TAKES_PART, _ACCEPTS = word_list("what one takes part in"), word_list("what one accepts")


def _own_plan(grammar: Grammar, made: Attribution, speaker: Range | None) -> str:
    """The speaker's own future deed: a threat if it is violence, else a promise (سنرد على القصف، لن نتوقف)."""
    content = made.content
    start = content[0] + 1 if grammar.is_sign(content[0]) else content[0]
    at = _own_deed(grammar, start, content, speaker)
    if at is None:
        return ""
    refrains = grammar.tokens[at - 1].norm in ("لن", "لا")
    for index in range(at, min(content[1], at + 4)):
        found = mark_at(grammar, index) if "trigger" in grammar.tokens[index].word.labels else None
        if found is not None and found.entry.type in ("CONSULT", "PROTEST"):
            return ""
        if (found is not None and found.entry.type in _BENIGN) or grammar.tokens[index].word.core in _SUPPORTS:
            return "promise"
        harm = found is not None and found.entry.type == "ASSAULT" and not _is_about(grammar, at, index)
        if harm or grammar.tokens[index].word.core in _ANSWERS:
            on = _goes_on(grammar, at) and not strikes_somebody(grammar, index, content)
            return "promise" if refrains or on else "threaten" if _strikes(grammar, at, index) else ""
    first_person = grammar.tokens[at].word.core.startswith(("سن", "ن")) and grammar.tokens[at].word.core not in _ONLY_SEEN
    plain = first_person or grammar.tokens[at].norm == "سيتم" or grammar.tokens[at].word.core in _INTENDS or _does_all(grammar, at)
    return "promise" if refrains or plain or _goes_on(grammar, at) or will_do(grammar, made, at, speaker) else ""


def _does_all(grammar: Grammar, at: int) -> bool:
    """ستفعل | كل ما في وسعها, سيبذل | أقصى جهده: the deed to come is all that one can do."""
    if grammar.layout.norms[at + 1 : at + 2] == ["اقصي"]:
        return True
    return any(token.word.core.startswith(("وسع", "بوسع")) for token in grammar.tokens[at + 2 : at + _HEAD])


def _is_about(grammar: Grammar, at: int, index: int) -> bool:
    """سنفتح تحقيقا في | الهجوم, ستعاقب المسؤولين عن | القصف: an attack that the deed to come is about, and does not do."""
    return index > at and grammar.tokens[index].word.article and grammar.tokens[index - 1].norm in ("في", "عن")


def _strikes(grammar: Grammar, at: int, index: int) -> bool:
    """سنقصف, سترد, سنشن | غارات, يعتزم | قصف: the deed to come is violence itself; ستوسع | حملتها is not."""
    word = grammar.tokens[at].word
    iron = grammar.tokens[index].norm == "حديد" or _goes_on(grammar, at)
    carries_out = "light" in word.labels and not word.core.endswith("وسع")
    return index == at or iron or carries_out or word.core in _INTENDS or word.core.startswith(("سن", "سيتم"))


def _goes_on(grammar: Grammar, at: int) -> bool:
    """ستستمر القوات في, ستواصل, ستمدد حملتها: what is done already will be done on."""
    return any(grammar.tokens[at].norm.endswith(form) for form in _GOES_ON)


_GOES_ON = word_list("goes on with")
_ONLY_SEEN = word_list("only seen")
"""سنرى ما يحدث: what we will see or know is no promise."""
_SUPPORTS = word_list("support that goes on")
_ANSWERS = word_list("answers an attack")


def _own_deed(grammar: Grammar, start: int, content: Range, speaker: Range | None) -> int | None:
    """The future verb near the head of a content whose subject is the speaker: a pronoun on أن, his own country or forces, نحن."""
    that = start - 1 if not grammar.is_sign(start - 1) else start - 2
    owned = grammar.parts[that] == THAT and grammar.tokens[that].norm.endswith(("ه", "ها", "هم", "هما", "نا"))
    owned = owned or (speaker is not None and start < content[1] and is_his_body(grammar, start, speaker))
    for at in range(start, min(content[1], start + _HEAD)):
        token = grammar.tokens[at]
        if grammar.parts[at] != VERB and not (at == start and _is_ours(grammar, at)) and not _is_his(grammar, at, owned):
            owned = owned or (token.word.core in _OWN and at - start < 2)
            continue
        past = any(getattr(one.sense.form, "tense", "") == "perfect" for one in token.word.analyses)  # سيطر
        future = any(one.future for one in token.word.analyses) or (not past and token.norm.startswith(("سي", "ست", "سن")))
        future = future or grammar.tokens[at - 1].norm in ("لن", "سوف") or token.word.core in _INTENDS
        mine = token.word.core.startswith("سن") or (
            token.word.core.startswith("ن") and grammar.tokens[at - 1].norm in ("لن", "سوف")
        )
        return at if future and (owned or mine or token.norm == "سيتم") else None
    return None


def _is_ours(grammar: Grammar, at: int) -> bool:
    """عباس: | سنحول الملف إلى المحكمة: a word that opens what is said with سن and that no table has is what we will do."""
    return grammar.tokens[at].norm.startswith("سن") and _is_unknown(grammar, at)


def _is_unknown(grammar: Grammar, at: int) -> bool:
    word = grammar.tokens[at].word
    known = bool(word.labels or word.analyses) or at in grammar.place_at
    return len(word.norm) >= _OURS and not known and not word.norm.endswith(("ه", "ات", "ي"))


def _is_his(grammar: Grammar, at: int, owned: bool) -> bool:
    """إن بلاده | ستبذل كل ما في وسعها: so too a word with ست or سي behind his own side or pronoun, before all that one can do."""
    before = at - 1 - grammar.is_sign(at - 1)
    own = owned or grammar.tokens[before].word.core in _OWN or grammar.parts[before] == THAT
    return own and grammar.tokens[at].norm.startswith(("ست", "سي")) and _is_unknown(grammar, at) and _does_all(grammar, at)


_OWN, _INTENDS, _OURS = word_list("his own"), word_list("intends"), 5


def _depends(grammar: Grammar, content: Range, condition: Range, speaker: Range | None) -> str:
    """What depends on a condition: what a deed to come is (ستوقف عملياتها إذا), else a threat of what one may stop giving.

    إذا لم يوافقوا فللحكومة الحق في إخراجهم | بالقوة: what is then done by force is threatened.
    """
    if any(is_by_force(grammar, at) for at in range(*content) if not condition[0] <= at < condition[1]):
        return "threaten"
    return _commitment(grammar, content) or ("threaten" if _withholds(grammar, content, speaker) else "")


def _withholds(grammar: Grammar, content: Range, speaker: Range | None) -> bool:
    """إن بلادها | قد تعلق تبادل الأسرى إذا, إنها | ستقطع الغاز ما لم: the speaker's own side stops what is no attack."""
    start, norms = content[0] + grammar.is_sign(content[0]), grammar.layout.norms
    for at in range(start, min(content[1], start + _HEAD)):
        may = norms[at - 1] == "قد"
        if grammar.parts[at] != VERB or not (may or norms[at].startswith("س")) or norms[at].removeprefix("س")[1:] not in _WITHHELD:
            continue
        that = norms[at - 1 - may] if grammar.parts[at - 1 - may] == THAT else ""
        own = that.endswith(("ها", "نه", "هم", "نا")) or any(grammar.tokens[k].word.core in _OWN for k in range(start, at))
        own = own or (speaker is not None and is_his_body(grammar, start, speaker))
        marks = (mark_at(grammar, k) for k in range(at + 1, min(content[1], at + 3)) if "trigger" in grammar.tokens[k].word.labels)
        return own and not any(found is not None and found.entry.type == "ASSAULT" for found in marks)
    return False


_WITHHELD = word_list("stops giving")
"""The verb without what is written before it: ت|علق, سن|وقف, ت|قطع."""


def _commitment(grammar: Grammar, content: Range) -> str:
    """A future deed that depends on a condition: relief is promised, and that one goes on; force is threatened."""
    for index in range(*content):
        if grammar.is_sign(index):
            continue
        found = mark_at(grammar, index) if "trigger" in grammar.tokens[index].word.labels else None
        future = any(one.future for one in grammar.tokens[index].word.analyses) or grammar.tokens[index - 1].norm in (
            "سيتم",
            "لن",
            "سوف",
        )
        if found is not None and future:
            return "promise" if found.entry.type in _BENIGN or _goes_on(grammar, index) else "threaten"
    if any(grammar.tokens[k].norm in ("سيتم", "الرد", "سنرد", "سيرد") for k in range(*content)):
        return "threaten"
    return ""


RULES = (_by_words, _by_phrase, _denial, _refusal, _own_plan, _depends)
"""What makes another act of an open one."""
