"""重开没有起作用 / A reopening that has no effect

为什么 / Why
    封账以后只有按“重开”改的才算数。哪一季、为什么、到哪天为止，缺一样就等于没有重开，照着改的单位会被
    xunbiao verify 当作擅自改动。
    After a quarter is sealed, only what a reopening allows may change. One that lacks its quarter, its reason or its
    last day allows nothing, and what a unit changes on the strength of it is a breach.

反例 / Bad
    xunbiao:
      重开:
        - 季度: 2020Q1
          单位: scjgj
          至: 2020-07-20

正例 / Good
    xunbiao:
      重开:
        - 季度: 2020Q1
          单位: scjgj
          理由: 统计口径有误，经主办单位同意更正。
          至: 2020-07-20
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB044",
    "reopening-without-effect",
    Severity.WARNING,
    zh="这一条重开不起作用：{why}",
    en="this reopening has no effect: {why}",
    hint_zh="写明“季度”“理由”和“至”（2020-07-20 这样的日期）；只给一个单位的，写它在名录里的编号",
    hint_en="State 季度, 理由 and 至 (a date such as 2020-07-20), and, for one unit alone, its id on the roster",
).of(__doc__)
