"""有的指标没有报现值 / A goal without a present figure

为什么 / Why
    目标定了数，就要看它一期一期走到哪里（三（二））。哪一期没有报，就看不出是没有进展还是忘了填。
    A goal with figures is followed from report to report (三（二）). Where one is missing nobody can tell whether
    nothing moved or it was forgotten.

反例 / Bad
    filing:
      创标意向:
        目标:
          CM2:
            内容: 门店备案材料由3件减至1件。
            指标:
              名称: 门店备案材料
              维度: 材料
              单位: 件
              现状值: 3
              目标值: 1
    2020Q1: {}

正例 / Good
    filing:
      创标意向:
        目标:
          CM2:
            内容: 门店备案材料由3件减至1件。
            指标:
              名称: 门店备案材料
              维度: 材料
              单位: 件
              现状值: 3
              目标值: 1
    2020Q1:
      指标进展:
        CM2:
          现值: 2
          截至: 2020-03-27
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import Report
from xunbiao.rules.reporting import figures_in, goals, since
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB313",
    "figure-not-reported",
    Severity.WARNING,
    on=Report,
    clause="三（二）",
    rows=("R27",),
    at_key=True,
    zh="目标 {id}（{name}）没有报现值",
    en="no present figure is told of goal {id} ({name})",
    hint_zh="在“指标进展”下加上 {id}，写明现值和截至日期",
    hint_en="Add {id} with 现值 and 截至 under 指标进展",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    told = figures_in(report)
    later = since(context, report)
    for id_, goal in goals(context).items():
        if goal.metric and id_ not in told and id_ not in later:
            yield ("指标进展",), {"id": id_, "name": goal.metric.name}
