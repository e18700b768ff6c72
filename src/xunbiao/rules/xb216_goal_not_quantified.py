"""目标没有量化 / A goal without a figure

为什么 / Why
    通知要求提出具体的工作目标（三（二）），目标应尽可能量化、细化（附件2说明）。“进一步优化”“大幅压缩”说不出做到多
    少算完成。
    Goals are to be definite (三（二）) and put in figures as far as possible (附件2说明). “Further improve” or
    “greatly reduce” does not say how much is enough.

反例 / Bad
    对标方向:
      目标:
        纵向标杆单位:
          M3:
            内容: 进一步优化办理流程，大幅压缩申请材料。
            指标: null

正例 / Good
    对标方向:
      目标:
        纵向标杆单位:
          M3:
            内容: 新增经营场所申请材料由8件减至3件。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.model.language import Phrase
from xunbiao.rules.cells import says_something
from xunbiao.rules.figures import is_quantified
from xunbiao.rules.prose import empty_words
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB216",
    "goal-not-quantified",
    Severity.WARNING,
    on=Filing,
    clause="附件2说明",
    rows=("R30", "R64"),
    zh="目标{id}没有量化{words}",
    en="goal {id} has no figure{words}",
    hint_zh="请写明由多少到多少，例如“由5个工作日压缩至1个工作日”，并填“指标”的现状值、目标值和单位",
    hint_en="Say from how much to how much (from 5 working days to 1) and fill in 现状值, 目标值 and 单位 of 指标",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for goal in filing.goals:
        if says_something(goal.text) and not is_quantified(goal):
            yield (*goal.path, "内容"), {"id": goal.id, "words": _words(goal.text)}


def _words(text: str) -> Phrase:
    words = empty_words(text)
    return Phrase(f"，{words}不是数", f"; {words} is none") if words else Phrase("", "")
