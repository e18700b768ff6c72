"""举措的时限晚于整项的时限 / A measure is due after the whole to which it belongs

为什么 / Why
    申报表上对标方向、创标意向各有一个时限（附件2），到那天全部举措都要完成；单条举措的时限不能更晚。
    The form has one deadline for 对标方向 and one for 创标意向 (附件2), by which all measures are done; none can be
    due later.

反例 / Bad
    对标方向:
      举措:
        J1:
          时限: 2020-11-20
      时限: 2020-10-31

正例 / Good
    对标方向:
      举措:
        J1:
          时限: 2020-10-31
      时限: 2020-10-31
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.days import measure_deadlines, section_deadlines
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB230",
    "measure-due-after-section",
    Severity.WARNING,
    on=Filing,
    clause="附件2",
    rows=("R39", "R59", "R63"),
    zh="举措的时限 {day} 晚于{section}的时限 {end}",
    en="the measure is due on {day}, after the deadline {end} of {section}",
    hint_zh="请把两个时限改得一致",
    hint_en="Make the two deadlines agree",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    ends = {each.path[0]: each.day for each in section_deadlines(filing, context.campaign)}
    for due in measure_deadlines(filing, context.campaign):
        section = due.path[0]
        end = ends[section]
        if due.day and end and due.day > end:
            yield due.path, {"day": due.day, "section": section, "end": end}
