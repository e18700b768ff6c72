"""目标的文字没有高于现状 / In its own words a goal is no better than what is

为什么 / Why
    各部门制定的标准必须高于现有标准水平（三（二））。没有填指标的，看句子里“由多少到多少”：写的目标不比现状好，多半
    是写反了。
    A unit's standard must be higher than its present one (三（二）). Where 指标 is not filled in, the sentence is
    read: a goal that is no better than the present has most likely been turned round.

反例 / Bad
    对标方向:
      目标:
        纵向标杆单位:
          M1:
            内容: 连锁企业新增经营场所办理时间由1个工作日压缩至5个工作日。
            指标: null

正例 / Good
    对标方向:
      目标:
        纵向标杆单位:
          M1:
            内容: 连锁企业新增经营场所办理时间由5个工作日压缩至1个工作日。
            指标: null
"""

import re
from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import LOWER_IS_BETTER, Filing
from xunbiao.rules.rule import Context, Flag, rule
from xunbiao.wording import Quantity, quantities, same_unit

HIGHER_IS_BETTER = frozenset({"覆盖率", "满意度"})
_DOWN = re.compile("[压缩减降少短]")
_UP = re.compile("[提升增扩延长高多]")


@rule(
    "XB263",
    "goal-text-not-better",
    Severity.WARNING,
    on=Filing,
    clause="三（二）",
    rows=("R29",),
    zh="目标{id}写的是由 {before}{unit} 到 {value}{unit}，没有高于现状",
    en="goal {id} goes from {before}{unit} to {value}{unit}, which is no better",
    hint_zh="请核对两个数的先后，并填“指标”",
    hint_en="Check the order of the two figures and fill in 指标",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for goal in filing.goals:
        metric = goal.metric
        if metric and metric.target is not None and metric.baseline is not None:
            continue
        for each in quantities(goal.text):
            if _is_no_better(each, goal.text[each.start : each.end]):
                values = {"id": goal.id, "before": each.before, "value": each.value, "unit": each.unit or ""}
                yield (*goal.path, "内容"), values


def _is_no_better(quantity: Quantity, words: str) -> bool:
    """Whether a change from one figure to another goes nowhere, or against its own verb (压缩, 提高); without a verb,
    the wrong way for its kind."""
    before, value = quantity.before, quantity.value
    if before is None or value is None or not same_unit(quantity.before_unit, quantity.unit):
        return False
    down, up = bool(_DOWN.search(words)), bool(_UP.search(words))
    if down == up:
        down, up = quantity.kind in LOWER_IS_BETTER, quantity.kind in HIGHER_IS_BETTER
    return value == before or (down and value > before) or (up and value < before)
