"""指标 and the figures in a goal's words → whether they can be compared, and the one written as the other."""

import json
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from xunbiao.model.filing import LOWER_IS_BETTER, Item, Metric
from xunbiao.wording import Quantity, quantities, same_unit

PERCENT = frozenset({"%", "％", "百分比"})
# A unit of 指标 in which figures are given in thousands and more; words are read in the plain unit.
_MULTIPLIED = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
# What stands between the thing measured and its figure: 网办率提高到98%, 材料由8件.
_LEAD = re.compile(
    "(?:由|从|将|把|控制在|达|仅|只|原则上)?(?:压缩|压减|缩短|缩减|减少|精简|降低|下降|下调|减|降|压|"
    "提高|提升|增加|增长|上升|增|升|保持|稳定|前移|进入)?[至到为成了在近约]?$"
)
_LONGEST_NAME = 30
_DIRECTIONS = {"up": "升", "down": "降"}
_NO_NAME = "（写明衡量的是什么）"


def is_directed(metric: Metric) -> bool:
    """Whether it is said which way is better: by 维度 or by 方向."""
    return bool(metric.dimension or metric.direction)


def is_begun(metric: Metric | None) -> bool:
    """Whether anything has been filled in under 指标."""
    if metric is None:
        return False
    figures = (metric.baseline, metric.benchmark, metric.target)
    return bool(metric.name or metric.unit or is_directed(metric)) or any(each is not None for each in figures)


def is_quantified(goal: Item) -> bool:
    """Whether a goal has a figure to reach, under 指标 or in its words."""
    return (goal.metric is not None and goal.metric.target is not None) or bool(quantities(goal.text))


def stated_target(goal: Item) -> Quantity | None:
    """The figure in a goal's words that is most likely its target: one that tells from what to what, or else one that
    is reached, a change by so much, one that measures something, and last a mere count."""
    found = [each for each in quantities(goal.text) if each.value is not None]
    return min(found, key=_remoteness, default=None)


def _remoteness(quantity: Quantity) -> int:
    if quantity.before is not None:
        return 0
    return {"to": 1, "by": 2}.get(quantity.change or "", 3 if quantity.kind not in (None, "其他") else 4)


def metric_block(text: str, quantity: Quantity) -> str:
    """指标 as it would be for a figure in a goal's words: one line of YAML, ready to be pasted."""
    kind = quantity.kind or "其他"
    usual = "down" if kind in LOWER_IS_BETTER else "up"
    pairs = {
        "名称": _quoted(_name(text, quantity)),
        "维度": kind,
        **({"方向": _DIRECTIONS[quantity.direction]} if quantity.direction not in (None, usual) else {}),
        "单位": _quoted("%" if quantity.unit == "百分点" else quantity.unit or ""),
        "现状值": _number(quantity.before),
        "目标值": _number(None if quantity.change == "by" else quantity.value),
    }
    return "指标: {" + ", ".join(f"{label}: {value}" for label, value in pairs.items()) + "}"


def in_unit_of(metric: Metric, said: Iterable[Quantity]) -> list[Quantity]:
    """The figures that count in the unit of a 指标; 环节 and 个 are one, and so are % and percentage points."""
    return [each for each in said if each.unit and _is_unit_of(metric, each)]


def target_said(metric: Metric, quantity: Quantity) -> Iterator[Decimal]:
    """The targets that a figure may mean in the unit of a 指标: what it reaches; for a change by so much, where that
    leads from the present figure, or the amount itself (减免税费5万元); a range may mean either end."""
    ends = (quantity.value,) if quantity.value is not None else (quantity.low, quantity.high)
    for value in (scaled(metric, end) for end in ends):
        if quantity.change != "by":
            yield value
        elif metric.baseline is not None and quantity.direction:
            yield metric.baseline - value if quantity.direction == "down" else metric.baseline + value
            if quantity.unit != "百分点":
                yield value


def scaled(metric: Metric, value: Decimal) -> Decimal:
    """A figure in words, where 万 and 亿 are multiplied out, in the unit of a 指标: 50000元 is 5 where that is 万元."""
    return value / _MULTIPLIED.get(metric.unit[:1], Decimal(1)) if len(metric.unit) > 1 else value


def _is_unit_of(metric: Metric, quantity: Quantity) -> bool:
    unit = metric.unit.removeprefix("个") or metric.unit
    if unit in PERCENT:
        return quantity.unit in ("%", "百分点")
    if metric.dimension == "环节" and quantity.kind == "环节":
        return True
    return same_unit(unit.lstrip("万亿") or unit, quantity.unit)


def _name(text: str, quantity: Quantity) -> str:
    """What stands before the figure in its clause, without 由 and the like."""
    clause = re.split("[，。；、]", text[: quantity.start])[-1]
    name = _LEAD.sub("", clause)
    return name if 0 < len(name) <= _LONGEST_NAME else quantity.subject or _NO_NAME


def _number(value: Decimal | None) -> str:
    return "null" if value is None else f"{value:f}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
