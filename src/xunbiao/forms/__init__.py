"""The Word form of Annex 2 ⇄ Filing: a .docx → its text → the form's cells → a filing; a filing → a .docx."""

from xunbiao.forms.cells import Form, read_form
from xunbiao.forms.drafting import Lessons, filing_text
from xunbiao.forms.filing import Draft, Setting, draft_filing
from xunbiao.forms.filled import Filled, blank, fill
from xunbiao.forms.reading import read_story
from xunbiao.forms.refusal import Refused
from xunbiao.forms.updating import Update, update_filing
from xunbiao.forms.writing import form_title, write_docx, write_pdf
from xunbiao.model.form import Refusal

__all__ = [
    "Draft",
    "Filled",
    "Form",
    "Lessons",
    "Setting",
    "Update",
    "blank",
    "draft_filing",
    "filing_text",
    "fill",
    "form_title",
    "open_form",
    "update_filing",
    "write_docx",
    "write_pdf",
]


def open_form(raw: bytes) -> Form | Refusal:
    """The bytes of a .docx → the form in it, or why it is refused. Never raises."""
    try:
        return read_form(read_story(raw))
    except Refused as refused:
        return refused.refusal
