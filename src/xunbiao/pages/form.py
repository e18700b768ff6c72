"""The form's head and cells → Page: Annex 2 as a table of labels and texts, to be read where there is no Word."""

from collections.abc import Mapping, Sequence

from xunbiao.model.diagnostic import Path
from xunbiao.model.language import Language
from xunbiao.model.page import Column, Facts, Page, Table


def build(title: str, head: Mapping[str, str], rows: Sequence[tuple[Path, str]], language: Language) -> Page:
    """The line above the table, then a row a cell; the words are the form's own in either language."""
    facts = Facts([(label, value or None) for label, value in head.items()])
    columns = [Column(""), Column(""), Column(""), Column("", wide=True)]
    cells = [[*(str(part) for part in path), *[""] * (3 - len(path)), text.strip()] for path, text in rows]
    return Page(title, [facts, Table(columns, cells)], language)
