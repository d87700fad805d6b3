"""An attribution as the rules find it, before speakers are resolved; and where a content ends."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import (
    CONTRAST,
    NOUN,
    PREPOSITION,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    VERB,
)
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import swift
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases.manners import BEFORE_VERB
from riwaya.read.sayings.endings import (
    TO_THAT,
    dashes_end,
    only_acts,
    phrase_end,
    says_that,
    tells_beside,
    told_by_another,
)
from riwaya.read.sayings.fronted import is_main_behind
from riwaya.read.sayings.inner_speakers import of_inner_speaker, second_of_two
from riwaya.read.sayings.longer import tells_who_else
from riwaya.read.sayings.next_headline import before_next_headline
from riwaya.read.sayings.present import tells_on
from riwaya.read.sayings.remarks import LEFT_OPEN, as_he_says, is_aside, is_left_open, led_to_saying
from riwaya.read.sayings.semicolons import goes_on_behind
from riwaya.read.sayings.turning import another_acts, does_more, frame_follows, is_contrast
from riwaya.read.text.tokens import DOTS


@swift
@dataclass(frozen=True, slots=True)
class Attribution:
    """A reporting act in tokens (ranges, end exclusive).

    ``subject`` is None where the verb drops it; ``agentless`` where nobody is meant to be named; ``speaker`` is set later.
    """

    cue: Range
    act: str
    detail: str
    distance: str
    rule: str
    content: Range
    subject: Range | None = None
    agentless: bool = False
    gender: str = ""
    number: str = ""
    addressee: Range | None = None
    via: tuple[Range, ...] = ()
    quoted: bool = False


def attribution(cue: Range, entry: Cue, rule: str, content: Range, form: VerbForm | None = None) -> Attribution:
    """An attribution with what the cue table says of its verb."""
    gender = form.gender if form and form.gender in ("m", "f") else ""
    number = form.number if form else ""
    return Attribution(cue, entry.act, entry.detail, entry.distance, rule, content, gender=gender, number=number)


def content_from(grammar: Grammar, start: int, index: int, phrase: bool = False) -> tuple[Range, bool] | None:
    """The content that begins at a token, and whether it is a quotation; None where nothing is left.

    A content that begins with a mark runs to the closing mark, over full stops if need be; any other ends with its
    sentence, or before a new reporting act in it. A ``phrase`` (what stands behind a preposition or as object) ends
    also before a new clause.
    """
    limit = dashes_end(grammar, index, start)
    while start < limit and (grammar.is_comma(start) or grammar.tokens[start].raw in ":-–"):
        start += 1
    if start >= limit:
        return None
    close = grammar.layout.closing.get(start)
    if close is not None and _is_whole(grammar, start, close, limit):
        return (start, _before_participle(grammar, start, behind_mark(grammar, start, close), index)), True
    end = content_end(grammar, start, limit, index)
    if phrase:
        end = before_next_headline(grammar, start, phrase_end(grammar, start, end), index)
        end = _before_remark(grammar, start, end)
    end -= end - 1 > start and grammar.tokens[end - 1].norm == "وذلك"  # تبنى قتل جنود | وذلك في بيان
    end -= end - 1 > start and grammar.tokens[end - 1].raw in DOTS  # تعلن وقف القتال | .. وكييف تنفي
    end = _through_quote(grammar, start, end)
    return ((start, end), _mostly_quoted(grammar, start, end)) if end > start else None


def behind_mark(grammar: Grammar, opened: int, close: int) -> int:
    """The token behind a quotation: behind its closing mark, or where it was broken off for want of one."""
    marked = close < len(grammar.tokens) and grammar.layout.opening.get(close) == opened and grammar.is_sign(close)
    return close + 1 if marked else min(close, len(grammar.tokens))


def _before_participle(grammar: Grammar, start: int, end: int, cue: int) -> int:
    """«القصف لن يتوقف، | مطالبا بأن: where the closing mark is missing, a participle of the speaker behind a comma ends it."""
    if end - 1 in grammar.layout.opening:
        return end
    for at in range(start + 2, min(end, start + _LONGEST)):
        if grammar.is_comma(at - 1) and grammar.phrases.is_participle_cue(at) and starts_new_act(grammar, at, start, cue):
            return at - 1
    return end


_WHOLE, _LONGEST = 8, 80


def _before_remark(grammar: Grammar, start: int, end: int) -> int:
    """طالبوا برحيل الوزير، | الذي يتهمونه بالفساد: what is said of somebody else behind a comma is no part of what is asked for."""
    for at in range(start + 2, end - 1):
        if grammar.parts[at] != RELATIVE or not grammar.is_comma(at - 1) or grammar.parts[at + 1] != VERB:
            continue
        found = grammar.tokens[at + 1].word.find("cue", "verb")
        if found is not None and frame_follows(grammar, at + 1, strict=True):
            return at - 1
    return end


def _is_whole(grammar: Grammar, start: int, close: int, limit: int) -> bool:
    """Whether a quotation at the head of a content is all of it: it is long, or nothing of the clause follows."""
    after = close + 1
    if after + 1 < limit and grammar.is_comma(after) and _goes_on_that(grammar, start, after + 1):
        return False
    if after < limit and grammar.parts[after] == THAT and grammar.tokens[after].norm.startswith("و"):
        return False
    if after < limit and close - start > _WHOLE and grammar.tokens[after].norm in ("منذ", "ازاء"):  # «...» | منذ بدء المعارك
        return False
    if close - start > _WHOLE or after >= limit or grammar.is_comma(after) or grammar.is_sign(after):
        return True
    behind = grammar.tokens[after + 1].norm if after + 1 < len(grammar.tokens) else ""
    if grammar.parts[after] == RELATIVE or (grammar.tokens[after].norm, behind) == ("في", "اشاره"):
        return True
    joined = close - start <= _NAME and grammar.parts[after] == NOUN
    return bool(grammar.tokens[after].word.conjunction) and not joined


_NAME = 3


def _goes_on_that(grammar: Grammar, start: int, index: int) -> bool:
    """إنه «مناورة»، وإن المتمردين دفعوا: behind أن a quotation is only the first of what is said."""
    opened = start > 0 and grammar.parts[start - 1] == THAT
    return opened and grammar.parts[index] == THAT and grammar.tokens[index].norm.startswith("و")


def content_end(grammar: Grammar, start: int, limit: int, cue: int) -> int:
    """The first token that no longer belongs to a content: a comma before a new reporting act, else the limit."""
    index, tokens, closing = start + 1, grammar.tokens, grammar.layout.closing
    while index < limit:
        if index in closing and closing[index] < limit:
            index = closing[index] + 1
            continue
        word, comma, norm = tokens[index].word, grammar.is_comma(index - 1), tokens[index].norm
        if not (comma or word.conjunction or norm in _MAY_END or "cue" in word.labels):
            index += 1
            continue
        new = is_left_open(grammar, index) or ((comma or "cue" in word.labels) and starts_new_act(grammar, index, start, cue))
        new = new or (comma and is_main_behind(grammar, index, cue))
        may_turn = comma or word.conjunction or norm in _BUT or norm in _TURNERS
        if new or (may_turn and turns_away(grammar, index, start)):
            joint = comma or grammar.parts[index - 1] == SUBORDINATOR or grammar.layout.norms[index - 1] == "ثم"
            end = index - 1 if joint and index - 1 > start else index
            end -= 2 * (end - 2 > start and grammar.layout.norms[end - 2] == "ثم" and grammar.layout.norms[end - 1] in _RETURNS)
            return end - 1 if end > start + 1 and grammar.is_comma(end - 1) else end
        index += 1
    while limit > start + 1 and grammar.is_comma(limit - 1):
        limit -= 1
    return limit


def starts_new_act(grammar: Grammar, index: int, start: int, cue: int) -> bool:
    """Whether a new reporting act of the same speaker, or another speaker's, begins at a token of a content; ``cue``: its cue."""
    token = grammar.tokens[index]
    before_comma = grammar.is_comma(index - 1)
    if before_comma and (is_aside(grammar, index) or led_to_saying(grammar, index, cue)):
        return True
    if "cue" not in token.word.labels:
        return False
    if grammar.phrases.is_participle_cue(index):
        if index + 1 < len(grammar.tokens) and (_accused(grammar, index) or second_of_two(grammar, index)):
            return False
        loose = before_comma or grammar.phrases.is_accusative(index)
        feminine = token.word.bare.endswith("ة") and not is_deed_too(token.word.core)
        loose = loose or (feminine and (grammar.phrases.is_definite(index - 1) or hangs_free(grammar, index)))
        return loose and frame_follows(grammar, index)
    if grammar.parts[index] != VERB or as_he_says(grammar, index):
        return False
    found = token.word.find("cue", "verb")
    switched = grammar.parts[index - 1] == SUBORDINATOR and grammar.tokens[index - 1].word.core in _SWITCHERS
    if found is None or getattr(found.sense.form, "tense", "") != "perfect":
        on = tells_on(grammar, index, start, cue) and frame_follows(grammar, index, strict=True)
        return on or (found is not None and switched and told_by_another(grammar, index))
    if found.conjunction:
        noun = any(one.sense.part == "noun" for one in token.word.analyses) or _is_third_deed(grammar, index)
        deed = not before_comma and noun
        if (deed and not frame_follows(grammar, index, strict=True)) or only_acts(grammar, index):
            return False
        return _free_of_clause(grammar, index, start) and not of_inner_speaker(grammar, index, start, cue)
    surely = isinstance(found.sense.entry, Cue) and found.sense.entry.strength == "form"
    if before_comma and says_that(grammar, index, TO_THAT if surely else 3):
        return True
    main = (before_comma or grammar.parts[index - 1] in (NOUN, PREPOSITION)) and _is_conceded(grammar, cue)
    # وإذ شدد على الهدنة | أشار إلى, وإذ شدد على الهدنة، | دعا إلى
    main = main or (grammar.layout.norms[index - 1] == "ثم" and grammar.is_comma(index - 2))  # أكد أن الوضع خطير، ثم | ناشد السكان
    told = _again(grammar, index, cue) or (main and frame_follows(grammar, index, strict=True))
    return told or (switched and not does_more(grammar, index) and not only_acts(grammar, index))


def _is_third_deed(grammar: Grammar, index: int) -> bool:
    """تحتاج إلى حراسة وتفتيش | وبعث دوريات: behind a verbal noun with و a form of three letters is one more of them."""
    before = grammar.tokens[index - 1].word
    short = len(grammar.tokens[index].word.core) == _ROOT and grammar.parts[index - 1] == NOUN
    return short and bool(before.conjunction) and grammar.phrases.is_masdar(index - 1)


_ROOT = 3


def _again(grammar: Grammar, index: int, cue: int) -> bool:
    """أعلن الجيش أنه حرر رهائن | ثم أعلن تحرير آخرين: behind ثم the verb that the speaker has used before."""
    if grammar.layout.norms[index - 1] != "ثم":
        return False
    before, now = (grammar.tokens[at].word.find("cue", "verb") for at in (cue, index))
    return before is not None and now is not None and before.sense.entry is now.sense.entry


def hangs_free(grammar: Grammar, index: int) -> bool:
    """لن ترسل جنودا مضيفة أن: a feminine participle that is no attribute: behind a verb or an accusative in ـا, or before أن."""
    if grammar.parts[index - 1] == VERB and grammar.tokens[index - 1].norm.endswith("ت"):
        return True
    if grammar.group(index - 1, "source") == "document" and not grammar.phrases.is_definite(index - 1):
        return False  # تلقت معلومات | مؤكدة بأن
    if grammar.phrases.is_accusative(index - 1) and grammar.tokens[index - 1].word.bare.endswith("ا"):
        return not grammar.tokens[index].word.conjunction
    return grammar.parts[index - 1] != PREPOSITION and grammar.parts[index + 1 : index + 2] == [THAT]


def is_deed_too(core: str) -> bool:
    """مواصلة, مطالبة, معارضة: the feminine participle of the third form is spelled as its verbal noun."""
    return len(core) == _THIRD_FORM and core[0] == "م" and core[2] == "ا" and core.endswith("ه")


_THIRD_FORM = 6


def _accused(grammar: Grammar, index: int) -> bool:
    """متهمين بالانتماء, مشتبها بهم: right before ب the participle of accusing is passive and no act of the speaker's."""
    found = grammar.tokens[index].word.find("cue", "participle")
    cue = found.sense.entry if found is not None else None
    if isinstance(cue, Cue) and not cue.lemma:
        return True
    return isinstance(cue, Cue) and cue.lemma == "اتهم" and grammar.phrases.preposition_of(grammar.tokens[index + 1]) == "ب"


def turns_away(grammar: Grammar, index: int, start: int) -> bool:
    """Whether the sentence turns to somebody else at a token: ؛, or behind a comma فيما، بينما، لكن with another act,
    or in a title a second speaker with a verb of his own (كييف تعلن ... وموسكو تتحدث)."""
    if grammar.tokens[index].raw in "؛;":
        topic = grammar.parts[start - 1] == THAT and grammar.phrases.begins(start) and index + 1 < len(grammar.tokens)
        topic = topic and grammar.phrases.is_title(index + 1) and grammar.phrases.end(start, index, BEFORE_VERB) == index
        return not topic and not goes_on_behind(grammar, index + 1)
    if (index > start + 2 and _switches(grammar, index, start)) or (index > start + 1 and tells_beside(grammar, index)):
        return True
    if tells_who_else(grammar, start, index):
        return False
    if grammar.tokens[index].norm.startswith("فان") and grammar.is_comma(index - 1) and _is_conceded(grammar, start):
        return True
    if grammar.is_comma(index - 1) or (index > start + 2 and grammar.tokens[index].norm in _BUT):
        own = grammar.parts[index] == CONTRAST and grammar.tokens[start - 1].raw == ":" and start > 1
        return not own and is_contrast(grammar, index) and another_acts(grammar, index)  # وأكد: سنفتح الملف، | ولكن
    title = index > start + 1 and bool(grammar.tokens[index].word.conjunction) and grammar.layout.sentence(index).paragraph == 0
    if not title or not _second_speaker(grammar, index):
        return False
    return any(grammar.parts[k] == VERB or grammar.phrases.is_event_noun(k) for k in range(start, index))


def _is_conceded(grammar: Grammar, start: int) -> bool:
    """وفيما أدانت الرئاسة القصف، | فإنها دعت, رغم إعلاننا أننا بعيدون، | فإن: whether its sentence or quotation opens so."""
    quote = grammar.layout.quote_around(start)
    first = max(grammar.layout.sentence(start).start, quote.open + 1 if quote else 0)
    return first < start and grammar.tokens[first].word.core in _CONCEDED


_CONCEDED = frozenset({"فيما", "بينما", "رغم", "برغم", "اذ"})
_RETURNS = word_list("comes back to what he said")
"""أكد أنه باق | ثم عاد ونفى: he comes back to it."""
_BUT, _TURNERS = word_list("but"), frozenset({"من", "بعد", "قبل", "؛", ";"})
_MAY_END = _BUT | _TURNERS | LEFT_OPEN
"""What the report may turn away with, no comma or conjunction before it."""


def _switches(grammar: Grammar, index: int, start: int) -> bool:
    """من جانب آخر، من جهة أخرى، إلى ذلك: the report goes over to something else.

    بين الجيش من جهة والمسلحين من جهة أخرى tells of two sides.
    """
    if grammar.tokens[index].norm != "من":
        return False
    words = grammar.layout.norms[index : index + 3]
    if len(words) == _SWITCH_WORDS and ("من", words[1]) in pairwise(grammar.layout.norms[start:index]):
        return False
    return len(words) == _SWITCH_WORDS and words[1] in ("جانب", "جهه", "ناحيه") and words[2].startswith("اخر")


_SWITCH_WORDS = 3


def _second_speaker(grammar: Grammar, index: int) -> bool:
    word = grammar.tokens[index].word
    named = word.labels & {"country", "source"} or index in grammar.phrases.placed or grammar.phrases.is_definite(index)
    if not word.conjunction or not named or not grammar.phrases.begins(index):
        return False
    end = grammar.phrases.end(index, grammar.limit(index), BEFORE_VERB)
    return end < grammar.limit(index) and grammar.parts[end] == VERB and not grammar.tokens[end].word.conjunction


_SWITCHERS = word_list("switch to a speaker")


def _free_of_clause(grammar: Grammar, index: int, start: int) -> bool:
    """A coordinated reporting verb opens an act of its own unless it continues a relative or conditional clause.

    الخلية التي نفذت الهجوم | وأضافت أن: adding something goes on with nothing else.
    """
    found = grammar.tokens[index].word.find("cue", "verb")
    adds = found is not None and isinstance(found.sense.entry, Cue) and found.sense.entry.detail == "add"
    if adds and grammar.parts[index + 1 : index + 2] == [THAT]:
        return True
    for before in range(index - 1, start, -1):
        if grammar.is_comma(before):
            return True
        if grammar.parts[before] == RELATIVE:
            return False
        if grammar.parts[before] in (THAT, CONTRAST):
            return True
    return True


def _through_quote(grammar: Grammar, start: int, end: int) -> int:
    """A content that ends inside a quotation which it opened goes on to the closing mark."""
    if not grammar.layout.closing:
        return end
    for index in range(end - 1, start - 1, -1):
        close = grammar.layout.closing.get(index)
        if close is not None and close >= end:
            return behind_mark(grammar, index, close)
    return end


def _mostly_quoted(grammar: Grammar, start: int, end: int) -> bool:
    """Whether quotation marks hold more than half of a content."""
    inside = sum(
        min(close, end) - index for index, close in grammar.layout.closing.items() if start <= index < end and close > index
    )
    return inside * 2 > end - start
