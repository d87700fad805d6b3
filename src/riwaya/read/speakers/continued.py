"""Who goes on speaking where the subject is dropped: whoever says it in his own words, opened the paragraph, or is cited."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.gazetteer import state_of_capital
from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, QUANTIFIER, RELATIVE, THAT, VERB
from riwaya.read.clauses.clauses import guessed_form, subject_of
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.papers import is_carrier, is_paper
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SHORT, SUBJECT
from riwaya.read.sayings.attribution import Attribution
from riwaya.read.speakers.agreement import agree, animate
from riwaya.read.speakers.contents import Said, Spoken


def own_words(grammar: Grammar, act: Attribution, said: Said) -> Range | None:
    """قال الوزير إن الباخرة وصلت، ولذلك نطلب مراقبين: what stands in the first person in somebody's words is his."""
    found = grammar.tokens[act.cue[0]].word.find("cue", "verb")
    form = found.sense.form if found is not None else None
    outer = said.around(act.cue[0]) if isinstance(form, VerbForm) and form.person == 1 else None
    return outer.name if outer is not None else None


def did_before(grammar: Grammar, act: Attribution, said: Said) -> Range | None:
    """وقام الوزير بزيارة للجنود. | وأشاد بهم: the person who opened the paragraph, if nobody has spoken in it yet."""
    sentence = grammar.layout.sentence_of[act.cue[0]]
    here = grammar.layout.sentences[sentence]
    already = grammar.tokens[here.start].norm == "وقد"  # يحاول فاضل دخول المدينة. | وقد هدد باستخدام القوة
    joined = (already or bool(grammar.tokens[act.cue[0]].word.conjunction)) and act.detail != "add"
    if sentence == 0 or act.cue[0] != here.start + already or not joined:
        return None
    before = grammar.layout.sentences[sentence - 1]
    turns = "switch" in grammar.tokens[before.start].word.labels  # بدوره، | يسعى الرئيس إلى. وقال
    verb = _main_verb(grammar, before.start, here.start) if already or turns else before.start
    if said.named_between(before.start, here.start) or verb is None or grammar.parts[verb] != VERB:
        return None
    if before.paragraph != here.paragraph and not _alone(grammar, sentence - 1):
        return None
    subject = subject_of(grammar, verb)
    if subject is None or not agree(grammar, act, subject) or any(grammar.tokens[k].word.conjunction for k in range(*subject)):
        return None
    alone = subject[1] - subject[0] == 1 and not grammar.tokens[subject[0]].word.labels and animate(grammar, subject[0])
    known = any(grammar.phrases.is_definite(k) or grammar.phrases.is_proper(k) for k in range(*subject))
    title = grammar.phrases.is_title(subject[0]) and known
    return subject if alone or title or grammar.phrases.is_name(subject[0]) else None


def _main_verb(grammar: Grammar, start: int, end: int) -> int | None:
    """منذ تعيينه من قبل البرلمان | يحاول فاضل: the first verb of a sentence, where no clause stands before it."""
    for at in range(start, end):
        if grammar.parts[at] in (VERB, THAT, RELATIVE):
            return at if grammar.parts[at] == VERB else None
    return None


def _alone(grammar: Grammar, sentence: int) -> bool:
    """Whether a sentence is a paragraph of its own."""
    sentences = grammar.layout.sentences
    own = sentences[sentence].paragraph
    return own > 0 and all(sentences[near].paragraph != own for near in (sentence - 1, sentence + 1) if 0 <= near < len(sentences))


def accuser_of(grammar: Grammar, act: Attribution, said: Said) -> Range | None:
    """اعتقلت الشرطة رجلا بتهمة القتل: the body that did what the charge is for; nobody where that is a noun or passive."""
    first = grammar.clause_start(act.cue[0])
    verb = next((at for at in range(act.cue[0] - 1, first - 1, -1) if grammar.parts[at] == VERB), None)
    if verb is None or "cue" in grammar.tokens[verb].word.labels:
        return None
    if grammar.parts[verb - 1] == THAT and grammar.tokens[verb - 1].norm.endswith(("ها", "نه")):
        outer = said.around(verb)  # ذكرت الشرطة أنها | أوقفت ستين شابا بتهمة
        return outer.name if outer is not None and outer.name is not None and animate(grammar, outer.name[0]) else None
    subject = subject_of(grammar, verb)
    if subject is None or "country" in grammar.tokens[subject[0]].word.labels:
        return subject
    armed = grammar.group(subject[0], "person") == "militant" and grammar.phrases.is_definite(subject[1] - 1)  # مسلحو الحركة
    return subject if armed or grammar.group(subject[0], "source") in ("organ", "group") else None


def by_whose_hand(grammar: Grammar, act: Attribution) -> Range | None:
    """قتل فتى برصاص | الجيش | بزعم محاولته الطعن: whoever shot him gives the pretext, not the dead; empty where nobody is named."""
    first = grammar.layout.sentence(act.cue[0]).start
    for at in range(act.cue[0] - 1, first - 1, -1):
        word = grammar.tokens[at].word
        if word.preposition == "ب" and word.core in _SHOT and at + 1 < act.cue[0] and grammar.phrases.begins(at + 1):
            return at + 1, grammar.phrases.end(at + 1, act.cue[0], SHORT)
        if grammar.parts[at] == VERB:
            return (at, at) if any(entry.lemma == "استشهد" for entry in entries_at(grammar, at)) else None
    return None


_SHOT = frozenset({"رصاص", "نيران"})


def cited_inside(grammar: Grammar, act: Attribution, here: list[Spoken]) -> Range | None:
    """قالت الوزارة إن الوزير شدد على الحوار، معتبرا: where the speaker does not agree, whoever he tells of does."""
    inside = (one for one in reversed(here) if one.name is not None and inside_other(one, here))
    told_of = next((one.name for one in inside if one.name is not None and agree(grammar, act, one.name)), None)
    return told_of if told_of is not None else _who_cites(grammar, act, here)


def _who_cites(grammar: Grammar, act: Attribution, here: list[Spoken]) -> Range | None:
    """نقلت الوكالة عن مصدر أن، | مشيرة إلى: where whom it cites does not agree, a participle is of the paper that cites him."""
    last = here[-1] if here else None
    if last is None or last.act.rule != "relay" or not last.act.via:
        return None
    paper = min(last.act.via)
    return paper if agree(grammar, act, paper) else None


def goes_on_inside(grammar: Grammar, act: Attribution, here: list[Spoken]) -> Range | None:
    """قال المسؤول إن الوزير طالب بالهدنة | مهددا بالرد: with no comma before it, a participle is of whoever is told of last."""
    last = here[-1] if len(here) > 1 and act.rule.startswith("participle") else None
    if last is None or last.name is None or not last.act.rule.startswith("verb") or not agree(grammar, act, last.name):
        return None
    heads = any(last.act.subject and one.act.content[0] == last.act.subject[0] for one in here[:-1])
    told = is_past(grammar, last.act.cue[0])
    apart = any(grammar.is_comma(at) for at in range(last.act.cue[0], act.cue[0]))
    return last.name if heads and told and not apart else None


def they_say(grammar: Grammar, act: Attribution, said: Said) -> Range | None:
    """تظاهر آلاف للمطالبة برحيل الوزير، الذي | يتهمونه بـ: who speak in the plural behind a relative inside what several demand."""
    relative = act.cue[0] > 0 and grammar.parts[act.cue[0] - 1] == RELATIVE
    outer = said.around(act.cue[0]) if act.number == "p" and relative else None
    return outer.name if outer is not None and outer.name is not None and agree(grammar, act, outer.name) else None


def inside_other(one: Spoken, here: list[Spoken]) -> bool:
    """Whether a cue stands in the content of another act."""
    others = (other for other in here if other is not one and other.act.rule != "according")
    return any(other.act.content[0] <= one.act.cue[0] < other.act.content[1] for other in others)


def told_in_passing(grammar: Grammar, one: Spoken, act: Attribution) -> bool:
    """قطعت الشركة الغاز عن شركة | ترفض الدفع، وهددت: who is only told of with a verb in the imperfect does not go on."""
    who, cue = one.act.subject, one.act.cue[0]
    if who is None or who[1] > cue or who[0] < 1 or not act.rule.startswith("verb") or not is_past(grammar, act.cue[0]):
        return False
    describes = grammar.parts[cue - 1] == RELATIVE or (who[1] == cue and not grammar.phrases.is_definite(who[0]))
    governed = grammar.parts[who[0] - 1] in (PREPOSITION, NOUN) or bool(grammar.tokens[who[0]].word.preposition)
    return describes and governed and not is_past(grammar, cue)


def is_past(grammar: Grammar, verb: int) -> bool:
    """هدد, وهددت: a reporting verb in the perfect."""
    return any(getattr(found.sense.form, "tense", "") == "perfect" for found in grammar.tokens[verb].word.all("cue", "verb"))


def leans_on_nobody(grammar: Grammar, act: Attribution, said: Said) -> bool:
    """وأوضح أن الكثير منهم فروا، | مبينا أن: a participle goes with the verb before it, even where nobody is found for that."""
    if not act.rule.startswith("participle") or not said.spoken:
        return False
    last = said.spoken[-1]
    near = last.act.rule.startswith("verb") and last.act.content[0] <= act.cue[0] and last.act.content[1] >= act.cue[0] - 1
    return near and last.name is None and not last.act.agentless and last.act.gender == act.gender


def was_announced(grammar: Grammar, act: Attribution, said: Said) -> bool:
    """وقالت المصادر إن الطريق مقطوع. | وأعلن عن | إغلاق المطار: where the last who spoke cannot go on, nobody has announced it."""
    index = act.cue[0]
    opens = index == grammar.layout.sentence(index).start and grammar.layout.norms[index + 1 : index + 2] == ["عن"]
    if not opens or act.subject is not None or grammar.tokens[index].norm not in ("واعلن", "اعلن"):
        return False
    last = next((one for one in reversed(said.named) if not nested(one, act, said)), None)
    return last is not None and last.name is not None and not agree(grammar, act, last.name)


def same_paper(grammar: Grammar, index: int, said: Said) -> Range | None:
    """يفيد تقرير غربي بأن ... وقال | التقرير: the paper that spoke last, where the report does not say whose it is."""
    kind = grammar.tokens[index].norm.removeprefix("ال")
    last = next((name for _, name in said.speakers()), None)
    same = last is not None and last[1] - last[0] > 1 and is_paper(grammar, last[0]) and grammar.tokens[last[0]].norm == kind
    return last if same else None


def interviewed(grammar: Grammar, paper: int, limit: int) -> Range | None:
    """مقابلة مع أبي مالك قال فيها: whom an interview was held with, no channel."""
    behind = paper + 2
    if behind >= limit or grammar.tokens[paper + 1].norm != "مع" or not grammar.phrases.begins(behind):
        return None
    if grammar.tokens[behind].word.labels & {"medium", "channel"} or is_carrier(grammar, behind):
        return None
    return behind, grammar.phrases.end(behind, limit, SUBJECT)


def just_cited(grammar: Grammar, act: Attribution, said: Said) -> Range | None:
    """وفقا لمدير الشرطة، وقال: whoever the same sentence or the one before it named as its source, if nobody else spoke."""
    last = said.spoken[-1] if said.spoken else None
    if last is None or last.act.rule != "according" or last.name is None or not agree(grammar, act, last.name):
        return None
    return last.name if grammar.layout.sentence_of[act.cue[0]] - grammar.layout.sentence_of[last.act.cue[0]] <= 1 else None


def cited_first(grammar: Grammar, act: Attribution, said: Said) -> Range | None:
    """وطبقا للوزيرة، فإن الجسر فتح. | وأشارت إلى: whoever this sentence or the one before opens with as its source, if no other
    has spoken since."""
    sentence = grammar.layout.sentence_of[act.cue[0]]
    since: set[int] = set()
    for one in said.spoken[: -_LAST_SPOKEN - 1 : -1]:
        near = grammar.layout.sentence_of[one.act.cue[0]]
        if near < sentence - 1 or (near < sentence and act.cue[0] > grammar.layout.sentences[sentence].start):
            return None
        if one.act.rule == "according":
            opens = one.act.cue[0] == grammar.layout.sentences[near].start and one.act.content[1] <= act.cue[0]
            alone = opens and one.act.content[0] not in since  # وطبقا للوزيرة، قالت الحكومة إن
            return one.name if alone and one.name is not None and _is_he(grammar, act, one.name) else None
        if one.name is not None and not nested(one, act, said):
            return None
        since.add(one.act.cue[0])
    return None


_LAST_SPOKEN = 20


def _is_he(grammar: Grammar, act: Attribution, name: Range) -> bool:
    """Whether a source of the gender of a verb is its subject; no paper, and none that only carries, but for a participle."""
    papers = is_paper(grammar, name[0]) or is_carrier(grammar, name[0]) or "medium" in grammar.tokens[name[0]].word.labels
    papers = papers and not act.rule.startswith("participle")  # ووفقا للشبكة، فإن القصف استهدف مخيما، | مشيرة إلى
    return not papers and act.gender == grammar.gender(name[0]) and agree(grammar, act, name)


def answers(grammar: Grammar, act: Attribution, said: Said) -> Range | None:
    """اتهم المحتجون الشرطة بالتقصير. | وقالت في بيان إنها: where no one who spoke agrees, whoever was accused or asked answers."""
    near = islice(reversed(said.spoken), _LAST_SPOKEN)
    last = next((one for one in near if not nested(one, act, said)), None)
    whom = last.act.addressee if last is not None and last.act.act in _ANSWERED else None
    if last is None or whom is None or not act.gender or act.gender != grammar.gender(whom[0]) or not animate(grammar, whom[0]):
        return None
    return whom if grammar.layout.sentence_of[act.cue[0]] - grammar.layout.sentence_of[last.act.cue[0]] <= 1 else None


_ANSWERED = frozenset({"accuse", "condemn", "demand", "warn", "threaten"})


def opens_on(grammar: Grammar, act: Attribution, said: Said) -> Range | None:
    """أكدت قيادات المقاومة السيطرة على الحي. وأوضح أن: who opens a sentence with أن is whoever spoke in the one before, if
    nobody agrees better."""
    first = grammar.layout.sentence(act.cue[0]).start
    if act.rule not in ("verb_that", "verb_quote") or act.cue[0] > first or not act.gender:
        return None
    near = grammar.layout.sentence_of[first] - _SENTENCES_BACK
    here = (one for one, _ in said.speakers() if not nested(one, act, said))
    last = next((one for one in here if grammar.layout.sentence_of[one.act.cue[0]] >= near), None)
    return _silent_state(grammar, act, last.act.cue[0]) or last.name if last is not None else None


def _silent_state(grammar: Grammar, act: Attribution, said: int) -> Range | None:
    """قال الوزير إن ... ولم ترد يريفان على ذلك. | وأعلنت أن: a capital or body of the verb's gender that did something since."""
    first = grammar.layout.sentence(act.cue[0]).start
    before = grammar.layout.sentence(first - 1) if first else None
    if before is None or before.start <= said or act.gender != "f":
        return None
    verbs = [at for at in range(before.start, before.end) if grammar.parts[at] == VERB]
    who = subject_of(grammar, verbs[0]) if verbs and guessed_form(grammar, verbs[0]).gender == "f" else None
    speaks = who is not None and (_stands_for_state(grammar, who) or grammar.group(who[0], "source") in ("organ", "group"))
    return who if speaks else None


_SENTENCES_BACK = 2


def heads_title(grammar: Grammar, act: Attribution, fullest: Callable[[Range], Range]) -> Range | None:
    """فرنسا تواصل غاراتها.. وتتوقع: who goes on to speak in a title is whoever it begins with, if he can speak."""
    sentence = grammar.layout.sentence(act.cue[0])
    first = grammar.layout.sentences[0].start
    continues = grammar.tokens[act.cue[0]].word.conjunction == "و" or act.rule.startswith("participle")
    if sentence.paragraph > 0 or not continues or first >= act.cue[0] or not grammar.phrases.begins(first):
        return None
    end = grammar.phrases.end(first, act.cue[0], SUBJECT)
    subject = (first, next((at for at in range(first + 1, end) if _looks_like_verb(grammar, act, at)), end))
    speaks = animate(grammar, first) or _stands_for_state(grammar, subject) or fullest(subject) != subject  # البشير يزور القرية
    return subject if speaks and agree(grammar, act, subject) else None


def _stands_for_state(grammar: Grammar, subject: Range) -> bool:
    """القاهرة تستضيف الوفدين.. وتدعو: a capital for its government."""
    word = grammar.tokens[subject[0]].word
    return subject[1] - subject[0] == 1 and bool(state_of_capital(word.core, word.article))


def _looks_like_verb(grammar: Grammar, act: Attribution, at: int) -> bool:
    """صنعاء | تحضر للهجوم: a word that no table lists, with the first letter of an imperfect that agrees, behind no title.

    إيران | تجدد رفضها: a listed one too right behind a country, which takes no noun.
    """
    word = grammar.tokens[at].word
    letter = "ت" if act.gender == "f" else "ي"
    unknown = not word.labels or "country" in grammar.tokens[at - 1].word.labels
    return word.core.startswith(letter) and unknown and not (word.article or grammar.phrases.is_title(at - 1))


def did_it_to(grammar: Grammar, verb: int, subject: Range, act: Attribution) -> bool:
    """اقتحم الجيش المخيم | واعتقل عشرين شابا، وأعلن أن: a number right behind a verb with و is of whom it was done to.

    So it is where the clause before has a subject of the verb's gender.
    """
    joined = (
        grammar.tokens[verb].word.conjunction == "و" and subject[0] > verb and grammar.parts[subject[0]] in (NUMERAL, QUANTIFIER)
    )
    if not joined or act.number == "p":
        return False
    first = grammar.layout.sentence(verb).start
    for at in range(verb - 1, first - 1, -1):
        who = subject_of(grammar, at) if grammar.parts[at] == VERB and grammar.parts[at - 1] != RELATIVE else None
        if who is not None and grammar.parts[who[0]] not in (NUMERAL, QUANTIFIER):
            return (
                animate(grammar, who[0])
                and agree(grammar, act, who)
                and grammar.agrees(guessed_form(grammar, verb), who[0], before=True)
            )
    return False


def nested(one: Spoken, act: Attribution, said: Said) -> bool:
    """Whether a speaker only spoke inside another's content, which does not hold the act too, or in an according-to phrase."""
    if one.act.rule in ("according", "label", "reporting_noun", "report_of"):
        return True
    cue = one.act.cue[0]
    return cue in said.inner and said.contents.reach(cue) <= act.cue[0]


def is_aside(grammar: Grammar, act: Attribution, verb: int, subject: Range) -> bool:
    """علق الوزير على الضربات التي | شهدتها كييف، مشيرا إلى: who is subject behind the verb of a relative clause, before a comma."""
    start = grammar.clause_start(verb)
    relative = start > 0 and grammar.parts[start - 1] == RELATIVE and subject[0] > verb
    return relative and act.rule.startswith("participle") and grammar.is_comma(act.cue[0] - 1)
