"""What a verb of speech takes, so that no phrase has it: a quotation behind a place, a body that is praised or blamed."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Cue
from riwaya.lang.ar.parts import THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.phrases.envoys import Envoys

_NAMED, _STOPS = 3, frozenset({".", "!", "؟", "؛"})
"""A mark and so many words are a name; what a sentence ends with."""
_FAR, _NEAR, _FURTHER = 16, 4, 14
_VOICE, _JUDGES = ("اسم", "لسان"), ("support", "condemn")
_PAUSES, _TELLERS = frozenset({"،", ",", *_STOPS}), word_list("tells in the plural")
_IN_ITS_NAME = ("باسمه", "باسمها", "باسمهم", "باسمهما")
_PLATFORMS = word_list("platform on which somebody writes")


class Spoken(Envoys):
    """The noun phrases of one document beside its verbs of speech."""

    def label_end(self, start: int, index: int, limit: int) -> int:
        """قال الوزير من واشنطن | «الوضع صعب جدا»: what is said is no name of what stands before it."""
        return index if self._is_said(index) else super().label_end(start, index, limit)

    def _is_said(self, index: int) -> bool:
        """قال الوزير من واشنطن | «الوضع صعب جدا», كتب على تويتر | «الوضع صعب جدا»; not سيطر على مطار حلب «النيرب العسكري القديم».

        Three words and more in marks are said behind a verb that a quotation may follow, where a name, a place or what is his
        stands right before them and the sentence ends with them, or where a place behind في stands there.
        """
        close = self.layout.closing.get(index, index)
        if close - index <= _NAMED or index < 2:
            return False
        placed = index - 1 in self.placed
        ends = close + 1 >= len(self.tokens) or self.tokens[close + 1].raw in _STOPS
        own = placed or self.is_proper(index - 1) or self.is_owned(index - 1) or self.tokens[index - 1].norm in _PLATFORMS
        if not (ends and own) and not (placed and self.tokens[index - 2].norm == "في"):
            return False
        cue = self._verb_of_speech(index, _FAR)
        return cue is not None and "quote" in cue.frames

    def is_praised(self, start: int, index: int) -> bool:
        """أشاد الرئيس | بالمقاومة, نددت الحركة | بالحكومة: behind a verb of praise or blame no body to which he belongs, where
        nothing else stands behind that the verb may be about (unlike القائد بالجيش | بجهود جنوده, مصدر بالشرطة إن)."""
        word, cue = self.tokens[index].word, self._verb_of_speech(start, _NEAR)
        if cue is None or cue.act not in _JUDGES:
            return False
        if word.core in _VOICE or not (self.has_article(index) or word.labels & {"country", "source"}):
            return False
        for at in range(index + 1, min(index + _FURTHER, len(self.tokens))):
            if self.tokens[at].raw in _STOPS:
                break
            said = self.parts[at] == THAT or self.tokens[at].raw == ":" or at in self.layout.closing
            if said or self.preposition_of(self.tokens[at]) == "ب":
                return False
        return True

    def is_told(self, start: int, index: int) -> bool:
        """أكدت مصادر | مقتل جنود, كشفت مصادر | رفض الحكومة العرض: a deed behind bare sources is what they tell.

        Not so in ذكرت مصادر إغاثة | أن, where what they tell is to come.
        """
        if index != start + 1 or self.tokens[start].word.core not in _TELLERS or not self.is_claim_noun(index):
            return False
        if self.parts[start - 1 : start] != [VERB] or self._verb_of_speech(start, 1) is None:
            return False
        end = min(index + _FURTHER, self.layout.sentence(index).end)
        for at in range(index + 1, end):
            if self.parts[at] == THAT or self.tokens[at].raw == ":" or at in self.layout.closing:
                return False
            if self.parts[at] == VERB or self.tokens[at].raw in _PAUSES:
                break
        return index + 1 < end

    def is_past_name(self, index: int) -> bool:
        """توعد المتحدث باسمها | الاحتلال, دعا الناطق باسمه | الأطراف إلى: no noun with the article behind it is who speaks."""
        if self.tokens[index - 1].norm not in _IN_ITS_NAME or not self.has_article(index):
            return False
        return bool(self.tokens[index].word.labels & {"source", "person", "country"}) or self.tokens[index].norm == "الاحتلال"

    def _verb_of_speech(self, index: int, reach: int) -> Cue | None:
        """The nearest verb before a token in its sentence, if it is one of speech."""
        first = max(self.layout.sentence(index).start, index - reach)
        verb = next((at for at in range(index - 1, first - 1, -1) if self.parts[at] == VERB), -1)
        found = self.tokens[verb].word.find("cue", "verb") if verb >= 0 else None
        return found.sense.entry if found is not None and isinstance(found.sense.entry, Cue) else None
