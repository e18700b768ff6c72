"""层次太多 / Too many levels

为什么 / Why
    申报表最深不过七八层。几十层的嵌套是误操作或者恶意文件，不读。
    A form has seven or eight levels at most. Dozens are a mistake or an attack, and are not read.

反例 / Bad
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    对标方向: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[

正例 / Good
    类型: 申报表
    版本: 1
    填报单位: 某市市场监督管理局
    对标方向:
      时限: 2020-11-30
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB014",
    "too-deep",
    Severity.ERROR,
    zh="层次太多，最多 {limit} 层",
    en="too many levels, at most {limit}",
    hint_zh="用 xunbiao new 重新生成一份，把内容一格一格填进去",
    hint_en="Start again from what xunbiao new writes, and fill it in cell by cell",
).of(__doc__)
