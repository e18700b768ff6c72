"""Normalised text, place → Measure: a number with its unit, halves and 余 or 多, or a range of two.

3个工作日    200余项    1.35万余项    半天    两天半    一个半小时    2个多月    3—5个    3至5万元    三五天    两成
"""

import re
from decimal import Decimal
from typing import NamedTuple

from xunbiao.wording.numerals import Numeral, numeral_at, plain
from xunbiao.wording.reading import Bound
from xunbiao.wording.units import HOUSEHOLDS, PERSONS, UNIT_WORDS, UNITS, Unit


class Measure(NamedTuple):
    """`low` to `high` of a unit. `bound` is `=`, `>` (余 多), `~` (来) or `range`; the rest is as in a Numeral."""

    low: Decimal
    high: Decimal
    unit: Unit | None
    bound: Bound
    start: int
    end: int
    chinese: bool = False
    bare: bool = False


PERCENT = UNITS["%"]
RANK = UNITS["位次"]
RANGE_MARKS = "-~至到"
_COUNTED_NOUN = re.compile(
    "[\u4e00-\u9fff]{0,4}?(?:(人口|群众|居民|职工|学生|农民|患者|老人|劳动力|市民)|农户|商户|用户|贫困户|客户)"
)
_HALF = Decimal("0.5")
_HALVED = frozenset(["天", "日", "小时", "年", "个月", "工作日", "周", "季度", "学时", "百分点"])
_DIGITS = "一二两三四五六七八九十"
_SHARED = {"千": 1000, "万": 10_000, "亿": 100_000_000}
_LOOSE = frozenset("余多来几")
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
    bound: Bound = "range" if numeral.high > numeral.low else ">" if numeral.more else "~" if numeral.roughly else "="
    if numeral.share:
        return _made(numeral, PERCENT, bound, numeral.end)
    return _with_unit(text, numeral, bound)


def _made(numeral: Numeral, unit: Unit | None, bound: Bound, end: int) -> Measure:
    return Measure(numeral.low, numeral.high, unit, bound, numeral.start, end, numeral.chinese, numeral.bare)


def _and_half(numeral: Numeral, unit: Unit, bound: Bound, end: int) -> Measure:
    low, high = numeral.low + _HALF, numeral.high + _HALF
    return Measure(low, high, unit, bound, numeral.start, end, numeral.chinese, numeral.bare)


def _with_unit(text: str, numeral: Numeral, bound: Bound) -> Measure:
    """The number with its unit, with 余, 多 or 来 between, and with a half: 一个半小时, 2个多月, 两天半."""
    at = numeral.end
    first = text[at : at + 1]
    if first in _LOOSE and (found := unit_at(text, at + 1)):
        return _made(numeral, found[1], ">" if first in _MORE else "~", found[0])
    if first == "个":
        if text.startswith("半", at + 1) and (found := _halved(text, at + 2)):
            return _and_half(numeral, found[1], bound, found[0])
        if text.startswith(("多", "余"), at + 1) and (found := _counted(text, at + 2)):
            return _made(numeral, found[1], ">", found[0])
    found = unit_at(text, at)
    if found is None:
        return _made(numeral, _implied(text, numeral), bound, at)
    end, unit = found
    if text.startswith("半", end) and _takes_half(unit) and text[end + 1 : end + 2] not in ("数", "径"):
        return _and_half(numeral, unit, bound, end + 1)
    return _made(numeral, unit, bound, end)


def _implied(text: str, numeral: Numeral) -> Unit | None:
    """People and households in their thousands are counted without a measure word: 1.2万贫困人口."""
    noun = _COUNTED_NOUN.match(text, numeral.end) if text[numeral.end - 1] in "千万亿余多" else None
    return None if noun is None else PERSONS if noun[1] else HOUSEHOLDS


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
    """The magnitude that a range's beginning shares with its end: 3至5万元, but not 5000至1万户."""
    if text[first.end - 1] in "百千万亿":
        return 1
    at = first.end + 1
    while at < second.end and (text[at].isascii() or text[at] in _DIGITS):
        at += 1
    times = _SHARED.get(text[at : at + 1], 1)
    belongs = text[at + 1 : at + 2] not in tuple("瓦伏克米")  # 3至5千瓦 has no 千 to share
    return times if belongs and first.low < second.high / times else 1


def _is_change(text: str, start: int, end: int) -> bool:
    """Whether A至B is said of a change from A to B: 由 or 从 before it and no verb of change after it."""
    lead = text[max(0, start - 6) : start]
    return ("由" in lead or "从" in lead) and not any(mark in _CHANGES for mark in text[end : end + 3])
