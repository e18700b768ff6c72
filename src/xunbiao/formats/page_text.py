"""Page → text for a terminal or a pipe."""

from collections.abc import Sequence
from decimal import Decimal

from rich.text import Text

from xunbiao.formats.escaping import listing, terminal
from xunbiao.formats.matrix import by_group
from xunbiao.formats.official import annex_mark, annex_note_lines, salutation, signature_lines
from xunbiao.formats.screen import Screen
from xunbiao.formats.terminal import STYLES, joined, styled, written
from xunbiao.formats.text_table import cell_text, fact, folded, table_lines
from xunbiao.formats.values import marked, percent, tone
from xunbiao.formats.wrapping import padded, width, wrap
from xunbiao.model.language import Language
from xunbiao.model.page import (
    Addressees,
    Annex,
    AnnexNote,
    Bars,
    Bullets,
    Cell,
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
    Signature,
    Table,
    Tone,
)

_LONGEST_BAR = 30
_SHORTEST_BAR = 5
_EIGHTHS = " ▏▎▍▌▋▊▉"
_SIGNS = {2: "■", 3: "□"}  # as the marks, in GBK


def render(page: Page, screen: Screen) -> str:
    """Title, then block after block with a blank line between; tones by colour and by a mark."""
    lines = _title(page.title, screen.width)
    under_heading = False
    for block in page.blocks:
        lines += [] if under_heading else [Text()]
        if isinstance(block, Official):
            lines += _official(block, page.language, screen.width)
        else:
            lines += _block(block, screen.width)
        under_heading = isinstance(block, Heading | Annex)
    return written(lines, color=screen.color)


def _title(text: str, columns: int) -> list[Text]:
    kept = wrap(terminal(text), columns)
    return [*(styled(line, "bold") for line in kept), styled("━" * max(map(width, kept)), "dim")]


def _block(block: Plain, columns: int) -> list[Text]:
    match block:
        case Heading():
            return _hanging(_SIGNS.get(block.level, "◇") + " ", terminal(block.text), "bold", columns)
        case Paragraph():
            return _paragraph(block, columns)
        case Bullets():
            return [line for each in block.lines for line in _bullet(each, columns)]
        case Facts():
            return _facts(block, columns)
        case Table():
            return _table(block, columns)
        case Bars():
            return _bars(block.rows, columns)
        case Matrix():
            return _table(by_group(block), columns)
        case Listing():
            return [styled("    " + line, "cyan") for line in listing(block.text)]


def _official(block: Official, language: Language, columns: int) -> list[Text]:
    match block:
        case Reference():
            return _paragraph(Paragraph(block.text), columns)
        case Addressees():
            return _paragraph(Paragraph(salutation(block, language)), columns)
        case Signature():
            signed = (part for each in signature_lines(block, language) for part in folded(terminal(each), columns))
            return [Text(padded(line, columns, right=True)) for line in signed]
        case AnnexNote():
            return [line for each in annex_note_lines(block, language) for line in _paragraph(Paragraph(each), columns)]
        case Annex():
            return _hanging("■ ", terminal(f"{annex_mark(block, language)}　{block.title}"), "bold", columns)
        case Letter():
            return _letter(block, language, columns)


def _letter(block: Letter, language: Language, columns: int) -> list[Text]:
    """Its own lines are never folded: what is copied off a screen would keep the folds."""
    to = salutation(Addressees([block.to]), language)
    lines = [to, *block.paragraphs, *signature_lines(block.signature, language)]
    return [*_hanging("■ ", terminal(block.subject), "bold", columns), *(Text(terminal(line)) for line in lines)]


def _hanging(sign: str, text: str, style: str, columns: int) -> list[Text]:
    """A text with a sign before it, its further lines set in by as much."""
    lines = folded(text, columns - width(sign))
    return [styled((sign if i == 0 else " " * width(sign)) + line, style) for i, line in enumerate(lines)]


def _paragraph(block: Paragraph, columns: int) -> list[Text]:
    text = marked(cell_text(block.text, None), block.tone)
    return [styled(line, STYLES[block.tone]) for line in folded(text, columns)]


def _bullet(cell: Cell, columns: int) -> list[Text]:
    return _hanging("· ", cell_text(cell, None), STYLES[tone(cell)], columns)


def _facts(block: Facts, columns: int) -> list[Text]:
    labels = [terminal(label) for label, _ in block.pairs]
    widest = max(map(width, labels), default=0)
    return [
        line
        for label, (_, cell) in zip(labels, block.pairs, strict=True)
        for line in fact(label, cell, widest, columns)
    ]


def _table(table: Table, columns: int) -> list[Text]:
    if not table.rows:
        return _paragraph(Paragraph(table.empty, Tone.FAINT), columns)
    caption = [styled(line, "italic") for line in folded(terminal(table.caption), columns)] if table.caption else []
    return [*caption, *table_lines(table, columns)]


def _bars(rows: Sequence[tuple[str, int, Decimal]], columns: int) -> list[Text]:
    """Label, count, share, and the share as a bar; on a narrow screen the bar is left out."""
    texts = [(terminal(label), str(count), percent(share)) for label, count, share in rows]
    widths = [max((width(text[at]) for text in texts), default=0) for at in range(3)]
    longest = min(_LONGEST_BAR, columns - sum(widths) - 6)
    return [
        joined(
            padded(label, widths[0]) + "  " + padded(count, widths[1], right=True) + "  ",
            styled(padded(share, widths[2], right=True) + "  ", "bold"),
            styled(_bar(row[2], longest), "cyan"),
        )
        for (label, count, share), row in zip(texts, rows, strict=True)
    ]


def _bar(share: Decimal, longest: int) -> str:
    if longest < _SHORTEST_BAR:
        return ""
    eighths = round(max(Decimal(0), min(Decimal(1), share)) * longest * 8)
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()
