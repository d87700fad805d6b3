"""The state of a walk from a reporting verb to its content."""

from __future__ import annotations

from dataclasses import dataclass, field

from riwaya.lang.ar.lexicon import Cue
from riwaya.read.grammar import Range

SAYS = frozenset({"قال", "أضاف", "تابع"})
"""Verbs that mostly lead to the words themselves."""


@dataclass
class Walk:
    """What the walk from a cue has found so far; token ranges, end exclusive."""

    cue: Cue
    start: int
    limit: int
    subject: Range | None = None
    addressee: Range | None = None
    channel: Range | None = None
    adjunct: Range | None = None
    """The last prepositional phrase that was passed over."""
    via: list[Range] = field(default_factory=list)
    content: int | None = None
    joint: str = ""
    """How the content is joined: that, quote, colon, about, object, whom."""
    quote: bool = False
    needs_subject: bool = True
    commas: int = 0
    closed: bool = False
    """Commas close the subject, so that nothing of it is whom the verb addresses."""

    def found(self, joint: str, content: int) -> None:
        """The content begins at a token."""
        self.joint, self.content = joint, content

    def is_behind_subject(self, at: int) -> bool:
        """Whether a token stands right behind the subject, and that behind the verb."""
        return self.subject is not None and self.start < self.subject[0] and at == self.subject[1]
