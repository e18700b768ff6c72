"""没有填状态 / A measure without a status

为什么 / Why
    状态说的是这条举措到季度末走到哪一步，通报里的统计全靠它。
    The status says how far a measure has come by the end of the quarter; all figures of the coordinator rest on it.

反例 / Bad
    举措进展:
      J1:
        状态: null

正例 / Good
    举措进展:
      J1:
        状态: 达进度
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import Report
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB314",
    "status-missing",
    Severity.ERROR,
    on=Report,
    clause="三（二）",
    rows=("R27",),
    at_key=True,
    zh="举措 {id} 没有填状态",
    en="measure {id} has no status",
    hint_zh="从未启动、达进度、超进度、欠进度、已完成、已调整里选一个",
    hint_en="Choose one of 未启动 达进度 超进度 欠进度 已完成 已调整",
)
def check(report: Report, _context: Context) -> Iterator[Flag]:
    for each in report.measures:
        if not each.status:
            yield (*each.path, "状态"), {"id": each.id}
