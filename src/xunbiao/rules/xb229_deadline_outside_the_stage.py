"""时限不在实施阶段 / A deadline outside the stage of implementation

为什么 / Why
    对标、创标的事在实施阶段里做（三（二）），力争用一年左右达到学习对象的水平（二（三））。实施阶段以后是总结，没有
    开始的时候还在准备。
    Catching up and innovating belong to the stage of implementation (三（二）), within about a year (二（三）).
    Before it one prepares, after it one sums up.

反例 / Bad
    对标方向:
      时限: 2020-12-20

正例 / Good
    对标方向:
      时限: 2020-11-30
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.model.language import Phrase
from xunbiao.rules.days import believable_filing_day, deadlines, implementation_begins
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB229",
    "deadline-outside-the-stage",
    Severity.WARNING,
    on=Filing,
    clause="三（二）",
    rows=("R19", "R26", "R59", "R63"),
    zh="时限 {day} 不在实施阶段（{stage}）以内",
    en="the deadline {day} lies outside the stage of implementation ({stage})",
    hint_zh="请改到实施阶段以内；确实做不到的，向主办单位说明理由",
    hint_en="Move it into the stage, or tell the host why that will not do",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    campaign = context.campaign
    begins, ends = implementation_begins(campaign), campaign.implementation_ends
    earliest = believable_filing_day(filing, campaign, context.latest_day) or campaign.first_day
    for due in deadlines(filing, campaign):
        if due.day and (earliest <= due.day < begins or ends < due.day <= campaign.last_day):
            yield due.path, {"day": due.day, "stage": Phrase(f"{begins}至{ends}", f"{begins} to {ends}")}
