"""缺少标签 / A label is missing

为什么 / Why
    没有这几个标签，就认不出这是哪个单位的什么材料。
    Without these labels nobody can tell which document of which unit this is.

反例 / Bad
    类型: 申报表
    填报单位: 某市市场监督管理局

正例 / Good
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB103",
    "label-missing",
    Severity.ERROR,
    clause="三（二）",
    rows=("R32",),
    zh="缺少“{key}”",
    en="“{key}” is missing",
    hint_zh="加上“{key}: ”一行；拿不准的，看 xunbiao new 生成的样子",
    hint_en="Add a line “{key}: ”; xunbiao new shows how it looks",
).of(__doc__)
