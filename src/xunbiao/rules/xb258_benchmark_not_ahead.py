"""标杆值并不比现状好 / The benchmark's figure is no better than one's own

为什么 / Why
    寻标要瞄准先进（一（二））。标杆在这项指标上不比本单位强，就没有可学的，也没有差距可找。
    One is to look for somebody ahead (一（二）). A benchmark that does no better in this figure has nothing to
    teach and leaves no gap.

反例 / Bad
    对标方向:
      目标:
        横向标杆单位:
          M2:
            指标:
              现状值: 92
              标杆值: 91.5

正例 / Good
    对标方向:
      目标:
        横向标杆单位:
          M2:
            指标:
              现状值: 92
              标杆值: 99
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.figures import is_directed
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB258",
    "benchmark-not-ahead",
    Severity.WARNING,
    on=Filing,
    clause="一（二）",
    rows=("R06",),
    zh="标杆值 {benchmark} 并不比本单位的现状值 {baseline} 好",
    en="the benchmark's {benchmark} is no better than the unit's own {baseline}",
    hint_zh="请核对标杆值、现状值和维度；标杆确实不比本单位强的，换一个标杆或换一项指标",
    hint_en="Check 标杆值, 现状值 and 维度; if the benchmark is not ahead, choose another, or another figure",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for goal in filing.alignment.goals:
        metric = goal.metric
        if metric is None or metric.benchmark is None or metric.baseline is None or not is_directed(metric):
            continue
        if not metric.is_better(metric.benchmark, than=metric.baseline):
            yield (*metric.path, "标杆值"), {"benchmark": metric.benchmark, "baseline": metric.baseline}
