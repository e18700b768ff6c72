"""text → where items begin that are numbered as officials number them: 1. 1、 （1） ① 一是 一、 （一） 举措一： ●."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

PARAGRAPH, SOFT = "\n", "\x0b"
"""How paragraphs and the soft line breaks inside them are told apart in a cell's text."""

Family = Literal["digit", "bracket digit", "circled", "han is", "han", "bracket han", "named", "spaced", "bullet"]

_HAN = "一二三四五六七八九十"
_GAP = "[ \t\u3000]*"
# Matched on a copy in which full-width digits, brackets and stops are half-width, character by character.
_NARROW = str.maketrans("０１２３４５６７８９（）．，：；", "0123456789().,:;")
_FORMS: Mapping[Family, re.Pattern[str]] = {
    "digit": re.compile(rf"([0-9]{{1,2}}){_GAP}[.、,)]{_GAP}|[⒈-⒛]{_GAP}"),
    "bracket digit": re.compile(rf"\({_GAP}([0-9]{{1,2}}){_GAP}\)[.、,]?{_GAP}|[⑴-⒇]{_GAP}"),
    "circled": re.compile(f"[①-⑳㉑-㉟❶-❿]{_GAP}[.、,]?{_GAP}"),
    "han is": re.compile(
        f"(?:([{_HAN}]{{1,3}})是|第([{_HAN}]{{1,3}})(?:是|[,、:])|其([{_HAN}]{{1,3}})(?:是|[,、:]))[,:]?{_GAP}"
    ),
    "han": re.compile(f"([{_HAN}]{{1,3}}){_GAP}[、.:]{_GAP}"),
    "bracket han": re.compile(rf"\({_GAP}([{_HAN}]{{1,3}}){_GAP}\)[.、,]?{_GAP}|[㈠-㈩]{_GAP}"),
    "named": re.compile(
        f"(?:主要|工作|具体)?(?:目标|差距|举措|措施|亮点|任务)([{_HAN}]{{1,3}}|[0-9]{{1,2}}){_GAP}[:、.]{_GAP}"
    ),
    "spaced": re.compile("([0-9]{1,2})[ \t\u3000]+(?![0-9])"),
    "bullet": re.compile(f"(?:[•●◆■▪◇□○★☆※➢❖·▶→✓◎]|[-–—*]{{1,2}}(?![0-9]))({_GAP})"),
}
_LINE_STARTS_ONLY: frozenset[Family] = frozenset({"named", "spaced", "bullet"})
# After what a number may stand inside a line. A comma parts 一是…，二是…, but not 1、2号 from what comes before it.
_PARTS = frozenset(".。;!?！？)”’\"'》】 \t\u3000:")
_AFTER_COMMAS: frozenset[Family] = frozenset({"han is"})
# Brackets and circles are made for numbering and stand anywhere.
_ANYWHERE: frozenset[Family] = frozenset({"circled", "bracket digit", "bracket han"})
# 附件（2）, 第（2）项: a number that points somewhere.
_REFERS = frozenset("件表图第见条款项章节之")
_SIGNS = (("⒈", "⒛", 1), ("⑴", "⒇", 1), ("①", "⑳", 1), ("㉑", "㉟", 21), ("❶", "❿", 1), ("㈠", "㈩", 1))
_NUMBER_ALONE = re.compile(f"\\(?(?:[0-9]{{1,2}}|[{_HAN}]{{1,3}})\\)?[.、]?|[①-⑳]")
_DIGITS = re.compile("[0-9]+")
_YEAR = re.compile("(?:19|20)[0-9]{2}年?")


@dataclass(frozen=True, slots=True)
class Mark:
    """A number that may begin an item: its place, its value (0 for a bullet), whether a line begins with it, and
    whether it may as well be a figure (1.5个) or a range (一、二级)."""

    family: Family
    start: int
    end: int
    number: int
    at_line: bool
    doubtful: bool = False


def narrow(text: str) -> str:
    """The text with half-width digits and punctuation, of the same length."""
    return text.translate(_NARROW)


def marks(text: str, family: Family) -> Iterator[Mark]:
    """Every number of one family that may begin an item, in order."""
    plain = narrow(text)
    for match in _FORMS[family].finditer(plain):
        at_line = not _line_before(plain, match.start())
        if at_line or _may_stand_inside(plain, match.start(), family):
            yield Mark(family, match.start(), match.end(), _number(match), at_line, _is_doubtful(plain, match))


def first_mark(text: str) -> Mark | None:
    """The number with which a text begins; lists may go on from one cell to the next, so that it need not be 1."""
    found = (next(marks(text, family), None) for family in _FORMS)
    return next((mark for mark in found if mark and not text[: mark.start].strip()), None)


def is_number(text: str) -> bool:
    """Whether a text is nothing but a number, as in a column of its own."""
    return _NUMBER_ALONE.fullmatch(narrow(text).strip()) is not None


def _line_before(text: str, at: int) -> str:
    """What stands before a place on its own line, blanks left out."""
    begun = max(text.rfind(PARAGRAPH, 0, at), text.rfind(SOFT, 0, at)) + 1
    return text[begun:at].strip()


def _may_stand_inside(text: str, at: int, family: Family) -> bool:
    before = text[at - 1]
    if family in _LINE_STARTS_ONLY:
        return False
    anywhere = family in _ANYWHERE and before not in _REFERS
    return before in _PARTS or anywhere or (family in _AFTER_COMMAS and before in ",、")


def _number(match: re.Match[str]) -> int:
    written = next((group for group in match.groups() if group), "").strip()
    if written:
        return int(written) if written.isdigit() else _han_number(written)
    sign = match.group()[0]
    return next((ord(sign) - ord(first) + base for first, last, base in _SIGNS if first <= sign <= last), 0)


def _han_number(written: str) -> int:
    """一 to 九十九."""
    tens, ten, ones = written.rpartition("十")
    value = (_HAN.find(tens) + 1 or 1) * 10 if ten else 0
    return value + (_HAN.find(ones) + 1 if ones else 0)


def _is_doubtful(text: str, match: re.Match[str]) -> bool:
    """1.5个 is a figure rather than a number and 5, 1、2号窗口 and 一、二级 a range; 1.2020年 has a number."""
    number = _number(match)
    written, end = match.group(), match.end()
    if written[:1] in _HAN:
        return "、" in written and number < len(_HAN) and text.startswith(_HAN[number], end)
    digits = _DIGITS.match(text, end)
    if not written[:1].isdigit() or digits is None or _YEAR.match(text, end):
        return False
    return written.endswith(".") or (written.endswith(("、", ",")) and digits.group() == str(number + 1))
