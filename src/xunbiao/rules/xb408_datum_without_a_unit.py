"""数据没有计量单位 / A datum without a unit

为什么 / Why
    天、工作日、项、户各不相同；没有单位的数同谁也比不了。
    Days, working days, items and households differ; a figure without its unit compares with nothing.

反例 / Bad
    数据:
      - 名称: 可以容缺的事项
        值: 86

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
    "XB408",
    "datum-without-a-unit",
    Severity.WARNING,
    on=Practice,
    at_key=True,
    zh="数据“{name}”没有计量单位",
    en="the datum “{name}” has no unit",
    hint_zh="在“单位”里写明",
    hint_en="Give it under 单位",
)
def check(practice: Practice, _context: Context) -> Iterator[Flag]:
    for index, datum in enumerate(practice.data):
        if not datum.unit:
            yield ("数据", index, "单位"), {"name": datum.name}
