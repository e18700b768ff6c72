"""指标, figure → why the figure cannot be, whoever reports it."""

from decimal import Decimal

from xunbiao.model.filing import Metric
from xunbiao.model.language import Phrase
from xunbiao.rules.figures import PERCENT

_SHARES = frozenset({"覆盖率", "满意度"})
_COUNTED = frozenset({"时间", "环节", "材料", "跑动"})


def impossibility(metric: Metric, value: Decimal) -> Phrase | None:
    """Why a goal's figure cannot be `value`; None if it can."""
    if metric.dimension in _SHARES | _COUNTED and value < 0:
        return Phrase("不会是负数", "cannot be negative")
    if metric.dimension in _SHARES and metric.unit in PERCENT and value > 100:
        return Phrase("不会超过100%", "cannot be more than 100%")
    if metric.dimension == "位次" and metric.unit not in PERCENT and (value < 1 or value % 1):
        return Phrase("位次是从1起的整数", "is a rank, a whole number from 1")
    return None
