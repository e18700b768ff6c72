"""完成率不在0到100之间 / A completion rate outside 0–100

为什么 / Why
    完成率是百分比，0是没有动，100是全部完成；做得比计划多，也还是100。
    The completion rate is in percent: 0 is nothing, 100 is all of it, and more than planned is still 100.

反例 / Bad
    举措进展:
      J1:
        完成率: 120

正例 / Good
    举措进展:
      J1:
        完成率: 100
        状态: 已完成
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import Report
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB316",
    "completion-out-of-range",
    Severity.ERROR,
    on=Report,
    clause="三（二）",
    rows=("R27",),
    zh="完成率 {rate} 不在0到100之间",
    en="the completion rate {rate} is not within 0–100",
    hint_zh="填0到100的数；超额完成的填100，在“进展”里写明",
    hint_en="Give a figure from 0 to 100; more than all is 100, and 进展 tells of it",
)
def check(report: Report, _context: Context) -> Iterator[Flag]:
    for each in report.measures:
        if each.completion is not None and not 0 <= each.completion <= 100:
            yield (*each.path, "完成率"), {"rate": each.completion}
