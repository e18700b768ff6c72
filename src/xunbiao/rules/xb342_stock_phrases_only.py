"""只有套话 / Stock phrases alone

为什么 / Why
    “高度重视、持续推进”看不出做了什么。进展要有数字、事项、成果、日期或者人（四（五）提醒防止形式主义）。这只是提示。
    That a matter is “highly valued and steadily advanced” does not say what was done. Progress has a figure, a thing,
    a result, a date or a person (四（五） warns of formalism). This is only a signal.

反例 / Bad
    举措进展:
      J1:
        进展: 高度重视，统筹谋划，持续推进。

正例 / Good
    举措进展:
      J1:
        进展: 附记备案扩到3个区，已备案门店21户。
"""

import re
from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import text
from xunbiao.model.language import Phrase
from xunbiao.model.report import Report
from xunbiao.rules.rule import Context, Flag, rule
from xunbiao.wording import is_vague, vague

PART = 5
LETTER, FIGURE = re.compile(r"\w"), re.compile(r"\d")
LABELS = ("下一步措施", "经验做法", "新举措", "新做法", "经验", "成效")


@rule(
    "XB342",
    "stock-phrases-only",
    Severity.HINT,
    on=Report,
    clause="四（五）",
    rows=("R47",),
    zh="{why}，建议人工核查",
    en="{why}; a person should look at it",
    hint_zh="写具体做了什么、多少、哪天、谁做的",
    hint_en="Say what was done, how much, when and by whom",
)
def check(report: Report, _context: Context) -> Iterator[Flag]:
    for each in report.measures:
        if why := emptiness(each.progress):
            yield (*each.path, "进展"), {"why": why}
    for label in LABELS:
        for index, entry in enumerate(report.data.get(label) or ()):
            if why := emptiness(text(entry)):
                yield (label, index), {"why": why}


def emptiness(words: str) -> Phrase | None:
    """Why a text is no more than stock phrases; None if it says something, as one with a figure in it does."""
    if not words or FIGURE.search(words):
        return None
    stock = sum(word.end - word.start for word in vague(words))
    if not stock or stock * PART < len(LETTER.findall(words)) or not (empty := is_vague(words)):
        return None
    return Phrase(empty.why_zh.rstrip("。"), empty.why_en.rstrip("."))
