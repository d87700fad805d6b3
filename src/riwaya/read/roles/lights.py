"""Light verbs: what their subject has to do with the event noun that they govern."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import JUSSIVE, VerbForm
from riwaya.lang.ar.lexicon import Closed, Trigger
from riwaya.lang.ar.parts import NEGATION, NOUN, RELATIVE
from riwaya.lang.ar.thing_groups import WEAPONRY
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.near import ACTOR
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.spelling import folded


def light_lemma(grammar: Grammar, at: int) -> str:
    """The lemma of the light verb at a token, empty where none stands."""
    found = grammar.tokens[at].word.find("light", "verb")
    return found.sense.entry.lemma if found is not None and isinstance(found.sense.entry, Closed) else ""


def is_used(grammar: Grammar, at: int) -> bool:
    """استخدام | غاز الكلور في قصف, إطلاق | سراحه: what is used or let go does not act; استخدام الجيش | القوة does."""
    if at + 1 < len(grammar.tokens) and grammar.tokens[at + 1].norm.startswith(_LET_GO):
        return True
    if lets_by_means(grammar, at):
        return True
    behind = grammar.tokens[at + 1].word.labels if at + 1 < len(grammar.tokens) else frozenset()
    return grammar.tokens[at].word.core == "استخدام" and not behind & {"source", "person", "country"}


def lets_by_means(grammar: Grammar, at: int) -> bool:
    """أنظمة صاروخية | تمكنها من ضرب أهداف: behind what has no article stands a verb that says what it lets somebody do."""
    if grammar.tokens[at].norm not in ("تمكنها", "تمكنه", "تمكنهم") or at < 1:
        return False
    before = at - 1 - (at - 1 in grammar.layout.opening)
    return grammar.parts[before] == NOUN and not grammar.phrases.is_definite(before)


_LET_GO = ("سراح", "سبيل")


def uses(grammar: Grammar, at: int, subject: Range) -> bool:
    """اشتباكات استخدمت فيها | الأسلحة الثقيلة: the arms behind a verb of using are used, whoever does it."""
    return light_lemma(grammar, at) == "استخدم" and subject[0] > at and grammar.group(subject[0], "thing") in WEAPONRY


def tells_result(grammar: Grammar, at: int) -> bool:
    """A verb whose subject suffers (أصيب 47 آخرون): he is not who acts next."""
    shortened = at > 0 and grammar.parts[at - 1] == NEGATION  # لم يرد; يرد بقصف is no form of أردى
    found = grammar.tokens[at].word.all("trigger", "verb")
    rows = [one.sense.entry for one in found if shortened or getattr(one.sense.form, "tense", "") != JUSSIVE]
    return any(isinstance(row, Trigger) and row.group == "result" for row in rows)


_RUNS = ("تجري", "وتجري", "ستجري")


def runs(grammar: Grammar, at: int) -> bool:
    """وتجري | معارك: what runs by itself; nobody who was named before does it."""
    return grammar.tokens[at].norm in _RUNS and at + 1 < len(grammar.tokens) and grammar.phrases.is_event_noun(at + 1)


def takes_in(grammar: Grammar, verb: int) -> bool:
    """نجح في, شارك في, لن يتردد في: a verb that takes what it is about with في."""
    return grammar.light(verb) == "actor" or grammar.tokens[verb].word.core.startswith(_TAKES_IN)


_TAKES_IN = ("استمر", "يتردد", "تتردد")


def answers(grammar: Grammar, verb: int) -> bool:
    """فرضت السلطات حظر التجول إثر | اشتباكات: whoever restricts, helps or decides something after a fight did not fight."""
    entries = entries_at(grammar, verb)
    mark = next((at for at in range(verb + 1, verb + _NEAR) if at < len(grammar.tokens) and entries_at(grammar, at)), verb)
    rows = entries or entries_at(grammar, mark)
    sends = any(folded(one.lemma) in _SENDS and one.type == "MOBILIZE" for one in rows)  # أرسلت الدولة سفينة حربية بعد | هجوم
    return sends or (bool(rows) and {one.type for one in rows} <= _ANSWERS)


_SENDS = word_list("sends or tightens")


def fights_in(grammar: Grammar, verb: int, mark: Mark) -> bool:
    """سيطرت القوات على التل في | هجوم, أحرزت تقدما في | المواجهات: whoever takes, seizes or advances in a fight fights it."""
    at = mark.index - 1
    while at > verb and grammar.tokens[at].word.core in _IN_A_FIGHT:
        at -= 1
    if mark.entry.type not in _FIGHTS or grammar.tokens[at].norm != "في":
        return False
    return any(one.type in _FIGHTS or one.group == "arrest" for one in entries_at(grammar, verb))


_IN_A_FIGHT = word_list("in a fight")
_FIGHTS = frozenset({"ASSAULT", "CONTROL", "MOBILIZE"})
_NEAR, _ANSWERS = 4, frozenset({"COERCE", "AID", "CONSULT", "AGREE"})


def goes_on_in(grammar: Grammar, verb: int, mark: Mark) -> bool:
    """استمر الجيش في | قصف, استمرار القوات ب | قصف: whether an event noun is what somebody goes on with."""
    at = mark.index - 1
    joined = bool(mark.found.conjunction) and grammar.phrases.is_masdar(at) and not grammar.tokens[at].word.article
    at -= joined  # تستمر القوات في ملاحقة | واستهداف المسلحين
    while at > verb + 1 and (grammar.phrases.is_event_noun(at) or _is_between(grammar, at)):
        at -= 1
    return mark.found.preposition == "ب" or grammar.tokens[at].norm == "في"


def _is_between(grammar: Grammar, at: int) -> bool:
    """استمروا في | تنفيذ | حملات | اعتقال: words of carrying out and the kinds of deeds that stand before a deed."""
    token = grammar.tokens[at]
    return token.norm in _BETWEEN or token.word.core.startswith(("عملي", "حمل")) or "light" in token.word.labels


_BETWEEN = frozenset({'"', "«", "“"})


def done_by(grammar: Grammar, mark: Mark) -> Range | None:
    """التي قامت بتدميرها | الجماعة, وتقوم بقصفها | الطائرات: who does it, behind the deed with the pronoun of what it hits."""
    verb, at = mark.index - 1, mark.end
    if mark.found.preposition != "ب" or not mark.found.pronoun or verb < 0 or light_lemma(grammar, verb) != "قام":
        return None
    found = grammar.tokens[verb].word.find("light", "verb")
    form = found.sense.form if found is not None else None
    heads = verb in (0, grammar.clause_start(verb)) or grammar.parts[verb - 1] == RELATIVE
    if not heads or not isinstance(form, VerbForm) or at >= grammar.limit(mark.index) or not grammar.phrases.begins(at):
        return None
    somebody = grammar.phrases.has_article(at) or bool(grammar.tokens[at].word.labels & {"source", "person", "country"})
    does = somebody and not grammar.phrases.preposition_of(grammar.tokens[at]) and grammar.agrees(form, at, before=False)
    return (at, grammar.phrases.end(at, grammar.limit(at), ACTOR)) if does and at not in grammar.date_at else None
