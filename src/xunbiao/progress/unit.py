"""Dossier × Evidence → UnitProgress: one unit's figures in one quarter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from xunbiao.model.campaign import Campaign, Unit
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.filing import text
from xunbiao.model.obligation import Obligation
from xunbiao.model.period import Quarter
from xunbiao.model.progress import Institution, Outcome, Period, Signal, UnitProgress
from xunbiao.model.report import Dossier, Report
from xunbiao.model.standing import Slip
from xunbiao.progress.background import background
from xunbiao.progress.filings import filing_figures
from xunbiao.progress.measures import indicators, measure_changes, measures, report_on
from xunbiao.progress.obligations import Ledger, obligation

_OUTCOMES = ("新思路", "新举措", "新做法", "经验", "成效")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known besides a unit's own documents: arrivals, who owed a filing (ids), slipped deadlines by unit."""

    campaign: Campaign
    period: Period
    ledger: Ledger
    filers: frozenset[str]
    slips: Mapping[str, tuple[Slip, ...]]


def unit_progress(evidence: Evidence, unit: Unit, folders: Sequence[str], dossiers: Sequence[Dossier]) -> UnitProgress:
    """A unit's figures out of what lies in the folders that speak for it, the first one's before the others'."""
    period = evidence.period
    dossier = _joined(unit, sorted(dossiers, key=lambda each: folders.index(each.unit.id)))
    report = report_on(dossier, period)
    owed = obligation(evidence.ledger, unit, period.key(unit.id), period.due, folders)
    filed = _filing(evidence, unit, folders)
    return UnitProgress(
        unit=unit,
        report=owed,
        filing=filed,
        readable=report is not None or not owed.is_in,
        figures=filing_figures(dossier.filing, evidence.campaign) if dossier.filing else None,
        measures=measures(evidence.campaign, dossier, period),
        indicators=indicators(evidence.campaign, dossier, period),
        changes=measure_changes(dossier, period),
        slips=tuple(slip for folder in folders for slip in evidence.slips.get(folder, ())),
        signals=(),
        outcome=_outcome(report) if report and period.kind is Kind.SUMMARY else None,
        background=background(dossier.filing, report),
    )


def with_signals(progress: UnitProgress, signals: Mapping[str, tuple[Signal, ...]]) -> UnitProgress:
    """A unit's figures with what the check found (by path) in the documents that they are of."""
    places = [each.delivery.path for each in (progress.filing, progress.report) if each and each.delivery]
    found = tuple(signal for place in places for signal in signals.get(place, ()))
    return replace(progress, signals=found) if found else progress


def _joined(unit: Unit, dossiers: Sequence[Dossier]) -> Dossier:
    """One dossier out of several folders'."""
    reports: dict[Quarter, Report] = {}
    for each in reversed(dossiers):
        reports |= each.reports
    filing = next((each.filing for each in dossiers if each.filing), None)
    summary = next((each.summary for each in dossiers if each.summary), None)
    return Dossier(unit, filing, reports, summary)


def _filing(evidence: Evidence, unit: Unit, folders: Sequence[str]) -> Obligation | None:
    """The filing it owed, it or whoever it was before; None for a unit that came later."""
    if evidence.filers.isdisjoint(folders):
        return None
    key = DocumentKey(Kind.FILING, unit.id)
    return obligation(evidence.ledger, unit, key, evidence.campaign.filing_due, folders)


def _outcome(report: Report) -> Outcome:
    entries: list[Any] = report.data.get("制度成果") or []
    institutions = (
        Institution(text(each.get("名称")), text(each.get("文号")), text(each.get("印发日期")))
        for each in entries
        if isinstance(each, dict)
    )
    texts = {label: report.texts(label) for label in _OUTCOMES}
    return Outcome(texts, tuple(each for each in institutions if each.name or each.number))
