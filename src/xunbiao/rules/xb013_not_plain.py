"""用了引用、标记等写法 / More than plain YAML

为什么 / Why
    YAML 里以 & * ! 开头的写法有特别的意思，能让一小段文字变成很大的内容，也能让程序去做别的事。申报材料只用最简单的写
    法，这些一概不用。
    In YAML, text that starts with & * ! has a special meaning: a few characters can become a huge content or make a
    program do other things. Documents here are plain, without any of it.

反例 / Bad
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    联系人: &a 李某
    第一责任人: 王某

正例 / Good
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    联系人: 李某
    第一责任人: 王某
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB013",
    "not-plain",
    Severity.ERROR,
    zh="用了{what}，这里不支持",
    en="{what} is not supported here",
    hint_zh="{advice}",
    hint_en="{advice}",
).of(__doc__)
