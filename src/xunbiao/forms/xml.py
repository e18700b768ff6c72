"""XML elements by the names that Word gives them, whichever of the two namespaces of WordprocessingML they are in."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def name(element: Element) -> str:
    """`p`, `tbl` …; `mc:AlternateContent` and its kind; empty for what belongs to another vocabulary."""
    tag = element.tag
    for namespace in _WORD:
        if tag.startswith(namespace):
            return tag[len(namespace) :]
    if tag.startswith(_COMPATIBILITY):
        return f"mc:{tag[len(_COMPATIBILITY) :]}"
    return ""


def child(element: Element | None, wanted: str) -> Element | None:
    """The first child of that name."""
    return next(children(element, wanted), None)


def children(element: Element | None, wanted: str) -> Iterator[Element]:
    return (each for each in (() if element is None else element) if name(each) == wanted)


def attribute(element: Element | None, wanted: str) -> str:
    """An attribute of Word's own namespace; empty where there is none."""
    if element is None:
        return ""
    return next((found for namespace in _WORD if (found := element.get(namespace + wanted)) is not None), "")


def is_on(element: Element | None) -> bool:
    """Whether a switch such as w:vanish is there and not turned off."""
    return element is not None and attribute(element, "val") not in ("0", "false", "off")
