"""现值不可能 / A present figure that cannot be

为什么 / Why
    百分比的覆盖率、满意度在0到100之间，时间、环节、材料、跑动不会是负数，位次从1起。
    A coverage or satisfaction in percent is within 0–100; time, steps, documents and trips are not negative; ranks
    start at 1.

反例 / Bad
    指标进展:
      M2:
        现值: 109

正例 / Good
    指标进展:
      M2:
        现值: 99
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import Report
from xunbiao.rules.limits import impossibility
from xunbiao.rules.reporting import goals
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB334",
    "reported-figure-impossible",
    Severity.ERROR,
    on=Report,
    clause="三（二）",
    rows=("R27",),
    zh="现值 {value} 不对：{why}",
    en="the value {value} will not do: it {why}",
    hint_zh="核对这个数，以及申报表里的维度和单位",
    hint_en="Check it, and 维度 and 单位 in the filing",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    known = goals(context)
    for each in report.metrics:
        metric = known[each.id].metric if each.id in known else None
        if metric and each.value is not None and (why := impossibility(metric, each.value)):
            yield (*each.path, "现值"), {"value": each.value, "why": why}
