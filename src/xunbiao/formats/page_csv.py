"""Page → CSV: its figures and tables, for a spreadsheet.

UTF-8 with a byte order mark, without which Excel shows Chinese as garbage; every cell in quotes; lines end in LF. A
page with one table is that table. With several, each follows a line with its caption, or the heading above it, and a
blank line parts them. Whatever is no table (headings, prose, letters) is left out.
"""

from collections.abc import Iterator, Sequence

from xunbiao.formats.escaping import csv, csv_quoted
from xunbiao.formats.matrix import in_words
from xunbiao.formats.screen import Screen
from xunbiao.formats.values import is_text, shares, value, words
from xunbiao.model.page import Annex, Bars, Block, Cell, Facts, Heading, Matrix, Page, Percent, Table, Trend

BYTE_ORDER_MARK = "\ufeff"

Rows = Sequence[Sequence[Cell]]


def render(page: Page, _screen: Screen) -> str:
    tables = list(_tables(page))
    with_captions = len(tables) > 1
    parts = [[[caption], *rows] if with_captions else rows for caption, rows in tables]
    return BYTE_ORDER_MARK + "\n".join("".join(map(_line, rows)) for rows in parts)


def _tables(page: Page) -> Iterator[tuple[str, Rows]]:
    """Caption and rows, the titles first, of whatever in the page is a table."""
    heading = page.title
    for block in page.blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Annex):
            heading = block.title
        rows = _rows(page, block)
        if rows:
            yield (block.caption or heading if isinstance(block, Table) else heading), rows


def _rows(page: Page, block: Block) -> Rows:
    match block:
        case Facts():
            return [[page.language("项目", "Item"), page.language("值", "Value")], *block.pairs]
        case Table():
            return [[column.title for column in block.columns], *block.rows]
        case Bars():
            titles: Sequence[Cell] = [
                page.language("类别", "Kind"),
                page.language("数量", "Count"),
                page.language("占比", "Share"),
            ]
            return [titles, *((label, count, Percent(share)) for label, count, share in block.rows)]
        case Matrix():
            return _rows(page, in_words(block))
        case _:
            return []


def _line(cells: Sequence[Cell]) -> str:
    return ",".join(_cell(cell) for cell in cells) + "\n"


def _cell(cell: Cell) -> str:
    """Numbers, shares and dates as such, a trend in figures, nothing for no value; a tone is not part of the data."""
    bare = value(cell)
    if isinstance(bare, Trend):
        return csv(shares(bare))
    return csv(words(cell, "")) if is_text(cell) else csv_quoted(words(cell, ""))
