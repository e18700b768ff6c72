"""有报告，没有申报表 / A report without a filing

为什么 / Why
    报告说的是申报表里的目标和举措（三（二））。没有读得出的申报表，这些进展就对不上任何一条。
    A report speaks of the goals and measures of the filing (三（二）). Without one that can be read its progress
    belongs to nothing.

反例 / Bad
    filing:
      版本: 第一版
    2020Q1: {}

正例 / Good
    filing:
      版本: 1
    2020Q1: {}
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import Report
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB309",
    "report-without-filing",
    Severity.WARNING,
    on=Report,
    clause="三（二）",
    rows=("R32",),
    zh="没有读得出的申报表，对不上进展",
    en="there is no filing that can be read, so progress cannot be matched",
    hint_zh="先交 filing.yaml，或者先改正里面的错误",
    hint_en="Hand in filing.yaml first, or correct what is wrong in it",
)
def check(_report: Report, context: Context) -> Iterator[Flag]:
    if context.dossier.filing is None:
        yield (), {}
