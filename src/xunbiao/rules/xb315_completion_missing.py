"""没有填完成率 / A measure without a completion rate

为什么 / Why
    完成率是到季度末累计完成的百分比，没有它就比不出这一期走了多少。
    The completion rate is what has been done by the end of the quarter, in percent; without it no two reports can be
    compared.

反例 / Bad
    举措进展:
      J1:
        完成率: null

正例 / Good
    举措进展:
      J1:
        完成率: 60
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import Report
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB315",
    "completion-missing",
    Severity.ERROR,
    on=Report,
    clause="三（二）",
    rows=("R27",),
    at_key=True,
    zh="举措 {id} 没有填完成率",
    en="measure {id} has no completion rate",
    hint_zh="填0到100的数；还没有动的填0",
    hint_en="Give a figure from 0 to 100; 0 if nothing was done yet",
)
def check(report: Report, _context: Context) -> Iterator[Flag]:
    for each in report.measures:
        if each.completion is None:
            yield (*each.path, "完成率"), {"id": each.id}
