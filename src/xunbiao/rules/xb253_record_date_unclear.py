"""记录的日期看不出是哪一天 / A record's date that names no day

为什么 / Why
    “请进来”“走出去”的考察（三（一））和寻标对象的公布（四（四））都要留得下记录，哪天的事要写清楚。
    Study visits (三（一）) and the publication of the benchmarks (四（四）) are to leave a record that says on what
    day they were.

反例 / Bad
    考察记录:
      - 日期: 近期
        地点: 上海市长宁区市场监督管理局

正例 / Good
    考察记录:
      - 日期: 2019-11-05
        地点: 上海市长宁区市场监督管理局
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.days import record_days
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB253",
    "record-date-unclear",
    Severity.WARNING,
    on=Filing,
    clause="三（一）",
    rows=("R23", "R43"),
    zh="“{text}”看不出是哪一天",
    en="“{text}” does not say which day",
    hint_zh="请写成年-月-日，例如 {example}",
    hint_en="Write year-month-day, such as {example}",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    for dated in record_days(filing, context.campaign):
        if dated.day is None and dated.state != "impossible":
            yield dated.path, {"text": dated.text, "example": context.campaign.filing_due}
