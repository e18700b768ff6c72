"""The campaign: its names, calendar and rule settings, out of xunbiao.yaml, and the units on its roster."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta, timezone, tzinfo
from enum import StrEnum
from typing import Any

from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.language import Language, Phrase
from xunbiao.model.period import Quarter

# A fixed offset, since Windows and slim containers carry no time-zone data; China has kept no summer time since 1991.
CHINA = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Stage:
    """准备、实施、总结: a stage's first and last day; None where it is open."""

    name: str
    first_day: date | None
    last_day: date | None


@dataclass(frozen=True, slots=True)
class Waiver:
    """豁免: a unit need not heed a rule until a day, and why."""

    unit: str
    code: str
    reason: str
    until: date | None


@dataclass(frozen=True, slots=True)
class Reopening:
    """重开: a closed quarter takes changes again until a day, inclusive, for one unit or, if none is named, for all."""

    quarter: Quarter | None
    unit: str
    reason: str
    until: date | None

    @property
    def has_effect(self) -> bool:
        """Whether it says which quarter, why and until when; one that does not allows nothing."""
        return self.quarter is not None and bool(self.reason) and self.until is not None


class Phase(StrEnum):
    """How far a quarter has come: reports may come in, are due today, come late within the grace, are closed."""

    OPEN = "open"
    DUE = "due"
    GRACE = "grace"
    CLOSED = "closed"

    @property
    def phrase(self) -> Phrase:
        return {
            Phase.OPEN: Phrase("填报中", "open"),
            Phase.DUE: Phrase("今天截止", "due today"),
            Phase.GRACE: Phrase("宽限期", "in grace"),
            Phase.CLOSED: Phrase("已截止", "closed"),
        }[self]


@dataclass(frozen=True, slots=True)
class Campaign:
    """What xunbiao.yaml says. `data` is the whole of it, for what only one page or format needs."""

    name: str
    city: str
    host: str
    issued: date
    stages: tuple[Stage, ...]
    filing_due: date
    quarters_due: Mapping[Quarter, date]
    summary_due: date
    language: Language = Language.ZH
    area_code: str = ""
    zone: tzinfo = CHINA
    severities: Mapping[str, str] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    reopenings: tuple[Reopening, ...] = ()
    example_day: date | None = None
    grace_days: int = 0
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """The quarters that are reported on a form of their own, in order."""
        return tuple(sorted(self.quarters_due))

    @property
    def all_quarters(self) -> tuple[Quarter, ...]:
        """The quarters that are reported on, the last one (which the summary stands for) included."""
        return tuple(sorted({*self.quarters_due, self.last_quarter}))

    @property
    def last_quarter(self) -> Quarter:
        """The quarter for which the summary report stands."""
        return Quarter(self.summary_due.year, (self.summary_due.month + 2) // 3)

    @property
    def first_day(self) -> date:
        return self.issued

    @property
    def last_day(self) -> date:
        return self.summary_due

    @property
    def implementation_ends(self) -> date:
        """The last day of 实施: by then targets should be reached (二（三）: 力争用一年左右的时间)."""
        ends = [stage.last_day for stage in self.stages if stage.name == "实施" and stage.last_day]
        return ends[0] if ends else self.summary_due

    def due(self, key: DocumentKey) -> date | None:
        """The day by which a document is to arrive, inclusive; None for what has no due date."""
        match key.kind:
            case Kind.FILING:
                return self.filing_due
            case Kind.SUMMARY:
                return self.summary_due
            case Kind.QUARTERLY if key.quarter:
                return self.quarters_due.get(key.quarter)
            case _:
                return None

    def report_key(self, unit: str, quarter: Quarter) -> DocumentKey:
        """Where a unit reports on a quarter: in its quarterly report or, for the last quarter, in the summary."""
        if quarter not in self.quarters_due and quarter == self.last_quarter:
            return DocumentKey(Kind.SUMMARY, unit)
        return DocumentKey(Kind.QUARTERLY, unit, quarter)


@dataclass(frozen=True, slots=True)
class Unit:
    """A 填报单位 on the roster."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    category: str = ""
    approvals: bool = False
    services: bool = False
    must_file: bool = True
    since: date | None = None
    until: date | None = None
    formerly: str = ""
    duties: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()

    def expected_on(self, day: date) -> bool:
        """Whether the unit owes what falls due on a day."""
        started = self.since is None or self.since <= day
        return self.must_file and started and (self.until is None or day <= self.until)

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Roster:
    """The units by id, in the order of units.yaml."""

    units: Mapping[str, Unit]
    _named: Mapping[str, Unit] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Where two units share a name, the first on the roster has it.
        named = {name: unit for unit in reversed(tuple(self.units.values())) for name in unit.names}
        object.__setattr__(self, "_named", named)

    def find(self, name: str) -> Unit | None:
        """A unit by its id, 全称 or alias."""
        return self.units.get(name) or self._named.get(name)

    def __iter__(self) -> Iterator[Unit]:
        return iter(self.units.values())

    def __len__(self) -> int:
        return len(self.units)
