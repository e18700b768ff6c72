"""Dossiers × quarter × arrivals, events, diagnostics → Progress."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from xunbiao.model.campaign import Campaign, Unit
from xunbiao.model.diagnostic import Diagnostic
from xunbiao.model.document import Kind
from xunbiao.model.history import Arrival, Event
from xunbiao.model.period import Quarter
from xunbiao.model.progress import Period, Progress, UnitProgress
from xunbiao.model.report import Dossier
from xunbiao.model.workspace import Workspace
from xunbiao.progress.history import due_changes, slips
from xunbiao.progress.obligations import Ledger
from xunbiao.progress.practices import practice_uses
from xunbiao.progress.signals import signals_by_path
from xunbiao.progress.succession import Succession, succession
from xunbiao.progress.unit import Evidence, unit_progress


def period_of(campaign: Campaign, quarter: Quarter, today: date, *, summary: bool = False) -> Period:
    """What a report on a quarter is about; the last quarter is told by the summary unless it has a form of its own."""
    kind = Kind.SUMMARY if summary else campaign.report_key("", quarter).kind
    due = campaign.summary_due if kind is Kind.SUMMARY else campaign.quarters_due[quarter]
    earlier = [each for each in campaign.quarters if each < quarter or (kind is Kind.SUMMARY and each == quarter)]
    return Period(kind, quarter, due, today, max(earlier, default=None))


def fallen_due(campaign: Campaign, today: date) -> Quarter | None:
    """The quarter whose reports fell due last, today included; None before the first."""
    due = {quarter: campaign.due(campaign.report_key("", quarter)) for quarter in campaign.all_quarters}
    return max((quarter for quarter, day in due.items() if day and day <= today), default=None)


def progress(
    workspace: Workspace,
    period: Period,
    dossiers: Iterable[Dossier],
    arrivals: Mapping[str, Arrival],
    events: Iterable[Event] = (),
    diagnostics: Iterable[Diagnostic] = (),
) -> Progress:
    """How a campaign stands in a quarter. Of `workspace` the campaign, roster and catalogue are used, not its files.

    Dossiers are taken one by one and kept as figures; only those of renamed and merged units wait for each other.
    """
    campaign, told = workspace.campaign, list(events)
    owing = succession(workspace.roster, period.due)
    evidence = Evidence(
        campaign,
        period,
        Ledger(campaign, period.today, arrivals, arrivals.keys()),
        frozenset(unit.id for unit in workspace.roster if unit.expected_on(campaign.filing_due)),
        slips(campaign, told),
        signals_by_path(diagnostics),
    )
    units, others = _taken_one_by_one(evidence, owing, dossiers)
    extra = tuple(unit for unit in others if period.key(unit.id).path in arrivals)
    uses = practice_uses(workspace.catalogue, units)
    titles = {code: practice.title for code, practice in workspace.catalogue.practices.items()}
    return Progress(campaign.name, period, units, extra, uses, due_changes(campaign, told), titles)


def _taken_one_by_one(
    evidence: Evidence, owing: Succession, dossiers: Iterable[Dossier]
) -> tuple[tuple[UnitProgress, ...], list[Unit]]:
    """The figures of the units that owe, in the order of the roster, and the units that owe nothing."""
    speaking_for, units = owing.speaking_for, {unit.id: unit for unit in owing.expected}
    found: dict[str, UnitProgress] = {}
    waiting: dict[str, list[Dossier]] = defaultdict(list)
    others = []
    for dossier in dossiers:
        for id_ in speaking_for.get(dossier.unit.id, ()):
            if len(owing.folders[id_]) == 1:
                found[id_] = unit_progress(evidence, units[id_], (id_,), [dossier])
            else:
                waiting[id_].append(dossier)
        if dossier.unit.id not in speaking_for:
            others.append(dossier.unit)
    for id_ in units.keys() - found.keys():
        found[id_] = unit_progress(evidence, units[id_], owing.folders[id_], waiting[id_])
    return tuple(found[id_] for id_ in units), others
