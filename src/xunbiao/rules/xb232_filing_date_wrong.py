"""填报时间不对 / The day of filing cannot be right

为什么 / Why
    活动从方案印发那天开始（落款）。填报时间不能比它早，也不能在今天以后；认不出是哪一天的，也要改。
    The campaign began on the day it was announced (落款). A day of filing before that, in the future, or unreadable
    cannot be right.

反例 / Bad
    填报时间: 2018-11-18

正例 / Good
    填报时间: 2019-11-18
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.model.language import Phrase
from xunbiao.rules.cells import is_blank
from xunbiao.rules.days import Dated, filed_on
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB232",
    "filing-date-wrong",
    Severity.ERROR,
    on=Filing,
    clause="落款",
    rows=("R03", "R49"),
    zh="填报时间“{text}”{why}",
    en="the day of filing “{text}” {why}",
    hint_zh="请改成实际填报的日期，例如 {example}",
    hint_en="Give the day on which the form was filled in, such as {example}",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    filed = filed_on(filing, context.campaign)
    why = None if is_blank(filed.text) else _fault(filed, context)
    if why:
        yield filed.path, {"text": filed.text, "why": why, "example": context.campaign.filing_due}


def _fault(filed: Dated, context: Context) -> Phrase | None:
    issued = context.campaign.first_day
    if filed.day is None:
        return (
            Phrase("不是日期", "is no date") if filed.state != "impossible" else Phrase("没有这一天", "does not exist")
        )
    if filed.day < issued:
        return Phrase(f"早于方案印发的 {issued}", f"is before the campaign was announced on {issued}")
    if filed.day > context.latest_day:
        return Phrase(f"在今天（{context.today}）以后", f"is later than today ({context.today})")
    return None
