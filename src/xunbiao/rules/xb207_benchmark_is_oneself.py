"""标杆单位是本单位自己 / The benchmark is the unit itself

为什么 / Why
    寻标是寻找先进、瞄准先进，向走在自己前面的单位学习（一（二））；以自己为标杆，就没有差距可找。
    To look for a benchmark is to find somebody who is ahead (一（二）); a unit that is its own benchmark will find
    no gap.

反例 / Bad
    寻标对象:
      横向标杆单位:
        - 名称: 市市场监管局
          好在哪: 企业开办1个工作日办结。

正例 / Good
    寻标对象:
      横向标杆单位:
        - 名称: 国家税务总局某市税务局
          好在哪: 涉税事项一窗受理，窗口满意度99.2%。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.organs import plain
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB207",
    "benchmark-is-oneself",
    Severity.ERROR,
    on=Filing,
    clause="一（二）",
    rows=("R06", "R15"),
    zh="{kind}“{name}”就是本单位",
    en="the {kind} “{name}” is this very unit",
    hint_zh="请换成一个走在本单位前面的单位",
    hint_en="Choose a unit that is ahead of your own",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    own = {plain(name) for name in (filing.unit_name, *context.dossier.unit.names) if name}
    for each in filing.benchmarks:
        if plain(each.name) in own:
            yield (*each.path, "名称"), {"kind": each.kind, "name": each.name}
