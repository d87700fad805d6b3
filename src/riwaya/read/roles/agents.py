"""Who did it, named behind an event word: من قبل, على يد, برصاص, or a verb of carrying out that points back to it."""

from __future__ import annotations

from riwaya.lang.ar.lexicon import Closed
from riwaya.lang.ar.parts import NOUN, NUMERAL, PREPOSITION, QUANTIFIER, RELATIVE, THAT, VERB
from riwaya.lang.ar.thing_groups import HARDWARE, WEAPONRY
from riwaya.lang.ar.wordlists import word_list
from riwaya.read.clauses.able import is_organised, is_party
from riwaya.read.clauses.adverbials import past_adverbs
from riwaya.read.clauses.between import approximates
from riwaya.read.clauses.companions import entries_at
from riwaya.read.clauses.forces import ARMS, is_force
from riwaya.read.clauses.near import ACTOR, REACH, counted_end, thing_group
from riwaya.read.clauses.triggers import Mark
from riwaya.read.cues.told_back import is_part_of_them
from riwaya.read.grammar import Grammar, Range
from riwaya.read.roles.prepositions import whole_with_pronoun
from riwaya.spelling import folded

AGENT_PHRASES = word_list("by whose hand")
_WHEREAS = word_list("whereas others were hurt")


def agent_of(grammar: Grammar, mark: Mark) -> Range | None:
    """Who did it, named behind من قبل, على يد, برصاص or a verb of carrying out (قتلوا برصاص الشرطة، غارة شنها الجيش)."""
    limit = _reach(grammar, mark)
    times: range | tuple[()] = ()
    destroyed = mark.entry.kind == "destroyed"
    for at in range(mark.end, _last_hand(grammar, mark, limit)):
        comma = grammar.is_comma(at)
        if comma:
            times = times or _time_between_commas(grammar, at)
        if at in times:
            continue
        token = grammar.tokens[at]
        carries = not mark.is_verb and grammar.parts[at] == VERB and _carries_out(grammar, at, mark)
        carries = carries and not _is_imposed(grammar, at, mark)
        if not mark.is_verb and (_is_anothers(grammar, at, mark, carries) or (destroyed and _is_launched(grammar, at))):
            return None
        if (comma and not (_by_hand(grammar, at + 1, limit) or _done_by(grammar, at + 1, mark))) or _ends(grammar, mark, at):
            return None
        behind = at + 1
        hand = token.word.core in AGENT_PHRASES and not token.word.article and (token.word.preposition or hands_of(grammar, at))
        own = mark.entry.type != "PROTEST" or at - mark.end < 2  # اغتيل في ختام | تظاهرة مؤيدة للسلام على يد متطرف
        hand = hand and own and not _in_whose_hands(grammar, mark, at)
        if hand or (token.norm == "بيد" and _falls_to(grammar, mark, at)):
            found = agent_at(grammar, behind, limit)
        elif carries or (grammar.parts[at] == VERB and _is_fired(grammar, at)):
            behind += behind < limit and _is_of_it(grammar, behind)
            behind = past_adverbs(grammar, behind, limit)  # هجوم نفذه، صباح أمس، | مسلحون
            found = None if _names_nobody(grammar, behind, limit) else agent_at(grammar, behind, limit)
        elif (
            token.norm == "من"
            and grammar.parts[at - 1] not in (NUMERAL, QUANTIFIER)  # اتصالا بعدد | من القادة
            and (_comes_from(grammar, at, mark) or _is_given_by(grammar, at, mark))
        ):
            found = agent_at(grammar, behind, limit)
        else:
            continue
        if found is not None:
            return found
    return None


def _last_hand(grammar: Grammar, mark: Mark, limit: int) -> int:
    """The token behind the last word that may lead to who did it; behind the event word where none stands."""
    norms, cores, parts = grammar.layout.norms, grammar.layout.cores, grammar.parts
    for at in range(limit - 1, mark.end - 1, -1):
        if norms[at] in ("من", "بيد") or cores[at] in AGENT_PHRASES:
            return at + 1
        if parts[at] == VERB and (not mark.is_verb or _is_fired(grammar, at)):
            return at + 1
    return mark.end


def _falls_to(grammar: Grammar, mark: Mark, at: int) -> bool:
    """سقوط القاعدة | بيد المسلحين, قتل جنديان | بيد مسلحين: whether what an event tells came about by a hand, and no other deed."""
    fits = mark.entry.frame == "T" or mark.entry.group in ("result", "arrest")
    return fits and not any(grammar.phrases.is_event_noun(k) for k in range(mark.end, at) if k not in grammar.place_at)


def _in_whose_hands(grammar: Grammar, mark: Mark, at: int) -> bool:
    """قتل عشرة في البلدة التي سقطت في | يد المسلحين: whoever a place fell to did not do what was done in it."""
    verb = at - 2 if grammar.parts[at - 1] == PREPOSITION else at - 1
    return verb > mark.index and grammar.tokens[verb].word.core.startswith(_FELL) and grammar.parts[verb] == VERB


_FELL = ("سقط", "وقع")


def _by_hand(grammar: Grammar, at: int, limit: int) -> bool:
    """تقديم السلاح، | من قبل قوات التحالف: a comma right before من قبل, على يد, من جانب parts nobody from his deed."""
    if at + 1 >= limit or grammar.parts[at] != PREPOSITION or grammar.tokens[at + 1].word.core not in AGENT_PHRASES:
        return False
    return not grammar.tokens[at + 1].word.article and hands_of(grammar, at + 1)


def _done_by(grammar: Grammar, at: int, mark: Mark) -> bool:
    """مجزرتين أول أيام العيد، | نفذهما طيران النظام, الهجوم على البلدة، | الذي شنه الحرس: a verb of carrying out behind a comma."""
    at += at < len(grammar.tokens) and grammar.parts[at] == RELATIVE
    if mark.is_verb or at >= len(grammar.tokens) or grammar.parts[at] != VERB or grammar.tokens[at].word.conjunction:
        return False
    return grammar.light(at) == "actor" and _carries_out(grammar, at, mark)


def hand_within(grammar: Grammar, target: Range, actor: Range) -> int | None:
    """اعتقل الصحفي | من طرف الشرطة: where, in the phrase of whom it hits, it is said by whose hand; None where it is not."""
    at = actor[0] - 1
    if at <= target[0] or grammar.tokens[at].word.core not in AGENT_PHRASES:
        return None
    return at - (grammar.parts[at - 1] == PREPOSITION)


def carrier_of(grammar: Grammar, mark: Mark) -> int | None:
    """هجوم | شنته شرق المدينة, ضربة نفذتها في كابل: a verb of carrying out behind an event noun, behind which nobody is named."""
    limit = min(grammar.limit(mark.index), mark.end + _AT_ONCE)
    for at in range(mark.end, limit):
        if grammar.parts[at] == VERB:
            carries = _carries_out(grammar, at, mark) and grammar.light(at) == "actor"
            return at if carries and _names_nobody(grammar, at + 1, grammar.limit(mark.index)) else None
        if not grammar.phrases.is_adjective(at) and grammar.parts[at] != RELATIVE:
            return None
    return None


_AT_ONCE = 4


def _names_nobody(grammar: Grammar, at: int, limit: int) -> bool:
    """شنها | على المعسكر, شنته | شرق المدينة, نفذها أمس: nothing that could be who did it stands right behind the verb."""
    if at >= limit or at in grammar.date_at:
        return True
    word = grammar.tokens[at].word
    if grammar.parts[at] == PREPOSITION:
        led = word.find("prep")
        return not approximates(grammar, at, limit) and not (led is not None and led.pronoun)
    side = "direction" in word.labels and not word.article
    return side or bool(grammar.phrases.preposition_of(grammar.tokens[at]))


def _reach(grammar: Grammar, mark: Mark) -> int:
    """Where the search for who did it ends; مظاهرة | بعد مقتل فتى برصاص الشرطة: whoever did the next deed protests nothing."""
    limit = min(grammar.limit(mark.index), mark.end + REACH)
    if mark.entry.type == "PROTEST" and not mark.is_verb:
        return next((at for at in range(mark.end, limit) if grammar.phrases.is_event_noun(at)), limit)
    return limit


def _ends(grammar: Grammar, mark: Mark, at: int) -> bool:
    """أن, ردا على, another deed, اشتباكات | إثر مقتل راع على يد مجهولين: who stands behind it did not do this."""
    part, norm = grammar.parts[at], grammar.tokens[at].norm
    if part == THAT or norm == "ردا" or (part == VERB and _tells_next(grammar, mark, at)):
        return True
    behind = at > mark.end and at > mark.companion
    if behind and (grammar.phrases.is_owned_masdar(at) or (part == NOUN and _is_owned_deed(grammar, at))):
        return True
    return not mark.is_verb and part == PREPOSITION and norm in ("اثر", "عقب")


def _tells_next(grammar: Grammar, mark: Mark, at: int) -> bool:
    """هاجموا القرية | وقتل جندي برصاص قناص, قتل جندي بينما | قتل آخر برصاص الشرطة: the next verb has the hand for itself."""
    if not mark.is_verb or not any(entry.group == "result" for entry in entries_at(grammar, at)):
        return False
    return mark.entry.group == "attack" or grammar.tokens[at - 1].word.core in _WHEREAS


def _is_owned_deed(grammar: Grammar, at: int) -> bool:
    """فر السجناء بعد | قصفه من قبل الجماعة: the next deed, with a pronoun for whom it hit."""
    return grammar.phrases.is_owned(at) and grammar.phrases.is_event_noun(at)


def _time_between_commas(grammar: Grammar, at: int) -> range | tuple[()]:
    """قتل جندي| ، أمس الأحد، |برصاص مسلحين: the tokens of a time with its commas that stands before who did it."""
    if at + 1 not in grammar.date_at:
        return ()
    end = grammar.date_at[at + 1].end
    return range(at, end + 1) if end < len(grammar.tokens) and grammar.is_comma(end) else ()


def _is_anothers(grammar: Grammar, at: int, mark: Mark, carries: bool) -> bool:
    """استعادة البلدات | التي سقطت في يد المسلحين, تحرير المدينة كشف الجرائم | المرتكبة من جانبهم: their deed is another."""
    if grammar.parts[at] != VERB or carries:
        word = grammar.tokens[at].word
        done = word.article and word.core.startswith("م") and grammar.phrases.is_adjective(at)
        return done and any(grammar.parts[k] == VERB for k in range(mark.end, at))
    relative = grammar.parts[at - 1] == RELATIVE and at - 1 > mark.end
    return relative and "trigger" in grammar.tokens[at].word.labels


def _is_launched(grammar: Grammar, at: int) -> bool:
    """تدمير مسيرة | أطلقها المسلحون, اعتراض صاروخ | أطلق من الجبل: whoever sent what is brought down did not bring it down."""
    if grammar.parts[at] != VERB or grammar.parts[at - 1] == PREPOSITION:
        return False
    return not grammar.tokens[at].word.conjunction and any(folded(lemma) in _LAUNCHES for lemma in _lemmas(grammar, at))


def _is_imposed(grammar: Grammar, at: int, mark: Mark) -> bool:
    """فك الحصار | الذي فرضه المسلحون, خرق الهدنة | التي أعلنها التحالف: whoever laid a siege or declared a truce did not end it."""
    if mark.entry.group == "breach" and grammar.parts[at - 1] == RELATIVE and "cue" in grammar.tokens[at].word.labels:
        return True
    lifted = mark.entry.group == "stop" and mark.companion > mark.index
    return lifted and grammar.tokens[mark.companion].word.core == "حصار" and grammar.parts[at - 1] == RELATIVE


_LAUNCHES = word_list("sends what is shot down")


def agent_at(grammar: Grammar, at: int, limit: int) -> Range | None:
    """The phrase of who did it at a token; من whoever (شنه | من يشتبه بأنهم مسلحون)."""
    if at >= limit:
        return None
    if (marked := grammar.layout.marked(at)) is not None:
        return marked
    if grammar.tokens[at].norm == "من" and grammar.parts[at + 1 : at + 2] == [VERB]:
        named = next((k for k in range(at + 2, limit) if grammar.phrases.begins(k)), None)
        return None if named is None else (at, grammar.phrases.end(named, grammar.limit(at), ACTOR))
    if approximates(grammar, at, limit):  # نفذه | نحو 300 من مقاتلي الجماعة
        return at, counted_end(grammar, at, grammar.limit(at), ACTOR)
    return (at, with_group(grammar, at, grammar.phrases.end(at, grammar.limit(at), ACTOR))) if grammar.phrases.begins(at) else None


def with_group(grammar: Grammar, at: int, end: int) -> int:
    """مسلحون | من حركة الشباب, وفد | من الأمم المتحدة, أعضاء | في الحكومة: people go on with the group to which they belong."""
    member = grammar.tokens[at].word.core in _MEMBERS
    people = (member or grammar.group(at, "person") in ("militant", "military", "police")) and not grammar.phrases.is_definite(at)
    led = end + 1 < grammar.limit(at) and (grammar.tokens[end].norm == "من" or (member and grammar.tokens[end].norm == "في"))
    if not people or not led or not grammar.phrases.begins(end + 1) or grammar.tokens[end + 1].word.core in ("جهه", "جانب"):
        return end
    group = grammar.group(end + 1, "source") in ("organ", "group") or is_force(grammar, (end + 1, end + 2))
    return grammar.phrases.end(end + 1, grammar.limit(at), ACTOR) if group and end + 1 not in grammar.place_at else end


_MEMBERS = ("وفد", "فريق", "عضو", "اعضاء")


def _comes_from(grammar: Grammar, at: int, mark: Mark) -> bool:
    """هجوم مضاد | من القوات, إطلاق نار | من مسلحين: من right behind an attack noun and its adjectives, before a force."""
    if (
        mark.is_verb
        or mark.entry.group not in ("attack", "meet", "give")
        or mark.entry.frame in ("V", "N")
        or at + 1 >= grammar.limit(mark.index)
    ):
        return False
    if grammar.phrases.from_sides(at) or (grammar.tokens[at + 1].word.core in _SIDE and not grammar.tokens[at + 1].word.article):
        return False
    between = range(_past_arm(grammar, mark.end, at), at)
    call = mark.entry.mode == "phone"
    plain = call or all(grammar.phrases.is_adjective(k) and not grammar.tokens[k].word.preposition for k in between)
    help_itself = "trigger" in grammar.tokens[at + 1].word.labels and grammar.tokens[at + 1].word.core not in ARMS
    if call:
        return plain and grammar.phrases.begins(at + 1)
    force = is_force(grammar, (at + 1, at + 2)) or grammar.tokens[at + 1].word.core.startswith("مجهول")
    return plain and not help_itself and force and at + 1 not in grammar.place_at


def _past_arm(grammar: Grammar, at: int, end: int) -> int:
    """قصف | بالبراميل المتفجرة | من طائرات النظام: the token behind what an attack is carried out with, ``end`` at the farthest."""
    armed = grammar.tokens[at].word.preposition == "ب" and thing_group(grammar, at) in HARDWARE
    return at + 1 if armed and at < end else at


def _is_given_by(grammar: Grammar, at: int, mark: Mark) -> bool:
    """وصلت مساعدات | من دول التحالف, تستقبل المدينة المساعدات القادمة | من المنظمات: who sends what is given."""
    if mark.entry.group != "give" or at + 1 >= grammar.limit(mark.index) or not is_organised(grammar, (at + 1, at + 2)):
        return False
    before = at - 1
    if grammar.tokens[before].word.core.removesuffix("ه") in _GIVEN:
        return True
    while before > mark.index and grammar.phrases.is_adjective(before) and grammar.parts[before] == NOUN:
        before -= 1
    things = thing_group(grammar, before) in ("goods", "weapon", "vehicle", "munition") or before in (mark.index, mark.companion)
    return things and at + 1 not in grammar.place_at


_GIVEN = word_list("given by somebody")


def hands_of(grammar: Grammar, at: int) -> bool:
    """على يد, من قبل; what is taken من يد somebody he does not take; إلى جانب and من جانب واحد name no doer."""
    if grammar.tokens[at].word.core in _SIDE:
        alone = at + 1 < len(grammar.tokens) and grammar.tokens[at + 1].word.core in ("واحد", "اخر")
        return grammar.tokens[at - 1].norm == "من" and not alone
    return grammar.parts[at - 1] == PREPOSITION and grammar.tokens[at - 1].word.core != "من"


def _lemmas(grammar: Grammar, at: int) -> frozenset[str]:
    """The lemmas that the light verb at a token may have."""
    found = grammar.tokens[at].word.all("light", "verb")
    return frozenset(one.sense.entry.lemma for one in found if isinstance(one.sense.entry, Closed))


def _describes(grammar: Grammar, at: int, mark: Mark) -> bool:
    """ضربة على مجمعات | يستخدمها متشددون: the pronoun of a verb stands for the indefinite things right before it."""
    before, phrases = grammar.tokens[at - 1].word, grammar.phrases
    if at - 1 < mark.end or grammar.parts[at - 1] != NOUN or "trigger" in before.labels:
        return False
    return not phrases.is_adjective(at - 1) and not phrases.is_definite(at - 1) and before.bare.endswith(("ات", "ة"))


def _is_fired(grammar: Grammar, at: int) -> bool:
    """بشظايا قنبلة | ألقتها طائرة, برصاصة في الرأس | أطلقها مسلحون: a verb with a pronoun behind what was fired."""
    fired = at - 3 if at > 1 and grammar.tokens[at - 2].norm == "في" else at - 1
    fired -= fired > 0 and grammar.tokens[fired].word.core in _OF_KIND
    shot = fired >= 0 and (grammar.group(fired, "thing") == "munition" or grammar.tokens[fired].word.core in _SHOT)
    return shot and any(found.pronoun in ("ه", "ها") for found in grammar.tokens[at].word.analyses if found.sense.part == "verb")


def hit_by_fired(grammar: Grammar, fired: Range | None, agent: Range | None, behind: Range | None) -> Range | None:
    """أصابت صواريخ أطلقتها الحركة | منازل: what stands behind whoever fired what strikes is hit; None where nothing does."""
    if fired is None or agent is None or behind is None or thing_group(grammar, fired[0]) not in WEAPONRY:
        return None
    return behind if fired[1] <= agent[0] and agent[1] <= behind[0] else None


def agent_beside(grammar: Grammar, mark: Mark, subject: Range | None, hit: Range | None) -> Range | None:
    """Who did it, as ``agent_of`` has it, unless a subject and an object say more of what somebody fired."""
    agent = agent_of(grammar, mark)
    return None if _fired_what_is_hit(grammar, subject, hit, agent) else agent


def _fired_what_is_hit(grammar: Grammar, subject: Range | None, hit: Range | None, agent: Range | None) -> bool:
    """أسقطت الدفاعات طائرة | أطلقها الحوثيون, دمر الجيش عبوة | زرعها مسلحون: whoever fired or laid it does not destroy it."""
    if subject is None or hit is None or agent is None or subject[1] > hit[0] or hit[1] > agent[0]:
        return False
    head = next((at for at in range(*hit) if grammar.parts[at] == NOUN), hit[0])
    return thing_group(grammar, head) in HARDWARE and is_party(grammar, subject)


_SHOT = word_list("shot")
_OF_KIND = word_list("kind of munition")
"""قذائف | هاون, قنبلة | يدوية: of which kind is what was fired."""
_SIDE = word_list("on whose side")


def is_kind_of_munition(grammar: Grammar, at: int) -> bool:
    """إطلاق قذائف | هاون, إطلاق صواريخ وقذائف | مدفعية: of which kind is what was fired, and nobody who fires."""
    return grammar.tokens[at].word.core in _OF_KIND and thing_group(grammar, at - 1) == "munition"


def _carries_out(grammar: Grammar, at: int, mark: Mark) -> bool:
    """A verb with a pronoun that points back to the event noun: شنها، نفذته, أعلنها, قام به; what hits it is its object."""
    plural = mark.noun is not None and mark.noun.number == "p"
    other = at - 1 > mark.end and "trigger" in grammar.tokens[at - 1].word.labels and grammar.parts[at - 1] == NOUN
    visit = other and mark.entry.group == "attack" and {entry.group for entry in entries_at(grammar, at - 1)} == {"meet"}
    if visit or (mark.entry.type == "RETREAT" and at - 1 > mark.end and grammar.phrases.is_event_noun(at - 1)):
        return False  # الفرار من هجوم | شنه الجيش, مواجهات اندلعت مع زيارة | قام بها نواب
    named = grammar.tokens[at - 1 if other else mark.index].word
    plural = named.bare.endswith("ات") or (plural and not other)
    wanted = "ها" if plural or named.bare.endswith("ة") else "ه"
    described = all(grammar.phrases.is_adjective(k) for k in range(mark.end, at - 1))
    if grammar.tokens[at - 1].norm in ("التي", "الذي") and described:
        wanted = "ها" if grammar.tokens[at - 1].norm == "التي" else "ه"
    role = grammar.light(at)
    apart = grammar.parts[at - 1] == RELATIVE and not described and mark.entry.group != "meet"
    if apart and (entries_at(grammar, at) if role != "actor" else "قاد" in _lemmas(grammar, at)):
        return False  # غارات على المدينة التي | يحاصرها الثوار, نشر قوات التحالف الذي | تقوده الدولة
    claims = plural and (role == "actor" or grammar.tokens[at].word.core.startswith("تبن"))
    if claims and is_part_of_them(grammar, at + 1, len(grammar.tokens)):
        return True  # هجمات | تبنى بعضها التنظيم
    if role in ("hit", "event", "cause", "place", "target"):
        return False
    if role == "actor" and at + 1 < len(grammar.tokens) and grammar.tokens[at + 1].norm in ("ب" + wanted, "ل" + wanted):
        return True
    if grammar.tokens[at].word.core.startswith("نسب") or (mark.entry.type == "PROTEST" and entries_at(grammar, at)):
        return False  # مسيرة | فرقتها الشرطة
    uses = "استخدم" in _lemmas(grammar, at)
    if (role != "actor" or uses) and (_describes(grammar, at, mark) or (uses and at > mark.end and grammar.parts[at - 1] == NOUN)):
        return False  # تدمير مخزن | يستخدمه المسلحون
    if uses and grammar.parts[at - 1] == RELATIVE and (not described or mark.companion == at - 2):  # تدمير المواقع التي | يستخدمها
        return False
    both = "هما" if mark.noun is not None and mark.noun.number == "d" else wanted  # غارتان شنهما الجيش
    kind = "ها" if not other and grammar.tokens[mark.index - 1].word.core in _KINDS else wanted  # عملية طعن نفذها شاب
    return any(found.pronoun in (wanted, both, kind) for found in grammar.tokens[at].word.analyses if found.sense.part == "verb")


_KINDS, _BY_IT = word_list("kind of deed"), frozenset({"به", "بها"})


def _is_of_it(grammar: Grammar, at: int) -> bool:
    """عملية قام | بها الجيش, كمين نصبه | لهم مسلحون, هجوم شنه | عليهم المتمردون: what stands before who carries it out."""
    token = grammar.tokens[at]
    led = token.word.find("prep")
    upon = led is not None and led.pronoun and token.norm.removesuffix(led.pronoun) in ("علي", "ضد")
    return (
        token.norm in _BY_IT
        or is_part_of_them(grammar, at, len(grammar.tokens))
        or bool(upon)
        or (token.norm[0] == "ل" and whole_with_pronoun(token.norm))
    )


RULES = (agent_of,)
"""Who did it, as the words behind an event word tell."""
