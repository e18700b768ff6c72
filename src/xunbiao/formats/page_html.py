"""Page → one self-contained HTML file: no script, nothing fetched, made to be read, printed and listened to.

Escaping is the standard library's. There is one skeleton and a dozen places for text, all of which go through `web`: a
template engine would be a dependency, and one more language, for that.
"""

from collections.abc import Sequence
from importlib.resources import files

from xunbiao.formats.escaping import lines, listing, web
from xunbiao.formats.html_matrix import heat_map
from xunbiao.formats.html_rewording import rewording
from xunbiao.formats.html_trend import trend_drawing
from xunbiao.formats.matrix import listed
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
    Trend,
)

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_LANGUAGES = {Language.ZH: "zh-CN", Language.EN: "en"}
_DEEPEST = 6
# Characters of a value that is never folded (欠进度, 2020-03-31), and from which a fact takes a line of its own.
_SHORT, _LONG = 10, 20


def render(page: Page, _screen: Screen) -> str:
    """Headings follow one another without a gap in their levels, whatever the page asks for."""
    parts, level = [], 1
    for block in page.blocks:
        if isinstance(block, Heading):
            level = min(_DEEPEST, max(2, block.level), level + 1)
        elif isinstance(block, Annex | Letter):
            level = 2
        parts.append(_block(page, block, level))
    return _document(page, "\n".join(parts))


def _document(page: Page, body: str) -> str:
    style = files("xunbiao.formats").joinpath("page.css").read_text(encoding="utf-8")
    return f"""<!doctype html>
<html lang="{_LANGUAGES[page.language]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{web(page.title)}</title>
<style>
{style}</style>
</head>
<body>
<main>
<h1>{web(page.title)}</h1>
{body}
</main>
</body>
</html>
"""


def _block(page: Page, block: Block, level: int) -> str:
    return _official(block, page.language) if isinstance(block, Official) else _plain(page, block, level)


def _official(block: Official, language: Language) -> str:
    match block:
        case Reference():
            return f'<p class="reference">{_text(block.text)}</p>'
        case Addressees():
            return f'<p class="to">{_text(salutation(block, language))}</p>'
        case Signature():
            return f'<p class="signed">{_lines(signature_lines(block, language))}</p>'
        case AnnexNote():
            return f"<p>{_lines(annex_note_lines(block, language))}</p>"
        case Annex():
            return f'<h2 class="annex">{web(annex_mark(block, language))}　{web(block.title)}</h2>'
        case Letter():
            return _letter(block, language)


def _letter(block: Letter, language: Language) -> str:
    to = f'<p class="to">{_text(salutation(Addressees([block.to]), language))}</p>'
    said = "\n".join(f"<p>{_text(each)}</p>" for each in block.paragraphs)
    signed = f'<p class="signed">{_lines(signature_lines(block.signature, language))}</p>'
    return f'<section class="letter">\n<h2>{web(block.subject)}</h2>\n{to}\n{said}\n{signed}\n</section>'


def _lines(texts: Sequence[str]) -> str:
    return "<br>".join(map(_text, texts))


def _plain(page: Page, block: Plain, level: int) -> str:
    match block:
        case Heading():
            return f"<h{level}>{web(block.text)}</h{level}>"
        case Paragraph():
            return f"<p{_class(block.tone)}>{marked(_text(block.text), block.tone)}</p>"
        case Bullets():
            items = "\n".join(f"<li{_class(tone(each))}>{_words(each)}</li>" for each in block.lines)
            return f"<ul>\n{items}\n</ul>"
        case Facts():
            return _facts(block)
        case Table():
            return _table(block)
        case Bars():
            return _bars(page, block)
        case Matrix():
            # Who sees no shades, or has it read out, has the same as a table.
            words = _table(listed(block, page.language("、", ", ")))
            return f"{heat_map(block)}\n{words}" if block.rows else words
        case Listing():
            code = "\n".join(web(line) for line in listing(block.text))
            return f'<pre tabindex="0"><code>{code}</code></pre>'


def _text(text: str) -> str:
    return "<br>".join(web(line) for line in lines(text))


def _inside(text: str) -> str:
    """Part of a text, whose blanks part it from the next."""
    return "<br>".join(map(web, text.split("\n")))


def _words(cell: Cell) -> str:
    bare = value(cell)
    if isinstance(bare, Trend) and any(each is not None for each in bare.shares):
        return trend_drawing(bare)
    if isinstance(bare, Reworded):
        return marked(rewording(bare, _inside), tone(cell))
    return marked(_text(words(cell)) if is_text(cell) else words(cell), tone(cell))


def _class(*names: str) -> str:
    kept = " ".join(name for name in names if name and name != Tone.PLAIN)
    return f' class="{kept}"' if kept else ""


def _facts(facts: Facts) -> str:
    pairs = "\n".join(
        f"<div{_class('long' if len(words(cell)) > _LONG else '')}><dt>{web(label)}</dt>"
        f"<dd{_class(tone(cell))}>{_words(cell)}</dd></div>"
        for label, cell in facts.pairs
    )
    return f"<dl>\n{pairs}\n</dl>"


def _table(table: Table) -> str:
    """Roles are spelled out, as a browser forgets them where the style sheet turns rows into cards."""
    if not table.rows:
        return f'<p class="faint">{_text(table.empty)}</p>'
    caption = f"<caption>{web(table.caption)}</caption>\n" if table.caption else ""
    rows = "\n".join(_row(table.columns, row) for row in table.rows)
    return (
        f'<table class="cards" role="table">\n{caption}<thead role="rowgroup">\n{_head(table.columns)}\n</thead>\n'
        f'<tbody role="rowgroup">\n{rows}\n</tbody>\n</table>'
    )


def _head(columns: Sequence[Column]) -> str:
    cells = "".join(
        f'<th scope="col" role="columnheader"{_class(*_kind(column))}>{web(column.title)}</th>' for column in columns
    )
    return f'<tr role="row">{cells}</tr>'


def _row(columns: Sequence[Column], row: Sequence[Cell]) -> str:
    cells = "".join(_cell(column, cell, at == 0) for at, (column, cell) in enumerate(zip(columns, row, strict=True)))
    return f'<tr role="row">{cells}</tr>'


def _cell(column: Column, cell: Cell, first: bool) -> str:
    short = "short" if len(words(cell)) <= _SHORT and not column.wide else ""
    classes = _class(*_kind(column), short, tone(cell))
    if first:
        return f'<th scope="row" role="rowheader"{classes}>{_words(cell)}</th>'
    return f'<td role="cell" data-title="{web(column.title)}"{classes}><span>{_words(cell)}</span></td>'


def _kind(column: Column) -> tuple[str, str]:
    return ("number" if column.number else "", "wide" if column.wide else "")


def _bars(page: Page, bars: Bars) -> str:
    rows = "\n".join(
        f'<tr><th scope="row">{web(label)}</th><td class="number">{count}</td><td class="number">{percent(share)}</td>'
        f'<td class="bar">{_bar(float(share))}</td></tr>'
        for label, count, share in bars.rows
    )
    titles = [page.language("类别", "Kind"), page.language("数量", "Count"), page.language("占比", "Share")]
    head = "".join(f'<th scope="col"{_class("number" if at else "")}>{title}</th>' for at, title in enumerate(titles))
    return (
        f'<table class="bars">\n<thead>\n<tr>{head}<th scope="col">{page.language("图示", "Bar")}</th></tr>\n</thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table>"
    )


def _bar(share: float) -> str:
    """A drawing that repeats the share beside it, so hidden from screen readers; drawn, so that it prints."""
    width = max(0.0, min(1.0, share)) * 100
    return (
        '<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        f'<rect class="track" width="100" height="8"/><rect class="fill" width="{width:g}" height="8"/></svg>'
    )
