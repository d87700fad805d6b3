"""A quotation behind a reporting verb: what is said, the name of a paper, the speaker, or whoever is addressed."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import NOUN, PREPOSITION, THAT, VERB
from riwaya.read.clauses.adverbials import past_adverbs
from riwaya.read.clauses.clauses import guessed_form
from riwaya.read.cues.complements import whom_content
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import SUBJECT, Manner
from riwaya.read.sayings.objects import CLAIMED
from riwaya.read.sayings.silent_marks import names_work
from riwaya.read.sayings.walks import SAYS, Walk
from riwaya.read.words.parts import IN_IT

LABEL_TOKENS = 4
"""A quotation of so many words may be a name."""
_TO_THAT, _FEW = 12, 3


def quotation(grammar: Grammar, state: Walk, at: int) -> int:
    """A quotation is the content, or holds whom a verb calls on; where it is short it may name the paper or group before it."""
    close = grammar.layout.closing[at]
    if names_work(grammar, at):
        return close + 1
    if (close - at - 1 <= LABEL_TOKENS and _is_notified(grammar, state, at)) or _calls_on_all(grammar, state, at, close):
        state.addressee = (at + 1, close)
        whom_content(grammar, state, close + 1)
        return close + 1
    return at + 1 if _asks_in_marks(grammar, state, at, close) else _quotation(grammar, state, at)


def _quotation(grammar: Grammar, state: Walk, at: int) -> int:
    close = grammar.layout.closing[at]
    short = close - at - 1 <= LABEL_TOKENS
    if (speaker := _quoted_speaker(grammar, state, at)) is not None:
        state.subject = _with_people(grammar, state, speaker, at)
        return max(state.subject[1], close + 1)
    introduces = close + 1 < state.limit and (grammar.tokens[close + 1].raw == ":" or close + 1 in grammar.layout.closing)
    introduces = introduces or (close + 1 < state.limit and grammar.parts[close + 1] == THAT)
    told = state.addressee is not None or grammar.phrases.is_channel(at - 1)  # قال الحزب في بيان «المعركة طويلة».
    told = told or (state.subject is not None and "quote" in state.cue.frames and close - at > _FEW)  # قال الوزير من عمان «..».
    ends = told and all(grammar.is_sign(k) for k in range(close + 1, state.limit))
    named = short and (grammar.phrases.is_namer(at - 1) or introduces) and not ends  # قال للوكالة الفرنسية «نريد السلام».
    named = named and not _is_said_by(grammar, state, at, close)
    paper = close + 1 if short and _is_paper_told(grammar, state, at, close) else 0
    if behind := _past_his_name(grammar, state, at, close) or paper:
        return behind
    if named and not _is_clause(grammar, at, close, state.limit) and not _is_deed_told(grammar, state, at):
        return close + 1
    if _names_somebody(grammar, state, at, close):
        return close + 1
    apposed = close + 1 < state.limit and grammar.is_comma(close + 1) and state.is_behind_subject(at)
    if short and apposed and state.cue.whom and state.subject is not None and not _is_clause(grammar, at, close, state.limit):
        state.subject = (state.subject[0], close + 1)  # رئيس اللجنة العربية «لجنة الميثاق»،
        return close + 1
    if short and state.cue.whom and state.addressee is None:
        state.addressee = (at + 1, close)
        whom_content(grammar, state, close + 1)
        return close + 1
    if close - at <= _WORD and not _stands_as_said(grammar, state, at):
        return close + 1
    if "quote" in state.cue.frames or ("that" in state.cue.frames and not short):
        state.found("quote", at)
        state.quote = True
        return at + 1
    if state.cue.frames & {"obj", "whom", "attack", "masdar"}:
        state.found("object", at)
        return at + 1
    return close + 1


def _calls_on_all(grammar: Grammar, state: Walk, at: int, close: int) -> bool:
    """ودعا | «جميع الأطراف» إلى الهدوء: all of them in marks behind a verb that names nobody are called on."""
    asks = state.cue.whom and state.cue.act in ("demand", "warn") and state.subject is None and state.addressee is None
    return bool(asks) and at == state.start + 1 and close - at <= LABEL_TOKENS and grammar.tokens[at + 1].word.core in _ALL


_ALL = ("جميع", "كافه", "كل", "اطراف")


def _asks_in_marks(grammar: Grammar, state: Walk, at: int, close: int) -> bool:
    """دعت الوزارة | "كل الأطراف إلى الهدوء": marks that hold whom a verb calls on and to what."""
    if not state.cue.whom or state.addressee is not None or state.subject is None or not grammar.phrases.begins(at + 1):
        return False
    stops = SUBJECT.stops | state.cue.preps | state.cue.whom
    end = grammar.phrases.end(at + 1, close, Manner(stops, split=True))
    if end >= close:
        return False
    whom_content(grammar, state, end)
    if state.content is None or state.content >= close:
        state.content, state.joint = None, ""
        return False
    state.addressee, state.quote = (at + 1, end), True
    return True


def _with_people(grammar: Grammar, state: Walk, named: Range, opening: int) -> Range:
    """نعى «حزب الفجر» | اللبناني المقاتلين: a people's name with the article behind a name in marks belongs to it."""
    at = named[1] + (named[1] in grammar.layout.opening)
    theirs = at < state.limit and "demonym" in grammar.tokens[at].word.labels and grammar.phrases.has_article(at)
    theirs = theirs and not grammar.tokens[at].norm.endswith("يين")  # دعت «الجبهة» | الفلسطينيين إلى التظاهر
    return (opening, at + 1) if theirs and grammar.phrases.is_adjective(at) else named


def _names_somebody(grammar: Grammar, state: Walk, at: int, close: int) -> bool:
    """قائد اللواء | «15» وقائد العملية لـ«الشروق» إن: a few words in marks with أن behind them are what somebody is called."""
    few = close - at <= _NAME and not _is_said_by(grammar, state, at, close)
    return few and VERB not in grammar.parts[at:close] and _that_follows(grammar, close + 1, state.limit)


def _is_said_by(grammar: Grammar, state: Walk, at: int, close: int) -> bool:
    """قال مسؤول أميركي | "الجيش باق في المدينة"، وأضاف أن: somebody without a name has none in marks, with a comma behind it."""
    person = state.subject is not None and grammar.group(state.subject[0], "source") in ("anonymous", "witness")
    comma = close + 1 < state.limit and grammar.is_comma(close + 1)
    return person and comma and state.is_behind_subject(at) and close - at > _WORD + 1 and "quote" in state.cue.frames


def _past_his_name(grammar: Grammar, state: Walk, at: int, close: int) -> int:
    """كشف المبعوث الأوروبي | "نادر يونس"؛ | عن خطة: the speaker's name in marks, where what he tells of stands behind it.

    The token behind the name and the comma or semicolon after it; 0 where it is no name.
    """
    if state.subject is None or at != state.subject[1] or close - at > _FULL_NAME or not grammar.phrases.is_title(state.subject[0]):
        return 0
    inner = range(at + 1, close)
    if any(grammar.parts[k] != NOUN or grammar.phrases.is_event_noun(k) or grammar.phrases.is_masdar(k) for k in inner):
        return 0
    behind = close + 1 + (close + 1 < state.limit and grammar.tokens[close + 1].raw in "،,؛;")
    if behind >= state.limit or grammar.tokens[behind].norm not in state.cue.preps:
        return 0
    state.subject = (state.subject[0], close + 1)
    return behind


_FULL_NAME = 7
"""The distance of two marks that hold a person's full name."""


def _is_paper_told(grammar: Grammar, state: Walk, at: int, close: int) -> bool:
    """قال في اتصال مع | «صوت الشمال» من الجبال، أمس: «الحرب بدأت»: a name in marks behind مع, a colon and marks ahead of it."""
    ahead = range(close + 1, state.limit - 1)
    said = any(grammar.tokens[k].raw == ":" and k + 1 in grammar.layout.closing for k in ahead)
    return said and grammar.tokens[at - 1].norm == "مع" and VERB not in grammar.parts[at:close]


def _is_notified(grammar: Grammar, state: Walk, at: int) -> bool:
    """أبلغت مصادر أمنية | «الصباح» أن: right behind a nameless source the paper in marks that a verb of notifying asks for."""
    nameless = state.subject is not None and grammar.group(state.subject[0], "source") == "anonymous"
    return nameless and "obj" in state.cue.whom and state.addressee is None and state.is_behind_subject(at)


def _is_deed_told(grammar: Grammar, state: Walk, at: int) -> bool:
    """طلبت الحكومة في بيان «وقف القصف» ورحيل القوات: behind a channel of its own kind a deed in marks is what is said."""
    channel = state.subject is not None and bool(state.cue.frames & CLAIMED) and grammar.phrases.is_channel(at - 1)
    return channel and not grammar.phrases.has_article(at + 1) and grammar.phrases.is_event_noun(at + 1)


def _stands_as_said(grammar: Grammar, state: Walk, at: int) -> bool:
    """قال الوزير: «كلا»: one word in marks is said if it stands right behind the verb, the speaker or a colon.

    أعلنت السلطات أمس «تحرير» المدينة: a deed is, wherever it stands behind the speaker.
    """
    deed = grammar.phrases.is_masdar(at + 1) or grammar.phrases.is_event_noun(at + 1)
    if state.subject is not None and state.cue.frames & CLAIMED and deed:
        return True
    beside = state.subject is not None and at == state.subject[1]
    return beside or at == state.start + 1 or grammar.tokens[at - 1].raw in ":،"


_WORD = 2
"""The distance of two marks that hold one word."""


def speaks_himself(grammar: Grammar, state: Walk, at: int) -> bool:
    """قال الوزير نحن نرحب, وأضاف البيان لقد, وقال نطالب: his own words without a mark, in the first person, behind قال or أضاف."""
    if state.cue.lemma not in SAYS or at != (state.subject[1] if state.subject else state.start + 1):
        return False
    if grammar.tokens[at].norm in _OURSELVES:
        return True
    verbs = grammar.tokens[at].word.all("cue", "verb")
    if verbs and grammar.tokens[at].raw.startswith("أ") and all(_opens_bare(found.sense.entry) for found in verbs):
        return True
    forms = [found.sense.form for found in verbs] if grammar.parts[at] == VERB else []
    return bool(forms) and all(isinstance(form, VerbForm) and form.person == 1 and form.tense == "imperfect" for form in forms)


def _opens_bare(entry: object) -> bool:
    """اعتقد: a verb that begins with a bare alif has a hamza there in the first person only (وتابع | أعتقد أن)."""
    return isinstance(entry, Cue) and entry.lemma.startswith("ا")


_OURSELVES = frozenset({"نحن", "لقد", "انا", "اننا", "انني"})


def _that_follows(grammar: Grammar, at: int, limit: int) -> bool:
    """قائد اللواء «15» وقائد العملية لـ«الشروق» إن: a few words in marks, and no verb before أن, are not what is said."""
    end = next((k for k in range(at, limit) if grammar.parts[k] == VERB or grammar.tokens[k].raw == ":"), limit)
    return THAT in grammar.parts[at:end] or _that_opens(grammar, at, limit)


def _that_opens(grammar: Grammar, at: int, limit: int) -> bool:
    """رئيس اللجنة «لجنة الميثاق» في بيان حصلت الصحيفة عليه، إنه: behind the channel and a comma إن opens what is said."""
    if at + 1 >= limit or grammar.parts[at] != PREPOSITION or not grammar.phrases.is_channel(at + 1):
        return False
    opens = (k for k in range(at + 2, limit) if grammar.is_comma(k - 1) and grammar.tokens[k].raw.startswith("إن"))
    return any(grammar.parts[k] == THAT for k in opens)


_NAME = 4
"""The distance of two marks that hold a name or number."""


def _is_clause(grammar: Grammar, opened: int, close: int, limit: int) -> bool:
    """قال لوكالة رويترز «المسلحون انسحبوا»: words in marks with a verb name no paper, if nothing behind them is said."""
    behind = range(close + 1, limit)
    if any(grammar.parts[k] == THAT or grammar.tokens[k].raw == ":" or k in grammar.layout.closing for k in behind):
        return False
    verbs = (k for k in range(opened + 1, close) if grammar.parts[k] == VERB)
    return grammar.is_sign(min(close + 1, len(grammar.tokens) - 1)) and any(grammar.tokens[k].word.analyses for k in verbs)


def _quoted_speaker(grammar: Grammar, state: Walk, at: int) -> Range | None:
    """A name in marks right behind the verb speaks, where what stands behind it tells that it is not what is said."""
    first = state.start + 1 + (grammar.tokens[state.start + 1].norm in IN_IT)  # في وقت حذر فيه | «الحرس»
    beside = state.needs_subject and at == past_adverbs(grammar, first, state.limit)
    if beside and grammar.tokens[at].raw == "(" and state.subject is None:  # أكدت | (سرايا القدس – كتيبة نابلس)، في بيان، أنها
        return at + 1, grammar.layout.closing[at]
    named = grammar.phrases.in_marks(at, state.limit) if beside else None
    if named is None or state.subject is not None or named[1] + 1 >= state.limit:
        return None
    if _is_body(grammar, state, named):
        second = grammar.layout.marked(named[1] + 2) if grammar.tokens[named[1] + 1].norm == "و" else None
        return named if second is None else (at, second[1])
    deed = (grammar.phrases.is_masdar(named[0]) or grammar.phrases.is_event_noun(named[0])) and bool(state.cue.frames & CLAIMED)
    name = named[1] - named[0] <= _SHORT and not deed  # نفى "وجود قتلى" في صفوفه
    return named if name and _goes_on(grammar, state, named[1] + 1) else None


def _is_body(grammar: Grammar, state: Walk, named: Range) -> bool:
    """أفاد «مرصد حقوقي» بـ, ذكرت «شبكة الضفة»، أن, طالبت «شبكة الضفة» السلطات: a body that the verb agrees with."""
    start, close = named
    behind = past_adverbs(grammar, close + 1, state.limit)  # قالت «شبكة الضفة» | اليوم إن
    behind = behind if behind < state.limit and grammar.parts[behind] == THAT else close + 1
    cut_off = grammar.is_comma(behind) or grammar.tokens[behind].raw == ":"
    if cut_off and (behind + 1 >= state.limit or not _is_told(grammar, start, behind)):
        return False
    behind += cut_off
    if close - start > _BODY or grammar.is_sign(behind) or any(grammar.is_sign(k) for k in range(start, close)):
        return False
    that = grammar.parts[behind] == THAT and VERB not in grammar.parts[start:close]
    if not that and grammar.phrases.end(start, close, SUBJECT) < close:
        return False
    spoken = grammar.parts[behind] == THAT or bool(grammar.tokens[start].word.labels & {"source", "medium"})
    spoken = spoken or (grammar.tokens[behind].norm == "في" and grammar.phrases.is_channel(behind + 1))  # في بيان
    addressed = grammar.parts[behind] == NOUN and not grammar.phrases.preposition_of(grammar.tokens[behind])
    spoken = spoken or (bool(state.cue.whom) and addressed)
    return spoken and grammar.agrees(guessed_form(grammar, state.start), start, before=False)


def _is_told(grammar: Grammar, start: int, sign: int) -> bool:
    """أعلن «مرصد حقوقي»، أن, قال «مرصد حقوقي»: إن, أعلنت «شبكة الضفة»، مقتل طفل: what is said stands behind the comma or colon."""
    if grammar.parts[sign + 1] == THAT:
        return not grammar.tokens[sign + 1].word.conjunction
    body = "source" in grammar.tokens[start].word.labels and grammar.is_comma(sign)
    return body and grammar.phrases.is_event_noun(sign + 1) and not grammar.phrases.has_article(sign + 1)


def _goes_on(grammar: Grammar, state: Walk, behind: int) -> bool:
    """قال «عسيري» في حديث: behind a short name the sentence goes on, or a comma and then what is said."""
    if not grammar.is_sign(behind) or grammar.tokens[behind].raw == ":":
        return True
    rest = range(behind, min(state.limit, behind - 1 + _TO_THAT))
    told = any(grammar.parts[k] == THAT or grammar.tokens[k].raw == ":" or k in grammar.layout.closing for k in rest)
    return grammar.is_comma(behind) and told


_BODY, _SHORT = 6, 2
"""A body in marks has so many words at most; another name in marks so many."""
