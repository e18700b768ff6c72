"""报告的联系人不是具体的人 / A report whose contact is no person

为什么 / Why
    联系人要写姓名。写“办公室”，有事就不知道找谁。
    The contact is a person. With “the office” nobody knows whom to ask.

反例 / Bad
    联系人: 办公室

正例 / Good
    联系人: 李某
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import Report
from xunbiao.rules.prose import names_somebody
from xunbiao.rules.rule import Context, Flag, rule


@rule(
    "XB308",
    "report-contact-is-no-person",
    Severity.WARNING,
    on=Report,
    clause="三（二）",
    rows=("R34",),
    zh="联系人“{contact}”不是具体的人",
    en="the contact “{contact}” is no person",
    hint_zh="写经办人的姓名",
    hint_en="Give the name of whoever deals with it",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    filing = context.dossier.filing
    if not report.contact or (filing and report.contact == filing.contact):
        return  # what the filing has as well is told there, once
    if not names_somebody(report.contact):
        yield ("联系人",), {"contact": report.contact}
