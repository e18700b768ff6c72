"""What a unit owes, by when, and what has become of it: the nouns of being on time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from xunbiao.model.campaign import Unit
from xunbiao.model.document import DocumentKey, Kind
from xunbiao.model.history import WorkState
from xunbiao.model.language import Phrase
from xunbiao.model.period import Quarter


class DateSource(StrEnum):
    """Where the day on which a document came in is known from."""

    GIT = "git"
    RECEIVED = "received"

    @property
    def phrase(self) -> Phrase:
        return {
            DateSource.GIT: Phrase("到达主线", "arrival on the main line"),
            DateSource.RECEIVED: Phrase("代录，经办人登记的收到日期", "from paper, received by the coordinator's word"),
        }[self]


class Flag(StrEnum):
    """What a supervisor should know besides the day of arrival."""

    RESTORED = "restored"
    MOVED = "moved"
    CHANGED_AFTER_DUE = "changed_after_due"

    @property
    def phrase(self) -> Phrase:
        return {
            Flag.RESTORED: Phrase("删除后恢复", "deleted and restored"),
            Flag.MOVED: Phrase("由别的文件夹移来", "moved from another folder"),
            Flag.CHANGED_AFTER_DUE: Phrase("截止后改动过", "changed after it was due"),
        }[self]


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a document came in: `day` by the campaign's own clock, `days_late` after the due date, 0 if in time.

    `changed_on` is the day on which the last change to it arrived.
    """

    path: str
    commit: str
    arrived_at: datetime
    day: date
    days_late: int
    changed_on: date
    source: DateSource = DateSource.GIT
    flags: tuple[Flag, ...] = ()


class State(StrEnum):
    """How far a document has come. PRESENT: the file is there, and nothing can say since when."""

    MISSING = "missing"
    DRAFT = "draft"
    PRESENT = "present"
    ON_TIME = "on_time"
    LATE = "late"

    @property
    def phrase(self) -> Phrase:
        return {
            State.MISSING: Phrase("未报", "missing"),
            State.DRAFT: Phrase("未提交", "not submitted"),
            State.PRESENT: Phrase("有文件", "file is there"),
            State.ON_TIME: Phrase("按时", "on time"),
            State.LATE: Phrase("逾期", "late"),
        }[self]


@dataclass(frozen=True, slots=True)
class Obligation:
    """A document that a unit owes by a day.

    `days_left` counts from today to the due date: 0 on it, negative after it. `work` says that the file in the folder
    is new, changed or deleted against git.
    """

    unit: Unit
    key: DocumentKey
    due: date
    days_left: int
    state: State
    delivery: Delivery | None = None
    work: WorkState | None = None

    @property
    def is_in(self) -> bool:
        return self.state in (State.PRESENT, State.ON_TIME, State.LATE)

    @property
    def days_late(self) -> int:
        """Days after the due date on which it came in, or for which it has been missing; 0 for none."""
        if self.is_in:
            return self.delivery.days_late if self.delivery else 0
        return max(0, -self.days_left)

    @property
    def turnout(self) -> "Turnout":
        return Turnout(1, int(self.is_in), int(self.state is State.ON_TIME))


@dataclass(frozen=True, slots=True)
class Turnout:
    """应报、已报、按时: how many of how many."""

    expected: int = 0
    actual: int = 0
    on_time: int = 0

    def __add__(self, other: "Turnout") -> "Turnout":
        return Turnout(self.expected + other.expected, self.actual + other.actual, self.on_time + other.on_time)

    @property
    def missing(self) -> int:
        return self.expected - self.actual

    @property
    def late(self) -> int:
        return self.actual - self.on_time

    @property
    def reporting_rate(self) -> Decimal | None:
        return share(self.actual, self.expected)

    @property
    def on_time_rate(self) -> Decimal | None:
        return share(self.on_time, self.expected)


def share(part: int | Decimal, whole: int | Decimal) -> Decimal | None:
    """part ÷ whole; None where there is no whole, which is not zero."""
    return Decimal(part) / Decimal(whole) if whole else None


def count(obligations: Iterable[Obligation]) -> Turnout:
    """The five numbers of any set of obligations."""
    return sum((each.turnout for each in obligations), Turnout())


@dataclass(frozen=True, slots=True)
class Reminder:
    """What a unit still owes, oldest first, and whom to call about it, as its latest document says."""

    unit: Unit
    owed: tuple[Obligation, ...]
    contact: str = ""
    phone: str = ""

    @property
    def is_overdue(self) -> bool:
        return self.owed[0].days_left < 0


@dataclass(frozen=True, slots=True)
class Agenda:
    """What everyone owes as of a day, over the whole campaign, in the order of the due dates.

    `knows_arrivals` is False without git; `obligations` then says which files are there.
    """

    campaign_name: str
    today: date
    obligations: tuple[Obligation, ...]
    knows_arrivals: bool

    @property
    def by_document(self) -> Mapping[tuple[Kind, Quarter | None], tuple[Obligation, ...]]:
        """The obligations by what is owed, in the order of the due dates."""
        found: dict[tuple[Kind, Quarter | None], list[Obligation]] = {}
        for each in self.obligations:
            found.setdefault((each.key.kind, each.key.quarter), []).append(each)
        return {key: tuple(owed) for key, owed in found.items()}

    @property
    def next_due(self) -> tuple[Obligation, ...]:
        """What falls due next, today included; empty after the last."""
        return next((owed for owed in self.by_document.values() if owed[0].days_left >= 0), ())
