"""Text → Phones: telephone numbers in the many ways they are typed, in one normal form, and why one will not do.

    2662201    0375-2662201    0375—2662201    （0375）2662201    0375 2662201    2662201转8016    138 3751 2345    +86 375 2662201    400-…
"""

import re
from collections.abc import Mapping

from xunbiao.wording.normalised import Normalised, normalise
from xunbiao.wording.reading import Phone, PhoneKind

# Groups of digits joined by single dashes, spaces or dots; brackets around an area code; a mask of stars or crosses.
_CANDIDATE = re.compile(
    r"(?<![0-9A-Za-z.])(?:\+?(?:0086|86)[- ]?)?(?:\((?:\+?86[- ]?)?0[0-9]{2,3}\)[- ]?|\(0[0-9]{2,3}\))?"
    r"[0-9]{1,15}(?:[- .·][0-9]{1,12}){0,4}[*×xX]{0,8}[0-9]{0,4}(?![0-9A-Za-z%])"
)
_EXTENSION = re.compile(r"(?:转|分机号?|-|~|ext\.?|x|#|\(转)[:：]?([0-9]{1,6})", re.IGNORECASE)
_AREA = re.compile(r"0(?:10|2[0-9]|[3-9][0-9]{2})")
_HOTLINES = frozenset("12345 12315 12333 12366 12319 12369 12328 12329 12348 12351 12355 12380 12388 12393 95598 95588 110 119 120 122".split())
_NOT_PHONE_BEFORE = re.compile("[第共约近达超年月〔\\[【]$")
# What follows a number that is a figure, a date or a document number.
_NOT_PHONE_AFTER = re.compile("[年月日号个项件家户人次万亿元天%〕\\]】份名条期时]|多|余|工作|房|室|号楼|会议")
_JOINING = re.compile("[- .·()+]")


def phones(text: str, area_code: str | None = None) -> tuple[Phone, ...]:
    """The telephone numbers of a text, in order. `area_code` (0375) completes a local number. Never raises; linear.

    In a text with words, only what has the length of a telephone number is one; a text of digits alone is always taken for one.
    """
    return phones_in(normalise(text), area_code)


def phones_in(normal: Normalised, area_code: str | None = None) -> tuple[Phone, ...]:
    text = normal.text
    field = len(text) <= 40 and not re.search("[\u4e00-\u9fff]{5}", text)
    found: list[Phone] = []
    at = 0
    while match := _CANDIDATE.search(text, at):
        phone, at = _phone(normal, match, area_code, field=field)
        if phone is not None:
            found.append(phone)
    return tuple(found)


def _phone(normal: Normalised, match: re.Match[str], area_code: str | None, *, field: bool) -> tuple[Phone | None, int]:
    text = normal.text
    lead, rest = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 2]
    if _NOT_PHONE_AFTER.match(rest) or _NOT_PHONE_BEFORE.search(lead):
        return None, match.end()
    body, extension, end = _parted(text, match)
    kind, number, why = _judged(body, area_code)
    likely = why == "ok" or (why == "masked" and len(body) >= 7) or (field and len(re.sub("[^0-9]", "", body)) >= 3) or len(body) >= 7 and body[0] == "0"
    if not likely:
        return None, match.end()
    start, stop = normal.origin(match.start(), end)
    return Phone(number, extension, kind, why == "ok", start, stop, *_WHY[why]), end


def _parted(text: str, match: re.Match[str]) -> tuple[str, str | None, int]:
    """A candidate's digits without joining marks, its extension, and where both end."""
    written = match.group()
    dashed = re.fullmatch(r"(.*?[0-9]{7,8})-([0-9]{1,6})", written)
    if dashed and len(re.sub("[^0-9]", "", dashed[1])) >= 7:
        return _digits(dashed[1]), dashed[2], match.end()
    after = _EXTENSION.match(text, match.end())
    return _digits(written), after[1] if after else None, after.end() if after else match.end()


def _digits(written: str) -> str:
    """Digits and masks alone, without the country code."""
    bare = _JOINING.sub("", written)
    international = re.match(r"(?:\+|00)86", _JOINING.sub("", written.replace("+", "00")))
    if international:
        bare = _JOINING.sub("", written).removeprefix("0086").removeprefix("86")
        return bare if bare.startswith(("0", "1", "4")) else "0" + bare
    return bare.removeprefix("86") if re.fullmatch("861[3-9][0-9]{9}", bare) else bare


def _judged(body: str, area_code: str | None) -> tuple[PhoneKind, str, str]:
    """Kind, normal form, and `ok` or the key of what is wrong."""
    if re.search("[*×xX]", body):
        return "unknown", body, "masked"
    if re.fullmatch("1[3-9][0-9]{9}", body):
        return "mobile", body, "ok"
    if re.fullmatch("[48]00[0-9]{7}", body):
        return "service", f"{body[:3]}-{body[3:]}", "ok"
    area = _AREA.match(body)
    if area and re.fullmatch("[2-9][0-9]{6,7}", body[area.end() :]):
        return "landline", f"{area.group()}-{body[area.end() :]}", "ok"
    if re.fullmatch("[2-9][0-9]{6,7}", body):
        return "landline", f"{area_code}-{body}" if area_code else body, "ok"
    if body in _HOTLINES:
        return "hotline", body, "hotline"
    return "unknown", body, _length_fault(body, area is not None)


def _length_fault(body: str, has_area: bool) -> str:
    if re.fullmatch("1[3-9][0-9]*", body) and len(body) > 8:
        return "too short" if len(body) < 11 else "too long"
    least = 10 if has_area else 7
    if len(body) < least:
        return "too short"
    return "too long" if len(body) > least + 2 or not has_area and len(body) > 8 else "no such number"


_WHY: Mapping[str, tuple[str, str]] = {
    "ok": ("", ""),
    "masked": ("号码被遮盖，打不通。", "The number is masked and cannot be dialled."),
    "hotline": ("这是服务热线，不是联系人的电话。", "This is a hotline, not the telephone of a contact."),
    "too short": ("位数不够：固定电话7或8位，手机11位。", "Too few digits: a landline has 7 or 8, a mobile 11."),
    "too long": ("位数太多：固定电话7或8位，手机11位。", "Too many digits: a landline has 7 or 8, a mobile 11."),
    "no such number": ("没有这样的号码：固定电话不以0或1开头。", "No such number: a local number does not begin with 0 or 1."),
}
