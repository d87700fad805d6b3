"""Towns without a word of place before them, which a visit goes to or an attack hits (زار الوفد بيروت, قصفت المدفعية تعز)."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from riwaya.lang.ar.gazetteer import capital_names
from riwaya.lang.ar.lexicon import Trigger
from riwaya.lang.ar.wordlists import word_list
from riwaya.lang.ar.words import Word
from riwaya.read.places.place_names import LARGE_TOWN, Candidate
from riwaya.read.places.place_points import PlacePointers
from riwaya.read.text.tokens import WORD
from riwaya.read.words.place_terms import has_article

_VISITING, _REACH = word_list("visits"), 7
_STRIKING, _DEEDS = word_list("strikes a town"), word_list("deed against a town")


class PlaceGoals(PlacePointers):
    """Tells whether a bare name is what somebody visits or strikes."""

    def is_visited(self, one: Candidate) -> bool:
        """زيارة لبغداد, يزور الوزير الدوحة: a large town that a visit goes to, which is not an ordinary word."""
        word = self.tokens[one.start].word
        if one.key in capital_names() and not word.preposition and self._goes_there(one.start):
            return True
        if word.preposition != "ل" or self.names.is_ordinary(one) or word.analyses:
            return False
        return any(sense.population >= LARGE_TOWN for sense in one.senses)

    def is_struck(self, one: Candidate, reach: int = _REACH) -> bool:
        """قصفت المدفعية تعز, يهاجمون أبو ظبي, تطهير جنين: a well-known town right behind who strikes it, or the deed itself;
        not هجوم موسكو | على كييف."""
        token, capital = self.tokens[one.start], one.key in capital_names()
        bare = not (token.word.preposition or token.word.conjunction) and (capital or not has_article(token))
        known = capital or any(sense.rank == 3 for sense in one.senses)
        own = bare and known and one.key == " ".join(self.layout.norms[one.start : one.end])
        doer = (
            one.start > 0 and self.tokens[one.start - 1].word.core in _DEEDS and self.layout.norms[one.end : one.end + 1] == ["علي"]
        )
        return own and not doer and self._goes_there(one.start, _STRIKING, reach)

    def _goes_there(self, index: int, deeds: AbstractSet[str] = _VISITING, reach: int = _REACH) -> bool:
        """زار وزير الخارجية الدوحة: a verb of visiting shortly before, no other verb or preposition between."""
        first = max(self.layout.sentence(index).start, index - reach)
        for at in range(index - 1, first - 1, -1):
            word = self.tokens[at].word
            if _tells_of(word, deeds) or (at == index - 1 and deeds is _STRIKING and word.core in _DEEDS):
                return True
            led = word.labels & {"prep", "that", "relative"} or word.conjunction or word.preposition
            if self.tokens[at].kind != WORD or led:
                return False
        return False


def _tells_of(word: Word, deeds: AbstractSet[str]) -> bool:
    """سيزور, يهاجمون: whether a word is a form of one of the verbs."""
    if word.norm.removeprefix("و") in deeds:
        return True
    verbs = (found.sense.entry for found in word.all("trigger", "verb"))
    return any(isinstance(entry, Trigger) and entry.lemma in deeds for entry in verbs)
