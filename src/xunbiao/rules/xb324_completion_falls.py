"""完成率比上一期低 / A completion rate that falls

为什么 / Why
    完成率是累计的，只会增加。低了，不是这一期填错，就是上一期多报了；调整过的举措写“已调整”和理由。
    The rate is cumulative and can only grow. Where it falls, this report or the last one is wrong; a measure that was
    changed is 已调整, with its reason.

反例 / Bad
    2019Q4:
      举措进展:
        J1:
          完成率: 70
    2020Q1:
      举措进展:
        J1:
          完成率: 60

正例 / Good
    2019Q4:
      举措进展:
        J1:
          完成率: 60
    2020Q1:
      举措进展:
        J1:
          完成率: 60
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import CHANGED, Report
from xunbiao.rules.reporting import previous, progress_in
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB324",
    "completion-falls",
    Severity.WARNING,
    on=Report,
    clause="三（二）",
    rows=("R27",),
    zh="举措 {id} 的完成率 {rate} 比上一期的 {last} 低",
    en="the rate {rate} of measure {id} is below the last one, {last}",
    hint_zh="核对两期的数；举措调整过的，状态写已调整，并写理由",
    hint_en="Check both reports; if the measure was changed, write 已调整 and why",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    last = progress_in(previous(context))
    for each in report.measures:
        before = last[each.id].completion if each.id in last else None
        if each.completion is None or before is None or each.status == CHANGED:
            continue
        if each.completion < before:
            yield (*each.path, "完成率"), {"id": each.id, "rate": each.completion, "last": before}
