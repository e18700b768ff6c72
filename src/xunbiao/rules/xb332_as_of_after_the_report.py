"""截至日期在填报以后 / A figure of a day after the report

为什么 / Why
    填表的时候还没有到那一天，那一天的数不可能知道。
    When the report was filled in that day had not come; its figure could not be known.

反例 / Bad
    指标进展:
      M1:
        截至: 2020-06-30

正例 / Good
    指标进展:
      M1:
        截至: 2020-03-27
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.language import Phrase
from xunbiao.model.period import iso_day
from xunbiao.model.report import Report
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB332",
    "as-of-after-the-report",
    Severity.ERROR,
    on=Report,
    clause="三（二）",
    rows=("R27",),
    zh="截至 {as_of} 在{limit}以后",
    en="the day {as_of} is after {limit}",
    hint_zh="写现值实际是哪一天的",
    hint_en="Give the day that the value is really of",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    # A report from the future has a rule of its own; what it says of its own days may still fit together.
    filed = iso_day(report.filed_on)
    limit = filed or context.latest_day
    name = Phrase(f"填报时间（{filed}）", f"the report of {filed}") if filed else Phrase(f" {limit} ", f"{limit}")
    for each in report.metrics:
        day = iso_day(each.as_of)
        if day and day > limit:
            yield (*each.path, "截至"), {"as_of": day, "limit": name}
