"""举措没有责任人 / A measure without a person

为什么 / Why
    要把责任和任务分解落实到具体人（四（二））。申报表上没有这一格，写在“责任人”里，只进台账，不印在表上。
    Tasks are to come down to a person (四（二）). The form has no place for it: the name stands under 责任人, goes
    to the ledger and is never printed.

反例 / Bad
    对标方向:
      举措:
        J1:
          责任人: ""

正例 / Good
    对标方向:
      举措:
        J1:
          责任人: 张某（注册登记科）
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.cells import is_blank, says_something
from xunbiao.rules.rule import Context, Flag, rule
from xunbiao.wording import persons


@rule(
    "XB223",
    "measure-without-person",
    Severity.WARNING,
    on=Filing,
    clause="四（二）",
    rows=("R39", "R40"),
    at_key=True,
    zh="举措{id}没有责任人",
    en="measure {id} has no person (责任人)",
    hint_zh="请在“责任人”写姓名和科室，例如“张某（注册登记科）”",
    hint_en="Under 责任人, give name and section, such as “张某（注册登记科）”",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for measure in filing.measures:
        if is_blank(measure.person) and says_something(measure.text) and not persons(measure.text):
            yield (*measure.path, "责任人"), {"id": measure.id}
