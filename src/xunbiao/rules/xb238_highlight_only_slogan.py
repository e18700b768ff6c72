"""亮点只是口号 / A highlight that is only a slogan

为什么 / Why
    要突出特色、突出亮点，做到人无我有、人有我新（三（二））。“打造品牌”“走在前列”没有说出别人没有的是什么。
    What is special is to stand out: what others lack, or have less new (三（二）). “Build a brand” or “lead the
    field” does not say what that is.

反例 / Bad
    创标意向:
      亮点:
        CL1:
          内容: 走出一条具有本地特色的路子。

正例 / Good
    创标意向:
      亮点:
        CL1:
          内容: 门店地址由系统同不动产登记库比对，店主在手机上点一次确认即完成备案。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.cells import says_something
from xunbiao.rules.prose import says_matter
from xunbiao.rules.rule import Context, Flag, rule

_TOLERATED = 10


@rule(
    "XB238",
    "highlight-only-slogan",
    Severity.WARNING,
    on=Filing,
    clause="三（二）",
    rows=("R31", "R61"),
    zh="亮点{id}没有说到具体的做法",
    en="highlight {id} names no definite practice",
    hint_zh="请写明别人没有、或者比别人更新的做法是什么、办事的人得到什么",
    hint_en="Say what it is that others lack, and what people get from it",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for highlight in filing.innovation.highlights:
        if says_something(highlight.text) and not says_matter(highlight.text, _TOLERATED):
            yield (*highlight.path, "内容"), {"id": highlight.id}
