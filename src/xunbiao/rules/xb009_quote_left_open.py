"""引号没有配对 / A quote is not closed

为什么 / Why
    英文引号开头的内容要用同样的引号结尾；漏了后一个，后面所有的行都会被当作同一段文字。
    Text that starts with a half-width quote must end with the same one. Where the second is missing, all lines that
    follow become part of the text.

反例 / Bad
    类型: 申报表
    版本: 1
    填报单位: "某市市场监督管理局
    填报时间: 2019-11-18

正例 / Good
    类型: 申报表
    版本: 1
    填报单位: "某市市场监督管理局"
    填报时间: 2019-11-18
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB009",
    "quote-left-open",
    Severity.ERROR,
    zh="从这里开始的英文引号没有配对",
    en="the quote that opens here is never closed",
    hint_zh="在这段文字末尾补上同样的引号；文字里要用引号的，用中文引号“”",
    hint_en="Add the same quote at the end of the text; inside a text use Chinese quotes “”",
).of(__doc__)
