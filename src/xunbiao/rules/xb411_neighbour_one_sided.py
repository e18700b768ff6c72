"""近似只写了一边 / A neighbour told on one side alone

为什么 / Why
    两项容易混，看哪一项的人都要知道。这一项写了那一项，那一项也要写这一项。
    Where two practices are easily mixed up, readers of both should hear of it.

反例 / Bad
    近似:
      P09: 那一项管门店，这一项管材料

正例 / Good
    近似: {}
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.practice import Practice
from xunbiao.rules.practices import in_effect
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB411",
    "neighbour-one-sided",
    Severity.HINT,
    on=Practice,
    at_key=True,
    zh="{other} 没有反过来写 {code}",
    en="{other} does not name {code} in turn",
    hint_zh="在 {other} 的“近似”里也写上 {code} 和区别",
    hint_en="Name {code} and the difference under 近似 of {other} as well",
)
def check(practice: Practice, context: Context) -> Iterator[Flag]:
    for id_ in practice.neighbours:
        other = context.catalogue.practices.get(id_)
        if other and id_ != practice.code and practice.code not in other.neighbours and in_effect(practice, context):
            yield ("近似", id_), {"other": id_, "code": practice.code}
