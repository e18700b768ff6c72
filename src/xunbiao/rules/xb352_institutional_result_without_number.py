"""制度成果的文号读不出来 / A result whose document number cannot be read

为什么 / Why
    文号由发文机关代字、〔年份〕和序号组成，如 平市监〔2020〕88号。写成别的样子查不到。
    A document number has the issuer, the year in 〔〕 and a number, as 平市监〔2020〕88号; anything else cannot be
    looked up.

反例 / Bad
    制度成果:
      - 名称: 连锁企业经营场所备案办法
        文号: 第88号文件
        印发日期: 2020-10-12

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
from xunbiao.wording import document_numbers


@rule(
    "XB352",
    "institutional-result-without-number",
    Severity.WARNING,
    on=Report,
    clause="三（三）",
    rows=("R35",),
    zh="“{number}”读不出文号",
    en="no document number can be read out of “{number}”",
    hint_zh="写成 平市监〔2020〕88号 这样",
    hint_en="Write it as 平市监〔2020〕88号",
)
def check(report: Report, _context: Context) -> Iterator[Flag]:
    for index, entry in enumerate(report.data.get("制度成果") or []):
        number = text((entry or {}).get("文号"))
        if number and not document_numbers(number):
            yield ("制度成果", index, "文号"), {"number": number}
