"""Deadlines by form: what day each means, how sure it is, and what is none."""

from datetime import date
from pathlib import Path

import pytest

from xunbiao.wording import deadline

TODAY = date(2019, 11, 20)
CAMPAIGN = (date(2019, 10, 21), date(2020, 12, 31))
TABLE = Path(__file__).with_name("deadlines.tsv")


def rows() -> list[tuple[str, str, str, str, str]]:
    lines = TABLE.read_text(encoding="utf-8").split("\n")[1:]
    cells = [(*line.split("\t"), "", "")[:5] for line in lines if line]
    return [(form, text, state, day, first) for form, text, state, day, first in cells]


@pytest.mark.parametrize(("form", "text", "state", "day", "first"), rows())
def test_what_day_is_meant(form: str, text: str, state: str, day: str, first: str) -> None:
    """Each form of the table gives its state, its day and, for a range, its first day."""
    read = deadline(text, today=TODAY, window=CAMPAIGN)
    assert (read.state, str(read.date or ""), str(read.start_date or "")) == (state, day, first), form
