"""序号跳了 / A gap in the numbers

为什么 / Why
    序号从1起一个接一个。跳了的，不是漏了一项，就是打错了。
    Numbers run from 1 without a gap. Where one is left out, a practice is missing or its number mistyped.

反例 / Bad
    序号: 33

正例 / Good
    序号: 31
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.practice import Practice
from xunbiao.rules.practices import in_effect
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB410",
    "practice-number-gap",
    Severity.WARNING,
    on=Practice,
    zh="序号 {number} 前面没有 {before}",
    en="there is no number {before} before {number}",
    hint_zh="补上漏掉的做法，或者改序号",
    hint_en="Add the practice that is missing, or correct the number",
)
def check(practice: Practice, context: Context) -> Iterator[Flag]:
    numbers = {each.number for each in context.catalogue.practices.values()}
    before = practice.number - 1
    if before > 0 and before not in numbers and in_effect(practice, context):
        yield ("序号",), {"number": practice.number, "before": before}
