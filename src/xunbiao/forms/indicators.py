"""A goal's words → 指标: what is measured, in which unit, from which figure to which; and what was not taken."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from xunbiao.model.filing import LOWER_IS_BETTER
from xunbiao.wording import Quantity, quantities, same_unit

_PARTS = "，。；、：,;:\n"
_LEADS = re.compile(r"^(?:一是|二是|三是|确保|力争|争取|实现|将|把|使|推动|推进|其中|同时|并|且)+")
_VERB = re.compile(
    "(?:由|从|自|的|原来|现有|压缩|压减|缩短|精简|减少|降低|下降|降|减|提高|提升|增加|增长|增|扩大|达到|达|实现|控制|进入|保持|稳定|排名|位居|位列|"
    "不超过|不少于|不低于|至少|至|到|为|在|全省|全市|全国|平均|约|“|”)+$"
)
_RAISED = re.compile("提高|提升|提前|扩大")
_LOWERED = re.compile("减|降|压|缩|精简")
_LONGEST_NAME = 24


@dataclass(frozen=True, slots=True)
class Indicator:
    """What stands under 指标; `read` is the stretch of text it was read from, `others` the figures that were left.

    `direction` is 升 or 降 where the words call an improvement what the dimension alone would take for the contrary.
    """

    name: str
    dimension: str
    unit: str
    direction: str
    baseline: Decimal | None
    target: Decimal
    read: str
    others: tuple[str, ...]


def read_indicator(text: str) -> Indicator | None:
    """The first figure in a goal that something is to reach; None where only by how much it changes is said."""
    found = quantities(text)
    reached = [each for each in found if each.value is not None and (each.change == "to" or each.before is not None)]
    chosen = next((each for each in reached if each.before is not None), next(iter(reached), None))
    if chosen is None or chosen.value is None:
        return None
    comparable = chosen.before is not None and same_unit(chosen.before_unit, chosen.unit)
    return Indicator(
        name=_name(text, chosen),
        dimension=chosen.kind or "",
        unit=chosen.unit or "",
        direction=_direction(text, chosen) if comparable else "",
        baseline=chosen.before if comparable else None,
        target=chosen.value,
        read=text[chosen.start : chosen.end],
        others=_others(text, found, chosen),
    )


def _direction(text: str, quantity: Quantity) -> str:
    """提前量由40分钟提高到70分钟 is better with more, 事项由36项减至28项 with less; 延长 excuses nothing."""
    if quantity.before is None or quantity.value is None:
        return ""
    words = text[quantity.start : quantity.end]
    if quantity.value > quantity.before and quantity.kind in LOWER_IS_BETTER and _RAISED.search(words):
        return "升"
    less = quantity.value < quantity.before and quantity.kind not in (*LOWER_IS_BETTER, "覆盖率", "满意度")
    return "降" if less and _LOWERED.search(words) else ""


def unread_figures(text: str) -> tuple[str, ...]:
    """The figures of a text that make no 指标, as they stand there."""
    return tuple(text[each.start : each.end] for each in quantities(text))


def _others(text: str, found: Sequence[Quantity], chosen: Quantity) -> tuple[str, ...]:
    return tuple(text[each.start : each.end] for each in found if each is not chosen)


def _name(text: str, quantity: Quantity) -> str:
    """What is measured, in the goal's own words: the clause before the figure without its verb."""
    begun = max((text.rfind(part, 0, quantity.start) for part in _PARTS), default=-1) + 1
    clause = _LEADS.sub("", _VERB.sub("", text[begun : quantity.start].strip()))
    return clause if 1 < len(clause) <= _LONGEST_NAME else quantity.subject or ""
