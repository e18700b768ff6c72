"""Text → DocumentNumbers: 文号 such as 平市监〔2020〕12号, and what GB/T 9704 finds wrong with them."""

import re
from collections.abc import Mapping

from xunbiao.wording.normalised import Normalised, normalise
from xunbiao.wording.reading import DocumentNumber

_ISSUER = "[\u4e00-\u9fff]"
# The issuer is 2 to 12 characters; it is looked for behind the brackets, so that a long text is not tried from every
# place.
_NUMBER = re.compile(
    r"(?P<open>[〔\[(【〖<〈])(?P<year>[0-9]{2,4})年?(?P<close>[〕\])】〗>〉])(?P<nth>第?)(?P<number>[0-9]{1,5})号"
)
_BEHIND = re.compile(f"{_ISSUER}{{1,12}}$")
# Words before the issuer that are not part of it.
_NOT_ISSUER = re.compile(
    "^.*(?:根据|按照|依据|印发了?|出台了?|制定了?|见|详见|文件|贯彻|落实|执行|发布了?|以|和|及|与|的|为|是|号)(?=.{2})"
)
_LONGEST = 12


def document_numbers(text: str) -> tuple[DocumentNumber, ...]:
    """The 文号 of a text, in order, well or badly written. Never raises; linear.

    >>> [(number.normal, number.ok) for number in document_numbers("平市监[2020]12号")]
    [('平市监〔2020〕12号', False)]
    """
    return document_numbers_in(normalise(text))


def document_numbers_in(normal: Normalised) -> tuple[DocumentNumber, ...]:
    read = (_read(normal, match) for match in _NUMBER.finditer(normal.text))
    return tuple(number for number in read if number is not None)


def _read(normal: Normalised, match: re.Match[str]) -> DocumentNumber | None:
    behind = _BEHIND.search(normal.text[max(0, match.start() - _LONGEST) : match.start()])
    if behind is None:
        return None
    issuer = _NOT_ISSUER.sub("", behind.group())
    if not issuer:
        return None
    start, end = normal.origin(match.start() - len(issuer), match.end())
    number = int(match["number"])
    year = int(match["year"])
    fault = _fault(match)
    normal_form = f"{issuer}〔{match['year']}〕{number}号"
    return DocumentNumber(
        normal.typed[start:end], normal_form, issuer, year, number, fault == "ok", start, end, *_WHY[fault]
    )


def _fault(match: re.Match[str]) -> str:
    if (match["open"], match["close"]) != ("〔", "〕"):
        return "brackets"
    if len(match["year"]) != 4:
        return "year"
    if match["nth"]:
        return "nth"
    return "zero" if match["number"].startswith("0") else "ok"


_WHY: Mapping[str, tuple[str, str]] = {
    "ok": ("", ""),
    "brackets": ("年份应当用六角括号〔〕括起。", "The year belongs between the brackets 〔 and 〕."),
    "year": ("年份应当写全四位。", "The year is to be written with four digits."),
    "nth": ("发文顺序号前不加“第”。", "No 第 before the number."),
    "zero": ("发文顺序号不编虚位（1不编为01）。", "The number takes no leading zero."),
}
