"""How one unit stands in a quarter: its measures, the figures of its goals, what its filing holds, what has changed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from xunbiao.model.filing import Item, Metric
from xunbiao.model.language import Phrase
from xunbiao.model.obligation import share
from xunbiao.model.period import Quarter
from xunbiao.model.report import STATUSES

FOUR_CUTS = ("环节", "材料", "时间", "成本")
"""减环节、减材料、减时间、减成本 (一（二）), as the 维度 of a goal names them."""


@dataclass(frozen=True, slots=True)
class MeasureStanding:
    """A 举措 in a quarter.

    `status` and `completion` (0–100) are what this quarter's report says, "" and None where it says nothing.
    `last_status` is the latest status known by then, from this report or an earlier one (`last_told`). `days_overdue`
    is None unless the deadline has passed and the measure is not known to be done; `due_in` is this or the next
    quarter for one that is still to be done in it. `written_deadline` is its own 时限 as written, a day or not;
    `account`, `reason` and `evidence` are 进展, 理由 and 佐证 of this quarter's report.
    """

    id: str
    part: str
    text: str
    person: str
    deadline: date | None
    in_filing: bool
    status: str
    completion: Decimal | None
    last_status: str
    last_told: Quarter | None
    days_overdue: int | None
    due_in: Quarter | None
    written_deadline: str = ""
    account: str = ""
    reason: str = ""
    evidence: tuple[str, ...] = ()


class Pace(StrEnum):
    """A figure against the straight line from 现状值, on the day filings are due, to 目标值 on its deadline."""

    AHEAD = "ahead"
    ON_LINE = "on_line"
    BEHIND = "behind"

    @property
    def phrase(self) -> Phrase:
        return {
            Pace.AHEAD: Phrase("快", "ahead"),
            Pace.ON_LINE: Phrase("持平", "on the line"),
            Pace.BEHIND: Phrase("慢", "behind"),
        }[self]


@dataclass(frozen=True, slots=True)
class IndicatorStanding:
    """A goal's figure in a quarter: its share of the way 现状值 → 目标值, and the share that the straight line asks for
    on the day of judgment; None where it cannot be said. `trail` is that share in each quarter's report from the first
    up to this one."""

    id: str
    part: str
    metric: Metric
    deadline: date | None
    value: Decimal | None
    as_of: str
    share: Decimal | None
    line: Decimal | None
    trail: tuple[tuple[Quarter, Decimal | None], ...] = ()

    @property
    def pace(self) -> Pace | None:
        if self.share is None or self.line is None:
            return None
        if self.share == self.line:
            return Pace.ON_LINE
        return Pace.AHEAD if self.share > self.line else Pace.BEHIND

    @property
    def is_reached(self) -> bool:
        return self.share is not None and self.share >= 1

    @property
    def leads_nowhere(self) -> bool:
        """Whether the goal is no better than the present level (三（二）), so that its share of the way says little."""
        baseline, target = self.metric.baseline, self.metric.target
        return baseline is not None and target is not None and not self.metric.is_better(target, than=baseline)


@dataclass(frozen=True, slots=True)
class FourQuestions:
    """二（二）: 标杆单位好在哪、本单位差在哪、如何赶上、何时赶上 — which of them a filing answers at all."""

    strength: bool
    gap: bool
    means: bool
    deadline: bool

    @property
    def answered(self) -> int:
        return self.strength + self.gap + self.means + self.deadline


@dataclass(frozen=True, slots=True)
class FilingFigures:
    """What can be counted in a filing. `cuts` counts goals by 维度, for the four that the notice wants cut; `practices`
    are the codes that measures name under 参考做法, each with the measure's id."""

    goals: int
    goals_quantified: int
    measures: int
    measures_named: int
    questions: FourQuestions
    cuts: Mapping[str, int]
    practices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Background:
    """What a unit's documents say beside its measures, and no figure counts: names and texts that a 台账 shows.

    Items are held without their raw data. `problems` and `next_steps` are 存在问题 and 下一步措施 of this quarter's
    report; `contact` and `phone` stand on it, or else on the filing.
    """

    verticals: tuple[str, ...] = ()
    horizontals: tuple[str, ...] = ()
    goals: tuple[Item, ...] = ()
    gaps: tuple[Item, ...] = ()
    first_responsible: str = ""
    contact: str = ""
    phone: str = ""
    problems: tuple[str, ...] = ()
    next_steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasureChange:
    """A measure from one report to the next: (状态, 完成率) before and after; None where it was not in the report."""

    id: str
    text: str
    before: tuple[str, Decimal | None] | None
    after: tuple[str, Decimal | None] | None

    @property
    def delta(self) -> Decimal | None:
        """Percentage points gained, negative where it fell back."""
        if self.before is None or self.after is None or self.before[1] is None or self.after[1] is None:
            return None
        return self.after[1] - self.before[1]

    @property
    def status_changed(self) -> bool:
        return self.before is not None and self.after is not None and self.before[0] != self.after[0]


@dataclass(frozen=True, slots=True)
class SlipStep:
    """One postponement of a 时限: the day on which it arrived, from which day to which, by which commit, and the reason
    that 调整说明 gives, if any."""

    day: date
    before: date
    after: date
    commit: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """A 时限 that was moved to later days, once or more often, oldest first."""

    field: str
    steps: tuple[SlipStep, ...]

    @property
    def days(self) -> int:
        return sum((step.after - step.before).days for step in self.steps)


@dataclass(frozen=True, slots=True)
class StatusCount:
    """Measures by 状态; `unreported` have none. `completions` are the 完成率 that were given (0–100)."""

    by_status: Mapping[str, int]
    unreported: int
    completions: tuple[Decimal, ...]

    @property
    def total(self) -> int:
        return sum(self.by_status.values()) + self.unreported

    @property
    def average_completion(self) -> Decimal | None:
        return share(sum(self.completions, Decimal(0)), len(self.completions))


def count_statuses(measures: Sequence[MeasureStanding]) -> StatusCount:
    found = Counter(each.status for each in measures)
    given = tuple(each.completion for each in measures if each.completion is not None)
    return StatusCount({status: found[status] for status in STATUSES}, found[""], given)
