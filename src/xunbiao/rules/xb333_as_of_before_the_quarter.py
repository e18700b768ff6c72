"""截至日期在这个季度以前 / A figure from before the quarter

为什么 / Why
    报告要说的是这个季度末的情况；季度开始以前的数是上一期的。
    A report tells how things stand at the end of its quarter; a figure from before it belongs to the last report.

反例 / Bad
    指标进展:
      M1:
        截至: 2019-12-25

正例 / Good
    指标进展:
      M1:
        截至: 2020-03-27
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.period import iso_day
from xunbiao.model.report import Report
from xunbiao.rules.reporting import quarter_of
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB333",
    "as-of-before-the-quarter",
    Severity.WARNING,
    on=Report,
    clause="三（二）",
    rows=("R27",),
    zh="截至 {as_of} 在{quarter}以前",
    en="the day {as_of} is before {quarter}",
    hint_zh="用本季度的数；没有新的数，在“说明”里写原因",
    hint_en="Give a figure of this quarter; if there is none, say why under 说明",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    quarter = quarter_of(context)
    for each in report.metrics:
        day = iso_day(each.as_of)
        if day and day < quarter.first_day:
            yield (*each.path, "截至"), {"as_of": day, "quarter": quarter.phrase}
