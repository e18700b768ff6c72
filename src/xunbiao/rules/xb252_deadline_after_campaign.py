"""时限在活动结束以后 / A deadline after the end of the campaign

为什么 / Why
    活动到总结阶段就结束了，力争在此以前见效（一（三）、二（三））。更晚的时限，活动里看不到结果，总结也写不进去。
    The campaign ends with its summary, and results are wanted by then (一（三）, 二（三）). Of anything due later
    the campaign will see no result.

反例 / Bad
    创标意向:
      时限: 2021-06-30

正例 / Good
    创标意向:
      时限: 2020-11-30
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.days import deadlines
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB252",
    "deadline-after-campaign",
    Severity.WARNING,
    on=Filing,
    clause="一（三）",
    rows=("R10", "R19", "R26", "R59", "R63"),
    zh="时限 {day} 在活动结束（{end}）以后，活动期间看不到结果",
    en="the deadline {day} is after the end of the campaign ({end}), which will see no result of it",
    hint_zh="请改到 {stage} 以前；做不完的，把能在活动期间完成的一步单列出来",
    hint_en="Move it to {stage} at the latest, or list apart the step that can be done within the campaign",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    campaign = context.campaign
    for due in deadlines(filing, campaign):
        if due.day and due.day > campaign.last_day:
            yield due.path, {"day": due.day, "end": campaign.last_day, "stage": campaign.implementation_ends}
