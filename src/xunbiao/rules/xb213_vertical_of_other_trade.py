"""纵向标杆不像同行业同系统 / The vertical benchmark seems to be of another trade

为什么 / Why
    纵向标杆是全国范围内本行业或本系统的先进单位（二（一））。名称上看不出同行的，请再看一眼。
    A vertical benchmark is a leading unit of the same trade or system (二（一）). Where the names have nothing in
    common, it is worth a second look.

反例 / Bad
    寻标对象:
      纵向标杆单位:
        - 名称: 杭州市公安局
          地区: 浙江省杭州市
          好在哪: 户籍业务60项网上办理。
          选择理由: 2018年浙江省“最多跑一次”先进单位。

正例 / Good
    寻标对象:
      纵向标杆单位:
        - 名称: 杭州市市场监督管理局
          地区: 浙江省杭州市
          好在哪: 企业开办1个工作日办结。
          选择理由: 2018年浙江省“最多跑一次”先进单位。
"""

from collections.abc import Iterator
from typing import Any

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Benchmark, Filing, text
from xunbiao.rules.cells import says_something
from xunbiao.rules.organs import COUNTIES, is_no_unit, same_trade
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB213",
    "vertical-of-other-trade",
    Severity.HINT,
    on=Filing,
    clause="二（一）",
    rows=("R14",),
    zh="纵向标杆单位“{name}”看不出与本单位同行业、同系统",
    en="the vertical benchmark “{name}” does not seem to be of the unit's own trade or system",
    hint_zh="请核对；确是同行的不用改，可以在“选择理由”写明学它的哪一块",
    hint_en="Check it; if it is, leave it, and say under 选择理由 what one learns from it",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    unit, city = context.dossier.unit, context.campaign.city
    if unit.category in COUNTIES:
        return  # a county has no trade
    names = [name.replace(city, "") for name in (*unit.names, filing.unit_name)]
    for each in filing.verticals:
        if not says_something(each.name) or is_no_unit(each.name):
            continue
        reason = text(_entry(filing, each).get("选择理由"))
        if not same_trade(names, unit.duties, f"{each.name}{each.strength}{reason}"):
            yield (*each.path, "名称"), {"name": each.name}


def _entry(filing: Filing, benchmark: Benchmark) -> dict[str, Any]:
    """The entry of a benchmark in the document's own data."""
    data: Any = filing.data
    for key in benchmark.path:
        data = data[key]
    return dict(data)
