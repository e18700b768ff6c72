"""columns, rows → widths of columns, for a landscape A4: short ones as they are, prose shares the rest."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from math import ceil

from xunbiao.formats.page_xlsx.values import in_words
from xunbiao.formats.values import value
from xunbiao.model.page import Cell, Column, Percent, Toned

_ROOMS = (130, 150, 175, 205, 235)
"""Widths of a page to try, in digits: the first prints at full size, the last at somewhat more than half of it."""
_COMFORTABLE_LINES = 2
_BESIDE = 40
_NARROWEST = 6
"""To this a column of texts may shrink; numbers and days are never folded."""
_WIDEST = 60
_PADDING = 1
_SAMPLE = 80
"""Rows to judge by; a table of thousands looks the same."""
_WORD = re.compile(r"[!-~]+")
_STIFF = (int, Decimal, Percent, date)
_Sample = Sequence[Sequence[tuple[int, ...]]]


def width(text: str) -> int:
    """Digits that a line of text takes; a Chinese character takes two."""
    # Beyond U+07FF a character has three bytes, and is Chinese or a sign as wide.
    return len(text) + (len(text.encode(errors="replace")) - len(text)) // 2


@lru_cache(maxsize=1024)
def lines_in(text: str, digits: int) -> int:
    """Lines that a text takes in a column."""
    return _folded(tuple(map(width, text.split("\n"))), digits)


def _folded(lines: tuple[int, ...], digits: int) -> int:
    """Lines of these widths, folded; an odd digit at a line's end may stay empty."""
    room = max(2, digits - 1)
    return sum(max(1, ceil(line / room)) for line in lines)


def cell_widths(cell: Cell) -> tuple[int, ...]:
    """Of each line of a cell as it reads; a day reads 2020年12月31日, a share 97.4%."""
    bare = value(cell)
    mark = 2 if isinstance(cell, Toned) else 0
    match bare:
        case Percent():
            return (5 + mark,)
        case datetime():
            return (20 + mark,)
        case date():
            return (14 + mark,)
        case _:
            return tuple(width(line) + mark for line in in_words(bare).split("\n"))


def column_widths(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], total: Sequence[Cell] = ()) -> list[int]:
    """Digits for each column, from its title and from rows all over the table."""
    heads = [_head_width(column.title) for column in columns]
    chosen = [row for row in (*rows[:: max(1, len(rows) // _SAMPLE)], total) if len(row) == len(columns)]
    sample = [[cell_widths(cell) for cell in row] for row in chosen]
    natural = [max(head, *(max(row[at]) for row in sample), 0) for at, head in enumerate(heads)]
    lowest = [max(head, _stiff(row[at] for row in chosen)) for at, head in enumerate(heads)]
    visible = [at for at, column in enumerate(columns) if not column.hidden]
    # Titles alone may take all of a page; then there is room for some prose beside them.
    least = sum(lowest[at] for at in visible) + _PADDING * len(visible) + _BESIDE
    for room in (*_ROOMS, *([least] if least > _ROOMS[-1] else [])):
        widths, lines = _fitted(natural, lowest, sample, visible, room - _PADDING * len(visible))
        if lines <= _COMFORTABLE_LINES:
            break
    return [each + _PADDING for each in widths]


def _stiff(cells: Iterable[Cell]) -> int:
    """Digits below which a column shows #### instead of its numbers and days."""
    return max((max(cell_widths(each)) for each in cells if isinstance(value(each), _STIFF)), default=0)


def _head_width(title: str) -> int:
    """A title may be folded once, but no word of Latin letters."""
    whole, longest = width(title), max((len(word) + 1 for word in _WORD.findall(title)), default=0)
    return whole if whole <= 4 else max(4, 2 * ceil(whole / 4), longest)


def _fitted(
    natural: Sequence[int], lowest: Sequence[int], sample: _Sample, visible: Sequence[int], room: int
) -> tuple[list[int], float]:
    """Widths, and how many lines a row then takes on average. What is left goes where it lowers most rows, two digits
    at a time."""
    widths = [max(low, min(each, _NARROWEST)) for each, low in zip(natural, lowest, strict=True)]
    prose = [at for at in visible if natural[at] > widths[at]]
    left = room - sum(widths[at] for at in visible)
    highest = _highest(widths, sample, prose)
    while left > 1:
        votes = Counter(at for at, lines in highest if lines > 1 and widths[at] < min(natural[at], _WIDEST))
        if not votes:
            break
        most = votes.most_common(1)[0][0]
        widths[most] += 2
        left -= 2
        highest = _highest(widths, sample, prose)
    return widths, sum(lines for _, lines in highest) / max(1, len(highest))


def _highest(widths: Sequence[int], sample: _Sample, prose: Sequence[int]) -> list[tuple[int, int]]:
    """For each row the column that makes it high, and its lines."""
    return [
        max(((at, _folded(row[at], widths[at] + _PADDING)) for at in prose), key=_lines, default=(0, 1))
        for row in sample
    ]


def _lines(counted: tuple[int, int]) -> int:
    return counted[1]
