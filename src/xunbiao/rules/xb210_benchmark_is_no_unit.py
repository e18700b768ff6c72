"""标杆没有落到具体单位 / The benchmark is a region or a manner of speaking, not a unit

为什么 / Why
    标杆要“选定并明确”到一个单位（二（一））。“浙江省”“先进地区”“发达城市”说不出向谁学，也比不出差多少。
    A benchmark is a definite unit (二（一）). “浙江省” or “advanced regions” does not say whom to learn from, and
    no gap can be measured against it.

反例 / Bad
    寻标对象:
      纵向标杆单位:
        - 名称: 浙江等先进地区
          好在哪: 企业开办1个工作日办结。

正例 / Good
    寻标对象:
      纵向标杆单位:
        - 名称: 杭州市市场监督管理局
          好在哪: 企业开办1个工作日办结。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.cells import says_something
from xunbiao.rules.organs import is_no_unit
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB210",
    "benchmark-is-no-unit",
    Severity.WARNING,
    on=Filing,
    clause="二（一）",
    rows=("R14", "R15", "R16", "R52", "R53"),
    zh="{kind}“{name}”不是具体单位",
    en="the {kind} “{name}” is no definite unit",
    hint_zh="请写到具体单位的全称，例如“某某市市场监督管理局”",
    hint_en="Name one unit in full, such as the bureau of a certain city",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    for each in filing.benchmarks:
        if says_something(each.name) and is_no_unit(each.name) and not context.roster.find(each.name):
            yield (*each.path, "名称"), {"kind": each.kind, "name": each.name}
