"""总结时还没有完成 / Unfinished at the end

为什么 / Why
    活动到年底结束（三（三））。总结时还没有完成的举措，写明理由和以后怎么办。
    The campaign ends with the year (三（三）). What is unfinished in the summary needs its reason, and what becomes
    of it.

反例 / Bad
    类型: 总结报告
    新思路:
      - 以门店招牌为单位管许可。
    举措进展:
      J2:
        状态: 欠进度
        完成率: 80

正例 / Good
    类型: 总结报告
    新思路:
      - 以门店招牌为单位管许可。
    举措进展:
      J2:
        状态: 欠进度
        完成率: 80
        理由: 4个席位待新大厅启用，2021年3月移交政务大数据局续办。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.document import Kind
from xunbiao.model.report import CHANGED, DONE, Report
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB356",
    "unfinished-at-the-end",
    Severity.WARNING,
    on=Report,
    clause="三（三）",
    rows=("R35",),
    zh="举措 {id} 到总结时还是{status}，没有写理由",
    en="measure {id} is still {status} in the summary, without a reason",
    hint_zh="在“理由”里写明为什么、以后怎么办",
    hint_en="Say under 理由 why, and what becomes of it",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    for each in report.measures if context.key.kind is Kind.SUMMARY else ():
        if each.status not in ("", DONE, CHANGED) and not each.reason:
            yield (*each.path, "状态"), {"id": each.id, "status": each.status}
