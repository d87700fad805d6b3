"""What rules find out about a written form once for all its tokens, each when it is first asked for, by whoever asks."""

from __future__ import annotations

from riwaya.lang.ar.gazetteer import PlaceWord


class Facts:
    """Nothing is known of a form at first: None, an empty part of speech."""

    __slots__ = (
        "accusative",
        "adjectival",
        "asked_for",
        "blaming",
        "counts",
        "forms",
        "key",
        "leading",
        "lookalike",
        "nameable",
        "owned",
        "part",
        "place",
        "plain",
        "settled",
        "special",
        "spelled",
        "subject",
        "sure",
    )

    def __init__(self) -> None:
        self.accusative: bool | None = None
        self.adjectival: bool | None = None
        self.asked_for: bool | None = None
        self.blaming: bool | None = None
        self.counts: bool | None = None
        self.forms: tuple[str, ...] | None = None
        self.key: str | None = None
        self.leading: bool | None = None
        self.lookalike: bool | None = None
        self.nameable: bool | None = None
        self.owned: bool | None = None
        self.part = ""
        self.place: PlaceWord | None = None
        self.plain: bool | None = None
        self.settled: str | None = None
        self.special: bool | None = None
        self.spelled: str | None = None
        self.subject: str | None = None
        self.sure: str | None = None
