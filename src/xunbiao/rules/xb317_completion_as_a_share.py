"""完成率像是写成了小数 / A completion rate that looks like a share

为什么 / Why
    完成率填0到100的数。填0.6，读出来是0.6%，多半要写的是60。
    The completion rate is a figure from 0 to 100. 0.6 reads as 0.6%; most likely 60 is meant.

反例 / Bad
    举措进展:
      J1:
        完成率: 0.6

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
    "XB317",
    "completion-as-a-share",
    Severity.WARNING,
    on=Report,
    clause="三（二）",
    rows=("R27",),
    zh="完成率 {rate} 是百分之{rate}，是不是 {likely}？",
    en="a completion rate of {rate} is {rate} percent; is {likely} meant?",
    hint_zh="改成 {likely}；真是不到1%的，填0或1",
    hint_en="Write {likely}; for less than one percent, 0 or 1",
)
def check(report: Report, _context: Context) -> Iterator[Flag]:
    for each in report.measures:
        if each.completion is not None and 0 < each.completion < 1:
            yield (
                (*each.path, "完成率"),
                {"rate": each.completion, "likely": f"{(each.completion * 100).normalize():f}"},
            )
