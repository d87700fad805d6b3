"""A written word taken apart: conjunction, preposition, article, stem, pronoun, and what the lexicon says of the stem.

Arabic writes particles onto words (وبالمدينة = and + in + the + city). Every cut that leaves a stem of the lexicon is an
analysis; cuts follow the order و/ف, then س (future), then ب/ك/ل, then ال, and a pronoun at the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from riwaya.lang.ar.clitics import CONJUNCTIONS, RARE, guessed, is_whole_name
from riwaya.lang.ar.conjugate import IMPERFECT, JUSSIVE, VerbForm
from riwaya.lang.ar.facts import Facts
from riwaya.lang.ar.forms import frequency
from riwaya.lang.ar.lexicon import ARTICLED, Cue, Noun, Sense, Trigger, lexicon
from riwaya.lang.ar.nouns import NounForm
from riwaya.model.swift import swift
from riwaya.spelling import bare, level

PRONOUNS = ("هما", "كما", "هم", "ها", "هن", "نا", "كم", "ه", "ك", "ي")
"""Pronouns as they hang on words, longest first."""

_BY_LAST_LETTER = {last: tuple(one for one in PRONOUNS if one[-1] == last) for last in {one[-1] for one in PRONOUNS}}
_ARTICLES = ("ال", "وال", "بال", "لل", "ولل", "كال", "وبال", "فال")
OWN_ARTICLE = frozenset(
    "التزام التزامه التزامها التزامهم التحاق التحاقه التحاقهم التفاف التماس التماسا التقاط التئام التباس التهام".split()
)
"""Verbal nouns that begin with ال of their own."""
_SHORTEST, _CACHE_LIMIT = 3, 200_000


@swift
@dataclass(frozen=True, slots=True)
class Analysis:
    """One way to read a word: its clitics and the sense of what remains."""

    sense: Sense
    stem: str
    conjunction: str = ""
    preposition: str = ""
    article: bool = False
    pronoun: str = ""
    future: bool = False


Clitics = tuple[str, str, bool, bool]  # what is cut off before a stem: conjunction, preposition, an article, a س of the future


class Word(Facts):
    """A written form with all its analyses; one object per form, shared by all tokens."""

    __slots__ = ("analyses", "article", "bare", "classes", "conjunction", "core", "groups", "labels", "norm", "preposition")

    def __init__(self, form: str, joined: str = "") -> None:
        super().__init__()
        self.bare = bare(form)
        self.norm = level(self.bare)
        found = () if joined == "ل" else tuple(_analyses(self.norm, self.bare.endswith("ة")))
        self.analyses = _without_far_fetched(found, self.bare) if found else found
        self.labels, self.classes = _labelled(tuple([(found.sense.label, found.sense.part) for found in self.analyses]))
        self.groups = _grouped(self.analyses)
        """Label of a noun of the tables → its class there: what ``group_of`` gives."""
        clitics = _clitics(self.norm, self.analyses)
        if joined:
            clitics = ("و", "", self.norm[1:]) if joined == "و" else ("", joined, self.norm[1:])
        self.conjunction, self.preposition, self.core = clitics
        self.article = self.norm.startswith(_ARTICLES) and _has_article(self) and not _governs(self)

    def find(self, label: str, part: str = "") -> Analysis | None:
        """The best analysis with this label (and part), None where there is none."""
        if label not in self.labels:
            return None
        for found in self.analyses:
            if found.sense.label == label and (not part or found.sense.part == part):
                return found
        return None

    def all(self, label: str, part: str = "") -> list[Analysis]:
        """Every analysis with this label (and part)."""
        if label not in self.labels:
            return []
        return [found for found in self.analyses if found.sense.label == label and (not part or found.sense.part == part)]


def group_of(word: Word, label: str) -> str:
    """The class that the tables give a noun of this label (person, source, thing); empty where none stands."""
    return word.groups.get(label, "")


def _grouped(analyses: tuple[Analysis, ...]) -> dict[str, str]:
    groups: dict[str, str] = {}
    for found in analyses:
        entry = found.sense.entry
        groups.setdefault(found.sense.label, entry.group if isinstance(entry, Noun) else "")
    return groups or _NO_GROUPS


_NO_GROUPS: dict[str, str] = {}


@lru_cache(10_000)
def _labelled(senses: tuple[tuple[str, str], ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The labels of a form, and its labels with the part of speech (cue.verb), from both as its analyses have them."""
    return frozenset([label for label, _ in senses]), frozenset([f"{label}.{part}" for label, part in senses])


def _governs(word: Word) -> bool:
    """للجنة الإغاثة, للواء المدرع, للبنان: a body or state whose own first letter is ل takes its genitive behind ل."""
    return bool(word.labels & {"source", "country"}) and word.preposition == "ل" and word.core.startswith("ل")


def _has_article(word: Word) -> bool:
    """Whether what looks like the article is one: no part of a stem (والي, ألمانيا, التزام)."""
    if len(word.norm) <= _SHORTEST or (word.norm[0] in "وفبك" and not (word.conjunction or word.preposition)):
        return False
    if word.norm.startswith(("لل", "ولل")):  # للأسرى has its article in the second ل
        return True
    cut = word.norm.find("ا", 0, _SHORTEST)
    return not (0 <= cut < len(word.bare) and word.bare[cut] in "أإآ") and word.norm.lstrip("وفبك") not in OWN_ARTICLE


def _lacks_hamza(one: Analysis, written: str) -> bool:
    """ياسر is a name, يأسر takes prisoner, المحنا is a name, no ألمحنا: what is written with hamza where it is the verb."""
    form, entry = one.sense.form, one.sense.entry
    if written == "وادي":  # a valley: وأدى إلى has its hamza, or at least its ى
        return True
    if written.startswith("ال") and written.endswith("نا"):
        return isinstance(entry, Cue | Trigger) and one.sense.part == "verb" and entry.lemma.startswith("أ")
    if not isinstance(form, VerbForm) or form.tense == "perfect" or not isinstance(entry, Cue | Trigger):
        return False
    if entry.lemma in _DOUBLED or (one.future and "سا" in written[:3]):  # ساعد is no سأعد
        return form.person == 1
    rooted = len(entry.lemma) == 3 and entry.lemma.startswith("أ")
    return rooted and "أ" not in written and "ؤ" not in written


_DOUBLED = frozenset({"أصر", "أقر", "ألح", "أمد"})
"""Verbs of the fourth form whose hamza is no radical: يصر, يقر; نصر is no "we insist"."""


def _same_hamza(one: Analysis, written: str) -> bool:
    """هنأ is no هنا, كان no كأن: only the first hamza of a particle is left off in print, be it behind ب or ل (بان، لانه)."""
    if one.sense.part != "closed" or one.pronoun or one.sense.label == "number":
        return True
    last = one.sense.entry.lemma.split()[-1]
    tail = last[2 if last.startswith(("بأن", "لأن")) else 1 :].translate(_LEVEL)
    return written.translate(_LEVEL).endswith(tail) or not tail


_LEVEL = str.maketrans({"ى": "ي", "ة": "ه", "آ": "أ"})


def _articled(one: Analysis) -> bool:
    """الكاميرون is a country, كاميرون a surname."""
    return one.article or one.sense.form is not ARTICLED


def _without_far_fetched(found: tuple[Analysis, ...], written: str) -> tuple[Analysis, ...]:
    """وزير is minister, not "and was visited": behind a conjunction no passive stands beside a whole noun.

    والدهم is their father, not "and the raid": nor does a noun with the article beside one with its owner.
    """
    if len(found) > 1 and written.endswith("ه"):
        found = _without_women(found)
    found = tuple([one for one in found if not _lacks_hamza(one, written) and _same_hamza(one, written) and _articled(one)])
    likely = tuple([one for one in found if one.pronoun != "ي" and one.preposition != "ك"])  # بدوي, قبلي, كاميرا
    found = likely or found
    if written[:2] in ("وآ", "فآ", "وو", "وأ", "وإ") and any(one.conjunction for one in found):  # ووجه, وأحد: و is no letter
        return tuple([one for one in found if one.conjunction])
    if len(found) < 2 or not any(one.sense.part == "noun" and not one.conjunction and not one.preposition for one in found):
        return found
    owned = any(one.pronoun and not one.conjunction for one in found)
    found = tuple([one for one in found if not (one.conjunction and one.article and owned)])
    return tuple([one for one in found if not one.conjunction or getattr(one.sense.form, "voice", "") != "passive"])


def _without_women(found: tuple[Analysis, ...]) -> tuple[Analysis, ...]:
    """زعيمه is his leader, طالبه "he asked him": written with ه, no زعيمة or طالبة beside what has the pronoun."""
    if not any(one.pronoun == "ه" for one in found):
        return found
    return tuple([one for one in found if one.pronoun or one.sense.label not in _PEOPLE or not one.stem.endswith("ه")])


_PEOPLE = frozenset({"person", "source"})

KNOWN: dict[str, Word] = {}
"""The forms that have been taken apart, for those who ask for many; ``analyse`` adds to them."""


def analyse(form: str, joined: str = "") -> Word:
    """The word of a written form, from a cache that stays bounded on any input.

    ``joined``: the report shows that و is no letter of a name that no table has (وغروندبرغ beside غروندبرغ), or that
    ل stands before a man's name (الموالية لصالح) and makes no particle with it, or ب before a noun (أشاد بمشاركة العشائر).
    """
    asked = f"{joined}+{form}" if joined else form
    word = KNOWN.get(asked)
    if word is None:
        if len(KNOWN) >= _CACHE_LIMIT:
            KNOWN.clear()
        word = KNOWN[asked] = Word(form, joined)
    return word


def forget_words() -> None:
    """Take every form apart anew when it is asked for next: for tests that change a table."""
    KNOWN.clear()


def _analyses(norm: str, feminine: bool) -> list[Analysis]:
    """Cuts with fewer clitics come first, so that a whole word wins over its parts; a written ة is no pronoun."""
    cuts = _cuts(norm, "") if len(norm) > 1 else []
    if norm[:1] in CONJUNCTIONS and len(norm) > _SHORTEST - 1 and not is_whole_name(norm):
        cuts += _cuts(norm[1:], norm[0])
    if feminine:
        cuts = [found for found in cuts if found.pronoun != "ه" and not _ends_in_root(found)]
    return _apart(cuts) if len(cuts) > 1 else cuts


def _apart(cuts: list[Analysis]) -> list[Analysis]:
    """The first of those alike in all but person, number and pronoun."""
    found: dict[tuple[object, ...], Analysis] = {}
    for one in cuts:
        form = one.sense.form
        tense = form.tense if isinstance(form, VerbForm) else form
        found.setdefault((one.sense.entry, one.sense.part, tense, one.preposition), one)
    return list(found.values())


def _ends_in_root(found: Analysis) -> bool:
    """موجة is no موجه: what is written with ة is no verb, and no form whose last letter ه is of its root."""
    form = found.sense.form
    if isinstance(form, VerbForm):
        return True
    return isinstance(form, NounForm) and (form.gender, form.number) == ("m", "s") and found.stem.endswith("ه")


def _cuts(rest: str, conjunction: str) -> list[Analysis]:
    """What a form may be behind its conjunction, whole or behind further clitics; nothing else where it is a name."""
    if is_whole_name(rest):
        return []
    first = rest[0]
    found = _stems(rest, (conjunction, "", False, False))
    if first == "س":
        if len(rest) > 3 and rest[1] in "يتنا":
            stem = "ن" + rest[2:] if rest[1] == "ا" else rest[1:]  # سألتقي is read as سنلتقي
            found += filter(_is_imperfect, _stems(stem, (conjunction, "", False, True)))
    elif first == "ا":
        if len(rest) > 3 and rest[1] == "ل":
            found += _nominal(rest[2:], (conjunction, "", True, False))
    elif first in "بكل":
        if len(rest) > 3 and rest[:2] == "لل":
            found += _nominal(rest[2:], (conjunction, "ل", True, False))
        if len(rest) > 2:
            found += _prefixed(rest, conjunction)
    return found


def _prefixed(rest: str, conjunction: str) -> Iterator[Analysis]:
    preposition, inner = rest[0], rest[1:]
    if inner.startswith("ال") and len(inner) > 3:
        yield from _nominal(inner[2:], (conjunction, preposition, True, False))
    for found in _stems(inner, (conjunction, preposition, False, False)):
        if found.sense.part != "verb" or (preposition == "ل" and _is_imperfect(found)):
            yield found


def _nominal(stem: str, clitics: Clitics) -> list[Analysis]:
    """What the article can stand before: nouns and participles, no finite verbs, no noun in the construct."""
    found = _stems(stem, clitics, pronouns=False)
    if not found:
        return found
    particle = any(sense.label in _NO_ARTICLE for sense in lexicon()[stem])
    barred = ("verb", "closed") if particle else ("verb",)
    return [
        one for one in found if one.sense.part not in barred and not _is_construct(one.sense) and one.sense.label not in _NO_ARTICLE
    ]


def _is_construct(sense: Sense) -> bool:
    """A dual or plural that lost its ن before a genitive: مسؤولي, هجومي دمشق."""
    return isinstance(sense.form, NounForm) and sense.form.state == "construct"


_EVENTS, _SPEECH = frozenset({"trigger", "cue"}), frozenset({"cue", "emotion", "attitude"})


def _is_nisba(stem: str) -> bool:
    """بحثي, إخباري: a form in ي that also has the article is an adjective, not "my research" or "two searches of"."""
    return frequency("ال" + stem) + frequency("ال" + stem + "ه") > RARE


_NO_ARTICLE = frozenset({"prep", "that", "subordinator", "relative", "negation"})
"""Particles: الله is no له with the article, الإمام no أمام."""


def _stems(stem: str, clitics: Clitics, pronouns: bool = True) -> list[Analysis]:
    table = lexicon()
    conjunction, preposition, article, future = clitics
    found: list[Analysis] = []
    senses = table.get(stem)
    ends = _BY_LAST_LETTER.get(stem[-1], ()) if pronouns else ()
    nisba = stem[-1] == "ي" and (senses is not None or bool(ends)) and _is_nisba(stem)
    if senses is not None:
        if nisba:
            senses = tuple([sense for sense in senses if not (_is_construct(sense) and sense.label in _EVENTS)])
        known = [sense for sense in senses if conjunction != "ف" or not _is_shortened(sense)]
        found += [Analysis(sense, stem, conjunction, preposition, article, "", future) for sense in known]
    for pronoun in ends:
        if not stem.endswith(pronoun) or len(stem) - len(pronoun) < 2:
            continue
        cut = stem[: -len(pronoun)]
        for inner in _restored(cut):
            for sense in table.get(inner, ()):
                if _takes_pronoun(sense, inner, cut, pronoun) and not (nisba and sense.label in _EVENTS):
                    found.append(Analysis(sense, inner, conjunction, preposition, article, pronoun, future))
    return found


def _is_shortened(sense: Sense) -> bool:
    """فيلق: only behind لم is a verb written so, and لم takes the conjunction (فلم يلق)."""
    return isinstance(sense.form, VerbForm) and sense.form.tense == JUSSIVE


def _restored(cut: str) -> tuple[str, ...]:
    """The form before a pronoun was hung on it: تهم←تة, طالبو←طالبوا, نفا←نفى, استيائ←استياء."""
    last = cut[-1]
    if last == "ت":
        return cut, cut[:-1] + "ه"
    if last == "و":
        return cut, cut + "ا"
    if last == "ا":
        return cut, cut[:-1] + "ي"
    return (cut, cut[:-1] + "ء") if cut.endswith(("ائ", "اؤ")) else (cut,)


def _takes_pronoun(sense: Sense, inner: str, cut: str, pronoun: str) -> bool:
    form = sense.form
    if isinstance(form, VerbForm):
        return form.tense != JUSSIVE and pronoun != "ي" and (form.number != "d" or pronoun[0] != "ك")  # no الحاكم
    if isinstance(form, NounForm):
        if pronoun == "ي" and sense.label in _SPEECH:  # شكري is a name, not "my thanks"
            return False
        whole = inner.endswith("ه") if inner == cut else len(inner) < _SHORTEST  # حاكم is no حي with a pronoun
        return not whole and not form.accusative and (form.state == "construct" or form.number != "d")
    return sense.label in ("prep", "quantifier")


def _is_imperfect(found: Analysis) -> bool:
    form = found.sense.form
    return isinstance(form, VerbForm) and form.tense == IMPERFECT


def _clitics(norm: str, analyses: tuple[Analysis, ...]) -> tuple[str, str, str]:
    """Conjunction, preposition, and what remains for comparing names (the article is cut off too)."""
    if analyses:
        conjunction, preposition = analyses[0].conjunction, analyses[0].preposition
    else:
        conjunction, preposition = guessed(norm)
    rest = norm[len(conjunction) :]
    if rest.startswith("لل") and preposition:
        own = bool(analyses) and analyses[0].stem.startswith("ل") and not analyses[0].article  # للجنة is ل and لجنة
        return conjunction, preposition, rest[1:] if own else rest[2:]
    rest = rest[len(preposition) :]
    return conjunction, preposition, rest[2:] if rest.startswith("ال") and len(rest) > 3 else rest
