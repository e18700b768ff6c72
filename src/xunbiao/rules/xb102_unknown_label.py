"""没有这个标签 / An unknown label

为什么 / Why
    表上没有的标签，里面填什么都不会被读到，也不会出现在任何报告里。多半是标签打错了一个字，或者写错了层。
    What stands under a label that the form does not have is never read and appears in no report. Most often one
    character is wrong, or the label stands on the wrong level.

反例 / Bad
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    联系人员: 李某

正例 / Good
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    联系人: 李某
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB102",
    "unknown-label",
    Severity.ERROR,
    clause="三（二）",
    rows=("R32",),
    zh="没有“{key}”这个标签",
    en="there is no label “{key}”",
    hint_zh="{guess}这一层可以用：{known}",
    hint_en="{guess} This level has: {known}",
).of(__doc__)
