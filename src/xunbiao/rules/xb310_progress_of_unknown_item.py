"""报的是申报表里没有的条目 / Progress of an item that the filing lacks

为什么 / Why
    工作要逐项落实（三（二）），报告里的编号要同申报表里的一样。编号写错了，这一条的进展就接不上，申报表里的那一条又成
    了没有报。
    Items are carried out one by one (三（二）), and a report uses the ids of the filing. With a wrong id the progress
    is lost, and the item itself seems not reported.

反例 / Bad
    举措进展:
      J9:
        状态: 达进度
        完成率: 10
        进展: 印发方案1份。

正例 / Good
    举措进展:
      J1:
        状态: 达进度
        完成率: 60
        进展: 印发方案1份。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.language import Phrase
from xunbiao.model.report import Report
from xunbiao.rules.reporting import explained, goals, measures
from xunbiao.rules.rule import Context, Flag, rule

MEASURE, GOAL = Phrase("举措", "measure"), Phrase("目标", "goal")


@rule(
    "XB310",
    "progress-of-unknown-item",
    Severity.ERROR,
    on=Report,
    clause="三（二）",
    rows=("R27",),
    at_key=True,
    zh="申报表里没有{label} {id}",
    en="the filing has no {label} {id}",
    hint_zh="改成申报表里的编号（{known}）；申报表里删去了的，在那里写调整说明；要增加的，先改申报表",
    hint_en="Use an id of the filing ({known}); what was dropped there needs 调整说明, what is new goes there first",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    if context.dossier.filing is None:
        return
    dropped = explained(context)
    for label, told, known in ((MEASURE, report.measures, measures(context)), (GOAL, report.metrics, goals(context))):
        for each in told:
            if each.id not in known and each.id not in dropped:
                yield each.path, {"label": label, "id": each.id, "known": "、".join(known)}
