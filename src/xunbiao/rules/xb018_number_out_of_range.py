"""数太大 / A number out of range

为什么 / Why
    过大的数、无穷大和“非数”，各种软件读出来不一样，有的会直接出错。编号、代码和电话不是数，要加引号。
    Huge numbers, infinity and “not a number” are read differently by every program, or break it. Ids, codes and phone
    numbers are no numbers: put them in quotes.

反例 / Bad
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    联系电话: 099966210010999662100109996621001

正例 / Good
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    联系电话: "0999-6621001"
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB018",
    "number-out-of-range",
    Severity.ERROR,
    zh="数 {number} 超出了范围",
    en="the number {number} is out of range",
    hint_zh="核对这个数；是编号、代码或电话的，用英文双引号括起来",
    hint_en="Check the figure; put ids, codes and phone numbers in double quotes",
).of(__doc__)
