"""内容的类型不对 / Content of the wrong type

为什么 / Why
    每一格要么是文字，要么是数，要么是下一级标签。只有数字的电话和代码不加引号会被当成数，开头的0就丢了；数里写了单位
    又会变成文字，没法比较。
    Each cell is a text, a figure, or labels of its own. Without quotes a phone number is read as a figure and loses
    its leading zero; a figure with its unit is read as text and cannot be compared.

反例 / Bad
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    联系电话: 6621001

正例 / Good
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    联系电话: "6621001"
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB101",
    "wrong-type",
    Severity.ERROR,
    clause="三（二）",
    rows=("R32",),
    zh="“{value}”的类型不对，这里要{expected}",
    en="“{value}” is of the wrong type; {expected} is wanted",
    hint_zh="{advice}",
    hint_en="{advice}",
).of(__doc__)
