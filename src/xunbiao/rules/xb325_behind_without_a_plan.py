"""落后了，没有写问题和措施 / Behind, without problem and next step

为什么 / Why
    督查要督促各项任务落实（四（五））。有举措欠进度，就要写明卡在哪里、下一步怎么办；还没有启动的，写明什么时候动手。
    Supervisors see to it that tasks are carried out (四（五）). Where a measure is behind, the report says what
    stands in the way and what comes next; where one is not begun, when it will be.

反例 / Bad
    举措进展:
      J2:
        状态: 欠进度
    下一步措施: []

正例 / Good
    举措进展:
      J2:
        状态: 欠进度
    下一步措施:
      - 4月20日前同省局对接接口。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import BEHIND, NOT_STARTED, Report
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB325",
    "behind-without-a-plan",
    Severity.WARNING,
    on=Report,
    clause="四（五）",
    rows=("R46",),
    at_key=True,
    zh="有举措{status}，“{label}”却是空的",
    en="a measure is {status}, yet “{label}” is empty",
    hint_zh="在“{label}”下逐条写明",
    hint_en="Write it under “{label}”, one entry each",
)
def check(report: Report, _context: Context) -> Iterator[Flag]:
    # The summary has no such labels; what is unfinished there has a rule of its own.
    statuses = {each.status for each in report.measures} if report.quarter else set()
    for label, wanted_by in (("存在问题", (BEHIND,)), ("下一步措施", (BEHIND, NOT_STARTED))):
        status = next((each for each in wanted_by if each in statuses), None)
        if status and not report.texts(label):
            yield (label,), {"status": status, "label": label}
