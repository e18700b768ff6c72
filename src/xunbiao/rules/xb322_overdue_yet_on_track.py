"""过了时限没有完成，还报达进度 / Overdue, yet reported on track

为什么 / Why
    时限是单位自己在申报表里定的（三（二））。到季度末时限已过而没有完成，就不能算达进度、超进度，也不能还是未启动。
    The deadline is the unit’s own (三（二）). Once it has passed by the end of the quarter, a measure that is not
    done is neither on track nor ahead, nor merely not started.

反例 / Bad
    filing:
      对标方向:
        举措:
          J1:
            时限: 2020-02-29
    2020Q1:
      举措进展:
        J1:
          状态: 达进度
          完成率: 60

正例 / Good
    filing:
      对标方向:
        举措:
          J1:
            时限: 2020-02-29
    2020Q1:
      举措进展:
        J1:
          状态: 欠进度
          完成率: 60
          理由: 省平台接口2月没有开放。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import AHEAD, NOT_STARTED, ON_TRACK, Report
from xunbiao.rules.reporting import due, judged_on, measures
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB322",
    "overdue-yet-on-track",
    Severity.WARNING,
    on=Report,
    clause="三（二）",
    rows=("R27",),
    zh="举措 {id} 的时限 {due} 已过，状态还是{status}",
    en="measure {id} was due on {due}, yet its status is {status}",
    hint_zh="完成了的改成已完成；没有完成的改成欠进度，写明原因；时限改过的，在申报表里改并写调整说明",
    hint_en="Write 已完成 if it is done, else 欠进度 and why; a new deadline goes into the filing with 调整说明",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    filing, known = context.dossier.filing, measures(context)
    for each in report.measures:
        if filing is None or each.id not in known or each.status not in (NOT_STARTED, ON_TRACK, AHEAD):
            continue
        day = due(filing, known[each.id])
        if day and day < judged_on(context):
            yield (*each.path, "状态"), {"id": each.id, "due": day, "status": each.status}
