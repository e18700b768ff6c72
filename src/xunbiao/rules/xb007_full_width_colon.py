"""标签后面用了全角冒号 / A full-width colon after a label

为什么 / Why
    标签和内容之间要用英文冒号加一个空格。用中文输入法打出的全角冒号“：”会让整行变成一段文字。
    A label and its content are separated by a half-width colon and a space. The full-width colon of a Chinese
    keyboard turns the whole line into plain text.

反例 / Bad
    类型: 申报表
    版本: 1
    填报单位：某市市场监督管理局
    填报时间: 2019-11-18

正例 / Good
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    填报时间: 2019-11-18
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB007",
    "full-width-colon",
    Severity.ERROR,
    zh="“{label}”后面是全角冒号（：）",
    en="a full-width colon (：) follows “{label}”",
    hint_zh="切换到英文输入法，改成英文冒号加一个空格，如“{label}: ”",
    hint_en="Type a half-width colon and a space instead: “{label}: ”",
).of(__doc__)
