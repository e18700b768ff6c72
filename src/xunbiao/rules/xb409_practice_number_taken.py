"""序号重复或者没有 / A practice number that is taken or missing

为什么 / Why
    序号决定做法在目录里的位置，也是 xunbiao catalogue 9 里的那个数。两项用一个序号，就有一项找不到。
    The number is a practice’s place in the catalogue, as in xunbiao catalogue 9. Where two have the same, one cannot
    be found.

反例 / Bad
    序号: 30

正例 / Good
    序号: 31
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.language import Phrase
from xunbiao.model.practice import Practice
from xunbiao.rules.practices import in_effect
from xunbiao.rules.rule import Context, Flag, rule

NONE = Phrase("没有序号", "there is no number")


@rule(
    "XB409",
    "practice-number-taken",
    Severity.ERROR,
    on=Practice,
    zh="{what}",
    en="{what}",
    hint_zh="用下一个没有用过的序号",
    hint_en="Use the next number that is free",
)
def check(practice: Practice, context: Context) -> Iterator[Flag]:
    if not practice.number:
        yield ("序号",), {"what": NONE}
    others = [each.code for each in context.catalogue.practices.values() if each.number == practice.number]
    taken = [code for code in others if code != practice.code]
    if practice.number and taken and in_effect(practice, context):
        phrase = Phrase(
            f"序号 {practice.number} 已经给了 {taken[0]}", f"the number {practice.number} is that of {taken[0]}"
        )
        yield ("序号",), {"what": phrase}
