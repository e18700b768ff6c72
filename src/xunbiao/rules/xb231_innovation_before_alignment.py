"""创标的时限早于对标的时限 / Innovation is due before alignment

为什么 / Why
    先赶上，再超过：创标是赶超先进、争当先进（二（三））。创标的时限比对标还早，次序就反了。
    First one catches up, then one goes ahead (二（三）). Innovation due before alignment turns the order round.

反例 / Bad
    对标方向:
      时限: 2020-11-30
    创标意向:
      时限: 2020-10-31

正例 / Good
    对标方向:
      时限: 2020-11-30
    创标意向:
      时限: 2020-11-30
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.days import section_deadlines
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB231",
    "innovation-before-alignment",
    Severity.WARNING,
    on=Filing,
    clause="二（三）",
    rows=("R59", "R63"),
    zh="创标意向的时限 {innovation} 早于对标方向的时限 {alignment}",
    en="创标意向 is due on {innovation}, before 对标方向 on {alignment}",
    hint_zh="请核对两个时限",
    hint_en="Check both deadlines",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    alignment, innovation = section_deadlines(filing, context.campaign)
    if alignment.day and innovation.day and innovation.day < alignment.day:
        yield innovation.path, {"innovation": innovation.day, "alignment": alignment.day}
