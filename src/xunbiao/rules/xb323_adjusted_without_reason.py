"""已调整，没有写理由 / Adjusted, without a reason

为什么 / Why
    目标和举措定了就要落实（三（二））。确实要调整的，写明为什么，审核的人才能判断是真有变化，还是放松了要求。
    What was set is to be carried out (三（二）). A change needs its reason, so that a reader can tell a new situation
    from a softer target.

反例 / Bad
    举措进展:
      J2:
        状态: 已调整

正例 / Good
    举措进展:
      J2:
        状态: 已调整
        理由: 大厅整体搬迁，席位改在新大厅设置，市政府办公会议已同意。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import CHANGED, Report
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB323",
    "adjusted-without-reason",
    Severity.ERROR,
    on=Report,
    clause="三（二）",
    rows=("R27",),
    at_key=True,
    zh="举措 {id} 已调整，没有写理由",
    en="measure {id} was adjusted, without a reason",
    hint_zh="在“理由”里写明为什么调整、谁同意的",
    hint_en="Say under 理由 why, and who agreed",
)
def check(report: Report, _context: Context) -> Iterator[Flag]:
    for each in report.measures:
        if each.status == CHANGED and not each.reason:
            yield (*each.path, "理由"), {"id": each.id}
