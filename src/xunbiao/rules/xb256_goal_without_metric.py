"""目标里有数，没有写成指标 / A goal with a figure and no 指标

为什么 / Why
    目标应尽可能量化、细化（附件2说明）。句子里的数写进“指标”，季度报告才能报现值，进度才算得出来。
    Goals are to be put in figures and in detail (附件2说明). A figure entered under 指标 can be reported on each
    quarter and its progress worked out.

反例 / Bad
    对标方向:
      目标:
        纵向标杆单位:
          M1:
            内容: 连锁企业新增经营场所办理时间由5个工作日压缩至1个工作日。
            指标: null

正例 / Good
    对标方向:
      目标:
        纵向标杆单位:
          M1:
            内容: 连锁企业新增经营场所办理时间由5个工作日压缩至1个工作日。
            指标:
              名称: 新增经营场所办理时间
              维度: 时间
              单位: 工作日
              现状值: 5
              标杆值: 1
              目标值: 1
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.model.language import Phrase
from xunbiao.rules.figures import is_begun, metric_block, stated_target
from xunbiao.rules.rule import Context, Flag, rule

BELOW = Phrase("写在“内容”下面一行", "as the line below 内容")
INSTEAD = Phrase("换掉下面空着的“指标”", "in place of the empty 指标 below")


@rule(
    "XB256",
    "goal-without-metric",
    Severity.HINT,
    on=Filing,
    clause="附件2说明",
    rows=("R64",),
    zh="目标{id}里有数，还没有写成指标",
    en="goal {id} has a figure that has not been entered under 指标",
    hint_zh="请核对后{where}，可以直接粘贴：{block}",
    hint_en="Check this and paste it {where}: {block}",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for goal in filing.goals:
        quantity = None if is_begun(goal.metric) else stated_target(goal)
        if quantity:
            where = BELOW if goal.metric is None else INSTEAD
            yield (*goal.path, "内容"), {"id": goal.id, "where": where, "block": metric_block(goal.text, quantity)}
