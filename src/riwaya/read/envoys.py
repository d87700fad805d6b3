"""Envoys and staff: the country or body of somebody (المبعوث الأممي إلى اليمن), and what goes on with no phrase of people."""

from __future__ import annotations

from riwaya.lang.ar.parts import PREPOSITION
from riwaya.read.names import Names

_MORE = frozenset({"اكثر", "اشد", "اقل", "اعلي"})
"""أكثر الهجمات | دموية: in what it is more."""


class Envoys(Names):
    """The envoys and staff in the noun phrases of one document."""

    def envoy_end(self, start: int, place: int, end: int, limit: int) -> int | None:
        """المبعوث إلى اليمن | هانس غروندبرغ: where an envoy's country ends, before his name or أن, or behind a verb of saying."""
        behind = next((at for at in range(place, end) if at not in self.placed), end)
        if place < behind < end and self.is_name(behind):
            return behind
        said = self.tokens[start - 1].word.labels if start else frozenset()
        speaks = "cue" in said and "trigger" not in said  # أعرب المبعوث إلى اليمن | عن قلقه
        return end if end < limit and (speaks or self.is_name(end) or self.that_comes(end)) else None

    def ends_body(self, start: int, index: int) -> bool:
        """عامل لدى اللجنة الدولية | للصليب الأحمر: right behind a body and its adjective."""
        body = index - 2
        described = body > start and self.is_adjective(body + 1) and self.has_article(body) and self.has_article(body + 1)
        return described and self._of_group(body, ("organ",))

    def are_fates(self, core: str, index: int) -> bool:
        """سقط مسلحون بين | قتيل وجريح: how people fell is no part of who they are."""
        return core == "بين" and self.tokens[index].word.labels >= {"person", "trigger"}

    def are_others(self, start: int, index: int) -> bool:
        """مناطق للحوثيين | وأخرى للحكومة: others of something else than the men told of."""
        return self.tokens[index].norm == "واخري" and self.tokens[start].word.bare.endswith(("ون", "ين"))

    def is_predicate(self, start: int, index: int) -> bool:
        """حركة النهضة | مسؤولة عن الهجوم: an indefinite adjective in the feminine behind a definite phrase tells something."""
        word = self.tokens[index].word
        known = self.has_article(index - 1) or index - 1 in self.named
        if not word.bare.endswith("ة") or word.labels & {"trigger", "number"} or not known:
            return False
        if self.tokens[start].word.core in _MORE or (self.is_title(start) and not word.analyses):  # الوزير الإسباني | خوسية
            return False
        return self.is_adjective(index) and not self.is_definite(index) and not any(map(self._loosens, range(start + 1, index)))

    def _loosens(self, index: int) -> bool:
        """سيارة | تابعة للجماعة, وحدات | من الجيش: what leaves the phrase before it indefinite."""
        if self.parts[index] == PREPOSITION or self.preposition_of(self.tokens[index]):
            return True
        return self.is_adjective(index) and not self.is_definite(index)

    def is_kind(self, index: int) -> bool:
        """القادة | السياسيين, الجنود | الفرنسيين: of which kind people are, alike in number and article."""
        before = self.tokens[index - 1].word
        alike = self.tokens[index].word.bare.endswith("يين") and self.has_article(index) and self.has_article(index - 1)
        return alike and "person" in before.labels and not before.bare.endswith(("ون", "ي", "ية"))
