"""What is judged is a sentence, behind أن or in marks, and no pair of phrases (اعتبر أن الهجوم جريمة, not اعتبر الهجوم جريمة)."""

from __future__ import annotations

from riwaya.lang.ar.parts import THAT, VERB
from riwaya.read.grammar import Grammar
from riwaya.read.sayings.channels import carries_channel
from riwaya.read.sayings.occasions import is_shown_paper

_NEAR_THAT, _AT_ONCE, _FAR_THAT, _LABEL = 14, 10, 20, 5


def that_behind(grammar: Grammar, index: int, limit: int) -> bool:
    """Whether what is judged is a sentence, behind أن or in marks, and so no case for two phrases side by side."""
    return (
        _that_at_once(grammar, index, limit) or _that_past_speaker(grammar, index, limit) or _that_past_comma(grammar, index, limit)
    )


def _that_at_once(grammar: Grammar, index: int, limit: int) -> bool:
    """اعتبرت الوزارة في أول تعليق | أن, اعتبر الوزير «القصف الأخير»: أن or a long quotation a few words behind."""
    near = range(index + 1, min(limit, index + _AT_ONCE))
    return any(grammar.parts[k] == THAT or _long_quote(grammar, index, k) for k in near)


def _that_past_speaker(grammar: Grammar, index: int, limit: int) -> bool:
    """اعتبرت السلطة على لسان الناطق باسم الرئاسة سالم حداد | إن: past a long name, where no comma, verb or object is between."""
    ahead = range(index + 1, min(limit, index + _NEAR_THAT))
    that = next((k for k in ahead if grammar.parts[k] == THAT), index)
    if that == index or any(grammar.is_comma(k) or grammar.phrases.is_accusative(k) for k in range(index + 1, that)):
        return False
    return not any(_is_other_verb(grammar, k) for k in range(index + 1, that))


def _that_past_comma(grammar: Grammar, index: int, limit: int) -> bool:
    """اعتبرت الوزارة في أول تعليق رسمي على القصف الأخير للمدينة، | أن: farther, where it stands right behind a mark."""
    far = next(
        (k for k in range(index + 1, min(limit, index + _FAR_THAT)) if grammar.parts[k] == THAT or _is_other_verb(grammar, k)),
        index,
    )
    return far > index and grammar.parts[far] == THAT and grammar.tokens[far - 1].raw in "،,-–"


def _long_quote(grammar: Grammar, index: int, at: int) -> bool:
    """A quotation right behind the verb or too long to be a label (تعتبر الحزب «منظمة إرهابية» has a label)."""
    close = grammar.layout.closing.get(at)
    return close is not None and (at == index + 1 or close - at > _LABEL)


def _is_other_verb(grammar: Grammar, at: int) -> bool:
    """اعتبر في كلمة | ألقاها أمس أن, في حوار | نشرته الصحيفة: any verb but one that tells how the words were published."""
    return grammar.parts[at] == VERB and not (carries_channel(grammar, at) or is_shown_paper(grammar, at))
