"""日期没有写成 2020-06-30 这样 / A date in another form

为什么 / Why
    文件里的日期统一写成年-月-日（附件2的“年 月 日”），人和软件才读得一样；“6月底前”还要猜是哪一年。
    Dates in the files are written year-month-day (附件2 asks for 年 月 日), so that people and programs read the
    same; “by the end of June” leaves the year to be guessed.

反例 / Bad
    对标方向:
      时限: 2020年11月底前完成

正例 / Good
    对标方向:
      时限: 2020-11-30
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.model.language import Phrase
from xunbiao.rules.days import Dated, deadlines, filed_on, record_days
from xunbiao.rules.rule import Context, Flag, rule

_READ = Phrase("读作 {day}", "it is read as {day}")
_GUESSED = Phrase("按上下文推算为 {day}，请核对", "it is taken to be {day}; please check")


@rule(
    "XB259",
    "date-in-another-form",
    Severity.WARNING,
    on=Filing,
    clause="附件2",
    rows=("R49", "R59", "R63"),
    zh="日期“{text}”没有写成年-月-日的形式（{reading}）",
    en="the date “{text}” is not written year-month-day ({reading})",
    hint_zh="请写成 {day}",
    hint_en="Write {day}",
)
def check(filing: Filing, context: Context) -> Iterator[Flag]:
    campaign = context.campaign
    for dated in (filed_on(filing, campaign), *deadlines(filing, campaign), *record_days(filing, campaign)):
        if dated.day and not dated.is_iso:
            yield dated.path, {"text": dated.text, "day": dated.day, "reading": _reading(dated)}


def _reading(dated: Dated) -> Phrase:
    phrase = _GUESSED if dated.state == "inferred" else _READ
    return phrase.fill({"day": dated.day})
