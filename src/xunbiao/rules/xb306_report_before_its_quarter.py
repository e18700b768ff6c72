"""填报时间在所报的季度以前 / A report dated before its quarter

为什么 / Why
    季度报告报的是这个季度的进展，不会在季度开始以前填好；总结也不会在最后一个季度以前。多半是照抄了上一期的日期。
    A report tells of its quarter and cannot be older than it, nor a summary older than the last quarter. Most likely
    the date of the last report was kept.

反例 / Bad
    填报时间: 2019-12-30

正例 / Good
    填报时间: 2020-03-30
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.period import iso_day
from xunbiao.model.report import Report
from xunbiao.rules.reporting import quarter_of
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB306",
    "report-before-its-quarter",
    Severity.ERROR,
    on=Report,
    clause="三（二）",
    rows=("R34",),
    zh="填报时间 {date} 在{quarter}以前",
    en="the date {date} is before {quarter}",
    hint_zh="改成填这份报告的日期",
    hint_en="Give the day this report was filled in",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    day, quarter = iso_day(report.filed_on), quarter_of(context)
    if day and day < quarter.first_day:
        yield ("填报时间",), {"date": day, "quarter": quarter.phrase}
