"""报告的表头没有填 / A blank in the head of a report

为什么 / Why
    每季度末要把进展报给主办单位（三（二））。谁报的、哪天报的、找谁问，一样也不能少。
    Progress goes to the host at the end of each quarter (三（二）): by whom, on which day, and whom to ask must not
    be missing.

反例 / Bad
    联系人: ""

正例 / Good
    联系人: 李某
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import text
from xunbiao.model.report import Report
from xunbiao.rules.rule import Context, Flag, rule

HEAD = ("季度", "填报单位", "填报时间", "联系人", "联系电话")


@rule(
    "XB303",
    "report-head-blank",
    Severity.ERROR,
    on=Report,
    clause="三（二）",
    rows=("R34",),
    at_key=True,
    zh="“{label}”没有填",
    en="“{label}” is blank",
    hint_zh="请填写“{label}”",
    hint_en="Fill in “{label}”",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    for label in HEAD if context.key.quarter else HEAD[1:]:
        if not text(report.data.get(label)):
            yield (label,), {"label": label}
