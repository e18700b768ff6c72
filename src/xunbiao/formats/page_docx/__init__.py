"""Page → the bytes of a .docx in the form of an official document (GB/T 9704-2012), for Word and WPS to go on with.

What a screen says by colours and bars is said in words and figures here; headings are numbered, what is annexed begins
a page, and the same page always gives the same bytes.
"""

from xunbiao.formats.page_docx.layout import laid_out
from xunbiao.formats.page_docx.package import pack
from xunbiao.formats.page_docx.sheet import blank
from xunbiao.model.page import Page

__all__ = ["render"]


def render(page: Page) -> bytes:
    """The page on paper: what it goes by above its title, then block after block."""
    return pack(blank(page.title), laid_out(page))
