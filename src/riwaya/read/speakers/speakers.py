"""Who speaks: dropped subjects found again, short forms and roles led back to the fullest mention."""

from __future__ import annotations

from riwaya.lang.ar.gazetteer import state_of_capital
from riwaya.lang.ar.parts import NUMERAL, QUANTIFIER, RELATIVE, VERB
from riwaya.model.swift import changed
from riwaya.read.clauses.clauses import guessed_form, subject_of
from riwaya.read.clauses.papers import is_paper
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.envoys import MEDIA, TOLD_TO
from riwaya.read.sayings.attribution import Attribution
from riwaya.read.sayings.channels import carries_channel
from riwaya.read.speakers import authors, pointers
from riwaya.read.speakers.agreement import agree, animate, are_people, is_one
from riwaya.read.speakers.authors import (
    behind_paper,
    called_in_paper,
    came_up,
    in_paper,
    is_the_source,
    issued_before,
    issuer,
    last_official,
    of_paper,
    said_in_his_paper,
    spoke_in_it,
    stood_in,
    the_official,
)
from riwaya.read.speakers.banners import marching, raised_by
from riwaya.read.speakers.carried_over import carried_over, paper_carried, told_in_talk
from riwaya.read.speakers.contents import Contents, Said, Spoken
from riwaya.read.speakers.continued import (
    accuser_of,
    answers,
    by_whose_hand,
    cited_first,
    cited_inside,
    did_before,
    did_it_to,
    goes_on_inside,
    heads_title,
    inside_other,
    is_aside,
    just_cited,
    leans_on_nobody,
    nested,
    opens_on,
    own_words,
    they_say,
    told_in_passing,
    was_announced,
)
from riwaya.read.speakers.identities import described_then_named, is_unnamed, named_next, substance, titled_then_held
from riwaya.read.speakers.mentions import Cast
from riwaya.read.speakers.mouthpieces import spoke_through
from riwaya.read.speakers.pointers import addressed, latter, pointed_at, the_man
from riwaya.read.speakers.protesters import crowd, doer, protesters
from riwaya.read.speakers.turned_to import turned_to

_CONTINUATION = frozenset({"add"})


def resolve(grammar: Grammar, acts: list[Attribution]) -> list[Spoken]:
    """The speaker of every attribution, in text order."""
    acts = [called_in_paper(grammar, act) for act in acts]
    extra = [act.subject for act in acts if act.subject is not None]
    extra += [owner for act in acts if (owner := _author(grammar, act) or spoke_through(grammar, act)) is not None]
    cast = Cast(grammar, extra, frozenset(act.addressee[0] for act in acts if act.addressee is not None))
    said = Said()
    for act in acts:
        said.add(_spoken(grammar, cast, act, said))
    named = _by_name(grammar, said.spoken)
    return carried_over(grammar, [_with_carriers(grammar, named_below(grammar, one, named)) for one in named])


def _author(grammar: Grammar, act: Attribution) -> Range | None:
    """جاء في بيان | لأولي ماركسن مسؤول الطوارئ: whose paper it is, a name in no table, whom the report may call so again."""
    owner = in_paper(grammar, act) if act.subject is None else None
    return owner if owner is not None and "source" not in grammar.tokens[owner[0]].word.labels else None


def _spoken(grammar: Grammar, cast: Cast, act: Attribution, said: Said) -> Spoken:
    """An act with its speaker."""
    paper = behind_paper(grammar, cast, act, said)
    if paper is not None:
        return Spoken(act, act.subject, paper)
    if (meant := latter(grammar, cast, act, said)) is not None:
        full = cast.fullest(meant)
        return Spoken(act, meant, meant if full[0] < meant[1] and meant[0] < full[1] else full)
    if (man := the_man(grammar, cast, act, said) or the_official(grammar, cast, act, said)) is not None:
        return Spoken(act, act.subject, man)
    if (people := raised_by(grammar, act) or marching(grammar, act)) is not None:
        return Spoken(act, None, cast.fullest(people))
    if (mouth := spoke_through(grammar, act)) is not None:
        return Spoken(act, act.subject, cast.fullest(mouth), act.subject)
    if act.subject is not None:
        mention = issuer(grammar, act.subject)
        return Spoken(act, mention, _fullest(grammar, cast, mention))
    if act.rule == "impersonal" and act.act == "accuse" and (accuser := accuser_of(grammar, act, said)) is not None:
        return Spoken(act, None, cast.fullest(accuser))
    nobody = act.agentless or came_up(grammar, act) or leans_on_nobody(grammar, act, said)
    nobody = nobody or was_announced(grammar, act, said)
    return Spoken(act, None, None) if nobody else _dropped(grammar, cast, act, said)


def _fullest(grammar: Grammar, cast: Cast, mention: Range) -> Range:
    """The fullest mention of a speaker, without words of respect; of نفس المسؤول the one that المسؤول has."""
    mention = addressed(grammar, mention) or mention
    noun = pointed_at(grammar, mention) or mention
    found = cast.fullest(noun)
    return mention if found == noun else found


def _by_name(grammar: Grammar, spoken: list[Spoken]) -> list[Spoken]:
    """Speakers whom the report first tells by their office alone, with the name that it gives them next."""
    names: dict[Range, Range] = {}
    last: Spoken | None = None
    for one in spoken:
        if one.mention is None or one.name is None or one.act.rule == "according":
            continue
        if last is None or last.name is None or last.name == one.name:
            last = one
            continue
        same = not {last.act.gender, one.act.gender} >= {"m", "f"} and last.act.rule != "relay"
        if same and one.mention is not None and _named_then(grammar, last.name, one.act, one.mention):
            names[last.name] = one.name
        elif last.act.rule == "colon" and titled_then_held(grammar, last.name, one.mention):
            names.update((name, one.name) for name in _of_one_word(grammar, spoken, last.name))
        last = one
    return [changed(one, name=names[one.name]) if one.name in names else one for one in spoken]


def _of_one_word(grammar: Grammar, spoken: list[Spoken], name: Range) -> list[Range]:
    """The names of all speakers that are called by one word, the same."""
    word = grammar.tokens[name[0]].word.core
    found = (one.name for one in spoken if one.name is not None and one.name[1] - one.name[0] == 1)
    return [where for where in found if grammar.tokens[where[0]].word.core == word]


def _named_then(grammar: Grammar, office: Range, act: Attribution, mention: Range) -> bool:
    """Whether the next speaker is the one before, told by office then; not where his sentence turns to him (من جهته)."""
    if named_next(grammar, office, mention):
        return True
    first = grammar.layout.sentence(act.cue[0]).start
    turns = any("switch" in grammar.tokens[k].word.labels for k in range(first, min(act.cue[1] + _TURN, len(grammar.tokens))))
    return not turns and act.cue[0] - first < _TURN and described_then_named(grammar, office, mention)


_TURN = 3


def named_below(grammar: Grammar, one: Spoken, spoken: list[Spoken]) -> Spoken:
    """A speaker whom the title leaves unnamed (ضابط) is the one who says the same below, with name and office."""
    title = grammar.layout.sentence(one.act.cue[0]).paragraph == 0
    if not title or one.name is None or not is_unnamed(grammar, one.name):
        return one
    said = substance(grammar, one.act.content)
    for other in spoken:
        below = grammar.layout.sentence(other.act.cue[0]).paragraph > 0
        if below and other.name is not None and len(said & substance(grammar, other.act.content)) >= _SAME_WORDS:
            return changed(one, name=other.name)
    return one


_SAME_WORDS = 2


def _behind_its_paper(grammar: Grammar, act: Attribution, said: Said) -> Range | None:
    """جاء في | البيان: who issued it in the sentence before, else who spoke in one, else the last office that spoke."""
    paper = stood_in(grammar, act)
    if paper is None:
        return None
    return issued_before(grammar, paper) or spoke_in_it(grammar, paper, said) or last_official(grammar, act, said)


def _dropped(grammar: Grammar, cast: Cast, act: Attribution, said: Said) -> Spoken:
    """A dropped subject: the speaker or actor of the same sentence, else the last speaker who agrees."""
    if (owner := of_paper(grammar, act) or protesters(grammar, act) or crowd(grammar, act) or in_paper(grammar, act)) is not None:
        return Spoken(act, None, cast.fullest(owner))
    if act.rule == "pretext" and (hand := by_whose_hand(grammar, act) or doer(grammar, act)) is not None:
        return Spoken(act, None, cast.fullest(hand) if hand[0] < hand[1] else None)
    if (known := _behind_its_paper(grammar, act, said)) is not None:
        return Spoken(act, None, known)
    if (
        himself := said_in_his_paper(grammar, act, said) or own_words(grammar, act, said) or cited_first(grammar, act, said)
    ) is not None:
        return Spoken(act, None, himself)
    sentence = grammar.layout.sentence_of[act.cue[0]]
    if act.detail not in _CONTINUATION and act.rule != "relay":
        inside = _same_sentence(grammar, act, said, sentence)
        if inside is not None:
            return Spoken(act, None, cast.fullest(inside))
    if (before := did_before(grammar, act, said) or they_say(grammar, act, said)) is not None:
        return Spoken(act, None, cast.fullest(before))
    for one, name in said.speakers():
        shown = one.mention is not None and act.gender != "" and grammar.gender(one.mention[0]) == act.gender
        own = shown and one.mention is not None and agree(grammar, act, one.mention)
        if not nested(one, act, said) and (own or agree(grammar, act, name) or _paper_agrees(grammar, act, one)):
            return Spoken(act, None, name)
    last = _loosely(grammar, act, said) or just_cited(grammar, act, said) or answers(grammar, act, said)
    last = last or opens_on(grammar, act, said) or _body_before(grammar, act, said)
    return Spoken(act, None, last or _of_its_sentence(grammar, cast, act, said) or heads_title(grammar, act, cast.fullest))


def _of_its_sentence(grammar: Grammar, cast: Cast, act: Attribution, said: Said) -> Range | None:
    """التقى الوزير الوفد، | مستدركا أن: where nobody has spoken yet, it is of whom its sentence tells."""
    if not act.rule.startswith("participle"):
        return None
    inside = _same_sentence(grammar, act, said, grammar.layout.sentence_of[act.cue[0]])
    return cast.fullest(inside) if inside is not None else None


def _body_before(grammar: Grammar, act: Attribution, said: Said) -> Range | None:
    """أعلن تنظيم «جبهة الصمود» خطفه، | متهمة إياه: a participle behind what a body said goes with what the body is called, too."""
    if not act.rule.startswith("participle") or act.number != "s":
        return None
    near = ((one, name) for one, name in said.speakers() if not nested(one, act, said))
    one, name = next(near, (None, None))
    if one is None or name is None or one.act.cue[0] < grammar.layout.sentence(act.cue[0]).start:
        return None
    return name if grammar.group(name[0], "source") in ("organ", "group") else None


def _loosely(grammar: Grammar, act: Attribution, said: Said) -> Range | None:
    """وقالت مصادر إن الجسر مغلق. | وأشار إلى: for want of one, at the head of a sentence the singular goes on with several."""
    if act.number != "s" or act.cue[0] != grammar.layout.sentence(act.cue[0]).start or not act.rule.startswith("verb"):
        return None
    near = (name for one, name in said.speakers() if not nested(one, act, said))
    last = next(near, None)
    return last if last is not None and agree(grammar, changed(act, number=""), last) else None


def _same_sentence(grammar: Grammar, act: Attribution, said: Said, sentence: int) -> Range | None:
    """A dropped subject is the last main speaker of its sentence, else the subject of a verb there, if he agrees."""
    first = grammar.layout.sentences[sentence].start
    outer = said.around(act.cue[0])
    if outer is not None and act.rule != "according":
        first = max(first, outer.act.content[0])
    here = said.named_between(first, act.cue[0])
    several = act.rule.startswith("participle") and grammar.tokens[act.cue[0]].word.bare.endswith("ين")
    named = (one.name for one in reversed(here) if one.name is not None)
    if several and (people := next((name for name in named if are_people(grammar, name) and not is_one(grammar, name)), None)):
        return people
    if several and (they := _told_of(grammar, act, here)) is not None:
        return they
    if (inner := goes_on_inside(grammar, act, here)) is not None:
        return inner
    if here and (turned := turned_to(grammar, act, here[-1].act.content[1])) is not None:
        return turned
    for one in reversed(here):
        if one.name is None or one.act.rule == "according" or inside_other(one, here) or told_in_passing(grammar, one, act):
            continue
        if agree(grammar, act, one.name) or _paper_agrees(grammar, act, one) or _goes_with(grammar, act, one):
            pointing = one.mention is None or is_paper(grammar, one.mention[0]) or is_the_source(grammar, one.mention[0])
            return one.name if pointing else one.mention
    if act.rule.startswith("participle") and (cited := cited_inside(grammar, act, here)) is not None:
        return cited
    return _doer_before(grammar, act, said, (max(first, act.cue[0] - _FAR), act.cue[0]))


def _told_of(grammar: Grammar, act: Attribution, here: list[Spoken]) -> Range | None:
    """أوضح القس أن الخاطفين اتصلوا بالعائلات، | مهددين بقتل الرهائن: where one alone speaks, a participle of several is of those
    he tells of."""
    last = next((one for one in reversed(here) if one.name is not None), None)
    if last is None or last.name is None or last.act.content[0] > act.cue[0]:
        return None
    if agree(grammar, act, last.name) and not is_one(grammar, last.name):
        return None
    for index in range(act.cue[0] - 1, last.act.content[0] - 1, -1):
        they = subject_of(grammar, index) if grammar.parts[index] == VERB else None
        if they is not None and they[0] >= last.act.content[0] and _are_several_people(grammar, they):
            return they
    return None


def _are_several_people(grammar: Grammar, they: Range) -> bool:
    """Whether a phrase names several people, and no sum of money (مليون دولار)."""
    counted = grammar.parts[they[0]] in (NUMERAL, QUANTIFIER)
    return are_people(grammar, they) and not is_one(grammar, they) and (animate(grammar, they[0]) or not counted)


def _goes_with(grammar: Grammar, act: Attribution, one: Spoken) -> bool:
    """أعلنت الجماعة هجوما. وأضاف أن ..، | مبينا أن: one participle of the gender of a verb before it without subject."""
    same = one.mention is None and one.act.gender == act.gender != "" and one.act.rule.startswith("verb")
    return same and act.rule.startswith("participle") and not grammar.tokens[act.cue[0]].word.bare.endswith("ين")


_FAR = 300
"""So many tokens before a verb its subject is looked for."""


def _doer_before(grammar: Grammar, act: Attribution, said: Said, where: Range) -> Range | None:
    """The subject of the last verb of a stretch outside all contents that can be the speaker."""
    contents = Contents()
    for one in (
        told for told in said.named_between(*where) if told.act.rule != "according"
    ):  # تجمعت أسر، بحسب الجمعية، | مطالبة بـ
        contents.add(one.act.content)
    aside: Range | None = None
    for index in range(where[1] - 1, where[0] - 1, -1):
        quoted = grammar.layout.quote_around(index)
        if quoted is not None and quoted.close <= act.cue[0]:
            continue
        if grammar.parts[index] == VERB and index not in said.cues and contents.reach(index) <= index:
            subject = subject_of(grammar, index)
            body = _body_in_marks(grammar, index, act) if subject is None else None
            if body is not None and not is_aside(grammar, act, index, body):
                return body
            if subject is None or not agree(grammar, act, subject) or not animate(grammar, subject[0]):
                continue
            if grammar.parts[index - 1] == RELATIVE and _is_town(grammar, subject[0]):  # اللجنة التي | وصلت عدن
                continue
            if _is_handed(grammar, index, subject[0]) or _publishes(grammar, index, subject[0]) or _holds(grammar, index):
                continue
            if not (is_aside(grammar, act, index, subject) or did_it_to(grammar, index, subject, act)):
                return subject
            aside = aside or subject
    return aside


def _holds(grammar: Grammar, verb: int) -> bool:
    """نشرت اللجنة التي | تضم كتائب عدة بيانا: a verb of what belongs to whom its relative points back to."""
    return grammar.parts[verb - 1] == RELATIVE and grammar.tokens[verb].norm in _HOLDING


_HOLDING = ("تضم", "يضم")


def _is_handed(grammar: Grammar, verb: int, paper: int) -> bool:
    """استدعت الوزارة السفير وسلمته | مذكرة احتجاج، مجددة: a paper behind a verb with whom it is handed to on it does nothing."""
    to_whom = [found.pronoun for found in grammar.tokens[verb].word.analyses if found.sense.part == "verb"]
    return (
        grammar.group(paper, "source") == "document" and bool(to_whom) and all(to_whom) and not grammar.phrases.has_article(paper)
    )


def _publishes(grammar: Grammar, verb: int, whose: int) -> bool:
    """ظهر القائد في مقطع | نشره مكتبه، وهو يصرح: who only publishes a film or paper of somebody else."""
    return carries_channel(grammar, verb) and grammar.phrases.is_owned(whose)


def _body_in_marks(grammar: Grammar, verb: int, act: Attribution) -> Range | None:
    """وتنشط | «أنصار السهل» | في الجبال، حيث أعلنت مسؤوليتها: a body in marks right behind a verb of its gender."""
    marked = grammar.phrases.in_marks(verb + 1, act.cue[0])
    fits = (
        marked is not None
        and "medium" not in grammar.tokens[marked[0]].word.labels
        and act.gender == guessed_form(grammar, verb).gender == "f"
    )
    return marked if fits else None


def _is_town(grammar: Grammar, at: int) -> bool:
    """A place that is neither a country nor a capital, by which its government is meant."""
    word = grammar.tokens[at].word
    return at in grammar.place_at and "country" not in word.labels and not state_of_capital(word.core, word.article)


def _paper_agrees(grammar: Grammar, act: Attribution, one: Spoken) -> bool:
    """قال البيان ... وأضاف: the verb goes on with the paper, whoever issued it."""
    papers = [where for where in (one.mention, one.act.subject) if where is not None and is_paper(grammar, where[0])]
    return any(agree(grammar, act, paper) for paper in papers)


def _with_carriers(grammar: Grammar, one: Spoken) -> Spoken:
    """An agency, paper or channel that was told is also the carrier of what was said (قال لوكالة الأفق)."""
    one = told_in_talk(grammar, one)
    addressee = one.act.addressee
    if addressee is None or one.act.via:
        return paper_carried(grammar, one)
    told = "ل" in (grammar.tokens[addressee[0]].word.preposition, grammar.layout.norms[addressee[0]])
    if one.act.act in _OF_OBJECTS and not told:
        return one
    labels = set().union(*(grammar.tokens[k].word.labels for k in range(*addressee)))
    first = grammar.tokens[addressee[0]]
    broadcaster = grammar.layout.norms[addressee[0] + 1 : addressee[0] + 2] == ["الاذاعه"]
    carries = broadcaster or "medium" in labels or first.norm in TOLD_TO or first.word.core in MEDIA or first.word.core == "شبكه"
    return changed(one, act=changed(one.act, via=(addressee,))) if carries else one


_OF_OBJECTS = frozenset({"demand", "accuse", "warn", "threaten", "condemn", "support", "promise", "reject"})
"""ودعا الوزير | وكالة التنمية | إلى, اتهم الرئيس | الصحيفة | بـ: what such verbs have as their object carries nothing."""

RULES = (
    named_below,
    *pointers.RULES,
    *authors.RULES,
    protesters,
    crowd,
    _same_sentence,
    _with_carriers,
)
"""Who speaks where the cue itself does not say it in full."""
