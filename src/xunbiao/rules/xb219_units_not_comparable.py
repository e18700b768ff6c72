"""目标的文字和指标单位不同，不可比 / Words and 指标 in units that cannot be compared

为什么 / Why
    要比出是不是高于现有标准（三（二）），单位必须是同一个。“天”是自然日，“工作日”不含节假日，5个工作日常常是7天；小
    时、天、工作日也不能混用。
    To tell whether a standard is higher than the present one (三（二）) both must be in one unit. A 天 is a
    calendar day, a 工作日 leaves out weekends and holidays, so 5 工作日 are often 7 天.

反例 / Bad
    对标方向:
      目标:
        纵向标杆单位:
          M1:
            内容: 连锁企业新增经营场所办理时间由5天压缩至1天。

正例 / Good
    对标方向:
      目标:
        纵向标杆单位:
          M1:
            内容: 连锁企业新增经营场所办理时间由5个工作日压缩至1个工作日。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing, Metric
from xunbiao.rules.figures import in_unit_of
from xunbiao.rules.rule import Context, Flag, rule
from xunbiao.wording import quantities


@rule(
    "XB219",
    "units-not-comparable",
    Severity.WARNING,
    on=Filing,
    clause="三（二）",
    rows=("R29",),
    zh="内容用的是“{said}”，指标用的是“{unit}”，两者不可比",
    en="内容 counts in “{said}”, 指标 in “{unit}”; the two cannot be compared",
    hint_zh="请统一成一种；“天”是自然日，“工作日”不含节假日，换算后再填",
    hint_en="Use one of them throughout; a 天 is a calendar day, a 工作日 leaves out holidays, so work it out anew",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for goal in filing.goals:
        metric = goal.metric
        if metric and (said := _other_unit(goal.text, metric)):
            values = {"said": said, "unit": metric.unit}
            yield (*goal.path, "内容"), values
            yield (*metric.path, "单位"), values


def _other_unit(text: str, metric: Metric) -> str | None:
    """The unit of time in which a text speaks of what 指标 counts in another; None if they share one."""
    if metric.dimension != "时间" or not metric.unit or _is_said(metric, text):
        return None
    said = [each for each in quantities(text) if each.kind == "时间" and each.unit != "%"]
    if in_unit_of(metric, said):
        return None
    # 秒批, 当场办结: nothing at all is the same in every unit.
    return next((each.unit for each in said if each.value or each.before), None)


def _is_said(metric: Metric, text: str) -> bool:
    """Whether the words have a figure of 指标 with its unit just as it is there, so that they need no reading."""
    figures = [each for each in (metric.target, metric.baseline) if each is not None]
    return any(f"{figure}{mark}{metric.unit}" in text for figure in figures for mark in ("个", ""))
