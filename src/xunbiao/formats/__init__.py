"""Page | Diagnostics → str | bytes: how a result looks, one file a format.

A format never filters, sorts or judges. All are pure: they return text, or the bytes of an office document, and what
to do with it is the caller's business. Files and pipes take text as UTF-8; `csv` begins with a byte order mark.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from xunbiao.formats.json_writing import json_document, json_line
from xunbiao.formats.screen import Screen
from xunbiao.formats.sheets import in_one

if TYPE_CHECKING:
    from xunbiao.model.diagnostic import Diagnostic, Skipped
    from xunbiao.model.language import Language
    from xunbiao.model.page import Page

__all__ = [
    "DIAGNOSTIC_FORMATS",
    "OFFICE_FORMATS",
    "PAGE_FORMATS",
    "json_document",
    "json_line",
    "render",
    "render_diagnostics",
    "render_office",
]

# A format's module is imported when it is asked for: rich, which `text` needs, costs more than all the rest.
PAGE_FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "text": "page_text",
        "md": "page_markdown",
        "json": "page_json",
        "csv": "page_csv",
        "html": "page_html",
    }
)
"""The formats of a page, by the name a user gives; each is a module here with `render(page, screen) -> str`."""

OFFICE_FORMATS: Mapping[str, str] = MappingProxyType({"xlsx": "page_xlsx", "docx": "page_docx"})
"""The formats of a page that is meant for an office program; each is a module here with `render(page) -> bytes`."""

DIAGNOSTIC_FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "text": "diagnostics_text",
        "json": "diagnostics_json",
        "sarif": "diagnostics_sarif",
        "github": "diagnostics_github",
        "gitlab": "diagnostics_gitlab",
        "junit": "diagnostics_junit",
    }
)
"""The formats of diagnostics, likewise; each is a module here with `render(verdict, screen) -> str`."""


def render(page: "Page", format: str, *, width: int, color: bool) -> str:
    """The page in a format of PAGE_FORMATS (KeyError for another), ending in a newline.

    `width` (terminal columns) and `color` matter to `text` alone.
    """
    renderer: Callable[[Page, Screen], str] = import_module(f"{__name__}.{PAGE_FORMATS[format]}").render
    return renderer(in_one(page), Screen(width, color))


def render_office(page: "Page", format: str) -> bytes:
    """The page as a document in a format of OFFICE_FORMATS (KeyError for another); the same page, the same bytes."""
    renderer: Callable[[Page], bytes] = import_module(f"{__name__}.{OFFICE_FORMATS[format]}").render
    return renderer(page)


def render_diagnostics(
    diagnostics: "Sequence[Diagnostic]",
    format: str,
    *,
    files_read: int,
    files_skipped: "Sequence[Skipped]",
    sources: Callable[[str], Sequence[str]],
    language: "Language",
    width: int,
    color: bool,
) -> str:
    """The diagnostics, in the order given, in a format of DIAGNOSTIC_FORMATS (KeyError for another).

    `sources` gives the lines of a file by its path, or none when there are none to show; only `text` asks for them.
    """
    from xunbiao.formats.verdict import Verdict

    renderer: Callable[[Verdict, Screen], str] = import_module(f"{__name__}.{DIAGNOSTIC_FORMATS[format]}").render
    return renderer(Verdict(diagnostics, files_read, files_skipped, sources, language), Screen(width, color))
