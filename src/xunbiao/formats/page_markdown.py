"""Page → GitHub-flavoured Markdown."""

import re
from collections.abc import Sequence

from xunbiao.formats.escaping import listing, markdown
from xunbiao.formats.html_rewording import rewording
from xunbiao.formats.matrix import by_column
from xunbiao.formats.official import annex_mark, annex_note_lines, salutation, signature_lines
from xunbiao.formats.screen import Screen
from xunbiao.formats.values import is_text, marked, percent, tone, value, words
from xunbiao.model.language import Language
from xunbiao.model.page import (
    Addressees,
    Annex,
    AnnexNote,
    Bars,
    Block,
    Bullets,
    Cell,
    Column,
    Facts,
    Heading,
    Letter,
    Listing,
    Matrix,
    Official,
    Page,
    Paragraph,
    Plain,
    Reference,
    Reworded,
    Signature,
    Table,
    Tone,
    Toned,
)

_BAR = 20
_DEEPEST = 6


def render(page: Page, _screen: Screen) -> str:
    """Blocks with a blank line between; a table cell is one line, its own lines parted by `<br>`."""
    return "\n\n".join([f"# {markdown(page.title)}", *(_block(page, block) for block in page.blocks)]) + "\n"


def _block(page: Page, block: Block) -> str:
    return _official(block, page.language) if isinstance(block, Official) else _plain_block(page, block)


def _official(block: Official, language: Language) -> str:
    match block:
        case Reference():
            return markdown(block.text)
        case Addressees():
            return f"**{markdown(salutation(block, language))}**"
        case Signature():
            return "<br>".join(map(markdown, signature_lines(block, language)))
        case AnnexNote():
            return "<br>".join(map(markdown, annex_note_lines(block, language)))
        case Annex():
            return f"## {markdown(annex_mark(block, language))}　{markdown(block.title)}"
        case Letter():
            signed = "<br>".join(map(markdown, signature_lines(block.signature, language)))
            to = f"**{markdown(salutation(Addressees([block.to]), language))}**"
            return "\n\n".join([f"## {markdown(block.subject)}", to, *map(markdown, block.paragraphs), signed])


def _plain_block(page: Page, block: Plain) -> str:
    match block:
        case Heading():
            return f"{'#' * min(_DEEPEST, max(2, block.level))} {markdown(block.text)}"
        case Paragraph():
            return _cell(Toned(block.text, block.tone))
        case Bullets():
            # Another sign than that of facts: two lists of one sign after each other would be one.
            return "\n".join(f"* {_cell(each)}" for each in block.lines)
        case Facts():
            colon = page.language("：", ": ")
            return "\n".join(f"- {markdown(label)}{colon}**{_plain(cell)}**" for label, cell in block.pairs)
        case Table():
            return _table(block)
        case Bars():
            return _bars(page, block)
        case Matrix():
            return _table(by_column(block))
        case Listing():
            return _listing(block)


def _cell(cell: Cell) -> str:
    """A cell, bold when it is bad, so that it stands out of a long table."""
    return f"**{_plain(cell)}**" if tone(cell) is Tone.BAD else _plain(cell)


def _plain(cell: Cell) -> str:
    bare = value(cell)
    if isinstance(bare, Reworded):
        return marked(rewording(bare, markdown), tone(cell))
    return marked(markdown(words(cell)) if is_text(cell) else words(cell), tone(cell))


def _table(table: Table) -> str:
    if not table.rows:
        return markdown(table.empty)
    caption = f"*{markdown(table.caption)}*\n\n" if table.caption else ""
    return caption + _grid(table.columns, [[_cell(cell) for cell in row] for row in table.rows])


def _grid(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> str:
    titles = [markdown(column.title) for column in columns]
    rule = ["---:" if column.number else "---" for column in columns]
    return "\n".join(f"| {' | '.join(row)} |" for row in [titles, rule, *rows])


def _bars(page: Page, bars: Bars) -> str:
    columns = [
        Column(page.language("类别", "Kind")),
        Column(page.language("数量", "Count"), number=True),
        Column(page.language("占比", "Share"), number=True),
        Column(page.language("图示", "Bar")),
    ]
    return _grid(
        columns,
        [[markdown(label), str(count), percent(share), _bar(float(share))] for label, count, share in bars.rows],
    )


def _bar(share: float) -> str:
    return "█" * round(max(0.0, min(1.0, share)) * _BAR)


def _listing(block: Listing) -> str:
    lines = listing(block.text)
    longest = max((len(run) for line in lines for run in re.findall(r"`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join([fence + re.sub(r"[^a-z]", "", block.syntax), *lines, fence])
