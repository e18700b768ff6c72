"""有目标值没有现状值 / A target without the present figure

为什么 / Why
    制定的标准必须高于现有标准水平（三（二））。没有现状值就比不出高低。申报表上没有这一格，写在“指标”的“现状值”里，
    不印在表上。
    A new standard must be higher than the present one (三（二）), and without the present figure nobody can tell.
    The form has no place for it: it stands under 指标, 现状值, and is not printed.

反例 / Bad
    对标方向:
      目标:
        纵向标杆单位:
          M1:
            指标:
              现状值: null

正例 / Good
    对标方向:
      目标:
        纵向标杆单位:
          M1:
            指标:
              现状值: 5
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB218",
    "baseline-missing",
    Severity.WARNING,
    on=Filing,
    clause="三（二）",
    rows=("R29",),
    at_key=True,
    zh="{id}有目标值 {target}，没有现状值",
    en="{id} has the target {target} and no present figure (现状值)",
    hint_zh="请在“现状值”写上填报时本单位的实际数值",
    hint_en="Under 现状值, give the figure as it is at the time of filing",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for goal in filing.goals:
        if goal.metric and goal.metric.target is not None and goal.metric.baseline is None:
            yield (*goal.metric.path, "现状值"), {"id": goal.id, "target": goal.metric.target}
