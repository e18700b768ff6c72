"""几期报告都没有经验做法 / No experience told in several reports

为什么 / Why
    要坚持边实践边探索边总结（三（三））。过了三个季度还没有一条经验做法，总结时就只能凭记忆写。
    Practise, explore and sum up as you go (三（三）). After three quarters without a single lesson the summary has to
    be written from memory.

反例 / Bad
    2019Q4:
      经验做法: []
    2020Q1:
      经验做法: []
    2020Q2:
      经验做法: []

正例 / Good
    2019Q4:
      经验做法: []
    2020Q1:
      经验做法: []
    2020Q2:
      经验做法:
        - 同行业门店只审首店，后面的门店当场备案。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import Report
from xunbiao.rules.rule import Context, Flag, rule

ENOUGH = 3


@rule(
    "XB357",
    "no-experience-so-far",
    Severity.HINT,
    on=Report,
    clause="三（三）",
    rows=("R36",),
    at_key=True,
    zh="已经报了 {count} 期，还没有写过经验做法",
    en="{count} reports so far, and no lesson told",
    hint_zh="在“经验做法”下写一两条，哪怕是小事",
    hint_en="Write one or two under 经验做法, however small",
)
def check(_report: Report, context: Context) -> Iterator[Flag]:
    quarter = context.key.quarter
    so_far = [each for of, each in context.dossier.reports.items() if quarter and of <= quarter]
    if len(so_far) >= ENOUGH and not any(each.texts("经验做法") for each in so_far):
        yield ("经验做法",), {"count": len(so_far)}
