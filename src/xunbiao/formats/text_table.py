"""Table → lines of text that fit a width; a plain list where no table would."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text

from xunbiao.formats import escaping
from xunbiao.formats.column_widths import fitted
from xunbiao.formats.terminal import STYLES, joined, painted, styled
from xunbiao.formats.values import MARKS, at_a_glance, marked, tone, words
from xunbiao.formats.wrapping import padded, width, wrap
from xunbiao.model.page import Cell, Column, Table

LONGEST = 200
"""Where the text of a cell is cut; the other formats have it whole."""

_GAP = "  "
_TOO_NARROW = 40
# What a value needs beside its label at the least: some six characters of Chinese.
_NARROWEST = 12


@dataclass(frozen=True, slots=True)
class _Layout:
    columns: Sequence[Column]
    widths: Sequence[int]


def table_lines(table: Table, columns: int) -> list[Text]:
    """Head, rule and rows; or, below forty columns or where the columns do not fit, a list of `title  value`."""
    titles = [escaping.terminal(column.title) for column in table.columns]
    if columns < _TOO_NARROW:
        return _as_list(titles, table.rows, columns)
    texts = _aligned([titles, *([cell_text(cell) for cell in row] for row in table.rows)], table)
    widths = fitted(table.columns, [[_widest(text) for text in row] for row in texts], columns, len(_GAP))
    if widths is None:
        return _as_list(titles, table.rows, columns)
    return _as_table(_Layout(table.columns, widths), texts, table.rows)


def cell_text(cell: Cell, limit: int | None = LONGEST) -> str:
    """A cell as it reads, marked, in one line or several."""
    told = escaping.lines(words(at_a_glance(cell)), limit)
    kept = "\n".join(escaping.break_commands(line) for line in told)
    return marked(kept, tone(cell))


def folded(text: str, columns: int) -> list[str]:
    """A text of one or several lines, each wrapped."""
    return [line for part in text.split("\n") for line in wrap(part, columns)]


def fact(label: str, cell: Cell, label_width: int, columns: int, indent: int = 0) -> list[Text]:
    """`label  value`, the value wrapped beside it; where no room is left beside, under it."""
    margin = indent + max(label_width, width(label)) + len(_GAP)
    style = STYLES[tone(cell)]
    if columns - margin < _NARROWEST:
        inner = indent + len(_GAP)
        below = [styled(" " * inner + line, style) for line in folded(cell_text(cell), columns - inner)]
        return [
            *(styled(" " * indent + line, "dim") for line in folded(label, columns - indent)),
            *painted(below, cell),
        ]
    name = padded(" " * indent + label, margin)
    value = painted([styled(line, style) for line in folded(cell_text(cell), columns - margin)], cell)
    return [joined(styled(" " * margin if i else name, "dim"), line) for i, line in enumerate(value)]


def _widest(text: str) -> int:
    return max(width(line) for line in text.split("\n"))


def _aligned(texts: Sequence[Sequence[str]], table: Table) -> list[list[str]]:
    """The cells of a column some of whose cells are marked, title included, set in so that all words begin alike."""
    set_in = [
        not column.number and any(MARKS[tone(row[at])] for row in table.rows) for at, column in enumerate(table.columns)
    ]
    tones = [[""] * len(table.columns), *([MARKS[tone(cell)] for cell in row] for row in table.rows)]
    return [
        ["  " + text if may and not mark else text for text, mark, may in zip(row, marks, set_in, strict=True)]
        for row, marks in zip(texts, tones, strict=True)
    ]


def _as_table(layout: _Layout, texts: Sequence[Sequence[str]], rows: Sequence[Sequence[Cell]]) -> list[Text]:
    head = _row(layout, texts[0], [column.title for column in layout.columns], "bold")
    rule = styled(_GAP.join("─" * each for each in layout.widths), "dim")
    body = [line for each, row in zip(texts[1:], rows, strict=True) for line in _row(layout, each, row)]
    return [*head, rule, *body]


def _row(layout: _Layout, texts: Sequence[str], row: Sequence[Cell], style: str = "") -> list[Text]:
    """One row of cells, as many lines high as its longest cell."""
    cells = [
        painted(
            [
                styled(padded(line, each, column.number), style or STYLES[tone(cell)])
                for line in _folded_cell(text, each)
            ],
            cell,
        )
        for text, cell, column, each in zip(texts, row, layout.columns, layout.widths, strict=True)
    ]
    height = max((len(cell) for cell in cells), default=0)
    blank = [Text(" " * each) for each in layout.widths]
    return [
        Text(_GAP).join(cell[i] if i < len(cell) else blank[at] for at, cell in enumerate(cells)) for i in range(height)
    ]


def _folded_cell(text: str, columns: int) -> list[str]:
    """Wrapped, what is set in or marked keeping its further lines set in as well."""
    inset = "  " if text[:2] in {"  ", *(f"{mark} " for mark in MARKS.values() if mark)} else ""
    if not inset or columns <= 2 * len(inset):
        return folded(text, columns)
    first, *rest = folded(text[2:], columns - len(inset))
    return [text[:2] + first, *(inset + line for line in rest)]


def _as_list(titles: Sequence[str], rows: Sequence[Sequence[Cell]], columns: int) -> list[Text]:
    """Each row as a small list under its first cell, with a blank line between rows."""
    return [line for i, row in enumerate(rows) for line in [*([Text()] if i else []), *_entry(titles, row, columns)]]


def _entry(titles: Sequence[str], row: Sequence[Cell], columns: int) -> list[Text]:
    first, *rest = row
    widest = max((width(title) for title in titles[1:]), default=0)
    head = [styled(line, "bold") for line in folded(cell_text(first), columns)]
    facts = (fact(title, cell, widest, columns, 2) for title, cell in zip(titles[1:], rest, strict=True))
    return [*head, *(line for lines in facts for line in lines)]
