"""Progress → Page of sheets: the coordinator's workbook, all of a quarter to sort, to print and to file."""

from xunbiao.model.document import Kind
from xunbiao.model.language import Language
from xunbiao.model.page import Page
from xunbiao.model.progress import Basis, Progress
from xunbiao.pages.book import changes, figures, ledger, notes, outcomes, overall, overdue, practices, signals, units
from xunbiao.pages.book.origin import origin_sheet
from xunbiao.pages.report import title

__all__ = ["build"]


def build(progress: Progress, basis: Basis, language: Language) -> Page:
    """What the office files first, what explains it last, and out of sight what `import` needs to read 台账 back."""
    rows = ledger.table(progress)
    sheets = [
        units.sheet(progress, basis, language),
        overall.sheet(progress, basis, language),
        ledger.sheet(progress, basis, rows, language),
        overdue.sheet(progress, basis, language),
        figures.sheet(progress, basis, language),
        changes.sheet(progress, basis, language),
        practices.sheet(progress, basis, language),
        practices.matrix_sheet(progress, basis, language),
        signals.sheet(progress, basis, language),
        *([outcomes.sheet(progress, basis, language)] if progress.period.kind is Kind.SUMMARY else []),
        notes.sheet(progress, basis, language),
        origin_sheet(progress, basis, rows),
    ]
    return Page(title(progress, language), [], language, sheets=sheets)
