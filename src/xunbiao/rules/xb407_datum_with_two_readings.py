"""数据有两种读法 / A datum with two readings

为什么 / Why
    “值”是单独一个数，“前”“后”是一前一后两个数。三样都写，就不知道拿哪个来比。
    值 is a figure by itself, 前 and 后 are one before and one after. With all three nobody knows which to compare.

反例 / Bad
    数据:
      - 名称: 平均往返次数
        值: 1.1
        前: 2.4
        后: 1.1
        单位: 次

正例 / Good
    数据:
      - 名称: 平均往返次数
        前: 2.4
        后: 1.1
        单位: 次
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.practice import Practice
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB407",
    "datum-with-two-readings",
    Severity.ERROR,
    on=Practice,
    zh="数据“{name}”既有“值”又有“前”“后”",
    en="the datum “{name}” has both 值 and 前 or 后",
    hint_zh="留一种，另一条数另立一条",
    hint_en="Keep one of the two; another figure is a datum of its own",
)
def check(practice: Practice, _context: Context) -> Iterator[Flag]:
    for index, datum in enumerate(practice.data):
        if datum.value is not None and (datum.before is not None or datum.after is not None):
            yield ("数据", index, "值"), {"name": datum.name}
