"""What is judged is a sentence, behind أن or in marks, and no pair of phrases (اعتبر أن الهجوم جريمة, not اعتبر الهجوم جريمة)."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.lang.ar.parts import RELATIVE, THAT, VERB
from riwaya.read.clauses.asides import anonymity_end, called_end
from riwaya.read.clauses.between import points_back
from riwaya.read.clauses.said_which import may_say_which
from riwaya.read.grammar import Grammar
from riwaya.read.sayings.channels import carries_channel
from riwaya.read.sayings.occasions import is_shown_paper

_NEAR_THAT, _AT_ONCE, _FAR_THAT, _LABEL = 18, 10, 20, 5


def that_behind(grammar: Grammar, index: int, limit: int) -> bool:
    """Whether what is judged is a sentence, behind أن or in marks, and so no case for two phrases side by side."""
    return (
        _that_at_once(grammar, index, limit) or _that_past_speaker(grammar, index, limit) or _that_past_comma(grammar, index, limit)
    )


def _that_at_once(grammar: Grammar, index: int, limit: int) -> bool:
    """اعتبرت الوزارة في أول تعليق | أن, اعتبر الوزير «القصف الأخير»: أن or a long quotation close behind, of no other verb."""
    near = range(index + 1, min(limit, index + _AT_ONCE))
    said = next((k for k in near if grammar.parts[k] == THAT or _long_quote(grammar, index, k) or _says_next(grammar, k)), index)
    return said > index and not _says_next(grammar, said)


def _says_next(grammar: Grammar, at: int) -> bool:
    """اعتبر الهجوم جريمة | وقال إن الرد قادم: the next verb of telling, to which أن belongs."""
    return grammar.parts[at] == VERB and bool(grammar.tokens[at].word.conjunction) and "cue" in grammar.tokens[at].word.labels


def _that_past_speaker(grammar: Grammar, index: int, limit: int) -> bool:
    """اعتبرت السلطة على لسان الناطق باسم الرئاسة سالم حداد | إن: past a long name, where no comma, verb or object is between."""
    ahead = _outside(grammar, index + 1, min(limit, index + _NEAR_THAT))
    that = next((k for k in ahead if grammar.parts[k] == THAT), index)
    if that == index or any(grammar.is_comma(k) or grammar.phrases.is_accusative(k) for k in range(index + 1, that)):
        return False
    return not any(_is_other_verb(grammar, k) for k in _outside(grammar, index + 1, that))


def _outside(grammar: Grammar, start: int, end: int) -> Iterator[int]:
    """The tokens outside what hides or tells a name: مسؤول | طلب عدم ذكر اسمه |, جماعة | تطلق على نفسها اسم «كذا» |."""
    at = start
    while at < end:
        behind = max(anonymity_end(grammar, at), called_end(grammar, at))
        if behind == at:
            yield at
        at = max(behind, at + 1)


def _that_past_comma(grammar: Grammar, index: int, limit: int) -> bool:
    """اعتبرت الوزارة في أول تعليق رسمي على القصف الأخير للمدينة، | أن: farther, where it stands right behind a mark.

    اعتبر المتحدث العسكري العقيد سالم الهاني، الذي زار المدينة أمس، | أن: a relative clause may be between.
    """
    far = next((k for k in _outside(grammar, index + 1, min(limit, index + _FAR_THAT)) if _stops(grammar, k)), index)
    return far > index and grammar.parts[far] == THAT and grammar.tokens[far - 1].raw in "،,-–"


def _stops(grammar: Grammar, at: int) -> bool:
    """أن, or another verb, right behind no relative."""
    return grammar.parts[at] == THAT or (grammar.parts[at - 1] != RELATIVE and _is_other_verb(grammar, at))


def _long_quote(grammar: Grammar, index: int, at: int) -> bool:
    """A quotation right behind the verb or too long to be a label (تعتبر الحزب «منظمة إرهابية» has a label)."""
    close = grammar.layout.closing.get(at)
    return close is not None and (at == index + 1 or close - at > _LABEL)


def _is_other_verb(grammar: Grammar, at: int) -> bool:
    """اعتبر في كلمة | ألقاها أمس أن, في حوار | نشرته الصحيفة: any verb but one that tells how the words were published,
    or that only describes: اعتبر خلال مؤتمر صحافي | عقده في العاصمة أن.
    """
    if grammar.parts[at] != VERB or carries_channel(grammar, at) or is_shown_paper(grammar, at):
        return False
    return not (may_say_which(grammar, at) and points_back(grammar, at))
