"""Envoys and staff: the country to which somebody is sent (المبعوث الأممي إلى اليمن), the body for which he works."""

from __future__ import annotations

from riwaya.read.names import Names


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
