"""类别不在目录里 / A practice of an unknown category

为什么 / Why
    目录按类别列出做法，类别的名称写在 catalogue.yaml 里。没有的类别，这一项就哪里也列不进去。
    The catalogue lists practices by category, whose names stand in catalogue.yaml. Under a category that is not
    there, this one would be listed nowhere.

反例 / Bad
    类别: 9

正例 / Good
    类别: 5
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.practice import Practice
from xunbiao.rules.practices import in_effect
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB402",
    "practice-category-unknown",
    Severity.ERROR,
    on=Practice,
    zh="没有第 {category} 类",
    en="there is no category {category}",
    hint_zh="从这些里选：{known}；要加类别，先写进 catalogue.yaml",
    hint_en="Choose one of: {known}; a new one is added to catalogue.yaml first",
)
def check(practice: Practice, context: Context) -> Iterator[Flag]:
    if in_effect(practice, context) and practice.category not in context.catalogue.categories:
        known = "、".join(str(number) for number in context.catalogue.categories)
        yield ("类别",), {"category": practice.category, "known": known}
