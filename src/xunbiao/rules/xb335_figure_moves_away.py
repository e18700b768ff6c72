"""现值比以前差了 / A figure that moves away from its goal

为什么 / Why
    目标是往前走的。现值比上一期、比填报时还差，可能是填错了，也可能真的退步了；真的退步要写明原因。
    Figures move towards the goal. One that is worse than in the last report, or than when the form was filled in, is
    a slip or a step back; a step back is explained.

反例 / Bad
    指标进展:
      M1:
        现值: 6

正例 / Good
    指标进展:
      M1:
        现值: 3
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.language import Phrase
from xunbiao.model.report import Report
from xunbiao.rules.figures import is_directed
from xunbiao.rules.reporting import figures_in, goals, previous
from xunbiao.rules.rule import Context, Flag, rule

LAST = Phrase("上一期的", "the last report’s")
BASELINE = Phrase("申报时的现状值", "the filing’s")


@rule(
    "XB335",
    "figure-moves-away",
    Severity.WARNING,
    on=Report,
    clause="三（二）",
    rows=("R27",),
    zh="现值 {value} 比{than} {before} 差",
    en="the value {value} is worse than {than} {before}",
    hint_zh="核对这个数；确实退步的，在“说明”里写原因",
    hint_en="Check it; if it really fell back, say why under 说明",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    known, last = goals(context), figures_in(previous(context))
    for each in report.metrics:
        metric = known[each.id].metric if each.id in known else None
        if metric is None or each.value is None or each.remark or not is_directed(metric):
            continue
        earlier = last[each.id].value if each.id in last else None
        before, than = (metric.baseline, BASELINE) if earlier is None else (earlier, LAST)
        if before is not None and metric.is_better(before, than=each.value):
            yield (*each.path, "现值"), {"value": each.value, "than": than, "before": before}
