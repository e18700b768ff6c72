"""未启动，完成率却大于0 / Not started, yet above 0

为什么 / Why
    未启动就是什么都还没有做，完成率只能是0。两个里有一个填错了。
    Not started means that nothing was done, so the rate is 0. One of the two is wrong.

反例 / Bad
    举措进展:
      CJ1:
        状态: 未启动
        完成率: 15

正例 / Good
    举措进展:
      CJ1:
        状态: 未启动
        完成率: 0
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import NOT_STARTED, Report
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB321",
    "not-started-yet-moving",
    Severity.ERROR,
    on=Report,
    clause="三（二）",
    rows=("R27",),
    zh="状态是未启动，完成率却是 {rate}",
    en="the status is 未启动, the completion rate {rate}",
    hint_zh="已经动手的，改状态；还没有动的，完成率填0",
    hint_en="If it has begun, change the status; if not, write 0",
)
def check(report: Report, _context: Context) -> Iterator[Flag]:
    for each in report.measures:
        if each.status == NOT_STARTED and each.completion is not None and each.completion > 0:
            yield (*each.path, "完成率"), {"rate": each.completion}
