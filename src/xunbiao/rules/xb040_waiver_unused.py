"""豁免没有用上 / A waiver that excuses nothing

为什么 / Why
    豁免是例外，例外没有了就该删去；也可能是单位或规则写错了，本来要豁免的没有豁免到。
    A waiver is an exception; once there is nothing to excuse it should go. It may also name the wrong unit or rule,
    and miss what it was meant for.

反例 / Bad
    xunbiao:
      规则:
        豁免:
          - 单位: scjgj
            规则: XB212
            理由: 该指标由省局统一核定
            至: 2020-06-30

正例 / Good
    xunbiao:
      规则: {}
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB040",
    "waiver-unused",
    Severity.WARNING,
    zh="豁免没有用上：{unit} 没有违反 {code}",
    en="this waiver is not used: {unit} does not break {code}",
    hint_zh="删去这一条；或者核对单位和规则编号",
    hint_en="Delete it, or check its unit and code",
).of(__doc__)
