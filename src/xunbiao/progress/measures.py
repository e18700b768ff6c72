"""Dossier × period → measures and figures: how each 举措 and each 指标 stands in a quarter."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from xunbiao.model.campaign import Campaign
from xunbiao.model.diagnostic import Path
from xunbiao.model.document import Kind
from xunbiao.model.filing import Filing, Item, Metric
from xunbiao.model.period import Quarter
from xunbiao.model.progress import Period
from xunbiao.model.report import DONE, Dossier, MeasureProgress, MetricProgress, Report
from xunbiao.model.standing import IndicatorStanding, MeasureChange, MeasureStanding
from xunbiao.rules.days import measure_deadlines, section_deadlines


def report_on(dossier: Dossier, period: Period) -> Report | None:
    """The report that a unit has handed in for a period."""
    return dossier.summary if period.kind is Kind.SUMMARY else dossier.reports.get(period.quarter)


def measures(campaign: Campaign, dossier: Dossier, period: Period) -> tuple[MeasureStanding, ...]:
    """The measures of the filing, in its order, then those that the report alone names."""
    report = report_on(dossier, period)
    now = {each.id: each for each in report.measures} if report else {}
    last = _last_statuses(dossier, period, report)
    deadlines = _deadlines(campaign, dossier.filing) if dossier.filing else {}
    known = {item.id for item in _measures(dossier)}
    standings = [
        _measure(period, item, deadlines[item.path], now.get(item.id), last.get(item.id)) for item in _measures(dossier)
    ]
    unknown = [Item((), each.id, "", "举措", "") for each in now.values() if each.id not in known]
    return (*standings, *(_measure(period, item, None, now[item.id], last.get(item.id)) for item in unknown))


def _measures(dossier: Dossier) -> tuple[Item, ...]:
    return dossier.filing.measures if dossier.filing else ()


def _deadlines(campaign: Campaign, filing: Filing) -> dict[Path, date | None]:
    """By when each measure (by its path) is to be done: its own 时限; where that is no day, its section's."""
    own = {due.path[:-1]: due.day for due in measure_deadlines(filing, campaign)}
    sections = _section_days(campaign, filing)
    return {item.path: own.get(item.path) or sections[item.part] for item in filing.measures}


def _section_days(campaign: Campaign, filing: Filing) -> dict[str, date | None]:
    """时限 of 对标方向 and 创标意向 as days."""
    return {str(due.path[0]): due.day for due in section_deadlines(filing, campaign)}


def _last_statuses(dossier: Dossier, period: Period, report: Report | None) -> dict[str, tuple[str, Quarter]]:
    """The latest status that each measure was given by the end of the period."""
    last: dict[str, tuple[str, Quarter]] = {}
    earlier = sorted(quarter for quarter in dossier.reports if period.before and quarter <= period.before)
    for quarter, each in (*((quarter, dossier.reports[quarter]) for quarter in earlier), (period.quarter, report)):
        last |= {entry.id: (entry.status, quarter) for entry in (each.measures if each else ()) if entry.status}
    return last


def _measure(
    period: Period,
    item: Item,
    deadline: date | None,
    progress: MeasureProgress | None,
    last: tuple[str, Quarter] | None,
) -> MeasureStanding:
    is_open = last is None or last[0] != DONE
    passed = deadline is not None and deadline < period.judged_on
    return MeasureStanding(
        id=item.id,
        part=item.part,
        text=item.text,
        person=item.person,
        deadline=deadline,
        in_filing=bool(item.path),
        status=progress.status if progress else "",
        completion=_completion(progress),
        last_status=last[0] if last else "",
        last_told=last[1] if last else None,
        days_overdue=(period.judged_on - deadline).days if deadline and passed and is_open else None,
        due_in=_due_in(period, deadline) if deadline and is_open else None,
        written_deadline=item.deadline,
        account=progress.progress if progress else "",
        reason=progress.reason if progress else "",
        evidence=progress.evidence if progress else (),
    )


def _due_in(period: Period, deadline: date) -> Quarter | None:
    if period.judged_on <= deadline <= period.quarter.last_day:
        return period.quarter
    following = period.quarter.next
    return following if following.first_day <= deadline <= following.last_day else None


def _completion(progress: MeasureProgress | None) -> Decimal | None:
    """完成率; what is no share of a hundred says nothing."""
    given = progress.completion if progress else None
    return given if given is not None and 0 <= given <= 100 else None


def indicators(campaign: Campaign, dossier: Dossier, period: Period) -> tuple[IndicatorStanding, ...]:
    """The goals with an 指标, in the order of the filing, with what the report says of each."""
    return (
        tuple(_indicators(campaign, dossier.filing, period, _figures(campaign, dossier, period)))
        if dossier.filing
        else ()
    )


def _figures(campaign: Campaign, dossier: Dossier, period: Period) -> dict[Quarter, Mapping[str, MetricProgress]]:
    """What the report of each quarter up to the period's says of the goals, by id."""
    reports = {each: dossier.reports.get(each) for each in campaign.quarters if each < period.quarter}
    reports[period.quarter] = report_on(dossier, period)
    return {
        quarter: {each.id: each for each in report.metrics} if report else {} for quarter, report in reports.items()
    }


def _indicators(
    campaign: Campaign, filing: Filing, period: Period, figures: Mapping[Quarter, Mapping[str, MetricProgress]]
) -> Iterator[IndicatorStanding]:
    sections = _section_days(campaign, filing)
    for goal in filing.goals:
        if goal.metric is None:
            continue
        told = figures[period.quarter].get(goal.id)
        value = told.value if told else None
        deadline = sections[goal.part]
        yield IndicatorStanding(
            id=goal.id,
            part=goal.part,
            metric=goal.metric,
            deadline=deadline,
            value=value,
            as_of=told.as_of if told else "",
            share=_share(goal.metric, told),
            line=_line(campaign.filing_due, deadline, period.judged_on) if deadline else None,
            trail=tuple((quarter, _share(goal.metric, each.get(goal.id))) for quarter, each in figures.items()),
        )


def _share(metric: Metric, told: MetricProgress | None) -> Decimal | None:
    return metric.share_of_the_way(told.value) if told and told.value is not None else None


def _line(start: date, end: date, day: date) -> Decimal:
    """The share of the way that a straight line from one day to another has covered on a day, 0–1."""
    if day >= end:
        return Decimal(1)
    return max(Decimal(0), Decimal((day - start).days) / Decimal((end - start).days)) if end > start else Decimal(0)


def measure_changes(dossier: Dossier, period: Period) -> tuple[MeasureChange, ...] | None:
    """What became of each measure since the report before, unchanged ones left out; None where either is missing."""
    report = report_on(dossier, period)
    earlier = dossier.reports.get(period.before) if period.before else None
    if report is None or earlier is None:
        return None
    after, before = (_told(each) for each in (report, earlier))
    texts = {item.id: item.text for item in _measures(dossier)}
    ids = (*after, *(each for each in before if each not in after))
    changes = (MeasureChange(id_, texts.get(id_, ""), before.get(id_), after.get(id_)) for id_ in ids)
    return tuple(each for each in changes if each.before != each.after)


def _told(report: Report) -> dict[str, tuple[str, Decimal | None]]:
    return {each.id: (each.status, _completion(each)) for each in report.measures}
