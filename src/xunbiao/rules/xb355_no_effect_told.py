"""总结里没有写成效 / A summary that tells no effect

为什么 / Why
    要在思想认识、解决问题、促进高质量发展上都见成效（四（三））。写明成效，最好前后有数可比。
    Effects are wanted in minds, in problems solved and in development (四（三）). Tell them, best with figures before
    and after.

反例 / Bad
    成效: []
    思想认识成效: []
    解决问题成效: []
    高质量发展成效: []

正例 / Good
    成效:
      - 新增经营场所办理时间由5个工作日减至1个工作日。
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.document import Kind
from xunbiao.model.report import Report
from xunbiao.rules.rule import Context, Flag, rule

EFFECTS = ("成效", "思想认识成效", "解决问题成效", "高质量发展成效")


@rule(
    "XB355",
    "no-effect-told",
    Severity.HINT,
    on=Report,
    clause="四（三）",
    rows=("R42",),
    at_key=True,
    zh="没有写成效",
    en="no effect is told",
    hint_zh="在“成效”或三个分项下逐条写",
    hint_en="Write them under 成效, or under the three labels for its kinds",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    if context.key.kind is Kind.SUMMARY and not any(report.texts(label) for label in EFFECTS):
        yield ("成效",), {}
