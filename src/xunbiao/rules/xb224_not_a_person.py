"""责任人不是具体的人 / 责任人 names no person

为什么 / Why
    任务要分解落实到具体人（四（二））。“办公室”“各科室”“专人”“相关负责同志”都不是具体的人，出了事找不到谁。
    Tasks are to come down to a person (四（二）). “The office”, “all sections” or “a person in charge” is nobody
    whom one could ask.

反例 / Bad
    对标方向:
      举措:
        J1:
          责任人: 注册登记科

正例 / Good
    对标方向:
      举措:
        J1:
          责任人: 张某（注册登记科）
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Path, Severity
from xunbiao.model.filing import Filing
from xunbiao.rules.cells import is_blank, says_something
from xunbiao.rules.prose import names_somebody
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB224",
    "not-a-person",
    Severity.WARNING,
    on=Filing,
    clause="四（二）",
    rows=("R38", "R40"),
    zh="“{text}”不是具体的人",
    en="“{text}” is no person",
    hint_zh="请写姓名，需要时在后面用括号注明科室，例如“张某（注册登记科）”",
    hint_en="Give a name, with the section in brackets if need be, such as “张某（注册登记科）”",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for path, text in _named(filing):
        if not is_blank(text) and not names_somebody(text):
            yield path, {"text": text}


def _named(filing: Filing) -> Iterator[tuple[Path, str]]:
    """Where a person is to be named; a placeholder under 联系人 or 第一责任人 is told by other rules."""
    for label, text in (("联系人", filing.contact), ("第一责任人", filing.first_responsible)):
        if says_something(text):
            yield (label,), text
    yield from (((*measure.path, "责任人"), measure.person) for measure in filing.measures)
