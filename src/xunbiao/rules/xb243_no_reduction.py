"""四减一样没有 / None of the four reductions

为什么 / Why
    要最大限度减环节、减材料、减时间、减成本（一（二））。有审批事项的单位，目标里四样一样都没有，没有对上这个要求。
    Steps, documents, time and cost are to be cut as far as possible (一（二）). A unit with approvals to give, none
    of whose goals touches any of the four, has missed the point.

反例 / Bad
    对标方向:
      目标:
        纵向标杆单位:
          M1:
            内容: 登记窗口开办“周六不打烊”的区由1个增加到10个。
            指标: {名称: 周六开办的区, 维度: 其他, 单位: 个, 现状值: 1, 目标值: 10}
          M3:
            内容: 登记事项网办率由50%提高到90%。
            指标: {名称: 登记事项网办率, 维度: 覆盖率, 单位: "%", 现状值: 50, 目标值: 90}

正例 / Good
    对标方向:
      目标:
        纵向标杆单位:
          M1:
            内容: 连锁企业新增经营场所办理时间由5个工作日压缩至1个工作日。
"""

import re
from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing, Item
from xunbiao.rules.rule import Context, Flag, rule
from xunbiao.wording import quantities

REDUCED = frozenset({"环节", "材料", "时间", "成本"})
# 减时限 is 减时间 and 减费用 is 减成本 by another name.
_SAID = re.compile(
    "[减免降压缩][^，。；]{0,8}(?:环节|流程|手续|材料|证明|资料|时间|时限|用时|天数|成本|费)|(?:时限|时间)[^，。；]{0,4}[压缩减]"
)


@rule(
    "XB243",
    "no-reduction",
    Severity.WARNING,
    on=Filing,
    clause="一（二）",
    rows=("R09",),
    at_key=True,
    zh="有审批事项，目标里减环节、减材料、减时间、减成本一样没有",
    en="the unit gives approvals, and no goal cuts steps, documents, time or cost",
    hint_zh="请至少定一个四减的目标，例如“申请材料由8件减至3件”；没有审批事项的，请主办单位改单位名录",
    hint_en="Set at least one such goal; a unit without approvals is to be marked so on the roster",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    if context.dossier.unit.approvals and filing.goals and not any(_reduces(goal) for goal in filing.goals):
        yield ("对标方向", "目标"), {}


def _reduces(goal: Item) -> bool:
    if goal.metric and goal.metric.dimension in REDUCED:
        return True
    return bool(_SAID.search(goal.text)) or any(each.kind in REDUCED for each in quantities(goal.text))
