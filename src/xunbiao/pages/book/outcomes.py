"""Progress → 总结成果: what the campaign leaves (三（三）): rules issued, new ideas and practices, in words."""

from collections.abc import Iterator, Sequence

from xunbiao.model.language import Language, Phrase
from xunbiao.model.page import Cell, Column, Sheet, Table
from xunbiao.model.period import iso_day
from xunbiao.model.progress import Basis, Progress
from xunbiao.pages.book.setting import set_up
from xunbiao.pages.terms import term

NAME = Phrase("总结成果", "Results")
_INSTITUTIONS = "制度成果"


def sheet(progress: Progress, basis: Basis, language: Language) -> Sheet:
    columns = [
        Column(language("序号", "No.")),
        Column(language("填报单位", "Unit"), wide=True),
        Column(language("成果类别", "Kind")),
        Column(language("内容", "What"), wide=True),
        Column(language("文号", "Number")),
        Column(language("印发日期", "Issued")),
    ]
    rows = [[number, *row] for number, row in enumerate(_rows(progress, language), 1)]
    none = language("还没有总结报告报来成果。", "No summary report has told of results yet.")
    return set_up(progress, basis, NAME, language, [Table(columns, rows, none)])


def _rows(progress: Progress, language: Language) -> Iterator[Sequence[Cell]]:
    for each in progress.units:
        if each.outcome is None:
            continue
        for issued in each.outcome.institutions:
            day = iso_day(issued.issued) or issued.issued or None
            yield [each.unit.name, term(_INSTITUTIONS, language), issued.name or None, issued.number or None, day]
        for label, texts in each.outcome.texts.items():
            yield from ([each.unit.name, term(label, language), text, None, None] for text in texts)
