"""报告的联系电话不对 / A report whose phone number will not do

为什么 / Why
    主办单位要靠它找到人核实进展。位数不够的号码打不通。
    The host needs it to ask about progress, and a number with digits missing reaches nobody.

反例 / Bad
    联系电话: "266001"

正例 / Good
    联系电话: 0999-2660011
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.report import Report
from xunbiao.rules.rule import Context, Flag, rule
from xunbiao.wording import phones


@rule(
    "XB307",
    "report-phone-unreadable",
    Severity.WARNING,
    on=Report,
    clause="三（二）",
    rows=("R34",),
    zh="联系电话“{phone}”不像能打通的号码",
    en="“{phone}” does not look like a number that can be called",
    hint_zh="写成 2660011、0999-2660011 或手机号；多个号码用顿号隔开",
    hint_en="Write it as 2660011, 0999-2660011 or a mobile number; separate several by 、",
)
def check(report: Report, context: Context) -> Iterator[Flag]:
    filing = context.dossier.filing
    if not report.phone or (filing and report.phone == filing.phone):
        return  # what the filing has as well is told there, once
    found = phones(report.phone, context.campaign.area_code or None)
    if not (found and all(phone.ok for phone in found)):
        yield ("联系电话",), {"phone": report.phone}
