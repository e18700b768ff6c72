"""同上一期写得一样 / The same words as in the last report

为什么 / Why
    同一句话报两期，可能是没有进展，也可能是照搬了上一期（四（五）提醒防止形式主义）。这只是提示，是不是要人来看。
    The same words in two reports may mean no progress, or that the last report was copied (四（五） warns of
    formalism). This is only a signal for a person to look at.

反例 / Bad
    举措进展:
      J2:
        进展: 完成登记大厅席位图纸，核定综合受理人员12名。

正例 / Good
    举措进展:
      J2:
        进展: 8个综合受理席位到位，其余4个因停工未装。
"""

import re
from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import DONE, Report
from xunbiao.rules.reporting import previous, progress_in
from xunbiao.rules.rule import Context, Flag, rule

LETTERS, FEW = re.compile(r"\w+"), 8
LISTS = ("存在问题", "下一步措施")


@rule(
    "XB340",
    "repeats-the-last-report",
    Severity.HINT,
    on=Report,
    clause="四（五）",
    rows=("R47",),
    zh="同上一期一字不差，建议人工核查",
    en="the same, word for word, as in the last report; a person should look at it",
    hint_zh="写这一期做了什么；确实没有进展的，写明原因",
    hint_en="Say what was done this time; if nothing, why",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    before = previous(context)
    last = progress_in(before)
    for each in report.measures:
        told = last.get(each.id)
        if told and told.status != DONE and same((told.progress,), (each.progress,)):
            yield (*each.path, "进展"), {}
    # A problem may well last, and a next step take two quarters; both unchanged is a report handed in twice.
    if before and all(same(before.texts(label), report.texts(label)) for label in LISTS):
        yield from (((label,), {}) for label in LISTS)


def same(before: tuple[str, ...], now: tuple[str, ...]) -> bool:
    """Whether two lists say the same, and say something, whatever their punctuation and blanks."""
    if len(before) != len(now) or not any(now):
        return False
    # Most texts differ in length by more than their punctuation, and need no closer look.
    near = all(abs(len(first) - len(second)) <= FEW for first, second in zip(before, now, strict=True))
    return near and [bare(each) for each in before] == [bare(each) for each in now]


def bare(text: str) -> str:
    """A text without punctuation and blanks, which copying hands often touch."""
    return "".join(LETTERS.findall(text))
