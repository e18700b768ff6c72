"""申报表有空格没有填 / A place of the form is left blank

为什么 / Why
    各部门要认真填写申报表（三（二），附件2）：填报单位、时间、联系人、电话，对标的目标、差距、举措，创标的目标、亮
    点、举措，一格都不能空；目标、差距分纵向和横向各填。寻标对象和时限另有规则。
    The form is to be filled in with care (三（二）, 附件2): no place may stay blank; goals and gaps are given both
    for the vertical and for the horizontal benchmark. Benchmarks and deadlines have rules of their own.

反例 / Bad
    联系人: ""
    创标意向:
      亮点: null

正例 / Good
    联系人: 李某
    创标意向:
      亮点:
        CL1:
          内容: 门店地址由系统同不动产登记库比对，店主在手机上点一次确认即完成备案。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.model.language import Phrase
from xunbiao.rules.cells import head_cells, is_blank, item_cells
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB204",
    "blank-cell",
    Severity.ERROR,
    on=Filing,
    clause="附件2",
    rows=(
        *("R08", "R18", "R30", "R31", "R32", "R48", "R49", "R50", "R51"),
        *("R54", "R55", "R56", "R57", "R58", "R60", "R61", "R62"),
    ),
    at_key=True,
    zh="{cell}没有填",
    en="{cell} is left blank",
    hint_zh="请填写{cell}",
    hint_en="Fill in {cell}",
)  # fmt: skip
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for cell in head_cells(filing):
        if is_blank(cell.text):
            yield cell.path, {"cell": cell.label}
    for path, label, items in item_cells(filing):
        if not items:
            yield path, {"cell": label}
        for item in items:
            if is_blank(item.text):
                yield (
                    (*item.path, "内容"),
                    {"cell": Phrase(f"{label.zh}{item.id}的内容", f"内容 of {label.en} {item.id}")},
                )
    for benchmarks in (filing.verticals, filing.horizontals):
        for each in benchmarks:
            if is_blank(each.name) and any(not is_blank(other.name) for other in benchmarks):
                yield (*each.path, "名称"), {"cell": Phrase(f"{each.kind}的名称", f"the name of {each.kind}")}
