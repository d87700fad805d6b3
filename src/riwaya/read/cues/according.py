"""According-to phrases and set phrases: what they cover, and who speaks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.formulas import LONGEST, Formula, formula_at, formulas, second_words
from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import ADVERB, NOUN, PREPOSITION, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.adverbials import past_adverbs
from riwaya.read.clauses.asides import spoken_to_end, unnamed_speaker
from riwaya.read.clauses.between import past_dashes
from riwaya.read.clauses.papers import is_paper, paper_at, stands_in
from riwaya.read.cues.covered import RELATIVE_REACH, covered, past_dates
from riwaya.read.cues.feelings import feels
from riwaya.read.cues.impersonal import impersonal, pretext
from riwaya.read.cues.listeners import medium_told, past_listener, talked_to, told_end
from riwaya.read.cues.set_beside import is_beside, is_his_remark
from riwaya.read.cues.tellers import names_source
from riwaya.read.grammar import Grammar, Range, per_document
from riwaya.read.phrases.manners import Manner
from riwaya.read.sayings.attribution import Attribution
from riwaya.read.sayings.colon_cited import is_in_head
from riwaya.read.sayings.landmarks import TO_CONTENT, answered, is_told, shows_only, takes_stand, told_back, with_cause
from riwaya.read.sayings.offices import with_office

_SOURCE = Manner(stops=frozenset({"ب", "عن", "علي", "الي"}))


def formula_of(grammar: Grammar, index: int) -> Formula | None:
    """The set phrase that begins at a token, its conjunction aside."""
    return formulas_of(grammar).get(index)


@per_document
def formulas_of(grammar: Grammar) -> dict[int, Formula]:
    """The token at which a set phrase begins → the phrase."""
    openers = _openers()
    found = ((at, _formula_at(grammar, at, openers[norm])) for at, norm in enumerate(grammar.layout.norms) if norm in openers)
    return {at: formula for at, formula in found if formula is not None}


@cache
def _openers() -> dict[str, str]:
    """How a set phrase may begin, و and ف written on it or not → its first word."""
    return {first: first for first in formulas()} | {
        clitic + first: first for first in formulas() for clitic in "وف" if clitic + first not in formulas()
    }


def _formula_at(grammar: Grammar, index: int, first: str) -> Formula | None:
    limit = grammar.layout.sentence(index).end
    if not _may_go_on(grammar, index + 1, limit, second_words()[first]):
        return None
    words = [first, *(_plain_that(grammar, k) for k in range(index + 1, min(limit, index + LONGEST)))]
    found = formula_at(words)
    if found is None and index + 1 < limit:
        split = grammar.phrases.preposition_of(grammar.tokens[index + 1])
        found = formula_at([first, split]) if split else None
        return found._replace(length=1) if found else None
    return found


def _may_go_on(grammar: Grammar, behind: int, limit: int, seconds: frozenset[str]) -> bool:
    """Whether the second word of a set phrase stands behind its first (من | المعروف, not من | القرية), where it has one."""
    if "" in seconds:
        return True
    if behind >= limit:
        return False
    return _plain_that(grammar, behind) in seconds or grammar.phrases.preposition_of(grammar.tokens[behind]) in seconds


def _plain_that(grammar: Grammar, index: int) -> str:
    """The folded word; a complementiser without its pronoun (تبين أنه is تبين أن)."""
    norm = grammar.tokens[index].norm
    if grammar.parts[index] != THAT:
        return norm
    return "بان" if norm.startswith("ب") else "ان"


def set_phrases(grammar: Grammar, index: int) -> Iterator[Attribution]:
    """The attribution of a set phrase at a token."""
    formula = formula_of(grammar, index)
    if formula is None:
        return
    rule = FORMULAS.get(formula.kind)
    made = rule(grammar, index, formula) if rule else None
    if made is not None:
        yield made


def is_background(grammar: Grammar, index: int) -> bool:
    """Whether a background formula (يذكر أن، تجدر الإشارة) begins here: the outlet itself speaks."""
    formula = formula_of(grammar, index)
    return formula is not None and formula.kind == "background"


def according(grammar: Grammar, index: int, formula: Formula) -> Attribution | None:
    """A set phrase that names the teller of the clause that it opens or closes (وفق مصدر طبي، بحسب الشرطة)."""
    at = index + formula.length
    limit = grammar.limit(index)
    if formula.form == "بزعم" and at < limit and _is_deed(grammar, at):
        return pretext(grammar, index, formula)
    if formula.form == "وفق" and index and grammar.tokens[index - 1].word.core in _GOING:  # تسير | وفق خطة الجيش
        return None
    if is_in_head(grammar, index) or (formula.form == "على لسان" and _speaks_through(grammar, index - 1)):
        return None
    subject: Range | None = None
    listener: Range | None = None
    via: tuple[Range, ...] = ()
    if not formula.form.endswith(("ه", "ها", "هم")) or formula.form in ("وجه",):
        at += _is_word_of(grammar, at, limit)
        told = _told_by(grammar, at, limit) if at < limit else None
        if told is None:
            return None
        subject, at = told
        subject, at = unnamed_speaker(grammar, subject, limit) if at == subject[1] else told
        first, (cited, at) = subject, _cited(grammar, at, limit)
        subject, via = (cited, (first,)) if cited is not None else (first, ())
        listener, at = talked_to(grammar, at, limit)
        at = spoken_to_end(grammar, past_dashes(grammar, at, limit), limit)
        heads = index == grammar.layout.sentence(index).start
        if heads and at < limit and _tells(grammar, at, limit) and not grammar.is_comma(at - 1):
            return None
    if _inside_cue(grammar, index, at, limit) or _only_refers(grammar, index, None if _is_his_paper(grammar, subject) else subject):
        return None
    asked = formula.act == "demand" and index > grammar.layout.sentence(index).start
    content = _asked(grammar, index) if asked else covered(grammar, index, past_dates(grammar, at, limit), limit)
    if content is None:
        return None
    made = Attribution((index, index + 1), formula.act, "report", "neutral", "according", content, subject=subject, via=via)
    return changed(made, addressee=listener)


_GOING = word_list("going by something")


def _is_deed(grammar: Grammar, at: int) -> bool:
    """بزعم | محاولته طعن جندي: a deed is claimed; بزعم | الشرطة names who claims."""
    if "source" in grammar.tokens[at].word.labels:
        return False
    return "light" in grammar.tokens[at].word.labels or grammar.phrases.is_masdar(at) or grammar.phrases.is_event_noun(at)


def _speaks_through(grammar: Grammar, verb: int) -> bool:
    """حذرت الوزارة، | على لسان الناطق باسمها من: a verb of telling with its content to come; جاء or نشر على لسان has told."""
    first = max(0, verb - _WHO_SPEAKS)
    while verb > first and (grammar.is_comma(verb) or grammar.parts[verb] == PREPOSITION or _is_plain(grammar, verb)):
        verb -= 1
    found = grammar.tokens[verb].word.find("cue", "verb") if verb >= 0 and grammar.parts[verb] == VERB else None
    return found is not None and isinstance(found.sense.entry, Cue) and found.sense.entry.lemma not in _STOOD


def _is_plain(grammar: Grammar, at: int) -> bool:
    people = grammar.tokens[at].norm.endswith("ين")  # المنسقية العامة | للنازحين
    return grammar.parts[at] == NOUN and (people or not grammar.phrases.is_event_noun(at))


_WHO_SPEAKS = 9
_STOOD = frozenset({"جاء", "ورد", "أتى", "نشر", "نقل"})


def _told_by(grammar: Grammar, at: int, limit: int) -> tuple[Range, int] | None:
    """The phrase of whoever tells, and the token behind it: whoever issued a paper, behind all that is told of the paper."""
    paper = paper_at(grammar, at, limit)
    if paper is None and not names_source(grammar, at):
        return None
    subject = (at, with_cause(grammar, grammar.phrases.end(at, limit, _SOURCE), limit))
    if paper is None:
        subject = with_office(grammar, subject, limit)
        return subject, subject[1] + (grammar.layout.norms[subject[1] : subject[1] + 1] in (["له"], ["لها"], ["لهم"]))
    return paper.owner or (at, min(subject[1], paper.end)), paper.end


def _is_his_paper(grammar: Grammar, subject: Range | None) -> bool:
    """قال الحزب إن ...، وفق | بيان | له, بيانات منفصلة | لها: a paper of whoever has been named."""
    if subject is None or not is_paper(grammar, subject[0]):
        return False
    return grammar.layout.norms[subject[1] : subject[1] + 1] in (["له"], ["لها"], ["لهم"])


def _only_refers(grammar: Grammar, index: int, subject: Range | None) -> bool:
    """قال إن ...، بحسب قوله, جاء ذلك على لسان فلان: what has its teller already, or says nothing itself."""
    first = grammar.layout.sentence(index).start
    if index - first in (2, 3) and grammar.tokens[index - 2].word.core in ("جاء", "ياتي", "ورد"):
        return True
    if subject is None and any(grammar.parts[k] == VERB and "cue" in grammar.tokens[k].word.labels for k in range(first, index)):
        return True
    if subject is None or subject[1] - subject[0] > 1 or not grammar.phrases.is_saying(subject[0]):
        return False
    return any(_tells(grammar, k, index) for k in range(first, index))


def _asked(grammar: Grammar, index: int) -> Range | None:
    """أعلن الهدنة بناء على طلب فلان: what was asked for is the event noun before the phrase."""
    first = grammar.clause_start(index)
    for at in range(index - 1, first - 1, -1):
        described = at > first and grammar.parts[at - 1] == RELATIVE
        if grammar.parts[at] == VERB and "trigger" in grammar.tokens[at].word.labels and not described:
            return None
        if grammar.phrases.is_event_noun(at):
            return (at, index) if grammar.tokens[index - 1].raw not in "-–—،," else (at, index - 1)
    return None


def _inside_cue(grammar: Grammar, index: int, behind: int, limit: int) -> bool:
    """أفادت مصادر بحسب القناة بأن: the phrase stands between a reporting verb and its content, it only carries."""
    dashed = behind < limit and grammar.tokens[behind].raw in "-–—" and grammar.tokens[index - 1].raw in "-–—"
    while behind < limit and (
        grammar.parts[behind] == ADVERB or grammar.is_comma(behind) or (dashed and grammar.tokens[behind].raw in "-–—")
    ):
        behind += 1
    if behind + 2 < limit and grammar.parts[behind] == PREPOSITION and grammar.phrases.is_channel(behind + 1):
        behind += 2
    if behind < limit and grammar.parts[behind] in (RELATIVE, VERB):  # نقلا عن مسلحين | فروا من عدن، أن
        behind = next((k for k in range(behind, min(limit, behind + RELATIVE_REACH)) if grammar.parts[k] == THAT), behind)
    opens = behind < limit and (grammar.parts[behind] == THAT or (dashed and _is_object(grammar, behind)))
    if not opens:
        return False
    first = max(grammar.layout.sentence(index).start, index - 6)
    return any(grammar.tokens[k].word.find("cue", "verb") and grammar.parts[k] == VERB for k in range(first, index))


def _is_object(grammar: Grammar, index: int) -> bool:
    """What a reporting verb before the dashes still waits for: a quotation or an event noun."""
    return index in grammar.layout.closing or grammar.phrases.is_event_noun(index) or grammar.phrases.is_masdar(index)


def _is_word_of(grammar: Grammar, at: int, limit: int) -> bool:
    """بحسب إعلان | البلدية, وفق تصريح | الوزير: a noun of saying before whoever said it; وفق مقترح الوزير is a plan of his."""
    if at + 1 >= limit or grammar.phrases.is_definite(at) or "basis" in grammar.tokens[at].word.labels:
        return False
    if not grammar.tokens[at].word.find("cue", "noun"):
        return False
    return bool(grammar.tokens[at + 1].word.labels & {"source", "country", "medium"}) and grammar.phrases.begins(at + 1)


def said_by(grammar: Grammar, index: int, formula: Formula) -> Attribution | None:
    """A clause set beside what is said: its verb names the act, its subject the teller (حسبما أعلن الجيش، كما أفاد شهود)."""
    verb = index + formula.length
    limit = grammar.limit(index)
    if verb >= limit or (formula.form.startswith("على ما") and answered(grammar, index)):
        return None
    found = grammar.tokens[verb].word.find("cue", "verb")
    if found is None or not isinstance(found.sense.entry, Cue) or grammar.parts[verb] not in (VERB,):
        return None
    stands = formula.form.endswith(_WHICH) and takes_stand(grammar, verb, found.sense.entry, found)
    if not _tells_beside(grammar, verb, found.sense.entry) and not stands:
        return None
    if found.pronoun and verb + 1 < limit and grammar.tokens[verb + 1].norm == "من":  # على ما أبدوه | من شجاعة
        return None
    subject, via, at = _teller(grammar, verb + 1, limit, found.sense.entry)
    named = subject if subject is not None and grammar.group(subject[0], "source") != "document" else None  # في تقرير | لوكالة
    told = named and (medium_told(grammar, verb + 1, named[0]) or medium_told(grammar, named[1], at))
    if subject is not None and grammar.phrases.preposition_of(grammar.tokens[subject[0]]) == "ب":  # كما نوه | بتعاونهم
        return None
    if subject is None and _only_paper(grammar, index, found.sense.entry):
        return None
    loose = formula.form.endswith("هذا ما") and not told_back(grammar, verb, found, subject)
    loose = loose or (formula.form.endswith(_WHICH) and shows_only(grammar, verb, found, subject))
    goes_on = at < limit and (grammar.tokens[at].norm in found.sense.entry.preps or feels(grammar, at))  # كما أعلن | عن نقص الوقود
    speaks = subject is not None and not (formula.form == "كما" and _is_deed(grammar, subject[0]))  # كما نفت | استهداف المدنيين
    beside = speaks and not goes_on and is_beside(grammar, index, at, limit, found.sense.entry)
    beside = beside or (subject is None and not goes_on and is_his_remark(grammar, index, at, limit, found))
    if loose or (formula.form == "كما" and not beside):
        return None
    content = covered(grammar, index, past_dates(grammar, at, limit), limit)
    if content is None or _splits_cue(grammar, content[0], index) or (stands and content[0] > index):
        return None
    content = content[0], index if stands and content[0] < index < content[1] else content[1]
    form, entry = found.sense.form, found.sense.entry
    gender = form.gender if isinstance(form, VerbForm) and form.gender != "c" else ""
    made = Attribution((verb, verb + 1), entry.act, entry.detail, entry.distance, "said_by", content, subject=subject)
    return changed(made, gender=gender, via=via, addressee=told)


def _tells_beside(grammar: Grammar, verb: int, cue: Cue) -> bool:
    """Not كما يعد | أهم الطرق, كما يواصل | الجيش القصف; nor وهو ما رأى فيه | تهديدا, where the judgement is to come."""
    seen_in = cue.lemma == "رأى" and grammar.layout.norms[verb + 1 : verb + 2] == ["فيه"]
    return cue.act in _TOLD_ACTS and not cue.frames & {"light", "label"} and cue.lemma not in _JUDGING and not seen_in


_JUDGING = frozenset({"عد", "اعتبر", "واصل"})


def _splits_cue(grammar: Grammar, start: int, index: int) -> bool:
    """وأشار، وفقا لما أوردته الصحيفة، إلى: a reporting verb alone before it is not what is told."""
    end = index - 1 if grammar.is_comma(index - 1) else index
    return end == start + 1 and grammar.parts[start] == VERB and "cue" in grammar.tokens[start].word.labels


def _teller(grammar: Grammar, at: int, limit: int, cue: Cue) -> tuple[Range | None, tuple[Range, ...], int]:
    """Who tells behind the verb, who carries it (حسبما علمت الوكالة من مصادر, وفق ما نقلت عن شهود), and the token behind both."""
    while at < limit and (behind := at + 1 if _is_pronoun_phrase(grammar, at) else past_adverbs(grammar, at, limit)) > at:
        at = behind
    if at < limit and grammar.tokens[at].word.preposition == "ل" and grammar.phrases.begins(at):
        behind = told_end(grammar, at, grammar.phrases.end(at, limit, _SOURCE))
        at = behind if behind < limit and grammar.phrases.begins(behind) else at
    at += cue.detail == "document" and stands_in(grammar, at, limit)
    subject, at = _named_teller(grammar, at, limit)
    if subject is None:
        return None, (), at
    if cue.detail in ("notify", "tell"):
        subject, behind = _before_told(grammar, subject, at)
        at = min(behind, limit)
    at = past_listener(grammar, past_dates(grammar, at, limit), limit)
    learned = (cue.detail, grammar.tokens[at].norm) == ("learn", "من") if at + 1 < limit else False
    learned = learned or ("relay" in cue.frames and at + 1 < limit and grammar.tokens[at].norm == "عن")
    told, behind = _named_teller(grammar, at + 1, limit) if learned else _cited(grammar, at, limit)
    return (subject, (), at) if told is None else (told, (subject,), behind)


def _before_told(grammar: Grammar, subject: Range, at: int) -> tuple[Range, int]:
    """كما أبلغ سكان | «صوت الجبل»، كما أخبرت مصادر محلية | «الرأي»: the paper in marks that is told is no part of who tells."""
    opened = next((k for k in range(subject[0] + 1, at + 1) if k in grammar.layout.closing), None)
    return (subject, at) if opened is None else ((subject[0], min(opened, subject[1])), grammar.layout.closing[opened] + 1)


def _cited(grammar: Grammar, at: int, limit: int) -> tuple[Range | None, int]:
    """وفق ما أفاد المراسل | نقلا عن مصادر طبية: behind نقلا عن stands who told it to the teller."""
    if grammar.layout.norms[at : at + 2] != ["نقلا", "عن"] or at + 2 >= limit:
        return None, at
    return _named_teller(grammar, at + 2, limit)


def _named_teller(grammar: Grammar, at: int, limit: int) -> tuple[Range | None, int]:
    """Who is named at a token, in marks or not (حسبما أفادت «رويترز», حسبما أفاد شهود), and the token behind him."""
    if at >= limit:
        return None, at
    if (named := grammar.phrases.in_marks(at, limit)) is not None:
        return named, named[1] + 1
    if not grammar.phrases.begins(at):
        return None, at
    if (paper := paper_at(grammar, at, limit)) is not None and paper.owner is not None:  # كما أفاد | بيان صادر عن الشرطة
        return paper.owner, paper.end
    end = _before_agency(grammar, at, grammar.phrases.end(at, limit, _SOURCE))
    end = with_office(grammar, (at, _named_behind_region(grammar, at, end, limit)), limit)[1]
    return unnamed_speaker(grammar, (at, end), limit)


def _named_behind_region(grammar: Grammar, at: int, end: int, limit: int) -> int:
    """كما أفاد مسؤول الملف | شمال الضفة سالم الهاني: for which side of a land somebody is in office, and then his name."""
    if end + 2 >= limit or "source" not in grammar.tokens[at].word.labels or "direction" not in grammar.tokens[end].word.labels:
        return end
    region = grammar.place_at.get(end) or grammar.place_at.get(end + 1)
    name = region.end if region is not None else end + 2
    return grammar.phrases.end(name, limit, _SOURCE) if name < limit and grammar.phrases.is_name(name) else end


def _only_paper(grammar: Grammar, index: int, cue: Cue) -> bool:
    """قالت الوزارة إن ...، حسبما جاء في بيان: the paper of whoever speaks already."""
    return cue.detail == "document" and is_told(grammar, grammar.layout.sentence(index).start, index)


_TOLD_ACTS = frozenset({"assert", "assess", "deny", "admit", "claim_responsibility"})
"""What a verb behind حسبما or على ما does; على ما يحملونه من سلاح tells nothing."""


def _before_agency(grammar: Grammar, start: int, end: int) -> int:
    """أفاد مصدر أمني | وكالة الأنباء: whoever was told is no part of who tells."""
    carriers = ("وكاله", "قناه", "صحيفه", "اذاعه", "تلفزيون")
    told = (k for k in range(start + 1, end) if grammar.tokens[k].word.core in carriers and not grammar.tokens[k].word.preposition)
    return next((k for k in told if grammar.phrases.is_complete(k - 1)), end)


def _is_pronoun_phrase(grammar: Grammar, at: int) -> bool:
    """به، عنها، عليه, فيه: a preposition with its pronoun."""
    found = grammar.tokens[at].word.find("prep")
    return grammar.tokens[at].norm in ("به", "بها", "له", "لها") or (found is not None and found.pronoun in ("ه", "ها"))


def _tells(grammar: Grammar, at: int, index: int) -> bool:
    """Whether a reporting verb with its complementiser or quotation stands at a token."""
    if grammar.parts[at] != VERB or "cue" not in grammar.tokens[at].word.labels:
        return False
    return any(grammar.parts[k] == THAT or k in grammar.layout.closing for k in range(at + 1, min(index, at + TO_CONTENT)))


_WHICH = ("هو ما", "الأمر الذي")
FORMULAS = {"impersonal": impersonal, "pretext": pretext, "according": according, "said_by": said_by}
