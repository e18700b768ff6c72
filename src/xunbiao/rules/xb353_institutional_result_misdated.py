"""制度成果的印发日期不对 / A result with a date that will not do

为什么 / Why
    制度成果是这次活动形成的（三（三）），印发日期在活动期间，也不会在填报以后。
    The results are those of the campaign (三（三）): issued while it ran, and not after the report.

反例 / Bad
    制度成果:
      - 名称: 连锁企业经营场所备案办法
        文号: 平市监〔2018〕88号
        印发日期: 2018-10-12

正例 / Good
    制度成果:
      - 名称: 连锁企业经营场所备案办法
        文号: 平市监〔2020〕88号
        印发日期: 2020-10-12
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import text
from xunbiao.model.language import Phrase
from xunbiao.model.period import iso_day
from xunbiao.model.report import Report
from xunbiao.rules.rule import Context, Flag, rule

UNREADABLE = Phrase("不是 2020-10-12 这样的日期", "is no date such as 2020-10-12")
EARLY = Phrase("在活动开始以前", "is before the campaign began")
LATE = Phrase("在填报以后", "is after the report")


@rule(
    "XB353",
    "institutional-result-misdated",
    Severity.WARNING,
    on=Report,
    clause="三（三）",
    rows=("R35",),
    zh="印发日期“{date}”{why}",
    en="the date of issue “{date}” {why}",
    hint_zh="核对日期；活动以前印发的不列",
    hint_en="Check the date; leave out what was issued before the campaign",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    last_day = iso_day(report.filed_on) or context.campaign.last_day
    for index, entry in enumerate(report.data.get("制度成果") or []):
        date = text((entry or {}).get("印发日期"))
        day = iso_day(date)
        early = day is not None and day < context.campaign.first_day
        late = day is not None and day > last_day
        if date and (day is None or early or late):
            why = UNREADABLE if day is None else EARLY if early else LATE
            yield ("制度成果", index, "印发日期"), {"date": date, "why": why}
