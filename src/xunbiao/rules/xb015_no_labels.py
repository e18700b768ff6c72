"""文件里没有标签 / A file without labels

为什么 / Why
    每份材料都由“标签: 内容”组成。空文件、只有一段文字或者一个列表的文件读不出填了什么。
    Every document consists of “label: content”. An empty file, a bare text or a list says nothing about what was
    filled in where.

反例 / Bad
    # 申报表

正例 / Good
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB015",
    "no-labels",
    Severity.ERROR,
    zh="{what}",
    en="{what}",
    hint_zh="用 xunbiao new 生成一份，照着标签填",
    hint_en="Let xunbiao new write one, and fill in its labels",
).of(__doc__)
