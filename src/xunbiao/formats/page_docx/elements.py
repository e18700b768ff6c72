"""tag, attributes, children → WordprocessingML as text: a long table as a tree would take a hundred times its room."""

from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from xunbiao.formats.escaping import visible

NOTHING: Mapping[str, str | int] = {}


def element(tag: str, attributes: Mapping[str, str | int] = NOTHING, *children: str) -> str:
    """`element("w:ind", {"left": 640})`: attributes go by their names in Word's own namespace and are of our making;
    children are elements already."""
    told = "".join(f' w:{name}="{value}"' for name, value in attributes.items())
    return f"<{tag}{told}>{''.join(children)}</{tag}>" if children else f"<{tag}{told}/>"


def valued(tag: str, value: str | int) -> str:
    """An element that says one thing: `<w:jc w:val="center"/>`."""
    return f'<{tag} w:val="{value}"/>'


def written(text: str) -> str:
    """The text of a run. What is unseen in it is spelled out, as XML could not hold most of it."""
    return f'<w:t xml:space="preserve">{escape(visible(text))}</w:t>'


def trees(*elements: str) -> list[Any]:
    """Elements as the library holds them."""
    return list(parse_xml(f"<w:body {nsdecls('w')}>{''.join(elements)}</w:body>"))
