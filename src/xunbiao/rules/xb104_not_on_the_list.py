"""不在可选的词里 / Not one of the words to choose from

为什么 / Why
    状态、维度、类型这几格只能从规定的词里选，写别的词就没法统计。
    For status, dimension and kind there is a list to choose from; other words could not be counted.

反例 / Bad
    类型: 季度报告
    版本: 1
    填报单位: 某市市场监督管理局
    季度: 2020Q1
    举措进展:
      J1:
        状态: 基本完成

正例 / Good
    类型: 季度报告
    版本: 1
    填报单位: 某市市场监督管理局
    季度: 2020Q1
    举措进展:
      J1:
        状态: 达进度
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB104",
    "not-on-the-list",
    Severity.ERROR,
    clause="三（二）",
    rows=("R32",),
    zh="“{value}”不在可选的词里",
    en="“{value}” is not one of the words to choose from",
    hint_zh="从这些里选一个：{allowed}",
    hint_en="Choose one of: {allowed}",
).of(__doc__)
