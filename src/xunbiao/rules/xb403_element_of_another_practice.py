"""要点的编号不是这一项的 / An element whose id is of another practice

为什么 / Why
    要点编号由做法编号加短横线加序号组成，申报表才引用得到（P31-2）。
    An element’s id is the practice’s code, a hyphen and a number, so that a filing can refer to it (P31-2).

反例 / Bad
    要点:
      P30-4: 窗口贴出可以容缺的事项清单

正例 / Good
    要点:
      P31-4: 窗口贴出可以容缺的事项清单
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.practice import Practice
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB403",
    "element-of-another-practice",
    Severity.ERROR,
    on=Practice,
    at_key=True,
    zh="要点 {id} 不属于 {code}",
    en="the element {id} does not belong to {code}",
    hint_zh="编号改成 {code}-1、{code}-2 这样",
    hint_en="Number it {code}-1, {code}-2 and so on",
)
def check(practice: Practice, _context: Context) -> Iterator[Flag]:
    for id_ in practice.elements:
        if not id_.startswith(f"{practice.code}-"):
            yield ("要点", id_), {"id": id_, "code": practice.code}
