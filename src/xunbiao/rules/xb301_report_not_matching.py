"""报告同所在的位置不符 / A report that does not match its place

为什么 / Why
    季度报告和总结报告按文件夹认单位、按文件名认季度（三（二））。里面写的不一样，这份报告就会算到别的单位或别的季度头
    上。
    A report is known by its folder and its file name (三（二）). Where it says otherwise inside, it would count for
    another unit or quarter.

反例 / Bad
    季度: 2019Q4

正例 / Good
    季度: 2020Q1
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import text
from xunbiao.model.report import Report
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB301",
    "report-not-matching",
    Severity.ERROR,
    on=Report,
    clause="三（二）",
    rows=("R34",),
    zh="{label}“{said}”同所在的位置（{place}）不符",
    en="{label} “{said}” does not match its place ({place})",
    hint_zh="改成“{place}”；放错了文件夹或文件名的，移到对的地方",
    hint_en="Write “{place}”, or move the file to where it belongs",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    unit = context.dossier.unit
    before = context.roster.units.get(unit.formerly)
    names = (*unit.names, unit.id, *(before.names if before else ()))
    if report.unit_name and unit.id in context.roster.units and report.unit_name not in names:
        yield ("填报单位",), {"label": "填报单位", "said": report.unit_name, "place": unit.name}
    said = text(report.data.get("季度"))
    if said and context.key.quarter and said != str(context.key.quarter):
        yield ("季度",), {"label": "季度", "said": said, "place": context.key.quarter}
