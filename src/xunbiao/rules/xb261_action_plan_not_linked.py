"""没有对应三年行动方案的任务 / No task of the action plan is linked

为什么 / Why
    要按照优化营商环境三年行动方案确定的目标任务寻标（三（一））。目标或举措对应哪项任务，可以写在“三年行动方案任务”
    里，便于两项工作一起推。
    Benchmarks are sought along the tasks of the three-year action plan (三（一）). Which task a goal or measure
    serves can be given under 三年行动方案任务, so that the two go together.

反例 / Bad
    对标方向:
      目标:
        纵向标杆单位:
          M1: {三年行动方案任务: null}
      举措:
        J1: {三年行动方案任务: null}

正例 / Good
    对标方向:
      举措:
        J1:
          三年行动方案任务: 压缩企业开办时间
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing, text
from xunbiao.rules.rule import Context, Flag, rule

TASK = "三年行动方案任务"


@rule(
    "XB261",
    "action-plan-not-linked",
    Severity.HINT,
    on=Filing,
    clause="三（一）",
    rows=("R22",),
    at_key=True,
    zh="没有一条目标或举措写了对应的三年行动方案任务",
    en="no goal or measure is linked to a task of the three-year action plan",
    hint_zh="可以在目标或举措下加一行“三年行动方案任务”，写任务的名称",
    hint_en="A line 三年行动方案任务 can be added under a goal or measure, with the task's name",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    items = filing.goals + filing.measures
    if items and not any(text((item.data or {}).get(TASK)) for item in items):
        yield ("对标方向",), {}
