"""一个编号用了两次 / One id is used twice

为什么 / Why
    每条目标、差距、举措、亮点的编号在整张申报表里只能有一个主人（四（二））：季度报告按编号报进展，编号重了就不知道
    报的是哪一条。
    An id has one owner in the whole filing (四（二）): quarterly reports go by ids, and with two owners nobody
    knows which of them is reported on.

反例 / Bad
    创标意向:
      目标:
        M1:
          内容: 连锁门店登记网办率由60%提高到90%。

正例 / Good
    创标意向:
      目标:
        CM2:
          内容: 连锁门店登记网办率由60%提高到90%。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Path, Severity, field_name
from xunbiao.model.filing import Filing
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB237",
    "id-used-twice",
    Severity.ERROR,
    on=Filing,
    clause="四（二）",
    rows=("R39",),
    at_key=True,
    zh="编号 {id} 已经用在 {first}",
    en="the id {id} is taken by {first}",
    hint_zh="请给这一条换一个没有用过的编号",
    hint_en="Give this one an id that has not been used",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    first: dict[str, Path] = {}
    for item in filing.items:
        if item.id in first:
            yield item.path, {"id": item.id, "first": field_name(first[item.id])}
        first.setdefault(item.id, item.path)
