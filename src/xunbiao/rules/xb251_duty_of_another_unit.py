"""像是别的单位的职责 / Seems to be another unit's duty

为什么 / Why
    各部门要立足工作职责（二（一））。参考的典型做法对口别的单位，举措里说的也是那件事的，请看看是不是该由那个单位牵
    头，或者列为协同单位。
    Each unit is to act from its own duties (二（一）). Where a practice belongs to another unit, and the measure
    speaks of that very thing, ask whether that unit should lead, or be named as a partner.

反例 / Bad
    对标方向:
      举措:
        J1:
          内容: 2020年6月30日前把不动产登记窗口并入企业开办专区，设窗口2个。
          参考做法:
            - P27

正例 / Good
    对标方向:
      举措:
        J1:
          内容: 2020年6月30日前把不动产登记窗口并入企业开办专区，设窗口2个。
          参考做法:
            - P27
          协同单位:
            - 某市自然资源和规划局
"""

import re
from collections.abc import Iterator

from xunbiao.model.campaign import Roster, Unit
from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing, Item, text
from xunbiao.model.practice import Practice
from xunbiao.rules.rule import Context, Flag, rule

_SHORTEST_DUTY = 3
# 政务服务中心 is where one goes, not what one does.
_PLACE = re.compile("[\u4e00-\u9fff]{2,4}(?:中心|大厅|网|平台)")


@rule(
    "XB251",
    "duty-of-another-unit",
    Severity.HINT,
    on=Filing,
    clause="二（一）",
    rows=("R11",),
    zh="举措{id}说的“{duty}”像是{unit}的职责",
    en="measure {id} speaks of “{duty}”, which seems to be the duty of {unit}",
    hint_zh="请核对由谁牵头；需要它配合的，写进“协同单位”",
    hint_en="Ask who should lead; if that unit is to help, name it under 协同单位",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    for measure in filing.measures:
        for index, code in enumerate((measure.data or {}).get("参考做法") or []):
            practice = context.catalogue.practices.get(text(code).partition("-")[0])
            found = _lead(practice, measure, context) if practice else None
            if found:
                unit, duty = found
                yield (*measure.path, "参考做法", index), {"id": measure.id, "duty": duty, "unit": unit.name}
                break


def _lead(practice: Practice, measure: Item, context: Context) -> tuple[Unit, str] | None:
    """Another unit with a duty that both the practice and the measure speak of; None if the practice is the unit's own
    as well, or if such a unit is a partner already."""
    told = practice.title + "".join(practice.elements.values())
    if any(duty in told for duty in _duties(context.dossier.unit)):
        return None
    said = _PLACE.sub("", measure.text)
    leads = [(unit, duty) for unit in context.roster for duty in _duties(unit) if duty in told and duty in said]
    partners = set(_partners(measure, context.roster))
    return None if not leads or any(unit.id in partners for unit, _ in leads) else leads[0]


def _duties(unit: Unit) -> Iterator[str]:
    return (duty for duty in unit.duties if len(duty) >= _SHORTEST_DUTY)


def _partners(measure: Item, roster: Roster) -> Iterator[str]:
    for name in (measure.data or {}).get("协同单位") or []:
        unit = roster.find(text(name))
        if unit:
            yield unit.id
