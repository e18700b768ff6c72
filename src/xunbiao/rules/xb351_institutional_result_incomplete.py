"""制度成果没有写全 / An institutional result that is not complete

为什么 / Why
    名称、文号、印发日期写全了，别人才查得到这份文件（三（三））。
    Only with name, number and date can others find the document (三（三）).

反例 / Bad
    制度成果:
      - 名称: 连锁企业经营场所备案办法
        文号: 平市监〔2020〕88号

正例 / Good
    制度成果:
      - 名称: 连锁企业经营场所备案办法
        文号: 平市监〔2020〕88号
        印发日期: 2020-10-12
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import text
from xunbiao.model.report import Report
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB351",
    "institutional-result-incomplete",
    Severity.WARNING,
    on=Report,
    clause="三（三）",
    rows=("R35",),
    at_key=True,
    zh="制度成果缺少“{label}”",
    en="an institutional result lacks “{label}”",
    hint_zh="补上“{label}”；还没有印发的不算制度成果",
    hint_en="Add “{label}”; what is not issued yet is no result",
)
def check(report: Report, _context: Context) -> Iterator[Flag]:
    for index, entry in enumerate(report.data.get("制度成果") or []):
        for label in ("名称", "文号", "印发日期"):
            if not text((entry or {}).get(label)):
                yield ("制度成果", index, label), {"label": label}
