"""联系电话不对 / A telephone number that cannot be dialled

为什么 / Why
    申报表要留联系电话（附件2），催报和核实都靠它。位数不对、被遮盖的号码和服务热线打不到联系人。
    The form asks for a telephone (附件2), which is what reminders and questions go by. A number with digits missing
    or masked, or a hotline, does not reach the contact.

反例 / Bad
    联系电话: 0999-26600

正例 / Good
    联系电话: 0999-2660011
"""

from collections.abc import Iterator

from xunbiao.model.diagnostic import Severity
from xunbiao.model.filing import Filing
from xunbiao.model.language import Phrase
from xunbiao.rules.cells import says_something
from xunbiao.rules.rule import Context, Flag, rule
from xunbiao.wording import phones

_NO_NUMBER = Phrase("看不出电话号码", "no telephone number is to be seen")


@rule(
    "XB234",
    "phone-malformed",
    Severity.WARNING,
    on=Filing,
    clause="附件2",
    rows=("R33", "R51"),
    zh="联系电话“{text}”不对：{why}",
    en="the telephone “{text}” will not do: {why}",
    hint_zh="请写能找到联系人的座机或手机；几个号码用顿号隔开，分机写“转”",
    hint_en="Give a landline or mobile that reaches the contact; several are parted by 、, an extension follows 转",
)
def check(filing: Filing, _context: Context) -> Iterator[Flag]:
    if not says_something(filing.phone):
        return
    found = phones(filing.phone)
    faults = [Phrase(each.why_zh.rstrip("。"), each.why_en.rstrip(".")) for each in found if not each.ok]
    if faults or not found:
        yield ("联系电话",), {"text": filing.phone, "why": faults[0] if faults else _NO_NUMBER}
