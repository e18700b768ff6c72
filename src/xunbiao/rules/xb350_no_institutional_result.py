"""没有制度成果 / No institutional result

为什么 / Why
    总结要形成一批制度成果（三（三））：做法写进了文件，才不会人走事停。
    The summary is to bring forth institutional results (三（三）): what is written into a document outlives the
    people who began it.

反例 / Bad
    制度成果: []

正例 / Good
    制度成果:
      - 名称: 连锁企业经营场所备案办法
        文号: 平市监〔2020〕88号
        印发日期: 2020-10-12
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.document import Kind
from xunbiao.model.report import Report
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB350",
    "no-institutional-result",
    Severity.WARNING,
    on=Report,
    clause="三（三）",
    rows=("R35",),
    at_key=True,
    zh="没有列出制度成果",
    en="no institutional result is listed",
    hint_zh="列出活动中印发的文件：名称、文号、印发日期",
    hint_en="List the documents issued during the campaign: 名称, 文号, 印发日期",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    if context.key.kind is Kind.SUMMARY and not any(report.data.get("制度成果") or []):
        yield ("制度成果",), {}
