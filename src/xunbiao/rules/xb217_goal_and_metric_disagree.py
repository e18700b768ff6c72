"""目标的文字和指标对不上 / A goal's words and its 指标 disagree

为什么 / Why
    目标应尽可能量化、细化（附件2说明）。文字写一个数、指标写另一个数，就不知道要做到哪个；表上印的是文字，算进度用
    的是指标。
    Goals are to be put in figures (附件2说明). When words and 指标 give different figures nobody knows which is
    meant: the form prints the words, progress is worked out from the 指标.

反例 / Bad
    对标方向:
      目标:
        纵向标杆单位:
          M1:
            内容: 连锁企业新增经营场所办理时间由5个工作日压缩至2个工作日。

正例 / Good
    对标方向:
      目标:
        纵向标杆单位:
          M1:
            内容: 连锁企业新增经营场所办理时间由5个工作日压缩至1个工作日。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing, Metric
from xunbiao.rules.figures import in_unit_of, scaled, target_said
from xunbiao.rules.rule import Context, Flag, rule
from xunbiao.wording import Quantity, quantities

_FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?")


@rule(
    "XB217",
    "goal-and-metric-disagree",
    Severity.WARNING,
    on=Filing,
    clause="附件2说明",
    rows=("R64",),
    zh="内容写的是“{words}”，指标的{label}是 {figure}",
    en="内容 says “{words}”, 指标 has {figure} as its {label}",
    hint_zh="请把两处改得一致",
    hint_en="Make the two agree",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for goal in filing.goals:
        metric = goal.metric
        if metric is None or metric.target is None or _says_just_that(goal.text, metric):
            continue
        for label, said, figure in _differences(metric, in_unit_of(metric, quantities(goal.text))):
            words = goal.text[said.start : said.end]
            values = {"words": words, "label": label, "figure": f"{figure}{metric.unit}"}
            yield (*goal.path, "内容"), values
            yield (*metric.path, label), values


def _says_just_that(text: str, metric: Metric) -> bool:
    """Whether 现状值 and 目标值 are the only figures in the words, in this order: most are, and need no reading."""
    return [Decimal(figure) for figure in _FIGURE.findall(text)] == [metric.baseline, metric.target]


def _differences(metric: Metric, said: list[Quantity]) -> Iterator[tuple[str, Quantity, Decimal | None]]:
    """Where the words differ from 指标: in the target, if none of their figures is it, or else in the baseline."""
    targets = [(target, each) for each in said for target in target_said(metric, each)]
    if not targets:
        return
    matching = [each for target, each in targets if target == metric.target]
    if not matching:
        yield "目标值", targets[-1][1], metric.target
    elif metric.baseline is not None:
        told = [(each, scaled(metric, each.before)) for each in matching if each.before is not None]
        if told and all(before != metric.baseline for _, before in told):
            yield "现状值", told[0][0], metric.baseline
