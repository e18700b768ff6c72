"""时限早于填报或活动开始 / A deadline before the filing or before the campaign

为什么 / Why
    对标是以后要做的事（二（三））。时限比填报时间还早，或者早在活动印发以前，多半是年份写错了。
    To catch up lies ahead (二（三）). A deadline before the day of filing, or before the campaign was announced,
    most likely has the wrong year.

反例 / Bad
    对标方向:
      举措:
        J1:
          时限: 2019-06-30

正例 / Good
    对标方向:
      举措:
        J1:
          时限: 2020-06-30
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.model.language import Phrase
from xunbiao.rules.days import believable_filing_day, deadlines
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB228",
    "deadline-in-the-past",
    Severity.ERROR,
    on=Filing,
    clause="二（三）",
    rows=("R19", "R26"),
    zh="时限 {day} 早于{what} {start}",
    en="the deadline {day} is before {what} {start}",
    hint_zh="请核对时限的年份和月份",
    hint_en="Check year and month of the deadline",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    filed = believable_filing_day(filing, context.campaign, context.latest_day)
    start = filed or context.campaign.first_day
    what = FILING if filed else CAMPAIGN
    for due in deadlines(filing, context.campaign):
        if due.day and due.day < start:
            yield due.path, {"day": due.day, "what": what, "start": start}


FILING = Phrase("填报时间", "the day of filing")
CAMPAIGN = Phrase("活动印发日期", "the campaign's announcement on")
