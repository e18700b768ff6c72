"""目标值没有高于现有标准 / A goal is no better than what is already reached

为什么 / Why
    通知只用了一次“必须”：各部门制定的标准必须高于现有标准水平（三（二））。时间、环节、材料、成本、跑动和位次越低越
    好，覆盖率、满意度越高越好；“方向”可以改变这一点。与现状相等也不算高于。
    The notice says “must” only once: a unit's standard must be higher than its present one (三（二）). Lower is
    better for time, steps, documents, cost, trips and rank, higher for coverage and satisfaction, unless 方向 says
    otherwise.

反例 / Bad
    对标方向:
      目标:
        横向标杆单位:
          M2:
            内容: 企业开办时间压缩至3个工作日。
            指标:
              名称: 企业开办时间
              维度: 时间
              单位: 工作日
              现状值: 3
              目标值: 3

正例 / Good
    对标方向:
      目标:
        横向标杆单位:
          M2:
            内容: 企业开办时间压缩至1个工作日。
            指标:
              名称: 企业开办时间
              维度: 时间
              单位: 工作日
              现状值: 3
              目标值: 1
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.model.language import Phrase
from xunbiao.rules.figures import is_directed
from xunbiao.rules.rule import Context, Flag, rule

LOWER = Phrase("越低越好", "lower is better")
HIGHER = Phrase("越高越好", "higher is better")


@rule(
    "XB201",
    "goal-not-above-baseline",
    Severity.ERROR,
    on=Filing,
    clause="三（二）",
    rows=("R29",),
    zh="目标值 {target} 没有高于现有标准 {baseline}（{direction}）",
    en="the target {target} is no better than the present {baseline} ({direction})",
    hint_zh="请把目标值定得比现状值更好，或核对现状值、维度和方向",
    hint_en="Set a better target than the present figure, or check the present figure, 维度 and 方向",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for goal in filing.goals:
        metric = goal.metric
        if metric is None or metric.target is None or metric.baseline is None:
            continue
        if not is_directed(metric) and metric.target != metric.baseline:
            continue  # which way is better is asked for elsewhere
        if not metric.is_better(metric.target, than=metric.baseline):
            direction = LOWER if metric.lower_is_better else HIGHER
            values = {"target": metric.target, "baseline": metric.baseline, "direction": direction}
            yield (*metric.path, "目标值"), values
