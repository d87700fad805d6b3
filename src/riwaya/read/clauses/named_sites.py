"""Event words by which something is called: where people fight or launch missiles, camps, towns, operations named like a deed."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.parts import PREPOSITION, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.grammar import Grammar, Range


def is_in_a_name(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """في مناطق | العمليات العسكرية, ميدان | المعركة, ساحة | التحرير, عملية | «ضربة الصقر»: a deed by which something is called."""
    before = grammar.tokens[index - 1].word.core if index else ""
    if operations_name(grammar, index) is not None or _ends_site(grammar, index):
        return True
    if entry.lemma == "انفجر" and before in ("شديد", "شديده"):  # مواد شديدة | الانفجار
        return grammar.phrases.has_article(index)
    if entry.lemma == "أطلق" and grammar.parts[index] != VERB:
        return before.removesuffix("ا") in _SITES
    if entry.lemma == "انتشر" and grammar.parts[index] != VERB:
        return before in _POSTED  # في مناطق | انتشار الجيش
    if entry.lemma == "خفض" and index:
        opened = index > 1 and grammar.tokens[index - 1].raw in _QUOTES
        site = grammar.tokens[index - 2].word.core if opened else before
        return site in _EASED and not grammar.tokens[index - 1].word.article  # منطقة | خفض التصعيد
    if grammar.tokens[index].norm in _CAPITALS and grammar.parts[index] != VERB:
        return True  # في | دكا
    if entry.group in _NAMES and before in _SETTLED and _is_called(grammar, index):
        return True
    if before in _SQUARES and grammar.tokens[index].norm == "التحرير":
        return _is_called(grammar, index)
    if before in _OFFICES and _is_work_of_site(grammar, index, entry):
        return True
    return (entry.lemma in _FOUGHT and before in _AREAS) or (entry.lemma == "نزح" and before in _CAMPS)


def _is_work_of_site(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """في مركز | الاعتقال, مراكز | احتجاز سرية, مكتب | التجنيد: what a site without article is for, right behind it."""
    held = entry.group == "arrest" and grammar.parts[index] != VERB and not grammar.tokens[index].word.conjunction
    return not grammar.tokens[index - 1].word.article and (held or grammar.phrases.has_article(index))


def _ends_site(grammar: Grammar, index: int) -> bool:
    """قصف مستشفى كمال | عدوان, في محيط مشفى كمال | عدوان: the last word of a known site's name, behind a first name."""
    word = grammar.tokens[index].word
    if not grammar.places or grammar.parts[index] == VERB or word.preposition or word.article:
        return False
    sites = (grammar.place_at.get(at) for at in range(max(0, index - _SITE_NAME), index - 1))
    return any(site is not None and site.known == "site" and site.end == index + 1 for site in sites)


_SITE_NAME = 5


def operations_name(grammar: Grammar, index: int) -> Range | None:
    """عملية | «ضربة الصقر», أطلق على الحملة اسم | «الهجوم الكبير»: the few words between marks that an operation is called by."""
    quote = grammar.layout.quote_around(index)
    if quote is None or quote.open == 0 or not _NAME[0] <= quote.close - quote.open - 1 <= _NAME[1]:
        return None  # عملية «تحرير» المدينة
    return (quote.open, quote.close) if grammar.tokens[quote.open - 1].word.core in _OPERATIONS else None


def only_names(grammar: Grammar, index: int, entry: Trigger) -> bool:
    """أطلق الجيش على العملية | اسم «الصقر»: to give a name begins nothing; أطلق عملية باسم «الصقر», تحت اسم «الصقر» does."""
    if entry.lemma != "أطلق" or entry.group != "start":
        return False
    for at in range(index + 1, grammar.limit(index)):
        if grammar.tokens[at].norm in _NAMED:
            return grammar.parts[at - 1] != PREPOSITION
    return False


def _is_called(grammar: Grammar, index: int) -> bool:
    """بلدة | حوار, قرية | الصلح: what a settlement is called by; not طالب في المدينة | بوقف القصف."""
    word = grammar.tokens[index].word
    bare = not (word.preposition or word.conjunction or grammar.tokens[index - 1].word.article)
    return bare and grammar.parts[index] != VERB


_NAMES, _SETTLED = frozenset({"meet", "deal", "stop"}), word_list("settlement by name")
_FOUGHT = frozenset({"عملية", "معركة", "قاتل"})
_AREAS, _SITES, _CAMPS = word_list("area of operations"), word_list("launch site"), word_list("camp of the displaced")
_QUOTES = frozenset('"«“')
_EASED, _CAPITALS = word_list("eased area"), word_list("town like a deed")
_OFFICES = word_list("site by its work")
_POSTED, _SQUARES = word_list("where troops are posted"), word_list("square by name")
_OPERATIONS, _NAMED, _NAME = word_list("operation by name"), word_list("name that is given"), (2, 3)
