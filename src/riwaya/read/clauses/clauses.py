"""The subject of a verb: before it at the head of its clause, or behind it."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import ADVERB, AUXILIARY, NOUN, NUMERAL, PREPOSITION, QUANTIFIER, THAT, VERB
from riwaya.lang.ar.words import Word
from riwaya.model.remembered import remembered
from riwaya.read.clauses.subjects import preverbal_subject
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT, Manner

SUBJECT_OF_ACTION = Manner(SUBJECT.stops, split=True)


def verb_form(grammar: Grammar, index: int) -> VerbForm | None:
    """What the verb at a token says of its subject, from its first finite analysis; None for an unlisted verb.

    A form that may be either gender's (تقدم الجيش, تقدم الدولة العون) shows none.
    """
    return _form_of(grammar.tokens[index].word)


@remembered(50_000)
def _form_of(word: Word) -> VerbForm | None:
    forms = [found.sense.form for found in word.analyses if isinstance(found.sense.form, VerbForm)]
    if not forms:
        return None
    first = forms[0]
    both = first.person == 3 and {form.gender for form in forms if form.person == 3 and form.number == first.number} >= {"m", "f"}
    return first._replace(gender="c") if both else first


def guessed_form(grammar: Grammar, index: int) -> VerbForm:
    """The form of a verb, guessed from its shape where no table has it.

    ترأس | الوزير الاجتماع: what begins with ت may be a perfect as well, where an office stands behind it.
    """
    known = verb_form(grammar, index)
    if known is not None:
        return known
    norm = grammar.tokens[index].norm.lstrip("وف")
    if norm.endswith(("وا", "ون")):
        return VerbForm("perfect", 3, "m", "p")
    if norm.startswith("ت") or norm.endswith("ت"):
        office = not norm.endswith("ت") and index + 1 < len(grammar.tokens) and grammar.phrases.is_title(index + 1)
        return VerbForm("perfect", 3, "c" if office else "f", "s")
    return VerbForm("perfect", 3, "m", "s")


def postverbal_subject(grammar: Grammar, index: int, form: VerbForm, manner: Manner = SUBJECT_OF_ACTION) -> Range | None:
    """The noun phrase right behind a verb, times and adverbs aside, if it agrees with the verb."""
    limit = grammar.limit(index)
    at = index + 1
    while at < limit:
        if at in grammar.date_at:
            at = grammar.date_at[at].end
        elif grammar.parts[at] in (ADVERB, AUXILIARY):
            at += 1
        else:
            break
    if at >= limit or not grammar.phrases.begins(at) or grammar.phrases.preposition_of(grammar.tokens[at]):
        return None
    if not grammar.agrees(form, at, before=False):
        return None
    return (at, grammar.phrases.end(at, limit, manner))


def subject_of(grammar: Grammar, index: int) -> Range | None:
    """The subject of the verb at a token, None where it is dropped."""
    form = guessed_form(grammar, index)
    return preverbal_subject(grammar, index, form) or postverbal_subject(grammar, index, form)


def are_hit(grammar: Grammar, index: int, behind: list[Range]) -> bool:
    """طردت | الحوثيين, هاجم | المتظاهرين: a plural in ين is no subject, unless its object stands at once behind it.

    Of those killed or seized papers write قتل | مسلحين.
    """
    (head, end), form = behind[0], guessed_form(grammar, index)
    if _as_hostages(grammar, index, head):
        return True
    if not grammar.tokens[head].word.bare.endswith("ين") or not grammar.phrases.has_nun(head):
        return False
    if form.gender != "f" and len(behind) > 1 and behind[1][0] == end and grammar.phrases.is_definite(head):
        return False
    word = grammar.tokens[index].word
    rows = [found.sense.entry for found in word.all("trigger", "verb") if isinstance(found.sense.entry, Trigger)]
    if not any(row.frame == "AO" for row in rows):
        return False
    noun = word.find("trigger", "noun") is not None and not word.conjunction and grammar.tokens[index - 1].norm != "ثم"
    return form.gender == "f" or not (noun or any(row.group in _WHOSE_DOER_IS_LEFT_OUT for row in rows))


def _as_hostages(grammar: Grammar, index: int, head: int) -> bool:
    """ضابط كانت تحتجزه | رهينة, احتجزتهم | رهائن: as what somebody is held behind a verb of seizing, who holds nobody."""
    rows = (found.sense.entry for found in grammar.tokens[index].word.all("trigger", "verb"))
    seizes = any(isinstance(row, Trigger) and row.type == "COERCE" for row in rows)
    return seizes and grammar.tokens[head].word.core in _HOSTAGES


_HOSTAGES = ("رهينه", "رهائن", "اسيرا")


def is_band(grammar: Grammar, index: int, where: Range) -> bool:
    """هاجمت | مجموعة من المسلحين القرية: a band does what a feminine verb tells, unless the verb kills, seizes or frees.

    اعتقلت | مجموعة من المسلحين أمس خمسة سكان: with those that it kills or seizes right behind it, a band does that too.
    """
    band = grammar.tokens[where[0]].word
    if "source" not in band.labels or not band.bare.endswith("ة"):
        return False
    if grammar.light(index) == "actor" or _has_more(grammar, where[1]):
        return True
    rows = [found.sense.entry for found in grammar.tokens[index].word.all("trigger", "verb")]
    return bool(rows) and not any(isinstance(row, Trigger) and row.group in _WHOSE_DOER_IS_LEFT_OUT for row in rows)


def _has_more(grammar: Grammar, at: int) -> bool:
    """مجموعة من المسلحين أمس | خمسة سكان: whether a number or an indefinite noun stands behind a phrase, a time aside."""
    while at < len(grammar.tokens) and (at in grammar.date_at or grammar.parts[at] == ADVERB):
        at = grammar.date_at[at].end if at in grammar.date_at else at + 1
    if at >= len(grammar.tokens) or grammar.tokens[at].word.conjunction or grammar.phrases.preposition_of(grammar.tokens[at]):
        return False
    return grammar.parts[at] in (NUMERAL, QUANTIFIER) or (grammar.parts[at] == NOUN and grammar.phrases.begins(at))


def seized_beside_dead(grammar: Grammar, index: int) -> bool:
    """إن مسلحا قتل | واعتقل ثلاثة آخرون: behind a verb of being killed with nobody of its own, who is dead seizes nobody."""
    word = grammar.tokens[index].word
    if not word.conjunction or index < 1 or grammar.parts[index - 1] != VERB or grammar.parts[index + 1 : index + 2] != [NUMERAL]:
        return False
    seized = [found.sense.entry for found in word.all("trigger", "verb")]
    killed = [found.sense.entry for found in grammar.tokens[index - 1].word.all("trigger", "verb")]
    held = any(isinstance(row, Trigger) and row.group == "arrest" for row in seized)
    return held and any(isinstance(row, Trigger) and row.group == "result" and row.kind == "killed" for row in killed)


_WHOSE_DOER_IS_LEFT_OUT = frozenset({"result", "arrest", "free", "meet"})


def owning(pronoun: str) -> VerbForm:
    """A pronoun on a noun as the form of a verb whose subject it would be."""
    return VerbForm("perfect", 3, "f" if pronoun == "ها" else "m", "p" if pronoun in ("هم", "هما", "هن") else "s")


def for_whom(grammar: Grammar, index: int, form: VerbForm) -> Range | None:
    """سبق | للحوثيين أن استهدفوا, يمكن | للقوات أن تهاجم, طلب | من القوات أن تنسحب: who does what stands behind أن."""
    that = index - 1
    if that < _VERB_AND_WHOM or grammar.tokens[that].norm != "ان" or grammar.parts[that] != THAT:
        return None
    for head in range(that - 1, max(grammar.clause_start(that), that - _WHOM) - 1, -1):
        apart = grammar.parts[head - 1] == PREPOSITION and grammar.tokens[head - 1].norm == "من"
        if not (apart or grammar.tokens[head].word.preposition == "ل"):
            continue
        verb = head - 1 - apart
        if grammar.parts[verb] != VERB or ("cue" in grammar.tokens[verb].word.labels and not apart):
            return None
        fits = form.number != "s" or grammar.agrees(form, head, before=True)
        return (head, that) if fits and grammar.phrases.end(head, that, SUBJECT) == that else None
    return None


_VERB_AND_WHOM, _WHOM = 2, 6
