"""填报时间晚于申报截止 / Filed after the due date

为什么 / Why
    申报表要在截止日期以前报送（三（二）），当天算按时。这里只看表上写的填报时间；到底哪天收到，由版本历史判断。
    The form is to be handed in by the due date (三（二）), that day included. Only the day on the form is looked at
    here; when it arrived is told by the history.

反例 / Bad
    填报时间: 2019-11-21

正例 / Good
    填报时间: 2019-11-20
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.days import believable_filing_day
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB233",
    "filed-after-due-date",
    Severity.WARNING,
    on=Filing,
    clause="三（二）",
    rows=("R21", "R33"),
    zh="填报时间 {day} 晚于申报截止 {due}，晚了 {days} 天",
    en="filed on {day}, {days} day(s) after the due date {due}",
    hint_zh="已经晚了的不用改，尽快报送；日期写错的请改正",
    hint_en="If it was late, hand it in soon and leave the date; if the date is wrong, correct it",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    due = context.campaign.filing_due
    day = believable_filing_day(filing, context.campaign, context.latest_day)
    if day and day > due and context.dossier.unit.expected_on(due):
        yield ("填报时间",), {"day": day, "due": due, "days": (day - due).days}
