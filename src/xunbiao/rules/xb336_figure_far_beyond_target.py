"""现值远远超过目标 / A figure far beyond its target

为什么 / Why
    从现状到目标的路走了两倍还多。也许多写了一位，也许单位不一样，也许目标当初定低了，值得看一看。
    More than twice the way from 现状值 to 目标值. One digit too many, another unit, or a target that was too low:
    worth a look.

反例 / Bad
    filing:
      创标意向:
        目标:
          CM1:
            指标:
              目标值: 61
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
              目标值: 64
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

TWICE = 2


@rule(
    "XB336",
    "figure-far-beyond-target",
    Severity.HINT,
    on=Report,
    clause="三（二）",
    rows=("R27", "R29"),
    zh="现值 {value} 远远超过目标值 {target}（现状值 {baseline}）",
    en="the value {value} is far beyond the target {target} (from {baseline})",
    hint_zh="核对位数和单位；不错的话，可以把目标定得更高",
    hint_en="Check digits and unit; if it is right, the target could be higher",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    known = goals(context)
    for each in report.metrics:
        metric = known[each.id].metric if each.id in known else None
        way = metric.share_of_the_way(each.value) if metric and each.value is not None else None
        if metric and way is not None and way > TWICE:
            yield (*each.path, "现值"), {"value": each.value, "target": metric.target, "baseline": metric.baseline}
