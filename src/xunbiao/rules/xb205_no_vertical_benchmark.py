"""没有纵向标杆单位 / No vertical benchmark

为什么 / Why
    通知要求在全国范围内选定并明确至少一个本行业或本系统的先进单位（二（一））。没有纵向标杆，目标和差距就没有对照。
    At least one leading unit of the same trade, chosen nationwide, is to be named (二（一）); without it goals and
    gaps have nothing to be measured against.

反例 / Bad
    寻标对象:
      纵向标杆单位: []

正例 / Good
    寻标对象:
      纵向标杆单位:
        - 名称: 上海市长宁区市场监督管理局
          地区: 上海市长宁区
          好在哪: 连锁门店新增经营场所当场备案，1个工作日办结，不再办理分支机构执照。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.cells import is_blank
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB205",
    "no-vertical-benchmark",
    Severity.ERROR,
    on=Filing,
    clause="二（一）",
    rows=("R13", "R14", "R52"),
    at_key=True,
    zh="没有纵向标杆单位，至少要有一个",
    en="there is no vertical benchmark; at least one is asked for",
    hint_zh="请在“寻标对象”下的“纵向标杆单位”写上一个全国范围内本行业、本系统的先进单位的全称",
    hint_en="Under 寻标对象, 纵向标杆单位, name a leading unit of your own trade, anywhere in the country",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    if all(is_blank(each.name) for each in filing.verticals):
        yield ("寻标对象", "纵向标杆单位"), {}
