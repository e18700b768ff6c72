"""Page → Page: a page with what only a workbook has laid out for formats that have no sheets."""

from collections.abc import Iterator
from dataclasses import replace

from xunbiao.model.page import Block, Heading, Page, Table


def in_one(page: Page) -> Page:
    """Sheets one below the other, each under its name; without what is hidden, totals as last rows."""
    return replace(page, blocks=[_plain(block) for block in _blocks(page)], sheets=())


def _blocks(page: Page) -> Iterator[Block]:
    yield from page.blocks
    for sheet in page.sheets:
        if not sheet.hidden:
            yield Heading(sheet.name)
            yield from sheet.blocks


def _plain(block: Block) -> Block:
    if not isinstance(block, Table) or not (block.total or any(column.hidden for column in block.columns)):
        return block
    shown = [at for at, column in enumerate(block.columns) if not column.hidden]
    rows = [*block.rows, block.total] if block.total and block.rows else block.rows
    return Table(
        [block.columns[at] for at in shown], [[row[at] for at in shown] for row in rows], block.empty, block.caption
    )
