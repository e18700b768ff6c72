"""指标没有现值 / A figure without a value

为什么 / Why
    列了这个目标，没有填现值，也没有说明，就看不出走到哪里了。
    The goal is listed without a value or a remark, so nobody can tell how far it has come.

反例 / Bad
    指标进展:
      M1:
        现值: null

正例 / Good
    指标进展:
      M1:
        现值: 3
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import Report
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB330",
    "figure-missing",
    Severity.WARNING,
    on=Report,
    clause="三（二）",
    rows=("R27",),
    at_key=True,
    zh="目标 {id} 没有填现值",
    en="goal {id} has no present value",
    hint_zh="填现值；这一期没有数据的，在“说明”里写原因",
    hint_en="Give the value; if there is none this time, say why under 说明",
)
def check(report: Report, _context: Context) -> Iterator[Flag]:
    for each in report.metrics:
        if each.value is None and not each.remark:
            yield (*each.path, "现值"), {"id": each.id}
