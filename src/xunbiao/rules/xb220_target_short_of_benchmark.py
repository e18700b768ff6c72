"""目标值没有达到标杆的水平 / The target falls short of the benchmark

为什么 / Why
    力争用一年左右的时间达到学习对象的水平（二（三））。目标值比标杆值还差，活动结束时仍然没有追上。
    Within about a year one is to reach the level of the unit one learns from (二（三）). With a target worse than
    the benchmark's figure one will still be behind at the end.

反例 / Bad
    对标方向:
      目标:
        纵向标杆单位:
          M1:
            内容: 连锁企业新增经营场所办理时间由5个工作日压缩至2个工作日。
            指标:
              目标值: 2

正例 / Good
    对标方向:
      目标:
        纵向标杆单位:
          M1:
            内容: 连锁企业新增经营场所办理时间由5个工作日压缩至1个工作日。
            指标:
              目标值: 1
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.figures import is_directed
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB220",
    "target-short-of-benchmark",
    Severity.WARNING,
    on=Filing,
    clause="二（三）",
    rows=("R19",),
    zh="目标值 {target} 没有达到标杆的 {benchmark}",
    en="the target {target} falls short of the benchmark's {benchmark}",
    hint_zh="请把目标值定到标杆值；一年左右确实追不上的，向主办单位说明理由",
    hint_en="Set the target at the benchmark's figure, or tell the host why a year will not do",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for goal in filing.alignment.goals:
        metric = goal.metric
        if metric is None or metric.target is None or metric.benchmark is None or not is_directed(metric):
            continue
        if metric.is_better(metric.benchmark, than=metric.target):
            yield (*metric.path, "目标值"), {"target": metric.target, "benchmark": metric.benchmark}
