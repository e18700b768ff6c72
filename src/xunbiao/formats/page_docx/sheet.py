"""nothing → a blank document of GB/T 9704-2012: A4, margins, the grid of 22 × 28, styles, page numbers."""

from collections.abc import Mapping, Sequence

from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml.ns import qn

from xunbiao.formats.escaping import visible
from xunbiao.formats.page_docx.elements import element, trees, valued
from xunbiao.formats.page_docx.text import BODY, LINE, SQUEEZE, STYLES, Font, Style, fonts, run, run_with, size

PAGE: Mapping[str, str | int] = {"w": 11906, "h": 16838}
MARGINS: Mapping[str, str | int] = {
    "top": 2092,
    "right": 1474,
    "bottom": 1984,
    "left": 1587,
    "header": 851,
    "footer": 1361,
    "gutter": 0,
}
"""Twips: 37, 26, 35 and 28 mm. The upper one is a tenth of a millimetre short of 37 (the standard allows one), since
22 lines of 580 twips would be 4 twips too high for what is left otherwise, and the last would go to the next page."""
# Points by 4096 that the grid takes off each character, for 28 of them in a line.
_GRID: Mapping[str, str | int] = {"type": "linesAndChars", "linePitch": LINE, "charSpace": -842}
# Of what is no text: a little air, and the height that its letters need.
_ROOM: Mapping[str, str | int] = {"before": 30, "after": 30, "line": 300, "lineRule": "atLeast"}
_NUMBER = Font("宋体", 14, "宋体")
_NUMBER_INDENT = 280
_LONGEST_TITLE = 255


def blank(title: str) -> DocumentObject:
    """A document with nothing in it but what every page has, known to programs by its title."""
    document = Document()
    _strip(document)
    document.core_properties.title = visible(title)[:_LONGEST_TITLE]
    _style(document)
    _lay(document)
    _number(document)
    return document


def _strip(document: DocumentObject) -> None:
    """Takes out what the library's template brings along: a thumbnail, somebody's settings, a hundred styles."""
    for part, kinds in (
        (document.part, ("/stylesWithEffects", "/customXml")),
        (document.part.package, ("/thumbnail",)),
    ):
        for id_, relation in list(part.rels.items()):
            if relation.reltype.endswith(kinds):
                del part.rels[id_]
    settings = document.settings.element
    for each in list(settings):
        if each.tag in (qn("w:rsids"), qn("w:proofState"), qn("w:savePreviewPicture")):
            settings.remove(each)
    settings.find(qn("w:themeFontLang")).set(qn("w:eastAsia"), "zh-CN")
    for each in settings.iter(qn("w:compatSetting")):
        if each.get(qn("w:name")) == "compatibilityMode":
            # Below 15 Word calls the file an old one and lays it out as it did then.
            each.set(qn("w:val"), "15")
    properties = document.core_properties._element
    for each in list(properties):
        properties.remove(each)


def _style(document: DocumentObject) -> None:
    styles = document.styles.element
    for each in list(styles):
        if each.tag == qn("w:latentStyles") or (each.tag == qn("w:style") and each.get(qn("w:default")) is None):
            styles.remove(each)
    (defaults,) = trees(_defaults())
    styles.replace(styles.find(qn("w:docDefaults")), defaults)
    normal = next(each for each in styles.iter(qn("w:style")) if each.get(qn("w:styleId")) == "Normal")
    # The size stands here too, as the grid is laid out by that of the Normal style.
    letters = element("w:rPr", {}, fonts(BODY), valued("w:spacing", SQUEEZE), *size(BODY))
    normal.extend(trees(_paragraphs(), letters))
    styles.extend(trees(*map(_paragraph_style, STYLES)))


def _defaults() -> str:
    language = element("w:lang", {"val": "en-US", "eastAsia": "zh-CN", "bidi": "ar-SA"})
    letters = element("w:rPr", {}, fonts(BODY), *size(BODY), language)
    return element("w:docDefaults", {}, element("w:rPrDefault", {}, letters), element("w:pPrDefault"))


def _paragraphs() -> str:
    """Properties of every paragraph: exact lines, none taken back from a page's end, no room round digits.

    They keep to the grid by themselves and are not held to it: LibreOffice gives a character that is wider than its
    place in the grid two places.
    """
    off = [valued(f"w:{name}", 0) for name in ("widowControl", "autoSpaceDE", "autoSpaceDN", "snapToGrid")]
    spacing = element("w:spacing", {"before": 0, "after": 0, "line": LINE, "lineRule": "exact"})
    return element("w:pPr", {}, *off, spacing, valued("w:jc", "both"))


def _paragraph_style(style: Style) -> str:
    is_heading = style.outline is not None
    properties = element(
        "w:pPr",
        {},
        element("w:keepNext") + element("w:keepLines") if style.keeps else "",
        "" if style.is_text else element("w:spacing", _ROOM),
        valued("w:jc", style.align),
        valued("w:outlineLvl", style.outline) if style.outline is not None else "",
    )
    return element(
        "w:style",
        {"type": "paragraph", "customStyle": int(not is_heading), "styleId": style.id},
        valued("w:name", style.name),
        valued("w:basedOn", "Normal"),
        element("w:qFormat"),
        properties,
        element("w:rPr", {}, fonts(style.font), valued("w:spacing", style.squeeze), *size(style.font)),
    )


def _lay(document: DocumentObject) -> None:
    section = document.sections[0]._sectPr
    for tag in ("w:pgSz", "w:pgMar", "w:docGrid", "w:cols"):
        for each in section.findall(qn(tag)):
            section.remove(each)
    section.extend(trees(element("w:pgSz", PAGE), element("w:pgMar", MARGINS), element("w:docGrid", _GRID)))


def _number(document: DocumentObject) -> None:
    """— 1 — below the text: to the right on odd pages, to the left on even ones, a character in."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]._p
        for each in list(paragraph):
            paragraph.remove(each)
        indent = element("w:ind", {f"{side}Chars": 100, side: _NUMBER_INDENT})
        spacing = element("w:spacing", {"line": 400, "lineRule": "exact"})
        properties = element("w:pPr", {}, valued("w:snapToGrid", 0), spacing, indent, valued("w:jc", side))
        paragraph.extend(trees(properties, run_with(_NUMBER, "— "), *_page_field(), run_with(_NUMBER, " —")))


def _page_field() -> Sequence[str]:
    begin, middle, end = (element("w:fldChar", {"fldCharType": each}) for each in ("begin", "separate", "end"))
    command = '<w:instrText xml:space="preserve"> PAGE </w:instrText>'
    return [*(run(_NUMBER, each) for each in (begin, command, middle)), run_with(_NUMBER, "1"), run(_NUMBER, end)]
