"""Text → Quantities: groups of amounts, joined where one leads to the other, and told what they measure."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import zip_longest

from xunbiao.wording.amounts import Amount
from xunbiao.wording.clauses import Group, filled, groups, leads_to, sentences
from xunbiao.wording.counting import counts
from xunbiao.wording.normalised import Normalised, normalise
from xunbiao.wording.reading import Change, Direction, Quantity
from xunbiao.wording.scan import Figure, scan
from xunbiao.wording.subjects import Subject, carries_over, following_subject, kind_of, nearest_subject, unit_of

_REMEMBERED = 300  # characters of the longest text whose reading is kept


def quantities(text: str) -> tuple[Quantity, ...]:
    """The figures of a text in the order of their places. Never raises; linear.

    >>> [(str(q.before), str(q.value), q.unit) for q in quantities("时限由5个工作日压缩至3个工作日以内")]
    [('5', '3', '工作日')]
    """
    return _remembered(text) if len(text) <= _REMEMBERED else quantities_in(normalise(text))


# Several rules ask the same of one text. Long texts are not kept, so that a hostile file cannot fill the memory.
@lru_cache(maxsize=512)
def _remembered(text: str) -> tuple[Quantity, ...]:
    return quantities_in(normalise(text))


def quantities_in(normal: Normalised) -> tuple[Quantity, ...]:
    """The same of a text already normalised."""
    found: list[Quantity] = []
    for sentence in sentences(scan(normal.text)):
        found.extend(_read(normal, groups(normal.text, sentence)))
    return tuple(sorted(found, key=lambda quantity: (quantity.start, quantity.end)))


def _read(normal: Normalised, found: list[Group]) -> Iterator[Quantity]:
    waiting: Group | None = None
    for group in found:
        if waiting is not None and leads_to(waiting, group):
            yield from _changes(normal, waiting, group)
            waiting = None
            continue
        if waiting is not None:
            yield from _states(normal, waiting)
        waiting = group
    if waiting is not None:
        yield from _states(normal, waiting)


def _states(normal: Normalised, group: Group) -> Iterator[Quantity]:
    for number, figure in enumerate(filled(group)):
        yield from _quantity(normal, group, figure, None, _subject(normal.text, group, number, figure))


def _changes(normal: Normalised, first: Group, second: Group) -> Iterator[Quantity]:
    """由a、b降至c、d: a to c and b to d; one end serves every beginning (分别从a、b压缩为c)."""
    starts, ends = filled(first), filled(second)
    if len(ends) == 1:
        ends = ends * len(starts)
    for number, (start, end) in enumerate(zip_longest(starts, ends)):
        if end is None:
            yield from _quantity(normal, first, start, None, _subject(normal.text, first, number, start))
        elif start is None:
            yield from _quantity(normal, second, end, None, _subject(normal.text, second, number, end))
        else:
            start, end = _sharing_unit(start, end)
            yield from _quantity(normal, second, end, start, _subject(normal.text, first, number, start))


def _sharing_unit(start: Figure, end: Figure) -> tuple[Figure, Figure]:
    """Both with a unit, where only one names it: 由12精简到4份; 即来即办 takes the unit that it came from."""
    if start.unit is not None and (end.unit is None or end.word is not None):
        return start, end.given(start.unit)
    if start.unit is None and end.unit is not None:
        return start.given(end.unit), end
    return start, end


def _quantity(
    normal: Normalised, group: Group, figure: Figure, before: Figure | None, subject: Subject | None
) -> Iterator[Quantity]:
    """The quantity of one amount, if it counts as one."""
    text, amount, measure = normal.text, figure.amount, figure.amount.measure
    changed = before is not None or group.role in ("to", "by")
    if not counts(text, figure, changed=changed, measured_time=_measures_time(group, amount)):
        return
    kind = _kind(text, group, figure, subject)
    start, end = normal.origin((before or figure).start, figure.end)
    yield Quantity(
        value=None if measure.bound == "range" else measure.low,
        low=measure.low,
        high=measure.high,
        before=before.amount.measure.high if before is not None else None,
        unit=unit_of(text, amount, subject, kind),
        comparator="<=" if amount.rank == "前" else amount.bound,
        change=_change(group, figure, paired=before is not None),
        kind=kind,
        start=start,
        end=end,
        before_unit=_unit_before(text, before, subject),
        direction=_direction(group, figure, before),
        subject=subject.word if subject is not None else None,
    )


def _kind(text: str, group: Group, figure: Figure, subject: Subject | None) -> str | None:
    """The 维度: of the amount, else of the word that is a figure; places gained or lost (上升8位) are a rank.

    Money is a cost where it is called one or goes down (减免600万元); else it may as well be a loan or a sale.
    """
    if group.role == "by" and figure.unit is not None and figure.unit.name == "位":
        return "位次"
    kind = kind_of(text, figure.amount, subject) or (figure.word.kind if figure.word is not None else None)
    if kind == "成本" and figure.word is None and (subject is None or subject.kind != "成本"):
        verb = group.clause.verb
        return "成本" if verb is not None and verb.word.direction == "down" else "其他"
    return kind


def _measures_time(group: Group, amount: Amount) -> bool:
    """Whether a length of time is what the clause measures; asked of lengths of time alone."""
    if amount.unit is None or amount.unit.kind != "时间":
        return False
    return any(subject.word.kind == "时间" for subject in group.clause.subjects)


def _subject(text: str, group: Group, number: int, figure: Figure) -> Subject | None:
    """What is measured: one by one after 分别, else the nearest before, after, or earlier in the sentence."""
    clause, amount = group.clause, figure.amount
    if group.one_by_one:
        return Subject.of(clause.subjects[number], text)
    nearest = nearest_subject(clause.subjects, amount)
    if nearest is not None:
        return Subject.of(nearest, text)
    following = following_subject(text, amount)
    if following is not None or clause.theme is None or not carries_over(text, amount):
        return following
    return Subject.of(clause.theme, text)


def _unit_before(text: str, before: Figure | None, subject: Subject | None) -> str | None:
    if before is None:
        return None
    return unit_of(text, before.amount, subject, kind_of(text, before.amount, subject))


def _change(group: Group, figure: Figure, *, paired: bool) -> Change | None:
    if figure.word is not None and figure.word.change is not None:
        return figure.word.change
    if paired or group.role == "to":
        return "to"
    return "by" if group.role == "by" else None


def _direction(group: Group, figure: Figure, before: Figure | None) -> Direction | None:
    """Down or up, by the figures themselves where there are two of one unit, else by the verb."""
    verb = group.clause.verb
    if figure.word is not None and figure.word.direction is not None:
        return figure.word.direction
    if before is not None and before.unit == figure.unit:
        return "down" if figure.amount.measure.high < before.amount.measure.high else "up"
    return verb.word.direction if verb is not None and group.role in ("to", "by") else None
