"""已完成，没有佐证 / Done, without evidence

为什么 / Why
    完成了的要拿得出东西：印发的文件、上线的系统、验收单。督查核实就从佐证入手（四（五））。
    What is done can be shown: a document issued, a system online, an acceptance. Supervisors start from it
    (四（五）).

反例 / Bad
    举措进展:
      J1:
        状态: 已完成
        完成率: 100
        佐证: []

正例 / Good
    举措进展:
      J1:
        状态: 已完成
        完成率: 100
        佐证:
          - 平市监〔2020〕45号
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import DONE, Report
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB319",
    "done-without-evidence",
    Severity.WARNING,
    on=Report,
    clause="四（五）",
    rows=("R27", "R46"),
    at_key=True,
    zh="举措 {id} 已完成，没有佐证",
    en="measure {id} is done, without evidence",
    hint_zh="在“佐证”下写文号、链接或附件名",
    hint_en="Give a document number, a link or an annex under 佐证",
)
def check(report: Report, _context: Context) -> Iterator[Flag]:
    for each in report.measures:
        if each.status == DONE and not each.evidence:
            yield (*each.path, "佐证"), {"id": each.id}
