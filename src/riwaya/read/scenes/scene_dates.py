"""The time of a claim: from its own clause, not from the clause of another claim and not from the announcement."""

from __future__ import annotations

from datetime import timedelta

from riwaya.lang.ar.parts import AUXILIARY, PREPOSITION, RELATIVE, SUBORDINATOR, THAT, VERB
from riwaya.lang.ar.wordlists import word_list
from riwaya.model.swift import changed
from riwaya.read.dates.date_until import UNTIL_DAY
from riwaya.read.dates.dates import DateMention
from riwaya.read.grammar import Grammar
from riwaya.read.scenes.scene import END, HOSTED, Ground, Scene
from riwaya.read.scenes.scene_ahead import as_called_for, as_deadline, from_now, on_the_day, until_then
from riwaya.read.scenes.scene_at_once import at_once
from riwaya.read.scenes.scene_cause import of_cause
from riwaya.read.scenes.scene_clock import Clock
from riwaya.read.scenes.scene_joined import is_done, joined
from riwaya.read.scenes.scene_kept import (
    is_hour_or_hearing,
    is_of_before,
    is_of_described,
    is_of_plan,
    is_of_relative,
    is_of_telling,
    is_set_off,
    stands_ahead,
)
from riwaya.read.scenes.scene_later import said_after, so_long_after
from riwaya.read.scenes.scene_owned import is_of_other
from riwaya.read.scenes.scene_retold import retold
from riwaya.read.scenes.scene_series import of_series, of_toll
from riwaya.read.scenes.scene_shifted import COMING, GOES_ON, on_that_day, shifted
from riwaya.read.scenes.scene_since import as_of_then, in_relative, is_of_state, since_start
from riwaya.read.scenes.scene_then import looked_back, says_then
from riwaya.read.scenes.scene_totals import share_since, since_it_began, total_since
from riwaya.read.words.place_terms import place_noun

_FAR, _FAR_TURN, _FAR_FROM_TURN = 3.5, 2.0, 4.0
_PAST, _VERBS_OWN = 2.5, 1.0
"""What a turn (بعد) or an end (ل) puts between a time and a claim: what was before, or shall be, has another time."""
_ANNOUNCED, _DESCRIBED, _TOLD, _LIFE = 1.5, 1.5, 2.0, 4.0
_FRONTED = 0.7
_COARSE = {"night": 0.0, "day": 0.0, "range": 0.1, "week": 0.2, "month": 0.3, "year": 0.5}
_EXACT, _WRITTEN_OUT = 0.3, frozenset({"dates.absolute_day", "dates.numeric_day"})
_ONWARDS = frozenset({"dates.before_end", "dates.within", "dates.next_units"})
_UNTIL_TOLD, _DAYS_TOLD_AGO = frozenset({"dates.last_units", "dates.within", "dates.hours"}), 2
_LATELY, _LATELY_REACH, _NEAR_LATELY = frozenset({"الاونه", "موخرا", "حديثا"}), 8, 1.0
_LONG = 30
"""منذ 26 مارس يشنون حملة أسهمت في استعادة المدينة: so many days have passed with more than one thing in them."""
_MEMORABLE = 180
_SUPERLATIVES, _BORN, _MEMORY_REACH = word_list("first or worst"), word_list("of somebody's life"), 5
_TURN_REACH, _SUPERLATIVE_BEFORE = 60, 7


def tells_time(grammar: Grammar) -> bool:
    """Whether a document has a time that resolves, or a word that may stand for one."""
    return bool(grammar.dates) or not COMING.isdisjoint(grammar.layout.norms) or "وذلك" in grammar.layout.norms


def times(ground: Ground, scenes: list[Scene]) -> list[DateMention | None]:
    """The time of every claim, None where the text gives none."""
    if not tells_time(ground.grammar):
        return [None] * len(scenes)
    clock = _Clock(ground)
    found: list[DateMention | None] = [clock.time(scene) for scene in scenes]
    for number in range(len(scenes)):
        found[number] = on_that_day(clock, scenes, found, number)
        own = found[number]
        if own is not None and own.start > scenes[number].index and says_then(ground, scenes[number]):
            own = looked_back(ground, scenes[number], clock.published) or own
        said = own is not None and own.start > scenes[number].index and own.when.precision == "day"
        moved = None if said else shifted(clock, scenes, found, number)
        found[number] = (
            moved
            or (_counted_on(ground, scenes[number]) if own is None or own.end <= scenes[number].index else None)
            or own
            or joined(ground, scenes, found, number)
            or at_once(ground, scenes, found, number)
            or of_cause(ground, scenes, found, number)
            or looked_back(ground, scenes[number], clock.published)
            or of_toll(ground, scenes, found, number)
            or retold(ground, scenes, found, number)
            or of_series(ground, scenes, found, number)
        )
    share_since(ground, scenes, found)
    kept = [one if one is None or not clock.is_of_state(scene, one) else None for scene, one in zip(scenes, found, strict=True)]
    return [as_of_then(ground, scene, one) for scene, one in zip(scenes, kept, strict=True)]


def _counted_on(ground: Ground, scene: Scene) -> DateMention | None:
    """انسحبوا | بعد يومين, قتل مئة | منذ انطلاقها: a time that counts on from what was told before."""
    return so_long_after(ground, scene) or since_it_began(ground, scene)


class _Clock(Clock):
    """Which claim each time of a document belongs to."""

    def time(self, scene: Scene) -> DateMention | None:
        """The time that is nearest to a claim, the finer one among equals."""
        found: list[tuple[float, DateMention]] = []
        for near in self.ground.near(scene, self.dates):
            one = as_called_for(self.ground, scene, as_deadline(scene, near, self.today), self.today)
            one = until_then(self.ground, one, self.today)
            if not (self.ground.told(scene, one.start) or stands_ahead(self.ground, scene, one)):
                continue
            if self._compares(scene, one) or is_hour_or_hearing(self.ground, scene, one):
                continue
            if is_of_plan(self.ground, scene, one, self.today) or is_of_telling(self.ground, one):
                continue
            if is_of_state(self.ground, scene, one) or is_of_other(self.ground, scene, one, self.published):
                continue
            if self._is_to_come(scene, one) or self._is_remembered(scene, one) or self._went_on(scene, one):
                continue
            far = self.ground.distance(scene, one.start, one.end) * self._scope(scene, one) + self._apart(scene, one)
            if far <= _FAR:
                finer = _COARSE.get(one.when.precision, 0.0) - _EXACT * (one.when.rule in _WRITTEN_OUT)
                found.append((far + finer, one))
        nearest = min(found, key=lambda pair: (pair[0], pair[1].start), default=None)
        lately = nearest is None or self._is_lately(scene, *nearest)
        best = self._as_told(scene, nearest[1]) if nearest is not None and not lately else None
        if best is not None and self.published is not None and self._has_gone_on(scene, best):
            return changed(best, when=changed(best.when, end=self.published, precision="range", rule="dates.since_event"))
        if (since := self._since(scene, best)) is not None or best is None or self._is_of_beginning(scene, best):
            return since
        return self._until_now(scene, on_the_day(scene, best))

    def _has_gone_on(self, scene: Scene, best: DateMention) -> bool:
        """Whether a time tells since when a claim has come about."""
        return self._began(scene, best) or since_start(self.ground, scene, best) or total_since(self.ground, scene, best)

    def _is_of_beginning(self, scene: Scene, best: DateMention) -> bool:
        """أكبر هجوم منذ تعيين الحاكم | في 3 يونيو: the time of what somebody counts from."""
        turn = self._turn(scene)
        sums = self.ground.sums
        return turn is not None and turn < best.start and sums[best.start] - sums[turn + 1] <= _FAR_FROM_TURN

    def _is_lately(self, scene: Scene, far: float, best: DateMention) -> bool:
        """نفذوا في الآونة الأخيرة تفجيرات منها هجوم في يوليو: a time that is not told exactly stands nearer to the claim."""
        sentence, norms = self.ground.grammar.layout.sentence(scene.index), self.ground.grammar.layout.norms
        for at in range(max(sentence.start, scene.index - _LATELY_REACH), min(sentence.end, scene.index + _LATELY_REACH)):
            lately = norms[at] in _LATELY or (norms[at] == "سابق" and norms[at - 1] == "وقت")
            if lately and at not in self.ground.grammar.date_at and self._apart_from(at, best):
                return self.ground.distance(scene, at, at + 1) < min(far, _NEAR_LATELY) and self.ground.told(scene, at)
        return False

    def _apart_from(self, at: int, best: DateMention) -> bool:
        """Whether a vague word and a time are not one expression (في وقت سابق أمس, أمس في وقت سابق)."""
        return at + 1 < best.start or at - 2 > best.end

    def _as_told(self, scene: Scene, best: DateMention) -> DateMention:
        """قال الجيش أمس إن جنودا قتلوا خلال الليل: a span that ends when it is told ends on the day of the announcement."""
        if self.today is None or scene.statement is None or best.when.end != self.today:
            return best
        if best.when.rule not in _UNTIL_TOLD and best.when.precision != "night":
            return best
        first = self.ground.grammar.layout.sentence(best.start).start
        said = [one for one in self.ground.near(scene, self.dates) if first <= one.start < best.start]
        told = next((one.when.start for one in reversed(said) if not self.ground.told(scene, one.start)), None)
        ago = (self.today - told).days if told is not None else 0
        if not 0 < ago <= _DAYS_TOLD_AGO:
            return best
        when = changed(best.when, start=best.when.start - timedelta(days=ago), end=best.when.end - timedelta(days=ago))
        return changed(best, when=when)

    def _began(self, scene: Scene, best: DateMention) -> bool:
        """منذ عودتها في 2021، استولت: a time at the head of the sentence that tells when what goes on since then began."""
        grammar = self.ground.grammar
        first = grammar.layout.sentence(scene.index).start
        opens = any(self.ground.turns[at] and self.tokens[at].word.core == "منذ" for at in range(first, min(first + 2, best.start)))
        if not opens or best.start > scene.index or (self.published is not None and best.when.start > self.published):
            return False
        near = best.start - first <= _TURN_REACH
        if near and best.end == min(scene.own):  # منذ اندلاع الحرب في فبراير | قتل الآلاف
            return True
        return near and any(grammar.is_comma(at) for at in range(best.end, min(scene.own) + 1))

    def _scope(self, scene: Scene, one: DateMention) -> float:
        """A time at the head of what is told holds for all that follows: وفي الشهر الماضي شنت ... لكنها تعرضت."""
        head = one.start - 2
        sentence = self.ground.grammar.layout.sentence(one.start)
        fronted = one.start < scene.index and (head < sentence.start or not self.ground.told(scene, head))
        return _FRONTED if fronted else 1.0

    def _apart(self, scene: Scene, one: DateMention) -> float:
        """What parts a time from a claim that it does not date: another claim that has it first, an announcement, what is told
        or described behind it (أن، الذي), until when (عثروا | حتى مساء أمس | على جثث), a turn (بعد), an aim (ل)."""
        near = self.ground.nearest(scene, one.start)
        if one.start > near:
            hosts = (at for at in range(near + 1, one.start) if at in self.ground.events)
            announced = any(self._announces(at) for at in range(near + 1, one.start))
            of_another = HOSTED * any(self.ground.weights[at] > END for at in hosts) + _ANNOUNCED * announced
            held = self.tokens[one.start].norm == "منذ" and any(at in self.ground.holds for at in range(near + 1, one.start))
            of_other = self._is_of_life(near, one) or self._leads_on(one) or held or is_of_described(self.ground, scene, near, one)
            of_other = of_other or is_set_off(self.ground, near, one)
            of_another += _TOLD * ("حتي" in (token.norm for token in self.tokens[max(0, one.start - 2) : one.start]))
            return of_another + _LIFE * of_other + _TOLD * is_of_relative(self.ground, scene, near, one)
        turned = any(self.ground.turns[at] for at in range(one.end, near)) or is_of_before(self.ground, one, near)
        turned = turned and not said_after(self.ground, scene, one)
        described = any(self.ground.grammar.parts[at] == RELATIVE for at in range(one.end, near))
        that = any(self.ground.grammar.parts[at] == THAT for at in range(one.end, near))
        aim = scene.modality != "actual" and self.tokens[near].word.preposition == "ل"
        long = one.when.rule == "dates.since" and (one.when.end - one.when.start).days > _LONG
        went_on = long and any(at in self.ground.events for at in range(one.end, near))
        of_another = _LIFE * self._holds_until(one)
        if one.end == min(scene.own) and self._leads_on(one):  # وفي 2011 | توصلوا لاتفاق أقر في يونيو
            return -_VERBS_OWN
        return _DESCRIBED * described + _TOLD * that + _PAST * turned + _PAST * aim + _ANNOUNCED * went_on + of_another

    def _holds_until(self, one: DateMention) -> bool:
        """فرضوا حظر تجول | حتى صباح الخميس | تحسبا لضربات: what holds until then stands before; not مهلة حتى الخميس لمغادرة."""
        first = self.ground.grammar.layout.sentence(one.start).start
        return one.when.rule == UNTIL_DAY and any(at in self.ground.events for at in range(first, one.start))

    def _leads_on(self, one: DateMention) -> bool:
        """قصفوا القرية مرات وبحلول أمس كانت القوات قد دخلتها: a time behind و, before the verb that it dates."""
        grammar = self.ground.grammar
        behind = one.end if one.end < len(self.tokens) else one.start
        if grammar.parts[behind] not in (VERB, AUXILIARY) or self.tokens[behind].word.conjunction:
            return False
        before = self.tokens[one.start - 1].word
        led = grammar.parts[one.start - 1] == PREPOSITION or before.core == "حلول"
        return bool(self.tokens[one.start].word.conjunction or (led and before.conjunction))

    def _is_of_life(self, near: int, one: DateMention) -> bool:
        """قتلوا قائدا انضم إلى التنظيم عام 2013, المخيم الذي أقيم عام 1948: a year in what is said of somebody or something."""
        if one.when.rule != "dates.year_alone":
            return False
        parts, between = self.ground.grammar.parts, range(near + 1, one.start)
        if any(self.tokens[at].word.core in _BORN for at in between):
            return True
        verbs = (at for at in between if parts[at] == VERB and at not in self.ground.events)
        return any(not (self.tokens[at].word.labels & {"light", "cue"} or self.tokens[at].word.conjunction) for at in verbs)

    def _is_remembered(self, scene: Scene, one: DateMention) -> bool:
        """تصادف اليوم الذكرى العاشرة للمجزرة, أحيوا ذكرى المجزرة أمس: the day of an anniversary is not that of what is remembered;
        nor is the year of this that of تظاهروا في ذكرى اغتياله عام 2005."""
        first = max(one.end if one.start < scene.index else 0, min(scene.own) - _MEMORY_REACH)
        remembered = any(self.tokens[at].word.core == "ذكري" for at in range(first, min(scene.own)))
        if one.start < scene.index:
            return remembered
        long_ago = self.published is not None and (self.published - one.when.end).days > _MEMORABLE
        if long_ago:
            return any(self.tokens[at].word.core == "ذكري" for at in range(max(scene.own) + 1, one.start))
        return remembered and self.ground.grammar.parts[scene.index] != VERB

    def _announces(self, at: int) -> bool:
        """كما أعلنت الحكومة مساء الأحد, حسب بيان نشر الجمعة: the time of an announcement that stands in a clause of its own."""
        labels, grammar = self.tokens[at].word.labels, self.ground.grammar
        verb = grammar.parts[at] == VERB and "cue" in labels and at not in self.ground.events
        opens = grammar.parts[at - 1] == SUBORDINATOR or self.tokens[at - 1].raw in "،," or bool(self.tokens[at].word.conjunction)
        return (verb and opens) or "according" in labels

    def _went_on(self, scene: Scene, one: DateMention) -> bool:
        """أسرت أمس جنودا، وكانت تحاصر آخرين: what went on has no time of what was before."""
        before = scene.index - 1
        behind = one.end <= before and self.ground.grammar.parts[before] == AUXILIARY and not is_done(self.ground.grammar, before)
        return behind and bool(self.tokens[before].word.conjunction)

    def is_of_state(self, scene: Scene, one: DateMention) -> bool:
        """قصفوا البلدة التي تسيطر عليها المعارضة يوم الاثنين: who holds a place is a state, dated only by since when."""
        since = self.tokens[one.start].norm == "منذ" or one.when.rule == "dates.since_event"
        return scene.index in self.ground.holds and not since

    def _is_to_come(self, scene: Scene, one: DateMention) -> bool:
        """حبسوا حتى جلسة تعقد في أغسطس المقبل: what a perfect tells as done has no day after publication."""
        if scene.modality != "actual" or self.published is None:
            return False
        if one.when.start <= self.published and (one.when.rule not in _ONWARDS or one.when.end <= self.published):
            return False
        verb = self.ground.grammar.parts[scene.index] == VERB
        return verb and any(getattr(found.sense.form, "tense", "") == "perfect" for found in self.tokens[scene.index].word.analyses)

    def _compares(self, scene: Scene, one: DateMention) -> bool:
        """أول تدخل منذ 2011, أعنف قتال منذ شهر: what is the first or worst since then has not gone on since then."""
        if one.when.rule in ("dates.within", "dates.last_units") and self.tokens[one.start - 1].word.core in _SUPERLATIVES:
            return True  # قتال هو الأسوأ | خلال عامين
        since = one.when.rule in ("dates.since", "dates.ago") and self.tokens[one.start].word.core == "منذ"
        return since and self._is_superlative(scene, one.start)

    def _is_superlative(self, scene: Scene, end: int) -> bool:
        first = max(self.ground.grammar.layout.sentence(scene.index).start, scene.index - _SUPERLATIVE_BEFORE)
        parts = self.ground.grammar.parts
        first = next((at for at in range(scene.index - 1, first, -1) if parts[at] == RELATIVE), first)
        if self.tokens[first - 1].word.core == "اولي" and self.tokens[first - 2].word.core == "مره":  # المرة الأولى | التي
            return True
        near = range(first, min(end, first + _TURN_REACH))
        cores = [self.tokens[at].word.core for at in near if not self._is_of_place(at)]
        return not _SUPERLATIVES.isdisjoint(cores) and "سلسله" not in cores[: scene.index - first]  # الأحدث في سلسلة تفجيرات | منذ

    def _is_of_place(self, at: int) -> bool:
        """تشهد | ثاني أكبر مدينة قتالا منذ عام: the first or largest of towns is no first attack."""
        at += at + 1 < len(self.tokens) and self.tokens[at + 1].word.core in _SUPERLATIVES
        return at + 1 < len(self.tokens) and place_noun(self.tokens[at + 1]) is not None

    def _since(self, scene: Scene, best: DateMention | None) -> DateMention | None:
        """From the time of what began until publication (قتل مئة منذ اندلاع الحرب في 26 مارس)."""
        turn = self._turn(scene)
        if turn is None or self.published is None or self._is_superlative(scene, turn):
            return None
        if (
            (best is not None and best.start < turn)
            or self._is_far_turn(scene, best, turn)
            or in_relative(self.ground, scene, turn)
        ):
            return None
        began = next((one for one in self.ground.near(scene, self.dates) if one.start > turn), None)
        if began is None or not self.ground.told(scene, began.start) or began.when.rule == "dates.since":
            return None
        if self.ground.sums[began.start] - self.ground.sums[turn + 1] > _FAR_FROM_TURN or began.when.start > self.published:
            return None
        middle = self.tokens[began.start].word.core in _MIDDLES and began.when.precision == "month"
        first = began.when.start.replace(day=_MIDDLE) if middle else began.when.start
        when = changed(began.when, start=first, end=self.published, precision="range", rule="dates.since_event")
        return changed(began, when=when)

    def _turn(self, scene: Scene) -> int | None:
        """قتل مئة | منذ | اندلاع الحرب: the token behind a claim that counts from what it leads to, if it is the first turn."""
        end = min(self.ground.grammar.layout.sentence(scene.index).end, scene.index + _TURN_REACH)
        turn = next((at for at in range(scene.index + 1, end) if self.ground.turns[at]), None)
        return turn if turn is not None and self.tokens[turn].word.core == "منذ" else None

    def _is_far_turn(self, scene: Scene, best: DateMention | None, turn: int) -> bool:
        """تفجيرات قتل فيها مئة شخص في الشمال | منذ تعيين الحاكم في 3 يونيو: too far, unless its time would be that of the claim."""
        return (best is None or best.start < turn) and self.ground.between(scene, scene.index + 1, turn) > _FAR_TURN

    def _still_goes_on(self, scene: Scene, one: DateMention) -> bool:
        """المواجهات التي اندلعت قبل أسبوع: fighting that began then and goes on."""
        core = self.tokens[scene.index].word.core
        if (core not in GOES_ON and core not in _SERIES) or one.start < scene.index:
            return False
        between = range(max(scene.own) + 1, one.start)
        begins = any(self.tokens[at].word.core.startswith(_BEGINS) for at in between)
        return begins and len(between) < _BEGIN_REACH and any(self.ground.grammar.parts[at] == RELATIVE for at in between)

    def _until_now(self, scene: Scene, one: DateMention) -> DateMention:
        """What has happened this week, month or year has happened until publication; on Mondays: the last seven days."""
        when = one.when
        if self.published is not None and self.today is not None and when.end < self.today and self._still_goes_on(scene, one):
            return changed(one, when=changed(when, end=self.published, precision="range", rule="dates.since_event"))
        if self.published is None or when.rule != "dates.relative_unit":
            return one
        if scene.modality != "actual":
            return from_now(scene, one, self.published)
        part = when.precision != "week" and when.start.day > 1
        if part or not when.start <= self.published < when.end:
            return one
        first = when.start - timedelta(days=7 * (when.precision == "week" and when.start == self.published))
        return changed(one, when=changed(when, start=first, end=self.published))


_MIDDLES, _MIDDLE = ("منتصف", "اواسط"), 15
"""قتل مئة منذ اندلاع الحرب في | منتصف يوليو: since the fifteenth."""
_SERIES = word_list("goes on once begun")
"""What goes on too since it has begun, but is no stretch of days of its own."""
_BEGIN_REACH = 9
_BEGINS = ("بدا", "انطلق", "اندلع", "تفجر")


RULES = (_Clock._since, shifted)
"""Times that another event gives."""
