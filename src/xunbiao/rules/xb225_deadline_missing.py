"""时限没有填 / A deadline is left blank

为什么 / Why
    申报表的时限是“年 月 日前完成”（附件2），对标方向和创标意向各一个，回答“何时赶上”。空着，或者只剩“年 月 日”没有
    填全的，都算没有填。
    The form asks by what day all is done (附件2), once for 对标方向 and once for 创标意向. A blank, or the form's
    own 年 月 日 with nothing or only a part filled in, counts as not filled in.

反例 / Bad
    对标方向:
      时限: 年  月  日前完成。

正例 / Good
    对标方向:
      时限: 2020-11-30
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.days import deadlines
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB225",
    "deadline-missing",
    Severity.ERROR,
    on=Filing,
    clause="附件2",
    rows=("R18", "R59", "R63"),
    zh="时限没有填：{why}",
    en="the deadline is not filled in: {why}",
    hint_zh="请写明到哪一天完成，例如 {example}",
    hint_en="Give the day by which all is done, such as {example}",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    for due in deadlines(filing, context.campaign):
        if due.state in ("blank", "incomplete"):
            yield due.path, {"why": due.why, "example": context.campaign.implementation_ends}
