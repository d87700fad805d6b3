"""Times that tell when something began that has gone on since."""

from __future__ import annotations

from riwaya.lang.ar.parts import VERB
from riwaya.read.dates import DateMention
from riwaya.read.scene import Ground


def since_its_start(ground: Ground, one: DateMention) -> bool:
    """أسفر النزاع منذ اندلاعه | في مارس 2011 | عن مقتل مئة: the time of what it began with; what came of it came since then."""
    tokens, published = ground.grammar.tokens, ground.grammar.layout.document.published
    began = one.start - 1 - (tokens[one.start - 1].norm in ("في", "عام"))
    if began < 1 or published is None or one.when.end > published or ground.grammar.parts[began] == VERB:
        return False
    return tokens[began - 1].word.core == "منذ" and any(found.pronoun for found in tokens[began].word.analyses)
