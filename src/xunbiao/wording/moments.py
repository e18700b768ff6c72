"""The nouns of dates: a Point as a text names it, before any year is worked out, and the Place it was read from."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Edge = Literal["end", "start", "middle"]
Period = Literal["day", "ten", "month", "quarter", "half", "year", "festival", "span"]


@dataclass(frozen=True, slots=True)
class Point:
    """A day or period as named.

    `year` is absolute, `years_on` relative to today's (明年 is 1), or with `from_mention` to the year named before
    (次年); both are None where no year is named.
    `month` 1–12 may be impossible (13); `months_on` and `quarters_on` are relative (下月 is 1). `number` is the
    quarter 1–4, the half 1–2 or the third of a month 1–3. `edge` is `end` (底 末), `start` (初) or `middle` (中).
    `length` and `unit` belong to a span from today.
    """

    period: Period
    year: int | None = None
    years_on: int | None = None
    month: int | None = None
    months_on: int | None = None
    day: int | None = None
    number: int | None = None
    quarters_on: int | None = None
    edge: Edge | None = None
    festival: str | None = None
    length: Decimal | None = None
    unit: str | None = None
    masked: bool = False
    from_mention: bool = False

    @property
    def has_year(self) -> bool:
        return self.year is not None or self.years_on is not None


@dataclass(frozen=True, slots=True)
class Place:
    """A point, or a range with its first point, and the span it was read from.

    `before` is 前, `within` 内, `recurring` 每 (every month), `compared` when the day is looked back on (较2018年,
    2019年以来), `aimed` when 到 or 至 leads to it. `after` is the stage before it, whose year it takes.
    """

    last: Point
    first: Point | None
    start: int
    end: int
    before: bool = False
    within: bool = False
    recurring: bool = False
    compared: bool = False
    aimed: bool = False
    after: Point | None = None
