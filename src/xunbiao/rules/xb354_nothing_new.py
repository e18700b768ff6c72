"""总结里没有新思路、新举措、新做法或经验 / A summary without anything new

为什么 / Why
    总结阶段要提炼新思路、新举措、新做法，形成经验（三（三）），分开写，一样也不要空着。
    The summary draws out new ideas, new measures, new ways of working and experience (三（三）), each under its own
    label.

反例 / Bad
    新思路: []

正例 / Good
    新思路:
      - 以门店招牌为单位管许可，不以地址为单位管许可。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.document import Kind
from xunbiao.model.report import Report
from xunbiao.rules.rule import Context, Flag, rule

NEW = ("新思路", "新举措", "新做法", "经验")


@rule(
    "XB354",
    "nothing-new",
    Severity.WARNING,
    on=Report,
    clause="三（三）",
    rows=("R35",),
    at_key=True,
    zh="“{label}”是空的",
    en="“{label}” is empty",
    hint_zh="在“{label}”下逐条写；没有的写明原因",
    hint_en="Write them under “{label}”, one entry each; if there is none, say why",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    for label in NEW if context.key.kind is Kind.SUMMARY else ():
        if not report.texts(label):
            yield (label,), {"label": label}
