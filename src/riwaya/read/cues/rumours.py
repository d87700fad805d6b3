"""Reports and rumours that nobody is named for: تقارير عن انسحاب، وسط أنباء عن سقوط جرحى."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Cue, Noun
from riwaya.lang.ar.parts import PREPOSITION, QUANTIFIER, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Analysis, Word
from riwaya.read.clauses.papers import paper_at
from riwaya.read.grammar import Grammar
from riwaya.read.sayings.attribution import Attribution, content_from
from riwaya.read.sayings.unspoken import is_closely

_COMING = word_list("rumour goes round")


def report_of(grammar: Grammar, index: int) -> Attribution | None:
    """Reports or rumours of something that nobody is named for (تقارير عن انسحاب، أنباء أن الجسر سقط)."""
    token = grammar.tokens[index]
    found = token.word.find("source")
    if found is None or not is_report(token.word) or not _goes_round(grammar, index, found):
        return None
    limit = min(grammar.limit(index), index + 6)
    paper = paper_at(grammar, index, limit)
    if paper is not None and paper.owner is not None:
        return None
    for at in range(index + 1, limit):
        opens = grammar.parts[at] == THAT or grammar.tokens[at].norm == "عن"
        if opens:
            content = content_from(grammar, at + 1, index)
            if content is None or is_closely(grammar, at + 1) or grammar.tokens[at + 1].norm in ("طريق", "كثب"):
                return None
            return Attribution((index, index + 1), "assert", "rumour", "D", "report_of", content[0], agentless=True)
        if not grammar.phrases.is_adjective(at):
            return None
    return None


def prevails(grammar: Grammar, index: int) -> bool:
    """امرأتان يسود | الاعتقاد أنهما: a belief that prevails is nobody's in particular."""
    return index > 0 and grammar.tokens[index - 1].word.core in ("يسود", "تسود", "ساد", "سادت")


def is_report(word: Word) -> bool:
    """تقرير, أنباء, معلومات: what may go round without anybody to whom it is ascribed."""
    found = word.find("source")
    return found is not None and isinstance(found.sense.entry, Noun) and found.sense.entry.lemma in _REPORTS


_REPORTS = frozenset({"تقرير", "نبأ", "معلومة", "خبر"})


def _goes_round(grammar: Grammar, index: int, found: Analysis) -> bool:
    """وردت | أنباء عن, وسط | أنباء عن, | وأنباء عن, at the head of a clause; not what somebody has or asks for (لديه | معلومات,
    طلب المزيد من | المعلومات عن, زودهم | بمعلومات عن), and none at all (أي | أنباء, دون | أنباء).
    """
    first = index == grammar.layout.sentence(index).start
    if first or index == 0:
        return not found.preposition
    before, part = grammar.tokens[index - 1], grammar.parts[index - 1]
    if found.preposition or before.norm in _WITHOUT or before.norm == "اي":
        return False
    if part == VERB or _may_come(before.word):
        return _comes(before.word) and not grammar.negated(index - 1)
    if part in (PREPOSITION, QUANTIFIER) or before.word.core in _AMID:
        return before.word.core in _AMID
    return bool(found.conjunction)


def _comes(word: Word) -> bool:
    """وردت, تضاربت, تلقى: a verb of coming, going round or getting; not of carrying (نقل | التقرير عن باحث) or sending."""
    relays = any(isinstance(one.sense.entry, Cue) and "relay" in one.sense.entry.frames for one in word.all("cue", "verb"))
    return _may_come(word) and not relays


def _may_come(word: Word) -> bool:
    """وردت, وتواترت: also where no table knows the verb, so that و stands on it."""
    return bool({word.core, word.core.removeprefix("و")} & _COMING)


_WITHOUT = frozenset({"دون", "بدون", "بلا"})
_AMID = word_list("amid rumours")
