"""纵向标杆在本市以内 / The vertical benchmark lies inside the city

为什么 / Why
    纵向标杆在全国范围内找，要向国际国内一流水平看齐，国外的也可以（二（一）、三（二））；本市的先进单位写到横向标杆。
    A vertical benchmark is looked for nationwide and may be abroad (二（一）, 三（二）); leading units of the city
    belong under the horizontal ones.

反例 / Bad
    寻标对象:
      纵向标杆单位:
        - 名称: 某市公安局
          好在哪: 户籍业务一次办结。

正例 / Good
    寻标对象:
      纵向标杆单位:
        - 名称: 上海市长宁区市场监督管理局
          地区: 上海市长宁区
          好在哪: 连锁门店新增经营场所当场备案，1个工作日办结。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.organs import is_in
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB208",
    "vertical-inside-the-city",
    Severity.WARNING,
    on=Filing,
    clause="二（一）",
    rows=("R06", "R14", "R28", "R52"),
    zh="纵向标杆单位“{name}”在{city}以内",
    en="the vertical benchmark “{name}” lies inside {city}",
    hint_zh="请另选本市以外的先进单位；如果它不在{city}，请写明“地区”",
    hint_en="Choose a unit outside the city; if this one is not in {city}, say so under 地区",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    for each in filing.verticals:
        if each.name and is_in(context.campaign, context.roster, each.name, each.region):
            yield (*each.path, "名称"), {"name": each.name, "city": context.campaign.city}
