"""Matrix → Table: a matrix in signs or in words, for formats that know no shades."""

from collections.abc import Sequence
from itertools import groupby

from xunbiao.model.page import Cell, Column, Level, Matrix, Table

_GAP = "\u3000"


def shaded(levels: Sequence[Level]) -> int:
    """How many of the levels are any at all."""
    return sum(each.shade > 0 for each in levels)


def legend(matrix: Matrix) -> str:
    """What each sign means, in a line."""
    return _GAP.join(f"{each.sign} {each.title}" for each in matrix.levels)


def by_group(matrix: Matrix) -> Table:
    """In signs, the columns of a group side by side in one: thirty practices fit a screen of eighty columns."""
    groups = [(name, len(list(columns))) for name, columns in groupby(each.group for each in matrix.columns)]
    rows: list[list[Cell]] = [
        [title, *_runs(levels, [size for _, size in groups]), shaded(levels)] for title, levels in matrix.rows
    ]
    return _table(matrix, [name for name, _ in groups], rows, legend(matrix))


def by_column(matrix: Matrix) -> Table:
    """In signs, each column on its own."""
    rows: list[list[Cell]] = [[title, *(each.sign for each in levels), shaded(levels)] for title, levels in matrix.rows]
    return _table(matrix, [each.code for each in matrix.columns], rows, legend(matrix))


def in_words(matrix: Matrix) -> Table:
    """In words, for a spreadsheet to filter."""
    rows: list[list[Cell]] = [
        [title, *(each.title for each in levels), shaded(levels)] for title, levels in matrix.rows
    ]
    return _table(matrix, [f"{each.code} {each.title}" for each in matrix.columns], rows)


def listed(matrix: Matrix, comma: str) -> Table:
    """The other way round: beside each row the codes of the columns at each shaded level."""
    levels = [each for each in matrix.levels if each.shade]
    rows: list[list[Cell]] = [
        [title, *(_codes(matrix, found, level, comma) for level in levels), shaded(found)]
        for title, found in matrix.rows
    ]
    columns = [*(Column(each.title, wide=True) for each in levels), Column(matrix.total, number=True)]
    return Table([Column(matrix.corner, wide=True), *columns], rows, empty=matrix.empty)


def _codes(matrix: Matrix, found: Sequence[Level], level: Level, comma: str) -> str:
    pairs = zip(matrix.columns, found, strict=True)
    return comma.join(column.code for column, each in pairs if each == level) or "—"


def _runs(levels: Sequence[Level], sizes: Sequence[int]) -> list[str]:
    signs = "".join(each.sign for each in levels)
    ends = [sum(sizes[: at + 1]) for at in range(len(sizes))]
    return [signs[end - size : end] for end, size in zip(ends, sizes, strict=True)]


def _table(matrix: Matrix, titles: Sequence[str], rows: Sequence[Sequence[Cell]], caption: str = "") -> Table:
    columns = [Column(matrix.corner, wide=True), *map(Column, titles), Column(matrix.total, number=True)]
    return Table(columns, rows, empty=matrix.empty, caption=caption)
