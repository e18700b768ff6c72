"""填报单位没有写全称 / The unit is not called by its full name

为什么 / Why
    填报单位要写单位名录上的全称（附件2），汇总和公示才不会把一个单位算成两个；单位改名以后写新名称。
    The unit is to be called by its full name on the roster, so that lists and notices never count one unit as two;
    after a change of name, by the new one.

反例 / Bad
    填报单位: 市市场监管局

正例 / Good
    填报单位: 某市市场监督管理局
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.organs import plain
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB203",
    "unit-by-alias",
    Severity.WARNING,
    on=Filing,
    clause="附件2",
    rows=("R01", "R48"),
    zh="填报单位“{name}”不是全称",
    en="the unit “{name}” is not called by its full name",
    hint_zh="请改成“{full}”",
    hint_en="Write “{full}”",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    unit, name = context.dossier.unit, filing.unit_name
    if name == unit.name:
        return
    named = context.roster.find(name)
    former = named is not None and named.id == unit.formerly
    if former or name == unit.id or plain(name) in map(plain, unit.names):
        yield ("填报单位",), {"name": name, "full": unit.name}
