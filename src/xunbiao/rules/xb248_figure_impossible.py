"""指标的数不可能 / A figure that cannot be

为什么 / Why
    要提出具体的工作目标（三（二））。覆盖率、满意度用百分数时在0和100之间，时间、环节、材料、跑动不会是负数，位次是
    从1起的整数；不在其中的多半是写错了。
    Goals are to be definite (三（二）). A coverage or satisfaction in percent lies between 0 and 100; time, steps,
    documents and trips are never negative; a rank is a whole number from 1. Anything else is most likely a slip.

反例 / Bad
    创标意向:
      目标:
        CM1:
          指标:
            目标值: 110

正例 / Good
    创标意向:
      目标:
        CM1:
          指标:
            目标值: 100
"""

from collections.abc import Iterator
from decimal import Decimal

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing, Metric
from xunbiao.model.language import Phrase
from xunbiao.rules.figures import PERCENT
from xunbiao.rules.rule import Context, Flag, rule

SHARES = frozenset({"覆盖率", "满意度"})
COUNTED = frozenset({"时间", "环节", "材料", "跑动"})
_OVER = Phrase("超过了100%", "is more than 100%")
_NEGATIVE = Phrase("是负数", "is negative")
_NO_RANK = Phrase("不是位次，位次是从1起的整数", "is no rank, which is a whole number from 1")


@rule(
    "XB248",
    "figure-impossible",
    Severity.ERROR,
    on=Filing,
    clause="三（二）",
    rows=("R05", "R30"),
    zh="指标的{label} {value} {why}",
    en="the figure {label} {value} {why}",
    hint_zh="请核对这个数和指标的维度、单位",
    hint_en="Check this figure, and 维度 and 单位 of the 指标",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for metric in (goal.metric for goal in filing.goals if goal.metric):
        figures = {"现状值": metric.baseline, "标杆值": metric.benchmark, "目标值": metric.target}
        for label, value in figures.items():
            if value is not None and (why := _fault(metric, value)):
                yield (*metric.path, label), {"label": label, "value": value, "why": why}


def _fault(metric: Metric, value: Decimal) -> Phrase | None:
    if metric.dimension in SHARES | COUNTED and value < 0:
        return _NEGATIVE
    if metric.dimension in SHARES and metric.unit in PERCENT and value > 100:
        return _OVER
    if metric.dimension == "位次" and metric.unit not in PERCENT and (value < 1 or value % 1):
        return _NO_RANK
    return None
