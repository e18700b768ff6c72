"""近似的做法不存在 / A neighbour that does not exist

为什么 / Why
    “近似”帮人分清容易混的做法，说的是目录里的另一项。
    Neighbours help to tell similar practices apart; each is another practice of the catalogue.

反例 / Bad
    近似:
      P99: 那一项是一次告知，不是容缺

正例 / Good
    近似:
      P22: 那一项讲的是别的事，不是容缺
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.practice import Practice
from xunbiao.rules.practices import in_effect
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB405",
    "neighbour-unknown",
    Severity.ERROR,
    on=Practice,
    at_key=True,
    zh="目录里没有近似的做法 {id}",
    en="the catalogue has no neighbour {id}",
    hint_zh="核对编号；不能是本项自己",
    hint_en="Check the code; it cannot be the practice itself",
)
def check(practice: Practice, context: Context) -> Iterator[Flag]:
    for id_ in practice.neighbours:
        unknown = id_ == practice.code or id_ not in context.catalogue.practices
        if unknown and in_effect(practice, context):
            yield ("近似", id_), {"id": id_}
