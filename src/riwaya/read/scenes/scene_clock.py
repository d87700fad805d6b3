"""The times of one document, as the rules of time look at them."""

from __future__ import annotations

from riwaya.read.scenes.scene import Ground


class Clock:
    """The times of one document by their sentences, its day of publication and the day that it calls today."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.tokens = ground.grammar.tokens
        self.published = ground.grammar.layout.document.published
        self.today = ground.grammar.layout.today
        self.dates = ground.by_sentence(ground.grammar.dates)
