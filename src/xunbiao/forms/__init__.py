"""The Word form of Annex 2 ⇄ Filing: a .docx → its text → the form's cells → a filing; a filing → a .docx."""

from xunbiao.forms.cells import Form, read_form
from xunbiao.forms.drafting import Lessons, filing_text
from xunbiao.forms.filing import Draft, Setting, draft_filing
from xunbiao.forms.problems import Problem, place_name
from xunbiao.forms.reading import read_story
from xunbiao.forms.refusal import Refusal, Refused

__all__ = [
    "Draft",
    "Form",
    "Lessons",
    "Problem",
    "Refusal",
    "Setting",
    "draft_filing",
    "filing_text",
    "open_form",
    "place_name",
]


def open_form(raw: bytes) -> Form | Refusal:
    """The bytes of a .docx → the form in it, or why it is refused. Never raises."""
    try:
        return read_form(read_story(raw))
    except Refused as refused:
        return refused.refusal
