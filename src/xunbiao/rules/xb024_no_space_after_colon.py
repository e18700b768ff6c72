"""冒号后面没有空格 / No space after a colon

为什么 / Why
    标签后面是英文冒号加一个空格；少了空格，标签和内容就连成了一段文字。
    A label is followed by a half-width colon and a space; without the space, label and content become one text.

反例 / Bad
    类型: 申报表
    版本:1
    填报单位: 某市市场监督管理局

正例 / Good
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB024",
    "no-space-after-colon",
    Severity.ERROR,
    zh="“{label}”的冒号后面没有空格",
    en="no space follows the colon of “{label}”",
    hint_zh="在冒号后面加一个空格，如“{label}: ”",
    hint_en="Put a space after the colon: “{label}: ”",
).of(__doc__)
