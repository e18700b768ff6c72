"""数据没有数 / A datum without a value

为什么 / Why
    每条数据要么有一个值，要么有一前一后两个；没有数就没法同单位的目标相比。
    A datum has one value, or one before and one after; without a figure no goal can be held beside it.

反例 / Bad
    数据:
      - 名称: 可以容缺的事项
        单位: 项

正例 / Good
    数据:
      - 名称: 可以容缺的事项
        值: 86
        单位: 项
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.practice import Practice
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB406",
    "datum-without-a-value",
    Severity.ERROR,
    on=Practice,
    zh="数据“{name}”没有数",
    en="the datum “{name}” has no value",
    hint_zh="填“值”，或者“前”和“后”",
    hint_en="Give 值, or 前 and 后",
)
def check(practice: Practice, _context: Context) -> Iterator[Flag]:
    for index, datum in enumerate(practice.data):
        if datum.value is None and (datum.before is None or datum.after is None):
            yield ("数据", index), {"name": datum.name}
