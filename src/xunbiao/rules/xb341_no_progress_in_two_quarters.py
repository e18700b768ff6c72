"""连续两个季度没有进展 / No progress in two quarters

为什么 / Why
    完成率两个季度没有动。可能卡住了，也可能只是没有更新（四（五）提醒防止慢作为）。这只是提示，是不是要人来看。
    The rate has not moved for two quarters. The measure may be stuck, or its figure was not kept up (四（五） warns
    of slow work). This is only a signal for a person to look at.

反例 / Bad
    2019Q4:
      举措进展:
        J2:
          完成率: 30
    2020Q1:
      举措进展:
        J2:
          完成率: 30
    2020Q2:
      举措进展:
        J2:
          完成率: 30

正例 / Good
    2019Q4:
      举措进展:
        J2:
          完成率: 30
    2020Q1:
      举措进展:
        J2:
          完成率: 30
    2020Q2:
      举措进展:
        J2:
          完成率: 45
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import Report
from xunbiao.rules.reporting import before_previous, previous, progress_in
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB341",
    "no-progress-in-two-quarters",
    Severity.HINT,
    on=Report,
    clause="四（五）",
    rows=("R47",),
    zh="举措 {id} 的完成率连续两个季度停在 {rate}，建议人工核查",
    en="measure {id} has stood at {rate} for two quarters; a person should look at it",
    hint_zh="卡住了的，在“存在问题”里写明；有进展的，更新完成率",
    hint_en="If it is stuck, say so under 存在问题; if not, update the rate",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    last, earlier = progress_in(previous(context)), progress_in(before_previous(context))
    for each in report.measures:
        if each.id not in last or each.id not in earlier or each.completion is None or each.completion >= 100:
            continue
        if each.completion == last[each.id].completion == earlier[each.id].completion:
            yield (*each.path, "完成率"), {"id": each.id, "rate": each.completion}
