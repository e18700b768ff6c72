"""同一个标签写了两次 / A label stands twice

为什么 / Why
    同一层里标签不能重复：程序只会留下后一个，前面填的内容就丢了。
    A label may stand once on a level: a program keeps the last one, and what was filled in before is lost.

反例 / Bad
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    填报时间: 2019-11-18
    填报时间: 2019-11-19

正例 / Good
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    填报时间: 2019-11-19
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB012",
    "label-twice",
    Severity.ERROR,
    zh="“{key}”重复了，第 {line} 行已经有一个",
    en="“{key}” is repeated; it already stands on line {line}",
    hint_zh="两处内容并成一处，删去一个；是两条不同的条目，就换一个编号",
    hint_en="Merge the two and delete one; for two different items use two ids",
).of(__doc__)
