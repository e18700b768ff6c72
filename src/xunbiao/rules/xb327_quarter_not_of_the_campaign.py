"""这个季度不单独报 / A quarter that is not reported on

为什么 / Why
    季度报告只报活动日历上的季度（三（二））。最后一个季度由总结报告代替，同一件事不要报两遍。
    Reports cover the quarters of the calendar (三（二）). The last one is told by the summary; nothing is told twice.

反例 / Bad
    2020Q4:
      季度: 2020Q4

正例 / Good
    2020Q3:
      季度: 2020Q3
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.language import Phrase
from xunbiao.model.report import Report
from xunbiao.rules.rule import Context, Flag, rule

BY_SUMMARY = (
    Phrase("由总结报告代替，不单独报", "is told by the summary, not by a report of its own"),
    Phrase("把内容写进 summary.yaml，删去这个文件", "Move the content to summary.yaml and delete this file"),
)
OUTSIDE = (
    Phrase("不在活动的日历上", "is not on the campaign’s calendar"),
    Phrase(
        "核对文件名和“季度”；要报的季度写在 xunbiao.yaml 的“季度截止”里",
        "Check the file’s name and 季度; the quarters stand in xunbiao.yaml under 季度截止",
    ),
)


@rule(
    "XB327",
    "quarter-not-of-the-campaign",
    Severity.WARNING,
    on=Report,
    clause="三（二）",
    rows=("R34",),
    zh="{quarter}{why}",
    en="{quarter} {why}",
    hint_zh="{advice}",
    hint_en="{advice}",
)
def check(_report: Report, context: Context) -> Iterator[Flag]:
    quarter, campaign = context.key.quarter, context.campaign
    if quarter is None or quarter in campaign.quarters_due:
        return
    why, advice = BY_SUMMARY if quarter == campaign.last_quarter else OUTSIDE
    yield ("季度",), {"quarter": quarter.phrase, "why": why, "advice": advice}
