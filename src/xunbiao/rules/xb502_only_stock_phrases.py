"""整张表都是套话 / Nothing but stock phrases

为什么 / Why
    对活动中的形式主义要严肃对待（四（五））。目标、差距、举措、亮点没有一条说到数字、具体的事、成果，像是套话，建议
    人工核查，不作结论。
    Formalism is taken seriously (四（五）). Where no goal, gap, measure or highlight gives a figure, a definite
    matter or a result, the filing looks like stock phrases: somebody had better look; nothing is concluded.

反例 / Bad
    对标方向:
      目标:
        纵向标杆单位:
          M1: {内容: 进一步提升服务水平。, 指标: null}
          M3: {内容: 大力优化办事流程。, 指标: null}
        横向标杆单位:
          M2: {内容: 不断提高群众满意度。, 指标: null}
      差距:
        纵向标杆单位:
          C1: {内容: 思想观念有待进一步解放。}
        横向标杆单位:
          C2: {内容: 服务意识有待加强。}
      举措:
        J1: {内容: 加强组织领导，压实工作责任。}
        J2: {内容: 强化责任担当，狠抓工作落实。}
    创标意向:
      目标:
        CM1: {内容: 努力争创一流。, 指标: null}
      亮点:
        CL1: {内容: 特色鲜明，人无我有。}
      举措:
        CJ1: {内容: 深入开展作风整顿。}

正例 / Good
    对标方向:
      举措:
        J1:
          内容: 2020年6月30日前对同类连锁门店实行一次许可、附记备案，取消分支机构执照1项。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing, Item
from xunbiao.rules.cells import says_something
from xunbiao.rules.prose import says_matter
from xunbiao.rules.rule import Context, Flag, rule

_ENOUGH_TO_JUDGE = 4


@rule(
    "XB502",
    "only-stock-phrases",
    Severity.HINT,
    on=Filing,
    clause="四（五）",
    rows=("R47",),
    at_key=True,
    zh="全表 {count} 条没有一条说到数字、具体的事或成果，建议人工核查",
    en="none of {count} items gives a figure, a definite matter or a result; somebody had better look",
    hint_zh="请逐条写明做什么、做到多少、哪天做完",
    hint_en="Say in each what is done, how much and by when",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    items = [item for item in filing.items if says_something(item.text)]
    if len(items) >= _ENOUGH_TO_JUDGE and not any(_is_definite(item) for item in items):
        yield ("对标方向",), {"count": len(items)}


def _is_definite(item: Item) -> bool:
    figures = item.metric is not None and item.metric.target is not None
    return figures or says_matter(item.text)
