"""Who acts where the event word itself does not say: the subject that goes on, who carries out, who is asked or accused."""

from __future__ import annotations

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Closed, Noun, Trigger
from riwaya.lang.ar.parts import NUMERAL, QUANTIFIER, THAT, VERB
from riwaya.read.arguments import Syntax
from riwaya.read.companions import is_protester
from riwaya.read.grammar import Grammar, Range
from riwaya.read.phrases import Manner
from riwaya.read.statements import Told
from riwaya.read.triggers import Mark

_PARTIES = frozenset({"organ", "group", "military", "militant", "police", "unit", "anonymous", "title", "rank", "official"})
_CROWDS = frozenset({"حشد", "حشود", "عشرات", "مئات", "الاف", "وحدات", "اعضاء", "افراد", "عناصر"})
_OWNED_ACTS = frozenset({"accuse", "claim_responsibility", "promise", "threaten"})
_AT_ONCE = 4
_REACH = 16


class Parties:
    """Finds the actors of one document's events."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.grammar = syntax.grammar

    def light(self, mark: Mark) -> tuple[Range, str] | None:
        """The subject of the verb that an event noun hangs on (شن الطيران غارات، تعرض الموكب لهجوم)."""
        grammar = self.grammar
        if mark.is_verb:
            return None
        first = grammar.layout.sentence(mark.index).start
        for at in range(mark.index - 1, max(first, mark.index - _REACH) - 1, -1):
            if grammar.is_comma(at) and at < mark.index - 1:
                return None
            if (doer := self._doer(at, mark)) is not None:
                return doer, "actor"
            if grammar.parts[at] != VERB or self.syntax.resumes(at):
                continue
            role = _light_role(grammar, at)
            if role not in ("actor", "target"):
                return None
            subject = self.syntax.of(at, (mark.index, mark.end)).subject or self.carried(at, None)
            if subject is None or subject[0] <= mark.index < subject[1]:
                return None
            return subject, role
        return None

    def _doer(self, at: int, mark: Mark) -> Range | None:
        """The genitive of a noun of carrying out acts (قيام الجيش بقصف، محاولة المسلحين اقتحام)."""
        grammar = self.grammar
        found = grammar.tokens[at].word.find("light", "noun")
        if found is None or not isinstance(found.sense.entry, Closed) or found.sense.entry.group != "actor" or found.article:
            return None
        if at + 1 >= mark.index or not grammar.phrases.begins(at + 1) or grammar.tokens[at + 1].word.conjunction:
            return None
        end = grammar.phrases.end(at + 1, mark.index, Manner(frozenset({"ب", "في", "علي", "الي", "من", "ل"}), split=True))
        return (at + 1, end) if self.is_party((at + 1, end)) else None

    def carried(self, index: int, told: Told | None) -> Range | None:
        """A verb without a subject of its own goes on with the subject before it, else with the speaker (قال إنه سيطر على)."""
        grammar = self.grammar
        form = _form(grammar, index)
        first = max(grammar.layout.sentence(index).start, told.content[0] if told else 0)
        found = self.syntax.carried(index, form, first)
        if found is not None or told is None:
            return found
        return self._speaker(told, form)

    def _speaker(self, told: Told, form: VerbForm) -> Range | None:
        speaker = told.speaker
        if speaker is None or not self.is_party(speaker):
            return None
        if form.person == 1:
            return speaker
        return speaker if self.syntax.compatible(VerbForm(form.tense, 3, form.gender, "s"), speaker) else None

    def owner(self, mark: Mark, told: Told | None) -> Range | None:
        """A pronoun on an event noun is the nearest subject or speaker that agrees (قصفها للبلدة)."""
        gender = "f" if mark.found.pronoun == "ها" else "m"
        number = "p" if mark.found.pronoun in ("هم", "هما", "هن") else "s"
        form = VerbForm("perfect", 3, gender, number)
        first = max(self.grammar.layout.sentence(mark.index).start, told.content[0] if told else 0)
        found = self.syntax.carried(mark.index, form, first)
        if found is not None or told is None or told.speaker is None:
            return found
        fits = self.is_party(told.speaker) and (number == "p" or self.syntax.compatible(form, told.speaker))
        return told.speaker if fits else None

    def controller(self, mark: Mark, told: Told | None) -> Range | None:
        """A bare event noun is carried out by the subject of the verb that governs it, else by whom its statement says."""
        grammar = self.grammar
        if mark.entry.group == "result" and not (told and told.statement.act in _OWNED_ACTS):
            return None
        first = max(grammar.layout.sentence(mark.index).start, told.content[0] if told else 0)
        for at in range(mark.index - 1, first - 1, -1):
            if grammar.parts[at] == VERB and not self.syntax.resumes(at):
                return self._governor(at, mark)
            if grammar.parts[at] == THAT and at > first:
                break
        return self._by_act(mark, told) if told is not None else None

    def _governor(self, at: int, mark: Mark) -> Range | None:
        """The subject of a verb before an event noun, if it is a party and the verb does not say that something happens."""
        grammar = self.grammar
        if "cue" in grammar.tokens[at].word.labels or _light_role(grammar, at) in ("event", "cause", "place", "hit", "target"):
            return None
        subject = self.syntax.of(at).subject or self.carried(at, None)
        return subject if subject is not None and subject[1] <= mark.index and self.is_party(subject) else None

    def _by_act(self, mark: Mark, told: Told) -> Range | None:
        """Whoever is asked or accused acts; whoever promises, threatens or claims acts himself (توعد بقصف)."""
        act = told.statement.act
        if act in ("demand", "accuse") and told.addressee is not None:
            return told.addressee
        if told.speaker is None or mark.index - told.content[0] > _AT_ONCE or not self.is_party(told.speaker):
            return None
        if act in ("promise", "threaten", "claim_responsibility", "reject", "deny"):
            return told.speaker
        own = mark.entry.type in ("RETREAT", "AGREE", "MOBILIZE", "CONTROL", "COERCE")
        return told.speaker if own and act in ("assert", "admit") and self.is_force(told.speaker) else None

    def is_party(self, where: Range) -> bool:
        """Whether a phrase can name who acts: a force, group, state or office, not a witness, a paper or a thing."""
        grammar = self.grammar
        word = grammar.tokens[where[0]].word
        source = _group(grammar, where[0], "source")
        person = _group(grammar, where[0], "person")
        if source == "witness" and is_protester(grammar, where[0]):
            return True
        if source in ("witness", "media", "document"):
            return False
        if person in _PARTIES or source in _PARTIES or word.labels & {"country"}:
            return True
        if person or where[0] in grammar.layout.closing:
            return True
        return not word.labels & {"thing", "trigger", "cue", "timeword", "measure", "masdar", "channel", "number"}

    def acts(self, where: Range, mark: Mark) -> bool:
        """Whether a phrase can be an actor: a party, or a vehicle or weapon that does its work; an event or a number is none."""
        grammar = self.grammar
        head = where[0]
        while head + 1 < where[1] and grammar.parts[head] in (NUMERAL, QUANTIFIER):
            head += 1
        if mark.entry.type == "PROTEST" and _group(grammar, head, "source") == "witness":
            return True
        if grammar.tokens[head].word.core in _CROWDS or grammar.tokens[head].word.core.removesuffix("ا") in _CROWDS:
            return True
        if _group(grammar, head, "thing") in ("vehicle", "weapon", "munition"):
            return True
        if "number" in grammar.tokens[head].word.labels and head + 1 == where[1]:
            return True
        return self.is_party((head, where[1]))

    def is_force(self, where: Range) -> bool:
        """Whether a phrase names an organisation, a group, a state, or an office of one."""
        grammar = self.grammar
        if _group(grammar, where[0], "person") in ("military", "militant", "police", "unit"):
            return True
        if _group(grammar, where[0], "source") in ("organ", "group"):
            return True
        return "country" in grammar.tokens[where[0]].word.labels

    def tells_result(self, at: int) -> bool:
        """A verb whose subject suffers (أصيب 47 آخرون): he is not who acts next."""
        rows = (found.sense.entry for found in self.grammar.tokens[at].word.all("trigger", "verb"))
        return any(isinstance(row, Trigger) and row.group == "result" for row in rows)


def _form(grammar: Grammar, index: int) -> VerbForm:
    for found in grammar.tokens[index].word.analyses:
        if isinstance(found.sense.form, VerbForm):
            return found.sense.form
    plural = grammar.tokens[index].norm.endswith(("وا", "ون"))
    feminine = grammar.tokens[index].norm.endswith("ت") or grammar.tokens[index].word.core.startswith("ت")
    return VerbForm("perfect", 3, "f" if feminine else "m", "p" if plural else "s")


def _light_role(grammar: Grammar, at: int) -> str:
    found = grammar.tokens[at].word.find("light", "verb")
    return found.sense.entry.group if found is not None and isinstance(found.sense.entry, Closed) else ""


def _group(grammar: Grammar, index: int, label: str) -> str:
    found = grammar.tokens[index].word.find(label)
    entry = found.sense.entry if found else None
    return entry.group if isinstance(entry, Noun) else ""


RULES = (Parties.light, Parties._doer, Parties.carried, Parties.owner, Parties.controller, Parties._by_act)
"""Who acts where the phrase of the event word does not say it."""
