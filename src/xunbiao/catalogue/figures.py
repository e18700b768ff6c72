"""Metric, Datum → a goal's figure beside a practice's where both measure the same; else why they do not compare."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from xunbiao.model.filing import Item, Metric
from xunbiao.model.practice import Datum, Practice
from xunbiao.wording import same_unit

# Names that mean the same, brought to one wording before they are compared.
_WORDINGS = (
    ("办理时限", "用时"), ("办理时间", "用时"), ("办结时间", "用时"), ("时限", "用时"), ("时长", "用时"),
    ("时间", "用时"), ("天数", "用时"), ("耗时", "用时"), ("占比", "率"), ("比例", "率"), ("比重", "率"),
    ("全程网上办理", "网办"), ("网上可办", "网办"), ("网上办理", "网办"), ("全程", ""), ("平均", ""), ("的", ""),
)  # fmt: skip
# Words that part two matters which are otherwise named alike.
_OPPOSITES = (("高压", "低压"), ("水", "电", "气", "热"), ("新办", "变更", "注销"), ("首次", "累计"))
_REMARK = re.compile("[（(][^）)]*[）)]")
_COUNTERS = {"家": "户", "项": "个", "种": "个", "类": "个"}
_TIMES = frozenset({"工作日", "天", "日", "小时", "分钟", "月", "年"})
# Names share at least this much of the shorter one where they measure the same thing, or nearly the same.
_SAME, _NEAR = 0.6, 0.4


class Verdict(StrEnum):
    """Whether two figures compare, and if not, whether for their units or for what they take in."""

    COMPARABLE = "comparable"
    OTHER_UNIT = "other-unit"
    OTHER_SCOPE = "other-scope"


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A goal and a figure of a practice that measure the same thing, or nearly. `gap` is what the target still lacks
    against the practice (negative where it is ahead), in the goal's unit; None where they do not compare."""

    goal: Item
    metric: Metric
    datum: Datum
    verdict: Verdict
    gap: Decimal | None


def side_by_side(goal: Item, practice: Practice) -> Iterator[SideBySide]:
    """The figures of a practice that compare with what a goal measures; else the nearest, which does not."""
    metric = goal.metric
    if metric is None or not metric.name or metric.target is None:
        return
    nearest = sorted(practice.data, key=lambda datum: -likeness(metric.name, datum.name))
    pairs = [pair for datum in nearest if (pair := _pair(goal, metric, datum))]
    yield from [each for each in pairs if each.verdict is Verdict.COMPARABLE] or pairs[:1]


def likeness(one: str, other: str) -> float:
    """How much of the shorter of two names stands in the other, 0–1, by pairs of characters."""
    first, second = _pairs(one), _pairs(other)
    shorter = min(len(first), len(second))
    return len(first & second) / shorter if shorter else 0.0


def _pair(goal: Item, metric: Metric, datum: Datum) -> SideBySide | None:
    """The two side by side; None where they measure different things."""
    alike = likeness(metric.name, datum.name)
    if alike < _NEAR or datum.reached is None or metric.target is None:
        return None
    ours, theirs = _unit(metric.unit, metric.name), _unit(datum.unit, datum.name)
    kin = _plain(metric.name)[-1:] == _plain(datum.name)[-1:]
    if not same_unit(ours, theirs):
        kin = kin and (alike >= _SAME or {ours, theirs} <= _TIMES)
        return SideBySide(goal, metric, datum, Verdict.OTHER_UNIT, None) if kin else None
    if alike < _SAME or _opposed(metric.name, datum.name):
        return SideBySide(goal, metric, datum, Verdict.OTHER_SCOPE, None) if kin else None
    gap = metric.target - datum.reached if metric.lower_is_better else datum.reached - metric.target
    return SideBySide(goal, metric, datum, Verdict.COMPARABLE, gap)


def _opposed(one: str, other: str) -> bool:
    """Whether each name has a word of a group of opposites, and they share none."""
    for group in _OPPOSITES:
        first, second = ({word for word in group if word in name} for name in (one, other))
        if first and second and not first & second:
            return True
    return False


def _unit(unit: str, name: str) -> str:
    """A unit in its plainest wording; what counts 环节 by its name has them for its unit."""
    plain = unit.removeprefix("个") or unit
    if "环节" in name and plain in ("个", "环节"):
        return "环节"
    return _COUNTERS.get(plain, plain)


def _pairs(name: str) -> set[tuple[str, str]]:
    return set(pairwise(_plain(name)))


def _plain(name: str) -> str:
    """A name in the wording in which names are compared: remarks in brackets left out, what is measured last."""
    name = _REMARK.sub("", name)
    for wording, plain in _WORDINGS:
        name = name.replace(wording, plain)
    return "".join(character for character in name if character.isalnum()).rstrip("数量")
