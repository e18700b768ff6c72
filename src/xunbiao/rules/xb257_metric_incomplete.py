"""指标没有写全 / A 指标 lacks what makes it comparable

为什么 / Why
    目标应尽可能量化、细化（附件2说明）。指标要有名称、维度、单位和目标值：没有维度不知道高了好还是低了好，没有单位
    不知道能不能比。
    Goals are to be put in figures and in detail as far as possible (附件2说明). A 指标 needs 名称, 维度, 单位 and
    目标值: without 维度 nobody knows which way is better, without 单位 whether figures compare.

反例 / Bad
    创标意向:
      目标:
        CM1:
          指标:
            名称: 连锁门店登记网办率
            维度: ""
            目标值: 100

正例 / Good
    创标意向:
      目标:
        CM1:
          指标:
            名称: 连锁门店登记网办率
            维度: 覆盖率
            目标值: 100
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing, Metric
from xunbiao.rules.figures import is_begun, is_directed
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB257",
    "metric-incomplete",
    Severity.WARNING,
    on=Filing,
    clause="附件2说明",
    rows=("R64",),
    at_key=True,
    zh="{id}的指标没有写{missing}",
    en="the 指标 of {id} lacks {missing}",
    hint_zh="请在“指标”下补上{missing}",
    hint_en="Add {missing} under 指标",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for goal in filing.goals:
        missing = _missing(goal.metric) if goal.metric else ()
        if missing:
            yield (*goal.path, "指标"), {"id": goal.id, "missing": "、".join(missing)}


def _missing(metric: Metric) -> tuple[str, ...]:
    """The labels without a value; none for a 指标 in which nothing has been filled in yet."""
    given = {
        "名称": bool(metric.name),
        "维度": is_directed(metric),
        "单位": bool(metric.unit),
        "目标值": metric.target is not None,
    }
    return tuple(label for label, there in given.items() if not there) if is_begun(metric) else ()
