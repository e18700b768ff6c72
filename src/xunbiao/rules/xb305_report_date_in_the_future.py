"""报告的填报时间在今天以后 / A report dated in the future

为什么 / Why
    填报时间是填表那天，不会在今天以后；多半是年份或月份写错了。
    A report is dated by the day it is filled in, which cannot lie in the future; most likely year or month is wrong.

反例 / Bad
    填报时间: 2020-12-31

正例 / Good
    填报时间: 2020-03-31
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.period import iso_day
from xunbiao.model.report import Report
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB305",
    "report-date-in-the-future",
    Severity.ERROR,
    on=Report,
    clause="三（二）",
    rows=("R34",),
    zh="填报时间 {date} 在今天（{today}）以后",
    en="the date {date} is after today ({today})",
    hint_zh="核对年份和月份，写填表那天",
    hint_en="Check year and month; give the day it was filled in",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    day = iso_day(report.filed_on)
    if day and day > context.latest_day:
        yield ("填报时间",), {"date": day, "today": context.today}
