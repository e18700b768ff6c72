"""已完成，完成率却不到100 / Done, yet below 100

为什么 / Why
    状态和完成率说的是同一件事，两个里有一个填错了。
    Status and completion rate speak of the same thing; one of them is wrong.

反例 / Bad
    举措进展:
      J1:
        状态: 已完成
        完成率: 90

正例 / Good
    举措进展:
      J1:
        状态: 已完成
        完成率: 100
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import DONE, Report
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB318",
    "done-below-hundred",
    Severity.ERROR,
    on=Report,
    clause="三（二）",
    rows=("R27",),
    zh="状态是已完成，完成率却是 {rate}",
    en="the status is 已完成, the completion rate {rate}",
    hint_zh="完成了的，完成率填100；没有全部完成的，改状态",
    hint_en="If it is done, write 100; if not all is done, change the status",
)
def check(report: Report, _context: Context) -> Iterator[Flag]:
    for each in report.measures:
        if each.status == DONE and each.completion is not None and each.completion < 100:
            yield (*each.path, "完成率"), {"rate": each.completion}
