"""报告里写了简称 / A report that names its unit by an alias

为什么 / Why
    填报单位一栏写名录上的全称，统计和通报才不会把一个单位写成两个。
    The unit is given by its full name on the roster, so that no table lists one unit twice.

反例 / Bad
    填报单位: 市市场监管局

正例 / Good
    填报单位: 某市市场监督管理局
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import Report
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB302",
    "report-by-alias",
    Severity.WARNING,
    on=Report,
    clause="三（二）",
    rows=("R34",),
    zh="“{alias}”是简称",
    en="“{alias}” is a short form",
    hint_zh="改成全称“{name}”",
    hint_en="Write the full name “{name}”",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    unit = context.dossier.unit
    if report.unit_name != unit.name and report.unit_name in (*unit.aliases, unit.id):
        yield ("填报单位",), {"alias": report.unit_name, "name": unit.name}
