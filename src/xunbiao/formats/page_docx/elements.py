"""tag, attributes, children → an element of WordprocessingML: what every part of a document is put together from."""

from collections.abc import Mapping
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

NOTHING: Mapping[str, str | int] = {}


def element(tag: str, attributes: Mapping[str, str | int] = NOTHING, *children: Any) -> Any:
    """`element("w:ind", {"left": 640})`: attributes go by their names in Word's own namespace."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def valued(tag: str, value: str | int) -> Any:
    """An element that says one thing: `<w:jc w:val="center"/>`."""
    return element(tag, {"val": value})
