"""Who speaks through a paper: its author, whoever issued or sent it, the body whose paper a bare البيان is."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Cue, Noun
from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import PREPOSITION, RELATIVE, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.clauses import subject_of
from riwaya.read.clauses.entities import entity_of
from riwaya.read.clauses.papers import describes_object, is_carrier, is_paper, paper_at
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT
from riwaya.read.sayings.attribution import Attribution
from riwaya.read.sayings.described_films import is_described_film
from riwaya.read.sayings.unspoken import is_received
from riwaya.read.speakers.agreement import animate, is_one
from riwaya.read.speakers.contents import Said
from riwaya.read.speakers.continued import interviewed, nested, same_paper
from riwaya.read.speakers.identities import lands
from riwaya.read.speakers.mentions import Cast
from riwaya.read.speakers.pointers import pointed_at
from riwaya.read.words.parts import IN_IT


def issuer(grammar: Grammar, subject: Range) -> Range:
    """Who speaks through a paper: the office behind it, not the paper (بيان صدر عن المكتب، تقرير المنظمة)."""
    if not is_paper(grammar, subject[0]) or is_described_film(grammar, subject):
        return subject
    paper = paper_at(grammar, subject[0], grammar.limit(subject[0]))
    if paper is not None and paper.owner is not None:
        return _before_number(grammar, paper.owner)
    behind = subject[0] + 1
    if (marked := _in_marks(grammar, behind, subject[1])) is not None:
        return marked
    genitive = behind < subject[1] and not grammar.phrases.is_definite(subject[0]) and not _of_kind(grammar, behind)
    if genitive and grammar.tokens[behind].word.labels & {"source", "country"} and not grammar.phrases.is_adjective(behind):
        return _before_number(grammar, (behind, subject[1]))
    paper_issued = grammar.phrases.is_channel(subject[0]) and grammar.phrases.is_accusative(subject[0])
    described = all(describes_object(grammar, at) for at in range(subject[0] + 1, subject[1]))
    issued = described and paper_issued  # أصدر الحزب بيانا جديدا | اتهم الجيش
    giver = _giver(grammar, grammar.layout.sentence(subject[0]).start, subject[0]) if issued else None
    return giver or subject


def _before_number(grammar: Grammar, owner: Range) -> Range:
    """قرار مجلس الأمن | رقم 2216: the number is the paper's, not the office's."""
    number = (at for at in range(owner[0] + 1, owner[1]) if grammar.phrases.leads_to_number(at))
    return (owner[0], next(number, owner[1]))


def _in_marks(grammar: Grammar, at: int, end: int) -> Range | None:
    """إحصائية | «يونامي», بيان | «المرصد السوري»: the name in marks right behind a paper is whose it is, if it names somebody."""
    marked = grammar.phrases.in_marks(at, end)
    if marked is None or grammar.phrases.has_article(at - 1):
        return None
    labels = grammar.tokens[marked[0]].word.labels
    known = labels & {"source", "medium"} or grammar.phrases.is_name(marked[0]) or entity_of(grammar, marked) is not None
    return marked if known and not is_paper(grammar, marked[0]) else None


def _of_kind(grammar: Grammar, index: int) -> bool:
    """مقطع | فيديو, تسجيل | مصور: what kind of paper or recording it is."""
    return is_paper(grammar, index) or grammar.tokens[index].norm in ("مصور", "مصوره", "مصورا")


def behind_paper(grammar: Grammar, cast: Cast, act: Attribution, said: Said) -> Range | None:
    """A bare البيان is the last organisation or office that spoke; المصدر نفسه whoever spoke last, no channel that only told it."""
    where = act.subject and (pointed_at(grammar, act.subject) or act.subject)
    if where is None or act.detail == "find" or not grammar.phrases.is_definite(where[0]):
        return None
    head, size, same = where[0], where[1] - where[0], where != act.subject
    if _are_several(grammar, head) and is_paper(grammar, head):
        return None
    if size == 1 and is_paper(grammar, head):
        known = same_paper(grammar, head, said) or _who_spoke_in(grammar, act, said) or issued_before(grammar, head)
        return known or last_official(grammar, act, said)
    if size > 1 or cast.fullest((head, head + 1)) != (head, head + 1):
        return None
    if same and is_the_source(grammar, head) and (teller := _told_by(grammar, act, said)) is not None:
        return teller
    last = next((name for one, name in said.speakers() if not (is_paper(grammar, name[0]) or nested(one, act, said))), None)
    if last is None or is_carrier(grammar, last[0]):
        return None
    if is_the_source(grammar, head) and _are_several(grammar, head):  # وقالت مصادر إن. وتتحدث وسائل إعلام عن. وأكدت | المصادر
        last = next((name for _, name in said.speakers() if is_the_source(grammar, name[0])), last)
    if not is_the_source(grammar, head):
        return last if same and grammar.tokens[last[0]].word.core == grammar.tokens[head].word.core else None
    unknown = grammar.group(last[0], "source") in ("anonymous", "witness") or _are_several(grammar, last[0])
    return None if _are_several(grammar, head) and not unknown else last


def _told_by(grammar: Grammar, act: Attribution, said: Said) -> Range | None:
    """بحسب الوكالة، فإن ... وذكر | المصدر ذاته: by whom the sentence before is told, where its words stand behind him."""
    one = said.spoken[-1] if said.spoken else None
    if one is None or one.act.rule != "according" or one.act.subject is None or one.act.content[0] < one.act.subject[1]:
        return None
    near = grammar.layout.sentence_of[act.cue[0]] - grammar.layout.sentence_of[one.act.cue[0]] == 1
    return one.name or one.act.subject if near else None


def the_official(grammar: Grammar, cast: Cast, act: Attribution, said: Said) -> Range | None:
    """قال رئيس الأركان في اليمن سالم الهاني إن ... ولفت | المسؤول اليمني: an official told by his nation or kind alone spoke last.

    Not where his sentence turns to him (من جهته، أعرب المسؤول الإماراتي), nor if the last speaker is of another nation.
    """
    where = act.subject
    if where is None or grammar.tokens[where[0]].word.core not in _OFFICIALS or not _only_described(grammar, where):
        return None
    first = grammar.layout.sentence(act.cue[0]).start
    if any("switch" in grammar.tokens[k].word.labels for k in range(first, act.cue[0])) or cast.fullest(where) != where:
        return None
    last = next((name for one, name in said.speakers() if not (is_paper(grammar, name[0]) or nested(one, act, said))), None)
    if last is None or not is_one(grammar, last) or len({grammar.gender(where[0]), grammar.gender(last[0])} - {""}) > 1:
        return None
    own, other = lands(grammar, where), lands(grammar, last)
    return None if own and other and own.isdisjoint(other) else last


_OFFICIALS = word_list("official told by his kind")


def _only_described(grammar: Grammar, where: Range) -> bool:
    """المسؤول | الأمني, المسؤول | العسكري التركي: nothing but adjectives behind a noun with the article."""
    described = range(where[0] + 1, where[1])
    alike = all(grammar.phrases.has_article(k) and grammar.phrases.is_adjective(k) for k in described)
    return bool(described) and grammar.phrases.has_article(where[0]) and alike


def _are_several(grammar: Grammar, index: int) -> bool:
    """التقارير: several papers have no one author; المصادر: nobody who spoke alone."""
    found = grammar.tokens[index].word.find("source")
    form = found.sense.form if found else None
    return isinstance(form, NounForm) and form.number == "p"


def is_the_source(grammar: Grammar, index: int) -> bool:
    """المصدر, المصادر: who is called nothing else."""
    found = grammar.tokens[index].word.find("source")
    entry = found.sense.entry if found else None
    return isinstance(entry, Noun) and entry.lemma == "مصدر"


def _issues_papers(grammar: Grammar, index: int) -> bool:
    """Whether an organisation or a body of the state stands at a token."""
    found = grammar.tokens[index].word.find("source")
    entry = found.sense.entry if found else None
    return isinstance(entry, Noun) and entry.group in ("organ", "group") and not is_carrier(grammar, index)


def stood_in(grammar: Grammar, act: Attribution) -> int | None:
    """The paper in which something stood (جاء في البيان، ورد في التقرير): its token, None where the verb is another."""
    word = grammar.tokens[act.cue[0]].word
    if not any(
        isinstance(found.sense.entry, Cue) and found.sense.entry.lemma in ("جاء", "ورد") for found in word.all("cue", "verb")
    ):
        return None
    behind = range(act.cue[1], min(_behind(grammar, act), act.cue[1] + 3))
    return next((at for at in behind if grammar.phrases.is_channel(at) or is_paper(grammar, at)), None)


def came_up(grammar: Grammar, act: Attribution) -> bool:
    """وورد | أن معظم القتلى مدنيون: what has come up, with أن right behind, nobody says."""
    if act.subject is not None or act.rule != "verb_that" or act.content[0] > act.cue[1] + 1:
        return False
    return grammar.tokens[act.cue[0]].norm in ("ورد", "وورد")


def _behind(grammar: Grammar, act: Attribution) -> int:
    """Up to where what stands behind a verb is no content; that may stand before it (قتلوا، حسبما جاء في البيان)."""
    return act.content[0] if act.content[0] >= act.cue[1] else grammar.limit(act.cue[0])


def in_paper(grammar: Grammar, act: Attribution) -> Range | None:
    """Whose paper it is that something stood in (جاء في بيان لوزارة الدفاع, ورد في رسالة الرئيس)."""
    at = stood_in(grammar, act)
    if at is None or act.subject is not None:
        return None
    limit, behind = _behind(grammar, act), at + 1
    paper = (at, grammar.phrases.end(at, limit, SUBJECT))
    if behind < limit and grammar.phrases.begins(behind):
        word = grammar.tokens[behind].word
        his = not is_paper(grammar, at) and not grammar.phrases.has_article(at) and word.labels & {"source", "person"}
        if word.preposition == "ل" or (his and not grammar.phrases.is_adjective(behind)):
            return (behind, grammar.phrases.end(behind, limit, SUBJECT))
    made = issuer(grammar, paper)
    return made if made != paper else None


def _who_spoke_in(grammar: Grammar, act: Attribution, said: Said) -> Range | None:
    """قال المتمردون في بيان إن ... وبحسب | البيان: the last speaker, if it was in such a paper that he said so."""
    one, name = next(said.speakers(), (None, None))
    if one is None or name is None or act.subject is None or is_paper(grammar, name[0]) or nested(one, act, said):
        return None
    kind = grammar.tokens[act.subject[0]].norm.removeprefix("ال")
    between = range(one.act.cue[1], one.act.content[0])
    return name if any(grammar.tokens[k].norm == kind and k not in range(*name) for k in between) else None


def last_official(grammar: Grammar, act: Attribution, said: Said) -> Range | None:
    """The last organisation that spoke, else the last speaker, whose paper is meant where nothing says whose."""
    last: Range | None = None
    for one, name in said.speakers():
        if is_paper(grammar, name[0]) or nested(one, act, said):
            continue
        state = last is None and "country" in grammar.tokens[name[0]].word.labels  # أعلنت البحرين أنها ... وجاء في | بيان أن
        if state or _issues_papers(grammar, name[0]):
            return name
        last = last or name
    return last


def issued_before(grammar: Grammar, paper: int) -> Range | None:
    """أصدرت الوزارة بيانا. وقال | البيان, وجاء في | البيان: who issued such a paper in the sentence before."""
    kind, first = grammar.tokens[paper].word.core, grammar.layout.sentence(paper).start
    if not grammar.phrases.has_article(paper) or first == 0:
        return None
    before = grammar.layout.sentence(first - 1)
    at = next((k for k in range(before.end - 1, before.start, -1) if grammar.tokens[k].norm == f"{kind}ا"), None)
    if at is None or not any(grammar.tokens[k].word.core in _ISSUED for k in range(before.start, at)):
        return None
    return _giver(grammar, before.start, at)


_ISSUED = frozenset({"اصدر", "اصدرت", "يصدر", "تصدر", "اصدروا"})


def spoke_in_it(grammar: Grammar, paper: int, said: Said) -> Range | None:
    """قالت الحركة في بيان إنها ... وقال الجيش ... جاء في | البيان: the last who spoke in such a paper."""
    kind = grammar.tokens[paper].word.core
    if not grammar.phrases.has_article(paper):
        return None
    for one, name in said.speakers():
        between = range(one.act.cue[1], one.act.content[0])
        if any(grammar.tokens[k].norm == kind and k not in range(*name) for k in between):
            return name
    return None


def said_in_his_paper(grammar: Grammar, act: Attribution, said: Said) -> Range | None:
    """وقالت الوزارة في بيان إن ... . | وأوضح أن: a verb in the masculine behind a body of the other gender is said of its paper."""
    first = grammar.layout.sentence(act.cue[0]).start
    if act.gender != "m" or act.number != "s" or act.cue[0] != first or act.rule != "verb_that":
        return None
    one, name = next(((one, name) for one, name in said.speakers() if not nested(one, act, said)), (None, None))
    if one is None or name is None or grammar.gender(name[0]) != "f" or grammar.phrases.is_name(name[0]):
        return None
    if grammar.layout.sentence_of[first] - grammar.layout.sentence_of[one.act.cue[0]] != 1:
        return None
    between = range(one.act.cue[1], one.act.content[0])
    return name if any(grammar.tokens[k].norm in _HIS_PAPERS and grammar.tokens[k - 1].norm == "في" for k in between) else None


_HIS_PAPERS = frozenset({"بيان", "تقرير", "تصريح"})


def of_paper(grammar: Grammar, act: Attribution) -> Range | None:
    """Whose words or paper a verb points back to with فيه or خلاله (تصريحات للرئيس أكد فيها, اتصالا من الوزير دعا خلاله)."""
    behind, first = act.cue[1], grammar.layout.sentence(act.cue[0]).start
    if (whose := _fronted_paper(grammar, act, first)) is not None:
        return whose
    if behind >= len(grammar.tokens) or grammar.tokens[behind].norm not in IN_IT:
        return None
    for at in range(act.cue[0] - 1, max(first, act.cue[0] - _PAPER_REACH) - 1, -1):
        if grammar.phrases.is_channel(at) and at + 1 < act.cue[0]:
            if (sender := _sender(grammar, at, act.cue[0]) or interviewed(grammar, at, act.cue[0])) is not None:
                return sender
            owned = grammar.tokens[at + 1].word.preposition == "ل" or not grammar.phrases.is_definite(at)
            speaks = grammar.tokens[at + 1].word.labels & {"source", "country", "person"}
            other = grammar.phrases.is_accusative(at + 1) or grammar.parts[at + 1] == PREPOSITION
            speaks = frozenset() if other else speaks  # تسجيلا | مصورا, كلمة | أمام الجنود
            if owned and speaks and not (is_paper(grammar, at + 1) or grammar.tokens[at + 1].norm in _OF_PRESS):
                return (at + 1, grammar.phrases.end(at + 1, act.cue[0], SUBJECT))
            return _giver(grammar, first, at)
    return None


def _fronted_paper(grammar: Grammar, act: Attribution, first: int) -> Range | None:
    """وفي بيان للهلال الأحمر | قال إن: whose paper opens the sentence of a verb that names nobody."""
    at, cue = first + 2, act.cue[0]
    if act.subject is not None or not act.rule.startswith("verb") or grammar.tokens[first].word.core != "في" or at >= cue:
        return None
    if not grammar.phrases.is_channel(first + 1) or grammar.tokens[at].word.preposition != "ل" or not grammar.phrases.begins(at):
        return None
    end = grammar.phrases.end(at, cue, SUBJECT)
    return (at, end) if end + grammar.is_comma(end) == cue else None


def called_in_paper(grammar: Grammar, act: Attribution) -> Attribution:
    """أصدرت الحركة بيانا دعت فيه | الشباب إلى: men behind a feminine verb and فيه are called on by whoever issued the paper."""
    called = act.subject
    if called is None or act.addressee is not None or act.act not in _CALLING or called[0] != act.cue[1] + 1:
        return act
    verb = act.cue[0]
    women = grammar.gender(called[0]) == "f" or not grammar.tokens[verb].word.norm.endswith("ت")
    paper = verb - 1 - grammar.is_comma(verb - 1)
    written = paper > 0 and grammar.phrases.is_channel(paper) and grammar.tokens[paper].norm.endswith(("ا", "ه"))
    pointing = grammar.tokens[act.cue[1]].norm in IN_IT
    return changed(act, subject=None, addressee=called) if written and pointing and not women else act


_CALLING = frozenset({"demand", "accuse", "threaten", "warn"})


def _sender(grammar: Grammar, paper: int, limit: int) -> Range | None:
    """تلقت الوكالة بيانا أرسل إلى مراسلها من | حركة الشباب: whom a paper came from."""
    for at in range(paper + 1, limit - 1):
        if grammar.tokens[at].norm == "من" and grammar.tokens[at + 1].word.labels & {"source", "person", "country"}:
            return (at + 1, grammar.phrases.end(at + 1, limit, SUBJECT)) if grammar.phrases.begins(at + 1) else None
    return None


def _giver(grammar: Grammar, first: int, paper: int) -> Range | None:
    """نشرت الحركة شريطا أعلنت فيه: whoever published the paper."""
    verb = next((at for at in range(paper - 1, first - 1, -1) if grammar.parts[at] in (VERB, RELATIVE)), None)
    if verb is None or grammar.parts[verb] == RELATIVE or any(grammar.is_comma(at) for at in range(verb, paper)):
        return None
    if is_received(grammar, paper):  # تلقى الوزير | تقريرا يفيد
        return None
    if (marked := grammar.phrases.in_marks(verb + 1, paper)) is not None:
        return marked  # نشرت «الفجر» شريطا
    subject = subject_of(grammar, verb)
    return subject if subject is not None and animate(grammar, subject[0]) else None


_PAPER_REACH, _OF_PRESS = 14, word_list("of the press")
RULES = (issuer, behind_paper, the_official, in_paper, of_paper)
"""How a paper leads to whoever speaks through it."""
