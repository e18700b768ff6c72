"""Normalised text → Quantities: the grammar that joins amounts with the verbs, subjects and 由…至… around them."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Literal, NamedTuple

from xunbiao.wording.amounts import Amount
from xunbiao.wording.counting import counts
from xunbiao.wording.normalised import Normalised, normalise
from xunbiao.wording.reading import Bound, Change, Direction, Quantity
from xunbiao.wording.scan import Item, items
from xunbiao.wording.subjects import Subject, following_subject, kind_of, subject_of, unit_of
from xunbiao.wording.units import Unit, same_unit

Role = Literal["from", "to", "by", "is"]


class Clause(NamedTuple):
    """What has been heard in a clause so far, before its next amount.

    `verb` is the last verb, `origin` the end of a 由 that waits for its amount (-1 for none), `taken` that 将 or 把 came, `subjects` the
    last few words for what is measured, `theme` the last one of the sentence, `each` that 分别 came, `last` the end of the last amount.
    """

    number: int = 0
    verb: Item | None = None
    origin: int = -1
    taken: bool = False
    subjects: tuple[Item, ...] = ()
    theme: Item | None = None
    each: bool = False
    last: int = 0
    bound: Item | None = None


class Group(NamedTuple):
    """Amounts in a list (3个、5个工作日) that play one role."""

    role: Role
    clause: Clause
    members: list[Item]


_REACH = 16  # characters within which a verb or 由 governs an amount
_ADVERB_REACH = 8
_SUBJECTS_KEPT = 6
_LISTED = frozenset("、 和 与 及 以及 或 / ,".split())


def quantities(text: str) -> tuple[Quantity, ...]:
    """The figures of a text in the order of their places. Never raises; linear.

    >>> [(str(q.before), str(q.value), q.unit) for q in quantities("时限由5个工作日压缩至3个工作日以内")]
    [('5', '3', '工作日')]
    """
    return quantities_in(normalise(text))


def quantities_in(normal: Normalised) -> tuple[Quantity, ...]:
    found = (quantity for sentence in _sentences(items(normal.text)) for quantity in _read(normal, sentence))
    return tuple(sorted(found, key=lambda quantity: (quantity.start, quantity.end)))


def _sentences(stream: Iterable[Item]) -> Iterator[list[Item]]:
    sentence: list[Item] = []
    for item in stream:
        if item.word is not None and item.word.role == "stop":
            yield sentence
            sentence = []
        else:
            sentence.append(item)
    yield sentence


def _read(normal: Normalised, sentence: list[Item]) -> Iterator[Quantity]:
    waiting: Group | None = None
    for group in _groups(normal.text, sentence):
        if waiting is not None and _leads_to(waiting, group):
            yield from _changes(normal, waiting, group)
            waiting = None
            continue
        if waiting is not None:
            yield from _states(normal, waiting)
        waiting = group
    if waiting is not None:
        yield from _states(normal, waiting)


def _groups(text: str, sentence: list[Item]) -> list[Group]:
    groups: list[Group] = []
    clause = Clause()
    for item in sentence:
        if item.amount is None:
            clause = _heard(clause, item)
            continue
        if groups and _lists_on(text, groups[-1], item):
            groups[-1].members.append(item)
        else:
            item = _with_adverb(clause, item)
            groups.append(Group(_role(clause, item, item.amount), clause, [item]))
        clause = clause._replace(last=item.end, origin=-1)
    return groups


def _with_adverb(clause: Clause, item: Item) -> Item:
    """The amount with a bound that stands apart from it: 至少引进5家."""
    heard, amount = clause.bound, item.amount
    if heard is None or heard.word is None or amount is None or amount.bound != "=" or heard.end < clause.last:
        return item
    if amount.start - heard.end > _ADVERB_REACH:
        return item
    return item._replace(amount=amount._replace(before=heard.word.comparator))


def _heard(clause: Clause, item: Item) -> Clause:
    """The clause after another word."""
    assert item.word is not None
    match item.word.role:
        case "comma":
            return Clause(clause.number + 1, theme=clause.theme, last=clause.last)
        case "from":
            # 压缩为原来的三分之一: 原来 after a verb that reaches is no beginning.
            reaching = clause.verb is not None and clause.verb.word is not None and clause.verb.word.role == "to" and clause.verb.end == item.start
            return clause if reaching else clause._replace(origin=item.end, verb=None)
        case "bound":
            return clause._replace(bound=item)
        case "to" if _is_rate(clause.verb):
            return clause
        case "to" | "by" | "level":
            return clause._replace(verb=item, origin=-1)
        case "take":
            return clause._replace(taken=True)
        case "each":
            return clause._replace(each=True)
        case "subject":
            return clause._replace(subjects=(*clause.subjects, item)[-_SUBJECTS_KEPT:], theme=item)
    return clause


def _is_rate(verb: Item | None) -> bool:
    """Whether the verb is a rate of change, which stays one whatever it reaches: 压缩率达到65%."""
    return verb is not None and verb.word is not None and verb.word.role == "by" and verb.word.change == "by"


def _lists_on(text: str, group: Group, item: Item) -> bool:
    between = text[group.members[-1].end : item.start] if item.start - group.members[-1].end < 3 else ""
    return between in _LISTED or (between == "，" and group.clause.each)


def _role(clause: Clause, item: Item, amount: Amount) -> Role:
    verb = clause.verb
    near = verb is not None and amount.number_at - max(verb.end, clause.last) <= _REACH
    word = verb.word if near and verb is not None else None
    if 0 <= clause.origin and amount.number_at - clause.origin <= _REACH:
        return "from"
    if word is not None and (word.change == "by" or word.role == "to"):
        return "by" if word.change == "by" else "to"
    if amount.reached or (item.word is not None and item.word.change == "to"):
        return "to"
    if word is not None and word.role == "by":
        within = amount.after == "<=" and amount.unit is not None and amount.unit.kind == "时间"
        return "to" if within else "by"
    return "is"


def _leads_to(first: Group, second: Group) -> bool:
    """Whether the first group is where the second starts from: 由12份精简到4份, 12份减为4份."""
    if second.role != "to" or second.clause.number - first.clause.number > 1:
        return False
    one, other = first.members[-1], _filled(second)[0]
    same_clause = second.clause.number == first.clause.number
    if not _comparable(one, other, strictly=not same_clause or first.role != "from"):
        return False
    verb = second.clause.verb
    apart = (verb.start if verb is not None and verb.start >= one.end else other.start) - one.end
    if first.role == "from":
        return same_clause or apart <= 6
    return first.role == "is" and same_clause and verb is not None and 0 <= apart <= (8 if first.clause.taken else 0)


def _comparable(one: Item, other: Item, *, strictly: bool) -> bool:
    first, second = _unit(one), _unit(other)
    if first is None or second is None or same_unit(first.name, second.name):
        return True
    if other.word is not None or one.word is not None:
        return first.kind == second.kind
    return not strictly and first.kind is not None and first.kind == second.kind


def _unit(item: Item) -> Unit | None:
    return item.amount.unit if item.amount is not None else None


def _changes(normal: Normalised, first: Group, second: Group) -> Iterator[Quantity]:
    """由 a、b 降至 c、d: a to c and b to d; where one side has one member, it serves all of the other."""
    starts, ends = _filled(first), _filled(second)
    if len(ends) == 1:
        ends = ends * len(starts)
    for number, (start, end) in enumerate(zip_longest(starts, ends)):
        if end is None:
            yield from _state(normal, first, number, start)
        else:
            yield from _change(normal, first, second, number, start, end)


def _filled(group: Group) -> list[Item]:
    """The members of a list, each with the unit that only the last one names: 3个、5个工作日."""
    if _one_by_one(group):
        return group.members
    filled: list[Item] = []
    later: Unit | None = None
    for item in reversed(group.members):
        unit = _unit(item)
        if later is not None and (unit is None or (unit.name == "个" and later.counted)):
            item = _given(item, later)
        later = _unit(item)
        filled.append(item)
    return filled[::-1]


def _given(item: Item, unit: Unit) -> Item:
    assert item.amount is not None
    measure = item.amount.measure._replace(unit=unit)
    return item._replace(amount=item.amount._replace(measure=measure))


def _change(normal: Normalised, first: Group, second: Group, number: int, start: Item | None, end: Item) -> Iterator[Quantity]:
    if start is None or start.amount is None:
        yield from _state(normal, second, number, end)
        return
    unit = start.amount.unit
    if unit is not None and (_unit(end) is None or end.word is not None):
        end = _given(end, unit)
    elif unit is None and end.amount is not None and end.amount.unit is not None:
        start = _given(start, end.amount.unit)
    yield from _state(normal, second, number, end, before=start, subject=_subject(normal.text, first, number, start))


def _states(normal: Normalised, group: Group) -> Iterator[Quantity]:
    for number, item in enumerate(_filled(group)):
        yield from _state(normal, group, number, item)


def _state(
    normal: Normalised, group: Group, number: int, item: Item, before: Item | None = None, subject: Subject | None = None
) -> Iterator[Quantity]:
    """The quantity of one amount, if it counts as one."""
    text, amount = normal.text, item.amount
    assert amount is not None
    changed = before is not None or group.role in ("to", "by")
    measured = any(word.word is not None and word.word.kind == "时间" for word in group.clause.subjects)
    if not counts(text, item, changed=changed, measured_time=measured):
        return
    subject = subject or _subject(text, group, number, item)
    kind = kind_of(text, amount, subject) or (item.word.kind if item.word is not None else None)
    start, end = normal.origin((before or item).start, item.end)
    measure = amount.measure
    was = before.amount if before is not None else None
    yield Quantity(
        value=None if measure.bound == "range" else measure.low,
        low=measure.low,
        high=measure.high,
        before=was.measure.high if was is not None else None,
        unit=unit_of(text, amount, subject, kind),
        comparator=_comparator(amount),
        change=_change_of(group.role, item, paired=before is not None),
        kind=kind,
        start=start,
        end=end,
        before_unit=unit_of(text, was, subject, kind_of(text, was, subject)) if was is not None else None,
        direction=_direction(group, item, was),
        subject=subject.word if subject is not None else None,
    )


def _subject(text: str, group: Group, number: int, item: Item) -> Subject | None:
    """What is measured: one by one after 分别, else the nearest before, after, or earlier in the sentence."""
    clause, amount = group.clause, item.amount
    assert amount is not None
    if _one_by_one(group):
        return subject_of(clause.subjects[number], text)
    if clause.subjects:
        return subject_of(clause.subjects[-1], text)
    return following_subject(text, amount) or (subject_of(clause.theme, text) if clause.theme is not None else None)


def _one_by_one(group: Group) -> bool:
    """Whether 分别 gives each subject its own amount: 材料、环节、时限分别为3份、2个、1天."""
    kinds = {subject.word.kind for subject in group.clause.subjects if subject.word is not None}
    return group.clause.each and len(group.clause.subjects) == len(group.members) and len(kinds) > 1


def _comparator(amount: Amount) -> Bound:
    if amount.rank == "前":
        return "<="
    return amount.bound


def _change_of(role: Role, item: Item, *, paired: bool) -> Change | None:
    if item.word is not None and item.word.change is not None:
        return item.word.change
    if paired or role == "to":
        return "to"
    return "by" if role == "by" else None


def _direction(group: Group, item: Item, before: Amount | None) -> Direction | None:
    verb = group.clause.verb
    if item.word is not None and item.word.direction is not None:
        return item.word.direction
    if before is not None and item.amount is not None and before.unit == item.amount.unit:
        return "down" if item.amount.measure.high < before.measure.high else "up"
    return verb.word.direction if verb is not None and verb.word is not None and group.role in ("to", "by") else None
