"""Who makes a visit that only says when something is done or told: قال الوزير أثناء زيارة إلى المدينة, حل ضيفا في زيارة."""

from __future__ import annotations

from riwaya.lang.ar.parts import VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.clauses import owning
from riwaya.read.clauses.companions import CLASSES, entries_at
from riwaya.read.clauses.near import ACTOR
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.arguments import Syntax

_FAR, _LONGEST = 40, 12


def visits(grammar: Grammar, at: int, mark: Mark) -> bool:
    """وصل كارتر في | زيارة, توجه الأمير في | زيارة: whoever comes or goes on a visit makes it."""
    return mark.entry.mode == "visit" and any(one.lemma in ("وصل", "توجه", "سافر", "غادر") for one in entries_at(grammar, at))


def visitor(syntax: Syntax, mark: Mark) -> Range | None:
    """وصف الوزير القوات بأنها قوية أثناء | زيارة, حل الوزير بالعراق في | زيارة: the official who is told of before his visit.

    قال الوزير إن الهدنة صامدة، وذلك خلال | لقاء مع السفير: and whoever meets only another who is named.
    صحفيون يرافقون الوزير في | زيارته: whoever is accompanied makes it.
    """
    grammar, led = syntax.grammar, mark.index - 1
    if mark.is_verb or mark.found.article or not (_is_visit(grammar, mark) and grammar.tokens[led].word.core in _DURING):
        return None
    if (guest := _accompanied(grammar, led)) is not None:
        return guest
    for at in range(led - 1, max(grammar.layout.sentence(led).start, led - _FAR) - 1, -1):
        found = _who_is_told_of(syntax, at) if grammar.parts[at] == VERB else None
        if found is not None and found[1] <= mark.index and _is_somebody(grammar, found[0]):
            return found if not mark.found.pronoun or syntax.compatible(owning(mark.found.pronoun), found) else None
    return None


def _is_visit(grammar: Grammar, mark: Mark) -> bool:
    """خلال | زيارة, خلال لقاء | مع السفير: a visit, or a meeting of which only one side is named."""
    if mark.entry.mode == "visit":
        return True
    met = mark.entry.group == "meet" and grammar.tokens[mark.index - 1].norm in ("خلال", "اثناء")
    return met and "مع" in grammar.layout.norms[mark.end : mark.end + 2]


def _is_somebody(grammar: Grammar, at: int) -> bool:
    return CLASSES["#official"](grammar, at) or grammar.phrases.is_name(at)


def _who_is_told_of(syntax: Syntax, at: int) -> Range | None:
    """قال | الوزير: the subject of a verb; استقبل الملك | الوزير: whoever is received visits."""
    hosts = any(entry.lemma == "استقبل" for entry in entries_at(syntax.grammar, at))
    return syntax.of(at).object if hosts else syntax.of(at).subject


def _accompanied(grammar: Grammar, led: int) -> Range | None:
    """المرافقين | لوزير الدفاع | في زيارته, يرافقون | الوزير | في زيارته: who stands between accompanying and the visit."""
    for at in range(led - 1, max(grammar.layout.sentence(led).start, led - _LONGEST), -1):
        if _GOES_WITH in grammar.tokens[at - 1].word.core:
            whole = grammar.phrases.begins(at) and grammar.phrases.end(at, led, ACTOR) == led
            return (at, led) if whole else None
    return None


_DURING, _GOES_WITH = word_list("during a visit"), "رافق"
