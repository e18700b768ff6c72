"""How a campaign stands in a quarter: who has reported, and how each unit stands; each figure said once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from xunbiao.model.campaign import Unit
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.history import WorkState
from xunbiao.model.language import Phrase
from xunbiao.model.obligation import Obligation, Turnout, count
from xunbiao.model.period import Quarter
from xunbiao.model.standing import (
    Background,
    FilingFigures,
    IndicatorStanding,
    MeasureChange,
    MeasureStanding,
    Slip,
    StatusCount,
    count_statuses,
)


@dataclass(frozen=True, slots=True)
class DueChange:
    """A due date of the campaign itself that was changed, "" for none: that moves the goalposts of all."""

    field: str
    before: str
    after: str
    day: date
    commit: str


@dataclass(frozen=True, slots=True)
class Signal:
    """Something in a unit's documents that a person should look at; never a verdict."""

    path: str
    line: int
    code: str
    field: str
    message: Phrase


@dataclass(frozen=True, slots=True)
class Institution:
    """制度成果: a rule that a unit has issued."""

    name: str
    number: str
    issued: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a summary report brings besides progress (三（三）): texts by label, and 制度成果."""

    texts: Mapping[str, tuple[str, ...]]
    institutions: tuple[Institution, ...]


@dataclass(frozen=True, slots=True)
class UnitProgress:
    """One unit in one quarter.

    `filing` is None for a unit that joined after filings were due. `readable` is False where the report came in and
    cannot be read. `figures` is None without a readable filing; `changes` is None where this report or the one before
    it is missing; `outcome` is there in a summary alone. `background` is empty of what did not come in.
    """

    unit: Unit
    report: Obligation
    filing: Obligation | None
    readable: bool
    figures: FilingFigures | None
    measures: tuple[MeasureStanding, ...]
    indicators: tuple[IndicatorStanding, ...]
    changes: tuple[MeasureChange, ...] | None
    slips: tuple[Slip, ...]
    signals: tuple[Signal, ...]
    outcome: Outcome | None = None
    background: Background = field(default_factory=Background)

    @property
    def overdue(self) -> tuple[MeasureStanding, ...]:
        return tuple(each for each in self.measures if each.days_overdue is not None)


@dataclass(frozen=True, slots=True)
class Period:
    """What a report is on: a quarter, by which document, due when, as seen today.

    `before` is the quarter of the report before this one, None for the first. `judged_on` is the quarter's last day, or
    today while it still runs.
    """

    kind: Kind
    quarter: Quarter
    due: date
    today: date
    before: Quarter | None

    def key(self, unit: str) -> DocumentKey:
        """The report that a unit owes on it."""
        return DocumentKey(self.kind, unit, self.quarter if self.kind is Kind.QUARTERLY else None)

    @property
    def judged_on(self) -> date:
        return min(self.quarter.last_day, self.today)

    @property
    def has_begun(self) -> bool:
        return self.quarter.first_day <= self.today

    @property
    def is_over(self) -> bool:
        return self.quarter.last_day < self.today

    @property
    def due_has_passed(self) -> bool:
        """Whether what is missing is overdue."""
        return self.due < self.today


@dataclass(frozen=True, slots=True)
class PracticeUse:
    """A practice of the catalogue that measures name: (unit, measure, the code as named); no title for a code that the
    catalogue does not know."""

    code: str
    title: str
    uses: tuple[tuple[Unit, str, str], ...]

    @property
    def units(self) -> tuple[Unit, ...]:
        return tuple({unit.id: unit for unit, _, _ in self.uses}.values())


@dataclass(frozen=True, slots=True)
class Progress:
    """A quarter of a campaign: the units that were expected to report, in the order of the roster, and who else did.

    `practices` are those that measures name, `practice_titles` all of the catalogue by code.
    """

    campaign_name: str
    period: Period
    units: tuple[UnitProgress, ...]
    extra: tuple[Unit, ...]
    practices: tuple[PracticeUse, ...]
    due_changes: tuple[DueChange, ...]
    practice_titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def turnout(self) -> Turnout:
        return count(each.report for each in self.units)

    @property
    def filing_turnout(self) -> Turnout:
        return count(each.filing for each in self.units if each.filing)

    @property
    def classes(self) -> Mapping[str, Turnout]:
        """The five numbers by 类别, in the order in which the roster names them first."""
        found: dict[str, Turnout] = {}
        for each in self.units:
            category = each.unit.category
            found[category] = found.get(category, Turnout()) + each.report.turnout
        return found

    @property
    def measures(self) -> tuple[tuple[UnitProgress, MeasureStanding], ...]:
        return tuple((unit, each) for unit in self.units for each in unit.measures)

    @property
    def indicators(self) -> tuple[tuple[UnitProgress, IndicatorStanding], ...]:
        return tuple((unit, each) for unit in self.units for each in unit.indicators)

    @property
    def filings(self) -> tuple[FilingFigures, ...]:
        return tuple(each.figures for each in self.units if each.figures)

    @property
    def statuses(self) -> StatusCount:
        return count_statuses([each for _, each in self.measures])


@dataclass(frozen=True, slots=True)
class Basis:
    """Which commit a report was read from, as asked (`HEAD`, a name, a day), when it arrived, and which documents of
    the folder differ from git and were not counted."""

    commit: str
    asked: str
    arrived_at: datetime
    uncommitted: Mapping[str, WorkState]
