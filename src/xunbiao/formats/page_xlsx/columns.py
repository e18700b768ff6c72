"""columns, rows → widths of columns, for a landscape A4: short ones as they are, prose shares the rest."""

from collections.abc import Iterable, Sequence
from itertools import islice
from math import ceil, sqrt

from xunbiao.formats.values import words
from xunbiao.model.page import Cell, Column, Percent, Toned

_ROOMS = (132, 150, 170, 190, 215)
"""Widths of a page to try, in digits: the first prints at full size, the last at three fifths."""
_COMFORTABLE_LINES = 5
_SHORT = 14
"""Up to this a column is never folded."""
_NARROWEST_PROSE = 12
_WIDEST = 60
_PADDING = 2
_SAMPLE = 400
_WIDE_FROM = "\u2000"


def width(text: str) -> int:
    """Digits that the longest line of a text takes; a Chinese character takes two."""
    return max((len(line) + sum(each >= _WIDE_FROM for each in line) for line in text.split("\n")), default=0)


def lines_in(text: str, digits: int) -> int:
    """Lines that a text takes in a column; an odd digit at a line's end may stay empty."""
    room = max(2, digits - 1)
    return sum(max(1, ceil(width(line) / room)) for line in text.split("\n"))


def cell_width(cell: Cell) -> int:
    """Of a cell as it reads; a day reads 2020年12月31日."""
    bare = cell.value if isinstance(cell, Toned) else cell
    marked = 2 if isinstance(cell, Toned) else 0
    if bare is None or isinstance(bare, Percent):
        return 5 + marked
    if isinstance(bare, str | int):
        return width(str(bare)) + marked
    return (14 if hasattr(bare, "year") else width(words(bare))) + marked


def column_widths(columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> list[int]:
    """Digits for each column, from its title and the first rows."""
    heads = [_head_width(column.title) for column in columns]
    sample = [[cell_width(cell) for cell in row] for row in islice(rows, _SAMPLE)]
    natural = [max([head, *(row[at] for row in sample if at < len(row))]) for at, head in enumerate(heads)]
    visible = [at for at, column in enumerate(columns) if not column.hidden]
    for room in _ROOMS:
        widths = _fitted(natural, heads, sample, visible, room - _PADDING * len(visible))
        if _lines(widths, sample, visible) <= _COMFORTABLE_LINES:
            break
    return [each + _PADDING for each in widths]


def _head_width(title: str) -> int:
    """A title may be folded once; in a column of its own width it stands as it is."""
    whole = width(title)
    return whole if whole <= 4 else max(4, 2 * ceil(whole / 4))


def _fitted(
    natural: Sequence[int], heads: Sequence[int], sample: Sequence[Sequence[int]], visible: Sequence[int], room: int
) -> list[int]:
    if sum(natural[at] for at in visible) <= room:
        return [min(each, _WIDEST) for each in natural]
    widths = list(natural)
    prose = [at for at in visible if natural[at] > _SHORT]
    left = room - sum(natural[at] for at in visible if at not in prose)
    weight = {at: sqrt(_mean(sample, at)) for at in prose}
    for at in sorted(prose, key=lambda each: natural[each] / weight[each]):
        share = int(left * weight[at] / sum(weight.values()))
        widths[at] = max(heads[at], _NARROWEST_PROSE, min(natural[at], share, _WIDEST))
        left -= widths[at]
        del weight[at]
    return widths


def _mean(sample: Sequence[Sequence[int]], at: int) -> float:
    return max(1.0, sum(row[at] for row in sample if at < len(row)) / max(1, len(sample)))


def _lines(widths: Sequence[int], sample: Sequence[Sequence[int]], visible: Sequence[int]) -> float:
    """How many lines a row takes on average."""
    heights = (max((ceil(row[at] / widths[at]) for at in visible if at < len(row)), default=1) for row in sample)
    return sum(heights) / max(1, len(sample))
