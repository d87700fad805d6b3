"""Moves, entries and advances of nobody who is armed, and operations, deployments and presences that are none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, QUANTIFIER, RELATIVE
from riwaya.lang.ar.thing_groups import HARDWARE
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.companions import answers, names_force
from riwaya.read.clauses.forces import ARMS
from riwaya.read.grammar import Grammar, Range
from riwaya.read.telling.claims import Claim
from riwaya.spelling import folded

_BACK, _AHEAD, _NEAR = 24, 7, 4


def armed_at(grammar: Grammar, at: int) -> bool:
    """Whether a token names fighters, a unit, arms or a vehicle, an armed group, or says that something is military."""
    word = grammar.tokens[at].word
    if grammar.group(at, "person") in _FIGHTERS or word.core in ARMS or word.core in _BODIES or names_force(grammar, at):
        return True
    if grammar.group(at, "thing") in HARDWARE and word.core in _OF_PEACE:
        return False  # دخلت | حافلات إلى المدينة
    if grammar.group(at, "thing") in HARDWARE or grammar.group(at, "source") == "rank":
        return True
    return word.core.startswith(_MILITARY) or (grammar.register.names_one(word.core) and "country" not in word.labels)


_OF_PEACE = word_list("vehicle of peace")
_FIGHTERS = frozenset({"military", "militant", "police", "unit"})
_MILITARY = ("عسكري", "حربي", "قتالي", "مسلح", "جيش")
_BODIES = word_list("armed body")


def _armed(grammar: Grammar, where: Range) -> bool:
    return any(armed_at(grammar, at) for at in range(*where))


def comes_unarmed(grammar: Grammar, claim: Claim) -> bool:
    """دخل المسافرون البلاد, تقدمت الشركة في السوق, وصل العدد إلى مئتين: nobody who is armed moves, so no ground is gained."""
    mark = claim.mark
    flag = (mark.entry.lemma, mark.entry.type) == ("رفع", "CONTROL")
    if not flag and (folded(mark.entry.lemma) not in _MOVES or mark.entry.type not in ("CONTROL", "MOBILIZE")):
        return False
    if _reaches_amount(grammar, claim) or _is_let_in(grammar, claim) or _joins_a_war(grammar, claim):
        return True
    if _led_on(grammar, claim):
        return False
    if _in_words(grammar, claim) or _nears_a_deed(grammar, claim):
        return True
    actor = claim.roles.actor
    if (actor is None or actor[1] < mark.index) and mark.companion > mark.index and armed_at(grammar, mark.companion):
        return False
    return not any(armed_at(grammar, at) for at in _who_moves(grammar, claim, flag))


def _who_moves(grammar: Grammar, claim: Claim, flag: bool) -> Iterator[int]:
    """The tokens of who moves: the actor, or all that stands around where none is sure."""
    mark, actor, target = claim.mark, claim.roles.actor, claim.roles.target
    sentence, gains = grammar.layout.sentence(mark.index), mark.entry.lemma in _GAINS
    if actor is None or (gains and mark.found.conjunction if mark.is_verb else mark.found.pronoun or flag or gains):
        first = 0 if gains and mark.found.conjunction else sentence.start  # المقاومة تسيطر على الجسر.. | وتحرز تقدما
        yield from range(max(first, mark.index - _BACK), mark.index)
        yield from range(mark.end, sentence.end if flag else min(sentence.end, mark.end + _AHEAD))
        return
    yield from range(*actor)
    if actor[0] < mark.index:
        yield from range(max(grammar.clause_start(actor[0]), mark.index - _AHEAD), mark.index)
    elif target is not None:
        yield target[0]


_GAINS = frozenset({"تحقيق", "أحرز", "حقق"})
"""Lemmas of gaining: the genitive of their nouns is what is gained, not who gains it."""
_MOVES = word_list("moves or enters")


def _reaches_amount(grammar: Grammar, claim: Claim) -> bool:
    """يصل إلى | مئتين, تصل إلى | نحو ألف: how many there are, not where they come."""
    if claim.mark.entry.lemma != "وصل":
        return False
    last = min(grammar.limit(claim.mark.index), claim.mark.end + _NEAR)
    for at in range(claim.mark.end, last - 1):
        if grammar.tokens[at].norm == "الي":
            behind = at + 1 + (grammar.tokens[at + 1].norm in _ABOUT)
            return behind < last and grammar.parts[behind] == NUMERAL
    return False


_ABOUT = frozenset({"نحو", "حوالي", "قرابه", "زهاء", "اكثر"})


def _is_let_in(grammar: Grammar, claim: Claim) -> bool:
    """السماح للسياح | بدخول الحرم, منعوا المصلين من | دخوله, قيود على | دخول المواطنين: visitors who may enter or not."""
    mark = claim.mark
    if mark.is_verb or mark.entry.lemma != "دخل":
        return False
    if mark.end < len(grammar.tokens) and _visits(grammar, mark.end):
        return True
    led = mark.found.preposition == "ب" or grammar.tokens[mark.index - 1].norm in ("من", "علي")
    first = max(grammar.layout.sentence(mark.index).start, mark.index - _LET_BACK)
    lets = [at for at in range(first, mark.index) if any(stem in grammar.tokens[at].word.core for stem in _LETS)]
    if not led or not lets:
        return False
    between = range(lets[-1] + 1, mark.index)
    visitors = any(_visits(grammar, at) for at in between)
    return visitors or not any(armed_at(grammar, at) for at in (*between, *range(mark.end, min(mark.end + 2, len(grammar.tokens)))))


def _visits(grammar: Grammar, at: int) -> bool:
    """السياح, المصلين: people who are no fighters; تركيا is no Turk."""
    return grammar.group(at, "person") == "civilian" and at not in grammar.place_at and not armed_at(grammar, at)


_LET_BACK, _LETS = 12, word_list("lets or keeps from entering")


def _joins_a_war(grammar: Grammar, claim: Claim) -> bool:
    """دخول الدولة | على خط الحرب, دخولها | في التحالف: who joins a war or an alliance enters no place."""
    mark = claim.mark
    if mark.entry.lemma != "دخل":
        return False
    last = min(grammar.limit(mark.index), mark.end + _NEAR + 1)
    led = (at for at in range(mark.end, last - 1) if grammar.tokens[at].norm in ("علي", "في", "الي"))
    return any(grammar.tokens[at + 1].word.core in _JOINED for at in led)


_JOINED = word_list("joined and not entered")


def _led_on(grammar: Grammar, claim: Claim) -> bool:
    """التقدم الكردي | نحو المدينة, تقدم كبير | للقوات: an advance that goes somewhere, or is that of a force, is one."""
    if claim.mark.entry.lemma != "تقدم":
        return False
    for at in range(claim.mark.end, min(grammar.limit(claim.mark.index), claim.mark.end + _AHEAD)):
        word = grammar.tokens[at].word
        if at == claim.mark.end and "demonym" in word.labels and _heads_a_line(grammar, claim):  # تقدم روسي في الشرق
            return True
        if word.core in _TOWARDS or (word.preposition == "ل" and armed_at(grammar, at)):
            return True
    return False


def _heads_a_line(grammar: Grammar, claim: Claim) -> bool:
    """تقدم | روسي في الشرق: an advance with its place, as a headline begins with it."""
    first = grammar.layout.sentence(claim.mark.index).start == claim.mark.index
    return first and not claim.mark.is_verb and claim.place is not None


_TOWARDS = word_list("advances towards")


def _in_words(grammar: Grammar, claim: Claim) -> bool:
    """مواصلة | التقدم, الجيوش تحمي | التقدم: an advance as a noun, of nobody who is named and to nowhere, tells of none."""
    mark, roles = claim.mark, claim.roles
    named = roles.actor is not None or roles.target is not None or claim.place is not None
    return not (mark.is_verb or mark.found.pronoun or named or mark.entry.lemma != "تقدم" or mark.entry.type != "MOBILIZE")


def _nears_a_deed(grammar: Grammar, claim: Claim) -> bool:
    """اقتربت القوات من | السيطرة على المدينة: who is close to doing something comes close to no place."""
    if claim.mark.entry.lemma != "اقترب":
        return False
    for at in range(claim.mark.end, min(grammar.limit(claim.mark.index), claim.mark.end + _AHEAD) - 1):
        if grammar.tokens[at].norm == "من":
            return bool(grammar.tokens[at + 1].word.all("trigger", "noun")) and at + 1 not in grammar.place_at
    return False


def starts_no_operation(grammar: Grammar, claim: Claim) -> bool:
    """بدأت عملية بناء الجسر, أطلق المفاوضات لإنهاء حملة: no operation is what is started."""
    mark = claim.mark
    if (mark.entry.group, mark.entry.type) != ("start", "MOBILIZE") or mark.companion <= mark.index:
        return False
    actor = claim.roles.actor
    if _starts_something_else(grammar, claim):
        return True
    if grammar.phrases.has_article(mark.companion) and not grammar.phrases.begins(mark.companion + 1):
        return False
    if any(token.norm in ("علي", "ضد") for token in grammar.tokens[mark.companion + 1 : mark.companion + 2]):
        return False  # تبدأ حملة | على المتمردين
    if mark.entry.lemma == "شن":
        return False
    behind = range(mark.companion, min(grammar.limit(mark.companion), mark.companion + 1 + 3 * _NEAR))
    words = tuple(_OPERATION)
    military = any(_says(grammar, at, words) or grammar.tokens[at].raw in '«“"' for at in behind)
    return (
        not military and not (actor is not None and _armed(grammar, actor)) and not _armed(grammar, (mark.companion, behind.stop))
    )


def _says(grammar: Grammar, at: int, stems: tuple[str, ...]) -> bool:
    """عملية | بحرية: a stem, also where its first letter could be a preposition."""
    return grammar.tokens[at].word.core.startswith(stems) or grammar.tokens[at].norm.startswith(stems)


_OPERATION = word_list("operation of force")


def _starts_something_else(grammar: Grammar, claim: Claim) -> bool:
    """بدأ | جولة تسبق العملية, بدأت السلطات | في تدشين حملة: something else is begun first."""
    mark, actor = claim.mark, claim.roles.actor
    at = actor[1] if actor is not None and mark.index < actor[0] < mark.companion else mark.end
    while at < mark.companion and (at in grammar.date_at or grammar.is_comma(at)):
        at = grammar.date_at[at].end if at in grammar.date_at else at + 1
    if at >= mark.companion - 1:
        return False
    if grammar.parts[at] == PREPOSITION:
        return grammar.tokens[at].norm == "في" and grammar.phrases.is_masdar(at + 1) and at + 1 not in grammar.date_at
    return grammar.parts[at] == NOUN and not grammar.tokens[at].word.preposition and at not in grammar.place_at


def only_there(grammar: Grammar, claim: Claim) -> bool:
    """وجود المسلحين في المدينة, وجود خلاف: only where fighters who are new to the story are is told by their presence."""
    mark = claim.mark
    if mark.entry.lemma != "وجود" or mark.is_verb:
        return False
    if mark.found.pronoun or not (claim.heads or _is_reported(grammar, claim)):
        return True
    at = mark.end
    while at < grammar.limit(mark.index) and (
        grammar.parts[at] in (NUMERAL, QUANTIFIER) or grammar.tokens[at].norm in ("من", "اي", "اكثر")
    ):
        at += 1
    if at >= len(grammar.tokens):
        return True
    if grammar.tokens[at].word.preposition == "ل":
        return not armed_at(grammar, at)
    return grammar.phrases.has_article(at) or not armed_at(grammar, at)


def _is_reported(grammar: Grammar, claim: Claim) -> bool:
    """معلومات عن | وجود مسلحين, أفاد | بوجود جنود: what news is about; رغم وجود, تحريرها من وجود say it by the way."""
    if claim.mark.index == 0 or claim.mark.found.preposition == "ب":
        return True
    return grammar.tokens[claim.mark.index - 1].word.core in _ABOUT_PRESENCE


_ABOUT_PRESENCE = word_list("news of presence")


def takes_part_in_none(grammar: Grammar, claim: Claim) -> bool:
    """تشارك في رئاسة حزب يؤيد العملية: what somebody takes part in stands right behind في."""
    mark = claim.mark
    if mark.entry.lemma != "شارك" or mark.entry.type != "MOBILIZE":
        return False
    for at in range(mark.end, min(grammar.limit(mark.index), mark.end + _BACK)):
        if grammar.tokens[at].norm in _IN or grammar.tokens[at].word.preposition == "ب":
            behind = range(at, min(grammar.limit(mark.index), at + _NEAR))
            if any(answers(grammar, k, mark.entry.needs) for k in behind):
                return False
    return True


_IN = frozenset({"في", "ضمن", "فيه", "فيها"})


def deploys_nothing(grammar: Grammar, claim: Claim) -> bool:
    """صور نشرها المسلحون, نشر المسلحون صورا, أرسل إنذارات إلى الجيش: what is sent or spread is no force."""
    mark, target = claim.mark, claim.roles.target
    if folded(mark.entry.lemma) not in _SENDS or mark.entry.type != "MOBILIZE":
        return False
    if _published(grammar, claim):
        return True
    if target is None or _armed(grammar, target):
        return False
    if mark.found.pronoun in ("هم", "هن"):
        return False
    if mark.is_verb and target[1] <= mark.index and mark.found.pronoun:  # التسجيلات التي | نشرتها الجماعة
        return True
    if any("person" in grammar.tokens[at].word.labels for at in range(*target)):
        return False
    actor = claim.roles.actor
    if actor is not None and actor[0] <= mark.companion < actor[1] <= target[0]:
        return grammar.tokens[target[0]].word.core.removesuffix("ا") in mark.entry.rejects
    between = range(mark.end, max(mark.end, mark.companion))
    return not between or not armed_at(grammar, mark.companion) or any(grammar.tokens[at].norm == "الي" for at in between)


def _published(grammar: Grammar, claim: Claim) -> bool:
    """في بيان مقتضب | نشرته وسائل إعلامه, شريط مصور | نشرته: the pronoun points back to a paper or film close before it."""
    mark = claim.mark
    if not mark.is_verb or mark.found.pronoun not in ("ه", "ها"):
        return False
    before = range(mark.index - 1, max(-1, mark.index - _NEAR), -1)
    near = takewhile(lambda at: grammar.parts[at] == NOUN, before)
    return any(grammar.phrases.is_channel(at) or grammar.group(at, "source") == "document" for at in near)


_SENDS = word_list("sends or spreads")


def forms_no_force(grammar: Grammar, claim: Claim) -> bool:
    """تشكل المدينة خطا مهما للقوات, 130 | تشكيلا من القوات: what is made up is no force; شكلت الدول قوة مشتركة forms one."""
    mark, target = claim.mark, claim.roles.target
    if mark.entry.lemma != "شكل" or mark.entry.type != "MOBILIZE":
        return False
    if not mark.is_verb:
        return mark.index > 0 and grammar.parts[mark.index - 1] == NUMERAL
    return target is None or not target[0] <= mark.companion < target[0] + 2


def learns_arms(grammar: Grammar, claim: Claim) -> bool:
    """تدربوا على | حمل السلاح, موقع | للتدريب: what is learnt, or what a place is there for; a call to arms is told."""
    mark = claim.mark
    if mark.is_verb or mark.entry.type != "MOBILIZE" or not mark.index:
        return False
    if mark.entry.lemma == "انضم":  # سافروا | للانضمام إلى التنظيم
        return mark.found.preposition == "ل"
    if mark.entry.lemma == "حمل":
        return claim.modality != "demanded"
    if mark.entry.lemma not in _TRAINS or mark.found.preposition != "ل":
        return False
    return grammar.parts[mark.index - 1] == NOUN and grammar.tokens[mark.index - 1].word.core.removesuffix("ا") in _SCHOOLS


_TRAINS = frozenset({"درب", "جند", "سلح", "تدريب"})
_SCHOOLS = word_list("place that trains")


def trained_by(grammar: Grammar, claim: Claim) -> bool:
    """المقاتلون الذين | دربتهم الدولة, مسلحون | انضموا إلى التنظيم: training, arming and joining that says who somebody is."""
    mark = claim.mark
    if not mark.is_verb or mark.entry.lemma not in ("درب", "سلح", "انضم"):
        return False
    start, before = grammar.clause_start(mark.index), mark.index - 1
    if start > 0 and grammar.parts[start - 1] == RELATIVE and mark.index - start < _NEAR:
        return True
    if not (mark.found.pronoun or mark.entry.lemma == "انضم") or mark.found.conjunction or before < 0:
        return False
    if mark.entry.lemma == "انضم" and grammar.phrases.is_proper(before):  # إن الهاني | انضم إلى التنظيم
        return False
    return grammar.parts[before] == NOUN and not grammar.phrases.is_definite(before)


def learns_unarmed(grammar: Grammar, claim: Claim) -> bool:
    """تلقى | الموظفون تدريبات, تلقت تدريبا على التمريض: whoever is trained and is no force gets no military help."""
    target = claim.roles.target
    return claim.mark.entry.lemma == "تلقى" and (target is None or not _armed(grammar, target))


def leaves_unarmed(grammar: Grammar, claim: Claim) -> bool:
    """غادر | الموظف المصرف, هرب | الشاب من الشرطة: nobody who is armed leaves, nor an armed group, so nothing is given up."""
    entry, actor, target = claim.mark.entry, claim.roles.actor, claim.roles.target
    if (entry.type, entry.group) == ("RETREAT", "leave") and folded(entry.lemma) in _GETS_AWAY:
        return _of_no_force(grammar, claim)
    if (entry.type, entry.lemma, entry.group) != ("RETREAT", "غادر", "leave"):
        return False
    if actor is None:  # مغادرتهم لها
        return bool(claim.mark.found.pronoun)
    if actor[1] - actor[0] == 1 and grammar.tokens[actor[0]].word.core == "رجل":
        return True
    titled = any(grammar.group(at, "source") == "title" for at in range(*actor))
    states = any(not grammar.tokens[at].word.labels.isdisjoint(("country", "demonym")) for at in range(*actor))
    of_them = grammar.layout.norms[actor[1] : actor[1] + 1] == ["من"] and armed_at(
        grammar, min(actor[1] + 1, len(grammar.tokens) - 1)
    )
    return not (_armed(grammar, actor) or of_them or (target is not None and _armed(grammar, target)) or (states and not titled))


def _of_no_force(grammar: Grammar, claim: Claim) -> bool:
    """قال رجل تمكن من | الفرار, إعدام كل من يحاول | الهرب: whoever gets away and is neither armed nor in office."""
    actor, index = claim.roles.actor, claim.mark.index
    if actor is None:
        return any(grammar.layout.norms[at : at + 2] == ["كل", "من"] for at in range(max(0, index - _NEAR), index))
    held = grammar.layout.cores[claim.mark.end : min(grammar.limit(index), claim.mark.end + _NEAR)]
    if _armed(grammar, actor) or not _CAPTIVITY.isdisjoint(held):  # هربت الفتيات من | قبضة التنظيم
        return False
    before = grammar.tokens[actor[0] - 1].word if actor[0] > 0 and actor[1] <= index else None
    if before is not None and "cue" in before.labels and before.core.startswith(_TELLS):
        return True
    officials = any(grammar.group(at, "source") or grammar.phrases.is_proper(at) for at in range(*actor))
    return not officials and any(_is_one_of_many(grammar, at) for at in range(*actor))


def _is_one_of_many(grammar: Grammar, at: int) -> bool:
    """خروج | الناخبين من المركز: civilians in the plural, and no captives; فر | الشاب, فرار | الرهائن is told."""
    found = grammar.tokens[at].word.find("person")
    several = found is not None and isinstance(found.sense.form, NounForm) and found.sense.form.number == "p"
    return several and grammar.group(at, "person") == "civilian" and grammar.tokens[at].word.core not in _CAPTIVES


_CAPTIVES, _CAPTIVITY = word_list("exchanged as captives"), word_list("captivity that is fled")
_TELLS = ("قال", "يقول", "تقول", "روي", "اضاف")
_GETS_AWAY = word_list("flees") | {"خرج", "خروج"}
UNARMED = (leaves_unarmed, learns_unarmed, comes_unarmed, starts_no_operation, takes_part_in_none, deploys_nothing, forms_no_force)
"""Moves of nobody who is armed, and operations that are none, be they counted or not."""
MARCHES = (only_there, learns_arms, trained_by)
"""Mentions of moves that tell of none."""
