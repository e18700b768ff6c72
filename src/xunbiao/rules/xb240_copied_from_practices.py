"""照抄典型做法 / Copied from the practices

为什么 / Why
    附件1的典型做法仅供参考，各部门应立足我市实际，提出自己的改革措施和目标（三（一））。把做法的名称、要点原样写上，
    不是本单位的举措。
    The practices of 附件1 are for reference only; each unit is to put forward reforms and goals of its own, from
    the city's own conditions (三（一）). A practice's title or element as it stands is no measure of the unit's.

反例 / Bad
    对标方向:
      举措:
        J1:
          内容: 同类连锁门店在首店许可证外附记备案即视同取得许可。

正例 / Good
    对标方向:
      举措:
        J1:
          内容: 2020年6月30日前选3个区、20家连锁门店试行附记备案，不再另发许可证。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.cells import says_something
from xunbiao.rules.likeness import copied_from, practice_runs
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB240",
    "copied-from-practices",
    Severity.WARNING,
    on=Filing,
    clause="三（一）",
    rows=("R24", "R31"),
    zh="{id}照抄了典型做法 {code}",
    en="{id} is copied from practice {code}",
    hint_zh="请结合本单位实际改写：在哪里做、做多少、何时做完；参考了哪项做法写在“参考做法”里",
    hint_en="Put it in terms of your own unit: where, how much, by when; name the practice under 参考做法",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    practices = practice_runs(context.catalogue)
    for item in filing.goals + filing.innovation.highlights + filing.measures:
        code = copied_from(item.text, practices) if says_something(item.text) else None
        if code:
            yield (*item.path, "内容"), {"id": item.id, "code": code}
