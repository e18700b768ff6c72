"""不合这一格的要求 / Against what the cell allows

为什么 / Why
    典型做法的序号从1开始，编号写成P加两位数字；宽限天数不能是负的。别的文件靠它们引用，写错了就连不上。
    The number of a practice starts at 1, its code is P with two digits, days of grace are not negative. Other files
    refer to them, and would miss them.

反例 / Bad
    类型: 典型做法
    编号: P31
    序号: 0
    名称: 容缺受理

正例 / Good
    类型: 典型做法
    编号: P31
    序号: 31
    名称: 容缺受理
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB106",
    "out-of-bounds",
    Severity.ERROR,
    zh="“{value}”不合要求：{expected}",
    en="“{value}” will not do: {expected}",
    hint_zh="改成合乎要求的写法",
    hint_en="Write it as asked",
).of(__doc__)
