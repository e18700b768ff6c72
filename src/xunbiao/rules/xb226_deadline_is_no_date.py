"""时限不是日期 / A deadline that names no day

为什么 / Why
    “何时赶上”要有日子（二（二）、附件2）。“立行立改”“长期坚持”“持续推进”说不出哪一天算完成，到期没到期也无从判断。
    “By when” asks for a day (二（二）, 附件2). “At once and for ever” names none, and nobody can tell whether it
    has passed.

反例 / Bad
    对标方向:
      时限: 立行立改，长期坚持

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
    "XB226",
    "deadline-is-no-date",
    Severity.ERROR,
    on=Filing,
    clause="附件2",
    rows=("R18", "R59", "R63"),
    zh="时限“{text}”不是日期：{why}",
    en="the deadline “{text}” is no date: {why}",
    hint_zh="请写明到哪一天完成，例如 {example}",
    hint_en="Give the day by which all is done, such as {example}",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    for due in deadlines(filing, context.campaign):
        if due.state == "none":
            yield due.path, {"text": due.text, "why": due.why, "example": context.campaign.implementation_ends}
