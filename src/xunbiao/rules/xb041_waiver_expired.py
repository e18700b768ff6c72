"""豁免过期了 / A waiver that has expired

为什么 / Why
    豁免到期以后，规则照常检查。留着过期的豁免，会让人以为它还有效。
    After its last day a waiver excuses nothing. One that stays looks as if it still held.

反例 / Bad
    xunbiao:
      规则:
        豁免:
          - 单位: scjgj
            规则: XB212
            理由: 该指标由省局统一核定
            至: 2020-03-31

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
    "XB041",
    "waiver-expired",
    Severity.WARNING,
    zh="对 {unit} 的 {code} 的豁免已于 {until} 到期",
    en="the waiver of {code} for {unit} expired on {until}",
    hint_zh="问题解决了的，删去这一条；没有解决的，写明理由，改后“至”",
    hint_en="Delete it if the matter is settled; else give a reason and a later 至",
).of(__doc__)
