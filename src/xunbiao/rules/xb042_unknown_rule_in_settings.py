"""规则设置里的编号不存在 / Settings name a rule that does not exist

为什么 / Why
    写错了编号，设置就不起作用，而且没有人会发现。
    With a mistyped code a setting does nothing, and nobody notices.

反例 / Bad
    xunbiao:
      规则:
        级别:
          XB999: hint

正例 / Good
    xunbiao:
      规则:
        级别:
          XB201: error
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB042",
    "unknown-rule-in-settings",
    Severity.WARNING,
    zh="没有规则 {code}{guess}",
    en="there is no rule {code}{guess}",
    hint_zh="运行 xunbiao rule 看全部规则，改对编号",
    hint_en="See all rules with xunbiao rule, and correct the code",
).of(__doc__)
