"""a title → the lines it is set in: as few as will do, broken by the sense, widening or narrowing as GB/T 9704 asks."""

import re
from collections.abc import Sequence
from itertools import combinations, pairwise

from xunbiao.formats.page_docx.text import width

_MOST_LINES = 4
# What is not torn apart: what stands in marks, a date or a quarter, a Latin word; else a character is a piece.
_PIECES = re.compile(
    r"“[^”]{1,16}”|《[^》]{1,16}》|（[^）]{1,10}）|[0-9]+年(?:第?[一二三四]季度|[0-9]+月(?:[0-9]+日)?)?|[!-~]+ ?|.",
    re.DOTALL,
)
_NOT_FIRST = "、，。；：）》”’】〕的了和与及"
_NOT_LAST = "（《“‘【〔"
# Words after which a title may well go on in another line.
_ENDS = ("活动", "工作", "方案", "情况", "季度", "通知", "关于印发", "有限公司")
_SENSE = 4


def title_lines(title: str, most: float) -> Sequence[str]:
    """The title in lines of at most `most` characters; one that needs more than four lines is left for Word to fold."""
    pieces = _PIECES.findall(title)
    if width(title) <= most:
        return [title]
    fewest = -(-int(width(title) * 2) // int(most * 2))
    for count in range(fewest, min(_MOST_LINES, fewest + 1) + 1):
        found = [lines for lines in _broken(pieces, count) if max(map(_measure, lines)) <= most]
        if found:
            return ["".join(line).strip() for line in min(found, key=_cost)]
    return [title]


def _broken(pieces: Sequence[str], count: int) -> Sequence[Sequence[Sequence[str]]]:
    """Every way to lay the pieces in so many lines that tears nothing apart which belongs together."""
    places = [at for at in range(1, len(pieces)) if _may_break("".join(pieces[:at]), "".join(pieces[at:]))]
    return [
        [pieces[start:end] for start, end in pairwise((0, *breaks, len(pieces)))]
        for breaks in combinations(places, count - 1)
    ]


def _may_break(before: str, after: str) -> bool:
    """Blanks at the break fall away, so what counts stands before and after them."""
    return after.lstrip()[:1] not in _NOT_FIRST and before.rstrip()[-1:] not in _NOT_LAST


def _measure(line: Sequence[str]) -> float:
    return width("".join(line).strip())


def _cost(lines: Sequence[Sequence[str]]) -> float:
    """How far the lines are from even, how much sense is torn, and whether the shape is one to avoid."""
    widths = [_measure(line) for line in lines]
    even = sum(abs(each - sum(widths) / len(widths)) for each in widths)
    torn = sum(_tear("".join(before), after[0]) for before, after in pairwise(lines))
    return even + _SENSE * torn + _shape(widths)


def _tear(before: str, after: str) -> float:
    """0 where one thing ends and another begins, most inside what may be a word."""
    if before.endswith((*_ENDS, " ")):
        return 0
    if len(after) > 1 and not after.isascii():
        return 0.25
    return 1 if before.endswith(("”", "》", "）")) else 1.5


def _shape(widths: Sequence[float]) -> float:
    """A little against a rectangle, more against an hourglass."""
    narrow_waist = any(before > at < after for before, at, after in zip(widths, widths[1:], widths[2:], strict=False))
    return 6 * narrow_waist + (2 if max(widths) - min(widths) < 1 else 0)
