"""没有这一天 / A day that does not exist

为什么 / Why
    2月30日、6月31日这样的日子不存在（附件2的“年 月 日”），多半是写错了，照这样写没法判断是否按期。
    There is no 30 February and no 31 June (附件2 asks for year, month and day): most likely a slip, and nothing can
    be due on it.

反例 / Bad
    对标方向:
      时限: 2020-11-31

正例 / Good
    对标方向:
      时限: 2020-11-30
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.days import deadlines, record_days
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB227",
    "impossible-date",
    Severity.ERROR,
    on=Filing,
    clause="附件2",
    rows=("R59", "R63"),
    zh="没有“{text}”这一天",
    en="there is no such day as “{text}”",
    hint_zh="请核对月份和日期",
    hint_en="Check month and day",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    for dated in (*deadlines(filing, context.campaign), *record_days(filing, context.campaign)):
        if dated.state == "impossible":
            yield dated.path, {"text": dated.text}
