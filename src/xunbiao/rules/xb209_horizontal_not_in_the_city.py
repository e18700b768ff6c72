"""横向标杆不是本市单位 / The horizontal benchmark is no unit of the city

为什么 / Why
    横向标杆在全市范围内选（二（一））。不在单位名录里的单位，认不出是谁，也统计不出谁被学得最多。
    A horizontal benchmark is chosen inside the city (二（一）). One that is not on the roster cannot be recognised
    or counted.

反例 / Bad
    寻标对象:
      横向标杆单位:
        - 名称: 郑州市税务局
          地区: 河南省郑州市
          好在哪: 涉税事项一窗受理。

正例 / Good
    寻标对象:
      横向标杆单位:
        - 名称: 市税务局
          好在哪: 涉税事项一窗受理。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Benchmark, Filing
from xunbiao.model.language import Phrase
from xunbiao.rules.cells import says_something
from xunbiao.rules.organs import is_county_organ, is_in, is_no_unit
from xunbiao.rules.rule import Context, Flag, rule

_UNLISTED = Phrase("不在单位名录里", "is not on the roster")
_TODO_UNLISTED = Phrase(
    "核对全称；确是本市单位而名录没有的，请主办单位补进 units.yaml（应报: false）",
    "check its full name; a unit of the city that the roster lacks is added to units.yaml with 应报: false",
)


@rule(
    "XB209",
    "horizontal-not-in-the-city",
    Severity.WARNING,
    on=Filing,
    clause="二（一）",
    rows=("R15", "R28", "R53"),
    zh="横向标杆单位“{name}”{why}",
    en="the horizontal benchmark “{name}” {why}",
    hint_zh="请{todo}",
    hint_en="Please {todo}",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    for each in filing.horizontals:
        known = context.roster.find(each.name) or is_county_organ(context.roster, each.name)
        if says_something(each.name) and not known and not is_no_unit(each.name):
            yield (*each.path, "名称"), {"name": each.name, **_why(each, context)}


def _why(benchmark: Benchmark, context: Context) -> dict[str, Phrase]:
    city = context.campaign.city
    if benchmark.region and not is_in(context.campaign, context.roster, benchmark.name, benchmark.region):
        todo = Phrase(
            f"另选{city}的先进单位，它可以写到纵向标杆",
            f"choose a unit of {city}; this one may be a vertical benchmark",
        )
        return {"why": Phrase(f"不在{city}", f"is not in {city}"), "todo": todo}
    return {"why": _UNLISTED, "todo": _TODO_UNLISTED}
