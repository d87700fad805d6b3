"""Questions about single words that names of places are made of: type nouns, parts, nationalities, links."""

from __future__ import annotations

from riwaya.lang.ar.forms import frequency
from riwaya.lang.ar.gazetteer import Named, PlaceNoun, PlaceWord, gazetteer, nationalities, place_nouns, place_words
from riwaya.lang.ar.lexicon import Closed
from riwaya.lang.ar.words import Word, group_of
from riwaya.read.text.tokens import WORD, Token

ARTICLES = ("ال", "بال", "لل", "وال", "فال", "كال")
_COMMON_WORD = 150
THE_WEST = "الغرب"
"""زود الغرب | كييف: the western states; with the article it is no side of the place behind it."""


def nationality(word: Word) -> str | None:
    """ISO 3166-1 alpha-2 of an adjective of nationality."""
    return nationalities().get(word.core)


def named_country(word: Word) -> str | None:
    """ISO 3166-1 alpha-2 of a country's name."""
    found = word.find("country") if "country" in word.labels else None
    return found.sense.entry.group if found is not None and isinstance(found.sense.entry, Closed) else None


def place_noun(token: Token) -> PlaceNoun | None:
    """The noun of place that a token is (مدينة, بمحافظتي), None where it is none."""
    return place_nouns().get(token.word.core) if token.kind == WORD else None


def is_nationality(tokens: list[Token], at: int) -> bool:
    """عشرون هجوما | روسيا, رتلا عسكريا | روسيا: a word in يا behind an indefinite accusative describes it and is no country."""
    word = tokens[at].word
    if not word.bare.endswith("يا") or word.preposition or word.conjunction or at == 0:
        return False
    before = at - 1 - (at > 1 and tokens[at - 1].word.bare.endswith("يا") and not tokens[at - 1].word.labels & _COUNTED)
    noun = tokens[before].word
    verb = noun.bare.endswith(("وا", "ها", "هما", "نا"))  # دخلوا | سوريا, زيارتهما | سوريا
    return (
        noun.bare.endswith("ا")
        and not verb
        and bool(noun.labels & _COUNTED)
        and not (noun.article or noun.labels & {"cue", "country"})
    )


_COUNTED = frozenset({"person", "thing", "trigger"})


def names_country(tokens: list[Token], at: int) -> bool:
    """قصف | تركيا, إرسال | روسيا: a country's name in يا is no adjective but behind an accusative (قصفا | تركيا)."""
    word = tokens[at].word
    return word.bare.endswith("يا") and "country" in word.labels and at > 0 and not tokens[at - 1].word.bare.endswith(("ا", "ًا"))


def has_article(token: Token) -> bool:
    """Whether the article is written on a word, behind its clitics."""
    return token.norm.startswith(ARTICLES)


def is_part(word: Word) -> bool:
    """Whether a word makes what follows a part or the surroundings of a place: شمال، محيط، ريف."""
    return "direction" in word.labels or word.core in place_words("part")


def place_word(word: Word) -> PlaceWord:
    """What a form may be in the names of places, found out once."""
    known = word.place
    if known is None:
        country, noun = named_country(word) or nationality(word), place_nouns().get(word.core)
        begins, names = noun is not None or _begins_place(word), _names_from(word.norm)
        known = word.place = PlaceWord(country, noun, begins, names) if country or begins or names else NO_PLACE_WORD
    return known


def _names_from(norm: str) -> tuple[tuple[str, int, tuple[Named, ...]], ...]:
    """The beginnings of names that a form may be, as written and behind clitics; ب | تل alone is none, ب | تل أبيض is."""
    book = gazetteer()
    forms = (norm, *without_clitics(norm, _SHORTEST)) if norm[:1] in "وفبلك" else (norm,)
    found: list[tuple[str, int, tuple[Named, ...]]] = []
    for form in forms:
        named = book.find(form) if form == norm or len(form) > _SHORTEST else ()
        if named or form in book.several:
            found.append((form, book.several.get(form, 1), named))
    return tuple(found)


_SHORTEST = 2
"""أم درمان, تل أبيض, ود مدني: how many letters the first word of a name may have."""


NO_PLACE_WORD = PlaceWord(None, None, False, ())
"""What a form is that has no part in names of places, as most."""


def _begins_place(word: Word) -> bool:
    """Whether a place can begin at a word that is no name and no type noun: a direction, a part of a place, البلاد."""
    return (
        is_part(word)
        or word.core in place_words("country")
        or word.core in place_words("kingdom")
        or word.core.startswith(("حدود", "شريط"))
    )


def links(token: Token) -> bool:
    """Whether a token may stand between a place and the larger place that holds it: في، شمال، التابعة ل، a comma."""
    if token.kind != WORD:
        return token.raw in "،,(-–" or token.raw.isdigit()
    word = token.word
    if word.conjunction:
        return False
    return (
        word.core in ("في", "من", "علي")
        or "direction" in word.labels
        or place_noun(token) is not None
        or word.core in place_words("link")
        or token.norm in place_words("link")
        or "number" in word.labels
    )


def is_further(token: Token) -> bool:
    """قريتي ستيبوفا | ونوفوسيليفكا بمقاطعة دونيتسك: a further unknown name, which shares the larger place."""
    return token.kind == WORD and token.norm.startswith("و") and not token.word.analyses and not is_common(token.word)


def is_common(word: Word) -> bool:
    """Whether a form is counted so often that it is an ordinary word."""
    return frequency(word.norm) >= _COMMON_WORD


def without_clitics(norm: str, least: int = 3) -> list[str]:
    """The word behind one or two clitics: وبنغازي → بنغازي, للعراق → العراق; what is no longer than ``least`` is a word."""
    found: list[str] = []
    rest = norm
    for letters in ("وف", "بلك"):
        if len(rest) > least and rest[0] in letters:
            rest = "ا" + rest[1:] if rest.startswith("لل") else rest[1:]
            found.append(rest)
    return found


def is_called_behind(token: Token) -> bool:
    """ذكرت صحيفة | دمشق, أعلن جيش | حلب: what is called by the name behind it; a body with the article is not (قصف الجيش | حلب)."""
    if "unplaced" not in token.word.labels:
        return False
    return not (has_article(token) and group_of(token.word, "source") in ("organ", "group"))
