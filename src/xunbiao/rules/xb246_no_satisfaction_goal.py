"""没有满意度的目标 / No goal for satisfaction

为什么 / Why
    主要目标里有一条：群众和企业的满意度显著提高（一（三））。有服务事项的单位最好定一个满意度目标，年底才说得出提高
    了多少。
    One of the main aims is that people and companies are clearly more satisfied (一（三）). A unit with services
    had better have a goal for it, so that in the end it can say by how much.

反例 / Bad
    对标方向:
      目标:
        横向标杆单位:
          M2:
            内容: 登记材料由8件减至3件。
            角度: 流程
            指标: {名称: 登记材料, 维度: 材料, 单位: 件, 现状值: 8, 标杆值: 3, 目标值: 3}

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
from xunbiao.rules.rule import Context, Flag, rule

_SATISFIED = re.compile("满意|好评|差评")


@rule(
    "XB246",
    "no-satisfaction-goal",
    Severity.HINT,
    on=Filing,
    clause="一（三）",
    rows=("R10",),
    at_key=True,
    zh="有服务事项，还没有满意度的目标",
    en="the unit gives services and has no goal for satisfaction",
    hint_zh="可以加一条，例如“窗口群众满意度由92%提高到99%”，维度填“满意度”",
    hint_en="One could be added, such as satisfaction at the counter from 92% to 99%, with 维度: 满意度",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    if context.dossier.unit.services and filing.goals and not any(_is_for_satisfaction(goal) for goal in filing.goals):
        yield ("对标方向", "目标"), {}


def _is_for_satisfaction(goal: Item) -> bool:
    dimension = goal.metric.dimension if goal.metric else ""
    return dimension == "满意度" or text((goal.data or {}).get("角度")) == "满意" or bool(_SATISFIED.search(goal.text))
