"""Text → Phones: telephone numbers in the many ways they are typed, in one normal form, and why one will not do.

2662201    0375-2662201    0375—2662201    （0375）2662201    2662201转8016    138 3751 2345    +86 375 2662201    400-…
"""

import re
from collections.abc import Mapping

from xunbiao.wording.normalised import Normalised, normalise
from xunbiao.wording.reading import Phone, PhoneKind

# Groups of digits joined by single dashes, spaces or dots; brackets around an area code; a mask of stars or crosses.
_COUNTRY = r"(?:\+?(?:0086|86)[- ]?)?"
_BRACKETS = r"(?:\((?:\+?86[- ]?)?0[0-9]{2,3}\)[- ]?)?"
_GROUPS = r"[0-9]{1,15}(?:[- .·][0-9]{1,12}){0,4}"
_MASK = r"[*×xX]{0,8}[0-9]{0,4}"
_CANDIDATE = re.compile(rf"(?<![0-9A-Za-z.])(?<![0-9A-Za-z][-.]){_COUNTRY}{_BRACKETS}{_GROUPS}{_MASK}(?![0-9A-Za-z%])")
_EXTENSION = re.compile(r" ?\(?(?:转|分机号?|-|~|ext\.?|x|#)[:：]? ?([0-9]{1,6})(?:\)|(?![0-9]))", re.IGNORECASE)
_DASHED_EXTENSION = re.compile(r"(.*?[0-9]{7,8})-([0-9]{1,6})")
_AREA = re.compile(r"0(?:10|2[0-9]|[3-9][0-9]{2})")
# Areas whose local numbers have eight digits, by the numbering plan of 工业和信息化部; in the others they have seven.
_EIGHT_DIGITS = re.compile(
    "0(?:10|2[0-9]|311|371|377|379|411|431|451|51[0-9]|523|527|531|532|551|571|57[3-79]|591|595|731|755|757|760|769"
    "|791|851|871|898)"
)
_HOTLINES = frozenset(
    [
        "12345",
        "12315",
        "12333",
        "12366",
        "12319",
        "12369",
        "12328",
        "12329",
        "12348",
        "12351",
        "12355",
        "12380",
        "12388",
        "12393",
        "95598",
        "110",
        "119",
        "120",
        "122",
    ]
)
_DATE = re.compile("(?:19|20)[0-9]{2}[-. ][0-9]{1,2}[-. ][0-9]{1,2}")
_NOT_PHONE_BEFORE = frozenset("第共约近达超年月〔[【")
# What follows a number that is a figure, a date, a room or a document number.
_NOT_PHONE_AFTER = re.compile("[年月日号个项件家户人次万亿元天%〕\\]】份名条期时房室多余]|工作|会议")
_JOINING = re.compile("[- .·()+]")
_NO_DIGIT = re.compile("[^0-9]")
_THREE_DIGITS = re.compile("[0-9]{3}")
_PROSE = re.compile("[\u4e00-\u9fff]{5}")
_LONGEST_FIELD = 40


def phones(text: str, area_code: str | None = None) -> tuple[Phone, ...]:
    """The telephone numbers of a text, in order. `area_code` (0375) completes a local number. Never raises; linear.

    In prose only what has the length of a telephone number is one; in a short text without prose every number is taken
    for an attempt at one.
    """
    return phones_in(normalise(text), area_code)


def phones_in(normal: Normalised, area_code: str | None = None) -> tuple[Phone, ...]:
    """The same of a text already normalised."""
    text = normal.text
    if not _THREE_DIGITS.search(text):
        return ()
    field = len(text) <= _LONGEST_FIELD and not _PROSE.search(text)
    found: list[Phone] = []
    at = 0
    while match := _CANDIDATE.search(text, at):
        phone, at = _phone(normal, match, area_code, field=field)
        if phone is not None:
            found.append(phone)
    return tuple(found)


def _phone(normal: Normalised, match: re.Match[str], area_code: str | None, *, field: bool) -> tuple[Phone | None, int]:
    """The telephone number of a candidate, if it is an attempt at one, and where to go on."""
    text, written = normal.text, _first(match.group(), area_code)
    end = match.start() + len(written)
    figure = _NOT_PHONE_AFTER.match(text, end) or text[match.start() - 1 : match.start()] in _NOT_PHONE_BEFORE
    if figure or _DATE.fullmatch(written):
        return None, end
    body, extension, end = _parted(text, written, end)
    kind, number, why = _judged(body, area_code)
    if not (why == "ok" or _is_attempt(body, field=field)):
        return None, end
    start, stop = normal.origin(match.start(), end)
    return Phone(number, extension, kind, why == "ok", start, stop, *_WHY[why]), end


def _first(written: str, area_code: str | None) -> str:
    """The first of two numbers parted by nothing but a blank, else all of a candidate."""
    if " " not in written or _judged(_digits(written), area_code)[2] == "ok":
        return written
    cuts = [match.start() for match in re.finditer(" ", written)]
    whole = [written[:cut] for cut in cuts if _judged(_digits(written[:cut]), area_code)[2] == "ok"]
    return whole[-1] if whole else written


def _is_attempt(body: str, *, field: bool) -> bool:
    """Whether what is no telephone number was meant for one: masked, with an area code, or alone in its field."""
    digits = len(_NO_DIGIT.sub("", body))
    if digits < len(body) or body.startswith("0"):
        return len(body) >= 7 or (field and digits >= 3)
    return field and digits >= 3


def _parted(text: str, written: str, end: int) -> tuple[str, str | None, int]:
    """A candidate's digits without joining marks, its extension, and where both end."""
    dashed = _DASHED_EXTENSION.fullmatch(written)
    if dashed and len(_NO_DIGIT.sub("", dashed[1])) >= 7:
        return _digits(dashed[1]), dashed[2], end
    after = _EXTENSION.match(text, end)
    return _digits(written), after[1] if after else None, after.end() if after else end


def _digits(written: str) -> str:
    """Digits and masks alone, without the country code."""
    bare = _JOINING.sub("", written)
    if not written.startswith(("+", "0086", "(+", "86")):
        return bare
    local = bare.removeprefix("0086").removeprefix("86")
    if written.startswith("86") and not (len(local) == 11 and local[0] == "1"):
        return bare
    return local if local.startswith(("0", "1", "4")) else "0" + local


def _judged(body: str, area_code: str | None) -> tuple[PhoneKind, str, str]:
    """Kind, normal form, and `ok` or the key of what is wrong."""
    if _NO_DIGIT.search(body):
        return "unknown", body, "masked"
    if re.fullmatch("1[3-9][0-9]{9}", body):
        return "mobile", body, "ok"
    if re.fullmatch("[48]00[0-9]{7}", body):
        return "service", f"{body[:3]}-{body[3:]}", "ok"
    if body in _HOTLINES:
        return "hotline", body, "hotline"
    area = _AREA.match(body)
    local = body[area.end() :] if area else body
    code = area.group() if area else area_code
    if not re.fullmatch("[2-9][0-9]{6,7}", local):
        return "unknown", body, _fault(body, local)
    if len(local) == 8 and code == area_code and code and not _EIGHT_DIGITS.fullmatch(code):
        return "unknown", body, "too long"
    return "landline", f"{code}-{local}" if code else local, "ok"


def _fault(body: str, local: str) -> str:
    if re.fullmatch("1[3-9][0-9]*", body) and len(body) > 8:
        return "too short" if len(body) < 11 else "too long"
    if len(local) < 7:
        return "too short"
    return "too long" if len(local) > 8 else "no such number"


_WHY: Mapping[str, tuple[str, str]] = {
    "ok": ("", ""),
    "masked": ("号码被遮盖，打不通。", "The number is masked and cannot be dialled."),
    "hotline": ("这是服务热线，不是联系人的电话。", "This is a hotline, not the telephone of a contact."),
    "too short": ("位数不够：固定电话7或8位，手机11位。", "Too few digits: a landline has 7 or 8, a mobile 11."),
    "too long": ("位数太多：固定电话7或8位，手机11位。", "Too many digits: a landline has 7 or 8, a mobile 11."),
    "no such number": (
        "没有这样的号码：固定电话不以0或1开头。",
        "No such number: a local number does not begin with 0 or 1.",
    ),
}
