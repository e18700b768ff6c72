"""Campaign, Basis → blocks: on what grounds the circular is sent, and as of which day its figures are."""

from collections.abc import Iterator
from datetime import date

from xunbiao.model.campaign import Campaign
from xunbiao.model.document import Kind
from xunbiao.model.filing import text
from xunbiao.model.language import Language
from xunbiao.model.page import Block, Paragraph
from xunbiao.model.period import iso_day, written_out
from xunbiao.model.progress import Basis, Period, Progress
from xunbiao.pages.terms import counted


def blocks(progress: Progress, campaign: Campaign, basis: Basis, language: Language) -> Iterator[Block]:
    subject = _subject(progress.period, language)
    grounds = _grounds(campaign, language)
    day = as_of(progress.period, basis)
    yield Paragraph(
        language(
            f"{grounds}现将各单位{subject}通报如下。{_dated(progress, day, language)}",
            f"{grounds}the units' {subject} is as follows. {_dated(progress, day, language)}",
        )
    )


def as_of(period: Period, basis: Basis) -> date:
    """The last day whose arrivals the figures hold: as asked, today for the newest commit, else the commit's own."""
    if basis.asked == "HEAD":
        return period.today
    return iso_day(basis.asked) or basis.arrived_at.date()


def _subject(period: Period, language: Language) -> str:
    if period.kind is Kind.SUMMARY:
        return language("活动总结情况", "account of the whole campaign")
    quarter = period.quarter.phrase
    return language(f"{quarter.zh}工作进展情况", f"progress in {quarter.en}")


def _grounds(campaign: Campaign, language: Language) -> str:
    """根据《…》（…号）和活动安排，: the documents that xunbiao.yaml names."""
    entries = [each for each in campaign.data.get("依据") or [] if isinstance(each, dict) and text(each.get("名称"))]
    named = "、".join(_document(text(each.get("名称")), text(each.get("文号"))) for each in entries)
    arranged = language("活动安排，", "the campaign's calendar, ")
    if not named:
        return language("按照", "According to ") + arranged
    return language("根据", "On the grounds of ") + named + language("和", " and ") + arranged


def _document(name: str, number: str) -> str:
    title = name if name.startswith("《") else f"《{name.replace('《', '〈').replace('》', '〉')}》"
    return f"{title}（{number}）" if number else title


def _dated(progress: Progress, day: date, language: Language) -> str:
    period = progress.period
    written = written_out(day)
    quarter = period.quarter.phrase
    said = language(f"数据截至{written.zh}", f"The figures are as of {written.en}")
    future = sum(each.report.delivery.day > day for each in progress.units if each.report.delivery)
    if future:
        said += language(
            f"，此后报送的{future}份报告也已计入", f"; later arrivals are counted too: {counted(future, 'report')}"
        )
    if not period.has_begun:
        said += language(f"，{quarter.zh}尚未开始", f"; {quarter.en} has not begun")
    elif not period.is_over:
        said += language(f"，{quarter.zh}尚未结束", f"; {quarter.en} still runs")
    return said + language("。", ".")
