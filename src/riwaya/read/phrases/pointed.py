"""Whose or of what somebody or something is, told with a demonstrative: عناصر هذا التنظيم, مواقع تلك الجماعة."""

from __future__ import annotations

from riwaya.lang.ar.nouns import NounForm
from riwaya.lang.ar.parts import DEMONSTRATIVE, NOUN
from riwaya.lang.ar.thing_groups import SITES
from riwaya.read.phrases.envoys import Envoys


class Pointed(Envoys):
    """The noun phrases of one document with a demonstrative in them."""

    def past_pointer(self, index: int, limit: int) -> int:
        """قائد | هذه القوات, مواقع | تلك الجماعة: the token behind "this" and its noun, where these say whose it is."""
        end = super().past_pointer(index, limit)
        return index + 2 if end == index and index + 1 < limit and self._is_owner_pointed_at(index) else end

    def _is_owner_pointed_at(self, index: int) -> bool:
        """عناصر | هذا التنظيم: behind people in the plural, an office or a site without article; not هاجم مسلح | هذه القرية."""
        owner = index + 1
        if self.parts[index] != DEMONSTRATIVE or self.parts[owner] != NOUN or not self.tokens[owner].word.article:
            return False
        before = index - 1
        if (
            before < 0
            or self.parts[before] != NOUN
            or self.is_definite(before)
            or self.has_nun(before)
            or self.is_accusative(before)
        ):
            return False
        return self.is_title(before) or self._are_many_men(before) or self.tokens[before].word.groups.get("thing", "") in SITES

    def _are_many_men(self, at: int) -> bool:
        """عناصر, قادة, مسلحي, سكان: people in the plural, as they stand before whose they are."""
        forms = [found.sense.form for found in self.tokens[at].word.all("person")]
        return any(isinstance(form, NounForm) and form.number == "p" for form in forms)
