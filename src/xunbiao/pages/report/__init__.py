"""Progress → Page: the coordinator's report on a quarter or on the campaign's end."""

from xunbiao.model.document import Kind
from xunbiao.model.language import Language
from xunbiao.model.page import Page
from xunbiao.model.progress import Basis, Progress
from xunbiao.pages.report import closing, figures, filings, measures, turnout
from xunbiao.pages.report.record import record

__all__ = ["build"]


def build(progress: Progress, basis: Basis, language: Language) -> Page:
    """First what the coordinator asks first: how many reported, who did not or not in time; then how matters stand."""
    blocks = [
        *turnout.notes(progress, basis, language),
        *turnout.blocks(progress, language),
        *measures.blocks(progress, language),
        *figures.blocks(progress, language),
        *measures.change_blocks(progress, language),
        *filings.blocks(progress, language),
        *closing.blocks(progress, language),
    ]
    return Page(title(progress, language), blocks, language, record(progress, basis, language))


def title(progress: Progress, language: Language) -> str:
    if progress.period.kind is Kind.SUMMARY:
        return language(f"{progress.campaign_name}总结情况", f"{progress.campaign_name}: the campaign's end")
    quarter = progress.period.quarter.phrase.in_(language)
    return language(f"{progress.campaign_name}{quarter}进展情况", f"{progress.campaign_name}: {quarter}")
