"""有几个标杆却没写对的是哪一个 / Several benchmarks, and not said which one is faced

为什么 / Why
    同一类标杆不止一个时，目标和差距要写明对的是哪一个（附件2），才比得出差多少。
    With more than one benchmark of a kind, a goal or gap says which one it faces (附件2), so that the two can be
    compared.

反例 / Bad
    寻标对象:
      横向标杆单位:
        - 名称: 国家税务总局某市税务局
          好在哪: 涉税事项一窗受理，窗口满意度99.2%。
        - 名称: 某市公安局
          好在哪: 刻章备案网上即时办结。
    对标方向:
      差距:
        横向标杆单位:
          C2:
            内容: 市税务局窗口满意度99.2%，我局92%，相差7.2个百分点。

正例 / Good
    对标方向:
      差距:
        横向标杆单位:
          C2:
            内容: 市税务局窗口满意度99.2%，我局92%，相差7.2个百分点。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.facing import benchmarks_of
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB255",
    "benchmark-not-said",
    Severity.WARNING,
    on=Filing,
    clause="附件2",
    rows=("R54", "R55", "R56", "R57"),
    at_key=True,
    zh="{kind}有{count}个，{id}没有写明对的是哪一个",
    en="there are {count} under {kind}, and {id} does not say which one it faces",
    hint_zh="请在{id}下加一行“标杆: ”，写上其中一个：{names}",
    hint_en="Add “标杆: ” under {id} with one of {names}",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for item in filing.alignment.goals + filing.alignment.gaps:
        declared = benchmarks_of(filing, item.faces)
        if len(declared) > 1 and not item.benchmark:
            names = "、".join(each.name for each in declared)
            yield item.path, {"kind": item.faces, "count": len(declared), "id": item.id, "names": names}
