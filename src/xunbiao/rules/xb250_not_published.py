"""寻标对象还没有公布 / The benchmarks have not been made public

为什么 / Why
    要发挥微信、报纸、广播电视等媒体作用，及时公布各部门寻标对象（四（四））。申报截止以后还没有“公示记录”的，提醒公
    布；公布的只有单位和标杆，不带姓名和电话。
    The benchmarks of every unit are to be published in good time through the media (四（四）). After the filing was
    due, a missing 公示记录 is pointed out. Only unit and benchmarks are published, never names or telephones.

反例 / Bad
    公示记录: []

正例 / Good
    公示记录:
      - 媒体: 某市日报
        日期: 2019-12-06
        版面: 第3版
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing, text
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB250",
    "not-published",
    Severity.WARNING,
    on=Filing,
    clause="四（四）",
    rows=("R43",),
    at_key=True,
    zh="{due} 申报截止，寻标对象至今没有公布的记录",
    en="filings were due on {due}, and there is still no record that the benchmarks were published",
    hint_zh="请公布后在“公示记录”写上媒体和日期；由主办单位统一公布的，写统一公布的那一次",
    hint_en="After publishing, give 媒体 and 日期 under 公示记录; where the host publishes for all, give that",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    if context.today <= context.campaign.filing_due or not filing.benchmarks:
        return
    entries = filing.data.get("公示记录") or []
    if not any(text((entry or {}).get("媒体")) for entry in entries):
        yield ("公示记录",), {"due": context.campaign.filing_due}
