"""Reporting verbs with frames of their own: relays, blame, feelings, repeated acts, labels, light verbs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from riwaya.lang.ar.conjugate import JUSSIVE, VerbForm
from riwaya.lang.ar.lexicon import Closed, Cue
from riwaya.lang.ar.parts import DEMONSTRATIVE, NUMERAL, PREPOSITION, QUANTIFIER, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Analysis
from riwaya.model.swift import changed
from riwaya.read.clauses.around import FREE, named_after, own_subject, phrase_after, phrases_between, so_called, speaker_after
from riwaya.read.clauses.asides import anonymity_end, unnamed_speaker
from riwaya.read.clauses.topics import spoken_of
from riwaya.read.cues.accusing import after_noun, blamed, charge, is_done, put_to
from riwaya.read.cues.addressees import two_apart
from riwaya.read.cues.ascribed import ascribed
from riwaya.read.cues.covered import past_dates
from riwaya.read.cues.estimates import estimate
from riwaya.read.cues.feelings import emotion, seized, with_warmth
from riwaya.read.cues.judgements import considered, label
from riwaya.read.cues.relayed import before_credit
from riwaya.read.cues.told_back import adopted_part
from riwaya.read.cues.who_met import who_met
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import Manner
from riwaya.read.sayings.attribution import Attribution, attribution, content_from
from riwaya.read.sayings.occasions import before_setting
from riwaya.read.sayings.offices import is_his_name, whole_name_before
from riwaya.read.sayings.own_sayings import is_object, own_saying
from riwaya.read.sayings.unspoken import owns_up

_NEAR, _FAR = 14, 22


def special_verbs(grammar: Grammar, index: int) -> Iterator[Attribution]:
    """The attribution of a verb (or participle) whose frame has a rule of its own."""
    for found in grammar.tokens[index].word.all("cue"):
        cue = found.sense.entry
        if not isinstance(cue, Cue) or found.sense.part == "noun" or SPECIAL.keys().isdisjoint(cue.frames):
            continue
        for frame, rule in SPECIAL.items() if _is_verbal(grammar, index, cue, found) else ():
            if frame in cue.frames and (made := rule(grammar, index, cue, found)) is not None:
                yield _with_form(grammar, index, made, found)
                return


def _is_verbal(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> bool:
    """Whether a verb stands here and affirms; عبر is also a preposition, its feeling tells."""
    governed = index > 0 and grammar.tokens[index - 1].norm in ("علي", "من", "في")
    if cue.lemma in ("وجه", "حمل") and (governed or found.preposition):  # على | محمل الجد
        return False
    if found.sense.part == "participle":
        return True
    if grammar.negated(index) or getattr(found.sense.form, "tense", "") == JUSSIVE:
        return False
    return is_done(grammar, index) or (grammar.parts[index] == PREPOSITION and "emotion" in cue.frames)


def _with_form(grammar: Grammar, index: int, made: Attribution, found: Analysis) -> Attribution:
    form = found.sense.form
    if made.rule == "relay" and made.gender:
        return made
    if isinstance(form, VerbForm):
        return changed(made, gender=form.gender if form.gender != "c" else "", number=form.number)
    return changed(made, gender="f" if grammar.tokens[index].word.bare.endswith("ة") else "m")


def relay(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """An agency or paper passes on another speaker's words: he is the source, it is the carrier (نقلت وكالة عن مسؤول قوله)."""
    limit = min(grammar.limit(index), index + 30)
    about = next((k for k in range(index + 1, limit) if grammar.tokens[k].norm in ("عن", "عنه", "عنها", "عنهم")), None)
    if about is None or (named := before_credit(grammar, index + 1, about)) is None:
        return _cites_nobody(grammar, index, cue, limit)
    carrier = named_after(grammar, index + 1, named) or own_subject(grammar, index, found)
    source, at = _speaker_after(grammar, about, limit)
    saying, own = None, None
    if source is None or own_saying(grammar, at) is not None or not is_object(grammar, at, limit):
        at, saying, own = _opening(grammar, at, limit)
    if at >= limit:
        return None
    content = content_from(grammar, at + 1 if grammar.parts[at] == THAT else at, index)
    if content is None:
        return None
    of, made = grammar.tokens[about].norm, attribution(saying or (index, index + 1), own or cue, "relay", content[0])
    made = changed(made, gender="f" if of == "عنها" else "m") if source is None and of != "عن" else made
    told = source or (spoken_of(grammar, index) if made.gender else None)  # أما المبعوث | فنقل عنه
    return changed(made, subject=told, via=(carrier,) if carrier and carrier != told else (), quoted=content[1])


def _opening(grammar: Grammar, first: int, limit: int) -> tuple[int, Range | None, Cue | None]:
    """قوله | إن, نفيه | وجود قوات: where what is cited opens, the noun of saying before it, and its cue if its object follows."""
    saying, said = None, None
    for at in range(first, limit):
        behind_verb = grammar.parts[at - 1] == VERB and anonymity_end(grammar, at - 2) != at  # عن مصادر لم تسمها | أن
        if _opens_content(grammar, at) and not behind_verb and not _names_carrier(grammar, at):
            return at, saying, said
        if (own := own_saying(grammar, at)) is not None:
            saying, said = (at, at + 1), own
            if is_object(grammar, at + 1, limit):
                return at + 1, saying, own
            if (about := _about(grammar, at + 1, own, limit)) is not None:
                return about, saying, own
    return limit, saying, None


def _names_carrier(grammar: Grammar, at: int) -> bool:
    """وكالة أنباء | «فارس نيوز» | الإيرانية: the name in marks of whoever passes it on."""
    close = grammar.layout.closing.get(at, at)
    return at < close <= at + _CARRIER and (
        "medium" in grammar.tokens[at + 1].word.labels or any("addressee" in one.word.labels for one in grammar.tokens[at - 2 : at])
    )


_CARRIER = 4


def _about(grammar: Grammar, at: int, own: Cue, limit: int) -> int | None:
    """نقلت الوكالة عن الوزير تعهده | بوقف القصف, حرصه | على الحوار: what stands behind the preposition that the noun asks for."""
    if at + 1 >= limit:
        return None
    if grammar.parts[at] == PREPOSITION and grammar.tokens[at].word.core in own.preps:
        return at + 1
    return at if grammar.phrases.preposition_of(grammar.tokens[at]) in own.preps else None


def _cites_nobody(grammar: Grammar, index: int, cue: Cue, limit: int) -> Attribution | None:
    """نقلت الصحافة المحلية أن القائد انسحب: where nobody is cited before أن, the paper itself tells."""
    carrier = named_after(grammar, index + 1, limit)
    if carrier is None or not grammar.tokens[carrier[0]].word.labels & {"source", "medium"}:
        return None
    at = past_dates(grammar, carrier[1], limit)
    at += at < limit and grammar.is_comma(at)  # نقلت القناة، | أن
    content = content_from(grammar, at + 1, index) if at < limit and grammar.parts[at] == THAT else None
    if content is None:
        return None
    return changed(attribution((index, index + 1), cue, "relay", content[0]), subject=carrier, quoted=content[1])


def _speaker_after(grammar: Grammar, about: int, limit: int) -> tuple[Range | None, int]:
    named = grammar.phrases.in_marks(about + 1, limit) if grammar.tokens[about].norm == "عن" else None
    if named is not None:
        return named, named[1] + 1
    if about + 1 < limit and grammar.tokens[about].norm == "عن" and grammar.phrases.begins(about + 1):
        end = whole_name_before(grammar, about + 1, grammar.phrases.end(about + 1, limit, FREE), limit)
        if end < limit and is_his_name(grammar, (about + 1, end), end):  # عن الناطق باسم الجيش | العقيد سالم الهاني
            end = grammar.phrases.end(end, limit, FREE)
        if end > about + 2 and grammar.phrases.is_masdar(about + 2) and grammar.group(about + 1, "source") in _ONLY_PEOPLE:
            end = about + 2
        return who_met(grammar, (about + 1, end), limit) or unnamed_speaker(grammar, (about + 1, end), limit)
    return None, about + 1


_ONLY_PEOPLE = ("witness", "anonymous")
"""نقلت الوكالة عن شهود | تحليق طائرات: those who have no deed as genitive."""


def _opens_content(grammar: Grammar, at: int) -> bool:
    return grammar.parts[at] == THAT or grammar.tokens[at].raw == ":" or at in grammar.layout.closing


def blame(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """Somebody lays the responsibility for an act on another, which accuses him (حمّل المجلس الجيش مسؤولية القصف)."""
    limit = min(grammar.limit(index), index + (_FAR if cue.lemma == "حمل" else _NEAR))
    at = next((k for k in range(index + 1, limit) if _is_blame(grammar, k, cue)), None)
    if at is None:
        return None
    if (made := blamed(grammar, index, at, cue)) is not None:
        return made
    subject, target = _blamer(grammar, index, at, found)
    for k in range(at + 1, limit - 1 if target is None or cue.lemma != "حمل" else 0):
        if grammar.tokens[k].norm == "علي" and grammar.phrases.begins(k + 1):
            target = (k + 1, grammar.phrases.end(k + 1, limit, FREE))
            break
    if target is None and cue.lemma == "حمل" and at == index + 1 and not found.pronoun:
        return None  # يطالبها بأن تحمل | المسؤولية
    alone = target is None and cue.lemma == "حمل" and index > grammar.layout.sentence(index).start
    blamer, target = (None, subject) if alone else (subject, target)  # بينما حمل | التحالف المسؤولية
    content = content_from(grammar, at, index)
    if content is None:
        return None
    made = attribution((index, index + 1), cue, "blame", content[0])
    word = grammar.tokens[index].word
    nobody = word.bare[len(word.conjunction) :] in _LAID and not grammar.layout.undotted
    return changed(made, subject=None if nobody else blamer, agentless=nobody, addressee=target, quoted=content[1])


_LAID = frozenset({"ألقي", "ألقيت", "القيت"})
"""ألقيت المسؤولية على: the passive names nobody."""


def _is_blame(grammar: Grammar, at: int, cue: Cue) -> bool:
    """مسؤولية, اللوم, or behind حمّل somebody's own responsibility for what was said before (حملت الحكومة التنظيم مسؤوليته)."""
    word = grammar.tokens[at].word
    return "blame" in word.labels or (cue.lemma == "حمل" and owns_up(word))


def _blamer(grammar: Grammar, index: int, at: int, found: Analysis) -> tuple[Range | None, Range | None]:
    """Who blames whom: a participle has only whom, and so has a verb before its subject's own people (حملت قيادتها)."""
    before, phrases = own_subject(grammar, index, found), phrases_between(grammar, index + 1, at)
    behind = phrases[0] if phrases else None
    alone = found.sense.part == "participle" or (behind is not None and grammar.phrases.is_owned(behind[0]))
    if before is not None or alone or behind is None:
        return before, behind
    if len(phrases) > 1:
        return before_setting(grammar, (behind[0], phrases[-2][1])), phrases[-1]
    apart = two_apart(grammar, behind)  # حمل لافروف | واشنطن
    return (behind, None) if apart is None else ((behind[0], apart), (apart, behind[1]))


def repeated_act(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """A verb that only leads to a noun of saying, which decides the act (جدد التأكيد، وجه اتهاما، أطلق تحذيرا)."""
    limit = min(grammar.limit(index), index + _NEAR)
    for at in range(index + 1, limit):
        noun = grammar.tokens[at].word.find("cue", "noun")
        if grammar.parts[at] in (VERB, THAT) or grammar.tokens[at].norm == "وذلك":
            return None
        again = found.sense.part == "participle" and at > index + 1
        if again and grammar.tokens[index].word.core == "مجددا" and not grammar.is_comma(index - 1):  # تظاهروا | مجددا
            return None
        if noun is None and not again and (voiced := _stance(grammar, at)):
            return _voiced(grammar, index, at, cue, found, voiced)
        if noun is None or not isinstance(noun.sense.entry, Cue) or _is_owner(grammar, at) or not _is_led_to(noun, at - index):
            continue
        if "source" in grammar.tokens[at].word.labels and grammar.phrases.has_article(at):  # توجه وفد من | المعارضة
            continue
        inner = noun.sense.entry
        if inner.act == "assert" and at + 1 < limit and grammar.phrases.is_owned(at + 1) and (voiced := _stance(grammar, at + 1)):
            return _voiced(grammar, index, at + 1, cue, found, voiced)  # كرر تأكيد | عزمه على
        if inner.act == "accuse":
            return charge(grammar, index, at, inner, own_subject(grammar, index, found))
        subject = _actor(grammar, index, at, found)
        start = after_noun(grammar, at, limit, inner)
        start = with_warmth(grammar, at) if start == at + 1 and inner.act == "support" else start
        whom, start = put_to(grammar, at, start, limit, inner)
        content = content_from(grammar, start, index, phrase=grammar.parts[start - 1] != THAT)
        if content is None:
            return None
        made = attribution((index, index + 1), inner, "repeated_act", content[0])
        return changed(made, subject=subject, quoted=content[1], addressee=whom)
    return None


def _is_led_to(noun: Analysis, far: int) -> bool:
    """وجه | نداء, تقدم | بطلب لتجديد الترخيص: no other noun with a preposition is what the verb leads to."""
    cue = noun.sense.entry
    return not noun.preposition or (noun.preposition == "ب" and isinstance(cue, Cue) and cue.act == "demand" and far <= _TO_REQUEST)


_TO_REQUEST = 4


def _actor(grammar: Grammar, index: int, at: int, found: Analysis) -> Range | None:
    """Whoever does it, before the verb or between it and its noun; nobody else where I or we do (نقدم | خالص تعازينا)."""
    if getattr(found.sense.form, "person", 3) == 1:
        return None
    actor = own_subject(grammar, index, found) or phrase_after(grammar, index + 1, with_warmth(grammar, at))
    stance = actor is not None and grammar.tokens[actor[0]].word.core == "موقف"  # جددت | موقف الدوحة من رفض العنف
    return None if stance else actor


def _is_owner(grammar: Grammar, at: int) -> bool:
    """يقدم مقاتلو | المعارضة أنفسهم, وجه ممثلو | الادعاء: a definite noun in the genitive of people is whose they are."""
    before = grammar.tokens[at - 1].word
    people = "person" in before.labels or grammar.phrases.is_title(at - 1)
    return grammar.phrases.has_article(at) and people and not grammar.phrases.is_definite(at - 1)


def _stance(grammar: Grammar, at: int) -> str:
    """The act of a noun of stance: دعم, التزام, تعازيه; empty where none stands, or it is an adjunct (بدعم من)."""
    word = grammar.tokens[at].word
    found = word.find("emotion")
    if found is None or found.preposition or word.conjunction or not isinstance(found.sense.entry, Closed):
        return ""
    return found.sense.entry.group if grammar.parts[at - 1] != PREPOSITION else ""


def _voiced(grammar: Grammar, index: int, at: int, cue: Cue, found: Analysis, act: str) -> Attribution | None:
    """جدد دعمه للجيش, قدم تعازيه: the stance is the content and its noun the act; قدم دعما للجيش gives help."""
    content = content_from(grammar, with_warmth(grammar, at), index, phrase=True)
    subject = _actor(grammar, index, at, found)
    if content is None or (act not in ("support", "condemn") and "reiterate" not in cue.frames):
        return None
    if subject is not None and "trigger" in grammar.tokens[subject[0]].word.labels:
        return None
    if "reiterate" not in cue.frames and grammar.tokens[at].word.core in ("دعما", "دعم") and not grammar.phrases.is_owned(at):
        return None
    made = attribution((index, index + 1), cue, "repeated_act", content[0])
    return changed(made, act=act, subject=subject, quoted=content[1])


def adopted(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """Somebody takes responsibility for an act (تبنى التنظيم الهجوم)."""
    limit, first = min(grammar.limit(index), index + _NEAR), index + 1
    behind = index > 0 and (grammar.parts[index - 1] == RELATIVE or grammar.is_comma(index - 1))
    if grammar.negated(index) or (found.pronoun and behind):
        return None
    if (part := adopted_part(grammar, index, cue)) is not None:
        return part
    while first < limit and (grammar.parts[first] in (DEMONSTRATIVE, QUANTIFIER) or grammar.tokens[first].norm in _MOST):
        first += 1
    deed = first < limit and grammar.tokens[first].word.find("trigger", "noun") and first not in grammar.phrases.called
    if deed and not own_subject(grammar, index, found):
        return _adopted_first(grammar, index, first, cue, limit)
    called = so_called(grammar, index + 1, limit)
    for at in range(called[1] if called is not None else index + 1, limit):
        word = grammar.tokens[at].word
        if (
            (word.find("trigger", "noun") is not None and not _names_body(grammar, at))
            or word.core in _OPERATIONS
            or "blame" in word.labels
            or owns_up(word)
            or _counts_them(grammar, at)
        ):
            counted = _from_quantity(grammar, index, at)
            subject = own_subject(grammar, index, found) or named_after(grammar, index + 1, counted)
            content = content_from(grammar, counted, index, phrase=True)
            if content is None:
                return None
            end = next((k for k in range(counted + 1, content[0][1]) if grammar.tokens[k].norm == "عبر"), content[0][1])
            made = attribution((index, index + 1), cue, "adopted", (content[0][0], end))
            return changed(made, subject=subject, quoted=content[1])
        if grammar.parts[at] in (VERB, THAT):
            return None
    return None


_MOST = frozenset({"معظم", "غالبيه", "جميع"})  # تتبنى | معظم هذه | الهجمات جماعة الحراك
_OPERATIONS = word_list("operations that are counted")


def _counts_them(grammar: Grammar, at: int) -> bool:
    """تبنى التنظيم | ثلاثة منها: so many of the attacks just told."""
    return grammar.parts[at] == NUMERAL and grammar.layout.norms[at + 1 : at + 2] == ["منها"]


def _names_body(grammar: Grammar, at: int) -> bool:
    """جبهة | الصمود, كتائب | شهداء الأقصى: a deed's name right behind a body without article is part of what the body is called."""
    own = grammar.phrases.is_channel(at - 1) and grammar.tokens[at].norm.endswith(("ه", "ها"))  # في بيان | نشره أمس
    if own or at in grammar.phrases.called:  # تبنى | الدعم السريع الهجوم
        return True
    body = grammar.group(at - 1, "source") in ("organ", "group") and not grammar.phrases.has_article(at - 1)
    genitive = at + 1 < len(grammar.tokens) and grammar.phrases.has_article(at + 1) and "person" in grammar.tokens[at].word.labels
    return body and (grammar.phrases.has_article(at) or genitive)


def _from_quantity(grammar: Grammar, index: int, at: int) -> int:
    """غالبية هذه | الهجمات, سلسلة | هجمات: the quantity and the demonstrative belong to what is adopted."""
    while at - 1 > index and (
        grammar.parts[at - 1] in (DEMONSTRATIVE, QUANTIFIER, NUMERAL) or grammar.tokens[at - 1].word.core in ("سلسله", "عده")
    ):
        at -= 1
    return at


def _adopted_first(grammar: Grammar, index: int, first: int, cue: Cue, limit: int) -> Attribution | None:
    """تبنى الهجوم تنظيم القاعدة, تبنت معظم | الهجمات حركة الشباب: what is adopted stands before who adopts it."""
    end = grammar.phrases.end(first, limit, Manner(FREE.stops, split=True, attach=False, join=False))
    subject = phrase_after(grammar, end, grammar.limit(index))
    return changed(attribution((index, index + 1), cue, "adopted", (index + 1, end)), subject=subject)


def said_word(grammar: Grammar, index: int, cue: Cue, found: Analysis) -> Attribution | None:
    """A verb of going on or ending that needs a word of saying behind it (اختتم بالقول إن، مضى قائلا)."""
    limit = min(grammar.limit(index), index + _NEAR)
    at = next((k for k in range(index + 1, limit) if _is_saying(grammar, k)), None)
    if at is None:
        return None
    opening = (k for k in range(at + 1, min(at + 8, limit)) if _opens_content(grammar, k))
    start = next((k for k in opening if k == at + 1 or grammar.tokens[k - 1].norm != "ل"), None)  # بالقول ل|«الراية» إن
    if start is None:
        return None
    content = content_from(grammar, start + 1 if grammar.parts[start] == THAT else start, index)
    if content is None:
        return None
    subject = own_subject(grammar, index, found) or speaker_after(grammar, index + 1, at)
    return changed(attribution((index, index + 1), cue, "said_word", content[0]), subject=subject, quoted=content[1])


def _is_saying(grammar: Grammar, at: int) -> bool:
    return any(
        isinstance(found.sense.entry, Cue) and found.sense.entry.lemma == "قال" for found in grammar.tokens[at].word.all("cue")
    )


SPECIAL: dict[str, Callable[[Grammar, int, Cue, Analysis], Attribution | None]] = {
    "relay": relay,
    "blame": blame,
    **dict.fromkeys(("emotion", "emotion0"), emotion),
    **dict.fromkeys(("reiterate", "light"), repeated_act),
    "seized": seized,
    "label": label,
    "attack": adopted,
    "speech": said_word,
    "estimate": estimate,
    "ascribe": ascribed,
    "label2": considered,
}
"""Frame of the cue table → rule."""
