"""寻标没有围绕该看的方面 / An angle that the unit should look from is missing

为什么 / Why
    有审批事项的部门围绕时间最短、流程最便捷、落实最彻底等方面寻标，有服务事项的部门围绕服务最优、群众最满意等方面寻
    标（二（一））。“角度”可以写明，没写的按目标和指标判断。
    Units with approvals look for the shortest time, the easiest procedure, the most thorough execution; units with
    services for the best service and the greatest satisfaction (二（一）). 角度 says so; where it is not given,
    goals and 指标 are read.

反例 / Bad
    对标方向:
      目标:
        横向标杆单位:
          M2:
            内容: 登记材料由8件减至3件。
            角度: 流程
            指标: {名称: 登记材料, 维度: 材料, 单位: 件, 现状值: 8, 标杆值: 3, 目标值: 3}
    创标意向:
      目标:
        CM1:
          内容: 登记费用由80元降至0元。
          角度: 时间
          指标: {名称: 登记费用, 维度: 成本, 单位: 元, 现状值: 80, 目标值: 0}

正例 / Good
    对标方向:
      目标:
        横向标杆单位:
          M2:
            内容: 窗口办事群众满意度由92%提高到99%。
            角度: 满意
"""

import re
from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing, Item, text
from xunbiao.model.language import Phrase
from xunbiao.rules.rule import Context, Flag, rule
from xunbiao.wording import quantities

APPROVALS = frozenset({"时间", "流程", "落实"})
SERVICES = frozenset({"服务", "满意"})
# What a 维度 speaks for; the notice's list is open (等方面), so that cost and coverage count with the nearest.
_OF_DIMENSION = {
    "时间": ("时间",),
    "环节": ("流程",),
    "材料": ("流程",),
    "成本": ("流程",),
    "跑动": ("流程", "服务"),
    "覆盖率": ("落实", "服务"),
    "满意度": ("满意",),
    "位次": ("落实",),
}
_OF_WORDS = {
    "落实": re.compile("落实|执行|兑现|办结率|履约"),
    "服务": re.compile("服务|窗口|便民|网办|网上|掌上|上门|帮办|代办|热线|大厅|一次办|零跑"),
    "满意": re.compile("满意|好评|评价|投诉"),
}
_APPROVALS = Phrase(
    "有审批事项，没有从时间、流程、落实的角度寻标", "it gives approvals, and none looks at time, procedure or execution"
)
_SERVICES = Phrase(
    "有服务事项，没有从服务、满意的角度寻标", "it gives services, and none looks at service or satisfaction"
)


@rule(
    "XB244",
    "angle-missing",
    Severity.WARNING,
    on=Filing,
    clause="二（一）",
    rows=("R12",),
    at_key=True,
    zh="目标的角度不全：{why}",
    en="an angle is missing among the goals: {why}",
    hint_zh="请补上这方面的目标；已经有的，在目标下用“角度”写明（时间、流程、落实、服务、满意）",
    hint_en="Add such a goal, or mark the one there is with 角度 (时间, 流程, 落实, 服务, 满意)",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    if not filing.goals:
        return
    unit = context.dossier.unit
    angles = {angle for goal in filing.goals for angle in _angles(goal)}
    if unit.approvals and not angles & APPROVALS:
        yield ("对标方向", "目标"), {"why": _APPROVALS}
    if unit.services and not angles & SERVICES:
        yield ("对标方向", "目标"), {"why": _SERVICES}


def _angles(goal: Item) -> Iterator[str]:
    """角度 as marked, or else what the goal's 指标 and words speak for."""
    marked = text((goal.data or {}).get("角度"))
    if marked:
        yield marked
    elif goal.metric and goal.metric.dimension:
        yield from _OF_DIMENSION.get(goal.metric.dimension, ())
    else:
        yield from (angle for each in quantities(goal.text) for angle in _OF_DIMENSION.get(each.kind or "", ()))
    yield from (angle for angle, words in _OF_WORDS.items() if words.search(goal.text))
