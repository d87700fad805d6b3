"""Places at the head of the next clause: they are where that happens, not what is told before."""

from __future__ import annotations

from riwaya.lang.ar.parts import VERB
from riwaya.read.scenes.place_sites import Site
from riwaya.read.scenes.scene import Ground, Scene

_REACH = 6


def heads_next(ground: Ground, scene: Scene, site: Site) -> bool:
    """قتل ستة أشخاص، وفي | حلب اغتيل ضابط: a place behind a comma and و, right before the verb of another claim."""
    grammar, lead = ground.grammar, site.start
    lead -= not grammar.tokens[lead].word.preposition
    if lead <= scene.index or not grammar.tokens[lead].norm.startswith("و") or not grammar.is_comma(lead - 1):
        return False
    if site.first.relation not in ("في", "ب"):
        return False
    for at in range(site.end, min(site.end + _REACH, grammar.layout.sentence(site.start).end)):
        if at in ground.events:
            return at not in scene.own and (grammar.parts[at] == VERB or at == site.end)
        if grammar.parts[at] == VERB:
            return False
    return False
