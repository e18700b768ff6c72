"""没有写标杆好在哪 / What the benchmark does better is not said

为什么 / Why
    对标要明确“标杆单位好在哪”（二（二））。申报表上没有这一格，写在“好在哪”里，只进台账，不印在表上。
    What the benchmark does better is to be made clear (二（二）). The form has no place for it: it stands under
    好在哪, which goes to the ledger and is never printed.

反例 / Bad
    寻标对象:
      横向标杆单位:
        - 名称: 国家税务总局某市税务局
          好在哪: ""

正例 / Good
    寻标对象:
      横向标杆单位:
        - 名称: 国家税务总局某市税务局
          好在哪: 涉税事项一窗受理，窗口满意度99.2%。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.cells import is_blank, says_something
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB212",
    "strength-missing",
    Severity.WARNING,
    on=Filing,
    clause="二（二）",
    rows=("R18",),
    at_key=True,
    zh="没有写{name}好在哪",
    en="what {name} does better is not said",
    hint_zh="请在“好在哪”写一两句，最好有数字，例如“涉税事项一窗受理，当日办结”",
    hint_en="Say it under 好在哪 in a sentence or two, best with a figure",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for each in filing.benchmarks:
        if not is_blank(each.name) and not says_something(each.strength):
            yield (*each.path, "好在哪"), {"name": each.name}
