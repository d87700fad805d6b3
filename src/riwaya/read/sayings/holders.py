"""Who speaks, up to what is said: the rest of an office and its holder's name, what a participle takes, a surname.

The noun phrase behind a verb ends where it might end in any sentence. Where what is said is found, all that stands before it and
is no time, no channel and no deed can only belong to the speaker.
"""

from __future__ import annotations

from riwaya.lang.ar.parts import NOUN, PREPOSITION, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.clauses.around import SO_CALLED
from riwaya.read.clauses.asides import BEFORE_NAME, NAMES_ITSELF, called_end
from riwaya.read.clauses.voices import SPEAKERS
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT
from riwaya.read.sayings.attribution import Attribution
from riwaya.read.sayings.offices import ADDRESSED, in_commas, is_his_name, may_name
from riwaya.read.words.given import HELD


def with_rest(grammar: Grammar, act: Attribution) -> Attribution:
    """أوضح المتحدث الرسمي | بقيادة الحرس في الوادي النقيب سالم الهاني | أن: the speaker with all that tells who he is."""
    who = act.subject
    if who is not None and who[1] < len(grammar.tokens) and (named := called_end(grammar, who[1])) > who[1]:
        return _reaching(act, who, named)  # قالت جماعة | تطلق على نفسها «كذا»
    if who is None or who[0] < act.cue[1] or act.content[0] <= who[0]:
        return act
    if (named := _known_as(grammar, who, act.content[0])) > who[1]:
        return _reaching(act, who, named)
    if VERB in grammar.parts[who[0] : who[1]]:
        return changed(act, subject=(who[0], _end_of_clause(grammar, who, act.content[0])))
    if act.content[0] <= who[1]:
        return act
    end = _reached(grammar, who, _edge(grammar, act, who[1]), act.content[0])
    if end == who[1]:
        return act
    return _reaching(act, who, end)


def _reaching(act: Attribution, who: Range, end: int) -> Attribution:
    """هددت جماعة تسمي نفسها «لواء | السهل»: an act whose speaker goes on to a token; nobody who is told stands there."""
    told = act.addressee is not None and who[1] <= act.addressee[0] < end
    return changed(act, subject=(who[0], end), addressee=None if told else act.addressee)


def _known_as(grammar: Grammar, who: Range, limit: int) -> int:
    """الفرقة | التي تعرف باسم (اللواء 12), مصادر | فيما يسمى "مجلس الوادي": the token behind what he or his body is called."""
    at = next((at for at in range(who[0] + 1, min(who[1] + _CLAUSE, limit)) if _is_called(grammar.tokens[at].norm)), None)
    if at is None or any(grammar.is_sign(k) or grammar.parts[k] == VERB for k in range(who[1], at)):
        return who[1]
    name = at + 1
    while name < limit and grammar.tokens[name].norm in BEFORE_NAME:
        name += 1
    if name in grammar.layout.closing or name in grammar.layout.brackets:
        end = grammar.layout.closing.get(name, grammar.layout.brackets.get(name, name)) + 1
    else:
        end = grammar.phrases.end(name, limit, SUBJECT) if name < limit and grammar.phrases.begins(name) else who[1]
    return end if end <= limit else who[1]


def _is_called(norm: str) -> bool:
    """تعرف, يسمى, تسمي, المعروفة: a word behind which a name stands."""
    return norm in SO_CALLED or norm in NAMES_ITSELF or norm in _KNOWN


_CLAUSE, _KNOWN = 4, word_list("known as")


def _end_of_clause(grammar: Grammar, who: Range, content: int) -> int:
    """دعا فصيل تدعمه الحكومة | إلى الهدنة: the clause that tells who speaks has nothing of what is said."""
    end = min(who[1], content)
    while end > who[0] + 1 and end < who[1] and (grammar.parts[end - 1] == PREPOSITION or grammar.is_comma(end - 1)):
        end -= 1
    return end


def _edge(grammar: Grammar, act: Attribution, start: int) -> int:
    """The first token behind a speaker that tells nothing of who he is, or where what is said or who is told begins."""
    told = [where[0] for where in (act.addressee, *act.via) if where is not None and where[0] >= start]
    served = [at for at in told if grammar.phrases.preposition_of(grammar.tokens[at]) != "ل"]
    stop = min(act.content[0], start + _REACH, *served) if served else min(act.content[0], start + _REACH)
    ends = {"repeated_act": _is_saying, "emotion": _voices}.get(act.rule, _is_how)
    end = next((at for at in range(start, stop) if not _tells_who(grammar, at) or ends(grammar, at)), stop)
    while end > start and grammar.parts[end - 1] == PREPOSITION:
        end -= 1
    return end


_REACH = 18


def _is_saying(grammar: Grammar, at: int) -> bool:
    """جدد الوزير | رفض بلاده, قدم القائد | الشكر: the noun that a light verb leads to."""
    word = grammar.tokens[at].word
    return bool(word.find("cue", "noun") or word.labels & {"emotion", "attitude"}) and not grammar.phrases.is_title(at)


def _voices(grammar: Grammar, at: int) -> bool:
    """أعرب المدير | عن خالص شكره: what is felt stands behind عن."""
    return grammar.tokens[at].norm == "عن"


def _is_how(grammar: Grammar, at: int) -> bool:
    """وأضافت النور | قائلة, قال سالم | متوجها إلى الحضور: how somebody speaks, or what he does then."""
    phrases = grammar.phrases
    return phrases.is_participle_cue(at) and phrases.is_proper(at - 1) and not phrases.has_article(at)


def _reached(grammar: Grammar, who: Range, edge: int, limit: int) -> int:
    """How far a speaker reaches before an edge; the end he had where nothing there is his.

    مدير المكتب | بسجون الوادي، النقيب سالم الهاني، | أن: and who he is, told in commas behind it.
    """
    if edge <= who[1] or _is_told(grammar, who[1]):
        return who[1]
    close = in_commas(grammar, (who[0], edge), edge + 1, limit) if edge < limit and grammar.is_comma(edge) else None
    if close is not None and not _is_named(grammar, who):
        return close
    if any(
        rule(grammar, who, edge) for rule in (_up_to_name, _of_nations, _rest_of_office, _surname, _at_which_body, _of_which_place)
    ):
        return edge
    return _past_what_he_is_tied_to(grammar, who, edge)


def _up_to_name(grammar: Grammar, who: Range, edge: int) -> bool:
    """مدير الدفاع | بالمنطقة اللواء سالم الهاني | أن: an office that has its holder's name right before what is said."""
    office = grammar.group(who[0], "source") == "title" or grammar.phrases.is_title(who[1] - 1) or _is_participle(grammar, who[0])
    kin = (
        "person" in grammar.tokens[who[0]].word.labels and grammar.tokens[who[1]].word.core in ADDRESSED
    )  # والد القتيل | الشيخ سالم
    office = office or (kin and grammar.phrases.has_article(who[1]))
    if not office or _is_named(grammar, who):
        return False
    if is_his_name(grammar, who, who[1]):
        return all(may_name(grammar, at) for at in range(who[1], edge))
    return any(_names_holder(grammar, at, edge) for at in range(who[1], edge - 1))


def _is_named(grammar: Grammar, who: Range) -> bool:
    """الناطق باسم الجيش العقيد | سالم الهاني: whether a speaker has his name; مركز الملك | سالم and مدينة | سالم are called so."""
    phrases = grammar.phrases
    for at in range(*who):
        if not phrases.is_name(at) or at in phrases.placed:
            continue
        first = at
        while first > who[0] and (phrases.is_title(first - 1) or phrases.is_name(first - 1)):
            first -= 1
        if first == who[0] or phrases.is_definite(first - 1) or phrases.is_adjective(first - 1) or first - 1 in phrases.placed:
            return True
    return False


def _names_holder(grammar: Grammar, at: int, end: int) -> bool:
    """النقيب سالم الهاني | أن, سالم بن عمر الهاني | أن: rank and name, or a name of two words and more, up to the end."""
    phrases = grammar.phrases
    first = at + ((grammar.group(at, "source") == "rank" or grammar.tokens[at].word.core in ADDRESSED) and phrases.has_article(at))
    if first + 1 >= end or not (phrases.is_name(first) or phrases.is_given_name(at, first)) or first in phrases.placed:
        return False
    return all(may_name(grammar, k) and not grammar.tokens[k].word.labels & _NO_NAMES for k in range(first, end))


_NO_NAMES = frozenset({"source", "country", "medium", "channel", "thing"})


def _past_what_he_is_tied_to(grammar: Grammar, who: Range, edge: int) -> int:
    """مصادر أمنية | مؤيدة للحكومة | إن, القائمون | على المستشفى | إن: the token behind what a participle of the speaker takes."""
    phrases = grammar.phrases
    last = who[1] - (not _is_participle(grammar, who[1]))
    alone = last == who[0] and not grammar.tokens[last].word.bare.endswith("ون")
    alone = alone or (phrases.is_proper(last - 1) and not phrases.has_article(last))  # قال سالم | متوجها إلى الحضور
    if alone or not _is_participle(grammar, last) or phrases.has_article(last) is not phrases.has_article(who[1] - 1):
        return who[1]
    end = last + 1
    while end < edge and (inner := end + (grammar.parts[end] == PREPOSITION)) < edge and not _only_placed(grammar, who, end):
        if inner == end and not phrases.preposition_of(grammar.tokens[end]):
            break
        end = phrases.end(inner, edge, _SPLIT)
    return end if end > last + 1 else who[1]


_SPLIT = changed(SUBJECT, split=True)


def _is_participle(grammar: Grammar, at: int) -> bool:
    """مؤيدة, المنضوية, قائمون: whether a word has the shape of a participle that may take a preposition; not المسلحة, الخارجية."""
    word, stem = grammar.tokens[at].word, grammar.tokens[at].word.core
    if grammar.parts[at] != NOUN or stem in _TAKES_NOTHING or word.labels & SPEAKERS or at in grammar.phrases.placed:
        return False
    if grammar.phrases.preposition_of(grammar.tokens[at]):
        return False
    for end in ("ه", "ين", "ون", "ات"):
        stem = stem.removesuffix(end)
    behind = grammar.phrases.has_article(at) and grammar.phrases.is_definite(at - 1) and not word.conjunction
    shape = word.core.startswith("م") and not word.bare.endswith(_NISBA) and (behind or grammar.phrases.is_adjective(at))
    return shape or stem in _TAKES or stem in _TIED or any(grammar.phrases.takes(at, own) for own in ("الي", "علي", "عن"))


_TAKES_NOTHING, _TAKES = word_list("participle without preposition"), word_list("participle with preposition")
_TIED = word_list("tied with something")
_NISBA = ("ي", "ية", "يون", "يين")


def _only_placed(grammar: Grammar, who: Range, at: int) -> bool:
    """قال القائد المتقاعد | في بيروت | إن: one man speaks where a preposition says, and is nothing there."""
    several = grammar.group(who[0], "source") in ("organ", "group", "anonymous", "witness") or grammar.phrases.has_nun(who[0])
    return not several and grammar.tokens[at].norm == "في" and at + 1 in grammar.phrases.placed


def _of_nations(grammar: Grammar, who: Range, edge: int) -> bool:
    """مسؤولون أمنيون | عراقيون وأكراد | أن: more adjectives of several people."""
    several = grammar.tokens[who[0]].word.bare.endswith("ون") or grammar.phrases.has_nun(who[1] - 1)
    return several and all(grammar.tokens[at].word.labels & {"demonym", "people"} for at in range(who[1], edge))


def _rest_of_office(grammar: Grammar, who: Range, edge: int) -> bool:
    """سالم الهاني طبيب الطوارئ | بالمستشفى الوطني | إن: behind a name and an office where somebody holds it."""
    phrases = grammar.phrases
    office = any(phrases.is_title(at) for at in range(who[0] + 1, edge))
    place = bool(phrases.preposition_of(grammar.tokens[who[1]]))
    what = phrases.is_title(who[1]) or (phrases.has_article(who[1]) and "person" in grammar.tokens[who[1]].word.labels)
    return phrases.is_name(who[0]) and ((office and place) or what)


def _at_which_body(grammar: Grammar, who: Range, edge: int) -> bool:
    """مسؤول | بقطاع السجون التابع للوزارة | أن: an official and where he serves, behind whom nothing else stands."""
    phrases, at = grammar.phrases, who[1]
    official = at - who[0] == 1 and not phrases.is_definite(who[0]) and grammar.group(who[0], "source") in ("title", "anonymous")
    serves = phrases.preposition_of(grammar.tokens[at]) == "ب" and not phrases.is_saying(at) and not phrases.is_event_noun(at)
    body = phrases.has_article(at) or (at + 1 < edge and phrases.has_article(at + 1)) or "source" in grammar.tokens[at].word.labels
    return official and serves and body


def _of_which_place(grammar: Grammar, who: Range, edge: int) -> bool:
    """مكتب حاكم | إقليم النور بشرق البلاد | أن: of what somebody holds an office, behind an office without article."""
    phrases, last = grammar.phrases, who[1] - 1
    bare = last > who[0] and phrases.is_title(last) and not phrases.has_article(last)
    return bare and grammar.parts[who[1]] == NOUN and not phrases.preposition_of(grammar.tokens[who[1]])


def _surname(grammar: Grammar, who: Range, edge: int) -> bool:
    """خالد بن عمر | السلامة | أن: one word or two behind a name that are no office are the rest of it."""
    named = grammar.phrases.is_name(who[1] - 1) and who[1] - 1 not in grammar.phrases.placed
    tied = grammar.parts[edge] == PREPOSITION and grammar.tokens[edge - 1].word.core.startswith("م")  # جون كيري | الموكل إليه
    return named and not tied and edge - who[1] <= _SURNAME and all(_may_be_surname(grammar, at) for at in range(who[1], edge))


def _may_be_surname(grammar: Grammar, at: int) -> bool:
    word = grammar.tokens[at].word
    son = _is_son(grammar, at - 1) and word.article  # فيصل بن سعد | الهلال
    return may_name(grammar, at) and (son or not word.labels & _NO_SURNAME) and word.core not in HELD


def _is_son(grammar: Grammar, at: int) -> bool:
    """سالم بن | بنيه: the name of somebody's father, whatever it looks like."""
    return grammar.layout.norms[at - 1] == "بن"


_SURNAME, _NO_SURNAME = 2, _NO_NAMES | {"person"}


def _is_told(grammar: Grammar, at: int) -> bool:
    """لرئيس البلدية سالم الهاني: a person behind ل is whom an office tells something."""
    word = grammar.tokens[at].word
    told = word.labels & {"person", "addressee", "medium"} or grammar.phrases.is_title(at) or grammar.phrases.is_name(at)
    return grammar.phrases.preposition_of(grammar.tokens[at]) == "ل" and bool(told)


def _tells_who(grammar: Grammar, at: int) -> bool:
    """Whether a token may tell of what somebody holds an office: a noun or a preposition, no time, no channel, no deed of his."""
    word, phrases = grammar.tokens[at].word, grammar.phrases
    if grammar.parts[at] == PREPOSITION:
        behind = at + 1 < len(grammar.tokens) and (phrases.is_setting(at + 1) or phrases.is_owned(at + 1))
        return word.core in _OFFICE_AT and not (behind or phrases.is_said_on(word.core, at + 1))
    if grammar.parts[at] != NOUN or at in phrases.dated or phrases.is_accusative(at) or phrases.is_owned(at):
        return False
    occasion = phrases.preposition_of(grammar.tokens[at]) == "ب" and phrases.is_masdar(at)
    return not (
        occasion or phrases.is_setting(at) or word.labels & {"switch", "channel", "adverb", "addressee", "medium", "according"}
    )


_OFFICE_AT = word_list("where an office is held")
