"""豁免没有写全 / A waiver that is not complete

为什么 / Why
    豁免要写明给谁、不查哪条、为什么、到哪天为止，别人才能核对；没有“至”的豁免永远有效。
    A waiver says for whom, from which rule, why and until when, so that others can check it; without 至 it would hold
    for ever.

反例 / Bad
    xunbiao:
      规则:
        豁免:
          - 单位: scjgj
            规则: XB212
            至: 2020-06-30

正例 / Good
    xunbiao:
      规则:
        豁免:
          - 单位: scjgj
            规则: XB212
            理由: 该指标由省局统一核定
            至: 2020-06-30
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB043",
    "waiver-incomplete",
    Severity.WARNING,
    zh="豁免缺少“{label}”",
    en="the waiver lacks “{label}”",
    hint_zh="补上“{label}”；“至”写成 2020-06-30 这样的日期",
    hint_en="Add “{label}”; 至 is a date such as 2020-06-30",
).of(__doc__)
