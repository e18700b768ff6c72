"""文号写得不规范 / A malformed document number

为什么 / Why
    文号的年份用六角括号〔〕，写全四位，序号不加“第”、不编虚位，引用的人才查得到（本通知引用文件也这样写）。
    The year of a document number stands in full between 〔 and 〕, the number without 第 and leading zeros, so that
    it can be found (the notice cites documents that way).

反例 / Bad
    举措进展:
      J1:
        佐证:
          - 平市监[2020]12号

正例 / Good
    举措进展:
      J1:
        佐证:
          - 平市监〔2020〕12号
"""

import re
from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.language import Phrase
from xunbiao.model.report import Report
from xunbiao.rules.prose import texts_with
from xunbiao.rules.rule import Context, Flag, rule
from xunbiao.wording import document_numbers

WELL_FORMED = re.compile("〔[0-9]{4}〕[1-9][0-9]*号")


@rule(
    "XB343",
    "report-document-number-malformed",
    Severity.WARNING,
    on=Report,
    clause="引言",
    rows=("R02",),
    zh="文号“{number}”不规范：{why}",
    en="the document number “{number}” is malformed: {why}",
    hint_zh="写成 {normal}",
    hint_en="Write {normal}",
)
def check(report: Report, _context: Context) -> Iterator[Flag]:
    for path, words in texts_with("号", report.data):
        if words.count("号") == len(WELL_FORMED.findall(words)):
            continue
        for number in document_numbers(words):
            if not number.ok:
                why = Phrase(number.why_zh.rstrip("。"), number.why_en.rstrip("."))
                yield path, {"number": number.text, "why": why, "normal": number.normal}
