"""Who acts where the event word itself does not say: the subject that goes on, who carries out, who is asked or accused."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lang.ar.conjugate import VerbForm
from riwaya.lang.ar.lexicon import Closed
from riwaya.lang.ar.parts import ADVERB, AUXILIARY, FUTURE, NEGATION, NOUN, NUMERAL, PERFECTIVE, PREPOSITION, RELATIVE, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.able import acts, is_common, is_organised, is_party
from riwaya.read.clauses.between import points_back
from riwaya.read.clauses.clauses import guessed_form, owning
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.joined_talks import entering_word
from riwaya.read.clauses.near import counts_deed, thing_group
from riwaya.read.clauses.topics import told_of
from riwaya.read.clauses.triggers import Mark
from riwaya.read.grammar import Range
from riwaya.read.phrases.manners import Manner
from riwaya.read.roles.agents import carrier_of
from riwaya.read.roles.arguments import Syntax
from riwaya.read.roles.asked import whom_asked, whom_put_to
from riwaya.read.roles.bearers import accused, enabled, guest, is_averted, is_course, is_not_his, whole_of
from riwaya.read.roles.commas import goes_on_behind, governs_across, leads_over
from riwaya.read.roles.control import CAUSES, TURNS, holder, holder_of, sets_out, setting_word
from riwaya.read.roles.declared import admits_own, announces_own, declarer, orders_own
from riwaya.read.roles.enabling import behind_deed, has_led, let_do, open_to
from riwaya.read.roles.foregone import is_foregone, is_given, lasts
from riwaya.read.roles.hands import hand_before, hand_then, is_fate
from riwaya.read.roles.last_named import last_named, only_backs, tells_of_others
from riwaya.read.roles.lights import answers, done_by, fights_in, goes_on_in, is_used, light_lemma, runs, tells_result, uses
from riwaya.read.roles.nearer import is_crew, is_somebody, men_forced, men_told_of, nearer_men
from riwaya.read.roles.protests import keeps_order, tells_of_fallen
from riwaya.read.roles.purposes import only_describes
from riwaya.read.roles.replies import hits_back, is_by
from riwaya.read.roles.resumed import does_it_itself, is_of_another
from riwaya.read.roles.roles import Roles
from riwaya.read.roles.same_topic import same_topic
from riwaya.read.roles.set_off import IF, are_others, is_owned_that
from riwaya.read.roles.struck import surroundings, tells_of_struck
from riwaya.read.roles.undergone import led_by_to, only_suffers, up_to_deed
from riwaya.read.roles.violations import charged_with
from riwaya.read.roles.visitors import visitor, visits
from riwaya.read.statements import Told, governed_from

_MET_IN = TURNS | {"في"}  # أعلن في | اجتماع: the words that make a meeting the setting of what is said there
_UNDERGOING, _GOES_ON = "تعرض", frozenset({"استمر", "تواصل"})  # تعرض البلدة | لهجوم, استمرت القوات في القصف
_BEFORE_OR_AFTER, _AFTER = frozenset({"بعد", "قبل", "عقب"}), frozenset({"اثر", "اعقاب"})
_LIGHT, _SUFFERED = (AUXILIARY, PERFECTIVE, NEGATION, ADVERB, FUTURE), frozenset({"result", "arrest", "free"})
_OWNED_ACTS, _JUDGES = frozenset({"accuse", "claim_responsibility", "promise", "threaten"}), frozenset({"condemn"})
_AT_ONCE, _REACH, _BACK, _COMMAS, _BEING = 4, 16, 40, 2, word_list("being denied")


class Parties:
    """Finds the actors of one document's events."""

    def __init__(self, syntax: Syntax, told: Sequence[Told] = ()) -> None:
        self.syntax = syntax
        self.cues = {index for one in told for index in range(*one.cue)}
        """The tokens of the cues of statements: verbs that report here."""
        self.told: dict[int, list[Told]] = {}
        """Sentence → the statements whose cues stand in it."""
        for one in told:
            self.told.setdefault(syntax.grammar.layout.sentence_of[one.cue[0]], []).append(one)
        self.grammar = syntax.grammar

    def light(self, mark: Mark, told: Told | None) -> tuple[Range, str] | None:
        """The subject of a light verb that governs an event noun, and its role (شن الطيران غارات: actor)."""
        grammar = self.grammar
        apart = is_given(grammar, mark) or is_not_his(grammar, mark) or does_it_itself(self.syntax, mark)
        if mark.is_verb or mark.entry.frame == "C" or apart or is_averted(grammar, mark):
            return None
        if (able := let_do(grammar, mark) or open_to(grammar, mark)) is not None:
            return able, "actor"
        first, commas = governed_from(told, grammar.layout.sentence(mark.index).start), 0
        for at in range(mark.index - 1, max(first, mark.index - _REACH) - 1, -1):
            if grammar.is_comma(at) and at < mark.index - 1:
                commas += 1
                if commas > _COMMAS:
                    return None
            word = grammar.tokens[at].word
            light = ("light" in word.labels or word.core == _UNDERGOING) and (not commas or leads_over(grammar, at, mark))
            if light and (doer := self._doer(at, mark)) is not None:
                return doer, "target" if word.core.startswith(_UNDERGOING) else "actor"
            if grammar.parts[at] != VERB or is_of_another(self.syntax, at, mark) or tells_of_struck(grammar, at, mark):
                continue
            role = self._role_in(at, mark)
            agreed = role == "target" and mark.entry.group == "deal"  # تخضع المنطقة | لاتفاق
            if role not in ("actor", "target") or agreed or setting_word(self.grammar, at, mark) in TURNS | CAUSES:
                return None
            if commas and not (governs_across(self.syntax.of(at).object, mark) or goes_on_behind(grammar, at, mark)):
                return None
            return (subject, role) if (subject := self._acting(at, mark, told)) is not None else None
        return None

    def _acting(self, at: int, mark: Mark, told: Told | None) -> Range | None:
        """Who a light verb is said of, or who goes on from before where it names nobody."""
        if (behind := done_by(self.grammar, mark) or behind_deed(self.syntax, at, mark)) is not None:
            return behind
        subject = self.syntax.of(at).subject or surroundings(self.grammar, at, self.syntax.of(at).object)
        if subject is not None and uses(self.grammar, at, subject):
            return None
        subject = up_to_deed(self.grammar, subject, mark) if subject is not None and self.grammar.light(at) == "target" else subject
        other = subject is None or subject[1] > mark.index or counts_deed(self.grammar, subject, mark.index)
        return self.carried(at, told) if other else subject

    def _role_in(self, at: int, mark: Mark) -> str:
        """The role of the subject of a light verb; وقعت القوة في | كمين: whoever falls into an attack suffers it."""
        if at == entering_word(self.grammar, mark):  # عادت الحكومة إلى | المفاوضات
            return "actor"
        if light_lemma(self.grammar, at) == "فشل" and all(self.grammar.tokens[k].norm != "في" for k in range(at, mark.index)):
            return ""  # الجيش يفشل | هجوم المسلحين
        subject = self.syntax.of(at).subject if light_lemma(self.grammar, at) == "وقع" else None
        falls = subject is not None and self.grammar.tokens[mark.index - 1].norm == "في" and acts(self.grammar, subject, mark)
        return "target" if falls else self.grammar.light(at)

    def _doer(self, at: int, mark: Mark) -> Range | None:
        """قيام الجيش بقصف، محاولة المسلحين اقتحام: the genitive of a noun of carrying out."""
        grammar = self.grammar
        found = grammar.tokens[at].word.find("light", "noun")
        if grammar.tokens[at].word.core == _UNDERGOING and grammar.parts[at] == NOUN and grammar.phrases.begins(at + 1):
            end = grammar.phrases.end(at + 1, mark.index, Manner(frozenset({"في", "ل", "الي"}), split=True))
            return (at + 1, end) if led_by_to(grammar, mark) else None
        aside = grammar.parts[at] == PREPOSITION or has_led(grammar, at, mark)  # قيام المستوطنين | بمشاركة وزير باقتحام المسجد
        if found is None or aside or not isinstance(found.sense.entry, Closed) or found.article:
            return None
        goes_on = found.sense.entry.lemma in _GOES_ON and not found.pronoun and goes_on_in(grammar, at, mark)
        carries = found.sense.entry.group in ("actor", "object") or goes_on  # إجبار | المسلحين على الانسحاب
        if not carries or "source" in grammar.tokens[at].word.labels or is_used(grammar, at):
            return None
        if found.pronoun:
            return self._whose(at, found.pronoun, grammar.layout.sentence(at).start)
        if at + 1 >= mark.index or not grammar.phrases.begins(at + 1) or grammar.tokens[at + 1].word.conjunction:
            return None
        end = grammar.phrases.end(at + 1, mark.index, Manner(frozenset({"ب", "في", "علي", "الي", "من", "ل"}), split=True))
        beside = (end, "و") == (mark.index, mark.found.conjunction) or counts_deed(grammar, (at + 1, end), mark.index)
        return (at + 1, end) if is_party(grammar, (at + 1, end)) and not beside else None  # تنفيذ تهديدهم | وإطلاق النار

    def carried(self, index: int, told: Told | None) -> Range | None:
        """Who a verb without its own subject goes on about: the subject before, else the speaker (قال إنه سيطر)."""
        if runs(self.grammar, index):
            return None
        form = guessed_form(self.grammar, index)  # وأجرى -حسب مصدر- | اتصالات: what is told begins behind the verb
        first = max(self.grammar.layout.sentence(index).start, told.content[0] if told and told.content[0] <= index else 0)
        before = self.before(index, form, first, people=hits_back(self.grammar, index))
        spoken = before or hand_then(self.grammar, index, form, first) or self._charged(index, told, form)
        spoken = spoken or (None if tells_of_others(self.grammar, index, told) else self._speaker(index, told, form))
        spoken = spoken or last_named(self.grammar, index, form, first)
        return spoken or same_topic(self.grammar, index, form, first)

    def _charged(self, index: int, told: Told | None, form: VerbForm) -> Range | None:
        """اتهمت الوزارة الحركة بأنها | قصفت البلدة: who is accused did what a verb behind the pronoun of أن says."""
        if told is None or told.addressee is None or told.statement.act != "accuse" or told.cue[0] > index:
            return None
        first = told.content[0]
        owned = any(is_owned_that(self.grammar, at) for at in range(max(0, first - 1), index))
        fits = form.person == 3 and (form.number == "p" or self.syntax.compatible(form, told.addressee))
        return told.addressee if owned and fits and is_party(self.grammar, told.addressee) else None

    def before(self, index: int, form: VerbForm, first: int, machines: bool = False, people: bool = False) -> Range | None:
        """The subject of the verb before in the sentence, where it agrees (رصدت الشرطة ... | وقتلتهم); none before ``first``."""
        grammar = self.grammar
        for at in range(index - 1, max(first, index - _BACK) - 1, -1):
            if grammar.parts[at] != VERB or grammar.light(at) == "place" or only_backs(grammar, at):  # هزت البلاد تفجيرات | استهدفت
                continue
            arguments = self.syntax.of(at)
            if not people and only_suffers(grammar, at, arguments.subject, arguments.object):
                continue
            pointing = machines or points_back(grammar, at) or grammar.parts[max(0, grammar.clause_start(index) - 1)] == RELATIVE
            for found in (arguments.subject, arguments.object):
                if found is None or found[1] > index:
                    continue
                if found == arguments.object and not (pointing and is_somebody(self.grammar, found[0])):
                    continue
                machine = machines and thing_group(grammar, found[0]) in ("vehicle", "munition")
                machine = machine or (found == arguments.subject and is_crew(self.grammar, form, found))
                acting = is_party(grammar, found) and (people or not is_common(grammar, found))
                if machine or (acting and self.syntax.compatible(form, found)):
                    return found
        return None

    def sufferer(self, mark: Mark, roles: Roles) -> Range | None:
        """اختطفا من منزلهما ثم | قتلا, اعتقل ثم أفرج عنه: a verb that names nobody is done to the subject before."""
        form = mark.form
        several = form is not None and form.person == 3 and form.number in ("d", "p")
        if form is None or roles.actor is not None or not (several or mark.passive) or mark.entry.group not in _SUFFERED:
            return None
        if mark.entry.frame == "AO" and not mark.passive and not self._is_suffered(mark):
            return None
        return self.before(mark.index, form, self.grammar.layout.sentence(mark.index).start, people=True)

    def _is_suffered(self, mark: Mark) -> bool:
        """قتلوا في, اعتقلوا قبل: a plural verb with nothing that it could be done to, a preposition right behind it."""
        behind = mark.index + 1
        return behind >= self.grammar.limit(mark.index) or self.grammar.parts[behind] == PREPOSITION

    def _speaker(self, index: int, told: Told | None, form: VerbForm) -> Range | None:
        """The speaker, where he says "he" or "we" (قال إنه سيطر, قال: سيطرنا)."""
        if told is None or told.speaker is None or not is_party(self.grammar, told.speaker):
            return None
        if form.person == 1 or told.statement.act == "accuse":  # nobody accuses himself of what he did
            return told.speaker if form.person == 1 else None
        two = form.number == "d" and not self.grammar.tokens[told.speaker[0]].word.bare.endswith(("ان", "ين"))
        if two or told.cue[0] > index:  # واتفقا على هدنة، بحسب | الوزارة
            return None
        that = next((at for at in range(index - 1, told.content[0] - 2, -1) if self.grammar.parts[at] == THAT), None)
        light = that is not None and all(self.grammar.parts[at] in _LIGHT for at in range(that + 1, index))
        several = (form.number, form.gender) == ("p", "m") and self.grammar.tokens[told.speaker[0]].word.bare.endswith("ون")
        apart = (form.number != "s" and not several) if that is None else not (light or is_owned_that(self.grammar, that))
        if apart or (that is not None and are_others(self.grammar, that, told.speaker)):  # قالت شاهدة: كانوا | يدهسون الناس
            return None
        single = VerbForm(form.tense, 3, form.gender, "s")
        return told.speaker if several or self.syntax.compatible(single, told.speaker) else None

    def doer(self, mark: Mark, told: Told | None, target: Range | None) -> Range | None:
        """Whose deed an event noun is: its pronoun's, or whoever governs it where the pronoun is what it hits (قرار | باقتحامه)."""
        if (verb := carrier_of(self.grammar, mark)) is not None:
            return self.carried(verb, told)
        if not mark.found.pronoun:
            return self.controller(mark, told)
        if not self._suffers_it(mark, target):
            return self.owner(mark, told, target) or self._hurt_himself(mark, told, target) or self._holds(mark, told, target)
        if (asked := self.asked(mark, told)) is not None:
            return asked
        led = self.grammar.tokens[mark.index - 1].word.core not in TURNS | CAUSES
        found = self.controller(mark, told) if led else None
        own = found is not None and (told is None or found != told.speaker)
        return found if own and found is not None and is_organised(self.grammar, found) else None

    def _holds(self, mark: Mark, told: Told | None, target: Range | None) -> Range | None:
        """أعلن مصدر بالجيش | سيطرته: whoever governs a deed whose pronoun agrees, or is named beside it."""
        found = self.controller(mark, told)
        nobody = found is None or is_common(self.grammar, found) or found[0] in self.grammar.place_at
        if found is not None and not nobody and self.syntax.compatible(owning(mark.found.pronoun), found):
            return found
        own = mark.entry.frame != "AO" or mark.entry.group == "meet" or (target is not None and target[0] > mark.index)
        teller = told is not None and told.speaker is not None and is_party(self.grammar, told.speaker)
        first = max(self.grammar.layout.sentence(mark.index).start, told.content[0] if told and teller else 0)
        return holder_of(self.syntax, mark, first) if own and mark.entry.group not in ("give", "move") else None  # لتدريبهم

    def _suffers_it(self, mark: Mark, target: Range | None) -> bool:
        """بعد | تحريرها, قرار باقتحامه, لمساعدتهم: the pronoun is whom or what it is done to; زيارته, مساعداتها are his own."""
        if target is None or target[1] > mark.index or mark.entry.frame != "AO" or mark.entry.group in ("meet", "deal"):
            return False
        return mark.entry.group != "give" or mark.found.pronoun.startswith("هم")

    def asked(self, mark: Mark, told: Told | None) -> Range | None:
        """طالب الوزير الحركة | بالالتزام بالهدنة: who is asked for a deed, or accused of it."""
        return whom_asked(self.grammar, mark, told)

    def owner(self, mark: Mark, told: Told | None, target: Range | None = None) -> Range | None:
        """Whose deed an event noun with a pronoun is (قصفها للبلدة): the nearest subject or speaker that agrees."""
        first = max(self.grammar.layout.sentence(mark.index).start, told.content[0] if told else 0)
        form, asked = owning(mark.found.pronoun), self.asked(mark, told)
        if asked is not None and (form.number == "p" or self.syntax.compatible(form, asked)):
            return asked
        found = self._whose(mark.index, mark.found.pronoun, first) or hand_before(self.grammar, mark, first)
        if found is not None or told is None or told.speaker is None or told.cue[0] > mark.index:
            return found
        own = told.statement.act not in _JUDGES and is_party(self.grammar, told.speaker)  # نددت الوزارة | باقتحامها
        own = own and not (target is None and is_fate(mark) and told.statement.act not in _OWNED_ACTS | {"admit"})
        several = mark.found.pronoun in ("هم", "هن") or told.statement.act == "claim_responsibility"  # تبنى | قتلهما
        found = men_told_of(self.grammar, mark, told) or told_of(self.grammar, mark.index, form, told.content[0])
        own = own and (several or self.syntax.compatible(form, told.speaker))
        return found or self._hurt_himself(mark, told, target, told.content[0]) or (told.speaker if own else None)

    def _whose(self, index: int, pronoun: str, first: int) -> Range | None:
        """The nearest subject that agrees with a pronoun: a party, or a machine that does its work."""
        form = owning(pronoun)
        found = self.before(index, form, first, machines=True)
        if found is not None and (nearer := told_of(self.grammar, index, form, found[1])) is not None:
            return nearer
        found = nearer_men(self.grammar, index, pronoun, found) if found is not None else None
        crowd = pronoun == "ه" and found is not None and "number" in self.grammar.tokens[found[0]].word.labels
        return None if crowd else found

    def _hurt_himself(self, mark: Mark, told: Told | None, target: Range | None, first: int = 0) -> Range | None:
        """أصيب شاب بعد | طعنه جنديا: with an object behind the deed, whoever was hurt before may be who did it."""
        if target is None or target[0] < mark.end:
            return None
        judged = told.content[0] if told is not None and told.statement.act in _JUDGES else 0
        first = max(first, judged, self.grammar.layout.sentence(mark.index).start)
        found = self.before(mark.index, owning(mark.found.pronoun), first, people=True)
        men = found is not None and mark.found.pronoun == "ها" and self.grammar.parts[found[0]] == NUMERAL
        return None if men else found  # قتل 26 متمردا بعد | هجماتها على القرية

    def controller(self, mark: Mark, told: Told | None) -> Range | None:
        """Who carries out a bare event noun: the subject of the verb that governs it, or who is asked, accused, or promises."""
        grammar = self.grammar
        if (mark.index and grammar.parts[mark.index - 1] == AUXILIARY) or does_it_itself(self.syntax, mark):
            return None
        if is_averted(grammar, mark) or is_course(grammar, mark) or lasts(self.grammar, mark):
            return None
        if (doer := accused(grammar, mark) or enabled(grammar, mark)) is not None or is_given(grammar, mark):
            return whole_of(doer, told)
        if (held := self._held(mark) or charged_with(grammar, mark, told) or visitor(self.syntax, mark)) is not None:
            return held
        if mark.entry.group == "result" and not (told and (told.statement.act in _OWNED_ACTS or admits_own(grammar, mark, told))):
            return declarer(grammar, mark, told)
        first = max(grammar.layout.sentence(mark.index).start, told.content[0] if told else 0)
        for at in range(mark.index - 1, first - 1, -1):
            if grammar.parts[at] == VERB and not is_of_another(self.syntax, at, mark):
                found = self._governor(at, mark, told)
                if found is not None or not only_describes(grammar, at, mark):
                    return found
            if (grammar.parts[at] == THAT and at > first) or grammar.tokens[at].norm in IF:  # سترد إذا تكرر | القصف
                break
        spoken = self.told.get(grammar.layout.sentence_of[mark.index], ())
        return (self._by_act(mark, told) if told is not None else None) or guest(grammar, mark, spoken)

    def _held(self, mark: Mark) -> Range | None:
        """إقدام الجنود على | قصف القرية, استعدادها | لإرسال قوات: whose will, power or part in it a noun before a deed tells."""
        held = holder(self.grammar, mark)
        if not isinstance(held, int):
            return held
        pronoun = next(one for one in ("هما", "هم", "ها", "هن", "ه") if self.grammar.tokens[held].word.core.endswith(one))
        first = self.grammar.layout.sentence(held).start
        return self._whose(held, pronoun, first) or told_of(self.grammar, held, owning(pronoun), first)

    def _governor(self, at: int, mark: Mark, told: Told | None) -> Range | None:
        """The subject of a verb before an event noun, if it is a party and the verb does not say that something happens."""
        grammar = self.grammar
        if tells_result(self.grammar, at):
            return None
        near = grammar.tokens[at + 1 : at + _AT_ONCE]
        caught = at not in self.cues and any(token.word.core == "قبض" for token in near)  # ألقت الشرطة القبض على
        says = "cue" in grammar.tokens[at].word.labels and not caught
        if says and (at in self.cues or not is_by(grammar, mark)):
            meets = mark.entry.group == "meet" and setting_word(self.grammar, at, mark) in _MET_IN
            return self.syntax.of(at).subject if meets else None
        role = grammar.light(at)
        if role == "object":
            found, forced = self.syntax.of(at), men_forced(grammar, at)
            led = found.subject and grammar.layout.norms[at + 1 : found.subject[1] + 1][-1:] == ["الي"]  # دفع | الحراس إلى تهديدهم
            whom = forced or (found.subject if led else found.object or found.subject)
            return whom if whom is not None and whom[1] <= mark.index and is_party(grammar, whom) else None
        if role in ("cause", "place", "hit", "target"):
            return None
        return self._crowd(at, mark) if mark.entry.type == "PROTEST" else self._party(at, mark, told)

    def _crowd(self, at: int, mark: Mark) -> Range | None:
        """خرج عدد من السكان في | تظاهرة, نزل الآلاف للاحتجاج: whoever goes out protests."""
        subject, deeds = self.syntax.of(at).subject, {entry.group for entry in entries_at(self.grammar, at)}
        within = setting_word(self.grammar, at, mark) in ("", "في") and deeds != {"attack"}
        if subject is None or subject[1] > mark.index or not within:
            return None
        return subject if acts(self.grammar, subject, mark) and not keeps_order(self.grammar, subject) else None

    def _party(self, at: int, mark: Mark, told: Told | None) -> Range | None:
        """The subject of a verb that governs an event noun, or in the setting of which it stands, if it is a party."""
        aside, subject = setting_word(self.grammar, at, mark), self.syntax.of(at).subject
        event = self.grammar.light(at) == "event"
        goes_on = light_lemma(self.grammar, at) in _GOES_ON and goes_on_in(self.grammar, at, mark)
        fights = mark.entry.frame == "M" and aside in _AFTER
        fought = mark.entry.group == "attack" and aside in _BEFORE_OR_AFTER | _AFTER
        if fought and (answers(self.grammar, at) or (mark.found.article and mark.entry.frame != "M")):
            return None
        if event and (set_out := sets_out(self.grammar, subject, mark)) is not None:
            return set_out
        within = aside == "في" and (fights_in(self.grammar, at, mark) or visits(self.grammar, at, mark)) and subject is not None
        if (event and not goes_on) or (aside and aside not in TURNS and not goes_on and not fights and not within):
            return None
        if subject is not None and subject[0] <= mark.index < subject[1]:
            return None
        if not event and (subject is None or subject[1] > mark.index or counts_deed(self.grammar, subject, mark.index)):
            subject = self.carried(at, told)
        if subject is None or subject[1] > mark.index or not is_party(self.grammar, subject):
            return None
        return subject if not aside or is_organised(self.grammar, subject) or visits(self.grammar, at, mark) else None

    def _by_act(self, mark: Mark, told: Told) -> Range | None:
        """طالب الحكومة بسحب، اتهم الجماعة بقصف: the addressee acts; توعد بقصف، أعلن سيطرته: the speaker does."""
        act = told.statement.act
        if act in ("demand", "promise", "threaten") and is_foregone(self.grammar, told.content[0], mark):
            return None
        if (whom := whom_put_to(self.grammar, mark, told)) is not None:
            return whom
        if (doer := declarer(self.grammar, mark, told)) is not None:
            return doer
        if orders_own(self.grammar, mark, told) or admits_own(self.grammar, mark, told):
            return told.speaker
        if told.speaker is None or mark.index - told.content[0] > _AT_ONCE or not is_party(self.grammar, told.speaker):
            return None
        if act == "deny" and self._happens(told.content[0]):
            return None
        if act in ("promise", "threaten", "claim_responsibility", "reject", "deny"):
            return told.speaker
        own = self.grammar.parts[mark.index - 1] != THAT and mark.entry.type not in ("ASSAULT", "CONSULT")
        own = own and not (mark.entry.type == "PROTEST" and tells_of_fallen(self.grammar, told.content[0], mark.index))
        own = own and announces_own(self.grammar, mark, told, told.speaker)
        return told.speaker if own and act in ("assert", "admit") else None

    def _happens(self, at: int) -> bool:
        """نفت الوزارة | وقوع أي قصف: whoever denies that something happened at all does not speak of a deed of his own."""
        return self.grammar.tokens[at].word.core in _BEING or self.grammar.light(at, "noun") == "event"


RULES = (Parties.light, Parties._doer, Parties.carried, Parties.owner, Parties.controller, Parties._crowd, Parties._by_act)
"""Who acts where the phrase of the event word does not say it."""
