"""有看不见的字符 / An invisible character

为什么 / Why
    零宽字符、文字方向控制符看不见，却会让两段一样的文字比较起来不一样，甚至让显示的顺序同实际不符。多半是从网页粘贴来
    的。
    Zero-width and direction marks cannot be seen, yet make equal texts differ, or show them in another order than
    they are stored. They mostly come from web pages.

反例 / Bad
    （“某市”和“市场监督管理局”之间夹着零宽空格 U+200B）
    (a zero-width space U+200B inside the unit’s name)

正例 / Good
    （同样的名称，没有零宽空格）
    (the same name without it)
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB017",
    "invisible-character",
    Severity.WARNING,
    zh="有看不见的字符：{character}",
    en="an invisible character: {character}",
    hint_zh="把这几个字删去重新打一遍",
    hint_en="Delete these words and type them again",
).of(__doc__)
