"""Report → its place in the campaign: its quarter, the day it is judged by, the items of the filing it speaks of."""

from collections.abc import Mapping
from datetime import date

from xunbiao.model.filing import Filing, Item, text
from xunbiao.model.period import Quarter, iso_day
from xunbiao.model.report import MeasureProgress, MetricProgress, Report
from xunbiao.rules.rule import Context


def quarter_of(context: Context) -> Quarter:
    """The quarter that the report at hand is about; the summary stands for the last one."""
    return context.key.quarter or context.campaign.last_quarter


def judged_on(context: Context) -> date:
    """The day by which a report's measures are due or not: its quarter's last day, or today while it still runs."""
    return min(quarter_of(context).last_day, context.latest_day)


def previous(context: Context) -> Report | None:
    """The unit's latest report before the one at hand."""
    return context.dossier.before(context.key.quarter)


def before_previous(context: Context) -> Report | None:
    """The report before the previous one."""
    report = previous(context)
    return context.dossier.before(report.quarter) if report and report.quarter else None


def measures(context: Context) -> Mapping[str, Item]:
    """The filing's 举措 by id; none if there is no filing that could be read."""
    filing = context.dossier.filing
    return {item.id: item for item in filing.measures} if filing else {}


def goals(context: Context) -> Mapping[str, Item]:
    """The filing's 目标 by id; none if there is no filing that could be read."""
    filing = context.dossier.filing
    return {item.id: item for item in filing.goals} if filing else {}


def explained(context: Context) -> Mapping[str, date | None]:
    """Items of the filing that came or went for a reason given in 调整说明, by id, with the day of the change."""
    filing = context.dossier.filing
    entries = [entry or {} for entry in filing.data.get("调整说明") or []] if filing else []
    return {
        text(entry.get("字段")).rpartition(".")[2]: iso_day(text(entry.get("日期")))
        for entry in entries
        if text(entry.get("理由"))
    }


def since(context: Context, report: Report) -> frozenset[str]:
    """The items that are in the filing only since after the report: it could not tell of them."""
    filed = iso_day(report.filed_on)
    return frozenset(id_ for id_, day in explained(context).items() if day and filed and filed < day)


def due(filing: Filing, item: Item) -> date | None:
    """The day by which a measure is to be done: its own 时限, else that of its part of the form."""
    return iso_day(item.deadline or filing.section_of(item).deadline)


def progress_in(report: Report | None) -> Mapping[str, MeasureProgress]:
    """举措进展 of a report by id."""
    return {each.id: each for each in report.measures} if report else {}


def figures_in(report: Report | None) -> Mapping[str, MetricProgress]:
    """指标进展 of a report by id."""
    return {each.id: each for each in report.metrics} if report else {}
