"""报告的填报时间不是日期 / A report whose date is none

为什么 / Why
    填报时间要能比较先后，写成 2020-03-31 这样；2月30日这样的日子不存在。
    The date of a report must be comparable: written as 2020-03-31, and a day that exists.

反例 / Bad
    填报时间: 2020年3月31日

正例 / Good
    填报时间: 2020-03-31
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.period import iso_day
from xunbiao.model.report import Report
from xunbiao.rules.reporting import quarter_of
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB304",
    "report-date-unreadable",
    Severity.ERROR,
    on=Report,
    clause="三（二）",
    rows=("R34",),
    zh="填报时间“{date}”不是日期",
    en="the date “{date}” is none",
    hint_zh="写成年-月-日，如 {example}",
    hint_en="Write year-month-day, as {example}",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    if report.filed_on and iso_day(report.filed_on) is None:
        yield ("填报时间",), {"date": report.filed_on, "example": quarter_of(context).last_day}
