"""Normalised text, place → Measure: a number with its unit, halves and 余 or 多, or a range of two.

    3个工作日    200余项    1.35万余项    半天    两天半    一个半小时    2个多月    3—5个    3至5万元    三五天    两成
"""

from decimal import Decimal
from typing import NamedTuple

from xunbiao.wording.numerals import Numeral, numeral_at, plain
from xunbiao.wording.units import UNIT_WORDS, UNITS, Unit


class Measure(NamedTuple):
    """`low` to `high` of a unit. `bound` is `=`, `>` (余 多), `~` (来) or `range`; `chinese` and `bare` as in a Numeral."""

    low: Decimal
    high: Decimal
    unit: Unit | None
    bound: str
    start: int
    end: int
    chinese: bool = False
    bare: bool = False


PERCENT = UNITS["%"]
RANK = UNITS["位次"]
RANGE_MARKS = "-~至到"
_HALF = Decimal("0.5")
_HALVED = frozenset("天 日 小时 年 个月 工作日 周 季度 学时 百分点".split())
_MORE = "余多几"
_CHANGES = "压缩减降精提增改变优调延升扩"


def measure_at(text: str, at: int) -> Measure | None:
    """The measure that begins at `at`, or None where no number does. Linear in what it reads; never raises."""
    first = _single(text, at)
    if first is None or first.bound == "range":
        return first
    return _range(text, first) or first


def unit_at(text: str, at: int) -> tuple[int, Unit] | None:
    """The end of the unit at `at` and the unit, unless the next character makes another word of it (3人员)."""
    found = UNIT_WORDS.at(text, at)
    if found is None or (found[1].not_before and text[found[0] : found[0] + 1] in tuple(found[1].not_before)):
        return None
    return found


def _single(text: str, at: int) -> Measure | None:
    if text.startswith("半", at):
        found = _halved(text, at + 1)
        return Measure(_HALF, _HALF, found[1], "=", at, found[0], chinese=True) if found else None
    numeral = numeral_at(text, at)
    if numeral is None:
        return None
    bound = "range" if numeral.high > numeral.low else ">" if numeral.more else "~" if numeral.roughly else "="
    read = Measure(numeral.low, numeral.high, None, bound, at, numeral.end, numeral.chinese, numeral.bare)
    if numeral.share:
        return read._replace(unit=PERCENT)
    return _half_more(text, read) or _with_unit(text, read)


def _with_unit(text: str, read: Measure) -> Measure:
    """The number with 余, 多 or 来 and the unit after it, and a half after that."""
    at = read.end
    loose = text[at : at + 1]
    if loose and loose in "余多来几" and (found := unit_at(text, at + 1)):
        return read._replace(unit=found[1], end=found[0], bound=">" if loose in _MORE else "~")
    if text.startswith(("个多", "个余"), at) and (found := _counted(text, at + 2)):
        return read._replace(unit=found[1], end=found[0], bound=">")
    found = unit_at(text, at)
    if found is None:
        return read
    read = read._replace(unit=found[1], end=found[0])
    if text.startswith("半", read.end) and _takes_half(found[1]) and text[read.end + 1 : read.end + 2] not in ("数", "径"):
        return read._replace(low=read.low + _HALF, high=read.high + _HALF, end=read.end + 1)
    return read


def _half_more(text: str, read: Measure) -> Measure | None:
    """一个半小时, 两个半月."""
    found = _halved(text, read.end + 2) if text.startswith("个半", read.end) else None
    if found is None:
        return None
    return read._replace(low=read.low + _HALF, high=read.high + _HALF, unit=found[1], end=found[0])


def _halved(text: str, at: int) -> tuple[int, Unit] | None:
    found = unit_at(text, at) or _counted(text, at)
    return found if found and _takes_half(found[1]) else None


def _counted(text: str, at: int) -> tuple[int, Unit] | None:
    """A unit whose 个 stands apart from it: 2个多月."""
    for length in (3, 2, 1):
        unit = UNITS.get("个" + text[at : at + length])
        if unit is not None and len(text) >= at + length:
            return at + length, unit
    return None


def _takes_half(unit: Unit) -> bool:
    return unit.name in _HALVED


def _range(text: str, first: Measure) -> Measure | None:
    """3—5个, 3个至5个, 10%—15%, 3至5万元; None where the second number belongs to a change (从12份到4份)."""
    mark = text[first.end : first.end + 1]
    if not mark or mark not in RANGE_MARKS:
        return None
    second = _single(text, first.end + 1)
    if second is None or second.unit is None or second.bound == "range":
        return None
    if first.unit not in (None, second.unit) and first.unit.name != second.unit.name:
        return None
    low = plain(first.low * _shared(text, first, second)) if first.unit is None else first.low
    if low >= second.high or (mark in "至到" and _is_change(text, first.start, second.end)):
        return None
    return second._replace(low=low, start=first.start, bound="range", chinese=first.chinese)


def _shared(text: str, first: Measure, second: Measure) -> int:
    """The magnitude that a range's beginning shares with its end: 3至5万元 is 30,000 to 50,000."""
    times = 1
    if first.low >= 1000 or text[first.end - 1] in "百千万亿":
        return times
    at = first.end + 1
    while at < second.end and (text[at].isascii() or text[at] in "一二两三四五六七八九十"):
        at += 1
    return {"千": 1000, "万": 10_000, "亿": 100_000_000}.get(text[at : at + 1], 1) if _multiplied(text, at) else 1


def _multiplied(text: str, at: int) -> bool:
    """Whether the magnitude at `at` belongs to the number, and not to 千瓦 or 千米."""
    return text[at + 1 : at + 2] not in tuple("瓦伏克米")


def _is_change(text: str, start: int, end: int) -> bool:
    """Whether A至B is said of a change from A to B: 由 or 从 before it and no verb of change after it."""
    lead = text[max(0, start - 6) : start]
    return ("由" in lead or "从" in lead) and not any(mark in _CHANGES for mark in text[end : end + 3])
