"""没有横向标杆单位 / No horizontal benchmark

为什么 / Why
    通知要求在全市范围内选定并明确至少一个走在前列的先进单位（二（一））；纵向、横向两种对比都要有。
    At least one leading unit inside the city is to be named (二（一）); both kinds of comparison are asked for.

反例 / Bad
    寻标对象:
      横向标杆单位: []

正例 / Good
    寻标对象:
      横向标杆单位:
        - 名称: 国家税务总局某市税务局
          地区: 某市
          好在哪: 涉税事项一窗受理，窗口满意度99.2%。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.cells import is_blank
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB206",
    "no-horizontal-benchmark",
    Severity.ERROR,
    on=Filing,
    clause="二（一）",
    rows=("R13", "R15", "R53"),
    at_key=True,
    zh="没有横向标杆单位，至少要有一个",
    en="there is no horizontal benchmark; at least one is asked for",
    hint_zh="请在“寻标对象”下的“横向标杆单位”写上一个本市范围内走在前列的先进单位的全称",
    hint_en="Under 寻标对象, 横向标杆单位, name a leading unit at the front inside the city",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    if all(is_blank(each.name) for each in filing.horizontals):
        yield ("寻标对象", "横向标杆单位"), {}
