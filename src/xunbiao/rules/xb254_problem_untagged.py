"""说到堵点痛点难点，没有标问题类型 / A problem that is named and not marked

为什么 / Why
    要着力解决营商环境的堵点、痛点、难点问题（四（三））。差距里说到了的，用“问题类型”标出来，汇总时才看得出全市的难
    处在哪。
    What blocks, hurts or is hard in doing business is to be solved (四（三）). A gap that speaks of one is marked
    with 问题类型, so that the city can see where the trouble lies.

反例 / Bad
    对标方向:
      差距:
        纵向标杆单位:
          C1:
            内容: 分支机构重复办照是企业反映的堵点，多收材料5件。
            问题类型: null

正例 / Good
    对标方向:
      差距:
        纵向标杆单位:
          C1:
            内容: 分支机构重复办照是企业反映的堵点，多收材料5件。
            问题类型: 堵点
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing, text
from xunbiao.rules.rule import Context, Flag, rule

KINDS = ("堵点", "痛点", "难点")


@rule(
    "XB254",
    "problem-untagged",
    Severity.HINT,
    on=Filing,
    clause="四（三）",
    rows=("R41",),
    zh="差距{id}说到了{kind}，没有标问题类型",
    en="gap {id} speaks of a {kind} and is not marked so",
    hint_zh="可以加一行“问题类型: {kind}”",
    hint_en="A line “问题类型: {kind}” can be added",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for gap in filing.alignment.gaps:
        said = [kind for kind in KINDS if kind in gap.text]
        if said and not text((gap.data or {}).get("问题类型")):
            yield (*gap.path, "内容"), {"id": gap.id, "kind": said[0]}
