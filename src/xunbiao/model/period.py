"""Days as documents write them, and quarters of a year as the notice counts them (每季度末)."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from xunbiao.model.language import Phrase

_QUARTER = re.compile(r"([0-9]{4})Q([1-4])")
_CHINESE = "一二三四"
_MONTHS = ("January", "February", "March", "April", "May", "June",
           "July", "August", "September", "October", "November", "December")  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A calendar quarter; `str()` gives `2020Q1`."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> "Quarter | None":
        """`2020Q1` → Quarter; anything else → None."""
        found = _QUARTER.fullmatch(text)
        return cls(int(found[1]), int(found[2])) if found else None

    @property
    def first_day(self) -> date:
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last_day(self) -> date:
        return self.next.first_day - timedelta(days=1)

    @property
    def next(self) -> "Quarter":
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def previous(self) -> "Quarter":
        return Quarter(self.year - (self.number == 1), (self.number - 2) % 4 + 1)

    @property
    def phrase(self) -> Phrase:
        return Phrase(f"{self.year}年第{_CHINESE[self.number - 1]}季度", f"Q{self.number} {self.year}")

    def __str__(self) -> str:
        return f"{self.year}Q{self.number}"


@lru_cache(maxsize=2048)
def iso_day(text: str) -> date | None:
    """A date in the one form that documents use, `2020-06-30`; None for any other text and for days that do not exist.

    `date.fromisoformat` alone would take `20200630` and `2020-W27-2` as well. A campaign has few days, and a dozen
    rules ask for each, so that they are remembered.
    """
    if len(text) != 10 or not text.isascii() or text[4] != "-" or text[7] != "-":
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def written_out(day: date) -> Phrase:
    """A day as running text has it: 2020年3月31日, without idle zeros (GB/T 9704), 31 March 2020."""
    month = _MONTHS[day.month - 1]
    return Phrase(f"{day.year}年{day.month}月{day.day}日", f"{day.day} {month} {day.year}")
