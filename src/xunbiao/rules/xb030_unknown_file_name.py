"""文件名不对，不会被读 / A file name that is not read

为什么 / Why
    材料靠文件名认：filing.yaml、2020Q1.yaml、summary.yaml。名字不对，交了也等于没交。
    Documents are known by their names: filing.yaml, 2020Q1.yaml, summary.yaml. Under any other name they are as good
    as not handed in.

反例 / Bad
    （filings/scjgj/申报表.yaml、filings/scjgj/2020q1.yaml）
    (filings/scjgj/2020q1.yaml)

正例 / Good
    （filings/scjgj/filing.yaml、filings/scjgj/2020Q1.yaml）
    (filings/scjgj/2020Q1.yaml)
"""

from xunbiao.model.diagnostic import Severity
from xunbiao.rules.rule import rule

RULE = rule(
    "XB030",
    "unknown-file-name",
    Severity.ERROR,
    zh="“{file}”不是材料的文件名，没有读",
    en="“{file}” is no name of a document and was not read",
    hint_zh="改名：申报表 filing.yaml，季度报告 2020Q1.yaml，总结 summary.yaml，典型做法 P31.yaml；不是材料的移出去",
    hint_en="Rename it to filing.yaml, 2020Q1.yaml, summary.yaml or P31.yaml; move what is no document elsewhere",
).of(__doc__)
