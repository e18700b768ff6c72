"""差距没有说具体 / A gap that names nothing definite

为什么 / Why
    要找准短板弱项（一（二）），明确本单位差在哪（二（二））。“有待加强”“差距不大”说不出差多少、差在哪件事上，也就不
    知道要赶上什么。
    One is to find what is really weak (一（二）) and say where one falls short (二（二）). “Needs strengthening” or
    “not far behind” names no amount and no matter, and so nothing to catch up with.

反例 / Bad
    对标方向:
      差距:
        横向标杆单位:
          C2:
            内容: 服务意识有待加强。

正例 / Good
    对标方向:
      差距:
        横向标杆单位:
          C2:
            内容: 市税务局窗口满意度99%，我局92%，相差7个百分点。
"""

import re
from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.model.language import Phrase
from xunbiao.rules.cells import says_something
from xunbiao.rules.prose import says_matter
from xunbiao.rules.rule import Context, Flag, rule
from xunbiao.wording import quantities

_NO_GAP = re.compile(
    "(?:无|没有|不存在|未发现)(?:明显|较大|太大|大)?的?差距|差距(?:不大|较小|不明显|很小)|基本持平|各有千秋"
)
NOTHING = Phrase("没有数字，也没有说到具体的事", "gives no figure and names no definite matter")
NO_GAP = Phrase("等于说没有差距", "says that there is no gap")
_TOLERATED = 10


@rule(
    "XB221",
    "gap-vague",
    Severity.WARNING,
    on=Filing,
    clause="一（二）",
    rows=("R08", "R18"),
    zh="差距{id}{why}",
    en="gap {id} {why}",
    hint_zh="请写明标杆是多少、本单位是多少、差在哪件事上，例如“对方网办率95%，我局62%，相差33个百分点”",
    hint_en="Say what the benchmark has, what you have, and in which matter you fall short",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    for gap in filing.alignment.gaps:
        if says_something(gap.text) and (why := _fault(gap.text)):
            yield (*gap.path, "内容"), {"id": gap.id, "why": why}


def _fault(text: str) -> Phrase | None:
    if _NO_GAP.search(text) and not quantities(text):
        return NO_GAP
    return None if says_matter(text, _TOLERATED) else NOTHING
