"""The nouns of reading: what can be found in a sentence. `start` and `end` count code points of the text as typed."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Bound = Literal["=", "<", "<=", ">", ">=", "~", "range"]
Change = Literal["to", "by"]
Direction = Literal["up", "down"]
DeadlineState = Literal["date", "inferred", "impossible", "none", "blank", "incomplete"]
VagueKind = Literal["intensifier", "superlative", "indefinite", "slogan", "open-ended"]
PhoneKind = Literal["landline", "mobile", "service", "hotline", "unknown"]
Evidence = Literal["object", "number", "deliverable", "date", "person"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: `value` (None for a range, which has `low` and `high`), or `before` → `value`.

    `unit` is as written, with 万 and 亿 multiplied out (万元 → 元) and the measure word dropped (个工作日 → 工作日);
    None where the text names none. `change` is `to` (reaches), `by` (changes by) or None (is). `direction` says which
    way it goes, if told. `kind` is one of the form's 维度 (环节 材料 时间 成本 跑动 覆盖率 满意度 位次 其他) or None
    where nothing tells. `subject` is the word in the text that names what is measured (审批时限), if it does.
    """

    value: Decimal | None
    low: Decimal
    high: Decimal
    before: Decimal | None
    unit: str | None
    comparator: Bound
    change: Change | None
    kind: str | None
    start: int
    end: int
    before_unit: str | None = None
    direction: Direction | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when: the day (a range's last), how sure it is, and why.

    `state` is `date` (whole and possible; 底 and 末 count as whole), `inferred` (the year, or the end of a quarter,
    or a span from today was worked out), `impossible` (2月30日), `incomplete` (a part is missing that cannot be
    worked out), `blank` (nothing, or the form's 年 月 日 left empty) or `none` (no date at all: 立行立改). `date` is
    given in the first two states alone.
    """

    date: datetime.date | None
    start_date: datetime.date | None
    state: DeadlineState
    start: int
    end: int
    why_zh: str
    why_en: str


@dataclass(frozen=True, slots=True)
class Vague:
    """A word that sounds like something and says nothing that can be checked."""

    word: str
    start: int
    end: int
    kind: VagueKind


@dataclass(frozen=True, slots=True)
class Emptiness:
    """Whether a sentence is vague, and the reason for a clerk."""

    vague: bool
    why_zh: str
    why_en: str

    def __bool__(self) -> bool:
        return self.vague


@dataclass(frozen=True, slots=True)
class Person:
    """A named person, masked (张某, 李×) or not; `section` is the office named with the name, if any."""

    name: str
    start: int
    end: int
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number: `number` in normal form (0375-2662201), or as read if none, and why it will not do."""

    number: str
    extension: str | None
    kind: PhoneKind
    ok: bool
    start: int
    end: int
    why_zh: str
    why_en: str


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A 文号: `text` as written, `normal` with the brackets of GB/T 9704 (〔〕), and what is wrong with it, if any."""

    text: str
    normal: str
    issuer: str
    year: int
    number: int
    ok: bool
    start: int
    end: int
    why_zh: str
    why_en: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything at once that was read out of a text."""

    text: str
    quantified: bool
    quantities: tuple[Quantity, ...]
    deadline: Deadline | None
    vague: tuple[Vague, ...]
    persons: tuple[Person, ...]
    phones: tuple[Phone, ...]
    document_numbers: tuple[DocumentNumber, ...]
