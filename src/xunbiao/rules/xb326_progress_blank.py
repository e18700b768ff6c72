"""没有写进展 / A measure without words on its progress

为什么 / Why
    工作要逐项落实（三（二））。只有状态和数字，看不出这一期做了什么。
    Items are carried out one by one (三（二）). Status and figure alone do not say what was done.

反例 / Bad
    举措进展:
      J1:
        进展: ""

正例 / Good
    举措进展:
      J1:
        进展: 附记备案扩到3个区，已备案门店21户。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import Report
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB326",
    "progress-blank",
    Severity.WARNING,
    on=Report,
    clause="三（二）",
    rows=("R27",),
    at_key=True,
    zh="举措 {id} 没有写进展",
    en="nothing is said on the progress of measure {id}",
    hint_zh="写这一期做了什么、做到什么程度；没有动的写原因",
    hint_en="Say what was done and how far; if nothing, why",
)
def check(report: Report, _context: Context) -> Iterator[Flag]:
    for each in report.measures:
        if not each.progress:
            yield (*each.path, "进展"), {"id": each.id}
