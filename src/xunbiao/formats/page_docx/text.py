"""texts → paragraphs of Word in the fonts of an official document, the Chinese one beside the Latin one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from xunbiao.formats.escaping import lines
from xunbiao.formats.page_docx.elements import element, valued, written
from xunbiao.formats.values import value, words
from xunbiao.model.language import Language
from xunbiao.model.page import Cell
from xunbiao.model.period import written_out

LINE = 580
"""Twips from line to line: 22 lines in the 225 mm between the margins."""
WIDTH = 8845
"""Twips between the margins: 156 mm."""
CHARACTER = 314
"""Twips from character to character: 28 of them in a line, each of 16 points less what is taken off."""
SQUEEZE = -6
"""Twips taken off each character of the text, as 28 of 16 points are wider than 156 mm."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font for Chinese, one for Latin letters and digits, and a size in points."""

    name: str
    size: float
    latin: str = "Times New Roman"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: `outline` is its level in the list of headings; one that keeps stays on the page of what
    follows; what is no text (a table's) takes the height that its letters need."""

    id: str
    name: str
    font: Font
    align: str = "both"
    outline: int | None = None
    keeps: bool = False
    squeeze: int = 0
    is_text: bool = True


BODY = Font("仿宋_GB2312", 16)
TITLE = Style("Title", "Title", Font("方正小标宋简体", 22), "center", outline=0, keeps=True)
HEADINGS = (
    Style("Heading1", "heading 1", Font("黑体", 16), outline=1, keeps=True, squeeze=SQUEEZE),
    Style("Heading2", "heading 2", Font("楷体_GB2312", 16), outline=2, keeps=True, squeeze=SQUEEZE),
    Style("Heading3", "heading 3", BODY, outline=3, keeps=True, squeeze=SQUEEZE),
    Style("Heading4", "heading 4", BODY, outline=4, keeps=True, squeeze=SQUEEZE),
)
MARK = Style("AnnexMark", "附件标志", Font("黑体", 16), "left", keeps=True, squeeze=SQUEEZE)
CAPTION = Style("TableCaption", "表题", Font("黑体", 12), "center", keeps=True, is_text=False)
CELL = Style("TableText", "表格文字", Font("仿宋_GB2312", 12), "left", is_text=False)
STYLES = (TITLE, *HEADINGS, MARK, CAPTION, CELL)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph lies, in twips but for the first line, which is set in by so many characters; `font` where it is
    not the style's."""

    style: Style | None = None
    first: int = 0
    left: int = 0
    right: int = 0
    hanging: int = 0
    align: str = ""
    keeps: bool = False
    breaks: bool = False
    font: Font | None = None

    @property
    def letters(self) -> Font:
        return self.font or (self.style.font if self.style else BODY)


FLUSH = Shape(align="left")
INDENTED = Shape(first=2)


def paragraphs(text: str, shape: Shape = INDENTED) -> Sequence[str]:
    """A text of one or several lines, a paragraph each."""
    return [paragraph(line, shape) for line in lines(text)]


def paragraph(text: str, shape: Shape = INDENTED) -> str:
    """One paragraph, of one run."""
    return element("w:p", {}, _properties(shape), run_with(shape.letters, text) if text else "")


def folded(texts: Sequence[str], shape: Shape) -> str:
    """One paragraph whose lines end where they are told to: a title, which is broken by its sense."""
    line_end = run(shape.letters, element("w:br"))
    return element("w:p", {}, _properties(shape), line_end.join(run_with(shape.letters, text) for text in texts))


def _properties(shape: Shape) -> str:
    """In the order that Word insists on."""
    indent: dict[str, str | int] = {}
    if shape.first:
        indent = {"firstLineChars": shape.first * 100, "firstLine": shape.first * CHARACTER}
    indent |= {name: value for name, value in (("left", shape.left), ("right", shape.right)) if value}
    indent |= {"hanging": shape.hanging} if shape.hanging else {}
    return element(
        "w:pPr",
        {},
        valued("w:pStyle", shape.style.id) if shape.style else "",
        element("w:keepNext") if shape.keeps else "",
        element("w:pageBreakBefore") if shape.breaks else "",
        element("w:ind", indent) if indent else "",
        valued("w:jc", shape.align) if shape.align else "",
    )


def run_with(font: Font, text: str) -> str:
    return run(font, written(text))


def run(font: Font, *content: str) -> str:
    """A run in both fonts. Without the hint “ ” … — would come out in the Latin one."""
    bold = element("w:b") if font.bold else ""
    return element("w:r", {}, element("w:rPr", {}, fonts(font), bold, *size(font)), *content)


def size(font: Font) -> Sequence[str]:
    half_points = round(font.size * 2)
    return valued("w:sz", half_points), valued("w:szCs", half_points)


def fonts(font: Font) -> str:
    return element(
        "w:rFonts",
        {"hint": "eastAsia", "ascii": font.latin, "hAnsi": font.latin, "eastAsia": font.name, "cs": font.latin},
    )


def said(cell: Cell, language: Language) -> Sequence[str]:
    """What a cell says, line by line; a day is written out, as in running text."""
    day = value(cell)
    if isinstance(day, date) and not isinstance(day, datetime):
        return [written_out(day).in_(language)]
    return lines(words(cell))


def width(text: str) -> float:
    """How many characters wide a text is: a Latin letter or a digit is half as wide as a Chinese character."""
    return sum(0.5 if character.isascii() else 1 for character in text)
