"""申报表里的目标没有指标 / A figure for a goal that has none

为什么 / Why
    指标进展的“现值”要同申报表里的现状值、目标值比。申报表里这个目标没有指标，报了数也算不出走了多少。
    A figure is compared with 现状值 and 目标值 of the filing. Where the goal has no 指标, nobody can tell how far it
    has come.

反例 / Bad
    filing:
      创标意向:
        目标:
          CM1:
            指标: null
    2020Q1:
      指标进展:
        CM1:
          现值: 65

正例 / Good
    filing:
      创标意向:
        目标:
          CM1:
            指标:
              名称: 连锁门店登记网办率
              维度: 覆盖率
              单位: "%"
              现状值: 60
              目标值: 100
    2020Q1:
      指标进展:
        CM1:
          现值: 65
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import Report
from xunbiao.rules.reporting import goals
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB311",
    "goal-without-figures",
    Severity.WARNING,
    on=Report,
    clause="三（二）",
    rows=("R27", "R30"),
    at_key=True,
    zh="申报表里的目标 {id} 没有指标，这个数没法比",
    en="goal {id} has no 指标 in the filing to compare this with",
    hint_zh="在申报表的这个目标下补上“指标”，或者删去这里的 {id}",
    hint_en="Add 指标 to the goal in the filing, or remove {id} here",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    known = goals(context)
    for each in report.metrics:
        if each.id in known and known[each.id].metric is None:
            yield each.path, {"id": each.id}
