"""创标目标没有超过对标目标 / Innovation goes no further than alignment

为什么 / Why
    要按照“没有最好、只有更好”的要求自加压力（二（三））：对标是赶上，创标是超过。创标目标与对标目标是同一件事的，数
    要更好。
    One is to go further of one's own accord (二（三）): alignment catches up, innovation goes beyond. Where both
    speak of the same thing, the goal of 创标意向 has the better figure.

反例 / Bad
    创标意向:
      目标:
        CM1:
          内容: 连锁企业新增经营场所办理时间由5个工作日压缩至1个工作日。
          指标:
            名称: 新增经营场所办理时间
            维度: 时间
            单位: 工作日
            现状值: 5
            目标值: 1

正例 / Good
    创标意向:
      目标:
        CM1:
          内容: 连锁企业新增经营场所办理时间由5个工作日压缩至0.5个工作日。
          指标:
            名称: 新增经营场所办理时间
            维度: 时间
            单位: 工作日
            现状值: 5
            目标值: 0.5
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing, Item, Metric
from xunbiao.rules.figures import is_directed
from xunbiao.rules.likeness import is_like, letters
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB239",
    "innovation-not-beyond-alignment",
    Severity.WARNING,
    on=Filing,
    clause="二（三）",
    rows=("R20", "R60"),
    zh="创标目标{id}没有超过对标目标{other}",
    en="the goal {id} of 创标意向 goes no further than {other} of 对标方向",
    hint_zh="请把创标目标定得更高，或者换一个能成为全省乃至全国典范的目标",
    hint_en="Set it higher, or choose a goal in which the unit can be an example to the province or the country",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for goal in filing.innovation.goals:
        for other in filing.alignment.goals:
            if _same_matter(goal, other) and not _goes_further(goal.metric, other.metric):
                yield (*goal.path, "内容"), {"id": goal.id, "other": other.id}
                break


def _same_matter(goal: Item, other: Item) -> bool:
    """Whether two goals are about one thing: they measure the same, or say nearly the same."""
    if goal.metric and other.metric and goal.metric.name and letters(goal.metric.name) == letters(other.metric.name):
        return goal.metric.unit == other.metric.unit
    return is_like(goal.text, other.text)


def _goes_further(metric: Metric | None, other: Metric | None) -> bool:
    if metric is None or other is None or metric.target is None or other.target is None:
        return False
    return is_directed(metric) and metric.is_better(metric.target, than=other.target)
