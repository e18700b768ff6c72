"""截至日期没有写清 / A figure without its day

为什么 / Why
    现值是哪一天的数，要写成日期，才能看出是不是这一季度的，两期之间隔了多久。
    A value belongs to a day, written as a date; only then can one see whether it is of this quarter, and how long
    lies between two reports.

反例 / Bad
    指标进展:
      M1:
        截至: 3月底

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
    "XB331",
    "as-of-unreadable",
    Severity.WARNING,
    on=Report,
    clause="三（二）",
    rows=("R27",),
    zh="目标 {id} 的截至“{as_of}”不是日期",
    en="the day “{as_of}” of goal {id} is no date",
    hint_zh="写成年-月-日，如 {example}",
    hint_en="Write year-month-day, as {example}",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    for each in report.metrics:
        if each.value is not None and iso_day(each.as_of) is None:
            values = {"id": each.id, "as_of": each.as_of, "example": quarter_of(context).last_day}
            yield (*each.path, "截至"), values
