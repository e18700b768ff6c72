"""Dossiers × quarter × arrivals, events, diagnostics → Progress."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from xunbiao.model.campaign import Campaign, Unit
from xunbiao.model.diagnostic import Diagnostic
from xunbiao.model.document import Kind
from xunbiao.model.history import Arrival, Event
from xunbiao.model.period import Quarter
from xunbiao.model.progress import DueChange, Period, Progress, UnitProgress
from xunbiao.model.report import Dossier
from xunbiao.model.workspace import Workspace
from xunbiao.progress.history import due_changes, slips
from xunbiao.progress.obligations import Ledger
from xunbiao.progress.practices import practice_uses
from xunbiao.progress.signals import signals_by_path
from xunbiao.progress.succession import Succession, succession
from xunbiao.progress.unit import Evidence, unit_progress, with_signals


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


@dataclass(frozen=True, slots=True)
class Taken:
    """What is kept of a dossier: the figures of the units that it speaks for alone, or the whole of it where a unit was
    renamed or merged and others must be read beside it. Neither for a unit that owes nothing."""

    unit: Unit
    figures: tuple[UnitProgress, ...] = ()
    waiting: Dossier | None = None


@dataclass(frozen=True, slots=True)
class Survey:
    """A quarter about to be told: `take` reduces one dossier after the other, in any order and in any process, and
    `progress` sums up what was taken."""

    workspace: Workspace
    evidence: Evidence
    owing: Succession
    speaking_for: Mapping[str, tuple[str, ...]]
    due_changes: tuple[DueChange, ...]

    def take(self, dossier: Dossier) -> Taken:
        """A dossier as figures."""
        own = self.speaking_for.get(dossier.unit.id, ())
        alone = tuple(id_ for id_ in own if len(self.owing.folders[id_]) == 1)
        figures = (unit_progress(self.evidence, self._unit(id_), (id_,), [dossier]) for id_ in alone)
        return Taken(dossier.unit, tuple(figures), dossier if len(alone) < len(own) else None)

    def progress(self, taken: Iterable[Taken], diagnostics: Iterable[Diagnostic] = ()) -> Progress:
        """How the campaign stands; units in the order of the roster."""
        found: dict[str, UnitProgress] = {}
        waiting: dict[str, Dossier] = {}
        others = []
        for each in taken:
            found |= {figures.unit.id: figures for figures in each.figures}
            if each.waiting:
                waiting[each.unit.id] = each.waiting
            if each.unit.id not in self.speaking_for:
                others.append(each.unit)
        for unit in self.owing.expected:
            if unit.id not in found:
                folders = self.owing.folders[unit.id]
                dossiers = [waiting[folder] for folder in folders if folder in waiting]
                found[unit.id] = unit_progress(self.evidence, unit, folders, dossiers)
        signals = signals_by_path(diagnostics)
        units = tuple(with_signals(found[unit.id], signals) for unit in self.owing.expected)
        period, arrivals = self.evidence.period, self.evidence.ledger.present
        extra = tuple(unit for unit in self._in_order(others) if period.key(unit.id).path in arrivals)
        uses = practice_uses(self.workspace.catalogue, units)
        titles = {code: practice.title for code, practice in self.workspace.catalogue.practices.items()}
        return Progress(self.workspace.campaign.name, period, units, extra, uses, self.due_changes, titles)

    def _unit(self, id_: str) -> Unit:
        return self.workspace.roster.units[id_]

    def _in_order(self, units: Iterable[Unit]) -> list[Unit]:
        """As on the roster, then those that are not on it."""
        places = {id_: place for place, id_ in enumerate(self.workspace.roster.units)}
        return sorted(units, key=lambda each: (places.get(each.id, len(places)), each.id))


def survey(
    workspace: Workspace, period: Period, arrivals: Mapping[str, Arrival], events: Iterable[Event] = ()
) -> Survey:
    """What must be known before the first dossier. Of `workspace` the campaign, roster and catalogue are used, not its
    files."""
    campaign, told = workspace.campaign, list(events)
    owing = succession(workspace.roster, period.due)
    evidence = Evidence(
        campaign,
        period,
        Ledger(campaign, period.today, arrivals, arrivals.keys()),
        frozenset(unit.id for unit in workspace.roster if unit.expected_on(campaign.filing_due)),
        slips(campaign, told),
    )
    return Survey(workspace, evidence, owing, owing.speaking_for, due_changes(campaign, told))
