"""Page → the paragraphs and tables of an official document, in order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from xunbiao.formats.escaping import listing
from xunbiao.formats.matrix import by_column
from xunbiao.formats.official import annex_mark, annex_note_lines, salutation, signature_lines
from xunbiao.formats.page_docx.elements import element
from xunbiao.formats.page_docx.table import TABLE, table
from xunbiao.formats.page_docx.text import (
    CELL,
    CHARACTER,
    FLUSH,
    HEADINGS,
    MARK,
    TITLE,
    Shape,
    folded,
    paragraph,
    paragraphs,
    said,
    width,
)
from xunbiao.formats.page_docx.title import title_lines
from xunbiao.model.language import Language
from xunbiao.model.page import (
    Addressees,
    Annex,
    AnnexNote,
    Bars,
    Block,
    Bullets,
    Column,
    Facts,
    Heading,
    Letter,
    Listing,
    Matrix,
    Official,
    Page,
    Paragraph,
    Percent,
    Plain,
    Reference,
    Signature,
    Table,
)

_TITLE_CHARACTERS = 20
_DATE_INDENT = 4
_CHINESE = "〇一二三四五六七八九"
_CENTRED = Shape(align="center")
_KEPT = Shape(keeps=True)
_BREAK = element("w:pageBreakBefore")


def laid_out(page: Page) -> Iterator[str]:
    """The title under what the document goes by, then the blocks; a paragraph follows whatever table comes last."""
    for each in page.blocks:
        if isinstance(each, Reference):
            yield from (*paragraphs(each.text, _CENTRED), paragraph(""), paragraph(""))
    yield from _title(page.title)
    after_table = False
    for made in _blocks(page):
        if after_table and _BREAK not in made:
            yield paragraph("", Shape(CELL))
        yield made
        after_table = made.startswith(TABLE)
    if after_table:
        yield paragraph("", Shape(CELL))


def _blocks(page: Page) -> Iterator[str]:
    """The end of the text is kept with what closes it: a signature alone on a page is not done."""
    numbers = _Numbers(page.language)
    blocks = [each for each in page.blocks if not isinstance(each, Reference)]
    for block, following in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Paragraph) and isinstance(following, AnnexNote | Signature):
            yield from paragraphs(block.text, Shape(first=2, keeps=True))
        else:
            yield from _block(block, numbers)


@dataclass(slots=True)
class _Numbers:
    """How far the headings of a document, or of an annex, have come: one count a level."""

    language: Language
    counts: list[int] = field(default_factory=list)

    def next(self, level: int) -> str:
        """一、, （一）, 1., （1） in Chinese, else 1., 1.1, 1.1.1; no level is left out."""
        depth = min(level, len(self.counts) + 1, len(HEADINGS))
        self.counts[depth:] = []
        self.counts += [0] * (depth - len(self.counts))
        self.counts[-1] += 1
        at = self.counts[-1]
        if self.language is Language.EN:
            return ".".join(map(str, self.counts)) + (". " if depth == 1 else " ")
        return (f"{_in_chinese(at)}、", f"（{_in_chinese(at)}）", f"{at}.", f"（{at}）")[depth - 1]

    @property
    def style(self) -> Shape:
        """In English bold, as 黑体 and 楷体 have no letters of their own here."""
        style = HEADINGS[len(self.counts) - 1]
        bold = replace(style.font, bold=True) if self.language is Language.EN else None
        return Shape(style, first=2, font=bold)


def _in_chinese(number: int) -> str:
    """1–99 as headings are numbered, 二十一; beyond that in digits."""
    if number > 99:
        return str(number)
    tens, ones = divmod(number, 10)
    return (("" if tens == 1 else _CHINESE[tens]) + "十" if tens else "") + (_CHINESE[ones] if ones or not tens else "")


def _title(text: str, breaks: bool = False) -> Iterable[str]:
    """The title in its lines, and a line of nothing below."""
    shape = Shape(TITLE, breaks=breaks)
    return [folded(title_lines(text, _TITLE_CHARACTERS), shape), paragraph("")]


def _block(block: Block, numbers: _Numbers) -> Iterable[str]:
    return _official(block, numbers) if isinstance(block, Official) else _plain(block, numbers)


def _plain(block: Plain, numbers: _Numbers) -> Iterable[str]:
    language = numbers.language
    match block:
        case Heading():
            number = numbers.next(block.level - 1)
            return [paragraph(number + block.text, numbers.style)]
        case Paragraph():
            return paragraphs(block.text)
        case Bullets():
            return [paragraph(line) for each in block.lines for line in said(each, language)]
        case Facts():
            colon = language("：", ": ")
            return [
                made
                for label, cell in block.pairs
                for made in paragraphs(label + colon + "\n".join(said(cell, language)))
            ]
        case Table():
            return table(block, language)
        case Bars():
            return table(_bars(block, language), language)
        case Matrix():
            return table(by_column(block), language)
        case Listing():
            return [paragraph(line, FLUSH) for line in listing(block.text)]


def _bars(block: Bars, language: Language) -> Table:
    titles = (("类别", "Kind"), ("数量", "Count"), ("占比", "Share"))
    columns = [Column(language(*title), number=at > 0) for at, title in enumerate(titles)]
    return Table(columns, [(label, count, Percent(share)) for label, count, share in block.rows])


def _official(block: Official, numbers: _Numbers) -> Iterable[str]:
    language = numbers.language
    match block:
        case Reference():
            return paragraphs(block.text, _CENTRED)
        case Addressees():
            return [paragraph(salutation(block, language), FLUSH)]
        case Signature():
            return _signature(block, language)
        case AnnexNote():
            return _annex_note(annex_note_lines(block, language), language)
        case Annex():
            numbers.counts.clear()
            return [paragraph(annex_mark(block, language), Shape(MARK, breaks=True)), paragraph("", _KEPT),
                    *_title(block.title)]  # fmt: skip
        case Letter():
            numbers.counts.clear()
            last = len(block.paragraphs) - 1
            text = [
                made
                for at, each in enumerate(block.paragraphs)
                for made in paragraphs(each, Shape(first=2, keeps=at == last))
            ]
            to = paragraph(salutation(Addressees([block.to]), language), FLUSH)
            return [*_title(block.subject, breaks=True), to, *text, *_signature(block.signature, language)]


def _annex_note(texts: Sequence[str], language: Language) -> Iterable[str]:
    """A line below the text, set in by two characters, each title under the first one's beginning."""
    if not texts:
        return []
    label = width(language("附件：", "Annexes: " if len(texts) > 1 else "Annex: "))
    number = 0.75 if len(texts) > 1 else 0
    left = round((2 + label + number) * CHARACTER)
    hangs = [label + number, *(number for _ in texts[1:])]
    return [
        paragraph("", _KEPT),
        *(
            paragraph(text, Shape(left=left, hanging=round(hang * CHARACTER), keeps=True))
            for text, hang in zip(texts, hangs, strict=True)
        ),
    ]


def _signature(block: Signature, language: Language) -> Iterable[str]:
    """The date four characters from the margin, the name centred above it as far as there is room to its right; lines
    of nothing above, where the seal goes."""
    *names, day = signature_lines(block, language)
    axis = _DATE_INDENT + width(day) / 2
    folded_names = [line for name in names for line in _name_lines(name, 2 * axis)]
    axis = max(axis, *(width(each) / 2 for each in folded_names)) if folded_names else axis
    return [
        paragraph("", _KEPT),
        paragraph("", _KEPT),
        *(paragraph(each, _under(axis, each, keeps=True)) for each in folded_names),
        paragraph(day, _under(axis, day)),
    ]


def _name_lines(name: str, room: float) -> Sequence[str]:
    """A name that is too long to be centred above the date, and has a part in brackets, has that under it."""
    main, bracket, rest = name.partition("（")
    return [name] if width(name) <= room or not main or not bracket else [main, bracket + rest]


def _under(axis: float, text: str, keeps: bool = False) -> Shape:
    return Shape(align="right", right=max(0, round((axis - width(text) / 2) * CHARACTER)), keeps=keeps)
