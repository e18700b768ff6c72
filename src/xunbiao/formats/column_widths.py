"""widths of cells, room → widths of columns: as few lines in all as a table can be folded to."""

from collections.abc import Sequence

from xunbiao.model.page import Column

# A column of prose below this reads like a ladder; one of anything below that no longer reads at all.
_COMFORTABLE = 24
_NARROWEST = 12
# Enough rows to judge by; a table of thousands looks the same.
_SAMPLE = 60
_STEPS = (8, 4, 2, 1)


def fitted(columns: Sequence[Column], cells: Sequence[Sequence[int]], available: int, gap: int) -> list[int] | None:
    """The width of each column, from the width of each cell (titles first); None where no table fits `available`.

    Wide columns give way first. Where that would squeeze them, all columns do that are not numbers.
    """
    natural = [max(column) for column in zip(*cells, strict=True)]
    room = available - gap * (len(columns) - 1)
    for giving, narrowest in (
        ([column.wide for column in columns], _COMFORTABLE),
        ([not column.number for column in columns], _NARROWEST),
    ):
        lowest = [min(each, narrowest) if may else each for each, may in zip(natural, giving, strict=True)]
        if sum(lowest) <= room:
            return _balanced(_capped(natural, lowest, room), lowest, cells[:_SAMPLE])
    return None


def _capped(natural: Sequence[int], lowest: Sequence[int], room: int) -> list[int]:
    """One limit for all that give way: the largest that fits."""
    for most in range(max(natural, default=0), 0, -1):
        widths = [min(each, max(low, most)) for each, low in zip(natural, lowest, strict=True)]
        if sum(widths) <= room:
            break
    return widths


def _balanced(widths: list[int], lowest: Sequence[int], cells: Sequence[Sequence[int]]) -> list[int]:
    """Room moved from column to column as long as that saves lines."""
    height = _height(widths, cells)
    if height == len(cells):
        return widths
    improved = True
    while improved:
        improved = False
        for moved in _moves(widths, lowest):
            lower = _height(moved, cells)
            if lower < height:
                widths, height, improved = moved, lower, True
                break
    return widths


def _moves(widths: Sequence[int], lowest: Sequence[int]) -> list[list[int]]:
    givers = [at for at, (each, low) in enumerate(zip(widths, lowest, strict=True)) if each > low]
    return [
        [each - step * (at == giver) + step * (at == taker) for at, each in enumerate(widths)]
        for step in _STEPS
        for giver in givers
        if widths[giver] - step >= lowest[giver]
        for taker in range(len(widths))
        if taker != giver
    ]


def _height(widths: Sequence[int], cells: Sequence[Sequence[int]]) -> int:
    """About how many lines the rows take, if what is folded is Chinese: an odd column at the end stays empty."""
    return sum(
        max(
            1 if cell <= width else -(-cell // max(1, width - width % 2))
            for cell, width in zip(row, widths, strict=True)
        )
        for row in cells
    )
