"""完成率到了100，状态却不是已完成 / At 100, yet not done

为什么 / Why
    完成率100就是全部完成了。状态还是别的，两个里有一个填错了。
    At 100 all of it is done. With any other status one of the two is wrong.

反例 / Bad
    举措进展:
      J1:
        状态: 达进度
        完成率: 100

正例 / Good
    举措进展:
      J1:
        状态: 已完成
        完成率: 100
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import CHANGED, DONE, Report
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB320",
    "hundred-yet-not-done",
    Severity.WARNING,
    on=Report,
    clause="三（二）",
    rows=("R27",),
    zh="完成率是100，状态却是{status}",
    en="the completion rate is 100, the status {status}",
    hint_zh="完成了的，状态改成已完成；没有完成的，改完成率",
    hint_en="If it is done, write 已完成; if not, correct the rate",
)
def check(report: Report, _context: Context) -> Iterator[Flag]:
    for each in report.measures:
        if each.completion == 100 and each.status not in ("", DONE, CHANGED):
            yield (*each.path, "状态"), {"status": each.status}
