"""What is said stands far behind its verb: behind a colon, a relative clause, or a long speaker and addressee with commas."""

from __future__ import annotations

from riwaya.lang.ar.forms import frequency
from riwaya.lang.ar.parts import AUXILIARY, CONTRAST, DEMONSTRATIVE, NEGATION, NOUN, PREPOSITION, RELATIVE, SUBORDINATOR, THAT, VERB
from riwaya.read.clauses.said_which import may_say_which
from riwaya.read.cues.addressees import joined_in_sentence, take_addressee, two_parties
from riwaya.read.cues.complements import past_light
from riwaya.read.grammar import Grammar, Range
from riwaya.read.sayings.walks import SAYS, Walk


def far_behind(grammar: Grammar, state: Walk, finite: bool) -> None:
    """Look on for the content of a verb where the walk behind it has found none."""
    if state.content is None and state.cue.preps | state.cue.whom:
        _behind_relative(grammar, state)
    if state.content is None and finite and state.cue.act == "condemn" and "obj" in state.cue.frames:
        _condemned(grammar, state)
    if state.content is None and finite and state.cue.detail == "say":
        _late_colon(grammar, state)
    if state.content is None and finite and state.cue.lemma in SAYS:
        _clause_behind_comma(grammar, state)
    if state.content is None and state.cue.detail in _ADDRESSING:
        _late_matter(grammar, state, finite)
    leans = not finite and state.cue.act != "accuse" and grammar.is_comma(state.start - 1)  # ، متوعدا | بمقاضاتهم
    takes = "ب" in state.cue.preps | state.cue.whom and state.cue.lemma != "لوح"  # لوحت | بغصن الزيتون
    if state.content is None and (finite or leans) and takes:
        _strange_matter(grammar, state, state.start + 2 - leans)


def _condemned(grammar: Grammar, state: Walk) -> None:
    """قالت إن ... . كما أدانت | القرارات الأخيرة, واستنكرت | صمت العالم: what stands alone behind the verb, and is nobody."""
    subject, first = state.subject, state.start + 1
    before = grammar.layout.norms[state.start - 1 : state.start] == ["كما"]
    joined = (before or bool(grammar.tokens[state.start].word.conjunction)) and grammar.layout.sentence(state.start).start > 0
    if subject is None or subject[0] != first or not joined or first in grammar.place_at or first in grammar.phrases.named:
        return
    commas = (k for k in range(first, state.limit - 1) if grammar.is_comma(k))
    if state.addressee is not None or any(not grammar.tokens[k + 1].word.conjunction for k in commas):
        return
    body = "source" in grammar.tokens[first].word.labels and grammar.group(first, "source") != "document"
    if not body and not grammar.tokens[first].word.labels & {"person", "country", "medium"}:
        state.subject = None
        state.found("object", first)


def _late_colon(grammar: Grammar, state: Walk) -> None:
    """قال ساكن جاء بعدما علم بأن انفجارا وقع: «...»: behind all that is told of the speaker, a colon opens what he said."""
    at = next((k for k in range(state.start + 1, state.limit - 1) if grammar.tokens[k].raw == ":"), None)
    if at is not None and at + 1 in grammar.layout.closing:
        state.found("colon", at + 1)


def _clause_behind_comma(grammar: Grammar, state: Walk) -> None:
    """وقال المتحدث باسم الهلال الأحمر، | تلقت الفرق بلاغا: behind the speaker and a comma, no إن to come, the clause he said."""
    first, comma = state.start + 1, _past_apposed_name(grammar, state)
    if state.content is not None or state.subject is None or state.subject[0] != first or state.cue.lemma not in SAYS:
        return
    if state.start != grammar.layout.sentence(state.start).start or comma + 2 >= state.limit or not grammar.is_comma(comma):
        return
    opens = grammar.parts[comma + 1] in (VERB, NEGATION, AUXILIARY) or grammar.tokens[comma + 1].norm in _OPENING
    speech = (k for k in range(comma, state.limit) if grammar.parts[k] == THAT and "إ" in grammar.tokens[k].raw)
    if opens and next(speech, None) is None and not grammar.tokens[comma + 1].word.conjunction:
        state.found("that", comma + 1)


_OPENING = frozenset({"لقد", "هناك", "سوف", "اذا"})


def _past_apposed_name(grammar: Grammar, state: Walk) -> int:
    """قال رئيس الوزراء، سالم الهاني |، تم: the comma behind a name that commas set off from its office, else behind the speaker."""
    if state.subject is None:
        return state.limit
    at = state.subject[1]
    if at + 2 >= state.limit or not grammar.is_comma(at) or not grammar.phrases.is_title(state.subject[0]):
        return at
    end = at + 1
    while end < min(state.limit, at + _NAME) and grammar.phrases.is_name(end):
        end += 1
    return end if end > at + 2 and end < state.limit and grammar.is_comma(end) else at


_NAME = 6


def _behind_relative(grammar: Grammar, state: Walk) -> None:
    """أقسمت الحركة التي ... على محاربة السلطات, أفاد سكان في قرية تحاصرها القوات | بسقوط قذائف: the preposition of the verb stands
    behind a clause that describes, before a masdar.
    """
    relative = next((k for k in range(state.start + 1, state.limit) if _describes(grammar, state, k)), None)
    if relative is None or state.subject is None or any(grammar.is_comma(k) for k in range(state.start, relative)):
        return
    preps = state.cue.preps | state.cue.whom if state.addressee is not None else state.cue.preps
    for at in range(relative + 2, min(state.limit, relative + _RELATIVE_REACH)):
        start = _joined_deed(grammar, at, preps)
        if start:
            state.found("whom" if state.addressee is not None else "about", start)
            return


def _describes(grammar: Grammar, state: Walk, at: int) -> bool:
    """A relative, or not far behind the speaker a verb right behind the indefinite noun that it describes."""
    if grammar.parts[at] != VERB:
        return grammar.parts[at] == RELATIVE
    near = state.subject is not None and state.subject[0] < at <= state.subject[1] + _NEAR_SPEAKER
    return near and may_say_which(grammar, at) and not grammar.tokens[at].word.conjunction


_NEAR_SPEAKER = 6


_RELATIVE_REACH = 16


def _joined_deed(grammar: Grammar, at: int, preps: frozenset[str]) -> int:
    """Where the verbal noun begins that one of some prepositions joins at a token (إلى | وقف, بقصف); 0 where none does."""
    free = grammar.parts[at] == PREPOSITION and grammar.tokens[at].word.core in preps and at + 1 < len(grammar.tokens)
    written = grammar.parts[at] == NOUN and grammar.phrases.preposition_of(grammar.tokens[at]) in preps
    start = at + 1 if free else at
    deed = (free or written) and (grammar.phrases.is_masdar(start) or grammar.phrases.is_event_noun(start))
    return start if deed else 0


_ADDRESSING = frozenset({"accuse", "appeal", "demand", "urge", "recommend"})
"""Verbs of calling on and accusing somebody, which hardly ever stand without what he is asked or accused of."""
_FAR = 40


def _late_matter(grammar: Grammar, state: Walk, finite: bool) -> None:
    """اتهم النائب سالم، عضو اللجنة، إيران | بتحريك الأطراف, دعا قادة، ومنظمات | إلى وضع خطة: the first deed that it can ask for."""
    accuses, behind = state.cue.act == "accuse", state.start + 1
    if behind >= state.limit or grammar.tokens[behind].norm in _FOR_THEM:
        return  # ندعو | لهم بالتوفيق: a prayer
    if accuses and not (finite and grammar.phrases.preposition_of(grammar.tokens[behind]) != "ب"):
        return  # رجلان متهمان بالقتل, اتهم بالقتل: nobody accuses
    preps = _CHARGED_WITH if accuses else state.cue.preps | state.cue.whom | _ASKED_WITH
    for at in range(state.start + 2, min(state.limit, state.start + _FAR)):
        if _goes_on(grammar, at):
            return
        start = _joined_deed(grammar, at, preps) or _asked_for(grammar, at, preps) or _object(grammar, state, at)
        if start and grammar.parts[at - 1] != VERB and not grammar.tokens[at].word.conjunction:
            _speaker(grammar, state)
            _addressed(grammar, state, at)
            state.found("whom", start)
            return


_CHARGED_WITH, _ASKED_WITH = frozenset({"ب"}), frozenset({"ب", "ل", "الي"})
"""Prepositions before what one is accused of, and asked for: not all are good style (طالب الوزراء | إلى, ناشد الجميع | للعمل)."""


def _asked_for(grammar: Grammar, at: int, preps: frozenset[str]) -> int:
    """إلى | التحرك, إلى | «إبقاء الضغط», للعمل, بالسعي, بأنها: a verbal noun with the article, words in marks, or بأن; else 0."""
    token, behind = grammar.tokens[at], at + 1
    if grammar.parts[at] == THAT:
        return behind if token.norm.startswith("بان") and "ب" in preps else 0
    if grammar.parts[at] == PREPOSITION and token.word.core in preps and behind < len(grammar.tokens):
        plain = grammar.phrases.begins(behind) and not grammar.phrases.is_definite(behind) and behind not in grammar.phrases.placed
        plain = plain and not grammar.tokens[behind].word.labels & _SOMEBODY
        return behind if plain or grammar.phrases.is_definite_masdar(behind) or behind in grammar.layout.closing else 0
    written = token.word.article and grammar.phrases.preposition_of(token)
    if preps is not _CHARGED_WITH and grammar.is_comma(at - 1) and _is_plain(grammar, at):
        return at
    if preps is not _CHARGED_WITH:
        return at if written in preps and (grammar.phrases.is_definite_masdar(at) or token.word.core == "عمل") else 0
    return at if written == "ب" and at not in grammar.phrases.placed and not token.word.labels & _SOMEBODY else 0


def _is_plain(grammar: Grammar, at: int) -> bool:
    """أوصت السكان الذين بقوا في القرية، | بتقوى الله: behind a comma what ب is written onto, and is nobody and no place."""
    led = grammar.parts[at] == NOUN and grammar.phrases.preposition_of(grammar.tokens[at]) == "ب"
    return led and at not in grammar.phrases.placed and not grammar.tokens[at].word.labels & (_SOMEBODY | {"channel", "switch"})


def _object(grammar: Grammar, state: Walk, at: int) -> int:
    """داعيا جميع السكان | التعاون مع الشرطة: a verbal noun with the article behind whoever is called on; 0 where none stands."""
    if "obj" not in state.cue.whom or at < state.start + _ADDRESSED or grammar.phrases.preposition_of(grammar.tokens[at]):
        return 0
    behind_whom = grammar.parts[at - 1] == NOUN and grammar.phrases.has_article(at - 1)
    return at if behind_whom and grammar.phrases.is_definite_masdar(at) else 0


_ADDRESSED = 2
_FOR_THEM = frozenset({"له", "لها", "لهم", "عليها", "عليهم"})
_SOMEBODY = frozenset({"source", "person", "country", "medium", "thing", "timeword", "measure"})


def _goes_on(grammar: Grammar, at: int) -> bool:
    """Whether something new begins: a colon, a clause of its own, another word of saying, or what a verb joined with و does."""
    token, part = grammar.tokens[at], grammar.parts[at]
    if token.raw in ":؛" or part in (SUBORDINATOR, CONTRAST):
        return True
    if grammar.phrases.is_participle_cue(at) or (part in (AUXILIARY, DEMONSTRATIVE, RELATIVE) and token.word.conjunction):
        return True
    return part == VERB and bool(token.word.conjunction or "cue" in token.word.labels)


def _speaker(grammar: Grammar, state: Walk) -> None:
    """وتطالب | الشكوى، المسؤولين بنقل العاملين: a noun alone before the first comma speaks, whatever it is."""
    first, comma = state.start + 1, state.start + 2
    if state.subject is None and state.needs_subject and grammar.is_comma(comma) and grammar.phrases.has_article(first):
        state.subject = (first, comma)


def _addressed(grammar: Grammar, state: Walk, end: int) -> None:
    """Whoever stands right before the deed, behind the last comma or right behind the speaker, is addressed.

    دعا أطباء، | ومنظمات إغاثة | إلى وضع خطة: behind a comma and و stands one more speaker.
    """
    commas = [k for k in range(state.start + 1, end) if grammar.is_comma(k)]
    if commas and commas[-1] == end - 1:
        commas.pop()
    behind = state.subject[1] if state.subject is not None and state.subject[0] > state.start else 0
    last = commas[-1] if commas else behind - 1
    first = past_light(grammar, last + 1, end) if last >= state.start else end
    if first < end and grammar.phrases.begins(first) and not grammar.phrases.preposition_of(grammar.tokens[first]):
        whom = (first, grammar.phrases.end(first, end))
        if grammar.tokens[first].word.conjunction and len(commas) == 1 and state.subject is not None and behind:
            state.subject = (state.subject[0], whom[1])
            state.addressee = None
        elif not grammar.tokens[first].word.conjunction:
            state.addressee = whom
    elif state.addressee is not None and state.addressee[1] > end:
        state.addressee = None


def _strange_matter(grammar: Grammar, state: Walk, first: int) -> None:
    """اتهم الوزير الجماعة | بطمس الأدلة, توعد القائد | بمقاضاتهم: a word with ب that no table knows, before what it is done to."""
    for at in range(first, min(state.limit, state.start + _NEAR)):
        if _goes_on(grammar, at) or grammar.is_comma(at) or grammar.parts[at] in (VERB, THAT, RELATIVE):
            return
        if _is_strange(grammar, at):
            state.subject, state.addressee = _up_to(state.subject, at), _up_to(state.addressee, at)
            called = state.cue.whom and state.subject is not None and state.subject[0] > state.start
            if state.addressee is None and called and (two_parties(grammar, state) or joined_in_sentence(grammar, state)):
                take_addressee(grammar, state, state.subject or (at, at))
            state.found("whom" if "ب" in state.cue.whom else "about", at)
            return


_NEAR, _SHORTEST = 12, 3


def _is_strange(grammar: Grammar, at: int) -> bool:
    """بطمس | الأدلة, بمقاضاتهم: a noun in ب that is no listed word or common form, with a definite genitive or a pronoun."""
    word = grammar.tokens[at].word
    unknown = grammar.parts[at] == NOUN and not (word.labels or word.analyses or frequency(word.norm))
    if not unknown or not word.norm.startswith("ب") or len(word.norm) < _SHORTEST or word.norm.startswith("بال"):
        return False
    behind = at + 1 < len(grammar.tokens) and grammar.parts[at + 1] == NOUN and grammar.phrases.is_definite(at + 1)
    return behind or word.norm.endswith(("اتهم", "اتها", "اته", "ها", "هم"))


def _up_to(where: Range | None, at: int) -> Range | None:
    """A phrase as far as a token; none where it begins there."""
    if where is None or where[1] <= at:
        return where
    return (where[0], at) if where[0] < at else None
