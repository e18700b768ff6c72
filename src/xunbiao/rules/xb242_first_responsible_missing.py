"""没有写第一责任人 / The person responsible in the first place is not named

为什么 / Why
    各部门主要领导要履行“第一责任人”的职责（四（二））。申报表上没有这一格，写在“第一责任人”里，只进台账，不印在表上。
    The head of each unit is responsible in the first place (四（二）). The form has no place for it: the name
    stands under 第一责任人, goes to the ledger and is never printed.

反例 / Bad
    第一责任人: ""

正例 / Good
    第一责任人: 王某
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.cells import says_something
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB242",
    "first-responsible-missing",
    Severity.WARNING,
    on=Filing,
    clause="四（二）",
    rows=("R38",),
    at_key=True,
    zh="没有写第一责任人",
    en="第一责任人 is not named",
    hint_zh="请在“联系电话”下面加一行“第一责任人: ”，写主要领导的姓名",
    hint_en="Add a line “第一责任人: ” below 联系电话 with the name of the unit's head",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    if not says_something(filing.first_responsible):
        yield ("第一责任人",), {}
